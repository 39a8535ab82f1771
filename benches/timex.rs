//! Times: tokens given and from raw text, news and narrative, and a text made to be hard.
//!
//! `cargo bench -p wortlaut-benches --bench timex -- --quick`
//!
//! The documents are made up from lists of words, some 4 kB each and all different, with a time expression every 400
//! bytes, as in the news of daily papers. Each is tagged by itself, as news is: nothing is remembered from one to the
//! next. For comparison: HeidelTime does 0.006 MB for each CPU second with TreeTagger and 0.02 to 0.04 MB without.

#[path = "support/cost.rs"]
mod cost;
#[path = "support/meldungen.rs"]
mod meldungen;

use wortlaut::syntax::{Parser, Syntax};
use wortlaut::timex::{Domain, TimexOptions, TimexTagger};
use wortlaut::tokenize::{Tokenization, Tokenizer};

fn main() {
    let published = wortlaut::parse_date("2026-03-12").ok();
    let tokenizer = Tokenizer::new();
    let parser = Parser::new();
    let mut narrative = TimexOptions::default();
    narrative.domain = Domain::Narrative;
    let taggers = [
        ("news", TimexTagger::german()),
        ("narrative", TimexTagger::with_options(narrative)),
    ];
    let count = if cost::is_test() { 2 } else { 250 };
    let documents = meldungen::documents(count);
    let hostile =
        vec!["in der Nacht vom 3. auf den 4., 5. und der zwei bis drei am 18.2. um 7 Uhr, ".repeat(count * 50)];

    for (group, documents) in [("timex", documents), ("timex, hostile", hostile)] {
        let mut costs = cost::Costs::over(group, documents.concat());
        let tokens: Vec<Tokenization> = documents.iter().map(|text| tokenizer.tokenize(text)).collect();
        let syntax: Vec<Syntax> = documents
            .iter()
            .zip(&tokens)
            .map(|(text, tokens)| parser.parse(text, tokens))
            .collect();
        let mut times = Vec::new();
        let mut buffer = Tokenization::default();
        costs.measure("tokens alone", |_| {
            documents
                .iter()
                .for_each(|text| tokenizer.tokenize_into(text, &mut buffer));
        });
        for (name, tagger) in &taggers {
            costs.measure(&format!("{name}, syntax given"), |_| {
                let mut found = 0;
                for ((text, tokens), syntax) in documents.iter().zip(&tokens).zip(&syntax) {
                    tagger.tag_into(text, tokens, syntax, published, &mut times);
                    found += times.len();
                }
                found
            });
            costs.measure(&format!("{name}, tokens given"), |_| {
                let mut found = 0;
                for (text, tokens) in documents.iter().zip(&tokens) {
                    tagger.tag_tokens_into(text, tokens, published, &mut times);
                    found += times.len();
                }
                found
            });
            costs.measure(&format!("{name}, from raw text"), |_| {
                let mut found = 0;
                for text in &documents {
                    tokenizer.tokenize_into(text, &mut buffer);
                    tagger.tag_tokens_into(text, &buffer, published, &mut times);
                    found += times.len();
                }
                found
            });
        }
        costs.finish();
    }
}
