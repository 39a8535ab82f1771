//! Extents in narratives, which follow WikiWarsDE instead of KRAUTS: articles and *nur* stay outside (but not of decades,
//! and of *das ganze Jahr*), as does *lang* behind a length; *am selben Tag* is one expression.

use wortlaut_text::Span;

use crate::expression::{Expression, Meaning, When};
use crate::scan::Scan;
use crate::word::{Preposition, Word};

pub(crate) fn of_narratives(scan: &Scan<'_>, expressions: &mut [Expression]) {
    for expression in expressions {
        let span = |at: usize| scan.layer.tokens.get(at).map(|token| token.span);
        // Expressions over parts of tokens have no words to leave out.
        if span(expression.first).is_none_or(|first| first.start() != expression.span.start()) {
            continue;
        }
        let mut first = expression.first;
        // die 80er Jahre, das ganze Jahr
        let kept = matches!(
            expression.meaning,
            Meaning::Date(When::Decade(_) | When::DecadeOfCentury(_) | When::DecadeOfRelative(..))
        ) || scan.word_of(first + 1) == Word::Whole;
        while !kept && first + 1 < expression.end && matches!(scan.word_of(first), Word::Det | Word::Approx(None)) {
            first += 1;
        }
        let before = first.wrapping_sub(1);
        if scan.word_of(first) == Word::Same
            && scan.word_of(before) == Word::Preposition(Preposition::On)
            && first == expression.first
        {
            first = before;
        }
        let mut end = expression.span.end();
        let last = expression.end.saturating_sub(1);
        let long = matches!(expression.meaning, Meaning::Length(..)) && scan.word_of(last) == Word::LongAfter;
        if long && last > first {
            end = span(last - 1).map_or(end, |span| span.end());
        }
        if let Some(start) = span(first).map(|span| span.start()).filter(|start| *start < end) {
            expression.span = Span::between(start, end);
        }
    }
}
