//! Organisations and things no list knows.

use std::collections::HashSet;

use wortlaut_text::{EntityKind, Evidence, MentionForm};

mod abbreviations;
mod class_nouns;
mod clubs;
mod companies;
mod frames;
mod institutions;

use crate::candidate::{Candidate, Target};
use crate::words::Words;

/// An alias the text itself gives: *Internationale Seefunkbehörde (ISB)*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alias {
    pub(crate) short: String,
    /// The tokens of the long name.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The token of the short name.
    pub(crate) at: usize,
}

/// The organisations and places found before, by the token they begin at.
struct Listed {
    /// The last token of each.
    ends: Vec<Option<usize>>,
    /// Whether a place of one token stands there, listed or a compound.
    places: Vec<bool>,
}

impl Listed {
    fn new(tokens: usize, candidates: &[Candidate]) -> Self {
        let mut ends = vec![None; tokens];
        let mut places = vec![false; tokens];
        for candidate in candidates {
            let named = matches!(candidate.target, Target::Listed { .. })
                && candidate.kind == EntityKind::Organization
                && matches!(candidate.form, MentionForm::Name | MentionForm::Genitive);
            if let Some(end) = ends.get_mut(candidate.first).filter(|_| named) {
                *end = Some(candidate.last).max(*end);
            }
            let place = candidate.kind == EntityKind::Place && candidate.form == MentionForm::Name;
            if let Some(known) = places
                .get_mut(candidate.first)
                .filter(|_| candidate.first == candidate.last)
            {
                *known |= place;
            }
        }
        Listed { ends, places }
    }

    /// The last token of the organisation that begins at a token.
    fn organization(&self, first: usize) -> Option<usize> {
        self.ends.get(first).copied().flatten()
    }

    /// Whether a token is a place.
    fn is_place(&self, at: usize) -> bool {
        self.places.get(at).copied().unwrap_or_default()
    }
}

/// The organisations and things named by rules; and the aliases the text defines.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    let listed = Listed::new(words.all.len(), into);
    for index in 0..words.all.len() {
        let found = abbreviations::abbreviation(words, index, &mut aliases)
            .or_else(|| companies::legal_form(words, index))
            .or_else(|| clubs::club(words, index))
            .or_else(|| frames::of_party(words, &listed, index))
            .or_else(|| institutions::headed(words, &listed, index))
            .or_else(|| frames::frame(words, &listed, index))
            .or_else(|| institutions::with_genitive(words, index))
            .or_else(|| institutions::after_place_adjective(words, index))
            .or_else(|| institutions::after_adjective(words, index))
            .or_else(|| class_nouns::after_class_noun(words, index))
            .or_else(|| companies::tailed(words, index))
            .or_else(|| companies::common_tail(words, index))
            .or_else(|| institutions::military_unit(words, index))
            .or_else(|| companies::led_in(words, index))
            .or_else(|| institutions::one_word(words, index))
            .or_else(|| abbreviations::with_article(words, index));
        into.extend(found);
    }
    // Letters that the text explains are the short name of what it explains them by.
    let explained: HashSet<&str> = aliases.iter().map(|alias| alias.short.as_str()).collect();
    if !explained.is_empty() {
        into.retain(|candidate| {
            let letters = candidate
                .evidence
                .iter()
                .any(|reason| reason.rule.as_str() == "entity.organization.letters");
            !(letters && explained.contains(words.form(candidate.first)))
        });
    }
    aliases
}

pub(crate) fn named(
    words: &Words<'_>,
    (first, last): (usize, usize),
    kind: EntityKind,
    permille: u16,
    rank: i32,
    rule: &'static str,
    why: (usize, usize),
) -> Candidate {
    let mut candidate = Candidate::new(
        (first, last),
        kind,
        Target::Named(words.name(first, last)),
        MentionForm::Name,
        permille,
        Evidence::new(rule, words.span(why.0, why.1)),
    );
    candidate.rank = rank;
    candidate
}
