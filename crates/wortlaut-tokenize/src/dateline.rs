//! The dateline: place, date and agency before the first sentence.
//!
//! ```text
//! dateline := sign? place? date? ( bracket | sign )? date? end
//! end      := dash | '.' | ':' | '.' dash | nothing behind an agency in brackets
//! ```
//!
//! Every part is bounded by a few tokens, so that a paragraph is read once and not far.

use core::ops::Range;

use crate::calendar::{is_day, is_day_or_month, is_month};
use crate::lexicon::LEXICON;
use crate::{Dateline, Token, TokenKind, ZoneIdx, ZoneRule};

/// How many tokens a dateline may have, and each of its parts.
const LONGEST: usize = 24;
const PART: usize = 16;

/// A dateline, its parts as ranges of the paragraph's tokens.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Just after its last token.
    pub(crate) end: usize,
    /// Which form it has.
    pub(crate) rule: ZoneRule,
    place: Range<usize>,
    date: Range<usize>,
    agency: Range<usize>,
}

impl Found {
    /// Whether it could be nothing but a dateline: a headline, too, may start with a word and a dash.
    pub(crate) fn is_sure(&self) -> bool {
        matches!(
            self.rule,
            ZoneRule::DatelineAgencyBracket | ZoneRule::DatelineAgencySign | ZoneRule::DatelineDate
        )
    }

    /// The parts as spans, for the zone `zone`.
    pub(crate) fn parts(&self, tokens: &[Token], zone: ZoneIdx) -> Dateline {
        let span = |of: &Range<usize>| {
            let (first, last) = (tokens.get(of.start)?, tokens.get(of.end.checked_sub(1)?)?);
            (of.start < of.end).then(|| first.span.cover(last.span))
        };
        Dateline {
            zone,
            place: span(&self.place),
            date: span(&self.date),
            agency: span(&self.agency),
        }
    }
}

/// The dateline that a paragraph starts with.
///
/// `lead` tells whether the paragraph is the first of the running text: only there is a place with a dash alone a
/// dateline; `headed` whether a headline stands before it, which a place with a full stop needs.
pub(crate) fn dateline(text: &str, tokens: &[Token], lead: bool, headed: bool) -> Option<Found> {
    let of = Reader { text, tokens };
    // Most paragraphs start with a word that starts sentences, and not with a place.
    let signed = of.signs(0);
    let initials = if signed.is_empty() { of.initials() } else { 0 };
    let place = of.place(signed.end.max(initials));
    let mut at = place.end;
    if place.words == 0 && of.word(at) != "(" {
        return None;
    }
    // Most that start with a name go on with a verb.
    if of.kind(at) == Some(TokenKind::Word) && of.word(at).len() > 4 && !is_sign(of.word(at)) && of.word(at + 1) != "|"
    {
        return None;
    }
    let mut date = of.date(at).unwrap_or(at..at);
    at = date.end;
    let mut agency = signed.clone();
    // *Bern - (sda) Der …*, *Altenau. (dpa) Der …*, *Altenau, (dpa) Der …*
    let bracket_at = match of.word(at) {
        "(" => Some(at),
        "." | "," | "-" | "–" | "—" if of.word(at + 1) == "(" => Some(at + 1),
        _ => None,
    };
    let mut bracket = None;
    if let Some(start) = bracket_at {
        let found = of.bracket(start + 1);
        if start == at {
            bracket = Some(found?);
        } else {
            bracket = found.filter(|found| found.known);
        }
    }
    if let Some(found) = &bracket {
        at = found.end;
        if found.known {
            agency = found.agency.clone();
        }
        if date.is_empty() {
            date = found.date.clone();
        }
        if date.is_empty() {
            // *Berlin (AFP) 3. März –*
            if let Some(after) = of.date(at).filter(|date| of.ends(date.end)) {
                at = after.end;
                date = after;
            }
        }
    } else if place.words > 0 {
        // *Berlin/dpa.*, *BERLIN taz |*
        let from = if of.word(at) == "/" { at + 1 } else { at };
        let signs = of.signs(from);
        if !signs.is_empty() && of.ends(signs.end) {
            at = signs.end;
            agency = signs;
        } else if lead && of.word(at + 1) == "|" && of.is_word(at) {
            // The paper signs as an agency does.
            at += 1;
            agency = at - 1..at;
        }
    }
    let (known, dated, bracketed) = (!agency.is_empty(), !date.is_empty(), bracket.is_some());
    let rule = if bracket.as_ref().is_some_and(|found| found.known) {
        ZoneRule::DatelineAgencyBracket
    } else if known {
        ZoneRule::DatelineAgencySign
    } else if dated {
        ZoneRule::DatelineDate
    } else if bracketed {
        ZoneRule::DatelineInitials
    } else {
        ZoneRule::DatelineDash
    };
    let found = |end: usize, rule: ZoneRule| {
        (end <= LONGEST && end < tokens.len()).then(|| Found {
            end,
            rule,
            place: signed.end.max(initials)..place.end,
            date: date.clone(),
            agency: agency.clone(),
        })
    };
    if initials > 0 && !(dated && lead) {
        return None;
    }
    if of.is_dash(at) {
        // In the body a dash may be anything, and what follows it goes on in small letters.
        let ok = known || (lead && of.is_spaced(at) && of.starts(at + 1) && (bracketed || place.words <= 5));
        return if ok { found(at + 1, rule) } else { None };
    }
    // *Bern/Chur. –*
    if of.word(at) == "." && of.is_dash(at + 1) && of.starts(at + 2) {
        let ok = known || (lead && (dated || (place.plain && place.words <= 5)));
        return if ok { found(at + 2, rule) } else { None };
    }
    let stop = matches!(of.word(at), "." | ":") && of.starts(at + 1);
    if known && bracketed {
        // *Frankfurt a. M. (epd).*, *Bern (sda):*, *Kiel (AP) Die …*
        if stop {
            return found(at + 1, rule);
        }
        return if lead && of.starts(at) { found(at, rule) } else { None };
    }
    if !lead {
        return None;
    }
    if dated && place.words > 0 {
        // *Potsdam, 12.03.2026.*, *Potsdam, 12.03. Der …*; *Altenau, Samstag, 17. Mai: Konzert* announces something.
        if stop {
            let announces = of.word(at) == ":" && is_day(of.word(date.start));
            return if announces { None } else { found(at + 1, rule) };
        }
        let over = of.word(at.wrapping_sub(1)).ends_with('.') && date.end == at && (headed || of.capitals(0));
        return if over && of.starts(at) { found(at, rule) } else { None };
    }
    if !stop || of.word(at) != "." {
        return None;
    }
    // *Altenau (mk). Der …*: the initials of a reporter.
    if bracketed {
        let initials = at - place.end == 3 && of.word(place.end + 1).len() <= 4;
        return if initials { found(at + 1, rule) } else { None };
    }
    // *Altenau. Der VfB …*. Without a headline it could be a sentence of one word; then it takes more to be a place:
    // capitals, two places, or the wider space that comes from its being set apart.
    let set_apart = match (tokens.get(at), tokens.get(at + 1)) {
        (Some(stop), Some(first)) => first.span.start() > stop.span.end() + 1,
        _ => false,
    };
    let sure = headed || known || set_apart || of.capitals(0) || of.word(1) == "/";
    let rule = if known { rule } else { ZoneRule::DatelineStop };
    if sure && place.plain && place.words <= 3 {
        found(at + 1, rule)
    } else {
        None
    }
}

/// What could be a place.
struct Place {
    end: usize,
    words: usize,
    /// Whether it is nothing but names: no comma.
    plain: bool,
}

/// What stands in brackets.
struct Bracket {
    /// After the closing bracket.
    end: usize,
    /// Whether an agency is among it.
    known: bool,
    agency: Range<usize>,
    date: Range<usize>,
}

/// Reads the start of a paragraph.
#[derive(Clone, Copy)]
struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Reader<'t> {
    fn word(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_word(self, at: usize) -> bool {
        self.kind(at).is_some_and(TokenKind::is_wordlike)
    }

    fn is_dash(self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "--" | "|" | "+++")
    }

    /// Whether the dateline could end here.
    fn ends(self, at: usize) -> bool {
        self.is_dash(at) || matches!(self.word(at), "." | ":")
    }

    /// Whether the running text could start here.
    fn starts(self, at: usize) -> bool {
        self.kind(at).is_some_and(|kind| {
            matches!(
                kind,
                TokenKind::QuoteOpen
                    | TokenKind::QuoteStray
                    | TokenKind::Number
                    | TokenKind::Ordinal
                    | TokenKind::Alphanumeric
            )
        }) || self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a word of more than two letters is in capitals.
    fn capitals(self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 2 && word.starts_with(char::is_uppercase) && !word.contains(char::is_lowercase)
    }

    /// Whether white space stands on both sides of a token.
    fn is_spaced(self, at: usize) -> bool {
        let token = |at: usize| self.tokens.get(at);
        let (Some(left), Some(here), Some(right)) = (at.checked_sub(1).and_then(token), token(at), token(at + 1))
        else {
            return false;
        };
        left.span.end() < here.span.start() && here.span.end() < right.span.start()
    }

    /// The signs of agencies at `at`, slashes between them: *dpa*, *dpa/lni*.
    fn signs(self, at: usize) -> Range<usize> {
        let mut end = at;
        while is_sign(self.word(end)) && end < at + PART {
            end += 1;
            if self.word(end) == "/" && is_sign(self.word(end + 1)) {
                end += 1;
            }
        }
        at..end
    }

    /// How many tokens the initials of a correspondent take, as some papers set them: *mas. BERLIN, 5. März.*
    fn initials(self) -> usize {
        let word = self.word(0);
        let end = match self.kind(0) {
            Some(TokenKind::Abbreviation) if word.len() <= 8 => 1,
            Some(TokenKind::Word) if word.len() <= 4 && word.starts_with(char::is_lowercase) && self.word(1) == "." => {
                2
            }
            _ => return 0,
        };
        if self.capitals(end) { end } else { 0 }
    }

    /// Names, and what joins them.
    fn place(self, from: usize) -> Place {
        let mut place = Place {
            end: from,
            words: 0,
            plain: true,
        };
        let mut comma = false;
        let mut at = from;
        while at < from + PART {
            let word = self.word(at);
            match self.kind(at) {
                Some(TokenKind::Word | TokenKind::Abbreviation) if word.starts_with(char::is_uppercase) => {
                    let first = place.words == 0;
                    if is_day_or_month(word)
                        || (first && LEXICON.is_starter(word) && !is_article_of_place(word, self.word(at + 1)))
                    {
                        break;
                    }
                    if !first && is_sign(word) && (self.ends(at + 1) || self.word(at + 1) == "/") {
                        break;
                    }
                    place.words += 1;
                    at += 1;
                    place.end = at;
                    place.plain &= !comma;
                }
                Some(TokenKind::Word | TokenKind::Abbreviation) if place.words > 0 && joins_names(word) => at += 1,
                Some(TokenKind::Punctuation) if place.words > 0 && word == "/" => at += 1,
                Some(TokenKind::Punctuation) if place.words > 0 && word == "," => {
                    comma = true;
                    at += 1;
                }
                // *Frankfurt (Oder) (dpa)*: the second bracket is the agency's.
                Some(TokenKind::Punctuation)
                    if place.words > 0 && word == "(" && self.word(at + 2) == ")" && self.word(at + 3) == "(" =>
                {
                    at += 3;
                    place.end = at;
                }
                _ => break,
            }
        }
        place
    }

    /// A date at `at`, which a comma or a preposition may lead over to.
    fn date(self, from: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at < from + 2 && matches!(self.word(at), "," | "am" | "den" | "im" | "vom") {
            at += 1;
        }
        let led = at > from;
        let start = at;
        let mut end = at;
        if led && is_day(self.word(at)) {
            at += 1;
            end = at;
            if matches!(self.word(at), "," | "." | "den") {
                at += 1;
            }
            if matches!(self.word(at), "den" | "dem") {
                at += 1;
            }
        }
        match self.kind(at) {
            Some(TokenKind::Date) => end = at + 1,
            Some(TokenKind::Ordinal) if is_month(self.word(at + 1)) => end = self.year(at + 2),
            Some(TokenKind::Word | TokenKind::Abbreviation) if led && is_month(self.word(at)) => {
                end = self.year(at + 1);
            }
            _ => {}
        }
        if end == start {
            return None;
        }
        // *Berlin, 12.03.2026, 10:15 Uhr –*
        let clock = if self.word(end) == "," { end + 1 } else { end };
        if self.kind(clock) == Some(TokenKind::Clock) && self.word(clock + 1) == "Uhr" {
            end = clock + 2;
        }
        Some(start..end)
    }

    /// After the year at `at`, if one stands there.
    fn year(self, at: usize) -> usize {
        let year = self.kind(at) == Some(TokenKind::Number) && matches!(self.word(at).len(), 2 | 4);
        at + usize::from(year)
    }

    /// What stands in the bracket that was opened before `from`: signs, initials, a date.
    fn bracket(self, from: usize) -> Option<Bracket> {
        let mut found = Bracket {
            end: from,
            known: false,
            agency: from..from,
            date: from..from,
        };
        let mut at = from;
        while at < from + PART {
            let word = self.word(at);
            if word == ")" {
                // Without an agency or a date it is initials.
                let initials = at - from <= 7 && at > from;
                found.end = at + 1;
                return (found.known || !found.date.is_empty() || initials).then_some(found);
            }
            if found.date.is_empty() {
                // A day of the week stands alone only behind a comma.
                let before = at - usize::from(at > from && self.word(at - 1) == ",");
                if let Some(date) = self.date(before).filter(|date| date.start == at) {
                    at = date.end;
                    found.date = date;
                    continue;
                }
            }
            match self.kind(at)? {
                TokenKind::Word | TokenKind::Alphanumeric | TokenKind::Abbreviation => {
                    found.known |= is_sign(word) || (word == "Dow" && self.word(at + 1) == "Jones");
                    if found.agency.is_empty() {
                        found.agency.start = at;
                    }
                    found.agency.end = at + 1;
                }
                // The number of a report, and when it was sent.
                TokenKind::Number | TokenKind::Clock if found.known => {}
                _ if matches!(word, "/" | "," | "-" | "–" | "&" | "+" | ":") => {}
                _ => return None,
            }
            at += 1;
        }
        None
    }
}

/// Whether a word is the sign of an agency, or of one of its services: *dpa*, *ddp-bln*, *pte020*.
pub(crate) fn is_sign(word: &str) -> bool {
    if LEXICON.is_agency(word) {
        return true;
    }
    // Words are short: a search that is prepared for long texts costs more than it saves.
    let joined = word
        .bytes()
        .take(8)
        .position(|byte| byte == b'-' || byte.is_ascii_digit());
    joined.is_some_and(|at| at >= 3 && LEXICON.is_agency(word.get(..at).unwrap_or("")))
}

/// *Den Haag*, *Weil am Rhein*: places whose first word starts sentences as well.
fn is_article_of_place(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("Den", "Haag" | "Helder") | ("DEN", "HAAG" | "HELDER") | ("Weil", "am" | "der" | "im") | ("Am", "Mellensee")
    )
}

/// Small words within the names of places: *Frankfurt am Main*, *Rothenburg ob der Tauber*, *Rio de Janeiro*.
fn joins_names(word: &str) -> bool {
    matches!(
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
    )
}
