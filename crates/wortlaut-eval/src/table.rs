//! The table of scores.

use std::fmt::Write;

use crate::metrics::{Figure, Measure};
use crate::score::{Outcome, Row};

/// All rows as text: a line per corpus, with `details` also one per figure.
pub fn table(rows: &[Row], details: bool) -> String {
    let mut out = String::new();
    let width = rows
        .iter()
        .map(|row| row.name.len())
        .max()
        .unwrap_or(0)
        .max("corpus".len());
    line(
        &mut out,
        format_args!(
            "{:width$}  {:>5}  figures (F1 or per cent; n/m: so many of so many)",
            "corpus", "units"
        ),
    );
    for row in rows {
        match &row.outcome {
            Outcome::Skipped { reason } => {
                line(
                    &mut out,
                    format_args!("{:width$}  {:>5}  skipped: {reason}", row.name, "-"),
                );
            }
            Outcome::Scored { units, measures } => {
                let figures: Vec<String> = measures
                    .iter()
                    .filter(|measure| is_headline(measure))
                    .map(brief)
                    .collect();
                line(
                    &mut out,
                    format_args!("{:width$}  {units:>5}  {}", row.name, figures.join("  ")),
                );
                if details {
                    measures
                        .iter()
                        .for_each(|measure| line(&mut out, format_args!("{:width$}  {}", "", full(measure))));
                }
            }
        }
    }
    out
}

fn line(out: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{line}");
}

/// The single classes of the entities are details.
fn is_headline(measure: &Measure) -> bool {
    measure.name.starts_with(|c: char| c.is_ascii_lowercase())
}

fn brief(measure: &Measure) -> String {
    match measure.figure {
        Figure::Share { hits, of } => format!("{} {:.2} ({hits}/{of})", measure.name, measure.figure.value()),
        Figure::Alarms(count) => format!("{} {count}", measure.name),
        Figure::Prf(_) | Figure::Percent(_) => format!("{} {:.2}", measure.name, measure.figure.value()),
    }
}

fn full(measure: &Measure) -> String {
    match measure.figure {
        Figure::Prf(prf) => format!(
            "{:24} P {:6.2}  R {:6.2}  F1 {:6.2}   gold {}, system {}",
            measure.name, prf.precision, prf.recall, prf.f1, prf.gold, prf.system
        ),
        Figure::Share { hits, of } => format!("{:24} {hits} of {of}: {:.2} %", measure.name, measure.figure.value()),
        Figure::Percent(value) => format!("{:24} {value:.2} %", measure.name),
        Figure::Alarms(count) => format!("{:24} {count}", measure.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_rows_say_why() {
        let rows = [Row {
            name: "krauts",
            outcome: Outcome::Skipped {
                reason: "no file /corpora/krauts/meta.jsonl".into(),
            },
        }];
        let table = table(&rows, false);
        assert!(
            table.contains("krauts      -  skipped: no file /corpora/krauts/meta.jsonl\n"),
            "{table}"
        );
    }

    #[test]
    fn figures_have_two_digits() {
        let measure = |figure| Measure {
            name: "found".into(),
            figure,
        };
        assert_eq!(brief(&measure(Figure::Share { hits: 2, of: 3 })), "found 66.67 (2/3)");
        assert_eq!(brief(&measure(Figure::Alarms(4))), "found 4");
        assert_eq!(brief(&measure(Figure::Percent(99.999))), "found 100.00");
    }
}
