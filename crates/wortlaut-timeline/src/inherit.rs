//! Events without a date of their own that take it from what was told before.

use wortlaut_lexicon::Tense;
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, VerbGroup};
use wortlaut_text::{Evidence, IdxRange};
use wortlaut_timex::{Granularity, Interval};
use wortlaut_tokenize::{Sentence, SentenceIdx, TokenIdx};

use crate::scene::Scene;
use crate::status::negation;
use crate::words::{BEFORE_THAT, DEFINITE, EventNoun, is_one_of, is_plan_verb};

/// A time told before, which later sentences can refer to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) when: Interval,
    pub(crate) granularity: Granularity,
    pub(crate) sentence: SentenceIdx,
}

/// A date taken over, and why.
#[derive(Clone, Debug)]
pub(crate) struct Inherited {
    pub(crate) when: Interval,
    pub(crate) granularity: Granularity,
    pub(crate) permille: u16,
    pub(crate) evidence: Evidence,
}

/// *Sie hatte zuvor …*: the Plusquamperfekt with *zuvor* puts an event before the time told last.
pub(crate) fn by_adverb(scene: &Scene<'_>, index: ClauseIdx, verb: &VerbGroup, last: Told) -> Option<Inherited> {
    // *Zuvor waren es 49 Euro gewesen*: how much it was, no event.
    if verb.tense != Tense::Pluperfect || matches!(verb.lemma.as_str(), "sein" | "liegen" | "betragen") {
        return None;
    }
    let adverb = scene
        .own_tokens(index)
        .find(|&token| is_one_of(scene.word(token), BEFORE_THAT))?;
    Some(Inherited {
        when: Interval {
            start: None,
            end: Some(last.when.end.or(last.when.start)?),
        },
        granularity: Granularity::Vague,
        permille: 600,
        evidence: Evidence::new("timeline.inherit.before", scene.span(adverb)?),
    })
}

/// *Nach der Sitzung gab es …*: a definite event noun takes up what the sentence before told, with its date.
pub(crate) fn by_reference(
    scene: &Scene<'_>,
    sentence: SentenceIdx,
    index: ClauseIdx,
    verb: &VerbGroup,
    last: Told,
) -> Option<(Inherited, TokenIdx)> {
    let adjacent = last.sentence.next() == sentence;
    let closed = last.when.start.is_some() && last.when.end.is_some();
    if !adjacent || !closed || !matches!(verb.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect) {
        return None;
    }
    let before = last.sentence.get(&scene.input.tokens.sentences)?;
    let here = sentence.get(&scene.input.tokens.sentences)?;
    if before.paragraph != here.paragraph || scene.claim_at(verb.main).is_some() {
        return None;
    }
    let (head, span) = scene.own_tokens(index).find_map(|token| {
        let noun = scene.event_noun(token)?;
        let (_, phrase) = scene.input.syntax.phrase_at(token)?;
        let definite = is_one_of(scene.word(phrase.core.start()), DEFINITE)
            || phrase
                .preposition
                .is_some_and(|preposition| is_one_of(scene.word(preposition), DEFINITE));
        let simple = phrase.head == token && phrase.core.len() <= 2;
        (definite && simple && tells(scene, before, last.sentence, noun)).then_some((token, scene.span(token)?))
    })?;
    let inherited = Inherited {
        when: last.when,
        granularity: last.granularity,
        permille: 600,
        evidence: Evidence::new("timeline.inherit.reference", span),
    };
    Some((inherited, head))
}

/// Whether a sentence tells the event a noun names: by the noun, a compound of it, or a verb.
fn tells(scene: &Scene<'_>, sentence: &Sentence, index: SentenceIdx, noun: EventNoun) -> bool {
    let by_verb = scene
        .input
        .syntax
        .clauses_in(index)
        .take(40)
        .filter_map(|(_, clause)| scene.verb(clause))
        .any(|verb| noun.told_by(&verb.lemma));
    by_verb
        || sentence
            .tokens
            .iter()
            .take(200)
            .any(|token| scene.event_noun(token).is_some_and(|named| named.noun == noun.noun))
}

/// *Umbauten sind geplant*: a plan without a date lies ahead of the day it is told.
pub(crate) fn open_plan<'a>(
    scene: &Scene<'a>,
    index: ClauseIdx,
    clause: &Clause,
    verb: &'a VerbGroup,
) -> Option<Inherited> {
    let published = scene.input.published?;
    let finite = verb.finite?;
    let (told, lemma) = scene.teller(index, verb);
    let planned = told != finite
        && is_plan_verb(lemma)
        && is_one_of(scene.word(finite), &["ist", "sind", "sei", "seien"])
        && matches!(clause.kind, ClauseKind::Main | ClauseKind::Dass)
        && negation(scene, index, Some(verb), false).is_none()
        && !is_provision(scene, index);
    let span = scene.span(told)?;
    planned.then(|| Inherited {
        when: Interval {
            start: Some(published),
            end: None,
        },
        granularity: Granularity::Vague,
        permille: 500,
        evidence: Evidence::new("timeline.inherit.plan", span),
    })
}

/// *Strafen bis 600 Euro sind vorgesehen*: how much is provided for is no event.
fn is_provision(scene: &Scene<'_>, index: ClauseIdx) -> bool {
    scene
        .own_tokens(index)
        .any(|token| scene.word(token).starts_with(|first: char| first.is_ascii_digit()))
}

/// The clauses of a sentence that no time dates; `dated` is sorted.
pub(crate) fn undated<'a>(
    scene: &Scene<'a>,
    sentence: SentenceIdx,
    dated: &'a [ClauseIdx],
) -> impl Iterator<Item = (ClauseIdx, &'a Clause)> {
    let range = scene
        .input
        .syntax
        .clauses_by_sentence
        .get(sentence.index())
        .copied()
        .unwrap_or_else(|| IdxRange::new(0, 0));
    let clauses = &scene.input.syntax.clauses;
    range
        .iter()
        .filter(move |index| dated.binary_search(index).is_err())
        .filter_map(move |index| Some((index, index.get(clauses)?)))
}
