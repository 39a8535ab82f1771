//! The shallow parser.

use wortlaut_tokenize::Tokenization;

use crate::Syntax;

/// Finds noun phrases, verb groups and clauses.
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
    pub fn parse_into(&self, _text: &str, _tokens: &Tokenization, _into: &mut Syntax) {}
}
