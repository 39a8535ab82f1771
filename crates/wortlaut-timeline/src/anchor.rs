//! From time expressions and the prepositions before them to the days they date something with.

use jiff::civil::Date;
use wortlaut_lexicon::Category;
use wortlaut_text::{Confidence, IdxRange, Span};
use wortlaut_timex::{ClockInterval, Granularity, Interval, Timex, TimexIdx, TimexMod, TimexType};
use wortlaut_tokenize::{Sentence, Token, TokenIdx, TokenKind};

use crate::scene::Scene;
use crate::words::{ARTICLES, FOCUS, is_one_of};

/// How the words before a time expression place an event relative to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// *am Montag*, *2021*.
    At,
    /// *seit 2018*.
    Since,
    /// *bis Freitag*.
    Until,
    /// *vor 1999*.
    Before,
    /// *nach dem 3. Mai*.
    After,
    /// *von Montag bis Freitag*, *zwischen 1961 und 1964*.
    Range,
}

impl Relation {
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Relation::At => "timeline.anchor.at",
            Relation::Since => "timeline.anchor.since",
            Relation::Until => "timeline.anchor.until",
            Relation::Before => "timeline.anchor.before",
            Relation::After => "timeline.anchor.after",
            Relation::Range => "timeline.anchor.range",
        }
    }
}

/// A time that can date an event.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    pub(crate) when: Interval,
    pub(crate) clock: Option<ClockInterval>,
    pub(crate) granularity: Granularity,
    pub(crate) relation: Relation,
    pub(crate) confidence: Confidence,
    pub(crate) timexes: Vec<TimexIdx>,
    /// From the preposition to the end of the expression.
    pub(crate) span: Span,
    /// From the preposition to the end of the expression.
    pub(crate) tokens: IdxRange<Token>,
    /// The first token of the time expression itself.
    pub(crate) time: TokenIdx,
    /// The preposition.
    pub(crate) preposition: Option<TokenIdx>,
    /// Opening hours and timetables: *zwischen 10 und 18 Uhr* dates nothing without a day beside it.
    pub(crate) hours: bool,
}

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
    let mut skip = None;
    let mut passed = None;
    for index in times.iter() {
        if skip == Some(index) {
            continue;
        }
        let Some(first) = reading(scene, index) else { continue };
        let following = index.next();
        let second = Some(following)
            .filter(|&next| times.contains(next))
            .and_then(|next| reading(scene, next));
        let Some(context) = Context::of(scene, sentence, first.tokens) else {
            continue;
        };
        if context.excluded || goes_on(scene, &context, passed) {
            passed = first.tokens.last();
            continue;
        }
        let range = second.and_then(|second| range(scene, &context, &first, &second));
        let anchor = match range {
            Some(anchor) => {
                skip = Some(following);
                Some(anchor)
            }
            None => single(scene, &context, &first, told),
        };
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

/// A time expression with days.
struct Reading<'a> {
    index: TimexIdx,
    timex: &'a Timex,
    days: Interval,
    granularity: Granularity,
    tokens: IdxRange<Token>,
}

fn reading<'a>(scene: &Scene<'a>, index: TimexIdx) -> Option<Reading<'a>> {
    let timex = index.get(scene.input.times)?;
    let days = timex.interval?;
    let granularity = timex.granularity.unwrap_or(Granularity::Day);
    let tokens = scene.input.tokens.tokens_in(timex.span);
    let dates = timex.kind != TimexType::Set && granularity != Granularity::Vague && days.is_ordered();
    (dates && !tokens.is_empty() && (days.start.is_some() || days.end.is_some())).then_some(Reading {
        index,
        timex,
        days,
        granularity,
        tokens,
    })
}

/// What stands before a time expression.
struct Context<'a> {
    /// From the preposition, or from the article where it has none.
    tokens: IdxRange<Token>,
    preposition: Option<TokenIdx>,
    /// The preposition; empty where there is none.
    word: &'a str,
    /// *bis* before another preposition: *bis zum*, *bis in*.
    until: bool,
    /// *nicht* before the preposition.
    denied: bool,
    /// *statt im Dezember*: the time at which it does not happen.
    excluded: bool,
}

impl<'a> Context<'a> {
    fn of(scene: &Scene<'a>, sentence: &Sentence, time: IdxRange<Token>) -> Option<Self> {
        let end = time.end().index();
        let mut at = time.start();
        let previous = |at: TokenIdx| at.previous().filter(|&token| sentence.tokens.contains(token));
        for _ in 0..3 {
            match previous(at) {
                Some(token) if is_one_of(scene.word(token), FOCUS) || is_one_of(scene.word(token), ARTICLES) => {
                    at = token;
                }
                _ => break,
            }
        }
        let is_preposition = |token: TokenIdx| {
            matches!(scene.category(token), Category::Preposition | Category::Postposition)
                || is_one_of(scene.word(token), TEMPORAL)
        };
        let Some(token) = previous(at).filter(|&token| is_preposition(token)) else {
            return Some(Context {
                tokens: IdxRange::new(at.index(), end),
                preposition: None,
                word: "",
                until: false,
                denied: false,
                excluded: is_excluded(scene, sentence, at) || is_circumstance(scene, sentence, at),
            });
        };
        let is = |word: &'static str| previous(token).filter(|&before| scene.word(before).eq_ignore_ascii_case(word));
        let before = is("bis");
        let denied = is("nicht").is_some();
        let first = before.unwrap_or(token);
        // *zum dritten Mal nach 2006*: what is counted or compared with.
        let counted = scene.word(token).eq_ignore_ascii_case("nach")
            && previous(token).is_some_and(|left| is_one_of(scene.word(left), &["mal", "male", "erstmals"]));
        // *nicht in drei Monaten*: the time at which it does not happen; *nicht vor 2028* is then or later.
        let other = denied && is_one_of(scene.word(token), &["in", "im", "am", "an", "um", "zu", "zum"]);
        Some(Context {
            tokens: IdxRange::new(before.unwrap_or(token).index(), end),
            preposition: Some(token),
            word: scene.word(token),
            until: before.is_some(),
            denied,
            excluded: counted || other || is_one_of(scene.word(token), INSTEAD) || is_excluded(scene, sentence, first),
        })
    }

    fn is(&self, list: &[&str]) -> bool {
        is_one_of(self.word, list)
    }
}

/// *statt* and its like.
const INSTEAD: &[&str] = &["statt", "anstatt", "anstelle"];

/// Whether the phrase of time that starts at `first` is one that another replaces: *statt im Mai*, *statt wie geplant im
/// Mai*.
fn is_excluded(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx) -> bool {
    std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(4)
        .find(|&token| !is_one_of(scene.word(token), PASSED_OVER))
        .is_some_and(|token| is_one_of(scene.word(token), INSTEAD))
}

/// *nach einem starken ersten Halbjahr*: a stretch with a quality of its own, behind which something comes.
fn is_circumstance(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx) -> bool {
    let mut before = std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(4)
        .skip_while(|&token| {
            matches!(scene.category(token), Category::Adjective | Category::Determiner)
                || is_one_of(scene.word(token), ARTICLES)
        });
    first
        .previous()
        .is_some_and(|token| scene.category(token) == Category::Adjective)
        && before
            .next()
            .is_some_and(|token| is_one_of(scene.word(token), &["nach", "trotz", "wegen"]))
}

/// Words between *statt* and the time it takes out.
const PASSED_OVER: &[&str] = &[
    "wie",
    "ursprünglich",
    "bisher",
    "zunächst",
    "geplant",
    "vorgesehen",
    "angekündigt",
    "erst",
    "schon",
    "bereits",
];

/// Prepositions of time, in case the parser takes one for something else.
const TEMPORAL: &[&str] = &[
    "ab", "am", "an", "bis", "für", "gegen", "im", "in", "nach", "seit", "um", "vom", "von", "vor", "zum", "zwischen",
];

/// Two readings that are the ends of one stretch: *von … bis*, *zwischen … und*, *2. bis 5. Juni*.
fn range(scene: &Scene<'_>, context: &Context<'_>, first: &Reading<'_>, second: &Reading<'_>) -> Option<Anchor> {
    let between = IdxRange::<Token>::new(first.tokens.end().index(), second.tokens.start().index());
    if between.is_empty() || between.len() > 4 {
        return None;
    }
    let mut joined = false;
    for token in between.iter() {
        let word = scene.word(token);
        let joins = word.eq_ignore_ascii_case("bis")
            || matches!(word, "–" | "-" | "—")
            || (word.eq_ignore_ascii_case("und") && context.is(&["zwischen"]));
        let passes = is_one_of(word, &["zum", "zu", "einschließlich", "in"]) || is_one_of(word, ARTICLES);
        // *von heute an bis Freitag*; a comma before *bis* (*Donnerstag, 18., bis Sonntag*) belongs to the first.
        if !joins && !passes && !is_one_of(word, &["an", ","]) && !is_one_of(word, FOCUS) {
            return None;
        }
        joined |= joins;
    }
    let when = Interval {
        start: Some(first.days.start?),
        end: Some(second.days.end?),
    };
    if !joined || !when.is_ordered() || first.timex.kind == TimexType::Duration {
        return None;
    }
    let tokens = IdxRange::new(context.tokens.start().index(), second.tokens.end().index());
    let from = first.timex.clock.and_then(|clock| clock.start);
    let to = second.timex.clock.and_then(|clock| clock.end);
    Some(Anchor {
        when,
        clock: from.zip(to).map(|(from, to)| ClockInterval::new(Some(from), Some(to))),
        granularity: first.granularity.max(second.granularity),
        relation: Relation::Range,
        confidence: first.timex.confidence.min(second.timex.confidence),
        timexes: vec![first.index, second.index],
        span: scene.span_of(tokens)?,
        tokens,
        time: first.tokens.start(),
        preposition: context.preposition,
        hours: [first, second].iter().all(|reading| is_clock(reading)),
    })
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
        Relation::At | Relation::Range => days,
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
    let clock = timex.clock.and_then(|clock| match relation {
        Relation::At => Some(clock),
        Relation::Since => Some(ClockInterval::new(clock.start, None)),
        Relation::Until => Some(ClockInterval::new(None, clock.end)),
        Relation::Range | Relation::Before | Relation::After => None,
    });
    Some(Anchor {
        when,
        clock,
        granularity: reading.granularity,
        relation,
        confidence: timex.confidence,
        timexes: vec![reading.index],
        span: scene.span_of(context.tokens)?,
        tokens: context.tokens,
        time: reading.tokens.start(),
        preposition: context.preposition,
        hours: false,
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

/// How many time expressions one event is dated by; keeps a list of a thousand equal dates linear.
const TIMES: usize = 16;

impl Anchor {
    /// Joins another anchor of the clause that speaks of the same time: *am Montag gegen 3.15 Uhr*, *2016, am 2.
    /// Juni*. Changes nothing where they are two times, and says so.
    pub(crate) fn join(&mut self, other: &Anchor) -> bool {
        let Some((when, relation)) = common(self, other) else {
            return false;
        };
        self.when = when;
        self.relation = relation;
        // The finer one tells the hour.
        self.clock = match (self.clock, other.clock) {
            (Some(_), Some(finer)) if other.granularity < self.granularity => Some(finer),
            (known, other) => known.or(other),
        };
        self.granularity = self.granularity.min(other.granularity);
        self.confidence = self.confidence.min(other.confidence);
        self.hours &= other.hours;
        let free = TIMES.saturating_sub(self.timexes.len());
        self.timexes.extend(other.timexes.iter().take(free));
        true
    }
}

/// The time that two anchors of one clause speak of together.
fn common(first: &Anchor, second: &Anchor) -> Option<(Interval, Relation)> {
    let (Some(a), Some(b)) = (closed(first.when), closed(second.when)) else {
        // *seit Montag … noch bis Freitag*: an open end on each side makes a stretch.
        let when = match (first.relation, second.relation) {
            (Relation::Since, Relation::Until) => Interval {
                start: first.when.start,
                end: second.when.end,
            },
            (Relation::Until, Relation::Since) => Interval {
                start: second.when.start,
                end: first.when.end,
            },
            _ => return None,
        };
        return when.is_ordered().then_some((when, Relation::Range));
    };
    if a.0 <= b.0 && b.1 <= a.1 {
        Some((second.when, second.relation))
    } else if b.0 <= a.0 && a.1 <= b.1 {
        Some((first.when, first.relation))
    } else {
        None
    }
}

fn closed(when: Interval) -> Option<(Date, Date)> {
    Some((when.start?, when.end?))
}

/// Whether a token is a mark that opens a bracket.
pub(crate) fn opens_bracket(scene: &Scene<'_>, token: TokenIdx) -> bool {
    token
        .get(&scene.input.tokens.tokens)
        .is_some_and(|token| token.kind == TokenKind::Punctuation && token.span.slice(scene.input.text) == "(")
}
