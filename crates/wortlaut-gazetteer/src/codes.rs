//! Bytes that no text has, as short hands for what German names are full of.
//!
//! UTF-8 never has the bytes 0xF5 to 0xFF, and keys have no control characters; each of these bytes stands for a few
//! letters. Keys are a third shorter for it, and are still compared without being unpacked.

/// What the bytes 2 to 31, then 0xF5 to 0xFF stand for.
const CODES: [&str; 41] = [
    "en", "er", "ch", "sch", "ein", "el", "an", "in", "st", "au", "ei", "ie", "le", "te", "re", "ra", "ll", "nd", "is",
    "on", "ar", "ma", "al", "or", "ri", "li", "he", "ng", "hausen", "stein", "berg", "burg", "bach", "dorf", "heim",
    "mann", "feld", "stadt", "er ", "en ", " am ",
];
const FIRST: u8 = 2;
const LOW: u8 = 30;
const HIGH: u8 = 0xF5;

/// Every byte, to stand for itself.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut at = 0;
    while at < 256 {
        bytes[at] = at as u8;
        at += 1;
    }
    bytes
};

/// For each byte, which codes begin with it: a bit for each.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const STARTS: [u64; 256] = {
    let mut starts = [0; 256];
    let mut at = 0;
    while at < CODES.len() {
        starts[CODES[at].as_bytes()[0] as usize] |= 1 << at;
        at += 1;
    }
    starts
};

/// What a byte of a packed key stands for.
#[inline]
pub(crate) fn unpack(byte: u8) -> &'static [u8] {
    let code = match byte {
        FIRST..0x20 => byte - FIRST,
        HIGH.. => byte - HIGH + LOW,
        _ => return BYTES.get(usize::from(byte)..=usize::from(byte)).unwrap_or(&[]),
    };
    CODES.get(usize::from(code)).map_or(&[], |letters| letters.as_bytes())
}

/// Appends bytes packed: at each place the longest that has a short hand.
pub(crate) fn pack(mut rest: &[u8], into: &mut Vec<u8>) {
    while let Some(&byte) = rest.first() {
        let starts = STARTS.get(usize::from(byte)).copied().unwrap_or(0);
        let best = (0u8..)
            .take(if starts == 0 { 0 } else { CODES.len() })
            .zip(CODES)
            .filter(|(code, _)| starts >> code & 1 == 1)
            .filter(|(_, letters)| rest.starts_with(letters.as_bytes()))
            .max_by_key(|(_, letters)| letters.len());
        let len = match best {
            Some((code, letters)) => {
                into.push(if code < LOW { code + FIRST } else { code - LOW + HIGH });
                letters.len()
            }
            None => {
                into.push(byte);
                1
            }
        };
        rest = rest.get(len..).unwrap_or(&[]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_shorter() {
        for (text, len) in [
            ("", 0),
            ("x", 1),
            ("Kronberg", 4),
            ("Schönhausen am Stein", 10),
            ("日本", 6),
            ("\u{10FFFF}\u{1}ä", 7),
        ] {
            let mut packed = Vec::new();
            pack(text.as_bytes(), &mut packed);
            let unpacked: Vec<u8> = packed.iter().flat_map(|&byte| unpack(byte)).copied().collect();
            assert_eq!(unpacked, text.as_bytes());
            assert_eq!(packed.len(), len, "{text}");
        }
    }

    #[test]
    fn every_byte_has_a_meaning_of_its_own() {
        let meanings: std::collections::BTreeSet<&[u8]> = (0..=255).map(unpack).collect();
        assert_eq!(meanings.len(), 256);
    }
}
