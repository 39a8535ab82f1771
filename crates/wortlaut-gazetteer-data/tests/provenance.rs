//! No table without a source and a licence.

use std::fs;
use std::path::Path;

#[test]
fn every_table_names_its_source_and_licence() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let provenance = fs::read_to_string(root.join("PROVENANCE.md")).unwrap();
    let mut tables = 0;
    for file in fs::read_dir(root.join("data")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        tables += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            provenance.contains(&format!("`{name}`")),
            "{name} is missing in PROVENANCE.md"
        );
        let text = fs::read_to_string(&path).unwrap();
        let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(
            head.contains("Licence") || head.contains("CC BY"),
            "{name} does not tell its licence"
        );
    }
    assert!(tables >= 8, "only {tables} tables");
}
