//! Years that stand once and count for several: *vom 28. Mai bis 3. Juni 1972*, *Mai/Juni 1972*.

use crate::expression::{Expression, Meaning, When, Year};
use crate::scan::Scan;
use crate::word::{Preposition, Word};

/// Gives the year of an expression to those before it that are joined with it.
pub(super) fn share(scan: &Scan<'_>, expressions: &mut [Expression]) {
    for at in (1..expressions.len()).rev() {
        let (Some(&before), Some(&after)) = (expressions.get(at - 1), expressions.get(at)) else {
            continue;
        };
        let (first, second) = match (before.meaning, after.meaning) {
            // der Nacht vom 31. Januar auf den 1. Februar 1968
            (Meaning::Date(first) | Meaning::PartOf(first, _), Meaning::Date(second)) => (first, second),
            _ => continue,
        };
        if of(first) != Some(Year::Open) || !joined(scan, before.end, after.first) {
            continue;
        }
        let mut year = match (of(second), second) {
            (Some(year), _) if year != Year::Open => year,
            // Frühjahr und Sommer 1944; but not: im Mai und 1944
            _ => continue,
        };
        if matches!(second, When::Year(_)) {
            continue;
        }
        if let (Year::Known(known), Some(earlier), Some(later)) = (year, order(first), order(second)) {
            // Dezember bis Februar 1941
            if earlier > later {
                year = Year::Known(known - 1);
            }
        }
        if let Some(expression) = expressions.get_mut(at - 1) {
            expression.meaning = match before.meaning {
                Meaning::PartOf(_, part) => Meaning::PartOf(with(first, year), part),
                _ => Meaning::Date(with(first, year)),
            };
        }
    }
}

/// Joins a part of a year to the first year of a range behind it: *Winter 1916/17*, *Silvesternacht 2005/06*.
pub(crate) fn join(expressions: &mut Vec<Expression>) {
    expressions.dedup_by(|later, earlier| {
        let (Meaning::Date(first), Meaning::Date(When::Year(year))) = (earlier.meaning, later.meaning) else {
            return false;
        };
        let open = of(first) == Some(Year::Open) && !matches!(first, When::Day { .. });
        if !open || later.rule != "timex.year.range" || earlier.end != later.first {
            return false;
        }
        earlier.meaning = Meaning::Date(with(first, year));
        earlier.span = earlier.span.cover(later.span);
        earlier.end = later.end;
        true
    });
}

/// Whether between two tokens stands only what joins the members of a list or the ends of a range.
pub(super) fn joined(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 3
        && (from..to).all(|at| {
            let (form, word) = (scan.form_of(at), scan.word_of(at));
            matches!(form, "," | "-" | "–" | "/" | "−" | "dem" | "den")
                || matches!(
                    word,
                    Word::Conjunction
                        | Word::Preposition(Preposition::Until | Preposition::To | Preposition::On | Preposition::In)
                )
        })
}

/// The year slot of a date.
pub(super) fn of(when: When) -> Option<Year> {
    match when {
        When::Day { year, .. }
        | When::Month { year, .. }
        | When::Season { year, .. }
        | When::Quarter { year, .. }
        | When::NthWeekday { year, .. }
        | When::Half { year, .. } => Some(year),
        When::Year(year) | When::Holiday { year, .. } => Some(year),
        _ => None,
    }
}

/// The year a date says outright.
pub(super) fn said(when: When) -> Option<i32> {
    match of(when) {
        Some(Year::Known(year)) => Some(year),
        _ => None,
    }
}

pub(super) fn order(when: When) -> Option<u16> {
    match when {
        When::Day { month, day, .. } => Some(u16::from(month) * 32 + u16::from(day)),
        When::Month { month, .. } => Some(u16::from(month) * 32),
        When::Quarter { number, .. } | When::Half { number, .. } => Some(u16::from(number)),
        _ => None,
    }
}

pub(super) fn with(when: When, new: Year) -> When {
    match when {
        When::Day {
            month, day, weekday, ..
        } => When::Day {
            year: new,
            month,
            day,
            weekday,
        },
        When::NthWeekday {
            month, weekday, number, ..
        } => When::NthWeekday {
            year: new,
            month,
            weekday,
            number,
        },
        When::Month { month, .. } => When::Month { year: new, month },
        When::Season { season, .. } => When::Season { year: new, season },
        When::Quarter { number, .. } => When::Quarter { year: new, number },
        When::Half { number, .. } => When::Half { year: new, number },
        When::Holiday { row, .. } => When::Holiday { row, year: new },
        other => other,
    }
}
