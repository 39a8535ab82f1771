//! Look-ups in the lexicon, in forms a second.
//!
//! `cargo bench -p wortlaut-benches --bench lexicon`; with `WORTLAUT_BENCH_TEXT=FILE` over the words of a text of one's own.
//!
//! The words of news come in running order, as a parser asks for them: frequent words again and again, rare ones between
//! them. The lemmas in an order that looks drawn at random are the other end: hardly one is in the cache of the processor.

#[path = "support/words.rs"]
mod words;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use wortlaut::lexicon::{Lexicon, Mood, RoleKind};

fn main() {
    // Nothing asked the lexicon before: this is all the start-up there is.
    let start = Instant::now();
    black_box(Lexicon::german().lookup(black_box("angekündigten")));
    black_box(Lexicon::german().role(black_box("Regierungssprecherin")));
    black_box(Lexicon::german().noun(black_box("Haushaltsstreit")));
    let first = start.elapsed();

    let lexicon = Lexicon::german();
    let text = words::text();
    let running = words::of(&text);
    let known = |word: &&&str| lexicon.lookup(word).is_some();
    let hits: Vec<&str> = running.iter().filter(known).copied().collect();
    let misses: Vec<&str> = running.iter().filter(|word| !known(word)).copied().collect();
    let capitals: Vec<&str> = running
        .iter()
        .filter(|w| w.starts_with(char::is_uppercase))
        .copied()
        .collect();
    let lemmas = words::shuffled(words::LEMMAS);

    let mut speeds = Speeds::new();
    let look_up = |word: &str| usize::from(lexicon.lookup(word).is_some());
    let categories = |word: &str| {
        lexicon
            .lookup(word)
            .map_or(0, |entry| entry.categories().bits() as usize)
    };
    let finite = |word: &str| usize::from(lexicon.lookup(word).is_some_and(|entry| entry.is_finite()));
    let readings = |word: &str| lexicon.analyses(word).map(|reading| reading.lemma.len()).sum();
    let moods = |word: &str| {
        lexicon
            .analyses(word)
            .filter(|r| r.features.mood == Some(Mood::SubjunctiveI))
            .count()
    };
    speeds.measure("look-up", &running, look_up);
    speeds.measure("look-up, words it knows", &hits, look_up);
    speeds.measure("look-up, words it does not know", &misses, look_up);
    speeds.measure("look-up, lemmas at random", &lemmas, look_up);
    speeds.measure("categories", &running, categories);
    speeds.measure("finite or not", &running, finite);
    speeds.measure("all readings with lemma", &running, readings);
    speeds.measure("Konjunktiv I or not, by the readings", &running, moods);
    speeds.measure("noun, words with a capital", &capitals, |word| {
        usize::from(lexicon.noun(word).is_some())
    });
    speeds.measure("role, words with a capital", &capitals, |word| {
        usize::from(lexicon.role(word).is_some_and(|role| role.kind == RoleKind::Office))
    });
    speeds.finish(first);
}

/// Best times.
struct Speeds {
    criterion: Criterion,
    best: Vec<(String, usize, Duration)>,
}

impl Speeds {
    fn new() -> Self {
        Speeds {
            criterion: Criterion::default().sample_size(10).configure_from_args(),
            best: Vec::new(),
        }
    }

    /// Asks for every word.
    fn measure(&mut self, name: &str, words: &[&str], ask: impl Fn(&str) -> usize) {
        let mut best = Duration::MAX;
        let mut group = self.criterion.benchmark_group("lexicon");
        group.throughput(Throughput::Elements(words.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|count| {
                let start = Instant::now();
                for _ in 0..count {
                    let mut sum = 0usize;
                    for word in words {
                        sum = sum.wrapping_add(ask(black_box(word)));
                    }
                    black_box(sum);
                }
                let spent = start.elapsed();
                best = best.min(spent / u32::try_from(count).unwrap_or(u32::MAX));
                spent
            });
        });
        group.finish();
        self.best.push((name.to_owned(), words.len(), best));
    }

    /// Prints the best speeds.
    fn finish(self, first: Duration) {
        if words::is_test() {
            return;
        }
        println!("lexicon: best of each; the first three questions of the process took {first:?}");
        for (name, count, best) in self.best {
            // A name that the filter on the command line leaves out was never measured.
            if best < Duration::MAX {
                let nanoseconds = best.as_secs_f64() * 1e9 / count.max(1) as f64;
                println!(
                    "  {name:<38} {:>8.1} million a second {nanoseconds:>8.1} ns  ({count} words)",
                    1e3 / nanoseconds
                );
            }
        }
    }
}
