//! No token costs an allocation: with buffers that have grown, a long text allocates as often as a short one.

#![allow(missing_docs)]

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use wortlaut_tokenize::{Normalizer, Tokenization, Tokenizer};

#[global_allocator]
static GLOBAL: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ARTICLE: &str = "Rat beschließt Brücke\n\nAltenau, 8. Januar (dpa/lni) - Am 18. Mai tagt der Rat der Stadt Altenau. „Wir \
    bauen ‚sofort‘ für 2,5 Mio. Euro!“, sagte Dr. Kerner u. a. den Bürger:innen der SPD-nahen Gruppe …\n\nFrage: Und \
    dann?\n\nKerner: Gru\u{308}ße vom 18.2.2025 um 20:15 Uhr auf https://beispiel.de/a 😀 usw. Dann ging er.\n\nFrage: \
    Ja?\n\n» Punkt\n\nMehr zum Thema – Der Weg\n\n";

// One test only: the counts are the whole process's.
#[test]
fn a_long_text_allocates_as_often_as_a_short_one() {
    let tokenizer = Tokenizer::new();
    let mut into = Tokenization::default();
    let (short, long) = (ARTICLE.to_owned(), ARTICLE.repeat(200));
    tokenizer.tokenize_into(&long, &mut into);
    let mut count = |text: &str| {
        let region = Region::new(GLOBAL);
        tokenizer.tokenize_into(text, &mut into);
        let change = region.change();
        (change.allocations + change.reallocations, into.tokens.len())
    };
    let (few, many) = (count(&short), count(&long));
    assert!(many.1 > 150 * few.1 && few.1 > 50, "{few:?} {many:?}");
    assert_eq!(few.0, many.0);
    assert!(few.0 <= 4, "{few:?}");

    let normalizer = Normalizer::default();
    let mut form = normalizer.normalize(&long);
    for text in [&short, &long] {
        let region = Region::new(GLOBAL);
        normalizer.normalize_into(text, &mut form);
        let change = region.change();
        assert_eq!(change.allocations + change.reallocations, 0, "{change:?}");
    }
}
