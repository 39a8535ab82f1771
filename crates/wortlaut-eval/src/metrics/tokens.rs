//! Tokens and sentences: exact spans and paragraph-internal sentence ends.
//!
//! * `tok` – exact token spans; `word` – the same over tokens with a letter or digit;
//! * `sent` – exact sentence spans; `bound` – sentence ends inside a paragraph (its last end, given for free, is not
//!   counted);
//! * `para_sent`, `para_tok` – share of paragraphs split without an error.
//!
//! Spans are trimmed of white space and empty ones dropped, on both sides.

use serde::{Deserialize, Serialize};

use super::{Figure, Measure, Prf, is_space, set, shared};

/// A span in code points.
pub type CharSpan = (usize, usize);

/// A paragraph of the gold.
#[derive(Debug, Deserialize)]
pub struct GoldParagraph {
    /// Its id.
    pub id: String,
    /// The article it stands in, where the corpus tells.
    pub doc: Option<String>,
    /// The text.
    pub text: String,
    /// The tokens.
    pub tokens: Vec<CharSpan>,
    /// The sentences.
    pub sents: Vec<CharSpan>,
}

/// What the system says about a paragraph.
#[derive(Debug, Default, Serialize)]
pub struct SystemParagraph {
    /// Its id.
    pub id: String,
    /// The tokens.
    pub tokens: Vec<CharSpan>,
    /// The sentences.
    pub sents: Vec<CharSpan>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    hits: usize,
    gold: usize,
    system: usize,
}

impl Count {
    fn add(&mut self, gold: &[impl Ord], system: &[impl Ord], hits: usize) {
        self.hits += hits;
        self.gold += gold.len();
        self.system += system.len();
    }

    fn prf(self) -> Figure {
        Figure::Prf(Prf::of(self.hits, self.gold, self.system))
    }
}

/// The counts over a corpus.
#[derive(Debug, Default)]
pub struct TokenScore {
    tokens: Count,
    words: Count,
    sentences: Count,
    bounds: Count,
    paragraphs: usize,
    perfect_tokens: usize,
    perfect_sentences: usize,
}

impl TokenScore {
    /// Counts a paragraph.
    pub fn add(&mut self, gold: &GoldParagraph, system: &SystemParagraph) {
        let chars: Vec<char> = gold.text.chars().collect();
        let trim = |spans: &[CharSpan]| set(spans.iter().filter_map(|&span| trimmed(&chars, span)).collect());
        self.paragraphs += 1;

        let (g, s) = (trim(&gold.tokens), trim(&system.tokens));
        self.tokens.add(&g, &s, shared(&g, &s));
        self.perfect_tokens += usize::from(g == s);
        let words = |spans: &[CharSpan]| -> Vec<CharSpan> {
            let has_word = |span: &&CharSpan| slice(&chars, **span).iter().any(|c| c.is_alphanumeric());
            spans.iter().filter(has_word).copied().collect()
        };
        let (g, s) = (words(&g), words(&s));
        self.words.add(&g, &s, shared(&g, &s));

        let (g, s) = (trim(&gold.sents), trim(&system.sents));
        self.sentences.add(&g, &s, shared(&g, &s));
        self.perfect_sentences += usize::from(g == s);
        let last = chars.iter().rposition(|&c| !is_space(c)).map_or(0, |at| at + 1);
        let bounds = |spans: &[CharSpan]| set(spans.iter().map(|span| span.1).filter(|&end| end < last).collect());
        let (g, s) = (bounds(&g), bounds(&s));
        self.bounds.add(&g, &s, shared(&g, &s));
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let share = |hits| Figure::Share {
            hits,
            of: self.paragraphs,
        };
        vec![
            Measure::new("tok", self.tokens.prf()),
            Measure::new("word", self.words.prf()),
            Measure::new("sent", self.sentences.prf()),
            Measure::new("bound", self.bounds.prf()),
            Measure::new("para_sent", share(self.perfect_sentences)),
            Measure::new("para_tok", share(self.perfect_tokens)),
        ]
    }
}

fn slice(chars: &[char], (start, end): CharSpan) -> &[char] {
    chars.get(start..end.min(chars.len())).unwrap_or_default()
}

/// The span without white space at its ends; `None` when nothing is left.
fn trimmed(chars: &[char], span: CharSpan) -> Option<CharSpan> {
    let inside = slice(chars, span);
    let first = inside.iter().position(|&c| !is_space(c))?;
    let last = inside.iter().rposition(|&c| !is_space(c))?;
    Some((span.0 + first, span.0 + last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(score: &TokenScore, name: &str) -> (f64, f64, f64) {
        let measures = score.measures();
        let measure = measures.iter().find(|measure| measure.name == name).unwrap();
        match measure.figure {
            Figure::Prf(prf) => (prf.precision, prf.recall, prf.f1),
            figure => (figure.value(), figure.value(), figure.value()),
        }
    }

    #[test]
    fn counts_by_hand() {
        // "Öl? Ja. " : Öl ? Ja .
        let gold = GoldParagraph {
            id: "p".into(),
            doc: None,
            text: "Öl? Ja. ".into(),
            tokens: vec![(0, 2), (2, 3), (4, 6), (6, 7)],
            sents: vec![(0, 4), (4, 8)],
        };
        // The mark stays on the first word, and the one sentence is found whole only with its white space trimmed.
        let system = SystemParagraph {
            id: "p".into(),
            tokens: vec![(0, 3), (4, 6), (6, 7), (7, 8)],
            sents: vec![(0, 3), (3, 7)],
        };
        let mut score = TokenScore::default();
        score.add(&gold, &system);
        let (p, r, f) = value(&score, "tok");
        assert!(
            (p - 66.666_666).abs() < 1e-5,
            "{p}: (7, 8) is white space and does not count"
        );
        assert_eq!(r, 50.0);
        assert!((f - 57.142_857).abs() < 1e-5);
        assert_eq!(value(&score, "word"), (50.0, 50.0, 50.0), "Öl and Ja; Öl? and Ja");
        assert_eq!(value(&score, "sent"), (100.0, 100.0, 100.0));
        assert_eq!(value(&score, "bound"), (100.0, 100.0, 100.0));
        assert_eq!(value(&score, "para_sent").0, 100.0);
        assert_eq!(value(&score, "para_tok").0, 0.0);
    }

    #[test]
    fn the_last_end_of_a_paragraph_is_not_a_boundary() {
        let gold = GoldParagraph {
            id: "p".into(),
            doc: None,
            text: "A b. C d.".into(),
            tokens: vec![],
            sents: vec![(0, 4), (5, 9)],
        };
        let mut score = TokenScore::default();
        let whole = SystemParagraph {
            sents: vec![(0, 9)],
            ..SystemParagraph::default()
        };
        score.add(&gold, &whole);
        assert_eq!(value(&score, "bound"), (0.0, 0.0, 0.0));
        assert_eq!(score.bounds.system, 0);
        assert_eq!(score.bounds.gold, 1);
    }

    #[test]
    fn spans_beyond_the_text_do_not_panic() {
        assert_eq!(trimmed(&['a'], (0, 9)), Some((0, 1)));
        assert_eq!(trimmed(&['a'], (5, 9)), None);
        assert_eq!(trimmed(&['a', 'b'], (2, 1)), None);
    }
}
