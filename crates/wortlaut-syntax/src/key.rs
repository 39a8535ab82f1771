//! The little words the grammar asks for by name.

use wortlaut_tokenize::CalendarNoun;

use crate::agreement::Agreement;

/// The little words the grammar asks for by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Key {
    #[default]
    None,
    Der,
    Die,
    Das,
    Den,
    Dem,
    Des,
    Dessen,
    Deren,
    Denen,
    /// *dies*, before a noun only in old texts.
    Dies,
    /// *welcher*, *welche* …
    Welch,
    Zu,
    Sich,
    Dass,
    Ob,
    Als,
    Wie,
    So,
    Um,
    Ohne,
    /// *statt*, *anstatt*.
    Statt,
    Und,
    Oder,
    Aber,
    Was,
    Wer,
    Wo,
    Von,
    /// *van*, *de*, *bin* …: what may stand between the parts of a name.
    NameParticle,
    Es,
    /// *ich*, *er*, *wir*, *man*, *du*: nominative only.
    Nominative,
    /// *sie*
    Sie,
    /// *ihr*
    Ihr,
    Sein,
    Nicht,
    Mehr,
    /// *ein paar*
    Paar,
    Nach,
    Vor,
    Allem,
    /// *wenn*, *falls*, *sofern*
    Wenn,
    /// *über*, *unter*: before a number, *more than*, *less than*.
    About,
    Auch,
    Noch,
    /// *Montag*, *Januar*, *Jahr*, *Stunde* …: phrases with them are adverbials as a rule.
    Time,
    /// *Million*, *Milliarde*, *Dutzend*: what is counted stands after them.
    Million,
    /// *Zeit*, *Kraft*, *Ende*, *Anfang*, *Mitte*: prepositions when written small, nouns when not.
    NounPreposition,
}

impl Key {
    /// The length of the longest word with a key, in bytes.
    pub(crate) const LONGEST: usize = 11;

    /// The forms of *der, die, das* that can be an article, a demonstrative or a relative pronoun.
    pub(crate) const fn is_article_form(self) -> bool {
        matches!(self, Key::Der | Key::Die | Key::Das | Key::Den | Key::Dem)
    }

    pub(crate) const fn is_relative_form(self) -> bool {
        self.is_article_form() || matches!(self, Key::Dessen | Key::Deren | Key::Denen | Key::Welch)
    }

    /// The article forms' numbers, genders and cases.
    pub(crate) fn article(self) -> Option<Agreement> {
        use Agreement as A;
        Some(match self {
            Key::Der => {
                let nominative = A::MASCULINE.and(A::NOMINATIVE);
                let feminine = A::FEMININE.and(A::GENITIVE.or(A::DATIVE));
                nominative.or(feminine).or(A::PLURAL.and(A::GENITIVE))
            }
            Key::Die => A::FEMININE.or(A::PLURAL).and(A::NOMINATIVE.or(A::ACCUSATIVE)),
            Key::Das => A::NEUTER.and(A::NOMINATIVE.or(A::ACCUSATIVE)),
            Key::Den => A::MASCULINE.and(A::ACCUSATIVE).or(A::PLURAL.and(A::DATIVE)),
            Key::Dem => A::MASCULINE.or(A::NEUTER).and(A::DATIVE),
            Key::Des => A::MASCULINE.or(A::NEUTER).and(A::GENITIVE),
            _ => return None,
        })
    }

    /// The same forms as pronouns that stand alone.
    pub(crate) fn pronoun(self) -> Option<Agreement> {
        use Agreement as A;
        Some(match self {
            Key::Der => A::MASCULINE.and(A::NOMINATIVE).or(A::FEMININE.and(A::DATIVE)),
            Key::Den => A::MASCULINE.and(A::ACCUSATIVE),
            Key::Denen => A::PLURAL.and(A::DATIVE),
            Key::Dessen => A::MASCULINE.or(A::NEUTER).and(A::GENITIVE),
            Key::Deren => A::FEMININE.or(A::PLURAL).and(A::GENITIVE),
            _ => return self.article(),
        })
    }

    pub(crate) fn of(lower: &str) -> Self {
        match lower.len() {
            2 => match lower {
                "zu" => Key::Zu,
                "ob" => Key::Ob,
                "so" => Key::So,
                "um" => Key::Um,
                "wo" => Key::Wo,
                "es" => Key::Es,
                "er" | "du" => Key::Nominative,
                "de" | "da" | "di" | "al" | "el" | "le" | "la" => Key::NameParticle,
                _ => Key::None,
            },
            3 => match lower {
                "der" => Key::Der,
                "die" => Key::Die,
                "das" => Key::Das,
                "den" => Key::Den,
                "dem" => Key::Dem,
                "des" => Key::Des,
                "als" => Key::Als,
                "wie" => Key::Wie,
                "und" => Key::Und,
                "was" => Key::Was,
                "wer" => Key::Wer,
                "von" => Key::Von,
                "vor" => Key::Vor,
                "van" | "del" | "bin" | "ibn" | "dos" | "ben" => Key::NameParticle,
                "ich" | "wir" | "man" => Key::Nominative,
                "sie" => Key::Sie,
                "ihr" => Key::Ihr,
                _ => Key::None,
            },
            4 => match lower {
                "dass" => Key::Dass,
                "daß" => Key::Dass,
                "sich" => Key::Sich,
                "dies" => Key::Dies,
                "ohne" => Key::Ohne,
                "oder" => Key::Oder,
                "aber" => Key::Aber,
                "sein" => Key::Sein,
                "zeit" | "ende" => Key::NounPreposition,
                "auch" => Key::Auch,
                "mehr" => Key::Mehr,
                "paar" => Key::Paar,
                "nach" => Key::Nach,
                "wenn" => Key::Wenn,
                "noch" => Key::Noch,
                _ => Key::None,
            },
            5 => match lower {
                "deren" | "derer" => Key::Deren,
                "denen" => Key::Denen,
                "statt" => Key::Statt,
                "nicht" => Key::Nicht,
                "allem" => Key::Allem,
                "falls" => Key::Wenn,
                "unter" | "über" => Key::About,
                "kraft" | "mitte" => Key::NounPreposition,
                _ => Key::None,
            },
            6 => match lower {
                "dessen" => Key::Dessen,
                "welche" => Key::Welch,
                "sofern" => Key::Wenn,
                "anfang" => Key::NounPreposition,
                _ => Key::None,
            },
            7 => match lower {
                "welcher" | "welches" | "welchen" | "welchem" => Key::Welch,
                "anstatt" => Key::Statt,
                "million" | "dutzend" => Key::Million,
                _ => Key::None,
            },
            9 if matches!(lower, "millionen" | "milliarde") => Key::Million,
            10 if lower == "milliarden" => Key::Million,
            _ => Key::None,
        }
    }

    /// A noun of time, written with a capital.
    pub(crate) fn time(form: &str) -> bool {
        CalendarNoun::of(form).is_some()
            || matches!(
                form,
                "Jahr"
                    | "Jahre"
                    | "Jahren"
                    | "Monat"
                    | "Monate"
                    | "Monaten"
                    | "Woche"
                    | "Wochen"
                    | "Tag"
                    | "Tage"
                    | "Tagen"
                    | "Stunde"
                    | "Stunden"
                    | "Minute"
                    | "Minuten"
                    | "Sekunde"
                    | "Sekunden"
                    | "Uhr"
                    | "Mal"
                    | "Abend"
                    | "Morgen"
                    | "Mittag"
                    | "Vormittag"
                    | "Nachmittag"
            )
    }
}
