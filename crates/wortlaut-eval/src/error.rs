//! The one error of the tool: what happened, where, and what to do about it.

use std::fmt::Display;
use std::path::Path;

/// A failure that ends the run with exit code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}\n  where: {place}\n  help:  {remedy}")]
pub struct EvalError {
    what: String,
    place: String,
    remedy: String,
}

/// The result of everything that reads or writes files.
pub type Result<T> = std::result::Result<T, EvalError>;

impl EvalError {
    /// An error made of its three parts.
    pub fn new(what: impl Display, place: impl Display, remedy: impl Display) -> Self {
        EvalError {
            what: what.to_string(),
            place: place.to_string(),
            remedy: remedy.to_string(),
        }
    }

    /// A file or directory that cannot be read.
    pub fn read(path: &Path, error: &std::io::Error) -> Self {
        EvalError::new(
            format_args!("cannot read: {error}"),
            path.display(),
            "check the path and the permissions",
        )
    }

    /// A file or directory that cannot be written.
    pub fn write(path: &Path, error: &std::io::Error) -> Self {
        EvalError::new(
            format_args!("cannot write: {error}"),
            path.display(),
            "check that the directory exists and can be written to; nothing was left behind",
        )
    }

    /// A date that is none, given in a file or on the command line (`place`).
    pub fn date(given: &str, place: impl Display) -> Self {
        EvalError::new(
            format_args!("{given:?} is not a date"),
            place,
            "give year, month and day as in 2025-02-25",
        )
    }
}
