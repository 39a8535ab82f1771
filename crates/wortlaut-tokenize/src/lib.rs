//! Tokens, sentences, paragraphs, zones and quotation-mark pairs of German news text.

mod address;
mod boilerplate;
mod class;
mod cursor;
mod dateline;
mod layer;
mod lexicon;
mod mark;
mod number;
mod paragraph;
mod scanner;
mod sentence;
mod tokenizer;
mod user;
mod word;
mod zone;

pub use layer::{
    MarkPair, MarkPairIdx, MarkStyle, Paragraph, ParagraphIdx, Sentence, SentenceIdx, Token, TokenIdx, TokenKind,
    Tokenization, Zone, ZoneKind,
};
pub use tokenizer::{Tokenizer, TokenizerOptions};
pub use user::{AbbreviationError, UserAbbreviations};
