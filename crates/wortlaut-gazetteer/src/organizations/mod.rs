//! Organisations and things no list knows.

use wortlaut_text::{EntityKind, Evidence, MentionForm};

mod abbreviations;
mod class_nouns;
mod clubs;
mod companies;
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

/// The organisations and things named by rules; and the aliases the text defines.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for index in 0..words.all.len() {
        let found = abbreviations::abbreviation(words, index, &mut aliases)
            .or_else(|| companies::legal_form(words, index))
            .or_else(|| clubs::club(words, index))
            .or_else(|| institutions::headed(words, index))
            .or_else(|| institutions::with_genitive(words, index))
            .or_else(|| institutions::after_place_adjective(words, index))
            .or_else(|| institutions::after_adjective(words, index))
            .or_else(|| class_nouns::after_class_noun(words, index))
            .or_else(|| companies::tailed(words, index))
            .or_else(|| institutions::military_unit(words, index))
            .or_else(|| companies::led_in(words, index))
            .or_else(|| institutions::one_word(words, index));
        into.extend(found);
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
