//! Frames after or within their content: *Die Lage ist ernst, sagte X*, *„…“, sagte X*, *Die Lage, sagte X, sei ernst*.

use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::aside;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::Complements;
use crate::frame::Frame;
use crate::stage::{Opening, strongest};
use crate::view::{Reporting, Run};

impl Frame<'_, '_, '_> {
    /// Content before the verb: *Die Lage ist ernst, sagte X*. Also round it: *Die Lage, sagte X, sei ernst*.
    pub(crate) fn left(&self, into: &mut Vec<Candidate>) -> bool {
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
        // Indirect: back to the start of the sentence, or to the cue before.
        let start = self.content_start();
        let left = Run::new(start, end);
        // *Man habe „wie ein Absteiger“ gespielt, schimpfte X*: the Konjunktiv makes any way to speak a frame.
        let alone = start == stage.run.start;
        let spoken =
            alone && self.cue.safe && self.cue.takes(Complements::DIRECT) && strongest(view, left) == Reporting::Proof;
        if !self.cue.takes(Complements::V2) && !self.cue.takes(Complements::DASS) && !spoken {
            return found;
        }
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
        // *Ob er komme, werde geprüft, sagte X*: a clause that is part of another keeps its conjunction.
        let governed = (0..self.from)
            .filter(|&at| stage.run_at(at).start > start)
            .any(|at| stage.opening_at(at) == Opening::Main);
        let opening = match self.first_opening(start) {
            Opening::Dass | Opening::Ob if governed => Opening::Main,
            opening => opening,
        };
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
        // *Der Bau beginne, ergänzte sie: Der Spatenstich sei im Mai*: two statements, one frame.
        let second = split && has_verb && view.word(frame_end.saturating_sub(1)) == ":";
        let split = split && !second;
        let mut content = vec![left];
        let mut score = match mood {
            Reporting::Proof => 950,
            Reporting::Possible => 880,
            Reporting::No if matches!(opening, Opening::Dass | Opening::Ob) => 930,
            // *…, so schätzen Forscher*
            Reporting::No if view.is(self.within.start, "so") => 760,
            Reporting::No if self.cue.safe || self.tells_es() => 760,
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
        if framed || (made.speaker == SpeakerRef::Unknown && !self.tells_es()) {
            made.score = made.score.saturating_sub(300);
        }
        made.frame
            .push(Run::new(self.before_comma(self.within.start), frame_end));
        if second {
            let mut rest = made.clone();
            rest.content = vec![Run::new(frame_end, stage.run.end)];
            rest.continues = true;
            rest.evidence = vec![Evidence::new("quote.frame.colon", view.token_span(self.within.start))];
            into.push(made);
            into.push(rest);
            return false;
        }
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
        let direct = self.from > 0 && stage.opening_at(self.from - 1) == Opening::Marked;
        let left = Run::new(self.content_start(), self.within.start);
        let left_has_verb = self.left_has_verb();
        // Appositions and relative clauses of the speaker belong to the frame.
        while at + 1 < stage.segments.len() {
            let next = at + 1;
            let carries_on = match stage.opening_at(next) {
                _ if !direct && left_has_verb => aside::is_of_frame(stage, next, left),
                Opening::Verbless => next + 1 < stage.segments.len() || left_has_verb,
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
            // *Der Fahrer habe, sagte X, nichts gesehen*: what is no part of the frame goes on with the content.
            Opening::Infinitive => {
                let run = self.stage.run_at(next);
                !left_has_verb || !self.stage.view.is_any(run.start, &["um", "ohne", "statt", "anstatt"])
            }
            Opening::Verbless => !left_has_verb || !self.stage.delimiter_is(next, "–"),
            Opening::Subordinate => left_has_verb,
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
        start = stage
            .told_after_colon(Run::new(start, self.within.start))
            .unwrap_or(start);
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
}
