//! Prints what the forms given as arguments can be: role, common noun, every reading.
//!
//! `cargo run -p wortlaut-lexicon --example readings -- sei Regierungssprecherin`
#![allow(clippy::print_stdout, reason = "an example shows its results")]

use wortlaut_lexicon::Lexicon;

fn main() {
    for form in std::env::args().skip(1) {
        println!(
            "{form} {:?} {:?}",
            Lexicon::german().role(&form),
            Lexicon::german().noun(&form)
        );
        for reading in Lexicon::german().analyses(&form) {
            println!("  {:<16} {:?} {:?}", reading.lemma, reading.category, reading.features);
        }
    }
}
