//! The packed form of a reading, as `wortlaut-lexicon` reads it (its `packed.rs` holds the other half of this
//! contract, and a test there the values).

/// Categories, numbered in the order of `wortlaut_lexicon::Category`.
pub(crate) const CATEGORIES: [&str; 21] = [
    "VERB", "AUX", "MODAL", "NOUN", "NAME", "ADJ", "ADV", "DET", "PRON", "REL", "INT", "PREP", "POST", "COORD", "SUB",
    "VPART", "INFM", "PART", "NUM", "INTJ", "OTHER",
];

/// One reading without its lemma.
///
/// Bits from the lowest: category 5, verb form 3, mood 3, tense 2, person 2, number 2, gender 2, cases 4. A feature
/// that is not told is 0, its values count from 1; no case told is 0b1111, any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Packed(pub(crate) u32);

impl Packed {
    /// A reading of a category with nothing told.
    pub(crate) fn category(name: &str) -> Option<Packed> {
        let at = CATEGORIES.iter().position(|c| *c == name)?;
        Some(Packed(u32::try_from(at).ok()? | 0b1111 << 19))
    }

    /// What the reading says in bits that can be joined: bit n the category of number n, then 21 a finite form other
    /// than an imperative, 22 an imperative, 23 an infinitive, 24 one with *zu*, 25 a present, 26 a past participle.
    pub(crate) fn facts(self) -> u32 {
        let form = match (self.0 >> 5 & 7, self.0 >> 8 & 7) {
            (0, _) => 0,
            (1, 4) => 1 << 22,
            (1, _) => 1 << 21,
            (form, _) => 1 << (21 + form),
        };
        1 << (self.0 & 0b1_1111) | form
    }

    /// Whether it is a finite form other than an imperative.
    pub(crate) fn is_finite(self) -> bool {
        self.facts() >> 21 & 1 != 0
    }

    /// Whether it is an infinitive.
    pub(crate) fn is_infinitive(self) -> bool {
        self.facts() >> 23 & 1 != 0
    }

    /// Whether it is a participle.
    pub(crate) fn is_participle(self) -> bool {
        self.facts() >> 25 & 3 != 0
    }

    /// Whether endings of adjectives can follow.
    pub(crate) fn can_decline(self) -> bool {
        self.is_participle() || self.0 & 0b1_1111 == 5
    }

    /// Whether it is a past participle.
    pub(crate) fn is_past_participle(self) -> bool {
        self.facts() >> 26 & 1 != 0
    }

    /// Whether it is Konjunktiv II.
    pub(crate) fn is_subjunctive_ii(self) -> bool {
        self.0 >> 8 & 7 == 3
    }

    /// Whether it is a reading of a verb, auxiliary or modal.
    pub(crate) fn is_verbal(self) -> bool {
        self.0 & 0b1_1111 <= 2
    }

    fn set(self, shift: u32, width: u32, value: u32) -> Packed {
        let mask = ((1 << width) - 1) << shift;
        Packed(self.0 & !mask | value << shift)
    }

    /// 1 finite, 2 infinitive, 3 zu-infinitive, 4 present participle, 5 past participle.
    pub(crate) fn verb_form(self, value: u32) -> Packed {
        self.set(5, 3, value)
    }

    /// 1 indicative, 2 subjunctive I, 3 subjunctive II, 4 imperative.
    pub(crate) fn mood(self, value: u32) -> Packed {
        self.set(8, 3, value)
    }

    /// 1 present, 2 past.
    pub(crate) fn tense(self, value: u32) -> Packed {
        self.set(11, 2, value)
    }

    /// 1, 2, 3.
    pub(crate) fn person(self, value: u32) -> Packed {
        self.set(13, 2, value)
    }

    /// 1 singular, 2 plural.
    pub(crate) fn number(self, value: u32) -> Packed {
        self.set(15, 2, value)
    }

    /// 1 masculine, 2 feminine, 3 neuter.
    pub(crate) fn gender(self, value: u32) -> Packed {
        self.set(17, 2, value)
    }

    /// Bit 0 nominative, 1 genitive, 2 dative, 3 accusative.
    pub(crate) fn cases(self, set: u32) -> Packed {
        self.set(19, 4, set)
    }

    /// The same with the features of a code such as `3.sg.f.NA` or `ind.past.3.pl`; `*` tells nothing.
    pub(crate) fn with_code(self, code: &str) -> Option<Packed> {
        let mut packed = self;
        for part in code.split('.').filter(|p| !p.is_empty() && *p != "*") {
            packed = match part {
                "1" => packed.person(1),
                "2" => packed.person(2),
                "3" => packed.person(3),
                "sg" => packed.number(1),
                "pl" => packed.number(2),
                "m" => packed.gender(1),
                "f" => packed.gender(2),
                "n" => packed.gender(3),
                "ind" => packed.verb_form(1).mood(1),
                "k1" => packed.verb_form(1).mood(2),
                "k2" => packed.verb_form(1).mood(3),
                "imp" => packed.verb_form(1).mood(4),
                "pres" => packed.tense(1),
                "past" => packed.tense(2),
                "inf" => packed.verb_form(2),
                "pp" => packed.verb_form(5),
                cases if cases.chars().all(|c| "NGDA".contains(c)) => {
                    packed.cases(cases.chars().fold(0, |set, c| set | 1 << "NGDA".find(c).unwrap_or(0)))
                }
                _ => return None,
            };
        }
        Some(packed)
    }
}
