//! Institutions that are named by a class noun and what follows it, taken whole.

mod common;

use common::check;

#[test]
fn a_head_and_the_place_it_is_named_after() {
    check(&[
        // A town that is a common noun too, one that nobody knows, and one that looks like a compound.
        (
            "Die Sparkasse Bünde schließt drei Filialen.",
            &["Sparkasse Bünde|name|Sparkasse Bünde"],
        ),
        (
            "Das teilte die Kreissparkasse Quandtstedt mit.",
            &["Kreissparkasse Quandtstedt|name|Kreissparkasse Quandtstedt"],
        ),
        (
            "Die Stadtwerke Lüttersau kündigten an, die Preise zu senken.",
            &["Stadtwerke Lüttersau|name|Stadtwerke Lüttersau"],
        ),
        (
            "Die Stadtwerke Essen bauen um.",
            &["Stadtwerke Essen|name|Stadtwerke Essen"],
        ),
        (
            "Das Universitätsklinikum Ostholt behandelt die Verletzten.",
            &["Universitätsklinikum Ostholt|name|Universitätsklinikum Ostholt"],
        ),
        (
            "Der Sprecher des Amtsgerichts Ostholt bestätigte das.",
            &["Amtsgerichts Ostholt|genitive|Amtsgericht Ostholt"],
        ),
        (
            "Die Freiwillige Feuerwehr Quandtstedt löschte den Brand.",
            &["Freiwillige Feuerwehr Quandtstedt|name|Freiwillige Feuerwehr Quandtstedt"],
        ),
        (
            "Die Industrie- und Handelskammer Ostwestfalen warnt.",
            &["Industrie- und Handelskammer Ostwestfalen|name|Industrie- und Handelskammer Ostwestfalen"],
        ),
        (
            "Der SPD-Kreisverband Quandtstedt tagt.",
            &["SPD-Kreisverband Quandtstedt|name|SPD-Kreisverband Quandtstedt"],
        ),
        (
            "Die Volksbank Ostholt eG wächst.",
            &["Volksbank Ostholt eG|name|Volksbank Ostholt eG"],
        ),
    ]);
}

#[test]
fn other_words_after_a_head_are_no_part_of_it() {
    check(&[
        ("Eine Sparkasse in Bünde schließt.", &["Bünde|name|Bünde"]),
        ("Die Sparkasse Anfang Mai zu schließen, wäre falsch.", &[]),
        ("Die Stadtwerke Freitag zu besuchen, war schön.", &[]),
        ("Die Feuerwehr Kindern zu zeigen, macht Spaß.", &[]),
        ("Das Klinikum Patienten vorzuenthalten, wäre falsch.", &[]),
        ("Die Polizei Geschäftsführern zu empfehlen, ist leicht.", &[]),
    ]);
}

#[test]
fn bodies_for_a_subject() {
    check(&[
        (
            "Die Stiftung für Meeresschutz warnt vor Lärm.",
            &["Stiftung für Meeresschutz|name|Stiftung für Meeresschutz"],
        ),
        (
            "Das Amt für Landwirtschaft Quandtstedt prüft den Antrag.",
            &["Amt für Landwirtschaft Quandtstedt|name|Amt für Landwirtschaft Quandtstedt"],
        ),
        (
            "Das Landesamt für Bergbau, Energie und Geologie misst, was bebt.",
            &["Landesamt für Bergbau, Energie und Geologie|name|Landesamt für Bergbau, Energie und Geologie"],
        ),
        (
            "Das Zentrum für politische Bildung lädt ein.",
            &["Zentrum für politische Bildung|name|Zentrum für politische Bildung"],
        ),
        // Without the definite article it is a common noun, and so it is before an article or a word of time.
        ("Ein Amt für Umwelt gibt es nicht.", &[]),
        ("Das Amt für den Bürger zu öffnen, ist das Ziel.", &[]),
        ("Sein Amt für Jahre zu verlieren, schmerzt.", &[]),
        ("Die Bank für Gäste steht im Garten.", &[]),
    ]);
}

#[test]
fn bodies_of_parties_keep_the_party_as_their_part() {
    check(&[
        (
            "Die Bundestagsfraktion der FDP lehnt den Entwurf ab.",
            &["Bundestagsfraktion der FDP|name|Bundestagsfraktion der FDP"],
        ),
        (
            "Die Ratsfraktion der Grünen stimmt zu.",
            &["Ratsfraktion der Grünen|name|Ratsfraktion der Grünen"],
        ),
        (
            "Die Kasse des Kreisverbands der SPD ist leer.",
            &["Kreisverbands der SPD|genitive|Kreisverband der SPD"],
        ),
        ("Die Fraktion der Schüler ist klein.", &[]),
    ]);
    let text = "Die Bundestagsfraktion der FDP lehnt ab.";
    let names = common::recognize(text);
    let part = names.mentions.first().and_then(|mention| mention.part);
    assert_eq!(part.map(|part| part.slice(text)), Some("FDP"));
}

#[test]
fn publishers_and_banks_after_a_word_nothing_explains() {
    check(&[
        (
            "Das Buch erscheint im Quellmann Verlag.",
            &["Quellmann Verlag|name|Quellmann Verlag"],
        ),
        (
            "Die Ostholt Bank eG meldet Gewinn.",
            &["Ostholt Bank eG|name|Ostholt Bank eG"],
        ),
        (
            "Der Maschinenbauer Vosskamp SE senkt die Prognose.",
            &["Vosskamp SE|name|Vosskamp SE"],
        ),
        ("Der Verlag meldete Insolvenz an.", &[]),
    ]);
}

#[test]
fn a_capital_adjective_inside_a_sentence_makes_a_name() {
    check(&[
        (
            "Er liest im Naturhistorischen Museum aus seinem Buch.",
            &["Naturhistorischen Museum|name|Naturhistorisches Museum"],
        ),
        ("Er liest in einem kleinen Museum aus seinem Buch.", &[]),
        ("Kleine Museen klagen.", &[]),
    ]);
}

#[test]
fn letters_with_a_definite_article() {
    check(&[
        ("Der QNB prüft den Antrag.", &["QNB|name|QNB"]),
        ("Das bestätigte die QETU am Montag.", &["QETU|name|QETU"]),
        ("Die DVD liegt bei.", &[]),
        ("Der PKW fuhr weiter.", &[]),
        ("DAS QNB GEWINNT", &[]),
        ("Wir kauften QNB und mehr.", &[]),
    ]);
}
