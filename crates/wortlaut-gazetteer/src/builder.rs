//! Lists are collected here and compiled.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use wortlaut_text::Gender;

use crate::compile;
use crate::entry::GazetteerEntry;
use crate::error::GazetteerError;
use crate::gazetteer::Gazetteer;
#[cfg(feature = "jsonl")]
use crate::jsonl;
use crate::rows::Entries;
use crate::{csv, normal, source, tsv};

/// Longest name or id, in bytes.
pub(crate) const MAX_NAME: usize = 400;
/// Longest id or identifier, in bytes.
pub(crate) const MAX_ID: usize = u16::MAX as usize;

/// Collects entries and compiles them.
///
/// Lists are tables with tabs ([`read_tsv`](Self::read_tsv)), CSV ([`read_csv`](Self::read_csv)) or JSON Lines
/// (`read_jsonl`, with the feature `jsonl`); [`read_file`](Self::read_file) goes by the name of a file.
///
/// A table has one entry a line. Its first line may be a header: the names of its columns in any order, in small letters or
/// capitals, `kind` and `name` among them. It is taken for one when it has the name of a column and its second field is no
/// kind. Without a header the columns have the order below. Columns at the end of a line may be left out. Lines that begin
/// with `#` are notes.
///
/// | column | content |
/// |---|---|
/// | `id` | what the list calls the entry; unique; if the column is left out, `kind:name` |
/// | `kind` | `person`, `place`, `organization`, `event`, `other` |
/// | `name` | the name shown, in the nominative |
/// | `aliases` | other names, abbreviations, long forms |
/// | `ids` | identifiers: `wikidata=Q64;iso3166=DE-BE` |
/// | `gender` | `m`, `f`, `n` |
/// | `adjectives` | stems of adjectives that take endings: `russisch` |
/// | `people` | inhabitants, in the singular: `Russe\|Russin`; `=Ungarn` stays as it is |
/// | `er` | adjectives in -er: `Münchner`; `auto` makes them from the name |
/// | `short` | parts of the name that stand for it alone: `Putin` |
/// | `flags` | `ambiguous`, `metonym`, `article`, `rigid` (does not inflect), `transliterated` |
/// | `priority` | which of several readings wins; higher first, 0 if left out |
/// | `case` | `exact` or `fold` |
/// | `from`, `until` | when the entry holds: `2025`, `2025-05`, `2025-05-31` |
///
/// Several values are set apart by `|`, identifiers by `;`; in JSON they are arrays and an object, and an identifier may be
/// a whole number. The fields mean what the fields of [`GazetteerEntry`] mean.
///
/// Lists are UTF-8, with a byte-order mark or without, and lines end with a line feed or as on Windows. Of a list with a
/// fault nothing is added. A list without a single entry is a fault, as it is when a file was cut off or is another one
/// than was meant; only a table that has its header is a list of nothing ([`len`](Self::len) tells).
///
/// ```
/// use wortlaut_gazetteer::{GazetteerBuilder, Recognizer};
/// use wortlaut_tokenize::Tokenizer;
///
/// let table = "\
/// ## Our own regatta
/// id\tkind\tname\taliases\tids
/// cup\tevent\tMüritzer Seeregatta\tSeeregatta\tours=e17
/// ";
/// let mut builder = GazetteerBuilder::new();
/// builder.read_tsv("regatta.tsv", table.as_bytes())?;
/// let recognizer = Recognizer::builder().gazetteer(builder.build()?).build();
///
/// let text = "Die Seeregatta begann am Montag.";
/// let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
/// let mention = names.mentions.first().ok_or("nothing found")?;
/// assert_eq!(mention.span.slice(text), "Seeregatta");
/// let entity = mention.entity.get(&names.entities).ok_or("no entity")?;
/// assert_eq!((entity.name.as_str(), entity.id("ours")), ("Müritzer Seeregatta", Some("e17")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    entries: Vec<GazetteerEntry>,
    /// Where each id was given first.
    places: HashMap<String, Place>,
    files: Vec<String>,
    first_names: BTreeMap<String, Option<Gender>>,
}

/// Where an entry was given.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// By [`GazetteerBuilder::add`], from 1.
    Entry(usize),
    /// In a file with a number.
    Line { file: usize, line: usize },
}

impl GazetteerBuilder {
    /// A builder without entries.
    #[must_use]
    pub fn new() -> Self {
        GazetteerBuilder::default()
    }

    /// How many entries were added. A table with a header and nothing else adds none.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no entry was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds one entry.
    ///
    /// ```
    /// use wortlaut_gazetteer::{GazetteerBuilder, GazetteerEntry};
    /// use wortlaut_text::EntityKind;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add(GazetteerEntry::new("p1", EntityKind::Person, "Lena Ostholt"))?;
    /// assert!(builder.add(GazetteerEntry::new("p1", EntityKind::Person, "Lena Westholt")).is_err());
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`GazetteerError::DuplicateId`], [`GazetteerError::NoName`] or [`GazetteerError::TooLong`]; the builder is as it was
    /// before.
    pub fn add(&mut self, entry: GazetteerEntry) -> Result<&mut Self, GazetteerError> {
        let place = Place::Entry(self.entries.len() + 1);
        self.check(&entry, place)?;
        self.places.insert(entry.id.clone(), place);
        self.entries.push(entry);
        Ok(self)
    }

    /// Adds the entries of a table with tabs; `file` is the name that errors show.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// let error = builder.read_tsv("team.tsv", "t1\tplanet\tTeam Eins\n".as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("team.tsv:1:4: unknown kind \"planet\""));
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault of the table, with file, line and column. Nothing of a table with a fault is added.
    pub fn read_tsv<R: Read>(&mut self, file: &str, from: R) -> Result<&mut Self, GazetteerError> {
        let rows = tsv::read(file, &source::text(file, from)?)?;
        self.add_rows(file, rows)
    }

    /// Adds the entries of a table in CSV (RFC 4180, in UTF-8); `file` is the name that errors show. Fields are set apart by
    /// commas or by semicolons, whichever the first line has first.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let table = "id,kind,name,aliases\nt1,organization,\"Alm, Bo & Co. KG\",Almbo\n";
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_csv("firms.csv", table.as_bytes())?;
    /// assert_eq!(builder.build()?.len(), 1);
    ///
    /// let error = builder.read_csv("more.csv", "t2,place,\"Alm\n".as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("more.csv:1:10: a quoted field without an end; add the closing"));
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault of the table, with file, line and column. Nothing of a table with a fault is added.
    pub fn read_csv<R: Read>(&mut self, file: &str, from: R) -> Result<&mut Self, GazetteerError> {
        let rows = csv::read(file, &source::text(file, from)?)?;
        self.add_rows(file, rows)
    }

    /// Adds the entries of a list in JSON Lines, one object a line; `file` is the name that errors show.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let list = r#"{"id": "t1", "kind": "place", "name": "Almstadt", "aliases": ["Alm"], "er": ["auto"], "until": "1990"}"#;
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_jsonl("places.jsonl", list.as_bytes())?;
    /// let forms: Vec<String> = builder.build()?.forms().collect();
    /// assert_eq!(forms, ["Alm", "Almstadt", "Almstadter"]);
    ///
    /// let error = builder.read_jsonl("more.jsonl", r#"{"kind": "planet", "name": "X"}"#.as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("more.jsonl:1:17: unknown kind \"planet\""));
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first fault of the list, with file, line and column. Nothing of a list with a fault is added.
    #[cfg(feature = "jsonl")]
    pub fn read_jsonl<R: Read>(&mut self, file: &str, from: R) -> Result<&mut Self, GazetteerError> {
        let rows = jsonl::read(file, &source::text(file, from)?)?;
        self.add_rows(file, rows)
    }

    /// Adds the entries of a list that is a file; the end of its name, in small letters or capitals, says how it is read:
    /// `.tsv`, `.csv` or `.jsonl`.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let path = std::env::temp_dir().join("wortlaut-doc-harbours.CSV");
    /// std::fs::write(&path, "Kind;Name;Aliases\r\nplace;Seehof;Hof am See\r\n")?;
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_file(&path)?;
    /// assert_eq!(builder.len(), 1);
    ///
    /// let error = builder.read_file("names.xlsx").unwrap_err();
    /// assert!(error.to_string().starts_with("names.xlsx: no kind of list: name it .tsv"));
    /// # std::fs::remove_file(path)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`GazetteerError::File`] when the file cannot be read or its name does not say what it is, also for `.jsonl`
    /// without the feature `jsonl`; else those of the reader. Nothing of a list with a fault is added.
    pub fn read_file(&mut self, path: impl AsRef<Path>) -> Result<&mut Self, GazetteerError> {
        let path = path.as_ref();
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase());
        let read = match extension.as_deref() {
            Some("tsv") => Self::read_tsv::<File>,
            Some("csv") => Self::read_csv::<File>,
            #[cfg(feature = "jsonl")]
            Some("jsonl") => Self::read_jsonl::<File>,
            Some("gaz") => {
                let reason = "compiled already, as its name says; open it with Gazetteer::load";
                return Err(GazetteerError::path(path, reason));
            }
            _ => {
                let lists = if cfg!(feature = "jsonl") {
                    ".tsv, .csv or .jsonl"
                } else {
                    ".tsv or .csv (.jsonl needs the feature jsonl)"
                };
                return Err(GazetteerError::path(path, format!("no kind of list: name it {lists}")));
            }
        };
        let file = File::open(path)
            .map_err(|error| GazetteerError::path(path, format!("cannot be read: {error}; check the path")))?;
        read(self, &path.display().to_string(), file)
    }

    /// Adds all entries of a list, or none.
    fn add_rows(&mut self, file: &str, rows: Entries) -> Result<&mut Self, GazetteerError> {
        let before = self.entries.len();
        let number = self.files.len();
        self.files.push(file.to_owned());
        for (line, entry) in rows {
            let place = Place::Line { file: number, line };
            if let Err(error) = self.check(&entry, place) {
                for entry in self.entries.drain(before..) {
                    self.places.remove(&entry.id);
                }
                self.files.pop();
                return Err(error);
            }
            self.places.insert(entry.id.clone(), place);
            self.entries.push(entry);
        }
        Ok(self)
    }

    /// Adds a first name: words that follow it are read as a surname. `None` is a name for anyone.
    ///
    /// ```
    /// use wortlaut_gazetteer::{GazetteerBuilder, Recognizer};
    /// use wortlaut_text::Gender;
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.add_first_name("Tjorve", Some(Gender::Masculine));
    /// let recognizer = Recognizer::builder().gazetteer(builder.build()?).build();
    /// let text = "Gewonnen hat Tjorve Quabbe.";
    /// let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
    /// assert_eq!(names.entities.first().map(|entity| entity.name.as_str()), Some("Tjorve Quabbe"));
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    pub fn add_first_name(&mut self, name: &str, gender: Option<Gender>) -> &mut Self {
        self.first_names
            .entry(normal::key(name))
            // Given for both genders, it tells none.
            .and_modify(|known| {
                if *known != gender {
                    *known = None;
                }
            })
            .or_insert(gender);
        self
    }

    fn show(&self, place: Place) -> String {
        match place {
            Place::Entry(number) => format!("entry {number}"),
            Place::Line { file, line } => format!("{}:{line}", self.files.get(file).map_or("", String::as_str)),
        }
    }

    fn check(&self, entry: &GazetteerEntry, place: Place) -> Result<(), GazetteerError> {
        if let Some(&before) = self.places.get(&entry.id) {
            return Err(GazetteerError::DuplicateId {
                id: entry.id.clone(),
                place: self.show(place),
                before: self.show(before),
            });
        }
        let ids = entry.ids.iter().flat_map(|(authority, id)| [authority, id]);
        let names = || [&entry.name].into_iter().chain(&entry.aliases).chain(&entry.short);
        if names().any(|name| name.len() > MAX_NAME) || ids.chain([&entry.id]).any(|id| id.len() > MAX_ID) {
            return Err(GazetteerError::TooLong {
                id: entry.id.chars().take(40).collect(),
                place: self.show(place),
            });
        }
        for name in names() {
            if !name.chars().any(char::is_alphanumeric) {
                return Err(GazetteerError::NoName {
                    name: name.clone(),
                    place: self.show(place),
                });
            }
        }
        Ok(())
    }

    /// The names that several entries share, each with the ids of those entries, sorted. Sharing a name is no error: the
    /// words around it, then priority decide; entries of one kind and the same priority are told apart only where the text
    /// names one of them in full.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("t.tsv", "a\tplace\tAlbstein\nb\tperson\tAlbstein\n".as_bytes())?;
    /// assert_eq!(builder.shared_names(), [("Albstein".to_owned(), vec!["a".to_owned(), "b".to_owned()])]);
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn shared_names(&self) -> Vec<(String, Vec<String>)> {
        let mut by_name: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for entry in &self.entries {
            for name in [&entry.name].into_iter().chain(&entry.aliases).chain(&entry.short) {
                by_name.entry(normal::key(name)).or_default().insert(&entry.id);
            }
        }
        by_name
            .into_iter()
            .filter(|(_, ids)| ids.len() > 1)
            .map(|(name, ids)| (name, ids.into_iter().map(str::to_owned).collect()))
            .collect()
    }

    /// The identifiers that several entries have, as `authority=identifier`, each with the ids of those entries, sorted. Two
    /// entries for one thing are a fault of most lists: join the rows, one name as an alias of the other.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// let table = "id\tkind\tname\tids\na\tplace\tAlbstein\tours=7\nb\tplace\tAlbstein am See\tours=7\n";
    /// builder.read_tsv("t.tsv", table.as_bytes())?;
    /// assert_eq!(builder.shared_identifiers(), [("ours=7".to_owned(), vec!["a".to_owned(), "b".to_owned()])]);
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn shared_identifiers(&self) -> Vec<(String, Vec<String>)> {
        let mut by_identifier: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
        for entry in &self.entries {
            for (authority, identifier) in &entry.ids {
                by_identifier
                    .entry((authority, identifier))
                    .or_default()
                    .insert(&entry.id);
            }
        }
        by_identifier
            .into_iter()
            .filter(|(_, ids)| ids.len() > 1)
            .map(|((authority, identifier), ids)| {
                let ids = ids.into_iter().map(str::to_owned).collect();
                (format!("{authority}={identifier}"), ids)
            })
            .collect()
    }

    /// Compiles the entries. The result does not depend on the order in which they were added.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("t.tsv", "a\tplace\tAlbstein\n".as_bytes())?;
    /// assert_eq!(builder.build()?.len(), 1);
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`GazetteerError::TooLarge`] beyond 16 million forms of names.
    pub fn build(&self) -> Result<Gazetteer, GazetteerError> {
        compile::compile(&self.entries, &self.first_names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wortlaut_text::EntityKind;

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let rows = ["a\tplace\tAlm", "b\tperson\tBo Alm", "c\torganization\tAlm e. V.\tAlm"];
        let build = |order: [usize; 3]| {
            let mut builder = GazetteerBuilder::new();
            for index in order {
                builder.read_tsv("t", rows[index].as_bytes()).unwrap();
            }
            builder.build().unwrap()
        };
        assert_eq!(build([0, 1, 2]), build([2, 0, 1]));
    }

    #[test]
    fn a_duplicate_id_names_both_places_and_loads_nothing() {
        let mut builder = GazetteerBuilder::new();
        builder.read_csv("u.csv", "u,place,Ulm\n".as_bytes()).unwrap();
        let error = builder
            .read_tsv("t.tsv", "a\tplace\tAach\nb\tplace\tBach\na\tplace\tCach\n".as_bytes())
            .unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("t.tsv:3: the id \"a\" was given before, at t.tsv:1;"),
            "{error}"
        );
        assert_eq!(builder.build().unwrap().len(), 1);
        let error = builder
            .read_tsv("v.tsv", "b\tplace\tX\nu\tplace\tY\n".as_bytes())
            .unwrap_err();
        assert!(
            error
                .to_string()
                .contains("v.tsv:2: the id \"u\" was given before, at u.csv:1")
        );
        // What was taken back may be given again.
        builder
            .read_tsv("t.tsv", "a\tplace\tAach\nb\tplace\tBach\n".as_bytes())
            .unwrap();
        assert_eq!(builder.build().unwrap().len(), 3);
    }

    #[test]
    fn what_is_too_long_is_told_with_its_place() {
        let mut builder = GazetteerBuilder::new();
        let table = format!("a\tplace\tAach\nb\tplace\t{}\n", "B".repeat(70_000));
        let error = builder.read_tsv("t.tsv", table.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with("t.tsv:2: the entry \"b\" has a name"), "{error}");
    }

    #[test]
    fn a_name_needs_a_letter() {
        let mut builder = GazetteerBuilder::new();
        assert!(builder.add(GazetteerEntry::new("x", EntityKind::Other, "…")).is_err());
        builder.add(GazetteerEntry::new("x", EntityKind::Other, "X")).unwrap();
    }

    #[test]
    fn a_first_name_of_both_genders_tells_none() {
        let mut builder = GazetteerBuilder::new();
        builder.add_first_name("Kim", Some(Gender::Feminine));
        builder.add_first_name("Kim", Some(Gender::Masculine));
        let gazetteer = builder.build().unwrap();
        assert_eq!(gazetteer.lookup("Kim").next().map(|posting| posting.entry), Some(0));
    }
}
