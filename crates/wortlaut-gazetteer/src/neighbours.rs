//! What the words beside a listed name make of it: a part of a longer name, inhabitants, a compound.

use wortlaut_text::{EntityKind, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::matcher::{Matcher, part};
use crate::normal;
use crate::words::Words;

/// Takes out listed names that are parts of longer ones nobody knows, and corrects the forms of the others.
pub(crate) fn settle(words: &Words<'_>, matcher: &Matcher<'_>, candidates: &mut Vec<Candidate>) {
    candidates.retain(|candidate| !is_led_on(words, candidate));
    for candidate in candidates {
        if !matches!(candidate.target, Target::Listed { .. }) || candidate.first != candidate.last {
            continue;
        }
        inhabitants(words, matcher, candidate);
        compound(words, matcher, candidate);
    }
}

/// *Opel Astra*, *Halden Response Force*: a capitalised word that nothing explains, right after a name in the nominative,
/// goes on with it. After a preposition of place the name stands alone (*in Bremen Quandtmann*).
fn is_led_on(words: &Words<'_>, candidate: &Candidate) -> bool {
    if candidate.form != MentionForm::Name
        || !matches!(candidate.target, Target::Listed { .. })
        || candidate.kind == EntityKind::Person
    {
        return false;
    }
    let Some(next) = words.after(candidate.last) else {
        return false;
    };
    let goes_on = words.is_unknown(next)
        && words
            .all
            .get(next)
            .is_some_and(|word| word.spaced && word.kind == TokenKind::Word && word.first_name.is_none());
    let placed = candidate.kind == EntityKind::Place
        && words
            .before(candidate.first)
            .is_some_and(|before| words.is(before, Class::TOWN_PREPOSITION));
    goes_on && !placed
}

/// *Die Schweden*, *den Sachsen*: with an article the name of a country that takes none is the name of its people.
fn inhabitants(words: &Words<'_>, matcher: &Matcher<'_>, candidate: &mut Candidate) {
    if candidate.kind != EntityKind::Place || candidate.form != MentionForm::Name {
        return;
    }
    let article = words
        .before(candidate.first)
        .is_some_and(|before| matches!(words.form(before), "die" | "Die" | "den" | "Den" | "der" | "Der"));
    let form = words.form(candidate.first);
    // *Schwede* with its plural ending looks like the country.
    let people = matcher.is_inhabitants(form) || form.strip_suffix('n').is_some_and(|one| matcher.is_inhabitants(one));
    if article && people {
        candidate.form = MentionForm::Demonym;
    }
}

/// *UN-Sicherheitsrat*, *DFB-Pokal*: listed, and at the same time a compound with an abbreviation the lists know.
fn compound(words: &Words<'_>, matcher: &Matcher<'_>, candidate: &mut Candidate) {
    if !matches!(candidate.form, MentionForm::Name | MentionForm::Genitive) {
        return;
    }
    let Some((first, rest)) = words.form(candidate.first).split_once('-') else {
        return;
    };
    if normal::is_all_caps(first, 2)
        && !normal::is_all_caps(rest, 2)
        && first.chars().all(char::is_alphabetic)
        && matcher.lookup(first).is_some()
    {
        candidate.form = MentionForm::Compound;
        candidate.part = part(words.span(candidate.first, candidate.first), 0, first.len());
    }
}
