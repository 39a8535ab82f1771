//! A time expression and what it says.

use jiff::civil::{Date, DateTime};
use wortlaut_text::{Confidence, Evidence, Idx, Span};

use crate::TimexValue;

/// The position of a [`Timex`] in the times of a document.
pub type TimexIdx = Idx<Timex>;

/// The type of a TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "UPPERCASE")
)]
pub enum TimexType {
    /// A calendar date, of any granularity from day to millennium.
    Date,
    /// A time of day, also a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A time that recurs.
    Set,
}

impl TimexType {
    /// The name of the type in TimeML and in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}

/// The `mod` of a TIMEX3: how the expression narrows or blurs its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "SCREAMING_SNAKE_CASE")
)]
#[non_exhaustive]
pub enum TimexMod {
    /// *Anfang*.
    Start,
    /// *Mitte*.
    Mid,
    /// *Ende*.
    End,
    /// *rund*, *etwa*.
    Approx,
    /// *mehr als*, *über*.
    MoreThan,
    /// *knapp*, *fast*.
    LessThan,
    /// *höchstens*.
    EqualOrLess,
    /// *mindestens*.
    EqualOrMore,
    /// *vor mehr als*.
    Before,
    /// *nach*.
    After,
}

impl TimexMod {
    /// The name in TimeML and in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            TimexMod::Start => "START",
            TimexMod::Mid => "MID",
            TimexMod::End => "END",
            TimexMod::Approx => "APPROX",
            TimexMod::MoreThan => "MORE_THAN",
            TimexMod::LessThan => "LESS_THAN",
            TimexMod::EqualOrLess => "EQUAL_OR_LESS",
            TimexMod::EqualOrMore => "EQUAL_OR_MORE",
            TimexMod::Before => "BEFORE",
            TimexMod::After => "AFTER",
        }
    }
}

/// How fine the calendar reading of an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Granularity {
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// A part of a day: *Abend*.
    DayPart,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season.
    Season,
    /// Half a year.
    HalfYear,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// *damals*, *jetzt*, *bald*.
    Vague,
}

impl Granularity {
    /// The name in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Granularity::Minute => "minute",
            Granularity::Hour => "hour",
            Granularity::DayPart => "day_part",
            Granularity::Day => "day",
            Granularity::Weekend => "weekend",
            Granularity::Week => "week",
            Granularity::Month => "month",
            Granularity::Quarter => "quarter",
            Granularity::Season => "season",
            Granularity::HalfYear => "half_year",
            Granularity::Year => "year",
            Granularity::Decade => "decade",
            Granularity::Century => "century",
            Granularity::Vague => "vague",
        }
    }
}

/// The days an expression stands for, both ends **inclusive**. An open end is `None`.
///
/// ```
/// use wortlaut_timex::Interval;
///
/// let day = "2025-02-18".parse()?;
/// assert_eq!(Interval::day(day).start, Interval::day(day).end);
/// assert!(Interval { start: Some(day), end: None }.is_ordered());
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

impl Interval {
    /// A single day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Interval {
            start: Some(date),
            end: Some(date),
        }
    }

    /// From a first to a last day.
    #[must_use]
    pub const fn days(start: Date, end: Date) -> Self {
        Interval {
            start: Some(start),
            end: Some(end),
        }
    }

    /// Whether the end does not lie before the start.
    #[must_use]
    pub fn is_ordered(self) -> bool {
        match (self.start, self.end) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        }
    }
}

/// From an instant to an instant, where an expression says more than days: the clock's part of [`Timex::interval`].
///
/// Of a clock time both ends are that instant; of a part of the day they are the hours it is counted by convention:
/// morning 6 to 12, midday 12 to 14, afternoon 14 to 18, evening 18 to 22, night 22 to 6. The night *zum Mittwoch* begins
/// on Tuesday.
///
/// ```
/// use wortlaut_timex::TimexTagger;
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Die Rakete hob um 20.15 Uhr ab, in der Nacht zum Mittwoch kam das erste Bild.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let times = TimexTagger::german().tag_tokens(text, &tokens, Some("2025-02-27".parse()?));
/// let clocks: Vec<String> = times
///     .iter()
///     .filter_map(|time| time.clock)
///     .filter_map(|clock| clock.start.zip(clock.end))
///     .map(|(start, end)| format!("{start} {end}"))
///     .collect();
/// assert_eq!(clocks, [
///     "2025-02-27T20:15:00 2025-02-27T20:15:00",
///     "2025-02-25T22:00:00 2025-02-26T06:00:00",
/// ]);
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ClockInterval {
    /// The first instant; `None` for an open begin.
    pub start: Option<DateTime>,
    /// The last instant, not before the first; `None` for an open end.
    pub end: Option<DateTime>,
}

impl ClockInterval {
    /// From an instant to another; of two that are given the earlier comes first.
    #[must_use]
    pub fn new(start: Option<DateTime>, end: Option<DateTime>) -> Self {
        match (start, end) {
            (Some(one), Some(other)) => ClockInterval {
                start: Some(one.min(other)),
                end: Some(one.max(other)),
            },
            (start, end) => ClockInterval { start, end },
        }
    }
}

/// A time expression: one annotation with two readings.
///
/// The TIMEX3 reading ([`kind`](Timex::kind), [`value`](Timex::value)) follows TimeML; the calendar reading
/// ([`interval`](Timex::interval)) is what a timeline needs. *vor zehn Jahren* is `DURATION P10Y` and the year ten
/// years back; neither is bent to fit the other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Timex {
    /// The words, in bytes of the original text.
    pub span: Span,
    /// TIMEX3 `type`.
    pub kind: TimexType,
    /// TIMEX3 `value`; underspecified (`XXXX-02-18`) where the text leaves it open.
    pub value: TimexValue,
    /// TIMEX3 `mod`.
    pub modifier: Option<TimexMod>,
    /// TIMEX3 `quant` of a SET: `EVERY`.
    pub quant: Option<String>,
    /// TIMEX3 `freq` of a SET: `2X`.
    pub freq: Option<String>,
    /// The days it stands for, where they can be told.
    pub interval: Option<Interval>,
    /// The hours and minutes of the interval, of a clock time or a part of a day on a day that is known.
    #[cfg_attr(feature = "serde", serde(default))]
    pub clock: Option<ClockInterval>,
    /// How fine the interval is.
    pub granularity: Option<Granularity>,
    /// How sure.
    pub confidence: Confidence,
    /// Why: the rule that recognised it first, then those that anchored it.
    pub evidence: Vec<Evidence>,
}

impl Timex {
    /// A time expression without modifiers and calendar reading.
    #[must_use]
    pub fn new(span: Span, kind: TimexType, value: TimexValue, confidence: Confidence, reason: Evidence) -> Self {
        Timex {
            span,
            kind,
            value,
            modifier: None,
            quant: None,
            freq: None,
            interval: None,
            clock: None,
            granularity: None,
            confidence,
            evidence: vec![reason],
        }
    }
}

/// One date a document may have been published on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DateCandidate {
    /// The date as far as the text tells, as a TIMEX3 value: `2025-02-25`, `2025-02`, `XXXX-WXX-2`.
    pub value: TimexValue,
    /// The first and last day it can be, where the text bounds them.
    pub interval: Option<Interval>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// What the text itself tells about its date of publication. Offered beside the annotations when the caller gives no
/// date; never fed back into them, and never from the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct InferredDate {
    /// The candidates, best first; never empty.
    pub candidates: Vec<DateCandidate>,
}
