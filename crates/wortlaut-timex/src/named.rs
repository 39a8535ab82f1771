//! Days that have a name, fixed and movable: those of `data/days.txt`, and those a user adds.

use jiff::civil::Date;
use once_cell::sync::Lazy;
use wortlaut_text::ListError;

use crate::calendar::{add_days, day, nth_weekday, weekday};
use crate::named_reader::Draft;
use crate::table::Table;
use crate::word::{Part, Word};

/// When a named day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) base: Base,
    /// Days later or earlier.
    pub(crate) offset: i16,
    /// How many days it has.
    pub(crate) days: u8,
    /// The part of the day it is.
    pub(crate) part: Option<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    Easter,
    /// *3. Oktober*.
    Fixed {
        month: u8,
        day: u8,
    },
    /// *1. Sonntag im September*; the number 0 is the last.
    Nth {
        number: u8,
        weekday: u8,
        month: u8,
    },
    /// *Mittwoch vor 23. November*; the number counts weeks, before the day when negative.
    Near {
        number: i8,
        weekday: u8,
        month: u8,
        day: u8,
    },
}

/// A name: the folded words and its day's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) words: Vec<String>,
    pub(crate) row: u16,
}

/// Named days a user adds: *Tag der Niedersachsen*, the town's fair, the saint of the valley.
///
/// A line is `names = day`, the names separated by ` | ` (all forms the texts use: *Tag der Niedersachsen | Tages der
/// Niedersachsen*). A day is a day of the year, one counted in a month, one beside a day, or Easter Sunday, and may be
/// moved by days; `, 4 Tage` behind it makes it the first of so many, `, abends` a part of it. A year that has no such day (29. Februar, 5. Sonntag
/// im Mai) is passed over. `#` opens a comment line. Case and *ß*/*ss* make no difference in names. What a user names goes
/// before what the crate knows.
///
/// Of several days the TIMEX3 value is that of the week or weekend they are or hold, else of the first; the interval has
/// them all.
///
/// ```
/// use wortlaut_timex::{NamedDays, TimexOptions, TimexTagger};
/// use wortlaut_tokenize::Tokenizer;
///
/// let mut options = TimexOptions::default();
/// options.days = NamedDays::parse("feste.txt", "
///     Tag der Niedersachsen = 1. Sonntag im September
///     Stadtfest             = letzter Samstag im Juni
///     Gründungstag          = 4. Mai
///     Fähranfang            = Ostern - 8
///     Bußtag                = Mittwoch vor dem 23. November
///     Hafenfest             = zweiter Freitag im August, 3 Tage
/// ")?;
/// let tagger = TimexTagger::with_options(options);
///
/// let text = "Am Tag der Niedersachsen wird gefeiert, zum Stadtfest 2026 auch.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let times = tagger.tag_tokens(text, &tokens, "2025-05-02".parse().ok());
/// let values: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
/// assert_eq!(values, ["2025-09-07", "2026-06-27"]);
///
/// let error = NamedDays::parse("feste.txt", "Stadtfest = 1. Sonntag im Septembr").err();
/// assert_eq!(
///     error.map(|error| error.to_string()).as_deref(),
///     Some("feste.txt:1:27: `Septembr` is no month; write its name: Januar, Jänner, Feb., März …"),
/// );
/// # Ok::<(), wortlaut_text::ListError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedDays {
    pub(crate) rules: Vec<Rule>,
    /// Sorted.
    pub(crate) names: Vec<Name>,
    /// The first words of the names; a name of one word has its row.
    pub(crate) first: Table,
}

/// The days of `data/days.txt`. A line that does not parse would be left out; a test holds the file to having none.
static KNOWN: Lazy<NamedDays> = Lazy::new(|| {
    FILE.lines()
        .fold(Draft::default(), |mut draft, line| {
            draft.line(line).ok();
            draft
        })
        .finish(0)
});

const FILE: &str = include_str!("../data/days.txt");

impl NamedDays {
    /// Reads a list; `file` names it in errors.
    ///
    /// # Errors
    ///
    /// [`ListError`] at the first line that is no named day.
    pub fn parse(file: &str, text: &str) -> Result<Self, ListError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut draft = Draft::users();
        for (line, number) in text.lines().zip(1..) {
            draft
                .line(line)
                .map_err(|(column, reason, remedy)| ListError::new(file, (number, column), reason, remedy))?;
        }
        Ok(draft.finish(KNOWN.rules.len()))
    }

    /// How many days it names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether it names none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What the first word of a name, in folded spelling, opens.
    pub(crate) fn first(&self, folded: &str) -> Option<Word> {
        self.first.get(folded.as_bytes())
    }

    /// The row of the longest name that is here, and its number of words. `word` gives the folded words, the first being
    /// number 0.
    fn longest(&self, mut word: impl FnMut(usize, &mut String)) -> Option<(u16, usize)> {
        let mut names = self.names.as_slice();
        let mut folded = String::new();
        let mut longest = None;
        let mut at = 0;
        // Names that begin alike stand together: each word narrows them down.
        while !names.is_empty() {
            word(at, &mut folded);
            let from = names.partition_point(|name| name.words.get(at) < Some(&folded));
            let to = names.partition_point(|name| name.words.get(at) <= Some(&folded));
            names = names.get(from..to).unwrap_or(&[]);
            at += 1;
            if let Some(name) = names.first().filter(|name| name.words.len() == at) {
                longest = Some((name.row, at));
            }
        }
        longest
    }

    fn rule(&self, row: u16) -> Option<Rule> {
        let row = usize::from(row);
        let known = KNOWN.rules.len();
        match row.checked_sub(known) {
            Some(own) => self.rules.get(own).copied(),
            None => KNOWN.rules.get(row).copied(),
        }
    }

    /// The month and day of a day that is the same every year.
    pub(crate) fn fixed(&self, row: u16) -> Option<(u8, u8)> {
        match self.rule(row)? {
            Rule {
                base: Base::Fixed { month, day },
                offset: 0,
                days: 1,
                ..
            } => Some((month, day)),
            _ => None,
        }
    }

    /// The part of the day a row is.
    pub(crate) fn part(&self, row: u16) -> Option<Part> {
        self.rule(row)?.part
    }

    /// How many days a row has.
    pub(crate) fn length(&self, row: u16) -> u8 {
        self.rule(row).map_or(1, |rule| rule.days)
    }

    /// The day of a year that a row names, the first of several.
    pub(crate) fn in_year(&self, row: u16, year: i32) -> Option<Date> {
        let rule = self.rule(row)?;
        let date = rule.base.in_year(year)?;
        Some(add_days(date, i64::from(rule.offset)))
    }

    /// The longest name that is here, the user's own first.
    pub(crate) fn find(&self, mut word: impl FnMut(usize, &mut String)) -> Option<(u16, usize)> {
        self.longest(&mut word).or_else(|| KNOWN.longest(&mut word))
    }
}

/// The names the vocabulary has to know: those of one word with their row, and the first words of the others.
pub(crate) fn known_words() -> impl Iterator<Item = (&'static str, Word)> {
    KNOWN.words()
}

impl NamedDays {
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, Word)> {
        // Names of several words are not taken for their first one.
        self.names.iter().filter_map(|name| {
            let first = name.words.first()?;
            let word = if name.words.len() == 1 {
                Word::Holiday(name.row)
            } else {
                Word::HolidayName
            };
            Some((first.as_str(), word))
        })
    }
}

impl Base {
    fn in_year(self, year: i32) -> Option<Date> {
        let back = |date: Date, wanted: u8| (i64::from(weekday(date)) - i64::from(wanted)).rem_euclid(7);
        let ahead = |date: Date, wanted: u8| (i64::from(wanted) - i64::from(weekday(date))).rem_euclid(7);
        match self {
            Base::Easter => easter(year),
            Base::Fixed { month, day: number } => day(year, month, number),
            Base::Nth { number, weekday, month } => nth_weekday(year, month, weekday, number),
            Base::Near {
                number,
                weekday,
                month,
                day: number_of_day,
            } => {
                let date = day(year, month, number_of_day)?;
                let weeks = i64::from(number);
                Some(if weeks < 0 {
                    let before = add_days(date, -1);
                    add_days(before, -back(before, weekday) + (weeks + 1) * 7)
                } else {
                    let after = add_days(date, 1);
                    add_days(after, ahead(after, weekday) + (weeks - 1) * 7)
                })
            }
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

    fn on(days: &NamedDays, name: &str, year: i32) -> Option<Date> {
        let words: Vec<&str> = name.split(' ').collect();
        let (row, _) = days.find(|at, into| {
            into.clear();
            into.push_str(words.get(at).copied().unwrap_or(""));
        })?;
        days.in_year(row, year)
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        assert_eq!(
            NamedDays::parse("days.txt", FILE).map(|days| days.len()),
            Ok(KNOWN.len())
        );
        assert!(KNOWN.len() > 35);
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
            assert_eq!(
                on(&NamedDays::default(), name, crate::calendar::year(date)),
                Some(date),
                "{name}"
            );
        }
    }

    #[test]
    fn rules() {
        for (rule, year, date) in [
            ("29. Februar", 2024, Some("2024-02-29")),
            ("29. Februar", 2025, None),
            ("1. Sonntag im September", 2025, Some("2025-09-07")),
            ("5. Sonntag im September", 2025, None),
            ("letzter Sonntag im Oktober", 2025, Some("2025-10-26")),
            ("Mittwoch vor 23. November", 2022, Some("2022-11-16")),
            ("Sonntag vor dem 25. Dezember", 2022, Some("2022-12-18")),
            ("4. Sonntag vor 25. Dezember", 2022, Some("2022-11-27")),
            ("Sonntag nach 6. Jänner", 2024, Some("2024-01-07")),
            ("2. Montag nach 6. Januar", 2024, Some("2024-01-15")),
            ("Ostern +39", 2024, Some("2024-05-09")),
            ("Ostern - 46 ", 2025, Some("2025-03-05")),
            ("letzter Samstag im Juni + 1", 2025, Some("2025-06-29")),
            ("Ostern+39", 2024, Some("2024-05-09")),
            ("Ostern-46, 3 Tage", 2025, Some("2025-03-05")),
            ("21. Juni, nachts", 2025, Some("2025-06-21")),
            ("erster Sonntag im September", 2025, Some("2025-09-07")),
            ("zweiter Montag nach dem sechsten Januar", 2024, Some("2024-01-15")),
            ("dritter Oktober", 2025, Some("2025-10-03")),
        ] {
            let days = NamedDays::parse("t", &format!("Fest = {rule}")).unwrap();
            let date = date.map(|date| date.parse::<Date>().unwrap());
            assert_eq!(on(&days, "fest", year), date, "{rule}");
        }
    }

    #[test]
    fn a_users_day_goes_before_a_known_one() {
        let days = NamedDays::parse("t", "Ostern = 1. Mai").unwrap();
        assert_eq!(on(&days, "ostern", 2025), day(2025, 5, 1));
        assert_eq!(on(&days, "karfreitag", 2025), day(2025, 4, 18));
    }

    /// The names of a long list are found in the time a look-up takes, not in that of reading the list.
    #[test]
    fn thousands_of_names() {
        let list: String = (0..9000)
            .map(|at| format!("Tag der Gemeinde Nord{at} | Fest{at} = {}. Mai\n", at % 31 + 1))
            .collect();
        let days = NamedDays::parse("t", &list).unwrap();
        assert_eq!(days.len(), 9000);
        assert_eq!(on(&days, "tag der gemeinde nord8999", 2025), day(2025, 5, 10));
        assert_eq!(on(&days, "fest4711", 2025), day(2025, 5, 31));
        let much: String = (0..10_001).map(|at| format!("Fest{at} = 1. Mai\n")).collect();
        let error = NamedDays::parse("t", &much).unwrap_err();
        assert_eq!((error.line(), error.reason()), (10_001, "more than 10000 days"));
    }

    #[test]
    fn errors_say_where_why_and_what_to_do() {
        for (text, place, reason) in [
            ("\n# so\n  Fest 1. Mai", (3, 3), "no `=` between name and day"),
            (" = 1. Mai", (1, 1), "a name is empty"),
            ("Fest | = 1. Mai", (1, 7), "a name is empty"),
            ("Fest =", (1, 7), "the day is missing"),
            ("Fest = morgen", (1, 8), "`morgen` opens no day"),
            ("Fest = 31. April", (1, 8), "April has no day 31"),
            ("Fest = 1. Mond", (1, 11), "`Mond` is no month"),
            (
                "Fest = 6. Sonntag im Mai",
                (1, 8),
                "no weekday comes 6 times in a month",
            ),
            ("Fest = 1. Sonntag des Mai", (1, 19), "`des` stands where `im` should"),
            ("Fest = letzter Tag im Mai", (1, 16), "`Tag` is no day of the week"),
            ("Fest = Mittwoch um 3. Mai", (1, 17), "`um` is neither `vor` nor `nach`"),
            ("Fest = Mittwoch vor Mai", (1, 21), "`Mai` is no day of a month"),
            ("Fest = Ostern + x", (1, 17), "`x` is no number of days"),
            ("Fest = Ostern +", (1, 16), "the number of days is missing"),
            ("Fest = Ostern 3", (1, 15), "`3` stands behind the day"),
            ("Föst = 1. Mai\nfö\u{73}t = 2. Mai", (2, 1), "`föst` is named twice"),
            ("\u{feff}Fest = 30. Februar", (1, 8), "Februar has no day 30"),
            ("Fest = Ostern+y", (1, 15), "`y` is no number of days"),
            ("Fest = 1. Mai, 40 Tage", (1, 16), "`40` is no number of days"),
            ("Fest = 1. Mai, morgen", (1, 16), "`morgen` is no number of days"),
            (
                "Fest = 1. Mai, 3 Wochen",
                (1, 18),
                "`Wochen` stands where `Tage` should",
            ),
            ("Fest = zweite Woche", (1, 15), "`Woche` is no month"),
            (
                "Fest | am = 1. Mai",
                (1, 8),
                "`am` is a word that every text has, and not of a day",
            ),
            (
                "nicht = 1. Mai",
                (1, 1),
                "`nicht` is a word that every text has, and not of a day",
            ),
            ("Montag = 1. Mai", (1, 1), "`Montag` is a word of dates already"),
            ("12 = 1. Mai", (1, 1), "`12` has no letter"),
        ] {
            let error = NamedDays::parse("t", text).unwrap_err();
            assert_eq!((error.line(), error.column()), place, "{text}: {error}");
            assert_eq!(error.reason(), reason, "{text}");
            assert!(!error.remedy().is_empty());
        }
    }
}
