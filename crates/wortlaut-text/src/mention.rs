//! Where an entity is named.

use std::collections::BTreeMap;

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

/// What a name may stand for beside what it names: *Moskau* is a city, and in *Moskau warnt den Westen* it may mean Russia
/// and its government. A candidate for the reader to weigh; the mention still names the city.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Metonym {
    /// Its name: *Russland*.
    pub name: String,
    /// Its identifiers by authority, as those of an [`Entity`](crate::Entity).
    pub ids: BTreeMap<String, String>,
    /// The entity of the document that it is, if the document names it too.
    pub entity: Option<EntityIdx>,
    /// How sure it is that the name stands for it here.
    pub confidence: Confidence,
}

impl Metonym {
    /// A candidate of which only the name is known.
    #[must_use]
    pub fn new(name: impl Into<String>, confidence: Confidence) -> Self {
        Metonym {
            name: name.into(),
            ids: BTreeMap::new(),
            entity: None,
            confidence,
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
    /// What the name may stand for here besides, the likeliest first; mostly nothing.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub metonyms: Vec<Metonym>,
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
            metonyms: Vec::new(),
            confidence,
            evidence: vec![reason],
        }
    }
}
