//! The compiled lexicon.

use crate::WordAnalysis;

/// The German lexicon.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The built-in German lexicon.
    #[must_use]
    pub fn german() -> &'static Lexicon {
        static GERMAN: Lexicon = Lexicon {};
        &GERMAN
    }

    /// All readings of a form. The first letter's case is tried as written, then lowered.
    pub fn analyses(&self, _form: &str) -> impl Iterator<Item = WordAnalysis<'static>> + use<> {
        core::iter::empty()
    }
}
