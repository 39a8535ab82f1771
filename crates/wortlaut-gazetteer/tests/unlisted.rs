//! Names that no list knows: people, organisations, places, things.

mod common;
use common::check;

#[test]
fn people() {
    check(&[
        (
            "Sie heißt Friederike Ostholt.",
            &["Friederike Ostholt|name|Friederike Ostholt"],
        ),
        (
            "Bürgermeister Jens Quandtmann kam zu spät.",
            &["Jens Quandtmann|name|Jens Quandtmann"],
        ),
        (
            "Der Historiker Wilm Tjarksen las vor.",
            &["Wilm Tjarksen|name|Wilm Tjarksen"],
        ),
        ("Herr Quandtmann fehlte.", &["Quandtmann|surname|Quandtmann"]),
        ("Frau Koch lachte.", &["Koch|surname|Koch"]),
        ("Frau Ministerin, bitte!", &[]),
        (
            "Trainer Zdravko Mihalić schwieg.",
            &["Zdravko Mihalić|name|Zdravko Mihalić"],
        ),
        (
            "Heinz-Peter Lüttgau starb.",
            &["Heinz-Peter Lüttgau|name|Heinz-Peter Lüttgau"],
        ),
        (
            "Das sagte Henrik von Malendorf.",
            &["Henrik von Malendorf|name|Henrik von Malendorf"],
        ),
        (
            "Das sagte Anna von der Heydten.",
            &["Anna von der Heydten|name|Anna von der Heydten"],
        ),
        ("Karl F. Ostholt malt.", &["Karl F. Ostholt|name|Karl F. Ostholt"]),
        (
            "Renate Kogler-Lüttgau las vor.",
            &["Renate Kogler-Lüttgau|name|Renate Kogler-Lüttgau"],
        ),
        ("Der 45-jährige Quandtmann fehlte.", &["Quandtmann|surname|Quandtmann"]),
        ("Bjarte Olhovd (37) gewann.", &["Bjarte Olhovd|name|Bjarte Olhovd"]),
        (
            "Tilda Moraveci, Sprecherin der Bank, schwieg.",
            &["Tilda Moraveci|name|Tilda Moraveci"],
        ),
        // As nouns they would be genitives, which need an article.
        (
            "Sprecherin Wiebke Reimers widersprach.",
            &["Wiebke Reimers|name|Wiebke Reimers"],
        ),
        (
            "Trainer Tjorven Winters lobte die Fans.",
            &["Tjorven Winters|name|Tjorven Winters"],
        ),
        (
            "Das sagte Trainer Quandtmann Fans und Reportern.",
            &["Quandtmann|surname|Quandtmann"],
        ),
        ("„Das reicht“, sagte Ostholt.", &["Ostholt|surname|Ostholt"]),
        ("Seine Frau Annemarie blieb.", &["Annemarie|surname|Annemarie"]),
        (
            "Dr. Ulrike Stavehagen operierte.",
            &["Ulrike Stavehagen|name|Ulrike Stavehagen"],
        ),
        ("Helmut Prinz kam.", &["Helmut Prinz|name|Helmut Prinz"]),
        ("Der Prinz kam.", &[]),
        ("Papst Quirin IV. reiste ab.", &["Quirin IV.|name|Quirin IV."]),
        ("Peter Weber heiratete.", &["Peter Weber|name|Peter Weber"]),
        (
            "Prof. Müller sprach. Müller warnte.",
            &["Müller|surname|Müller", "Müller|surname|Müller"],
        ),
        ("Der Mark fehlte die Kraft.", &[]),
    ]);
}

#[test]
fn organizations() {
    check(&[
        (
            "Die Quandtmann Logistik GmbH wächst.",
            &["Quandtmann Logistik GmbH|name|Quandtmann Logistik GmbH"],
        ),
        ("Die Firma Telvara baut aus.", &["Telvara|name|Telvara"]),
        ("Der Chiphersteller Okunari wächst.", &["Okunari|name|Okunari"]),
        ("Der VfB Altena gewann.", &["VfB Altena|name|VfB Altena"]),
        (
            "Der 1. FC Quandtstedt stieg auf.",
            &["1. FC Quandtstedt|name|1. FC Quandtstedt"],
        ),
        (
            "Das Landgericht Ulm urteilte.",
            &["Landgericht Ulm|name|Landgericht Ulm"],
        ),
        (
            "Sie lehrt an der Universität Bremen.",
            &["Universität Bremen|name|Universität Bremen"],
        ),
        (
            "Das Verkehrsministerium prüft.",
            &["Verkehrsministerium|name|Verkehrsministerium"],
        ),
        (
            "Der Sprecher des Verkehrsministeriums schwieg.",
            &["Verkehrsministeriums|genitive|Verkehrsministerium"],
        ),
        (
            "Die Nordische Küstenwacht (NKW) half. Die NKW rief an.",
            &[
                "Nordische Küstenwacht|name|Nordische Küstenwacht",
                "NKW|name|Nordische Küstenwacht",
                "NKW|name|Nordische Küstenwacht",
            ],
        ),
        (
            "Die Berliner Philharmoniker spielten.",
            &["Berliner Philharmoniker|name|Berliner Philharmoniker"],
        ),
        (
            "Kessel & Quandt liefert aus.",
            &["Kessel & Quandt|name|Kessel & Quandt"],
        ),
        (
            "Die Oberliga Westfalen pausiert.",
            &["Oberliga Westfalen|name|Oberliga Westfalen"],
        ),
    ]);
}

#[test]
fn places_and_things() {
    check(&[
        (
            "Quandtstedt (dpa) - Es regnet.",
            &["Quandtstedt|name|Quandtstedt", "dpa|name|Deutsche Presse-Agentur"],
        ),
        ("Sie wohnt in Lüttersau.", &["Lüttersau|name|Lüttersau"]),
        ("Das Dorf Arpatschen wurde geräumt.", &["Arpatschen|name|Arpatschen"]),
        (
            "In der Lüttgaustraße brannte es.",
            &["Lüttgaustraße|name|Lüttgaustraße"],
        ),
        ("Die Hauptstraße ist gesperrt.", &[]),
        ("Das Festival »Quellklang« beginnt.", &["Quellklang|name|Quellklang"]),
        (
            "Die Raumsonde »Kephalon« startete. »Kephalon« fliegt.",
            &["Kephalon|name|Kephalon", "Kephalon|name|Kephalon"],
        ),
        (
            "Am Frankfurter Hauptbahnhof stand alles.",
            &["Frankfurter Hauptbahnhof|name|Frankfurter Hauptbahnhof"],
        ),
    ]);
}
