//! Clauses: which run of words belongs to which, what opens it, which form is its finite verb.
//!
//! The segments of a sentence are read once, left to right, over a stack of open clauses. A segment opens a clause,
//! goes on with one that still waits for its verb, or closes those that are complete.

use wortlaut_lexicon::Category;

use crate::ClauseKind;
use crate::finite::{final_finite, has_zu, v2};
use crate::introducers::{Opening, Segment, decide_introducer, introducer};
use crate::segment::{Bound, Event, RegionKind};
use crate::tag::head_after;
use crate::word::{Forms, Key, Sentence, VerbClass, Word};

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

    /// *…, und die Zahl steigt*: joined to no relative clause. *Die Boote sollen am Montag, dem 3. Mai, der Stadt übergeben
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

    /// *Gut bedient und …*: a participle before a segment with the real verb.
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
