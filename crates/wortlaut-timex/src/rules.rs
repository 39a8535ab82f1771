//! The rules that find expressions, by name, and how to do without some of them.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;

/// The rules of `data/rules.txt`, sorted.
static KNOWN: Lazy<BTreeSet<&'static str>> = Lazy::new(|| {
    include_str!("../data/rules.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// A selection of the rules that find expressions, by their ids or the begins of their ids.
///
/// `timex.reference` means the rule of that name and all whose names go on from it: `timex.reference.vague` and the
/// others. What a rule that is switched off would have found is no time, and anchors none: it is not handed to other
/// rules, which would find a part of it.
///
/// ```
/// use wortlaut_timex::{RuleSet, TimexOptions, TimexTagger};
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Derzeit wird gebaut, am 3. März 2025 ist Schluss.";
/// let tokens = Tokenizer::new().tokenize(text);
///
/// let mut options = TimexOptions::default();
/// options.without = RuleSet::new(["timex.reference", "timex.set"])?;
/// let times = TimexTagger::with_options(options).tag_tokens(text, &tokens, None);
/// assert_eq!(times.iter().map(|time| time.value.as_str()).collect::<Vec<_>>(), ["2025-03-03"]);
///
/// let error = RuleSet::new(["timex.anchor.past"]).err();
/// assert!(error.is_some_and(|error| error.to_string().starts_with("`timex.anchor.past` finds no expressions")));
/// # Ok::<(), wortlaut_timex::UnknownRule>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSet {
    ids: Vec<String>,
}

/// A name that is neither that of a rule which finds expressions nor the begin of one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{id}` finds no expressions; the rules that do are those of `RuleSet::known`, the nearest is `{nearest}`")]
pub struct UnknownRule {
    id: String,
    nearest: &'static str,
}

impl UnknownRule {
    /// The name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A rule with a name like it.
    #[must_use]
    pub const fn nearest(&self) -> &str {
        self.nearest
    }
}

impl RuleSet {
    /// The rules of these names, and those whose names go on from them behind a full stop.
    ///
    /// # Errors
    ///
    /// [`UnknownRule`] for the first name that no rule has. Rules that anchor expressions or infer dates cannot be
    /// switched off: an expression has to be anchored somehow.
    pub fn new<I>(ids: I) -> Result<Self, UnknownRule>
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        let mut selected = Vec::new();
        for id in ids {
            let id: String = id.into();
            if !KNOWN.iter().any(|rule| is_within(rule, &id)) {
                let shared = |rule: &str| rule.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
                // Of equals the first.
                let nearest = KNOWN
                    .iter()
                    .rev()
                    .copied()
                    .max_by_key(|rule| shared(rule))
                    .unwrap_or("timex.day");
                return Err(UnknownRule { id, nearest });
            }
            selected.push(id);
        }
        Ok(RuleSet { ids: selected })
    }

    /// All rules that find expressions, sorted. The crate documentation says what each finds.
    pub fn known() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().copied()
    }

    /// Whether no rule is selected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether a rule is selected.
    #[must_use]
    pub fn contains(&self, rule: &str) -> bool {
        self.ids.iter().any(|id| is_within(rule, id))
    }
}

fn is_within(rule: &str, id: &str) -> bool {
    rule.strip_prefix(id)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_begins_of_names() {
        let rules = RuleSet::new(["timex.clock", "timex.day.numeric.yearless"]).unwrap();
        assert!(rules.contains("timex.clock") && rules.contains("timex.clock.words"));
        assert!(rules.contains("timex.day.numeric.yearless"));
        assert!(!rules.contains("timex.day.numeric") && !rules.contains("timex.day"));
        assert!(!RuleSet::default().contains("timex.day"));
    }

    #[test]
    fn unknown_names_are_refused() {
        for (id, nearest) in [
            ("timex.clok", "timex.clock"),
            ("timex.day.", "timex.day.enumeration"),
            ("timex.published.stamp", "timex.part"),
            ("", "timex.century"),
        ] {
            let error = RuleSet::new([id]).unwrap_err();
            assert_eq!((error.id(), error.nearest()), (id, nearest));
        }
    }
}
