//! The built-in gazetteer: the tables of `wortlaut-gazetteer-data/data`, compiled.

use std::error::Error;
use std::fs::{self, File};
use std::path::PathBuf;

use wortlaut_gazetteer::GazetteerBuilder;
use wortlaut_text::Gender;

use crate::{Mode, crate_dir, emit, say};

/// The table of first names: `name`, `gender` (m, f or empty).
const FIRST_NAMES: &str = "first_names.tsv";

/// Compiles the tables.
pub(crate) fn run(mode: Mode) -> Result<(), Box<dyn Error>> {
    let data = crate_dir("wortlaut-gazetteer-data").join("data");
    let mut tables: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(&data)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") && !path.ends_with(FIRST_NAMES) {
            tables.push(path);
        }
    }
    // The order does not change the result, but the first error reported.
    tables.sort();
    let mut builder = GazetteerBuilder::new();
    for table in &tables {
        builder.read_tsv(&table.display().to_string(), File::open(table)?)?;
    }
    for (number, line) in fs::read_to_string(data.join(FIRST_NAMES))?.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let (name, gender) = line.split_once('\t').unwrap_or((line, ""));
        let gender = match gender {
            "m" => Some(Gender::Masculine),
            "f" => Some(Gender::Feminine),
            "" => None,
            _ => return Err(format!("{FIRST_NAMES}:{}: unknown gender {gender:?}", number + 1).into()),
        };
        builder.add_first_name(name, gender);
    }
    let gazetteer = builder.build()?;
    say(&format!("{} entries of {} tables", gazetteer.len(), tables.len()));
    emit(&data.join("german.gaz"), gazetteer.as_bytes(), mode)
}
