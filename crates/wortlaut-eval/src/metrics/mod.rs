//! The metrics, one room per task. Each is written anew after the published definition of its scorer.

pub mod analysis;
pub mod entities;
pub mod quotes;
pub mod syntax;
pub mod timex;
pub mod tokens;

/// A figure with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The name, as the scorer of the corpus prints it; the key in the floors file.
    pub name: String,
    /// The figure.
    pub figure: Figure,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// Precision, recall and their harmonic mean, with what was counted.
    Prf(Prf),
    /// So many of so many.
    Share {
        /// How many.
        hits: usize,
        /// Of how many.
        of: usize,
    },
    /// A per cent value.
    Percent(f64),
    /// How often the system said something it should not have said. The fewer the better.
    Alarms(usize),
}

/// Precision, recall and F1 in per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prf {
    /// Precision.
    pub precision: f64,
    /// Recall.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// How many the gold has.
    pub gold: usize,
    /// How many the system has.
    pub system: usize,
}

impl Figure {
    /// The number that a floor is compared with: F1, per cent, or the count of alarms.
    pub fn value(self) -> f64 {
        match self {
            Figure::Prf(prf) => prf.f1,
            Figure::Share { hits, of } => 100.0 * ratio(hits, of),
            Figure::Percent(value) => value,
            Figure::Alarms(count) => count as f64,
        }
    }

    /// Whether a floor is a ceiling: alarms must stay at or below it.
    pub fn lower_is_better(self) -> bool {
        matches!(self, Figure::Alarms(_))
    }
}

impl Measure {
    fn new(name: impl Into<String>, figure: Figure) -> Self {
        Measure {
            name: name.into(),
            figure,
        }
    }
}

impl Prf {
    /// From counts: true positives, gold, system.
    fn of(hits: usize, gold: usize, system: usize) -> Self {
        let (p, r) = (ratio(hits, system), ratio(hits, gold));
        Prf {
            precision: 100.0 * p,
            recall: 100.0 * r,
            f1: 100.0 * harmonic(p, r),
            gold,
            system,
        }
    }
}

/// `part / whole`, zero where there is no whole.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The harmonic mean, zero where both are zero.
fn harmonic(p: f64, r: f64) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

/// What Python's `str.isspace` calls white space: also the four information separators.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// How many elements two sorted slices without repetitions share.
fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                count += 1;
                a.next();
                b.next();
            }
        }
    }
    count
}

/// Sorts and removes repetitions.
fn set<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_sides_give_zero_not_nan() {
        assert_eq!(Prf::of(0, 0, 0).f1, 0.0);
        assert_eq!(Prf::of(0, 3, 0).precision, 0.0);
        assert_eq!(Figure::Share { hits: 0, of: 0 }.value(), 0.0);
    }

    #[test]
    fn sets() {
        assert_eq!(set(vec![3, 1, 3]), [1, 3]);
        assert_eq!(shared(&[1, 3, 5], &[2, 3, 5, 9]), 2);
        assert_eq!(shared::<u8>(&[], &[1]), 0);
    }
}
