//! Direct speech after a colon, in the same paragraph or the next.

use wortlaut_syntax::{ClauseKind, VerbGroup};
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::Cues;
use crate::frame::{cue_of, cue_tokens, is_live};
use crate::reported::speaks;
use crate::roles::{addressee, object_of, source_of_es};
use crate::stage::Stage;
use crate::subject;
use crate::view::{Reporting, Run, View};

/// An utterance after a colon, also in the next paragraph, whatever the verb before it.
pub(crate) fn propose(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for at in stage.run.start..stage.run.end {
        if view.word(at) != ":" || view.utterance_at(at).is_some() {
            continue;
        }
        let Some(pair) = view
            .utterance_at(at + 1)
            .filter(|&pair| view.pair(pair).start == at + 1)
        else {
            continue;
        };
        let inner = view.inner(pair);
        let frame = Run::new(frame_from(stage, at), at + 1);
        // The cue is the last cue verb before the colon; without one, the subject of the sentence still speaks.
        let verb = (frame.start..at)
            .rev()
            .filter_map(|token| view.finite_at(token))
            .find_map(|(_, group)| {
                cues.verb(&group.lemma)
                    .filter(|cue| is_live(view, cue, group) && frames(view, group))
                    .map(|cue| (cue, group))
            });
        let any = || {
            (frame.start..at)
                .filter_map(|token| view.finite_at(token))
                .map(|(_, group)| group)
                .next()
        };
        let reason = Evidence::new("quote.direct.colon", view.token_span(at));
        let mut made = Candidate::new(QuotationKind::Direct, vec![inner], stage.sentence, 930, reason);
        made.frame.push(frame);
        match verb {
            Some((cue, group)) => {
                made.cue = cue_tokens(view, cue, group);
                made.medium = Some(cue.medium);
                made.speaker = if cue.lemma == "heißen" {
                    source_of_es(view, stage.run, frame)
                } else {
                    subject::of_verb(view, group, Run::new(frame.start, at))
                };
                made.addressee = addressee(view, cue, group, frame, made.speaker);
            }
            None => {
                made.score = 800;
                made.speaker = match any() {
                    Some(group) => subject::of_verb(view, group, Run::new(frame.start, at)),
                    None => view
                        .phrases_in(frame)
                        .next()
                        .map_or(SpeakerRef::Unknown, SpeakerRef::Phrase),
                };
            }
        }
        into.push(made);
    }
}

/// Konjunktiv after a colon, whatever the verb before it: *Er machte das Wetter verantwortlich: Man habe …*.
pub(crate) fn reported(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(start) = stage.told_after_colon(stage.run) else {
        return;
    };
    let content = Run::new(start, stage.run.end);
    let proof = view
        .first_finite(content)
        .is_some_and(|(_, group)| view.reporting(group) == Reporting::Proof);
    let frame = Run::new(stage.run.start, start);
    let Some((_, group)) = view.first_finite(frame).filter(|_| proof) else {
        return;
    };
    let within = Run::new(frame.start, start - 1);
    let speaker = match subject::of_verb(view, group, within) {
        // *Kritik kam von der Opposition: …*
        _ if group.lemma == "kommen" => source_of_es(view, stage.run, within),
        SpeakerRef::Phrase(at) if speaks(view, at).is_some() => SpeakerRef::Phrase(at),
        _ => SpeakerRef::Unknown,
    };
    let score = if speaker == SpeakerRef::Unknown { 600 } else { 740 };
    let reason = Evidence::new("quote.frame.colon.any", view.token_span(start - 1));
    let mut made = Candidate::new(QuotationKind::Indirect, vec![content], stage.sentence, score, reason);
    made.speaker = speaker;
    if let Some(cue) = cue_of(view, cues, group) {
        made.cue = cue_tokens(view, cue, group);
        made.medium = Some(cue.medium);
        made.object = object_of(view, cue, speaker);
    }
    made.frame.push(frame);
    into.push(made);
}

/// Whether the verb stands in a main clause of the narrator's.
fn frames(view: &View<'_>, group: &VerbGroup) -> bool {
    view.reporting(group) != Reporting::Proof
        && view
            .clause_of(group)
            .is_none_or(|clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Comment))
}

/// Where the frame before a colon starts: after the last utterance in the sentence.
fn frame_from(stage: &Stage<'_, '_>, colon: usize) -> usize {
    (stage.run.start..colon)
        .rev()
        .find(|&token| stage.view.utterance_at(token).is_some())
        .map_or(stage.run.start, |token| token + 1)
}
