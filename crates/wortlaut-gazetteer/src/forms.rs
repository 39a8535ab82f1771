//! The forms a listed name can take, made in advance: adjectives, inhabitants, inflected first words.
//!
//! The genitive of the last word (*Moskaus*) is not made in advance: the matcher tries the word without its ending.

use wortlaut_lexicon::{Category, Lexicon, Number};
use wortlaut_text::Gender;

use crate::classes::{self, Class};

/// The endings of an adjective; the empty one is the form after *auf* or *ist*: *auf Russisch*, *ist russisch*.
const ADJECTIVE_ENDINGS: [&str; 6] = ["", "e", "en", "er", "em", "es"];

/// All forms of an adjective from its stem, lower-cased and capitalised: *russisch* → *russisch, russische, Russische …*
pub(crate) fn adjective(stem: &str, mut push: impl FnMut(String)) {
    for ending in ADJECTIVE_ENDINGS {
        let form = format!("{stem}{ending}");
        push(capitalise(&form));
        push(form);
    }
}

/// All forms of a word for inhabitants: *Russe* → *Russe, Russen*; *Russin* → *Russin, Russinnen*.
/// A form marked with `=` is taken as it stands.
pub(crate) fn people(noun: &str, mut push: impl FnMut(String)) {
    if let Some(fixed) = noun.strip_prefix('=') {
        push(fixed.to_owned());
        return;
    }
    let endings: &[&str] = if noun.ends_with("in") {
        &["", "nen"]
    } else if noun.ends_with("er") {
        &["", "n", "s"]
    } else if noun.ends_with('e') {
        &["", "n"]
    } else if noun.ends_with(['a', 'i', 'o', 'u', 'y']) {
        &["", "s"]
    } else {
        &["", "en"]
    };
    for ending in endings {
        push(format!("{noun}{ending}"));
    }
}

/// The forms of the adjective in -er of a place: *Celle* → *Celler*, *Göttingen* → *Göttinger, Göttingener*.
/// Stems that change otherwise (*Bremen* → *Bremer*) are listed with their place.
pub(crate) fn place_adjective(name: &str, mut push: impl FnMut(String)) {
    if name.ends_with('e') {
        push(format!("{name}r"));
        return;
    }
    if let Some(stem) = name.strip_suffix("en") {
        if stem.ends_with("ing") || stem.ends_with("ung") {
            push(format!("{stem}er"));
        }
        if let Some(house) = stem.strip_suffix("haus") {
            push(format!("{house}häuser"));
        }
    }
    push(format!("{name}er"));
}

/// The other forms of a name of several words whose first words are adjectives (*Vereinte Nationen* → *Vereinten
/// Nationen*) or whose head comes first (*Bundesamt für Statistik* → *Bundesamtes für Statistik*).
pub(crate) fn inflected_name(name: &str, mut push: impl FnMut(String, Inflected)) {
    let words: Vec<&str> = name.split(' ').collect();
    let (Some(first), Some(second)) = (words.first(), words.get(1)) else {
        return;
    };
    let noun = Lexicon::german().noun(first);
    if second.starts_with(char::is_lowercase) {
        // die Universität der Künste: feminine nouns have no ending.
        let feminine = noun.is_some_and(|noun| noun.gender == Some(Gender::Feminine));
        if first.len() > 3 && !feminine && !first.ends_with(['s', 'e', 'x', 'z', 'ß']) {
            let rest = words.get(1..).unwrap_or(&[]).join(" ");
            for ending in ["s", "es"] {
                push(format!("{first}{ending} {rest}"), Inflected::Genitive);
            }
        }
        return;
    }
    // Brückner GmbH: the name of somebody.
    if classes::of(second).has(Class::LEGAL_FORM) || *second == "&" {
        return;
    }
    let Some((stem, ending)) = adjective_ending(first) else {
        return;
    };
    if let Some(noun) = noun.filter(|_| !is_adjective(first)) {
        // Stadtwerke Ulm: a noun with the name it bears; it changes in the dative plural only.
        if noun.number == Some(Number::Plural) && ending == "e" {
            let rest = words.get(1..).unwrap_or(&[]).join(" ");
            push(format!("{first}n {rest}"), Inflected::Case);
        }
        return;
    }
    // A second adjective agrees with the first: Internationales Olympisches Komitee.
    let second_stem = (words.len() > 2)
        .then(|| second.strip_suffix(ending))
        .flatten()
        .filter(|_| adjective_ending(second).is_some());
    let tail = words
        .get(if second_stem.is_some() { 2 } else { 1 }..)
        .unwrap_or(&[])
        .join(" ");
    for other in ["e", "en", "er", "es", "em"] {
        if other == ending {
            continue;
        }
        let middle = second_stem.map(|stem| format!(" {stem}{other}")).unwrap_or_default();
        push(format!("{stem}{other}{middle} {tail}"), Inflected::Case);
    }
}

/// Whether the lexicon has the word, without its capital, as an adjective.
fn is_adjective(word: &str) -> bool {
    Lexicon::german()
        .analyses(&word.to_lowercase())
        .any(|reading| reading.category == Category::Adjective)
}

/// An abbreviation in capitals with full stops: *USA* → *U.S.A.*
pub(crate) fn dotted(name: &str, push: impl FnOnce(String)) {
    if (2..=5).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        push(name.chars().flat_map(|letter| [letter, '.']).collect());
    }
}

/// What an inflected form of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inflected {
    /// Any case: a plain name.
    Case,
    /// The genitive.
    Genitive,
}

/// An adjective in a name, taken apart: *Vereinte* → *Vereint*, *e*.
fn adjective_ending(word: &str) -> Option<(&str, &str)> {
    if word.len() < 4 || word.contains('-') || !word.starts_with(char::is_uppercase) {
        return None;
    }
    ["es", "er", "en", "e"]
        .into_iter()
        .find_map(|ending| Some((word.strip_suffix(ending)?, ending)))
        // Berliner, Wiener: adjectives in -er do not inflect. They end in -er like Deutscher, but few take this place.
        // A short stem is one only if the lexicon knows it: Rotes Rathaus, but not Peter.
        .filter(|(stem, _)| stem.len() > 3 || is_adjective(word))
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(make: impl FnOnce(&mut dyn FnMut(String))) -> String {
        let mut forms = Vec::new();
        make(&mut |form| forms.push(form));
        forms.join(" ")
    }

    #[test]
    fn words() {
        assert_eq!(all(|push| people("Däne", push)), "Däne Dänen");
        assert_eq!(all(|push| people("Dänin", push)), "Dänin Däninnen");
        assert_eq!(all(|push| people("Iraker", push)), "Iraker Irakern Irakers");
        assert_eq!(all(|push| people("Israeli", push)), "Israeli Israelis");
        assert_eq!(all(|push| people("=Ungarn", push)), "Ungarn");
        assert_eq!(all(|push| place_adjective("Peine", push)), "Peiner");
        assert_eq!(all(|push| place_adjective("Ulm", push)), "Ulmer");
        assert!(all(|push| place_adjective("Tübingen", push)).starts_with("Tübinger "));
        assert!(all(|push| adjective("dänisch", push)).contains("Dänischer dänischer"));
    }

    #[test]
    fn names() {
        let of = |name: &str| {
            let mut forms = Vec::new();
            inflected_name(name, |form, _| forms.push(form));
            forms
        };
        assert!(of("Auswärtiges Amt").contains(&"Auswärtige Amt".to_owned()));
        assert!(of("Weißes Haus").contains(&"Weißen Haus".to_owned()));
        assert!(of("Internationales Olympisches Komitee").contains(&"Internationalen Olympischen Komitee".to_owned()));
        assert!(of("Bundesamt für Statistik").contains(&"Bundesamtes für Statistik".to_owned()));
        assert!(of("Moskau").is_empty());
        assert!(of("Universität der Künste").is_empty());
        assert_eq!(of("Stadtwerke Ulm"), ["Stadtwerken Ulm"]);
        assert!(of("Sparkasse Ulm").is_empty());
        assert!(of("Rotes Schloss").contains(&"Roten Schloss".to_owned()));
        assert!(of("Alte Oper").contains(&"Alten Oper".to_owned()));
        assert!(of("Brückner GmbH").is_empty());
        assert!(of("Deutsche Bahn").contains(&"Deutschen Bahn".to_owned()));
    }
}
