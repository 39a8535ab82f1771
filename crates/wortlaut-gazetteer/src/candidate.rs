//! Possible mentions, before it is decided which of them stand.

use wortlaut_text::{Confidence, EntityKind, Evidence, Gender, MentionForm, Span};

/// What a candidate would be a mention of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An entry of the list with this number.
    Listed { list: usize, entry: u32 },
    /// Something named by these words, in the nominative.
    Named(String),
}

/// A possible mention.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The tokens, first and last.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) target: Target,
    pub(crate) form: MentionForm,
    /// Identifiers by authority, where no list gives them.
    pub(crate) ids: Vec<(String, String)>,
    /// The name inside a compound.
    pub(crate) part: Option<Span>,
    pub(crate) confidence: Confidence,
    pub(crate) evidence: Vec<Evidence>,
    /// Of two candidates as long as each other the higher one stands.
    pub(crate) rank: i32,
}

impl Candidate {
    pub(crate) fn new(
        (first, last): (usize, usize),
        kind: EntityKind,
        target: Target,
        form: MentionForm,
        permille: u16,
        reason: Evidence,
    ) -> Self {
        Candidate {
            first,
            last,
            kind,
            gender: None,
            target,
            form,
            ids: Vec::new(),
            part: None,
            confidence: Confidence::from_permille(permille),
            evidence: vec![reason],
            rank: i32::from(permille),
        }
    }
}

/// Chooses candidates that do not overlap: longer ones first, then by rank. Sorted by position.
pub(crate) fn choose(mut candidates: Vec<Candidate>, tokens: usize) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| {
        (
            std::cmp::Reverse(candidate.last - candidate.first),
            std::cmp::Reverse(candidate.rank),
            candidate.first,
        )
    });
    let mut taken = vec![false; tokens];
    candidates.retain(|candidate| {
        let Some(run) = taken.get_mut(candidate.first..=candidate.last) else {
            return false;
        };
        if run.iter().any(|taken| *taken) {
            return false;
        }
        run.fill(true);
        true
    });
    candidates.sort_by_key(|candidate| candidate.first);
    candidates
}
