//! Lists as JSON Lines: one object a line, its members named like the columns of a table.

use std::collections::BTreeMap;

use serde::Deserialize;
use wortlaut_text::EntityKind;

use crate::builder::GazetteerError;
use crate::entry::GazetteerEntry;
use crate::rows::{self, DATE, Wrong, count};
use crate::validity::Validity;

/// A line. Words are read while the parser knows where it is, so that errors have a column.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    id: String,
    kind: Word<Kind>,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ids: BTreeMap<String, String>,
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

/// Reads a whole list, or reports its first fault. The entries come with their lines.
pub(crate) fn read(file: &str, text: &str) -> Result<Vec<(u32, GazetteerEntry)>, GazetteerError> {
    let mut entries = Vec::new();
    for (number, line) in (1u32..).zip(text.split('\n')) {
        if line.trim().is_empty() {
            continue;
        }
        let parsed: Line = serde_json::from_str(line).map_err(|error| fault(file, number, line, &error))?;
        let entry = entry(parsed).map_err(|wrong| wrong.at(file, number, 1))?;
        entries.push((number, entry));
    }
    Ok(entries)
}

fn fault(file: &str, number: u32, line: &str, error: &serde_json::Error) -> GazetteerError {
    // The parser counts bytes, and 0 where it had read nothing.
    let before = line
        .as_bytes()
        .get(..error.column().saturating_sub(1))
        .unwrap_or(line.as_bytes());
    let column = count(String::from_utf8_lossy(before).chars().count()).saturating_add(1);
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let (reason, remedy) = message.split_once(SPLIT).unwrap_or((message, "correct the object"));
    GazetteerError::Line {
        file: file.to_owned(),
        line: number,
        column,
        reason: reason.to_owned(),
        remedy: remedy.to_owned(),
    }
}

fn entry(line: Line) -> Result<GazetteerEntry, Wrong> {
    if line.name.trim().is_empty() {
        return Err(Wrong::new("the name is empty", "give one, or remove the line"));
    }
    let mut entry = GazetteerEntry::new(line.id.trim(), rows::kind(&line.kind.0)?, line.name.trim());
    entry.aliases = line.aliases;
    entry.ids = line.ids;
    entry.gender = rows::gender(line.gender.as_ref().map_or("", |word| word.0.as_str()))?;
    entry.adjectives = line.adjectives;
    entry.people = line.people;
    entry.place_adjectives = line.er;
    entry.short = line.short;
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
            ("{\"kind\":\"place\"}", "t.jsonl:1:16: missing field `name`"),
            (
                "{\"name\":\"Ä\",\"kind\":\"place\",\"colour\":1}",
                "t.jsonl:1:35: unknown field `colour`",
            ),
            ("{\"name\":\"Ä\"", "t.jsonl:1:11: EOF"),
            ("kind,name", "t.jsonl:1:1: expected value"),
            ("[1]", "t.jsonl:1:"),
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
