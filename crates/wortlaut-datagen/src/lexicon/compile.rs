//! Compiles forms and readings into the two files the lexicon embeds.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use super::features::Packed;

/// What is known of a lemma beside its forms.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LemmaInfo {
    /// Length of the particle in bytes, 0 for none.
    pub(crate) particle: u8,
    /// Bit 0 haben, bit 1 sein; 0 unknown.
    pub(crate) auxiliary: u8,
    /// The kind of role, from 1; 0 for none.
    pub(crate) role: u8,
}

/// Collects the readings of all forms.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    forms: BTreeMap<String, BTreeMap<String, BTreeSet<Packed>>>,
    lemmas: BTreeMap<String, LemmaInfo>,
}

impl Compiler {
    /// Adds a reading of a form.
    pub(crate) fn add(&mut self, form: &str, lemma: &str, reading: Packed) {
        self.forms
            .entry(form.to_string())
            .or_default()
            .entry(lemma.to_string())
            .or_default()
            .insert(reading);
        self.lemmas.entry(lemma.to_string()).or_default();
    }

    /// Takes a reading away again.
    pub(crate) fn remove(&mut self, form: &str, lemma: &str, reading: Packed) {
        if let Some(readings) = self.forms.get_mut(form).and_then(|lemmas| lemmas.get_mut(lemma)) {
            readings.remove(&reading);
        }
    }

    /// Takes all readings of a form as one of a verb away.
    pub(crate) fn remove_verb_form(&mut self, form: &str, lemma: &str) {
        if let Some(readings) = self.forms.get_mut(form).and_then(|lemmas| lemmas.get_mut(lemma)) {
            readings.retain(|reading| !reading.is_verbal());
        }
    }

    /// Whether a form has a reading that is none of a verb.
    pub(crate) fn is_other_word(&self, form: &str) -> bool {
        let mut readings = self.forms.get(form).into_iter().flat_map(BTreeMap::values).flatten();
        readings.any(|reading| !reading.is_verbal())
    }

    /// What is known of a lemma.
    pub(crate) fn lemma_mut(&mut self, lemma: &str) -> &mut LemmaInfo {
        self.lemmas.entry(lemma.to_string()).or_default()
    }

    /// The text of all strings, the index, and a summary for people.
    ///
    /// The index, all numbers u32, little endian: the magic `WLX1`; the numbers of buckets (a power of two), entries,
    /// senses, lemmas, bundles and filter words; the filter, a bit set for each key; bucket starts (one more than
    /// buckets); entries of two numbers (offset of the key in the text << 8 | its length; first sense << 8 | lowest byte
    /// of the hash); senses (lemma << 12 | bundle << 1 | more follow); lemmas of two numbers (offset << 8 | length;
    /// role << 16 | particle << 8 | auxiliary); bundle starts (one more than bundles); readings.
    pub(crate) fn finish(mut self) -> Result<(String, Vec<u8>, String), Box<dyn Error>> {
        for lemmas in self.forms.values_mut() {
            lemmas.retain(|_, readings| !readings.is_empty());
        }
        self.forms.retain(|_, lemmas| !lemmas.is_empty());

        let mut text = String::new();
        let mut offsets: BTreeMap<&str, u32> = BTreeMap::new();
        let all: BTreeSet<&str> = self
            .forms
            .keys()
            .chain(self.lemmas.keys())
            .map(String::as_str)
            .collect();
        for string in all {
            let offset = u32::try_from(text.len())?;
            if offset >= 1 << 24 || string.len() > 255 {
                return Err("too much text for 24-bit offsets".into());
            }
            offsets.insert(string, offset << 8 | u32::try_from(string.len())?);
            text.push_str(string);
            text.push('\n');
        }

        let lemma_ids: BTreeMap<&str, usize> = self.lemmas.keys().enumerate().map(|(i, l)| (l.as_str(), i)).collect();
        let bundle_set: BTreeSet<Vec<Packed>> = self
            .forms
            .values()
            .flat_map(|lemmas| lemmas.values().map(|r| r.iter().copied().collect()))
            .collect();
        let bundles: Vec<Vec<Packed>> = bundle_set.into_iter().collect();
        if lemma_ids.len() >= 1 << 20 || bundles.len() >= 1 << 11 {
            return Err(format!(
                "{} lemmas, {} bundles: too many for a sense",
                lemma_ids.len(),
                bundles.len()
            )
            .into());
        }

        let count = self.forms.len();
        let buckets = count.next_power_of_two().max(2) / 2;
        // Four to eight bits a key: most words that are no key are told so by one bit.
        let mut filter = vec![0u32; (4 * count).next_power_of_two().max(32) / 32];
        let mut order: Vec<(usize, u8, &str)> = self
            .forms
            .keys()
            .map(|form| {
                let hash = hash(form.as_bytes());
                let bucket = usize::try_from(hash >> 32).unwrap_or(0) & (buckets - 1);
                set_bit(&mut filter, hash);
                (bucket, u8::try_from(hash & 0xff).unwrap_or(0), form.as_str())
            })
            .collect();
        order.sort_unstable();

        let mut starts = vec![0u32; buckets + 1];
        let mut entries = Vec::new();
        let mut senses: Vec<u32> = Vec::new();
        for (bucket, tag, form) in &order {
            if let Some(start) = starts.get_mut(bucket + 1) {
                *start += 1;
            }
            entries.push(offsets.get(form).copied().unwrap_or(0));
            entries.push(u32::try_from(senses.len())? << 8 | u32::from(*tag));
            let Some(lemmas) = self.forms.get(*form) else { continue };
            for (i, (lemma, readings)) in lemmas.iter().enumerate() {
                let bundle: Vec<Packed> = readings.iter().copied().collect();
                let bundle = u32::try_from(bundles.binary_search(&bundle).unwrap_or(0))?;
                let lemma = u32::try_from(lemma_ids.get(lemma.as_str()).copied().unwrap_or(0))?;
                senses.push(lemma << 12 | bundle << 1 | u32::from(i + 1 < lemmas.len()));
            }
        }

        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }

        let mut index = Vec::from(*b"WLX1");
        let mut put = |value: u32| index.extend_from_slice(&value.to_le_bytes());
        let counts = [
            buckets,
            count,
            senses.len(),
            lemma_ids.len(),
            bundles.len(),
            filter.len(),
        ];
        for number in counts {
            put(u32::try_from(number)?);
        }
        filter.into_iter().for_each(&mut put);
        starts.into_iter().for_each(&mut put);
        entries.into_iter().for_each(&mut put);
        let sense_count = senses.len();
        senses.into_iter().for_each(&mut put);
        for (lemma, info) in &self.lemmas {
            put(offsets.get(lemma.as_str()).copied().unwrap_or(0));
            put(u32::from(info.role) << 16 | u32::from(info.particle) << 8 | u32::from(info.auxiliary));
        }
        let mut start = 0;
        put(start);
        for bundle in &bundles {
            start += u32::try_from(bundle.len())?;
            put(start);
        }
        bundles.iter().flatten().for_each(|reading| put(reading.0));

        let summary = format!(
            "{count} forms, {} lemmas, {sense_count} senses, {} bundles of readings",
            self.lemmas.len(),
            bundles.len()
        );
        Ok((text, index, summary))
    }
}

/// Marks a key in the filter.
fn set_bit(filter: &mut [u32], hash: u64) {
    let bit = usize::try_from(hash >> 8 & 0xffff_ffff).unwrap_or(0) & (filter.len() * 32 - 1);
    if let Some(word) = filter.get_mut(bit / 32) {
        *word |= 1 << (bit % 32);
    }
}

/// The hash of a key; the same function is in `wortlaut-lexicon`.
fn hash(key: &[u8]) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = key.len() as u64;
    for chunk in key.chunks(8) {
        let mut word = [0u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    hash ^ hash >> 29
}
