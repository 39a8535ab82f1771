//! The same position in bytes, characters and UTF-16 units.

use crate::Span;

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// UTF-8 bytes: Rust, Go, C. The unit of every [`Span`].
    #[default]
    Bytes,
    /// Unicode code points: Python, W3C Web Annotation, brat.
    Chars,
    /// UTF-16 code units: JavaScript, Java, UIMA.
    Utf16,
}

impl OffsetUnit {
    /// The name of the unit in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Bytes => "bytes",
            OffsetUnit::Chars => "chars",
            OffsetUnit::Utf16 => "utf16",
        }
    }
}

/// How many bytes lie between two checkpoints. A conversion walks at most this far, so its cost does not grow with the
/// text; an index costs twelve bytes a step.
const STEP: usize = 256;

#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    byte: u32,
    chars: u32,
    utf16: u32,
}

/// Converts byte offsets of one text into characters or UTF-16 units and back.
///
/// Built once in one pass over the text; each conversion looks at no more than a few hundred bytes.
///
/// ```
/// use wortlaut_text::{OffsetIndex, OffsetUnit, Span};
///
/// let text = "Grüße 🎉 aus Köln";
/// let index = OffsetIndex::new(text);
/// let at = text.find("Köln").unwrap();
/// assert_eq!(at, 17);
/// assert_eq!(index.from_bytes(at as u32, OffsetUnit::Chars), 12);
/// assert_eq!(index.from_bytes(at as u32, OffsetUnit::Utf16), 13);
/// assert_eq!(index.to_bytes(12, OffsetUnit::Chars), Some(17));
/// ```
#[derive(Clone, Debug)]
pub struct OffsetIndex<'t> {
    text: &'t str,
    /// Empty for ASCII texts, where all units agree.
    checkpoints: Vec<Checkpoint>,
}

impl<'t> OffsetIndex<'t> {
    /// Indexes `text` in one pass.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let mut here = Checkpoint {
                byte: 0,
                chars: 0,
                utf16: 0,
            };
            let mut due = 0usize;
            for c in text.chars() {
                if here.byte as usize >= due {
                    checkpoints.push(here);
                    due += STEP;
                }
                here = step(here, c);
            }
        }
        OffsetIndex { text, checkpoints }
    }

    /// The offset `byte` counted in `unit`. An offset inside a character counts as that character's start, one beyond
    /// the text as its end.
    #[must_use]
    #[allow(
        clippy::wrong_self_convention,
        reason = "names a direction, as OffsetIndex::to_bytes does"
    )]
    pub fn from_bytes(&self, byte: u32, unit: OffsetUnit) -> u32 {
        let byte = byte.min(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let at = self.walk(|c| c.byte <= byte, |next| next.byte <= byte);
        match (at, unit) {
            (_, OffsetUnit::Bytes) | (None, _) => byte,
            (Some(at), OffsetUnit::Chars) => at.chars,
            (Some(at), OffsetUnit::Utf16) => at.utf16,
        }
    }

    /// The byte offset of the position `offset` counted in `unit`, or `None` when it lies beyond the text or, in
    /// UTF-16, between the two halves of a character, or, in bytes, inside a character.
    #[must_use]
    pub fn to_bytes(&self, offset: u32, unit: OffsetUnit) -> Option<u32> {
        let count = |c: &Checkpoint| match unit {
            OffsetUnit::Bytes => c.byte,
            OffsetUnit::Chars => c.chars,
            OffsetUnit::Utf16 => c.utf16,
        };
        match self.walk(|c| count(c) <= offset, |next| count(next) <= offset) {
            Some(at) => (count(&at) == offset).then_some(at.byte),
            None => (offset as usize <= self.text.len()).then_some(offset),
        }
    }

    /// A span counted in `unit`, as `(start, end)`.
    #[must_use]
    pub fn span_in(&self, span: Span, unit: OffsetUnit) -> (u32, u32) {
        (self.from_bytes(span.start(), unit), self.from_bytes(span.end(), unit))
    }

    /// The last position that satisfies both conditions, which must hold up to some point and not after it.
    /// `None` for an ASCII text, where nothing needs walking.
    fn walk(&self, coarse: impl Fn(&Checkpoint) -> bool, fine: impl Fn(&Checkpoint) -> bool) -> Option<Checkpoint> {
        let from = self.checkpoints.partition_point(coarse);
        let mut here = *self.checkpoints.get(from.checked_sub(1)?)?;
        let rest = self.text.get(here.byte as usize..).unwrap_or("");
        for c in rest.chars() {
            let next = step(here, c);
            if !fine(&next) {
                break;
            }
            here = next;
        }
        Some(here)
    }
}

/// The position after `c`.
fn step(at: Checkpoint, c: char) -> Checkpoint {
    // A character has at most four bytes and two UTF-16 units, so the casts are exact.
    Checkpoint {
        byte: at.byte + c.len_utf8() as u32,
        chars: at.chars + 1,
        utf16: at.utf16 + c.len_utf16() as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_a_character() {
        let index = OffsetIndex::new("aäb");
        assert_eq!(
            index.from_bytes(2, OffsetUnit::Chars),
            1,
            "byte 2 is inside the ä, which is character 1"
        );
        assert_eq!(index.to_bytes(2, OffsetUnit::Bytes), None);
        assert_eq!(index.to_bytes(4, OffsetUnit::Bytes), Some(4));
    }

    #[test]
    fn between_surrogates() {
        let index = OffsetIndex::new("🎉!");
        assert_eq!(index.to_bytes(1, OffsetUnit::Utf16), None);
        assert_eq!(index.to_bytes(2, OffsetUnit::Utf16), Some(4));
    }

    #[test]
    fn beyond_the_end() {
        for text in ["", "abc", "ä"] {
            let index = OffsetIndex::new(text);
            assert_eq!(index.to_bytes(99, OffsetUnit::Chars), None);
            assert_eq!(index.from_bytes(99, OffsetUnit::Chars), text.chars().count() as u32);
        }
    }
}
