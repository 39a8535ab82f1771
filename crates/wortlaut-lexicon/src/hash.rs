//! The hash of a word form. `wortlaut-datagen` compiles this same file, so that both ends agree.
//!
//! The case of the first letter is taken off in the same pass: *Sagte* and *sagte* are one key, and one look-up answers
//! for both.

const K: u64 = 0x9e37_79b9_7f4a_7c15;

/// A form made ready for a look-up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// The hash of the folded form.
    pub(crate) hash: u64,
    /// The first 16 bytes of the folded form, filled up with zeros.
    pub(crate) head: u128,
    /// Whether the form begins with a capital that was folded.
    pub(crate) capital: bool,
}

impl Key {
    /// The key of a form, in one pass.
    #[inline]
    pub(crate) fn new(form: &[u8]) -> Key {
        let raw = chunk(form, 0);
        let first = fold(raw);
        let mut hash = mix(form.len() as u64, first);
        let mut head = u128::from(first);
        let mut at = 8;
        while at < form.len() {
            let next = chunk(form, at);
            if at == 8 {
                head |= u128::from(next) << 64;
            }
            hash = mix(hash, next);
            at += 8;
        }
        Key {
            hash: spread(hash),
            head,
            capital: first != raw,
        }
    }

    /// Which of `count` buckets.
    #[inline]
    pub(crate) const fn bucket(self, count: u32) -> u32 {
        (((self.hash >> 32) * count as u64) >> 32) as u32
    }

    /// What tells it from others of its bucket, all but surely; never 0.
    #[inline]
    pub(crate) const fn tag(self) -> u16 {
        let tag = self.hash as u16;
        if tag == 0 { 1 } else { tag }
    }
}

#[inline]
const fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(K)
}

#[inline]
const fn spread(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 32).wrapping_mul(K);
    hash ^ hash >> 29
}

/// Up to eight bytes from `at`, little endian, filled up with zeros. Read in one or two pieces that may overlap.
#[inline]
fn chunk(form: &[u8], at: usize) -> u64 {
    if let Some(whole) = form.get(at..at + 8) {
        return whole.try_into().map_or(0, u64::from_le_bytes);
    }
    let length = form.len().saturating_sub(at);
    if let Some(last) = form.len().checked_sub(8).and_then(|from| form.get(from..)) {
        let last: u64 = last.try_into().map_or(0, u64::from_le_bytes);
        return if length == 0 { 0 } else { last >> (8 * (8 - length)) };
    }
    // The whole form has less than eight bytes, so `at` is 0.
    match form {
        [a, b, c, d, ..] => {
            let low = u64::from(u32::from_le_bytes([*a, *b, *c, *d]));
            let high = form
                .get(length - 4..)
                .and_then(|last| last.try_into().ok())
                .map_or(0, u32::from_le_bytes);
            low | u64::from(high) << (8 * (length - 4))
        }
        [a, b, c] => u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
        [a, b] => u64::from(*a) | u64::from(*b) << 8,
        [a] => u64::from(*a),
        [] => 0,
    }
}

/// The first bytes of a word with the first letter in lower case.
#[inline]
pub(crate) const fn fold(word: u64) -> u64 {
    match word as u8 {
        b'A'..=b'Z' => word | 0x20,
        // Ä Ö Ü
        0xc3 if matches!((word >> 8) as u8, 0x84 | 0x96 | 0x9c) => word | 0x2000,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn chunks_are_the_bytes() {
        let text = "Überäußerungsfähigkeiten";
        for (end, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let Some(form) = text.get(..end) else { continue };
            let key = Key::new(form.as_bytes());
            let mut expected = [0u8; 16];
            for (to, from) in expected.iter_mut().zip(form.replace('Ü', "ü").bytes()) {
                *to = from;
            }
            assert_eq!(key.head, u128::from_le_bytes(expected), "{form}");
            assert_eq!(key.capital, end > 0, "{form}");
            assert_eq!(key.hash, Key::new(form.replace('Ü', "ü").as_bytes()).hash, "{form}");
        }
        assert_eq!(Key::new(b"Sagte").hash, Key::new(b"sagte").hash);
        assert_ne!(Key::new(b"sagte").hash, Key::new(b"sagt").hash);
    }
}
