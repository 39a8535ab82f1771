//! Read German news by machine: who is named, who said what, what happened when.
//!
//! ```
//! use wortlaut::{Document, Pipeline};
//!
//! let text = "Mainz (dpa) – Die Grünen-Abgeordnete Petra Lindqvist hat mehr Geld für Kitas gefordert. \
//!     „Wir dürfen die Familien nicht allein lassen“, sagte Lindqvist am Dienstag.";
//!
//! let pipeline = Pipeline::german();
//! let document = Document::new(text)?.published("2025-02-25".parse()?);
//! let analysis = pipeline.analyze(&document);
//! for q in analysis.quotations() {
//!     println!("{:>20}  {:?}  {}", q.speaker().map_or("?", |s| s.name()), q.kind(), q.text());
//! }
//! for e in analysis.timeline() {
//!     println!("{}  {}", e.when(), e.text());
//! }
//! # assert!(analysis.quotations().any(|q| q.speaker().is_some_and(|s| s.name() == "Petra Lindqvist")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Should I be using this crate?
//!
//! Yes, to analyse articles: this is the facade that composes the others. It contains no algorithm. If you need one
//! layer only, take its crate alone, also re-exported here:
//!
//! | module | crate | gives |
//! |---|---|---|
//! | [`text`] | `wortlaut-text` | spans, offset conversion, entities, mentions, evidence |
//! | [`tokenize`] | `wortlaut-tokenize` | zones, paragraphs, sentences, tokens, quotation-mark pairs |
//! | [`lexicon`] | `wortlaut-lexicon` | what a word form can be |
//! | [`syntax`] | `wortlaut-syntax` | noun phrases, verb groups, clauses |
//! | [`gazetteer`] | `wortlaut-gazetteer` | names: lists, inflected forms, unlisted names |
//! | [`timex`] | `wortlaut-timex` | TIMEX3 time expressions, document dates |
//! | [`quote`] | `wortlaut-quote` | quotations with speaker, cue and frame |
//! | [`timeline`] | `wortlaut-timeline` | dated events |
//!
//! # What you can rely on
//!
//! 1. The text is never changed. Every annotation is a [`Span`] of UTF-8 bytes of the original; tokens and the gaps
//!    between them give the text back.
//! 2. Analysis never fails and never panics, on any text. Only building can fail: a bad list, a bad option, a text of
//!    more than 4 GiB.
//! 3. Time grows linearly with the text.
//! 4. Same text, same options, same version: same result, on any machine, with any number of threads. No clock, no
//!    locale, no environment, no network.
//! 5. Every annotation carries a confidence and the rules and words that made it.
//!
//! # Features
//!
//! | feature | default | meaning |
//! |---|---|---|
//! | `serde` | yes | the wire format [`wire`] (JSON), and serde on the data types of all crates but [`lexicon`] and [`syntax`] |
//! | `rayon` | no | `Pipeline::analyze_all`: many documents on all cores |
//! | `patterns` | no | names by regular expressions: `gazetteer::PatternList` |

mod analysis;
mod document;
mod pipeline;
mod view;
#[cfg(feature = "serde")]
pub mod wire;

pub use wortlaut_gazetteer as gazetteer;
pub use wortlaut_lexicon as lexicon;
pub use wortlaut_quote as quote;
pub use wortlaut_syntax as syntax;
pub use wortlaut_text as text;
pub use wortlaut_timeline as timeline;
pub use wortlaut_timex as timex;
pub use wortlaut_tokenize as tokenize;

#[doc(no_inline)]
pub use jiff::civil::Date;
pub use wortlaut_quote::QuotationKind;
pub use wortlaut_text::{Confidence, Entity, EntityKind, Evidence, OffsetUnit, Span};
pub use wortlaut_timeline::EventStatus;
pub use wortlaut_timex::TimexType;

pub use analysis::{Analysis, TextMismatch};
pub use document::{Document, DocumentError, parse_date};
pub use pipeline::{Pipeline, PipelineBuilder};
pub use view::{AnalysisRef, EntityRef, EventRef, EvidenceRef, MentionRef, QuotationRef, SpeakerRef, TimexRef};
