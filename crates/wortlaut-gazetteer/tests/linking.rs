//! One entity for each thing of a document.

mod common;
use common::{check, recognize};
use wortlaut_text::{EntityKind, Gender};

#[test]
fn short_forms_of_people() {
    check(&[
        (
            "Ostholt im Amt bestätigt\nMinisterin Lena Ostholt bleibt. Das freut Ostholt. Ostholts Rede half der Ostholt-Partei.",
            &[
                "Ostholt|surname|Lena Ostholt",
                "Lena Ostholt|name|Lena Ostholt",
                "Ostholt|surname|Lena Ostholt",
                "Ostholts|genitive|Lena Ostholt",
                "Ostholt-Partei|compound|Lena Ostholt",
            ],
        ),
        (
            "Bruno Kalk zählt Stimmen. Kalk lacht. Der Kalk rieselt.",
            &["Bruno Kalk|name|Bruno Kalk", "Kalk|surname|Bruno Kalk"],
        ),
        (
            "Ralf Quandtmann kam. „Ralf soll gehen“, rief einer.",
            &["Ralf Quandtmann|name|Ralf Quandtmann", "Ralf|surname|Ralf Quandtmann"],
        ),
        (
            "Anna Lüttgau kam. Später kam Bernd Lüttgau. Lüttgau lachte.",
            &[
                "Anna Lüttgau|name|Anna Lüttgau",
                "Bernd Lüttgau|name|Bernd Lüttgau",
                "Lüttgau|surname|Bernd Lüttgau",
            ],
        ),
        (
            "Olaf Scholz kam. Scholz sprach.",
            &["Olaf Scholz|name|Olaf Scholz", "Scholz|surname|Olaf Scholz"],
        ),
        (
            "Mira Trump kam. Trump sprach.",
            &["Mira Trump|name|Mira Trump", "Trump|surname|Mira Trump"],
        ),
        (
            "Das sagte Henrik von Malendorf. Malendorf lachte.",
            &[
                "Henrik von Malendorf|name|Henrik von Malendorf",
                "Malendorf|surname|Henrik von Malendorf",
            ],
        ),
    ]);
}

#[test]
fn clubs_and_towns() {
    check(&[
        (
            "Der VfB Altena siegte. Altena jubelte. Der VfB feierte in Altena.",
            &[
                "VfB Altena|name|VfB Altena",
                "Altena|name|VfB Altena",
                "VfB|name|VfB Altena",
                "Altena|name|Altena",
            ],
        ),
        (
            "Rot-Weiß Hattingen verlor. Die Rot-Weißen fuhren heim.",
            &[
                "Rot-Weiß Hattingen|name|Rot-Weiß Hattingen",
                "Rot-Weißen|name|Rot-Weiß Hattingen",
            ],
        ),
        (
            "Sie wohnt in Lüttersau. Der Lüttersauer Rat tagt.",
            &["Lüttersau|name|Lüttersau", "Lüttersauer|derived|Lüttersau"],
        ),
    ]);
}

#[test]
fn identifiers_gender_and_kind() {
    let names = recognize("Wladimir Putin flog nach Riad. Die Sprecherin Tilda Moraveci und die Bundesbank schwiegen.");
    let entity = |name: &str| names.entities.iter().find(|entity| entity.name == name).unwrap();
    assert_eq!(entity("Wladimir Putin").id("wikidata"), Some("Q7747"));
    assert_eq!(entity("Wladimir Putin").gender, Some(Gender::Masculine));
    assert_eq!(entity("Riad").id("wikidata"), Some("Q3692"));
    assert_eq!(entity("Tilda Moraveci").gender, Some(Gender::Feminine));
    assert_eq!(entity("Tilda Moraveci").kind, EntityKind::Person);
    assert_eq!(entity("Bundesbank").kind, EntityKind::Organization);
}

#[test]
fn a_compound_knows_its_part() {
    let text = "Der SPD-Chef sprach.";
    let names = recognize(text);
    let part = names.mentions[0].part.unwrap();
    assert_eq!(part.slice(text), "SPD");
}

#[test]
fn a_metonym_stays_what_it_is_and_says_so() {
    let names = recognize("Der Kreml schwieg.");
    assert_eq!(names.entities[0].kind, EntityKind::Organization);
    assert!(
        names.mentions[0]
            .evidence
            .iter()
            .any(|reason| reason.rule.as_str() == "entity.metonym")
    );
}
