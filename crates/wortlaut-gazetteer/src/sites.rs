//! Places by the parts of their names: churches, squares, halls, waters, mountains, roads with numbers, provinces.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::{EntityKind, Gender, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::compounds;
use crate::matcher::Matcher;
use crate::normal;
use crate::organizations::named;
use crate::wordlists::List;
use crate::words::Words;

/// The places named by parts the language has for them.
pub(crate) fn find(words: &Words<'_>, matcher: &Matcher<'_>, into: &mut Vec<Candidate>) {
    let mut waters: Vec<&str> = Vec::new();
    let mut road = None;
    for index in 0..words.all.len() {
        let Some(word) = words.all.get(index) else { break };
        if !word.capital || !matches!(word.kind, TokenKind::Word | TokenKind::Alphanumeric) {
            continue;
        }
        if let Some(candidate) = numbered_road(words, matcher, index, road) {
            road = Some(candidate.last);
            into.push(candidate);
            continue;
        }
        if let Some(candidate) = water(words, matcher, index) {
            waters.push(words.form(index));
            into.push(candidate);
            continue;
        }
        into.extend(
            dedicated(words, index)
                .or_else(|| venue(words, index))
                .or_else(|| venue_of_two(words, index))
                .or_else(|| before_place(words, index))
                .or_else(|| street_of_two(words, index))
                .or_else(|| unit(words, matcher, index))
                .or_else(|| bay(words, matcher, index)),
        );
    }
    if waters.is_empty() {
        return;
    }
    // What was named once is meant by the same word with the definite article.
    waters.sort_unstable();
    waters.dedup();
    for index in 0..words.all.len() {
        if has_article(words, index) && waters.binary_search(&words.form(index)).is_ok() {
            into.push(place(
                words,
                (index, index),
                600,
                480,
                "entity.place.water",
                (index, index),
            ));
        }
    }
}

fn place(
    words: &Words<'_>,
    at: (usize, usize),
    permille: u16,
    rank: i32,
    rule: &'static str,
    why: (usize, usize),
) -> Candidate {
    named(words, at, EntityKind::Place, permille, rank, rule, why)
}

/// Whether a definite article, or a preposition joined to one, stands directly before.
fn has_article(words: &Words<'_>, index: usize) -> bool {
    words
        .before(index)
        .is_some_and(|before| words.is(before, Class::ARTICLE))
}

/// *Nikolaikirche*, *am Georgentor*, *auf dem Kaiserplatz*: named after a saint or a ruler, whatever the lexicon makes of the
/// compound.
fn dedicated(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if word.listed || word.quoted || word.kind != TokenKind::Word {
        return None;
    }
    let form = words.form(index);
    let genitive = words
        .before(index)
        .is_some_and(|before| matches!(words.form(before), "des" | "Des"));
    let stem = normal::strip(form, "es")
        .or_else(|| normal::strip(form, "s"))
        .filter(|_| genitive);
    let name = stem.unwrap_or(form);
    let named_after = |heads: List, names: List| heads.before_ending(name).is_some_and(|first| names.has(first));
    let sure = named_after(List::PATRON_HEAD, List::PATRON);
    if !sure
        && !(has_article(words, index)
            && (named_after(List::PATRON_SITE, List::PATRON) || named_after(List::SITE_HEAD, List::SITE_NAME)))
    {
        return None;
    }
    // St. Nikolauskapelle
    let saint = words
        .before(index)
        .filter(|&before| matches!(words.form(before), "St." | "Sankt"));
    // St . Nikolauskapelle, in text that was taken apart: the name is not whole.
    let apart = |back: usize| index.checked_sub(back).map(|at| words.raw(at));
    if apart(1) == Some(".") && apart(2) == Some("St") {
        return None;
    }
    let mut candidate = place(
        words,
        (saint.unwrap_or(index), index),
        if sure { 780 } else { 650 },
        510,
        "entity.place.dedicated",
        (index, index),
    );
    if let Some(stem) = stem {
        let saint = saint.map(|saint| format!("{} ", words.form(saint))).unwrap_or_default();
        candidate.target = Target::Named(format!("{saint}{stem}"));
        candidate.form = MentionForm::Genitive;
    }
    Some(candidate)
}

/// *Die EWS-Arena*, *im Ostholt-Stadion*: a hall or a ground named after somebody, listed or not.
fn venue(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let (first, head) = words.form(index).rsplit_once('-')?;
    if word.listed || !List::VENUE.has(head) || first.chars().count() < 2 {
        return None;
    }
    let nameable = first.split('-').all(|member| {
        normal::is_capitalised(member) && (normal::is_all_caps(member, 2) || !compounds::is_explained(member))
    });
    if !nameable || matches!(first, "TV" | "XXL" | "WM" | "EM") {
        return None;
    }
    Some(place(
        words,
        (index, index),
        750,
        900,
        "entity.place.venue",
        (index, index),
    ))
}

/// *In der Quandt Arena*: the same in two words.
fn venue_of_two(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !List::VENUE_WORD.has(words.form(index)) || word.listed || !word.spaced {
        return None;
    }
    let mut first = index;
    while let Some(before) = words.before(first) {
        let part = words.all.get(before)?;
        let form = words.form(before);
        let name = part.capital
            && (part.listed || words.is_unknown(before))
            && !part.common
            && !form.ends_with("er")
            && !form.ends_with("ischen")
            && !part.class.has(Class::NEVER.or(Class::DETERMINER));
        if !name || index - before > 3 {
            break;
        }
        first = before;
        if !part.spaced {
            break;
        }
    }
    if first == index || !has_article(words, first) {
        return None;
    }
    Some(place(
        words,
        (first, index),
        750,
        880,
        "entity.place.venue",
        (index, index),
    ))
}

/// *Am Alten Markt*, *in der Langen Straße*: an adjective with a capital inside a sentence, and the noun of a street or building.
fn street_of_two(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let noun = words.form(index);
    if !List::STREET_NOUN.has(noun) {
        return None;
    }
    let before = words.before(index)?;
    let adjective = words.all.get(before)?;
    let form = words.form(before);
    let stem = ["en", "em", "er", "es", "e"].iter().find_map(|ending| {
        form.strip_suffix(ending)
            .filter(|stem| List::STREET_ADJECTIVE.has(stem))
    })?;
    if !adjective.capital || adjective.first || !words.all.get(index)?.spaced {
        return None;
    }
    let ending = match Lexicon::german().noun(words.raw(index)).and_then(|noun| noun.gender) {
        Some(Gender::Masculine) => "er",
        Some(Gender::Neuter) => "es",
        Some(Gender::Feminine) => "e",
        None => form.get(stem.len()..).unwrap_or("e"),
    };
    let mut candidate = place(
        words,
        (before, index),
        720,
        845,
        "entity.place.adjective",
        (before, before),
    );
    let cut = form.len() - stem.len();
    let raw = words.raw(before);
    let stem = raw.get(..raw.len().saturating_sub(cut)).unwrap_or(stem);
    candidate.target = Target::Named(format!("{stem}{ending} {}", words.raw(index)));
    Some(candidate)
}

/// *Am Rohrteich bei Lüttersau*: a common compound of a water or a wood, with the place where it is.
fn water(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    let form = words.form(index);
    let first = List::NATURAL_HEAD.before_ending(form)?;
    if word.listed
        || word.kind != TokenKind::Word
        || first.chars().count() < 3
        || List::GENERIC_SITE.has(first)
        || !words.before(index).is_some_and(|before| {
            matches!(
                words.form(before),
                "am" | "Am" | "im" | "Im" | "vom" | "Vom" | "zum" | "Zum"
            )
        })
        || Lexicon::german()
            .noun(words.raw(index))
            .is_some_and(|noun| noun.head == 0)
    {
        return None;
    }
    let preposition = words.after(index)?;
    let town = words.after(preposition)?;
    let near = matches!(words.form(preposition), "bei" | "nahe" | "in" | "unweit");
    let listed = matcher
        .lookup(words.form(town))
        .is_some_and(|(_, record)| record.kind == EntityKind::Place);
    if !near || !(listed || words.is_unknown(town)) {
        return None;
    }
    Some(place(
        words,
        (index, index),
        650,
        480,
        "entity.place.water",
        (preposition, town),
    ))
}

/// *Piz Quandt*, *Lago di Lüttera*: a foreign word of a mountain, a water or an island, and a name.
fn before_place(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if word.caps || word.first_name.is_some() || !List::BEFORE_PLACE.has(words.form(index)) {
        return None;
    }
    let mut next = words.after(index)?;
    for _ in 0..2 {
        if List::FOREIGN_JOINT.has(words.form(next)) {
            next = words.after(next)?;
        }
    }
    let last = words.all.get(next)?;
    if !last.spaced || !last.capital || last.caps || last.common || !(last.listed || words.is_unknown(next)) {
        return None;
    }
    // Cerro San Félix
    let saint = matches!(words.form(next), "San" | "Santa" | "Saint" | "Sainte");
    let last = words
        .after(next)
        .filter(|&after| saint && words.is_nameable(after))
        .unwrap_or(next);
    Some(place(
        words,
        (index, last),
        780,
        870,
        "entity.place.foreign_noun",
        (index, index),
    ))
}

/// *Provinz Liaoning*: a unit that is called after its capital, or that nobody knows; a listed one keeps its identity.
fn unit(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Candidate> {
    if !List::UNIT.has(words.form(index)) {
        return None;
    }
    let first = words.after(index)?;
    let mut last = first;
    let is_part = |at: usize| {
        words.all.get(at).is_some_and(|word| {
            word.spaced && word.capital && word.kind == TokenKind::Word && (word.listed || words.is_unknown(at))
        })
    };
    if !is_part(first) {
        return None;
    }
    while let Some(next) = words.after(last).filter(|&next| is_part(next) && next - first < 3) {
        last = next;
    }
    let mut candidate = place(words, (index, last), 820, 865, "entity.place.unit", (index, index));
    let known = matcher
        .lookup(&normal::key(&words.name(first, last)))
        .filter(|(_, record)| record.kind == EntityKind::Place);
    if let Some((target, _)) = known {
        candidate.target = target;
    }
    Some(candidate)
}

/// *Die Bucht von Lüttersau*.
fn bay(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Candidate> {
    let form = words.form(index);
    if !List::BAY.has(form) || !has_article(words, index) {
        return None;
    }
    let joint = words.after(index).filter(|&at| words.form(at) == "von")?;
    let next = words.after(joint)?;
    let listed = matcher
        .lookup(words.form(next))
        .is_some_and(|(_, record)| record.kind == EntityKind::Place);
    let unknown = form != "Golf" && words.is_unknown(next);
    if !listed && !unknown {
        return None;
    }
    Some(place(
        words,
        (index, next),
        780,
        870,
        "entity.place.bay",
        (index, joint),
    ))
}

/// *Auf der B 96*, *die L231*, *die Autobahn 7*: a road by its number; after another one (`last`) also without an article.
fn numbered_road(words: &Words<'_>, matcher: &Matcher<'_>, index: usize, last: Option<usize>) -> Option<Candidate> {
    let form = words.form(index);
    let number_after = |at: usize| {
        words.after(at).filter(|&next| {
            let number = words.all.get(next);
            number.is_some_and(|word| word.kind == TokenKind::Number && word.spaced) && is_road_number(words.raw(next))
        })
    };
    if List::ROAD.has(form) {
        let number = number_after(index)?;
        return Some(road(words, matcher, (index, number), form, words.raw(number), index));
    }
    let (letter, end) = match form.find(|c: char| c.is_ascii_digit()) {
        None => (form, number_after(index)?),
        Some(digits) => (form.get(..digits)?, index),
    };
    let number = if end == index {
        form.get(letter.len()..)?
    } else {
        words.raw(end)
    };
    // Aeroplanes: der A 320, die A 380.
    let aeroplane = letter == "A" && number.len() > 2 && number.starts_with('3');
    if !List::ROAD_LETTER.has(letter) || !is_road_number(number) || aeroplane || words.all.get(index)?.listed {
        return None;
    }
    let before = words.before(index)?;
    let noun = words.form(before).strip_suffix('n').unwrap_or(words.form(before));
    let article = matches!(words.form(before), "der" | "die" | "Die" | "zur" | "Zur") || List::ROAD.has(noun);
    let joined = matches!(words.raw(before), "und" | "oder" | "," | "/") && last.is_some_and(|last| last + 1 == before);
    (article || joined).then(|| road(words, matcher, (index, end), letter, number, before))
}

/// A road by its class, a noun or a letter, and its number. An Autobahn is the one of the list; the numbers of the
/// Bundesstraßen hold for the whole country, those of other roads for a part of it only.
fn road(
    words: &Words<'_>,
    matcher: &Matcher<'_>,
    at: (usize, usize),
    class: &str,
    number: &str,
    why: usize,
) -> Candidate {
    let mut candidate = place(words, at, 810, 865, "entity.place.road", (why, why));
    let class = match class {
        "B" => "Bundesstrasse",
        "L" => "Landesstrasse",
        "K" => "Kreisstrasse",
        class => class,
    };
    if class == "A" || class.ends_with("utobahn") {
        if let Some((target, _)) = matcher.lookup(&format!("A {number}")) {
            candidate.target = target;
        }
        return candidate;
    }
    if class == "Bundesstrasse" {
        candidate.ids.push(("bundesstrasse".to_owned(), format!("B{number}")));
    }
    candidate.target = Target::Named(format!("{} {number}", class.replace("strasse", "straße")));
    candidate
}

/// Up to four digits.
fn is_road_number(number: &str) -> bool {
    (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0')
}
