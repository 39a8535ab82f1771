//! Forms for look-up, in which each span leads back to the text.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use wortlaut_text::Span;

/// How a text is made ready for look-up.
///
/// In every normal form the characters are composed (NFC), soft hyphens and characters without width are gone, every
/// sort of white space is a plain blank, the ligatures `ﬀ`–`ﬆ` are letters, apostrophes are `'` and hyphens `-`. The
/// fields choose the rest.
///
/// ```
/// use wortlaut_tokenize::Normalizer;
///
/// let text = "Die Stadt Gie\u{AD}ßen\u{A0}lädt ein.";
/// let mut normalizer = Normalizer::default();
/// normalizer.sharp_s_as_ss = true;
/// let form = normalizer.normalize(text);
/// assert_eq!(form.text(), "Die Stadt Giessen lädt ein.");
///
/// let at = form.text().find("Giessen").ok_or("not found")?;
/// let found = form.original(at..at + "Giessen".len()).ok_or("out of range")?;
/// assert_eq!(found.slice(text), "Gie\u{AD}ßen");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Normalizer {
    /// Whether capitals become small letters. Off by default: German tells nouns by them.
    pub fold_case: bool,
    /// Whether `ß` becomes `ss`, so that *Straße* and the Swiss *Strasse* meet. Off by default: *Masse* are not *Maße*.
    pub sharp_s_as_ss: bool,
}

/// A text made ready for look-up; see [`Normalizer`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NormalForm {
    text: String,
    /// Sorted, without gaps in the normal form.
    pieces: Vec<Piece>,
}

/// A stretch of a normal form and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it starts in the normal form.
    start: u32,
    /// What it was.
    original: Span,
    /// Whether it stands there as it was, so that offsets inside it agree.
    verbatim: bool,
}

impl NormalForm {
    /// The normal form.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the original that became the given **byte** range of the normal form; `None` when the range is empty
    /// or does not lie in it. What was dropped in the middle is covered. Of a character that became several (`ß` as
    /// `ss`) any part leads to the whole.
    #[must_use]
    pub fn original(&self, range: core::ops::Range<usize>) -> Option<Span> {
        if range.is_empty() || range.end > self.text.len() {
            return None;
        }
        let first = self.piece(range.start)?;
        let last = self.piece(range.end - 1)?;
        // Both offsets lie in the text, which 32 bits can address.
        let start = if first.verbatim {
            first.original.start() + (range.start as u32 - first.start)
        } else {
            first.original.start()
        };
        let end = if last.verbatim {
            last.original.start() + (range.end as u32 - last.start)
        } else {
            last.original.end()
        };
        Some(Span::between(start, end))
    }

    /// The piece that covers a byte of the normal form.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start as usize <= at);
        self.pieces.get(after.checked_sub(1)?)
    }

    /// Adds what `original` became.
    fn push(&mut self, original: Span, start: usize, verbatim: bool) {
        if self.text.len() == start {
            return;
        }
        if let Some(last) = self.pieces.last_mut() {
            if verbatim && last.verbatim && last.original.end() == original.start() {
                last.original = last.original.cover(original);
                return;
            }
        }
        self.pieces.push(Piece {
            start: start as u32,
            original,
            verbatim,
        });
    }
}

impl Normalizer {
    /// The normal form of a text, of which each span leads back to the text.
    #[must_use]
    pub fn normalize(&self, text: &str) -> NormalForm {
        let mut form = NormalForm::default();
        self.normalize_into(text, &mut form);
        form
    }

    /// As [`normalize`](Self::normalize), into a form whose buffers are used again; what it held is gone. What lies
    /// beyond 2 GiB, where offsets into the form might leave 32 bits, is left out.
    pub fn normalize_into(&self, text: &str, form: &mut NormalForm) {
        form.text.clear();
        form.pieces.clear();
        let mut start = 0;
        while start < text.len() && form.text.len() < LARGEST && start < LARGEST {
            let rest = text.get(start..).unwrap_or("");
            let from = form.text.len();
            let length = self.verbatim(rest);
            if length > 0 {
                form.text.push_str(rest.get(..length).unwrap_or(""));
                form.push(span(start, start + length), from, true);
                start += length;
                continue;
            }
            let length = cluster(rest);
            let part = rest.get(..length).unwrap_or(rest);
            self.convert(part, &mut form.text);
            form.push(span(start, start + length), from, form.text.get(from..) == Some(part));
            // A text is not empty here, so a cluster is not either.
            start += length.max(1);
        }
    }

    /// Appends the normal form of a short text to `out`, without a way back. Nothing is appended, and `false` comes
    /// back, when the text is in normal form already, as nearly every word of a newspaper is.
    ///
    /// ```
    /// use wortlaut_tokenize::Normalizer;
    ///
    /// let mut key = String::new();
    /// assert!(!Normalizer::default().push("Köln", &mut key));
    /// assert!(Normalizer::default().push("Ko\u{308}ln", &mut key));
    /// assert_eq!(key, "Köln");
    /// ```
    pub fn push(&self, text: &str, out: &mut String) -> bool {
        if self.verbatim_up_to_end(text) {
            return false;
        }
        self.convert(text, out);
        true
    }

    /// Whether a whole text is in normal form, as far as can be told without composing anything.
    fn verbatim_up_to_end(&self, text: &str) -> bool {
        // Most words are nothing but these.
        let plain = |byte: u8| {
            matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-') || (byte.is_ascii_uppercase() && !self.fold_case)
        };
        text.bytes().all(plain) || text.chars().all(|c| self.is_verbatim(c))
    }

    /// The length of the start of `text` that is in normal form and does not compose with what follows it.
    fn verbatim(&self, text: &str) -> usize {
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joined = chars.peek().is_some_and(|&(_, next)| !starts(next));
            if !self.is_verbatim(c) || joined {
                return at;
            }
        }
        text.len()
    }

    /// Whether a character stays as it is wherever it stands.
    fn is_verbatim(&self, c: char) -> bool {
        match c {
            '\t' | '\n' | '\u{B}' | '\u{C}' | '\r' | '`' => false,
            'A'..='Z' => !self.fold_case,
            '\0'..='\u{7F}' => true,
            'ß' => !self.sharp_s_as_ss,
            '\u{85}' | '\u{A0}' | '\u{AD}' | '´' => false,
            // Letters of the European alphabets are composed as they stand; so is Cyrillic, but for its marks.
            '\u{80}'..='\u{2AF}' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}' => {
                !self.fold_case || c.is_lowercase() || !c.is_alphabetic()
            }
            _ => false,
        }
    }

    /// Appends the normal form of `text` to `out`.
    fn convert(&self, text: &str, out: &mut String) {
        let letters = text
            .chars()
            .filter(|&c| !is_ignored(c))
            .nfd()
            .flat_map(|c| self.letters(c));
        out.extend(letters.nfc());
    }

    /// What a decomposed character becomes.
    fn letters(&self, c: char) -> impl Iterator<Item = char> {
        let (text, single) = match c {
            'ß' if self.sharp_s_as_ss => ("ss", None),
            'ẞ' if self.sharp_s_as_ss && !self.fold_case => ("SS", None),
            'ẞ' if self.sharp_s_as_ss => ("ss", None),
            'ﬀ' => ("ff", None),
            'ﬁ' => ("fi", None),
            'ﬂ' => ("fl", None),
            'ﬃ' => ("ffi", None),
            'ﬄ' => ("ffl", None),
            'ﬅ' | 'ﬆ' => ("st", None),
            '’' | '\u{2BC}' | '‘' | '´' | '`' => ("'", None),
            '\u{2010}' | '\u{2011}' => ("-", None),
            c if c.is_whitespace() => (" ", None),
            c => ("", Some(c)),
        };
        let fold = self.fold_case;
        // A character that stays is its own lower case.
        let folded = single.filter(|_| fold).map(char::to_lowercase);
        text.chars()
            .chain(single.filter(|_| !fold))
            .chain(folded.into_iter().flatten())
    }
}

/// How much of a text, and of a form, is used: what a character becomes is at most a few times as long.
const LARGEST: usize = 1 << 31;

fn span(start: usize, end: usize) -> Span {
    Span::between(start as u32, end as u32)
}

/// The length of the first character and all that could compose with it; what is ignored counts only in between.
fn cluster(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at > 0 && starts(c) {
            break;
        }
        if at == 0 || !is_ignored(c) {
            end = at + c.len_utf8();
        }
    }
    end
}

/// Whether a character never composes with what stands before it.
fn starts(c: char) -> bool {
    c < '\u{300}' && !is_ignored(c)
        || (!is_ignored(c)
            && canonical_combining_class(c) == 0
            && is_nfc_quick(core::iter::once(c)) != IsNormalized::Maybe)
}

/// Whether a character has no width and no meaning for a look-up.
fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normalizer(fold_case: bool, sharp_s_as_ss: bool) -> Normalizer {
        Normalizer {
            fold_case,
            sharp_s_as_ss,
        }
    }

    #[test]
    fn forms() {
        for (fold, ss, typed, expected) in [
            (false, false, "Köln", "Köln"),
            (false, false, "Ko\u{308}ln", "Köln"),
            (false, false, "Mos\u{AD}kau\u{200B}", "Moskau"),
            (false, false, "12\u{A0}%\u{202F}mehr\r\n", "12 % mehr  "),
            (false, false, "Straße", "Straße"),
            (false, true, "Straße STRAẞE", "Strasse STRASSE"),
            (true, false, "STRAẞE Straße STRASSE", "straße straße strasse"),
            (true, true, "STRAẞE Straße STRASSE", "strasse strasse strasse"),
            (true, false, "ÖL Öl O\u{308}l", "öl öl öl"),
            (false, false, "Oﬃzier ﬂog", "Offizier flog"),
            (
                false,
                false,
                "Côte d’Azur Saudi\u{2011}Arabien",
                "Côte d'Azur Saudi-Arabien",
            ),
            (false, false, "u\u{AD}\u{308}ber", "über"),
            (true, true, "", ""),
        ] {
            let normalizer = normalizer(fold, ss);
            assert_eq!(normalizer.normalize(typed).text(), expected, "{typed:?}");
            let mut pushed = String::new();
            let changed = normalizer.push(typed, &mut pushed);
            assert_eq!(if changed { pushed.as_str() } else { typed }, expected, "{typed:?}");
        }
    }

    #[test]
    fn every_part_leads_back() {
        let text = "Die\u{AD} Ko\u{308}lner Straße, oﬃziell.";
        let form = normalizer(true, true).normalize(text);
        assert_eq!(form.text(), "die kölner strasse, offiziell.");
        for (normal, original) in [
            ("die", "Die"),
            ("die ", "Die\u{AD} "),
            ("kölner", "Ko\u{308}lner"),
            ("ö", "o\u{308}"),
            ("strasse", "Straße"),
            ("as", "aß"),
            ("rasse,", "raße,"),
            ("offiziell", "oﬃziell"),
            ("fizi", "ﬃzi"),
        ] {
            let at = form.text().find(normal).unwrap();
            let span = form.original(at..at + normal.len()).unwrap();
            assert_eq!(span.slice(text), original, "{normal}");
        }
        assert_eq!(form.original(3..3), None);
        assert_eq!(form.original(0..form.text().len() + 1), None);
    }

    proptest! {
        #[test]
        fn laws(
            text in prop_oneof![any::<String>(), "[a-zA-ZäöüÄÖÜßẞ\u{308}\u{301}\u{AD}\u{A0}\u{200D}ﬁ’‑ \r\n가각ᆨ]{0,40}"],
            fold in any::<bool>(),
            ss in any::<bool>(),
        ) {
            let normalizer = normalizer(fold, ss);
            let form = normalizer.normalize(&text);
            let mut end = 0;
            for (at, c) in form.text().char_indices() {
                let span = form.original(at..at + c.len_utf8()).unwrap();
                prop_assert!(text.get(span.range()).is_some_and(|part| !part.is_empty()), "on char boundaries");
                prop_assert!(span.end() as usize >= end, "in order");
                end = span.end() as usize;
            }
            let left_out = form.text().contains(['\u{AD}', '\u{A0}', '\u{200B}', '\n', 'ﬁ', '’']);
            prop_assert!(!left_out);
            let mut pushed = String::new();
            if normalizer.push(&text, &mut pushed) {
                prop_assert_eq!(&pushed, form.text(), "piecewise as a whole");
            } else {
                prop_assert_eq!(&text, form.text());
            }
            let again = normalizer.normalize(form.text());
            prop_assert_eq!(again.text(), form.text(), "once is enough");
        }
    }
}
