//! A double-array trie over UTF-8 bytes, read in place.
//!
//! Every node is one 32-bit unit, little-endian:
//!
//! ```text
//! inner node   bits 0..8 the byte that leads here, bit 8 "a key ends here", bits 9..32 the base
//! value        the child of a node under the byte 0, at the base itself: bits 8..32 the value, the low byte 0
//! ```
//!
//! The child of a node under byte `b` is the unit `base ^ b`, if that unit carries `b` as its byte. No two nodes share a
//! base, so the byte alone proves the parent, and a look-up needs one read per byte. Keys contain no NUL.

/// The node at which every walk starts.
pub(crate) const ROOT: u32 = 0;

const HAS_VALUE: u32 = 1 << 8;
const BASE_SHIFT: u32 = 9;
/// Units are addressed with 23 bits.
const MAX_UNITS: usize = 1 << 23;

/// The unit at `index` of a little-endian table; 0 beyond its end.
#[inline]
fn unit(units: &[u8], index: u32) -> u32 {
    let at = (index as usize) * 4;
    match units.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// The node reached from `node` by `byte`, which is not 0.
#[inline]
pub(crate) fn step(units: &[u8], node: u32, byte: u8) -> Option<u32> {
    let next = (unit(units, node) >> BASE_SHIFT) ^ u32::from(byte);
    (byte != 0 && next != ROOT && (unit(units, next) & 0xFF) as u8 == byte).then_some(next)
}

/// The node reached from `node` by all bytes of `key`.
#[inline]
pub(crate) fn walk(units: &[u8], mut node: u32, key: &[u8]) -> Option<u32> {
    for &byte in key {
        node = step(units, node, byte)?;
    }
    Some(node)
}

/// The value of the key that ends at `node`.
#[inline]
pub(crate) fn value(units: &[u8], node: u32) -> Option<u32> {
    let inner = unit(units, node);
    (inner & HAS_VALUE != 0).then(|| unit(units, inner >> BASE_SHIFT) >> 8)
}

/// The trie has more nodes than 23 bits can address.
#[derive(Debug)]
pub(crate) struct TooLarge;

/// Builds the units of a trie from sorted, distinct keys without NUL, each with a value of 24 bits.
pub(crate) fn build(keys: &[(Vec<u8>, u32)]) -> Result<Vec<u8>, TooLarge> {
    let mut slots = Slots::default();
    slots.grow(256);
    slots.take(0);
    // Without a recursion: keys may be as long as a user likes. (node, keys from..to, depth)
    let mut open = vec![(0usize, 0usize, keys.len(), 0usize)];
    let mut children: Vec<(u8, usize, usize)> = Vec::new();
    while let Some((node, mut from, to, depth)) = open.pop() {
        children.clear();
        let mut end_value = None;
        if let Some((key, found)) = keys.get(from).filter(|(key, _)| key.len() == depth) {
            debug_assert_eq!(key.len(), depth, "the shortest key comes first");
            end_value = Some(*found);
            from += 1;
        }
        let byte_at = |index: usize| keys.get(index).and_then(|(key, _)| key.get(depth).copied());
        while from < to {
            let Some(byte) = byte_at(from) else { break };
            let mut end = from + 1;
            while end < to && byte_at(end) == Some(byte) {
                end += 1;
            }
            children.push((byte, from, end));
            from = end;
        }
        if children.is_empty() && end_value.is_none() {
            continue;
        }
        let base = slots.find(end_value.is_some(), &children)?;
        let kept = slots.read(node) & 0xFF;
        let flag = if end_value.is_some() { HAS_VALUE } else { 0 };
        slots.write(node, kept | flag | (base as u32) << BASE_SHIFT);
        if let Some(found) = end_value {
            slots.take(base);
            slots.write(base, found << 8);
        }
        for &(byte, start, end) in &children {
            let child = base ^ usize::from(byte);
            slots.take(child);
            slots.write(child, u32::from(byte));
            open.push((child, start, end, depth + 1));
        }
    }
    Ok(slots.units.iter().flat_map(|unit| unit.to_le_bytes()).collect())
}

/// The units while they are laid out.
#[derive(Default)]
struct Slots {
    units: Vec<u32>,
    taken: Vec<bool>,
    based: Vec<bool>,
    /// No free slot lies before this one.
    first_free: usize,
}

impl Slots {
    fn grow(&mut self, len: usize) {
        self.units.resize(len, 0);
        self.taken.resize(len, false);
        self.based.resize(len, false);
    }

    fn read(&self, at: usize) -> u32 {
        self.units.get(at).copied().unwrap_or(0)
    }

    fn write(&mut self, at: usize, unit: u32) {
        if let Some(slot) = self.units.get_mut(at) {
            *slot = unit;
        }
    }

    fn take(&mut self, at: usize) {
        if let Some(taken) = self.taken.get_mut(at) {
            *taken = true;
        }
    }

    fn is_free(&self, at: usize) -> bool {
        self.taken.get(at).is_some_and(|taken| !taken)
    }

    /// A base under which all children (and the value) find free slots; grows the table where needed.
    fn find(&mut self, has_value: bool, children: &[(u8, usize, usize)]) -> Result<usize, TooLarge> {
        while self.taken.get(self.first_free).is_some_and(|taken| *taken) {
            self.first_free += 1;
        }
        // The label whose slot is tried first: the value's, else the first child's.
        let lead = if has_value {
            0
        } else {
            children.first().map_or(0, |child| usize::from(child.0))
        };
        // A node with many children rarely fits into the ragged start: look near the end for those.
        let mut at = if children.len() > 8 {
            self.first_free.max(self.units.len().saturating_sub(1024))
        } else {
            self.first_free.max(self.units.len().saturating_sub(16 * 1024))
        };
        loop {
            if at >= self.units.len() {
                if self.units.len() + 256 > MAX_UNITS {
                    return Err(TooLarge);
                }
                self.grow(self.units.len() + 256);
            }
            let base = at ^ lead;
            // A base of 0 would let the root pass as its own child.
            if self.is_free(at)
                && base != 0
                && self.based.get(base).is_some_and(|based| !based)
                && children.iter().all(|child| self.is_free(base ^ usize::from(child.0)))
            {
                if let Some(based) = self.based.get_mut(base) {
                    *based = true;
                }
                return Ok(base);
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn trie(words: &[&str]) -> (Vec<u8>, BTreeMap<Vec<u8>, u32>) {
        let map: BTreeMap<Vec<u8>, u32> = words
            .iter()
            .enumerate()
            .map(|(at, word)| (word.as_bytes().to_vec(), at as u32 * 0x0001_0101))
            .collect();
        let keys: Vec<(Vec<u8>, u32)> = map.iter().map(|(key, value)| (key.clone(), *value)).collect();
        (build(&keys).unwrap(), map)
    }

    #[test]
    fn finds_every_key_and_nothing_else() {
        let (units, map) = trie(&["", "Ulm", "Ulmer", "Köln", "Kölner", "K", "日本", "z\u{10FFFF}"]);
        for (key, expected) in &map {
            let node = walk(&units, ROOT, key).unwrap();
            assert_eq!(value(&units, node), Some(*expected));
        }
        for absent in ["U", "Ul", "Ulme", "Kö", "Ulmern", "\u{1}", "z"] {
            let found = walk(&units, ROOT, absent.as_bytes()).and_then(|node| value(&units, node));
            assert_eq!(found, None, "{absent}");
        }
    }

    #[test]
    fn an_empty_or_foreign_table_has_no_keys() {
        assert_eq!(walk(&[], ROOT, b"x"), None);
        assert_eq!(value(&[], ROOT), None);
        assert_eq!(value(&build(&[]).unwrap(), ROOT), None);
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_a_map(words in proptest::collection::btree_set("[a-cäß]{0,6}", 0..60), probe in "[a-cäß]{0,6}") {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (units, map) = trie(&words);
            for key in map.keys().chain([&probe.clone().into_bytes()]) {
                let found = walk(&units, ROOT, key).and_then(|node| value(&units, node));
                proptest::prop_assert_eq!(found, map.get(key).copied());
            }
        }
    }
}
