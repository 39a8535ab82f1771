//! Who said what: quotations with content, kind, speaker, cue and frame.

mod annotation;

pub use annotation::{Medium, Quotation, QuotationIdx, QuotationKind, Speaker};

mod attributor;
pub use attributor::{QuoteAttributor, QuoteInput, QuoteOptions};
