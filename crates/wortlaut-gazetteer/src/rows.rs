//! What the tables have in common: their columns, and how a field is read.

use std::borrow::Cow;

use wortlaut_text::{EntityKind, Gender};

use crate::entry::{CasePolicy, GazetteerEntry};
use crate::error::{GazetteerError, Wrong};
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
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) text: Cow<'t, str>,
}

/// The entries of a list with their lines.
pub(crate) type Entries = Vec<(usize, GazetteerEntry)>;

/// A table while it is read, line by line.
pub(crate) struct Rows<'f> {
    file: &'f str,
    /// What sets its columns apart.
    separator: char,
    /// Its columns, when its first line was seen.
    columns: Option<Vec<&'static str>>,
    headed: bool,
    /// The line of a note that reads like a header.
    note: Option<usize>,
    entries: Entries,
}

impl<'f> Rows<'f> {
    pub(crate) fn new(file: &'f str, separator: char) -> Self {
        Rows {
            file,
            separator,
            columns: None,
            headed: false,
            note: None,
            entries: Vec::new(),
        }
    }

    /// Looks at a note: where no header follows, columns named in it in another order than theirs are a mistake.
    pub(crate) fn note(&mut self, line: usize, text: &str) {
        if self.columns.is_some() || self.note.is_some() {
            return;
        }
        let names: Option<Vec<_>> = text.trim_start_matches('#').split(self.separator).map(column).collect();
        if names.is_some_and(|names| names.contains(&"kind") && !COLUMNS.starts_with(&names)) {
            self.note = Some(line);
        }
    }

    /// Reads the fields of a line: the first may be a header, all others are entries.
    pub(crate) fn line(&mut self, fields: &[Field<'_>]) -> Result<(), GazetteerError> {
        let Some(first) = fields.first() else { return Ok(()) };
        let wrong = |wrong: Wrong, at: &Field<'_>| wrong.at(self.file, at.line, at.column);
        let Some(columns) = &self.columns else {
            self.headed = is_header(fields);
            if !self.headed {
                if let Some(line) = self.note {
                    let reason = "columns named in a note, which is not read";
                    return Err(Wrong::new(reason, "remove the # before them, or the line").at(self.file, line, 1));
                }
            }
            self.columns = Some(if self.headed {
                header(self.separator, fields).map_err(|(fault, at)| wrong(fault, at))?
            } else {
                COLUMNS.to_vec()
            });
            return if self.headed { Ok(()) } else { self.line(fields) };
        };
        let entry = entry(self.separator, fields, columns).map_err(|(mut fault, at)| {
            if !self.headed && self.entries.is_empty() {
                fault.remedy += "; without a header the columns are id, kind, name, aliases, …";
            }
            wrong(fault, at)
        })?;
        self.entries.push((first.line, entry));
        Ok(())
    }

    /// The entries. A table without entries has a header at least.
    pub(crate) fn finish(self) -> Result<Entries, GazetteerError> {
        if self.columns.is_none() {
            return Err(nothing(self.file));
        }
        Ok(self.entries)
    }
}

/// The error for a list in which nothing is said: it was cut off, or is another file than was meant.
pub(crate) fn nothing(file: &str) -> GazetteerError {
    GazetteerError::file(file, "has no entries; check how it was written, or leave the list out")
}

/// A fault and its place.
type At<'l, 't, T> = Result<T, (Wrong, &'l Field<'t>)>;

/// The column that a header calls so, in any case.
fn column(name: &str) -> Option<&'static str> {
    let name = name.trim();
    COLUMNS.into_iter().find(|column| name.eq_ignore_ascii_case(column))
}

/// Whether the first line of a table names its columns: one of its fields is the name of a column, and the second is no
/// kind, which it is in every line that is an entry.
fn is_header(fields: &[Field<'_>]) -> bool {
    let is_entry = fields.get(1).is_some_and(|field| kind(field.text.trim()).is_ok());
    !is_entry && fields.iter().any(|field| column(&field.text).is_some())
}

/// The columns that a first line names.
fn header<'l, 't>(separator: char, fields: &'l [Field<'t>]) -> At<'l, 't, Vec<&'static str>> {
    let mut columns = Vec::new();
    for field in fields {
        let name = field.text.trim();
        if name.is_empty() {
            let remedy = format!("name it, or remove {} too many", shown(separator));
            return Err((Wrong::new("a column without a name", remedy), field));
        }
        let known = column(name).ok_or_else(|| (Wrong::unknown("column", name, &COLUMNS), field))?;
        if columns.contains(&known) {
            let wrong = Wrong::new(format!("column {name:?} named twice"), "leave one of them out");
            return Err((wrong, field));
        }
        columns.push(known);
    }
    for needed in ["kind", "name"] {
        if let (false, Some(first)) = (columns.contains(&needed), fields.first()) {
            return Err((Wrong::new(format!("column {needed:?} is missing"), "add it"), first));
        }
    }
    Ok(columns)
}

/// What sets columns apart, in words.
fn shown(separator: char) -> &'static str {
    match separator {
        '\t' => "tabs",
        ',' => "commas",
        _ => "semicolons",
    }
}

/// What is wrong with a line that has too few columns.
fn too_few(separator: char, fields: &[Field<'_>]) -> Wrong {
    let here = shown(separator);
    if let [field] = fields {
        // The line of another table, or all of it.
        let other = ['\t', ';', ',']
            .into_iter()
            .find(|&other| other != separator && field.text.contains(other));
        if let Some(other) = other {
            let there = shown(other);
            let remedy = match (separator, other) {
                ('\t', _) => "read it as CSV (read_csv, a file named .csv), or set columns apart by tabs",
                (_, '\t') => "read it as a table with tabs (read_tsv, a file named .tsv)",
                _ => "use one of them in the whole table",
            };
            return Wrong::new(
                format!("columns set apart by {there}, where {here} are expected"),
                remedy,
            );
        }
    }
    let columns = if fields.len() == 1 { "column" } else { "columns" };
    Wrong::new(
        format!("only {} {columns}", fields.len()),
        format!("kind and name are needed at least, set apart by {here}"),
    )
}

/// The entry of a line.
fn entry<'l, 't>(separator: char, fields: &'l [Field<'t>], columns: &[&str]) -> At<'l, 't, GazetteerEntry> {
    let mut entry = GazetteerEntry::new("", EntityKind::Other, "");
    let (mut from, mut until) = (None, None);
    if let ([first], [_, _, ..]) = (fields, columns) {
        return Err((too_few(separator, fields), first));
    }
    for (index, field) in fields.iter().enumerate() {
        let Some(&column) = columns.get(index) else {
            let remedy = if separator == '\t' {
                "remove the tabs too many"
            } else {
                "remove the separators too many, or quote the field that has one"
            };
            return Err((
                Wrong::new(format!("more than {} columns", columns.len()), remedy),
                field,
            ));
        };
        match column {
            "from" => from = Some(field),
            "until" => until = Some(field),
            _ => set(&mut entry, column, field.text.trim()).map_err(|wrong| (wrong, field))?,
        }
    }
    for (field, is_start) in [(from, true), (until, false)] {
        let Some(field) = field else { continue };
        let (start, end) = if is_start {
            (field.text.as_ref(), "")
        } else {
            ("", field.text.as_ref())
        };
        let parsed = Validity::parse(start, end)
            .map_err(|error| (Wrong::new(format!("{:?} is no date", error.0), DATE), field))?;
        entry.validity.from = entry.validity.from.or(parsed.from);
        entry.validity.until = entry.validity.until.or(parsed.until);
    }
    if let (Some(field), Err(wrong)) = (until.or(from), check_validity(&entry)) {
        return Err((wrong, field));
    }
    if let (true, Some(first)) = (entry.name.is_empty(), fields.first()) {
        return Err((too_few(separator, fields), first));
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
pub(crate) fn one_line(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    for word in field.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

const KINDS: [&str; 5] = ["person", "place", "organization", "event", "other"];
const FLAGS: [&str; 5] = ["ambiguous", "metonym", "article", "rigid", "transliterated"];

pub(crate) fn kind(field: &str) -> Result<EntityKind, Wrong> {
    Ok(match field {
        "person" => EntityKind::Person,
        "place" => EntityKind::Place,
        "organization" => EntityKind::Organization,
        "event" => EntityKind::Event,
        "other" => EntityKind::Other,
        _ => return Err(Wrong::unknown("kind", field, &KINDS)),
    })
}

pub(crate) fn gender(field: &str) -> Result<Option<Gender>, Wrong> {
    Ok(match field {
        "" => None,
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        "n" => Some(Gender::Neuter),
        _ => return Err(Wrong::unknown("gender", field, &["m", "f", "n"])),
    })
}

pub(crate) fn case(field: &str) -> Result<CasePolicy, Wrong> {
    Ok(match field {
        "" | "exact" => CasePolicy::Exact,
        "fold" => CasePolicy::Fold,
        _ => return Err(Wrong::unknown("case policy", field, &["exact", "fold"])),
    })
}

pub(crate) fn flag(entry: &mut GazetteerEntry, name: &str) -> Result<(), Wrong> {
    match name {
        "ambiguous" => entry.ambiguous = true,
        "metonym" => entry.metonym = true,
        "article" => entry.article = true,
        "rigid" => entry.rigid = true,
        "transliterated" => entry.transliterated = true,
        _ => return Err(Wrong::unknown("flag", name, &FLAGS)),
    }
    Ok(())
}
