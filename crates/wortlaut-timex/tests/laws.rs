//! The laws of the house, as far as times are concerned.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

use jiff::civil::Date;
use proptest::prelude::*;
use wortlaut_syntax::Parser;
use wortlaut_timex::{Domain, Timex, TimexOptions, TimexTagger, TimexValue, TodayPolicy, VaguePolicy};
use wortlaut_tokenize::Tokenizer;

fn options() -> Vec<TimexOptions> {
    let mut all = Vec::new();
    for domain in [Domain::News, Domain::Narrative] {
        for vague in [VaguePolicy::Krauts, VaguePolicy::All] {
            for today in [TodayPolicy::Auto, TodayPolicy::Day, TodayPolicy::Reference] {
                let mut options = TimexOptions::default();
                options.domain = domain;
                options.vague = vague;
                options.today = today;
                all.push(options);
            }
        }
    }
    all
}

fn check(text: &str, published: Option<Date>) {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    for options in options() {
        let tagger = TimexTagger::with_options(options);
        let times = tagger.tag(text, &tokens, &syntax, published);
        assert_eq!(times, tagger.tag(text, &tokens, &syntax, published), "the same twice");
        assert_eq!(
            times,
            tagger.tag_tokens(text, &tokens, published),
            "the same with syntax on demand"
        );
        let mut end = 0;
        for timex in &times {
            hold(timex, text, published.is_some());
            assert!(timex.span.start() >= end, "sorted and disjoint");
            end = timex.span.end();
        }
        if let Some(inferred) = tagger.infer_date(text, &tokens, &syntax, &times) {
            assert!(!inferred.candidates.is_empty());
            assert!(
                inferred
                    .candidates
                    .iter()
                    .all(|candidate| !candidate.evidence.is_empty())
            );
            assert!(
                inferred
                    .candidates
                    .windows(2)
                    .all(|pair| pair[0].confidence >= pair[1].confidence)
            );
        }
    }
}

fn hold(timex: &Timex, text: &str, published: bool) {
    let words = timex.span.get(text).expect("on character boundaries");
    assert!(!words.is_empty() && words.trim() == words, "{words:?}");
    assert!(timex.value.as_str().parse::<TimexValue>().is_ok(), "{}", timex.value);
    assert!(timex.interval.is_none_or(|interval| interval.is_ordered()));
    if let Some(clock) = timex.clock {
        let (start, end) = clock.start.zip(clock.end).expect("both ends are known");
        let day = timex.interval.and_then(|interval| interval.start).expect("on a day");
        assert!(start <= end);
        assert!((start.date()..=end.date()).contains(&day), "{timex:?}");
    }
    assert!(!timex.evidence.is_empty());
    assert!(
        timex
            .evidence
            .iter()
            .all(|reason| reason.rule.as_str().starts_with("timex."))
    );
    if timex.value.is_underspecified() && timex.interval.is_some() {
        assert!(
            published,
            "an open value has no interval without a day of publication: {timex:?}"
        );
    }
}

/// Words a German news text could have, and marks that could stand between them.
const WORDS: [&str; 84] = [
    "am",
    "Montag",
    "Dienstagabend",
    "18.",
    "Februar",
    "2025",
    "18.2.2025",
    "18.2.",
    "um",
    "20.15",
    "Uhr",
    "20",
    "bis",
    "und",
    "von",
    "vom",
    "zum",
    "der",
    "den",
    "des",
    "Nacht",
    "Jahr",
    "Jahres",
    "Jahren",
    "vor",
    "seit",
    "in",
    "zwei",
    "vergangenen",
    "nächste",
    "Woche",
    "Wochenende",
    "Ende",
    "Anfang",
    "80er",
    "siebziger",
    "19.",
    "Jahrhundert",
    "v.",
    "Chr.",
    "heute",
    "morgen",
    "gestern",
    "Abend",
    "halb",
    "neun",
    "jeden",
    "alle",
    "paar",
    "täglich",
    "einmal",
    "im",
    "Monat",
    "Weihnachten",
    "dritten",
    "Quartal",
    "später",
    "zuvor",
    "lang",
    "rund",
    "mehr",
    "als",
    "hat",
    "wird",
    "sagte",
    "getagt",
    "1939/40",
    "2011-2014",
    "'89",
    "44",
    "3.",
    "Chr.",
    "Jahrhunderts",
    "Jahrzehnt",
    "Jahrtausend",
    "vorigen",
    "selben",
    "Vierteljahrhundert",
    "sei",
    "werde",
    "wäre",
    "99999999",
    "Ma\u{308}rz",
    "0",
];

fn german() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(vec![".", ",", ":", "–", "-", "/", "(", ")", "„", "“", "”", "»", "«", "'", "\"", "?", "…"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["\u{a0}", "\u{ad}", "\u{200d}", "\r\n", "\n\n", "\t", "🙂", "👩‍👩‍👧", "\u{0}", "u\u{308}"]).prop_map(str::to_owned),
    ];
    let gap = prop_oneof![6 => Just(" "), 1 => Just(""), 1 => Just("\u{a0}"), 1 => Just("\n")];
    prop::collection::vec((piece, gap), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, gap)| [piece, gap.to_owned()])
            .collect()
    })
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(Date::MIN)),
        1 => Just(Some(Date::MAX)),
        6 => (1900i16..2100, 1i8..13, 1i8..29).prop_map(|(year, month, day)| Date::new(year, month, day).ok()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn german_text_keeps_the_laws(text in german(), published in day()) {
        check(&text, published);
    }

    #[test]
    fn any_text_keeps_the_laws(text in ".{0,200}", published in day()) {
        check(&text, published);
    }

    #[test]
    fn values_parse_or_say_so(value in "[PTX0-9YMDWHSEQ:-]{0,12}") {
        if let Ok(parsed) = value.parse::<TimexValue>() {
            prop_assert_eq!(parsed.as_str(), value.as_str());
        }
    }
}

#[test]
fn long_texts_without_sentences() {
    let text = "am Montag um 20 Uhr ".repeat(5_000);
    check_once(&text);
    check_once(&"1. und ".repeat(20_000));
    check_once(&"x".repeat(1_000_000));
}

fn check_once(text: &str) {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let times = TimexTagger::german().tag(text, &tokens, &syntax, Date::new(2025, 2, 25).ok());
    for timex in &times {
        hold(timex, text, true);
    }
}

/// Every rule the sources name stands in the tables of the crate documentation, by its family and last part.
#[test]
fn rules_are_documented() {
    let documentation: String = include_str!("../src/lib.rs")
        .lines()
        .filter(|line| line.starts_with("//!"))
        .collect();
    let sources = [
        include_str!("../src/recognise/head.rs"),
        include_str!("../src/recognise/unit.rs"),
        include_str!("../src/recognise/clock.rs"),
        include_str!("../src/recognise/day.rs"),
        include_str!("../src/recognise/length.rs"),
        include_str!("../src/recognise/numeric.rs"),
        include_str!("../src/recognise/position.rs"),
        include_str!("../src/recognise/recurring.rs"),
        include_str!("../src/recognise/reference.rs"),
        include_str!("../src/recognise/weekday.rs"),
        include_str!("../src/recognise/year.rs"),
        include_str!("../src/resolve/date.rs"),
        include_str!("../src/resolve/mod.rs"),
        include_str!("../src/direction.rs"),
        include_str!("../src/infer.rs"),
    ];
    for rule in sources
        .iter()
        .flat_map(|source| source.split('"'))
        .filter(|text| text.starts_with("timex."))
    {
        let last = rule.rsplit('.').next().unwrap();
        assert!(
            documentation.contains(&format!("`{rule}`")) || documentation.contains(&format!(".{last}`")),
            "{rule} is not documented"
        );
    }
}
