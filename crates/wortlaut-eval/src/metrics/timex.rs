//! Time expressions, after TempEval-3: spans, types and values, micro-averaged.
//!
//! Gold and system are paired one to one, equal spans first, then by the length of the overlap. `strict` pairs have
//! equal spans, `relaxed` pairs share a character; `rel+value` are relaxed pairs whose values agree, and so on.

use serde::Serialize;

use super::{Figure, Measure, Prf};

/// A time expression, in code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CharTimex {
    /// Its first code point.
    pub start: usize,
    /// The code point after its last.
    pub end: usize,
    /// TIMEX3 `type`.
    #[serde(rename = "type")]
    pub kind: String,
    /// TIMEX3 `value`.
    pub value: String,
}

/// What the system says about a document.
#[derive(Debug, Serialize)]
pub struct SystemDocument {
    /// The id.
    pub doc_id: String,
    /// Its time expressions.
    pub timexes: Vec<CharTimex>,
}

/// The figures, in the order they are counted in.
const NAMES: [&str; 8] = [
    "strict",
    "relaxed",
    "rel+type",
    "rel+value",
    "rel+type+value",
    "str+type",
    "str+value",
    "str+type+value",
];

/// The counts over a corpus.
#[derive(Debug, Default)]
pub struct TimexScore {
    gold: usize,
    system: usize,
    hits: [usize; NAMES.len()],
}

impl TimexScore {
    /// Counts a document. Both sides are sorted by start, longer ones first.
    pub fn add(&mut self, gold: &[CharTimex], system: &[CharTimex]) {
        self.gold += gold.len();
        self.system += system.len();
        for (g, s) in pairs(gold, system) {
            let strict = (g.start, g.end) == (s.start, s.end);
            let kind = g.kind.to_uppercase() == s.kind.to_uppercase();
            let value = g.value == s.value;
            let counted = [
                strict,
                true,
                kind,
                value,
                kind && value,
                strict && kind,
                strict && value,
                strict && kind && value,
            ];
            for (hits, counts) in self.hits.iter_mut().zip(counted) {
                *hits += usize::from(counts);
            }
        }
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let prf = |hits| Figure::Prf(Prf::of(hits, self.gold, self.system));
        NAMES
            .iter()
            .zip(self.hits)
            .map(|(&name, hits)| Measure::new(name, prf(hits)))
            .collect()
    }
}

fn pairs<'a>(gold: &'a [CharTimex], system: &'a [CharTimex]) -> Vec<(&'a CharTimex, &'a CharTimex)> {
    let mut pairs = Vec::new();
    let mut gold: Vec<Option<&CharTimex>> = gold.iter().map(Some).collect();
    let mut system: Vec<Option<&CharTimex>> = system.iter().map(Some).collect();
    for slot in &mut system {
        let Some(s) = *slot else { continue };
        let same = |g: &&mut Option<&CharTimex>| g.is_some_and(|g| (g.start, g.end) == (s.start, s.end));
        // Of several gold expressions with this span, one with the same value is preferred.
        let agreeing = gold
            .iter_mut()
            .filter(same)
            .find(|g| g.is_some_and(|g| g.value == s.value));
        let found = match agreeing {
            Some(found) => Some(found),
            None => gold.iter_mut().find(|g| same(g)),
        };
        if let Some(g) = found.and_then(Option::take) {
            pairs.push((g, s));
            *slot = None;
        }
    }
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate().filter_map(|(i, g)| Some((i, (*g)?))) {
        for (j, s) in system.iter().enumerate().filter_map(|(j, s)| Some((j, (*s)?))) {
            let overlap = g.end.min(s.end).saturating_sub(g.start.max(s.start));
            if overlap > 0 {
                candidates.push((std::cmp::Reverse(overlap), g.start, i, j));
            }
        }
    }
    candidates.sort_unstable();
    for (_, _, i, j) in candidates {
        if let (Some(g @ Some(_)), Some(s @ Some(_))) = (gold.get_mut(i), system.get_mut(j)) {
            pairs.extend(g.take().zip(s.take()));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timex(start: usize, end: usize, kind: &str, value: &str) -> CharTimex {
        CharTimex {
            start,
            end,
            kind: kind.into(),
            value: value.into(),
        }
    }

    fn hits(score: &TimexScore, name: &str) -> usize {
        let at = NAMES.iter().position(|&known| known == name).unwrap();
        score.hits[at]
    }

    #[test]
    fn counts_by_hand() {
        let gold = [
            timex(0, 8, "DATE", "2020"),
            timex(10, 20, "DURATION", "P1Y"),
            timex(30, 35, "TIME", "T08:30"),
            timex(40, 44, "SET", "P1D"),
        ];
        let system = [
            timex(0, 8, "DATE", "2020"),
            timex(12, 20, "date", "P1Y"),
            timex(30, 35, "TIME", "T8:30"),
            timex(50, 55, "DATE", "X"),
            timex(60, 65, "DATE", "X"),
        ];
        let mut score = TimexScore::default();
        score.add(&gold, &system);
        let counted = NAMES.map(|name| hits(&score, name));
        assert_eq!(counted, [2, 3, 2, 2, 1, 2, 1, 1]);
        let strict = score.measures()[0].clone();
        let Figure::Prf(prf) = strict.figure else {
            panic!("{strict:?}")
        };
        assert_eq!((prf.precision, prf.recall, prf.gold, prf.system), (40.0, 50.0, 4, 5));
        assert!((prf.f1 - 44.444_444).abs() < 1e-5);
    }

    #[test]
    fn pairing_is_one_to_one_by_the_longest_overlap() {
        let gold = [timex(0, 4, "DATE", "A"), timex(5, 20, "DATE", "B")];
        let system = [timex(0, 20, "DATE", "B")];
        let mut score = TimexScore::default();
        score.add(&gold, &system);
        assert_eq!((hits(&score, "relaxed"), hits(&score, "rel+value")), (1, 1));
    }

    #[test]
    fn touching_is_no_overlap() {
        let mut score = TimexScore::default();
        score.add(&[timex(0, 4, "DATE", "A")], &[timex(4, 8, "DATE", "A")]);
        assert_eq!(hits(&score, "relaxed"), 0);
    }

    #[test]
    fn of_equal_spans_the_equal_value_is_taken() {
        let gold = [timex(0, 4, "DATE", "A"), timex(0, 4, "DATE", "B")];
        let mut score = TimexScore::default();
        score.add(&gold, &[timex(0, 4, "DATE", "B")]);
        assert_eq!(hits(&score, "str+value"), 1);
    }
}
