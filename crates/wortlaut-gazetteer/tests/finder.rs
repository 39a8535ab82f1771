//! Names of lists of one's own: forms, boundaries, spellings, case policies, ambiguity, priorities.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder, NameFinder};
use wortlaut_tokenize::Tokenizer;

const LIST: &str = "\
id\tkind\tname\taliases\tgender\tadjectives\tpeople\ter\tshort\tflags\tpriority\tcase
alm\tplace\tAlmstadt\tAlm an der Ober\t\talmstädtisch\tAlmstädter|Almstädterin\tAlmstädter\t\t\t\t
bad\tplace\tBad Ösling\t\t\t\t\tBad Öslinger\t\t\t\t
tarn\tplace\tTarnien\tRepublik Tarnien\t\ttarnisch\tTarne|Tarnin\t\t\tarticle\t\t
oder\tplace\tFriedfurt (Lohe)\tFriedfurt/Lohe|Friedfurt an der Lohe\t\t\t\tauto\t\t\t\t
giess\tplace\tGroß Gießheim\t\t\t\t\t\t\t\t\t
cele\tplace\tCelebrücke\t\t\t\t\tauto\t\t\t\t
lodz\tplace\tŁóvicz\t\t\t\t\t\t\t\t\t
haus\tplace\tRotes Schloss\t\t\t\t\t\t\tmetonym\t\t
merz\tperson\tHeino Kerz\t\tm\t\t\t\tKerz\t\t\t
ost\tperson\tLena Ostholt\t\tf\t\t\t\t\t\t\t
lue\tperson\tJörg Lüttgau\t\tm\t\t\t\tLüttgau\t\t\t
zab\tperson\tWladymyr Saborskyj\t\tm\t\t\t\tSaborskyj\ttransliterated\t\t
erd\tperson\tOğuz Kırdoğan\t\tm\t\t\t\tKırdoğan\t\t\t
noe\torganization\tNordische Küstenwacht\tNKW\t\t\t\t\t\t\t\t
amt\torganization\tAmtshof für Statistik\t\t\t\t\t\t\t\t\t
wid\torganization\tiWidget\t\t\t\t\t\t\t\t\tfold
rock\torganization\tDIE WELLE\t\t\t\t\t\t\trigid\t\t
und\torganization\tBörne & Söhne\t\t\t\t\t\t\t\t\t
uni\torganization\tUniversität Almstadt\t\t\t\t\t\t\t\t\t
werk\torganization\tStadtwerke Almstadt\t\t\t\t\t\t\t\t\t
bild\torganization\tSpiegelbild\t\t\t\t\t\t\tambiguous\t\t
drei\torganization\t3Kanal\t\t\t\t\t\t\t\t\t
cup\tevent\tMüritzer Seeregatta\tSeeregatta\t\t\t\t\t\t\t\t
";

fn list(table: &str) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("list.tsv", table.as_bytes()).unwrap();
    builder.build().unwrap()
}

/// Every name as `words|form|ids`, the ids best first.
fn shown(finder: &NameFinder, text: &str) -> Vec<String> {
    finder
        .find(text, &Tokenizer::new().tokenize(text))
        .iter()
        .map(|name| {
            let form = name.candidates.first().map_or("?", |candidate| candidate.form.as_str());
            let ids: Vec<String> = finder.candidates(name).map(|(entry, _)| entry.id()).collect();
            format!("{}|{form}|{}", name.span.slice(text), ids.join("+"))
        })
        .collect()
}

fn check(finder: &NameFinder, table: &[(&str, &[&str])]) {
    let mut faults = Vec::new();
    for (text, expected) in table {
        let found = shown(finder, text);
        if found != *expected {
            faults.push(format!("{text}\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        table.len(),
        faults.join("\n")
    );
}

fn finder() -> NameFinder {
    NameFinder::new([list(LIST)])
}

#[test]
fn genitives() {
    check(
        &finder(),
        &[
            ("Almstadts Hafen ist klein.", &["Almstadts|genitive|alm"]),
            ("Der Hafen Almstadts ist klein.", &["Almstadts|genitive|alm"]),
            ("Lena Ostholts Rede dauerte.", &["Lena Ostholts|genitive|ost"]),
            ("Die Rede von Präsident Kerz dauerte.", &["Kerz|surname|merz"]),
            (
                "Bundespräsident Heino Kerz' Rede dauerte.",
                &["Heino Kerz'|genitive|merz"],
            ),
            (
                "Bundespräsident Heino Kerz’ Rede dauerte.",
                &["Heino Kerz’|genitive|merz"],
            ),
            ("Kerz’ Rede dauerte.", &["Kerz’|genitive|merz"]),
            (
                "Lüttgaus Rede, Jörg Lüttgaus Auftritt.",
                &["Lüttgaus|genitive|lue", "Jörg Lüttgaus|genitive|lue"],
            ),
            (
                "Das Dach des Roten Schlosses leckt.",
                &["Roten Schlosses|genitive|haus"],
            ),
            (
                "Die Zahlen des Amtshofs für Statistik stimmen.",
                &["Amtshofs für Statistik|genitive|amt"],
            ),
            (
                "Die Zahlen des Amtshofes für Statistik stimmen.",
                &["Amtshofes für Statistik|genitive|amt"],
            ),
            (
                "Die Schiffe der NKW, das Boot des NKWs.",
                &["NKW|name|noe", "NKWs|genitive|noe"],
            ),
            ("Die Wasser Bad Öslings heilen.", &["Bad Öslings|genitive|bad"]),
            ("Tarniens Küste.", &["Tarniens|genitive|tarn"]),
            // The stem alone is another word.
            ("Almstadtes Hafen.", &["Almstadtes|genitive|alm"]),
            ("Er sah Almstädtel.", &[]),
            ("Die Kerzs und die Kerze.", &["Kerzs|genitive|merz"]),
            // What does not inflect has no genitive.
            ("Das Programm der DIE WELLE läuft.", &["DIE WELLE|name|rock"]),
            ("DIE WELLEs Programm.", &[]),
        ],
    );
}

#[test]
fn adjectives_inhabitants_and_cases() {
    check(
        &finder(),
        &[
            ("Sie mag tarnische Filme.", &["tarnische|derived|tarn"]),
            (
                "Ein tarnischer Koch, ein tarnisches Boot.",
                &["tarnischer|derived|tarn", "tarnisches|derived|tarn"],
            ),
            (
                "Mit tarnischem Käse und tarnischen Weinen.",
                &["tarnischem|derived|tarn", "tarnischen|derived|tarn"],
            ),
            ("Tarnische Soldaten zogen ab.", &["Tarnische|derived|tarn"]),
            ("Sie spricht tarnisch.", &["tarnisch|derived|tarn"]),
            ("Die Tarnen reisten ab.", &["Tarnen|demonym|tarn"]),
            (
                "Ein Tarne und eine Tarnin sangen.",
                &["Tarne|demonym|tarn", "Tarnin|demonym|tarn"],
            ),
            ("Zwei Tarninnen sangen.", &["Tarninnen|demonym|tarn"]),
            ("Die Almstädterinnen siegten.", &["Almstädterinnen|demonym|alm"]),
            ("Den Almstädtern gefiel es.", &["Almstädtern|demonym|alm"]),
            ("Der Almstädter Hafen.", &["Almstädter|derived|alm"]),
            ("Die almstädtische Küche.", &["almstädtische|derived|alm"]),
            ("Das Celebrücker Rathaus.", &["Celebrücker|derived|cele"]),
            ("Das Bad Öslinger Rathaus.", &["Bad Öslinger|derived|bad"]),
            (
                "Im Roten Schloss, vor dem Roten Schloss, das Rote Schloss.",
                &[
                    "Roten Schloss|name|haus",
                    "Roten Schloss|name|haus",
                    "Rote Schloss|name|haus",
                ],
            ),
            ("Bei der Nordischen Küstenwacht.", &["Nordischen Küstenwacht|name|noe"]),
            ("Von den Stadtwerken Almstadt.", &["Stadtwerken Almstadt|name|werk"]),
            (
                "Die Müritzer Seeregatta begann, die Seeregatta endete.",
                &["Müritzer Seeregatta|name|cup", "Seeregatta|name|cup"],
            ),
            ("Sie sprach von Tarnung und tarnte sich.", &[]),
            ("Der Nordische Ring.", &[]),
        ],
    );
}

#[test]
fn boundaries() {
    check(
        &finder(),
        &[
            ("Neualmstadt und Almstadtring.", &[]),
            (
                "(Almstadt), „Almstadt“, Almstadt!",
                &["Almstadt|name|alm", "Almstadt|name|alm", "Almstadt|name|alm"],
            ),
            ("Almstadt/Celebrücke", &["Almstadt|name|alm", "Celebrücke|name|cele"]),
            ("Almstadt – Celebrücke", &["Almstadt|name|alm", "Celebrücke|name|cele"]),
            ("Friedfurt (Lohe) wächst.", &["Friedfurt (Lohe)|name|oder"]),
            ("Friedfurt/Lohe wächst.", &["Friedfurt/Lohe|name|oder"]),
            ("Friedfurt an der Lohe wächst.", &["Friedfurt an der Lohe|name|oder"]),
            ("Friedfurt an der Oder wächst.", &[]),
            ("Friedfurt wächst.", &[]),
            // The longest name counts.
            (
                "Die Universität Almstadt liegt in Almstadt.",
                &["Universität Almstadt|name|uni", "Almstadt|name|alm"],
            ),
            ("Die Republik Tarnien.", &["Republik Tarnien|name|tarn"]),
            ("Alm an der Ober", &["Alm an der Ober|name|alm"]),
            ("Alm an der", &[]),
            ("Börne & Söhne liefert.", &["Börne & Söhne|name|und"]),
            ("Börne und Söhne liefert.", &[]),
            ("Im 3Kanal lief es.", &["3Kanal|name|drei"]),
            ("", &[]),
            ("Almstadt", &["Almstadt|name|alm"]),
            // A name does not go over the end of a sentence.
            ("Das Treffen war in Bad. Ösling fehlte.", &[]),
            ("Lena. Ostholt.", &[]),
        ],
    );
}

#[test]
fn lines_and_spaces() {
    check(
        &finder(),
        &[
            ("Das Boot von Lena\nOstholt sank.", &["Lena\nOstholt|name|ost"]),
            ("Das Boot von Lena\r\nOstholt sank.", &["Lena\r\nOstholt|name|ost"]),
            ("Das Boot von Lena  Ostholt sank.", &["Lena  Ostholt|name|ost"]),
            ("Das Boot von Lena\u{A0}Ostholt sank.", &["Lena\u{A0}Ostholt|name|ost"]),
            ("Das Boot von Lena\tOstholt sank.", &["Lena\tOstholt|name|ost"]),
            ("Die Nordische\nKüstenwacht half.", &["Nordische\nKüstenwacht|name|noe"]),
            (
                "Die Boote der Nordischen\n  Küstenwacht liefen aus.",
                &["Nordischen\n  Küstenwacht|name|noe"],
            ),
            // A paragraph is a boundary.
            ("Lena\n\nOstholt sank.", &[]),
            ("Die Nordische\n\nKüstenwacht half.", &[]),
        ],
    );
}

#[test]
fn spellings() {
    check(
        &finder(),
        &[
            (
                "Jo\u{308}rg Lu\u{308}ttgau kam.",
                &["Jo\u{308}rg Lu\u{308}ttgau|name|lue"],
            ),
            ("In Alm\u{AD}stadt.", &["Alm\u{AD}stadt|name|alm"]),
            ("In Celebru\u{308}\u{AD}cke.", &["Celebru\u{308}\u{AD}cke|name|cele"]),
            ("In Gross Giessheim.", &["Gross Giessheim|name|giess"]),
            ("In Groß Giessheim.", &["Groß Giessheim|name|giess"]),
            ("In Groß Gießheims Mitte.", &["Groß Gießheims|genitive|giess"]),
            ("Joerg Luettgau kam.", &["Joerg Luettgau|name|lue"]),
            ("Luettgaus Rede.", &["Luettgaus|genitive|lue"]),
            ("In Celebruecke.", &["Celebruecke|name|cele"]),
            ("Das Celebruecker Rathaus.", &["Celebruecker|derived|cele"]),
            ("In Bad Oesling.", &["Bad Oesling|name|bad"]),
            ("In Lovicz.", &["Lovicz|name|lodz"]),
            ("In Łóvicz.", &["Łóvicz|name|lodz"]),
            ("Oguz Kirdogan kam.", &["Oguz Kirdogan|name|erd"]),
            (
                "Kırdoğans Rede, Kirdogans Reise.",
                &["Kırdoğans|genitive|erd", "Kirdogans|genitive|erd"],
            ),
            // An umlaut is no plain vowel.
            ("Luttgau und Celebrucke.", &[]),
            ("LENA OSTHOLT GEWINNT", &["LENA OSTHOLT|name|ost"]),
            ("ALMSTADT JUBELT", &["ALMSTADT|name|alm"]),
            ("CELEBRÜCKE JUBELT", &["CELEBRÜCKE|name|cele"]),
            ("CELEBRUECKE JUBELT", &["CELEBRUECKE|name|cele"]),
            ("GROSS GIESSHEIM", &["GROSS GIESSHEIM|name|giess"]),
            ("Die N.K.W. half.", &["N.K.W.|name|noe"]),
            ("almstadt jubelt", &[]),
            ("Almsträdt und Almstad", &[]),
        ],
    );
}

#[test]
fn case_policies() {
    check(
        &finder(),
        &[
            (
                "Das iWidget, das iwidget, das IWIDGET, das IWidget.",
                &[
                    "iWidget|name|wid",
                    "iwidget|name|wid",
                    "IWIDGET|name|wid",
                    "IWidget|name|wid",
                ],
            ),
            (
                "Die Preise des iWidgets und des IWIDGETS.",
                &["iWidgets|genitive|wid", "IWIDGETS|genitive|wid"],
            ),
            ("die welle, Die Welle", &[]),
            ("DIE WELLE", &["DIE WELLE|name|rock"]),
            ("nkw, Nkw", &[]),
            ("NKW", &["NKW|name|noe"]),
            ("kerz", &[]),
        ],
    );
}

#[test]
fn transliterations() {
    check(
        &finder(),
        &[
            ("Wladymyr Saborskyj kam.", &["Wladymyr Saborskyj|name|zab"]),
            ("Wladymyr Saborski kam.", &["Wladymyr Saborski|name|zab"]),
            ("Wladymyr Saborskij kam.", &["Wladymyr Saborskij|name|zab"]),
            ("Vladymyr Zaborsky kam.", &["Vladymyr Zaborsky|name|zab"]),
            (
                "Saborskys Rede, Zaborskyys Reise.",
                &["Saborskys|genitive|zab", "Zaborskyys|genitive|zab"],
            ),
            (
                "Zaborskyj, Zaborskiy, Saborsky",
                &["Zaborskyj|surname|zab", "Zaborskiy|surname|zab", "Saborsky|surname|zab"],
            ),
            // Entries that do not ask for it have one spelling.
            ("Heino Kertz, Lena Ozholt", &[]),
            ("Saborska, Saborsk", &[]),
        ],
    );
}

#[test]
fn ambiguous_names_have_all_candidates() {
    let one = list(
        "id\tkind\tname\taliases\tpriority\tflags\n\
         p\tplace\tHalm\t\t\t\n\
         q\tperson\tHalm\t\t5\t\n\
         r\torganization\tHalm\t\t-5\t\n\
         s\tperson\tBo Halm\t\t\t\n\
         t\tother\tHalms\t\t\t\n",
    );
    let finder = NameFinder::new([one]);
    check(
        &finder,
        &[
            // Priority first, then id.
            ("Bei Halm.", &["Halm|name|q+p+r"]),
            ("Bei Bo Halm.", &["Bo Halm|name|s"]),
            // A name of its own counts before a genitive.
            ("Bei Halms.", &["Halms|name|t"]),
            ("HALM", &["HALM|name|q+p+r"]),
        ],
    );
    let text = "Halm";
    let found = finder.find(text, &Tokenizer::new().tokenize(text));
    let scores: Vec<u16> = found[0]
        .candidates
        .iter()
        .map(|candidate| candidate.score.permille())
        .collect();
    assert_eq!(scores, [950, 475, 475]);
}

#[test]
fn scores_tell_how_sure_a_form_is() {
    let finder = finder();
    let score = |text: &str| {
        let found = finder.find(text, &Tokenizer::new().tokenize(text));
        found
            .first()
            .and_then(|name| Some(name.candidates.first()?.score.permille()))
    };
    for (better, worse) in [
        ("Almstadt", "Almstadts"),
        ("Heino Kerz", "Kerz"),
        ("Jörg Lüttgau", "Joerg Luettgau"),
        ("Wladymyr Saborskyj", "Vladymyr Zaborsky"),
        ("Almstadt", "Spiegelbild"),
        ("tarnische", "Tarnen"),
    ] {
        assert!(score(better) > score(worse), "{better} {worse}");
        assert!(score(worse).is_some(), "{worse}");
    }
}

#[test]
fn lists_are_stacked() {
    let ours = || list("o1\tplace\tHalm\no2\tperson\tUrs Halm\no3\tplace\tBad Ems\t\t\t\t\t\t\t\t\t-1\n");
    let theirs = || list("t1\torganization\tHalm\nt2\tplace\tEms\nt3\tperson\tBad Ems\nt4\tother\tUrs Halm See\n");
    check(
        &NameFinder::new([ours(), theirs()]),
        &[
            ("Halm", &["Halm|name|o1+t1"]),
            ("Urs Halm", &["Urs Halm|name|o2"]),
            // The longest name of all lists counts.
            ("Urs Halm See", &["Urs Halm See|name|t4"]),
            ("Ems", &["Ems|name|t2"]),
            // Priority before the order of the lists.
            ("Bad Ems", &["Bad Ems|name|t3+o3"]),
        ],
    );
    check(
        &NameFinder::new([theirs(), ours()]),
        &[("Halm", &["Halm|name|t1+o1"]), ("Bad Ems", &["Bad Ems|name|t3+o3"])],
    );
    check(&NameFinder::new([]), &[("Halm", &[])]);
}

#[test]
fn validity_is_kept_and_asked() {
    let mut builder = GazetteerBuilder::new();
    builder
        .read_csv(
            "t.csv",
            "id,kind,name,from,until\na,organization,Almbank,1990,2019-06-30\nb,organization,Almbank,2019-07,\nc,place,Halm,,\n"
                .as_bytes(),
        )
        .unwrap();
    let finder = NameFinder::new([builder.build().unwrap()]);
    let text = "Die Almbank in Halm.";
    for (day, expected) in [
        (None, vec!["Almbank|name|a+b", "Halm|name|c"]),
        (Some("1989-12-31"), vec!["Halm|name|c"]),
        (Some("1990-01-01"), vec!["Almbank|name|a", "Halm|name|c"]),
        (Some("2019-06-30"), vec!["Almbank|name|a", "Halm|name|c"]),
        (Some("2019-07-01"), vec!["Almbank|name|b", "Halm|name|c"]),
    ] {
        let finder = match day {
            Some(day) => finder.clone().on(day.parse().unwrap()),
            None => finder.clone(),
        };
        assert_eq!(shown(&finder, text), expected, "{day:?}");
    }
}

#[test]
fn a_million_neighbours_do_not_disturb() {
    // Names that begin, end and hash alike in many ways: each is found, and nothing else.
    let mut table = String::from("id\tkind\tname\n");
    for number in 0..20_000 {
        table.push_str(&format!("x{number}\tplace\tOrt{number} Bad{}\n", number % 7));
    }
    let finder = NameFinder::new([list(&table)]);
    for number in (0..20_000).step_by(97) {
        let text = format!("Ort{number} Bad{}", number % 7);
        assert_eq!(shown(&finder, &text), [format!("{text}|name|x{number}")]);
        let text = format!("Ort{number} Bad{}", number % 7 + 1);
        assert_eq!(shown(&finder, &text), Vec::<String>::new());
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let finder = finder();
    for piece in [
        "Alm an der ",
        "Friedfurt (",
        "Lena ",
        "Bad ",
        "a.",
        "(",
        "Almstadt-",
        "es's",
        "Ö",
        "\u{308}",
        "iWidget",
        "DIE ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let _ = finder.find(&text, &Tokenizer::new().tokenize(&text));
    }
    // Tokens of another text do no harm.
    let tokens = Tokenizer::new().tokenize("Lena Ostholt und Jörg Lüttgau in Almstadt.");
    for text in [
        "",
        "Lena",
        "äöüäöüäöüäöüäöüäöüäöüäöü",
        "Lena Ostholt und Jörg Lüttgau in Almstad",
    ] {
        let _ = finder.find(text, &tokens);
    }
}
