//! Derives the forms of verbs: from `ablaut`, corrected by the overrides.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use ablaut::{Auxiliary, Mood, Number, Person, Tense, Verb};

use super::compile::{Compiler, Rare};
use super::features::Packed;
use super::sources::lines;

const PERSONS: [(Person, u32); 3] = [(Person::First, 1), (Person::Second, 2), (Person::Third, 3)];
const NUMBERS: [(Number, u32); 2] = [(Number::Singular, 1), (Number::Plural, 2)];
const INSEPARABLE: [&str; 15] = [
    "be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "um", "durch", "hinter", "wider", "wieder",
];
const MODALS: [&str; 6] = ["dürfen", "können", "mögen", "müssen", "sollen", "wollen"];
/// Endings of Konjunktiv, and of a past stem that ends in its dental: ich, du, er, wir, ihr, sie.
const E_ENDINGS: [&str; 6] = ["e", "est", "e", "en", "et", "en"];
const STRONG_PAST: [&str; 6] = ["", "st", "", "en", "t", "en"];

type Overrides<'t> = BTreeMap<&'t str, Vec<(&'t str, &'t str)>>;

/// Derives the forms of all verbs of the list.
pub(crate) fn verbs(list: &str, overrides: &str, compiler: &mut Compiler) -> Result<(), Box<dyn Error>> {
    let overrides = read_overrides(overrides)?;
    compiler.set_rare(rare(&overrides));
    let mut known = BTreeSet::new();
    for (number, line) in lines(list) {
        let (lemma, particles) = line.split_once('\t').unwrap_or((line, ""));
        let (lemma, weak) = lemma.strip_prefix('~').map_or((lemma, false), |l| (l, true));
        let auxiliary = simple(lemma, weak, &overrides, compiler)
            .ok_or_else(|| format!("verbs.txt:{number}: {lemma} is no infinitive"))?;
        known.insert(lemma.to_string());
        for particle in particles.split_whitespace() {
            let full = format!("{particle}{lemma}");
            compiler.add_separable(particle, lemma, auxiliary_of(&full, auxiliary, &overrides));
            known.insert(full);
        }
    }
    // A correction of a verb that is not there, or no more, corrects nothing.
    match overrides
        .keys()
        .find(|lemma| !known.contains(lemma.trim_end_matches('+')))
    {
        Some(lemma) => Err(format!("verb-overrides.tsv: {lemma} is not in verbs.txt").into()),
        None => Ok(()),
    }
}

/// The perfect auxiliary of a separable verb: its own, or that of its base (*ankommen* like *kommen*) and the one
/// `ablaut` knows, whose *haben* says nothing where the base has *sein*.
fn auxiliary_of(full: &str, base: u8, overrides: &Overrides<'_>) -> u8 {
    let mut own = overrides.get(full).into_iter().flatten();
    match own.find(|(slot, _)| *slot == "AUX") {
        Some((_, value)) => auxiliary_by_name(value),
        None => match Verb::from_infinitive(full).map(|verb| haben_or_sein(verb.auxiliary())) {
            Ok(2) => base | 2,
            _ => base,
        },
    }
}

fn auxiliary_by_name(name: &str) -> u8 {
    match name {
        "both" => 3,
        "sein" => 2,
        _ => 1,
    }
}

fn read_overrides(text: &str) -> Result<Overrides<'_>, Box<dyn Error>> {
    let mut map = Overrides::new();
    for (number, line) in lines(text) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [lemma, slot, value] = fields.as_slice() else {
            return Err(format!("verb-overrides.tsv:{number}: three columns expected").into());
        };
        map.entry(lemma).or_default().push((slot, value));
    }
    Ok(map)
}

/// The verbs that the overrides call rare, and those whose participle is not.
fn rare(overrides: &Overrides<'_>) -> Rare {
    let with = |wanted: &str| {
        let verbs = overrides
            .iter()
            .filter(|(_, slots)| slots.iter().any(|(slot, _)| *slot == wanted));
        verbs.map(|(lemma, _)| (*lemma).to_string()).collect()
    };
    Rare {
        verbs: with("RARE"),
        kept: with("GEPP"),
    }
}

fn category(lemma: &str) -> Option<Packed> {
    Packed::category(match lemma {
        "haben" | "sein" | "werden" => "AUX",
        modal if MODALS.contains(&modal) => "MODAL",
        _ => "VERB",
    })
}

fn haben_or_sein(auxiliary: Auxiliary) -> u8 {
    match auxiliary {
        Auxiliary::Haben => 1,
        Auxiliary::Sein => 2,
    }
}

/// Adds the forms of a verb that is not separable; its auxiliary.
fn simple(lemma: &str, weak: bool, overrides: &Overrides<'_>, compiler: &mut Compiler) -> Option<u8> {
    let base = category(lemma)?;
    let (prefix, verb) = conjugator(lemma, weak)?;
    // A form with a blank would be that of a separable verb.
    let clean = |form: String| format!("{prefix}{}", form.split(' ').next().unwrap_or_default());
    for (mood, tense, m, t) in [
        (Mood::Indicative, Tense::Present, 1, 1),
        (Mood::Indicative, Tense::Preterite, 1, 2),
        (Mood::KonjunktivI, Tense::Present, 2, 1),
        (Mood::KonjunktivII, Tense::Present, 3, 2),
    ] {
        for (number, n) in NUMBERS {
            for (person, p) in PERSONS {
                let reading = base.verb_form(1).mood(m).tense(t).person(p).number(n);
                let form = clean(verb.conjugate(tense, mood, person, number));
                for form in variants(&form, lemma, m, t) {
                    compiler.add(&form, lemma, reading);
                }
            }
        }
    }
    for (number, n) in NUMBERS {
        let reading = base.verb_form(1).mood(4).tense(1).person(2).number(n);
        let Some(form) = verb.imperative(number).map(&clean) else {
            continue;
        };
        // *sage* beside *sag*: both are in use, where the vowel does not change (*gib*, not *gibe*).
        let stem = lemma.strip_suffix("en").unwrap_or_default();
        let other = match form.strip_suffix('e') {
            _ if n != 1 => None,
            None if form == stem => Some(format!("{stem}e")),
            Some(short) if short == stem && !stem.ends_with(['t', 'd', 'm', 'n', 'g']) => Some(stem.to_string()),
            _ => None,
        };
        for form in other.iter().chain([&form]) {
            // The imperative of *weilen* or *losen* is so rare beside *weil* and *los* that it would only mislead.
            if n == 2 || !compiler.is_other_word(form) {
                compiler.add(form, lemma, reading);
            }
        }
    }
    compiler.add(lemma, lemma, base.verb_form(2));
    compiler.add(&clean(verb.present_participle()), lemma, base.verb_form(4));
    let participle = if weak && INSEPARABLE.iter().any(|p| lemma.starts_with(p)) {
        clean(verb.conjugate(Tense::Present, Mood::Indicative, Person::Third, Number::Singular))
    } else {
        let participle = verb.past_participle();
        match participle.strip_prefix("ge") {
            Some(rest) if !prefix.is_empty() => format!("{prefix}{rest}"),
            _ => clean(participle),
        }
    };
    compiler.add(&participle, lemma, base.verb_form(5));

    let mut auxiliary = haben_or_sein(verb.auxiliary());
    let inherited = INSEPARABLE.iter().filter(|_| !weak).filter_map(|prefix| {
        let root = lemma.strip_prefix(prefix)?;
        Some((*prefix, overrides.get_key_value(format!("{root}+").as_str())?.1))
    });
    let own = [lemma.to_string(), format!("{lemma}+")];
    let own = own.iter().filter_map(|l| Some(("", overrides.get(l.as_str())?)));
    for (prefix, slots) in own.chain(inherited) {
        for (slot, value) in slots {
            // *gesandt* becomes *versandt*.
            let value = match *slot {
                "PP" if !prefix.is_empty() => format!("{prefix}{}", value.strip_prefix("ge").unwrap_or(value)),
                _ => format!("{prefix}{value}"),
            };
            match *slot {
                "K2" => row(&value, &E_ENDINGS, base.mood(3), lemma, compiler),
                "PAST" => {
                    row(&value, &E_ENDINGS, base.mood(1), lemma, compiler);
                    row(&value, &E_ENDINGS, base.mood(3), lemma, compiler);
                }
                "PASTS" => row(&value, &STRONG_PAST, base.mood(1), lemma, compiler),
                "PP" => compiler.add(&value, lemma, base.verb_form(5)),
                "-PP" => compiler.remove(&value, lemma, base.verb_form(5)),
                "-FORM" => compiler.remove_verb_form(&value, lemma),
                "IMP" => compiler.add(&value, lemma, base.verb_form(1).mood(4).tense(1).person(2).number(1)),
                "AUX" => auxiliary = auxiliary_by_name(&value),
                "FORM" => {
                    let (code, form) = value.split_once(' ')?;
                    compiler.add(form, lemma, base.with_code(code)?);
                }
                "RARE" | "GEPP" => {}
                _ => return None,
            }
        }
    }
    compiler.lemma_mut(lemma).auxiliary = auxiliary;
    Some(auxiliary)
}

/// The verb to conjugate, and the inseparable prefix to put before its forms.
///
/// ablaut takes some verbs for separable that are not, as every verb with *um-*, which goes both ways: then the part
/// after the prefix is conjugated, or where there is no such prefix, the whole regularly.
fn conjugator(lemma: &str, weak: bool) -> Option<(&str, Verb)> {
    if weak {
        return Some(("", Verb::weak(lemma).ok()?));
    }
    let verb = Verb::from_infinitive(lemma).ok()?;
    let split = verb.conjugate(Tense::Present, Mood::Indicative, Person::Third, Number::Singular);
    if !split.contains(' ') {
        return Some(("", verb));
    }
    let prefixed = INSEPARABLE
        .iter()
        .find_map(|p| Some((lemma.get(..p.len())?, lemma.strip_prefix(p)?)));
    match prefixed {
        Some((prefix, root)) => Some((prefix, Verb::from_infinitive(root).ok()?)),
        None => Some(("", Verb::weak(lemma).ok()?)),
    }
}

/// Six forms of a stem, past tense.
fn row(stem: &str, endings: &[&str; 6], base: Packed, lemma: &str, compiler: &mut Compiler) {
    let reading = base.verb_form(1).tense(2);
    for (i, ending) in (0u32..).zip(endings) {
        // *du lasest*, *ihr rietet*: the strong endings need an e after a dental or sibilant.
        let link = match *ending {
            "t" if stem.ends_with(['t', 'd']) => "e",
            "st" if stem.ends_with(['t', 'd', 's', 'ß', 'z']) => "e",
            _ => "",
        };
        let form = format!("{stem}{link}{ending}");
        compiler.add(&form, lemma, reading.person(i % 3 + 1).number(i / 3 + 1));
    }
}

/// The form and the variants of it that are as good: *sammele* beside *sammle*.
fn variants(form: &str, lemma: &str, mood: u32, tense: u32) -> Vec<String> {
    let mut all = vec![form.to_string()];
    let schwa = lemma.strip_suffix("eln").map(|stem| (stem, "l"));
    let schwa = schwa.or_else(|| lemma.strip_suffix("ern").map(|stem| (stem, "r")));
    if let Some((stem, consonant)) = schwa.filter(|_| tense == 1 && mood <= 2) {
        let (short, long) = (format!("{stem}{consonant}e"), format!("{stem}e{consonant}e"));
        if form == short {
            all.push(long);
        } else if form == long {
            all.push(short);
        }
    }
    all
}
