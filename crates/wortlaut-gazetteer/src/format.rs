//! The file of a compiled gazetteer: its header, its sections, and what tells that it is whole.
//!
//! ```text
//! 0    "WLGAZ", version (u8), flags (u8: 1 names in any case, 2 classes of two bytes), 0
//! 8    byte order: 0x01020304
//! 12   number of keys, number of entries, longest probe
//! 24   checksum of all other bytes (u64)
//! 32   lengths of the sections in bytes, nine of them
//! 68   the sections: filter, slots, key blocks, keys (see `keys`), classes, class of each entry, record blocks,
//!      records, authorities (see `records`)
//! ```
//!
//! All numbers are little-endian on every machine; `u32` where nothing else is said.

use std::ops::Range;

/// What a file starts with.
pub(crate) const MAGIC: &[u8; 5] = b"WLGAZ";
/// Changes with every change of the layout.
pub(crate) const VERSION: u8 = 3;
const BYTE_ORDER: u32 = 0x0102_0304;
const CHECKSUM: Range<usize> = 24..32;
const LENGTHS: usize = 32;
const SECTIONS: usize = 9;
pub(crate) const HEADER: usize = LENGTHS + SECTIONS * 4;

pub(crate) const ANY_CASE: u8 = 1;
pub(crate) const WIDE_CLASSES: u8 = 2;

/// Why bytes are no gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The bytes do not start like a compiled gazetteer.
    #[error("not a compiled gazetteer: it does not start with \"WLGAZ\"; compile the list first")]
    Magic,
    /// Fewer bytes than the header of a compiled gazetteer has, and none that contradict it.
    #[error(
        "not a compiled gazetteer, or one that was cut off: {found} bytes, and {HEADER} are its header alone; copy it again"
    )]
    Header {
        /// What was given, in bytes.
        found: usize,
    },
    /// Another version of the layout.
    #[error("compiled gazetteer of version {found}, this library reads version {VERSION}; compile the list again")]
    Version {
        /// The version found.
        found: u8,
    },
    /// The numbers were written in another order of bytes than the format has.
    #[error("compiled gazetteer with its bytes in another order; copy the file as it was written")]
    ByteOrder,
    /// The sections do not add up to the bytes given.
    #[error("compiled gazetteer is cut off or damaged: {expected} bytes announced, {found} given; copy it again")]
    Length {
        /// What the header announces, in bytes.
        expected: usize,
        /// What was given, in bytes.
        found: usize,
    },
    /// A byte was changed since the file was written.
    #[error("compiled gazetteer is damaged: checksum {found:016x} instead of {expected:016x}; copy it again")]
    Checksum {
        /// What the header announces.
        expected: u64,
        /// What the bytes give.
        found: u64,
    },
    /// The sections do not agree with each other.
    #[error("compiled gazetteer is damaged: its {section} have another size than announced; compile the list again")]
    Section {
        /// Which.
        section: &'static str,
    },
}

/// What a header tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) flags: u8,
    pub(crate) keys: u32,
    pub(crate) entries: u32,
    pub(crate) longest_probe: u32,
    sections: [(usize, usize); SECTIONS],
}

/// The sections, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Filter,
    Slots,
    KeyBlocks,
    Keys,
    Classes,
    EntryClasses,
    RecordBlocks,
    Records,
    Authorities,
}

impl Layout {
    /// Reads a header and proves that it belongs to the bytes; their content is proved only if `checked`.
    pub(crate) fn read(bytes: &[u8], checked: bool) -> Result<Self, FormatError> {
        if bytes.iter().zip(MAGIC).any(|(byte, expected)| byte != expected) {
            return Err(FormatError::Magic);
        }
        if bytes.len() < HEADER {
            return Err(FormatError::Header { found: bytes.len() });
        }
        let version = bytes.get(MAGIC.len()).copied().unwrap_or(0);
        if version != VERSION {
            return Err(FormatError::Version { found: version });
        }
        if read_u32(bytes, 8) != BYTE_ORDER {
            return Err(FormatError::ByteOrder);
        }
        let mut at = HEADER;
        let mut sections = [(0, 0); SECTIONS];
        for (index, section) in sections.iter_mut().enumerate() {
            let start = at;
            at = at.saturating_add(read_u32(bytes, LENGTHS + index * 4) as usize);
            *section = (start, at);
        }
        if at != bytes.len() {
            return Err(FormatError::Length {
                expected: at,
                found: bytes.len(),
            });
        }
        if checked {
            let expected = read_u64(bytes, CHECKSUM.start);
            let found = checksum(bytes);
            if expected != found {
                return Err(FormatError::Checksum { expected, found });
            }
        }
        Ok(Layout {
            flags: bytes.get(6).copied().unwrap_or(0),
            keys: read_u32(bytes, 12),
            entries: read_u32(bytes, 16),
            longest_probe: read_u32(bytes, 20),
            sections,
        })
    }

    /// The bytes of a section.
    #[inline]
    pub(crate) fn section<'b>(&self, bytes: &'b [u8], section: Section) -> &'b [u8] {
        let (start, end) = self.sections.get(section as usize).copied().unwrap_or_default();
        bytes.get(start..end).unwrap_or(&[])
    }
}

/// What goes into a file.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) flags: u8,
    pub(crate) keys: u32,
    pub(crate) entries: u32,
    pub(crate) longest_probe: u32,
    /// In the order of [`Section`].
    pub(crate) sections: [Vec<u8>; SECTIONS],
}

impl Parts {
    /// The file; `None` when a section is too large for its length.
    pub(crate) fn assemble(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(HEADER + self.sections.iter().map(Vec::len).sum::<usize>());
        bytes.extend(MAGIC);
        bytes.extend([VERSION, self.flags, 0]);
        for number in [BYTE_ORDER, self.keys, self.entries, self.longest_probe] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend([0; 8]);
        for section in &self.sections {
            bytes.extend(u32::try_from(section.len()).ok()?.to_le_bytes());
        }
        for section in &self.sections {
            bytes.extend(section);
        }
        seal(&mut bytes);
        Some(bytes)
    }
}

/// Writes the checksum of the other bytes.
pub(crate) fn seal(bytes: &mut [u8]) {
    let sum = checksum(bytes);
    if let Some(field) = bytes.get_mut(CHECKSUM) {
        field.copy_from_slice(&sum.to_le_bytes());
    }
}

/// A checksum that proves that nothing was damaged by accident: four lanes of 64 bits, several bytes a cycle. The bytes
/// of the checksum itself are left out.
fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut lanes = [1u64, 2, 3, 4];
    let halves = [bytes.get(..CHECKSUM.start), bytes.get(CHECKSUM.end..)];
    for half in halves.into_iter().flatten() {
        let mut chunks = half.chunks_exact(32);
        let mut mix = |chunk: &[u8]| {
            for (lane, word) in lanes.iter_mut().zip(chunk.chunks_exact(8)) {
                *lane = (*lane ^ read_u64(word, 0)).wrapping_mul(FACTOR).rotate_left(29);
            }
        };
        for chunk in &mut chunks {
            mix(chunk);
        }
        let mut rest = [0u8; 32];
        for (to, from) in rest.iter_mut().zip(chunks.remainder()) {
            *to = *from;
        }
        mix(&rest);
    }
    lanes.iter().fold(bytes.len() as u64, |sum, lane| {
        (sum ^ lane).wrapping_mul(FACTOR).rotate_left(31)
    })
}

#[inline]
pub(crate) fn read_u64(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at.saturating_add(8)).map(<[u8; 8]>::try_from) {
        Some(Ok(bytes)) => u64::from_le_bytes(bytes),
        _ => 0,
    }
}

#[inline]
pub(crate) fn read_u32(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at.saturating_add(4)) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

#[inline]
pub(crate) fn read_u24(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at.saturating_add(3)) {
        Some(&[a, b, c]) => u32::from_le_bytes([a, b, c, 0]),
        _ => 0,
    }
}

#[inline]
pub(crate) fn read_u16(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..at.saturating_add(2)) {
        Some(&[a, b]) => u16::from_le_bytes([a, b]),
        _ => 0,
    }
}

/// Reads numbers of seven bits a byte, and strings, from the front of bytes. What lies beyond the end is 0 or empty.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    #[inline]
    pub(crate) fn new(bytes: &'b [u8], at: usize) -> Self {
        Reader { bytes, at }
    }

    #[inline]
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    #[inline]
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    #[inline]
    pub(crate) fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at = self.at.saturating_add(1);
        byte
    }

    #[inline]
    pub(crate) fn number(&mut self) -> u64 {
        let first = self.byte();
        if first < 0x80 {
            return u64::from(first);
        }
        let mut number = u64::from(first & 0x7F);
        for shift in 1..10 {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F).wrapping_shl(7 * shift);
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    #[inline]
    pub(crate) fn signed(&mut self) -> i64 {
        unfold_sign(self.number())
    }

    #[inline]
    pub(crate) fn bytes(&mut self, len: usize) -> &'b [u8] {
        let end = self.at.saturating_add(len);
        let bytes = self.bytes.get(self.at..end).unwrap_or(&[]);
        self.at = end;
        bytes
    }
}

/// Signed numbers as unsigned ones, small for small.
pub(crate) fn fold_sign(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

#[inline]
pub(crate) fn unfold_sign(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// Appends a number, seven bits a byte.
pub(crate) fn push_number(mut number: u64, into: &mut Vec<u8>) {
    while number >= 0x80 {
        into.push(number as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        for number in numbers {
            push_number(number, &mut bytes);
        }
        let mut reader = Reader::new(&bytes, 0);
        for number in numbers {
            assert_eq!(reader.number(), number);
        }
        assert!(reader.is_done());
        assert_eq!(reader.number(), 0, "beyond the end");
        for number in [0, 1, -1, 63, -64, i64::from(i32::MIN)] {
            assert_eq!(unfold_sign(fold_sign(number)), number);
        }
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let mut parts = Parts::default();
        parts.sections[3] = (0..200).collect();
        let bytes = parts.assemble().unwrap();
        assert!(Layout::read(&bytes, true).is_ok());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assert!(Layout::read(&damaged, true).is_err(), "byte {at}");
        }
        for len in 0..bytes.len() {
            let error = Layout::read(&bytes[..len], true).unwrap_err();
            assert!(
                matches!(error, FormatError::Header { found } | FormatError::Length { found, .. } if found == len),
                "cut to {len}: {error}"
            );
        }
    }

    #[test]
    fn swapped_numbers_are_told_apart() {
        let mut bytes = Parts::default().assemble().unwrap();
        bytes[8..12].reverse();
        assert_eq!(Layout::read(&bytes, true), Err(FormatError::ByteOrder));
    }
}
