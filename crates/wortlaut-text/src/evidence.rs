//! Why an annotation is there.

use std::borrow::Cow;
use std::fmt;

use crate::Span;

/// The stable name of a rule, such as `quote.frame.dass` or `timex.weekday.past`.
///
/// Dotted, lower-case ASCII, the crate's subject first. Names are part of the public contract: a rule may get better,
/// its name stays.
///
/// ```
/// use wortlaut_text::RuleId;
///
/// const RULE: RuleId = RuleId::new("quote.frame.dass");
/// assert_eq!(RULE.as_str(), "quote.frame.dass");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct RuleId(Cow<'static, str>);

impl RuleId {
    /// A rule of the library.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        RuleId(Cow::Borrowed(name))
    }

    /// A rule a user brought along, named at run time.
    #[must_use]
    pub fn from_user(name: impl Into<String>) -> Self {
        RuleId(Cow::Owned(name.into()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One reason for an annotation: the rule that fired and the words that made it fire.
///
/// Every annotation carries at least one. The first is the rule that made it; the others, in order, are what supported
/// or changed it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    /// The rule.
    pub rule: RuleId,
    /// The words that decided, in bytes of the original text.
    pub span: Span,
}

impl Evidence {
    /// Evidence from a rule of the library.
    #[must_use]
    pub const fn new(rule: &'static str, span: Span) -> Self {
        Evidence {
            rule: RuleId::new(rule),
            span,
        }
    }
}
