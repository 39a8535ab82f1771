//! The lists of `data/sites.txt`: parts of names that rules look for.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use crate::normal;

/// A list, by the name of its section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct List(&'static str);

macro_rules! lists {
    ($($name:ident = $section:literal;)*) => {
        impl List {
            $(pub(crate) const $name: List = List($section);)*

            #[cfg(test)]
            const ALL: &'static [List] = &[$(List::$name),*];
        }
    };
}

lists! {
    PATRON = "patron";
    PATRON_HEAD = "patron-head";
    PATRON_SITE = "patron-site";
    SITE_NAME = "site-name";
    SITE_HEAD = "site-head";
    NATURAL_HEAD = "natural-head";
    GENERIC_SITE = "generic-site";
    VENUE = "venue";
    VENUE_WORD = "venue-word";
    BEFORE_PLACE = "before-place";
    FOREIGN_JOINT = "foreign-joint";
    UNIT = "unit";
    BAY = "bay";
    ROAD = "road";
    ROAD_LETTER = "road-letter";
    CHAMPIONSHIP = "championship";
    NO_SPORT = "no-sport";
    LATIN_ENDING = "latin-ending";
    LATIN_NOUN = "latin-noun";
    FAMILY_FIRST = "family-first";
    NUMBER_WORD = "number-word";
    WORK_ENDING = "work-ending";
    STREET_ADJECTIVE = "street-adjective";
    STREET_NOUN = "street-noun";
}

#[derive(Default)]
struct Words {
    set: HashSet<String>,
    /// In the order of the file, for endings.
    sequence: Vec<String>,
}

/// The embedded lists; a fault in them is found by the test of this module.
static LISTS: Lazy<HashMap<&'static str, Words>> = Lazy::new(|| {
    let mut lists: HashMap<&'static str, Words> = HashMap::new();
    let mut section = "";
    for line in include_str!("../data/sites.txt").lines() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
            continue;
        }
        for word in line.split_whitespace() {
            let words = lists.entry(section).or_default();
            let key = normal::key(word);
            if words.set.insert(key.clone()) {
                words.sequence.push(key);
            }
        }
    }
    lists
});

impl List {
    /// Whether a word in normal form is in the list.
    pub(crate) fn has(self, word: &str) -> bool {
        LISTS.get(self.0).is_some_and(|words| words.set.contains(word))
    }

    /// The part of a word before one of the endings of the list.
    pub(crate) fn before_ending(self, word: &str) -> Option<&str> {
        let endings = LISTS.get(self.0)?;
        endings
            .sequence
            .iter()
            .find_map(|ending| word.strip_suffix(ending.as_str()))
            .filter(|rest| !rest.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known_and_every_list_there() {
        for section in LISTS.keys() {
            assert!(List::ALL.contains(&List(section)), "{section}");
        }
        for list in List::ALL {
            assert!(LISTS.contains_key(list.0), "{list:?}");
        }
    }

    #[test]
    fn words_and_endings() {
        assert!(List::PATRON.has("Nikolai"));
        assert!(!List::PATRON.has("Quandt"));
        assert_eq!(List::PATRON_HEAD.before_ending("Nikolaikirche"), Some("Nikolai"));
        assert_eq!(List::PATRON_HEAD.before_ending("kirche"), None);
        assert_eq!(List::PATRON_HEAD.before_ending("Haus"), None);
    }
}
