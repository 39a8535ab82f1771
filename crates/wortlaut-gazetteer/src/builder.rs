//! From lists to a compiled gazetteer.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use wortlaut_text::{EntityKind, Gender};

use crate::entry::{CasePolicy, GazetteerEntry};
use crate::forms::{self, Inflected};
use crate::gazetteer::{Flags, FormatError, Gazetteer, HEADER, KeyForm, MAGIC, VERSION, gender_byte, kind_byte};
use crate::{normal, trie, tsv};

/// Leads the keys of entries that are found in any case.
pub(crate) const FOLDED: char = '\u{1}';

/// Why a gazetteer could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GazetteerError {
    /// A line of a table is wrong.
    #[error("{file}:{line}:{column}: {reason}")]
    Line {
        /// The name given to [`GazetteerBuilder::read_tsv`].
        file: String,
        /// The line, from 1.
        line: u32,
        /// The column in characters, from 1.
        column: u32,
        /// What is wrong.
        reason: String,
    },
    /// Two entries have one id.
    #[error("{place}: the id {id:?} was given before, at {before}")]
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was given again: `file:line`, or `entry N`.
        place: String,
        /// Where it was given first.
        before: String,
    },
    /// A name without a letter or a digit cannot be found in a text.
    #[error("{place}: the name {name:?} has no letter and no digit")]
    NoName {
        /// The name.
        name: String,
        /// Where: `file:line`, or `entry N`.
        place: String,
    },
    /// A name, an id or the identifiers of an entry are longer than the format can hold.
    #[error("{place}: the entry {id:?} has a name, an id or identifiers of more than 65535 bytes; shorten them")]
    TooLong {
        /// The beginning of the id.
        id: String,
        /// Where: `file:line`, or `entry N`.
        place: String,
    },
    /// More names than the format can address.
    #[error("too many names for one gazetteer; split the list")]
    TooLarge,
    /// The compiled bytes did not open: a fault of this library.
    #[error(transparent)]
    Format(#[from] FormatError),
}

/// Collects entries and compiles them.
///
/// A table has one entry a line, its columns set apart by tabs, in this order unless a first line that begins with `id`
/// names them: `id`, `kind`, `name`, `aliases`, `ids`, `gender`, `adjectives`, `people`, `er`, `short`, `flags`,
/// `priority`, `case`. Several values are set apart by `|`, identifiers by `;`. Columns at the end may be left out; lines
/// that begin with `#` are notes. The fields mean what the fields of [`GazetteerEntry`] mean.
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
    places: BTreeMap<String, String>,
    first_names: BTreeMap<String, Option<Gender>>,
}

impl GazetteerBuilder {
    /// A builder without entries.
    #[must_use]
    pub fn new() -> Self {
        GazetteerBuilder::default()
    }

    /// Adds one entry.
    ///
    /// # Errors
    ///
    /// [`GazetteerError::DuplicateId`], [`GazetteerError::NoName`] or [`GazetteerError::TooLong`]; the builder is as it was
    /// before.
    pub fn add(&mut self, entry: GazetteerEntry) -> Result<&mut Self, GazetteerError> {
        let place = format!("entry {}", self.entries.len() + 1);
        self.check(&entry, &place, &BTreeMap::new())?;
        self.places.insert(entry.id.clone(), place);
        self.entries.push(entry);
        Ok(self)
    }

    /// Adds the entries of a table; `file` is the name that errors show.
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
    pub fn read_tsv(&mut self, file: &str, from: impl Read) -> Result<&mut Self, GazetteerError> {
        let rows = tsv::read(file, from)?;
        let mut places = BTreeMap::new();
        for (line, entry) in &rows {
            let place = format!("{file}:{line}");
            self.check(entry, &place, &places)?;
            places.insert(entry.id.clone(), place);
        }
        self.places.append(&mut places);
        self.entries.extend(rows.into_iter().map(|(_, entry)| entry));
        Ok(self)
    }

    /// Adds a first name: words that follow it are read as a surname. `None` is a name for anyone.
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

    fn check(
        &self,
        entry: &GazetteerEntry,
        place: &str,
        fresh: &BTreeMap<String, String>,
    ) -> Result<(), GazetteerError> {
        if let Some(before) = self.places.get(&entry.id).or_else(|| fresh.get(&entry.id)) {
            return Err(GazetteerError::DuplicateId {
                id: entry.id.clone(),
                place: place.to_owned(),
                before: before.clone(),
            });
        }
        let identifiers: usize = entry
            .ids
            .iter()
            .map(|(authority, id)| authority.len() + id.len() + 2)
            .sum();
        if entry.name.len().max(entry.id.len()).max(identifiers) > usize::from(u16::MAX) {
            return Err(GazetteerError::TooLong {
                id: entry.id.chars().take(40).collect(),
                place: place.to_owned(),
            });
        }
        let named = [&entry.name].into_iter().chain(&entry.aliases).chain(&entry.short);
        for name in named {
            if !name.chars().any(char::is_alphanumeric) {
                return Err(GazetteerError::NoName {
                    name: name.clone(),
                    place: place.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// The names that several entries share, each with the ids of those entries, sorted. Sharing a name is no error: the
    /// words around it, then priority, then the order of the ids decide.
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

    /// Compiles the entries. The result does not depend on the order in which they were added.
    ///
    /// # Errors
    ///
    /// [`GazetteerError::TooLarge`] beyond 16 million entries or about a million names.
    pub fn build(&self) -> Result<Gazetteer, GazetteerError> {
        let mut entries: Vec<&GazetteerEntry> = self.entries.iter().collect();
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        let mut keys: BTreeMap<String, BTreeSet<(i32, u8, u32)>> = BTreeMap::new();
        let mut has_folded = false;
        for (index, entry) in entries.iter().enumerate() {
            let index = u32::try_from(index)
                .ok()
                .filter(|&index| index < 1 << 24)
                .ok_or(GazetteerError::TooLarge)?;
            has_folded |= entry.case == CasePolicy::Fold;
            for_each_form(entry, |form, key_form| {
                let key = normal::key(form);
                let key = match entry.case {
                    CasePolicy::Exact => key,
                    CasePolicy::Fold => format!("{FOLDED}{}", key.to_lowercase()),
                };
                if !key.is_empty() && !key.contains('\0') {
                    let rank = -i32::from(entry.priority);
                    keys.entry(key).or_default().insert((rank, key_form as u8, index));
                }
            });
        }
        for (name, gender) in &self.first_names {
            let entry = u32::from(gender_byte(*gender));
            keys.entry(name.clone())
                .or_default()
                .insert((i32::MAX, KeyForm::FirstName as u8, entry));
        }
        compile(&entries, &keys, has_folded)
    }
}

/// Every form of an entry that goes into the trie.
fn for_each_form(entry: &GazetteerEntry, mut push: impl FnMut(&str, KeyForm)) {
    for name in [&entry.name].into_iter().chain(&entry.aliases) {
        push(name, KeyForm::Name);
        if entry.kind != EntityKind::Person && !entry.rigid {
            forms::inflected_name(name, |form, inflected| match inflected {
                Inflected::Case => push(&form, KeyForm::Name),
                Inflected::Genitive => push(&form, KeyForm::Genitive),
            });
        }
    }
    if entry.kind == EntityKind::Person && entry.short.is_empty() {
        if let Some((_, surname)) = entry.name.rsplit_once(' ') {
            push(surname, KeyForm::Surname);
        }
    }
    for short in &entry.short {
        push(short, KeyForm::Short);
    }
    for stem in &entry.adjectives {
        forms::adjective(stem, |form| push(&form, KeyForm::Adjective));
    }
    for noun in &entry.people {
        forms::people(noun, |form| push(&form, KeyForm::People));
    }
    for form in &entry.place_adjectives {
        if form == "auto" {
            forms::place_adjective(&entry.name, |form| push(&form, KeyForm::PlaceAdjective));
        } else {
            push(form, KeyForm::PlaceAdjective);
        }
    }
}

/// Lays the sections out.
fn compile(
    entries: &[&GazetteerEntry],
    keys: &BTreeMap<String, BTreeSet<(i32, u8, u32)>>,
    has_folded: bool,
) -> Result<Gazetteer, GazetteerError> {
    let mut postings: Vec<u32> = Vec::new();
    let mut runs: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    let mut trie_keys = Vec::with_capacity(keys.len());
    for (key, found) in keys {
        let run: Vec<u32> = found
            .iter()
            .map(|&(_, form, entry)| entry << 8 | u32::from(form))
            .collect();
        let at = match runs.get(&run) {
            Some(&at) => at,
            None => {
                let at = u32::try_from(postings.len())
                    .ok()
                    .filter(|&at| at < 1 << 24)
                    .ok_or(GazetteerError::TooLarge)?;
                postings.push(u32::try_from(run.len()).map_err(|_| GazetteerError::TooLarge)?);
                postings.extend(&run);
                runs.insert(run, at);
                at
            }
        };
        trie_keys.push((key.clone().into_bytes(), at));
    }
    let units = trie::build(&trie_keys).map_err(|_| GazetteerError::TooLarge)?;

    let mut strings = Strings::default();
    let mut records = Vec::new();
    for entry in entries {
        let ids: Vec<String> = entry
            .ids
            .iter()
            .map(|(authority, id)| format!("{authority}={id}"))
            .collect();
        for text in [entry.name.as_str(), entry.id.as_str(), ids.join(";").as_str()] {
            records.extend(strings.offset(text)?.to_le_bytes());
        }
        let mut flags = 0;
        for (is_set, flag) in [
            (entry.ambiguous, Flags::AMBIGUOUS),
            (entry.metonym, Flags::METONYM),
            (entry.article, Flags::ARTICLE),
            (entry.rigid, Flags::RIGID),
        ] {
            flags |= if is_set { flag.0 } else { 0 };
        }
        records.push(kind_byte(entry.kind));
        records.push(gender_byte(entry.gender));
        records.extend(flags.to_le_bytes());
        records.extend(entry.priority.to_le_bytes());
        records.extend([0, 0]);
    }

    let mut bytes = Vec::with_capacity(HEADER + units.len() + postings.len() * 4 + records.len());
    bytes.extend(MAGIC);
    bytes.extend([VERSION, u8::from(has_folded), 0]);
    for len in [units.len(), postings.len() * 4, records.len(), strings.bytes.len()] {
        bytes.extend(u32::try_from(len).map_err(|_| GazetteerError::TooLarge)?.to_le_bytes());
    }
    bytes.extend(units);
    bytes.extend(postings.iter().flat_map(|posting| posting.to_le_bytes()));
    bytes.extend(records);
    bytes.extend(strings.bytes);
    Ok(Gazetteer::open(Cow::Owned(bytes))?)
}

/// The string table: each text once.
#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    offsets: BTreeMap<String, u32>,
}

impl Strings {
    fn offset(&mut self, text: &str) -> Result<u32, GazetteerError> {
        if let Some(&offset) = self.offsets.get(text) {
            return Ok(offset);
        }
        let offset = u32::try_from(self.bytes.len()).map_err(|_| GazetteerError::TooLarge)?;
        let len = u16::try_from(text.len()).map_err(|_| GazetteerError::TooLarge)?;
        self.bytes.extend(len.to_le_bytes());
        self.bytes.extend(text.as_bytes());
        self.offsets.insert(text.to_owned(), offset);
        Ok(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let error = builder
            .read_tsv("t.tsv", "a\tplace\tAach\nb\tplace\tBach\na\tplace\tCach\n".as_bytes())
            .unwrap_err();
        assert_eq!(error.to_string(), "t.tsv:3: the id \"a\" was given before, at t.tsv:1");
        assert!(builder.build().unwrap().is_empty());
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
