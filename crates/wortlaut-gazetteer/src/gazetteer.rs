//! A compiled list of names, read in place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use wortlaut_text::{EntityKind, Gender};

use crate::error::GazetteerError;
use crate::format::{ANY_CASE, FormatError, Layout, Section, WIDE_CLASSES};
use crate::hash::Hash;
use crate::keys::{Keys, Posting, Scratch};
use crate::normal;
use crate::records::{Class, Details, Flags, Records};
use crate::source;
use crate::validity::Validity;

/// A compiled list of names: immutable, cheap to open, read without parsing.
///
/// Made by a [`GazetteerBuilder`](crate::GazetteerBuilder), or opened from the bytes of an earlier one with
/// [`Gazetteer::from_bytes`] or [`Gazetteer::load`]. [`Gazetteer::german`] is the built-in one.
///
/// # The file
///
/// One file holds all: a header of 68 bytes, then nine sections. Numbers are little-endian on every machine. The header has
/// the letters `WLGAZ`, the version (3), the order of bytes, the numbers of keys and entries, a checksum of all other
/// bytes, and the lengths of the sections. A file that was cut off, changed, or written by another version does not open
/// and says why ([`FormatError`]). A new version of the library may need lists compiled again; the version of the format
/// then changes.
///
/// | section | content |
/// |---|---|
/// | filter | 10 bits for each key, and for each beginning of a key: rules most words out |
/// | slots | a hash table of the keys, three bytes a slot |
/// | key blocks, keys | the forms of all names, sorted; each as what it does not share with the one before, with the entries it may mean |
/// | classes, entry classes | kind, gender, flags and priority; one or two bytes an entry |
/// | record blocks, records, authorities | name (as the number of its key), id, identifiers, validity |
///
/// A million names of people, places and organisations take some 28 MB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
    layout: Layout,
}

impl Gazetteer {
    /// The built-in German gazetteer. Opening it reads a header.
    ///
    /// ```
    /// use wortlaut_gazetteer::Gazetteer;
    ///
    /// assert!(Gazetteer::german().len() > 1000);
    /// ```
    #[must_use]
    pub fn german() -> Self {
        // A test proves that the shipped bytes are whole; an empty list is the alternative to a panic.
        Gazetteer::open(Cow::Borrowed(wortlaut_gazetteer_data::GERMAN), false).unwrap_or_else(|_| Gazetteer::empty())
    }

    /// Opens a gazetteer compiled earlier, from a `Vec<u8>` or from bytes that live as long as the program
    /// (`include_bytes!`). Nothing is parsed or copied; the checksum is proved.
    ///
    /// ```
    /// use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder};
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("names.tsv", "seehof\tplace\tSeehof\n".as_bytes())?;
    /// let compiled = builder.build()?;
    /// assert_eq!(Gazetteer::from_bytes(compiled.as_bytes().to_vec())?, compiled);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`FormatError`] when the bytes are not a whole compiled gazetteer of this version.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, FormatError> {
        Gazetteer::open(bytes.into(), true)
    }

    /// Opens a file written by [`save`](Self::save).
    ///
    /// ```
    /// use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder};
    ///
    /// let path = std::env::temp_dir().join("wortlaut-doc-harbours.gaz");
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("harbours.tsv", "s\tplace\tSeehof\n".as_bytes())?;
    /// builder.build()?.save(&path)?;
    /// assert_eq!(Gazetteer::load(&path)?.len(), 1);
    /// # std::fs::remove_file(path)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`GazetteerError::File`] when the file cannot be read or is no whole compiled gazetteer of this version.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, GazetteerError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path)
            .map_err(|error| GazetteerError::path(path, format!("cannot be read: {error}; check the path")))?;
        Gazetteer::from_bytes(bytes).map_err(|error| GazetteerError::path(path, error.to_string()))
    }

    /// Writes the compiled list to a file, to be opened by [`load`](Self::load).
    ///
    /// The file is whole or not there: the bytes are written to a file of another name in the same folder, which then
    /// takes the place of what `path` named. Who loads it meanwhile gets the old list or the new one, and an error leaves
    /// the old one as it was. A link is followed; a file that is read-only is kept.
    ///
    /// # Errors
    ///
    /// [`GazetteerError::File`] when the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), GazetteerError> {
        let path = path.as_ref();
        source::write_whole(path, &self.bytes).map_err(|error| {
            let remedy = "check that its folder is there, has room and may be written";
            GazetteerError::path(path, format!("cannot be written: {error}; {remedy}"))
        })
    }

    pub(crate) fn empty() -> Self {
        Gazetteer {
            bytes: Cow::Borrowed(&[]),
            layout: Layout::default(),
        }
    }

    pub(crate) fn open(bytes: Cow<'static, [u8]>, checked: bool) -> Result<Self, FormatError> {
        let layout = Layout::read(&bytes, checked)?;
        let gazetteer = Gazetteer { bytes, layout };
        let (keys, records) = (gazetteer.keys(), gazetteer.records());
        let width = if records.wide { 2 } else { 1 };
        let blocks = |count: u32| count.div_ceil(16) as usize * 4;
        for (section, is_right) in [
            ("filter", keys.filter.len() % 8 == 0),
            ("slots", keys.slots.len() % 3 == 0),
            ("key blocks", keys.blocks.len() == blocks(keys.count)),
            (
                "entry classes",
                records.entry_classes.len() == records.count as usize * width,
            ),
            ("record blocks", records.blocks.len() == blocks(records.count)),
        ] {
            if !is_right {
                return Err(FormatError::Section { section });
            }
        }
        Ok(gazetteer)
    }

    /// The compiled bytes, to be kept and opened again.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.layout.entries as usize
    }

    /// Whether it has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entries, sorted by name and id.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("t.tsv", "z\tplace\tZell\na\tplace\tAlm\n".as_bytes())?;
    /// let compiled = builder.build()?;
    /// let names: Vec<String> = compiled.entries().map(|entry| entry.name()).collect();
    /// assert_eq!(names, ["Alm", "Zell"]);
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = ListedEntry<'_>> {
        (0..self.layout.entries).filter_map(|number| self.entry(number))
    }

    /// All forms that lead to an entry, in normal form and sorted: names, aliases, adjectives, inhabitants, first names.
    /// Genitives of single words are not among them; they are found without being listed.
    ///
    /// ```
    /// use wortlaut_gazetteer::GazetteerBuilder;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_tsv("t.tsv", "id\tkind\tname\tpeople\na\tplace\tAlmland\tAlmländer\n".as_bytes())?;
    /// let forms: Vec<String> = builder.build()?.forms().collect();
    /// assert_eq!(forms, ["Almland", "Almländer", "Almländern", "Almländers"]);
    /// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
    /// ```
    pub fn forms(&self) -> impl Iterator<Item = String> + '_ {
        self.keys()
            .all()
            .map(|(key, _)| key.trim_start_matches(crate::keys::ANY_CASE).to_owned())
    }

    pub(crate) fn entry(&self, number: u32) -> Option<ListedEntry<'_>> {
        Some(ListedEntry {
            list: self,
            number,
            class: self.class(number)?,
        })
    }

    /// Whether some entries are to be found in any case.
    #[inline]
    pub(crate) fn has_any_case(&self) -> bool {
        self.layout.flags & ANY_CASE != 0
    }

    #[inline]
    pub(crate) fn keys(&self) -> Keys<'_> {
        let section = |section| self.layout.section(&self.bytes, section);
        Keys {
            filter: section(Section::Filter),
            slots: section(Section::Slots),
            blocks: section(Section::KeyBlocks),
            keys: section(Section::Keys),
            count: self.layout.keys,
            longest_probe: self.layout.longest_probe,
        }
    }

    #[inline]
    fn records(&self) -> Records<'_> {
        let section = |section| self.layout.section(&self.bytes, section);
        Records {
            classes: section(Section::Classes),
            entry_classes: section(Section::EntryClasses),
            wide: self.layout.flags & WIDE_CLASSES != 0,
            blocks: section(Section::RecordBlocks),
            records: section(Section::Records),
            authorities: section(Section::Authorities),
            count: self.layout.entries,
        }
    }

    /// The readings of a form that is no token. It is in normal form; umlauts and accents may be spelt otherwise.
    pub(crate) fn lookup(&self, form: &str) -> impl Iterator<Item = Posting> + '_ {
        let keys = self.keys();
        let mut found = Vec::new();
        let hash = if form.is_ascii() {
            Hash::EXACT.bytes(form.as_bytes())
        } else {
            let mut plain = String::new();
            normal::push_plain(form, &mut plain);
            Hash::EXACT.bytes(plain.as_bytes())
        };
        keys.find(hash, form, &mut Scratch::default(), &mut found);
        found.into_iter().flat_map(move |found| keys.postings(found))
    }

    /// What steers the matcher at an entry.
    #[inline]
    pub(crate) fn class(&self, entry: u32) -> Option<Class> {
        self.records().class(entry)
    }

    /// What the result shows of an entry.
    pub(crate) fn details(&self, entry: u32) -> Option<Details> {
        self.records().details(entry, self.keys())
    }
}

/// An entry of a compiled list.
///
/// ```
/// use wortlaut_gazetteer::GazetteerBuilder;
///
/// let mut builder = GazetteerBuilder::new();
/// builder.read_tsv("t.tsv", "id\tkind\tname\tids\tuntil\na\torganization\tAlmbank\tours=7\t2019\n".as_bytes())?;
/// let compiled = builder.build()?;
/// let entry = compiled.entries().next().ok_or("no entry")?;
/// assert_eq!((entry.id(), entry.name()), ("a".to_owned(), "Almbank".to_owned()));
/// assert_eq!(entry.ids().get("ours").map(String::as_str), Some("7"));
/// assert!(!entry.validity().contains("2020-01-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ListedEntry<'g> {
    list: &'g Gazetteer,
    number: u32,
    class: Class,
}

impl ListedEntry<'_> {
    /// What the list calls it.
    #[must_use]
    pub fn id(&self) -> String {
        self.details().id
    }

    /// The name shown.
    #[must_use]
    pub fn name(&self) -> String {
        self.details().name
    }

    /// Identifiers by authority.
    #[must_use]
    pub fn ids(&self) -> BTreeMap<String, String> {
        self.details().ids.into_iter().collect()
    }

    /// What sort of thing it is.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.class.kind
    }

    /// Gender.
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        self.class.gender
    }

    /// Which of several readings wins; higher first.
    #[must_use]
    pub fn priority(&self) -> i16 {
        self.class.priority
    }

    /// Whether the name is a common word too.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.class.flags.has(Flags::AMBIGUOUS)
    }

    /// Whether it stands for who is in it: *Kreml*.
    #[must_use]
    pub fn is_metonym(&self) -> bool {
        self.class.flags.has(Flags::METONYM)
    }

    /// When it holds.
    #[must_use]
    pub fn validity(&self) -> Validity {
        self.details().validity
    }

    fn details(&self) -> Details {
        self.list.details(self.number).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_bytes_are_whole_and_of_this_version() {
        let gazetteer = Gazetteer::from_bytes(wortlaut_gazetteer_data::GERMAN).unwrap();
        assert!(gazetteer.len() > 1000);
        let berlin = gazetteer.lookup("Berlin").next().unwrap();
        assert_eq!(gazetteer.details(berlin.entry).unwrap().name, "Berlin");
    }

    #[test]
    fn damage_is_told() {
        assert_eq!(Gazetteer::from_bytes(b"hello".to_vec()), Err(FormatError::Magic));
        let mut bytes = wortlaut_gazetteer_data::GERMAN.to_vec();
        bytes.pop();
        assert!(matches!(
            Gazetteer::from_bytes(bytes.clone()),
            Err(FormatError::Length { .. })
        ));
        bytes[5] = 99;
        assert_eq!(Gazetteer::from_bytes(bytes), Err(FormatError::Version { found: 99 }));
        let mut bytes = wortlaut_gazetteer_data::GERMAN.to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert!(matches!(
            Gazetteer::from_bytes(bytes),
            Err(FormatError::Checksum { .. })
        ));
    }

    fn small() -> Vec<u8> {
        let table = "id\tkind\tname\taliases\tids\tpeople\tflags\tcase\tfrom\n\
                     a\tplace\tGießhübel\tGH|Bad Gießhübel\tours=7;x=ab\tGießhübler\tmetonym\texact\t1990\n\
                     b\tperson\tÖzlem Alm\t\t\t\ttransliterated\texact\t\n\
                     c\torganization\tiAlm\t\t\t\t\tfold\t\n\
                     d\tperson\tBo Alm\t\t\t\t\t\t\n";
        let mut builder = crate::GazetteerBuilder::new();
        builder.read_tsv("t", table.as_bytes()).unwrap();
        builder.add_first_name("Özlem", None);
        builder.build().unwrap().as_bytes().to_vec()
    }

    /// Uses all that a list has.
    fn use_all(list: Gazetteer) -> usize {
        let text =
            "Die Gießhübler aus Bad Gießhübel und GH, Özlem Alm, Oezlem Alms und IALM (iAlm) mit BAD GIESSHÜBEL.";
        let tokens = wortlaut_tokenize::Tokenizer::new().tokenize(text);
        let shown: usize = list
            .entries()
            .take(50)
            .map(|entry| entry.name().len() + entry.id().len() + entry.ids().len())
            .sum();
        let forms = list.forms().take(200).count();
        let names = crate::NameFinder::new([list.clone()]).find(text, &tokens).len();
        let recognizer = crate::Recognizer::builder().built_in(false).gazetteer(list).build();
        shown + forms + names + recognizer.recognize(text, &tokens).mentions.len()
    }

    #[test]
    fn no_damage_panics() {
        let bytes = small();
        assert!(use_all(Gazetteer::from_bytes(bytes.clone()).unwrap()) > 30);
        // With the checksum, damage is noticed; without, whatever opens is read without a panic.
        let mut state = 1u64;
        let mut opened = 0;
        for round in 0..3000usize {
            let mut damaged = bytes.clone();
            for _ in 0..=round % 3 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let at = (state >> 33) as usize % damaged.len();
                damaged[at] = (state >> 20) as u8;
            }
            if damaged != bytes {
                assert!(Gazetteer::from_bytes(damaged.clone()).is_err());
            }
            if let Ok(list) = Gazetteer::open(Cow::Owned(damaged), false) {
                use_all(list);
                opened += 1;
            }
        }
        assert!(opened > 1000, "{opened}");
    }

    #[test]
    fn a_file_that_was_cut_off_does_not_open() {
        let bytes = small();
        for len in 0..bytes.len() {
            assert!(
                Gazetteer::open(Cow::Owned(bytes[..len].to_vec()), false).is_err(),
                "{len}"
            );
        }
        // Sealed anew, sections that do not agree are still told.
        let mut parts = bytes.clone();
        let entries = u32::from_le_bytes([parts[16], parts[17], parts[18], parts[19]]);
        parts[16..20].copy_from_slice(&(entries + 40).to_le_bytes());
        crate::format::seal(&mut parts);
        assert!(matches!(Gazetteer::from_bytes(parts), Err(FormatError::Section { .. })));
    }
}
