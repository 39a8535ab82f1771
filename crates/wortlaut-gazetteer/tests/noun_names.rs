//! People whose names are common nouns.

mod common;

use common::check;

#[test]
fn a_first_name_that_is_a_noun_and_a_noun() {
    check(&[
        ("Peter Linse zeichnet Karten.", &["Peter Linse|name|Peter Linse"]),
        ("Der Verein ehrt Peter Linse.", &["Peter Linse|name|Peter Linse"]),
        ("„Wir sind bereit“, sagte Rosa Linse.", &["Rosa Linse|name|Rosa Linse"]),
        ("Wie Rosa Kraft sagte, sei alles gut.", &["Rosa Kraft|name|Rosa Kraft"]),
        (
            "Heide Acker, Vorsitzende des Vereins, dankte.",
            &["Heide Acker|name|Heide Acker"],
        ),
        ("Rose Linse (54) tritt an.", &["Rose Linse|name|Rose Linse"]),
        ("Ein Bild von Rosa Linse hängt dort.", &["Rosa Linse|name|Rosa Linse"]),
        ("Der 45-jährige Wolf Linse gestand.", &["Wolf Linse|name|Wolf Linse"]),
        ("Mark Brand wurde geehrt.", &["Mark Brand|name|Mark Brand"]),
    ]);
}

#[test]
fn two_nouns_that_are_no_name() {
    check(&[
        ("Mark kostete das Brot nicht.", &[]),
        ("Zehn Mark Strafe waren zu zahlen.", &[]),
        ("Es wurde ernst.", &[]),
        ("Ernst Miene machte er keine.", &[]),
        ("Rosa Blumen blühten im Garten.", &[]),
        ("Kraft Gesetzes erlischt der Vertrag.", &[]),
        ("Viola Unterricht gibt es montags auch.", &[]),
        ("Der Wolf Bestand wächst.", &[]),
        ("Wolf Angriff auf Schafe.", &[]),
        ("Die Rose Sorten blühen.", &[]),
    ]);
}

#[test]
fn a_surname_that_is_a_noun_behind_an_office_or_a_verb_of_saying() {
    check(&[
        ("Minister Holz lehnte ab.", &["Holz|surname|Holz"]),
        ("Präsident Linse tritt zurück.", &["Linse|surname|Linse"]),
        ("Sprecherin Linse bestätigte das.", &["Linse|surname|Linse"]),
        ("„Das geht nicht“, sagte Holz.", &["Holz|surname|Holz"]),
        ("„Das geht nicht“, sagte Linse am Montag.", &["Linse|surname|Linse"]),
        ("Das gehe nicht, betonte Holz.", &["Holz|surname|Holz"]),
        ("Frau Sommer kam zu spät.", &["Sommer|surname|Sommer"]),
    ]);
}

#[test]
fn nouns_behind_an_office_or_a_verb_that_are_no_name() {
    check(&[
        ("Der Minister Holz verkaufen zu lassen, war teuer.", &[]),
        ("Er kam, sagte Termine ab und ging.", &[]),
        ("Er kam, sagte Bescheid und ging.", &[]),
        ("Sie sagte Wahlkampf und meinte Krieg.", &[]),
        ("Sie kamen, forderten Geld und gingen.", &[]),
    ]);
}

#[test]
fn people_the_police_does_not_name_in_full() {
    check(&[
        ("Sein Bruder Kevin M. (17) sprang.", &["Kevin M.|name|Kevin M."]),
        ("Das ist Plan B. Er war gut.", &[]),
    ]);
}
