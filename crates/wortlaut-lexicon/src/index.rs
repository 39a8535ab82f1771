//! The compiled index: read in place, nothing is parsed or copied at start.
//!
//! Layout (all numbers u32, little endian), as `wortlaut-datagen` writes it: magic; counts of buckets, entries, senses,
//! lemmas, bundles, filter words; the filter (a bit for each key); bucket starts; entries (key, sense); senses; lemmas (string, facts); bundle starts; readings.
//! A key or string is an offset into the text shifted by 8, with its length below.

use crate::packed::Packed;

const TEXT: &str = include_str!("../data/forms.txt");
const INDEX: &[u8] = include_bytes!("../data/forms.idx");

/// The number of the word at `at`, 0 beyond the end.
fn word(at: u32) -> u32 {
    let start = at as usize * 4;
    INDEX
        .get(start..start + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u32::from_le_bytes)
}

const fn constant(at: usize) -> u32 {
    let at = at * 4;
    if INDEX.len() < at + 4 {
        return 0;
    }
    let (_, rest) = INDEX.split_at(at);
    match rest {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}

const BUCKETS: u32 = constant(1);
const ENTRIES: u32 = constant(2);
const SENSES: u32 = constant(3);
const LEMMAS: u32 = constant(4);
const BUNDLES: u32 = constant(5);
const FILTER: u32 = constant(6);
const FILTER_AT: u32 = 7;
const BUCKETS_AT: u32 = FILTER_AT + FILTER;
const ENTRIES_AT: u32 = BUCKETS_AT + BUCKETS + 1;
const SENSES_AT: u32 = ENTRIES_AT + 2 * ENTRIES;
const LEMMAS_AT: u32 = SENSES_AT + SENSES;
const BUNDLES_AT: u32 = LEMMAS_AT + 2 * LEMMAS;
const READINGS_AT: u32 = BUNDLES_AT + BUNDLES + 1;

fn string(packed: u32) -> &'static str {
    let start = (packed >> 8) as usize;
    TEXT.get(start..start + (packed & 0xff) as usize).unwrap_or_default()
}

/// A dictionary word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lemma(u32);

impl Lemma {
    /// The dictionary form.
    pub(crate) fn text(self) -> &'static str {
        string(word(LEMMAS_AT + 2 * self.0))
    }

    /// The length of the particle of a separable verb.
    pub(crate) fn particle(self) -> u8 {
        (word(LEMMAS_AT + 2 * self.0 + 1) >> 8 & 0xff) as u8
    }

    /// The kind of role, from 1; 0 for none.
    pub(crate) fn role(self) -> u32 {
        word(LEMMAS_AT + 2 * self.0 + 1) >> 16 & 0xff
    }

    /// Bit 0 haben, bit 1 sein.
    pub(crate) fn auxiliary(self) -> u32 {
        word(LEMMAS_AT + 2 * self.0 + 1) & 0xff
    }
}

/// One lemma of a form with its readings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    pub(crate) lemma: Lemma,
    /// Position of the first reading.
    pub(crate) first: u32,
    /// Position after the last.
    pub(crate) end: u32,
}

/// The reading at a position of a [`Sense`].
pub(crate) fn reading(at: u32) -> Packed {
    Packed(word(READINGS_AT + at))
}

/// The senses of a form.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Senses {
    next: Option<u32>,
}

impl Iterator for Senses {
    type Item = Sense;

    fn next(&mut self) -> Option<Sense> {
        let at = self.next?;
        let packed = word(SENSES_AT + at);
        self.next = if packed & 1 == 1 { Some(at + 1) } else { None };
        let bundle = packed >> 1 & 0x7ff;
        Some(Sense {
            lemma: Lemma(packed >> 12),
            first: word(BUNDLES_AT + bundle),
            end: word(BUNDLES_AT + bundle + 1),
        })
    }
}

/// The senses of a form.
pub(crate) fn find(form: &[u8]) -> Option<Senses> {
    let hash = hash(form);
    let bit = (hash >> 8) as u32 & (FILTER * 32).wrapping_sub(1);
    if word(FILTER_AT + bit / 32) >> (bit % 32) & 1 == 0 {
        return None;
    }
    let bucket = (hash >> 32) as u32 & BUCKETS.wrapping_sub(1);
    let tag = (hash & 0xff) as u32;
    let length = u32::try_from(form.len()).ok()?;
    let start = word(BUCKETS_AT + bucket);
    let end = word(BUCKETS_AT + bucket + 1);
    for entry in start..end {
        let key = word(ENTRIES_AT + 2 * entry);
        let sense = word(ENTRIES_AT + 2 * entry + 1);
        if sense & 0xff == tag && key & 0xff == length && string(key).as_bytes() == form {
            return Some(Senses { next: Some(sense >> 8) });
        }
    }
    None
}

/// The hash of a key; `wortlaut-datagen` has the same function.
fn hash(key: &[u8]) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = key.len() as u64;
    let mut chunks = key.chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(K);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let word = rest.iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(K);
    }
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn index_is_whole() {
        assert!(INDEX.starts_with(b"WLX1"));
        assert!(BUCKETS.is_power_of_two() && FILTER.is_power_of_two());
        let readings = word(BUNDLES_AT + BUNDLES);
        assert_eq!(INDEX.len() as u32, 4 * (READINGS_AT + readings));
        assert_eq!(word(BUCKETS_AT + BUCKETS), ENTRIES);
    }

    #[test]
    fn every_key_is_found() {
        for entry in 0..ENTRIES {
            let key = string(word(ENTRIES_AT + 2 * entry));
            assert!(!key.is_empty());
            assert!(
                find(key.as_bytes()).is_some_and(|mut senses| senses.next().is_some()),
                "{key}"
            );
        }
    }
}
