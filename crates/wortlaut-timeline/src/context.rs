//! What stands before a time expression: its preposition, and what takes the time out again.

use wortlaut_lexicon::Category;
use wortlaut_text::IdxRange;
use wortlaut_tokenize::{Sentence, Token, TokenIdx};

use crate::scene::Scene;
use crate::words::{ARTICLES, FOCUS, is_one_of};

/// What stands before a time expression.
pub(crate) struct Context<'a> {
    /// From the preposition, or from the article where it has none.
    pub(crate) tokens: IdxRange<Token>,
    pub(crate) preposition: Option<TokenIdx>,
    /// The preposition; empty where there is none.
    word: &'a str,
    /// *bis* before another preposition: *bis zum*, *bis in*.
    pub(crate) until: bool,
    /// *nicht* before the preposition.
    pub(crate) denied: bool,
    /// *statt im Dezember*, *mehr als im Vorjahr*: a time that something else is held against.
    pub(crate) excluded: bool,
}

impl<'a> Context<'a> {
    pub(crate) fn of(scene: &Scene<'a>, sentence: &Sentence, time: IdxRange<Token>) -> Option<Self> {
        let end = time.end().index();
        let mut at = time.start();
        let previous = |at: TokenIdx| at.previous().filter(|&token| sentence.tokens.contains(token));
        for _ in 0..3 {
            match previous(at) {
                Some(token) if is_one_of(scene.word(token), FOCUS) || is_one_of(scene.word(token), ARTICLES) => {
                    at = token;
                }
                _ => break,
            }
        }
        let is_preposition = |token: TokenIdx| {
            matches!(scene.category(token), Category::Preposition | Category::Postposition)
                || is_one_of(scene.word(token), TEMPORAL)
        };
        let Some(token) = previous(at).filter(|&token| is_preposition(token)) else {
            return Some(Context {
                tokens: IdxRange::new(at.index(), end),
                preposition: None,
                word: "",
                until: false,
                denied: false,
                excluded: is_excluded(scene, sentence, at)
                    || is_circumstance(scene, sentence, at)
                    || is_compared(scene, sentence, at),
            });
        };
        let is = |word: &'static str| previous(token).filter(|&before| scene.word(before).eq_ignore_ascii_case(word));
        let before = is("bis");
        let denied = is("nicht").is_some();
        let first = before.unwrap_or(token);
        // *zum dritten Mal nach 2006*: what is counted or compared with.
        let counted = scene.word(token).eq_ignore_ascii_case("nach")
            && previous(token).is_some_and(|left| is_one_of(scene.word(left), &["mal", "male", "erstmals"]));
        // *nie am Wochenende*
        let never = is("nie").or(is("niemals")).is_some();
        // *nicht in drei Monaten*: the time at which it does not happen; *nicht vor 2028* is then or later.
        let other = denied && is_one_of(scene.word(token), &["in", "im", "am", "an", "um", "zu", "zum"]);
        Some(Context {
            tokens: IdxRange::new(before.unwrap_or(token).index(), end),
            preposition: Some(token),
            word: scene.word(token),
            until: before.is_some(),
            denied,
            excluded: counted
                || never
                || other
                || is_one_of(scene.word(token), INSTEAD)
                || is_measured_by(scene, token)
                || is_excluded(scene, sentence, first)
                || is_compared(scene, sentence, first)
                || is_former_figure(scene, sentence, first, time.end()),
        })
    }

    pub(crate) fn is(&self, list: &[&str]) -> bool {
        is_one_of(self.word, list)
    }
}

/// *statt* and its like.
const INSTEAD: &[&str] = &["statt", "anstatt", "anstelle"];

/// Whether the phrase of time that starts at `first` is one that another replaces: *statt im Mai*, *statt wie geplant im
/// Mai*.
fn is_excluded(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx) -> bool {
    std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(4)
        .find(|&token| !is_one_of(scene.word(token), PASSED_OVER))
        .is_some_and(|token| is_one_of(scene.word(token), INSTEAD))
}

/// *gegenüber dem Vorjahr*, *im Vergleich zum Vorjahr*, *verglichen mit 2019*.
fn is_measured_by(scene: &Scene<'_>, preposition: TokenIdx) -> bool {
    let before = preposition.previous();
    match scene.word(preposition) {
        "gegenüber" | "Gegenüber" => true,
        "zu" | "zum" | "zur" | "mit" => {
            before.is_some_and(|before| is_one_of(scene.word(before), &["Vergleich", "verglichen"]))
        }
        _ => false,
    }
}

/// *25 Cent mehr als am Vortag*, *so viele wie im Jahr 2020*: a time that is compared with. *als* and *wie* that open a
/// clause (*wie am Montag bekannt wurde*) compare nothing.
fn is_compared(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx) -> bool {
    std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(3)
        .find(|&token| {
            !is_one_of(
                scene.word(token),
                &["noch", "zuletzt", "zuvor", "bereits", "schon", "zum", "etwa"],
            )
        })
        .filter(|&token| matches!(scene.word(token), "als" | "wie"))
        .is_some_and(|token| {
            let clause = scene.input.syntax.clause_of(token);
            clause.is_none_or(|clause| clause.introducer != Some(token))
        })
}

/// *von 2,51 Prozent am Vortag auf 2,54 Prozent*, *nach 31 Toten im Jahr 2023*: when a figure was another one.
fn is_former_figure(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx, end: TokenIdx) -> bool {
    let is_number = |token: TokenIdx| {
        scene.word(token).starts_with(|first: char| first.is_ascii_digit())
            || is_one_of(
                scene.word(token),
                &[
                    "null", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
                ],
            )
    };
    let mut number = false;
    for token in std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(7)
    {
        let category = scene.category(token);
        number |= is_number(token);
        match scene.word(token) {
            "von" => return number && is_one_of(scene.word(end), &["auf", "zu"]),
            "nach" | "Nach" => return number && is_one_of(scene.word(first), &["im", "in", "aus"]),
            "," | ";" | ":" => return false,
            _ if matches!(category, Category::Verb | Category::Auxiliary) => return false,
            _ => {}
        }
    }
    false
}

/// *nach einem starken ersten Halbjahr*: a stretch with a quality of its own, behind which something comes.
fn is_circumstance(scene: &Scene<'_>, sentence: &Sentence, first: TokenIdx) -> bool {
    let mut before = std::iter::successors(first.previous(), |token| token.previous())
        .take_while(|&token| sentence.tokens.contains(token))
        .take(4)
        .skip_while(|&token| {
            matches!(scene.category(token), Category::Adjective | Category::Determiner)
                || is_one_of(scene.word(token), ARTICLES)
        });
    first
        .previous()
        .is_some_and(|token| scene.category(token) == Category::Adjective)
        && before
            .next()
            .is_some_and(|token| is_one_of(scene.word(token), &["nach", "trotz", "wegen"]))
}

/// Words between *statt* and the time it takes out.
const PASSED_OVER: &[&str] = &[
    "wie",
    "ursprünglich",
    "bisher",
    "zunächst",
    "geplant",
    "gewohnt",
    "gewöhnlich",
    "üblich",
    "sonst",
    "früher",
    "zuvor",
    "anfangs",
    "erhofft",
    "gedacht",
    "vorgesehen",
    "angekündigt",
    "erst",
    "schon",
    "bereits",
];

/// Prepositions of time, in case the parser takes one for something else.
const TEMPORAL: &[&str] = &[
    "ab", "am", "an", "bis", "für", "gegen", "im", "in", "nach", "seit", "um", "vom", "von", "vor", "zum", "zwischen",
];
