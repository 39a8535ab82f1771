//! What a time dates: the clause it stands in, or a noun beside it.

use wortlaut_lexicon::{Category, Tense, VerbForm};
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, NounPhrase};
use wortlaut_text::IdxRange;
use wortlaut_timex::{Granularity, TimexType};
use wortlaut_tokenize::{Token, TokenIdx, TokenKind};

use crate::anchor::{Anchor, Relation, opens_bracket};
use crate::scene::Scene;
use crate::words::{is_one_of, is_plan_verb};

/// What a time dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// What the clause tells.
    Clause(ClauseIdx),
    /// What the clause tells, which is named by an event noun: *bei einer Kundgebung am Dienstag*.
    Occasion(ClauseIdx, TokenIdx),
    /// Only what a noun names: *vor der Wahl am 9. Juni*.
    Noun {
        clause: Option<ClauseIdx>,
        head: TokenIdx,
        /// From the noun's article to the end of the time.
        tokens: IdxRange<Token>,
    },
}

/// Prepositions before an event noun that put the whole clause into the time of the event.
const OCCASION: &[&str] = &[
    "während",
    "bei",
    "beim",
    "auf",
    "in",
    "im",
    "anlässlich",
    "zu",
    "zum",
    "zur",
    "mit",
    "per",
    "am",
];

/// Verbs whose object can have a deadline of its own.
const DECISIONS: &[&str] = &[
    "beschließen",
    "vereinbaren",
    "zusagen",
    "zusichern",
    "versprechen",
    "fordern",
    "verlangen",
    "ankündigen",
    "anordnen",
    "verfügen",
    "verabschieden",
    "billigen",
    "genehmigen",
    "aushandeln",
    "vorschlagen",
    "anbieten",
];

/// Verbs of wanting, whose object can have a deadline of its own at any time.
const WISHES: &[&str] = &[
    "fordern",
    "verlangen",
    "erwarten",
    "wünschen",
    "hoffen",
    "drängen",
    "dringen",
    "pochen",
    "bestehen",
    "plädieren",
    "werben",
    "anmahnen",
];

/// What an anchor dates, if anything.
pub(crate) fn target(scene: &Scene<'_>, anchor: &Anchor) -> Option<Target> {
    let first = anchor.tokens.start();
    let clause = scene
        .telling_clause(first)
        .or_else(|| scene.telling_clause(anchor.time));
    let clause = clause.map(|found| behind_frame(scene, anchor, found).unwrap_or(found));
    let index = clause.map(|(index, _)| index);
    let sentence_start = scene
        .input
        .tokens
        .sentence_of(first)
        .and_then(|sentence| sentence.get(&scene.input.tokens.sentences))
        .map_or(first, |sentence| sentence.tokens.start());
    let left = first.previous().filter(|&left| left >= sentence_start);
    if anchor.label {
        return labelled(scene, anchor);
    }
    // *Sven Aurich, seit zwei Jahren im Amt, will …*: an apposition tells nothing of its clause.
    if left.is_some_and(|left| is_apposition(scene, anchor, clause, left)) {
        return None;
    }
    // *(1998)*: a year in brackets dates the name before it; *(20.15 Uhr)* says more about the time before it.
    if left.is_some_and(|left| opens_bracket(scene, left)) {
        return index.filter(|_| is_clock(scene, anchor)).map(Target::Clause);
    }
    let named = left.and_then(|left| noun_before(scene, sentence_start, left, first));
    if let Some(target) = attribute_of(scene, anchor, index) {
        return target;
    }
    if is_genitive(scene, anchor, left) {
        // *die Ereignisse des Jahres 1989*
        let (phrase, head) = named?;
        return Some(Target::Noun {
            clause: index,
            head,
            tokens: cover(phrase.core, anchor.tokens),
        });
    }
    if anchor.relation == Relation::Since && left.is_some_and(|left| is_record(scene, sentence_start, left)) {
        return None;
    }
    let preposition = anchor.preposition.map_or("", |token| scene.word(token));
    // *verhagelte das dritte Quartal*: what is spoken of, not when.
    if is_object(scene, anchor, clause) {
        return None;
    }
    // *das Kapitel über die sechziger Jahre*: what something is about.
    let is_noun = |token: TokenIdx| matches!(scene.category(token), Category::Noun | Category::Name);
    let about = preposition == "über" && left.is_some_and(is_noun);
    if about && named.is_none() {
        return None;
    }
    // *bezifferte die Lücke für das laufende Jahr*
    let measure = preposition == "für" && anchor.granularity >= Granularity::Month;
    if measure && named.is_none() && left.is_some_and(is_noun) && !is_plan(scene, clause) {
        return None;
    }
    // *ein Fass Öl zur Lieferung im September*
    let purpose = left
        .filter(|&left| is_noun(left) && named.is_none() && is_one_of(preposition, &["im", "in"]))
        .and_then(|left| left.previous())
        .filter(|&before| is_one_of(scene.word(before), &["zur", "zum"]))
        .and_then(TokenIdx::previous);
    if purpose.is_some_and(is_noun) {
        return None;
    }
    let effect = left.is_some_and(|left| is_one_of(scene.word(left), &["Wirkung"]));
    let from = is_one_of(preposition, &["vom", "von", "aus"]) && anchor.relation == Relation::At && !effect;
    // *beschloss den Ausstieg bis 2038*: the deadline is that of the thing, not of the decision.
    let deadline = anchor.relation == Relation::Until
        && left.is_some_and(is_noun)
        && clause.and_then(|(_, clause)| scene.verb(clause)).is_some_and(|verb| {
            let decided = matches!(verb.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect);
            decided && is_one_of(&verb.lemma, DECISIONS) || is_one_of(&verb.lemma, WISHES)
        });
    if deadline {
        let wished = clause
            .and_then(|(_, clause)| scene.verb(clause))
            .is_some_and(|verb| is_one_of(&verb.lemma, WISHES));
        return named.filter(|_| !wished).map(|(phrase, head)| Target::Noun {
            clause: index,
            head,
            tokens: cover(phrase.core, anchor.tokens),
        });
    }
    // *die „Große Flut“ von 1962*: a title
    let closes = |token: TokenIdx| {
        token
            .get(&scene.input.tokens.tokens)
            .is_some_and(|token| token.kind == TokenKind::QuoteClose)
    };
    if from && left.is_some_and(closes) {
        return None;
    }
    let Some((phrase, head)) = named else {
        let left = left.and_then(|left| if closes(left) { left.previous() } else { Some(left) });
        let noun = left.is_some_and(is_noun);
        // *die Ausgabe vom Montag*, *der Umsatz für 2012*: dates a thing, not an event.
        if noun && from {
            return None;
        }
        return index.map(Target::Clause);
    };
    let noun = Target::Noun {
        clause: index,
        head,
        tokens: cover(phrase.core, anchor.tokens),
    };
    let governor = phrase.preposition.map_or("", |token| scene.word(token));
    // *seit Beginn der Messungen im Jahr 1881*: with what is compared.
    if is_one_of(governor, &["seit"]) {
        let measured = scene.event_noun(head).is_some_and(|noun| noun.noun == "beginn");
        return (!measured).then_some(noun);
    }
    if from && !is_one_of(governor, OCCASION) {
        return Some(noun);
    }
    match phrase.preposition.map(|token| scene.word(token)) {
        Some(governor) if is_one_of(governor, OCCASION) || governor.eq_ignore_ascii_case("Während") => {
            Some(index.map_or(noun, |index| Target::Occasion(index, head)))
        }
        Some(_) => Some(noun),
        // Two things before the finite verb are one: *Die Wahl am Sonntag hat …*.
        None => match clause {
            Some((index, clause)) => {
                let finite = scene.verb(clause).and_then(|verb| verb.finite);
                let in_front = clause.kind == ClauseKind::Main
                    && finite.is_some_and(|finite| finite > anchor.time)
                    && phrase.core.start().index() <= clause.tokens.start().index() + 1;
                Some(if in_front {
                    Target::Occasion(index, head)
                } else {
                    Target::Clause(index)
                })
            }
            None => Some(noun),
        },
    }
}

/// Whether a time is the object of its clause: *das dritte Quartal*, but not *die ganze Woche*, *die Woche beginnt*.
fn is_object(scene: &Scene<'_>, anchor: &Anchor, clause: Option<(ClauseIdx, &Clause)>) -> bool {
    let first = anchor.tokens.start();
    let what = |token: TokenIdx| is_one_of(scene.word(token), &["das", "die"]);
    // *blickt auf das laufende Jahr*; but *auf das Jahr 2027 verschoben*.
    let moved = clause
        .and_then(|(_, clause)| scene.verb(clause))
        .is_some_and(|verb| is_one_of(&verb.lemma, MOVES));
    if is_one_of(scene.word(first), &["auf"]) && what(first.next()) && !moved {
        return anchor.granularity >= Granularity::Week;
    }
    let article = anchor.preposition.is_none() && what(first);
    let Some((_, clause)) = clause.filter(|_| article && anchor.granularity >= Granularity::Week) else {
        return false;
    };
    let lasts = anchor.tokens.iter().skip(1).take(3).any(|token| {
        let word = scene.word(token);
        let whole = ["ganz", "gesamt", "letzt", "vergangen", "nächst", "kommend"];
        whole.iter().any(|start| word.starts_with(start)) || word.starts_with(|first: char| first.is_ascii_digit())
    });
    let subject = scene.input.syntax.subject_of(clause);
    !lasts
        && clause.introducer != Some(first)
        && subject.is_some_and(|subject| !subject.core.contains(anchor.time) && !subject.core.contains(first))
}

/// Verbs that put something at another time.
const MOVES: &[&str] = &[
    "verschieben",
    "verlegen",
    "vertagen",
    "legen",
    "terminieren",
    "ansetzen",
    "verlängern",
];

/// Whether a clause speaks of what is planned or expected.
fn is_plan(scene: &Scene<'_>, clause: Option<(ClauseIdx, &Clause)>) -> bool {
    clause
        .and_then(|(index, clause)| Some((index, scene.verb(clause)?)))
        .is_some_and(|(index, verb)| verb.modal.is_some() || is_plan_verb(scene.teller(index, verb).1))
}

/// The first clause behind a date that stands before a colon.
fn labelled(scene: &Scene<'_>, anchor: &Anchor) -> Option<Target> {
    let sentence = scene.input.tokens.sentence_of(anchor.time)?;
    let behind = anchor.tokens.end().next();
    scene
        .input
        .syntax
        .clauses_in(sentence)
        .take(12)
        .find(|(_, clause)| clause.verb.is_some() && clause.kind == ClauseKind::Main && clause.tokens.end() > behind)
        .map(|(index, _)| Target::Clause(index))
}

/// Whether a time with *seit* or *bis* stands between two commas without a verb, right behind a noun.
fn is_apposition(scene: &Scene<'_>, anchor: &Anchor, clause: Option<(ClauseIdx, &Clause)>, left: TokenIdx) -> bool {
    let open_end = matches!(anchor.relation, Relation::Since | Relation::Until);
    let noun = left
        .previous()
        .is_some_and(|token| matches!(scene.category(token), Category::Noun | Category::Name) && !scene.is_time(token));
    if !open_end || !noun || scene.word(left) != "," {
        return false;
    }
    let finite = clause
        .and_then(|(_, clause)| scene.verb(clause))
        .and_then(|verb| verb.finite);
    let comma = std::iter::successors(Some(anchor.tokens.end()), |token| Some(token.next()))
        .take(8)
        .take_while(|token| Some(*token) != finite)
        .find(|&token| scene.word(token) == ",");
    comma.is_some_and(|comma| finite.is_some_and(|finite| finite > comma || finite < left))
}

/// Where a frame cuts the time off from what it dates (*In den Neunzigern, erzählt er, sei er …*), the clause behind
/// the frame: the time is part of what is said, not of the saying.
fn behind_frame<'a>(
    scene: &Scene<'a>,
    anchor: &Anchor,
    (_, clause): (ClauseIdx, &'a Clause),
) -> Option<(ClauseIdx, &'a Clause)> {
    let verb = scene.verb(clause)?;
    let (index, quotation) = scene.claim_at(anchor.time)?;
    if !scene.quotations_cued_by(&verb.tokens).contains(&index) {
        return None;
    }
    let time = scene.span(anchor.time)?;
    let rest = quotation.content.iter().find(|part| part.start() >= time.end())?;
    scene.telling_clause(scene.input.tokens.tokens_in(*rest).start())
}

fn cover(a: IdxRange<Token>, b: IdxRange<Token>) -> IdxRange<Token> {
    IdxRange::new(a.start().min(b.start()).index(), a.end().max(b.end()).index())
}

fn is_clock(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    anchor
        .timexes
        .iter()
        .filter_map(|index| index.get(scene.input.times))
        .all(|timex| timex.kind == TimexType::Time)
}

/// The noun phrase with an event noun that ends right before `first`: the phrase itself, or the one its genitive or
/// prepositional attributes belong to (*der Abriss des Doms vor 90 Jahren*).
fn noun_before<'a>(
    scene: &Scene<'a>,
    sentence_start: TokenIdx,
    left: TokenIdx,
    first: TokenIdx,
) -> Option<(&'a NounPhrase, TokenIdx)> {
    let mut edge = first;
    for phrase in scene.phrases_before(first).take(4) {
        let touches = phrase.core.end() == edge || (phrase.tokens.end() >= edge && phrase.core.contains(left));
        if phrase.core.start() < sentence_start
            || !(touches || phrase.tokens.end() >= first && phrase.core.end() <= edge)
        {
            return None;
        }
        // *ein Interview Weber*: a name behind the noun may pass for the head.
        let head = phrase
            .core
            .iter()
            .rev()
            .take(4)
            .find(|&token| scene.event_noun(token).is_some());
        if let Some(head) = head {
            return Some((phrase, head));
        }
        // On to the phrase this one may belong to: over its preposition, never over anything else.
        edge = phrase.core.start();
        if let Some(preposition) = phrase.preposition {
            if preposition.next() == edge {
                edge = preposition;
            }
        }
    }
    None
}

/// Whether what stands before *seit* is a comparison with all since: *den höchsten Stand seit 1954*, *erstmals seit*,
/// *zum ersten Mal seit*. It tells nothing that went on since.
fn is_record(scene: &Scene<'_>, sentence_start: TokenIdx, left: TokenIdx) -> bool {
    // *so viel wie seit Jahren nicht mehr*
    if is_one_of(scene.word(left), &["erstmals", "wie"]) {
        return true;
    }
    std::iter::successors(Some(left), |token| token.previous())
        .take(10)
        .take_while(|&token| token >= sentence_start)
        .take_while(|&token| !matches!(scene.category(token), Category::Verb | Category::Auxiliary))
        .any(|token| {
            let word = scene.word(token);
            let superlative = ["ste", "sten", "ster", "stes", "stem"]
                .iter()
                .any(|ending| word.ends_with(ending));
            // *nächsten* and the like place, they do not compare.
            let compares = !is_one_of(word, &["nächste", "nächsten", "nächster", "nächstes", "nächstem"]);
            scene.category(token) == Category::Adjective && superlative && compares
        })
}

/// What an expression dates that stands inside a noun phrase, before its head: the event the head names (*das gestrige
/// Treffen*, *der für Freitag geplante Streik*), else what a participle tells (*die am Montag vorgelegten Zahlen*).
/// The inner `None` is a thing that is no event: *die heutige Stadt*.
fn attribute_of(scene: &Scene<'_>, anchor: &Anchor, clause: Option<ClauseIdx>) -> Option<Option<Target>> {
    if anchor.relation == Relation::Range {
        return None;
    }
    let (_, phrase) = scene.input.syntax.phrase_at(anchor.time)?;
    let between = IdxRange::<Token>::new(anchor.tokens.end().index(), phrase.head.index());
    let inside = phrase.core.start() < anchor.tokens.start() && phrase.head >= anchor.tokens.end();
    if !inside || between.len() > 8 {
        return None;
    }
    let last = between.iter().last();
    let participle = last.filter(|&token| is_participle(scene, token));
    // A time with words behind it that are no adjectives is not inside: the parser read on too far.
    let adjective = scene.category(anchor.time) == Category::Adjective && anchor.preposition.is_none()
        // *eine seit Monaten bekannte Lücke*
        || anchor.preposition.is_some() && last.is_some_and(|token| scene.category(token) == Category::Adjective);
    if participle.is_none() && !adjective {
        return None;
    }
    let told = Some(phrase.head)
        .filter(|&head| scene.event_noun(head).is_some())
        .or(participle);
    Some(told.map(|head| Target::Noun {
        clause,
        head,
        tokens: phrase.core,
    }))
}

/// Whether a token is an inflected participle: *geplante*, *vorgelegten*.
fn is_participle(scene: &Scene<'_>, token: TokenIdx) -> bool {
    let word = scene.word(token);
    let stems = ["en", "er", "es", "em", "e"]
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let lexicon = wortlaut_lexicon::Lexicon::german();
    stems.into_iter().any(|stem| {
        lexicon
            .analyses(stem)
            .any(|analysis| analysis.features.verb_form == Some(VerbForm::PastParticiple))
    })
}

/// Whether the expression belongs to the noun before it where its clause has a time of its own already: *hatten am
/// Montag Fehler in den neunziger Jahren zugegeben*.
pub(crate) fn is_attribute(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let left = anchor.tokens.start().previous();
    let noun = left.is_some_and(|left| matches!(scene.category(left), Category::Noun | Category::Name));
    let preposition = anchor.preposition.map_or("", |token| scene.word(token));
    noun && is_one_of(preposition, &["in", "im", "aus", "von", "vom"]) && anchor.relation == Relation::At
}

/// Whether the expression is a genitive that belongs to the noun before it: *der vergangenen fünf Monate*.
fn is_genitive(scene: &Scene<'_>, anchor: &Anchor, left: Option<TokenIdx>) -> bool {
    if anchor.preposition.is_some() {
        return false;
    }
    let Some(left) = left else { return false };
    let noun = matches!(scene.category(left), Category::Noun | Category::Name);
    let opens = scene.word(anchor.tokens.start());
    let ends = anchor.tokens.last().map_or("", |last| scene.word(last));
    let article = is_one_of(
        opens,
        &["des", "der", "dieses", "dieser", "jenes", "jener", "eines", "einer"],
    );
    // *kommenden Jahres*: the ending tells, where there is no article.
    let ending = opens.ends_with("en") && ends.ends_with('s') && opens != ends;
    noun && (article || ending)
}
