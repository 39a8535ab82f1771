//! An analysis joined with its text.

use std::borrow::Cow;
use std::fmt;

use wortlaut_quote::{Quotation, QuotationKind};
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Mention, MentionForm, Metonym, RuleId, Span};
use wortlaut_timeline::{Event, EventStatus};
use wortlaut_timex::{Timex, TimexType};

use crate::Analysis;

/// An analysis together with the text it belongs to: everything can be read as words.
///
/// What [`Pipeline::analyze`](crate::Pipeline::analyze) returns. [`AnalysisRef::into_analysis`] lets go of the text.
#[derive(Clone, Debug)]
pub struct AnalysisRef<'t> {
    text: &'t str,
    analysis: Cow<'t, Analysis>,
}

impl<'t> AnalysisRef<'t> {
    pub(crate) fn new(text: &'t str, analysis: Cow<'t, Analysis>) -> Self {
        AnalysisRef { text, analysis }
    }

    /// The text that was analysed.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The annotations without the text.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The annotations without the text, to keep.
    #[must_use]
    pub fn into_analysis(self) -> Analysis {
        self.analysis.into_owned()
    }

    /// The sentences as text.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = &'t str> {
        let text = self.text;
        self.analysis
            .tokens
            .sentences
            .iter()
            .map(move |sentence| sentence.span.slice(text))
    }

    /// Who and what is named, in the order of first mention; behind them who speaks without a name (*ein Sprecher*).
    pub fn entities(&self) -> impl ExactSizeIterator<Item = EntityRef<'_>> {
        let entities = self.analysis.names.entities.iter().enumerate();
        entities.map(|(at, entity)| EntityRef {
            of: self,
            index: EntityIdx::new(at),
            entity,
        })
    }

    /// An entity by its index.
    #[must_use]
    pub fn entity(&self, index: EntityIdx) -> Option<EntityRef<'_>> {
        let entity = index.get(&self.analysis.names.entities)?;
        Some(EntityRef {
            of: self,
            index,
            entity,
        })
    }

    /// Where they are named, in reading order.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = MentionRef<'_>> {
        self.analysis
            .names
            .mentions
            .iter()
            .map(|mention| MentionRef { of: self, mention })
    }

    /// The time expressions, in reading order.
    pub fn times(&self) -> impl ExactSizeIterator<Item = TimexRef<'_>> {
        self.analysis.times.iter().map(|timex| TimexRef { of: self, timex })
    }

    /// The quotations, in reading order.
    pub fn quotations(&self) -> impl ExactSizeIterator<Item = QuotationRef<'_>> {
        self.analysis
            .quotations
            .iter()
            .map(|quotation| QuotationRef { of: self, quotation })
    }

    /// The events, in the order of time.
    pub fn timeline(&self) -> impl ExactSizeIterator<Item = EventRef<'_>> {
        self.analysis.events.iter().map(|event| EventRef { of: self, event })
    }
}

/// A reason for an annotation, with its words.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceRef<'a> {
    /// The rule.
    pub rule: &'a RuleId,
    /// The words that decided.
    pub text: &'a str,
    /// Where they stand, in bytes.
    pub span: Span,
}

/// `quote.frame.dass at 101..105 "dass"`
impl fmt::Display for EvidenceRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {} {:?}", self.rule, self.span, self.text)
    }
}

/// The methods every view shares: confidence and reasons.
macro_rules! explained {
    ($view:ident, $field:ident) => {
        impl<'a> $view<'a> {
            /// How sure the annotation is.
            #[must_use]
            pub fn confidence(&self) -> Confidence {
                self.$field.confidence
            }

            /// Why it is there: the rule that made it first, then what supported or changed it.
            pub fn evidence(&self) -> impl ExactSizeIterator<Item = EvidenceRef<'a>> + use<'a> {
                let text = self.of.text;
                self.$field
                    .evidence
                    .iter()
                    .map(move |Evidence { rule, span }| EvidenceRef {
                        rule,
                        text: span.slice(text),
                        span: *span,
                    })
            }
        }
    };
}
explained!(MentionRef, mention);
explained!(TimexRef, timex);
explained!(QuotationRef, quotation);
explained!(EventRef, event);

/// An [`Entity`] of a document.
#[derive(Clone, Copy, Debug)]
pub struct EntityRef<'a> {
    of: &'a AnalysisRef<'a>,
    index: EntityIdx,
    entity: &'a Entity,
}

impl<'a> EntityRef<'a> {
    /// The fullest name known.
    #[must_use]
    pub fn name(&self) -> &'a str {
        &self.entity.name
    }

    /// Person, place, organisation …; role or group, where it has no name.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.entity.kind
    }

    /// The identifier given by an authority: `wikidata`, `iso3166`, `geonames` …
    #[must_use]
    pub fn id(&self, authority: &str) -> Option<&'a str> {
        self.entity.id(authority)
    }

    /// Its position among the entities of the document.
    #[must_use]
    pub fn index(&self) -> EntityIdx {
        self.index
    }

    /// Where it is named, in reading order. Looks through all mentions of the document: for every entity of a long one,
    /// go through [`AnalysisRef::mentions`] once instead.
    pub fn mentions(&self) -> impl Iterator<Item = MentionRef<'a>> + use<'a> {
        let index = self.index;
        self.of
            .mentions()
            .filter(move |mention| mention.mention.entity == index)
    }

    /// All there is to know.
    #[must_use]
    pub fn data(&self) -> &'a Entity {
        self.entity
    }
}

/// A [`Mention`] and its words.
#[derive(Clone, Copy, Debug)]
pub struct MentionRef<'a> {
    of: &'a AnalysisRef<'a>,
    mention: &'a Mention,
}

impl<'a> MentionRef<'a> {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.mention.span.slice(self.of.text)
    }

    /// Name, genitive, derived …
    #[must_use]
    pub fn form(&self) -> MentionForm {
        self.mention.form
    }

    /// Who or what is named.
    #[must_use]
    pub fn entity(&self) -> Option<EntityRef<'a>> {
        self.of.entity(self.mention.entity)
    }

    /// What the name may stand for here besides, the likeliest first: *Moskau* for Russia in *Moskau warnt den Westen*.
    #[must_use]
    pub fn metonyms(&self) -> &'a [Metonym] {
        &self.mention.metonyms
    }

    /// All there is to know.
    #[must_use]
    pub fn data(&self) -> &'a Mention {
        self.mention
    }
}

/// A [`Timex`] and its words.
#[derive(Clone, Copy, Debug)]
pub struct TimexRef<'a> {
    of: &'a AnalysisRef<'a>,
    timex: &'a Timex,
}

impl<'a> TimexRef<'a> {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.timex.span.slice(self.of.text)
    }

    /// TIMEX3 `type`.
    #[must_use]
    pub fn kind(&self) -> TimexType {
        self.timex.kind
    }

    /// TIMEX3 `value`.
    #[must_use]
    pub fn value(&self) -> &'a str {
        self.timex.value.as_str()
    }

    /// All there is to know, the interval included.
    #[must_use]
    pub fn data(&self) -> &'a Timex {
        self.timex
    }
}

/// A [`Quotation`] and its words.
#[derive(Clone, Copy, Debug)]
pub struct QuotationRef<'a> {
    of: &'a AnalysisRef<'a>,
    quotation: &'a Quotation,
}

impl<'a> QuotationRef<'a> {
    /// What was said; parts on both sides of an inserted frame are joined by a space.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        joined(&self.quotation.content, self.of.text)
    }

    /// Direct, indirect, reported …
    #[must_use]
    pub fn kind(&self) -> QuotationKind {
        self.quotation.kind
    }

    /// Who said it; `None` where the text does not tell.
    #[must_use]
    pub fn speaker(&self) -> Option<SpeakerRef<'a>> {
        let speaker = self.quotation.speaker.as_ref()?;
        let entity = speaker.entity.and_then(|entity| self.of.entity(entity));
        Some(SpeakerRef {
            text: speaker.span.slice(self.of.text),
            entity,
        })
    }

    /// The words that mark it as speech: *hat bekräftigt*; empty in a continuation.
    #[must_use]
    pub fn cue(&self) -> Cow<'a, str> {
        joined(&self.quotation.cue, self.of.text)
    }

    /// All there is to know.
    #[must_use]
    pub fn data(&self) -> &'a Quotation {
        self.quotation
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub struct SpeakerRef<'a> {
    text: &'a str,
    entity: Option<EntityRef<'a>>,
}

impl<'a> SpeakerRef<'a> {
    /// The name of the speaker; where it is no entity, the words that name it (*der Bericht*).
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.entity.map_or(self.text, |entity| entity.name())
    }

    /// The words in the text that name the speaker: *er*, *die Ministerin*.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Whom they mean.
    #[must_use]
    pub fn entity(&self) -> Option<EntityRef<'a>> {
        self.entity
    }
}

/// An [`Event`] and its words.
#[derive(Clone, Copy, Debug)]
pub struct EventRef<'a> {
    of: &'a AnalysisRef<'a>,
    event: &'a Event,
}

impl<'a> EventRef<'a> {
    /// When: `2025-02-18`, `2025-02-18/2025-02-20`, `../2025-02-24` (an ISO 8601-2 interval with open ends).
    #[must_use]
    pub fn when(&self) -> String {
        let end = |date: Option<jiff::civil::Date>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
        let when = self.event.when;
        if when.start.is_some() && when.start == when.end {
            end(when.start)
        } else {
            format!("{}/{}", end(when.start), end(when.end))
        }
    }

    /// The words to show for it.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.event.label.slice(self.of.text)
    }

    /// Asserted, claimed, planned …
    #[must_use]
    pub fn status(&self) -> EventStatus {
        self.event.status
    }

    /// Who claims or plans it.
    #[must_use]
    pub fn claimed_by(&self) -> Option<EntityRef<'a>> {
        self.of.entity(self.event.claimed_by?)
    }

    /// All there is to know.
    #[must_use]
    pub fn data(&self) -> &'a Event {
        self.event
    }
}

/// The words of several spans, joined by a space; borrowed when there is only one.
fn joined<'a>(spans: &[Span], text: &'a str) -> Cow<'a, str> {
    match spans {
        [one] => Cow::Borrowed(one.slice(text)),
        many => Cow::Owned(many.iter().map(|span| span.slice(text)).collect::<Vec<_>>().join(" ")),
    }
}
