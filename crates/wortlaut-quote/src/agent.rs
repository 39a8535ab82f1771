//! Common nouns for those who speak.

use std::collections::HashSet;

use once_cell::sync::Lazy;
use wortlaut_lexicon::Lexicon;

/// The shortest noun, in letters, that also ends compounds.
const HEAD: usize = 6;

type Nouns = HashSet<&'static str>;

fn nouns(text: &'static str) -> Nouns {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
}

static AGENTS: Lazy<Nouns> = Lazy::new(|| nouns(include_str!("../data/agents.txt")));
static PEOPLE: Lazy<Nouns> = Lazy::new(|| nouns(include_str!("../data/people.txt")));

/// Whether a noun form names somebody or something that speaks.
pub(crate) fn is_agent(form: &str) -> bool {
    Lexicon::german().role(form).is_some() || is_listed(form, &AGENTS) || is_listed(form, &PEOPLE)
}

/// Whether a noun form that the lexicon has no role for means one person.
pub(crate) fn is_person(form: &str) -> bool {
    is_listed(form, &PEOPLE)
}

fn is_listed(form: &str, list: &Nouns) -> bool {
    let lower = form.to_lowercase();
    list.contains(lower.as_str())
        || lower
            .char_indices()
            .skip(3)
            .filter_map(|(at, _)| lower.get(at..))
            .take_while(|head| head.chars().nth(HEAD - 1).is_some())
            .any(|head| list.contains(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_the_lists_stand_once() {
        let lists = [include_str!("../data/agents.txt"), include_str!("../data/people.txt")];
        let words = || {
            lists
                .iter()
                .flat_map(|list| list.lines())
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
        };
        assert_eq!(words().count(), AGENTS.len() + PEOPLE.len());
        assert!(AGENTS.is_disjoint(&PEOPLE));
        assert!(words().all(|noun| noun.to_lowercase() == *noun));
    }

    #[test]
    fn compounds_speak_as_their_heads() {
        assert!(
            ["Bahn", "Warnbericht", "Verkehrsdezernentin", "Polizei"]
                .into_iter()
                .all(is_agent)
        );
        assert!(!["Autobahn", "Kartoffel", "Umkreis"].into_iter().any(is_agent));
    }
}
