//! Years: bare, and behind months, seasons and holidays.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use crate::expression::{Meaning, When, Year};
use crate::lists::List;
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    /// A number that can be a year.
    pub(crate) fn year_number(&self, at: usize) -> Option<i32> {
        let lexeme = self.scan.lexeme(at);
        if let Some(number) = lexeme.number {
            let form = self.scan.form(at);
            if lexeme.digits != 4 || !(1000..=2199).contains(&number) || form.starts_with('0') {
                return None;
            }
            if form.ends_with('.') && !self.ends_sentence(at) {
                return None;
            }
            return i32::try_from(number).ok();
        }
        self.short_year(at)
    }

    fn ends_sentence(&self, at: usize) -> bool {
        at + 1 >= self.scan.to || self.scan.kind(at + 1) == Some(TokenKind::QuoteClose)
    }

    /// *'89*.
    fn short_year(&self, at: usize) -> Option<i32> {
        let form = self.scan.form(at);
        let digits = form.strip_prefix('\'').or_else(|| form.strip_prefix('’'))?;
        if digits.len() != 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number: i32 = digits.parse().ok()?;
        Some(century_of(number))
    }

    /// The year that follows a month, a season, a holiday: *2025*, *des Jahres 2025*, *kommenden Jahres*, *des
    /// Vorjahres*.
    pub(crate) fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        if let Some((year, end)) = self.era_year(at) {
            return Some((Year::Known(year), end));
        }
        if let Some(year) = self.year_number(at) {
            if self.is_counted(at) {
                return None;
            }
            return Some((Year::Known(year), at + 1));
        }
        let mut next = at;
        let of_year = self.scan.is(next, "im") && self.is_year_genitive(next + 1);
        if of_year || matches!(self.scan.form(next), "des" | "DES" | "vom") {
            next += 1;
        }
        let genitive = next > at;
        match self.scan.word(next) {
            Word::Unit {
                unit: Unit::Year,
                plural: false,
            } if genitive => {
                // im April des Jahres: of the year it is about
                match self.year_number(next + 1) {
                    Some(year) => Some((Year::Known(year), next + 2)),
                    None => (self.scan.form(at) == "des").then_some((Year::Shift(0), next + 1)),
                }
            }
            Word::Relative(Unit::Year, shift) if genitive => Some((Year::Shift(i32::from(shift)), next + 1)),
            Word::Shift(shift) if self.is_year_genitive(next + 1) => Some((Year::Shift(i32::from(shift)), next + 2)),
            Word::This if self.is_year_genitive(next + 1) => Some((Year::Shift(0), next + 2)),
            Word::Anaphoric(shift) if self.is_year_genitive(next + 1) => {
                Some((Year::Anaphoric(i32::from(shift)), next + 2))
            }
            Word::Same | Word::That if self.is_year_genitive(next + 1) => Some((Year::Anaphoric(0), next + 2)),
            _ => None,
        }
    }

    fn is_year_genitive(&self, at: usize) -> bool {
        self.scan.word(at)
            == (Word::Unit {
                unit: Unit::Year,
                plural: false,
            })
    }

    /// Whether what follows a number is what it counts.
    pub(crate) fn is_counted(&self, at: usize) -> bool {
        // A long word in lower case is no noun: 1911 betrieben.
        let form = self.scan.form(at + 1);
        let noun = form.len() <= 4 || form.starts_with(char::is_uppercase) || form == "tausend";
        self.scan.word(at + 1) == Word::Counted && noun
            || matches!(self.scan.form(at + 1), "%" | "€" | "$" | "£" | "°" | "§")
            || matches!(self.scan.kind(at + 1), Some(TokenKind::Symbol))
    }

    /// A year before or after Christ: *44 v. Chr.*; the year and the end.
    pub(crate) fn era_year(&self, at: usize) -> Option<(i32, usize)> {
        let lexeme = self.scan.lexeme(at);
        let year = lexeme
            .number
            .filter(|_| lexeme.digits <= 4)
            .and_then(|number| i32::try_from(number).ok())?;
        if year == 0 {
            return None;
        }
        let (before, end) = self.era_at(at + 1)?;
        Some((if before { 1 - year } else { year }, end))
    }

    /// *v. Chr.*, *nach Christus*, *vor unserer Zeitrechnung*: whether it is before, and the end.
    pub(crate) fn era_at(&self, at: usize) -> Option<(bool, usize)> {
        let before = match self.scan.word(at) {
            Word::BeforeChrist | Word::Preposition(Preposition::Ago) => true,
            Word::AfterChrist | Word::Preposition(Preposition::After) => false,
            _ => return None,
        };
        if self.scan.word(at + 1) == Word::Christ {
            return Some((before, at + 2));
        }
        if self.scan.is(at + 1, "christi") && self.scan.is(at + 2, "geburt") {
            return Some((before, at + 3));
        }
        let ours =
            self.scan.is(at + 1, "unserer") && (self.scan.is(at + 2, "zeitrechnung") || self.scan.is(at + 2, "zeit"));
        ours.then_some((before, at + 3))
    }

    /// A bare year.
    pub(crate) fn year(&mut self, at: usize) -> Option<usize> {
        if let Some((year, end)) = self.era_year(at) {
            // etwa 460 v. Chr.
            let (start, modifier) = match self.scan.before(at) {
                Word::Approx(Some(modifier)) => (at - 1, Some(modifier)),
                _ => (at, None),
            };
            return self.push(
                start,
                end,
                Meaning::Date(When::Year(Year::Known(year))),
                modifier,
                "timex.year.era",
                960,
            );
        }
        let year = self.year_number(at)?;
        if !self.reads_as_year(at, year) {
            return None;
        }
        self.push(
            at,
            at + 1,
            Meaning::Date(When::Year(Year::Known(year))),
            None,
            "timex.year",
            900,
        )
    }

    /// Whether a number of four digits stands where a year stands and not where an amount does.
    fn reads_as_year(&self, at: usize, year: i32) -> bool {
        let scan = &self.scan;
        let ranged = scan.joins_range(at + 1) && scan.lexeme(at + 2).number.is_some() && self.is_counted(at + 2);
        if self.is_counted(at) || ranged || matches!(scan.word(at + 1), Word::Clock) {
            return false;
        }
        let before = scan.before(at);
        let form_before = scan.form_before(at);
        // von 2000 auf 15.000: an amount that changes.
        let dated = matches!(
            before,
            Word::Preposition(Preposition::Until | Preposition::From | Preposition::In | Preposition::After)
        );
        let changes = !dated
            && scan.is(at + 1, "auf")
            && (at + 2..at + 5).any(|at| matches!(scan.kind(at), Some(TokenKind::Number)));
        let numbered = form_before.len() > 8 && List::Numbered.ends(form_before);
        if before == Word::Numbered
            || changes
            || numbered
            || matches!(form_before, "§" | "§§" | "€" | "$" | "#" | "+" | "Nr." | "Nr" | "x")
            || matches!(scan.form(at + 1), "x" | "×")
        {
            return false;
        }
        // die B 2000
        if form_before.len() == 1 && form_before.starts_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
        // 2024 Bäume wurden gepflanzt: behind a year the verb would stand.
        let counted = at == scan.from
            && scan.lexeme(at + 1).capital
            && scan.word(at + 1) == Word::Other
            && scan.kind(at + 1) == Some(TokenKind::Word)
            && scan.kind(at + 2) == Some(TokenKind::Word)
            && !scan.lexeme(at + 2).capital;
        if counted {
            return false;
        }
        // Telephone numbers and other chains of numbers: 04321/5560, 24321 5678.
        if scan.lexeme(at.wrapping_sub(1)).number.is_some_and(|n| n > 2200)
            || scan.lexeme(at + 1).number.is_some()
                && !scan.form(at).ends_with('.')
                && scan.word(at + 2) != Word::Numbered
        {
            return false;
        }
        if self.is_telephone(at) {
            return false;
        }
        if matches!(form_before, "/" | "-") {
            let earlier = at.wrapping_sub(2);
            if scan.lexeme(earlier).number.is_some() && self.year_number(earlier).is_none() {
                return false;
            }
        }
        let cue = matches!(
            before,
            Word::Preposition(
                Preposition::From
                    | Preposition::Until
                    | Preposition::Between
                    | Preposition::After
                    | Preposition::Of
                    | Preposition::For
            )
        );
        // A unit of time after the number makes it a length: 1500 Jahre.
        if matches!(scan.word(at + 1), Word::Unit { .. }) {
            return false;
        }
        let modern = (1700..=2060).contains(&year);
        // A plural noun after it: something is counted.
        let next = scan.lexeme(at + 1);
        let next_form = scan.form(at + 1);
        let plural = next.capital
            && next.word == Word::Other
            && scan.kind(at + 1) == Some(TokenKind::Word)
            && ["en", "rn", "ln"].iter().any(|ending| next_form.ends_with(ending))
            && !scan.form_before(at).eq_ignore_ascii_case("seit");
        if plural && !cue {
            return false;
        }
        if modern {
            return !(matches!(before, Word::Approx(Some(_)) | Word::Than) && next.capital);
        }
        // Far years need a reason: a preposition of time, brackets, a range.
        (cue || matches!(form_before, "(" | "–" | "-" | "*" | "†" | "Jahr" | "anno" | "Anno")
            || matches!(before, Word::Position(_) | Word::Preposition(_)))
            && !next.capital
            && !matches!(before, Word::Approx(_) | Word::Than)
    }

    /// Whether a number belongs to a telephone number: behind *Telefon*, or joined with a number that starts with 0.
    fn is_telephone(&self, at: usize) -> bool {
        let scan = &self.scan;
        let is_number = |at: usize| scan.form(at).starts_with(|c: char| c.is_ascii_digit());
        let mut first = at;
        for _ in 0..6 {
            let mut before = first.wrapping_sub(1);
            if matches!(scan.form(before), "/" | "-" | "–" | ")" | "(") {
                before = before.wrapping_sub(1);
            }
            if !is_number(before) {
                break;
            }
            first = before;
        }
        let word = scan.form_before(first).trim_end_matches('.');
        let word = if word == ":" {
            scan.form(first.wrapping_sub(2))
        } else {
            word
        };
        first < at && scan.form(first).starts_with('0') || List::Telephone.has(word)
    }
}

/// The full year of two digits: 89 is 1989, 25 is 2025.
pub(crate) fn century_of(two_digits: i32) -> i32 {
    if two_digits < 30 {
        2000 + two_digits
    } else {
        1900 + two_digits
    }
}
