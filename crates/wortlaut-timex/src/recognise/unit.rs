//! Phrases with a unit of time at their head: dates (*vergangene Woche*), lengths (*zwei Wochen*), sets (*jede Woche*).

use super::Recogniser;
use super::count::{length, sense_of};
use super::head::Left;
use crate::expression::{Amount, Meaning, Sense, SetValue, When, Which, Year};
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
        // die ersten zwei Wochen
        if plural && left.ordinal.is_some() && left.number.is_some() {
            return self.counted(left, unit);
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
    pub(crate) fn ordinal_unit(&mut self, left: &Left, unit: Unit, number: i32) -> Option<usize> {
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
                        | Preposition::Over
                        | Preposition::Ago
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
