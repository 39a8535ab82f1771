//! Common nouns for those who speak: persons by role, bodies, documents.

use std::collections::HashSet;

use once_cell::sync::Lazy;

static AGENTS: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    include_str!("../data/agents.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Whether a noun form names somebody or something that speaks, also as the last part of a compound.
pub(crate) fn is_agent(form: &str) -> bool {
    let lower = form.to_lowercase();
    std::iter::once(0)
        .chain(lower.char_indices().map(|(at, _)| at).filter(|&at| at >= 2 && lower.len() - at >= 4))
        .filter_map(|at| lower.get(at..))
        .filter(|tail| tail.len() <= 24)
        .any(|tail| AGENTS.contains(tail))
}
