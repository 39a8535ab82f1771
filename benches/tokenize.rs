//! Tokens, sentences, paragraphs, zones and quotation marks, beside segmenters that know no German.
//!
//! `cargo bench -p wortlaut-benches --bench tokenize`; with `WORTLAUT_BENCH_TEXT=FILE` over a text of one's own.
//!
//! All of one run read the same text: ours does all it does, the others find words, then sentences, and write their
//! spans into buffers that are used again. After them come texts of one kind in several sizes, and texts made to be slow.

#[path = "support/cost.rs"]
mod cost;

use std::ops::Range;

use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use unicode_segmentation::UnicodeSegmentation;
use wortlaut::tokenize::{Tokenization, Tokenizer};

/// The texts that are shipped.
const TEXTS: &[&str] = &[
    include_str!("../examples/articles/stadthafen.txt"),
    include_str!("texts/meldungen.txt"),
];

/// The size of the text that all read.
const SIZE: usize = 8_500_000;

/// Pieces that, over and over, take time as the square of their number where a tokenizer looks back or ahead too far.
const HOSTILE: &[&str] = &["a.", "a-", "„", "\"!", "(", "a@", "» a\n", "Frage: ja\n", "\u{200b}"];

type Spans = Vec<(u32, u32)>;

fn main() {
    let text = text();
    let mut costs = cost::Costs::over("tokenize", text.clone());
    let tokenizer = Tokenizer::new();
    let mut ours = Tokenization::default();
    costs.measure("wortlaut", |text| {
        tokenizer.tokenize_into(text, &mut ours);
        ours.tokens.len()
    });

    let mut words = Spans::new();
    let mut sentences = Spans::new();
    costs.measure("alyze", |text| {
        use alyze::uax29::{sentence, word};
        words.clear();
        sentences.clear();
        let mut start = 0;
        word::tokenize(text, word::Options::default(), |end, _| {
            add(&mut words, &mut start, end);
            true
        });
        let mut start = 0;
        sentence::tokenize(text, sentence::Options::default(), |end| {
            add(&mut sentences, &mut start, end);
            true
        });
        words.len() + sentences.len()
    });
    let word_segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    let sentence_segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    costs.measure("icu_segmenter", |text| {
        words.clear();
        sentences.clear();
        let mut start = 0;
        for end in word_segmenter.segment_str(text).skip(1) {
            add(&mut words, &mut start, end);
        }
        let mut start = 0;
        for end in sentence_segmenter.segment_str(text).skip(1) {
            add(&mut sentences, &mut start, end);
        }
        words.len() + sentences.len()
    });
    costs.measure("unicode-segmentation", |text| {
        words.clear();
        sentences.clear();
        let mut start = 0;
        for word in text.split_word_bounds() {
            let end = start + word.len();
            add(&mut words, &mut start, end);
        }
        let mut start = 0;
        for sentence in text.split_sentence_bounds() {
            let end = start + sentence.len();
            add(&mut sentences, &mut start, end);
        }
        words.len() + sentences.len()
    });

    // Many small documents: one of them over and over would be learnt by heart.
    let small = documents(&text, 1_000);
    costs.measure("wortlaut, 1 kB each", |text| {
        for document in &small {
            tokenizer.tokenize_into(text.get(document.clone()).unwrap_or(""), &mut ours);
        }
        ours.tokens.len()
    });
    let large = documents(&text, 1_000_000);
    costs.measure("wortlaut, 1 MB each", |text| {
        for document in &large {
            tokenizer.tokenize_into(text.get(document.clone()).unwrap_or(""), &mut ours);
        }
        ours.tokens.len()
    });
    if !cost::is_test() {
        costs.text = text.repeat(100_000_000usize.div_ceil(text.len().max(1)));
        costs.measure("wortlaut, 100 MB", |text| {
            tokenizer.tokenize_into(text, &mut ours);
            ours.tokens.len()
        });
    }
    for piece in HOSTILE {
        for size in [2_000, 2_000_000] {
            costs.text = piece.repeat(if cost::is_test() { 10 } else { size / piece.len() });
            costs.measure(&format!("hostile {piece:?}, {} kB", size / 1_000), |text| {
                tokenizer.tokenize_into(text, &mut ours);
                ours.tokens.len()
            });
        }
    }
    costs.finish();
}

/// Adds the span from `start` to `end` and moves `start` on.
fn add(spans: &mut Spans, start: &mut usize, end: usize) {
    spans.push((*start as u32, end as u32));
    *start = end;
}

/// A file that was named, or paragraphs of the shipped texts in an order that does not come back.
fn text() -> String {
    let size = if cost::is_test() { 10_000 } else { SIZE };
    if let Some(path) = std::env::var_os("WORTLAUT_BENCH_TEXT") {
        match std::fs::read_to_string(&path) {
            Ok(text) if !text.is_empty() => return text.repeat(size.div_ceil(text.len())),
            Ok(_) => eprintln!("{}: empty; the shipped texts are read instead", path.display()),
            Err(error) => eprintln!("{}: {error}; the shipped texts are read instead", path.display()),
        }
    }
    let mut text = String::with_capacity(size);
    let paragraphs: Vec<&str> = TEXTS
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.is_empty())
        .collect();
    let mut state = 1u64;
    while text.len() < size {
        // Numbers that look drawn at random and are the same in every run.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let drawn = (state >> 33) as usize % paragraphs.len();
        text.push_str(paragraphs[drawn]);
        text.push_str("\n\n");
    }
    text
}

/// Cuts a text into documents of about `size` bytes, each of whole lines.
fn documents(text: &str, size: usize) -> Vec<Range<usize>> {
    let mut documents = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if at - start >= size {
            documents.push(start..at);
            start = at;
        }
    }
    documents.push(start..text.len());
    documents
}
