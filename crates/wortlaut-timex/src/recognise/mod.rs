//! Finding expressions: one pass over the tokens, the longest reading at each place.

mod clock;
mod day;
mod head;
mod length;
mod numeric;
mod position;
mod recurring;
mod reference;
mod unit;
mod weekday;
mod year;

use wortlaut_text::Span;

use crate::TimexMod;
use crate::expression::{Expression, Meaning};
use crate::scan::Scan;
use crate::vocabulary::Word;

/// A recogniser's choices.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choices {
    /// Whether every vague word is wanted.
    pub(crate) all_vague: bool,
    /// Whether the text is a narrative: *wenig später* moves it on.
    pub(crate) narrative: bool,
}

/// The pass over a text.
pub(crate) struct Recogniser<'s, 'a> {
    pub(crate) scan: &'s mut Scan<'a>,
    pub(crate) choices: Choices,
    pub(crate) out: &'s mut Vec<Expression>,
}

impl<'a> Recogniser<'_, 'a> {
    /// Reads the whole text.
    pub(crate) fn run(&mut self) {
        let layer = self.scan.layer;
        for sentence in &layer.sentences {
            self.scan.from = sentence.tokens.start().index();
            self.scan.to = sentence.tokens.end().index();
            let mut at = self.scan.from;
            while at < self.scan.to {
                at = if self.can_start(at) {
                    self.at(at).unwrap_or(at + 1).max(at + 1)
                } else {
                    at + 1
                };
            }
        }
    }

    /// Most words start nothing: they are passed over at once.
    fn can_start(&self, at: usize) -> bool {
        let lexeme = self.scan.lexeme(at);
        match lexeme.word {
            Word::Other => {
                lexeme.number.is_some()
                    || self
                        .scan
                        .form(at)
                        .as_bytes()
                        .first()
                        .is_some_and(|byte| byte.is_ascii_digit() || *byte == b'\'' || *byte == 0xe2)
                    || length::may_be_adjective(self.scan.form(at))
            }
            Word::Clock | Word::Conjunction | Word::Counted | Word::Numbered | Word::Title | Word::Than => false,
            _ => true,
        }
    }

    /// Everything that may start at a token; the place to go on from.
    fn at(&mut self, at: usize) -> Option<usize> {
        self.numeric(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.days(at))
            .or_else(|| self.recurring(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.year(at))
            .or_else(|| self.reference(at))
    }

    /// Notes an expression over whole tokens.
    pub(crate) fn push(
        &mut self,
        from: usize,
        end: usize,
        meaning: Meaning,
        modifier: Option<TimexMod>,
        rule: &'static str,
        sure: u16,
    ) -> Option<usize> {
        let mut span = self.scan.span(from, end);
        // A year at the end of a sentence keeps its full stop to itself.
        let last = end.saturating_sub(1);
        if self.scan.lexeme(last).digits == 4 && self.scan.form(last).ends_with('.') {
            span = Span::between(span.start(), span.end() - 1);
        }
        self.push_span(span, from, end, meaning, modifier, rule, sure)
    }

    /// Notes an expression over a part of tokens.
    #[expect(clippy::too_many_arguments, reason = "they are the fields of an expression")]
    pub(crate) fn push_span(
        &mut self,
        span: Span,
        first: usize,
        end: usize,
        meaning: Meaning,
        modifier: Option<TimexMod>,
        rule: &'static str,
        sure: u16,
    ) -> Option<usize> {
        if span.is_empty() {
            return None;
        }
        self.out.push(Expression {
            span,
            first,
            end,
            meaning,
            modifier,
            rule,
            sure,
        });
        Some(end)
    }
}
