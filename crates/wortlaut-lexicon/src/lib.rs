//! What a German word form can be.

mod analysis;

pub use analysis::{Case, CaseSet, Category, Features, Mood, Number, Person, Tense, VerbForm, WordAnalysis};

mod lexicon;
pub use lexicon::Lexicon;
