//! Recurring times: *täglich*, *zweimal wöchentlich*, *pro Jahr*, *einmal im Monat*, *montags*.

use super::Recogniser;
use super::head::set;
use crate::expression::{Amount, Meaning, SetValue};
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn recurring(&mut self, at: usize) -> Option<usize> {
        match self.scan.word(at) {
            Word::Set(value) => self.push(
                at,
                at + 1,
                Meaning::Set {
                    value: SetValue::Text(value.as_str()),
                    every: true,
                    times: None,
                },
                None,
                "timex.set.adverb",
                930,
            ),
            Word::Weekly(weekday) => {
                // des Montags is a day like any other; freitags abends recurs.
                let part = match self.scan.word(at + 1) {
                    Word::Part(part) if self.scan.form(at + 1).ends_with('s') => Some(part),
                    _ => None,
                };
                if self.scan.before(at) == Word::Det {
                    return None;
                }
                let form = self.scan.form(at);
                if form.ends_with('-') {
                    // Sonn- und Feiertage
                    let holidays = self.scan.form(at + 2);
                    let both = self.scan.word(at + 1) == Word::Conjunction
                        && ["Feiertag", "feiertag"].iter().any(|begin| holidays.starts_with(begin));
                    return both.then(|| {
                        let value = SetValue::Weekday(weekday);
                        self.push(at, at + 3, set(value), None, "timex.set.weekly", 900)
                    })?;
                }
                // an Sonntagen; but: die Montagen
                if form.ends_with("en") && !self.scan.form_before(at).eq_ignore_ascii_case("an") {
                    return None;
                }
                let value = part.map_or(SetValue::Weekday(weekday), |part| SetValue::WeekdayPart(weekday, part));
                let end = at + 1 + usize::from(part.is_some());
                self.push(
                    at,
                    end,
                    Meaning::Set {
                        value,
                        every: true,
                        times: None,
                    },
                    None,
                    "timex.set.weekly",
                    930,
                )
            }
            // am Montagmorgens, des Montagmorgens: a day like any other
            Word::WeeklyPart(weekday, part)
                if !matches!(self.scan.before(at), Word::Det | Word::Preposition(Preposition::On)) =>
            {
                self.push(
                    at,
                    at + 1,
                    Meaning::Set {
                        value: SetValue::WeekdayPart(weekday, part),
                        every: true,
                        times: None,
                    },
                    None,
                    "timex.set.weekly",
                    930,
                )
            }
            Word::Times(times) => {
                if let Word::Set(value) = self.scan.word(at + 1) {
                    return self.push(
                        at,
                        at + 2,
                        Meaning::Set {
                            value: SetValue::Text(value.as_str()),
                            every: false,
                            times: Some(times),
                        },
                        None,
                        "timex.set.frequency",
                        930,
                    );
                }
                let (unit, end) = self.per_unit(at + 1)?;
                self.push(at, end, period(unit, Some(times)), None, "timex.set.frequency", 930)
            }
            Word::Per => {
                let (unit, end) = self.per_unit(at)?;
                self.push(at, end, period(unit, None), None, "timex.set.per", 900)
            }
            Word::Preposition(Preposition::In | Preposition::On) => {
                let (unit, end) = self.per_unit(at)?;
                (self.amount_before(at) && !self.narrowed(end))
                    .then(|| self.push(at, end, period(unit, None), None, "timex.set.per", 800))?
            }
            Word::Long(value) => self.long(at, value.as_str()),
            _ => None,
        }
    }

    /// *pro Jahr*, *im Jahr*, *in der Woche*, *am Tag*: the unit and the end.
    fn per_unit(&self, at: usize) -> Option<(Unit, usize)> {
        let mut next = at + 1;
        match self.scan.word(at) {
            Word::Per => {}
            Word::Preposition(Preposition::In | Preposition::On) => {
                if self.scan.word(next) == Word::Det {
                    next += 1;
                } else if !matches!(self.scan.form(at), "im" | "am") {
                    return None;
                }
            }
            _ => return None,
        }
        match self.scan.word(next) {
            Word::Unit { unit, plural: false } if unit != Unit::Weekend || self.scan.word(at) == Word::Per => {
                Some((unit, next + 1))
            }
            _ => None,
        }
    }

    /// Whether a quantity stands shortly before: then *im Jahr* is a rate.
    fn amount_before(&self, at: usize) -> bool {
        (1..=4).any(|back| {
            let place = at.wrapping_sub(back);
            let lexeme = self.scan.lexeme(place);
            lexeme.number.is_some_and(|_| lexeme.digits != 4)
                || matches!(
                    lexeme.word,
                    Word::Number(_) | Word::Counted | Word::Times(_) | Word::Half
                )
                || matches!(self.scan.kind(place), Some(wortlaut_tokenize::TokenKind::Number)) && lexeme.digits != 4
        })
    }

    /// Whether the unit goes on: *im Jahr 2012*, *im Jahr nach der Wahl*, *im Jahr zuvor*.
    fn narrowed(&self, at: usize) -> bool {
        self.scan.lexeme(at).number.is_some()
            || matches!(
                self.scan.word(at),
                Word::Later(_) | Word::Det | Word::Preposition(Preposition::After | Preposition::Ago)
            )
    }
}

fn period(unit: Unit, times: Option<u8>) -> Meaning {
    Meaning::Set {
        value: SetValue::Period(Amount::ONE, unit),
        every: times.is_none(),
        times,
    }
}
