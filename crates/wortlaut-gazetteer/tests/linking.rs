//! One entity for each thing of a document.

mod common;
use common::{check, recognize};
use wortlaut_text::{EntityKind, Gender};

#[test]
fn short_forms_of_people() {
    check(&[
        (
            "Ostholt macht weiter\nMinisterin Lena Ostholt bleibt. Das freut Ostholt. Ostholts Rede half der Ostholt-Partei.",
            &[
                "Ostholt|surname|Lena Ostholt",
                "Lena Ostholt|name|Lena Ostholt",
                "Ostholt|surname|Lena Ostholt",
                "Ostholts|genitive|Lena Ostholt",
                "Ostholt-Partei|compound|Lena Ostholt",
            ],
        ),
        (
            "Arno Lehm backt Brot. Lehm lacht. Der Lehm klebt.",
            &["Arno Lehm|name|Arno Lehm", "Lehm|surname|Arno Lehm"],
        ),
        (
            "Uwe Quandtmann kam. „Uwe soll singen“, rief einer.",
            &["Uwe Quandtmann|name|Uwe Quandtmann", "Uwe|surname|Uwe Quandtmann"],
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
            "Das sagte Arndt von Bredendorf. Bredendorf lachte.",
            &[
                "Arndt von Bredendorf|name|Arndt von Bredendorf",
                "Bredendorf|surname|Arndt von Bredendorf",
            ],
        ),
    ]);
}

#[test]
fn an_office_and_a_surname_mean_its_best_known_bearer() {
    check(&[
        ("Kanzler Merz reiste ab.", &["Merz|surname|Friedrich Merz"]),
        ("Bundeskanzler Schmidt sprach.", &["Schmidt|surname|Helmut Schmidt"]),
        ("Präsident Trump schwieg.", &["Trump|surname|Donald Trump"]),
        (
            "Der Kanzler traf Herrn Merz aus Lüttgau.",
            &["Merz|surname|Merz", "Lüttgau|name|Lüttgau"],
        ),
        // A first name that is also the surname of somebody listed.
        (
            "Mattis Vormbrock kam. Vormbrock lachte.",
            &[
                "Mattis Vormbrock|name|Mattis Vormbrock",
                "Vormbrock|surname|Mattis Vormbrock",
            ],
        ),
        ("Merkel Vormbrock kam.", &[]),
    ]);
}

#[test]
fn words_beside_a_listed_name() {
    check(&[
        ("Die Schweden jubelten.", &["Schweden|demonym|Schweden"]),
        ("Sie reisten durch Schweden.", &["Schweden|name|Schweden"]),
        ("Den Polen gelang ein Tor.", &["Polen|demonym|Polen"]),
        ("Der UN-Gesandte kam.", &["UN-Gesandte|compound|Vereinte Nationen"]),
        (
            "Er studiert an der Northbrook University.",
            &["Northbrook University|name|Northbrook University"],
        ),
        (
            "Sie wanderten durch das Nordwick Valley.",
            &["Nordwick Valley|name|Nordwick Valley"],
        ),
    ]);
}

#[test]
fn clubs_and_towns() {
    check(&[
        (
            "Der VfL Gera siegte. Gera jubelte. Der VfL feierte in Gera.",
            &[
                "VfL Gera|name|VfL Gera",
                "Gera|name|VfL Gera",
                "VfL|name|VfL Gera",
                "Gera|name|Gera",
            ],
        ),
        (
            "Schwarz-Weiß Verden verlor. Die Schwarz-Weißen fuhren heim.",
            &[
                "Schwarz-Weiß Verden|name|Schwarz-Weiß Verden",
                "Schwarz-Weißen|name|Schwarz-Weiß Verden",
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
    let names = recognize("Wladimir Putin flog nach Oslo. Die Sprecherin Tilda Moraveci und die Bundesbank schwiegen.");
    let entity = |name: &str| names.entities.iter().find(|entity| entity.name == name).unwrap();
    assert_eq!(entity("Wladimir Putin").id("wikidata"), Some("Q7747"));
    assert_eq!(entity("Wladimir Putin").gender, Some(Gender::Masculine));
    assert_eq!(entity("Oslo").id("wikidata"), Some("Q585"));
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

/// Newspapers, agencies and English sources spell by different conventions; the built-in persons have all of them.
#[test]
fn transliterations_of_built_in_persons() {
    for (name, spellings) in [
        (
            "Wolodymyr Selenskyj",
            &[
                "Selenskyj",
                "Selenskij",
                "Selenski",
                "Selensky",
                "Zelensky",
                "Zelenskyy",
                "Zelenskyj",
                "Zelenskiy",
                "Wolodymyr Selenski",
                "Volodymyr Zelensky",
                "Volodymyr Zelenskyy",
                "Wolodimir Selenskij",
            ][..],
        ),
        (
            "Alexander Lukaschenko",
            &["Lukaschenko", "Lukashenko", "Alexander Lukashenko"],
        ),
        (
            "Dmitri Peskow",
            &["Peskow", "Peskov", "Dmitrij Peskow", "Dmitry Peskov"],
        ),
        ("Sergej Lawrow", &["Lawrow", "Lavrov", "Sergei Lawrow", "Sergey Lavrov"]),
        ("Sergej Schoigu", &["Schoigu", "Shoigu", "Sergei Shoigu"]),
        ("Michail Gorbatschow", &["Gorbatschow", "Gorbachev"]),
        ("Boris Jelzin", &["Jelzin", "Yeltsin", "Boris Yeltsin"]),
        (
            "Abdel Fattah al-Sisi",
            &["al-Sisi", "al-Sissi", "Abdel Fattah al-Sissi"],
        ),
        ("Baschar al-Assad", &["Baschar al-Assad", "Bashar al-Assad"]),
        ("Ali Chamenei", &["Chamenei", "Khamenei", "Ali Khamenei"]),
    ] {
        for spelling in spellings {
            let text = format!("Am Montag sprach {spelling} in der Hauptstadt.");
            let found = recognize(&text);
            let named = found
                .entities
                .iter()
                .any(|entity| entity.name == name && entity.kind == EntityKind::Person);
            assert!(named, "{spelling}: {:?}", found.entities);
        }
    }
}

#[test]
fn the_bare_name_of_a_company() {
    check(&[
        (
            "Die Halvardt SE wächst. Halvardt teilte mit, der Umsatz steige. Halvardts Umsatz stieg. Die Halvardt-Aktie verlor.",
            &[
                "Halvardt SE|name|Halvardt SE",
                "Halvardt|name|Halvardt SE",
                "Halvardts|genitive|Halvardt SE",
                "Halvardt-Aktie|compound|Halvardt SE",
            ],
        ),
        (
            "Die Halvardt SE wächst. Chef Peter Halvardt lobte alle. „Wir wachsen“, sagte Halvardt. Halvardt beschäftigt 300 Menschen.",
            &[
                "Halvardt SE|name|Halvardt SE",
                "Peter Halvardt|name|Peter Halvardt",
                "Halvardt|surname|Peter Halvardt",
                "Halvardt|name|Halvardt SE",
            ],
        ),
        (
            "Der Maschinenbauer Quendel Optik AG senkt die Preise. Quendel Optik hofft. Quendel kündigte einen Umbau an.",
            &[
                "Quendel Optik AG|name|Quendel Optik AG",
                "Quendel Optik|name|Quendel Optik AG",
                "Quendel|name|Quendel Optik AG",
            ],
        ),
        (
            "Die Peter Halvardt GmbH baut Boote. Halvardt liefert sie aus.",
            &[
                "Peter Halvardt GmbH|name|Peter Halvardt GmbH",
                "Halvardt|name|Peter Halvardt GmbH",
            ],
        ),
        (
            "Die Halvardt SE wächst. Bei Halvardt arbeiten viele. Herr Halvardt schwieg.",
            &[
                "Halvardt SE|name|Halvardt SE",
                "Halvardt|name|Halvardt SE",
                "Halvardt|surname|Halvardt",
            ],
        ),
        // A place of that name needs a reason to be the company; a common word is none.
        (
            "Die Karwendel Kabel AG verliert Geld. Karwendel rechnet mit Verlusten. Im Karwendel liegt Schnee.",
            &[
                "Karwendel Kabel AG|name|Karwendel Kabel AG",
                "Karwendel|name|Karwendel Kabel AG",
                "Karwendel|name|Karwendel",
            ],
        ),
        (
            "Die Krone AG baut Boote. Die Krone glänzt. Der König trug die Krone.",
            &["Krone AG|name|Krone AG"],
        ),
        // Without a company it is a person.
        (
            "Bernd Halvardt kam. Halvardt produziert Filme.",
            &["Bernd Halvardt|name|Bernd Halvardt", "Halvardt|surname|Bernd Halvardt"],
        ),
    ]);
    let names = recognize("Die Halvardt SE wächst. Halvardt steigert den Umsatz.");
    let rules: Vec<_> = names.mentions[1]
        .evidence
        .iter()
        .map(|reason| reason.rule.as_str())
        .collect();
    assert!(
        rules.ends_with(&["entity.document.company", "entity.context.company"]),
        "{rules:?}"
    );
}
