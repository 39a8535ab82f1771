//! The dated events of a German news article: when, what, who, where, and how the text vouches for it.
//!
//! # Should I be using this crate?
//!
//! Through the facade `wortlaut`, which feeds it: `analysis.timeline()`. Directly when you bring annotations of your
//! own for one of the lower layers. It reads no text by itself: it puts together what tokens, syntax, names, times and
//! quotations say.
//!
//! # What is an event
//!
//! A clause with a time of its own (*Der Rat hat am Dienstag … beschlossen*), or a noun that names an event beside its
//! date (*vor der Wahl am 9. Juni*). Somebody's words are an event of their own when the text says when they were
//! said (*sagte sie am Donnerstag*). In a chronology the date before the colon dates the sentence behind it. What is
//! told twice is one event ([`retold`](Event::retold)). An event without a time takes one over only where grammar says from where: the
//! Plusquamperfekt with *zuvor*, a definite noun that takes up what the sentence before told (*der
//! Sitzung*) or counts from it (*zwei Tage vor dem Einsturz*), and plans (*Umbauten sind geplant*), which lie ahead.
//! Nothing else is guessed: a clause without a time is no event, nor is one with a time that cannot be put on the calendar.
//!
//! Nor are clauses events that tell none: habits (*jedes Jahr am 3. Mai*), how things are today (*heute grasen dort
//! Schafe*), questions, wishes, what holds for anybody (*wer 1953 geboren ist*), times that figures are compared with
//! (*mehr als im Vorjahr*) and the present of a reportage without a day.
//!
//! | text | [`when`](Event::when) | [`status`](Event::status) |
//! |---|---|---|
//! | *am 2. Juni* | that day | asserted |
//! | *seit 2018*, *ab Montag* | open end | asserted, planned |
//! | *bis Freitag*, *vor 1999* | open start | |
//! | *zwischen 1961 und 1964*, *vom 2. bis 5. Juni* | both ends, inclusive | |
//! | inside a quotation | | claimed, by its speaker |
//! | after the day of publication; *soll*, *wird*, *ist geplant* | | planned |
//! | *soll … gesehen haben* | | claimed, by nobody named |
//! | *wenn*, *falls*, *würde*, and what follows from it | | conditional |
//! | *nicht*, *kein*, *wurde abgesagt* | | denied |
//!
//! ```
//! use wortlaut_timeline::{EventStatus, TimelineBuilder, TimelineInput};
//! use wortlaut_timex::TimexTagger;
//! use wortlaut_tokenize::Tokenizer;
//! use wortlaut_syntax::Parser;
//!
//! let text = "Bis 2030 sollen alle Busse elektrisch fahren.";
//! let published = Some("2024-03-14".parse()?);
//! let tokens = Tokenizer::new().tokenize(text);
//! let syntax = Parser::new().parse(text, &tokens);
//! let times = TimexTagger::german().tag(text, &tokens, &syntax, published);
//! let input = TimelineInput { times: &times, published, ..TimelineInput::new(text, &tokens, &syntax) };
//!
//! for event in TimelineBuilder::german().events(&input) {
//!     assert_eq!(event.status, EventStatus::Planned);
//!     assert_eq!((event.when.start, event.when.end), (None, Some("2030-12-31".parse()?)));
//!     assert_eq!(event.trigger.map(|trigger| trigger.slice(text)), Some("fahren"));
//! }
//! # Ok::<(), jiff::Error>(())
//! ```
//!
//! # Many articles
//!
//! A [`Dossier`] joins the events that several articles tell, with the articles behind each. It is a set: the order in
//! which articles come in, or dossiers are merged, changes nothing.
//!
//! # What you can rely on
//!
//! * Spans are UTF-8 byte offsets of the text. Days are inclusive on both ends; at least one end is given; the end
//!   never lies before the start.
//! * Events are sorted by the day they start (open start: end), within a day by the clock, those without one first, then
//!   by place in the text. Indices point into the layers given.
//! * Every event has a confidence and at least one reason. Teasers, captions, bylines and datelines make no events; a
//!   headline only where the text does not tell the same time again.
//! * The cost grows linearly with the text, and nothing fails or panics, whatever the layers hold.
//!
//! # Rules
//!
//! What made the event: `timeline.clause`, `timeline.utterance`, `timeline.occasion` (a noun that names the occasion of
//! the clause), `timeline.noun`, `timeline.verbless`, `timeline.inherit.before`,
//! `timeline.inherit.reference`, `timeline.inherit.plan`; what told it again: `timeline.retold`. How its time was read:
//! `timeline.anchor.at`, `.since`, `.until`, `.before`, `.after`, `.range`, `.counted`. What made its status:
//! `timeline.status.quotation`, `.konjunktiv`, `.hearsay`, `.accusation`, `.plan`, `.ahead`, `.condition`, `.negation`,
//! `.called_off`.
//!
//! # Features
//!
//! | feature | default | meaning |
//! |---|---|---|
//! | `serde` | no | `Serialize` and `Deserialize` on the plain data types |

mod anchor;
mod attach;
mod builder;
mod context;
mod draft;
mod event;
mod generic;
mod inherit;
mod merge;
mod narration;
mod reading;
mod relative;
mod retold;
mod scene;
mod status;
mod words;

pub use builder::{TimelineBuilder, TimelineInput};
pub use event::{Event, EventIdx, EventStatus};
pub use merge::{Dossier, EventKey, MergedEvent, Source};
