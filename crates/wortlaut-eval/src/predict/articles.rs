//! Whole analyses in the wire format `wortlaut/1`.

use wortlaut::{Date, OffsetUnit, Pipeline, wire};

use super::document;
use crate::error::Result;

/// The analysis of a text. `id` is passed through.
pub fn predict(pipeline: &Pipeline, id: Option<&str>, text: &str, published: Option<Date>) -> Result<wire::Analysis> {
    let document = document(text, published)?;
    let document = match id {
        Some(id) => document.id(id),
        None => document,
    };
    Ok(pipeline.analyze(&document).to_wire(OffsetUnit::Bytes))
}
