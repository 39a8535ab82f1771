//! A long text for benches that must not read one article over and over.

/// The texts that are shipped.
const TEXTS: &[&str] = &[
    include_str!("../../examples/articles/stadthafen.txt"),
    include_str!("../texts/meldungen.txt"),
];

/// A file that was named (`WORTLAUT_BENCH_TEXT`), or paragraphs of the shipped texts in an order that does not come back.
pub fn text(size: usize) -> String {
    if let Some(path) = std::env::var_os("WORTLAUT_BENCH_TEXT") {
        match std::fs::read_to_string(&path) {
            Ok(text) if !text.is_empty() => return text.repeat(size.div_ceil(text.len())),
            Ok(_) => eprintln!("{}: empty; the shipped texts are read instead", path.display()),
            Err(error) => eprintln!("{}: {error}; the shipped texts are read instead", path.display()),
        }
    }
    let mut text = String::with_capacity(size);
    let paragraphs: Vec<&str> = TEXTS
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.is_empty())
        .collect();
    let mut draw = crate::names::Draw::new(1);
    while text.len() < size {
        text.push_str(draw.of(&paragraphs));
        text.push_str("\n\n");
    }
    text
}
