//! Parts of a year and its days by name: seasons, months, calendar weeks, holidays.

use super::Recogniser;
use super::head::{Left, set};
use crate::expression::{Meaning, SetValue, When, Year};
use crate::vocabulary;
use crate::word::{Season, Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn season(&mut self, left: &Left, season: Season) -> Option<usize> {
        let rule = "timex.season";
        if left.number.is_some() || left.all {
            return None;
        }
        // der schneearmen Winter: a genitive plural, no winter of its own.
        let plural =
            left.adjective && self.scan.is(left.start, "der") && self.scan.form_before(left.at).ends_with("en");
        if plural {
            return Some(left.at + 1);
        }
        if left.every {
            return self.push(
                left.start,
                left.at + 1,
                set(SetValue::Season(season)),
                None,
                "timex.set.every",
                900,
            );
        }
        let (mut year, end) = self
            .pair_at(left.at + 1, true)
            .map(|(year, end)| (Year::Known(year), end))
            .or_else(|| self.year_after(left.at + 1))
            .unwrap_or((Year::Open, left.at + 1));
        if year == Year::Open {
            year = shifted_year(left);
        }
        let timely = year != Year::Open
            || left.det
            || matches!(
                self.scan.before(left.start),
                Word::Preposition(_) | Word::Position(_) | Word::Conjunction
            )
            || self.scan.form_before(left.start) == "/";
        if !timely {
            return None;
        }
        let start = if left.shift.is_some()
            || left.this
            || left.same
            || left.adjective
            || left.anaphoric.is_some()
            || left.part_adjective
        {
            left.start
        } else {
            left.without_article()
        };
        self.push(
            start,
            end,
            Meaning::Date(When::Season { year, season }),
            left.modifier,
            rule,
            900,
        )
    }

    pub(crate) fn month(&mut self, left: &Left, month: u8) -> Option<usize> {
        if left.number.is_some() || left.ordinal.is_some() || self.is_name(left.at) {
            return None;
        }
        let form = self.scan.form(left.at);
        let (mut year, end) = self.year_after(left.at + 1).unwrap_or((Year::Open, left.at + 1));
        if left.every {
            return self.push(
                left.start,
                end,
                set(SetValue::Month(month)),
                None,
                "timex.set.every",
                900,
            );
        }
        if year == Year::Open {
            year = shifted_year(left);
        }
        // An abbreviation needs a year or a day.
        if year == Year::Open && form.len() <= 4 && !matches!(form, "Mai" | "Juni" | "Juli" | "MAI" | "JUNI" | "JULI") {
            return None;
        }
        let before = self.scan.before(left.start);
        let timely = year != Year::Open
            || left.det
            || matches!(
                before,
                Word::Preposition(_)
                    | Word::Position(_)
                    | Word::Conjunction
                    | Word::PartAdjective
                    | Word::Unit { unit: Unit::Month, .. }
            )
            || left.start == self.scan.from
            || matches!(self.scan.form_before(left.start), "/" | "-" | "–" | "," | "(" | ":");
        if !timely {
            return None;
        }
        let qualified = left.shift.is_some() || left.this || left.same || left.that || left.anaphoric.is_some();
        let genitive_year = matches!(year, Year::Shift(_)) && end > left.at + 2;
        let start = if qualified || genitive_year {
            left.start
        } else {
            left.at
        };
        self.push(
            start,
            end,
            Meaning::Date(When::Month { year, month }),
            None,
            "timex.month",
            if year == Year::Open { 880 } else { 960 },
        )
    }

    pub(crate) fn holiday(&mut self, left: &Left, row: u16, end: usize) -> Option<usize> {
        if left.every || left.number.is_some() {
            return None;
        }
        let (year, end) = match self.pair_at(end, true) {
            // Silvester 2024/25 is in the first year, Neujahr 2024/25 in the second.
            Some((first, end)) => {
                let late = self.scan.named.fixed(row).is_some_and(|(month, _)| month > 6);
                (Year::Known(if late { first } else { first + 1 }), end)
            }
            None => self.year_after(end).unwrap_or((shifted_year(left), end)),
        };
        let start = if left.shift.is_some() || left.this || left.anaphoric.is_some() {
            left.start
        } else {
            left.at
        };
        self.push(
            start,
            end,
            match self.scan.named.part(row) {
                Some(part) => Meaning::PartOf(When::Holiday { row, year }, part),
                None => Meaning::Date(When::Holiday { row, year }),
            },
            None,
            "timex.holiday",
            880,
        )
    }

    /// Holidays whose names have several words.
    pub(crate) fn long_holiday(&mut self, at: usize) -> Option<usize> {
        if self.scan.lexeme(at).word == Word::Other && self.scan.kind(at) != Some(wortlaut_tokenize::TokenKind::Ordinal)
        {
            return None;
        }
        self.named_day(at)
    }

    /// The longest name of a day that is here.
    pub(crate) fn named_day(&mut self, at: usize) -> Option<usize> {
        let scan = &self.scan;
        let (row, words) = scan.named.find(|offset, into| {
            into.clear();
            let form = scan.form(at + offset);
            if form.len() <= vocabulary::LONGEST {
                vocabulary::fold(form, into);
            }
        })?;
        let left = Left {
            start: at,
            at,
            ..Left::default()
        };
        self.holiday(&left, row, at + words)
    }

    /// *12. Kalenderwoche*, *KW 12*.
    pub(crate) fn calendar_week(&mut self, left: &Left) -> Option<usize> {
        let number = left.ordinal.map(u32::from).or(self.scan.lexeme(left.at + 1).number)?;
        let week = u8::try_from(number).ok().filter(|week| (1..=53).contains(week))?;
        let end = if left.ordinal.is_some() {
            left.at + 1
        } else {
            left.at + 2
        };
        let (year, end) = self.year_after(end).unwrap_or((Year::Open, end));
        self.push(
            left.without_article(),
            end,
            Meaning::Date(When::Week { year, week }),
            None,
            "timex.week.number",
            950,
        )
    }
}

/// The year an adjective gives to a month, a season or a holiday: *vergangenen Mai*.
fn shifted_year(left: &Left) -> Year {
    if left.this || left.shift == Some(0) {
        Year::Shift(0)
    } else if let Some(shift) = left.shift {
        Year::Complete(shift)
    } else if left.same || left.that {
        Year::Anaphoric(0)
    } else {
        Year::Open
    }
}
