//! German temporal tagger: TIMEX3 type and value, resolved interval, document date.

mod annotation;
mod calendar;
mod direction;
mod expression;
mod infer;
mod grammar;
mod holiday;
mod number;
mod recognise;
mod render;
mod resolve;
mod scan;
mod vocabulary;
mod value;

pub use annotation::{DateCandidate, Granularity, InferredDate, Interval, Timex, TimexIdx, TimexMod, TimexType};
pub use value::{TimexValue, TimexValueError};

mod tagger;
pub use tagger::{Domain, TimexOptions, TimexTagger, TodayPolicy, VaguePolicy};
