//! Abbreviations a user adds.

use crate::lexicon::Abbreviation;

/// The user's abbreviations, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UserAbbreviations {
    entries: Vec<(Box<str>, Abbreviation)>,
}

impl UserAbbreviations {
    /// The class of an abbreviation, given without its full stop.
    pub(crate) fn get(&self, word: &str) -> Option<Abbreviation> {
        if self.entries.is_empty() {
            return None;
        }
        let at = self.entries.binary_search_by(|entry| entry.0.as_ref().cmp(word)).ok()?;
        self.entries.get(at).map(|entry| entry.1)
    }
}
