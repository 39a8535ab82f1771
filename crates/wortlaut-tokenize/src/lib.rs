//! Tokens, sentences, paragraphs, zones and quotation-mark pairs of German news text.

mod layer;

pub use layer::{
    MarkPair, MarkPairIdx, MarkStyle, Paragraph, ParagraphIdx, Sentence, SentenceIdx, Token, TokenIdx, TokenKind,
    Tokenization, Zone, ZoneKind,
};

mod tokenizer;
pub use tokenizer::{Tokenizer, TokenizerOptions};
