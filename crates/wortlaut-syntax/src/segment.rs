//! A sentence cut where clauses can begin and end: at punctuation, at conjunctions, at brackets and clausal quotations.

use wortlaut_lexicon::Category;
use wortlaut_tokenize::TokenKind;

use crate::word::{Cats, Key, Sentence, Shape, Word};

/// What stands before a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// The start of the sentence or of a region.
    Start,
    Comma,
    /// A conjunction that joins equals, without a comma.
    Coordination,
    /// A comma and a conjunction.
    CommaCoordination,
    /// A single dash.
    Dash,
    Colon,
    Semicolon,
    /// A full stop inside the sentence.
    Stop,
    /// A subordinating conjunction without a comma before it.
    Split,
    /// The end of a region: the text around it goes on.
    Resume,
}

/// What sort of region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RegionKind {
    /// Between quotation marks, with a clause of its own.
    Quotation,
    /// Between brackets or dashes.
    Parenthesis,
}

/// A step of the way through a sentence. Places count from the start of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// Words `start..end`, after a boundary; `coordination` is the conjunction before them.
    Segment {
        start: usize,
        end: usize,
        bound: Bound,
        coordination: Option<usize>,
    },
    Open(RegionKind),
    Close,
}

/// The buffers of the cutter.
#[derive(Debug, Default)]
pub(crate) struct Segmenter {
    pub(crate) events: Vec<Event>,
    /// For each place, the place of the mark that closes the region opened there, or of the one that opened it.
    partner: Vec<u32>,
    /// For each quotation mark, the mark it makes a pair with, whatever stands between.
    pairs: Vec<u32>,
    stack: Vec<(usize, Opener)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    Quote,
    Round,
    Square,
}

const NO_PARTNER: u32 = u32::MAX;
/// A partner beyond the sentence: the region runs to its end.
const OPEN_END: u32 = u32::MAX - 1;

impl Segmenter {
    fn partner(&self, place: usize) -> u32 {
        self.partner.get(place).copied().unwrap_or(NO_PARTNER)
    }

    fn join(&mut self, open: usize, close: Option<usize>) {
        let target = close.map_or(OPEN_END, |close| u32::try_from(close).unwrap_or(NO_PARTNER));
        if let Some(slot) = self.partner.get_mut(open) {
            *slot = target;
        }
        if let Some(slot) = close.and_then(|close| self.partner.get_mut(close)) {
            *slot = u32::try_from(open).unwrap_or(NO_PARTNER);
        }
    }

    /// Cuts a sentence.
    pub(crate) fn cut(&mut self, sentence: &Sentence) {
        self.events.clear();
        self.pair(sentence);
        let len = sentence.len();
        let mut start = 0;
        let mut bound = Bound::Start;
        let mut coordination = None;
        let mut place = 0;
        // Closing marks of quotations left open in an earlier sentence.
        while place < len {
            let word = sentence.at(place);
            // A bracket without a clause of its own is not cut.
            let close = self.pairs.get(place).copied().unwrap_or(NO_PARTNER) as usize;
            if self.partner(place) == NO_PARTNER && !word.is_quote_mark() && close > place && close < len {
                place = close + 1;
                continue;
            }
            let mark = if word.is_word() { ' ' } else { sentence.at(place).mark };
            let cut = if word.is_word() {
                match word.cat {
                    // *Umwelt- und Klimaschäden*: half a word opens no clause.
                    Category::Coordination if sentence.before(place).truncated => None,
                    Category::Coordination => {
                        let after_mark = start == place && bound == Bound::Comma;
                        Some(if after_mark {
                            Bound::CommaCoordination
                        } else if start == place
                            && matches!(bound, Bound::Start | Bound::Stop | Bound::Semicolon | Bound::Dash)
                        {
                            bound
                        } else {
                            Bound::Coordination
                        })
                    }
                    Category::Subordination if place > start && splits(sentence, start, place) => {
                        self.flush(sentence, start, place, bound, coordination);
                        start = place;
                        bound = Bound::Split;
                        coordination = None;
                        None
                    }
                    _ => None,
                }
            } else {
                match word.kind {
                    TokenKind::SentenceEnd => Some(Bound::Stop),
                    _ if self.partner(place) != NO_PARTNER => {
                        let target = self.partner(place);
                        let opens = target == OPEN_END || target as usize > place;
                        self.flush(sentence, start, place, bound, coordination);
                        if opens {
                            self.events.push(Event::Open(if word.is_quote_mark() {
                                RegionKind::Quotation
                            } else {
                                RegionKind::Parenthesis
                            }));
                            bound = Bound::Start;
                        } else {
                            self.events.push(Event::Close);
                            bound = Bound::Resume;
                        }
                        start = place + 1;
                        coordination = None;
                        place += 1;
                        continue;
                    }
                    TokenKind::Punctuation => match mark {
                        ',' => Some(if bound == Bound::Resume && start == place {
                            Bound::Resume
                        } else {
                            Bound::Comma
                        }),
                        ';' => Some(Bound::Semicolon),
                        ':' => Some(Bound::Colon),
                        '–' | '—' | '―' | '-' => {
                            // A dash between numbers or names is no boundary.
                            let (before, after) = (sentence.before(place), sentence.at(place + 1));
                            let between = before.is_number() && after.is_number()
                                || mark == '-' && before.is_nominal() && after.is_nominal();
                            (!between).then_some(Bound::Dash)
                        }
                        _ => None,
                    },
                    _ => None,
                }
            };
            if let Some(next) = cut {
                self.flush(sentence, start, place, bound, coordination);
                if word.is_word() {
                    coordination = Some(place);
                } else {
                    coordination = None;
                }
                start = place + 1;
                bound = next;
            }
            place += 1;
        }
        self.flush(sentence, start, len, bound, coordination);
    }

    /// Whether a mark and its partner both lie in a run.
    fn pairs_within(&self, place: usize, start: usize, end: usize) -> bool {
        let partner = self.pairs.get(place).copied().unwrap_or(NO_PARTNER) as usize;
        (start..end).contains(&partner)
    }

    /// Marks at the edges are left out; a segment without words is none.
    fn flush(&mut self, sentence: &Sentence, start: usize, end: usize, bound: Bound, coordination: Option<usize>) {
        let (mut start, mut end) = (start, end);
        while start < end && is_mark(sentence, start) && !self.pairs_within(start, start, end) {
            start += 1;
        }
        while start < end && is_mark(sentence, end - 1) && !self.pairs_within(end - 1, start, end) {
            end -= 1;
        }
        if start < end {
            self.events.push(Event::Segment {
                start,
                end,
                bound,
                coordination,
            });
        }
    }

    /// Pairs marks and brackets, and keeps the pairs that hold a clause.
    fn pair(&mut self, sentence: &Sentence) {
        let len = sentence.len();
        self.partner.clear();
        self.partner.resize(len, NO_PARTNER);
        self.pairs.clear();
        self.pairs.resize(len, NO_PARTNER);
        let pairs = |word: &Word| word.is_quote_mark() || matches!(word.mark, '(' | '[' | '–' | '—' | '―' | '-');
        if !sentence.words.iter().any(pairs) {
            return;
        }
        let mut quoted = false;
        self.stack.clear();
        let total = sentence.words.iter().filter(|word| word.is_surely_finite()).count();
        let mut sure = 0usize;
        let mut sure_at = [0usize; 8];
        // How many finite verbs stand before each opener is kept on the stack through this running count.
        let mut finite = 0usize;
        let mut counts: [usize; 8] = [0; 8];
        let mut dash: Option<(usize, usize)> = None;
        for place in 0..len {
            let word = sentence.at(place);
            if word.is_word() {
                if word.can_be_finite() {
                    finite += 1;
                }
                sure += usize::from(word.is_surely_finite());
                continue;
            }
            let opener = match word.kind {
                TokenKind::QuoteOpen => Some(Opener::Quote),
                TokenKind::Punctuation => match sentence.at(place).mark {
                    '(' => Some(Opener::Round),
                    '[' => Some(Opener::Square),
                    _ => None,
                },
                _ => None,
            };
            if let Some(opener) = opener {
                // Deeper nesting than any text has is left flat.
                if self.stack.len() < counts.len() {
                    if let Some(slot) = counts.get_mut(self.stack.len()) {
                        *slot = finite;
                    }
                    if let Some(slot) = sure_at.get_mut(self.stack.len()) {
                        *slot = sure;
                    }
                    self.stack.push((place, opener));
                }
                continue;
            }
            let closer = match word.kind {
                TokenKind::QuoteClose => Some(Opener::Quote),
                TokenKind::Punctuation => match sentence.at(place).mark {
                    ')' => Some(Opener::Round),
                    ']' => Some(Opener::Square),
                    '–' | '—' | '―' | '-'
                        if !(sentence.before(place).is_nominal() && sentence.at(place + 1).is_nominal()) =>
                    {
                        if self.stack.is_empty() {
                            match dash.take() {
                                Some((open, before)) if finite > before && place > open + 3 => {
                                    self.join(open, Some(place));
                                }
                                Some(_) => {}
                                None => dash = Some((place, finite)),
                            }
                        }
                        None
                    }
                    ';' => {
                        dash = None;
                        None
                    }
                    _ => None,
                },
                _ => None,
            };
            let Some(closer) = closer else { continue };
            if self.stack.last().is_some_and(|&(_, opener)| opener == closer) {
                if let Some((open, _)) = self.stack.pop() {
                    let before = counts.get(self.stack.len()).copied().unwrap_or(0);
                    for (from, to) in [(open, place), (place, open)] {
                        if let Some(slot) = self.pairs.get_mut(from) {
                            *slot = u32::try_from(to).unwrap_or(NO_PARTNER);
                        }
                    }
                    // *„Das ist“, sagte sie, „ein guter Tag.“*: the rest of a quotation needs no verb.
                    let rest = quoted && closer == Opener::Quote && place > open + 2;
                    let clausal = (finite > before || rest)
                        && match closer {
                            Opener::Quote => {
                                // *unter dem Motto „Wir bleiben“*: a title with a verb, if the sentence has another.
                                let inside = sure - sure_at.get(self.stack.len()).copied().unwrap_or(0);
                                let title = sentence.before(open).is_nominal()
                                    && sentence.at(open + 1).shape == Shape::Capital
                                    && total > inside;
                                title || self.is_quotation(sentence, open, place)
                            }
                            Opener::Round | Opener::Square => place > open + 2,
                        };
                    if clausal {
                        quoted |= closer == Opener::Quote;
                        self.join(open, Some(place));
                    }
                }
            }
        }
    }

    /// Whether the words between two marks stand outside the sentence's own clauses: they begin it, or follow a colon
    /// or comma, and end it, or a comma follows.
    fn is_quotation(&self, sentence: &Sentence, open: usize, close: usize) -> bool {
        let before = open == 0
            || sentence.before(open).kind == TokenKind::Punctuation
                && matches!(sentence.at(open - 1).mark, ':' | ',' | '–' | '—')
            || sentence.before(open).kind == TokenKind::SentenceEnd;
        let next = sentence.at(close + 1);
        let last = sentence.before(close);
        let after = close + 1 >= sentence.len()
            || next.kind == TokenKind::SentenceEnd
            || next.kind == TokenKind::Punctuation
                && matches!(sentence.at(close + 1).mark, ',' | '–' | '—' | ';' | ':' | '(')
            || last.kind == TokenKind::SentenceEnd
            || last.kind == TokenKind::Punctuation && sentence.at(close - 1).mark == ',';
        before && (after || next.can_be_finite())
    }
}

fn is_mark(sentence: &Sentence, place: usize) -> bool {
    matches!(
        sentence.at(place).kind,
        TokenKind::QuoteOpen
            | TokenKind::QuoteClose
            | TokenKind::QuoteStray
            | TokenKind::Punctuation
            | TokenKind::SentenceEnd
    )
}

/// Whether a subordinating conjunction opens a clause without a comma: *auch wenn*, *vor allem weil* are one with the
/// words before them.
fn splits(sentence: &Sentence, start: usize, place: usize) -> bool {
    let word = sentence.at(place);
    let unambiguous = matches!(word.key, Key::Dass | Key::Ob)
        || !word.cats.any(
            Cats::of(Category::Preposition)
                .or(Cats::of(Category::Adverb))
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Interrogative))
                .or(Cats::of(Category::Coordination)),
        ) && !matches!(
            word.key,
            Key::Als | Key::Wie | Key::So | Key::Um | Key::Ohne | Key::Statt
        );
    if !unambiguous {
        return false;
    }
    let short = place - start <= 2
        && (start..place).all(|at| {
            sentence.at(at).cats.any(
                Cats::of(Category::Adverb)
                    .or(Cats::of(Category::Particle))
                    .or(Cats::of(Category::Preposition))
                    .or(Cats::of(Category::Subordination))
                    .or(Cats::of(Category::Coordination)),
            ) && !sentence.at(at).is_surely_finite()
        });
    !short
}
