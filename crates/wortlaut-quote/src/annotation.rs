//! A quotation and its parts.

use wortlaut_text::{Confidence, EntityIdx, Evidence, Idx, Span};

/// The position of a [`Quotation`] in the quotations of a document.
pub type QuotationIdx = Idx<Quotation>;

/// How words are reported. The kinds follow Petersen-Frey and Biemann (LREC-COLING 2024).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum QuotationKind {
    /// In quotation marks, word for word.
    Direct,
    /// In a clause of its own with a frame (*sagte, dass …*), or continuing such speech in the Konjunktiv.
    Indirect,
    /// Indirect, with some of the words in quotation marks.
    Mixed,
    /// A speech act told by the narrator: *forderte mehr Geld*.
    Reported,
    /// Somebody's view in the indicative without a frame, mostly with *soll* or *will*.
    FreeIndirect,
}

impl QuotationKind {
    /// The name in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            QuotationKind::Direct => "direct",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Reported => "reported",
            QuotationKind::FreeIndirect => "free_indirect",
        }
    }
}

/// Whether something was said, written or thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Medium {
    /// Said.
    Speech,
    /// Written.
    Writing,
    /// Thought.
    Thought,
    /// Said or written: the cue leaves it open (*erklären*).
    SpeechOrWriting,
    /// Said or thought.
    SpeechOrThought,
}

impl Medium {
    /// The name in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Medium::Speech => "speech",
            Medium::Writing => "writing",
            Medium::Thought => "thought",
            Medium::SpeechOrWriting => "speech_or_writing",
            Medium::SpeechOrThought => "speech_or_thought",
        }
    }
}

/// Who speaks: the words that say so, and whom they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Speaker {
    /// The noun phrase or pronoun that names the speaker; for a continuation, the one that named it last; for a headline
    /// that repeats words of the article, the one there.
    pub span: Span,
    /// The entity, with pronouns and roles resolved; `None` where the speaker has no name (*ein Sprecher*). The facade
    /// fills in entities of who speaks without one.
    pub entity: Option<EntityIdx>,
}

impl Speaker {
    /// A speaker named by `span`.
    #[must_use]
    pub const fn new(span: Span, entity: Option<EntityIdx>) -> Self {
        Speaker { span, entity }
    }
}

/// Somebody's words.
///
/// `content` leaves out quotation marks, the conjunction *dass*, the cue, and a final comma; the final full stop belongs
/// to direct speech only. What stands around the content is the `frame`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quotation {
    /// How the words are reported.
    pub kind: QuotationKind,
    /// What was said; several spans when the frame stands inside.
    pub content: Vec<Span>,
    /// Who said it; `None` where the text does not tell.
    pub speaker: Option<Speaker>,
    /// The words that mark it as speech: *hat … bekräftigt*, *laut*. Empty in a continuation.
    pub cue: Vec<Span>,
    /// The clause or phrase that introduces it: *sagte Weber am Montag*. Empty in a continuation.
    pub frame: Vec<Span>,
    /// To whom, where named.
    pub addressee: Option<Span>,
    /// Said, written or thought, where the cue tells.
    pub medium: Option<Medium>,
    /// The quotation before, whose speaker goes on speaking.
    pub continues: Option<QuotationIdx>,
    /// The mixed quotation whose marked words these are: *der Plan sei „zu spät“ gekommen* is one quotation, and *zu
    /// spät* another within it. Whoever counts sayings leaves these out.
    pub within: Option<QuotationIdx>,
    /// When it was said: position in the times of the document.
    pub uttered: Option<u32>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

impl Quotation {
    /// A quotation without speaker, cue and frame.
    #[must_use]
    pub fn new(kind: QuotationKind, content: Vec<Span>, confidence: Confidence, reason: Evidence) -> Self {
        Quotation {
            kind,
            content,
            speaker: None,
            cue: Vec::new(),
            frame: Vec::new(),
            addressee: None,
            medium: None,
            continues: None,
            within: None,
            uttered: None,
            confidence,
            evidence: vec![reason],
        }
    }
}
