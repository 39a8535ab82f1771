//! Pairing quotation marks by type and position.

use wortlaut_text::IdxRange;

use crate::class::{self, Char};
use crate::{MarkPair, MarkPairIdx, MarkStyle, PairRule, Paragraph, Token, TokenIdx, TokenKind};

/// How many quotations may be open inside each other. Marks beyond that are paired with the innermost ones only.
const DEPTH: usize = 8;

/// Over how many paragraphs a quotation may run without its mark being repeated.
const CARRY: usize = 6;

/// A mark in its surroundings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Its position among the tokens.
    pub(crate) token: usize,
    c: char,
    /// Whether it stands as an opening mark does: free on the left, text on the right.
    opening: bool,
    /// Whether it stands as a closing mark does.
    closing: bool,
    /// Whether it is the first token of its paragraph.
    leads: bool,
    /// Whether white space follows.
    space_after: bool,
}

/// A pair that still waits for its closing mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    pair: usize,
    style: MarkStyle,
    paragraph: usize,
    c: char,
    /// Whether it is the document that told that the mark opens.
    by_document: bool,
}

/// Which way the guillemets of a document point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// `»…«`
    Inward,
    /// `«…»`
    Outward,
}

impl Mark {
    /// A mark that is the last token of a paragraph so far; `leads` tells whether it is its first.
    pub(crate) fn new(text: &str, at: usize, token: &Token, leads: bool) -> Option<Self> {
        let whole = token.span.slice(text);
        let c = match whole {
            "''" | "``" => '"',
            _ => whole.chars().next()?,
        };
        let (opening, closing) = match whole {
            "``" => (true, false),
            _ => position(text, token),
        };
        let space_after = text
            .get(token.span.end() as usize..)
            .and_then(|text| text.chars().next())
            .is_none_or(char::is_whitespace);
        Some(Mark {
            token: at,
            c,
            opening,
            closing,
            leads,
            space_after,
        })
    }
}

impl Mark {
    /// Whether a guillemet stands so that it could open as well as close.
    fn is_undecided(&self) -> bool {
        self.opening == self.closing && matches!(self.c, '»' | '«' | '›' | '‹')
    }
}

/// Pairs the marks and writes what each does into its token's kind.
///
/// `open` is memory for those that wait to be closed.
pub(crate) fn pair(
    tokens: &mut [Token],
    marks: &[Mark],
    paragraphs: &[Paragraph],
    open: &mut Vec<Open>,
    into: &mut Vec<MarkPair>,
) {
    if marks.is_empty() {
        return;
    }
    open.clear();
    let guillemets = marks.iter().any(|mark| matches!(mark.c, '»' | '«' | '›' | '‹'));
    let direction = if guillemets { direction(marks) } else { None };
    let mut pairing = Pairing {
        tokens,
        paragraphs,
        open,
        into,
        paragraph: 0,
        directed: direction.is_some(),
        nested: false,
    };
    for &mark in marks {
        while pairing
            .paragraphs
            .get(pairing.paragraph)
            .is_some_and(|paragraph| paragraph.tokens.end().index() <= mark.token)
        {
            pairing.paragraph += 1;
        }
        pairing.place(mark, direction);
    }
    let nested = pairing.nested;
    if guillemets {
        drop_bullets(tokens, paragraphs, into);
    }
    if nested {
        settle_parents(into);
    }
}

/// Lets no pair be the parent of what stands after it: an unclosed one was kept waiting beyond its paragraph.
fn settle_parents(pairs: &mut [MarkPair]) {
    for at in 0..pairs.len() {
        let Some(pair) = pairs.get(at) else { break };
        let mut parent = pair.parent;
        // As deep as pairs nest.
        while let Some(around) = parent.and_then(|parent| parent.get(pairs)) {
            if around.inner.contains(pair.open) && around.inner.covers(pair.inner) {
                break;
            }
            parent = around.parent;
        }
        if let Some(pair) = pairs.get_mut(at) {
            pair.parent = parent;
        }
    }
}

/// Takes back guillemets that lead a paragraph and are never closed: they are bullets, unless the next paragraph leads with
/// the same mark and the last of such a row is closed, as a long quotation is set.
fn drop_bullets(tokens: &mut [Token], paragraphs: &[Paragraph], pairs: &mut Vec<MarkPair>) {
    let suspect = |pair: &MarkPair| {
        pair.close.is_none()
            && matches!(
                pair.style,
                MarkStyle::GuillemetsInward
                    | MarkStyle::GuillemetsOutward
                    | MarkStyle::ChevronsInward
                    | MarkStyle::ChevronsOutward
            )
    };
    if !pairs.iter().any(suspect) {
        return;
    }
    // The paragraph a pair leads, by its position among the paragraphs.
    let led = |pair: &MarkPair| {
        let at = paragraphs.partition_point(|paragraph| paragraph.tokens.start() < pair.open);
        paragraphs
            .get(at)
            .is_some_and(|paragraph| paragraph.tokens.start() == pair.open)
            .then_some(at)
    };
    let mut keep = vec![true; pairs.len()];
    // The paragraph after it, while a row that is closed in the end goes on.
    let mut row: Option<(usize, MarkStyle)> = None;
    for (pair, keep) in pairs.iter().zip(keep.iter_mut()).rev() {
        let Some(at) = led(pair) else { continue };
        if suspect(pair) && row != Some((at + 1, pair.style)) {
            *keep = false;
            if let Some(token) = tokens.get_mut(pair.open.index()) {
                token.kind = TokenKind::QuoteStray;
            }
        } else {
            row = Some((at, pair.style));
        }
    }
    // Where each pair goes; those around a bullet's inner pairs move up to its own parent.
    let mut moved: Vec<Option<MarkPairIdx>> = Vec::with_capacity(pairs.len());
    let mut kept = 0;
    for (pair, keep) in pairs.iter_mut().zip(&keep) {
        pair.parent = pair
            .parent
            .and_then(|parent| moved.get(parent.index()).copied().flatten());
        moved.push(if *keep {
            Some(MarkPairIdx::new(kept))
        } else {
            pair.parent
        });
        kept += usize::from(*keep);
    }
    let mut keep = keep.iter();
    pairs.retain(|_| keep.next().copied().unwrap_or(true));
}

/// Which way guillemets point in this document, by where they stand.
fn direction(marks: &[Mark]) -> Option<Direction> {
    let mut balance = 0i64;
    for mark in marks {
        let sign = match mark.c {
            '»' | '›' => 1,
            '«' | '‹' => -1,
            _ => continue,
        };
        balance += match (mark.opening, mark.closing) {
            (true, false) => sign,
            (false, true) => -sign,
            _ => 0,
        };
    }
    match balance {
        0 => None,
        1.. => Some(Direction::Inward),
        _ => Some(Direction::Outward),
    }
}

/// Whether a mark stands as an opening and as a closing one does.
fn position(text: &str, token: &Token) -> (bool, bool) {
    let (start, end) = (token.span.start() as usize, token.span.end() as usize);
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    let free_before = before.is_none_or(|c| {
        matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '‑' | '‐' | '>')
            || matches!(class::char(c), Char::Space | Char::Invisible)
    });
    let free_after = after.is_none_or(|c| {
        matches!(
            c,
            ')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '…' | '-' | '–' | '—' | '/' | '<'
        ) || matches!(class::char(c), Char::Space | Char::Invisible)
    });
    // Between two marks a mark belongs to the one it touches on the outside.
    let mark_before = before.is_some_and(|c| class::char(c) == Char::Quote);
    let mark_after = after.is_some_and(|c| class::char(c) == Char::Quote);
    let opening = (free_before || mark_before) && !free_after;
    let closing = (free_after || mark_after) && !free_before;
    // Dots after an opening mark: „… und dann“.
    let dots = after == Some('…') || text.get(end..).is_some_and(|rest| rest.starts_with("..."));
    (opening || (free_before && dots), closing)
}

struct Pairing<'a> {
    tokens: &'a mut [Token],
    paragraphs: &'a [Paragraph],
    open: &'a mut Vec<Open>,
    into: &'a mut Vec<MarkPair>,
    paragraph: usize,
    /// Whether the document tells which way guillemets point.
    directed: bool,
    /// Whether a pair was opened inside another one.
    nested: bool,
}

/// Why two marks of one paragraph belong together.
fn rule_of(open: char, close: char) -> PairRule {
    match (open, close) {
        ('„', '“') | ('“', '”') | ('‚', '‘') | ('‘', '’') => PairRule::Typographic,
        ('»', '«') | ('«', '»') | ('›', '‹') | ('‹', '›') => PairRule::Typographic,
        ('"', '"') | ('\'', '\'') => PairRule::Position,
        _ => PairRule::Mixed,
    }
}

impl Pairing<'_> {
    /// Opens, closes or strays.
    fn place(&mut self, mark: Mark, direction: Option<Direction>) {
        match mark.c {
            '„' | '‟' => self.open(mark, MarkStyle::German),
            '‚' if !mark.space_after => self.open(mark, MarkStyle::GermanSingle),
            '“' => {
                let strongly_opening = mark.opening && !mark.closing;
                let closes = [MarkStyle::German, MarkStyle::English];
                if (strongly_opening && !self.waits_here(MarkStyle::German))
                    || (!self.close(mark, &closes) && mark.opening)
                {
                    self.open(mark, MarkStyle::English);
                }
            }
            '”' => {
                let closed = self.close(mark, &[MarkStyle::German, MarkStyle::English]);
                if !closed && mark.opening {
                    self.open(mark, MarkStyle::English);
                }
            }
            '"' => self.either(
                mark,
                MarkStyle::Straight,
                &[MarkStyle::Straight, MarkStyle::German, MarkStyle::English],
            ),
            '\'' | '`' | '´' | '‛' => self.either(
                mark,
                MarkStyle::StraightSingle,
                &[
                    MarkStyle::StraightSingle,
                    MarkStyle::GermanSingle,
                    MarkStyle::EnglishSingle,
                ],
            ),
            '‘' => {
                if mark.opening && !mark.closing && !self.waits(&[MarkStyle::GermanSingle]) {
                    self.open(mark, MarkStyle::EnglishSingle);
                } else {
                    self.close(mark, &[MarkStyle::GermanSingle, MarkStyle::EnglishSingle]);
                }
            }
            '’' => {
                self.close(mark, &[MarkStyle::EnglishSingle, MarkStyle::GermanSingle]);
            }
            '»' | '›' | '«' | '‹' => self.guillemet(mark, direction),
            _ => {}
        }
    }

    fn guillemet(&mut self, mark: Mark, direction: Option<Direction>) {
        let single = matches!(mark.c, '›' | '‹');
        let right = matches!(mark.c, '»' | '›');
        // At the start of a line, free on both sides: a bullet.
        if mark.leads && mark.space_after {
            return;
        }
        let (inward, outward) = if single {
            (MarkStyle::ChevronsInward, MarkStyle::ChevronsOutward)
        } else {
            (MarkStyle::GuillemetsInward, MarkStyle::GuillemetsOutward)
        };
        let opens_as = match direction {
            Some(Direction::Inward) => right,
            Some(Direction::Outward) => !right,
            None => mark.opening,
        };
        let style = if right { inward } else { outward };
        if opens_as && !(mark.closing && !mark.opening && self.waits(&[style])) {
            self.open(mark, style);
            return;
        }
        let closes = if right { [outward, inward] } else { [inward, outward] };
        if !self.close(mark, &closes) && mark.opening && !mark.closing {
            self.open(mark, style);
        }
    }

    /// A mark that opens as it closes: position decides, and what is open where position does not.
    fn either(&mut self, mark: Mark, style: MarkStyle, closes: &[MarkStyle]) {
        let single = style == MarkStyle::StraightSingle;
        if (mark.opening && !mark.closing) || (!self.close(mark, closes) && !mark.closing && !single) {
            self.open(mark, style);
        }
    }

    /// Whether a pair of one of the styles waits to be closed.
    fn waits(&self, styles: &[MarkStyle]) -> bool {
        self.open.iter().any(|open| styles.contains(&open.style))
    }

    /// Whether a pair of this style waits that was opened in this paragraph.
    fn waits_here(&self, style: MarkStyle) -> bool {
        self.open
            .iter()
            .any(|open| open.style == style && open.paragraph == self.paragraph)
    }

    fn set(&mut self, token: usize, kind: TokenKind) {
        if let Some(token) = self.tokens.get_mut(token) {
            token.kind = kind;
        }
    }

    fn open(&mut self, mark: Mark, style: MarkStyle) {
        // What an earlier paragraph left open and does not go on here stays open there.
        let here = self.paragraph;
        let into = &mut *self.into;
        self.open.retain(|open| {
            if open.c == mark.c && mark.leads && open.paragraph + 1 == here {
                if let Some(pair) = into.get_mut(open.pair) {
                    pair.rule = PairRule::Repeated;
                }
            }
            open.paragraph == here || (open.c != mark.c && here - open.paragraph <= CARRY)
        });
        if self.open.len() >= DEPTH {
            self.open.remove(0);
        }
        let end = self
            .paragraphs
            .get(here)
            .map_or(mark.token + 1, |paragraph| paragraph.tokens.end().index());
        let pair = self.into.len();
        self.nested |= !self.open.is_empty();
        self.into.push(MarkPair {
            open: TokenIdx::new(mark.token),
            close: None,
            inner: IdxRange::new(mark.token + 1, end),
            style,
            parent: self.open.last().map(|open| MarkPairIdx::new(open.pair)),
            rule: PairRule::Unclosed,
        });
        self.open.push(Open {
            pair,
            style,
            paragraph: here,
            c: mark.c,
            by_document: self.directed && mark.is_undecided(),
        });
        self.set(mark.token, TokenKind::QuoteOpen);
    }

    /// Closes the innermost pair of one of the styles; what is open inside it ends with it.
    fn close(&mut self, mark: Mark, styles: &[MarkStyle]) -> bool {
        let here = self.paragraph;
        let Some(at) = self
            .open
            .iter()
            .rposition(|open| styles.contains(&open.style) && here - open.paragraph <= CARRY)
        else {
            return false;
        };
        for inside in self.open.drain(at + 1..) {
            if let Some(pair) = self.into.get_mut(inside.pair) {
                let start = pair.inner.start().index();
                pair.inner = IdxRange::new(start, pair.inner.end().index().min(mark.token));
            }
        }
        if let Some(open) = self.open.pop() {
            if let Some(pair) = self.into.get_mut(open.pair) {
                pair.close = Some(TokenIdx::new(mark.token));
                pair.rule = if open.paragraph < here {
                    PairRule::AcrossParagraphs
                } else if open.by_document || (self.directed && mark.is_undecided()) {
                    PairRule::DocumentStyle
                } else {
                    rule_of(open.c, mark.c)
                };
                pair.inner = IdxRange::new(pair.inner.start().index(), mark.token);
            }
        }
        self.set(mark.token, TokenKind::QuoteClose);
        true
    }
}
