//! Named entities: strict spans and classes (GermEval 2014, outer spans).
//!
//! * `main` – the four main classes, `…deriv` and `…part` left out on both sides;
//! * `all` – every class; `span` – right span, any class; then every class by itself.
//! * `ids` – of the mentions of places that were found (LOC, LOCderiv, LOCpart; in the gold too), how many carry an
//!   identifier; `ids_names` – the same of LOC alone. The gold has no identifiers, so nothing says whether one is right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Figure, Measure, Prf, ratio, set, shared};

/// A span in code points, with its class.
pub type ClassSpan = (usize, usize, String);

/// A sentence of the gold.
#[derive(Debug, Deserialize)]
pub struct GoldSentence {
    /// The text.
    pub text: String,
    /// The outer spans.
    pub char_spans: Vec<ClassSpan>,
}

/// What the system says about a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SystemSentence {
    /// The spans.
    pub spans: Vec<ClassSpan>,
    /// The spans of what carries an identifier; no part of what the corpus scorer reads.
    #[serde(skip)]
    pub identified: Vec<(usize, usize)>,
}

/// The counts over a corpus: hits, gold, system by figure.
#[derive(Debug, Default)]
pub struct EntityScore {
    main: [usize; 3],
    all: [usize; 3],
    span: [usize; 3],
    classes: BTreeMap<String, [usize; 3]>,
    /// Mentions of places found, and how many of them carry an identifier: all, and names alone.
    places: [usize; 2],
    names: [usize; 2],
}

impl EntityScore {
    /// A score that lists every class of GermEval 2014, also those it never meets.
    pub fn with_all_classes() -> Self {
        let mut score = EntityScore::default();
        for class in ["PER", "LOC", "ORG", "OTH"] {
            for suffix in ["", "deriv", "part"] {
                score.classes.insert(format!("{class}{suffix}"), [0; 3]);
            }
        }
        score
    }

    /// Counts a sentence; `identified` are the spans of what carries an identifier.
    pub fn add(&mut self, gold: &[ClassSpan], system: &[ClassSpan], identified: &[(usize, usize)]) {
        let (gold, system) = (set(gold.to_vec()), set(system.to_vec()));
        count(&mut self.all, &gold, &system);
        let main =
            |spans: &[ClassSpan]| -> Vec<ClassSpan> { spans.iter().filter(|s| !is_minor(&s.2)).cloned().collect() };
        count(&mut self.main, &main(&gold), &main(&system));
        let bare = |spans: &[ClassSpan]| set(spans.iter().map(|s| (s.0, s.1)).collect());
        count(&mut self.span, &bare(&gold), &bare(&system));
        for (at, spans) in [(1, &gold), (2, &system)] {
            for span in spans {
                self.class(&span.2, at);
            }
        }
        for span in gold.iter().filter(|span| system.binary_search(span).is_ok()) {
            self.class(&span.2, 0);
            let has_id = usize::from(identified.contains(&(span.0, span.1)));
            for (counts, counted) in [
                (&mut self.places, span.2.starts_with("LOC")),
                (&mut self.names, span.2 == "LOC"),
            ] {
                if counted {
                    let [of, hits] = counts;
                    *of += 1;
                    *hits += has_id;
                }
            }
        }
    }

    fn class(&mut self, name: &str, at: usize) {
        let counts = self.classes.entry(name.to_owned()).or_default();
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let fixed = [("main", self.main), ("all", self.all), ("span", self.span)];
        let classes = self.classes.iter().map(|(name, &counts)| (name.as_str(), counts));
        let figures = fixed.into_iter().chain(classes);
        let share = |name, [of, hits]: [usize; 2]| Measure::new(name, Figure::Share { hits, of });
        figures
            .map(|(name, counts)| Measure::new(name, Figure::Prf(prf(counts))))
            .chain([share("ids", self.places), share("ids_names", self.names)])
            .collect()
    }
}

fn is_minor(class: &str) -> bool {
    class.ends_with("deriv") || class.ends_with("part")
}

fn count<T: Ord>(counts: &mut [usize; 3], gold: &[T], system: &[T]) {
    let [hits, g, s] = counts;
    *hits += shared(gold, system);
    *g += gold.len();
    *s += system.len();
}

/// In the order of operations of the corpus scorer, so that figures agree in the last digit too.
fn prf([hits, gold, system]: [usize; 3]) -> Prf {
    let (p, r) = (ratio(hits, system), ratio(hits, gold));
    let f1 = if p + r > 0.0 { 200.0 * p * r / (p + r) } else { 0.0 };
    Prf {
        precision: 100.0 * p,
        recall: 100.0 * r,
        f1,
        gold,
        system,
    }
}

/// The GermEval class that a class of MobIE corresponds to; `None` for what is no name (numbers, dates, triggers).
pub fn mobie_class(class: &str) -> Option<&'static str> {
    match class {
        "person" => Some("PER"),
        "organization" => Some("ORG"),
        "location" => Some("LOC"),
        fine if fine.starts_with("organization-") => Some("ORG"),
        fine if fine.starts_with("location-") => Some("LOC"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(spans: &[(usize, usize, &str)]) -> Vec<ClassSpan> {
        spans.iter().map(|&(s, e, class)| (s, e, class.to_owned())).collect()
    }

    fn figure(score: &EntityScore, name: &str) -> Prf {
        let measures = score.measures();
        match measures.iter().find(|measure| measure.name == name).unwrap().figure {
            Figure::Prf(prf) => prf,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn counts_by_hand() {
        let mut score = EntityScore::default();
        score.add(
            &spans(&[(0, 5, "PER"), (9, 14, "LOCderiv"), (20, 23, "ORG")]),
            &spans(&[(0, 5, "PER"), (9, 14, "LOC"), (20, 23, "ORG"), (30, 31, "ORG")]),
            &[],
        );
        let main = figure(&score, "main");
        assert_eq!((main.gold, main.system), (2, 4), "deriv is left out of the gold");
        assert_eq!((main.precision, main.recall), (50.0, 100.0));
        assert!((main.f1 - 66.666_666).abs() < 1e-4);
        let all = figure(&score, "all");
        assert_eq!((all.gold, all.system, all.precision), (3, 4, 50.0));
        assert_eq!(figure(&score, "span").recall, 100.0, "the class does not matter");
        assert_eq!(figure(&score, "LOC").gold, 0);
        assert_eq!(figure(&score, "LOCderiv").f1, 0.0);
        assert_eq!(figure(&score, "ORG").precision, 50.0);
    }

    #[test]
    fn repeated_spans_count_once() {
        let mut score = EntityScore::default();
        score.add(&spans(&[(0, 2, "ORG")]), &spans(&[(0, 2, "ORG"), (0, 2, "ORG")]), &[]);
        assert_eq!(figure(&score, "all").f1, 100.0);
    }

    #[test]
    fn identifiers_of_places_found() {
        let mut score = EntityScore::default();
        score.add(
            &spans(&[
                (0, 5, "LOC"),
                (9, 14, "LOC"),
                (20, 23, "ORG"),
                (30, 34, "LOC"),
                (50, 59, "LOCderiv"),
            ]),
            &spans(&[
                (0, 5, "LOC"),
                (9, 14, "LOC"),
                (20, 23, "ORG"),
                (40, 44, "LOC"),
                (50, 59, "LOCderiv"),
            ]),
            &[(9, 14), (20, 23), (40, 44), (50, 59)],
        );
        for (name, hits, of) in [("ids", 2, 3), ("ids_names", 1, 2)] {
            let measures = score.measures();
            let share = measures.iter().find(|measure| measure.name == name).unwrap();
            assert_eq!(share.figure, Figure::Share { hits, of }, "{name}");
        }
    }

    #[test]
    fn classes_of_mobie() {
        assert_eq!(mobie_class("location-street"), Some("LOC"));
        assert_eq!(mobie_class("organization-company"), Some("ORG"));
        assert_eq!(mobie_class("org-position"), None);
        assert_eq!(mobie_class("trigger"), None);
    }
}
