//! German temporal tagger: finds the expressions of time in news text, says what they mean as TIMEX3 (type and value)
//! and which days of the calendar they stand for, and infers the date of publication where it is not given.
//!
//! ```
//! use wortlaut_syntax::Parser;
//! use wortlaut_timex::{TimexTagger, TimexType};
//! use wortlaut_tokenize::Tokenizer;
//!
//! let text = "Der Rat hat am Montagabend zugestimmt. Vor zwei Wochen war er noch dagegen, am 3. März wird gebaut.";
//! let tokens = Tokenizer::new().tokenize(text);
//! let syntax = Parser::new().parse(text, &tokens);
//! let published = "2025-02-25".parse()?;
//!
//! let times = TimexTagger::german().tag(text, &tokens, &syntax, Some(published));
//! let found: Vec<(&str, &str)> = times.iter().map(|t| (t.span.slice(text), t.value.as_str())).collect();
//! assert_eq!(found, [
//!     ("Montagabend", "2025-02-24TEV"),
//!     ("zwei Wochen", "P2W"),
//!     ("3. März", "2025-03-03"),
//! ]);
//! // One annotation, two readings: the length P2W, and the week it leads back to.
//! assert_eq!(times.get(1).map(|t| t.kind), Some(TimexType::Duration));
//! let week = times.get(1).and_then(|t| t.interval);
//! assert_eq!(week.and_then(|w| w.start), Some("2025-02-10".parse()?));
//! # Ok::<(), jiff::Error>(())
//! ```
//!
//! # Should I be using this crate?
//!
//! For German news and narratives whose times must point back into the text, byte for byte, and into the calendar. It is
//! no parser of dates a user types into a form (it prefers silence to a guess), and no tagger of other languages. For the
//! whole analysis use the crate `wortlaut`, which passes the same data on.
//!
//! # Without a date of publication
//!
//! Nothing is ever read from the clock. What the text leaves open stays open in the value, and
//! [`TimexTagger::infer_date`] offers what the text itself tells, with its evidence, beside the annotations:
//!
//! ```
//! use wortlaut_syntax::Parser;
//! use wortlaut_timex::TimexTagger;
//! use wortlaut_tokenize::Tokenizer;
//!
//! let text = "Die Ministerin hat am Dienstag neue Regeln vorgestellt. Das Gesetz hatte der Rat am 18. Februar beschlossen.";
//! let tokens = Tokenizer::new().tokenize(text);
//! let syntax = Parser::new().parse(text, &tokens);
//! let tagger = TimexTagger::german();
//!
//! let times = tagger.tag(text, &tokens, &syntax, None);
//! let values: Vec<&str> = times.iter().map(|t| t.value.as_str()).collect();
//! assert_eq!(values, ["XXXX-WXX-2", "XXXX-02-18"]);
//!
//! let inferred = tagger.infer_date(text, &tokens, &syntax, &times);
//! let best = inferred.as_ref().and_then(|inferred| inferred.candidates.first());
//! assert_eq!(best.map(|candidate| candidate.value.as_str()), Some("XXXX-WXX-2"));
//! ```
//!
//! # Conventions
//!
//! Types and values follow TimeML 1.2.1 as the guidelines of the KRAUTS corpus apply it to German.
//!
//! | case | extent and value |
//! |---|---|
//! | preposition | outside: am \[16. März\], vor \[acht Jahren\]; inside only of *im Moment*, *pro Jahr* |
//! | article | inside before an adjective, a century, a decade; outside before a day, a month, a weekday |
//! | approximator | inside, as `mod`: \[rund drei Stunden\] `PT3H` `APPROX` |
//! | *lang*, *später*, *zuvor* | inside: \[neun Tage lang\] |
//! | *Anfang*, *Mitte*, *Ende* | inside; the value is that of the unit, the position its `mod` |
//! | ranges, enumerations | one expression each, sharing month and year: vom \[5.\] bis \[9. Juni\] |
//! | date and clock time | two expressions; the time carries its day |
//! | part of a day | joins its day: \[Montagabend\], \[gestern Abend\], \[der Nacht zum Sonntag\] |
//! | *vor / in / seit N Jahren* | `DURATION`; the interval is the point or the stretch it leads to, to the day with *genau* |
//! | *heute vor 20 Jahren*, *am Montag vor einer Woche*, *im Mai vor zehn Jahren* | one date |
//! | *Saison 2018/19*, *Wintersemester 2023/24* | one expression, the value that of the year it begins in, the interval its months by convention (`data/words.tsv`); of *2018/19* alone, both years |
//! | *ersten Drittel des Jahres*, *zweiten Hälfte des 19. Jahrhunderts* | the value is that of the unit, `mod` `START`, `MID` or `END`, the interval exact; half a year is `H1` |
//! | *halb acht*, *4 Uhr* beside a part of the day | the hour of that part: 19.30 in the evening |
//! | named days of several days | the week or the weekend they are or hold, else the first; the interval has them all |
//! | decade, century | truncated years: `198`, `19` for the 20. Jahrhundert |
//! | fractions, unknown counts | `P0.5Y`, `PXY` |
//! | weekday | the last one with a past tense, the next one with a future or an announcement |
//! | day without a year | the nearest that suits the tense; a year or a weekday said beside it decides |
//! | *heute* | the day where an event is told, `PRESENT_REF` where a state is; see [`TodayPolicy`] |
//! | vague words | *jetzt*, *damals*, *demnächst* …; all of them with [`VaguePolicy::All`] |
//! | ages, scores, amounts, names, sayings | never |
//!
//! Narratives ([`Domain::Narrative`]) follow the corpus WikiWarsDE in their extents: articles, *nur* and *lang* stay
//! outside (den \[letzten zwei Jahren\]), \[am selben Tag\] is one expression, years in pairs (\[Winter 1916\]/\[17\]) two.
//!
//! # Rules
//!
//! The first evidence of a [`Timex`] is the rule that found it, the others those that anchored it.
//!
//! | rule | finds |
//! |---|---|
//! | `timex.day`, `.range`, `.enumeration`, `.numeric`, `.numeric.yearless` | days of a month |
//! | `timex.month`, `timex.season`, `timex.quarter`, `timex.week.number` | parts of a year |
//! | `timex.year`, `.noun`, `.range`, `.pair`, `.era`; `timex.decade`, `timex.century` | years and more |
//! | `timex.weekday`, `.date`, `.deictic`, `.part`, `.week`, `.counted`; `timex.weekend` | days of the week |
//! | `timex.deictic`, `.part`, `.adjective` | *gestern*, *heute Abend*, *am heutigen Tag* |
//! | `timex.relative.unit`, `.word`, `.this` | units counted from publication: *vergangene Woche*, *heuer* |
//! | `timex.relative.mention`, `.same` | units counted from the date named before: *am Tag darauf* |
//! | `timex.position` | *Anfang*, *Mitte*, *Ende* of a unit |
//! | `timex.part`, `.day`, `.mention`, `.relative` | parts of a day |
//! | `timex.clock`, `.range`, `.bare`, `.words`, `.midnight` | clock times |
//! | `timex.holiday` | fixed and movable holidays |
//! | `timex.duration`, `.ago`, `.ahead`, `.since`, `.recent`, `.later`, `.range`, `.these`, `.vague`, `.whole`, `.long`, `.adjective`, `.compound` | lengths |
//! | `timex.set.adverb`, `.every`, `.weekly`, `.daily`, `.per`, `.frequency` | recurring times |
//! | `timex.reference`, `.phrase`, `.adjective`, `.later`, `.vague` | references |
//!
//! | rule | anchors by |
//! |---|---|
//! | `timex.anchor.said` | the text says it outright |
//! | `timex.anchor.published` | the day of publication |
//! | `timex.anchor.past`, `.present`, `.future`, `.modal`, `.infinitive`, `.conditional`, `.participle`, `.announcement`, `.seit`, `.vom`, `.nach`, `.default` | tense, mood or preposition |
//! | `timex.anchor.last`, `.next`, `.this`, `.week`, `.range` | *vergangen*, *kommend*, *dies-*, the week, the begin of the range |
//! | `timex.anchor.weekday`, `.century` | the weekday beside it, the century it is in |
//! | `timex.anchor.mention`, `.sentence`, `.paragraph` | a date named before |
//! | `timex.anchor.none` | nothing: the value stays open |
//! | `timex.today.reference` | *heute* as the present time |
//!
//! | rule | infers the date of publication from |
//! |---|---|
//! | `timex.published.stamp`, `.dateline` | *Stand: 25.02.2025*, the dateline |
//! | `timex.published.weekday.report`, `.weekday.lead`, `.weekday` | the day something was told on, the day of the lead, any other |
//! | `timex.published.not_before` | dates and years the text looks back to |
//!
//! What a rule finds can be left out, and days be named that only some readers know; see [`RuleSet`] and [`NamedDays`]:
//!
//! ```
//! use wortlaut_timex::{NamedDays, RuleSet, TimexOptions, TimexTagger};
//!
//! let mut options = TimexOptions::default();
//! options.without = RuleSet::new(["timex.reference", "timex.holiday"])?;
//! options.days = NamedDays::parse("feste.txt", "Tag der Niedersachsen = 1. Sonntag im September")?;
//! let tagger = TimexTagger::with_options(options);
//! # let _ = tagger;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Speed
//!
//! Most words are none of a time expression: they are turned away after one look at a bitmap. Syntax is asked only
//! where a tense anchors a time. With [`TimexTagger::tag_tokens`] it need not even be there: then only the sentences
//! asked about are parsed, about an eighth of the news.
//!
//! Measured on one core over made-up news with a time every 400 bytes, each document by itself (`cargo bench --bench
//! timex`): 73 MB/s with tokens given (105 MB/s with syntax given), 60 MB/s from raw text; 72 and 51 MB/s on the
//! development part of KRAUTS. HeidelTime does 0.0064 MB for each CPU second with TreeTagger and 0.043 without on the
//! same corpus: from raw text, that is 8000 and 1200 times slower. TEI2GO reports 91.2 s for HeidelTime where its own
//! models take 0.6 s.
//!
//! # Invariants
//!
//! Spans are sorted, disjoint, on character boundaries; every value parses as a [`TimexValue`]; intervals are ordered;
//! every annotation has evidence. The same text, options and date give the same annotations, whatever the clock shows,
//! and the same with syntax given as with tokens alone. Time is linear in the text,
//! and no input makes the tagger fail. The words are data: `data/words.tsv`, `data/days.txt`, `data/lists.tsv`,
//! `data/report_verbs.txt`.
//!
//! # Features
//!
//! | feature | gives |
//! |---|---|
//! | `serde` | `Serialize` and `Deserialize` on the data types |

mod annotation;
mod calendar;
mod direction;
mod expression;
mod grammar;
mod infer;
mod lists;
mod named;
mod named_reader;
mod number;
mod recognise;
mod render;
mod resolve;
mod rules;
mod scan;
mod table;
mod tagger;
mod value;
mod vocabulary;
mod word;
mod word_file;

pub use annotation::{
    ClockInterval, DateCandidate, Granularity, InferredDate, Interval, Timex, TimexIdx, TimexMod, TimexType,
};
pub use named::NamedDays;
pub use rules::{RuleSet, UnknownRule};
pub use tagger::{Domain, TimexOptions, TimexTagger, TodayPolicy, VaguePolicy};
pub use value::{TimexValue, TimexValueError};
#[doc(no_inline)]
pub use wortlaut_text::ListError;
