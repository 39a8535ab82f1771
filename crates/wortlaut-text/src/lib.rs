//! The shared words of the Wortlaut crates: spans into a text, typed indices, confidence and evidence,
//! entities and their mentions. No algorithm lives here beyond converting offsets.
//!
//! # Should I be using this crate?
//!
//! Only together with another Wortlaut crate: it is what their results are made of. To read an article, use the
//! facade crate `wortlaut`.
//!
//! # Contents
//!
//! * [`Span`]: a half-open range of UTF-8 byte offsets. All annotations of all crates are spans.
//! * [`OffsetIndex`]: the same positions as characters (code points) or UTF-16 units.
//! * [`Idx`], [`IdxRange`]: typed positions in the flat vectors that hold a layer.
//! * [`Confidence`], [`Evidence`], [`RuleId`]: how sure an annotation is, and why it is there.
//! * [`Entity`], [`Mention`]: who or what is named, and where.
//! * [`ListError`]: what is wrong with a list that a user brings along, and where.
//!
//! # Features
//!
//! | feature | default | meaning |
//! |---|---|---|
//! | `serde` | no | `Serialize` and `Deserialize`; a deserialised span is checked |
//!
//! ```
//! use wortlaut_text::Span;
//!
//! let text = "Köln wählt.";
//! let span = Span::new(0, 5)?;
//! assert_eq!(span.slice(text), "Köln"); // five bytes, four characters
//! # Ok::<(), wortlaut_text::SpanError>(())
//! ```

mod confidence;
mod entity;
mod evidence;
mod index;
mod list_error;
mod mention;
mod offsets;
mod span;

pub use confidence::Confidence;
pub use entity::{Entity, EntityIdx, EntityKind, Gender};
pub use evidence::{Evidence, RuleId};
pub use index::{Idx, IdxRange};
pub use list_error::ListError;
pub use mention::{Mention, MentionForm, MentionIdx, Metonym};
pub use offsets::{OffsetIndex, OffsetUnit};
pub use span::{Span, SpanError};
