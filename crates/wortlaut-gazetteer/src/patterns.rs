//! Names that follow a pattern: file numbers, securities, printed papers of a parliament.

use std::sync::Arc;

use regex::{Captures, Regex, RegexSet};
use wortlaut_text::{EntityKind, Evidence, MentionForm, Span};

use crate::candidate::{Candidate, Target};
use crate::error::{GazetteerError, Wrong};
use crate::words::Words;
use crate::{rows, source};

/// Longest stretch of text, in bytes, that is searched at once. A search costs at most the square of this, whatever the text.
const MAX_STRETCH: u32 = 4096;
/// The columns of a table, in their order.
const COLUMNS: [&str; 4] = ["kind", "pattern", "name", "ids"];

/// Regular expressions for names that no list can hold, because there are endlessly many: file numbers (*Az. 4 K 117/23*),
/// securities (*DE0005140008*), printed papers (*Drucksache 20/1234*). Immutable, cheap to clone.
///
/// A table has one pattern a line, in four columns set apart by tabs; a first line `kind`, `pattern` … is a heading, lines that
/// begin with `#` are notes:
///
/// | column | content |
/// |---|---|
/// | `kind` | `person`, `place`, `organization`, `event`, `other` |
/// | `pattern` | a regular expression of the crate [`regex`](https://docs.rs/regex/latest/regex/#syntax) |
/// | `name` | the name of the entity; groups are put in for `$1` or `${number}`; if empty, the words found |
/// | `ids` | identifiers with groups, set apart by `;`: `isin=$0` |
///
/// What is found begins and ends where tokens do, lies within a sentence, and beats every other name that is not longer. Mentions
/// with the same kind and name are of one entity, that of a list if one has it; of several identifiers of one authority the
/// first counts. Of a table with a fault nothing is taken.
///
/// ```
/// use wortlaut_gazetteer::{PatternList, Recognizer};
/// use wortlaut_tokenize::Tokenizer;
///
/// let patterns = PatternList::read_tsv(
///     "patterns.tsv",
///     "other\t(?:Drucksache|Drs\\.) (?<number>\\d{1,2}/\\d+)\tBundestagsdrucksache ${number}\tdip=${number}\n".as_bytes(),
/// )?;
/// let recognizer = Recognizer::builder().patterns(patterns).build();
///
/// let text = "Das steht in Drucksache 20/4711. Die Drs. 20/4711 liegt aus.";
/// let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
/// let paper = names.entities.first().ok_or("nothing found")?;
/// assert_eq!((paper.name.as_str(), paper.id("dip")), ("Bundestagsdrucksache 20/4711", Some("20/4711")));
/// assert_eq!(names.mentions.iter().map(|m| m.span.slice(text)).collect::<Vec<_>>(), ["Drucksache 20/4711", "Drs. 20/4711"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct PatternList {
    /// Which patterns a stretch of text has at all: one search for all of them.
    any: RegexSet,
    patterns: Arc<[Pattern]>,
}

#[derive(Debug)]
struct Pattern {
    kind: EntityKind,
    expression: Regex,
    /// Empty: the words found.
    name: String,
    /// Authority and identifier, with groups.
    ids: Vec<(String, String)>,
}

impl PatternList {
    /// Reads a table; `file` is the name that errors show.
    ///
    /// ```
    /// use wortlaut_gazetteer::PatternList;
    ///
    /// let error = PatternList::read_tsv("p.tsv", "other\tAz\\. (\\d+\n".as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("p.tsv:1:7: not a regular expression: unclosed group"), "{error}");
    /// ```
    ///
    /// # Errors
    ///
    /// [`GazetteerError::Line`]: the first fault with file, line and column: an unknown kind, a pattern that is not a regular
    /// expression or can match nothing at all, a group in a name or identifier that the pattern does not have.
    pub fn read_tsv(file: &str, from: impl std::io::Read) -> Result<Self, GazetteerError> {
        let text = source::text(file, from)?;
        let mut patterns = Vec::new();
        let mut first = true;
        for (number, line) in (1..).zip(text.split('\n')) {
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let heading = line
                .split('\t')
                .zip(COLUMNS)
                .all(|(field, column)| field.trim() == column);
            if std::mem::take(&mut first) && heading {
                continue;
            }
            let pattern = Pattern::of(line).map_err(|(column, wrong)| wrong.at(file, number, column))?;
            patterns.push(pattern);
        }
        let any = RegexSet::new(patterns.iter().map(|pattern| pattern.expression.as_str())).map_err(|error| {
            Wrong::new(
                format!("all patterns together are too large: {}", last_line(&error)),
                "split the table or shorten repetitions",
            )
            .at(file, 1, 1)
        })?;
        Ok(PatternList {
            any,
            patterns: patterns.into(),
        })
    }

    /// How many patterns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The names that follow a pattern.
    pub(crate) fn find(&self, words: &Words<'_>, into: &mut Vec<Candidate>) {
        let mut start = 0;
        while start < words.all.len() {
            let end = stretch(words, start);
            let span = words.span(start, end);
            // A token longer than a stretch is no name.
            let text = if span.len() > MAX_STRETCH {
                ""
            } else {
                words.slice(span)
            };
            for index in self.any.matches(text) {
                let Some(pattern) = self.patterns.get(index) else {
                    continue;
                };
                for found in pattern.expression.captures_iter(text) {
                    into.extend(pattern.candidate(words, span.start(), &found));
                }
            }
            start = end + 1;
        }
    }
}

/// The last token of the stretch that begins at a token: the end of its sentence, or of what is searched at once.
fn stretch(words: &Words<'_>, start: usize) -> usize {
    let Some(first) = words.all.get(start) else {
        return start;
    };
    let rest = words.all.get(start + 1..).unwrap_or(&[]);
    let more = rest
        .iter()
        .take_while(|word| word.sentence == first.sentence && word.span.end() - first.span.start() <= MAX_STRETCH)
        .count();
    start + more
}

impl Pattern {
    /// The pattern of a line, or the column of its first fault.
    fn of(line: &str) -> Result<Self, (usize, Wrong)> {
        let mut fields = [(1, ""); COLUMNS.len()];
        let mut column = 1;
        for (index, field) in line.split('\t').enumerate() {
            let Some(place) = fields.get_mut(index) else {
                let wrong = Wrong::new("more than 4 columns", "write a tab in a pattern as \\t");
                return Err((column, wrong));
            };
            *place = (column, field.trim());
            column += field.chars().count() + 1;
        }
        let [(kind_at, kind), (pattern_at, pattern), (name_at, name), (ids_at, ids)] = fields;
        let kind = rows::kind(kind).map_err(|wrong| (kind_at, wrong))?;
        let expression = expression(pattern).map_err(|wrong| (pattern_at, wrong))?;
        check_groups(&expression, name).map_err(|wrong| (name_at, wrong))?;
        check_groups(&expression, ids).map_err(|wrong| (ids_at, wrong))?;
        let mut named = Vec::new();
        for pair in ids.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some((authority, id)) if !authority.trim().is_empty() && !id.trim().is_empty() => {
                    named.push((authority.trim().to_owned(), id.trim().to_owned()));
                }
                _ => {
                    let reason = format!("identifier {pair:?} is not of the form authority=id");
                    return Err((ids_at, Wrong::new(reason, "write it like isin=$0")));
                }
            }
        }
        Ok(Pattern {
            kind,
            expression,
            name: name.to_owned(),
            ids: named,
        })
    }

    /// What was found, if it begins and ends where tokens do.
    fn candidate(&self, words: &Words<'_>, offset: u32, found: &Captures<'_>) -> Option<Candidate> {
        let whole = found.get(0)?;
        let (start, end) = (offset + whole.start() as u32, offset + whole.end() as u32);
        let first = words.all.binary_search_by_key(&start, |word| word.span.start()).ok()?;
        let last = words.all.binary_search_by_key(&end, |word| word.span.end()).ok()?;
        let filled = |template: &str| {
            let mut out = String::new();
            found.expand(template, &mut out);
            out.trim().to_owned()
        };
        let name = match filled(&self.name) {
            empty if empty.is_empty() => words.name(first, last),
            name => name,
        };
        let ids = self
            .ids
            .iter()
            .map(|(authority, id)| (authority.clone(), filled(id)))
            .filter(|(_, id)| !id.is_empty())
            .collect();
        let mut candidate = Candidate::new(
            (first, last),
            self.kind,
            Target::Named(name),
            MentionForm::Name,
            990,
            Evidence::new("entity.pattern", Span::between(start, end)),
        );
        candidate.ids = ids;
        // Who writes a pattern knows better than any list.
        candidate.rank = i32::MAX;
        Some(candidate)
    }
}

fn expression(pattern: &str) -> Result<Regex, Wrong> {
    if pattern.is_empty() {
        return Err(Wrong::new(
            "the pattern is empty",
            "kind and pattern are needed, set apart by a tab",
        ));
    }
    let expression = Regex::new(pattern).map_err(|error| {
        Wrong::new(
            format!("not a regular expression: {}", last_line(&error)),
            "the syntax is that of the Rust crate regex",
        )
    })?;
    if expression.is_match("") {
        return Err(Wrong::new(
            format!("the pattern {pattern:?} can match nothing at all"),
            "make a part of it necessary",
        ));
    }
    Ok(expression)
}

/// The crate `regex` draws the place over several lines; the last one says what is wrong.
fn last_line(error: &regex::Error) -> String {
    let text = error.to_string();
    let line = text.lines().last().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

/// Whether a pattern has all groups that a template asks for: one that is missing would silently be left out.
fn check_groups(expression: &Regex, template: &str) -> Result<(), Wrong> {
    // What `$` begins is read as the crate `regex` does: `$$` is a dollar, `${name}`, or the longest run of word characters.
    let mut rest = template;
    while let Some((_, after)) = rest.split_once('$') {
        if let Some(escaped) = after.strip_prefix('$') {
            rest = escaped;
            continue;
        }
        let (group, next) = match after.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            Some(braced) => braced,
            None => {
                let length = after
                    .bytes()
                    .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
                    .count();
                after.split_at(length)
            }
        };
        let known = match group.parse::<usize>() {
            Ok(number) => number < expression.captures_len(),
            Err(_) => expression.capture_names().flatten().any(|name| name == group),
        };
        if !known {
            return Err(Wrong::new(
                format!("the pattern has no group {group:?}"),
                "name it in the pattern as (?<name>…) and write ${name}; a dollar is $$",
            ));
        }
        rest = next;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Recognizer;
    use wortlaut_tokenize::Tokenizer;

    fn found(table: &str, text: &str) -> Vec<(String, String, Option<String>)> {
        let patterns = PatternList::read_tsv("p.tsv", table.as_bytes()).unwrap();
        let recognizer = Recognizer::builder().built_in(false).patterns(patterns).build();
        let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
        names
            .mentions
            .iter()
            .map(|mention| {
                let entity = mention.entity.get(&names.entities).unwrap();
                (
                    mention.span.slice(text).to_owned(),
                    entity.name.clone(),
                    entity.id("id").map(str::to_owned),
                )
            })
            .collect()
    }

    fn three(words: &str, name: &str, id: &str) -> (String, String, Option<String>) {
        (
            words.to_owned(),
            name.to_owned(),
            (!id.is_empty()).then(|| id.to_owned()),
        )
    }

    #[test]
    fn patterns_find_names() {
        let table = "# ours\nkind\tpattern\tname\tids\n\
            other\t(?:Aktenzeichen:?|Az\\.:?) (?<number>\\d+ [A-Z][A-Za-z]* \\d+/\\d{2})\tAktenzeichen $number\tid=$number\n\
            other\t[A-Z]{2}[A-Z0-9]{9}[0-9]\t\tid=$0\n";
        for (text, expected) in [
            (
                "Das Gericht (Az. 4 K 117/23) vertagte sich.",
                vec![three("Az. 4 K 117/23", "Aktenzeichen 4 K 117/23", "4 K 117/23")],
            ),
            (
                "Das Papier DE000A1B2C34 stieg, XDE000A1B2C34 fiel.",
                vec![three("DE000A1B2C34", "DE000A1B2C34", "DE000A1B2C34")],
            ),
            // A pattern does not run over the end of a sentence.
            ("Es ging um das Aktenzeichen.\n\n4 K 117/23 folgte.", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(table, text), expected, "{text:?}");
        }
    }

    #[test]
    fn one_name_is_one_entity_with_the_identifiers_of_its_first_mention() {
        let patterns = PatternList::read_tsv("p.tsv", "other\tCVE-\\d{4}-\\d+\t\tcve=$0\n".as_bytes()).unwrap();
        let recognizer = Recognizer::builder().patterns(patterns).build();
        let text = "Die Lücke CVE-2025-1234 ist offen. CVE-2025-1234 betrifft viele, CVE-2025-99 wenige.";
        let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
        let ids: Vec<_> = names.entities.iter().map(|entity| entity.id("cve")).collect();
        assert_eq!(ids, [Some("CVE-2025-1234"), Some("CVE-2025-99")]);
        assert_eq!(names.mentions.len(), 3);
    }

    #[test]
    fn faults_are_told_with_their_place() {
        for (table, at, part) in [
            ("planet\tX\n", "1:1", "unknown kind"),
            ("other\n", "1:1", "the pattern is empty"),
            ("other\t\n", "1:7", "the pattern is empty"),
            ("other\tA*\n", "1:7", "can match nothing"),
            ("# note\nother\tA(\n", "2:7", "unclosed group"),
            ("other\tA(B)\t$2\n", "1:12", "no group \"2\""),
            ("other\tA(?<b>B)\t$c\n", "1:16", "no group \"c\""),
            ("other\tA\tB\tisin\n", "1:11", "authority=id"),
            ("other\tA\tB\tid=$1\n", "1:11", "no group \"1\""),
            ("other\tA\tB\tC=1\tD\n", "1:15", "more than 4 columns"),
            ("other\t(?:\\w{1000}){1000}\n", "1:7", "size limit"),
        ] {
            let message = PatternList::read_tsv("p.tsv", table.as_bytes())
                .unwrap_err()
                .to_string();
            assert!(
                message.starts_with(&format!("p.tsv:{at}: ")) && message.contains(part),
                "{table:?}: {message}"
            );
        }
        assert_eq!(
            PatternList::read_tsv("p.tsv", "other\tA\tB $$ $0\n".as_bytes())
                .unwrap()
                .len(),
            1
        );
        assert!(
            PatternList::read_tsv("p.tsv", "# nothing\n".as_bytes())
                .unwrap()
                .is_empty()
        );
    }

    /// No text makes a pattern cost more than its stretch squared: a sentence without an end is cut.
    #[test]
    fn long_sentences_are_searched_in_stretches() {
        let text = "a ".repeat(40_000) + "b";
        let tokens = Tokenizer::new().tokenize(&text);
        let words = Words::new(&text, &tokens, wortlaut_lexicon::Lexicon::german());
        let mut start = 0;
        let mut stretches = 0;
        while start < words.all.len() {
            let end = stretch(&words, start);
            assert!(words.span(start, end).len() <= MAX_STRETCH);
            start = end + 1;
            stretches += 1;
        }
        assert!(stretches >= 20, "{stretches}");
        assert_eq!(found("other\ta b\t\tid=$0\n", &text), [three("a b", "a b", "a b")]);
    }
}
