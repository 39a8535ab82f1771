//! Where lists come from and where compiled ones go: the text of a file, and a file that is whole or not there at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{GazetteerError, Wrong};
use crate::format::MAGIC;

/// Reads a whole list as UTF-8, without a byte-order mark; `file` is the name that errors show.
pub(crate) fn text(file: &str, mut from: impl Read) -> Result<String, GazetteerError> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)
        .map_err(|error| GazetteerError::file(file, format!("cannot be read: {error}; check the file")))?;
    if let Some(reason) = something_else(&bytes) {
        return Err(GazetteerError::file(file, reason));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let (line, column) = place(&String::from_utf8_lossy(valid.unwrap_or(&[])));
        Wrong::new("not UTF-8", "save the list as UTF-8 first").at(file, line, column)
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    let wrong = match (text.find('\0'), lone_return(&text)) {
        (Some(at), _) => Some((
            at,
            Wrong::new("a NUL character", "remove it, or save the list as UTF-8"),
        )),
        (None, Some(at)) => Some((
            at,
            Wrong::new(
                "a carriage return without a line feed",
                "save the list with line ends of today (LF or CRLF)",
            ),
        )),
        (None, None) => None,
    };
    match wrong {
        Some((at, wrong)) => {
            let (line, column) = place(text.get(..at).unwrap_or(""));
            Err(wrong.at(file, line, column))
        }
        None => Ok(text),
    }
}

/// What bytes are that begin as no list does.
fn something_else(bytes: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 4] = [
        (MAGIC, "a compiled gazetteer and no table; open it with Gazetteer::load"),
        (b"\xFF\xFE", "UTF-16; save the list as UTF-8"),
        (b"\xFE\xFF", "UTF-16; save the list as UTF-8"),
        (
            b"PK\x03\x04",
            "a packed file, as spreadsheets are; save the table as CSV in UTF-8",
        ),
    ];
    let found = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    found.map(|(_, reason)| *reason)
}

/// The first carriage return that ends no line: line ends of old, or a table that was damaged.
fn lone_return(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|&byte| byte == b'\r') {
        let at = from + at;
        let run = bytes.get(at..)?.iter().take_while(|&&byte| byte == b'\r').count();
        from = at + run;
        if bytes.get(from).is_some_and(|&byte| byte != b'\n') {
            return Some(at);
        }
    }
    None
}

/// The line and the column, in characters, behind a text; both from 1.
fn place(before: &str) -> (usize, usize) {
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

/// Writes a file so that its path names the whole of it or what it named before, whatever happens in between.
///
/// The bytes go to a new file beside it, which takes its name when all of them are on the disk. Links are followed. What
/// is no file (a pipe, `/dev/stdout`) is written to directly.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let known = fs::metadata(path).ok();
    if let Some(known) = &known {
        if known.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
        }
        if !known.is_file() {
            return OpenOptions::new().write(true).open(path)?.write_all(bytes);
        }
        if known.permissions().readonly() {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "it is there and read-only",
            ));
        }
    }
    let target = match &known {
        Some(_) => fs::canonicalize(path)?,
        None => path.to_owned(),
    };
    let (mut file, beside) = new_beside(&target)?;
    let written = file.write_all(bytes).and_then(|()| {
        if let Some(known) = &known {
            file.set_permissions(known.permissions())?;
        }
        file.sync_all()
    });
    drop(file);
    let renamed = written.and_then(|()| fs::rename(&beside, &target));
    if renamed.is_err() {
        // Nothing is left behind; should even this fail, the first error says more.
        fs::remove_file(&beside).ok();
    }
    renamed
}

/// A new file in the folder of another, and its path.
fn new_beside(target: &Path) -> io::Result<(File, PathBuf)> {
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"))?;
    let mut number = 0;
    loop {
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(format!(".{number}.tmp"));
        let beside = target.with_file_name(beside);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((file, beside)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_is_told() {
        for (bytes, expected) in [
            (&b"\xFF\xFEi\0d\0"[..], "t: UTF-16; save"),
            (
                b"WLGAZ\x03",
                "t: a compiled gazetteer and no table; open it with Gazetteer::load",
            ),
            (b"PK\x03\x04xyz", "t: a packed file"),
            (b"a\tplace\tA\nb\tplace\t\xC3\xA4\xFF\n", "t:2:10: not UTF-8; save"),
            (b"Gr\xFC\xDFe", "t:1:3: not UTF-8"),
            ("ä\n\u{e4}b\0c".as_bytes(), "t:2:3: a NUL character"),
            (
                b"a,place,A\rb,place,B\r",
                "t:1:10: a carriage return without a line feed",
            ),
            (b"a\r\nb\r\r\nc\rd\n", "t:3:2: a carriage return"),
        ] {
            let error = text("t", bytes).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{bytes:?}: {error}");
        }
        for (bytes, expected) in [
            (&b""[..], ""),
            ("\u{FEFF}id\r\n".as_bytes(), "id\r\n"),
            (b"a\r\r\nb\r", "a\r\r\nb\r"),
        ] {
            assert_eq!(text("t", bytes).unwrap(), expected);
        }
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the cable is out"))
            }
        }
        let error = text("t", Broken).unwrap_err().to_string();
        assert_eq!(error, "t: cannot be read: the cable is out; check the file");
    }
}
