//! Packs forms and readings into the two files the lexicon embeds. `index.rs` of `wortlaut-lexicon` reads them, and its
//! head describes the layout.

use std::collections::BTreeMap;
use std::error::Error;

use super::compile::{Compiler, LemmaKey, Sense};
use super::features::Packed;
use super::hash::{Key, fold};

/// How many forms there are to a bucket of eight.
const PER_BUCKET: usize = 6;

/// How a form comes from its lemma.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edit {
    cut: u8,
    inset: u8,
    particle: u8,
    end: Vec<u8>,
}

/// Numbers of things in the order of the things.
struct Numbered<T>(BTreeMap<T, u32>);

impl<T: Ord> Numbered<T> {
    fn of(things: impl Iterator<Item = T>, limit: u32, what: &str) -> Result<Self, Box<dyn Error>> {
        let mut map: BTreeMap<T, u32> = things.map(|thing| (thing, 0)).collect();
        for (i, number) in (0..).zip(map.values_mut()) {
            *number = i;
        }
        if map.len() > limit as usize {
            return Err(format!("{} {what}, room for {limit}", map.len()).into());
        }
        Ok(Numbered(map))
    }

    fn number(&self, thing: &T) -> Result<u32, Box<dyn Error>> {
        Ok(*self.0.get(thing).ok_or("a thing without a number")?)
    }
}

/// The forms that are one but for the case of their first letter.
#[derive(Debug, Default)]
struct Group {
    /// Senses of the form with a capital.
    capital: Vec<Sense>,
    /// Senses of the form without.
    lower: Vec<Sense>,
}

/// The texts of the lemmas, the index, and a summary for people.
pub(crate) fn pack(compiler: &Compiler) -> Result<(String, Vec<u8>, String), Box<dyn Error>> {
    let mut groups: BTreeMap<Vec<u8>, Group> = BTreeMap::new();
    for (form, senses) in compiler.senses() {
        let folded = folded(form);
        let capital = folded != form.as_bytes();
        let group = groups.entry(folded).or_default();
        if capital { &mut group.capital } else { &mut group.lower }.extend(senses);
    }

    let (text, places) = texts(compiler)?;
    let place = |lemma: &LemmaKey| places.get(lemma).copied().ok_or("a lemma without a text");
    let all = || {
        groups
            .values()
            .flat_map(|group| group.capital.iter().chain(&group.lower))
    };
    let bundles = Numbered::of(all().map(|sense| &sense.readings), 1 << 10, "bundles")?;
    let mut made = BTreeMap::new();
    for (form, group) in &groups {
        made.insert(form, edit(form, group)?);
    }
    let edits = Numbered::of(made.values().map(|(_, edit)| edit), 1 << 12, "edits")?;

    let (mut lists, mut senses) = (Vec::new(), Vec::new());
    let mut buckets = Buckets::new(groups.len());
    for (form, group) in &groups {
        let (lemma, edit) = made.get(form).ok_or("a form without an edit")?;
        let (has_list, payload) = match (group.capital.as_slice(), group.lower.as_slice()) {
            ([only], []) => (0, bundles.number(&&only.readings)? << 3 | u32::from(only.rare) << 1 | 1),
            ([], [only]) => (0, bundles.number(&&only.readings)? << 3 | u32::from(only.rare) << 1),
            (capital, lower) => {
                let list = u32::try_from(lists.len() / 3)?;
                let facts = |senses: &[Sense]| senses.iter().flat_map(|s| &s.readings).fold(0, |f, r| f | r.facts());
                lists.push(u32::try_from(senses.len())? << 8 | u32::try_from(capital.len())?);
                lists.push(facts(capital) | facts(lower));
                lists.push(facts(lower));
                for sense in capital.iter().chain(lower) {
                    senses.push(
                        place(&sense.lemma)? << 12 | bundles.number(&&sense.readings)? << 2 | u32::from(sense.rare),
                    );
                }
                (1, list)
            }
        };
        if payload >= 1 << 13 {
            return Err("too many lists of senses".into());
        }
        buckets.insert(
            Key::new(form),
            u64::from(may_be_inflected(form, &groups)) << 46
                | u64::from(payload) << 33
                | has_list << 32
                | u64::from(edits.number(&edit)?) << 20
                | u64::from(place(lemma)?),
        )?;
    }
    lists.extend([u32::try_from(senses.len())? << 8, 0, 0]);

    let mut index = Vec::from(*b"WLX3");
    let readings: usize = bundles.0.keys().map(|readings| readings.len()).sum();
    for count in [
        buckets.0.len(),
        lists.len() / 3 - 1,
        senses.len(),
        edits.0.len(),
        bundles.0.len(),
        readings,
    ] {
        index.extend(u32::try_from(count)?.to_le_bytes());
    }
    index.resize(64, 0);
    for bucket in &buckets.0 {
        index.extend(bucket.iter().flat_map(|(tag, _)| tag.to_le_bytes()));
        index.extend(
            bucket
                .iter()
                .flat_map(|(_, entry)| entry.to_le_bytes().into_iter().take(6)),
        );
    }
    let mut put = |number: u32| index.extend_from_slice(&number.to_le_bytes());
    lists.iter().chain(&senses).for_each(|number| put(*number));
    for edit in edits.0.keys() {
        let mut bytes = [0; 16];
        let length = u8::try_from(edit.end.len())?;
        let inset = edit.particle << 2 | edit.inset;
        for (to, from) in bytes.iter_mut().zip([edit.cut, inset, length].iter().chain(&edit.end)) {
            *to = *from;
        }
        for number in bytes.chunks_exact(4) {
            put(number.try_into().map_or(0, u32::from_le_bytes));
        }
    }
    let mut start = 0;
    for readings in bundles.0.keys() {
        put(start);
        put(readings.iter().fold(0, |facts, reading| facts | reading.facts()));
        start += u32::try_from(readings.len())?;
    }
    put(start);
    put(0);
    bundles
        .0
        .keys()
        .copied()
        .flatten()
        .for_each(|reading: &Packed| put(reading.0));

    let summary = format!(
        "{} forms, {} lemmas, {} lists of {} senses, {} bundles of {readings} readings, {} edits, {} bytes",
        groups.len(),
        compiler.lemmas.len(),
        lists.len() / 3 - 1,
        senses.len(),
        bundles.0.len(),
        edits.0.len(),
        text.len() + index.len()
    );
    Ok((text, index, summary))
}

/// Eight tags and entries each.
struct Buckets(Vec<[(u16, u64); 8]>);

impl Buckets {
    fn new(forms: usize) -> Self {
        Buckets(vec![[(0, 0); 8]; forms.div_ceil(PER_BUCKET)])
    }

    /// Puts an entry into its bucket, or where that is full, into the next that is not.
    fn insert(&mut self, key: Key, entry: u64) -> Result<(), Box<dyn Error>> {
        let home = key.bucket(u32::try_from(self.0.len())?) as usize;
        for bucket in self.0.iter_mut().skip(home) {
            if let Some(slot) = bucket.iter_mut().find(|(tag, _)| *tag == 0) {
                slot.0 = key.tag();
                slot.1 |= entry;
                return Ok(());
            }
            let [.., last] = bucket;
            last.1 |= 1 << 47;
        }
        Err("the last bucket is full".into())
    }
}

/// Whether a form may be one with an adjective's ending: its stem is a form that can be declined.
fn may_be_inflected(form: &[u8], groups: &BTreeMap<Vec<u8>, Group>) -> bool {
    let endings = [&b"em"[..], b"en", b"er", b"es", b"e"];
    let stem = endings.iter().find_map(|ending| form.strip_suffix(*ending));
    stem.and_then(|stem| groups.get(stem)).is_some_and(|group| {
        let mut senses = group.capital.iter().chain(&group.lower);
        senses.any(|sense| sense.readings.iter().any(|reading| reading.can_decline()))
    })
}

/// Where the line of each lemma begins.
type Places<'c> = BTreeMap<&'c LemmaKey, u32>;

/// The texts of all lemmas, and where each is.
fn texts(compiler: &Compiler) -> Result<(String, Places<'_>), Box<dyn Error>> {
    let mut text = String::from("# Made by wortlaut-datagen. Length, particle, auxiliary, role; the lemma.\n");
    let mut places = BTreeMap::new();
    for (lemma, info) in &compiler.lemmas {
        let length = u8::try_from(lemma.0.len())?;
        if text.len() >= 1 << 20 || length > 78 {
            return Err(format!("{}: too much text", lemma.0).into());
        }
        places.insert(lemma, u32::try_from(text.len())?);
        for number in [length, lemma.1, info.auxiliary, info.role] {
            text.push(char::from(b'0' + number));
        }
        text.push_str(&lemma.0);
        text.push('\n');
    }
    text.push_str("# The reader takes 16 bytes of a lemma at once.\n");
    Ok((text, places))
}

/// The form with its first letter in lower case.
fn folded(form: &str) -> Vec<u8> {
    let mut bytes = form.as_bytes().to_vec();
    let mut head = [0; 8];
    for (to, from) in head.iter_mut().zip(&bytes) {
        *to = *from;
    }
    for (to, from) in bytes.iter_mut().zip(fold(u64::from_le_bytes(head)).to_le_bytes()) {
        *to = from;
    }
    bytes
}

/// The lemma and the edit that make a form: of those of its senses the one with the shortest new end.
fn edit<'g>(form: &[u8], group: &'g Group) -> Result<(&'g LemmaKey, Edit), Box<dyn Error>> {
    let mut best: Option<(&LemmaKey, Edit)> = None;
    for sense in group.capital.iter().chain(&group.lower) {
        let lemma = folded(&sense.lemma.0);
        let (particle, rest) = lemma.split_at(usize::from(sense.lemma.1));
        for (number, inset) in [&b""[..], b"ge", b"zu"].into_iter().enumerate() {
            let Some(tail) = form.strip_prefix(particle).and_then(|tail| tail.strip_prefix(inset)) else {
                continue;
            };
            let kept = tail.iter().zip(rest).take_while(|(a, b)| a == b).count();
            let end = tail.get(kept..).unwrap_or_default().to_vec();
            if best.as_ref().is_none_or(|(_, edit)| end.len() < edit.end.len()) {
                let cut = u8::try_from(rest.len() - kept)?;
                let inset = u8::try_from(number)?;
                let particle = if inset == 0 { 0 } else { sense.lemma.1 };
                let edit = Edit {
                    cut,
                    inset,
                    particle,
                    end,
                };
                best = Some((&sense.lemma, edit));
            }
        }
    }
    let best = best.filter(|(_, edit)| edit.end.len() <= 13);
    best.ok_or_else(|| format!("{}: unlike all its lemmas", String::from_utf8_lossy(form)).into())
}
