//! A date and how far away it is: *heute vor 20 Jahren*, *am Montag vor einer Woche*, *im Mai vor zehn Jahren* are one
//! date.

use super::year;
use crate::expression::{Amount, Expression, Meaning, Sense, When, Which, Year};
use crate::word::Unit;

/// Joins a date to the length of time behind it that says how far away it is.
pub(crate) fn join(expressions: &mut Vec<Expression>) {
    expressions.dedup_by(|later, earlier| {
        let Meaning::Length(length, sense) = later.meaning else {
            return false;
        };
        let sign = match sense {
            Sense::Ago => -1,
            Sense::Ahead => 1,
            _ => return false,
        };
        let (Amount::Thousandths(thousandths), unit) = length.first else {
            return false;
        };
        // The preposition between them is all there is.
        let beside = earlier.end + 1 == later.first;
        if !beside || length.second.is_some() || later.modifier.is_some() || thousandths % 1000 != 0 {
            return false;
        }
        let Ok(count) = i32::try_from(thousandths / 1000) else {
            return false;
        };
        let moved = |when| moved(when, sign * count, unit);
        let meaning = match earlier.meaning {
            Meaning::Date(when) => moved(when).map(Meaning::Date),
            Meaning::PartOf(when, part) => moved(when).map(|when| Meaning::PartOf(when, part)),
            _ => None,
        };
        let Some(meaning) = meaning else { return false };
        earlier.meaning = meaning;
        earlier.span = earlier.span.cover(later.span);
        earlier.end = later.end;
        true
    });
}

/// A date so many units away. Days are moved by any unit; weekdays by weeks; what comes once a year by years.
fn moved(when: When, count: i32, unit: Unit) -> Option<When> {
    let years = match unit {
        Unit::Year => Some(count),
        Unit::Decade => count.checked_mul(10),
        Unit::Century => count.checked_mul(100),
        _ => None,
    };
    match when {
        When::Today | When::Relative(Unit::Day, _) => {
            let days = match when {
                When::Relative(_, days) => days,
                _ => 0,
            };
            let whole = matches!(unit, Unit::Day | Unit::Week | Unit::Month) || years.is_some();
            // gestern in drei Wochen: nobody says that.
            (whole && (count < 0 || days >= 0)).then_some(When::Apart { days, count, unit })
        }
        When::Weekday {
            weekday,
            which: Which::Any,
        } => Some(When::Weekday {
            weekday,
            which: Which::Weeks(weeks(count, unit)?),
        }),
        When::Weekend(Which::Any) => Some(When::Weekend(Which::Weeks(weeks(count, unit)?))),
        When::Day { .. } | When::Month { .. } | When::Season { .. } | When::Quarter { .. } | When::Holiday { .. }
            if year::of(when) == Some(Year::Open) =>
        {
            Some(year::with(when, Year::Shift(years?)))
        }
        _ => None,
    }
}

/// Whole weeks, also as *acht Tage* and *vierzehn Tage*.
fn weeks(count: i32, unit: Unit) -> Option<i32> {
    match (unit, count.abs()) {
        (Unit::Week, _) => Some(count),
        (Unit::Day, 7 | 8) => Some(count.signum()),
        (Unit::Day, 14) => Some(2 * count.signum()),
        _ => None,
    }
}
