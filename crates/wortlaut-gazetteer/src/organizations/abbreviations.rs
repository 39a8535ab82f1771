//! Long names and the abbreviations the text gives them in brackets.

use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use super::{Alias, named};
use crate::candidate::Candidate;
use crate::classes::Class;
use crate::words::Words;

/// Longest name in tokens.
const MAX_TOKENS: usize = 12;

/// *Nordischer Bund zur Pflege der Moore (NBPM)*: the letters of the abbreviation begin the words before.
pub(super) fn abbreviation(words: &Words<'_>, index: usize, aliases: &mut Vec<Alias>) -> Option<Candidate> {
    let short = words.form(index);
    let letters: Vec<char> = short.chars().collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    if capitals < 2
        || letters.len() > 8
        || !letters.iter().all(|c| c.is_alphabetic())
        || letters.first()?.is_lowercase()
    {
        return None;
    }
    let open = words.before(index).filter(|&at| words.raw(at) == "(")?;
    words.after(index).filter(|&at| words.raw(at) == ")")?;
    let last = words.before(open)?;
    if !words.is_nameable(last) {
        return None;
    }
    let initial = letters.first()?.to_lowercase().next()?;
    // The nearest capitalised word to the left that begins like the abbreviation, with a plausible number of words.
    let mut at = last;
    let mut content = 0;
    let mut best = None;
    for _ in 0..MAX_TOKENS {
        let word = words.all.get(at)?;
        if !word.kind.is_wordlike() {
            break;
        }
        if word.capital {
            content += 1;
            let begins = words.form(at).chars().next()?.to_lowercase().next()? == initial;
            // Members of compounds count as words too: Seefunkdienst gives S and F.
            if begins && !word.class.has(Class::NEVER) && content <= letters.len() {
                best = Some(at);
                if content + 1 >= capitals {
                    break;
                }
            }
        } else if !words.is(at, Class::JOINT)
            || word.class.has(Class::DETERMINER) && best.is_some() && content + 1 >= capitals
        {
            break;
        }
        at = words.before(at)?;
    }
    let first = best?;
    if first == last && letters.len() > 5 {
        return None;
    }
    // A person in front of a party is no long name of it.
    if words.all.get(first)?.first_name.is_some() {
        return None;
    }
    aliases.push(Alias {
        short: short.to_owned(),
        first,
        last,
        at: index,
    });
    if first == last {
        return None;
    }
    Some(named(
        words,
        (first, last),
        EntityKind::Organization,
        850,
        870,
        "entity.organization.abbreviation",
        (index, index),
    ))
}

/// *Der DRB prüft*, *die ETTU*: letters that no list explains, behind a definite article. Bodies are called so; things that are
/// (*die DVD*, *der PKW*) are nouns of the lexicon or in a list of their own.
pub(super) fn with_article(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let form = words.form(index);
    let count = form.chars().count();
    if !word.caps
        || !word.spaced
        || word.kind != TokenKind::Word
        || !(3..=6).contains(&count)
        || !form.chars().all(char::is_alphabetic)
        || !words.is_unknown(index)
        || word.first_name.is_some()
        || word.quoted
        || word
            .class
            .has(Class::THING_ABBREVIATION.or(Class::LEGAL_FORM).or(Class::CLUB))
    {
        return None;
    }
    let article = words.before(index).filter(|&before| {
        words.is(before, Class::ARTICLE) || matches!(words.form(before), "Dem" | "Den" | "Beim" | "Vom")
    })?;
    // In a line of capitals every word looks like letters; and a name goes on in capitals.
    let capitals = |at: Option<usize>| at.is_some_and(|at| words.all.get(at).is_some_and(|word| word.capital));
    if words.all.get(article)?.caps || capitals(words.after(index)) || words.raw(index + 1) == "-" {
        return None;
    }
    Some(named(
        words,
        (index, index),
        EntityKind::Organization,
        600,
        210,
        "entity.organization.letters",
        (article, index),
    ))
}
