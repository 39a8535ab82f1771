//! The whole analysis of articles: all layers, in buffers that are used again.
//!
//! `cargo bench -p wortlaut-benches --bench pipeline -- --quick`

#[path = "support/cost.rs"]
mod cost;

use wortlaut::{Analysis, Document, Pipeline};

fn main() {
    let mut costs = cost::Costs::new("pipeline");
    let published = wortlaut::parse_date("2026-03-12").ok();
    let pipeline = Pipeline::german();
    let mut analysis = Analysis::default();
    costs.measure("pipeline", |text| {
        let Ok(mut document) = Document::new(text) else {
            return 0;
        };
        if let Some(day) = published {
            document = document.published(day);
        }
        pipeline.analyze_into(&document, &mut analysis);
        analysis.events().len()
    });
    costs.finish();
}
