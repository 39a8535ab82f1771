//! A sentence as the frame rules see it: its segments, and what each begins.

use wortlaut_lexicon::Category;
use wortlaut_syntax::{ClauseKind, VerbGroup};

use crate::view::{Reporting, Run, Segment, View};

/// What sort of clause a segment begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    Dass,
    Ob,
    Wh,
    /// *der*, *weil*, *wenn*: it depends on something else.
    Subordinate,
    /// *wie X sagte*
    Wie,
    /// *um … zu*, *… zu …*, without a finite verb.
    Infinitive,
    /// A finite verb in first or second place.
    Main,
    /// No verb of its own.
    Verbless,
    /// An utterance in marks.
    Marked,
}

/// What a segment begins.
pub(crate) fn opening(view: &View<'_>, segment: &Segment) -> Opening {
    if segment.pair.is_some() {
        return Opening::Marked;
    }
    let mut first = segment.run.start;
    while first < segment.run.end && (view.is_mark(first) || view.is_any(first, &["und", "oder", "aber", "sowie"])) {
        first += 1;
    }
    if view.is_any(first, &["dass", "daß"]) {
        return Opening::Dass;
    }
    if view.is(first, "ob") {
        return Opening::Ob;
    }
    let finite = view.first_finite(segment.run);
    let wie = first + usize::from(view.is_any(first, &["denn", "doch"]));
    if view.is(wie, "wie") && finite.is_some_and(|(_, group)| is_last_verb(view, group, segment.run)) {
        return Opening::Wie;
    }
    if let Some((_, group)) = finite {
        let place = group.finite.map_or(0, |f| f.index());
        let kind = view.clause_of(group).map(|clause| clause.kind);
        let wh = view.category(first) == Category::Interrogative
            || view.is_any(
                first,
                &[
                    "wer", "was", "wann", "warum", "weshalb", "wieso", "wo", "wohin", "woher", "wem", "wen", "wieviel",
                ],
            )
            || (view.is_any(first, &["welche", "welcher", "welches", "welchen", "welchem"])
                && kind == Some(ClauseKind::Interrogative));
        if wh && place > first + 1 {
            return Opening::Wh;
        }
        let subordinate = match kind {
            Some(ClauseKind::Relative | ClauseKind::Adverbial) => {
                place > first
                    && view
                        .clause_of(group)
                        .is_some_and(|clause| clause.tokens.start().index() + 2 >= first)
            }
            _ => false,
        };
        if subordinate || view.category(first) == Category::Subordination {
            return Opening::Subordinate;
        }
        return Opening::Main;
    }
    let infinitive = (segment.run.start..segment.run.end)
        .filter_map(|token| view.verb_at(token))
        .any(|(_, group)| group.finite.is_none());
    if infinitive {
        return Opening::Infinitive;
    }
    Opening::Verbless
}

/// Whether only the verbs of the group stand from the finite verb to the end: the verb is last.
fn is_last_verb(view: &View<'_>, group: &VerbGroup, run: Run) -> bool {
    let Some(finite) = group.finite else { return false };
    let from = finite.index();
    from > run.start
        && (from + 1..run.end)
            .take(12)
            .filter(|&token| view.is_wordlike(token))
            // After the verb of a comment only adverbial phrases: *wie X sagte am Montag* does not occur, but *hat* may.
            .count()
            <= 3
}

/// The sentence as the frame rules see it.
pub(crate) struct Stage<'s, 'v> {
    pub(crate) view: &'s View<'v>,
    pub(crate) sentence: usize,
    pub(crate) run: Run,
    pub(crate) segments: &'s [Segment],
    pub(crate) openings: &'s [Opening],
}

impl Stage<'_, '_> {
    pub(crate) fn segment_of(&self, token: usize) -> Option<usize> {
        let at = self.segments.partition_point(|segment| segment.run.end <= token);
        self.segments.get(at).filter(|s| s.run.contains(token)).map(|_| at)
    }

    pub(crate) fn run_at(&self, at: usize) -> Run {
        self.segments.get(at).map_or(Run::new(0, 0), |segment| segment.run)
    }

    pub(crate) fn opening_at(&self, at: usize) -> Opening {
        self.openings.get(at).copied().unwrap_or(Opening::Verbless)
    }

    pub(crate) fn finite_of(&self, at: usize) -> Option<&VerbGroup> {
        self.view.first_finite(self.run_at(at)).map(|(_, group)| group)
    }

    /// Where reported speech starts behind a colon whose other side is the narrator's: *Kritik kam aus Rom: Höhere Zinsen
    /// träfen …*.
    pub(crate) fn told_after_colon(&self, run: Run) -> Option<usize> {
        let view = self.view;
        let colon = (run.start..run.end)
            .rev()
            .find(|&token| view.word(token) == ":" && view.utterance_at(token).is_none())?;
        let before = Run::new(run.start, colon);
        let (_, group) = view.first_finite(Run::new(colon + 1, run.end))?;
        // A form that may be either mood is speech where the other side has a source of its own.
        let sourced = group.mood_ambiguous && view.is_any(run.start, &["laut", "nach"]);
        let told = view.reporting(group) >= Reporting::Possible || sourced;
        (told && strongest(view, before) == Reporting::No).then_some(colon + 1)
    }

    pub(crate) fn delimiter_is(&self, at: usize, word: &str) -> bool {
        self.segments
            .get(at)
            .and_then(|segment| segment.after)
            .is_some_and(|token| self.view.word(token) == word)
    }
}

/// The strongest mood of the finite verbs in a run.
pub(crate) fn strongest(view: &View<'_>, run: Run) -> Reporting {
    (run.start..run.end)
        .filter_map(|token| view.finite_at(token))
        .map(|(_, group)| view.reporting(group))
        .max()
        .unwrap_or(Reporting::No)
}
