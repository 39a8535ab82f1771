//! What stands between quotation marks: an utterance, a few words of somebody's, or a title, a name, a distance taken.
//!
//! The marks themselves are the tokenizer's business. Fewer than half of the marked spans of news text are speech.

use crate::cue::Cues;
use crate::view::{Run, View};

/// What a marked span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkReading {
    /// A sentence, or what stands for one: somebody's words.
    Utterance,
    /// Some words that are somebody's if a cue says so.
    Fragment,
    /// A title, a name, a word taken with distance.
    Other,
}

impl MarkReading {
    pub(crate) const fn is_utterance(self) -> bool {
        matches!(self, MarkReading::Utterance)
    }

    pub(crate) const fn is_fragment(self) -> bool {
        matches!(self, MarkReading::Fragment)
    }
}

/// Nouns whose name or title follows in marks, by their last part (lower case).
const TITLED: &[&str] = &[
    "film",
    "filme",
    "films",
    "roman",
    "romans",
    "buch",
    "buches",
    "buchs",
    "band",
    "zeitung",
    "zeitungen",
    "magazin",
    "magazins",
    "blatt",
    "blatts",
    "wochenblatt",
    "zeitschrift",
    "serie",
    "sendung",
    "reihe",
    "show",
    "talkshow",
    "oper",
    "operette",
    "musical",
    "stück",
    "stücks",
    "theaterstück",
    "lied",
    "lieds",
    "song",
    "album",
    "albums",
    "single",
    "schiff",
    "schiffs",
    "schiffes",
    "frachter",
    "frachters",
    "dampfer",
    "tanker",
    "fähre",
    "yacht",
    "boot",
    "boots",
    "segler",
    "schoner",
    "sonde",
    "satellit",
    "rakete",
    "operation",
    "aktion",
    "projekt",
    "projekts",
    "programm",
    "programms",
    "initiative",
    "bürgerinitiative",
    "kampagne",
    "verein",
    "vereins",
    "gruppe",
    "band",
    "bündnis",
    "organisation",
    "partei",
    "stiftung",
    "hotel",
    "hotels",
    "restaurant",
    "café",
    "kneipe",
    "gaststätte",
    "klub",
    "club",
    "diskothek",
    "portal",
    "portals",
    "website",
    "internetseite",
    "blog",
    "dienst",
    "software",
    "spiel",
    "titel",
    "titels",
    "motto",
    "mottos",
    "namen",
    "name",
    "stichwort",
    "begriff",
    "begriffs",
    "wort",
    "ausdruck",
    "spitznamen",
    "decknamen",
    "künstlernamen",
    "codenamen",
    "rubrik",
    "kategorie",
    "preis",
    "auszeichnung",
    "prädikat",
    "ausstellung",
    "schau",
    "gemälde",
    "fall",
    "bild",
    "skulptur",
    "hurrikan",
    "orkan",
    "sturm",
    "taifun",
    "tief",
    "hoch",
    "zyklon",
    "gesetz",
    "studie",
    "artikel",
    "aufsatz",
    "kolumne",
    "kapitel",
    "dokumentation",
    "komödie",
    "drama",
    "ballett",
    "sinfonie",
    "gedicht",
    "essay",
    "novelle",
    "hymne",
    "lokal",
    "ort",
    "siedlung",
    "modell",
    "marke",
    "spielfilm",
    "tageszeitung",
    "wochenzeitung",
    "boulevardzeitung",
    "nachrichtenmagazin",
    "fahrzeug",
    "flugzeug",
];

/// Words directly before the mark after which it takes distance or names.
const DISTANCING: &[&str] = &[
    "sogenannte",
    "sogenannten",
    "sogenannter",
    "sogenanntes",
    "sogenanntem",
    "genannte",
    "genannten",
    "genannter",
    "genanntes",
    "vermeintliche",
    "vermeintlichen",
    "angebliche",
    "angeblichen",
    "namens",
    "alias",
];

/// Prepositions and articles before a newspaper or a work: *im „Spiegel“*, *der „Bild“-Zeitung*.
const MEDIUM_CONTEXT: &[&str] = &["im", "dem", "der", "des", "das", "die", "vom", "zum", "beim", "den"];

/// How many tokens between the marks are looked at.
const GLANCE: usize = 120;

/// Reads all mark pairs.
pub(crate) fn read(view: &View<'_>, cues: &Cues) -> Vec<MarkReading> {
    (0..view.input.tokens.marks.len())
        .map(|pair| read_pair(view, cues, pair))
        .collect()
}

fn read_pair(view: &View<'_>, cues: &Cues, at: usize) -> MarkReading {
    let whole = view.pair(at);
    let inner = view.inner(at);
    // A glance suffices, and nested marks must not be read again and again.
    let glance = inner.start..inner.end.min(inner.start + GLANCE);
    let words = glance.clone().filter(|&i| view.is_wordlike(i)).count();
    if words == 0 {
        return MarkReading::Other;
    }
    let before = whole.start.checked_sub(1);
    if let Some(before) = before {
        if view.is_any(before, DISTANCING) {
            return MarkReading::Other;
        }
    }
    let colon = before.is_some_and(|b| view.word(b) == ":");
    let finite = { glance }.any(|i| view.finite_at(i).is_some());
    let last = inner.end.saturating_sub(1);
    let ends = inner.len() > 1 && view.is_end(last);
    let comma_inside = inner.len() > 1 && view.word(last) == ",";
    let named = is_name_like(view, inner);
    let inside_clause = before.is_some_and(|b| view.is_wordlike(b)) && !opens_sentence(view, whole);
    let framed = followed_by_frame(view, cues, whole) && !(named && inside_clause);
    let titled = before.is_some_and(|b| is_titled(view, b));
    if titled && !framed && !colon {
        return MarkReading::Other;
    }
    // *das „Hamburger Abendblatt“*, *im „Spiegel“*: few capitalised words after an article, without a verb.
    let opens_sentence = opens_sentence(view, whole);
    // Words in the midst of a clause are a part of it, however long: *das „ein Fehler ist“, sagte X*.
    let embedded = before.is_some_and(|b| !opens_sentence && view.is_wordlike(b) && !view.is_capitalized(inner.start));
    if embedded && !ends {
        return MarkReading::Fragment;
    }
    let standing_alone = opens_sentence && (ends || stands_alone(view, whole));
    if framed && (words >= 2 || ends || comma_inside || opens_sentence) {
        return MarkReading::Utterance;
    }
    if colon && (finite || ends || words >= 3) {
        return MarkReading::Utterance;
    }
    if finite && (ends || comma_inside) && words >= 2 {
        return MarkReading::Utterance;
    }
    if standing_alone && words >= 2 && (finite || words >= 4) {
        return MarkReading::Utterance;
    }
    // *»Überall Wasser.«*, *„Schluss jetzt!“ Mit diesen Worten …*
    if opens_sentence && ends && words >= 2 && !named {
        return MarkReading::Utterance;
    }
    if ends && words >= 5 {
        return MarkReading::Utterance;
    }
    if words == 1 && before.is_some_and(|b| view.is_any(b, MEDIUM_CONTEXT)) && view.is_capitalized(inner.start) {
        return MarkReading::Other;
    }
    MarkReading::Fragment
}

fn opens_sentence(view: &View<'_>, whole: Run) -> bool {
    view.sentence_of(whole.start)
        .is_some_and(|s| view.sentence(s).start == whole.start)
}

/// Whether the words look like a name: capitals with small words between, no verb, no final punctuation.
pub(crate) fn is_name_like(view: &View<'_>, inner: Run) -> bool {
    use wortlaut_lexicon::Category;
    inner.len() <= 8
        && view.is_capitalized(inner.start)
        && (inner.start..inner.end).all(|token| {
            view.finite_at(token).is_none()
                && !view.is_end(token)
                && (view.is_capitalized(token)
                    || !view.is_wordlike(token)
                    || matches!(
                        view.category(token),
                        Category::Determiner | Category::Preposition | Category::Coordination
                    ))
        })
}

/// Whether the pair is its whole sentence.
fn stands_alone(view: &View<'_>, whole: Run) -> bool {
    view.sentence_of(whole.start).is_some_and(|s| {
        let sentence = view.sentence(s);
        sentence.start == whole.start && view.trim_end(sentence).end <= whole.end
    }) && view
        .token(whole.end)
        .is_none_or(|_| view.sentence_of(whole.end) != view.sentence_of(whole.end - 1))
}

/// Whether a frame follows the closing mark: *“, sagte X*, *“, so X*, *“ fragte X*.
pub(crate) fn followed_by_frame(view: &View<'_>, cues: &Cues, whole: Run) -> bool {
    let comma = view.word(whole.end) == "," || view.is_dash(whole.end);
    let next = whole.end + usize::from(comma);
    let comma = comma || view.word(whole.end.saturating_sub(2)) == ",";
    if comma && view.is_any(next, &["so", "wie", "laut"]) {
        return true;
    }
    let Some((_, group)) = view.finite_at(next) else {
        return false;
    };
    match cues.verb(&group.lemma) {
        // Without a comma only what is surely a sentence: *„Die Zeit“ schrieb* has a name for a subject.
        Some(_) => comma || reads_as_sentence(view, whole),
        // Any verb can frame an utterance that reads like a sentence: *„Nie wieder!“, grinst er*.
        None => comma && reads_as_sentence(view, whole),
    }
}

/// Whether the word before the marks says that a title or a name comes.
fn is_titled(view: &View<'_>, before: usize) -> bool {
    if !view.is_wordlike(before) || !view.is_capitalized(before) {
        return false;
    }
    let lower = view.word(before).to_lowercase();
    TITLED.iter().any(|noun| {
        lower
            .strip_suffix(noun)
            .is_some_and(|first| first.is_empty() || first.chars().count() >= 3)
    })
}

/// Whether there is a finite verb between the marks, or final punctuation.
fn reads_as_sentence(view: &View<'_>, whole: Run) -> bool {
    let last = whole.end.saturating_sub(2);
    (last > whole.start && view.is_end(last))
        || (whole.start..whole.end.min(whole.start + GLANCE)).any(|i| view.finite_at(i).is_some())
}
