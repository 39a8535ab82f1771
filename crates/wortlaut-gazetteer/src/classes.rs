//! Word classes that steer the recognition of names.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::normal;

/// What a word can be; a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($name:ident = $bit:literal, $section:literal;)*) => {
        impl Class {
            $(pub(crate) const $name: Class = Class(1 << $bit);)*

            fn named(section: &str) -> Option<Class> {
                match section {
                    $($section => Some(Class::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    ADDRESS = 0, "address";
    TITLE = 1, "title";
    TITLE_ENDING = 2, "title-ending";
    PARTICLE = 3, "particle";
    DETERMINER = 4, "determiner";
    PLACE_PREPOSITION = 5, "place-preposition";
    PLACE_NOUN = 6, "place-noun";
    OTHER_NOUN = 7, "other-noun";
    EVENT_NOUN = 8, "event-noun";
    ORGANIZATION_NOUN = 9, "organization-noun";
    ORGANIZATION_ENDING = 10, "organization-ending";
    ORGANIZATION_HEAD = 11, "organization-head";
    ORGANIZATION_FRAME = 12, "organization-frame";
    CLUB = 13, "club";
    LEGAL_FORM = 14, "legal-form";
    EVENT_HEAD = 15, "event-head";
    ORGANIZATION_COMPOUND_HEAD = 16, "organization-compound-head";
    WORK_HEAD = 17, "work-head";
    GENERIC_STREET = 18, "generic-street";
    SPEECH_VERB = 19, "speech-verb";
    NAME_ENDING = 20, "name-ending";
    NEVER = 21, "never";
    SECOND_PARTICLE = 22, "second-particle";
    PLACE_ADJECTIVE_HEAD = 23, "place-adjective-head";
    ORGANIZATION_ADJECTIVE_HEAD = 24, "organization-adjective-head";
    SURNAME = 25, "surname";
    ORGANIZATION_TAIL = 26, "organization-tail";
    HEAD_ENDING = 27, "head-ending";
    LEAGUE = 28, "league";
    BUILDING = 29, "building";
    BODY = 30, "body";
    HOUSE_NOUN = 32, "house-noun";
    NAMED_INSTITUTION = 33, "named-institution";
    GENITIVE_HEAD = 34, "genitive-head";
    MILITARY_UNIT = 35, "military-unit";
    COLLECTIVE = 36, "collective";
    HIGH_OFFICE = 37, "high-office";
    STATE_OFFICE = 38, "state-office";
    COUNTRY_TAIL = 39, "country-tail";
    APPOSED_COUNTRY = 40, "apposed-country";
    ASSOCIATION = 41, "association";
    FIRM = 42, "firm";
    DISTRICT = 43, "district";
    KIN = 44, "kin";
    JOINT = 45, "joint";
    TOWN_PREPOSITION = 46, "town-preposition";
    WOMAN = 47, "woman";
    ANYONE = 48, "anyone";
    STREET = 49, "street";
    FEDERAL = 50, "federal";
    ARTICLE = 51, "article";
    ENGLISH_ORGANIZATION = 52, "english-organization";
    ENGLISH_PLACE = 53, "english-place";
    ENGLISH_THING = 54, "english-thing";
    THING_ABBREVIATION = 56, "thing-abbreviation";
    ADJECTIVE_HOUSE = 57, "adjective-house";
    AUTHORITY = 58, "authority";
    FOR_HEAD = 59, "for-head";
    COMMON_TAIL = 60, "common-tail";
    MAINLY_FIRST_NAME = 61, "mainly-first-name";
    SAYING = 62, "saying";
    PARTY_BODY = 63, "party-body";
}

impl Class {
    /// Whether it has one of the classes of `other`.
    pub(crate) const fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes that `other` has not.
    pub(crate) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Both.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

struct Tables {
    words: HashMap<String, Class>,
    /// Endings by their text, and the longest of them in bytes.
    endings: HashMap<String, Class>,
    /// Beginnings of compounds; few.
    beginnings: Vec<(String, Class)>,
    longest: usize,
}

/// The embedded lists; a fault in them is found by the tests of this module.
static TABLES: Lazy<Tables> = Lazy::new(|| {
    let mut tables = Tables {
        words: HashMap::new(),
        endings: HashMap::new(),
        beginnings: Vec::new(),
        longest: 0,
    };
    let mut class = Class::default();
    for line in include_str!("../data/words.txt").lines() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            class = Class::named(section).unwrap_or_default();
            continue;
        }
        for word in line.split_whitespace() {
            if let Some(beginning) = word.strip_suffix('-').filter(|beginning| beginning.len() > 3) {
                if class == Class::FEDERAL {
                    tables.beginnings.push((normal::key(beginning), class));
                    continue;
                }
            }
            let (table, word) = match word.strip_prefix('-') {
                Some(ending) => (&mut tables.endings, ending),
                None => (&mut tables.words, word),
            };
            let known = table.entry(normal::key(word)).or_default();
            *known = known.or(class);
        }
    }
    tables.longest = tables.endings.keys().map(|ending| ending.len()).max().unwrap_or(0);
    tables
});

/// The classes of a word in normal form.
pub(crate) fn of(word: &str) -> Class {
    TABLES.words.get(word).copied().unwrap_or_default()
}

/// The classes of the beginnings of a compound in normal form.
pub(crate) fn of_beginning(word: &str) -> Class {
    TABLES
        .beginnings
        .iter()
        .filter(|(beginning, _)| word.starts_with(beginning.as_str()))
        .fold(Class::default(), |class, (_, found)| class.or(*found))
}

/// The classes of the endings of a word in normal form; an ending needs three more letters before it.
pub(crate) fn of_ending(word: &str) -> Class {
    let mut class = Class::default();
    for (at, _) in word.char_indices().skip(3) {
        if word.len() - at > TABLES.longest {
            continue;
        }
        if let Some(&found) = word.get(at..).and_then(|ending| TABLES.endings.get(ending)) {
            class = class.or(found);
        }
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known() {
        for line in include_str!("../data/words.txt").lines() {
            if let Some(section) = line.strip_prefix('[') {
                assert!(Class::named(section.trim_end_matches(']')).is_some(), "{section}");
            }
        }
    }

    #[test]
    fn words_and_endings() {
        assert!(of("Pater").has(Class::ADDRESS));
        assert!(of("Preussen").has(Class::CLUB));
        assert!(of_ending("Strafrechtlerin").has(Class::TITLE_ENDING));
        assert!(!of_ending("Rat").has(Class::TITLE_ENDING));
        assert_eq!(of("Xyz"), Class::default());
    }
}
