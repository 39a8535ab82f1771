//! The tokenizer: options, and the order of the passes.

use wortlaut_text::IdxRange;

use crate::cursor::Cursor;
use crate::scanner::Scanner;
use crate::scratch::Scratch;
use crate::user::UserAbbreviations;
use crate::{Paragraph, ParagraphIdx, Tokenization, mark, paragraph, sentence, zone};

/// What a user can choose about tokens.
///
/// ```
/// use wortlaut_tokenize::{Tokenizer, TokenizerOptions};
///
/// let mut options = TokenizerOptions::default();
/// options.keep_dates = false;
/// let text = "am 18.2.2025";
/// assert_eq!(Tokenizer::new().tokenize(text).tokens.len(), 2);
/// assert_eq!(Tokenizer::with_options(options).tokenize(text).tokens.len(), 4);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenizerOptions {
    /// Whether a numeric date is one token (`18.2.2025`, the default) or one token for each of its parts.
    pub keep_dates: bool,
    /// Whether hyphens are tokens of their own, as in the Universal Dependencies treebank GSD. Off by default.
    pub ud_hyphens: bool,
    /// What a single line break means. By default the text tells.
    pub line_breaks: LineBreaks,
    /// Abbreviations beside those the crate knows; of two that agree, these count. None by default.
    pub abbreviations: UserAbbreviations,
}

impl Default for TokenizerOptions {
    fn default() -> Self {
        TokenizerOptions {
            keep_dates: true,
            ud_hyphens: false,
            line_breaks: LineBreaks::default(),
            abbreviations: UserAbbreviations::default(),
        }
    }
}

/// What a single line break means. A blank line always parts paragraphs.
///
/// ```
/// use wortlaut_tokenize::{LineBreaks, Tokenizer, TokenizerOptions};
///
/// let text = "Der Rat hat am Montag neue\nPläne für zwei Brücken\nNiederaus beschlossen.";
/// let sentences = |line_breaks| {
///     let mut options = TokenizerOptions::default();
///     options.line_breaks = line_breaks;
///     Tokenizer::with_options(options).tokenize(text).sentences.len()
/// };
/// // No line begins small, none ends with an article: of so short a text nobody can tell.
/// assert_eq!(sentences(LineBreaks::Detect), 3);
/// assert_eq!(sentences(LineBreaks::Join), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LineBreaks {
    /// The text tells. A line break is a blank where many lines plainly go on – the next one begins with a small letter, or
    /// they end with an article or the like –, as they do in a text that was wrapped to a width; it ends a paragraph
    /// elsewhere. In a wrapped text a line that could have held the next word ends a paragraph, too.
    #[default]
    Detect,
    /// The end of a paragraph, and so of a sentence: for texts with a paragraph or a sentence a line.
    Part,
    /// A blank: for texts that were wrapped to a width, as e-mails are, too short or too odd to tell by themselves.
    Join,
}

/// Takes a text apart into tokens, sentences, paragraphs, zones and quotation-mark pairs.
///
/// Immutable and cheap: make one and share it.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {
    options: TokenizerOptions,
}

impl Tokenizer {
    /// A tokenizer with the default options.
    #[must_use]
    pub fn new() -> Self {
        Tokenizer::with_options(TokenizerOptions::default())
    }

    /// A tokenizer with options.
    #[must_use]
    pub fn with_options(options: TokenizerOptions) -> Self {
        Tokenizer { options }
    }

    /// Takes `text` apart.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Tokenization {
        let mut tokenization = Tokenization::default();
        self.tokenize_into(text, &mut tokenization);
        tokenization.scratch = Scratch::default();
        tokenization
    }

    /// Takes `text` apart into a tokenization whose buffers are used again; what it held is gone. Once they have grown to
    /// the size of the texts, next to nothing is allocated.
    ///
    /// ```
    /// use wortlaut_tokenize::{Tokenization, Tokenizer};
    ///
    /// let tokenizer = Tokenizer::new();
    /// let mut t = Tokenization::default();
    /// for text in ["Eins. Zwei.", "Drei!"] {
    ///     tokenizer.tokenize_into(text, &mut t);
    ///     assert_eq!(t, tokenizer.tokenize(text));
    /// }
    /// ```
    pub fn tokenize_into(&self, text: &str, into: &mut Tokenization) {
        into.tokens.clear();
        into.sentences.clear();
        into.paragraphs.clear();
        into.zones.clear();
        into.datelines.clear();
        into.marks.clear();
        let Scratch {
            blocks,
            findings,
            open,
            labels,
        } = &mut into.scratch;
        findings.marks.clear();
        findings.stops.clear();
        labels.clear();
        let text = addressable(text);
        paragraph::paragraphs(text, self.options.line_breaks, blocks);
        for block in blocks.iter() {
            let first = into.tokens.len();
            let mut scanner = Scanner {
                cursor: Cursor::new(text, block.end),
                whole: text,
                options: &self.options,
                tokens: &mut into.tokens,
                findings,
                first,
                single_open: false,
                no_address_before: 0,
            };
            scanner.run(block.start);
            let end = into.tokens.len();
            if let (Some(left), Some(right)) = (into.tokens.get(first), into.tokens.get(end.saturating_sub(1))) {
                // Now, while its tokens are at hand: a long text has left the cache when the zones come.
                let of = into.tokens.get(first..).unwrap_or(&[]);
                labels.extend(zone::label_of(text, of).map(|label| (label, into.paragraphs.len())));
                into.paragraphs.push(Paragraph {
                    span: left.span.cover(right.span),
                    tokens: IdxRange::new(first, end),
                    sentences: IdxRange::default(),
                });
            }
        }
        mark::pair(
            &mut into.tokens,
            &findings.marks,
            &into.paragraphs,
            open,
            &mut into.marks,
        );
        let mut zoner = zone::Zoner::new(text, labels, &mut into.zones, &mut into.datelines);
        let mut stops = findings.stops.as_slice();
        for at in 0..into.paragraphs.len() {
            // Before the sentences: a dateline never ends one.
            let dateline = zoner.paragraph(text, &into.tokens, &into.paragraphs, at);
            let Some(paragraph) = into.paragraphs.get_mut(at) else {
                break;
            };
            let (first, end) = (paragraph.tokens.start().index(), paragraph.tokens.end().index());
            let here = stops.iter().take_while(|stop| stop.token < end).count();
            let (of_paragraph, rest) = stops.split_at(here);
            stops = rest;
            let text_start = dateline.unwrap_or(first);
            let of_paragraph = of_paragraph
                .get(of_paragraph.partition_point(|stop| stop.token < text_start)..)
                .unwrap_or(&[]);
            let before = into.sentences.len();
            sentence::sentences(
                Cursor::new(text, text.len()),
                &into.tokens,
                (first, end),
                of_paragraph,
                ParagraphIdx::new(at),
                &mut into.sentences,
            );
            paragraph.sentences = IdxRange::new(before, into.sentences.len());
        }
    }
}

/// The part of a text that 32-bit offsets can address: all of it, up to 4 GiB.
fn addressable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}
