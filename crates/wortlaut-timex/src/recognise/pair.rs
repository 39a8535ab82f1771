//! Years in pairs: *2018/19*, *Saison 2018/2019*, *Wintersemester 2023/24*. They are one stretch of time, which is called
//! by the year it begins in, as a winter is.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use super::year::century_of;
use crate::expression::{Meaning, When};
use crate::lists::List;
use crate::vocabulary;
use crate::word::Word;

/// All of both years.
const BOTH: (u8, u8) = (1, 24);

impl Recogniser<'_, '_> {
    /// A pair of years, with the noun it names; or a semester of one year.
    pub(crate) fn pair(&mut self, at: usize) -> Option<usize> {
        if self.choices.narrative || self.scan.kind(at) == Some(TokenKind::Ordinal) {
            return None;
        }
        // Most numbers are no years: nothing more is asked of them.
        let two = self.scan.kind(at) == Some(TokenKind::YearRange) || self.scan.joins_range(at + 1);
        if !two && self.scan.lexeme(at).digits != 4 {
            return None;
        }
        let noun = self.scan.form_before(at);
        let named = if noun.len() > 1 { vocabulary::cycle(noun) } else { None };
        let (year, end) = match self.pair_at(at, named.is_some()) {
            Some(pair) => pair,
            // Sommersemester 2024
            None => match named {
                Some((_, 6)) => (self.year_number(at)?, at + 1),
                _ => return None,
            },
        };
        let (month, months) = named.or_else(|| self.pair_before(at)).unwrap_or(BOTH);
        self.push(
            at - usize::from(named.is_some()),
            end,
            Meaning::Date(When::Cycle { year, month, months }),
            None,
            "timex.year.pair",
            if named.is_some() { 950 } else { 850 },
        )
    }

    /// *die Spielzeiten 2018/19 und 2019/20*: what the pair before names.
    fn pair_before(&self, at: usize) -> Option<(u8, u8)> {
        let before = self.out.last()?;
        let joined = before.end + 1 == at
            && (self.scan.word(before.end) == Word::Conjunction || matches!(self.scan.form(before.end), "," | "bis"));
        match before.meaning {
            Meaning::Date(When::Cycle { month, months, .. }) if joined => Some((month, months)),
            _ => None,
        }
    }

    /// Two years that follow each other, written as one: the first, and the end. Where a noun says that it is one stretch,
    /// a dash may join them, and the century be left out.
    pub(crate) fn pair_at(&self, at: usize, named: bool) -> Option<(i32, usize)> {
        let scan = &self.scan;
        if self.choices.narrative {
            return None;
        }
        let (first, second, end) = if scan.kind(at) == Some(TokenKind::YearRange) {
            let form = scan.form(at).trim_end_matches('.');
            let (first, second) = form
                .split_once('/')
                .or_else(|| form.split_once(['-', '–']).filter(|_| named))?;
            (first, second, at + 1)
        } else {
            let joined = scan.form(at + 1) == "/" || matches!(scan.form(at + 1), "-" | "–");
            if !named || !joined {
                return None;
            }
            (scan.form(at), scan.form(at + 2).trim_end_matches('.'), at + 3)
        };
        let full = |digits: &str| match digits.len() {
            4 => digits.parse::<i32>().ok().filter(|year| (1000..=2199).contains(year)),
            2 if named => digits.parse().ok().map(century_of),
            _ => None,
        };
        let first = full(first)?;
        let next = match second.len() {
            2 => second.parse::<i32>().ok()? == (first + 1) % 100,
            4 => second.parse::<i32>().ok()? == first + 1,
            _ => false,
        };
        (next && (named || !self.is_file_number(at, end))).then_some((first, end))
    }

    /// Whether two numbers that look like years are a part of a file's number or an amount: *Az. 4 U 2018/19*, *Richtlinie
    /// 2018/19/EU*.
    pub(crate) fn is_file_number(&self, at: usize, end: usize) -> bool {
        let scan = &self.scan;
        let form_before = scan.form_before(at);
        scan.before(at) == Word::Numbered
            || form_before.len() > 8 && List::Numbered.ends(form_before)
            || scan.kind(at.wrapping_sub(1)) == Some(TokenKind::Symbol)
            || form_before.len() == 1 && form_before.starts_with(char::is_alphabetic)
            || scan.form(end) == "/"
            || self.is_counted(end.wrapping_sub(1))
    }
}
