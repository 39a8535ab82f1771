//! The compiled lexicon.

use crate::analyses::Analyses;
use crate::buffer::WordBuffer;
use crate::entry::Entry;
use crate::guess::{self, VerbGuess};
use crate::index;
use crate::noun::{self, NounReading};
use crate::packed::Facts;
use crate::role::{self, Role, RoleKind};

/// The perfect auxiliary of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerfectAuxiliary {
    /// *hat gesagt*
    Haben,
    /// *ist gekommen*
    Sein,
    /// Both are in use: *hat / ist gefahren*.
    Both,
}

/// The German lexicon.
///
/// There is one, built in; it is read in place, so it costs nothing to get.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The built-in German lexicon.
    #[must_use]
    pub fn german() -> &'static Lexicon {
        static GERMAN: Lexicon = Lexicon {};
        &GERMAN
    }

    /// What the lexicon knows of a form, if it knows it: the one look-up behind all that is asked of verbs, adjectives
    /// and closed classes. The first letter's case is tried as written, then lowered.
    ///
    /// The entry answers yes-or-no questions at once and unpacks readings only as they are iterated.
    ///
    /// ```
    /// use wortlaut_lexicon::{Category, Lexicon};
    ///
    /// let lexicon = Lexicon::german();
    /// let entry = lexicon.lookup("Sagte").ok_or("unknown")?;
    /// assert!(entry.is_finite() && entry.categories().contains(Category::Verb));
    /// assert_eq!(lexicon.lookup("Grokkstein"), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup(&self, form: &str) -> Option<Entry> {
        Entry::of(form)
    }

    /// All readings of a form. The first letter's case is tried as written, then lowered.
    ///
    /// Verbs, closed classes, adverbs, adjectives and the nouns that are roles; for other nouns see [`Lexicon::noun`]. A form that is ambiguous has a
    /// reading for each possibility: *sagte* is past indicative and Konjunktiv II, first and third person. The tense of
    /// a Konjunktiv I form is `Present`, of a Konjunktiv II form `Past`, whatever it means in its sentence.
    ///
    /// A declined participle (*angekündigte*) is an adjective whose lemma is the verb and whose `verb_form` tells which
    /// participle.
    ///
    /// ```
    /// use wortlaut_lexicon::{Lexicon, Mood};
    ///
    /// let lexicon = Lexicon::german();
    /// let moods: Vec<_> = lexicon.analyses("sei").filter_map(|a| a.features.mood).collect();
    /// assert!(moods.contains(&Mood::SubjunctiveI) && !moods.contains(&Mood::Indicative));
    /// assert!(lexicon.analyses("anzukündigen").any(|a| a.lemma == "ankündigen" && a.particle == 2));
    /// ```
    pub fn analyses(&self, form: &str) -> Analyses {
        Analyses::of(self.lookup(form))
    }

    /// The separable verb made of a particle and the infinitive it belongs to, if the lexicon has it.
    ///
    /// ```
    /// use wortlaut_lexicon::Lexicon;
    ///
    /// assert_eq!(Lexicon::german().separable("an", "kündigen"), Some("ankündigen"));
    /// assert_eq!(Lexicon::german().separable("nicht", "sagen"), None);
    /// ```
    #[must_use]
    pub fn separable(&self, particle: &str, infinitive: &str) -> Option<&'static str> {
        let length = u8::try_from(particle.len()).ok()?;
        let full = WordBuffer::join(&[particle, infinitive])?;
        index::find(full.as_str().as_bytes())
            .senses()
            .map(|sense| sense.lemma)
            .find(|lemma| lemma.particle() == length && lemma.text() == full.as_str())
            .map(|lemma| lemma.text())
    }

    /// The separable verb made of any known particle and any known verb, whether or not the lexicon lists it: new ones
    /// are made every day (*wegmoderieren*).
    ///
    /// ```
    /// use wortlaut_lexicon::Lexicon;
    ///
    /// assert_eq!(Lexicon::german().compose("weg", "moderieren"), Some("wegmoderieren".to_string()));
    /// assert_eq!(Lexicon::german().compose("nicht", "sagen"), None);
    /// ```
    #[must_use]
    pub fn compose(&self, particle: &str, infinitive: &str) -> Option<String> {
        let known = index::find(infinitive.as_bytes())
            .senses()
            .any(|sense| sense.lemma.text() == infinitive);
        (known && self.is_particle(particle)).then(|| [particle, infinitive].concat())
    }

    /// Whether a word can stand as the separated particle of a verb: *an*, *zurück*, *fest*.
    ///
    /// ```
    /// use wortlaut_lexicon::Lexicon;
    ///
    /// assert!(Lexicon::german().is_particle("zurück"));
    /// assert!(!Lexicon::german().is_particle("nicht"));
    /// ```
    #[must_use]
    pub fn is_particle(&self, form: &str) -> bool {
        !form.starts_with(char::is_uppercase) && index::find(form.as_bytes()).facts().has(Facts::PARTICLE)
    }

    /// What a form the lexicon does not know would be if it were that of a regular verb. Not mixed with the known
    /// readings: ask only when [`Lexicon::analyses`] has none.
    ///
    /// ```
    /// use wortlaut_lexicon::{Lexicon, Tense};
    ///
    /// let lexicon = Lexicon::german();
    /// assert!(lexicon.analyses("grokkte").next().is_none());
    /// let guess = lexicon.guess("grokkte").next().ok_or("no guess")?;
    /// assert_eq!((guess.stem, guess.tense), ("grokk", Some(Tense::Past)));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn guess<'f>(&self, form: &'f str) -> impl Iterator<Item = VerbGuess<'f>> + use<'f> {
        guess::guess(form)
    }

    /// The perfect auxiliary of a verb, by its infinitive with its particle.
    ///
    /// ```
    /// use wortlaut_lexicon::{Lexicon, PerfectAuxiliary};
    ///
    /// assert_eq!(Lexicon::german().perfect_auxiliary("sagen"), Some(PerfectAuxiliary::Haben));
    /// assert_eq!(Lexicon::german().perfect_auxiliary("ankommen"), Some(PerfectAuxiliary::Sein));
    /// ```
    #[must_use]
    pub fn perfect_auxiliary(&self, infinitive: &str) -> Option<PerfectAuxiliary> {
        let auxiliary = index::find(infinitive.as_bytes())
            .senses()
            .filter(|sense| sense.lemma.text() == infinitive)
            .fold(0, |both, sense| both | sense.lemma.auxiliary());
        match auxiliary {
            1 => Some(PerfectAuxiliary::Haben),
            2 => Some(PerfectAuxiliary::Sein),
            3 => Some(PerfectAuxiliary::Both),
            _ => None,
        }
    }

    /// What a form tells if it is that of a common noun, listed or a compound of listed nouns. The form must begin with
    /// a capital. Many words are a noun and a name (*Stein*, *Peter*): this says only that the noun exists.
    ///
    /// ```
    /// use wortlaut_lexicon::{Lexicon, Number};
    /// use wortlaut_text::Gender;
    ///
    /// let noun = Lexicon::german().noun("Waffenruheangebote").ok_or("no noun")?;
    /// assert_eq!(noun.head, "Waffenruhe".len());
    /// assert_eq!(noun.gender, Some(Gender::Neuter));
    /// assert_eq!(Lexicon::german().noun("Angaben").and_then(|n| n.number), Some(Number::Plural));
    /// assert_eq!(Lexicon::german().noun("Merkel"), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn noun(&self, form: &str) -> Option<NounReading> {
        noun::noun(form)
    }

    /// Whether a capitalised form is a common noun, listed or a compound of listed nouns.
    ///
    /// ```
    /// use wortlaut_lexicon::Lexicon;
    ///
    /// assert!(Lexicon::german().is_common_noun("Verhandlungen"));
    /// assert!(!Lexicon::german().is_common_noun("Habeck"));
    /// ```
    #[must_use]
    pub fn is_common_noun(&self, form: &str) -> bool {
        noun::noun(form).is_some() || role::role(form).is_some()
    }

    /// What role a noun gives to a person or institution: *Sprecherin*, *Außenminister*, *Polizei*. Compounds are found
    /// by their head: *Kremlsprecher*, *SPD-Chefin*.
    ///
    /// Many surnames are old professions (*Fischer*, *Richter*): whether the word is a name its place decides.
    ///
    /// ```
    /// use wortlaut_lexicon::{Lexicon, RoleKind};
    /// use wortlaut_text::Gender;
    ///
    /// let role = Lexicon::german().role("Regierungssprecherin").ok_or("no role")?;
    /// assert_eq!(role.kind, RoleKind::Spokesperson);
    /// assert_eq!(role.gender, Some(Gender::Feminine));
    /// assert_eq!(role.head, "Regierungs".len());
    /// assert_eq!(Lexicon::german().role("Kartoffel"), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn role(&self, form: &str) -> Option<Role> {
        role::role(form)
    }

    /// Whether the noun names an institution or group that news lets speak: *Polizei*, *Ministerium*, *Familie*.
    ///
    /// ```
    /// use wortlaut_lexicon::Lexicon;
    ///
    /// assert!(Lexicon::german().speaks("Außenministerium"));
    /// assert!(!Lexicon::german().speaks("Kartoffel"));
    /// ```
    #[must_use]
    pub fn speaks(&self, form: &str) -> bool {
        self.role(form)
            .is_some_and(|role| matches!(role.kind, RoleKind::Institution | RoleKind::Group))
    }
}
