//! Who speaks in a clause: the subject of the cue, from the clause or from where subjects stand in German.

use wortlaut_lexicon::{Case, Category, Lexicon, RoleKind};
use wortlaut_syntax::{ClauseKind, NounPhrase, PhraseKind, VerbGroup};

use crate::candidate::{Candidate, SpeakerRef};
use crate::person;
use crate::view::{Run, View};

/// The speaker of a cue verb. `within` is the stretch its frame may cover.
pub(crate) fn of_verb(view: &View<'_>, group: &VerbGroup, within: Run) -> SpeakerRef {
    if view.is_passive(group) {
        return agent(view, within);
    }
    let finite = group.finite.unwrap_or(group.main).index();
    // *Er sagte, sie sei krank und fügte hinzu: …*: the subject is that of the sentence.
    if finite > 0 && view.is_any(finite - 1, &["und", "aber", "sowie"]) {
        if let Some(at) = first_subject(view, finite) {
            return SpeakerRef::Phrase(at);
        }
    }
    // *…, der ankündigte, …*: the relative pronoun stands for the phrase before the comma.
    if let Some(found) = antecedent(view, group) {
        return SpeakerRef::Phrase(found);
    }
    if let Some(clause) = view.clause_of(group) {
        if let Some(subject) = clause.subject {
            let fits = subject
                .get(&view.input.syntax.phrases)
                .is_some_and(|phrase| within.contains(phrase.core.start().index()) && can_speak(view, phrase, group));
            if fits {
                return SpeakerRef::Phrase(better(view, group, within, subject.index()));
            }
        }
    }
    let after = view.phrases_in(Run::new(finite + 1, within.end)).find(|&at| {
        view.phrase(at)
            .is_some_and(|phrase| is_subject_like(view, phrase, group))
    });
    let before = view.phrases_in(Run::new(within.start, finite)).rev().find(|&at| {
        view.phrase(at)
            .is_some_and(|phrase| is_subject_like(view, phrase, group))
    });
    // Verb first: the subject follows. Otherwise what stands before the verb is it, when it can be.
    let verb_first = within.start == finite || !view.is_wordlike(finite.saturating_sub(1));
    let found = if verb_first { after.or(before) } else { before.or(after) };
    let shared = || is_shared(view, finite).then(|| first_subject(view, finite)).flatten();
    let found = found.or_else(shared);
    found.map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}

/// Whether the clause of a verb can share the subject before it: *Er räumte Fehler ein, wies aber die Vorwürfe zurück*.
pub(crate) fn is_shared(view: &View<'_>, finite: usize) -> bool {
    finite > 0 && view.word(finite - 1) == "," && view.is_any(finite + 1, &["aber", "jedoch", "zugleich"])
}

/// The subject of the sentence's first main clause, before a token.
fn first_subject(view: &View<'_>, before: usize) -> Option<usize> {
    let sentence = view.sentence(view.sentence_of(before)?);
    let (_, group) = view.first_finite(Run::new(sentence.start, before))?;
    let clause = view.clause_of(group).filter(|clause| clause.kind == ClauseKind::Main)?;
    let subject = clause.subject?.get(&view.input.syntax.phrases)?;
    can_speak(view, subject, group).then_some(clause.subject?.index())
}

/// The subject, or a phrase that can speak when the subject cannot and the phrase could be the subject as well.
fn better(view: &View<'_>, group: &VerbGroup, within: Run, subject: usize) -> usize {
    let speaks = |at: usize| crate::reported::speaks(view, at).unwrap_or(0);
    if speaks(subject) >= 700 {
        return subject;
    }
    view.phrases_in(within)
        .find(|&at| {
            speaks(at) >= 900
                && view
                    .phrase(at)
                    .is_some_and(|phrase| is_subject_like(view, phrase, group))
        })
        .unwrap_or(subject)
}

/// *von der Ministerin kritisiert*
fn agent(view: &View<'_>, within: Run) -> SpeakerRef {
    view.phrases_in(within)
        .find(|&at| {
            view.phrase(at).is_some_and(|phrase| {
                phrase
                    .preposition
                    .is_some_and(|p| view.is_any(p.index(), &["von", "vom", "seitens"]))
            })
        })
        .map_or(SpeakerRef::Unknown, SpeakerRef::Phrase)
}

/// The phrase a relative clause with the cue belongs to, when its pronoun is the subject.
fn antecedent(view: &View<'_>, group: &VerbGroup) -> Option<usize> {
    let clause = view.clause_of(group)?;
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let introducer = clause.introducer?.index();
    if !view.is_any(introducer, &["der", "die", "das", "welcher", "welche", "welches"]) {
        return None;
    }
    // Another subject in the clause: the pronoun is an object.
    if let Some(subject) = view.input.syntax.subject_of(clause) {
        if subject.core.start().index() > introducer {
            return None;
        }
    }
    let comma = introducer.checked_sub(1)?;
    let last = comma.checked_sub(1)?;
    (last.saturating_sub(12)..=last)
        .rev()
        .filter_map(|token| view.phrase_at(token))
        .find(|&at| view.phrase(at).is_some_and(|phrase| phrase.preposition.is_none()))
}

/// Whether a phrase can be the subject of a verb: no preposition, nominative possible, numbers agree, no time.
fn is_subject_like(view: &View<'_>, phrase: &NounPhrase, group: &VerbGroup) -> bool {
    // *hakte Ott nach*: the particle is no postposition.
    phrase
        .preposition
        .is_none_or(|word| group.particle == Some(word) || group.tokens.contains(&word))
        && phrase.case.contains(Case::Nominative)
        && agrees(phrase, group)
        && !view.is_time(Run::of(phrase.core))
        && can_speak(view, phrase, group)
}

fn agrees(phrase: &NounPhrase, group: &VerbGroup) -> bool {
    match (phrase.number, group.number) {
        (Some(phrase), Some(verb)) => phrase == verb,
        _ => true,
    }
}

/// *es*, *das*, *sich* and what stands in an utterance say nothing.
fn can_speak(view: &View<'_>, phrase: &NounPhrase, group: &VerbGroup) -> bool {
    let head = phrase.head.index();
    if view.utterance_at(head).is_some() || group.tokens.iter().any(|token| token.index() == head) {
        return false;
    }
    // *(WHO)* says again who was named before the bracket.
    if head > 0 && view.word(head - 1) == "(" {
        return false;
    }
    if phrase.kind == PhraseKind::Pronoun {
        return !view.is_any(
            head,
            &[
                "es", "das", "dies", "dieses", "sich", "was", "dem", "den", "davon", "ihn", "ihm", "ihnen", "uns",
                "mich", "mir", "euch", "dich", "dir",
            ],
        );
    }
    true
}

/// The words that are the speaker: the maximal phrase, without what the frame does not cover.
pub(crate) fn run_of(view: &View<'_>, speaker: SpeakerRef) -> Option<Run> {
    match speaker {
        SpeakerRef::Phrase(at) => view.phrase(at).map(|phrase| view.trim(Run::of(phrase.tokens))),
        SpeakerRef::Words(run) => Some(run),
        SpeakerRef::Last | SpeakerRef::Unknown => None,
    }
}

/// The maximal span of the speaker of a proposal: its phrase, cut where the cue or the content begins, and widened to
/// what the syntax leaves outside: brackets, names in marks, genitives, all that stands before the verb in a clause the
/// speaker opens, appositions after it.
pub(crate) fn extent(view: &View<'_>, made: &Candidate) -> Option<Run> {
    let run = widest(view, made)?;
    match made.speaker {
        SpeakerRef::Phrase(at) => {
            let core = Run::of(view.phrase(at)?.core);
            Some(before_time(view, run, core.end.clamp(run.start, run.end)))
        }
        _ => Some(run),
    }
}

fn widest(view: &View<'_>, made: &Candidate) -> Option<Run> {
    let run = run_of(view, made.speaker)?;
    let SpeakerRef::Phrase(at) = made.speaker else {
        return Some(run);
    };
    let phrase = view.phrase(at)?;
    if phrase.kind == PhraseKind::Pronoun {
        return Some(run);
    }
    let core = person::with_name(view, Run::of(phrase.core));
    let run = Run::new(run.start, run.end.max(core.end));
    // *sagte die Rätin der „Neuen Post“*: a medium behind the speaker is to whom; other genitives are the speaker's.
    let told = made
        .addressee
        .filter(|run| (run.start..run.end).any(|token| view.is_mark(token)))
        .filter(|_| !wants_genitive(view.word(phrase.head.index())));
    let taken = |token: usize| {
        made.cue.contains(&token)
            || made.object == Some(token)
            || told.is_some_and(|run| run.contains(token))
            || view.finite_at(token).is_some()
            || made.content.iter().any(|content| content.contains(token))
    };
    let end = (core.end..run.end).find(|&token| taken(token)).unwrap_or(run.end);
    let mut run = view.trim(Run::new(run.start, end.max(core.end)));
    // *ein anderer*, *eine weitere*
    let other = run.len() == 1
        && view.is_any(run.start, &["ein", "eine", "einer", "der", "die", "das"])
        && view.is_any(
            run.end,
            &[
                "anderer", "andere", "anderes", "weiterer", "weitere", "dritter", "dritte",
            ],
        );
    if other && !taken(run.end) {
        return Some(Run::new(run.start, run.end + 1));
    }
    run.start = titled(view, run.start, taken);
    let finite = made.cue.iter().copied().find(|&token| view.finite_at(token).is_some());
    if let Some(finite) = finite {
        let opens = run.start == 0 || !view.is_wordlike(run.start - 1);
        if run.end < finite && opens && finite - run.end <= 30 {
            let gap = Run::new(run.end, before_relative(view, Run::new(run.end, finite)));
            // Nothing but the subject stands before the verb of a main clause.
            let clean = !(gap.start..gap.end).any(|token| taken(token) || view.word(token) == ":");
            let main = view.sentence_of(run.start) == view.sentence_of(finite)
                && view.finite_at(finite).is_some_and(|(_, group)| {
                    view.clause_of(group)
                        .is_none_or(|clause| clause.kind == ClauseKind::Main)
                });
            if clean && main {
                return Some(before_adverb(view, view.trim(Run::new(run.start, gap.end)), core.end));
            }
        }
    }
    let limit = made
        .frame
        .iter()
        .filter(|frame| frame.contains(core.start))
        .map(|frame| frame.end)
        .max()
        .unwrap_or(run.end);
    // *laut einer Studie der Stiftung Bergwald*: the frame of a preposition is the phrase.
    if finite.is_none() && made.cue.iter().all(|&cue| cue < run.start) && limit > run.end && limit <= run.end + 12 {
        let to = before_relative(view, Run::new(run.end, limit));
        if !(run.end..to).any(taken) {
            return Some(before_adverb(view, view.trim(Run::new(run.start, to)), core.end));
        }
    }
    loop {
        let next = widened(view, run, phrase, limit);
        if next <= run.end || (run.end..next).any(taken) {
            break;
        }
        run = Run::new(run.start, next);
    }
    Some(view.trim(run))
}

/// The run without a time behind its head and what follows it: *die Ministerin am Dienstag in Kiel*.
fn before_time(view: &View<'_>, run: Run, least: usize) -> Run {
    let Some(at) = (least..run.end).find(|&token| view.is_time(Run::new(token, token + 1))) else {
        return run;
    };
    match at.checked_sub(1).filter(|&before| before >= least) {
        Some(before) if view.is_any(before, &["am", "an"]) => view.trim(Run::new(run.start, before)),
        // *die Studie von 2019*, *eine Mitteilung vom Dienstag*
        Some(before) if view.category(before) == Category::Preposition => run,
        _ if view.category(at) == Category::Adverb => view.trim(Run::new(run.start, at)),
        _ => run,
    }
}

/// Whether the noun says whose it is: *der Sprecher der „Neuen Post“*.
fn wants_genitive(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    let spokesperson = Lexicon::german()
        .role(noun)
        .is_some_and(|role| role.kind == RoleKind::Spokesperson);
    spokesperson
        || [
            "chef",
            "leiter",
            "direktor",
            "redakteur",
            "herausgeber",
            "mitglied",
            "vorsitzende",
        ]
        .iter()
        .any(|head| lower.contains(head))
}

/// Where the phrase starts with the titles and attributes before a name that the syntax left outside.
fn titled(view: &View<'_>, start: usize, taken: impl Fn(usize) -> bool) -> usize {
    let mut first = start;
    while let Some(before) = first.checked_sub(1) {
        let part = view.is_wordlike(before)
            && !taken(before)
            && view.sentence_of(before) == view.sentence_of(start)
            && matches!(
                view.category(before),
                Category::Determiner | Category::Adjective | Category::Name | Category::Noun
            );
        if !part || first + 6 < start {
            break;
        }
        first = before;
        if view.category(before) == Category::Determiner {
            break;
        }
    }
    let governed = first
        .checked_sub(1)
        .is_some_and(|before| matches!(view.category(before), Category::Preposition | Category::Postposition));
    if governed { start } else { first }
}

/// Where a relative clause begins in a gap, or its end.
fn before_relative(view: &View<'_>, gap: Run) -> usize {
    (gap.start..gap.end)
        .find(|&token| {
            view.word(token) == ","
                && view.finite_at(token + 1).is_none()
                && view.category(token + 1) == Category::RelativePronoun
        })
        .unwrap_or(gap.end)
}

/// The run without adverbs at its end: *die Bäcker dagegen*.
fn before_adverb(view: &View<'_>, run: Run, least: usize) -> Run {
    let mut end = run.end;
    while end > least
        && (matches!(view.category(end - 1), Category::Adverb | Category::Particle) || view.is(end - 1, "weiter"))
    {
        end -= 1;
    }
    view.trim(Run::new(run.start, end))
}

/// Where the phrase ends with one more part, or its end.
fn widened(view: &View<'_>, run: Run, phrase: &NounPhrase, limit: usize) -> usize {
    let next = run.end;
    if next >= limit {
        return run.end;
    }
    if view.word(next) == "(" {
        return (next..limit.min(next + 8))
            .find(|&token| view.word(token) == ")")
            .map_or(run.end, |close| close + 1);
    }
    let pair = view
        .pairs_in(Run::new(next, next + 1))
        .find(|&pair| view.pair(pair).start == next);
    if let Some(pair) = pair {
        let whole = view.pair(pair);
        let named = view.utterance_at(next).is_none() && whole.len() <= 8 && whole.end <= limit;
        return if named { whole.end } else { run.end };
    }
    // *einer Mitteilung der Firma Harmsen*
    let name = view.category(next) == Category::Name && view.is_capitalized(next) && view.finite_at(next).is_none();
    if name && view.category(next - 1) == Category::Noun {
        return next + 1;
    }
    // *die Chronik der Werft*; after a name *der* is an addressee.
    let genitive = view.phrase_at(next).and_then(|at| view.phrase(at)).filter(|other| {
        let core = Run::of(other.core);
        core.start == next
            && other.preposition.is_none()
            && other.case.contains(Case::Genitive)
            && other.kind != PhraseKind::Pronoun
            && (view.is_any(next, &["des", "eines"])
                || (phrase.kind == PhraseKind::Common
                    && view.is_any(next, &["der", "einer", "dieser", "seiner", "ihrer", "deutscher"])))
    });
    if let Some(other) = genitive {
        let whole = Run::of(other.tokens);
        return whole.end.min(limit).max(Run::of(other.core).end);
    }
    // *der Leiter der Stelle, Timo Kast*; *Ursula Kast, die Leiterin der Stelle*.
    if view.word(next) == "," && next + 1 < limit {
        let end = (next + 1..limit)
            .find(|&token| matches!(view.word(token), "," | ":" | ";") || view.is_dash(token))
            .unwrap_or(limit);
        let inside = Run::new(next + 1, end);
        let nominal = inside.len() <= 14
            && !(inside.start..inside.end).any(|token| view.verb_at(token).is_some())
            && view
                .phrase_at(next + 1)
                .and_then(|at| view.phrase(at))
                .is_some_and(|other| other.preposition.is_none() && other.kind != PhraseKind::Pronoun);
        return if nominal { end } else { run.end };
    }
    run.end
}
