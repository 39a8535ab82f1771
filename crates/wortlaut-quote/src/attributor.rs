//! The quotation attributor.

use wortlaut_syntax::Syntax;
use wortlaut_text::{Entity, Mention, Span};
use wortlaut_tokenize::Tokenization;

use crate::Quotation;

/// What a user can choose about quotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuoteOptions {}

/// What the lower floors know of a document.
#[derive(Clone, Copy, Debug)]
pub struct QuoteInput<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, sentences, zones and mark pairs.
    pub tokens: &'a Tokenization,
    /// Its phrases and clauses.
    pub syntax: &'a Syntax,
    /// The entities named in it.
    pub entities: &'a [Entity],
    /// Their mentions, sorted.
    pub mentions: &'a [Mention],
    /// The spans of its time expressions, sorted; [`Quotation::uttered`] points into them.
    pub times: &'a [Span],
}

/// Finds quotations and their speakers.
#[derive(Clone, Debug, Default)]
pub struct QuoteAttributor {}

impl QuoteAttributor {
    /// An attributor with the default options.
    #[must_use]
    pub fn german() -> Self {
        QuoteAttributor::with_options(QuoteOptions::default())
    }

    /// An attributor with options.
    #[must_use]
    pub fn with_options(_options: QuoteOptions) -> Self {
        QuoteAttributor {}
    }

    /// The quotations of a document, sorted by content.
    #[must_use]
    pub fn attribute(&self, input: &QuoteInput<'_>) -> Vec<Quotation> {
        let mut quotations = Vec::new();
        self.attribute_into(input, &mut quotations);
        quotations
    }

    /// As [`QuoteAttributor::attribute`], in a buffer that is used again.
    pub fn attribute_into(&self, _input: &QuoteInput<'_>, _into: &mut Vec<Quotation>) {}
}
