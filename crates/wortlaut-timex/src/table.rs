//! A look-up table for words: most words of a text are none of ours and are turned away after one look at a bitmap.

use crate::word::Word;

/// Bits of the bitmap.
const BITS: usize = 1 << 16;

/// Words in folded spelling and what they mean. Case is not looked at, so that words without umlauts need no folding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// One bit for the hash of each word.
    filter: Vec<u64>,
    /// Open addressing: one more than the entry, zero for a free place.
    slots: Vec<u16>,
    entries: Vec<Entry>,
    /// The words, one after the other.
    words: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    start: u32,
    end: u32,
    word: Word,
}

impl Table {
    /// A table of words; of two equal words the first one counts.
    pub(crate) fn new<'w>(words: impl Iterator<Item = (&'w str, Word)>) -> Table {
        let mut table = Table::default();
        for (word, meaning) in words {
            let start = u32::try_from(table.words.len()).unwrap_or(u32::MAX);
            table.words.extend_from_slice(word.as_bytes());
            let end = u32::try_from(table.words.len()).unwrap_or(u32::MAX);
            table.entries.push(Entry {
                start,
                end,
                word: meaning,
            });
        }
        table.entries.truncate(usize::from(u16::MAX) - 1);
        table.filter = vec![0; BITS / 64];
        table.slots = vec![0; (table.entries.len() * 2).next_power_of_two().max(4)];
        for at in 0..table.entries.len() {
            let Some(word) = table.entries.get(at).and_then(|entry| table.bytes(entry)) else {
                continue;
            };
            let hash = hash(word);
            if table.probe(word, hash).is_some() {
                continue;
            }
            let (bits, bit) = place(hash);
            if let Some(bits) = table.filter.get_mut(bits) {
                *bits |= bit;
            }
            let mask = table.slots.len() - 1;
            let mut slot = first(hash) & mask;
            while table.slots.get(slot).is_some_and(|&taken| taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let (Some(slot), Ok(number)) = (table.slots.get_mut(slot), u16::try_from(at + 1)) {
                *slot = number;
            }
        }
        table
    }

    /// What a word means, whatever its case.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> Option<Word> {
        let hash = hash(word);
        let (bits, bit) = place(hash);
        if self.filter.get(bits).is_none_or(|bits| bits & bit == 0) {
            return None;
        }
        self.probe(word, hash)
    }

    fn probe(&self, word: &[u8], hash: u64) -> Option<Word> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = first(hash) & mask;
        loop {
            let number = usize::from(*self.slots.get(slot)?);
            let entry = self.entries.get(number.checked_sub(1)?)?;
            if self.bytes(entry).is_some_and(|known| known.eq_ignore_ascii_case(word)) {
                return Some(entry.word);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn bytes(&self, entry: &Entry) -> Option<&[u8]> {
        self.words.get(entry.start as usize..entry.end as usize)
    }
}

/// The word and the bit of the bitmap.
fn place(hash: u64) -> (usize, u64) {
    let bit = (hash >> 48) as usize % BITS;
    (bit / 64, 1 << (bit % 64))
}

fn first(hash: u64) -> usize {
    (hash >> 24) as usize
}

/// A hash of the letters, upper and lower case alike, from the first eight bytes, the last eight and the length.
fn hash(word: &[u8]) -> u64 {
    const CASE: u64 = 0x2020_2020_2020_2020;
    let wide = |chunk: Option<&[u8; 8]>| chunk.map_or(0, |chunk| u64::from_le_bytes(*chunk) | CASE);
    let narrow = |chunk: Option<&[u8; 4]>| chunk.map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk) | CASE as u32));
    let one = |byte: Option<&u8>| byte.map_or(0, |byte| u64::from(byte | 0x20));
    let (head, tail) = match word.len() {
        8.. => (wide(word.first_chunk()), wide(word.last_chunk())),
        4..=7 => (narrow(word.first_chunk()), narrow(word.last_chunk())),
        length => (one(word.first()) << 8 | one(word.get(length / 2)), one(word.last())),
    };
    let mixed = (head ^ (word.len() as u64) << 56).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 32 ^ tail).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let words = ["a", "am", "tag", "woche", "wochenende", "donaudampfschiff", "märz"];
        let table = Table::new(words.iter().zip(1..).map(|(word, at)| (*word, Word::Month(at))));
        for (word, at) in words.iter().zip(1..) {
            assert_eq!(table.get(word.as_bytes()), Some(Word::Month(at)), "{word}");
            assert_eq!(table.get(word.to_ascii_uppercase().as_bytes()), Some(Word::Month(at)));
        }
        for word in ["", "b", "tags", "wochenendes", "donaudampfschaff", "donaudampfschifff"] {
            assert_eq!(table.get(word.as_bytes()), None, "{word}");
        }
        assert_eq!(Table::default().get(b"tag"), None);
    }

    #[test]
    fn the_first_of_equal_words_counts() {
        let table = Table::new([("tag", Word::Clock), ("tag", Word::Than)].into_iter());
        assert_eq!(table.get(b"Tag"), Some(Word::Clock));
    }
}
