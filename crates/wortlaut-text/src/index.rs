//! Typed positions in flat vectors.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

/// The position of a `T` in the vector that holds all values of its layer.
///
/// Layers refer to each other by index, never by reference, so results are plain data. The type keeps an index of
/// tokens from being used on sentences.
///
/// ```
/// use wortlaut_text::Idx;
///
/// let names = ["Anna", "Ben"];
/// let ben: Idx<&str> = Idx::new(1);
/// assert_eq!(ben.get(&names), Some(&"Ben"));
/// assert_eq!(Idx::new(7).get(&names), None);
/// ```
pub struct Idx<T> {
    raw: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Idx<T> {
    /// The index of the value at `position`; positions beyond 32 bits saturate.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Idx {
            raw: u32::try_from(position).unwrap_or(u32::MAX),
            of: PhantomData,
        }
    }

    /// The position as a plain number.
    #[must_use]
    pub const fn index(self) -> usize {
        self.raw as usize
    }

    /// The value at this position of `layer`, or `None` when the index belongs to another, longer layer.
    #[must_use]
    pub fn get(self, layer: &[T]) -> Option<&T> {
        layer.get(self.index())
    }

    /// The index after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Idx {
            raw: self.raw.saturating_add(1),
            of: PhantomData,
        }
    }

    /// The index before this one; `None` at the start.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Some(Idx {
            raw: self.raw.checked_sub(1)?,
            of: PhantomData,
        })
    }
}

// Written out because derives would ask the same of `T`.
impl<T> Clone for Idx<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Idx<T> {}
impl<T> PartialEq for Idx<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}
impl<T> Eq for Idx<T> {}
impl<T> PartialOrd for Idx<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Idx<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw.cmp(&other.raw)
    }
}
impl<T> Hash for Idx<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}
impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.raw)
    }
}

/// A run of neighbouring values of a layer: the tokens of a sentence, the sentences of a paragraph.
///
/// ```
/// use wortlaut_text::{Idx, IdxRange};
///
/// let words = ["Wer", "wählt", "wen", "?"];
/// let run: IdxRange<&str> = IdxRange::new(1, 3);
/// assert_eq!(run.slice(&words), ["wählt", "wen"]);
/// assert!(run.contains(Idx::new(2)));
/// assert_eq!(run.iter().count(), 2);
/// ```
pub struct IdxRange<T> {
    start: u32,
    end: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> IdxRange<T> {
    /// The positions `start..end`; empty when `end <= start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = Idx::<T>::new(start).raw;
        IdxRange {
            start,
            end: Idx::<T>::new(end).raw.max(start),
            of: PhantomData,
        }
    }

    /// The first index (meaningful when the range is not empty).
    #[must_use]
    pub const fn start(self) -> Idx<T> {
        Idx {
            raw: self.start,
            of: PhantomData,
        }
    }

    /// The index just after the last.
    #[must_use]
    pub const fn end(self) -> Idx<T> {
        Idx {
            raw: self.end,
            of: PhantomData,
        }
    }

    /// The last index, `None` when the range is empty.
    #[must_use]
    pub fn last(self) -> Option<Idx<T>> {
        if self.is_empty() { None } else { self.end().previous() }
    }

    /// How many values the range covers.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `index` lies in the range.
    #[must_use]
    pub const fn contains(self, index: Idx<T>) -> bool {
        self.start <= index.raw && index.raw < self.end
    }

    /// Whether all of `other` lies in the range.
    #[must_use]
    pub const fn covers(self, other: IdxRange<T>) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The values of the range; empty when it belongs to another, longer layer.
    #[must_use]
    pub fn slice(self, layer: &[T]) -> &[T] {
        layer.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }

    /// The indices, in order.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Idx<T>> + ExactSizeIterator + use<T> {
        (self.start as usize..self.end as usize).map(Idx::new)
    }
}

impl<T> Clone for IdxRange<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for IdxRange<T> {}
impl<T> Default for IdxRange<T> {
    fn default() -> Self {
        IdxRange {
            start: 0,
            end: 0,
            of: PhantomData,
        }
    }
}
impl<T> PartialEq for IdxRange<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<T> Eq for IdxRange<T> {}
impl<T> Hash for IdxRange<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<T> fmt::Debug for IdxRange<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}..{}", self.start, self.end)
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use super::{Idx, IdxRange};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// An index is written as its number.
    impl<T> Serialize for Idx<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.raw.serialize(serializer)
        }
    }

    impl<'de, T> Deserialize<'de> for Idx<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            u32::deserialize(deserializer).map(|raw| Idx::new(raw as usize))
        }
    }

    /// A range is written as `[start, end]`.
    impl<T> Serialize for IdxRange<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            (self.start, self.end).serialize(serializer)
        }
    }

    impl<'de, T> Deserialize<'de> for IdxRange<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            <(u32, u32)>::deserialize(deserializer).map(|(start, end)| IdxRange::new(start as usize, end as usize))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reversed_range_is_empty() {
        let range: IdxRange<u8> = IdxRange::new(5, 2);
        assert!(range.is_empty());
        assert_eq!(range.last(), None);
        assert!(range.slice(&[1, 2, 3]).is_empty());
    }

    #[test]
    fn the_first_index_has_no_previous() {
        assert_eq!(Idx::<u8>::new(0).previous(), None);
        assert_eq!(Idx::<u8>::new(3).previous(), Some(Idx::new(2)));
    }
}
