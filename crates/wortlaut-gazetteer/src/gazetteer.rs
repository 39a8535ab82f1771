//! A compiled list of names, read in place.
//!
//! ```text
//! header    magic "WLGAZ", version, flags; four lengths (trie, postings, records, strings), little-endian u32
//! trie      see the module `trie`; a value is the position of a run of postings
//! postings  u32: how many, then that many `entry << 8 | form`
//! records   20 bytes an entry: name, id and ids (offsets into the strings), kind, gender, flags, priority
//! strings   u16 length, bytes
//! ```

use std::borrow::Cow;

use wortlaut_text::{EntityKind, Gender};

use crate::trie;

pub(crate) const MAGIC: &[u8; 5] = b"WLGAZ";
/// Changes with every change of the layout.
pub(crate) const VERSION: u8 = 1;
pub(crate) const HEADER: usize = 24;
pub(crate) const RECORD: usize = 20;

/// How a key of the trie names its entry.
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
}

impl KeyForm {
    fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            0 => KeyForm::Name,
            1 => KeyForm::Short,
            2 => KeyForm::Surname,
            3 => KeyForm::Genitive,
            4 => KeyForm::Adjective,
            5 => KeyForm::PlaceAdjective,
            6 => KeyForm::People,
            7 => KeyForm::FirstName,
            _ => return None,
        })
    }
}

/// Facts about an entry that steer the matcher.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    pub(crate) const fn has(self, flag: Flags) -> bool {
        self.0 & flag.0 != 0
    }
}

/// One way to read a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) entry: u32,
    pub(crate) form: KeyForm,
}

/// What is known of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record<'g> {
    pub(crate) name: &'g str,
    pub(crate) id: &'g str,
    /// `authority=id`, joined by `;`.
    pub(crate) ids: &'g str,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) flags: Flags,
    pub(crate) priority: i16,
}

/// A compiled list of names: immutable, cheap to open, read without parsing.
///
/// Made by a [`GazetteerBuilder`](crate::GazetteerBuilder), or opened from the bytes of an earlier one with
/// [`Gazetteer::from_bytes`]. [`Gazetteer::german`] is the built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
    trie: (usize, usize),
    postings: (usize, usize),
    records: (usize, usize),
    strings: (usize, usize),
    has_folded: bool,
}

/// Why bytes are no gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The bytes do not start like a compiled gazetteer.
    #[error("not a compiled gazetteer")]
    Magic,
    /// Another version of the layout.
    #[error("compiled gazetteer of version {found}, this library reads version {VERSION}")]
    Version {
        /// The version found.
        found: u8,
    },
    /// The sections do not add up to the bytes given.
    #[error("compiled gazetteer is cut off or damaged: {expected} bytes announced, {found} given")]
    Length {
        /// What the header announces, in bytes.
        expected: usize,
        /// What was given, in bytes.
        found: usize,
    },
}

impl Gazetteer {
    /// The built-in German gazetteer. Opening it reads a header of 24 bytes.
    ///
    /// ```
    /// use wortlaut_gazetteer::Gazetteer;
    ///
    /// assert!(Gazetteer::german().len() > 1000);
    /// ```
    #[must_use]
    pub fn german() -> Self {
        // A test proves that the shipped bytes are of this version; an empty list is the alternative to a panic.
        Gazetteer::open(Cow::Borrowed(wortlaut_gazetteer_data::GERMAN)).unwrap_or_else(|_| Gazetteer::empty())
    }

    /// Opens a gazetteer compiled earlier.
    ///
    /// ```
    /// use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("names.tsv", "seehof\tplace\tSeehof\n".as_bytes())?;
    /// let compiled = builder.build()?;
    /// assert_eq!(Gazetteer::from_bytes(compiled.as_bytes().to_vec())?, compiled);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`FormatError`] when the bytes are not a compiled gazetteer of this version.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, FormatError> {
        Gazetteer::open(Cow::Owned(bytes))
    }

    pub(crate) fn empty() -> Self {
        Gazetteer {
            bytes: Cow::Borrowed(&[]),
            trie: (0, 0),
            postings: (0, 0),
            records: (0, 0),
            strings: (0, 0),
            has_folded: false,
        }
    }

    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, FormatError> {
        let header = bytes.get(..HEADER).ok_or(FormatError::Magic)?;
        if header.get(..5) != Some(MAGIC) {
            return Err(FormatError::Magic);
        }
        let version = header.get(5).copied().unwrap_or(0);
        if version != VERSION {
            return Err(FormatError::Version { found: version });
        }
        let has_folded = header.get(6) == Some(&1);
        let mut at = HEADER;
        let mut section = |index: usize| {
            let start = at;
            at = at.saturating_add(read_u32(header, 8 + index * 4) as usize);
            (start, at)
        };
        let (trie, postings, records, strings) = (section(0), section(1), section(2), section(3));
        if at != bytes.len() {
            return Err(FormatError::Length {
                expected: at,
                found: bytes.len(),
            });
        }
        Ok(Gazetteer {
            bytes,
            trie,
            postings,
            records,
            strings,
            has_folded,
        })
    }

    /// The compiled bytes, to be kept and opened again.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.records.1 - self.records.0) / RECORD
    }

    /// Whether it has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether some entries are to be found in any case.
    pub(crate) fn has_folded(&self) -> bool {
        self.has_folded
    }

    fn section(&self, (start, end): (usize, usize)) -> &[u8] {
        self.bytes.get(start..end).unwrap_or(&[])
    }

    /// The units of the trie.
    pub(crate) fn units(&self) -> &[u8] {
        self.section(self.trie)
    }

    /// The postings of a trie value.
    pub(crate) fn postings(&self, value: u32) -> impl Iterator<Item = Posting> + '_ {
        let all = self.section(self.postings);
        let at = value as usize * 4;
        let count = read_u32(all, at) as usize;
        let run = all
            .get(at + 4..(at + 4).saturating_add(count.saturating_mul(4)))
            .unwrap_or(&[]);
        run.chunks_exact(4).filter_map(|chunk| {
            let packed = read_u32(chunk, 0);
            Some(Posting {
                entry: packed >> 8,
                form: KeyForm::from_byte((packed & 0xFF) as u8)?,
            })
        })
    }

    /// The postings of a key in normal form.
    pub(crate) fn lookup(&self, key: &str) -> impl Iterator<Item = Posting> + '_ {
        let units = self.units();
        trie::walk(units, trie::ROOT, key.as_bytes())
            .and_then(|node| trie::value(units, node))
            .into_iter()
            .flat_map(|value| self.postings(value))
    }

    /// What is known of an entry.
    pub(crate) fn record(&self, entry: u32) -> Option<Record<'_>> {
        let at = entry as usize * RECORD;
        let record = self.section(self.records).get(at..at + RECORD)?;
        Some(Record {
            name: self.string(read_u32(record, 0)),
            id: self.string(read_u32(record, 4)),
            ids: self.string(read_u32(record, 8)),
            kind: kind_from_byte(record.get(12).copied().unwrap_or(0)),
            gender: gender_from_byte(record.get(13).copied().unwrap_or(0)),
            flags: Flags(read_u16(record, 14)),
            priority: read_u16(record, 16) as i16,
        })
    }

    fn string(&self, offset: u32) -> &str {
        let all = self.section(self.strings);
        let at = offset as usize;
        let len = usize::from(read_u16(all, at));
        all.get(at + 2..at + 2 + len)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }
}

fn read_u32(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at.saturating_add(4)) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

fn read_u16(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..at.saturating_add(2)) {
        Some(&[a, b]) => u16::from_le_bytes([a, b]),
        _ => 0,
    }
}

pub(crate) fn kind_byte(kind: EntityKind) -> u8 {
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
    fn the_shipped_bytes_are_of_this_version() {
        let gazetteer = Gazetteer::open(Cow::Borrowed(wortlaut_gazetteer_data::GERMAN)).unwrap();
        assert!(gazetteer.len() > 1000);
        let berlin = gazetteer.lookup("Berlin").next().unwrap();
        assert_eq!(gazetteer.record(berlin.entry).unwrap().name, "Berlin");
    }

    #[test]
    fn damage_is_told() {
        assert_eq!(Gazetteer::from_bytes(b"hello".to_vec()), Err(FormatError::Magic));
        let mut bytes = wortlaut_gazetteer_data::GERMAN.to_vec();
        bytes.pop();
        assert!(matches!(
            Gazetteer::from_bytes(bytes.clone()),
            Err(FormatError::Length { .. })
        ));
        bytes[5] = 99;
        assert_eq!(Gazetteer::from_bytes(bytes), Err(FormatError::Version { found: 99 }));
    }
}
