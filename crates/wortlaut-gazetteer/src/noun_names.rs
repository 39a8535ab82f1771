//! People whose names are common nouns: *Rosa Linse*, *Minister Holz*, *sagte Linse*.
//!
//! A first name and a noun side by side are a person where the words around say so; so are a role without an article and a
//! noun, and a noun without an article right behind *…, sagte*. In all of these the noun is in the singular and no compound
//! (*Krautpflege*, *Angriffe*), since surnames are.

use wortlaut_lexicon::{Lexicon, Number};
use wortlaut_text::{EntityKind, Evidence, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::matcher::is_amount;
use crate::words::Words;
use crate::{person_shapes, persons};

/// *Zehn Mark*, *Deutsche Mark*, *die Mark*: the former currency, no first name.
pub(crate) fn is_money(words: &Words<'_>, index: usize) -> bool {
    words.before(index).is_some_and(|before| {
        words.all.get(before).is_some_and(|word| {
            matches!(word.kind, TokenKind::Number) || word.class.has(Class::DETERMINER.or(Class::ARTICLE))
        }) || is_amount(words.form(before))
            || words.form(before).starts_with("Deutsche")
    })
}

/// Whether the words around a first name that is a noun too and a noun make a person of both.
pub(crate) fn tells_person(words: &Words<'_>, start: usize, end: usize) -> bool {
    let listed = words.all.get(end).is_none_or(|word| word.listed);
    if !is_surname_like(words, end) || listed {
        return false;
    }
    if persons::bracket(words, end).is_some() || persons::apposition(words, end).is_some() {
        return true;
    }
    let after = words.after(end);
    // …, sagte Rosa Linse; wie Rosa Linse sagte
    let says = |at: usize| words.is(at, Class::SAYING);
    if after.is_some_and(says) {
        return true;
    }
    let Some(before) = words.before(start) else {
        // Rosa Linse spielt Klavier: one noun phrase stands before the verb, and this one has no article.
        // Rosa Farbe nahm er: with a subject behind the verb, what stands before it is the object.
        return after.is_some_and(|after| {
            persons::is_finite(words.form(after))
                && words.after(after).is_none_or(|subject| {
                    let pronoun = matches!(words.form(subject), "er" | "ich" | "wir" | "man");
                    let there_is = words.form(after) == "gibt" && words.form(subject) == "es";
                    !pronoun && !there_is
                })
        });
    };
    says(before)
        || person_shapes::is_aged(words, before)
        || matches!(
            words.form(before),
            "laut" | "Laut" | "von" | "Von" | "mit" | "Mit" | "durch" | "Durch" | "für" | "Für" | "gegen" | "Gegen"
        )
}

/// A noun that may be a surname: in the singular, no compound, no role; or one that is known to be a surname.
fn is_surname_like(words: &Words<'_>, index: usize) -> bool {
    let Some(word) = words.all.get(index) else { return false };
    if !words.is_nameable(index) || word.caps || word.quoted || word.kind != TokenKind::Word || words.is_title(index) {
        return false;
    }
    word.class.has(Class::SURNAME)
        || Lexicon::german()
            .noun(words.raw(index))
            .is_some_and(|noun| noun.head == 0 && noun.number != Some(Number::Plural))
}

/// *Minister Holz lehnte ab*, *Präsident Linse (54)*: a role without an article before it, and what only a name can be.
pub(crate) fn after_office(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let role = words.before(index)?;
    if !word.spaced || word.listed || !word.common || !persons::is_office(words, role) || !is_surname_like(words, index)
    {
        return None;
    }
    let plural = Lexicon::german().noun(words.raw(role)).and_then(|noun| noun.number) == Some(Number::Plural);
    // Der Minister Holz kaufte ein: with an article, adjective or conjunction the noun may be an object.
    let bare = words.before(role).is_none_or(|before| {
        words.is(before, Class::SAYING.or(Class::SPEECH_VERB))
            || words.all.get(before).is_some_and(|word| !word.kind.is_wordlike())
    });
    // One noun phrase stands before the verb, or the name ends the clause.
    let closed = words.after(index).is_none_or(|after| {
        persons::is_finite(words.form(after))
            || words
                .all
                .get(after)
                .is_some_and(|word| !word.kind.is_wordlike() && word.kind != TokenKind::Number)
            || words.is(words.before(role).unwrap_or(after), Class::SAYING)
                && !words.class(after).has(Class::DETERMINER)
    });
    if plural || !bare || !closed {
        return None;
    }
    let mut candidate = surname(
        words,
        index,
        650,
        Evidence::new("entity.person.title", words.span(role, role)),
    );
    candidate.rank = 590;
    candidate.gender = persons::title_gender(words, index);
    Some(candidate)
}

/// *„Das geht nicht“, sagte Linse am Montag*: a noun without an article, where who says it stands.
pub(crate) fn said(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let verb = words.before(index).filter(|&at| words.is(at, Class::SAYING))?;
    if !word.common || word.listed || word.first_name.is_some() || !is_surname_like(words, index) {
        return None;
    }
    // Bescheid sagen, Hallo sagen: what is said.
    if matches!(
        words.form(index),
        "Bescheid" | "Hallo" | "Adieu" | "Servus" | "Dank" | "Danke" | "Lebewohl" | "Wahrheit" | "Krieg" | "Amen"
    ) {
        return None;
    }
    let behind_speech = words.before(verb).is_some_and(|at| {
        words.raw(at) == "," || words.all.get(at).is_some_and(|word| word.kind == TokenKind::QuoteClose)
    });
    let alone = words.after(index).is_none_or(|after| {
        words
            .all
            .get(after)
            .is_none_or(|word| !word.capital && words.form(after) != "und")
    });
    if !behind_speech || !alone {
        return None;
    }
    let mut candidate = surname(
        words,
        index,
        600,
        Evidence::new("entity.person.subject", words.span(verb, verb)),
    );
    candidate.rank = 190;
    Some(candidate)
}

fn surname(words: &Words<'_>, index: usize, permille: u16, reason: Evidence) -> Candidate {
    Candidate::new(
        (index, index),
        EntityKind::Person,
        Target::Named(words.name(index, index)),
        MentionForm::Surname,
        permille,
        reason,
    )
}
