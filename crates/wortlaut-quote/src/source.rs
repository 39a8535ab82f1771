//! Sources named without a verb: *laut X*, *X zufolge*, *nach Angaben von X* – the phrase and what it vouches for.

use wortlaut_lexicon::Category;
use wortlaut_text::Evidence;
use wortlaut_tokenize::TokenKind;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::Cues;
use crate::nach::nach;
use crate::so;
use crate::stage::{Opening, Stage};
use crate::view::{Reporting, Run, View};

/// A source phrase found in a sentence.
pub(crate) struct Source {
    /// The phrase with its preposition, without commas.
    pub(crate) run: Run,
    pub(crate) cue: usize,
    pub(crate) speaker: SpeakerRef,
    pub(crate) score: u16,
    pub(crate) rule: &'static str,
}

/// Proposes the quotations of the source phrases of a sentence.
pub(crate) fn propose(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for token in stage.run.start..stage.run.end {
        if view.utterance_at(token).is_some() {
            continue;
        }
        let source = match view.word(token) {
            "nach" | "Nach" => nach(view, cues, stage.run, token),
            "aus" | "Aus" => nach(view, cues, stage.run, token)
                .filter(|source| source.speaker != SpeakerRef::Unknown && is_view(view, token + 1)),
            "gemäß" | "Gemäß" | "gemäss" | "Gemäss" => {
                nach(view, cues, stage.run, token).or_else(|| listed(view, cues, stage.run, token))
            }
            "Folge" if view.is(token.saturating_sub(1), "zu") => {
                zufolge(view, stage.run, token - 1).map(|source| Source {
                    run: Run::new(source.run.start, token + 1),
                    ..source
                })
            }
            "so" => {
                so::propose(stage, token, into);
                None
            }
            _ => listed(view, cues, stage.run, token),
        };
        if let Some(mut source) = source {
            source.run = fill(view, stage.run, source.run);
            around(stage, &source, into);
        }
    }
}

/// *aus Sicht der Verteidigung*, *aus der Perspektive des Trainers*
fn is_view(view: &View<'_>, start: usize) -> bool {
    (start..start + 2).any(|token| view.is_any(token, &["sicht", "perspektive", "warte", "blickwinkel"]))
}

/// A preposition of the cue list with its source.
fn listed(view: &View<'_>, cues: &Cues, sentence: Run, token: usize) -> Option<Source> {
    if !cues.may_be_preposition(view.word(token)) {
        return None;
    }
    let cue = cues.prepositions().find(|cue| view.is(token, &cue.lemma))?;
    if cue.after {
        zufolge(view, sentence, token)
    } else if cue.safe {
        laut(view, sentence, token)
    } else {
        gemaess(view, sentence, token)
    }
}

/// A source that opens the sentence reaches to its verb, which stands second.
fn fill(view: &View<'_>, sentence: Run, run: Run) -> Run {
    if run.start != sentence.start {
        return run;
    }
    let Some(finite) = (run.end..sentence.end.min(run.end + 16)).find(|&token| view.finite_at(token).is_some()) else {
        return run;
    };
    let named = (run.end..finite).all(|token| {
        let pronoun = view.category(token) == Category::Pronoun;
        !pronoun && view.utterance_at(token).is_none() && !matches!(view.word(token), "," | ":" | ";")
    });
    if named { Run::new(run.start, finite) } else { run }
}

/// The phrase that starts at a token, if one does.
pub(crate) fn phrase_from(view: &View<'_>, token: usize) -> Option<(usize, Run)> {
    let at = view.phrase_at(token)?;
    let phrase = view.phrase(at)?;
    let run = Run::of(phrase.tokens);
    (run.start <= token && Run::of(phrase.core).start >= token.saturating_sub(1)).then_some((at, run))
}

/// The maximal phrase cut at the first finite verb and at the sentence.
pub(crate) fn bounded(view: &View<'_>, run: Run, sentence: Run) -> Run {
    let end = (run.start..run.end.min(sentence.end))
        .find(|&token| view.finite_at(token).is_some())
        .unwrap_or(run.end.min(sentence.end));
    view.trim(Run::new(run.start, end))
}

/// *laut Polizei*, *laut einer Studie der Bank*.
fn laut(view: &View<'_>, sentence: Run, token: usize) -> Option<Source> {
    if token + 1 >= sentence.end
        // *laut singen*, *laut lachende Kinder*
        || (view.is(token, "laut")
            && matches!(view.category(token), Category::Adverb | Category::Adjective)
            && !view.is_capitalized(token + 1))
    {
        return None;
    }
    let next = token + 1;
    let starts_phrase = view.is_capitalized(next)
        || matches!(
            view.category(next),
            Category::Determiner | Category::Adjective | Category::Numeral
        )
        || view.kind(next) == Some(TokenKind::Url)
        || view.is_mark(next);
    if !starts_phrase || view.is_end(next) {
        return None;
    }
    let (speaker, run) = match phrase_from(view, next) {
        Some((at, run)) => (SpeakerRef::Phrase(at), bounded(view, run, sentence)),
        None => {
            let run = words_from(view, next, sentence);
            (SpeakerRef::Words(run), run)
        }
    };
    Some(Source {
        run: Run::new(token, run.end.max(next + 1)),
        cue: token,
        speaker,
        score: 900,
        rule: "quote.source.laut",
    })
}

/// *gemäß einem Sprecher*, not *gemäß dem Vertrag*: as *laut*, if the phrase can speak.
fn gemaess(view: &View<'_>, sentence: Run, token: usize) -> Option<Source> {
    let (at, _) = phrase_from(view, token + 1)?;
    crate::reported::speaks(view, at).filter(|&trust| trust >= 900)?;
    laut(view, sentence, token)
}

/// A run of capitalised words and what stands in marks, where the syntax has no phrase.
fn words_from(view: &View<'_>, start: usize, sentence: Run) -> Run {
    let mut end = start;
    while end < sentence.end {
        let goes_on = view.is_capitalized(end)
            || view.is_mark(end)
            || matches!(view.category(end), Category::Determiner | Category::Adjective);
        if !goes_on || view.finite_at(end).is_some() {
            break;
        }
        end += 1;
    }
    Run::new(start, end.max(start + 1))
}

/// *der Polizei zufolge*, *einem Bericht zufolge*, *Angaben der Polizei zufolge*.
fn zufolge(view: &View<'_>, sentence: Run, token: usize) -> Option<Source> {
    let last = token.checked_sub(1).filter(|&last| last >= sentence.start)?;
    // The phrase that ends before the word; its maximal form when that, too, ends there.
    let mut found = None;
    for at in view.phrases_in(sentence) {
        let phrase = view.phrase(at)?;
        let (core, whole) = (Run::of(phrase.core), Run::of(phrase.tokens));
        if core.start > last {
            break;
        }
        if core.contains(last) || whole.contains(last) {
            found = Some((at, whole));
            break;
        }
    }
    let (speaker, start) = match found {
        Some((at, run)) => (SpeakerRef::Phrase(at), run.start),
        None => {
            let mut start = last;
            while start > sentence.start
                && (view.is_capitalized(start - 1) || view.category(start - 1) == Category::Determiner)
            {
                start -= 1;
            }
            (SpeakerRef::Words(Run::new(start, token)), start)
        }
    };
    Some(Source {
        run: Run::new(start.max(sentence.start), token + 1),
        cue: token,
        speaker,
        score: 930,
        rule: "quote.source.zufolge",
    })
}

/// Where the clause of a source ends: before a colon that another clause with a frame follows (*Laut Kennern ist es
/// eng: Viele wollten hinein, sagte X*), or with the sentence.
fn before_colon(stage: &Stage<'_, '_>, from: usize) -> usize {
    let view = stage.view;
    let end = stage.run.end;
    let Some(colon) = (from..end).find(|&token| view.word(token) == ":") else {
        return end;
    };
    let told = (from..colon).any(|token| view.finite_at(token).is_some());
    let framed = (colon + 1..end).any(|token| {
        view.utterance_at(token).is_none()
            && view.word(token.saturating_sub(1)) == ","
            && view
                .finite_at(token)
                .is_some_and(|(_, group)| crate::cue::is_common_frame(&group.lemma))
    });
    if told && framed { colon } else { end }
}

/// Where the clause of a source starts: behind a colon with a clause on either side (*Der Verein bangt: Kern zog sich nach
/// Vereinsangaben einen Riss zu*).
fn behind_colon(stage: &Stage<'_, '_>, source: &Source) -> usize {
    let view = stage.view;
    let start = stage.run.start;
    let Some(colon) = (start..source.run.start).rev().find(|&token| view.word(token) == ":") else {
        return start;
    };
    let clause = |run: Run| (run.start..run.end).any(|token| view.finite_at(token).is_some());
    if clause(Run::new(start, colon)) && clause(Run::new(colon, stage.run.end)) {
        colon + 1
    } else {
        start
    }
}

/// Where the narrator goes on in a main clause of his own: *Das Haus ist laut Polizei leer, zwei Mieter kamen bei Freunden
/// unter*. A source in the midst of a clause vouches for that clause.
fn before_narration(stage: &Stage<'_, '_>, source: &Source) -> usize {
    let view = stage.view;
    let inside = (stage.run.start..source.run.start).any(|token| view.finite_at(token).is_some());
    let Some(own) = stage.segment_of(source.cue).filter(|_| inside) else {
        return stage.run.end;
    };
    (own + 1..stage.segments.len())
        .find(|&at| {
            let run = stage.run_at(at);
            let subject_first = stage.finite_of(at).is_some_and(|group| {
                let finite = group.finite.map_or(run.start, |f| f.index());
                // *…, einer soll geflohen sein*: hearsay from the same source.
                let hearsay = group.modal.as_deref() == Some("sollen");
                view.reporting(group) == Reporting::No && finite > run.start && !hearsay
            });
            stage.opening_at(at) == Opening::Main
                && subject_first
                && !view.is_any(run.start, &["und", "oder", "sondern"])
                && (stage.delimiter_is(at, ",") || stage.delimiter_is(at, ";"))
        })
        .and_then(|at| stage.segments.get(at)?.after)
        .unwrap_or(stage.run.end)
}

/// The content is what the sentence says around the phrase.
fn around(stage: &Stage<'_, '_>, source: &Source, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let cue_span = view.token_span(source.cue);
    let evidence = Evidence::new(source.rule, cue_span);
    let before = view.trim(Run::new(behind_colon(stage, source), source.run.start));
    let end = before_colon(stage, source.run.end).min(before_narration(stage, source));
    let after = view.trim(Run::new(source.run.end, end));
    // A whole utterance in marks beside it is direct speech.
    for side in [before, after] {
        let Some(pair) = (!side.is_empty()).then(|| view.utterance_at(side.start)).flatten() else {
            continue;
        };
        if view.pair(pair).end >= side.end {
            let mut made = Candidate::new(
                QuotationKind::Direct,
                vec![view.inner(pair)],
                stage.sentence,
                source.score,
                evidence.clone(),
            );
            made.cue.push(source.cue);
            made.frame.push(source.run);
            made.speaker = source.speaker;
            into.push(made);
            return;
        }
    }
    let has_verb = [before, after]
        .iter()
        .any(|run| (run.start..run.end).any(|token| view.finite_at(token).is_some()));
    if !has_verb && view.trim(stage.run).len() < source.run.len() + 3 {
        return;
    }
    let mut made = Candidate::new(
        QuotationKind::Indirect,
        vec![before, after],
        stage.sentence,
        if has_verb { source.score } else { source.score / 2 },
        evidence,
    );
    made.cue.push(source.cue);
    made.frame.push(source.run);
    made.speaker = source.speaker;
    made.medium = Some(crate::Medium::SpeechOrWriting);
    into.push(made);
}
