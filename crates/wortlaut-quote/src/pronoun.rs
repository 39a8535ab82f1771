//! Whom a pronoun means that speaks: *sagte sie*, *ihm zufolge*, *seinen Angaben nach*.

use wortlaut_lexicon::Number;
use wortlaut_syntax::PhraseKind;
use wortlaut_text::{EntityIdx, EntityKind, Gender, MentionForm};

use crate::candidate::SpeakerRef;
use crate::person::mentions_in;
use crate::view::{Run, View};

/// How many sentences a pronoun reaches back.
const REACH: usize = 3;

/// The pronoun that a speaker is, as gender and number.
pub(crate) fn read(view: &View<'_>, speaker: SpeakerRef, run: Run) -> Option<(Option<Gender>, Option<Number>)> {
    if run.len() != 1 {
        return None;
    }
    // *Ihr zufolge*: a dative, whatever the syntax makes of the form.
    if view.is(run.start, "ihm") {
        return Some((Some(Gender::Masculine), Some(Number::Singular)));
    }
    if view.is(run.start, "ihr") {
        return Some((Some(Gender::Feminine), Some(Number::Singular)));
    }
    let number = match speaker {
        SpeakerRef::Phrase(at) => view
            .phrase(at)
            .and_then(|phrase| (phrase.kind == PhraseKind::Pronoun).then_some(phrase.number)),
        _ => Some(None),
    }?;
    let word = view.word(run.start).to_lowercase();
    match word.as_str() {
        "er" | "dieser" | "seiner" | "seinen" | "seinem" => Some((Some(Gender::Masculine), Some(Number::Singular))),
        "sie" | "diese" => Some((
            (number != Some(Number::Plural)).then_some(Gender::Feminine),
            Some(verb_number(view, speaker).or(number).unwrap_or(Number::Singular)),
        )),
        "ihrer" | "ihren" | "ihrem" => Some((Some(Gender::Feminine), Some(Number::Singular))),
        _ => None,
    }
}

/// *sie* is told apart by its verb.
pub(crate) fn verb_number(view: &View<'_>, speaker: SpeakerRef) -> Option<Number> {
    let SpeakerRef::Phrase(at) = speaker else { return None };
    let clause = view.phrase(at)?.clause?.get(&view.input.syntax.clauses)?;
    view.input.syntax.verb_of(clause)?.number
}

/// The person a pronoun at `token` points back to: the nearest sentence with one that fits, its subject first, then
/// who spoke last. Whoever is named in the words themselves (`own`) is somebody else: *„Weber kommt“, sagte er*.
pub(crate) fn antecedent(
    view: &View<'_>,
    token: usize,
    (gender, number): (Option<Gender>, Option<Number>),
    last: Option<EntityIdx>,
    own: &[Run],
) -> Option<EntityIdx> {
    if number == Some(Number::Plural) {
        return None;
    }
    let here = view.sentence_of(token)?;
    let limit = view.token_span(token).start();
    for back in 0..=REACH {
        let sentence = here.checked_sub(back)?;
        let span = view.span(view.sentence(sentence))?;
        let mut best: Option<(u8, EntityIdx)> = None;
        for mention in mentions_in(view, span) {
            if mention.span.end() > limit {
                break;
            }
            let Some(entity) = mention.entity.get(view.input.entities) else {
                continue;
            };
            let names = matches!(
                mention.form,
                MentionForm::Name | MentionForm::Surname | MentionForm::Role
            );
            if entity.kind != EntityKind::Person || !names {
                continue;
            }
            let fits = match (gender, entity.gender) {
                (Some(wanted), Some(is)) => wanted == is,
                _ => true,
            };
            let first = view.input.tokens.tokens_in(mention.span).start().index();
            if !fits || own.iter().any(|run| run.contains(first)) {
                continue;
            }
            let mut weight = 1 + u8::from(entity.gender.is_some()) * 4;
            if is_subject(view, first) {
                weight += 6;
            }
            if last == Some(mention.entity) {
                weight += 3;
            }
            if view.utterance_at(first).is_some() {
                weight = 1;
            }
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, mention.entity));
            }
        }
        if let Some((_, entity)) = best {
            return Some(entity);
        }
        // Who spoke last is as near as a name would be, when the sentence has none.
        if back == 1 {
            if let Some(last) = last {
                let fits = last.get(view.input.entities).is_some_and(|entity| {
                    entity.kind == EntityKind::Person
                        && (gender.is_none() || entity.gender.is_none() || entity.gender == gender)
                });
                if fits {
                    return Some(last);
                }
            }
        }
    }
    None
}

/// Whether a token lies in the core of a clause's subject.
pub(crate) fn is_subject(view: &View<'_>, token: usize) -> bool {
    let Some(at) = view.phrase_at(token) else { return false };
    view.phrase(at)
        .and_then(|phrase| phrase.clause)
        .and_then(|clause| clause.get(&view.input.syntax.clauses))
        .and_then(|clause| clause.subject)
        .is_some_and(|subject| subject.index() == at)
}
