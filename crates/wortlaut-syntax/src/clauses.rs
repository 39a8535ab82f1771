//! Clauses: which run of words belongs to which, what opens it, which form is its finite verb.
//!
//! The segments of a sentence are read once, left to right, over a stack of open clauses. A segment opens a clause,
//! goes on with one that still waits for its verb, or closes those that are complete.

use wortlaut_lexicon::Category;

use crate::ClauseKind;
use crate::segment::{Bound, Event, RegionKind};
use crate::tag::{head_after, noun_agreement};
use crate::word::{Cats, Forms, Key, Sentence, Shape, VerbClass, Word};

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
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.first > self.last
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

/// A segment as the builder sees it.
#[derive(Clone, Copy, Debug)]
struct Segment {
    start: usize,
    end: usize,
    bound: Bound,
    coordination: bool,
    /// One of the next segments ends in a finite verb.
    awaited: bool,
}

impl Clauses {
    pub(crate) fn draft(&self, clause: usize) -> Option<&Draft> {
        self.drafts.get(clause)
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
                Event::Open(kind) => self.open(sentence, kind),
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
                        awaited: events
                            .iter()
                            .skip(at + 1)
                            .take(5)
                            .map_while(comma_segment)
                            .any(|(start, end)| {
                                start + 1 < end && sentence.at(end - 1).is_surely_finite()
                                    || start + 1 == end && sentence.at(start).is_surely_finite()
                            }),
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
        self.change(clause, |draft| {
            draft.finite = Some(finite);
            draft.complete = true;
        });
        if let Some(word) = sentence.words.get_mut(finite) {
            word.forms = Forms::FINITE;
        }
    }

    // ---- regions ----

    fn open(&mut self, sentence: &Sentence, kind: RegionKind) {
        let top = self.top();
        let around = top.filter(|&top| !self.get(top).is_empty());
        let parent = match kind {
            RegionKind::Parenthesis => top,
            RegionKind::Quotation => around.filter(|&top| self.get(top).finite.is_some()),
        };
        let _ = sentence;
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
                    let parent = (segment.bound == Bound::Colon && base.finite.is_some()).then_some(top);
                    let _ = parent;
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

    /// *…, und die Zahl steigt*: joined to no relative clause. *Sie werden am Montag, dem 3. Mai, dem Richter vorgeführt
    /// werden*: the rest of a clause that waits for its participle.
    fn is_no_relative(&self, sentence: &Sentence, segment: Segment, opening: Opening) -> bool {
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

    fn in_relative(&self) -> bool {
        self.top().is_some_and(|top| self.get(top).kind == ClauseKind::Relative)
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

    /// A segment with a word that opens a subordinate clause.
    fn subordinate(&mut self, sentence: &mut Sentence, segment: Segment, opening: Opening, next: Option<Event>) {
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
    fn yields_to_next(&self, sentence: &Sentence, finite: usize, next: Option<Event>) -> bool {
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
    fn finish_final(&mut self, sentence: &mut Sentence, clause: usize, finite: usize, end: usize) {
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

    /// A segment that opens nothing by a word of its own.
    fn go_on(&mut self, sentence: &mut Sentence, segment: Segment, next: Option<Event>) {
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

    /// Whether a segment after *und* is a clause with its verb at the end like the one before.
    fn is_same_sort(&self, sentence: &Sentence, segment: Segment, finite: usize, before: &Draft) -> bool {
        if finite + 1 == segment.end {
            return finite == segment.start
                || finite > segment.start + 1
                || before.kind != ClauseKind::Relative
                || !sentence.at(segment.start).is_nominal();
        }
        // Verb first or second is a main clause, if there is one that can go on.
        finite > segment.start + 2 && !sentence.at(segment.start).can_be_finite() && finite + 3 >= segment.end
    }

    fn infinitive(&mut self, sentence: &Sentence, segment: Segment, parent: usize) {
        self.change(parent, |draft| draft.interrupted = true);
        let clause = self.push(Draft::new(ClauseKind::Infinitive, Some(parent)));
        self.change(clause, |draft| {
            draft.verb_final = true;
            draft.complete = true;
        });
        self.assign(sentence, clause, segment.start, segment.end);
    }

    /// A segment in or after a main clause.
    fn main(&mut self, sentence: &mut Sentence, segment: Segment, top: usize, next: Option<Event>) {
        let draft = self.get(top);
        if draft.finite.is_none() {
            if let Some(finite) = v2(sentence, segment.start, segment.end) {
                if !self.main_yields(sentence, segment, finite, next) {
                    self.set_finite(sentence, top, finite);
                    self.assign(sentence, top, segment.start, segment.end);
                    self.second_verb(sentence, top, finite, segment.end);
                    return;
                }
            }
            self.assign(sentence, top, segment.start, segment.end);
            return;
        }
        if let Some(framed) = draft.frames.filter(|&framed| self.resumes(sentence, framed, segment)) {
            // *Sie habe, sagte die Zeugin, den Wagen gesehen.*
            self.assign(sentence, framed, segment.start, segment.end);
            self.change(framed, |old| old.interrupted = true);
            self.pop();
            self.stack.push(framed);
            return;
        }
        let zu = has_zu(sentence, segment);
        if let Some(finite) = self.another(sentence, segment, top, zu) {
            let verb_first = finite == segment.start;
            let subjunctive = sentence.is_subjunctive(finite);
            let comma = segment.bound == Bound::Comma;
            // *…, er komme und bleibe*: reported like the clause before; *…, er komme, und ging*: not.
            let before = draft.finite.unwrap_or(usize::MAX);
            let reported = draft.parent.is_some() && sentence.is_subjunctive(before);
            let parent = if segment.coordination {
                draft.parent.filter(|_| reported && subjunctive)
            } else {
                (comma && subjunctive && !verb_first).then_some(top)
            };
            let after_condition = draft.finite == Some(draft.first);
            let conditional = comma
                && verb_first
                && !after_condition
                && subjunctive
                && sentence.is_subjunctive(draft.finite.unwrap_or(usize::MAX));
            let clause = self.new_main(parent);
            if segment.coordination || segment.bound == Bound::Comma {
                let shares = draft.parent.filter(|_| reported && !subjunctive).unwrap_or(top);
                self.change(clause, |new| {
                    new.coordinated = Some(shares);
                    new.after_conjunction = segment.coordination || verb_first;
                });
            }
            if conditional {
                self.change(clause, |new| {
                    new.kind = ClauseKind::Adverbial;
                    new.parent = Some(top);
                    new.coordinated = None;
                });
            } else if comma && verb_first && !segment.coordination && starts_subject(sentence.at(finite + 1)) {
                // *…, sagte Weber*: the clause before depends on the frame.
                self.change(clause, |new| {
                    new.coordinated = None;
                    new.frames = Some(top);
                });
                self.change(top, |old| {
                    if old.parent.is_none() {
                        old.parent = Some(clause);
                        if old.finite == Some(old.first) && !old.interrupted {
                            // *Sollten die Preise steigen, würde …*
                            old.kind = ClauseKind::Adverbial;
                        }
                    }
                });
            }
            self.set_finite(sentence, clause, finite);
            self.assign(sentence, clause, segment.start, segment.end);
            self.second_verb(sentence, clause, finite, segment.end);
            return;
        }
        if segment.bound == Bound::Comma && zu {
            self.infinitive(sentence, segment, top);
            return;
        }
        self.assign(sentence, top, segment.start, segment.end);
    }

    /// Whether a segment brings the clause that a frame interrupted the rest of its verb.
    fn resumes(&self, sentence: &Sentence, framed: usize, segment: Segment) -> bool {
        let Some(finite) = self.get(framed).finite.map(|finite| sentence.at(finite)) else {
            return false;
        };
        if segment.bound != Bound::Comma && segment.bound != Bound::Dash || segment.coordination {
            return false;
        }
        let last = sentence.at(segment.end - 1);
        let surely = (segment.start..segment.end).any(|at| sentence.at(at).is_surely_finite());
        let nonfinite = last.forms.has(Forms::PAST_PARTICIPLE.or(Forms::INFINITIVE));
        let particle = last.cat == Category::VerbParticle;
        !surely && (nonfinite && finite.class != VerbClass::Full || particle && finite.class == VerbClass::Full)
    }

    /// *Kompetent beraten und …*: a participle before a segment with the real verb.
    fn main_yields(&self, sentence: &Sentence, segment: Segment, finite: usize, next: Option<Event>) -> bool {
        let word = sentence.at(finite);
        if word.is_surely_finite() || word.class != VerbClass::Full {
            return false;
        }
        let Some(Event::Segment {
            start,
            end,
            bound: Bound::Coordination | Bound::Comma,
            ..
        }) = next
        else {
            return false;
        };
        let Some(later) = v2(sentence, start, end) else {
            return false;
        };
        let later_word = sentence.at(later);
        let fits = if word.forms.has(Forms::PAST_PARTICIPLE) {
            later_word.class.is_auxiliary()
        } else {
            later_word.class.takes_infinitive()
        };
        fits && later_word.is_surely_finite() && finite + 1 == segment.end && finite == segment.start
    }

    /// The finite verb of a new main clause after a complete one, if the segment has one.
    fn another(&self, sentence: &Sentence, segment: Segment, top: usize, zu: bool) -> Option<usize> {
        let finite = v2(sentence, segment.start, segment.end)?;
        let word = sentence.at(finite);
        if word.is_surely_finite() {
            return Some(finite);
        }
        let before = self
            .get(top)
            .finite
            .map(|finite| sentence.at(finite))
            .unwrap_or_default();
        let last = finite + 1 == segment.end;
        let first = finite == segment.start;
        let subject = (segment.start..finite).any(|at| {
            let word = sentence.at(at);
            word.is_nominal() || matches!(word.cat, Category::Pronoun) && word.key != Key::Sich
        });
        if zu && !subject {
            return None;
        }
        let next = sentence.at(finite + 1);
        let frame = first
            && segment.bound == Bound::Comma
            && (next.is_nominal()
                || matches!(next.cat, Category::Determiner | Category::Pronoun) && next.key != Key::Sich);
        let open = if word.forms.has(Forms::PAST_PARTICIPLE) {
            matches!(before.class, VerbClass::Haben | VerbClass::Werden | VerbClass::Modal)
        } else {
            before.class != VerbClass::Full
        };
        let plain = last
            && !open
            && !self.get(top).interrupted
            && subject
            && segment.bound == Bound::Comma
            && starts_subject(sentence.at(segment.start))
            && segment.end - segment.start <= 4;
        let accept = if plain {
            // *…, die Polizei ermittelt*
            true
        } else if frame {
            // *…, erklärt ein Sprecher*
            true
        } else if word.forms.has(Forms::PAST_PARTICIPLE) {
            if before.class.is_auxiliary() || before.class == VerbClass::Modal {
                subject && !last
            } else {
                (subject || first && segment.coordination) && (!last || segment.coordination)
            }
        } else if word.forms.has(Forms::INFINITIVE) {
            if before.class.takes_infinitive() {
                if word.class == VerbClass::Full {
                    subject && !last
                } else {
                    !last
                }
            } else {
                subject || first && (!last || segment.coordination)
            }
        } else {
            // A doubtful form: another category as well, or a guess.
            subject || first && segment.coordination
        };
        accept.then_some(finite)
    }

    /// A second finite verb in the same segment: a comma is missing. The clause it belongs to starts at the phrase
    /// before it.
    fn second_verb(&mut self, sentence: &mut Sentence, clause: usize, finite: usize, end: usize) {
        let Some(second) = (finite + 1..end).find(|&at| sentence.at(at).is_surely_finite()) else {
            return;
        };
        // Verb-final leftovers (an unmarked relative clause) keep the words between.
        let mut start = second;
        if second > finite + 1 {
            let before = sentence.at(second - 1);
            if matches!(before.cat, Category::Pronoun | Category::Adverb | Category::Name) && second - 1 > finite + 1 {
                start = second - 1;
            }
        }
        let parent = self.get(clause).parent;
        self.change(clause, |draft| draft.last = start - 1);
        let new = self.new_main(parent);
        self.change(new, |draft| draft.coordinated = Some(clause));
        self.set_finite(sentence, new, second);
        self.assign(sentence, new, start, end);
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

fn starts_subject(word: Word) -> bool {
    word.is_nominal() || matches!(word.cat, Category::Determiner | Category::Pronoun) && word.key != Key::Sich
}

/// The word that opens a subordinate clause.
#[derive(Clone, Copy, Debug)]
struct Opening {
    kind: ClauseKind,
    introducer: usize,
    verbless: bool,
}

impl Opening {
    const fn new(kind: ClauseKind, introducer: usize) -> Self {
        Opening {
            kind,
            introducer,
            verbless: false,
        }
    }
}

fn decide_introducer(sentence: &mut Sentence, opening: &Opening) {
    let word = sentence.at(opening.introducer);
    match opening.kind {
        ClauseKind::Relative => {
            let possessive = matches!(word.key, Key::Deren | Key::Dessen);
            let adverb = !word.key.is_relative_form() && word.key != Key::Was;
            if !possessive && !adverb {
                sentence.decide(opening.introducer, Category::RelativePronoun);
            } else if adverb {
                sentence.decide(opening.introducer, Category::Interrogative);
            } else {
                sentence.decide(opening.introducer, Category::RelativePronoun);
            }
        }
        ClauseKind::Adverbial | ClauseKind::Dass | ClauseKind::Ob | ClauseKind::Infinitive => {
            sentence.decide(opening.introducer, Category::Subordination);
        }
        ClauseKind::Interrogative => sentence.decide(opening.introducer, Category::Interrogative),
        ClauseKind::Comment if word.key == Key::Wie => {
            sentence.decide(opening.introducer, Category::Subordination);
        }
        _ => {}
    }
}

/// What opens a segment, if a word does.
fn introducer(sentence: &Sentence, segment: Segment, next: Option<Event>) -> Option<Opening> {
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    // *auch wenn*, *vor allem weil*, *so dass*, *als ob*.
    for at in start..end.min(start + 3) {
        let word = sentence.at(at);
        match word.key {
            Key::Dass => return Some(Opening::new(dass_kind(sentence, start, at), at)),
            Key::Ob => {
                let kind = if at > start && sentence.at(at - 1).key == Key::Als {
                    ClauseKind::Adverbial
                } else {
                    ClauseKind::Ob
                };
                return Some(Opening::new(kind, at));
            }
            _ => {}
        }
        if at > start && word.cat == Category::Subordination && surely_subordinates(word) {
            return Some(Opening::new(ClauseKind::Adverbial, at));
        }
        let modifies = word.cats.any(
            Cats::of(Category::Adverb)
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Preposition))
                .or(Cats::of(Category::Subordination))
                .or(Cats::of(Category::Coordination)),
        );
        if !modifies || word.is_surely_finite() {
            break;
        }
    }
    let at_comma = matches!(
        segment.bound,
        Bound::Comma | Bound::CommaCoordination | Bound::Dash | Bound::Coordination
    );
    let starts = at_comma
        || matches!(
            segment.bound,
            Bound::Start | Bound::Colon | Bound::Semicolon | Bound::Stop
        );
    if first.key == Key::So && segment.bound == Bound::Comma {
        // *…, so Weber*: the source, without a verb.
        let verb = (start + 1..end).any(|at| sentence.at(at).can_be_finite());
        let phrase = sentence.at(start + 1);
        let nominal =
            phrase.is_nominal() || phrase.cat == Category::Determiner || head_after(sentence, start).is_some();
        if !verb && nominal {
            return Some(Opening {
                kind: ClauseKind::Comment,
                introducer: start,
                verbless: true,
            });
        }
    }
    if matches!(first.key, Key::Um | Key::Ohne | Key::Statt) && has_zu(sentence, segment) {
        return Some(Opening::new(ClauseKind::Infinitive, start));
    }
    let asks = first.cats.has(Category::Interrogative) && first.key != Key::Wie;
    if first.cats.has(Category::Subordination) && !asks && (starts || segment.bound == Bound::Split) {
        if surely_subordinates(first) {
            return Some(Opening::new(ClauseKind::Adverbial, start));
        }
        let waits = segment.awaited && at_comma && !(start..end).any(|at| sentence.at(at).can_be_finite());
        if waits || verb_final(sentence, start + 1, end) || waits_for_verb(sentence, start + 1, end, next) {
            let kind = if first.key == Key::Wie {
                wie_kind(sentence, segment)
            } else {
                ClauseKind::Adverbial
            };
            return Some(Opening::new(kind, start));
        }
    }
    if first.key == Key::Wie && starts && verb_final(sentence, start + 1, end) {
        return Some(Opening::new(wie_kind(sentence, segment), start));
    }
    if at_comma {
        if let Some(at) = relative(sentence, segment, next) {
            return Some(Opening::new(ClauseKind::Relative, at));
        }
    }
    interrogative(sentence, segment, starts, next)
}

/// *ohne dass*, *so dass*, *als dass* are adverbial.
fn dass_kind(sentence: &Sentence, start: usize, at: usize) -> ClauseKind {
    if at > start && matches!(sentence.at(at - 1).key, Key::Ohne | Key::So | Key::Als | Key::Statt) {
        ClauseKind::Adverbial
    } else {
        ClauseKind::Dass
    }
}

/// A conjunction that is nothing else.
fn surely_subordinates(word: Word) -> bool {
    word.cats.has(Category::Subordination)
        && !matches!(
            word.key,
            Key::Als | Key::Wie | Key::So | Key::Um | Key::Ohne | Key::Statt
        )
        && !word.cats.any(
            Cats::of(Category::Adverb)
                .or(Cats::of(Category::Preposition))
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Coordination))
                .or(Cats::of(Category::Interrogative)),
        )
}

/// *wie* with its verb at the end: who said it, unless something is asked for.
fn wie_kind(sentence: &Sentence, segment: Segment) -> ClauseKind {
    let second = sentence.at(segment.start + 1);
    let amount = sentence
        .readings_of(segment.start + 1)
        .iter()
        .any(|reading| matches!(reading.lemma, "viel" | "wenig"));
    let degree = amount
        || second
            .cats
            .any(Cats::of(Category::Adverb).or(Cats::of(Category::Adjective)))
            && !second.cats.any(Cats::of(Category::Determiner))
            && second.shape == Shape::Lower
            && !second.inflected;
    if degree {
        ClauseKind::Interrogative
    } else {
        ClauseKind::Comment
    }
}

/// Whether a run of words ends in a finite verb and has none before.
fn verb_final(sentence: &Sentence, start: usize, end: usize) -> bool {
    let Some(finite) = final_finite(sentence, start, end) else {
        return false;
    };
    if finite == start && end > start + 1 {
        return false;
    }
    if sentence.at(finite + 1).forms.has(Forms::PAST_PARTICIPLE) && finite + 1 < end {
        return false;
    }
    let cluster = cluster_start(sentence, start, finite);
    let earlier = (start..cluster).any(|at| sentence.at(at).is_surely_finite());
    !earlier
        && (finite + 1 == end || finite + 4 >= end && finite > start + 1 && !followed_by_subject(sentence, finite, end))
}

fn followed_by_subject(sentence: &Sentence, finite: usize, end: usize) -> bool {
    finite + 1 < end && {
        let next = sentence.at(finite + 1);
        matches!(
            next.cat,
            Category::Pronoun | Category::Determiner | Category::Name | Category::Noun | Category::Adverb
        )
    }
}

/// A clause whose verb comes after a clause inside it.
fn waits_for_verb(sentence: &Sentence, start: usize, end: usize, next: Option<Event>) -> bool {
    if (start..end).any(|at| sentence.at(at).is_surely_finite()) {
        return false;
    }
    let Some(Event::Segment {
        start: next_start,
        bound: Bound::Comma,
        ..
    }) = next
    else {
        return false;
    };
    let subject = matches!(sentence.at(start).key, Key::Der | Key::Die | Key::Das)
        && sentence.at(start).cat == Category::Determiner;
    subject && sentence.at(next_start).key.is_relative_form()
}

/// The first of the verbs that stand together and end at `last`.
fn cluster_start(sentence: &Sentence, start: usize, last: usize) -> usize {
    let mut at = last;
    while at > start {
        let word = sentence.at(at - 1);
        if word.is_verbal() || word.cat == Category::InfinitiveMarker {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// A doubtful form that its neighbours show to be none: *zu gehen*, *gehen zu lassen*, *bedient worden*.
fn is_nonfinite_here(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.at(at);
    if word.is_surely_finite() {
        return false;
    }
    let next = sentence.at(at + 1);
    let participle = word.forms.has(Forms::PAST_PARTICIPLE) && next.is_verbal() && !next.can_be_finite();
    sentence.before(at).cat == Category::InfinitiveMarker
        || word.forms.has(Forms::INFINITIVE)
            && next.cat == Category::InfinitiveMarker
            && sentence.at(at + 2).is_verbal()
        || word.forms.has(Forms::PAST_PARTICIPLE)
            && next.cat == Category::InfinitiveMarker
            && sentence.at(at + 2).is_verbal()
        || participle
}

/// The finite verb of a run of words with its verb at the end.
pub(crate) fn final_finite(sentence: &Sentence, start: usize, end: usize) -> Option<usize> {
    let mut last = None;
    let mut any = None;
    for at in (start..end).rev() {
        let word = sentence.at(at);
        if word.is_verbal() && last.is_none() {
            last = Some(at);
        }
        if word.can_be_finite() {
            if is_nonfinite_here(sentence, at) {
                continue;
            }
            if word.is_surely_finite() {
                any = Some(at);
                break;
            }
            if any.is_none() {
                any = Some(at);
            }
            if last == Some(at) {
                // Doubtful, but last: *dass sie kommen*. A sure one before it wins only as an auxiliary in front of
                // two infinitives: *hätte kommen können*.
                let cluster = cluster_start(sentence, start, at);
                let front = sentence.at(cluster);
                let substitute = cluster + 1 < at
                    && front.is_surely_finite()
                    && matches!(front.class, VerbClass::Haben | VerbClass::Werden)
                    && sentence.at(at).forms.has(Forms::INFINITIVE);
                if substitute {
                    return Some(cluster);
                }
                let auxiliary = (cluster..at)
                    .find(|&at| sentence.at(at).is_surely_finite() && sentence.at(at).class.is_auxiliary());
                if let Some(auxiliary) = auxiliary.filter(|_| word.forms.has(Forms::PAST_PARTICIPLE)) {
                    // *bis zu 50 wurden verletzt*
                    return Some(auxiliary);
                }
                let sure = (start..cluster).rev().find(|&at| sentence.at(at).is_surely_finite());
                let subject_between = sure.is_some_and(|sure| sure + 1 < cluster);
                if let Some(sure) = sure {
                    if !subject_between
                        || sentence.at(sure).class.takes_infinitive()
                        || sentence.at(sure).class.is_auxiliary()
                    {
                        return Some(sure);
                    }
                }
                return Some(at);
            }
        }
    }
    let finite = any?;
    // *hätte kommen können* where the last is sure is no question; a lone auxiliary in front of infinitives is found too.
    Some(finite)
}

/// The finite verb of a run of words with its verb in first or second place.
pub(crate) fn v2(sentence: &Sentence, start: usize, end: usize) -> Option<usize> {
    let mut doubtful: Option<usize> = None;
    for at in start..end {
        let word = sentence.at(at);
        if !word.can_be_finite() {
            continue;
        }
        if is_nonfinite_here(sentence, at) {
            continue;
        }
        if word.is_surely_finite() {
            if let Some(earlier) = doubtful {
                let first = sentence.at(earlier);
                let auxiliary = first.class != VerbClass::Full;
                let pronoun = |at: usize| matches!(sentence.at(at).key, Key::Nominative | Key::Sie | Key::Es);
                let subject = pronoun(earlier + 1) || earlier > start && pronoun(earlier - 1);
                if first.forms.has(Forms::INFINITIVE) && at > earlier + 1 && (auxiliary || subject) {
                    return Some(earlier);
                }
            }
            return Some(at);
        }
        match doubtful {
            None => doubtful = Some(at),
            Some(earlier) => {
                // *haben* and *werden* are finite rather than the participle or noun before them.
                let first = sentence.at(earlier);
                let before_auxiliary = first.class == VerbClass::Full
                    && word.class != VerbClass::Full
                    && at + 1 < end
                    && first.forms.has(Forms::PAST_PARTICIPLE);
                let guess =
                    first.unknown && !word.unknown && !word.forms.has(Forms::PAST_PARTICIPLE.or(Forms::INFINITIVE));
                if before_auxiliary || guess {
                    doubtful = Some(at);
                }
            }
        }
    }
    let at = doubtful?;
    let word = sentence.at(at);
    let last = at + 1 == end;
    if word.forms.has(Forms::PAST_PARTICIPLE) && last && end - start > 3 {
        // *Alles gut organisiert.*
        let subject = at > start && matches!(sentence.at(at - 1).key, Key::Nominative | Key::Sie);
        return subject.then_some(at);
    }
    if word.forms.has(Forms::INFINITIVE) && last && end - start > 1 {
        // *Bitte nichts anfassen.*: without a phrase that can be its subject it is an infinitive.
        let subject = (start..at).any(|at| {
            let word = sentence.at(at);
            let pronoun = word.cat == Category::Pronoun && word.key != Key::Sich;
            (word.is_nominal() && sentence.before(at).cat != Category::Preposition) || pronoun
        });
        return subject.then_some(at);
    }
    if word.unknown && at == start && !word.forms.has(Forms::PAST_PARTICIPLE) {
        return None;
    }
    Some(at)
}

/// Whether a segment has an infinitive with *zu*.
fn has_zu(sentence: &Sentence, segment: Segment) -> bool {
    (segment.start..segment.end).any(|at| {
        let word = sentence.at(at);
        word.cat == Category::InfinitiveMarker && sentence.at(at + 1).forms.has(Forms::INFINITIVE)
            || word.forms.has(Forms::ZU_INFINITIVE)
    })
}

/// The relative pronoun that opens a segment: *die*, *in dem*, *deren*.
fn relative(sentence: &Sentence, segment: Segment, next: Option<Event>) -> Option<usize> {
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    let with_preposition = first.cat == Category::Preposition && sentence.at(start + 1).key.is_relative_form();
    let at = if with_preposition { start + 1 } else { start };
    let word = sentence.at(at);
    if !word.key.is_relative_form() {
        return None;
    }
    let finite = final_finite(sentence, at + 1, end);
    let interrupted = matches!(
        next,
        Some(
            Event::Segment {
                bound: Bound::Comma | Bound::Coordination,
                ..
            } | Event::Open(_)
        )
    );
    if finite.is_none() && !interrupted {
        return None;
    }
    if matches!(word.key, Key::Denen | Key::Dessen | Key::Deren | Key::Welch) {
        // *welche Folgen das hat* asks; as a relative pronoun it stands alone.
        let alone = head_after(sentence, at).is_none();
        let possessive = matches!(word.key, Key::Dessen | Key::Deren);
        return (word.key == Key::Denen || possessive || alone).then_some(at);
    }
    if segment.bound == Bound::Coordination {
        return None;
    }
    match head_after(sentence, at) {
        None => {
            if let Some(finite) = finite {
                if finite == at + 1 && end > at + 2 && !with_preposition {
                    // *…, das ist klar*
                    return None;
                }
                let second = sentence.at(at + 1);
                if second.is_surely_finite() && end > at + 2 {
                    return None;
                }
                return Some(at);
            }
            let phrase = sentence.at(at + 1);
            (phrase.is_word() && word.cat != Category::Determiner).then_some(at)
        }
        Some(head) => {
            let agrees = noun_agreement(sentence.at(head)).meets(word.determiner);
            let finite = finite?;
            if !agrees {
                return Some(at);
            }
            if with_preposition {
                return None;
            }
            // An apposition has no verb; a main clause has it right after its first phrase.
            let mut after = head + 1;
            while sentence.at(after).is_nominal() {
                after += 1;
            }
            let antecedent = start.checked_sub(2).map(|at| sentence.at(at)).unwrap_or_default();
            let follows_noun = antecedent.is_nominal() || antecedent.is_quote_mark() || antecedent.is_number();
            if !follows_noun {
                return None;
            }
            let cluster = cluster_start(sentence, at + 1, finite);
            let early = (after..cluster).any(|at| sentence.at(at).is_surely_finite());
            if early || cluster < head {
                return None;
            }
            let ends = finite + 1 == end;
            if cluster == after && ends && cluster == finite {
                // *der Minister, der Reformen plant* and *sagte der Minister, der Plan komme*.
                let subjunctive = sentence.is_subjunctive(finite);
                let fits =
                    noun_agreement(antecedent).meets(word.determiner.or(word.key.pronoun().unwrap_or(word.determiner)));
                return (!subjunctive && fits).then_some(at);
            }
            if cluster == after && !ends && cluster == finite {
                return None;
            }
            (ends || finite + 4 >= end).then_some(at)
        }
    }
}

/// A question word that opens a clause with its verb at the end.
fn interrogative(sentence: &Sentence, segment: Segment, starts: bool, next: Option<Event>) -> Option<Opening> {
    if !starts {
        return None;
    }
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    let second = sentence.at(start + 1);
    let asks = |word: Word| {
        matches!(word.key, Key::Wer | Key::Was | Key::Wo | Key::Welch)
            || word.cat == Category::Interrogative
            || word.cats.has(Category::Interrogative) && !word.cats.any(CLOSED_BUT_INTERROGATIVE)
    };
    let at = if asks(first) {
        start
    } else if first.cat == Category::Preposition && asks(second) {
        start + 1
    } else {
        return None;
    };
    if first.key == Key::Wie && !verb_final(sentence, at + 1, end) {
        return None;
    }
    let at_comma = matches!(
        segment.bound,
        Bound::Comma | Bound::CommaCoordination | Bound::Coordination
    );
    let ends = verb_final(sentence, at + 1, end);
    let early = sentence.at(at + 1).is_surely_finite() && end > at + 2;
    let waits = at_comma
        && final_finite(sentence, at + 1, end).is_none()
        && matches!(next, Some(Event::Segment { .. } | Event::Open(_)));
    if !(ends || at_comma && !early && final_finite(sentence, at + 1, end).is_some() || waits) {
        return None;
    }
    let antecedent = start.checked_sub(2).map(|at| sentence.at(at)).unwrap_or_default();
    let adverbial = !matches!(first.key, Key::Wer | Key::Was | Key::Welch | Key::Wie);
    let relative = at_comma
        && (antecedent.is_nominal()
            && (adverbial && sentence.at(at).cats.has(Category::RelativePronoun) || first.key == Key::Was)
            || first.key == Key::Was && antecedent.cat == Category::Pronoun);
    let kind = if relative {
        ClauseKind::Relative
    } else {
        ClauseKind::Interrogative
    };
    Some(Opening::new(kind, at))
}

const CLOSED_BUT_INTERROGATIVE: Cats = Cats::of(Category::Determiner)
    .or(Cats::of(Category::Pronoun))
    .or(Cats::of(Category::Preposition))
    .or(Cats::of(Category::Coordination))
    .or(Cats::of(Category::Adverb))
    .or(Cats::of(Category::Subordination));
