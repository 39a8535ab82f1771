//! Things with names of a pattern of their own: broadcasts in quotation marks, championships, Latin names of species.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use crate::candidate::Candidate;
use crate::classes::{self, Class};
use crate::organizations::named;
use crate::wordlists::List;
use crate::words::Words;

/// Most words of a title that a preposition alone announces.
const MAX_TITLE: usize = 4;
/// Most tokens of a title after a noun that says what it is.
const MAX_WORK: usize = 9;

/// The things named by patterns.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) {
    for index in 0..words.all.len() {
        if words.all.get(index).is_some_and(|word| word.capital) {
            into.extend(
                titled(words, index)
                    .or_else(|| broadcast(words, index))
                    .or_else(|| championship(words, index))
                    .or_else(|| species(words, index)),
            );
        }
    }
}

/// *Die ZDF-Sendung „Nebel“*, *die Sonderausstellung „Licht!“*: a compound that says what it is, and a title in quotation marks.
fn titled(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let open = words.after(index)?;
    if words.all.get(open)?.kind != TokenKind::QuoteOpen {
        return None;
    }
    let form = words.form(index);
    let head = form
        .rsplit_once('-')
        .map(|(_, head)| classes::of(head))
        .unwrap_or_default();
    let kind = if head.has(Class::EVENT_NOUN) {
        EntityKind::Event
    } else if head.has(Class::OTHER_NOUN)
        || words.is(index, Class::OTHER_NOUN)
        || List::WORK_ENDING.before_ending(form).is_some()
    {
        EntityKind::Other
    } else {
        return None;
    };
    let first = words.after(open)?;
    let begins = words
        .all
        .get(first)
        .is_some_and(|word| word.capital || word.kind == TokenKind::Number);
    if !begins {
        return None;
    }
    let mut last = first;
    loop {
        let after = words.after(last)?;
        match words.all.get(after)?.kind {
            TokenKind::QuoteClose => break,
            TokenKind::QuoteOpen => return None,
            // Titles with a comma are rare, lists of names are not.
            _ if after - first >= MAX_WORK || words.raw(after) == "," => return None,
            _ => last = after,
        }
    }
    // What somebody said ends so.
    if matches!(words.raw(last), "." | ";" | ":") {
        return None;
    }
    Some(named(
        words,
        (first, last),
        kind,
        780,
        825,
        "entity.quoted_name",
        (index, index),
    ))
}

/// *Im „Nachtgespräch“ von Radio Lüttau*: a title in quotation marks after *in*, and whose it is.
fn broadcast(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !word.quoted || word.listed {
        return None;
    }
    let open = words.before(index)?;
    let before = words.before(open)?;
    let placed = matches!(words.form(before), "im" | "Im")
        || matches!(words.form(before), "der" | "dem")
            && words
                .before(before)
                .is_some_and(|at| matches!(words.form(at), "in" | "In"));
    if !placed {
        return None;
    }
    let mut last = index;
    loop {
        let after = words.after(last)?;
        let kind = words.all.get(after)?.kind;
        if kind == TokenKind::QuoteClose {
            break;
        }
        if !kind.is_wordlike() || after - index >= MAX_TITLE {
            return None;
        }
        last = after;
    }
    let joint = words.after(last + 1)?;
    let owner = words.after(joint)?;
    let owned = matches!(words.form(joint), "von" | "des" | "der" | "beim" | "bei" | "auf" | "im")
        && (words.form(owner) == "Radio"
            || words
                .all
                .get(owner)
                .is_some_and(|owner| owner.capital && (owner.listed || owner.caps)));
    if !owned {
        return None;
    }
    Some(named(
        words,
        (index, last),
        EntityKind::Other,
        700,
        820,
        "entity.quoted_name",
        (joint, owner),
    ))
}

/// *Die Handball-EM*, *die Biathlon-Weltmeisterschaft*; the bare noun is no name.
fn championship(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let form = words.form(index);
    if word.listed {
        return None;
    }
    let (first, last) = form.rsplit_once('-')?;
    if !List::CHAMPIONSHIP.has(last) || first.chars().count() < 3 || List::NO_SPORT.has(first) {
        return None;
    }
    Some(named(
        words,
        (index, index),
        EntityKind::Event,
        750,
        880,
        "entity.event.championship",
        (index, index),
    ))
}

/// *Die Art Quandtia lupina*: a capitalised word and a Latin one, after a noun that says what they are. Alone or in brackets they
/// are a term (GermEval marks none).
fn species(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if word.listed || word.caps || word.kind != TokenKind::Word || !words.form(index).is_ascii() {
        return None;
    }
    let second = words.after(index)?;
    let epithet = words.form(second);
    let lexicon = Lexicon::german();
    let latin = words
        .all
        .get(second)
        .is_some_and(|word| !word.capital && word.spaced && word.kind == TokenKind::Word)
        && epithet.len() > 3
        && epithet.bytes().all(|byte| byte.is_ascii_lowercase())
        && List::LATIN_ENDING.before_ending(epithet).is_some()
        && lexicon.analyses(epithet).next().is_none();
    if !latin {
        return None;
    }
    let noun = words
        .before(index)
        .filter(|&before| List::LATIN_NOUN.has(words.form(before)))?;
    Some(named(
        words,
        (index, second),
        EntityKind::Other,
        780,
        700,
        "entity.class_noun",
        (noun, noun),
    ))
}
