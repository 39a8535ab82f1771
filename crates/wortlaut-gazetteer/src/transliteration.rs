//! Other spellings of names that were transliterated: *Selenskyj*, *Selenskij*, *Zelensky*.
//!
//! German newspapers, news agencies and English sources spell by different conventions, and mix them. A spelling is made
//! by a choice for each of a few questions (is it *w* or *v*? *sch*, *sh* or *zh*? *j* or *y*? how does *-skyj* end? *S* or
//! *Z* at the start?), the same for all words of the name, so that no spelling is made that nobody writes for its own sake.
//! Nothing is folded when a text is read: only entries that ask for it have such forms, which cannot meet other names by
//! accident.

/// Most spellings of one name.
const MAX_VARIANTS: usize = 160;

/// Answers to the questions.
#[derive(Clone, Copy)]
struct Convention {
    /// *w* becomes *v*, or the other way round.
    v: bool,
    /// What becomes of the German hissing sounds.
    hissing: Hissing,
    /// *ja, jo, ju, je* become *ya, yo, yu, ye*, or the other way round; *tschow* becomes *chev*.
    y: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hissing {
    Kept,
    /// *sch* → *sh*, *tsch* → *ch*, *ch* → *kh*, *z* → *ts*.
    English,
    /// As before, but *sch* → *zh*: *Schytomyr*.
    EnglishVoiced,
    /// *sh* → *sch*, *ch* → *tsch*, *kh* → *ch*, *zh* → *sch*, *ts* → *z*.
    German,
}

const CONVENTIONS: [Convention; 11] = [
    convention(false, Hissing::Kept, false),
    convention(true, Hissing::Kept, false),
    convention(false, Hissing::English, false),
    convention(true, Hissing::English, false),
    convention(true, Hissing::English, true),
    convention(true, Hissing::EnglishVoiced, false),
    convention(true, Hissing::EnglishVoiced, true),
    convention(false, Hissing::Kept, true),
    convention(true, Hissing::German, false),
    convention(true, Hissing::German, true),
    convention(false, Hissing::German, false),
];

const fn convention(v: bool, hissing: Hissing, y: bool) -> Convention {
    Convention { v, hissing, y }
}

/// How a word with *-ij* at its end may end; the first of each pair after a consonant, the second after a vowel.
const ENDINGS: [(&str, &str); 7] = [
    ("yj", "j"),
    ("ij", "j"),
    ("i", "i"),
    ("y", "y"),
    ("iy", "y"),
    ("yi", "i"),
    ("yy", "y"),
];

/// German letters, longest first, as English has them.
const TO_ENGLISH: [(&str, &str); 7] = [
    ("schtsch", "shch"),
    ("tsch", "ch"),
    ("dsch", "j"),
    ("sch", "sh"),
    ("ch", "kh"),
    ("tz", "ts"),
    ("z", "ts"),
];

/// English letters, longest first, as German has them.
const TO_GERMAN: [(&str, &str); 8] = [
    ("tsch", "tsch"),
    ("sch", "sch"),
    ("shch", "schtsch"),
    ("sh", "sch"),
    ("zh", "sch"),
    ("kh", "ch"),
    ("ch", "tsch"),
    ("ts", "z"),
];

/// All other spellings of a name.
pub(crate) fn variants(name: &str, mut push: impl FnMut(&str)) {
    let mut made: Vec<String> = Vec::new();
    for convention in CONVENTIONS {
        for ending in [None].into_iter().chain(ENDINGS.map(Some)) {
            for exchange in [false, true] {
                let mut variant = String::with_capacity(name.len() + 4);
                let mut words = name.split(' ').peekable();
                while let Some(word) = words.next() {
                    let is_last = words.peek().is_none();
                    respell(word, convention, ending, exchange && is_last, &mut variant);
                    if !is_last {
                        variant.push(' ');
                    }
                }
                if variant != name && !made.contains(&variant) && made.len() < MAX_VARIANTS {
                    push(&variant);
                    made.push(variant);
                }
            }
        }
    }
}

/// Appends a word as a convention spells it.
fn respell(word: &str, convention: Convention, ending: Option<(&str, &str)>, exchange: bool, out: &mut String) {
    let from = out.len();
    // Short words are particles (al, el, ibn) or too short to tell.
    if word.len() < 4 {
        out.push_str(word);
        return;
    }
    let lowered = word.to_lowercase();
    let (stem, end) = match ending {
        Some(endings) => with_ending(&lowered, endings),
        None => (lowered.as_str(), ""),
    };
    let mut rest = stem;
    while let Some(c) = rest.chars().next() {
        if let Some((taken, put)) = letters(rest, convention, out.len() == from) {
            out.push_str(put);
            rest = rest.get(taken..).unwrap_or("");
        } else {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
    out.push_str(end);
    let mut spelt = out.split_off(from);
    if exchange {
        let vowel = spelt
            .get(1..)
            .is_some_and(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y']));
        match spelt.bytes().next() {
            Some(b's') if vowel => spelt.replace_range(..1, "z"),
            Some(b'z') if vowel => spelt.replace_range(..1, "s"),
            _ => {}
        }
    }
    // Capitals as in the word: at its start, and after hyphens.
    let mut capital = word.starts_with(char::is_uppercase);
    for c in spelt.chars() {
        if capital {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        capital = c == '-' && word.split('-').skip(1).any(|part| part.starts_with(char::is_uppercase));
    }
}

/// The word without its ending, and the ending it gets; the whole word where there is none of this sort.
fn with_ending<'w, 'e>(word: &'w str, (hard, soft): (&'e str, &'e str)) -> (&'w str, &'e str) {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    for old in ["yj", "ij", "iy", "yi", "yy", "i", "y", "j"] {
        let Some(stem) = word.strip_suffix(old).filter(|stem| stem.len() > 2) else {
            continue;
        };
        let after_vowel = stem.ends_with(is_vowel);
        return match (old.len(), after_vowel) {
            (2, false) => (stem, hard),
            (1, false) if old != "j" => (stem, hard),
            (1, true) => (stem, soft),
            _ => (word, ""),
        };
    }
    (word, "")
}

/// What the next letters become, and how many bytes they are.
fn letters(rest: &str, convention: Convention, is_start: bool) -> Option<(usize, &'static str)> {
    let tables: &[(&str, &str)] = match convention.hissing {
        Hissing::Kept => &[],
        Hissing::English | Hissing::EnglishVoiced => &TO_ENGLISH,
        Hissing::German => &TO_GERMAN,
    };
    if convention.y && convention.hissing == Hissing::English {
        // The Russian letter is ё: Gorbatschow, but Gorbachev.
        for (from, to) in [("schtschow", "shchev"), ("tschow", "chev")] {
            if rest.starts_with(from) {
                return Some((from.len(), to));
            }
        }
    }
    for &(from, to) in tables {
        if rest.starts_with(from) {
            // A Z at the start is read as S or Z, not as Ts.
            if from == "z" && is_start {
                continue;
            }
            let voiced = convention.hissing == Hissing::EnglishVoiced && from == "sch";
            return Some((from.len(), if voiced { "zh" } else { to }));
        }
    }
    let german = convention.hissing == Hissing::German;
    if convention.v && rest.starts_with('w') && !german {
        return Some((1, "v"));
    }
    if convention.v && rest.starts_with('v') && german {
        return Some((1, "w"));
    }
    if convention.y {
        for (from, to) in [("ja", "ya"), ("jo", "yo"), ("ju", "yu"), ("je", "ye")] {
            let (from, to) = if german { (to, from) } else { (from, to) };
            if rest.starts_with(from) {
                return Some((from.len(), to));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conventions_of_newspapers() {
        for (name, expected) in [
            (
                "Selenskyj",
                vec![
                    "Selenskij",
                    "Selenski",
                    "Selensky",
                    "Zelensky",
                    "Zelenskyy",
                    "Zelenskyj",
                    "Zelenskiy",
                ],
            ),
            (
                "Wolodymyr Selenskyj",
                vec!["Volodymyr Zelensky", "Wolodymyr Selenski", "Volodymyr Selenskyj"],
            ),
            ("Gorbatschow", vec!["Gorbachev", "Gorbatschov"]),
            ("Nikita Chruschtschow", vec!["Nikita Khrushchev"]),
            ("Charkiw", vec!["Kharkiv", "Kharkiw", "Charkiv"]),
            ("Jelzin", vec!["Yeltsin"]),
            ("Schoigu", vec!["Shoigu"]),
            ("Schytomyr", vec!["Zhytomyr"]),
            ("Tschernihiw", vec!["Chernihiv"]),
            ("Dmitri Medwedew", vec!["Dmitry Medvedev", "Dmitrij Medwedew"]),
            ("Sergej", vec!["Sergei", "Sergey"]),
            ("Tolstoi", vec!["Tolstoj", "Tolstoy"]),
            ("Lukaschenko", vec!["Lukashenko"]),
            ("Kharkiv", vec!["Charkiw"]),
            ("Zelensky", vec!["Selenskyj", "Selenskij", "Zelenskyj"]),
            ("Baschar al-Assad", vec!["Bashar al-Assad"]),
        ] {
            let mut made = Vec::new();
            variants(name, |variant| made.push(variant.to_owned()));
            for variant in expected {
                assert!(
                    made.iter().any(|made| made == variant),
                    "{name}: {variant} not in {made:?}"
                );
            }
            assert!(!made.iter().any(|made| made == name));
        }
    }

    #[test]
    fn what_has_no_other_spelling_has_none() {
        for name in ["Ulm", "Kon", "Bonn", "Oder-Neu"] {
            variants(name, |variant| panic!("{name}: {variant}"));
        }
    }

    #[test]
    fn no_name_has_too_many() {
        let mut count = 0;
        variants(&"Schtschaschewyj-".repeat(20), |_| count += 1);
        assert!(count <= MAX_VARIANTS);
    }
}
