//! Named entities in German news: gazetteers, inflected forms, unlisted names, clusters within a document.

mod recognizer;
pub use recognizer::{Names, Recognizer};
