//! From expressions with an open anchor to values and intervals.
//!
//! Dates are resolved in the order of the text, since each can anchor the next; clock times and parts of days follow,
//! since they may belong to a day named after them.

mod date;
mod year;

pub(crate) use year::join as join_years;

use std::cell::OnceCell;

use jiff::civil::Date;
use wortlaut_lexicon::{Mood, Tense};
use wortlaut_syntax::ClauseIdx;
use wortlaut_text::{Confidence, Evidence};
use wortlaut_tokenize::{TokenIdx, TokenKind, ZoneKind};

use crate::calendar;
use crate::direction::{self, Direction, Told};
use crate::expression::{ClockTime, Expression, Meaning, Sense, When, Year};
use crate::render;
use crate::scan::Scan;
use crate::tagger::{Domain, TodayPolicy};
use crate::vocabulary::{Part, Preposition, Reference, Unit, Word};
use crate::{Granularity, Interval, Timex, TimexType, TimexValue};

/// A resolved date.
#[derive(Clone, Debug)]
struct Resolved {
    value: String,
    interval: Option<Interval>,
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
            let before = position
                .checked_sub(1)
                .and_then(|before| Some((expressions.get(before)?, dates.get(before)?.as_ref()?)));
            let before = before.map(|(expression, resolved)| (*expression, resolved.clone()));
            self.enter_paragraph(expression);
            let resolved = match expression.meaning {
                Meaning::Date(when) | Meaning::PartOf(when, _) => {
                    let mut resolved = self.date(expression, when, &OpenDirection::new(self.scan, expression));
                    date::keep_order(self.scan, expression, before.as_ref(), &mut resolved);
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
            let timex = self.finish(expression, resolved, expressions.get(position + 1));
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
            if self.moves_on(expression, date, resolved.granularity) {
                self.last = Some((date, resolved.granularity));
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
            });
        }
    }

    /// News: opens, carries on or ends a passage that tells of a time long before publication.
    fn follow_history(&mut self, expression: &Expression, resolved: &Resolved, sentence: usize, paragraph: usize) {
        let (Domain::News, Some(published)) = (self.domain, self.published) else {
            return;
        };
        if expression.first >= self.open {
            return;
        }
        let (Meaning::Date(when) | Meaning::PartOf(when, _)) = expression.meaning else {
            return;
        };
        let long_ago = |year: i32| year + LONG_AGO <= calendar::year(published);
        let to_the_month = matches!(when, When::Day { .. } | When::Month { .. });
        self.history = match (year::said(when), self.history) {
            (Some(year), _) if to_the_month && long_ago(year) && self.is_narrated(expression) => {
                Some((year, sentence, paragraph))
            }
            // A bare year of the passage itself; any other leads out of it.
            (Some(year), Some((known, ..))) if year == known => Some((known, sentence, paragraph)),
            (None, Some((known, ..))) if resolved.date.is_some_and(|date| calendar::year(date) == known) => {
                Some((known, sentence, paragraph))
            }
            (None, known) if resolved.date.is_none() => known,
            (Some(_), _) => None,
            _ => {
                self.leave_history();
                None
            }
        };
    }

    /// News: a time of the present day ends a passage of history; its year goes on to nothing behind it.
    fn leave_history(&mut self) {
        if self
            .history
            .is_some_and(|(year, ..)| self.carried.is_some_and(|(carried, ..)| carried == year))
        {
            self.carried = None;
        }
        self.history = None;
    }

    /// Whether the clause of an expression tells a story: Präteritum or Plusquamperfekt.
    fn is_narrated(&self, expression: &Expression) -> bool {
        self.scan
            .ask_verb(expression.first, |verb| {
                let unreal = verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous;
                matches!(verb.tense, Tense::Past | Tense::Pluperfect) && verb.modal.is_none() && !unreal
            })
            .unwrap_or(false)
    }

    /// Narratives: a paragraph starts from the year of the heading above it.
    fn enter_paragraph(&mut self, expression: &Expression) {
        if self.domain != Domain::Narrative {
            return;
        }
        let (_, paragraph) = self.place(expression.first);
        if paragraph == self.paragraph {
            return;
        }
        self.paragraph = paragraph;
        if let Some(first) = self.section.and_then(|year| calendar::day(year, 1, 1)) {
            self.last = Some((first, Granularity::Year));
        }
    }

    /// Whether a date becomes the one that later dates count from. In news every date does; a narrative is carried on
    /// by its headings and by the dates of its own course, not by what it mentions aside.
    fn moves_on(&mut self, expression: &Expression, date: Date, granularity: Granularity) -> bool {
        if matches!(granularity, Granularity::Decade | Granularity::Century) {
            return false;
        }
        if self.domain == Domain::News {
            // Inside a passage the Plusquamperfekt only looks aside: *im selben Monat* is not the month before.
            let aside = expression.first < self.open
                && self.history.is_some()
                && self.last.is_some_and(|(last, _)| date < last)
                && self.is_before(expression.first);
            return !aside;
        }
        let year = calendar::year(date);
        if self.is_heading(expression.first) {
            let first_in_heading = !matches!(self.last_heading, Some((paragraph, _)) if paragraph == self.paragraph);
            if first_in_heading {
                self.last_heading = Some((self.paragraph, year));
                self.section = Some(year);
                return true;
            }
            if self.last_heading.is_some_and(|(_, first)| first != year) {
                // A range of years: its first is where the section starts, none holds for all of it.
                self.section = None;
            }
            return false;
        }
        let Some((last, _)) = self.last else { return true };
        let distance = year - calendar::year(last);
        if distance < 0 && self.is_before(expression.first) {
            return false;
        }
        match granularity {
            Granularity::Day | Granularity::DayPart | Granularity::Month | Granularity::Week => distance.abs() <= 12,
            _ => (0..=3).contains(&distance),
        }
    }

    /// Whether the clause of an expression looks further back: Plusquamperfekt.
    fn is_before(&self, token: usize) -> bool {
        self.scan
            .ask_verb(token, |verb| verb.tense == Tense::Pluperfect)
            .unwrap_or(false)
    }

    /// Whether the clause of a token tells when something was reported.
    fn is_report(&self, token: usize) -> bool {
        self.scan
            .ask_clause(token, |_, clause, verb| direction::is_report(clause, verb))
            .unwrap_or(false)
    }

    /// The innermost clause of a token.
    fn clause(&self, token: usize) -> Option<ClauseIdx> {
        self.scan
            .ask(token, |syntax| syntax.clause_index_of(TokenIdx::new(token)))
    }

    /// Whether a token stands in a heading: a headline, or a paragraph without a full stop.
    fn is_heading(&self, token: usize) -> bool {
        let layer = self.scan.layer;
        let token = TokenIdx::new(token);
        if layer.zone_of(token).is_some_and(|zone| zone.kind == ZoneKind::Headline) {
            return true;
        }
        let Some(paragraph) = layer
            .sentence_of(token)
            .and_then(|sentence| sentence.get(&layer.sentences))
            .and_then(|sentence| sentence.paragraph.get(&layer.paragraphs))
        else {
            return false;
        };
        let tokens = paragraph.tokens.slice(&layer.tokens);
        tokens.len() <= 12 && tokens.last().is_some_and(|last| last.kind != TokenKind::SentenceEnd)
    }

    /// *drei Tage später* in a narrative: the day, not the length.
    fn later(&self, length: crate::expression::Length, sense: Sense) -> Option<Resolved> {
        let (last, _) = self.last?;
        let (_, unit) = length.first;
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let (interval, granularity) = render::length_interval(length, sense, last)?;
        let date = interval.start?;
        let fine = match granularity {
            Granularity::Day => Unit::Day,
            Granularity::Week => Unit::Week,
            Granularity::Month => Unit::Month,
            Granularity::Year => Unit::Year,
            _ => return None,
        };
        // The value is as fine as the unit, and the day stays known for what follows.
        let (value, interval, granularity) = render::unit_around(date, fine);
        Some(Resolved {
            value,
            interval,
            granularity,
            date: Some(date),
            rules: vec!["timex.anchor.mention"],
            sure: 800,
        })
    }

    fn finish(&self, expression: &Expression, resolved: Option<Resolved>, next: Option<&Expression>) -> Timex {
        let mut modifier = expression.modifier;
        let (kind, resolved, quant, freq) = match expression.meaning {
            Meaning::Date(When::Today) if self.is_present(expression, next) => {
                let reference = Resolved {
                    value: "PRESENT_REF".to_owned(),
                    interval: self.published.map(Interval::day),
                    granularity: Granularity::Vague,
                    date: None,
                    rules: vec!["timex.today.reference"],
                    sure: 800,
                };
                (TimexType::Date, reference, None, None)
            }
            Meaning::Date(_) => (TimexType::Date, resolved.unwrap_or_else(nothing), None, None),
            Meaning::PartOf(_, part) => {
                let mut resolved = resolved.unwrap_or_else(nothing);
                resolved.value = with_part(&resolved.value, part);
                resolved.granularity = Granularity::DayPart;
                (TimexType::Time, resolved, None, None)
            }
            Meaning::Part(part) => {
                let mut day = self.day_of(expression, next);
                day.value = with_part(&day.value, part);
                day.granularity = Granularity::DayPart;
                (TimexType::Time, day, None, None)
            }
            Meaning::Clock(clock) => (TimexType::Time, self.clock(expression, clock, next), None, None),
            Meaning::Length(length, sense) => match resolved {
                Some(resolved) => (TimexType::Date, resolved, None, None),
                None => {
                    let from = match sense {
                        Sense::Later | Sense::Earlier => self.mention_before(expression).or(self.published),
                        _ => self.published,
                    };
                    let placed = from.and_then(|from| render::length_interval(length, sense, from));
                    let value = render::period(length.first, length.second);
                    let resolved = Resolved {
                        value,
                        interval: placed.map(|(interval, _)| interval),
                        granularity: placed
                            .map_or_else(|| render::granularity(length.first.1), |(_, granularity)| granularity),
                        date: None,
                        rules: Vec::new(),
                        sure: 950,
                    };
                    (TimexType::Duration, resolved, None, None)
                }
            },
            Meaning::LengthValue(value) => (
                TimexType::Duration,
                Resolved {
                    value: value.to_owned(),
                    ..nothing()
                },
                None,
                None,
            ),
            Meaning::Set { value, every, times } => {
                let resolved = Resolved {
                    value: render::set(value),
                    sure: 950,
                    ..nothing()
                };
                let quant = every.then(|| "EVERY".to_owned());
                (TimexType::Set, resolved, quant, times.map(|times| format!("{times}X")))
            }
            Meaning::Reference(to) => {
                modifier = None;
                let interval = self.published.map(|day| match to {
                    Reference::Present => Interval::day(day),
                    Reference::Past => Interval {
                        start: None,
                        end: Some(day),
                    },
                    Reference::Future => Interval {
                        start: Some(day),
                        end: None,
                    },
                });
                let resolved = Resolved {
                    value: to.value().to_owned(),
                    interval,
                    granularity: Granularity::Vague,
                    ..nothing()
                };
                (TimexType::Date, resolved, None, None)
            }
        };
        let confidence = Confidence::from_permille(expression.sure).and(Confidence::from_permille(resolved.sure));
        let reason = Evidence::new(expression.rule, expression.span);
        let mut timex = Timex::new(
            expression.span,
            kind,
            TimexValue::built(resolved.value),
            confidence,
            reason,
        );
        timex.modifier = modifier;
        timex.quant = quant;
        timex.freq = freq;
        let narrowed = match (resolved.interval, modifier) {
            (Some(interval), Some(modifier)) if kind == TimexType::Date => Some(date::narrow(interval, modifier)),
            (interval, _) => interval,
        };
        timex.interval = narrowed.filter(|interval| interval.is_ordered());
        timex.granularity = Some(resolved.granularity);
        timex.evidence.extend(resolved.rules.into_iter().map(|rule| {
            // Of a tense, the finite verb is the reason; of all else, the expression itself.
            let verb = direction::is_tense(rule).then(|| direction::finite(self.scan, expression.first));
            Evidence::new(rule, verb.flatten().unwrap_or(expression.span))
        }));
        timex
    }

    /// The last date named before an expression, for *drei Tage später*.
    fn mention_before(&self, expression: &Expression) -> Option<Date> {
        let at = self.days.partition_point(|day| day.at < expression.first);
        let day = self.days.get(at.checked_sub(1)?)?;
        day.date
    }

    /// Whether *heute* means the present time, not the day.
    fn is_present(&self, expression: &Expression, next: Option<&Expression>) -> bool {
        match self.today {
            TodayPolicy::Day => false,
            TodayPolicy::Reference => true,
            TodayPolicy::Auto => {
                let scan = self.scan;
                let form = |at: usize| {
                    scan.layer
                        .tokens
                        .get(at)
                        .map_or("", |token| token.span.slice(scan.text))
                };
                let word = |at: usize| scan.lexemes.get(at).map_or(Word::Other, |lexeme| lexeme.word);
                if expression.rule == "timex.weekday.deictic" || expression.rule == "timex.deictic.adjective" {
                    return false;
                }
                if self.domain == Domain::Narrative {
                    return true;
                }
                let before = word(expression.first.wrapping_sub(1));
                if matches!(before, Word::Preposition(Preposition::Until | Preposition::From))
                    && !form(expression.first.wrapping_sub(1)).eq_ignore_ascii_case("seit")
                {
                    return self.published.is_none();
                }
                if matches!(before, Word::Preposition(Preposition::Of))
                    && form(expression.first.wrapping_sub(1)).eq_ignore_ascii_case("von")
                {
                    return true;
                }
                if next.is_some_and(|next| matches!(next.meaning, Meaning::Clock(_)) && next.first < expression.end + 6)
                {
                    return false;
                }
                if self.is_general(expression) {
                    return true;
                }
                let told = direction::by_verb(scan, expression.first);
                match told.direction {
                    Direction::Past => !told.firm,
                    Direction::Future if told.firm => false,
                    _ => !self.daily,
                }
            }
        }
    }

    /// Whether the clause says what is so at present, not what happens on a day: *wie man heute weiß*, *heute wäre*.
    fn is_general(&self, expression: &Expression) -> bool {
        let general = self.scan.ask_clause(expression.first, |syntax, clause, verb| {
            let Some(verb) = verb else { return false };
            if verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous {
                return true;
            }
            if verb.tense != Tense::Present {
                return false;
            }
            let subject = syntax
                .subject_of(clause)
                .and_then(|subject| subject.head.get(&self.scan.layer.tokens))
                .map_or("", |token| token.span.slice(self.scan.text));
            subject.eq_ignore_ascii_case("man")
                || matches!(
                    verb.lemma.as_str(),
                    "wissen"
                        | "kennen"
                        | "heißen"
                        | "gelten"
                        | "leben"
                        | "existieren"
                        | "gehören"
                        | "wohnen"
                        | "bestehen"
                        | "fehlen"
                        | "bedeuten"
                )
        });
        general.unwrap_or(false)
    }

    /// The day a clock time or a part of a day belongs to.
    fn day_of(&self, expression: &Expression, next: Option<&Expression>) -> Resolved {
        let (sentence, paragraph) = self.place(expression.first);
        let found = |day: &DayAnchor, rule: &'static str, sure: u16| Resolved {
            value: day.value.clone(),
            interval: day.date.map(Interval::day),
            granularity: Granularity::Day,
            date: day.date,
            rules: vec![rule],
            sure,
        };
        // um 20 Uhr am Freitag
        if let Some(next) = next {
            let comma = self
                .scan
                .layer
                .tokens
                .get(expression.end)
                .is_some_and(|token| token.span.slice(self.scan.text) == ",");
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
        let carried = before
            .iter()
            .rev()
            .take(12)
            .take_while(|day| {
                day.paragraph == paragraph
                    || day.paragraph + 1 == paragraph && told.direction == Direction::Past
                    || self.domain == Domain::Narrative
                    || day.sentence + 1 >= sentence && self.published.is_none()
            })
            .filter(|day| !self.is_report(day.at) && !self.is_before(day.at));
        let in_past = |day: &&DayAnchor| match (day.date, self.published) {
            (Some(date), Some(published)) => date <= published,
            _ => true,
        };
        // What is to come, mentioned in between, does not carry a story of the past.
        if let Some(day) = carried.clone().find(in_past).filter(|_| past) {
            return found(day, "timex.anchor.paragraph", 800);
        }
        let mut carried = carried;
        let carried = carried.next();
        // A present tense goes on with the day it was speaking of: diaries, programmes.
        if let Some(day) = carried
            .filter(|day| !past && told.direction == Direction::Future && !told.firm && day.sentence + 2 >= sentence)
        {
            if matches!((day.date, self.published), (Some(date), Some(published)) if date >= published)
                && expression_is_part(expression)
            {
                return found(day, "timex.anchor.paragraph", 700);
            }
        }
        match self.published {
            Some(day) => Resolved {
                value: render::day(day),
                interval: Some(Interval::day(day)),
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

    fn clock(&self, expression: &Expression, clock: ClockTime, next: Option<&Expression>) -> Resolved {
        let since = matches!(
            direction::preposition(self.scan, expression),
            Word::Preposition(Preposition::From)
        );
        let mut day = match self.published {
            // seit Mitternacht: this one
            Some(published) if since && clock.hour == 24 && self.domain == Domain::News => Resolved {
                value: render::day(published),
                interval: Some(Interval::day(published)),
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
        day.value = format!("{}T{hour:02}:{minute:02}", day.value);
        day.granularity = if clock.minute.is_some() {
            Granularity::Minute
        } else {
            Granularity::Hour
        };
        day
    }
}

fn expression_is_part(expression: &Expression) -> bool {
    matches!(expression.meaning, Meaning::Part(_))
}

/// Nothing is known.
fn nothing() -> Resolved {
    Resolved {
        value: "XXXX-XX-XX".to_owned(),
        interval: None,
        granularity: Granularity::Vague,
        date: None,
        rules: Vec::new(),
        sure: 800,
    }
}

/// A day's value with a part of the day. Values that are no days lose what they say.
fn with_part(value: &str, part: Part) -> String {
    let day = value.split('T').next().unwrap_or("");
    let fits = day.len() == 10 || day.contains("-W") && !day.ends_with("WE") && day.matches('-').count() == 2;
    if fits {
        format!("{day}{}", part.suffix())
    } else {
        format!("XXXX-XX-XX{}", part.suffix())
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
