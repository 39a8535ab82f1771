//! Intervals that others narrow: *Anfang* of a unit, the end of a range.

use super::Resolved;
use crate::calendar::{self, add_days, days_between};
use crate::expression::{Expression, When, Which};
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

/// The end of a range does not lie before its begin: *von Mittwoch bis Samstag*.
pub(super) fn keep_order(
    scan: &Scan<'_>,
    expression: &Expression,
    before: Option<&(Expression, Resolved)>,
    resolved: &mut Resolved,
) {
    let Some((first, begin)) = before else { return };
    let (Some(start), Some(end)) = (begin.date, resolved.date) else {
        return;
    };
    let weekday = |expression: &Expression| {
        matches!(
            expression.meaning,
            crate::expression::Meaning::Date(When::Weekday { which: Which::Any, .. })
                | crate::expression::Meaning::PartOf(When::Weekday { which: Which::Any, .. }, _)
        )
    };
    let joined = first.end < expression.first
        && expression.first - first.end <= 3
        && (first.end..expression.first).any(|at| {
            scan.layer
                .tokens
                .get(at)
                .is_some_and(|token| matches!(token.span.slice(scan.text), "bis" | "–" | "-" | "auf"))
        });
    if joined && weekday(expression) && end < start {
        let days = days_between(end, start);
        let later = add_days(end, (days + 6) / 7 * 7);
        resolved.value = render::day(later);
        resolved.interval = Some(Interval::day(later));
        resolved.date = Some(later);
        resolved.rules.push("timex.anchor.range");
    }
}
