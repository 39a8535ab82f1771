//! Some marked words as the complement of a cue: *sprach von „…“*, *nannte X „…“*, *reagierte „…“*.

use wortlaut_lexicon::Case;
use wortlaut_syntax::VerbGroup;
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cue};
use crate::frame::cue_tokens;
use crate::reported::field;
use crate::roles::is_preposition;
use crate::stage::{Opening, Stage};
use crate::subject;
use crate::view::{Run, View};

/// Marked words as the complement of a cue: *sprach von „…“*, *nannte X „…“*, *warf ihm „…“ vor*.
pub(crate) fn propose(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let within = field(stage, group);
    let finite = group.finite.map_or(within.start, |f| f.index());
    let takes = cue.takes(Complements::DIRECT)
        || cue.takes(Complements::ALS)
        || !cue.prepositions.is_empty()
        || cue.takes(Complements::NOUN);
    if !takes {
        return;
    }
    let segment = stage
        .segments
        .iter()
        .find(|segment| segment.run.contains(finite))
        .map_or(within, |segment| segment.run);
    let last_verb = group.tokens.iter().map(|t| t.index()).max().unwrap_or(finite);
    let reach = Run::new(
        segment.start.min(within.start),
        segment.end.max(last_verb + 1).min(stage.run.end),
    );
    gapped(stage, cue, group, segment.end, into);
    for pair in view.pairs_in(reach) {
        if !view.readings.get(pair).is_some_and(|reading| reading.is_fragment()) {
            continue;
        }
        let whole = view.pair(pair);
        let inner = view.inner(pair);
        if view.utterance_at(whole.start).is_some() || inner.is_empty() {
            continue;
        }
        // *warnte und forderte „…“*: the nearer verb has them.
        let nearer = (finite + 1..whole.start)
            .any(|token| view.utterance_at(token).is_none() && view.finite_at(token).is_some());
        if nearer {
            continue;
        }
        let before = whole.start.checked_sub(1);
        let (score, rule): (u16, &'static str) = match before {
            Some(_) if cue.takes(Complements::ALS) && near(view, whole.start, &["als"]) => (880, "quote.fragment.als"),
            _ if cue.prepositions.iter().any(|p| near_preposition(view, whole.start, p)) => {
                (860, "quote.fragment.preposition")
            }
            // *nannte das „Gift für die Stadt“*; one capitalised word may be what somebody is called.
            _ if cue.lemma == "nennen" && whole.start > finite && inner.len() > 1 => (820, "quote.fragment.object"),
            // Names in marks are objects and addressees like other names.
            _ if crate::marks::is_name_like(view, inner) => continue,
            // *sieht darin „keinen Anlass zur Sorge“*
            _ if cue.lemma == "sehen"
                && whole.start > finite
                && (near(view, whole.start, &["darin"]) || near_preposition(view, whole.start, "in")) =>
            {
                (740, "quote.fragment.object")
            }
            // *sieht „keinen Grund zur Panik“*
            _ if cue.lemma == "sehen" && whole.start > finite && view.is_any(inner.start, NOTHING) => {
                (740, "quote.fragment.object")
            }
            _ if cue.lemma == "nennen" && whole.start > finite => (820, "quote.fragment.object"),
            // *reagierte „tief enttäuscht“*, *zeigte sich „erleichtert“*
            _ if is_attitude(cue, group) && whole.start > finite && !view.is_capitalized(inner.start) => {
                (720, "quote.fragment.attitude")
            }
            _ if (cue.takes(Complements::DIRECT) || cue.takes(Complements::NOUN))
                && cue.safe
                && whole.start > finite =>
            {
                (700, "quote.fragment.object")
            }
            _ => continue,
        };
        let mut made = Candidate::new(
            QuotationKind::Direct,
            vec![inner],
            stage.sentence,
            score,
            Evidence::new(rule, view.token_span(finite)),
        );
        made.cue = cue_tokens(view, cue, group);
        made.speaker = subject::of_verb(view, group, within);
        made.medium = Some(cue.medium);
        made.frame.push(Run::new(within.start, whole.start));
        made.frame.push(view.trim(Run::new(whole.end, within.end)));
        into.push(made);
    }
}

/// *Die einen sprachen von „…“, die anderen von einer „…“*: the verb is said once.
fn gapped(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, from: usize, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let next = stage.segments.partition_point(|segment| segment.run.start < from);
    for at in (next..stage.segments.len()).take(3) {
        let run = stage.run_at(at);
        if stage.opening_at(at) != Opening::Verbless {
            return;
        }
        let Some(pair) = view
            .pairs_in(run)
            .find(|&pair| view.readings.get(pair).is_some_and(|reading| reading.is_fragment()))
        else {
            return;
        };
        let open = view.pair(pair).start;
        let object = (run.start + 1..open).find(|&token| {
            cue.prepositions.iter().any(|p| is_preposition(view, token, p))
                || (cue.takes(Complements::ALS) && view.is(token, "als"))
        });
        // *…, von einer „Posse“ die Opposition*
        let front = object.is_none()
            && (cue.prepositions.iter().any(|p| is_preposition(view, run.start, p))
                || (cue.takes(Complements::ALS) && view.is(run.start, "als")));
        let (object, named) = if front {
            (Some(run.start), Run::new(view.pair(pair).end, run.end))
        } else {
            (object, Run::new(run.start, object.unwrap_or(run.start)))
        };
        let speaker = view.phrases_in(named).find(|&at| {
            view.phrase(at)
                .is_some_and(|phrase| phrase.preposition.is_none() && phrase.case.contains(Case::Nominative))
        });
        let (Some(object), Some(speaker)) = (object, speaker) else {
            return;
        };
        let reason = Evidence::new("quote.fragment.gapped", view.token_span(object));
        let mut made = Candidate::new(
            QuotationKind::Direct,
            vec![view.inner(pair)],
            stage.sentence,
            800,
            reason,
        );
        made.speaker = SpeakerRef::Phrase(speaker);
        made.object = Some(object);
        made.cue = cue_tokens(view, cue, group);
        made.medium = Some(cue.medium);
        made.frame.push(Run::new(run.start, open));
        into.push(made);
    }
}

/// What marked words start with that somebody sees nothing of.
const NOTHING: &[&str] = &["kein", "keine", "keinen", "keinerlei", "nicht", "wenig"];

/// Verbs of showing what one feels, with the feeling for a predicate.
fn is_attitude(cue: &Cue, group: &VerbGroup) -> bool {
    cue.lemma == "reagieren" || (cue.lemma == "zeigen" && group.reflexive.is_some())
}

/// Whether one of the words stands in the three tokens before a position.
fn near(view: &View<'_>, at: usize, words: &[&str]) -> bool {
    (at.saturating_sub(4)..at).any(|token| view.is_any(token, words))
}

fn near_preposition(view: &View<'_>, at: usize, preposition: &str) -> bool {
    (at.saturating_sub(4)..at).any(|token| is_preposition(view, token, preposition))
}

/// *In dem Bericht ist von „…“ die Rede*: the words of who wrote it.
pub(crate) fn rede(stage: &Stage<'_, '_>, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(segment) = group
        .finite
        .and_then(|finite| stage.segment_of(finite.index()))
        .map(|at| stage.run_at(at))
    else {
        return;
    };
    let Some(noun) =
        (segment.start + 1..segment.end).find(|&token| view.word(token) == "Rede" && view.is(token - 1, "die"))
    else {
        return;
    };
    let Some(pair) = view.pairs_in(segment).find(|&pair| {
        view.readings.get(pair).is_some_and(|reading| reading.is_fragment())
            && near_preposition(view, view.pair(pair).start, "von")
    }) else {
        return;
    };
    let reason = Evidence::new("quote.fragment.preposition", view.token_span(noun));
    let content = vec![view.inner(pair)];
    let mut made = Candidate::new(QuotationKind::Direct, content, stage.sentence, 760, reason);
    made.cue = group
        .tokens
        .iter()
        .map(|token| token.index())
        .chain([noun - 1, noun])
        .collect();
    made.speaker = written_in(view, segment);
    made.frame.push(Run::new(segment.start, view.pair(pair).start));
    made.frame.push(view.trim(Run::new(view.pair(pair).end, segment.end)));
    into.push(made);
}

/// The document that words stand in: *in dem Bericht*.
fn written_in(view: &View<'_>, within: Run) -> SpeakerRef {
    view.phrases_in(within)
        .find(|&at| {
            view.phrase(at).is_some_and(|phrase| {
                phrase
                    .preposition
                    .is_some_and(|word| view.is_any(word.index(), &["in", "im"]))
                    && crate::agent::is_agent(view.word(phrase.head.index()))
            })
        })
        .map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}
