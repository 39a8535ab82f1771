//! Lists as JSON Lines: one object a line, its members named like the columns of a table.

use std::collections::BTreeMap;

use serde::Deserialize;
use wortlaut_text::EntityKind;

use crate::entry::GazetteerEntry;
use crate::error::{GazetteerError, Wrong};
use crate::rows::{self, COLUMNS, DATE, Entries};
use crate::validity::Validity;

/// A line. Words are read while the parser knows where it is, so that errors have a column.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: Id,
    kind: Word<Kind>,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ids: BTreeMap<String, Id>,
    #[serde(default)]
    gender: Option<Word<Gender>>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    er: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    flags: Vec<Word<Flag>>,
    #[serde(default)]
    priority: i16,
    #[serde(default)]
    case: Option<Word<Case>>,
    #[serde(default)]
    from: Option<Word<Day>>,
    #[serde(default)]
    until: Option<Word<Day>>,
}

/// An identifier: a string, or a whole number as databases give them.
#[derive(Default)]
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Id;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string or a whole number")
            }

            fn visit_str<E>(self, text: &str) -> Result<Id, E> {
                Ok(Id(text.trim().to_owned()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Id, E> {
                Ok(Id(number.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Id, E> {
                Ok(Id(number.to_string()))
            }
        }
        from.deserialize_any(Visitor)
    }
}

/// A string of which only some are right, told by `C`.
struct Word<C>(String, std::marker::PhantomData<C>);

/// Which strings are right.
trait Check {
    fn check(word: &str) -> Result<(), Wrong>;
}

struct Kind;
struct Gender;
struct Flag;
struct Case;
struct Day;

impl Check for Kind {
    fn check(word: &str) -> Result<(), Wrong> {
        rows::kind(word).map(drop)
    }
}

impl Check for Gender {
    fn check(word: &str) -> Result<(), Wrong> {
        rows::gender(word).map(drop)
    }
}

impl Check for Flag {
    fn check(word: &str) -> Result<(), Wrong> {
        rows::flag(&mut GazetteerEntry::new("", EntityKind::Other, ""), word)
    }
}

impl Check for Case {
    fn check(word: &str) -> Result<(), Wrong> {
        rows::case(word).map(drop)
    }
}

impl Check for Day {
    fn check(word: &str) -> Result<(), Wrong> {
        Validity::parse(word, "")
            .map(drop)
            .map_err(|_| Wrong::new(format!("{word:?} is no date"), DATE))
    }
}

impl<'de, C: Check> Deserialize<'de> for Word<C> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = String::deserialize(from)?;
        C::check(&word)
            .map_err(|wrong| serde::de::Error::custom(format_args!("{}{SPLIT}{}", wrong.reason, wrong.remedy)))?;
        Ok(Word(word, std::marker::PhantomData))
    }
}

/// Sets reason and remedy apart on their way through the parser.
const SPLIT: char = '\u{1F}';

/// Reads a whole list, or reports its first fault.
pub(crate) fn read(file: &str, text: &str) -> Result<Entries, GazetteerError> {
    let mut entries = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let content = line.trim();
        if content.is_empty() {
            continue;
        }
        if let Some(wrong) = no_object(content) {
            return Err(wrong.at(file, number, 1));
        }
        let parsed: Line = serde_json::from_str(line).map_err(|error| {
            let (column, wrong) = fault(line, &error);
            wrong.at(file, number, column)
        })?;
        entries.push((number, entry(parsed).map_err(|wrong| wrong.at(file, number, 1))?));
    }
    if entries.is_empty() {
        return Err(rows::nothing(file));
    }
    Ok(entries)
}

/// What is wrong with a line that begins as no object does.
fn no_object(line: &str) -> Option<Wrong> {
    let (reason, remedy) = match line.bytes().next() {
        Some(b'{') => return None,
        Some(b'[') => (
            "an array instead of an object",
            "write each object on a line of its own, without brackets around and commas between them",
        ),
        Some(b'#' | b'/') => ("a note, which JSON Lines do not have", "remove the line"),
        _ => (
            "no object",
            "write a line like {\"kind\": \"place\", \"name\": \"Ulm\"}; tables are read as TSV or CSV",
        ),
    };
    Some(Wrong::new(reason, remedy))
}

/// The column of a fault in an object, and what it is, from the words of the parser.
fn fault(line: &str, error: &serde_json::Error) -> (usize, Wrong) {
    // The parser counts bytes, and 0 where it had read nothing.
    let before = line.as_bytes().get(..error.column().saturating_sub(1));
    let before = String::from_utf8_lossy(before.unwrap_or(line.as_bytes()));
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let member = message.split('`').nth(1).unwrap_or("");
    let wrong = if let Some((reason, remedy)) = message.split_once(SPLIT) {
        Wrong::new(reason, remedy)
    } else if message.starts_with("unknown field") {
        Wrong::unknown("member", member, &COLUMNS)
    } else if message.starts_with("missing field") {
        Wrong::new(format!("the member {member:?} is missing"), "add it to the object")
    } else if message.starts_with("duplicate field") {
        Wrong::new(format!("the member {member:?} is there twice"), "leave one of them out")
    } else if message.starts_with("EOF") {
        Wrong::new(
            "the object does not end on its line",
            "write all of it on one line, up to its }",
        )
    } else if message.starts_with("trailing characters") {
        Wrong::new(
            "something behind the object",
            "remove it: objects have lines of their own, and no commas between",
        )
    } else {
        Wrong::new(message, remedy(message))
    };
    (before.chars().count() + 1, wrong)
}

/// What to do about a value of another type.
fn remedy(message: &str) -> &'static str {
    match message.split_once("expected ") {
        _ if message.contains("type: null") => "leave the member out",
        Some((_, "a string")) => "write it in quotation marks",
        Some((_, "a sequence")) => "write an array: [\"…\"]",
        Some((_, "a map")) => "write an object: {\"wikidata\": \"Q64\"}",
        Some((_, "a string or a whole number")) => "write it in quotation marks",
        Some((_, "i16")) => "write a whole number from -32768 to 32767",
        _ => "correct the object",
    }
}

fn entry(line: Line) -> Result<GazetteerEntry, Wrong> {
    if line.name.trim().is_empty() {
        return Err(Wrong::new("the name is empty", "give one, or remove the line"));
    }
    let several = |values: Vec<String>| values.iter().map(|value| rows::one_line(value)).collect();
    let mut entry = GazetteerEntry::new(line.id.0, rows::kind(&line.kind.0)?, rows::one_line(&line.name));
    entry.aliases = several(line.aliases);
    entry.ids = line.ids.into_iter().map(|(authority, id)| (authority, id.0)).collect();
    entry.gender = rows::gender(line.gender.as_ref().map_or("", |word| word.0.as_str()))?;
    entry.adjectives = several(line.adjectives);
    entry.people = several(line.people);
    entry.place_adjectives = several(line.er);
    entry.short = several(line.short);
    for flag in &line.flags {
        rows::flag(&mut entry, &flag.0)?;
    }
    entry.priority = line.priority;
    entry.case = rows::case(line.case.as_ref().map_or("", |word| word.0.as_str()))?;
    let end = |word: &Option<Word<Day>>| word.as_ref().map_or_else(String::new, |word| word.0.clone());
    entry.validity = Validity::parse(&end(&line.from), &end(&line.until))
        .map_err(|error| Wrong::new(format!("{:?} is no date", error.0), DATE))?;
    rows::check_validity(&entry)?;
    rows::finish(&mut entry);
    Ok(entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_become_entries() {
        let text = concat!(
            r#"{"id":"a","kind":"place","name":"Almstadt","aliases":["Alm"],"ids":{"wikidata":"Q1"},"gender":"n","#,
            r#""adjectives":["almisch"],"people":["Almer"],"er":["auto"],"short":[],"flags":["article","rigid"],"#,
            r#""priority":-3,"case":"fold","from":"1990-10-03","until":"2020"}"#,
            "\r\n\n",
            r#"{"kind":"person","name":"Bo Alm"}"#
        );
        let entries = read("t.jsonl", text).unwrap();
        let [(1, first), (3, second)] = entries.as_slice() else {
            panic!("{entries:?}")
        };
        assert_eq!((first.id.as_str(), first.priority, first.article), ("a", -3, true));
        assert!(first.rigid && first.ids.contains_key("wikidata"));
        assert_eq!(first.validity, Validity::parse("1990-10-03", "2020-12-31").unwrap());
        assert_eq!(second.id, "person:Bo Alm");
    }

    #[test]
    fn the_first_fault_is_told_with_its_place() {
        for (text, expected) in [
            (
                "{\"kind\":\"place\",\"name\":\"Ä\"}\n{\"kind\":\"planet\",\"name\":\"B\"}",
                "t.jsonl:2:16: unknown kind",
            ),
            (
                "{\"kind\":\"place\"}",
                "t.jsonl:1:16: the member \"name\" is missing; add it",
            ),
            (
                "{\"name\":\"Ä\",\"kind\":\"place\",\"colour\":1}",
                "t.jsonl:1:35: unknown member \"colour\"; known are",
            ),
            ("{\"name\":\"Ä\"", "t.jsonl:1:11: the object does not end"),
            ("kind,name", "t.jsonl:1:1: no object"),
            ("[1]", "t.jsonl:1:1: an array"),
            ("{\"kind\":\"place\",\"name\":\" \"}", "t.jsonl:1:1: the name is empty"),
            (
                "{\"kind\":\"place\",\"name\":\"A\",\"flags\":[\"big\"]}",
                "t.jsonl:1:42: unknown flag \"big\"",
            ),
            (
                "{\"kind\":\"place\",\"name\":\"A\",\"until\":\"morgen\"}",
                "t.jsonl:1:44: \"morgen\" is no date",
            ),
            (
                "{\"kind\":\"place\",\"name\":\"A\",\"priority\":40000}",
                "t.jsonl:1:43: invalid value",
            ),
            (
                "{\"kind\":\"place\",\"name\":\"A\",\"aliases\":\"B\"}",
                "t.jsonl:1:40: invalid type",
            ),
        ] {
            let error = read("t.jsonl", text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{text}: {error}");
            assert!(!error.contains(SPLIT) && !error.contains("at line"), "{error}");
        }
    }
}
