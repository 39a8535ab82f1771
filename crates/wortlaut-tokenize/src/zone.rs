//! What part of the article a paragraph is.

use wortlaut_text::{IdxRange, Span};

use crate::dateline::dateline;
use crate::lexicon::LEXICON;
use crate::{Dateline, Paragraph, Token, TokenKind, Zone, ZoneIdx, ZoneKind, ZoneRule, boilerplate};

/// The most tokens a headline has, and those of a head within the text.
const HEADLINE: usize = 24;
const SUBHEAD: usize = 12;

/// The most tokens an interview label has before its colon.
const LABEL: usize = 4;

/// Adds the zones of a document, paragraph by paragraph: one is a zone, or starts with a short one of its own (dateline,
/// label).
pub(crate) struct Zoner<'a> {
    zones: &'a mut Vec<Zone>,
    datelines: &'a mut Vec<Dateline>,
    interview: Interview,
    /// Before the first paragraph of running text.
    heading: bool,
    /// After a headline at the top.
    headed: bool,
    /// After a label that announces teasers in the lines below it.
    teasers: bool,
}

impl<'a> Zoner<'a> {
    /// Where the zones go, and the labels of all paragraphs, which are put into another order.
    pub(crate) fn new(
        text: &str,
        labels: &mut [(Span, usize)],
        zones: &'a mut Vec<Zone>,
        datelines: &'a mut Vec<Dateline>,
    ) -> Self {
        Zoner {
            zones,
            datelines,
            interview: Interview::of(text, labels),
            heading: true,
            headed: false,
            teasers: false,
        }
    }

    /// Adds the zones of the paragraph at `at`, which comes after the one before. Gives the token after its dateline.
    pub(crate) fn paragraph(
        &mut self,
        text: &str,
        tokens: &[Token],
        paragraphs: &[Paragraph],
        at: usize,
    ) -> Option<usize> {
        let paragraph = paragraphs.get(at)?;
        let of = paragraph.tokens.slice(tokens);
        let (first, end) = (paragraph.tokens.start().index(), paragraph.tokens.end().index());
        let line = paragraph.span.slice(text);
        let look = Look::new(text, of);
        let last = at + 1 == paragraphs.len();
        if let Some(found) = boilerplate::of_start(line) {
            self.teasers = found.alone && found.kind == ZoneKind::Boilerplate;
            self.push(tokens, first, end, found.kind, found.rule);
            return None;
        }
        if boilerplate::is_agency_ending(text, of, last) && (at > 0 || paragraphs.len() > 1) {
            self.push(tokens, first, end, ZoneKind::Boilerplate, ZoneRule::BoilerplateSigns);
            return None;
        }
        if self.teasers && !look.ends_sentence && of.len() <= HEADLINE {
            self.push(tokens, first, end, ZoneKind::Boilerplate, ZoneRule::BoilerplateTeaser);
            return None;
        }
        self.teasers = false;
        if is_byline(text, of) {
            self.push(tokens, first, end, ZoneKind::Byline, ZoneRule::BylineNames);
            return None;
        }
        if boilerplate::ends_with_credit(text, of) {
            self.push(tokens, first, end, ZoneKind::Caption, ZoneRule::CaptionCredit);
            return None;
        }
        if let Some(label) = self.interview.label(text, of) {
            self.heading = false;
            self.push(
                tokens,
                first,
                first + label,
                ZoneKind::InterviewLabel,
                ZoneRule::InterviewLabel,
            );
            self.push(
                tokens,
                first + label,
                end,
                ZoneKind::InterviewTurn,
                ZoneRule::InterviewTurn,
            );
            return None;
        }
        if is_list(text, tokens, paragraphs, at) {
            self.heading = false;
            self.push(tokens, first, end, ZoneKind::List, ZoneRule::ListBullet);
            return None;
        }
        if self.interview.covers(at) && look.ends_sentence {
            self.push(tokens, first, end, ZoneKind::InterviewTurn, ZoneRule::InterviewTurn);
            return None;
        }
        let dateline = dateline(text, of, self.heading, self.headed)
            // *Altenau – Rat beschließt Brücke*: a headline has words and dashes too.
            .filter(|found| found.is_sure() || look.ends_sentence || look.ends_open || of.len() > HEADLINE);
        if dateline.is_none() && self.is_head(paragraphs, at, of.len(), &look) {
            let rule = if self.heading {
                ZoneRule::HeadlineTop
            } else {
                ZoneRule::HeadlineSection
            };
            self.headed |= self.heading;
            self.push(tokens, first, end, ZoneKind::Headline, rule);
            return None;
        }
        let mut start = first;
        if let Some(found) = dateline {
            let zone = ZoneIdx::new(self.zones.len());
            self.datelines.push(found.parts(of, zone));
            start = first + found.end;
            self.push(tokens, first, start, ZoneKind::Dateline, found.rule);
        }
        self.heading = false;
        // *… sagte er. (dpa)*, *… sagte er. Lesen Sie auch: Rat streitet*
        let signs = if last { boilerplate::agency_tail(text, of) } else { 0 };
        let (tail, rule) = if signs > 0 {
            (signs, ZoneRule::BoilerplateTail)
        } else if look.ends_sentence {
            (0, ZoneRule::BoilerplateTail)
        } else {
            boilerplate::teaser_tail(text, of).unwrap_or((0, ZoneRule::BoilerplateTail))
        };
        let body_end = if tail > 0 && end - tail > start {
            end - tail
        } else {
            end
        };
        self.push(tokens, start, body_end, ZoneKind::Body, ZoneRule::BodyText);
        self.push(tokens, body_end, end, ZoneKind::Boilerplate, rule);
        (start > first).then_some(start)
    }

    /// Whether the paragraph at `at`, of `length` tokens, heads what follows it.
    fn is_head(&self, paragraphs: &[Paragraph], at: usize, length: usize, look: &Look) -> bool {
        let next = paragraphs.get(at + 1).map(|next| next.tokens.len());
        if self.heading {
            return length <= HEADLINE
                && next.is_some()
                && (!look.ends_sentence || (at == 0 && look.asks && length <= 14))
                && !look.ends_open;
        }
        length <= SUBHEAD
            && !look.ends_sentence
            && !look.ends_open
            && look.starts_high
            && next.is_some_and(|next| next > length && next > SUBHEAD)
    }

    /// Adds a zone of the tokens `start..end`, unless it is empty.
    fn push(&mut self, tokens: &[Token], start: usize, end: usize, kind: ZoneKind, rule: ZoneRule) {
        let (Some(first), Some(last)) = (tokens.get(start), end.checked_sub(1).and_then(|last| tokens.get(last)))
        else {
            return;
        };
        if start < end {
            self.zones.push(Zone {
                span: first.span.cover(last.span),
                kind,
                rule,
                tokens: IdxRange::new(start, end),
            });
        }
    }
}

/// What the ends of a paragraph tell.
struct Look {
    /// Whether it ends as sentences do.
    ends_sentence: bool,
    /// Whether it ends in a question or call.
    asks: bool,
    /// Whether it ends with a colon or comma, open for what comes.
    ends_open: bool,
    /// Whether its first word is capitalised.
    starts_high: bool,
}

impl Look {
    fn new(text: &str, of: &[Token]) -> Self {
        let last = of.iter().rev().find(|token| {
            !matches!(token.kind, TokenKind::QuoteClose | TokenKind::QuoteStray)
                && !matches!(token.span.slice(text), ")" | "]")
        });
        let word = last.map_or("", |token| token.span.slice(text));
        let first = of
            .iter()
            .find(|token| !matches!(token.kind, TokenKind::QuoteOpen | TokenKind::QuoteStray));
        Look {
            ends_sentence: last.is_some_and(|token| token.kind == TokenKind::SentenceEnd),
            asks: word.starts_with(['!', '?']),
            ends_open: matches!(word, ":" | "," | ";"),
            starts_high: first.is_some_and(|token| {
                token
                    .span
                    .slice(text)
                    .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            }),
        }
    }
}

/// *Von Anna Beispiel*, *Von Anna Beispiel und Ben Muster, Berlin*: names and what joins them, nothing else.
fn is_byline(text: &str, of: &[Token]) -> bool {
    let mut words = of.iter().map(|token| (token.kind, token.span.slice(text)));
    let Some((_, first)) = words.next() else { return false };
    let mut names = 0;
    match first {
        "Von" | "VON" | "von" | "Autor" | "Autorin" | "Text" | "Interview" => {}
        "Ein" | "Eine" | "Kommentar" | "Gastbeitrag" | "Reportage" | "Analyse" | "Leitartikel" | "Glosse" | "Essay" => {
            // *Ein Kommentar von …*
            let mut words = of.iter().take(4).map(|token| token.span.slice(text));
            if !words.any(|word| word == "von") {
                return false;
            }
        }
        _ => return false,
    }
    let colon = matches!(first, "Autor" | "Autorin" | "Text" | "Interview");
    if colon && of.get(1).is_none_or(|token| token.span.slice(text) != ":") {
        return false;
    }
    if of.len() > 16 {
        return false;
    }
    for (kind, word) in words {
        match kind {
            TokenKind::Word | TokenKind::Abbreviation => {
                if word.starts_with(char::is_uppercase) {
                    // In a line of capitals the small words give away what is no name.
                    if matches!(
                        word,
                        "DIE" | "DAS" | "DEM" | "ÜBER" | "NACH" | "BIS" | "ZUM" | "AUF" | "EIN" | "EINE"
                    ) {
                        return false;
                    }
                    names += 1;
                } else if !matches!(
                    word,
                    "und"
                        | "von"
                        | "van"
                        | "de"
                        | "der"
                        | "den"
                        | "zu"
                        | "zur"
                        | "in"
                        | "aus"
                        | "mit"
                        | "unserem"
                        | "unserer"
                        | "al"
                        | "el"
                        | "ten"
                        | "ter"
                        | "für"
                        | "di"
                        | "da"
                        | "dos"
                ) && !LEXICON.is_agency(word)
                {
                    return false;
                }
            }
            TokenKind::Punctuation if matches!(word, "," | "/" | "(" | ")" | ":" | "|" | "-" | "–") => {}
            TokenKind::Mail | TokenKind::Handle | TokenKind::Symbol => {}
            _ => return false,
        }
    }
    // *Von Amts wegen* has no second name; *Von Island nach …* fell out above.
    names >= if colon { 1 } else { 2 }
}

/// The interview of a document, if it has one.
struct Interview {
    /// The paragraphs from the first label to the last.
    first: usize,
    last: usize,
    found: bool,
}

impl Interview {
    /// Several paragraphs start with a label, and one label comes back.
    fn of(text: &str, labels: &mut [(Span, usize)]) -> Self {
        let mut none = Interview {
            first: 0,
            last: 0,
            found: false,
        };
        if labels.len() < 3 {
            return none;
        }
        none.first = labels.first().map_or(0, |label| label.1);
        none.last = labels.last().map_or(0, |label| label.1);
        labels.sort_unstable_by_key(|label| label.0.slice(text));
        none.found = labels
            .windows(2)
            .any(|pair| matches!(pair, [left, right] if left.0.slice(text) == right.0.slice(text)));
        none
    }

    /// The length of the label a paragraph starts with, its colon included.
    fn label(&self, text: &str, of: &[Token]) -> Option<usize> {
        if self.found { label(text, of) } else { None }
    }

    /// Whether a paragraph stands between the first label and the last.
    fn covers(&self, at: usize) -> bool {
        self.found && self.first < at && at < self.last
    }
}

/// The label that a paragraph of the tokens `of` starts with, without its colon.
pub(crate) fn label_of(text: &str, of: &[Token]) -> Option<Span> {
    let length = label(text, of)?;
    let (first, last) = (of.first()?, of.get(length.saturating_sub(2))?);
    Some(first.span.cover(last.span))
}

/// The length of a label with its colon: *Frage:*, *Weber:*, *Anna Weber:*, *DIE ZEITUNG:*.
fn label(text: &str, of: &[Token]) -> Option<usize> {
    for (at, token) in of.iter().take(LABEL + 1).enumerate() {
        let word = token.span.slice(text);
        let fits = match token.kind {
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Alphanumeric => {
                word.starts_with(char::is_uppercase)
                    || (at == 0 && LEXICON.is_agency(word))
                    || matches!(word, "von" | "de" | "van")
            }
            _ if word == ":" => return (at > 0 && of.len() > at + 1).then_some(at + 1),
            _ => matches!(word, "/" | "-"),
        };
        if !fits {
            return None;
        }
    }
    None
}

/// Whether a paragraph is an item of a list: it starts with a bullet or number, and so does one beside it.
fn is_list(text: &str, tokens: &[Token], paragraphs: &[Paragraph], at: usize) -> bool {
    let bullet = |at: Option<usize>| {
        at.and_then(|at| paragraphs.get(at))
            .and_then(|paragraph| bullet(text, paragraph.tokens.slice(tokens)))
    };
    match bullet(Some(at)) {
        None => false,
        Some(Bullet::Sure) => true,
        Some(Bullet::Maybe) => bullet(at.checked_sub(1)).is_some() || bullet(Some(at + 1)).is_some(),
    }
}

enum Bullet {
    /// A sign that is nothing else.
    Sure,
    /// A dash or a number.
    Maybe,
}

fn bullet(text: &str, of: &[Token]) -> Option<Bullet> {
    let (first, second) = (of.first()?, of.get(1)?);
    // Most paragraphs start with a word that is none.
    if first.kind != TokenKind::Ordinal && first.span.len() > 3 {
        return None;
    }
    let word = first.span.slice(text);
    let spaced = first.span.end() < second.span.start();
    match word {
        "•" | "▪" | "●" | "■" | "◦" | "‣" | "►" | "▶" | "▸" | "➤" | "✓" | "∙" if spaced => {
            Some(Bullet::Sure)
        }
        "-" | "–" | "—" | "*" | "·" | "+" | "»" | "›" | "→" if spaced => Some(Bullet::Maybe),
        _ if first.kind == TokenKind::Ordinal && spaced => Some(Bullet::Maybe),
        // *a)*, *1)*
        _ if second.span.slice(text) == ")" && word.len() <= 2 && first.kind != TokenKind::Punctuation => {
            Some(Bullet::Maybe)
        }
        _ => None,
    }
}
