//! What can be wrong with a list a user brings along.

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
///     Some("mine.tsv:1:1: expected 6 columns separated by tabs, found 2"),
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {reason}")]
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

    /// The name given to [`CueList::parse`](crate::CueList::parse).
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
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
