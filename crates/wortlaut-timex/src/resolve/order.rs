//! Intervals that others narrow: *Anfang* of a unit, the end of a range.

use jiff::civil::Date;

use super::Resolved;
use crate::calendar::{self, add_days, days_between};
use crate::expression::{Expression, Meaning, When, Which};
use crate::render;
use crate::scan::Scan;
use crate::{Interval, TimexMod};

/// The part of an interval that *Anfang*, *Mitte*, *Ende* leave, in whole units: of a month the days 1 to 10, 11 to 20,
/// 21 to the last; of a year the first quarter, May to August, the last quarter; of a decade four years; else a third.
pub(super) fn narrow(interval: Interval, modifier: TimexMod) -> Interval {
    let (Some(start), Some(end)) = (interval.start, interval.end) else {
        return interval;
    };
    let part = match modifier {
        TimexMod::Start => 0,
        TimexMod::Mid => 1,
        TimexMod::End => 2,
        _ => return interval,
    };
    let third = days_between(start, end) / 3;
    let first = calendar::year(start);
    let parts = match days_between(start, end) + 1 {
        28..=31 => [
            (start, add_days(start, 9)),
            (add_days(start, 10), add_days(start, 19)),
            (add_days(start, 20), end),
        ]
        .map(|(from, to)| Some(Interval::days(from, to))),
        365..=366 => [(1, 3), (5, 8), (10, 12)].map(|(from, to)| calendar::months(first, from, first, to)),
        3652..=3653 => [0, 3, 6].map(|offset| calendar::years(first + offset, first + offset + 3)),
        _ => [
            (start, add_days(start, third)),
            (add_days(start, third), add_days(end, -third)),
            (add_days(end, -third), end),
        ]
        .map(|(from, to)| Some(Interval::days(from, to))),
    };
    parts.get(part).copied().flatten().unwrap_or(interval)
}

/// One of so many equal parts of an interval: of a year in months, of more in years, else in days.
pub(super) fn share(interval: Interval, share: Option<(u8, u8)>) -> Interval {
    let (Some(start), Some(end), Some((number, of))) = (interval.start, interval.end, share) else {
        return interval;
    };
    let days = days_between(start, end) + 1;
    let (number, of) = (i64::from(number), i64::from(of));
    let border = |parts: i64| match days {
        ..=360 => add_days(start, days * parts / of),
        361..=732 => calendar::add_months(start, 12 * parts / of),
        _ => calendar::add_months(start, (days * 10_000 + 1_826_212) / 3_652_425 * parts / of * 12),
    };
    let part = Interval::days(border(number - 1), add_days(border(number), -1));
    if part.is_ordered() { part } else { interval }
}

/// The weekdays of a range or a pair lie in the order they are named: *von Mittwoch bis Samstag*, *Montag und Dienstag*.
/// What has been moves its first day back, what is to come its second ahead.
pub(super) fn keep_order(
    scan: &Scan<'_>,
    first: &Expression,
    begin: &mut Resolved,
    expression: &Expression,
    resolved: &mut Resolved,
    published: Option<Date>,
) {
    let (Some(start), Some(end)) = (begin.date, resolved.date) else {
        return;
    };
    let weekday = |expression: &Expression| {
        matches!(
            expression.meaning,
            Meaning::Date(When::Weekday { which: Which::Any, .. })
                | Meaning::PartOf(When::Weekday { which: Which::Any, .. }, _)
        )
    };
    if end >= start || !weekday(expression) {
        return;
    }
    let form = |at: usize| scan.form_of(at);
    let mut between = first.end..expression.first;
    let near = (1..=3).contains(&between.len());
    let ranged = near && between.clone().any(|at| matches!(form(at), "bis" | "–" | "-" | "auf"));
    let paired = near
        && weekday(first)
        && matches!(form(first.end), "und" | "oder")
        && between.all(|at| matches!(form(at), "und" | "oder" | "am" | "den"));
    if !ranged && !paired {
        return;
    }
    let weeks = (days_between(end, start) + 6) / 7 * 7;
    let past = weekday(first) && published.is_some_and(|published| start <= published);
    let (moved, days) = if past { (begin, -weeks) } else { (resolved, weeks) };
    let Some(date) = moved.date.map(|date| add_days(date, days)) else {
        return;
    };
    moved.value = render::day(date);
    moved.interval = Some(Interval::day(date));
    moved.date = Some(date);
    moved.rules.push("timex.anchor.range");
}
