//! Noun phrases: their cores, and how far each reaches.

mod attributes;
mod cores;

use wortlaut_lexicon::{Category, Person};
use wortlaut_tokenize::TokenKind;

use crate::PhraseKind;
use crate::clauses::Clauses;
use crate::word::{Agreement, Key, Sentence};
use attributes::{
    added, adjacent, apposition, bracket, counts, described, follows_postposition, genitive_attribute, measures,
    preposition_agreement, prepositional_attribute, quoted_name,
};

/// A phrase in the making. Places count from the start of the sentence; ranges are half open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The end of the maximal phrase.
    pub(crate) reach: usize,
    pub(crate) head: usize,
    pub(crate) kind: PhraseKind,
    pub(crate) preposition: Option<usize>,
    pub(crate) agreement: Agreement,
    pub(crate) person: Person,
    /// It starts with an article or another determiner.
    pub(crate) determined: bool,
    /// It is part of another phrase: a genitive, a prepositional attribute, an apposition, a further conjunct.
    pub(crate) inside: bool,
    /// The next phrase joined to it by *und* or a comma.
    pub(crate) conjunct: Option<usize>,
}

/// The buffers of the chunker, and its result.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    pub(crate) chunks: Vec<Chunk>,
}

const WINDOW: usize = 40;

/// A phrase that grows to the right.
#[derive(Clone, Copy, Debug)]
struct Growth {
    chunk: Chunk,
    /// It stands before the verb of a main clause, where there is one phrase only.
    before_verb: bool,
    /// How far it reaches.
    reach: usize,
    /// The phrase after what it reaches over.
    next: usize,
}

/// How many attributes a phrase may take.
const STEPS: usize = 6;

impl Phrases {
    /// Finds the phrases of a sentence.
    pub(crate) fn find(&mut self, sentence: &Sentence, clauses: &Clauses) {
        self.chunks.clear();
        let mut at = 0;
        let mut preposition: Option<usize> = None;
        while at < sentence.len() {
            let word = sentence.at(at);
            if word.cat == Category::Preposition {
                preposition = Some(at);
                at += 1;
                continue;
            }
            if let Some(mut chunk) = cores::core(sentence, clauses, at) {
                chunk.preposition = preposition.filter(|&before| {
                    adjacent(sentence, before, chunk.start) && !counts(sentence, clauses, before, chunk.end)
                });
                if let Some(before) = chunk.preposition {
                    if sentence.at(before).contracted {
                        // *im Vergleich*
                        chunk.determined = true;
                        if chunk.kind == PhraseKind::Name
                            && chunk.end == chunk.start + 1
                            && sentence.at(chunk.head).unknown
                        {
                            chunk.kind = PhraseKind::Common;
                        }
                    }
                    let governs = preposition_agreement(sentence, before);
                    chunk.agreement = chunk.agreement.narrowed(governs);
                }
                if chunk.preposition.is_none() && follows_postposition(sentence, &chunk) {
                    chunk.preposition = Some(chunk.end);
                }
                preposition = None;
                at = chunk.end;
                self.chunks.push(chunk);
                continue;
            }
            let modifies =
                matches!(word.cat, Category::Adverb | Category::Particle | Category::Numeral) || word.is_quote_mark();
            if !modifies {
                preposition = None;
            }
            at += 1;
        }
        self.extend(sentence, clauses);
    }

    fn chunk(&self, at: usize) -> Option<Chunk> {
        self.chunks.get(at).copied()
    }

    /// Lets phrases reach over what belongs to them, from the right to the left, so that each step is taken once.
    fn extend(&mut self, sentence: &Sentence, clauses: &Clauses) {
        for at in (0..self.chunks.len()).rev() {
            let Some(chunk) = self.chunk(at) else { continue };
            let takes_nothing =
                chunk.kind == PhraseKind::Pronoun && !chunk.determined && sentence.at(chunk.head).key != Key::None;
            if takes_nothing {
                // *viele der Betroffenen*, *einer von ihnen*; *er* takes nothing.
                continue;
            }
            let clause = clauses.of(chunk.head);
            let before_verb = clause.and_then(|clause| clauses.draft(clause)).is_some_and(|draft| {
                draft.finite.is_some_and(|finite| chunk.head < finite) && draft.introducer.is_none()
            });
            let mut growth = Growth {
                chunk,
                before_verb,
                reach: chunk.end,
                next: at + 1,
            };
            for _ in 0..STEPS {
                let same_clause = self.chunk(growth.next).filter(|other| clauses.of(other.head) == clause);
                if !self.grow(sentence, &mut growth, same_clause) {
                    break;
                }
            }
            let joined = self.chunk(growth.next).filter(|other| clauses.of(other.head) == clause);
            let conjunct = joined
                .filter(|other| self.joins(sentence, &growth, other))
                .map(|other| {
                    self.mark_inside(growth.next);
                    growth.reach = other.reach;
                    growth.next
                });
            if let Some(slot) = self.chunks.get_mut(at) {
                slot.reach = growth.reach;
                slot.conjunct = conjunct;
            }
        }
        self.merge_prepositions();
    }

    /// One step: a quoted name, a bracket, or the next phrase where it is an attribute or apposition.
    fn grow(&mut self, sentence: &Sentence, growth: &mut Growth, other: Option<Chunk>) -> bool {
        let Growth {
            chunk,
            before_verb,
            reach,
            ..
        } = *growth;
        // *die Agentur „Nordlicht“*, *der Chef von „Nordlicht“*; a bracket without a verb: *(SPD)*.
        if let Some(end) = quoted_name(sentence, chunk.start, reach).or_else(|| bracket(sentence, reach)) {
            while self.chunk(growth.next).is_some_and(|inner| inner.start < end) {
                self.mark_inside(growth.next);
                growth.next += 1;
            }
            growth.reach = end;
            return true;
        }
        let Some(other) = other else { return false };
        let follows = other.start == reach && other.preposition.is_none();
        let genitive =
            follows && other.agreement.meets(Agreement::GENITIVE) && genitive_attribute(sentence, &chunk, &other);
        let attribute = !paired(sentence, reach, &other)
            && other.preposition == Some(reach)
            && chunk.kind != PhraseKind::Pronoun
            && (before_verb || prepositional_attribute(sentence, &chunk, reach));
        // *15 Millionen neue Stellen*
        let measured = other.start == reach && reach == chunk.end && measures(sentence, &chunk, &other);
        // *Anna Weber, Sprecherin des Ministeriums,*
        let set_off = is_comma(sentence, reach)
            && other.start == reach + 1
            && other.preposition.is_none()
            && (apposition(&chunk, &other) || before_verb && described(sentence, &chunk, &other))
            && self.closes(sentence, growth.next, &other);
        if genitive || attribute || measured || set_off {
            self.mark_inside(growth.next);
            growth.reach = other.reach;
            growth.next = self.after(growth.next, other.reach);
            return true;
        }
        false
    }

    /// Whether a phrase in commas ends as an apposition does, and is not a member of a list.
    fn closes(&self, sentence: &Sentence, at: usize, other: &Chunk) -> bool {
        let closes = sentence.at(other.reach).kind == TokenKind::SentenceEnd
            || is_comma(sentence, other.reach)
            || other.reach >= sentence.len();
        let listed = self.chunk(at + 1).is_some_and(|third| {
            third.start == other.reach + 1
                && third.kind == other.kind
                && third.preposition.is_none()
                && third.conjunct.is_some()
        });
        closes && other.conjunct.is_none() && !listed
    }

    /// *Weber und Braun*, *Weber, Braun und Kern*, *sowohl Weber als auch Braun*
    fn joins(&self, sentence: &Sentence, growth: &Growth, other: &Chunk) -> bool {
        let Growth { chunk, reach, .. } = *growth;
        let link = sentence.at(reach);
        let linked = link.cat == Category::Coordination || link.key == Key::Noch;
        let comma = is_comma(sentence, reach);
        let paired = paired(sentence, reach, other);
        let joined = linked && (other.start == reach + 1 || added(sentence, reach + 1, other.start))
            || paired
            || comma && other.start == reach + 1 && other.conjunct.is_some()
            || comma
                && reach > chunk.end
                && sentence.at(reach + 1).cat == Category::Coordination
                && other.start == reach + 2;
        joined
            && (paired
                || other.preposition.is_none()
                    && !chunk.agreement.case_set().and(other.agreement.case_set()).is_empty())
            && (chunk.kind != PhraseKind::Pronoun || sentence.at(chunk.head).key == Key::None)
    }

    /// What is inside a conjunct of a prepositional phrase stands under the same preposition.
    fn merge_prepositions(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(chunk) = self.chunk(at) else { continue };
            if let Some(next) = chunk.conjunct {
                if let Some(slot) = self.chunks.get_mut(next) {
                    slot.inside = true;
                    if slot.preposition.is_none() {
                        slot.preposition = chunk.preposition;
                    }
                }
            }
        }
    }

    fn mark_inside(&mut self, at: usize) {
        if let Some(slot) = self.chunks.get_mut(at) {
            slot.inside = true;
        }
    }

    /// The first phrase that starts at `reach` or later. Steps over phrases already swallowed, a bounded number.
    fn after(&self, from: usize, reach: usize) -> usize {
        let mut at = from + 1;
        while self.chunk(at).is_some_and(|chunk| chunk.start < reach) && at < from + WINDOW {
            at += 1;
        }
        at
    }
}

fn is_comma(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.at(at);
    word.kind == TokenKind::Punctuation && word.mark == ','
}

/// *sowohl … als auch*
fn paired(sentence: &Sentence, reach: usize, other: &Chunk) -> bool {
    sentence.at(reach).key == Key::Als && sentence.at(reach + 1).key == Key::Auch && other.start == reach + 2
}
