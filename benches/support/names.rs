//! A list of names that nobody has, made as German makes them: people, places and organisations.

use std::collections::HashSet;
use std::fmt::Write as _;

/// Numbers that look drawn at random and are the same in every run.
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Draw(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    pub fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const FIRST_STARTS: &[&str] = &[
    "Al", "An", "Be", "Bri", "Chris", "Da", "Do", "El", "Em", "Fe", "Flo", "Fri", "Ga", "Ger", "Han", "He", "Ir", "Ja",
    "Jo", "Ju", "Ka", "Kon", "La", "Le", "Lu", "Ma", "Mi", "Ni", "Ot", "Pau", "Re", "Ro", "Sa", "Si", "So", "Ta", "Ti",
    "Ul", "Vi", "Wal",
];
const FIRST_ENDS: &[&str] = &[
    "na", "bert", "dina", "fred", "gard", "helm", "ka", "lena", "lie", "lina", "lo", "mar", "mund", "nes", "nik", "ra",
    "rich", "rike", "sa", "tin", "tina", "tjana", "ton", "trud", "vin",
];
const STARTS: &[&str] = &[
    "Ahr", "Alt", "Appel", "Bach", "Bär", "Berg", "Birk", "Bolz", "Brand", "Breit", "Brink", "Buch", "Bütt", "Dahl",
    "Dorn", "Dreh", "Eben", "Eich", "Eng", "Erl", "Esch", "Fahl", "Feld", "Fink", "Forst", "Frei", "Fuhr", "Gold",
    "Grab", "Grün", "Hack", "Hain", "Hart", "Hasel", "Heid", "Hirsch", "Hohl", "Holz", "Horn", "Hütt", "Jung", "Kahl",
    "Kalt", "Kirch", "Klee", "Klein", "Kohl", "Krähen", "Kreuz", "Kron", "Lang", "Laub", "Lehm", "Lich", "Lind", "Loh",
    "Mahl", "Mark", "Moos", "Mühl", "Nessel", "Neu", "Ober", "Öl", "Oster", "Pfaffen", "Quell", "Rauh", "Reb", "Ried",
    "Rod", "Roß", "Rot", "Saal", "Salz", "Sand", "Schaf", "Schell", "Schön", "Schwarz", "See", "Sieben", "Sommer",
    "Stein", "Stock", "Stolz", "Süd", "Tann", "Teich", "Tief", "Trift", "Ufer", "Ulm", "Vogel", "Wald", "Warm", "Wein",
    "Weiß", "West", "Wies", "Wind", "Wolf", "Zell", "Ziegel",
];
const MIDDLES: &[&str] = &["", "", "", "er", "en", "el", "ings", "els", "ken", "les"];
const PLACE_ENDS: &[&str] = &[
    "ach", "au", "bach", "beck", "berg", "brunn", "burg", "büttel", "dorf", "eck", "feld", "fels", "furt", "hagen",
    "hausen", "heim", "hof", "hofen", "holz", "ingen", "kirchen", "leben", "loh", "münde", "münster", "ow", "rade",
    "reuth", "roda", "see", "stadt", "stedt", "stein", "tal", "wald", "weiler", "werder", "wiek",
];
const NAME_ENDS: &[&str] = &[
    "acker",
    "auer",
    "bacher",
    "bauer",
    "becker",
    "berger",
    "brecht",
    "dorf",
    "eder",
    "eisen",
    "fuß",
    "graf",
    "hammer",
    "haus",
    "hofer",
    "holt",
    "huber",
    "ing",
    "kamp",
    "ke",
    "köster",
    "lich",
    "mann",
    "mayer",
    "meier",
    "meister",
    "möller",
    "müller",
    "ner",
    "nitz",
    "rath",
    "rich",
    "sch",
    "schläger",
    "schmidt",
    "schulte",
    "ske",
    "stätter",
    "tke",
    "wirth",
];
const BEFORE: &[&str] = &["Bad ", "Groß ", "Klein ", "Ober", "Nieder", "Sankt ", "Alt ", "Neu "];
const RIVERS: &[&str] = &[
    " an der Ahle",
    " am Wiesbach",
    " ob der Lohe",
    " (Oste)",
    " in der Heide",
    " am See",
];
const ORGANIZATIONS: &[&str] = &[
    "Stadtwerke",
    "Universität",
    "Landgericht",
    "Sparkasse",
    "Verein der Freunde von",
    "FC",
    "SV",
    "TSV",
    "Klinikum",
    "Amt für Forst",
    "Bundesverband",
    "Initiative",
    "Zweckverband",
    "Volksbank",
    "Theater",
    "Museum",
    "Hochschule",
];
const LEGAL: &[&str] = &["GmbH", "AG", "SE", "KG", "e. V.", "GmbH & Co. KG"];

fn place(draw: &mut Draw, into: &mut String) {
    if draw.below(4) == 0 {
        let before = draw.of(BEFORE);
        into.push_str(before);
        stem(draw, PLACE_ENDS, !before.ends_with(' '), into);
    } else {
        stem(draw, PLACE_ENDS, false, into);
    }
    if draw.below(6) == 0 {
        into.push_str(draw.of(RIVERS));
    }
}

fn stem(draw: &mut Draw, ends: &[&str], small: bool, into: &mut String) {
    let start = draw.of(STARTS);
    if small {
        into.push_str(&start.to_lowercase());
    } else {
        into.push_str(start);
    }
    into.push_str(draw.of(MIDDLES));
    into.push_str(draw.of(ends));
}

fn person(draw: &mut Draw, into: &mut String) {
    into.push_str(draw.of(FIRST_STARTS));
    into.push_str(draw.of(FIRST_ENDS));
    if draw.below(8) == 0 {
        into.push('-');
        into.push_str(draw.of(FIRST_STARTS));
        into.push_str(draw.of(FIRST_ENDS));
    }
    into.push_str(if draw.below(30) == 0 { " von " } else { " " });
    stem(draw, NAME_ENDS, false, into);
    if draw.below(12) == 0 {
        into.push('-');
        stem(draw, NAME_ENDS, false, into);
    }
}

fn organization(draw: &mut Draw, into: &mut String) {
    if draw.below(3) == 0 {
        stem(draw, NAME_ENDS, false, into);
        into.push(' ');
        into.push_str(draw.of(LEGAL));
        return;
    }
    into.push_str(draw.of(ORGANIZATIONS));
    into.push(' ');
    place(draw, into);
}

/// A table of `count` different names: `id`, `kind`, `name`.
pub fn table(count: usize) -> String {
    let mut draw = Draw::new(7);
    let mut seen = HashSet::with_capacity(count);
    let mut out = String::with_capacity(count * 40);
    out.push_str("id\tkind\tname\n");
    let mut name = String::new();
    while seen.len() < count {
        name.clear();
        let kind = match draw.below(20) {
            0..=9 => {
                person(&mut draw, &mut name);
                "person"
            }
            10..=16 => {
                place(&mut draw, &mut name);
                "place"
            }
            _ => {
                organization(&mut draw, &mut name);
                "organization"
            }
        };
        if seen.insert(name.clone()) {
            // Identifiers as Wikidata has them: their order says nothing of the names.
            let number = seen.len() * 7_919 % 130_000_003;
            let _ = writeln!(out, "Q{number}\t{kind}\t{name}");
        }
    }
    out
}
