//! Abbreviations a user adds.

use crate::lexicon::Abbreviation;

/// Abbreviations of one's own, beside those the crate knows.
///
/// Written one a line, with or without the final full stop, and a class after a blank: nothing or `-` for an abbreviation
/// that takes a complement and so never ends a sentence (*Dr.*); `e` for one that may end a sentence and does before a
/// word that starts one (*etc.*); `n` for one that is an abbreviation only before a number (*Art.*); `d` for one beside
/// a number. Lines that are empty or start with `#` are skipped. Of an abbreviation of several parts (*o. Ä.*) only the
/// parts of two letters or more need a line.
///
/// ```
/// use wortlaut_tokenize::{Tokenizer, TokenizerOptions, UserAbbreviations};
///
/// let text = "Die Wngl. Behörde schloss.";
/// assert_eq!(Tokenizer::new().tokenize(text).sentences.len(), 2);
///
/// let mut options = TokenizerOptions::default();
/// options.abbreviations = UserAbbreviations::parse("mine.txt", "Wngl.\nUsw. e")?;
/// assert_eq!(Tokenizer::with_options(options).tokenize(text).sentences.len(), 1);
/// # Ok::<(), wortlaut_tokenize::AbbreviationError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserAbbreviations {
    /// Sorted.
    entries: Vec<(Box<str>, Abbreviation)>,
}

/// A bad line in a list of abbreviations: where it is, what is wrong, and what to write instead.
///
/// Lines and columns count from one; a column counts characters.
///
/// ```
/// use wortlaut_tokenize::UserAbbreviations;
///
/// let error = UserAbbreviations::parse("mine.txt", "Abt. q").err();
/// assert_eq!(
///     error.map(|e| e.to_string()).as_deref(),
///     Some("mine.txt:1:6: unknown class; write one of `-`, `e`, `n`, `d`, or nothing for `-`"),
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {reason}")]
pub struct AbbreviationError {
    file: String,
    line: usize,
    column: usize,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum Reason {
    #[error("an abbreviation starts with a letter; leave out what stands before it")]
    NoLetter,
    #[error("a full stop inside an abbreviation; give each part of two letters or more a line of its own")]
    InnerStop,
    #[error("only letters, digits and hyphens can stand in an abbreviation; remove the character")]
    Character,
    #[error("an abbreviation of more than {MAX} bytes; shorten it, or put the class behind a blank")]
    TooLong,
    #[error("unknown class; write one of `-`, `e`, `n`, `d`, or nothing for `-`")]
    Class,
    #[error("nothing can follow the class; remove it, or start it with `#` on a line of its own")]
    Rest,
    #[error("the abbreviation is listed twice, first in line {0}; remove one of the lines")]
    Twice(usize),
}

/// The longest abbreviation that is accepted, in bytes.
const MAX: usize = 64;

impl AbbreviationError {
    /// The name given to [`UserAbbreviations::parse`].
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

    /// What is wrong there, and what to do about it.
    #[must_use]
    pub fn reason(&self) -> String {
        self.reason.to_string()
    }
}

impl UserAbbreviations {
    /// Reads a list; `file` is the name that errors show.
    ///
    /// # Errors
    ///
    /// At the first line that is no abbreviation or names no class, with file, line, column and reason.
    pub fn parse(file: &str, list: &str) -> Result<Self, AbbreviationError> {
        let mut entries: Vec<(Box<str>, Abbreviation, usize)> = Vec::new();
        for (at, line) in list.lines().enumerate() {
            let fail = |byte: usize, reason: Reason| AbbreviationError {
                file: file.to_owned(),
                line: at + 1,
                column: line.get(..byte).unwrap_or(line).chars().count() + 1,
                reason,
            };
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let start = line.len() - line.trim_start().len();
            let mut parts = content.split_whitespace();
            let word = parts.next().unwrap_or("");
            let bare = word.strip_suffix('.').unwrap_or(word);
            if !bare.starts_with(char::is_alphabetic) {
                return Err(fail(start, Reason::NoLetter));
            }
            if bare.len() > MAX {
                return Err(fail(start, Reason::TooLong));
            }
            if let Some((inside, c)) = bare.char_indices().find(|(_, c)| !c.is_alphanumeric() && *c != '-') {
                let reason = if c == '.' { Reason::InnerStop } else { Reason::Character };
                return Err(fail(start + inside, reason));
            }
            // Where the second and third part start: the list is short, so looking again is cheap.
            let column = |part: usize| {
                let mut seen = 0;
                let mut inside = false;
                let found = line.char_indices().find(|(_, c)| {
                    let begins = !c.is_whitespace() && !inside;
                    inside = !c.is_whitespace();
                    seen += usize::from(begins);
                    begins && seen == part
                });
                found.map_or(line.len(), |(byte, _)| byte)
            };
            let class = match parts.next() {
                None | Some("-") => Abbreviation::Complement,
                Some("e") => Abbreviation::End,
                Some("n") => Abbreviation::BeforeNumber,
                Some("d") => Abbreviation::BesideNumber,
                Some(_) => return Err(fail(column(2), Reason::Class)),
            };
            if parts.next().is_some() {
                return Err(fail(column(3), Reason::Rest));
            }
            entries.push((bare.into(), class, at + 1));
        }
        entries.sort();
        for pair in entries.windows(2) {
            if let [left, right] = pair {
                if left.0 == right.0 {
                    return Err(AbbreviationError {
                        file: file.to_owned(),
                        line: left.2.max(right.2),
                        column: 1,
                        reason: Reason::Twice(left.2.min(right.2)),
                    });
                }
            }
        }
        Ok(UserAbbreviations {
            entries: entries.into_iter().map(|(word, class, _)| (word, class)).collect(),
        })
    }

    /// How many abbreviations there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The class of an abbreviation, given without its full stop.
    pub(crate) fn get(&self, word: &str) -> Option<Abbreviation> {
        if self.entries.is_empty() {
            return None;
        }
        let at = self.entries.binary_search_by(|entry| entry.0.as_ref().cmp(word)).ok()?;
        self.entries.get(at).map(|entry| entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_a_place() {
        for (list, line, column, reason) in [
            ("Abt.\n.x", 2, 1, Reason::NoLetter),
            ("  z.B.", 1, 4, Reason::InnerStop),
            ("Äb/c", 1, 3, Reason::Character),
            ("Abt. q", 1, 6, Reason::Class),
            ("# gut\n\nAbt. e e", 3, 8, Reason::Rest),
            ("Abt.\nUsw.\nAbt e", 3, 1, Reason::Twice(1)),
            (&"a".repeat(65), 1, 1, Reason::TooLong),
        ] {
            let error = UserAbbreviations::parse("eigene.txt", list).unwrap_err();
            assert_eq!(
                (error.line, error.column, error.reason),
                (line, column, reason),
                "{list:?}"
            );
            let shown = error.to_string();
            assert!(shown.starts_with(&format!("eigene.txt:{line}:{column}: ")), "{shown}");
            assert!(shown.contains("; "), "each error says what to do: {shown}");
        }
    }

    #[test]
    fn comments_and_classes() {
        let list = UserAbbreviations::parse("eigene.txt", "# eigene\nAbk.\r\nSchlusz e\nPosn n\n").unwrap();
        assert_eq!(list.len(), 3);
        assert_eq!(list.get("Abk"), Some(Abbreviation::Complement));
        assert_eq!(list.get("Schlusz"), Some(Abbreviation::End));
        assert_eq!(list.get("Posn"), Some(Abbreviation::BeforeNumber));
        assert_eq!(list.get("Abt"), None);
    }
}
