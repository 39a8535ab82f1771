//! The dated events of a news article.

mod anchor;
mod attach;
mod builder;
mod draft;
mod event;
mod inherit;
mod scene;
mod status;
mod words;

pub use builder::{TimelineBuilder, TimelineInput};
pub use event::{Event, EventIdx, EventStatus};
