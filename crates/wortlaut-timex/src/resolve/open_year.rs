//! Years that are left open: by what was said before, by the tense, by the nearest day of that name.

use jiff::civil::Date;

use super::{OpenDirection, Resolved, Resolver, evidence_of, year};
use crate::calendar::{self, days_between};
use crate::direction::Direction;
use crate::expression::{Expression, Meaning, When, Year};
use crate::tagger::Domain;
use crate::word::{Preposition, Word};
use crate::{Granularity, Interval};

impl Resolver<'_, '_> {
    /// The year of a part of a year: which year it is, by what rule, how sure.
    pub(super) fn year_of(
        &self,
        expression: &Expression,
        year: Year,
        told: &OpenDirection<'_, '_>,
        first_month: u8,
        interval: impl Fn(i32) -> Option<Interval>,
    ) -> Option<(i32, &'static str, u16)> {
        match year {
            Year::Known(year) => return Some((year, "timex.anchor.said", 980)),
            Year::Shift(shift) => {
                return self
                    .base()
                    .map(|day| (calendar::year(day) + shift, "timex.anchor.published", 950));
            }
            Year::Complete(count) => {
                let published = self.base()?;
                let this = calendar::year(published);
                let over = |year: i32| interval(year).and_then(|it| it.end).is_some_and(|end| end < published);
                let ahead = |year: i32| {
                    interval(year)
                        .and_then(|it| it.start)
                        .is_some_and(|start| start > published)
                };
                // A winter of last year may still run.
                let (year, rule) = if count < 0 {
                    let last = (0..3).map(|back| this - back).find(|year| over(*year))?;
                    (last + count + 1, "timex.anchor.last")
                } else {
                    let next = (0..3).map(|on| this + on).find(|year| ahead(*year))?;
                    (next + count - 1, "timex.anchor.next")
                };
                return Some((year, rule, 950));
            }
            Year::Anaphoric(shift) => {
                let base = self.last.map(|(day, _)| day).or(self.published);
                return base.map(|day| (calendar::year(day) + shift, "timex.anchor.mention", 850));
            }
            Year::Open => {}
        }
        if let Some((year, rule, sure)) = self.carried_year(expression, first_month, told) {
            return Some((year, rule, sure));
        }
        let published = self.published?;
        let this = calendar::year(published);
        let told = told.get();
        let (rule, sure) = evidence_of(told);
        let starts = |year: i32| interval(year).and_then(|interval| interval.start);
        let ends = |year: i32| interval(year).and_then(|interval| interval.end);
        let year = match told.direction {
            Direction::Past => {
                // Up to the unit that is running.
                if starts(this).is_some_and(|start| start <= published) {
                    this
                } else {
                    this - 1
                }
            }
            Direction::Future => {
                let coming = if ends(this).is_some_and(|end| end >= published) {
                    this
                } else {
                    this + 1
                };
                let distance = starts(coming).map_or(0, |start| days_between(published, start));
                // A present tense of what has just been: im Vormonat war; far futures are rarely left without a year.
                if !told.firm && distance > 240 { this } else { coming }
            }
            Direction::Unknown => {
                let distance = starts(this).map_or(0, |start| days_between(published, start));
                if distance > 200 {
                    this - 1
                } else if distance < -330 {
                    this + 1
                } else {
                    this
                }
            }
        };
        Some((year, rule, sure))
    }

    /// A year that was said shortly before and goes on to count.
    pub(super) fn carried_year(
        &self,
        expression: &Expression,
        month: u8,
        told: &OpenDirection<'_, '_>,
    ) -> Option<(i32, &'static str, u16)> {
        match self.domain {
            Domain::Narrative => {
                let (last, granularity) = self.last?;
                let mut year = calendar::year(last);
                let from = calendar::month(last);
                if matches!(granularity, Granularity::Day | Granularity::Month) && from >= 11 && month <= 2 {
                    year += 1;
                }
                Some((year, "timex.anchor.mention", 800))
            }
            Domain::News => self
                .near_year(expression, told)
                .or_else(|| self.year_of_history(expression))
                .map(|year| (year, "timex.anchor.mention", 800)),
        }
    }

    /// News: the year said shortly before, in a clause of the past.
    fn near_year(&self, expression: &Expression, told: &OpenDirection<'_, '_>) -> Option<i32> {
        let (year, sentence, paragraph) = self.carried?;
        let published = self.published?;
        let (here, this_paragraph) = self.place(expression.first);
        let near = paragraph == this_paragraph && here <= sentence + 2;
        let past = || {
            let told = told.get();
            told.direction == Direction::Past && told.rule != "timex.anchor.seit"
        };
        (near && year < calendar::year(published) && past()).then_some(year)
    }

    /// News: the year of the passage of history an expression stands in, if its clause goes on telling it.
    fn year_of_history(&self, expression: &Expression) -> Option<i32> {
        let (year, sentence, paragraph) = self.history?;
        let (here, this_paragraph) = self.place(expression.first);
        let reached = here <= sentence + super::PASSAGE && this_paragraph <= paragraph + 1;
        (reached && self.is_narrated(expression)).then_some(year)
    }

    /// The year whose day of that name suits the direction best.
    pub(super) fn nearest(
        &self,
        told: &OpenDirection<'_, '_>,
        day: impl Fn(i32) -> Option<Date>,
        expression: &Expression,
    ) -> Option<(i32, &'static str, u16)> {
        let published = self.published?;
        let this = calendar::year(published);
        let told = told.get();
        let (rule, sure) = evidence_of(told);
        // A date that is announced lies ahead whatever the tense: für den 9. August angesetzt.
        let until = crate::direction::preposition(self.scan, expression) == Word::Preposition(Preposition::Until);
        let distance = |year: i32| day(year).map(|date| days_between(published, date));
        let mut best: Option<(i64, i32)> = None;
        // Leap days may need a search further out.
        for year in [
            this,
            this - 1,
            this + 1,
            this - 2,
            this + 2,
            this - 3,
            this + 3,
            this - 4,
            this + 4,
        ] {
            let Some(days) = distance(year) else { continue };
            let cost = match (told.direction, told.firm) {
                _ if days == 0 => 0,
                (Direction::Past, true) if days > 0 => days * if until { 2 } else { 40 },
                (Direction::Past, false) if days > 0 => days * 3,
                (Direction::Future, true) if days < 0 => -days * 40,
                (Direction::Future, false) if days < 0 => -days * 3,
                (_, _) => days.abs(),
            };
            if best.is_none_or(|(lowest, _)| cost < lowest) {
                best = Some((cost, year));
            }
        }
        best.map(|(_, year)| (year, rule, sure))
    }

    /// *vom ersten bis zum dritten Quartal*, *vom 14. April bis Ende August*: the end lies behind the begin, in the same
    /// year if it can. What has been moves its begin back, what is to come its end ahead.
    pub(super) fn keep_year(
        &self,
        first: &Expression,
        begin: &mut Resolved,
        expression: &Expression,
        resolved: &mut Resolved,
    ) {
        let (Meaning::Date(from), Meaning::Date(to)) = (first.meaning, expression.meaning) else {
            return;
        };
        let is_open = |when: When| {
            matches!(
                when,
                When::Day { weekday: None, .. } | When::Month { .. } | When::Quarter { .. } | When::Half { .. }
            ) && year::of(when) == Some(Year::Open)
        };
        let (Some(start), Some(end)) = (begin.date, resolved.date) else {
            return;
        };
        if start <= end
            || !is_open(from)
            || !is_open(to)
            || year::order(from) >= year::order(to)
            || !year::joined(self.scan, first.end, expression.first)
        {
            return;
        }
        let in_year = |expression: &Expression, when: When, date: Date| {
            let when = year::with(when, Year::Known(calendar::year(date)));
            let mut moved = self.date(expression, when, &OpenDirection::new(self.scan, expression));
            moved.rules = vec!["timex.anchor.range"];
            moved
        };
        if self.published.is_some_and(|published| start > published) {
            *resolved = in_year(expression, to, start);
        } else {
            *begin = in_year(first, from, end);
        }
    }
}
