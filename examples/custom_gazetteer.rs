//! Finds the names of a list of one's own on top of those of the built-in one.
//!
//! ```text
//! cargo run --example custom_gazetteer                                     # the list and the article shipped
//! cargo run --example custom_gazetteer -- names.tsv article.txt another.txt
//! ```
//!
//! The list is a table: `id`, `kind`, `name`, `aliases`, `ids` … set apart by tabs, see `GazetteerBuilder`.

#[path = "support/input.rs"]
mod input;

use std::fs;
use std::process::ExitCode;

use wortlaut::Pipeline;
use wortlaut::gazetteer::{GazetteerBuilder, Recognizer};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let list = arguments.next();
    input::finish(run(list.as_deref(), &arguments.collect::<Vec<_>>()))
}

fn run(list: Option<&str>, files: &[String]) -> Result<String, input::Error> {
    let mut builder = GazetteerBuilder::new();
    match list {
        // A wrong line is told with file, line and column.
        Some(path) => {
            let table = fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
            builder.read_tsv(path, table)?
        }
        None => builder.read_tsv("ports.tsv", &include_bytes!("articles/ports.tsv")[..])?,
    };
    let own = builder.build()?;
    let pipeline = Pipeline::builder()
        .names(Recognizer::builder().gazetteer(own).build())
        .build();

    let mut output = String::new();
    for document in &input::documents(files, None)? {
        let analysis = pipeline.analyze(document);
        for entity in analysis.entities() {
            let words: Vec<_> = entity.mentions().map(|mention| mention.text()).collect();
            let ids: Vec<_> = entity
                .data()
                .ids
                .iter()
                .map(|(authority, id)| format!("{authority}:{id}"))
                .collect();
            output += &format!("{:<28} {:<26} {}\n", entity.name(), ids.join(" "), words.join(", "));
        }
    }
    Ok(output)
}
