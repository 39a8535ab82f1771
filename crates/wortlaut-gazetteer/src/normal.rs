//! The form of a word under which it is looked up.
//!
//! Composed (NFC), without soft hyphens and zero-width characters, `ß` as `ss`, one apostrophe, one hyphen. A trie key
//! and a token pass through the same function, so they meet whatever way they were typed.

use wortlaut_tokenize::Normalizer;

/// Appends the normal form of `word` to `out`. Nothing happens (and `false` comes back) when the word is normal.
pub(crate) fn push_normal(word: &str, out: &mut String) -> bool {
    let mut normalizer = Normalizer::default();
    normalizer.sharp_s_as_ss = true;
    normalizer.push(word, out)
}

/// The key of a name: its words in normal form, joined by single spaces.
pub(crate) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if !push_normal(word, &mut out) {
            out.push_str(word);
        }
    }
    out
}

/// An all-capitals word as it is written otherwise: *BADEN-WÜRTTEMBERG* → *Baden-Württemberg*.
pub(crate) fn title_case(word: &str, out: &mut String) {
    let mut start = true;
    for c in word.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = matches!(c, '-' | '/' | ' ');
    }
}

/// The word without its ending, if it has that ending and something before it.
pub(crate) fn strip<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|rest| !rest.is_empty())
}

/// Whether the word begins with a capital letter.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word has at least `least` letters, all of them capitals.
pub(crate) fn is_all_caps(word: &str, least: usize) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_lowercase() && c != 'ß' {
            return false;
        }
        letters += usize::from(c.is_alphabetic());
    }
    letters >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (typed, expected) in [
            ("Köln", "Köln"),
            ("Ko\u{308}ln", "Köln"),
            ("Mos\u{AD}kau", "Moskau"),
            ("Gießen", "Giessen"),
            ("  Bad \n Ems ", "Bad Ems"),
            ("Côte d’Azur", "Côte d'Azur"),
            ("Saudi\u{2011}Arabien", "Saudi-Arabien"),
        ] {
            assert_eq!(key(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn capitals() {
        let mut out = String::new();
        title_case("BADEN-WÜRTTEMBERG", &mut out);
        assert_eq!(out, "Baden-Württemberg");
        assert!(is_all_caps("USA", 3) && !is_all_caps("USA", 4) && !is_all_caps("GmbH", 2));
    }
}
