//! Number, gender and case together.

use wortlaut_lexicon::{Case, CaseSet, Number, WordAnalysis};
use wortlaut_text::Gender;

/// Number, gender and case of a form as a set of possible combinations: 4 cases × (masculine, feminine, neuter, plural).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Agreement(u16);

impl Default for Agreement {
    fn default() -> Self {
        Agreement::ANY
    }
}

/// The ending of an adjective before its noun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    /// None, or it tells nothing.
    #[default]
    None,
    E,
    Em,
    En,
    Er,
    Es,
}

impl Ending {
    /// What the strong declension says, without an article: *neuer Streit*, *neuen Streits*.
    pub(crate) const fn strong(self) -> Agreement {
        use Agreement as A;
        let neuter_or_masculine = A::MASCULINE.or(A::NEUTER);
        let open = A::NOMINATIVE.or(A::ACCUSATIVE);
        match self {
            Ending::None => A::ANY,
            Ending::E => A::FEMININE.or(A::PLURAL).and(open),
            Ending::Em => neuter_or_masculine.and(A::DATIVE),
            Ending::En => A::MASCULINE
                .and(A::ACCUSATIVE)
                .or(neuter_or_masculine.and(A::GENITIVE))
                .or(A::PLURAL.and(A::DATIVE)),
            Ending::Er => A::MASCULINE
                .and(A::NOMINATIVE)
                .or(A::FEMININE.and(A::GENITIVE.or(A::DATIVE)))
                .or(A::PLURAL.and(A::GENITIVE)),
            Ending::Es => A::NEUTER.and(open),
        }
    }

    /// What the weak and the mixed declension say together: *die neue Halle*, *ein neuer Streit*, *viele neue Hallen*.
    pub(crate) const fn weak(self) -> Agreement {
        use Agreement as A;
        let open = A::NOMINATIVE.or(A::ACCUSATIVE);
        match self {
            Ending::None | Ending::Em => A::ANY,
            Ending::E => {
                let accusative = A::FEMININE.or(A::NEUTER).and(A::ACCUSATIVE);
                A::SINGULAR.and(A::NOMINATIVE).or(accusative).or(A::PLURAL.and(open))
            }
            Ending::En => A::PLURAL
                .or(A::GENITIVE)
                .or(A::DATIVE)
                .or(A::MASCULINE.and(A::ACCUSATIVE)),
            Ending::Er => A::MASCULINE.and(A::NOMINATIVE).or(A::PLURAL.and(A::GENITIVE)),
            Ending::Es => A::NEUTER.and(open),
        }
    }
}

impl Agreement {
    pub(crate) const ANY: Agreement = Agreement(0xffff);
    pub(crate) const NONE: Agreement = Agreement(0);
    pub(crate) const SINGULAR: Agreement = Agreement(0x7777);
    pub(crate) const PLURAL: Agreement = Agreement(0x8888);
    pub(crate) const MASCULINE: Agreement = Agreement(0x1111);
    pub(crate) const FEMININE: Agreement = Agreement(0x2222);
    pub(crate) const NEUTER: Agreement = Agreement(0x4444);
    pub(crate) const NOMINATIVE: Agreement = Agreement(0x000f);
    pub(crate) const GENITIVE: Agreement = Agreement(0x00f0);
    pub(crate) const DATIVE: Agreement = Agreement(0x0f00);
    pub(crate) const ACCUSATIVE: Agreement = Agreement(0xf000);

    pub(crate) const fn and(self, other: Agreement) -> Self {
        Agreement(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Agreement) -> Self {
        Agreement(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Agreement) -> Self {
        Agreement(self.0 & !other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn meets(self, other: Agreement) -> bool {
        self.0 & other.0 != 0
    }

    /// The combinations in both, or `self` where the two contradict each other.
    pub(crate) const fn narrowed(self, by: Agreement) -> Self {
        let both = self.and(by);
        if both.is_empty() { self } else { both }
    }

    pub(crate) fn cases(set: CaseSet) -> Self {
        let mut of = Agreement::NONE;
        for (case, agreement) in [
            (Case::Nominative, Agreement::NOMINATIVE),
            (Case::Genitive, Agreement::GENITIVE),
            (Case::Dative, Agreement::DATIVE),
            (Case::Accusative, Agreement::ACCUSATIVE),
        ] {
            if set.contains(case) {
                of = of.or(agreement);
            }
        }
        of
    }

    /// Genitive and nothing else.
    pub(crate) const fn is_genitive(self) -> bool {
        self.meets(Agreement::GENITIVE) && !self.meets(Agreement(0xff0f))
    }

    /// Feminine singular and nothing else.
    pub(crate) const fn is_feminine(self) -> bool {
        self.meets(Agreement::FEMININE) && !self.meets(Agreement(!0x2222))
    }

    /// Nominative and nothing else.
    pub(crate) const fn is_nominative(self) -> bool {
        self.meets(Agreement::NOMINATIVE) && !self.meets(Agreement(0xfff0))
    }

    pub(crate) fn case_set(self) -> CaseSet {
        let mut set = CaseSet::NONE;
        for (case, agreement) in [
            (Case::Nominative, Agreement::NOMINATIVE),
            (Case::Genitive, Agreement::GENITIVE),
            (Case::Dative, Agreement::DATIVE),
            (Case::Accusative, Agreement::ACCUSATIVE),
        ] {
            if self.meets(agreement) {
                set = set.or(CaseSet::of(&[case]));
            }
        }
        set
    }

    pub(crate) fn number(self) -> Option<Number> {
        match (self.meets(Agreement::SINGULAR), self.meets(Agreement::PLURAL)) {
            (true, false) => Some(Number::Singular),
            (false, true) => Some(Number::Plural),
            _ => None,
        }
    }

    pub(crate) fn gender(self) -> Option<Gender> {
        if self.meets(Agreement::PLURAL) {
            return None;
        }
        match (
            self.meets(Agreement::MASCULINE),
            self.meets(Agreement::FEMININE),
            self.meets(Agreement::NEUTER),
        ) {
            (true, false, false) => Some(Gender::Masculine),
            (false, true, false) => Some(Gender::Feminine),
            (false, false, true) => Some(Gender::Neuter),
            _ => None,
        }
    }

    pub(crate) fn of_reading(reading: &WordAnalysis<'_>) -> Self {
        let features = reading.features;
        Agreement::of(features.number, features.gender).and(Agreement::cases(features.case))
    }

    pub(crate) fn of(number: Option<Number>, gender: Option<Gender>) -> Self {
        match (number, gender) {
            (Some(Number::Plural), _) => Agreement::PLURAL,
            (number, Some(gender)) => {
                let column = match gender {
                    Gender::Masculine => Agreement::MASCULINE,
                    Gender::Feminine => Agreement::FEMININE,
                    Gender::Neuter => Agreement::NEUTER,
                };
                if number.is_none() {
                    column.or(Agreement::PLURAL)
                } else {
                    column
                }
            }
            (Some(Number::Singular), None) => Agreement::SINGULAR,
            (None, None) => Agreement::ANY,
        }
    }
}
