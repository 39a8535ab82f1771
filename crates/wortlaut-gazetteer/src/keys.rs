//! The keys of a gazetteer: the forms of its names, found by their hash and read in place.
//!
//! * The keys stand sorted, sixteen to a block, each as what it does not share with the key before it: one byte with two
//!   halves (shared, own; 15 says that a number follows), the own bytes (packed, see `codes`), then its postings. A posting is a number:
//!   the distance of its entry from that of the posting before (in the block), its form, and whether another follows.
//! * A slot of three bytes leads from a hash to a block; its upper bits hold a part of the hash. Hashes are of keys without
//!   umlauts and accents (see [`push_plain`]), so *Zürich*, *Zuerich* and *ZUERICH* meet in one slot.
//! * A filter tells of most words of a text, by one read, that they are no key and begin none. It has the keys, and what
//!   stands in a key before a space or before a change between letters and marks.

use crate::codes;
use crate::format::{Reader, fold_sign, push_number, read_u24, read_u32, read_u64, unfold_sign};
use crate::hash::{self, Hash};
use crate::normal::push_plain;

/// Leads the keys of entries that are found in any case.
pub(crate) const ANY_CASE: char = '\u{1}';
/// Keys in a block.
const BLOCK: u32 = 16;
/// A slot without a key.
const EMPTY: u32 = 0xFF_FFFF;
const SLOT: usize = 3;
/// Bits of the filter for each item; some words in a hundred pass by chance.
const FILTER_BITS: usize = 10;
/// Blocks that a slot can name, so that at least four bits of the hash remain.
const MAX_BLOCKS: u32 = 1 << 20;

/// How a key names its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum KeyForm {
    /// The name, or an alias.
    Name = 0,
    /// A short form that stands alone: *Putin*.
    Short = 1,
    /// The surname of a listed person: a hint, not a name.
    Surname = 2,
    /// The genitive of a name whose head is not its last word.
    Genitive = 3,
    /// An adjective in -isch, or another that inflects.
    Adjective = 4,
    /// An adjective in -er.
    PlaceAdjective = 5,
    /// An inhabitant.
    People = 6,
    /// A first name; the entry is the gender.
    FirstName = 7,
    /// The name in a spelling made by rule: *Zelensky*.
    Variant = 8,
    /// The surname of several people of the list, which names none of them; the entry means nothing.
    Namesakes = 9,
}

impl KeyForm {
    fn from_bits(bits: u64) -> Option<Self> {
        Some(match bits {
            0 => KeyForm::Name,
            1 => KeyForm::Short,
            2 => KeyForm::Surname,
            3 => KeyForm::Genitive,
            4 => KeyForm::Adjective,
            5 => KeyForm::PlaceAdjective,
            6 => KeyForm::People,
            7 => KeyForm::FirstName,
            8 => KeyForm::Variant,
            9 => KeyForm::Namesakes,
            _ => return None,
        })
    }
}

/// One way to read a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) entry: u32,
    pub(crate) form: KeyForm,
}

/// A key found: where its postings are, and how well it agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    postings: usize,
    /// The entry of the posting before.
    before: u32,
    /// Letter by letter, umlauts and accents too.
    pub(crate) exact: bool,
}

/// Memory for look-ups, used again.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    blocks: Vec<u32>,
    key: Vec<u8>,
    plain: String,
    plain_key: String,
}

/// The sections of a gazetteer that hold its keys.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Keys<'g> {
    pub(crate) filter: &'g [u8],
    pub(crate) slots: &'g [u8],
    pub(crate) blocks: &'g [u8],
    pub(crate) keys: &'g [u8],
    pub(crate) count: u32,
    pub(crate) longest_probe: u32,
}

/// How many bits of a slot name a block.
fn block_bits(blocks: u32) -> u32 {
    32 - blocks.leading_zeros()
}

impl<'g> Keys<'g> {
    /// Whether a key may be this, or begin like this.
    #[inline]
    pub(crate) fn may_begin(&self, hash: Hash) -> bool {
        let hash = hash.finish();
        let words = self.filter.len() / 8;
        let word = read_u64(self.filter, hash::place_in_filter(hash, words) * 8);
        let bits = hash::filter_bits(hash);
        word & bits == bits
    }

    /// Finds the keys with this hash that are `form` (in normal form), or `form` but for umlauts and accents if there is
    /// no such key. Appends them to `into`, each once.
    pub(crate) fn find(&self, hash: Hash, form: &str, scratch: &mut Scratch, into: &mut Vec<Found>) {
        let hash = hash.finish();
        let slots = self.slots.len() / SLOT;
        if slots == 0 {
            return;
        }
        let bits = block_bits(self.count.div_ceil(BLOCK)).min(24);
        let wanted = hash::fingerprint(hash, 24 - bits);
        let mut place = hash::place_in_slots(hash, slots);
        scratch.blocks.clear();
        for _ in 0..=slots.min(self.longest_probe as usize) {
            let slot = read_u24(self.slots, place * SLOT);
            if slot == EMPTY {
                break;
            }
            let block = slot & ((1 << bits) - 1);
            if slot >> bits == wanted && !scratch.blocks.contains(&block) {
                if let Some(found) = self.exactly(block, form.as_bytes()) {
                    into.push(found);
                    return;
                }
                scratch.blocks.push(block);
            }
            place = if place + 1 == slots { 0 } else { place + 1 };
        }
        scratch.plain.clear();
        for at in 0..scratch.blocks.len() {
            let block = scratch.blocks.get(at).copied().unwrap_or(0);
            self.otherwise_spelt(block, form, scratch, into);
        }
    }

    /// Looks for a key in a block. Keys share their beginnings, so each is compared only where it differs from the one
    /// before.
    fn exactly(&self, block: u32, form: &[u8]) -> Option<Found> {
        let mut cursor = self.cursor(block);
        // How much of the key before agrees with the form.
        let mut agree = 0;
        while let Some((shared, own)) = cursor.step() {
            if shared <= agree {
                let rest = form.get(shared..).unwrap_or(&[]);
                match compare(own, rest) {
                    Compared::Equal => return Some(cursor.found(true)),
                    Compared::Until(len) => agree = shared + len,
                }
            }
            cursor.skip_postings();
        }
        None
    }

    /// Looks in a block for keys that are the form but for umlauts and accents.
    fn otherwise_spelt(&self, block: u32, form: &str, scratch: &mut Scratch, into: &mut Vec<Found>) {
        let mut cursor = self.cursor(block);
        while cursor.next(&mut scratch.key) {
            if scratch.key.is_ascii() && form.is_ascii() {
                continue;
            }
            if scratch.plain.is_empty() {
                push_plain(form, &mut scratch.plain);
            }
            let Ok(key) = std::str::from_utf8(&scratch.key) else {
                continue;
            };
            scratch.plain_key.clear();
            push_plain(key, &mut scratch.plain_key);
            if scratch.plain_key == scratch.plain {
                into.push(cursor.found(false));
            }
        }
    }

    fn cursor(&self, block: u32) -> Cursor<'g> {
        let at = read_u32(self.blocks, block as usize * 4) as usize;
        let first = block.saturating_mul(BLOCK);
        Cursor {
            reader: Reader::new(self.keys, at),
            left: self.count.saturating_sub(first).min(BLOCK),
            entry: 0,
            postings: 0,
            before: 0,
        }
    }

    /// The key with this number; empty beyond the last.
    pub(crate) fn key(&self, number: u32) -> String {
        let mut key = Vec::new();
        let mut cursor = self.cursor(number / BLOCK);
        for _ in 0..=number % BLOCK {
            if !cursor.next(&mut key) {
                return String::new();
            }
        }
        String::from_utf8(key).unwrap_or_default()
    }

    /// The readings of a key that was found.
    pub(crate) fn postings(&self, found: Found) -> Postings<'g> {
        Postings {
            reader: Reader::new(self.keys, found.postings),
            entry: found.before,
            more: true,
        }
    }

    /// All keys with their readings, in order.
    pub(crate) fn all(self) -> impl Iterator<Item = (String, Postings<'g>)> {
        (0..self.count.div_ceil(BLOCK)).flat_map(move |block| {
            let mut cursor = self.cursor(block);
            let mut key = Vec::new();
            std::iter::from_fn(move || {
                cursor.next(&mut key).then(|| {
                    (
                        String::from_utf8_lossy(&key).into_owned(),
                        self.postings(cursor.found(true)),
                    )
                })
            })
        })
    }
}

/// How a packed rest of a key agrees with the rest of a form.
enum Compared {
    Equal,
    /// So many bytes are the same.
    Until(usize),
}

#[inline]
fn compare(packed: &[u8], form: &[u8]) -> Compared {
    let mut at = 0;
    for &byte in packed {
        for letter in codes::unpack(byte) {
            if form.get(at) != Some(letter) {
                return Compared::Until(at);
            }
            at += 1;
        }
    }
    if at == form.len() {
        Compared::Equal
    } else {
        Compared::Until(at)
    }
}

/// Reads the keys of a block one after the other.
struct Cursor<'g> {
    reader: Reader<'g>,
    left: u32,
    /// The entry of the last posting read.
    entry: u32,
    /// Where the postings of the last key are, and the entry before them.
    postings: usize,
    before: u32,
}

impl<'g> Cursor<'g> {
    /// Turns the key before into the next one.
    fn next(&mut self, key: &mut Vec<u8>) -> bool {
        let Some((shared, own)) = self.step() else { return false };
        key.truncate(shared);
        key.extend(own.iter().flat_map(|&byte| codes::unpack(byte)));
        self.skip_postings();
        true
    }

    /// How much the next key shares with the one before, and the rest of it, packed. Its postings are next.
    #[inline]
    fn step(&mut self) -> Option<(usize, &'g [u8])> {
        if self.left == 0 || self.reader.is_done() {
            return None;
        }
        self.left -= 1;
        let halves = self.reader.byte();
        let (shared, own) = (usize::from(halves >> 4), usize::from(halves & 15));
        let shared = if shared == 15 {
            self.reader.number() as usize
        } else {
            shared
        };
        let own = if own == 15 { self.reader.number() as usize } else { own };
        let own = self.reader.bytes(own);
        self.postings = self.reader.at();
        self.before = self.entry;
        Some((shared, own))
    }

    #[inline]
    fn skip_postings(&mut self) {
        while !self.reader.is_done() {
            let packed = self.reader.number();
            if packed >> 1 & 15 != KeyForm::FirstName as u64 {
                self.entry = moved(self.entry, packed);
            }
            if packed & 1 == 0 {
                break;
            }
        }
    }

    fn found(&self, exact: bool) -> Found {
        Found {
            postings: self.postings,
            before: self.before,
            exact,
        }
    }
}

#[inline]
fn moved(entry: u32, packed: u64) -> u32 {
    (i64::from(entry).wrapping_add(unfold_sign(packed >> 5))) as u32
}

/// The readings of a key.
#[derive(Clone, Debug)]
pub(crate) struct Postings<'g> {
    reader: Reader<'g>,
    entry: u32,
    more: bool,
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    #[inline]
    fn next(&mut self) -> Option<Posting> {
        if !self.more || self.reader.is_done() {
            return None;
        }
        let packed = self.reader.number();
        self.more = packed & 1 == 1;
        let form = KeyForm::from_bits(packed >> 1 & 15)?;
        if form == KeyForm::FirstName {
            return Some(Posting {
                entry: (packed >> 5) as u32,
                form,
            });
        }
        self.entry = moved(self.entry, packed);
        Some(Posting {
            entry: self.entry,
            form,
        })
    }
}

/// The sections that hold the keys.
#[derive(Debug, Default)]
pub(crate) struct KeySections {
    pub(crate) filter: Vec<u8>,
    pub(crate) slots: Vec<u8>,
    pub(crate) blocks: Vec<u8>,
    pub(crate) keys: Vec<u8>,
    pub(crate) count: u32,
    pub(crate) longest_probe: u32,
}

/// Lays keys out that come sorted, each once, with its postings in the order in which they count.
#[derive(Debug, Default)]
pub(crate) struct KeyWriter {
    keys: Vec<u8>,
    blocks: Vec<u8>,
    count: u32,
    before: String,
    entry: u32,
    hashes: Vec<u64>,
    beginnings: Vec<u64>,
    plain: String,
    own: Vec<u8>,
}

impl KeyWriter {
    /// The number that the next key gets.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// Adds a key. `None` when the section has no room left.
    pub(crate) fn add(&mut self, key: &str, postings: impl Iterator<Item = Posting>) -> Option<()> {
        if self.count % BLOCK == 0 {
            if self.count / BLOCK + 1 >= MAX_BLOCKS {
                return None;
            }
            self.blocks.extend(u32::try_from(self.keys.len()).ok()?.to_le_bytes());
            self.before.clear();
            self.entry = 0;
        }
        self.count += 1;
        let shared = key
            .bytes()
            .zip(self.before.bytes())
            .take_while(|(one, other)| one == other)
            .count();
        self.own.clear();
        codes::pack(key.as_bytes().get(shared..).unwrap_or(&[]), &mut self.own);
        let own = &self.own;
        self.keys.push((shared.min(15) << 4 | own.len().min(15)) as u8);
        for number in [shared, own.len()] {
            if number >= 15 {
                push_number(number as u64, &mut self.keys);
            }
        }
        self.keys.extend(own);
        let mut postings = postings.peekable();
        while let Some(posting) = postings.next() {
            let distance = if posting.form == KeyForm::FirstName {
                u64::from(posting.entry)
            } else if posting.form == KeyForm::Namesakes {
                0
            } else {
                let distance = i64::from(posting.entry) - i64::from(self.entry);
                self.entry = posting.entry;
                fold_sign(distance)
            };
            let more = u64::from(postings.peek().is_some());
            push_number(distance << 5 | (posting.form as u64) << 1 | more, &mut self.keys);
        }
        self.hash(key);
        self.before.clear();
        self.before.push_str(key);
        Some(())
    }

    /// Hashes the key and what it begins with: all before a space, or before a change between letters and marks.
    fn hash(&mut self, key: &str) {
        self.plain.clear();
        push_plain(key, &mut self.plain);
        let mut bytes = self.plain.as_bytes();
        let mut hash = Hash::EXACT;
        if let Some(rest) = self.plain.strip_prefix(ANY_CASE) {
            bytes = rest.as_bytes();
            hash = Hash::ANY_CASE;
        }
        let mut before = None;
        for &byte in bytes {
            if before.is_some_and(|before| breaks(before, byte)) {
                self.beginnings.push(hash.finish());
            }
            hash = hash.byte(byte);
            before = Some(byte);
        }
        self.hashes.push(hash.finish());
    }

    /// The finished sections.
    pub(crate) fn finish(mut self) -> KeySections {
        self.beginnings.extend(&self.hashes);
        self.beginnings.sort_unstable();
        self.beginnings.dedup();
        let items = self.beginnings.len();
        let words = (items * FILTER_BITS).div_ceil(64).max(1);
        let mut filter = vec![0u64; words];
        for &hash in &self.beginnings {
            if let Some(word) = filter.get_mut(hash::place_in_filter(hash, words)) {
                *word |= hash::filter_bits(hash);
            }
        }
        let bits = block_bits(self.count.div_ceil(BLOCK));
        let len = self.hashes.len() * 5 / 4 + 1;
        let mut slots = vec![EMPTY; len];
        let mut longest = 0;
        for (number, &hash) in (0u32..).zip(&self.hashes) {
            let content = (hash::fingerprint(hash, 24 - bits) << bits) | (number / BLOCK);
            let mut place = hash::place_in_slots(hash, len);
            let mut probe = 0;
            // A fifth of the slots stays empty, so the search ends.
            while let Some(slot) = slots.get_mut(place) {
                if *slot == EMPTY {
                    *slot = content;
                    break;
                }
                place = if place + 1 == len { 0 } else { place + 1 };
                probe += 1;
            }
            longest = longest.max(probe);
        }
        KeySections {
            filter: filter.iter().flat_map(|word| word.to_le_bytes()).collect(),
            slots: slots
                .iter()
                .flat_map(|slot| slot.to_le_bytes().into_iter().take(SLOT))
                .collect(),
            blocks: self.blocks,
            keys: self.keys,
            count: self.count,
            longest_probe: longest,
        }
    }
}

/// Whether a name is asked between these two bytes if it goes on: at a space after a word, and where letters and marks meet.
#[inline]
pub(crate) fn breaks(before: u8, after: u8) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    after == b' ' || (letter(before) != letter(after) && before != b' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn sections(keys: &BTreeMap<String, Vec<Posting>>) -> KeySections {
        let mut writer = KeyWriter::default();
        for (key, postings) in keys {
            writer.add(key, postings.iter().copied()).unwrap();
        }
        writer.finish()
    }

    fn keys(sections: &KeySections) -> Keys<'_> {
        Keys {
            filter: &sections.filter,
            slots: &sections.slots,
            blocks: &sections.blocks,
            keys: &sections.keys,
            count: sections.count,
            longest_probe: sections.longest_probe,
        }
    }

    fn find(keys: Keys<'_>, form: &str) -> Vec<(bool, Posting)> {
        let mut plain = String::new();
        push_plain(form, &mut plain);
        let mut found = Vec::new();
        keys.find(
            Hash::EXACT.bytes(plain.as_bytes()),
            form,
            &mut Scratch::default(),
            &mut found,
        );
        found
            .into_iter()
            .flat_map(|found| keys.postings(found).map(move |posting| (found.exact, posting)))
            .collect()
    }

    fn posting(entry: u32, form: KeyForm) -> Posting {
        Posting { entry, form }
    }

    #[test]
    fn spellings_meet_and_the_same_one_counts_first() {
        let table = BTreeMap::from([
            ("Müller".to_owned(), vec![posting(4, KeyForm::Name)]),
            ("Mueller".to_owned(), vec![posting(9, KeyForm::Short)]),
            ("Łódź".to_owned(), vec![posting(1, KeyForm::Name)]),
        ]);
        let sections = sections(&table);
        let keys = keys(&sections);
        assert_eq!(find(keys, "Müller"), [(true, posting(4, KeyForm::Name))]);
        assert_eq!(find(keys, "Mueller"), [(true, posting(9, KeyForm::Short))]);
        assert_eq!(find(keys, "Lodz"), [(false, posting(1, KeyForm::Name))]);
        assert_eq!(find(keys, "Lódz"), [(false, posting(1, KeyForm::Name))]);
        assert_eq!(find(keys, "Muller"), []);
        assert_eq!(keys.key(2), "Łódź");
        assert_eq!(keys.key(3), "");
    }

    #[test]
    fn no_keys_are_no_keys() {
        let none = sections(&BTreeMap::new());
        assert_eq!(find(keys(&none), "Ulm"), []);
        assert_eq!(keys(&none).all().count(), 0);
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_a_map(
            table in proptest::collection::btree_map(
                "[a-cäß]{1,20}",
                proptest::collection::vec((0u32..1000, 0u64..9), 1..4),
                0..200,
            ),
            probe in "[a-cä]{1,6}",
        ) {
            let table: BTreeMap<String, Vec<Posting>> = table
                .into_iter()
                .map(|(key, postings)| {
                    let postings = postings.into_iter().map(|(entry, form)| posting(entry, KeyForm::from_bits(form).unwrap()));
                    (key, postings.collect())
                })
                .collect();
            let sections = sections(&table);
            let keys = keys(&sections);
            for (key, postings) in &table {
                let found = find(keys, key);
                proptest::prop_assert!(found.iter().all(|(exact, _)| *exact));
                let found: Vec<Posting> = found.into_iter().map(|(_, posting)| posting).collect();
                proptest::prop_assert_eq!(&found, postings);
            }
            let listed: Vec<(String, Vec<Posting>)> = keys.all().map(|(key, postings)| (key, postings.collect())).collect();
            proptest::prop_assert_eq!(listed, table.clone().into_iter().collect::<Vec<_>>());
            if !table.contains_key(&probe) {
                proptest::prop_assert!(find(keys, &probe).iter().all(|(exact, _)| !exact));
            }
        }
    }
}
