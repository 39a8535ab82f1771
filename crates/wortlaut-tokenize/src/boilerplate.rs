//! What does not belong to the article: teasers, notices, credits, agency endings.

use once_cell::sync::Lazy;

use crate::lexicon::{self, LEXICON};
use crate::{Token, TokenKind, ZoneKind};

/// How a phrase must go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A colon, a dash, an arrow or the end.
    Label,
    /// Anything.
    Start,
    /// As a label; it is a picture's.
    Caption,
}

/// The phrases, sorted, so that those with one first byte stand together.
static PHRASES: Lazy<Vec<(&'static str, Class)>> = Lazy::new(|| {
    let mut phrases: Vec<_> = lexicon::lines(DATA).filter_map(parse).collect();
    phrases.sort_unstable();
    phrases
});

const DATA: &str = include_str!("../data/boilerplate.txt");

fn parse(line: &'static str) -> Option<(&'static str, Class)> {
    let (class, phrase) = line.split_once('\t')?;
    let class = match class {
        "label" => Class::Label,
        "start" => Class::Start,
        "caption" => Class::Caption,
        _ => return None,
    };
    (!phrase.is_empty()).then_some((phrase, class))
}

/// A paragraph that starts as boilerplate does.
pub(crate) struct Found {
    pub(crate) kind: ZoneKind,
    /// Whether the label is all there is: what it announces stands in the next lines.
    pub(crate) alone: bool,
}

/// Looks for a phrase at the start of a paragraph.
pub(crate) fn of_start(line: &str) -> Option<Found> {
    let lead = *line.as_bytes().first()?;
    if lead == 0xC2 && line.starts_with('©') {
        return Some(Found {
            kind: ZoneKind::Caption,
            alone: false,
        });
    }
    let from = PHRASES.partition_point(|phrase| phrase.0.as_bytes().first() < Some(&lead));
    let second = line.as_bytes().get(1);
    for (phrase, class) in PHRASES.iter().skip(from) {
        if phrase.as_bytes().first() != Some(&lead) {
            break;
        }
        if phrase.as_bytes().get(1) != second {
            continue;
        }
        let Some(rest) = line.strip_prefix(*phrase) else {
            continue;
        };
        if *class == Class::Start {
            return Some(Found {
                kind: ZoneKind::Boilerplate,
                alone: false,
            });
        }
        let rest = rest.trim_start_matches([' ', '\u{A0}']);
        let after = rest.strip_prefix([':', '–', '—', '-', '|', '>', '»', '→', '+']);
        // *Video-Beweis*, *Stand-up*: a hyphen without a space joins.
        let joined = rest.starts_with('-') && line.get(phrase.len()..).is_some_and(|rest| rest.starts_with('-'));
        if rest.is_empty() || (after.is_some() && !joined) {
            return Some(Found {
                kind: if *class == Class::Caption {
                    ZoneKind::Caption
                } else {
                    ZoneKind::Boilerplate
                },
                alone: after.unwrap_or("").trim().is_empty(),
            });
        }
    }
    None
}

/// Whether a paragraph is nothing but the signs of agencies and editors: *dpa/lni*, *(AFP, dpa)*, *mit dpa*.
pub(crate) fn is_agency_ending(text: &str, of: &[Token]) -> bool {
    of.len() <= 12 && signs(text, of)
}

/// How many tokens at the end of a paragraph are an agency's sign in brackets: *… sagte er. (dpa)*.
pub(crate) fn agency_tail(text: &str, of: &[Token]) -> usize {
    if of.last().is_none_or(|token| token.span.slice(text) != ")") {
        return 0;
    }
    let from = of.len().saturating_sub(10);
    let tail = of.get(from..).unwrap_or(&[]);
    let Some(open) = tail.iter().rposition(|token| token.span.slice(text) == "(") else {
        return 0;
    };
    let signs_only = tail.get(open..).is_some_and(|tail| signs(text, tail));
    // The sentence before it must be over: *sagte er der Agentur (dpa)* is its own.
    let over = (from + open)
        .checked_sub(1)
        .and_then(|before| of.get(before))
        .is_some_and(|token| matches!(token.kind, TokenKind::SentenceEnd | TokenKind::QuoteClose));
    if signs_only && over { tail.len() - open } else { 0 }
}

/// Whether tokens are agencies' signs, initials, numbers and what joins them; one of them an agency's.
fn signs(text: &str, of: &[Token]) -> bool {
    let mut agency = false;
    for token in of {
        let word = token.span.slice(text);
        match token.kind {
            TokenKind::Word
            | TokenKind::Alphanumeric
            | TokenKind::Number
            | TokenKind::YearRange
            | TokenKind::Abbreviation => {
                if LEXICON.is_agency(word) {
                    agency = true;
                } else if !(token.kind != TokenKind::Word
                    || word.len() <= 4
                    || matches!(word, "Material" | "Agenturen"))
                {
                    return false;
                }
            }
            TokenKind::Punctuation | TokenKind::Symbol => {}
            TokenKind::SentenceEnd if word == "." => {}
            TokenKind::Url | TokenKind::Mail => {}
            _ => return false,
        }
    }
    agency
}

/// Whether a short paragraph ends with the credit of a picture: *Der Platz am Morgen. Foto: A. Beispiel/dpa*.
pub(crate) fn ends_with_credit(text: &str, of: &[Token]) -> bool {
    if of.len() > 60 {
        return false;
    }
    let from = of.len().saturating_sub(12);
    let Some(tail) = of.get(from..) else { return false };
    tail.windows(2).enumerate().any(|(at, pair)| {
        let [word, colon] = pair else { return false };
        let credit = colon.span.slice(text) == ":"
            && matches!(
                word.span.slice(text),
                "Foto"
                    | "Fotos"
                    | "Bild"
                    | "Bilder"
                    | "Grafik"
                    | "Archivbild"
                    | "Archivfoto"
                    | "Symbolbild"
                    | "Symbolfoto"
                    | "FOTO"
            );
        // A sentence or a bracket before it, names after it, and no sentence after that.
        let before = (from + at)
            .checked_sub(1)
            .and_then(|before| of.get(before))
            .is_some_and(|token| {
                matches!(token.kind, TokenKind::SentenceEnd | TokenKind::QuoteClose)
                    || matches!(token.span.slice(text), "(" | "|" | "/" | "–" | "-" | ")")
            });
        credit
            && before
            && tail.get(at + 2..).is_some_and(|names| {
                !names.is_empty()
                    && names.iter().all(|token| {
                        matches!(
                            token.kind,
                            TokenKind::Word
                                | TokenKind::Abbreviation
                                | TokenKind::Punctuation
                                | TokenKind::Alphanumeric
                                | TokenKind::Symbol
                        )
                    })
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_parses() {
        for line in lexicon::lines(DATA) {
            assert!(parse(line).is_some(), "{line:?}");
        }
    }

    #[test]
    fn starts() {
        for (line, kind) in [
            ("Mehr zum Thema – Der Rat tagt wieder", Some(ZoneKind::Boilerplate)),
            ("Mehr zum Thema: Der Rat tagt wieder", Some(ZoneKind::Boilerplate)),
            ("Mehr zum Thema", Some(ZoneKind::Boilerplate)),
            ("Mehr zum Thema sagte Kerner am Montag.", None),
            ("Lesen Sie auch: Der Rat tagt", Some(ZoneKind::Boilerplate)),
            ("Lesen Sie auch unseren Bericht dazu", Some(ZoneKind::Boilerplate)),
            ("Anzeige", Some(ZoneKind::Boilerplate)),
            ("Anzeige gegen den Mann erstattete die Stadt.", None),
            ("Stand: 12.30 Uhr", Some(ZoneKind::Boilerplate)),
            ("Stand-up-Abende sind beliebt.", None),
            ("Stand heute wird gebaut.", None),
            ("Video-Beweis gefordert", None),
            ("Foto: Anna Beispiel/dpa", Some(ZoneKind::Caption)),
            ("© Verlag", Some(ZoneKind::Caption)),
            ("Foto eines Schiffs ging um die Welt.", None),
        ] {
            assert_eq!(of_start(line).map(|found| found.kind), kind, "{line}");
        }
    }
}
