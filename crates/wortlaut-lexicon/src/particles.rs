//! The particles of separable verbs.

use once_cell::sync::Lazy;

const LIST: &str = include_str!("../data/particles.txt");

/// All particles, the longer before the shorter, by their first byte.
static PARTICLES: Lazy<Vec<Vec<&'static str>>> = Lazy::new(|| {
    let mut by_first = vec![Vec::new(); 256];
    for particle in LIST
        .lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
    {
        let first = particle.bytes().next().map_or(0, usize::from);
        if let Some(list) = by_first.get_mut(first) {
            list.push(particle);
        }
    }
    for list in &mut by_first {
        list.sort_by_key(|particle: &&str| core::cmp::Reverse(particle.len()));
    }
    by_first
});

/// The particles a word begins with, longest first, and the rest after each.
pub(crate) fn splits(word: &str) -> impl Iterator<Item = (&'static str, &str)> {
    let first = word.bytes().next().map_or(0, usize::from);
    PARTICLES
        .get(first)
        .into_iter()
        .flatten()
        .filter_map(|particle| Some((*particle, word.strip_prefix(particle)?)))
}

/// Whether the word is a particle.
pub(crate) fn contains(word: &str) -> bool {
    splits(word).any(|(_, rest)| rest.is_empty())
}
