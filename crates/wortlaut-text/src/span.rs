//! A stretch of text, as byte offsets.

use core::fmt;
use core::ops::Range;

/// A half-open range `start..end` of UTF-8 **byte** offsets into the original text.
///
/// A span never holds text. It is eight bytes, `Copy`, and ordered by start, then by end, so that a sorted vector of
/// spans is in reading order.
///
/// ```
/// use wortlaut_text::Span;
///
/// let text = "„Ja“, sagte sie.";
/// let inner = Span::new(3, 5)?;
/// assert_eq!(inner.slice(text), "Ja");
/// assert!(Span::new(0, 8)?.contains(inner));
/// # Ok::<(), wortlaut_text::SpanError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

/// Why a [`Span`] could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SpanError {
    /// The end lies before the start.
    #[error("span ends at byte {end}, before its start at byte {start}")]
    Reversed {
        /// The start that was given.
        start: u32,
        /// The end that was given.
        end: u32,
    },
    /// The range does not fit into 32-bit offsets: the text is larger than 4 GiB.
    #[error("byte offset {offset} is beyond the 4 GiB that a span can address")]
    TooLarge {
        /// The offset that does not fit.
        offset: usize,
    },
}

impl Span {
    /// A span from `start` (inclusive) to `end` (exclusive), in bytes.
    ///
    /// # Errors
    ///
    /// [`SpanError::Reversed`] when `end < start`.
    pub const fn new(start: u32, end: u32) -> Result<Self, SpanError> {
        if end < start {
            Err(SpanError::Reversed { start, end })
        } else {
            Ok(Span { start, end })
        }
    }

    /// The span between two offsets in either order.
    ///
    /// ```
    /// # use wortlaut_text::Span;
    /// assert_eq!(Span::between(7, 3), Span::between(3, 7));
    /// ```
    #[must_use]
    pub const fn between(a: u32, b: u32) -> Self {
        if a <= b {
            Span { start: a, end: b }
        } else {
            Span { start: b, end: a }
        }
    }

    /// A span from a range of `usize` offsets.
    ///
    /// # Errors
    ///
    /// [`SpanError::TooLarge`] beyond 4 GiB, [`SpanError::Reversed`] when the end lies before the start.
    pub fn from_range(range: Range<usize>) -> Result<Self, SpanError> {
        let fit = |offset: usize| u32::try_from(offset).map_err(|_| SpanError::TooLarge { offset });
        Span::new(fit(range.start)?, fit(range.end)?)
    }

    /// The byte offset of the first byte.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte offset just after the last byte.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// The length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; the empty string where the span does not fit the text (see [`Span::get`]).
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        self.get(text).unwrap_or("")
    }

    /// The text under the span, or `None` when it reaches beyond the text or cuts a character: it was made for
    /// another text.
    #[must_use]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies within this span (equal spans contain each other).
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies within this span.
    #[must_use]
    pub const fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        let start = if self.start > other.start {
            self.start
        } else {
            other.start
        };
        let end = if self.end < other.end { self.end } else { other.end };
        start < end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use super::Span;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

    /// A span is written as `[start, end]`.
    impl Serialize for Span {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            (self.start, self.end).serialize(serializer)
        }
    }

    /// Reading checks what [`Span::new`] checks.
    impl<'de> Deserialize<'de> for Span {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let (start, end) = Deserialize::deserialize(deserializer)?;
            Span::new(start, end).map_err(D::Error::custom)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reversed_is_refused() {
        let error = Span::new(5, 4).unwrap_err();
        assert_eq!(error.to_string(), "span ends at byte 4, before its start at byte 5");
    }

    #[test]
    fn a_foreign_span_gives_nothing_instead_of_panicking() {
        let span = Span::between(1, 2);
        assert_eq!(span.get("ä"), None, "byte 1 lies inside the ä");
        assert_eq!(span.slice("ä"), "");
        assert_eq!(Span::between(0, 9).get("kurz"), None);
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::between(0, 3).overlaps(Span::between(3, 5)));
        assert_eq!(Span::between(0, 3).cover(Span::between(7, 9)), Span::between(0, 9));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn serde_checks() {
        let span: Span = serde_json::from_str("[3,7]").unwrap();
        assert_eq!(span, Span::between(3, 7));
        assert_eq!(serde_json::to_string(&span).unwrap(), "[3,7]");
        assert!(serde_json::from_str::<Span>("[7,3]").is_err());
    }
}
