//! Clauses: which run of words belongs to which, what opens it, which form is its finite verb.
//!
//! The segments of a sentence are read once, left to right, over a stack of open clauses. A segment opens a clause,
//! goes on with one that still waits for its verb, or closes those that are complete.

mod main_clause;
mod subordinate;

use wortlaut_lexicon::Category;

use crate::ClauseKind;
use crate::finite::{final_finite, has_zu, v2};
use crate::introducers::{Segment, introducer};
use crate::segment::{Bound, Event, RegionKind};
use crate::word::{Forms, Sentence};

/// A clause in the making. Places count from the start of the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: ClauseKind,
    pub(crate) parent: Option<usize>,
    pub(crate) introducer: Option<usize>,
    pub(crate) finite: Option<usize>,
    /// Its first and last own word; `first > last` as long as it has none.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The verb stands at the end.
    verb_final: bool,
    /// Nothing more is awaited.
    complete: bool,
    /// It has a participle or infinitive.
    closed: bool,
    /// Another clause stands inside it.
    interrupted: bool,
    /// The clause it is coordinated with, whose subject it may share.
    pub(crate) coordinated: Option<usize>,
    /// The clause that this one frames: *„…“, sagte Weber*.
    frames: Option<usize>,
    /// A conjunction stands before it.
    pub(crate) after_conjunction: bool,
    /// Its finite form can be nothing else.
    pub(crate) sure: bool,
    /// It begins where a comma is missing.
    pub(crate) unmarked: bool,
}

impl Draft {
    fn new(kind: ClauseKind, parent: Option<usize>) -> Self {
        Draft {
            kind,
            parent,
            introducer: None,
            finite: None,
            first: usize::MAX,
            last: 0,
            verb_final: false,
            complete: false,
            closed: false,
            interrupted: false,
            coordinated: None,
            frames: None,
            after_conjunction: false,
            sure: false,
            unmarked: false,
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.first > self.last
    }

    /// Its verb stands at the end.
    pub(crate) const fn is_verb_final(&self) -> bool {
        self.verb_final
    }

    /// It has a participle or infinitive.
    pub(crate) const fn has_nonfinite(&self) -> bool {
        self.closed
    }

    /// A clause with a verb at its end still waits for it.
    const fn waits(&self) -> bool {
        !self.complete
    }
}

#[derive(Clone, Copy, Debug)]
struct Region {
    /// The height of the stack when it was opened.
    floor: usize,
    /// The first clause made in it.
    first: usize,
    kind: RegionKind,
    /// The clause around it.
    around: Option<usize>,
}

/// How far up the stack a look may go; it bounds the work for each segment.
const DEPTH: usize = 12;

const NO_CLAUSE: u32 = u32::MAX;

/// The buffers of the clause builder, and its result.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) drafts: Vec<Draft>,
    /// For each word its clause, or [`u32::MAX`].
    of_word: Vec<u32>,
    stack: Vec<usize>,
    regions: Vec<Region>,
    /// The quotation that has just been closed: its first clause and the one after its last.
    closed: Option<(usize, usize)>,
}

impl Clauses {
    pub(crate) fn draft(&self, clause: usize) -> Option<&Draft> {
        self.drafts.get(clause)
    }

    /// For each word its clause, or [`u32::MAX`].
    pub(crate) fn of_words(&self) -> &[u32] {
        &self.of_word
    }

    pub(crate) fn of(&self, place: usize) -> Option<usize> {
        self.of_word
            .get(place)
            .copied()
            .filter(|&clause| clause != NO_CLAUSE)
            .map(|clause| clause as usize)
    }

    /// Builds the clauses of a sentence.
    pub(crate) fn build(&mut self, sentence: &mut Sentence, events: &[Event]) {
        self.drafts.clear();
        self.of_word.clear();
        self.of_word.resize(sentence.len(), NO_CLAUSE);
        self.stack.clear();
        self.regions.clear();
        self.closed = None;
        self.push_main(None);
        for (at, &event) in events.iter().enumerate() {
            match event {
                Event::Open(kind) => self.open(kind),
                Event::Close => self.close(),
                Event::Segment {
                    start,
                    end,
                    bound,
                    coordination,
                } => {
                    let segment = Segment {
                        start,
                        end,
                        bound,
                        coordination: coordination.is_some(),
                        awaited: sentence.at(start).cats.has(Category::Subordination)
                            && is_awaited(sentence, events.get(at + 1..).unwrap_or_default()),
                    };
                    let next = events.get(at + 1).copied();
                    self.segment(sentence, segment, next);
                }
            }
        }
        self.give_marks();
    }

    // ---- the stack ----

    fn floor(&self) -> usize {
        self.regions.last().map_or(0, |region| region.floor)
    }

    fn top(&self) -> Option<usize> {
        if self.stack.len() > self.floor() {
            self.stack.last().copied()
        } else {
            None
        }
    }

    fn get(&self, clause: usize) -> Draft {
        self.drafts
            .get(clause)
            .copied()
            .unwrap_or_else(|| Draft::new(ClauseKind::Main, None))
    }

    fn change(&mut self, clause: usize, with: impl FnOnce(&mut Draft)) {
        if let Some(draft) = self.drafts.get_mut(clause) {
            with(draft);
        }
    }

    fn push(&mut self, draft: Draft) -> usize {
        let clause = self.drafts.len();
        self.drafts.push(draft);
        self.stack.push(clause);
        clause
    }

    fn push_main(&mut self, parent: Option<usize>) -> usize {
        self.push(Draft::new(ClauseKind::Main, parent))
    }

    /// Ends all clauses of the region and begins a main clause.
    fn new_main(&mut self, parent: Option<usize>) -> usize {
        let floor = self.floor();
        self.stack.truncate(floor);
        self.push_main(parent)
    }

    fn pop(&mut self) {
        if self.stack.len() > self.floor() {
            self.stack.pop();
        }
    }

    fn assign(&mut self, sentence: &Sentence, clause: usize, start: usize, end: usize) {
        if start >= end {
            return;
        }
        let id = u32::try_from(clause).unwrap_or(NO_CLAUSE);
        if let Some(run) = self.of_word.get_mut(start..end) {
            run.fill(id);
        }
        let nonfinite = (start..end).any(|at| {
            let forms = sentence.at(at).forms;
            forms.has(Forms::INFINITIVE.or(Forms::PAST_PARTICIPLE).or(Forms::ZU_INFINITIVE))
        });
        self.change(clause, |draft| {
            draft.closed |= nonfinite;
            draft.first = draft.first.min(start);
            draft.last = draft.last.max(end - 1);
        });
    }

    fn set_finite(&mut self, sentence: &mut Sentence, clause: usize, finite: usize) {
        let sure = sentence.at(finite).is_surely_finite();
        self.change(clause, |draft| {
            draft.finite = Some(finite);
            draft.complete = true;
            draft.sure = sure;
        });
        if let Some(word) = sentence.words.get_mut(finite) {
            word.forms = Forms::FINITE;
        }
    }

    // ---- regions ----

    fn open(&mut self, kind: RegionKind) {
        let top = self.top();
        let around = top.filter(|&top| !self.get(top).is_empty());
        let parent = match kind {
            RegionKind::Parenthesis => top,
            RegionKind::Quotation => around.filter(|&top| self.get(top).finite.is_some()),
        };
        self.regions.push(Region {
            floor: self.stack.len(),
            first: self.drafts.len(),
            kind,
            around: top,
        });
        let main = self.push_main(parent);
        if kind == RegionKind::Parenthesis {
            self.change(main, |draft| draft.kind = ClauseKind::Parenthesis);
        }
    }

    fn close(&mut self) {
        let Some(region) = self.regions.pop() else { return };
        self.stack.truncate(region.floor);
        if let Some(around) = region.around {
            self.change(around, |draft| draft.interrupted = true);
        }
        if region.kind == RegionKind::Quotation {
            self.closed = Some((region.first, self.drafts.len()));
        }
    }

    // ---- segments ----

    fn segment(&mut self, sentence: &mut Sentence, segment: Segment, next: Option<Event>) {
        if matches!(segment.bound, Bound::Colon | Bound::Semicolon | Bound::Stop) {
            let top = self.stack.get(self.floor()).copied();
            if let Some(top) = top {
                let base = self.get(top);
                if !base.is_empty() || base.interrupted {
                    self.new_main(None);
                }
            }
        }
        if segment.bound == Bound::Resume {
            self.resume(sentence, segment);
            return;
        }
        match introducer(sentence, segment, next) {
            Some(opening)
                if opening.kind == ClauseKind::Relative && self.is_no_relative(sentence, segment, opening) =>
            {
                self.go_on(sentence, segment, next);
            }
            Some(opening) => self.subordinate(sentence, segment, opening, next),
            None => self.go_on(sentence, segment, next),
        }
    }

    /// After a region: a frame with its verb first, or the clause that was interrupted.
    fn resume(&mut self, sentence: &mut Sentence, segment: Segment) {
        let closed = self.closed.take();
        let segment = Segment {
            bound: Bound::Comma,
            ..segment
        };
        let Some(top) = self.top() else { return };
        if let Some((first, end)) = closed {
            if !self.get(top).complete && sentence.at(segment.start).can_be_finite() {
                self.set_finite(sentence, top, segment.start);
                self.assign(sentence, top, segment.start, segment.end);
                // What was said depends on the clause that says who said it.
                for clause in first..end {
                    self.change(clause, |draft| {
                        if draft.kind == ClauseKind::Main && draft.parent.is_none() {
                            draft.parent = Some(top);
                        }
                    });
                }
                return;
            }
        }
        match introducer(sentence, segment, None) {
            Some(opening) => self.subordinate(sentence, segment, opening, None),
            None => self.go_on(sentence, segment, None),
        }
    }

    /// A segment that opens nothing by a word of its own.
    fn go_on(&mut self, sentence: &mut Sentence, segment: Segment, next: Option<Event>) {
        if let Some(top) = self.top().filter(|&top| !self.get(top).verb_final) {
            self.main(sentence, segment, top, next);
            return;
        }
        let at_end = final_finite(sentence, segment.start, segment.end);
        let second = v2(sentence, segment.start, segment.end);
        let zu = has_zu(sentence, segment);
        // Each turn pops a clause or ends, and every clause is pushed once.
        while let Some(top) = self.top() {
            let draft = self.get(top);
            if !draft.verb_final {
                self.main(sentence, segment, top, next);
                return;
            }
            if draft.waits() {
                match at_end {
                    None => {
                        let verbless = !draft.interrupted
                            && segment.bound == Bound::Comma
                            && draft.last.saturating_sub(draft.first) <= 2
                            && second.is_some();
                        if !verbless {
                            self.assign(sentence, top, segment.start, segment.end);
                            return;
                        }
                    }
                    Some(finite) => {
                        let ends = finite + 1 == segment.end;
                        let alone = ends && finite == segment.start && draft.last.saturating_sub(draft.first) > 2;
                        if alone || draft.interrupted || ends && finite > segment.start || segment.bound != Bound::Comma
                        {
                            self.assign(sentence, top, segment.start, segment.end);
                            if !self.yields_to_next(sentence, finite, next) {
                                self.finish_final(sentence, top, finite, segment.end);
                            }
                            return;
                        }
                        if finite > segment.start + 1 && draft.last.saturating_sub(draft.first) > 2 {
                            self.assign(sentence, top, segment.start, segment.end);
                            self.finish_final(sentence, top, finite, segment.end);
                            return;
                        }
                    }
                }
                self.change(top, |draft| draft.complete = true);
                self.pop();
                continue;
            }
            // Complete: a coordinated clause of the same sort, or back to the clause around it.
            if segment.coordination {
                match at_end {
                    Some(finite) if self.is_same_sort(sentence, segment, finite, &draft) => {
                        self.pop();
                        let clause = self.push(Draft {
                            verb_final: true,
                            coordinated: Some(top),
                            ..Draft::new(draft.kind, draft.parent)
                        });
                        self.assign(sentence, clause, segment.start, segment.end);
                        self.finish_final(sentence, clause, finite, segment.end);
                        return;
                    }
                    None if draft.kind == ClauseKind::Infinitive && zu => {
                        self.assign(sentence, top, segment.start, segment.end);
                        return;
                    }
                    None if segment.bound == Bound::Coordination => {
                        // A phrase after the verb, joined to one inside the clause, or to the verb's participle.
                        self.assign(sentence, top, segment.start, segment.end);
                        return;
                    }
                    _ => {}
                }
            } else if segment.bound == Bound::Comma && zu && second.is_none() {
                self.infinitive(sentence, segment, top);
                return;
            }
            if self.stack.len() <= self.floor() + 1 {
                // Nothing around it: the sentence goes on with a main clause.
                let main = self.new_main(None);
                self.change(main, |draft| draft.complete = false);
                continue;
            }
            self.pop();
        }
        let main = self.new_main(None);
        self.main(sentence, segment, main, next);
    }

    /// Gives each mark between clauses to the clause around them.
    fn give_marks(&mut self) {
        let len = self.of_word.len();
        // The clause of the next word that has one, from the right.
        let mut right = NO_CLAUSE;
        let mut at = len;
        let mut run_end = len;
        while at > 0 {
            at -= 1;
            let clause = self.of_word.get(at).copied().unwrap_or(NO_CLAUSE);
            if clause == NO_CLAUSE {
                continue;
            }
            self.fill(at + 1, run_end, clause, right);
            right = clause;
            run_end = at;
        }
        self.fill(0, run_end, NO_CLAUSE, right);
    }

    fn fill(&mut self, start: usize, end: usize, left: u32, right: u32) {
        if start >= end {
            return;
        }
        let around = if left == NO_CLAUSE {
            right
        } else if right == NO_CLAUSE {
            // The final mark belongs to the main clause, as far as a few steps lead there.
            self.outermost(left)
        } else if left == right || self.is_within(right, left) {
            left
        } else if self.is_within(left, right) {
            right
        } else {
            self.outermost(left)
        };
        if let Some(run) = self.of_word.get_mut(start..end) {
            run.fill(around);
        }
    }

    /// Whether `inner` depends on `outer`, within a few steps.
    fn is_within(&self, inner: u32, outer: u32) -> bool {
        let mut at = inner as usize;
        for _ in 0..6 {
            match self.draft(at).and_then(|draft| draft.parent) {
                Some(parent) if parent == outer as usize => return true,
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    fn outermost(&self, clause: u32) -> u32 {
        let mut at = clause as usize;
        for _ in 0..6 {
            match self.draft(at) {
                Some(draft) if draft.verb_final => match draft.parent {
                    Some(parent) if self.draft(parent).is_some_and(|parent| !parent.is_empty()) => at = parent,
                    _ => break,
                },
                _ => break,
            }
        }
        u32::try_from(at).unwrap_or(NO_CLAUSE)
    }
}

/// Whether one of the next segments ends in a finite verb.
fn is_awaited(sentence: &Sentence, events: &[Event]) -> bool {
    let mut segments = events.iter().take(5).map_while(comma_segment);
    segments.any(|(start, end)| {
        start + 1 < end && sentence.at(end - 1).is_surely_finite()
            || start + 1 == end && sentence.at(start).is_surely_finite()
    })
}

/// The words of a segment after a comma or conjunction.
fn comma_segment(event: &Event) -> Option<(usize, usize)> {
    match *event {
        Event::Segment {
            start,
            end,
            bound: Bound::Comma | Bound::Coordination,
            ..
        } => Some((start, end)),
        _ => None,
    }
}
