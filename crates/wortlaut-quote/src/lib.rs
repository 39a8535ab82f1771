//! Who said what in German news: quotations with their content, kind, speaker, cue and frame.
//!
//! # Should I be using this crate?
//!
//! For articles as a whole use the facade crate `wortlaut`, which runs this crate after the layers it needs. Use it
//! directly to attribute quotations with names, times or cues of your own.
//!
//! # Example
//!
//! ```
//! use wortlaut_quote::{QuotationKind, QuoteAttributor, QuoteInput};
//! use wortlaut_syntax::Parser;
//! use wortlaut_tokenize::Tokenizer;
//!
//! let text = "Die Fähre fahre wieder, sagte eine Sprecherin der Reederei. „Wir haben lange gewartet.“";
//! let tokens = Tokenizer::new().tokenize(text);
//! let syntax = Parser::new().parse(text, &tokens);
//! let input = QuoteInput::new(text, &tokens, &syntax);
//! let quotations = QuoteAttributor::german().attribute(&input);
//!
//! let [said, went_on] = quotations.as_slice() else {
//!     return Err("two quotations".into());
//! };
//! assert_eq!(said.kind, QuotationKind::Indirect);
//! assert_eq!(said.content.first().map(|span| span.slice(text)), Some("Die Fähre fahre wieder"));
//! assert_eq!(said.speaker.map(|speaker| speaker.span.slice(text)), Some("eine Sprecherin der Reederei"));
//! assert_eq!(went_on.kind, QuotationKind::Direct);
//! assert_eq!(went_on.continues.map(|before| before.index()), Some(0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it works
//!
//! 1. Every pair of quotation marks is read: an utterance, a fragment of speech, or something else (a title, a name, a
//!    word taken with distance).
//! 2. Each sentence is cut into segments at commas, colons, dashes and around utterances. Rules propose quotations: cue
//!    verbs with what they govern, prepositions and particles that name a source, nouns, speech acts. Each proposal has
//!    a confidence from what speaks for it.
//! 3. The best proposals are kept, none that says the same words twice or frames another's content.
//! 4. In reading order: sentences in the Konjunktiv go on with the speech before them, utterances without a frame get
//!    the last speaker, interviews are read turn by turn.
//! 5. Speakers get their whole noun phrase and, through the mentions in it or an antecedent, their entity.
//!
//! # Conventions
//!
//! * `content` leaves out the marks, *dass* and *ob*, the cue, the final comma; a final full stop belongs to direct
//!   speech only. The content of a speech act ([`QuotationKind::Reported`]) is its complement.
//! * Comma and colon between content and frame belong to the frame, a sentence's final full stop to neither.
//! * A continuation has neither cue nor frame; `continues` names the quotation before it, also where the narrator's
//!   cue frames the second half of split direct speech.
//! * A [`QuotationKind::Mixed`] quotation has one evidence `quote.marks.inside` for each marked span of somebody's
//!   words in it, marks included. The words are a direct quotation of their own, with the same speaker and frame, whose
//!   [`Quotation::within`] names the mixed one.
//! * Zones that are no content (boilerplate, bylines, captions) are never quoted.
//!
//! # Rule ids
//!
//! | prefix | what was seen |
//! |---|---|
//! | `quote.direct.*` | an utterance in marks: `after`, `before`, `colon`, `split`, `wie`, `any` (no cue verb), `bare` (no frame) |
//! | `quote.fragment.*` | some words in marks as `object`, after `als`, after a `preposition`, as an `attitude`, `gapped` (*die anderen von „…“*), `inside` indirect speech |
//! | `quote.frame.*` | indirect speech: `dass`, `ob`, `wh`, `v2`, `zu`, `colon` (`colon.any`: no cue verb), `after`, `split`, `noun`, `pointing` (*Dies teilte X mit*) |
//! | `quote.comment.*` | *wie X mitteilte* |
//! | `quote.source.*` | `laut`, `nach`, `zufolge`, `so`, `demnach`, `wonach` |
//! | `quote.continue.*`, `quote.konjunktiv.alone` | Konjunktiv without a frame |
//! | `quote.hearsay.*` | `soll` geflohen sein, `will` gesehen haben |
//! | `quote.reported.*` | speech acts with an `object` or a `preposition`, judgements (`verdict`) |
//! | `quote.headline.colon`, `quote.interview.turn` | *Weber: …* |
//! | `quote.headline.echo` | a headline in marks has the speaker of the same words in the article |
//!
//! # Invariants
//!
//! Analysis never fails. All spans lie in the text, on characters; the parts of a content are sorted and apart;
//! quotations are sorted by content; `continues` points back, `within` to a quotation around.
//! Runs of more than 400 tokens without a sentence end are
//! not searched for frames, which keeps the cost linear.
//!
//! # Features
//!
//! | feature | default | meaning |
//! |---|---|---|
//! | `serde` | no | `Serialize` and `Deserialize` on the plain data types |

mod agent;
mod anaphor;
mod annotation;
mod aside;
mod attributor;
mod candidate;
mod colon;
mod cue;
mod discourse;
mod fragment;
mod frame;
mod governed;
mod headline;
mod inserted;
mod marks;
mod nach;
mod noun;
mod office;
mod person;
mod pronoun;
mod reported;
mod roles;
mod select;
mod so;
mod source;
mod stage;
mod subject;
mod view;

pub use annotation::{Medium, Quotation, QuotationIdx, QuotationKind, Speaker};
pub use attributor::{QuoteAttributor, QuoteInput, QuoteOptions};
pub use cue::CueList;
#[doc(no_inline)]
pub use wortlaut_text::ListError;
