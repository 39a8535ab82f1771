//! Dates in digits, ranges of years, decades written with digits.

use wortlaut_text::Span;
use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use super::year::century_of;
use crate::expression::{Meaning, When, Year};
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    /// Numeric dates, ranges of years and decades.
    pub(crate) fn numeric(&mut self, at: usize) -> Option<usize> {
        let kind = self.scan.kind(at)?;
        let form = self.scan.form(at);
        if !form.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Some(end) = self.pair(at) {
            return Some(end);
        }
        match kind {
            TokenKind::Date => {
                let (year, month, day) = date(form)?;
                let when = When::Day {
                    year: year.map_or(Year::Open, Year::Known),
                    month,
                    day,
                    weekday: None,
                };
                if year.is_none() {
                    // 18.2. 2025
                    if let Some(year) = self.year_number(at + 1) {
                        let when = When::Day {
                            year: Year::Known(year),
                            month,
                            day,
                            weekday: None,
                        };
                        return self.push(at, at + 2, Meaning::Date(when), None, "timex.day.numeric", 980);
                    }
                }
                let rule = if year.is_some() {
                    "timex.day.numeric"
                } else {
                    "timex.day.numeric.yearless"
                };
                self.push(
                    at,
                    at + 1,
                    Meaning::Date(when),
                    None,
                    rule,
                    if year.is_some() { 980 } else { 900 },
                )
            }
            TokenKind::Number if self.scan.form(at + 1) == "/" => {
                self.month_of_year(at).or_else(|| self.decade_digits(at, at))
            }
            TokenKind::YearRange => self.year_range(at, form),
            TokenKind::Number | TokenKind::Clock | TokenKind::Ordinal | TokenKind::Alphanumeric => {
                if form.matches('.').count() == 2 {
                    if let Some((Some(year), month, day)) = date(form) {
                        let when = When::Day {
                            year: Year::Known(year),
                            month,
                            day,
                            weekday: None,
                        };
                        return self.push(at, at + 1, Meaning::Date(when), None, "timex.day.numeric", 960);
                    }
                }
                self.decade_digits(at, at)
            }
            TokenKind::Word => self.decade_digits(at, at),
            _ => None,
        }
    }

    /// *seit 03/2024*: a month, behind a preposition of time.
    fn month_of_year(&mut self, at: usize) -> Option<usize> {
        let month = self.scan.lexeme(at).number.filter(|month| (1..=12).contains(month))?;
        let year = self.year_number(at + 2)?;
        let timely = matches!(
            self.scan.before(at),
            Word::Preposition(
                Preposition::From | Preposition::Until | Preposition::In | Preposition::For | Preposition::Between
            )
        );
        let when = When::Month {
            year: Year::Known(year),
            month: u8::try_from(month).ok()?,
        };
        timely.then(|| self.push(at, at + 3, Meaning::Date(when), None, "timex.month", 850))?
    }

    fn year_range(&mut self, at: usize, form: &str) -> Option<usize> {
        if self.is_file_number(at, at + 1) {
            return Some(at + 1);
        }
        let split = form.find(['-', '/', '–'])?;
        let (first, rest) = form.split_at_checked(split)?;
        let mark = rest.chars().next()?.len_utf8();
        let second = rest.get(mark..)?.trim_end_matches('.');
        let from: i32 = first.parse().ok()?;
        let to: i32 = second.parse().ok()?;
        let start = self.scan.token(at)?.span.start();
        let to = if second.len() == 2 { from / 100 * 100 + to } else { to };
        if !(1000..=2199).contains(&from) || to < from || to > 2199 {
            return None;
        }
        let end_of = |length: usize| u32::try_from(length).unwrap_or(0);
        let first_span = Span::between(start, start + end_of(first.len()));
        let second_start = start + end_of(split + mark);
        let second_span = Span::between(second_start, second_start + end_of(second.len()));
        self.push_span(
            first_span,
            at,
            at + 1,
            Meaning::Date(When::Year(Year::Known(from))),
            None,
            "timex.year.range",
            900,
        );
        self.push_span(
            second_span,
            at,
            at + 1,
            Meaning::Date(When::Year(Year::Known(to))),
            None,
            "timex.year.range",
            900,
        )
    }

    /// *80er Jahre*, *1990er-Jahre*, *1920er Jahren*; `from` is where the expression starts.
    pub(crate) fn decade_digits(&mut self, from: usize, at: usize) -> Option<usize> {
        let (when, end) = self.decade_at(at)?;
        self.push(from, end, Meaning::Date(when), None, "timex.decade", 930)
    }

    /// A decade, in digits or words, with the century it may be of, and where it ends.
    pub(crate) fn decade_at(&self, at: usize) -> Option<(When, usize)> {
        let (when, end) = self.decade_alone(at)?;
        let When::DecadeOfCentury(tens) = when else {
            return Some((when, end));
        };
        // der zwanziger Jahre des vorigen Jahrhunderts, des 19. Jahrhunderts
        if self.scan.is(end, "des") || self.scan.is(end, "im") {
            let left = self.left(end + 1);
            let century = Word::Unit {
                unit: Unit::Century,
                plural: false,
            };
            if self.scan.word(left.at) == century && left.number.is_none() {
                let of = match (left.ordinal, left.shift) {
                    (Some(number @ 1..=30), _) => Some(When::Decade((i32::from(number) - 1) * 100 + i32::from(tens))),
                    (None, Some(shift)) => Some(When::DecadeOfRelative(tens, shift)),
                    (None, None) if left.this => Some(When::DecadeOfRelative(tens, 0)),
                    _ => None,
                };
                if let Some(of) = of {
                    return Some((of, left.at + 1));
                }
            }
        }
        Some((when, end))
    }

    fn decade_alone(&self, at: usize) -> Option<(When, usize)> {
        let years_follow = |at: usize| {
            matches!(
                self.scan.word(at),
                Word::Unit {
                    unit: Unit::Year,
                    plural: true
                }
            )
        };
        if let Word::DecadeName(first) = self.scan.word(at) {
            return Some((When::Decade(i32::from(first)), at + 1));
        }
        if let Word::Decade(tens) = self.scan.word(at) {
            if tens % 10 == 1 {
                return Some((When::DecadeOfCentury(tens - 1), at + 1));
            }
            if years_follow(at + 1) {
                return Some((When::DecadeOfCentury(tens), at + 2));
            }
            // in den Siebzigern, Mitte der Siebziger; but not: er ist in den Siebzigern
            let article = self.scan.before(at) == Word::Det;
            let timely = matches!(
                self.scan.before(at.wrapping_sub(1)),
                Word::Preposition(Preposition::In | Preposition::From) | Word::Position(_)
            );
            let noun = self.scan.lexeme(at).capital && !self.scan.lexeme(at + 1).capital;
            return (article && timely && noun && !self.is_persons_age(at))
                .then_some((When::DecadeOfCentury(tens), at + 1));
        }
        let form = self.scan.form(at);
        let split = form.find(|c: char| !c.is_ascii_digit())?;
        let (digits, rest) = form.split_at_checked(split)?;
        let rest = rest.to_ascii_lowercase();
        let joined = matches!(rest.as_str(), "er-jahre" | "er-jahren" | "erjahre" | "erjahren");
        // in den 1970ern, in den frühen 70ern
        let dative = rest == "ern"
            && matches!(
                self.scan.before(at),
                Word::Det | Word::PartAdjective | Word::Position(_)
            );
        if rest != "er" && rest != "-er" && !joined && !dative {
            return None;
        }
        let number: i32 = digits.parse().ok()?;
        if number % 10 != 0 {
            return None;
        }
        let when = match digits.len() {
            4 if (1000..=2190).contains(&number) => When::Decade(number),
            2 => When::DecadeOfCentury(u8::try_from(number).ok()?),
            _ => return None,
        };
        if joined || dative {
            return Some((when, at + 1));
        }
        if years_follow(at + 1) {
            return Some((when, at + 2));
        }
        // die 80er: with an article and nothing that it could qualify.
        let article = matches!(self.scan.before(at), Word::Det | Word::Position(_));
        (article && !self.scan.lexeme(at + 1).capital).then_some((when, at + 1))
    }
}

/// A date in digits: day, month and, if it has one, year. German order, or ISO.
pub(crate) fn date(form: &str) -> Option<(Option<i32>, u8, u8)> {
    let mut parts = form.split(['.', '-', '/']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next().unwrap_or(""));
    if parts.next().is_some_and(|rest| !rest.is_empty()) {
        return None;
    }
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else {
        (third, second, first)
    };
    let month: u8 = month.parse().ok()?;
    let day: u8 = day.parse().ok()?;
    let year: Option<i32> = match year.len() {
        0 => None,
        2 => Some(century_of(year.parse().ok()?)),
        4 => Some(year.parse().ok()?),
        _ => return None,
    };
    let longest = crate::calendar::days_in_month(year.unwrap_or(2024), month);
    ((1..=12).contains(&month) && (1..=longest).contains(&day) && year.is_none_or(|year| year >= 1))
        .then_some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_in_digits() {
        assert_eq!(date("18.2.2025"), Some((Some(2025), 2, 18)));
        assert_eq!(date("18.02.25"), Some((Some(2025), 2, 18)));
        assert_eq!(date("1.9.39"), Some((Some(1939), 9, 1)));
        assert_eq!(date("18.2."), Some((None, 2, 18)));
        assert_eq!(date("2025-02-18"), Some((Some(2025), 2, 18)));
        assert_eq!(date("29.2."), Some((None, 2, 29)));
        for wrong in [
            "29.2.2025",
            "32.1.2025",
            "18.13.",
            "1.2.3.4",
            "18.2.202",
            "x.2.",
            "0.1.",
            "",
        ] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }
}
