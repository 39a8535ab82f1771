//! One entity for each thing: full names, surnames, aliases and short forms of a document brought together.

use std::collections::{BTreeMap, HashMap, HashSet};

use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Gender, Mention, MentionForm};

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::compounds;
use crate::matcher::Matcher;
use crate::normal;
use crate::organizations::Alias;
use crate::recognizer::Names;
use crate::words::Words;

/// More people of one name than a text can keep apart; a bound for the time this takes.
const MAX_NAMESAKES: usize = 32;

/// What a document taught about a short form.
#[derive(Clone, Debug)]
struct Learned {
    /// The token at which the full name stands.
    at: usize,
    kind: EntityKind,
    gender: Option<Gender>,
    target: Target,
    rule: &'static str,
}

/// The short forms of a document.
#[derive(Default)]
struct Memory {
    /// By surname, in order of the full mentions.
    surnames: HashMap<String, Vec<Learned>>,
    first_names: HashMap<String, Vec<Learned>>,
    /// Abbreviations, clubs without their letters, names that stood in quotation marks.
    names: HashMap<String, Learned>,
    /// The last words of clubs: also names of their towns.
    towns: HashMap<String, Learned>,
}

impl Memory {
    /// The person of a surname at a token: the last one fully named before, else the first one named at all.
    fn person(people: &HashMap<String, Vec<Learned>>, form: &str, at: usize) -> Option<Learned> {
        let people = people.get(form)?;
        people
            .iter()
            .rev()
            .find(|person| person.at <= at)
            .or_else(|| people.first())
            .cloned()
    }
}

/// Brings candidates together and finds the short forms that only the document explains.
pub(crate) fn link(
    words: &mut Words<'_>,
    matcher: &Matcher<'_>,
    mut candidates: Vec<Candidate>,
    aliases: &[Alias],
    into: &mut Names,
) {
    nominatives(words, &mut candidates);
    unify(&mut candidates, aliases);
    let memory = learn(matcher, &candidates, aliases);
    retarget(words, matcher, &memory, &mut candidates);
    for candidate in &candidates {
        if let Some(run) = words.all.get_mut(candidate.first..=candidate.last) {
            run.iter_mut().for_each(|word| word.taken = true);
        }
    }
    for index in 0..words.all.len() {
        candidates.extend(short_form(words, &memory, index));
    }
    candidates.sort_by_key(|candidate| candidate.first);
    gather(words, matcher, candidates, into);
}

/// The candidate that covers a token; candidates are sorted and do not overlap.
fn covering(candidates: &[Candidate], token: usize) -> Option<usize> {
    let after = candidates.partition_point(|candidate| candidate.first <= token);
    let at = after.checked_sub(1)?;
    candidates
        .get(at)
        .filter(|candidate| candidate.last >= token)
        .map(|_| at)
}

/// A long name beside an abbreviation the lists know is that organisation.
fn unify(candidates: &mut [Candidate], aliases: &[Alias]) {
    for alias in aliases {
        let known = covering(candidates, alias.at)
            .and_then(|at| candidates.get(at))
            .filter(|known| known.kind != EntityKind::Person && matches!(known.target, Target::Listed { .. }))
            .map(|known| (known.kind, known.target.clone()));
        let long = covering(candidates, alias.last).and_then(|at| candidates.get_mut(at));
        if let (Some((kind, target)), Some(long)) = (known, long) {
            if matches!(long.target, Target::Named(_)) && long.first == alias.first && kind == long.kind {
                long.target = target;
            }
        }
    }
}

/// Gives the names of people and organisations in the nominative where the document shows it.
fn nominatives(words: &Words<'_>, candidates: &mut [Candidate]) {
    let forms: HashSet<&str> = (0..words.all.len())
        .filter(|&index| words.all.get(index).is_some_and(|word| word.capital))
        .map(|index| words.form(index))
        .collect();
    for candidate in candidates {
        let Target::Named(name) = &mut candidate.target else {
            continue;
        };
        let last = words.form(candidate.last);
        match candidate.kind {
            EntityKind::Person | EntityKind::Place if candidate.form != MentionForm::Compound => {
                let stem = normal::strip(last, "s").or_else(|| normal::strip(last, "'"));
                let Some(stem) = stem.filter(|stem| stem.len() > 2) else {
                    continue;
                };
                let doubtful = stem.ends_with(['s', 'a', 'i', 'u']) && !last.ends_with('\'');
                let before_noun = words.after(candidate.last).is_some_and(|next| {
                    words
                        .all
                        .get(next)
                        .is_some_and(|word| word.spaced && word.capital && word.common)
                });
                if forms.contains(stem) || before_noun && !doubtful {
                    if let Some(cut) = name.strip_suffix('s').or_else(|| name.strip_suffix('\'')) {
                        *name = cut.to_owned();
                        candidate.form = MentionForm::Genitive;
                    }
                }
            }
            EntityKind::Organization if candidate.form == MentionForm::Name && candidate.last > candidate.first => {
                // des Bundesverbands der …
                let genitive = words
                    .before(candidate.first)
                    .is_some_and(|before| matches!(words.form(before), "des" | "eines" | "Des"));
                let Some((head, rest)) = name.split_once(' ').filter(|_| genitive) else {
                    continue;
                };
                let cut = ["es", "s"].iter().find_map(|ending| {
                    head.strip_suffix(ending).filter(|stem| {
                        [
                            "amt",
                            "verband",
                            "rat",
                            "bund",
                            "ministerium",
                            "institut",
                            "verein",
                            "gericht",
                            "zentrum",
                            "museum",
                        ]
                        .iter()
                        .any(|end| stem.ends_with(end))
                    })
                });
                if let Some(head) = cut {
                    *name = format!("{head} {rest}");
                    candidate.form = MentionForm::Genitive;
                }
            }
            _ => {}
        }
    }
}

/// What the full names of the document teach.
fn learn(matcher: &Matcher<'_>, candidates: &[Candidate], aliases: &[Alias]) -> Memory {
    let mut memory = Memory::default();
    for candidate in candidates {
        let learned = Learned {
            at: candidate.first,
            kind: candidate.kind,
            gender: candidate.gender,
            target: candidate.target.clone(),
            rule: "entity.document.name",
        };
        let listed;
        let name: &str = match &candidate.target {
            Target::Named(name) => name,
            Target::Listed { .. } => {
                listed = matcher.known(&candidate.target).map(|record| record.details().name);
                listed.as_deref().unwrap_or("")
            }
        };
        let full =
            matches!(candidate.form, MentionForm::Name | MentionForm::Genitive) && candidate.last > candidate.first;
        match (&candidate.kind, &candidate.target) {
            (EntityKind::Person, _) if full => {
                let surname = normal::key(name.rsplit(' ').next().unwrap_or(name));
                let people = memory.surnames.entry(surname).or_default();
                if people.len() < MAX_NAMESAKES && people.iter().all(|person| person.target != candidate.target) {
                    people.push(Learned {
                        rule: "entity.document.surname",
                        ..learned.clone()
                    });
                }
                let first = normal::key(name.split(' ').next().unwrap_or(name));
                let people = memory.first_names.entry(first).or_default();
                if people.len() < MAX_NAMESAKES && people.iter().all(|person| person.target != candidate.target) {
                    people.push(Learned {
                        rule: "entity.document.first_name",
                        ..learned
                    });
                }
            }
            (EntityKind::Organization, Target::Named(name)) if full => {
                let club = candidate
                    .evidence
                    .iter()
                    .any(|reason| reason.rule.as_str() == "entity.organization.club");
                if club {
                    learn_club(&mut memory, name, &learned);
                }
            }
            (EntityKind::Person, _) => {}
            (_, Target::Named(name)) if candidate.form != MentionForm::Compound => {
                memory.names.entry(normal::key(name)).or_insert(learned);
            }
            _ => {}
        }
    }
    // Prof. Müller: where no full name is given, the surname is all there is.
    for candidate in candidates {
        if let (EntityKind::Person, Target::Named(name), MentionForm::Surname) =
            (candidate.kind, &candidate.target, candidate.form)
        {
            let people = memory.surnames.entry(normal::key(name)).or_default();
            if people.is_empty() {
                people.push(Learned {
                    at: candidate.first,
                    kind: candidate.kind,
                    gender: candidate.gender,
                    target: candidate.target.clone(),
                    rule: "entity.document.surname",
                });
            }
        }
    }
    for alias in aliases {
        let found = covering(candidates, alias.last).and_then(|at| candidates.get(at));
        if let Some(candidate) = found.filter(|candidate| candidate.kind != EntityKind::Person) {
            memory.names.insert(
                alias.short.clone(),
                Learned {
                    at: alias.first,
                    kind: candidate.kind,
                    gender: candidate.gender,
                    target: candidate.target.clone(),
                    rule: "entity.document.abbreviation",
                },
            );
        }
    }
    memory
}

/// *Rot-Weiß Lund*: also *Lund*, *Rot-Weiß*, *die Schwarz-Weißen*; *VfB Lund*: also *der VfB*.
fn learn_club(memory: &mut Memory, name: &str, learned: &Learned) {
    let learned = Learned {
        rule: "entity.document.club",
        ..learned.clone()
    };
    let parts: Vec<&str> = name
        .split(' ')
        .filter(|part| part.chars().any(char::is_alphabetic))
        .collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return;
    };
    memory.towns.entry(normal::key(last)).or_insert_with(|| learned.clone());
    if parts.len() > 1 {
        let first = normal::key(first);
        memory
            .names
            .entry(format!("{first}en"))
            .or_insert_with(|| learned.clone());
        memory
            .names
            .entry(format!("{first}e"))
            .or_insert_with(|| learned.clone());
        memory.names.entry(first).or_insert(learned);
    }
}

/// Whether a preposition or a class noun makes the token a place.
fn is_placed(words: &Words<'_>, index: usize) -> bool {
    words.before(index).is_some_and(|before| {
        words.is(before, Class::PLACE_NOUN)
            || words.is(before, Class::TOWN_PREPOSITION)
            || words.form(before) == "zwischen"
    })
}

/// Turns listed readings into what the document says: towns into clubs, names of places and things into people.
fn retarget(words: &Words<'_>, matcher: &Matcher<'_>, memory: &Memory, candidates: &mut [Candidate]) {
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
fn short_form(words: &Words<'_>, memory: &Memory, index: usize) -> Option<Candidate> {
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
        if let Some(person) = Memory::person(&memory.surnames, stem, index) {
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
        let found = Memory::person(&memory.surnames, first, index).or_else(|| memory.names.get(first).cloned())?;
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

/// Makes the entities, in the order of their first mentions.
fn gather(words: &Words<'_>, matcher: &Matcher<'_>, candidates: Vec<Candidate>, into: &mut Names) {
    let mut known: BTreeMap<(u8, String), usize> = BTreeMap::new();
    for mut candidate in candidates {
        let listed = match &candidate.target {
            Target::Listed { .. } => Some(candidate.target.clone()),
            // A compound or an organisation the lists know by the name the rules gave it.
            Target::Named(name) => matcher
                .lookup(&normal::key(name))
                .filter(|(_, record)| record.kind == candidate.kind)
                .map(|(target, _)| target),
        };
        let key = match (&listed, &candidate.target) {
            (Some(Target::Listed { list, entry }), _) => (0, format!("{list}:{entry}")),
            (_, Target::Named(name)) => (1, format!("{}:{}", candidate.kind.as_str(), normal::key(name))),
            _ => continue,
        };
        let at = *known.entry(key).or_insert_with(|| {
            let entity = match listed.as_ref().and_then(|target| matcher.known(target)) {
                Some(record) => {
                    let details = record.details();
                    let mut entity = Entity::new(record.kind, details.name);
                    for (authority, id) in details.ids {
                        entity = entity.with_id(authority, id);
                    }
                    entity.gender = record.gender;
                    entity
                }
                None => match &candidate.target {
                    Target::Named(name) => Entity::new(candidate.kind, name.as_str()),
                    Target::Listed { .. } => Entity::new(candidate.kind, ""),
                },
            };
            into.entities.push(entity);
            into.entities.len() - 1
        });
        if let Some(entity) = into.entities.get_mut(at) {
            entity.gender = entity.gender.or(candidate.gender);
            for (authority, id) in candidate.ids.drain(..) {
                entity.ids.entry(authority).or_insert(id);
            }
        }
        into.mentions.push(mention(words, candidate, EntityIdx::new(at)));
    }
}

fn mention(words: &Words<'_>, candidate: Candidate, entity: EntityIdx) -> Mention {
    let span = words.span(candidate.first, candidate.last);
    let mut evidence = candidate.evidence.into_iter();
    let reason = evidence
        .next()
        .unwrap_or_else(|| Evidence::new("entity.list.name", span));
    let confidence = candidate.confidence.min(Confidence::MAX);
    let mut mention = Mention::new(span, entity, candidate.form, confidence, reason);
    mention.part = candidate.part;
    mention.evidence.extend(evidence);
    mention
}
