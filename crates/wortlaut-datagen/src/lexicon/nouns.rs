//! Compiles the nouns into an automaton.
//!
//! A key is a form with its first letter in lower case (as it stands inside a compound), followed by one byte that tells
//! gender and number. Words that end alike share their ends, so half a million forms take a few hundred kilobytes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;

use super::sources::lines;

/// Gender from 1 (m f n), 0 unknown; number 1 singular, 2 plural, 0 either. Never 0, so it cannot be missed.
fn tag(gender: u8, number: u8) -> u8 {
    1 + gender + 4 * number
}

/// The compiled automaton and a summary for people.
pub(crate) fn nouns(text: &str) -> Result<(Vec<u8>, String), Box<dyn Error>> {
    let mut forms: BTreeMap<String, (BTreeSet<u8>, BTreeSet<u8>)> = BTreeMap::new();
    let mut count = 0;
    for (number, line) in lines(text) {
        let mut fields = line.split('\t');
        let (Some(noun), Some(gender)) = (fields.next(), fields.next()) else {
            return Err(format!("nouns.tsv:{number}: three columns expected").into());
        };
        let gender = match gender {
            "m" => 1,
            "f" => 2,
            "n" => 3,
            "-" => 0,
            other => return Err(format!("nouns.tsv:{number}: gender {other}").into()),
        };
        count += 1;
        // *Messer*, *Mädchen*: the plural of a masculine or neuter in -er, -el, -en, -chen looks like the singular.
        let both = gender != 2 && ["er", "el", "en", "lein"].iter().any(|e| noun.ends_with(e));
        let mut add = |form: &str, numbers: u8| {
            let mut letters = form.chars();
            let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
            let entry = forms.entry(format!("{first}{}", letters.as_str())).or_default();
            entry.0.insert(gender);
            entry.1.insert(numbers);
        };
        add(noun, if both { 0 } else { 1 });
        for ending in fields.next().unwrap_or_default().split_whitespace() {
            let (form, umlaut) = match ending.strip_prefix('^') {
                Some(ending) => (format!("{}{ending}", with_umlaut(noun)), true),
                None => (format!("{noun}{ending}"), false),
            };
            let vowel = noun.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'é']);
            let numbers = match ending {
                _ if umlaut => 2,
                "s" if gender == 2 => 2,
                "s" if vowel => 0,
                "s" | "es" | "ses" | "ens" | "ns" => 1,
                "n" | "en" if gender == 1 => 0,
                // *im Jahre* is rare beside *die Jahre*.
                "n" | "en" | "nen" | "e" | "er" | "ern" | "se" | "sen" => 2,
                _ => 0,
            };
            add(&form, numbers);
        }
    }
    let mut automaton = Automaton::default();
    let total = forms.len();
    for (form, (genders, numbers)) in &forms {
        let only = |set: &BTreeSet<u8>| {
            if set.len() == 1 {
                set.first().copied().unwrap_or(0)
            } else {
                0
            }
        };
        let mut key = form.clone().into_bytes();
        key.push(tag(only(genders), only(numbers)));
        automaton.insert(&key);
    }
    let bytes = automaton.finish()?;
    let summary = format!("{count} nouns, {total} forms, {} bytes", bytes.len());
    Ok((bytes, summary))
}

/// The word with the umlaut of its last vowel that can have one: *Haus* gives *Häus*.
fn with_umlaut(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut at = lower.rfind(['a', 'o', 'u']);
    let diphthong = lower.rfind("au");
    if diphthong.is_some_and(|start| at == Some(start + 1)) {
        at = diphthong;
    }
    let Some(at) = at else { return word.to_string() };
    let (Some(before), Some(vowel), Some(after)) = (word.get(..at), word.get(at..=at), word.get(at + 1..)) else {
        return word.to_string();
    };
    let changed = match vowel {
        "a" => "ä",
        "o" => "ö",
        "u" => "ü",
        "A" => "Ä",
        "O" => "Ö",
        _ => "Ü",
    };
    format!("{before}{changed}{after}")
}

/// A minimal acyclic automaton, built from sorted keys.
#[derive(Default)]
struct Automaton {
    /// States on the path of the last key: their edges so far.
    path: Vec<Vec<(u8, u32)>>,
    last: Vec<u8>,
    /// Finished states by their edges.
    register: HashMap<Vec<(u8, u32)>, u32>,
    /// Edges of finished states, one after another; a state is the number of its first edge.
    edges: Vec<(u8, bool, u32)>,
}

impl Automaton {
    fn insert(&mut self, key: &[u8]) {
        let common = key.iter().zip(&self.last).take_while(|(a, b)| a == b).count();
        self.freeze(common);
        self.path.resize(key.len() + 1, Vec::new());
        self.last = key.to_vec();
    }

    /// Finishes the states below the given depth.
    fn freeze(&mut self, depth: usize) {
        while self.last.len() > depth {
            let state = self.path.pop().unwrap_or_default();
            let target = self.register(state);
            if let (Some(byte), Some(parent)) = (self.last.pop(), self.path.last_mut()) {
                parent.push((byte, target));
            }
        }
    }

    /// The number of a state with these edges; the final state has none and is 0.
    fn register(&mut self, state: Vec<(u8, u32)>) -> u32 {
        if state.is_empty() {
            return 0;
        }
        if self.edges.is_empty() {
            self.edges.push((0, true, 0)); // so that no state is 0
        }
        if let Some(known) = self.register.get(&state) {
            return *known;
        }
        let number = u32::try_from(self.edges.len()).unwrap_or(u32::MAX);
        let count = state.len();
        for (i, (byte, target)) in state.iter().enumerate() {
            self.edges.push((*byte, i + 1 == count, *target));
        }
        self.register.insert(state, number);
        number
    }

    /// Magic, the first state, then the edges: target << 9 | last of its state << 8 | byte. All u32, little endian.
    fn finish(mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        self.freeze(0);
        let root = self.path.pop().unwrap_or_default();
        let root = self.register(root);
        if self.edges.len() >= 1 << 23 {
            return Err("too many edges for 23 bits".into());
        }
        let mut bytes = Vec::from(*b"WLN1");
        bytes.extend_from_slice(&root.to_le_bytes());
        for (byte, last, target) in &self.edges {
            let edge = target << 9 | u32::from(*last) << 8 | u32::from(*byte);
            bytes.extend_from_slice(&edge.to_le_bytes());
        }
        Ok(bytes)
    }
}
