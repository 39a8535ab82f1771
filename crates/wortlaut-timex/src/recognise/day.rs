//! Days of the month, alone and in enumerations that share month and year: *vom 5. bis 9. Juni*, *am 11., 18. und 25.
//! März 2015*.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use crate::expression::{Meaning, When, Year};
use crate::lists::List;
use crate::word::{Preposition, Word};

/// How many tokens an enumeration of days may have before its month.
const REACH: usize = 16;

impl Recogniser<'_, '_> {
    /// The number of a day: *18.*, *ersten*.
    fn day_number(&self, at: usize) -> Option<u8> {
        let lexeme = self.scan.lexeme(at);
        let number = match (self.scan.kind(at), lexeme.number, lexeme.word) {
            (Some(TokenKind::Ordinal), Some(number), _) => number,
            (_, _, Word::Ordinal(number)) => u32::from(number),
            _ => return None,
        };
        u8::try_from(number).ok().filter(|day| (1..=31).contains(day))
    }

    /// The month after a day, as a name or as an ordinal: *Februar*, *2.*; and where it ends.
    fn month_after(&self, at: usize) -> Option<(u8, Year, usize)> {
        if let Word::Month(month) = self.scan.word(at) {
            // 9. Jan Harms: a list of results
            let next = self.scan.lexeme(at + 1);
            let named = next.capital && next.word == Word::Other && self.scan.kind(at + 1) == Some(TokenKind::Word);
            if self.scan.is(at, "jan") && named {
                return None;
            }
            let (year, end) = self.year_after(at + 1).unwrap_or((Year::Open, at + 1));
            return Some((month, year, end));
        }
        // 7. 11. 1983
        let lexeme = self.scan.lexeme(at);
        if self.scan.kind(at) == Some(TokenKind::Ordinal) {
            let month = lexeme
                .number
                .and_then(|n| u8::try_from(n).ok())
                .filter(|m| (1..=12).contains(m))?;
            let year = self.year_number(at + 1)?;
            return Some((month, Year::Known(year), at + 2));
        }
        None
    }

    /// A day, or several that share their month.
    pub(crate) fn days(&mut self, at: usize) -> Option<usize> {
        let first = self.day_number(at)?;
        // die Straße des 17. Juni
        if self.scan.is(at.wrapping_sub(1), "des") && List::Street.ends(self.scan.form(at.wrapping_sub(2))) {
            return Some(self.month_after(at + 1)?.2);
        }
        let mut days = vec![(at, first)];
        let mut next = at + 1;
        let mut ranged = false;
        let (month, year, end) = loop {
            if let Some(month) = self.month_after(next) {
                break month;
            }
            // What joins days: commas, conjunctions, bis, dashes, and the prepositions repeated before each.
            let mut joined = false;
            while next < at + REACH {
                let joins = matches!(self.scan.form(next), "," | "-" | "–" | "/" | "." | "−")
                    || matches!(
                        self.scan.word(next),
                        Word::Conjunction
                            | Word::Preposition(
                                Preposition::Until | Preposition::On | Preposition::To | Preposition::Of
                            )
                    )
                    || joined && self.scan.word(next) == Word::Det;
                if !joins {
                    break;
                }
                ranged |= self.scan.joins_range(next);
                joined = true;
                next += 1;
            }
            if !joined || next >= at + REACH {
                return None;
            }
            // Numeric dates can close the enumeration: vom 5. bis 9.6.
            if self.scan.kind(next) == Some(TokenKind::Date) {
                let (year, month, _) = super::numeric::date(self.scan.form(next))?;
                break (month, year.map_or(Year::Open, Year::Known), next);
            }
            days.push((next, self.day_number(next)?));
            next += 1;
        };
        let longest = match year {
            Year::Known(year) => crate::calendar::days_in_month(year, month),
            _ => crate::calendar::days_in_month(2024, month),
        };
        // 1. und 2. Juni: of the days before the last only the number is the expression.
        let rule = if days.len() == 1 {
            "timex.day"
        } else if ranged {
            "timex.day.range"
        } else {
            "timex.day.enumeration"
        };
        let count = days.len();
        let numeric_end = self.scan.kind(end) == Some(TokenKind::Date)
            && !days
                .iter()
                .any(|(at, _)| *at + 1 == end && self.month_after(*at + 1).is_some());
        let mut pushed = None;
        for (position, (place, day)) in days.into_iter().enumerate() {
            if day > longest {
                continue;
            }
            let last = position + 1 == count && !numeric_end;
            let to = if last { end } else { place + 1 };
            let when = When::Day {
                year,
                month,
                day,
                weekday: None,
            };
            pushed = self
                .push(
                    place,
                    to,
                    Meaning::Date(when),
                    None,
                    rule,
                    if year == Year::Open { 930 } else { 980 },
                )
                .or(pushed);
        }
        pushed.map(|to| if numeric_end { to } else { end })
    }

    /// The date after a weekday: `, den 18. Februar 2025`, `, 18.2.`; the date and where it ends.
    pub(crate) fn date_after_weekday(&self, at: usize) -> Option<(When, usize)> {
        let mut next = at;
        if self.scan.form(next) == "," {
            next += 1;
        }
        if self.scan.word(next) == Word::Det {
            next += 1;
        }
        if self.scan.kind(next) == Some(TokenKind::Date) {
            let (year, month, day) = super::numeric::date(self.scan.form(next))?;
            return Some((
                When::Day {
                    year: year.map_or(Year::Open, Year::Known),
                    month,
                    day,
                    weekday: None,
                },
                next + 1,
            ));
        }
        let day = self.day_number(next)?;
        let (month, year, end) = self.month_after(next + 1)?;
        Some((
            When::Day {
                year,
                month,
                day,
                weekday: None,
            },
            end,
        ))
    }

    /// A day that stands at a place, of whatever notation.
    pub(crate) fn day_at(&self, at: usize) -> Option<(When, usize)> {
        if self.scan.form(at) == "," {
            return None;
        }
        self.date_after_weekday(at)
    }
}
