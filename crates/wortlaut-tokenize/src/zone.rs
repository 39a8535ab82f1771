//! What part of the article a paragraph is.

use wortlaut_text::IdxRange;

use crate::{Paragraph, Token, TokenKind, Zone, ZoneKind};

/// Adds the zones of a document.
pub(crate) fn zones(text: &str, tokens: &[Token], paragraphs: &[Paragraph], into: &mut Vec<Zone>) {
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let of = paragraph.tokens.slice(tokens);
        let ends = of
            .iter()
            .rev()
            .find(|token| !matches!(token.kind, TokenKind::QuoteClose | TokenKind::QuoteStray))
            .is_some_and(|token| token.kind == TokenKind::SentenceEnd || matches!(token.span.slice(text), ":" | ","));
        let line = paragraph.span.slice(text);
        let kind = if line.starts_with("Mehr zum Thema –") || line.starts_with("Mehr zum Thema:") {
            ZoneKind::Boilerplate
        } else if at == 0 && paragraphs.len() > 1 && !ends && of.len() <= 24 {
            ZoneKind::Headline
        } else {
            ZoneKind::Body
        };
        into.push(Zone {
            span: paragraph.span,
            kind,
            tokens: IdxRange::new(paragraph.tokens.start().index(), paragraph.tokens.end().index()),
        });
    }
}
