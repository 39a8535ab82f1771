//! German temporal tagger: TIMEX3 type and value, resolved interval, document date.

mod annotation;
mod value;

pub use annotation::{DateCandidate, Granularity, InferredDate, Interval, Timex, TimexIdx, TimexMod, TimexType};
pub use value::{TimexValue, TimexValueError};

mod tagger;
pub use tagger::{Domain, TimexOptions, TimexTagger};
