//! Civil calendar: days, ISO weeks, and the first and last day of every unit. All of it saturates; nothing panics.

use jiff::civil::{Date, Weekday};

use crate::{Granularity, Interval};

/// The earliest and the latest day an interval can reach.
pub(crate) const MIN: Date = Date::MIN;
pub(crate) const MAX: Date = Date::MAX;

/// A day, if the calendar has it.
pub(crate) fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// `days` later (or earlier).
pub(crate) fn add_days(date: Date, days: i64) -> Date {
    let span = jiff::Span::new().try_days(days);
    match span.and_then(|span| date.checked_add(span)) {
        Ok(date) => date,
        Err(_) if days < 0 => MIN,
        Err(_) => MAX,
    }
}

/// `months` later (or earlier); the day is cut to the length of the month.
pub(crate) fn add_months(date: Date, months: i64) -> Date {
    let span = jiff::Span::new().try_months(months);
    match span.and_then(|span| date.checked_add(span)) {
        Ok(date) => date,
        Err(_) if months < 0 => MIN,
        Err(_) => MAX,
    }
}

pub(crate) fn year(date: Date) -> i32 {
    i32::from(date.year())
}

pub(crate) fn month(date: Date) -> u8 {
    u8::try_from(date.month()).unwrap_or(1)
}

/// Monday is 1, Sunday is 7.
pub(crate) fn weekday(date: Date) -> u8 {
    u8::try_from(date.weekday().to_monday_one_offset()).unwrap_or(1)
}

/// How many days `to` lies after `from`.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    let number = |date: Date| -> i64 {
        // Days since 1 March of the year 0, by the civil-from-days scheme.
        let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
        let y = if m <= 2 { y - 1 } else { y };
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let doy = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + d - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy
    };
    number(to) - number(from)
}

/// The ISO year and week a day lies in.
pub(crate) fn iso_week(date: Date) -> (i32, u8) {
    let week = date.iso_week_date();
    (i32::from(week.year()), u8::try_from(week.week()).unwrap_or(1))
}

/// The Monday of an ISO week.
pub(crate) fn monday_of_week(iso_year: i32, week: u8) -> Option<Date> {
    let year = i16::try_from(iso_year).ok()?;
    let week = i8::try_from(week).ok()?;
    jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday)
        .ok()
        .map(jiff::civil::ISOWeekDate::date)
}

/// The Monday of the week a day lies in.
pub(crate) fn monday(date: Date) -> Date {
    add_days(date, 1 - i64::from(weekday(date)))
}

/// The n-th day of that name in a month, if the month has so many; the number 0 is the last.
pub(crate) fn nth_weekday(y: i32, m: u8, wanted: u8, number: u8) -> Option<Date> {
    if number == 0 {
        let last = day(y, m, days_in_month(y, m))?;
        return Some(add_days(
            last,
            -(i64::from(weekday(last)) - i64::from(wanted)).rem_euclid(7),
        ));
    }
    let first = day(y, m, 1)?;
    let ahead = (i64::from(wanted) - i64::from(weekday(first))).rem_euclid(7);
    let date = add_days(first, ahead + (i64::from(number) - 1) * 7);
    (date.month() == first.month()).then_some(date)
}

pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    day(year, month, 1).map_or(31, |date| u8::try_from(date.days_in_month()).unwrap_or(31))
}

/// From the first day of a month to the last of another.
pub(crate) fn months(from_year: i32, from: u8, to_year: i32, to: u8) -> Option<Interval> {
    Some(Interval::days(
        day(from_year, from, 1)?,
        day(to_year, to, days_in_month(to_year, to))?,
    ))
}

pub(crate) fn years(from: i32, to: i32) -> Option<Interval> {
    Some(Interval::days(day(from, 1, 1)?, day(to, 12, 31)?))
}

pub(crate) fn week(date: Date) -> Interval {
    let monday = monday(date);
    Interval::days(monday, add_days(monday, 6))
}

/// The ten or hundred years around a year: those with its leading digits, before Christ as after. The first of them is
/// shorter by the year 0, which there was not.
fn truncated(y: i32, size: i32) -> Option<Interval> {
    if y >= 1 {
        let first = y / size * size;
        years(first.max(1), first + size - 1)
    } else {
        // The year 0 is the year 1 before Christ.
        let nearest = y / size * size;
        years(nearest - size + 1, nearest)
    }
}

/// The unit of the calendar a day lies in.
pub(crate) fn around(date: Date, granularity: Granularity) -> Option<Interval> {
    let y = year(date);
    match granularity {
        Granularity::Minute | Granularity::Hour | Granularity::DayPart | Granularity::Day => Some(Interval::day(date)),
        Granularity::Weekend => {
            let monday = monday(date);
            Some(Interval::days(add_days(monday, 5), add_days(monday, 6)))
        }
        Granularity::Week => Some(week(date)),
        Granularity::Month => months(y, month(date), y, month(date)),
        Granularity::Quarter => {
            let first = (month(date) - 1) / 3 * 3 + 1;
            months(y, first, y, first + 2)
        }
        Granularity::HalfYear => {
            if month(date) <= 6 {
                months(y, 1, y, 6)
            } else {
                months(y, 7, y, 12)
            }
        }
        Granularity::Season | Granularity::Year => years(y, y),
        Granularity::Decade => truncated(y, 10),
        Granularity::Century => truncated(y, 100),
        Granularity::Vague => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_at_the_turn_of_the_year() {
        assert_eq!(iso_week(day(2021, 1, 3).unwrap()), (2020, 53));
        assert_eq!(iso_week(day(2024, 12, 30).unwrap()), (2025, 1));
        assert_eq!(monday_of_week(2020, 53), day(2020, 12, 28));
        assert_eq!(monday_of_week(2021, 53), None);
    }

    #[test]
    fn days_between_counts_across_leap_days() {
        assert_eq!(days_between(day(2024, 2, 28).unwrap(), day(2024, 3, 1).unwrap()), 2);
        assert_eq!(days_between(day(2025, 3, 1).unwrap(), day(2025, 2, 28).unwrap()), -1);
        assert_eq!(days_between(day(1900, 2, 28).unwrap(), day(1900, 3, 1).unwrap()), 1);
    }

    #[test]
    fn the_ends_of_time_saturate() {
        assert_eq!(add_days(MAX, 1), MAX);
        assert_eq!(add_days(MIN, -1), MIN);
        assert_eq!(add_days(MAX, i64::MAX), MAX);
        assert_eq!(add_months(MIN, i64::MIN), MIN);
    }
}
