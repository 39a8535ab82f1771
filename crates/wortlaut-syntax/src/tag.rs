//! Which of its categories a word has in its sentence, as far as its neighbours tell.
//!
//! Whether a verb form is finite, and whether *die* is a relative pronoun, is decided later, with the clauses.

mod small;

use wortlaut_lexicon::{Category, VerbForm};

use crate::clauses::Clauses;
use crate::heads::{capital_noun, has_other_finite, head_after};
use crate::word::{Agreement, CLOSED, Cats, Forms, Key, Sentence, Shape, VERBAL, VerbClass, Word};
use small::lower;

/// What keeps its category under a capital letter inside a sentence: titles (*in „Die Welt“*), polite forms.
pub(crate) const STANDS_ALONE: Cats = Cats::of(Category::Determiner).or(Cats::of(Category::Pronoun));

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

/// Decides forms that could have been finite verbs and became none: *geistig rege gewesen*, *anstelle von Namen*.
pub(crate) fn tag_leftovers(sentence: &mut Sentence, clauses: &Clauses) {
    let open = |word: &Word| word.forms == Forms::FINITE && VERBAL.has(word.cat) && !word.cats.is_only_verb();
    let mut from = 0;
    while let Some(offset) = sentence.words.iter().skip(from).position(open) {
        let place = from + offset;
        from = place + 1;
        let finite = |clause: usize| clauses.draft(clause).is_some_and(|draft| draft.finite == Some(place));
        if clauses.of(place).is_some_and(finite) {
            continue;
        }
        let other = [
            Category::Pronoun,
            Category::Preposition,
            Category::Adverb,
            Category::Adjective,
        ];
        let cats = sentence.at(place).cats;
        if let Some(other) = other.into_iter().find(|&category| cats.has(category)) {
            sentence.decide(place, other);
        }
    }
}

fn category_of(sentence: &Sentence, place: usize, word: &Word) -> Category {
    match word.shape {
        Shape::Capital if !word.initial || in_marked_phrase(sentence, place) => capital(sentence, place, word),
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

/// *die „Weisen“*: after a mark inside a phrase a capital says what it says elsewhere.
fn in_marked_phrase(sentence: &Sentence, place: usize) -> bool {
    sentence.before(place).is_quote_mark()
        && matches!(
            sentence.before(place.wrapping_sub(1)).cat,
            Category::Determiner | Category::Adjective
        )
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
        return common_or_name(sentence, place, word);
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
    let noun = word.common || word.forms.has(Forms::INFINITIVE.or(Forms::PRESENT_PARTICIPLE));
    let part_of_name = previous.cat == Category::Name && (!word.common || !previous.genitive_name);
    if noun && !part_of_name || word.key == Key::NounPreposition {
        return Category::Noun;
    }
    Category::Name
}

/// A word of the list of common nouns is one, unless it stands as a part of a person's name does: after a name or a
/// title (*Petra Stein*, *Minister Stein*), or before a name with nothing that belongs to a noun before it (*Peter Krohn*).
fn common_or_name(sentence: &Sentence, place: usize, word: &Word) -> Category {
    if !word.unknown || !word.common || !word.agreement.meets(Agreement::SINGULAR) {
        return if word.unknown && word.common {
            Category::Noun
        } else {
            Category::Name
        };
    }
    let previous = sentence.before(place);
    let feminine = word.agreement.without(Agreement::PLURAL).is_feminine();
    let after_name = previous.cat == Category::Name
        && (!previous.genitive_name || is_unlisted(sentence.before(place.wrapping_sub(1))));
    let after_title = previous.person && previous.is_nominal();
    if (after_name || after_title) && !feminine {
        return Category::Name;
    }
    let next = sentence.at(place + 1);
    let bare = !(matches!(
        previous.cat,
        Category::Determiner | Category::Adjective | Category::Numeral
    ) || previous.contracted
        || previous.is_number());
    let surname = next.common
        && !feminine
        && next.agreement.meets(Agreement::SINGULAR)
        && !next.agreement.without(Agreement::PLURAL).is_feminine();
    if bare
        && word.key == Key::None
        && next.shape == Shape::Capital
        && next.key == Key::None
        && (is_unlisted(next) || surname && next.unknown)
    {
        return Category::Name;
    }
    Category::Noun
}

/// Neither the lexicon nor its list of nouns has it.
fn is_unlisted(word: &Word) -> bool {
    word.unknown && !word.common && word.shape == Shape::Capital
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
    // *Gewinne wurden gemacht*, *Folge der Kürzungen sei ein Streik*
    let finite_next = next.is_surely_finite() && next.shape == Shape::Lower;
    if small && word.common && (finite_next || next.key == Key::Der && has_other_finite(sentence, place)) {
        return Category::Noun;
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
        let addressed = next.cats.has(Category::Pronoun) && !(word.common && next.cats.has(Category::Determiner));
        let commands = addressed || sentence.before(sentence.len()).imperative_mark;
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
        return if noun {
            Category::Noun
        } else {
            common_or_name(sentence, place, word)
        };
    }
    if word.unknown {
        return common_or_name(sentence, place, word);
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
