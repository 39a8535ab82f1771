//! Frames with a verb: *X sagte, dass …*, *…, sagte X*, *X: „…“*, *X kündigte an, … zu …*, *wie X mitteilte*.
//!
//! A sentence is cut into segments at commas, colons, dashes and around utterances in marks. The segments with the verb
//! group of the cue are the frame; what follows (or, with the verb in first place, precedes) is the content. German news
//! sentences are nearly always the sum of the two.

use wortlaut_syntax::VerbGroup;
use wortlaut_text::Evidence;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cue, Cues};
use crate::roles::{addressee, object_of, source_of_es};
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
    let phrase = cues
        .phrases(&group.lemma)
        .find(|cue| phrase_tokens(view, cue, group).is_some());
    if phrase.is_some() {
        return phrase;
    }
    if group.lemma == "wissen" && group.modal.as_deref() == Some("wollen") {
        return cues.verb("wissen_wollen");
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

/// Where the words stand that make a cue of the verb: *gab er zu bedenken*.
fn phrase_tokens(view: &View<'_>, cue: &Cue, group: &VerbGroup) -> Option<Run> {
    let finite = group.finite.unwrap_or(group.main).index();
    let sentence = view.sentence(view.sentence_of(finite)?);
    let main = group.main.index();
    let from = finite.min(main).saturating_sub(4).max(sentence.start);
    let to = (finite.max(main) + 16).min(sentence.end);
    let len = cue.words().count();
    (len > 0)
        .then(|| (from..to).find(|&start| cue.words().enumerate().all(|(at, word)| view.word(start + at) == word)))
        .flatten()
        .map(|start| Run::new(start, start + len))
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
    direct_any(stage, group, at, into);
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

/// Any verb behind an utterance may frame it, if its subject can speak: *„Nie wieder!“, hatte ihre Mutter gedacht*.
fn direct_any(stage: &Stage<'_, '_>, group: &VerbGroup, at: usize, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let within = stage.run_at(at);
    let pair = at.checked_sub(1).and_then(|before| stage.segments.get(before)?.pair);
    let first = group.finite.is_some_and(|finite| finite.index() == within.start);
    let Some(pair) = pair.filter(|_| first && (stage.delimiter_is(at, ",") || stage.delimiter_is(at, "–"))) else {
        return;
    };
    let speaker = subject::of_verb(view, group, within);
    let SpeakerRef::Phrase(subject) = speaker else { return };
    if crate::reported::speaks(view, subject).is_none() {
        return;
    }
    let reason = Evidence::new("quote.direct.any", view.token_span(within.start));
    let mut made = Candidate::new(
        QuotationKind::Direct,
        vec![view.inner(pair)],
        stage.sentence,
        780,
        reason,
    );
    made.cue = group.tokens.iter().map(|token| token.index()).collect();
    made.frame.push(Run::new(view.pair(pair).end, within.end));
    made.speaker = speaker;
    into.push(made);
}

/// The words of the cue: its verbs, *sich* where the verb is reflexive, and the words of a phrase.
pub(crate) fn cue_tokens(view: &View<'_>, cue: &Cue, group: &VerbGroup) -> Vec<usize> {
    let mut tokens: Vec<usize> = group.tokens.iter().map(|token| token.index()).collect();
    if cue.lemma.contains('_') {
        if let Some(words) = phrase_tokens(view, cue, group) {
            tokens.extend(words.start..words.end);
        }
    }
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
    if is_withheld(view, cue, group) {
        return false;
    }
    if cue.lemma == "heißen" || cue.lemma == "lauten" {
        let finite = group.finite.map_or(0, |f| f.index());
        // *wie es aus dem Rathaus hieß*
        let comment = (finite.saturating_sub(8)..finite)
            .any(|token| view.is(token, "es") && token > 0 && view.is(token - 1, "wie"));
        return view.is(finite + 1, "es") || (finite > 0 && view.is(finite - 1, "es")) || comment;
    }
    true
}

/// *wollte nicht sagen, ob …*: nobody says it. What cannot be ruled out is said.
fn is_withheld(view: &View<'_>, cue: &Cue, group: &VerbGroup) -> bool {
    let modal = matches!(group.modal.as_deref(), Some("können" | "wollen" | "mögen" | "dürfen"));
    let (Some(first), Some(last)) = (group.tokens.first(), group.tokens.last()) else {
        return false;
    };
    let span = first.index().min(last.index())..first.index().max(last.index());
    let sayable = !matches!(
        cue.lemma.as_str(),
        "ausschließen" | "glauben" | "bestreiten" | "leugnen" | "verstehen"
    );
    modal && sayable && span.len() <= 30 && span.into_iter().any(|token| view.is_any(token, &["nicht", "nie"]))
}

fn propose_verb(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    if !is_live(view, cue, group) {
        return;
    }
    let tokens = cue_tokens(view, cue, group);
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

pub(crate) struct Frame<'f, 's, 'v> {
    pub(crate) stage: &'f Stage<'s, 'v>,
    pub(crate) cue: &'f Cue,
    pub(crate) group: &'f VerbGroup,
    tokens: Vec<usize>,
    /// The segments of the cue, both included.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) within: Run,
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
        // *…, sprach aber davon, dass …*: one subject for two verbs.
        let own = view
            .clause_of(self.group)
            .and_then(|clause| clause.subject?.get(&view.input.syntax.phrases))
            .is_some_and(|subject| subject.core.start().index() > finite);
        let told = strongest(view, Run::new(self.stage.run.start, self.within.start)) == Reporting::Proof;
        if subject::is_shared(view, finite) && !own && !told {
            return false;
        }
        self.from > 0
            && (finite == self.within.start
                // *…, so heißt es im Bericht, …*
                || (finite == self.within.start + 1
                    && (view.is_mark(self.within.start) || view.is(self.within.start, "so"))))
    }

    /// *heißt es im Bericht*, *so steht es in der Anklage*: what speaks stands behind a preposition.
    pub(crate) fn tells_es(&self) -> bool {
        let view = self.stage.view;
        let finite = self.group.finite.map_or(0, |f| f.index());
        self.cue.lemma == "heißen" || (self.cue.lemma == "stehen" && view.is(finite + 1, "es"))
    }

    pub(crate) fn speaker(&self) -> SpeakerRef {
        if self.tells_es() {
            return source_of_es(self.stage.view, self.stage.run, self.within);
        }
        if matches!(self.cue.lemma.as_str(), "hervorgehen" | "ergeben") {
            let source = source_of_es(self.stage.view, self.stage.run, self.within);
            if source != SpeakerRef::Unknown {
                return source;
            }
        }
        match subject::of_verb(self.stage.view, self.group, self.within) {
            // *Aus dem Ministerium verlautete, …*: a verb without a subject, as *hieß es*.
            SpeakerRef::Unknown if matches!(self.cue.lemma.as_str(), "verlauten" | "hervorgehen") => {
                source_of_es(self.stage.view, self.stage.run, self.within)
            }
            speaker => speaker,
        }
    }

    pub(crate) fn candidate(
        &self,
        kind: QuotationKind,
        content: Vec<Run>,
        score: u16,
        rule: &'static str,
    ) -> Candidate {
        let view = self.stage.view;
        let cue_span = self.tokens.first().map(|&t| view.token_span(t)).unwrap_or_default();
        let mut made = Candidate::new(kind, content, self.stage.sentence, score, Evidence::new(rule, cue_span));
        made.cue.clone_from(&self.tokens);
        if self.tells_es() {
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
        made.object = object_of(view, self.cue, made.speaker);
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
        // *„Die Mannschaft“, wie sie sich nannte*: a name.
        if let Some(pair) = direct.filter(|_| self.cue.lemma != "nennen") {
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
        if !(tells && (somebody || matches!(self.cue.lemma.as_str(), "heißen" | "hervorgehen" | "ergeben"))) {
            return;
        }
        // *Denn wie X schrieb, …*
        let wie = self.within.start + usize::from(!view.is(self.within.start, "wie"));
        made.cue.insert(0, wie);
        let start = if leads_in { stage.run.start } else { self.within.start };
        made.frame
            .push(with_commas(view, Run::new(start, frame_end), stage.run));
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
