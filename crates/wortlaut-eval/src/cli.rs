//! The commands.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use wortlaut::Pipeline;
use wortlaut::tokenize::{Tokenizer, TokenizerOptions};

use crate::error::Result;
use crate::files::{self, Line};
use crate::floors::Floors;
use crate::half::Half;
use crate::metrics::timex::SystemDocument;
use crate::predict::syntax::SyntaxPredictor;
use crate::predict::timex::DomainArgument;
use crate::predict::tokens::TokenPredictor;
use crate::predict::{self, Reader};
use crate::raw::{self, RawArticleFile, RawMeta, RawParagraph, RawQuoteDocument, RawSentence};
use crate::{score, table};

/// Predictions and scores of Wortlaut on public corpora.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// How a run ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was written.
    Done,
    /// A figure is below its floor.
    BelowFloor,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write what Wortlaut says about the texts of a corpus; annotations of the gold are never read.
    #[command(subcommand)]
    Predict(Predict),
    /// Score all corpora of a directory in one table.
    Score(Score),
}

#[derive(Debug, Subcommand)]
enum Predict {
    /// Tokens and sentences, for eval_tokens.py.
    Tokens {
        #[command(flatten)]
        files: GoldAndOut,
        /// Split hyphen compounds as Universal Dependencies do.
        #[arg(long)]
        ud_hyphens: bool,
    },
    /// Finite verbs with mood and subject, for eval_syntax.py.
    Syntax(GoldAndOut),
    /// Named entities in the classes of GermEval 2014, for eval_entities.py.
    Entities(GoldAndOut),
    /// Time expressions, for eval_timex.py.
    Timex {
        /// A directory with <doc_id>.txt files, read byte for byte.
        #[arg(long)]
        texts: PathBuf,
        /// JSON lines with `doc_id` and the date of publication `dct`.
        #[arg(long)]
        meta: PathBuf,
        /// What relative times are counted from.
        #[arg(long, value_enum, default_value_t)]
        domain: DomainArgument,
        /// The JSON-lines file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Quotations, for eval_quotes.py.
    Quotes(GoldAndOut),
    /// All layers of one text, in the wire format `wortlaut/1`.
    Analysis {
        /// The text.
        #[arg(long)]
        text: PathBuf,
        /// Its date of publication, as 2025-02-25.
        #[arg(long)]
        published: Option<String>,
        /// The JSON file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// All layers of every article of a gold file, for eval_analysis.py: one wortlaut/1 file per article.
    Articles {
        /// One `denews-gold/1` document, or {"docs": […]}.
        #[arg(long)]
        gold: PathBuf,
        /// The directory for `<id>.json`; made if need be.
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
struct GoldAndOut {
    /// The gold file (JSON lines), of which only the texts are read.
    #[arg(long)]
    gold: PathBuf,
    /// The JSON-lines file to write.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Args)]
struct Score {
    /// The directory of the corpora. Corpora that are not there are skipped, and the table says so.
    #[arg(long)]
    corpora: PathBuf,
    /// Figures that must be reached (TOML); exit code 1 when one is not.
    #[arg(long)]
    floors: Option<PathBuf>,
    /// Score a fixed half of every corpus.
    #[arg(long, value_enum)]
    half: Option<Half>,
    /// Precision, recall and counts of every figure.
    #[arg(long)]
    details: bool,
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    match arguments.command {
        Command::Predict(command) => predict(command).map(|()| Outcome::Done),
        Command::Score(command) => score(&command),
    }
}

fn predict(command: Predict) -> Result<()> {
    match command {
        Predict::Tokens { files, ud_hyphens } => {
            let mut predictor = TokenPredictor::new(tokenizer(ud_hyphens));
            convert(&files, |paragraph: &RawParagraph| Ok(predictor.predict(paragraph)))
        }
        Predict::Syntax(files) => {
            let mut predictor = SyntaxPredictor::new();
            convert(&files, |sentence: &RawParagraph| Ok(predictor.predict(sentence)))
        }
        Predict::Entities(files) => {
            let mut reader = Reader::german();
            convert(&files, |sentence: &RawSentence| {
                predict::entities::predict(&mut reader, sentence)
            })
        }
        Predict::Quotes(files) => {
            let mut reader = Reader::german();
            convert(&files, |document: &RawQuoteDocument| {
                predict::quotes::predict(&mut reader, document)
            })
        }
        Predict::Timex {
            texts,
            meta,
            domain,
            out,
        } => timex(&texts, &meta, domain, &out),
        Predict::Analysis { text, published, out } => {
            let published = raw::date(published.as_deref(), || "--published".to_owned())?;
            let text = files::read_text(&text)?;
            let analysis = predict::articles::predict(&Pipeline::german(), None, &text, published)?;
            files::write(&out, &(files::to_json(&analysis)? + "\n"))
        }
        Predict::Articles { gold, out } => articles(&gold, &out),
    }
}

/// A tokenizer with or without the hyphens of Universal Dependencies.
pub fn tokenizer(ud_hyphens: bool) -> Tokenizer {
    let mut options = TokenizerOptions::default();
    options.ud_hyphens = ud_hyphens;
    Tokenizer::with_options(options)
}

/// One line out for every line of the gold.
fn convert<G, S>(files: &GoldAndOut, mut convert: impl FnMut(&G) -> Result<S>) -> Result<()>
where
    G: serde::de::DeserializeOwned,
    S: serde::Serialize,
{
    let gold: Vec<Line<G>> = files::read_lines(&files.gold)?;
    let system = gold
        .iter()
        .map(|line| convert(&line.record))
        .collect::<Result<Vec<S>>>()?;
    files::write(&files.out, &files::to_lines(&system)?)
}

fn timex(texts: &Path, meta: &Path, domain: DomainArgument, out: &Path) -> Result<()> {
    let mut reader = predict::timex::reader(domain);
    let mut documents = Vec::new();
    for line in files::read_lines::<RawMeta>(meta)? {
        let place = || format!("{}, line {}", meta.display(), line.number);
        let published = raw::date(line.record.dct.as_deref(), place)?;
        let doc_id = line.record.doc_id;
        let text = files::read_text(&files::path_of(texts, &doc_id, ".txt", &meta.display().to_string())?)?;
        let timexes = predict::timex::predict(&mut reader, &text, published)?;
        documents.push(SystemDocument { doc_id, timexes });
    }
    files::write(out, &files::to_lines(&documents)?)
}

fn articles(gold: &Path, out: &Path) -> Result<()> {
    let place = gold.display().to_string();
    let pipeline = Pipeline::german();
    let mut written = Vec::new();
    for article in files::read_json::<RawArticleFile>(gold)?.articles() {
        let path = files::path_of(out, &article.id, ".json", &place)?;
        let published = article.published(&place)?;
        let analysis = predict::articles::predict(&pipeline, Some(&article.id), &article.text, published)?;
        written.push((path, files::to_json(&analysis)? + "\n"));
    }
    files::make_directory(out)?;
    written.iter().try_for_each(|(path, json)| files::write(path, json))
}

fn score(command: &Score) -> Result<Outcome> {
    // Floors first: a mistake in them should not wait for the scores.
    let floors = command.floors.as_deref().map(Floors::read).transpose()?;
    let rows = score::score(&command.corpora, command.half)?;
    let mut report = table::table(&rows, command.details);
    let verdict = floors.map(|floors| floors.check(&rows));
    if let Some(verdict) = &verdict {
        report.push('\n');
        report.push_str(&verdict.to_string());
    }
    // A reader that stops reading (`| head`) is no error.
    let _ = std::io::stdout().write_all(report.as_bytes());
    Ok(match verdict {
        Some(verdict) if !verdict.holds() => Outcome::BelowFloor,
        _ => Outcome::Done,
    })
}
