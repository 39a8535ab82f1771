//! A document as the rules see it: the lower layers with the look-ups they need, each in logarithmic time.

use std::cmp::Reverse;

use wortlaut_lexicon::{Category, Lexicon, VerbForm};
use wortlaut_quote::{Quotation, QuotationIdx, QuotationKind};
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, NounPhrase, VerbGroup};
use wortlaut_text::{EntityKind, IdxRange, Span};
use wortlaut_timex::{Granularity, Timex, TimexIdx, TimexType};
use wortlaut_tokenize::{Token, TokenIdx, TokenKind, ZoneKind};

use crate::TimelineInput;
use crate::words::{EventNoun, event_noun};

/// How many tokens of a clause are looked at; keeps the cost of clauses that stand in clauses linear.
const CLAUSE_WINDOW: usize = 400;

#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) input: &'a TimelineInput<'a>,
    /// For each token the innermost quotation it is part of.
    quotation_at: Vec<Option<QuotationIdx>>,
    /// The cues of quotations, sorted.
    cues: Vec<(Span, QuotationIdx)>,
    /// The times at which quotations were uttered, sorted.
    uttered: Vec<(TimexIdx, QuotationIdx)>,
    present_day: bool,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(input: &'a TimelineInput<'a>) -> Self {
        let mut contents = Vec::new();
        let mut cues = Vec::new();
        let mut uttered = Vec::new();
        for (at, quotation) in input.quotations.iter().enumerate() {
            // The marked words of a mixed quotation are part of it already.
            if quotation.within.is_some() {
                continue;
            }
            let index = QuotationIdx::new(at);
            contents.extend(quotation.content.iter().map(|&span| (span, index)));
            cues.extend(quotation.cue.iter().map(|&span| (span, index)));
            uttered.extend(quotation.uttered.map(|time| (TimexIdx::new(time as usize), index)));
        }
        uttered.sort_unstable();
        contents.sort_unstable_by_key(|&(span, index)| (span.start(), Reverse(span.end()), index));
        cues.sort_unstable();
        let mut open: Vec<(Span, QuotationIdx)> = Vec::new();
        let mut next = contents.into_iter().peekable();
        let mut quotation_at = Vec::with_capacity(input.tokens.tokens.len());
        for token in &input.tokens.tokens {
            while let Some(content) = next.next_if(|(span, _)| span.start() <= token.span.start()) {
                open.push(content);
            }
            while open.last().is_some_and(|(span, _)| span.end() <= token.span.start()) {
                open.pop();
            }
            quotation_at.push(open.last().map(|&(_, index)| index));
        }
        Scene {
            input,
            quotation_at,
            cues,
            uttered,
            present_day: names_present_day(input),
        }
    }

    /// The words of a token.
    pub(crate) fn word(&self, token: TokenIdx) -> &'a str {
        self.input.tokens.text(token, self.input.text)
    }

    /// Whether a token is a mark: *–*, *+*, *•*.
    pub(crate) fn is_mark(&self, token: TokenIdx) -> bool {
        let kind = token.get(&self.input.tokens.tokens).map(|token| token.kind);
        matches!(kind, Some(TokenKind::Punctuation | TokenKind::Symbol))
    }

    /// Whether a token ends a sentence.
    pub(crate) fn is_sentence_end(&self, token: TokenIdx) -> bool {
        token
            .get(&self.input.tokens.tokens)
            .is_some_and(|token| token.kind == TokenKind::SentenceEnd)
    }

    /// The time expressions that touch a run of tokens.
    pub(crate) fn times_in(&self, tokens: IdxRange<Token>) -> &'a [Timex] {
        let times = self.input.times;
        let Some(span) = self.span_of(tokens) else { return &[] };
        let from = times.partition_point(|time| time.span.end() <= span.start());
        let to = times.partition_point(|time| time.span.start() < span.end());
        times.get(from..to.max(from)).unwrap_or_default()
    }

    /// Whether the article names the day it appeared, or the one before: a clock time alone then belongs to it.
    pub(crate) fn has_present_day(&self) -> bool {
        self.present_day
    }

    /// The span of a token.
    pub(crate) fn span(&self, token: TokenIdx) -> Option<Span> {
        token.get(&self.input.tokens.tokens).map(|token| token.span)
    }

    /// The category of a token in its sentence.
    pub(crate) fn category(&self, token: TokenIdx) -> Category {
        self.input.syntax.category(token)
    }

    /// The event a token names as a noun: not *Brand* in *Sebastian Brand*.
    pub(crate) fn event_noun(&self, token: TokenIdx) -> Option<EventNoun> {
        if !matches!(self.category(token), Category::Noun | Category::Name) {
            return None;
        }
        let noun = event_noun(self.word(token))?;
        let span = self.span(token)?;
        let end = self
            .input
            .mentions
            .partition_point(|mention| mention.span.start() <= span.start());
        // Mentions are short and barely overlap: one that covers the token is among the last that start before it.
        let before = self.input.mentions.get(..end).unwrap_or_default().iter().rev().take(4);
        let named = before.filter(|mention| mention.span.contains(span)).any(|mention| {
            let kind = mention.entity.get(self.input.entities).map(|entity| entity.kind);
            matches!(kind, Some(EntityKind::Person | EntityKind::Organization))
        });
        (!named).then_some(noun)
    }

    /// Whether the article itself speaks at a token: no dateline, no teaser, no caption.
    pub(crate) fn is_narrated(&self, token: TokenIdx) -> bool {
        self.input.tokens.zone_of(token).is_none_or(|zone| {
            zone.kind.is_content() && !matches!(zone.kind, ZoneKind::Dateline | ZoneKind::InterviewLabel)
        })
    }

    /// Whether a token stands in a headline, which tells in advance what the text tells again.
    pub(crate) fn is_headline(&self, token: TokenIdx) -> bool {
        self.input
            .tokens
            .zone_of(token)
            .is_some_and(|zone| zone.kind == ZoneKind::Headline)
    }

    /// The quotation whose content a token is part of.
    pub(crate) fn quotation_index_at(&self, token: TokenIdx) -> Option<QuotationIdx> {
        self.quotation_at.get(token.index()).copied().flatten()
    }

    /// The quotation whose words a token is, where these vouch for what they tell. A reported speech act
    /// (*kündigte den Verkauf an*) is told by the narrator.
    pub(crate) fn claim_at(&self, token: TokenIdx) -> Option<(QuotationIdx, &'a Quotation)> {
        let index = self.quotation_index_at(token)?;
        let quotation = index.get(self.input.quotations)?;
        (quotation.kind != QuotationKind::Reported).then_some((index, quotation))
    }

    /// The quotations that one of the tokens is a cue of.
    pub(crate) fn quotations_cued_by(&self, tokens: &[TokenIdx]) -> Vec<QuotationIdx> {
        let mut found = Vec::new();
        for span in tokens.iter().filter_map(|&token| self.span(token)) {
            // Cues are words and short runs of words: the one that covers the token starts at it or a little before.
            let end = self.cues.partition_point(|(cue, _)| cue.start() < span.end());
            let before = self.cues.get(..end).unwrap_or_default().iter().rev().take(8);
            found.extend(before.filter(|(cue, _)| cue.overlaps(span)).map(|&(_, index)| index));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a token is part of a time expression.
    pub(crate) fn is_time(&self, token: TokenIdx) -> bool {
        let times = self.input.times;
        self.span(token).is_some_and(|span| {
            let at = times.partition_point(|time| time.span.end() <= span.start());
            times.get(at).is_some_and(|time| time.span.overlaps(span))
        })
    }

    /// The quotations uttered at a time.
    pub(crate) fn uttered_at(&self, time: TimexIdx) -> impl Iterator<Item = QuotationIdx> + '_ {
        let from = self.uttered.partition_point(|&(other, _)| other < time);
        let rest = self.uttered.get(from..).unwrap_or_default();
        rest.iter()
            .take_while(move |&&(other, _)| other == time)
            .map(|&(_, index)| index)
    }

    /// The tokens a clause itself is made of, without those of the clauses inside it.
    pub(crate) fn own_tokens(&self, index: ClauseIdx) -> impl Iterator<Item = TokenIdx> + '_ {
        let tokens = index.get(&self.input.syntax.clauses).map(|clause| clause.tokens);
        tokens
            .unwrap_or_default()
            .iter()
            .take(CLAUSE_WINDOW)
            .filter(move |&token| self.input.syntax.clause_index_of(token) == Some(index))
    }

    /// The innermost clause with a verb around a token, or the outermost without.
    pub(crate) fn telling_clause(&self, token: TokenIdx) -> Option<(ClauseIdx, &'a Clause)> {
        let clauses = &self.input.syntax.clauses;
        let mut index = self.input.syntax.clause_index_of(token)?;
        // Parents come before their clauses or after them, but a chain of them is short: bounded against cycles.
        for _ in 0..8 {
            let clause = index.get(clauses)?;
            match clause.parent {
                Some(parent) if clause.verb.is_none() && clause.kind != ClauseKind::Relative => index = parent,
                _ => break,
            }
        }
        index.get(clauses).map(|clause| (index, clause))
    }

    /// The verbs of a clause.
    pub(crate) fn verb(&self, clause: &Clause) -> Option<&'a VerbGroup> {
        clause.verb?.get(&self.input.syntax.verbs)
    }

    /// The word of a clause that carries what it tells: the full verb, or the participle beside *sein* where the parser
    /// takes it for an adjective (*sind geplant*, *ist gesperrt*), with its infinitive.
    pub(crate) fn teller(&self, index: ClauseIdx, verb: &'a VerbGroup) -> (TokenIdx, &'a str) {
        if verb.lemma != "sein" {
            return (verb.main, &verb.lemma);
        }
        let Some(clause) = index.get(&self.input.syntax.clauses) else {
            return (verb.main, &verb.lemma);
        };
        // It stands at the end of its clause, before the finite verb of a subordinate one.
        for token in clause.tokens.iter().rev().take(2) {
            let word = self.word(token);
            if token == verb.main || !word.starts_with(char::is_lowercase) {
                continue;
            }
            let participle = Lexicon::german()
                .analyses(word)
                .find(|analysis| analysis.features.verb_form == Some(VerbForm::PastParticiple));
            if let Some(analysis) = participle {
                return (token, analysis.lemma);
            }
        }
        (verb.main, &verb.lemma)
    }

    /// The noun phrases whose core ends at or before `end`, the last first.
    pub(crate) fn phrases_before(&self, end: TokenIdx) -> impl Iterator<Item = &'a NounPhrase> + use<'a> {
        let phrases = &self.input.syntax.phrases;
        let at = phrases.partition_point(|phrase| phrase.core.end() <= end);
        phrases.get(..at).unwrap_or_default().iter().rev()
    }

    /// The span of a run of tokens.
    pub(crate) fn span_of(&self, tokens: IdxRange<Token>) -> Option<Span> {
        self.input.tokens.span_of(tokens)
    }
}

/// Whether a day or a part of it that is named, not only counted, lies on the day of publication or the one before.
fn names_present_day(input: &TimelineInput<'_>) -> bool {
    let Some(published) = input.published else { return true };
    input.times.iter().any(|time| {
        let near = time
            .interval
            .and_then(|days| Some((days.start?, days.end?)))
            .is_some_and(|(start, end)| {
                start == end && (start == published || start.tomorrow().ok() == Some(published))
            });
        let named = match time.kind {
            // *heute* alone may mean nowadays.
            TimexType::Date => {
                time.granularity == Some(Granularity::Day) && !time.span.slice(input.text).eq_ignore_ascii_case("heute")
            }
            TimexType::Time => names_day(time.span.slice(input.text)),
            _ => false,
        };
        near && named
    })
}

/// Whether a time says its day: *Mittwochabend*, *heute früh*; not *Mittag*.
pub(crate) fn names_day(time: &str) -> bool {
    DAY_NAMES.iter().any(|name| time.contains(name))
}

/// What names a day in *Mittwochabend*, *heute früh*; without the first letter, which may be a capital.
const DAY_NAMES: &[&str] = &[
    "eute",
    "estern",
    "ontag",
    "ienstag",
    "ittwoch",
    "onnerstag",
    "reitag",
    "amstag",
    "onnabend",
    "onntag",
];

#[cfg(test)]
mod tests {
    use super::names_day;

    #[test]
    fn parts_of_named_days() {
        for time in [
            "Montagabend",
            "Dienstag früh",
            "Mittwochmittag",
            "Donnerstagnacht",
            "Freitagmorgen",
        ] {
            assert!(names_day(time), "{time}");
        }
        for time in [
            "Samstagabend",
            "Sonnabend früh",
            "Sonntagnachmittag",
            "heute früh",
            "gestern Abend",
        ] {
            assert!(names_day(time), "{time}");
        }
        for time in ["Mittag", "am Nachmittag", "20.15 Uhr", "Abend"] {
            assert!(!names_day(time), "{time}");
        }
    }
}
