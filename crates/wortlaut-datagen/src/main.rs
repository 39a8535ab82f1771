//! Builds the compiled data of the Wortlaut crates.
fn main() {}
