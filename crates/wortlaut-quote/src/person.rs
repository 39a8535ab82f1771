//! Whom the words of a speaker mean: the entity named in them, or the person a pronoun points back to.

use wortlaut_lexicon::Number;
use wortlaut_syntax::PhraseKind;
use wortlaut_text::{EntityIdx, EntityKind, Gender, Mention, MentionForm, Span};

use crate::candidate::SpeakerRef;
use crate::subject;
use crate::view::{Run, View};

/// How many sentences a pronoun reaches back.
const REACH: usize = 3;

/// The mentions that start within a span.
fn mentions_in<'a>(view: &View<'a>, span: Span) -> &'a [Mention] {
    let mentions = view.input.mentions;
    let start = mentions.partition_point(|mention| mention.span.start() < span.start());
    let end = mentions.partition_point(|mention| mention.span.start() < span.end());
    mentions.get(start..end.max(start)).unwrap_or(&[])
}

fn kind_of(view: &View<'_>, entity: EntityIdx) -> Option<EntityKind> {
    entity.get(view.input.entities).map(|entity| entity.kind)
}

/// The entity that a speaker is.
pub(crate) fn entity_of(view: &View<'_>, speaker: SpeakerRef, last: Option<EntityIdx>) -> Option<EntityIdx> {
    let run = subject::run_of(view, speaker)?;
    if let Some(pronoun) = pronoun(view, speaker, run) {
        return antecedent(view, run.start, pronoun, last);
    }
    let span = view.span(run)?;
    let core = match speaker {
        SpeakerRef::Phrase(at) => view
            .phrase(at)
            .and_then(|phrase| view.span(Run::of(phrase.core)))
            .unwrap_or(span),
        _ => span,
    };
    let head = match speaker {
        SpeakerRef::Phrase(at) => view.phrase(at).map(|phrase| view.token_span(phrase.head.index())),
        _ => None,
    };
    let names = |mention: &&Mention| {
        matches!(
            mention.form,
            MentionForm::Name | MentionForm::Surname | MentionForm::Genitive | MentionForm::Role | MentionForm::Pronoun
        )
    };
    let inside = mentions_in(view, span);
    let person = |mention: &&Mention| kind_of(view, mention.entity) == Some(EntityKind::Person);
    // A person named in the core; what the head names; a person named in apposition.
    inside
        .iter()
        .filter(names)
        .filter(person)
        .find(|mention| core.contains(mention.span))
        .or_else(|| {
            let head = head?;
            inside.iter().filter(names).find(|mention| mention.span.contains(head))
        })
        .or_else(|| {
            // *der Leiter der Klinik, Doktor Jan Brandt*; not *der Sprecher von Jana Holm*.
            inside
                .iter()
                .filter(|mention| matches!(mention.form, MentionForm::Name | MentionForm::Surname))
                .filter(person)
                .find(|mention| in_apposition(view, run, mention.span))
        })
        .or_else(|| {
            // *die Stadt Kassel*, *Polizei Köln*: the only name of the core.
            inside
                .iter()
                .filter(|mention| matches!(mention.form, MentionForm::Name))
                .find(|mention| core.contains(mention.span) && core.end() == mention.span.end())
        })
        .map(|mention| mention.entity)
}

/// Whether a comma stands between the head of the phrase and the name.
fn in_apposition(view: &View<'_>, run: Run, name: Span) -> bool {
    (run.start..run.end)
        .take_while(|&token| view.token_span(token).end() <= name.start())
        .any(|token| view.word(token) == ",")
}

/// The pronoun that a speaker is, as gender and number.
fn pronoun(view: &View<'_>, speaker: SpeakerRef, run: Run) -> Option<(Option<Gender>, Option<Number>)> {
    if run.len() != 1 {
        return None;
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
fn verb_number(view: &View<'_>, speaker: SpeakerRef) -> Option<Number> {
    let SpeakerRef::Phrase(at) = speaker else { return None };
    let clause = view.phrase(at)?.clause?.get(&view.input.syntax.clauses)?;
    view.input.syntax.verb_of(clause)?.number
}

/// The person a pronoun at `token` points back to: the nearest sentence with one that fits, its subject first, then
/// who spoke last.
fn antecedent(
    view: &View<'_>,
    token: usize,
    (gender, number): (Option<Gender>, Option<Number>),
    last: Option<EntityIdx>,
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
            if !fits {
                continue;
            }
            let mut weight = 1 + u8::from(entity.gender.is_some()) * 4;
            let first = view.input.tokens.tokens_in(mention.span).start().index();
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
fn is_subject(view: &View<'_>, token: usize) -> bool {
    let Some(at) = view.phrase_at(token) else { return false };
    view.phrase(at)
        .and_then(|phrase| phrase.clause)
        .and_then(|clause| clause.get(&view.input.syntax.clauses))
        .and_then(|clause| clause.subject)
        .is_some_and(|subject| subject.index() == at)
}

/// The subject of the first main clause of a sentence, when it can speak.
pub(crate) fn topic(view: &View<'_>, sentence: usize) -> Option<usize> {
    let run = view.sentence(sentence);
    let (_, group) = view.first_finite(run)?;
    match subject::of_verb(view, group, run) {
        SpeakerRef::Phrase(at) if crate::reported::speaks(view, at).is_some() => Some(at),
        _ => None,
    }
}
