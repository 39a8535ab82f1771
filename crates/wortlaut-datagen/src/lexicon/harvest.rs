//! Proposes source lists from a word list: which of its words are verbs, and which forms of its nouns it knows.
//!
//! A word ending in *-n* is taken for an infinitive when the forms a verb of that shape would have (third person,
//! past tense, participle) stand in the list too. The result is checked in and from then on kept by hand.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use ablaut::{Mood, Number, Person, Tense, Verb};
use clap::Args;

/// What to harvest from.
#[derive(Args)]
pub(crate) struct HarvestArgs {
    /// A list of words, one a line, lower case, ß written ss.
    pub(crate) words: PathBuf,
}

/// Writes the verbs found to the standard output, one a line, the particle of a separable verb set off by `|`.
pub(crate) fn harvest(args: &HarvestArgs) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(&args.words)?;
    let words: BTreeSet<&str> = text.lines().collect();
    let has = |form: &str| words.contains(form.replace('ß', "ss").as_str());
    let mut out = io::stdout().lock();
    let eszett = read_eszett();
    let candidates: Vec<(String, Verb)> = text
        .lines()
        .filter(|w| w.len() > 3 && (w.ends_with("en") || w.ends_with("ln") || w.ends_with("rn")))
        .filter_map(|w| {
            let lemma = respell(w, &eszett);
            let verb = Verb::from_infinitive(&lemma).ok()?;
            // Where the two differ the word is a zu-infinitive, and ablaut has taken the *zu* out.
            let separable = verb.imperative(Number::Plural).is_some_and(|f| f.contains(' '));
            (verb.infinitive() == lemma && !separable).then_some((lemma, verb))
        })
        .collect();
    let third = |verb: &Verb, tense, mood| verb.conjugate(tense, mood, Person::Third, Number::Singular);
    let plural = |verb: &Verb, tense, mood| verb.conjugate(tense, mood, Person::Third, Number::Plural);
    let attested = |verb: &Verb| {
        let forms = [
            third(verb, Tense::Present, Mood::Indicative),
            third(verb, Tense::Preterite, Mood::Indicative),
            verb.past_participle(),
        ];
        forms.iter().filter(|f| has(f)).count()
    };
    let mut simple = BTreeSet::new();
    let mut derived = BTreeSet::new();
    for (_, verb) in candidates.iter().filter(|(_, verb)| verb.is_lexical()) {
        derived.insert(plural(verb, Tense::Preterite, Mood::Indicative));
        derived.insert(plural(verb, Tense::Present, Mood::KonjunktivII));
        derived.insert(verb.past_participle());
    }
    for (lemma, verb) in &candidates {
        if attested(verb) == 3 || verb.is_lexical() && attested(verb) >= 1 && !derived.contains(lemma) {
            simple.insert(lemma.clone());
            derived.insert(plural(verb, Tense::Preterite, Mood::Indicative));
            derived.insert(plural(verb, Tense::Present, Mood::KonjunktivII));
            derived.insert(verb.past_participle());
        }
    }
    // Where the list has gaps two forms are enough, unless the word is itself a form of a verb: *besagten*.
    for (lemma, verb) in &candidates {
        let of_weak = lemma
            .strip_suffix("ten")
            .is_some_and(|stem| has(&format!("{stem}en")) || has(&format!("{}en", stem.trim_end_matches('e'))));
        if attested(verb) == 2 && !derived.contains(lemma) && !of_weak {
            simple.insert(lemma.clone());
        }
    }
    let bases: Vec<String> = simple.iter().cloned().collect();
    for verb in &simple {
        writeln!(out, "{verb}")?;
    }
    for base in &bases {
        let Ok(verb) = Verb::from_infinitive(base) else {
            continue;
        };
        let participle = verb.past_participle();
        for particle in PARTICLES.split_whitespace() {
            if has(&format!("{particle}zu{base}"))
                || has(&format!("{particle}{participle}")) && has(&format!("{particle}{base}"))
            {
                writeln!(out, "{particle}|{base}")?;
            }
        }
    }
    Ok(())
}

/// Restores ß, which the list writes ss: after a long vowel or diphthong, in the roots that have it.
fn respell(word: &str, eszett: &[(String, String)]) -> String {
    for (flat, sharp) in eszett {
        if word.contains(flat.as_str()) {
            return word.replacen(flat.as_str(), sharp, 1);
        }
    }
    word.to_string()
}

fn read_eszett() -> Vec<(String, String)> {
    ESZETT
        .split_whitespace()
        .map(|root| (root.replace('ß', "ss"), root.to_string()))
        .collect()
}

/// Roots of verbs with ß.
const ESZETT: &str = "schließ schieß gieß fließ genieß beiß reiß heiß schmeiß spieß sprieß grüß büß stoß äußer \
    schweiß scheiß weißen weißel süßen fußen kreißen gleiß drieß schleiß größer blöß flöß maßen maßregel mäßig rußen spaßen \
    geißel strauß fleißig müßig nieß spleiß steiß";

/// Separable particles, adverbs and adjectives that form separable verbs.
const PARTICLES: &str = "ab abwärts an aneinander auf aufeinander aufrecht aufwärts aus auseinander beiseite bei \
    beieinander bereit bevor bloß da dabei dafür dagegen daher dahin dahinter daneben danieder dar daran darauf darüber davon davor dazu \
    dazwischen dran drauf drein drin durch durcheinander ein einher empor entgegen entlang entzwei fehl fern fertig fest flach flott \
    fort frei gegeneinander gegenüber gering gerade glatt gleich groß gut haus heim her herab heran herauf heraus herbei herein hernieder herüber \
    herum herunter hervor hier hierher hin hinab hinan hinauf hinaus hindurch hinein hinterher hintereinander hinterdrein hinüber hinunter \
    hinweg hinzu hoch ineinander inne irre kaputt kennen kalt klar klein krank kund kurz lahm los leer leicht leid lieb mit miteinander nach nahe nebeneinander \
    neben nebenher nieder offen preis quer ran raus rauf rein richtig rüber rückwärts rum runter sauber scharf schief schlecht schön schwarz schwer \
    sicher sitzen spazieren stand statt stehen still teil tot trocken trüb über überein übereinander überhand übrig um umeinander umher umhin unter untereinander \
    voll voneinander voran voraus vorbei vorher vorüber vorwärts vorweg vor wach wahr warm weg weh weis weiter wett wieder wider wohl wund zu zueinander zufrieden zugute \
    zurecht zurück zusammen zuwider zuvor zwischen";
