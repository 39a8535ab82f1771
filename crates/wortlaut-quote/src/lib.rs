//! Who said what: quotations with content, kind, speaker, cue and frame.

mod agent;
mod annotation;
mod attributor;
mod candidate;
mod cue;
mod discourse;
mod error;
mod frame;
mod marks;
mod noun;
mod person;
mod reported;
mod select;
mod source;
mod subject;
mod view;

pub use annotation::{Medium, Quotation, QuotationIdx, QuotationKind, Speaker};
pub use attributor::{QuoteAttributor, QuoteInput, QuoteOptions};
pub use cue::CueList;
pub use error::CueError;
