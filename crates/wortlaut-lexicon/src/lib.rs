//! What a German word form can be: verb forms with mood and tense, closed classes, adjectives, roles, the common-noun test.
//!
//! # Should I be using this crate?
//!
//! Yes, to ask of a single German word what it can be: whether *sei* is Konjunktiv I, which verb *angekündigt* belongs to,
//! whether *Kremlsprecher* names a spokesperson, whether *Waffenruhe* is a common noun. No, to know what it *is* in a
//! sentence: that is the business of `wortlaut-syntax`. To read an article, use the facade crate `wortlaut`.
//!
//! ```
//! use wortlaut_lexicon::{Lexicon, Mood, Person};
//!
//! let lexicon = Lexicon::german();
//! // *er schließe*: third person, so Konjunktiv I, the mood of reported speech
//! let reported = lexicon
//!     .analyses("schließe")
//!     .any(|a| a.features.person == Some(Person::Third) && a.features.mood == Some(Mood::SubjunctiveI));
//! assert!(reported);
//! assert_eq!(lexicon.separable("ein", "räumen"), Some("einräumen"));
//! assert!(lexicon.role("Außenministerin").is_some());
//! assert!(lexicon.is_common_noun("Haushaltsstreit"));
//! ```
//!
//! # What it knows
//!
//! | question | method | from |
//! |---|---|---|
//! | all readings of a form | [`Lexicon::analyses`] | 8,700 verbs and 9,100 separable ones, 17,000 adjectives, closed classes, adverbs, roles, 150 forms of places that look like nouns (*Polen*, *Bremen*) |
//! | particle + infinitive | [`Lexicon::separable`], [`Lexicon::compose`] | the verbs, 280 particles |
//! | *haben* or *sein* | [`Lexicon::perfect_auxiliary`] | the verbs |
//! | title, office, profession, institution | [`Lexicon::role`], [`Lexicon::speaks`] | over 1,500 heads, compounds by their head |
//! | common noun, gender, number | [`Lexicon::noun`], [`Lexicon::is_common_noun`] | 74,000 nouns, compounds by their parts |
//! | unknown regular verbs | [`Lexicon::guess`] | endings |
//!
//! # Conventions
//!
//! Readings follow the categories of school grammar (Duden) with the names of Universal Dependencies. A form has a
//! reading for every value that is possible: *sagte* is Indikativ Präteritum and Konjunktiv II, first and third person;
//! *haben* in the plural is Indikativ and Konjunktiv I. The lemma of a verb is its infinitive with its particle, lower
//! case. A form of a separable verb in one word (*ankündigt*, *angekündigt*, *anzukündigen*) has readings that tell the
//! length of the particle.
//!
//! # Invariants
//!
//! * Words in the spelling before 1996 (*daß*), in Swiss spelling (*schliesst*), with decomposed umlauts and in capitals
//!   are tried in today's spelling when they are unknown as they stand.
//! * No look-up fails, panics or allocates (`compose` returns a new string). Words over 128 bytes are unknown.
//! * There is nothing to load: the compiled data is read in place.
//! * No form has a reading that is a guess; guesses have a method of their own.
//!
//! # Speed and size
//!
//! | what | figure |
//! |---|---|
//! | compiled data | 4.6 MB in the binary: 3.3 `forms.lex`, 0.6 `lemmas.txt`, 0.6 `nouns.fsa` |
//! | start-up | none; the first three questions of a process take under 0.2 ms, the reading of pages from disk included |
//! | look-up, words of news in running order | 23 to 30 million a second (known words 25 to 33, unknown ones 16 to 24) |
//! | the same with the set of categories | 22 to 29 million |
//! | all readings with their lemmas | 10 to 13 million |
//! | common noun, words with a capital | 9 to 11 million |
//! | role, words with a capital | 13 to 19 million |
//! | look-up, lemmas in random order (out of the cache) | 5 to 8 million |
//!
//! The best of each run, in several runs on one core of a two-core machine that was busy with other work:
//! `cargo bench -p wortlaut-benches --bench lexicon -- --quick`. Over 25,000 running words of news
//! (`WORTLAUT_BENCH_TEXT=FILE`), the look-up made 17 to 23 million a second.
//!
//! # Data
//!
//! `data/sources` holds the lists people edit, `data/PROVENANCE.md` where they come from; all are CC0. The compiled
//! `lemmas.txt`, `forms.lex` and `nouns.fsa` are made by `cargo run -p wortlaut-datagen -- lexicon`, and `--check` proves
//! that they belong together.

mod analyses;
mod analysis;
mod buffer;
mod entry;
mod guess;
mod hash;
mod index;
mod lexicon;
mod noun;
mod packed;
mod role;

pub use analyses::Analyses;
pub use analysis::{Case, CaseSet, Category, Features, Mood, Number, Person, Tense, VerbForm, WordAnalysis};
pub use entry::{CategorySet, Entry, VerbFormSet};
pub use guess::VerbGuess;
pub use lexicon::{Lexicon, PerfectAuxiliary};
pub use noun::NounReading;
pub use role::{Role, RoleKind};
