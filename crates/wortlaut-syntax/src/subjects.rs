//! The most likely subject of a clause.

use wortlaut_lexicon::{Category, Person};

use crate::clauses::Draft;
use crate::phrases::{Chunk, Phrases};
use crate::word::{Agreement, Key, Sentence, VerbClass, Wants};
use crate::{ClauseKind, PhraseKind};

/// What the finite form asks of its subject; any third person where it says nothing.
fn wants(sentence: &Sentence, finite: usize) -> Wants {
    match sentence.at(finite).wants {
        Wants::NONE => Wants::THIRD,
        wants => wants,
    }
}

/// Finds the subject of a clause among its phrases.
pub(crate) fn subject(sentence: &Sentence, phrases: &Phrases, candidates: &[usize], draft: &Draft) -> Option<usize> {
    let finite = draft.finite?;
    let wants = wants(sentence, finite);
    let copula = sentence.at(finite).class == VerbClass::Sein;
    let verb_final = draft.introducer.is_some() || draft.kind == ClauseKind::Relative;
    let mut best: Option<(i32, usize)> = None;
    let mut seen_after = 0;
    let mut seen_before = 0;
    for &at in candidates {
        let Some(chunk) = phrases.chunks.get(at) else { continue };
        let before = chunk.head < finite;
        if chunk.inside || chunk.preposition.is_some() {
            continue;
        }
        let order = if before {
            seen_before += 1;
            seen_before
        } else {
            seen_after += 1;
            seen_after
        };
        let Some(mut score) = agreement(sentence, chunk, wants) else {
            continue;
        };
        let word = sentence.at(chunk.head);
        let nominative_only = chunk.agreement.is_nominative();
        if nominative_only {
            score += 40;
        }
        if word.cat == Category::RelativePronoun {
            // *der* is the subject; *die* and *das* are, unless another phrase can only be the subject.
            score += 25;
        } else if verb_final {
            // The first phrase after the introducer.
            score += 20 - 6 * order.min(3);
        } else if before {
            score += if chunk.reach == finite || chunk.reach > chunk.end && chunk.reach + 1 == finite {
                26
            } else {
                18
            };
        } else {
            score += 24 - 8 * order.min(4);
            if chunk.start == finite + 1 {
                score += 6;
            }
        }
        if chunk.kind == PhraseKind::Pronoun && word.key == Key::Das && !copula && word.cat == Category::Pronoun {
            // *Das teilte die Behörde mit.*
            score -= 14;
        }
        if is_time(sentence, chunk) {
            score -= 25;
        }
        if chunk.kind == PhraseKind::Pronoun && word.cat != Category::RelativePronoun {
            score += 4;
            if matches!(word.key, Key::Sie) {
                score += 12;
            }
            if matches!(word.key, Key::Es) {
                // *Die Ministerin lehnte es ab*: an object, if something before the verb can be the subject.
                score += if !before && best.is_some_and(|(old, _)| old >= 18) {
                    -20
                } else {
                    6
                };
            }
        }
        if best.is_none_or(|(old, _)| score > old) {
            best = Some((score, at));
        }
    }
    best.filter(|&(score, _)| score > 0).map(|(_, at)| at)
}

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
