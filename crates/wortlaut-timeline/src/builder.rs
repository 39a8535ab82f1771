//! From times and clauses to events.

use jiff::civil::Date;
use wortlaut_quote::Quotation;
use wortlaut_syntax::Syntax;
use wortlaut_text::{Entity, Mention};
use wortlaut_timex::Timex;
use wortlaut_tokenize::Tokenization;

use crate::Event;

/// What the lower floors know of a document.
#[derive(Clone, Copy, Debug)]
pub struct TimelineInput<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, sentences and zones.
    pub tokens: &'a Tokenization,
    /// Its phrases and clauses.
    pub syntax: &'a Syntax,
    /// The entities named in it.
    pub entities: &'a [Entity],
    /// Their mentions, sorted.
    pub mentions: &'a [Mention],
    /// Its time expressions, sorted.
    pub times: &'a [Timex],
    /// Its quotations, sorted.
    pub quotations: &'a [Quotation],
    /// Its day of publication, where known.
    pub published: Option<Date>,
}

/// Builds the timeline of a document.
#[derive(Clone, Debug, Default)]
pub struct TimelineBuilder {}

impl TimelineBuilder {
    /// A builder for German news.
    #[must_use]
    pub fn german() -> Self {
        TimelineBuilder {}
    }

    /// The events of a document, sorted by start (open start: by end), then by place in the text.
    #[must_use]
    pub fn events(&self, input: &TimelineInput<'_>) -> Vec<Event> {
        let mut events = Vec::new();
        self.events_into(input, &mut events);
        events
    }

    /// As [`TimelineBuilder::events`], in a buffer that is used again.
    pub fn events_into(&self, _input: &TimelineInput<'_>, _into: &mut Vec<Event>) {}
}
