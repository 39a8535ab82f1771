//! An event and what is known of it.

use wortlaut_quote::QuotationIdx;
use wortlaut_text::{Confidence, EntityIdx, Evidence, Idx, Span};
use wortlaut_timex::{ClockInterval, Granularity, Interval, TimexIdx};

/// The position of an [`Event`] in the timeline of a document.
pub type EventIdx = Idx<Event>;

/// How the text vouches for an event: its *factuality*, as FactBank calls it, in the five values a timeline needs.
///
/// TimeML (ISO 24617-1) tells the same by several attributes and links, named below. Where more than one value holds,
/// the one that takes most away wins: conditional, then denied, then planned, then claimed; who is quoted stands in
/// [`Event::claimed_by`] and [`Event::quotations`] in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum EventStatus {
    /// The article says it happened or holds. TimeML: polarity `POS`, no modality, no link above it.
    Asserted,
    /// Somebody in the article says it happened; also of hearsay (*soll … gesehen haben*) and accusations. TimeML:
    /// below an event of class `REPORTING` (evidential link).
    Claimed,
    /// It is to happen, at the time the article appeared or, of what has passed since, at the time it speaks of (*sollte
    /// am Montag starten*). TimeML: future tense, or modality *sollen*, *wollen*, or below an event of class `I_ACTION`.
    Planned,
    /// It would happen, or happens if something else does. TimeML: a conditional link, or modality *könnte*.
    Conditional,
    /// It did not happen, or was called off. TimeML: polarity `NEG`.
    Denied,
}

impl EventStatus {
    /// The name in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            EventStatus::Asserted => "asserted",
            EventStatus::Claimed => "claimed",
            EventStatus::Planned => "planned",
            EventStatus::Conditional => "conditional",
            EventStatus::Denied => "denied",
        }
    }
}

/// Something that happens or holds at a time.
///
/// In the classes of TimeML it is an `OCCURRENCE`, a `REPORTING` (the rule `timeline.utterance` made it), an `I_ACTION`
/// (*hat angekündigt*) or a `STATE` with a begin or an end (*seit 2018*); which of them is not written down. Generic
/// events are none here, as they are none there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Event {
    /// The clause that tells it.
    pub span: Span,
    /// The verb or noun that names it.
    pub trigger: Option<Span>,
    /// When, as days; open ends where the text leaves them open.
    pub when: Interval,
    /// The hours and minutes of `when`, where a clock time or a part of a day tells them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub clock: Option<ClockInterval>,
    /// How fine `when` is.
    pub granularity: Granularity,
    /// How the text vouches for it.
    pub status: EventStatus,
    /// Who says so, for a claimed or planned event.
    pub claimed_by: Option<EntityIdx>,
    /// The persons and organisations named in it.
    pub participants: Vec<EntityIdx>,
    /// The places named in it.
    pub places: Vec<EntityIdx>,
    /// The quotations it consists of or stands in.
    pub quotations: Vec<QuotationIdx>,
    /// The times that date it.
    pub timexes: Vec<TimexIdx>,
    /// Other clauses that tell it again.
    #[cfg_attr(feature = "serde", serde(default))]
    pub retold: Vec<Span>,
    /// The words to show for it.
    pub label: Span,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

impl Event {
    /// An asserted event with its date and the clause that tells it.
    #[must_use]
    pub fn new(span: Span, when: Interval, granularity: Granularity, confidence: Confidence, reason: Evidence) -> Self {
        Event {
            span,
            trigger: None,
            when,
            clock: None,
            granularity,
            status: EventStatus::Asserted,
            claimed_by: None,
            participants: Vec::new(),
            places: Vec::new(),
            quotations: Vec::new(),
            timexes: Vec::new(),
            retold: Vec::new(),
            label: span,
            confidence,
            evidence: vec![reason],
        }
    }
}
