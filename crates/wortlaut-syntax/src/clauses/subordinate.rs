//! Subordinate clauses: what their introducer opens, and the finite verb they wait for at their end.

use super::{Clauses, DEPTH, Draft};
use crate::ClauseKind;
use crate::finite::final_finite;
use crate::heads::head_after;
use crate::introducers::{Opening, Segment, decide_introducer};
use crate::segment::{Bound, Event};
use crate::word::{Forms, Key, Sentence};

impl Clauses {
    /// *…, und die Zahl steigt*: joined to no relative clause. *Die Boote sollen am Montag, dem 3. Mai, der Stadt übergeben
    /// werden*: the rest of a clause that waits for its participle.
    pub(super) fn is_no_relative(&self, sentence: &Sentence, segment: Segment, opening: Opening) -> bool {
        if segment.coordination {
            return !self.in_relative();
        }
        let Some(draft) = self.top().map(|top| self.get(top)) else {
            return false;
        };
        let open = !draft.closed
            && draft.finite.is_some_and(|finite| {
                let class = sentence.at(finite).class;
                class.is_auxiliary() || class.takes_infinitive()
            });
        let last = sentence.at(segment.end - 1);
        open && opening.introducer == segment.start
            && head_after(sentence, segment.start).is_some()
            && last.forms.has(Forms::INFINITIVE.or(Forms::PAST_PARTICIPLE))
            && !(segment.start..segment.end).any(|at| sentence.at(at).is_surely_finite())
    }

    pub(super) fn in_relative(&self) -> bool {
        self.top().is_some_and(|top| self.get(top).kind == ClauseKind::Relative)
    }

    /// A segment with a word that opens a subordinate clause.
    pub(super) fn subordinate(
        &mut self,
        sentence: &mut Sentence,
        segment: Segment,
        opening: Opening,
        next: Option<Event>,
    ) {
        let mut parent = self.top();
        if segment.coordination {
            // *und dass …* stands beside the last clause of the same sort.
            let floor = self.floor();
            let found = self
                .stack
                .iter()
                .enumerate()
                .skip(floor)
                .rev()
                .take(DEPTH)
                .find(|&(_, &clause)| self.get(clause).kind == opening.kind && self.get(clause).verb_final)
                .map(|(at, &clause)| (at, clause));
            if let Some((at, clause)) = found {
                self.stack.truncate(at);
                parent = self.get(clause).parent;
            }
        } else {
            // What follows a complete clause depends on it, unless a conjunction looks back at the main clause.
            while let Some(top) = parent {
                let draft = self.get(top);
                if draft.verb_final && draft.complete && draft.kind == ClauseKind::Comment {
                    self.pop();
                    parent = self.top();
                } else {
                    break;
                }
            }
        }
        if let Some(parent) = parent {
            self.change(parent, |draft| draft.interrupted = true);
        }
        let clause = self.push(Draft::new(opening.kind, parent));
        self.change(clause, |draft| {
            draft.introducer = Some(opening.introducer);
            draft.verb_final = true;
        });
        decide_introducer(sentence, &opening);
        self.assign(sentence, clause, segment.start, segment.end);
        match opening.kind {
            ClauseKind::Infinitive => self.change(clause, |draft| draft.complete = true),
            ClauseKind::Comment if opening.verbless => self.change(clause, |draft| draft.complete = true),
            _ => {
                if let Some(finite) = final_finite(sentence, opening.introducer + 1, segment.end) {
                    if !self.yields_to_next(sentence, finite, next) {
                        self.finish_final(sentence, clause, finite, segment.end);
                    }
                }
            }
        }
    }

    /// A participle or infinitive before *und … sind* is not the finite verb yet.
    pub(super) fn yields_to_next(&self, sentence: &Sentence, finite: usize, next: Option<Event>) -> bool {
        let word = sentence.at(finite);
        if word.is_surely_finite() {
            return false;
        }
        let Some(Event::Segment {
            start,
            end,
            bound: Bound::Coordination,
            ..
        }) = next
        else {
            return false;
        };
        let Some(last) = final_finite(sentence, start, end) else {
            return false;
        };
        let closing = sentence.at(last);
        let fits = if word.forms.has(Forms::PAST_PARTICIPLE) {
            closing.class.is_auxiliary()
        } else {
            closing.class.takes_infinitive()
        };
        fits && last + 1 == end
            && closing.is_verbal()
            && !matches!(sentence.at(start).key, Key::Nominative | Key::Sie | Key::Es)
    }

    /// The finite verb of a clause with its verb at the end; a second one right after it begins the main clause that
    /// the writer forgot the comma before.
    pub(super) fn finish_final(&mut self, sentence: &mut Sentence, clause: usize, finite: usize, end: usize) {
        let before = finite.saturating_sub(1);
        let doubled = self.of(before) == Some(clause)
            && (sentence.at(before).is_surely_finite() && sentence.at(finite).is_surely_finite()
                || sentence.at(before).can_be_finite()
                    && matches!(sentence.at(finite + 1).key, Key::Nominative | Key::Sie | Key::Es)
                    && finite + 1 < end);
        let finite = if doubled { before } else { finite };
        if doubled {
            if let Some(word) = sentence.words.get_mut(finite + 1) {
                word.forms = Forms::FINITE;
            }
        }
        self.set_finite(sentence, clause, finite);
        let draft = self.get(clause);
        let second = finite + 1;
        if second >= end || !sentence.at(second).is_surely_finite() {
            return;
        }
        let Some(parent) = draft.parent else { return };
        if self.get(parent).finite.is_some() || self.get(parent).verb_final {
            return;
        }
        self.change(clause, |draft| draft.last = finite);
        self.pop();
        self.set_finite(sentence, parent, second);
        self.assign(sentence, parent, second, end);
    }

    /// Whether a segment after *und* is a clause with its verb at the end like the one before.
    pub(super) fn is_same_sort(&self, sentence: &Sentence, segment: Segment, finite: usize, before: &Draft) -> bool {
        if finite + 1 == segment.end {
            return finite == segment.start
                || finite > segment.start + 1
                || before.kind != ClauseKind::Relative
                || !sentence.at(segment.start).is_nominal();
        }
        // Verb first or second is a main clause, if there is one that can go on.
        finite > segment.start + 2 && !sentence.at(segment.start).can_be_finite() && finite + 3 >= segment.end
    }

    pub(super) fn infinitive(&mut self, sentence: &Sentence, segment: Segment, parent: usize) {
        self.change(parent, |draft| draft.interrupted = true);
        let clause = self.push(Draft::new(ClauseKind::Infinitive, Some(parent)));
        self.change(clause, |draft| {
            draft.verb_final = true;
            draft.complete = true;
        });
        self.assign(sentence, clause, segment.start, segment.end);
    }
}
