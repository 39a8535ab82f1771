//! Predictions and scores of Wortlaut on public corpora.
fn main() {}
