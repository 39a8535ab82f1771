//! What holds for every text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use proptest::prelude::*;
use wortlaut_tokenize::{LineBreaks, Tokenization, Tokenizer, TokenizerOptions, ZoneKind};

/// Pieces that German news is made of, and those that break tokenizers.
const PIECES: &[&str] = &[
    "Merkel",
    "die Stadt",
    "Grüße",
    "Gru\u{308}ße",
    "SPD-Vize",
    "Ein-",
    "-gehilfe",
    "z.B.",
    "z. B.",
    "Dr.",
    "usw.",
    "18.",
    "18.2.",
    "18.2.2025",
    "2025-02-18",
    "2011-2014",
    "2023/24",
    "25.000",
    "7,4",
    "4:1",
    "-12",
    "−5",
    "80er",
    "24h",
    "12%",
    "§ 5",
    "§§",
    "Wähler:innen",
    "Pfleger/-innen",
    "Nachbar(inn)en",
    "gibt's",
    "Hans’",
    "'ne",
    "’68",
    "https://a.de/b?c=1.",
    "a.b@c.de",
    "heise.de",
    "@name",
    "#tag",
    "😀",
    "👩‍👩‍👧",
    "🇩🇪",
    "🇩",
    "1️⃣",
    "...",
    "…",
    "!!!",
    "?!",
    ".",
    ",",
    ":",
    ";",
    "„",
    "“",
    "”",
    "\"",
    "»",
    "«",
    "›",
    "‹",
    "‚",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "(",
    ")",
    "[7]",
    "–",
    "-",
    "--",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{308}",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\0",
    "\u{7f}",
    "中文",
    "हिन्दी",
    "ﷺ",
    "½",
    "m²",
    "°C",
    "Friedrich II.",
    "Frage:",
    "Berlin (dpa) -",
    "Mehr zum Thema –",
    "Von Anna Beispiel",
    "• Punkt",
    "U.S.",
    "F.C.",
    "A.",
    "B.",
];

fn check(text: &str, t: &Tokenization) {
    let mut at = 0usize;
    for token in &t.tokens {
        let (start, end) = (token.span.start() as usize, token.span.end() as usize);
        assert!(start >= at && end > start && end <= text.len());
        let gap = text.get(at..start).expect("gap on char boundaries");
        assert!(
            gap.chars()
                .all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)),
            "{gap:?} is lost in {text:?}"
        );
        let word = text.get(start..end).expect("token on char boundaries");
        assert!(!word.contains(char::is_whitespace), "{word:?}");
        at = end;
    }
    let gap = text.get(at..).expect("gap on a char boundary");
    assert!(
        gap.chars()
            .all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)),
        "{gap:?} is lost"
    );
    let mut covered = 0;
    for sentence in &t.sentences {
        assert_eq!(sentence.tokens.start().index(), covered);
        assert!(!sentence.tokens.is_empty());
        assert_eq!(Some(sentence.span), t.span_of(sentence.tokens));
        covered = sentence.tokens.end().index();
        assert!(
            sentence
                .paragraph
                .get(&t.paragraphs)
                .unwrap()
                .tokens
                .covers(sentence.tokens)
        );
    }
    assert_eq!(covered, t.tokens.len());
    covered = 0;
    let mut sentences = 0;
    for paragraph in &t.paragraphs {
        assert_eq!(paragraph.tokens.start().index(), covered);
        assert_eq!(paragraph.sentences.start().index(), sentences);
        assert!(!paragraph.sentences.is_empty());
        assert_eq!(Some(paragraph.span), t.span_of(paragraph.tokens));
        covered = paragraph.tokens.end().index();
        sentences = paragraph.sentences.end().index();
    }
    assert_eq!(covered, t.tokens.len());
    assert_eq!(sentences, t.sentences.len());
    covered = 0;
    for zone in &t.zones {
        assert_eq!(zone.tokens.start().index(), covered);
        assert!(!zone.tokens.is_empty());
        assert_eq!(Some(zone.span), t.span_of(zone.tokens));
        covered = zone.tokens.end().index();
    }
    assert_eq!(covered, t.tokens.len());
    let datelines: Vec<_> = t.zones.iter().filter(|zone| zone.kind == ZoneKind::Dateline).collect();
    assert_eq!(datelines.len(), t.datelines.len());
    for (zone, dateline) in datelines.iter().zip(&t.datelines) {
        assert_eq!(dateline.zone.get(&t.zones), Some(*zone));
        for part in [dateline.place, dateline.date, dateline.agency].into_iter().flatten() {
            assert!(!part.is_empty() && zone.span.contains(part), "{part:?} of {text:?}");
        }
    }
    let mut last = None;
    for (at, pair) in t.marks.iter().enumerate() {
        assert!(last < Some(pair.open), "sorted by opening mark");
        last = Some(pair.open);
        assert_eq!(pair.inner.start(), pair.open.next());
        assert!(pair.inner.end().index() <= t.tokens.len());
        if let Some(close) = pair.close {
            assert_eq!(pair.inner.end(), close);
        }
        if let Some(parent) = pair.parent {
            assert!(parent.index() < at);
            assert!(
                parent.get(&t.marks).unwrap().inner.covers(pair.inner),
                "inside its parent"
            );
            assert!(parent.get(&t.marks).unwrap().inner.contains(pair.open));
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn both(text: &str) {
    let tokenizer = Tokenizer::new();
    let t = tokenizer.tokenize(text);
    check(text, &t);
    let mut options = TokenizerOptions::default();
    options.keep_dates = false;
    options.ud_hyphens = true;
    for line_breaks in [LineBreaks::Part, LineBreaks::Join] {
        options.line_breaks = line_breaks;
        check(text, &Tokenizer::with_options(options.clone()).tokenize(text));
    }
}

proptest! {
    #[test]
    fn any_unicode(text in any::<String>()) {
        both(&text);
    }

    #[test]
    fn shuffled_german(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..200)) {
        let text: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        both(&text);
    }
}

proptest! {
    // Long texts: few of them, so that a run stays short.
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn any_unicode_up_to_64_kb(chars in prop::collection::vec(any::<char>(), 0..1 << 14)) {
        // A character has up to four bytes.
        both(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn shuffled_german_up_to_64_kb(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..12_000)
    ) {
        let mut text: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        while text.len() > 1 << 16 {
            text.pop();
        }
        both(&text);
    }
}

#[test]
fn buffers_are_used_again() {
    let tokenizer = Tokenizer::new();
    let mut into = tokenizer.tokenize("Ein ganz anderer „Text“ – mit allem.\n\nUnd noch einer.");
    for text in [
        "Guten Tag. „Ja“, sagte sie.",
        "",
        "Titel\nBerlin (dpa) - Am 3. Mai kam er.",
    ] {
        tokenizer.tokenize_into(text, &mut into);
        assert_eq!(into, tokenizer.tokenize(text));
    }
}
