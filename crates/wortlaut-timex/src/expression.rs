//! What a recogniser makes: an expression with an anchor that is still open.

use wortlaut_text::Span;

use crate::TimexMod;
use crate::word::{Part, Reference, Season, Unit};

/// An amount in thousandths, or *viele*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    Thousandths(u32),
    Unknown,
}

impl Amount {
    pub(crate) const ONE: Amount = Amount::Thousandths(1000);
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// Not said.
    Open,
    /// *2025*.
    Known(i32),
    /// *kommenden Jahres*, counted from the year of publication.
    Shift(i32),
    /// *vergangenen Sommer*, *kommenden Mai*: so many that are over, or have not begun.
    Complete(i32),
    /// *des folgenden Jahres*, counted from the year named before.
    Anaphoric(i32),
}

/// Which of the weeks' days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Not said: tense and context tell.
    Any,
    /// *vergangenen*.
    Last,
    /// *kommenden*.
    Next,
    /// *diesen*.
    This,
    /// *Dienstag vergangener Woche*.
    OfWeek(i32),
    /// *am folgenden Dienstag*.
    After,
    /// *am Dienstag vor einer Woche*, *Freitag in zwei Wochen*: weeks from the last one or the next.
    Weeks(i32),
}

/// What a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Day {
        year: Year,
        month: u8,
        day: u8,
        weekday: Option<u8>,
    },
    Month {
        year: Year,
        month: u8,
    },
    Season {
        year: Year,
        season: Season,
    },
    Quarter {
        year: Year,
        number: u8,
    },
    Half {
        year: Year,
        number: u8,
    },
    Year(Year),
    /// *das Gesamtjahr*: the one that is told of.
    WholeYear,
    /// *am ersten Sonntag im Mai*; the number 0 is the last.
    NthWeekday {
        year: Year,
        month: u8,
        weekday: u8,
        number: u8,
    },
    /// The first year.
    Decade(i32),
    /// *die achtziger Jahre*: the first year within its century.
    DecadeOfCentury(u8),
    /// *die achtziger Jahre des vorigen Jahrhunderts*: also how many centuries back or ahead.
    DecadeOfRelative(u8, i32),
    /// The first two digits of its years; before Christ.
    Century(i32, bool),
    Millennium(i32),
    Weekday {
        weekday: u8,
        which: Which,
    },
    Week {
        year: Year,
        week: u8,
    },
    Weekend(Which),
    /// A unit counted from publication: *gestern*, *vergangene Woche*.
    Relative(Unit, i32),
    /// A unit counted from the date named before: *Vortag*, *ein Jahr später*.
    Anaphoric(Unit, i32),
    /// *heute*.
    Today,
    /// *gestern vor drei Wochen*: days from publication, and units from there.
    Apart {
        days: i32,
        count: i32,
        unit: Unit,
    },
    /// *Saison 2018/19*: from a month of a year, for so many months.
    Cycle {
        year: i32,
        month: u8,
        months: u8,
    },
    Holiday {
        row: u16,
        year: Year,
    },
}

/// Which half of the day a clock time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// It says so: *14 Uhr*, *halb zwei nachts*.
    Told,
    /// It may be either: *8 Uhr*.
    Open,
    /// It is told in words, as hours are spoken: *halb zwei*.
    Spoken,
}

/// A clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockTime {
    pub(crate) hour: u8,
    pub(crate) minute: Option<u8>,
    pub(crate) half: Half,
}

impl ClockTime {
    /// The time as it is meant in a part of the day: *halb acht* in the evening is 19.30.
    pub(crate) fn in_part(self, part: Part) -> ClockTime {
        let hour = match (part, self.hour) {
            (Part::Afternoon, 1..=6) | (Part::Evening, 5..=11) | (Part::Night, 8..=11) | (Part::Midday, 1..=2) => {
                self.hour + 12
            }
            (Part::Night, 12) => 0,
            (_, hour) => hour,
        };
        ClockTime {
            hour,
            half: Half::Told,
            ..self
        }
    }
}

/// What a length of time is counted from, for its place on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// Nothing: a mere length.
    Length,
    /// *vor drei Tagen*.
    Ago,
    /// *in drei Tagen*.
    Ahead,
    /// *seit drei Tagen*, *die letzten drei Tage*.
    UpToNow,
    /// *die nächsten drei Tage*.
    FromNow,
    /// *drei Tage später*, counted from the date named before.
    Later,
    /// *drei Tage zuvor*.
    Earlier,
}

/// Units of a length of time; *fünf Jahre und vier Monate* has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) first: (Amount, Unit),
    pub(crate) second: Option<(Amount, Unit)>,
}

/// What an expression means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Date(When),
    /// A part of a known day: *gestern Abend*.
    PartOf(When, Part),
    /// A part of a day named before: *am Abend*.
    Part(Part),
    Clock(ClockTime),
    Length(Length, Sense),
    /// A SET with its value, `quant` and `freq`.
    Set {
        value: SetValue,
        every: bool,
        times: Option<u8>,
    },
    Reference(Reference),
    /// Durations of unknown length: *jahrelang*.
    LengthValue(&'static str),
}

/// The value of a SET.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetValue {
    Text(&'static str),
    Period(Amount, Unit),
    Weekday(u8),
    WeekdayPart(u8, Part),
    Part(Part),
    Month(u8),
    Season(Season),
}

/// An expression found in the text, its anchor open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) span: Span,
    /// First token and one past the last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) meaning: Meaning,
    pub(crate) modifier: Option<TimexMod>,
    /// Which of so many equal parts: the first of two is *die erste Hälfte*.
    pub(crate) share: Option<(u8, u8)>,
    /// The rule that found it.
    pub(crate) rule: &'static str,
    /// How sure the recogniser is, in thousandths.
    pub(crate) sure: u16,
}
