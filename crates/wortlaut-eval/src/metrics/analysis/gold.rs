//! What is read of a gold article (`denews-gold/1`).

use serde::Deserialize;

use super::ByteSpan;

/// A gold file: one article, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum GoldFile {
    /// `{"docs": […]}`
    Many {
        /// The articles.
        docs: Vec<GoldArticle>,
    },
    /// The article itself.
    One(Box<GoldArticle>),
}

impl GoldFile {
    /// The articles.
    pub fn articles(self) -> Vec<GoldArticle> {
        match self {
            GoldFile::Many { docs } => docs,
            GoldFile::One(article) => vec![*article],
        }
    }
}

/// A gold article.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GoldArticle {
    pub id: String,
    pub text: String,
    pub sentences: Vec<GoldSentence>,
    pub tokens: GoldTokens,
    pub entities: Vec<GoldEntity>,
    pub mentions: Vec<GoldMention>,
    pub quotes: Vec<GoldQuote>,
    pub timexes: Vec<GoldTimex>,
    pub timeline: Vec<GoldEvent>,
    pub negatives: Vec<Negative>,
}

#[derive(Debug, Deserialize)]
pub struct GoldSentence {
    pub id: String,
    pub byte: ByteSpan,
}

#[derive(Debug, Default, Deserialize)]
pub struct GoldTokens {
    pub rows: Vec<TokenRow>,
}

/// Text, first and last code point, first and last byte, sentence.
#[derive(Debug, Deserialize)]
pub struct TokenRow(
    #[allow(dead_code, reason = "a column of the row")] String,
    #[allow(dead_code, reason = "a column of the row")] usize,
    #[allow(dead_code, reason = "a column of the row")] usize,
    u32,
    u32,
    #[allow(dead_code, reason = "a column of the row")] String,
);

impl TokenRow {
    pub fn span(&self) -> ByteSpan {
        [self.3, self.4]
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GoldEntity {
    pub id: String,
    pub canonical: String,
    pub aliases: Vec<String>,
    pub transliterations: Vec<String>,
    pub iso: Option<String>,
    pub wikidata: Option<String>,
}

impl GoldEntity {
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.aliases.iter().chain(&self.transliterations);
        std::iter::once(&self.canonical).chain(others).map(String::as_str)
    }
}

#[derive(Debug, Deserialize)]
pub struct GoldMention {
    pub text: String,
    pub byte: ByteSpan,
    pub entity: String,
    pub form: String,
    #[serde(default)]
    pub optional: bool,
}

impl GoldMention {
    /// Whether it is a pronoun or a plain noun phrase: such mentions are no names and are not counted.
    pub fn is_anaphor(&self) -> bool {
        matches!(
            self.form.as_str(),
            "pronoun"
                | "pronoun_in_quote"
                | "address_pronoun"
                | "pronoun_plural"
                | "possessive_pronoun"
                | "definite_np"
                | "indefinite_np"
                | "group_np"
                | "event_anaphor"
                | "anonymous_source"
                | "document_source"
                | "appositive_role"
        )
    }
}

#[derive(Debug, Deserialize)]
pub struct Piece {
    pub byte: ByteSpan,
}

#[derive(Debug, Deserialize)]
pub struct GoldQuote {
    #[serde(rename = "type")]
    pub kind: String,
    pub content: Vec<Piece>,
    pub speaker: Option<String>,
    #[serde(default)]
    pub speaker_mention: Vec<Piece>,
    #[serde(default)]
    pub optional: bool,
}

impl GoldQuote {
    pub fn spans(&self) -> Vec<ByteSpan> {
        self.content.iter().map(|piece| piece.byte).collect()
    }
}

#[derive(Debug, Deserialize)]
pub struct GoldTimex {
    pub text: String,
    pub byte: ByteSpan,
    pub value: String,
    #[serde(default)]
    pub accept_extents: Vec<String>,
    #[serde(default)]
    pub accept_values: Vec<String>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Debug, Deserialize)]
pub struct GoldEvent {
    pub sentence: String,
    #[serde(default)]
    pub accept_sentences: Vec<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    #[serde(default)]
    pub optional: bool,
}

#[derive(Debug, Deserialize)]
pub struct Negative {
    pub byte: ByteSpan,
    pub must_not_be: String,
}
