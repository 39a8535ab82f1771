//! Abbreviations of several parts, seen as one: a view over the tokens.

use once_cell::sync::Lazy;
use wortlaut_text::IdxRange;

use crate::{Token, TokenKind, Tokenization, lexicon};

/// The parts of each known abbreviation, sorted, so that those with one first part stand together.
static KNOWN: Lazy<Vec<Vec<&'static str>>> = Lazy::new(|| {
    let mut known: Vec<Vec<_>> = lexicon::lines(include_str!("../data/joined_abbreviations.txt"))
        .map(|line| line.split(' ').collect())
        .collect();
    known.sort_unstable();
    known
});

impl Tokenization {
    /// The abbreviations of several parts (`z.` `B.`, `i.` `d.` `R.`, spaced or not), each as the run of its tokens.
    ///
    /// A view for those who count such a run as one: the tokens stay as they are. Which runs belong together is a closed
    /// list, `data/joined_abbreviations.txt`; the longest one counts.
    ///
    /// ```
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let text = "Das gilt z. B. für Prof. Dr. h.c. A. B. Kerner, d.h. für alle.";
    /// let t = Tokenizer::new().tokenize(text);
    /// let joined: Vec<&str> = t.joined_abbreviations(text).filter_map(|run| Some(t.span_of(run)?.slice(text))).collect();
    /// assert_eq!(joined, ["z. B.", "h.c.", "d.h."]);
    /// ```
    pub fn joined_abbreviations<'a>(&'a self, text: &'a str) -> impl Iterator<Item = IdxRange<Token>> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < self.tokens.len() {
                let start = at;
                at += 1;
                if let Some(parts) = self.joined_at(start, text) {
                    at = start + parts;
                    return Some(IdxRange::new(start, at));
                }
            }
            None
        })
    }

    /// The number of parts of the longest known abbreviation that starts at a token.
    fn joined_at(&self, start: usize, text: &str) -> Option<usize> {
        let tokens = self.tokens.get(start..)?;
        let first = tokens.first().filter(|token| token.kind == TokenKind::Abbreviation)?;
        let first = first.span.slice(text);
        // At the start of a sentence the first part is capitalised.
        let small = first.to_lowercase();
        [first, &small]
            .iter()
            .filter_map(|first| {
                let from = KNOWN.partition_point(|known| known.first() < Some(first));
                let same = KNOWN.iter().skip(from).take_while(|known| known.first() == Some(first));
                same.filter(|known| stands_at(tokens, known, text)).map(Vec::len).max()
            })
            .max()
    }
}

/// Whether all parts after the first stand in their places.
fn stands_at(tokens: &[Token], parts: &[&str], text: &str) -> bool {
    tokens.len() >= parts.len()
        && tokens
            .iter()
            .zip(parts)
            .skip(1)
            .all(|(token, part)| token.span.slice(text) == *part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tokenizer;

    #[test]
    fn every_known_one_is_found_whole_in_both_spellings() {
        let mut missed = Vec::new();
        for parts in KNOWN.iter() {
            assert!(
                parts.len() > 1 && parts.iter().all(|part| part.ends_with('.')),
                "{parts:?}"
            );
            for joint in [" ", ""] {
                let abbreviation = parts.join(joint);
                let text = format!("Das gilt {abbreviation} heute.");
                let t = Tokenizer::new().tokenize(&text);
                let found: Vec<&str> = t
                    .joined_abbreviations(&text)
                    .filter_map(|run| Some(t.span_of(run)?.slice(&text)))
                    .collect();
                if found != [abbreviation.as_str()] {
                    missed.push(abbreviation);
                }
            }
        }
        assert_eq!(missed, [""; 0]);
    }
}
