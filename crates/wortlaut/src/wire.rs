//! The wire format `wortlaut/1`: an analysis as JSON.
//!
//! Every other format derives from this one. The rules for readers:
//!
//! * `schema` is `wortlaut/1`. Within it, fields are only added and enumerations may grow: skip what you do not know.
//! * `offsets` says what all span numbers count: `bytes` of UTF-8 (default), `chars` (code points) or `utf16`. Spans
//!   are half-open `[start, end]`. `document.bytes` is always bytes.
//! * Enumerations are snake_case strings; the `type`, `value` and `mod` of a timex are TIMEX3.
//! * An interval is `[first day, last day]`, both inclusive; an open end is `null`.
//! * `kind` of an entity: `person`, `place`, `organization`, `event`, `other`; of who speaks without a name `role` (one
//!   person) and `group`. The last two come behind the others; the spans of their mentions are noun phrases and may
//!   cover names. `form` of a mention: `name`, `surname`, `genitive`, `derived`, `demonym`, `compound`, `role`, `pronoun`.
//! * `timexes`, `quotations` of an event, `continues`, `within` and `uttered` of a quotation are positions in the lists of the
//!   same document; entities are named by `id`.
//!
//! The types here are plain data, for writing and for reading back; none is made by hand, so that fields can be added.
//!
//! ```
//! use wortlaut::{Document, OffsetUnit, Pipeline, wire};
//!
//! let document = Document::new("Zürich: Der Rat tagt.")?;
//! let analysis = Pipeline::german().analyze(&document);
//! let json = serde_json::to_string(&analysis.to_wire(OffsetUnit::Utf16))?;
//! let read: wire::Analysis = serde_json::from_str(&json)?;
//! assert_eq!((read.schema.as_ref(), read.offsets.as_ref()), ("wortlaut/1", "utf16"));
//! assert_eq!(read.tokens[0].span, [0, 6]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wortlaut_text::{Confidence, EntityIdx, OffsetIndex, OffsetUnit, Span};

use crate::{AnalysisRef, QuotationRef};

/// A string that is one of a growing set.
pub type Label = Cow<'static, str>;

/// Start and end of a stretch of text, in the unit that [`Analysis::offsets`] names.
pub type WireSpan = [u32; 2];

/// First and last day, inclusive; `None` is open.
pub type WireInterval = [Option<String>; 2];

/// A whole document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(
    missing_docs,
    reason = "the fields are the lists their names say; the rules are in the module's documentation"
)]
pub struct Analysis {
    pub schema: Label,
    pub offsets: Label,
    pub document: Document,
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    #[serde(default)]
    pub marks: Vec<MarkPair>,
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
    pub timexes: Vec<Timex>,
    pub quotations: Vec<Quotation>,
    pub events: Vec<Event>,
}

/// What is known of the document itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Document {
    /// The caller's name for it.
    pub id: Option<String>,
    /// The day of publication the caller gave.
    pub published: Option<String>,
    /// What the text tells about that day, best first; only when none was given.
    pub inferred: Option<Vec<InferredDate>>,
    /// The size of the text in bytes.
    pub bytes: usize,
}

/// A day the document may have been published on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InferredDate {
    /// As a TIMEX3 value, underspecified where the text leaves it open.
    pub value: String,
    /// First and last possible day.
    pub interval: Option<WireInterval>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// A part of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Zone {
    pub span: WireSpan,
    pub kind: Label,
    /// How sure; 1 in files written before it was told.
    #[serde(default = "certain")]
    pub confidence: Confidence,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

fn certain() -> Confidence {
    Confidence::from_permille(1000)
}

/// A quotation mark and the one that closes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MarkPair {
    /// The opening mark.
    pub open: WireSpan,
    /// The closing mark; `null` where the text never closes it.
    pub close: Option<WireSpan>,
    /// The characters used.
    pub style: Label,
    /// How sure.
    pub confidence: Confidence,
    /// Why these two.
    pub evidence: Vec<Evidence>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Sentence {
    pub span: WireSpan,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Token {
    pub span: WireSpan,
    pub kind: Label,
}

/// An entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Entity {
    pub id: String,
    pub kind: Label,
    pub name: String,
    pub ids: BTreeMap<String, String>,
    pub gender: Option<Label>,
}

/// A reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Evidence {
    pub rule: Label,
    pub span: WireSpan,
}

/// A mention.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Mention {
    pub span: WireSpan,
    pub entity: String,
    pub form: Label,
    /// The name inside a compound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<WireSpan>,
    /// What the name may stand for besides (*Moskau* for Russia), the likeliest first; left out where there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metonyms: Vec<Metonym>,
    pub confidence: Confidence,
    pub evidence: Vec<Evidence>,
}

/// What a name may stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Metonym {
    /// The name of it.
    pub name: String,
    /// Its identifiers by authority.
    pub ids: BTreeMap<String, String>,
    /// The entity of the document that it is, if there is one.
    pub entity: Option<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Timex {
    pub span: WireSpan,
    #[serde(rename = "type")]
    pub kind: Label,
    pub value: String,
    pub interval: Option<WireInterval>,
    /// `["2025-02-18T20:15", "2025-02-18T20:15"]`: the hours of a clock time or a part of a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<WireInterval>,
    pub granularity: Option<Label>,
    #[serde(rename = "mod")]
    pub modifier: Option<Label>,
    /// TIMEX3 `quant`, on a SET.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quant: Option<String>,
    /// TIMEX3 `freq`, on a SET.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    pub confidence: Confidence,
    pub evidence: Vec<Evidence>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Speaker {
    pub span: WireSpan,
    pub entity: Option<String>,
    pub name: String,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Quotation {
    pub kind: Label,
    pub content: Vec<WireSpan>,
    pub speaker: Option<Speaker>,
    pub cue: Vec<WireSpan>,
    pub frame: Vec<WireSpan>,
    pub addressee: Option<WireSpan>,
    pub medium: Option<Label>,
    pub continues: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    pub uttered: Option<u32>,
    pub confidence: Confidence,
    pub evidence: Vec<Evidence>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[allow(missing_docs, reason = "as the type it is written from")]
pub struct Event {
    pub span: WireSpan,
    pub trigger: Option<WireSpan>,
    pub start: Option<String>,
    pub end: Option<String>,
    /// As `clock` of a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<WireInterval>,
    pub granularity: Label,
    pub status: Label,
    pub claimed_by: Option<String>,
    pub participants: Vec<String>,
    pub places: Vec<String>,
    pub quotations: Vec<usize>,
    pub timexes: Vec<usize>,
    /// Other clauses that tell it again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retold: Vec<WireSpan>,
    /// The words of the event, white space folded.
    pub label: String,
    pub confidence: Confidence,
    pub evidence: Vec<Evidence>,
}

/// An analysis that cannot be written as JSON.
#[derive(Debug, thiserror::Error)]
#[error("the analysis cannot be written as JSON: this is a bug of the library, please report it")]
pub struct WireError(#[source] serde_json::Error);

impl AnalysisRef<'_> {
    /// The analysis in the wire format, with spans counted in `unit`.
    #[must_use]
    pub fn to_wire(&self, unit: OffsetUnit) -> Analysis {
        Writer {
            of: self,
            offsets: OffsetIndex::new(self.text()),
            unit,
        }
        .analysis()
    }

    /// The analysis as one line of JSON, with spans in bytes.
    ///
    /// # Errors
    ///
    /// None in practice: every value of the format can be written as JSON.
    pub fn to_json(&self) -> Result<String, WireError> {
        serde_json::to_string(&self.to_wire(OffsetUnit::Bytes)).map_err(WireError)
    }
}

struct Writer<'a> {
    of: &'a AnalysisRef<'a>,
    offsets: OffsetIndex<'a>,
    unit: OffsetUnit,
}

impl Writer<'_> {
    fn analysis(&self) -> Analysis {
        let analysis = self.of.analysis();
        let tokens = analysis.tokenization();
        Analysis {
            schema: Cow::Borrowed("wortlaut/1"),
            offsets: Cow::Borrowed(self.unit.as_str()),
            document: self.document(),
            zones: tokens
                .zones
                .iter()
                .map(|z| Zone {
                    span: self.span(z.span),
                    kind: z.kind.as_str().into(),
                    confidence: z.confidence(),
                    evidence: self.evidence(&[z.evidence()]),
                })
                .collect(),
            sentences: tokens
                .sentences
                .iter()
                .map(|s| Sentence {
                    span: self.span(s.span),
                })
                .collect(),
            tokens: tokens
                .tokens
                .iter()
                .map(|t| Token {
                    span: self.span(t.span),
                    kind: t.kind.as_str().into(),
                })
                .collect(),
            marks: tokens.marks.iter().filter_map(|pair| self.mark_pair(pair)).collect(),
            entities: self.of.entities().map(|e| self.entity(e.index(), e.data())).collect(),
            mentions: analysis.mentions().iter().map(|m| self.mention(m)).collect(),
            timexes: analysis.times().iter().map(|t| self.timex(t)).collect(),
            quotations: self.of.quotations().map(|q| self.quotation(&q)).collect(),
            events: analysis.events().iter().map(|e| self.event(e)).collect(),
        }
    }

    /// `None` never comes of a tokenization's own pairs.
    fn mark_pair(&self, pair: &wortlaut_tokenize::MarkPair) -> Option<MarkPair> {
        let tokenization = self.of.analysis().tokenization();
        let span = |token: wortlaut_tokenize::TokenIdx| {
            let token = token.get(&tokenization.tokens)?;
            Some(self.span(token.span))
        };
        Some(MarkPair {
            open: span(pair.open)?,
            close: pair.close.and_then(span),
            style: pair.style.as_str().into(),
            confidence: pair.confidence(),
            evidence: self.evidence(&[pair.evidence(tokenization)?]),
        })
    }

    fn document(&self) -> Document {
        let analysis = self.of.analysis();
        let candidate = |c: &wortlaut_timex::DateCandidate| InferredDate {
            value: c.value.to_string(),
            interval: c.interval.map(interval),
            confidence: c.confidence,
            evidence: self.evidence(&c.evidence),
        };
        Document {
            id: analysis.id().map(str::to_owned),
            published: analysis.published().map(|date| date.to_string()),
            inferred: analysis
                .inferred()
                .map(|inferred| inferred.candidates.iter().map(candidate).collect()),
            bytes: analysis.bytes(),
        }
    }

    fn entity(&self, index: EntityIdx, e: &wortlaut_text::Entity) -> Entity {
        Entity {
            id: entity_id(index),
            kind: e.kind.as_str().into(),
            name: e.name.clone(),
            ids: e.ids.clone(),
            gender: e.gender.map(|gender| gender.as_str().into()),
        }
    }

    fn mention(&self, m: &wortlaut_text::Mention) -> Mention {
        Mention {
            span: self.span(m.span),
            entity: entity_id(m.entity),
            form: m.form.as_str().into(),
            part: m.part.map(|part| self.span(part)),
            metonyms: m.metonyms.iter().map(metonym).collect(),
            confidence: m.confidence,
            evidence: self.evidence(&m.evidence),
        }
    }

    fn timex(&self, t: &wortlaut_timex::Timex) -> Timex {
        Timex {
            span: self.span(t.span),
            kind: t.kind.as_str().into(),
            value: t.value.to_string(),
            interval: t.interval.map(interval),
            clock: t.clock.map(clock),
            granularity: t.granularity.map(|granularity| granularity.as_str().into()),
            modifier: t.modifier.map(|modifier| modifier.as_str().into()),
            quant: t.quant.clone(),
            freq: t.freq.clone(),
            confidence: t.confidence,
            evidence: self.evidence(&t.evidence),
        }
    }

    fn quotation(&self, view: &QuotationRef<'_>) -> Quotation {
        let q = view.data();
        let speaker = view.speaker().zip(q.speaker).map(|(named, speaker)| Speaker {
            span: self.span(speaker.span),
            entity: speaker.entity.map(entity_id),
            name: fold(named.name()),
        });
        Quotation {
            kind: q.kind.as_str().into(),
            content: self.spans(&q.content),
            speaker,
            cue: self.spans(&q.cue),
            frame: self.spans(&q.frame),
            addressee: q.addressee.map(|span| self.span(span)),
            medium: q.medium.map(|medium| medium.as_str().into()),
            continues: q.continues.map(|index| index.index()),
            within: q.within.map(|index| index.index()),
            uttered: q.uttered,
            confidence: q.confidence,
            evidence: self.evidence(&q.evidence),
        }
    }

    fn event(&self, e: &wortlaut_timeline::Event) -> Event {
        let [start, end] = interval(e.when);
        Event {
            span: self.span(e.span),
            trigger: e.trigger.map(|span| self.span(span)),
            start,
            end,
            clock: e.clock.map(clock),
            granularity: e.granularity.as_str().into(),
            status: e.status.as_str().into(),
            claimed_by: e.claimed_by.map(entity_id),
            participants: e.participants.iter().copied().map(entity_id).collect(),
            places: e.places.iter().copied().map(entity_id).collect(),
            quotations: e.quotations.iter().map(|index| index.index()).collect(),
            timexes: e.timexes.iter().map(|index| index.index()).collect(),
            retold: self.spans(&e.retold),
            label: fold(e.label.slice(self.of.text())),
            confidence: e.confidence,
            evidence: self.evidence(&e.evidence),
        }
    }

    fn evidence(&self, evidence: &[wortlaut_text::Evidence]) -> Vec<Evidence> {
        evidence
            .iter()
            .map(|e| Evidence {
                rule: Cow::Owned(e.rule.as_str().to_owned()),
                span: self.span(e.span),
            })
            .collect()
    }

    fn spans(&self, spans: &[Span]) -> Vec<WireSpan> {
        spans.iter().map(|&span| self.span(span)).collect()
    }

    fn span(&self, span: Span) -> WireSpan {
        let (start, end) = self.offsets.span_in(span, self.unit);
        [start, end]
    }
}

fn metonym(m: &wortlaut_text::Metonym) -> Metonym {
    Metonym {
        name: m.name.clone(),
        ids: m.ids.clone(),
        entity: m.entity.map(entity_id),
        confidence: m.confidence,
    }
}

fn entity_id(index: EntityIdx) -> String {
    format!("e{}", index.index())
}

fn interval(interval: wortlaut_timex::Interval) -> WireInterval {
    [
        interval.start.map(|date| date.to_string()),
        interval.end.map(|date| date.to_string()),
    ]
}

/// To the minute.
fn clock(clock: wortlaut_timex::ClockInterval) -> WireInterval {
    [clock.start, clock.end].map(|instant| {
        instant.map(|instant| format!("{}T{:02}:{:02}", instant.date(), instant.hour(), instant.minute()))
    })
}

/// White space of any length, line ends included, as one space.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
