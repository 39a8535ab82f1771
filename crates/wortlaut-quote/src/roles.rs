//! Who is spoken to, and who speaks where the subject does not tell.

use wortlaut_lexicon::Case;
use wortlaut_syntax::{PhraseKind, VerbGroup};

use crate::candidate::SpeakerRef;
use crate::cue::Cue;
use crate::view::{Run, View};

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

/// Where in the phrase of the speaker the cue's own object begins: *schwärmte die Tänzerin von den Proben*.
pub(crate) fn object_of(view: &View<'_>, cue: &Cue, speaker: SpeakerRef) -> Option<usize> {
    let SpeakerRef::Phrase(at) = speaker else { return None };
    let phrase = view.phrase(at)?;
    let (core, whole) = (Run::of(phrase.core), Run::of(phrase.tokens));
    (core.end..whole.end).find(|&token| cue.prepositions.iter().any(|p| is_preposition(view, token, p)))
}

/// Whether the word is the preposition, also with its article.
pub(crate) fn is_preposition(view: &View<'_>, at: usize, preposition: &str) -> bool {
    view.is(at, preposition)
        || match preposition {
            "zu" => view.is_any(at, &["zum", "zur"]),
            "von" => view.is(at, "vom"),
            "an" => view.is_any(at, &["am", "ans"]),
            "in" => view.is_any(at, &["im", "ins"]),
            "für" => view.is(at, "fürs"),
            "über" => view.is(at, "übers"),
            "vor" => view.is(at, "vorm"),
            _ => false,
        }
}

/// To whom: *gegenüber X*, or the phrase in the case the cue gives its addressee.
pub(crate) fn addressee(
    view: &View<'_>,
    cue: &Cue,
    group: &VerbGroup,
    within: Run,
    speaker: SpeakerRef,
) -> Option<Run> {
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
