//! The words of time expressions: `data/words.tsv`, read once.

use once_cell::sync::Lazy;

use crate::named;
use crate::table::Table;
use crate::word::{Unit, Word};
use crate::word_file::rows;

const WORDS: &str = include_str!("../data/words.tsv");

/// A value out of the vocabulary, by its number: smaller than the string, and copied for every word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text(u8);

/// The values of recurring times and of vague lengths, each once.
static TEXTS: Lazy<Vec<&'static str>> = Lazy::new(|| {
    let mut texts = Vec::new();
    for line in WORDS.lines() {
        let mut columns = line.split('\t');
        if let (Some("set" | "long"), Some(value)) = (columns.next(), columns.next()) {
            if !texts.contains(&value) {
                texts.push(value);
            }
        }
    }
    texts
});

impl Text {
    pub(crate) fn of(value: &str) -> Option<Text> {
        let at = TEXTS.iter().position(|text| *text == value)?;
        u8::try_from(at).ok().map(Text)
    }

    pub(crate) fn as_str(self) -> &'static str {
        TEXTS.get(usize::from(self.0)).copied().unwrap_or("PX")
    }
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut table = Vec::new();
    for (_, form, word) in rows(WORDS) {
        if !matches!(word, Word::Cycle(..)) && !form.starts_with('-') {
            table.push((form, word));
        }
    }
    for (_, stem, day) in rows(WORDS) {
        match day {
            // Montagabend
            Word::Weekday(day) => {
                for (ending, part) in endings() {
                    if let Word::WeekdayPart(_, part) = part {
                        table.push((format!("{stem}{ending}"), Word::WeekdayPart(day, part)));
                        table.push((format!("{stem}{ending}s"), Word::WeeklyPart(day, part)));
                    }
                }
                // Genitive. The plural recurs, and Montage is something else.
                table.push((format!("{stem}es"), Word::Weekday(day)));
            }
            // zwanziger, zwanzigern, Zwanzigerjahre
            Word::Decade(tens) => {
                table.push((format!("{stem}n"), Word::Decade(tens)));
                for head in ["jahre", "jahren", "-jahre", "-jahren"] {
                    table.push((format!("{stem}{head}"), Word::Decade(tens + 1)));
                }
            }
            _ => {}
        }
    }
    for (first, word) in named::known_words() {
        // *erster Advent*: the ordinal stays what it is.
        if crate::number::parse_ordinal(first).is_none() {
            table.push((first.to_owned(), word));
        }
    }
    Table::new(table.iter().map(|(form, word)| (form.as_str(), *word)))
});

/// The endings of the vocabulary, without their hyphen: parts of a day behind a weekday (*-abend*), units of adjectives of
/// length (*-jährig*).
pub(crate) fn endings() -> impl Iterator<Item = (String, Word)> {
    rows(WORDS).filter_map(|(_, form, word)| Some((form.strip_prefix('-')?.to_owned(), word)))
}

/// The plurals of units, which words of length end in: *Arbeitstage*.
pub(crate) fn plurals() -> impl Iterator<Item = (String, Unit)> {
    rows(WORDS).filter_map(|(_, form, word)| match word {
        Word::Unit { unit, plural: true } => Some((form, unit)),
        _ => None,
    })
}

/// Writes `word` in folded spelling: lower case, `ss` for `ß`, composed umlauts, no soft hyphens.
pub(crate) fn fold(word: &str, into: &mut String) {
    into.clear();
    for c in word.chars() {
        match c {
            'ß' | 'ẞ' => into.push_str("ss"),
            '\u{ad}' | '\u{200b}' | '\u{200d}' => {}
            '\u{308}' => {
                let composed = match into.pop() {
                    Some('a') => 'ä',
                    Some('o') => 'ö',
                    Some('u') => 'ü',
                    Some(other) => {
                        into.push(other);
                        continue;
                    }
                    None => continue,
                };
                into.push(composed);
            }
            c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
            'ä' | 'ö' | 'ü' => into.push(c),
            c => into.extend(c.to_lowercase()),
        }
    }
}

/// The longest word that is looked up, in bytes.
pub(crate) const LONGEST: usize = 40;

/// The words of the calendar, for those that are read before the vocabulary is.
static CALENDAR: Lazy<Vec<(String, Word)>> = Lazy::new(|| {
    rows(WORDS)
        .filter(|(_, _, word)| matches!(word, Word::Month(_) | Word::Weekday(_) | Word::Part(_)))
        .map(|(_, form, word)| (form, word))
        .collect()
});

/// The month, weekday or part of the day of a name.
pub(crate) fn calendar_word(form: &str) -> Option<Word> {
    let mut folded = String::new();
    fold(form, &mut folded);
    CALENDAR
        .iter()
        .find(|(known, _)| *known == folded)
        .map(|(_, word)| *word)
}

/// The words that are named by two years, with the month they begin in and their months.
static CYCLES: Lazy<Vec<(String, (u8, u8))>> = Lazy::new(|| {
    rows(WORDS)
        .filter_map(|(_, form, word)| match word {
            Word::Cycle(month, months) => Some((form, (month, months))),
            _ => None,
        })
        .collect()
});

/// The first month and the months of what is named by two years: *Saison*, also as the end of a longer word.
pub(crate) fn cycle(form: &str) -> Option<(u8, u8)> {
    if form.len() > LONGEST {
        return None;
    }
    let mut folded = String::new();
    fold(form, &mut folded);
    let is_it = |known: &str| folded == known || known.len() > 5 && folded.ends_with(known);
    CYCLES.iter().find(|(known, _)| is_it(known)).map(|(_, cycle)| *cycle)
}

/// The vocabulary at hand, for looking up the words of a whole text.
#[derive(Clone, Copy)]
pub(crate) struct Vocabulary {
    table: &'static Table,
}

impl Vocabulary {
    pub(crate) fn german() -> Self {
        Vocabulary { table: &TABLE }
    }

    /// What a word can be. `folded` is a buffer.
    #[inline]
    pub(crate) fn get(self, form: &str, folded: &mut String) -> Word {
        if form.len() > LONGEST {
            return Word::Other;
        }
        if is_plain(form.as_bytes()) {
            if let Some(word) = self.table.get(form.as_bytes()) {
                return word;
            }
            if !may_be_number(form.as_bytes()) {
                return Word::Other;
            }
        }
        self.get_folded(form, folded)
    }

    #[inline(never)]
    fn get_folded(self, form: &str, folded: &mut String) -> Word {
        fold(form, folded);
        if let Some(word) = self.table.get(folded.as_bytes()) {
            return word;
        }
        if !may_be_number(folded.as_bytes()) {
            return Word::Other;
        }
        if let Some(number) = crate::number::parse(folded) {
            return Word::Number(number);
        }
        crate::number::parse_ordinal(folded)
            .and_then(|number| u16::try_from(number).ok())
            .map_or(Word::Other, Word::Ordinal)
    }
}

/// What a word can be. `folded` is a buffer.
pub(crate) fn look_up(form: &str, folded: &mut String) -> Word {
    Vocabulary::german().get(form, folded)
}

/// Whether folding a word changes nothing but the case of ASCII letters: no letters but those and ä, ö, ü.
#[inline]
pub(crate) fn is_plain(word: &[u8]) -> bool {
    word.iter()
        .all(|byte| *byte < 0x80 || matches!(byte, 0xc3 | 0xa4 | 0xb6 | 0xbc))
}

/// Whether a word begins like a number word; asked of every word that is not in the table.
pub(crate) fn may_be_number(word: &[u8]) -> bool {
    let letter = |at: usize| word.get(at).map_or(0, |byte| byte | 0x20);
    let next = [letter(1), letter(2), letter(3)];
    match letter(0) {
        b'a' => matches!(&next, b"cht" | b"nde"),
        b'd' => matches!(&next, b"rei" | b"rit"),
        b'e' => matches!(
            next,
            [b'i', b'n', b'e' | b'h' | b's' | b't' | b'u' | b'-'] | [b'l', b'f', _] | [b'r', b's', b't']
        ),
        b'f' => matches!(next, [0xe3, 0xbc, b'n']), // fünf
        b'h' => &next == b"und",
        b'n' => &next == b"eun",
        b's' => matches!(&next, b"ech" | b"ieb"),
        b't' => &next == b"aus",
        b'v' => &next == b"ier",
        b'z' => matches!(
            next,
            [b'w', b'e', b'i'] | [b'w', b'a', b'n'] | [b'w', b'o', _] | [b'w', 0xe3, _] | [b'e', b'h', b'n']
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Part;
    use crate::word_file::meaning;
    use std::collections::BTreeMap;

    #[test]
    fn every_line_of_the_list_is_read() {
        for (at, line) in WORDS.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "line {}: {line}", at + 1);
            assert!(meaning(columns[0], columns[1]).is_some(), "line {}: {line}", at + 1);
        }
    }

    #[test]
    fn the_names_of_the_calendar_are_those_of_the_tokenizer() {
        for (name, noun) in wortlaut_tokenize::CalendarNoun::names() {
            let word = match noun {
                wortlaut_tokenize::CalendarNoun::Month(month) => Word::Month(month),
                wortlaut_tokenize::CalendarNoun::Weekday(weekday) => Word::Weekday(weekday),
            };
            // Days of two letters (*Do*, *So*) are other words as a rule.
            if name.len() > 2 {
                assert_eq!(calendar_word(name), Some(word), "{name}");
            }
        }
    }

    #[test]
    fn no_form_stands_in_two_classes() {
        let mut seen: BTreeMap<String, (usize, Word)> = BTreeMap::new();
        for (at, form, word) in rows(WORDS) {
            if let Some((before, other)) = seen.insert(form.clone(), (at, word)) {
                assert_eq!(other, word, "{form} in lines {before} and {at}");
            }
        }
    }

    #[test]
    fn every_number_word_passes_the_filter() {
        for tens in [
            "", "zwanzig", "dreissig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
        ] {
            for ones in [
                "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "elf", "zwölf", "ein",
            ] {
                let word = if tens.is_empty() {
                    format!("{ones}einhalb")
                } else {
                    format!("{ones}und{tens}")
                };
                assert!(may_be_number(word.as_bytes()), "{word}");
                assert!(tens.is_empty() || may_be_number(tens.as_bytes()), "{tens}");
            }
        }
        for word in [
            "hundert",
            "tausend",
            "anderthalb",
            "dritten",
            "ersten",
            "siebten",
            "zehn",
        ] {
            assert!(may_be_number(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn folding() {
        let mut folded = String::new();
        fold("DREISSIG", &mut folded);
        assert_eq!(folded, "dreissig");
        fold("Dreißig", &mut folded);
        assert_eq!(folded, "dreissig");
        fold("Ma\u{308}rz", &mut folded);
        assert_eq!(folded, "märz");
        fold("Wochen\u{ad}ende", &mut folded);
        assert_eq!(folded, "wochenende");
    }

    #[test]
    fn words_mean_what_they_mean() {
        let mut folded = String::new();
        let mut look_up = |form: &str| look_up(form, &mut folded);
        assert_eq!(look_up("Großjährig"), Word::Other);
        assert_eq!(look_up("dreißig"), Word::Number(30_000));
        assert_eq!(look_up("Ma\u{308}rz"), Word::Month(3));
        assert_eq!(look_up("Feber"), Word::Month(2));
        assert_eq!(look_up("MÄRZ"), Word::Month(3));
        assert_eq!(look_up("sonntagmorgen"), Word::WeekdayPart(7, Part::Morning));
        assert_eq!(look_up("Dreizehn"), Word::Number(13_000));
        assert_eq!(look_up("ZWÖLF"), Word::Number(12_000));
        assert_eq!(look_up("fünfzig"), Word::Number(50_000));
        assert_eq!(look_up("neunzehnten"), Word::Ordinal(19));
        assert_eq!(look_up("merz"), Word::Other);
    }
}
