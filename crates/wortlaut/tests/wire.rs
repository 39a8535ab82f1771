//! The wire format `wortlaut/1` as a reader sees it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "tests may fail loudly"
)]
#![cfg(feature = "serde")]

use wortlaut::{Document, OffsetUnit, Pipeline, wire};

const TEXT: &str = "Mainz (dpa) – „Wir räumen auf“, sagte Bürgermeisterin Jana Holm am Dienstag in Mainz 🎉. \
    Sie kündigte an, dass der Umbau im März beginnt.";

fn analysed(unit: OffsetUnit) -> (String, wire::Analysis) {
    let document = Document::new(TEXT)
        .unwrap()
        .id("d1")
        .published("2025-02-25".parse().unwrap());
    let wire = Pipeline::german().analyze(&document).to_wire(unit);
    (serde_json::to_string(&wire).unwrap(), wire)
}

#[test]
fn keys_and_their_order_are_those_of_the_format() {
    let (json, _) = analysed(OffsetUnit::Bytes);
    let start = format!(
        r#"{{"schema":"wortlaut/1","offsets":"bytes","document":{{"id":"d1","published":"2025-02-25","inferred":null,"bytes":{}}},"zones":[{{"span":["#,
        TEXT.len()
    );
    assert!(json.starts_with(&start), "{json}");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let keys = |list: &str| -> Vec<String> {
        let first = value[list]
            .as_array()
            .and_then(|list| list.first())
            .unwrap_or_else(|| panic!("no {list}: {json}"));
        first.as_object().unwrap().keys().cloned().collect()
    };
    let same = |list: &str, expected: &[&str]| {
        let (mut found, mut expected) = (keys(list), expected.to_vec());
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{list}");
    };
    same("zones", &["span", "kind", "confidence", "evidence"]);
    same("sentences", &["span"]);
    same("tokens", &["span", "kind"]);
    same("marks", &["open", "close", "style", "confidence", "evidence"]);
    same("entities", &["id", "kind", "name", "ids", "gender"]);
    same("mentions", &["span", "entity", "form", "confidence", "evidence"]);
    same(
        "timexes",
        &[
            "span",
            "type",
            "value",
            "interval",
            "granularity",
            "mod",
            "confidence",
            "evidence",
        ],
    );
    same(
        "quotations",
        &[
            "kind",
            "content",
            "speaker",
            "cue",
            "frame",
            "addressee",
            "medium",
            "continues",
            "uttered",
            "confidence",
            "evidence",
        ],
    );
    same(
        "events",
        &[
            "span",
            "trigger",
            "start",
            "end",
            "granularity",
            "status",
            "claimed_by",
            "participants",
            "places",
            "quotations",
            "timexes",
            "label",
            "confidence",
            "evidence",
        ],
    );
}

#[test]
fn what_is_written_can_be_read() {
    for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
        let (json, wire) = analysed(unit);
        assert_eq!(serde_json::from_str::<wire::Analysis>(&json).unwrap(), wire);
    }
}

#[test]
fn units_count_what_they_say() {
    let chars: Vec<char> = TEXT.chars().collect();
    let utf16: Vec<u16> = TEXT.encode_utf16().collect();
    let words = |unit: OffsetUnit| -> Vec<String> {
        let cut = |[start, end]: [u32; 2]| match unit {
            OffsetUnit::Bytes => TEXT[start as usize..end as usize].to_owned(),
            OffsetUnit::Chars => chars[start as usize..end as usize].iter().collect(),
            _ => String::from_utf16(&utf16[start as usize..end as usize]).unwrap(),
        };
        analysed(unit).1.tokens.iter().map(|token| cut(token.span)).collect()
    };
    assert_eq!(words(OffsetUnit::Bytes), words(OffsetUnit::Chars));
    assert_eq!(words(OffsetUnit::Bytes), words(OffsetUnit::Utf16));
}

#[test]
fn an_unknown_kind_can_be_read() {
    let (json, _) = analysed(OffsetUnit::Bytes);
    let newer = json.replacen("\"kind\":\"direct\"", "\"kind\":\"sung\"", 1);
    assert_ne!(newer, json);
    let read: wire::Analysis = serde_json::from_str(&newer).unwrap();
    assert!(read.quotations.iter().any(|quotation| quotation.kind == "sung"));
}
