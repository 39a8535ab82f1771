//! The choice among proposals that cannot all be true.

use crate::QuotationKind;
use crate::candidate::Candidate;

/// Below this a proposal is not made (thousandths).
const THRESHOLD: u16 = 500;

/// Keeps the best proposals of a sentence: sure ones first, none that says the same words again, is the frame of
/// another's content, or uses its cue for something else.
pub(crate) fn choose(proposals: &mut Vec<Candidate>, from: usize) {
    let mut rest: Vec<Candidate> = proposals.drain(from..).filter(|c| c.score >= THRESHOLD).collect();
    rest.sort_by(|a, b| {
        b.score
            .cmp(&a.score)
            .then_with(|| a.content.first().cmp(&b.content.first()))
            .then_with(|| {
                a.evidence
                    .first()
                    .map(|e| e.rule.as_str())
                    .cmp(&b.evidence.first().map(|e| e.rule.as_str()))
            })
    });
    for candidate in rest {
        let kept = proposals.get(from..).unwrap_or(&[]);
        if !kept.iter().any(|other| conflicts(&candidate, other)) {
            proposals.push(candidate);
        }
    }
}

fn conflicts(new: &Candidate, kept: &Candidate) -> bool {
    if new.shares_content(kept) || new.frames_into(kept) || kept.frames_into(new) {
        return true;
    }
    // One cue may frame an utterance and tell a speech act (*erläuterte die Pläne: „…“*), or frame two utterances.
    // So does *kündigte Folgen an: Man werde …*.
    let act = |one: &Candidate, other: &Candidate| {
        one.kind == QuotationKind::Reported
            && other
                .evidence
                .iter()
                .any(|e| e.rule.as_str().starts_with("quote.frame.colon"))
    };
    new.shares_cue(kept)
        && !act(new, kept)
        && !act(kept, new)
        && new.kind != QuotationKind::Direct
        && kept.kind != QuotationKind::Direct
        && !new.continues
        && !kept.continues
}
