//! Lists of words around time expressions: `data/lists.tsv`, read once.

use std::collections::BTreeMap;

use once_cell::sync::Lazy;

use crate::table::Table;
use crate::vocabulary;
use crate::word::Word;

/// A list, and what its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    /// Behind the years of an age.
    Aged,
    /// Before the years of an age.
    Age,
    /// Who is young.
    Youth,
    /// Who has an age.
    Person,
    /// What *mit* some years is, though it is no age.
    Punishment,
    /// Before an age without *alt*.
    Was,
    /// Whose age is told in weeks and months.
    Child,
    /// Who is *in den Siebzigern*.
    InYears,
    /// What lasts (endings).
    Lasting,
    /// What ends like a length and is none.
    NoLength,
    /// Streets that are called after a day (endings).
    Street,
    /// Papers that appear *am Sonntag*.
    Paper,
    /// Before a telephone number.
    Telephone,
    /// Before a number that is no year (endings).
    Numbered,
    /// Verbs that put something on the calendar.
    Plan,
    /// Those that do so in the past tense.
    Schedule,
    /// Verbs that say what is so at present.
    State,
    /// Verbs that say what somebody is.
    Being,
    /// Participles that look ahead, without ending.
    Ahead,
    /// How participles begin.
    Back,
    /// Forms of the past.
    ToldPast,
    /// Forms of what is to come.
    ToldFuture,
    /// Before a *früher* that compares.
    Compared,
    /// Before a *bald* that is no time.
    Soon,
    /// Before the date of a page.
    Stamp,
    /// Verbs of what happens by day.
    Event,
    /// Nouns of its begin.
    Start,
    /// What a company's name ends in.
    Company,
}

const FILE: &str = include_str!("../data/lists.tsv");

/// The words of a list, and a table to find them.
struct Entry {
    words: Vec<String>,
    table: Table,
}

static LISTS: Lazy<BTreeMap<List, Entry>> = Lazy::new(|| {
    let mut lists = BTreeMap::new();
    for (list, words) in rows() {
        let folded = words.split(' ').map(|word| {
            let mut folded = String::new();
            vocabulary::fold(word, &mut folded);
            folded
        });
        let words: Vec<String> = folded.collect();
        let table = Table::new(words.iter().map(|word| (word.as_str(), Word::Counted)));
        lists.insert(list, Entry { words, table });
    }
    lists
});

fn rows() -> impl Iterator<Item = (List, &'static str)> {
    FILE.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, words)| Some((list(name)?, words)))
}

fn list(name: &str) -> Option<List> {
    Some(match name {
        "aged" => List::Aged,
        "age" => List::Age,
        "youth" => List::Youth,
        "person" => List::Person,
        "punishment" => List::Punishment,
        "was" => List::Was,
        "child" => List::Child,
        "in_years" => List::InYears,
        "lasting" => List::Lasting,
        "no_length" => List::NoLength,
        "street" => List::Street,
        "paper" => List::Paper,
        "telephone" => List::Telephone,
        "numbered" => List::Numbered,
        "plan" => List::Plan,
        "schedule" => List::Schedule,
        "state" => List::State,
        "being" => List::Being,
        "ahead" => List::Ahead,
        "back" => List::Back,
        "told_past" => List::ToldPast,
        "told_future" => List::ToldFuture,
        "compared" => List::Compared,
        "soon" => List::Soon,
        "stamp" => List::Stamp,
        "event" => List::Event,
        "start" => List::Start,
        "company" => List::Company,
        _ => return None,
    })
}

impl List {
    fn words(self) -> &'static [String] {
        LISTS.get(&self).map_or(&[], |list| list.words.as_slice())
    }

    /// Whether a word is in the list, whatever its case.
    pub(crate) fn has(self, form: &str) -> bool {
        let Some(list) = LISTS.get(&self) else { return false };
        if form.is_empty() || form.len() > vocabulary::LONGEST {
            return false;
        }
        if vocabulary::is_plain(form.as_bytes()) {
            return list.table.get(form.as_bytes()).is_some();
        }
        let mut folded = String::new();
        vocabulary::fold(form, &mut folded);
        list.table.get(folded.as_bytes()).is_some()
    }

    /// Whether a word ends in one of the list.
    pub(crate) fn ends(self, form: &str) -> bool {
        let mut folded = String::new();
        vocabulary::fold(form, &mut folded);
        self.words().iter().any(|ending| folded.ends_with(ending.as_str()))
    }

    /// Whether a word begins with one of the list.
    pub(crate) fn begins(self, form: &str) -> bool {
        self.words().iter().any(|begin| form.starts_with(begin.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines.count(), LISTS.len());
        for (list, Entry { words, .. }) in LISTS.iter() {
            assert!(words.iter().all(|word| !word.is_empty()), "{list:?}");
            let mut sorted = words.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), words.len(), "{list:?} names a word twice");
        }
        assert_eq!(LISTS.len(), List::Company as usize + 1);
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert!(List::Person.has("KINDER") && List::Person.has("Mädchen") && !List::Person.has("Tische"));
        assert!(List::Lasting.ends("Freiheitsstrafe") && !List::Lasting.ends("Münchner"));
        assert!(List::Back.begins("gebaut") && !List::Back.begins("laufend"));
        assert!(List::State.has("heißen"));
    }
}
