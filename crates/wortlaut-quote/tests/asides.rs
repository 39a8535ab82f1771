//! Frames in the midst of what is said, and frames with more than a verb and its speaker. All sentences made up.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod common;

use common::read;

/// Kind, content (parts joined by ` … `), speaker.
type Row = (&'static str, &'static str, &'static str);

fn check(table: &[(&str, &[Row])]) {
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found = read(text);
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|q| (q.kind.as_str(), q.content.as_str(), q.speaker.as_str()))
            .collect();
        if found != *expected {
            wrong.push(format!("{text}\n   wanted {expected:?}\n   found  {found:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        table.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_follows_an_inserted_frame_goes_on_with_the_content() {
    check(&[
        (
            "Der Lehrling habe, so die Wirtin, kein Wort gesagt.",
            &[("indirect", "Der Lehrling habe … kein Wort gesagt", "die Wirtin")],
        ),
        (
            "Der Lehrling habe, sagte die Wirtin, kein Wort gesagt.",
            &[("indirect", "Der Lehrling habe … kein Wort gesagt", "die Wirtin")],
        ),
        (
            "Man suche, so die Direktorin weiter, neue Räume.",
            &[("indirect", "Man suche … neue Räume", "die Direktorin")],
        ),
        (
            "Das Dach sei, so heißt es im Gutachten, seit Jahren undicht.",
            &[("indirect", "Das Dach sei … seit Jahren undicht", "Gutachten")],
        ),
        (
            "Das Dach sei, heißt es bei der Kasse, längst bezahlt.",
            &[("indirect", "Das Dach sei … längst bezahlt", "der Kasse")],
        ),
        (
            "Das Boot sei, so steht es in der Anklage, absichtlich versenkt worden.",
            &[("indirect", "Das Boot sei … absichtlich versenkt worden", "der Anklage")],
        ),
        (
            "Der Umbau werde teurer, so die Direktorin, weil der Stahl fehle.",
            &[(
                "indirect",
                "Der Umbau werde teurer … weil der Stahl fehle",
                "die Direktorin",
            )],
        ),
    ]);
}

#[test]
fn what_tells_of_the_speaker_belongs_to_the_frame() {
    check(&[
        (
            "Der Umbau werde teurer, so die Direktorin, die das Haus seit Mai leitet.",
            &[("indirect", "Der Umbau werde teurer", "die Direktorin")],
        ),
        (
            "Der Umbau werde teurer, sagte die Direktorin, als sie den Plan vorstellte.",
            &[("indirect", "Der Umbau werde teurer", "die Direktorin")],
        ),
        (
            "Der Umbau werde teurer, so Henrike Wolgast, die Leiterin des Hauses.",
            &[(
                "indirect",
                "Der Umbau werde teurer",
                "Henrike Wolgast, die Leiterin des Hauses",
            )],
        ),
    ]);
}

#[test]
fn so_before_a_name_splits_direct_speech() {
    check(&[(
        "„Der Hafen“, so die Direktorin, „gehört allen.“",
        &[
            ("direct", "Der Hafen", "die Direktorin"),
            ("direct", "gehört allen.", "die Direktorin"),
        ],
    )]);
}

#[test]
fn a_colon_behind_the_frame_starts_a_second_statement() {
    check(&[(
        "Der Bau komme voran, ergänzte die Rätin: Das Dach sei im Mai fertig.",
        &[
            ("indirect", "Der Bau komme voran", "die Rätin"),
            ("indirect", "Das Dach sei im Mai fertig", "die Rätin"),
        ],
    )]);
}

#[test]
fn the_words_behind_a_colon_are_no_part_of_the_clause_before() {
    check(&[(
        "Die Direktorin verlangte, dass der Bund zahle: „Ohne Geld bleibt das Haus zu.“",
        &[
            ("indirect", "der Bund zahle", "Die Direktorin"),
            ("direct", "Ohne Geld bleibt das Haus zu.", "Die Direktorin"),
        ],
    )]);
}

#[test]
fn the_konjunktiv_makes_any_verb_of_speaking_a_frame() {
    check(&[
        (
            "Die Elf habe „wie im Schlaf“ gespielt, schimpfte der Trainer.",
            &[
                ("mixed", "Die Elf habe „wie im Schlaf“ gespielt", "der Trainer"),
                ("direct", "wie im Schlaf", "der Trainer"),
            ],
        ),
        ("Das Wasser stieg, schimpfte der Trainer.", &[]),
    ]);
}

#[test]
fn speech_acts_without_what_tells_how_they_were_done() {
    check(&[
        (
            "Die Gewerkschaft kritisierte den Entwurf ungewöhnlich scharf.",
            &[("reported", "den Entwurf", "Die Gewerkschaft")],
        ),
        (
            "Die Kanzlei wies die Vorwürfe entschieden zurück.",
            &[("reported", "die Vorwürfe", "Die Kanzlei")],
        ),
        (
            "Die Ministerin versprach den Winzern schnelle Hilfe.",
            &[("reported", "schnelle Hilfe", "Die Ministerin")],
        ),
        (
            "Die Gewerkschaft verlangt die 35-Stunden-Woche.",
            &[("reported", "die 35-Stunden-Woche", "Die Gewerkschaft")],
        ),
        // What was not said.
        ("Der Trainer bestätigte den Wechsel zunächst nicht.", &[]),
        // What is not ruled out is said.
        (
            "Die Polizei schließt einen Unfall nicht aus.",
            &[("reported", "einen Unfall", "Die Polizei")],
        ),
        // Courts and councils decide.
        ("Das Gericht wies die Klage ab.", &[]),
        ("Das Landgericht bestätigte das Urteil.", &[]),
    ]);
}

#[test]
fn an_act_and_its_words_share_a_verb() {
    check(&[(
        "Die Bürgermeisterin kündigte Folgen an: Man werde die Stelle sperren.",
        &[
            ("reported", "Folgen", "Die Bürgermeisterin"),
            ("indirect", "Man werde die Stelle sperren", "Die Bürgermeisterin"),
        ],
    )]);
}

#[test]
fn nouns_with_a_genitive_and_views() {
    check(&[
        (
            "Die Ankündigung der Reederei, zwei Schiffe zu verkaufen, löste Proteste aus.",
            &[("indirect", "zwei Schiffe zu verkaufen", "der Reederei")],
        ),
        (
            "Aus Sicht der Verteidigung fehlen Beweise.",
            &[("indirect", "fehlen Beweise", "der Verteidigung")],
        ),
        ("Aus polizeilicher Sicht verlief die Nacht ruhig.", &[]),
        (
            "Kritik kam von der Gewerkschaft: Der Senat habe versagt.",
            &[("indirect", "Der Senat habe versagt", "der Gewerkschaft")],
        ),
        (
            "Die Gewerkschaft wirft dem Wirt vor, im März und April Löhne gekürzt zu haben.",
            &[(
                "indirect",
                "im März und April Löhne gekürzt zu haben",
                "Die Gewerkschaft",
            )],
        ),
    ]);
}

#[test]
fn a_source_vouches_for_its_side_of_a_colon() {
    check(&[(
        "Der Verein bangt um den Torwart: Er zog sich nach Angaben des Arztes einen Riss zu.",
        &[("indirect", "Er zog sich … einen Riss zu", "des Arztes")],
    )]);
}

#[test]
fn short_utterances_of_their_own() {
    check(&[
        (
            "»Es war die Hölle«, berichtet die Wirtin. »Überall Wasser.«",
            &[
                ("direct", "Es war die Hölle", "die Wirtin"),
                ("direct", "Überall Wasser.", "die Wirtin"),
            ],
        ),
        (
            "„Und wann?“, hakte die Wirtin nach.",
            &[("direct", "Und wann?", "die Wirtin")],
        ),
        (
            "Die Rätin nannte das „Gift für die Stadt“.",
            &[("direct", "Gift für die Stadt", "Die Rätin")],
        ),
        (
            "Der Präsident sieht „keinen Grund zur Eile“.",
            &[("direct", "keinen Grund zur Eile", "Der Präsident")],
        ),
        ("Sie nannten das Schiff „Möwe“.", &[]),
    ]);
}

#[test]
fn plans_are_no_hearsay() {
    check(&[
        ("Das Skelett soll im Mai zu sehen sein.", &[]),
        (
            "Der Täter soll geflohen sein.",
            &[("free_indirect", "Der Täter soll geflohen sein", "")],
        ),
    ]);
}

#[test]
fn one_subject_for_two_verbs() {
    check(&[
        (
            "Die Prüfer kritisieren die Buchhaltung, sprechen aber davon, dass der Verein gerettet sei.",
            &[
                ("reported", "die Buchhaltung", "Die Prüfer"),
                ("indirect", "der Verein gerettet sei", "Die Prüfer"),
            ],
        ),
        (
            "Das Haus sei leer, sagte aber die Wirtin.",
            &[("indirect", "Das Haus sei leer", "die Wirtin")],
        ),
    ]);
}

#[test]
fn dies_points_to_the_sentence_before() {
    check(&[
        (
            "Die Strecke bleibt gesperrt. Dies bestätigte Wolgast am Abend.",
            &[("indirect", "Die Strecke bleibt gesperrt", "Wolgast")],
        ),
        (
            "Die Strecke bleibt gesperrt. Das bestätigte die Sprecherin Henrike Wolgast.",
            &[(
                "indirect",
                "Die Strecke bleibt gesperrt",
                "die Sprecherin Henrike Wolgast",
            )],
        ),
    ]);
}

#[test]
fn what_somebody_professes() {
    check(&[
        (
            "Zeugen wollen einen roten Kombi gesehen haben.",
            &[("indirect", "einen roten Kombi gesehen haben", "Zeugen")],
        ),
        ("Der Verein will einen neuen Platz bauen.", &[]),
    ]);
}

#[test]
fn sources_of_other_forms() {
    check(&[
        (
            "Wie sich aus der Auswertung der Daten ergab, hatte der Pilot geschlafen.",
            &[("indirect", "hatte der Pilot geschlafen", "der Auswertung der Daten")],
        ),
        (
            "Dem Vernehmen nach soll die Wirtin das Haus behalten.",
            &[("indirect", "soll die Wirtin das Haus behalten", "")],
        ),
        (
            "Gerüchten zu Folge ist das falsch.",
            &[("indirect", "ist das falsch", "Gerüchten")],
        ),
        (
            "Es gibt Gerüchte, nach denen die Wirtin krank ist.",
            &[("indirect", "die Wirtin krank ist", "Gerüchte")],
        ),
        (
            "Der Wald wird in zehn Jahren verschwunden sein, so schätzen die Forscher.",
            &[(
                "indirect",
                "Der Wald wird in zehn Jahren verschwunden sein",
                "die Forscher",
            )],
        ),
        (
            "Denn wie die Polizei berichtete, war der Keller leer.",
            &[("indirect", "war der Keller leer", "die Polizei")],
        ),
        (
            "Die Staatsanwaltschaft war sicher, dass die Beweise reichen.",
            &[("indirect", "die Beweise reichen", "Die Staatsanwaltschaft")],
        ),
        (
            "In dem Schreiben war von einem „offenen Dialog“ die Rede.",
            &[("direct", "offenen Dialog", "dem Schreiben")],
        ),
        (
            "Die Bahn spricht von einer Zumutung.",
            &[("reported", "von einer Zumutung", "Die Bahn")],
        ),
        (
            "Von einem „Meilenstein“ sprach die Rätin, von einer „Posse“ die Opposition.",
            &[
                ("direct", "Meilenstein", "die Rätin"),
                ("direct", "Posse", "die Opposition"),
            ],
        ),
    ]);
}

#[test]
fn what_is_withheld_is_not_said() {
    check(&[
        (
            "Ob es Verletzte gab, konnte ein Sprecher der Feuerwehr zunächst nicht sagen.",
            &[],
        ),
        ("Die Firma wollte nicht bestätigen, dass sie das Werk verkauft.", &[]),
        (
            "Die Polizei konnte nicht ausschließen, dass es Brandstiftung war.",
            &[("indirect", "es Brandstiftung war", "Die Polizei")],
        ),
    ]);
}
