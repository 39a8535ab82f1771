//! Rules have stable names: those in the code, in the list and in the documentation are the same, and each can be
//! switched off.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use wortlaut_timex::{NamedDays, RuleSet, Timex, TimexOptions, TimexTagger};
use wortlaut_tokenize::Tokenizer;

/// The names in string literals of the code below a directory.
fn in_code(directory: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            in_code(&path, into);
        } else {
            let code = std::fs::read_to_string(&path).unwrap();
            into.extend(
                code.split('"')
                    .filter(|text| text.starts_with("timex."))
                    .map(str::to_owned),
            );
        }
    }
}

#[test]
fn the_list_holds_the_rules_of_the_code() {
    let mut code = BTreeSet::new();
    in_code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/recognise"), &mut code);
    let listed: BTreeSet<String> = RuleSet::known().map(str::to_owned).collect();
    assert_eq!(code, listed);
}

#[test]
fn the_documentation_names_every_rule() {
    let docs = include_str!("../src/lib.rs");
    for rule in RuleSet::known() {
        // In full, or as `.member` on the line of its family.
        let named = docs.lines().filter(|line| line.starts_with("//! | `")).any(|line| {
            line.contains(&format!("`{rule}`"))
                || rule.match_indices('.').any(|(at, _)| {
                    let (family, member) = rule.split_at(at);
                    line.contains(&format!("`{family}")) && line.contains(&format!("`{member}`"))
                })
        });
        assert!(named, "{rule}");
    }
}

fn tag(options: TimexOptions, text: &str, published: &str) -> Vec<Timex> {
    let tokens = Tokenizer::new().tokenize(text);
    TimexTagger::with_options(options).tag_tokens(text, &tokens, Some(published.parse::<Date>().unwrap()))
}

#[test]
fn a_rule_that_is_off_finds_nothing_and_anchors_nothing() {
    let text = "Am 3. Mai 1998 brannte das Lager. Am Tag darauf begann derzeit der Bau um 9 Uhr.";
    let all = tag(TimexOptions::default(), text, "2025-02-25");
    assert!(all.len() >= 4);
    for rule in all
        .iter()
        .map(|time| time.evidence.first().unwrap().rule.as_str().to_owned())
    {
        let mut options = TimexOptions::default();
        options.without = RuleSet::new([rule.as_str()]).unwrap();
        let rest = tag(options, text, "2025-02-25");
        assert!(
            rest.iter()
                .all(|time| time.evidence.first().unwrap().rule.as_str() != rule),
            "{rule}"
        );
        assert!(rest.len() < all.len(), "{rule}");
    }
}

#[test]
fn named_days_in_sentences() {
    let days = NamedDays::parse(
        "feste.txt",
        "Tag der Niedersachsen | Tages der Niedersachsen = 1. Sonntag im September\n\
         Heringstag = 2. Samstag im Mai\n\
         Großer Umzug | Großen Umzug = Ostern - 45\n\
         Erster-Mai-Lauf = 1. Mai\n\
         Ostern = 6. Januar",
    )
    .unwrap();
    for (published, text, expected) in [
        (
            "2025-05-02",
            "Der Tag der Niedersachsen wird in Celle gefeiert.",
            "2025-09-07",
        ),
        ("2025-11-02", "Am Tag der Niedersachsen war viel los.", "2025-09-07"),
        (
            "2025-05-02",
            "Zum Programm des Tages der Niedersachsen 2027 gibt es Fragen.",
            "2027-09-05",
        ),
        ("2025-03-02", "AM HERINGSTAG SPIELT DIE KAPELLE.", "2025-05-10"),
        (
            "2025-03-02",
            "Am vergangenen Heringstag hat die Kapelle gespielt.",
            "2024-05-11",
        ),
        ("2025-06-02", "Beim Großen Umzug hat es geregnet.", "2025-03-06"),
        ("2025-06-02", "Beim Erster-Mai-Lauf siegte Jonte Harms.", "2025-05-01"),
        ("2025-06-02", "An Ostern 2026 wird gespielt.", "2026-01-06"),
        ("2025-06-02", "An Pfingsten 2026 wird gespielt.", "2026-05-24"),
        (
            "2025-06-02",
            "Der große Umzugswagen rollt am Tag der Arbeit 2026.",
            "2026-05-01",
        ),
    ] {
        let mut options = TimexOptions::default();
        options.days = days.clone();
        let times = tag(options, text, published);
        let values: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
        assert_eq!(values, [expected], "{text}");
    }
}
