//! Institutions by the noun their name begins or ends with.

use wortlaut_lexicon::{Lexicon, Number};
use wortlaut_text::{EntityKind, Gender, MentionForm};
use wortlaut_tokenize::TokenKind;

use super::named;
use crate::candidate::{Candidate, Target};
use crate::classes;
use crate::classes::Class;
use crate::words::Words;

/// *Universität Kassel*, *Landgericht Ulm*, *Bundesverband der Hafenwirtschaft*, *Ministerium für Verkehr*.
pub(super) fn headed(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !word.capital {
        return None;
    }
    let league = word.class.has(Class::LEAGUE);
    let ending = word.class.has(Class::HEAD_ENDING);
    let head = word.class.has(Class::ORGANIZATION_HEAD) || league || ending;
    let frame = word.class.has(Class::ORGANIZATION_FRAME);
    let next = words
        .after(index)
        .filter(|&next| words.all.get(next).is_some_and(|word| word.spaced))?;
    let after = words.all.get(next)?;
    if head && after.capital && (after.listed || !ending && !league && words.is_unknown(next)) && !after.caps {
        let mut first = index;
        // Technische Universität Berlin, Hamburger Staatsoper.
        if let Some(before) = words.before(index) {
            let capital = words.all.get(before).is_some_and(|word| word.capital && !word.first);
            let form = words.form(before);
            if capital && (form.ends_with("ische") || form.ends_with("ischen"))
                || matches!(
                    form,
                    "Technische" | "Technischen" | "Freie" | "Freien" | "Deutsche" | "Deutschen"
                )
            {
                first = before;
            }
        }
        return Some(named(
            words,
            (first, next),
            if league {
                EntityKind::Event
            } else {
                EntityKind::Organization
            },
            850,
            860,
            "entity.organization.head",
            (index, index),
        ));
    }
    // Bundesamt für …, Landesverband der …
    let federal = classes::of_beginning(words.form(index)).has(Class::FEDERAL);
    let adjective = words.before(index).filter(|&before| {
        let form = words.form(before);
        words.all.get(before).is_some_and(|word| word.capital && !word.first)
            && (form.ends_with('e') || form.ends_with("er") || form.ends_with("en") || form.ends_with("es"))
            && !words.is(before, Class::NEVER.or(Class::TITLE))
    });
    if (frame
        || words.form(next) == "für"
            && (words.is(index, Class::GENITIVE_HEAD) || word.class.has(Class::ORGANIZATION_HEAD)))
        && matches!(words.form(next), "für" | "der" | "zur" | "gegen" | "des")
        && (federal || adjective.is_some() || words.form(next) == "für" && !word.first)
    {
        let noun_phrase = words.form(next) == "des";
        let mut last = next;
        let mut nouns = 0;
        let mut at = next;
        while let Some(step) = words.after(at) {
            let word = words.all.get(step)?;
            if word.capital && word.kind == TokenKind::Word {
                last = step;
                nouns += 1;
                // One noun phrase: adjective and noun.
                let inflected = ["en", "er", "e"]
                    .iter()
                    .any(|ending| words.form(step).ends_with(ending));
                let more = words.after(step).is_some_and(|next| {
                    words.all.get(next).is_some_and(|word| word.capital) && inflected
                        || matches!(words.form(next), "und" | "für") && words.form(index + 1) == "für"
                });
                if !more || nouns > 4 {
                    break;
                }
            } else if word.capital
                || nouns > 0 && !matches!(words.form(step), "und" | "für")
                || !words.is(step, Class::JOINT)
            {
                break;
            }
            at = step;
        }
        if nouns == 0 || noun_phrase {
            return None;
        }
        return Some(named(
            words,
            (adjective.unwrap_or(index), last),
            EntityKind::Organization,
            750,
            840,
            "entity.organization.frame",
            (index, next),
        ));
    }
    None
}

/// *9. Panzerdivision*, *die 26. Gebirgsbrigade*: a numbered unit.
pub(super) fn military_unit(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let before = words.before(index)?;
    let plural = Lexicon::german().noun(words.form(index)).and_then(|noun| noun.number) == Some(Number::Plural);
    if !words.is(index, Class::MILITARY_UNIT) || plural || words.all.get(before)?.kind != TokenKind::Ordinal {
        return None;
    }
    Some(named(
        words,
        (before, index),
        EntityKind::Organization,
        850,
        870,
        "entity.organization.unit",
        (index, index),
    ))
}

/// *Museum der schönen Künste*, *Akademie der Wissenschaften*: the noun of an institution and a plural in the genitive.
pub(super) fn with_genitive(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::GENITIVE_HEAD) || !words.all.get(index)?.capital {
        return None;
    }
    let article = words.after(index).filter(|&at| words.form(at) == "der")?;
    let mut noun = words.after(article)?;
    let adjective = words.form(noun).ends_with("en")
        && words
            .after(noun)
            .is_some_and(|next| words.all.get(next).is_some_and(|word| word.capital));
    if adjective {
        noun = words.after(noun)?;
    }
    let word = words.all.get(noun)?;
    let plural = Lexicon::german().noun(words.raw(noun)).is_some_and(|reading| {
        reading.number == Some(Number::Plural) || words.form(noun).ends_with("en") && reading.number.is_none()
    });
    if !word.capital || word.listed || words.is_title(noun) || !plural {
        return None;
    }
    Some(named(
        words,
        (index, noun),
        EntityKind::Organization,
        720,
        835,
        "entity.organization.genitive",
        (index, article),
    ))
}

/// *Deutscher Städtetag*, *Hessischer Bauernverband*: a capital adjective inside a sentence, before the noun of a body.
pub(super) fn after_adjective(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::ORGANIZATION_FRAME.or(Class::BODY)) || words.form(index).contains('-') {
        return None;
    }
    let before = words.before(index)?;
    let adjective = words.all.get(before)?;
    let form = words.form(before);
    let stem = ["en", "er", "es", "em", "e"]
        .iter()
        .find_map(|ending| form.strip_suffix(ending))?;
    // Deutscher, Hessischer: of a place the lists know. Any other adjective may only describe (Evangelische Kirche).
    let of_place = adjective.listed && stem.ends_with("isch") || stem == "Deutsch";
    if !adjective.capital || adjective.first || !of_place || stem.len() < 6 {
        return None;
    }
    let reading = Lexicon::german().noun(words.raw(index))?;
    if reading.number == Some(Number::Plural) {
        return None;
    }
    let genitive = words
        .before(before)
        .is_some_and(|at| matches!(words.form(at), "des" | "eines"));
    let noun = words.raw(index);
    let noun = if genitive {
        noun.strip_suffix("es")
            .or_else(|| noun.strip_suffix('s'))
            .unwrap_or(noun)
    } else {
        noun
    };
    let ending = match reading.gender {
        Some(Gender::Masculine) => "er",
        Some(Gender::Neuter) => "es",
        Some(Gender::Feminine) => "e",
        None => form.get(stem.len()..).unwrap_or("e"),
    };
    // Deutsches Theater Berlin
    let place = words.after(index).filter(|&next| {
        words
            .all
            .get(next)
            .is_some_and(|word| word.spaced && word.capital && word.listed && !word.caps)
    });
    let mut candidate = named(
        words,
        (before, place.unwrap_or(index)),
        EntityKind::Organization,
        780,
        840,
        "entity.organization.adjective",
        (before, index),
    );
    let place = place.map(|place| format!(" {}", words.form(place))).unwrap_or_default();
    candidate.target = Target::Named(format!("{stem}{ending} {noun}{place}"));
    if genitive {
        candidate.form = MentionForm::Genitive;
    }
    Some(candidate)
}

/// *Hamburger Hauptbahnhof*, *Berliner Philharmoniker*: an adjective in -er and a noun that makes a name of it.
pub(super) fn after_place_adjective(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let kind = if words.is(index, Class::ORGANIZATION_ADJECTIVE_HEAD) {
        EntityKind::Organization
    } else if words.is(index, Class::PLACE_ADJECTIVE_HEAD) {
        EntityKind::Place
    } else {
        return None;
    };
    let before = words.before(index)?;
    let word = words.all.get(before)?;
    if !words.form(before).ends_with("er")
        || !word.capital
        || !(word.listed || words.is_unknown(before))
        || word.first_name.is_some()
    {
        return None;
    }
    Some(named(
        words,
        (before, index),
        kind,
        800,
        850,
        "entity.place_adjective.head",
        (index, index),
    ))
}

/// *Verteidigungsministerium*: one word whose end tells.
pub(super) fn one_word(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !word.capital || word.listed || word.kind != TokenKind::Word {
        return None;
    }
    let form = words.form(index);
    let lemma = |ending: &str| crate::normal::strip(form, ending).map(str::to_owned);
    let ministry = form.strip_suffix('s').unwrap_or(form);
    if ministry.ends_with("ministerium") && ministry.len() > 14 && !form.contains('-') {
        let mut candidate = named(
            words,
            (index, index),
            EntityKind::Organization,
            750,
            500,
            "entity.organization.ministry",
            (index, index),
        );
        if let Some(name) = lemma("s") {
            candidate.target = Target::Named(name);
            candidate.form = MentionForm::Genitive;
        }
        return Some(candidate);
    }
    None
}
