//! Shallow syntax: what words, phrases and clauses cost, and that the cost of a word does not grow with its sentence.
//!
//! `cargo bench -p wortlaut-benches --bench syntax -- --quick`
//!
//! The texts are the shipped article, the messages of this directory and the sentences of the syntax's tests, put into
//! documents of the size of a news article and read one after the other: most words of a document were met in the ones
//! before, as in a stream of news. How fast the first of them were is printed at the end as well.

#![allow(clippy::disallowed_methods, reason = "a bench measures time")]

#[path = "support/cost.rs"]
mod cost;

use std::hint::black_box;
use std::time::{Duration, Instant};

use wortlaut::lexicon::Lexicon;
use wortlaut::syntax::{Parser, Syntax};
use wortlaut::tokenize::{Tokenization, Tokenizer};

/// The size of a document, in bytes.
const DOCUMENT: usize = 3_000;

fn main() {
    let documents = documents();
    let first = first_reading(&documents);

    let bytes: usize = documents.iter().map(String::len).sum();
    let times = if cost::is_test() {
        1
    } else {
        1_000_000usize.div_ceil(bytes)
    };
    let documents: Vec<String> = (0..times).flat_map(|_| documents.clone()).collect();
    let mut costs = cost::Costs::over("syntax", documents.concat());

    let tokenizer = Tokenizer::new();
    let mut tokens = Tokenization::default();
    costs.measure("tokens", |_| {
        documents
            .iter()
            .for_each(|text| tokenizer.tokenize_into(text, &mut tokens));
    });

    let tokenized: Vec<Tokenization> = documents.iter().map(|text| tokenizer.tokenize(text)).collect();
    let lexicon = Lexicon::german();
    costs.measure("words: lexicon alone", |_| {
        let mut categories = 0;
        for (text, tokens) in documents.iter().zip(&tokenized) {
            for token in &tokens.tokens {
                let entry = lexicon.lookup(token.span.slice(text));
                categories |= entry.map_or(0, |entry| entry.categories().bits());
            }
        }
        categories
    });

    let parser = Parser::new();
    let mut syntax = Syntax::default();
    costs.measure("words, clauses, phrases", |_| {
        for (text, tokens) in documents.iter().zip(&tokenized) {
            parser.parse_into(text, tokens, &mut syntax);
        }
    });

    costs.measure("tokens to clauses", |_| {
        for text in &documents {
            tokenizer.tokenize_into(text, &mut tokens);
            parser.parse_into(text, &tokens, &mut syntax);
        }
    });
    costs.finish();
    if !cost::is_test() {
        println!(
            "  the first {} bytes of the process, data pages and words not met before included: {first:.1} MB/s",
            bytes
        );
    }
    growth();
}

/// The texts, in documents.
fn documents() -> Vec<String> {
    let article = include_str!("../examples/articles/stadthafen.txt");
    let messages = include_str!("texts/meldungen.txt");
    let sentences = include_str!("../crates/wortlaut-syntax/tests/sentences.txt");
    let sentences: Vec<&str> = sentences.lines().filter(|line| !line.starts_with(['#', ' '])).collect();
    // In paragraphs of three sentences, as in the news.
    let paragraphs = sentences.chunks(3).map(|sentences| sentences.join(" "));
    let lines = article.lines().chain(messages.lines()).map(str::to_owned);
    let mut documents = vec![String::new()];
    for line in lines.chain(paragraphs) {
        if documents.last().is_none_or(|document| document.len() > DOCUMENT) {
            documents.push(String::new());
        }
        if let Some(document) = documents.last_mut() {
            document.push_str(&line);
            document.push('\n');
        }
    }
    documents
}

/// The speed of the first reading in this process, in MB/s.
fn first_reading(documents: &[String]) -> f64 {
    let (tokenizer, parser) = (Tokenizer::new(), Parser::new());
    let start = Instant::now();
    for text in documents {
        black_box(parser.parse(text, &tokenizer.tokenize(text)));
    }
    let bytes: usize = documents.iter().map(String::len).sum();
    bytes as f64 / start.elapsed().as_secs_f64() / 1e6
}

/// Sentences that invite to look back or ahead without end, and the same a hundred times longer.
fn growth() {
    let parts = [
        ("commas", "die Partei, "),
        ("dass", "dass er komme, "),
        ("relative clauses", "der den Mann, "),
        ("marks and brackets", "„Ja ist (gut "),
        ("attributes", "große und kleine "),
    ];
    let (short, times) = if cost::is_test() { (20, 2) } else { (200, 100) };
    println!("growth: time for each byte of a sentence {times} times longer, as a multiple");
    let (tokenizer, parser) = (Tokenizer::new(), Parser::new());
    let mut syntax = Syntax::default();
    for (name, part) in parts {
        let mut each = |count: usize| {
            let text = part.repeat(count);
            let tokens = tokenizer.tokenize(&text);
            let best = (0..5)
                .map(|_| {
                    let start = Instant::now();
                    parser.parse_into(&text, &tokens, &mut syntax);
                    black_box(&syntax);
                    start.elapsed()
                })
                .min()
                .unwrap_or(Duration::MAX);
            best.as_secs_f64() / text.len() as f64
        };
        let (short, long) = (each(short), each(short * times));
        println!("  {name:<28} {:>9.2}×", long / short);
    }
}
