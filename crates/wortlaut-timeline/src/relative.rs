//! Times counted from an event the article has told: *zwei Tage vor dem Einsturz*, *am Tag nach der Wahl*.

use std::collections::HashMap;

use jiff::civil::{Date, Weekday};
use wortlaut_text::{Confidence, IdxRange};
use wortlaut_timex::{Granularity, Interval, Timex, TimexIdx, TimexType};
use wortlaut_tokenize::{Sentence, Token, TokenIdx};

use crate::anchor::{Anchor, Relation, closed};
use crate::scene::Scene;
use crate::words::{DEFINITE, EventNoun, is_one_of};

/// When the article told what, by the noun or the infinitive of the verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    by_word: HashMap<String, (Interval, Granularity)>,
    /// The day told last.
    day: Option<Date>,
}

impl Known {
    /// Remembers the last event of a word.
    pub(crate) fn tell(&mut self, word: &str, when: Interval, granularity: Granularity) {
        if closed(when).is_some() && !word.is_empty() {
            self.by_word.insert(word.to_owned(), (when, granularity));
            self.day = when.start.filter(|_| when.start == when.end).or(self.day);
        }
    }

    /// The event a noun takes up: one that it named, or that a verb of the same event told.
    fn when(&self, noun: EventNoun) -> Option<(Interval, Granularity)> {
        let (when, granularity) = noun.words().find_map(|word| self.by_word.get(word).copied())?;
        // *der Einsturz im Sommer 2022. Bei dem Unglück am 9. Juli …*: the day within is when it was.
        let (start, end) = closed(when)?;
        let day = self
            .day
            .filter(|&day| granularity > Granularity::Day && start <= day && day <= end);
        Some(day.map_or((when, granularity), |day| (Interval::day(day), Granularity::Day)))
    }
}

/// Adds the anchors of a sentence that are counted from what is known.
pub(crate) fn counted(
    scene: &Scene<'_>,
    sentence: &Sentence,
    times: IdxRange<Timex>,
    known: &Known,
    into: &mut Vec<Anchor>,
) {
    let from = into.len();
    for index in times.iter() {
        let Some(timex) = index
            .get(scene.input.times)
            .filter(|timex| timex.kind == TimexType::Duration)
        else {
            continue;
        };
        let tokens = scene.input.tokens.tokens_in(timex.span);
        if let Some((unit, count)) = length(timex.value.as_str()) {
            into.extend(anchor(scene, tokens, Some(index), (unit, count), None, known));
        }
    }
    // *am Tag nach der Wahl*, *am Tag des Unglücks*
    for token in sentence.tokens.iter().filter(|&token| scene.word(token) == "Tag") {
        let on = token
            .previous()
            .filter(|&before| is_one_of(scene.word(before), &["am"]));
        if let Some(on) = on {
            let tokens = IdxRange::new(on.index(), token.next().index());
            into.extend(anchor(scene, tokens, None, ('D', 1), Some(on), known));
        }
    }
    // What a clause says outright counts more.
    let mut said: Vec<_> = into
        .iter()
        .take(from)
        .filter_map(|anchor| Some(scene.telling_clause(anchor.time)?.0))
        .collect();
    said.sort_unstable();
    let mut at = 0;
    into.retain(|anchor| {
        at += 1;
        at <= from
            || scene
                .telling_clause(anchor.time)
                .is_some_and(|(clause, _)| said.binary_search(&clause).is_err())
    });
}

/// The time `amount` before or after the event that the noun behind `tokens` takes up.
fn anchor(
    scene: &Scene<'_>,
    tokens: IdxRange<Token>,
    timex: Option<TimexIdx>,
    amount: (char, i32),
    on: Option<TokenIdx>,
    known: &Known,
) -> Option<Anchor> {
    let link = tokens.end();
    let (sense, noun) = match scene.word(link) {
        "nach" => (1, link.next()),
        "vor" => (-1, link.next()),
        "des" | "der" if timex.is_none() => (0, link),
        _ => return None,
    };
    let (_, phrase) = scene.input.syntax.phrase_at(noun)?;
    let definite = is_one_of(scene.word(phrase.core.start()), DEFINITE) && phrase.core.len() <= 3;
    let event = scene.event_noun(phrase.head).filter(|_| definite)?;
    let (base, fineness) = known.when(event)?;
    let (unit, count) = amount;
    let (when, granularity) = shift(base, fineness, unit, count.checked_mul(sense)?)?;
    let tokens = IdxRange::new(tokens.start().index(), phrase.core.end().index());
    Some(Anchor {
        when,
        clock: None,
        granularity,
        relation: Relation::Counted,
        confidence: Confidence::from_permille(750),
        timexes: timex.into_iter().collect(),
        span: scene.span_of(tokens)?,
        tokens,
        time: on.map_or(tokens.start(), TokenIdx::next),
        preposition: on,
        hours: false,
        label: false,
    })
}

/// The unit and number of a length in days, weeks, months or years: `P2W`.
fn length(value: &str) -> Option<(char, i32)> {
    let unit = value.chars().last()?;
    let number = value.strip_prefix('P')?.strip_suffix(unit)?.parse().ok()?;
    matches!(unit, 'D' | 'W' | 'M' | 'Y').then_some((unit, number))
}

/// A day or longer moved by units, as the unit around it: nobody counts months to the day.
fn shift(base: Interval, fineness: Granularity, unit: char, count: i32) -> Option<(Interval, Granularity)> {
    let (start, end) = closed(base)?;
    let from = if count < 0 { start } else { end };
    let moved = |span: jiff::Span| from.checked_add(span).ok();
    match unit {
        'D' if fineness <= Granularity::Day => {
            let day = moved(jiff::Span::new().try_days(count).ok()?)?;
            Some((Interval::day(day), Granularity::Day))
        }
        'W' if fineness <= Granularity::Week => {
            let day = moved(jiff::Span::new().try_weeks(count).ok()?)?;
            let monday = monday(day)?;
            let sunday = monday.checked_add(jiff::Span::new().days(6)).ok()?;
            Some((Interval::days(monday, sunday), Granularity::Week))
        }
        'M' if fineness <= Granularity::Month => {
            let day = moved(jiff::Span::new().try_months(count).ok()?)?;
            Some((
                Interval::days(day.first_of_month(), day.last_of_month()),
                Granularity::Month,
            ))
        }
        'Y' if fineness <= Granularity::Year => {
            let day = moved(jiff::Span::new().try_years(count).ok()?)?;
            Some((
                Interval::days(day.first_of_year(), day.last_of_year()),
                Granularity::Year,
            ))
        }
        _ => None,
    }
}

fn monday(day: Date) -> Option<Date> {
    let back = i64::from(day.weekday().since(Weekday::Monday));
    day.checked_sub(jiff::Span::new().days(back)).ok()
}
