//! Sources named without a verb: *laut X*, *X zufolge*, *nach Angaben von X*, *…, so X*, *Merkel: …*.

use wortlaut_lexicon::{Case, Category};
use wortlaut_syntax::PhraseKind;
use wortlaut_text::Evidence;
use wortlaut_tokenize::ZoneKind;

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cues};
use crate::stage::{Opening, Stage};
use crate::view::{Reporting, Run, View};

/// A source phrase found in a sentence.
struct Source {
    /// The phrase with its preposition, without commas.
    run: Run,
    cue: usize,
    speaker: SpeakerRef,
    score: u16,
    rule: &'static str,
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
            "gemäß" | "Gemäß" | "gemäss" | "Gemäss" => {
                nach(view, cues, stage.run, token).or_else(|| listed(view, cues, stage.run, token))
            }
            "so" => {
                so(stage, token, into);
                None
            }
            _ => listed(view, cues, stage.run, token),
        };
        if let Some(mut source) = source {
            source.run = fill(view, stage.run, source.run);
            around(stage, &source, into);
        }
    }
    headline(stage, into);
}

/// A preposition of the cue list with its source.
fn listed(view: &View<'_>, cues: &Cues, sentence: Run, token: usize) -> Option<Source> {
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
fn phrase_from(view: &View<'_>, token: usize) -> Option<(usize, Run)> {
    let at = view.phrase_at(token)?;
    let phrase = view.phrase(at)?;
    let run = Run::of(phrase.tokens);
    (run.start <= token && Run::of(phrase.core).start >= token.saturating_sub(1)).then_some((at, run))
}

/// The maximal phrase cut at the first finite verb and at the sentence.
fn bounded(view: &View<'_>, run: Run, sentence: Run) -> Run {
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

/// Who is meant by *seinen Angaben nach*.
const POSSESSIVES: &[&str] = &["seiner", "seinen", "seinem", "ihrer", "ihren", "ihrem", "eigenen"];

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

/// *nach Angaben der Polizei*, *nach Ansicht von X*, *nach einem Bericht*, *Ansicht der Polizei nach*.
fn nach(view: &View<'_>, cues: &Cues, sentence: Run, token: usize) -> Option<Source> {
    let next = token + 1;
    if next >= sentence.end {
        return None;
    }
    // *seiner Meinung nach*
    let postposed = token > sentence.start
        && cues
            .noun(view.word(token - 1))
            .is_some_and(|cue| cue.takes(Complements::NACH) && !cue.source)
        && (next >= sentence.end || !view.is_wordlike(next) || view.finite_at(next).is_some());
    if postposed {
        let start = view
            .phrase_at(token - 1)
            .and_then(|at| view.phrase(at))
            .map_or(token - 1, |phrase| phrase.core.start().index());
        return Some(Source {
            run: Run::new(start, token + 1),
            cue: token,
            speaker: if view.category(start) == Category::Determiner {
                SpeakerRef::Words(Run::new(start, start + 1))
            } else {
                SpeakerRef::Unknown
            },
            score: 820,
            rule: "quote.source.nach",
        });
    }
    // The head noun within a few words: *nach ersten Angaben*, *nach einem Bericht*, *nach den Worten*.
    let noun = (next..sentence.end.min(next + 5))
        .take_while(|&at| view.is_wordlike(at) && view.finite_at(at).is_none())
        .find(|&at| view.is_capitalized(at) && (cues.noun(view.word(at)).is_some() || !is_modifier(view, at)))?;
    let cue = cues.noun(view.word(noun)).filter(|cue| cue.takes(Complements::NACH))?;
    let inside = view.phrase_at(noun).and_then(|at| Some((at, view.phrase(at)?)));
    let end = inside.map_or(noun + 1, |(_, phrase)| Run::of(phrase.tokens).end.max(noun + 1));
    // Somebody's words want their genitive, also where the syntax takes it for a phrase of its own.
    let end = if end == noun + 1 && !cue.source {
        genitive_end(view, end).unwrap_or(end)
    } else {
        end
    };
    let run = bounded(view, Run::new(next, end), sentence);
    let rest = Run::new(noun + 1, run.end);
    let possessive = (next..noun).find(|&at| view.is_any(at, POSSESSIVES));
    let speaker = if cue.source {
        match inside {
            Some((at, _)) => SpeakerRef::Phrase(at),
            None => SpeakerRef::Words(run),
        }
    } else if let Some(at) = attribute(view, rest) {
        SpeakerRef::Phrase(at)
    } else if let Some(name) = genitive_before(view, next, noun) {
        SpeakerRef::Words(name)
    } else if view.word(noun).chars().count() > cue.lemma.chars().count() {
        // *Polizeiangaben*
        SpeakerRef::Words(Run::new(noun, noun + 1))
    } else if let Some(at) = possessive {
        SpeakerRef::Words(Run::new(at, at + 1))
    } else if !rest.is_empty() {
        SpeakerRef::Words(view.trim(skip_preposition(view, rest)))
    } else {
        SpeakerRef::Unknown
    };
    Some(Source {
        run: Run::new(token, run.end),
        cue: token,
        speaker,
        score: if cue.source { 800 } else { 900 },
        rule: "quote.source.nach",
    })
}

/// The end of a phrase at `start` that can be a genitive or follows *von*.
fn genitive_end(view: &View<'_>, start: usize) -> Option<usize> {
    let von = usize::from(view.is_any(start, &["von", "vom"]));
    let phrase = view.phrase(view.phrase_at(start + von)?)?;
    let core = Run::of(phrase.core);
    let genitive = view.is_any(
        start,
        &[
            "des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "dieser", "dieses", "mehrerer",
        ],
    );
    (core.start == start + von && (genitive || von == 1)).then(|| Run::of(phrase.tokens).end.max(core.end))
}

/// A capitalised word that stands before the head noun: a name in the genitive, a derived adjective.
fn is_modifier(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.category(at),
        Category::Adjective | Category::Determiner | Category::Name
    )
}

/// The phrase in the genitive or after *von* that follows the noun.
fn attribute(view: &View<'_>, rest: Run) -> Option<usize> {
    view.phrases_in(rest).next()
}

fn skip_preposition(view: &View<'_>, rest: Run) -> Run {
    if view.is_any(rest.start, &["von", "aus"]) {
        Run::new(rest.start + 1, rest.end)
    } else {
        rest
    }
}

/// *nach Webers Angaben*
fn genitive_before(view: &View<'_>, start: usize, noun: usize) -> Option<Run> {
    let run = Run::new(start, noun);
    let span = view.span(run)?;
    let mentions = view.input.mentions;
    let at = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let mention = mentions.get(at).filter(|mention| span.contains(mention.span))?;
    let first = (start..noun).find(|&token| mention.span.contains(view.token_span(token)))?;
    let last = (start..noun)
        .rev()
        .find(|&token| mention.span.contains(view.token_span(token)))?;
    Some(Run::new(first, last + 1))
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
    let before = view.trim(Run::new(stage.run.start, source.run.start));
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

/// *…, so X.* *„…“, so X.* *– so X –*
fn so(stage: &Stage<'_, '_>, token: usize, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(before) = token.checked_sub(1).filter(|&before| before >= stage.run.start) else {
        return;
    };
    let opens = view.word(before) == "," || view.is_dash(before) || view.word(before) == "(";
    let after_mark = view.utterance_at(before).is_some();
    if !opens && !after_mark {
        return;
    }
    let next = token + 1;
    let Some(segment) = stage.segments.iter().find(|segment| segment.run.contains(token)) else {
        return;
    };
    if next >= segment.run.end
        || (next..segment.run.end).any(|at| view.finite_at(at).is_some())
        || view.is_any(next, &["dass", "viel", "gut", "wie", "lange", "sehr", "weit"])
    {
        return;
    }
    let start = if view.is_any(next, &["etwa", "auch", "zum"]) {
        next + 1
    } else {
        next
    };
    let nominal = view.is_capitalized(start)
        || view.phrase_at(start).is_some()
        || matches!(
            view.category(start),
            Category::Determiner | Category::Pronoun | Category::Name | Category::Noun
        );
    if !nominal {
        return;
    }
    let speaker = match phrase_from(view, start) {
        Some((at, _)) => {
            let nominative = view.phrase(at).is_none_or(|phrase| {
                phrase.preposition.is_none()
                    && (phrase.case.contains(Case::Nominative) || phrase.kind == PhraseKind::Name)
            });
            if !nominative {
                return;
            }
            SpeakerRef::Phrase(at)
        }
        None => SpeakerRef::Words(Run::new(start, segment.run.end)),
    };
    // Appositions go on after a comma; the frame ends before the content goes on.
    let mut frame_end = segment.run.end;
    let mut at = stage
        .segments
        .iter()
        .position(|s| s.run.start == segment.run.start)
        .unwrap_or(stage.segments.len())
        + 1;
    let left = Run::new(stage.run.start, before);
    let left = Run::new(stage.told_after_colon(left).unwrap_or(left.start), left.end);
    let left_has_verb = (left.start..left.end).any(|t| view.finite_at(t).is_some());
    while left_has_verb && at < stage.segments.len() {
        if !matches!(stage.opening_at(at), Opening::Verbless | Opening::Subordinate) {
            break;
        }
        frame_end = stage.segments.get(at).map_or(frame_end, |s| s.run.end);
        at += 1;
    }
    let evidence = Evidence::new("quote.source.so", view.token_span(token));
    let frame_start = if opens { before } else { token };
    let trimmed = view.trim(left);
    if let Some(pair) = view.utterance_at(trimmed.end.saturating_sub(1)) {
        let mut made = Candidate::new(
            QuotationKind::Direct,
            vec![view.inner(pair)],
            stage.sentence,
            950,
            evidence,
        );
        made.cue.push(token);
        made.speaker = speaker;
        made.frame.push(Run::new(view.pair(pair).end, frame_end));
        into.push(made);
        return;
    }
    if trimmed.is_empty() {
        return;
    }
    let rest = Run::new(frame_end, stage.run.end);
    let mut made = Candidate::new(QuotationKind::Indirect, vec![left, rest], stage.sentence, 930, evidence);
    made.cue.push(token);
    made.speaker = speaker;
    made.medium = Some(crate::Medium::SpeechOrWriting);
    let close = if frame_end < stage.run.end && view.word(frame_end) == "," {
        frame_end + 1
    } else {
        frame_end
    };
    made.frame.push(Run::new(frame_start, close));
    into.push(made);
}

/// *Weber: Europa muss mehr tun* – only in a headline, only after a name.
fn headline(stage: &Stage<'_, '_>, into: &mut Vec<Candidate>) {
    let view = stage.view;
    if view.zone(stage.run.start) != Some(ZoneKind::Headline) {
        return;
    }
    let Some(colon) = (stage.run.start..stage.run.end.min(stage.run.start + 6)).find(|&t| view.word(t) == ":") else {
        return;
    };
    let label = Run::new(stage.run.start, colon);
    let Some(span) = view.span(label) else { return };
    let named = view
        .input
        .mentions
        .iter()
        .skip(view.input.mentions.partition_point(|m| m.span.start() < span.start()))
        .take_while(|m| m.span.start() < span.end())
        .any(|mention| {
            mention.span.end() == span.end()
                && mention
                    .entity
                    .get(view.input.entities)
                    .is_some_and(|e| matches!(e.kind, wortlaut_text::EntityKind::Person))
        });
    let content = view.trim(Run::new(colon + 1, stage.run.end));
    if !named || content.is_empty() {
        return;
    }
    let pair = view.utterance_at(content.start).or_else(|| {
        view.pairs_in(content)
            .find(|&pair| view.pair(pair).start == content.start && view.pair(pair).end >= content.end)
    });
    let evidence = Evidence::new("quote.headline.colon", view.token_span(colon));
    let (kind, content) = match pair {
        Some(pair) if view.pair(pair).end >= content.end => (QuotationKind::Direct, view.inner(pair)),
        _ => (QuotationKind::Indirect, content),
    };
    let mut made = Candidate::new(kind, vec![content], stage.sentence, 800, evidence);
    made.frame.push(Run::new(stage.run.start, colon + 1));
    made.speaker = phrase_from(view, label.start)
        .filter(|(_, run)| run.end <= colon)
        .map_or(SpeakerRef::Words(label), |(at, _)| SpeakerRef::Phrase(at));
    into.push(made);
}
