//! The form of a word under which it is looked up.
//!
//! Composed (NFC), without soft hyphens and zero-width characters, `ß` as `ss`, one apostrophe, one hyphen. A trie key
//! and a token pass through the same function, so they meet whatever way they were typed.

use wortlaut_tokenize::Normalizer;

/// Appends the normal form of `word` to `out`. Nothing happens (and `false` comes back) when the word is normal.
pub(crate) fn push_normal(word: &str, out: &mut String) -> bool {
    let mut normalizer = Normalizer::default();
    normalizer.sharp_s_as_ss = true;
    normalizer.push(word, out)
}

/// The key of a name: its words in normal form, joined by single spaces.
pub(crate) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    push_key(name, &mut out);
    out
}

/// Appends the key of a name. Control characters, which set sorts of keys apart, are left out.
pub(crate) fn push_key(name: &str, out: &mut String) {
    let mut is_first = true;
    for word in name.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !std::mem::take(&mut is_first) {
            out.push(' ');
        }
        if !push_normal(word, out) {
            out.push_str(word);
        }
    }
}

/// An all-capitals word as it is written otherwise: *BADEN-WÜRTTEMBERG* → *Baden-Württemberg*.
pub(crate) fn title_case(word: &str, out: &mut String) {
    let mut start = true;
    for c in word.chars() {
        if start {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        start = matches!(c, '-' | '/' | ' ');
    }
}

/// Appends the word as it is typed without umlauts and accents: *Müller* → *Mueller*, *Erdoğan* → *Erdogan*. Names are
/// hashed in this spelling, so all spellings meet.
pub(crate) fn push_plain(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.push_str(word);
        return;
    }
    for c in word.chars() {
        match plain_letter(c) {
            "" => out.push(c),
            plain => out.push_str(plain),
        }
    }
}

/// A letter with an umlaut or an accent without it; empty for any other. What German has no way to type otherwise.
fn plain_letter(c: char) -> &'static str {
    match c {
        '\0'..='\u{BF}' => "",
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'Ä' | 'Æ' => "Ae",
        'Ö' | 'Ø' | 'Œ' => "Oe",
        'Ü' => "Ue",
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' | 'Ǎ' => "A",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'ď' | 'đ' | 'ð' => "d",
        'Ď' | 'Đ' | 'Ð' => "D",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' | 'Ə' => "E",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => "G",
        'ĥ' | 'ħ' => "h",
        'Ĥ' | 'Ħ' => "H",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => "I",
        'ĵ' => "j",
        'Ĵ' => "J",
        'ķ' => "k",
        'Ķ' => "K",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' => "L",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'ò'..='õ' | 'ō' | 'ŏ' | 'ő' => "o",
        'Ò'..='Õ' | 'Ō' | 'Ŏ' | 'Ő' => "O",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => "S",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'Ţ' | 'Ť' | 'Ŧ' | 'Ț' => "T",
        'ù'..='û' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'Ù'..='Û' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => "U",
        'ŵ' => "w",
        'Ŵ' => "W",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'Ý' | 'Ÿ' | 'Ŷ' => "Y",
        'ź' | 'ż' | 'ž' => "z",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'þ' => "th",
        'Þ' => "Th",
        _ => "",
    }
}

/// The word without its ending, if it has that ending and something before it.
pub(crate) fn strip<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|rest| !rest.is_empty())
}

/// Whether the word begins with a capital letter.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word has at least `least` letters, all of them capitals.
pub(crate) fn is_all_caps(word: &str, least: usize) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_lowercase() && c != 'ß' {
            return false;
        }
        letters += usize::from(c.is_alphabetic());
    }
    letters >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (typed, expected) in [
            ("Köln", "Köln"),
            ("Ko\u{308}ln", "Köln"),
            ("Mos\u{AD}kau", "Moskau"),
            ("Gießen", "Giessen"),
            ("  Bad \n Ems ", "Bad Ems"),
            ("Côte d’Azur", "Côte d'Azur"),
            ("Saudi\u{2011}Arabien", "Saudi-Arabien"),
        ] {
            assert_eq!(key(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn words_without_umlauts_and_accents() {
        for (word, expected) in [
            ("Moskau", "Moskau"),
            ("Müller", "Mueller"),
            ("Östersund", "Oestersund"),
            ("Tromsø", "Tromsoe"),
            ("Erdoğan", "Erdogan"),
            ("Łódź", "Lodz"),
            ("Élysée", "Elysee"),
            ("Şanlıurfa", "Sanliurfa"),
            ("東京", "東京"),
            ("2×4 €", "2×4 €"),
        ] {
            let mut out = String::new();
            push_plain(word, &mut out);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn capitals() {
        let mut out = String::new();
        title_case("BADEN-WÜRTTEMBERG", &mut out);
        assert_eq!(out, "Baden-Württemberg");
        assert!(is_all_caps("USA", 3) && !is_all_caps("USA", 4) && !is_all_caps("GmbH", 2));
    }
}
