//! Addresses: of the web, of mail, bare domains.

use crate::TokenKind;
use crate::class::{self, Char};
use crate::lexicon::LEXICON;
use crate::scanner::Scanner;

/// How far a look ahead for a mail box or a domain goes. The longest domain name has 253 bytes.
const REACH: usize = 256;

/// How many labels a host name has at most here.
const LABELS: usize = 8;

impl Scanner<'_, '_> {
    /// An address that starts at `start`, where a full stop or colon stands at `at`. Adds its token and gives its end.
    pub(crate) fn address(&mut self, start: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if cursor.byte(at) == b':' {
            let word = cursor.slice(start, at);
            if cursor.bytes(at, at + 3) == b"://" && !ends_address(cursor.char(at + 3)?) {
                let end = self.url_end(at + 3);
                return Some(self.push(TokenKind::Url, start, end));
            }
            if word.eq_ignore_ascii_case("mailto") {
                let end = self.url_end(at + 1);
                return (end > at + 1).then(|| self.push(TokenKind::Url, start, end));
            }
            return None;
        }
        if let Some(end) = self.mail(start, at) {
            return Some(end);
        }
        self.domain(start, at)
    }

    /// A mail address that starts at `start`, of which the box is known up to `at`.
    pub(crate) fn mail(&mut self, start: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        if at < self.no_address_before {
            return None;
        }
        let mut here = at;
        while is_address_byte(cursor.byte(here)) && here - at < REACH {
            here += 1;
        }
        if cursor.byte(here) != b'@' || !cursor.is_letter(here + 1) {
            self.no_address_before = here;
            return None;
        }
        let host = here + 1;
        let mut end = host;
        let mut last_dot = None;
        while end - host < REACH {
            match cursor.byte(end) {
                b'.' if cursor.is_letter(end + 1) => {
                    last_dot = Some(end);
                    end += 1;
                }
                b'-' if cursor.is_letter(end + 1) => end += 1,
                b'_' => end += 1,
                _ => {
                    let next = cursor.letters(end);
                    if next == end {
                        break;
                    }
                    end = next;
                }
            }
        }
        last_dot?;
        Some(self.push(TokenKind::Mail, start, end))
    }

    /// A bare domain, told by its last label, with its path.
    fn domain(&mut self, start: usize, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let www = cursor.slice(start, at).eq_ignore_ascii_case("www");
        let mut label = at + 1;
        let mut end = cursor_label(cursor, label);
        let mut labels = 1;
        while cursor.byte(end) == b'.' && cursor.is_letter(end + 1) {
            label = end + 1;
            end = cursor_label(cursor, label);
            labels += 1;
            // No host has more; a chain of full stops is something else.
            if labels > LABELS {
                return None;
            }
        }
        // *heise.de-Leser*: the hyphen ends the domain.
        let tld_end = cursor.letters(label);
        let host = if www { end } else { tld_end };
        if !www {
            let tld = cursor.slice(label, tld_end);
            let domain = tld.is_ascii()
                && LEXICON.is_tld(tld)
                // *siehe.De Vries*: no domain is capitalised as a word is.
                && !(cursor.is_upper(label) && cursor.is_lower(label + 1))
                && cursor
                    .bytes(start, at)
                    .iter()
                    .all(|byte| is_address_byte(*byte) || !byte.is_ascii());
            if !domain {
                return None;
            }
        }
        let end = match cursor.byte(host) {
            b'/' if !ends_address(cursor.char(host + 1).unwrap_or(' ')) => self.url_end(host),
            b'/' => host + 1,
            b'?' if cursor.is_letter(host + 1) => self.url_end(host),
            b':' if cursor.is_digit(host + 1) => self.url_end(host),
            b'-' if cursor.is_letter(host + 1) && !self.options.ud_hyphens => cursor_label(cursor, host),
            _ => host,
        };
        Some(self.push(TokenKind::Url, start, end))
    }

    /// The end of an address that runs from `at` to the next blank, without the punctuation of the sentence.
    fn url_end(&self, at: usize) -> usize {
        let cursor = self.cursor;
        let mut end = at;
        let mut brackets = 0i32;
        while let Some(c) = cursor.char(end) {
            if ends_address(c) {
                break;
            }
            match c {
                '(' | '[' => brackets += 1,
                ')' | ']' => {
                    brackets -= 1;
                    if brackets < 0 {
                        break;
                    }
                }
                _ => {}
            }
            end += c.len_utf8();
        }
        while end > at {
            match cursor.before(end) {
                Some(c @ ('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '–' | '—')) => {
                    end -= c.len_utf8()
                }
                _ => break,
            }
        }
        end
    }
}

/// The end of the label of a domain.
fn cursor_label(cursor: crate::cursor::Cursor<'_>, mut at: usize) -> usize {
    loop {
        let end = cursor.letters(at);
        if matches!(cursor.byte(end), b'-' | b'_') && cursor.is_letter(end + 1) {
            at = end + 1;
        } else {
            return end;
        }
    }
}

/// Whether a character may stand in the name of a mail box or domain.
fn is_address_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b'%')
}

/// Whether a character ends an address however long it is.
fn ends_address(c: char) -> bool {
    matches!(c, '<' | '>' | '"' | '|' | '\\' | '^' | '{' | '}')
        || matches!(class::char(c), Char::Space | Char::Invisible)
        || (class::char(c) == Char::Quote && c != '\'' && c != '’' && c != '`')
        || c == '…'
}
