//! What a German word form can be.

mod analyses;
mod analysis;
mod buffer;
mod index;
mod lexicon;
mod noun;
mod packed;
mod particles;
mod role;

pub use analyses::Analyses;
pub use analysis::{Case, CaseSet, Category, Features, Mood, Number, Person, Tense, VerbForm, WordAnalysis};
pub use lexicon::{Lexicon, PerfectAuxiliary};
pub use noun::NounReading;
pub use role::{Role, RoleKind};
