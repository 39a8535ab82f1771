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
#[error("`{id}` finds no expressions; {}", .nearest.map_or_else(
    || "the rules that do are those of `RuleSet::known`".to_owned(),
    |nearest| format!("did you mean `{nearest}`?"),
))]
pub struct UnknownRule {
    id: String,
    nearest: Option<&'static str>,
}

impl UnknownRule {
    /// The name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The rule with the name most like it, if one is like it at all: at most a third of the letters differ.
    #[must_use]
    pub const fn nearest(&self) -> Option<&'static str> {
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
                let nearest = nearest(&id);
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

/// The rule whose name takes the fewest changes of a letter; of equals the first. What all names begin with counts for
/// nothing.
fn nearest(id: &str) -> Option<&'static str> {
    let bare = |name: &'_ str| name.strip_prefix("timex.").unwrap_or(name).to_owned();
    let wanted = bare(id);
    // Nobody writes a name that long.
    if wanted.len() > 64 {
        return None;
    }
    KNOWN
        .iter()
        .map(|rule| (distance(bare(rule).as_bytes(), wanted.as_bytes()), *rule))
        .filter(|(distance, _)| distance * 3 <= wanted.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, rule)| rule)
}

/// How many letters must be put in, left out or changed to make one name the other.
fn distance(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to) {
            let changed = diagonal + usize::from(letter != other);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(0)
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
            ("timex.clok", Some("timex.clock")),
            ("timex.day.", Some("timex.day")),
            ("timex.saeson", Some("timex.season")),
            ("clock", Some("timex.clock")),
            ("timex.published.stamp", None),
            ("x", None),
            ("", None),
        ] {
            let error = RuleSet::new([id]).unwrap_err();
            assert_eq!((error.id(), error.nearest()), (id, nearest));
        }
    }
}
