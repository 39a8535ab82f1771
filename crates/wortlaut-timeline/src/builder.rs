//! From times and clauses to events.

use jiff::civil::Date;
use wortlaut_quote::Quotation;
use wortlaut_syntax::Syntax;
use wortlaut_text::{Entity, IdxRange, Mention};
use wortlaut_timex::Timex;
use wortlaut_tokenize::{SentenceIdx, Tokenization};

use crate::Event;
use crate::anchor::Anchor;
use crate::attach::{Target, is_attribute, target};
use crate::draft::{Draft, Drafts};
use crate::inherit::{Told, by_adverb, by_reference, open_plan, undated};
use crate::narration::narrate;
use crate::reading::anchors;
use crate::relative::counted;
use crate::scene::Scene;

/// What the lower floors know of a document.
#[derive(Clone, Copy, Debug)]
pub struct TimelineInput<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, sentences and zones.
    pub tokens: &'a Tokenization,
    /// Its phrases and clauses.
    pub syntax: &'a Syntax,
    /// The entities named in it.
    pub entities: &'a [Entity],
    /// Their mentions, sorted.
    pub mentions: &'a [Mention],
    /// Its time expressions, sorted.
    pub times: &'a [Timex],
    /// Its quotations, sorted.
    pub quotations: &'a [Quotation],
    /// Its day of publication, where known.
    pub published: Option<Date>,
}

impl<'a> TimelineInput<'a> {
    /// A text of which neither names nor times nor quotations are known.
    #[must_use]
    pub const fn new(text: &'a str, tokens: &'a Tokenization, syntax: &'a Syntax) -> Self {
        TimelineInput {
            text,
            tokens,
            syntax,
            entities: &[],
            mentions: &[],
            times: &[],
            quotations: &[],
            published: None,
        }
    }
}

/// Builds the timeline of a document.
///
/// It keeps nothing of a document: build it once and share it.
///
/// ```
/// use wortlaut_timeline::{TimelineBuilder, TimelineInput};
/// # use wortlaut_tokenize::Tokenizer;
/// # use wortlaut_syntax::Parser;
/// # use wortlaut_timex::TimexTagger;
///
/// let text = "Der Rat hat am Dienstag den Haushalt beschlossen. Am 4. März soll gebaut werden.";
/// let published = Some("2025-02-27".parse()?);
/// let tokens = Tokenizer::new().tokenize(text);
/// let syntax = Parser::new().parse(text, &tokens);
/// let times = TimexTagger::german().tag(text, &tokens, &syntax, published);
///
/// let input = TimelineInput { times: &times, published, ..TimelineInput::new(text, &tokens, &syntax) };
/// let events = TimelineBuilder::german().events(&input);
/// for event in &events {
///     println!("{:?} {} {}", event.when.start, event.status.as_str(), event.label.slice(text));
/// }
/// # let starts: Vec<_> = events.iter().filter_map(|event| event.when.start).map(|day| day.to_string()).collect();
/// # assert_eq!(starts, ["2025-02-25", "2025-03-04"]);
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct TimelineBuilder {}

impl TimelineBuilder {
    /// A builder for German news.
    #[must_use]
    pub fn german() -> Self {
        TimelineBuilder {}
    }

    /// The events of a document, sorted by the day they start (open start: end), by the clock within a day, then by place
    /// in the text.
    #[must_use]
    pub fn events(&self, input: &TimelineInput<'_>) -> Vec<Event> {
        let mut events = Vec::new();
        self.events_into(input, &mut events);
        events
    }

    /// As [`TimelineBuilder::events`], in a buffer that is used again.
    pub fn events_into(&self, input: &TimelineInput<'_>, into: &mut Vec<Event>) {
        let scene = Scene::new(input);
        let mut drafts = Drafts::new(&scene);
        let mut found = Vec::new();
        let mut groups: Vec<(Anchor, Target)> = Vec::new();
        let mut dated = Vec::new();
        let mut last: Option<Told> = None;
        let mut said: Option<Told> = None;
        let mut next = 0;
        for (at, sentence) in input.tokens.sentences.iter().enumerate() {
            let index = SentenceIdx::new(at);
            let first = next;
            while input
                .times
                .get(next)
                .is_some_and(|timex| timex.span.start() < sentence.span.end())
            {
                next += 1;
            }
            let told = said.map(|said| said.when);
            let times = IdxRange::new(first, next);
            anchors(&scene, sentence, times, told, &mut found);
            counted(&scene, sentence, times, drafts.known(), &mut found);
            if let Some((day, hour)) = drafts.scene_day() {
                narrate(&scene, day, hour, &mut found);
            }
            groups.clear();
            dated.clear();
            for anchor in found.drain(..) {
                if !scene.is_narrated(anchor.time) {
                    continue;
                }
                if let Some(target) = target(&scene, &anchor) {
                    dated.extend(clause_of(target));
                    add_to(&scene, &mut groups, anchor, target);
                }
            }
            dated.sort_unstable();
            dated.dedup();
            for (anchor, target) in groups.iter().filter(|(anchor, _)| !anchor.hours) {
                drafts.dated(index, anchor, *target);
            }
            if scene.is_narrated(sentence.tokens.start()) {
                self.inherit(&scene, index, &dated, last, &mut drafts);
            }
            last = drafts.told_last().or(last);
            said = drafts.said_last().or(said);
        }
        drafts.finish(into);
    }

    /// The events of a sentence that take their date from elsewhere.
    fn inherit(
        &self,
        scene: &Scene<'_>,
        sentence: SentenceIdx,
        dated: &[wortlaut_syntax::ClauseIdx],
        before: Option<Told>,
        drafts: &mut Drafts<'_, '_>,
    ) {
        // A time told earlier in the same sentence is nearer than one in the sentence before.
        let last = drafts.told_last().or(before);
        let mut referred = !dated.is_empty();
        for (index, clause) in undated(scene, sentence, dated) {
            let Some(verb) = scene.verb(clause) else { continue };
            let by_adverb = last.and_then(|last| by_adverb(scene, index, verb, last));
            if let Some(inherited) = by_adverb.or_else(|| open_plan(scene, index, clause, verb)) {
                drafts.inherited(sentence, index, clause, scene.teller(index, verb).0, inherited);
            } else if let Some(before) = before.filter(|_| !referred) {
                if let Some((inherited, _)) = by_reference(scene, sentence, index, verb, before) {
                    referred = true;
                    drafts.inherited(sentence, index, clause, scene.teller(index, verb).0, inherited);
                }
            }
        }
    }
}

/// The clause a target dates as a whole.
fn clause_of(target: Target) -> Option<wortlaut_syntax::ClauseIdx> {
    match target {
        Target::Clause(index) | Target::Occasion(index, _) => Some(index),
        Target::Noun { .. } => None,
    }
}

/// Adds an anchor, joined with one of the same clause where both speak of one time.
fn add_to(scene: &Scene<'_>, groups: &mut Vec<(Anchor, Target)>, anchor: Anchor, target: Target) {
    let clause = clause_of(target);
    // Times that belong together stand close together: looking back a few keeps a list of dates linear.
    let mut second = false;
    for (other, place) in groups.iter_mut().rev().take(3) {
        if clause.is_none() || clause_of(*place) != clause {
            continue;
        }
        second = true;
        // *2013: Im Februar …*: the clause has a time of its own.
        if other.label && !anchor.label {
            *other = anchor;
            return;
        }
        if other.join(&anchor) {
            if let Target::Occasion(..) = target {
                *place = target;
            }
            return;
        }
    }
    if !(second && is_attribute(scene, &anchor)) {
        groups.push((anchor, target));
    }
}

impl Draft {
    /// The time it tells, for later sentences to refer to: only what has happened.
    pub(crate) fn told(&self) -> Option<Told> {
        use crate::EventStatus::{Asserted, Claimed};
        let happened = matches!(self.event.status, Asserted | Claimed);
        let dated = self.event.when.end.is_some() && !self.headline;
        (happened && dated).then_some(Told {
            when: self.event.when,
            granularity: self.event.granularity,
            sentence: self.sentence,
        })
    }
}
