//! The words the lexicon is asked for.

/// All lemmas, as they are compiled.
pub const LEMMAS: &str = include_str!("../../crates/wortlaut-lexicon/data/lemmas.txt");

/// The texts that are shipped, or a file that was named.
pub fn text() -> String {
    if let Some(path) = std::env::var_os("WORTLAUT_BENCH_TEXT") {
        match std::fs::read_to_string(&path) {
            Ok(text) => return text,
            Err(error) => eprintln!("{}: {error}; the shipped texts are read instead", path.display()),
        }
    }
    let articles = [
        include_str!("../../examples/articles/stadthafen.txt"),
        include_str!("../texts/meldungen.txt"),
    ];
    articles.concat()
}

/// The words of a text in running order.
pub fn of(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| word.starts_with(char::is_alphabetic))
        .collect()
}

/// The words behind the columns of the lines, in an order that looks drawn at random and is the same in every run.
pub fn shuffled(lines: &str) -> Vec<&str> {
    let mut words: Vec<&str> = lines
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| line.get(4..))
        .collect();
    let mut state = 1u64;
    for end in (2..=words.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        words.swap(end - 1, (state >> 33) as usize % end);
    }
    words
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
