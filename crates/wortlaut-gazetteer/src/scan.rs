//! The longest keys at a token, in one list.
//!
//! Most tokens of a text begin no name. They are hashed once for all lists, and one read of the filter of a list rules them
//! out. Where a token passes, the walk goes on token by token as long as a key may begin like this.

use crate::gazetteer::Gazetteer;
use crate::hash::Hash;
use crate::keys::{Found, Keys, Scratch, breaks};
use crate::normal;

/// Longest name in tokens; longer ones are not looked for.
const MAX_TOKENS: usize = 14;
/// Longest name in bytes: more is a defect of the text, not a name.
const MAX_BYTES: usize = 400;

/// The tokens of a text as the walk sees them.
pub(crate) trait Source {
    /// How many there are.
    fn count(&self) -> usize;
    /// The token in normal form.
    fn form(&self, index: usize) -> &str;
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
struct Head {
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
pub(crate) fn start<S: Source>(source: &S, first: usize, memory: &mut Memory) -> Start {
    Start {
        first,
        written: head(Hash::EXACT, source.form(first), Spelling::AsWritten, memory),
        folded: None,
        titled: None,
    }
}

/// The longest keys of a list at the start, in `memory.hits`. There they are all of one length, but for those in any
/// case, which follow.
#[inline]
pub(crate) fn longest<S: Source>(list: &Gazetteer, source: &S, start: &mut Start, memory: &mut Memory) {
    memory.hits.clear();
    let keys = list.keys();
    walk(keys, source, start.first, Spelling::AsWritten, start.written, memory);
    let nothing = memory.hits.is_empty();
    let first = start.first;
    if list.has_any_case() {
        let head = match start.folded {
            Some(head) => head,
            None => *start
                .folded
                .insert(head(Hash::ANY_CASE, source.form(first), Spelling::Folded, memory)),
        };
        walk(keys, source, first, Spelling::Folded, head, memory);
    }
    if nothing {
        let head = match start.titled {
            Some(head) => head,
            None => {
                let form = source.form(first);
                let capitals = is_loud(form) && normal::is_all_caps(form, 4);
                *start
                    .titled
                    .insert(capitals.then(|| self::head(Hash::EXACT, form, Spelling::Titled, memory)))
            }
        };
        if let Some(head) = head {
            walk(keys, source, first, Spelling::Titled, head, memory);
        }
    }
}

/// Whether a word may be all in capitals, told by its first two bytes.
#[inline]
fn is_loud(form: &str) -> bool {
    matches!(form.as_bytes(), [first, second, ..] if !first.is_ascii_lowercase() && !second.is_ascii_lowercase())
}

/// Walks over the tokens from `first`, whose hash is `head`; appends the longest matches.
fn walk<S: Source>(keys: Keys<'_>, source: &S, first: usize, spelling: Spelling, head: Head, memory: &mut Memory) {
    let from = memory.hits.len();
    let mut head = head;
    let mut last = first;
    let mut bytes = 0usize;
    loop {
        let form = source.form(last);
        if form.is_empty() {
            return;
        }
        collect(keys, source, (first, last), spelling, head, from, memory);
        bytes = bytes.saturating_add(form.len());
        let next = last + 1;
        if next >= source.count() || next - first >= MAX_TOKENS || bytes > MAX_BYTES || !source.goes_on(next) {
            return;
        }
        let spaced = source.is_spaced(next);
        let following = source.form(next);
        let boundary = spaced || following.bytes().next().is_none_or(|after| breaks(head.last, after));
        if boundary && !keys.may_go_on(head.whole) {
            return;
        }
        let before = if spaced { head.whole.byte(b' ') } else { head.whole };
        head = self::head(before, following, spelling, memory);
        last = next;
    }
}

/// Looks the tokens up; replaces shorter matches.
#[inline]
fn collect<S: Source>(
    keys: Keys<'_>,
    source: &S,
    (first, last): (usize, usize),
    spelling: Spelling,
    head: Head,
    from: usize,
    memory: &mut Memory,
) {
    let plain = keys.may_be(head.whole);
    let mut genitives = [false; 2];
    for (genitive, stem) in genitives.iter_mut().zip(head.stems).take(head.genitives) {
        *genitive = keys.may_be(stem);
    }
    if !plain && genitives == [false; 2] {
        return;
    }
    let Memory {
        scratch,
        found,
        form,
        name,
        hits,
        ..
    } = memory;
    name.clear();
    for index in first..=last {
        if index > first && source.is_spaced(index) {
            name.push(' ');
        }
        if spelling == Spelling::Folded && index == first {
            name.push(crate::keys::ANY_CASE);
        }
        respell(source.form(index), spelling, form);
        name.push_str(form);
    }
    found.clear();
    if plain {
        keys.find(head.whole, name, scratch, found);
    }
    let mut ending = Ending::Plain;
    let word = source.form(last);
    if found.is_empty() && word.len() > 2 && (spelling == Spelling::Folded || normal::is_capitalised(word)) {
        ending = Ending::Genitive;
        for (at, stem) in head.stems.into_iter().enumerate() {
            if genitives.get(at) == Some(&true) {
                let stem_len = name.len() - at - 1;
                keys.find(stem, name.get(..stem_len).unwrap_or(""), scratch, found);
            }
        }
    }
    if !found.is_empty() {
        hits.truncate(from);
        hits.extend(found.iter().map(|&found| Hit { last, found, ending }));
    }
}

/// The token in the spelling in which it is looked up.
fn respell(form: &str, spelling: Spelling, into: &mut String) {
    into.clear();
    match spelling {
        Spelling::AsWritten => into.push_str(form),
        Spelling::Titled => normal::title_case(form, into),
        Spelling::Folded => into.extend(form.chars().flat_map(char::to_lowercase)),
    }
}

/// Goes on with a hash over a token.
#[inline]
fn head(before: Hash, form: &str, spelling: Spelling, memory: &mut Memory) -> Head {
    if spelling == Spelling::AsWritten && form.is_ascii() {
        return hash(before, form.as_bytes());
    }
    respell(form, spelling, &mut memory.form);
    memory.plain.clear();
    normal::push_plain(&memory.form, &mut memory.plain);
    hash(before, memory.plain.as_bytes())
}

#[inline]
fn hash(before: Hash, bytes: &[u8]) -> Head {
    let (body, tail) = bytes.split_at(bytes.len().saturating_sub(2));
    let body = before.bytes(body);
    let (stem, whole, last) = match *tail {
        [second, last] => {
            let stem = body.byte(second);
            (stem, stem.byte(last), last)
        }
        [last] => (body, body.byte(last), last),
        _ => (body, body, 0),
    };
    let genitives = match *tail {
        [b'e', b's'] => 2,
        [_, b's' | b'\''] => 1,
        _ => 0,
    };
    Head {
        whole,
        stems: [stem, body],
        genitives,
        last,
    }
}
