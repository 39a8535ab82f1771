//! Finds the names of lists of one's own on top of those of the built-in one.
//!
//! ```text
//! cargo run --release --example custom_gazetteer                        # the lists and the article shipped
//! cargo run --release --example custom_gazetteer -- -l names.tsv -l more.csv article.txt another.txt
//! cargo run --release --example custom_gazetteer -- -l names.jsonl --save names.gaz article.txt
//! cargo run --release --example custom_gazetteer -- -l names.gaz article.txt   # nothing is read or built anew
//! ```
//!
//! It prints a line for everything that is named: its name, its identifiers, and the words that name it. Of the article
//! shipped, among others (`archive` is what the shipped lists call their identifiers):
//!
//! ```text
//! Rostock                      ags:13003 geonames:2844588 Rostock, Rostock, Rostocker
//! Rostocker Stadthafen         archive:p-0017             Stadthafen
//! Warnow                       archive:p-0021             Warnow, Warnow
//! ```
//!
//! The end of a file's name, in small letters or capitals, tells what it is: a table with tabs (`.tsv`), CSV (`.csv`), JSON
//! Lines (`.jsonl`), or a list that was compiled and saved (`.gaz`). See `GazetteerBuilder` for the columns. A list with a
//! fault is told with file, line, column and what to do, and the program ends with code 2.

#[path = "support/input.rs"]
mod input;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use wortlaut::Pipeline;
use wortlaut::gazetteer::{Gazetteer, GazetteerBuilder, Recognizer};

/// Finds the names of your own lists in German articles.
#[derive(Parser)]
struct Arguments {
    /// A list: .tsv, .csv, .jsonl, or .gaz for a compiled one; may be given again. Without one the shipped lists.
    #[arg(short, long = "list", value_name = "FILE")]
    lists: Vec<PathBuf>,
    /// Where to keep the compiled list of all tables, to be given as a list the next time.
    #[arg(short, long, value_name = "FILE.gaz")]
    save: Option<PathBuf>,
    /// The texts, - for standard input. Without one the shipped article.
    files: Vec<String>,
}

fn main() -> ExitCode {
    input::finish(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<String, input::Error> {
    // A wrong line is told with file, line, column, reason and what to do; nothing of its list is used.
    let mut builder = GazetteerBuilder::new();
    let mut compiled = Vec::new();
    for path in &arguments.lists {
        if is_compiled(path) {
            compiled.push(Gazetteer::load(path)?);
            continue;
        }
        let before = builder.len();
        if builder.read_file(path)?.len() == before {
            eprintln!("{}: a header and no entries", path.display());
        }
    }
    if arguments.lists.is_empty() {
        builder.read_tsv("ports.tsv", &include_bytes!("articles/ports.tsv")[..])?;
        builder.read_csv("ports.csv", &include_bytes!("articles/ports.csv")[..])?;
        builder.read_jsonl("ports.jsonl", &include_bytes!("articles/ports.jsonl")[..])?;
    }
    let own = builder.build()?;
    if let Some(path) = &arguments.save {
        let name = path.display();
        // A table would be lost: what is saved can be loaded, but no longer edited.
        if !is_compiled(path) {
            return Err(format!("{name}: a compiled list is kept under a name that ends in .gaz").into());
        }
        if arguments.lists.contains(path) {
            return Err(
                format!("{name}: one of the lists that are read; keep the compiled one under another name").into(),
            );
        }
        if own.is_empty() {
            return Err(
                format!("{name}: nothing to keep, no table has an entry; compiled lists are kept as they are").into(),
            );
        }
        save(&own, path)?;
    }

    // The first list counts first where two have a name of one priority; the built-in one comes last.
    let names = compiled
        .into_iter()
        .fold(Recognizer::builder().gazetteer(own), |names, list| {
            names.gazetteer(list)
        });
    let pipeline = Pipeline::builder().names(names.build()).build();
    let mut output = String::new();
    for document in &input::documents(&arguments.files, None)? {
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

/// Whether the name of a file says that it is a compiled list.
fn is_compiled(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("gaz"))
}

/// Keeps a compiled list, and proves that it opens.
fn save(list: &Gazetteer, path: &Path) -> Result<(), input::Error> {
    list.save(path)?;
    let kept = Gazetteer::load(path)?;
    eprintln!(
        "{}: {} entries, {} bytes",
        path.display(),
        kept.len(),
        kept.as_bytes().len()
    );
    Ok(())
}
