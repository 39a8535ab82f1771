//! Guesses for verb forms whose verb the lexicon does not know.
//!
//! Only the regular paradigm is guessed, and only from endings that say something: *-te*, *ge-…-t*, *-iert*. A guess is
//! no reading; callers that use it give it a lower confidence.

use crate::{Mood, Number, Person, Tense, VerbForm};

/// A guessed reading of a form as one of a regular verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbGuess<'f> {
    /// What the infinitive has before its ending *-en*: *zoom* for *zoomte*.
    pub stem: &'f str,
    /// Finite or not.
    pub verb_form: VerbForm,
    /// Mood of a finite form. Past forms of regular verbs are also Konjunktiv II.
    pub mood: Option<Mood>,
    /// Tense of a finite form.
    pub tense: Option<Tense>,
    /// Person, where the ending tells one.
    pub person: Option<Person>,
    /// Number, where the ending tells.
    pub number: Option<Number>,
}

/// The guesses for a form, empty for most words.
pub(crate) fn guess(form: &str) -> impl Iterator<Item = VerbGuess<'_>> {
    [participle(form), past(form), latinate(form)].into_iter().flatten()
}

/// A stem must have a vowel and some length.
fn plausible(stem: &str) -> bool {
    stem.len() >= 3
        && stem.chars().all(char::is_lowercase)
        && stem.contains(['a', 'e', 'i', 'o', 'u', 'ä', 'ö', 'ü', 'y'])
}

/// *gezoomt*
fn participle(form: &str) -> Option<VerbGuess<'_>> {
    let stem = form.strip_prefix("ge")?.strip_suffix('t')?;
    let stem = stem
        .strip_suffix('e')
        .filter(|s| s.ends_with(['t', 'd']))
        .unwrap_or(stem);
    plausible(stem).then_some(VerbGuess {
        stem,
        verb_form: VerbForm::PastParticiple,
        mood: None,
        tense: None,
        person: None,
        number: None,
    })
}

/// *zoomte*, *zoomten*, *schreddertest* is left alone.
fn past(form: &str) -> Option<VerbGuess<'_>> {
    let (stem, number) = match form.strip_suffix("te") {
        Some(stem) => (stem, Number::Singular),
        None => (form.strip_suffix("ten")?, Number::Plural),
    };
    let stem = stem
        .strip_suffix('e')
        .filter(|s| s.ends_with(['t', 'd']))
        .unwrap_or(stem);
    plausible(stem).then_some(VerbGuess {
        stem,
        verb_form: VerbForm::Finite,
        mood: Some(Mood::Indicative),
        tense: Some(Tense::Past),
        person: None,
        number: Some(number),
    })
}

/// *tokenisiert*: third person or participle; the participle is guessed.
fn latinate(form: &str) -> Option<VerbGuess<'_>> {
    let stem = form.strip_suffix('t').filter(|s| s.ends_with("ier"))?;
    (plausible(stem) && stem.len() > 5).then_some(VerbGuess {
        stem,
        verb_form: VerbForm::PastParticiple,
        mood: None,
        tense: None,
        person: None,
        number: None,
    })
}
