//! Where sentences end.

use wortlaut_text::IdxRange;

use crate::cursor::Cursor;
use crate::lexicon::LEXICON;
use crate::scanner::{Stop, StopKind};
use crate::{ParagraphIdx, Sentence, Token, TokenKind};

/// Adds the sentences of the paragraph that has the tokens `first..end`.
///
/// `stops` are the stops of this paragraph, in order.
pub(crate) fn sentences(
    cursor: Cursor<'_>,
    tokens: &[Token],
    (first, end): (usize, usize),
    stops: &[Stop],
    paragraph: ParagraphIdx,
    into: &mut Vec<Sentence>,
) {
    let mut start = first;
    let mut attached_up_to = first;
    for stop in stops {
        if stop.token < attached_up_to {
            // What this stop would draw to itself another one has drawn already.
            continue;
        }
        let after = attach(cursor, tokens, stop.token + 1, end);
        attached_up_to = after;
        if after >= end {
            break;
        }
        let attached = after > stop.token + 1;
        if stop.kind == StopKind::Ellipsis && is_omission(cursor, tokens, stop.token) {
            continue;
        }
        // Dots in brackets at the start are an omission, not a sentence.
        if has_words(tokens, start, stop.token + 1) && is_boundary(cursor, tokens, stop.kind, after, attached, end) {
            push(tokens, start, after, paragraph, into);
            start = after;
        }
    }
    push(tokens, start, end, paragraph, into);
}

fn push(tokens: &[Token], start: usize, end: usize, paragraph: ParagraphIdx, into: &mut Vec<Sentence>) {
    let (Some(first), Some(last)) = (tokens.get(start), end.checked_sub(1).and_then(|last| tokens.get(last))) else {
        return;
    };
    if start < end {
        into.push(Sentence {
            span: first.span.cover(last.span),
            tokens: IdxRange::new(start, end),
            paragraph,
        });
    }
}

fn text<'t>(cursor: Cursor<'t>, token: &Token) -> &'t str {
    cursor.slice(token.span.start() as usize, token.span.end() as usize)
}

/// Whether one of the tokens `start..end` is more than punctuation. Looks at the last few only.
fn has_words(tokens: &[Token], start: usize, end: usize) -> bool {
    tokens.get(start..end).is_some_and(|of| {
        of.len() > 5
            || of.iter().any(|token| {
                !matches!(
                    token.kind,
                    TokenKind::Punctuation
                        | TokenKind::SentenceEnd
                        | TokenKind::QuoteOpen
                        | TokenKind::QuoteClose
                        | TokenKind::QuoteStray
                )
            })
    })
}

/// Whether dots in brackets stand for words left out within a sentence: *dass [...] alles*, *„[...] Ich*. Between two
/// sentences they belong to the first.
fn is_omission(cursor: Cursor<'_>, tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    before(1).is_some_and(|token| matches!(text(cursor, token), "[" | "("))
        && !before(2).is_some_and(|token| matches!(token.kind, TokenKind::SentenceEnd | TokenKind::QuoteClose))
}

/// Whether nothing lies between a token and the one before it.
fn is_glued(tokens: &[Token], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|left| tokens.get(left)), tokens.get(at)) {
        (Some(left), Some(right)) => left.span.end() == right.span.start(),
        _ => false,
    }
}

/// The token after all that belongs to a final punctuation: closing marks, brackets, footnotes, emoji.
fn attach(cursor: Cursor<'_>, tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end {
        let Some(token) = tokens.get(at) else { break };
        match token.kind {
            TokenKind::QuoteClose | TokenKind::Emoji => at += 1,
            TokenKind::QuoteStray if is_glued(tokens, at) => at += 1,
            TokenKind::SentenceEnd if is_glued(tokens, at) => at += 1,
            TokenKind::Punctuation => match text(cursor, token) {
                ")" | "]" | "}" => at += 1,
                "[" if is_footnote(cursor, tokens, at, end) => at += 3,
                _ => break,
            },
            _ => break,
        }
    }
    at
}

/// `[7]`
fn is_footnote(cursor: Cursor<'_>, tokens: &[Token], at: usize, end: usize) -> bool {
    at + 2 < end
        && is_glued(tokens, at)
        && tokens
            .get(at + 1)
            .is_some_and(|token| matches!(token.kind, TokenKind::Number | TokenKind::Word) && token.span.len() <= 3)
        && tokens.get(at + 2).is_some_and(|token| text(cursor, token) == "]")
}

/// Whether a sentence starts with the token at `at`.
fn is_boundary(cursor: Cursor<'_>, tokens: &[Token], kind: StopKind, at: usize, attached: bool, end: usize) -> bool {
    let mut here = at;
    let mut bracket = false;
    // Past opening marks and brackets to the first word; more than a few are not language.
    for _ in 0..4 {
        let Some(token) = tokens.get(here).filter(|_| here < end) else {
            return true;
        };
        let next = text(cursor, token);
        match token.kind {
            TokenKind::QuoteOpen => here += 1,
            TokenKind::Punctuation => match next {
                "(" | "[" => {
                    bracket = true;
                    here += 1;
                }
                "," | ";" | ":" | ")" | "]" | "/" => return false,
                // A dash goes on with what follows it.
                _ => here += 1,
            },
            TokenKind::QuoteStray => here += 1,
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Alphanumeric => {
                let Some(first) = next.chars().find(|c| c.is_alphanumeric()) else {
                    return true;
                };
                // *eBay*, *iPhone*: a name that starts small.
                let camel = next.chars().nth(1).is_some_and(char::is_uppercase);
                if first.is_lowercase() && !camel {
                    return false;
                }
                return match kind {
                    StopKind::Ellipsis if !attached => {
                        // A title starts a sentence as an article does: *… Dr. Kerner kam.*
                        !first.is_alphabetic() || token.kind == TokenKind::Abbreviation || LEXICON.is_starter(next)
                    }
                    _ => !bracket || kind == StopKind::Mark,
                };
            }
            TokenKind::QuoteClose | TokenKind::SentenceEnd => return false,
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Date | TokenKind::Clock | TokenKind::YearRange => {
                return kind == StopKind::Mark || attached;
            }
            TokenKind::Symbol => return next != "%" && next != "°",
            TokenKind::Url | TokenKind::Mail | TokenKind::Handle | TokenKind::Hashtag | TokenKind::Emoji => {
                return true;
            }
        }
    }
    true
}
