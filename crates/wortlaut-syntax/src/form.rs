//! What a finite form says of mood, person and number, alone and with its subject.

use wortlaut_lexicon::{Mood, Number, Person, Tense, VerbForm, WordAnalysis};

use crate::MoodRule;
use crate::sentence::Sentence;

/// What a finite form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FiniteForm {
    pub(crate) mood: Mood,
    /// Whether the form could be in another mood as well.
    pub(crate) ambiguous: bool,
    pub(crate) rule: MoodRule,
    pub(crate) person: Option<Person>,
    pub(crate) number: Option<Number>,
}

/// What the place of a finite form makes of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Call {
    /// It stands first and commands: *Sag es!*
    pub(crate) imperative: bool,
    /// It begins the sentence, and nothing there is its subject: *Habe gut gegessen.*
    pub(crate) diary: bool,
}

/// The mood, person and number of a finite form, with what its subject tells: `habe` is indicative after *ich* and
/// Konjunktiv after *er*.
pub(crate) fn finite_form(
    sentence: &Sentence,
    finite: usize,
    subject: Option<(Person, Option<Number>)>,
    call: Call,
) -> FiniteForm {
    let lemma = sentence.lemma(finite, VerbForm::Finite);
    let (mut all, mut fitting) = (Readings::default(), None::<Readings>);
    for reading in sentence
        .finite_readings(finite)
        .filter(|reading| same(reading.lemma, lemma))
    {
        all.add(reading);
        if fits(reading, subject) {
            fitting.get_or_insert_default().add(reading);
        }
    }
    let said = fitting.unwrap_or(all);
    let person = subject.map(|(person, _)| person);
    let not_ich = match person {
        Some(person) => person != Person::First,
        // Without a subject *habe* is Konjunktiv as that of *er habe*, but *Habe gut gegessen.* leaves out *ich*.
        None => !call.diary,
    };
    let mood = if call.imperative && said.imperative && person != Some(Person::First) {
        Mood::Imperative
    } else if not_ich && all.first && all.indicative && all.only_ich {
        // *dass Fleisch und Milch verderbe*: whatever its number, a third person makes no indicative of it.
        Mood::SubjunctiveI
    } else if said.indicative || !(said.first || said.second || said.imperative) {
        Mood::Indicative
    } else if said.first {
        Mood::SubjunctiveI
    } else if said.second {
        Mood::SubjunctiveII
    } else if person == Some(Person::First) {
        // *ich freu mich*
        Mood::Indicative
    } else {
        Mood::Imperative
    };
    let proved = not_ich && person.is_some() && mood == Mood::SubjunctiveI;
    let rule = if call.imperative && mood == Mood::Imperative {
        MoodRule::Command
    } else if all.moods() <= 1 {
        MoodRule::Form
    } else if said.moods() <= 1 || not_ich && mood == Mood::SubjunctiveI {
        MoodRule::Subject
    } else {
        MoodRule::Open
    };
    FiniteForm {
        rule,
        mood,
        ambiguous: said.moods() > 1 && !proved && mood != Mood::Imperative,
        person: said.persons.only(),
        number: said.numbers.only(),
    }
}

/// Whether the first verb among the readings is in a tense of the past: *kam*, but not *käme*, if both were one form.
pub(crate) fn is_past(readings: &[WordAnalysis<'_>]) -> bool {
    let mut said = Readings::default();
    let finite = |reading: &&WordAnalysis<'_>| reading.features.verb_form == Some(VerbForm::Finite);
    let lemma = readings.iter().find(finite).map_or("", |reading| reading.lemma);
    for reading in readings.iter().filter(finite).filter(|reading| reading.lemma == lemma) {
        said.add(reading);
    }
    let indicative = said.indicative || !(said.second || said.imperative);
    said.past && (!said.present || !said.first && indicative)
}

/// Lemmas come from one table, so that most equal ones are the same string.
fn same(a: &str, b: &str) -> bool {
    core::ptr::eq(a, b) || a == b
}

fn fits(reading: &WordAnalysis<'_>, subject: Option<(Person, Option<Number>)>) -> bool {
    subject.is_none_or(|(person, number)| {
        let features = &reading.features;
        features.person.is_none_or(|of| of == person)
            && number.is_none_or(|number| features.number.is_none_or(|of| of == number))
    })
}

/// What several readings say together.
#[derive(Clone, Copy, Debug)]
struct Readings {
    indicative: bool,
    first: bool,
    second: bool,
    imperative: bool,
    present: bool,
    past: bool,
    /// Every indicative is that of *ich*.
    only_ich: bool,
    persons: Seen<Person>,
    numbers: Seen<Number>,
}

impl Default for Readings {
    fn default() -> Self {
        Readings {
            indicative: false,
            first: false,
            second: false,
            imperative: false,
            present: false,
            past: false,
            only_ich: true,
            persons: Seen::Nothing,
            numbers: Seen::Nothing,
        }
    }
}

impl Readings {
    /// How many moods there are, commands aside.
    fn moods(&self) -> usize {
        usize::from(self.indicative) + usize::from(self.first) + usize::from(self.second)
    }

    fn add(&mut self, reading: &WordAnalysis<'_>) {
        let features = &reading.features;
        match features.mood.unwrap_or(Mood::Indicative) {
            Mood::Indicative => {
                self.indicative = true;
                self.only_ich &= features.person == Some(Person::First) && features.number == Some(Number::Singular);
            }
            Mood::SubjunctiveI => self.first = true,
            Mood::SubjunctiveII => self.second = true,
            Mood::Imperative => {
                self.imperative = true;
                return;
            }
        }
        self.persons.add(features.person);
        self.numbers.add(features.number);
        if features.tense == Some(Tense::Past) {
            self.past = true;
        } else {
            self.present = true;
        }
    }
}

/// Whether all values seen were one.
#[derive(Clone, Copy, Debug)]
enum Seen<T> {
    Nothing,
    One(T),
    Many,
}

impl<T: Copy + PartialEq> Seen<T> {
    fn add(&mut self, value: Option<T>) {
        *self = match (*self, value) {
            (_, None) => Seen::Many,
            (Seen::Nothing, Some(value)) => Seen::One(value),
            (Seen::One(old), Some(value)) if old == value => Seen::One(old),
            _ => Seen::Many,
        };
    }

    fn only(self) -> Option<T> {
        match self {
            Seen::One(value) => Some(value),
            _ => None,
        }
    }
}
