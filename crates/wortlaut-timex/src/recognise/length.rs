//! Lengths of time in one word: *vierstündig*, *32-Stunden-Woche*, *Arbeitstage* behind a number.

use once_cell::sync::Lazy;
use wortlaut_text::Span;

use super::Recogniser;
use super::count::{length, sense_of};
use super::head::Left;
use crate::expression::{Amount, Meaning, Sense};
use crate::lists::List;
use crate::vocabulary;
use crate::word::{Unit, Word};

/// Endings of adjectives of length.
static ADJECTIVES: Lazy<Vec<(String, Unit)>> = Lazy::new(|| {
    vocabulary::endings()
        .filter_map(|(ending, word)| match word {
            Word::Unit { unit, .. } => Some((ending, unit)),
            _ => None,
        })
        .collect()
});

/// What a word of length can end in, the longest first.
static PLURALS: Lazy<Vec<(String, Unit)>> = Lazy::new(|| {
    let mut plurals: Vec<_> = vocabulary::plurals().collect();
    plurals.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    plurals
});

/// Whether an unknown word may be an adjective of length or a compound; asked of every unknown word, so it is cheap.
pub(crate) fn may_be_length(form: &str) -> bool {
    let bytes = form.as_bytes();
    if bytes.len() <= 7 {
        return false;
    }
    let folded = |back: usize| {
        let byte = bytes.len().checked_sub(back).and_then(|at| bytes.get(at));
        byte.map_or(0, |byte| byte | 0x20)
    };
    // -ig, -ige, -iges, behind the end of jähr, monat, wöch, täg, stünd, minüt (the last byte of ä and ü, composed or not)
    let adjective = (1..=3).any(|back| {
        folded(back) == b'g'
            && folded(back + 1) == b'i'
            && matches!(
                (folded(back + 3), folded(back + 2)),
                (b'h', b'r') | (b'a', b't') | (b'c', b'h') | (b'n', b'd') | (0xa4 | 0xa8, b'g') | (0xbc | 0xa8, b't')
            )
    });
    let counts = || bytes.first().is_some_and(u8::is_ascii_digit) || vocabulary::may_be_number(bytes);
    adjective || counts() && bytes.contains(&b'-')
}

impl Recogniser<'_, '_> {
    /// Words of length, with what stands before them.
    pub(crate) fn compound_length(&mut self, left: &Left) -> Option<usize> {
        let at = left.at;
        let form = self.scan.form(at);
        if form.is_empty() || form.len() > 60 {
            return None;
        }
        if let Some((amount, unit)) = adjective(form) {
            return self.adjective_length(left, amount, unit);
        }
        if form.contains('-') {
            return self.hyphen_length(at, form);
        }
        // zwei Arbeitstage
        if !self.scan.lexeme(at).capital || self.scan.lexeme(at).word != Word::Other {
            return None;
        }
        let amount = left.number?;
        let mut folded = String::new();
        vocabulary::fold(form, &mut folded);
        if List::NoLength.has(form) {
            return None;
        }
        let (_, unit) = PLURALS
            .iter()
            .find(|(ending, _)| folded.strip_suffix(ending.as_str()).is_some_and(|rest| rest.len() >= 3))?;
        if self.is_age(left, *unit) {
            return Some(at + 1);
        }
        let sense = sense_of(self.scan.before(left.start), self.scan.form_before(left.start));
        self.push(
            left.start,
            at + 1,
            length(amount, *unit, sense),
            left.modifier,
            "timex.duration.compound",
            800,
        )
    }

    fn adjective_length(&mut self, left: &Left, amount: Amount, unit: Unit) -> Option<usize> {
        let at = left.at;
        if self.scan.lexeme(at).capital && at != self.scan.from {
            return None;
        }
        let noun = self.scan.form(at + 1);
        // Behind -jährig what does not last is a person's age: Haft, Verhandlungen; but: Frau, Hund.
        if unit == Unit::Year && !List::Lasting.ends(noun) || List::Child.has(noun) {
            return Some(at + 1);
        }
        let article = usize::from(left.det || left.one);
        let start = if left.approximate { left.start + article } else { at };
        self.push(
            start,
            at + 1,
            length(amount, unit, Sense::Length),
            left.modifier,
            "timex.duration.adjective",
            850,
        )
    }

    /// *32-Stunden-Woche* whole, of *10-Tage-Frist* the first two parts.
    fn hyphen_length(&mut self, at: usize, form: &str) -> Option<usize> {
        let mut parts = form.split('-');
        let (number, unit) = (parts.next()?, parts.next()?);
        let mut folded = String::new();
        let Word::Unit { unit: measured, .. } = vocabulary::look_up(unit, &mut folded) else {
            return None;
        };
        let amount = match number.parse::<u32>() {
            Ok(number) => Amount::Thousandths(number.checked_mul(1000)?),
            Err(_) => match vocabulary::look_up(number, &mut folded) {
                Word::Number(thousandths) => Amount::Thousandths(thousandths),
                Word::One => Amount::ONE,
                _ => return None,
            },
        };
        let rest = parts.next().unwrap_or("");
        let whole = rest.is_empty() || matches!(vocabulary::look_up(rest, &mut folded), Word::Unit { .. });
        let token = self.scan.token(at)?.span;
        let length_of = u32::try_from(number.len() + 1 + unit.len()).ok()?;
        let span = if whole {
            token
        } else {
            Span::between(token.start(), token.start() + length_of)
        };
        self.push_span(
            span,
            at,
            at + 1,
            length(amount, measured, Sense::Length),
            None,
            "timex.duration.compound",
            850,
        )
    }

    /// *jahrelang*, *langjährigen*: of no known length.
    pub(crate) fn long(&mut self, at: usize, value: &'static str) -> Option<usize> {
        self.push(
            at,
            at + 1,
            Meaning::LengthValue(value),
            None,
            "timex.duration.long",
            880,
        )
    }
}

/// The amount and unit of an adjective of length: *vierstündiger*, *20-jährigen*.
fn adjective(form: &str) -> Option<(Amount, Unit)> {
    let mut folded = String::new();
    vocabulary::fold(form, &mut folded);
    let stem = ["en", "er", "es", "em", "e", ""]
        .iter()
        .find_map(|ending| folded.strip_suffix(ending).filter(|stem| stem.ends_with("ig")))?;
    let (number, unit) = ADJECTIVES
        .iter()
        .find_map(|(ending, unit)| Some((stem.strip_suffix(ending.as_str())?, *unit)))?;
    let number = number.strip_suffix('-').unwrap_or(number);
    let amount = match number {
        "ein" => Amount::ONE,
        "halb" => Amount::Thousandths(500),
        "dreiviertel" => Amount::Thousandths(750),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() => {
            Amount::Thousandths(digits.parse::<u32>().ok()?.checked_mul(1000)?)
        }
        word => Amount::Thousandths(crate::number::parse(word)?),
    };
    Some((amount, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_length_is_looked_at() {
        for word in [
            "vierstündiger",
            "siebenmonatigen",
            "46-jährige",
            "EINTÄGIGES",
            "zweiwo\u{308}chig",
            "dreita\u{308}gige",
            "fünfminütig",
            "zehnsekündigem",
            "Zwei-Tage-Frist",
            "32-Stunden-Woche",
        ] {
            assert!(may_be_length(word), "{word}");
        }
        for word in ["tägig", "einzigen", "wichtige", "Ostsee-Hafen", "Bürgermeister"] {
            assert!(!may_be_length(word), "{word}");
        }
    }

    #[test]
    fn adjectives_of_length() {
        assert_eq!(
            adjective("vierstündiger"),
            Some((Amount::Thousandths(4000), Unit::Hour))
        );
        assert_eq!(
            adjective("siebenmonatigen"),
            Some((Amount::Thousandths(7000), Unit::Month))
        );
        assert_eq!(adjective("46-jährige"), Some((Amount::Thousandths(46_000), Unit::Year)));
        assert_eq!(adjective("eintägig"), Some((Amount::ONE, Unit::Day)));
        assert_eq!(adjective("wichtige"), None);
        assert_eq!(adjective("volljährig"), None);
    }
}
