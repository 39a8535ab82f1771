//! Frames whose cue is a noun, and frames that point back: *die Ansicht, dass …*, *Dies teilte X mit*, *Demnach …*.

use wortlaut_syntax::VerbGroup;
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cues};
use crate::frame::{cue_of, cue_tokens};
use crate::nach::genitive_end;
use crate::reported;
use crate::stage::{Opening, Stage, strongest};
use crate::subject;
use crate::view::{Reporting, Run};

/// Verbs that only carry the noun: *ist der Ansicht*, *erhob den Vorwurf*.
const LIGHT: &[&str] = &[
    "sein",
    "haben",
    "vertreten",
    "äußern",
    "erheben",
    "geben",
    "stellen",
    "aufstellen",
    "machen",
    "bringen",
    "wagen",
    "teilen",
    "kommen",
    "gelangen",
    "hegen",
    "erteilen",
    "richten",
    "zeigen",
    "ausdrücken",
    "unterstreichen",
    "bekräftigen",
    "verteidigen",
    "begründen",
    "entgegentreten",
    "zurückweisen",
    "wiederholen",
    "formulieren",
];

/// Proposes the quotations of noun cues in a sentence.
pub(crate) fn propose(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for (at, segment) in stage.segments.iter().enumerate().skip(1) {
        let opening = stage.opening_at(at);
        let complement = match opening {
            Opening::Dass => Complements::DASS,
            Opening::Ob => Complements::OB,
            Opening::Infinitive => Complements::ZU,
            Opening::Main => Complements::DASS,
            _ => continue,
        };
        let Some(before) = stage.segments.get(at - 1).filter(|s| s.pair.is_none()) else {
            continue;
        };
        // The noun, at most a few words before the comma.
        let from = before.run.end.saturating_sub(9).max(before.run.start);
        let Some((noun, cue)) = (from..before.run.end).rev().find_map(|token| {
            let cue = view
                .is_capitalized(token)
                .then(|| cues.noun(view.word(token)))
                .flatten()?;
            cue.takes(complement).then_some((token, cue))
        }) else {
            continue;
        };
        // *die Ankündigung, …*, *die Ankündigung des Konzerns, …*
        let end = genitive_end(view, noun + 1).unwrap_or(noun + 1);
        let adjacent = noun + 1 == before.run.end || end >= before.run.end;
        let mood = strongest(view, segment.run);
        let verb = view.first_finite(before.run).map(|(_, group)| group);
        let light = verb.filter(|group| LIGHT.contains(&group.lemma.as_str()));
        let score: u16 = match (opening, mood) {
            (Opening::Main, Reporting::Proof) if adjacent => 860,
            (Opening::Main, _) => continue,
            (Opening::Dass, Reporting::Proof) => 840,
            (Opening::Infinitive, _) if cue.safe && adjacent => 640,
            (Opening::Infinitive, _) => continue,
            _ if cue.safe && light.is_some() => 800,
            _ if cue.safe => 640,
            _ if light.is_some() && mood != Reporting::No => 600,
            _ => continue,
        };
        let skip = usize::from(matches!(opening, Opening::Dass | Opening::Ob));
        let end = if verb.is_none() {
            before_verb(stage, at)
        } else {
            stage.run.end
        };
        let content = Run::new(segment.run.start + skip, end);
        let mut made = Candidate::new(
            QuotationKind::Indirect,
            vec![content],
            stage.sentence,
            score,
            Evidence::new("quote.frame.noun", view.token_span(noun)),
        );
        made.speaker = speaker(stage, noun, before.run, light.or(verb));
        made.cue = match light {
            Some(group) => group.tokens.iter().map(|token| token.index()).chain([noun]).collect(),
            None => vec![noun],
        };
        made.medium = Some(cue.medium);
        made.frame.push(Run::new(stage.run.start, segment.run.start));
        if end < stage.run.end {
            made.frame.push(view.trim_end(Run::new(end, stage.run.end)));
        }
        into.push(made);
    }
}

/// Where the clause that the noun stands in goes on with its verb: *Die Forderung, das Werk zu schließen, löste …*.
fn before_verb(stage: &Stage<'_, '_>, first: usize) -> usize {
    (first + 1..stage.segments.len())
        .find(|&at| {
            let run = stage.run_at(at);
            stage.opening_at(at) == Opening::Main
                && stage
                    .finite_of(at)
                    .and_then(|group| group.finite)
                    .is_some_and(|finite| finite.index() == run.start)
        })
        .and_then(|at| stage.segments.get(at)?.after)
        .unwrap_or(stage.run.end)
}

/// Whose words the noun tells: its genitive, or the subject.
fn speaker(stage: &Stage<'_, '_>, noun: usize, segment: Run, verb: Option<&VerbGroup>) -> SpeakerRef {
    let view = stage.view;
    let attribute = view
        .phrases_in(Run::new(noun + 1, segment.end))
        .find(|&at| reported::speaks(view, at).is_some());
    if let Some(at) = attribute {
        return SpeakerRef::Phrase(at);
    }
    match verb.map(|group| subject::of_verb(view, group, segment)) {
        Some(SpeakerRef::Phrase(at)) if reported::speaks(view, at).is_some() => SpeakerRef::Phrase(at),
        _ => SpeakerRef::Unknown,
    }
}

/// *…, das teilte X mit*; *Dies teilte X mit* after the sentence it means.
pub(crate) fn pointing(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for (at, segment) in stage.segments.iter().enumerate() {
        let first = segment.run.start;
        if segment.pair.is_some() || !view.is_any(first, &["das", "dies"]) {
            continue;
        }
        let Some((_, group)) = view.finite_at(first + 1) else {
            continue;
        };
        let Some(cue) = cue_of(view, cues, group) else { continue };
        if !(cue.takes(Complements::DASS) && (cue.safe || cue.takes(Complements::V2))) || view.is_passive(group) {
            continue;
        }
        // A complement of its own: *Das sagte er, als …* points back all the same, *Das sagte er: „…“* does not.
        let followed = matches!(stage.opening_at(at + 1), Opening::Marked | Opening::Dass | Opening::Ob)
            && at + 1 < stage.segments.len();
        if followed {
            continue;
        }
        let within = segment.run;
        let speaker = subject::of_verb(view, group, Run::new(first + 1, within.end));
        let SpeakerRef::Phrase(phrase) = speaker else { continue };
        if reported::speaks(view, phrase).is_none() {
            continue;
        }
        let (content, sentence, score) = if at > 0 {
            (
                Run::new(stage.run.start, segment.after.unwrap_or(first)),
                stage.sentence,
                820,
            )
        } else {
            let Some(before) = stage.sentence.checked_sub(1) else {
                continue;
            };
            if view.paragraph_of(before) != view.paragraph_of(stage.sentence) {
                continue;
            }
            let run = view.sentence(before);
            if (run.start..run.end).any(|token| view.utterance_at(token).is_some()) {
                continue;
            }
            (view.trim_end(run), stage.sentence, 640)
        };
        let mut made = Candidate::new(
            QuotationKind::Indirect,
            vec![content],
            sentence,
            score,
            Evidence::new("quote.frame.pointing", view.token_span(first)),
        );
        made.cue = cue_tokens(view, cue, group);
        made.medium = Some(cue.medium);
        made.speaker = speaker;
        made.frame.push(Run::new(
            segment.after.filter(|_| at > 0).unwrap_or(first),
            stage.run.end,
        ));
        into.push(made);
    }
}

/// *Demnach …* goes on with the source before; *Berichte, wonach …* names it.
pub(crate) fn accordingly(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for token in stage.run.start..stage.run.end {
        let word = view.word(token);
        let accordingly = matches!(word, "demnach" | "Demnach" | "demzufolge" | "Demzufolge");
        // *Gerüchte, nach denen …*
        let which = word == "nach"
            && view.is_any(token + 1, &["denen", "dem", "der"])
            && token.checked_sub(2).is_some_and(|noun| {
                view.word(token - 1) == ","
                    && cues
                        .noun(view.word(noun))
                        .is_some_and(|cue| cue.takes(Complements::DASS))
            })
            && stage
                .segment_of(token)
                .is_some_and(|at| stage.opening_at(at) == Opening::Subordinate);
        if !accordingly && !which && word != "wonach" || view.utterance_at(token).is_some() {
            continue;
        }
        if accordingly {
            let content = vec![Run::new(stage.run.start, token), Run::new(token + 1, stage.run.end)];
            let mut made = Candidate::new(
                QuotationKind::Indirect,
                content,
                stage.sentence,
                680,
                Evidence::new("quote.source.demnach", view.token_span(token)),
            );
            made.cue.push(token);
            made.frame.push(Run::new(token, token + 1));
            made.speaker = SpeakerRef::Last;
            made.continues = true;
            into.push(made);
        } else if token > stage.run.start {
            let end = stage
                .segments
                .iter()
                .find(|segment| segment.run.contains(token))
                .map_or(stage.run.end, |segment| segment.run.end);
            let source = (token.saturating_sub(10)..token)
                .rev()
                .filter_map(|t| view.phrase_at(t))
                .find(|&at| view.phrase(at).is_some_and(|phrase| phrase.preposition.is_none()));
            let start = token + 1 + usize::from(which);
            let content = Run::new(start, end);
            if strongest(view, content) == Reporting::No && source.is_none() {
                continue;
            }
            let mut made = Candidate::new(
                QuotationKind::Indirect,
                vec![content],
                stage.sentence,
                760,
                Evidence::new("quote.source.wonach", view.token_span(token)),
            );
            made.cue.push(token);
            made.frame.push(Run::new(stage.run.start, start));
            made.speaker = source.map_or(SpeakerRef::Unknown, SpeakerRef::Phrase);
            into.push(made);
        }
    }
}
