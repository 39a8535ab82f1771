//! Organisations and things no list knows.

use wortlaut_lexicon::{Lexicon, Number, VerbForm};
use wortlaut_text::{EntityKind, Evidence, Gender, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::words::Words;

/// Longest name in tokens.
const MAX_TOKENS: usize = 12;

/// An alias the text itself gives: *Internationale Seefunkbehörde (ISB)*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alias {
    pub(crate) short: String,
    /// The tokens of the long name.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The token of the short name.
    pub(crate) at: usize,
}

/// The organisations and things named by rules; and the aliases the text defines.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for index in 0..words.all.len() {
        let found = abbreviation(words, index, &mut aliases)
            .or_else(|| legal_form(words, index))
            .or_else(|| club(words, index))
            .or_else(|| headed(words, index))
            .or_else(|| with_genitive(words, index))
            .or_else(|| after_place_adjective(words, index))
            .or_else(|| after_adjective(words, index))
            .or_else(|| after_class_noun(words, index))
            .or_else(|| tailed(words, index))
            .or_else(|| military_unit(words, index))
            .or_else(|| led_in(words, index))
            .or_else(|| one_word(words, index));
        into.extend(found);
    }
    aliases
}

pub(crate) fn named(
    words: &Words<'_>,
    (first, last): (usize, usize),
    kind: EntityKind,
    permille: u16,
    rank: i32,
    rule: &'static str,
    why: (usize, usize),
) -> Candidate {
    let mut candidate = Candidate::new(
        (first, last),
        kind,
        Target::Named(words.name(first, last)),
        MentionForm::Name,
        permille,
        Evidence::new(rule, words.span(why.0, why.1)),
    );
    candidate.rank = rank;
    candidate
}

/// *Nordischer Bund zur Pflege der Moore (NBPM)*: the letters of the abbreviation begin the words before.
fn abbreviation(words: &Words<'_>, index: usize, aliases: &mut Vec<Alias>) -> Option<Candidate> {
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
        } else if !is_joint(words.form(at))
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

/// Small words inside a name.
fn is_joint(form: &str) -> bool {
    matches!(
        form,
        "für"
            | "der"
            | "des"
            | "die"
            | "den"
            | "zur"
            | "zum"
            | "und"
            | "von"
            | "in"
            | "im"
            | "am"
            | "an"
            | "gegen"
            | "ohne"
            | "vom"
            | "&"
    )
}

/// *Halden Maschinenbau GmbH*, *Börne & Söhne*.
fn legal_form(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
        if words.is(before, Class::ORGANIZATION_NOUN.or(Class::TITLE)) && words.all.get(before)?.common {
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

/// *VfL Gera*, *1. FC Seehof*, *Rot-Weiß Lund 09*.
fn club(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::CLUB) {
        return None;
    }
    let next = words
        .after(index)
        .filter(|&next| words.all.get(next).is_some_and(|word| word.spaced))?;
    let name = words.all.get(next)?;
    let letters = words.all.get(index)?.caps
        || words.form(index).contains("-")
        || matches!(words.form(index), "VfB" | "VfL" | "SpVgg" | "TuS");
    if !words.is_nameable(next) || name.class.has(Class::TITLE) {
        return None;
    }
    // Ordinary words (Union, Energie, Sturm) need a place or an unknown word after them.
    if name.common && !(letters && name.listed) {
        return None;
    }
    if !letters && words.all.get(index)?.common && !name.listed {
        return None;
    }
    let mut first = index;
    if let Some(before) = words.before(index) {
        if words.all.get(before)?.kind == TokenKind::Ordinal || words.is(before, Class::CLUB) {
            first = before;
        }
    }
    let mut last = next;
    if let Some(after) = words.after(last) {
        let word = words.all.get(after)?;
        let number = word.kind == TokenKind::Number
            && word.spaced
            && words.raw(after).len() <= 4
            && words.raw(after).chars().all(|c| c.is_ascii_digit());
        if number || words.is_unknown(after) && word.spaced && !word.caps && !words.is_unknown(next) {
            last = after;
        }
    }
    Some(named(
        words,
        (first, last),
        EntityKind::Organization,
        850,
        880,
        "entity.organization.club",
        (index, index),
    ))
}

/// *Universität Kassel*, *Landgericht Ulm*, *Bundesverband der Hafenwirtschaft*, *Ministerium für Verkehr*.
fn headed(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
    let federal = [
        "Bundes", "Landes", "Reichs", "Zentral", "Dach", "Europa", "Welt", "Deutsch",
    ]
    .iter()
    .any(|prefix| words.form(index).starts_with(prefix));
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
                || !is_joint(words.form(step))
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

/// *Siemens Energy*, *Ostholt Capital*: a name and a word that ends names of companies and is no German word.
fn tailed(words: &Words<'_>, index: usize) -> Option<Candidate> {
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

/// *9. Panzerdivision*, *die 26. Gebirgsbrigade*: a numbered unit.
fn military_unit(words: &Words<'_>, index: usize) -> Option<Candidate> {
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

/// *Pro Moor*, *Statistik Austria*: foreign words that make a name of the noun beside them.
fn led_in(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
        "Austria" | "Suisse" | "Helvetica" | "Helvetia" | "Germany" | "Europe" => {
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

/// *Museum der schönen Künste*, *Akademie der Wissenschaften*: the noun of an institution and a plural in the genitive.
fn with_genitive(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
fn after_adjective(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::ORGANIZATION_FRAME.or(Class::BODY)) || words.form(index).contains('-') {
        return None;
    }
    let before = words.before(index)?;
    let adjective = words.all.get(before)?;
    let form = words.form(before);
    let stem = ["en", "er", "es", "em", "e"]
        .iter()
        .find_map(|ending| form.strip_suffix(ending))?;
    if !adjective.capital || adjective.first || !(stem.ends_with("isch") || stem == "Deutsch") || stem.len() < 6 {
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
fn after_place_adjective(words: &Words<'_>, index: usize) -> Option<Candidate> {
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

/// *die Firma Halden*, *das Festival »Nachtlicht«*, *der Orkan »Anatol«*, *der Chiphersteller Dalvero*.
fn after_class_noun(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
        && words.is(noun, Class::ORGANIZATION_NOUN)
        && word.common
        && word.capital
        && !words.is_title(index)
        && !word.class.has(Class::NEVER)
        && matches!(
            words.form(country),
            "Schweiz" | "Deutschland" | "Österreich" | "Südtirol" | "Liechtenstein" | "Europa" | "International"
        ))
    .then_some(country)
}

/// *Die Firma Elbe-Recycling*: the noun outranks the river inside the compound.
fn hyphenated_company(words: &Words<'_>, noun: usize, index: usize) -> Option<Candidate> {
    let form = words.form(index);
    let head = form.rsplit('-').next()?;
    let plural = Lexicon::german().noun(head).and_then(|noun| noun.number) == Some(Number::Plural);
    let named_class = matches!(
        words.form(noun),
        "Firma"
            | "Unternehmen"
            | "Unternehmens"
            | "Konzern"
            | "Konzerns"
            | "Start-up"
            | "Startup"
            | "Reederei"
            | "Spedition"
            | "Verein"
            | "Initiative"
    );
    if !named_class
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

/// *Verteidigungsministerium*: one word whose end tells.
fn one_word(words: &Words<'_>, index: usize) -> Option<Candidate> {
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
