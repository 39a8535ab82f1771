//! Names that no list knows, by the parts and the shape of them: places, people, broadcasts, championships.

mod common;
use common::check;

#[test]
fn places_by_their_parts() {
    check(&[
        (
            "In der Nikolaikirche brannte Licht.",
            &["Nikolaikirche|name|Nikolaikirche"],
        ),
        (
            "Der Turm der St. Gangolfskapelle wackelt.",
            &["St. Gangolfskapelle|name|St. Gangolfskapelle"],
        ),
        (
            "Die Uhr des Georgenturms steht.",
            &["Georgenturms|genitive|Georgenturm"],
        ),
        (
            "Sie trafen sich auf dem Schillerplatz.",
            &["Schillerplatz|name|Schillerplatz"],
        ),
        ("Das Spiel in der EWK-Arena fiel aus.", &["EWK-Arena|name|EWK-Arena"]),
        (
            "Im Ostholt-Stadion pfiff niemand.",
            &["Ostholt-Stadion|name|Ostholt-Stadion"],
        ),
        (
            "Die Band spielt in der Quandt Arena.",
            &["Quandt Arena|name|Quandt Arena"],
        ),
        (
            "Am Rohrteich bei Lüttersau wurde es still. Kerzen brennen am Rohrteich.",
            &[
                "Rohrteich|name|Rohrteich",
                "Lüttersau|name|Lüttersau",
                "Rohrteich|name|Rohrteich",
            ],
        ),
        ("Das Haus am Alten Markt brannte.", &["Alten Markt|name|Alter Markt"]),
        ("Das Haus am alten Markt brannte. Alte Brücken fallen.", &[]),
        ("Sie bestiegen den Piz Quandt.", &["Piz Quandt|name|Piz Quandt"]),
        (
            "Das Boot fuhr über den Lago di Lüttera.",
            &["Lago di Lüttera|name|Lago di Lüttera"],
        ),
        (
            "In der Bucht von Lüttersau lag ein Schiff.",
            &["Bucht von Lüttersau|name|Bucht von Lüttersau"],
        ),
        ("Der Lütterkogel lockt Wanderer.", &["Lütterkogel|name|Lütterkogel"]),
        (
            "In der Gemarkung Welschbrunn grast Vieh.",
            &["Welschbrunn|name|Welschbrunn"],
        ),
        // A province is called after its capital; the entity is the one of the list.
        (
            "In der Provinz Quandtun bebte die Erde.",
            &["Provinz Quandtun|name|Provinz Quandtun"],
        ),
        ("In der Provinz Shanxi bebte die Erde.", &["Provinz Shanxi|name|Shanxi"]),
        ("In der Provinz kocht man deftig.", &[]),
        // Common compounds.
        (
            "An der Haustür, auf dem Parkplatz, am Kirchturm, in der Sporthalle, auf dem Spielplatz, im Festsaal wartete er.",
            &[],
        ),
        ("Die Stadtkirche und die Dorfkirche sind offen.", &[]),
        ("Am Dorfteich bei Lüttersau quakt es.", &["Lüttersau|name|Lüttersau"]),
        ("Am Gartenteich in Lüttersau quakt es.", &["Lüttersau|name|Lüttersau"]),
        ("Am Rohrteich wurde es still.", &[]),
        ("Der Bau der Multifunktions-Arena stockt. Die Sport-Arena wartet.", &[]),
        (
            "Im nahen Stadion pfiff niemand. In der Berliner Arena auch.",
            &["Berliner|derived|Berlin"],
        ),
    ]);
}

#[test]
fn roads_by_their_numbers() {
    check(&[
        (
            "Auf der B 96 stand alles. Die B96 bleibt zu.",
            &["B 96|name|Bundesstraße 96", "B96|name|Bundesstraße 96"],
        ),
        (
            "Die L 231 und K 12 werden gebaut.",
            &["L 231|name|Landesstraße 231", "K 12|name|Kreisstraße 12"],
        ),
        (
            "Die Bundesstraße 104 ist frei.",
            &["Bundesstraße 104|name|Bundesstraße 104"],
        ),
        (
            "Auf der Autobahn 7 brannte ein Wagen.",
            &["Autobahn 7|name|Bundesautobahn 7"],
        ),
        (
            "Die Bundesstraße ist frei. Vitamin B 12 hilft, Hepatitis B 3 nicht.",
            &[],
        ),
        ("Der A 350 landete.", &[]),
        ("Das L 5 gefiel ihm, das K 12 nicht.", &[]),
    ]);
}

#[test]
fn people_by_their_shape() {
    check(&[
        (
            "Angeklagt ist Kevin M. Der Prozess beginnt heute. Kevin schweigt.",
            &["Kevin M.|name|Kevin M.", "Kevin|surname|Kevin M."],
        ),
        (
            "Sein Freund Hans-Peter K. (52) floh.",
            &["Hans-Peter K.|name|Hans-Peter K."],
        ),
        ("Karl F. Ostholt malt.", &["Karl F. Ostholt|name|Karl F. Ostholt"]),
        ("Der kleine Justin (9) lachte.", &["Justin|surname|Justin"]),
        ("Die elfjährige Emma sang.", &["Emma|surname|Emma"]),
        ("Der langjährige Trainer sang. Ein elfjähriger Junge auch.", &[]),
        ("Das schrieb H. G. Quandt.", &["H. G. Quandt|name|H. G. Quandt"]),
        (
            "Es erscheint im Verlag C. F. Quandt.",
            &["C. F. Quandt|name|C. F. Quandt"],
        ),
        (
            "Forscher um Zhang Weilin suchten. Zhang fand nichts.",
            &["Zhang Weilin|name|Zhang Weilin", "Zhang|surname|Zhang Weilin"],
        ),
        (
            "Die Sängerin Park Seo-rin trat auf, Park lächelte.",
            &["Park Seo-rin|name|Park Seo-rin", "Park|surname|Park Seo-rin"],
        ),
        ("Im Park Ruhe zu finden, ist schwer. Der Park Ostholt hat keine.", &[]),
        (
            "Das sagte Ahmad al-Quandti.",
            &["Ahmad al-Quandti|name|Ahmad al-Quandti"],
        ),
        (
            "Doreen Sommer fehlte. Im Sommer fehlt sie oft. Das weiß Sommer.",
            &["Doreen Sommer|name|Doreen Sommer", "Sommer|surname|Doreen Sommer"],
        ),
        ("Vitamin C. Es hilft. Der Abschnitt B. Er ist lang.", &[]),
    ]);
}

#[test]
fn things_by_their_patterns() {
    check(&[
        (
            "Das sagte sie im „Nachtgespräch“ von Radio SRF.",
            &["Nachtgespräch|name|Nachtgespräch", "Radio SRF|name|Radio SRF"],
        ),
        ("Er sprach im „Nebel“ von Erfolgen.", &[]),
        (
            "Die Sonderausstellung „Licht und Zeit“ und die Doku-Serie „Allein!“ beginnen.",
            &["Licht und Zeit|name|Licht und Zeit", "Allein!|name|Allein!"],
        ),
        ("Nach der Ausstellung „ging es bergab“, sagte er.", &[]),
        ("Die Hockey-EM beginnt.", &["Hockey-EM|name|Hockey-EM"]),
        ("Die Heim-EM beginnt. Die Europameisterschaft auch.", &[]),
        (
            "Die Art Quandtia lupina starb aus.",
            &["Quandtia lupina|name|Quandtia lupina"],
        ),
        ("Der Name Quandtia gefiel. Das Tier (Quandtia lupina) starb.", &[]),
    ]);
}
