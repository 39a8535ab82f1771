//! What the full names of a document teach: surnames, first names, abbreviations, clubs, companies.

use std::collections::HashMap;

use wortlaut_text::{EntityKind, Gender, MentionForm};

use super::company::{self, Company};
use super::covering;
use crate::candidate::{Candidate, Target};
use crate::matcher::Matcher;
use crate::normal;
use crate::organizations::Alias;
use crate::person_shapes;
use crate::words::Words;

/// More people of one name than a text can keep apart; a bound for the time this takes.
const MAX_NAMESAKES: usize = 32;

/// What a document taught about a short form.
#[derive(Clone, Debug)]
pub(super) struct Learned {
    /// The token at which the full name stands.
    pub(super) at: usize,
    pub(super) kind: EntityKind,
    pub(super) gender: Option<Gender>,
    pub(super) target: Target,
    pub(super) rule: &'static str,
}

/// The short forms of a document.
#[derive(Default)]
pub(super) struct Memory {
    /// By surname, in order of the full mentions.
    pub(super) surnames: HashMap<String, Vec<Learned>>,
    pub(super) first_names: HashMap<String, Vec<Learned>>,
    /// Abbreviations, clubs without their letters, names that stood in quotation marks.
    pub(super) names: HashMap<String, Learned>,
    /// By the first word of the full name, in order of the full mentions: the last counts.
    pub(super) companies: HashMap<String, Company>,
    /// The last words of clubs: also names of their towns.
    pub(super) towns: HashMap<String, Learned>,
}

impl Memory {
    /// The person of a surname at a token: the last one fully named before, else the first one named at all.
    pub(super) fn person(people: &HashMap<String, Vec<Learned>>, form: &str, at: usize) -> Option<Learned> {
        let people = people.get(form)?;
        people
            .iter()
            .rev()
            .find(|person| person.at <= at)
            .or_else(|| people.first())
            .cloned()
    }
}

/// What the full names of the document teach.
pub(super) fn learn(words: &Words<'_>, matcher: &Matcher<'_>, candidates: &[Candidate], aliases: &[Alias]) -> Memory {
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
                let asian = candidate
                    .evidence
                    .iter()
                    .any(|reason| reason.rule.as_str() == person_shapes::FAMILY_NAME_FIRST);
                let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
                let surname = normal::key(if asian { first } else { last }.unwrap_or(name));
                let people = memory.surnames.entry(surname).or_default();
                if people.len() < MAX_NAMESAKES && people.iter().all(|person| person.target != candidate.target) {
                    people.push(Learned {
                        rule: "entity.document.surname",
                        ..learned.clone()
                    });
                }
                let first = normal::key(if asian { last } else { first }.unwrap_or(name));
                let people = memory.first_names.entry(first).or_default();
                if people.len() < MAX_NAMESAKES && people.iter().all(|person| person.target != candidate.target) {
                    people.push(Learned {
                        rule: "entity.document.first_name",
                        ..learned
                    });
                }
            }
            (EntityKind::Organization, Target::Named(name)) if full => {
                if let Some((short, company)) = company::short_name(words, candidate, &learned) {
                    memory.companies.entry(short).or_insert(company);
                }
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
            let surname = normal::key(name);
            // *Halvardt teilte mit* after *die Halvardt SE* is no person nobody introduced.
            let doubtful = memory.companies.contains_key(&surname) && !company::is_person(candidate);
            // *Kevin schwieg* after *Kevin M.*: the first name of somebody.
            let first_name = memory.first_names.contains_key(&surname);
            let people = memory.surnames.entry(surname).or_default();
            if people.is_empty() && !doubtful && !first_name {
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
