//! Time expressions, in code points of the untouched text.

use clap::ValueEnum;
use wortlaut::text::OffsetIndex;
use wortlaut::timex::{Domain, TimexOptions};
use wortlaut::{Date, Pipeline};

use super::Reader;
use super::tokens::char_span;
use crate::error::Result;
use crate::metrics::timex::CharTimex;

/// What relative times are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DomainArgument {
    /// The date of publication.
    #[default]
    News,
    /// The date named last.
    Narrative,
}

/// A reader for a domain.
pub fn reader(domain: DomainArgument) -> Reader {
    let mut options = TimexOptions::default();
    options.domain = match domain {
        DomainArgument::News => Domain::News,
        DomainArgument::Narrative => Domain::Narrative,
    };
    Reader::with(Pipeline::builder().times(options).build())
}

/// The time expressions of a text, by start, longer ones first.
pub fn predict(reader: &mut Reader, text: &str, published: Option<Date>) -> Result<Vec<CharTimex>> {
    let analysis = reader.read(text, published)?;
    let index = OffsetIndex::new(text);
    let times = analysis
        .times()
        .iter()
        .filter(|time| !time.span.is_empty())
        .map(|time| {
            let (start, end) = char_span(&index, time.span);
            CharTimex {
                start,
                end,
                kind: time.kind.as_str().to_owned(),
                value: time.value.to_string(),
            }
        });
    let mut times: Vec<_> = times.collect();
    times.sort_by_key(|time| (time.start, std::cmp::Reverse(time.end)));
    Ok(times)
}
