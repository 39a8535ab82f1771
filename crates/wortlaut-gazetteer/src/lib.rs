//! Named entities in German news: gazetteers, inflected forms, unlisted names, clusters within a document.
//!
//! # Should I be using this crate?
//!
//! Yes, if you have German text and want to know which people, places, organisations, events and things it names, where, and
//! which mentions are of one thing; or if you have a list of names of your own and want all its German forms found. No model
//! and no network are needed: a compiled list of some 32,000 things and 12,000 first names, the forms German makes of them,
//! and rules for names no list can know. To read whole articles, with quotations and times, use the facade crate `wortlaut`.
//!
//! Precision comes first. A statistical model trained on tens of thousands of sentences finds more works, products and foreign
//! names; this crate tells why it found each one.
//!
//! ```
//! use wortlaut_gazetteer::Recognizer;
//! use wortlaut_text::MentionForm;
//! use wortlaut_tokenize::Tokenizer;
//!
//! let text = "Moskaus Antwort kam spät. Die russische Regierung zögerte, sagte Kremlsprecherin Tilda Moraveci. \
//!             Moraveci reist nach Oslo.";
//! let names = Recognizer::german().recognize(text, &Tokenizer::new().tokenize(text));
//!
//! let shown: Vec<_> = names
//!     .mentions
//!     .iter()
//!     .filter_map(|m| Some((m.span.slice(text), m.form, m.entity.get(&names.entities)?.name.as_str())))
//!     .collect();
//! assert_eq!(shown, [
//!     ("Moskaus", MentionForm::Genitive, "Moskau"),
//!     ("russische", MentionForm::Derived, "Russland"),
//!     ("Kremlsprecherin", MentionForm::Compound, "Kreml"),
//!     ("Tilda Moraveci", MentionForm::Name, "Tilda Moraveci"),
//!     ("Moraveci", MentionForm::Surname, "Tilda Moraveci"),
//!     ("Oslo", MentionForm::Name, "Oslo"),
//! ]);
//! ```
//!
//! # Lists of one's own
//!
//! A [`GazetteerBuilder`] reads tables with tabs, CSV and JSON Lines. A compiled [`Gazetteer`] may be kept in a file and opened
//! without parsing ([`Gazetteer::save`], [`Gazetteer::load`], [`Gazetteer::from_bytes`]). Where only the names of lists are
//! wanted, fast and with all their candidates, a [`NameFinder`] needs no rules. Names that no list can hold, such as file numbers, are
//! found by regular expressions: `PatternList`, with the feature `patterns`.
//!
//! ```
//! use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder, NameFinder};
//! use wortlaut_tokenize::Tokenizer;
//!
//! let mut builder = GazetteerBuilder::new();
//! builder.read_csv("clubs.csv", "kind,name,aliases\norganization,Ruderclub Öhe,RCÖ\n".as_bytes())?;
//! let finder = NameFinder::new([builder.build()?, Gazetteer::german()]);
//!
//! let text = "Der Ruderclub\nOehe reist nach Zuerich.";
//! let found = finder.find(text, &Tokenizer::new().tokenize(text));
//! let words: Vec<_> = found.iter().map(|name| name.span.slice(text)).collect();
//! assert_eq!(words, ["Ruderclub\nOehe", "Zuerich"]);
//! # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
//! ```
//!
//! # What is found
//!
//! * Names of lists, the longest first, also over line breaks, decomposed, with soft hyphens, `ss` for `ß`, `ae` for `ä`, without
//!   accents, in all capitals; other transliterations of entries that ask for it.
//! * Their forms: genitives (*Moskaus*), adjectives (*russische*, *Berliner*), inhabitants (*Russin*), other cases of names with
//!   an adjective (*Vereinten Nationen*).
//! * Compounds (*SPD-Chef*, *Kremlsprecherin*): the whole token is the mention, [`Mention::part`](wortlaut_text::Mention::part) the
//!   name inside. A head that is an event or an organisation (*Zypern-Konflikt*, *Obama-Administration*) makes an entity of its
//!   own, in the nominative; any other head leaves a mention of the member.
//! * People by first name, title, age or a party in brackets, also those whose names are common nouns (*Rosa Linse*, *Minister
//!   Holz*) where the words around say so; organisations by legal form, head, class noun, abbreviation in
//!   brackets; places by preposition, dateline, class noun, end, patron, number.
//! * Short forms of a document: surnames, first names, clubs by town or letters, abbreviations, companies without their legal
//!   form (*Halvardt* after *die Halvardt SE*; of a person of that name where title, verb or the name told last say so). Two people of one surname: the one
//!   named in full last.
//! * Who speaks without a name (*ein Sprecher der Polizei*, *Anwohner*, *Regierungskreise*), once a layer above tells who
//!   speaks and where noun phrases are: [`name_sources`]. *Die Sprecherin* is the one of before, *ein anderer Anwohner* is not;
//!   *das Gericht* is the court named before.
//! * Not: pronouns, and noun phrases for people with a name (*der Minister*); they are for the layers above.
//!
//! A name that several entries of a list have (*Landau*) carries the identifiers of one only if that one is clearly dominant,
//! which its [`priority`](GazetteerEntry::priority) says, or if the text names it in full elsewhere; otherwise the entity has the
//! name and no identifier, with the evidence `entity.list.shared`. A [`NameFinder`] gives all of them with their scores.
//!
//! A metonym stays what it is (*Kreml* is the organisation, *Moskau* the place); the evidence `entity.metonym` says that it
//! can stand for others. Seats of governments beside political verbs and nouns (*Moskau warnt*, *Beziehungen zu Moskau*) have the
//! state they may stand for in [`Mention::metonyms`](wortlaut_text::Mention::metonyms). Currencies, indices and motorways are names as in GermEval 2014.
//!
//! # Invariants
//!
//! Mentions are sorted, do not overlap, begin and end where tokens do, carry a confidence and at least one [`Evidence`](wortlaut_text::Evidence); every
//! entity has a mention, entities stand in the order of their first ones. Sources without a name come behind them, in the
//! order of theirs; their mentions are whole noun phrases and may have names inside. No text fails; time is linear in its length. The result does
//! not depend on the order of the rows of a list.
//!
//! # Rules
//!
//! | rule | found by |
//! |---|---|
//! | `entity.list.name`, `.adjective`, `.place_adjective`, `.inhabitant` | a list |
//! | `entity.compound.member`, `.own`, `.closed`, `.adjective`, `.quarter`, `.building`; `.part` | a member of a compound |
//! | `entity.person.first_name`, `.title`, `.age`, `.sign`, `.subject`; `.bracket` | words around a person |
//! | `entity.person.initial`, `.initials`, `.family_name_first` | the shape of a person's name: *Kevin M.*, *H. G. Quandt*, *Zhang Weilin* |
//! | `entity.organization.legal_form`, `.tail`, `.head`, `.frame`, `.party_body`, `.adjective`, `.club`, `.ministry`, `.abbreviation`, `.letters` | the form of an organisation's name |
//! | `entity.place.dateline`, `.preposition`, `.street`, `.building` | words around a place, its end |
//! | `entity.place.dedicated`, `.venue`, `.water`, `.foreign_noun`, `.unit`, `.bay`, `.road`, `.adjective` | the parts of a place's name: *Nikolaikirche*, *EWS-Arena*, *Rohrteich bei …*, *Piz …*, *Provinz …*, *B 96* |
//! | `entity.event.championship` | *Handball-EM* |
//! | `entity.place_adjective.head`, `entity.class_noun`, `entity.quoted_name`, `entity.foreign_noun` | an adjective in -er and a head; a class noun, with or without quotation marks; an English noun at the end |
//! | `entity.document.surname`, `.first_name`, `.name`, `.club`, `.abbreviation`, `.company` | the full name elsewhere in the document |
//! | `entity.context.company`, `.person` | (never alone) the word that tells a company from a person of its name |
//! | `entity.pattern` | a pattern of the user (feature `patterns`) |
//! | `entity.source.role`, `.group`, `.age`; `.again`; `.body` | a noun for people or a body that speaks; the same source again; a noun for the body named before |
//! | `entity.metonym` | (never alone) the list says that the name stands for others too |
//! | `entity.metonym.subject`, `.relation`, `.genitive` | (never alone) the verb or noun by which a seat may stand for its government |
//! | `entity.list.outdated` | (never alone) the entry does not hold on the day of the text |
//! | `entity.list.shared` | (never alone) several entries of the list have the name, none clearly dominant |
//!
//! # Features
//!
//! | feature | default | meaning |
//! |---|---|---|
//! | `serde` | no | `Serialize` and `Deserialize` on the plain data types |
//! | `jsonl` | no | lists as JSON Lines |
//! | `patterns` | no | `PatternList`: regular expressions for file numbers, securities and other names no list can hold |

mod builder;
mod candidate;
mod classes;
mod codes;
mod compile;
mod compounds;
mod csv;
mod entry;
mod error;
mod finder;
mod foreign;
mod format;
mod forms;
mod gazetteer;
mod hash;
#[cfg(feature = "jsonl")]
mod jsonl;
mod keys;
mod linking;
mod matcher;
mod neighbours;
mod normal;
mod noun_names;
mod organizations;
#[cfg(feature = "patterns")]
mod patterns;
mod person_shapes;
mod persons;
mod places;
mod recognizer;
mod records;
mod rows;
mod scan;
mod shared;
mod sites;
mod source;
mod sources;
mod transliteration;
mod tsv;
mod validity;
mod wordlists;
mod words;
mod works;

pub use builder::GazetteerBuilder;
pub use entry::{CasePolicy, GazetteerEntry};
pub use error::GazetteerError;
pub use finder::{FinderMemory, FoundName, NameCandidate, NameFinder};
pub use format::FormatError;
pub use gazetteer::{Gazetteer, ListedEntry};
#[cfg(feature = "patterns")]
pub use patterns::PatternList;
pub use recognizer::{Names, Recognizer, RecognizerBuilder, RecognizerOptions};
pub use sources::{Phrase, Source, name_sources};
pub use validity::{Validity, ValidityError};
#[doc(no_inline)]
pub use wortlaut_text::ListError;
