//! *…, so X.*, *„…“, so X*, *Er habe, so X, nichts gesehen*.

use wortlaut_lexicon::{Case, Category};
use wortlaut_syntax::PhraseKind;
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::aside;
use crate::candidate::{Candidate, SpeakerRef};
use crate::source::phrase_from;
use crate::stage::Stage;
use crate::view::{Run, View};

/// Proposes what the *so* at a token tells.
pub(crate) fn propose(stage: &Stage<'_, '_>, token: usize, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(before) = token.checked_sub(1).filter(|&before| before >= stage.run.start) else {
        return;
    };
    let opens = view.word(before) == "," || view.is_dash(before) || view.word(before) == "(";
    let after_mark = view.utterance_at(before).is_some();
    if !opens && !after_mark {
        return;
    }
    let Some(own) = stage.segment_of(token) else { return };
    let segment = stage.run_at(own);
    let Some(speaker) = speaker(view, Run::new(token + 1, segment.end)) else {
        return;
    };
    let left = Run::new(stage.run.start, before);
    let left = Run::new(stage.told_after_colon(left).unwrap_or(left.start), left.end);
    let left_has_verb = (left.start..left.end).any(|t| view.finite_at(t).is_some());
    let trimmed = view.trim(left);
    if trimmed.is_empty() {
        return;
    }
    let pair = view.utterance_at(trimmed.end.saturating_sub(1));
    // Appositions go on after a comma; the frame ends before the content goes on.
    let mut last = own;
    while left_has_verb && last + 1 < stage.segments.len() && aside::is_of_frame(stage, last + 1, left) {
        last += 1;
    }
    let frame_end = stage.run_at(last).end;
    let evidence = Evidence::new("quote.source.so", view.token_span(token));
    if let Some(pair) = pair {
        let frame = Run::new(view.pair(pair).end, frame_end);
        let mut made = direct(view, pair, stage.sentence, evidence);
        made.cue.push(token);
        made.speaker = speaker;
        made.frame.push(frame);
        // *„Das Geld“, so X, „reicht nicht“*
        let second = stage.segments.get(last + 1).and_then(|segment| segment.pair);
        if let Some(pair) = second {
            let mut rest = made.clone();
            rest.content = vec![view.inner(pair)];
            rest.continues = true;
            rest.evidence = vec![Evidence::new("quote.direct.split", view.token_span(token))];
            into.push(made);
            into.push(rest);
        } else {
            into.push(made);
        }
        return;
    }
    let rest = Run::new(frame_end, stage.run.end);
    let mut made = Candidate::new(QuotationKind::Indirect, vec![left, rest], stage.sentence, 930, evidence);
    made.cue.push(token);
    made.speaker = speaker;
    made.medium = Some(crate::Medium::SpeechOrWriting);
    let close = frame_end + usize::from(frame_end < stage.run.end && view.word(frame_end) == ",");
    made.frame.push(Run::new(if opens { before } else { token }, close));
    into.push(made);
}

fn direct(view: &View<'_>, pair: usize, sentence: usize, reason: Evidence) -> Candidate {
    Candidate::new(QuotationKind::Direct, vec![view.inner(pair)], sentence, 950, reason)
}

/// Who is named behind *so*, when nothing but a name or a noun in the nominative is.
fn speaker(view: &View<'_>, rest: Run) -> Option<SpeakerRef> {
    let next = rest.start;
    if rest.is_empty()
        || (next..rest.end).any(|at| view.finite_at(at).is_some())
        || view.is_any(next, &["dass", "viel", "gut", "wie", "lange", "sehr", "weit"])
    {
        return None;
    }
    let start = next + usize::from(view.is_any(next, &["etwa", "auch", "zum"]));
    let nominal = view.is_capitalized(start)
        || view.phrase_at(start).is_some()
        || matches!(
            view.category(start),
            Category::Determiner | Category::Pronoun | Category::Name | Category::Noun
        );
    if !nominal {
        return None;
    }
    let Some((at, _)) = phrase_from(view, start) else {
        return Some(SpeakerRef::Words(Run::new(start, rest.end)));
    };
    let nominative = view.phrase(at).is_none_or(|phrase| {
        phrase.preposition.is_none() && (phrase.case.contains(Case::Nominative) || phrase.kind == PhraseKind::Name)
    });
    nominative.then_some(SpeakerRef::Phrase(at))
}
