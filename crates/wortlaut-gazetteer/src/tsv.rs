//! Lists as tables: one entry a line, columns set apart by tabs.

use crate::error::GazetteerError;
use crate::rows::{Entries, Field, Rows};

/// Reads a whole table, or reports its first fault.
pub(crate) fn read(file: &str, text: &str) -> Result<Entries, GazetteerError> {
    let mut rows = Rows::new(file, '\t');
    let mut fields = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with('#') {
            rows.note(number, line);
            continue;
        }
        fields.clear();
        let mut column = 1;
        for text in line.split('\t') {
            fields.push(Field {
                line: number,
                column,
                text: text.into(),
            });
            column += text.chars().count() + 1;
        }
        rows.line(&fields)?;
    }
    rows.finish()
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
            let Err(GazetteerError::Line(error)) = read("t.tsv", table) else {
                panic!("{table:?}")
            };
            assert_eq!(
                (error.file(), error.line(), error.column()),
                ("t.tsv", line, column),
                "{error}"
            );
            assert!(error.reason().contains(part) && !error.remedy().is_empty(), "{error}");
        }
    }

    #[test]
    fn a_header_chooses_the_columns() {
        let rows = read("t.tsv", "id\tname\tkind\tflags\r\nx\tXanten\tplace\tambiguous\r\n").unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].1.name.as_str(), rows[0].1.ambiguous), ("Xanten", true));
    }
}
