//! TIMEX3 values and intervals of resolved times.

use jiff::civil::Date;

use crate::calendar::{self, add_days, add_months};
use crate::expression::{Amount, Length, Sense, SetValue};
use crate::word::{Season, Unit};
use crate::{Granularity, Interval};

/// A year in four digits; the values know none beyond.
pub(crate) fn year(year: i32) -> String {
    if year < 1 {
        format!("BC{:04}", (1 - year.max(-9998)).min(9999))
    } else {
        format!("{:04}", year.min(9999))
    }
}

pub(crate) fn day(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(calendar::year(date)), date.month(), date.day())
}

/// The value of several days: of the week or the weekend they are or hold, else of the first.
pub(crate) fn days(first: Date, count: i64) -> (String, Granularity) {
    let weekday = i64::from(calendar::weekday(first));
    let saturday = add_days(first, (6 - weekday).rem_euclid(7));
    if count == 7 && weekday == 1 {
        (week(first), Granularity::Week)
    } else if count > 1 && add_days(saturday, 1) < add_days(first, count) {
        (format!("{}-WE", week(saturday)), Granularity::Weekend)
    } else {
        (day(first), Granularity::Day)
    }
}

pub(crate) fn month(y: i32, month: u8) -> String {
    format!("{}-{month:02}", year(y))
}

pub(crate) fn week(date: Date) -> String {
    let (y, week) = calendar::iso_week(date);
    format!("{}-W{week:02}", year(y))
}

/// The value and interval of the unit around a day.
pub(crate) fn unit_around(date: Date, unit: Unit) -> (String, Option<Interval>, Granularity) {
    let y = calendar::year(date);
    let (value, granularity) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Evening | Unit::Night => {
            (day(date), Granularity::Day)
        }
        Unit::Week => (week(date), Granularity::Week),
        Unit::Weekend => (format!("{}-WE", week(date)), Granularity::Weekend),
        Unit::Month => (month(y, calendar::month(date)), Granularity::Month),
        Unit::Quarter => (
            format!("{}-Q{}", year(y), (calendar::month(date) - 1) / 3 + 1),
            Granularity::Quarter,
        ),
        Unit::HalfYear => (
            format!("{}-H{}", year(y), if calendar::month(date) <= 6 { 1 } else { 2 }),
            Granularity::HalfYear,
        ),
        Unit::Year => (year(y), Granularity::Year),
        Unit::Decade if y < 1 => (format!("BC{:03}", -y / 10), Granularity::Decade),
        Unit::Decade => (format!("{:03}", y / 10), Granularity::Decade),
        Unit::Century | Unit::Millennium if y < 1 => (format!("BC{:02}", -y / 100), Granularity::Century),
        Unit::Century | Unit::Millennium => (format!("{:02}", y / 100), Granularity::Century),
    };
    (value, calendar::around(date, granularity), granularity)
}

/// The value of a unit of which nothing is known but what it is.
pub(crate) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::HalfYear => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
        _ => "XXXX-XX-XX",
    }
}

/// The granularity of a unit.
pub(crate) fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Evening | Unit::Night => Granularity::DayPart,
        Unit::Day => Granularity::Day,
        Unit::Week => Granularity::Week,
        Unit::Weekend => Granularity::Weekend,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::HalfYear => Granularity::HalfYear,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century | Unit::Millennium => Granularity::Century,
    }
}

/// A day some units later (or earlier).
pub(crate) fn shift(date: Date, unit: Unit, count: i64) -> Date {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => date,
        Unit::Day | Unit::Evening | Unit::Night => add_days(date, count),
        Unit::Week | Unit::Weekend => add_days(date, count.saturating_mul(7)),
        Unit::Month => add_months(date, count),
        Unit::Quarter => add_months(date, count.saturating_mul(3)),
        Unit::HalfYear => add_months(date, count.saturating_mul(6)),
        Unit::Year => add_months(date, count.saturating_mul(12)),
        Unit::Decade => add_months(date, count.saturating_mul(120)),
        Unit::Century => add_months(date, count.saturating_mul(1200)),
        Unit::Millennium => add_months(date, count.saturating_mul(12_000)),
    }
}

fn number(thousandths: u32, factor: u32) -> String {
    let thousandths = u64::from(thousandths) * u64::from(factor);
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        whole.to_string()
    } else {
        format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
    }
}

/// The designator of a unit in a period, whether it stands behind the `T`, and how many of it make one unit.
fn designator(unit: Unit) -> (&'static str, bool, u32) {
    match unit {
        Unit::Second => ("S", true, 1),
        Unit::Minute => ("M", true, 1),
        Unit::Hour => ("H", true, 1),
        Unit::Evening => ("EV", true, 1),
        Unit::Night => ("NI", true, 1),
        Unit::Day => ("D", false, 1),
        Unit::Week => ("W", false, 1),
        Unit::Weekend => ("WE", false, 1),
        Unit::Month => ("M", false, 1),
        Unit::Quarter => ("M", false, 3),
        Unit::HalfYear => ("M", false, 6),
        Unit::Year => ("Y", false, 1),
        Unit::Decade => ("DE", false, 1),
        Unit::Century => ("CE", false, 1),
        Unit::Millennium => ("Y", false, 1000),
    }
}

/// The TIMEX3 value of a length of time.
pub(crate) fn period(first: (Amount, Unit), second: Option<(Amount, Unit)>) -> String {
    let mut value = String::from("P");
    let mut in_time = false;
    for (amount, unit) in [Some(first), second].into_iter().flatten() {
        let (designator, time, factor) = designator(unit);
        if time && !in_time {
            value.push('T');
            in_time = true;
        }
        match amount {
            Amount::Unknown => value.push('X'),
            Amount::Thousandths(thousandths) => value.push_str(&number(thousandths, factor)),
        }
        value.push_str(designator);
    }
    value
}

/// The days a length of time stands for, counted from a day; `exact` to the day, not to the unit.
pub(crate) fn length_interval(
    length: Length,
    sense: Sense,
    from: Date,
    exact: bool,
) -> Option<(Interval, Granularity)> {
    let (amount, unit) = length.first;
    let whole = |amount: Amount| match amount {
        Amount::Thousandths(thousandths) => Some(i64::from(thousandths)),
        Amount::Unknown => None,
    };
    let moved = |sign: i64| -> Option<Date> {
        let thousandths = whole(amount)?;
        // Half a unit is counted in the unit below.
        let mut date = if thousandths % 1000 == 0 {
            shift(from, unit, sign * (thousandths / 1000))
        } else {
            match unit {
                Unit::Year => add_months(from, sign * thousandths * 12 / 1000),
                Unit::Decade => add_months(from, sign * thousandths * 120 / 1000),
                Unit::Month => add_days(from, sign * thousandths * 30 / 1000),
                Unit::Week => add_days(from, sign * thousandths * 7 / 1000),
                _ => shift(from, unit, sign * (thousandths / 1000)),
            }
        };
        if let Some((amount, unit)) = length.second {
            date = shift(date, unit, sign * (whole(amount)? / 1000));
        }
        Some(date)
    };
    let fine = length.second.map_or(unit, |(_, unit)| unit);
    let fine = match whole(amount) {
        Some(thousandths) if thousandths % 1000 != 0 => match unit {
            Unit::Year | Unit::Decade => Unit::Month,
            Unit::Month | Unit::Week => Unit::Day,
            unit => unit,
        },
        _ => fine,
    };
    let to_the_day = exact && !matches!(fine, Unit::Second | Unit::Minute | Unit::Hour);
    let fine = if to_the_day { Unit::Day } else { fine };
    // Before the first year of the calendar, or after its last, nothing has a place on it.
    let outside = |date: Date| date <= calendar::MIN || date >= calendar::MAX;
    if moved(-1).is_some_and(outside) && matches!(sense, Sense::Ago | Sense::Earlier | Sense::UpToNow)
        || moved(1).is_some_and(outside) && matches!(sense, Sense::Ahead | Sense::Later | Sense::FromNow)
    {
        return None;
    }
    match sense {
        Sense::Length => None,
        Sense::Ago | Sense::Earlier => match moved(-1) {
            Some(date) => point(date, fine),
            None => Some((
                Interval {
                    start: None,
                    end: Some(from),
                },
                granularity(unit),
            )),
        },
        Sense::Ahead | Sense::Later => match moved(1) {
            Some(date) => point(date, fine),
            None => Some((
                Interval {
                    start: Some(from),
                    end: None,
                },
                granularity(unit),
            )),
        },
        Sense::UpToNow => match moved(-1) {
            Some(start) => Some((Interval::days(start, from), granularity(unit))),
            None => Some((
                Interval {
                    start: None,
                    end: Some(from),
                },
                granularity(unit),
            )),
        },
        Sense::FromNow => match moved(1) {
            Some(end) => Some((Interval::days(from, end), granularity(unit))),
            None => Some((
                Interval {
                    start: Some(from),
                    end: None,
                },
                granularity(unit),
            )),
        },
    }
}

fn point(date: Date, unit: Unit) -> Option<(Interval, Granularity)> {
    let (_, interval, granularity) = unit_around(date, unit);
    Some((interval?, granularity))
}

/// The days of a season. Winter begins in the year that names it.
pub(crate) fn season_interval(year: i32, season: Season) -> Option<Interval> {
    match season {
        Season::Spring => calendar::months(year, 3, year, 5),
        Season::Summer => calendar::months(year, 6, year, 8),
        Season::Autumn => calendar::months(year, 9, year, 11),
        Season::Winter => calendar::months(year, 12, year + 1, 2),
    }
}

/// The TIMEX3 value of a SET.
pub(crate) fn set(value: SetValue) -> String {
    match value {
        SetValue::Text(text) => text.to_owned(),
        SetValue::Period(amount, unit) => period((amount, unit), None),
        SetValue::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        SetValue::WeekdayPart(weekday, part) => format!("XXXX-WXX-{weekday}{}", part.suffix()),
        SetValue::Part(part) => format!("XXXX-XX-XX{}", part.suffix()),
        SetValue::Month(month) => format!("XXXX-{month:02}"),
        SetValue::Season(season) => format!("XXXX-{}", season.suffix()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_around_any_day_holds_it() {
        let units = [
            Unit::Day,
            Unit::Week,
            Unit::Weekend,
            Unit::Month,
            Unit::Quarter,
            Unit::HalfYear,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
            Unit::Millennium,
        ];
        for year in (-9990..=9990).step_by(7).chain(-120..=120) {
            for (month, number) in [(1, 1), (2, 28), (6, 30), (12, 31)] {
                let date = calendar::day(year, month, number).unwrap();
                for unit in units {
                    let (value, interval, granularity) = unit_around(date, unit);
                    assert!(crate::grammar::is_value(&value), "{value}");
                    let interval = interval.unwrap();
                    assert!(interval.is_ordered(), "{date} {unit:?} {interval:?}");
                    if unit != Unit::Weekend {
                        assert!(
                            interval.start.unwrap() <= date && date <= interval.end.unwrap(),
                            "{date} {unit:?}"
                        );
                    }
                    assert_eq!(granularity, super::granularity(unit));
                }
            }
        }
    }

    #[test]
    fn periods() {
        for (first, second, value) in [
            ((Amount::Thousandths(2000), Unit::Year), None, "P2Y"),
            ((Amount::Thousandths(500), Unit::Year), None, "P0.5Y"),
            (
                (Amount::Thousandths(2000), Unit::Year),
                Some((Amount::Thousandths(9000), Unit::Month)),
                "P2Y9M",
            ),
            (
                (Amount::Thousandths(1000), Unit::Hour),
                Some((Amount::Thousandths(30_000), Unit::Minute)),
                "PT1H30M",
            ),
            (
                (Amount::Thousandths(1000), Unit::Day),
                Some((Amount::Thousandths(2000), Unit::Hour)),
                "P1DT2H",
            ),
            ((Amount::Unknown, Unit::Hour), None, "PTXH"),
            ((Amount::Thousandths(2000), Unit::Quarter), None, "P6M"),
            ((Amount::Thousandths(3500), Unit::Minute), None, "PT3.5M"),
        ] {
            assert_eq!(period(first, second), value);
        }
    }
}
