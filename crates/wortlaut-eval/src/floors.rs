//! Figures that must be reached.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use crate::error::{EvalError, Result};
use crate::files;
use crate::metrics::Figure;
use crate::score::{self, Outcome, Row};

/// A floor for some figures of some rows. A floor of a count of alarms is a ceiling.
#[derive(Debug, PartialEq)]
pub struct Floors {
    rows: BTreeMap<String, BTreeMap<String, f64>>,
}

/// What the comparison says.
#[derive(Debug, Default, PartialEq)]
pub struct Verdict {
    held: usize,
    broken: Vec<String>,
    unchecked: Vec<String>,
}

impl Floors {
    /// Reads a floors file. Rows and figures that do not exist are errors: a misspelt floor would guard nothing.
    pub fn read(path: &Path) -> Result<Self> {
        Floors::parse(&files::read_text(path)?, path)
    }

    fn parse(text: &str, path: &Path) -> Result<Self> {
        let fail = |what: String, line: usize, column: usize| {
            let place = format!("{}, line {line}, column {column}", path.display());
            EvalError::new(
                what,
                place,
                "see the header of crates/wortlaut-eval/floors.toml for the format",
            )
        };
        let rows: BTreeMap<String, BTreeMap<String, f64>> = toml::from_str(text).map_err(|error| {
            let before = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
            fail(error.message().to_owned(), line, column)
        })?;
        for (row, figures) in &rows {
            let known = score::figures_of(row).ok_or_else(|| unknown("row", row, row, text, path))?;
            for figure in figures.keys() {
                if !known.iter().any(|name| name == figure) {
                    return Err(unknown("figure", &format!("{figure} of {row}"), figure, text, path));
                }
            }
        }
        Ok(Floors { rows })
    }

    /// Holds the floors against the scores.
    pub fn check(&self, rows: &[Row]) -> Verdict {
        let mut verdict = Verdict::default();
        for (name, floors) in &self.rows {
            let outcome = rows.iter().find(|row| row.name == name).map(|row| &row.outcome);
            let Some(Outcome::Scored { measures, .. }) = outcome else {
                verdict.unchecked.push(name.clone());
                continue;
            };
            for (figure, &floor) in floors {
                match measures.iter().find(|measure| measure.name == *figure) {
                    Some(measure) if reaches(measure.figure, floor) => verdict.held += 1,
                    Some(measure) => verdict.broken.push(format!(
                        "{name}: {figure} is {:.2}, {} {floor}",
                        measure.figure.value(),
                        if measure.figure.lower_is_better() {
                            "above its ceiling"
                        } else {
                            "below its floor"
                        }
                    )),
                    // A class of which neither gold nor system has a single name.
                    None => verdict.unchecked.push(format!("{name}: {figure}")),
                }
            }
        }
        verdict
    }
}

fn unknown(what: &str, name: &str, key: &str, text: &str, path: &Path) -> EvalError {
    let line = text.lines().position(|line| line.contains(key)).map_or(1, |at| at + 1);
    let known = score::row_names().join(", ");
    EvalError::new(
        format_args!("unknown {what}: {name}"),
        format_args!("{}, line {line}", path.display()),
        format_args!("rows are {known}; `score --details` lists the figures of each"),
    )
}

fn reaches(figure: Figure, floor: f64) -> bool {
    // Floors have two digits; a figure that is printed as its floor reaches it.
    let value = figure.value();
    if figure.lower_is_better() {
        value <= floor
    } else {
        value >= floor - 0.005
    }
}

impl Verdict {
    /// Whether no floor is broken.
    pub fn holds(&self) -> bool {
        self.broken.is_empty()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "floors: {} held, {} broken, {} not checked",
            self.held,
            self.broken.len(),
            self.unchecked.len()
        )?;
        self.broken.iter().try_for_each(|line| writeln!(f, "  BROKEN {line}"))?;
        self.unchecked
            .iter()
            .try_for_each(|line| writeln!(f, "  not checked: {line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::Measure;

    fn parse(text: &str) -> Result<Floors> {
        Floors::parse(text, Path::new("floors.toml"))
    }

    fn row(name: &'static str, figures: &[(&str, Figure)]) -> Row {
        let measures = figures.iter().map(|(name, figure)| Measure {
            name: (*name).to_owned(),
            figure: *figure,
        });
        Row {
            name,
            outcome: Outcome::Scored {
                units: 1,
                measures: measures.collect(),
            },
        }
    }

    #[test]
    fn floors_and_ceilings() {
        let floors = parse("[krauts]\nstrict = 70.0\n\"rel+value\" = 60\n[articles]\nevents_extra = 3\n").unwrap();
        let rows = |strict, extra| {
            [
                row(
                    "krauts",
                    &[
                        ("strict", Figure::Percent(strict)),
                        ("rel+value", Figure::Percent(60.0)),
                    ],
                ),
                row("articles", &[("events_extra", Figure::Alarms(extra))]),
            ]
        };
        assert!(floors.check(&rows(70.0, 3)).holds());
        let verdict = floors.check(&rows(69.9, 4));
        assert_eq!(
            verdict.broken,
            [
                "articles: events_extra is 4.00, above its ceiling 3",
                "krauts: strict is 69.90, below its floor 70"
            ]
        );
        assert_eq!(verdict.held, 1);
    }

    #[test]
    fn skipped_rows_are_not_checked_and_not_broken() {
        let floors = parse("[krauts]\nstrict = 70.0\n").unwrap();
        let verdict = floors.check(&[]);
        assert!(verdict.holds());
        assert_eq!(verdict.unchecked, ["krauts"]);
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        for (text, expected) in [
            (
                "[kraut]\nstrict = 1",
                "unknown row: kraut\n  where: floors.toml, line 1",
            ),
            (
                "[krauts]\nstrikt = 1",
                "unknown figure: strikt of krauts\n  where: floors.toml, line 2",
            ),
            ("[krauts]\nstrict = \"high\"", "line 2, column 10"),
            ("[krauts\n", "floors.toml, line 1, column"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn the_shipped_floors_are_well_formed() {
        parse(include_str!("../floors.toml")).unwrap();
    }
}
