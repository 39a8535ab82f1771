//! What an unlisted word can be, by its ending.

use wortlaut_lexicon::{Category, Lexicon};

use crate::agreement::Agreement;
use crate::word::{Forms, Shape, Word};

/// The length of the particle of an unlisted infinitive with *zu* inside: *auszubaldowern*.
pub(crate) fn particle_and_zu(lexicon: &Lexicon, form: &str) -> Option<u8> {
    (2..=7usize).find_map(|length| {
        let (particle, rest) = (form.get(..length)?, form.get(length..)?);
        let fits = rest.len() > 6 && rest.starts_with("zu") && rest.ends_with('n') && lexicon.is_particle(particle);
        fits.then(|| u8::try_from(length).unwrap_or(0))
    })
}

/// The infinitive an unlisted verb form is likely to come from.
pub(crate) fn guess_infinitive(form: &str, into: &mut String) {
    let stem = ["ten", "te", "t", "en", "n", "e"]
        .into_iter()
        .find_map(|ending| form.strip_suffix(ending))
        .unwrap_or(form);
    into.extend(stem.chars().flat_map(char::to_lowercase));
    into.push_str("en");
}

/// What an unlisted word can be, by its ending.
pub(crate) fn guess(lexicon: &Lexicon, form: &str, word: &mut Word) {
    match word.shape {
        Shape::Lower => {}
        Shape::Capital | Shape::Upper => {
            if let Some(agreement) = noun_by_ending(form) {
                word.cats.add(Category::Noun);
                word.agreement = agreement;
            } else {
                // A common noun tells number and gender; it may be a name all the same.
                word.cats.add(Category::Name);
                note_noun(lexicon, form, word);
            }
            return;
        }
        Shape::Other => {
            word.cats.add(if form.chars().any(char::is_alphabetic) {
                Category::Name
            } else {
                Category::Other
            });
            return;
        }
    }
    let stem = ["en", "er", "es", "em", "e"]
        .into_iter()
        .find_map(|ending| form.strip_suffix(ending))
        .unwrap_or(form);
    const ADJECTIVE: [&str; 14] = [
        "lich", "ig", "isch", "bar", "sam", "los", "haft", "mäßig", "voll", "frei", "end", "reich", "fähig", "jährig",
    ];
    if ADJECTIVE.iter().any(|ending| stem.ends_with(ending)) {
        word.cats.add(Category::Adjective);
        return;
    }
    if form.starts_with("un") {
        word.cats.add(Category::Adjective);
        return;
    }
    if form.ends_with("weise") || form.ends_with("wärts") || form.ends_with("maßen") {
        word.cats.add(Category::Adverb);
        return;
    }
    let participle = (stem.contains("ge") && (stem.ends_with('t') || form.ends_with("en"))) || stem.ends_with("iert");
    // *be-*, *ver-* … take no *ge-*: the participle and the present are one form.
    const PREFIX: [&str; 6] = ["be", "ver", "er", "ent", "zer", "miss"];
    let prefixed = form.len() > 5 && form.ends_with('t') && PREFIX.iter().any(|prefix| form.starts_with(prefix));
    if prefixed {
        word.cats.add(Category::Verb);
        word.forms = Forms::PAST_PARTICIPLE.or(Forms::FINITE);
    } else if participle && !form.ends_with("te") {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        if !word.inflected || form.ends_with("en") {
            word.forms = Forms::PAST_PARTICIPLE;
        }
        if form.ends_with("iert") {
            word.forms = word.forms.or(Forms::FINITE);
        }
    } else if form.ends_with("te") || form.ends_with("ten") || form.ends_with('t') {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        word.forms = Forms::FINITE;
    } else if form.ends_with("en") || form.ends_with("eln") || form.ends_with("ern") {
        word.cats.add(Category::Verb);
        word.cats.add(Category::Adjective);
        word.forms = Forms::INFINITIVE.or(Forms::FINITE);
    } else {
        word.cats.add(Category::Adjective);
        word.cats.add(Category::Adverb);
    }
}

/// Takes number and gender of a common noun. One that is declined like an adjective (*Beauftragte*) tells neither.
pub(crate) fn note_noun(lexicon: &Lexicon, form: &str, word: &mut Word) {
    let Some(noun) = lexicon.noun(form) else { return };
    word.common = true;
    let head = form.get(noun.head..).unwrap_or(form);
    let declined = form.ends_with(['e', 'n', 'r'])
        && lexicon
            .lookup(head)
            .is_some_and(|entry| entry.categories().contains(Category::Adjective));
    if !declined {
        word.agreement = Agreement::of(noun.number, noun.gender);
    }
}

/// The endings that make nouns of a known gender: *-ung*, *-heit*, *-chen*.
fn noun_by_ending(form: &str) -> Option<Agreement> {
    use Agreement as A;
    const FEMININE: [&str; 7] = ["ung", "heit", "keit", "schaft", "tion", "sion", "tät"];
    if form.len() < 7 {
        return None;
    }
    if FEMININE.iter().any(|ending| form.ends_with(ending)) {
        return Some(A::FEMININE);
    }
    let stem = form.strip_suffix("en").unwrap_or("");
    if FEMININE.iter().any(|ending| stem.ends_with(ending)) || form.ends_with("innen") {
        return Some(A::PLURAL);
    }
    form.ends_with("chen").then_some(A::NEUTER.or(A::PLURAL))
}
