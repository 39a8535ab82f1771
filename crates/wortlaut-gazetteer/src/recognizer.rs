//! Names in a document.

use wortlaut_text::{Entity, Mention};
use wortlaut_tokenize::Tokenization;

/// The entities of a document and their mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// The entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// The mentions, sorted by span; the mentions of one layer do not overlap.
    pub mentions: Vec<Mention>,
}

/// Recognises names.
#[derive(Clone, Debug, Default)]
pub struct Recognizer {}

impl Recognizer {
    /// A recogniser with the built-in German gazetteer.
    #[must_use]
    pub fn german() -> Self {
        Recognizer {}
    }

    /// The names of a tokenized text.
    #[must_use]
    pub fn recognize(&self, text: &str, tokens: &Tokenization) -> Names {
        let mut names = Names::default();
        self.recognize_into(text, tokens, &mut names);
        names
    }

    /// The names of a tokenized text, in buffers that are used again.
    pub fn recognize_into(&self, _text: &str, _tokens: &Tokenization, _into: &mut Names) {}
}
