//! The shallow parser: one sentence after the other through the same buffers.

use wortlaut_lexicon::Category;
use wortlaut_tokenize::{SentenceIdx, Tokenization};

use crate::buffers::Buffers;
use crate::{Reason, Syntax};

/// Finds noun phrases, verb groups and clauses.
///
/// ```
/// use wortlaut_lexicon::Mood;
/// use wortlaut_syntax::{ClauseKind, Parser};
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Die Sprecherin sagte, der Bericht liege vor.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let syntax = Parser::new().parse(text, &tokens);
///
/// let reported = syntax.verbs.iter().find(|verb| verb.mood == Mood::SubjunctiveI).ok_or("no Konjunktiv")?;
/// assert_eq!(reported.lemma, "vorliegen");
/// let clause = reported.clause.get(&syntax.clauses).ok_or("no clause")?;
/// assert_eq!(clause.kind, ClauseKind::Main);
/// # Ok::<(), &'static str>(())
/// ```
///
/// A parser has no state of its own, and can be shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Parser {}

impl Parser {
    /// A parser for German.
    #[must_use]
    pub fn new() -> Self {
        Parser {}
    }

    /// The syntax of a tokenized text.
    #[must_use]
    pub fn parse(&self, text: &str, tokens: &Tokenization) -> Syntax {
        let mut syntax = Syntax::default();
        self.parse_into(text, tokens, &mut syntax);
        syntax
    }

    /// The syntax of a tokenized text, in buffers that are used again.
    pub fn parse_into(&self, text: &str, tokens: &Tokenization, into: &mut Syntax) {
        let mut buffers = Buffers::take();
        buffers.recycle(into);
        into.clear(tokens.tokens.len());
        for at in 0..tokens.sentences.len() {
            buffers.sentence(text, tokens, SentenceIdx::new(at), into);
        }
        buffers.give_back();
    }
}

impl Syntax {
    /// Makes room for a text with so many tokens.
    fn clear(&mut self, tokens: usize) {
        self.categories.clear();
        self.categories.resize(tokens, Category::Other);
        self.reasons.clear();
        self.reasons.resize(tokens, Reason::Token);
        self.clause_of_token.clear();
        self.clause_of_token.resize(tokens, None);
        self.clauses.clear();
        self.phrases.clear();
        self.verbs.clear();
        self.subject_candidates.clear();
        self.clauses_by_sentence.clear();
        self.phrases_by_sentence.clear();
    }
}

#[cfg(test)]
mod tests {
    use wortlaut_tokenize::Tokenizer;

    use super::*;
    use crate::sentence::LOOKS;

    #[test]
    fn the_work_for_a_word_does_not_grow_with_the_sentence() {
        for part in [
            "die Partei, ",
            "dass er komme, ",
            "und ",
            "der der Mann ",
            "„Ja ist (gut ",
            "zu gehen ",
            "von der Stadt in ",
            "sagte er, ",
            "große und kleine ",
        ] {
            let looks = |times: usize| {
                let text = part.repeat(times);
                let tokens = Tokenizer::new().tokenize(&text);
                LOOKS.set(0);
                let syntax = Parser::new().parse(&text, &tokens);
                assert_eq!(syntax.categories.len(), tokens.tokens.len());
                LOOKS.get()
            };
            let (short, long) = (looks(500), looks(8000));
            // Sixteen times the sentence. Quadratic work would be 256 times as much.
            assert!(short > 500 && long < short * 18, "{part:?}: {short}, {long}");
        }
    }
}
