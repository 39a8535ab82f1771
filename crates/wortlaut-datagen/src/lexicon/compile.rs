//! Collects forms with their readings.

use std::collections::{BTreeMap, BTreeSet};

use super::features::Packed;

/// What is known of a lemma beside its forms.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LemmaInfo {
    /// Bit 0 haben, bit 1 sein; 0 unknown.
    pub(crate) auxiliary: u8,
    /// The kind of role, from 1; 0 for none.
    pub(crate) role: u8,
}

/// A lemma: its text and the length of its particle in bytes, 0 for none. *übersetzen* is two.
pub(crate) type LemmaKey = (String, u8);

/// The readings of a form as one of a lemma.
#[derive(Clone, Debug)]
pub(crate) struct Sense {
    pub(crate) lemma: LemmaKey,
    pub(crate) readings: Vec<Packed>,
    /// 1 if the form is hardly ever the participle of this lemma, 2 if it is hardly ever any form of it; else 0.
    pub(crate) rare: u8,
}

/// Collects the readings of all forms.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    forms: BTreeMap<String, BTreeMap<LemmaKey, BTreeSet<Packed>>>,
    pub(crate) lemmas: BTreeMap<LemmaKey, LemmaInfo>,
    /// The forms of each lemma without a particle.
    forms_of: BTreeMap<String, BTreeSet<String>>,
    rare: Rare,
}

/// Which lemmas are rare beside others that share forms with them.
#[derive(Debug, Default)]
pub(crate) struct Rare {
    /// Verbs that are rare beside any other.
    pub(crate) verbs: BTreeSet<String>,
    /// Verbs in *ge-* whose participle is not rarer than that of the verb without it: *gelangen*.
    pub(crate) kept: BTreeSet<String>,
}

impl Compiler {
    /// Adds a reading of a form.
    pub(crate) fn add(&mut self, form: &str, lemma: &str, reading: Packed) {
        self.forms_of
            .entry(lemma.to_string())
            .or_default()
            .insert(form.to_string());
        self.insert(form, (lemma.to_string(), 0), reading);
    }

    fn insert(&mut self, form: &str, lemma: LemmaKey, reading: Packed) {
        self.lemmas.entry(lemma.clone()).or_default();
        let lemmas = self.forms.entry(form.to_string()).or_default();
        lemmas.entry(lemma).or_default().insert(reading);
    }

    /// Adds the forms in one word of a separable verb: all of its base but the imperatives, and those with *zu*.
    pub(crate) fn add_separable(&mut self, particle: &str, base: &str, auxiliary: u8) {
        let length = u8::try_from(particle.len()).unwrap_or(u8::MAX);
        let lemma: LemmaKey = (format!("{particle}{base}"), length);
        self.lemmas.entry(lemma.clone()).or_default().auxiliary = auxiliary;
        for form in self.forms_of.get(base).cloned().unwrap_or_default() {
            let lemmas = self.forms.get(&form);
            let readings = lemmas.and_then(|lemmas| lemmas.get(&(base.to_string(), 0))).cloned();
            for reading in readings.unwrap_or_default() {
                if reading.is_finite() || reading.is_participle() || reading.is_infinitive() && form == base {
                    self.insert(&format!("{particle}{form}"), lemma.clone(), reading);
                }
                if reading.is_infinitive() {
                    self.insert(&format!("{particle}zu{form}"), lemma.clone(), reading.verb_form(3));
                }
            }
        }
    }

    /// Takes a reading away again.
    pub(crate) fn remove(&mut self, form: &str, lemma: &str, reading: Packed) {
        let lemmas = self.forms.get_mut(form);
        if let Some(readings) = lemmas.and_then(|lemmas| lemmas.get_mut(&(lemma.to_string(), 0))) {
            readings.remove(&reading);
        }
    }

    /// Takes all readings of a form as one of a verb away.
    pub(crate) fn remove_verb_form(&mut self, form: &str, lemma: &str) {
        let lemmas = self.forms.get_mut(form);
        if let Some(readings) = lemmas.and_then(|lemmas| lemmas.get_mut(&(lemma.to_string(), 0))) {
            readings.retain(|reading| !reading.is_verbal());
        }
    }

    /// Whether a form has a reading that is none of a verb.
    pub(crate) fn is_other_word(&self, form: &str) -> bool {
        let mut readings = self.forms.get(form).into_iter().flat_map(BTreeMap::values).flatten();
        readings.any(|reading| !reading.is_verbal())
    }

    /// What is known of a lemma without a particle.
    pub(crate) fn lemma_mut(&mut self, lemma: &str) -> &mut LemmaInfo {
        self.lemmas.entry((lemma.to_string(), 0)).or_default()
    }

    /// Which verbs are rare.
    pub(crate) fn set_rare(&mut self, rare: Rare) {
        self.rare = rare;
    }

    /// All forms with their senses, the frequent before the rare.
    pub(crate) fn senses(&self) -> impl Iterator<Item = (&str, Vec<Sense>)> {
        self.forms.iter().filter_map(|(form, lemmas)| {
            let mut senses: Vec<Sense> = lemmas
                .iter()
                .filter(|(_, readings)| !readings.is_empty())
                .map(|(lemma, readings)| Sense {
                    lemma: lemma.clone(),
                    readings: readings.iter().copied().collect(),
                    rare: 0,
                })
                .collect();
            self.rank(&mut senses);
            (!senses.is_empty()).then_some((form.as_str(), senses))
        })
    }

    /// Marks what is rare, and sorts it behind.
    fn rank(&self, senses: &mut [Sense]) {
        if senses.len() < 2 {
            return;
        }
        let lemmas: BTreeSet<String> = senses.iter().map(|sense| sense.lemma.0.clone()).collect();
        for sense in &mut *senses {
            let (lemma, particle) = &sense.lemma;
            let (before, base) = lemma.split_at(usize::from(*particle));
            // *gesperrt* is from *sperren* rather than *gesperren*.
            let without = base.strip_prefix("ge").map(|root| format!("{before}{root}"));
            let participle = sense.readings.iter().any(|reading| reading.is_past_participle());
            let spare = participle && !self.rare.kept.contains(base) && without.is_some_and(|w| lemmas.contains(&w));
            sense.rare = match spare {
                _ if self.rare.verbs.contains(base) => 2,
                spare => u8::from(spare),
            };
        }
        // *führe* is from *führen*, before it is Konjunktiv II of *fahren*.
        let unlikely = |sense: &Sense| sense.readings.iter().all(|reading| reading.is_subjunctive_ii());
        senses.sort_by_key(|sense| (sense.rare, unlikely(sense), sense.lemma.1 > 0));
    }
}
