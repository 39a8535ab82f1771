//! Reads articles and prints who is named, who said what, and what happened when.
//!
//! ```text
//! cargo run --example analyze                                              # the article shipped with the examples
//! cargo run --example analyze -- --published 2025-02-25 article.txt        # files, or - for standard input
//! cargo run --example analyze -- --json article.txt                        # the wire format wortlaut/1, one line each
//! ```

#[path = "support/input.rs"]
mod input;
#[path = "support/report.rs"]
mod report;

use std::process::ExitCode;

use clap::Parser;
use wortlaut::{Pipeline, parse_date};

/// Who is named, who said what, and what happened when.
#[derive(Parser)]
struct Arguments {
    /// Articles as UTF-8 text; `-` reads standard input; none reads the article shipped with this example.
    files: Vec<String>,
    /// The day of publication (2025-02-25), from which *gestern* is counted.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Print the wire format wortlaut/1, one document a line.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    input::finish(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<String, input::Error> {
    let published = arguments.published.as_deref().map(parse_date).transpose()?;
    let documents = input::documents(&arguments.files, published)?;
    let pipeline = Pipeline::german();
    let mut output = Vec::new();
    for document in &documents {
        let analysis = pipeline.analyze(document);
        output.push(if arguments.json {
            analysis.to_json()? + "\n"
        } else {
            report::report(&analysis)?
        });
    }
    Ok(output.join(if arguments.json { "" } else { "\n" }))
}
