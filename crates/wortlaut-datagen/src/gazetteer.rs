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
    refuse_doubled_identifiers(&builder)?;
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

/// Two rows with one identifier are one thing: they must be one row, or a text would call it two.
fn refuse_doubled_identifiers(builder: &GazetteerBuilder) -> Result<(), Box<dyn Error>> {
    let doubled: Vec<String> = builder
        .shared_identifiers()
        .into_iter()
        .map(|(identifier, entries)| format!("{identifier} is given to {}", entries.join(" and ")))
        .collect();
    if doubled.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}; join the rows, one name as an alias of the other",
        doubled.join("; ")
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubled_identifier_is_refused_with_both_entries() {
        let mut builder = GazetteerBuilder::new();
        let table = "kind\tname\taliases\tids\n\
                     place\tAlbstein\t\tgeonames=7;ags=1\n\
                     place\tBadstein\tBad\tgeonames=8\n\
                     place\tAlbstein am See\t\tgeonames=7\n";
        builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
        let error = refuse_doubled_identifiers(&builder).unwrap_err().to_string();
        assert_eq!(
            error,
            "geonames=7 is given to place:Albstein and place:Albstein am See; join the rows, one name as an alias of the other"
        );
    }

    #[test]
    fn the_same_number_of_two_authorities_is_no_doubled_identifier() {
        let mut builder = GazetteerBuilder::new();
        let table = "kind\tname\tids\nplace\tAlbstein\tgeonames=7\nplace\tBadstein\tags=7\n";
        builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
        assert!(refuse_doubled_identifiers(&builder).is_ok());
    }
}
