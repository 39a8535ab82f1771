//! The lexicon of word forms.

use std::error::Error;
use std::path::PathBuf;

use clap::Args;

use crate::Mode;

/// What to harvest from.
#[derive(Args)]
pub(crate) struct HarvestArgs {
    /// A list of words, one a line, lower case.
    pub(crate) words: PathBuf,
}

/// Makes the artefact.
pub(crate) fn run(_mode: Mode) -> Result<(), Box<dyn Error>> {
    Ok(())
}

/// Proposes source lists.
pub(crate) fn harvest(args: &HarvestArgs) -> Result<(), Box<dyn Error>> {
    Err(format!("{}: not supported", args.words.display()).into())
}
