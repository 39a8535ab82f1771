//! Companies: legal forms, words that end or lead their names in.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use super::named;
use crate::candidate::Candidate;
use crate::classes::Class;
use crate::sources::names_company;
use crate::words::Words;

/// *Halden Maschinenbau GmbH*, *Börne & Söhne*.
pub(super) fn legal_form(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let form = words.form(index);
    let registered = form == "e." && words.after(index).is_some_and(|next| words.form(next) == "V.") || form == "e.V.";
    let ampersand = form == "&";
    if !words.is(index, Class::LEGAL_FORM) && !registered && !ampersand {
        return None;
    }
    let mut first = index;
    while let Some(before) = words.before(first) {
        let joint = matches!(words.raw(before), "&" | "+") && before > 0;
        if !(words.is_nameable(before) || joint) || words.is(before, Class::DETERMINER) || index - before > 5 {
            break;
        }
        // Der Konzern Halden AG: the class noun stays outside.
        let class_noun =
            words.is(before, Class::ORGANIZATION_NOUN.or(Class::TITLE)) || names_company(words.form(before));
        let tail =
            words.is(before, Class::COMMON_TAIL) && words.before(before).is_some_and(|name| words.is_unknown(name));
        if class_noun && words.all.get(before)?.common && !tail {
            break;
        }
        if ampersand
            && words.is(before, Class::ORGANIZATION_ENDING)
            && words.all.get(before)?.common
            && before + 1 < index
        {
            break;
        }
        first = before;
        if ampersand && !joint && words.before(first).is_none_or(|before| words.raw(before) != "&") {
            // One word before the sign is the rule; two where both are unknown.
            let further = words.before(first).is_some_and(|before| words.is_unknown(before));
            if !further {
                break;
            }
        }
    }
    if first == index {
        return None;
    }
    let mut last = if form == "e." { index + 1 } else { index };
    while let Some(next) = words.after(last) {
        let goes_on = words.is(next, Class::LEGAL_FORM)
            || words.raw(next) == "&"
            || words.raw(last) == "&" && words.is_nameable(next);
        if !goes_on || next - first > 7 {
            break;
        }
        last = next;
    }
    if words.raw(last) == "&" || words.raw(first) == "&" || words.raw(first) == "+" {
        return None;
    }
    Some(named(
        words,
        (first, last),
        EntityKind::Organization,
        if ampersand { 750 } else { 900 },
        860,
        "entity.organization.legal_form",
        (index, index),
    ))
}

/// *Siemens Energy*, *Ostholt Capital*: a name and a word that ends names of companies and is no German word.
pub(super) fn tailed(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let tail = words.all.get(index)?;
    if !words.is(index, Class::ORGANIZATION_TAIL) || tail.common || !tail.spaced {
        return None;
    }
    let before = words.before(index)?;
    let name = words.all.get(before)?;
    if !(name.listed || words.is_unknown(before)) || name.first_name.is_some() || !words.is_nameable(before) {
        return None;
    }
    Some(named(
        words,
        (before, index),
        EntityKind::Organization,
        800,
        850,
        "entity.organization.tail",
        (index, index),
    ))
}

/// *Der Quellmann Verlag*, *die Ostholt Bank*: one or two words that nothing explains, and a common noun that ends names.
pub(super) fn common_tail(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let tail = words.all.get(index)?;
    if !words.is(index, Class::COMMON_TAIL) || !tail.spaced {
        return None;
    }
    let before = words.before(index)?;
    let name = words.all.get(before)?;
    // Wallstein Verlag: what looks like a compound may be a name too, if it ends like one.
    let compound = name.common
        && !name.listed
        && name.class.has(Class::NAME_ENDING)
        && Lexicon::german()
            .noun(words.raw(before))
            .is_some_and(|noun| noun.head > 0);
    if !(words.is_unknown(before) || compound && words.is_nameable(before) && !words.is_title(before))
        || name.caps
        || name.first_name.is_some()
        || name.kind != TokenKind::Word
    {
        return None;
    }
    let further = words
        .before(before)
        .filter(|&at| name.spaced && words.is_unknown(at) && words.all.get(at).is_some_and(|word| !word.caps));
    let first = further.unwrap_or(before);
    let led = words.before(first);
    let article = led.is_some_and(|at| {
        let class_noun = Class::ORGANIZATION_NOUN.or(Class::ORGANIZATION_ENDING);
        words.is(at, Class::ARTICLE.or(class_noun)) || words.is_title(at)
    });
    // Quellmanns Verlag is the publishing house of somebody, and so may be who stands after a verb or a preposition.
    let genitive = words.form(before).ends_with(['s', '\'']);
    let bare = led.is_none_or(|at| words.all.get(at).is_some_and(|word| !word.kind.is_wordlike()));
    (article || bare && !genitive).then(|| {
        named(
            words,
            (first, index),
            EntityKind::Organization,
            740,
            845,
            "entity.organization.tail",
            (index, index),
        )
    })
}

/// *Pro Moor*, *Statistik Austria*: foreign words that make a name of the noun beside them.
pub(super) fn led_in(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let (first, last) = match words.form(index) {
        // Pro Kopf and Pro Jahr begin sentences; inside one the word has no capital.
        "Pro" => {
            let next = words.after(index)?;
            let name = words.all.get(next)?;
            let inside = !word.first
                && words
                    .before(index)
                    .is_none_or(|before| words.all.get(before).is_none_or(|word| !word.capital));
            if !(inside || word.first && words.is_unknown(next))
                || !name.capital
                || !name.spaced
                || !words.is_nameable(next)
            {
                return None;
            }
            (index, next)
        }
        _ if words.is(index, Class::COUNTRY_TAIL) => {
            let before = words.before(index)?;
            let noun = words.all.get(before)?;
            if !word.spaced
                || !noun.capital
                || noun.first_name.is_some()
                || !words.is_nameable(before)
                || noun.class.has(Class::CLUB)
            {
                return None;
            }
            (before, index)
        }
        _ => return None,
    };
    Some(named(
        words,
        (first, last),
        EntityKind::Organization,
        750,
        845,
        "entity.organization.foreign_word",
        (index, index),
    ))
}
