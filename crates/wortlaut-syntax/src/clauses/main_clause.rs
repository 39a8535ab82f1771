//! Main clauses: the finite verb in second or first place, frames of reported speech, a second verb without a comma.

use wortlaut_lexicon::Category;

use super::{Clauses, Draft};
use crate::ClauseKind;
use crate::finite::{has_zu, v2};
use crate::introducers::Segment;
use crate::segment::{Bound, Event};
use crate::sentence::BEYOND;
use crate::word::{Forms, Key, Sentence, VerbClass, Word};

impl Clauses {
    /// A segment in or after a main clause.
    pub(super) fn main(&mut self, sentence: &mut Sentence, segment: Segment, top: usize, next: Option<Event>) {
        let draft = self.get(top);
        if draft.finite.is_none() {
            let frame = || framing_verb(sentence, segment, next);
            if let Some(finite) = v2(sentence, segment.start, segment.end).or_else(frame) {
                if !draft.is_empty() && inserted(sentence, segment, finite, next) == Some(Rest::Verb) {
                    self.insert(sentence, segment, top, finite);
                    return;
                }
                if !self.main_yields(sentence, segment, finite, next) {
                    self.set_finite(sentence, top, finite);
                    self.assign(sentence, top, segment.start, segment.end);
                    self.second_verb(sentence, top, finite, segment.end);
                    return;
                }
            }
            // *Die Ankündigung, das Werk zu schließen, löste …*: the clause around still waits for its verb.
            let inside = segment.bound == Bound::Comma && !draft.is_empty() && !segment.coordination;
            if inside && (has_zu(sentence, segment) || leads_to_zu(sentence, segment, next)) {
                self.infinitive(sentence, segment, top);
                return;
            }
            self.assign(sentence, top, segment.start, segment.end);
            return;
        }
        if let Some(framed) = draft.frames.filter(|&framed| self.resumes(sentence, framed, segment)) {
            // *Sie habe, sagte die Zeugin, den Wagen gesehen.*
            self.assign(sentence, framed, segment.start, segment.end);
            self.change(framed, |old| old.interrupted = true);
            self.change(top, |frame| frame.kind = ClauseKind::Parenthesis);
            self.pop();
            self.stack.push(framed);
            return;
        }
        let zu = has_zu(sentence, segment);
        if let Some(finite) = self.another(sentence, segment, top, zu) {
            if finite > segment.start && inserted(sentence, segment, finite, next) == Some(Rest::Phrase) {
                self.insert(sentence, segment, top, finite);
                return;
            }
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
        if segment.bound == Bound::Comma && (zu || leads_to_zu(sentence, segment, next)) {
            self.infinitive(sentence, segment, top);
            return;
        }
        self.assign(sentence, top, segment.start, segment.end);
    }

    /// A clause between commas inside the main clause: *Das Werk, so heißt es, schließt*.
    fn insert(&mut self, sentence: &mut Sentence, segment: Segment, around: usize, finite: usize) {
        let first = sentence.at(finite);
        let verb_first = finite == segment.start;
        // *Das Bad, sollte es regnen, bleibt zu*
        let condition = verb_first && first.second && first.class != VerbClass::Full;
        let kind = if condition {
            ClauseKind::Adverbial
        } else {
            ClauseKind::Parenthesis
        };
        let frame = verb_first && !condition;
        let clause = self.push(Draft::new(kind, Some(around).filter(|_| !frame)));
        self.set_finite(sentence, clause, finite);
        self.assign(sentence, clause, segment.start, segment.end);
        self.change(around, |draft| {
            draft.interrupted = true;
            if frame && draft.parent.is_none() {
                // *Das Werk, sagte sie, schließt*: what is said depends on what says it.
                draft.parent = Some(clause);
            }
        });
        self.pop();
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
        let before = self.get(top).finite.map_or(&BEYOND, |finite| sentence.at(finite));
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
        // *…, so schätzen die Forscher*
        let so = finite == segment.start + 1 && sentence.at(segment.start).key == Key::So;
        let frame = (first || so)
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
        self.change(new, |draft| {
            draft.coordinated = Some(clause);
            draft.unmarked = true;
        });
        self.set_finite(sentence, new, second);
        self.assign(sentence, new, start, end);
    }
}

/// *Die Firma aus Kassel behauptet, das Werk sei verkauft*: the last word may be a participle, but what follows is reported
/// or begins with *dass*.
fn framing_verb(sentence: &Sentence, segment: Segment, next: Option<Event>) -> Option<usize> {
    let Some(Event::Segment {
        start,
        end,
        bound: Bound::Comma,
        ..
    }) = next
    else {
        return None;
    };
    let last = segment.end.checked_sub(1).filter(|&last| last > segment.start)?;
    let word = sentence.at(last);
    let open = word.can_be_finite() && word.forms.has(Forms::PAST_PARTICIPLE) && word.class == VerbClass::Full;
    let subject = sentence.at(last - 1);
    let named = (segment.start..last).any(|at| sentence.at(at).is_nominal()) && subject.cat != Category::Preposition;
    let told = sentence.at(start).key == Key::Dass
        || v2(sentence, start, end).is_some_and(|finite| {
            finite > start && sentence.at(finite).is_surely_finite() && sentence.is_subjunctive(finite)
        });
    (open && named && told).then_some(last)
}

/// *…, zwischen März und Mai Kunden zu betrügen*: the infinitive stands behind the *und* of a phrase.
fn leads_to_zu(sentence: &Sentence, segment: Segment, next: Option<Event>) -> bool {
    let Some(Event::Segment {
        start,
        end,
        bound: Bound::Coordination,
        ..
    }) = next
    else {
        return false;
    };
    let verbal = (segment.start..segment.end).any(|at| sentence.at(at).is_verbal());
    let rest = Segment { start, end, ..segment };
    !verbal && has_zu(sentence, rest) && v2(sentence, start, end).is_none()
}

fn starts_subject(word: &Word) -> bool {
    word.is_nominal() || matches!(word.cat, Category::Determiner | Category::Pronoun) && word.key != Key::Sich
}

/// What goes on after an inserted clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// The finite verb: *Das Werk, so heißt es, schließt*.
    Verb,
    /// A participle, infinitive, particle or phrase: *Das Werk schließt, so heißt es, im Mai*.
    Phrase,
}

/// The longest clause taken for an inserted one, in words.
const INSERTED: usize = 10;

/// Whether a segment with its verb first or second is a clause inserted between commas, and what follows it then.
fn inserted(sentence: &Sentence, segment: Segment, finite: usize, next: Option<Event>) -> Option<Rest> {
    let Some(Event::Segment {
        start,
        end,
        bound: Bound::Comma,
        coordination: None,
    }) = next
    else {
        return None;
    };
    if segment.bound != Bound::Comma || segment.coordination || segment.end - segment.start > INSERTED {
        return None;
    }
    let front = sentence.at(segment.start);
    let opens = match finite - segment.start {
        // *sagte sie*
        0 => starts_subject(sentence.at(finite + 1)),
        // *so heißt es*, *das weiß jeder*, *er war 61*
        1 => {
            matches!(
                front.key,
                Key::So | Key::Das | Key::Nominative | Key::Sie | Key::Es | Key::Wie
            ) || front.cat == Category::Pronoun
        }
        _ => false,
    };
    let after = sentence.at(start);
    let verb = after.can_be_finite() && (after.is_surely_finite() || end > start + 1);
    if opens && verb {
        return Some(Rest::Verb);
    }
    let phrase = !(start..end).any(|at| sentence.at(at).can_be_finite())
        && matches!(after.cat, Category::Preposition | Category::Adverb | Category::Particle);
    (opens && phrase && matches!(front.key, Key::So | Key::Das)).then_some(Rest::Phrase)
}
