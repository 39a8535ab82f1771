//! Common nouns for those who speak.

use std::collections::HashSet;

use once_cell::sync::Lazy;
use wortlaut_lexicon::Lexicon;

/// The shortest noun, in letters, that also ends compounds.
const HEAD: usize = 6;

static AGENTS: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    include_str!("../data/agents.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Whether a noun form names somebody or something that speaks.
pub(crate) fn is_agent(form: &str) -> bool {
    if Lexicon::german().role(form).is_some() {
        return true;
    }
    let lower = form.to_lowercase();
    AGENTS.contains(lower.as_str())
        || lower
            .char_indices()
            .skip(3)
            .filter_map(|(at, _)| lower.get(at..))
            .take_while(|head| head.chars().nth(HEAD - 1).is_some())
            .any(|head| AGENTS.contains(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_the_list_stand_once_and_are_no_roles() {
        let nouns: Vec<&str> = include_str!("../data/agents.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect();
        assert_eq!(nouns.len(), AGENTS.len());
        assert!(nouns.iter().all(|noun| noun.to_lowercase() == *noun));
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
