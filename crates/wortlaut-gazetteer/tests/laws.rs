//! The laws of every layer, on texts of all sorts.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use proptest::prelude::*;
use wortlaut_gazetteer::{GazetteerBuilder, Names, Recognizer};
use wortlaut_tokenize::Tokenizer;

/// Pieces of German, and of what comes with it.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Moskaus "),
        Just("russische "),
        Just("Russen "),
        Just("Lena Ostholt "),
        Just("Ostholts "),
        Just("SPD-Chef "),
        Just("Zypern-Konflikts "),
        Just("der "),
        Just("die "),
        Just("in "),
        Just("von "),
        Just("und "),
        Just("& "),
        Just("GmbH "),
        Just("Herr "),
        Just("Frau "),
        Just("Ministerin "),
        Just("Kremlsprecher "),
        Just("VfB "),
        Just("Gera "),
        Just("1. FC "),
        Just("Vereinten Nationen "),
        Just("(NKW) "),
        Just("(SPD) "),
        Just("Nordische Küstenwacht "),
        Just("Festival "),
        Just("„"),
        Just("“ "),
        Just("»"),
        Just("« "),
        Just("\""),
        Just("'"),
        Just("’"),
        Just("-"),
        Just("–"),
        Just(". "),
        Just(", "),
        Just(": "),
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just("Ko\u{308}ln "),
        Just("Mos\u{AD}kau "),
        Just("\u{200D}"),
        Just("\u{A0}"),
        Just("👩‍🚒"),
        Just("STRASSE "),
        Just("ẞ"),
        Just("45-jährige "),
        Just("e. V. "),
        Just("\u{0}"),
        Just("\u{1}"),
        Just("aß "),
        Just("sagte "),
        Just("Universität "),
        Just("Bundesamt für "),
    ]
    .prop_map(str::to_owned);
    let free = "\\PC{0,12}";
    proptest::collection::vec(prop_oneof![9 => piece, 1 => free], 0..60).prop_map(|pieces| pieces.concat())
}

fn lawful(text: &str, names: &Names) -> Result<(), TestCaseError> {
    let tokens = Tokenizer::new().tokenize(text);
    let starts: Vec<u32> = tokens.tokens.iter().map(|token| token.span.start()).collect();
    let ends: Vec<u32> = tokens.tokens.iter().map(|token| token.span.end()).collect();
    let mut before = 0;
    for mention in &names.mentions {
        prop_assert!(mention.span.get(text).is_some_and(|words| !words.is_empty()));
        prop_assert!(
            starts.binary_search(&mention.span.start()).is_ok(),
            "begins inside a token"
        );
        prop_assert!(ends.binary_search(&mention.span.end()).is_ok(), "ends inside a token");
        prop_assert!(before <= mention.span.start(), "sorted, no overlap");
        before = mention.span.end();
        prop_assert!(!mention.evidence.is_empty());
        for reason in &mention.evidence {
            prop_assert!(reason.span.get(text).is_some());
            prop_assert!(reason.rule.as_str().starts_with("entity."));
        }
        if let Some(part) = mention.part {
            prop_assert!(mention.span.contains(part));
        }
        prop_assert!(
            mention
                .entity
                .get(&names.entities)
                .is_some_and(|entity| !entity.name.is_empty())
        );
    }
    // Entities stand in the order of their first mentions, and each has one.
    let mut next = 0;
    for mention in &names.mentions {
        prop_assert!(mention.entity.index() <= next);
        next = next.max(mention.entity.index() + 1);
    }
    prop_assert_eq!(next, names.entities.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_text_is_read_lawfully(text in pieces()) {
        let recognizer = Recognizer::german();
        let names = recognizer.recognize(&text, &Tokenizer::new().tokenize(&text));
        lawful(&text, &names)?;
        prop_assert_eq!(&names, &recognizer.recognize(&text, &Tokenizer::new().tokenize(&text)));
    }

    #[test]
    fn tokens_of_another_text_do_no_harm(text in pieces(), other in pieces()) {
        let _ = Recognizer::german().recognize(&text, &Tokenizer::new().tokenize(&other));
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        rows in proptest::collection::btree_map("r[a-z]{1,3}", "(Alm|Bo|Cham|Dör|Ess)( (Au|Bad|Zoo)){0,2}", 1..12),
        text in "((Alm|Bo|Cham|Dör|Ess|Au|Bad|Zoo|der|s)[ .-]){0,30}",
    ) {
        let table: Vec<String> = rows.iter().map(|(id, name)| format!("{id}\tplace\t{name}\n")).collect();
        let build = |rows: &mut dyn Iterator<Item = &String>| {
            let mut builder = GazetteerBuilder::new();
            for row in rows {
                builder.read_tsv("t", row.as_bytes()).unwrap();
            }
            Recognizer::builder().built_in(false).gazetteer(builder.build().unwrap()).build()
        };
        let tokens = Tokenizer::new().tokenize(&text);
        let forward = build(&mut table.iter()).recognize(&text, &tokens);
        prop_assert_eq!(forward, build(&mut table.iter().rev()).recognize(&text, &tokens));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let recognizer = Recognizer::german();
    for piece in [
        "Berlin-",
        "xsprecher",
        "Anna ",
        "& ",
        "Bundesverband der ",
        "(AB) ",
        "A",
        "Anna Ostholt (SPD) ",
        "„",
        "von ",
        "Universität ",
    ] {
        let text = piece.repeat(50_000 / piece.len());
        let names = recognizer.recognize(&text, &Tokenizer::new().tokenize(&text));
        assert!(names.mentions.len() <= text.len());
    }
}
