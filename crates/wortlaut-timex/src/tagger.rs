//! The temporal tagger.

use jiff::civil::Date;
use wortlaut_syntax::Syntax;
use wortlaut_tokenize::Tokenization;

use crate::recognise::{Choices, Recogniser, extent};
use crate::resolve::{self, Resolver};
use crate::scan::Scan;
use crate::{InferredDate, NamedDays, RuleSet, Timex, infer};

/// What relative times are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Domain {
    /// The date of publication.
    #[default]
    News,
    /// The date named last. The extents of expressions are those of narratives, too: articles, *nur* and *lang* stay
    /// outside, *am selben Tag* is one expression, as the corpus WikiWarsDE has it.
    Narrative,
}

/// Which vague words are annotated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VaguePolicy {
    /// Those the KRAUTS guidelines annotate: *jetzt*, *damals*, *früher*, *demnächst* …
    #[default]
    Krauts,
    /// Also *nun*, *bisher*, *inzwischen*, *zuletzt*, *künftig*, *Zukunft* …
    All,
}

/// What *heute* means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TodayPolicy {
    /// The day where the clause reports an event or the text speaks in days, else the present time.
    #[default]
    Auto,
    /// Always the day of publication, as in a daily paper.
    Day,
    /// Always the present time, `PRESENT_REF`.
    Reference,
}

/// What a user can choose about times.
///
/// ```
/// use wortlaut_timex::{Domain, TimexOptions, TimexTagger};
///
/// let mut options = TimexOptions::default();
/// options.domain = Domain::Narrative;
/// let tagger = TimexTagger::with_options(options);
/// # let _ = tagger;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimexOptions {
    /// What relative times are counted from.
    pub domain: Domain,
    /// Which vague words are annotated.
    pub vague: VaguePolicy,
    /// What *heute* means.
    pub today: TodayPolicy,
    /// Rules that are switched off: what they find is no time.
    pub without: RuleSet,
    /// Days of the user's own.
    pub days: NamedDays,
}

/// Finds and resolves time expressions.
#[derive(Clone, Debug, Default)]
pub struct TimexTagger {
    options: TimexOptions,
}

impl TimexTagger {
    /// A tagger with the default options.
    #[must_use]
    pub fn german() -> Self {
        TimexTagger::with_options(TimexOptions::default())
    }

    /// A tagger with options.
    #[must_use]
    pub fn with_options(options: TimexOptions) -> Self {
        TimexTagger { options }
    }

    /// The time expressions of a text published on a known day, or on an unknown one.
    #[must_use]
    pub fn tag(&self, text: &str, tokens: &Tokenization, syntax: &Syntax, published: Option<Date>) -> Vec<Timex> {
        let mut times = Vec::new();
        self.tag_into(text, tokens, syntax, published, &mut times);
        times
    }

    /// As [`TimexTagger::tag`], in a buffer that is used again.
    pub fn tag_into(
        &self,
        text: &str,
        tokens: &Tokenization,
        syntax: &Syntax,
        published: Option<Date>,
        into: &mut Vec<Timex>,
    ) {
        self.run(text, tokens, Some(syntax), published, into);
    }

    /// As [`TimexTagger::tag`], without syntax at hand: only the sentences whose tense anchors a time are parsed, most
    /// are not. The annotations are the same.
    ///
    /// ```
    /// use wortlaut_timex::TimexTagger;
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let text = "Am Montag hat der Rat getagt. Das Gesetz gilt seit dem 1. Januar 2024.";
    /// let tokens = Tokenizer::new().tokenize(text);
    /// let times = TimexTagger::german().tag_tokens(text, &tokens, Some("2025-02-25".parse()?));
    /// let values: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
    /// assert_eq!(values, ["2025-02-24", "2024-01-01"]);
    /// # Ok::<(), jiff::Error>(())
    /// ```
    #[must_use]
    pub fn tag_tokens(&self, text: &str, tokens: &Tokenization, published: Option<Date>) -> Vec<Timex> {
        let mut times = Vec::new();
        self.tag_tokens_into(text, tokens, published, &mut times);
        times
    }

    /// As [`TimexTagger::tag_tokens`], in a buffer that is used again.
    pub fn tag_tokens_into(&self, text: &str, tokens: &Tokenization, published: Option<Date>, into: &mut Vec<Timex>) {
        self.run(text, tokens, None, published, into);
    }

    fn run(
        &self,
        text: &str,
        tokens: &Tokenization,
        syntax: Option<&Syntax>,
        published: Option<Date>,
        into: &mut Vec<Timex>,
    ) {
        into.clear();
        let mut scan = Scan::new(text, tokens, syntax, &self.options.days);
        let mut expressions = Vec::new();
        Recogniser {
            scan: &mut scan,
            choices: Choices {
                all_vague: self.options.vague == VaguePolicy::All,
                narrative: self.options.domain == Domain::Narrative,
            },
            out: &mut expressions,
        }
        .run();
        expressions.sort_by_key(|expression| (expression.span.start(), expression.span.end()));
        expressions.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
        if !self.options.without.is_empty() {
            expressions.retain(|expression| !self.options.without.contains(expression.rule));
        }
        resolve::join_years(&mut expressions);
        resolve::join_lengths(&mut expressions);
        if self.options.domain == Domain::Narrative {
            extent::of_narratives(&scan, &mut expressions);
        }
        Resolver::new(&scan, published, self.options.domain, self.options.today, &expressions)
            .run(&mut expressions, into);
    }

    /// What the text itself tells about its day of publication; `None` when it tells nothing.
    ///
    /// `times` are the annotations of the same text, made without a date of publication.
    #[must_use]
    pub fn infer_date(
        &self,
        text: &str,
        tokens: &Tokenization,
        syntax: &Syntax,
        times: &[Timex],
    ) -> Option<InferredDate> {
        infer::infer(text, tokens, Some(syntax), &self.options.days, times)
    }
}
