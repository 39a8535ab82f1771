//! The date of publication, as far as the text tells.
//!
//! What is asked, in this order: a date in the dateline; a date after *Stand:*; the weekday the news is told of (in the
//! lead, or where it is said when something was announced); full dates, before which the text was not written. What the
//! text leaves open, mostly the year, stays open.

use std::collections::BTreeMap;

use jiff::civil::Date;
use wortlaut_syntax::Syntax;
use wortlaut_text::{Confidence, Evidence};
use wortlaut_tokenize::{TokenIdx, Tokenization, ZoneKind};

use crate::calendar;
use crate::direction::{self, Direction};
use crate::lists::List;
use crate::scan::Scan;
use crate::{DateCandidate, Granularity, InferredDate, Interval, NamedDays, Timex, TimexType, TimexValue, render};

/// A candidate on its way: the value, where it can lie, how sure, why.
struct Draft {
    value: String,
    interval: Option<Interval>,
    permille: u16,
    evidence: Vec<Evidence>,
}

pub(crate) fn infer(
    text: &str,
    tokens: &Tokenization,
    syntax: Option<&Syntax>,
    named: &NamedDays,
    times: &[Timex],
) -> Option<InferredDate> {
    let mut scan = Scan::new(text, tokens, syntax, named);
    scan.to = tokens.tokens.len();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut dateline: Option<(u8, u8, Evidence)> = None;
    // Votes for weekdays: their weight, and the strongest reasons.
    let mut weekdays: BTreeMap<u8, (u32, Vec<Evidence>)> = BTreeMap::new();
    let mut latest: Option<(Date, Evidence)> = None;
    let mut latest_year: Option<(i32, Evidence)> = None;

    for timex in times {
        let first = tokens.tokens_in(timex.span).start();
        let value = timex.value.as_str();
        let here = |rule: &'static str| Evidence::new(rule, timex.span);
        let zone = tokens.zone_of(first).map(|zone| zone.kind);
        let in_dateline = zone == Some(ZoneKind::Dateline);
        let stamped = is_stamped(tokens, text, first.index());
        if matches!(timex.kind, TimexType::Duration | TimexType::Set) || zone == Some(ZoneKind::Boilerplate) && !stamped
        {
            continue;
        }
        let day = value.get(..10).and_then(|day| day.parse::<Date>().ok());
        if let Some(date) = day {
            if in_dateline || stamped {
                let rule = if stamped {
                    "timex.published.stamp"
                } else {
                    "timex.published.dateline"
                };
                drafts.push(Draft {
                    value: render::day(date),
                    interval: Some(Interval::day(date)),
                    permille: if stamped { 970 } else { 960 },
                    evidence: vec![here(rule)],
                });
                continue;
            }
        } else if let Some((month, day)) = yearless(value).filter(|_| in_dateline || stamped) {
            dateline.get_or_insert((month, day, here("timex.published.dateline")));
            continue;
        }
        // Asked only where it matters: it may have to parse the sentence.
        let past = || direction::by_verb(&scan, first.index()).direction == Direction::Past;
        let said = timex
            .evidence
            .iter()
            .any(|reason| reason.rule.as_str() == "timex.anchor.said");
        if said && !is_open_end(tokens, text, first.index()) && past() {
            if let Some(date) = day {
                if latest.as_ref().is_none_or(|(before, _)| *before < date) {
                    latest = Some((date, here("timex.published.not_before")));
                }
            }
            let year = value.get(..4).and_then(|year| year.parse::<i32>().ok());
            if let Some(year) = year.filter(|_| timex.kind == TimexType::Date) {
                if latest_year.as_ref().is_none_or(|(before, _)| *before < year) {
                    latest_year = Some((year, here("timex.published.not_before")));
                }
            }
        }
        if matches!(timex.granularity, Some(Granularity::Minute | Granularity::Hour)) {
            continue;
        }
        let Some(weekday) = weekday_of(value) else { continue };
        let said_before = first.index().checked_sub(2).is_some_and(|at| {
            let word = tokens.text(TokenIdx::new(at), text);
            ["bereits", "schon", "erst", "noch"]
                .iter()
                .any(|early| word.eq_ignore_ascii_case(early))
        });
        let since = timex
            .evidence
            .iter()
            .any(|reason| reason.rule.as_str() == "timex.anchor.vom");
        if said_before || since || !past() {
            continue;
        }
        let report = scan
            .ask_clause(first.index(), |_, clause, verb| direction::is_report(clause, verb))
            .unwrap_or(false);
        let lead = tokens
            .sentence_of(first)
            .is_some_and(|sentence| is_lead(tokens, sentence.index()));
        let (weight, rule) = match (report, lead) {
            (true, true) => (6, "timex.published.weekday.report"),
            (true, false) => (4, "timex.published.weekday.report"),
            (false, true) => (4, "timex.published.weekday.lead"),
            (false, false) => (1, "timex.published.weekday"),
        };
        let entry = weekdays.entry(weekday).or_default();
        entry.0 += weight;
        entry.1.push(here(rule));
    }

    let total: u32 = weekdays.values().map(|(weight, _)| *weight).sum();
    // The first of equals would be the earlier in the week; the news is rather of the later one.
    let main = weekdays
        .iter()
        .max_by_key(|(weekday, (weight, _))| (*weight, **weekday))
        .map(|(weekday, (_, reasons))| (*weekday, reasons));
    if let Some((month, day, reason)) = &dateline {
        let year = main.zip(latest_year.as_ref()).and_then(|((weekday, _), (year, _))| {
            (*year..*year + 8)
                .find(|year| calendar::day(*year, *month, *day).is_some_and(|date| calendar::weekday(date) == weekday))
        });
        if let (Some(date), Some((_, reasons))) = (year.and_then(|year| calendar::day(year, *month, *day)), main) {
            let mut evidence = vec![reason.clone()];
            evidence.extend(reasons.first().cloned());
            evidence.extend(latest_year.as_ref().map(|(_, reason)| reason.clone()));
            drafts.push(Draft {
                value: render::day(date),
                interval: Some(Interval::day(date)),
                permille: 700,
                evidence,
            });
        }
        drafts.push(Draft {
            value: format!("XXXX-{month:02}-{day:02}"),
            interval: None,
            permille: 950,
            evidence: vec![reason.clone()],
        });
    }
    let bound = latest
        .as_ref()
        .map(|(date, _)| *date)
        .max(latest_year.as_ref().and_then(|(year, _)| calendar::day(*year, 1, 1)));
    let since = bound.map(|start| Interval {
        start: Some(start),
        end: None,
    });
    for (weekday, (weight, reasons)) in &weekdays {
        let share = u16::try_from(weight * 900 / total.max(1)).unwrap_or(0);
        let mut evidence = reasons.clone();
        evidence.truncate(4);
        evidence.extend(latest.as_ref().map(|(_, reason)| reason.clone()));
        drafts.push(Draft {
            value: format!("XXXX-WXX-{weekday}"),
            interval: since,
            permille: share,
            evidence,
        });
    }
    let current = latest.as_ref().filter(|(date, _)| {
        latest_year
            .as_ref()
            .is_none_or(|(year, _)| *year <= calendar::year(*date))
    });
    if let (Some((date, reason)), Some((weekday, reasons))) = (current, main) {
        let ahead = (i64::from(weekday) - i64::from(calendar::weekday(*date))).rem_euclid(7);
        let day = calendar::add_days(*date, ahead);
        let mut evidence = vec![reason.clone()];
        evidence.extend(reasons.first().cloned());
        drafts.push(Draft {
            value: render::day(day),
            interval: Some(Interval::day(day)),
            permille: 300,
            evidence,
        });
    }
    if let Some((year, reason)) = &latest_year {
        drafts.push(Draft {
            value: render::year(*year),
            interval: calendar::around(calendar::day(*year, 1, 1)?, Granularity::Year)
                .map(|interval| Interval { end: None, ..interval }),
            permille: 250,
            evidence: vec![reason.clone()],
        });
    }
    drafts.sort_by(|a, b| b.permille.cmp(&a.permille).then_with(|| a.value.cmp(&b.value)));
    let mut candidates: Vec<DateCandidate> = Vec::new();
    for draft in drafts {
        let value = TimexValue::built(draft.value);
        if candidates.iter().all(|candidate| candidate.value != value) {
            candidates.push(DateCandidate {
                value,
                interval: draft.interval,
                confidence: Confidence::from_permille(draft.permille),
                evidence: draft.evidence,
            });
        }
    }
    (!candidates.is_empty()).then_some(InferredDate { candidates })
}

/// Whether a date is an end that may lie ahead: *bis 2035*, *für 2026*.
fn is_open_end(tokens: &Tokenization, text: &str, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|at| {
        matches!(
            tokens.text(TokenIdx::new(at), text),
            "bis" | "Bis" | "für" | "Für" | "ab" | "Ab" | "zum" | "Ende" | "Anfang" | "Mitte"
        )
    })
}

/// Whether a date follows a word that stamps a page: *Stand: 25.02.2025*, *Zuletzt aktualisiert am 3. Mai*.
fn is_stamped(tokens: &Tokenization, text: &str, first: usize) -> bool {
    let mut at = first;
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else { return false };
        let form = tokens.text(TokenIdx::new(before), text);
        if List::Stamp.has(form) {
            return tokens
                .sentence_of(TokenIdx::new(first))
                .and_then(|sentence| sentence.get(&tokens.sentences))
                .is_some_and(|sentence| sentence.tokens.end().index() <= sentence.tokens.start().index() + 12);
        }
        if !matches!(form, ":" | "am" | "vom" | "den" | "," | "|") {
            return false;
        }
        at = before;
    }
    false
}

/// The weekday of `XXXX-WXX-2` and `XXXX-WXX-2TEV`.
fn weekday_of(value: &str) -> Option<u8> {
    let digit = value.strip_prefix("XXXX-WXX-")?.get(..1)?;
    digit.parse().ok()
}

/// Month and day of `XXXX-02-18`.
fn yearless(value: &str) -> Option<(u8, u8)> {
    let (month, day) = value.strip_prefix("XXXX-")?.split_once('-')?;
    Some((month.parse().ok()?, day.get(..2)?.parse().ok()?))
}

/// Whether a sentence is among the first two of the running text.
fn is_lead(tokens: &Tokenization, sentence: usize) -> bool {
    let mut seen = 0;
    for (at, candidate) in tokens.sentences.iter().enumerate().take(12) {
        let content = tokens.zone_of(candidate.tokens.start()).is_none_or(|zone| {
            !matches!(
                zone.kind,
                ZoneKind::Headline | ZoneKind::Dateline | ZoneKind::Byline | ZoneKind::Boilerplate
            )
        });
        if at == sentence {
            return true;
        }
        seen += usize::from(content);
        if seen >= 2 {
            return false;
        }
    }
    false
}
