//! One entity for each thing: full names, surnames, aliases and short forms of a document brought together.

mod company;
mod memory;
mod metonyms;
mod short_forms;

use std::collections::{BTreeMap, HashSet};

use wortlaut_lexicon::Lexicon;
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Gender, Mention, MentionForm};

use crate::candidate::{Candidate, Target};
use crate::matcher::Matcher;
use crate::normal;
use crate::organizations::Alias;
use crate::recognizer::Names;
use crate::words::Words;

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
    let memory = memory::learn(words, matcher, &candidates, aliases);
    short_forms::retarget(words, matcher, &memory, &mut candidates);
    // The short name of a company may have grown over what stands behind it.
    let mut reached = None;
    candidates.retain(|candidate| {
        let free = reached.is_none_or(|last| candidate.first > last);
        if free {
            reached = Some(candidate.last);
        }
        free
    });
    for candidate in &candidates {
        take(words, candidate);
    }
    for index in 0..words.all.len() {
        if let Some(candidate) = short_forms::short_form(words, &memory, index) {
            take(words, &candidate);
            candidates.push(candidate);
        }
    }
    candidates.sort_by_key(|candidate| candidate.first);
    gather(words, matcher, candidates, into);
    metonyms::mark(words, matcher, into);
}

/// Marks the words of a mention.
fn take(words: &mut Words<'_>, candidate: &Candidate) {
    if let Some(run) = words.all.get_mut(candidate.first..=candidate.last) {
        run.iter_mut().for_each(|word| word.taken = true);
    }
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
    let lexicon = Lexicon::german();
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
                        let noun = lexicon.noun(stem);
                        noun.is_some_and(|noun| noun.gender != Some(Gender::Feminine)) || lexicon.speaks(stem)
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
