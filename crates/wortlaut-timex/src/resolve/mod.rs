//! From expressions with an open anchor to values and intervals.
//!
//! Dates are resolved in the order of the text, since each can anchor the next; clock times and parts of days follow,
//! since they may belong to a day named after them.

mod apart;
mod clock;
mod date;
mod finish;
mod history;
mod open_year;
mod order;
mod today;
mod unit;
mod year;

pub(crate) use apart::join as join_lengths;
pub(crate) use year::join as join_years;

use order::{narrow, share};

use std::cell::OnceCell;

use jiff::civil::Date;
use wortlaut_tokenize::TokenIdx;

use crate::direction::{self, Direction, Told};
use crate::expression::{Expression, Meaning, Sense, When, Year};
use crate::scan::Scan;
use crate::tagger::{Domain, TodayPolicy};
use crate::word::{Part, Preposition, Reference, Unit, Word};
use crate::{ClockInterval, Granularity, Interval, Timex};

/// A resolved date.
#[derive(Clone, Debug)]
struct Resolved {
    value: String,
    interval: Option<Interval>,
    clock: Option<ClockInterval>,
    granularity: Granularity,
    /// The day or first day it stands for.
    date: Option<Date>,
    /// What anchored it.
    rules: Vec<&'static str>,
    /// In thousandths.
    sure: u16,
}

/// Where the time of an expression lies, found out when somebody asks: that may take parsing its sentence.
pub(crate) struct OpenDirection<'e, 'a> {
    scan: &'e Scan<'a>,
    expression: &'e Expression,
    told: OnceCell<Told>,
}

impl<'e, 'a> OpenDirection<'e, 'a> {
    fn new(scan: &'e Scan<'a>, expression: &'e Expression) -> Self {
        OpenDirection {
            scan,
            expression,
            told: OnceCell::new(),
        }
    }

    fn get(&self) -> Told {
        *self.told.get_or_init(|| direction::of(self.scan, self.expression))
    }
}

/// A day that clock times and parts of days can belong to.
#[derive(Clone, Debug)]
struct DayAnchor {
    at: usize,
    value: String,
    date: Option<Date>,
    sentence: usize,
    paragraph: usize,
    /// The part of the day it was named with.
    part: Option<Part>,
    /// Whether it belongs to a participle before a noun, which is not what is told.
    aside: bool,
    /// Whether something is on that day, not until then or from then on: *am Freitag*.
    on: bool,
}

/// How many years before publication a date lies that opens a passage of history.
const LONG_AGO: i32 = 5;

/// How many sentences a passage of history reaches without a date.
const PASSAGE: usize = 12;

/// Resolves all expressions of a text.
pub(crate) struct Resolver<'s, 'a> {
    pub(crate) scan: &'s Scan<'a>,
    pub(crate) published: Option<Date>,
    pub(crate) domain: Domain,
    pub(crate) today: TodayPolicy,
    /// The last token at which a date needs those before it; behind it nothing need be remembered for the others.
    open: usize,
    /// Whether the text speaks in days: weekdays, *gestern*, clock times.
    daily: bool,
    /// The date named last, of any granularity.
    last: Option<(Date, Granularity)>,
    /// Its sentence.
    last_sentence: usize,
    /// The value of the day named last, also where it is underspecified.
    last_day: Option<(String, Option<Date>)>,
    /// The last year that was said outright: the year and its sentence.
    carried: Option<(i32, usize, usize)>,
    /// News: the year of a passage that tells of a time long before publication, and the sentence and paragraph it
    /// has reached.
    history: Option<(i32, usize, usize)>,
    days: Vec<DayAnchor>,
    /// Narratives: the only year of the heading above, which every paragraph below it starts from.
    section: Option<i32>,
    /// The paragraph of the last heading with a date, and its first year.
    last_heading: Option<(usize, i32)>,
    paragraph: usize,
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub(crate) fn new(
        scan: &'s Scan<'a>,
        published: Option<Date>,
        domain: Domain,
        today: TodayPolicy,
        expressions: &[Expression],
    ) -> Self {
        let daily = expressions.iter().any(|expression| {
            matches!(
                expression.meaning,
                Meaning::Clock(_)
                    | Meaning::PartOf(..)
                    | Meaning::Date(When::Weekday { .. } | When::Relative(Unit::Day, _) | When::Weekend(_))
            )
        });
        let open = expressions
            .iter()
            .rev()
            .find(|expression| {
                let (Meaning::Date(when) | Meaning::PartOf(when, _)) = expression.meaning else {
                    return false;
                };
                matches!(when, When::Anaphoric(..)) || matches!(year::of(when), Some(Year::Open | Year::Anaphoric(_)))
            })
            .map_or(0, |expression| expression.first);
        Resolver {
            scan,
            open,
            published,
            domain,
            today,
            daily,
            last: None,
            last_sentence: 0,
            last_day: None,
            carried: None,
            history: None,
            days: Vec::new(),
            section: None,
            last_heading: None,
            paragraph: usize::MAX,
        }
    }

    /// Where relative times count from.
    fn base(&self) -> Option<Date> {
        match self.domain {
            Domain::News => self.published,
            Domain::Narrative => self.last.map(|(date, _)| date).or(self.published),
        }
    }

    fn place(&self, token: usize) -> (usize, usize) {
        let layer = self.scan.layer;
        let Some(sentence) = layer.sentence_of(TokenIdx::new(token)) else {
            return (0, 0);
        };
        let paragraph = sentence
            .get(&layer.sentences)
            .map_or(0, |sentence| sentence.paragraph.index());
        (sentence.index(), paragraph)
    }

    /// Resolves, in the order of the text.
    pub(crate) fn run(&mut self, expressions: &mut [Expression], into: &mut Vec<Timex>) {
        year::share(self.scan, expressions);
        let mut dates: Vec<Option<Resolved>> = Vec::with_capacity(expressions.len());
        for (position, expression) in expressions.iter().enumerate() {
            self.enter_paragraph(expression);
            let resolved = match expression.meaning {
                Meaning::Date(when) | Meaning::PartOf(when, _) => {
                    let mut resolved = self.date(expression, when, &OpenDirection::new(self.scan, expression));
                    let before = position.checked_sub(1);
                    let begin = before.and_then(|before| dates.get_mut(before)).and_then(Option::as_mut);
                    if let (Some(first), Some(begin)) = (before.and_then(|before| expressions.get(before)), begin) {
                        order::keep_order(self.scan, first, begin, expression, &mut resolved, self.published);
                        self.beside_holiday(first, begin, expression, &resolved);
                        self.keep_year(first, begin, expression, &mut resolved);
                        // What moved its begin moved the day that later times belong to.
                        if let Some(day) = self.days.last_mut().filter(|day| day.at == first.first) {
                            day.date = begin.date;
                            day.value.clone_from(&begin.value);
                        }
                    }
                    Some(resolved)
                }
                Meaning::Length(length, sense @ (Sense::Later | Sense::Earlier))
                    if self.domain == Domain::Narrative =>
                {
                    self.later(length, sense)
                }
                _ => None,
            };
            if let Some(resolved) = &resolved {
                self.remember(expression, resolved);
            }
            // *vor zwei Wochen*, *derzeit*: back to the present day.
            if matches!(
                expression.meaning,
                Meaning::Length(_, Sense::Ago | Sense::Ahead | Sense::UpToNow | Sense::FromNow)
                    | Meaning::Reference(Reference::Present)
            ) {
                self.leave_history();
            }
            dates.push(resolved);
        }
        for (position, expression) in expressions.iter().enumerate() {
            let resolved = dates.get_mut(position).and_then(Option::take);
            let timex = self.finish(expressions, position, expression, resolved);
            into.push(timex);
        }
    }

    /// What a date leaves behind for those after it.
    fn remember(&mut self, expression: &Expression, resolved: &Resolved) {
        let (sentence, paragraph) = self.place(expression.first);
        if resolved.granularity == Granularity::Vague {
            return;
        }
        let day = matches!(resolved.granularity, Granularity::Day | Granularity::DayPart);
        if let Some(date) = resolved.date {
            // What a time is compared with is aside.
            let compared = expression.rule == "timex.relative.word" && resolved.rules.contains(&"timex.anchor.mention");
            if !compared && self.moves_on(expression, date, resolved.granularity) {
                self.last = Some((date, resolved.granularity));
                self.last_sentence = sentence;
            }
        }
        if let Meaning::Date(when) | Meaning::PartOf(when, _) = expression.meaning {
            // A bare year is background as often as not: only a day or a month carries its year on.
            if let Some(year) = year::said(when).filter(|_| matches!(when, When::Day { .. } | When::Month { .. })) {
                self.carried = Some((year, sentence, paragraph));
            }
        }
        self.follow_history(expression, resolved, sentence, paragraph);
        if day {
            let aside = matches!(expression.meaning, Meaning::Date(When::Anaphoric(_, count)) if count < 0);
            if !aside {
                self.last_day = Some((resolved.value.clone(), resolved.date));
            }
            self.days.push(DayAnchor {
                at: expression.first,
                value: resolved.value.clone(),
                date: resolved.date,
                sentence,
                paragraph,
                part: match expression.meaning {
                    Meaning::PartOf(_, part) => Some(part),
                    _ => None,
                },
                on: direction::preposition(self.scan, expression) == Word::Preposition(Preposition::On),
                aside: resolved.rules.contains(&"timex.anchor.participle"),
            });
        }
    }
}

/// Nothing is known.
fn nothing() -> Resolved {
    Resolved {
        value: "XXXX-XX-XX".to_owned(),
        interval: None,
        clock: None,
        granularity: Granularity::Vague,
        date: None,
        rules: Vec::new(),
        sure: 800,
    }
}

/// The direction as it concerns a weekday or a date without a year.
pub(super) fn evidence_of(told: Told) -> (&'static str, u16) {
    let sure = match (told.direction, told.firm) {
        (Direction::Unknown, _) => 700,
        (_, true) => 960,
        (_, false) => 880,
    };
    (told.rule, sure)
}
