//! Builds the compiled data of the Wortlaut crates from the source lists checked in beside them.
//!
//! Each subcommand makes one artefact. With `--check` nothing is written: the command fails (exit code 1) when the
//! artefact in the repository is not what the generator makes, which is how continuous integration proves that data
//! and sources belong together.

mod gazetteer;
mod lexicon;

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

#[derive(Parser)]
#[command(about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The lexicon of word forms: crates/wortlaut-lexicon/data
    Lexicon(Mode),
    /// The built-in gazetteer.
    Gazetteer(Mode),
    /// Proposes source lists of the lexicon from a word list (see the provenance file of the lexicon).
    HarvestLexicon(lexicon::HarvestArgs),
}

/// Write or compare.
#[derive(Args, Clone, Copy)]
pub(crate) struct Mode {
    /// Write nothing; fail when the artefact in the repository differs.
    #[arg(long)]
    pub(crate) check: bool,
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Lexicon(mode) => lexicon::run(mode),
        Command::Gazetteer(mode) => gazetteer::run(mode),
        Command::HarvestLexicon(args) => lexicon::harvest(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// The folder of a crate of this workspace.
pub(crate) fn crate_dir(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// Tells the user something on the error stream.
pub(crate) fn say(line: &str) {
    // A closed error stream is no reason to fail.
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes the artefact, or compares it with the one in the repository.
pub(crate) fn emit(path: &Path, bytes: &[u8], mode: Mode) -> Result<(), Box<dyn Error>> {
    if mode.check {
        if fs::read(path).is_ok_and(|old| old == bytes) {
            say(&format!("{}: up to date", path.display()));
            return Ok(());
        }
        return Err(format!("{} is not what its sources make; run the generator", path.display()).into());
    }
    fs::write(path, bytes)?;
    say(&format!("{}: {} bytes", path.display(), bytes.len()));
    Ok(())
}
