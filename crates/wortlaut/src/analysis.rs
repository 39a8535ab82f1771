//! What comes out: all layers of one document, without its text.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher};

use jiff::civil::Date;
use wortlaut_gazetteer::Names;
use wortlaut_quote::Quotation;
use wortlaut_syntax::Syntax;
use wortlaut_text::{Entity, Mention};
use wortlaut_timeline::Event;
use wortlaut_timex::{InferredDate, Timex};
use wortlaut_tokenize::Tokenization;

use crate::AnalysisRef;

/// All annotations of one document.
///
/// It owns no text, so it can be kept, sent between threads and stored for millions of documents. To read words
/// instead of offsets, join it with its text: [`Analysis::with_text`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    pub(crate) id: Option<String>,
    pub(crate) published: Option<Date>,
    pub(crate) inferred: Option<InferredDate>,
    pub(crate) bytes: usize,
    pub(crate) fingerprint: u64,
    pub(crate) tokens: Tokenization,
    pub(crate) syntax: Syntax,
    pub(crate) names: Names,
    pub(crate) times: Vec<Timex>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) events: Vec<Event>,
}

/// The text given to [`Analysis::with_text`] is not the one that was analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this analysis belongs to another text ({expected} bytes, not {given}, or changed since)")]
#[non_exhaustive]
pub struct TextMismatch {
    /// The size of the text that was analysed.
    pub expected: usize,
    /// The size of the text given.
    pub given: usize,
}

impl Analysis {
    /// The caller's name for the document.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The day of publication, as given by the caller.
    #[must_use]
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// What the text itself tells about its day of publication; only looked for when the caller gave none.
    #[must_use]
    pub fn inferred(&self) -> Option<&InferredDate> {
        self.inferred.as_ref()
    }

    /// The size of the text in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Tokens, sentences, paragraphs, zones and quotation-mark pairs.
    #[must_use]
    pub fn tokenization(&self) -> &Tokenization {
        &self.tokens
    }

    /// Clauses, noun phrases and verb groups.
    #[must_use]
    pub fn syntax(&self) -> &Syntax {
        &self.syntax
    }

    /// Who and what is named, in the order of first mention; behind them who speaks without a name.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.names.entities
    }

    /// Where they are named, sorted by start; the noun phrase of a source without a name stands before the names in it.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.names.mentions
    }

    /// The time expressions, sorted by span.
    #[must_use]
    pub fn times(&self) -> &[Timex] {
        &self.times
    }

    /// The quotations, sorted by content.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The timeline: events sorted by start (open start: by end), then by place in the text.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The analysis joined with its text, for reading.
    ///
    /// # Errors
    ///
    /// [`TextMismatch`] when `text` is not, byte for byte, what was analysed.
    ///
    /// ```
    /// use wortlaut::{Document, Pipeline};
    ///
    /// let text = "Wien ist die Hauptstadt von Österreich.";
    /// let analysis = Pipeline::german().analyze(&Document::new(text)?).into_analysis();
    /// // … later, elsewhere:
    /// assert!(analysis.with_text("Graz ist die Hauptstadt der Steiermark.").is_err());
    /// assert_eq!(analysis.with_text(text)?.sentences().count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_text<'t>(&'t self, text: &'t str) -> Result<AnalysisRef<'t>, TextMismatch> {
        if self.bytes == text.len() && self.fingerprint == fingerprint(text) {
            Ok(AnalysisRef::new(text, Cow::Borrowed(self)))
        } else {
            Err(TextMismatch {
                expected: self.bytes,
                given: text.len(),
            })
        }
    }
}

/// Tells texts apart within one process; never stored.
pub(crate) fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
