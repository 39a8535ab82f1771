//! Where the texts of the examples come from: the article shipped with them, files, or standard input.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use wortlaut::{Date, Document, parse_date};

/// What can go wrong before a text is analysed; its message is one line for people.
pub type Error = Box<dyn std::error::Error>;

/// The article shipped with the examples, with its day of publication.
pub fn shipped() -> Result<Document<'static>, Error> {
    let text = include_str!("../articles/stadthafen.txt");
    Ok(Document::new(text)?
        .id("stadthafen")
        .published(parse_date("2026-03-12")?))
}

/// The texts of `paths`, where `-` is standard input; without paths the shipped article. `published` is when they all
/// were published.
pub fn documents(paths: &[String], published: Option<Date>) -> Result<Vec<Document<'static>>, Error> {
    let mut documents = if paths.is_empty() { vec![shipped()?] } else { Vec::new() };
    for path in paths {
        let bytes = read(path).map_err(|error| format!("{path}: {error}"))?;
        let document = Document::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
        documents.push(document.id(path));
    }
    Ok(match published {
        Some(date) => documents.into_iter().map(|document| document.published(date)).collect(),
        None => documents,
    })
}

fn read(path: &str) -> io::Result<Vec<u8>> {
    if path == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        fs::read(path)
    }
}

/// Prints what a program found, or its error as one line. A reader that stops early (`| head`) is no error.
pub fn finish(output: Result<String, Error>) -> ExitCode {
    let written = output.and_then(|text| Ok(io::stdout().lock().write_all(text.as_bytes())?));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
