//! What a tokenized text is made of.

use wortlaut_text::{Confidence, Evidence, Idx, IdxRange, Span};

use crate::rule::{PairRule, ZoneRule};
use crate::scratch::Scratch;

/// The position of a [`Token`] in [`Tokenization::tokens`].
pub type TokenIdx = Idx<Token>;
/// The position of a [`Sentence`] in [`Tokenization::sentences`].
pub type SentenceIdx = Idx<Sentence>;
/// The position of a [`Paragraph`] in [`Tokenization::paragraphs`].
pub type ParagraphIdx = Idx<Paragraph>;
/// The position of a [`Zone`] in [`Tokenization::zones`].
pub type ZoneIdx = Idx<Zone>;
/// The position of a [`MarkPair`] in [`Tokenization::marks`].
pub type MarkPairIdx = Idx<MarkPair>;

/// What sort of token it is. Told by form alone; what a word can be is the lexicon's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, also with hyphens, apostrophes or gender marks inside: *SPD-Vize*, *gibt's*, *Wähler:innen*.
    Word,
    /// An abbreviation with its full stop: *Dr.*, *z.*, *Mio.*
    Abbreviation,
    /// A cardinal number: *25.000*, *7,4*, *-12*.
    Number,
    /// An ordinal with its full stop: *18.*, *II.* in *Friedrich II.*
    Ordinal,
    /// A numeric date: *21.6.2024*, *18.2.*, *2025-02-18*.
    Date,
    /// A clock time or a score: *20:15*, *4:1*. Also *7.15* before *Uhr*.
    Clock,
    /// A range of years: *2011-2014*, *2023/24*.
    YearRange,
    /// Letters and digits mixed: *80er*, *G7*, *129a*.
    Alphanumeric,
    /// A mark that opens a quotation.
    QuoteOpen,
    /// A mark that closes a quotation.
    QuoteClose,
    /// A quotation mark that opens or closes nothing.
    QuoteStray,
    /// `.`, `!`, `?`, `…` and runs of them.
    SentenceEnd,
    /// Any other punctuation.
    Punctuation,
    /// A symbol: `%`, `€`, `§`, `°`.
    Symbol,
    /// An address on the web.
    Url,
    /// A mail address.
    Mail,
    /// `@name`.
    Handle,
    /// `#name`.
    Hashtag,
    /// An emoji, joined sequences whole.
    Emoji,
}

impl TokenKind {
    /// The name of the kind in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Abbreviation => "abbreviation",
            TokenKind::Number => "number",
            TokenKind::Ordinal => "ordinal",
            TokenKind::Date => "date",
            TokenKind::Clock => "clock",
            TokenKind::YearRange => "year_range",
            TokenKind::Alphanumeric => "alphanumeric",
            TokenKind::QuoteOpen => "quote_open",
            TokenKind::QuoteClose => "quote_close",
            TokenKind::QuoteStray => "quote_stray",
            TokenKind::SentenceEnd => "sentence_end",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
            TokenKind::Url => "url",
            TokenKind::Mail => "mail",
            TokenKind::Handle => "handle",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Emoji => "emoji",
        }
    }

    /// Whether the token is made of letters: a word, an abbreviation or a mixed form.
    #[must_use]
    pub const fn is_wordlike(self) -> bool {
        matches!(
            self,
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Alphanumeric
        )
    }
}

/// The smallest unit: a word, a number, a mark. Never contains white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Token {
    /// Where, in bytes.
    pub span: Span,
    /// What sort.
    pub kind: TokenKind,
}

impl Token {
    /// A token of a kind.
    #[must_use]
    pub const fn new(span: Span, kind: TokenKind) -> Self {
        Token { span, kind }
    }
}

/// A sentence: the tokens from its first word to its final punctuation, closing marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// From the first token's start to the last token's end.
    pub span: Span,
    /// The tokens.
    pub tokens: IdxRange<Token>,
    /// The paragraph it stands in.
    pub paragraph: ParagraphIdx,
}

/// A paragraph: what the text itself sets apart by line or blank line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Paragraph {
    /// From the first token's start to the last token's end.
    pub span: Span,
    /// The tokens.
    pub tokens: IdxRange<Token>,
    /// The sentences.
    pub sentences: IdxRange<Sentence>,
}

/// What part of the article a zone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum ZoneKind {
    /// The headline, and lines that head a section.
    Headline,
    /// Place, date and agency at the start: *Hannover (dpa/lni) -*.
    Dateline,
    /// *Von …*
    Byline,
    /// Running text.
    Body,
    /// Who speaks, in an interview: *Frage:*, *Weber:*.
    InterviewLabel,
    /// What is said after an interview label.
    InterviewTurn,
    /// An item of a list.
    List,
    /// The caption or credit of a picture.
    Caption,
    /// What does not belong to the article: teasers, notices, agency endings. Marked, never removed.
    Boilerplate,
}

impl ZoneKind {
    /// The name of the kind in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ZoneKind::Headline => "headline",
            ZoneKind::Dateline => "dateline",
            ZoneKind::Byline => "byline",
            ZoneKind::Body => "body",
            ZoneKind::InterviewLabel => "interview_label",
            ZoneKind::InterviewTurn => "interview_turn",
            ZoneKind::List => "list",
            ZoneKind::Caption => "caption",
            ZoneKind::Boilerplate => "boilerplate",
        }
    }

    /// Whether what stands here is part of the article's own statements: quotations, events and the counts of
    /// entities are read from such zones only.
    #[must_use]
    pub const fn is_content(self) -> bool {
        !matches!(self, ZoneKind::Boilerplate | ZoneKind::Byline | ZoneKind::Caption)
    }
}

/// A part of the article. Zones do not overlap; together they cover all tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Zone {
    /// Where, in bytes.
    pub span: Span,
    /// What part.
    pub kind: ZoneKind,
    /// Why.
    pub rule: ZoneRule,
    /// The tokens.
    pub tokens: IdxRange<Token>,
}

impl Zone {
    /// How sure the kind is.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.rule.confidence()
    }

    /// The reason, as all annotations give theirs: the rule, over the words of the zone.
    #[must_use]
    pub const fn evidence(&self) -> Evidence {
        Evidence::new(self.rule.id(), self.span)
    }
}

/// The parts of a dateline: *Hannover (dpa/lni) -*, *Bern, 8. Januar (Keystone-SDA)*.
///
/// ```
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Bern, 8. Januar (Keystone-SDA) - Der Rat tagt.";
/// let t = Tokenizer::new().tokenize(text);
/// let dateline = t.datelines.first().ok_or("none")?;
/// assert_eq!(dateline.place.map(|span| span.slice(text)), Some("Bern"));
/// assert_eq!(dateline.date.map(|span| span.slice(text)), Some("8. Januar"));
/// assert_eq!(dateline.agency.map(|span| span.slice(text)), Some("Keystone-SDA"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Dateline {
    /// The zone, of the kind [`ZoneKind::Dateline`].
    pub zone: ZoneIdx,
    /// Where it was written; several places as one span: *Altenau/Neustadt*.
    pub place: Option<Span>,
    /// When: a date, or a weekday.
    pub date: Option<Span>,
    /// The agencies, without their brackets: *dpa/lni*; or the paper that signs as one: *taz*. The initials of a
    /// reporter are none.
    pub agency: Option<Span>,
}

/// The pair of characters a quotation is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum MarkStyle {
    /// `„…“`, and its mixed forms `„…”` and `„…"`.
    German,
    /// `“…”`.
    English,
    /// `"…"`.
    Straight,
    /// `»…«`.
    GuillemetsInward,
    /// `«…»`.
    GuillemetsOutward,
    /// `‚…‘`, and its mixed forms.
    GermanSingle,
    /// `‘…’`.
    EnglishSingle,
    /// `'…'`.
    StraightSingle,
    /// `›…‹`.
    ChevronsInward,
    /// `‹…›`.
    ChevronsOutward,
}

impl MarkStyle {
    /// The name of the style in the wire format.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            MarkStyle::German => "german",
            MarkStyle::English => "english",
            MarkStyle::Straight => "straight",
            MarkStyle::GuillemetsInward => "guillemets_inward",
            MarkStyle::GuillemetsOutward => "guillemets_outward",
            MarkStyle::GermanSingle => "german_single",
            MarkStyle::EnglishSingle => "english_single",
            MarkStyle::StraightSingle => "straight_single",
            MarkStyle::ChevronsInward => "chevrons_inward",
            MarkStyle::ChevronsOutward => "chevrons_outward",
        }
    }
}

/// An opening quotation mark and the mark that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MarkPair {
    /// The opening mark.
    pub open: TokenIdx,
    /// The closing mark; `None` where the text never closes it and the pair ends with its paragraph.
    pub close: Option<TokenIdx>,
    /// The tokens between the marks.
    pub inner: IdxRange<Token>,
    /// The characters used.
    pub style: MarkStyle,
    /// The pair around this one.
    pub parent: Option<MarkPairIdx>,
    /// Why these two.
    pub rule: PairRule,
}

impl MarkPair {
    /// How sure the pair is.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.rule.confidence()
    }

    /// The reason, as all annotations give theirs: the rule, over the pair from mark to mark. `None` for a pair of
    /// another tokenization.
    #[must_use]
    pub fn evidence(&self, of: &Tokenization) -> Option<Evidence> {
        let open = self.open.get(&of.tokens)?.span;
        let last = match self.close {
            Some(close) => close.get(&of.tokens)?.span,
            None => of.span_of(self.inner).unwrap_or(open),
        };
        Some(Evidence::new(self.rule.id(), open.cover(last)))
    }
}

/// A text taken apart: tokens, and what they add up to.
///
/// Tokens are sorted and do not overlap; between them is only white space (and characters that have no width). Every
/// token lies in exactly one sentence, one paragraph and one zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Tokenization {
    /// The tokens, in order.
    pub tokens: Vec<Token>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The zones, in order.
    pub zones: Vec<Zone>,
    /// The parts of the zones that are datelines, in order.
    pub datelines: Vec<Dateline>,
    /// The quotation-mark pairs, sorted by opening mark.
    pub marks: Vec<MarkPair>,
    /// What the passes tell each other, kept only for its memory.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) scratch: Scratch,
}

impl Tokenization {
    /// The words of a token; the empty string for an index of another tokenization.
    #[must_use]
    pub fn text<'t>(&self, token: TokenIdx, text: &'t str) -> &'t str {
        token.get(&self.tokens).map_or("", |token| token.span.slice(text))
    }

    /// The span from the first to the last token of a run; `None` when the run is empty.
    #[must_use]
    pub fn span_of(&self, tokens: IdxRange<Token>) -> Option<Span> {
        let first = tokens.start().get(&self.tokens)?;
        let last = tokens.last()?.get(&self.tokens)?;
        Some(first.span.cover(last.span))
    }

    /// The tokens that overlap a span of the text.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> IdxRange<Token> {
        let start = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        IdxRange::new(start, end)
    }

    /// The sentence a token stands in.
    #[must_use]
    pub fn sentence_of(&self, token: TokenIdx) -> Option<SentenceIdx> {
        let at = self
            .sentences
            .partition_point(|sentence| sentence.tokens.end() <= token);
        self.sentences
            .get(at)
            .filter(|sentence| sentence.tokens.contains(token))
            .map(|_| SentenceIdx::new(at))
    }

    /// The zone a token stands in.
    #[must_use]
    pub fn zone_of(&self, token: TokenIdx) -> Option<&Zone> {
        let at = self.zones.partition_point(|zone| zone.tokens.end() <= token);
        self.zones.get(at).filter(|zone| zone.tokens.contains(token))
    }
}
