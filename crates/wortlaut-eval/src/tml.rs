//! TimeML files in the layout of KRAUTS: the text, and the time expressions in it.
//!
//! The text is everything between `<TEXT>` and `</TEXT>`, unstripped, with tags removed and the five XML entities and
//! numeric references decoded. CR LF stays. Offsets are code points. Empty TIMEX3 tags (anchors that are not in the
//! text) are dropped, and white space at the ends of an extent is trimmed.

use crate::metrics::timex::CharTimex;

/// A parsed file.
#[derive(Debug, PartialEq, Eq)]
pub struct Tml {
    /// The text that offsets refer to.
    pub text: String,
    /// The time expressions, by start, longer ones first.
    pub timexes: Vec<CharTimex>,
}

/// Parses a file. What is no tag by the grammar below is text, so nothing can fail.
pub fn parse(file: &str) -> Tml {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let body = between(file, "<TEXT>", "</TEXT>")
        .or_else(|| between(file, "<TimeML>", "</TimeML>"))
        .unwrap_or(file);
    let mut text = Writer::default();
    let mut open: Vec<CharTimex> = Vec::new();
    let mut timexes = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.decode(before);
        let Some((tag, length)) = parse_tag(from) else {
            text.push('<');
            rest = from.get(1..).unwrap_or("");
            continue;
        };
        rest = from.get(length..).unwrap_or("");
        match tag {
            Tag {
                name: "TIMEX3",
                kind: TagKind::Open,
                attributes,
            } => open.push(CharTimex {
                start: text.chars.len(),
                end: text.chars.len(),
                kind: attribute(attributes, "type"),
                value: attribute(attributes, "value"),
            }),
            Tag {
                name: "TIMEX3",
                kind: TagKind::Close,
                ..
            } => {
                if let Some(mut timex) = open.pop() {
                    timex.end = text.chars.len();
                    timexes.push(timex);
                }
            }
            _ => {}
        }
    }
    text.decode(rest);
    timexes.retain_mut(|timex| text.trim(timex));
    timexes.sort_by_key(|timex| (timex.start, std::cmp::Reverse(timex.end)));
    Tml {
        text: text.chars.into_iter().collect(),
        timexes,
    }
}

/// From the first `open` to the last `close`.
fn between<'a>(file: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let start = file.find(open)? + open.len();
    file.get(start..file.rfind(close)?)
}

#[derive(Default)]
struct Writer {
    chars: Vec<char>,
}

impl Writer {
    fn push(&mut self, c: char) {
        self.chars.push(c);
    }

    fn decode(&mut self, text: &str) {
        decode(text, |c| self.chars.push(c));
    }

    /// Trims white space off the extent; false when nothing is left.
    fn trim(&self, timex: &mut CharTimex) -> bool {
        let inside = self.chars.get(timex.start..timex.end).unwrap_or_default();
        let is_text = |c: &char| !crate::metrics::is_space(*c);
        match (inside.iter().position(is_text), inside.iter().rposition(is_text)) {
            (Some(first), Some(last)) => {
                timex.end = timex.start + last + 1;
                timex.start += first;
                true
            }
            _ => false,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TagKind {
    Open,
    Close,
    Empty,
}

struct Tag<'a> {
    name: &'a str,
    kind: TagKind,
    attributes: &'a str,
}

/// The tag at the start of `from`, and its length in bytes; `None` when the `<` is just a character.
fn parse_tag(from: &str) -> Option<(Tag<'_>, usize)> {
    let inner = from.strip_prefix('<')?;
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let (name, mut rest) = take_name(inner)?;
    let attributes_start = rest;
    while let Some(after) = skip_attribute(rest) {
        rest = after;
    }
    let attributes = attributes_start.get(..attributes_start.len() - rest.len())?;
    rest = rest.trim_start();
    let (empty, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let rest = rest.strip_prefix('>')?;
    let kind = match (empty, closing) {
        (true, _) => TagKind::Empty,
        (false, true) => TagKind::Close,
        (false, false) => TagKind::Open,
    };
    Some((Tag { name, kind, attributes }, from.len() - rest.len()))
}

fn take_name(text: &str) -> Option<(&str, &str)> {
    let starts = |c: char| c.is_ascii_alphabetic() || c == '_' || c == ':';
    text.starts_with(starts).then(|| {
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "_:.-".contains(c)));
        text.split_at(end.unwrap_or(text.len()))
    })
}

/// What follows ` name="value"`.
fn skip_attribute(text: &str) -> Option<&str> {
    take_attribute(text).map(|(_, _, rest)| rest)
}

fn take_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let trimmed = text.trim_start();
    if trimmed.len() == text.len() {
        return None;
    }
    let (name, rest) = take_name(trimmed)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = rest.get(1..)?;
    let end = rest.find(quote)?;
    Some((name, rest.get(..end)?, rest.get(end + 1..)?))
}

/// The decoded value of an attribute, empty when it is absent.
fn attribute(mut attributes: &str, wanted: &str) -> String {
    let mut value = String::new();
    while let Some((name, raw, rest)) = take_attribute(attributes) {
        if name == wanted {
            value.clear();
            decode(raw, |c| value.push(c));
        }
        attributes = rest;
    }
    value
}

fn decode(mut text: &str, mut push: impl FnMut(char)) {
    while let Some(at) = text.find('&') {
        let (before, from) = text.split_at(at);
        before.chars().for_each(&mut push);
        let reference = from
            .find(';')
            .and_then(|end| Some((from.get(1..end)?, from.get(end + 1..)?)));
        match reference.and_then(|(name, rest)| Some((entity(name)?, rest))) {
            Some((c, rest)) => {
                push(c);
                text = rest;
            }
            None => {
                push('&');
                text = from.get(1..).unwrap_or("");
            }
        }
    }
    text.chars().for_each(push);
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timex(start: usize, end: usize, kind: &str, value: &str) -> CharTimex {
        CharTimex {
            start,
            end,
            kind: kind.into(),
            value: value.into(),
        }
    }

    #[test]
    fn offsets_count_code_points_of_the_decoded_text() {
        let file = "\u{feff}<TimeML><DCT><TIMEX3 type=\"DATE\" value=\"2020-01-01\">1.1.</TIMEX3></DCT><TEXT>\r\nK&amp;Ö \
                    <TIMEX3 tid='t1' type=\"DATE\" value='2020-01-02'> morgen\r\n</TIMEX3>\
                    <TIMEX3 type=\"DATE\" value=\"2021\"/><TIMEX3 type=\"DATE\" value=\"2022\"></TIMEX3> 3 < 4</TEXT></TimeML>";
        let tml = parse(file);
        assert_eq!(tml.text, "\r\nK&Ö  morgen\r\n 3 < 4");
        assert_eq!(tml.timexes, [timex(7, 13, "DATE", "2020-01-02")]);
    }

    #[test]
    fn nested_and_unclosed_tags() {
        let tml = parse(
            "<TEXT><TIMEX3 type=\"SET\" value=\"P1D\">jeden <TIMEX3 type=\"DATE\" value=\"X\">Tag</TIMEX3></TIMEX3><TIMEX3 type=\"DATE\" value=\"Y\">nie</TEXT>",
        );
        assert_eq!(tml.timexes, [timex(0, 9, "SET", "P1D"), timex(6, 9, "DATE", "X")]);
    }

    #[test]
    fn what_is_no_tag_is_text() {
        assert_eq!(
            parse("<TEXT>a <- b & c &unknown; &#228;&#xE4; <3 <i x>?</TEXT>").text,
            "a <- b & c &unknown; ää <3 <i x>?"
        );
        assert_eq!(parse("no tags").text, "no tags");
        assert_eq!(parse("").text, "");
    }
}
