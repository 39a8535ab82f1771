//! Predictions in the format and the conventions of each corpus.

use wortlaut::{Analysis, Date, Document, Pipeline};

use crate::error::{EvalError, Result};

pub mod articles;
pub mod entities;
pub mod quotes;
pub mod syntax;
pub mod timex;
pub mod tokens;

/// A pipeline with its buffers, used for one document after the other.
pub struct Reader {
    pipeline: Pipeline,
    analysis: Analysis,
}

impl Reader {
    /// A reader of German news.
    pub fn german() -> Self {
        Reader::with(Pipeline::german())
    }

    /// A reader with a pipeline of one's own.
    pub fn with(pipeline: Pipeline) -> Self {
        Reader {
            pipeline,
            analysis: Analysis::default(),
        }
    }

    /// Analyses a text. The analysis is valid until the next one.
    pub fn read(&mut self, text: &str, published: Option<Date>) -> Result<&Analysis> {
        self.pipeline
            .analyze_into(&document(text, published)?, &mut self.analysis);
        Ok(&self.analysis)
    }
}

/// A document with its date, where it is known.
fn document(text: &str, published: Option<Date>) -> Result<Document<'_>> {
    let document = Document::new(text)
        .map_err(|error| EvalError::new(error, "the text to analyse", "split the text into documents"))?;
    Ok(match published {
        Some(date) => document.published(date),
        None => document,
    })
}
