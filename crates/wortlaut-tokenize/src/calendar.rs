//! The names of months and days of the week.

use crate::lexicon::{LEXICON, lines};

/// A month or a day of the week, by its name.
///
/// The one list of these names, `data/calendar.txt`, serves datelines and ordinals here, and the crates above.
///
/// ```
/// use wortlaut_tokenize::CalendarNoun;
///
/// assert_eq!(CalendarNoun::of("Jänner"), Some(CalendarNoun::Month(1)));
/// assert_eq!(CalendarNoun::of("Sonnabend"), Some(CalendarNoun::Weekday(6)));
/// assert_eq!(CalendarNoun::of("Jan"), None, "cut short it may be something else");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarNoun {
    /// A month, from 1 for January.
    Month(u8),
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
}

impl CalendarNoun {
    /// What a full name in the nominative means, written as in a text.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        LEXICON.calendar(word).filter(|name| name.is_full).map(|name| name.noun)
    }

    /// All names, the full ones and those cut short; these without their full stop.
    pub fn names() -> impl Iterator<Item = (&'static str, CalendarNoun)> {
        names().map(|(word, name)| (word, name.noun))
    }
}

/// What a name of a month or weekday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CalendarName {
    pub(crate) noun: CalendarNoun,
    /// Whether it is not cut short.
    pub(crate) is_full: bool,
}

/// The names of the data file.
pub(crate) fn names() -> impl Iterator<Item = (&'static str, CalendarName)> {
    lines(FILE).filter_map(row).flat_map(|(noun, full, short)| {
        let named = move |names: &'static str, is_full| {
            let names = names.split(' ').filter(|name| *name != "-");
            names.map(move |name| (name, CalendarName { noun, is_full }))
        };
        named(full, true).chain(named(short, false))
    })
}

const FILE: &str = include_str!("../data/calendar.txt");

fn row(line: &'static str) -> Option<(CalendarNoun, &'static str, &'static str)> {
    let mut columns = line.split('\t');
    let (class, number) = (columns.next()?, columns.next()?.parse().ok()?);
    let noun = match class {
        "month" => CalendarNoun::Month(number),
        "weekday" => CalendarNoun::Weekday(number),
        _ => return None,
    };
    Some((noun, columns.next()?, columns.next()?))
}

/// Whether a word names a day of the week or a month, in full or cut short.
pub(crate) fn is_day_or_month(word: &str) -> bool {
    noun(word).is_some()
}

/// Whether a word names a day of the week, in full or cut short.
pub(crate) fn is_day(word: &str) -> bool {
    matches!(noun(word), Some(CalendarNoun::Weekday(_)))
}

/// Whether a word names a month, in full or cut short.
pub(crate) fn is_month(word: &str) -> bool {
    matches!(noun(word), Some(CalendarNoun::Month(_)))
}

fn noun(word: &str) -> Option<CalendarNoun> {
    LEXICON.calendar(word.trim_end_matches('.')).map(|name| name.noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        assert!(lines(FILE).all(|line| row(line).is_some()));
        let nouns: std::collections::BTreeSet<_> = CalendarNoun::names().map(|(_, noun)| noun).collect();
        let expected = (1..=12)
            .map(CalendarNoun::Month)
            .chain((1..=7).map(CalendarNoun::Weekday));
        assert!(nouns.into_iter().eq(expected));
        let mut seen = std::collections::BTreeSet::new();
        for (name, noun) in CalendarNoun::names() {
            assert!(seen.insert(name) && !name.is_empty(), "{name}");
            assert_eq!(LEXICON.calendar(name).map(|name| name.noun), Some(noun), "{name}");
        }
    }

    #[test]
    fn full_names_and_short_ones() {
        for (word, day, month) in [
            ("Montag", true, false),
            ("Sa.", true, false),
            ("Febr.", false, true),
            ("Dez", false, true),
            ("Mai", false, true),
            ("-", false, false),
            ("montag", false, false),
            ("Montags", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_day(word), is_month(word)), (day, month), "{word}");
            assert_eq!(is_day_or_month(word), day || month, "{word}");
        }
        assert_eq!(CalendarNoun::of("So"), None);
        assert_eq!(CalendarNoun::of("Mai"), Some(CalendarNoun::Month(5)));
    }
}
