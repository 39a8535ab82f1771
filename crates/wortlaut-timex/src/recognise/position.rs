//! *Anfang*, *Mitte*, *Ende* of a unit. The value is that of the unit; the position is its `mod`.

use super::Recogniser;
use super::head::Left;
use crate::TimexMod;
use crate::expression::{Meaning, When, Year};
use crate::word::{Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn position(&mut self, left: &Left, modifier: TimexMod) -> Option<usize> {
        let start = left.at;
        let mut next = start + 1;
        // Anfang bis Mitte März: the month stands once.
        let joined = self.scan.joins_range(next) || matches!(self.scan.form(next), "und" | "oder");
        if joined && matches!(self.scan.word(next + 1), Word::Position(_)) {
            let when = if let Word::Month(month) = self.scan.word(next + 2) {
                let year = self.year_after(next + 3).map_or(Year::Open, |(year, _)| year);
                When::Month { year, month }
            } else {
                When::Year(Year::Known(self.year_number(next + 2)?))
            };
            return self.push(
                start,
                start + 1,
                Meaning::Date(when),
                Some(modifier),
                "timex.position",
                900,
            );
        }
        if matches!(self.scan.form(next), "des" | "der" | "DES" | "DER" | "vom") {
            next += 1;
        }
        let genitive = next > start + 1;
        // Ende Mai, Anfang 2024
        if let Word::Month(month) = self.scan.word(next) {
            let (year, end) = self.year_after(next + 1).unwrap_or((Year::Open, next + 1));
            return self.push(
                start,
                end,
                Meaning::Date(When::Month { year, month }),
                Some(modifier),
                "timex.position",
                940,
            );
        }
        if let Some(year) = self.year_number(next).filter(|_| !genitive && !self.is_counted(next)) {
            return self.push(
                start,
                next + 1,
                Meaning::Date(When::Year(Year::Known(year))),
                Some(modifier),
                "timex.position",
                950,
            );
        }
        let (when, end) = self.unit_in_part(next, genitive)?;
        self.push(start, end, Meaning::Date(when), Some(modifier), "timex.position", 930)
    }

    /// The unit whose part it is: *des Jahres*, *kommender Woche*, *der 90er Jahre*; and where it ends. `genitive` is set
    /// where an article of the genitive was read.
    pub(crate) fn unit_in_part(&self, next: usize, genitive: bool) -> Option<(When, usize)> {
        let inner = self.left(next);
        if inner.number.is_some() || inner.one {
            return None;
        }
        let head = inner.at;
        Some(match self.scan.word(head) {
            Word::Unit {
                unit: Unit::Century, ..
            } => {
                let (bc, end) = self.era_at(head + 1).unwrap_or((false, head + 1));
                match inner.ordinal {
                    Some(number) => (When::Century(i32::from(number) - 1, bc), end),
                    None if genitive || inner.shift.is_some() => {
                        (When::Relative(Unit::Century, inner.shift.unwrap_or(0)), head + 1)
                    }
                    None => return None,
                }
            }
            Word::Unit {
                unit: Unit::Year,
                plural: false,
            } => {
                if let Some(year) = self.year_number(head + 1) {
                    (When::Year(Year::Known(year)), head + 2)
                } else if inner.same || inner.that || inner.anaphoric.is_some() {
                    (When::Anaphoric(Unit::Year, inner.anaphoric.unwrap_or(0)), head + 1)
                } else if genitive || inner.shift.is_some() || inner.this || self.scan.form(head) == "Jahr" {
                    (When::Relative(Unit::Year, inner.shift.unwrap_or(0)), head + 1)
                } else {
                    return None;
                }
            }
            Word::Unit {
                unit: unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Decade),
                plural: false,
            } if genitive
                || inner.shift.is_some()
                || inner.this
                || inner.start == head && matches!(self.scan.form(head), "Woche" | "Monat") =>
            {
                if inner.same || inner.that {
                    (When::Anaphoric(unit, 0), head + 1)
                } else {
                    (When::Relative(unit, inner.shift.unwrap_or(0)), head + 1)
                }
            }
            Word::Relative(unit, shift) if genitive => (When::Relative(unit, i32::from(shift)), head + 1),
            Word::Month(month) if genitive => {
                let (year, end) = self.year_after(head + 1).unwrap_or((Year::Open, head + 1));
                (When::Month { year, month }, end)
            }
            Word::Season(season) if genitive => {
                let (year, end) = self.year_after(head + 1).unwrap_or((Year::Open, head + 1));
                (When::Season { year, season }, end)
            }
            _ => self.decade_at(head)?,
        })
    }
}
