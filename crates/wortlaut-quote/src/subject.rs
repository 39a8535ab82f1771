//! Who speaks in a clause: the subject of the cue, from the clause or from where subjects stand in German.

use wortlaut_lexicon::Case;
use wortlaut_syntax::{NounPhrase, PhraseKind, VerbGroup};

use crate::candidate::SpeakerRef;
use crate::view::{Run, View};

/// The speaker of a cue verb. `within` is the stretch its frame may cover.
pub(crate) fn of_verb(view: &View<'_>, group: &VerbGroup, within: Run) -> SpeakerRef {
    if view.is_passive(group) {
        return agent(view, within);
    }
    let finite = group.finite.unwrap_or(group.main).index();
    // *…, der ankündigte, …*: the relative pronoun stands for the phrase before the comma.
    if let Some(found) = antecedent(view, group) {
        return SpeakerRef::Phrase(found);
    }
    if let Some(clause) = view.clause_of(group) {
        if let Some(subject) = clause.subject {
            let fits = subject
                .get(&view.input.syntax.phrases)
                .is_some_and(|phrase| within.contains(phrase.core.start().index()) && can_speak(view, phrase, group));
            if fits {
                return SpeakerRef::Phrase(better(view, group, within, subject.index()));
            }
        }
    }
    let after = view.phrases_in(Run::new(finite + 1, within.end)).find(|&at| {
        view.phrase(at)
            .is_some_and(|phrase| is_subject_like(view, phrase, group))
    });
    let before = view.phrases_in(Run::new(within.start, finite)).rev().find(|&at| {
        view.phrase(at)
            .is_some_and(|phrase| is_subject_like(view, phrase, group))
    });
    // Verb first: the subject follows. Otherwise what stands before the verb is it, when it can be.
    let verb_first = within.start == finite || !view.is_wordlike(finite.saturating_sub(1));
    let found = if verb_first { after.or(before) } else { before.or(after) };
    found.map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}

/// The subject, or a phrase that can speak when the subject cannot and the phrase could be the subject as well.
fn better(view: &View<'_>, group: &VerbGroup, within: Run, subject: usize) -> usize {
    let speaks = |at: usize| crate::reported::speaks(view, at).is_some();
    if speaks(subject) {
        return subject;
    }
    view.phrases_in(within)
        .find(|&at| {
            speaks(at)
                && view
                    .phrase(at)
                    .is_some_and(|phrase| is_subject_like(view, phrase, group))
        })
        .unwrap_or(subject)
}

/// *von der Ministerin kritisiert*
fn agent(view: &View<'_>, within: Run) -> SpeakerRef {
    view.phrases_in(within)
        .find(|&at| {
            view.phrase(at).is_some_and(|phrase| {
                phrase
                    .preposition
                    .is_some_and(|p| view.is_any(p.index(), &["von", "vom", "seitens"]))
            })
        })
        .map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}

/// The phrase a relative clause with the cue belongs to, when its pronoun is the subject.
fn antecedent(view: &View<'_>, group: &VerbGroup) -> Option<usize> {
    use wortlaut_syntax::ClauseKind;
    let clause = view.clause_of(group)?;
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let introducer = clause.introducer?.index();
    if !view.is_any(introducer, &["der", "die", "das", "welcher", "welche", "welches"]) {
        return None;
    }
    // Another subject in the clause: the pronoun is an object.
    if let Some(subject) = view.input.syntax.subject_of(clause) {
        if subject.core.start().index() > introducer {
            return None;
        }
    }
    let comma = introducer.checked_sub(1)?;
    let last = comma.checked_sub(1)?;
    (last.saturating_sub(12)..=last)
        .rev()
        .filter_map(|token| view.phrase_at(token))
        .find(|&at| view.phrase(at).is_some_and(|phrase| phrase.preposition.is_none()))
}

/// Whether a phrase can be the subject of a verb: no preposition, nominative possible, numbers agree, no time.
fn is_subject_like(view: &View<'_>, phrase: &NounPhrase, group: &VerbGroup) -> bool {
    phrase.preposition.is_none()
        && phrase.case.contains(Case::Nominative)
        && agrees(phrase, group)
        && !view.is_time(Run::of(phrase.core))
        && can_speak(view, phrase, group)
}

fn agrees(phrase: &NounPhrase, group: &VerbGroup) -> bool {
    match (phrase.number, group.number) {
        (Some(phrase), Some(verb)) => phrase == verb,
        _ => true,
    }
}

/// *es*, *das*, *sich* and what stands in an utterance say nothing.
fn can_speak(view: &View<'_>, phrase: &NounPhrase, group: &VerbGroup) -> bool {
    let head = phrase.head.index();
    if view.utterance_at(head).is_some() || group.tokens.iter().any(|token| token.index() == head) {
        return false;
    }
    if phrase.kind == PhraseKind::Pronoun {
        return !view.is_any(
            head,
            &[
                "es", "das", "dies", "dieses", "sich", "was", "dem", "den", "davon", "ihn", "ihm", "ihnen", "uns",
                "mich", "mir", "euch", "dich", "dir",
            ],
        );
    }
    true
}

/// The words that are the speaker: the maximal phrase, without what the frame does not cover.
pub(crate) fn run_of(view: &View<'_>, speaker: SpeakerRef) -> Option<Run> {
    match speaker {
        SpeakerRef::Phrase(at) => view.phrase(at).map(|phrase| view.trim(Run::of(phrase.tokens))),
        SpeakerRef::Words(run) => Some(run),
        SpeakerRef::Last | SpeakerRef::Unknown => None,
    }
}
