//! Names that no list knows: people, organisations, places, things.

mod common;
use common::check;

#[test]
fn people() {
    check(&[
        (
            "Sie heißt Wilhelmine Ostholt.",
            &["Wilhelmine Ostholt|name|Wilhelmine Ostholt"],
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
            "Karl-Otto Lüttgau starb.",
            &["Karl-Otto Lüttgau|name|Karl-Otto Lüttgau"],
        ),
        (
            "Das sagte Arndt von Bredendorf.",
            &["Arndt von Bredendorf|name|Arndt von Bredendorf"],
        ),
        (
            "Das sagte Anna von der Heydten.",
            &["Anna von der Heydten|name|Anna von der Heydten"],
        ),
        ("Karl F. Ostholt malt.", &["Karl F. Ostholt|name|Karl F. Ostholt"]),
        (
            "Hilde Brandl-Lüttgau las vor.",
            &["Hilde Brandl-Lüttgau|name|Hilde Brandl-Lüttgau"],
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
        ("Seine Frau Hedwig blieb.", &["Hedwig|surname|Hedwig"]),
        (
            "Dr. Edda Stavehagen operierte.",
            &["Edda Stavehagen|name|Edda Stavehagen"],
        ),
        ("Edgar Prinz kam.", &["Edgar Prinz|name|Edgar Prinz"]),
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
        ("Die Firma Norvaxa baut aus.", &["Norvaxa|name|Norvaxa"]),
        ("Der Chiphersteller Dalvero wächst.", &["Dalvero|name|Dalvero"]),
        ("Der VfL Gera gewann.", &["VfL Gera|name|VfL Gera"]),
        (
            "Der 1. FC Quandtstedt stieg auf.",
            &["1. FC Quandtstedt|name|1. FC Quandtstedt"],
        ),
        (
            "Das Landgericht Ulm urteilte.",
            &["Landgericht Ulm|name|Landgericht Ulm"],
        ),
        (
            "Sie lehrt an der Universität Kassel.",
            &["Universität Kassel|name|Universität Kassel"],
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
        ("Börne & Quandt liefert aus.", &["Börne & Quandt|name|Börne & Quandt"]),
        (
            "Die Landesliga Sachsen pausiert.",
            &["Landesliga Sachsen|name|Landesliga Sachsen"],
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
        ("Das Dorf Welschbrunn feiert.", &["Welschbrunn|name|Welschbrunn"]),
        (
            "In der Lüttgaustraße brannte es.",
            &["Lüttgaustraße|name|Lüttgaustraße"],
        ),
        ("Die Hauptstraße ist gesperrt.", &[]),
        ("Das Festival »Nachtlicht« beginnt.", &["Nachtlicht|name|Nachtlicht"]),
        (
            "Die Fähre »Thalora« legte ab. »Thalora« fährt.",
            &["Thalora|name|Thalora", "Thalora|name|Thalora"],
        ),
        (
            "Am Frankfurter Hauptbahnhof stand alles.",
            &["Frankfurter Hauptbahnhof|name|Frankfurter Hauptbahnhof"],
        ),
    ]);
}

#[test]
fn institutions_by_structure() {
    check(&[
        (
            "Das Lüttgau-Institut schloss.",
            &["Lüttgau-Institut|name|Lüttgau-Institut"],
        ),
        ("Die Lüttgau-Brücke sackte ab.", &["Lüttgau-Brücke|name|Lüttgau-Brücke"]),
        ("Die Holz-Brücke sackte ab.", &[]),
        (
            "Die Ostholt Capital kaufte zu.",
            &["Ostholt Capital|name|Ostholt Capital"],
        ),
        (
            "Soldaten der 26. Gebirgsbrigade halfen.",
            &["26. Gebirgsbrigade|name|26. Gebirgsbrigade"],
        ),
        ("Das freut Pro Moor sehr.", &["Pro Moor|name|Pro Moor"]),
        ("Pro Kopf sind es zwei.", &[]),
        (
            "Der Verband Seebrücken Deutschland warnt.",
            &["Seebrücken Deutschland|name|Seebrücken Deutschland"],
        ),
        (
            "Die Firma Elbe-Recycling wächst.",
            &["Elbe-Recycling|name|Elbe-Recycling"],
        ),
        (
            "Sie führt das Museum der schönen Künste.",
            &["Museum der schönen Künste|name|Museum der schönen Künste"],
        ),
        ("Im Gasthof »Zum Quast« brannte es.", &["Zum Quast|name|Zum Quast"]),
        ("Der Gemeinderat Quandtstedt tagt.", &["Quandtstedt|name|Quandtstedt"]),
    ]);
}

#[test]
fn common_words_that_are_listed() {
    check(&[
        ("Er steht auf wackligen Füßen.", &[]),
        ("Das kostet zehn Millionen Franken.", &[]),
        ("Der Kanton schweigt.", &[]),
        ("Sie fanden einen 43-jährigen Mann.", &[]),
    ]);
}
