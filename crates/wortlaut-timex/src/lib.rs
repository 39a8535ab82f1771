//! German temporal tagger: TIMEX3 type and value, resolved interval, document date.

mod annotation;
mod calendar;
mod direction;
mod expression;
mod grammar;
mod holiday;
mod infer;
mod number;
mod recognise;
mod render;
mod resolve;
mod scan;
mod value;
mod vocabulary;

pub use annotation::{DateCandidate, Granularity, InferredDate, Interval, Timex, TimexIdx, TimexMod, TimexType};
pub use value::{TimexValue, TimexValueError};

mod tagger;
pub use tagger::{Domain, TimexOptions, TimexTagger, TodayPolicy, VaguePolicy};
