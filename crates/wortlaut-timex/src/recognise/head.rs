//! Phrases: article, approximators, adjectives, numbers, and the word of time at their head. What belongs to the
//! extent is decided here: see the table in the crate documentation.

use super::Recogniser;
use crate::TimexMod;
use crate::expression::{Amount, Half, Meaning, SetValue, When};
use crate::word::{Part, Preposition, Unit, Word};

/// What stands before the head.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Left {
    /// The first token, articles included.
    pub(crate) start: usize,
    /// The head.
    pub(crate) at: usize,
    pub(crate) det: bool,
    pub(crate) one: bool,
    pub(crate) number: Option<Amount>,
    pub(crate) ordinal: Option<u16>,
    pub(crate) shift: Option<i32>,
    pub(crate) anaphoric: Option<i32>,
    pub(crate) deictic: Option<i32>,
    pub(crate) this: bool,
    pub(crate) that: bool,
    pub(crate) same: bool,
    pub(crate) every: bool,
    pub(crate) all: bool,
    pub(crate) whole: bool,
    pub(crate) half: bool,
    /// *frühen*, *späten*.
    pub(crate) part_adjective: bool,
    /// An adjective that says nothing about time.
    pub(crate) adjective: bool,
    pub(crate) modifier: Option<TimexMod>,
    /// An approximator, also one without a `mod`.
    pub(crate) approximate: bool,
}

impl Left {
    /// Where the expression starts when an article alone before the head stays outside.
    pub(crate) fn without_article(&self) -> usize {
        if self.det && self.start + 1 == self.at {
            self.at
        } else {
            self.start
        }
    }

    pub(crate) fn qualified(&self) -> bool {
        self.number.is_some()
            || self.ordinal.is_some()
            || self.shift.is_some()
            || self.anaphoric.is_some()
            || self.this
            || self.that
            || self.same
            || self.every
            || self.all
            || self.whole
            || self.half
    }
}

impl Recogniser<'_, '_> {
    /// Reads what stands before a head.
    pub(crate) fn left(&self, start: usize) -> Left {
        let mut left = Left {
            start,
            at: start,
            ..Left::default()
        };
        for _ in 0..8 {
            let at = left.at;
            match self.scan.word(at) {
                Word::Det if !left.det && !left.one => left.det = true,
                Word::Same => left.same = true,
                Word::This => left.this = true,
                Word::That => left.that = true,
                Word::Every if !left.det => left.every = true,
                Word::All if !left.det => left.all = true,
                Word::Both if left.number.is_none() => left.number = Some(Amount::Thousandths(2000)),
                Word::One if !left.one && left.number.is_none() => left.one = true,
                Word::Shift(shift) => left.shift = Some(i32::from(shift)),
                Word::Anaphoric(shift) => left.anaphoric = Some(i32::from(shift)),
                Word::DeicticAdjective(days) => left.deictic = Some(i32::from(days)),
                Word::Whole => left.whole = true,
                Word::Half => {
                    left.half = true;
                    left.number = Some(Amount::Thousandths(500));
                }
                Word::PartAdjective => left.part_adjective = true,
                Word::VagueCount if left.number.is_none() => left.number = Some(Amount::Unknown),
                Word::VagueCount => left.adjective = true,
                Word::Pair if left.one || left.all || left.det || left.number.is_none() => {
                    left.number = Some(Amount::Unknown);
                    left.one = false;
                }
                Word::Dozen => {
                    left.number = Some(match left.number {
                        Some(Amount::Thousandths(count)) => Amount::Thousandths(count.saturating_mul(12)),
                        _ => Amount::Thousandths(12_000),
                    });
                    left.one = false;
                }
                Word::Number(thousandths) if left.number.is_none() => {
                    left.number = Some(Amount::Thousandths(thousandths))
                }
                Word::Ordinal(number) => left.ordinal = Some(number),
                Word::Approx(modifier) => {
                    left.modifier = modifier.or(left.modifier);
                    left.approximate = true;
                }
                Word::More if self.scan.word(at + 1) == Word::Than => {
                    left.modifier = Some(if self.scan.form(at).starts_with(['m', 'M']) {
                        TimexMod::MoreThan
                    } else {
                        TimexMod::LessThan
                    });
                    left.approximate = true;
                    left.at += 1;
                }
                // weniger Minuten
                Word::More
                    if left.number.is_none()
                        && self.scan.is(at, "weniger")
                        && matches!(self.scan.word(at + 1), Word::Unit { plural: true, .. }) =>
                {
                    left.number = Some(Amount::Unknown);
                }
                Word::Other => match self.digits_before_head(at) {
                    Some(amount) if left.number.is_none() => left.number = Some(amount),
                    _ => match self.ordinal_digits(at) {
                        Some(number) => left.ordinal = Some(number),
                        None if self.scan.is_adjective_like(at)
                            && (left.number.is_some() || left.one || left.this || left.det)
                            && !left.adjective
                            && (matches!(
                                self.scan.word(at + 1),
                                Word::Unit { .. } | Word::Season(_) | Word::Shift(_) | Word::TimeNoun
                            ))
                            && !self.scan.form(at).starts_with("neu") =>
                        {
                            left.adjective = true;
                        }
                        None => return left,
                    },
                },
                _ => return left,
            }
            left.at += 1;
        }
        left
    }

    /// A number in digits: *20*, *2,5*, *25.000*.
    fn digits_before_head(&self, at: usize) -> Option<Amount> {
        use wortlaut_tokenize::TokenKind;
        if self.scan.kind(at) != Some(TokenKind::Number) {
            return None;
        }
        let lexeme = self.scan.lexeme(at);
        if let Some(number) = lexeme.number {
            return number.checked_mul(1000).map(Amount::Thousandths);
        }
        let form = self.scan.form(at);
        if let Some((whole, fraction)) = form.split_once(',') {
            let whole: u32 = whole.parse().ok()?;
            let digits = fraction.len();
            let fraction: u32 = fraction.parse().ok()?;
            let thousandths = match digits {
                1 => fraction.checked_mul(100)?,
                2 => fraction.checked_mul(10)?,
                3 => fraction,
                _ => return None,
            };
            return whole
                .checked_mul(1000)?
                .checked_add(thousandths)
                .map(Amount::Thousandths);
        }
        let mut groups = form.split('.');
        let mut number: u32 = groups.next()?.parse().ok()?;
        for group in groups {
            if group.len() != 3 {
                return None;
            }
            number = number.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
        }
        number.checked_mul(1000).map(Amount::Thousandths)
    }

    fn ordinal_digits(&self, at: usize) -> Option<u16> {
        use wortlaut_tokenize::TokenKind;
        if self.scan.kind(at) != Some(TokenKind::Ordinal) {
            return None;
        }
        self.scan
            .lexeme(at)
            .number
            .and_then(|number| u16::try_from(number).ok())
    }

    /// A phrase with a word of time at its head.
    pub(crate) fn phrase(&mut self, at: usize) -> Option<usize> {
        let may_be_holiday = matches!(
            self.scan.word(at),
            Word::HolidayName
                | Word::Ordinal(_)
                | Word::Other
                | Word::Unit {
                    unit: Unit::Day,
                    plural: false
                }
        );
        if may_be_holiday {
            if let Some(end) = self.long_holiday(at) {
                return Some(end);
            }
        }
        let left = self.left(at);
        if let Some(end) = self.first_of_range(&left).or_else(|| self.first_of_ordinals(&left)) {
            return Some(end);
        }
        let head = self.scan.word(left.at);
        match head {
            Word::Unit { unit, plural } => self.unit(&left, unit, plural),
            Word::Measure(count, unit) => self.measure(&left, count, unit),
            Word::Weekday(weekday) => self.weekday(&left, weekday, None),
            Word::WeekdayPart(weekday, part) | Word::WeeklyPart(weekday, part) => {
                self.weekday(&left, weekday, Some(part))
            }
            Word::Month(month) => self.month(&left, month),
            Word::Season(season) => self.season(&left, season),
            Word::Part(part) => self.part(&left, part),
            Word::Tomorrow if left.at > left.start || self.is_noun_morning(at) => self.part(&left, Part::Morning),
            Word::Tomorrow => self.deictic(at, 1),
            Word::Deictic(days) if left.at == at => self.deictic(at, i32::from(days)),
            Word::Midnight => {
                let timely =
                    matches!(self.scan.before(at), Word::Preposition(_)) || self.scan.is(at.wrapping_sub(1), "kurz");
                (left.at == at && timely).then(|| {
                    self.push(
                        at,
                        at + 1,
                        Meaning::Clock(crate::expression::ClockTime {
                            hour: 24,
                            minute: Some(0),
                            half: Half::Told,
                        }),
                        None,
                        "timex.clock.midnight",
                        900,
                    )
                })?
            }
            Word::Holiday(row) => self.holiday(&left, row, left.at + 1),
            Word::Relative(unit, shift) => {
                let when = match unit {
                    Unit::Day => When::Anaphoric(Unit::Day, i32::from(shift)),
                    unit => When::Relative(unit, i32::from(shift)),
                };
                (!left.qualified()).then(|| {
                    self.push(
                        left.at,
                        left.at + 1,
                        Meaning::Date(when),
                        None,
                        "timex.relative.word",
                        950,
                    )
                })?
            }
            Word::WholeYear => (!left.qualified() && self.year_after(left.at + 1).is_none()).then(|| {
                self.push(
                    left.at,
                    left.at + 1,
                    Meaning::Date(When::WholeYear),
                    None,
                    "timex.relative.word",
                    850,
                )
            })?,
            Word::QuarterName(number) => self.quarter_name(&left, number),
            Word::HalfName(number) => self.half_name(&left, number),
            Word::Fraction(of) => self.fraction(&left, of),
            Word::Quarter if left.ordinal.is_some() || left.shift.is_some() => self.fraction(&left, 4),
            Word::WeekdayShort(weekday) if left.at == at => self.weekday_short(at, weekday),
            // des Freitags
            Word::Weekly(weekday) if left.det && self.scan.is(left.start, "des") => {
                let of_noun = self.scan.lexeme(left.start.wrapping_sub(1)).capital;
                (of_noun || left.at > left.start + 1).then(|| self.weekday(&left, weekday, None))?
            }
            Word::DaysAfter => match self.scan.word(left.at + 1) {
                Word::Later(shift) => self.push(
                    at,
                    left.at + 2,
                    Meaning::Date(When::Anaphoric(Unit::Day, i32::from(shift))),
                    None,
                    "timex.relative.mention",
                    930,
                ),
                _ => None,
            },
            Word::UnitPosition(unit, modifier) => {
                if left.qualified() && left.shift.is_none() {
                    return None;
                }
                let timely = matches!(
                    self.scan.before(left.at),
                    Word::Preposition(_) | Word::Det | Word::Shift(_) | Word::Conjunction
                );
                if !timely {
                    return None;
                }
                let (when, end) = match (unit, self.year_after(left.at + 1)) {
                    (Unit::Year, Some((year, end))) => (When::Year(year), end),
                    _ => (When::Relative(unit, left.shift.unwrap_or(0)), left.at + 1),
                };
                self.push(
                    left.without_article(),
                    end,
                    Meaning::Date(when),
                    Some(modifier),
                    "timex.position",
                    900,
                )
            }
            Word::Position(modifier) => self.position(&left, modifier),
            Word::Decade(_) | Word::DecadeName(_) => {
                let (when, end) = self.decade_at(left.at)?;
                self.push(left.start, end, Meaning::Date(when), None, "timex.decade", 930)
            }
            Word::CalendarWeek => self.calendar_week(&left),
            Word::TimeNoun => self.time_noun(&left),
            _ => {
                if left.at > at {
                    if let Some((when, end)) = self.decade_at(left.at) {
                        return self.push(left.start, end, Meaning::Date(when), None, "timex.decade", 930);
                    }
                }
                self.compound_length(&left)
            }
        }
    }

    /// Whether *Morgen* is the noun here: *am Morgen*.
    fn is_noun_morning(&self, at: usize) -> bool {
        self.scan.lexeme(at).capital
            && matches!(
                self.scan.before(at),
                Word::Preposition(
                    Preposition::On | Preposition::At | Preposition::Until | Preposition::To | Preposition::Of
                )
            )
            && !matches!(self.scan.form_before(at), "von" | "Von" | "bis" | "ab")
    }

    /// *heute*, *gestern Abend*, *morgen früh*.
    fn deictic(&mut self, at: usize, days: i32) -> Option<usize> {
        // von heute auf morgen; von gestern: sayings.
        if self.scan.is(at + 1, "auf") && self.scan.word(at + 2) == Word::Tomorrow {
            self.scan.lexemes.get_mut(at + 2)?.word = Word::Other;
            return Some(at + 3);
        }
        let when = if days == 0 {
            When::Today
        } else {
            When::Relative(Unit::Day, days)
        };
        let part = match self.scan.word(at + 1) {
            Word::Part(part) => Some(part),
            Word::Tomorrow if days <= 0 => Some(Part::Morning),
            _ => None,
        };
        if let Some(part) = part {
            return self.push(at, at + 2, Meaning::PartOf(when, part), None, "timex.deictic.part", 970);
        }
        self.push(at, at + 1, Meaning::Date(when), None, "timex.deictic", 950)
    }
}

/// A SET without frequency.
pub(crate) fn set(value: SetValue) -> Meaning {
    Meaning::Set {
        value,
        every: true,
        times: None,
    }
}
