//! Parts of a year and of other units: *Q3*, *im ersten Drittel des Jahres*, *in der zweiten Hälfte des 19.
//! Jahrhunderts*, *vom 12. bis 14. Jahrhundert*.

use super::Recogniser;
use super::head::Left;
use crate::TimexMod;
use crate::expression::{Meaning, When, Year};
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    /// *Q3 2024*, *im Q3*, *Schlussquartal*; but not a car: *der Q3*.
    pub(crate) fn quarter_name(&mut self, left: &Left, number: u8) -> Option<usize> {
        let at = left.at;
        if left.qualified() && !left.this && left.shift.is_none() {
            return None;
        }
        let (year, end) = self.year_of_name(at + 1).unwrap_or((Year::Open, at + 1));
        let year = match (year, left.shift) {
            (Year::Open, Some(shift)) => Year::Shift(shift),
            (Year::Open, None) if left.this => Year::Shift(0),
            (year, _) => year,
        };
        let sign = self.scan.form(at).len() == 2;
        let timely = matches!(
            self.scan.before(left.start),
            Word::Preposition(
                Preposition::In
                    | Preposition::From
                    | Preposition::Until
                    | Preposition::After
                    | Preposition::For
                    | Preposition::To
                    | Preposition::Over
            )
        ) && !(sign && left.det && !self.scan.is(left.start, "das"));
        if year == Year::Open && !timely && (sign || !left.det) {
            return None;
        }
        let start = if left.shift.is_some() || left.this {
            left.start
        } else {
            at
        };
        let when = When::Quarter { year, number };
        self.push(start, end, Meaning::Date(when), None, "timex.quarter", 880)
    }

    /// *H1 2024*: only with its year.
    pub(crate) fn half_name(&mut self, left: &Left, number: u8) -> Option<usize> {
        let (year, end) = self.year_of_name(left.at + 1)?;
        let when = When::Half { year, number };
        self.push(left.at, end, Meaning::Date(when), None, "timex.quarter", 850)
    }

    /// *2024*, *des Vorjahres*, */2024*.
    fn year_of_name(&self, at: usize) -> Option<(Year, usize)> {
        if self.scan.form(at) == "/" {
            return Some((Year::Known(self.year_number(at + 1)?), at + 2));
        }
        self.year_after(at)
    }

    /// *ersten Drittel des Jahres*, *zweiten Hälfte der Woche*: one of so many parts of a unit.
    pub(crate) fn fraction(&mut self, left: &Left, of: u8) -> Option<usize> {
        let number = match (left.ordinal, left.shift) {
            (Some(number), _) => u8::try_from(number).ok()?,
            (None, Some(-1)) => of,
            _ => return None,
        };
        if number == 0 || number > of || left.number.is_some() {
            return None;
        }
        let mut next = left.at + 1;
        let genitive = matches!(self.scan.form(next), "des" | "der" | "vom");
        next += usize::from(genitive);
        let (when, end) = match self.year_number(next).filter(|_| !genitive && !self.is_counted(next)) {
            Some(year) => (When::Year(Year::Known(year)), next + 1),
            None => self.unit_in_part(next, genitive)?,
        };
        let modifier = if number == 1 {
            TimexMod::Start
        } else if number == of {
            TimexMod::End
        } else {
            TimexMod::Mid
        };
        // Half a year and a quarter of one have values of their own.
        let year = match when {
            When::Year(year) => Some(year),
            When::Relative(Unit::Year, shift) => Some(Year::Shift(shift)),
            _ => None,
        };
        let (when, modifier) = match (year, of) {
            (Some(year), 2) => (When::Half { year, number }, None),
            (Some(year), 4) => (When::Quarter { year, number }, None),
            _ => (when, Some(modifier)),
        };
        let end = self.push(left.start, end, Meaning::Date(when), modifier, "timex.position", 900)?;
        if let Some(expression) = self.out.last_mut().filter(|_| modifier.is_some()) {
            expression.share = Some((number, of));
        }
        Some(end)
    }

    /// The first of *12. und 13. Jahrhundert*, *erstes und zweites Quartal*: the unit stands once, behind the second.
    pub(crate) fn first_of_ordinals(&mut self, left: &Left) -> Option<usize> {
        let number = left.ordinal.filter(|_| left.number.is_none())?;
        let mut next = left.at;
        if !(self.scan.joins_range(next) || matches!(self.scan.form(next), "und" | "oder" | "sowie")) {
            return None;
        }
        next += 1;
        if matches!(self.scan.form(next), "zum" | "im") {
            next += 1;
        }
        let second = self.left(next);
        second.ordinal?;
        let Word::Unit { unit, plural: false } = self.scan.word(second.at) else {
            return None;
        };
        let (small, after) = (u8::try_from(number).ok()?, second.at + 1);
        let year = || self.year_after(after).map_or(Year::Open, |(year, _)| year);
        let when = match unit {
            Unit::Century if (1..=30).contains(&number) => {
                let bc = self.era_at(after).is_some_and(|(bc, _)| bc);
                When::Century(i32::from(number) - 1, bc)
            }
            Unit::Quarter if (1..=4).contains(&small) => When::Quarter {
                year: year(),
                number: small,
            },
            Unit::HalfYear if (1..=2).contains(&small) => When::Half {
                year: year(),
                number: small,
            },
            _ => return None,
        };
        let rule = if unit == Unit::Century {
            "timex.century"
        } else {
            "timex.quarter"
        };
        self.push(left.start, left.at, Meaning::Date(when), None, rule, 900)
    }
}
