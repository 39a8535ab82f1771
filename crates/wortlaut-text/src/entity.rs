//! Who or what is named in a document.

use std::collections::BTreeMap;

use crate::Idx;

/// The position of an [`Entity`] in the entities of a document.
pub type EntityIdx = Idx<Entity>;

/// What sort of thing an entity is.
///
/// The classes of what has a name are those of GermEval 2014 (PER, LOC, ORG, OTH), with events apart from the rest. Who
/// speaks without a name is a role or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place: country, city, region, river, building as a location.
    Place,
    /// An organisation: company, party, authority, club, medium, government.
    Organization,
    /// A named event: war, summit, tournament.
    Event,
    /// Anything else that has a name: a work, a law, a product.
    Other,
    /// One person without a name, known by what they are: *ein Sprecher*, *die Zeugin*, *der 45-Jährige*.
    Role,
    /// People or a body without a name: *Anwohner*, *zwei Zeugen*, *die Polizei*, *Regierungskreise*.
    Group,
}

impl EntityKind {
    /// The name of the kind in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Place => "place",
            EntityKind::Organization => "organization",
            EntityKind::Event => "event",
            EntityKind::Other => "other",
            EntityKind::Role => "role",
            EntityKind::Group => "group",
        }
    }
}

/// Grammatical gender; for persons, the gender the text or a list gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Gender {
    /// Maskulinum.
    #[cfg_attr(feature = "serde", serde(rename = "m"))]
    Masculine,
    /// Femininum.
    #[cfg_attr(feature = "serde", serde(rename = "f"))]
    Feminine,
    /// Neutrum.
    #[cfg_attr(feature = "serde", serde(rename = "n"))]
    Neuter,
}

impl Gender {
    /// The letter of the gender in the wire format: `m`, `f` or `n`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Gender::Masculine => "m",
            Gender::Feminine => "f",
            Gender::Neuter => "n",
        }
    }
}

/// One person, place, organisation … of a document. All mentions of it point here.
///
/// ```
/// use wortlaut_text::{Entity, EntityKind};
///
/// let country = Entity::new(EntityKind::Place, "Österreich").with_id("iso3166", "AT");
/// assert_eq!(country.id("iso3166"), Some("AT"));
/// assert_eq!(country.id("wikidata"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The fullest name known: from the gazetteer, else the longest form in the document, in the nominative.
    pub name: String,
    /// Identifiers by authority: `wikidata`, `iso3166`, `geonames`, or an authority of a user's own list.
    /// Only certain ones; an absent identifier is better than a guessed one.
    pub ids: BTreeMap<String, String>,
    /// Gender, where the name, a title or a list tells.
    pub gender: Option<Gender>,
}

impl Entity {
    /// An entity with a name and nothing else known.
    #[must_use]
    pub fn new(kind: EntityKind, name: impl Into<String>) -> Self {
        Entity {
            kind,
            name: name.into(),
            ids: BTreeMap::new(),
            gender: None,
        }
    }

    /// The same entity with an identifier added.
    #[must_use]
    pub fn with_id(mut self, authority: impl Into<String>, id: impl Into<String>) -> Self {
        self.ids.insert(authority.into(), id.into());
        self
    }

    /// The identifier given by `authority`, if there is one.
    #[must_use]
    pub fn id(&self, authority: &str) -> Option<&str> {
        self.ids.get(authority).map(String::as_str)
    }
}
