//! A quotation in the making: what one rule proposes, in token positions, before the choice among proposals.

use wortlaut_text::Evidence;
use wortlaut_tokenize::{TokenKind, ZoneKind};

use crate::view::{Run, View};
use crate::{Medium, QuotationKind};

/// Who a rule takes to be the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpeakerRef {
    /// The noun phrase at this position of the syntax.
    Phrase(usize),
    /// Words that are no phrase of the syntax.
    Words(Run),
    /// Whoever spoke last.
    Last,
    /// The text does not tell.
    Unknown,
}

/// A proposal.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) kind: QuotationKind,
    pub(crate) content: Vec<Run>,
    pub(crate) cue: Vec<usize>,
    pub(crate) frame: Vec<Run>,
    pub(crate) speaker: SpeakerRef,
    /// Where the object of the cue begins, which is no part of the speaker: *schwärmte X von …*.
    pub(crate) object: Option<usize>,
    pub(crate) addressee: Option<Run>,
    pub(crate) medium: Option<Medium>,
    /// The sentence of the frame, or of the content where there is none.
    pub(crate) sentence: usize,
    /// It goes on with the quotation chosen before it.
    pub(crate) continues: bool,
    /// In thousandths.
    pub(crate) score: u16,
    pub(crate) evidence: Vec<Evidence>,
}

impl Candidate {
    pub(crate) fn new(kind: QuotationKind, content: Vec<Run>, sentence: usize, score: u16, reason: Evidence) -> Self {
        Candidate {
            kind,
            content,
            cue: Vec::new(),
            frame: Vec::new(),
            speaker: SpeakerRef::Unknown,
            object: None,
            addressee: None,
            medium: None,
            sentence,
            continues: false,
            score,
            evidence: vec![reason],
        }
    }

    /// Whether some of the content is the same words.
    pub(crate) fn shares_content(&self, other: &Candidate) -> bool {
        self.content
            .iter()
            .any(|mine| other.content.iter().any(|theirs| mine.overlaps(*theirs)))
    }

    /// Whether the frame of the one stands in the content of the other.
    pub(crate) fn frames_into(&self, other: &Candidate) -> bool {
        self.cue
            .iter()
            .any(|&cue| other.content.iter().any(|run| run.contains(cue)))
    }

    pub(crate) fn shares_cue(&self, other: &Candidate) -> bool {
        self.cue.iter().any(|cue| other.cue.contains(cue))
    }

    /// Drops what is empty after trimming; tells whether content is left.
    pub(crate) fn tidy(&mut self, view: &View<'_>) -> bool {
        let direct = self.kind == QuotationKind::Direct;
        for run in &mut self.content {
            *run = if direct {
                trim_comma(view, *run)
            } else {
                without_half_marks(view, view.trim(after_dateline(view, *run)))
            };
        }
        self.content.retain(|run| !run.is_empty());
        self.content.sort_unstable();
        self.frame.retain(|run| !run.is_empty());
        self.frame.sort_unstable();
        self.cue.sort_unstable();
        self.cue.dedup();
        !self.content.is_empty()
    }
}

/// The run without the dateline at its start: nobody says *Bremen (dpa) –*.
fn after_dateline(view: &View<'_>, run: Run) -> Run {
    if view.zone(run.start) != Some(ZoneKind::Dateline) {
        return run;
    }
    let start = (run.start..run.end)
        .find(|&token| view.zone(token) != Some(ZoneKind::Dateline))
        .unwrap_or(run.end);
    Run::new(start, run.end)
}

/// The run without a mark at either end whose partner is outside: *glaubt, »dass das Stück trägt«*.
fn without_half_marks(view: &View<'_>, run: Run) -> Run {
    let marks = &view.input.tokens.marks;
    let Some(last) = run.end.checked_sub(1).filter(|&last| last > run.start) else {
        return run;
    };
    if view.kind(last) != Some(TokenKind::QuoteClose) {
        return run;
    }
    // Pairs that open within the run and close at its end have both marks inside.
    let inside = view.pairs_in(run).any(|pair| {
        marks
            .get(pair)
            .and_then(|pair| pair.close)
            .is_some_and(|close| close.index() == last)
    });
    if inside {
        run
    } else {
        view.trim(Run::new(run.start, last))
    }
}

/// Direct speech keeps its final full stop, not its final comma.
fn trim_comma(view: &View<'_>, run: Run) -> Run {
    if !run.is_empty() && view.word(run.end - 1) == "," {
        Run::new(run.start, run.end - 1)
    } else {
        run
    }
}
