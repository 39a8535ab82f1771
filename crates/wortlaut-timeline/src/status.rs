//! How the text vouches for an event.

use jiff::civil::Date;
use wortlaut_lexicon::{Mood, Tense};
use wortlaut_quote::QuotationIdx;
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, VerbGroup};
use wortlaut_text::{EntityIdx, Evidence, Span};
use wortlaut_timex::Interval;
use wortlaut_tokenize::TokenIdx;

use crate::EventStatus;
use crate::scene::Scene;
use crate::words::{AFTER_NEGATION, CONDITIONS, NEGATIONS, STATES, is_one_of, is_plan_verb};

/// The status of an event and what follows from it.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) status: EventStatus,
    pub(crate) claimed_by: Option<EntityIdx>,
    /// The quotation the event stands in.
    pub(crate) inside: Option<QuotationIdx>,
    pub(crate) evidence: Option<Evidence>,
}

/// The status of what `clause` tells; `told` is the word that tells it.
pub(crate) fn of_clause(
    scene: &Scene<'_>,
    index: ClauseIdx,
    clause: &Clause,
    told: TokenIdx,
    when: Interval,
) -> Verdict {
    let verb = scene.verb(clause);
    let claim = scene.claim_at(told);
    let inside = scene.quotation_index_at(told);
    let claimed_by = claim.and_then(|(_, quotation)| quotation.speaker?.entity);
    let verdict = |status: EventStatus, rule: &'static str, span: Option<Span>| Verdict {
        status,
        claimed_by,
        inside,
        evidence: span.map(|span| Evidence::new(rule, span)),
    };
    let word = |token: Option<TokenIdx>| token.and_then(|token| scene.span(token));
    let finite = word(verb.map(|verb| verb.finite.unwrap_or(verb.main)));

    if let Some(condition) = condition(scene, clause, verb, claim.is_some()) {
        return verdict(
            EventStatus::Conditional,
            "timeline.status.condition",
            word(Some(condition)),
        );
    }
    let since = when.start.is_some() && when.end.is_none();
    if let Some(negation) = negation(scene, index, verb, since) {
        return verdict(EventStatus::Denied, "timeline.status.negation", word(Some(negation)));
    }
    // *Das Konzert am Freitag fällt aus*; but *am Freitag fiel der Strom aus*.
    let falls_out = verb.filter(|verb| is_one_of(&verb.lemma, &["ausfallen", "entfallen"]));
    let subject = scene.input.syntax.subject_of(clause).map(|subject| subject.head);
    if falls_out.is_some() && subject.is_some_and(|head| scene.event_noun(head).is_some()) {
        return verdict(EventStatus::Denied, "timeline.status.called_off", finite);
    }
    let ahead = is_ahead(when, scene.input.published);
    if let Some(condition) = verb.filter(|_| ahead).and_then(|_| consequence(scene, index, clause)) {
        return verdict(
            EventStatus::Conditional,
            "timeline.status.condition",
            word(Some(condition)),
        );
    }
    if let Some(verb) = verb {
        if !ahead && is_hearsay(scene, verb) {
            return verdict(EventStatus::Claimed, "timeline.status.hearsay", finite);
        }
        let (_, lemma) = scene.teller(index, verb);
        if is_plan(verb, lemma, when, scene.input.published) {
            return verdict(EventStatus::Planned, "timeline.status.plan", finite);
        }
    }
    if ahead && !goes_on(scene, index, clause, verb, when) {
        return verdict(EventStatus::Planned, "timeline.status.ahead", word(Some(told)));
    }
    if let Some((_, quotation)) = claim {
        let span = quotation.cue.first().or(quotation.content.first()).copied();
        return verdict(EventStatus::Claimed, "timeline.status.quotation", span);
    }
    // *wirft ihm vor, 2007 Kunden geschädigt zu haben*
    let parent = clause.parent.and_then(|parent| parent.get(&scene.input.syntax.clauses));
    let accuser = parent
        .filter(|_| clause.kind == ClauseKind::Infinitive)
        .and_then(|parent| scene.verb(parent))
        .filter(|verb| is_one_of(&verb.lemma, ACCUSATIONS));
    if let Some(accuser) = accuser {
        return verdict(
            EventStatus::Claimed,
            "timeline.status.accusation",
            word(Some(accuser.main)),
        );
    }
    // Konjunktiv I reports somebody's words, also where it is not clear whose.
    let reported = verb.filter(|verb| verb.mood == Mood::SubjunctiveI && !verb.mood_ambiguous);
    if reported.is_some() {
        return verdict(EventStatus::Claimed, "timeline.status.konjunktiv", finite);
    }
    verdict(EventStatus::Asserted, "", None)
}

/// Verbs whose infinitive tells what somebody says of another or of himself.
const ACCUSATIONS: &[&str] = &[
    "vorwerfen",
    "vorhalten",
    "beschuldigen",
    "bezichtigen",
    "verdächtigen",
    "anlasten",
    "unterstellen",
    "behaupten",
    "beteuern",
    "versichern",
    "angeben",
    "gestehen",
    "einräumen",
    "zugeben",
    "bestreiten",
];

/// The status of an event that only a noun names.
pub(crate) fn of_noun(scene: &Scene<'_>, clause: Option<ClauseIdx>, told: TokenIdx, when: Interval) -> Verdict {
    let claim = scene.claim_at(told);
    let (status, rule) = if is_called_off(scene, clause, told) {
        (EventStatus::Denied, "timeline.status.called_off")
    } else if is_ahead(when, scene.input.published) {
        (EventStatus::Planned, "timeline.status.ahead")
    } else if claim.is_some() {
        (EventStatus::Claimed, "timeline.status.quotation")
    } else {
        (EventStatus::Asserted, "")
    };
    Verdict {
        status,
        claimed_by: claim.and_then(|(_, quotation)| quotation.speaker?.entity),
        inside: scene.quotation_index_at(told),
        evidence: scene
            .span(told)
            .filter(|_| status != EventStatus::Asserted)
            .map(|span| Evidence::new(rule, span)),
    }
}

/// *Das für Freitag geplante Konzert wurde abgesagt*, *das Konzert am Freitag fällt aus*: it does not happen.
fn is_called_off(scene: &Scene<'_>, clause: Option<ClauseIdx>, told: TokenIdx) -> bool {
    let syntax = scene.input.syntax;
    let Some(clause) = clause.and_then(|clause| clause.get(&syntax.clauses)) else {
        return false;
    };
    let cancelled = scene
        .verb(clause)
        .is_some_and(|verb| is_one_of(&verb.lemma, CALLED_OFF));
    let phrase = syntax.phrase_at(told).map(|(_, phrase)| phrase);
    cancelled && phrase.is_some_and(|phrase| phrase.preposition.is_none())
}

/// Verbs of what does not take place, or not at its time.
const CALLED_OFF: &[&str] = &[
    "absagen",
    "abblasen",
    "ausfallen",
    "canceln",
    "entfallen",
    "platzen",
    "streichen",
    "verlegen",
    "verschieben",
    "vertagen",
];

/// Whether all of `when` lies after the day of publication.
fn is_ahead(when: Interval, published: Option<Date>) -> bool {
    let Some(published) = published else { return false };
    match (when.start, when.end) {
        (Some(start), _) => start > published,
        (None, Some(end)) => end > published,
        (None, None) => false,
    }
}

/// Whether all of `when` lies before the day of publication.
fn is_past(when: Interval, published: Option<Date>) -> bool {
    published.is_some_and(|published| when.end.is_some_and(|end| end < published))
}

/// What makes a clause a condition: *wenn*, *ob*, or a Konjunktiv II of *werden* that reports nobody's words.
fn condition(scene: &Scene<'_>, clause: &Clause, verb: Option<&VerbGroup>, claimed: bool) -> Option<TokenIdx> {
    let introduced = clause
        .introducer
        .filter(|&token| is_one_of(scene.word(token), CONDITIONS))
        .filter(|_| matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Ob));
    if introduced.is_some() {
        return introduced;
    }
    let verb = verb?;
    let finite = verb.finite?;
    // *Sollte der Rat am Montag zustimmen, …*
    let first = clause.tokens.start() == finite && is_one_of(scene.word(finite), &["sollte", "sollten"]);
    // *hätten* stands for *haben* in reported speech, as that shows no Konjunktiv.
    let would = verb.mood == Mood::SubjunctiveII
        && !verb.mood_ambiguous
        && is_one_of(scene.word(finite), &["würde", "würden", "wäre", "wären", "hätte"])
        && !claimed;
    let could = is_one_of(scene.word(finite), &["könnte", "könnten", "müsste", "müssten"]) && !claimed;
    (first || would || could).then_some(finite)
}

/// What would follow from a condition: *Scheitern die Gespräche, wird im April gestreikt*; its first word.
///
/// *wenn* may also say when: only a clause that itself lies ahead makes its consequence uncertain.
fn consequence(scene: &Scene<'_>, index: ClauseIdx, clause: &Clause) -> Option<TokenIdx> {
    let main = matches!(clause.kind, ClauseKind::Main | ClauseKind::Dass);
    let (_, condition) = scene
        .input
        .syntax
        .clauses_in(clause.sentence)
        .take(12)
        .filter(|&(other, _)| main && other != index)
        .filter(|(_, other)| other.parent.is_none_or(|parent| parent == index))
        .find(|&(_, other)| {
            let first = other.tokens.start();
            let introduced = other
                .introducer
                .is_some_and(|token| is_one_of(scene.word(token), &["wenn", "falls", "sofern"]));
            let inverted = is_one_of(scene.word(first), &["sollte", "sollten"])
                && scene.verb(other).is_some_and(|verb| verb.finite == Some(first));
            introduced || inverted
        })?;
    condition.introducer.or(Some(condition.tokens.start()))
}

/// What holds today and ends later: *steht noch bis 2028 unter Vertrag*, *der Vertrag läuft bis 2028*, *ist bis 2029
/// gesichert*.
fn goes_on(scene: &Scene<'_>, index: ClauseIdx, clause: &Clause, verb: Option<&VerbGroup>, when: Interval) -> bool {
    let Some(verb) = verb.filter(|verb| verb.modal.is_none() && when.start.is_none()) else {
        return false;
    };
    // *ist gesichert*: the participle tells a state.
    let is = verb
        .finite
        .is_some_and(|finite| is_one_of(scene.word(finite), &["ist", "sind", "sei", "seien"]));
    if is
        && is_one_of(
            scene.teller(index, verb).1,
            &["sichern", "befristen", "ausschließen", "begrenzen"],
        )
    {
        return true;
    }
    if verb.tense != Tense::Present {
        return false;
    }
    let still = |token: TokenIdx| scene.word(token) == "noch" && scene.word(token.next()) == "bis";
    if is_one_of(&verb.lemma, STATES) && scene.own_tokens(index).any(still) || verb.lemma == "bereitstehen" {
        return true;
    }
    let subject = scene
        .input
        .syntax
        .subject_of(clause)
        .map(|subject| scene.word(subject.head));
    let term = subject.is_some_and(|head| {
        let head = head.to_lowercase();
        TERMS.iter().any(|term| head.ends_with(term))
    });
    let secured =
        verb.lemma == "sein" && is_one_of(scene.teller(index, verb).1, &["sichern", "befristen", "ausschließen"]);
    term && is_one_of(&verb.lemma, &["laufen", "gelten", "reichen", "gehen"]) || secured
}

/// Nouns of what runs for a time.
const TERMS: &[&str] = &[
    "vertrag",
    "kontrakt",
    "mandat",
    "amtszeit",
    "lizenz",
    "legislaturperiode",
    "laufzeit",
];

/// The negation of a clause, unless the word beside it turns it: *nicht nur*, *so viele wie nie*.
///
/// With `since`, *nicht mehr* denies: *so hoch war der Wert seit 2010 nicht mehr*.
pub(crate) fn negation(scene: &Scene<'_>, index: ClauseIdx, verb: Option<&VerbGroup>, since: bool) -> Option<TokenIdx> {
    // What follows the participle or infinitive is another clause joined on: *losgefahren und nicht angekommen*.
    let end = verb.filter(|verb| verb.finite.is_some_and(|finite| finite < verb.main));
    let end = end.map(|verb| verb.main);
    scene
        .own_tokens(index)
        .take_while(|&token| end.is_none_or(|end| token < end))
        .find(|&token| {
            let compared = scene.word(token).eq_ignore_ascii_case("nie")
                && std::iter::successors(token.previous(), |token| token.previous())
                    .take(2)
                    .any(|before| scene.word(before) == "wie");
            let next = token.next();
            // *nicht vor 2028*: then or later.
            let later = scene.word(next) == "vor" && scene.is_time(next.next());
            is_one_of(scene.word(token), NEGATIONS)
                && !compared
                && !later
                && (!is_one_of(scene.word(next), AFTER_NEGATION) || since && scene.word(next) == "mehr")
        })
}

/// *soll … gesehen haben*: somebody says so, the text does not say who.
fn is_hearsay(scene: &Scene<'_>, verb: &VerbGroup) -> bool {
    let told = verb
        .modal
        .as_deref()
        .is_some_and(|modal| matches!(modal, "sollen" | "wollen"));
    let perfect = verb
        .tokens
        .iter()
        .any(|&token| Some(token) != verb.finite && matches!(scene.word(token), "haben" | "sein"));
    told && perfect && verb.tense != Tense::Past && verb.main < verb.tokens.last().copied().unwrap_or(verb.main)
}

/// A verb that speaks of what is to come, about a time that is not over.
fn is_plan(verb: &VerbGroup, lemma: &str, when: Interval, published: Option<Date>) -> bool {
    let modal = verb.modal.as_deref().unwrap_or_default();
    // *sollte am Montag starten* was a plan, whether or not it came true.
    if modal == "sollen" && verb.tense == Tense::Past {
        return true;
    }
    let intends = matches!(modal, "sollen" | "wollen") && matches!(verb.tense, Tense::Present | Tense::Future);
    let future = matches!(verb.tense, Tense::Future);
    (intends || future || is_plan_verb(lemma)) && !is_past(when, published)
}
