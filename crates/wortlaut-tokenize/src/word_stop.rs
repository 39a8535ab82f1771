//! A full stop behind a word: of an abbreviation, an initial, a Roman numeral, or of the sentence.

use crate::TokenKind;
use crate::cursor::Next;
use crate::lexicon::{Abbreviation, LEXICON, LONGEST_ABBREVIATION, last_part};
use crate::scanner::{Scanner, StopKind};
use crate::word::kind;

impl Scanner<'_, '_> {
    /// Where a word goes on that holds the full stop at `at`.
    pub(crate) fn joined_by_stop(&self, start: usize, at: usize, digit: bool) -> Option<usize> {
        let cursor = self.cursor;
        let end = at + 1;
        let word = cursor.slice(start, at);
        if cursor.byte(end) == b'-' {
            // *Dipl.-Ing.*, *J.-P.*: the hyphen binds the abbreviation to what follows.
            let last = last_part(word).map_or(word, |(_, last)| last);
            let joins = !self.options.ud_hyphens
                && cursor.is_alphabetic(end + 1)
                && (is_initial(last) || self.is_abbreviation(word));
            return joins.then_some(end + 1);
        }
        if !cursor.is_letter(end) {
            return None;
        }
        // *Node.js-Server*
        let name = LEXICON
            .name_at(cursor, start, at)
            .filter(|name| cursor.byte(*name) == b'-');
        if name.is_some() {
            return name;
        }
        let before = cursor.byte(at.wrapping_sub(1));
        // *Sojus-2.1b*: a version.
        if digit && cursor.is_digit(end) && before.is_ascii_digit() {
            return Some(end);
        }
        // *Linkspartei.PDS*: after a full stop without a space, capitals are a name's and not a sentence's.
        if !before.is_ascii_lowercase() || !cursor.is_upper(end) {
            return None;
        }
        let next = cursor.slice(end, cursor.letters(end));
        let capitals = next.len() > 1 && !next.contains(|c: char| !c.is_uppercase());
        (capitals && word.len() > 1 && !LEXICON.is_tld(next) && !self.is_abbreviation(word)).then_some(end)
    }

    /// A full stop directly after the word `start..at`.
    pub(crate) fn word_stop(&mut self, start: usize, at: usize, digit: bool) -> usize {
        let cursor = self.cursor;
        let end = at + 1;
        let word = cursor.slice(start, at);
        if cursor.byte(end) == b'.' {
            // Three dots: theirs.
            return self.push(kind(digit), start, at);
        }
        let glued = cursor.is_letter(end);
        if let Some(name) = glued.then(|| LEXICON.name_at(cursor, start, at)).flatten() {
            return self.push(TokenKind::Word, start, name);
        }
        if glued {
            if let Some(end) = self.address(start, at) {
                return end;
            }
            return self.glued_stop(start, at, digit);
        }
        if cursor.byte(end) == b'@' || cursor.byte(end) == b'_' {
            if let Some(end) = self.address(start, at) {
                return end;
            }
        }
        // *J.-P. Beispiel*, *Karl-H. Beispiel*
        if last_part(word).is_some_and(|(before, last)| is_initial(last) && !before.is_empty()) {
            return match cursor.ahead(end).next {
                Next::Upper(next) if !LEXICON.is_starter(next) => self.push(TokenKind::Abbreviation, start, end),
                _ => self.push(kind(digit), start, at),
            };
        }
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            if letter.is_alphabetic() {
                return self.single_letter_stop(start, at, letter);
            }
        }
        if is_roman(word) {
            return self.roman_stop(start, at);
        }
        match self.abbreviation(word) {
            Some(Abbreviation::Complement) => self.push(TokenKind::Abbreviation, start, end),
            Some(Abbreviation::End) => {
                self.push(TokenKind::Abbreviation, start, end);
                if self.starter_ahead(end) {
                    self.stop(StopKind::Shared);
                }
                end
            }
            Some(Abbreviation::BeforeNumber) if self.number_ahead(end) => {
                self.push(TokenKind::Abbreviation, start, end)
            }
            Some(Abbreviation::BesideNumber)
                if self.number_ahead(end)
                    || self
                        .previous(1)
                        .is_some_and(|(token, _)| matches!(token.kind, TokenKind::Ordinal | TokenKind::Number)) =>
            {
                self.push(TokenKind::Abbreviation, start, end)
            }
            _ => self.push(kind(digit), start, at),
        }
    }

    /// The class of an abbreviation: of the user's list, of the embedded one, or by its last part.
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if let Some(class) = self.options.abbreviations.get(word) {
            return Some(class);
        }
        let capital = word.starts_with(char::is_uppercase);
        // Most words that end a sentence are longer than any abbreviation.
        if word.len() <= LONGEST_ABBREVIATION {
            if let Some(class) = LEXICON.abbreviation(word, capital && self.at_sentence_start()) {
                return Some(class);
            }
        }
        if let Some((_, last)) = last_part(word) {
            return LEXICON.abbreviation(last, false);
        }
        if word.len() > 5 && word.ends_with("str") {
            return Some(Abbreviation::End);
        }
        // *gesetzl.*, *wissenschaftl.*: cut before the last syllable. No German word ends so in small letters.
        let cut = matches!(word.as_bytes(), [.., b'b' | b'd' | b'f' | b'g' | b't' | b'z', b'l']);
        (cut && word.len() > 5 && !capital).then_some(Abbreviation::Complement)
    }

    fn is_abbreviation(&self, word: &str) -> bool {
        matches!(
            self.abbreviation(word),
            Some(Abbreviation::Complement | Abbreviation::End)
        )
    }

    /// Whether a number, Roman ones too, or a section sign comes next.
    fn number_ahead(&self, at: usize) -> bool {
        match self.cursor.ahead(at).next {
            Next::Digit => true,
            Next::Upper(word) => is_roman(word),
            _ => false,
        }
    }

    /// A full stop with a letter or digit directly after it.
    fn glued_stop(&mut self, start: usize, at: usize, digit: bool) -> usize {
        let cursor = self.cursor;
        let word = cursor.slice(start, at);
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            if letter.is_uppercase() {
                if let Some(end) = self.initialism(start, at) {
                    return self.push_abbreviation_that_may_end(start, end);
                }
            }
            if letter.is_alphabetic() {
                return self.push(TokenKind::Abbreviation, start, at + 1);
            }
        }
        if self.is_abbreviation(word)
            || (cursor.is_digit(at + 1) && matches!(self.abbreviation(word), Some(Abbreviation::BeforeNumber)))
        {
            return self.push(TokenKind::Abbreviation, start, at + 1);
        }
        self.push(kind(digit), start, at)
    }

    /// *U.S.*, *F.C.*: capitals, each with its full stop, and nothing glued behind. German abbreviations in capitals
    /// are split as those in small letters are.
    fn initialism(&self, start: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let mut end = at + 1;
        let mut count = 1;
        // An initialism longer than this is none.
        while count < 8 {
            if !cursor.is_upper(end) {
                break;
            }
            let after = end + cursor.char(end)?.len_utf8();
            if cursor.byte(after) != b'.' {
                // *J.K.Rowling*, *A.B*
                return None;
            }
            end = after + 1;
            count += 1;
        }
        if count < 2 || cursor.is_letter(end) {
            return None;
        }
        let whole = cursor.slice(start, end);
        (!matches!(
            whole,
            "Z.B." | "D.H." | "U.A." | "O.Ä." | "I.A." | "I.V." | "M.E." | "A.D." | "U.U." | "Z.T." | "U.Ä."
        ))
        .then_some(end)
    }

    fn push_abbreviation_that_may_end(&mut self, start: usize, end: usize) -> usize {
        self.push(TokenKind::Abbreviation, start, end);
        if self.starter_ahead(end) {
            self.stop(StopKind::Shared);
        }
        end
    }

    /// A single letter and a full stop: an initial, a part of an abbreviation, or a label at the end of a sentence.
    fn single_letter_stop(&mut self, start: usize, at: usize, letter: char) -> usize {
        let end = at + 1;
        let previous = self.previous(1);
        let after_abbreviation = previous.is_some_and(|(token, _)| token.kind == TokenKind::Abbreviation);
        // *165g.*: a unit glued to its number.
        let unit =
            previous.is_some_and(|(token, _)| token.kind == TokenKind::Number && token.span.end() as usize == start);
        if unit {
            return self.push(TokenKind::Word, start, at);
        }
        if letter.is_lowercase() {
            if matches!(letter, 'f' | 'ä') {
                return self.push_abbreviation_that_may_end(start, end);
            }
            return self.push(TokenKind::Abbreviation, start, end);
        }
        if after_abbreviation {
            // o. Ä., a. D., a. M., d. J. may end a sentence; z. B., u. U., m. E. introduce something.
            if matches!(letter, 'B' | 'U' | 'E' | 'T' | 'R') {
                return self.push(TokenKind::Abbreviation, start, end);
            }
            return self.push_abbreviation_that_may_end(start, end);
        }
        let ahead = self.cursor.ahead(end);
        let label = match previous {
            Some((token, text)) => {
                token.kind != TokenKind::Word || LEXICON.is_label_noun(text) || !text.starts_with(char::is_uppercase)
            }
            None => false,
        };
        let ends = match ahead.next {
            Next::End => true,
            Next::Upper(word) => LEXICON.is_starter(word),
            _ => false,
        };
        if ends && label && !matches!(previous, Some((_, "(" | "," | "/" | "&"))) {
            return self.push(TokenKind::Word, start, at);
        }
        if matches!(letter, 'I' | 'V' | 'X') {
            return self.roman_stop(start, at);
        }
        self.push_abbreviation_that_may_end(start, end)
    }

    /// A Roman numeral and a full stop.
    fn roman_stop(&mut self, start: usize, at: usize) -> usize {
        let end = at + 1;
        let regnal = self.previous(1).is_some_and(|(token, text)| {
            token.kind == TokenKind::Word && text.starts_with(char::is_uppercase) && LEXICON.is_regnal_name(text)
        });
        match self.cursor.ahead(end).next {
            Next::End | Next::Other('“' | '”' | '"' | '«' | '»' | '‘' | '\'' | ')') if !regnal => {
                self.push(TokenKind::Word, start, at)
            }
            Next::Upper(word) if LEXICON.is_starter(word) => {
                if regnal {
                    self.push(TokenKind::Ordinal, start, end);
                    self.stop(StopKind::Shared);
                    end
                } else if self.at_sentence_start() {
                    self.push(TokenKind::Ordinal, start, end)
                } else {
                    self.push(TokenKind::Word, start, at)
                }
            }
            _ => self.push(TokenKind::Ordinal, start, end),
        }
    }
}

/// Whether a word is a Roman numeral up to 39. `C`, `D`, `L` and `M` are left out: as capitals before a full stop they are
/// something else.
fn is_roman(word: &str) -> bool {
    let tens = word.bytes().take_while(|byte| *byte == b'X').count();
    tens <= 3
        && (tens > 0 || !word.is_empty())
        && matches!(
            word.get(tens..),
            Some("" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
        )
}

/// Whether a word is one capital.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}
