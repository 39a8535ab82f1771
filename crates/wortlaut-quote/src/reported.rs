//! Speech acts told by the narrator: *forderte mehr Geld*, *warnte vor Engpässen*, *nannte das Urteil „skandalös“*.

use wortlaut_lexicon::{Case, CaseSet, Category, Number};
use wortlaut_syntax::{ClauseKind, PhraseKind, VerbGroup};
use wortlaut_text::{EntityKind, Evidence};

use crate::QuotationKind;
use crate::candidate::{Candidate, SpeakerRef};
use crate::cue::{Complements, Cue, Cues};
use crate::fragment;
use crate::frame::{cue_of, cue_tokens};
use crate::roles::{addressee, is_preposition};
use crate::stage::{Opening, Stage};
use crate::subject;
use crate::view::{Reporting, Run, View};

/// Proposes the speech acts of a sentence.
pub(crate) fn propose(stage: &Stage<'_, '_>, cues: &Cues, into: &mut Vec<Candidate>) {
    let view = stage.view;
    for token in stage.run.start..stage.run.end {
        if view.utterance_at(token).is_some() {
            continue;
        }
        let Some((_, group)) = view.finite_at(token) else {
            continue;
        };
        if view.reporting(group) == Reporting::Proof {
            continue;
        }
        if group.lemma == "sein" {
            fragment::rede(stage, group, into);
        }
        let Some(cue) = cue_of(view, cues, group) else { continue };
        fragment::propose(stage, cue, group, into);
        if matches!(cue.lemma.as_str(), "nennen" | "halten") {
            verdict(stage, cue, group, into);
        } else if cue.takes(Complements::NOUN) || !cue.prepositions.is_empty() {
            act(stage, cue, group, into);
        }
    }
}

/// The stretch of a clause in which the complements of its verb stand.
pub(crate) fn field(stage: &Stage<'_, '_>, group: &VerbGroup) -> Run {
    let view = stage.view;
    let own = view.clause_of(group).map_or(stage.run, |clause| Run::of(clause.tokens));
    let finite = group.finite.map_or(own.start, |f| f.index());
    let mut start = own.start.max(stage.run.start);
    let mut end = own.end.min(stage.run.end);
    if !own.contains(finite) || own.is_empty() {
        start = stage.run.start;
        end = stage.run.end;
    }
    Run::new(start, end)
}

/// A speech act without marks.
fn act(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    if view.is_passive(group) || group.modal.is_some() {
        return;
    }
    let kind = view.clause_of(group).map(|clause| clause.kind);
    if !matches!(kind, Some(ClauseKind::Main) | None) {
        return;
    }
    if cue.reflexive && group.reflexive.is_none() && cue.prepositions.is_empty() {
        return;
    }
    let within = field(stage, group);
    let speaker = subject::of_verb(view, group, within);
    let SpeakerRef::Phrase(subject_at) = speaker else {
        return;
    };
    let Some(trust) = speaks(view, subject_at) else { return };
    let tokens = cue_tokens(view, cue, group);
    let finite = group.finite.map_or(within.start, |f| f.index());
    let subject_run = view
        .phrase(subject_at)
        .map_or(Run::new(0, 0), |phrase| Run::of(phrase.tokens));
    let Some((object, after, by_preposition)) = object(view, cue, within, finite, subject_at, subject_run) else {
        return;
    };
    if is_no_speech(view, cue, object, within) {
        return;
    }
    // The object reaches to the end of the clause, before the rest of the verb.
    let end = if after {
        let verb_end = tokens
            .iter()
            .copied()
            .filter(|&token| token > object.start)
            .min()
            .unwrap_or(stage.run.end);
        let reach = view.trim(Run::new(
            object.start,
            verb_end.min(sentence_scope(stage, object, within)),
        ));
        reach.end.max(object.end.min(verb_end))
    } else {
        object.end
    };
    let own = stage.segment_of(finite).map_or(within, |at| stage.run_at(at));
    let denied = is_denied(view, finite, own);
    // *schließt Brandstiftung nicht aus*: what is not denied is said.
    let unruled = denied && cue.lemma == "ausschließen";
    if (denied && !unruled) || stage.segment_of(object.start) > stage.segment_of(finite) && by_clause(stage, object) {
        return;
    }
    let content = without_adverbials(view, cue, Run::new(object.start, end), object.end, by_preposition);
    let rule = if by_preposition {
        "quote.reported.preposition"
    } else {
        "quote.reported.object"
    };
    let base: u16 = if by_preposition { 620 } else { 680 };
    // A verb with other uses tells a speech act only with its preposition.
    let certain = if cue.safe || by_preposition || unruled {
        1000
    } else {
        480
    };
    let score = base.min(certain).min(trust);
    let mut made = Candidate::new(
        QuotationKind::Reported,
        vec![content],
        stage.sentence,
        score,
        Evidence::new(rule, view.token_span(tokens.first().copied().unwrap_or(finite))),
    );
    made.addressee = addressee(view, cue, group, within, speaker).filter(|run| !run.overlaps(content));
    made.cue = tokens;
    made.speaker = speaker;
    made.medium = Some(cue.medium);
    made.frame.push(rest_of_clause(view, within, content));
    into.push(made);
}

/// Whether an object stands in an infinitive clause of its own: *wirft ihm vor, Kunden betrogen zu haben*.
fn by_clause(stage: &Stage<'_, '_>, object: Run) -> bool {
    stage
        .segment_of(object.start)
        .is_some_and(|at| stage.opening_at(at) == Opening::Infinitive)
}

/// Whether the speech act was not done: *bestätigte den Wechsel nicht*; *nicht den Plan, sondern …* is one.
fn is_denied(view: &View<'_>, finite: usize, segment: Run) -> bool {
    let denied = (finite + 1..segment.end).any(|token| view.is_any(token, &["nicht", "nie", "niemals"]));
    let corrected = view.is(segment.end + 1, "sondern");
    denied && !corrected
}

/// The object without what tells when and how it was said: *den Entwurf am Freitag scharf*. `least` is its own end.
fn without_adverbials(view: &View<'_>, cue: &Cue, content: Run, least: usize, by_preposition: bool) -> Run {
    let mut end = content.end;
    let least = least.clamp(content.start, content.end);
    while end > least {
        let last = end - 1;
        let manner = matches!(
            view.category(last),
            Category::Adverb | Category::Particle | Category::Adjective | Category::Verb
        ) && !view.is_capitalized(last)
            // *kritisierte den Plan als unsozial*
            && !view.is_any(last - 1, &["als", "für", "wie", "zu", "und", "oder"])
            && view.utterance_at(last).is_none();
        // What is announced for a day, and what is warned of, has its day.
        let timeless = by_preposition || matches!(cue.lemma.as_str(), "ankündigen" | "versprechen" | "zusagen");
        let time = !timeless && view.is_time(Run::new(last, last + 1));
        let on = time && view.is_any(last, &["am", "an"]);
        if manner || time {
            end = last;
            if !manner && !on && end > least && view.is_any(end - 1, &["am", "an"]) {
                end -= 1;
            }
        } else {
            break;
        }
    }
    view.trim(Run::new(content.start, end))
}

/// What courts and councils decide on (lower case, as the end of a compound).
const DECIDED: &[&str] = &[
    "antrag",
    "klage",
    "urteil",
    "berufung",
    "revision",
    "beschwerde",
    "einspruch",
    "entscheidung",
    "haftbefehl",
    "strafe",
];

/// Uses of the verb in which nobody says the object: *erzählt in „Sand“ von drei Brüdern*, *empfahl die Vorlage zur
/// Annahme*, *gab die Preise bekannt*.
fn is_no_speech(view: &View<'_>, cue: &Cue, object: Run, within: Run) -> bool {
    match cue.lemma.as_str() {
        "erzählen" | "berichten" | "schildern" | "beschreiben" => view.pairs_in(within).any(|pair| {
            let open = view.pair(pair).start;
            let back = |by: usize| open.checked_sub(by).filter(|&token| token >= within.start);
            let is_in = |by: usize| back(by).is_some_and(|token| view.is_any(token, &["in", "im"]));
            // *in „Sand“*, *im Roman „Sand“*, *in ihrem Roman „Sand“*
            let titled = back(1).is_some_and(|token| view.is_capitalized(token));
            (is_in(1) || titled && (is_in(2) || is_in(3))) && crate::marks::is_name_like(view, view.inner(pair))
        }),
        // *wies die Klage ab*, *bestätigte das Urteil*: courts and councils decide.
        "zurückweisen" | "ablehnen" | "bestätigen" | "verwerfen" | "abweisen" => {
            let noun = view.phrase_at(object.start).and_then(|at| view.phrase(at));
            noun.is_some_and(|phrase| {
                let lower = view.word(phrase.head.index()).to_lowercase();
                DECIDED.iter().any(|end| lower.ends_with(end))
            })
        }
        "empfehlen" | "vorschlagen" => {
            (object.start..within.end.min(object.end + 4)).any(|token| view.is_any(token, &["zur", "zum"]))
        }
        "bekanntgeben" | "bekanntmachen" => {
            let phrase = view.phrase_at(object.start).and_then(|at| view.phrase(at));
            // *die neuen Preise*: the ending tells the plural from *die neue Strecke*.
            let many = |core: Run| {
                (core.start + 1..core.end)
                    .any(|token| view.category(token) == Category::Adjective && view.word(token).ends_with("en"))
            };
            view.is_any(object.start, &["die", "diese"])
                && phrase.is_some_and(|phrase| phrase.number == Some(Number::Plural) || many(Run::of(phrase.core)))
        }
        _ => false,
    }
}

/// A verdict without marks: *nannte den Schritt überfällig*, *hält die Sorge für übertrieben*.
fn verdict(stage: &Stage<'_, '_>, cue: &Cue, group: &VerbGroup, into: &mut Vec<Candidate>) {
    let view = stage.view;
    let Some(finite) = group.finite.map(wortlaut_text::Idx::index) else {
        return;
    };
    let kind = view.clause_of(group).map(|clause| clause.kind);
    if view.is_passive(group) || group.modal.is_some() || !matches!(kind, Some(ClauseKind::Main) | None) {
        return;
    }
    let Some(segment) = stage.segment_of(finite).map(|at| stage.run_at(at)) else {
        return;
    };
    let within = field(stage, group);
    let speaker = subject::of_verb(view, group, within);
    let SpeakerRef::Phrase(subject) = speaker else { return };
    let Some(trust) = speaks(view, subject) else { return };
    let subject_end = view.phrase(subject).map_or(finite, |phrase| Run::of(phrase.core).end);
    let start = finite.max(subject_end.saturating_sub(1)) + 1;
    let end = (start..segment.end)
        .find(|&token| {
            view.verb_at(token)
                .is_some_and(|(_, other)| core::ptr::eq(other, group))
        })
        .unwrap_or(segment.end);
    let Some(last) = end.checked_sub(1).filter(|&last| last > start) else {
        return;
    };
    let plain = |token: usize| !view.is_capitalized(token) && view.utterance_at(token).is_none();
    let predicate = matches!(view.category(last), Category::Adjective | Category::Verb) && plain(last);
    // Between *für* and what it governs only adverbs: *für teilweise gerechtfertigt*, not *für das beste Rad*.
    let governed = cue.lemma == "nennen"
        || (start + 1..last).rev().take_while(|&token| plain(token)).any(|token| {
            view.is(token, "für")
                && (token + 1..last).all(|token| {
                    matches!(
                        view.category(token),
                        Category::Adverb | Category::Particle | Category::Adjective
                    )
                })
        });
    let judged = view.phrases_in(Run::new(start, last)).any(|at| {
        view.phrase(at).is_some_and(|phrase| {
            phrase.preposition.is_none() && phrase.case.contains(Case::Accusative) && phrase.core.end().index() <= last
        })
    });
    if !(predicate && governed && judged) {
        return;
    }
    let content = Run::new(start, end);
    let mut made = Candidate::new(
        QuotationKind::Reported,
        vec![content],
        stage.sentence,
        trust.min(660),
        Evidence::new("quote.reported.verdict", view.token_span(last)),
    );
    made.cue = cue_tokens(view, cue, group);
    made.speaker = speaker;
    made.medium = Some(cue.medium);
    made.frame.push(rest_of_clause(view, within, content));
    into.push(made);
}

/// The clause up to the content, which is the frame of a speech act.
fn rest_of_clause(view: &View<'_>, within: Run, content: Run) -> Run {
    if content.start > within.start {
        Run::new(within.start, content.start)
    } else {
        view.trim(Run::new(content.end, within.end))
    }
}

/// Where what belongs to the object ends: the sentence, or a main clause that is joined to it.
fn sentence_scope(stage: &Stage<'_, '_>, object: Run, within: Run) -> usize {
    for (at, segment) in stage.segments.iter().enumerate() {
        if segment.run.start <= object.start {
            continue;
        }
        match stage.opening_at(at) {
            Opening::Main | Opening::Marked | Opening::Wie => {
                return segment.after.unwrap_or(segment.run.start);
            }
            _ => {}
        }
    }
    // *forderte mehr Geld und kündigte Proteste an*: a second finite verb in the same segment.
    let view = stage.view;
    let first = stage
        .segments
        .iter()
        .find(|segment| segment.run.contains(object.start))
        .map_or(within, |segment| segment.run);
    let joined = (object.start..first.end)
        .find(|&token| view.is_any(token, &["und", "sowie", "aber"]) && view.finite_at(token + 1).is_some());
    joined.unwrap_or(stage.run.end)
}

/// The object of the verb: an accusative or the prepositional phrase of the cue; whether it follows the verb.
fn object(
    view: &View<'_>,
    cue: &Cue,
    within: Run,
    finite: usize,
    subject: usize,
    subject_run: Run,
) -> Option<(Run, bool, bool)> {
    // *Dies bestätigte der Vorsitzende*: the pronoun in front is the object.
    let pointed = finite
        .checked_sub(1)
        .is_some_and(|before| before == within.start && view.is_any(before, &["das", "dies"]));
    let mut noun = None;
    let mut preposition = None;
    let mut front = None;
    for at in view.phrases_in(within) {
        let Some(phrase) = view.phrase(at) else { continue };
        let core = Run::of(phrase.core);
        let time = view.is_time(core) && !view.word(phrase.head.index()).contains('-');
        if at == subject || subject_run.covers(core) || time || view.utterance_at(core.start).is_some() {
            continue;
        }
        if let Some(word) = phrase.preposition {
            let place = word.index();
            let wanted = cue.prepositions.iter().any(|p| is_preposition(view, place, p));
            if wanted && preposition.is_none() && place > finite {
                preposition = Some(Run::new(place, Run::of(phrase.tokens).end));
            }
            continue;
        }
        if pointed || !cue.takes(Complements::NOUN) || phrase.kind == PhraseKind::Pronoun {
            continue;
        }
        if !phrase.case.contains(Case::Accusative) {
            continue;
        }
        // A dative or an accusative person before the object is to whom: take the last that fits, but the first
        // where nothing tells them apart.
        let run = Run::of(phrase.tokens);
        if core.start > finite {
            match noun {
                None => noun = Some((run, phrase.case)),
                // *versprach den Bauern schnelle Hilfe*: to whom, then what.
                Some((before, case)) if cue.dative && before.end == core.start && case.contains(Case::Dative) => {
                    noun = Some((run, CaseSet::default()));
                }
                Some(_) => {}
            }
        } else if subject_run.start > finite {
            // *Eine Koalition schloss er aus*: before the verb only when the subject is not.
            front = Some(run);
        }
    }
    // In *warnte die Partei vor X* the preposition tells more than the noun.
    if let Some(run) = preposition {
        return Some((run, true, true));
    }
    noun.map(|(run, _)| (run, true, false))
        .or(front.map(|run| (run, false, false)))
}

/// How far the subject can be trusted to be somebody who speaks, in thousandths; `None` when it cannot.
pub(crate) fn speaks(view: &View<'_>, at: usize) -> Option<u16> {
    let phrase = view.phrase(at)?;
    if phrase.kind == PhraseKind::Pronoun {
        return view
            .is_any(phrase.head.index(), &["er", "sie", "beide", "viele", "ich", "wir"])
            .then_some(700);
    }
    let span = view.span(Run::of(phrase.core))?;
    let mentions = view.input.mentions;
    let from = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let named = mentions
        .iter()
        .skip(from)
        .take_while(|mention| mention.span.start() < span.end())
        .filter_map(|mention| mention.entity.get(view.input.entities))
        .any(|entity| {
            matches!(
                entity.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::Place
            )
        });
    if named {
        return Some(1000);
    }
    let head = view.word(phrase.head.index());
    if crate::agent::is_agent(head) {
        Some(900)
    } else if phrase.kind == PhraseKind::Name {
        // A word in capitals that no list knows.
        Some(650)
    } else {
        None
    }
}
