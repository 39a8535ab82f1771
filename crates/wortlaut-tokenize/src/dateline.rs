//! The dateline: place, date and agency before the first sentence.

use crate::lexicon::LEXICON;
use crate::{Dateline, Token, TokenKind, ZoneIdx};

/// How many tokens a dateline may have.
const LONGEST: usize = 16;

/// The number of tokens of the dateline that a paragraph starts with.
///
/// `lead` tells whether the paragraph is the first of the running text: only there is a place with a dash alone a
/// dateline; `headed` whether a headline stands before it, which a place with a full stop needs.
pub(crate) fn dateline(text: &str, tokens: &[Token], lead: bool, headed: bool) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
    let mut at = 0;
    // *dpa Berlin.*
    let signed = LEXICON.is_agency(word(0));
    if signed {
        at = 1;
    }
    let place = place(text, tokens, at);
    at = place.end;
    let mut agency = signed;
    if word(at) == "(" {
        let (end, known) = agencies(text, tokens, at + 1)?;
        agency = known;
        if !known && !lead {
            return None;
        }
        at = end;
    } else if place.words > 0 && LEXICON.is_agency(word(at)) && word(at + 1) == "|" {
        // *BERLIN taz |*
        return Some(at + 2);
    } else if place.words > 0 && lead && word(at + 1) == "|" {
        return Some(at + 2);
    } else if place.words == 0 {
        return None;
    }
    let bracketed = at > place.end;
    let dash = matches!(word(at), "-" | "–" | "—" | "--" | "|");
    let next = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(
                token.kind,
                TokenKind::QuoteOpen
                    | TokenKind::QuoteStray
                    | TokenKind::Number
                    | TokenKind::Ordinal
                    | TokenKind::Alphanumeric
            ) || token.span.slice(text).starts_with(char::is_uppercase)
        })
    };
    if dash && at < LONGEST {
        // In the body a dash may be anything, and what follows it goes on in small letters.
        let spaced = is_spaced(tokens, at);
        let ok = agency || ((lead && spaced && next(at + 1)) && (bracketed || place.words <= 5));
        return ok.then_some(at + 1).filter(|end| *end < tokens.len());
    }
    if agency && bracketed && at < LONGEST {
        // *Frankfurt a. M. (epd).*, *Bern (sda):*, *Kiel (AP) Die …*
        if matches!(word(at), "." | ":") && next(at + 1) {
            return Some(at + 1);
        }
        return (lead && next(at)).then_some(at);
    }
    if !lead || word(at) != "." || !next(at + 1) {
        return None;
    }
    // *Altenau (mk). Der …*: the initials of a reporter.
    if bracketed {
        return (at - place.end == 3 && word(place.end + 1).len() <= 4).then_some(at + 1);
    }
    // *Altenau. Der VfB …*. Without a headline it could be a sentence of one word; then it takes more to be a place:
    // capitals, two places, or the wider space that comes from its being set apart.
    let set_apart = match (tokens.get(at), tokens.get(at + 1)) {
        (Some(stop), Some(first)) => first.span.start() > stop.span.end() + 1,
        _ => false,
    };
    let capitals = word(0).len() > 2 && !word(0).contains(char::is_lowercase);
    let sure = headed || signed || set_apart || capitals || word(1) == "/";
    (sure && place.plain && place.words <= 3).then_some(at + 1)
}

/// The parts of the dateline `tokens`, which is the zone `zone`.
pub(crate) fn parts(text: &str, tokens: &[Token], zone: ZoneIdx) -> Dateline {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
    let span = |start: usize, end: usize| {
        let (first, last) = (tokens.get(start)?, tokens.get(end.checked_sub(1)?)?);
        (start < end).then(|| first.span.cover(last.span))
    };
    let is_sign = |at: usize| LEXICON.is_agency(word(at));
    // *dpa Berlin.*
    let signed = usize::from(is_sign(0));
    let end = place(text, tokens, signed).end;
    // The date starts with its number, or with the name of its day or month after a comma.
    let date = (signed..end)
        .find(|&at| {
            tokens.get(at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Ordinal | TokenKind::Date | TokenKind::Number)
                    || (at > signed && is_lead_over(word(at - 1)) && is_day_or_month(word(at)))
            })
        })
        .unwrap_or(end);
    let mut place_end = date;
    while place_end > signed && is_lead_over(word(place_end - 1)) {
        place_end -= 1;
    }
    let agency = match word(end) {
        "(" => {
            let close = (end + 1..tokens.len()).find(|&at| word(at) == ")").unwrap_or(end);
            (end + 1..close).any(is_sign).then(|| span(end + 1, close)).flatten()
        }
        // *BERLIN taz |*: before this mark the paper signs as an agency does.
        _ if word(end + 1) == "|" => span(end, end + 1),
        _ => None,
    };
    Dateline {
        zone,
        place: span(signed, place_end),
        date: span(date, end),
        agency: agency.or_else(|| span(0, signed)),
    }
}

/// What leads from the place over to the date: *Bern, am 8. Januar*, *Bern, den 8. Januar*.
fn is_lead_over(word: &str) -> bool {
    matches!(word, "," | "am" | "den" | "im")
}

/// Whether a word names a day of the week or a month, in full or cut short.
fn is_day_or_month(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Montag"
            | "Dienstag"
            | "Mittwoch"
            | "Donnerstag"
            | "Freitag"
            | "Samstag"
            | "Sonnabend"
            | "Sonntag"
            | "Januar"
            | "Jänner"
            | "Februar"
            | "Feber"
            | "März"
            | "April"
            | "Mai"
            | "Juni"
            | "Juli"
            | "August"
            | "September"
            | "Oktober"
            | "November"
            | "Dezember"
            | "Jan"
            | "Jän"
            | "Feb"
            | "Apr"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Okt"
            | "Nov"
            | "Dez"
    )
}

/// What could be a place, with a date behind it.
struct Place {
    end: usize,
    words: usize,
    /// Whether it is nothing but names: no date, no comma.
    plain: bool,
}

fn place(text: &str, tokens: &[Token], from: usize) -> Place {
    let mut place = Place {
        end: from,
        words: 0,
        plain: true,
    };
    let mut at = from;
    while at < from + LONGEST {
        let Some(token) = tokens.get(at) else { break };
        let word = token.span.slice(text);
        match token.kind {
            TokenKind::Word | TokenKind::Abbreviation if word.starts_with(char::is_uppercase) => {
                if place.words == 0 && LEXICON.is_starter(word) {
                    break;
                }
                place.words += 1;
                at += 1;
                place.end = at;
            }
            TokenKind::Word | TokenKind::Abbreviation
                if place.words > 0
                    && matches!(
                        word,
                        "am" | "an"
                            | "der"
                            | "im"
                            | "in"
                            | "bei"
                            | "ob"
                            | "vor"
                            | "a."
                            | "d."
                            | "i."
                            | "de"
                            | "la"
                            | "del"
                            | "auf"
                            | "und"
                            | "den"
                            | "dem"
                            | "v."
                            | "am."
                            | "do"
                            | "du"
                            | "unter"
                    ) =>
            {
                at += 1;
            }
            TokenKind::Punctuation if place.words > 0 && matches!(word, "/" | ",") => {
                place.plain &= word == "/";
                at += 1;
            }
            TokenKind::Ordinal | TokenKind::Date | TokenKind::Number | TokenKind::Clock if place.words > 0 => {
                place.plain = false;
                at += 1;
                place.end = at;
            }
            _ => break,
        }
    }
    place
}

/// The tokens after the bracket that closes at most a few signs, and whether one of them is an agency.
fn agencies(text: &str, tokens: &[Token], from: usize) -> Option<(usize, bool)> {
    let mut known = false;
    for (offset, token) in tokens.get(from..)?.iter().take(8).enumerate() {
        let word = token.span.slice(text);
        if word == ")" {
            return (offset > 0).then_some((from + offset + 1, known));
        }
        known |= LEXICON.is_agency(word);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Alphanumeric)
            && !matches!(word, "/" | "," | "-" | "&" | "+")
        {
            return None;
        }
    }
    None
}

/// Whether white space stands on both sides of a token.
fn is_spaced(tokens: &[Token], at: usize) -> bool {
    let (Some(left), Some(here), Some(right)) = (
        at.checked_sub(1).and_then(|at| tokens.get(at)),
        tokens.get(at),
        tokens.get(at + 1),
    ) else {
        return false;
    };
    left.span.end() < here.span.start() && here.span.end() < right.span.start()
}
