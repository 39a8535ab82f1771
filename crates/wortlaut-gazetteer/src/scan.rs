//! The longest keys at a token, in one list.
//!
//! Most tokens of a text begin no name. They are hashed once for all lists, and one read of the filter of a list rules them
//! out. Where a token passes, the walk goes on token by token as long as a key may begin like this.

use crate::gazetteer::Gazetteer;
use crate::hash::Hash;
use crate::keys::{ANY_CASE, Found, Keys, Scratch, breaks};
use crate::normal;

/// Longest name in tokens; longer ones are not looked for.
const MAX_TOKENS: usize = 14;
/// Longest name in bytes: more is a defect of the text, not a name.
const MAX_BYTES: usize = 400;

/// The tokens of a text as the walk sees them.
pub(crate) trait Source {
    /// How many there are.
    fn count(&self) -> usize;
    /// The token as it is at hand: in the text, or in normal form.
    fn bytes(&self, index: usize) -> &[u8];
    /// Appends the token in normal form.
    fn push_form(&self, index: usize, out: &mut String);
    /// Whether white space stands before it.
    fn is_spaced(&self, index: usize) -> bool;
    /// Whether a name may go on from the token before.
    fn goes_on(&self, index: usize) -> bool;
}

/// How the last word of a match differs from the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Plain,
    Genitive,
}

/// A place where a key of a list ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) last: usize,
    pub(crate) found: Found,
    pub(crate) ending: Ending,
}

/// The spelling in which the words of the text are looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    AsWritten,
    /// All capitals as usual: MOSKAU → Moskau.
    Titled,
    /// In small letters.
    Folded,
}

/// The hash up to the end of a token, and up to what an ending of the genitive may leave of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    whole: Hash,
    /// Without the last byte, and without the last two.
    stems: [Hash; 2],
    /// How many of the stems a genitive may have: those before *s* or an apostrophe, and before *es*.
    genitives: usize,
    last: u8,
}

/// The first token of a walk, hashed once for all lists.
#[derive(Debug)]
pub(crate) struct Start {
    first: usize,
    written: Head,
    /// Hashed when a list needs it.
    folded: Option<Head>,
    /// The inner one is there for a word in capitals.
    titled: Option<Option<Head>>,
}

/// Memory of a walk, used again.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    scratch: Scratch,
    found: Vec<Found>,
    form: String,
    plain: String,
    name: String,
    pub(crate) hits: Vec<Hit>,
}

/// Hashes the token at which walks begin.
#[inline]
pub(crate) fn written<S: Source>(source: &S, first: usize, memory: &mut Memory) -> Head {
    head(Hash::EXACT, source, first, Spelling::AsWritten, memory)
}

impl Start {
    pub(crate) fn new(first: usize, written: Head) -> Self {
        Start {
            first,
            written,
            folded: None,
            titled: None,
        }
    }
}

/// The keys of a list, taken out once for a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct List<'g> {
    pub(crate) keys: Keys<'g>,
    has_any_case: bool,
}

impl<'g> List<'g> {
    pub(crate) fn new(list: &'g Gazetteer) -> Self {
        List {
            keys: list.keys(),
            has_any_case: list.has_any_case(),
        }
    }
}

/// The longest keys of a list at the start, in `memory.hits`. There they are all of one length, but for those in any
/// case, which follow.
#[inline]
pub(crate) fn longest<S: Source>(list: &List<'_>, source: &S, start: &mut Start, memory: &mut Memory) {
    memory.hits.clear();
    let (keys, first) = (&list.keys, start.first);
    if may_start(keys, source, first, &start.written) {
        walk(keys, source, first, Spelling::AsWritten, start.written, memory);
    }
    let nothing = memory.hits.is_empty();
    if list.has_any_case {
        let head = match start.folded {
            Some(head) => head,
            None => *start
                .folded
                .insert(head(Hash::ANY_CASE, source, first, Spelling::Folded, memory)),
        };
        walk(keys, source, first, Spelling::Folded, head, memory);
    }
    if nothing && is_loud(source.bytes(first)) {
        let head = match start.titled {
            Some(head) => head,
            None => {
                memory.form.clear();
                source.push_form(first, &mut memory.form);
                let capitals = normal::is_all_caps(&memory.form, 4);
                *start
                    .titled
                    .insert(capitals.then(|| self::head(Hash::EXACT, source, first, Spelling::Titled, memory)))
            }
        };
        if let Some(head) = head {
            walk(keys, source, first, Spelling::Titled, head, memory);
        }
    }
}

/// Whether a word may be all in capitals, told by its bytes.
#[inline]
fn is_loud(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, _, _, ..] if !first.is_ascii_lowercase() && !second.is_ascii_lowercase())
        && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// Whether a name of a list may start here: the question to which most tokens are a no.
#[inline]
pub(crate) fn may_be_in<S: Source>(list: &List<'_>, source: &S, first: usize, written: &Head) -> bool {
    may_start(&list.keys, source, first, written) || list.has_any_case || is_loud(source.bytes(first))
}

/// Whether a name may start with the token as it is written.
#[inline]
fn may_start<S: Source>(keys: &Keys<'_>, source: &S, first: usize, head: &Head) -> bool {
    keys.may_begin(head.whole)
        || head.genitives > 0 && (keys.may_begin(head.stems[0]) || head.genitives > 1 && keys.may_begin(head.stems[1]))
        // Where the next token goes on in the middle of a word, the filter knows nothing of this one.
        || !source.is_spaced(first + 1) && source.bytes(first + 1).first().is_some_and(|&after| !breaks(head.last, after))
}

/// Walks over the tokens from `first`, whose hash is `head`; appends the longest matches.
#[inline(never)]
fn walk<S: Source>(keys: &Keys<'_>, source: &S, first: usize, spelling: Spelling, mut head: Head, memory: &mut Memory) {
    let from = memory.hits.len();
    let mut last = first;
    let mut bytes = 0usize;
    loop {
        let plain = keys.may_begin(head.whole);
        let genitives = [
            head.genitives > 0 && keys.may_begin(head.stems[0]),
            head.genitives > 1 && keys.may_begin(head.stems[1]),
        ];
        if plain || genitives != [false; 2] {
            collect(
                keys,
                source,
                (first, last),
                spelling,
                head,
                (plain, genitives),
                from,
                memory,
            );
        }
        bytes = bytes.saturating_add(source.bytes(last).len());
        let next = last + 1;
        if next >= source.count() {
            return;
        }
        let spaced = source.is_spaced(next);
        let boundary = spaced || source.bytes(next).first().is_none_or(|&after| breaks(head.last, after));
        if boundary && !plain || next - first >= MAX_TOKENS || bytes > MAX_BYTES || !source.goes_on(next) {
            return;
        }
        let before = if spaced { head.whole.byte(b' ') } else { head.whole };
        head = self::head(before, source, next, spelling, memory);
        last = next;
    }
}

/// Looks tokens up that passed the filter; replaces shorter matches.
#[allow(clippy::too_many_arguments, reason = "the state of a walk, which is inlined")]
fn collect<S: Source>(
    keys: &Keys<'_>,
    source: &S,
    (first, last): (usize, usize),
    spelling: Spelling,
    head: Head,
    (plain, genitives): (bool, [bool; 2]),
    from: usize,
    memory: &mut Memory,
) {
    let Memory {
        scratch,
        found,
        form,
        name,
        hits,
        ..
    } = memory;
    name.clear();
    let mut word = 0;
    for index in first..=last {
        if index > first && source.is_spaced(index) {
            name.push(' ');
        }
        if spelling == Spelling::Folded && index == first {
            name.push(ANY_CASE);
        }
        word = name.len();
        form.clear();
        source.push_form(index, form);
        respell(form, spelling, name);
    }
    found.clear();
    if plain {
        keys.find(head.whole, name, scratch, found);
    }
    let mut ending = Ending::Plain;
    if found.is_empty() && genitives != [false; 2] {
        let word = name.get(word..).unwrap_or("");
        if word.len() > 2 && (spelling == Spelling::Folded || normal::is_capitalised(word)) {
            ending = Ending::Genitive;
            for (at, (stem, passed)) in head.stems.into_iter().zip(genitives).enumerate() {
                if passed {
                    let stem_len = name.len().saturating_sub(at + 1);
                    keys.find(stem, name.get(..stem_len).unwrap_or(""), scratch, found);
                }
            }
        }
    }
    if !found.is_empty() {
        hits.truncate(from);
        hits.extend(found.iter().map(|&found| Hit { last, found, ending }));
    }
}

/// Appends a token in the spelling in which it is looked up.
fn respell(form: &str, spelling: Spelling, into: &mut String) {
    match spelling {
        Spelling::AsWritten => into.push_str(form),
        Spelling::Titled => normal::title_case(form, into),
        Spelling::Folded => into.extend(form.chars().flat_map(char::to_lowercase)),
    }
}

/// Goes on with a hash over a token.
#[inline]
fn head<S: Source>(before: Hash, source: &S, index: usize, spelling: Spelling, memory: &mut Memory) -> Head {
    if spelling == Spelling::AsWritten {
        if let Some(head) = hash(before, source.bytes(index)) {
            return head;
        }
    }
    respelt_head(before, source, index, spelling, memory)
}

/// The same for a token that must be respelt first.
#[inline(never)]
fn respelt_head<S: Source>(before: Hash, source: &S, index: usize, spelling: Spelling, memory: &mut Memory) -> Head {
    memory.form.clear();
    source.push_form(index, &mut memory.form);
    let mut respelt = std::mem::take(&mut memory.plain);
    respelt.clear();
    respell(&memory.form, spelling, &mut respelt);
    memory.form.clear();
    normal::push_plain(&respelt, &mut memory.form);
    memory.plain = respelt;
    let mut states = States::new(before);
    for &byte in memory.form.as_bytes() {
        states.byte(byte);
    }
    states.head()
}

/// A hash and what it was one and two bytes before.
struct States {
    whole: Hash,
    stems: [Hash; 2],
    tail: [u8; 2],
}

impl States {
    #[inline]
    fn new(before: Hash) -> Self {
        States {
            whole: before,
            stems: [before; 2],
            tail: [0; 2],
        }
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        self.stems = [self.whole, self.stems[0]];
        self.whole = self.whole.byte(byte);
        self.tail = [self.tail[1], byte];
    }

    #[inline]
    fn head(&self) -> Head {
        Head {
            whole: self.whole,
            stems: self.stems,
            genitives: match self.tail {
                [b'e', b's'] => 2,
                [before, b's' | b'\''] if before != 0 => 1,
                _ => 0,
            },
            last: self.tail[1],
        }
    }
}

/// Goes on with a hash over a token of plain letters and German ones; `None` for any other.
#[inline]
fn hash(before: Hash, bytes: &[u8]) -> Option<Head> {
    let mut states = States::new(before);
    let mut bytes = bytes.iter();
    while let Some(&byte) = bytes.next() {
        if byte < 0x80 {
            if byte == b'`' {
                return None;
            }
            states.byte(byte);
            continue;
        }
        if byte != 0xC3 {
            return None;
        }
        let letters = match bytes.next()? {
            0xA4 => b"ae",
            0xB6 => b"oe",
            0xBC => b"ue",
            0x9F => b"ss",
            0x84 => b"Ae",
            0x96 => b"Oe",
            0x9C => b"Ue",
            _ => return None,
        };
        states.byte(letters[0]);
        states.byte(letters[1]);
    }
    Some(states.head())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_and_the_long_way_agree() {
        struct One(&'static str);
        impl Source for One {
            fn count(&self) -> usize {
                1
            }
            fn bytes(&self, _: usize) -> &[u8] {
                self.0.as_bytes()
            }
            fn push_form(&self, _: usize, out: &mut String) {
                if !normal::push_normal(self.0, out) {
                    out.push_str(self.0);
                }
            }
            fn is_spaced(&self, _: usize) -> bool {
                false
            }
            fn goes_on(&self, _: usize) -> bool {
                false
            }
        }
        for word in [
            "Moskau", "Moskaus", "Zürich", "Gießen", "ÄÖÜ", "es", "s", "'", "", "Malmös", "Jones'", "ß",
        ] {
            let short = hash(Hash::EXACT, word.as_bytes()).unwrap();
            let long = respelt_head(Hash::EXACT, &One(word), 0, Spelling::AsWritten, &mut Memory::default());
            assert_eq!(short.whole, long.whole, "{word}");
            assert_eq!((short.genitives, short.last), (long.genitives, long.last), "{word}");
            assert_eq!(short.stems, long.stems, "{word}");
        }
        assert!(hash(Hash::EXACT, "Ko\u{308}ln".as_bytes()).is_none());
        assert!(hash(Hash::EXACT, "Élysée".as_bytes()).is_none());
    }
}
