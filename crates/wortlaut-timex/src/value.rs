//! The value of a TIMEX3.

use std::fmt;
use std::str::FromStr;

use crate::grammar::is_value;

/// The `value` of a TIMEX3: an ISO 8601 date, time or period, or one of TimeML's extensions of it
/// (`XXXX-WXX-2`, `2025-SU`, `198`, `P4Y`, `PRESENT_REF`).
///
/// Conventions: TimeML 1.2.1 as the KRAUTS corpus applies it to German (Strötgen et al., LREC 2018).
///
/// ```
/// use wortlaut_timex::TimexValue;
///
/// let tuesday: TimexValue = "XXXX-WXX-2".parse()?;
/// assert!(tuesday.is_underspecified());
/// assert!("18.2.2025".parse::<TimexValue>().is_err());
/// # Ok::<(), wortlaut_timex::TimexValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct TimexValue(String);

/// Why a text is not a TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value:?} is not a TIMEX3 value")]
pub struct TimexValueError {
    value: String,
}

impl TimexValue {
    /// A value the tagger built itself.
    pub(crate) fn built(value: String) -> Self {
        debug_assert!(is_value(&value), "{value:?}");
        TimexValue(value)
    }

    /// Whether a part of the value is left open (`X`).
    #[must_use]
    pub fn is_underspecified(&self) -> bool {
        self.0.contains('X')
    }

    /// The value as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TimexValue {
    type Err = TimexValueError;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        if is_value(value) {
            Ok(TimexValue(value.to_owned()))
        } else {
            Err(TimexValueError {
                value: value.to_owned(),
            })
        }
    }
}

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for TimexValue {
    type Error = TimexValueError;

    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl From<TimexValue> for String {
    fn from(value: TimexValue) -> Self {
        value.0
    }
}
