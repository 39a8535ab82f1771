//! The token stream as the recognisers see it: every token with what it can mean in a time expression.

use std::cell::RefCell;

use wortlaut_syntax::{Clause, Syntax, SyntaxOnDemand, VerbGroup};
use wortlaut_text::Span;
use wortlaut_tokenize::{Token, TokenIdx, TokenKind, Tokenization};

use crate::NamedDays;
use crate::recognise::length;
use crate::vocabulary::{self, Vocabulary};
use crate::word::Word;

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
    /// Whether a user's name for a day of several words starts with it.
    pub(crate) named: bool,
}

/// A text under examination.
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) layer: &'a Tokenization,
    syntax: Source<'a>,
    /// The user's own days.
    pub(crate) named: &'a NamedDays,
    pub(crate) lexemes: Vec<Lexeme>,
    /// The tokens an expression may start at.
    pub(crate) starts: Vec<u32>,
    /// The sentence being read: its first token and one past its last.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// Where the syntax of a sentence comes from.
enum Source<'a> {
    /// It was parsed before.
    Whole(&'a Syntax),
    /// It is parsed when somebody asks.
    Demand(Box<RefCell<SyntaxOnDemand<'a>>>),
}

impl<'a> Scan<'a> {
    /// A text with its syntax, or without: then only sentences whose tense matters are parsed.
    pub(crate) fn new(
        text: &'a str,
        layer: &'a Tokenization,
        syntax: Option<&'a Syntax>,
        named: &'a NamedDays,
    ) -> Self {
        let vocabulary = Vocabulary::german();
        let mut folded = String::new();
        let mut lexemes = Vec::with_capacity(layer.tokens.len());
        let mut starts = Vec::new();
        for (at, token) in layer.tokens.iter().enumerate() {
            let (mut lexeme, mut start) = read(vocabulary, token, text, &mut folded);
            if !named.is_empty() {
                vocabulary::fold(token.span.slice(text), &mut folded);
                match named.first(&folded) {
                    Some(Word::HolidayName) => lexeme.named = true,
                    Some(word) => lexeme.word = word,
                    None => {}
                }
                start |= lexeme.named || matches!(lexeme.word, Word::Holiday(_));
            }
            lexemes.push(lexeme);
            if let (true, Ok(at)) = (start, u32::try_from(at)) {
                starts.push(at);
            }
        }
        Scan {
            text,
            layer,
            syntax: syntax.map_or_else(
                || Source::Demand(Box::new(RefCell::new(SyntaxOnDemand::new(text, layer)))),
                Source::Whole,
            ),
            named,
            lexemes,
            starts,
            from: 0,
            to: 0,
        }
    }

    /// Asks the syntax of the sentence around a token. What asks must not ask again from within.
    pub(crate) fn ask<R>(&self, token: usize, question: impl FnOnce(&Syntax) -> R) -> R {
        match &self.syntax {
            Source::Whole(syntax) => question(syntax),
            Source::Demand(demand) => {
                let sentence = self.layer.sentence_of(TokenIdx::new(token));
                match (demand.try_borrow_mut(), sentence) {
                    (Ok(mut demand), Some(sentence)) => question(demand.sentence(sentence)),
                    _ => question(&Syntax::default()),
                }
            }
        }
    }

    /// Asks the innermost clause of a token and its verbs.
    pub(crate) fn ask_clause<R>(
        &self,
        token: usize,
        question: impl FnOnce(&Syntax, &Clause, Option<&VerbGroup>) -> R,
    ) -> Option<R> {
        self.ask(token, |syntax| {
            let clause = syntax.clause_of(TokenIdx::new(token))?;
            Some(question(syntax, clause, syntax.verb_of(clause)))
        })
    }

    /// Asks the verbs of the innermost clause of a token.
    pub(crate) fn ask_verb<R>(&self, token: usize, question: impl FnOnce(&VerbGroup) -> R) -> Option<R> {
        self.ask_clause(token, |_, _, verb| verb.map(question)).flatten()
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

    /// The token as written, also beyond the sentence; empty beyond the text.
    pub(crate) fn form_of(&self, at: usize) -> &'a str {
        let token = self.layer.tokens.get(at);
        token.map_or("", |token| token.span.slice(self.text))
    }

    /// What the word can mean, also beyond the sentence.
    pub(crate) fn word_of(&self, at: usize) -> Word {
        self.lexemes.get(at).map_or(Word::Other, |lexeme| lexeme.word)
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

/// What a token is, and whether an expression may start at it.
#[inline]
fn read(vocabulary: Vocabulary, token: &Token, text: &str, folded: &mut String) -> (Lexeme, bool) {
    let mut lexeme = Lexeme::default();
    if token.span.len() == 1 && matches!(token.kind, TokenKind::Punctuation | TokenKind::SentenceEnd) {
        return (lexeme, false);
    }
    let form = token.span.slice(text);
    let Some(&first) = form.as_bytes().first() else {
        return (lexeme, false);
    };
    if first.is_ascii_digit() {
        let digits = form.strip_suffix('.').unwrap_or(form);
        if digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            lexeme.number = digits.parse().ok();
            lexeme.digits = u8::try_from(digits.len()).unwrap_or(u8::MAX);
        }
        return (lexeme, true);
    }
    if !matches!(
        token.kind,
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Alphanumeric | TokenKind::Ordinal
    ) {
        // '89
        return (lexeme, form.len() > 2 && form.starts_with(['\'', '’']));
    }
    lexeme.capital = first.is_ascii_uppercase() || first >= 0x80 && form.starts_with(char::is_uppercase);
    lexeme.word = match vocabulary.get(form, folded) {
        // so, do: only a capital makes a day of them.
        Word::WeekdayShort(_) if !lexeme.capital => Word::Other,
        word => word,
    };
    let start = match lexeme.word {
        Word::Other => form.starts_with(['\'', '’']) || length::may_be_length(form),
        word => word.may_start(),
    };
    (lexeme, start)
}
