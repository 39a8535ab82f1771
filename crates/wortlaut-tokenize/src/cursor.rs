//! Reading a text byte by byte without ever cutting a character.

use crate::class::{self, Byte, Char};

/// A paragraph under the scanner: the text up to its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    bytes: &'t [u8],
}

/// What stands after a token, as far as the decision about a full stop needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ahead<'t> {
    /// Whether white space lies before it.
    pub(crate) gap: bool,
    /// Whether an opening mark or bracket lies before it.
    pub(crate) opened: bool,
    /// What it is.
    pub(crate) next: Next<'t>,
    /// Where it starts.
    pub(crate) at: usize,
}

/// The sort of thing that stands next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next<'t> {
    /// The paragraph ends.
    End,
    /// A word that starts with a capital.
    Upper(&'t str),
    /// A word that starts with a small letter, or a letter that has no case.
    Lower(&'t str),
    /// A digit.
    Digit,
    /// Anything else.
    Other(char),
}

/// Notes one look at the text. Only tests count them: the work done shows in them, whatever machine does it.
#[inline]
fn look() {
    #[cfg(test)]
    tests::LOOKS.with(|looks| looks.set(looks.get() + 1));
}

impl<'t> Cursor<'t> {
    /// A cursor over the part of `text` before byte `end`.
    pub(crate) fn new(text: &'t str, end: usize) -> Self {
        let text = text.get(..end).unwrap_or(text);
        Cursor {
            text,
            bytes: text.as_bytes(),
        }
    }

    /// Where the paragraph ends.
    #[inline]
    pub(crate) fn end(self) -> usize {
        self.bytes.len()
    }

    /// The byte at `at`; zero beyond the end.
    #[inline]
    pub(crate) fn byte(self, at: usize) -> u8 {
        look();
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The class of the byte at `at`; a gap beyond the end.
    #[inline]
    pub(crate) fn class(self, at: usize) -> Byte {
        look();
        self.bytes.get(at).map_or(Byte::Gap, |byte| class::byte(*byte))
    }

    /// The text between two offsets; empty when they do not fit.
    #[inline]
    pub(crate) fn slice(self, start: usize, end: usize) -> &'t str {
        look();
        self.text.get(start..end).unwrap_or("")
    }

    /// The bytes between two offsets.
    #[inline]
    pub(crate) fn bytes(self, start: usize, end: usize) -> &'t [u8] {
        look();
        self.bytes.get(start..end).unwrap_or(&[])
    }

    /// The character at `at`.
    #[inline]
    pub(crate) fn char(self, at: usize) -> Option<char> {
        look();
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    /// The character before `at`.
    pub(crate) fn before(self, at: usize) -> Option<char> {
        look();
        self.text.get(..at)?.chars().next_back()
    }

    /// The class of the character at `at` and its end; `None` beyond the end.
    pub(crate) fn classify(self, at: usize) -> Option<(char, Char, usize)> {
        let c = self.char(at)?;
        Some((c, class::char(c), at + c.len_utf8()))
    }

    /// Whether a letter or digit stands at `at`.
    pub(crate) fn is_letter(self, at: usize) -> bool {
        match self.class(at) {
            Byte::Letter | Byte::Digit => true,
            Byte::Gap | Byte::Other => false,
            Byte::Latin | Byte::High => self.classify(at).is_some_and(|(_, class, _)| class == Char::Letter),
        }
    }

    /// Whether a letter stands at `at`, not a digit.
    pub(crate) fn is_alphabetic(self, at: usize) -> bool {
        self.char(at).is_some_and(char::is_alphabetic)
    }

    /// Whether a small letter stands at `at`.
    pub(crate) fn is_lower(self, at: usize) -> bool {
        match self.byte(at) {
            byte if byte.is_ascii() => byte.is_ascii_lowercase(),
            _ => self.char(at).is_some_and(char::is_lowercase),
        }
    }

    /// Whether a capital stands at `at`.
    pub(crate) fn is_upper(self, at: usize) -> bool {
        match self.byte(at) {
            byte if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => self.char(at).is_some_and(char::is_uppercase),
        }
    }

    /// Whether a digit stands at `at`.
    #[inline]
    pub(crate) fn is_digit(self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    /// The end of the run of ASCII digits that starts at `at`.
    pub(crate) fn digits(self, mut at: usize) -> usize {
        while self.is_digit(at) {
            at += 1;
        }
        at
    }

    /// The end of the run of letters, digits and marks that starts at `at`.
    pub(crate) fn letters(self, mut at: usize) -> usize {
        loop {
            match self.class(at) {
                Byte::Letter | Byte::Digit => at += 1,
                Byte::Gap | Byte::Other => return at,
                Byte::Latin | Byte::High => match self.classify(at) {
                    Some((_, Char::Letter | Char::Mark, end)) => at = end,
                    // Without width, it belongs to the word if the word goes on after it.
                    Some((_, Char::Invisible, end)) if self.letter_after_invisible(end) => at = end,
                    _ => return at,
                },
            }
        }
    }

    /// Whether a letter comes after a run of characters without width.
    ///
    /// Looks at a handful of characters only, so that a long run costs no more than it is long.
    pub(crate) fn letter_after_invisible(self, mut at: usize) -> bool {
        for _ in 0..4 {
            match self.classify(at) {
                Some((_, Char::Letter, _)) => return true,
                Some((_, Char::Invisible, end)) => at = end,
                _ => return false,
            }
        }
        false
    }

    /// The end of the marks that combine with what ends at `at`.
    pub(crate) fn marks(self, mut at: usize) -> usize {
        // The lead bytes of marks lie above those of Latin letters; most texts never get further than this.
        while self.byte(at) >= 0xCC {
            match self.classify(at) {
                Some((_, Char::Mark, end)) => at = end,
                _ => break,
            }
        }
        at
    }

    /// The first byte at or after `at` that is not in a gap.
    pub(crate) fn skip_gap(self, mut at: usize) -> usize {
        loop {
            match self.class(at) {
                Byte::Gap if at < self.end() => at += 1,
                Byte::High | Byte::Latin => match self.classify(at) {
                    Some((_, Char::Space | Char::Invisible, end)) => at = end,
                    _ => return at,
                },
                _ => return at,
            }
        }
    }

    /// What stands after byte `at`.
    pub(crate) fn ahead(self, at: usize) -> Ahead<'t> {
        let mut here = self.skip_gap(at);
        let gap = here > at;
        let mut opened = false;
        // A few opening marks: more of them is not language.
        for _ in 0..3 {
            let Some((c, class, end)) = self.classify(here) else {
                break;
            };
            if (class == Char::Quote || matches!(c, '(' | '[')) && (gap || opened) && self.opens(end) {
                opened = true;
                here = self.skip_gap(end);
            } else {
                break;
            }
        }
        let next = match self.char(here) {
            None => Next::End,
            Some(c) if c.is_ascii_digit() => Next::Digit,
            Some(c) if c.is_uppercase() => Next::Upper(self.slice(here, self.letters(here))),
            Some(c) if c.is_alphabetic() => Next::Lower(self.slice(here, self.letters(here))),
            Some(c) => Next::Other(c),
        };
        Ahead {
            gap,
            opened,
            next,
            at: here,
        }
    }

    /// Whether what ends at `end` is directly followed by something it could open.
    fn opens(self, end: usize) -> bool {
        self.classify(end)
            .is_some_and(|(c, class, _)| matches!(class, Char::Letter | Char::Quote) || matches!(c, '(' | '[' | '…'))
    }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;

    use crate::{Tokenization, Tokenizer};

    thread_local! {
        pub(super) static LOOKS: Cell<u64> = const { Cell::new(0) };
    }

    /// Texts of one piece over and over: thirty times the text takes thirty times the looks, and never many a byte.
    #[test]
    fn linear_work() {
        let tokenizer = Tokenizer::new();
        let mut into = Tokenization::default();
        let mut looks = |text: &str| {
            LOOKS.with(|looks| looks.set(0));
            tokenizer.tokenize_into(text, &mut into);
            LOOKS.with(Cell::get) as usize
        };
        for piece in PIECES {
            let (short, long) = (piece.repeat(2_000 / piece.len()), piece.repeat(60_000 / piece.len()));
            let (few, many) = (looks(&short), looks(&long));
            assert!(
                many <= 31 * few + 1_000,
                "{piece:?}: {few} looks at 2 kB, {many} at 60 kB"
            );
            assert!(many <= 120 * long.len(), "{piece:?}: {many} looks at 60 kB");
        }
    }

    const PIECES: &[&str] = &[
        "a",
        "a.",
        "a.b",
        "A.B",
        "1.",
        "1.1",
        "-",
        "a-",
        "a:",
        "a@",
        "!)",
        "!)a ",
        "„",
        "„a“ ",
        "\"a ",
        "» a\n",
        "(",
        "[7]",
        "a'",
        "'",
        "a_",
        "a/-",
        "a(inn)",
        "\u{200b}",
        "a\u{308}",
        "👩\u{200d}",
        "…",
        "http://a ",
        "www.a",
        "Frage: ja\n",
        "- a\n",
        "\n",
        "\r",
        " ",
        "z.B.",
        "Dr.-",
        "1.1.",
        "‚a ",
        "\"!",
        "a\n„",
        "Foto: ",
        "(dpa) ",
    ];
}
