//! What a gazetteer knows of its entries, packed.
//!
//! * A class is what many entries share: kind, gender, flags, priority. Each entry has the number of its class, in one byte
//!   or two.
//! * A record is a shape; the name (the number of its key as the distance from the record before, or
//!   its own bytes where the key is spelt otherwise); the id (nothing where it is `kind:name`); identifiers; days.
//!   Sixteen records make a block, and the blocks have a table of offsets.
//! * Ids such as `Q64` are a letter and a number.

use std::collections::BTreeMap;

use wortlaut_text::{EntityKind, Gender};

use crate::format::{Reader, fold_sign, push_number, read_u16, read_u32};
use crate::keys::Keys;
use crate::validity::{self, Validity};

/// Records in a block.
const BLOCK: u32 = 16;
const CLASS: usize = 6;
/// Classes that two bytes can name.
const MAX_CLASSES: usize = 1 << 16;

const OWN_NAME: u8 = 1;
const OWN_ID: u8 = 2;
const HAS_IDS: u8 = 4;
const HAS_START: u8 = 8;
const HAS_END: u8 = 16;

/// Facts about an entry that steer the matcher.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Flags(pub(crate) u16);

impl Flags {
    /// Also a common word: counts only with support.
    pub(crate) const AMBIGUOUS: Flags = Flags(1);
    /// A building or a place that stands for who is in it: *Kreml*.
    pub(crate) const METONYM: Flags = Flags(2);
    /// Stands with an article: *die Schweiz*.
    pub(crate) const ARTICLE: Flags = Flags(4);
    /// No genitive and no compounds are tried.
    pub(crate) const RIGID: Flags = Flags(8);
    /// Holds for some time only: the details say when.
    pub(crate) const DATED: Flags = Flags(16);

    pub(crate) const fn has(self, flag: Flags) -> bool {
        self.0 & flag.0 != 0
    }
}

/// What the matcher needs to know of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) flags: Flags,
    pub(crate) priority: i16,
}

/// What only the result shows of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Details {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) ids: Vec<(String, String)>,
    pub(crate) validity: Validity,
}

/// The sections of a gazetteer that hold its records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Records<'g> {
    pub(crate) classes: &'g [u8],
    pub(crate) entry_classes: &'g [u8],
    pub(crate) wide: bool,
    pub(crate) blocks: &'g [u8],
    pub(crate) records: &'g [u8],
    pub(crate) authorities: &'g [u8],
    pub(crate) count: u32,
}

impl Records<'_> {
    /// The class of an entry.
    #[inline]
    pub(crate) fn class(&self, entry: u32) -> Option<Class> {
        let entry = entry as usize;
        let number = if self.wide {
            self.entry_classes.get(entry * 2..)?;
            usize::from(read_u16(self.entry_classes, entry * 2))
        } else {
            usize::from(*self.entry_classes.get(entry)?)
        };
        let at = number * CLASS;
        match self.classes.get(at..at + CLASS) {
            Some(&[kind, gender, a, b, c, d]) => Some(Class {
                kind: kind_from_byte(kind),
                gender: gender_from_byte(gender),
                flags: Flags(u16::from_le_bytes([a, b])),
                priority: i16::from_le_bytes([c, d]),
            }),
            _ => None,
        }
    }

    /// The rest.
    pub(crate) fn details(&self, entry: u32, keys: Keys<'_>) -> Option<Details> {
        if entry >= self.count {
            return None;
        }
        let at = read_u32(self.blocks, (entry / BLOCK) as usize * 4) as usize;
        let mut record = Reader::new(self.records, at);
        let mut key = 0u32;
        for _ in 0..entry % BLOCK {
            skip(&mut record, &mut key);
        }
        let shape = record.byte();
        let name = if shape & OWN_NAME != 0 {
            string(&mut record)
        } else {
            keys.key(key.wrapping_add(record.number() as u32))
        };
        let id = if shape & OWN_ID != 0 {
            value(&mut record)
        } else {
            format!("{}:{name}", self.class(entry)?.kind.as_str())
        };
        let mut ids = Vec::new();
        if shape & HAS_IDS != 0 {
            for _ in 0..record.number() {
                if record.is_done() {
                    break;
                }
                let authority = self.authority(record.number());
                ids.push((authority, value(&mut record)));
            }
        }
        let mut day = |bit: u8| {
            (shape & bit != 0)
                .then(|| validity::from_number(record.signed()))
                .flatten()
        };
        let validity = Validity {
            from: day(HAS_START),
            until: day(HAS_END),
        };
        Some(Details {
            name,
            id,
            ids,
            validity,
        })
    }

    fn authority(&self, number: u64) -> String {
        let mut reader = Reader::new(self.authorities, 0);
        for _ in 0..number {
            if reader.is_done() {
                break;
            }
            let length = reader.number() as usize;
            reader.bytes(length);
        }
        string(&mut reader)
    }
}

/// Goes over a record; `key` is the key of the last name.
fn skip(record: &mut Reader<'_>, key: &mut u32) {
    let skip_value = |record: &mut Reader<'_>| {
        let tag = record.number();
        if tag & 1 == 1 {
            record.bytes((tag >> 1) as usize);
        } else {
            record.number();
        }
    };
    let shape = record.byte();
    let number = record.number();
    if shape & OWN_NAME != 0 {
        record.bytes(number as usize);
    } else {
        *key = key.wrapping_add(number as u32);
    }
    if shape & OWN_ID != 0 {
        skip_value(record);
    }
    if shape & HAS_IDS != 0 {
        for _ in 0..record.number() {
            if record.is_done() {
                break;
            }
            record.number();
            skip_value(record);
        }
    }
    for bit in [HAS_START, HAS_END] {
        if shape & bit != 0 {
            record.number();
        }
    }
}

fn string(reader: &mut Reader<'_>) -> String {
    let length = reader.number() as usize;
    String::from_utf8_lossy(reader.bytes(length)).into_owned()
}

/// The letters before numbers, so that their places take six bits; none first.
const LETTERS: &[u8; 53] = b"\0ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A string, or a letter and a number.
fn value(reader: &mut Reader<'_>) -> String {
    let tag = reader.number();
    if tag & 1 == 1 {
        return String::from_utf8_lossy(reader.bytes((tag >> 1) as usize)).into_owned();
    }
    let number = reader.number();
    match LETTERS.get((tag >> 1) as usize) {
        Some(&letter) if letter != 0 => format!("{}{number}", char::from(letter)),
        _ => number.to_string(),
    }
}

fn push_string(text: &str, into: &mut Vec<u8>) {
    push_number(text.len() as u64, into);
    into.extend(text.as_bytes());
}

fn push_value(text: &str, into: &mut Vec<u8>) {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = text.len() - digits.len();
    let number = digits.parse::<u64>().ok();
    // 007 and +7 are no numbers here: they would come back as 7.
    let number = number.filter(|number| letters < 2 && number.to_string() == digits);
    match (number, text.bytes().next()) {
        (Some(number), Some(first)) => {
            let letter = if letters == 1 { first } else { 0 };
            let letter = LETTERS.iter().position(|&known| known == letter).unwrap_or(0);
            push_number((letter as u64) << 1, into);
            push_number(number, into);
        }
        _ => {
            push_number((text.len() as u64) << 1 | 1, into);
            into.extend(text.as_bytes());
        }
    }
}

/// Lays records out, in the order of their entries.
#[derive(Debug, Default)]
pub(crate) struct RecordWriter {
    classes: BTreeMap<[u8; CLASS], u16>,
    class_bytes: Vec<u8>,
    entry_classes: Vec<u16>,
    blocks: Vec<u8>,
    records: Vec<u8>,
    authorities: BTreeMap<String, u64>,
    authority_bytes: Vec<u8>,
    key: u32,
}

impl RecordWriter {
    /// Adds an entry; `key` is the number of the key that is spelt like its name, if there is one. `None` when there are
    /// too many entries or classes.
    pub(crate) fn add(&mut self, class: Class, details: &Details, key: Option<u32>) -> Option<()> {
        if self.entry_classes.len() % BLOCK as usize == 0 {
            self.blocks
                .extend(u32::try_from(self.records.len()).ok()?.to_le_bytes());
            self.key = 0;
        }
        let [a, b] = class.flags.0.to_le_bytes();
        let [c, d] = class.priority.to_le_bytes();
        let packed = [kind_byte(class.kind), gender_byte(class.gender), a, b, c, d];
        let next = self.classes.len();
        if next >= MAX_CLASSES && !self.classes.contains_key(&packed) {
            return None;
        }
        let number = *self.classes.entry(packed).or_insert_with(|| {
            self.class_bytes.extend(packed);
            next as u16
        });
        self.entry_classes.push(number);

        let own_id = details
            .id
            .strip_prefix(class.kind.as_str())
            .and_then(|rest| rest.strip_prefix(':'))
            != Some(details.name.as_str());
        let validity = details.validity;
        let mut shape = 0;
        for (is_set, bit) in [
            (key.is_none(), OWN_NAME),
            (own_id, OWN_ID),
            (!details.ids.is_empty(), HAS_IDS),
            (validity.from.is_some(), HAS_START),
            (validity.until.is_some(), HAS_END),
        ] {
            shape |= if is_set { bit } else { 0 };
        }
        let record = &mut self.records;
        record.push(shape);
        match key {
            Some(key) => {
                push_number(u64::from(key.wrapping_sub(self.key)), record);
                self.key = key;
            }
            None => push_string(&details.name, record),
        }
        if own_id {
            push_value(&details.id, record);
        }
        if !details.ids.is_empty() {
            push_number(details.ids.len() as u64, record);
            for (authority, id) in &details.ids {
                let next = self.authorities.len() as u64;
                let bytes = &mut self.authority_bytes;
                let number = *self.authorities.entry(authority.clone()).or_insert_with(|| {
                    push_string(authority, bytes);
                    next
                });
                push_number(number, record);
                push_value(id, record);
            }
        }
        for day in [validity.from, validity.until].into_iter().flatten() {
            push_number(fold_sign(validity::to_number(day)), record);
        }
        Some(())
    }

    /// Whether classes need two bytes.
    pub(crate) fn is_wide(&self) -> bool {
        self.classes.len() > 256
    }

    /// Classes, class of each entry, blocks, records, authorities.
    pub(crate) fn finish(self) -> [Vec<u8>; 5] {
        let wide = self.is_wide();
        let entry_classes = self.entry_classes.iter().flat_map(|class| {
            let [low, high] = class.to_le_bytes();
            [Some(low), wide.then_some(high)].into_iter().flatten()
        });
        [
            self.class_bytes,
            entry_classes.collect(),
            self.blocks,
            self.records,
            self.authority_bytes,
        ]
    }
}

fn kind_byte(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Place => 2,
        EntityKind::Organization => 3,
        EntityKind::Event => 4,
        _ => 0,
    }
}

fn kind_from_byte(byte: u8) -> EntityKind {
    match byte {
        1 => EntityKind::Person,
        2 => EntityKind::Place,
        3 => EntityKind::Organization,
        4 => EntityKind::Event,
        _ => EntityKind::Other,
    }
}

pub(crate) fn gender_byte(gender: Option<Gender>) -> u8 {
    match gender {
        None => 0,
        Some(Gender::Masculine) => 1,
        Some(Gender::Feminine) => 2,
        Some(Gender::Neuter) => 3,
    }
}

pub(crate) fn gender_from_byte(byte: u8) -> Option<Gender> {
    match byte {
        1 => Some(Gender::Masculine),
        2 => Some(Gender::Feminine),
        3 => Some(Gender::Neuter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back() {
        for text in [
            "Q64",
            "64",
            "",
            "0",
            "007",
            "Q0",
            "x",
            "DE-BE",
            "Q",
            "de3",
            "18446744073709551616",
            "ä1",
        ] {
            let mut bytes = Vec::new();
            push_value(text, &mut bytes);
            assert_eq!(value(&mut Reader::new(&bytes, 0)), text);
        }
    }

    #[test]
    fn the_kinds_and_genders_come_back() {
        for kind in [
            EntityKind::Person,
            EntityKind::Place,
            EntityKind::Organization,
            EntityKind::Event,
            EntityKind::Other,
        ] {
            assert_eq!(kind_from_byte(kind_byte(kind)), kind);
        }
        for gender in [
            None,
            Some(Gender::Masculine),
            Some(Gender::Feminine),
            Some(Gender::Neuter),
        ] {
            assert_eq!(gender_from_byte(gender_byte(gender)), gender);
        }
    }
}
