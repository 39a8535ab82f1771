//! A reading as the compiled index holds it: 23 bits, unpacked on demand.

use wortlaut_text::Gender;

use crate::{CaseSet, Category, Features, Mood, Number, Person, Tense, VerbForm};

/// One reading without its lemma. The layout is written by `wortlaut-datagen` (`features.rs` there).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Packed(pub(crate) u32);

impl Packed {
    const fn field(self, shift: u32, width: u32) -> u32 {
        self.0 >> shift & ((1 << width) - 1)
    }

    pub(crate) const fn category(self) -> Category {
        match self.field(0, 5) {
            0 => Category::Verb,
            1 => Category::Auxiliary,
            2 => Category::Modal,
            3 => Category::Noun,
            4 => Category::Name,
            5 => Category::Adjective,
            6 => Category::Adverb,
            7 => Category::Determiner,
            8 => Category::Pronoun,
            9 => Category::RelativePronoun,
            10 => Category::Interrogative,
            11 => Category::Preposition,
            12 => Category::Postposition,
            13 => Category::Coordination,
            14 => Category::Subordination,
            15 => Category::VerbParticle,
            16 => Category::InfinitiveMarker,
            17 => Category::Particle,
            18 => Category::Numeral,
            19 => Category::Interjection,
            _ => Category::Other,
        }
    }

    pub(crate) const fn is_verbal(self) -> bool {
        self.field(0, 5) <= 2
    }

    pub(crate) const fn verb_form(self) -> Option<VerbForm> {
        match self.field(5, 3) {
            1 => Some(VerbForm::Finite),
            2 => Some(VerbForm::Infinitive),
            3 => Some(VerbForm::ZuInfinitive),
            4 => Some(VerbForm::PresentParticiple),
            5 => Some(VerbForm::PastParticiple),
            _ => None,
        }
    }

    pub(crate) const fn mood(self) -> Option<Mood> {
        match self.field(8, 3) {
            1 => Some(Mood::Indicative),
            2 => Some(Mood::SubjunctiveI),
            3 => Some(Mood::SubjunctiveII),
            4 => Some(Mood::Imperative),
            _ => None,
        }
    }

    pub(crate) fn features(self) -> Features {
        Features {
            verb_form: self.verb_form(),
            mood: self.mood(),
            tense: match self.field(11, 2) {
                1 => Some(Tense::Present),
                2 => Some(Tense::Past),
                _ => None,
            },
            person: match self.field(13, 2) {
                1 => Some(Person::First),
                2 => Some(Person::Second),
                3 => Some(Person::Third),
                _ => None,
            },
            number: match self.field(15, 2) {
                1 => Some(Number::Singular),
                2 => Some(Number::Plural),
                _ => None,
            },
            gender: match self.field(17, 2) {
                1 => Some(Gender::Masculine),
                2 => Some(Gender::Feminine),
                3 => Some(Gender::Neuter),
                _ => None,
            },
            case: CaseSet::from_bits(self.field(19, 4) as u8),
        }
    }
}

/// What a form can be, in bits: bit n the category of number n, then what forms of a verb. The union of the facts of
/// its readings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts(pub(crate) u32);

impl Facts {
    /// Bits of the categories.
    pub(crate) const CATEGORIES: u32 = (1 << 21) - 1;
    /// The particle of a separable verb.
    pub(crate) const PARTICLE: u32 = 1 << Category::VerbParticle as u32;
    /// A finite form other than an imperative.
    pub(crate) const FINITE: u32 = 1 << 21;
    pub(crate) const IMPERATIVE: u32 = 1 << 22;
    pub(crate) const PRESENT_PARTICIPLE: u32 = 1 << 25;
    pub(crate) const PAST_PARTICIPLE: u32 = 1 << 26;
    /// What can be declined as an adjective.
    pub(crate) const DECLINABLE: u32 =
        1 << Category::Adjective as u32 | Facts::PRESENT_PARTICIPLE | Facts::PAST_PARTICIPLE;

    #[inline]
    pub(crate) const fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }
}

#[cfg(test)]
impl Packed {
    pub(crate) fn facts(self) -> Facts {
        let form = match self.verb_form() {
            Some(VerbForm::Finite) if self.mood() == Some(Mood::Imperative) => Facts::IMPERATIVE,
            Some(VerbForm::Finite) => Facts::FINITE,
            Some(VerbForm::Infinitive) => 1 << 23,
            Some(VerbForm::ZuInfinitive) => 1 << 24,
            Some(VerbForm::PresentParticiple) => Facts::PRESENT_PARTICIPLE,
            Some(VerbForm::PastParticiple) => Facts::PAST_PARTICIPLE,
            None => 0,
        };
        Facts(1 << self.category() as u32 | form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Case;

    #[test]
    fn layout_is_the_generator_s() {
        // finite, subjunctive II, past, third person, singular, of a verb; any case
        let reading = Packed(1 << 5 | 3 << 8 | 2 << 11 | 3 << 13 | 1 << 15 | 0b1111 << 19);
        let features = reading.features();
        assert_eq!(reading.category(), Category::Verb);
        assert_eq!(features.verb_form, Some(VerbForm::Finite));
        assert_eq!(features.mood, Some(Mood::SubjunctiveII));
        assert_eq!(features.tense, Some(Tense::Past));
        assert_eq!(features.person, Some(Person::Third));
        assert_eq!(features.number, Some(Number::Singular));
        assert_eq!(features.gender, None);
        assert_eq!(features.case, CaseSet::ANY);
        let das = Packed(7 | 1 << 15 | 3 << 17 | 0b1001 << 19);
        assert_eq!(das.category(), Category::Determiner);
        assert_eq!(das.features().gender, Some(Gender::Neuter));
        assert_eq!(das.features().case, CaseSet::of(&[Case::Nominative, Case::Accusative]));
    }
}
