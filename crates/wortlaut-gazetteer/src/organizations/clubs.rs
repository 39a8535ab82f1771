//! Sports clubs.

use wortlaut_text::EntityKind;
use wortlaut_tokenize::TokenKind;

use super::named;
use crate::candidate::Candidate;
use crate::classes::Class;
use crate::words::Words;

/// *VfL Gera*, *1. FC Seehof*, *Rot-Weiß Lund 09*.
pub(super) fn club(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !words.is(index, Class::CLUB) {
        return None;
    }
    let next = words
        .after(index)
        .filter(|&next| words.all.get(next).is_some_and(|word| word.spaced))?;
    let name = words.all.get(next)?;
    let letters = words.all.get(index)?.caps
        || words.form(index).contains("-")
        || matches!(words.form(index), "VfB" | "VfL" | "SpVgg" | "TuS");
    if !words.is_nameable(next) || name.class.has(Class::TITLE) {
        return None;
    }
    // Ordinary words (Union, Energie, Sturm) need a place or an unknown word after them.
    if name.common && !(letters && name.listed) {
        return None;
    }
    if !letters && words.all.get(index)?.common && !name.listed {
        return None;
    }
    let mut first = index;
    if let Some(before) = words.before(index) {
        if words.all.get(before)?.kind == TokenKind::Ordinal || words.is(before, Class::CLUB) {
            first = before;
        }
    }
    let mut last = next;
    if let Some(after) = words.after(last) {
        let word = words.all.get(after)?;
        let number = word.kind == TokenKind::Number
            && word.spaced
            && words.raw(after).len() <= 4
            && words.raw(after).chars().all(|c| c.is_ascii_digit());
        if number || words.is_unknown(after) && word.spaced && !word.caps && !words.is_unknown(next) {
            last = after;
        }
    }
    Some(named(
        words,
        (first, last),
        EntityKind::Organization,
        850,
        880,
        "entity.organization.club",
        (index, index),
    ))
}
