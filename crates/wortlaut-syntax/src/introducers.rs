//! What opens a subordinate clause: a conjunction, a relative pronoun, a question word, *wie*, *so*, *um … zu*.

use wortlaut_lexicon::Category;

use crate::ClauseKind;
use crate::finite::{cluster_start, final_finite, has_zu, verb_final, waits_for_verb};
use crate::heads::{head_after, noun_agreement};
use crate::segment::{Bound, Event};
use crate::word::{Cats, Key, Sentence, Shape, Word};

/// A segment as the builder sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) bound: Bound,
    pub(crate) coordination: bool,
    /// One of the next segments ends in a finite verb.
    pub(crate) awaited: bool,
}

/// The word that opens a subordinate clause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    pub(crate) kind: ClauseKind,
    pub(crate) introducer: usize,
    pub(crate) verbless: bool,
}

impl Opening {
    const fn new(kind: ClauseKind, introducer: usize) -> Self {
        Opening {
            kind,
            introducer,
            verbless: false,
        }
    }
}

pub(crate) fn decide_introducer(sentence: &mut Sentence, opening: &Opening) {
    let word = sentence.at(opening.introducer);
    match opening.kind {
        ClauseKind::Relative => {
            let possessive = matches!(word.key, Key::Deren | Key::Dessen);
            let adverb = !word.key.is_relative_form() && word.key != Key::Was;
            if !possessive && !adverb {
                sentence.decide(opening.introducer, Category::RelativePronoun);
            } else if adverb {
                sentence.decide(opening.introducer, Category::Interrogative);
            } else {
                sentence.decide(opening.introducer, Category::RelativePronoun);
            }
        }
        ClauseKind::Adverbial | ClauseKind::Dass | ClauseKind::Ob | ClauseKind::Infinitive => {
            sentence.decide(opening.introducer, Category::Subordination);
        }
        ClauseKind::Interrogative => sentence.decide(opening.introducer, Category::Interrogative),
        ClauseKind::Comment if word.key == Key::Wie => {
            sentence.decide(opening.introducer, Category::Subordination);
        }
        _ => {}
    }
}

/// What opens a segment, if a word does.
pub(crate) fn introducer(sentence: &Sentence, segment: Segment, next: Option<Event>) -> Option<Opening> {
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    // *auch wenn*, *vor allem weil*, *so dass*, *als ob*.
    for at in start..end.min(start + 3) {
        let word = sentence.at(at);
        match word.key {
            Key::Dass => return Some(Opening::new(dass_kind(sentence, start, at), at)),
            Key::Ob => {
                let kind = if at > start && sentence.at(at - 1).key == Key::Als {
                    ClauseKind::Adverbial
                } else {
                    ClauseKind::Ob
                };
                return Some(Opening::new(kind, at));
            }
            _ => {}
        }
        if at > start && word.cat == Category::Subordination && surely_subordinates(word) {
            return Some(Opening::new(ClauseKind::Adverbial, at));
        }
        // *auch als er kam*
        let subject = matches!(sentence.at(at + 1).key, Key::Nominative | Key::Sie | Key::Es);
        if at > start && word.key == Key::Als && subject && verb_final(sentence, at + 1, end) {
            return Some(Opening::new(ClauseKind::Adverbial, at));
        }
        let modifies = word.cats.any(
            Cats::of(Category::Adverb)
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Preposition))
                .or(Cats::of(Category::Subordination))
                .or(Cats::of(Category::Coordination)),
        );
        if !modifies || word.is_surely_finite() {
            break;
        }
    }
    let at_comma = matches!(
        segment.bound,
        Bound::Comma | Bound::CommaCoordination | Bound::Dash | Bound::Coordination
    );
    let starts = at_comma
        || matches!(
            segment.bound,
            Bound::Start | Bound::Colon | Bound::Semicolon | Bound::Stop
        );
    if first.key == Key::So && segment.bound == Bound::Comma {
        // *…, so Weber*: the source, without a verb.
        let verb = (start + 1..end).any(|at| sentence.at(at).can_be_finite());
        let phrase = sentence.at(start + 1);
        let nominal =
            phrase.is_nominal() || phrase.cat == Category::Determiner || head_after(sentence, start).is_some();
        if !verb && nominal {
            return Some(Opening {
                kind: ClauseKind::Comment,
                introducer: start,
                verbless: true,
            });
        }
    }
    if matches!(first.key, Key::Um | Key::Ohne | Key::Statt) && has_zu(sentence, segment) {
        return Some(Opening::new(ClauseKind::Infinitive, start));
    }
    let asks = first.cats.has(Category::Interrogative) && first.key != Key::Wie;
    if first.cats.has(Category::Subordination) && !asks && (starts || segment.bound == Bound::Split) {
        if surely_subordinates(first) {
            return Some(Opening::new(ClauseKind::Adverbial, start));
        }
        let waits = segment.awaited && at_comma && !(start..end).any(|at| sentence.at(at).can_be_finite());
        if waits || verb_final(sentence, start + 1, end) || waits_for_verb(sentence, start + 1, end, next) {
            let kind = if first.key == Key::Wie {
                wie_kind(sentence, segment)
            } else {
                ClauseKind::Adverbial
            };
            return Some(Opening::new(kind, start));
        }
    }
    if first.key == Key::Wie && starts && verb_final(sentence, start + 1, end) {
        return Some(Opening::new(wie_kind(sentence, segment), start));
    }
    if at_comma {
        if let Some(at) = relative(sentence, segment, next) {
            return Some(Opening::new(ClauseKind::Relative, at));
        }
    }
    interrogative(sentence, segment, starts, next)
}

/// *ohne dass*, *so dass*, *als dass* are adverbial.
pub(crate) fn dass_kind(sentence: &Sentence, start: usize, at: usize) -> ClauseKind {
    if at > start && matches!(sentence.at(at - 1).key, Key::Ohne | Key::So | Key::Als | Key::Statt) {
        ClauseKind::Adverbial
    } else {
        ClauseKind::Dass
    }
}

/// A conjunction that is nothing else.
pub(crate) fn surely_subordinates(word: &Word) -> bool {
    word.cats.has(Category::Subordination)
        && !matches!(
            word.key,
            Key::Als | Key::Wie | Key::So | Key::Um | Key::Ohne | Key::Statt
        )
        && !word.cats.any(
            Cats::of(Category::Adverb)
                .or(Cats::of(Category::Preposition))
                .or(Cats::of(Category::Particle))
                .or(Cats::of(Category::Coordination))
                .or(Cats::of(Category::Interrogative)),
        )
}

/// *wie* with its verb at the end: who said it, unless something is asked for.
pub(crate) fn wie_kind(sentence: &Sentence, segment: Segment) -> ClauseKind {
    let second = sentence.at(segment.start + 1);
    let amount = sentence
        .readings_of(segment.start + 1)
        .iter()
        .any(|reading| matches!(reading.lemma, "viel" | "wenig"));
    let degree = amount
        || second
            .cats
            .any(Cats::of(Category::Adverb).or(Cats::of(Category::Adjective)))
            && !second.cats.any(Cats::of(Category::Determiner))
            && second.shape == Shape::Lower
            && !second.inflected;
    if degree {
        ClauseKind::Interrogative
    } else {
        ClauseKind::Comment
    }
}

/// The relative pronoun that opens a segment: *die*, *in dem*, *deren*.
pub(crate) fn relative(sentence: &Sentence, segment: Segment, next: Option<Event>) -> Option<usize> {
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    let with_preposition = first.cat == Category::Preposition && sentence.at(start + 1).key.is_relative_form();
    let at = if with_preposition { start + 1 } else { start };
    let word = sentence.at(at);
    if !word.key.is_relative_form() {
        return None;
    }
    let finite = final_finite(sentence, at + 1, end);
    let interrupted = matches!(
        next,
        Some(
            Event::Segment {
                bound: Bound::Comma | Bound::Coordination,
                ..
            } | Event::Open(_)
        )
    );
    if finite.is_none() && !interrupted {
        return None;
    }
    if matches!(word.key, Key::Denen | Key::Dessen | Key::Deren | Key::Welch) {
        // *welche Folgen das hat* asks; as a relative pronoun it stands alone.
        let alone = head_after(sentence, at).is_none();
        let possessive = matches!(word.key, Key::Dessen | Key::Deren);
        return (word.key == Key::Denen || possessive || alone).then_some(at);
    }
    if segment.bound == Bound::Coordination {
        return None;
    }
    match head_after(sentence, at) {
        None => {
            if let Some(finite) = finite {
                if finite == at + 1 && end > at + 2 && !with_preposition {
                    // *…, das ist klar*
                    return None;
                }
                let second = sentence.at(at + 1);
                if second.is_surely_finite() && end > at + 2 {
                    return None;
                }
                return Some(at);
            }
            let phrase = sentence.at(at + 1);
            (phrase.is_word() && word.cat != Category::Determiner).then_some(at)
        }
        Some(head) => {
            let agrees = noun_agreement(sentence.at(head)).meets(word.determiner);
            let finite = finite?;
            if !agrees {
                return Some(at);
            }
            if with_preposition {
                return None;
            }
            // An apposition has no verb; a main clause has it right after its first phrase.
            let mut after = head + 1;
            while sentence.at(after).is_nominal() {
                after += 1;
            }
            let antecedent = sentence.at(start.wrapping_sub(2));
            let follows_noun = antecedent.is_nominal() || antecedent.is_quote_mark() || antecedent.is_number();
            if !follows_noun {
                return None;
            }
            let cluster = cluster_start(sentence, at + 1, finite);
            let early = (after..cluster).any(|at| sentence.at(at).is_surely_finite());
            if early || cluster < head {
                return None;
            }
            let ends = finite + 1 == end;
            if cluster == after && ends && cluster == finite {
                // *der Minister, der Reformen plant* and *sagte der Minister, der Plan komme*.
                let subjunctive = sentence.is_subjunctive(finite);
                let fits =
                    noun_agreement(antecedent).meets(word.determiner.or(word.key.pronoun().unwrap_or(word.determiner)));
                return (!subjunctive && fits).then_some(at);
            }
            if cluster == after && !ends && cluster == finite {
                return None;
            }
            (ends || finite + 4 >= end).then_some(at)
        }
    }
}

/// A question word that opens a clause with its verb at the end.
pub(crate) fn interrogative(
    sentence: &Sentence,
    segment: Segment,
    starts: bool,
    next: Option<Event>,
) -> Option<Opening> {
    if !starts {
        return None;
    }
    let Segment { start, end, .. } = segment;
    let first = sentence.at(start);
    let second = sentence.at(start + 1);
    let asks = |word: &Word| {
        matches!(word.key, Key::Wer | Key::Was | Key::Wo | Key::Welch)
            || word.cat == Category::Interrogative
            || word.cats.has(Category::Interrogative) && !word.cats.any(CLOSED_BUT_INTERROGATIVE)
    };
    let at = if asks(first) {
        start
    } else if first.cat == Category::Preposition && asks(second) {
        start + 1
    } else {
        return None;
    };
    if first.key == Key::Wie && !verb_final(sentence, at + 1, end) {
        return None;
    }
    let at_comma = matches!(
        segment.bound,
        Bound::Comma | Bound::CommaCoordination | Bound::Coordination
    );
    let ends = verb_final(sentence, at + 1, end);
    let early = sentence.at(at + 1).is_surely_finite() && end > at + 2;
    let waits = at_comma
        && final_finite(sentence, at + 1, end).is_none()
        && matches!(next, Some(Event::Segment { .. } | Event::Open(_)));
    if !(ends || at_comma && !early && final_finite(sentence, at + 1, end).is_some() || waits) {
        return None;
    }
    let antecedent = sentence.at(start.wrapping_sub(2));
    let adverbial = !matches!(first.key, Key::Wer | Key::Was | Key::Welch | Key::Wie);
    let relative = at_comma
        && (antecedent.is_nominal()
            && (adverbial && sentence.at(at).cats.has(Category::RelativePronoun) || first.key == Key::Was)
            || first.key == Key::Was && antecedent.cat == Category::Pronoun);
    let kind = if relative {
        ClauseKind::Relative
    } else {
        ClauseKind::Interrogative
    };
    Some(Opening::new(kind, at))
}

pub(crate) const CLOSED_BUT_INTERROGATIVE: Cats = Cats::of(Category::Determiner)
    .or(Cats::of(Category::Pronoun))
    .or(Cats::of(Category::Preposition))
    .or(Cats::of(Category::Coordination))
    .or(Cats::of(Category::Adverb))
    .or(Cats::of(Category::Subordination));
