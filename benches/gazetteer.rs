//! Names of lists in a tokenized text, beside automata over the same forms; and what a million names cost.
//!
//! `cargo bench -p wortlaut-benches --bench gazetteer`; with `WORTLAUT_BENCH_TEXT=FILE` over a text of one's own.
//!
//! Tokens are given. The automata get every form that the list has as a key (they know no genitive and no other spelling)
//! and a match counts where tokens begin and end. Building, file, loading and memory are measured once and printed.

#[path = "support/cost.rs"]
mod cost;
#[path = "support/names.rs"]
mod names;
#[path = "support/news.rs"]
mod news;

use std::time::Instant;

use aho_corasick::AhoCorasick;
use daachorse::DoubleArrayAhoCorasickBuilder;
use wortlaut::gazetteer::{FinderMemory, Gazetteer, GazetteerBuilder, NameFinder, Recognizer};
use wortlaut::tokenize::{Tokenization, Tokenizer};

/// The size of the text, in bytes.
const SIZE: usize = 8_500_000;

fn main() {
    start_up();
    let text = news::text(if cost::is_test() { 10_000 } else { SIZE });
    let tokens = Tokenizer::new().tokenize(&text);
    let mut costs = cost::Costs::over("gazetteer", text);

    let german = Gazetteer::german();
    engines(&mut costs, &tokens, "built-in", &german);
    let recognizer = Recognizer::german();
    let mut found = wortlaut::gazetteer::Names::default();
    costs.measure("recognizer, built-in", |text| {
        recognizer.recognize_into(text, &tokens, &mut found);
        found.mentions.len()
    });

    let million = million(if cost::is_test() { 1_000 } else { 1_000_000 });
    engines(&mut costs, &tokens, "1 M names", &million);
    let stack = NameFinder::new([million, german]);
    let mut memory = FinderMemory::default();
    costs.measure("finder, 1 M + built-in", |text| stack.count(text, &tokens, &mut memory));
    costs.finish();
}

/// Opens the built-in list and reads a sentence with it, before anything else has touched its pages.
fn start_up() {
    let text = "Sie reist von Wien nach Moskau.";
    let tokens = Tokenizer::new().tokenize(text);
    let before = resident();
    let start = Instant::now();
    let german = Gazetteer::german();
    let opened = start.elapsed();
    let finder = NameFinder::new([german]);
    let found = finder.count(text, &tokens, &mut FinderMemory::default());
    let used = start.elapsed();
    let small = resident().saturating_sub(before);
    // Every page of the list, as a long text would touch them.
    let forms = finder.lists().iter().flat_map(Gazetteer::forms).count();
    println!(
        "gazetteer: built-in list of {forms} forms, {} bytes: opened in {opened:?}, {found} names found after {used:?}; \
         resident {small} kB more after that, {} kB more after reading all of it",
        finder.lists().iter().map(|list| list.as_bytes().len()).sum::<usize>(),
        resident().saturating_sub(before),
    );
}

/// Resident memory in kB, where the system tells it.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

/// Ours and the automata over the forms of one list.
fn engines(costs: &mut cost::Costs, tokens: &Tokenization, name: &str, list: &Gazetteer) {
    let finder = NameFinder::new([list.clone()]);
    let mut memory = FinderMemory::default();
    costs.measure(&format!("finder, {name}"), |text| {
        finder.count(text, tokens, &mut memory)
    });
    let mut all = Vec::new();
    costs.measure(&format!("finder with candidates, {name}"), |text| {
        all.clear();
        finder.find_into(text, tokens, &mut memory, |name| all.push(name));
        all.len()
    });

    let edges = Edges::new(costs.text.len(), tokens);
    let forms: Vec<String> = list.forms().collect();
    let automaton = AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(&forms)
        .expect("the forms of a list make an automaton");
    costs.measure(&format!("aho-corasick, {name}"), |text| {
        automaton
            .find_iter(text)
            .filter(|found| edges.hold(found.start(), found.end()))
            .count()
    });
    drop(automaton);
    // It wants each pattern once.
    let automaton = DoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build::<_, _, u32>(forms.iter().collect::<std::collections::BTreeSet<_>>())
        .expect("the forms of a list make an automaton");
    costs.measure(&format!("daachorse, {name}"), |text| {
        automaton
            .leftmost_find_iter(text)
            .filter(|found| edges.hold(found.start(), found.end()))
            .count()
    });
}

/// Where tokens begin and end: a bit for each byte.
struct Edges {
    starts: Vec<u64>,
    ends: Vec<u64>,
}

impl Edges {
    fn new(len: usize, tokens: &Tokenization) -> Self {
        let mut edges = Edges {
            starts: vec![0; len / 64 + 1],
            ends: vec![0; len / 64 + 1],
        };
        for token in &tokens.tokens {
            let (start, end) = (token.span.start() as usize, token.span.end() as usize);
            edges.starts[start / 64] |= 1 << (start % 64);
            edges.ends[end / 64] |= 1 << (end % 64);
        }
        edges
    }

    fn hold(&self, start: usize, end: usize) -> bool {
        self.starts[start / 64] >> (start % 64) & 1 == 1 && self.ends[end / 64] >> (end % 64) & 1 == 1
    }
}

/// Builds, saves and loads a large list; prints what that costs.
fn million(count: usize) -> Gazetteer {
    let table = names::table(count);
    let start = Instant::now();
    let mut builder = GazetteerBuilder::new();
    builder
        .read_tsv("names.tsv", table.as_bytes())
        .expect("the table is right");
    let read = start.elapsed();
    let built = builder.build().expect("the list is not too large");
    let spent = start.elapsed();
    drop(builder);
    let path = std::env::temp_dir().join(format!("wortlaut-bench-{}.gaz", std::process::id()));
    built.save(&path).expect("the file can be written");
    let mut best = std::time::Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        let loaded = Gazetteer::load(&path).expect("the file is whole");
        best = best.min(start.elapsed());
        assert!(loaded.len() == built.len());
    }
    let _ = std::fs::remove_file(&path);
    println!(
        "gazetteer: {count} names, {} bytes of table: read in {read:?}, read and built in {spent:?}; file of {} bytes; loaded in {best:?}",
        table.len(),
        built.as_bytes().len(),
    );
    built
}
