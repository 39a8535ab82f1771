//! Tokens and sentences, as the system files of the token corpora want them.

use wortlaut::text::{OffsetIndex, OffsetUnit, Span};
use wortlaut::tokenize::{Tokenization, Tokenizer};

use crate::metrics::tokens::SystemParagraph;
use crate::raw::RawParagraph;

/// Tokenizes paragraphs; the other layers are not needed.
pub struct TokenPredictor {
    tokenizer: Tokenizer,
    tokens: Tokenization,
}

impl TokenPredictor {
    /// A predictor that uses a tokenizer.
    pub fn new(tokenizer: Tokenizer) -> Self {
        TokenPredictor {
            tokenizer,
            tokens: Tokenization::default(),
        }
    }

    /// The tokens and sentences of a paragraph, in code points.
    pub fn predict(&mut self, paragraph: &RawParagraph) -> SystemParagraph {
        self.tokenizer.tokenize_into(&paragraph.text, &mut self.tokens);
        let index = OffsetIndex::new(&paragraph.text);
        SystemParagraph {
            id: paragraph.id.clone(),
            tokens: self
                .tokens
                .tokens
                .iter()
                .map(|token| char_span(&index, token.span))
                .collect(),
            sents: self
                .tokens
                .sentences
                .iter()
                .map(|sentence| char_span(&index, sentence.span))
                .collect(),
        }
    }
}

/// A span in code points.
pub fn char_span(index: &OffsetIndex<'_>, span: Span) -> (usize, usize) {
    let (start, end) = index.span_in(span, OffsetUnit::Chars);
    (start as usize, end as usize)
}
