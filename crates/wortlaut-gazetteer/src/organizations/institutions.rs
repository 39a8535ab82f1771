//! Institutions by the noun their name begins or ends with.

use wortlaut_lexicon::{Category, Lexicon, Number};
use wortlaut_text::{EntityKind, Gender, MentionForm};
use wortlaut_tokenize::TokenKind;

use super::{Listed, named};
use crate::candidate::{Candidate, Target};
use crate::classes;
use crate::classes::Class;
use crate::words::Words;

/// *Universität Kassel*, *Landgericht Ulm*, *Stadtwerke Lüttersau*, *des Amtsgerichts Ulm*: a noun and the place it is named after.
pub(super) fn headed(words: &Words<'_>, listed: &Listed, index: usize) -> Option<Candidate> {
    if !words.all.get(index)?.capital {
        return None;
    }
    let next = words
        .after(index)
        .filter(|&next| words.all.get(next).is_some_and(|word| word.spaced))?;
    let after = words.all.get(next)?;
    if !after.capital || after.caps {
        return None;
    }
    let (class, stem) = head_class(words, index);
    let league = class.has(Class::LEAGUE);
    let sure = class.has(Class::ORGANIZATION_HEAD.or(Class::AUTHORITY));
    if !(sure || league || class.has(Class::HEAD_ENDING)) || !names_body(words, listed, index, next, sure) {
        return None;
    }
    let mut first = index;
    if let Some(before) = words.before(index) {
        let capital = words.all.get(before).is_some_and(|word| word.capital && !word.first);
        let form = words.form(before);
        let adjective = ["ische", "ischen", "ischer", "liche", "lichen"];
        let joined = words.before(before).filter(|&part| {
            form == "und" && words.form(part).ends_with('-') && words.all.get(part).is_some_and(|word| word.capital)
        });
        // Technische Universität Berlin; Industrie- und Handelskammer Kassel.
        if capital && adjective.iter().any(|ending| form.ends_with(ending))
            || matches!(
                form,
                "Technische"
                    | "Technischen"
                    | "Freie"
                    | "Freien"
                    | "Deutsche"
                    | "Deutschen"
                    | "Freiwillige"
                    | "Freiwilligen"
            )
        {
            first = before;
        } else if let Some(part) = joined {
            first = part;
        }
    }
    let mut candidate = named(
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
    );
    if let Some(stem) = stem.filter(|_| first == index) {
        candidate.target = Target::Named(format!("{stem} {}", words.name(next, next)));
        candidate.form = MentionForm::Genitive;
    }
    Some(candidate)
}

/// The classes of the head of a name; of a head in the genitive, also its nominative: *des Landgerichts*.
fn head_class<'w>(words: &'w Words<'_>, index: usize) -> (Class, Option<&'w str>) {
    let form = words.form(index);
    let class = |form: &str| {
        // SPD-Kreisverband, Caritas-Krankenhaus
        let last = form.rsplit('-').next().unwrap_or(form);
        let exact = classes::of(form).or(classes::of(last));
        let heads = Class::ORGANIZATION_HEAD.or(Class::AUTHORITY).or(Class::LEAGUE);
        if exact.has(heads) {
            exact
        } else {
            classes::of_ending(form)
        }
    };
    let genitive = words
        .before(index)
        .is_some_and(|before| matches!(words.form(before), "des" | "Des"));
    if genitive {
        for ending in ["es", "s"] {
            if let Some(stem) = form.strip_suffix(ending) {
                let class = class(stem);
                if class.has(Class::ORGANIZATION_HEAD.or(Class::AUTHORITY).or(Class::HEAD_ENDING)) {
                    return (class, Some(stem));
                }
            }
        }
    }
    (class(form), None)
}

/// Whether a word right after the noun of a body is what the body is named after. After nouns that are `sure` to have a
/// name it may be a word that nothing explains, a region of two names, or a compound that ends like a town.
pub(super) fn names_body(words: &Words<'_>, listed: &Listed, head: usize, at: usize, sure: bool) -> bool {
    let Some(word) = words.all.get(at) else { return false };
    if !word.capital || !word.spaced || word.class.has(Class::NEVER) || words.is_title(at) {
        return false;
    }
    if word.listed || word.maybe_place || listed.is_place(at) {
        return true;
    }
    if !sure {
        return false;
    }
    if words.is_unknown(at) {
        return true;
    }
    let definite = words.before(head).is_none_or(|before| words.is(before, Class::ARTICLE));
    let compound = Lexicon::german()
        .noun(words.raw(at))
        .is_none_or(|noun| noun.head > 0 && noun.number != Some(Number::Plural));
    definite && compound && word.class.has(Class::NAME_ENDING)
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
    // Verband der Küstenfischer: members that have one form in singular and plural.
    let members = words.is(index, Class::ASSOCIATION) && words.form(noun).ends_with("er") && words.is_title(noun);
    if !word.capital || word.listed || words.is_title(noun) && !members || !(plural || members) {
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
    if !words.is(
        index,
        Class::ORGANIZATION_FRAME.or(Class::BODY).or(Class::ADJECTIVE_HOUSE),
    ) || words.form(index).contains('-')
    {
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
    // Naturhistorisches Museum, Psychiatrische Klinik: inside a sentence, the capital itself says that it is a name.
    let of_kind = words.is(index, Class::ADJECTIVE_HOUSE)
        && Lexicon::german().noun(words.raw(before)).is_none()
        && !words.is(before, Class::NEVER)
        && Lexicon::german()
            .analyses(&form.to_lowercase())
            .any(|reading| reading.category == Category::Adjective);
    if !adjective.capital || adjective.first || !(of_place || of_kind) || stem.len() < 6 {
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
            .is_some_and(|word| word.spaced && word.capital && (word.listed || word.maybe_place) && !word.caps)
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
