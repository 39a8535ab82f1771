//! What does not belong to the article: teasers, notices, credits, agency endings.

use once_cell::sync::Lazy;

use crate::dateline::is_sign;
use crate::lexicon;
use crate::{Token, TokenKind, ZoneKind, ZoneRule};

/// How a phrase must go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A colon, a dash, an arrow or the end.
    Label,
    /// As a label, unless a sentence follows: the words may head running text as well.
    Topic,
    /// Anything.
    Start,
    /// As a label; it is a picture's.
    Caption,
}

/// The phrases.
struct Phrases {
    /// Sorted, so that those with one start stand together.
    list: Vec<(&'static str, Class)>,
    /// A bit for each start: most paragraphs are told to be none by one look.
    starts: [u64; 32],
}

static PHRASES: Lazy<Phrases> = Lazy::new(|| {
    let mut list: Vec<_> = lexicon::lines(DATA).filter_map(parse).collect();
    list.sort_unstable();
    let mut starts = [0; 32];
    for (phrase, _) in &list {
        if let Some((slot, bit)) = start(phrase.as_bytes()).map(slot) {
            if let Some(slot) = starts.get_mut(slot) {
                *slot |= bit;
            }
        }
    }
    Phrases { list, starts }
});

/// The first bytes of a line: no phrase is shorter.
fn start(line: &[u8]) -> Option<[u8; 4]> {
    line.first_chunk::<4>().copied()
}

/// Where the bit of a start stands; starts may share one.
fn slot(start: [u8; 4]) -> (usize, u64) {
    let mixed = u32::from_le_bytes(start).wrapping_mul(0x9E37_79B1) >> 21;
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

const DATA: &str = include_str!("../data/boilerplate.txt");

fn parse(line: &'static str) -> Option<(&'static str, Class)> {
    let (class, phrase) = line.split_once('\t')?;
    let class = match class {
        "label" => Class::Label,
        "topic" => Class::Topic,
        "start" => Class::Start,
        "caption" => Class::Caption,
        _ => return None,
    };
    (!phrase.is_empty()).then_some((phrase, class))
}

/// A paragraph that starts as boilerplate does.
pub(crate) struct Found {
    pub(crate) kind: ZoneKind,
    pub(crate) rule: ZoneRule,
    /// Whether the label is all there is: what it announces stands in the next lines.
    pub(crate) alone: bool,
}

/// Looks for a phrase at the start of a paragraph.
pub(crate) fn of_start(line: &str) -> Option<Found> {
    let lead = *line.as_bytes().first()?;
    if lead == 0xC2 && line.starts_with('©') {
        return Some(Found {
            kind: ZoneKind::Caption,
            rule: ZoneRule::CaptionLabel,
            alone: false,
        });
    }
    let first = start(line.as_bytes())?;
    let phrases = &*PHRASES;
    let (at, bit) = slot(first);
    if phrases.starts.get(at).is_none_or(|slot| slot & bit == 0) {
        return None;
    }
    let from = phrases.list.partition_point(|phrase| phrase.0.as_bytes() < &first[..]);
    for (phrase, class) in phrases.list.iter().skip(from) {
        if start(phrase.as_bytes()) != Some(first) {
            break;
        }
        let Some(rest) = line.strip_prefix(*phrase) else {
            continue;
        };
        if *class == Class::Start {
            return Some(Found {
                kind: ZoneKind::Boilerplate,
                rule: ZoneRule::BoilerplatePhrase,
                alone: false,
            });
        }
        let rest = rest.trim_start_matches([' ', '\u{A0}']);
        let after = rest.strip_prefix([':', '–', '—', '-', '|', '>', '»', '→', '+']);
        // *Video-Beweis*, *Stand-up*: a hyphen without a space joins.
        let joined = rest.starts_with('-') && line.get(phrase.len()..).is_some_and(|rest| rest.starts_with('-'));
        if rest.is_empty() || (after.is_some() && !joined) {
            let after = after.unwrap_or("").trim();
            if *class == Class::Topic && is_running_text(after) {
                continue;
            }
            let (kind, rule) = if *class == Class::Caption {
                (ZoneKind::Caption, ZoneRule::CaptionLabel)
            } else {
                (ZoneKind::Boilerplate, ZoneRule::BoilerplateLabel)
            };
            return Some(Found {
                kind,
                rule,
                alone: after.is_empty(),
            });
        }
    }
    None
}

/// Whether what follows a label reads as sentences do: a full stop, and words in small letters before it. Notices
/// (*Auskunft unter 05123 4567.*) have more names and numbers than such words.
fn is_running_text(after: &str) -> bool {
    if after.contains('@') || after.contains("://") {
        return false;
    }
    let (mut small, mut others) = (0, 0);
    // The start of a long paragraph tells enough.
    let mut words = after.split_whitespace().take(40).peekable();
    while let Some(word) = words.next() {
        if word.starts_with(char::is_lowercase) {
            small += 1;
        } else {
            others += 1;
        }
        let bare = word.trim_end_matches(['“', '”', '"', '«', '»', ')']);
        // A sentence ends with the text, or with a word too long for an abbreviation.
        if (bare.len() > 4 || words.peek().is_none()) && bare.ends_with(['.', '!', '?', '…']) && small >= 2 {
            return 2 * small >= others;
        }
    }
    false
}

/// How many tokens at the end of a paragraph are a teaser behind its last sentence: *… sagte er. Lesen Sie auch: Rat
/// streitet um Brücke*.
pub(crate) fn teaser_tail(text: &str, of: &[Token]) -> Option<(usize, ZoneRule)> {
    let from = of.len().saturating_sub(24);
    let tail = of.get(from..)?;
    let end = tail
        .iter()
        .rposition(|token| matches!(token.kind, TokenKind::SentenceEnd | TokenKind::QuoteClose))?;
    let rest = tail.get(end + 1..)?;
    let span = rest.first()?.span.cover(rest.last()?.span);
    let found = of_start(span.slice(text))?;
    (found.kind == ZoneKind::Boilerplate && !found.alone).then_some((rest.len(), found.rule))
}

/// Whether a paragraph is nothing but the signs of agencies and editors: *dpa/lni*, *(AFP, dpa)*, *(Schluss) kre*. `last`
/// tells whether no paragraph follows: only there are initials alone a sign: *kre/ahn*.
pub(crate) fn is_agency_ending(text: &str, of: &[Token], last: bool) -> bool {
    of.len() <= 14
        && match signs(text, of) {
            Signs::None => false,
            Signs::Initials => last,
            Signs::Agency => true,
        }
}

/// How many tokens at the end of a paragraph are such signs: *… sagte er. (dpa)*, *… sagte er. dpa/lni*.
pub(crate) fn agency_tail(text: &str, of: &[Token]) -> usize {
    let from = of.len().saturating_sub(12);
    let tail = of.get(from..).unwrap_or(&[]);
    // The sentence before it must be over: *sagte er der Agentur (dpa)* is its own. The full stop of a sign is none.
    let over = |token: &Token| matches!(token.kind, TokenKind::SentenceEnd | TokenKind::QuoteClose);
    let Some(end) = tail.iter().rposition(over) else {
        return 0;
    };
    let last = tail.len() - 1;
    let end = if end == last {
        match tail.get(..last).and_then(|tail| tail.iter().rposition(over)) {
            Some(end) => end,
            None => return 0,
        }
    } else {
        end
    };
    let rest = tail.get(end + 1..).unwrap_or(&[]);
    let bracketed = rest.first().is_some_and(|token| token.span.slice(text) == "(");
    let is_tail = match signs(text, rest) {
        Signs::None => false,
        Signs::Initials => {
            bracketed && rest.len() == 3 && rest.get(1).is_some_and(|token| token.kind == TokenKind::Word)
        }
        // *… sagte er. Die dpa* is a sentence cut short; a sign has no capital but the agency's own.
        Signs::Agency => true,
    };
    if is_tail { rest.len() } else { 0 }
}

/// What a few tokens are, if they are signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signs {
    /// Something else.
    None,
    /// The initials of people, in small letters.
    Initials,
    /// An agency's, or a word that closes a report, with whatever initials and numbers.
    Agency,
}

/// Whether tokens are agencies' signs, initials, numbers and what joins them.
fn signs(text: &str, of: &[Token]) -> Signs {
    let mut agency = false;
    let mut initials = 0;
    let mut joined = false;
    let mut bracket = false;
    for token in of {
        let word = token.span.slice(text);
        match token.kind {
            TokenKind::Word => {
                if is_sign(word) || (bracket && is_closing(word)) {
                    agency = true;
                } else if word.len() <= 4 || matches!(word, "Material" | "Agenturen") {
                    initials += usize::from(word.starts_with(char::is_lowercase));
                } else if !is_closing(word) {
                    return Signs::None;
                }
            }
            TokenKind::Abbreviation => agency |= bracket && is_closing(word),
            TokenKind::Alphanumeric | TokenKind::Number | TokenKind::YearRange | TokenKind::Clock => {
                agency |= is_sign(word);
            }
            TokenKind::Punctuation => {
                joined |= word == "/";
                bracket = word == "(" || (bracket && word != ")");
            }
            TokenKind::SentenceEnd if word == "." => {}
            TokenKind::Symbol | TokenKind::Url | TokenKind::Mail => {}
            _ => return Signs::None,
        }
    }
    // *kre/ahn*, *(kre)*, but no word of a sentence.
    let words = of.iter().filter(|token| token.kind.is_wordlike()).count();
    let bracketed = of.len() == 3 && of.first().is_some_and(|token| token.span.slice(text) == "(");
    if agency {
        Signs::Agency
    } else if initials > 0 && initials == words && (joined || bracketed) {
        Signs::Initials
    } else {
        Signs::None
    }
}

/// Words with which agencies close a report or announce its next part: *(Schluss)*, *(forts)*, *(wird fortgesetzt)*.
fn is_closing(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Schluss"
            | "Schluß"
            | "schluss"
            | "SCHLUSS"
            | "Ende"
            | "ENDE"
            | "ende"
            | "Forts"
            | "forts"
            | "FORTS"
            | "Fortsetzung"
            | "FORTSETZUNG"
            | "fortgesetzt"
            | "folgt"
            | "Fortsetzungen"
            | "aktualisiert"
            | "Wiederholung"
            | "Neufassung"
            | "Zusammenfassung"
            | "Korrektur"
            | "Berichtigung"
    )
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
            let (phrase, _) = parse(line).unwrap();
            assert!(start(phrase.as_bytes()).is_some(), "{line:?}");
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
            ("Stand: Der Bau der Brücke ruht seit dem Mai.", None),
            ("Weitere Themen: Streit um die Brücke", Some(ZoneKind::Boilerplate)),
            ("Weitere Themen: Der Rat sprach auch über die Brücke.", None),
            ("Weitere Themen – Der Rat sprach auch über „die Brücke.“", None),
            ("Service: Auskunft unter 05123 4567.", Some(ZoneKind::Boilerplate)),
            ("Video: Rat tagt wieder", Some(ZoneKind::Boilerplate)),
            (
                "Links: Mehr unter https://beispiel.de und auf der Seite.",
                Some(ZoneKind::Boilerplate),
            ),
            ("Internet: Der Ausbau stockt, weil das Geld fehlt.", None),
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
