//! Reading and writing files: UTF-8 checked, JSON with places, output that is whole or absent.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{EvalError, Result};

/// The text of a file, untouched: no line end is converted, no byte order mark removed.
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| EvalError::read(path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..offset).unwrap_or_default();
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
        EvalError::new(
            format_args!("not UTF-8: found byte 0x{byte:02x} at byte {offset}"),
            format_args!("{}, line {line}", path.display()),
            "convert the file to UTF-8",
        )
    })
}

/// A record of a JSON-lines file, with the line it stands in (from 1).
#[derive(Debug)]
pub struct Line<T> {
    /// The line, from 1.
    pub number: usize,
    /// What it holds.
    pub record: T,
}

/// The records of a JSON-lines text that was read from `path`. Blank lines are passed over.
pub fn parse_lines<T: DeserializeOwned>(text: &str, path: &Path) -> Result<Vec<Line<T>>> {
    let lines = text.split('\n').enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let number = at + 1;
            serde_json::from_str(line)
                .map(|record| Line { number, record })
                .map_err(|error| json_error(&error, path, number))
        })
        .collect()
}

/// The records of a JSON-lines file.
pub fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<Line<T>>> {
    parse_lines(&read_text(path)?, path)
}

/// A JSON file as a whole.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_str(&read_text(path)?).map_err(|error| json_error(&error, path, error.line()))
}

fn json_error(error: &serde_json::Error, path: &Path, line: usize) -> EvalError {
    // serde_json appends its own "at line …", which counts within the one line it was given.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    EvalError::new(
        format_args!("malformed record: {message}"),
        format_args!("{}, line {line}, column {}", path.display(), error.column()),
        "correct the record, or check that this is the right file for the command",
    )
}

/// Records as JSON lines.
pub fn to_lines<T: Serialize>(records: &[T]) -> Result<String> {
    let mut out = String::new();
    for record in records {
        out.push_str(&to_json(record)?);
        out.push('\n');
    }
    Ok(out)
}

/// A record as JSON.
pub fn to_json<T: Serialize>(record: &T) -> Result<String> {
    serde_json::to_string(record).map_err(|error| {
        EvalError::new(
            format_args!("cannot be written as JSON: {error}"),
            "the output",
            "this is a bug of the tool: please report it",
        )
    })
}

/// Writes a file as a whole: an error leaves the file that was there before, or none.
pub fn write(path: &Path, content: &str) -> Result<()> {
    let fail = |error: std::io::Error| EvalError::write(path, &error);
    let name = path
        .file_name()
        .ok_or_else(|| EvalError::new("no file name", path.display(), "give the path of a file to write"))?;
    // In the same directory, so that the rename cannot cross file systems.
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(hidden);
    let written = fs::write(&temporary, content).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        // It may not even have been created; the first error is the one worth telling.
        let _ = fs::remove_file(&temporary);
        fail(error)
    })
}

/// Makes a directory, with those above it.
pub fn make_directory(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| EvalError::write(path, &error))
}

/// The files of a directory whose names satisfy `wanted`, sorted by name.
pub fn list(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let fail = |error: std::io::Error| EvalError::read(path, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        if entry.file_name().to_str().is_some_and(&wanted) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// The path `directory/<id><suffix>`, for an id that is a plain file name. `place` says where the id was read.
pub fn path_of(directory: &Path, id: &str, suffix: &str, place: &str) -> Result<PathBuf> {
    if id.is_empty() || id.starts_with('.') || id.contains(['/', '\\', '\0']) {
        return Err(EvalError::new(
            format_args!("the document id {id:?} cannot name a file"),
            place,
            "use ids without slashes that do not start with a dot",
        ));
    }
    Ok(directory.join(format!("{id}{suffix}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Named {
        id: String,
    }

    #[test]
    fn a_malformed_line_is_told_with_line_and_column() {
        let text = "{\"id\": \"a\"}\r\n\n{\"id\": 7}\n";
        let error = parse_lines::<Named>(text, Path::new("g.jsonl"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("g.jsonl, line 3, column 8"), "{error}");
        assert!(
            error.starts_with("malformed record: invalid type: integer `7`, expected a string\n"),
            "{error}"
        );
    }

    #[test]
    fn blank_lines_are_passed_over_and_counted() {
        let lines = parse_lines::<Named>("\n{\"id\": \"b\"}\n\n", Path::new("g.jsonl")).unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].number, lines[0].record.id.as_str()), (2, "b"));
    }

    #[test]
    fn an_id_cannot_leave_the_directory() {
        let out = Path::new("out");
        assert_eq!(path_of(out, "a1", ".json", "-").unwrap(), out.join("a1.json"));
        for id in ["", "..", "../a", "/etc/a", "a\\b", ".hidden"] {
            assert!(path_of(out, id, ".json", "gold.json").is_err(), "{id}");
        }
    }
}
