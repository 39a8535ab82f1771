//! Hashes of names, made while the tokens of a text are walked.
//!
//! A hash goes on byte by byte, so it does not depend on where tokens end: *Frankfurt (Oder)* has one, whether it is four
//! tokens or one.

/// The state of a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Of a name compared letter by letter.
    pub(crate) const EXACT: Hash = Hash(0xCBF2_9CE4_8422_2325);
    /// Of a name found in any case.
    pub(crate) const ANY_CASE: Hash = Hash(0x6C62_272E_07BB_0142);

    #[inline]
    pub(crate) fn byte(self, byte: u8) -> Self {
        Hash((self.0 ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    #[inline]
    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |hash, &byte| hash.byte(byte))
    }

    /// The finished hash.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        finish(self.0)
    }
}

#[inline]
fn finish(mut x: u64) -> u64 {
    x ^= x >> 32;
    x = x.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    x ^= x >> 32;
    x = x.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    x ^ (x >> 32)
}

/// A place in a table of `len` places; from other bits than [`place_in_slots`].
#[inline]
pub(crate) fn place_in_filter(hash: u64, len: usize) -> usize {
    (((hash >> 32) * len as u64) >> 32) as usize
}

#[inline]
pub(crate) fn place_in_slots(hash: u64, len: usize) -> usize {
    (((hash.rotate_left(24) & 0xFFFF_FFFF) * len as u64) >> 32) as usize
}

/// The bits of a hash in its word of the filter.
#[inline]
pub(crate) fn filter_bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << ((hash >> 6) & 63) | 1 << ((hash >> 12) & 63)
}

/// The bits of a hash kept in its slot.
#[inline]
pub(crate) fn fingerprint(hash: u64, bits: u32) -> u32 {
    ((hash >> 18) & ((1 << bits) - 1)) as u32
}
