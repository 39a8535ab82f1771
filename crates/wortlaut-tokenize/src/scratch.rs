//! The working memory of the passes, kept from text to text.

use wortlaut_text::Span;

use crate::mark::Open;
use crate::paragraph::Block;
use crate::scanner::Findings;

/// Buffers whose contents are of no meaning between two texts.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The paragraphs before their tokens are known.
    pub(crate) blocks: Vec<Block>,
    /// What the scanner leaves for the later passes.
    pub(crate) findings: Findings,
    /// The quotation marks that wait to be closed.
    pub(crate) open: Vec<Open>,
    /// The labels that could be an interview's, each with its paragraph.
    pub(crate) labels: Vec<(Span, usize)>,
}

impl Clone for Scratch {
    fn clone(&self) -> Self {
        Scratch::default()
    }
}

/// Memory is no part of a result: two that differ only here are the same.
impl PartialEq for Scratch {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Scratch {}
