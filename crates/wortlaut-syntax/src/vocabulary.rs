//! The words read so far: each form is looked up and gathered once.
//!
//! Half of the words of an article come again in it, and nine of ten stood in the articles before. What a form can be
//! depends on the form alone, so keeping it changes nothing but the time.

use wortlaut_lexicon::{Lexicon, WordAnalysis};

use crate::reading::Reader;
use crate::word::Word;

/// How many forms are kept, then all are forgotten: some megabytes.
const FORMS: usize = 1 << 15;
/// How many readings are kept.
const READINGS: usize = 1 << 18;
/// Longer forms, in bytes, are read each time they come. They are rare, and could be as long as the text.
const LONGEST: usize = 64;
/// Two slots for each form, a power of two.
const SLOTS: usize = 2 * FORMS;

/// An open-addressing table of forms. A hash map of the standard library takes twice the time: its hash is safe against
/// chosen keys, which the bound on the forms makes harmless here.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// Position of a form plus one, 0 for none.
    slots: Vec<u32>,
    forms: Vec<Form>,
    /// The letters of all forms.
    letters: String,
    readings: Vec<WordAnalysis<'static>>,
    reader: Reader,
}

#[derive(Clone, Copy, Debug)]
struct Form {
    hash: u64,
    start: u32,
    length: u32,
    word: Word,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Vocabulary {
            slots: vec![0; SLOTS],
            forms: Vec::new(),
            letters: String::new(),
            readings: Vec::new(),
            reader: Reader::default(),
        }
    }
}

impl Vocabulary {
    /// Forgets everything when it has become too much. The words given so far lose their readings.
    pub(crate) fn trim(&mut self) {
        if self.forms.len() > FORMS - FORMS / 4 || self.readings.len() > READINGS {
            self.slots.fill(0);
            self.forms.clear();
            self.letters.clear();
            self.readings.clear();
        }
    }

    /// What a form can be.
    pub(crate) fn word(&mut self, lexicon: &Lexicon, form: &str) -> Word {
        if form.len() > LONGEST {
            return self.reader.read(lexicon, form, &mut self.readings);
        }
        let hash = hash(form.as_bytes());
        let mut slot = (hash >> 32) as usize % SLOTS;
        loop {
            let at = self.slots.get(slot).copied().unwrap_or(0) as usize;
            let Some(known) = at.checked_sub(1).and_then(|at| self.forms.get(at)) else {
                break;
            };
            if known.hash == hash && known.length as usize == form.len() {
                // The hash of a short form and its length are the form.
                if form.len() <= SHORT || self.letters_of(known) == form.as_bytes() {
                    return known.word;
                }
            }
            slot = (slot + 1) % SLOTS;
        }
        let word = self.reader.read(lexicon, form, &mut self.readings);
        // A sentence may have more forms than are kept.
        if self.forms.len() < FORMS {
            self.forms.push(Form {
                hash,
                start: u32::try_from(self.letters.len()).unwrap_or(u32::MAX),
                length: u32::try_from(form.len()).unwrap_or(u32::MAX),
                word,
            });
            self.letters.push_str(form);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = u32::try_from(self.forms.len()).unwrap_or(0);
            }
        }
        word
    }

    fn letters_of(&self, form: &Form) -> &[u8] {
        let start = form.start as usize;
        self.letters
            .as_bytes()
            .get(start..start + form.length as usize)
            .unwrap_or_default()
    }

    /// All readings of a word.
    pub(crate) fn readings_of(&self, word: &Word) -> &[WordAnalysis<'static>] {
        let start = word.first_reading as usize;
        self.readings
            .get(start..start + usize::from(word.reading_count))
            .unwrap_or(&[])
    }
}

/// Forms up to this length, in bytes, are told apart by their hash.
const SHORT: usize = 8;

/// Multiply and rotate, eight bytes at a time. Each step can be undone, so that short forms of one length have a hash each.
fn hash(form: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let start = form.len() as u64;
    let hash = match (form.first_chunk::<8>(), form.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            let middle = form.get(8..form.len() - form.len() % 8).unwrap_or_default();
            let hash = mix(start, u64::from_le_bytes(*first));
            let hash = (middle.chunks_exact(8)).fold(hash, |hash, chunk| {
                mix(hash, chunk.try_into().map_or(0, u64::from_le_bytes))
            });
            // The last eight bytes overlap the ones before.
            if form.len() > SHORT {
                mix(hash, u64::from_le_bytes(*last))
            } else {
                hash
            }
        }
        _ => mix(start, short(form)),
    };
    hash ^ hash >> 29
}

/// Up to seven bytes as one number.
fn short(form: &[u8]) -> u64 {
    match (form.first_chunk::<4>(), form.last_chunk::<4>()) {
        (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32,
        _ => form.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_once_and_the_same_every_time() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::german();
        for form in ["Weber", "sagte", "sei", "Straßenbahnfahrerin", ""] {
            let first = vocabulary.word(lexicon, form);
            let count = vocabulary.readings.len();
            assert_eq!(
                vocabulary.word(lexicon, form).first_reading,
                first.first_reading,
                "{form}"
            );
            assert_eq!(vocabulary.readings.len(), count, "{form}");
        }
    }

    #[test]
    fn forms_of_one_length_up_to_eight_bytes_have_a_hash_each() {
        for length in 1..=SHORT {
            let forms = (0..length).flat_map(|at| (b'a'..=b'z').map(move |letter| (at, letter)));
            let mut hashes: Vec<u64> = forms
                .filter(|&(_, letter)| letter != b'x')
                .map(|(at, letter)| {
                    let mut form = vec![b'x'; length];
                    form[at] = letter;
                    hash(&form)
                })
                .collect();
            let count = hashes.len();
            hashes.sort_unstable();
            hashes.dedup();
            assert_eq!(hashes.len(), count, "{length}");
        }
    }

    #[test]
    fn it_does_not_grow_without_bound() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::german();
        for n in 0..FORMS + 10 {
            vocabulary.word(lexicon, &format!("Xy{n}"));
        }
        assert_eq!(vocabulary.forms.len(), FORMS);
        vocabulary.word(lexicon, &"ja".repeat(LONGEST));
        assert_eq!(vocabulary.forms.len(), FORMS);
        vocabulary.trim();
        assert_eq!(vocabulary.forms.len(), 0);
        let word = vocabulary.word(lexicon, "sei");
        assert!(
            vocabulary
                .readings_of(&word)
                .iter()
                .all(|reading| reading.lemma == "sein")
        );
    }
}
