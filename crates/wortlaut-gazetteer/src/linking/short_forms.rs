//! Words that only the document explains, and listed names that it means otherwise.

use wortlaut_text::{EntityKind, Evidence, MentionForm};

use super::company;
use super::memory::{Learned, Memory};
use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::compounds;
use crate::matcher::Matcher;
use crate::normal;
use crate::words::Words;

/// Whether a preposition or a class noun makes the token a place.
pub(super) fn is_placed(words: &Words<'_>, index: usize) -> bool {
    words.before(index).is_some_and(|before| {
        words.is(before, Class::PLACE_NOUN)
            || words.is(before, Class::TOWN_PREPOSITION)
            || words.form(before) == "zwischen"
    })
}

/// Turns listed readings into what the document says: towns into clubs, names of places and things into people.
pub(super) fn retarget(words: &Words<'_>, matcher: &Matcher<'_>, memory: &Memory, candidates: &mut [Candidate]) {
    for candidate in candidates {
        let one = candidate.first == candidate.last;
        let plain = matches!(
            candidate.form,
            MentionForm::Name | MentionForm::Genitive | MentionForm::Surname | MentionForm::Demonym
        );
        if !one || !plain {
            continue;
        }
        let form = words.form(candidate.first);
        let stem = normal::strip(form, "s").unwrap_or(form);
        if let Some((company, last, reason)) = company_of(words, memory, candidate) {
            candidate
                .evidence
                .push(Evidence::new(company.rule, words.span(company.at, company.at)));
            candidate.evidence.extend(reason);
            candidate.last = last;
            candidate.kind = company.kind;
            candidate.gender = None;
            candidate.target = company.target;
            candidate.form = if candidate.form == MentionForm::Genitive {
                MentionForm::Genitive
            } else {
                MentionForm::Name
            };
            continue;
        }
        let learned = match candidate.kind {
            EntityKind::Person => {
                // A surname alone, of the list or after a title, belongs to the person the document names.
                let same = |learned: &Learned| learned.target != candidate.target;
                Memory::person(&memory.surnames, form, candidate.first)
                    .or_else(|| Memory::person(&memory.surnames, stem, candidate.first))
                    .or_else(|| Memory::person(&memory.first_names, form, candidate.first))
                    .filter(same)
            }
            EntityKind::Place if candidate.form == MentionForm::Demonym => {
                let town = form.strip_suffix("er").or_else(|| form.strip_suffix("ern"));
                let club = |town: &str| memory.towns.get(town).cloned();
                town.and_then(club).or_else(|| form.strip_suffix('r').and_then(club))
            }
            _ if is_placed(words, candidate.first) => None,
            _ => {
                let dateline = words.before(candidate.first).is_none()
                    && words
                        .after(candidate.first)
                        .is_some_and(|next| matches!(words.raw(next), "(" | "." | "-" | "–"));
                Memory::person(&memory.surnames, form, candidate.first)
                    .filter(|person| matches!(person.target, Target::Named(_)))
                    .or_else(|| {
                        let town = memory.towns.get(form).or_else(|| memory.towns.get(stem));
                        town.filter(|_| !dateline).cloned()
                    })
                    .or_else(|| {
                        memory
                            .names
                            .get(form)
                            .filter(|known| known.rule == "entity.document.club")
                            .cloned()
                    })
            }
        };
        if let Some(learned) = learned {
            let person = learned.kind == EntityKind::Person;
            candidate
                .evidence
                .push(Evidence::new(learned.rule, words.span(learned.at, learned.at)));
            candidate.kind = learned.kind;
            candidate.gender = learned.gender.or(candidate.gender.filter(|_| person));
            candidate.target = learned.target;
            if person && candidate.form == MentionForm::Name {
                candidate.form = MentionForm::Surname;
            }
        } else if candidate.kind == EntityKind::Person
            && matches!(candidate.target, Target::Named(_))
            && holds_state_office(words, candidate.first)
        {
            // Kanzler Merz: a listed person, if the title of an office of state stands before.
            let gender = candidate.gender;
            let listed = matcher.surname(form, gender).or_else(|| matcher.surname(stem, gender));
            if let Some((target, record)) = listed
                .and_then(|target| Some((target.clone(), matcher.known(&target)?)))
                .filter(|(_, record)| candidate.gender.is_none() || record.gender == candidate.gender)
            {
                candidate.gender = record.gender;
                candidate.target = target;
            }
        }
    }
}

/// The company that a bare name means: *Halvardt* after *die Halvardt SE*. A listed place or thing needs a reason for it.
fn company_of(words: &Words<'_>, memory: &Memory, candidate: &Candidate) -> Option<(Learned, usize, Option<Evidence>)> {
    if memory.companies.is_empty() || is_placed(words, candidate.first) {
        return None;
    }
    let form = words.form(candidate.first);
    let listed = matches!(candidate.target, Target::Listed { .. });
    if candidate.kind == EntityKind::Person && (listed || company::is_person(candidate)) {
        let noun = words
            .before(candidate.first)
            .is_some_and(|before| company::is_company_noun(words, before));
        if !noun {
            return None;
        }
    }
    let stems = [Some(form), normal::strip(form, "s"), normal::strip(form, "'")];
    stems.into_iter().flatten().find_map(|stem| {
        let person = Memory::person(&memory.surnames, stem, candidate.first);
        let needs_reason = listed && candidate.kind != EntityKind::Organization;
        company::meant(words, memory, candidate.first, stem, person.as_ref(), needs_reason)
    })
}

/// Whether the office before a surname is one that the list of people in the news knows the holders of. A frequent
/// surname needs one of the highest: there are many ministers Müller.
fn holds_state_office(words: &Words<'_>, index: usize) -> bool {
    let frequent = words
        .all
        .get(index)
        .is_some_and(|word| word.common || word.class.has(Class::SURNAME) || word.first_name.is_some());
    words.before(index).is_some_and(|before| {
        words.is(before, Class::HIGH_OFFICE) || !frequent && words.is(before, Class::STATE_OFFICE)
    })
}

/// A token that only the document explains.
pub(super) fn short_form(words: &Words<'_>, memory: &Memory, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if word.taken || !word.capital || !word.kind.is_wordlike() {
        return None;
    }
    let mut titled = String::new();
    let form = words.form(index);
    let form = if word.caps && form.len() > 4 && !memory.names.contains_key(form) {
        normal::title_case(form, &mut titled);
        titled.as_str()
    } else {
        form
    };
    let genitive = normal::strip(form, "s").or_else(|| normal::strip(form, "'"));
    for (stem, ending) in [(Some(form), MentionForm::Surname), (genitive, MentionForm::Genitive)] {
        let Some(stem) = stem else { continue };
        let person = Memory::person(&memory.surnames, stem, index);
        if let Some((company, last, reason)) = company::meant(words, memory, index, stem, person.as_ref(), word.common)
        {
            let form = if ending == MentionForm::Surname {
                MentionForm::Name
            } else {
                ending
            };
            let mut candidate = learned(words, index, &company, form, None);
            candidate.last = last;
            candidate.evidence.extend(reason);
            return Some(candidate);
        }
        if let Some(person) = person {
            if allows_surname(words, index) {
                return Some(learned(words, index, &person, ending, None));
            }
        }
        let named = memory
            .names
            .get(stem)
            .or_else(|| memory.towns.get(stem).filter(|_| !is_placed(words, index)));
        if let Some(name) = named {
            if !word.common || name.rule != "entity.document.name" || word.quoted {
                let form = if ending == MentionForm::Surname {
                    MentionForm::Name
                } else {
                    ending
                };
                return Some(learned(words, index, name, form, None));
            }
        }
    }
    if word.first_name.is_some() {
        if let Some(people) = memory.first_names.get(form).filter(|people| people.len() == 1) {
            return Some(learned(words, index, people.first()?, MentionForm::Surname, None));
        }
    }
    if let Some((first, rest)) = form.split_once('-').filter(|_| titled.is_empty()) {
        let person = Memory::person(&memory.surnames, first, index);
        let company = memory.companies.get(first).map(|company| company.learned.clone());
        // *Halvardt-Aktie*; of the person are *Halvardt-Vertraute*.
        let company = company.filter(|_| person.is_none() || company::is_of_company(rest));
        let found = company.or(person).or_else(|| memory.names.get(first).cloned())?;
        let mut candidate = compounds::with_member(
            words,
            index,
            (0, first.len()),
            rest,
            found.target.clone(),
            found.kind,
            found.gender,
        );
        candidate
            .evidence
            .push(Evidence::new(found.rule, words.span(found.at, found.at)));
        return Some(candidate);
    }
    // Adjective and inhabitants of a place only the document names.
    for ending in ["er", "r", "ern", "rn"] {
        let Some(stem) = normal::strip(form, ending) else {
            continue;
        };
        let place = memory.names.get(stem).filter(|known| known.kind == EntityKind::Place);
        let club = memory.towns.get(stem);
        // Longer names are seldom another word with an ending.
        if let Some(known) = place.or(club).filter(|_| !word.common || stem.len() > 4) {
            let before_noun = words
                .after(index)
                .is_some_and(|next| words.all.get(next).is_some_and(|word| word.capital && word.spaced));
            if before_noun && place.is_none() {
                return None;
            }
            let form = if before_noun {
                MentionForm::Derived
            } else {
                MentionForm::Demonym
            };
            return Some(learned(words, index, known, form, None));
        }
    }
    None
}

/// Whether a word may be a surname here, though it may be a common noun too.
fn allows_surname(words: &Words<'_>, index: usize) -> bool {
    let Some(word) = words.all.get(index) else { return false };
    if !word.common {
        return true;
    }
    words.before(index).is_none_or(|before| {
        let form = words.form(before);
        let adjective = words.all.get(before).is_some_and(|word| !word.capital)
            && (form.ends_with("er") || form.ends_with("en") || form.ends_with("es") || form.ends_with('e'))
            && !words.is(before, Class::SPEECH_VERB);
        !words.is(before, Class::DETERMINER) && !adjective
    })
}

fn learned(
    words: &Words<'_>,
    index: usize,
    known: &Learned,
    form: MentionForm,
    part: Option<wortlaut_text::Span>,
) -> Candidate {
    let mut candidate = Candidate::new(
        (index, index),
        known.kind,
        known.target.clone(),
        form,
        if words.all.get(index).is_some_and(|word| word.common) {
            650
        } else {
            830
        },
        Evidence::new(known.rule, words.span(known.at, known.at)),
    );
    candidate.gender = known.gender;
    candidate.part = part;
    candidate
}
