//! Classes of error seen in articles by others: what a rule must find, and what it must leave alone. All sentences made up.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod common;

use common::{quotations, read};

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
fn marked_words_of_indirect_speech_are_direct_too() {
    check(&[
        (
            "Die Baudezernentin sagte, der Plan sei „weder klug noch billig“ gewesen.",
            &[
                (
                    "mixed",
                    "der Plan sei „weder klug noch billig“ gewesen",
                    "Die Baudezernentin",
                ),
                ("direct", "weder klug noch billig", "Die Baudezernentin"),
            ],
        ),
        (
            "Der Verband erwarte „endlich feste Zusagen“, so die Direktorin.",
            &[
                ("mixed", "Der Verband erwarte „endlich feste Zusagen“", "die Direktorin"),
                ("direct", "endlich feste Zusagen", "die Direktorin"),
            ],
        ),
        // A title is nobody's words.
        (
            "Die Direktorin sagte, der Film „Das Wehr“ sei fertig.",
            &[("indirect", "der Film „Das Wehr“ sei fertig", "Die Direktorin")],
        ),
    ]);
}

#[test]
fn marked_words_point_to_their_sentence() {
    let text = "Die Direktorin sagte, der Plan sei „viel zu teuer“. Er komme „zu spät“.";
    let found = quotations(text, &[], &[], &[]);
    let links: Vec<(Option<usize>, Option<usize>)> = found
        .iter()
        .map(|q| (q.within.map(|w| w.index()), q.continues.map(|c| c.index())))
        .collect();
    assert_eq!(links, [(None, None), (Some(0), None), (None, Some(0)), (Some(2), None)]);
    assert_eq!(found[1].speaker, found[0].speaker);
}

#[test]
fn konjunktiv_after_a_colon() {
    check(&[
        (
            "Kritik kam aus dem Rathaus: Höhere Mieten wären ungerecht, sagte die Dezernentin.",
            &[("indirect", "Höhere Mieten wären ungerecht", "die Dezernentin")],
        ),
        (
            "Auch im Dorf gab es Zweifel: Er rechne mit Staus, so der Bürgermeister.",
            &[("indirect", "Er rechne mit Staus", "der Bürgermeister")],
        ),
        (
            "Der Trainer machte den Platz verantwortlich: Auf diesem Acker habe niemand spielen können.",
            &[(
                "indirect",
                "Auf diesem Acker habe niemand spielen können",
                "Der Trainer",
            )],
        ),
        // In the indicative all of it is what is said.
        (
            "Die Lage ist ernst: Es fehlt an Geld, sagte die Dezernentin.",
            &[("indirect", "Die Lage ist ernst: Es fehlt an Geld", "die Dezernentin")],
        ),
        ("Die Gründe sind bekannt: Es fehlt an Geld.", &[]),
    ]);
}

#[test]
fn sources_vouch_for_their_clause() {
    check(&[
        (
            "Das Haus ist laut Polizei unbewohnbar, zwei Mieter kamen bei Freunden unter.",
            &[("indirect", "Das Haus ist … unbewohnbar", "Polizei")],
        ),
        (
            "Das Haus ist laut Polizei unbewohnbar, zwei Mieter sollen verletzt sein.",
            &[(
                "indirect",
                "Das Haus ist … unbewohnbar, zwei Mieter sollen verletzt sein",
                "Polizei",
            )],
        ),
        (
            "Das Haus ist laut Polizei unbewohnbar und bleibt gesperrt.",
            &[("indirect", "Das Haus ist … unbewohnbar und bleibt gesperrt", "Polizei")],
        ),
        (
            "Der Gewinn stieg um ein Drittel, wie aus dem Zwischenbericht hervorgeht.",
            &[("indirect", "Der Gewinn stieg um ein Drittel", "dem Zwischenbericht")],
        ),
    ]);
}

#[test]
fn clauses_that_are_part_of_another_keep_their_conjunction() {
    check(&[
        (
            "Ob es Brandstiftung war, werde noch geprüft, sagte die Polizistin.",
            &[(
                "indirect",
                "Ob es Brandstiftung war, werde noch geprüft",
                "die Polizistin",
            )],
        ),
        (
            "Ob es Brandstiftung war, fragte die Polizistin.",
            &[("indirect", "es Brandstiftung war", "die Polizistin")],
        ),
    ]);
}

#[test]
fn verbs_with_words_of_their_own() {
    check(&[
        (
            "Die Brücke sei marode, gab der Ingenieur zu bedenken.",
            &[("indirect", "Die Brücke sei marode", "der Ingenieur")],
        ),
        (
            "Der Ingenieur machte geltend, die Brücke sei marode.",
            &[("indirect", "die Brücke sei marode", "Der Ingenieur")],
        ),
        ("Der Ingenieur gab der Stadt zu tun.", &[]),
    ]);
}

#[test]
fn any_verb_frames_an_utterance_before_it() {
    check(&[
        (
            "„Ich war auch auf diesem Schiff“, hatte ihre Mutter ihr einmal anvertraut.",
            &[("direct", "Ich war auch auf diesem Schiff", "ihre Mutter")],
        ),
        (
            "„Wir haben alles versucht.“ Mit diesen Worten trat der Direktor ab.",
            &[("direct", "Wir haben alles versucht.", "der Direktor")],
        ),
    ]);
}

#[test]
fn attitudes_and_verdicts() {
    check(&[
        (
            "Der Trainer reagierte „tief enttäuscht und müde“.",
            &[("direct", "tief enttäuscht und müde", "Der Trainer")],
        ),
        (
            "Die Direktorin hält die Sorge für übertrieben.",
            &[("reported", "die Sorge für übertrieben", "Die Direktorin")],
        ),
        (
            "Die Direktorin nannte den Umbau überfällig.",
            &[("reported", "den Umbau überfällig", "Die Direktorin")],
        ),
        (
            "Die Regierung sieht darin „keinen Anlass zur Sorge“.",
            &[("direct", "keinen Anlass zur Sorge", "Die Regierung")],
        ),
        ("Die Regierung sah im „Sandhof“ einen Film.", &[]),
        ("Die Direktorin hält den Schlüssel für das alte Tor.", &[]),
        ("Die Direktorin nannte vier Gründe.", &[]),
    ]);
}

#[test]
fn verbs_said_once() {
    check(&[
        (
            "Der Bürgermeister sprach von „reiner Symbolik“, die Kämmerin von einem „Rückfall in alte Zeiten“.",
            &[
                ("direct", "reiner Symbolik", "Der Bürgermeister"),
                ("direct", "Rückfall in alte Zeiten", "die Kämmerin"),
            ],
        ),
        (
            "Wie es aus dem Rathaus hieß, soll der Plan am Montag kommen.",
            &[("indirect", "soll der Plan am Montag kommen", "dem Rathaus")],
        ),
        (
            "Aus dem Rathaus verlautete, beide trügen den Plan mit.",
            &[("indirect", "beide trügen den Plan mit", "dem Rathaus")],
        ),
        // No speech in the second half.
        (
            "Der Bürgermeister sprach von „reiner Symbolik“, die Kämmerin trug „Die Glocke“ vor.",
            &[("direct", "reiner Symbolik", "Der Bürgermeister")],
        ),
    ]);
}

#[test]
fn the_nearer_verb_has_the_words() {
    let found = read("„Die Zahlen sind schlecht“, warnte die Ärztin und forderte „sofortige Schritte“.");
    let cues: Vec<&[String]> = found.iter().map(|q| q.cue.as_slice()).collect();
    assert_eq!(cues, [["warnte".to_owned()], ["forderte".to_owned()]]);
}

#[test]
fn a_medium_behind_the_speaker_is_to_whom() {
    check(&[
        (
            "Es werde eng, sagte die Ministerin der „Neuen Post“.",
            &[("indirect", "Es werde eng", "die Ministerin")],
        ),
        (
            "Es werde eng, sagte der Sprecher der „Neuen Post“.",
            &[("indirect", "Es werde eng", "der Sprecher der „Neuen Post“")],
        ),
        (
            "Der Verbandschef hält das für „puren Aktionismus“.",
            &[("direct", "puren Aktionismus", "Der Verbandschef")],
        ),
    ]);
}

#[test]
fn verbs_of_speech_without_speech() {
    check(&[
        ("Der Trainer haderte mit dem Platz.", &[]),
        ("Die Autorin erzählt in „Sandbank“ von drei Brüdern.", &[]),
        ("Der Minister hatte die Vorlage zur Annahme empfohlen.", &[]),
        ("Der Minister hat die neuen Preise bekanntgegeben.", &[]),
        (
            "Der Minister hat seinen Rücktritt bekanntgegeben.",
            &[("reported", "seinen Rücktritt", "Der Minister")],
        ),
        // The narrator weighs what may come.
        (
            "Nach Angaben der Polizei ist die Straße frei. Der Rat könnte bald zustimmen.",
            &[("indirect", "ist die Straße frei", "der Polizei")],
        ),
        (
            "Die Polizei teilte mit, die Straße sei frei. Autos könnten wieder fahren.",
            &[
                ("indirect", "die Straße sei frei", "Die Polizei"),
                ("indirect", "Autos könnten wieder fahren", "Die Polizei"),
            ],
        ),
    ]);
}

#[test]
fn those_who_are_interviewed_quote_others() {
    let text = "Kurier: Wie war der erste Tag?\n\nHolm: Kalt. Ein Kollege sagte zu mir: „Das wird nichts.“ Es wurde doch etwas.\n\nKurier: Was kam danach?\n\nHolm: Viel Arbeit. Ich sage immer: „Es geht.“";
    let found: Vec<(String, String)> = read(text).into_iter().map(|q| (q.content, q.speaker)).collect();
    let has = |content: &str, speaker: &str| found.iter().any(|(c, s)| c == content && s == speaker);
    assert!(has("Das wird nichts.", "Ein Kollege"), "{found:?}");
    assert!(has("Es geht.", "Ich"), "{found:?}");
    let text = "Kurier: Herr Holm hat Ihnen vorgeworfen, Sie würden alles kleinreden. Stimmt das?\n\nHolm: Nein. Man sagt, das sei so.\n\nKurier: Sie schreiben, die Zeit sei knapp.\n\nHolm: Ja, sie ist knapp.";
    let found: Vec<(String, String)> = read(text).into_iter().map(|q| (q.content, q.speaker)).collect();
    let has = |content: &str, speaker: &str| found.iter().any(|(c, s)| c == content && s == speaker);
    assert!(has("Sie würden alles kleinreden", "Herr Holm"), "{found:?}");
    assert!(has("die Zeit sei knapp", "Sie"), "{found:?}");
    assert!(!found.iter().any(|(content, _)| content == "das sei so"), "{found:?}");
}

#[test]
fn a_users_prepositions_name_sources() {
    use wortlaut_quote::{CueList, QuoteAttributor, QuoteInput, QuoteOptions};
    let text = "Ausweislich einer Studie ist der See sauber.";
    let tokens = wortlaut_tokenize::Tokenizer::new().tokenize(text);
    let syntax = wortlaut_syntax::Parser::new().parse(text, &tokens);
    let input = QuoteInput::new(text, &tokens, &syntax);
    let mut options = QuoteOptions::default();
    options.cues = CueList::parse("mine.tsv", "prep\tausweislich\t-\tw\tsafe\t-").unwrap();
    assert_eq!(QuoteAttributor::german().attribute(&input).len(), 0);
    let found = QuoteAttributor::with_options(options).attribute(&input);
    assert_eq!(found[0].content[0].slice(text), "ist der See sauber");
    assert_eq!(found[0].speaker.unwrap().span.slice(text), "einer Studie");
}
