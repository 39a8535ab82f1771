//! Names in a document.

use std::sync::Arc;

use jiff::civil::Date;
use wortlaut_lexicon::Lexicon;
use wortlaut_text::{Entity, Mention};
use wortlaut_tokenize::Tokenization;

use crate::candidate;
use crate::gazetteer::Gazetteer;
use crate::matcher::Matcher;
#[cfg(feature = "patterns")]
use crate::patterns::PatternList;
use crate::words::Words;
use crate::{compounds, foreign, linking, neighbours, organizations, person_shapes, persons, places, sites, works};

/// The entities of a document and their mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Names {
    /// The entities, in the order of their first mention; sources without a name behind all others.
    pub entities: Vec<Entity>,
    /// The mentions, sorted by start. Those of names do not overlap; the noun phrase of a source without a name stands
    /// before the names inside it.
    pub mentions: Vec<Mention>,
}

/// What a user can choose about names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecognizerOptions {
    /// Whether names that no list knows are found by rules (default: yes). Without them only lists, their forms and
    /// compounds count, and short forms of full names the lists know.
    pub unlisted: bool,
}

impl Default for RecognizerOptions {
    fn default() -> Self {
        RecognizerOptions { unlisted: true }
    }
}

/// Recognises names: immutable, cheap to clone and to share between threads.
///
/// ```
/// use wortlaut_gazetteer::Recognizer;
/// use wortlaut_text::MentionForm;
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Ministerin Lena Ostholt besuchte Kopenhagen. Ostholts Reise dauert zwei Tage.";
/// let names = Recognizer::german().recognize(text, &Tokenizer::new().tokenize(text));
///
/// let last = names.mentions.last().ok_or("no mention")?;
/// assert_eq!((last.span.slice(text), last.form), ("Ostholts", MentionForm::Genitive));
/// assert_eq!(last.entity.get(&names.entities).map(|entity| entity.name.as_str()), Some("Lena Ostholt"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Recognizer {
    lists: Arc<[Gazetteer]>,
    #[cfg(feature = "patterns")]
    patterns: Arc<[PatternList]>,
    options: RecognizerOptions,
}

impl Default for Recognizer {
    fn default() -> Self {
        Recognizer::german()
    }
}

/// Chooses the lists and options of a [`Recognizer`].
#[derive(Clone, Debug)]
pub struct RecognizerBuilder {
    lists: Vec<Gazetteer>,
    #[cfg(feature = "patterns")]
    patterns: Vec<PatternList>,
    built_in: bool,
    options: RecognizerOptions,
}

impl RecognizerBuilder {
    /// Adds a list. Where several lists know a name, the one with the higher priority of the entry counts, then the
    /// list added first; all of them count before the built-in one.
    #[must_use]
    pub fn gazetteer(mut self, list: Gazetteer) -> Self {
        self.lists.push(list);
        self
    }

    /// Adds patterns. Where several find the same words, the list added first counts.
    #[cfg(feature = "patterns")]
    #[must_use]
    pub fn patterns(mut self, patterns: PatternList) -> Self {
        self.patterns.push(patterns);
        self
    }

    /// Whether the built-in German list is used too (default: yes).
    #[must_use]
    pub fn built_in(mut self, used: bool) -> Self {
        self.built_in = used;
        self
    }

    /// Sets the options.
    #[must_use]
    pub fn options(mut self, options: RecognizerOptions) -> Self {
        self.options = options;
        self
    }

    /// The recogniser.
    #[must_use]
    pub fn build(self) -> Recognizer {
        let mut lists = self.lists;
        if self.built_in {
            lists.push(Gazetteer::german());
        }
        Recognizer {
            lists: lists.into(),
            #[cfg(feature = "patterns")]
            patterns: self.patterns.into(),
            options: self.options,
        }
    }
}

impl Recognizer {
    /// A recogniser with the built-in German gazetteer.
    #[must_use]
    pub fn german() -> Self {
        Recognizer::builder().build()
    }

    /// A recogniser with lists of one's own.
    #[must_use]
    pub fn builder() -> RecognizerBuilder {
        RecognizerBuilder {
            lists: Vec::new(),
            #[cfg(feature = "patterns")]
            patterns: Vec::new(),
            built_in: true,
            options: RecognizerOptions::default(),
        }
    }

    /// The names of a tokenized text.
    #[must_use]
    pub fn recognize(&self, text: &str, tokens: &Tokenization) -> Names {
        let mut names = Names::default();
        self.recognize_into(text, tokens, &mut names);
        names
    }

    /// The names of a tokenized text, in buffers that are used again.
    pub fn recognize_into(&self, text: &str, tokens: &Tokenization, into: &mut Names) {
        self.recognize_on_into(text, tokens, None, into);
    }

    /// The names of a tokenized text of which the day may be known, in buffers that are used again. Of several entries
    /// that a name can mean, those come first that hold on that day; one that does not is still found, with the
    /// evidence `entity.list.outdated`.
    ///
    /// ```
    /// use wortlaut_gazetteer::{GazetteerBuilder, Names, Recognizer};
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// let rows = "id\tkind\tname\taliases\tfrom\tuntil\n\
    ///     old\torganization\tQuendelbahn AG\tQuendelbahn\t2010\t2015\n\
    ///     new\torganization\tQuendelbahn Holding\tQuendelbahn\t2016\t\n";
    /// builder.read_tsv("firms.tsv", rows.as_bytes())?;
    /// let recognizer = Recognizer::builder().gazetteer(builder.build()?).build();
    ///
    /// let text = "Die Züge der Quendelbahn stehen.";
    /// let (tokens, mut names) = (Tokenizer::new().tokenize(text), Names::default());
    /// recognizer.recognize_on_into(text, &tokens, Some("2012-05-01".parse()?), &mut names);
    /// assert_eq!(names.entities[0].name, "Quendelbahn AG");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn recognize_on_into(&self, text: &str, tokens: &Tokenization, day: Option<Date>, into: &mut Names) {
        into.entities.clear();
        into.mentions.clear();
        let mut words = Words::new(text, tokens, Lexicon::german());
        let matcher = Matcher::new(&self.lists, day);
        let mut candidates = matcher.find(&mut words);
        #[cfg(feature = "patterns")]
        for list in self.patterns.iter() {
            list.find(&words, &mut candidates);
        }
        compounds::find(&words, &matcher, &mut candidates);
        neighbours::settle(&words, &matcher, &mut candidates);
        let mut aliases = Vec::new();
        if self.options.unlisted {
            persons::find(&words, &matcher, &mut candidates);
            person_shapes::find(&words, &matcher, &mut candidates);
            aliases = organizations::find(&words, &mut candidates);
            places::find(&words, &mut candidates);
            sites::find(&words, &matcher, &mut candidates);
            works::find(&words, &mut candidates);
            foreign::find(&words, &mut candidates);
        }
        let chosen = candidate::choose(candidates, words.all.len());
        linking::link(&mut words, &matcher, chosen, &aliases, into);
    }
}
