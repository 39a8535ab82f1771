//! The built-in German gazetteer of Wortlaut: compiled data, provenance and licences.
//!
//! # Should I be using this crate?
//!
//! Only by way of `wortlaut-gazetteer`, which reads these bytes (`Gazetteer::german()`). It is a crate of its own so that
//! data and code can be versioned and licensed apart.
//!
//! Some 12,100 rows were written by hand; towns come from GeoNames, German districts from Destatis, most first names from Faker.
//! The source tables lie beside the compiled file in `data/*.tsv`; `PROVENANCE.md` names their origin and licences
//! and counts the rows of each subject.
//! `cargo run -p wortlaut-datagen -- gazetteer` compiles them, `--check` proves that both belong together.
//!
//! ```
//! assert!(wortlaut_gazetteer_data::GERMAN.starts_with(b"WLGAZ"));
//! ```

/// The compiled gazetteer, in the format of `wortlaut_gazetteer::Gazetteer`.
pub const GERMAN: &[u8] = include_bytes!("../data/german.gaz");
