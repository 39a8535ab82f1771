//! An entry of a list, as its author writes it.

use std::collections::BTreeMap;

use wortlaut_text::{EntityKind, Gender};

use crate::validity::Validity;

/// How a name is compared with the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum CasePolicy {
    /// Letter by letter; a word in capitals only (*MOSKAU*) is also read in its usual spelling.
    #[default]
    Exact,
    /// In any case: *iPhone*, *IPHONE*, *Iphone*.
    Fold,
}

/// One thing with a name: a row of a list.
///
/// ```
/// use wortlaut_gazetteer::{GazetteerBuilder, GazetteerEntry};
/// use wortlaut_text::EntityKind;
///
/// let mut entry = GazetteerEntry::new("seehof", EntityKind::Place, "Seehof");
/// entry.adjectives = vec!["seehofisch".to_owned()];
/// let mut builder = GazetteerBuilder::new();
/// builder.add(entry)?;
/// assert_eq!(builder.build()?.len(), 1);
/// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GazetteerEntry {
    /// What the list calls it; unique within a list.
    pub id: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The name shown: [`wortlaut_text::Entity::name`].
    pub name: String,
    /// Other names that stand for it alone.
    pub aliases: Vec<String>,
    /// Identifiers by authority: `wikidata` → `Q64`.
    pub ids: BTreeMap<String, String>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Stems of adjectives: *russisch*; their endings are added.
    pub adjectives: Vec<String>,
    /// Inhabitants: *Russe*, *Russin*; their endings are added. `=Ungarn` is taken as it stands.
    pub people: Vec<String>,
    /// Adjectives in -er: *Münchner*; `auto` makes them from the name.
    pub place_adjectives: Vec<String>,
    /// Parts of the name that stand for it without the full name before: *Putin*. Without one, the surname of a person
    /// counts only where the text says that a person is meant.
    pub short: Vec<String>,
    /// The name is a common word too; it counts only with support: *Essen*, *Bild*.
    pub ambiguous: bool,
    /// A place that stands for who is in it: *Kreml*.
    pub metonym: bool,
    /// Stands with an article: *die Schweiz*.
    pub article: bool,
    /// Found only as written: no genitive, no compounds.
    pub rigid: bool,
    /// The name was transliterated from another script (Cyrillic, Arabic …), for which there is more than one
    /// convention: other German, English and scientific spellings are found too (*Selenskyj*, *Selenskij*, *Zelensky*).
    pub transliterated: bool,
    /// When it holds; kept for the caller, who knows the day of the document.
    pub validity: Validity,
    /// Which of several readings wins; higher first. The built-in list has 0.
    pub priority: i16,
    /// How the name is compared with the text.
    pub case: CasePolicy,
}

impl GazetteerEntry {
    /// An entry with a name and nothing else known.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: EntityKind, name: impl Into<String>) -> Self {
        GazetteerEntry {
            id: id.into(),
            kind,
            name: name.into(),
            aliases: Vec::new(),
            ids: BTreeMap::new(),
            gender: None,
            adjectives: Vec::new(),
            people: Vec::new(),
            place_adjectives: Vec::new(),
            short: Vec::new(),
            ambiguous: false,
            metonym: false,
            article: false,
            rigid: false,
            transliterated: false,
            validity: Validity::default(),
            priority: 0,
            case: CasePolicy::Exact,
        }
    }
}
