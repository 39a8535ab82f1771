//! Named entities in German news: gazetteers, inflected forms, unlisted names, clusters within a document.

mod builder;
mod candidate;
mod classes;
mod compounds;
mod entry;
mod forms;
mod gazetteer;
mod linking;
mod matcher;
mod normal;
mod organizations;
mod persons;
mod places;
mod recognizer;
mod trie;
mod tsv;
mod words;

pub use builder::{GazetteerBuilder, GazetteerError};
pub use entry::{CasePolicy, GazetteerEntry};
pub use gazetteer::{FormatError, Gazetteer};
pub use recognizer::{Names, Recognizer, RecognizerBuilder, RecognizerOptions};
