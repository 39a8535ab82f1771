//! Phrases with a unit of time at their head: dates (*vergangene Woche*), lengths (*zwei Wochen*), sets (*jede Woche*).

use super::Recogniser;
use super::head::{Left, sense_of};
use crate::expression::{Amount, Length, Meaning, Sense, SetValue, When, Which, Year};
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn unit(&mut self, left: &Left, unit: Unit, plural: bool) -> Option<usize> {
        let at = left.at;
        let end = at + 1;
        if left.every || left.all && (left.number.is_some() || left.ordinal.is_some()) {
            let amount = left
                .number
                .or_else(|| left.ordinal.map(|n| Amount::Thousandths(u32::from(n) * 1000)))
                .unwrap_or(Amount::ONE);
            return self.push(left.start, end, set_every(amount, unit), None, "timex.set.every", 930);
        }
        if let Some(number) = left.ordinal {
            return self.ordinal_unit(left, unit, i32::from(number));
        }
        if unit == Unit::Year && left.number.is_none() && !left.one {
            if let Some((year, end)) = self.era_year(at + 1) {
                return self.push(
                    at,
                    end,
                    Meaning::Date(When::Year(Year::Known(year))),
                    None,
                    "timex.year.era",
                    960,
                );
            }
        }
        if left.number.is_none() && !left.one {
            if unit == Unit::Year && (!plural || self.scan.is(at, "jahre")) {
                if let Some(year) = self.year_number(at + 1).filter(|_| !self.is_counted(at + 1)) {
                    if !plural || left.det || left.start == at {
                        let start = if left.adjective || left.whole { at } else { left.start };
                        if !plural
                            || self.scan.form(left.start) == "dem"
                            || left.start == at && self.scan.is(at.wrapping_sub(1), "im")
                        {
                            return self.push(
                                start,
                                at + 2,
                                Meaning::Date(When::Year(Year::Known(year))),
                                None,
                                "timex.year.noun",
                                970,
                            );
                        }
                    }
                }
            }
            if !plural {
                if let Some(end) = self.singular(left, unit) {
                    return Some(end);
                }
            } else if let Some(end) = self.plural(left, unit) {
                return Some(end);
            }
        }
        if left.number.is_some() || left.one {
            return self.counted(left, unit);
        }
        None
    }

    /// *dritten Quartal*, *20. Jahrhundert*, *zweiten Jahreshälfte*.
    fn ordinal_unit(&mut self, left: &Left, unit: Unit, number: i32) -> Option<usize> {
        let end = left.at + 1;
        let small = u8::try_from(number).ok()?;
        match unit {
            Unit::Century if (1..=30).contains(&number) => {
                let (bc, end) = self.era_at(end).unwrap_or((false, end));
                self.push(
                    left.start,
                    end,
                    Meaning::Date(When::Century(number - 1, bc)),
                    left.modifier,
                    "timex.century",
                    970,
                )
            }
            Unit::Millennium if (1..=10).contains(&number) => self.push(
                left.start,
                end,
                Meaning::Date(When::Millennium(number - 1)),
                None,
                "timex.century",
                900,
            ),
            Unit::Quarter | Unit::HalfYear => {
                let limit = if unit == Unit::Quarter { 4 } else { 2 };
                if !(1..=limit).contains(&small) {
                    return None;
                }
                let mut shift = left.shift.map_or(Year::Open, Year::Shift);
                if left.this {
                    shift = Year::Shift(0);
                }
                let (year, end) = self.year_after(end).unwrap_or((shift, end));
                let when = if unit == Unit::Quarter {
                    When::Quarter { year, number: small }
                } else {
                    When::Half { year, number: small }
                };
                self.push(left.start, end, Meaning::Date(when), None, "timex.quarter", 930)
            }
            _ => None,
        }
    }

    fn singular(&mut self, left: &Left, unit: Unit) -> Option<usize> {
        let at = left.at;
        let end = at + 1;
        let small = matches!(
            unit,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Evening | Unit::Night
        );
        // Tag zuvor, im Jahr darauf
        if let Word::Later(shift) = self.scan.word(end) {
            if !small && !left.adjective && !matches!(self.scan.form(end), "früher" | "später") {
                return self.push(
                    left.without_article(),
                    end + 1,
                    Meaning::Date(When::Anaphoric(unit, i32::from(shift))),
                    None,
                    "timex.relative.mention",
                    900,
                );
            }
        }
        if small {
            return None;
        }
        if let Some(shift) = left.shift {
            let form = self.scan.form(at - 1);
            if unit == Unit::Day {
                // am nächsten Tag: the day after the one named before; der letzte Tag: none.
                let next = form.starts_with("nächst") || form.starts_with("NÄCHST");
                return next.then(|| {
                    self.push(
                        left.start,
                        end,
                        Meaning::Date(When::Anaphoric(Unit::Day, 1)),
                        None,
                        "timex.relative.mention",
                        900,
                    )
                })?;
            }
            // letzte Woche Dienstag
            if let (Unit::Week, Word::Weekday(weekday)) = (unit, self.scan.word(end)) {
                let which = Which::OfWeek(shift);
                let when = When::Weekday { weekday, which };
                return self.push(
                    left.start,
                    end + 1,
                    Meaning::Date(when),
                    None,
                    "timex.weekday.week",
                    930,
                );
            }
            // im letzten Quartal dieses Jahres: the fourth
            if unit == Unit::Quarter && form.to_lowercase().starts_with("letzt") {
                if let Some((year, end)) = self.year_after(end) {
                    let when = When::Quarter { year, number: 4 };
                    return self.push(left.start, end, Meaning::Date(when), None, "timex.quarter", 900);
                }
            }
            if unit == Unit::Century && shift == 0 || unit != Unit::Millennium {
                return self.push(
                    left.start,
                    end,
                    Meaning::Date(relative(unit, shift)),
                    left.modifier,
                    "timex.relative.unit",
                    950,
                );
            }
            return None;
        }
        if let Some(days) = left.deictic {
            return (unit == Unit::Day).then(|| {
                self.push(
                    left.start,
                    end,
                    Meaning::Date(if days == 0 {
                        When::Today
                    } else {
                        When::Relative(Unit::Day, days)
                    }),
                    None,
                    "timex.deictic.adjective",
                    930,
                )
            })?;
        }
        if let Some(shift) = left.anaphoric {
            return self.push(
                left.start,
                end,
                Meaning::Date(When::Anaphoric(unit, shift)),
                None,
                "timex.relative.mention",
                880,
            );
        }
        if left.same || left.that {
            return self.push(
                left.start,
                end,
                Meaning::Date(When::Anaphoric(unit, 0)),
                None,
                "timex.relative.same",
                880,
            );
        }
        if left.this {
            let when = if unit == Unit::Day {
                When::Anaphoric(Unit::Day, 0)
            } else {
                relative(unit, 0)
            };
            return self.push(left.start, end, Meaning::Date(when), None, "timex.relative.this", 930);
        }
        if left.whole {
            let meaning = length(Amount::ONE, unit, Sense::Length);
            return self.push(left.start, end, meaning, None, "timex.duration.whole", 850);
        }
        if unit == Unit::Weekend {
            let timely = matches!(
                self.scan.before(left.start),
                Word::Preposition(
                    Preposition::On
                        | Preposition::Until
                        | Preposition::Of
                        | Preposition::To
                        | Preposition::For
                        | Preposition::From
                        | Preposition::After
                )
            ) || self.scan.before(left.start) == Word::Conjunction && !left.det
                || self.scan.is(left.start, "des");
            return timely.then(|| {
                self.push(
                    at,
                    end,
                    Meaning::Date(When::Weekend(Which::Any)),
                    None,
                    "timex.weekend",
                    900,
                )
            })?;
        }
        None
    }

    fn plural(&mut self, left: &Left, unit: Unit) -> Option<usize> {
        let end = left.at + 1;
        if let Some(shift) = left.shift.or(left.anaphoric) {
            let sense = match (left.shift, shift) {
                (Some(_), shift) if shift < 0 => Sense::UpToNow,
                (Some(_), shift) if shift > 0 => Sense::FromNow,
                _ => Sense::Length,
            };
            return self.push(
                left.start,
                end,
                length(Amount::Unknown, unit, sense),
                None,
                "timex.duration.recent",
                900,
            );
        }
        if left.this && !left.adjective {
            let form = self.scan.form(left.at);
            if unit == Unit::Day
                && form.eq_ignore_ascii_case("tage")
                && self.scan.form(left.start).eq_ignore_ascii_case("dieser")
            {
                return self.push(
                    left.start,
                    end,
                    Meaning::Reference(crate::word::Reference::Present),
                    None,
                    "timex.reference.phrase",
                    900,
                );
            }
            return self.push(
                left.start,
                end,
                length(Amount::Unknown, unit, Sense::Length),
                None,
                "timex.duration.these",
                850,
            );
        }
        // an Wochenenden
        if unit == Unit::Weekend && self.scan.before(left.start) == Word::Preposition(Preposition::On) {
            return self.push(
                left.without_article(),
                end,
                Meaning::Set {
                    value: SetValue::Text("XXXX-WXX-WE"),
                    every: true,
                    times: None,
                },
                None,
                "timex.set.weekly",
                850,
            );
        }
        // seit Jahren, vor Jahrzehnten, über Monate
        let before = self.scan.before(left.start);
        let bare = left.start == left.at && self.scan.lexeme(end).digits != 4;
        let preposition = matches!(
            before,
            Word::Preposition(
                Preposition::From | Preposition::Ago | Preposition::Over | Preposition::After | Preposition::During
            )
        ) || before == Word::Approx(None)
            && matches!(
                self.scan.before(left.start.wrapping_sub(1)),
                Word::Preposition(Preposition::From)
            );
        if bare && preposition {
            let sense = sense_of(before, self.scan.form_before(left.start));
            return self.push(
                left.at,
                end,
                length(Amount::Unknown, unit, sense),
                None,
                "timex.duration.vague",
                900,
            );
        }
        None
    }

    /// The first number of *zwei bis drei Jahre*: the unit stands once, behind the second.
    pub(crate) fn first_of_range(&mut self, left: &Left) -> Option<usize> {
        let amount = left.number.filter(|amount| *amount != Amount::Unknown)?;
        let joiner = left.at;
        if !(self.scan.joins_range(joiner) || matches!(self.scan.form(joiner), "oder" | "und"))
            || self.scan.form(joiner) == "/"
        {
            return None;
        }
        let second = self.left(joiner + 1);
        let Word::Unit { unit, plural: true } = self.scan.word(second.at) else {
            return None;
        };
        if second.number.is_none()
            || second.start + 1 != second.at
            || unit == Unit::Year && matches!(amount, Amount::Thousandths(1_000_000..))
        {
            return None;
        }
        let together = Left {
            at: second.at,
            number: second.number,
            ..*left
        };
        if self.is_age(&together, unit) {
            return Some(second.at + 1);
        }
        let sense = sense_of(self.scan.before(left.start), self.scan.form_before(left.start));
        self.push(
            left.start,
            joiner,
            length(amount, unit, sense),
            left.modifier,
            "timex.duration.range",
            850,
        )
    }

    /// A number of units.
    fn counted(&mut self, left: &Left, unit: Unit) -> Option<usize> {
        let at = left.at;
        let amount = left.number.unwrap_or(Amount::ONE);
        if left.one && left.number.is_none() {
            // eines Tages: a saying; ein Wochenende, ein Quartal stay.
            if unit == Unit::Day && (left.adjective || self.scan.form(at).ends_with("es"))
                || self.scan.word(at.wrapping_sub(1)) == Word::Half
            {
                return None;
            }
        }
        // von einer Sekunde auf die andere, von einem Tag auf den anderen
        if left.one
            && self.scan.is(at + 1, "auf")
            && matches!(self.scan.form(at + 3), "andere" | "anderen" | "nächste" | "nächsten")
        {
            return Some(at + 4);
        }
        if self.is_age(left, unit) {
            // Read past it, so that no part of it is taken for a time.
            return Some(at + 1);
        }
        let mut end = at + 1;
        let mut second = None;
        // fünf Jahre und vier Monate
        let joined = self.scan.is(end, "und") || self.scan.form(end) == ",";
        if joined || matches!(self.scan.word(end), Word::Number(_)) || self.scan.lexeme(end).number.is_some() {
            let next = self.left(if joined { end + 1 } else { end });
            if let (Some(number), Word::Unit { unit: smaller, .. }) =
                (next.number.or(next.one.then_some(Amount::ONE)), self.scan.word(next.at))
            {
                let composite = next.start + 1 == next.at
                    && matches!(
                        (unit, smaller),
                        (Unit::Year, Unit::Month | Unit::Day | Unit::Week)
                            | (Unit::Month, Unit::Day | Unit::Week)
                            | (Unit::Week, Unit::Day)
                            | (Unit::Day, Unit::Hour)
                            | (Unit::Hour, Unit::Minute)
                            | (Unit::Minute, Unit::Second)
                    );
                if composite {
                    second = Some((number, smaller));
                    end = next.at + 1;
                }
            }
        }
        let mut sense = if left.shift.is_some_and(|shift| shift < 0) {
            Sense::UpToNow
        } else if left.shift.is_some_and(|shift| shift > 0) {
            Sense::FromNow
        } else {
            sense_of(self.scan.before(left.start), self.scan.form_before(left.start))
        };
        let mut rule = match sense {
            Sense::Ago => "timex.duration.ago",
            Sense::Ahead => "timex.duration.ahead",
            Sense::UpToNow if left.shift.is_some() => "timex.duration.recent",
            Sense::UpToNow => "timex.duration.since",
            _ => "timex.duration",
        };
        match self.scan.word(end) {
            Word::LongAfter => end += 1,
            Word::Later(shift) => {
                let comparison = self.scan.word(end + 1) == Word::Than && shift < 0 && self.scan.is(end, "vorher");
                if !comparison {
                    sense = if shift > 0 { Sense::Later } else { Sense::Earlier };
                    rule = "timex.duration.later";
                    end += 1;
                }
            }
            _ => {}
        }
        // An article behind a comma is a relative pronoun: die sechs Minuten später schlug.
        let relative =
            self.scan.word(left.start) == Word::Det && left.shift.is_none() && self.scan.form_before(left.start) == ",";
        let start = if relative { left.start + 1 } else { left.start };
        let meaning = Meaning::Length(
            Length {
                first: (amount, unit),
                second,
            },
            sense,
        );
        self.push(start, end, meaning, left.modifier, rule, 900)
    }

    /// *eine Viertelstunde*, *ein Vierteljahr später*, *im dritten Vierteljahr*.
    pub(crate) fn measure(&mut self, left: &Left, each: u8, unit: Unit) -> Option<usize> {
        if (each, unit) == (3, Unit::Month) {
            if let Some(number) = left.ordinal {
                return self.ordinal_unit(left, Unit::Quarter, i32::from(number));
            }
            if let Some(shift) = left.shift.filter(|_| left.number.is_none()) {
                let when = Meaning::Date(When::Relative(Unit::Quarter, shift));
                return self.push(left.start, left.at + 1, when, None, "timex.relative.unit", 900);
            }
        }
        if !(left.one || left.det || left.number.is_some()) {
            return None;
        }
        let count = match left.number {
            Some(Amount::Thousandths(count)) => count,
            Some(Amount::Unknown) => return None,
            None => 1000,
        };
        let amount = Amount::Thousandths(count.saturating_mul(u32::from(each)));
        let mut sense = sense_of(self.scan.before(left.start), self.scan.form_before(left.start));
        let mut end = left.at + 1;
        match self.scan.word(end) {
            Word::LongAfter => end += 1,
            Word::Later(shift) => {
                sense = if shift > 0 { Sense::Later } else { Sense::Earlier };
                end += 1;
            }
            _ => {}
        }
        self.push(
            left.start,
            end,
            length(amount, unit, sense),
            left.modifier,
            "timex.duration",
            900,
        )
    }
}

pub(crate) fn length(amount: Amount, unit: Unit, sense: Sense) -> Meaning {
    Meaning::Length(
        Length {
            first: (amount, unit),
            second: None,
        },
        sense,
    )
}

fn relative(unit: Unit, shift: i32) -> When {
    match (unit, shift) {
        (Unit::Weekend, -1) => When::Weekend(Which::Last),
        (Unit::Weekend, 0) => When::Weekend(Which::This),
        (Unit::Weekend, 1) => When::Weekend(Which::Next),
        // Das übernächste comes after the coming one, which is that of this week.
        (Unit::Weekend, 2..) => When::Weekend(Which::OfWeek(shift - 1)),
        (Unit::Weekend, _) => When::Weekend(Which::OfWeek(shift)),
        (unit, shift) => When::Relative(unit, shift),
    }
}

fn set_every(amount: Amount, unit: Unit) -> Meaning {
    Meaning::Set {
        value: SetValue::Period(amount, unit),
        every: true,
        times: None,
    }
}
