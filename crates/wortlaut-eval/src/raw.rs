//! What `predict` reads of a gold file: the raw text and what a caller would know, never an annotation.
//!
//! These types have no field for an annotation, so none can leak into a prediction.

use serde::Deserialize;
use wortlaut::Date;

use crate::error::{EvalError, Result};

/// A paragraph of a token corpus, or a sentence of a syntax corpus.
#[derive(Debug, Deserialize)]
pub struct RawParagraph {
    /// Its id, passed through.
    pub id: String,
    /// The text.
    pub text: String,
}

/// A sentence of an entity corpus.
#[derive(Debug, Deserialize)]
pub struct RawSentence {
    /// The text.
    pub text: String,
}

/// A document of the quotation corpus.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RawQuoteDocument {
    /// Its name, passed through.
    pub document_name: String,
    /// The text.
    pub original_text: String,
    /// Where the corpus puts its token limits: only to express spans as token numbers.
    pub tokens: Vec<RawToken>,
}

/// Where a token of the quotation corpus lies, in code points.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RawToken {
    /// Its number in the document.
    pub id: u32,
    /// Its first code point.
    pub char_begin: u32,
    /// The code point after its last.
    pub char_end: u32,
}

/// A line of `meta.jsonl`.
#[derive(Debug, Deserialize)]
pub struct RawMeta {
    /// The id of a document.
    pub doc_id: String,
    /// Its date of publication.
    pub dct: Option<String>,
}

/// A file of articles: one, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum RawArticleFile {
    /// `{"docs": […]}`
    Many {
        /// The articles.
        docs: Vec<RawArticle>,
    },
    /// The article itself.
    One(Box<RawArticle>),
}

impl RawArticleFile {
    /// The articles.
    pub fn articles(self) -> Vec<RawArticle> {
        match self {
            RawArticleFile::Many { docs } => docs,
            RawArticleFile::One(article) => vec![*article],
        }
    }
}

/// An article.
#[derive(Debug, Deserialize)]
pub struct RawArticle {
    /// Its id.
    pub id: String,
    /// The text.
    pub text: String,
    /// What a caller would know.
    pub meta: RawArticleMeta,
}

/// What a caller would know of an article.
#[derive(Debug, Deserialize)]
pub struct RawArticleMeta {
    /// Its date of publication.
    pub dct: RawDate,
}

/// A date of publication, and whether a caller would know it.
#[derive(Debug, Deserialize)]
pub struct RawDate {
    /// Whether it is given with the text. Otherwise the text must do without.
    pub given: bool,
    /// The date.
    pub gold: Option<String>,
}

impl RawArticle {
    /// The date of publication, where it is given.
    pub fn published(&self, place: &str) -> Result<Option<Date>> {
        let dct = &self.meta.dct;
        date(dct.gold.as_deref().filter(|_| dct.given), || {
            format!("{place}, document {:?}", self.id)
        })
    }
}

/// A date as files and command lines give it; `place` says where.
pub fn date(given: Option<&str>, place: impl FnOnce() -> String) -> Result<Option<Date>> {
    let parse = |given| wortlaut::parse_date(given).map_err(|_| EvalError::date(given, place()));
    given.map(parse).transpose()
}
