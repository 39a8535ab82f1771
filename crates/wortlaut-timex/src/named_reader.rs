//! How named days are written: `names = day`, in files of the crate and of users.

use wortlaut_tokenize::Tokenizer;

use crate::calendar::days_in_month;
use crate::named::{Base, Name, NamedDays, Rule};
use crate::table::Table;
use crate::vocabulary;
use crate::word::Word;

/// Column, reason, remedy.
pub(crate) type Trouble = (usize, String, &'static str);

/// A list while it is read.
#[derive(Default)]
pub(crate) struct Draft {
    rules: Vec<Rule>,
    names: Vec<Name>,
}

impl Draft {
    pub(crate) fn line(&mut self, line: &str) -> Result<(), Trouble> {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return Ok(());
        }
        const SHAPE: &str = "write `Name = day`, as in `Stadtfest = 1. Sonntag im September`";
        let (names, rule) = line
            .split_once('=')
            .ok_or_else(|| (column(line, content), "no `=` between name and day".to_owned(), SHAPE))?;
        let rule = Words::of(line, rule).rule()?;
        let row = u16::try_from(self.rules.len())
            .ok()
            .filter(|row| *row < 10_000)
            .ok_or_else(|| {
                (
                    1,
                    "more than 10000 days".to_owned(),
                    "leave out what the texts do not name",
                )
            })?;
        for name in names.split('|') {
            let words = words_of(name);
            if words.is_empty() {
                return Err((column(line, name), "a name is empty".to_owned(), SHAPE));
            }
            if self.names.iter().any(|known| known.words == words) {
                let reason = format!("`{}` is named twice", name.trim());
                return Err((column(line, name.trim_start()), reason, "leave one of them out"));
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
        self.names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
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
    rest: std::iter::Peekable<std::str::SplitWhitespace<'l>>,
}

impl<'l> Words<'l> {
    fn of(line: &'l str, rule: &'l str) -> Self {
        Words {
            line,
            rest: rule.split_whitespace().peekable(),
        }
    }

    fn rule(mut self) -> Result<Rule, Trouble> {
        let base = self.base()?;
        let offset = self.offset()?;
        match self.rest.next() {
            None => Ok(Rule { base, offset }),
            Some(word) => Err(self.trouble(
                word,
                format!("`{word}` stands behind the day"),
                "end the line here, or move the day by `+ 3` or `- 3`",
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
        if let Some(number) = word.strip_suffix('.').and_then(|digits| digits.parse::<u8>().ok()) {
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
            return Err(self.trouble(
                word,
                format!("{month_word} has no day {number}"),
                "count the days of a month from 1.",
            ));
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
        let Some(day) = word.strip_suffix('.').and_then(|digits| digits.parse().ok()) else {
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
