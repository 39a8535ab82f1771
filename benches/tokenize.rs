//! Tokens, sentences, paragraphs, zones and quotation marks.
//!
//! `cargo bench -p wortlaut-benches --bench tokenize -- --quick`

#[path = "support/cost.rs"]
mod cost;

use wortlaut::tokenize::{Tokenization, Tokenizer};

fn main() {
    let mut costs = cost::Costs::new("tokenize");
    let tokenizer = Tokenizer::new();
    let mut tokens = Tokenization::default();
    costs.measure("tokenize", |text| {
        tokenizer.tokenize_into(text, &mut tokens);
        tokens.tokens.len()
    });
    costs.finish();
}
