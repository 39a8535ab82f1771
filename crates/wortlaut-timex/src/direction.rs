//! Whether a clause speaks of what was or of what will be.

use std::collections::HashSet;

use once_cell::sync::Lazy;
use wortlaut_lexicon::{Lexicon, Mood, Person, Tense, VerbForm};
use wortlaut_syntax::{Clause, ClauseKind, Syntax, VerbGroup};
use wortlaut_text::Span;
use wortlaut_tokenize::TokenIdx;

use crate::expression::{Expression, Meaning, When};
use crate::lists::List;
use crate::scan::Scan;
use crate::word::{Preposition, Word};

/// Where a time lies, seen from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Past,
    Future,
    Unknown,
}

/// A direction and the rule that told it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) direction: Direction,
    pub(crate) rule: &'static str,
    /// Whether the form says so outright; a mere present tense does not.
    pub(crate) firm: bool,
}

/// Whether a rule anchors by the tense or mood of the finite verb.
pub(crate) fn is_tense(rule: &str) -> bool {
    matches!(
        rule,
        "timex.anchor.past"
            | "timex.anchor.present"
            | "timex.anchor.future"
            | "timex.anchor.modal"
            | "timex.anchor.conditional"
            | "timex.today.reference"
    )
}

/// The finite verb of the clause of a token, which told its tense.
pub(crate) fn finite(scan: &Scan<'_>, token: usize) -> Option<Span> {
    scan.ask_verb(token, |verb| verb.finite)
        .flatten()
        .and_then(|finite| finite.get(&scan.layer.tokens))
        .map(|token| token.span)
}

static REPORT: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    include_str!("../data/report_verbs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

const fn told(direction: Direction, rule: &'static str, firm: bool) -> Told {
    Told { direction, rule, firm }
}

/// Where the time of an expression lies, by its preposition, the participle beside it, and the verb of its clause.
pub(crate) fn of(scan: &Scan<'_>, expression: &Expression) -> Told {
    let before = preposition(scan, expression);
    match before {
        Word::Preposition(Preposition::From) => {
            let since = |back: usize| {
                let form = scan.form_of(expression.first.wrapping_sub(back));
                form.eq_ignore_ascii_case("seit")
            };
            if since(1) || since(2) {
                return told(Direction::Past, "timex.anchor.seit", true);
            }
        }
        Word::Preposition(Preposition::Of)
            if scan.form_of(expression.first.wrapping_sub(1)) == "vom"
                && !(expression.end..expression.end + 2)
                    .any(|at| matches!(scan.form_of(at), "bis" | "–" | "-" | "an" | "auf")) =>
        {
            return told(Direction::Past, "timex.anchor.vom", true);
        }
        Word::Preposition(Preposition::For) if is_day(expression) || is_planned(scan, expression) => {
            return told(Direction::Future, "timex.anchor.announcement", true);
        }
        _ => {}
    }
    if is_postponed(scan, expression) || is_coming(scan, expression) {
        return told(Direction::Future, "timex.anchor.announcement", false);
    }
    if let Some(told) = participle(scan, expression) {
        return told;
    }
    let by_verb = by_verb(scan, expression.first);
    match (before, by_verb.direction) {
        // nach dem Montag feiert sie wieder
        (Word::Preposition(Preposition::After), Direction::Future | Direction::Unknown)
            if !by_verb.firm && !matches!(expression.meaning, Meaning::Date(When::Weekend(_))) =>
        {
            told(Direction::Past, "timex.anchor.nach", false)
        }
        // zum 31. Dezember läuft die Frist ab
        (Word::Preposition(Preposition::To), Direction::Future | Direction::Unknown)
            if scan
                .form_of(expression.first.wrapping_sub(1))
                .eq_ignore_ascii_case("zum") =>
        {
            told(Direction::Future, "timex.anchor.announcement", true)
        }
        (Word::Preposition(Preposition::Until), Direction::Unknown) => {
            told(Direction::Future, "timex.anchor.announcement", false)
        }
        (_, Direction::Unknown) => by_words(scan, expression),
        _ => by_verb,
    }
}

/// *auf den 5. September verschoben*; but not the second day of *vom 3. auf den 4. Februar*.
fn is_postponed(scan: &Scan<'_>, expression: &Expression) -> bool {
    if !matches!(expression.meaning, Meaning::Date(When::Day { .. } | When::Month { .. })) {
        return false;
    }
    let mut at = expression.first.wrapping_sub(1);
    if scan.word_of(at) == Word::Det {
        at = at.wrapping_sub(1);
    }
    let before = at.wrapping_sub(1);
    let ranged = scan.lexemes.get(before).is_some_and(|lexeme| lexeme.number.is_some())
        || matches!(
            scan.word_of(before),
            Word::Month(_) | Word::Weekday(_) | Word::Ordinal(_)
        );
    scan.form_of(at) == "auf" && !ranged
}

/// *die kommende Regatta am 26. August*
fn is_coming(scan: &Scan<'_>, expression: &Expression) -> bool {
    matches!(
        expression.meaning,
        Meaning::Date(When::Day { .. } | When::Month { .. } | When::Weekday { .. })
    ) && matches!(
        preposition(scan, expression),
        Word::Preposition(Preposition::On | Preposition::In)
    ) && (2..=4).any(|back| {
        let lexeme = scan.lexemes.get(expression.first.wrapping_sub(back));
        lexeme.is_some_and(|lexeme| matches!(lexeme.word, Word::Shift(1..)))
    })
}

/// *ist für Mitte April vorgesehen*, *kündigte für den Herbst eine Ausstellung an*; but not *war für April geplant*,
/// which tells what has come to nothing as often as what is to come.
fn is_planned(scan: &Scan<'_>, expression: &Expression) -> bool {
    let planned = scan.ask_verb(expression.first, |verb| {
        let undone = verb.tense == Tense::Pluperfect
            || matches!(
                finite_form(scan, verb),
                "war" | "waren" | "War" | "Waren" | "wäre" | "wären"
            );
        !undone && List::Plan.has(&verb.lemma)
    });
    planned.unwrap_or(false)
}

/// Whether an expression is a day; *für* announces days, of longer times it reports as often.
fn is_day(expression: &Expression) -> bool {
    matches!(
        expression.meaning,
        Meaning::PartOf(..)
            | Meaning::Date(
                When::Day { .. }
                    | When::Weekday { .. }
                    | When::NthWeekday { .. }
                    | When::Weekend(_)
                    | When::Holiday { .. }
            )
    )
}

/// The tense of the clause around a token.
pub(crate) fn by_verb(scan: &Scan<'_>, token: usize) -> Told {
    scan.ask(token, |syntax| {
        let mut clause = syntax.clause_of(TokenIdx::new(token));
        let mut planned = false;
        for _ in 0..4 {
            let Some(here) = clause else { break };
            if let Some(verb) = syntax.verb_of(here) {
                if verb.finite.is_some() {
                    return by_group(scan, syntax, verb, planned);
                }
                planned = true;
            }
            clause = here.parent.and_then(|parent| parent.get(&syntax.clauses));
            if here.kind == ClauseKind::Infinitive {
                planned = true;
            }
        }
        told(Direction::Unknown, "timex.anchor.default", false)
    })
}

fn by_group(scan: &Scan<'_>, syntax: &Syntax, verb: &VerbGroup, planned: bool) -> Told {
    if planned {
        return told(Direction::Future, "timex.anchor.infinitive", false);
    }
    let modal = verb.modal.as_deref();
    if verb.tense == Tense::Past && is_present_form(scan, verb) {
        return told(Direction::Future, "timex.anchor.present", false);
    }
    // *würden im Mai vorgestellt*, *könnte im August stattfinden*: the Konjunktiv II of what carries no past.
    if verb.tense == Tense::Past && verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous {
        return told(Direction::Future, "timex.anchor.conditional", false);
    }
    match verb.tense {
        Tense::Past | Tense::Perfect | Tense::Pluperfect => {
            if matches!(modal, Some("sollen" | "können" | "dürfen" | "müssen" | "wollen"))
                && verb.mood_ambiguous
                && verb.tense == Tense::Past
            {
                // sollte, könnte: as often a plan as a past.
                return told(Direction::Unknown, "timex.anchor.modal", false);
            }
            if List::Schedule.has(&verb.lemma) {
                return told(Direction::Future, "timex.anchor.announcement", false);
            }
            told(Direction::Past, "timex.anchor.past", true)
        }
        // wurde entlassen: a participle that looks like an infinitive.
        Tense::Future | Tense::FuturePerfect if finite_form(scan, verb).starts_with("wurde") => {
            told(Direction::Past, "timex.anchor.past", true)
        }
        Tense::Future | Tense::FuturePerfect => told(Direction::Future, "timex.anchor.future", true),
        Tense::Present if modal.is_none() && is_unknown_perfect(scan, syntax, verb) => {
            told(Direction::Past, "timex.anchor.past", false)
        }
        Tense::Present if verb.mood_ambiguous && is_past_form(scan, verb) => {
            told(Direction::Past, "timex.anchor.past", true)
        }
        Tense::Present if modal.is_some() => told(Direction::Future, "timex.anchor.modal", true),
        Tense::Present => told(Direction::Future, "timex.anchor.present", false),
    }
}

fn finite_form<'a>(scan: &Scan<'a>, verb: &VerbGroup) -> &'a str {
    verb.finite
        .and_then(|finite| finite.get(&scan.layer.tokens))
        .map_or("", |token| token.span.slice(scan.text))
}

/// Whether the finite verb is a Präsens of the third person and its Präteritum one of the second: *startet*.
fn is_present_form(scan: &Scan<'_>, verb: &VerbGroup) -> bool {
    let form = finite_form(scan, verb);
    if !form.ends_with('t') {
        return false;
    }
    let (mut present, mut past) = (false, false);
    for analysis in Lexicon::german().analyses(form) {
        let features = analysis.features;
        if features.mood == Some(Mood::Indicative) && features.person == Some(Person::Third) {
            present |= features.tense == Some(Tense::Present);
            past |= features.tense == Some(Tense::Past);
        }
    }
    present && !past
}

/// *ist … umgekippt*: an auxiliary whose participle the lexicon does not know, at the end of the clause.
fn is_unknown_perfect(scan: &Scan<'_>, syntax: &Syntax, verb: &VerbGroup) -> bool {
    // A participle that was understood is none of these.
    let known = verb.finite.is_some_and(|finite| finite != verb.main);
    if known || !matches!(finite_form(scan, verb), "ist" | "sind" | "hat" | "haben") {
        return false;
    }
    let last = verb
        .clause
        .get(&syntax.clauses)
        .and_then(|clause| clause.tokens.last())
        .and_then(|last| last.get(&scan.layer.tokens))
        .map_or("", |token| token.span.slice(scan.text));
    let inner = last.find("ge").is_some_and(|at| at > 0 || last.len() > 6);
    inner && last.starts_with(char::is_lowercase) && (last.ends_with('t') || last.ends_with("en"))
}

/// Whether the finite verb is a Präteritum and no Präsens, whatever mood was chosen: *suchten … ab*.
fn is_past_form(scan: &Scan<'_>, verb: &VerbGroup) -> bool {
    let mut past = false;
    for analysis in Lexicon::german().analyses(finite_form(scan, verb)) {
        if verb.lemma.ends_with(analysis.lemma)
            && analysis.features.verb_form == Some(VerbForm::Finite)
            && analysis.features.mood == Some(Mood::Indicative)
        {
            match analysis.features.tense {
                Some(Tense::Past) => past = true,
                _ => return false,
            }
        }
    }
    past
}

/// Whether a clause tells when something was reported.
pub(crate) fn is_report(clause: &Clause, verb: Option<&VerbGroup>) -> bool {
    clause.kind == ClauseKind::Comment || verb.is_some_and(|verb| REPORT.contains(verb.lemma.as_str()))
}

/// The preposition before an expression, an article passed over.
pub(crate) fn preposition(scan: &Scan<'_>, expression: &Expression) -> Word {
    let before = scan.word_of(expression.first.wrapping_sub(1));
    if before == Word::Det {
        return scan.word_of(expression.first.wrapping_sub(2));
    }
    before
}

/// *der am Freitag veröffentlichte Bericht*, *das für Mai geplante Treffen*.
fn participle(scan: &Scan<'_>, expression: &Expression) -> Option<Told> {
    for at in expression.end..expression.end + 5 {
        let form = scan.form_of(at);
        let first = form.chars().next()?;
        let word = scan.word_of(at);
        let article = matches!(word, Word::Det | Word::One | Word::This | Word::Every | Word::All);
        if !first.is_alphabetic() || article || first.is_uppercase() && at == expression.end {
            return None;
        }
        if first.is_uppercase() {
            continue;
        }
        let capital = |at: usize| scan.lexemes.get(at).is_some_and(|lexeme| lexeme.capital);
        // vor Rügen gesunkenen dänischen Kutters
        let adjective = scan.form_of(at + 1).ends_with(['e', 'n', 'r', 's', 'm']);
        if !(capital(at + 1) || adjective && capital(at + 2)) {
            continue;
        }
        let stem = ["en", "er", "es", "em", "e"]
            .iter()
            .find_map(|ending| form.strip_suffix(ending));
        let Some(stem) = stem else { continue };
        if List::Ahead.has(stem) {
            return Some(told(Direction::Future, "timex.anchor.participle", true));
        }
        if List::Back.begins(form) && (stem.ends_with('t') || stem.ends_with("en")) && stem.len() > 5 {
            return Some(told(Direction::Past, "timex.anchor.participle", true));
        }
    }
    None
}

/// Where no verb group is known: auxiliaries in the sentence.
fn by_words(scan: &Scan<'_>, expression: &Expression) -> Told {
    let layer = scan.layer;
    let Some(sentence) = layer
        .sentence_of(TokenIdx::new(expression.first))
        .and_then(|sentence| sentence.get(&layer.sentences))
    else {
        return told(Direction::Unknown, "timex.anchor.default", false);
    };
    // A clause that has its verb was asked already; a sentence is looked through only when it is short enough.
    let from = sentence.tokens.start().index().max(expression.first.saturating_sub(40));
    let to = sentence.tokens.end().index().min(expression.end + 40);
    for at in from..to {
        let form = scan.form_of(at);
        if !form.is_ascii() || form.len() > 8 {
            continue;
        }
        if List::ToldPast.has(form) {
            return told(Direction::Past, "timex.anchor.past", false);
        }
        if List::ToldFuture.has(form) {
            return told(Direction::Future, "timex.anchor.announcement", false);
        }
    }
    told(Direction::Unknown, "timex.anchor.default", false)
}
