//! Dates: years that are left open, weekdays, units counted from an anchor.

use super::{OpenDirection, Resolved, Resolver, evidence_of, nothing};
use crate::calendar;
use crate::direction::Direction;
use crate::expression::{Expression, When, Year};
use crate::render;
use crate::tagger::Domain;
use crate::word::{Season, Unit};
use crate::{Granularity, Interval};

impl Resolver<'_, '_> {
    pub(super) fn date(&self, expression: &Expression, when: When, told: &OpenDirection<'_, '_>) -> Resolved {
        match when {
            When::Day {
                year,
                month,
                day,
                weekday,
            } => self.day(expression, year, month, day, weekday, told),
            When::Month { year, month } => match self.year_of(expression, year, told, month, |year| {
                calendar::months(year, month, year, month)
            }) {
                Some((year, rule, sure)) => known(
                    render::month(year, month),
                    calendar::months(year, month, year, month),
                    Granularity::Month,
                    rule,
                    sure,
                ),
                None => open(format!("XXXX-{month:02}"), Granularity::Month),
            },
            When::Season { year, season } => {
                let first = season_month(season);
                // The winter that runs in January is named by that year.
                let this_winter = season == Season::Winter
                    && (matches!(year, Year::Open | Year::Shift(0))
                        || year == Year::Complete(-1) && self.published.is_some_and(|day| calendar::month(day) == 3))
                    && self.domain == Domain::News
                    && self.published.is_some_and(|day| calendar::month(day) <= 3)
                    && told.get().direction != Direction::Future;
                if this_winter {
                    let year = self.published.map_or(0, calendar::year);
                    let interval = calendar::months(year - 1, 12, year, 2);
                    return known(
                        format!("{}-WI", render::year(year)),
                        interval,
                        Granularity::Season,
                        "timex.anchor.published",
                        850,
                    );
                }
                match self.year_of(expression, year, told, first, |year| {
                    render::season_interval(year, season)
                }) {
                    Some((year, rule, sure)) => known(
                        format!("{}-{}", render::year(year), season.suffix()),
                        render::season_interval(year, season),
                        Granularity::Season,
                        rule,
                        sure,
                    ),
                    None => open(format!("XXXX-{}", season.suffix()), Granularity::Season),
                }
            }
            When::Quarter { year, number } => {
                let months = move |year: i32| calendar::months(year, number * 3 - 2, year, number * 3);
                match self.year_of(expression, year, told, number * 3 - 2, months) {
                    Some((year, rule, sure)) => known(
                        format!("{}-Q{number}", render::year(year)),
                        months(year),
                        Granularity::Quarter,
                        rule,
                        sure,
                    ),
                    None => open(format!("XXXX-Q{number}"), Granularity::Quarter),
                }
            }
            When::Half { year, number } => {
                let months = move |year: i32| calendar::months(year, number * 6 - 5, year, number * 6);
                match self.year_of(expression, year, told, number * 6 - 5, months) {
                    Some((year, rule, sure)) => known(
                        format!("{}-H{number}", render::year(year)),
                        months(year),
                        Granularity::HalfYear,
                        rule,
                        sure,
                    ),
                    None => open(format!("XXXX-H{number}"), Granularity::HalfYear),
                }
            }
            When::Year(Year::Known(year)) => known(
                render::year(year),
                calendar::years(year, year),
                Granularity::Year,
                "timex.anchor.said",
                980,
            ),
            // What has been told of it is over, or about to be.
            When::WholeYear => match self.published.filter(|_| self.domain == Domain::News) {
                Some(published) => {
                    let told = told.get();
                    let over = told.direction == Direction::Past && calendar::month(published) <= 9;
                    let year = calendar::year(published) - i32::from(over);
                    let (rule, sure) = evidence_of(told);
                    known(
                        render::year(year),
                        calendar::years(year, year),
                        Granularity::Year,
                        rule,
                        sure.min(850),
                    )
                }
                None => open("XXXX".to_owned(), Granularity::Year),
            },
            When::Year(_) => open("XXXX".to_owned(), Granularity::Year),
            When::Decade(first) => known(
                format!("{:03}", first / 10),
                calendar::years(first.max(1), first + 9),
                Granularity::Decade,
                "timex.anchor.said",
                980,
            ),
            When::NthWeekday {
                year,
                month,
                weekday,
                number,
            } => {
                let day = move |year: i32| calendar::nth_weekday(year, month, weekday, number);
                let open_year = || open(format!("XXXX-{month:02}-XX"), Granularity::Day);
                let told_year = if year == Year::Open
                    && self.domain == Domain::News
                    && self.carried_year(expression, month, told).is_none()
                {
                    self.nearest(told, day, expression)
                } else {
                    self.year_of(expression, year, told, month, |year| day(year).map(Interval::day))
                };
                match told_year.and_then(|(year, rule, sure)| Some((day(year)?, rule, sure))) {
                    Some((date, rule, sure)) => known(
                        render::day(date),
                        Some(Interval::day(date)),
                        Granularity::Day,
                        rule,
                        sure,
                    ),
                    None => open_year(),
                }
            }
            When::DecadeOfRelative(tens, shift) => match self.base() {
                Some(base) => {
                    let first = (calendar::year(base).div_euclid(100) + shift) * 100 + i32::from(tens);
                    match calendar::day(first, 1, 1) {
                        Some(day) => {
                            let (value, interval, granularity) = render::unit_around(day, Unit::Decade);
                            known(value, interval, granularity, "timex.anchor.century", 950)
                        }
                        None => open("XXX".to_owned(), Granularity::Decade),
                    }
                }
                None => open("XXX".to_owned(), Granularity::Decade),
            },
            When::DecadeOfCentury(tens) => {
                let century = match (self.domain, self.last) {
                    (Domain::Narrative, Some((date, _))) => calendar::year(date).div_euclid(100) * 100,
                    _ => 1900,
                };
                match calendar::day(century + i32::from(tens), 1, 1) {
                    Some(day) => {
                        let (value, interval, granularity) = render::unit_around(day, Unit::Decade);
                        known(value, interval, granularity, "timex.anchor.century", 900)
                    }
                    None => open("XXX".to_owned(), Granularity::Decade),
                }
            }
            When::Century(number, false) => known(
                format!("{number:02}"),
                calendar::years((number * 100).max(1), number * 100 + 99),
                Granularity::Century,
                "timex.anchor.said",
                980,
            ),
            When::Century(number, true) => known(
                format!("BC{number:02}"),
                calendar::years(-(number * 100 + 99), -(number * 100)),
                Granularity::Century,
                "timex.anchor.said",
                900,
            ),
            When::Millennium(number) => known(
                number.to_string(),
                calendar::years((number * 1000).max(1), number * 1000 + 999),
                Granularity::Century,
                "timex.anchor.said",
                900,
            ),
            When::Weekday { weekday, which } => self.weekday(weekday, which, told),
            When::Weekend(which) => self.weekend(which, told),
            When::Week { year, week } => {
                let year = match year {
                    Year::Known(year) => Some(year),
                    Year::Shift(shift) => self.base().map(|day| calendar::iso_week(day).0 + shift),
                    _ => self.base().map(|day| calendar::iso_week(day).0),
                };
                match year.and_then(|year| Some((year, calendar::monday_of_week(year, week)?))) {
                    Some((year, monday)) => Resolved {
                        date: Some(monday),
                        ..known(
                            format!("{}-W{week:02}", render::year(year)),
                            Some(calendar::week(monday)),
                            Granularity::Week,
                            "timex.anchor.published",
                            900,
                        )
                    },
                    None => open(format!("XXXX-W{week:02}"), Granularity::Week),
                }
            }
            When::Relative(unit, count) => self
                .compared(expression, unit, count)
                .unwrap_or_else(|| self.relative(unit, count)),
            // am Vorabend of what is told, not of what is still to come
            When::Anaphoric(Unit::Day, -1) if self.is_eve(expression) && self.is_last_day_ahead() => {
                self.relative(Unit::Day, -1)
            }
            When::Anaphoric(unit, count) => self.anaphoric(unit, count),
            When::Today => match self.published.filter(|_| self.domain == Domain::News) {
                Some(day) => known(
                    render::day(day),
                    Some(Interval::day(day)),
                    Granularity::Day,
                    "timex.anchor.published",
                    950,
                ),
                None => open("XXXX-XX-XX".to_owned(), Granularity::Day),
            },
            When::Holiday { row, year } => self.holiday(expression, row, year, told),
            When::Cycle { year, month, months } => {
                let last = i32::from(month) + i32::from(months) - 2;
                let (end, last) = (year + last / 12, u8::try_from(last % 12 + 1).unwrap_or(12));
                // A semester is a half-year, and called like the season.
                let (value, granularity) = match (month, months) {
                    (4, 6) => (format!("{}-SU", render::year(year)), Granularity::HalfYear),
                    (_, 6) => (format!("{}-WI", render::year(year)), Granularity::HalfYear),
                    _ => (render::year(year), Granularity::Year),
                };
                let interval = calendar::months(year, month, end, last);
                known(value, interval, granularity, "timex.anchor.said", 950)
            }
            When::Apart { days, count, unit } => match self.published {
                Some(published) => {
                    let day = calendar::add_days(published, i64::from(days));
                    let day = render::shift(day, unit, i64::from(count));
                    known(
                        render::day(day),
                        Some(Interval::day(day)),
                        Granularity::Day,
                        "timex.anchor.published",
                        950,
                    )
                }
                None => open("XXXX-XX-XX".to_owned(), Granularity::Day),
            },
        }
    }

    fn day(
        &self,
        expression: &Expression,
        year: Year,
        month: u8,
        day: u8,
        weekday: Option<u8>,
        told: &OpenDirection<'_, '_>,
    ) -> Resolved {
        let at = |year: i32, rule: &'static str, sure: u16| match calendar::day(year, month, day) {
            Some(date) => known(
                render::day(date),
                Some(Interval::day(date)),
                Granularity::Day,
                rule,
                sure,
            ),
            None => open(format!("XXXX-{month:02}-{day:02}"), Granularity::Day),
        };
        if year == Year::Open {
            // A weekday beside the date tells the year.
            if let (Some(weekday), Some(published)) = (weekday, self.published) {
                let this = calendar::year(published);
                let fits = |year: &i32| {
                    calendar::day(*year, month, day).is_some_and(|date| calendar::weekday(date) == weekday)
                };
                if let Some(year) = [this, this - 1, this + 1].iter().copied().find(fits) {
                    return at(year, "timex.anchor.weekday", 970);
                }
            }
            if self.domain == Domain::News
                && self.published.is_some()
                && self.carried_year(expression, month, told).is_none()
            {
                return self
                    .nearest(told, |year| calendar::day(year, month, day), expression)
                    .map_or_else(
                        || open(format!("XXXX-{month:02}-{day:02}"), Granularity::Day),
                        |(year, rule, sure)| at(year, rule, sure),
                    );
            }
        }
        match self.year_of(expression, year, told, month, |year| {
            calendar::day(year, month, day).map(Interval::day)
        }) {
            Some((year, rule, sure)) => at(year, rule, sure),
            None => open(format!("XXXX-{month:02}-{day:02}"), Granularity::Day),
        }
    }

    fn holiday(&self, expression: &Expression, row: u16, year: Year, told: &OpenDirection<'_, '_>) -> Resolved {
        let length = i64::from(self.scan.named.length(row));
        let at = |year: i32, rule: &'static str, sure: u16| match self.scan.named.in_year(row, year) {
            Some(date) => {
                let days = Interval::days(date, calendar::add_days(date, length - 1));
                let (value, granularity) = render::days(date, length);
                known(value, Some(days), granularity, rule, sure)
            }
            None => open("XXXX-XX-XX".to_owned(), Granularity::Day),
        };
        let resolved =
            if year == Year::Open && self.domain == Domain::News && self.carried_year(expression, 6, told).is_none() {
                self.nearest(told, |year| self.scan.named.in_year(row, year), expression)
            } else {
                let month = self.scan.named.fixed(row).map_or(4, |(month, _)| month);
                self.year_of(expression, year, told, month, |year| {
                    self.scan.named.in_year(row, year).map(Interval::day)
                })
            };
        match resolved {
            Some((year, rule, sure)) => at(year, rule, sure),
            None => open(
                self.scan.named.fixed(row).map_or_else(
                    || "XXXX-XX-XX".to_owned(),
                    |(month, day)| format!("XXXX-{month:02}-{day:02}"),
                ),
                Granularity::Day,
            ),
        }
    }
}

pub(super) fn known(
    value: String,
    interval: Option<Interval>,
    granularity: Granularity,
    rule: &'static str,
    sure: u16,
) -> Resolved {
    Resolved {
        value,
        interval,
        clock: None,
        granularity,
        date: interval.and_then(|interval| interval.start),
        rules: vec![rule],
        sure,
    }
}

pub(super) fn open(value: String, granularity: Granularity) -> Resolved {
    Resolved {
        value,
        granularity,
        rules: vec!["timex.anchor.none"],
        sure: 900,
        ..nothing()
    }
}

fn season_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}
