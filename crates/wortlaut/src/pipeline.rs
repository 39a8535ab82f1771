//! The analysers in order.

use std::borrow::Cow;

use wortlaut_gazetteer::Recognizer;
use wortlaut_quote::{QuoteAttributor, QuoteInput, QuoteOptions};
use wortlaut_syntax::Parser;
use wortlaut_text::Span;
use wortlaut_timeline::{TimelineBuilder, TimelineInput};
use wortlaut_timex::{TimexOptions, TimexTagger};
use wortlaut_tokenize::{Tokenizer, TokenizerOptions};

use crate::analysis::fingerprint;
use crate::{Analysis, AnalysisRef, Document};

/// All analysers, ready to read documents.
///
/// Build it once and share it: it is immutable, `Send + Sync`, and analysing needs only `&self`.
///
/// ```
/// use wortlaut::{Document, Pipeline};
///
/// let pipeline = Pipeline::german();
/// let document = Document::new("„Wir sind bereit“, sagte Ministerin Jana Holm am Dienstag.")?.published("2025-02-25".parse()?);
/// let analysis = pipeline.analyze(&document);
/// for quotation in analysis.quotations() {
///     assert_eq!(quotation.text(), "Wir sind bereit");
///     assert_eq!(quotation.speaker().map(|speaker| speaker.name().to_owned()), Some("Jana Holm".to_owned()));
/// }
/// assert_eq!(analysis.times().map(|time| time.value().to_owned()).collect::<Vec<_>>(), ["2025-02-25"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pipeline {
    tokenizer: Tokenizer,
    parser: Parser,
    recognizer: Recognizer,
    tagger: TimexTagger,
    attributor: QuoteAttributor,
    timeline: TimelineBuilder,
}

/// Chooses the options of a [`Pipeline`].
///
/// ```
/// use wortlaut::Pipeline;
/// use wortlaut::timex::{Domain, TimexOptions};
///
/// let mut times = TimexOptions::default();
/// times.domain = Domain::Narrative; // count from the date named last, as history books do
/// let pipeline = Pipeline::builder().times(times).build();
/// # let _ = pipeline;
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a builder builds nothing until `build` is called"]
pub struct PipelineBuilder {
    tokens: TokenizerOptions,
    recognizer: Option<Recognizer>,
    times: TimexOptions,
    quotes: QuoteOptions,
}

impl PipelineBuilder {
    /// Options of tokens and sentences.
    pub fn tokens(mut self, options: TokenizerOptions) -> Self {
        self.tokens = options;
        self
    }

    /// A recogniser of one's own, with own lists of names.
    pub fn names(mut self, recognizer: Recognizer) -> Self {
        self.recognizer = Some(recognizer);
        self
    }

    /// Options of time expressions.
    pub fn times(mut self, options: TimexOptions) -> Self {
        self.times = options;
        self
    }

    /// Options of quotations.
    pub fn quotations(mut self, options: QuoteOptions) -> Self {
        self.quotes = options;
        self
    }

    /// The pipeline.
    #[must_use]
    pub fn build(self) -> Pipeline {
        Pipeline {
            tokenizer: Tokenizer::with_options(self.tokens),
            parser: Parser::new(),
            recognizer: self.recognizer.unwrap_or_else(Recognizer::german),
            tagger: TimexTagger::with_options(self.times),
            attributor: QuoteAttributor::with_options(self.quotes),
            timeline: TimelineBuilder::german(),
        }
    }
}

impl Pipeline {
    /// The pipeline for German news with its default options.
    #[must_use]
    pub fn german() -> Self {
        Pipeline::builder().build()
    }

    /// A pipeline with other options.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// Analyses a document. Never fails and never panics, whatever the text.
    #[must_use]
    pub fn analyze<'d>(&self, document: &'d Document<'_>) -> AnalysisRef<'d> {
        let mut analysis = Analysis::default();
        self.analyze_into(document, &mut analysis);
        AnalysisRef::new(document.text(), Cow::Owned(analysis))
    }

    /// Analyses a document into an analysis whose buffers are used again; what was in it is replaced.
    pub fn analyze_into(&self, document: &Document<'_>, into: &mut Analysis) {
        let text = document.text();
        let Analysis {
            id,
            published,
            inferred,
            bytes,
            fingerprint: print,
            tokens,
            syntax,
            names,
            times,
            quotations,
            events,
        } = into;
        *id = document.get_id().map(str::to_owned);
        *published = document.get_published();
        *bytes = text.len();
        *print = fingerprint(text);
        self.tokenizer.tokenize_into(text, tokens);
        self.parser.parse_into(text, tokens, syntax);
        self.recognizer.recognize_into(text, tokens, names);
        self.tagger.tag_into(text, tokens, syntax, *published, times);
        *inferred = match published {
            Some(_) => None,
            None => self.tagger.infer_date(text, tokens, syntax, times),
        };
        let time_spans: Vec<Span> = times.iter().map(|time| time.span).collect();
        let (entities, mentions) = (&names.entities, &names.mentions);
        let input = QuoteInput {
            text,
            tokens,
            syntax,
            entities,
            mentions,
            times: &time_spans,
        };
        self.attributor.attribute_into(&input, quotations);
        let input = TimelineInput {
            text,
            tokens,
            syntax,
            entities,
            mentions,
            times,
            quotations,
            published: *published,
        };
        self.timeline.events_into(&input, events);
    }

    /// Analyses many documents on all cores. The result does not depend on their number: documents are read one by one,
    /// and come back in the order given.
    #[cfg(feature = "rayon")]
    #[must_use]
    pub fn analyze_all(&self, documents: &[Document<'_>]) -> Vec<Analysis> {
        use rayon::prelude::*;
        documents
            .par_iter()
            .map(|document| self.analyze(document).into_analysis())
            .collect()
    }
}
