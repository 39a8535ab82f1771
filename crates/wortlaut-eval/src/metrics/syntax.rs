//! Finite verbs, their mood and their subjects.
//!
//! * `finite` – exact spans of finite verbs; `subjunctive` – of those in Konjunktiv I or II;
//! * `mood` – of the finite verbs found, the share with the right mood;
//! * `subject` – of the verbs found whose subject the gold gives, the share whose subject holds the gold's head word and
//!   is at most [`LONGEST`] words long; `subject_p` – the same of the verbs for which the system gives a subject.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::tokens::CharSpan;
use super::{Figure, Measure, Prf, is_space, ratio};

/// How many words a subject may have. Without a bound a whole sentence would be right for every verb in it.
const LONGEST: usize = 15;

/// A sentence of the gold.
#[derive(Debug, Deserialize)]
pub struct GoldSentence {
    /// Its id.
    pub id: String,
    /// The text.
    pub text: String,
    /// Its finite verbs.
    pub verbs: Vec<GoldVerb>,
}

/// A finite verb of the gold.
#[derive(Debug, Deserialize)]
pub struct GoldVerb {
    /// The form.
    pub span: CharSpan,
    /// `indicative`, `subjunctive` or `imperative`.
    pub mood: String,
    /// The head word of its subject.
    pub subject_head: Option<CharSpan>,
}

/// What the system says about a sentence.
#[derive(Debug, Default, Serialize)]
pub struct SystemSentence {
    /// Its id.
    pub id: String,
    /// Its finite verbs.
    pub verbs: Vec<SystemVerb>,
}

/// A finite verb the system found.
#[derive(Debug, Serialize)]
pub struct SystemVerb {
    /// The form.
    pub span: CharSpan,
    /// `indicative`, `subjunctive` or `imperative`.
    pub mood: String,
    /// The whole subject.
    pub subject: Option<CharSpan>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    hits: usize,
    gold: usize,
    system: usize,
}

impl Count {
    /// In the order of operations of the corpus scorer, so that figures agree in the last digit too.
    fn prf(self) -> Figure {
        let (p, r) = (ratio(self.hits, self.system), ratio(self.hits, self.gold));
        let f1 = if p + r > 0.0 { 200.0 * p * r / (p + r) } else { 0.0 };
        Figure::Prf(Prf {
            precision: 100.0 * p,
            recall: 100.0 * r,
            f1,
            gold: self.gold,
            system: self.system,
        })
    }
}

/// The counts over a corpus.
#[derive(Debug, Default)]
pub struct SyntaxScore {
    finite: Count,
    subjunctive: Count,
    /// Of the verbs found: those with the right mood, those with a subject in the gold and in the system, and those where
    /// the two agree.
    mood: usize,
    with_gold_subject: usize,
    with_system_subject: usize,
    subject: usize,
}

impl SyntaxScore {
    /// Counts a sentence.
    pub fn add(&mut self, gold: &GoldSentence, system: &SystemSentence) {
        let chars: Vec<char> = gold.text.chars().collect();
        // One verb for a span; of several the last, as in the corpus scorer.
        let gold: BTreeMap<CharSpan, &GoldVerb> = gold.verbs.iter().map(|verb| (verb.span, verb)).collect();
        let system: BTreeMap<CharSpan, &SystemVerb> = system.verbs.iter().map(|verb| (verb.span, verb)).collect();
        self.finite.gold += gold.len();
        self.finite.system += system.len();
        let subjunctive = |mood: &str| usize::from(mood == "subjunctive");
        self.subjunctive.gold += gold.values().map(|verb| subjunctive(&verb.mood)).sum::<usize>();
        self.subjunctive.system += system.values().map(|verb| subjunctive(&verb.mood)).sum::<usize>();
        for (span, gold) in &gold {
            let Some(system) = system.get(span) else { continue };
            self.finite.hits += 1;
            self.subjunctive.hits += subjunctive(&gold.mood) * subjunctive(&system.mood);
            self.mood += usize::from(gold.mood == system.mood);
            self.with_gold_subject += usize::from(gold.subject_head.is_some());
            self.with_system_subject += usize::from(system.subject.is_some());
            if let (Some(head), Some(subject)) = (gold.subject_head, system.subject) {
                let holds = subject.0 <= head.0 && head.1 <= subject.1 && words(&chars, subject) <= LONGEST;
                self.subject += usize::from(holds);
            }
        }
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let share = |hits, of| Figure::Share { hits, of };
        vec![
            Measure::new("finite", self.finite.prf()),
            Measure::new("subjunctive", self.subjunctive.prf()),
            Measure::new("mood", share(self.mood, self.finite.hits)),
            Measure::new("subject", share(self.subject, self.with_gold_subject)),
            Measure::new("subject_p", share(self.subject, self.with_system_subject)),
        ]
    }
}

/// How many runs without white space a span has.
fn words(chars: &[char], (start, end): CharSpan) -> usize {
    let inside = chars.get(start..end.min(chars.len())).unwrap_or_default();
    inside.split(|&c| is_space(c)).filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gold(text: &str, verbs: &[(CharSpan, &str, Option<CharSpan>)]) -> GoldSentence {
        let verb = |&(span, mood, subject_head): &(CharSpan, &str, Option<CharSpan>)| GoldVerb {
            span,
            mood: mood.to_owned(),
            subject_head,
        };
        GoldSentence {
            id: "s".into(),
            text: text.into(),
            verbs: verbs.iter().map(verb).collect(),
        }
    }

    fn system(verbs: &[(CharSpan, &str, Option<CharSpan>)]) -> SystemSentence {
        let verb = |&(span, mood, subject): &(CharSpan, &str, Option<CharSpan>)| SystemVerb {
            span,
            mood: mood.to_owned(),
            subject,
        };
        SystemSentence {
            id: "s".into(),
            verbs: verbs.iter().map(verb).collect(),
        }
    }

    fn value(score: &SyntaxScore, name: &str) -> f64 {
        let measures = score.measures();
        let measure = measures.iter().find(|measure| measure.name == name).unwrap();
        measure.figure.value()
    }

    #[test]
    fn counts_by_hand() {
        // Sie  sagt  , er  sei  da , und  das  stimme
        let text = "Sie sagt, er sei da, und das stimme.";
        let gold = gold(
            text,
            &[
                ((4, 8), "indicative", Some((0, 3))),
                ((13, 16), "subjunctive", Some((10, 12))),
                ((29, 35), "subjunctive", None),
            ],
        );
        let mut score = SyntaxScore::default();
        score.add(
            &gold,
            &system(&[
                // The right subject, the wrong subject, a verb that is none.
                ((4, 8), "subjunctive", Some((0, 3))),
                ((13, 16), "subjunctive", Some((0, 3))),
                ((17, 19), "indicative", Some((10, 12))),
            ]),
        );
        assert!((value(&score, "finite") - 66.666_666).abs() < 1e-4);
        assert_eq!(
            value(&score, "subjunctive"),
            50.0,
            "one of two, in the gold and in the system"
        );
        assert_eq!(value(&score, "mood"), 50.0, "of the verbs found");
        assert_eq!(value(&score, "subject"), 50.0);
        assert_eq!(value(&score, "subject_p"), 50.0);
    }

    #[test]
    fn a_subject_that_runs_on_is_none() {
        let text = "eins ".repeat(16);
        let gold = gold(&text, &[((75, 79), "indicative", Some((0, 4)))]);
        for (end, hits) in [(74, 1), (79, 0)] {
            let mut score = SyntaxScore::default();
            score.add(&gold, &system(&[((75, 79), "indicative", Some((0, end)))]));
            assert_eq!(score.subject, hits, "to {end}");
        }
    }

    #[test]
    fn a_span_counts_once() {
        let gold = gold("Es ist so.", &[((3, 6), "indicative", None)]);
        let mut score = SyntaxScore::default();
        score.add(
            &gold,
            &system(&[((3, 6), "subjunctive", None), ((3, 6), "indicative", None)]),
        );
        assert_eq!(value(&score, "finite"), 100.0);
        assert_eq!(value(&score, "mood"), 100.0, "the last one counts");
        assert_eq!(value(&score, "subject"), 0.0, "nothing of nothing");
    }

    #[test]
    fn words_are_runs_without_white_space() {
        let chars: Vec<char> = "  der  neue\u{a0}Chef ".chars().collect();
        assert_eq!(words(&chars, (0, chars.len())), 3);
        assert_eq!(words(&chars, (0, 99)), 3);
        assert_eq!(words(&chars, (5, 2)), 0);
    }
}
