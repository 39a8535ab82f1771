//! What the tables have in common: their columns, and how a field is read.

use std::io::Read;

use wortlaut_text::{EntityKind, Gender};

use crate::builder::GazetteerError;
use crate::entry::{CasePolicy, GazetteerEntry};
use crate::validity::Validity;

/// The columns, in their order where the table names none.
pub(crate) const COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "name",
    "aliases",
    "ids",
    "gender",
    "adjectives",
    "people",
    "er",
    "short",
    "flags",
    "priority",
    "case",
    "from",
    "until",
];

/// A field of a table and where it begins: line and column (in characters), from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field<'t> {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) text: std::borrow::Cow<'t, str>,
}

/// What is wrong with a value, and what to do about it.
pub(crate) struct Wrong {
    pub(crate) reason: String,
    pub(crate) remedy: &'static str,
}

impl Wrong {
    pub(crate) fn new(reason: impl Into<String>, remedy: &'static str) -> Self {
        Wrong {
            reason: reason.into(),
            remedy,
        }
    }

    /// The error at a place.
    pub(crate) fn at(self, file: &str, line: u32, column: u32) -> GazetteerError {
        GazetteerError::Line {
            file: file.to_owned(),
            line,
            column,
            reason: self.reason,
            remedy: self.remedy.to_owned(),
        }
    }
}

/// Reads a whole file as UTF-8, without a byte-order mark.
pub(crate) fn text(file: &str, mut from: impl Read) -> Result<String, GazetteerError> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(|error| {
        let line = count(bytes.iter().filter(|&&byte| byte == b'\n').count());
        Wrong::new(format!("cannot be read: {error}"), "check the file").at(file, line.saturating_add(1), 1)
    })?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..valid).unwrap_or(&[]);
        let line = count(before.iter().filter(|&&byte| byte == b'\n').count()).saturating_add(1);
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let column = String::from_utf8_lossy(before.get(start..).unwrap_or(&[]))
            .chars()
            .count();
        Wrong::new("not UTF-8", "convert the table to UTF-8 first").at(file, line, count(column).saturating_add(1))
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether the first line of a table names its columns.
pub(crate) fn is_header(first: &str) -> bool {
    matches!(first.trim(), "id" | "kind")
}

/// The columns that a first line names.
pub(crate) fn header(file: &str, fields: &[Field<'_>]) -> Result<Vec<&'static str>, GazetteerError> {
    let mut columns = Vec::new();
    for field in fields {
        let name = field.text.trim();
        let Some(&known) = COLUMNS.iter().find(|&&column| column == name) else {
            return Err(Wrong::new(
                format!("unknown column {name:?}; known are {}", COLUMNS.join(", ")),
                "rename it or leave it out",
            )
            .at(file, field.line, field.column));
        };
        if columns.contains(&known) {
            return Err(
                Wrong::new(format!("column {name:?} named twice"), "leave one of them out").at(
                    file,
                    field.line,
                    field.column,
                ),
            );
        }
        columns.push(known);
    }
    for needed in ["kind", "name"] {
        if !columns.contains(&needed) {
            let line = fields.first().map_or(1, |field| field.line);
            return Err(Wrong::new(format!("column {needed:?} is missing"), "add it").at(file, line, 1));
        }
    }
    Ok(columns)
}

/// The entry of a line.
pub(crate) fn entry(file: &str, fields: &[Field<'_>], columns: &[&str]) -> Result<GazetteerEntry, GazetteerError> {
    let mut entry = GazetteerEntry::new("", EntityKind::Other, "");
    let (mut from, mut until) = (None, None);
    for (index, field) in fields.iter().enumerate() {
        let Some(&column) = columns.get(index) else {
            return Err(Wrong::new(
                format!("more than {} columns", columns.len()),
                "remove the separator, or quote the field in CSV",
            )
            .at(file, field.line, field.column));
        };
        match column {
            "from" => from = Some(field),
            "until" => until = Some(field),
            _ => {
                set(&mut entry, column, field.text.trim()).map_err(|wrong| wrong.at(file, field.line, field.column))?
            }
        }
    }
    for (field, is_start) in [(from, true), (until, false)] {
        let Some(field) = field else { continue };
        let (start, end) = if is_start {
            (field.text.as_ref(), "")
        } else {
            ("", field.text.as_ref())
        };
        let parsed = Validity::parse(start, end).map_err(|error| {
            Wrong::new(format!("{:?} is no date", error.0), DATE).at(file, field.line, field.column)
        })?;
        entry.validity.from = entry.validity.from.or(parsed.from);
        entry.validity.until = entry.validity.until.or(parsed.until);
    }
    if let (Some(field), Err(wrong)) = (until.or(from), check_validity(&entry)) {
        return Err(wrong.at(file, field.line, field.column));
    }
    if entry.name.is_empty() {
        let line = fields.first().map_or(1, |field| field.line);
        return Err(Wrong::new(
            format!("only {} columns", fields.len()),
            "id, kind and name are needed, set apart as in the other lines",
        )
        .at(file, line, 1));
    }
    finish(&mut entry);
    Ok(entry)
}

/// What dates look like.
pub(crate) const DATE: &str = "write 2025, 2025-05 or 2025-05-31";

/// Whether the days of an entry are in order.
pub(crate) fn check_validity(entry: &GazetteerEntry) -> Result<(), Wrong> {
    match (entry.validity.from, entry.validity.until) {
        (Some(from), Some(until)) if from > until => Err(Wrong::new(
            format!("valid until {until}, before it begins on {from}"),
            "exchange the dates",
        )),
        _ => Ok(()),
    }
}

/// An entry without an id has its kind and name for one.
pub(crate) fn finish(entry: &mut GazetteerEntry) {
    if entry.id.is_empty() {
        entry.id = format!("{}:{}", entry.kind.as_str(), entry.name);
    }
}

/// Reads a field into an entry.
fn set(entry: &mut GazetteerEntry, column: &str, field: &str) -> Result<(), Wrong> {
    match column {
        "id" if field.is_empty() => {
            return Err(Wrong::new("the id is empty", "give one, or leave the whole column out"));
        }
        "id" => entry.id = field.to_owned(),
        "kind" => entry.kind = kind(field)?,
        "name" if field.is_empty() => return Err(Wrong::new("the name is empty", "give one, or remove the line")),
        "name" => entry.name = one_line(field),
        "aliases" => entry.aliases = several(field),
        "ids" => {
            for pair in field.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
                match pair.split_once('=') {
                    Some((authority, id)) if !authority.trim().is_empty() && !id.trim().is_empty() => {
                        entry.ids.insert(authority.trim().to_owned(), id.trim().to_owned());
                    }
                    _ => {
                        return Err(Wrong::new(
                            format!("identifier {pair:?} is not of the form authority=id"),
                            "write it like wikidata=Q64",
                        ));
                    }
                }
            }
        }
        "gender" => entry.gender = gender(field)?,
        "adjectives" => entry.adjectives = several(field),
        "people" => entry.people = several(field),
        "er" => entry.place_adjectives = several(field),
        "short" => entry.short = several(field),
        "flags" => {
            for name in field.split(['|', ',']).map(str::trim).filter(|name| !name.is_empty()) {
                flag(entry, name)?;
            }
        }
        "priority" if !field.is_empty() => {
            entry.priority = field.parse().map_err(|_| {
                Wrong::new(
                    format!("priority {field:?} is not a number from -32768 to 32767"),
                    "write a whole number; the built-in list has 0",
                )
            })?;
        }
        "case" => entry.case = case(field)?,
        _ => {}
    }
    Ok(())
}

/// Several values set apart by `|`.
fn several(field: &str) -> Vec<String> {
    field
        .split('|')
        .map(one_line)
        .filter(|value| !value.is_empty())
        .collect()
}

/// The words of a value, set apart by single spaces: a quoted field of CSV may have line breaks.
fn one_line(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    for word in field.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

pub(crate) fn kind(field: &str) -> Result<EntityKind, Wrong> {
    Ok(match field {
        "person" => EntityKind::Person,
        "place" => EntityKind::Place,
        "organization" => EntityKind::Organization,
        "event" => EntityKind::Event,
        "other" => EntityKind::Other,
        _ => {
            return Err(Wrong::new(
                format!("unknown kind {field:?}"),
                "known are person, place, organization, event, other",
            ));
        }
    })
}

pub(crate) fn gender(field: &str) -> Result<Option<Gender>, Wrong> {
    Ok(match field {
        "" => None,
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        "n" => Some(Gender::Neuter),
        _ => return Err(Wrong::new(format!("unknown gender {field:?}"), "known are m, f, n")),
    })
}

pub(crate) fn case(field: &str) -> Result<CasePolicy, Wrong> {
    Ok(match field {
        "" | "exact" => CasePolicy::Exact,
        "fold" => CasePolicy::Fold,
        _ => {
            return Err(Wrong::new(
                format!("unknown case policy {field:?}"),
                "known are exact, fold",
            ));
        }
    })
}

pub(crate) fn flag(entry: &mut GazetteerEntry, name: &str) -> Result<(), Wrong> {
    match name {
        "ambiguous" => entry.ambiguous = true,
        "metonym" => entry.metonym = true,
        "article" => entry.article = true,
        "rigid" => entry.rigid = true,
        "transliterated" => entry.transliterated = true,
        _ => {
            return Err(Wrong::new(
                format!("unknown flag {name:?}"),
                "known are ambiguous, metonym, article, rigid, transliterated",
            ));
        }
    }
    Ok(())
}
