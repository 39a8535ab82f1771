//! The categories of words with a small letter: closed classes, verb forms, adjectives, adverbs.

use wortlaut_lexicon::Category;

use crate::heads::{
    INTENSIFIER, WINDOW, attribute, attributive, capital_noun, extended_attribute, head_after, noun_agreement,
};
use crate::word::{CLOSED, Cats, Forms, Key, Sentence, Shape, Word};

pub(super) fn lower(sentence: &Sentence, place: usize, word: &Word) -> Category {
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
        // *Dies bestätigte Weber*
        Key::Dies if next.can_be_finite() => return Category::Pronoun,
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
        // *Osama bin Laden*, *über bin Laden*
        Key::NameParticle
            if word.is_verbal()
                && next.shape == Shape::Capital
                && (previous.cat == Category::Preposition || previous.is_nominal() && !has_person(sentence, place)) =>
        {
            return Category::Name;
        }
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
        if word.is_verbal() && word.can_be_finite() && (!cats.has(Category::Pronoun) || beside_subject(sentence, place))
        {
            return Category::Verb;
        }
        if previous.cat == Category::Determiner && previous.key.is_article_form() {
            // *die beiden*, *der eine*
            return Category::Adjective;
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

/// Whether *ich* stands shortly before a place.
fn has_person(sentence: &Sentence, place: usize) -> bool {
    (place.saturating_sub(4)..place).any(|at| sentence.at(at).key == Key::Nominative)
}

/// *er einige sich*, *man einige sich*, against *einige von ihnen*.
fn beside_subject(sentence: &Sentence, place: usize) -> bool {
    let subject = |word: &Word| matches!(word.key, Key::Nominative | Key::Sie | Key::Es);
    let next = sentence.at(place + 1);
    subject(sentence.before(place)) || subject(next) || next.key == Key::Sich
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
        None if extended_attribute(sentence, place) || elliptic(sentence, place) => Category::Determiner,
        None => Category::Pronoun,
    }
}

/// *die beiden*, *der eine*, *die anderen*: an attribute stands for its noun. After a comma *die* may be a relative pronoun,
/// which the clauses decide.
fn elliptic(sentence: &Sentence, place: usize) -> bool {
    let next = sentence.at(place + 1);
    let attribute = next.cats.any(
        Cats::of(Category::Adjective)
            .or(Cats::of(Category::Determiner))
            .or(Cats::of(Category::Numeral)),
    );
    let after_comma = sentence.before(place).mark == ',' && place > 0;
    next.shape == Shape::Lower
        && attribute
        && (next.inflected || next.cats.has(Category::Numeral))
        && next.key == Key::None
        && !next.is_verbal()
        && !next
            .cats
            .any(Cats::of(Category::Preposition).or(Cats::of(Category::Adverb)))
        && !after_comma
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
