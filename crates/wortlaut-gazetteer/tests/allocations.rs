//! A text without names costs no allocation; with names, only what is found does.
#![allow(missing_docs)]

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use wortlaut_gazetteer::{FinderMemory, Gazetteer, NameFinder};
use wortlaut_tokenize::Tokenizer;

#[global_allocator]
static GLOBAL: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

// One test only: the counts are the whole process's.
#[test]
fn a_text_without_names_costs_no_allocation() {
    let finder = NameFinder::new([Gazetteer::german()]);
    let mut memory = FinderMemory::default();
    // The first text lets the buffers grow.
    let names = "Von Köln über Zürich nach MOSKAU und Frankfurt (Oder). ".repeat(20);
    let tokens = Tokenizer::new().tokenize(&names);
    assert!(finder.count(&names, &tokens, &mut memory) > 60);
    for text in [
        "Gestern regnete es und die Straße war naß. Ge\u{301}stern auch, GESTERN nicht.",
        &names,
    ] {
        let text = text.repeat(50);
        let tokens = Tokenizer::new().tokenize(&text);
        let region = Region::new(GLOBAL);
        let _ = finder.count(&text, &tokens, &mut memory);
        let change = region.change();
        assert_eq!(change.allocations + change.reallocations, 0, "{change:?}");
    }
    let text = "Gestern regnete es.".repeat(50);
    let tokens = Tokenizer::new().tokenize(&text);
    let region = Region::new(GLOBAL);
    assert!(finder.find(&text, &tokens).is_empty());
    let change = region.change();
    assert!(change.allocations + change.reallocations < 12, "{change:?}");
}
