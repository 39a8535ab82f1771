//! The bare name of a company after its full name: *die Halvardt SE … Halvardt*. Whether it is a person of that name, the
//! words around tell.

use std::collections::HashMap;

use once_cell::sync::Lazy;
use wortlaut_lexicon::{Category, Lexicon};
use wortlaut_text::{EntityKind, Evidence};

use super::memory::{Learned, Memory};
use crate::candidate::Candidate;
use crate::classes::Class;
use crate::sources::names_company;
use crate::words::Words;

/// A company by the first word of its name.
#[derive(Clone, Debug)]
pub(super) struct Company {
    /// The words after the first, without the legal form, in normal form.
    pub(super) rest: Vec<String>,
    pub(super) learned: Learned,
}

/// What the words around a name speak for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Company,
    Person,
}

/// The words that tell. A fault in the embedded list is found by the tests.
static CONTEXT: Lazy<HashMap<&'static str, (Side, bool)>> = Lazy::new(|| {
    let mut context = HashMap::new();
    let mut sort = None;
    for line in include_str!("../../data/companies.txt").lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            sort = section_of(section);
            continue;
        }
        let words = line.split_whitespace();
        context.extend(words.filter_map(|word| Some((word, sort?))));
    }
    context
});

/// What a section speaks for, and whether its words are verbs.
fn section_of(name: &str) -> Option<(Side, bool)> {
    match name {
        "company-verb" => Some((Side::Company, true)),
        "person-verb" => Some((Side::Person, true)),
        "company-noun" => Some((Side::Company, false)),
        _ => None,
    }
}

/// The short name of a company that stands in full from `first` to `last`, and the company.
pub(super) fn short_name(words: &Words<'_>, candidate: &Candidate, learned: &Learned) -> Option<(String, Company)> {
    let run = candidate.first..=candidate.last;
    if candidate.kind != EntityKind::Organization || !run.clone().any(|at| words.is(at, Class::LEGAL_FORM)) {
        return None;
    }
    // *Maschinenbauer Halvardt SE*: what it is stands before the name.
    let own = |at: usize| {
        words.all.get(at).is_some_and(|word| {
            word.capital
                && (!word.common || word.listed)
                && !word.class.has(Class::LEGAL_FORM)
                && word.kind.is_wordlike()
        })
    };
    let first_name = |at: usize| words.all.get(at).is_some_and(|word| word.first_name.is_some());
    let mut first = run.clone().find(|&at| own(at))?;
    // *Peter Halvardt GmbH*
    if first_name(first) && first < candidate.last && own(first + 1) && !first_name(first + 1) {
        first += 1;
    }
    let form = words.form(first);
    if form.chars().count() < 3 || first_name(first) && !words.is_unknown(first) {
        return None;
    }
    let rest = (first + 1..=candidate.last)
        .take_while(|&at| words.all.get(at).is_some_and(|word| word.capital) && !words.is(at, Class::LEGAL_FORM))
        .map(|at| words.form(at).to_owned())
        .collect();
    let learned = Learned {
        rule: "entity.document.company",
        ..learned.clone()
    };
    Some((form.to_owned(), Company { rest, learned }))
}

/// The company of a short name at a token, the words it covers and why it is meant: `person` is somebody of the same
/// name, `needs_reason` whether the word means something else without one.
pub(super) fn meant(
    words: &Words<'_>,
    memory: &Memory,
    index: usize,
    stem: &str,
    person: Option<&Learned>,
    needs_reason: bool,
) -> Option<(Learned, usize, Option<Evidence>)> {
    let company = memory.companies.get(stem)?;
    let known = |person: &&Learned| person.rule == "entity.document.surname";
    let rest = (index + 1..).zip(&company.rest).take_while(|(at, word)| {
        let free = words.all.get(*at).is_some_and(|word| !word.taken);
        free && words.same_sentence(index, *at) && words.form(*at) == word.as_str()
    });
    let last = index + rest.count();
    if last > index {
        return Some((company.learned.clone(), last, None));
    }
    let found = context(words, index, stem);
    let reason = found.map(|(side, at)| {
        let rule = match side {
            Side::Company => "entity.context.company",
            Side::Person => "entity.context.person",
        };
        (side, Evidence::new(rule, words.span(at, at)))
    });
    let company_meant = match (&reason, person.filter(known)) {
        (Some((side, _)), _) => *side == Side::Company || person.is_none() && !titled(words, index),
        (None, _) if needs_reason => false,
        (None, None) => true,
        // The one named in full last, as with two people of one surname.
        (None, Some(person)) => {
            let before = |learned: &Learned| (learned.at <= index).then_some(learned.at);
            before(&company.learned) > before(person)
        }
    };
    company_meant.then(|| (company.learned.clone(), index, reason.map(|(_, reason)| reason)))
}

/// Whether a title or a form of address stands before.
fn titled(words: &Words<'_>, index: usize) -> bool {
    words
        .before(index)
        .is_some_and(|before| words.is_title(before) && !is_company_noun(words, before))
}

pub(super) fn is_company_noun(words: &Words<'_>, index: usize) -> bool {
    words.is(index, Class::ORGANIZATION_NOUN.or(Class::FIRM)) || names_company(words.form(index))
}

/// What the words around speak for, and the word that decides.
fn context(words: &Words<'_>, index: usize, stem: &str) -> Option<(Side, usize)> {
    if let Some(before) = words.before(index) {
        if is_company_noun(words, before) {
            return Some((Side::Company, before));
        }
        if titled(words, index) {
            return Some((Side::Person, before));
        }
        let common = words.all.get(index).is_some_and(|word| word.common);
        if matches!(words.form(before), "bei" | "Bei") || !common && matches!(words.form(before), "die" | "Die") {
            return Some((Side::Company, before));
        }
    }
    let next = words.after(index);
    // *Halvardts Umsatz*
    if words.form(index) != stem {
        let noun = next.filter(|&next| matches!(side_of_noun(words.form(next)), Some(Side::Company)));
        return noun.map(|noun| (Side::Company, noun));
    }
    let verb = |at: usize| Some((side_of_verb(words.form(at))?, at));
    next.and_then(verb).or_else(|| words.before(index).and_then(verb))
}

fn side_of_noun(form: &str) -> Option<Side> {
    CONTEXT.get(form).filter(|(_, verb)| !verb).map(|(side, _)| *side)
}

fn side_of_verb(form: &str) -> Option<Side> {
    if form.starts_with(char::is_uppercase) {
        return None;
    }
    Lexicon::german()
        .analyses(form)
        .filter(|reading| reading.category == Category::Verb)
        .find_map(|reading| {
            CONTEXT
                .get(reading.lemma)
                .filter(|(_, verb)| *verb)
                .map(|(side, _)| *side)
        })
}

/// Whether the last part of a compound is a company's: *Halvardt-Aktie*.
pub(super) fn is_of_company(rest: &str) -> bool {
    side_of_noun(rest) == Some(Side::Company)
}

/// Whether the words of a person's mention tell that it is one: a title, an age.
pub(super) fn is_person(candidate: &Candidate) -> bool {
    candidate
        .evidence
        .iter()
        .any(|reason| reason.rule.as_str() != "entity.person.subject")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known() {
        for line in include_str!("../../data/companies.txt").lines() {
            if let Some(section) = line.strip_prefix('[') {
                assert!(section_of(section.trim_end_matches(']')).is_some(), "{section}");
            }
        }
    }

    #[test]
    fn the_lexicon_knows_every_verb() {
        for (word, (_, verb)) in CONTEXT.iter() {
            let known = Lexicon::german()
                .analyses(word)
                .any(|reading| reading.category == Category::Verb);
            assert!(!verb || known, "{word}");
        }
        assert_eq!(side_of_verb("sagte"), Some(Side::Person));
        assert_eq!(side_of_verb("produziert"), Some(Side::Company));
        assert_eq!(side_of_verb("blau"), None);
    }
}
