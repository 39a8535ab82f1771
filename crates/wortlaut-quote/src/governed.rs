//! Content after its frame: *X sagte, dass …*, *X sagte: „…“*, *X kündigte an, … zu …*.

use wortlaut_syntax::ClauseKind;
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::Complements;
use crate::frame::Frame;
use crate::stage::Opening;
use crate::view::{Reporting, Run};

impl Frame<'_, '_, '_> {
    /// Content after the verb.
    pub(crate) fn right(&self, into: &mut Vec<Candidate>) {
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
            Opening::Main
                if cue.takes(Complements::V2)
                    || cue.takes(Complements::DASS)
                    || (cue.takes(Complements::DIRECT) && cue.safe && mood == Reporting::Proof) =>
            {
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
                // *…, dass er komme: „…“*: the words themselves follow.
                if stage.delimiter_is(at, ":") {
                    return stage.segments.get(at).and_then(|s| s.after).unwrap_or(limit).min(limit);
                }
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
