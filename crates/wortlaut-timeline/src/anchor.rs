//! A time that can date an event: its days and hours, and how it places them.

use jiff::civil::Date;
use wortlaut_text::{Confidence, IdxRange, Span};
use wortlaut_timex::{ClockInterval, Granularity, Interval, TimexIdx};
use wortlaut_tokenize::{Token, TokenIdx, TokenKind};

use crate::scene::Scene;

/// How the words before a time expression place an event relative to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// *am Montag*, *2021*.
    At,
    /// *seit 2018*.
    Since,
    /// *bis Freitag*.
    Until,
    /// *vor 1999*.
    Before,
    /// *nach dem 3. Mai*.
    After,
    /// *von Montag bis Freitag*, *zwischen 1961 und 1964*.
    Range,
    /// *zwei Tage vor dem Einsturz*.
    Counted,
}

impl Relation {
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Relation::At => "timeline.anchor.at",
            Relation::Since => "timeline.anchor.since",
            Relation::Until => "timeline.anchor.until",
            Relation::Before => "timeline.anchor.before",
            Relation::After => "timeline.anchor.after",
            Relation::Range => "timeline.anchor.range",
            Relation::Counted => "timeline.anchor.counted",
        }
    }
}

/// A time that can date an event.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    pub(crate) when: Interval,
    pub(crate) clock: Option<ClockInterval>,
    pub(crate) granularity: Granularity,
    pub(crate) relation: Relation,
    pub(crate) confidence: Confidence,
    pub(crate) timexes: Vec<TimexIdx>,
    /// From the preposition to the end of the expression.
    pub(crate) span: Span,
    /// From the preposition to the end of the expression.
    pub(crate) tokens: IdxRange<Token>,
    /// The first token of the time expression itself.
    pub(crate) time: TokenIdx,
    /// The preposition.
    pub(crate) preposition: Option<TokenIdx>,
    /// Opening hours and timetables: *zwischen 10 und 18 Uhr* dates nothing without a day beside it.
    pub(crate) hours: bool,
    /// *2. Mai 2012: Die Brücke wird gesperrt*: it stands before a colon, as in a chronology.
    pub(crate) label: bool,
}

/// How many time expressions one event is dated by; keeps a list of a thousand equal dates linear.
const TIMES: usize = 16;

impl Anchor {
    /// Joins another anchor of the clause that speaks of the same time: *am Montag gegen 3.15 Uhr*, *2016, am 2.
    /// Juni*. Changes nothing where they are two times, and says so.
    pub(crate) fn join(&mut self, other: &Anchor) -> bool {
        // *bis Mittwoch um zwei Uhr*
        let same_end = match self.relation {
            Relation::Until => self.when.end == other.when.end,
            Relation::Since => self.when.start == other.when.start,
            _ => false,
        };
        if let Some(clock) = other.clock.filter(|_| same_end && other.relation == Relation::At) {
            self.clock = Some(match self.relation {
                Relation::Until => ClockInterval::new(None, clock.end),
                _ => ClockInterval::new(clock.start, None),
            });
            self.granularity = self.granularity.min(other.granularity);
            self.timexes
                .extend(other.timexes.iter().take(TIMES.saturating_sub(self.timexes.len())));
            return true;
        }
        let Some((when, relation)) = common(self, other) else {
            return false;
        };
        self.when = when;
        self.relation = relation;
        // The finer one tells the hour.
        self.clock = match (self.clock, other.clock) {
            (Some(_), Some(finer)) if other.granularity < self.granularity => Some(finer),
            (known, other) => known.or(other),
        };
        self.granularity = self.granularity.min(other.granularity);
        self.confidence = self.confidence.min(other.confidence);
        self.hours &= other.hours;
        let free = TIMES.saturating_sub(self.timexes.len());
        self.timexes.extend(other.timexes.iter().take(free));
        true
    }
}

/// The time that two anchors of one clause speak of together.
fn common(first: &Anchor, second: &Anchor) -> Option<(Interval, Relation)> {
    let (Some(a), Some(b)) = (closed(first.when), closed(second.when)) else {
        // *seit Montag … noch bis Freitag*: an open end on each side makes a stretch.
        let when = match (first.relation, second.relation) {
            (Relation::Since, Relation::Until) => Interval {
                start: first.when.start,
                end: second.when.end,
            },
            (Relation::Until, Relation::Since) => Interval {
                start: second.when.start,
                end: first.when.end,
            },
            _ => return None,
        };
        return when.is_ordered().then_some((when, Relation::Range));
    };
    if a.0 <= b.0 && b.1 <= a.1 {
        Some((second.when, second.relation))
    } else if b.0 <= a.0 && a.1 <= b.1 {
        Some((first.when, first.relation))
    } else {
        None
    }
}

pub(crate) fn closed(when: Interval) -> Option<(Date, Date)> {
    Some((when.start?, when.end?))
}

/// Whether a token is a mark that opens a bracket.
pub(crate) fn opens_bracket(scene: &Scene<'_>, token: TokenIdx) -> bool {
    token
        .get(&scene.input.tokens.tokens)
        .is_some_and(|token| token.kind == TokenKind::Punctuation && token.span.slice(scene.input.text) == "(")
}
