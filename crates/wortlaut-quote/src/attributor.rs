//! The quotation attributor.

use wortlaut_syntax::Syntax;
use wortlaut_text::{Confidence, Entity, Evidence, Idx, Mention, Span};
use wortlaut_tokenize::{Tokenization, ZoneKind};

use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::Cues;
use crate::person::Heard;
use crate::stage::{self, Stage};
use crate::view::{Run, View};
use crate::{
    CueList, Quotation, QuotationIdx, QuotationKind, Speaker, colon, discourse, frame, headline, marks, noun, person,
    reported, select, source, subject,
};

/// Longer runs of tokens are lists or debris, not sentences (the rules look at all pairs of segments of a sentence, so
/// a bound also keeps the cost linear).
const LONGEST_SENTENCE: usize = 400;

/// What a user can choose about quotations.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuoteOptions {
    /// Cues besides the built-in ones; one for the same lemma replaces the built-in one.
    pub cues: CueList,
    /// Whether speech acts told by the narrator (*forderte mehr Geld*) are wanted. On by default.
    pub reported: bool,
    /// Whether hearsay without a frame (*soll geflohen sein*) is wanted. On by default.
    pub free_indirect: bool,
}

impl Default for QuoteOptions {
    fn default() -> Self {
        QuoteOptions {
            cues: CueList::default(),
            reported: true,
            free_indirect: true,
        }
    }
}

/// What the lower floors know of a document.
#[derive(Clone, Copy, Debug)]
pub struct QuoteInput<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, sentences, zones and mark pairs.
    pub tokens: &'a Tokenization,
    /// Its phrases and clauses.
    pub syntax: &'a Syntax,
    /// The entities named in it.
    pub entities: &'a [Entity],
    /// Their mentions, sorted.
    pub mentions: &'a [Mention],
    /// The spans of its time expressions, sorted; [`Quotation::uttered`] points into them.
    pub times: &'a [Span],
}

impl<'a> QuoteInput<'a> {
    /// A text of which neither names nor times are known.
    #[must_use]
    pub const fn new(text: &'a str, tokens: &'a Tokenization, syntax: &'a Syntax) -> Self {
        QuoteInput {
            text,
            tokens,
            syntax,
            entities: &[],
            mentions: &[],
            times: &[],
        }
    }
}

/// Finds quotations and their speakers.
#[derive(Clone, Debug)]
pub struct QuoteAttributor {
    cues: Cues,
    options: QuoteOptions,
}

impl Default for QuoteAttributor {
    fn default() -> Self {
        QuoteAttributor::german()
    }
}

impl QuoteAttributor {
    /// An attributor with the default options.
    #[must_use]
    pub fn german() -> Self {
        QuoteAttributor::with_options(QuoteOptions::default())
    }

    /// An attributor with options.
    #[must_use]
    pub fn with_options(options: QuoteOptions) -> Self {
        QuoteAttributor {
            cues: Cues::with(&options.cues),
            options,
        }
    }

    /// The quotations of a document, sorted by content.
    #[must_use]
    pub fn attribute(&self, input: &QuoteInput<'_>) -> Vec<Quotation> {
        let mut quotations = Vec::new();
        self.attribute_into(input, &mut quotations);
        quotations
    }

    /// As [`QuoteAttributor::attribute`], in a buffer that is used again.
    pub fn attribute_into(&self, input: &QuoteInput<'_>, into: &mut Vec<Quotation>) {
        into.clear();
        let mut view = View::new(input);
        let readings = marks::read(&view, &self.cues);
        view.set_readings(readings);
        let mut chosen = self.propose(&view);
        discourse::continue_all(&view, &self.options, &mut chosen);
        chosen.retain_mut(|candidate| candidate.tidy(&view));
        chosen.sort_by(|a, b| a.content.cmp(&b.content).then(b.score.cmp(&a.score)));
        chosen.dedup_by(|a, b| a.content == b.content);
        finish(&view, chosen, into);
    }

    /// What the rules of single sentences find, after the choice.
    fn propose(&self, view: &View<'_>) -> Vec<Candidate> {
        let mut chosen = Vec::new();
        let mut segments = Vec::new();
        let mut openings = Vec::new();
        for sentence in 0..view.sentences() {
            let whole = behind_label(view, view.sentence(sentence));
            let Some(zone) = view.zone(whole.start).filter(|_| !whole.is_empty()) else {
                continue;
            };
            if !zone.is_content() {
                continue;
            }
            if whole.len() > LONGEST_SENTENCE {
                continue;
            }
            let run = Run::new(whole.start, view.trim_final(whole));
            view.segments(whole, &mut segments);
            openings.clear();
            openings.extend(segments.iter().map(|segment| stage::opening(view, segment)));
            let stage = Stage {
                view,
                sentence,
                run,
                segments: &segments,
                openings: &openings,
            };
            let from = chosen.len();
            frame::propose(&stage, &self.cues, &mut chosen);
            source::propose(&stage, &self.cues, &mut chosen);
            noun::propose(&stage, &self.cues, &mut chosen);
            noun::pointing(&stage, &self.cues, &mut chosen);
            noun::accordingly(&stage, &self.cues, &mut chosen);
            colon::propose(&stage, &self.cues, &mut chosen);
            colon::reported(&stage, &self.cues, &mut chosen);
            headline::propose(&stage, &mut chosen);
            reported::propose(&stage, &self.cues, &mut chosen);
            if !self.options.reported {
                chosen.retain(|candidate: &Candidate| candidate.kind != QuotationKind::Reported);
            }
            let from = from.min(chosen.len());
            if let Some(new) = chosen.get_mut(from..) {
                for candidate in new {
                    candidate.tidy(view);
                }
            }
            select::choose(&mut chosen, from);
        }
        chosen
    }
}

/// The sentence without the label of a turn before it: *Magazin: Warum …*.
fn behind_label(view: &View<'_>, sentence: Run) -> Run {
    let start = (sentence.start..sentence.end)
        .find(|&token| view.zone(token) != Some(ZoneKind::InterviewLabel))
        .unwrap_or(sentence.end);
    Run::new(start, sentence.end)
}

/// Turns the proposals, sorted by content, into quotations: speakers, links, times, marks inside.
fn finish(view: &View<'_>, chosen: Vec<Candidate>, into: &mut Vec<Quotation>) {
    let mut last: Option<Speaker> = None;
    let mut heard = Heard::default();
    let mut fragments = Vec::new();
    for candidate in chosen {
        let content: Vec<Span> = candidate.content.iter().filter_map(|&run| view.span(run)).collect();
        if content.is_empty() {
            continue;
        }
        let extent = subject::extent(view, &candidate);
        let mut evidence = candidate.evidence.into_iter();
        let Some(reason) = evidence.next() else { continue };
        let mut made = Quotation::new(
            candidate.kind,
            content,
            Confidence::from_permille(candidate.score.min(1000)),
            reason,
        );
        made.evidence.extend(evidence);
        made.cue = spans(view, &candidate.cue);
        made.frame = candidate
            .frame
            .iter()
            .filter_map(|&run| view.span(view.trim_final_run(run)))
            .collect();
        made.addressee = candidate.addressee.and_then(|run| view.span(run));
        made.medium = candidate.medium;
        let previous = last;
        made.speaker = match candidate.speaker {
            SpeakerRef::Unknown => None,
            SpeakerRef::Last => previous,
            found => {
                heard.last = previous.and_then(|speaker| speaker.entity);
                extent.and_then(|run| {
                    let entity = person::entity_of(view, found, &mut heard, run, &candidate.content);
                    Some(Speaker::new(view.span(run)?, entity))
                })
            }
        };
        if candidate.continues && !into.is_empty() {
            made.continues = into.len().checked_sub(1).map(Idx::new);
        }
        if made.speaker.is_some() {
            last = made.speaker;
        }
        made.uttered = uttered(view, &candidate.frame, &candidate.content);
        if matches!(made.kind, QuotationKind::Indirect) {
            mark_inside(
                view,
                &candidate.content,
                &mut made,
                Idx::new(into.len()),
                &mut fragments,
            );
        }
        into.push(made);
    }
    merge(fragments, into);
    headline::echo(view, into);
}

/// Puts the marked words of mixed quotations in their places; the quotations are sorted already.
fn merge(fragments: Vec<Quotation>, into: &mut Vec<Quotation>) {
    if fragments.is_empty() {
        return;
    }
    let mut numbered: Vec<(usize, Quotation)> = into.drain(..).chain(fragments).enumerate().collect();
    numbered.sort_by(|(_, a), (_, b)| a.content.cmp(&b.content));
    let mut places = vec![0; numbered.len()];
    for (place, (number, _)) in numbered.iter().enumerate() {
        if let Some(slot) = places.get_mut(*number) {
            *slot = place;
        }
    }
    let moved = |index: QuotationIdx| places.get(index.index()).map(|&place| Idx::new(place));
    into.extend(numbered.into_iter().map(|(_, mut quotation)| {
        quotation.continues = quotation.continues.and_then(moved);
        quotation.within = quotation.within.and_then(moved);
        quotation
    }));
}

/// Marks inside indirect speech make it mixed; each marked span is told as evidence, marks included, and its words are a
/// direct quotation within `made`, which will stand at `index`.
fn mark_inside(
    view: &View<'_>,
    content: &[Run],
    made: &mut Quotation,
    index: QuotationIdx,
    fragments: &mut Vec<Quotation>,
) {
    for &run in content {
        // *glaubt, „dass das Stück trägt“*: the marks stand round the conjunction, too.
        let round = view
            .pairs_in(Run::new(run.start.saturating_sub(2), run.start))
            .next_back();
        if let Some(pair) = round.filter(|&pair| view.pair(pair).end == run.end + 1) {
            if let Some(span) = view.span(view.pair(pair)) {
                made.kind = QuotationKind::Mixed;
                made.evidence.push(Evidence::new("quote.marks.round", span));
            }
        }
        for pair in view.pairs_in(run) {
            let speech = view
                .readings
                .get(pair)
                .is_some_and(|reading| reading.is_fragment() || reading.is_utterance());
            let whole = view.pair(pair);
            if !speech || whole.end > run.end || marks::is_name_like(view, view.inner(pair)) {
                continue;
            }
            let Some(span) = view.span(whole) else { continue };
            made.kind = QuotationKind::Mixed;
            made.evidence.push(Evidence::new("quote.marks.inside", span));
            let Some(words) = view.span(view.inner(pair)) else {
                continue;
            };
            let mut fragment = made.clone();
            fragment.kind = QuotationKind::Direct;
            fragment.content = vec![words];
            fragment.continues = None;
            fragment.within = Some(index);
            fragment.evidence = vec![Evidence::new("quote.fragment.inside", span)];
            fragments.push(fragment);
        }
    }
}

/// Neighbouring tokens of a cue as one span.
fn spans(view: &View<'_>, tokens: &[usize]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut before: Option<usize> = None;
    for &token in tokens {
        let span = view.token_span(token);
        match (before, out.last_mut()) {
            (Some(b), Some(open)) if b + 1 == token => *open = open.cover(span),
            _ => out.push(span),
        }
        before = Some(token);
    }
    out
}

/// The first time in the frame that is not in the content.
fn uttered(view: &View<'_>, frame: &[Run], content: &[Run]) -> Option<u32> {
    let times = view.input.times;
    for &run in frame {
        let Some(span) = view.span(run) else { continue };
        let from = times.partition_point(|time| time.end() <= span.start());
        for (at, time) in times.iter().enumerate().skip(from) {
            if time.start() >= span.end() {
                break;
            }
            let inside = content
                .iter()
                .filter_map(|&run| view.span(run))
                .any(|content| content.overlaps(*time));
            if span.contains(*time) && !inside {
                return u32::try_from(at).ok();
            }
        }
    }
    None
}
