//! All corpora, scored.

use std::path::Path;

use serde::Deserialize;
use wortlaut::{Date, Pipeline};

use crate::cli::tokenizer;
use crate::error::{EvalError, Result};
use crate::files;
use crate::half::{Half, wanted};
use crate::metrics::Measure;
use crate::metrics::analysis::{ArticleScore, GoldFile};
use crate::metrics::entities::{ClassSpan, EntityScore, GoldSentence, mobie_class};
use crate::metrics::quotes::{AnnotatedDocument, QuoteScore};
use crate::metrics::syntax::{self, SyntaxScore};
use crate::metrics::timex::TimexScore;
use crate::metrics::tokens::{GoldParagraph, TokenScore};
use crate::predict::syntax::SyntaxPredictor;
use crate::predict::timex::DomainArgument;
use crate::predict::tokens::TokenPredictor;
use crate::predict::{self, Reader};
use crate::raw::{self, RawArticleFile, RawMeta, RawParagraph, RawQuoteDocument, RawSentence};
use crate::tml;

/// A line of the table.
#[derive(Debug)]
pub struct Row {
    /// Its name, as in the floors file.
    pub name: &'static str,
    /// What came out.
    pub outcome: Outcome,
}

/// What came out of a row.
#[derive(Debug)]
pub enum Outcome {
    /// It was scored.
    Scored {
        /// Paragraphs, sentences or documents.
        units: usize,
        /// The figures.
        measures: Vec<Measure>,
    },
    /// The corpus is not there.
    Skipped {
        /// What is missing.
        reason: String,
    },
}

/// What is measured in a row, and where its gold is.
#[derive(Clone, Copy, Debug)]
enum Task {
    Tokens {
        file: &'static str,
        ud_hyphens: bool,
    },
    Syntax {
        file: &'static str,
    },
    Entities {
        file: &'static str,
    },
    Mobie,
    Timex {
        directory: &'static str,
        domain: DomainArgument,
    },
    Quotes {
        file: &'static str,
    },
    Articles {
        file: &'static str,
        date: PublicationDate,
    },
}

/// Which date an article is analysed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PublicationDate {
    /// The one a caller would know; none where the gold says that it is not given.
    Given,
    /// The true one, also where it is not given.
    Gold,
}

/// The rows, in the order of the table.
const ROWS: [(&str, Task); 14] = [
    (
        "tokens/gsd-dev-news",
        Task::Tokens {
            file: "tokens/gsd-dev-news.jsonl",
            ud_hyphens: false,
        },
    ),
    (
        "tokens/gsd-dev",
        Task::Tokens {
            file: "tokens/gsd-dev.jsonl",
            ud_hyphens: true,
        },
    ),
    (
        "tokens/wikinews-dev",
        Task::Tokens {
            file: "tokens/wikinews-dev.jsonl",
            ud_hyphens: false,
        },
    ),
    (
        "tokens/tricky-dev",
        Task::Tokens {
            file: "tokens/tricky-dev.jsonl",
            ud_hyphens: false,
        },
    ),
    (
        "syntax/gsd-dev",
        Task::Syntax {
            file: "syntax/gsd-dev.jsonl",
        },
    ),
    (
        "entities/germeval14_dev",
        Task::Entities {
            file: "entities/germeval14_dev.jsonl",
        },
    ),
    ("entities/mobie", Task::Mobie),
    (
        "krauts",
        Task::Timex {
            directory: "krauts",
            domain: DomainArgument::News,
        },
    ),
    (
        "wikiwarsde",
        Task::Timex {
            directory: "wikiwarsde",
            domain: DomainArgument::Narrative,
        },
    ),
    (
        "quotes/dev",
        Task::Quotes {
            file: "quotes/dev.jsonl",
        },
    ),
    (
        "quotes/train",
        Task::Quotes {
            file: "quotes/train.jsonl",
        },
    ),
    (
        "articles",
        Task::Articles {
            file: "articles/gold.json",
            date: PublicationDate::Given,
        },
    ),
    (
        "seed",
        Task::Articles {
            file: "seed/gold.json",
            date: PublicationDate::Given,
        },
    ),
    (
        "seed/dated",
        Task::Articles {
            file: "seed/gold.json",
            date: PublicationDate::Gold,
        },
    ),
];

/// The names of the rows.
pub fn row_names() -> Vec<&'static str> {
    ROWS.iter().map(|(name, _)| *name).collect()
}

/// The names of the figures of a row; `None` when there is no such row.
pub fn figures_of(row: &str) -> Option<Vec<String>> {
    let (_, task) = ROWS.iter().find(|(name, _)| *name == row)?;
    let measures = match task {
        Task::Tokens { .. } => TokenScore::default().measures(),
        Task::Syntax { .. } => SyntaxScore::default().measures(),
        Task::Entities { .. } | Task::Mobie => EntityScore::with_all_classes().measures(),
        Task::Timex { .. } => TimexScore::default().measures(),
        Task::Quotes { .. } => QuoteScore::default().measures(),
        Task::Articles { .. } => ArticleScore::default().measures(),
    };
    Some(measures.into_iter().map(|measure| measure.name).collect())
}

/// Scores every corpus that is there. A directory without any is an error: all rows skipped would look like success.
pub fn score(corpora: &Path, half: Option<Half>) -> Result<Vec<Row>> {
    files::list(corpora, |_| false)?;
    let mut scorer = Scorer {
        corpora,
        half,
        news: Reader::german(),
    };
    let mut rows = Vec::with_capacity(ROWS.len());
    let mut found = false;
    for (name, task) in ROWS {
        let skipped = |reason: String| Outcome::Skipped { reason };
        let outcome = match scorer.missing(task) {
            Some(path) => skipped(format!("no {}", path.display())),
            None => {
                found = true;
                match scorer.run(task)? {
                    // A corpus of one document is in one of the halves only; zeros would read as a score.
                    Outcome::Scored { units: 0, .. } if half.is_some() => {
                        skipped("no document in this half".to_owned())
                    }
                    outcome => outcome,
                }
            }
        };
        rows.push(Row { name, outcome });
    }
    if !found {
        return Err(EvalError::new(
            "no corpus found",
            corpora.display(),
            "give the directory that holds tokens/, syntax/, entities/, krauts/, quotes/ and articles/, or some of them",
        ));
    }
    Ok(rows)
}

struct Scorer<'a> {
    corpora: &'a Path,
    half: Option<Half>,
    /// The default pipeline, for every row that can do with it.
    news: Reader,
}

impl Scorer<'_> {
    /// The first path that a task needs and that is not there.
    fn missing(&self, task: Task) -> Option<std::path::PathBuf> {
        let needed = match task {
            Task::Tokens { file, .. }
            | Task::Syntax { file }
            | Task::Entities { file }
            | Task::Quotes { file }
            | Task::Articles { file, .. } => {
                vec![self.corpora.join(file)]
            }
            Task::Mobie => {
                let directory = self.corpora.join("entities");
                let any = directory.is_dir() && mobie_files(&directory).is_ok_and(|files| !files.is_empty());
                if any {
                    Vec::new()
                } else {
                    vec![directory.join("mobie_*.jsonl")]
                }
            }
            Task::Timex { directory, .. } => ["meta.jsonl", "text", "gold"]
                .map(|part| self.corpora.join(directory).join(part))
                .to_vec(),
        };
        needed.into_iter().find(|path| !path.exists())
    }

    fn run(&mut self, task: Task) -> Result<Outcome> {
        match task {
            Task::Tokens { file, ud_hyphens } => self.tokens(&self.corpora.join(file), ud_hyphens),
            Task::Syntax { file } => self.syntax(&self.corpora.join(file)),
            Task::Entities { file } => self.entities(&[self.corpora.join(file)], Some),
            Task::Mobie => {
                let files = mobie_files(&self.corpora.join("entities"))?;
                self.entities(&files, |(start, end, class)| {
                    let class = match class.as_str() {
                        "PER" | "LOC" | "ORG" => class,
                        fine => mobie_class(fine)?.to_owned(),
                    };
                    Some((start, end, class))
                })
            }
            Task::Timex { directory, domain } => self.timex(&self.corpora.join(directory), domain),
            Task::Quotes { file } => self.quotes(&self.corpora.join(file)),
            Task::Articles { file, date } => self.articles(&self.corpora.join(file), date),
        }
    }

    fn tokens(&self, file: &Path, ud_hyphens: bool) -> Result<Outcome> {
        let pairs = gold_and_raw::<GoldParagraph, RawParagraph>(file)?;
        let mut predictor = TokenPredictor::new(tokenizer(ud_hyphens));
        let mut score = TokenScore::default();
        let mut units = 0;
        for (gold, raw) in &pairs {
            // Paragraphs of one article stay together where the corpus tells the article.
            if wanted(self.half, gold.doc.as_ref().unwrap_or(&gold.id)) {
                score.add(gold, &predictor.predict(raw));
                units += 1;
            }
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }

    fn syntax(&self, file: &Path) -> Result<Outcome> {
        let pairs = gold_and_raw::<syntax::GoldSentence, RawParagraph>(file)?;
        let mut predictor = SyntaxPredictor::new();
        let mut score = SyntaxScore::default();
        let mut units = 0;
        for (gold, raw) in &pairs {
            if wanted(self.half, &gold.id) {
                score.add(gold, &predictor.predict(raw));
                units += 1;
            }
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }

    /// `class` turns spans, of the gold and of the system, into those that are scored.
    fn entities(
        &mut self,
        files: &[std::path::PathBuf],
        class: impl Fn(ClassSpan) -> Option<ClassSpan>,
    ) -> Result<Outcome> {
        let mut score = EntityScore::default();
        let mut units = 0;
        for file in files {
            let pairs = gold_and_raw::<GoldSentence, RawSentence>(file)?;
            for (gold, raw) in pairs {
                if wanted(self.half, &gold.text) {
                    let system = predict::entities::predict(&mut self.news, &raw)?;
                    let keep = |spans: Vec<ClassSpan>| spans.into_iter().filter_map(&class).collect::<Vec<_>>();
                    score.add(&keep(gold.char_spans), &keep(system.spans), &system.identified);
                    units += 1;
                }
            }
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }

    fn timex(&mut self, directory: &Path, domain: DomainArgument) -> Result<Outcome> {
        let mut own = match domain {
            DomainArgument::News => None,
            DomainArgument::Narrative => Some(predict::timex::reader(domain)),
        };
        let reader = own.as_mut().unwrap_or(&mut self.news);
        let meta = directory.join("meta.jsonl");
        let mut score = TimexScore::default();
        let mut units = 0;
        for line in files::read_lines::<RawMeta>(&meta)? {
            let id = &line.record.doc_id;
            if !wanted(self.half, id) {
                continue;
            }
            let place = format!("{}, line {}", meta.display(), line.number);
            let published = raw::date(line.record.dct.as_deref(), || place.clone())?;
            let text = files::read_text(&files::path_of(&directory.join("text"), id, ".txt", &place)?)?;
            let gold = tml::parse(&files::read_text(&files::path_of(
                &directory.join("gold"),
                id,
                ".tml",
                &place,
            )?)?);
            let system = predict::timex::predict(reader, &text, published)?;
            score.add(&gold.timexes, &system);
            units += 1;
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }

    fn quotes(&mut self, file: &Path) -> Result<Outcome> {
        let pairs = gold_and_raw::<AnnotatedDocument, RawQuoteDocument>(file)?;
        let mut score = QuoteScore::default();
        let mut units = 0;
        for (gold, raw) in &pairs {
            if wanted(self.half, &gold.document_name) {
                let system = predict::quotes::predict(&mut self.news, raw)?;
                score.add(&gold.annotations, &system.annotations);
                units += 1;
            }
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }

    fn articles(&mut self, file: &Path, date: PublicationDate) -> Result<Outcome> {
        let place = file.display().to_string();
        let pipeline = Pipeline::german();
        let gold = files::read_json::<GoldFile>(file)?.articles();
        let raw = files::read_json::<RawArticleFile>(file)?.articles();
        let mut score = ArticleScore::default();
        let mut units = 0;
        for (gold, raw) in gold.iter().zip(&raw) {
            if wanted(self.half, &gold.id) {
                let published: Option<Date> = match date {
                    PublicationDate::Given => raw.published(&place)?,
                    PublicationDate::Gold => raw::date(raw.meta.dct.gold.as_deref(), || place.clone())?,
                };
                let system = predict::articles::predict(&pipeline, Some(&raw.id), &raw.text, published)?;
                score.add(gold, &system);
                units += 1;
            }
        }
        Ok(Outcome::Scored {
            units,
            measures: score.measures(),
        })
    }
}

/// The gold with its annotations, each record beside what its prediction is made from.
fn gold_and_raw<G, R>(file: &Path) -> Result<Vec<(G, R)>>
where
    G: for<'de> Deserialize<'de>,
    R: for<'de> Deserialize<'de>,
{
    let text = files::read_text(file)?;
    let gold = files::parse_lines::<G>(&text, file)?;
    let raw = files::parse_lines::<R>(&text, file)?;
    Ok(gold
        .into_iter()
        .zip(raw)
        .map(|(gold, raw)| (gold.record, raw.record))
        .collect())
}

fn mobie_files(directory: &Path) -> Result<Vec<std::path::PathBuf>> {
    files::list(directory, |name| name.starts_with("mobie_") && name.ends_with(".jsonl"))
}
