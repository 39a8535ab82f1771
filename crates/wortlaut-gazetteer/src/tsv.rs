//! Lists as tables: one entry a line, columns set apart by tabs.

use std::io::{BufRead, BufReader, Read};

use wortlaut_text::{EntityKind, Gender};

use crate::builder::GazetteerError;
use crate::entry::{CasePolicy, GazetteerEntry};

/// The columns, in their order where the table names none.
pub(crate) const COLUMNS: [&str; 13] = [
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
];

/// Reads a whole table, or reports its first fault.
pub(crate) fn read(file: &str, from: impl Read) -> Result<Vec<(u32, GazetteerEntry)>, GazetteerError> {
    let mut entries = Vec::new();
    let mut columns: Vec<&'static str> = COLUMNS.to_vec();
    let mut first = true;
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    for number in 1u32.. {
        line.clear();
        let read = reader
            .read_until(b'\n', &mut line)
            .map_err(|error| fault(file, number, 1, format!("cannot be read: {error}")))?;
        if read == 0 {
            break;
        }
        let line = std::str::from_utf8(&line).map_err(|error| {
            let column = u32::try_from(error.valid_up_to()).unwrap_or(u32::MAX).saturating_add(1);
            fault(
                file,
                number,
                column,
                "not UTF-8: convert the table to UTF-8 first".to_owned(),
            )
        })?;
        let line = line.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}');
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if std::mem::take(&mut first) && matches!(line.split('\t').next().map(str::trim), Some("id" | "kind")) {
            columns = header(file, number, line)?;
            continue;
        }
        entries.push((number, row(file, number, line, &columns)?));
    }
    Ok(entries)
}

fn fault(file: &str, line: u32, column: u32, reason: String) -> GazetteerError {
    GazetteerError::Line {
        file: file.to_owned(),
        line,
        column,
        reason,
    }
}

/// The fields of a line with their columns (in characters, from 1).
fn fields(line: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut column = 1u32;
    line.split('\t').map(move |field| {
        let at = column;
        let width = u32::try_from(field.chars().count()).unwrap_or(u32::MAX);
        column = column.saturating_add(width).saturating_add(1);
        (at, field.trim())
    })
}

fn header(file: &str, number: u32, line: &str) -> Result<Vec<&'static str>, GazetteerError> {
    let mut columns = Vec::new();
    for (at, field) in fields(line) {
        let Some(&known) = COLUMNS.iter().find(|&&column| column == field) else {
            return Err(fault(
                file,
                number,
                at,
                format!("unknown column {field:?}; known are {}", COLUMNS.join(", ")),
            ));
        };
        if columns.contains(&known) {
            return Err(fault(file, number, at, format!("column {field:?} named twice")));
        }
        columns.push(known);
    }
    for needed in ["kind", "name"] {
        if !columns.contains(&needed) {
            return Err(fault(file, number, 1, format!("column {needed:?} is missing")));
        }
    }
    Ok(columns)
}

/// The values of a field with several, set apart by `|`.
fn several(field: &str) -> Vec<String> {
    field
        .split('|')
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
        .collect()
}

fn row(file: &str, number: u32, line: &str, columns: &[&str]) -> Result<GazetteerEntry, GazetteerError> {
    let mut entry = GazetteerEntry::new("", EntityKind::Other, "");
    let mut seen = 0;
    for (index, (at, field)) in fields(line).enumerate() {
        let wrong = |reason: String| fault(file, number, at, reason);
        let Some(&column) = columns.get(index) else {
            return Err(wrong(format!("more than {} columns", columns.len())));
        };
        seen = index + 1;
        match column {
            "id" if field.is_empty() => return Err(wrong("the id is empty".to_owned())),
            "id" => entry.id = field.to_owned(),
            "kind" => {
                entry.kind = kind(field).ok_or_else(|| {
                    wrong(format!(
                        "unknown kind {field:?}; known are person, place, organization, event, other"
                    ))
                })?
            }
            "name" if field.is_empty() => return Err(wrong("the name is empty".to_owned())),
            "name" => entry.name = field.to_owned(),
            "aliases" => entry.aliases = several(field),
            "ids" => {
                for pair in field.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
                    match pair.split_once('=') {
                        Some((authority, id)) if !authority.trim().is_empty() && !id.trim().is_empty() => {
                            entry.ids.insert(authority.trim().to_owned(), id.trim().to_owned());
                        }
                        _ => return Err(wrong(format!("identifier {pair:?} is not of the form authority=id"))),
                    }
                }
            }
            "gender" => {
                entry.gender = match field {
                    "" => None,
                    "m" => Some(Gender::Masculine),
                    "f" => Some(Gender::Feminine),
                    "n" => Some(Gender::Neuter),
                    _ => return Err(wrong(format!("unknown gender {field:?}; known are m, f, n"))),
                }
            }
            "adjectives" => entry.adjectives = several(field),
            "people" => entry.people = several(field),
            "er" => entry.place_adjectives = several(field),
            "short" => entry.short = several(field),
            "flags" => {
                for flag in field.split(['|', ',']).map(str::trim).filter(|flag| !flag.is_empty()) {
                    match flag {
                        "ambiguous" => entry.ambiguous = true,
                        "metonym" => entry.metonym = true,
                        "article" => entry.article = true,
                        "rigid" => entry.rigid = true,
                        _ => {
                            return Err(wrong(format!(
                                "unknown flag {flag:?}; known are ambiguous, metonym, article, rigid"
                            )));
                        }
                    }
                }
            }
            "priority" if !field.is_empty() => {
                entry.priority = field
                    .parse()
                    .map_err(|_| wrong(format!("priority {field:?} is not a number from -32768 to 32767")))?;
            }
            "case" => {
                entry.case = match field {
                    "" | "exact" => CasePolicy::Exact,
                    "fold" => CasePolicy::Fold,
                    _ => return Err(wrong(format!("unknown case policy {field:?}; known are exact, fold"))),
                }
            }
            _ => {}
        }
    }
    if entry.name.is_empty() {
        return Err(fault(
            file,
            number,
            1,
            format!("only {seen} columns; id, kind and name are needed"),
        ));
    }
    if entry.id.is_empty() {
        entry.id = format!("{}:{}", entry.kind.as_str(), entry.name);
    }
    Ok(entry)
}

fn kind(field: &str) -> Option<EntityKind> {
    Some(match field {
        "person" => EntityKind::Person,
        "place" => EntityKind::Place,
        "organization" => EntityKind::Organization,
        "event" => EntityKind::Event,
        "other" => EntityKind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fault_is_told_with_its_place() {
        for (table, line, column, part) in [
            ("a\tplace\tA\nb\tplanet\tB\n", 2, 3, "unknown kind"),
            ("a\tplace\n", 1, 1, "only 2 columns"),
            ("a\tplace\t\n", 1, 9, "name is empty"),
            ("# note\n\na\tplace\tÄ\t\tQ1\n", 3, 12, "authority=id"),
            ("id\tkind\tname\tcolour\n", 1, 14, "unknown column"),
            ("id\tname\tname\n", 1, 9, "named twice"),
            ("id\tname\n", 1, 1, "\"kind\" is missing"),
            ("a\tplace\tA\t\t\tx\n", 1, 13, "unknown gender"),
        ] {
            match read("t.tsv", table.as_bytes()) {
                Err(GazetteerError::Line {
                    file,
                    line: at,
                    column: in_line,
                    reason,
                }) => {
                    assert_eq!(
                        (file.as_str(), at, in_line),
                        ("t.tsv", line, column),
                        "{table:?} {reason}"
                    );
                    assert!(reason.contains(part), "{reason}");
                }
                other => panic!("{table:?}: {other:?}"),
            }
        }
        assert!(read("t.tsv", &b"a\tplace\t\xFF\n"[..]).is_err());
    }

    #[test]
    fn a_header_chooses_the_columns() {
        let rows = read(
            "t.tsv",
            "id\tname\tkind\tflags\r\nx\tXanten\tplace\tambiguous\r\n".as_bytes(),
        )
        .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].1.name.as_str(), rows[0].1.ambiguous), ("Xanten", true));
    }
}
