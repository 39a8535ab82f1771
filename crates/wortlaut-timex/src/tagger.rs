//! The temporal tagger.

use jiff::civil::Date;
use wortlaut_syntax::Syntax;
use wortlaut_tokenize::Tokenization;

use crate::{InferredDate, Timex};

/// What relative times are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Domain {
    /// The date of publication.
    #[default]
    News,
    /// The date named last.
    Narrative,
}

/// What a user can choose about times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimexOptions {
    /// What relative times are counted from.
    pub domain: Domain,
}

/// Finds and resolves time expressions.
#[derive(Clone, Debug, Default)]
pub struct TimexTagger {}

impl TimexTagger {
    /// A tagger with the default options.
    #[must_use]
    pub fn german() -> Self {
        TimexTagger::with_options(TimexOptions::default())
    }

    /// A tagger with options.
    #[must_use]
    pub fn with_options(_options: TimexOptions) -> Self {
        TimexTagger {}
    }

    /// The time expressions of a text published on a known day, or on an unknown one.
    #[must_use]
    pub fn tag(&self, text: &str, tokens: &Tokenization, syntax: &Syntax, published: Option<Date>) -> Vec<Timex> {
        let mut times = Vec::new();
        self.tag_into(text, tokens, syntax, published, &mut times);
        times
    }

    /// As [`TimexTagger::tag`], in a buffer that is used again.
    pub fn tag_into(
        &self,
        _text: &str,
        _tokens: &Tokenization,
        _syntax: &Syntax,
        _published: Option<Date>,
        _into: &mut Vec<Timex>,
    ) {
    }

    /// What the text itself tells about its day of publication; `None` when it tells nothing.
    #[must_use]
    pub fn infer_date(
        &self,
        _text: &str,
        _tokens: &Tokenization,
        _syntax: &Syntax,
        _times: &[Timex],
    ) -> Option<InferredDate> {
        None
    }
}
