//! The cue list and the lexicon know the same verbs.

use wortlaut_lexicon::{Lexicon, VerbForm};

/// A cue whose conjugation the lexicon does not know would never be found in a text.
#[test]
fn every_cue_verb_is_in_the_lexicon() {
    let lexicon = Lexicon::german();
    let unknown: Vec<&str> = include_str!("../data/cues.tsv")
        .lines()
        .filter_map(|line| line.strip_prefix("verb\t"))
        .filter_map(|line| line.split('\t').next())
        .filter(|lemma| {
            // Of a phrase (*zu_Protokoll_geben*) the verb is the last word.
            let verb = lemma.rsplit('_').next().unwrap_or(lemma);
            !lexicon
                .analyses(verb)
                .any(|analysis| analysis.features.verb_form == Some(VerbForm::Infinitive))
        })
        .collect();
    assert!(
        unknown.is_empty(),
        "add to crates/wortlaut-lexicon/data/sources/verbs.txt: {unknown:?}"
    );
}
