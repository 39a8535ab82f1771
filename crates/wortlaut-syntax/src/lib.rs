//! Shallow syntax of German sentences: noun phrases, verb groups, clauses.

mod layer;

pub use layer::{
    Clause, ClauseIdx, ClauseKind, NounPhrase, PhraseIdx, PhraseKind, Syntax, VerbGroup, VerbGroupIdx, Voice,
};

mod parser;
pub use parser::Parser;
