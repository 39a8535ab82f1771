//! Which of its categories a word has in its sentence, as far as its neighbours tell.
//!
//! Whether a verb form is finite, and whether *die* is a relative pronoun, is decided later, with the clauses.

use wortlaut_lexicon::{Category, VerbForm};

use crate::word::{Agreement, CLOSED, Cats, Forms, Key, Sentence, Shape, VERBAL, VerbClass, Word};

/// What keeps its category under a capital letter inside a sentence: titles (*in „Die Welt“*), polite forms.
const STANDS_ALONE: Cats = Cats::of(Category::Determiner).or(Cats::of(Category::Pronoun));

/// How far a look-ahead may go; it bounds the work for each word.
const WINDOW: usize = 10;

const INTENSIFIER: Cats = Cats::of(Category::Adverb)
    .or(Cats::of(Category::Particle))
    .or(Cats::of(Category::Adjective));

/// Decides the category of every word of a sentence.
pub(crate) fn tag(sentence: &mut Sentence) {
    for place in 0..sentence.len() {
        let word = sentence.at(place);
        if !word.is_word() {
            continue;
        }
        let category = category_of(sentence, place, word);
        if VERBAL.has(category) {
            // Forms stay open; the clauses decide between them.
            let pure = word.pure_adjective;
            if let Some(word) = sentence.words.get_mut(place) {
                word.cat = category;
                if !pure && !word.unknown {
                    // *betonte* is an attribute only where one can stand.
                    word.cats = word.cats.without(Category::Adjective);
                }
            }
        } else {
            sentence.decide(place, category);
        }
    }
}

fn category_of(sentence: &Sentence, place: usize, word: &Word) -> Category {
    match word.shape {
        Shape::Capital if !word.initial => capital(sentence, place, word),
        Shape::Upper => {
            if word.cats.has(Category::Noun) {
                Category::Noun
            } else if word.cats.any(CLOSED) && !word.cats.has(Category::Name) && word.initial {
                lower(sentence, place, word)
            } else {
                Category::Name
            }
        }
        Shape::Capital => initial(sentence, place, word),
        Shape::Lower => lower(sentence, place, word),
        Shape::Other => {
            if word.cats.has(Category::Name) {
                if word.inflected || word.kind == wortlaut_tokenize::TokenKind::Alphanumeric {
                    Category::Name
                } else {
                    Category::Adjective
                }
            } else if word.cats.has(Category::Noun) {
                Category::Noun
            } else if word.cats.has(Category::Adjective) {
                Category::Adjective
            } else {
                Category::Other
            }
        }
    }
}

/// A capital letter inside a sentence: a noun, a name, an adjective that belongs to a name, or a polite pronoun.
fn capital(sentence: &Sentence, place: usize, word: &Word) -> Category {
    if matches!(word.key, Key::Sie | Key::Ihr) {
        return if word.key == Key::Ihr && head_after(sentence, place).is_some() {
            Category::Determiner
        } else {
            Category::Pronoun
        };
    }
    if word.cats.has(Category::Noun) {
        return Category::Noun;
    }
    let next = sentence.at(place + 1);
    let previous = sentence.before(place);
    if is_demonym(word, next) {
        return Category::Adjective;
    }
    if word.cats.has(Category::Name) {
        return Category::Name;
    }
    if word.cats.any(STANDS_ALONE) {
        return lower(sentence, place, word);
    }
    if previous.is_quote_mark() && word.cats.any(CLOSED) {
        return lower(sentence, place, word);
    }
    if word.cats.has(Category::Adjective) {
        // *die Deutsche Bank* is an adjective, *die Grünen* a noun, *Petra Lang* a name.
        if matches!(next.shape, Shape::Capital | Shape::Upper) && word.inflected && previous.cat != Category::Name {
            return Category::Adjective;
        }
        return if word.inflected && previous.cat != Category::Name {
            Category::Noun
        } else {
            Category::Name
        };
    }
    if word.cats.has(Category::Numeral) {
        return Category::Numeral;
    }
    if word.forms.has(Forms::INFINITIVE.or(Forms::PRESENT_PARTICIPLE)) && previous.cat != Category::Name {
        return Category::Noun;
    }
    Category::Name
}

/// *das Bremer Rathaus*, *die New Yorker Börse*: an adjective made of the name of a place, never declined.
fn is_demonym(word: &Word, next: &Word) -> bool {
    word.unknown && word.ends_er && next.shape == Shape::Capital && (next.common || next.cats.has(Category::Noun))
}

/// A capital letter that says nothing.
fn initial(sentence: &Sentence, place: usize, word: &Word) -> Category {
    let next = sentence.at(place + 1);
    let noun = word.cats.has(Category::Noun);
    let name = word.cats.has(Category::Name);
    let subject_follows = matches!(next.key, Key::Nominative | Key::Sie | Key::Ihr | Key::Es)
        || matches!(next.key, Key::Der | Key::Die | Key::Das);
    if word.key == Key::NounPreposition {
        return Category::Noun;
    }
    let verb_follows = next.can_be_finite() && next.shape == Shape::Lower && next.forms.has(Forms::FINITE);
    let names_subject = !word.inflected && word.cats.has(Category::Adjective) && verb_follows && !noun;
    if names_subject && !word.cats.any(STANDS_ALONE) {
        // *Lang sagte*, *Klein kommt*: a name that is an adjective too.
        let after = sentence.at(place + 2);
        let subject = after.cats.any(STANDS_ALONE) || capital_noun(after);
        if next.class == VerbClass::Sein || matches!(sentence.lemma(place + 1, VerbForm::Finite), "stehen" | "bleiben")
        {
            // *Klar ist, dass …*, *Fest steht: …*
            return Category::Adjective;
        }
        return if subject { Category::Adverb } else { Category::Name };
    }
    if word.cats.any(CLOSED) && (!noun || closed_beats_noun(word)) {
        return lower(sentence, place, word);
    }
    let small = word.cats.any(VERBAL) && !word.cats.any(CLOSED) && word.class == VerbClass::Full;
    if small && word.pure_adjective && word.inflected && head_after(sentence, place).is_some() {
        // *Liebe Grüße*
        return Category::Adjective;
    }
    let e_form = word.ends_e && word.subjunctive;
    if small
        && e_form
        && !noun
        && (next.unknown && next.shape == Shape::Capital || !next.is_word() || next.cats.has(Category::Preposition))
    {
        // *Beate Weber*, *Danke für alles*, *Schade, dass …*
        return Category::Name;
    }
    if word.only_imperative && word.is_verbal() {
        // *Sag mir*, *Komm!*, against *Haus*, *Spaß*, *Dank*.
        let commands = next.cats.has(Category::Pronoun) || sentence.before(sentence.len()).imperative_mark;
        return if commands && !noun && !name {
            Category::Verb
        } else if name {
            Category::Name
        } else {
            Category::Noun
        };
    }
    if noun || name {
        if word.can_be_finite() && subject_follows && !next.initial {
            return lower(sentence, place, word);
        }
        if word.cats.has(Category::Adjective) && word.inflected && matches!(next.shape, Shape::Capital | Shape::Upper) {
            return Category::Adjective;
        }
        return if noun { Category::Noun } else { Category::Name };
    }
    if word.unknown {
        return Category::Name;
    }
    if word.forms.has(Forms::INFINITIVE) && next.is_verbal() && next.shape == Shape::Lower && word.cats.is_only_verb() {
        // *Steuern senken*
        return Category::Noun;
    }
    lower(sentence, place, word)
}

/// *Sein*, *Dank*, *Trotz*, *Recht*: a noun unless it stands before what the small word needs.
fn closed_beats_noun(word: &Word) -> bool {
    word.cats.any(
        Cats::of(Category::Determiner)
            .or(Cats::of(Category::Pronoun))
            .or(Cats::of(Category::Preposition))
            .or(Cats::of(Category::Subordination))
            .or(Cats::of(Category::Interrogative))
            .or(Cats::of(Category::Coordination)),
    )
}

fn lower(sentence: &Sentence, place: usize, word: &Word) -> Category {
    let cats = word.cats;
    let next = sentence.at(place + 1);
    let previous = sentence.before(place);
    match word.key {
        Key::Zu => return zu(sentence, place),
        Key::Dass | Key::Ob => return Category::Subordination,
        Key::Und | Key::Oder => return Category::Coordination,
        Key::Wie if phrase_ends(sentence, place + 1) => return Category::Adverb,
        // Of comparison, unless the clauses find that they open one.
        Key::Als | Key::Wie => return Category::Preposition,
        Key::Sich | Key::Es | Key::Nominative | Key::Sie => return Category::Pronoun,
        Key::Denen => return Category::Pronoun,
        Key::Deren | Key::Dessen => {
            return if head_after(sentence, place).is_some() {
                Category::Determiner
            } else {
                Category::Pronoun
            };
        }
        Key::Des => return Category::Determiner,
        // *nicht mehr viel Zeit*
        Key::Mehr if previous.key == Key::Nicht => return Category::Adverb,
        Key::Vor if next.key == Key::Allem || phrase_ends(sentence, place) => return Category::Adverb,
        Key::Allem if previous.key == Key::Vor => return Category::Adverb,
        Key::Nach if phrase_ends(sentence, place + 2) => return Category::Adverb,
        key if key.is_article_form() => return article(sentence, place, word),
        _ => {}
    }
    if cats.has(Category::Determiner) {
        let head = head_after(sentence, place);
        if head.is_some() || extended_attribute(sentence, place) {
            return Category::Determiner;
        }
        if word.is_verbal() && word.key == Key::Sein {
            return Category::Auxiliary;
        }
        if word.is_verbal() && word.can_be_finite() {
            return Category::Verb;
        }
        if cats.has(Category::Pronoun) || !cats.any(CLOSED) {
            return Category::Pronoun;
        }
        if cats.has(Category::Adverb) {
            return Category::Adverb;
        }
        return Category::Pronoun;
    }
    let small = cats.any(Cats::of(Category::Preposition).or(Cats::of(Category::Subordination)));
    if word.is_verbal() || word.forms.has(Forms::PRESENT_PARTICIPLE) && !small {
        if let Some(category) = attribute(sentence, place, word) {
            return category;
        }
        if !word.is_verbal() {
            return Category::Adjective;
        }
        if previous.cat == Category::Preposition
            && word.forms.has(Forms::INFINITIVE)
            && !word.is_surely_finite()
            && previous.contracted
        {
            // *zum verweilen*, written small
            return Category::Noun;
        }
        let other = Cats::of(Category::Preposition)
            .or(Cats::of(Category::Adverb))
            .or(Cats::of(Category::Numeral))
            .or(Cats::of(Category::Coordination))
            .or(Cats::of(Category::Subordination));
        if cats.any(other) {
            // *statt*, *trotz*, *dank*, *weg*, *acht*: the small word, unless nothing is left for it to do.
            if cats.has(Category::Preposition) && starts_phrase(next) {
                return Category::Preposition;
            }
            if cats.has(Category::Coordination) && joins(word) {
                return Category::Coordination;
            }
            if cats.has(Category::Adverb) {
                return Category::Adverb;
            }
            if cats.has(Category::Numeral) {
                return Category::Numeral;
            }
        }
        return verb_category(cats);
    }
    if cats.has(Category::Preposition) || cats.has(Category::Postposition) {
        return preposition(sentence, place, word);
    }
    if cats.has(Category::Interrogative) {
        return Category::Interrogative;
    }
    if cats.has(Category::Subordination) && !cats.any(Cats::of(Category::Adverb).or(Cats::of(Category::Coordination))) {
        return Category::Subordination;
    }
    if cats.has(Category::Interrogative) {
        return Category::Interrogative;
    }
    if cats.has(Category::Coordination) && (joins(word) || !previous.is_word()) {
        return Category::Coordination;
    }
    if cats.has(Category::Pronoun) {
        return Category::Pronoun;
    }
    if cats.has(Category::Adjective) {
        if word.inflected && (cats.has(Category::Adverb) || cats.has(Category::Particle)) {
            return if head_after(sentence, place.wrapping_sub(1)).is_some() {
                Category::Adjective
            } else {
                Category::Adverb
            };
        }
        return if cats.has(Category::Adverb) {
            Category::Adverb
        } else {
            Category::Adjective
        };
    }
    for category in [
        Category::Numeral,
        Category::Adverb,
        Category::Particle,
        Category::Subordination,
        Category::VerbParticle,
        Category::RelativePronoun,
        Category::Interjection,
        Category::Noun,
        Category::Name,
    ] {
        if cats.has(category) {
            return category;
        }
    }
    Category::Other
}

/// Whether *vor* at a place is the last word of *nach wie vor*.
fn phrase_ends(sentence: &Sentence, place: usize) -> bool {
    sentence.at(place).key == Key::Vor
        && sentence.before(place).key == Key::Wie
        && sentence.at(place.wrapping_sub(2)).key == Key::Nach
}

fn verb_category(cats: Cats) -> Category {
    if cats.has(Category::Auxiliary) {
        Category::Auxiliary
    } else if cats.has(Category::Modal) {
        Category::Modal
    } else {
        Category::Verb
    }
}

/// *zu*: before an infinitive, before an adjective, at the end of the clause, or a preposition.
fn zu(sentence: &Sentence, place: usize) -> Category {
    let next = sentence.at(place + 1);
    if next.shape == Shape::Lower && next.forms.has(Forms::INFINITIVE) && !next.cats.has(Category::Determiner) {
        // *zu hohen Preisen*: an attribute, not an infinitive.
        if next.cats.has(Category::Adjective) && head_after(sentence, place).is_some() {
            return Category::Preposition;
        }
        return Category::InfinitiveMarker;
    }
    if next.key == Key::Sein {
        return if head_after(sentence, place + 1).is_some() {
            Category::Preposition
        } else {
            Category::InfinitiveMarker
        };
    }
    if next.forms.has(Forms::PRESENT_PARTICIPLE) && next.inflected {
        return Category::InfinitiveMarker;
    }
    if head_after(sentence, place).is_some() || next.is_number() {
        return Category::Preposition;
    }
    if !next.is_word() {
        return Category::VerbParticle;
    }
    if next.cats.any(INTENSIFIER)
        && !next
            .cats
            .any(Cats::of(Category::Determiner).or(Cats::of(Category::Pronoun)))
    {
        return Category::Particle;
    }
    Category::Preposition
}

/// *der, die, das, den, dem*: an article where a noun phrase follows that fits.
fn article(sentence: &Sentence, place: usize, word: &Word) -> Category {
    match head_after(sentence, place) {
        Some(head) => {
            let found = sentence.at(head);
            let adjacent = head == place + 1;
            let fits = noun_agreement(found).meets(word.determiner);
            let next = sentence.at(place + 1);
            let front = place == 0 || !sentence.before(place).is_word();
            if front && next.can_be_finite() && found.unknown && !next.pure_adjective {
                // *Das erklärte Weber* or *Das erklärte Ziel ist …*: another verb must follow for an attribute.
                let verb = (head + 1..head + 2 * WINDOW)
                    .take_while(|&at| sentence.at(at).is_word() || sentence.at(at).is_number())
                    .any(|at| sentence.at(at).can_be_finite());
                return if verb { Category::Determiner } else { Category::Pronoun };
            }
            // *das sagte Weber*: no participle, since the noun does not fit the article.
            if fits || (adjacent && (next.shape != Shape::Lower || !next.is_verbal())) {
                Category::Determiner
            } else {
                Category::Pronoun
            }
        }
        None if extended_attribute(sentence, place) => Category::Determiner,
        None => Category::Pronoun,
    }
}

pub(crate) fn noun_agreement(word: &Word) -> Agreement {
    if word.shape == Shape::Lower || word.is_number() {
        Agreement::ANY
    } else {
        word.agreement
    }
}

/// Whether a word could stand before a noun as its attribute.
fn attributive(word: &Word) -> bool {
    if !word.is_word() || word.shape == Shape::Capital {
        return false;
    }
    let numeral = word.cats.has(Category::Numeral);
    if numeral || word.key == Key::Paar {
        return true;
    }
    if !word.inflected || word.key != Key::None {
        return false;
    }
    if word.cats.has(Category::Adjective) || word.cats.has(Category::Determiner) {
        return true;
    }
    word.unknown && word.cats.has(Category::Verb)
}

fn capital_noun(word: &Word) -> bool {
    match word.shape {
        Shape::Upper => true,
        Shape::Capital => {
            word.cats.any(Cats::of(Category::Noun).or(Cats::of(Category::Name)))
                || !word.cats.any(if word.initial { CLOSED } else { STANDS_ALONE })
                || word.key == Key::NounPreposition
        }
        Shape::Other => word.kind == wortlaut_tokenize::TokenKind::Alphanumeric,
        Shape::Lower => false,
    }
}

/// The head noun of the phrase that starts after `place`, if one does: attributes, numbers, then a noun or name.
pub(crate) fn head_after(sentence: &Sentence, place: usize) -> Option<usize> {
    find_head(sentence, place, false)
}

/// The same after an attribute, which others may be joined to: *große und kleine Häuser*.
fn head_of_attribute(sentence: &Sentence, place: usize) -> Option<usize> {
    find_head(sentence, place, true)
}

fn find_head(sentence: &Sentence, place: usize, joined: bool) -> Option<usize> {
    let mut at = place.wrapping_add(1);
    let end = at + WINDOW;
    let mut number = None;
    while at < end {
        let word = sentence.at(at);
        if word.is_quote_mark() {
            at += 1;
            continue;
        }
        if word.is_number() {
            number = Some(at);
            at += 1;
            continue;
        }
        if capital_noun(word) {
            // *die Deutsche Bank*, *der Grüne Minister*: an adjective of a name goes with the noun after it.
            let next = sentence.at(at + 1);
            if word.cats.has(Category::Adjective)
                && !word.cats.any(Cats::of(Category::Noun).or(Cats::of(Category::Name)))
                && word.inflected
                && capital_noun(next)
            {
                at += 1;
                continue;
            }
            return Some(at);
        }
        if attributive(word) {
            at += 1;
            continue;
        }
        let next = sentence.at(at + 1);
        let intensifier = word.is_word()
            && word.cats.any(INTENSIFIER)
            && !word
                .cats
                .any(Cats::of(Category::Preposition).or(Cats::of(Category::Pronoun)))
            && !word.is_verbal();
        let inner = joined || at > place.wrapping_add(1);
        let link = inner
            && (word.key == Key::Und
                || word.key == Key::Oder
                || word.kind == wortlaut_tokenize::TokenKind::Punctuation)
            && !word.is_word();
        let link = link || (inner && matches!(word.key, Key::Und | Key::Oder));
        if (intensifier || link)
            && (attributive(next) || next.is_number() || (intensifier && next.cats.any(INTENSIFIER)))
        {
            at += 1;
            continue;
        }
        break;
    }
    number.filter(|&number| number + 1 == at)
}

/// Whether an article opens a phrase with an extended attribute: *der vom Gericht bestellte Gutachter*.
pub(crate) fn extended_attribute(sentence: &Sentence, place: usize) -> bool {
    extended_head(sentence, place).is_some()
}

/// The head of a phrase with an extended attribute.
pub(crate) fn extended_head(sentence: &Sentence, place: usize) -> Option<usize> {
    let article = sentence.at(place);
    let next = sentence.at(place + 1);
    let opens = next.cats.any(
        Cats::of(Category::Preposition)
            .or(Cats::of(Category::Adverb))
            .or(Cats::of(Category::Particle)),
    ) && next.is_word()
        || next.shape == Shape::Lower && !next.inflected && next.pure_adjective && !next.is_verbal()
        || next.key == Key::Sich
        || next.cats.has(Category::Pronoun) && sentence.at(place + 2).governs
        || next.key.is_article_form()
        || next.is_number();
    if !opens {
        return None;
    }
    for at in place + 2..place + 2 + WINDOW {
        let word = sentence.at(at);
        if !word.is_word() && !word.is_number() && !word.is_quote_mark() {
            return None;
        }
        if word.is_surely_finite() && !word.inflected {
            return None;
        }
        if word.shape == Shape::Lower
            && word.inflected
            && word.key == Key::None
            && (word
                .forms
                .has(Forms::PAST_PARTICIPLE.or(Forms::PRESENT_PARTICIPLE).or(Forms::FINITE))
                || word.cats.has(Category::Adjective))
            && !word.cats.any(CLOSED)
            && !word
                .cats
                .any(Cats::of(Category::Auxiliary).or(Cats::of(Category::Modal)))
        {
            let before = sentence.at(at - 1);
            // The attribute belongs to the article only if no phrase of its own starts just before it.
            let own = before.cats.has(Category::Determiner)
                || before.cats.has(Category::Preposition)
                || matches!(before.key, Key::Und | Key::Oder) && capital_noun(sentence.at(at - 2));
            if !own {
                if let Some(head) = head_after(sentence, at) {
                    if noun_agreement(sentence.at(head)).meets(article.determiner)
                        && sentence.at(head).shape != Shape::Other
                    {
                        return Some(head);
                    }
                }
            }
        }
    }
    None
}

/// A verb form that stands as an attribute before its noun: *die geplante Reform*, *laute Rufe*.
fn attribute(sentence: &Sentence, place: usize, word: &Word) -> Option<Category> {
    if !word.inflected {
        return None;
    }
    let previous = sentence.before(place);
    let decided = previous.cat;
    let after_article = matches!(
        decided,
        Category::Determiner
            | Category::Adjective
            | Category::Numeral
            | Category::Preposition
            | Category::InfinitiveMarker
    ) && previous.is_word()
        || previous.is_number();
    if decided == Category::InfinitiveMarker && word.forms.has(Forms::INFINITIVE) {
        return None;
    }
    let head = head_of_attribute(sentence, place)?;
    let far = (place + 1..head).any(|at| sentence.at(at).cats.any(Cats::of(Category::Determiner)));
    if far {
        return None;
    }
    let auxiliary = word
        .cats
        .any(Cats::of(Category::Auxiliary).or(Cats::of(Category::Modal)));
    // *2019 erreichte die Zahl …*: after a year a verb.
    let after_year = previous.is_number() && word.can_be_finite() && !word.pure_adjective;
    if after_article
        && !after_year
        && !auxiliary
        && (word.cats.has(Category::Adjective) || word.unknown || decided != Category::Other)
    {
        return Some(Category::Adjective);
    }
    let pure = word.pure_adjective;
    if pure
        && head == place + 1
        && !word
            .cats
            .any(Cats::of(Category::Auxiliary).or(Cats::of(Category::Modal)))
    {
        return Some(Category::Adjective);
    }
    if word.cats.has(Category::Adjective) && !word.can_be_finite() {
        let auxiliary = word
            .cats
            .any(Cats::of(Category::Auxiliary).or(Cats::of(Category::Modal)));
        let start =
            place == 0 || !previous.is_word() || matches!(previous.cat, Category::Coordination | Category::Adverb);
        if start && !auxiliary && word.shape == Shape::Lower {
            return Some(Category::Adjective);
        }
        // Inside an extended attribute the participle comes after a phrase: seen from its article.
    }
    let opened = place.saturating_sub(WINDOW);
    let mut at = place;
    while at > opened {
        at -= 1;
        let word = sentence.at(at);
        if word.cat == Category::Determiner && extended_head(sentence, at) == Some(head) {
            return Some(Category::Adjective);
        }
        if !word.is_word() && !word.is_number() {
            break;
        }
    }
    None
}

/// *und*, *oder*, *sondern*, *denn* join wherever they stand; *aber*, *doch*, *jedoch* only at the start.
fn joins(word: &Word) -> bool {
    matches!(word.key, Key::Und | Key::Oder)
        || !word.cats.any(
            Cats::of(Category::Adverb)
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Preposition)),
        ) && word.key != Key::Aber
}

fn starts_phrase(next: &Word) -> bool {
    next.cats
        .any(Cats::of(Category::Determiner).or(Cats::of(Category::Pronoun)))
        || capital_noun(next)
        || next.is_number()
        || attributive(next)
}

/// A preposition, unless nothing follows that it could govern: then a particle at the end of the clause, an adverb, a
/// postposition or a conjunction.
fn preposition(sentence: &Sentence, place: usize, word: &Word) -> Category {
    let cats = word.cats;
    let next = sentence.at(place + 1);
    let previous = sentence.before(place);
    if cats.has(Category::Postposition) && !cats.has(Category::Preposition) {
        return Category::Postposition;
    }
    let ends = !next.is_word()
        && !next.is_number()
        && !next.is_quote_mark()
        && next.kind != wortlaut_tokenize::TokenKind::Symbol
        || matches!(next.cat_hint(), Some(Category::Coordination));
    if cats.has(Category::Postposition) && previous.is_nominal() && (ends || !starts_phrase(next)) {
        return Category::Postposition;
    }
    if ends {
        if cats.has(Category::VerbParticle) {
            return Category::VerbParticle;
        }
        if cats.has(Category::Adverb) {
            return Category::Adverb;
        }
        if cats.has(Category::Adjective) {
            return Category::Adjective;
        }
    }
    Category::Preposition
}

impl Word {
    /// A category that is certain before its turn has come.
    fn cat_hint(&self) -> Option<Category> {
        match self.key {
            Key::Und | Key::Oder => Some(Category::Coordination),
            _ => None,
        }
    }
}
