//! Which form of a segment is its finite verb: the last in a subordinate clause, the second or first in a main clause.

use wortlaut_lexicon::Category;

use crate::introducers::Segment;
use crate::segment::{Bound, Event};
use crate::word::{Forms, Key, Sentence, VerbClass};

/// Whether a run of words ends in a finite verb and has none before.
pub(crate) fn verb_final(sentence: &Sentence, start: usize, end: usize) -> bool {
    let Some(finite) = final_finite(sentence, start, end) else {
        return false;
    };
    if finite == start && end > start + 1 {
        return false;
    }
    if sentence.at(finite + 1).forms.has(Forms::PAST_PARTICIPLE) && finite + 1 < end {
        return false;
    }
    let cluster = cluster_start(sentence, start, finite);
    let earlier = (start..cluster).any(|at| sentence.at(at).is_surely_finite());
    !earlier
        && (finite + 1 == end || finite + 4 >= end && finite > start + 1 && !followed_by_subject(sentence, finite, end))
}

pub(crate) fn followed_by_subject(sentence: &Sentence, finite: usize, end: usize) -> bool {
    finite + 1 < end && {
        let mark = usize::from(sentence.at(finite + 1).is_quote_mark());
        let next = sentence.at(finite + 1 + mark);
        matches!(
            next.cat,
            Category::Pronoun | Category::Determiner | Category::Name | Category::Noun | Category::Adverb
        )
    }
}

/// A clause whose verb comes after a clause inside it.
pub(crate) fn waits_for_verb(sentence: &Sentence, start: usize, end: usize, next: Option<Event>) -> bool {
    if (start..end).any(|at| sentence.at(at).is_surely_finite()) {
        return false;
    }
    let Some(Event::Segment {
        start: next_start,
        bound: Bound::Comma,
        ..
    }) = next
    else {
        return false;
    };
    let subject = matches!(sentence.at(start).key, Key::Der | Key::Die | Key::Das)
        && sentence.at(start).cat == Category::Determiner;
    subject && sentence.at(next_start).key.is_relative_form()
}

/// The first of the verbs that stand together and end at `last`.
pub(crate) fn cluster_start(sentence: &Sentence, start: usize, last: usize) -> usize {
    let mut at = last;
    while at > start {
        let word = sentence.at(at - 1);
        if word.is_verbal() || word.cat == Category::InfinitiveMarker {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// A doubtful form that its neighbours show to be none: *zu gehen*, *gehen zu lassen*, *bedient worden*.
pub(crate) fn is_nonfinite_here(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.at(at);
    if word.is_surely_finite() {
        return false;
    }
    let next = sentence.at(at + 1);
    let participle = word.forms.has(Forms::PAST_PARTICIPLE) && next.is_verbal() && !next.can_be_finite();
    sentence.before(at).cat == Category::InfinitiveMarker
        || word.forms.has(Forms::INFINITIVE)
            && next.cat == Category::InfinitiveMarker
            && sentence.at(at + 2).is_verbal()
        || word.forms.has(Forms::PAST_PARTICIPLE)
            && next.cat == Category::InfinitiveMarker
            && sentence.at(at + 2).is_verbal()
        || participle
}

/// The finite verb of a run of words with its verb at the end.
pub(crate) fn final_finite(sentence: &Sentence, start: usize, end: usize) -> Option<usize> {
    let mut last = None;
    let mut any = None;
    for at in (start..end).rev() {
        let word = sentence.at(at);
        if word.is_verbal() && last.is_none() {
            last = Some(at);
        }
        if word.can_be_finite() {
            if is_nonfinite_here(sentence, at) {
                continue;
            }
            if word.is_surely_finite() {
                any = Some(at);
                break;
            }
            if any.is_none() {
                any = Some(at);
            }
            if last == Some(at) {
                // Doubtful, but last: *dass sie kommen*. A sure one before it wins only as an auxiliary in front of
                // two infinitives: *hätte kommen können*.
                let cluster = cluster_start(sentence, start, at);
                let front = sentence.at(cluster);
                let substitute = cluster + 1 < at
                    && front.is_surely_finite()
                    && matches!(front.class, VerbClass::Haben | VerbClass::Werden)
                    && sentence.at(at).forms.has(Forms::INFINITIVE);
                if substitute {
                    return Some(cluster);
                }
                let auxiliary = (cluster..at)
                    .find(|&at| sentence.at(at).is_surely_finite() && sentence.at(at).class.is_auxiliary());
                if let Some(auxiliary) = auxiliary.filter(|_| word.forms.has(Forms::PAST_PARTICIPLE)) {
                    // *bis zu 30 wurden geliefert*
                    return Some(auxiliary);
                }
                let sure = (start..cluster).rev().find(|&at| sentence.at(at).is_surely_finite());
                let subject_between = sure.is_some_and(|sure| sure + 1 < cluster);
                if let Some(sure) = sure {
                    if !subject_between
                        || sentence.at(sure).class.takes_infinitive()
                        || sentence.at(sure).class.is_auxiliary()
                    {
                        return Some(sure);
                    }
                }
                return Some(at);
            }
        }
    }
    let finite = any?;
    // *hätte kommen können* where the last is sure is no question; a lone auxiliary in front of infinitives is found too.
    Some(finite)
}

/// The finite verb of a run of words with its verb in first or second place.
pub(crate) fn v2(sentence: &Sentence, start: usize, end: usize) -> Option<usize> {
    let mut doubtful: Option<usize> = None;
    for at in start..end {
        let word = sentence.at(at);
        if !word.can_be_finite() {
            continue;
        }
        if is_nonfinite_here(sentence, at) {
            continue;
        }
        if word.is_surely_finite() {
            if let Some(earlier) = doubtful {
                let first = sentence.at(earlier);
                let auxiliary = first.class != VerbClass::Full;
                let pronoun = |at: usize| matches!(sentence.at(at).key, Key::Nominative | Key::Sie | Key::Es);
                let subject = pronoun(earlier + 1) || earlier > start && pronoun(earlier - 1);
                if first.forms.has(Forms::INFINITIVE) && at > earlier + 1 && (auxiliary || subject) {
                    return Some(earlier);
                }
            }
            return Some(at);
        }
        match doubtful {
            None => doubtful = Some(at),
            Some(earlier) => {
                // *haben* and *werden* are finite rather than the participle or noun before them.
                let first = sentence.at(earlier);
                let before_auxiliary = first.class == VerbClass::Full
                    && word.class != VerbClass::Full
                    && at + 1 < end
                    && first.forms.has(Forms::PAST_PARTICIPLE);
                let guess =
                    first.unknown && !word.unknown && !word.forms.has(Forms::PAST_PARTICIPLE.or(Forms::INFINITIVE));
                if before_auxiliary || guess {
                    doubtful = Some(at);
                }
            }
        }
    }
    let at = doubtful?;
    let word = sentence.at(at);
    let last = at + 1 == end;
    if word.forms.has(Forms::PAST_PARTICIPLE) && last && end - start > 3 {
        // *Alles gut organisiert.*
        let subject = at > start && matches!(sentence.at(at - 1).key, Key::Nominative | Key::Sie);
        return subject.then_some(at);
    }
    if word.forms.has(Forms::INFINITIVE) && last && end - start > 1 {
        // *Bitte nichts anfassen.*: without a phrase that can be its subject it is an infinitive.
        let subject = (start..at).any(|at| {
            let word = sentence.at(at);
            let pronoun = word.cat == Category::Pronoun && word.key != Key::Sich;
            let before = sentence.before(at).cat;
            // *Die beiden kommen.*
            let elliptic = word.cat == Category::Adjective && before == Category::Determiner;
            (word.is_nominal() && before != Category::Preposition) || pronoun || elliptic
        });
        return subject.then_some(at);
    }
    if word.unknown && at == start && !word.forms.has(Forms::PAST_PARTICIPLE) {
        return None;
    }
    Some(at)
}

/// Whether a segment has an infinitive with *zu*.
pub(crate) fn has_zu(sentence: &Sentence, segment: Segment) -> bool {
    (segment.start..segment.end).any(|at| {
        let word = sentence.at(at);
        word.cat == Category::InfinitiveMarker && sentence.at(at + 1).forms.has(Forms::INFINITIVE)
            || word.forms.has(Forms::ZU_INFINITIVE)
    })
}
