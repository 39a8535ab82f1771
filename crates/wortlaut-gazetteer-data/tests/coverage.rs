//! What the tables must know, class by class: counts with floors, and lists of names that must be there (`coverage.txt`).

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rows of all tables but the first names: the file, and the values by column.
fn rows() -> Vec<(String, BTreeMap<String, String>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .filter(|path| !path.ends_with("first_names.tsv"))
        .collect();
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
        for line in lines {
            let values = line.split('\t').map(str::to_owned);
            let row = columns.iter().map(|&column| column.to_owned()).zip(values).collect();
            rows.push((file.clone(), row));
        }
    }
    rows
}

fn value<'r>(row: &'r BTreeMap<String, String>, column: &str) -> &'r str {
    row.get(column).map_or("", String::as_str)
}

/// The sections of the list of names.
fn sections() -> BTreeMap<String, Vec<String>> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut section = String::new();
    for line in include_str!("coverage.txt").lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']').to_owned();
        } else if !line.starts_with('#') && !line.is_empty() {
            sections.entry(section.clone()).or_default().push(line.to_owned());
        }
    }
    sections
}

/// All names and aliases.
fn names() -> BTreeSet<String> {
    rows()
        .iter()
        .flat_map(|(_, row)| {
            let aliases = value(row, "aliases").split('|').map(str::to_owned);
            aliases.chain([value(row, "name").to_owned()]).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn names_of_each_class_are_there() {
    let names = names();
    let mut missing = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (section, lines) in sections() {
        let text = match section.as_str() {
            "office-holder" | "foreign-minister" => lines
                .iter()
                .map(|line| line.split_once(' ').unwrap().1)
                .collect::<Vec<_>>()
                .join("|"),
            _ => lines.concat(),
        };
        for name in text.split('|').map(str::trim).filter(|name| !name.is_empty()) {
            *counts.entry(section.clone()).or_default() += 1;
            if !names.contains(name) {
                missing.push(format!("{section}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    for (section, floor) in [
        ("capital", 190),
        ("company", 125),
        ("club", 180),
        ("government", 205),
        ("organisation", 85),
        ("institution", 100),
        ("media", 100),
        ("landscape", 165),
        ("office-holder", 690),
        ("foreign-minister", 196),
    ] {
        let count = counts.get(section).copied().unwrap_or_default();
        assert!(count >= floor, "{section}: {count} of {floor}");
    }
}

#[test]
fn every_state_has_adjective_inhabitants_and_office_holders() {
    let rows = rows();
    let states: BTreeMap<&str, &BTreeMap<String, String>> = rows
        .iter()
        .filter(|(file, _)| file == "countries")
        .filter_map(|(_, row)| {
            let code = value(row, "ids")
                .split(';')
                .find_map(|id| id.strip_prefix("iso3166="))?;
            Some((code, row))
        })
        .collect();
    let mut faults = Vec::new();
    let mut count = 0;
    for line in &sections()["office-holder"] {
        let (code, people) = line.split_once(' ').unwrap();
        if matches!(code, "EU" | "UN" | "NATO") {
            continue;
        }
        count += 1;
        assert!(!people.is_empty(), "{code}");
        let Some(row) = states.get(code) else {
            faults.push(format!("{code} is no state of the list"));
            continue;
        };
        // The Vatican has citizens, but no word for them.
        for column in ["adjectives", "people"] {
            if value(row, column).is_empty() && (code, column) != ("VA", "people") {
                faults.push(format!("{code} has no {column}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count >= 196, "{count} states");
    let ministers: BTreeSet<String> = (sections()["foreign-minister"].iter())
        .filter_map(|line| Some(line.split_once(' ')?.0.to_owned()))
        .collect();
    let without: Vec<&str> = (sections()["office-holder"].iter())
        .filter_map(|line| Some(line.split_once(' ')?.0.to_owned()))
        .filter(|code| !matches!(code.as_str(), "EU" | "UN" | "NATO") && !ministers.contains(code))
        .map(|code| *states.keys().find(|state| **state == code).unwrap())
        .collect();
    assert!(without.is_empty(), "no foreign minister of {without:?}");
}

#[test]
fn parts_of_the_german_speaking_states_are_complete() {
    let rows = rows();
    let codes = |authority: &str, prefix: &str| -> BTreeSet<String> {
        rows.iter()
            .flat_map(|(_, row)| value(row, "ids").split(';'))
            .filter_map(|id| id.strip_prefix(authority)?.strip_prefix('='))
            .filter(|code| code.starts_with(prefix))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(codes("iso3166-2", "DE-").len(), 16, "Länder of Germany");
    assert_eq!(codes("iso3166-2", "AT-").len(), 9, "Länder of Austria");
    assert_eq!(codes("iso3166-2", "CH-").len(), 26, "cantons");
    assert_eq!(codes("statistik-austria", "").len(), 79, "Bezirke of Austria");
    let districts = codes("ags", "").into_iter().filter(|code| code.len() == 5).count();
    assert!(districts >= 400, "{districts} Kreise and towns that are none's");
}

#[test]
fn tables_are_as_large_as_they_are_said_to_be() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (file, _) in rows() {
        *counts.entry(file).or_default() += 1;
    }
    let mut by_hand = 0;
    for (file, floor) in [
        ("countries", 234),
        ("provinces", 270),
        ("regions", 650),
        ("landscapes", 845),
        ("transport", 85),
        ("cities", 1180),
        ("organizations", 1170),
        ("institutions_german", 480),
        ("institutions_world", 520),
        ("parties", 245),
        ("companies", 1530),
        ("media", 550),
        ("clubs", 615),
        ("persons", 488),
        ("politicians_german", 815),
        ("politicians_world", 1450),
        ("people", 650),
        ("events_and_works", 218),
    ] {
        let count = counts.get(file).copied().unwrap_or_default();
        assert!(count >= floor, "{file}: {count} of {floor}");
        by_hand += count;
    }
    assert!(by_hand >= 11_900, "{by_hand} rows by hand");
    for (file, floor) in [
        ("towns", 2850),
        ("namesakes", 130),
        ("villages", 5200),
        ("world_towns", 12_000),
        ("districts", 385),
    ] {
        let count = counts.get(file).copied().unwrap_or_default();
        assert!(count >= floor, "{file}: {count} of {floor}");
    }
}
