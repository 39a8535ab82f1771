//! The token stream as the recognisers see it: every token with what it can mean in a time expression.

use wortlaut_syntax::Syntax;
use wortlaut_text::Span;
use wortlaut_tokenize::{Token, TokenKind, Tokenization};

use crate::vocabulary::{self, Word};

/// One token, read once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lexeme {
    pub(crate) word: Word,
    /// The value of a token of digits (with or without an ordinal's full stop).
    pub(crate) number: Option<u32>,
    /// How many digits it has.
    pub(crate) digits: u8,
    /// Whether it starts with an upper-case letter.
    pub(crate) capital: bool,
}

/// A text under examination.
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) layer: &'a Tokenization,
    pub(crate) syntax: &'a Syntax,
    pub(crate) lexemes: Vec<Lexeme>,
    /// The sentence being read: its first token and one past its last.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str, layer: &'a Tokenization, syntax: &'a Syntax) -> Self {
        let mut folded = String::new();
        let lexemes = layer
            .tokens
            .iter()
            .map(|token| read(token, text, &mut folded))
            .collect();
        Scan {
            text,
            layer,
            syntax,
            lexemes,
            from: 0,
            to: 0,
        }
    }

    fn inside(&self, at: usize) -> bool {
        self.from <= at && at < self.to
    }

    /// The token, within the sentence.
    pub(crate) fn token(&self, at: usize) -> Option<Token> {
        if self.inside(at) {
            self.layer.tokens.get(at).copied()
        } else {
            None
        }
    }

    /// What the word can mean; nothing beyond the sentence.
    pub(crate) fn word(&self, at: usize) -> Word {
        self.lexeme(at).word
    }

    /// What the word before can mean.
    pub(crate) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    pub(crate) fn lexeme(&self, at: usize) -> Lexeme {
        if self.inside(at) {
            self.lexemes.get(at).copied().unwrap_or_default()
        } else {
            Lexeme::default()
        }
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    /// The token as written; empty beyond the sentence.
    pub(crate) fn form(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.slice(self.text))
    }

    pub(crate) fn form_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.form(at))
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.form(at).eq_ignore_ascii_case(word)
    }

    pub(crate) fn span(&self, from: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).max(from);
        match (self.layer.tokens.get(from), self.layer.tokens.get(last)) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// Whether the token is a dash, a slash or *bis*: what joins the ends of a range.
    pub(crate) fn joins_range(&self, at: usize) -> bool {
        matches!(self.form(at), "-" | "–" | "—" | "/" | "−" | "?") || self.is(at, "bis")
    }

    /// Whether the token is a word in lower case that could be an adjective before a noun.
    pub(crate) fn is_adjective_like(&self, at: usize) -> bool {
        let lexeme = self.lexeme(at);
        self.kind(at) == Some(TokenKind::Word)
            && !lexeme.capital
            && lexeme.word == Word::Other
            && ["e", "en", "er", "es", "em"]
                .iter()
                .any(|ending| self.form(at).ends_with(ending))
            && self.form(at).len() > 4
    }
}

fn read(token: &Token, text: &str, folded: &mut String) -> Lexeme {
    let form = token.span.slice(text);
    let mut lexeme = Lexeme::default();
    let first = form.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        let digits = form.strip_suffix('.').unwrap_or(form);
        if digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            lexeme.number = digits.parse().ok();
            lexeme.digits = u8::try_from(digits.len()).unwrap_or(u8::MAX);
        }
        return lexeme;
    }
    if !matches!(
        token.kind,
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Alphanumeric | TokenKind::Ordinal
    ) {
        return lexeme;
    }
    lexeme.capital = first.is_uppercase();
    if form.len() <= 40 {
        vocabulary::fold(form, folded);
        lexeme.word = vocabulary::look_up(folded);
    }
    lexeme
}
