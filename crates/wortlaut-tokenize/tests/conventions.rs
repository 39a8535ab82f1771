//! The conventions, one case a line: the tokens of a text with `|` between them and `‖` between sentences.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use wortlaut_tokenize::{TokenKind, Tokenization, Tokenizer, TokenizerOptions};

fn render(text: &str, t: &Tokenization) -> String {
    let sentences: Vec<String> = t
        .sentences
        .iter()
        .map(|sentence| {
            let words: Vec<&str> = sentence
                .tokens
                .slice(&t.tokens)
                .iter()
                .map(|token| token.span.slice(text))
                .collect();
            words.join("|")
        })
        .collect();
    sentences.join("‖")
}

#[track_caller]
fn hold_with(tokenizer: &Tokenizer, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = render(text, &tokenizer.tokenize(text));
            (found != *expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[track_caller]
fn hold(cases: &[(&str, &str)]) {
    hold_with(&Tokenizer::new(), cases);
}

#[test]
fn hyphens() {
    hold(&[
        ("Die FWG-Vize lehnt ab.", "Die|FWG-Vize|lehnt|ab|."),
        ("Ober- und Unterhaus tagen.", "Ober-|und|Unterhaus|tagen|."),
        ("Haupteingang und -ausgang", "Haupteingang|und|-ausgang"),
        ("Ein XY-„Magazin“ erschien.", "Ein|XY-|„|Magazin|“|erschien|."),
        ("Das „Magazin“-Heft fehlt.", "Das|„|Magazin|“|-Heft|fehlt|."),
        (
            "Der 12-jährige Hund und die 1:0-Führung.",
            "Der|12-jährige|Hund|und|die|1:0-Führung|.",
        ),
        ("zwei- bis dreimal, 2- bis 3-mal", "zwei-|bis|dreimal|,|2-|bis|3-mal"),
        ("Nord–Süd-Gefälle", "Nord|–|Süd-Gefälle"),
        ("Er kam - wie immer - spät.", "Er|kam|-|wie|immer|-|spät|."),
        ("Er kam -- spät.", "Er|kam|--|spät|."),
        ("Hans-Georg Kerner und Rot-Weiß", "Hans-Georg|Kerner|und|Rot-Weiß"),
        ("Ober‑Unter‑Bau", "Ober‑Unter‑Bau"),
        ("Covid-19 und A380-800", "Covid-19|und|A380-800"),
        ("Ein-, Zwei- und Dreibettzimmer.", "Ein-|,|Zwei-|und|Dreibettzimmer|."),
        // A slash beside the hyphen of a shared part joins.
        ("Groß-/Kleinschreibung", "Groß-/Kleinschreibung"),
        ("Die Vor-/Nachteile sind klar.", "Die|Vor-/Nachteile|sind|klar|."),
        ("Am Ein-/Ausgang warten.", "Am|Ein-/Ausgang|warten|."),
        ("Das Stand-/Spielbein wechseln.", "Das|Stand-/Spielbein|wechseln|."),
        ("Der Bade-/Wellness-Bereich.", "Der|Bade-/Wellness-Bereich|."),
        ("Alle Schüler-/innen kamen.", "Alle|Schüler-/innen|kamen|."),
        ("Hersteller/-händler zahlen.", "Hersteller/-händler|zahlen|."),
        ("Vor-/Haupt-/Nachsaison", "Vor-/Haupt-/Nachsaison"),
        ("U17-/U19-Junioren", "U17-/U19-Junioren"),
        (
            "12-/13-Jährige und 2-/3-Zimmer-Wohnung",
            "12-/13-Jährige|und|2-/3-Zimmer-Wohnung",
        ),
        ("Ost‑/Westkonflikt", "Ost‑/Westkonflikt"),
        // Without the hyphen, or with blanks, the parts are words of their own.
        (
            "Eingang/Ausgang und Ein- / Ausgang",
            "Eingang|/|Ausgang|und|Ein-|/|Ausgang",
        ),
        ("Vor-/ und Nachteile", "Vor-|/|und|Nachteile"),
        ("und/oder, SPD/Grüne", "und|/|oder|,|SPD|/|Grüne"),
        ("Dipl.-Ing. Kerner sprach.", "Dipl.-Ing.|Kerner|sprach|."),
        ("J.-P. Kerner sprach.", "J.-P.|Kerner|sprach|."),
        ("Karl-H. Kerner sprach.", "Karl-H.|Kerner|sprach|."),
    ]);
    let mut options = TokenizerOptions::default();
    options.ud_hyphens = true;
    hold_with(
        &Tokenizer::with_options(options),
        &[
            ("Die FWG-Vize lehnt ab.", "Die|FWG|-|Vize|lehnt|ab|."),
            ("Ober- und Unterhaus", "Ober|-|und|Unterhaus"),
            (
                "Vor-/Nachteile, Käufer/-händler",
                "Vor|-|/|Nachteile|,|Käufer|/|-|händler",
            ),
            ("Der 12-jährige Hund", "Der|12|-|jährige|Hund"),
            ("Haupteingang und -ausgang", "Haupteingang|und|-|ausgang"),
        ],
    );
}

#[test]
fn abbreviations() {
    hold(&[
        ("Er kam z.B. gestern.", "Er|kam|z.|B.|gestern|."),
        ("Er kam z. B. gestern.", "Er|kam|z.|B.|gestern|."),
        ("Er kam z.\u{a0}B. gestern.", "Er|kam|z.|B.|gestern|."),
        ("Das gilt i.d.R. immer.", "Das|gilt|i.|d.|R.|immer|."),
        ("Das gilt d.h. immer.", "Das|gilt|d.|h.|immer|."),
        (
            "Dr. Kerner und Prof. Dr. Ahn kamen.",
            "Dr.|Kerner|und|Prof.|Dr.|Ahn|kamen|.",
        ),
        ("Er traf Dr. Die Frau ging.", "Er|traf|Dr.|Die|Frau|ging|."),
        (
            "Es gab Äpfel, Birnen usw. Die Kinder aßen.",
            "Es|gab|Äpfel|,|Birnen|usw.‖Die|Kinder|aßen|.",
        ),
        ("Es gab Äpfel usw. und Birnen.", "Es|gab|Äpfel|usw.|und|Birnen|."),
        ("Es gab Äpfel etc.", "Es|gab|Äpfel|etc."),
        (
            "Es gab Tische u. Ä. Sie kaufte alles.",
            "Es|gab|Tische|u.|Ä.‖Sie|kaufte|alles|.",
        ),
        (
            "Sie wohnt in der Lindenstr. Er nicht.",
            "Sie|wohnt|in|der|Lindenstr.‖Er|nicht|.",
        ),
        ("Sie wohnt in der Lindenstr. 5.", "Sie|wohnt|in|der|Lindenstr.|5|."),
        ("Das kostet 5 Mio. Euro.", "Das|kostet|5|Mio.|Euro|."),
        (
            "Das kostet 5 Mio. Die Stadt zahlt.",
            "Das|kostet|5|Mio.‖Die|Stadt|zahlt|.",
        ),
        (
            "Nach Art. 5 Abs. 2 gilt § 80 nicht.",
            "Nach|Art.|5|Abs.|2|gilt|§|80|nicht|.",
        ),
        ("Nach Abs.3 und Nr.7 gilt das.", "Nach|Abs.|3|und|Nr.|7|gilt|das|."),
        ("Er hat eine Art. Sie auch.", "Er|hat|eine|Art|.‖Sie|auch|."),
        ("Er fuhr zum Kap. Dort blieb er.", "Er|fuhr|zum|Kap|.‖Dort|blieb|er|."),
        ("Siehe Kap. 3 und Bd. II.", "Siehe|Kap.|3|und|Bd.|II|."),
        ("Vgl. S. 112 ff. und S. 9 f.", "Vgl.|S.|112|ff.|und|S.|9|f."),
        (
            "Er lebt in der Schweiz. Dort ist es schön.",
            "Er|lebt|in|der|Schweiz|.‖Dort|ist|es|schön|.",
        ),
        (
            "Das sagte das Amt. Der Rat schwieg.",
            "Das|sagte|das|Amt|.‖Der|Rat|schwieg|.",
        ),
        (
            "Komm mit mir, ich gehe mit dir. Das ist gut.",
            "Komm|mit|mir|,|ich|gehe|mit|dir|.‖Das|ist|gut|.",
        ),
        ("Das tat Bill. Er ging.", "Das|tat|Bill|.‖Er|ging|."),
        ("Am 1. Jan. kam Jan. Er blieb.", "Am|1.|Jan.|kam|Jan|.‖Er|blieb|."),
        (
            "Die Kerner GmbH & Co. KGaA zahlt.",
            "Die|Kerner|GmbH|&|Co.|KGaA|zahlt|.",
        ),
        ("A. B. Kerner und C. Ahn gingen.", "A.|B.|Kerner|und|C.|Ahn|gingen|."),
        (
            "Das ist Plan B. Die Stadt zögert.",
            "Das|ist|Plan|B|.‖Die|Stadt|zögert|.",
        ),
        (
            "Das steht in Gruppe A. Danach ging er.",
            "Das|steht|in|Gruppe|A|.‖Danach|ging|er|.",
        ),
        (
            "Angeklagt ist Peter M. Er schweigt.",
            "Angeklagt|ist|Peter|M.‖Er|schweigt|.",
        ),
        (
            "Die U.S. Army und der F.C. kamen.",
            "Die|U.S.|Army|und|der|F.C.|kamen|.",
        ),
        ("Frankfurt a. M. Dort wohnt er.", "Frankfurt|a.|M.‖Dort|wohnt|er|."),
        (
            "Im Jahr 50 v. Chr. Da war Rom groß.",
            "Im|Jahr|50|v.|Chr.‖Da|war|Rom|groß|.",
        ),
        ("Im Jahr 50 v. Chr. war Rom groß.", "Im|Jahr|50|v.|Chr.|war|Rom|groß|."),
        (
            "Die gesetzl. Frist und die wissenschaftl. Arbeit.",
            "Die|gesetzl.|Frist|und|die|wissenschaftl.|Arbeit|.",
        ),
        ("Das sagt Brandl. Er ging.", "Das|sagt|Brandl|.‖Er|ging|."),
        ("St. Anton und St. Pauli spielen.", "St.|Anton|und|St.|Pauli|spielen|."),
    ]);
}

#[test]
fn numbers() {
    hold(&[
        ("Am 18. Februar kam er.", "Am|18.|Februar|kam|er|."),
        ("Er kommt am 21. Danach geht er.", "Er|kommt|am|21.‖Danach|geht|er|."),
        ("Er kommt am 21.", "Er|kommt|am|21."),
        ("Sie wurde 3. Alle jubelten.", "Sie|wurde|3.‖Alle|jubelten|."),
        // Months and days are counted; days cut short are other words.
        ("Sie kam am 3. Febr. nach Hause.", "Sie|kam|am|3.|Febr.|nach|Hause|."),
        ("Es war der 3. Sonnabend im Mai.", "Es|war|der|3.|Sonnabend|im|Mai|."),
        ("Sie wurde 3. So ging es weiter.", "Sie|wurde|3.‖So|ging|es|weiter|."),
        (
            "Am Ende blieb sie 2. Trotzdem lachte sie.",
            "Am|Ende|blieb|sie|2.‖Trotzdem|lachte|sie|.",
        ),
        ("Sie kam als 15. ins Ziel.", "Sie|kam|als|15.|ins|Ziel|."),
        (
            "Sie landete auf Platz 3. Der Trainer schwieg.",
            "Sie|landete|auf|Platz|3|.‖Der|Trainer|schwieg|.",
        ),
        ("Das steht auf Seite 12.", "Das|steht|auf|Seite|12|."),
        ("Um 12. Kerner kam.", "Um|12|.‖Kerner|kam|."),
        ("Das war 1998. Danach zog er um.", "Das|war|1998|.‖Danach|zog|er|um|."),
        ("Das war 1998. Kerner zog um.", "Das|war|1998|.‖Kerner|zog|um|."),
        ("Der Verein heißt Ebersdorf 04.", "Der|Verein|heißt|Ebersdorf|04|."),
        (
            "Die 3. Liga und das 19. Jahrhundert.",
            "Die|3.|Liga|und|das|19.|Jahrhundert|.",
        ),
        (
            "Zum 50. Mal, am 5., 6. und 7. Mai.",
            "Zum|50.|Mal|,|am|5.|,|6.|und|7.|Mai|.",
        ),
        ("Vom 1.-3. Mai und 1.–3. Juni.", "Vom|1.|-|3.|Mai|und|1.|–|3.|Juni|."),
        (
            "Ahn (11.) und Kerner (34., Elfmeter) trafen.",
            "Ahn|(|11.|)|und|Kerner|(|34.|,|Elfmeter|)|trafen|.",
        ),
        ("(Das war im Jahr 12.)", "(|Das|war|im|Jahr|12|.|)"),
        (
            "1. Der Rat tagt. 2. Die Stadt zahlt.",
            "1.|Der|Rat|tagt|.‖2.|Die|Stadt|zahlt|.",
        ),
        (
            "Am 21.6.2024 und 21.6.24 und 21.6. war Markt.",
            "Am|21.6.2024|und|21.6.24|und|21.6.|war|Markt|.",
        ),
        ("Am 2025-02-18 war Markt.", "Am|2025-02-18|war|Markt|."),
        ("Vom 1.5.-3.5.2024 ist zu.", "Vom|1.5.|-|3.5.2024|ist|zu|."),
        ("Am 45.13.2024 war nichts.", "Am|45.13.2024|war|nichts|."),
        (
            "Es sind 25.000 Leute und 7,4 Prozent.",
            "Es|sind|25.000|Leute|und|7,4|Prozent|.",
        ),
        ("Es sind 1'000 Franken.", "Es|sind|1'000|Franken|."),
        ("Es sind 1’000’000 Franken.", "Es|sind|1’000’000|Franken|."),
        (
            "Das 4:1 um 20:15 Uhr, auch 7.15 Uhr.",
            "Das|4:1|um|20:15|Uhr|,|auch|7.15|Uhr|.",
        ),
        (
            "Von 2011-2014 und 2023/24 und 2011/2012.",
            "Von|2011-2014|und|2023/24|und|2011/2012|.",
        ),
        ("Seiten 10-12 und 2–5.", "Seiten|10|-|12|und|2|–|5|."),
        ("Es sind -12 °C und −5 Grad.", "Es|sind|-12|°C|und|−5|Grad|."),
        ("12% von 40€, $35 und 24h.", "12|%|von|40|€|,|$|35|und|24|h|."),
        ("Das wiegt 165g. Der Rest nicht.", "Das|wiegt|165|g|.‖Der|Rest|nicht|."),
        (
            "Die 80er, 1a, 3G und 2010er-Jahre.",
            "Die|80er|,|1a|,|3G|und|2010er-Jahre|.",
        ),
        ("Nach § 129a StGB und §§ 1–3.", "Nach|§|129a|StGB|und|§§|1|–|3|."),
        ("Die B 75 bei km 3,8 ist zu.", "Die|B|75|bei|km|3,8|ist|zu|."),
        (
            "Das kostet 14,- Euro, 14.-- Mark oder 9,– Franken.",
            "Das|kostet|14,-|Euro|,|14.--|Mark|oder|9,–|Franken|.",
        ),
        ("Ruf 05123/4567 an.", "Ruf|05123/4567|an|."),
        ("Das ist 3/4 davon.", "Das|ist|3|/|4|davon|."),
        ("Die 68er und ’68er und '89.", "Die|68er|und|’68er|und|'89|."),
        ("Die 20km-Strecke und 20km Weg.", "Die|20km-Strecke|und|20|km|Weg|."),
        ("Mehr als 1.000-mal.", "Mehr|als|1.000-mal|."),
        ("Version 4.2.2 von 192.168.1.1.", "Version|4.2.2|von|192.168.1.1|."),
        ("Das sind 12 m² und 5 km/h.", "Das|sind|12|m²|und|5|km/h|."),
        ("Der 1.FC Ahn gewann.", "Der|1.|FC|Ahn|gewann|."),
        ("Friedrich II. regierte lange.", "Friedrich|II.|regierte|lange|."),
        (
            "Das war Friedrich II. Die Preußen siegten.",
            "Das|war|Friedrich|II.‖Die|Preußen|siegten|.",
        ),
        ("Es regierte Friedrich II.", "Es|regierte|Friedrich|II."),
        ("Der II. Weltkrieg begann.", "Der|II.|Weltkrieg|begann|."),
        (
            "Das ist Teil II. Der dritte folgt.",
            "Das|ist|Teil|II|.‖Der|dritte|folgt|.",
        ),
    ]);
    let mut options = TokenizerOptions::default();
    options.keep_dates = false;
    hold_with(
        &Tokenizer::with_options(options),
        &[
            ("Am 21.6.2024 war Markt.", "Am|21.|6.|2024|war|Markt|."),
            ("Bis zum 21.6. ist zu.", "Bis|zum|21.|6.|ist|zu|."),
        ],
    );
}

#[test]
fn words_with_marks() {
    hold(&[
        (
            "Wähler:innen, Leser*innen und Pendler_innen",
            "Wähler:innen|,|Leser*innen|und|Pendler_innen",
        ),
        ("Pfleger/-innen und Lehrer/innen", "Pfleger/-innen|und|Lehrer/innen"),
        (
            "Nachbar(inn)en, Schüler(innen), Kolleg(inn)en",
            "Nachbar(inn)en|,|Schüler(innen)|,|Kolleg(inn)en",
        ),
        ("PolitikerInnen und jede:r Ärzt:in", "PolitikerInnen|und|jede:r|Ärzt:in"),
        ("Bürger:innenrat tagt", "Bürger:innenrat|tagt"),
        ("Frage:wer kommt", "Frage|:|wer|kommt"),
        (
            "Heidi's Laden, das gibt's, Klaus' Auto, Marx’ Buch",
            "Heidi's|Laden|,|das|gibt's|,|Klaus'|Auto|,|Marx’|Buch",
        ),
        ("Ich hab' 'ne Idee.", "Ich|hab'|'ne|Idee|."),
        ("Kino/Theater und OS/2 und AC/DC", "Kino|/|Theater|und|OS/2|und|AC/DC"),
        ("Kerner´s Laden, O`Connor, sag‘s", "Kerner´s|Laden|,|O`Connor|,|sag‘s"),
        ("Rock'n'Roll und D'Artagnan", "Rock'n'Roll|und|D'Artagnan"),
        ("Yahoo! und Jeopardy! und Node.js", "Yahoo!|und|Jeopardy!|und|Node.js"),
        ("C++, C#, F# und .NET", "C++|,|C#|,|F#|und|.NET"),
        ("H&M und AT&T und Müller & Söhne", "H&M|und|AT&T|und|Müller|&|Söhne"),
        ("Gru\u{308}ße aus Ko\u{308}ln", "Gru\u{308}ße|aus|Ko\u{308}ln"),
        ("Donau\u{ad}dampf\u{ad}schiff", "Donau\u{ad}dampf\u{ad}schiff"),
        ("Wort\u{200b}teil und Ende\u{200b} da", "Wort\u{200b}teil|und|Ende|da"),
        ("Zum Glück kam im Mai Regen", "Zum|Glück|kam|im|Mai|Regen"),
        ("3×4 und a÷b", "3|×|4|und|a|÷|b"),
        ("É. Ölçek", "É.|Ölçek"),
        ("naïve Çelik", "naïve|Çelik"),
        ("Привет, мир!", "Привет|,|мир|!"),
    ]);
}

#[test]
fn addresses() {
    hold(&[
        (
            "Siehe https://www.beispiel.de/a-b?c=1&d=2.",
            "Siehe|https://www.beispiel.de/a-b?c=1&d=2|.",
        ),
        ("(siehe www.beispiel.de/pfad)", "(|siehe|www.beispiel.de/pfad|)"),
        ("Auf beispiel.de, sagt er.", "Auf|beispiel.de|,|sagt|er|."),
        (
            "Die beispiel.de-Leser und BEISPIEL.DE.",
            "Die|beispiel.de-Leser|und|BEISPIEL.DE|.",
        ),
        ("Mail an anna.kerner@beispiel.de!", "Mail|an|anna.kerner@beispiel.de|!"),
        ("Von @anna_k und #Wahl2025: ja", "Von|@anna_k|und|#Wahl2025|:|ja"),
        ("Er ging.De Vries kam.", "Er|ging|.‖De|Vries|kam|."),
        ("Er kam.Sie ging.", "Er|kam|.‖Sie|ging|."),
        ("Die Linkspartei.PDS kam.", "Die|Linkspartei.PDS|kam|."),
        (
            "https://de.beispiel.org/wiki/A_(B)",
            "https://de.beispiel.org/wiki/A_(B)",
        ),
    ]);
}

#[test]
fn signs() {
    hold(&[
        ("Ja 😀🎉!", "Ja|😀|🎉|!"),
        ("Die 👩‍👩‍👧 und 🇩🇪🇦🇹 und 👍🏽", "Die|👩‍👩‍👧|und|🇩🇪|🇦🇹|und|👍🏽"),
        ("Was?! Nein!!!", "Was|?!‖Nein|!!!"),
        ("dass [...] alles", "dass|[|...|]|alles"),
        ("Er zögerte… Dann kam er.", "Er|zögerte|…‖Dann|kam|er|."),
        ("Er zögerte ... Kerner nicht.", "Er|zögerte|...|Kerner|nicht|."),
        ("Er zögerte... und ging.", "Er|zögerte|...|und|ging|."),
        ("„“", "„|“"),
        ("Ein ''Wort'' und ``noch'' eins", "Ein|''|Wort|''|und|``|noch|''|eins"),
        ("«Ja» und »Nein« und ›Ja‹", "«|Ja|»|und|»|Nein|«|und|›|Ja|‹"),
        ("a\u{7}b\u{0}c", "a|b|c"),
        ("\u{feff}Text", "Text"),
        ("Gut :-)) und ;) -> ja", "Gut|:-))|und|;)|->|ja"),
        ("(Siehe unten:) Ja", "(|Siehe|unten|:|)|Ja"),
        ("Er zögerte... Dr. Kerner kam.", "Er|zögerte|...‖Dr.|Kerner|kam|."),
        ("e = mc²", "e|=|mc²"),
        ("", ""),
        (" \n\t ", ""),
    ]);
}

#[test]
fn sentences() {
    hold(&[
        ("Er kam. Sie ging.", "Er|kam|.‖Sie|ging|."),
        ("„Das ist gut.“ Dann ging er.", "„|Das|ist|gut|.|“‖Dann|ging|er|."),
        (
            "„Das ist gut“, sagte er. „Sehr gut.“",
            "„|Das|ist|gut|“|,|sagte|er|.‖„|Sehr|gut|.|“",
        ),
        (
            "„Kommst du?“ fragte sie. Er nickte.",
            "„|Kommst|du|?|“|fragte|sie|.‖Er|nickte|.",
        ),
        ("„Kommst du?“, fragte sie.", "„|Kommst|du|?|“|,|fragte|sie|."),
        ("„Los!“ rief Kerner.", "„|Los|!|“|rief|Kerner|."),
        (
            "Sie sagte: „Es geht. Wir bleiben.“",
            "Sie|sagte|:|„|Es|geht|.‖Wir|bleiben|.|“",
        ),
        ("Sie sagte: Das ist gut.", "Sie|sagte|:|Das|ist|gut|."),
        ("Er kam.[7] Sie ging.", "Er|kam|.|[|7|]‖Sie|ging|."),
        (
            "Er kam. (Sie nicht.) Dann ging er.",
            "Er|kam|.‖(|Sie|nicht|.|)‖Dann|ging|er|.",
        ),
        ("Er kam (endlich!) an.", "Er|kam|(|endlich|!|)|an|."),
        ("Er kam (wirklich?). Sie ging.", "Er|kam|(|wirklich|?|)|.‖Sie|ging|."),
        ("Schön! 😀 Danke.", "Schön|!|😀‖Danke|."),
        ("Er kam. 2003 ging er.", "Er|kam|.‖2003|ging|er|."),
        ("Er kaufte es. eBay half.", "Er|kaufte|es|.‖eBay|half|."),
        ("Er kam.\nSie ging.", "Er|kam|.‖Sie|ging|."),
        ("Er sagte\n\ndas nicht", "Er|sagte‖das|nicht"),
        ("\"Ja.\" Er ging. \"Nein.\"", "\"|Ja|.|\"‖Er|ging|.‖\"|Nein|.|\""),
        ("»Ja.« Er ging.", "»|Ja|.|«‖Er|ging|."),
        ("«Ja.» Er ging.", "«|Ja|.|»‖Er|ging|."),
        ("“Ja.” Er ging. “Nein.”", "“|Ja|.|”‖Er|ging|.‖“|Nein|.|”"),
        (
            "„Er rief ‚Halt.‘“ Dann lief er.",
            "„|Er|rief|‚|Halt|.|‘|“‖Dann|lief|er|.",
        ),
        ("„Ja.“ – „Nein.“", "„|Ja|.|“‖–|„|Nein|.|“"),
        ("„Ja!“ – so rief er.", "„|Ja|!|“|–|so|rief|er|."),
        ("Erst dies. […] Dann das.", "Erst|dies|.|[|…|]‖Dann|das|."),
        ("Sie sagte: „[...] Ich war es.“", "Sie|sagte|:|„|[|...|]|Ich|war|es|.|“"),
    ]);
}

#[test]
fn line_breaks() {
    hold(&[
        // Wrapped: lines go on in small letters.
        (
            "Der Rat hat gestern nach langer Debatte beschlossen,\ndie Brücke am Markt zu\nsanieren. Die Kosten trägt\ndie Stadt.",
            "Der|Rat|hat|gestern|nach|langer|Debatte|beschlossen|,|die|Brücke|am|Markt|zu|sanieren|.‖Die|Kosten|trägt|die|Stadt|.",
        ),
        // A paragraph a line.
        (
            "Rat beschließt Sanierung\nDer Rat tagte:\n“Wir zahlen.”\nDas war alles.",
            "Rat|beschließt|Sanierung‖Der|Rat|tagte|:‖“|Wir|zahlen|.|”‖Das|war|alles|.",
        ),
        // A paragraph a line, and one of them broken.
        (
            "Der Rat der Stadt hat am Montag nach langer Debatte und mit großer Mehrheit den Bau der Brücke über den Fluss und\ndie Schleuse beschlossen, sagte Kerner am Abend nach der Sitzung im Rathaus von Altenau.\nDas war alles.",
            "Der|Rat|der|Stadt|hat|am|Montag|nach|langer|Debatte|und|mit|großer|Mehrheit|den|Bau|der|Brücke|über|den|Fluss|und|die|Schleuse|beschlossen|,|sagte|Kerner|am|Abend|nach|der|Sitzung|im|Rathaus|von|Altenau|.‖Das|war|alles|.",
        ),
        ("Er kam.\r\nSie ging.\r\n\r\nEnde", "Er|kam|.‖Sie|ging|.‖Ende"),
        ("Er kam.\rSie ging.", "Er|kam|.‖Sie|ging|."),
    ]);
    let text = "Eins.\r\n\r\nZwei.\nDrei.";
    assert_eq!(Tokenizer::new().tokenize(text).paragraphs.len(), 3);
}

#[test]
fn datelines_end_no_sentence() {
    hold(&[
        (
            "Rat tagt wieder\nAltenau. Der Rat tagt.",
            "Rat|tagt|wieder‖Altenau|.|Der|Rat|tagt|.",
        ),
        (
            "ALTENAU (dpa/lni) - Der Rat tagt.",
            "ALTENAU|(|dpa|/|lni|)|-|Der|Rat|tagt|.",
        ),
        ("Altenau (epd). Der Rat tagt.", "Altenau|(|epd|)|.|Der|Rat|tagt|."),
    ]);
}

#[test]
fn kinds() {
    let cases: &[(&str, &[(&str, TokenKind)])] = &[
        (
            "Am 18. Mai 2024 um 20:15 gewann der TSV 25.000 Euro.",
            &[
                ("18.", TokenKind::Ordinal),
                ("2024", TokenKind::Number),
                ("20:15", TokenKind::Clock),
                ("25.000", TokenKind::Number),
            ],
        ),
        (
            "Um 7.15 Uhr am 18.2.2025, 2025-02-18, 2011-2014 und 2023/24.",
            &[
                ("7.15", TokenKind::Clock),
                ("18.2.2025", TokenKind::Date),
                ("2025-02-18", TokenKind::Date),
                ("2011-2014", TokenKind::YearRange),
                ("2023/24", TokenKind::YearRange),
            ],
        ),
        (
            "Dr. Kerner, 80er, 12-jährige, § 5, 12 %",
            &[
                ("Dr.", TokenKind::Abbreviation),
                ("80er", TokenKind::Alphanumeric),
                ("12-jährige", TokenKind::Alphanumeric),
                ("§", TokenKind::Symbol),
                ("%", TokenKind::Symbol),
            ],
        ),
        (
            "https://a.de a@b.de @anna #Tag 😀 ... – ,",
            &[
                ("https://a.de", TokenKind::Url),
                ("a@b.de", TokenKind::Mail),
                ("@anna", TokenKind::Handle),
                ("#Tag", TokenKind::Hashtag),
                ("😀", TokenKind::Emoji),
                ("...", TokenKind::SentenceEnd),
                ("–", TokenKind::Punctuation),
                (",", TokenKind::Punctuation),
            ],
        ),
    ];
    for (text, expected) in cases {
        let t = Tokenizer::new().tokenize(text);
        for (word, kind) in *expected {
            let found = t.tokens.iter().find(|token| token.span.slice(text) == *word);
            assert_eq!(found.map(|token| token.kind), Some(*kind), "{word} in {text}");
        }
    }
}

#[test]
fn abbreviations_of_several_parts_can_be_read_as_one() {
    let tokenizer = Tokenizer::new();
    for (text, expected) in [
        ("Das gilt z. B. heute.", &["z. B."][..]),
        ("Das gilt z.B. heute.", &["z.B."]),
        ("Er kommt i. d. R. um acht, d. h. spät.", &["i. d. R.", "d. h."]),
        ("Das war 44 v. Chr. in Rom.", &["v. Chr."]),
        ("D. h. es bleibt dabei.", &["D. h."]),
        ("Prof. Dr. h. c. Kerner sprach u. a. über Geld.", &["h. c.", "u. a."]),
        ("Der Roman von A. B. Kerner erschien.", &[]),
        ("Dr. Kerner und Prof. Moll kamen.", &[]),
        ("Die Gemeinde Altenau a. d. Leine baut.", &["a. d."]),
    ] {
        let t = tokenizer.tokenize(text);
        let found: Vec<&str> = t
            .joined_abbreviations(text)
            .filter_map(|run| Some(t.span_of(run)?.slice(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}
