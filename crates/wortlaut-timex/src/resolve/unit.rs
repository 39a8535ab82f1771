//! Weekdays, weekends and units counted from an anchor.

use jiff::civil::Date;

use super::date::{known, open};
use super::{OpenDirection, Resolved, Resolver, evidence_of};
use crate::calendar::{self, add_days};
use crate::direction::Direction;
use crate::expression::{Expression, Meaning, When, Which};
use crate::render;
use crate::tagger::Domain;
use crate::word::{Preposition, Unit, Word};
use crate::{Granularity, Interval};

impl Resolver<'_, '_> {
    pub(super) fn weekday(&self, weekday: u8, which: Which, told: &OpenDirection<'_, '_>) -> Resolved {
        let underspecified = || open(format!("XXXX-WXX-{weekday}"), Granularity::Day);
        let wanted = i64::from(weekday);
        let day = |date: Date, rule: &'static str, sure: u16| {
            known(
                render::day(date),
                Some(Interval::day(date)),
                Granularity::Day,
                rule,
                sure,
            )
        };
        let back = |from: Date| (i64::from(calendar::weekday(from)) - wanted).rem_euclid(7);
        let ahead = |from: Date| (wanted - i64::from(calendar::weekday(from))).rem_euclid(7);
        if which == Which::After {
            return match self.last_day.as_ref().and_then(|(_, date)| *date) {
                Some(last) => day(add_days(last, (ahead(last) + 6) % 7 + 1), "timex.anchor.mention", 850),
                None => underspecified(),
            };
        }
        if self.domain == Domain::Narrative {
            return match self.last.filter(|(_, granularity)| *granularity == Granularity::Day) {
                Some((last, _)) => day(add_days(last, ahead(last)), "timex.anchor.mention", 700),
                None => underspecified(),
            };
        }
        let Some(published) = self.published else {
            return underspecified();
        };
        match which {
            Which::Last => day(
                add_days(published, -((back(published) + 6) % 7 + 1)),
                "timex.anchor.last",
                960,
            ),
            Which::Next => day(
                add_days(published, (ahead(published) + 6) % 7 + 1),
                "timex.anchor.next",
                960,
            ),
            Which::This => day(
                add_days(calendar::monday(published), wanted - 1),
                "timex.anchor.this",
                930,
            ),
            Which::OfWeek(weeks) => day(
                add_days(calendar::monday(published), i64::from(weeks) * 7 + wanted - 1),
                "timex.anchor.week",
                960,
            ),
            Which::Weeks(weeks @ ..=-1) => day(
                add_days(published, i64::from(weeks) * 7 - back(published)),
                "timex.anchor.week",
                930,
            ),
            Which::Weeks(weeks) => day(
                add_days(published, i64::from(weeks) * 7 + ahead(published)),
                "timex.anchor.week",
                930,
            ),
            Which::Any | Which::After => {
                let told = told.get();
                let (rule, sure) = evidence_of(told);
                match told.direction {
                    Direction::Future => day(add_days(published, ahead(published)), rule, sure),
                    Direction::Past | Direction::Unknown => day(add_days(published, -back(published)), rule, sure),
                }
            }
        }
    }

    pub(super) fn weekend(&self, which: Which, told: &OpenDirection<'_, '_>) -> Resolved {
        let Some(base) = self.base() else {
            return open("XXXX-WXX-WE".to_owned(), Granularity::Weekend);
        };
        let (weeks, rule, sure) = match which {
            Which::OfWeek(weeks) | Which::Weeks(weeks) => (i64::from(weeks), "timex.anchor.week", 930),
            Which::This => (0, "timex.anchor.this", 930),
            Which::Last if calendar::weekday(base) >= 7 => (0, "timex.anchor.last", 930),
            Which::Last => (-1, "timex.anchor.last", 930),
            Which::Next | Which::After => (i64::from(calendar::weekday(base) >= 6), "timex.anchor.next", 930),
            Which::Any => {
                let told = told.get();
                let (rule, sure) = evidence_of(told);
                match (told.direction, calendar::weekday(base)) {
                    (Direction::Future, _) | (_, 6 | 7) => (0, rule, sure),
                    (Direction::Past | Direction::Unknown, _) => (-1, rule, sure),
                }
            }
        };
        let date = add_days(calendar::monday(base), weeks * 7 + 5);
        let (value, interval, granularity) = render::unit_around(date, Unit::Weekend);
        Resolved {
            date: Some(date),
            ..known(value, interval, granularity, rule, sure.max(850))
        }
    }

    pub(super) fn relative(&self, unit: Unit, count: i32) -> Resolved {
        match self.base() {
            Some(base) => {
                let date = render::shift(base, unit, i64::from(count));
                let (value, interval, granularity) = render::unit_around(date, unit);
                let rule = if self.domain == Domain::News {
                    "timex.anchor.published"
                } else {
                    "timex.anchor.mention"
                };
                Resolved {
                    date: Some(date),
                    ..known(value, interval, granularity, rule, 950)
                }
            }
            None => open(render::unknown(unit).to_owned(), render::granularity(unit)),
        }
    }

    /// *im Oktober … gegenüber dem Vormonat*, *im dritten Quartal … Vorjahreszeitraum*: what a month or a quarter that was
    /// just named is compared with.
    pub(super) fn compared(&self, expression: &Expression, unit: Unit, count: i32) -> Option<Resolved> {
        let (last, granularity) = self.last?;
        let (sentence, _) = self.place(expression.first);
        let near = self.last_sentence <= sentence && sentence <= self.last_sentence + 1;
        if expression.rule != "timex.relative.word" || count >= 0 || !near || self.domain != Domain::News {
            return None;
        }
        let unit_of = match granularity {
            Granularity::Month => Unit::Month,
            Granularity::Quarter => Unit::Quarter,
            Granularity::HalfYear => Unit::HalfYear,
            _ => return None,
        };
        let same_time = || {
            let form = self.scan.form_of(expression.end.saturating_sub(1)).to_lowercase();
            form.starts_with("vorjahresz") || form.starts_with("vorjahresp")
        };
        if unit != unit_of && !(unit == Unit::Year && same_time()) {
            return None;
        }
        let date = render::shift(last, unit, i64::from(count));
        let (value, interval, granularity) = render::unit_around(date, unit_of);
        Some(Resolved {
            date: Some(date),
            ..known(value, interval, granularity, "timex.anchor.mention", 880)
        })
    }

    /// *am Freitag vor Pfingsten*, *am Montag nach Ostern*: the weekday before or after the feast named behind it.
    pub(super) fn beside_holiday(
        &self,
        first: &Expression,
        begin: &mut Resolved,
        expression: &Expression,
        resolved: &Resolved,
    ) {
        let weekday = match first.meaning {
            Meaning::Date(When::Weekday {
                weekday,
                which: Which::Any,
            }) => i64::from(weekday),
            _ => return,
        };
        let Meaning::Date(When::Holiday { .. }) = expression.meaning else {
            return;
        };
        let (Some(feast), true) = (resolved.date, first.end + 1 == expression.first) else {
            return;
        };
        let from = i64::from(calendar::weekday(feast));
        let days = match self.scan.word_of(first.end) {
            Word::Preposition(Preposition::Ago) => -((from - weekday + 6).rem_euclid(7) + 1),
            Word::Preposition(Preposition::After) => (weekday - from + 6).rem_euclid(7) + 1,
            _ => return,
        };
        let day = add_days(feast, days);
        *begin = known(
            render::day(day),
            Some(Interval::day(day)),
            Granularity::Day,
            "timex.anchor.said",
            900,
        );
    }

    /// Whether an expression is the *Vorabend*.
    pub(super) fn is_eve(&self, expression: &Expression) -> bool {
        let form = self.scan.form_of(expression.end.saturating_sub(1));
        form.eq_ignore_ascii_case("vorabend")
    }

    /// Whether the day named last has not come yet.
    pub(super) fn is_last_day_ahead(&self) -> bool {
        let last = self.last_day.as_ref().and_then(|(_, date)| *date);
        matches!((last, self.published), (Some(last), Some(published)) if last > published)
    }

    pub(super) fn anaphoric(&self, unit: Unit, count: i32) -> Resolved {
        if unit == Unit::Day {
            if let Some((value, date)) = &self.last_day {
                if count == 0 {
                    return Resolved {
                        date: *date,
                        ..known(
                            value.split('T').next().unwrap_or("XXXX-XX-XX").to_owned(),
                            date.map(Interval::day),
                            Granularity::Day,
                            "timex.anchor.mention",
                            850,
                        )
                    };
                }
                if let Some(date) = *date {
                    let date = add_days(date, i64::from(count));
                    return known(
                        render::day(date),
                        Some(Interval::day(date)),
                        Granularity::Day,
                        "timex.anchor.mention",
                        850,
                    );
                }
                return open("XXXX-XX-XX".to_owned(), Granularity::Day);
            }
            if count == 0 {
                return open("XXXX-XX-XX".to_owned(), Granularity::Day);
            }
        }
        match self.last.map(|(date, _)| date).or(self.published) {
            Some(base) => {
                let date = render::shift(base, unit, i64::from(count));
                let (value, interval, granularity) = render::unit_around(date, unit);
                Resolved {
                    date: Some(date),
                    ..known(value, interval, granularity, "timex.anchor.mention", 800)
                }
            }
            None => open(render::unknown(unit).to_owned(), render::granularity(unit)),
        }
    }
}
