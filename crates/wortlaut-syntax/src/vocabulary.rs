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
            if known.hash == hash && self.letters_of(known) == form.as_bytes() {
                return known.word;
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

/// Multiply and rotate, eight bytes at a time.
fn hash(form: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = form.len() as u64;
    let mut mix = |word: u64| hash = (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let mut chunks = form.chunks_exact(8);
    for chunk in &mut chunks {
        mix(chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        mix(rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }
    hash ^ hash >> 29
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
