//! The words that tell who of several is meant.

use std::collections::HashMap;

use once_cell::sync::Lazy;

/// What a word beside a noun, or a noun, tells; a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sort(u16);

impl Sort {
    pub(crate) const DEFINITE: Sort = Sort(1);
    pub(crate) const INDEFINITE: Sort = Sort(1 << 1);
    pub(crate) const POSSESSIVE: Sort = Sort(1 << 2);
    pub(crate) const QUANTITY: Sort = Sort(1 << 3);
    pub(crate) const NOBODY: Sort = Sort(1 << 4);
    pub(crate) const OTHER: Sort = Sort(1 << 5);
    pub(crate) const GROUP: Sort = Sort(1 << 6);
    pub(crate) const POINTS_BACK: Sort = Sort(1 << 7);
    pub(crate) const COMPANY: Sort = Sort(1 << 8);
    pub(crate) const DAY: Sort = Sort(1 << 9);
    pub(crate) const DATIVE: Sort = Sort(1 << 10);
    pub(crate) const ANOTHER_COMPANY: Sort = Sort(1 << 11);
    pub(crate) const BODY: Sort = Sort(1 << 12);

    fn named(section: &str) -> Option<Sort> {
        Some(match section {
            "definite" => Sort::DEFINITE,
            "indefinite" => Sort::INDEFINITE,
            "possessive" => Sort::POSSESSIVE,
            "quantity" => Sort::QUANTITY,
            "nobody" => Sort::NOBODY,
            "other" => Sort::OTHER,
            "group" => Sort::GROUP,
            "points-back" => Sort::POINTS_BACK,
            "company" => Sort::COMPANY,
            "day" => Sort::DAY,
            "dative" => Sort::DATIVE,
            "body" => Sort::BODY,
            "another-company" => Sort::ANOTHER_COMPANY,
            _ => return None,
        })
    }

    pub(crate) const fn has(self, other: Sort) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words, and endings with a hyphen before them. A fault in the embedded list is found by the tests.
static SORTS: Lazy<HashMap<&'static str, Sort>> = Lazy::new(|| {
    let mut sorts: HashMap<&str, Sort> = HashMap::new();
    let mut sort = Sort::default();
    for line in include_str!("../../data/sources.txt").lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            sort = Sort::named(section).unwrap_or_default();
            continue;
        }
        for word in line.split_whitespace() {
            let known = sorts.entry(word).or_default();
            known.0 |= sort.0;
        }
    }
    sorts
});

/// What a noun tells, as it is written.
pub(crate) fn of_noun(noun: &str) -> Sort {
    SORTS.get(noun).copied().unwrap_or_default()
}

/// What an article, a number word or an adjective tells, at the start of a sentence too.
pub(crate) fn of_word(word: &str) -> Sort {
    if word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return Sort::QUANTITY;
    }
    if word.len() > 16 {
        return Sort::default();
    }
    of_noun(&word.to_lowercase())
}

/// Whether a noun is a day or an hour: *Montagabend*.
pub(crate) fn is_day(noun: &str) -> bool {
    if of_noun(noun).has(Sort::DAY) {
        return true;
    }
    let lower = noun.to_lowercase();
    lower.char_indices().any(|(at, _)| {
        lower
            .get(at..)
            .is_some_and(|end| end.len() < 12 && of_noun(&format!("-{end}")).has(Sort::DAY))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_known() {
        for line in include_str!("../../data/sources.txt").lines() {
            if let Some(section) = line.strip_prefix('[') {
                assert!(Sort::named(section.trim_end_matches(']')).is_some(), "{section}");
            }
        }
    }

    #[test]
    fn words_and_nouns() {
        assert!(of_word("Der").has(Sort::DEFINITE) && of_word("17").has(Sort::QUANTITY));
        assert!(of_word("mancher").has(Sort::INDEFINITE) && of_word("mancher").has(Sort::QUANTITY));
        assert!(of_noun("Konzern").has(Sort::COMPANY) && !of_noun("Polizei").has(Sort::POINTS_BACK));
        assert!(is_day("Dienstagabend") && is_day("Mai") && !is_day("Polizei"));
    }
}
