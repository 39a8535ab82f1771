//! Names after a noun that tells what they are: *die Firma X*, *das Festival »X«*.

use wortlaut_lexicon::{Lexicon, Number, VerbForm};
use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use super::named;
use crate::candidate::Candidate;
use crate::classes::Class;
use crate::words::Words;

/// *die Firma Halden*, *das Festival »Nachtlicht«*, *der Orkan »Anatol«*, *der Chiphersteller Dalvero*.
pub(super) fn after_class_noun(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let class = words.class(index);
    let noun = Class::ORGANIZATION_NOUN
        .or(Class::ORGANIZATION_ENDING)
        .or(Class::EVENT_NOUN)
        .or(Class::OTHER_NOUN)
        .or(Class::HOUSE_NOUN)
        .or(Class::PLACE_NOUN);
    if !class.has(noun) || !words.all.get(index)?.capital {
        return None;
    }
    let mut next = words.after(index)?;
    let quoted = words.all.get(next)?.kind == TokenKind::QuoteOpen;
    if quoted {
        next = words.after(next)?;
    } else if !words.all.get(next)?.spaced || !class.has(noun.without(Class::HOUSE_NOUN)) {
        return None;
    }
    let kind = if class.has(Class::EVENT_NOUN) {
        EntityKind::Event
    } else if class.has(Class::OTHER_NOUN) && (quoted || !class.has(Class::ORGANIZATION_NOUN)) {
        EntityKind::Other
    } else if class.has(Class::PLACE_NOUN.or(Class::HOUSE_NOUN)) {
        EntityKind::Place
    } else {
        EntityKind::Organization
    };
    let mut last = next;
    if quoted {
        // Up to the closing mark, at most six words.
        let mut end = next;
        loop {
            let after = words.after(end)?;
            if matches!(words.all.get(after)?.kind, TokenKind::QuoteClose) {
                break;
            }
            if !words.all.get(after)?.kind.is_wordlike() && words.all.get(after)?.kind != TokenKind::Number
                || after - next > 6
            {
                return None;
            }
            end = after;
        }
        if !words.all.get(next)?.capital {
            return None;
        }
        last = end;
    } else {
        let word = words.all.get(next)?;
        let organization = kind == EntityKind::Organization;
        if let Some(country) = apposed_country(words, index, next).filter(|_| organization) {
            return Some(named(
                words,
                (next, country),
                kind,
                700,
                850,
                "entity.class_noun",
                (index, index),
            ));
        }
        if let Some(candidate) = hyphenated_company(words, index, next).filter(|_| organization) {
            return Some(candidate);
        }
        if !(words.is_unknown(next) || organization && is_apposed(words, index, next))
            || words.all.get(index)?.first && class.has(Class::OTHER_NOUN)
        {
            return None;
        }
        // Storms, ships and programs bear first names; so they do alone.
        let alone = words
            .after(next)
            .is_none_or(|after| words.all.get(after).is_none_or(|word| !word.capital));
        let christened = class.has(Class::EVENT_NOUN.or(Class::OTHER_NOUN)) && alone;
        if word.first_name.is_some() && kind != EntityKind::Place && !christened {
            return None;
        }
        while let Some(after) = words.after(last) {
            let is_more = words.all.get(after).is_some_and(|word| word.spaced)
                && (words.is_unknown(after)
                    || organization && words.is(after, Class::ORGANIZATION_TAIL.or(Class::SURNAME))
                    || words.raw(after) == "&" && words.after(after).is_some_and(|next| words.is_nameable(next)));
            if !is_more || after - next > 3 {
                break;
            }
            last = after;
            if words.raw(after) == "&" {
                last = after + 1;
            }
        }
    }
    Some(named(
        words,
        (next, last),
        kind,
        if quoted { 800 } else { 700 },
        if quoted { 830 } else { 640 },
        if quoted {
            "entity.quoted_name"
        } else {
            "entity.class_noun"
        },
        (index, index),
    ))
}

/// *Der Verband Seebrücken Deutschland*: a noun and a country without preposition, after a class noun.
fn apposed_country(words: &Words<'_>, noun: usize, index: usize) -> Option<usize> {
    let word = words.all.get(index)?;
    let country = words.after(index)?;
    let article = words.before(noun).is_some_and(|before| {
        words.is(before, Class::DETERMINER) || words.all.get(before).is_some_and(|word| !word.capital)
    });
    (article
        && words.is(noun, Class::ASSOCIATION)
        && word.common
        && word.capital
        && !words.is_title(index)
        && !word.class.has(Class::NEVER)
        && words.is(country, Class::APPOSED_COUNTRY))
    .then_some(country)
}

/// *Die Firma Elbe-Recycling*: the noun outranks the river inside the compound.
fn hyphenated_company(words: &Words<'_>, noun: usize, index: usize) -> Option<Candidate> {
    let form = words.form(index);
    let head = form.rsplit('-').next()?;
    let plural = Lexicon::german().noun(head).and_then(|noun| noun.number) == Some(Number::Plural);
    if !words.is(noun, Class::FIRM)
        || !form.contains('-')
        || head.is_empty()
        || plural
        || words.is_title(index)
        || words.all.get(index)?.listed
    {
        return None;
    }
    if !words.all.get(index)?.capital {
        return None;
    }
    let mut candidate = named(
        words,
        (index, index),
        EntityKind::Organization,
        750,
        900,
        "entity.class_noun",
        (noun, noun),
    );
    candidate.rank = 950;
    Some(candidate)
}

/// *Der Seilbahnbetreiber Gipfelbahn hatte*: a compound right after a class noun with its article, and then a verb.
fn is_apposed(words: &Words<'_>, noun: usize, index: usize) -> bool {
    let compound = Lexicon::german()
        .noun(words.form(index))
        .is_some_and(|noun| noun.head > 0 && noun.number != Some(Number::Plural));
    let article = words.before(noun).is_some_and(|before| {
        matches!(
            words.form(before),
            "der" | "die" | "das" | "dem" | "den" | "des" | "Der" | "Die" | "Das" | "vom" | "beim"
        )
    });
    let verb = words.after(index).is_some_and(|next| {
        let form = words.form(next);
        form.starts_with(char::is_lowercase)
            && Lexicon::german()
                .analyses(form)
                .any(|reading| reading.features.verb_form == Some(VerbForm::Finite))
    });
    compound && article && verb && !words.is_title(index)
}
