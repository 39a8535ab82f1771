//! Shallow syntax of German sentences: noun phrases, verb groups, clauses.

mod clauses;
mod groups;
mod layer;
mod parser;
mod phrases;
mod segment;
mod subjects;
mod tag;
mod word;

pub use layer::{
    Clause, ClauseIdx, ClauseKind, NounPhrase, PhraseIdx, PhraseKind, Syntax, VerbGroup, VerbGroupIdx, Voice,
};

pub use parser::Parser;
