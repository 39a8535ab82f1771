//! What the parser knows of one token of a sentence: its possible categories, its forms, its decided category.

use wortlaut_lexicon::{Category, Lexicon, Mood, Person, RoleKind, VerbForm, WordAnalysis};
use wortlaut_tokenize::TokenKind;

pub(crate) use crate::agreement::Agreement;
pub(crate) use crate::key::Key;

/// A set of categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cats(u32);

impl Cats {
    pub(crate) const fn of(category: Category) -> Self {
        Cats(1 << category as u32)
    }

    pub(crate) const fn or(self, other: Cats) -> Self {
        Cats(self.0 | other.0)
    }

    pub(crate) const fn has(self, category: Category) -> bool {
        self.0 & (1 << category as u32) != 0
    }

    pub(crate) const fn any(self, of: Cats) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn without(self, category: Category) -> Self {
        Cats(self.0 & !(1 << category as u32))
    }

    pub(crate) const fn is_only_verb(self) -> bool {
        self.0 & !VERBAL.0 == 0
    }

    pub(crate) fn add(&mut self, category: Category) {
        self.0 |= 1 << category as u32;
    }
}

/// The categories with few members, whose capital letter never makes a noun of them.
pub(crate) const CLOSED: Cats = Cats::of(Category::Determiner)
    .or(Cats::of(Category::Pronoun))
    .or(Cats::of(Category::RelativePronoun))
    .or(Cats::of(Category::Interrogative))
    .or(Cats::of(Category::Preposition))
    .or(Cats::of(Category::Postposition))
    .or(Cats::of(Category::Coordination))
    .or(Cats::of(Category::Subordination))
    .or(Cats::of(Category::InfinitiveMarker))
    .or(Cats::of(Category::Particle))
    .or(Cats::of(Category::Adverb));

pub(crate) const VERBAL: Cats = Cats::of(Category::Verb)
    .or(Cats::of(Category::Auxiliary))
    .or(Cats::of(Category::Modal));

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
    /// It ends in *-er*: the genitive plural of an adjective without an article.
    pub(crate) ends_er: bool,
    /// Its finite readings are all imperatives.
    pub(crate) only_imperative: bool,
    /// `!`
    pub(crate) imperative_mark: bool,
    /// It ends in *-e*.
    pub(crate) ends_e: bool,
    /// A preposition with its article: *zum*.
    pub(crate) contracted: bool,
    /// A noun that names persons: a title may go before a name.
    pub(crate) person: bool,
    /// It ends as the genitive of a name does.
    pub(crate) genitive_name: bool,
    /// The length in bytes of a particle its readings leave out.
    pub(crate) particle: u8,
    /// The decision.
    pub(crate) cat: Category,
    /// Its readings in [`Sentence::readings`].
    pub(crate) first_reading: u32,
    pub(crate) reading_count: u32,
}

impl Default for Word {
    fn default() -> Self {
        Word {
            kind: TokenKind::Punctuation,
            key: Key::None,
            shape: Shape::Other,
            initial: false,
            unknown: false,
            cats: Cats::default(),
            forms: Forms::NONE,
            class: VerbClass::Full,
            agreement: Agreement::ANY,
            determiner: Agreement::ANY,
            inflected: false,
            ends_er: false,
            only_imperative: false,
            imperative_mark: false,
            ends_e: false,
            contracted: false,
            person: false,
            genitive_name: false,
            particle: 0,
            cat: Category::Other,
            first_reading: 0,
            reading_count: 0,
        }
    }
}

impl Word {
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

#[cfg(test)]
thread_local! {
    /// How often a word was looked at: what the rules cost, told without a clock.
    pub(crate) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The words of one sentence, with all their readings. The buffers are used again for the next sentence.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<Word>,
    pub(crate) readings: Vec<WordAnalysis<'static>>,
    lower: String,
}

impl Sentence {
    /// Makes room for the next sentence. The readings stay, for words that come again.
    pub(crate) fn clear(&mut self) {
        self.words.clear();
    }

    /// Forgets the readings of all words read so far.
    pub(crate) fn forget(&mut self) {
        self.readings.clear();
    }

    /// Takes a word that was read before.
    pub(crate) fn push_again(&mut self, word: Word, kind: TokenKind, initial: bool) {
        self.words.push(Word { kind, initial, ..word });
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place; beyond the end, a mark that is no word.
    pub(crate) fn at(&self, place: usize) -> Word {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.words.get(place).copied().unwrap_or_default()
    }

    /// The word before a place.
    pub(crate) fn before(&self, place: usize) -> Word {
        place.checked_sub(1).map_or_else(Word::default, |place| self.at(place))
    }

    pub(crate) fn decide(&mut self, place: usize, category: Category) {
        if let Some(word) = self.words.get_mut(place) {
            word.decide(category);
        }
    }

    pub(crate) fn readings_of(&self, place: usize) -> &[WordAnalysis<'static>] {
        let word = self.at(place);
        let start = word.first_reading as usize;
        self.readings
            .get(start..start + word.reading_count as usize)
            .unwrap_or(&[])
    }

    /// The finite readings of a word.
    pub(crate) fn finite_readings(&self, place: usize) -> impl Iterator<Item = &WordAnalysis<'static>> {
        self.readings_of(place)
            .iter()
            .filter(|reading| reading.features.verb_form == Some(VerbForm::Finite))
    }

    /// The infinitive of a verb form.
    pub(crate) fn lemma(&self, place: usize, form: VerbForm) -> &'static str {
        let readings = self.readings_of(place);
        readings
            .iter()
            .find(|reading| reading.features.verb_form == Some(form))
            .or_else(|| readings.iter().find(|reading| reading.features.verb_form.is_some()))
            .map_or("", |reading| reading.lemma)
    }

    /// Whether every finite reading is subjunctive.
    pub(crate) fn is_subjunctive(&self, place: usize) -> bool {
        let mut any = false;
        for reading in self.finite_readings(place) {
            any = true;
            let third = reading.features.person != Some(Person::First);
            if third && matches!(reading.features.mood, Some(Mood::Indicative) | None) {
                return false;
            }
        }
        any
    }

    /// Reads a token.
    pub(crate) fn push(&mut self, lexicon: &Lexicon, form: &str, kind: TokenKind, initial: bool) -> Word {
        let mut word = Word {
            kind,
            initial,
            first_reading: u32::try_from(self.readings.len()).unwrap_or(u32::MAX),
            ..Word::default()
        };
        if kind.is_wordlike() {
            self.read(lexicon, form, &mut word);
        } else if matches!(kind, TokenKind::Handle | TokenKind::Hashtag) {
            word.cat = Category::Name;
            word.cats.add(Category::Name);
        }
        word.imperative_mark = kind == TokenKind::SentenceEnd && form.starts_with('!');
        self.words.push(word);
        word
    }

    /// Reads an unlisted form of a separable verb by the verb after its particle: *wegmoderiert*, *auszurauben*. The
    /// length of the particle in bytes, 0 if it is no such form.
    fn separable(&mut self, lexicon: &Lexicon, form: &str) -> u8 {
        let from = self.readings.len();
        for length in (2..=7usize).rev() {
            let (Some(particle), Some(rest)) = (form.get(..length), form.get(length..)) else {
                continue;
            };
            let adjective = |reading: WordAnalysis<'static>| {
                reading.category == Category::Adjective && reading.features.verb_form.is_none()
            };
            if rest.len() < 4 || !lexicon.is_particle(particle) || lexicon.analyses(rest).any(adjective) {
                continue;
            }
            let (rest, marked) = match rest.strip_prefix("zu") {
                Some(infinitive) if infinitive.len() > 3 && infinitive.ends_with('n') => (infinitive, true),
                _ => (rest, false),
            };
            self.readings.extend(lexicon.analyses(rest).filter_map(|mut reading| {
                let verb = reading.category == Category::Verb;
                if marked {
                    if reading.features.verb_form != Some(VerbForm::Infinitive) {
                        return None;
                    }
                    reading.features.verb_form = Some(VerbForm::ZuInfinitive);
                }
                (verb && reading.particle == 0 && reading.features.mood != Some(Mood::Imperative)).then_some(reading)
            }));
            if self.readings.len() > from {
                return u8::try_from(length).unwrap_or(0);
            }
        }
        0
    }

    fn read(&mut self, lexicon: &Lexicon, form: &str, word: &mut Word) {
        let mut chars = form.chars();
        let first = chars.next().unwrap_or(' ');
        word.shape = if first.is_lowercase() {
            Shape::Lower
        } else if first.is_uppercase() {
            let second = chars.next();
            if second.is_some_and(char::is_uppercase) && !form.chars().any(char::is_lowercase) {
                Shape::Upper
            } else {
                Shape::Capital
            }
        } else {
            Shape::Other
        };
        if form.len() <= 11 {
            if word.shape == Shape::Lower {
                word.key = Key::of(form);
            } else {
                self.lower.clear();
                self.lower.extend(form.chars().flat_map(char::to_lowercase));
                word.key = Key::of(&self.lower);
                if word.key == Key::None && Key::time(form) {
                    word.key = Key::Time;
                }
            }
        }
        self.readings.extend(lexicon.analyses(form));
        let mut from = word.first_reading as usize;
        if self.readings.len() == from {
            // A compound with a hyphen is what its last part is.
            if let Some((_, last)) = form.rsplit_once('-') {
                self.readings.extend(lexicon.analyses(last));
            }
        }
        if self.readings.len() - from > 64 {
            from = self.readings.len() - 64;
            word.first_reading = u32::try_from(from).unwrap_or(u32::MAX);
        }
        if self.readings.len() == from && form.contains('ß') {
            // *muß*, *läßt*: as it was written until 1996.
            self.lower.clear();
            for c in form.chars() {
                if c == 'ß' {
                    self.lower.push_str("ss");
                } else {
                    self.lower.push(c);
                }
            }
            self.readings.extend(lexicon.analyses(&self.lower));
        }
        if self.readings.len() == from && word.shape == Shape::Lower {
            word.particle = self.separable(lexicon, form);
        }
        if let Some(readings) = self.readings.get_mut(from..) {
            let lemma = readings.first().map_or("", |reading| reading.lemma);
            if readings.iter().any(|reading| reading.lemma != lemma) {
                let form = form.get(usize::from(word.particle)..).unwrap_or(form);
                readings.sort_by_key(|reading| {
                    let doubtful = has_spare_prefix(form, reading) || RARE.contains(&reading.lemma);
                    let rare_mood = reading.features.mood == Some(Mood::SubjunctiveII);
                    (rare_mood || is_regular(form, reading), doubtful)
                });
            }
        }
        word.reading_count = u32::try_from(self.readings.len() - from).unwrap_or(0);
        let role = if word.shape == Shape::Capital {
            lexicon.role(form)
        } else {
            None
        };
        word.person = role.is_some_and(|role| !matches!(role.kind, RoleKind::Group | RoleKind::Institution));
        word.inflected = ends_like_attribute(form);
        word.genitive_name = form.ends_with(['s', '’', '\'', 'x', 'z', 'ß']);
        word.ends_er = form.ends_with("er");
        word.ends_e = form.ends_with('e');
        let (mut imperative, mut other_finite) = (false, false);
        let (mut noun, mut determiner) = (Agreement::NONE, Agreement::NONE);
        for reading in self.readings.get(from..).unwrap_or(&[]) {
            word.cats.add(reading.category);
            match reading.category {
                Category::Verb | Category::Auxiliary | Category::Modal => {
                    let form = match reading.features.verb_form {
                        Some(VerbForm::Infinitive) => Forms::INFINITIVE,
                        Some(VerbForm::ZuInfinitive) => Forms::ZU_INFINITIVE,
                        Some(VerbForm::PresentParticiple) => Forms::PRESENT_PARTICIPLE,
                        Some(VerbForm::PastParticiple) => Forms::PAST_PARTICIPLE,
                        _ => {
                            if reading.features.mood == Some(Mood::Imperative) {
                                imperative = true;
                            } else {
                                other_finite = true;
                            }
                            Forms::FINITE
                        }
                    };
                    word.forms = word.forms.or(form);
                    let class = verb_class(reading);
                    if class != VerbClass::Full {
                        word.class = class;
                    }
                }
                Category::Preposition => word.contracted |= reading.features.number.is_some(),
                Category::Determiner => determiner = determiner.or(Agreement::of_reading(reading)),
                Category::Noun | Category::Name | Category::Pronoun | Category::Interrogative => {
                    noun = noun.or(Agreement::of_reading(reading));
                }
                _ => {}
            }
        }
        word.only_imperative = imperative && !other_finite;
        if word.only_imperative && !word.cats.is_only_verb() {
            // *mal*, *ein*, *lang* are no commands.
            word.forms = word.forms.without(Forms::FINITE);
        }
        if let Some(article) = word.key.article() {
            determiner = article;
        }
        if let Some(pronoun) = word.key.pronoun() {
            noun = pronoun;
        }
        match word.key {
            Key::Nominative => noun = noun.narrowed(Agreement::NOMINATIVE).and(Agreement::NOMINATIVE),
            Key::Wer => noun = Agreement::SINGULAR.and(Agreement::NOMINATIVE),
            Key::Sich => noun = Agreement::DATIVE.or(Agreement::ACCUSATIVE),
            _ => {}
        }
        word.agreement = if noun.is_empty() { Agreement::ANY } else { noun };
        word.determiner = if determiner.is_empty() {
            Agreement::ANY
        } else {
            determiner
        };
        if word.cats.is_empty() {
            word.unknown = true;
            match role {
                Some(role) => {
                    word.unknown = false;
                    word.cats.add(Category::Noun);
                    word.agreement = Agreement::of(role.number, role.gender);
                }
                None => match particle_and_zu(lexicon, form) {
                    Some(particle) if word.shape == Shape::Lower => {
                        word.particle = particle;
                        word.cats.add(Category::Verb);
                        word.forms = Forms::ZU_INFINITIVE;
                    }
                    _ => guess(form, word),
                },
            }
        }
    }
}

/// Whether a form shows the stem of its infinitive. Where several verbs share a form, one that changes its stem is
/// meant: *weiß* is from *wissen* rather than *weißen*, *dachte* from *denken* rather than *dachen*.
pub(crate) fn is_regular(form: &str, reading: &WordAnalysis<'_>) -> bool {
    if !VERBAL.has(reading.category) {
        return true;
    }
    let particle = usize::from(reading.particle);
    let form = form.get(particle..).unwrap_or(form);
    let lemma = reading.lemma.get(particle..).unwrap_or(reading.lemma);
    let stem = lemma
        .strip_suffix("en")
        .or_else(|| lemma.strip_suffix('n'))
        .unwrap_or(lemma);
    form.starts_with(stem) || form.strip_prefix("ge").is_some_and(|rest| rest.starts_with(stem))
}

/// Verbs that share forms with much more frequent ones.
const RARE: [&str; 5] = ["suchten", "weißen", "dachen", "lauen", "äußeren"];

/// *gesperrt* is from *sperren* rather than *gesperren*, but *gelangt* from *gelangen*.
fn has_spare_prefix(form: &str, reading: &WordAnalysis<'_>) -> bool {
    const KEPT: [&str; 6] = ["gelangen", "gestalten", "geraten", "gewähren", "gestatten", "gehorchen"];
    let particle = usize::from(reading.particle);
    let lemma = reading.lemma.get(particle..).unwrap_or("");
    reading.features.verb_form == Some(VerbForm::PastParticiple)
        && form.get(particle..).is_some_and(|form| form.starts_with("ge"))
        && lemma.starts_with("ge")
        && !KEPT.contains(&lemma)
}

fn verb_class(reading: &WordAnalysis<'_>) -> VerbClass {
    match reading.lemma {
        "haben" => VerbClass::Haben,
        "sein" => VerbClass::Sein,
        "werden" => VerbClass::Werden,
        "lassen" => VerbClass::Lassen,
        "scheinen" | "brauchen" | "pflegen" | "drohen" => VerbClass::WithZu,
        _ if reading.category == Category::Modal => VerbClass::Modal,
        _ => VerbClass::Full,
    }
}

fn ends_like_attribute(form: &str) -> bool {
    form.ends_with('e') || form.ends_with("en") || form.ends_with("er") || form.ends_with("es") || form.ends_with("em")
}

/// The length of the particle of an unlisted infinitive with *zu* inside: *auszubaldowern*.
fn particle_and_zu(lexicon: &Lexicon, form: &str) -> Option<u8> {
    (2..=7usize).find_map(|length| {
        let (particle, rest) = (form.get(..length)?, form.get(length..)?);
        let fits = rest.len() > 6 && rest.starts_with("zu") && rest.ends_with('n') && lexicon.is_particle(particle);
        fits.then(|| u8::try_from(length).unwrap_or(0))
    })
}

/// The infinitive an unlisted verb form is likely to come from.
pub(crate) fn guess_infinitive(form: &str, into: &mut String) {
    let stem = ["ten", "te", "t", "en", "n", "e"]
        .into_iter()
        .find_map(|ending| form.strip_suffix(ending))
        .unwrap_or(form);
    into.extend(stem.chars().flat_map(char::to_lowercase));
    into.push_str("en");
}

/// What an unlisted word can be, by its ending.
fn guess(form: &str, word: &mut Word) {
    match word.shape {
        Shape::Lower => {}
        Shape::Capital | Shape::Upper => {
            if let Some(agreement) = noun_by_ending(form) {
                word.cats.add(Category::Noun);
                word.agreement = agreement;
            } else {
                word.cats.add(Category::Name);
                word.agreement = Agreement::ANY;
            }
            return;
        }
        Shape::Other => {
            word.cats.add(if form.chars().any(char::is_alphabetic) {
                Category::Name
            } else {
                Category::Other
            });
            return;
        }
    }
    let stem = ["en", "er", "es", "em", "e"]
        .into_iter()
        .find_map(|ending| form.strip_suffix(ending))
        .unwrap_or(form);
    const ADJECTIVE: [&str; 14] = [
        "lich", "ig", "isch", "bar", "sam", "los", "haft", "mäßig", "voll", "frei", "end", "reich", "fähig", "jährig",
    ];
    if ADJECTIVE.iter().any(|ending| stem.ends_with(ending)) {
        word.cats.add(Category::Adjective);
        return;
    }
    if form.starts_with("un") {
        word.cats.add(Category::Adjective);
        return;
    }
    if form.ends_with("weise") || form.ends_with("wärts") || form.ends_with("maßen") {
        word.cats.add(Category::Adverb);
        return;
    }
    let participle = (stem.contains("ge") && (stem.ends_with('t') || form.ends_with("en"))) || stem.ends_with("iert");
    // *be-*, *ver-* … take no *ge-*: the participle and the present are one form.
    const PREFIX: [&str; 6] = ["be", "ver", "er", "ent", "zer", "miss"];
    let prefixed = form.len() > 5 && form.ends_with('t') && PREFIX.iter().any(|prefix| form.starts_with(prefix));
    if prefixed {
        word.cats.add(Category::Verb);
        word.forms = Forms::PAST_PARTICIPLE.or(Forms::FINITE);
    } else if participle && !form.ends_with("te") {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        if !word.inflected || form.ends_with("en") {
            word.forms = Forms::PAST_PARTICIPLE;
        }
        if form.ends_with("iert") {
            word.forms = word.forms.or(Forms::FINITE);
        }
    } else if form.ends_with("te") || form.ends_with("ten") || form.ends_with('t') {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        word.forms = Forms::FINITE;
    } else if form.ends_with("en") || form.ends_with("eln") || form.ends_with("ern") {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        word.forms = Forms::INFINITIVE.or(Forms::FINITE);
    } else {
        word.cats.add(Category::Adjective);
        word.cats.add(Category::Adverb);
    }
}

/// The endings that make nouns of a known gender: *-ung*, *-heit*, *-chen*.
fn noun_by_ending(form: &str) -> Option<Agreement> {
    use Agreement as A;
    const FEMININE: [&str; 7] = ["ung", "heit", "keit", "schaft", "tion", "sion", "tät"];
    if form.len() < 7 {
        return None;
    }
    if FEMININE.iter().any(|ending| form.ends_with(ending)) {
        return Some(A::FEMININE);
    }
    let stem = form.strip_suffix("en").unwrap_or("");
    if FEMININE.iter().any(|ending| stem.ends_with(ending)) || form.ends_with("innen") {
        return Some(A::PLURAL);
    }
    form.ends_with("chen").then_some(A::NEUTER.or(A::PLURAL))
}
