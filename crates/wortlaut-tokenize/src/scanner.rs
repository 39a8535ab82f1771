//! One pass over the bytes of a paragraph.

use wortlaut_text::Span;

use crate::class::{self, Byte, Char};
use crate::cursor::{Cursor, Next};
use crate::lexicon::LEXICON;
use crate::mark::Mark;
use crate::tokenizer::TokenizerOptions;
use crate::{Token, TokenKind};

/// A token after which the sentence may end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stop {
    /// The position of the token.
    pub(crate) token: usize,
    /// What sort of stop.
    pub(crate) kind: StopKind,
}

/// The sort of a [`Stop`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StopKind {
    /// `.`, `!`, `?` of their own.
    Mark,
    /// Three dots: ends a sentence only before a word that starts one.
    Ellipsis,
    /// The full stop of an abbreviation or ordinal that was found to end the sentence as well.
    Shared,
}

/// What the scanner leaves for the later passes.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// The quotation marks.
    pub(crate) marks: Vec<Mark>,
    /// The tokens after which the sentence may end.
    pub(crate) stops: Vec<Stop>,
}

/// The scanner of one paragraph.
#[derive(Debug)]
pub(crate) struct Scanner<'t, 'b> {
    pub(crate) cursor: Cursor<'t>,
    /// The whole text: what stands after the paragraph tells about a mark at its end.
    pub(crate) whole: &'t str,
    pub(crate) options: &'b TokenizerOptions,
    pub(crate) tokens: &'b mut Vec<Token>,
    pub(crate) findings: &'b mut Findings,
    /// The first token of the paragraph.
    pub(crate) first: usize,
    /// Whether a single quotation mark was opened: an apostrophe at the end of a word may be the one that closes it.
    pub(crate) single_open: bool,
    /// Up to where no address was found, so that no stretch is searched twice.
    pub(crate) no_address_before: usize,
}

impl<'t> Scanner<'t, '_> {
    /// Takes the paragraph from byte `at` to its end apart.
    pub(crate) fn run(&mut self, mut at: usize) {
        let end = self.cursor.end();
        while at < end {
            at = match self.cursor.class(at) {
                Byte::Gap => at + 1,
                Byte::Letter | Byte::Latin => self.word(at),
                Byte::Digit => self.number(at, at),
                Byte::High => self.beyond_ascii(at),
                Byte::Other => self.punctuation(at),
            };
        }
    }

    /// Adds a token.
    #[inline]
    pub(crate) fn push(&mut self, kind: TokenKind, start: usize, end: usize) -> usize {
        // Texts are cut to what 32 bits can address before they come here.
        self.tokens
            .push(Token::new(Span::between(start as u32, end as u32), kind));
        end
    }

    /// Adds a token that is not a word, with the marks that combine with it.
    pub(crate) fn push_with_marks(&mut self, kind: TokenKind, start: usize, end: usize) -> usize {
        let end = self.cursor.marks(end);
        self.push(kind, start, end)
    }

    /// Notes that the sentence may end after the last token.
    pub(crate) fn stop(&mut self, kind: StopKind) {
        if let Some(token) = self.tokens.len().checked_sub(1) {
            self.findings.stops.push(Stop { token, kind });
        }
    }

    /// Adds a quotation mark. What it does is decided when all are known.
    fn quote(&mut self, start: usize, end: usize) -> usize {
        let at = self.tokens.len();
        let end = self.push_with_marks(TokenKind::QuoteStray, start, end);
        // Looked at now, while the text is at hand.
        let mark = self
            .tokens
            .get(at)
            .and_then(|token| Mark::new(self.whole, at, token, at == self.first));
        self.findings.marks.extend(mark);
        end
    }

    /// The token `back` places before the next one, in this paragraph.
    pub(crate) fn previous(&self, back: usize) -> Option<(Token, &'t str)> {
        let at = self.tokens.len().checked_sub(back)?;
        if at < self.first {
            return None;
        }
        let token = *self.tokens.get(at)?;
        Some((
            token,
            self.cursor
                .slice(token.span.start() as usize, token.span.end() as usize),
        ))
    }

    /// Whether the next token would be the first of a sentence, as far as can be told.
    pub(crate) fn at_sentence_start(&self) -> bool {
        for back in 1..=3 {
            match self.previous(back) {
                None => return true,
                Some((token, _)) if token.kind == TokenKind::SentenceEnd => return true,
                Some((token, text)) if token.kind == TokenKind::QuoteStray || matches!(text, "(" | ")" | "[" | "]") => {
                }
                Some(_) => return false,
            }
        }
        false
    }

    /// Whether what starts at `at` stands free on its left: after white space, an opening bracket or mark, or first.
    fn free_on_left(&self, at: usize) -> bool {
        match self.cursor.before(at) {
            None => true,
            Some(c) => {
                matches!(c, '(' | '[' | '{' | '/' | '–' | '—')
                    || match class::char(c) {
                        Char::Space | Char::Invisible => true,
                        Char::Quote => self.previous(1).is_none_or(|(token, _)| {
                            token.kind == TokenKind::QuoteStray
                                && self
                                    .cursor
                                    .before(token.span.start() as usize)
                                    .is_none_or(|c| class::char(c) == Char::Space || c == '(')
                        }),
                        _ => false,
                    }
            }
        }
    }

    /// A token that starts with an ASCII character which is neither letter nor digit.
    fn punctuation(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        let byte = cursor.byte(at);
        let next = at + 1;
        match byte {
            b',' => self.push_with_marks(TokenKind::Punctuation, at, next),
            b'.' => self.dots(at),
            b'!' | b'?' => {
                let mut end = next;
                while matches!(cursor.byte(end), b'!' | b'?') {
                    end += 1;
                }
                self.push_with_marks(TokenKind::SentenceEnd, at, end);
                self.stop(StopKind::Mark);
                self.tokens.last().map_or(end, |token| token.span.end() as usize)
            }
            b'"' => self.quote(at, next),
            b'`' if cursor.byte(next) == b'`' => self.quote(at, next + 1),
            b'\'' if cursor.byte(next) == b'\'' => self.quote(at, next + 1),
            b'\'' => self.single_mark(at, next),
            b'`' => self.quote(at, next),
            // Arrows.
            b'-' if cursor.byte(next) == b'>' => self.push_with_marks(TokenKind::Symbol, at, next + 1),
            b'-' if cursor.bytes(next, next + 2) == b"->" => self.push_with_marks(TokenKind::Symbol, at, next + 2),
            b'<' | b'=' if cursor.bytes(next, next + 2) == b"--" || cursor.bytes(next, next + 2) == b"=>" => {
                self.push_with_marks(TokenKind::Symbol, at, next + 2)
            }
            b'<' if cursor.byte(next) == b'-' => self.push_with_marks(TokenKind::Symbol, at, next + 1),
            b'=' if cursor.byte(next) == b'>' => self.push_with_marks(TokenKind::Symbol, at, next + 1),
            b'-' => self.hyphen(at, next),
            b'+' if cursor.is_digit(next) && self.free_on_left(at) => self.number(at, next),
            b'@' if cursor.is_letter(next) => self.handle(at, next, TokenKind::Handle),
            b'#' if cursor.is_alphabetic(next) => self.handle(at, next, TokenKind::Hashtag),
            b':' | b';' if self.free_on_left(at) && self.smiley(next).is_some() => {
                let end = self.smiley(next).unwrap_or(next);
                self.push_with_marks(TokenKind::Emoji, at, end)
            }
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b':' | b'/' => {
                self.push_with_marks(TokenKind::Punctuation, at, next)
            }
            b'$' | b'%' | b'&' | b'*' | b'+' | b'<' | b'=' | b'>' | b'\\' | b'^' | b'|' | b'~' | b'#' | b'@' | b'_' => {
                let mut end = next;
                // Rules drawn with characters: one token.
                while matches!(byte, b'*' | b'=' | b'_' | b'~' | b'+' | b'#') && cursor.byte(end) == byte {
                    end += 1;
                }
                self.push_with_marks(TokenKind::Symbol, at, end)
            }
            _ => self.push_with_marks(TokenKind::Punctuation, at, next),
        }
    }

    /// A smiley's nose and mouth after its eyes.
    fn smiley(&self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let mouth = if cursor.byte(at) == b'-' { at + 1 } else { at };
        let mut end = mouth;
        match cursor.byte(mouth) {
            curve @ (b')' | b'(') => {
                while cursor.byte(end) == curve {
                    end += 1;
                }
            }
            b'D' | b'P' => end += 1,
            _ => return None,
        }
        (!cursor.is_letter(end)).then_some(end)
    }

    /// A run of full stops.
    fn dots(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while self.cursor.byte(end) == b'.' {
            end += 1;
        }
        if end == at + 1 {
            if self.free_on_left(at) {
                let word_end = self.cursor.letters(end);
                if let Some(end) = LEXICON.name_at(self.cursor, at, word_end) {
                    return self.push_with_marks(TokenKind::Word, at, end);
                }
            }
            let end = self.push_with_marks(TokenKind::SentenceEnd, at, end);
            self.stop(StopKind::Mark);
            return end;
        }
        let end = self.push_with_marks(TokenKind::SentenceEnd, at, end);
        self.stop(StopKind::Ellipsis);
        end
    }

    /// `'` or `’` that no word has taken: an apostrophe before a clipped word, or a quotation mark.
    fn single_mark(&mut self, at: usize, next: usize) -> usize {
        if self.free_on_left(at) {
            if self.cursor.is_digit(next) {
                let end = self.cursor.digits(next);
                if end == next + 2 && self.cursor.byte(end) != b'\'' {
                    // '68, '68er
                    let end = self.cursor.letters(end);
                    let kind = if end > next + 2 {
                        TokenKind::Alphanumeric
                    } else {
                        TokenKind::Number
                    };
                    return self.push(kind, at, end);
                }
            } else {
                let end = self.cursor.letters(next);
                if is_clipped(self.cursor.slice(next, end)) && self.cursor.byte(end) != b'\'' {
                    return self.word_from(at, end, false);
                }
            }
            if end_is_open(self.cursor, next) {
                self.single_open = true;
            }
        } else {
            self.single_open = false;
        }
        self.quote(at, next)
    }

    /// `-` that no word or number has taken.
    fn hyphen(&mut self, at: usize, next: usize) -> usize {
        let cursor = self.cursor;
        if cursor.byte(next) == b'-' {
            let mut end = next;
            while cursor.byte(end) == b'-' {
                end += 1;
            }
            return self.push_with_marks(TokenKind::Punctuation, at, end);
        }
        if cursor.is_digit(next) && self.free_on_left(at) {
            return self.number(at, next);
        }
        if !self.options.ud_hyphens
            && cursor.is_alphabetic(next)
            && !cursor.before(at).is_some_and(char::is_alphanumeric)
        {
            return self.word_from(at, next, false);
        }
        self.push_with_marks(TokenKind::Punctuation, at, next)
    }

    /// `@name` or `#name`.
    fn handle(&mut self, at: usize, next: usize, kind: TokenKind) -> usize {
        let cursor = self.cursor;
        let mut end = next;
        loop {
            end = cursor.letters(end);
            match cursor.byte(end) {
                b'_' => end += 1,
                b'.' | b'-' if cursor.is_letter(end + 1) && kind == TokenKind::Handle => end += 1,
                _ => break,
            }
        }
        self.push(kind, at, end)
    }

    /// A token that starts with a character beyond ASCII.
    pub(crate) fn beyond_ascii(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        let Some((c, class, end)) = cursor.classify(at) else {
            // Not reached on a text that is valid UTF-8; moving on is the only thing that cannot go wrong.
            return at + 1;
        };
        match class {
            Char::Space | Char::Invisible => end,
            Char::Letter | Char::Mark => self.word(at),
            Char::Quote => match c {
                '’' => self.single_mark(at, end),
                '‘' if self.free_on_left(at) => {
                    self.single_open = true;
                    self.quote(at, end)
                }
                '‚' => {
                    self.single_open = end_is_open(cursor, end);
                    self.quote(at, end)
                }
                '‘' => {
                    self.single_open = false;
                    self.quote(at, end)
                }
                _ => self.quote(at, end),
            },
            Char::Ellipsis => {
                let mut end = end;
                while cursor.char(end) == Some('…') {
                    end += '…'.len_utf8();
                }
                let end = self.push_with_marks(TokenKind::SentenceEnd, at, end);
                self.stop(StopKind::Ellipsis);
                end
            }
            Char::Hyphen => {
                if cursor.is_letter(end) && !self.options.ud_hyphens {
                    self.word_from(at, end, false)
                } else {
                    self.push_with_marks(TokenKind::Punctuation, at, end)
                }
            }
            Char::Dash if c == '−' && cursor.is_digit(end) && self.free_on_left(at) => self.number(at, end),
            Char::Dash | Char::Punctuation => self.push_with_marks(TokenKind::Punctuation, at, end),
            Char::Emoji => self.emoji(at, c, end),
            Char::Symbol => {
                let mut end = end;
                // °C
                if c == '°' && matches!(cursor.byte(end), b'C' | b'F') && !cursor.is_letter(end + 1) {
                    end += 1;
                }
                while c == '§' && cursor.char(end) == Some('§') {
                    end += '§'.len_utf8();
                }
                self.push_with_marks(TokenKind::Symbol, at, end)
            }
        }
    }

    /// An emoji with all that belongs to its cluster.
    fn emoji(&mut self, at: usize, c: char, mut end: usize) -> usize {
        let cursor = self.cursor;
        if class::is_regional(c) {
            if let Some(second) = cursor.char(end).filter(|c| class::is_regional(*c)) {
                end += second.len_utf8();
            }
        }
        loop {
            end = cursor.marks(end);
            match (cursor.char(end), cursor.classify(end + 3)) {
                (Some('\u{200D}'), Some((_, Char::Emoji | Char::Symbol, joined))) => end = joined,
                _ => break,
            }
        }
        self.push(TokenKind::Emoji, at, end)
    }

    /// Whether what stands next after byte `at` starts a new sentence, judged by its first word.
    pub(crate) fn starter_ahead(&self, at: usize) -> bool {
        let ahead = self.cursor.ahead(at);
        match ahead.next {
            Next::Upper(word) => LEXICON.is_starter(word),
            // *… usw. 1993 wurde …*: a year and a small letter.
            Next::Digit => {
                let end = self.cursor.digits(ahead.at);
                let after = self.cursor.skip_gap(end);
                end == ahead.at + 4 && after > end && self.cursor.is_lower(after)
            }
            _ => false,
        }
    }
}

/// Whether a single mark directly before `at` opens something.
fn end_is_open(cursor: Cursor<'_>, at: usize) -> bool {
    cursor
        .classify(at)
        .is_some_and(|(c, class, _)| class == Char::Letter || class == Char::Quote || matches!(c, '(' | '['))
}

/// Words that lose their start in writing as in speech: *'s*, *'ne*, *'raus*.
fn is_clipped(word: &str) -> bool {
    matches!(
        word,
        "s" | "n"
            | "ne"
            | "nen"
            | "nem"
            | "ner"
            | "m"
            | "ran"
            | "raus"
            | "rein"
            | "rauf"
            | "runter"
            | "rum"
            | "rüber"
            | "t"
            | "ndrangheta"
            | "Ndrangheta"
            | "nix"
            | "nauf"
            | "nunter"
            | "naus"
    )
}
