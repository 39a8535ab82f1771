//! The word lists: abbreviations, sentence starters, names with punctuation and the like.
//!
//! They are data files under `data/`, read once. A line that does not parse is dropped here and caught by a test.

use once_cell::sync::Lazy;

use crate::CalendarNoun;
use crate::calendar::{self, CalendarName};
use crate::cursor::Cursor;

/// How an abbreviation behaves at the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Abbreviation {
    /// Takes a complement: never ends a sentence.
    Complement,
    /// May end a sentence: does so before a word that starts one.
    End,
    /// An abbreviation only before a number.
    BeforeNumber,
    /// An abbreviation only beside a number.
    BesideNumber,
}

/// No embedded abbreviation has more bytes without its full stop.
pub(crate) const LONGEST_ABBREVIATION: usize = 16;

/// The embedded lists.
#[derive(Debug)]
pub(crate) struct Lexicon {
    abbreviations: Table<Abbreviation>,
    calendar: Table<CalendarName>,
    starters: WordList,
    ordinal_nouns: WordList,
    label_nouns: WordList,
    open_words: WordList,
    regnal_names: WordList,
    units: WordList,
    tlds: WordList,
    names: Vec<&'static str>,
    /// Where the names with each first byte start.
    name_starts: Vec<u16>,
    agencies: WordList,
}

/// The lists, parsed at first use.
pub(crate) static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
    let names = sorted(include_str!("../data/names.txt"));
    Lexicon {
        abbreviations: Table::new(lines(ABBREVIATIONS).filter_map(parse_abbreviation)),
        calendar: Table::new(calendar::names()),
        starters: WordList::new(include_str!("../data/sentence_starters.txt")),
        ordinal_nouns: WordList::new(include_str!("../data/ordinal_nouns.txt")),
        label_nouns: WordList::new(include_str!("../data/label_nouns.txt")),
        open_words: WordList::new(include_str!("../data/open_words.txt")),
        regnal_names: WordList::new(include_str!("../data/regnal_names.txt")),
        units: WordList::new(include_str!("../data/units.txt")),
        tlds: WordList::new(include_str!("../data/tlds.txt")),
        name_starts: starts(&names),
        names,
        agencies: WordList::new(include_str!("../data/agencies.txt")),
    }
});

const ABBREVIATIONS: &str = include_str!("../data/abbreviations.txt");

/// The lines of a data file that are neither empty nor comments.
///
/// A comment starts with `# `: `#` alone may start an entry.
pub(crate) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "))
}

fn sorted(data: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = lines(data).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Reads `word class`.
pub(crate) fn parse_abbreviation(line: &str) -> Option<(&str, Abbreviation)> {
    let (word, class) = line.split_once(' ')?;
    let class = match class {
        "-" => Abbreviation::Complement,
        "e" => Abbreviation::End,
        "n" => Abbreviation::BeforeNumber,
        "d" => Abbreviation::BesideNumber,
        _ => return None,
    };
    (!word.is_empty()).then_some((word, class))
}

/// The lengths that occur among the words with each first byte: a look that spares most searches.
#[derive(Debug)]
struct Shapes {
    lengths: [u32; 256],
}

impl Shapes {
    fn add(&mut self, word: &str) {
        let first = word.as_bytes().first();
        if let Some(slot) = first.and_then(|first| self.lengths.get_mut(*first as usize)) {
            *slot |= Self::bit(word);
        }
    }

    /// Longer words share the last bit.
    fn bit(word: &str) -> u32 {
        1 << word.len().min(31)
    }

    fn may_have(&self, word: &str) -> bool {
        word.as_bytes()
            .first()
            .and_then(|first| self.lengths.get(*first as usize))
            .is_some_and(|lengths| lengths & Self::bit(word) != 0)
    }
}

/// Words that are found without a search: a table with room to spare, in which a word stands at the first free slot from
/// the one that its shape points to.
#[derive(Debug)]
struct Table<T> {
    shapes: Shapes,
    slots: Vec<Option<(&'static str, T)>>,
}

impl<T: Copy> Table<T> {
    /// Of two entries of a word the first counts.
    fn new(entries: impl Iterator<Item = (&'static str, T)>) -> Self {
        let entries: Vec<_> = entries.collect();
        let mut table = Table {
            shapes: Shapes { lengths: [0; 256] },
            slots: vec![None; (entries.len() * 4).next_power_of_two()],
        };
        for (word, value) in entries {
            table.shapes.add(word);
            let found = table
                .way(word)
                .find(|at| match table.slots.get(*at) {
                    Some(Some((other, _))) => *other == word,
                    _ => true,
                })
                .and_then(|at| table.slots.get_mut(at));
            if let Some(slot @ None) = found {
                *slot = Some((word, value));
            }
        }
        table
    }

    /// The slots a word may stand in, the likeliest first.
    fn way(&self, word: &str) -> impl Iterator<Item = usize> + use<T> {
        let bytes = word.as_bytes();
        let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0));
        let last = bytes.len().wrapping_sub(1);
        let shape = byte(0) | byte(1) << 8 | byte(last) << 16 | byte(bytes.len() / 2) << 24;
        let shape = (shape ^ (bytes.len() as u32) << 13 ^ byte(last.wrapping_sub(1)) << 5).wrapping_mul(0x9E37_79B1);
        let (start, mask) = ((shape >> 16) as usize, self.slots.len().wrapping_sub(1));
        (0..self.slots.len()).map(move |step| (start + step) & mask)
    }

    fn get(&self, word: &str) -> Option<T> {
        if !self.shapes.may_have(word) {
            return None;
        }
        for at in self.way(word) {
            let (other, value) = self.slots.get(at).copied().flatten()?;
            if other == word {
                return Some(value);
            }
        }
        None
    }
}

/// A list of words.
#[derive(Debug)]
struct WordList(Table<()>);

impl WordList {
    fn new(data: &'static str) -> Self {
        WordList(Table::new(lines(data).map(|word| (word, ()))))
    }

    fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }

    /// Whether the list has the word, or its last part after a hyphen.
    fn has_last_part(&self, word: &str) -> bool {
        self.has(word) || last_part(word).is_some_and(|(_, last)| self.has(last))
    }
}

/// A word before and after its last hyphen.
pub(crate) fn last_part(word: &str) -> Option<(&str, &str)> {
    // Words are short: a search that is prepared for long texts costs more than it saves.
    let at = word.bytes().rposition(|byte| byte == b'-')?;
    Some((word.get(..at)?, word.get(at + 1..)?))
}

impl Lexicon {
    /// The class of an abbreviation, given without its full stop.
    ///
    /// `capitalised` tells whether the place capitalises words: only there *Vgl.* is *vgl.*, because elsewhere a capital
    /// makes a noun (*Schweiz*, *Amt*).
    pub(crate) fn abbreviation(&self, word: &str, capitalised: bool) -> Option<Abbreviation> {
        self.abbreviations.get(word).or_else(|| {
            if !capitalised {
                return None;
            }
            let mut chars = word.chars();
            let first = chars.next().filter(|c| c.is_uppercase() && word.len() <= 24)?;
            let mut buffer = [0u8; 32];
            let mut len = 0usize;
            for c in first.to_lowercase().chain(chars) {
                let room = buffer.get_mut(len..)?;
                if room.len() < c.len_utf8() {
                    return None;
                }
                len += c.encode_utf8(room).len();
            }
            let lower = core::str::from_utf8(buffer.get(..len)?).ok()?;
            self.abbreviations.get(lower)
        })
    }

    /// What a name of a month or weekday is, given without its full stop.
    pub(crate) fn calendar(&self, word: &str) -> Option<CalendarName> {
        self.calendar.get(word)
    }

    /// Whether a capitalised word starts sentences.
    pub(crate) fn is_starter(&self, word: &str) -> bool {
        self.starters.has(word)
    }

    /// Whether an ordinal counts this noun.
    pub(crate) fn is_ordinal_noun(&self, word: &str) -> bool {
        self.ordinal_nouns.has_last_part(word)
            || self
                .calendar(last_part(word).map_or(word, |(_, last)| last))
                // *Er wurde 3. So ging es weiter*: a day cut short is another word as a rule.
                .is_some_and(|name| name.is_full || matches!(name.noun, CalendarNoun::Month(_)))
    }

    /// Whether this noun is followed by a label.
    pub(crate) fn is_label_noun(&self, word: &str) -> bool {
        self.label_nouns.has_last_part(word)
    }

    /// Whether a line that ends with this word goes on in the next.
    pub(crate) fn is_open_word(&self, word: &str) -> bool {
        self.open_words.has(word)
    }

    /// Whether rulers bear this name.
    pub(crate) fn is_regnal_name(&self, word: &str) -> bool {
        self.regnal_names.has(word)
    }

    /// Whether this is the sign of a news agency or of one of its services.
    pub(crate) fn is_agency(&self, word: &str) -> bool {
        self.agencies.has(word)
    }

    /// Whether this is a unit that is split from its number.
    pub(crate) fn is_unit(&self, word: &str) -> bool {
        self.units.has(word)
    }

    /// Whether this is a top-level domain.
    pub(crate) fn is_tld(&self, label: &str) -> bool {
        let mut buffer = [0u8; 16];
        let Some(lower) = buffer.get_mut(..label.len()) else {
            return false;
        };
        lower.copy_from_slice(label.as_bytes());
        lower.make_ascii_lowercase();
        core::str::from_utf8(lower).is_ok_and(|lower| self.tlds.has(lower))
    }

    /// The end of the longest name with punctuation that starts at `start` and has `prefix_end..` as its rest.
    pub(crate) fn name_at(&self, cursor: Cursor<'_>, start: usize, prefix_end: usize) -> Option<usize> {
        let first = usize::from(cursor.byte(start));
        let (from, to) = (*self.name_starts.get(first)?, *self.name_starts.get(first + 1)?);
        // No name starts with most letters.
        let names = self.names.get(usize::from(from)..usize::from(to))?;
        let mut found = None;
        for name in names {
            let end = start + name.len();
            // Of two that fit the longer one comes later.
            if end >= prefix_end && cursor.bytes(start, end) == name.as_bytes() && !cursor.is_letter(end) {
                found = Some(end);
            }
        }
        found
    }
}

/// Where in a sorted list the words with each first byte start.
fn starts(words: &[&str]) -> Vec<u16> {
    (0..=256u16)
        .map(|byte| words.partition_point(|word| word.as_bytes().first().map_or(0, |first| u16::from(*first)) < byte))
        .map(|start| u16::try_from(start).unwrap_or(u16::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_parses() {
        for line in lines(ABBREVIATIONS) {
            let (word, _) = parse_abbreviation(line).unwrap_or_else(|| panic!("{line:?}"));
            assert!(word.len() <= LONGEST_ABBREVIATION, "{word}");
        }
        for data in LISTS {
            assert!(lines(data).count() > 20);
            assert!(lines(data).all(|word| !word.contains(char::is_whitespace)), "{data}");
            let list = WordList::new(data);
            assert!(lines(data).all(|word| list.has(word)), "{data}");
            assert!(!list.has("") && !list.has("Xylophonxx"));
        }
        for (word, class) in lines(ABBREVIATIONS).filter_map(parse_abbreviation) {
            assert!(LEXICON.abbreviations.get(word).is_some(), "{word} {class:?}");
        }
    }

    const LISTS: &[&str] = &[
        include_str!("../data/sentence_starters.txt"),
        include_str!("../data/ordinal_nouns.txt"),
        include_str!("../data/label_nouns.txt"),
        include_str!("../data/open_words.txt"),
        include_str!("../data/regnal_names.txt"),
        include_str!("../data/units.txt"),
        include_str!("../data/tlds.txt"),
        include_str!("../data/agencies.txt"),
        include_str!("../data/names.txt"),
    ];

    #[test]
    fn starters_are_capitalised() {
        for word in lines(LISTS[0]) {
            assert!(word.starts_with(char::is_uppercase), "{word}");
        }
    }

    #[test]
    fn a_capital_finds_the_small_entry() {
        assert_eq!(LEXICON.abbreviation("Vgl", true), Some(Abbreviation::Complement));
        assert_eq!(LEXICON.abbreviation("Schweiz", false), None);
        assert_eq!(LEXICON.abbreviation("Etc", true), Some(Abbreviation::End));
        assert_eq!(LEXICON.abbreviation("dr", true), None, "never the other way round");
    }
}
