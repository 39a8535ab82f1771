//! The offices a text gives to persons: *Justizministerin Karla Sund*, *Sund, die Präsidentin des Verbands*, *Sund ist
//! Landrätin*.

use std::collections::HashMap;

use once_cell::sync::Lazy;
use wortlaut_lexicon::{Category, Lexicon, Role};
use wortlaut_text::{EntityIdx, EntityKind, MentionForm};

use crate::person::kind_of;
use crate::view::View;

/// A noun that stands beside a name.
#[derive(Clone, Copy, Debug)]
struct Given {
    entity: EntityIdx,
    role: Role,
    /// Its token.
    token: usize,
}

/// How many nouns beside names are looked back for the bearer of an office.
const BACK: usize = 256;

/// How many nouns are kept for a person: what somebody is, is said early.
const EACH: usize = 12;

/// What the whole text says that persons are.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    /// In reading order.
    given: Vec<Given>,
    each: HashMap<EntityIdx, Vec<Given>>,
}

impl Offices {
    pub(crate) fn read(view: &View<'_>) -> Self {
        let mut offices = Offices::default();
        for mention in view.input.mentions {
            let named = matches!(
                mention.form,
                MentionForm::Name | MentionForm::Surname | MentionForm::Role
            );
            if !named || kind_of(view, mention.entity) != Some(EntityKind::Person) {
                continue;
            }
            let tokens = view.input.tokens.tokens_in(mention.span);
            let (first, end) = (tokens.start().index(), tokens.end().index());
            let own = (mention.form == MentionForm::Role).then_some(first);
            let nouns = before(view, first).chain(own).chain(behind(view, end));
            for (token, role) in nouns.filter_map(|token| Some((token, role_at(view, token)?))) {
                let entity = mention.entity;
                offices.given.push(Given { entity, role, token });
                let own = offices.each.entry(entity).or_default();
                if own.len() < EACH {
                    own.push(Given { entity, role, token });
                }
            }
        }
        offices.given.sort_by_key(|given| given.token);
        offices
    }

    /// The last person before a token who was given the role.
    pub(crate) fn bearer(&self, view: &View<'_>, role: Role, token: usize) -> Option<EntityIdx> {
        let end = self.given.partition_point(|given| given.token < token);
        self.given
            .get(end.saturating_sub(BACK)..end)?
            .iter()
            .rev()
            .find(|given| is_same(view, (role, token), (given.role, given.token)))
            .map(|given| given.entity)
    }

    fn of(&self, entity: EntityIdx) -> &[Given] {
        self.each.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// Whether the text calls the person by another noun of the same kind.
    pub(crate) fn differ(&self, entity: EntityIdx, role: Role) -> bool {
        self.of(entity)
            .iter()
            .any(|given| given.role.kind == role.kind && given.role.lemma != role.lemma)
    }

    /// Whether the role can be the person's, as far as the text tells: one of the nouns it has for them agrees, or one
    /// excludes it and none agrees.
    pub(crate) fn can_mean(&self, view: &View<'_>, entity: EntityIdx, role: Role, token: usize) -> Option<bool> {
        self.of(entity)
            .iter()
            .filter_map(|given| relation(view, (role, token), (given.role, given.token)))
            .max()
    }
}

/// The role a capitalised word gives.
fn role_at(view: &View<'_>, token: usize) -> Option<Role> {
    view.is_capitalized(token)
        .then(|| Lexicon::german().role(view.word(token)))
        .flatten()
}

/// The words of titles and attributes before a name, the nearest first.
fn before<'v>(view: &'v View<'_>, first: usize) -> impl Iterator<Item = usize> + 'v {
    (1..=3)
        .map_while(move |back| first.checked_sub(back))
        .take_while(|&token| {
            view.is_wordlike(token)
                && view.finite_at(token).is_none()
                && !matches!(view.category(token), Category::Preposition | Category::Determiner)
        })
}

/// The noun behind a name that tells what its bearer is: *X (SPD), Vorsitzende des Vereins*, *X ist Landrat*.
fn behind(view: &View<'_>, end: usize) -> Option<usize> {
    let mut next = end;
    if view.word(next) == "(" {
        next = (next..next + 8).find(|&token| view.word(token) == ")")? + 1;
    }
    let apposition = view.word(next) == ",";
    let is = view
        .finite_at(next)
        .is_some_and(|(_, group)| matches!(group.lemma.as_str(), "sein" | "werden" | "bleiben"));
    if !(apposition || is) {
        return None;
    }
    let noun = (next + 1..next + 6)
        .take_while(|&token| view.is_wordlike(token) && view.finite_at(token).is_none())
        .find(|&token| role_at(view, token).is_some())?;
    // *…, sagte X, der Minister habe …*: a clause of its own.
    let clause = apposition && (noun + 1..noun + 3).any(|token| view.finite_at(token).is_some());
    (!clause).then_some(noun)
}

/// Whether two nouns give the same role: the same head, and the same first part where both have one.
pub(crate) fn is_same(view: &View<'_>, (mine, at): (Role, usize), (theirs, there): (Role, usize)) -> bool {
    let part = |role: Role, token: usize| view.word(token).get(..role.head).unwrap_or("");
    let (first, other) = (part(mine, at), part(theirs, there));
    mine.lemma == theirs.lemma && (first.is_empty() || other.is_empty() || first == other)
}

/// Whether two nouns can mean one person, where that is known.
fn relation(view: &View<'_>, mine: (Role, usize), theirs: (Role, usize)) -> Option<bool> {
    if is_same(view, mine, theirs) {
        return Some(true);
    }
    let (first, other) = (class(mine.0.lemma)?, class(theirs.0.lemma)?);
    // *der Justizminister* is no *Innenminister*; but a *Finanzminister* is a *Bundesminister*.
    let wide = |(role, token): (Role, usize)| {
        let part = view.word(token).get(..role.head).unwrap_or("").to_lowercase();
        part.ends_with('-')
            || ["bund", "land", "ober", "staats", "vize", "ex", "fach"]
                .iter()
                .any(|p| part.starts_with(p))
    };
    Some(first == other && (mine.0.lemma != theirs.0.lemma || wide(mine) || wide(theirs)))
}

/// The class of offices a noun belongs to.
fn class(lemma: &str) -> Option<usize> {
    static CLASSES: Lazy<HashMap<&'static str, usize>> = Lazy::new(|| {
        include_str!("../data/offices.txt")
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
            .flat_map(|(number, line)| line.split_whitespace().map(move |noun| (noun, number)))
            .collect()
    });
    let masculine = lemma.strip_suffix("in").unwrap_or(lemma);
    CLASSES.get(lemma).or_else(|| CLASSES.get(masculine)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_noun_of_the_list_gives_a_role_and_stands_once() {
        let nouns = || {
            include_str!("../data/offices.txt")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
        };
        let strange: Vec<&str> = nouns().filter(|noun| Lexicon::german().role(noun).is_none()).collect();
        assert!(strange.is_empty(), "no roles: {strange:?}");
        let once: std::collections::BTreeSet<&str> = nouns().collect();
        assert_eq!(once.len(), nouns().count());
    }
}
