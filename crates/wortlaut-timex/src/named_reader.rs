//! How named days are written: `names = day`, in files of the crate and of users.

use std::collections::HashSet;

use wortlaut_lexicon::{Category, Lexicon};
use wortlaut_tokenize::Tokenizer;

use crate::calendar::days_in_month;
use crate::named::{Base, Name, NamedDays, Rule};
use crate::table::Table;
use crate::vocabulary;
use crate::word::{Part, Word};

/// Column, reason, remedy.
pub(crate) type Trouble = (usize, String, &'static str);

/// How many days and names a list can have.
const MAX_DAYS: u16 = 10_000;
const MAX_NAMES: usize = 30_000;

/// A list while it is read.
#[derive(Default)]
pub(crate) struct Draft {
    rules: Vec<Rule>,
    names: Vec<Name>,
    known: HashSet<Vec<String>>,
    /// Whether a user wrote it: then names are looked at that would be found everywhere.
    users: bool,
}

impl Draft {
    /// A list of a user.
    pub(crate) fn users() -> Self {
        Draft {
            users: true,
            ..Draft::default()
        }
    }

    pub(crate) fn line(&mut self, line: &str) -> Result<(), Trouble> {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return Ok(());
        }
        const LESS: &str = "leave out what the texts do not name";
        const SHAPE: &str = "write `Name = day`, as in `Stadtfest = 1. Sonntag im September`";
        let (names, rule) = line
            .split_once('=')
            .ok_or_else(|| (column(line, content), "no `=` between name and day".to_owned(), SHAPE))?;
        let rule = Words::of(line, rule).rule()?;
        let row = u16::try_from(self.rules.len())
            .ok()
            .filter(|row| *row < MAX_DAYS)
            .ok_or_else(|| (1, format!("more than {MAX_DAYS} days"), LESS))?;
        for name in names.split('|') {
            let words = words_of(name);
            if words.is_empty() {
                return Err((column(line, name), "a name is empty".to_owned(), SHAPE));
            }
            let place = column(line, name.trim_start());
            if self.users {
                check(name.trim(), &words).map_err(|(reason, remedy)| (place, reason, remedy))?;
            }
            if self.names.len() >= MAX_NAMES {
                return Err((place, format!("more than {MAX_NAMES} names"), LESS));
            }
            if !self.known.insert(words.clone()) {
                let reason = format!("`{}` is named twice", name.trim());
                return Err((place, reason, "leave one of them out"));
            }
            self.names.push(Name { words, row });
        }
        self.rules.push(rule);
        Ok(())
    }

    /// The list; its rows count from `from`.
    pub(crate) fn finish(mut self, from: usize) -> NamedDays {
        let from = u16::try_from(from).unwrap_or(u16::MAX);
        for name in &mut self.names {
            name.row = name.row.saturating_add(from);
        }
        self.names.sort_by(|a, b| a.words.cmp(&b.words));
        let mut days = NamedDays {
            rules: self.rules,
            names: self.names,
            first: Table::default(),
        };
        if !days.is_empty() {
            days.first = Table::new(days.words());
        }
        days
    }
}

/// Refuses a name that every text has and that names no day: *der*, *am*, *nicht*, *12*.
fn check(name: &str, words: &[String]) -> Result<(), (String, &'static str)> {
    if !name.chars().any(char::is_alphabetic) {
        return Err((
            format!("`{name}` has no letter"),
            "name the day by a word, as in `Stadtfest`",
        ));
    }
    let [word] = words else { return Ok(()) };
    let mut buffer = String::new();
    let date = matches!(
        vocabulary::look_up(word, &mut buffer),
        Word::Month(_) | Word::Weekday(_) | Word::Deictic(_) | Word::Tomorrow
    );
    if date {
        return Err((
            format!("`{name}` is a word of dates already"),
            "name the day by more words, as in `Grüner Freitag`",
        ));
    }
    let lexicon = Lexicon::german();
    let closed = lexicon.analyses(word).any(|analysis| {
        !matches!(
            analysis.category,
            Category::Verb | Category::Noun | Category::Name | Category::Adjective | Category::Adverb
        )
    });
    if closed && lexicon.noun(name).is_none() {
        return Err((
            format!("`{name}` is a word that every text has, and not of a day"),
            "name the day by a noun, as in `Stadtfest`, or by more words",
        ));
    }
    Ok(())
}

/// The folded words of a name, cut as the tokenizer cuts them.
fn words_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let tokens = Tokenizer::new().tokenize(name);
    tokens
        .tokens
        .iter()
        .map(|token| {
            let mut folded = String::new();
            vocabulary::fold(token.span.slice(name), &mut folded);
            folded
        })
        .collect()
}

/// The column of a part of a line, in characters from one.
fn column(line: &str, part: &str) -> usize {
    let at = (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    line.get(..at).map_or(1, |before| before.chars().count() + 1)
}

/// The words of a rule, read from left to right.
struct Words<'l> {
    line: &'l str,
    rest: std::iter::Peekable<std::vec::IntoIter<&'l str>>,
}

impl<'l> Words<'l> {
    fn of(line: &'l str, rule: &'l str) -> Self {
        // Ostern+39, Juni, 3 Tage: signs and commas are words of their own.
        let mut words = Vec::new();
        for word in rule.split_whitespace() {
            let mut rest = word;
            let cut = |rest: &str| {
                let mut signs = rest.char_indices().skip(1);
                signs
                    .find(|(_, c)| matches!(c, '+' | '-' | '−' | ','))
                    .map(|(at, _)| at)
            };
            while let Some(at) = cut(rest) {
                let (before, behind) = rest.split_at(at);
                words.push(before);
                rest = behind;
            }
            match rest.strip_prefix(',').filter(|behind| !behind.is_empty()) {
                Some(behind) => words.extend([rest.get(..1).unwrap_or(","), behind]),
                None => words.push(rest),
            }
        }
        Words {
            line,
            rest: words.into_iter().peekable(),
        }
    }

    fn rule(mut self) -> Result<Rule, Trouble> {
        let base = self.base()?;
        let offset = self.offset()?;
        let (days, part) = self.extent()?;
        match self.rest.next() {
            None => Ok(Rule {
                base,
                offset,
                days,
                part,
            }),
            Some(word) => Err(self.trouble(
                word,
                format!("`{word}` stands behind the day"),
                "end the line here, move the day by `+ 3` or `- 3`, or make it several by `, 3 Tage`",
            )),
        }
    }

    fn trouble(&self, word: &str, reason: String, remedy: &'static str) -> Trouble {
        (column(self.line, word), reason, remedy)
    }

    /// The next word.
    fn next(&mut self, wanted: &'static str, remedy: &'static str) -> Result<&'l str, Trouble> {
        let end = self.line.trim_end().chars().count() + 1;
        self.rest
            .next()
            .ok_or_else(|| (end, format!("{wanted} is missing"), remedy))
    }

    fn base(&mut self) -> Result<Base, Trouble> {
        const DAYS: &str = "a day is `3. Oktober`, `1. Sonntag im September`, `Mittwoch vor 23. November` or `Ostern`";
        let word = self.next("the day", DAYS)?;
        if word.eq_ignore_ascii_case("ostern") {
            return Ok(Base::Easter);
        }
        if word.eq_ignore_ascii_case("letzter") {
            let weekday = self.weekday()?;
            self.im()?;
            let (month, _) = self.month()?;
            return Ok(Base::Nth {
                number: 0,
                weekday,
                month,
            });
        }
        if let Some(number) = ordinal(word) {
            // 3. Oktober, or 1. Sonntag im September
            if self.rest.peek().is_some_and(|next| weekday_of(next).is_some()) {
                return self.counted(number, word);
            }
            let (month, month_word) = self.month()?;
            return self.dated(number, word, month, month_word);
        }
        match weekday_of(word) {
            Some(weekday) => self.beside(1, weekday),
            None => Err(self.trouble(word, format!("`{word}` opens no day"), DAYS)),
        }
    }

    /// A day of the year, if the month is long enough.
    fn dated(&self, number: u8, word: &str, month: u8, month_word: &str) -> Result<Base, Trouble> {
        let longest = days_in_month(2024, month);
        if !(1..=longest).contains(&number) {
            let remedy = match longest {
                29 => "its days are 1. to 28., and 29. in leap years",
                30 => "its days are 1. to 30.",
                _ => "its days are 1. to 31.",
            };
            return Err(self.trouble(word, format!("{month_word} has no day {number}"), remedy));
        }
        Ok(Base::Fixed { month, day: number })
    }

    /// *1. Sonntag im September*, *2. Sonntag vor 25. Dezember*.
    fn counted(&mut self, number: u8, word: &str) -> Result<Base, Trouble> {
        let weekday = self.weekday()?;
        if self.rest.peek().is_some_and(|next| matches!(*next, "vor" | "nach")) {
            if !(1..=52).contains(&number) {
                let reason = format!("{word} counts no week of a year");
                return Err(self.trouble(word, reason, "count from 1. to 52."));
            }
            return self.beside(i8::try_from(number).unwrap_or(1), weekday);
        }
        self.im()?;
        let (month, _) = self.month()?;
        if !(1..=5).contains(&number) {
            let reason = format!("no weekday comes {number} times in a month");
            return Err(self.trouble(word, reason, "count from 1. to 5., or write `letzter`"));
        }
        Ok(Base::Nth { number, weekday, month })
    }

    /// *Mittwoch vor 23. November*, behind the weekday.
    fn beside(&mut self, number: i8, weekday: u8) -> Result<Base, Trouble> {
        const BESIDE: &str = "write `Mittwoch vor 23. November` or `1. Sonntag nach 6. Januar`";
        let side = self.next("`vor` or `nach`", BESIDE)?;
        let number = match side {
            "vor" => -number,
            "nach" => number,
            _ => return Err(self.trouble(side, format!("`{side}` is neither `vor` nor `nach`"), BESIDE)),
        };
        if self.rest.peek() == Some(&"dem") {
            self.rest.next();
        }
        let word = self.next("the day", BESIDE)?;
        let Some(day) = ordinal(word) else {
            return Err(self.trouble(word, format!("`{word}` is no day of a month"), BESIDE));
        };
        let (month, month_word) = self.month()?;
        self.dated(day, word, month, month_word)?;
        Ok(Base::Near {
            number,
            weekday,
            month,
            day,
        })
    }

    fn weekday(&mut self) -> Result<u8, Trouble> {
        const WEEKDAYS: &str = "write its name: Montag, Dienstag … Samstag or Sonnabend, Sonntag";
        let word = self.next("the weekday", WEEKDAYS)?;
        weekday_of(word).ok_or_else(|| self.trouble(word, format!("`{word}` is no day of the week"), WEEKDAYS))
    }

    fn im(&mut self) -> Result<(), Trouble> {
        const IN_MONTH: &str = "write `1. Sonntag im September`";
        let word = self.next("`im`", IN_MONTH)?;
        if word.eq_ignore_ascii_case("im") {
            return Ok(());
        }
        Err(self.trouble(word, format!("`{word}` stands where `im` should"), IN_MONTH))
    }

    fn month(&mut self) -> Result<(u8, &'l str), Trouble> {
        const MONTHS: &str = "write its name: Januar, Jänner, Feb., März …";
        let word = self.next("the month", MONTHS)?;
        match vocabulary::calendar_word(word) {
            Some(Word::Month(month)) => Ok((month, word)),
            _ => Err(self.trouble(word, format!("`{word}` is no month"), MONTHS)),
        }
    }

    /// *, 3 Tage*, *, abends*: how many days, and which part of the day.
    fn extent(&mut self) -> Result<(u8, Option<Part>), Trouble> {
        const EXTENT: &str = "write `, 3 Tage` behind the day, from 2 to 31, or `, abends`";
        if self.rest.next_if(|word| *word == ",").is_none() {
            return Ok((1, None));
        }
        let word = self.next("the number of days", EXTENT)?;
        if let (Some(Word::Part(part)), true) = (vocabulary::calendar_word(word), word.ends_with('s')) {
            return Ok((1, Some(part)));
        }
        let days = word.parse().ok().filter(|days| (2..=31).contains(days));
        let days = days.ok_or_else(|| self.trouble(word, format!("`{word}` is no number of days"), EXTENT))?;
        let unit = self.next("`Tage`", EXTENT)?;
        if !unit.eq_ignore_ascii_case("tage") {
            return Err(self.trouble(unit, format!("`{unit}` stands where `Tage` should"), EXTENT));
        }
        Ok((days, None))
    }

    fn offset(&mut self) -> Result<i16, Trouble> {
        const OFFSET: &str = "write a number of days up to 366 behind `+` or `-`, as in `Ostern + 39`";
        let Some(sign) = self.rest.next_if(|word| word.starts_with(['+', '-', '−'])) else {
            return Ok(0);
        };
        let digits = sign.trim_start_matches(['+', '-', '−']);
        let word = if digits.is_empty() {
            self.next("the number of days", OFFSET)?
        } else {
            digits
        };
        let days: i16 = word
            .parse()
            .ok()
            .filter(|days| (0..=366).contains(days))
            .ok_or_else(|| self.trouble(word, format!("`{word}` is no number of days"), OFFSET))?;
        Ok(if sign.starts_with('+') { days } else { -days })
    }
}

fn weekday_of(word: &str) -> Option<u8> {
    match vocabulary::calendar_word(word) {
        Some(Word::Weekday(weekday)) => Some(weekday),
        _ => None,
    }
}

/// *1.*, *erster*.
fn ordinal(word: &str) -> Option<u8> {
    if let Some(digits) = word.strip_suffix('.') {
        return digits.parse().ok();
    }
    let mut folded = String::new();
    vocabulary::fold(word, &mut folded);
    u8::try_from(crate::number::parse_ordinal(&folded)?).ok()
}
