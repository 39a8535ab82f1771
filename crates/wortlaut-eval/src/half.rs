//! A fixed half of a corpus: rules are written on one half and checked on the other.

use clap::ValueEnum;

/// One of the two halves of every corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Half {
    /// The documents whose hash is even.
    A,
    /// The others.
    B,
}

impl Half {
    /// Whether a document with this key (its id; its text where the corpus has no ids) is in this half.
    pub fn holds(self, key: &str) -> bool {
        let bit = mixed(fnv1a(key.as_bytes())) & 1;
        bit == u64::from(self == Half::B)
    }
}

/// Whether a document is wanted: in the half asked for, or no half is.
pub fn wanted(half: Option<Half>, key: &str) -> bool {
    half.is_none_or(|half| half.holds(key))
}

/// FNV-1a, 64 bits: the same on every platform and in every version, unlike the hasher of the standard library.
fn fnv1a(bytes: &[u8]) -> u64 {
    let offset_basis = 0xcbf2_9ce4_8422_2325;
    bytes.iter().fold(offset_basis, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Spreads a hash over all bits (the finalizer of MurmurHash3): the last letters of a key hardly reach the middle bits of
/// FNV, and ids often differ in the last letters only.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_test_vectors() {
        // From the authors' list at http://www.isthe.com/chongo/tech/comp/fnv/.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_document_is_in_exactly_one_half_and_the_halves_are_halves() {
        let in_a = (0..1000).filter(|n| Half::A.holds(&format!("doc-{n:03}"))).count();
        assert!((450..=550).contains(&in_a), "{in_a}");
        for n in 0..1000 {
            let key = format!("doc-{n:03}");
            assert_ne!(Half::A.holds(&key), Half::B.holds(&key), "{key}");
            assert!(wanted(None, &key));
        }
    }
}
