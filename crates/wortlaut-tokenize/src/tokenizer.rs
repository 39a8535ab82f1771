//! The tokenizer.

use crate::Tokenization;

/// What a user can choose about tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenizerOptions {}

/// Takes a text apart into tokens, sentences, paragraphs, zones and quotation-mark pairs.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {}

impl Tokenizer {
    /// A tokenizer with the default options.
    #[must_use]
    pub fn new() -> Self {
        Tokenizer::with_options(TokenizerOptions::default())
    }

    /// A tokenizer with options.
    #[must_use]
    pub fn with_options(_options: TokenizerOptions) -> Self {
        Tokenizer {}
    }

    /// Takes `text` apart.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Tokenization {
        let mut tokenization = Tokenization::default();
        self.tokenize_into(text, &mut tokenization);
        tokenization
    }

    /// Takes `text` apart into a tokenization whose buffers are used again.
    pub fn tokenize_into(&self, _text: &str, _into: &mut Tokenization) {}
}
