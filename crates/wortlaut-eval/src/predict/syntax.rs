//! Finite verbs with their mood and subject, as the system files of the treebank sentences want them.
//!
//! One entry per finite verb: the form alone, without a separated particle; the Konjunktive are one mood; the subject is
//! the maximal noun phrase, without a clause that hangs on it.

use wortlaut::lexicon::Mood;
use wortlaut::syntax::{Parser, Syntax, VerbGroup};
use wortlaut::text::OffsetIndex;
use wortlaut::tokenize::{Tokenization, Tokenizer};

use super::tokens::char_span;
use crate::metrics::syntax::{SystemSentence, SystemVerb};
use crate::raw::RawParagraph;

/// Reads sentences; names, times and quotations are not needed.
pub struct SyntaxPredictor {
    tokenizer: Tokenizer,
    parser: Parser,
    tokens: Tokenization,
    syntax: Syntax,
}

impl SyntaxPredictor {
    /// A predictor for German.
    pub fn new() -> Self {
        SyntaxPredictor {
            tokenizer: Tokenizer::new(),
            parser: Parser::new(),
            tokens: Tokenization::default(),
            syntax: Syntax::default(),
        }
    }

    /// The finite verbs of a sentence, in the order of the text.
    pub fn predict(&mut self, sentence: &RawParagraph) -> SystemSentence {
        self.tokenizer.tokenize_into(&sentence.text, &mut self.tokens);
        self.parser.parse_into(&sentence.text, &self.tokens, &mut self.syntax);
        let index = OffsetIndex::new(&sentence.text);
        let mut verbs: Vec<SystemVerb> = self
            .syntax
            .verbs
            .iter()
            .filter_map(|verb| self.verb(verb, &index))
            .collect();
        // A clause may stand inside another one, so verbs by clause are not yet verbs in order.
        verbs.sort_by_key(|verb| verb.span);
        SystemSentence {
            id: sentence.id.clone(),
            verbs,
        }
    }

    /// `None` for the verbs of an infinitive clause.
    fn verb(&self, verb: &VerbGroup, index: &OffsetIndex<'_>) -> Option<SystemVerb> {
        let finite = verb.finite?.get(&self.tokens.tokens)?;
        let subject = verb
            .clause
            .get(&self.syntax.clauses)
            .and_then(|clause| self.syntax.subject_of(clause))
            .and_then(|phrase| self.tokens.span_of(phrase.tokens));
        Some(SystemVerb {
            span: char_span(index, finite.span),
            mood: name(verb.mood).to_owned(),
            subject: subject.map(|span| char_span(index, span)),
        })
    }
}

fn name(mood: Mood) -> &'static str {
    match mood {
        Mood::Indicative => "indicative",
        Mood::SubjunctiveI | Mood::SubjunctiveII => "subjunctive",
        Mood::Imperative => "imperative",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finite_verbs_in_the_order_of_the_text() {
        let text = "Der Hafen, den Käthe Öhm leitet, schließe früher, sagte sie.";
        let system = SyntaxPredictor::new().predict(&RawParagraph {
            id: "s1".into(),
            text: text.into(),
        });
        let words = |(start, end): (usize, usize)| text.chars().skip(start).take(end - start).collect::<String>();
        let verbs: Vec<_> = system
            .verbs
            .iter()
            .map(|verb| (words(verb.span), verb.mood.as_str(), verb.subject.map(words)))
            .collect();
        assert_eq!(
            verbs,
            [
                ("leitet".into(), "indicative", Some("Käthe Öhm".into())),
                ("schließe".into(), "subjunctive", Some("Der Hafen".into())),
                ("sagte".into(), "indicative", Some("sie".into())),
            ]
        );
    }
}
