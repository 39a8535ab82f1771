//! From time expressions to anchors: single ones, stretches of two, lengths counted from somewhere.

use jiff::civil::{Date, DateTime};
use wortlaut_quote::QuotationKind;
use wortlaut_text::IdxRange;
use wortlaut_timex::{ClockInterval, Granularity, Interval, Timex, TimexIdx, TimexMod, TimexType};
use wortlaut_tokenize::{Sentence, Token, TokenIdx};

use crate::anchor::{Anchor, Relation, closed};
use crate::context::Context;
use crate::scene::Scene;
use crate::words::{ARTICLES, FOCUS, is_one_of};

/// The anchors of a sentence, and what speaks of time in it without giving days (*nun*, *zuvor*).
///
/// `told` is the time told last before the sentence, from which *drei Jahre später* is counted.
pub(crate) fn anchors(
    scene: &Scene<'_>,
    sentence: &Sentence,
    times: IdxRange<Timex>,
    told: Option<Interval>,
    into: &mut Vec<Anchor>,
) {
    into.clear();
    let mut told = told;
    let mut passed = None;
    let mut next = times.start();
    while times.contains(next) {
        let first = reading(scene, next, times);
        next = first.as_ref().map_or(next, |first| first.last()).next();
        let Some(first) = first else { continue };
        let second = Some(next)
            .filter(|&next| times.contains(next))
            .and_then(|next| reading(scene, next, times));
        let Some(context) = Context::of(scene, sentence, first.tokens) else {
            continue;
        };
        if context.excluded || goes_on(scene, &context, passed) {
            passed = first.tokens.last();
            continue;
        }
        let range = second.and_then(|second| Some((range(scene, &context, &first, &second)?, second.last())));
        let mut anchor = match range {
            Some((anchor, last)) => {
                next = last.next();
                Some(anchor)
            }
            None => single(scene, &context, &first, told),
        };
        if let Some(anchor) = &mut anchor {
            anchor.label = is_label(scene, sentence, anchor, &first);
        }
        told = anchor
            .as_ref()
            .map(|anchor| anchor.when)
            .filter(|when| closed(*when).is_some())
            .or(told);
        into.extend(anchor);
    }
}

/// Whether a time is joined to one that was passed over: *nach 2006 und 2008*.
fn goes_on(scene: &Scene<'_>, context: &Context<'_>, passed: Option<TokenIdx>) -> bool {
    let Some(joint) = context
        .tokens
        .start()
        .previous()
        .filter(|_| context.preposition.is_none())
    else {
        return false;
    };
    is_one_of(scene.word(joint), &["und", "oder", "sowie", ","]) && passed.is_some() && joint.previous() == passed
}

/// *14. Januar 2015: Das Gericht weist die Klage ab*: a date alone before a colon that opens a paragraph.
fn is_label(scene: &Scene<'_>, sentence: &Sentence, anchor: &Anchor, first: &Reading<'_>) -> bool {
    let opens = std::iter::successors(anchor.tokens.start().previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(4)
        .all(|token| scene.is_mark(token));
    opens && first.timex.kind == TimexType::Date && scene.word(anchor.tokens.end()) == ":"
}

/// A time expression with days.
struct Reading<'a> {
    index: TimexIdx,
    timex: &'a Timex,
    days: Interval,
    clock: Option<ClockInterval>,
    granularity: Granularity,
    tokens: IdxRange<Token>,
    /// The clock time behind a day: *Donnerstag, 18 Uhr*.
    hour: Option<TimexIdx>,
}

impl Reading<'_> {
    fn last(&self) -> TimexIdx {
        self.hour.unwrap_or(self.index)
    }

    fn timexes(&self) -> impl Iterator<Item = TimexIdx> {
        std::iter::once(self.index).chain(self.hour)
    }
}

/// The reading of an expression, with that of the clock time of the same day right behind it.
fn reading<'a>(scene: &Scene<'a>, index: TimexIdx, times: IdxRange<Timex>) -> Option<Reading<'a>> {
    let mut day = plain(scene, index)?;
    let hour = Some(index.next())
        .filter(|&next| times.contains(next) && day.timex.kind == TimexType::Date)
        .and_then(|next| plain(scene, next));
    if let Some(hour) = hour.filter(|hour| is_clock(hour) && hour.days == day.days) {
        let between = IdxRange::<Token>::new(day.tokens.end().index(), hour.tokens.start().index());
        if between.len() == 1 && scene.word(between.start()) == "," {
            day.clock = hour.clock;
            day.granularity = hour.granularity;
            day.tokens = IdxRange::new(day.tokens.start().index(), hour.tokens.end().index());
            day.hour = Some(hour.index);
        }
    }
    Some(day)
}

/// The days and hours of an expression. *heute* in words that were said on another day is that day: „Wir haben heute
/// gewonnen“, sagte sie am Dienstag.
fn when(scene: &Scene<'_>, timex: &Timex) -> Option<(Interval, Option<ClockInterval>)> {
    let days = timex.interval?;
    let text = timex.span.slice(scene.input.text);
    let first = text.split(' ').next().unwrap_or_default();
    if !is_one_of(first, &["heute", "gestern", "vorgestern", "morgen", "übermorgen"]) {
        return Some((days, timex.clock));
    }
    let token = scene.input.tokens.tokens_in(timex.span).start();
    let said = scene
        .claim_at(token)
        .filter(|(_, quotation)| quotation.kind == QuotationKind::Direct)
        .and_then(|(_, quotation)| TimexIdx::new(quotation.uttered? as usize).get(scene.input.times))
        .and_then(|uttered| uttered.interval)
        .and_then(closed)
        .filter(|(start, end)| start == end);
    let Some(((said, _), published)) = said.zip(scene.input.published) else {
        return Some((days, timex.clock));
    };
    let shift = published.until(said).ok()?;
    let day = |day: Option<Date>| day.and_then(|day| day.checked_add(shift).ok());
    let hour = |hour: Option<DateTime>| hour.and_then(|hour| hour.checked_add(shift).ok());
    let days = Interval {
        start: day(days.start),
        end: day(days.end),
    };
    let clock = timex
        .clock
        .map(|clock| ClockInterval::new(hour(clock.start), hour(clock.end)));
    Some((days, clock))
}

fn plain<'a>(scene: &Scene<'a>, index: TimexIdx) -> Option<Reading<'a>> {
    let timex = index.get(scene.input.times)?;
    let (days, clock) = when(scene, timex)?;
    let granularity = timex.granularity.unwrap_or(Granularity::Day);
    let tokens = scene.input.tokens.tokens_in(timex.span);
    let dates = timex.kind != TimexType::Set && granularity != Granularity::Vague && days.is_ordered();
    (dates && !tokens.is_empty() && (days.start.is_some() || days.end.is_some())).then_some(Reading {
        index,
        timex,
        days,
        clock,
        granularity,
        tokens,
        hour: None,
    })
}

/// Two readings that are the ends of one stretch: *von … bis*, *zwischen … und*, *2. bis 5. Juni*.
fn range(scene: &Scene<'_>, context: &Context<'_>, first: &Reading<'_>, second: &Reading<'_>) -> Option<Anchor> {
    let between = IdxRange::<Token>::new(first.tokens.end().index(), second.tokens.start().index());
    let next = first.days.end.and_then(|day| day.tomorrow().ok());
    let follows = next.is_some() && next == second.days.start && first.granularity == second.granularity;
    let in_a_row = follows && between.len() == 1 && first.granularity == Granularity::Day;
    if between.is_empty() || between.len() > 4 {
        return None;
    }
    let mut joined = false;
    for token in between.iter() {
        let word = scene.word(token);
        let joins = word.eq_ignore_ascii_case("bis")
            || matches!(word, "–" | "-" | "—")
            // *am 2. und 3. April*
            || (word.eq_ignore_ascii_case("und") && (context.is(&["zwischen"]) || in_a_row));
        let passes = is_one_of(word, &["zum", "zu", "einschließlich", "in"]) || is_one_of(word, ARTICLES);
        // *von heute an bis Freitag*; a comma before *bis* (*Donnerstag, 18., bis Sonntag*) belongs to the first.
        if !joins && !passes && !is_one_of(word, &["an", ","]) && !is_one_of(word, FOCUS) {
            return None;
        }
        joined |= joins;
    }
    let when = Interval {
        start: Some(first.days.start?),
        end: Some(end_after(scene, first.days.start?, second)?),
    };
    if !joined || !when.is_ordered() || first.timex.kind == TimexType::Duration {
        return None;
    }
    let tokens = IdxRange::new(context.tokens.start().index(), second.tokens.end().index());
    let from = first.clock.and_then(|clock| clock.start);
    let to = second.clock.and_then(|clock| clock.end);
    Some(Anchor {
        when,
        clock: from.zip(to).map(|(from, to)| ClockInterval::new(Some(from), Some(to))),
        granularity: first.granularity.max(second.granularity),
        relation: Relation::Range,
        confidence: first.timex.confidence.min(second.timex.confidence),
        timexes: first.timexes().chain(second.timexes()).collect(),
        span: scene.span_of(tokens)?,
        tokens,
        time: first.tokens.start(),
        preposition: context.preposition,
        hours: [first, second].iter().all(|reading| is_clock(reading)),
        label: false,
    })
}

/// The last day of a stretch; without a year the first such day after its begin (*vom 14. April bis Ende August*).
fn end_after(scene: &Scene<'_>, start: Date, second: &Reading<'_>) -> Option<Date> {
    let end = second.days.end?;
    let is_year = |token: TokenIdx| scene.word(token).bytes().filter(u8::is_ascii_digit).count() >= 4;
    let years = start.year().saturating_sub(end.year());
    let open = end < start && second.granularity >= Granularity::Day && !second.tokens.iter().any(is_year);
    if !open || years > 1 || second.granularity >= Granularity::Year {
        return Some(end);
    }
    let next = end.checked_add(jiff::Span::new().years(1)).ok()?;
    Some(next).filter(|&next| next >= start).or(Some(end))
}

fn is_clock(reading: &Reading<'_>) -> bool {
    reading.timex.kind == TimexType::Time && reading.granularity <= Granularity::Hour
}

/// One reading with the preposition before it.
fn single(scene: &Scene<'_>, context: &Context<'_>, reading: &Reading<'_>, told: Option<Interval>) -> Option<Anchor> {
    let Reading { timex, days, .. } = reading;
    let follows = reading.tokens.end();
    let is_length = timex.kind == TimexType::Duration;
    let is_clock = timex.kind == TimexType::Time;
    // *bis heute* says that something goes on, not when it ends.
    if matches!(scene.word(reading.tokens.start()), "heute" | "jetzt" | "dato")
        && (context.until || context.is(&["bis"]))
    {
        return None;
    }
    let more = matches!(timex.modifier, Some(TimexMod::MoreThan | TimexMod::EqualOrMore));
    let relation = if context.until || context.is(&["bis"]) {
        Relation::Until
    } else if context.is(&["seit", "ab"]) || (context.is(&["von", "vom"]) && scene.word(follows) == "an") {
        Relation::Since
    } else if context.is(&["vor"]) && !is_length && !is_clock && context.denied {
        // *nicht vor 2028*: then or later.
        Relation::Since
    } else if context.is(&["vor"]) && !is_length && !is_clock {
        Relation::Before
    } else if context.is(&["nach"]) && !is_length && !is_clock {
        Relation::After
    } else {
        Relation::At
    };
    // A length of time dates nothing by itself; *vor zwei Jahren* and *in drei Wochen* do, and *zwei Tage später*.
    let mut days = *days;
    if is_length {
        let later = Some(follows)
            .into_iter()
            .chain(reading.tokens.last())
            .map(|token| scene.word(token))
            .find(|word| is_one_of(word, LATER));
        let anchored = later.is_some() || context.is(&["vor", "seit", "in", "im", "ab"]);
        if !anchored || (more && relation == Relation::Since) || is_vague(timex) {
            return None;
        }
        days = match (later, years(timex), told) {
            (Some(later), Some(years), Some(told)) => counted(told, years, later).unwrap_or(days),
            _ => days,
        };
    }
    let relation = if is_length && more && context.is(&["vor"]) {
        Relation::Until
    } else {
        relation
    };
    let when = match relation {
        Relation::At | Relation::Range | Relation::Counted => days,
        Relation::Since => Interval {
            start: Some(if is_length {
                floor(days.start?, reading.granularity)
            } else {
                days.start?
            }),
            end: None,
        },
        Relation::Until => Interval {
            start: None,
            end: Some(days.end?),
        },
        Relation::Before => Interval {
            start: None,
            end: Some(yesterday(days.start?)?),
        },
        Relation::After => Interval {
            start: Some(tomorrow(days.end?)?),
            end: None,
        },
    };
    let clock = reading.clock.and_then(|clock| match relation {
        Relation::At => Some(clock),
        Relation::Since => Some(ClockInterval::new(clock.start, None)),
        Relation::Until => Some(ClockInterval::new(None, clock.end)),
        Relation::Range | Relation::Before | Relation::After | Relation::Counted => None,
    });
    Some(Anchor {
        when,
        clock,
        granularity: reading.granularity,
        relation,
        confidence: timex.confidence,
        timexes: reading.timexes().collect(),
        span: scene.span_of(context.tokens)?,
        tokens: context.tokens,
        time: reading.tokens.start(),
        preposition: context.preposition,
        hours: false,
        label: false,
    })
}

/// Adverbs that turn a length into a point: *zwei Tage später*.
const LATER: &[&str] = &["später", "zuvor", "vorher", "danach", "darauf", "davor", "früher"];

/// A length that places nothing on the calendar: minutes and hours, and lengths without a number (*in den vergangenen
/// Jahren*).
fn is_vague(timex: &Timex) -> bool {
    let value = timex.value.as_str();
    value.starts_with("PT") || value.contains('X')
}

/// The years of a length in years.
fn years(timex: &Timex) -> Option<i16> {
    timex.value.as_str().strip_prefix('P')?.strip_suffix('Y')?.parse().ok()
}

/// A length in years counted from the time told last: the whole year.
fn counted(told: Interval, years: i16, later: &str) -> Option<Interval> {
    let year = if is_one_of(later, &["später", "danach", "darauf"]) {
        told.end?.year().checked_add(years)?
    } else {
        told.start?.year().checked_sub(years)?
    };
    Some(Interval::days(
        Date::new(year, 1, 1).ok()?,
        Date::new(year, 12, 31).ok()?,
    ))
}

/// The first day of the year or month: *seit fünf Jahren* is no truer to the day than *vor fünf Jahren*.
fn floor(date: Date, granularity: Granularity) -> Date {
    match granularity {
        Granularity::Year => date.first_of_year(),
        Granularity::Month => date.first_of_month(),
        _ => date,
    }
}

fn yesterday(date: Date) -> Option<Date> {
    date.yesterday().ok()
}

fn tomorrow(date: Date) -> Option<Date> {
    date.tomorrow().ok()
}
