//! What the tables of cases share.

use wortlaut_gazetteer::{Names, Recognizer};
use wortlaut_tokenize::Tokenizer;

pub fn recognize(text: &str) -> Names {
    Recognizer::german().recognize(text, &Tokenizer::new().tokenize(text))
}

/// Every mention as `words|form|entity`.
pub fn shown(text: &str) -> Vec<String> {
    let names = recognize(text);
    names
        .mentions
        .iter()
        .map(|mention| {
            let entity = mention
                .entity
                .get(&names.entities)
                .map_or("?", |entity| entity.name.as_str());
            format!("{}|{}|{}", mention.span.slice(text), mention.form.as_str(), entity)
        })
        .collect()
}

/// Compares a table of texts and the mentions they must have, and tells all differences at once.
pub fn check(table: &[(&str, &[&str])]) {
    let mut faults = Vec::new();
    for (text, expected) in table {
        let found = shown(text);
        if found != *expected {
            faults.push(format!("{text}\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        table.len(),
        faults.join("\n")
    );
}
