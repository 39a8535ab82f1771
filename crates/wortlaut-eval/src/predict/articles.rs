//! Whole analyses in the wire format `wortlaut/1`.

use wortlaut::{Date, OffsetUnit, Pipeline, wire};

use super::document;
use crate::error::Result;

/// The analysis of a text, in the convention of the gold, which has a mixed quotation once: the quotations `within` it
/// are left out. `id` is passed through.
pub fn predict(pipeline: &Pipeline, id: Option<&str>, text: &str, published: Option<Date>) -> Result<wire::Analysis> {
    let document = document(text, published)?;
    let document = match id {
        Some(id) => document.id(id),
        None => document,
    };
    let mut analysis = pipeline.analyze(&document).to_wire(OffsetUnit::Bytes);
    without_fragments(&mut analysis);
    // The scorer pairs events of one day in the order in which they come, the gold has them in that of the text.
    let day = |event: &wire::Event| event.start.clone().or_else(|| event.end.clone());
    analysis.events.sort_by_key(|event| (day(event), event.span));
    Ok(analysis)
}

/// Takes out the quotations within others; the positions of the rest are counted anew wherever they are used.
fn without_fragments(analysis: &mut wire::Analysis) {
    let mut kept = 0;
    let places: Vec<usize> = analysis
        .quotations
        .iter()
        .map(|quotation| {
            let place = kept;
            kept += usize::from(quotation.within.is_none());
            place
        })
        .collect();
    let moved = |at: &mut usize| *at = places.get(*at).copied().unwrap_or(*at);
    analysis.quotations.retain(|quotation| quotation.within.is_none());
    analysis
        .quotations
        .iter_mut()
        .filter_map(|quotation| quotation.continues.as_mut())
        .for_each(moved);
    analysis
        .events
        .iter_mut()
        .flat_map(|event| &mut event.quotations)
        .for_each(moved);
}
