//! A whole article, as its reader sees it: the one shipped with the examples.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use wortlaut::{AnalysisRef, Document, Pipeline};

const TEXT: &str = include_str!("../../../examples/articles/stadthafen.txt");

fn with_analysis(published: Option<&str>, check: impl FnOnce(&AnalysisRef<'_>)) {
    let mut document = Document::new(TEXT).unwrap();
    if let Some(date) = published {
        document = document.published(date.parse().unwrap());
    }
    check(&Pipeline::german().analyze(&document));
}

#[test]
fn who_said_what() {
    with_analysis(Some("2026-03-12"), |analysis| {
        let said: Vec<(&str, &str, String)> = analysis
            .quotations()
            .map(|q| {
                (
                    q.speaker().map_or("?", |s| s.name()),
                    q.kind().as_str(),
                    q.text().chars().take(30).collect(),
                )
            })
            .collect();
        let said: Vec<(&str, &str, &str)> = said
            .iter()
            .map(|(who, kind, what)| (*who, *kind, what.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("Henrike Wolgast", "direct", "Wir haben im Januar gesehen, w"),
                ("Stadt", "indirect", "kostet das Vorhaben rund 62 Mi"),
                ("Mecklenburg-Vorpommern", "indirect", "die Hälfte zu übernehmen"),
                ("Jost Lindequist", "indirect", "der Schutz der Küste eine geme"),
                ("Jost Lindequist", "indirect", "Die Stadt könne ein solches Ba"),
                ("Jost Lindequist", "indirect", "Man habe deshalb bereits im ve"),
                ("Tomke Reimers", "direct", "Ein Sperrwerk ist immer die te"),
                ("Tomke Reimers", "indirect", "zuerst die Wiesen am Oberlauf "),
                ("Verband", "reported", "eine Klage gegen das Projekt"),
                ("Henrike Wolgast", "reported", "die Vorwürfe"),
                ("Henrike Wolgast", "direct", "Das eine schließt das andere n"),
                (
                    "Industrie- und Handelskammer",
                    "indirect",
                    "Der Schaden belief sich auf ac"
                ),
                (
                    "Sprecher der Universität Rostock",
                    "indirect",
                    "untersuchen Fachleute seit Feb"
                ),
                (
                    "Sprecher der Universität Rostock",
                    "indirect",
                    "Die Ergebnisse würden Anfang M"
                ),
                ("Mattis Brüggenkamp", "reported", "vor einer Sperrung während der"),
                ("Mattis Brüggenkamp", "direct", "Im August liegen hier 170 Schi"),
                ("Mattis Brüggenkamp", "indirect", "Er gehe aber davon aus, dass s"),
            ]
        );
    });
}

#[test]
fn who_is_named() {
    with_analysis(Some("2026-03-12"), |analysis| {
        let people: Vec<&str> = analysis
            .entities()
            .filter(|e| e.kind().as_str() == "person")
            .map(|e| e.name())
            .collect();
        assert_eq!(
            people,
            [
                "Henrike Wolgast",
                "Jost Lindequist",
                "Tomke Reimers",
                "Mattis Brüggenkamp"
            ]
        );
        let land = analysis
            .entities()
            .find(|e| e.name() == "Mecklenburg-Vorpommern")
            .unwrap();
        assert_eq!(land.id("iso3166-2"), Some("DE-MV"));
    });
}

#[test]
fn when_with_a_date_of_publication() {
    with_analysis(Some("2026-03-12"), |analysis| {
        let times: Vec<(&str, &str)> = analysis.times().map(|t| (t.text(), t.value())).collect();
        assert_eq!(
            times,
            [
                ("Mittwochabend", "2026-03-11TEV"),
                ("Januar", "2026-01"),
                ("Donnerstag", "2026-03-12"),
                ("diesem Jahr", "2026"),
                ("vergangenen Herbst", "2025-FA"),
                ("9. Januar", "2026-01-09"),
                ("1954", "1954"),
                ("Februar", "2026-02"),
                ("Anfang Mai", "2026-05"),
                ("August", "2026-08"),
                ("26. März", "2026-03-26"),
                ("2028", "2028"),
            ]
        );
        let vote = analysis.timeline().find(|e| e.when() == "2026-03-11").unwrap();
        assert!(vote.text().starts_with("Die Rostocker Bürgerschaft"), "{}", vote.text());
        let debate = analysis.timeline().find(|e| e.when() == "2026-03-26").unwrap();
        assert_eq!(debate.status().as_str(), "planned");
    });
}

#[test]
fn when_without_one() {
    with_analysis(None, |analysis| {
        let values: Vec<&str> = analysis.times().map(|t| t.value()).collect();
        assert!(
            values.contains(&"XXXX-WXX-4") && values.contains(&"XXXX-01-09"),
            "{values:?}"
        );
        assert!(
            !values.iter().any(|value| value.starts_with("202") && value.len() > 4),
            "no year may be guessed: {values:?}"
        );
        let inferred = analysis.analysis().inferred().unwrap();
        assert_eq!(inferred.candidates[0].value.as_str(), "XXXX-WXX-4");
    });
}
