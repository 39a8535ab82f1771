//! The lexicon of word forms: reads the source lists of `wortlaut-lexicon`, derives every form and compiles them.

mod artefact;
mod compile;
mod features;
mod harvest;
#[allow(dead_code, reason = "shared with wortlaut-lexicon, which looks up")]
#[path = "../../../wortlaut-lexicon/src/hash.rs"]
mod hash;
mod nouns;
mod paradigm;
mod roles;
mod sources;

use std::error::Error;
use std::fs;

pub(crate) use harvest::{HarvestArgs, harvest};

use crate::{Mode, crate_dir, emit, say};

/// Makes the artefact.
pub(crate) fn run(mode: Mode) -> Result<(), Box<dyn Error>> {
    let data = crate_dir("wortlaut-lexicon").join("data");
    let read = |name: &str| {
        let path = data.join("sources").join(name);
        fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let mut compiler = compile::Compiler::default();
    sources::closed(&read("closed.tsv")?, &mut compiler)?;
    sources::words(&read("adverbs.txt")?, "ADV", &mut compiler)?;
    sources::words(&read("particles.txt")?, "VPART", &mut compiler)?;
    sources::adjectives(&read("adjectives.txt")?, &mut compiler)?;
    roles::roles(&read("roles.tsv")?, &mut compiler)?;
    paradigm::verbs(&read("verbs.txt")?, &read("verb-overrides.tsv")?, &mut compiler)?;
    let (text, index, summary) = artefact::pack(&compiler)?;
    emit(&data.join("lemmas.txt"), text.as_bytes(), mode)?;
    emit(&data.join("forms.lex"), &index, mode)?;
    say(&summary);
    let list = crate_dir("wortlaut-datagen").join("data/nouns.tsv");
    let (automaton, summary) = nouns::nouns(&fs::read_to_string(list)?)?;
    emit(&data.join("nouns.fsa"), &automaton, mode)?;
    say(&summary);
    Ok(())
}
