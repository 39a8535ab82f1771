//! Clock times and parts of days: the day they belong to.

use jiff::civil::{Date, DateTime, Time};
use wortlaut_syntax::ClauseKind;

use super::{DayAnchor, Resolved, Resolver, nothing};
use crate::calendar;
use crate::direction::{self, Direction};
use crate::expression::{ClockTime, Expression, Half, Meaning, SetValue};
use crate::lists::List;
use crate::render;
use crate::tagger::Domain;
use crate::word::{Part, Preposition, Word};
use crate::{ClockInterval, Granularity, Interval};

impl Resolver<'_, '_> {
    /// Whether an expression is a night that is named by the day after: *Nacht zum Mittwoch*, *Nacht auf Sonntag*.
    pub(super) fn is_night_before(&self, expression: &Expression) -> bool {
        (expression.first..expression.end).any(|at| {
            let night = self.scan.word_of(at) == Word::Part(Part::Night);
            night && matches!(self.scan.form_of(at + 1), "zum" | "zu" | "auf")
        })
    }

    /// The day a clock time or a part of a day belongs to.
    pub(super) fn day_of(&self, expression: &Expression, next: Option<&Expression>) -> Resolved {
        let (sentence, paragraph) = self.place(expression.first);
        let found = |day: &DayAnchor, rule: &'static str, sure: u16| Resolved {
            value: day.value.clone(),
            interval: day.date.map(Interval::day),
            clock: None,
            granularity: Granularity::Day,
            date: day.date,
            rules: vec![rule],
            sure,
        };
        // um 20 Uhr am Freitag
        if let Some(next) = next {
            let comma = self.scan.form_of(expression.end) == ",";
            if next.first <= expression.end + 2 && !comma {
                let place = self.days.partition_point(|day| day.at < next.first);
                if let Some(day) = self
                    .days
                    .get(place)
                    .filter(|day| day.at == next.first && day.sentence == sentence)
                {
                    return found(day, "timex.anchor.sentence", 950);
                }
            }
        }
        let end = self.days.partition_point(|day| day.at < expression.first);
        let before = self.days.get(..end).unwrap_or(&[]);
        let here = || before.iter().rev().take(24).take_while(|day| day.sentence == sentence);
        if here().next().is_some() {
            let clause = self.clause(expression.first);
            if let Some(day) = here()
                .find(|day| self.clause(day.at) == clause)
                .or_else(|| here().find(|day| !self.is_report(day.at)))
            {
                return found(day, "timex.anchor.sentence", 950);
            }
        }
        let told = direction::by_verb(self.scan, expression.first);
        let past = told.direction != Direction::Future || self.domain == Domain::Narrative;
        let near = || {
            before.iter().rev().take(12).take_while(|day| {
                day.paragraph == paragraph
                    || day.paragraph + 1 == paragraph && told.direction == Direction::Past
                    || self.domain == Domain::Narrative
                    || day.sentence + 1 >= sentence && self.published.is_none()
            })
        };
        let mut carried = near().filter(|day| self.carries_on(day) && !self.is_before(day.at));
        let in_past = |day: &&DayAnchor| match (day.date, self.published) {
            (Some(date), Some(published)) => date <= published,
            _ => true,
        };
        // What is to come, mentioned in between, does not carry a story of the past.
        let main = carried.clone().find(in_past).filter(|_| past);
        // The Plusquamperfekt tells what was before, and is left again with the next sentence, where the paragraph has a
        // day of its own to go back to. Where it has none, the story goes on from there.
        let back = near()
            .next()
            .filter(|day| {
                past && self.domain == Domain::News && day.paragraph == paragraph && day.sentence + 2 >= sentence
            })
            .filter(|day| in_past(day) && self.carries_on(day) && self.is_before(day.at));
        let main = match (main, back) {
            (Some(main), Some(back)) if main.paragraph != paragraph => Some(back),
            (None, back) => back,
            (main, _) => main,
        };
        if let Some(day) = main {
            return found(day, "timex.anchor.paragraph", 800);
        }
        let carried = carried.next();
        // A present tense goes on with the day it was speaking of: diaries, programmes.
        let goes_on = !past && told.direction == Direction::Future;
        if let Some(day) = carried.filter(|day| goes_on && !told.firm && day.sentence + 2 >= sentence) {
            let ahead = matches!((day.date, self.published), (Some(date), Some(published)) if date >= published);
            if ahead && (expression_is_part(expression) || day.on && day.sentence + 1 == sentence) {
                return found(day, "timex.anchor.paragraph", 700);
            }
        }
        if told.direction == Direction::Past && self.domain == Domain::News {
            if let Some(day) = self.only_day(before) {
                return found(day, "timex.anchor.mention", 650);
            }
        }
        match self.published {
            Some(day) => Resolved {
                value: render::day(day),
                interval: Some(Interval::day(day)),
                clock: None,
                granularity: Granularity::Day,
                date: Some(day),
                rules: vec!["timex.anchor.published"],
                sure: 800,
            },
            None => Resolved {
                value: "XXXX-XX-XX".to_owned(),
                ..nothing()
            },
        }
    }

    /// Whether a day goes on to count for what is told behind it: not the day of a report, nor one that only tells things
    /// apart (*die am Freitag veröffentlichten Daten*), nor, long before publication, one of a subordinate clause.
    fn carries_on(&self, day: &DayAnchor) -> bool {
        let long_before = matches!(
            (day.date, self.published),
            (Some(date), Some(published)) if calendar::days_between(date, published) > LONG_BEFORE
        );
        let subordinate = || {
            self.scan
                .ask_clause(day.at, |_, clause, _| clause.kind != ClauseKind::Main)
                .unwrap_or(false)
        };
        let mentioned = self.domain == Domain::News && long_before && subordinate();
        !(day.aside || mentioned || self.is_report(day.at))
    }

    /// The only day of late that a text tells of, however far back it was named: reports of one event.
    fn only_day<'d>(&self, before: &'d [DayAnchor]) -> Option<&'d DayAnchor> {
        let published = self.published?;
        let mut only: Option<&DayAnchor> = None;
        for day in before.iter().take(ONLY) {
            let Some(date) = day.date else { continue };
            let days = calendar::days_between(date, published);
            if !(0..=LATELY).contains(&days) || !self.carries_on(day) {
                continue;
            }
            if only.is_some_and(|only| only.date != day.date) {
                return None;
            }
            only = Some(day);
        }
        only.filter(|_| before.len() <= ONLY)
    }

    /// The part of the day said beside a clock time: *am Freitagabend gegen halb acht*, *um 4 Uhr am Nachmittag*. The
    /// end of a range goes with its begin; *bis 7 Uhr* alone may well be the next morning.
    fn part_beside(&self, expressions: &[Expression], position: usize) -> Option<Part> {
        let expression = expressions.get(position)?;
        let (sentence, _) = self.place(expression.first);
        let part_of = |other: &Expression| match other.meaning {
            Meaning::Part(part)
            | Meaning::PartOf(_, part)
            | Meaning::Set {
                value: SetValue::Part(part) | SetValue::WeekdayPart(_, part),
                ..
            } => Some(part),
            _ => None,
        };
        let mut at = position;
        let mut first = expression.first;
        while let Some(before) = at.checked_sub(1).and_then(|before| expressions.get(before)) {
            if first.saturating_sub(before.end) > BESIDE || self.place(before.first).0 != sentence {
                break;
            }
            match before.meaning {
                Meaning::Clock(_) => {}
                _ if at < position || !self.is_until(expression) => match part_of(before) {
                    Some(part) => return Some(part),
                    None => break,
                },
                _ => return None,
            }
            at -= 1;
            first = before.first;
        }
        let next = expressions.get(position + 1)?;
        let near = next.first.saturating_sub(expression.end) <= 1 && self.place(next.first).0 == sentence;
        part_of(next).filter(|_| near)
    }

    fn is_until(&self, expression: &Expression) -> bool {
        direction::preposition(self.scan, expression) == Word::Preposition(Preposition::Until)
    }

    /// Whether what happens then happens by day, as far as one can tell: it begins, opens, is announced.
    fn is_by_day(&self, expression: &Expression) -> bool {
        let noun = || {
            (1..=4)
                .map(|back| self.scan.form_of(expression.first.wrapping_sub(back)))
                .take_while(|form| !matches!(*form, "," | "." | ";"))
                .any(|form| List::Start.has(form))
        };
        let verb = || {
            self.scan
                .ask_verb(expression.first, |verb| List::Event.has(&verb.lemma))
                .unwrap_or(false)
        };
        noun() || verb()
    }

    /// The clock time of an expression among all expressions; `position` is its own.
    pub(super) fn clock(&self, expressions: &[Expression], position: usize, clock: ClockTime) -> Resolved {
        let Some(expression) = expressions.get(position) else {
            return nothing();
        };
        let next = expressions.get(position + 1);
        let clock = match self.part_beside(expressions, position) {
            Some(part) if clock.half != Half::Told => clock.in_part(part),
            None if clock.half == Half::Spoken && matches!(clock.hour, 1..=5) && self.is_by_day(expression) => {
                ClockTime {
                    hour: clock.hour + 12,
                    ..clock
                }
            }
            _ => clock,
        };
        let since = matches!(
            direction::preposition(self.scan, expression),
            Word::Preposition(Preposition::From)
        );
        let mut day = match self.published {
            // seit Mitternacht: this one
            Some(published) if since && clock.hour == 24 && self.domain == Domain::News => Resolved {
                value: render::day(published),
                interval: Some(Interval::day(published)),
                clock: None,
                granularity: Granularity::Day,
                date: Some(published),
                rules: vec!["timex.anchor.published"],
                sure: 850,
            },
            _ => self.day_of(expression, next),
        };
        // am Sonntagabend … gegen 1.15 Uhr: the small hours belong to the day after.
        let end = self.days.partition_point(|day| day.at < expression.first);
        let evening = end
            .checked_sub(1)
            .and_then(|at| self.days.get(at))
            .is_some_and(|anchor| anchor.part == Some(Part::Evening) && anchor.value == day.value);
        if let Some(date) = day.date.filter(|_| evening && clock.hour <= 4) {
            let date = calendar::add_days(date, 1);
            day.value = render::day(date);
            day.interval = Some(Interval::day(date));
        }
        let (mut hour, minute) = (clock.hour, clock.minute.unwrap_or(0));
        if hour == 24 && minute == 0 {
            // Midnight is the end of a day that is named; of the day of publication, in the past, its begin.
            if let Some(date) = day.date {
                let begun = since
                    || day.rules.contains(&"timex.anchor.published")
                        && direction::by_verb(self.scan, expression.first).direction == Direction::Past;
                let date = if begun { date } else { calendar::add_days(date, 1) };
                day.value = render::day(date);
                day.interval = Some(Interval::day(date));
                hour = 0;
            }
        }
        day.clock = day
            .interval
            .and_then(|interval| instant(interval.start?, hour, minute))
            .map(|instant| ClockInterval::new(Some(instant), Some(instant)));
        day.value = format!("{}T{hour:02}:{minute:02}", day.value);
        day.granularity = if clock.minute.is_some() {
            Granularity::Minute
        } else {
            Granularity::Hour
        };
        day
    }
}

/// How many days before publication a day lies that a subordinate clause only mentions.
const LONG_BEFORE: i64 = 60;

/// How many days back a report of one event reaches, and how many days it names at most.
const LATELY: i64 = 10;
const ONLY: usize = 12;

/// How many words may stand between a clock time and the part of the day it belongs to.
const BESIDE: usize = 3;

fn expression_is_part(expression: &Expression) -> bool {
    matches!(expression.meaning, Meaning::Part(_))
}

/// A day's value with a part of the day. Values that are no days lose what they say.
pub(super) fn with_part(value: &str, part: Part) -> String {
    let day = value.split('T').next().unwrap_or("");
    let fits = day.len() == 10 || day.contains("-W") && !day.ends_with("WE") && day.matches('-').count() == 2;
    if fits {
        format!("{day}{}", part.suffix())
    } else {
        format!("XXXX-XX-XX{}", part.suffix())
    }
}

/// An instant; the hour 24 is the next day's first.
fn instant(day: Date, hour: u8, minute: u8) -> Option<DateTime> {
    let day = calendar::add_days(day, i64::from(hour / 24));
    let time = Time::new(i8::try_from(hour % 24).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(day.to_datetime(time))
}

/// The hours a part of a day is counted by convention; `before` is set for a night that ends on the day.
pub(super) fn hours_of(part: Part, day: Date, before: bool) -> Option<ClockInterval> {
    let (from, to) = match part {
        Part::Morning => (6, 12),
        Part::Midday => (12, 14),
        Part::Afternoon => (14, 18),
        Part::Evening => (18, 22),
        Part::Night => (22, 24 + 6),
    };
    let day = if before { calendar::add_days(day, -1) } else { day };
    Some(ClockInterval::new(
        Some(instant(day, from, 0)?),
        Some(instant(day, to, 0)?),
    ))
}
