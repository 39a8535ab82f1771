//! Words: letters, and the marks that hold a German word together.

use crate::TokenKind;
use crate::class::{self, Char};
use crate::lexicon::LEXICON;
use crate::scanner::Scanner;

impl Scanner<'_, '_> {
    /// A word that starts with the letter at `start`.
    #[inline]
    pub(crate) fn word(&mut self, start: usize) -> usize {
        let (length, seen) = class::word_run(self.cursor.bytes(start, self.cursor.end()));
        let at = start + length;
        let digit = seen & class::DIGIT != 0;
        if length == 0 && self.cursor.byte(start) == 0xC3 {
            // `×`, `÷`
            return self.beyond_ascii(start);
        }
        // The fast lane: a word between blanks or before a comma. The blank is passed over at once.
        let next = self.cursor.byte(at);
        if length > 0 && matches!(next, b' ' | b',' | b'\n' | b';' | b'"') {
            return self.push(kind(digit), start, at) + usize::from(next == b' ');
        }
        self.word_from(start, at, digit)
    }

    /// A word that starts at `start` and is known up to `at`.
    pub(crate) fn word_from(&mut self, start: usize, mut at: usize, mut digit: bool) -> usize {
        let cursor = self.cursor;
        loop {
            let end = cursor.letters(at);
            digit |= cursor.bytes(at, end).iter().any(u8::is_ascii_digit);
            at = end;
            match cursor.byte(at) {
                b'-' => match self.after_hyphen(at, at + 1) {
                    Some((end, more)) => {
                        at = end;
                        if !more {
                            break;
                        }
                    }
                    None => break,
                },
                b'\'' => match self.after_apostrophe(at, at + 1) {
                    Some((end, more)) => {
                        at = end;
                        if !more {
                            break;
                        }
                    }
                    None => break,
                },
                // Typed for an apostrophe: *Moody`s*.
                b'`' if cursor.is_alphabetic(at + 1) && !self.single_open => at += 1,
                b'.' => match self.joined_by_stop(start, at, digit) {
                    Some(end) => at = end,
                    None => return self.word_stop(start, at, digit),
                },
                b':' => {
                    if let Some(end) = self.address(start, at) {
                        return end;
                    }
                    match self.gender_colon(at) {
                        Some(end) => at = end,
                        None => break,
                    }
                }
                b'*' | b'_' if cursor.is_alphabetic(at + 1) && cursor.before(at).is_some_and(char::is_alphabetic) => {
                    at += 1;
                }
                b'/' => {
                    if let Some(end) = LEXICON.name_at(cursor, start, at) {
                        at = end;
                    } else if let Some(end) = self.gender_slash(at) {
                        at = end;
                    } else if self.shares_part(at) {
                        at += 2;
                    } else {
                        break;
                    }
                }
                b'(' => match self.gender_bracket(at) {
                    Some(end) => at = end,
                    None => break,
                },
                b'@' => match self.mail(start, at) {
                    Some(end) => return end,
                    None => break,
                },
                b'!' | b'+' | b'#' | b'&' | b'$' => match LEXICON.name_at(cursor, start, at) {
                    Some(end) => {
                        at = end;
                        if !cursor.is_letter(at) && cursor.byte(at) != b'-' {
                            break;
                        }
                    }
                    None => break,
                },
                byte if byte.is_ascii() => break,
                _ => match cursor.classify(at) {
                    Some((_, Char::Hyphen, end)) => match self.after_hyphen(at, end) {
                        Some((end, more)) => {
                            at = end;
                            if !more {
                                break;
                            }
                        }
                        None => break,
                    },
                    // Typed for an apostrophe: *sag‘s*.
                    Some(('‘', _, end)) if cursor.is_alphabetic(end) && !self.single_open => at = end,
                    Some(('’' | 'ʼ' | '´', _, end)) => match self.after_apostrophe(at, end) {
                        Some((end, more)) => {
                            at = end;
                            if !more {
                                break;
                            }
                        }
                        None => break,
                    },
                    _ => break,
                },
            }
        }
        // A combining mark with nothing before it is a token all the same.
        let end = if at > start { at } else { cursor.marks(at).max(at + 1) };
        self.push(kind(digit), start, end)
    }

    /// Whether the hyphen at `at` belongs to the word: its end, and whether the word goes on.
    fn after_hyphen(&self, at: usize, end: usize) -> Option<(usize, bool)> {
        if self.options.ud_hyphens {
            return None;
        }
        let cursor = self.cursor;
        if cursor.is_letter(end) {
            return Some((end, true));
        }
        if !cursor.before(at).is_some_and(char::is_alphanumeric) {
            return None;
        }
        // *Vor-/Nachteile*: the slash joins what shares a part, as it does in *Pfleger/-innen*.
        if self.is_shared_part(end) {
            return Some((end + 1, true));
        }
        // A truncated first part keeps its hyphen; two hyphens are a dash.
        (cursor.byte(end) != b'-').then_some((end, false))
    }

    /// Whether the slash at `at`, which comes after a hyphen, joins what follows it to the same word.
    pub(crate) fn is_shared_part(&self, at: usize) -> bool {
        self.cursor.byte(at) == b'/' && self.cursor.is_letter(at + 1)
    }

    /// *Hersteller/-händler*: the hyphen after the slash binds.
    fn shares_part(&self, at: usize) -> bool {
        !self.options.ud_hyphens
            && self.cursor.byte(at + 1) == b'-'
            && self.cursor.is_alphabetic(at + 2)
            && self.cursor.before(at).is_some_and(char::is_alphanumeric)
    }

    /// Whether the apostrophe at `at` belongs to the word: its end, and whether the word goes on.
    fn after_apostrophe(&self, at: usize, end: usize) -> Option<(usize, bool)> {
        let cursor = self.cursor;
        if cursor.is_alphabetic(end) {
            return Some((end, true));
        }
        if self.single_open || !cursor.before(at).is_some_and(char::is_alphabetic) {
            return None;
        }
        // Two of them are a quotation mark.
        (cursor.byte(end) != b'\'' && !cursor.is_digit(end)).then_some((end, false))
    }

    /// *Wähler:innen*, *jede:r*.
    fn gender_colon(&self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if !cursor.before(at).is_some_and(char::is_lowercase) && !cursor.is_lower(at + 1) {
            return None;
        }
        let end = cursor.letters(at + 1);
        let ending = cursor.slice(at + 1, end);
        (ending.starts_with("innen")
            || matches!(
                ending,
                "in" | "r" | "e" | "n" | "s" | "m" | "er" | "en" | "em" | "es" | "frau" | "frauen" | "mann"
            )
            || (ending.starts_with("in") && cursor.before(at).is_some_and(char::is_lowercase)))
        .then_some(end)
    }

    /// *Pfleger/-innen*, *Schüler/innen*.
    fn gender_slash(&self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if !cursor.before(at).is_some_and(char::is_lowercase) {
            return None;
        }
        let hyphen = cursor.byte(at + 1) == b'-';
        let from = if hyphen { at + 2 } else { at + 1 };
        let end = cursor.letters(from);
        let ending = cursor.slice(from, end);
        (ending == "in"
            || ending.starts_with("innen")
            || (hyphen && matches!(ending, "r" | "n" | "e" | "s" | "en" | "er" | "frau" | "frauen")))
        .then_some(end)
    }

    /// *Nachbar(inn)en*, *Schüler(innen)*, *Kolleg(e)*.
    fn gender_bracket(&self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if !cursor.before(at).is_some_and(char::is_lowercase) {
            return None;
        }
        let from = if cursor.byte(at + 1) == b'-' { at + 2 } else { at + 1 };
        let end = cursor.letters(from);
        let inside = matches!(
            cursor.slice(from, end),
            "inn" | "in" | "innen" | "n" | "r" | "e" | "s" | "en" | "er" | "es" | "nen"
        );
        (inside && cursor.byte(end) == b')').then_some(end + 1)
    }
}

/// The kind of a word by whether it holds digits.
pub(crate) fn kind(digit: bool) -> TokenKind {
    if digit {
        TokenKind::Alphanumeric
    } else {
        TokenKind::Word
    }
}
