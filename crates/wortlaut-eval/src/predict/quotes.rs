//! Quotations, in the conventions of the German news quotation corpus.
//!
//! Wortlaut keeps marks, conjunctions and punctuation out of the content, names the speaker of a continuation again,
//! and calls an indirect quotation with marked words *mixed*. The corpus says the same things otherwise:
//!
//! * Direct includes the marks. A comma or colon between quote and frame belongs to the frame – not to a prepositional
//!   frame (*laut X*).
//! * `dass` and `ob` belong to an Indirect quote; its final full stop to nobody. Marked words inside a mixed quotation
//!   are a nested Direct with the same speaker, cue and frame.
//! * Speech that goes on in the Konjunktiv without a frame is IndirectFreeIndirect: whole sentences with their full
//!   stops, consecutive ones in one annotation. FreeIndirect likewise.
//! * Reported is the whole sentence with its full stop, the speaker inside, without cue and frame.

use std::collections::BTreeSet;

use wortlaut::QuotationKind;
use wortlaut::quote::{Medium, Quotation};
use wortlaut::text::{OffsetIndex, OffsetUnit, Span};
use wortlaut::tokenize::{TokenIdx, TokenKind, Tokenization};

use super::Reader;
use crate::error::Result;
use crate::metrics::quotes::{AnnotatedDocument, Annotation, Part};
use crate::raw::{RawQuoteDocument, RawToken};

/// The quotations of a document.
pub fn predict(reader: &mut Reader, document: &RawQuoteDocument) -> Result<AnnotatedDocument> {
    let text = &document.original_text;
    let analysis = reader.read(text, None)?;
    let numbers = TokenNumbers {
        index: OffsetIndex::new(text),
        tokens: &document.tokens,
    };
    let quotations = convert(text, analysis.tokenization(), analysis.quotations());
    let annotations = quotations.iter().map(|quote| numbers.annotation(quote)).collect();
    Ok(AnnotatedDocument {
        document_name: document.document_name.clone(),
        annotations,
    })
}

/// A quotation in the conventions of the corpus, still in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct CorpusQuotation {
    kind: &'static str,
    medium: Option<&'static str>,
    quote: Vec<Span>,
    speaker: Option<Span>,
    cue: Vec<Span>,
    frame: Vec<Span>,
    addressee: Option<Span>,
    /// Whether it is the marked words of a mixed quotation.
    nested: bool,
}

fn convert(text: &str, tokens: &Tokenization, quotations: &[Quotation]) -> Vec<CorpusQuotation> {
    let page = Page { text, tokens };
    let mut converted: Vec<CorpusQuotation> = Vec::new();
    // The free speech that may still grow: its place in `converted`, and the sentence it ends with.
    let mut growing: Option<(usize, usize)> = None;
    // The marked words of a mixed quotation are written with it, as the corpus has them.
    for quotation in quotations.iter().filter(|quotation| quotation.within.is_none()) {
        let mut quote = CorpusQuotation {
            kind: kind(quotation),
            medium: quotation.medium.and_then(medium),
            speaker: quotation.speaker.map(|speaker| speaker.span),
            ..CorpusQuotation::default()
        };
        match quote.kind {
            "Direct" => {
                quote.quote = quotation.content.iter().map(|&span| page.with_marks(span)).collect();
                page.add_frame(quotation, &mut quote);
            }
            "Indirect" => {
                quote.quote = quotation
                    .content
                    .iter()
                    .map(|&span| page.with_conjunction(span))
                    .collect();
                page.add_frame(quotation, &mut quote);
            }
            _ => {
                let Some((first, last)) = page.sentences_of(&quotation.content) else {
                    continue;
                };
                quote.quote = page.sentences_span(first, last).into_iter().collect();
                if quote.kind != "Reported" {
                    let before = growing.filter(|&(_, ends)| ends == first || ends + 1 == first);
                    let same_speech = |earlier: &&mut CorpusQuotation| {
                        let same_speaker = earlier.speaker == quote.speaker || quotation.continues.is_some();
                        earlier.kind == quote.kind && same_speaker
                    };
                    let earlier = before.and_then(|(at, _)| Some((at, converted.get_mut(at).filter(same_speech)?)));
                    if let Some((at, earlier)) = earlier {
                        let nested = page.nested(quotation, &quote);
                        earlier.quote.append(&mut quote.quote);
                        earlier.quote = earlier.quote.iter().copied().reduce(Span::cover).into_iter().collect();
                        growing = Some((at, last));
                        converted.extend(nested);
                        continue;
                    }
                    growing = Some((converted.len(), last));
                }
            }
        }
        let nested = page.nested(quotation, &quote);
        converted.push(quote);
        converted.extend(nested);
    }
    // The marked words of a mixed quotation may also have been found as direct speech of their own, which knows more.
    let own: BTreeSet<_> = converted
        .iter()
        .filter(|q| q.kind == "Direct" && !q.nested)
        .map(|q| q.quote.clone())
        .collect();
    converted.retain(|quote| !(quote.nested && own.contains(&quote.quote)));
    converted
}

/// The type in the corpus.
fn kind(quotation: &Quotation) -> &'static str {
    let framed = !quotation.frame.is_empty() || !quotation.cue.is_empty();
    match quotation.kind {
        QuotationKind::Direct => "Direct",
        QuotationKind::Reported => "Reported",
        QuotationKind::FreeIndirect => "FreeIndirect",
        _ if framed => "Indirect",
        _ => "IndirectFreeIndirect",
    }
}

fn medium(medium: Medium) -> Option<&'static str> {
    match medium {
        Medium::Speech => Some("Speech"),
        Medium::Writing => Some("Writing"),
        Medium::Thought => Some("Thought"),
        Medium::SpeechOrWriting => Some("SW"),
        Medium::SpeechOrThought => Some("ST"),
        _ => None,
    }
}

/// The text with its tokens.
struct Page<'a> {
    text: &'a str,
    tokens: &'a Tokenization,
}

impl Page<'_> {
    /// The token before a span, with its words.
    fn before(&self, span: Span) -> Option<(Span, TokenKind, &str)> {
        self.token(self.tokens.tokens_in(span).start().index().checked_sub(1)?)
    }

    /// The token after a span, with its words.
    fn after(&self, span: Span) -> Option<(Span, TokenKind, &str)> {
        self.token(self.tokens.tokens_in(span).end().index())
    }

    fn token(&self, at: usize) -> Option<(Span, TokenKind, &str)> {
        let token = TokenIdx::new(at).get(&self.tokens.tokens)?;
        Some((token.span, token.kind, token.span.slice(self.text)))
    }

    /// Direct speech with the marks around it.
    fn with_marks(&self, span: Span) -> Span {
        let is_mark = |(mark, kind, _): &(Span, TokenKind, &str)| {
            matches!(
                kind,
                TokenKind::QuoteOpen | TokenKind::QuoteClose | TokenKind::QuoteStray
            )
            .then_some(*mark)
        };
        let (open, close) = (
            self.before(span).and_then(|t| is_mark(&t)),
            self.after(span).and_then(|t| is_mark(&t)),
        );
        [open, close].into_iter().flatten().fold(span, Span::cover)
    }

    /// Indirect speech with its *dass* or *ob*, and with a closing mark whose opening mark it contains.
    fn with_conjunction(&self, span: Span) -> Span {
        let conjunction = self
            .before(span)
            .filter(|(_, _, word)| ["dass", "daß", "ob"].iter().any(|known| word.to_lowercase() == *known));
        let span = conjunction.map_or(span, |(word, ..)| word.cover(span));
        let mut open = 0usize;
        for token in self.tokens.tokens_in(span).slice(&self.tokens.tokens) {
            match token.kind {
                TokenKind::QuoteOpen => open += 1,
                TokenKind::QuoteClose => open = open.saturating_sub(1),
                _ => {}
            }
        }
        match self.after(span) {
            Some((mark, TokenKind::QuoteClose, _)) if open > 0 => span.cover(mark),
            _ => span,
        }
    }

    /// Cue, frame and addressee, the comma or colon between quote and frame in the frame.
    fn add_frame(&self, quotation: &Quotation, quote: &mut CorpusQuotation) {
        quote.cue.clone_from(&quotation.cue);
        quote.addressee = quotation.addressee;
        let prepositional = quotation.cue.iter().any(|cue| {
            let word = cue.slice(self.text).to_lowercase();
            ["laut", "nach", "zufolge", "gemäß"].contains(&word.as_str())
        });
        let joins = |mark: &(Span, TokenKind, &str)| !prepositional && matches!(mark.2, "," | ":");
        let widened = quotation.frame.iter().map(|&frame| {
            let left = self.before(frame).filter(joins).filter(|(mark, ..)| {
                self.before(*mark)
                    .is_some_and(|(word, ..)| quote.quote.iter().any(|part| part.contains(word)))
            });
            let right = self.after(frame).filter(joins).filter(|(mark, ..)| {
                self.after(*mark)
                    .is_some_and(|(word, ..)| quote.quote.iter().any(|part| part.contains(word)))
            });
            [left, right]
                .into_iter()
                .flatten()
                .fold(frame, |frame, (mark, ..)| frame.cover(mark))
        });
        quote.frame = widened.collect();
    }

    /// The first and the last sentence that a quotation touches.
    fn sentences_of(&self, content: &[Span]) -> Option<(usize, usize)> {
        let whole = content.iter().copied().reduce(Span::cover)?;
        let sentences = &self.tokens.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end() <= whole.start());
        let end = sentences.partition_point(|sentence| sentence.span.start() < whole.end());
        (first < end).then(|| (first, end - 1))
    }

    fn sentences_span(&self, first: usize, last: usize) -> Option<Span> {
        let sentences = self.tokens.sentences.get(first..=last)?;
        sentences.iter().map(|sentence| sentence.span).reduce(Span::cover)
    }

    /// The words in marks inside a mixed quotation, as Direct with the speaker, cue and frame of the whole.
    fn nested(&self, quotation: &Quotation, around: &CorpusQuotation) -> Vec<CorpusQuotation> {
        if quotation.kind != QuotationKind::Mixed {
            return Vec::new();
        }
        let outermost = self.tokens.marks.iter().filter_map(|pair| {
            let (open, close) = (
                pair.open.get(&self.tokens.tokens)?,
                pair.close?.get(&self.tokens.tokens)?,
            );
            let span = open.span.cover(close.span);
            let inside = around.quote.iter().any(|part| part.contains(span));
            // Only the marks that the attributor read as somebody's words, not titles and names.
            let speech = quotation
                .evidence
                .iter()
                .any(|evidence| evidence.rule.as_str() == "quote.marks.inside" && evidence.span == span);
            (inside && speech && pair.parent.is_none()).then_some(span)
        });
        let direct = |span| CorpusQuotation {
            kind: "Direct",
            quote: vec![span],
            nested: true,
            ..around.clone()
        };
        outermost.map(direct).collect()
    }
}

/// Expresses spans as token numbers of the corpus.
struct TokenNumbers<'a> {
    index: OffsetIndex<'a>,
    tokens: &'a [RawToken],
}

impl TokenNumbers<'_> {
    fn annotation(&self, quote: &CorpusQuotation) -> Annotation {
        let part = |spans: &[Span]| Part {
            token_ids: spans.iter().flat_map(|&span| self.of(span)).collect(),
        };
        Annotation {
            kind: Some(quote.kind.to_owned()),
            medium: quote.medium.map(str::to_owned),
            quote: part(&quote.quote),
            speaker: part(quote.speaker.as_slice()),
            cue: part(&quote.cue),
            frame: part(&quote.frame),
            addressee: part(quote.addressee.as_slice()),
        }
    }

    /// The tokens of which at least half lies in the span.
    fn of(&self, span: Span) -> BTreeSet<u32> {
        let (start, end) = self.index.span_in(span, OffsetUnit::Chars);
        let first = self.tokens.partition_point(|token| token.char_end <= start);
        let from_there = self
            .tokens
            .iter()
            .skip(first)
            .take_while(|token| token.char_begin < end);
        let inside = from_there.filter(|token| {
            let shared = token.char_end.min(end).saturating_sub(token.char_begin.max(start));
            shared * 2 >= token.char_end.saturating_sub(token.char_begin)
        });
        inside.map(|token| token.id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wortlaut::Confidence;
    use wortlaut::quote::Speaker;
    use wortlaut::text::{Evidence, Idx};
    use wortlaut::tokenize::Tokenizer;

    fn at(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::from_range(start..start + words.len()).unwrap()
    }

    fn quotation(kind: QuotationKind, text: &str, content: &[&str]) -> Quotation {
        let content: Vec<Span> = content.iter().map(|words| at(text, words)).collect();
        let reason = Evidence::new("test.rule", content[0]);
        Quotation::new(kind, content, Confidence::MAX, reason)
    }

    /// Kind, quote and frame as words.
    fn converted(text: &str, quotations: &[Quotation]) -> Vec<(&'static str, String, String)> {
        let tokens = Tokenizer::new().tokenize(text);
        let words = |spans: &[Span]| {
            spans
                .iter()
                .map(|span| span.slice(text))
                .collect::<Vec<_>>()
                .join(" … ")
        };
        let quotes = convert(text, &tokens, quotations);
        quotes
            .iter()
            .map(|quote| (quote.kind, words(&quote.quote), words(&quote.frame)))
            .collect()
    }

    #[test]
    fn direct_with_marks_and_the_comma_in_the_frame() {
        let text = "„Ja“, sagte Holm, „wir gehen.“";
        let mut quote = quotation(QuotationKind::Direct, text, &["Ja", "wir gehen."]);
        quote.frame = vec![at(text, "sagte Holm")];
        quote.cue = vec![at(text, "sagte")];
        let expected = ("Direct", "„Ja“ … „wir gehen.“".to_owned(), ", sagte Holm,".to_owned());
        assert_eq!(converted(text, &[quote]), [expected]);
    }

    #[test]
    fn indirect_with_its_conjunction_and_without_full_stop() {
        let text = "Holm sagte, dass sie gehe.";
        let mut quote = quotation(QuotationKind::Indirect, text, &["sie gehe"]);
        quote.frame = vec![at(text, "Holm sagte")];
        quote.cue = vec![at(text, "sagte")];
        assert_eq!(
            converted(text, &[quote]),
            [("Indirect", "dass sie gehe".to_owned(), "Holm sagte,".to_owned())]
        );
    }

    #[test]
    fn a_prepositional_frame_has_no_comma() {
        let text = "Der Umsatz sank, laut Holm, um die Hälfte.";
        let mut quote = quotation(QuotationKind::Indirect, text, &["Der Umsatz sank", "um die Hälfte"]);
        quote.frame = vec![at(text, "laut Holm")];
        quote.cue = vec![at(text, "laut")];
        let expected = (
            "Indirect",
            "Der Umsatz sank … um die Hälfte".to_owned(),
            "laut Holm".to_owned(),
        );
        assert_eq!(converted(text, &[quote]), [expected]);
    }

    #[test]
    fn marked_words_of_a_mixed_quotation_are_nested_once() {
        let text = "Holm sagte, der Plan sei „völlig irre“.";
        let mut quote = quotation(QuotationKind::Mixed, text, &["der Plan sei „völlig irre“"]);
        quote.frame = vec![at(text, "Holm sagte")];
        quote.cue = vec![at(text, "sagte")];
        quote
            .evidence
            .push(Evidence::new("quote.marks.inside", at(text, "„völlig irre“")));
        let frame = "Holm sagte,".to_owned();
        let expected = [
            ("Indirect", "der Plan sei „völlig irre“".to_owned(), frame.clone()),
            ("Direct", "„völlig irre“".to_owned(), frame.clone()),
        ];
        assert_eq!(converted(text, &[quote.clone()]), expected);
        let own = quotation(QuotationKind::Direct, text, &["völlig irre"]);
        let twice = converted(text, &[quote, own]);
        assert_eq!(
            twice.iter().filter(|(kind, ..)| *kind == "Direct").count(),
            1,
            "{twice:?}"
        );
    }

    #[test]
    fn continuations_are_whole_sentences_in_one_annotation() {
        let text =
            "Holm sagte, sie gehe. Das sei gut. Niemand habe sie gedrängt. Am Abend regnete es. Man wolle bleiben.";
        let mut framed = quotation(QuotationKind::Indirect, text, &["sie gehe"]);
        framed.cue = vec![at(text, "sagte")];
        let speaker = Speaker::new(at(text, "Holm"), None);
        let go_on = |words, before| {
            let mut quote = quotation(QuotationKind::Indirect, text, &[words]);
            quote.continues = Some(Idx::new(before));
            quote.speaker = Some(speaker);
            quote
        };
        let quotations = [
            framed,
            go_on("Das sei gut", 0),
            go_on("Niemand habe sie gedrängt", 1),
            go_on("Man wolle bleiben", 2),
        ];
        let free = |words: &str| ("IndirectFreeIndirect", words.to_owned(), String::new());
        assert_eq!(
            converted(text, &quotations)[1..],
            [
                free("Das sei gut. Niemand habe sie gedrängt."),
                free("Man wolle bleiben.")
            ]
        );
    }

    #[test]
    fn reported_is_the_whole_sentence_without_a_frame() {
        let text = "Es war kalt. Holm forderte mehr Geld. Es blieb kalt.";
        let mut quote = quotation(QuotationKind::Reported, text, &["mehr Geld"]);
        quote.cue = vec![at(text, "forderte")];
        quote.frame = vec![at(text, "Holm forderte")];
        assert_eq!(
            converted(text, &[quote]),
            [("Reported", "Holm forderte mehr Geld.".to_owned(), String::new())]
        );
    }

    #[test]
    fn a_token_belongs_to_a_span_by_half() {
        let text = "ä-bcd";
        let token = |id, char_begin, char_end| RawToken {
            id,
            char_begin,
            char_end,
        };
        let numbers = TokenNumbers {
            index: OffsetIndex::new(text),
            tokens: &[token(7, 0, 2), token(8, 2, 5)],
        };
        assert_eq!(numbers.of(at(text, "ä")), BTreeSet::from([7]), "half of it");
        assert_eq!(numbers.of(at(text, "-b")), BTreeSet::from([7]));
        assert_eq!(numbers.of(at(text, "bc")), BTreeSet::from([8]));
    }
}
