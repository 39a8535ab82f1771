//! Quotations, after the metric of Petersen-Frey and Biemann (LREC-COLING 2024).
//!
//! Per document, gold and system quotations are paired one to one so that the summed token F1 of their quotes (a little
//! more for an equal type and medium) is highest. For every pair and part, precision and recall over tokens; a part
//! that is empty on the side of the denominator gives no value. `quote` is F1 of the mean precision and mean recall of
//! the quote parts, `roles` the same over the other four parts pooled, `joint` over all five; `type` is micro F1 of the
//! label over pairs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Figure, Measure, Prf, harmonic, ratio};

/// The tokens of a part, by their numbers in the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// The numbers; a set.
    #[serde(default)]
    pub token_ids: BTreeSet<u32>,
}

/// A quotation in the terms of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Annotation {
    /// `Direct`, `Indirect`, `Reported`, `FreeIndirect` or `IndirectFreeIndirect`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// `Speech`, `Writing`, `Thought`, `SW`, `ST`, `TW`.
    pub medium: Option<String>,
    /// The words.
    #[serde(default, deserialize_with = "part")]
    pub quote: Part,
    /// Whose they are.
    #[serde(default, deserialize_with = "part")]
    pub speaker: Part,
    /// The word that says so.
    #[serde(default, deserialize_with = "part")]
    pub cue: Part,
    /// What introduces them.
    #[serde(default, deserialize_with = "part")]
    pub frame: Part,
    /// To whom.
    #[serde(default, deserialize_with = "part")]
    pub addressee: Part,
}

/// A document, gold or system.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnnotatedDocument {
    /// Its name, which is its id.
    pub document_name: String,
    /// Its quotations.
    pub annotations: Vec<Annotation>,
}

/// An absent part is written as an absent key, `null`, `{}` or `[]`.
fn part<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Part, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Part(Part),
        Nothing(#[allow(dead_code, reason = "only tells that it is a list")] [(); 0]),
    }
    Ok(match Option::deserialize(deserializer)? {
        Some(Written::Part(part)) => part,
        Some(Written::Nothing(_)) | None => Part::default(),
    })
}

/// Names of the parts, as figures.
const PARTS: [&str; 5] = ["quote", "addressee", "cue", "frame", "speaker"];

impl Annotation {
    fn parts(&self) -> [&Part; PARTS.len()] {
        [&self.quote, &self.addressee, &self.cue, &self.frame, &self.speaker]
    }
}

/// Values of a part over all pairs.
#[derive(Clone, Debug, Default)]
struct Values {
    precision: Vec<f64>,
    recall: Vec<f64>,
}

/// The counts over a corpus.
#[derive(Debug, Default)]
pub struct QuoteScore {
    values: [Values; PARTS.len()],
    /// By type: pairs that agree, system quotations that do not, gold quotations that do not.
    types: BTreeMap<String, [usize; 3]>,
}

impl QuoteScore {
    /// Counts a document.
    pub fn add(&mut self, gold: &[Annotation], system: &[Annotation]) {
        let weights: Vec<Vec<f64>> = gold
            .iter()
            .map(|g| system.iter().map(|s| weight(g, s)).collect())
            .collect();
        let mut partner: Vec<Option<usize>> = vec![None; gold.len()];
        let mut free: Vec<bool> = vec![true; system.len()];
        for (i, j) in assign(&weights) {
            if let (Some(slot), Some(is_free)) = (partner.get_mut(i), free.get_mut(j)) {
                *slot = Some(j);
                *is_free = false;
            }
        }
        for (g, j) in gold.iter().zip(partner) {
            self.pair(Some(g), j.and_then(|j| system.get(j)));
        }
        for (s, _) in system.iter().zip(free).filter(|(_, is_free)| *is_free) {
            self.pair(None, Some(s));
        }
    }

    fn pair(&mut self, gold: Option<&Annotation>, system: Option<&Annotation>) {
        let nothing = Annotation::default();
        let parts = gold
            .unwrap_or(&nothing)
            .parts()
            .into_iter()
            .zip(system.unwrap_or(&nothing).parts());
        for (values, (g, s)) in self.values.iter_mut().zip(parts) {
            let hits = g.token_ids.intersection(&s.token_ids).count();
            if !s.token_ids.is_empty() {
                values.precision.push(ratio(hits, s.token_ids.len()));
            }
            if !g.token_ids.is_empty() {
                values.recall.push(ratio(hits, g.token_ids.len()));
            }
        }
        let kind = |annotation: Option<&Annotation>| annotation.and_then(|a| a.kind.clone());
        let (g, s) = (kind(gold), kind(system));
        if g == s {
            let name = g.unwrap_or_default();
            self.count(name, 0);
        } else {
            s.into_iter().for_each(|name| self.count(name, 1));
            g.into_iter().for_each(|name| self.count(name, 2));
        }
    }

    fn count(&mut self, kind: String, at: usize) {
        if let Some(count) = self.types.entry(kind).or_default().get_mut(at) {
            *count += 1;
        }
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let [quote, roles @ ..] = &self.values;
        let mut measures = vec![
            macro_average("quote", &[quote]),
            macro_average("roles", &roles.iter().collect::<Vec<_>>()),
            macro_average("joint", &self.values.iter().collect::<Vec<_>>()),
        ];
        for (name, values) in PARTS.iter().zip(&self.values).skip(1) {
            measures.push(macro_average(name, &[values]));
        }
        let [hits, wrong, missed] = self
            .types
            .values()
            .fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z]);
        measures.push(Measure::new(
            "type",
            Figure::Prf(Prf::of(hits, hits + missed, hits + wrong)),
        ));
        measures
    }
}

fn macro_average(name: &str, parts: &[&Values]) -> Measure {
    let mean = |values: &dyn Fn(&Values) -> &[f64]| {
        let all: Vec<f64> = parts.iter().flat_map(|part| values(part).iter().copied()).collect();
        let mean = if all.is_empty() {
            0.0
        } else {
            all.iter().sum::<f64>() / all.len() as f64
        };
        (mean, all.len())
    };
    let (precision, system) = mean(&|values| &values.precision);
    let (recall, gold) = mean(&|values| &values.recall);
    let prf = Prf {
        precision: 100.0 * precision,
        recall: 100.0 * recall,
        f1: 100.0 * harmonic(precision, recall),
        gold,
        system,
    };
    Measure::new(name, Figure::Prf(prf))
}

/// How much a pair is worth: token F1 of the quotes, more for an equal type and medium, zero without overlap.
fn weight(gold: &Annotation, system: &Annotation) -> f64 {
    let (g, s) = (&gold.quote.token_ids, &system.quote.token_ids);
    let hits = g.intersection(s).count();
    if hits == 0 {
        return 0.0;
    }
    let overlap = harmonic(ratio(hits, s.len()), ratio(hits, g.len()));
    let equal = |a: bool| f64::from(u8::from(a));
    overlap + (0.01 * equal(gold.kind == system.kind) + 0.001 * equal(gold.medium == system.medium))
}

/// The pairs (row, column) of a maximum-weight assignment: the Hungarian method with potentials, O(n³) in the number
/// of quotations of *one* document.
#[allow(
    clippy::indexing_slicing,
    reason = "all vectors have the lengths n + 1 and m + 1 of the matrix, and all indices come from loops over them"
)]
fn assign(weights: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (weights.len(), weights.first().map_or(0, Vec::len));
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    // The method wants no more rows than columns; it minimises, so weights become costs.
    let flip = rows > columns;
    let (n, m) = if flip { (columns, rows) } else { (rows, columns) };
    let cost = |i: usize, j: usize| if flip { -weights[j][i] } else { -weights[i][j] };
    let (mut u, mut v) = (vec![0.0; n + 1], vec![0.0; m + 1]);
    // row_of[j]: the row (from 1) that column j is given to; 0 for none.
    let mut row_of = vec![0; m + 1];
    let mut way = vec![0; m + 1];
    for i in 1..=n {
        row_of[0] = i;
        let mut j0 = 0;
        let mut least = vec![f64::INFINITY; m + 1];
        let mut used = vec![false; m + 1];
        loop {
            used[j0] = true;
            let i0 = row_of[j0];
            let mut delta = f64::INFINITY;
            let mut j1 = 0;
            for j in (1..=m).filter(|&j| !used[j]) {
                let reduced = cost(i0 - 1, j - 1) - u[i0] - v[j];
                if reduced < least[j] {
                    least[j] = reduced;
                    way[j] = j0;
                }
                if least[j] < delta {
                    delta = least[j];
                    j1 = j;
                }
            }
            for j in 0..=m {
                if used[j] {
                    u[row_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
            if row_of[j0] == 0 {
                break;
            }
        }
        while j0 != 0 {
            let j1 = way[j0];
            row_of[j0] = row_of[j1];
            j0 = j1;
        }
    }
    let given = row_of.iter().enumerate().skip(1).filter(|(_, row)| **row != 0);
    given
        .map(|(j, &row)| if flip { (j - 1, row - 1) } else { (row - 1, j - 1) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(tokens: &[u32]) -> Part {
        Part {
            token_ids: tokens.iter().copied().collect(),
        }
    }

    fn quote(kind: &str, quote: &[u32], speaker: &[u32]) -> Annotation {
        Annotation {
            kind: Some(kind.into()),
            quote: part(quote),
            speaker: part(speaker),
            ..Annotation::default()
        }
    }

    fn figures(score: &QuoteScore, name: &str) -> (f64, f64, f64) {
        let measures = score.measures();
        match measures.iter().find(|measure| measure.name == name).unwrap().figure {
            Figure::Prf(prf) => (prf.precision, prf.recall, prf.f1),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_assignment_is_the_best_of_all() {
        // Greedy would take 0.9 first and lose 0.8 + 0.8.
        let weights = vec![vec![0.9, 0.8], vec![0.8, 0.0]];
        let mut pairs = assign(&weights);
        pairs.sort_unstable();
        assert_eq!(pairs, [(0, 1), (1, 0)]);
        assert!(assign(&[]).is_empty());
        assert!(assign(&[vec![], vec![]]).is_empty());
    }

    #[test]
    fn the_assignment_agrees_with_trying_all() {
        // All permutations of a 3 × 4 matrix, and its transpose.
        let weights = vec![
            vec![0.31, 0.62, 0.11, 0.55],
            vec![0.64, 0.61, 0.05, 0.20],
            vec![0.63, 0.48, 0.44, 0.59],
        ];
        let mut best = 0.0f64;
        for a in 0..4 {
            for b in (0..4).filter(|&b| b != a) {
                for c in (0..4).filter(|&c| c != a && c != b) {
                    best = best.max(weights[0][a] + weights[1][b] + weights[2][c]);
                }
            }
        }
        let total: f64 = assign(&weights).iter().map(|&(i, j)| weights[i][j]).sum();
        assert!((total - best).abs() < 1e-12, "{total} {best}");
        let transposed: Vec<Vec<f64>> = (0..4).map(|j| weights.iter().map(|row| row[j]).collect()).collect();
        let total: f64 = assign(&transposed).iter().map(|&(i, j)| transposed[i][j]).sum();
        assert!((total - best).abs() < 1e-12, "{total} {best}");
    }

    #[test]
    fn counts_by_hand() {
        let gold = [
            quote("Direct", &[1, 2, 3, 4], &[6]),
            quote("Indirect", &[10, 11], &[8, 9]),
        ];
        let system = [quote("Indirect", &[3, 4], &[6]), quote("Reported", &[20], &[])];
        let mut score = QuoteScore::default();
        score.add(&gold, &system);
        // Pairs: (Direct, Indirect) with two of two and two of four tokens; the second two pair without overlap.
        assert_eq!(figures(&score, "quote"), (50.0, 25.0, 100.0 * harmonic(0.5, 0.25)));
        assert_eq!(figures(&score, "speaker"), (100.0, 50.0, 100.0 * harmonic(1.0, 0.5)));
        assert_eq!(figures(&score, "cue"), (0.0, 0.0, 0.0));
        let joint = figures(&score, "joint");
        assert!(
            (joint.0 - 100.0 * 2.0 / 3.0).abs() < 1e-9 && (joint.1 - 37.5).abs() < 1e-9,
            "{joint:?}"
        );
        assert_eq!(figures(&score, "type"), (0.0, 0.0, 0.0));
    }

    #[test]
    fn what_is_unpaired_counts_against_its_side() {
        let mut score = QuoteScore::default();
        score.add(
            &[quote("Direct", &[1], &[])],
            &[quote("Direct", &[1], &[]), quote("Direct", &[5], &[7])],
        );
        assert_eq!(figures(&score, "quote"), (50.0, 100.0, 100.0 * harmonic(0.5, 1.0)));
        assert_eq!(figures(&score, "roles"), (0.0, 0.0, 0.0));
        let (p, r, _) = figures(&score, "type");
        assert_eq!((p, r), (50.0, 100.0));
    }

    #[test]
    fn an_equal_type_decides_between_equal_overlaps() {
        let gold = quote("Direct", &[1, 2], &[]);
        assert!(weight(&gold, &quote("Direct", &[1], &[])) > weight(&gold, &quote("Indirect", &[2], &[])));
        assert_eq!(weight(&gold, &quote("Direct", &[3], &[])), 0.0);
    }

    #[test]
    fn absent_parts_can_be_written_in_many_ways() {
        let line = r#"{"type": "Direct", "quote": {"tokenIds": [2, 1, 2]}, "speaker": {}, "cue": [], "frame": null}"#;
        let annotation: Annotation = serde_json::from_str(line).unwrap();
        assert_eq!(annotation, quote("Direct", &[1, 2], &[]));
    }
}
