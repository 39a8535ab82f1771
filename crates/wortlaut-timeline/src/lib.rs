//! The dated events of a news article.

mod event;

pub use event::{Event, EventIdx, EventStatus};

mod builder;
pub use builder::{TimelineBuilder, TimelineInput};
