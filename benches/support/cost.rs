//! What all benches share: the text, and costs as multiples of the cheapest way to look at every byte.
//!
//! Absolute speeds differ between machines and between runs. The floor is measured in the same run, so the multiples
//! printed at the end can be compared.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};

/// How much text is read, in bytes.
const SIZE: usize = 1_000_000;

/// The name of the floor among the costs.
const FLOOR: &str = "byte scan";

/// Named costs of one text.
pub struct Costs {
    criterion: Criterion,
    group: &'static str,
    pub text: String,
    /// What was measured: its name, over how many bytes, and the best time.
    best: Vec<(String, usize, Duration)>,
}

impl Costs {
    /// The costs of a bench, with the floor measured first.
    #[allow(dead_code, reason = "each bench uses one of the two")]
    pub fn new(group: &'static str) -> Self {
        Costs::over(group, text())
    }

    /// As `new`, over a text of the bench's own.
    pub fn over(group: &'static str, text: String) -> Self {
        let mut costs = Costs {
            criterion: Criterion::default().sample_size(10).configure_from_args(),
            group,
            text,
            best: Vec::new(),
        };
        costs.measure(FLOOR, |text| scan(text.as_bytes()));
        costs
    }

    /// Measures one thing done with the text. It is done once before: that loads what is loaded on first use, and
    /// prepares what later layers read even when the filter on the command line leaves this one out.
    pub fn measure<T>(&mut self, name: &str, mut run: impl FnMut(&str) -> T) {
        let text = self.text.as_str();
        black_box(run(text));
        let mut best = Duration::MAX;
        let mut group = self.criterion.benchmark_group(self.group);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|count| {
                let start = Instant::now();
                for _ in 0..count {
                    black_box(run(black_box(text)));
                }
                let spent = start.elapsed();
                best = best.min(spent / u32::try_from(count).unwrap_or(u32::MAX));
                spent
            });
        });
        group.finish();
        self.best.push((name.to_owned(), text.len(), best));
    }

    /// Prints the costs as multiples of the floor.
    pub fn finish(self) {
        if is_test() {
            return;
        }
        let speed = |bytes: usize, best: Duration| bytes as f64 / best.as_secs_f64() / 1e6;
        let Some(&(_, bytes, best)) = self.best.first() else {
            return;
        };
        let floor = speed(bytes, best);
        println!(
            "{}: best times, as multiples of the byte scan's for each byte",
            self.group
        );
        for &(ref name, bytes, best) in &self.best {
            // A name that the filter on the command line leaves out was never measured.
            if best < Duration::MAX {
                let speed = speed(bytes, best);
                println!(
                    "  {name:<28} {:>9.1}×  {speed:>9.2} MB/s  ({bytes} bytes)",
                    floor / speed
                );
            }
        }
    }
}

/// The shipped article again and again. One article is enough where benches only prove that they run.
fn text() -> String {
    let article = include_str!("../../examples/articles/stadthafen.txt");
    let count = if is_test() { 1 } else { SIZE.div_ceil(article.len() + 1) };
    vec![article; count].join("\n")
}

/// Whether cargo runs the benches as tests: once, and without `--bench`.
pub fn is_test() -> bool {
    let mut bench = false;
    for argument in std::env::args() {
        match argument.as_str() {
            "--test" => return true,
            "--bench" => bench = true,
            _ => {}
        }
    }
    !bench
}

/// The floor: tells letters, digits, white space and the rest apart, and counts them. Nothing that reads a text byte by
/// byte does less.
fn scan(bytes: &[u8]) -> [usize; 4] {
    let mut counts = [0; 4];
    for &byte in bytes {
        let class = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => 0,
            b'0'..=b'9' => 1,
            b' ' | b'\t' | b'\n' | b'\r' => 2,
            _ => 3,
        };
        counts[class] += 1;
    }
    counts
}
