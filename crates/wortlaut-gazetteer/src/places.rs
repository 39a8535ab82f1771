//! Places no list knows: streets and buildings by their ends, towns by prepositions and datelines.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::{EntityKind, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::organizations::named;
use crate::words::Words;

/// The places named by rules.
pub(crate) fn find(words: &Words<'_>, into: &mut Vec<Candidate>) {
    for index in 0..words.all.len() {
        into.extend(structure(words, index));
        into.extend(town(words, index));
        into.extend(of_council(words, index));
        into.extend(district(words, index));
    }
}

/// *Uferstraße*, *Ludolfskanal*: one word whose end tells.
fn structure(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !word.capital || word.listed || word.kind != TokenKind::Word {
        return None;
    }
    let form = words.form(index);
    let lemma = |ending: &str| crate::normal::strip(form, ending).map(str::to_owned);
    let street = ["strasse", "straße", "gasse", "allee"]
        .iter()
        .any(|end| form.ends_with(end));
    let listed_noun = Lexicon::german()
        .noun(words.raw(index))
        .is_some_and(|noun| noun.head == 0);
    if street && form.len() > 10 && !word.class.has(Class::GENERIC_STREET) && !listed_noun {
        return Some(named(
            words,
            (index, index),
            EntityKind::Place,
            750,
            500,
            "entity.place.street",
            (index, index),
        ));
    }
    if word.class.has(Class::WORK_HEAD) && !word.common && form.len() > 6 && !street {
        let article = words
            .before(index)
            .is_some_and(|before| words.is(before, Class::ARTICLE));
        if article {
            let mut candidate = named(
                words,
                (index, index),
                EntityKind::Place,
                550,
                400,
                "entity.place.building",
                (index, index),
            );
            if let Some(name) =
                lemma("s").filter(|_| words.before(index).is_some_and(|before| words.form(before) == "des"))
            {
                candidate.target = Target::Named(name);
                candidate.form = MentionForm::Genitive;
            }
            return Some(candidate);
        }
    }
    None
}

/// *Der Gemeinderat Quandtstedt*: the town of a council.
fn of_council(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let before = words.before(index)?;
    let single = words
        .after(index)
        .is_none_or(|next| words.all.get(next).is_none_or(|word| !word.capital));
    if !single || !words.is_unknown(index) || !crate::persons::is_body_of_place(words, before, index) {
        return None;
    }
    Some(named(
        words,
        (index, index),
        EntityKind::Place,
        650,
        620,
        "entity.place.council",
        (before, before),
    ))
}

/// *Landkreis Quandtstedt*: an administrative unit with its name.
fn district(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::DISTRICT) {
        return None;
    }
    let next = words.after(index)?;
    let word = words.all.get(next)?;
    if !word.spaced
        || !word.capital
        || word.caps
        || !(word.listed || words.is_unknown(next))
        || word.kind != TokenKind::Word
    {
        return None;
    }
    let mut candidate = named(
        words,
        (index, next),
        EntityKind::Place,
        800,
        860,
        "entity.place.district",
        (index, index),
    );
    if let Some(noun) = words.form(index).strip_suffix("es") {
        candidate.target = Target::Named(format!("{noun} {}", words.name(next, next)));
        candidate.form = MentionForm::Genitive;
    }
    Some(candidate)
}

/// *in Lüttersau*, *aus New Harlow*; *Quandtstedt (epd)* at the start.
fn town(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !words.is_unknown(index) || word.kind != TokenKind::Word || word.quoted || word.first_name.is_some() {
        return None;
    }
    let before = words.before(index);
    let dateline = before.is_none()
        && words.after(index).is_some_and(|next| {
            let raw = words.raw(next);
            raw == "("
                && words
                    .after(next)
                    .is_some_and(|agency| words.all.get(agency).is_some_and(|word| word.listed))
                || matches!(raw, "–" | "-" | "—")
        });
    let preposition = before.is_some_and(|before| words.is(before, Class::TOWN_PREPOSITION));
    // im kanadischen New Harlow
    let by_adjective = before.is_some_and(|before| {
        words.all.get(before).is_some_and(|word| word.listed && !word.capital)
            && words.form(before).ends_with("ischen")
            && words
                .before(before)
                .is_some_and(|at| matches!(words.form(at), "im" | "Im" | "ins" | "beim" | "vom"))
    });
    let preposition = preposition || by_adjective;
    let sure = by_adjective
        || before.is_some_and(|before| matches!(words.form(before), "in" | "In" | "aus" | "Aus" | "nahe" | "unweit"));
    if !dateline && (!preposition || word.caps) {
        return None;
    }
    let town = word.class.has(Class::NAME_ENDING);
    if !dateline && !town && !sure {
        return None;
    }
    let mut last = index;
    while let Some(next) = words.after(last) {
        if words.is_unknown(next)
            && words.all.get(next).is_some_and(|word| word.spaced && !word.caps)
            && next - index < 2
        {
            last = next;
        } else {
            break;
        }
    }
    let why = before.unwrap_or(index);
    Some(named(
        words,
        (index, last),
        EntityKind::Place,
        if dateline || town { 750 } else { 600 },
        450,
        if dateline {
            "entity.place.dateline"
        } else {
            "entity.place.preposition"
        },
        (why, why),
    ))
}
