//! Declines the roles: titles, offices, professions, institutions.

use std::error::Error;

use super::compile::Compiler;
use super::features::Packed;
use super::sources::lines;

/// Kinds, numbered from 1 in the order of `wortlaut_lexicon::RoleKind`.
const KINDS: [&str; 9] = [
    "address",
    "title",
    "spokesperson",
    "office",
    "profession",
    "person",
    "kin",
    "group",
    "institution",
];

/// Endings of a declension with the reading each makes, and whether the feminine in *-in* goes with it.
fn declension(name: &str) -> Option<(&'static [(&'static str, &'static str)], bool)> {
    Some(match name {
        "er" => (&[("", "sg.m.NDA pl.NGA"), ("s", "sg.m.G"), ("n", "pl.D")], true),
        "en" => (&[("", "sg.m.N"), ("en", "sg.m.GDA pl.NGDA")], true),
        "n" => (&[("", "sg.m.N"), ("n", "sg.m.GDA pl.NGDA")], true),
        "s" => (&[("", "sg.m.NDA"), ("s", "sg.m.G pl.NGDA")], true),
        "e" => (
            &[
                ("", "sg.m.NDA"),
                ("s", "sg.m.G"),
                ("es", "sg.m.G"),
                ("e", "pl.NGA"),
                ("en", "pl.D"),
            ],
            true,
        ),
        "or" => (&[("", "sg.m.NDA"), ("s", "sg.m.G"), ("en", "pl.NGDA")], true),
        "adj" => (
            &[
                ("e", "sg.m.N sg.f.NA pl.NA"),
                ("er", "sg.m.N sg.f.GD pl.G"),
                ("en", "sg.m.GDA sg.f.GD pl.NGDA"),
                ("em", "sg.m.D"),
            ],
            false,
        ),
        "f:en" => (&[("", "sg.f.NGDA"), ("en", "pl.NGDA")], false),
        "f:n" => (&[("", "sg.f.NGDA"), ("n", "pl.NGDA")], false),
        "n:s" => (&[("", "sg.n.NDA"), ("s", "sg.n.G pl.NGDA")], false),
        "n:e" => (
            &[
                ("", "sg.n.NDA"),
                ("s", "sg.n.G"),
                ("es", "sg.n.G"),
                ("e", "pl.NGA"),
                ("en", "pl.D"),
            ],
            false,
        ),
        _ => return None,
    })
}

/// Adds the forms of all roles.
pub(crate) fn roles(text: &str, compiler: &mut Compiler) -> Result<(), Box<dyn Error>> {
    let noun = Packed::category("NOUN").ok_or("category NOUN")?;
    for (number, line) in lines(text) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, class, words] = fields.as_slice() else {
            return Err(format!("roles.tsv:{number}: three columns expected").into());
        };
        let kind = KINDS
            .iter()
            .position(|k| k == kind)
            .ok_or_else(|| format!("roles.tsv:{number}: kind {kind}"))?;
        let kind = u8::try_from(kind + 1)?;
        let mut add = |form: &str, lemma: &str, codes: &str| -> Result<(), Box<dyn Error>> {
            for code in codes.split(' ') {
                let reading = noun
                    .with_code(code)
                    .ok_or_else(|| format!("roles.tsv:{number}: {code}"))?;
                compiler.add(form, lemma, reading);
            }
            let role = &mut compiler.lemma_mut(lemma).role;
            if *role == 0 {
                *role = kind;
            }
            Ok(())
        };
        let feminine = |stem: &str| format!("{}in", stem.strip_suffix('e').unwrap_or(stem));
        for word in words.split_whitespace() {
            match *class {
                "fix" => {
                    let (gender, form) = word
                        .split_once(':')
                        .ok_or_else(|| format!("roles.tsv:{number}: {word}"))?;
                    let code = match gender {
                        "*" => "*".to_string(),
                        "pl" => "pl".to_string(),
                        gender => format!("sg.{gender}"),
                    };
                    add(form, form, &code)?;
                }
                "mann" => {
                    let stem = word.strip_suffix("mann").unwrap_or(word);
                    add(word, word, "sg.m.NDA")?;
                    for (ending, codes) in [
                        ("manns", "sg.m.G"),
                        ("mannes", "sg.m.G"),
                        ("männer", "pl.NGA"),
                        ("männern", "pl.D"),
                        ("leute", "pl.NGA"),
                        ("leuten", "pl.D"),
                    ] {
                        add(&format!("{stem}{ending}"), word, codes)?;
                    }
                    let lemma = format!("{stem}frau");
                    add(&lemma, &lemma, "sg.f.NGDA")?;
                    add(&format!("{lemma}en"), &lemma, "pl.NGDA")?;
                }
                class => {
                    let (endings, with_feminine) =
                        declension(class).ok_or_else(|| format!("roles.tsv:{number}: declension {class}"))?;
                    let lemma = if class == "adj" {
                        format!("{word}e")
                    } else {
                        word.to_string()
                    };
                    for (ending, codes) in endings {
                        add(&format!("{word}{ending}"), &lemma, codes)?;
                    }
                    if with_feminine {
                        let lemma = feminine(word);
                        add(&lemma, &lemma, "sg.f.NGDA")?;
                        add(&format!("{lemma}nen"), &lemma, "pl.NGDA")?;
                    }
                }
            }
        }
    }
    Ok(())
}
