//! Tokens, sentences, paragraphs, zones and quotation-mark pairs of German news text.
//!
//! One pass over the bytes, no model, no dictionary of words, no regular expression. The conventions are those of German
//! news corpora: a hyphen compound is one token, an abbreviation keeps its full stop, an ordinal too, a quotation mark is
//! a token of its own and belongs to the sentence it closes.
//!
//! ```
//! use wortlaut_tokenize::{Tokenizer, ZoneKind};
//!
//! let text = "Rat beschließt Brücke\nAltenau (dpa/lni) - Am 18. Mai tagt der Rat. „Wir bauen!“, sagte Dr. Kerner.";
//! let t = Tokenizer::new().tokenize(text);
//!
//! let sentences: Vec<&str> = t.sentences.iter().map(|sentence| sentence.span.slice(text)).collect();
//! assert_eq!(sentences, [
//!     "Rat beschließt Brücke",
//!     "Altenau (dpa/lni) - Am 18. Mai tagt der Rat.",
//!     "„Wir bauen!“, sagte Dr. Kerner.",
//! ]);
//! let zones: Vec<ZoneKind> = t.zones.iter().map(|zone| zone.kind).collect();
//! assert_eq!(zones, [ZoneKind::Headline, ZoneKind::Dateline, ZoneKind::Body]);
//!
//! let quoted: Vec<&str> = t.marks.iter().filter_map(|pair| Some(t.span_of(pair.inner)?.slice(text))).collect();
//! assert_eq!(quoted, ["Wir bauen!"]);
//! ```
//!
//! # Should I be using this crate?
//!
//! For German text whose tokens, sentences and quotations must point back into the original, byte for byte. For a text of
//! another language the abbreviations and sentence starters are the wrong ones. For the whole analysis use the crate
//! `wortlaut`, which passes the same data on.
//!
//! # What it finds
//!
//! | layer | type | what it is |
//! |---|---|---|
//! | tokens | [`Token`] | words, numbers, marks, each with a [`TokenKind`] told by its form |
//! | sentences | [`Sentence`] | from the first word to the final punctuation, closing marks included |
//! | paragraphs | [`Paragraph`] | parted by blank lines; by single line breaks where the document sets one paragraph a line, which it tells itself or [`LineBreaks`] |
//! | zones | [`Zone`] | headline, dateline, byline, body, interview, list, caption, boilerplate: marked, never removed |
//! | datelines | [`Dateline`] | place, date and agency of a zone that is a dateline |
//! | marks | [`MarkPair`] | which quotation mark closes which, nested, over paragraphs, by type and position |
//!
//! ## Tokens
//!
//! | case | tokens |
//! |---|---|
//! | hyphen compound, truncation | `SPD-Vize`; `Ober-` `und` `Unterhaus`; `ARD-` `„` `Magazin` `“` |
//! | shared part with a slash | `Vor-/Nachteile`, `Hersteller/-händler`; but `Kino` `/` `Theater` |
//! | abbreviation | `Dr.` `Kerner`; `z.` `B.`, spaced or not; `Abs.` `2`; `U.S.` |
//! | ordinal, Roman numeral | `18.` `Mai`; `Friedrich` `II.` |
//! | date, time, score, years | `18.2.2025`; `2025-02-18`; `20:15`; `4:1`; `2011-2014`; `2023/24` |
//! | number and unit | `12` `%`; `40` `€`; `24` `h`; but `80er`, `3G`, `129a` |
//! | gender forms | `Wähler:innen`, `Leser*innen`, `Pfleger/-innen`, `Nachbar(inn)en` |
//! | apostrophe | `gibt's`, `Klaus'`, `'ne`, `’68` |
//! | address | `https://beispiel.de/a`, `a@beispiel.de`, `beispiel.de`, `@name`, `#tag` |
//! | emoji | each cluster one token |
//! | punctuation | runs of `!` and `?`, of dots, of hyphens are one token |
//!
//! [`TokenizerOptions`] part dates and hyphen compounds as treebanks do and add [`UserAbbreviations`];
//! [`Tokenization::joined_abbreviations`] shows `z.` `B.` as one.
//!
//! ## Sentences
//!
//! A colon never ends one within a paragraph; the end of a paragraph always does. Closing marks, brackets, footnotes
//! (`[7]`) and emoji after the final punctuation belong to the sentence before. A small letter never starts one. After an
//! abbreviation that may end a sentence (`usw.`), an ordinal, a Roman numeral or three dots the sentence ends only before
//! a word that starts sentences (article, pronoun, preposition, conjunction, adverb). A dateline ends none.
//!
//! ## Reasons
//!
//! A token's kind and a sentence's end are told by form and position, and are what all other annotations stand on. Zones
//! and mark pairs are judgements: each names the rule that made it ([`ZoneRule`], [`PairRule`]), from which follow its
//! stable id, a confidence and an [`Evidence`](wortlaut_text::Evidence).
//!
//! | rule | why |
//! |---|---|
//! | `zone.headline.top` | short, ends no sentence, stands before the running text |
//! | `zone.headline.section` | the same between two paragraphs of running text |
//! | `zone.dateline.agency-bracket` | *Hannover (dpa/lni) -*, *Berlin (AFP, 3. März) –* |
//! | `zone.dateline.agency-sign` | *dpa Berlin.*, *Berlin/dpa.*, *BERLIN taz \|* |
//! | `zone.dateline.date` | *Potsdam, 12.03.2026.* |
//! | `zone.dateline.dash` | *Altenau –*, *Bern/Chur. –* |
//! | `zone.dateline.initials` | *Altenau (mk).* |
//! | `zone.dateline.stop` | *Altenau. Der Rat …* below a headline |
//! | `zone.byline.names` | *Von* and names only |
//! | `zone.body.text` | none of the others |
//! | `zone.interview.label` | a name and a colon, and one comes back |
//! | `zone.interview.turn` | what follows a label |
//! | `zone.list.bullet` | a bullet, or numbers in a row |
//! | `zone.caption.label` | *Foto:*, *©* |
//! | `zone.caption.credit` | ends with *Foto:* and names |
//! | `zone.boilerplate.label` | *Mehr zum Thema –* |
//! | `zone.boilerplate.phrase` | *Folgen Sie uns …* |
//! | `zone.boilerplate.teaser` | below a label that stands alone |
//! | `zone.boilerplate.signs` | *dpa/lni*, *(Schluss) kre* |
//! | `zone.boilerplate.tail` | *… sagte er. (dpa)* |
//! | `pair.typographic` | both marks of one style: `„…“` |
//! | `pair.mixed` | of two styles: `„…"` |
//! | `pair.position` | one character for both, told by where it stands: `"…"` |
//! | `pair.document-style` | told by the other marks of the document |
//! | `pair.across-paragraphs` | closed in a later paragraph |
//! | `pair.repeated` | opened again at the next paragraph |
//! | `pair.unclosed` | never closed |
//!
//! ## Look-up
//!
//! The text stays as it is. A [`Normalizer`] gives a [`NormalForm`] of it beside it – composed, without soft hyphens, with
//! plain blanks, on request in small letters and with `ss` for `ß` – in which each span leads back to the original.
//!
//! # Invariants
//!
//! * Tokens are sorted, do not overlap, lie on character boundaries and hold no white space. Between them is only white
//!   space and what has no width: control characters, byte order marks, soft hyphens outside of words.
//! * Every token lies in exactly one sentence, one paragraph and one zone.
//! * Marks are sorted by opening mark; a pair lies inside its parent.
//! * Any text gives a result, in time linear in its length. Beyond 4 GiB, which offsets of 32 bits cannot address, the
//!   rest of a text is left out.
//! * The same text and options give the same result, everywhere.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `serde` | no | `Serialize` and `Deserialize` for the data types |
//!
//! # Data
//!
//! The word lists stand in `data/`, each with a header that tells what it is and how it was made. They were written for
//! this crate from knowledge of German. Abbreviations of one's own: [`UserAbbreviations`]. The names of months and days of
//! the week, which other crates need as well: [`CalendarNoun`].

mod address;
mod boilerplate;
mod calendar;
mod class;
mod cursor;
mod dateline;
mod joined;
mod layer;
mod lexicon;
mod mark;
mod normal;
mod number;
mod paragraph;
mod rule;
mod scanner;
mod scratch;
mod sentence;
mod tokenizer;
mod user;
mod word;
mod word_stop;
mod zone;

pub use calendar::CalendarNoun;
pub use layer::{
    Dateline, MarkPair, MarkPairIdx, MarkStyle, Paragraph, ParagraphIdx, Sentence, SentenceIdx, Token, TokenIdx,
    TokenKind, Tokenization, Zone, ZoneIdx, ZoneKind,
};
pub use normal::{NormalForm, Normalizer};
pub use rule::{PairRule, ZoneRule};
pub use tokenizer::{LineBreaks, Tokenizer, TokenizerOptions};
pub use user::UserAbbreviations;
#[doc(no_inline)]
pub use wortlaut_text::ListError;
