//! Quotation marks: which pairs with which.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use wortlaut_tokenize::{MarkStyle, PairRule, TokenKind, Tokenization, Tokenizer};

/// Pairs as `depth:inner`, with `…` behind those that are never closed.
fn pairs(text: &str, t: &Tokenization) -> Vec<String> {
    t.marks
        .iter()
        .map(|pair| {
            let mut depth = 0;
            let mut parent = pair.parent;
            while let Some(at) = parent {
                depth += 1;
                parent = at.get(&t.marks).unwrap().parent;
            }
            let inner = t.span_of(pair.inner).map_or("", |span| span.slice(text));
            let open = if pair.close.is_none() { " …" } else { "" };
            format!("{depth}:{inner}{open}")
        })
        .collect()
}

#[track_caller]
fn hold(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let t = Tokenizer::new().tokenize(text);
        assert_eq!(pairs(text, &t), *expected, "{text}");
    }
}

#[test]
fn styles() {
    for (open, close, style) in [
        ("„", "“", MarkStyle::German),
        ("„", "”", MarkStyle::German),
        ("„", "\"", MarkStyle::German),
        ("“", "”", MarkStyle::English),
        ("“", "“", MarkStyle::English),
        ("”", "”", MarkStyle::English),
        ("\"", "\"", MarkStyle::Straight),
        ("``", "''", MarkStyle::Straight),
        ("»", "«", MarkStyle::GuillemetsInward),
        ("«", "»", MarkStyle::GuillemetsOutward),
        ("‚", "‘", MarkStyle::GermanSingle),
        ("‚", "’", MarkStyle::GermanSingle),
        ("‘", "’", MarkStyle::EnglishSingle),
        ("'", "'", MarkStyle::StraightSingle),
        ("›", "‹", MarkStyle::ChevronsInward),
        ("‹", "›", MarkStyle::ChevronsOutward),
    ] {
        for text in [
            format!("Er sagte: {open}Das ist gut.{close} Dann ging er."),
            format!("{open}Das ist gut{close}, sagte er."),
            format!("Er las ({open}Das Blatt{close}) im Zug."),
            format!("Das ist {open}gut{close}."),
            format!("{open}Ist das gut?{close}"),
        ] {
            let t = Tokenizer::new().tokenize(&text);
            let [pair] = t.marks.as_slice() else {
                panic!("{text}: {:?}", pairs(&text, &t))
            };
            assert_eq!(pair.style, style, "{text}");
            let (first, last) = (
                pair.open.get(&t.tokens).unwrap(),
                pair.close.unwrap().get(&t.tokens).unwrap(),
            );
            assert_eq!(first.span.slice(&text), open, "{text}");
            assert_eq!(last.span.slice(&text), close, "{text}");
            assert_eq!(first.kind, TokenKind::QuoteOpen);
            assert_eq!(last.kind, TokenKind::QuoteClose);
        }
    }
}

#[test]
fn nesting() {
    hold(&[
        (
            "„Er nannte ihn ‚Lügner‘“, heißt es.",
            &["0:Er nannte ihn ‚Lügner‘", "1:Lügner"],
        ),
        (
            "„Der ‚Bote‘ schrieb ‚nein‘.“",
            &["0:Der ‚Bote‘ schrieb ‚nein‘.", "1:Bote", "1:nein"],
        ),
        ("»Der ›Bote‹ schrieb.«", &["0:Der ›Bote‹ schrieb.", "1:Bote"]),
        ("«Der ‹Bote› schrieb.»", &["0:Der ‹Bote› schrieb.", "1:Bote"]),
        ("\"Der 'Bote' schrieb.\"", &["0:Der 'Bote' schrieb.", "1:Bote"]),
        ("“Der ‘Bote’ schrieb.”", &["0:Der ‘Bote’ schrieb.", "1:Bote"]),
        ("„Der „Bote“ schrieb.“", &["0:Der „Bote“ schrieb.", "1:Bote"]),
        ("„Der \"Bote\" schrieb.“", &["0:Der \"Bote\" schrieb.", "1:Bote"]),
        ("„Der »Bote« schrieb.“", &["0:Der »Bote« schrieb.", "1:Bote"]),
    ]);
}

#[test]
fn several_in_a_row() {
    hold(&[
        ("„Ja“, sagte er. „Nein“, sagte sie.", &["0:Ja", "0:Nein"]),
        ("\"Ja\", sagte er. \"Nein\", sagte sie.", &["0:Ja", "0:Nein"]),
        (
            "\"Ja\" und \"Nein\" und \"Vielleicht\"",
            &["0:Ja", "0:Nein", "0:Vielleicht"],
        ),
        ("»Ja«, sagte er. »Nein«, sagte sie.", &["0:Ja", "0:Nein"]),
        ("“Ja”, sagte er. “Nein”, sagte sie.", &["0:Ja", "0:Nein"]),
        ("“Ja”, sagte er. „Nein“, sagte sie.", &["0:Ja", "0:Nein"]),
        (
            "Der \"Bote\"-Bericht und das ARD-\"Magazin\".",
            &["0:Bote", "0:Magazin"],
        ),
        ("(\"Ja\") [\"Nein\"]", &["0:Ja", "0:Nein"]),
    ]);
}

#[test]
fn unpaired() {
    hold(&[
        (
            "Er sagte: „Das ist gut. Dann ging er.",
            &["0:Das ist gut. Dann ging er. …"],
        ),
        ("Das ist gut“, sagte er.", &[]),
        ("Das ist gut\", sagte er.", &[]),
        ("„Das „ist gut.“", &["0:Das „ist gut.“ …", "1:ist gut."]),
        ("„Eins ‚zwei.“ Drei.", &["0:Eins ‚zwei.", "1:zwei. …"]),
        ("„“", &["0:"]),
        ("„", &["0: …"]),
        ("Ein Brett von 5\" Breite und \"mehr\".", &["0:mehr"]),
    ]);
}

#[test]
fn paragraphs() {
    hold(&[
        // The mark comes again at each paragraph.
        (
            "„Eins.\n\n„Zwei.\n\n„Drei.“ Ende.",
            &["0:Eins. …", "0:Zwei. …", "0:Drei."],
        ),
        // It does not, and the quotation runs on.
        ("„Eins.\n\nZwei.“ Ende.", &["0:Eins.\n\nZwei."]),
        ("»Eins.\n\nZwei.« Ende.", &["0:Eins.\n\nZwei."]),
        // Never closed: each ends with its paragraph.
        ("„Eins.\n\nZwei.\n\n„Drei“ und vier.", &["0:Eins. …", "0:Drei"]),
    ]);
}

#[test]
fn apostrophes_are_no_marks() {
    hold(&[
        ("Das gibt's, sagt Klaus' Frau.", &[]),
        ("Das gibt’s, sagt Klaus’ Frau.", &[]),
        ("Sie rief: 'Das gibt's nicht' und ging.", &["0:Das gibt's nicht"]),
        ("'ne Idee von '68 und 'n Abend", &[]),
        ("Ein Mensch von 5' und 6'' Größe", &[]),
    ]);
}

#[test]
fn bullets_are_no_marks() {
    hold(&[
        ("» Eins ist da\n» Zwei ist da\n» Drei ist da", &[]),
        ("»Ja«, sagte er.\n» Mehr dazu", &["0:Ja"]),
        ("»Mehr zum Rat\n»Mehr zur Stadt", &[]),
        ("»Mehr zum „Rat“\n»Mehr zur Stadt", &["0:Rat"]),
        (
            "»Eins.\n\n»Zwei.\n\n»Drei.« Ende.",
            &["0:Eins. …", "0:Zwei. …", "0:Drei."],
        ),
    ]);
}

#[test]
fn the_style_of_the_document_decides() {
    // Free on both sides or on none, position tells nothing.
    hold(&[
        ("»Ja«, sagte er. Das » Blatt « schrieb.", &["0:Ja", "0:Blatt"]),
        ("«Ja», sagte er. Das « Blatt » schrieb.", &["0:Ja", "0:Blatt"]),
    ]);
}

#[test]
fn strays_keep_their_kind() {
    let text = "Das ist gut“, sagte er.";
    let t = Tokenizer::new().tokenize(text);
    assert!(t.tokens.iter().any(|token| token.kind == TokenKind::QuoteStray));
}

#[test]
fn each_pair_names_its_rule() {
    for (text, expected) in [
        ("„Ja“, sagte sie.", &[PairRule::Typographic][..]),
        ("„Ja\", sagte sie.", &[PairRule::Mixed]),
        ("\"Ja\", sagte sie.", &[PairRule::Position]),
        (
            "»Ja«, sagte sie. Das » Blatt « schrieb.",
            &[PairRule::Typographic, PairRule::DocumentStyle],
        ),
        ("„Eins.\n\nZwei.“ Ende.", &[PairRule::AcrossParagraphs]),
        ("„Eins.\n\n„Zwei.“ Ende.", &[PairRule::Repeated, PairRule::Typographic]),
        ("„Eins.\n\nZwei.", &[PairRule::Unclosed]),
        ("Ohne Marken.", &[]),
    ] {
        let t = Tokenizer::new().tokenize(text);
        let found: Vec<PairRule> = t.marks.iter().map(|pair| pair.rule).collect();
        assert_eq!(found, expected, "{text}");
    }
}
