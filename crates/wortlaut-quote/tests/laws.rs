//! What holds of every text: spans inside it, on characters, parts apart, evidence, determinism, no panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod common;

use common::quotations;
use proptest::prelude::*;
use wortlaut_quote::{Quotation, QuoteAttributor};
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Mention, MentionForm, Span};

const WORDS: &[&str] = &[
    "sagte",
    "sagt",
    "habe",
    "sei",
    "werde",
    "Die",
    "Ministerin",
    "er",
    "sie",
    "Jana",
    "Holm",
    "dass",
    "ob",
    "laut",
    "nach",
    "Angaben",
    "zufolge",
    "so",
    "wie",
    "mitteilte",
    "kündigte",
    "an",
    "zu",
    "bauen",
    "soll",
    "gestohlen",
    "haben",
    "es",
    "heißt",
    "forderte",
    "mehr",
    "Geld",
    "warnte",
    "vor",
    "der",
    "Polizei",
    "„",
    "“",
    "”",
    "»",
    "«",
    "›",
    "‹",
    "‚",
    "‘",
    "\"",
    "'",
    ",",
    ".",
    ":",
    ";",
    "–",
    "(",
    ")",
    "!",
    "?",
    "…",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "Mu\u{308}ller",
    "Straße",
    "So\u{ad}zial",
    "👩\u{200d}🚒",
    "\u{0}",
    "und",
    "demnach",
    "wonach",
    "Dies",
    "das",
    "nicht",
    "hat",
    "erklärt",
    "Frage:",
    "Weber:",
    "Mehr zum Thema:",
    "18.",
    "5.000",
    "„Ja“, sagte Jana Holm.",
    "Er sagte, dass es regne.",
];

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        12 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec((word, any::<bool>()), 0..70).prop_map(|words| {
        let mut text = String::new();
        for (word, space) in words {
            text.push_str(&word);
            if space {
                text.push(' ');
            }
        }
        text
    })
}

fn lawful(text: &str, found: &[Quotation], times: usize) {
    for (at, quotation) in found.iter().enumerate() {
        assert!(!quotation.content.is_empty());
        assert!(!quotation.evidence.is_empty());
        let all = quotation
            .content
            .iter()
            .chain(&quotation.cue)
            .chain(&quotation.frame)
            .chain(&quotation.addressee)
            .chain(quotation.speaker.iter().map(|s| &s.span))
            .chain(quotation.evidence.iter().map(|e| &e.span));
        for span in all {
            assert!(span.get(text).is_some(), "{span} does not fit {text:?}");
        }
        for part in &quotation.content {
            assert!(!part.is_empty());
        }
        for pair in quotation
            .content
            .windows(2)
            .chain(quotation.frame.windows(2))
            .chain(quotation.cue.windows(2))
        {
            assert!(pair[0].end() <= pair[1].start(), "{pair:?} in {text:?}");
        }
        if let Some(before) = quotation.continues {
            assert!(before.index() < at);
        }
        if let Some(whole) = quotation.within {
            assert_ne!(whole.index(), at);
            let whole = &found[whole.index()];
            assert!(whole.within.is_none());
            for part in &quotation.content {
                assert!(
                    whole.content.iter().any(|all| all.contains(*part)),
                    "{part} in {text:?}"
                );
            }
        }
        if let Some(time) = quotation.uttered {
            assert!((time as usize) < times);
        }
    }
    for pair in found.windows(2) {
        assert!(pair[0].content <= pair[1].content, "unsorted in {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn every_text_is_read_lawfully(text in text()) {
        let found = quotations(&text, &[], &[], &[]);
        lawful(&text, &found, 0);
        prop_assert_eq!(found, quotations(&text, &[], &[], &[]));
    }

    #[test]
    fn names_and_times_do_not_break_the_laws(text in text()) {
        let entities = [Entity::new(EntityKind::Person, "Jana Holm")];
        let mentions: Vec<Mention> = text
            .match_indices("Jana")
            .filter_map(|(at, word)| Span::from_range(at..at + word.len()).ok())
            .map(|span| {
                let reason = Evidence::new("test.name", span);
                Mention::new(span, EntityIdx::new(0), MentionForm::Name, Confidence::MAX, reason)
            })
            .collect();
        let times: Vec<Span> = text
            .match_indices("18.")
            .filter_map(|(at, word)| Span::from_range(at..at + word.len()).ok())
            .collect();
        let found = quotations(&text, &entities, &mentions, &times);
        lawful(&text, &found, times.len());
    }
}

#[test]
fn long_and_odd_texts_are_read_in_linear_time() {
    for text in [
        "„".repeat(20_000),
        "“, sagte er, „".repeat(5_000),
        "sagte, ".repeat(20_000),
        "a".repeat(300_000),
        "Er sagte, dass er sagte, dass ".repeat(4_000),
        "(".repeat(20_000),
        ": „Ja.“ ".repeat(5_000),
        "Laut laut laut ".repeat(10_000),
        "„Ja“\n".repeat(5_000),
        "Er sei da. ".repeat(10_000),
    ] {
        let found = quotations(&text, &[], &[], &[]);
        lawful(&text, &found, 0);
    }
}

#[test]
fn the_attributor_can_be_shared() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<QuoteAttributor>();
}
