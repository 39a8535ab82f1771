//! From what was resolved to the annotation.

use jiff::civil::Date;
use wortlaut_text::{Confidence, Evidence};

use super::clock::{hours_of, with_part};
use super::{Resolved, Resolver, narrow, nothing, share};
use crate::direction;
use crate::expression::{Expression, Meaning, Sense, When};
use crate::render;
use crate::word::{Reference, Word};
use crate::{Granularity, Interval, Timex, TimexType, TimexValue};

impl Resolver<'_, '_> {
    pub(super) fn finish(
        &self,
        expressions: &[Expression],
        position: usize,
        expression: &Expression,
        resolved: Option<Resolved>,
    ) -> Timex {
        let next = expressions.get(position + 1);
        let mut modifier = expression.modifier;
        let (kind, resolved, quant, freq) = match expression.meaning {
            Meaning::Date(When::Today) if self.is_present(expression, next) => {
                let reference = Resolved {
                    value: "PRESENT_REF".to_owned(),
                    interval: self.published.map(Interval::day),
                    rules: vec!["timex.today.reference"],
                    ..nothing()
                };
                (TimexType::Date, reference, None, None)
            }
            Meaning::Date(_) => (TimexType::Date, resolved.unwrap_or_else(nothing), None, None),
            Meaning::PartOf(_, part) => {
                let mut resolved = resolved.unwrap_or_else(nothing);
                resolved.value = with_part(&resolved.value, part);
                let day = resolved
                    .date
                    .filter(|_| matches!(resolved.granularity, Granularity::Day | Granularity::DayPart));
                resolved.clock = day.and_then(|day| hours_of(part, day, self.is_night_before(expression)));
                resolved.granularity = Granularity::DayPart;
                (TimexType::Time, resolved, None, None)
            }
            Meaning::Part(part) => {
                let mut day = self.day_of(expression, next);
                day.value = with_part(&day.value, part);
                day.clock = day.date.and_then(|day| hours_of(part, day, false));
                day.granularity = Granularity::DayPart;
                (TimexType::Time, day, None, None)
            }
            Meaning::Clock(clock) => (TimexType::Time, self.clock(expressions, position, clock), None, None),
            Meaning::Length(length, sense) => match resolved {
                Some(resolved) => (TimexType::Date, resolved, None, None),
                None => {
                    let from = match sense {
                        Sense::Later | Sense::Earlier => self.mention_before(expression).or(self.published),
                        _ => self.published,
                    };
                    let placed =
                        from.and_then(|from| render::length_interval(length, sense, from, self.is_exact(expression)));
                    let value = render::period(length.first, length.second);
                    let resolved = Resolved {
                        value,
                        clock: None,
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
                (
                    TimexType::Set,
                    resolved,
                    quant,
                    times.filter(|times| *times > 0).map(|times| format!("{times}X")),
                )
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
            (Some(interval), _) if expression.share.is_some() => Some(share(interval, expression.share)),
            (Some(interval), Some(modifier)) if kind == TimexType::Date => Some(narrow(interval, modifier)),
            (interval, _) => interval,
        };
        timex.interval = narrowed.filter(|interval| interval.is_ordered());
        timex.granularity = Some(resolved.granularity);
        timex.clock = resolved.clock;
        timex.evidence.reserve_exact(resolved.rules.len());
        timex.evidence.extend(resolved.rules.into_iter().map(|rule| {
            // Of a tense, the finite verb is the reason; of all else, the expression itself.
            let verb = direction::is_tense(rule).then(|| direction::finite(self.scan, expression.first));
            Evidence::new(rule, verb.flatten().unwrap_or(expression.span))
        }));
        timex
    }

    /// Whether a length is counted to the day: *vor genau einem Jahr*, *auf den Tag genau vor 20 Jahren*.
    fn is_exact(&self, expression: &Expression) -> bool {
        let form = |at: usize| self.scan.form_of(at);
        let exact = |at: usize| matches!(form(at), "genau" | "Genau" | "exakt" | "Exakt");
        let before = expression.first.wrapping_sub(2);
        (expression.first..expression.end).any(|at| self.scan.word_of(at) == Word::Approx(None) && exact(at))
            || exact(before) && form(before.wrapping_sub(1)) == "Tag"
    }

    /// The last date named before an expression, for *drei Tage später*.
    pub(super) fn mention_before(&self, expression: &Expression) -> Option<Date> {
        let at = self.days.partition_point(|day| day.at < expression.first);
        let day = self.days.get(at.checked_sub(1)?)?;
        day.date
    }
}
