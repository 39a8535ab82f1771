//! What goes on beyond a sentence: Konjunktiv that continues, *soll* as hearsay, utterances without a frame, turns of an
//! interview. Runs through the sentences in reading order and knows who spoke last.

use wortlaut_text::Evidence;
use wortlaut_tokenize::ZoneKind;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::person;
use crate::stage::strongest;
use crate::subject;
use crate::view::{Reporting, Run, View};

/// Adds what continues; `chosen` are the proposals selected so far, in reading order of their sentences.
pub(crate) fn continue_all(view: &View<'_>, options: &crate::QuoteOptions, chosen: &mut Vec<Candidate>) {
    chosen.sort_by_key(order);
    let mut found: Vec<Candidate> = Vec::new();
    let mut covered = vec![false; view.input.tokens.tokens.len()];
    for run in chosen.iter().flat_map(|candidate| &candidate.content) {
        cover(&mut covered, *run);
    }
    let mut next = 0;
    let mut state = State::default();
    for sentence in 0..view.sentences() {
        let run = view.sentence(sentence);
        if run.is_empty() || !view.zone(run.start).is_some_and(ZoneKind::is_content) {
            state.source = None;
            continue;
        }
        let paragraph = view.paragraph_of(sentence);
        // What the rules of one sentence found here.
        let from = next;
        while chosen
            .get(next)
            .is_some_and(|c| c.content.first().is_some_and(|r| r.start < run.end) || c.sentence <= sentence)
        {
            next += 1;
        }
        let here = chosen.get(from..next).unwrap_or(&[]);
        let mut spoke = false;
        for candidate in here {
            spoke = true;
            state.speak(view, candidate, sentence, paragraph);
        }
        // Utterances without a frame.
        for pair in view.pairs_in(run) {
            if !view.readings.get(pair).is_some_and(|r| r.is_utterance())
                || view.utterance_at(view.pair(pair).start) != Some(pair)
            {
                continue;
            }
            let inner = view.inner(pair);
            if inner.is_empty() || is_covered(&covered, inner) {
                continue;
            }
            if let Some(bare) = bare(view, &state, pair, sentence, paragraph) {
                spoke = true;
                state.speak(view, &bare, sentence, paragraph);
                found.push(bare);
            }
        }
        let inside_utterance = view.utterance_at(run.start).is_some();
        if spoke || inside_utterance {
            continue;
        }
        if options.free_indirect {
            if let Some(made) = professed(view, run, sentence) {
                state.speak(view, &made, sentence, paragraph);
                found.push(made);
                continue;
            }
        }
        if let Some(made) = continuation(view, &state, run, sentence, paragraph) {
            state.speak(view, &made, sentence, paragraph);
            found.push(made);
            continue;
        }
        if options.free_indirect {
            if let Some(made) = hearsay(view, &state, run, sentence, paragraph) {
                found.push(made);
                continue;
            }
        }
        state.narrated = true;
    }
    chosen.append(&mut found);
    turns(view, chosen);
}

fn order(candidate: &Candidate) -> (usize, usize) {
    (
        candidate.sentence,
        candidate.content.first().map_or(usize::MAX, |run| run.start),
    )
}

fn cover(covered: &mut [bool], run: Run) {
    for slot in covered.get_mut(run.start..run.end).unwrap_or(&mut []) {
        *slot = true;
    }
}

fn is_covered(covered: &[bool], run: Run) -> bool {
    covered.get(run.start..run.end).unwrap_or(&[]).contains(&true)
}

/// Who spoke last, and where.
#[derive(Default)]
struct State {
    source: Option<Source>,
    /// The narrator has spoken since.
    narrated: bool,
}

#[derive(Clone, Copy)]
struct Source {
    sentence: usize,
    paragraph: usize,
    /// A speech act, which is weaker than a quotation as a start of a chain.
    reported: bool,
    /// Its words are in the Konjunktiv.
    indirect: bool,
}

impl State {
    fn speak(&mut self, view: &View<'_>, candidate: &Candidate, sentence: usize, paragraph: usize) {
        self.narrated = false;
        self.source = Some(Source {
            sentence,
            paragraph,
            reported: candidate.kind == QuotationKind::Reported,
            indirect: candidate
                .content
                .iter()
                .any(|&run| strongest(view, run) == Reporting::Proof),
        });
    }
}

/// An utterance that no frame introduces: the last speaker goes on.
fn bare(view: &View<'_>, state: &State, pair: usize, sentence: usize, paragraph: usize) -> Option<Candidate> {
    let inner = view.inner(pair);
    let span = view.span(view.pair(pair))?;
    let close = state
        .source
        .filter(|source| source.paragraph == paragraph || sentence <= source.sentence + 2);
    let mut made = Candidate::new(
        QuotationKind::Direct,
        vec![inner],
        sentence,
        700,
        Evidence::new("quote.direct.bare", span),
    );
    if close.is_some() && !state.narrated {
        made.speaker = SpeakerRef::Last;
        made.continues = true;
        made.score = 850;
        return Some(made);
    }
    // *„Es reicht.“ Mit diesen Worten trat X zurück*
    if let Some(at) = announced(view, sentence, paragraph) {
        made.speaker = SpeakerRef::Phrase(at);
        return Some(made);
    }
    // *Die Ministerin räumte Fehler ein. „Wir …“*: who the sentence before is about.
    if let Some(before) = sentence.checked_sub(1) {
        if view.paragraph_of(before) == paragraph {
            if let Some(at) = person::topic(view, before) {
                made.speaker = SpeakerRef::Phrase(at);
                return Some(made);
            }
        }
    }
    if close.is_some() {
        made.speaker = SpeakerRef::Last;
        made.continues = true;
    } else if view.zone(inner.start) == Some(ZoneKind::Headline) {
        made.score = 600;
    }
    Some(made)
}

/// Who the sentence after an utterance says has spoken it: *Mit diesen Worten hat X …*, *Das sagte X …*, *So X*.
fn announced(view: &View<'_>, sentence: usize, paragraph: usize) -> Option<usize> {
    let next = sentence + 1;
    if view.paragraph_of(next) != paragraph {
        return None;
    }
    let run = view.sentence(next);
    let words = view.is(run.start, "mit")
        && view.is_any(run.start + 1, &["diesen", "den", "diesem"])
        && view.is_any(run.start + 2, &["worten", "satz"]);
    let points = view.is_any(run.start, &["das", "so"])
        && view
            .finite_at(run.start + 1)
            .is_some_and(|(_, group)| crate::cue::is_common_frame(&group.lemma));
    (words || points).then(|| person::topic(view, next)).flatten()
}

/// A sentence in the Konjunktiv without a frame.
fn continuation(view: &View<'_>, state: &State, run: Run, sentence: usize, paragraph: usize) -> Option<Candidate> {
    let content = view.trim_end(run);
    let (_, group) = main_verb(view, content)?;
    let finite = group.finite?.index();
    let mood = view.reporting(group);
    let others = strongest(view, content);
    let span = view.token_span(finite);
    let near = state.source.map(|source| {
        (
            source.paragraph == paragraph,
            source.sentence + 1 == sentence && !state.narrated,
            source.reported,
        )
    });
    let score = match (mood, near) {
        (Reporting::Proof, Some((true, true, _))) => 950,
        (Reporting::Proof, Some((true, false, _))) => 800,
        (Reporting::Proof, Some((false, true, _))) => 780,
        (Reporting::Proof, Some((false, false, _))) => 620,
        (Reporting::Proof, None) => 600,
        // *Das wäre* proves nothing alone; beside Konjunktiv I or straight after speech it goes on.
        (Reporting::Possible, Some((true, true, _))) if !is_conditional(view, content) => {
            match others {
                Reporting::Proof => 880,
                // *Der Rat könnte zustimmen*: the narrator weighs what may come, unless somebody was just reported.
                _ if is_weighing(view, finite) && !state.source.is_some_and(|source| source.indirect) => return None,
                _ => 640,
            }
        }
        (Reporting::No, Some((true, true, false))) if others == Reporting::Proof && group.mood_ambiguous => 600,
        _ => return None,
    };
    let rule = match near {
        Some((true, _, _)) => "quote.continue.konjunktiv",
        Some((false, _, _)) => "quote.continue.paragraph",
        None => "quote.konjunktiv.alone",
    };
    let mut made = Candidate::new(
        QuotationKind::Indirect,
        vec![content],
        sentence,
        score,
        Evidence::new(rule, span),
    );
    match near {
        Some((true, _, _) | (false, true, _)) => {
            made.speaker = SpeakerRef::Last;
            made.continues = true;
        }
        _ => {
            made.speaker = sentence
                .checked_sub(1)
                .filter(|&before| view.paragraph_of(before) == paragraph)
                .and_then(|before| person::topic(view, before))
                .map_or(
                    if near.is_some() {
                        SpeakerRef::Last
                    } else {
                        SpeakerRef::Unknown
                    },
                    SpeakerRef::Phrase,
                );
        }
    }
    Some(made)
}

/// The finite verb of the first main clause.
fn main_verb<'a>(view: &View<'a>, run: Run) -> Option<(usize, &'a wortlaut_syntax::VerbGroup)> {
    use wortlaut_syntax::ClauseKind;
    (run.start..run.end)
        .filter(|&token| view.utterance_at(token).is_none())
        .filter_map(|token| view.finite_at(token))
        .find(|(_, group)| {
            view.clause_of(group)
                .is_none_or(|clause| clause.kind == ClauseKind::Main)
        })
}

/// The Konjunktiv II of the modal verbs that says how likely something is.
fn is_weighing(view: &View<'_>, finite: usize) -> bool {
    view.is_any(finite, &["könnte", "könnten", "dürfte", "dürften", "müsste", "müssten"])
}

/// *wenn*, *ohne*, *sonst*: the Konjunktiv II of a condition.
fn is_conditional(view: &View<'_>, run: Run) -> bool {
    (run.start..run.end).any(|token| view.is_any(token, &["wenn", "falls", "sonst", "ansonsten", "beinahe", "fast"]))
}

/// Whether the verbs end in a perfect infinitive: *geflohen sein*, not *zu sehen sein*.
pub(crate) fn is_perfect(view: &View<'_>, group: &wortlaut_syntax::VerbGroup) -> bool {
    let has = |words: &[&str]| group.tokens.iter().any(|token| view.is_any(token.index(), words));
    has(&["haben", "sein"]) && !has(&["zu"]) && group.tokens.len() >= 3
}

/// *soll* as hearsay: with a perfect infinitive. Without one it tells a plan, and the teller is the narrator.
fn hearsay(view: &View<'_>, state: &State, run: Run, sentence: usize, paragraph: usize) -> Option<Candidate> {
    let content = view.trim_end(run);
    let (_, group) = main_verb(view, content)?;
    if group.modal.as_deref() != Some("sollen") || view.reporting(group) != Reporting::No {
        return None;
    }
    let finite = group.finite?.index();
    if !view.is_any(finite, &["soll", "sollen"]) {
        return None;
    }
    if !is_perfect(view, group) {
        return None;
    }
    let close = state
        .source
        .is_some_and(|source| source.paragraph == paragraph && source.sentence + 2 >= sentence);
    let mut made = Candidate::new(
        QuotationKind::FreeIndirect,
        vec![content],
        sentence,
        if close { 650 } else { 520 },
        Evidence::new("quote.hearsay.soll", view.token_span(finite)),
    );
    if state.source.is_some_and(|source| source.sentence + 4 >= sentence) {
        made.speaker = SpeakerRef::Last;
    }
    made.continues = close;
    Some(made)
}

/// *Zeugen wollen einen Kombi gesehen haben*: what the subject says of itself.
fn professed(view: &View<'_>, run: Run, sentence: usize) -> Option<Candidate> {
    let content = view.trim_end(run);
    let (_, group) = main_verb(view, content)?;
    let finite = group.finite?.index();
    let claims = group.modal.as_deref() == Some("wollen") && view.is_any(finite, &["will", "wollen"]);
    if !claims || !is_perfect(view, group) {
        return None;
    }
    let SpeakerRef::Phrase(at) = subject::of_verb(view, group, content) else {
        return None;
    };
    crate::reported::speaks(view, at)?;
    let core = Run::of(view.phrase(at)?.core);
    let start = core.end.max(finite + 1);
    let parts = vec![
        Run::new(content.start, core.start.min(finite)),
        Run::new(start, content.end),
    ];
    let reason = Evidence::new("quote.hearsay.will", view.token_span(finite));
    let mut made = Candidate::new(QuotationKind::Indirect, parts, sentence, 760, reason);
    made.speaker = SpeakerRef::Phrase(at);
    made.cue.push(finite);
    made.frame.push(Run::new(core.start.min(finite), start));
    Some(made)
}

/// Whether somebody in a turn quotes: somebody else (*Ein Kollege sagte: „Das wird nichts.“*), who is spoken to (*Sie
/// schreiben, …*), or words of their own in marks (*Ich rief: „Halt!“*).
fn quotes_another(view: &View<'_>, candidate: &Candidate) -> bool {
    let SpeakerRef::Phrase(at) = candidate.speaker else {
        return false;
    };
    let Some(phrase) = view.phrase(at) else { return false };
    let head = phrase.head.index();
    let direct = candidate.kind == QuotationKind::Direct;
    let somebody = if phrase.kind == wortlaut_syntax::PhraseKind::Pronoun {
        view.word(head) == "Sie" || direct && view.is_any(head, &["ich", "wir"])
    } else {
        !view.is(head, "man") && crate::reported::speaks(view, at).is_some()
    };
    let told = direct || candidate.kind == QuotationKind::Indirect && !candidate.cue.is_empty();
    somebody && told && !candidate.frame.is_empty() && candidate.score >= 700
}

/// The turns of an interview.
fn turns(view: &View<'_>, chosen: &mut Vec<Candidate>) {
    let zones = &view.input.tokens.zones;
    let mut covered = vec![false; view.input.tokens.tokens.len()];
    for zone in zones.iter().filter(|zone| zone.kind == ZoneKind::InterviewTurn) {
        cover(&mut covered, Run::of(zone.tokens));
    }
    chosen.retain(|candidate| {
        !candidate.content.iter().any(|&run| is_covered(&covered, run)) || quotes_another(view, candidate)
    });
    let mut label: Option<Run> = None;
    for zone in zones {
        let run = Run::of(zone.tokens);
        match zone.kind {
            ZoneKind::InterviewLabel => label = Some(run),
            ZoneKind::InterviewTurn => {
                let Some(sentence) = view.sentence_of(run.start) else {
                    continue;
                };
                let mut content = run;
                // A turn wholly in marks is quoted without them.
                for pair in view.pairs_in(run) {
                    let whole = view.pair(pair);
                    if whole.start == run.start && whole.end == run.end {
                        content = view.inner(pair);
                    }
                }
                let reason = label.and_then(|l| view.span(l)).or_else(|| view.span(run));
                let Some(reason) = reason else { continue };
                let mut made = Candidate::new(
                    QuotationKind::Direct,
                    vec![content],
                    sentence,
                    960,
                    Evidence::new("quote.interview.turn", reason),
                );
                if let Some(label) = label {
                    let colon = (label.start..label.end).rev().find(|&t| view.word(t) == ":");
                    let name = Run::new(label.start, colon.unwrap_or(label.end));
                    made.speaker = if name.is_empty() {
                        SpeakerRef::Unknown
                    } else {
                        SpeakerRef::Words(name)
                    };
                    made.cue = colon.into_iter().collect();
                    made.frame.push(label);
                }
                if !content.is_empty() {
                    chosen.push(made);
                }
            }
            _ => {}
        }
    }
}
