//! Names that end in an English noun: *Halden Valley*, *Ella Quandtmann School*, *Northbrook Rovers*.

use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use crate::candidate::Candidate;
use crate::classes::Class;
use crate::organizations::named;
use crate::words::Words;

/// Most words before the noun.
const MAX_BEFORE: usize = 4;

/// The names that end in an English noun.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) {
    for index in 0..words.all.len() {
        into.extend(ended(words, index));
    }
}

fn ended(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let kind = if word.class.has(Class::ENGLISH_ORGANIZATION) {
        EntityKind::Organization
    } else if word.class.has(Class::ENGLISH_PLACE) {
        EntityKind::Place
    } else if word.class.has(Class::ENGLISH_THING) {
        EntityKind::Other
    } else {
        return None;
    };
    // What German has as a noun may stand beside a name for other reasons.
    if word.common || word.first || !word.spaced {
        return None;
    }
    let mut first = index;
    let mut unknown = false;
    while let Some(before) = words.before(first) {
        let part = words.all.get(before)?;
        let named = words.is_unknown(before) || part.first_name.is_some() || part.listed;
        if !named
            || part.kind != TokenKind::Word
            || part.class.has(Class::NEVER.or(Class::DETERMINER))
            || index - before > MAX_BEFORE
        {
            break;
        }
        unknown |= words.is_unknown(before);
        first = before;
        if !part.spaced {
            break;
        }
    }
    // One listed name and the noun (London Bridge) suffice; a first name alone does not.
    let alone = index - first == 1
        && words
            .all
            .get(first)
            .is_some_and(|part| part.first_name.is_some() && !part.listed);
    if first == index || alone && !unknown {
        return None;
    }
    Some(named(
        words,
        (first, index),
        kind,
        700,
        855,
        "entity.foreign_noun",
        (index, index),
    ))
}
