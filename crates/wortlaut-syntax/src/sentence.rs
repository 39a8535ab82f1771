//! The words of one sentence.

use wortlaut_lexicon::{Category, Lexicon, VerbForm, WordAnalysis};
use wortlaut_tokenize::TokenKind;

use crate::vocabulary::Vocabulary;
use crate::word::Word;

#[cfg(test)]
thread_local! {
    /// How often a word was looked at: what the rules cost, told without a clock.
    pub(crate) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// What stands beyond the ends of a sentence: a mark that is no word.
pub(crate) static BEYOND: Word = Word::MARK;

/// The words of one sentence. The buffers are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<Word>,
    vocabulary: Vocabulary,
}

impl Sentence {
    /// Makes room for the next sentence.
    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.vocabulary.trim();
    }

    /// Reads a token.
    pub(crate) fn push(&mut self, lexicon: &Lexicon, form: &str, kind: TokenKind, initial: bool) {
        let mut word = if kind.is_wordlike() {
            self.vocabulary.word(lexicon, form)
        } else {
            Word {
                mark: form.chars().next().unwrap_or(' '),
                ..Word::MARK
            }
        };
        word.kind = kind;
        word.initial = initial;
        if matches!(kind, TokenKind::Handle | TokenKind::Hashtag) {
            word.cat = Category::Name;
            word.cats.add(Category::Name);
        }
        word.imperative_mark = kind == TokenKind::SentenceEnd && word.mark == '!';
        self.words.push(word);
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place; beyond the end, a mark that is no word.
    #[inline]
    pub(crate) fn at(&self, place: usize) -> &Word {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.words.get(place).unwrap_or(&BEYOND)
    }

    /// The word before a place.
    #[inline]
    pub(crate) fn before(&self, place: usize) -> &Word {
        self.at(place.wrapping_sub(1))
    }

    pub(crate) fn decide(&mut self, place: usize, category: Category) {
        if let Some(word) = self.words.get_mut(place) {
            word.decide(category);
        }
    }

    pub(crate) fn readings_of(&self, place: usize) -> &[WordAnalysis<'static>] {
        self.vocabulary.readings_of(self.at(place))
    }

    /// The finite readings of a word.
    pub(crate) fn finite_readings(&self, place: usize) -> impl Iterator<Item = &WordAnalysis<'static>> {
        self.readings_of(place)
            .iter()
            .filter(|reading| reading.features.verb_form == Some(VerbForm::Finite))
    }

    /// The infinitive of a verb form.
    pub(crate) fn lemma(&self, place: usize, form: VerbForm) -> &'static str {
        let readings = self.readings_of(place);
        readings
            .iter()
            .find(|reading| reading.features.verb_form == Some(form))
            .or_else(|| readings.iter().find(|reading| reading.features.verb_form.is_some()))
            .map_or("", |reading| reading.lemma)
    }

    /// Whether every finite reading is subjunctive.
    pub(crate) fn is_subjunctive(&self, place: usize) -> bool {
        self.at(place).subjunctive
    }
}
