//! Finding expressions: one pass over the tokens, the longest reading at each place.

mod clock;
mod count;
mod day;
pub(crate) mod extent;
mod head;
pub(crate) mod length;
mod numeric;
mod pair;
mod position;
mod recurring;
mod reference;
mod share;
mod unit;
mod weekday;
mod year;
mod year_part;

use wortlaut_text::Span;

use crate::TimexMod;
use crate::expression::{Expression, Meaning};
use crate::scan::Scan;
use crate::word::Word;

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
        let starts = std::mem::take(&mut self.scan.starts);
        let mut sentences = layer.sentences.iter();
        let mut next = 0;
        for start in starts {
            let at = start as usize;
            if at < next {
                continue;
            }
            while at >= self.scan.to {
                let Some(sentence) = sentences.next() else { return };
                self.scan.from = sentence.tokens.start().index();
                self.scan.to = sentence.tokens.end().index();
            }
            if at >= self.scan.from && self.leads_on(at) {
                next = self.at(at).unwrap_or(at + 1).max(at + 1);
            }
        }
    }

    /// Whether a word that opens phrases of any kind may open one of time: what follows it tells. Most articles are
    /// turned away here.
    fn leads_on(&self, at: usize) -> bool {
        if !self.scan.word(at).is_opener() {
            return true;
        }
        let next = self.scan.lexeme(at + 1);
        match next.word {
            Word::Other => {
                let form = self.scan.form(at + 1);
                next.number.is_some()
                    || form.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\'' | '’'))
                    || length::may_be_length(form)
                    || !next.capital
                        && (self.scan.word(at + 2) != Word::Other || length::may_be_length(self.scan.form(at + 2)))
            }
            word => word.may_start() || word.may_head(),
        }
    }

    /// Everything that may start at a token; the place to go on from.
    fn at(&mut self, at: usize) -> Option<usize> {
        if self.scan.lexeme(at).named {
            if let Some(end) = self.named_day(at) {
                return Some(end);
            }
        }
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
        // As does the hour sign: um 19.30 h.
        if end > from + 1 && self.scan.form(last) == "h." {
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
            share: None,
            rule,
            sure,
        });
        Some(end)
    }
}
