//! Where the noun phrase that starts at a place has its head, and which verb forms are attributes before one.

use wortlaut_lexicon::Category;

use crate::tag::STANDS_ALONE;
use crate::word::{Agreement, CLOSED, Cats, Forms, Key, Sentence, Shape, Word};

/// How far a look-ahead may go; it bounds the work for each word.
pub(crate) const WINDOW: usize = 10;

pub(crate) const INTENSIFIER: Cats = Cats::of(Category::Adverb)
    .or(Cats::of(Category::Particle))
    .or(Cats::of(Category::Adjective));

pub(crate) fn noun_agreement(word: &Word) -> Agreement {
    if word.shape == Shape::Lower || word.is_number() {
        Agreement::ANY
    } else {
        word.agreement
    }
}

/// Whether a word could stand before a noun as its attribute.
pub(crate) fn attributive(word: &Word) -> bool {
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

pub(crate) fn capital_noun(word: &Word) -> bool {
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
            && (word.forms.has(Forms::PAST_PARTICIPLE.or(Forms::PRESENT_PARTICIPLE))
                || word.unknown && word.can_be_finite()
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
pub(crate) fn attribute(sentence: &Sentence, place: usize, word: &Word) -> Option<Category> {
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
    if after_article && !after_year && !auxiliary && (word.cats.has(Category::Adjective) || word.unknown) {
        return Some(Category::Adjective);
    }
    // *Die Zinsen träfen Länder*: after a noun the verb, where the stretch has no other.
    let predicate = word.can_be_finite() && previous.is_nominal() && !has_other_finite(sentence, place);
    let pure = word.pure_adjective && !predicate;
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

/// Whether the words around a place, between two marks, have a sure finite form beside the one there.
pub(crate) fn has_other_finite(sentence: &Sentence, place: usize) -> bool {
    let within = |at: &usize| sentence.at(*at).is_word() || sentence.at(*at).is_number();
    let before = (0..place).rev().take(WINDOW).take_while(within);
    let after = (place + 1..place + 1 + WINDOW).take_while(within);
    before.chain(after).any(|at| sentence.at(at).is_surely_finite())
}
