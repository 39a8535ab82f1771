//! The common-noun test: a minimal acyclic automaton of noun forms, and the analysis of compounds over it.

use wortlaut_text::Gender;

use crate::Number;
use crate::buffer::{MAX_WORD, WordBuffer};

const AUTOMATON: &[u8] = include_bytes!("../data/nouns.fsa");

/// What the form of a common noun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NounReading {
    /// Gender, where it is known and the form is not that of two nouns of different gender.
    pub gender: Option<Gender>,
    /// Number, where the form tells: *Angabe*, *Angaben*, but not *Messer*.
    pub number: Option<Number>,
    /// Where the head begins, in bytes from the start of the form, if the noun was recognised as a compound of known
    /// nouns; 0 if it is listed itself.
    pub head: usize,
}

/// Heads that end more surnames and place names than unlisted nouns (*Steinbach*, *Bergmann*): no compound is accepted
/// for their sake. Nouns with them that are in use (*Bahnhof*) are listed.
const NAME_HEADS: [&str; 40] = [
    "acker", "au", "bach", "bauer", "beck", "berg", "brück", "brücke", "brunn", "burg", "dorf", "feld", "furt", "graf",
    "hardt", "haus", "hausen", "heim", "hof", "holz", "huber", "kamp", "kirch", "kirchen", "land", "macher", "mann",
    "meier", "meyer", "moor", "mühle", "mühlen", "müller", "rode", "see", "stadt", "stedt", "stein", "tal", "wald",
];

/// What may stand between the parts of a compound (Fugenelement).
const LINKS: [&str; 6] = ["s", "es", "n", "en", "er", "e"];

/// The shortest part before another, in bytes.
const MIN_PART: usize = 3;
/// The shortest head, in bytes.
const MIN_HEAD: usize = 4;

pub(crate) fn noun(form: &str) -> Option<NounReading> {
    // In *Anti-Terror-Einsatz* the last part is the head, and written as a noun of its own.
    if let Some(hyphen) = form.rfind('-') {
        let head = hyphen + 1;
        let reading = noun(form.get(head..)?)?;
        return Some(NounReading {
            head: head + reading.head,
            ..reading
        });
    }
    let lowered = WordBuffer::lowered(form)?;
    let word = lowered.as_str();
    listed(word.as_bytes()).or_else(|| compound(word))
}

/// The reading of a listed form, its first letter in lower case.
pub(crate) fn listed(word: &[u8]) -> Option<NounReading> {
    let mut state = root();
    for byte in word {
        state = step(state, *byte)?;
    }
    reading(state, 0)
}

/// Nouns joined, the first ones perhaps with a linking element. The head taken is the longest.
fn compound(word: &str) -> Option<NounReading> {
    let bytes = word.as_bytes();
    // Bit n: the word up to byte n is made of known nouns and linking elements. A word has at most MAX_WORD bytes.
    let mut reachable: u128 = 1;
    let mut best = None;
    for start in 0..bytes.len().min(MAX_WORD - 1) {
        if reachable >> start & 1 == 0 {
            continue;
        }
        let rest = bytes.get(start..)?;
        let mut state = root();
        for (i, byte) in rest.iter().enumerate() {
            let Some(next) = step(state, *byte) else { break };
            state = next;
            let (length, end) = (i + 1, start + i + 1);
            if length < MIN_PART || !is_final(state) {
                continue;
            }
            if end == bytes.len() {
                let head = word.get(start..)?;
                if start > 0 && length >= MIN_HEAD && !NAME_HEADS.contains(&head) && best.is_none() {
                    best = reading(state, start);
                }
                continue;
            }
            reachable |= 1u128 << end;
            for link in LINKS {
                if bytes.get(end..end + link.len()) == Some(link.as_bytes()) && end + link.len() < MAX_WORD {
                    reachable |= 1u128 << (end + link.len());
                }
            }
        }
    }
    best
}

fn edge(at: u32) -> u32 {
    let start = 8 + at as usize * 4;
    AUTOMATON
        .get(start..start + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0x100, u32::from_le_bytes)
}

fn root() -> u32 {
    AUTOMATON
        .get(4..8)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u32::from_le_bytes)
}

/// The state after `byte`. State 0 has no edges.
fn step(state: u32, byte: u8) -> Option<u32> {
    if state == 0 {
        return None;
    }
    let mut at = state;
    loop {
        let edge = edge(at);
        if edge & 0xff == u32::from(byte) {
            return Some(edge >> 9);
        }
        if edge & 0x100 != 0 {
            return None;
        }
        at += 1;
    }
}

/// The tag that ends a key in this state: the edges of a state are sorted, and tags lie below all letters.
fn tag(state: u32) -> Option<u32> {
    if state == 0 {
        return None;
    }
    let byte = edge(state) & 0xff;
    (1..0x20).contains(&byte).then(|| byte - 1)
}

fn is_final(state: u32) -> bool {
    tag(state).is_some()
}

fn reading(state: u32, head: usize) -> Option<NounReading> {
    let tag = tag(state)?;
    Some(NounReading {
        gender: match tag & 3 {
            1 => Some(Gender::Masculine),
            2 => Some(Gender::Feminine),
            3 => Some(Gender::Neuter),
            _ => None,
        },
        number: match tag >> 2 {
            1 => Some(Number::Singular),
            2 => Some(Number::Plural),
            _ => None,
        },
        head,
    })
}
