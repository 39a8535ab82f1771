//! All readings of a form, found without allocation.

use crate::buffer::{MAX_WORD, WordBuffer};
use crate::index::{self, Sense, Senses};
use crate::packed::Packed;
use crate::{Case, CaseSet, Category, Features, VerbForm, WordAnalysis, particles};

/// How the readings of a sense are to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    /// As they are.
    All,
    /// As forms of the separable verb whose particle has been cut off: finite forms without the imperative, which is
    /// never written in one word, and participles.
    Separable,
    /// Only infinitives, as zu-infinitives: *zukündigen* in *anzukündigen*.
    Zu,
    /// Adjective stems and participles, as adjectives with an ending.
    Declined(CaseSet),
    /// The same, adjective stems only: the stem of a comparative or superlative.
    Compared(CaseSet),
}

/// Readings of one lemma.
#[derive(Clone, Copy, Debug)]
struct Run {
    lemma: &'static str,
    next: u32,
    end: u32,
    take: Take,
    particle: u8,
}

/// The readings of one form: the iterator of [`Lexicon::analyses`](crate::Lexicon::analyses).
#[derive(Clone, Debug)]
pub struct Analyses {
    runs: [Option<Run>; 16],
    filled: usize,
    at: usize,
}

impl Analyses {
    pub(crate) fn of(form: &str) -> Self {
        let mut all = Analyses {
            runs: [None; 16],
            filled: 0,
            at: 0,
        };
        if form.len() > MAX_WORD {
            return all;
        }
        all.read_both_cases(form);
        if all.filled == 0 {
            // Other spellings only of words that are unknown as they stand.
            let other = WordBuffer::respelled(form)
                .or_else(|| WordBuffer::sharpened(form))
                .or_else(|| WordBuffer::uncapitalised(form));
            if let Some(other) = other {
                all.read_both_cases(other.as_str());
            }
        }
        all
    }

    fn read_both_cases(&mut self, form: &str) {
        self.read_form(form);
        if let Some(lowered) = WordBuffer::lowered(form) {
            self.read_form(lowered.as_str());
        }
    }

    fn push(&mut self, sense: Sense, lemma: &'static str, take: Take, particle: u8) {
        if let Some(slot) = self.runs.get_mut(self.filled) {
            *slot = Some(Run {
                lemma,
                next: sense.first,
                end: sense.end,
                take,
                particle,
            });
            self.filled += 1;
        }
    }

    fn read_form(&mut self, form: &str) {
        for sense in senses(form) {
            self.push(sense, sense.lemma.text(), Take::All, sense.lemma.particle());
        }
        self.collect_separable(form, None);
        self.collect_declined(form);
        // *schwarz-grünen*: the last part of a hyphenated adjective is declined.
        let hyphen = if self.filled == 0 { form.rsplit_once('-') } else { None };
        if let Some((_, last)) = hyphen {
            for sense in senses(last).filter(|s| can_decline(s, true)) {
                self.push(sense, sense.lemma.text(), Take::Declined(CaseSet::ANY), 0);
            }
            self.collect_declined(last);
        }
    }

    /// Forms of separable verbs in one word: *ankündigt*, *angekündigt*, *anzukündigen*.
    fn collect_separable(&mut self, form: &str, declined: Option<CaseSet>) {
        for (particle, rest) in particles::splits(form) {
            let length = u8::try_from(particle.len()).unwrap_or(0);
            for sense in senses(rest).filter(has_verb) {
                if let Some(full) = separable(particle, sense.lemma.text()) {
                    self.push(sense, full, declined.map_or(Take::Separable, Take::Declined), length);
                }
            }
            let Some(infinitive) = rest.strip_prefix("zu").filter(|_| declined.is_none()) else {
                continue;
            };
            for sense in senses(infinitive).filter(has_verb) {
                if let Some(full) = separable(particle, sense.lemma.text()) {
                    self.push(sense, full, Take::Zu, length);
                }
            }
        }
    }

    /// Adjectives and participles with an ending, also in a degree: *schnelle*, *schnelleren*, *schnellsten*,
    /// *angekündigte*.
    fn collect_declined(&mut self, form: &str) {
        if !form.is_ascii() || form.len() > 3 {
            if let Some((stem, case)) = strip_ending(form) {
                for sense in senses(stem).filter(|s| can_decline(s, true)) {
                    self.push(sense, sense.lemma.text(), Take::Declined(case), 0);
                }
                self.collect_separable(stem, Some(case));
                self.collect_negated(stem, case);
                self.collect_degrees(stem, case);
            }
            self.collect_degrees(form, CaseSet::ANY);
            self.collect_negated(form, CaseSet::ANY);
        }
    }

    /// *unverändert*: a participle with *un-* is an adjective.
    fn collect_negated(&mut self, stem: &str, case: CaseSet) {
        if let Some(participle) = stem.strip_prefix("un").filter(|rest| rest.len() > 3) {
            for sense in senses(participle).filter(|s| can_decline(s, true)) {
                self.push(sense, sense.lemma.text(), Take::Declined(case), 0);
            }
            self.collect_separable(participle, Some(case));
        }
    }

    fn collect_degrees(&mut self, stem: &str, case: CaseSet) {
        for degree in ["er", "st", "est", "r"] {
            // *leise*: the comparative of a stem in -e is *leiser*, the superlative *leisest*.
            let Some(positive) = stem.strip_suffix(degree) else {
                continue;
            };
            if degree == "r" && !positive.ends_with('e') {
                continue;
            }
            for sense in senses(positive).filter(|s| can_decline(s, false)) {
                self.push(sense, sense.lemma.text(), Take::Compared(case), 0);
            }
        }
    }
}

/// The stem before an adjective's ending, and the cases the ending allows.
fn strip_ending(form: &str) -> Option<(&str, CaseSet)> {
    use Case::{Accusative, Dative, Genitive, Nominative};
    for (ending, cases) in [
        ("em", &[Dative][..]),
        ("en", &[Nominative, Genitive, Dative, Accusative]),
        ("er", &[Nominative, Genitive, Dative]),
        ("es", &[Nominative, Accusative]),
        ("e", &[Nominative, Accusative]),
    ] {
        if let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.len() > 1) {
            return Some((stem, CaseSet::of(cases)));
        }
    }
    None
}

/// Whether the sense is that of a verb.
fn has_verb(sense: &Sense) -> bool {
    (sense.first..sense.end).any(|at| index::reading(at).is_verbal())
}

/// Whether the sense is that of an adjective, or of a participle where those count.
fn can_decline(sense: &Sense, participles: bool) -> bool {
    (sense.first..sense.end).map(index::reading).any(|reading| {
        reading.category() == Category::Adjective
            || participles
                && matches!(
                    reading.verb_form(),
                    Some(VerbForm::PresentParticiple | VerbForm::PastParticiple)
                )
    })
}

fn senses(form: &str) -> Senses {
    index::find(form.as_bytes()).unwrap_or_default()
}

/// The separable verb made of a particle and a verb, if the lexicon has it.
pub(crate) fn separable(particle: &str, base: &str) -> Option<&'static str> {
    let full = WordBuffer::join(&[particle, base])?;
    let length = u8::try_from(particle.len()).ok()?;
    senses(full.as_str())
        .find(|sense| sense.lemma.particle() == length)
        .map(|sense| sense.lemma.text())
}

impl Run {
    fn read(&self, packed: Packed) -> Option<WordAnalysis<'static>> {
        let form = packed.verb_form();
        let mut category = packed.category();
        let mut features = packed.features();
        match self.take {
            Take::All => {}
            Take::Separable => {
                let finite = form == Some(VerbForm::Finite) && packed.mood() != Some(crate::Mood::Imperative);
                let participle = matches!(form, Some(VerbForm::PresentParticiple | VerbForm::PastParticiple));
                if !packed.is_verbal() || !(finite || participle) {
                    return None;
                }
            }
            Take::Zu => {
                if form != Some(VerbForm::Infinitive) {
                    return None;
                }
                features.verb_form = Some(VerbForm::ZuInfinitive);
            }
            Take::Declined(case) | Take::Compared(case) => {
                let participle = packed.is_verbal()
                    && matches!(self.take, Take::Declined(_))
                    && matches!(form, Some(VerbForm::PresentParticiple | VerbForm::PastParticiple));
                if category != Category::Adjective && !participle {
                    return None;
                }
                category = Category::Adjective;
                features = Features {
                    verb_form: form,
                    case,
                    ..Features::default()
                };
            }
        }
        let mut analysis = WordAnalysis::new(self.lemma, category, features);
        // *übersetzt* as it stands in the index is the form of the inseparable verb; only the infinitive is of both.
        if self.take != Take::All || form == Some(VerbForm::Infinitive) {
            analysis.particle = self.particle;
        }
        Some(analysis)
    }
}

impl Iterator for Analyses {
    type Item = WordAnalysis<'static>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(Some(run)) = self.runs.get_mut(self.at) {
            while run.next < run.end {
                let packed = index::reading(run.next);
                run.next += 1;
                if let Some(analysis) = run.read(packed) {
                    return Some(analysis);
                }
            }
            self.at += 1;
        }
        None
    }
}
