//! Reading a word: what the lexicon says of a form, gathered into sets that the rules ask.

use wortlaut_lexicon::{Category, Lexicon, Mood, Person, Role, RoleKind, VerbForm, WordAnalysis};

use crate::agreement::{Agreement, Ending};
use crate::cats::{CLOSED, Cats, VERBAL};
use crate::form::is_past;
use crate::guess::{guess, note_noun, particle_and_zu};
use crate::key::Key;
use crate::word::{Forms, Shape, VerbClass, Wants, Word};

/// The most readings a word may have; German has no form with half as many.
const MOST: usize = 64;

/// What tells by itself what a capitalised word agrees with, or is never a noun.
const NAMED: Cats = CLOSED.or(Cats::of(Category::Noun)).or(Cats::of(Category::Name));

/// Reads forms, with its buffer.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// A changed form: in lower case, in today's spelling.
    changed: String,
}

impl Reader {
    /// What a form can be. Its readings are put behind those already there.
    pub(crate) fn read(&mut self, lexicon: &Lexicon, form: &str, readings: &mut Vec<WordAnalysis<'static>>) -> Word {
        let mut word = Word {
            shape: shape(form),
            ..Word::MARK
        };
        word.key = self.key(form, word.shape);
        let from = readings.len();
        self.look_up(lexicon, form, &mut word, readings);
        readings.truncate(from + MOST);
        let own = readings.get_mut(from..).unwrap_or_default();
        put_likely_first(own, form.get(usize::from(word.particle)..).unwrap_or(form));
        word.first_reading = u32::try_from(from).unwrap_or(u32::MAX);
        word.reading_count = u8::try_from(own.len()).unwrap_or(0);
        let role = (word.shape == Shape::Capital).then(|| lexicon.role(form)).flatten();
        word.person = role.is_some_and(|role| !matches!(role.kind, RoleKind::Group | RoleKind::Institution));
        word.institution = role.is_some_and(|role| role.kind == RoleKind::Institution);
        endings(form, &mut word);
        gather(own, &mut word);
        if word.cats.is_empty() {
            unlisted(lexicon, form, role, &mut word);
        } else if word.shape == Shape::Capital && !word.cats.any(NAMED) {
            // *Zahlen*, *Kosten*: a noun beside the verb.
            note_noun(lexicon, form, &mut word);
        }
        word
    }

    fn key(&mut self, form: &str, shape: Shape) -> Key {
        if form.len() > Key::LONGEST {
            return Key::None;
        }
        if shape == Shape::Lower {
            return Key::of(form);
        }
        self.changed.clear();
        if form.is_ascii() {
            self.changed.push_str(form);
            self.changed.make_ascii_lowercase();
        } else {
            self.changed.extend(form.chars().flat_map(char::to_lowercase));
        }
        match Key::of(&self.changed) {
            Key::None if Key::time(form) => Key::Time,
            key => key,
        }
    }

    /// The readings of a form; where the lexicon has none, those of the word it is made with.
    fn look_up(&mut self, lexicon: &Lexicon, form: &str, word: &mut Word, readings: &mut Vec<WordAnalysis<'static>>) {
        let from = readings.len();
        readings.extend(lexicon.analyses(form));
        if readings.len() > from {
            return;
        }
        // A compound with a hyphen is what its last part is.
        if let Some((_, last)) = form.rsplit_once('-') {
            readings.extend(lexicon.analyses(last));
        }
        if readings.len() == from && form.contains('ß') {
            // *muß*, *läßt*: as it was written until 1996.
            self.changed.clear();
            for (at, part) in form.split('ß').enumerate() {
                if at > 0 {
                    self.changed.push_str("ss");
                }
                self.changed.push_str(part);
            }
            readings.extend(lexicon.analyses(&self.changed));
        }
        if readings.len() == from && word.shape == Shape::Lower {
            word.particle = separable(lexicon, form, readings);
        }
    }
}

fn shape(form: &str) -> Shape {
    let mut chars = form.chars();
    let first = chars.next().unwrap_or(' ');
    if first.is_lowercase() {
        Shape::Lower
    } else if !first.is_uppercase() {
        Shape::Other
    } else if chars.next().is_some_and(char::is_uppercase) && !form.chars().any(char::is_lowercase) {
        Shape::Upper
    } else {
        Shape::Capital
    }
}

fn endings(form: &str, word: &mut Word) {
    word.ends_er = form.ends_with("er");
    word.ends_e = form.ends_with('e');
    word.truncated = form.len() > 1 && form.ends_with(['-', '‑']);
    word.inflected =
        word.ends_e || word.ends_er || form.ends_with("en") || form.ends_with("es") || form.ends_with("em");
    word.ending = match form.get(form.len().saturating_sub(2)..).unwrap_or(form) {
        // *weniger Leute*, *lauter Lügen*
        _ if matches!(form, "weniger" | "lauter") => Ending::None,
        "em" => Ending::Em,
        "en" => Ending::En,
        "er" => Ending::Er,
        "es" => Ending::Es,
        _ if word.ends_e => Ending::E,
        _ => Ending::None,
    };
    word.genitive_name = form.ends_with(['s', '’', '\'', 'x', 'z', 'ß']);
}

/// Where several verbs share a form, the likelier one comes first.
fn put_likely_first(readings: &mut [WordAnalysis<'static>], form: &str) {
    let lemma = readings.first().map_or("", |reading| reading.lemma);
    if readings.iter().all(|reading| reading.lemma == lemma) {
        return;
    }
    readings.sort_by_key(|reading| {
        let rare_mood = reading.features.mood == Some(Mood::SubjunctiveII);
        // *gelten* is the infinitive rather than the past of *gelen*, *unterlagen* the past of *unterliegen* rather than
        // an infinitive.
        let plain = u8::from(is_regular(form, reading)) + u8::from(!reading.lemma.eq_ignore_ascii_case(form));
        (reading.rare, rare_mood, plain)
    });
}

/// Puts what all readings say together.
fn gather(readings: &[WordAnalysis<'static>], word: &mut Word) {
    let (mut imperative, mut other_finite) = (false, false);
    let (mut noun, mut determiner) = (Agreement::NONE, Agreement::NONE);
    let mut subjunctive = None;
    for reading in readings {
        word.cats.add(reading.category);
        let features = &reading.features;
        word.deverbal |= features.verb_form.is_some();
        if features.verb_form == Some(VerbForm::Finite) {
            let proves =
                features.person == Some(Person::First) || !matches!(features.mood, Some(Mood::Indicative) | None);
            subjunctive = Some(subjunctive.unwrap_or(true) && proves);
            word.second |= features.mood == Some(Mood::SubjunctiveII);
            if features.mood != Some(Mood::Imperative) {
                word.wants = word.wants.or(Wants::of(features.person, features.number));
            }
        }
        match reading.category {
            category if VERBAL.has(category) => {
                let form = match features.verb_form {
                    Some(VerbForm::Infinitive) => Forms::INFINITIVE,
                    Some(VerbForm::ZuInfinitive) => Forms::ZU_INFINITIVE,
                    Some(VerbForm::PresentParticiple) => Forms::PRESENT_PARTICIPLE,
                    Some(VerbForm::PastParticiple) => Forms::PAST_PARTICIPLE,
                    _ => {
                        imperative |= features.mood == Some(Mood::Imperative);
                        other_finite |= features.mood != Some(Mood::Imperative);
                        Forms::FINITE
                    }
                };
                word.forms = word.forms.or(form);
                let class = verb_class(reading);
                if class != VerbClass::Full {
                    word.class = class;
                }
            }
            Category::Adjective => match features.verb_form {
                None => word.pure_adjective = true,
                Some(VerbForm::PresentParticiple) => word.governs = true,
                Some(_) => {}
            },
            Category::Preposition => word.contracted |= features.number.is_some(),
            Category::Determiner => determiner = determiner.or(Agreement::of_reading(reading)),
            Category::Noun | Category::Name | Category::Pronoun | Category::Interrogative => {
                noun = noun.or(Agreement::of_reading(reading));
            }
            _ => {}
        }
    }
    word.subjunctive = subjunctive.unwrap_or(false);
    word.past = subjunctive.is_some() && is_past(readings);
    word.only_imperative = imperative && !other_finite;
    if word.only_imperative && !word.cats.is_only_verb() {
        // *mal*, *ein*, *lang* are no commands.
        word.forms = word.forms.without(Forms::FINITE);
    }
    agreements(word, noun, determiner);
}

/// What a form agrees with as a noun or pronoun, and as a determiner.
fn agreements(word: &mut Word, noun: Agreement, determiner: Agreement) {
    let determiner = word.key.article().unwrap_or(determiner);
    let mut noun = word.key.pronoun().unwrap_or(noun);
    match word.key {
        Key::Nominative => noun = noun.narrowed(Agreement::NOMINATIVE).and(Agreement::NOMINATIVE),
        Key::Wer => noun = Agreement::SINGULAR.and(Agreement::NOMINATIVE),
        Key::Sich => noun = Agreement::DATIVE.or(Agreement::ACCUSATIVE),
        _ => {}
    }
    let open = |agreement: Agreement| {
        if agreement.is_empty() {
            Agreement::ANY
        } else {
            agreement
        }
    };
    word.agreement = open(noun);
    word.determiner = open(determiner);
}

/// A form the lexicon does not have: a role, an infinitive with *zu* inside, or what its ending makes likely.
fn unlisted(lexicon: &Lexicon, form: &str, role: Option<Role>, word: &mut Word) {
    if let Some(role) = role {
        word.cats.add(Category::Noun);
        word.agreement = Agreement::of(role.number, role.gender);
        return;
    }
    word.unknown = true;
    match particle_and_zu(lexicon, form) {
        Some(particle) if word.shape == Shape::Lower => {
            word.particle = particle;
            word.cats.add(Category::Verb);
            word.forms = Forms::ZU_INFINITIVE;
        }
        _ => guess(lexicon, form, word),
    }
}

/// Reads an unlisted form of a separable verb by the verb after its particle: *wegmoderiert*, *auszurauben*. The
/// length of the particle in bytes, 0 if it is no such form.
fn separable(lexicon: &Lexicon, form: &str, readings: &mut Vec<WordAnalysis<'static>>) -> u8 {
    let from = readings.len();
    for length in (2..=7usize).rev() {
        let (Some(particle), Some(rest)) = (form.get(..length), form.get(length..)) else {
            continue;
        };
        let adjective = |reading: WordAnalysis<'static>| {
            reading.category == Category::Adjective && reading.features.verb_form.is_none()
        };
        if rest.len() < 4 || !lexicon.is_particle(particle) || lexicon.analyses(rest).any(adjective) {
            continue;
        }
        let (rest, marked) = match rest.strip_prefix("zu") {
            Some(infinitive) if infinitive.len() > 3 && infinitive.ends_with('n') => (infinitive, true),
            _ => (rest, false),
        };
        readings.extend(lexicon.analyses(rest).filter_map(|mut reading| {
            let verb = reading.category == Category::Verb;
            if marked {
                if reading.features.verb_form != Some(VerbForm::Infinitive) {
                    return None;
                }
                reading.features.verb_form = Some(VerbForm::ZuInfinitive);
            }
            (verb && reading.particle == 0 && reading.features.mood != Some(Mood::Imperative)).then_some(reading)
        }));
        if readings.len() > from {
            return u8::try_from(length).unwrap_or(0);
        }
    }
    0
}

/// Whether a form shows the stem of its infinitive. Where several verbs share a form, one that changes its stem is
/// meant: *weiß* is from *wissen* rather than *weißen*, *dachte* from *denken* rather than *dachen*.
pub(crate) fn is_regular(form: &str, reading: &WordAnalysis<'_>) -> bool {
    if !VERBAL.has(reading.category) {
        return true;
    }
    let particle = usize::from(reading.particle);
    let form = form.get(particle..).unwrap_or(form);
    let lemma = reading.lemma.get(particle..).unwrap_or(reading.lemma);
    let stem = lemma
        .strip_suffix("en")
        .or_else(|| lemma.strip_suffix('n'))
        .unwrap_or(lemma);
    form.starts_with(stem) || form.strip_prefix("ge").is_some_and(|rest| rest.starts_with(stem))
}

fn verb_class(reading: &WordAnalysis<'_>) -> VerbClass {
    match reading.lemma {
        "haben" => VerbClass::Haben,
        "sein" => VerbClass::Sein,
        "werden" => VerbClass::Werden,
        "lassen" => VerbClass::Lassen,
        "scheinen" | "brauchen" | "pflegen" | "drohen" => VerbClass::WithZu,
        _ if reading.category == Category::Modal => VerbClass::Modal,
        _ => VerbClass::Full,
    }
}
