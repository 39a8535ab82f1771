//! Names that several entries of a list have, none of them more likely than the others: *Landau* alone.

use std::collections::HashMap;

use wortlaut_text::{Evidence, MentionForm};

use crate::candidate::{Candidate, Target};
use crate::matcher::Matcher;
use crate::normal;
use crate::words::Words;

/// More entries of one name than these are not compared; a bound for the time this takes.
const MAX_BEARERS: usize = 32;

/// Candidates whose name several entries have.
#[derive(Default)]
pub(crate) struct Shared {
    names: Vec<Name>,
}

struct Name {
    /// The candidate, by its number.
    candidate: usize,
    bearers: Vec<Target>,
}

impl Shared {
    /// Makes one candidate of those from `begin` on that name several entries of one kind and the same priority by the same
    /// words. What it means is then only what it is called: which one is meant, the words do not tell.
    pub(crate) fn join(&mut self, words: &Words<'_>, matcher: &Matcher<'_>, begin: usize, found: &mut Vec<Candidate>) {
        if found.len() < begin + 2 {
            return;
        }
        let mut at = begin;
        while at < found.len() {
            let Some(first) = found.get(at).cloned() else { return };
            let bearers: Vec<Target> = found
                .iter()
                .skip(at)
                .take(MAX_BEARERS)
                .filter(|other| is_alike(matcher, &first, other))
                .map(|other| other.target.clone())
                .collect();
            if bearers.iter().any(|bearer| *bearer != first.target) {
                let mut others = found.split_off(at + 1);
                others.retain(|other| !is_alike(matcher, &first, other));
                found.append(&mut others);
                if let Some(candidate) = found.get_mut(at) {
                    candidate.target = Target::Named(common_name(words, matcher, &first, &bearers));
                    let span = words.span(first.first, first.last);
                    candidate.evidence.push(Evidence::new("entity.list.shared", span));
                }
                self.names.push(Name { candidate: at, bearers });
            }
            at += 1;
        }
    }

    /// Links the shared names of which the document names one bearer in full.
    pub(crate) fn settle(self, words: &Words<'_>, found: &mut [Candidate]) {
        if self.names.is_empty() {
            return;
        }
        let mut named: HashMap<(usize, u32), usize> = HashMap::new();
        for candidate in found.iter() {
            if let Target::Listed { list, entry } = candidate.target {
                named.entry((list, entry)).or_insert(candidate.first);
            }
        }
        for name in self.names {
            let mut bearers = name.bearers.into_iter().filter_map(|bearer| match bearer {
                Target::Listed { list, entry } => named.get(&(list, entry)).map(|&at| (bearer, at)),
                Target::Named(_) => None,
            });
            let only = bearers.next().filter(|_| bearers.next().is_none());
            if let Some(((target, at), candidate)) = only.zip(found.get_mut(name.candidate)) {
                candidate.target = target;
                candidate
                    .evidence
                    .push(Evidence::new("entity.document.name", words.span(at, at)));
            }
        }
    }
}

/// Whether two candidates are the same words read the same way, of the same weight.
fn is_alike(matcher: &Matcher<'_>, one: &Candidate, other: &Candidate) -> bool {
    let list = |candidate: &Candidate| match candidate.target {
        Target::Listed { list, .. } => Some(list),
        Target::Named(_) => None,
    };
    let outdated = |candidate: &Candidate| {
        let mut reasons = candidate.evidence.iter();
        reasons.any(|reason| reason.rule.as_str() == "entity.list.outdated")
    };
    let priority = |candidate: &Candidate| matcher.known(&candidate.target).map(|record| record.priority);
    (one.first, one.last, one.kind, one.form) == (other.first, other.last, other.kind, other.form)
        && list(one).is_some()
        && list(one) == list(other)
        && priority(one) == priority(other)
        && outdated(one) == outdated(other)
}

/// What several entries are called alike: the words their names begin with (*Neustadt am Rübenberge* and *Neustadt an der
/// Donau*, also by *Neustädter*), or else the words of the text.
fn common_name(words: &Words<'_>, matcher: &Matcher<'_>, candidate: &Candidate, bearers: &[Target]) -> String {
    let mut common: Option<Vec<String>> = None;
    for bearer in bearers {
        let name = matcher
            .known(bearer)
            .map(|record| record.details().name)
            .unwrap_or_default();
        let parts = name.split(' ').map(str::to_owned);
        common = Some(match common {
            None => parts.collect(),
            Some(known) => known
                .into_iter()
                .zip(parts)
                .take_while(|(known, part)| known == part)
                .map(|(known, _)| known)
                .collect(),
        });
    }
    let mut common = common.unwrap_or_default();
    // Not the article or the preposition of what follows.
    while common.last().is_some_and(|part| !part.starts_with(char::is_uppercase)) {
        common.pop();
    }
    if !common.is_empty() {
        return common.join(" ");
    }
    let name = words.name(candidate.first, candidate.last);
    if candidate.form == MentionForm::Genitive {
        if let Some(stem) = normal::strip(&name, "s").or_else(|| normal::strip(&name, "'")) {
            return stem.to_owned();
        }
    }
    name
}
