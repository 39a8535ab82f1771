//! What is wrong with a list that a user brings along.

/// A line of a user's list that cannot be read: where it is, what is wrong, and what to do about it.
///
/// All lists of the Wortlaut crates tell their faults with this one type: names, abbreviations, cues, named days. Lines
/// and columns count from one; a column counts characters.
///
/// ```
/// use wortlaut_text::ListError;
///
/// let error = ListError::new("mine.txt", (3, 7), "unknown class \"q\"", "write e, n or d");
/// assert_eq!((error.file(), error.line(), error.column()), ("mine.txt", 3, 7));
/// assert_eq!(error.to_string(), "mine.txt:3:7: unknown class \"q\"; write e, n or d");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {reason}; {remedy}")]
pub struct ListError {
    file: String,
    line: usize,
    column: usize,
    reason: String,
    remedy: String,
}

impl ListError {
    /// An error at `(line, column)` of the list that the user calls `file`.
    #[must_use]
    pub fn new(
        file: impl Into<String>,
        (line, column): (usize, usize),
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        ListError {
            file: file.into(),
            line,
            column,
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// The name of the list, as it was given to its reader.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from one.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column, in characters, counted from one.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong there.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &str {
        &self.remedy
    }
}
