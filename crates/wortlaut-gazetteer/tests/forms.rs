//! Forms of listed names: cases, adjectives, inhabitants, compounds, spellings, ambiguity.

mod common;
use common::check;

#[test]
fn cases_of_names() {
    check(&[
        ("Sie kam aus Moskau.", &["Moskau|name|Moskau"]),
        ("Moskaus Antwort blieb aus.", &["Moskaus|genitive|Moskau"]),
        ("Die Züge fahren bis Köln.", &["Köln|name|Köln"]),
        ("Die Bewohner Wiens klagen.", &["Wiens|genitive|Wien"]),
        ("Sie wohnt in den Niederlanden.", &["Niederlanden|name|Niederlande"]),
        ("Der Export der Schweiz wuchs.", &["Schweiz|name|Schweiz"]),
        ("Die Lage des Irans ist ernst.", &["Irans|genitive|Iran"]),
        (
            "Sie reist durch die Vereinigten Staaten.",
            &["Vereinigten Staaten|name|USA"],
        ),
        (
            "Die Vereinten Nationen tagen.",
            &["Vereinten Nationen|name|Vereinte Nationen"],
        ),
        (
            "Beim Auswärtigen Amt hieß es nichts.",
            &["Auswärtigen Amt|name|Auswärtiges Amt"],
        ),
        ("Das Treffen im Weißen Haus dauerte.", &["Weißen Haus|name|Weißes Haus"]),
        (
            "Die Tabelle des Statistischen Bundesamtes hat Lücken.",
            &["Statistischen Bundesamtes|genitive|Statistisches Bundesamt"],
        ),
        (
            "Sie fragte beim Bundesamt für Verfassungsschutz nach.",
            &["Bundesamt für Verfassungsschutz|name|Bundesamt für Verfassungsschutz"],
        ),
        (
            "Das Urteil des Bundesgerichtshofs fiel knapp aus.",
            &["Bundesgerichtshofs|genitive|Bundesgerichtshof"],
        ),
        (
            "Angela Merkels Rede dauerte lange.",
            &["Angela Merkels|genitive|Angela Merkel"],
        ),
        (
            "Nach dem Zweiten Weltkrieg wuchs die Stadt.",
            &["Zweiten Weltkrieg|name|Zweiter Weltkrieg"],
        ),
        (
            "Die Donau und der Rhein führen Hochwasser.",
            &["Donau|name|Donau", "Rhein|name|Rhein"],
        ),
        ("Sie segelt auf der Ostsee.", &["Ostsee|name|Ostsee"]),
    ]);
}

#[test]
fn adjectives_and_inhabitants() {
    check(&[
        ("Er las die russischen Zeitungen.", &["russischen|derived|Russland"]),
        ("Ein französischer Koch gewann.", &["französischer|derived|Frankreich"]),
        ("Britische Schiffe liefen aus.", &["Britische|derived|Großbritannien"]),
        ("Die bayerische Küche schmeckt.", &["bayerische|derived|Bayern"]),
        ("Sie mag europäische Filme.", &["europäische|derived|Europa"]),
        ("Das Berliner Wetter ist mild.", &["Berliner|derived|Berlin"]),
        ("Ein Münchner Verein half.", &["Münchner|derived|München"]),
        (
            "Der Emder Flughafen schließt.",
            &["Emder Flughafen|name|Emder Flughafen"],
        ),
        ("Der Bremer Hafen wächst.", &["Bremer|derived|Bremen"]),
        (
            "In der Göttinger Altstadt brannte es.",
            &["Göttinger|derived|Göttingen"],
        ),
        ("Die Russen reisten ab.", &["Russen|demonym|Russland"]),
        ("Eine Ukrainerin singt.", &["Ukrainerin|demonym|Ukraine"]),
        ("Zwei Däninnen gewannen.", &["Däninnen|demonym|Dänemark"]),
        ("Der Franzose stürzte.", &["Franzose|demonym|Frankreich"]),
        ("Die Schweizer stimmten ab.", &["Schweizer|demonym|Schweiz"]),
        ("Er lernt Russisch.", &[]),
        ("Sie spricht gut Deutsch.", &[]),
    ]);
}

#[test]
fn compounds() {
    check(&[
        (
            "Der Zypern-Konflikt dauert an.",
            &["Zypern-Konflikt|compound|Zypern-Konflikt"],
        ),
        (
            "Die Folgen des Zypern-Konflikts sind hart.",
            &["Zypern-Konflikts|compound|Zypern-Konflikt"],
        ),
        (
            "Die Obama-Administration schwieg.",
            &["Obama-Administration|compound|Obama-Administration"],
        ),
        ("Die SPD-Fraktion stimmte zu.", &["SPD-Fraktion|compound|SPD-Fraktion"]),
        ("Der SPD-Chef sprach.", &["SPD-Chef|compound|SPD"]),
        ("Mehrere CDU-Politiker fehlten.", &["CDU-Politiker|compound|CDU"]),
        ("Die US-Börsen öffneten später.", &["US-Börsen|compound|USA"]),
        (
            "Der Putin-Vertraute reiste ab.",
            &["Putin-Vertraute|compound|Wladimir Putin"],
        ),
        ("Das FDP-geführte Ressort sparte.", &["FDP-geführte|compound|FDP"]),
        ("Der Kremlsprecher schwieg.", &["Kremlsprecher|compound|Kreml"]),
        (
            "Eine Bundestagsabgeordnete fragte nach.",
            &["Bundestagsabgeordnete|compound|Bundestag"],
        ),
        ("Sie flog nach Saudi-Arabien.", &["Saudi-Arabien|name|Saudi-Arabien"]),
        (
            "Er lebt in Baden-Württemberg.",
            &["Baden-Württemberg|name|Baden-Württemberg"],
        ),
        (
            "Die deutsch-dänische Grenze ist offen.",
            &["deutsch-dänische|derived|Deutschland"],
        ),
        (
            "Das Fest findet in Berlin-Mitte statt.",
            &["Berlin-Mitte|name|Berlin-Mitte"],
        ),
        ("Der Bahn-Vorstand tagt.", &[]),
        ("Ein Auto-Unfall legte alles lahm.", &[]),
    ]);
}

#[test]
fn spellings() {
    check(&[
        (
            "MOSKAU (AFP) - Das Wetter wird besser.",
            &["MOSKAU|name|Moskau", "AFP|name|AFP"],
        ),
        ("Er zog nach KASSEL.", &["KASSEL|name|Kassel"]),
        ("Sie kam aus Ko\u{308}ln.", &["Ko\u{308}ln|name|Köln"]),
        ("Sie kam aus Mos\u{AD}kau.", &["Mos\u{AD}kau|name|Moskau"]),
        ("Er wohnt in Giessen.", &["Giessen|name|Gießen"]),
        ("Er wohnt in Gießen.", &["Gießen|name|Gießen"]),
        (
            "Die Vereinten\nNationen tagen.",
            &["Vereinten\nNationen|name|Vereinte Nationen"],
        ),
        ("Er bleibt in den U.S.A. wohnen.", &["U.S.A.|name|USA"]),
        ("Sie reist nach New\u{A0}York.", &["New\u{A0}York|name|New York"]),
    ]);
}

#[test]
fn ambiguous_names_need_support() {
    check(&[
        ("Das Essen war kalt.", &[]),
        ("Sie zog nach Essen.", &["Essen|name|Essen"]),
        ("In Halle brannte ein Dach.", &["Halle|name|Halle"]),
        ("Die Halle war voll.", &[]),
        ("Das Bild hing schief.", &[]),
        ("Das schrieb die Zeitung „Bild“ am Montag.", &["Bild|name|Bild-Zeitung"]),
        ("Die Welt ist rund.", &[]),
        ("Der Spiegel zerbrach.", &[]),
        ("Er las es im „Spiegel“.", &["Spiegel|name|Der Spiegel"]),
        ("Das Kind spielt im Grünen.", &[]),
        ("Die Grünen stimmten zu.", &["Grünen|name|Bündnis 90/Die Grünen"]),
        ("Der linke Arm schmerzt.", &[]),
        ("Die Linke stimmte zu.", &["Linke|name|Die Linke"]),
        ("Oder sie bleibt zu Hause.", &[]),
        ("Sie sparte Zeit und Geld.", &[]),
        ("Der Stern leuchtet.", &[]),
    ]);
}

#[test]
fn common_nouns_are_no_names() {
    check(&[
        ("Das Hauptergebnis lag vor.", &[]),
        ("Die Runde auf Arbeitsebene dauert an.", &[]),
        ("In beiden Ländern stieg der Preis.", &[]),
        ("Nach Angaben der Feuerwehr brannte es.", &[]),
        ("Die Mannschaft ging in Führung.", &[]),
        ("Zum Auftakt kamen viele Gäste.", &[]),
        ("Im Rathaus fiel die Entscheidung.", &[]),
        ("Am Montag beginnt die Ernte.", &[]),
        ("Viele Pendler fuhren mit dem Bus.", &[]),
        ("", &[]),
    ]);
}
