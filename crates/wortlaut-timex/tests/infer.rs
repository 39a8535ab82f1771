//! The date of publication from the text alone, and times in narratives.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use wortlaut_syntax::Parser;
use wortlaut_timex::{Domain, InferredDate, TimexOptions, TimexTagger, VaguePolicy};
use wortlaut_tokenize::Tokenizer;

fn infer(text: &str) -> Option<InferredDate> {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let tagger = TimexTagger::german();
    let times = tagger.tag(text, &tokens, &syntax, None);
    tagger.infer_date(text, &tokens, &syntax, &times)
}

#[test]
fn the_best_candidate() {
    for (text, value, rule) in [
        (
            "Kiel (dpa) - Der Rat hat am Dienstag den Haushalt beschlossen.",
            "XXXX-WXX-2",
            "timex.published.weekday.lead",
        ),
        (
            "Der Umbau verzögert sich. Das teilte die Stadt am Freitag mit.",
            "XXXX-WXX-5",
            "timex.published.weekday.report",
        ),
        (
            "Der Umbau verzögert sich.\n\nStand: 25.02.2025",
            "2025-02-25",
            "timex.published.stamp",
        ),
        (
            "Der Rat hat am Donnerstag getagt. Bereits am Montag hatte er beraten.",
            "XXXX-WXX-4",
            "timex.published.weekday.lead",
        ),
        ("Die Brücke wurde 1988 gebaut.", "1988", "timex.published.not_before"),
    ] {
        let inferred = infer(text).unwrap();
        let best = &inferred.candidates[0];
        assert_eq!(best.value.as_str(), value, "{text}");
        assert_eq!(best.evidence[0].rule.as_str(), rule, "{text}");
    }
}

#[test]
fn what_tells_nothing() {
    for text in [
        "",
        "Der Rat berät den Haushalt.",
        "Bis 2035 sollen Windräder stehen.",
        "Am Freitag wird gewählt.",
        "Die Gebühr wird monatlich erhoben.",
    ] {
        assert_eq!(infer(text), None, "{text}");
    }
}

#[test]
fn the_year_stays_open_but_is_bounded() {
    let inferred = infer("Der Rat hat am Dienstag getagt. Zuletzt hatte er 2021 getagt.").unwrap();
    let best = &inferred.candidates[0];
    assert_eq!(best.value.as_str(), "XXXX-WXX-2");
    let interval = best.interval.unwrap();
    assert_eq!(
        (interval.start, interval.end),
        (Some("2021-01-01".parse().unwrap()), None)
    );
}

fn values(text: &str, options: TimexOptions) -> Vec<String> {
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let published = "2011-02-16".parse().ok();
    TimexTagger::with_options(options)
        .tag(text, &tokens, &syntax, published)
        .iter()
        .map(|timex| timex.value.to_string())
        .collect()
}

#[test]
fn narratives_count_from_the_date_named_last() {
    let mut options = TimexOptions::default();
    options.domain = Domain::Narrative;
    for (text, expected) in [
        (
            "Am 5. Mai 1849 begann der Aufstand. Am 9. Mai brannte die Oper. Drei Tage später war er vorbei.",
            &["1849-05-05", "1849-05-09", "1849-05-12"][..],
        ),
        (
            "Im November 1907 lief der Dampfer aus. Im Januar sank er.",
            &["1907-11", "1908-01"],
        ),
        (
            "1836\n\nIm März begann der Kanalbau. Das Werk von 1859 nennt ihn kühn. Im April endete er.",
            &["1836", "1836-03", "1859", "1836-04"],
        ),
        (
            "Im Mai 1920 siegten sie. Ende des Jahres zogen sie ab.",
            &["1920-05", "1920"],
        ),
    ] {
        assert_eq!(values(text, options.clone()), expected, "{text}");
    }
}

#[test]
fn the_policy_of_vague_words() {
    let text = "Nun wird gebaut. Zuletzt wurde gestritten. Künftig wird gespart. Damals war alles anders.";
    assert_eq!(values(text, TimexOptions::default()), ["PAST_REF"]);
    let mut options = TimexOptions::default();
    options.vague = VaguePolicy::All;
    assert_eq!(
        values(text, options),
        ["PRESENT_REF", "PAST_REF", "FUTURE_REF", "PAST_REF"]
    );
}
