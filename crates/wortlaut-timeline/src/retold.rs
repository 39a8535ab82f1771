//! One event told again: the same days and the same happening, with the same people or things.

use std::collections::BTreeMap;

use jiff::civil::Date;
use wortlaut_lexicon::Category;
use wortlaut_text::Evidence;

use crate::draft::Draft;
use crate::scene::Scene;
use crate::words::{STATES, event_noun, is_one_of};
use crate::{Event, EventStatus};

/// How many events of the same days are compared with one; keeps a list of one day linear.
const LOOK_BACK: usize = 12;

/// How many nouns of an event count.
const NOUNS: usize = 24;

/// Verbs that tell too little to be recognised by.
const GENERAL: &[&str] = &[
    "bekommen", "bringen", "dauern", "erhalten", "fahren", "finden", "führen", "gehen", "gelten", "halten", "kommen",
    "lassen", "laufen", "machen", "nehmen", "sehen", "setzen", "sollen", "tun", "werden", "zeigen",
];

/// What an event is recognised by within its article.
struct Marks<'a> {
    what: Vec<&'a str>,
    nouns: Vec<&'a str>,
}

/// Takes out the events that tell an earlier one again, and adds to that what they know besides.
pub(crate) fn join(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut marks: Vec<Marks<'_>> = Vec::with_capacity(drafts.len());
    let mut by_days: BTreeMap<(Date, Date), Vec<usize>> = BTreeMap::new();
    for draft in drafts.drain(..) {
        let days = draft.event.when.start.zip(draft.event.when.end);
        let mark = Marks::of(scene, &draft);
        let Some(days) = days.filter(|_| !draft.headline && !is_utterance(&draft.event)) else {
            kept.push(draft);
            marks.push(mark);
            continue;
        };
        let same = by_days.entry(days).or_default();
        let first = same.iter().rev().take(LOOK_BACK).copied().find(|&at| {
            kept.get(at)
                .zip(marks.get(at))
                .is_some_and(|(other, known)| is_retold(&other.event, known, &draft.event, &mark))
        });
        match first.and_then(|at| kept.get_mut(at)) {
            Some(other) => absorb(&mut other.event, draft.event),
            None => {
                same.push(kept.len());
                kept.push(draft);
                marks.push(mark);
            }
        }
    }
    *drafts = kept;
}

fn is_utterance(event: &Event) -> bool {
    event
        .evidence
        .first()
        .is_some_and(|evidence| evidence.rule.as_str() == "timeline.utterance")
}

impl<'a> Marks<'a> {
    fn of(scene: &Scene<'a>, draft: &Draft) -> Self {
        let tokens = scene.input.tokens.tokens_in(draft.event.span);
        let trigger = draft
            .event
            .trigger
            .map(|span| scene.input.tokens.tokens_in(span).start());
        let mut what: Vec<&'a str> = Vec::new();
        if let Some(trigger) = trigger {
            match scene.event_noun(trigger) {
                Some(noun) => noun.words().for_each(|word| what.push(word)),
                None => {
                    let lemma = scene
                        .telling_clause(trigger)
                        .and_then(|(index, clause)| Some(scene.teller(index, scene.verb(clause)?)))
                        .filter(|(told, _)| *told == trigger)
                        .map(|(_, lemma)| lemma);
                    what.extend(lemma.filter(|lemma| !is_one_of(lemma, GENERAL) && !is_one_of(lemma, STATES)));
                }
            }
        }
        let nouns = tokens
            .iter()
            .take(60)
            .filter(|&token| Some(token) != trigger && !scene.is_time(token))
            .filter(|&token| matches!(scene.category(token), Category::Noun | Category::Name))
            .map(|token| scene.word(token))
            .take(NOUNS)
            .collect();
        Marks { what, nouns }
    }
}

fn is_retold(first: &Event, known: &Marks<'_>, second: &Event, mark: &Marks<'_>) -> bool {
    let told = |event: &Event| matches!(event.status, EventStatus::Asserted | EventStatus::Claimed);
    let what = mark.what.iter().any(|word| known.what.contains(word));
    if !what || !(first.status == second.status || told(first) && told(second)) || clocks_differ(first, second) {
        return false;
    }
    let strangers = !first.participants.is_empty()
        && !second.participants.is_empty()
        && !second
            .participants
            .iter()
            .any(|entity| first.participants.contains(entity));
    let shared = mark.nouns.iter().any(|noun| known.nouns.contains(noun));
    // *die Wahl*, and nothing else is said of it.
    let bare = mark.nouns.is_empty() && mark.what.iter().any(|word| event_noun(word).is_some());
    !strangers && (shared || bare)
}

/// Whether both say at what hour, and not the same.
fn clocks_differ(first: &Event, second: &Event) -> bool {
    let ends = |event: &Event| event.clock.and_then(|clock| clock.start.zip(clock.end));
    match (ends(first), ends(second)) {
        (Some(a), Some(b)) => a.1 < b.0 || b.1 < a.0,
        _ => false,
    }
}

fn absorb(event: &mut Event, again: Event) {
    event.retold.push(again.span);
    event.retold.extend(again.retold);
    if event.clock.is_none() || again.clock.is_some() && again.granularity < event.granularity {
        event.clock = again.clock.or(event.clock);
        event.granularity = event.granularity.min(again.granularity);
    }
    if event.status == EventStatus::Claimed && again.status == EventStatus::Asserted {
        event.status = EventStatus::Asserted;
        event.claimed_by = None;
    }
    for entity in again.participants {
        if !event.participants.contains(&entity) {
            event.participants.push(entity);
        }
    }
    for entity in again.places {
        if !event.places.contains(&entity) {
            event.places.push(entity);
        }
    }
    for quotation in again.quotations {
        if !event.quotations.contains(&quotation) {
            event.quotations.push(quotation);
        }
    }
    for timex in again.timexes {
        if !event.timexes.contains(&timex) {
            event.timexes.push(timex);
        }
    }
    let span = again.trigger.unwrap_or(again.span);
    event.evidence.push(Evidence::new("timeline.retold", span));
}
