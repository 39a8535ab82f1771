//! Fixed and movable holidays: `data/holidays.tsv`, read once.

use jiff::civil::Date;
use once_cell::sync::Lazy;

use crate::calendar::{add_days, day, weekday};

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Fixed(u8, u8),
    Easter(i64),
    /// Weeks before Christmas Day.
    Advent(i64),
}

/// A name of several words: the folded words and the row.
pub(crate) struct Name {
    pub(crate) words: Vec<String>,
    pub(crate) row: u8,
}

struct Holidays {
    when: Vec<When>,
    names: Vec<Name>,
}

const FILE: &str = include_str!("../data/holidays.tsv");

static HOLIDAYS: Lazy<Holidays> = Lazy::new(|| {
    let mut when = Vec::new();
    let mut names = Vec::new();
    let mut folded = String::new();
    for line in FILE.lines() {
        let Some((rule, (row, list))) = row(line).map(|(rule, list)| (rule, (when.len(), list))) else {
            continue;
        };
        let Ok(row) = u8::try_from(row) else { continue };
        when.push(rule);
        for name in list.split(" | ") {
            crate::vocabulary::fold(name, &mut folded);
            names.push(Name {
                words: folded.split(' ').map(str::to_owned).collect(),
                row,
            });
        }
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    Holidays { when, names }
});

fn row(line: &'static str) -> Option<(When, &'static str)> {
    if line.starts_with('#') {
        return None;
    }
    let (when, names) = line.split_once('\t')?;
    let rule = if let Some(days) = when.strip_prefix('E') {
        When::Easter(days.parse().ok()?)
    } else if let Some(weeks) = when.strip_prefix('A') {
        When::Advent(weeks.parse().ok()?)
    } else {
        let (month, day) = when.split_once('-')?;
        When::Fixed(month.parse().ok()?, day.parse().ok()?)
    };
    Some((rule, names))
}

/// The holidays whose name is one word, folded.
pub(crate) fn single_words() -> impl Iterator<Item = (String, u8)> {
    HOLIDAYS.names.iter().filter_map(|name| match name.words.as_slice() {
        [word] => Some((word.clone(), name.row)),
        _ => None,
    })
}

/// The names of several words, longest first.
pub(crate) fn long_names() -> impl Iterator<Item = &'static Name> {
    HOLIDAYS.names.iter().filter(|name| name.words.len() > 1)
}

/// The month and day of a fixed holiday.
pub(crate) fn fixed(row: u8) -> Option<(u8, u8)> {
    match HOLIDAYS.when.get(usize::from(row))? {
        When::Fixed(month, day) => Some((*month, *day)),
        _ => None,
    }
}

/// The day a holiday falls on in a year.
pub(crate) fn in_year(row: u8, year: i32) -> Option<Date> {
    match *HOLIDAYS.when.get(usize::from(row))? {
        When::Fixed(month, dd) => day(year, month, dd),
        When::Easter(days) => Some(add_days(easter(year)?, days)),
        When::Advent(weeks) => {
            let christmas = day(year, 12, 25)?;
            let fourth = add_days(christmas, -i64::from(weekday(add_days(christmas, -1)) % 7) - 1);
            if weeks > 0 {
                // Buß- und Bettag: the Wednesday before the last Sunday of the church year.
                return Some(add_days(fourth, -weeks));
            }
            Some(add_days(fourth, (weeks + 1) * 7))
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm).
fn easter(year: i32) -> Option<Date> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    day(
        year,
        u8::try_from(n.div_euclid(31)).ok()?,
        u8::try_from(n.rem_euclid(31) + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str) -> u8 {
        HOLIDAYS.names.iter().find(|n| n.words.join(" ") == name).unwrap().row
    }

    #[test]
    fn every_line_is_read() {
        for line in FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(row(line).is_some(), "{line}");
        }
    }

    #[test]
    fn known_days() {
        for (name, date) in [
            ("ostersonntag", "2024-03-31"),
            ("ostern", "2025-04-20"),
            ("ostern", "1995-04-16"),
            ("karfreitag", "2019-04-19"),
            ("palmsonntag", "2025-04-13"),
            ("pfingstmontag", "2025-06-09"),
            ("fronleichnam", "2024-05-30"),
            ("christi himmelfahrt", "2024-05-09"),
            ("rosenmontag", "2025-03-03"),
            ("erster advent", "2024-12-01"),
            ("vierter advent", "2023-12-24"),
            ("erster advent", "2022-11-27"),
            ("buss- und bettag", "2024-11-20"),
            ("heiligabend", "1994-12-24"),
        ] {
            let date: Date = date.parse().unwrap();
            assert_eq!(in_year(find(name), crate::calendar::year(date)), Some(date), "{name}");
        }
    }
}
