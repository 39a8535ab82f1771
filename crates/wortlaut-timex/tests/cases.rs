//! The table of cases: `tests/cases.tsv`, and every weekday against every day of publication and tense.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests may fail loudly"
)]

use jiff::civil::Date;
use wortlaut_syntax::Parser;
use wortlaut_timex::{Domain, Timex, TimexOptions, TimexTagger, TimexType};
use wortlaut_tokenize::Tokenizer;

fn tag(text: &str, published: Option<Date>) -> Vec<Timex> {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    TimexTagger::german().tag(text, &tokens, &syntax, published)
}

/// The text with its expressions in brackets.
fn bracketed(text: &str, times: &[Timex]) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for timex in times {
        let range = timex.span.range();
        marked.push_str(&text[at..range.start]);
        marked.push('[');
        marked.push_str(&text[range.clone()]);
        marked.push(']');
        at = range.end;
    }
    marked.push_str(&text[at..]);
    marked
}

/// `TYPE value interval mod=… freq=…`, one after the other.
fn described(times: &[Timex]) -> String {
    let day = |date: Option<Date>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
    let all: Vec<String> = times
        .iter()
        .map(|timex| {
            let interval = timex.interval.map_or_else(
                || "-".to_owned(),
                |interval| {
                    if interval.start == interval.end {
                        day(interval.start)
                    } else {
                        format!("{}/{}", day(interval.start), day(interval.end))
                    }
                },
            );
            let modifier = timex
                .modifier
                .map_or_else(String::new, |modifier| format!(" mod={}", modifier.as_str()));
            let freq = timex
                .freq
                .as_ref()
                .map_or_else(String::new, |freq| format!(" freq={freq}"));
            format!("{} {} {interval}{modifier}{freq}", timex.kind.as_str(), timex.value)
        })
        .collect();
    if all.is_empty() {
        "-".to_owned()
    } else {
        all.join(" | ")
    }
}

#[test]
fn the_table() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for (line, row) in include_str!("cases.tsv").lines().enumerate() {
        if row.is_empty() || row.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = row.split('\t').collect();
        let [published, marked, expected] = columns[..] else {
            panic!("line {} has {} columns", line + 1, columns.len());
        };
        // A paragraph ends at ¶.
        let marked = marked.replace('¶', "\n\n");
        let text: String = marked.chars().filter(|c| !matches!(c, '[' | ']')).collect();
        let times = tag(&text, published.parse().ok());
        let (found, is) = (bracketed(&text, &times), described(&times));
        if found != marked || is != expected {
            wrong.push(format!(
                "line {}:\n  want {marked}\n       {expected}\n  got  {found}\n       {is}",
                line + 1
            ));
        }
        count += 1;
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 350, "only {count} cases were read");
}

/// Seven weekdays, seven days of publication, six sentences: past and future, plain and with *vergangen*, *kommend*.
#[test]
fn every_weekday_from_every_day() {
    const NAMES: [&str; 7] = [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ];
    let monday: Date = "2024-12-30".parse().unwrap();
    for offset in 0..7_i64 {
        let published = monday.checked_add(jiff::Span::new().days(offset)).unwrap();
        for (index, name) in NAMES.iter().enumerate() {
            let back = (offset - index as i64).rem_euclid(7);
            let ahead = (index as i64 - offset).rem_euclid(7);
            for (sentence, days) in [
                (format!("Der Rat hat am {name} getagt."), -back),
                (format!("Der Rat tagte am {name}."), -back),
                (format!("Der Rat wird am {name} tagen."), ahead),
                (format!("Das Fest findet am {name} statt."), ahead),
                (
                    format!("Der Rat tagte am vergangenen {name}."),
                    if back == 0 { -7 } else { -back },
                ),
                (
                    format!("Der Rat wird am kommenden {name} tagen."),
                    if ahead == 0 { 7 } else { ahead },
                ),
            ] {
                let expected = published.checked_add(jiff::Span::new().days(days)).unwrap();
                let times = tag(&sentence, Some(published));
                assert_eq!(times.len(), 1, "{sentence}");
                assert_eq!(times[0].kind, TimexType::Date);
                assert_eq!(
                    times[0].value.as_str(),
                    expected.to_string(),
                    "{sentence} on {published}"
                );
            }
        }
    }
}

/// A day's name with each part of the day, in one word and in two.
#[test]
fn parts_join_their_day() {
    let published: Date = "2025-02-26".parse().unwrap();
    for (word, value) in [
        ("morgen", "TMO"),
        ("vormittag", "TMO"),
        ("mittag", "TMI"),
        ("nachmittag", "TAF"),
        ("abend", "TEV"),
        ("nacht", "TNI"),
    ] {
        let text = format!("Am Dienstag{word} wurde getagt.");
        let times = tag(&text, Some(published));
        assert_eq!(bracketed(&text, &times), format!("Am [Dienstag{word}] wurde getagt."));
        assert_eq!(times[0].value.as_str(), format!("2025-02-25{value}"));
    }
}

#[test]
fn the_names_of_the_months() {
    let published: Date = "2025-12-15".parse().unwrap();
    for (month, names) in [
        (1, &["Januar", "Jänner"][..]),
        (2, &["Februar", "Feber"]),
        (3, &["März"]),
        (4, &["April"]),
        (5, &["Mai"]),
        (6, &["Juni"]),
        (7, &["Juli"]),
        (8, &["August"]),
        (9, &["September"]),
        (10, &["Oktober"]),
        (11, &["November"]),
        (12, &["Dezember"]),
    ] {
        for name in names {
            let text = format!("Am 5. {name} wurde getagt, und im {name} 2019 auch.");
            let times = tag(&text, Some(published));
            assert_eq!(described(&times).matches(" | ").count(), 1, "{text}");
            assert_eq!(times[0].value.as_str(), format!("2025-{month:02}-05"), "{text}");
            assert_eq!(times[1].value.as_str(), format!("2019-{month:02}"), "{text}");
        }
    }
}

/// The extents of narratives, as WikiWarsDE has them.
#[test]
fn narratives() {
    let mut options = TimexOptions::default();
    options.domain = Domain::Narrative;
    let tagger = TimexTagger::with_options(options);
    for (marked, values) in [
        (
            "Am [3. Mai 1809] fiel die Stadt. [Am selben Tag] floh der Graf.",
            &["1809-05-03", "1809-05-03"][..],
        ),
        (
            "Am [3. Mai 1809] fiel die Stadt. Am [Tag darauf] floh der Graf.",
            &["1809-05-03", "1809-05-04"],
        ),
        ("Der Herzog regierte die [letzten zwei Jahre] allein.", &["P2Y"]),
        (
            "In der [Nacht vom 5.] auf den [6. Mai 1809] brannte das Lager.",
            &["1809-05-05TNI", "1809-05-06"],
        ),
        (
            "Die Stadt wurde [drei Wochen] lang belagert, nur [zwei Tage] hielt das Tor.",
            &["P3W", "P2D"],
        ),
        (
            "In [den 1820er Jahren] wuchs der Ort, [das ganze Jahr] wurde gebaut.",
            &["182", "P1Y"],
        ),
        ("In der [zweiten Jahreshälfte 1809] ruhte der Krieg.", &["1809-H2"]),
        (
            "In der [Folgezeit] blieb es ruhig, [kurze Zeit später] nicht mehr.",
            &["FUTURE_REF", "FUTURE_REF"],
        ),
        ("[Etwa 460 v. Chr.] entstand die Burg.", &["BC0460"]),
    ] {
        let text: String = marked.chars().filter(|c| !matches!(c, '[' | ']')).collect();
        let tokens = Tokenizer::new().tokenize(&text);
        let times = tagger.tag_tokens(&text, &tokens, None);
        assert_eq!(bracketed(&text, &times), marked);
        let found: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
        assert_eq!(found, values, "{marked}");
    }
}
