//! Why a gazetteer could not be made, opened or kept.

use wortlaut_text::ListError;

use crate::builder::{MAX_ID, MAX_NAME};
use crate::format::FormatError;

/// Why a gazetteer could not be made, opened or kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GazetteerError {
    /// A line of a list is wrong.
    #[error(transparent)]
    Line(#[from] ListError),
    /// Two entries have one id.
    #[error("{place}: the id {id:?} was given before, at {before}; give each entry an id of its own")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was given again: `file:line`, or `entry N`.
        place: String,
        /// Where it was given first.
        before: String,
    },
    /// A name without a letter or a digit cannot be found in a text.
    #[error("{place}: the name {name:?} has no letter and no digit; remove it")]
    NoName {
        /// The name.
        name: String,
        /// Where: `file:line`, or `entry N`.
        place: String,
    },
    /// A name of more than 400 bytes, or an id of more than 65535.
    #[error(
        "{place}: the entry {id:?} has a name of more than {MAX_NAME} bytes or an id of more than {MAX_ID}; shorten it"
    )]
    TooLong {
        /// The beginning of the id.
        id: String,
        /// Where: `file:line`, or `entry N`.
        place: String,
    },
    /// More names than the format can address.
    #[error("too many names for one gazetteer; split the list")]
    TooLarge,
    /// A file could not be read or written, has nothing to read, or is something else than it should be.
    #[error("{file}: {reason}")]
    File {
        /// Which.
        file: String,
        /// Why, and what to do about it.
        reason: String,
    },
    /// The compiled bytes did not open: a fault of this library.
    #[error(transparent)]
    Format(#[from] FormatError),
}

impl GazetteerError {
    pub(crate) fn file(file: impl Into<String>, reason: impl Into<String>) -> Self {
        GazetteerError::File {
            file: file.into(),
            reason: reason.into(),
        }
    }

    pub(crate) fn path(path: &std::path::Path, reason: impl Into<String>) -> Self {
        GazetteerError::file(path.display().to_string(), reason)
    }
}

/// What is wrong with a part of a list, and what to do about it.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) reason: String,
    pub(crate) remedy: String,
}

impl Wrong {
    pub(crate) fn new(reason: impl Into<String>, remedy: impl Into<String>) -> Self {
        Wrong {
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// A word that is none of those known there; the nearest one is proposed.
    pub(crate) fn unknown(what: &str, word: &str, known: &[&str]) -> Self {
        let mut remedy = format!("known are {}", known.join(", "));
        if let Some(near) = nearest(word, known) {
            remedy = format!("did you mean {near:?}? {remedy}");
        }
        Wrong::new(format!("unknown {what} {word:?}"), remedy)
    }

    /// The error at a place.
    pub(crate) fn at(self, file: &str, line: usize, column: usize) -> GazetteerError {
        ListError::new(file, (line, column), self.reason, self.remedy).into()
    }
}

/// The word that takes the fewest changes of a letter, if those are few.
fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    /// Longer words are no misspelt ones.
    const LONGEST: usize = 24;
    let word: Vec<char> = word.to_lowercase().chars().collect();
    if word.len() > LONGEST {
        return None;
    }
    known
        .iter()
        .map(|&near| (changes(&word, near), near))
        .filter(|(changes, near)| *changes <= near.len().max(word.len()) / 3)
        .min_by_key(|(changes, _)| *changes)
        .map(|(_, near)| near)
}

/// How many letters must be changed, left out or put in (Levenshtein's distance).
fn changes(left: &[char], right: &str) -> usize {
    let mut row: Vec<usize> = (0..=left.len()).collect();
    for (number, c) in (1..).zip(right.chars()) {
        let (mut before, mut diagonal) = (number, number - 1);
        for (above, other) in row.iter_mut().skip(1).zip(left) {
            let here = (diagonal + usize::from(*other != c)).min(before + 1).min(*above + 1);
            diagonal = std::mem::replace(above, here);
            before = here;
        }
        if let Some(first) = row.first_mut() {
            *first = number;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word() {
        let known = ["id", "kind", "name", "aliases", "priority"];
        for (word, near) in [
            ("alias", Some("aliases")),
            ("Aliase", Some("aliases")),
            ("Kind", Some("kind")),
            ("knid", None),
            ("kimd", Some("kind")),
            ("priorität", Some("priority")),
            ("colour", None),
            ("", None),
            ("x", None),
            (&"n".repeat(100), None),
        ] {
            assert_eq!(nearest(word, &known), near, "{word}");
        }
    }

    #[test]
    fn letters_changed() {
        for (left, right, expected) in [
            ("", "", 0),
            ("", "ab", 2),
            ("ab", "", 2),
            ("abc", "abd", 1),
            ("bcd", "abcde", 2),
        ] {
            let left: Vec<char> = left.chars().collect();
            assert_eq!(changes(&left, right), expected, "{left:?} {right}");
        }
    }
}
