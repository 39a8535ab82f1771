//! What could be the subject of a clause, ranked.

use wortlaut_lexicon::{Category, Lexicon, Person, VerbForm};
use wortlaut_text::Confidence;

use crate::clauses::Draft;
use crate::phrases::{Chunk, Phrases};
use crate::word::{Agreement, Forms, Key, Sentence, VerbClass, Wants};
use crate::{ClauseKind, PhraseKind};

/// What the finite form asks of its subject; any third person where it says nothing.
fn wants(sentence: &Sentence, finite: usize) -> Wants {
    let word = sentence.at(finite);
    match word.wants {
        // *freu ich mich*: the colloquial form of *ich* is that of the command.
        Wants::NONE if word.only_imperative => Wants::THIRD.or(Wants::FIRST_SINGULAR),
        Wants::NONE => Wants::THIRD,
        wants => wants,
    }
}

/// How many candidates are kept; it bounds the work for each.
const MOST: usize = 6;

/// What could be the subject of a clause, the likeliest first: a score, and the number of the phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ranking {
    ranked: [(i32, u32); MOST],
    len: u8,
}

impl Ranking {
    pub(crate) fn best(&self) -> Option<usize> {
        self.ranked().first().map(|&(_, at)| at as usize)
    }

    /// The phrases, the likeliest first.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = usize> {
        self.ranked().iter().map(|&(_, at)| at as usize)
    }

    fn ranked(&self) -> &[(i32, u32)] {
        self.ranked.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// One candidate and nothing beside it.
    pub(crate) fn only(at: usize) -> Self {
        let mut ranking = Ranking::default();
        ranking.add(SURE, at);
        ranking
    }

    /// Puts a candidate before those with a lower score.
    fn add(&mut self, score: i32, at: usize) {
        let mut new = (score, u32::try_from(at).unwrap_or(u32::MAX));
        for (rank, old) in self.ranked.iter_mut().enumerate() {
            if rank == usize::from(self.len) {
                *old = new;
                self.len += 1;
                return;
            }
            if old.0 < new.0 {
                core::mem::swap(old, &mut new);
            }
        }
    }

    /// Puts the subject of the clause before in front of all: *Weber kam und ging*.
    pub(crate) fn lead(&mut self, at: usize) {
        let score = self.ranked().first().map_or(SHARED, |&(score, _)| score + SHARED_LEAD);
        self.add(score, at);
    }

    /// Keeps those that fit.
    pub(crate) fn keep(&mut self, fits: impl Fn(usize) -> bool) {
        let mut kept = Ranking::default();
        for &(score, at) in self.ranked() {
            if fits(at as usize) {
                kept.add(score, at as usize);
            }
        }
        *self = kept;
    }

    /// How sure the candidate of a rank is: the first by how far it leads, the others share what is left.
    pub(crate) fn confidence(&self, rank: usize) -> Confidence {
        let score = |rank: usize| self.ranked().get(rank).map_or(0, |&(score, _)| score);
        let lead = (score(0) - score(1)).clamp(0, SURE);
        let first = 650 + 330 * lead / SURE;
        let permille = if rank == 0 {
            first
        } else {
            (1000 - first) >> rank.min(10)
        };
        Confidence::from_permille(u16::try_from(permille).unwrap_or(0))
    }
}

/// The lead that makes a subject as sure as it gets.
const SURE: i32 = 40;
/// The score of a subject shared with the clause before where the clause has none of its own, and its lead where it has.
const SHARED: i32 = 30;
const SHARED_LEAD: i32 = 10;

/// Ranks the phrases that could be the subject of a clause.
pub(crate) fn subjects(sentence: &Sentence, phrases: &Phrases, candidates: &[usize], draft: &Draft) -> Ranking {
    let mut ranking = Ranking::default();
    let Some(finite) = draft.finite else {
        return ranking;
    };
    let clause = Clause::of(sentence, draft, finite);
    let (mut seen_before, mut seen_after) = (0, 0);
    let mut best = 0;
    for &at in candidates {
        let Some(chunk) = phrases.chunks.get(at) else { continue };
        if chunk.inside || chunk.preposition.is_some() {
            continue;
        }
        let order = if chunk.head < finite {
            &mut seen_before
        } else {
            &mut seen_after
        };
        *order += 1;
        let Some(agreement) = agreement(sentence, chunk, clause.wants) else {
            continue;
        };
        let stands = clause.place(sentence, chunk, *order);
        let is = clause.pronoun(sentence, chunk, best);
        let time = if is_time(sentence, chunk) { TIME } else { 0 };
        let score = agreement + stands + is + time;
        best = best.max(score);
        if score > 0 {
            ranking.add(score, at);
        }
    }
    ranking
}

/// What a phrase of time loses: it is an adverbial as a rule.
const TIME: i32 = -40;

/// What a clause asks of its subject.
#[derive(Clone, Copy, Debug)]
struct Clause<'a> {
    draft: &'a Draft,
    finite: usize,
    wants: Wants,
    copula: bool,
    /// *Grund war der Wunsch*: both phrases are nominative.
    equates: bool,
    verb_final: bool,
    /// *Es besteht die Gefahr*: the *es* before the verb only holds the place.
    holds_place: bool,
    /// *Das gibt es*: nobody gives.
    exists: bool,
}

impl<'a> Clause<'a> {
    fn of(sentence: &Sentence, draft: &'a Draft, finite: usize) -> Self {
        let class = sentence.at(finite).class;
        let copula = class == VerbClass::Sein;
        let lemma = sentence.lemma(finite, VerbForm::Finite);
        let last = sentence.at(draft.last);
        let front = sentence.at(draft.first).key == Key::Es && finite == draft.first + 1;
        let participle = last.forms.has(Forms::PAST_PARTICIPLE);
        let passive = class == VerbClass::Werden && participle;
        let statt = lemma == "finden" && last.key == Key::Statt;
        Clause {
            draft,
            finite,
            wants: wants(sentence, finite),
            copula,
            equates: copula && !draft.has_nonfinite(),
            verb_final: draft.introducer.is_some() || draft.kind == ClauseKind::Relative,
            holds_place: front && (passive || statt || copula && participle || PRESENTS.contains(&lemma)),
            exists: lemma == "geben" && !separated(sentence, draft.last, lemma) && !draft.has_nonfinite(),
        }
    }

    /// What the place of a phrase says for it.
    fn place(&self, sentence: &Sentence, chunk: &Chunk, order: i32) -> i32 {
        let nominative = if chunk.agreement.is_nominative() && !self.equates {
            40
        } else {
            0
        };
        let before = chunk.head < self.finite;
        nominative
            + if sentence.at(chunk.head).cat == Category::RelativePronoun {
                // *der* is the subject; *die* and *das* are, unless another phrase can only be the subject.
                25
            } else if self.verb_final {
                // The first phrase after the introducer.
                20 - 6 * order.min(3)
            } else if before {
                let adjacent = chunk.reach == self.finite || chunk.reach > chunk.end && chunk.reach + 1 == self.finite;
                // *Die Ministerin, die das Amt führte, trat zurück.*
                let relative = |at: usize| sentence.at(at).cat == Category::RelativePronoun;
                let interrupted = relative(chunk.reach + 1) || relative(chunk.reach + 2);
                let opens = chunk.start == self.draft.first && (chunk.determined || interrupted);
                if adjacent || opens { 26 } else { 18 }
            } else {
                24 - 8 * order.min(4) + if chunk.start == self.finite + 1 { 6 } else { 0 }
            }
    }

    /// What a pronoun says for or against itself; `best` is the score of the best phrase before it.
    fn pronoun(&self, sentence: &Sentence, chunk: &Chunk, best: i32) -> i32 {
        let word = sentence.at(chunk.head);
        let before = chunk.head < self.finite;
        if chunk.kind != PhraseKind::Pronoun {
            return 0;
        }
        let demonstrative = word.key == Key::Das && !self.copula && word.cat == Category::Pronoun;
        // *Das teilte die Behörde mit.*
        let score = if demonstrative { -14 } else { 0 };
        if word.cat == Category::RelativePronoun {
            return score;
        }
        score
            + 4
            + match word.key {
                Key::Sie => 12,
                Key::Es if before && self.holds_place => -30,
                Key::Es if self.exists => 40,
                // *Die Ministerin lehnte es ab*: an object, if something before the verb can be the subject.
                Key::Es if !before && best >= 18 => -20,
                Key::Es => 6,
                _ => 0,
            }
    }
}

/// Whether the last word is the particle of a verb.
fn separated(sentence: &Sentence, last: usize, infinitive: &str) -> bool {
    let lexicon = Lexicon::german();
    sentence
        .readings_of(last)
        .iter()
        .filter(|reading| reading.category == Category::VerbParticle)
        .any(|reading| lexicon.separable(reading.lemma, infinitive).is_some())
}

/// Verbs that say that something is there or comes about. Their *es* before the verb holds the place of the subject.
const PRESENTS: [&str; 20] = [
    "bestehen",
    "drohen",
    "entstehen",
    "existieren",
    "fallen",
    "fehlen",
    "folgen",
    "gelten",
    "geschehen",
    "herrschen",
    "klaffen",
    "kommen",
    "liegen",
    "mehren",
    "passieren",
    "sterben",
    "stellen",
    "ergeben",
    "erklingen",
    "vergehen",
];

/// Whether the subject of the clause before can be the subject of this one as well.
pub(crate) fn may_share(sentence: &Sentence, phrases: &Phrases, phrase: usize, draft: &Draft) -> bool {
    let (Some(chunk), Some(finite)) = (phrases.chunks.get(phrase), draft.finite) else {
        return false;
    };
    agreement(sentence, chunk, wants(sentence, finite)).is_some_and(|score| score > 0)
}

/// How well a phrase agrees with the verb; `None` where it cannot be the subject.
fn agreement(sentence: &Sentence, chunk: &Chunk, wants: Wants) -> Option<i32> {
    if !chunk.agreement.meets(Agreement::NOMINATIVE) {
        return None;
    }
    let word = sentence.at(chunk.head);
    let nominative = chunk.agreement.and(Agreement::NOMINATIVE);
    let mut singular = nominative.meets(Agreement::SINGULAR);
    let mut plural = nominative.meets(Agreement::PLURAL);
    if chunk.conjunct.is_some() {
        plural = true;
    }
    if word.key == Key::Sich {
        return None;
    }
    match chunk.person {
        Person::First => {
            let fits = singular && wants.has(Wants::FIRST_SINGULAR) || plural && wants.has(Wants::FIRST_PLURAL);
            return fits.then_some(30);
        }
        Person::Second => return wants.has(Wants::SECOND).then_some(30),
        Person::Third => {}
    }
    if word.key == Key::Sie && word.shape == crate::word::Shape::Capital && !word.initial {
        singular = false;
        plural = true;
    }
    let fits = singular && wants.has(Wants::THIRD_SINGULAR) || plural && wants.has(Wants::THIRD_PLURAL);
    if fits {
        let sure = singular != plural;
        return Some(if sure { 12 } else { 8 });
    }
    if !wants.has(Wants::THIRD) {
        return None;
    }
    // *eine Reihe von Gästen kamen*, a name of a group: number alone is no proof against it.
    (chunk.kind == PhraseKind::Name || chunk.conjunct.is_some()).then_some(-6)
}

/// *jeden Montag*, *vergangenes Jahr*, *drei Stunden*: an adverbial in the accusative.
fn is_time(sentence: &Sentence, chunk: &Chunk) -> bool {
    let word = sentence.at(chunk.head);
    word.cat == Category::Other || word.key == Key::Time || sentence.at(chunk.start).key == Key::NounPreposition
}
