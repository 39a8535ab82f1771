//! What sort of character it is: a table for bytes, a match for everything beyond ASCII.

/// The class of a byte, as the scanner's first look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Byte {
    /// White space and control characters: between tokens.
    Gap,
    /// An ASCII letter.
    Letter,
    /// An ASCII digit.
    Digit,
    /// Any other ASCII character.
    Other,
    /// The lead byte of a two-byte Latin letter (`ß`, `à`–`ÿ` and capitals), with two exceptions: `×` and `÷`.
    Latin,
    /// Any other byte beyond ASCII.
    High,
}

/// [`Byte`] of every byte.
static TABLE: [Byte; 256] = table();

#[allow(
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where an index out of range is a compile error"
)]
const fn table() -> [Byte; 256] {
    let mut table = [Byte::High; 256];
    let mut at = 0usize;
    while at < 128 {
        let byte = at as u8;
        table[at] = if byte.is_ascii_alphabetic() {
            Byte::Letter
        } else if byte.is_ascii_digit() {
            Byte::Digit
        } else if byte <= b' ' || byte == 0x7F {
            Byte::Gap
        } else {
            Byte::Other
        };
        at += 1;
    }
    table[0xC3] = Byte::Latin;
    table
}

/// Bits of [`WORD`].
pub(crate) const DIGIT: u8 = 2;
pub(crate) const LATIN: u8 = 4;

/// What a byte adds to a word: nothing where it ends one. Continuation bytes count as part of a Latin letter, because no
/// other lead byte lets the scan reach them.
static WORD: [u8; 256] = word_table();

#[allow(
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where an index out of range is a compile error"
)]
const fn word_table() -> [u8; 256] {
    let mut table = [0u8; 256];
    let mut at = 0usize;
    while at < 256 {
        let byte = at as u8;
        table[at] = if byte.is_ascii_alphabetic() {
            1
        } else if byte.is_ascii_digit() {
            DIGIT
        } else if byte == 0xC3 || (byte >= 0x80 && byte < 0xC0) {
            LATIN
        } else {
            0
        };
        at += 1;
    }
    table
}

/// The length of the run of Latin letters and digits at the start of `bytes`, and what occurs in it.
#[inline]
pub(crate) fn word_run(bytes: &[u8]) -> (usize, u8) {
    let mut seen = 0u8;
    let mut len = 0usize;
    for byte in bytes {
        let bits = WORD.get(*byte as usize).copied().unwrap_or(0);
        if bits == 0 {
            break;
        }
        seen |= bits;
        len += 1;
    }
    if seen & LATIN != 0 {
        // `×` and `÷` share the lead byte of the letters.
        let run = bytes.get(..len).unwrap_or(&[]);
        let sign = run.windows(2).position(|pair| matches!(pair, [0xC3, 0x97 | 0xB7]));
        len = sign.unwrap_or(len);
    }
    (len, seen)
}

/// The class of a byte.
#[inline]
pub(crate) fn byte(byte: u8) -> Byte {
    // A `u8` always lies in the table; the compiler sees it and drops the check.
    TABLE.get(byte as usize).copied().unwrap_or(Byte::High)
}

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Char {
    /// White space, also of no-break kinds, and control characters.
    Space,
    /// Characters without width: soft hyphen, joiners, direction marks. Part of a word only between letters.
    Invisible,
    /// Combining marks and variation selectors: never parted from what stands before them.
    Mark,
    /// A letter or a digit of any script.
    Letter,
    /// `‐` and `‑`, which join as `-` does.
    Hyphen,
    /// `–`, `—`, `―`, `−`.
    Dash,
    /// Quotation marks, apostrophes not told apart.
    Quote,
    /// `…`.
    Ellipsis,
    /// An emoji or the start of a flag.
    Emoji,
    /// A symbol.
    Symbol,
    /// Any other punctuation.
    Punctuation,
}

/// The class of a character.
#[inline]
pub(crate) fn char(c: char) -> Char {
    // Nearly all that is asked for is ASCII, or a letter of the Latin alphabets.
    if c.is_ascii() {
        return match byte(c as u8) {
            Byte::Letter | Byte::Digit => Char::Letter,
            Byte::Gap => Char::Space,
            _ if matches!(c, '"' | '\'' | '`') => Char::Quote,
            _ => symbol_or_punctuation(c),
        };
    }
    if matches!(c, 'À'..='ɏ') && c != '×' && c != '÷' {
        return Char::Letter;
    }
    beyond_latin(c)
}

/// The class of a character that is neither ASCII nor a Latin letter.
fn beyond_latin(c: char) -> Char {
    match c {
        '´' => Char::Quote,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => {
            Char::Invisible
        }
        '„' | '“' | '”' | '‟' | '‚' | '‘' | '’' | '‛' | '»' | '«' | '›' | '‹' => Char::Quote,
        '‐' | '‑' => Char::Hyphen,
        '‒'..='―' | '−' => Char::Dash,
        '…' => Char::Ellipsis,
        _ if is_mark(c) => Char::Mark,
        _ if c.is_whitespace() || c.is_control() => Char::Space,
        _ if is_emoji(c) => Char::Emoji,
        _ if c.is_alphanumeric() => Char::Letter,
        // Viramas and vowel signs that are neither letters nor in the list of marks; dandas are punctuation.
        '\u{900}'..='\u{DFF}' if c != '।' && c != '॥' => Char::Mark,
        '¡' | '¿' | '·' | '§' | '¶' | '†' | '‡' | '•' | '′' | '″' => symbol_or_punctuation(c),
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => {
            symbol_or_punctuation(c)
        }
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' => Char::Punctuation,
        _ => Char::Symbol,
    }
}

/// Parts punctuation from symbols among the characters that are one or the other.
fn symbol_or_punctuation(c: char) -> Char {
    match c {
        '$' | '%' | '&' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '#' | '@' | '§' | '¶' | '†' | '‡' | '•' | '′'
        | '″' | '‰' | '‱' | '⁄' | '*' | '\\' | '_' => Char::Symbol,
        _ => Char::Punctuation,
    }
}

/// Combining marks outside the Indic blocks, variation selectors and the tags of emoji flags.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{E31}'
        | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// Characters shown as pictures.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1F000}'..='\u{1F0FF}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}' | '\u{1F1E6}'..='\u{1F1FF}'
        | '\u{1F200}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{231A}' | '\u{231B}'
        | '\u{23E9}'..='\u{23FA}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}

/// The letters of flags.
pub(crate) fn is_regional(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters() {
        for (c, class) in [
            ('\u{A0}', Char::Space),
            ('\u{202F}', Char::Space),
            ('\u{7}', Char::Space),
            ('\u{AD}', Char::Invisible),
            ('\u{308}', Char::Mark),
            ('ß', Char::Letter),
            ('Ж', Char::Letter),
            ('²', Char::Letter),
            ('×', Char::Symbol),
            ('€', Char::Symbol),
            ('§', Char::Symbol),
            ('%', Char::Symbol),
            ('°', Char::Symbol),
            ('(', Char::Punctuation),
            ('¿', Char::Punctuation),
            ('„', Char::Quote),
            ('–', Char::Dash),
            ('😀', Char::Emoji),
        ] {
            assert_eq!(char(c), class, "{c:?}");
        }
    }

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for c in '\0'..='\u{24F}' {
            let long = match c {
                _ if c.is_alphanumeric() => Char::Letter,
                _ if c.is_whitespace() || c.is_control() => Char::Space,
                _ => char(c),
            };
            assert_eq!(char(c), long, "{c:?}");
        }
    }

    #[test]
    fn latin_letters_share_a_lead_byte() {
        for c in 'À'..='ÿ' {
            let mut buffer = [0; 4];
            assert_eq!(byte(c.encode_utf8(&mut buffer).as_bytes()[0]), Byte::Latin);
            assert_eq!(char(c) == Char::Letter, c != '×' && c != '÷', "{c}");
        }
    }
}
