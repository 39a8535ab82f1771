//! The compiled index: read in place, nothing is parsed or copied at start.
//!
//! `wortlaut-datagen` writes two files. `lemmas.txt` has a line for each lemma: its length in bytes, the length of its
//! particle, its perfect auxiliary (bit 0 *haben*, bit 1 *sein*) and its kind of role, each one character counted from
//! `0`, then the word. `forms.lex`, all numbers little endian, begins with 64 bytes: the magic `WLX3`, then u32 counts of
//! buckets, lists, senses, edits, bundles, readings. Then come the tables:
//!
//! | table | each | holds |
//! |---|---|---|
//! | buckets | 64 bytes, one line of the cache | eight tags of 16 bits, 0 for none; eight entries of 48 bits |
//! | lists, one more than counted | 3 u32 | first sense << 8 and how many of them are of the capitalised form alone; facts of all; facts of the others |
//! | senses | u32 | lemma << 12, bundle << 2, rare |
//! | edits | 16 bytes | how a form comes from its lemma: bytes cut from the end; 0 nothing 1 *ge* 2 *zu* after the particle, particle << 2; length of the new end; the new end |
//! | bundles, one more than counted | 2 u32 | first reading, facts |
//! | readings | u32 | [`Packed`] |
//!
//! An entry is a form with its first letter in lower case: 20 bits the place of the first lemma in `lemmas.txt`, 12 edit,
//! 1 set where the form has a list of senses, 13 payload, 1 set where the form may be one with an adjective's ending, 1
//! set in the last entry of a bucket that was full, so that the search goes on in the next. The payload is the number of
//! the list, or bundle << 3, rare << 1, capital.
//! Rare is 1 where the form is hardly ever the participle of the lemma, 2 where it is hardly ever any form of it.
//!
//! Forms are not stored: an entry names the first lemma and the edit, and a form is only found if it is what they make.

use crate::VerbForm;
use crate::hash::{Key, fold};
use crate::packed::{Facts, Packed};

const TEXT: &str = include_str!("../data/lemmas.txt");

/// Bytes that begin where a line of the cache begins.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static INDEX: &Aligned<[u8]> = &Aligned(*include_bytes!("../data/forms.lex"));

const fn count(at: usize) -> u32 {
    let bytes: &[u8] = include_bytes!("../data/forms.lex");
    if bytes.len() < 4 * at + 4 {
        return 0;
    }
    let (_, rest) = bytes.split_at(4 * at);
    match rest {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}

const BUCKETS: u32 = count(1);
const LISTS: u32 = count(2);
const SENSES: u32 = count(3);
const EDITS: u32 = count(4);
const BUNDLES: u32 = count(5);

const BUCKETS_AT: usize = 64;
const LISTS_AT: usize = BUCKETS_AT + 64 * BUCKETS as usize;
const SENSES_AT: usize = LISTS_AT + 12 * (LISTS as usize + 1);
const EDITS_AT: usize = SENSES_AT + 4 * SENSES as usize;
const BUNDLES_AT: usize = EDITS_AT + 16 * EDITS as usize;
const READINGS_AT: usize = BUNDLES_AT + 8 * (BUNDLES as usize + 1);

#[inline]
fn word(at: usize) -> u32 {
    INDEX
        .0
        .get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u32::from_le_bytes)
}

/// A dictionary word, by the place of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lemma(u32);

/// How many bytes stand before the word.
const COLUMNS: usize = 4;

impl Lemma {
    #[inline]
    fn columns(self) -> [u8; COLUMNS] {
        let at = self.0 as usize;
        TEXT.as_bytes()
            .get(at..at + COLUMNS)
            .and_then(|columns| columns.try_into().ok())
            .unwrap_or([b'0'; COLUMNS])
            .map(|column: u8| column.wrapping_sub(b'0'))
    }

    /// The dictionary form.
    #[inline]
    pub(crate) fn text(self) -> &'static str {
        let [length, ..] = self.columns();
        let start = self.0 as usize + COLUMNS;
        TEXT.get(start..start + usize::from(length)).unwrap_or_default()
    }

    /// The length of the particle of a separable verb.
    #[inline]
    pub(crate) fn particle(self) -> u8 {
        let [_, particle, ..] = self.columns();
        particle
    }

    /// Bit 0 haben, bit 1 sein.
    pub(crate) fn auxiliary(self) -> u8 {
        let [_, _, auxiliary, _] = self.columns();
        auxiliary
    }

    /// The kind of role, from 1; 0 for none.
    pub(crate) fn role(self) -> u8 {
        let [.., role] = self.columns();
        role
    }
}

/// One lemma of a form with its readings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    pub(crate) lemma: Lemma,
    rare: u32,
    bundle: u32,
}

impl Sense {
    #[inline]
    const fn of(packed: u32) -> Sense {
        Sense {
            lemma: Lemma(packed >> 12),
            bundle: packed >> 2 & 0x3ff,
            rare: packed & 3,
        }
    }

    /// Whether the form is hardly ever this reading of the lemma.
    #[inline]
    pub(crate) fn is_rare(&self, reading: Packed) -> bool {
        self.rare == 2 || self.rare == 1 && reading.verb_form() == Some(VerbForm::PastParticiple)
    }

    /// What its readings are, in bits.
    #[inline]
    pub(crate) fn facts(&self) -> Facts {
        Facts(word(BUNDLES_AT + 8 * self.bundle as usize + 4))
    }

    /// Where its readings begin and end.
    #[inline]
    pub(crate) fn readings(&self) -> (u32, u32) {
        let at = BUNDLES_AT + 8 * self.bundle as usize;
        (word(at), word(at + 8))
    }
}

/// The reading at a position of a [`Sense`].
#[inline]
pub(crate) fn reading(at: u32) -> Packed {
    Packed(word(READINGS_AT + 4 * at as usize))
}

/// A form that was found: its entry, and above it whether it was asked for with a capital, so that the senses of the
/// capitalised form count too. 0 is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form(u64);

const LIST: u32 = 32;
const INFLECTED: u32 = 46;
const FULL: u32 = 47;
const WITH_CAPITAL: u32 = 48;

impl Form {
    /// Whether nothing was found.
    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether it may also be a stem with an adjective's ending; of a form that was not found nobody knows.
    #[inline]
    pub(crate) const fn may_be_inflected(self) -> bool {
        self.is_none() || self.0 >> INFLECTED & 1 != 0
    }

    #[inline]
    const fn has_list(self) -> bool {
        self.0 >> LIST & 1 != 0
    }

    #[inline]
    const fn payload(self) -> u32 {
        (self.0 >> (LIST + 1)) as u32 & 0x1fff
    }

    #[inline]
    const fn has_capital(self) -> bool {
        self.0 >> WITH_CAPITAL & 1 != 0
    }

    #[inline]
    const fn lemma(self) -> Lemma {
        Lemma(self.0 as u32 & 0xf_ffff)
    }

    #[inline]
    const fn edit(self) -> usize {
        (self.0 as u32 >> 20) as usize
    }

    #[inline]
    const fn only(self) -> Sense {
        Sense {
            lemma: self.lemma(),
            bundle: self.payload() >> 3,
            rare: self.payload() >> 1 & 3,
        }
    }

    /// What all its senses are, in bits.
    #[inline]
    pub(crate) fn facts(self) -> Facts {
        if self.is_none() {
            Facts(0)
        } else if self.has_list() {
            let list = LISTS_AT + 12 * self.payload() as usize;
            Facts(word(if self.has_capital() { list + 4 } else { list + 8 }))
        } else {
            self.only().facts()
        }
    }

    /// The first and the end of its senses.
    #[inline]
    fn bounds(self) -> (u32, u32) {
        let list = LISTS_AT + 12 * self.payload() as usize;
        let (first, next) = (word(list), word(list + 12));
        let skipped = if self.has_capital() { 0 } else { first & 0xff };
        ((first >> 8) + skipped, next >> 8)
    }

    /// Its senses.
    #[inline]
    pub(crate) fn senses(self) -> Senses {
        if self.is_none() {
            Senses::default()
        } else if self.has_list() {
            let (next, end) = self.bounds();
            Senses { only: None, next, end }
        } else {
            Senses {
                only: Some(self.only()),
                next: 0,
                end: 0,
            }
        }
    }

    /// Nothing, if none of its senses is written as asked for.
    #[inline]
    fn as_written(self) -> Form {
        let hidden = !self.has_capital()
            && if self.has_list() {
                let (next, end) = self.bounds();
                next == end
            } else {
                self.payload() & 1 != 0
            };
        if hidden { Form::default() } else { self }
    }
}

/// The senses of a form.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Senses {
    only: Option<Sense>,
    next: u32,
    end: u32,
}

impl Iterator for Senses {
    type Item = Sense;

    #[inline]
    fn next(&mut self) -> Option<Sense> {
        if self.next < self.end {
            let sense = Sense::of(word(SENSES_AT + 4 * self.next as usize));
            self.next += 1;
            return Some(sense);
        }
        self.only.take()
    }
}

#[inline]
fn bucket(number: u32) -> Option<&'static [u8; 64]> {
    let at = BUCKETS_AT + 64 * number as usize;
    INDEX.0.get(at..at + 64)?.try_into().ok()
}

/// Looks up a form in the case it is written in, and if that is a capital, in lower case too.
#[inline]
pub(crate) fn find(form: &[u8]) -> Form {
    // The lowest bits of eight tags, and the highest.
    const LOW: u128 = 0x0001_0001_0001_0001_0001_0001_0001_0001;
    const HIGH: u128 = LOW << 15;
    let key = Key::new(form);
    let tags = u128::from(key.tag()) * LOW;
    let mut number = key.bucket(BUCKETS);
    while let Some(bucket) = bucket(number) {
        let Some((found, _)) = bucket.split_first_chunk() else {
            break;
        };
        let different = u128::from_le_bytes(*found) ^ tags;
        // A bit for each tag that is equal. One above an equal tag may be set by the borrow: it is checked like the rest.
        let mut equal = different.wrapping_sub(LOW) & !different & HIGH;
        while equal != 0 {
            let entry = entry(bucket, equal.trailing_zeros() as usize / 16);
            if is_made_by(Form(entry), &key, form) {
                return Form(entry & !(1 << FULL) | u64::from(key.capital) << WITH_CAPITAL).as_written();
            }
            equal &= equal - 1;
        }
        let [.., last] = bucket;
        if last >> 7 == 0 {
            break;
        }
        number += 1;
    }
    Form::default()
}

#[inline]
fn entry(bucket: &[u8; 64], number: usize) -> u64 {
    // The last eight bytes end with the bucket; read from two bytes before, every entry is the higher part of eight.
    let at = 14 + 6 * number;
    bucket
        .get(at..at + 8)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, |bytes| u64::from_le_bytes(bytes) >> 16)
}

/// Whether a form is what the lemma and the edit of an entry make.
#[inline]
fn is_made_by(entry: Form, key: &Key, form: &[u8]) -> bool {
    let start = entry.lemma().0 as usize;
    let edit = EDITS_AT + 16 * entry.edit();
    let (Some(edit), Some(line)) = (
        INDEX.0.get(edit..edit + 16).and_then(|edit| edit.first_chunk()),
        TEXT.as_bytes().get(start..start + COLUMNS + 16),
    ) else {
        // No line stands so near to the end: see the test.
        return false;
    };
    let edit = u128::from_le_bytes(*edit);
    let (cut, inset, added) = (edit as u8, (edit >> 8) as u8, usize::from((edit >> 16) as u8));
    let end = edit >> 24;
    let particle = usize::from(inset >> 2);
    let inset: &[u8] = match inset & 3 {
        0 => b"",
        1 => b"ge",
        _ => b"zu",
    };
    let length = line.first().map_or(0, |length| length.wrapping_sub(b'0'));
    let kept = usize::from(length.wrapping_sub(cut));
    if kept + inset.len() + added != form.len() {
        return false;
    }
    let start = start + COLUMNS;
    if form.len() > 16 {
        let parts = [(start, particle), (start + particle, kept.saturating_sub(particle))];
        return is_long_made_by(parts, inset, &end.to_le_bytes(), key, form);
    }
    let text = text_head(line);
    let made = match inset {
        [a, b] => {
            let inset = u128::from(*a) | u128::from(*b) << 8;
            let after = shifted_down(text, particle) & low_bytes(kept.saturating_sub(particle));
            text & low_bytes(particle) | shifted_up(inset, particle) | shifted_up(after, particle + 2)
        }
        _ => text & low_bytes(kept),
    };
    made | shifted_up(end, kept + inset.len()) == key.head
}

/// The same for forms that do not fit into a number.
#[cold]
fn is_long_made_by(parts: [(usize, usize); 2], inset: &[u8], end: &[u8], key: &Key, form: &[u8]) -> bool {
    let part = |(start, length): (usize, usize)| TEXT.as_bytes().get(start..start + length).unwrap_or_default();
    let [first, second] = parts.map(part);
    let mut made = first.iter().chain(inset).chain(second).chain(end);
    let mut head = [0; 8];
    for (to, from) in head.iter_mut().zip(&mut made) {
        *to = *from;
    }
    fold(u64::from_le_bytes(head)) == key.head as u64 && form.iter().skip(8).eq(made.take(form.len() - 8))
}

/// The first 16 bytes of a lemma and what follows it, with the first letter in lower case.
#[inline]
fn text_head(line: &[u8]) -> u128 {
    line.last_chunk().map_or(0, |bytes| {
        let head = u128::from_le_bytes(*bytes);
        head & !u128::from(u64::MAX) | u128::from(fold(head as u64))
    })
}

#[inline]
const fn low_bytes(count: usize) -> u128 {
    if count < 16 { (1 << (8 * count)) - 1 } else { u128::MAX }
}

#[inline]
const fn shifted_up(number: u128, bytes: usize) -> u128 {
    if bytes < 16 { number << (8 * bytes) } else { 0 }
}

#[inline]
const fn shifted_down(number: u128, bytes: usize) -> u128 {
    if bytes < 16 { number >> (8 * bytes) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buffer::WordBuffer;

    fn lemmas() -> impl Iterator<Item = Lemma> {
        let lines = TEXT.lines().scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        lines
            .filter(|(_, line)| !line.starts_with('#'))
            .map(|(at, _)| Lemma(at as u32))
    }

    #[test]
    fn index_is_whole() {
        assert!(INDEX.0.starts_with(b"WLX3"));
        assert_eq!(INDEX.0.len(), READINGS_AT + 4 * count(6) as usize);
        assert_eq!(word(LISTS_AT + 12 * LISTS as usize) >> 8, SENSES);
        assert_eq!(word(BUNDLES_AT + 8 * BUNDLES as usize), count(6));
        for lemma in lemmas() {
            let line = TEXT
                .get(lemma.0 as usize + COLUMNS..)
                .and_then(|rest| rest.lines().next());
            assert_eq!(Some(lemma.text()), line);
            assert!(lemma.0 as usize + COLUMNS + 16 <= TEXT.len());
            assert!(lemma.role() <= 9 && lemma.auxiliary() <= 3);
        }
    }

    #[test]
    fn every_entry_is_found_by_its_form() {
        let mut all = 0;
        for bucket in (0..BUCKETS).filter_map(bucket) {
            for number in (0..8).filter(|&number| bucket.get(2 * number..2 * number + 2) != Some(&[0, 0])) {
                let entry = Form(entry(bucket, number) & !(1 << FULL));
                let at = EDITS_AT + 16 * entry.edit();
                let [cut, inset, added, end @ ..] = INDEX.0.get(at..at + 16).unwrap_or_default() else {
                    continue;
                };
                let text = entry.lemma().text().as_bytes();
                let mut form = text.get(..text.len() - usize::from(*cut)).unwrap_or_default().to_vec();
                let particle = usize::from(inset >> 2);
                let inset = [&b""[..], b"ge", b"zu"]
                    .get(usize::from(inset & 3))
                    .copied()
                    .unwrap_or_default();
                form.splice(particle..particle, inset.iter().copied());
                form.extend_from_slice(end.get(..usize::from(*added)).unwrap_or_default());
                let form = String::from_utf8(form).unwrap_or_default();
                let capital = WordBuffer::raised(&form);
                let capital = capital.as_ref().map_or(form.as_str(), |raised| raised.as_str());
                let found = find(capital.as_bytes());
                assert_eq!(found.0 & !(1 << WITH_CAPITAL), entry.0, "{form}");
                assert!(found.senses().next().is_some(), "{form}");
                assert_ne!(found.facts(), Facts(0), "{form}");
                all += 1;
            }
        }
        assert!(all > 100_000);
    }

    #[test]
    fn facts_are_those_of_the_readings() {
        for bundle in 0..BUNDLES {
            let sense = Sense {
                lemma: Lemma(0),
                rare: 0,
                bundle,
            };
            let (first, end) = sense.readings();
            assert!(first < end);
            let facts = (first..end).fold(0, |facts, at| facts | reading(at).facts().0);
            assert_eq!(sense.facts(), Facts(facts));
        }
    }

    #[test]
    fn nothing_is_found_by_its_hash_alone() {
        for form in [
            "sagtt",
            "sagenn",
            "xsagen",
            "Überäußerungen",
            "angekündigtet",
            "ankündigzu",
        ] {
            assert!(find(form.as_bytes()).is_none(), "{form}");
        }
    }
}
