//! What the parser knows of one token: its possible categories, its forms, its decided category.

use wortlaut_lexicon::{Category, Number, Person};
use wortlaut_tokenize::TokenKind;

pub(crate) use crate::agreement::{Agreement, Ending};
pub(crate) use crate::cats::{CLOSED, Cats, VERBAL};
pub(crate) use crate::key::Key;
pub(crate) use crate::sentence::Sentence;

/// What forms of a verb a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(crate) const NONE: Forms = Forms(0);
    pub(crate) const FINITE: Forms = Forms(1);
    pub(crate) const INFINITIVE: Forms = Forms(2);
    pub(crate) const ZU_INFINITIVE: Forms = Forms(4);
    pub(crate) const PRESENT_PARTICIPLE: Forms = Forms(8);
    pub(crate) const PAST_PARTICIPLE: Forms = Forms(16);

    pub(crate) const fn has(self, of: Forms) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn or(self, other: Forms) -> Self {
        Forms(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Forms) -> Self {
        Forms(self.0 & !other.0)
    }
}

/// Which verb, as far as groups are built with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum VerbClass {
    #[default]
    Full,
    Haben,
    Sein,
    Werden,
    Modal,
    /// *lassen*, which takes an infinitive without *zu*.
    Lassen,
    /// *scheinen*, *brauchen*, *pflegen*, *drohen*: with *zu* like an auxiliary.
    WithZu,
}

impl VerbClass {
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, VerbClass::Haben | VerbClass::Sein | VerbClass::Werden)
    }

    /// Whether it takes a bare infinitive.
    pub(crate) const fn takes_infinitive(self) -> bool {
        matches!(self, VerbClass::Werden | VerbClass::Modal | VerbClass::Lassen)
    }
}

/// Persons and numbers a finite form can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wants(u8);

impl Wants {
    pub(crate) const NONE: Wants = Wants(0);
    pub(crate) const FIRST_SINGULAR: Wants = Wants(1);
    pub(crate) const FIRST_PLURAL: Wants = Wants(2);
    /// *du* or *ihr*.
    pub(crate) const SECOND: Wants = Wants(4);
    pub(crate) const THIRD_SINGULAR: Wants = Wants(8);
    pub(crate) const THIRD_PLURAL: Wants = Wants(16);
    pub(crate) const THIRD: Wants = Wants(8 | 16);

    pub(crate) const fn has(self, of: Wants) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn or(self, other: Wants) -> Self {
        Wants(self.0 | other.0)
    }

    /// What one reading of a finite form goes with; a person or number that the form leaves open can be any.
    pub(crate) fn of(person: Option<Person>, number: Option<Number>) -> Self {
        let persons = match person {
            Some(Person::First) => Wants(1 | 2),
            Some(Person::Second) => Wants::SECOND,
            Some(Person::Third) => Wants::THIRD,
            None => Wants(31),
        };
        let numbers = match number {
            Some(Number::Singular) => Wants(1 | 4 | 8),
            Some(Number::Plural) => Wants(2 | 4 | 16),
            None => Wants(31),
        };
        Wants(persons.0 & numbers.0)
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No letter first.
    #[default]
    Other,
    Lower,
    Capital,
    /// Two capitals at least and no small letter: *SPD*.
    Upper,
}

/// A token and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) kind: TokenKind,
    /// The first character of a mark; a space for words.
    pub(crate) mark: char,
    pub(crate) key: Key,
    pub(crate) shape: Shape,
    /// Where a capital letter says nothing: at the start of the sentence, after a colon or an opening mark.
    pub(crate) initial: bool,
    /// Not in the lexicon: what it can be is guessed from its ending.
    pub(crate) unknown: bool,
    /// What it can be.
    pub(crate) cats: Cats,
    /// What form of a verb it can still be; emptied when it is decided to be none.
    pub(crate) forms: Forms,
    pub(crate) class: VerbClass,
    /// As a noun, name, pronoun or determiner.
    pub(crate) agreement: Agreement,
    /// The agreement as a determiner, where it can be one.
    pub(crate) determiner: Agreement,
    /// Whether it ends like an adjective before its noun: *-e, -er, -en, -em, -es*.
    pub(crate) inflected: bool,
    /// The ending, as an adjective.
    pub(crate) ending: Ending,
    /// It ends in *-er*: the genitive plural of an adjective without an article.
    pub(crate) ends_er: bool,
    /// Its finite readings are all imperatives.
    pub(crate) only_imperative: bool,
    /// `!`
    pub(crate) imperative_mark: bool,
    /// It ends in *-e*.
    pub(crate) ends_e: bool,
    /// It ends in a hyphen that stands for the rest of the next word: *Umwelt-*.
    pub(crate) truncated: bool,
    /// Every finite reading is subjunctive, but for a first person.
    pub(crate) subjunctive: bool,
    /// Its finite readings are of a tense of the past.
    pub(crate) past: bool,
    /// It can be Konjunktiv II.
    pub(crate) second: bool,
    /// An adjective of its own, not the participle of a verb.
    pub(crate) pure_adjective: bool,
    /// Which subjects its finite readings go with.
    pub(crate) wants: Wants,
    /// It can be the form of a verb or a declined participle, whatever it is here.
    pub(crate) deverbal: bool,
    /// A declined Partizip I, which may have an object before it: *der sie begleitende Arzt*.
    pub(crate) governs: bool,
    /// A preposition with its article: *zum*.
    pub(crate) contracted: bool,
    /// A noun that names persons: a title may go before a name.
    pub(crate) person: bool,
    /// A noun that names institutions, whose name may follow: *der Agentur Nordlicht*.
    pub(crate) institution: bool,
    /// A capitalised word that the list of common nouns has.
    pub(crate) common: bool,
    /// It ends as the genitive of a name does.
    pub(crate) genitive_name: bool,
    /// The length in bytes of a particle its readings leave out.
    pub(crate) particle: u8,
    /// The decision.
    pub(crate) cat: Category,
    /// Where its readings stand.
    pub(crate) first_reading: u32,
    pub(crate) reading_count: u8,
}

impl Word {
    /// A mark that is no word; also what reading a word starts from.
    pub(crate) const MARK: Word = Word {
        kind: TokenKind::Punctuation,
        mark: ' ',
        key: Key::None,
        shape: Shape::Other,
        initial: false,
        unknown: false,
        cats: Cats::NONE,
        forms: Forms::NONE,
        class: VerbClass::Full,
        agreement: Agreement::ANY,
        determiner: Agreement::ANY,
        inflected: false,
        ending: Ending::None,
        ends_er: false,
        only_imperative: false,
        imperative_mark: false,
        ends_e: false,
        truncated: false,
        subjunctive: false,
        past: false,
        second: false,
        pure_adjective: false,
        wants: Wants::NONE,
        deverbal: false,
        governs: false,
        contracted: false,
        person: false,
        institution: false,
        common: false,
        genitive_name: false,
        particle: 0,
        cat: Category::Other,
        first_reading: 0,
        reading_count: 0,
    };

    pub(crate) const fn is_word(&self) -> bool {
        self.kind.is_wordlike()
    }

    pub(crate) const fn can_be_finite(&self) -> bool {
        self.forms.has(Forms::FINITE)
    }

    /// Any form of a verb that is still thought of as one.
    pub(crate) const fn is_verbal(&self) -> bool {
        self.forms.has(
            Forms::FINITE
                .or(Forms::INFINITIVE)
                .or(Forms::ZU_INFINITIVE)
                .or(Forms::PAST_PARTICIPLE),
        )
    }

    /// A finite form and nothing else.
    pub(crate) fn is_surely_finite(&self) -> bool {
        self.can_be_finite()
            && !self.unknown
            && !self.only_imperative
            && !self
                .forms
                .has(Forms::INFINITIVE.or(Forms::PAST_PARTICIPLE).or(Forms::ZU_INFINITIVE))
            && !self.cats.any(
                Cats::of(Category::Adjective)
                    .or(Cats::of(Category::Adverb))
                    .or(Cats::of(Category::Preposition))
                    .or(Cats::of(Category::Determiner))
                    .or(Cats::of(Category::Numeral)),
            )
    }

    /// A noun or a name, by decision.
    pub(crate) const fn is_nominal(&self) -> bool {
        matches!(self.cat, Category::Noun | Category::Name)
    }

    /// A number in digits.
    pub(crate) const fn is_number(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Date | TokenKind::Clock | TokenKind::YearRange
        )
    }

    pub(crate) const fn is_quote_mark(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::QuoteOpen | TokenKind::QuoteClose | TokenKind::QuoteStray
        )
    }

    pub(crate) fn decide(&mut self, category: Category) {
        self.cat = category;
        if !VERBAL.has(category) {
            self.forms = Forms::NONE;
        }
    }
}
