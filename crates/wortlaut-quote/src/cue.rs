//! The cues of reported speech: which words say that somebody says something, and with what.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use wortlaut_text::ListError;

use crate::Medium;

/// What a cue can be followed by, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Complements(u16);

impl Complements {
    pub(crate) const DASS: u16 = 1;
    pub(crate) const V2: u16 = 1 << 1;
    pub(crate) const ZU: u16 = 1 << 2;
    pub(crate) const OB: u16 = 1 << 3;
    pub(crate) const WH: u16 = 1 << 4;
    pub(crate) const DIRECT: u16 = 1 << 5;
    pub(crate) const NOUN: u16 = 1 << 6;
    pub(crate) const ALS: u16 = 1 << 7;
    pub(crate) const NACH: u16 = 1 << 8;

    pub(crate) const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// The class of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueClass {
    Verb,
    Preposition,
    Noun,
}

/// One cue and its grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) class: CueClass,
    pub(crate) lemma: String,
    pub(crate) complements: Complements,
    /// The prepositions of its object: *vor* for *warnen*.
    pub(crate) prepositions: Vec<String>,
    pub(crate) medium: Medium,
    /// A cue wherever its complement is seen.
    pub(crate) safe: bool,
    pub(crate) reflexive: bool,
    /// The addressee stands in the dative, the accusative.
    pub(crate) dative: bool,
    pub(crate) accusative: bool,
    /// A noun for a source that speaks itself (*Bericht*), not for somebody's words (*Angaben*).
    pub(crate) source: bool,
    /// A preposition that stands after its source: *zufolge*.
    pub(crate) after: bool,
}

impl Cue {
    pub(crate) const fn takes(&self, complement: u16) -> bool {
        self.complements.has(complement)
    }

    /// The words that make a phrase of the verb, in their order: *zu bedenken* for *zu_bedenken_geben*.
    pub(crate) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.lemma
            .split('_')
            .rev()
            .skip(1)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
    }
}

/// Cues in the format of the built-in list `data/cues.tsv`.
///
/// Six columns separated by tabs: class (`verb`, `prep`, `noun`), lemma, complements (`dass`, `v2`, `zu`, `ob`, `wh`,
/// `dir`, `np`, `als`, `nach`, `+preposition`; `-` for none), medium (`s` said, `w` written, `t` thought, `sw`, `st`),
/// safety (`safe`, `context`), flags (`refl`, `dat`, `akk`, …; `-` for none). A verb with words of its own is written
/// with underscores, as its infinitive: `zu_bedenken_geben`. A preposition stands before its source (*laut*) or, with
/// the flag `after`, behind it (*zufolge*); where it is not `safe`, only what can speak is its source.
/// Empty lines and lines that start with `#` are skipped, and so is a header line that starts with `class`.
///
/// ```
/// use wortlaut_quote::{CueList, QuoteOptions};
///
/// let mut options = QuoteOptions::default();
/// options.cues = CueList::parse("mine.tsv", "verb\tfunken\tdass,v2,dir\tw\tsafe\tdat")?;
/// assert_eq!(options.cues.len(), 1);
///
/// let error = CueList::parse("mine.tsv", "verb\tsagen").err();
/// assert_eq!(
///     error.map(|error| error.to_string()).as_deref(),
///     Some("mine.tsv:1:1: 2 columns instead of 6; set columns apart by tabs and write `-` where there is nothing"),
/// );
/// # Ok::<(), wortlaut_text::ListError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CueList {
    cues: Vec<Cue>,
}

impl CueList {
    /// Reads a list; `file` names it in errors.
    ///
    /// # Errors
    ///
    /// [`ListError`] at the first line that does not follow the format.
    pub fn parse(file: &str, text: &str) -> Result<Self, ListError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut cues = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') || trimmed.starts_with("class\t") {
                continue;
            }
            let fault = |(column, reason, remedy): Trouble| ListError::new(file, (number, column), reason, remedy);
            cues.push(parse_line(line).map_err(fault)?);
        }
        Ok(CueList { cues })
    }

    /// How many cues it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cues.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cues.is_empty()
    }
}

/// Column, reason, remedy.
type Trouble = (usize, String, &'static str);

fn parse_line(line: &str) -> Result<Cue, Trouble> {
    const COMPLEMENTS: &str =
        "known are dass, v2, zu, ob, wh, dir, np, als, nach, `+` with a preposition, and - for none";
    const FLAGS: &str = "known are refl, dat, akk, gegenüber, zu, an, source, after, words, before, and - for none";
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let [class, lemma, complements, medium, safety, flags] = columns.as_slice() else {
        let found = columns.len();
        let reason = format!("{found} column{} instead of 6", if found == 1 { "" } else { "s" });
        return Err((
            1,
            reason,
            "set columns apart by tabs and write `-` where there is nothing",
        ));
    };
    // Where a column starts, in characters.
    let at = |nth: usize| line.split('\t').take(nth).map(|c| c.chars().count() + 1).sum::<usize>() + 1;
    let class = match *class {
        "verb" => CueClass::Verb,
        "prep" => CueClass::Preposition,
        "noun" => CueClass::Noun,
        other => return Err((at(0), format!("unknown class `{other}`"), "write verb, prep or noun")),
    };
    if lemma.is_empty() {
        return Err((
            at(1),
            "the lemma is empty".to_owned(),
            "write the word, verbs in the infinitive",
        ));
    }
    let mut bits = 0;
    let mut prepositions = Vec::new();
    for complement in complements.split(',').map(str::trim) {
        bits |= match complement {
            "-" => 0,
            "dass" => Complements::DASS,
            "v2" => Complements::V2,
            "zu" => Complements::ZU,
            "ob" => Complements::OB,
            "wh" => Complements::WH,
            "dir" => Complements::DIRECT,
            "np" => Complements::NOUN,
            "als" => Complements::ALS,
            "nach" => Complements::NACH,
            other => match other.strip_prefix('+') {
                Some(preposition) if !preposition.is_empty() => {
                    prepositions.push(preposition.to_owned());
                    0
                }
                _ => return Err((at(2), format!("unknown complement `{other}`"), COMPLEMENTS)),
            },
        };
    }
    let medium = match *medium {
        "s" => Medium::Speech,
        "w" => Medium::Writing,
        "t" => Medium::Thought,
        "sw" => Medium::SpeechOrWriting,
        "st" => Medium::SpeechOrThought,
        other => return Err((at(3), format!("unknown medium `{other}`"), "write s, w, t, sw or st")),
    };
    let safe = match *safety {
        "safe" => true,
        "context" => false,
        other => return Err((at(4), format!("unknown safety `{other}`"), "write safe or context")),
    };
    let mut cue = Cue {
        class,
        lemma: (*lemma).to_owned(),
        complements: Complements(bits),
        prepositions,
        medium,
        safe,
        reflexive: false,
        dative: false,
        accusative: false,
        source: false,
        after: false,
    };
    for flag in flags.split(',').map(str::trim) {
        match flag {
            "refl" => cue.reflexive = true,
            "dat" => cue.dative = true,
            "akk" => cue.accusative = true,
            "source" => cue.source = true,
            "after" => cue.after = true,
            // Prepositional addressees are seen from the preposition; `words` and `before` are what holds without them.
            "-" | "gegenüber" | "zu" | "an" | "words" | "before" => {}
            other => return Err((at(5), format!("unknown flag `{other}`"), FLAGS)),
        }
    }
    Ok(cue)
}

static BUILT_IN: Lazy<CueList> = Lazy::new(|| {
    let parsed = CueList::parse("cues.tsv", include_str!("../data/cues.tsv"));
    debug_assert!(parsed.is_ok(), "{parsed:?}");
    parsed.unwrap_or_default()
});

/// Whether the built-in list has the verb as a safe cue.
pub(crate) fn is_common_frame(lemma: &str) -> bool {
    static SAFE: Lazy<HashSet<&'static str>> = Lazy::new(|| {
        BUILT_IN
            .cues
            .iter()
            .filter(|cue| cue.class == CueClass::Verb && cue.safe)
            .map(|cue| cue.lemma.as_str())
            .collect()
    });
    SAFE.contains(lemma)
}

/// The cues by lemma: the built-in list, then a user's, which wins.
#[derive(Clone, Debug)]
pub(crate) struct Cues {
    cues: Vec<Cue>,
    verbs: HashMap<String, usize>,
    nouns: HashMap<String, usize>,
    /// Verbs with words of their own, by the infinitive alone.
    phrases: HashMap<String, Vec<usize>>,
    prepositions: Vec<usize>,
    /// The first bytes of the prepositions, in either case: most words are told apart by them.
    initials: Vec<u8>,
}

impl Cues {
    pub(crate) fn with(user: &CueList) -> Self {
        let cues: Vec<Cue> = BUILT_IN.cues.iter().chain(&user.cues).cloned().collect();
        let mut verbs = HashMap::new();
        let mut nouns = HashMap::new();
        let mut phrases: HashMap<String, Vec<usize>> = HashMap::new();
        let mut prepositions = Vec::new();
        for (at, cue) in cues.iter().enumerate() {
            match cue.class {
                CueClass::Verb => {
                    if let Some((_, verb)) = cue.lemma.rsplit_once('_') {
                        phrases.entry(verb.to_owned()).or_default().push(at);
                    }
                    verbs.insert(cue.lemma.clone(), at);
                }
                CueClass::Noun => drop(nouns.insert(cue.lemma.to_lowercase(), at)),
                CueClass::Preposition => prepositions.push(at),
            }
        }
        let mut initials: Vec<u8> = prepositions
            .iter()
            .filter_map(|&at: &usize| cues.get(at)?.lemma.chars().next())
            .flat_map(|first| first.to_lowercase().chain(first.to_uppercase()))
            .filter_map(|first| first.encode_utf8(&mut [0; 4]).bytes().next())
            .collect();
        initials.sort_unstable();
        initials.dedup();
        Cues {
            cues,
            initials,
            verbs,
            nouns,
            phrases,
            prepositions,
        }
    }

    /// The phrases of a verb, a user's first: *zu_bedenken_geben* for *geben*.
    pub(crate) fn phrases(&self, verb: &str) -> impl Iterator<Item = &Cue> {
        let found = self.phrases.get(verb).map_or(&[][..], Vec::as_slice);
        found.iter().rev().filter_map(|&at| self.cues.get(at))
    }

    /// Whether a word can be one of the prepositions, by its first letter.
    pub(crate) fn may_be_preposition(&self, word: &str) -> bool {
        word.bytes().next().is_some_and(|first| self.initials.contains(&first))
    }

    /// The prepositions that name a source, a user's first.
    pub(crate) fn prepositions(&self) -> impl Iterator<Item = &Cue> {
        self.prepositions.iter().rev().filter_map(|&at| self.cues.get(at))
    }

    /// The cue of a verb, by its infinitive with particle.
    pub(crate) fn verb(&self, lemma: &str) -> Option<&Cue> {
        self.cues.get(*self.verbs.get(lemma)?)
    }

    /// The cue of a noun form, also as the last part of a compound: *Polizeiangaben*.
    pub(crate) fn noun(&self, form: &str) -> Option<&Cue> {
        let lower = form.to_lowercase();
        if let Some(&at) = self.nouns.get(&lower) {
            return self.cues.get(at);
        }
        // A compound's first part has at least three letters, its last at least five; nouns here have at most 14.
        lower
            .char_indices()
            .map(|(at, _)| at)
            .filter(|&at| at >= 3 && (5..=16).contains(&(lower.len() - at)))
            .find_map(|at| self.nouns.get(lower.get(at..)?))
            .and_then(|&at| self.cues.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_sound() {
        let list = CueList::parse("cues.tsv", include_str!("../data/cues.tsv")).unwrap();
        assert!(list.len() >= 250, "{}", list.len());
        let mut seen = std::collections::BTreeSet::new();
        for cue in &list.cues {
            assert!(
                seen.insert((cue.class as u8, cue.lemma.clone())),
                "{} stands twice",
                cue.lemma
            );
            if cue.class == CueClass::Verb {
                assert!(
                    cue.lemma.ends_with('n') && (cue.lemma.contains('_') || cue.lemma.to_lowercase() == cue.lemma),
                    "{} is no infinitive",
                    cue.lemma
                );
            }
        }
    }

    #[test]
    fn compounds_end_in_their_cue() {
        let cues = Cues::with(&CueList::default());
        assert!(cues.noun("Polizeiangaben").is_some());
        assert!(cues.noun("Medienberichten").is_some());
        assert!(cues.noun("Berichterstattung").is_none());
        assert!(cues.noun("Größe").is_none());
    }

    #[test]
    fn bad_lines_are_told_with_their_place() {
        for (line, column, reason) in [
            ("werb\tsagen\t-\ts\tsafe\t-", 1, "unknown class `werb`"),
            ("verb\t\t-\ts\tsafe\t-", 6, "the lemma is empty"),
            ("verb\tsagen\tdass,dess\ts\tsafe\t-", 12, "unknown complement `dess`"),
            ("verb\tsagen\t+\ts\tsafe\t-", 12, "unknown complement `+`"),
            ("verb\tsagen\t-\tx\tsafe\t-", 14, "unknown medium `x`"),
            ("verb\tsagen\t-\ts\tsure\t-", 16, "unknown safety `sure`"),
            ("verb\tsagen\t-\ts\tsafe\tdativ", 21, "unknown flag `dativ`"),
        ] {
            let error = CueList::parse("x", &format!("# comment\n{line}\n")).unwrap_err();
            assert_eq!((error.line(), error.column()), (2, column), "{line}");
            assert!(
                error.reason().starts_with(reason) && error.remedy().len() > 5,
                "{error}"
            );
        }
    }

    #[test]
    fn a_users_cue_wins() {
        let user = CueList::parse("x", "verb\tsagen\tdass\tw\tsafe\t-").unwrap();
        let cues = Cues::with(&user);
        assert_eq!(cues.verb("sagen").map(|c| c.medium), Some(Medium::Writing));
    }
}
