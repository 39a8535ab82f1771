//! The word lists of this crate and how word forms are held against them.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

/// The longest word that is looked up, in bytes; longer ones are no German nouns and must not cost time.
const LONGEST: usize = 64;

static EVENT_NOUNS: &str = include_str!("../data/event_nouns.tsv");
static PLAN_VERBS: &str = include_str!("../data/plan_verbs.txt");

static NOUNS: Lazy<HashMap<&'static str, Option<&'static str>>> = Lazy::new(|| {
    lines(EVENT_NOUNS)
        .map(|line| match line.strip_prefix('!') {
            Some(word) => (word, None),
            None => match line.split_once('\t') {
                Some((noun, verbs)) => (noun, Some(verbs)),
                None => (line, Some("")),
            },
        })
        .collect()
});

static PLANS: Lazy<HashSet<&'static str>> = Lazy::new(|| lines(PLAN_VERBS).collect());

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A noun that names an event, as the list has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventNoun {
    /// The noun, or the last part of the compound: *wahl* for *Landtagswahl*.
    pub(crate) noun: &'static str,
    /// Verbs that tell the same event, separated by blanks.
    verbs: &'static str,
}

impl EventNoun {
    /// The noun and the verbs that tell the same event.
    pub(crate) fn words(self) -> impl Iterator<Item = &'static str> {
        let verbs = self.verbs.split(' ').filter(|verb| !verb.is_empty());
        std::iter::once(self.noun).chain(verbs)
    }

    /// Whether a verb tells the event that the noun names.
    pub(crate) fn told_by(self, lemma: &str) -> bool {
        !lemma.is_empty() && self.verbs.split(' ').any(|verb| verb == lemma)
    }
}

/// The event a noun form names, compounds by their last part, inflected forms by their stem.
pub(crate) fn event_noun(form: &str) -> Option<EventNoun> {
    if form.len() > LONGEST || form.len() < 3 {
        return None;
    }
    let lower = form.to_lowercase();
    for ending in ["", "s", "es", "n", "en", "e", "en", "er", "ern"] {
        let Some(stem) = lower.strip_suffix(ending) else {
            continue;
        };
        // The longest ending first, so that an exception wins over the noun it contains.
        for (at, _) in stem.char_indices() {
            let Some(part) = stem.get(at..) else { continue };
            if let Some((&noun, &verbs)) = NOUNS.get_key_value(part) {
                // An exception is a word that is taken out: no shorter ending of it counts.
                return verbs.map(|verbs| EventNoun { noun, verbs });
            }
        }
    }
    None
}

/// Whether a verb speaks of what is to come: *planen*, *vorsehen*.
pub(crate) fn is_plan_verb(lemma: &str) -> bool {
    PLANS.contains(lemma)
}

/// Whether `word` is one of `list`, in any case of its ASCII letters.
pub(crate) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}

/// Adverbs and particles that stand between a preposition's phrase and the words before it without changing what the
/// phrase belongs to: *bereits am Montag*, *noch bis Freitag*.
pub(crate) const FOCUS: &[&str] = &[
    "auch",
    "bereits",
    "ca.",
    "circa",
    "erst",
    "etwa",
    "frühestens",
    "genau",
    "gleich",
    "gut",
    "knapp",
    "kurz",
    "mindestens",
    "noch",
    "nur",
    "rund",
    "schon",
    "spätestens",
    "ungefähr",
    "voraussichtlich",
    "wieder",
    "zuletzt",
];

/// Articles and pronouns that may stand between a preposition and a time expression.
pub(crate) const ARTICLES: &[&str] = &[
    "das", "dem", "den", "der", "des", "die", "diese", "diesem", "diesen", "dieser", "dieses", "ein", "eine", "einem",
    "einen", "einer", "eines",
];

/// The definite articles and demonstratives that take up what was named before: *des Treffens*, *dieser Sitzung*.
pub(crate) const DEFINITE: &[&str] = &[
    "das", "dem", "den", "der", "des", "die", "diesem", "diesen", "dieser", "dieses", "jenem", "jenes", "beim", "zum",
    "zur", "vom", "im",
];

/// Words that deny what a clause tells.
pub(crate) const NEGATIONS: &[&str] = &[
    "kein",
    "keine",
    "keinem",
    "keinen",
    "keiner",
    "keinerlei",
    "keines",
    "keinesfalls",
    "keineswegs",
    "nicht",
    "nichts",
    "nie",
    "niemals",
    "niemand",
    "weder",
];

/// Words after a negation that turn it into something else: *nicht nur*, *nicht mehr*, *nicht erst*.
pub(crate) const AFTER_NEGATION: &[&str] = &[
    "allein",
    "einmal",
    "erst",
    "geringerer",
    "lange",
    "länger",
    "mehr",
    "nur",
    "unbedingt",
    "weit",
    "zuletzt",
];

/// Conjunctions that make a clause a condition.
pub(crate) const CONDITIONS: &[&str] = &["falls", "sofern", "wenn", "ob", "sollte", "sollten", "vorausgesetzt"];

/// Verbs of being.
pub(crate) const STATES: &[&str] = &[
    "bestehen",
    "bleiben",
    "existieren",
    "geben",
    "gehören",
    "gelten",
    "haben",
    "heißen",
    "leben",
    "liegen",
    "sein",
    "stehen",
    "wohnen",
];

/// Adverbs that put an event before the one told last.
pub(crate) const BEFORE_THAT: &[&str] = &["davor", "vorher", "zuvor"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_well_formed() {
        let mut seen = HashSet::new();
        for line in lines(EVENT_NOUNS) {
            let word = line.split('\t').next().unwrap().trim_start_matches('!');
            assert_eq!(word, word.trim().to_lowercase(), "{line:?}");
            assert!(seen.insert(word), "{word:?} twice");
            assert!(word.len() <= LONGEST);
            if let Some((_, verbs)) = line.split_once('\t') {
                assert!(!line.starts_with('!'), "an exception tells no event: {line:?}");
                assert!(verbs.split(' ').all(|verb| verb.ends_with('n')), "{line:?}");
            }
        }
        let plans: Vec<_> = lines(PLAN_VERBS).collect();
        assert!(plans.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
    }

    #[test]
    fn nouns() {
        for (form, noun) in [
            ("Treffens", Some("treffen")),
            ("Landtagswahlen", Some("wahl")),
            ("Pressekonferenz", Some("konferenz")),
            ("Krisengipfels", Some("gipfel")),
            ("Eröffnung", Some("eröffnung")),
            ("Gespräche", Some("gespräch")),
            ("Beispiel", None),
            ("Auswahl", None),
            ("Partei", None),
            ("Haus", None),
            ("Bundestag", None),
            ("", None),
        ] {
            assert_eq!(event_noun(form).map(|found| found.noun), noun, "{form}");
        }
        assert!(event_noun("Treffen").is_some_and(|noun| noun.told_by("zusammenkommen") && !noun.told_by("")));
        assert!(event_noun("Parade").is_some_and(|noun| !noun.told_by("feiern")));
        assert_eq!(event_noun(&"ü".repeat(4000)), None);
    }
}
