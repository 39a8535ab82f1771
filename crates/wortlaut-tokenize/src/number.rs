//! Numbers: grouped, dated, counted, joined to letters.

use crate::TokenKind;
use crate::class::{Byte, Char};
use crate::cursor::Next;
use crate::lexicon::LEXICON;
use crate::scanner::{Scanner, StopKind};

impl Scanner<'_, '_> {
    /// A number whose token starts at `start` (its sign, if it has one) and whose digits start at `from`.
    pub(crate) fn number(&mut self, start: usize, from: usize) -> usize {
        let cursor = self.cursor;
        let mut at = cursor.digits(from);
        let plain = at - from;
        if self.options.keep_dates || plain == 4 {
            if let Some(end) = self.date(from, at) {
                return self.push(TokenKind::Date, start, end);
            }
        } else if let Some(end) = self.split_date(start, from, at) {
            return end;
        }
        if plain == 4 {
            if let Some(end) = self.years(from, at) {
                return self.push(TokenKind::YearRange, start, end);
            }
        }
        let mut kind = TokenKind::Number;
        let mut grouped = false;
        loop {
            match cursor.byte(at) {
                b'.' | b',' if cursor.is_digit(at + 1) => {
                    grouped = true;
                    at = cursor.digits(at + 1);
                }
                b':' if cursor.is_digit(at + 1) => {
                    kind = TokenKind::Clock;
                    at = cursor.digits(at + 1);
                }
                // ’ groups digits in Switzerland.
                0xE2 if cursor.char(at) == Some('’')
                    && cursor.digits(at + 3) == at + 6
                    && !cursor.is_alphabetic(at + 6) =>
                {
                    grouped = true;
                    at += 6;
                }
                b'\'' if cursor.digits(at + 1) == at + 4 && !cursor.is_letter(at + 4) => {
                    grouped = true;
                    at += 4;
                }
                // 14,– and 14.-- are prices.
                b'.' | b',' if self.price_dash(at + 1).is_some() => {
                    at = self.price_dash(at + 1).unwrap_or(at);
                    break;
                }
                b'.' => {
                    if grouped || kind == TokenKind::Clock {
                        break;
                    }
                    return self.number_stop(start, from, at);
                }
                b'-' if !self.options.ud_hyphens => {
                    if cursor.is_alphabetic(at + 1) {
                        return self.word_from(start, at + 1, true);
                    }
                    if self.is_shared_part(at + 1) && kind == TokenKind::Number {
                        // *2-/3-Zimmer-Wohnung*, *12-/13-Jährige*
                        return self.word_from(start, at + 2, true);
                    }
                    if self.is_truncated(at) {
                        return self.push(TokenKind::Alphanumeric, start, at + 1);
                    }
                    break;
                }
                b'/' => {
                    if let Some(end) = LEXICON.name_at(cursor, start, at) {
                        return self.push(TokenKind::Number, start, end);
                    }
                    // 05141/2770: dialled, not divided.
                    let end = cursor.digits(at + 1);
                    if cursor.byte(from) == b'0' && plain >= 3 && plain == at - from && end >= at + 4 {
                        return self.push(TokenKind::Number, start, end);
                    }
                    break;
                }
                b'(' | b'*' | b'_' => break,
                _ => match cursor.class(at) {
                    Byte::Letter | Byte::Latin | Byte::High => return self.number_and_letters(start, at, kind),
                    _ => break,
                },
            }
        }
        if grouped && kind == TokenKind::Number && self.is_clock_before_uhr(from, at) {
            kind = TokenKind::Clock;
        }
        self.push(kind, start, at)
    }

    /// The end of the dash that stands for no cents: `-`, `--`, `–` and nothing joined to it.
    fn price_dash(&self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let end = match cursor.byte(at) {
            b'-' if cursor.byte(at + 1) == b'-' => at + 2,
            b'-' => at + 1,
            _ if cursor.char(at) == Some('–') => at + '–'.len_utf8(),
            _ => return None,
        };
        // *1.-3. Mai*, *1.–3. Mai*
        (!cursor.is_letter(end) && !matches!(cursor.byte(end), b'-' | b'.')).then_some(end)
    }

    /// What follows digits without a space: a unit, or letters of the same token.
    fn number_and_letters(&mut self, start: usize, at: usize, kind: TokenKind) -> usize {
        let cursor = self.cursor;
        match cursor.classify(at) {
            Some((_, Char::Letter | Char::Mark, _)) => {}
            Some((_, Char::Invisible, end)) if cursor.letter_after_invisible(end) => {}
            Some((_, Char::Hyphen, end)) if cursor.is_letter(end) && !self.options.ud_hyphens => {
                return self.word_from(start, end, true);
            }
            _ => return self.push(kind, start, at),
        }
        let end = cursor.letters(at);
        let letters = cursor.slice(at, end);
        // Not in *80er-Jahre*, *5G-Netz*, *20km-Lauf*, where the hyphen binds it all.
        if cursor.byte(end) != b'-' && LEXICON.is_unit(letters) {
            return self.push(kind, start, at);
        }
        self.word_from(start, at, true)
    }

    /// `21.6.2024`, `21.6.24`, `21.6.`, `2025-02-18`: the end.
    fn date(&self, from: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        match at - from {
            1 | 2 => {
                let month_end = self.day_and_month(from, at)?;
                let year_end = cursor.digits(month_end);
                match year_end - month_end {
                    0 if cursor.is_letter(month_end) => None,
                    0 => Some(month_end),
                    2 | 4
                        if !cursor.is_alphabetic(year_end)
                            && (cursor.byte(year_end) != b'.' || !cursor.is_digit(year_end + 1)) =>
                    {
                        Some(year_end)
                    }
                    _ => None,
                }
            }
            4 if cursor.byte(at) == b'-' => {
                let month_end = cursor.digits(at + 1);
                let day_end = cursor.digits(month_end + 1);
                (month_end == at + 3
                    && cursor.byte(month_end) == b'-'
                    && day_end == month_end + 3
                    && in_range(cursor.bytes(at + 1, month_end), 12)
                    && in_range(cursor.bytes(month_end + 1, day_end), 31)
                    && !cursor.is_letter(day_end)
                    && cursor.byte(day_end) != b'-')
                    .then_some(day_end)
            }
            _ => None,
        }
    }

    /// `21.6.`: the end, after the second full stop.
    fn day_and_month(&self, from: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if cursor.byte(at) != b'.' || at - from > 2 {
            return None;
        }
        let month_end = cursor.digits(at + 1);
        (matches!(month_end - at, 2 | 3)
            && cursor.byte(month_end) == b'.'
            && cursor.byte(month_end + 1) != b'.'
            && in_range(cursor.bytes(from, at), 31)
            && in_range(cursor.bytes(at + 1, month_end), 12))
        .then_some(month_end + 1)
    }

    /// A date in its parts, for those who do not keep dates whole.
    fn split_date(&mut self, start: usize, from: usize, at: usize) -> Option<usize> {
        let end = self.date(from, at)?;
        let month_end = self.day_and_month(from, at)?;
        self.push(TokenKind::Ordinal, start, at + 1);
        self.push(TokenKind::Ordinal, at + 1, month_end);
        if end > month_end {
            self.push(TokenKind::Number, month_end, end);
        }
        Some(end)
    }

    /// `2011-2014`, `2023/24`, `2011/2012`: the end.
    fn years(&self, from: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let separator = cursor.byte(at);
        if !is_year(cursor.bytes(from, at)) || !matches!(separator, b'-' | b'/') {
            return None;
        }
        let end = cursor.digits(at + 1);
        let right = match end - (at + 1) {
            4 => is_year(cursor.bytes(at + 1, end)),
            2 => separator == b'/',
            _ => false,
        };
        // Chains (2011-2014-2017, 2011/12/13) and mixed forms are no ranges.
        (right
            && !cursor.is_alphabetic(end)
            && !(matches!(cursor.byte(end), b'-' | b'/' | b'.' | b',') && cursor.is_digit(end + 1)))
        .then_some(end)
    }

    /// `7.15`, `12.30` before *Uhr*.
    fn is_clock_before_uhr(&self, from: usize, at: usize) -> bool {
        let cursor = self.cursor;
        let digits = cursor.bytes(from, at);
        let shape = matches!(digits, [_, b'.', _, _] | [_, _, b'.', _, _]);
        if !shape {
            return false;
        }
        let next = cursor.skip_gap(at);
        next > at && cursor.slice(next, next + 3) == "Uhr" && !cursor.is_letter(next + 3)
    }

    /// Whether the hyphen at `at` stands for a cut-off second part: *2- bis 3-mal*.
    fn is_truncated(&self, at: usize) -> bool {
        let end = at + 1;
        match self.cursor.byte(end) {
            b',' => true,
            b' ' => matches!(
                self.cursor.ahead(end).next,
                Next::Lower("bis" | "und" | "oder" | "sowie" | "beziehungsweise" | "bzw")
            ),
            _ => false,
        }
    }

    /// A full stop directly after the plain number `from..at`, with no digit after it.
    fn number_stop(&mut self, start: usize, from: usize, at: usize) -> usize {
        let cursor = self.cursor;
        let end = at + 1;
        let decision = if start == from {
            self.decide_number_stop(from, at)
        } else {
            NumberStop::Cardinal
        };
        match decision {
            NumberStop::Ordinal => self.push(TokenKind::Ordinal, start, end),
            NumberStop::OrdinalAtEnd => {
                self.push(TokenKind::Ordinal, start, end);
                self.stop(StopKind::Shared);
                end
            }
            NumberStop::Cardinal => {
                let _ = cursor;
                self.push(TokenKind::Number, start, at)
            }
        }
    }

    fn decide_number_stop(&self, from: usize, at: usize) -> NumberStop {
        let cursor = self.cursor;
        let end = at + 1;
        let digits = at - from;
        if digits > 3 || cursor.byte(end) == b'.' {
            return NumberStop::Cardinal;
        }
        let padded = cursor.byte(from) == b'0';
        if padded && digits != 2 {
            return NumberStop::Cardinal;
        }
        let ahead = cursor.ahead(end);
        if !ahead.gap && ahead.next != Next::End {
            return match ahead.next {
                // *1.FC*, *1.-3.*, *5., 6. und 7.*
                Next::Upper(_) | Next::Lower(_) => NumberStop::Ordinal,
                Next::Other('-' | '–') if cursor.is_letter(end + 1) || cursor.is_letter(end + 3) => {
                    NumberStop::Ordinal
                }
                Next::Other('-' | '–' | ',' | ';' | ':' | '/' | '!' | '?') => NumberStop::Ordinal,
                Next::Other(')' | ']') => {
                    let opened = matches!(self.previous(1), Some((_, "(" | "[" | ",")));
                    if opened || self.ordinal_on_left() {
                        NumberStop::Ordinal
                    } else {
                        NumberStop::Cardinal
                    }
                }
                _ if self.ordinal_on_left() => NumberStop::Ordinal,
                _ => NumberStop::Cardinal,
            };
        }
        match ahead.next {
            Next::End if self.ordinal_on_left() && !padded => NumberStop::Ordinal,
            Next::End => NumberStop::Cardinal,
            Next::Lower(_) | Next::Digit => NumberStop::Ordinal,
            Next::Upper(word) => {
                if LEXICON.is_ordinal_noun(word) {
                    return NumberStop::Ordinal;
                }
                if self.at_sentence_start() && !ahead.opened {
                    return NumberStop::Ordinal;
                }
                if LEXICON.is_starter(word) {
                    return match self.ordinal_on_left() && !padded {
                        // *beim 10. „Der Film“-Abend*: within marks a starter proves nothing.
                        true if ahead.opened => NumberStop::Ordinal,
                        true => NumberStop::OrdinalAtEnd,
                        false => NumberStop::Cardinal,
                    };
                }
                if padded || (self.cardinal_on_left() && !self.ordinal_on_left()) {
                    return NumberStop::Cardinal;
                }
                NumberStop::Ordinal
            }
            Next::Other('–' | '-' | '(' | '/' | '&' | ',') => NumberStop::Ordinal,
            Next::Other(_) => NumberStop::Cardinal,
        }
    }

    /// Whether the words on the left ask for an ordinal: an article, *am*, *wurde*, another ordinal.
    fn ordinal_on_left(&self) -> bool {
        let Some((token, text)) = self.previous(1) else {
            return false;
        };
        if token.kind != TokenKind::Word {
            // *5., 6. und 7.*, *1.–3.*
            return matches!(text, "," | "-" | "–" | "/")
                && self
                    .previous(2)
                    .is_some_and(|(token, _)| token.kind == TokenKind::Ordinal);
        }
        match text {
            "der" | "die" | "das" | "dem" | "den" | "des" | "am" | "zum" | "vom" | "im" | "beim" | "ins" | "zur"
            | "als" | "Der" | "Die" | "Das" | "Am" | "Im" | "Zum" | "Beim" | "Vom" | "Als" | "wurde" | "wurden"
            | "wird" | "werden" | "jeder" | "jede" | "jedes" | "jedem" | "jeden" | "dieser" | "diese" | "dieses"
            | "diesem" | "diesen" | "ihr" | "ihre" | "ihren" | "ihrem" | "ihrer" | "ihres" | "sein" | "seine"
            | "seinen" | "seinem" | "seiner" | "seines" | "mein" | "meine" | "meinen" | "meinem" | "meiner"
            | "unser" | "unsere" | "unserem" | "unseren" | "deren" | "dessen" | "ans" | "aufs" | "blieb" | "bleibt" => {
                true
            }
            "und" | "oder" | "bis" | "sowie" => self
                .previous(2)
                .is_some_and(|(token, _)| matches!(token.kind, TokenKind::Ordinal | TokenKind::Date)),
            "er" | "sie" | "es" | "ich" | "wir" => self
                .previous(2)
                .is_some_and(|(_, verb)| matches!(verb, "blieb" | "bleibt" | "wurde" | "wird" | "werde")),
            _ => false,
        }
    }

    /// Whether the words on the left ask for a cardinal: *Platz*, *Seite*, *um*, *rund*.
    fn cardinal_on_left(&self) -> bool {
        let Some((_, text)) = self.previous(1) else {
            return false;
        };
        matches!(
            text,
            "um" | "Um"
                | "Rund"
                | "Etwa"
                | "Bis"
                | "rund"
                | "etwa"
                | "ca."
                | "circa"
                | "fast"
                | "knapp"
                | "gut"
                | "über"
                | "unter"
                | "mindestens"
                | "höchstens"
                | "insgesamt"
                | "nur"
                | "noch"
                | "schon"
                | "auf"
                | "von"
                | "mit"
        ) || LEXICON.is_label_noun(text)
    }
}

/// What the full stop after a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberStop {
    /// Part of the ordinal.
    Ordinal,
    /// Part of the ordinal, and the end of the sentence.
    OrdinalAtEnd,
    /// A token of its own.
    Cardinal,
}

/// Whether one or two digits make a number from one to `max`.
fn in_range(digits: &[u8], max: u32) -> bool {
    let value = digits
        .iter()
        .fold(0u32, |value, digit| value * 10 + u32::from(digit.wrapping_sub(b'0')));
    digits.len() <= 2 && (1..=max).contains(&value)
}

/// Whether four digits are a year: 1000 to 2199.
fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [b'1', _, _, _] | [b'2', b'0' | b'1', _, _])
}
