//! Lists as CSV (RFC 4180): fields set apart by commas or semicolons, quoted with `"` where needed.

use std::borrow::Cow;

use crate::error::{GazetteerError, Wrong};
use crate::rows::{Entries, Field, Rows};

/// Reads a whole table, or reports its first fault.
pub(crate) fn read(file: &str, text: &str) -> Result<Entries, GazetteerError> {
    let separator = separator(text);
    let mut rows = Rows::new(file, separator);
    let mut reader = Reader {
        file,
        rest: text,
        line: 1,
        column: 1,
        separator,
    };
    let mut fields = Vec::new();
    while reader.record(&mut fields, &mut rows)? {
        rows.line(&fields)?;
    }
    rows.finish()
}

/// What sets fields apart: the first comma or semicolon of the first line that is no note, outside quotation marks.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .unwrap_or("");
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | ';' if !quoted => return c,
            _ => {}
        }
    }
    ','
}

struct Reader<'t> {
    file: &'t str,
    rest: &'t str,
    line: usize,
    column: usize,
    separator: char,
}

impl<'t> Reader<'t> {
    /// Goes over the next `len` bytes.
    fn skip(&mut self, len: usize) -> &'t str {
        let (skipped, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        for c in skipped.chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.rest = rest;
        skipped
    }

    fn fault(&self, (line, column): (usize, usize), reason: &str, remedy: &'static str) -> GazetteerError {
        Wrong::new(reason, remedy).at(self.file, line, column)
    }

    /// The next record that is neither empty nor a note; `false` at the end.
    fn record(&mut self, fields: &mut Vec<Field<'t>>, rows: &mut Rows<'_>) -> Result<bool, GazetteerError> {
        fields.clear();
        loop {
            let end = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
            let line = self.rest.get(..end).unwrap_or("");
            if line.is_empty() {
                return Ok(false);
            }
            if line.starts_with('#') {
                rows.note(self.line, line);
            } else if !line.trim().is_empty() {
                break;
            }
            self.skip(end);
        }
        loop {
            let field = self.field()?;
            fields.push(field);
            if self.rest.starts_with(self.separator) {
                self.skip(1);
                continue;
            }
            let end = if self.rest.starts_with("\r\n") { 2 } else { 1 };
            self.skip(end);
            return Ok(true);
        }
    }

    fn field(&mut self) -> Result<Field<'t>, GazetteerError> {
        let (line, column) = (self.line, self.column);
        let field = |text| Field { line, column, text };
        if !self.rest.starts_with('"') {
            let separator = self.separator;
            let mut end = self.rest.find([separator, '\n']).unwrap_or(self.rest.len());
            if self.rest.get(end..).is_some_and(|rest| !rest.starts_with(separator))
                && self.rest.get(..end).is_some_and(|text| text.ends_with('\r'))
            {
                end -= 1;
            }
            if let Some(at) = self.rest.get(..end).and_then(|text| text.find('"')) {
                self.skip(at);
                return Err(self.fault(
                    (self.line, self.column),
                    "a quotation mark inside a field that begins without one",
                    "quote the whole field and double the marks inside",
                ));
            }
            return Ok(field(Cow::Borrowed(self.skip(end))));
        }
        self.skip(1);
        let mut text = Cow::Borrowed("");
        loop {
            let Some(end) = self.rest.find('"') else {
                return Err(self.fault(
                    (line, column),
                    "a quoted field without an end",
                    "add the closing quotation mark; double those inside the field",
                ));
            };
            let part = self.skip(end);
            if text.is_empty() {
                text = Cow::Borrowed(part);
            } else {
                text.to_mut().push_str(part);
            }
            self.skip(1);
            if self.rest.starts_with('"') {
                self.skip(1);
                text.to_mut().push('"');
                continue;
            }
            let is_end = self.rest.is_empty()
                || self.rest.starts_with(self.separator)
                || self.rest.starts_with('\n')
                || self.rest.starts_with("\r\n");
            if !is_end {
                return Err(self.fault(
                    (self.line, self.column),
                    "text after the end of a quoted field",
                    "double quotation marks inside a field, or remove what follows",
                ));
            }
            return Ok(field(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(table: &str) -> Vec<String> {
        read("t.csv", table)
            .unwrap()
            .into_iter()
            .map(|(line, entry)| format!("{line} {} {}", entry.name, entry.aliases.join("|")))
            .collect()
    }

    #[test]
    fn fields_and_records() {
        for (table, expected) in [
            ("a,place,Alm\n", vec!["1 Alm "]),
            ("a,place,Alm", vec!["1 Alm "]),
            (
                "id,kind,name\r\na,place,Alm\r\n\r\nb,place,Bad Au\r\n",
                vec!["2 Alm ", "4 Bad Au "],
            ),
            (
                "# note, with a comma\nid;kind;name;aliases\na;place;Alm;Alpe|Ålm\n",
                vec!["3 Alm Alpe|Ålm"],
            ),
            ("a,organization,\"Alm, Bo & Co\"\n", vec!["1 Alm, Bo & Co "]),
            ("a,other,\"Das \"\"Alm\"\"\"\n", vec!["1 Das \"Alm\" "]),
            ("a,other,\"Am\nTor\"\nb,other,Be\n", vec!["1 Am Tor ", "3 Be "]),
            ("kind;name;aliases\nplace;Alm;\"Alpe;x\"\n", vec!["2 Alm Alpe;x"]),
            ("\n\n# nothing\nid,kind,name", vec![]),
        ] {
            assert_eq!(names(table), expected, "{table:?}");
        }
    }

    #[test]
    fn the_first_fault_is_told_with_its_place() {
        for (table, expected) in [
            ("a,place,A\nb,planet,B\n", "t.csv:2:3: unknown kind \"planet\""),
            ("a,place,\"A\nb,place,B\n", "t.csv:1:9: a quoted field without an end"),
            ("a,place,\"A\" x\n", "t.csv:1:12: text after the end"),
            ("a,place,Ä \"B\"\n", "t.csv:1:11: a quotation mark inside"),
            ("a,place,\"B\nC\",,Q1\n", "t.csv:2:5: identifier \"Q1\""),
            ("id;kind;name;no\n", "t.csv:1:14: unknown column \"no\""),
            ("a,place\n", "t.csv:1:1: only 2 columns"),
            ("a,place,Alm,,,,,,,,,,,,,x\n", "t.csv:1:25: more than 15 columns"),
        ] {
            let error = read("t.csv", table).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{table:?}: {error}");
        }
    }
}
