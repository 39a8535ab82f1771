//! Seats of governments that stand for them: *Moskau warnt den Westen*, *Beziehungen zu Moskau*, *Moskaus Haltung*.
//!
//! A mention of the seat stays one of the seat; what it may stand for is told beside.

use std::collections::{BTreeMap, HashMap, HashSet};

use once_cell::sync::Lazy;
use wortlaut_lexicon::{Category, Lexicon, Person};
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, MentionForm, Metonym};

use crate::matcher::Matcher;
use crate::normal;
use crate::recognizer::Names;
use crate::words::Words;

/// What the seats stand for, by their names. A fault in the embedded list is found by the tests.
static SEATS: Lazy<HashMap<&'static str, Vec<&'static str>>> = Lazy::new(|| {
    let mut seats = HashMap::new();
    for line in include_str!("../../data/seats.tsv").lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((names, meant)) = line.split_once('\t') {
            let meant: Vec<&str> = meant.split('|').collect();
            seats.extend(names.split('|').map(|name| (name, meant.clone())));
        }
    }
    seats
});

#[derive(Default)]
struct Politics {
    verbs: HashSet<&'static str>,
    nouns: HashSet<&'static str>,
}

static POLITICS: Lazy<Politics> = Lazy::new(|| {
    let mut politics = Politics::default();
    let mut verbs = false;
    for line in include_str!("../../data/politics.txt").lines() {
        match line {
            "[verb]" => verbs = true,
            "[noun]" => verbs = false,
            _ if line.starts_with('#') => {}
            _ if verbs => politics.verbs.extend(line.split_whitespace()),
            _ => politics.nouns.extend(line.split_whitespace()),
        }
    }
    politics
});

/// Tells of each seat of a government what it may stand for.
pub(super) fn mark(words: &Words<'_>, matcher: &Matcher<'_>, names: &mut Names) {
    let Names { entities, mentions, .. } = names;
    let seats: Vec<Option<&Vec<&str>>> = entities.iter().map(|entity| seat(entity)).collect();
    if seats.iter().all(Option::is_none) {
        return;
    }
    let mut known: BTreeMap<&str, Option<(Metonym, bool)>> = BTreeMap::new();
    for mention in mentions {
        let index = mention.entity.index();
        let Some(meant) = seats.get(index).copied().flatten() else {
            continue;
        };
        if !matches!(mention.form, MentionForm::Name | MentionForm::Genitive) {
            continue;
        }
        let first = words
            .all
            .partition_point(|word| word.span.start() < mention.span.start());
        let last = words
            .all
            .partition_point(|word| word.span.end() <= mention.span.end())
            .saturating_sub(1);
        // A house is hardly ever named but for those in it; a city needs a reason.
        let house = entities
            .get(index)
            .is_some_and(|entity| entity.kind != EntityKind::Place);
        let reason = reason(words, first, last, mention.form == MentionForm::Genitive);
        if reason.is_none() && !house {
            continue;
        }
        if let Some((rule, at)) = reason {
            mention.evidence.push(Evidence::new(rule, words.span(at, at)));
        }
        for (place, name) in meant.iter().enumerate() {
            let found = known.entry(name).or_insert_with(|| country(matcher, entities, name));
            let Some((metonym, named)) = found else { continue };
            let permille = 600 + if reason.is_some() && house { 150 } else { 0 } + if *named { 100 } else { 0 };
            let mut metonym = metonym.clone();
            metonym.confidence = Confidence::from_permille(permille - 200 * u16::try_from(place.min(2)).unwrap_or(2));
            mention.metonyms.push(metonym);
        }
    }
}

/// What the entity stands for, if it is a seat.
fn seat(entity: &Entity) -> Option<&'static Vec<&'static str>> {
    if !matches!(entity.kind, EntityKind::Place | EntityKind::Organization) {
        return None;
    }
    // A town without an identifier that has the name of a capital may be another.
    let meant = SEATS.get(entity.name.as_str())?;
    (entity.kind != EntityKind::Place || !entity.ids.is_empty()).then_some(meant)
}

/// The country as the document or the lists know it, and whether the document names it.
fn country(matcher: &Matcher<'_>, entities: &[Entity], name: &str) -> Option<(Metonym, bool)> {
    let details = matcher
        .lookup(&normal::key(name))
        .and_then(|(target, _)| Some(matcher.known(&target)?.details()));
    let mut metonym = Metonym::new(name, Confidence::from_permille(600));
    if let Some(details) = details {
        metonym.name = details.name;
        metonym.ids.extend(details.ids);
    }
    let same = |entity: &Entity| {
        entity.name == metonym.name && matches!(entity.kind, EntityKind::Place | EntityKind::Organization)
    };
    metonym.entity = entities.iter().position(same).map(EntityIdx::new);
    let named = metonym.entity.is_some();
    Some((metonym, named))
}

/// The word that shows that a government is meant, and the rule.
fn reason(words: &Words<'_>, first: usize, last: usize, genitive: bool) -> Option<(&'static str, usize)> {
    let politics = &*POLITICS;
    let noun = |at: usize| politics.nouns.contains(words.form(at));
    let next = words.after(last);
    if genitive {
        // *Moskaus Haltung*, *Moskaus harte Haltung*
        let after = next.and_then(|next| words.after(next));
        let found = [next, after].into_iter().flatten().find(|&at| noun(at));
        return found.map(|at| ("entity.metonym.genitive", at));
    }
    let before = words.before(first);
    let joined = |at: usize| matches!(words.form(at), "und" | "oder" | "sowie" | "wie");
    // *Moskau und Kiew*: what stands before the first of them.
    let mut outer = before;
    if let Some(joint) = before.filter(|&at| joined(at)) {
        outer = words.before(joint).and_then(|other| words.before(other));
    }
    if let Some(preposition) = outer {
        match words.form(preposition) {
            "laut" | "Laut" | "seitens" | "gegenüber" => return Some(("entity.metonym.relation", preposition)),
            "mit" | "gegen" | "an" | "auf" | "zu" | "von" | "aus" | "zwischen" | "für" | "durch" => {
                let near = words.before(preposition);
                let far = near.and_then(|near| words.before(near));
                let found = [near, far].into_iter().flatten().find(|&at| noun(at));
                return found.map(|at| ("entity.metonym.relation", at));
            }
            _ => {}
        }
    }
    // The subject: no preposition before it, a verb beside it.
    let free = before.is_none_or(|at| !is_preposition(words, at));
    if !free || outer.is_some_and(|at| is_preposition(words, at)) {
        return None;
    }
    let verb_at = |at: usize| political_verb(words, at);
    let mut after = next;
    if let Some(joint) = next.filter(|&at| joined(at)) {
        after = words.after(joint).and_then(|other| words.after(other));
    }
    let found = after.and_then(verb_at).or_else(|| outer.and_then(verb_at));
    found.map(|at| ("entity.metonym.subject", at))
}

fn is_preposition(words: &Words<'_>, index: usize) -> bool {
    // *Wie Peking erklärte*
    if matches!(words.form(index), "wie" | "Wie") {
        return false;
    }
    Lexicon::german()
        .lookup(words.form(index))
        .is_some_and(|entry| entry.categories().contains(Category::Preposition))
}

/// The verb of governments that the finite verb at a token is, or the participle that goes with it: *hat … verurteilt*.
fn political_verb(words: &Words<'_>, index: usize) -> Option<usize> {
    let form = words.form(index);
    if is_political(form, Some(Person::Third)) {
        return Some(index);
    }
    if !matches!(form, "hat" | "habe" | "hatte" | "hätte" | "haben" | "hatten") {
        return None;
    }
    (index + 1..index + PERFECT)
        .take_while(|&at| words.same_sentence(index, at) && words.raw(at) != ",")
        .find(|&at| is_political(words.form(at), None))
}

/// How far a participle may stand from its auxiliary.
const PERFECT: usize = 20;

/// Whether the form is one of a verb of governments: in a person, or a participle.
fn is_political(form: &str, person: Option<Person>) -> bool {
    if form.starts_with(char::is_uppercase) {
        return false;
    }
    let lexicon = Lexicon::german();
    lexicon.analyses(form).any(|reading| {
        let verb = matches!(reading.category, Category::Verb | Category::Auxiliary | Category::Modal);
        verb && reading.features.person == person && POLITICS.verbs.contains(reading.lemma)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read() {
        for line in include_str!("../../data/seats.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            assert_eq!(line.split('\t').filter(|cell| !cell.is_empty()).count(), 2, "{line:?}");
        }
        assert_eq!(SEATS.get("Brüssel").map(Vec::len), Some(2));
        let lexicon = Lexicon::german();
        for verb in &POLITICS.verbs {
            let known = lexicon.analyses(verb).any(|reading| reading.lemma == *verb);
            assert!(known, "{verb}");
        }
        let third = Some(Person::Third);
        assert!(is_political("warnt", third) && is_political("forderte", third) && !is_political("leuchtet", third));
        assert!(is_political("verurteilt", None));
    }

    #[test]
    fn the_lists_of_names_have_every_country() {
        let lists = [crate::Gazetteer::german()];
        let matcher = Matcher::new(&lists, None);
        for name in SEATS.values().flatten() {
            assert!(matcher.lookup(&normal::key(name)).is_some(), "{name}");
        }
    }
}
