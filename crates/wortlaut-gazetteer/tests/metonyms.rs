//! Seats of governments that may stand for them.

#![allow(clippy::indexing_slicing, reason = "tests may fail loudly")]

use wortlaut_gazetteer::{Names, Recognizer};
use wortlaut_tokenize::Tokenizer;

fn recognize(text: &str) -> Names {
    Recognizer::german().recognize(text, &Tokenizer::new().tokenize(text))
}

/// Every mention with candidates as `words: candidates`, those named in the document with a star.
fn shown(text: &str) -> Vec<String> {
    let names = recognize(text);
    let marked = names.mentions.iter().filter(|mention| !mention.metonyms.is_empty());
    marked
        .map(|mention| {
            let candidates: Vec<String> = mention
                .metonyms
                .iter()
                .map(|metonym| format!("{}{}", metonym.name, if metonym.entity.is_some() { "*" } else { "" }))
                .collect();
            format!("{}: {}", mention.span.slice(text), candidates.join(", "))
        })
        .collect()
}

#[test]
fn beside_political_words() {
    for (text, expected) in [
        (
            "Moskau warnt den Westen vor einer Eskalation.",
            &["Moskau: Russland"][..],
        ),
        (
            "Moskau warnt den Westen. Russland verlegte Truppen.",
            &["Moskau: Russland*"],
        ),
        ("Gestern drohte Peking mit Zöllen.", &["Peking: China"]),
        ("Wie Ankara erklärte, bleibt es dabei.", &["Ankara: Türkei"]),
        ("Berlin hat den Angriff scharf verurteilt.", &["Berlin: Deutschland"]),
        (
            "Paris und Berlin fordern eine Reform.",
            &["Paris: Frankreich", "Berlin: Deutschland"],
        ),
        ("Die Beziehungen zu Moskau sind schlecht.", &["Moskau: Russland"]),
        (
            "Das Verhältnis zwischen Moskau und Kiew ist zerrüttet.",
            &["Moskau: Russland", "Kiew: Ukraine"],
        ),
        ("Laut Teheran gab es keine Toten.", &["Teheran: Iran"]),
        ("Die Kritik aus Wien war scharf.", &["Wien: Österreich"]),
        ("Moskaus Haltung ändert sich nicht.", &["Moskaus: Russland"]),
        ("Brüssel droht Ungarn mit Strafen.", &["Brüssel: EU, Belgien"]),
        ("Der Kreml schwieg lange.", &["Kreml: Russland"]),
        // The city, and nothing else.
        ("In Moskau schneit es.", &[]),
        ("Der Zug aus Moskau kam pünktlich.", &[]),
        ("Moskau ist groß.", &[]),
        ("Moskaus Straßen sind breit.", &[]),
        ("Berlin baut ein Schwimmbad.", &[]),
        ("Sie fährt mit dem Rad von Wien nach Prag.", &[]),
        ("Kassel fordert mehr Geld.", &[]),
        ("Luxemburg lehnt den Plan ab.", &[]),
        ("Die Moskauer Polizei warnt vor Glatteis.", &[]),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn the_mention_stays_one_of_the_seat_and_says_why() {
    let names = recognize("Moskau warnt den Westen.");
    let mention = &names.mentions[0];
    assert_eq!(names.entities[mention.entity.index()].name, "Moskau");
    let rules: Vec<_> = mention.evidence.iter().map(|reason| reason.rule.as_str()).collect();
    assert_eq!(rules, ["entity.list.name", "entity.metonym.subject"]);
    assert_eq!(mention.metonyms[0].ids.get("iso3166").map(String::as_str), Some("RU"));
}
