//! Reads a text with the floors below, without names and times.

use wortlaut_quote::{Quotation, QuoteAttributor, QuoteInput};
use wortlaut_syntax::Parser;
use wortlaut_text::{Entity, Mention, Span};
use wortlaut_tokenize::Tokenizer;

/// A quotation as words.
#[derive(Debug)]
#[allow(dead_code, reason = "not every test file needs all of it")]
pub struct Found {
    pub kind: String,
    pub content: String,
    pub speaker: String,
    pub cue: Vec<String>,
    pub frame: Vec<String>,
    pub addressee: Option<String>,
    pub medium: Option<String>,
    pub continues: Option<usize>,
    pub rule: String,
}

#[allow(dead_code, reason = "not every test file needs all of it")]
pub fn quotations(text: &str, entities: &[Entity], mentions: &[Mention], times: &[Span]) -> Vec<Quotation> {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    QuoteAttributor::german().attribute(&QuoteInput {
        text,
        tokens: &tokens,
        syntax: &syntax,
        entities,
        mentions,
        times,
    })
}

#[allow(dead_code, reason = "not every test file needs all of it")]
pub fn read(text: &str) -> Vec<Found> {
    let words = |spans: &[Span]| -> Vec<String> { spans.iter().map(|s| s.slice(text).to_owned()).collect() };
    quotations(text, &[], &[], &[])
        .iter()
        .map(|q| Found {
            kind: q.kind.as_str().to_owned(),
            content: words(&q.content).join(" … "),
            speaker: q.speaker.map(|s| s.span.slice(text).to_owned()).unwrap_or_default(),
            cue: words(&q.cue),
            frame: words(&q.frame),
            addressee: q.addressee.map(|s| s.slice(text).to_owned()),
            medium: q.medium.map(|m| m.as_str().to_owned()),
            continues: q.continues.map(|c| c.index()),
            rule: q
                .evidence
                .first()
                .map(|e| e.rule.as_str().to_owned())
                .unwrap_or_default(),
        })
        .collect()
}
