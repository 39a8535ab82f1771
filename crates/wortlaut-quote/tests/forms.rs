//! Each form of reported speech, with and against it, on sentences made for this purpose.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may fail loudly"
)]

mod common;

use common::{Found, read};

/// Kind, content (parts joined by ` … `), speaker.
type Row = (&'static str, &'static str, &'static str);

fn rows(found: &[Found]) -> Vec<(String, String, String)> {
    found
        .iter()
        .map(|q| (q.kind.clone(), q.content.clone(), q.speaker.clone()))
        .collect()
}

fn check(table: &[(&str, &[Row])]) {
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found = rows(&read(text));
        let wanted: Vec<(String, String, String)> = expected
            .iter()
            .map(|(kind, content, speaker)| ((*kind).to_owned(), (*content).to_owned(), (*speaker).to_owned()))
            .collect();
        if found != wanted {
            wrong.push(format!("{text}\n   wanted {wanted:?}\n   found  {found:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        table.len(),
        wrong.join("\n")
    );
}

#[test]
fn direct_speech() {
    check(&[
        (
            "„Wir sind bereit“, sagte Ministerin Jana Holm am Dienstag.",
            &[("direct", "Wir sind bereit", "Ministerin Jana Holm")],
        ),
        (
            "»Wir sind bereit«, sagte Jana Holm.",
            &[("direct", "Wir sind bereit", "Jana Holm")],
        ),
        (
            "\"Wir sind bereit\", sagte Jana Holm.",
            &[("direct", "Wir sind bereit", "Jana Holm")],
        ),
        (
            "“Wir sind bereit”, sagte Jana Holm.",
            &[("direct", "Wir sind bereit", "Jana Holm")],
        ),
        (
            "«Wir sind bereit», sagte Jana Holm.",
            &[("direct", "Wir sind bereit", "Jana Holm")],
        ),
        (
            "Jana Holm sagte: „Wir sind bereit.“",
            &[("direct", "Wir sind bereit.", "Jana Holm")],
        ),
        (
            "Der Sprecher der Polizei erklärte am Montag: „Der Täter ist auf der Flucht. Wir suchen ihn.“",
            &[(
                "direct",
                "Der Täter ist auf der Flucht. Wir suchen ihn.",
                "Der Sprecher der Polizei",
            )],
        ),
        (
            "„Kommt ihr mit?“, fragte der Trainer.",
            &[("direct", "Kommt ihr mit?", "der Trainer")],
        ),
        (
            "„Das reicht nicht!“, rief die Abgeordnete.",
            &[("direct", "Das reicht nicht!", "die Abgeordnete")],
        ),
        (
            "„Das Geld fehlt“, so der Bürgermeister.",
            &[("direct", "Das Geld fehlt", "der Bürgermeister")],
        ),
        (
            "„Das ist unser Haus“, betonte die Leiterin, „und wir bleiben hier.“",
            &[
                ("direct", "Das ist unser Haus", "die Leiterin"),
                ("direct", "und wir bleiben hier.", "die Leiterin"),
            ],
        ),
        (
            "Die Ministerin stellte die Pläne vor:\n„Wir bauen drei neue Schulen. Das Geld ist da.“\nDanach reiste sie ab.",
            &[(
                "direct",
                "Wir bauen drei neue Schulen. Das Geld ist da.",
                "Die Ministerin",
            )],
        ),
        (
            "„Wir sind bereit“, sagte Jana Holm. „Es kann losgehen.“",
            &[
                ("direct", "Wir sind bereit", "Jana Holm"),
                ("direct", "Es kann losgehen.", "Jana Holm"),
            ],
        ),
        (
            "„Niemand hat uns gefragt“, schimpfte ein Anwohner.",
            &[("direct", "Niemand hat uns gefragt", "ein Anwohner")],
        ),
        (
            "„Es wird eng“, schrieb der Historiker Paul Kern in einem Brief.",
            &[("direct", "Es wird eng", "der Historiker Paul Kern")],
        ),
    ]);
}

#[test]
fn fragments_in_marks() {
    check(&[
        (
            "Die Ministerin sprach von einem „großen Erfolg“.",
            &[("direct", "großen Erfolg", "Die Ministerin")],
        ),
        (
            "Der Sprecher bezeichnete den Plan als „völlig unrealistisch“.",
            &[("direct", "völlig unrealistisch", "Der Sprecher")],
        ),
        (
            "Jana Holm nannte die Kritik „unredlich und falsch“.",
            &[("direct", "unredlich und falsch", "Jana Holm")],
        ),
        (
            "Die Opposition warf der Regierung „dreiste Täuschung der Wähler“ vor.",
            &[("direct", "dreiste Täuschung der Wähler", "Die Opposition")],
        ),
        (
            "Die Ministerin sagte, das Vorhaben sei „solide finanziert“.",
            &[
                ("mixed", "das Vorhaben sei „solide finanziert“", "Die Ministerin"),
                ("direct", "solide finanziert", "Die Ministerin"),
            ],
        ),
    ]);
}

#[test]
fn marks_that_are_no_speech() {
    check(&[
        ("Der Roman „Die lange Reise“ erscheint im März.", &[]),
        ("Das Schiff „Seeadler“ lief am Montag aus.", &[]),
        ("Die sogenannte „Mondscheinbande“ steht vor Gericht.", &[]),
        ("Im „Tagesanzeiger“ stand davon nichts.", &[]),
        ("Die Ausstellung „Licht und Schatten“ ist bis Mai zu sehen.", &[]),
        ("Der „Held“ von damals sitzt heute im Gefängnis.", &[]),
        ("Das Festival steht unter dem Motto „Musik verbindet Menschen“.", &[]),
        ("Orkan „Wiebke“ zog über das Land.", &[]),
        ("Er trug den Spitznamen „der Fuchs“.", &[]),
    ]);
}

#[test]
fn indirect_with_a_conjunction() {
    check(&[
        (
            "Die Ministerin sagte, dass die Schule im Mai öffnet.",
            &[("indirect", "die Schule im Mai öffnet", "Die Ministerin")],
        ),
        (
            "Am Montag erklärte der Sprecher der Stadt, dass die Brücke gesperrt bleibe.",
            &[("indirect", "die Brücke gesperrt bleibe", "der Sprecher der Stadt")],
        ),
        (
            "Jana Holm hat bekräftigt, dass der Vertrag gilt.",
            &[("indirect", "der Vertrag gilt", "Jana Holm")],
        ),
        (
            "Ein Besucher wollte wissen, ob das Bad geöffnet sei.",
            &[("indirect", "das Bad geöffnet sei", "Ein Besucher")],
        ),
        (
            "Der Anwalt fragte, ob die Akte vollständig sei.",
            &[("indirect", "die Akte vollständig sei", "Der Anwalt")],
        ),
        (
            "Die Behörde teilte am Freitag mit, dass die Messungen beendet sind.",
            &[("indirect", "die Messungen beendet sind", "Die Behörde")],
        ),
        (
            "Die Trainerin wies darauf hin, dass zwei Spielerinnen fehlen.",
            &[("indirect", "zwei Spielerinnen fehlen", "Die Trainerin")],
        ),
        (
            "Der Minister sagte weiter, dass die Hilfe komme.",
            &[("indirect", "die Hilfe komme", "Der Minister")],
        ),
        (
            "Dass die Brücke gesperrt bleibe, bestätigte die Sprecherin am Abend.",
            &[("indirect", "die Brücke gesperrt bleibe", "die Sprecherin")],
        ),
    ]);
}

#[test]
fn indirect_in_the_konjunktiv() {
    check(&[
        (
            "Die Ministerin sagte, die Schule sei fertig.",
            &[("indirect", "die Schule sei fertig", "Die Ministerin")],
        ),
        (
            "Die Lage habe sich beruhigt, sagte der Sprecher.",
            &[("indirect", "Die Lage habe sich beruhigt", "der Sprecher")],
        ),
        (
            "Die Lage, sagte der Sprecher am Montag, sei ernst.",
            &[("indirect", "Die Lage … sei ernst", "der Sprecher")],
        ),
        (
            "Das Dach müsse erneuert werden, so die Architektin.",
            &[("indirect", "Das Dach müsse erneuert werden", "die Architektin")],
        ),
        (
            "Der Minister kündigte an, die Steuer werde sinken.",
            &[("indirect", "die Steuer werde sinken", "Der Minister")],
        ),
        (
            "Zwar gebe es Fortschritte, räumte der Direktor ein.",
            &[("indirect", "Zwar gebe es Fortschritte", "der Direktor")],
        ),
        (
            "In dem Bericht heißt es, die Zahlen seien falsch.",
            &[("indirect", "die Zahlen seien falsch", "dem Bericht")],
        ),
        (
            "Die Zahlen seien falsch, hieß es aus dem Ministerium.",
            &[("indirect", "Die Zahlen seien falsch", "dem Ministerium")],
        ),
        (
            "Die Fähre fährt wieder, sagte eine Sprecherin der Reederei.",
            &[("indirect", "Die Fähre fährt wieder", "eine Sprecherin der Reederei")],
        ),
    ]);
}

#[test]
fn infinitives() {
    check(&[
        (
            "Der Minister kündigte an, die Steuer zu senken.",
            &[("indirect", "die Steuer zu senken", "Der Minister")],
        ),
        (
            "Die Gewerkschaft forderte den Konzern auf, mehr Lohn zu zahlen.",
            &[("indirect", "mehr Lohn zu zahlen", "Die Gewerkschaft")],
        ),
        (
            "Jana Holm versprach, die Akten zu öffnen.",
            &[("indirect", "die Akten zu öffnen", "Jana Holm")],
        ),
        (
            "Der Verein hat beantragt, die Halle zu verkaufen.",
            &[("indirect", "die Halle zu verkaufen", "Der Verein")],
        ),
        ("Die Feuerwehr kam, um den Brand zu löschen.", &[]),
        ("Bisher war vorgesehen, die Kurse im Mai zu beenden.", &[]),
    ]);
}

#[test]
fn sources_without_a_verb() {
    check(&[
        (
            "Laut Polizei war der Fahrer betrunken.",
            &[("indirect", "war der Fahrer betrunken", "Polizei")],
        ),
        (
            "Der Fahrer war laut Polizei betrunken.",
            &[("indirect", "Der Fahrer war … betrunken", "Polizei")],
        ),
        (
            "Nach Angaben der Polizei war der Fahrer betrunken.",
            &[("indirect", "war der Fahrer betrunken", "der Polizei")],
        ),
        (
            "Das Feuer brach nach Angaben eines Sprechers in der Küche aus.",
            &[("indirect", "Das Feuer brach … in der Küche aus", "eines Sprechers")],
        ),
        (
            "Nach Polizeiangaben gab es drei Verletzte.",
            &[("indirect", "gab es drei Verletzte", "Polizeiangaben")],
        ),
        (
            "Der Ministerin zufolge sind die Kassen leer.",
            &[("indirect", "sind die Kassen leer", "Der Ministerin")],
        ),
        (
            "Einem Bericht zufolge sind die Kassen leer.",
            &[("indirect", "sind die Kassen leer", "Einem Bericht")],
        ),
        (
            "Nach Ansicht der Richter war die Klage zulässig.",
            &[("indirect", "war die Klage zulässig", "der Richter")],
        ),
        (
            "Die Brücke ist gesperrt, wie die Stadt mitteilte.",
            &[("indirect", "Die Brücke ist gesperrt", "die Stadt")],
        ),
        (
            "Wie die Stadt mitteilte, ist die Brücke gesperrt.",
            &[("indirect", "ist die Brücke gesperrt", "die Stadt")],
        ),
        (
            "Die Brücke ist, wie die Stadt mitteilte, gesperrt.",
            &[("indirect", "Die Brücke ist … gesperrt", "die Stadt")],
        ),
    ]);
}

#[test]
fn prepositions_that_name_no_source() {
    check(&[
        ("Nach dem Spiel feierten die Fans auf dem Marktplatz.", &[]),
        ("Nach drei Wochen öffnete die Schule wieder.", &[]),
        ("Der Zug fuhr nach München weiter.", &[]),
        ("Die Musik war so laut wie selten.", &[]),
        ("Er war so müde, dass er im Sitzen schlief.", &[]),
        ("Die Tagung beginnt am Montag um neun Uhr.", &[]),
        ("Der See liegt östlich der Stadt.", &[]),
    ]);
}

#[test]
fn speech_acts() {
    check(&[
        (
            "Die Gewerkschaft forderte höhere Löhne für die Fahrer.",
            &[("reported", "höhere Löhne für die Fahrer", "Die Gewerkschaft")],
        ),
        (
            "Der Minister hat strengere Kontrollen angekündigt.",
            &[("reported", "strengere Kontrollen", "Der Minister")],
        ),
        (
            "Jana Holm warnte vor neuen Engpässen.",
            &[("reported", "vor neuen Engpässen", "Jana Holm")],
        ),
        (
            "Die Opposition kritisierte die fehlenden Zahlen im Haushalt.",
            &[("reported", "die fehlenden Zahlen im Haushalt", "Die Opposition")],
        ),
        (
            "Der Sprecher bestätigte den Verlust der Karten.",
            &[("reported", "den Verlust der Karten", "Der Sprecher")],
        ),
        ("Der Regen bestätigte alle Befürchtungen.", &[]),
        ("Die Polizei fand einen Koffer im Keller.", &[]),
        ("Die Gemeinde baut eine neue Schule.", &[]),
    ]);
}

#[test]
fn speech_that_goes_on() {
    check(&[
        (
            "Die Ministerin sagte, die Schule sei fertig. Das Dach müsse noch gestrichen werden. Im Mai werde gefeiert.",
            &[
                ("indirect", "die Schule sei fertig", "Die Ministerin"),
                ("indirect", "Das Dach müsse noch gestrichen werden", "Die Ministerin"),
                ("indirect", "Im Mai werde gefeiert", "Die Ministerin"),
            ],
        ),
        (
            "„Wir öffnen im Mai“, sagte die Ministerin. Das Dach sei dicht.",
            &[
                ("direct", "Wir öffnen im Mai", "die Ministerin"),
                ("indirect", "Das Dach sei dicht", "die Ministerin"),
            ],
        ),
        (
            "Die Ministerin sagte, die Schule sei fertig. Die Schule steht am Hang.",
            &[("indirect", "die Schule sei fertig", "Die Ministerin")],
        ),
        (
            "Laut Polizei war der Fahrer betrunken. Er sei sofort festgenommen worden.",
            &[
                ("indirect", "war der Fahrer betrunken", "Polizei"),
                ("indirect", "Er sei sofort festgenommen worden", "Polizei"),
            ],
        ),
    ]);
}

#[test]
fn two_speakers() {
    check(&[
        (
            "„Ja“, sagte Jana Holm. „Nein“, sagte Paul Kern.",
            &[("direct", "Ja", "Jana Holm"), ("direct", "Nein", "Paul Kern")],
        ),
        (
            "Die Ministerin lobte, dass das Dach dicht ist. Der Architekt betonte, dass es teuer war.",
            &[
                ("indirect", "das Dach dicht ist", "Die Ministerin"),
                ("indirect", "es teuer war", "Der Architekt"),
            ],
        ),
    ]);
}

#[test]
fn narration_is_no_quotation() {
    check(&[
        ("Die Fahrzeiten richten sich nach dem Stand der Flut.", &[]),
        ("Der Bus fuhr gegen einen Baum.", &[]),
        ("Am Abend begann es zu schneien.", &[]),
        ("Das Gesetz soll im Herbst beschlossen werden.", &[]),
        ("Die Brücke soll bis Mai saniert werden.", &[]),
        ("Der Film zeigt, wie schwer das Leben am Meer ist.", &[]),
        ("Hätte er das gewusst, wäre er geblieben.", &[]),
        ("", &[]),
        ("Kurzmeldung", &[]),
    ]);
}

#[test]
fn frames_that_point_back_or_have_a_noun() {
    check(&[
        (
            "Die Brücke bleibt gesperrt. Das teilte die Stadt mit.",
            &[("indirect", "Die Brücke bleibt gesperrt", "die Stadt")],
        ),
        (
            "Die Brücke bleibt gesperrt, das bestätigte ein Sprecher.",
            &[("indirect", "Die Brücke bleibt gesperrt", "ein Sprecher")],
        ),
        (
            "Der Richter ist der Ansicht, dass die Klage unzulässig sei.",
            &[("indirect", "die Klage unzulässig sei", "Der Richter")],
        ),
        (
            "Die Polizei stellte den Bericht vor. Demnach sinkt die Zahl der Einbrüche.",
            &[("indirect", "sinkt die Zahl der Einbrüche", "")],
        ),
        (
            "Die Behörde widersprach Berichten, wonach das Wasser verseucht sei.",
            &[("indirect", "das Wasser verseucht sei", "Berichten")],
        ),
        (
            "Die Fähre fährt wieder, wie die Reederei bekannt gab.",
            &[("indirect", "Die Fähre fährt wieder", "die Reederei")],
        ),
        (
            "Die Lage, so die Ministerin, sei ernst.",
            &[("indirect", "Die Lage … sei ernst", "die Ministerin")],
        ),
        (
            "Der Trainer sagte, er sei zufrieden und fügte hinzu: „Wir wollen mehr.“",
            &[
                ("indirect", "er sei zufrieden", "Der Trainer"),
                ("direct", "Wir wollen mehr.", "Der Trainer"),
            ],
        ),
        (
            "Gemäß einem Sprecher ist der Betrieb gestört.",
            &[("indirect", "ist der Betrieb gestört", "einem Sprecher")],
        ),
    ]);
}

#[test]
fn names_in_marks_beside_cues() {
    check(&[
        ("Die „Neue Zeitung“ feierte ihr Jubiläum.", &[]),
        (
            "Das „Abendblatt“ berichtete, der Hafen sei gesperrt.",
            &[("indirect", "der Hafen sei gesperrt", "Das „Abendblatt“")],
        ),
        (
            "Der Direktor sagte der „Neuen Post“, der Umbau beginne im Mai.",
            &[("indirect", "der Umbau beginne im Mai", "Der Direktor")],
        ),
    ]);
}

#[test]
fn hearsay() {
    check(&[(
        "Der Mann soll drei Autos gestohlen haben.",
        &[("free_indirect", "Der Mann soll drei Autos gestohlen haben", "")],
    )]);
}

#[test]
fn parts_of_a_frame() {
    let found = read("Gegenüber dem Tagblatt kündigte Jana Holm am Montag an, die Steuer zu senken.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].cue, ["kündigte", "an"]);
    assert_eq!(found[0].addressee.as_deref(), Some("dem Tagblatt"));
    let found = read("„Ja“, sagte sie.");
    assert_eq!(found[0].frame, [", sagte sie"]);
    assert_eq!(found[0].medium.as_deref(), Some("speech"));
    let found = read("Die Ministerin sagte: „Ja, das stimmt.“");
    assert_eq!(found[0].frame, ["Die Ministerin sagte:"]);
    let found = read("Die Ministerin sagte, dass es regnet.");
    assert!(found[0].rule.starts_with("quote.frame.dass"));
}

#[test]
fn continuations_are_linked() {
    let found = read("Die Ministerin sagte, die Schule sei fertig. Das Dach müsse noch gestrichen werden.");
    assert_eq!(found[0].continues, None);
    assert_eq!(found[1].continues, Some(0));
    assert!(found[1].cue.is_empty() && found[1].frame.is_empty());
    assert!(found[1].rule.starts_with("quote.continue"));
}

#[test]
fn content_ends_with_its_clause_and_leaves_out_the_dateline() {
    check(&[
        (
            "ULM (dpa) - Die Brauerei Lanz schließt im Mai ihr Werk. Das teilte die Brauerei am Dienstag mit.",
            &[("indirect", "Die Brauerei Lanz schließt im Mai ihr Werk", "die Brauerei")],
        ),
        (
            "Die Ministerin beantragte, den Termin zu verschieben, fand dafür aber keine Mehrheit.",
            &[("indirect", "den Termin zu verschieben", "Die Ministerin")],
        ),
        (
            "Der Kritiker glaubt, »dass das Stück heute mehr erzählt als damals«.",
            &[("mixed", "das Stück heute mehr erzählt als damals", "Der Kritiker")],
        ),
        (
            "Aus dem Ministerium verlautete, die Pläne seien fertig.",
            &[("indirect", "die Pläne seien fertig", "dem Ministerium")],
        ),
        (
            "Gemäss der Polizei ist die Strasse gesperrt.",
            &[("indirect", "ist die Strasse gesperrt", "der Polizei")],
        ),
        (
            "Autofahrer sollten vorsichtig fahren, riet die Polizei.",
            &[("indirect", "Autofahrer sollten vorsichtig fahren", "die Polizei")],
        ),
    ]);
}
