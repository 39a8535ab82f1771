//! Bodies whose name goes on after a small word: *Bundesamt für Statistik*, *Bundestagsfraktion der FDP*.

use wortlaut_lexicon::{Category, Lexicon};
use wortlaut_text::{EntityKind, MentionForm};
use wortlaut_tokenize::TokenKind;

use super::institutions::names_body;
use super::{Listed, named};
use crate::candidate::{Candidate, Target};
use crate::classes;
use crate::classes::Class;
use crate::words::Words;

/// Most nouns after *für*.
const MAX_NOUNS: usize = 4;

/// *Bundesverband der Hafenwirtschaft*, *Ministerium für Wissenschaft und Kultur*, *Amt für Statistik Berlin-Brandenburg*.
pub(super) fn frame(words: &Words<'_>, listed: &Listed, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !word.capital {
        return None;
    }
    let next = words
        .after(index)
        .filter(|&next| words.all.get(next).is_some_and(|word| word.spaced))?;
    let joint = words.form(next);
    if !matches!(joint, "für" | "der" | "zur" | "gegen") {
        return None;
    }
    // Max-Planck-Institut für …: the last member is the noun.
    let member = words.form(index).rsplit_once('-').map(|(_, last)| classes::of(last));
    let class = word.class.or(member.unwrap_or_default());
    let federal = classes::of_beginning(words.form(index)).has(Class::FEDERAL);
    let adjective = words.before(index).filter(|&before| {
        let form = words.form(before);
        words.all.get(before).is_some_and(|word| word.capital && !word.first)
            && (form.ends_with('e') || form.ends_with("er") || form.ends_with("en") || form.ends_with("es"))
            && !words.is(before, Class::NEVER.or(Class::TITLE))
    });
    let known = (class.has(Class::ORGANIZATION_FRAME)
        || joint == "für" && class.has(Class::GENITIVE_HEAD.or(Class::ORGANIZATION_HEAD)))
        && (federal || adjective.is_some() || joint == "für" && !word.first);
    // The bare noun of a body is only a name with the definite article: das Amt für Statistik.
    let bare = joint == "für" && class.has(Class::FOR_HEAD) && is_definite(words, index);
    if !(known || bare) {
        return None;
    }
    let last = if joint == "für" {
        subjects(words, next, known)
    } else {
        one_noun(words, next)
    }?;
    let place = words.after(last).filter(|&at| {
        joint == "für"
            && words
                .all
                .get(at)
                .is_some_and(|word| word.kind == TokenKind::Word && !word.caps)
            && names_body(words, listed, index, at, true)
    });
    Some(named(
        words,
        (adjective.unwrap_or(index), place.unwrap_or(last)),
        EntityKind::Organization,
        750,
        840,
        "entity.organization.frame",
        (index, next),
    ))
}

/// Whether the definite article stands before, perhaps with an adjective between.
fn is_definite(words: &Words<'_>, index: usize) -> bool {
    let Some(before) = words.before(index) else {
        return false;
    };
    words.is(before, Class::ARTICLE)
        || words
            .all
            .get(before)
            .is_some_and(|word| word.kind == TokenKind::Word && !word.common)
            && words.form(before).ends_with(['e', 'n'])
            && words
                .before(before)
                .is_some_and(|article| words.is(article, Class::ARTICLE))
}

/// The last noun of what a body is for: *für Bergbau, Energie und Geologie*.
fn subjects(words: &Words<'_>, joint: usize, known: bool) -> Option<usize> {
    let mut last = None;
    let mut nouns = 0;
    let mut at = joint;
    while let Some(step) = words.after(at) {
        let word = words.all.get(step)?;
        if word.class.has(Class::NEVER) {
            break;
        }
        if word.capital && word.kind == TokenKind::Word {
            last = Some(step);
            nouns += 1;
            // One noun phrase: adjective and noun (auswärtige Angelegenheiten), and what is listed beside it.
            let inflected = ["en", "er", "e"]
                .iter()
                .any(|ending| words.form(step).ends_with(ending));
            let more = words.after(step).is_some_and(|next| {
                words.all.get(next).is_some_and(|word| word.capital) && inflected
                    || matches!(words.form(next), "und" | "für")
                    || words.raw(next) == "," && is_listing(words, next)
            });
            if !more || nouns >= MAX_NOUNS {
                break;
            }
        } else if words.raw(step) == "," && nouns > 0 || nouns == 0 && is_adjective(words, step) {
            // A list was checked before; an adjective goes on to its noun: für politische Bildung.
        } else if word.capital
            || nouns > 0 && !matches!(words.form(step), "und" | "für")
            || nouns == 0 && !known
            || !words.is(step, Class::JOINT) && words.form(step) != "und"
        {
            break;
        }
        at = step;
    }
    last
}

/// An adjective in the accusative before its noun.
fn is_adjective(words: &Words<'_>, index: usize) -> bool {
    let form = words.form(index);
    !words.is(index, Class::DETERMINER)
        && form.ends_with(['e', 'n', 's'])
        && words
            .after(index)
            .is_some_and(|next| words.all.get(next).is_some_and(|word| word.capital && word.spaced))
        && Lexicon::german()
            .analyses(form)
            .any(|reading| reading.category == Category::Adjective)
}

/// Whether a comma stands in a list that ends with *und* and a noun: *, Energie und Geologie*.
fn is_listing(words: &Words<'_>, comma: usize) -> bool {
    let noun = words
        .after(comma)
        .filter(|&at| words.all.get(at).is_some_and(|word| word.capital));
    let Some(after) = noun.and_then(|noun| words.after(noun)) else {
        return false;
    };
    words.form(after) == "und"
        && words
            .after(after)
            .is_some_and(|at| words.all.get(at).is_some_and(|word| word.capital))
}

/// The noun after *der*, *zur*, *gegen*, with an adjective or without.
fn one_noun(words: &Words<'_>, joint: usize) -> Option<usize> {
    let mut last = None;
    let mut nouns = 0;
    let mut at = joint;
    while let Some(step) = words.after(at) {
        let word = words.all.get(step)?;
        if word.capital && word.kind == TokenKind::Word {
            last = Some(step);
            nouns += 1;
            let inflected = ["en", "er", "e"]
                .iter()
                .any(|ending| words.form(step).ends_with(ending));
            let more = words
                .after(step)
                .is_some_and(|next| words.all.get(next).is_some_and(|word| word.capital) && inflected);
            if !more || nouns > MAX_NOUNS {
                break;
            }
        } else if word.capital || nouns > 0 || !words.is(step, Class::JOINT) {
            break;
        }
        at = step;
    }
    last
}

/// *Die Bundestagsfraktion der FDP*, *der Ortsverein von Bündnis 90/Die Grünen*: the party stays in it as its part.
pub(super) fn of_party(words: &Words<'_>, listed: &Listed, index: usize) -> Option<Candidate> {
    let form = words.form(index);
    let genitive = words
        .before(index)
        .is_some_and(|before| matches!(words.form(before), "des" | "Des"));
    let stems = [
        Some(form),
        form.strip_suffix('s').filter(|_| genitive),
        form.strip_suffix("es").filter(|_| genitive),
    ];
    let stem = stems
        .into_iter()
        .flatten()
        .find(|stem| classes::of(stem).has(Class::PARTY_BODY))?;
    let joint = words
        .after(index)
        .filter(|&at| matches!(words.form(at), "der" | "von" | "des"))?;
    let party = words.after(joint)?;
    let last = listed.organization(party)?;
    let mut candidate = named(
        words,
        (index, last),
        EntityKind::Organization,
        850,
        865,
        "entity.organization.party_body",
        (index, joint),
    );
    candidate.part = Some(words.span(party, last));
    if stem.len() < form.len() {
        candidate.target = Target::Named(format!("{stem} {}", words.name(joint, last)));
        candidate.form = MentionForm::Genitive;
    }
    Some(candidate)
}
