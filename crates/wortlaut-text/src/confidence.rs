//! How sure an annotation is.

use core::fmt;

/// A confidence between 0 and 1, kept in thousandths.
///
/// Integers inside make it ordered, hashable and the same on every platform; it is written as a decimal number.
/// 1 means "certain by construction" (the text says so), not "measured to be always right".
///
/// ```
/// use wortlaut_text::Confidence;
///
/// let sure = Confidence::from_permille(970);
/// assert_eq!(sure.value(), 0.97);
/// assert!(sure > sure.and(Confidence::from_permille(500)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// Certain.
    pub const MAX: Confidence = Confidence(1000);
    /// Nothing speaks for it.
    pub const MIN: Confidence = Confidence(0);

    /// From thousandths; more than 1000 is 1000.
    #[must_use]
    pub const fn from_permille(permille: u16) -> Self {
        Confidence(if permille > 1000 { 1000 } else { permille })
    }

    /// The confidence in thousandths, `0..=1000`.
    #[must_use]
    pub const fn permille(self) -> u16 {
        self.0
    }

    /// The confidence as a number in `0.0..=1.0`.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Both of two independent facts hold: the product.
    #[must_use]
    pub fn and(self, other: Confidence) -> Confidence {
        let product = (u32::from(self.0) * u32::from(other.0) + 500) / 1000;
        Confidence(u16::try_from(product).unwrap_or(1000))
    }
}

impl fmt::Debug for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value())
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use super::Confidence;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

    impl Serialize for Confidence {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_f64(self.value())
        }
    }

    impl<'de> Deserialize<'de> for Confidence {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let value = f64::deserialize(deserializer)?;
            if (0.0..=1.0).contains(&value) {
                // In range, so the cast is exact to the thousandth.
                Ok(Confidence((value * 1000.0).round() as u16))
            } else {
                Err(D::Error::custom(format_args!(
                    "confidence {value} is not between 0 and 1"
                )))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_range() {
        assert_eq!(Confidence::from_permille(2000), Confidence::MAX);
        assert_eq!(Confidence::MAX.and(Confidence::MAX), Confidence::MAX);
        assert_eq!(
            Confidence::from_permille(500)
                .and(Confidence::from_permille(500))
                .permille(),
            250
        );
    }
}
