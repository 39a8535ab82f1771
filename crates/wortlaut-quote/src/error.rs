//! What can be wrong with a list a user brings along.

use std::fmt;

/// A bad line in a list of cues.
///
/// Lines and columns count from one; a column counts characters.
///
/// ```
/// use wortlaut_quote::CueList;
///
/// let error = CueList::parse("mine.tsv", "verb\tsagen").err();
/// assert_eq!(
///     error.map(|e| e.to_string()).as_deref(),
///     Some("mine.tsv:1:1: expected 7 columns separated by tabs, found 2"),
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueError {
    file: String,
    line: usize,
    column: usize,
    reason: String,
}

impl CueError {
    pub(crate) fn new(file: &str, line: usize, column: usize, reason: String) -> Self {
        CueError {
            file: file.to_owned(),
            line,
            column,
            reason,
        }
    }

    /// The line, counted from one.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column, counted from one in characters.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong there.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for CueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.reason)
    }
}

impl std::error::Error for CueError {}
