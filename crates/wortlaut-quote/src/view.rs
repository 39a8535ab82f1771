//! How the rules look at a document: tokens by position, segments of a sentence, verbs of a segment.

use wortlaut_lexicon::{Category, Mood};
use wortlaut_syntax::{Clause, NounPhrase, VerbGroup, Voice};
use wortlaut_text::{Idx, IdxRange, Span};
use wortlaut_tokenize::{Token, TokenKind, ZoneKind};

use crate::QuoteInput;
use crate::marks::MarkReading;

/// A run of tokens `start..end`, as plain positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Run {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Run {
            start,
            end: if end < start { start } else { end },
        }
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub(crate) const fn len(self) -> usize {
        self.end - self.start
    }

    pub(crate) const fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    pub(crate) const fn covers(self, other: Run) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) const fn overlaps(self, other: Run) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(crate) fn of<T>(range: IdxRange<T>) -> Self {
        Run::new(range.start().index(), range.end().index())
    }
}

/// A stretch of a sentence between commas, colons, dashes and utterances in marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment {
    pub(crate) run: Run,
    /// The token that parts it from the segment before.
    pub(crate) after: Option<usize>,
    /// The utterance in marks it is, marks included.
    pub(crate) pair: Option<usize>,
}

/// The strength with which a verb proves reported speech by its mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reporting {
    /// Indicative, or a form that could be.
    No,
    /// Konjunktiv II that could also be a condition: *wäre*.
    Possible,
    /// Konjunktiv I: *sei*.
    Proof,
}

/// A document, with what all rules ask of it worked out once.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) input: &'a QuoteInput<'a>,
    /// What each mark pair is.
    pub(crate) readings: Vec<MarkReading>,
    /// For each token the utterance in marks it belongs to (outermost, marks included), or `NONE`.
    utterance: Vec<u32>,
    /// For each token its verb group, or `NONE`.
    verb: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// Whether a word is `lower` but for the case of its letters; most words are told apart by their length.
fn is_word(word: &str, lower: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(lower);
    }
    word == lower || word.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

impl<'a> View<'a> {
    pub(crate) fn new(input: &'a QuoteInput<'a>) -> Self {
        let mut verb = vec![NONE; input.tokens.tokens.len()];
        for (at, group) in input.syntax.verbs.iter().enumerate() {
            for token in &group.tokens {
                if let Some(slot) = verb.get_mut(token.index()) {
                    *slot = u32::try_from(at).unwrap_or(NONE);
                }
            }
        }
        View {
            input,
            readings: Vec::new(),
            utterance: vec![NONE; input.tokens.tokens.len()],
            verb,
        }
    }

    /// Tells the view what the mark pairs are.
    pub(crate) fn set_readings(&mut self, readings: Vec<MarkReading>) {
        for (at, reading) in readings.iter().enumerate() {
            if reading.is_utterance() {
                let run = self.pair(at);
                // Within another utterance it adds nothing.
                if self.utterance_at(run.start).is_some() {
                    continue;
                }
                let id = u32::try_from(at).unwrap_or(NONE);
                for slot in self.utterance.get_mut(run.start..run.end).unwrap_or(&mut []) {
                    if *slot == NONE {
                        *slot = id;
                    }
                }
            }
        }
        self.readings = readings;
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.input.tokens.tokens.get(at)
    }

    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.slice(self.input.text))
    }

    /// Whether the word is `lower`, whatever the case of its letters.
    pub(crate) fn is(&self, at: usize, lower: &str) -> bool {
        is_word(self.word(at), lower)
    }

    pub(crate) fn is_any(&self, at: usize, lowers: &[&str]) -> bool {
        let word = self.word(at);
        lowers.iter().any(|lower| is_word(word, lower))
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub(crate) fn category(&self, at: usize) -> Category {
        self.input.syntax.category(Idx::new(at))
    }

    pub(crate) fn is_capitalized(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    pub(crate) fn is_wordlike(&self, at: usize) -> bool {
        self.kind(at).is_some_and(TokenKind::is_wordlike)
    }

    pub(crate) fn is_end(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::SentenceEnd)
    }

    pub(crate) fn is_mark(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(TokenKind::QuoteOpen | TokenKind::QuoteClose | TokenKind::QuoteStray)
        )
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "–" | "—" | "-" | "--")
    }

    pub(crate) fn span(&self, run: Run) -> Option<Span> {
        self.input.tokens.span_of(IdxRange::new(run.start, run.end))
    }

    pub(crate) fn token_span(&self, at: usize) -> Span {
        self.token(at).map_or_else(Span::default, |token| token.span)
    }

    pub(crate) fn zone(&self, at: usize) -> Option<ZoneKind> {
        self.input.tokens.zone_of(Idx::new(at)).map(|zone| zone.kind)
    }

    pub(crate) fn sentences(&self) -> usize {
        self.input.tokens.sentences.len()
    }

    pub(crate) fn sentence(&self, at: usize) -> Run {
        self.input
            .tokens
            .sentences
            .get(at)
            .map_or(Run::new(0, 0), |s| Run::of(s.tokens))
    }

    pub(crate) fn sentence_of(&self, token: usize) -> Option<usize> {
        self.input.tokens.sentence_of(Idx::new(token)).map(Idx::index)
    }

    pub(crate) fn paragraph_of(&self, sentence: usize) -> usize {
        self.input
            .tokens
            .sentences
            .get(sentence)
            .map_or(usize::MAX, |s| s.paragraph.index())
    }

    /// A mark pair with its marks.
    pub(crate) fn pair(&self, at: usize) -> Run {
        self.input.tokens.marks.get(at).map_or(Run::new(0, 0), |pair| {
            let open = pair.open.index();
            let end = pair.close.map_or(pair.inner.end().index(), |close| close.index() + 1);
            Run::new(open, end.max(open + 1))
        })
    }

    /// What stands between the marks of a pair.
    pub(crate) fn inner(&self, at: usize) -> Run {
        self.input
            .tokens
            .marks
            .get(at)
            .map_or(Run::new(0, 0), |pair| Run::of(pair.inner))
    }

    /// The mark pairs that open within a run.
    pub(crate) fn pairs_in(&self, run: Run) -> core::ops::Range<usize> {
        let marks = &self.input.tokens.marks;
        let start = marks.partition_point(|pair| pair.open.index() < run.start);
        let end = marks.partition_point(|pair| pair.open.index() < run.end);
        start..end.max(start)
    }

    /// The utterance in marks that covers a token.
    pub(crate) fn utterance_at(&self, token: usize) -> Option<usize> {
        self.utterance
            .get(token)
            .filter(|&&at| at != NONE)
            .map(|&at| at as usize)
    }

    pub(crate) fn verb_at(&self, token: usize) -> Option<(usize, &'a VerbGroup)> {
        let at = *self.verb.get(token)? as usize;
        Some((at, self.input.syntax.verbs.get(at)?))
    }

    /// The verb group whose finite verb is this token.
    pub(crate) fn finite_at(&self, token: usize) -> Option<(usize, &'a VerbGroup)> {
        self.verb_at(token)
            .filter(|(_, group)| group.finite.is_some_and(|finite| finite.index() == token))
    }

    /// The first finite verb in a run that stands in no utterance.
    pub(crate) fn first_finite(&self, run: Run) -> Option<(usize, &'a VerbGroup)> {
        (run.start..run.end)
            .filter(|&token| self.utterance_at(token).is_none())
            .find_map(|token| self.finite_at(token))
    }

    pub(crate) fn clause_of(&self, group: &VerbGroup) -> Option<&'a Clause> {
        group.clause.get(&self.input.syntax.clauses)
    }

    pub(crate) fn phrase(&self, at: usize) -> Option<&'a NounPhrase> {
        self.input.syntax.phrases.get(at)
    }

    /// The phrase whose core covers a token.
    pub(crate) fn phrase_at(&self, token: usize) -> Option<usize> {
        self.input.syntax.phrase_at(Idx::new(token)).map(|(at, _)| at.index())
    }

    /// The phrases whose core starts within a run.
    pub(crate) fn phrases_in(&self, run: Run) -> core::ops::Range<usize> {
        let phrases = &self.input.syntax.phrases;
        let start = phrases.partition_point(|phrase| phrase.core.start().index() < run.start);
        let end = phrases.partition_point(|phrase| phrase.core.start().index() < run.end);
        start..end.max(start)
    }

    pub(crate) fn is_time(&self, run: Run) -> bool {
        let Some(span) = self.span(run) else { return false };
        let times = self.input.times;
        let at = times.partition_point(|time| time.end() <= span.start());
        times.get(at).is_some_and(|time| time.overlaps(span))
    }

    /// How strongly the mood of a verb speaks for reported speech.
    pub(crate) fn reporting(&self, group: &VerbGroup) -> Reporting {
        match group.mood {
            Mood::SubjunctiveI if !group.mood_ambiguous || self.is_third(group) => Reporting::Proof,
            Mood::SubjunctiveII if !group.mood_ambiguous => Reporting::Possible,
            _ => Reporting::No,
        }
    }

    /// *werde*, *habe* without a subject to tell: the indicative would need *ich*.
    fn is_third(&self, group: &VerbGroup) -> bool {
        let Some(finite) = group.finite.map(Idx::index) else {
            return false;
        };
        let clause = self
            .clause_of(group)
            .map_or(Run::new(finite, finite + 1), |c| Run::of(c.tokens));
        self.word(finite).ends_with('e')
            && !self.is_capitalized(finite)
            && clause.len() <= 60
            && !(clause.start..clause.end).any(|token| self.is(token, "ich"))
    }

    pub(crate) fn is_passive(&self, group: &VerbGroup) -> bool {
        group.voice == Voice::Passive
    }

    /// Cuts a sentence into segments.
    pub(crate) fn segments(&self, sentence: Run, into: &mut Vec<Segment>) {
        into.clear();
        let mut start = sentence.start;
        let mut after = None;
        let mut brackets = 0usize;
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(pair) = self.utterance_at(at) {
                if start < at {
                    into.push(Segment {
                        run: Run::new(start, at),
                        after,
                        pair: None,
                    });
                    after = None;
                }
                let end = self.pair(pair).end.clamp(at + 1, sentence.end);
                into.push(Segment {
                    run: Run::new(at, end),
                    after,
                    pair: Some(pair),
                });
                after = None;
                start = end;
                at = end;
                continue;
            }
            match self.word(at) {
                "(" | "[" => brackets += 1,
                ")" | "]" => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            let parts = brackets == 0 && (matches!(self.word(at), "," | ";" | ":") || self.is_dash(at));
            if parts {
                if start < at {
                    into.push(Segment {
                        run: Run::new(start, at),
                        after,
                        pair: None,
                    });
                }
                after = Some(at);
                start = at + 1;
            }
            at += 1;
        }
        let end = self.trim_end(Run::new(start, sentence.end)).end;
        if start < end {
            into.push(Segment {
                run: Run::new(start, end),
                after,
                pair: None,
            });
        }
    }

    /// The run without sentence-final punctuation and stray marks at its end.
    pub(crate) fn trim_end(&self, run: Run) -> Run {
        let mut end = run.end;
        while end > run.start {
            let last = end - 1;
            let droppable = self.is_end(last)
                || matches!(self.word(last), "," | ";" | ":")
                || self.is_dash(last)
                || self.kind(last) == Some(TokenKind::QuoteStray);
            if !droppable {
                break;
            }
            end = last;
        }
        Run::new(run.start, end)
    }

    /// The run without commas, dashes and coordinating punctuation at either end.
    pub(crate) fn trim(&self, run: Run) -> Run {
        let run = self.trim_end(run);
        let mut start = run.start;
        while start < run.end {
            let droppable = matches!(self.word(start), "," | ";" | ":")
                || self.is_dash(start)
                || self.is_end(start)
                || self.kind(start) == Some(TokenKind::QuoteStray);
            if !droppable {
                break;
            }
            start += 1;
        }
        Run::new(start, run.end)
    }

    /// Where a sentence ends without its final punctuation; a colon stays.
    pub(crate) fn trim_final(&self, run: Run) -> usize {
        let mut end = run.end;
        while end > run.start && self.is_end(end - 1) {
            end -= 1;
        }
        end
    }

    /// A frame without final punctuation.
    pub(crate) fn trim_final_run(&self, run: Run) -> Run {
        Run::new(run.start, self.trim_final(run))
    }
}
