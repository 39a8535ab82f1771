//! Zones: what part of an article a stretch of text is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use wortlaut_tokenize::Tokenizer;

/// Zones as `kind:text`, the text cut to its first 24 characters.
fn zones(text: &str) -> Vec<String> {
    Tokenizer::new()
        .tokenize(text)
        .zones
        .iter()
        .map(|zone| {
            let head: String = zone.span.slice(text).chars().take(24).collect();
            format!("{}:{head}", zone.kind.as_str())
        })
        .collect()
}

#[track_caller]
fn hold(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(zones(text), *expected, "{text}");
    }
}

const BODY: &str = "Der Rat der Stadt hat am Montag nach langer Debatte den Bau der Brücke beschlossen, sagte Kerner.";

#[test]
fn headlines() {
    let headed = format!("Rat beschließt Brücke\n{BODY}");
    let blank = format!("Rat beschließt Brücke\n\n{BODY}");
    let two = format!("Altenau\n\nRat beschließt Brücke\n\n{BODY}");
    let asks = format!("Kommt die Brücke?\n{BODY}");
    let quoted = format!("„Wir bauen die Brücke“\n{BODY}");
    let sub = format!("{BODY}\nStreit um Geld\n{BODY}");
    let open = format!("Er sagte:\n{BODY}");
    hold(&[
        (
            &headed,
            &["headline:Rat beschließt Brücke", "body:Der Rat der Stadt hat am"],
        ),
        (
            &blank,
            &["headline:Rat beschließt Brücke", "body:Der Rat der Stadt hat am"],
        ),
        (
            &two,
            &[
                "headline:Altenau",
                "headline:Rat beschließt Brücke",
                "body:Der Rat der Stadt hat am",
            ],
        ),
        (&asks, &["headline:Kommt die Brücke?", "body:Der Rat der Stadt hat am"]),
        (
            &quoted,
            &["headline:„Wir bauen die Brücke“", "body:Der Rat der Stadt hat am"],
        ),
        (
            &sub,
            &[
                "body:Der Rat der Stadt hat am",
                "headline:Streit um Geld",
                "body:Der Rat der Stadt hat am",
            ],
        ),
        (&open, &["body:Er sagte:", "body:Der Rat der Stadt hat am"]),
        (BODY, &["body:Der Rat der Stadt hat am"]),
        ("Rat beschließt Brücke", &["body:Rat beschließt Brücke"]),
    ]);
}

#[test]
fn datelines() {
    for line in [
        "Altenau (dpa) -",
        "Altenau (dpa/lni) –",
        "ALTENAU (dpa/lby) -",
        "Altenau (dpa-AFX) -",
        "Altenau, 8. Januar (Keystone-SDA) -",
        "Altenau (APA/dpa/Reuters) -",
        "Altenau/Neustadt (AFP) -",
        "Altenau am See (dpa) —",
        "Bad Altenau (ots) -",
        "Altenau (epd).",
        "Altenau (AP)",
        "Altenau -",
        "Altenau –",
        "ALTENAU taz |",
        "Altenau, 3. Mai -",
        "Altenau (mk).",
        // Place and place, place and dash.
        "Altenau/Neustadt. –",
        "Altenau/Neustadt –",
        "ALTENAU. –",
        "Bad Altenau/St. Neustadt (sda) —",
        // Places that look like the start of a sentence.
        "Den Haag (AFP) -",
        "Weil am Rhein (dpa/lsw) -",
        "Frankfurt (Oder) (dpa/bb) -",
        "Halle (Saale) -",
        // Dates.
        "Altenau, 12.03.2026.",
        "Altenau, 12. März 2026.",
        "ALTENAU, 12. März.",
        "Altenau, den 12. Jänner 2026 –",
        "Altenau, am 12. März 2026 –",
        "Altenau, 12.03.2026 –",
        "Altenau, 12.03.2026, 10:15 Uhr –",
        "Altenau, Donnerstag, 12. März (dpa) –",
        "ALTENAU, 12. März (Reuters) -",
        "Altenau, März 2026 –",
        // A date in the agency's bracket, or behind it.
        "Altenau (dpa, 3. März) -",
        "Altenau (dpa/3.3.2026) –",
        "Altenau (AFP, Montag) -",
        "Altenau (3. März, dpa) –",
        "Altenau (AP) 3. März –",
        "Altenau (3. März 2026) –",
        "Altenau (pte020/12.03.2026/10:15) -",
        // Every agency.
        "Altenau (ddp-bln).",
        "Altenau (ddp) -",
        "Altenau (dapd).",
        "Altenau (dts Nachrichtenagentur) -",
        "Altenau (KNA)",
        "Altenau (idea) –",
        "Altenau (SID) -",
        "Altenau (sid).",
        "Altenau (Reuters) -",
        "Altenau (rtr).",
        "Altenau (APA-OTS) -",
        "Altenau (OTS) -",
        "Altenau (ots/PRNewswire) -",
        "Altenau (awp international) -",
        "Altenau (sda/dpa) -",
        "Altenau (Keystone-ATS) –",
        "Altenau (dpa-AFX/awp) -",
        "Altenau (Dow Jones) -",
        "Altenau (epd):",
        "Altenau - (sda)",
        "Altenau. (dpa)",
        "Altenau/dpa.",
        "ALTENAU/AFP –",
        "Altenau dpa –",
        "Altenau, Deutschland (ots) -",
        "(dpa) -",
        "dpa Altenau.",
        "dpa/lni Altenau –",
        // A reporter's initials, as a national paper sets them.
        "mas. ALTENAU, 12. März.",
    ] {
        let text = format!("{line} {BODY}");
        let t = Tokenizer::new().tokenize(&text);
        let found: Vec<_> = t
            .zones
            .iter()
            .map(|zone| (zone.kind.as_str(), zone.span.slice(&text)))
            .collect();
        assert_eq!(found, [("dateline", line), ("body", BODY)]);
        // Below a headline, too, and with all of its evidence.
        let headed = format!("Rat beschließt Brücke\n{text}");
        let t_headed = Tokenizer::new().tokenize(&headed);
        assert_eq!(t_headed.datelines.len(), 1, "{headed}");
        let zone = t_headed.zones.get(1).unwrap();
        assert_eq!((zone.kind.as_str(), zone.span.slice(&headed)), ("dateline", line));
        assert!(zone.evidence().rule.as_str().starts_with("zone.dateline."));
        assert_eq!(zone.evidence().span, zone.span);
        assert_eq!(t.sentences.len(), 1, "{text}");
    }
}

#[test]
fn parts_of_datelines() {
    for (line, place, date, agency) in [
        ("Altenau (dpa) -", "Altenau", "", "dpa"),
        ("Altenau (dpa/lni) –", "Altenau", "", "dpa/lni"),
        ("Bad Altenau (ots) -", "Bad Altenau", "", "ots"),
        ("Altenau am See (dpa) —", "Altenau am See", "", "dpa"),
        ("Altenau/Neustadt (AFP) -", "Altenau/Neustadt", "", "AFP"),
        (
            "Altenau, 8. Januar (Keystone-SDA) -",
            "Altenau",
            "8. Januar",
            "Keystone-SDA",
        ),
        (
            "Altenau, den 8. Januar 2024 (APA/dpa) -",
            "Altenau",
            "8. Januar 2024",
            "APA/dpa",
        ),
        ("Altenau, 3. Mai -", "Altenau", "3. Mai", ""),
        ("Altenau, 3.5.2024 (AP) -", "Altenau", "3.5.2024", "AP"),
        ("Altenau, Montag (Reuters) -", "Altenau", "Montag", "Reuters"),
        ("Altenau a. M. (epd).", "Altenau a. M.", "", "epd"),
        ("ALTENAU taz |", "ALTENAU", "", "taz"),
        ("Altenau (mk).", "Altenau", "", ""),
        ("Altenau –", "Altenau", "", ""),
        ("Altenau/Neustadt. –", "Altenau/Neustadt", "", ""),
        ("Altenau, 12.03.2026.", "Altenau", "12.03.2026", ""),
        ("Altenau, 12. März 2026.", "Altenau", "12. März 2026", ""),
        (
            "Altenau, Donnerstag, 12. März (dpa) –",
            "Altenau",
            "Donnerstag, 12. März",
            "dpa",
        ),
        ("Altenau (dpa, 3. März) -", "Altenau", "3. März", "dpa"),
        (
            "Altenau (dpa/lby, 3. März 2026) -",
            "Altenau",
            "3. März 2026",
            "dpa/lby",
        ),
        ("Altenau (3. März, AFP) –", "Altenau", "3. März", "AFP"),
        ("Altenau (AP) 3. März –", "Altenau", "3. März", "AP"),
        ("Altenau (3. März 2026) –", "Altenau", "3. März 2026", ""),
        ("Altenau (pte020/12.03.2026/10:15) -", "Altenau", "12.03.2026", "pte020"),
        (
            "Altenau (dts Nachrichtenagentur) -",
            "Altenau",
            "",
            "dts Nachrichtenagentur",
        ),
        ("Frankfurt (Oder) (dpa/bb) -", "Frankfurt (Oder)", "", "dpa/bb"),
        ("Altenau/dpa.", "Altenau", "", "dpa"),
        ("ALTENAU/AFP –", "ALTENAU", "", "AFP"),
        ("Altenau - (sda)", "Altenau", "", "sda"),
        ("(dpa) -", "", "", "dpa"),
        ("mas. ALTENAU, 12. März.", "ALTENAU", "12. März", ""),
    ] {
        let text = format!("Rat beschließt Brücke\n{line} {BODY}");
        let t = Tokenizer::new().tokenize(&text);
        assert_eq!(t.datelines.len(), 1, "{line}: {:?}", zones(&text));
        let dateline = t.datelines[0];
        let slice = |span: Option<wortlaut_text::Span>| span.map_or("", |span| span.slice(&text));
        assert_eq!(
            (slice(dateline.place), slice(dateline.date), slice(dateline.agency)),
            (place, date, agency),
            "{line}"
        );
        let zone = dateline.zone.get(&t.zones).unwrap();
        assert_eq!((zone.kind.as_str(), zone.span.slice(&text)), ("dateline", line));
    }
    let signed = format!("dpa Altenau. {BODY}");
    let t = Tokenizer::new().tokenize(&signed);
    assert_eq!(t.datelines[0].agency.map(|span| span.slice(&signed)), Some("dpa"));
    assert_eq!(t.datelines[0].place.map(|span| span.slice(&signed)), Some("Altenau"));
}

#[test]
fn no_datelines() {
    for text in [
        "Nein. Der Rat tagt nicht, sagte Kerner der Zeitung am Abend.",
        "Kerner - wie immer gut gelaunt - lehnte ab, sagte die Stadt.",
        "Kerner (FDP) lehnte ab, sagte die Stadt am Montag.",
        "Die Stadt (dpa) - das ist nichts.",
        "Der Rat tagt. Altenau - Die Stadt zahlt.",
        "Altenau, Samstag, 17. Mai: Konzert der Stadt im Rathaus.",
        "Montag, 12. März. Der Rat tagt in der Stadt.",
        "Kerner (2:1) – Die Stadt gewann am Montag.",
        "Am Montag (3. März) – Der Rat tagt, sagte Kerner.",
        "Altenau. – und dann kam nichts mehr, sagte Kerner.",
    ] {
        let t = Tokenizer::new().tokenize(text);
        assert!(
            t.zones.iter().all(|zone| zone.kind.as_str() == "body"),
            "{text}: {:?}",
            zones(text)
        );
    }
}

#[test]
fn headlines_with_dashes() {
    for line in [
        "Nach der Wahl – Koalition sucht Kurs",
        "Koalition in der Krise – Partei sucht Kurs",
        "Altenau – Rat beschließt Brücke",
        "Brücke in Altenau - Rat beschließt Bau",
        "Kerner geht – Ahn kommt",
        "Streit um Geld: Rat tagt – Stadt zahlt",
        "Liveticker – Alle Entwicklungen vom Montag",
    ] {
        let found = zones(&format!("{line}\n{BODY}"));
        assert!(found[0].starts_with("headline:") && found.len() == 2, "{found:?}");
    }
}

#[test]
fn bylines() {
    for line in [
        "Von Anna Kerner",
        "VON ANNA KERNER",
        "Von Anna Kerner und Ben Ahn",
        "Von Anna Kerner, dpa",
        "Von Anna von der Heide, Altenau",
        "Ein Kommentar von Anna Kerner",
        "Text: Anna Kerner",
        "Autor: A.K.",
        "Interview: Anna Kerner",
    ] {
        let text = format!("Rat beschließt Brücke\n{line}\n{BODY}");
        let found = zones(&text);
        assert!(found[1].starts_with("byline:"), "{found:?}");
        assert_eq!(found.len(), 3, "{found:?}");
    }
    for line in [
        "Von Altenau bis Neustadt alles zu",
        "Von der Brücke gestürzt",
        "Von 2010 an gebaut",
    ] {
        let found = zones(&format!("{line}\n{BODY}"));
        assert!(found[0].starts_with("headline:"), "{found:?}");
    }
}

#[test]
fn interviews() {
    hold(&[
        (
            "Frage: Frau Ahn, wie war es?\nAhn: Gut. Sehr gut.\nFrage: Und nun?\nAhn: Nun ruhe ich.\nDas Gespräch führte Anna Kerner.",
            &[
                "interview_label:Frage:",
                "interview_turn:Frau Ahn, wie war es?",
                "interview_label:Ahn:",
                "interview_turn:Gut. Sehr gut.",
                "interview_label:Frage:",
                "interview_turn:Und nun?",
                "interview_label:Ahn:",
                "interview_turn:Nun ruhe ich.",
                "body:Das Gespräch führte Anna",
            ],
        ),
        (
            "Kerner: Ja.\nEs gab sonst nichts zu sagen an dem Tag.",
            &["body:Kerner: Ja.", "body:Es gab sonst nichts zu s"],
        ),
    ]);
}

#[test]
fn lists() {
    hold(&[
        (
            "Der Rat beschloss:\n• Eine Brücke\n• Ein Weg\nDas war alles an diesem Tag.",
            &[
                "body:Der Rat beschloss:",
                "list:• Eine Brücke",
                "list:• Ein Weg",
                "body:Das war alles an diesem ",
            ],
        ),
        (
            "Der Rat beschloss:\n- Eine Brücke.\n- Ein Weg.\nEnde.",
            &[
                "body:Der Rat beschloss:",
                "list:- Eine Brücke.",
                "list:- Ein Weg.",
                "body:Ende.",
            ],
        ),
        (
            "Der Rat beschloss:\n1. Eine Brücke.\n2. Ein Weg.\nEnde.",
            &[
                "body:Der Rat beschloss:",
                "list:1. Eine Brücke.",
                "list:2. Ein Weg.",
                "body:Ende.",
            ],
        ),
    ]);
}

#[test]
fn boilerplate() {
    for line in [
        "Mehr zum Thema – Streit um die Brücke",
        "Mehr zum Thema: Streit um die Brücke",
        "Lesen Sie auch: Streit um die Brücke",
        "Lesen Sie auch unseren Bericht über die Brücke.",
        "Anzeige",
        "Stand: 12.30 Uhr",
        "Service: Auskunft unter 05123 4567.",
        "dpa/lni",
        "(dpa)",
        "(AFP/dpa)",
        "© dpa-infocom, dpa:240919-99-123456/3",
        "dpa-infocom, dpa:240919-99-123456/3",
        // How agencies sign off.
        "(Schluss) gub/kre",
        "(Schluss) kre",
        "(Schluss)",
        "(forts) kre/gub",
        "(Forts.) gub",
        "(Fortsetzung folgt) kre",
        "(wird fortgesetzt)",
        "(Ende) ahn",
        "dpa/abc xyz",
        "dpa kre yyza n1 ahn",
        "bur/ahn",
        "(kre)",
        "(ahn/kre)",
        "epd lbm kre ahn",
        "SID kr ah",
        "ddp/kre/ahn",
        "dapd/kre/ahn/1",
        "(KNA - ab123-89-00045)",
        "(AP)",
        "(apa/dpa)",
        "(ots)",
        "dts Kre",
        "awp/kre/ah",
        "Keystone-SDA",
        "(Bericht von Anna Kerner, redigiert von Ben Ahn. Bei Rückfragen wenden Sie sich an die Redaktion)",
        "(S E R V I C E - Infos auf der Seite der Stadt)",
        "Original-Content von: Stadt Altenau, übermittelt durch news aktuell",
        "Weitere Themen: Streit um die Brücke",
        "Video: Der Bau der Brücke",
    ] {
        let found = zones(&format!("{BODY}\n{line}"));
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[1].starts_with("boilerplate:") || found[1].starts_with("caption:©"),
            "{line}: {found:?}"
        );
    }
    for line in [
        "Mehr zum Thema sagte Kerner am Montag nicht.",
        "Anzeige gegen den Mann hat die Stadt erstattet.",
        "Stand heute wird die Brücke gebaut.",
        "Video-Beweise gibt es nicht, sagte Kerner.",
        "Die dpa meldete das nicht.",
        "Weitere Themen: Der Rat sprach auch über die Brücke. Sie kostet viel.",
        "Weitere Themen: Der Rat sprach auch über die Brücke.",
        "Stand: Der Bau der Brücke ruht seit dem Mai.",
        "Werbung: Das Verbot für Tabak gilt ab dem Mai.",
        "Das war es.",
        "Schluss mit dem Streit um die Brücke, sagte Kerner.",
        "(Der Rat der Stadt tagt morgen.)",
        "Er ging so um acht.",
    ] {
        let found = zones(&format!("{BODY}\n{line}"));
        assert!(found[1].starts_with("body:"), "{found:?}");
    }
    // A line that starts small makes no wrapped text of one with a paragraph a line.
    hold(&[
        (
            &format!("Rat beschließt Brücke\n{BODY}\nMehr zum Thema: Streit\ndpa/lni"),
            &[
                "headline:Rat beschließt Brücke",
                "body:Der Rat der Stadt hat am",
                "boilerplate:Mehr zum Thema: Streit",
                "boilerplate:dpa/lni",
            ],
        ),
        (
            &format!("{BODY} {BODY}\nMehr dazu\nhier in der Zeitung"),
            &[
                "body:Der Rat der Stadt hat am",
                "boilerplate:Mehr dazu",
                "boilerplate:hier in der Zeitung",
            ],
        ),
    ]);
    for end in [
        "(dpa)",
        "(dpa/lni)",
        "(AFP, dpa)",
        "dpa/lni",
        "(Schluss) gub/kre",
        "(kre)",
        "Lesen Sie auch: Streit um den Weg",
        "Mehr zum Thema – Streit um den Weg",
    ] {
        let text = format!("{BODY} {end}");
        let t = Tokenizer::new().tokenize(&text);
        let found: Vec<_> = t
            .zones
            .iter()
            .map(|zone| (zone.kind.as_str(), zone.span.slice(&text)))
            .collect();
        assert_eq!(found, [("body", BODY), ("boilerplate", end)]);
    }
    for end in [
        "(Das war am Montag.)",
        "Er kam.",
        "(SPD)",
        "So ist es",
        "Mehr zum Thema sagte er nicht",
    ] {
        let found = zones(&format!("{BODY} {end}"));
        assert_eq!(found.len(), 1, "{end}: {found:?}");
    }
    let tail = format!("{BODY} (dpa)");
    hold(&[
        (&tail, &["body:Der Rat der Stadt hat am", "boilerplate:(dpa)"]),
        (
            &format!("{BODY}\nMehr zum Thema\nStreit um die Brücke\nStreit um den Weg"),
            &[
                "body:Der Rat der Stadt hat am",
                "boilerplate:Mehr zum Thema",
                "boilerplate:Streit um die Brücke",
                "boilerplate:Streit um den Weg",
            ],
        ),
    ]);
}

#[test]
fn captions() {
    hold(&[
        (
            &format!("{BODY}\nFoto: Anna Kerner/dpa"),
            &["body:Der Rat der Stadt hat am", "caption:Foto: Anna Kerner/dpa"],
        ),
        (
            &format!("Die Brücke am Morgen. Foto: A. Kerner/dpa\n{BODY}"),
            &["caption:Die Brücke am Morgen. Fo", "body:Der Rat der Stadt hat am"],
        ),
        (
            &format!("{BODY}\nEin Foto des Rats: Alle lachen."),
            &["body:Der Rat der Stadt hat am", "body:Ein Foto des Rats: Alle "],
        ),
    ]);
}
