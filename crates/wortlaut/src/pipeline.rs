//! The analysers in order.

use std::borrow::Cow;

use wortlaut_gazetteer::{Names, Phrase, Recognizer, Source, name_sources};
use wortlaut_quote::{Quotation, QuoteAttributor, QuoteInput, QuoteOptions};
use wortlaut_syntax::{NounPhrase, Parser, Syntax};
use wortlaut_text::Span;
use wortlaut_timeline::{TimelineBuilder, TimelineInput};
use wortlaut_timex::{TimexOptions, TimexTagger};
use wortlaut_tokenize::{Tokenization, Tokenizer, TokenizerOptions};

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
        self.recognizer.recognize_on_into(text, tokens, *published, names);
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
        name_speakers(text, tokens, syntax, quotations, names);
        let (entities, mentions) = (&names.entities, &names.mentions);
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

/// Hands speakers and addressees without a name to the gazetteer, with the phrases of the syntax, and what it finds back to
/// the quotations.
fn name_speakers(text: &str, tokens: &Tokenization, syntax: &Syntax, quotations: &mut [Quotation], names: &mut Names) {
    let speaker_of = |quotation: &Quotation| {
        quotation
            .speaker
            .map(|speaker| Source::new(speaker.span, speaker.entity))
    };
    let mut sources: Vec<Source> = quotations.iter().filter_map(speaker_of).collect();
    let speakers = sources.len();
    sources.extend(quotations.iter().filter_map(|quotation| {
        let addressee = quotation.addressee?;
        let apart = quotation
            .speaker
            .is_none_or(|speaker| !speaker.span.overlaps(addressee));
        apart.then(|| Source::new(addressee, None))
    }));
    if sources.iter().all(|source| source.entity.is_some()) {
        return;
    }
    let phrases: Vec<Phrase> = syntax.phrases.iter().map(phrase).collect();
    name_sources(text, tokens, &phrases, &mut sources, names);
    sources.truncate(speakers);
    let speaking = quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut());
    for (speaker, source) in speaking.zip(&sources) {
        speaker.entity = source.entity;
    }
}

/// A noun phrase as the gazetteer takes it.
fn phrase(of: &NounPhrase) -> Phrase {
    let mut phrase = Phrase::new(of.core, of.tokens, of.head);
    phrase.preposition = of.preposition;
    phrase.number = of.number;
    phrase.gender = of.gender;
    phrase.case = of.case;
    phrase.joined = of.conjunct.is_some();
    phrase
}
