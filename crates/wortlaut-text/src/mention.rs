//! Where an entity is named.

use crate::{Confidence, EntityIdx, Evidence, Idx, Span};

/// The position of a [`Mention`] in the mentions of a document.
pub type MentionIdx = Idx<Mention>;

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum MentionForm {
    /// The name itself, or a known alias.
    Name,
    /// A person's surname (or another part) standing for the whole name.
    Surname,
    /// The name in the genitive: *Moskaus*.
    Genitive,
    /// An adjective made from the name: *russische*, *Berliner* (GermEval's `deriv`).
    Derived,
    /// The people of a place: *Russen*, *Ukrainerin*.
    Demonym,
    /// A compound that contains the name: *Zypern-Konflikts* (GermEval's `part`).
    Compound,
    /// A noun phrase that tells who somebody is: *eine Sprecherin der Polizei*, *das Ministerium*.
    Role,
    /// A pronoun.
    Pronoun,
}

impl MentionForm {
    /// The name of the form in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            MentionForm::Name => "name",
            MentionForm::Surname => "surname",
            MentionForm::Genitive => "genitive",
            MentionForm::Derived => "derived",
            MentionForm::Demonym => "demonym",
            MentionForm::Compound => "compound",
            MentionForm::Role => "role",
            MentionForm::Pronoun => "pronoun",
        }
    }
}

/// One place in the text where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Mention {
    /// The words, in bytes of the original text. For a compound the whole token; see [`Mention::part`].
    pub span: Span,
    /// The entity named.
    pub entity: EntityIdx,
    /// How it is named.
    pub form: MentionForm,
    /// For a compound, the name inside it: *Zypern* in *Zypern-Konflikts*.
    pub part: Option<Span>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
}

impl Mention {
    /// A mention with its first reason.
    #[must_use]
    pub fn new(span: Span, entity: EntityIdx, form: MentionForm, confidence: Confidence, reason: Evidence) -> Self {
        Mention {
            span,
            entity,
            form,
            part: None,
            confidence,
            evidence: vec![reason],
        }
    }
}
