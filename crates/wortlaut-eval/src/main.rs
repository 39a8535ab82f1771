//! Predictions and scores of Wortlaut on public corpora.
//!
//! `wortlaut-eval predict …` writes what Wortlaut says about the texts of a corpus, in the format and the conventions
//! of that corpus; it reads the raw text only. `wortlaut-eval score --corpora DIR` measures all corpora at once with
//! the published metrics and can hold the figures against floors.
//!
//! Exit codes: 0 – done; 1 – a figure is below its floor; 2 – something could not be read, understood or written.
//! Nothing of a corpus is part of this repository.

#![allow(clippy::print_stderr, reason = "a command line tool tells its errors on stderr")]

mod cli;
mod error;
mod files;
mod floors;
mod half;
mod metrics;
mod predict;
mod raw;
mod score;
mod table;
mod tml;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::run(cli::Arguments::parse()) {
        Ok(cli::Outcome::Done) => ExitCode::SUCCESS,
        Ok(cli::Outcome::BelowFloor) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
