//! Clauses with a time that tell no event: what holds in general, what is unreal, asked or only compared.
//!
//! ISO-TimeML marks no generic events, and neither does a timeline.

use jiff::civil::Date;
use wortlaut_lexicon::{Category, Mood, Tense};
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, VerbGroup};
use wortlaut_timex::{Granularity, Interval, TimexType};
use wortlaut_tokenize::TokenIdx;

use crate::anchor::{Anchor, Relation};
use crate::inherit::Told;
use crate::scene::{Scene, names_day};
use crate::status::negation;
use crate::words::{FOCUS, STATES, is_one_of, is_plan_verb};

/// Whether a clause that a time dates tells no event all the same. `last` is the time the article told last.
pub(crate) fn tells_nothing(
    scene: &Scene<'_>,
    index: ClauseIdx,
    clause: &Clause,
    verb: &VerbGroup,
    anchor: &Anchor,
    last: Option<Told>,
) -> bool {
    is_state_of_today(scene, index, verb, anchor)
        || is_contrast(scene, verb, anchor, last)
        || is_unreal(scene, verb)
        || is_habit(scene, index, clause, verb, anchor)
        || is_anybody(scene, index, clause, verb)
        || is_question(scene, clause, verb)
        || is_restated(scene, index, verb, anchor)
        || is_scenic(scene, verb, anchor)
        || is_contradiction(scene, clause, verb, anchor)
        || is_wish(scene, index, verb, anchor)
        || is_one_of(&verb.lemma, DATING)
}

/// *Man brauche spätestens im Sommer Klarheit*, *er erwarte bis Freitag einen Zeitplan*: what somebody wants is no plan.
fn is_wish(scene: &Scene<'_>, index: ClauseIdx, verb: &VerbGroup, anchor: &Anchor) -> bool {
    let ahead = scene
        .input
        .published
        .is_some_and(|published| anchor.when.start.or(anchor.when.end).is_some_and(|day| day > published));
    let urgent = || scene.own_tokens(index).any(|token| scene.word(token) == "spätestens");
    ahead
        && (is_one_of(&verb.lemma, &["fordern", "verlangen", "wünschen", "hoffen"])
            || is_one_of(&verb.lemma, &["brauchen", "benötigen"]) && urgent()
            || is_one_of(&verb.lemma, &["erwarten", "erhoffen"]) && (anchor.relation == Relation::Until || urgent()))
}

/// Verbs that tell how old something is.
const DATING: &[&str] = &["datieren", "zurückreichen", "zurückdatieren"];

/// *Heute ist das Haus ein Museum*, *„Wir müssen heute vorsichtig sein“*: how things are today, and what a speaker can
/// or must do today, are no events.
fn is_state_of_today(scene: &Scene<'_>, index: ClauseIdx, verb: &VerbGroup, anchor: &Anchor) -> bool {
    let modal = verb.modal.as_deref().unwrap_or_default();
    let talk = matches!(modal, "können" | "müssen" | "dürfen" | "mögen") && scene.claim_at(verb.main).is_some();
    let present = verb.tense == Tense::Present;
    let state = present && is_one_of(&verb.lemma, STATES);
    // *Das war heute stark*: a verdict.
    let verdict = verb.lemma == "sein" && scene.claim_at(verb.main).is_some();
    // *prüft das bereits heute*
    let already = present && is_one_of(scene.word(anchor.tokens.start()), &["bereits", "schon"]);
    // *redet heute niemand mehr*
    let any_more = present
        && scene.own_tokens(index).any(|token| scene.word(token) == "mehr")
        && negation(scene, index, None, true).is_some();
    (talk || state || verdict || already || any_more)
        && anchor.relation == Relation::At
        && anchor.timexes.len() == 1
        && anchor.tokens.last() == Some(anchor.time)
        && is_one_of(scene.word(anchor.time), &["heute", "heuer"])
}

/// What nobody tells to have happened or to come: *hätte handeln müssen*, *Fragen Sie mich am Sonntag*.
fn is_unreal(scene: &Scene<'_>, verb: &VerbGroup) -> bool {
    let Some(finite) = verb.finite else { return false };
    let missed = verb.modal.is_some() && is_one_of(scene.word(finite), &["hätte", "hätten"]);
    let opens = finite.previous().is_none_or(|before| {
        !matches!(
            before.get(&scene.input.tokens.tokens).map(|token| token.kind),
            Some(kind) if kind.is_wordlike()
        )
    });
    let asked = opens && scene.word(finite.next()) == "Sie" && scene.claim_at(finite).is_some();
    missed || asked || verb.mood == Mood::Imperative
}

/// *Heute grasen dort Schafe*, in an article that tells what was long ago: how things are now.
fn is_contrast(scene: &Scene<'_>, verb: &VerbGroup, anchor: &Anchor, last: Option<Told>) -> bool {
    let Some((published, told)) = scene.input.published.zip(last.and_then(|last| last.when.end)) else {
        return false;
    };
    let long_ago = published.year() - told.year() > 1;
    long_ago
        && verb.tense == Tense::Present
        && verb.modal.is_none()
        && anchor.relation == Relation::At
        && anchor.timexes.len() == 1
        && anchor.tokens.last() == Some(anchor.time)
        && is_one_of(scene.word(anchor.time), &["heute"])
        && !is_one_of(&verb.lemma, TURNS)
}

/// Verbs of what takes a moment or a day (achievements): with *heute* they are the news.
const TURNS: &[&str] = &[
    "abstimmen",
    "anfangen",
    "antreten",
    "ankommen",
    "beginnen",
    "beraten",
    "besuchen",
    "beschließen",
    "enden",
    "entscheiden",
    "eröffnen",
    "erscheinen",
    "feiern",
    "finden",
    "kommen",
    "reisen",
    "starten",
    "stattfinden",
    "tagen",
    "treffen",
    "treten",
    "veröffentlichen",
    "verhandeln",
    "vorstellen",
    "wählen",
];

/// *Im Sommer sind wir immer ausgebucht*, *jedes Jahr am 14. April läuten die Glocken*, *früher kamen die Gäste im Juli*:
/// what happens again and again, at a time without a year.
fn is_habit(scene: &Scene<'_>, index: ClauseIdx, clause: &Clause, verb: &VerbGroup, anchor: &Anchor) -> bool {
    if anchor.relation != Relation::At || says_year(scene, anchor) {
        return false;
    }
    let repeated = || {
        let once = |token: TokenIdx| {
            is_one_of(
                scene.word(token.next()),
                &["noch", "wieder", "mehr", "weniger", "häufiger"],
            )
        };
        scene
            .own_tokens(index)
            .any(|token| is_one_of(scene.word(token), HABITS) && !once(token))
    };
    let set = scene.times_in(clause.tokens).iter().take(16).any(|time| {
        let text = time.span.slice(scene.input.text);
        // *8 Prozent pro Monat* measures, it repeats nothing.
        let every = ["jed", "Jed", "all", "All"].iter().any(|start| text.starts_with(start));
        time.kind == TimexType::Set && (every || !text.contains(' '))
    });
    // *die seit 1982 jeden Montag um 17 Uhr stattfanden*
    if set && (verb.tense == Tense::Present || clock_alone(scene, anchor)) {
        return true;
    }
    let published = scene.input.published;
    // *wenn er im März mit dem Rad losfährt*: whenever he does.
    let whenever = clause
        .introducer
        .is_some_and(|token| is_one_of(scene.word(token), &["wenn"]))
        && anchor.granularity >= Granularity::Month
        && published.is_some_and(|published| anchor.when.start.is_some_and(|start| start <= published));
    if whenever && verb.tense == Tense::Present {
        return true;
    }
    let ahead = published.is_some_and(|published| starts_after(anchor.when, published));
    match verb.tense {
        // *Am Freitag bleibt es meist trocken* is a forecast, *im Sommer ist es meist trocken* none.
        Tense::Present => (!ahead || anchor.granularity >= Granularity::Month) && repeated(),
        // What used to be.
        Tense::Past => {
            let open = scene.word(anchor.tokens.start()).eq_ignore_ascii_case("im");
            open && scene
                .own_tokens(index)
                .any(|token| is_one_of(scene.word(token), &["früher", "einst", "stets", "immer"]))
        }
        _ => false,
    }
}

/// Adverbs of what is usual.
const HABITS: &[&str] = &[
    "gewöhnlich",
    "immer",
    "jeweils",
    "manchmal",
    "meist",
    "meistens",
    "normalerweise",
    "oft",
    "regelmäßig",
    "selten",
    "stets",
    "traditionell",
    "traditionsgemäß",
    "üblicherweise",
];

fn says_year(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    anchor.tokens.iter().take(12).any(|token| {
        let word = scene.word(token).as_bytes();
        word.windows(4).any(|run| run.iter().all(u8::is_ascii_digit))
    })
}

/// *Wer vor 1953 geboren ist, …*, *im Herbst sollte man …*: anybody, nobody in particular.
fn is_anybody(scene: &Scene<'_>, index: ClauseIdx, clause: &Clause, verb: &VerbGroup) -> bool {
    let who = is_one_of(scene.word(clause.tokens.start()), &["wer", "wem", "wen"]);
    let advice = is_one_of(verb.modal.as_deref().unwrap_or_default(), &["sollen"])
        && verb.tense == Tense::Past
        && scene.own_tokens(index).any(|token| scene.word(token) == "man");
    who || advice
}

/// *Was geschah am 3. Mai?*
fn is_question(scene: &Scene<'_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let sentence = clause.sentence.get(&scene.input.tokens.sentences);
    let asks = sentence.is_some_and(|sentence| {
        let end = sentence.tokens.iter().rev().take(3);
        end.filter(|&token| scene.is_sentence_end(token))
            .any(|token| scene.word(token).starts_with('?'))
    });
    let first = clause.tokens.start();
    // *Am Sonntag wählt Gera – wie geht es weiter?* tells what it asks about.
    let open = verb.finite == Some(first) || scene.category(first) == Category::Interrogative;
    asks && open && clause.kind == ClauseKind::Main && scene.quotations_cued_by(&verb.tokens).is_empty()
}

/// *Das war vor fünf Jahren*: when it was, not what.
fn is_restated(scene: &Scene<'_>, index: ClauseIdx, verb: &VerbGroup, anchor: &Anchor) -> bool {
    verb.lemma == "sein"
        && verb.modal.is_none()
        && scene.own_tokens(index).take(16).all(|token| {
            verb.tokens.contains(&token)
                || anchor.tokens.contains(token)
                || is_one_of(scene.word(token), &["das", "dies", "es"])
                || is_one_of(scene.word(token), FOCUS)
                || scene.is_mark(token)
                || scene.is_sentence_end(token)
        })
}

/// *Um fünf Uhr brennt in der Bäckerei schon Licht*: the present of a reportage, which tells no day.
fn is_scenic(scene: &Scene<'_>, verb: &VerbGroup, anchor: &Anchor) -> bool {
    let no_day = anchor
        .timexes
        .iter()
        .filter_map(|index| index.get(scene.input.times))
        .all(|time| !names_day(time.span.slice(scene.input.text)));
    let day = anchor.when.start.or(anchor.when.end);
    no_day
        && day == scene.input.published
        && clock_alone(scene, anchor)
        && verb.tense == Tense::Present
        && verb.modal.is_none()
        && !is_plan_verb(&verb.lemma)
        && !scene.has_present_day()
}

/// Whether only the clock or a part of the day tells when, and the day is taken from elsewhere.
fn clock_alone(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    anchor.relation != Relation::Counted
        && anchor
            .timexes
            .iter()
            .filter_map(|index| index.get(scene.input.times))
            .all(|time| time.kind == TimexType::Time)
}

/// *Ich habe am Tag danach meinen Bruder gefunden*, read as a day to come: what has happened lies behind.
fn is_contradiction(scene: &Scene<'_>, clause: &Clause, verb: &VerbGroup, anchor: &Anchor) -> bool {
    let Some(finite) = verb.finite else { return false };
    let happened = match verb.tense {
        Tense::Past => !verb.mood_ambiguous,
        Tense::Perfect => is_one_of(scene.word(finite), &["hat", "habe", "haben", "hast", "habt"]),
        _ => false,
    };
    let placed = anchor
        .preposition
        .is_none_or(|token| is_one_of(scene.word(token), &["am", "an", "im", "in", "um", "gegen"]));
    happened
        && placed
        && verb.mood == Mood::Indicative
        && verb.modal.is_none()
        && !is_plan_verb(&verb.lemma)
        && clause.kind == ClauseKind::Main
        && anchor.relation == Relation::At
        && !says_year(scene, anchor)
        && scene
            .input
            .published
            .is_some_and(|published| starts_after(anchor.when, published))
}

fn starts_after(when: Interval, published: Date) -> bool {
    when.start.is_some_and(|start| start > published)
}
