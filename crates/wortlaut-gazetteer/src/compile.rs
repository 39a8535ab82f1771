//! From entries to a compiled gazetteer.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use wortlaut_text::{EntityKind, Gender};

use crate::entry::{CasePolicy, GazetteerEntry};
use crate::error::GazetteerError;
use crate::format::{ANY_CASE as ANY_CASE_FLAG, Parts, WIDE_CLASSES};
use crate::forms::{self, Inflected};
use crate::gazetteer::Gazetteer;
use crate::keys::{ANY_CASE, KeyForm, KeyWriter, Posting};
use crate::normal;
use crate::records::{Class, Details, Flags, RecordWriter, gender_byte};
use crate::transliteration;

/// A form of an entry; its key lies in the arena.
#[derive(Clone, Copy)]
struct Item {
    /// The first bytes of the key: most comparisons end here.
    first: u64,
    start: usize,
    len: u32,
    entry: u32,
    form: KeyForm,
}

/// The first eight bytes, which sort like the whole.
fn first_bytes(key: &str) -> u64 {
    key.bytes()
        .chain(std::iter::repeat(0))
        .take(8)
        .fold(0, |bytes, byte| bytes << 8 | u64::from(byte))
}

/// Compiles entries and first names.
pub(crate) fn compile(
    entries: &[GazetteerEntry],
    first_names: &BTreeMap<String, Option<Gender>>,
) -> Result<Gazetteer, GazetteerError> {
    let entries = sorted(entries);
    let mut arena = String::new();
    let mut items = Vec::with_capacity(entries.len());
    let mut has_any_case = false;
    for (index, entry) in entries.iter().enumerate() {
        let index = u32::try_from(index).map_err(|_| GazetteerError::TooLarge)?;
        let any_case = entry.case == CasePolicy::Fold;
        has_any_case |= any_case;
        for_each_form(entry, |form, key_form| {
            let start = arena.len();
            if any_case {
                arena.push(ANY_CASE);
            }
            normal::push_key(form, &mut arena);
            if any_case {
                let lowered = arena.get(start..).unwrap_or("").to_lowercase();
                arena.truncate(start);
                arena.push_str(&lowered);
            }
            let len = arena.len() - start;
            // A key that a user's adjective or inhabitant made too long is found nowhere.
            if let Some(len) = u32::try_from(len).ok().filter(|&len| len > 0 && len < 1 << 16) {
                items.push(Item {
                    first: first_bytes(arena.get(start..).unwrap_or("")),
                    start,
                    len,
                    entry: index,
                    form: key_form,
                });
            }
        });
    }
    for (name, gender) in first_names {
        items.push(Item {
            first: first_bytes(name),
            start: arena.len(),
            len: u32::try_from(name.len()).map_err(|_| GazetteerError::TooLarge)?,
            entry: u32::from(gender_byte(*gender)),
            form: KeyForm::FirstName,
        });
        arena.push_str(name);
    }
    let key_of = |item: &Item| arena.get(item.start..item.start + item.len as usize).unwrap_or("");
    items.sort_unstable_by(|a, b| {
        (a.first.cmp(&b.first))
            .then_with(|| key_of(a).cmp(key_of(b)))
            .then_with(|| rank(&entries, a, b))
    });

    let mut keys = KeyWriter::default();
    let mut name_keys: Vec<Option<u32>> = vec![None; entries.len()];
    let mut postings: Vec<Posting> = Vec::new();
    for run in items.chunk_by(|a, b| key_of(a) == key_of(b)) {
        let Some(key) = run.first().map(key_of).filter(|key| !key.is_empty()) else {
            continue;
        };
        postings.clear();
        let means = surname_means(&entries, run);
        let mut told = false;
        for item in run {
            let mut posting = Posting {
                entry: item.entry,
                form: item.form,
            };
            if posting.form == KeyForm::Surname {
                match means {
                    Some(bearer) if bearer != item.entry => continue,
                    Some(_) => {}
                    None => {
                        posting = Posting {
                            entry: 0,
                            form: KeyForm::Namesakes,
                        };
                    }
                }
            }
            // The same twice stands together; only namesakes may not.
            if postings.last() == Some(&posting)
                || posting.form == KeyForm::Namesakes && std::mem::replace(&mut told, true)
            {
                continue;
            }
            postings.push(posting);
            if posting.form == KeyForm::Name {
                let is_named = entries.get(item.entry as usize).is_some_and(|entry| entry.name == key);
                if let Some(number) = name_keys.get_mut(item.entry as usize).filter(|_| is_named) {
                    *number = Some(keys.count());
                }
            }
        }
        keys.add(key, postings.iter().copied())
            .ok_or(GazetteerError::TooLarge)?;
    }
    drop(items);
    drop(arena);

    let mut records = RecordWriter::default();
    for (entry, key) in entries.iter().zip(name_keys) {
        let details = Details {
            name: entry.name.clone(),
            id: entry.id.clone(),
            ids: entry
                .ids
                .iter()
                .map(|(authority, id)| (authority.clone(), id.clone()))
                .collect(),
            validity: entry.validity,
        };
        records
            .add(class(entry), &details, key)
            .ok_or(GazetteerError::TooLarge)?;
    }

    let keys = keys.finish();
    let wide = records.is_wide();
    let [classes, entry_classes, record_blocks, records, authorities] = records.finish();
    let parts = Parts {
        flags: if has_any_case { ANY_CASE_FLAG } else { 0 } | if wide { WIDE_CLASSES } else { 0 },
        keys: keys.count,
        entries: u32::try_from(entries.len()).map_err(|_| GazetteerError::TooLarge)?,
        longest_probe: keys.longest_probe,
        sections: [
            keys.filter,
            keys.slots,
            keys.blocks,
            keys.keys,
            classes,
            entry_classes,
            record_blocks,
            records,
            authorities,
        ],
    };
    let bytes = parts.assemble().ok_or(GazetteerError::TooLarge)?;
    Ok(Gazetteer::open(Cow::Owned(bytes), false)?)
}

/// The entries by the key of their name, then by id: their names then stand in the order of the keys.
fn sorted(entries: &[GazetteerEntry]) -> Vec<&GazetteerEntry> {
    let mut sorted: Vec<(u64, String, &GazetteerEntry)> = entries
        .iter()
        .map(|entry| {
            let key = normal::key(&entry.name);
            (first_bytes(&key), key, entry)
        })
        .collect();
    sorted.sort_unstable_by(|a, b| (a.0, &a.1, &a.2.id).cmp(&(b.0, &b.1, &b.2.id)));
    sorted.into_iter().map(|(.., entry)| entry).collect()
}

/// Whom a surname alone means: its only bearer, or the one of the highest priority.
fn surname_means(entries: &[&GazetteerEntry], run: &[Item]) -> Option<u32> {
    let priority = |item: &Item| entries.get(item.entry as usize).map(|entry| entry.priority);
    let mut bearers = run.iter().filter(|item| item.form == KeyForm::Surname);
    // The items of a key stand in the order of their priority.
    let first = bearers.next()?;
    bearers
        .find(|item| item.entry != first.entry)
        .is_none_or(|second| priority(second) < priority(first))
        .then_some(first.entry)
}

/// Which of two readings of one key counts first: by priority, form, id.
fn rank(entries: &[&GazetteerEntry], a: &Item, b: &Item) -> Ordering {
    let entry = |item: &Item| {
        (item.form != KeyForm::FirstName)
            .then(|| entries.get(item.entry as usize))
            .flatten()
    };
    match (entry(a), entry(b)) {
        (Some(one), Some(other)) => other
            .priority
            .cmp(&one.priority)
            .then(a.form.cmp(&b.form))
            .then_with(|| one.id.cmp(&other.id)),
        // First names come last.
        (one, other) => other.is_some().cmp(&one.is_some()).then(a.entry.cmp(&b.entry)),
    }
}

fn class(entry: &GazetteerEntry) -> Class {
    let mut flags = 0;
    for (is_set, flag) in [
        (entry.ambiguous, Flags::AMBIGUOUS),
        (entry.metonym, Flags::METONYM),
        (entry.article, Flags::ARTICLE),
        (entry.rigid, Flags::RIGID),
        (!entry.validity.is_always(), Flags::DATED),
    ] {
        flags |= if is_set { flag.0 } else { 0 };
    }
    Class {
        kind: entry.kind,
        gender: entry.gender,
        flags: Flags(flags),
        priority: entry.priority,
    }
}

/// Every form of an entry that becomes a key.
fn for_each_form(entry: &GazetteerEntry, mut push: impl FnMut(&str, KeyForm)) {
    for name in [&entry.name].into_iter().chain(&entry.aliases) {
        push(name, KeyForm::Name);
        if entry.kind != EntityKind::Person && !entry.rigid {
            forms::inflected_name(name, |form, inflected| match inflected {
                Inflected::Case => push(&form, KeyForm::Name),
                Inflected::Genitive => push(&form, KeyForm::Genitive),
            });
            forms::dotted(name, |form| push(&form, KeyForm::Variant));
        }
        if entry.transliterated {
            transliteration::variants(name, |form| push(form, KeyForm::Variant));
        }
    }
    if entry.kind == EntityKind::Person && entry.short.is_empty() {
        if let Some((_, surname)) = entry.name.rsplit_once(' ') {
            push(surname, KeyForm::Surname);
            if entry.transliterated {
                transliteration::variants(surname, |form| push(form, KeyForm::Surname));
            }
        }
    }
    for short in &entry.short {
        push(short, KeyForm::Short);
        if entry.transliterated {
            transliteration::variants(short, |form| push(form, KeyForm::Short));
        }
    }
    for stem in &entry.adjectives {
        forms::adjective(stem, |form| push(&form, KeyForm::Adjective));
    }
    for noun in &entry.people {
        forms::people(noun, |form| push(&form, KeyForm::People));
    }
    for form in &entry.place_adjectives {
        if form == "auto" {
            forms::place_adjective(&entry.name, |form| push(&form, KeyForm::PlaceAdjective));
        } else {
            push(form, KeyForm::PlaceAdjective);
        }
    }
}
