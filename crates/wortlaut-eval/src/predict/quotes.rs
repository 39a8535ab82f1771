//! Quotations, in the conventions of the German news quotation corpus.
//!
//! Wortlaut keeps marks, conjunctions and punctuation out of the content, names the speaker of a continuation again,
//! and calls an indirect quotation with marked words *mixed*. The corpus says the same things otherwise:
//!
//! * Direct includes the marks. A comma or colon between quote and frame belongs to the frame – not to a prepositional
//!   frame (*laut X*).
//! * `dass` and `ob` belong to an Indirect quote; its final full stop to nobody. Marked words inside a mixed quotation
//!   are a nested Direct of the same speaker.
//! * Speech that goes on in the Konjunktiv without a frame is IndirectFreeIndirect: whole sentences with their full
//!   stops, consecutive ones in one annotation. FreeIndirect likewise.
//! * Reported is the whole sentence with its full stop, the speaker inside, without cue and frame.

use std::collections::BTreeSet;

use wortlaut::quote::{Medium, Quotation};
use wortlaut::text::{OffsetIndex, OffsetUnit, Span};
use wortlaut::tokenize::{TokenIdx, TokenKind, Tokenization};
use wortlaut::{Analysis, QuotationKind};

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
    let annotations = convert(analysis, text)
        .iter()
        .map(|quote| numbers.annotation(quote))
        .collect();
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
}

fn convert(analysis: &Analysis, text: &str) -> Vec<CorpusQuotation> {
    let page = Page {
        text,
        tokens: analysis.tokenization(),
    };
    let mut converted = Vec::new();
    // The free speech that may still grow: its place in `converted`, and the sentence it ends with.
    let mut growing: Option<(usize, usize)> = None;
    for quotation in analysis.quotations() {
        let framed = !quotation.frame.is_empty() || !quotation.cue.is_empty();
        let kind = match quotation.kind {
            QuotationKind::Direct => "Direct",
            QuotationKind::Reported => "Reported",
            QuotationKind::FreeIndirect => "FreeIndirect",
            _ if framed => "Indirect",
            _ => "IndirectFreeIndirect",
        };
        let mut quote = CorpusQuotation {
            kind,
            medium: quotation.medium.and_then(medium),
            speaker: quotation.speaker.map(|speaker| speaker.span),
            ..CorpusQuotation::default()
        };
        match kind {
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
                let span = page.sentences_span(first, last);
                let before = growing.take().filter(|_| kind != "Reported");
                if kind != "Reported" {
                    growing = Some((converted.len(), last));
                }
                if let Some((at, ends)) = before {
                    if let Some(earlier) = converted.get_mut(at).filter(|earlier: &&mut CorpusQuotation| {
                        earlier.kind == kind
                            && (ends + 1 == first || ends == first)
                            && (earlier.speaker == quote.speaker || quotation.continues.is_some())
                    }) {
                        earlier.quote = earlier
                            .quote
                            .iter()
                            .chain(&span)
                            .copied()
                            .reduce(Span::cover)
                            .into_iter()
                            .collect();
                        growing = Some((at, last));
                        continue;
                    }
                }
                quote.quote = span.into_iter().collect();
            }
        }
        let nested = (quotation.kind == QuotationKind::Mixed).then(|| page.marked_words(&quote));
        converted.push(quote);
        converted.extend(nested.into_iter().flatten());
    }
    converted
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

    /// The words in marks inside a mixed quotation, as Direct of the same speaker.
    fn marked_words(&self, around: &CorpusQuotation) -> Vec<CorpusQuotation> {
        let outermost = self.tokens.marks.iter().filter_map(|pair| {
            let (open, close) = (
                pair.open.get(&self.tokens.tokens)?,
                pair.close?.get(&self.tokens.tokens)?,
            );
            let span = open.span.cover(close.span);
            let inside = around.quote.iter().any(|part| part.contains(span));
            (inside && pair.parent.is_none()).then_some(span)
        });
        let direct = |span| CorpusQuotation {
            kind: "Direct",
            medium: around.medium,
            quote: vec![span],
            speaker: around.speaker,
            ..CorpusQuotation::default()
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
