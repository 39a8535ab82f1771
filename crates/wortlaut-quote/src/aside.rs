//! What stands behind a frame within its content: more about the speaker, or what is said.
//!
//! *Das sei teuer, so Holm, die Leiterin der Stelle* – *Er habe, so Holm, nichts gesehen*.

use wortlaut_lexicon::{Case, Category};
use wortlaut_syntax::{ClauseKind, PhraseKind};

use crate::reported::speaks;
use crate::stage::{Opening, Stage, strongest};
use crate::view::{Reporting, Run, View};

/// Conjunctions of clauses in which the narrator tells when something was said.
const CIRCUMSTANCES: &[&str] = &[
    "als",
    "nachdem",
    "bevor",
    "ehe",
    "während",
    "bis",
    "kurz",
    "noch",
    "unmittelbar",
];

/// Whether the segment at `at`, behind an inserted frame, belongs to the frame: an apposition to the speaker, a relative
/// clause about him, when he said it. `left` is the content before the frame.
pub(crate) fn is_of_frame(stage: &Stage<'_, '_>, at: usize, left: Run) -> bool {
    let view = stage.view;
    let run = stage.run_at(at);
    match stage.opening_at(at) {
        Opening::Subordinate => {
            let relative =
                (run.start..run.end.min(run.start + 2)).any(|token| view.category(token) == Category::RelativePronoun);
            (relative || view.is_any(run.start, CIRCUMSTANCES)) && strongest(view, run) == Reporting::No
        }
        Opening::Verbless => !is_open(view, left, run) && names_speaker(view, run),
        _ => false,
    }
}

/// Whether what was said before the frame is still to be completed: the rest of its verb follows, or nothing has followed
/// its verb yet.
fn is_open(view: &View<'_>, left: Run, next: Run) -> bool {
    let waits = (left.start..left.end)
        .filter(|&token| view.utterance_at(token).is_none())
        .filter_map(|token| view.finite_at(token))
        .any(|(_, group)| group.tokens.iter().any(|token| token.index() >= next.start));
    let last = view.trim_end(left).end.saturating_sub(1);
    let bare = view.finite_at(last).is_some_and(|(_, group)| {
        view.clause_of(group)
            .is_none_or(|clause| clause.kind == ClauseKind::Main)
    });
    waits || bare
}

/// Whether a segment without a verb tells who the speaker is: a noun or a name that can speak, in the nominative.
fn names_speaker(view: &View<'_>, run: Run) -> bool {
    if matches!(run.len(), 1) && view.category(run.start) == Category::Numeral {
        return true;
    }
    let Some(at) = (run.start..run.end.min(run.start + 3)).find_map(|token| view.phrase_at(token)) else {
        return false;
    };
    view.phrase(at).is_some_and(|phrase| {
        let core = Run::of(phrase.core);
        core.start <= run.start + 1
            && phrase.preposition.is_none()
            && phrase.kind != PhraseKind::Pronoun
            && (phrase.case.contains(Case::Nominative) || phrase.kind == PhraseKind::Name)
            && speaks(view, at).is_some_and(|trust| trust >= 900)
            && !view.is_any(core.start, &["den", "dem", "des", "einen", "einem", "eines"])
    })
}
