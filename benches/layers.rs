//! Each layer alone, over what the layers below it prepared.
//!
//! `cargo bench -p wortlaut-benches --bench layers -- --quick`

#[path = "support/cost.rs"]
mod cost;

use wortlaut::gazetteer::{Names, Recognizer};
use wortlaut::quote::{QuoteAttributor, QuoteInput};
use wortlaut::syntax::{Parser, Syntax};
use wortlaut::timeline::{TimelineBuilder, TimelineInput};
use wortlaut::timex::TimexTagger;
use wortlaut::tokenize::{Tokenization, Tokenizer};

fn main() {
    let mut costs = cost::Costs::new("layers");
    let published = wortlaut::parse_date("2026-03-12").ok();

    let tokenizer = Tokenizer::new();
    let mut tokens = Tokenization::default();
    costs.measure("tokens", |text| tokenizer.tokenize_into(text, &mut tokens));

    let parser = Parser::new();
    let mut syntax = Syntax::default();
    costs.measure("syntax", |text| parser.parse_into(text, &tokens, &mut syntax));

    let recognizer = Recognizer::german();
    let mut names = Names::default();
    costs.measure("names", |text| recognizer.recognize_into(text, &tokens, &mut names));

    let tagger = TimexTagger::german();
    let mut times = Vec::new();
    costs.measure("times", |text| {
        tagger.tag_into(text, &tokens, &syntax, published, &mut times)
    });

    let spans: Vec<_> = times.iter().map(|time| time.span).collect();
    let attributor = QuoteAttributor::german();
    let mut quotations = Vec::new();
    costs.measure("quotations", |text| {
        let (entities, mentions) = (&names.entities, &names.mentions);
        let (tokens, syntax, times) = (&tokens, &syntax, &spans);
        attributor.attribute_into(
            &QuoteInput {
                text,
                tokens,
                syntax,
                entities,
                mentions,
                times,
            },
            &mut quotations,
        );
    });

    let timeline = TimelineBuilder::german();
    let mut events = Vec::new();
    costs.measure("timeline", |text| {
        let input = TimelineInput {
            text,
            tokens: &tokens,
            syntax: &syntax,
            entities: &names.entities,
            mentions: &names.mentions,
            times: &times,
            quotations: &quotations,
            published,
        };
        timeline.events_into(&input, &mut events);
    });
    costs.finish();
}
