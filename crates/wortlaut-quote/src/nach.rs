//! *nach Angaben der Polizei*, *nach einem Bericht*, *seiner Meinung nach*.

use wortlaut_lexicon::Category;

use crate::candidate::SpeakerRef;
use crate::cue::{Complements, Cues};
use crate::source::{Source, bounded};
use crate::view::{Run, View};

/// Who is meant by *seinen Angaben nach*.
const POSSESSIVES: &[&str] = &["seiner", "seinen", "seinem", "ihrer", "ihren", "ihrem", "eigenen"];

/// *nach Angaben der Polizei*, *nach Ansicht von X*, *nach einem Bericht*, *Ansicht der Polizei nach*.
pub(crate) fn nach(view: &View<'_>, cues: &Cues, sentence: Run, token: usize) -> Option<Source> {
    let next = token + 1;
    if next >= sentence.end {
        return None;
    }
    // *seiner Meinung nach*
    let postposed = token > sentence.start
        && cues
            .noun(view.word(token - 1))
            .is_some_and(|cue| cue.takes(Complements::NACH) && (!cue.source || cue.lemma == "Vernehmen"))
        && (next >= sentence.end || !view.is_wordlike(next) || view.finite_at(next).is_some());
    if postposed {
        let start = view
            .phrase_at(token - 1)
            .and_then(|at| view.phrase(at))
            .map_or(token - 1, |phrase| phrase.core.start().index());
        return Some(Source {
            run: Run::new(start, token + 1),
            cue: token,
            speaker: if view.is_any(start, POSSESSIVES) {
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
pub(crate) fn genitive_end(view: &View<'_>, start: usize) -> Option<usize> {
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
