//! One reading of a word form.

use wortlaut_text::Gender;

/// The category (part of speech) of a word, by the classes of Universal Dependencies, with articles, particles and
/// conjunctions told apart as German grammar does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Category {
    /// A full verb.
    Verb,
    /// *haben*, *sein*, *werden*.
    Auxiliary,
    /// *können*, *müssen*, *sollen* …
    Modal,
    /// A common noun.
    Noun,
    /// A name.
    Name,
    /// An adjective, attributive or predicative.
    Adjective,
    /// An adverb.
    Adverb,
    /// An article or a pronoun that stands before a noun like one: *der*, *ein*, *kein*, *dieser*, *sein*.
    Determiner,
    /// A pronoun that stands for a noun: *er*, *wir*, *man*, *niemand*.
    Pronoun,
    /// A relative pronoun: *der*, *welcher*, *was*.
    RelativePronoun,
    /// A question word: *wer*, *wie*, *warum*.
    Interrogative,
    /// A preposition, also with its article: *in*, *im*, *laut*.
    Preposition,
    /// A postposition: *zufolge*.
    Postposition,
    /// A conjunction that joins equals: *und*, *aber*.
    Coordination,
    /// A conjunction that opens a subordinate clause: *dass*, *weil*.
    Subordination,
    /// A separable verb particle standing alone: *an* in *kündigte … an*.
    VerbParticle,
    /// *zu* before an infinitive.
    InfinitiveMarker,
    /// *nicht*, *ja*, *doch*.
    Particle,
    /// A number word: *drei*.
    Numeral,
    /// An interjection.
    Interjection,
    /// Punctuation, numbers in digits and whatever is no word.
    Other,
}

/// Mood (Modus).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// Indikativ.
    Indicative,
    /// Konjunktiv I: *er sei*.
    SubjunctiveI,
    /// Konjunktiv II: *er wäre*.
    SubjunctiveII,
    /// Imperativ.
    Imperative,
}

/// Tense (Tempus): of a form *present* or *past*, of a verb group all six.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// Präsens.
    Present,
    /// Präteritum.
    Past,
    /// Perfekt.
    Perfect,
    /// Plusquamperfekt.
    Pluperfect,
    /// Futur I.
    Future,
    /// Futur II.
    FuturePerfect,
}

/// Grammatical person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Person {
    /// *ich*, *wir*.
    First,
    /// *du*, *ihr*.
    Second,
    /// *er*, *sie*.
    Third,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Singular.
    Singular,
    /// Plural.
    Plural,
}

/// Case (Kasus).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Nominativ.
    Nominative,
    /// Genitiv.
    Genitive,
    /// Dativ.
    Dative,
    /// Akkusativ.
    Accusative,
}

/// The cases a form can be in.
///
/// ```
/// use wortlaut_lexicon::{Case, CaseSet};
///
/// let der = CaseSet::of(&[Case::Nominative, Case::Genitive, Case::Dative]);
/// assert!(der.contains(Case::Genitive) && !der.contains(Case::Accusative));
/// assert_eq!(der.and(CaseSet::of(&[Case::Nominative])), CaseSet::of(&[Case::Nominative]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CaseSet(u8);

impl CaseSet {
    /// Any case: the form does not tell.
    pub const ANY: CaseSet = CaseSet(0b1111);
    /// No case: the readings contradict each other.
    pub const NONE: CaseSet = CaseSet(0);

    /// The set with these bits, in the order of [`Case`].
    pub(crate) const fn from_bits(bits: u8) -> Self {
        CaseSet(bits & 0b1111)
    }

    /// The set of the given cases.
    #[must_use]
    pub const fn of(mut cases: &[Case]) -> Self {
        let mut set = 0;
        while let [case, rest @ ..] = cases {
            set |= 1 << *case as u8;
            cases = rest;
        }
        CaseSet(set)
    }

    /// Whether the form can be in `case`.
    #[must_use]
    pub const fn contains(self, case: Case) -> bool {
        self.0 & (1 << case as u8) != 0
    }

    /// The cases in both sets.
    #[must_use]
    pub const fn and(self, other: CaseSet) -> CaseSet {
        CaseSet(self.0 & other.0)
    }

    /// The cases in either set.
    #[must_use]
    pub const fn or(self, other: CaseSet) -> CaseSet {
        CaseSet(self.0 | other.0)
    }

    /// Whether no case is left.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Finite or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum VerbForm {
    /// *sagt*, *sagte*, *sage*.
    Finite,
    /// *sagen*.
    Infinitive,
    /// The infinitive of a separable verb with *zu* inside: *anzukündigen*.
    ZuInfinitive,
    /// Partizip I: *sagend*.
    PresentParticiple,
    /// Partizip II: *gesagt*.
    PastParticiple,
}

/// What a reading of a form says. A field is `None` where the category has no such feature or the form leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Features {
    /// Verbs: finite or not.
    pub verb_form: Option<VerbForm>,
    /// Finite verbs: mood. A form that is both, as *sagte* (Präteritum and Konjunktiv II), has a reading for each.
    pub mood: Option<Mood>,
    /// Finite verbs: present or past.
    pub tense: Option<Tense>,
    /// Verbs and pronouns.
    pub person: Option<Person>,
    /// Verbs, nouns, pronouns, determiners.
    pub number: Option<Number>,
    /// Nouns, pronouns, determiners.
    pub gender: Option<Gender>,
    /// Nouns, pronouns, determiners; prepositions: the cases they govern.
    pub case: CaseSet,
}

impl Default for CaseSet {
    fn default() -> Self {
        CaseSet::ANY
    }
}

/// One reading of a word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct WordAnalysis<'l> {
    /// The dictionary form: infinitive with its particle (*ankündigen*), nominative singular, …
    pub lemma: &'l str,
    /// The category.
    pub category: Category,
    /// What the form tells.
    pub features: Features,
    /// For a form of a separable verb written in one word, the length in bytes of its particle: 2 in *ankündigt*.
    pub particle: u8,
    /// The form is far more often one of another lemma: *suchten* is from *suchen*, hardly ever from *suchten*.
    pub rare: bool,
}

impl<'l> WordAnalysis<'l> {
    /// A reading.
    #[must_use]
    pub const fn new(lemma: &'l str, category: Category, features: Features) -> Self {
        WordAnalysis {
            lemma,
            category,
            features,
            particle: 0,
            rare: false,
        }
    }
}
