//! Lists as tables: one entry a line, columns set apart by tabs.

use crate::builder::GazetteerError;
use crate::entry::GazetteerEntry;
use crate::rows::{self, COLUMNS, Field, count};

/// Reads a whole table, or reports its first fault. The entries come with their lines.
pub(crate) fn read(file: &str, text: &str) -> Result<Vec<(u32, GazetteerEntry)>, GazetteerError> {
    let mut entries = Vec::new();
    let mut columns: Vec<&'static str> = COLUMNS.to_vec();
    let mut first = true;
    let mut fields = Vec::new();
    for (number, line) in (1u32..).zip(text.split('\n')) {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        fields.clear();
        let mut column = 1u32;
        for text in line.split('\t') {
            fields.push(Field {
                line: number,
                column,
                text: text.into(),
            });
            column = column.saturating_add(count(text.chars().count())).saturating_add(1);
        }
        if std::mem::take(&mut first) && fields.first().is_some_and(|field| rows::is_header(&field.text)) {
            columns = rows::header(file, &fields)?;
            continue;
        }
        entries.push((number, rows::entry(file, &fields, &columns)?));
    }
    Ok(entries)
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
            ("\tplace\tA\n", 1, 1, "id is empty"),
            ("id\tkind\tname\tpriority\na\tplace\tA\thigh\n", 2, 11, "not a number"),
            ("id\tkind\tname\tcase\na\tplace\tA\tany\n", 2, 11, "unknown case policy"),
            ("id\tkind\tname\tflags\na\tplace\tA\tbig\n", 2, 11, "unknown flag"),
            ("id\tkind\tname\tfrom\na\tplace\tA\t1.5.2020\n", 2, 11, "no date"),
            (
                "id\tkind\tname\tfrom\tuntil\na\tplace\tA\t2020\t2019\n",
                2,
                16,
                "before it begins",
            ),
            (
                "a\tplace\tA\nb\tplace\tB\t\t\t\t\t\t\t\t\t\t\t\t\tx\n",
                2,
                23,
                "more than 15 columns",
            ),
        ] {
            match read("t.tsv", table) {
                Err(GazetteerError::Line {
                    file,
                    line: at,
                    column: in_line,
                    reason,
                    remedy,
                }) => {
                    assert_eq!(
                        (file.as_str(), at, in_line),
                        ("t.tsv", line, column),
                        "{table:?} {reason}"
                    );
                    assert!(reason.contains(part), "{reason}");
                    assert!(!remedy.is_empty(), "{reason}");
                }
                other => panic!("{table:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_place() {
        let error = rows::text("t.tsv", &b"a\tplace\tA\nb\tplace\t\xC3\xA4\xFF\n"[..]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "t.tsv:2:10: not UTF-8; convert the table to UTF-8 first"
        );
    }

    #[test]
    fn a_header_chooses_the_columns() {
        let rows = read("t.tsv", "id\tname\tkind\tflags\r\nx\tXanten\tplace\tambiguous\r\n").unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].1.name.as_str(), rows[0].1.ambiguous), ("Xanten", true));
    }
}
