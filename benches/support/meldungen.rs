//! News that never was: as many documents as wanted, all different, the same in every run.

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const FIRST: [&str; 40] = [
    "Hafen",
    "Brücken",
    "Schul",
    "Kranken",
    "Straßen",
    "Wasser",
    "Wind",
    "Feuer",
    "Bahn",
    "Rathaus",
    "Markt",
    "Kirchen",
    "Sport",
    "Stadt",
    "Land",
    "Wald",
    "Küsten",
    "Energie",
    "Bau",
    "Verkehrs",
    "Haushalts",
    "Kultur",
    "Theater",
    "Museums",
    "Gewerbe",
    "Wohnungs",
    "Umwelt",
    "Klima",
    "Gesundheits",
    "Bildungs",
    "Jugend",
    "Senioren",
    "Fahrrad",
    "Schiffs",
    "Flughafen",
    "Bibliotheks",
    "Gemeinde",
    "Kreis",
    "Handels",
    "Landwirtschafts",
];
const LAST: [&str; 36] = [
    "ausschuss",
    "plan",
    "gebäude",
    "behörde",
    "projekt",
    "verein",
    "betrieb",
    "gesetz",
    "steuer",
    "fonds",
    "beirat",
    "leiterin",
    "sprecher",
    "verband",
    "kommission",
    "abteilung",
    "gesellschaft",
    "anlage",
    "netz",
    "programm",
    "bericht",
    "amt",
    "büro",
    "zentrum",
    "preis",
    "vertrag",
    "entwurf",
    "konzept",
    "gutachten",
    "kosten",
    "leitung",
    "verwaltung",
    "reform",
    "werk",
    "beauftragte",
    "stiftung",
];
const NAMES: [&str; 24] = [
    "Merle", "Jonte", "Swantje", "Okko", "Tomke", "Enno", "Wiebke", "Harm", "Gesche", "Focko", "Antje", "Lübbo",
    "Insa", "Eilert", "Frauke", "Meint", "Talea", "Weert", "Imke", "Renko", "Stientje", "Hinnerk", "Elske", "Ubbo",
];
const SURNAMES: [&str; 24] = [
    "Harms",
    "Janssen-Roth",
    "Ackermann",
    "Brodersen",
    "Cordes",
    "Dirksen",
    "Eilers",
    "Feddersen",
    "Gerdes",
    "Hinrichs",
    "Ihnen",
    "Kruse",
    "Lüttmann",
    "Meinders",
    "Nannen",
    "Onken",
    "Petersen",
    "Quade",
    "Reents",
    "Siebels",
    "Tjarks",
    "Ufken",
    "Voss",
    "Wilken",
];
const PLACES: [&str; 20] = [
    "Altenau",
    "Bremervörde",
    "Celle",
    "Dannenberg",
    "Emden",
    "Flensburg",
    "Greetsiel",
    "Husum",
    "Itzehoe",
    "Jever",
    "Kiel",
    "Leer",
    "Meldorf",
    "Norden",
    "Oldenburg",
    "Plön",
    "Rendsburg",
    "Stade",
    "Tönning",
    "Varel",
];
const ADJECTIVES: [&str; 24] = [
    "neue",
    "alte",
    "geplante",
    "umstrittene",
    "kleine",
    "große",
    "öffentliche",
    "städtische",
    "gemeinsame",
    "schwierige",
    "wichtige",
    "regionale",
    "technische",
    "laufende",
    "beschädigte",
    "günstige",
    "fehlende",
    "moderne",
    "private",
    "zuständige",
    "sanierte",
    "gesperrte",
    "beliebte",
    "teure",
];
const VERBS: [(&str, &str); 24] = [
    ("lehnte", "ab"),
    ("stellte", "vor"),
    ("kündigte", "an"),
    ("nahm", "an"),
    ("legte", "vor"),
    ("lobte", ""),
    ("prüfte", ""),
    ("kritisierte", ""),
    ("verkaufte", ""),
    ("eröffnete", ""),
    ("forderte", ""),
    ("beschloss", ""),
    ("unterstützte", ""),
    ("verteidigte", ""),
    ("begrüßte", ""),
    ("verschob", ""),
    ("schloss", ""),
    ("förderte", ""),
    ("erweiterte", ""),
    ("baute", "um"),
    ("setzte", "fort"),
    ("stoppte", ""),
    ("plante", ""),
    ("erwartete", ""),
];
const CLAUSES: [&str; 16] = [
    "weil das Geld fehlt",
    "obwohl viele dagegen sind",
    "damit die Arbeit weitergehen kann",
    "was niemand erwartet hatte",
    "nachdem die Prüfung abgeschlossen war",
    "ohne die Anwohner zu fragen",
    "um die Kosten zu senken",
    "denn der Bedarf ist groß",
    "und auch die Nachbarn sind zufrieden",
    "aber die Zweifel bleiben",
    "die seit langem umstritten ist",
    "wie die Verwaltung mitteilte",
    "sofern das Wetter es zulässt",
    "während die Opposition schwieg",
    "zumal die Zinsen steigen",
    "sodass niemand zu Schaden kam",
];
const TIMES: [&str; 30] = [
    "am Montag",
    "am Dienstagabend",
    "am Wochenende",
    "im vergangenen Jahr",
    "vor zwei Wochen",
    "im Mai",
    "am 3. April",
    "am 14. Februar 2025",
    "um 19.30 Uhr",
    "seit drei Jahren",
    "im Sommer 2024",
    "heute",
    "gestern",
    "im Jahr 1998",
    "bis Ende März",
    "nach anderthalb Stunden",
    "in der Nacht zum Sonntag",
    "derzeit",
    "im dritten Quartal",
    "jeden Freitag",
    "zwischen 1990 und 1995",
    "in den 80er Jahren",
    "am Mittwoch, dem 11. März",
    "kommende Woche",
    "am 18.2.2025",
    "2019",
    "im 19. Jahrhundert",
    "zu Ostern",
    "am Donnerstag gegen 7 Uhr",
    "im Oktober vergangenen Jahres",
];

/// A noun with its article, mostly one that no other document has.
fn noun(dice: &mut Dice) -> String {
    let article = dice.pick(&["der", "die", "das", "ein", "eine", "den"]);
    let (first, last) = (dice.pick(&FIRST), dice.pick(&LAST));
    if dice.below(3) == 0 {
        format!("{article} {} {first}{last}", dice.pick(&ADJECTIVES))
    } else {
        format!("{article} {first}{last}")
    }
}

fn sentence(dice: &mut Dice, timed: bool, into: &mut String) {
    let (verb, particle) = VERBS[dice.below(VERBS.len())];
    let time = if timed { dice.pick(&TIMES) } else { "" };
    let gap = |word: &str| {
        if word.is_empty() {
            String::new()
        } else {
            format!(" {word}")
        }
    };
    let subject = if dice.below(2) == 0 {
        format!("{} {}", dice.pick(&NAMES), dice.pick(&SURNAMES))
    } else {
        format!("Das {}{}", dice.pick(&FIRST), dice.pick(&LAST))
    };
    let (object, place) = (noun(dice), dice.pick(&PLACES));
    let rest = match dice.below(3) {
        0 => format!(", {}", dice.pick(&CLAUSES)),
        1 => format!(" für {} und {}", noun(dice), noun(dice)),
        _ => String::new(),
    };
    match dice.below(3) {
        0 => into.push_str(&format!(
            "{subject} {verb}{} {object} in {place}{}{rest}. ",
            gap(time),
            gap(particle)
        )),
        1 => into.push_str(&format!(
            "„{}{} ist {} in {place}“, sagte {subject}{}. ",
            "Die ",
            dice.pick(&LAST),
            dice.pick(&ADJECTIVES),
            gap(time)
        )),
        _ => into.push_str(&format!(
            "{subject} hat{} {object} aus {place} gelobt{rest}. ",
            gap(time)
        )),
    }
}

/// Documents of some 4 kB in paragraphs, with a time in three sentences of ten.
pub fn documents(count: usize) -> Vec<String> {
    let mut dice = Dice(20_260_312);
    (0..count)
        .map(|_| {
            let mut text = String::new();
            while text.len() < 4000 {
                for _ in 0..3 + dice.below(4) {
                    let timed = dice.below(10) < 3;
                    sentence(&mut dice, timed, &mut text);
                }
                text.push_str("\n\n");
            }
            text
        })
        .collect()
}
