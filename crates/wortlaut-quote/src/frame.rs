//! Frames with a verb: *X sagte, dass …*, *…, sagte X*, *X: „…“*, *X kündigte an, … zu …*, *wie X mitteilte*.
//!
//! A sentence is cut into segments at commas, colons, dashes and around utterances in marks. The segments with the verb
//! group of the cue are the frame; what follows (or, with the verb in first place, precedes) is the content. German news
//! sentences are nearly always the sum of the two.

use wortlaut_syntax::{ClauseKind, VerbGroup};
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cue, Cues};
use crate::stage::{Opening, Stage, strongest};
use crate::subject;
use crate::view::{Reporting, Run, View};

/// Proposes the quotations of all cue verbs of a sentence.
pub(crate) fn propose(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let mut token = stage.run.start;
    while token < stage.run.end {
        if let Some((_, group)) = view.finite_at(token) {
            // *Er habe gehört, dass …* is itself reported: it goes on with what was said before.
            if view.utterance_at(token).is_none() && view.reporting(group) != Reporting::Proof {
                if let Some(cue) = cue_of(view, cues, group) {
                    propose_verb(stage, cue, group, into);
                } else {
                    propose_any(stage, group, into);
                }
            }
        }
        token += 1;
    }
}

/// The cue a verb group is. Adverbs that stand where a particle may (*sagte weiter*) are looked past.
pub(crate) fn cue_of<'c>(view: &View<'_>, cues: &'c Cues, group: &VerbGroup) -> Option<&'c Cue> {
    // *wie die Stadt bekannt gab*: written apart before the finite verb.
    let finite = group.finite.map_or(0, |f| f.index());
    if finite > 0 && view.is(finite - 1, "bekannt") && matches!(group.lemma.as_str(), "geben" | "machen") {
        return cues.verb("bekanntgeben");
    }
    cues.verb(&group.lemma).or_else(|| {
        let particle = view.word(group.particle?.index());
        let base = group.lemma.strip_prefix(particle)?;
        matches!(
            particle,
            "weiter" | "dazu" | "dabei" | "darüber" | "davon" | "daran" | "fest" | "mit"
        )
        .then(|| cues.verb(base))?
    })
}

/// Any verb with a *dass* clause may tell what somebody says, if its subject can speak.
fn propose_any(stage: &Stage<'_, '_>, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(finite) = group.finite else { return };
    if view.is_passive(group) || matches!(group.lemma.as_str(), "sein" | "haben" | "werden" | "führen" | "sorgen") {
        return;
    }
    let Some(at) = stage.segment_of(finite.index()) else {
        return;
    };
    if stage.opening_at(at) != Opening::Main || stage.opening_at(at + 1) != Opening::Dass {
        return;
    }
    let within = stage.run_at(at);
    let speaker = subject::of_verb(view, group, within);
    let SpeakerRef::Phrase(subject) = speaker else { return };
    if crate::reported::speaks(view, subject).is_none() {
        return;
    }
    let content = Run::new(stage.run_at(at + 1).start + 1, stage.run.end);
    let reason = Evidence::new("quote.frame.dass.any", view.token_span(finite.index()));
    let score = if strongest(view, content) == Reporting::Proof {
        760
    } else {
        560
    };
    let mut made = Candidate::new(QuotationKind::Indirect, vec![content], stage.sentence, score, reason);
    made.cue = group.tokens.iter().map(|token| token.index()).collect();
    made.frame.push(Run::new(stage.run.start, stage.run_at(at + 1).start));
    made.speaker = speaker;
    into.push(made);
}

/// The words of the cue: its verbs, and *sich* where the verb is reflexive.
pub(crate) fn cue_tokens(cue: &Cue, group: &VerbGroup) -> Vec<usize> {
    let mut tokens: Vec<usize> = group.tokens.iter().map(|token| token.index()).collect();
    if cue.reflexive {
        tokens.extend(group.reflexive.map(|token| token.index()));
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// Whether the verb can be a cue here: no condition, no question, no wish (*könnte sagen*), reflexive as the cue wants.
pub(crate) fn is_live(view: &View<'_>, cue: &Cue, group: &VerbGroup) -> bool {
    if cue.reflexive && group.reflexive.is_none() && !cue.takes(Complements::DASS) {
        return false;
    }
    if cue.lemma == "heißen" || cue.lemma == "lauten" {
        let finite = group.finite.map_or(0, |f| f.index());
        return view.is(finite + 1, "es") || (finite > 0 && view.is(finite - 1, "es"));
    }
    true
}

fn propose_verb(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    if !is_live(view, cue, group) {
        return;
    }
    let tokens = cue_tokens(cue, group);
    let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    let finite = group.finite.map_or(first, |f| f.index());
    let (Some(from), Some(to)) = (stage.segment_of(first.min(finite)), stage.segment_of(last)) else {
        return;
    };
    if to > from + 3 {
        return;
    }
    let within = Run::new(stage.run_at(from).start, stage.run_at(to).end);
    let mut frame = Frame {
        stage,
        cue,
        group,
        tokens,
        from,
        to,
        within,
    };
    frame.widen_to_subject();
    if stage.opening_at(frame.from) == Opening::Wie
        || (view.is(frame.within.start, "wie") && stage.opening_at(frame.from) == Opening::Verbless)
    {
        frame.comment(into);
        return;
    }
    if frame.is_inserted() && frame.left(into) {
        return;
    }
    frame.right(into);
}

struct Frame<'f, 's, 'v> {
    stage: &'f Stage<'s, 'v>,
    cue: &'f Cue,
    group: &'f VerbGroup,
    tokens: Vec<usize>,
    /// The segments of the cue, both included.
    from: usize,
    to: usize,
    within: Run,
}

impl Frame<'_, '_, '_> {
    /// *Jana Holm, die Sprecherin, sagte, …*: the segments between subject and verb belong to the frame.
    fn widen_to_subject(&mut self) {
        let view = self.stage.view;
        let Some(clause) = view.clause_of(self.group) else {
            return;
        };
        let Some(subject) = clause.subject.and_then(|s| s.get(&view.input.syntax.phrases)) else {
            return;
        };
        let start = subject.core.start().index();
        if !self.stage.run.contains(start) || start >= self.within.start || view.utterance_at(start).is_some() {
            return;
        }
        if let Some(at) = self.stage.segment_of(start) {
            let bridged = (at..self.from).all(|between| {
                between == at
                    || matches!(
                        self.stage.opening_at(between),
                        Opening::Verbless | Opening::Subordinate | Opening::Infinitive
                    )
            });
            // The verb must not stand first in its segment: then the subject follows it.
            let finite = self.group.finite.map_or(0, |f| f.index());
            if bridged
                && self.from - at <= 4
                && (finite != self.within.start || self.from - at >= 2)
                && self.stage.opening_at(at) == Opening::Verbless
            {
                self.from = at;
                self.within = Run::new(self.stage.run_at(at).start, self.within.end);
            }
        }
    }

    /// The finite verb opens the segment after content: *…, sagte X*.
    fn is_inserted(&self) -> bool {
        let finite = self.group.finite.map_or(0, |f| f.index());
        let view = self.stage.view;
        self.from > 0
            && (finite == self.within.start || (finite == self.within.start + 1 && view.is_mark(self.within.start)))
    }

    fn speaker(&self) -> SpeakerRef {
        if self.cue.lemma == "heißen" {
            return source_of_es(self.stage.view, self.stage.run, self.within);
        }
        match subject::of_verb(self.stage.view, self.group, self.within) {
            // *Aus dem Ministerium verlautete, …*: a verb without a subject, as *hieß es*.
            SpeakerRef::Unknown if self.cue.lemma == "verlauten" => {
                source_of_es(self.stage.view, self.stage.run, self.within)
            }
            speaker => speaker,
        }
    }

    fn candidate(&self, kind: QuotationKind, content: Vec<Run>, score: u16, rule: &'static str) -> Candidate {
        let view = self.stage.view;
        let cue_span = self.tokens.first().map(|&t| view.token_span(t)).unwrap_or_default();
        let mut made = Candidate::new(kind, content, self.stage.sentence, score, Evidence::new(rule, cue_span));
        made.cue.clone_from(&self.tokens);
        if self.cue.lemma == "heißen" {
            made.cue.extend(
                [
                    self.tokens.first().map(|t| t + 1),
                    self.tokens.first().and_then(|t| t.checked_sub(1)),
                ]
                .into_iter()
                .flatten()
                .filter(|&t| view.is(t, "es")),
            );
        }
        made.speaker = self.speaker();
        made.medium = Some(self.cue.medium);
        made.addressee = addressee(view, self.cue, self.group, self.within, made.speaker);
        made
    }

    /// *wie X mitteilte*: everything else of the sentence is the content.
    fn comment(&self, into: &mut Vec<Candidate>) {
        let stage = self.stage;
        let view = stage.view;
        let before = Run::new(stage.run.start, self.within.start);
        let frame_end = self.within.end;
        let after = Run::new(frame_end, stage.run.end);
        let content = vec![before, after];
        let leads_in = view.trim(before).is_empty();
        let rule = if leads_in {
            "quote.comment.wie.front"
        } else {
            "quote.comment.wie"
        };
        let direct = marked_only(stage, before);
        if let Some(pair) = direct {
            let mut made = self.candidate(QuotationKind::Direct, vec![view.inner(pair)], 900, "quote.direct.wie");
            made.frame.push(Run::new(view.pair(pair).end, frame_end));
            into.push(made);
            return;
        }
        let mut made = self.candidate(QuotationKind::Indirect, content, 850, rule);
        // *wie man weiß*, *wie manchmal behauptet*: nobody in particular says it; *erzählte, wie …* asks how.
        let somebody = match made.speaker {
            SpeakerRef::Phrase(at) => {
                let man = view
                    .phrase(at)
                    .is_some_and(|phrase| view.is(phrase.head.index(), "man"));
                crate::reported::speaks(view, at).is_some() || (self.cue.safe && !man)
            }
            SpeakerRef::Words(_) | SpeakerRef::Last => true,
            SpeakerRef::Unknown => self.cue.safe && (leads_in || view.is_passive(self.group)),
        };
        let tells = self.cue.takes(Complements::DASS) || self.cue.takes(Complements::V2);
        if !(tells && (somebody || self.cue.lemma == "heißen" || self.cue.lemma == "hervorgehen")) {
            return;
        }
        made.cue.insert(0, self.within.start);
        let start = if leads_in { stage.run.start } else { self.within.start };
        made.frame
            .push(with_commas(view, Run::new(start, frame_end), stage.run));
        into.push(made);
    }

    /// Content before the verb: *Die Lage ist ernst, sagte X*. Also round it: *Die Lage, sagte X, sei ernst*.
    fn left(&self, into: &mut Vec<Candidate>) -> bool {
        let stage = self.stage;
        let view = stage.view;
        let end = self.within.start;
        let frame_end = self.inserted_end();
        let mut found = false;
        // An utterance directly before: direct speech.
        if stage.opening_at(self.from - 1) == Opening::Marked {
            let Some(pair) = stage.segments.get(self.from - 1).and_then(|s| s.pair) else {
                return false;
            };
            let after_pair = view.pair(pair).end;
            let mut made = self.candidate(
                QuotationKind::Direct,
                vec![view.inner(pair)],
                if self.cue.takes(Complements::DIRECT) { 970 } else { 800 },
                "quote.direct.after",
            );
            made.frame.push(Run::new(after_pair, frame_end));
            if view.inner(pair).is_empty() {
                return false;
            }
            let speaker = made.speaker;
            let template = made.clone();
            into.push(made);
            found = true;
            // Split: *„…“, sagte X, „…“* and *„…“, sagte X: „…“*
            let next = self.segment_after(frame_end);
            if let Some(pair) = stage.segments.get(next).and_then(|s| s.pair) {
                let mut second = template;
                second.content = vec![view.inner(pair)];
                second.speaker = speaker;
                second.continues = true;
                second.evidence = vec![Evidence::new("quote.direct.split", view.token_span(self.within.start))];
                into.push(second);
            } else if next < stage.segments.len() {
                self.indirect_after_direct(next, into);
            }
            return found;
        }
        if !self.cue.takes(Complements::V2) && !self.cue.takes(Complements::DASS) {
            return found;
        }
        // Indirect: back to the start of the sentence, or to the cue before.
        let start = self.content_start();
        let left = Run::new(start, end);
        // A main clause, or a complement clause alone; *Obwohl …, bestritt er …* has no content before its verb.
        let has_verb = (0..self.from).any(|at| {
            stage.run_at(at).start >= start
                && match stage.opening_at(at) {
                    Opening::Main => stage.finite_of(at).is_some(),
                    Opening::Dass => self.cue.takes(Complements::DASS),
                    Opening::Ob => self.cue.takes(Complements::OB),
                    Opening::Wh => self.cue.takes(Complements::WH),
                    _ => false,
                }
        });
        let mood = strongest(view, left);
        let next = self.segment_after(frame_end);
        let rest = Run::new(frame_end, stage.run.end);
        let split = next < stage.segments.len() && self.continues_clause(next, has_verb);
        if !has_verb && !split {
            return found;
        }
        let opening = self.first_opening(start);
        let (left, rule) = match opening {
            Opening::Dass => (Run::new(start + 1, end), "quote.frame.dass.after"),
            Opening::Ob => (Run::new(start + 1, end), "quote.frame.ob.after"),
            _ => (
                left,
                if split {
                    "quote.frame.split"
                } else {
                    "quote.frame.after"
                },
            ),
        };
        let mut content = vec![left];
        let mut score = match mood {
            Reporting::Proof => 950,
            Reporting::Possible => 880,
            Reporting::No if matches!(opening, Opening::Dass | Opening::Ob) => 930,
            Reporting::No if self.cue.safe || self.cue.lemma == "heißen" => 760,
            Reporting::No => 420,
        };
        if split {
            score = score.max(match strongest(view, rest) {
                Reporting::Proof => 950,
                Reporting::Possible => 850,
                Reporting::No if self.cue.safe => 740,
                Reporting::No => 420,
            });
            content.push(rest);
        }
        // Another frame has these words already: *Er sagte, er sei krank, erkannte aber … an*.
        let framed = (0..self.from.saturating_sub(1)).any(|at| {
            stage.opening_at(at) == Opening::Main
                && matches!(stage.opening_at(at + 1), Opening::Main | Opening::Dass | Opening::Ob)
                && stage
                    .finite_of(at)
                    .is_some_and(|g| view.reporting(g) == Reporting::No && crate::cue::is_common_frame(&g.lemma))
        });
        let mut made = self.candidate(QuotationKind::Indirect, content, score, rule);
        if framed || (made.speaker == SpeakerRef::Unknown && self.cue.lemma != "heißen") {
            made.score = made.score.saturating_sub(300);
        }
        made.frame
            .push(Run::new(self.before_comma(self.within.start), frame_end));
        if !split && view.word(frame_end) == "," {
            made.frame.push(view.trim_end(Run::new(frame_end, stage.run.end)));
        }
        into.push(made);
        // The other side may fit better: the choice comes later.
        false
    }

    /// *„…“, sagte X, die Lage sei ernst*: the words after the frame go on indirectly.
    fn indirect_after_direct(&self, next: usize, into: &mut Vec<Candidate>) {
        let stage = self.stage;
        let view = stage.view;
        let run = Run::new(stage.run_at(next).start, stage.run.end);
        let mood = stage.finite_of(next).map_or(Reporting::No, |g| view.reporting(g));
        let dass = stage.opening_at(next) == Opening::Dass;
        if dass || (mood == Reporting::Proof && stage.opening_at(next) == Opening::Main) {
            let run = if dass { Run::new(run.start + 1, run.end) } else { run };
            let mut made = self.candidate(QuotationKind::Indirect, vec![run], 850, "quote.frame.after_direct");
            made.continues = true;
            into.push(made);
        }
    }

    /// Where an inserted frame ends: before the next segment that goes on with the content.
    fn inserted_end(&self) -> usize {
        let stage = self.stage;
        let mut at = self.to;
        // Appositions and relative clauses of the speaker belong to the frame.
        while at + 1 < stage.segments.len() {
            let next = at + 1;
            let carries_on = match stage.opening_at(next) {
                Opening::Verbless => next + 1 < stage.segments.len() || self.left_has_verb(),
                Opening::Subordinate => !stage.delimiter_is(next, "–"),
                _ => false,
            };
            if !carries_on || stage.delimiter_is(next, ":") {
                break;
            }
            at = next;
        }
        let end = stage.run_at(at).end;
        // A trailing comma or colon before more content belongs to the frame.
        if at + 1 < stage.segments.len() {
            stage.segments.get(at + 1).map_or(end, |s| s.run.start)
        } else {
            end
        }
    }

    fn left_has_verb(&self) -> bool {
        let view = self.stage.view;
        self.from > 0
            && (self.stage.opening_at(self.from - 1) == Opening::Marked
                || (self.stage.run.start..self.within.start).any(|token| view.finite_at(token).is_some()))
    }

    fn segment_after(&self, token: usize) -> usize {
        self.stage.segments.partition_point(|segment| segment.run.start < token)
    }

    /// Whether the segment takes up the clause that the frame interrupted.
    fn continues_clause(&self, next: usize, left_has_verb: bool) -> bool {
        match self.stage.opening_at(next) {
            Opening::Main => {
                let view = self.stage.view;
                let reported = self.stage.finite_of(next).map_or(Reporting::No, |g| view.reporting(g));
                !left_has_verb || reported >= Reporting::Possible
            }
            Opening::Dass | Opening::Ob | Opening::Wh => true,
            Opening::Infinitive | Opening::Verbless => !left_has_verb,
            _ => false,
        }
    }

    /// The start of the content before the frame: the sentence, or after another frame or utterance.
    fn content_start(&self) -> usize {
        let stage = self.stage;
        let mut start = stage.run.start;
        for at in (0..self.from).rev() {
            if stage.opening_at(at) == Opening::Marked {
                start = stage.run_at(at).end;
                break;
            }
        }
        let view = stage.view;
        while start < self.within.start && (matches!(view.word(start), "," | ";" | ":") || view.is_dash(start)) {
            start += 1;
        }
        start
    }

    fn first_opening(&self, start: usize) -> Opening {
        self.stage
            .segments
            .iter()
            .position(|segment| segment.run.contains(start))
            .map_or(Opening::Verbless, |at| self.stage.opening_at(at))
    }

    /// The comma (or dash) before a position, which belongs to the frame.
    fn before_comma(&self, token: usize) -> usize {
        let view = self.stage.view;
        match token.checked_sub(1) {
            Some(before) if view.word(before) == "," || view.is_dash(before) => before,
            _ => token,
        }
    }

    /// Content after the verb.
    fn right(&self, into: &mut Vec<Candidate>) {
        let stage = self.stage;
        let view = stage.view;
        let clause = view.clause_of(self.group).map(|c| c.kind);
        // Appositions and relative clauses may stand between the frame and its complement.
        let mut next = self.to + 1;
        let limit = (self.to + 6).min(stage.segments.len());
        while next < limit
            && matches!(stage.opening_at(next), Opening::Verbless | Opening::Subordinate)
            && !stage.delimiter_is(next, ":")
        {
            next += 1;
        }
        if next >= limit || next >= stage.segments.len() {
            return;
        }
        let adjacent = next == self.to + 1;
        let run = stage.run_at(next);
        let opening = stage.opening_at(next);
        let colon = stage.delimiter_is(next, ":");
        let verb = stage.finite_of(next);
        let mood = verb.map_or(Reporting::No, |g| view.reporting(g));
        let cue = self.cue;
        let subordinate_cue = matches!(
            clause,
            Some(ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Interrogative)
        );
        let verb_first = verb.and_then(|g| g.finite).is_some_and(|f| f.index() == run.start);
        let (skip, score, rule) = match opening {
            Opening::Marked => {
                self.direct_after(next, into);
                return;
            }
            Opening::Dass if cue.takes(Complements::DASS) => (1, self.trust_dass(), "quote.frame.dass"),
            Opening::Ob if cue.takes(Complements::OB) => (1, 900, "quote.frame.ob"),
            Opening::Ob if cue.takes(Complements::DASS) && cue.safe => (1, 700, "quote.frame.ob"),
            Opening::Wh if cue.takes(Complements::WH) && adjacent => {
                (0, if cue.safe { 820 } else { 560 }, "quote.frame.wh")
            }
            Opening::Infinitive
                if cue.takes(Complements::ZU) && !view.is_any(run.start, &["um", "ohne", "statt", "anstatt"]) =>
            {
                (
                    0,
                    self.trust_dass().saturating_sub(if cue.safe { 90 } else { 180 }),
                    "quote.frame.zu",
                )
            }
            // *Als sie davon erzählte, verdoppelte …*: the verb after a fronted clause is the narrator's.
            Opening::Main if verb_first && (subordinate_cue || mood != Reporting::Proof) && !colon => return,
            Opening::Main if subordinate_cue && mood == Reporting::No => return,
            Opening::Main if cue.takes(Complements::V2) || cue.takes(Complements::DASS) => {
                let rule = if colon { "quote.frame.colon" } else { "quote.frame.v2" };
                match mood {
                    Reporting::Proof => (0, 950, rule),
                    Reporting::Possible => (0, if cue.safe { 860 } else { 600 }, rule),
                    Reporting::No if colon && cue.safe => (0, 620, rule),
                    Reporting::No if cue.safe && cue.takes(Complements::V2) && adjacent && !self.has_object() => {
                        (0, 600, rule)
                    }
                    Reporting::No => return,
                }
            }
            _ => return,
        };
        if subordinate_cue && rule == "quote.frame.zu" && !cue.safe {
            return;
        }
        let end = self.scope_end(next, opening);
        // *glaubt, „dass das Stück trägt“*: the conjunction stands within the marks.
        let marked = usize::from(skip > 0 && view.is_mark(run.start));
        let content = Run::new(run.start + skip + marked, end);
        let mut made = self.candidate(QuotationKind::Indirect, vec![content], score, rule);
        made.evidence.push(Evidence::new(rule, view.token_span(run.start)));
        let frame_start = self.frame_start();
        let comma_end = run.start;
        made.frame.push(Run::new(frame_start, comma_end));
        if end < stage.run.end {
            let tail = view.trim_end(Run::new(end, stage.run.end));
            if tail.len() > 1 {
                made.frame.push(tail);
            }
        }
        into.push(made);
    }

    /// How surely a *dass* clause is what the cue tells: less after a passive, a reflexive, or a subject that cannot
    /// speak.
    fn trust_dass(&self) -> u16 {
        let view = self.stage.view;
        let mut score = if self.cue.safe { 950 } else { 820 };
        if !self.cue.reflexive && self.group.reflexive.is_some() && self.cue.lemma != "äußern" {
            score -= 300;
        }
        match self.speaker() {
            SpeakerRef::Phrase(at) if crate::reported::speaks(view, at).is_some() => {}
            SpeakerRef::Phrase(_) if self.cue.safe => score -= 150,
            SpeakerRef::Phrase(_) => score -= 250,
            _ if self.cue.safe => score -= 150,
            _ => score -= 330,
        }
        score
    }

    /// Whether the clause of the cue has an object already, so that what follows the comma is no content.
    fn has_object(&self) -> bool {
        let view = self.stage.view;
        let speaker = self.speaker();
        view.phrases_in(self.within).any(|at| {
            SpeakerRef::Phrase(at) != speaker
                && view.phrase(at).is_some_and(|phrase| {
                    phrase.preposition.is_none()
                        && !view.is_time(Run::of(phrase.core))
                        && phrase.kind != wortlaut_syntax::PhraseKind::Pronoun
                        && !phrase.case.contains(wortlaut_lexicon::Case::Dative)
                })
        })
    }

    /// Where the frame before its content starts: at the sentence, or after the content of another frame.
    fn frame_start(&self) -> usize {
        let stage = self.stage;
        let mut at = self.from;
        while at > 0 && stage.opening_at(at - 1) != Opening::Marked {
            at -= 1;
        }
        stage.run_at(at).start.min(self.within.start)
    }

    /// The end of content that starts with a segment: the sentence's, or before a clause in the narrator's voice.
    fn scope_end(&self, first: usize, opening: Opening) -> usize {
        let stage = self.stage;
        let view = stage.view;
        let reported = stage.finite_of(first).map_or(Reporting::No, |g| view.reporting(g)) > Reporting::No;
        // *…, er komme und fügte hinzu: …*: another cue of the same subject.
        let joined = (stage.run_at(first).start..stage.run.end).find(|&token| {
            view.is_any(token, &["und", "aber", "sowie"])
                && view.utterance_at(token).is_none()
                && view.finite_at(token + 1).is_some_and(|(_, group)| {
                    view.reporting(group) == Reporting::No && crate::cue::is_common_frame(&group.lemma)
                })
        });
        let limit = joined.unwrap_or(stage.run.end);
        for at in first + 1..stage.segments.len() {
            if stage.opening_at(at) == Opening::Marked {
                continue;
            }
            let run = stage.run_at(at);
            let joined = view.is_any(run.start, &["und", "aber", "doch", "jedoch", "sondern"]);
            let dash = stage
                .segments
                .get(at)
                .and_then(|s| s.after)
                .is_some_and(|token| view.is_dash(token) || view.word(token) == ";");
            // *Er sagte, er sei krank, sprach aber …*: the verb without a subject of its own goes on with the frame's.
            let elided = stage
                .finite_of(at)
                .and_then(|g| g.finite)
                .is_some_and(|finite| finite.index() == run.start)
                && stage.opening_at(first) != Opening::Verbless;
            if stage.opening_at(at) != Opening::Main || !(joined || dash || elided) {
                continue;
            }
            let indicative = stage
                .finite_of(at)
                .is_some_and(|g| view.reporting(g) == Reporting::No && !g.mood_ambiguous);
            let verb_late = matches!(opening, Opening::Dass | Opening::Ob) || elided && opening == Opening::Infinitive;
            if indicative && (reported || verb_late) {
                let second = stage.finite_of(at).and_then(|g| g.finite).map_or(0, |f| f.index());
                // After *dass* a second dependent clause has its verb last; a main clause early.
                if reported || second <= run.start + 3 {
                    return stage
                        .segments
                        .get(at)
                        .and_then(|s| s.after)
                        .unwrap_or(run.start)
                        .min(limit);
                }
            }
        }
        limit
    }

    /// *X sagte: „…“*, *X sagte, „…“*.
    fn direct_after(&self, next: usize, into: &mut Vec<Candidate>) {
        let stage = self.stage;
        let view = stage.view;
        let Some(pair) = stage.segments.get(next).and_then(|s| s.pair) else {
            return;
        };
        let colon = view.pair(pair).start > 0 && view.word(view.pair(pair).start - 1) == ":";
        if !colon && !self.cue.takes(Complements::DIRECT) {
            return;
        }
        let score = if colon { 970 } else { 780 };
        let rule = if colon {
            "quote.direct.colon"
        } else {
            "quote.direct.before"
        };
        let mut made = self.candidate(QuotationKind::Direct, vec![view.inner(pair)], score, rule);
        made.frame.push(Run::new(self.frame_start(), view.pair(pair).start));
        into.push(made);
    }
}

/// The pair a run consists of, commas aside.
fn marked_only(stage: &Stage<'_, '_>, run: Run) -> Option<usize> {
    let trimmed = stage.view.trim(run);
    let pair = stage.view.utterance_at(trimmed.start)?;
    (stage.view.pair(pair).end >= trimmed.end).then_some(pair)
}

/// A run with the comma at its open side.
fn with_commas(view: &View<'_>, run: Run, sentence: Run) -> Run {
    let mut run = run;
    if run.start > sentence.start && view.word(run.start - 1) == "," {
        run.start -= 1;
    }
    if run.end + 1 < sentence.end && view.word(run.end) == "," {
        run.end += 1;
    }
    run
}

/// *es heißt in dem Bericht*, *hieß es aus dem Ministerium*, *von der Polizei*: the source of *es*.
pub(crate) fn source_of_es(view: &View<'_>, sentence: Run, within: Run) -> SpeakerRef {
    let run = Run::new(within.start.max(sentence.start), within.end);
    view.phrases_in(run)
        .find(|&at| {
            view.phrase(at).is_some_and(|phrase| {
                phrase.preposition.is_some_and(|p| {
                    view.is_any(
                        p.index(),
                        &["in", "im", "aus", "von", "vom", "bei", "beim", "seitens", "unter"],
                    )
                }) && !view.is_time(Run::of(phrase.core))
            })
        })
        .map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}

/// To whom: *gegenüber X*, or the phrase in the case the cue gives its addressee.
pub(crate) fn addressee(
    view: &View<'_>,
    cue: &Cue,
    group: &VerbGroup,
    within: Run,
    speaker: SpeakerRef,
) -> Option<Run> {
    use wortlaut_lexicon::Case;
    use wortlaut_syntax::PhraseKind;
    let finite = group.finite.map_or(within.start, |f| f.index());
    let mut found = None;
    for at in view.phrases_in(within) {
        if SpeakerRef::Phrase(at) == speaker {
            continue;
        }
        let Some(phrase) = view.phrase(at) else { continue };
        let core = Run::of(phrase.core);
        if let Some(preposition) = phrase.preposition {
            if view.is(preposition.index(), "gegenüber") {
                return Some(view.trim(Run::of(phrase.tokens)));
            }
            continue;
        }
        let fits = (cue.dative && phrase.case.contains(Case::Dative) && !phrase.case.contains(Case::Nominative))
            || (cue.dative
                && phrase.kind == PhraseKind::Common
                && phrase.case == wortlaut_lexicon::CaseSet::of(&[Case::Dative]))
            || (cue.accusative
                && core.start > finite
                && phrase.case.contains(Case::Accusative)
                && phrase.kind != PhraseKind::Pronoun);
        let dative_article = cue.dative
            && core.start > finite
            && view.is_any(core.start, &["der", "dem", "den"])
            && phrase.case.contains(Case::Dative);
        if found.is_none() && (fits || dative_article) && !view.is_time(core) && !view.is(core.start, "sich") {
            found = Some(view.trim(Run::of(phrase.core)));
        }
    }
    found
}
