//! Abbreviations a user adds.

use wortlaut_text::ListError;

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
///
/// let error = UserAbbreviations::parse("mine.txt", "Abt. q").err();
/// assert_eq!(
///     error.map(|error| error.to_string()).as_deref(),
///     Some("mine.txt:1:6: unknown class `q`; write one of `-`, `e`, `n`, `d`, or nothing for `-`"),
/// );
/// # Ok::<(), wortlaut_text::ListError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserAbbreviations {
    /// Sorted.
    entries: Vec<(Box<str>, Abbreviation)>,
}

/// The longest abbreviation that is accepted, in bytes.
const MAX: usize = 64;

impl UserAbbreviations {
    /// Reads a list; `file` is the name that errors show.
    ///
    /// # Errors
    ///
    /// [`ListError`] at the first line that is no abbreviation, names no class, or is there twice.
    pub fn parse(file: &str, list: &str) -> Result<Self, ListError> {
        let list = list.strip_prefix('\u{FEFF}').unwrap_or(list);
        let mut entries: Vec<(Box<str>, Abbreviation, usize)> = Vec::new();
        for (line, number) in list.lines().zip(1..) {
            let fault = |(byte, reason, remedy): Fault| {
                let column = line.get(..byte).unwrap_or(line).chars().count() + 1;
                ListError::new(file, (number, column), reason, remedy)
            };
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let (word, class) = entry(line).map_err(fault)?;
            entries.push((word.into(), class, number));
        }
        entries.sort();
        for pair in entries.windows(2) {
            if let [left, right] = pair {
                if left.0 == right.0 {
                    let (first, again) = (left.2.min(right.2), left.2.max(right.2));
                    let reason = format!("`{}` is listed twice, first in line {first}", left.0);
                    return Err(ListError::new(file, (again, 1), reason, "remove one of the lines"));
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

/// The byte of a line, what is wrong there, and what to do about it.
type Fault = (usize, String, &'static str);

/// The abbreviation of a line, without its full stop, and its class.
fn entry(line: &str) -> Result<(&str, Abbreviation), Fault> {
    let mut parts = line.split_whitespace();
    let start = |part: &str| (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    let word = parts.next().unwrap_or("");
    let bare = word.strip_suffix('.').unwrap_or(word);
    if !bare.starts_with(char::is_alphabetic) {
        let reason = "an abbreviation starts with a letter".to_owned();
        return Err((start(word), reason, "leave out what stands before it"));
    }
    if bare.len() > MAX {
        let reason = format!("an abbreviation of more than {MAX} bytes");
        return Err((start(word), reason, "shorten it, or put the class behind a blank"));
    }
    if let Some((inside, c)) = bare.char_indices().find(|(_, c)| !c.is_alphanumeric() && *c != '-') {
        let (reason, remedy) = if c == '.' {
            let reason = "a full stop inside an abbreviation".to_owned();
            (reason, "give each part of two letters or more a line of its own")
        } else {
            let reason = format!("{c:?} cannot stand in an abbreviation");
            (reason, "write letters, digits and hyphens only")
        };
        return Err((start(word) + inside, reason, remedy));
    }
    let class = match parts.next() {
        None | Some("-") => Abbreviation::Complement,
        Some("e") => Abbreviation::End,
        Some("n") => Abbreviation::BeforeNumber,
        Some("d") => Abbreviation::BesideNumber,
        Some(class) => {
            let remedy = "write one of `-`, `e`, `n`, `d`, or nothing for `-`";
            return Err((start(class), format!("unknown class `{class}`"), remedy));
        }
    };
    match parts.next() {
        None => Ok((bare, class)),
        Some(rest) => {
            let remedy = "remove it, or put it behind `#` on a line of its own";
            Err((start(rest), "nothing can follow the class".to_owned(), remedy))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_a_place() {
        for (list, line, column, reason) in [
            ("Abt.\n.x", 2, 1, "an abbreviation starts with a letter"),
            ("\u{FEFF}.x", 1, 1, "an abbreviation starts with a letter"),
            ("  z.B.", 1, 4, "a full stop inside"),
            ("Äb/c", 1, 3, "'/' cannot stand in"),
            ("Äb\0c", 1, 3, "'\\0' cannot stand in"),
            ("Abt.\rUsw.", 1, 6, "unknown class `Usw.`"),
            ("Äbt. q", 1, 6, "unknown class `q`"),
            ("# gut\n\nAbt. e e", 3, 8, "nothing can follow"),
            ("Abt.\nUsw.\nAbt e", 3, 1, "`Abt` is listed twice, first in line 1"),
            (&"a".repeat(65), 1, 1, "an abbreviation of more than 64 bytes"),
        ] {
            let error = UserAbbreviations::parse("eigene.txt", list).unwrap_err();
            assert_eq!((error.line(), error.column()), (line, column), "{list:?}");
            assert!(error.reason().starts_with(reason), "{list:?}: {error}");
            assert!(error.file() == "eigene.txt" && error.remedy().len() > 5, "{error}");
        }
    }

    #[test]
    fn comments_and_classes() {
        let list = UserAbbreviations::parse("eigene.txt", "\u{feff}# eigene\nAbk.\r\nSchlusz e\nPosn n\n").unwrap();
        assert_eq!(list.len(), 3);
        assert_eq!(list.get("Abk"), Some(Abbreviation::Complement));
        assert_eq!(list.get("Schlusz"), Some(Abbreviation::End));
        assert_eq!(list.get("Posn"), Some(Abbreviation::BeforeNumber));
        assert_eq!(list.get("Abt"), None);
    }
}
