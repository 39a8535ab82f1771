//! Sources without a name: who speaks, and which phrases mean the same people. A line `> kind name` is the speaker of a
//! quotation (`> ?`: none), a line `words = name` a mention by role.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

use wortlaut::text::MentionForm;
use wortlaut::{Document, EntityKind, EventStatus, Pipeline};

const NAMED: &[(&str, &[&str])] = &[
    (
        "Die Brücke sei sicher, sagte eine Sprecherin der Polizei. Es gebe keinen Grund zur Sorge, so die Sprecherin.",
        &[
            "> role Sprecherin der Polizei",
            "> role Sprecherin der Polizei",
            "eine Sprecherin der Polizei = Sprecherin der Polizei",
            "die Sprecherin = Sprecherin der Polizei",
        ],
    ),
    (
        "Ein Sprecher des Gerichts teilte mit, der Prozess beginne im Mai.",
        &[
            "> role Sprecher des Gerichts",
            "Ein Sprecher des Gerichts = Sprecher des Gerichts",
        ],
    ),
    (
        "Die Polizei teilte mit, der Fahrer sei geflohen. Nach Angaben der Polizei war er betrunken.",
        &[
            "> group Polizei",
            "> group Polizei",
            "Die Polizei = Polizei",
            "der Polizei = Polizei",
        ],
    ),
    (
        "Laut Polizei ist die Straße wieder frei.",
        &["> group Polizei", "Polizei = Polizei"],
    ),
    (
        "In Regierungskreisen hieß es, die Reform komme. Aus Regierungskreisen verlautete, dass der Plan wackelt.",
        &[
            "> group Regierungskreise",
            "> group Regierungskreise",
            "Regierungskreisen = Regierungskreise",
            "Regierungskreisen = Regierungskreise",
        ],
    ),
    (
        "Anwohner berichteten, sie hätten einen Knall gehört.",
        &["> group Anwohner", "Anwohner = Anwohner"],
    ),
    (
        "„Es war laut“, sagte ein Anwohner. „Wir hatten Angst“, sagte ein anderer Anwohner.",
        &[
            "> role Anwohner",
            "> role anderer Anwohner",
            "ein Anwohner = Anwohner",
            "ein anderer Anwohner = anderer Anwohner",
        ],
    ),
    (
        "„Es war laut“, sagte ein Anwohner. „Wir hatten Angst“, sagte ein Anwohner.",
        &[
            "> role Anwohner",
            "> role Anwohner",
            "ein Anwohner = Anwohner",
            "ein Anwohner = Anwohner",
        ],
    ),
    (
        "„Ich habe nichts gesehen“, sagte eine Nachbarin. Die Nachbarin sagte weiter, sie habe geschlafen.",
        &[
            "> role Nachbarin",
            "> role Nachbarin",
            "eine Nachbarin = Nachbarin",
            "Die Nachbarin = Nachbarin",
        ],
    ),
    (
        "Experten zufolge steigen die Preise. Den Experten zufolge ist das erst der Anfang.",
        &[
            "> group Experten",
            "> group Experten",
            "Experten = Experten",
            "Den Experten = Experten",
        ],
    ),
    (
        "Zwei Zeugen sagten aus, der Mann habe geschossen. Die beiden Zeugen berichteten, er sei geflohen.",
        &[
            "> group zwei Zeugen",
            "> group zwei Zeugen",
            "Zwei Zeugen = zwei Zeugen",
            "Die beiden Zeugen = zwei Zeugen",
        ],
    ),
    (
        "Polizei und Feuerwehr teilten mit, es gebe keine Verletzten. Die Polizei sagte, man ermittle.",
        &[
            "> group Polizei und Feuerwehr",
            "> group Polizei",
            "Polizei und Feuerwehr = Polizei und Feuerwehr",
            "Polizei = Polizei",
            "Die Polizei = Polizei",
        ],
    ),
    (
        "„Das ist gut“, sagte der 45-Jährige.",
        &["> role 45-Jähriger", "der 45-Jährige = 45-Jähriger"],
    ),
    (
        "Eine 62-Jährige berichtete, sie habe das Wasser kommen sehen.",
        &["> role 62-Jährige", "Eine 62-Jährige = 62-Jährige"],
    ),
    (
        "Ein 34-jähriger Nachbar sagte, er habe geschlafen. Der Nachbar sagte auch, das Licht sei an gewesen.",
        &[
            "> role 34-jähriger Nachbar",
            "> role 34-jähriger Nachbar",
            "Ein 34-jähriger Nachbar = 34-jähriger Nachbar",
            "Der Nachbar = 34-jähriger Nachbar",
        ],
    ),
    (
        "Der Arzt der Klinik sagte, er sei unschuldig. Er habe alles getan, sagte er.",
        &[
            "> role Arzt der Klinik",
            "> role Arzt der Klinik",
            "Der Arzt der Klinik = Arzt der Klinik",
        ],
    ),
    (
        "Einer der Anwohner sagte, er habe Angst.",
        &["> role einer der Anwohner", "Einer der Anwohner = einer der Anwohner"],
    ),
    (
        "Das Bundesarbeitsministerium kündigte ein Gesetz an. Das Ministerium erklärte, es gehe um Gerechtigkeit.",
        &[
            "> organization Bundesarbeitsministerium",
            "> organization Bundesarbeitsministerium",
            "Das Ministerium = Bundesarbeitsministerium",
        ],
    ),
    (
        "Aus dem Umfeld der Trainerin hieß es, sie wolle gehen.",
        &[
            "> group Umfeld der Trainerin",
            "dem Umfeld der Trainerin = Umfeld der Trainerin",
        ],
    ),
    (
        "Ein mit der Sache vertrauter Mann sagte, es werde eng.",
        &[
            "> role mit der Sache vertrauter Mann",
            "Ein mit der Sache vertrauter Mann = mit der Sache vertrauter Mann",
        ],
    ),
    (
        "Ihr Anwalt erklärte, sie sei krank. Der Anwalt sagte, der Termin müsse warten.",
        &[
            "> role Anwalt",
            "> role Anwalt",
            "Ihr Anwalt = Anwalt",
            "Der Anwalt = Anwalt",
        ],
    ),
    (
        "Der Angeklagte sagte, er habe nichts getan. Die Angeklagte schwieg dazu.",
        &["> role Angeklagter", "Der Angeklagte = Angeklagter"],
    ),
    (
        "Eine Angeklagte sagte, sie bereue die Tat. Die Angeklagte sagte, es tue ihr leid.",
        &[
            "> role Angeklagte",
            "> role Angeklagte",
            "Eine Angeklagte = Angeklagte",
            "Die Angeklagte = Angeklagte",
        ],
    ),
    (
        "Die Quendel Optik AG senkt die Preise. Das Unternehmen kündigte an, Stellen zu streichen.",
        &["> organization Quendel Optik AG", "Das Unternehmen = Quendel Optik AG"],
    ),
    (
        "Die Quendel Optik AG senkt die Preise. Der MDax-Konzern teilte mit, das sei nötig.",
        &["> organization Quendel Optik AG", "Der MDax-Konzern = Quendel Optik AG"],
    ),
    (
        "Die Quendel Optik AG senkt die Preise. Der Mutterkonzern sagte, man prüfe das.",
        &["> group Mutterkonzern", "Der Mutterkonzern = Mutterkonzern"],
    ),
    (
        "Das Landgericht Kassel hat entschieden. Das Gericht teilte mit, das Urteil sei rechtskräftig.",
        &["> organization Landgericht Kassel", "Das Gericht = Landgericht Kassel"],
    ),
    (
        "Das Landgericht Kassel und das Amtsgericht Fulda streiten. Das Gericht teilte mit, man sei zuständig.",
        &["> group Gericht", "Das Gericht = Gericht"],
    ),
    (
        "Ein Zeuge rief die Feuerwehr. Der Zeuge sagte, es habe gebrannt. Die Polizei dankte dem Zeugen.",
        &[
            "> role Zeuge",
            "Ein Zeuge = Zeuge",
            "Der Zeuge = Zeuge",
            "dem Zeugen = Zeuge",
        ],
    ),
    (
        "Die Staatsanwaltschaft sagte, zwei Millionen fehlten. Ein Sprecher der Staatsanwaltschaft sagte, man ermittle weiter.",
        &[
            "> group Staatsanwaltschaft",
            "> role Sprecher der Staatsanwaltschaft",
            "Die Staatsanwaltschaft = Staatsanwaltschaft",
            "Ein Sprecher der Staatsanwaltschaft = Sprecher der Staatsanwaltschaft",
            "der Staatsanwaltschaft = Staatsanwaltschaft",
        ],
    ),
    (
        "Beobachter rechnen damit, dass die Koalition zerbricht.",
        &["> group Beobachter", "Beobachter = Beobachter"],
    ),
    (
        "Eine Gruppe von Wissenschaftlern warnte vor dem Umbau.",
        &[
            "> group Gruppe von Wissenschaftlern",
            "Eine Gruppe von Wissenschaftlern = Gruppe von Wissenschaftlern",
        ],
    ),
    (
        "Die Mutter des Opfers sagte, sie vermisse ihr Kind.",
        &["> role Mutter des Opfers", "Die Mutter des Opfers = Mutter des Opfers"],
    ),
    (
        "Mehrere Anwohner sagten, sie hätten Schüsse gehört. Die Anwohner forderten mehr Polizei.",
        &[
            "> group mehrere Anwohner",
            "> group mehrere Anwohner",
            "Mehrere Anwohner = mehrere Anwohner",
            "Die Anwohner = mehrere Anwohner",
        ],
    ),
    (
        "Die Behörden warnten, es werde kalt. Den Behörden zufolge starben zwei Menschen.",
        &[
            "> group Behörden",
            "> group Behörden",
            "Die Behörden = Behörden",
            "Den Behörden = Behörden",
        ],
    ),
    (
        "Ein Sprecher der Polizei sagte, alles sei ruhig. Ein Sprecher des Gerichts sagte, es bleibe dabei. Der Polizeisprecher sagte, er habe Zeit.",
        &[
            "> role Sprecher der Polizei",
            "> role Sprecher des Gerichts",
            "> role Sprecher der Polizei",
            "Ein Sprecher der Polizei = Sprecher der Polizei",
            "Ein Sprecher des Gerichts = Sprecher des Gerichts",
            "Der Polizeisprecher = Sprecher der Polizei",
        ],
    ),
    (
        "„Wir bleiben“, sagte eine Teilnehmerin. „Es ist schön hier“, sagte eine weitere Teilnehmerin.",
        &[
            "> role Teilnehmerin",
            "> role weitere Teilnehmerin",
            "eine Teilnehmerin = Teilnehmerin",
            "eine weitere Teilnehmerin = weitere Teilnehmerin",
        ],
    ),
    (
        "Ein Regierungssprecher sagte, man prüfe den Fall. „Das dauert“, sagte der Sprecher.",
        &[
            "> role Regierungssprecher",
            "> role Regierungssprecher",
            "Ein Regierungssprecher = Regierungssprecher",
            "der Sprecher = Regierungssprecher",
        ],
    ),
    (
        "Der 23 Jahre alte Fahrer sagte, er habe das Auto übersehen. Der Fahrer bestritt, getrunken zu haben.",
        &[
            "> role 23 Jahre alter Fahrer",
            "> role 23 Jahre alter Fahrer",
            "Der 23 Jahre alte Fahrer = 23 Jahre alter Fahrer",
            "Der Fahrer = 23 Jahre alter Fahrer",
        ],
    ),
    (
        "Die Ministerin sagte, sie bleibe. „Ich gehe nicht“, sagte die Ministerin.",
        &[
            "> role Ministerin",
            "> role Ministerin",
            "Die Ministerin = Ministerin",
            "die Ministerin = Ministerin",
        ],
    ),
    (
        "Kritiker warnten, das Gesetz sei zu streng. Die Kritiker forderten eine Frist.",
        &[
            "> group Kritiker",
            "> group Kritiker",
            "Kritiker = Kritiker",
            "Die Kritiker = Kritiker",
        ],
    ),
    (
        "Russische Soldaten sagten, sie hätten gefroren. Ukrainische Soldaten sagten, sie hielten durch.",
        &[
            "> group russische Soldaten",
            "> group ukrainische Soldaten",
            "Russische Soldaten = russische Soldaten",
            "Ukrainische Soldaten = ukrainische Soldaten",
        ],
    ),
    (
        "Der Verein forderte mehr Geld für die Jugend.",
        &["> group Verein", "Der Verein = Verein"],
    ),
    (
        "Die Gewerkschaft warnte vor einem Streik. Ein Vertreter der Gewerkschaft sagte, man sei bereit.",
        &[
            "> group Gewerkschaft",
            "> role Vertreter der Gewerkschaft",
            "Die Gewerkschaft = Gewerkschaft",
            "Ein Vertreter der Gewerkschaft = Vertreter der Gewerkschaft",
            "der Gewerkschaft = Gewerkschaft",
        ],
    ),
    (
        "Augenzeugen berichteten von einem Feuer. Ein Augenzeuge sagte, das Dach habe zuerst gebrannt.",
        &[
            "> group Augenzeugen",
            "> role Augenzeuge",
            "Augenzeugen = Augenzeugen",
            "Ein Augenzeuge = Augenzeuge",
        ],
    ),
    (
        "Die Werft teilte mit, der Auftrag sei sicher. Nach Angaben der Werft arbeiten dort hundert Menschen.",
        &[
            "> group Werft",
            "> group Werft",
            "Die Werft = Werft",
            "der Werft = Werft",
        ],
    ),
    (
        "Rettungskräfte sagten, sie hätten drei Menschen befreit.",
        &["> group Rettungskräfte", "Rettungskräfte = Rettungskräfte"],
    ),
    (
        "Der leitende Arzt der Klinik sagte, die Kinder seien gesund.",
        &[
            "> role leitender Arzt der Klinik",
            "Der leitende Arzt der Klinik = leitender Arzt der Klinik",
        ],
    ),
    (
        "Die Feuerwehr meldete, der Brand sei gelöscht. Wie die Feuerwehr mitteilte, blieb das Dach stehen.",
        &[
            "> group Feuerwehr",
            "> group Feuerwehr",
            "Die Feuerwehr = Feuerwehr",
            "die Feuerwehr = Feuerwehr",
        ],
    ),
    (
        "Ein Polizist sagte dem Gericht, er habe den Mann erkannt.",
        &["> role Polizist", "Ein Polizist = Polizist", "dem Gericht = Gericht"],
    ),
    (
        "„Das ist ein Fehler“, sagte ein hochrangiger Beamter. Der Beamte sagte, er kenne den Plan.",
        &[
            "> role hochrangiger Beamter",
            "> role hochrangiger Beamter",
            "ein hochrangiger Beamter = hochrangiger Beamter",
            "Der Beamte = hochrangiger Beamter",
        ],
    ),
    (
        "Eine Frau sagte, sie habe den Hund gekannt. Die Frau sagte, er sei alt gewesen.",
        &["> role Frau", "> role Frau", "Eine Frau = Frau", "Die Frau = Frau"],
    ),
    (
        "Ein Mitarbeiter der Firma sagte, er habe Angst. Ein Mitarbeiter der Firma sagte, er bleibe ruhig.",
        &[
            "> role Mitarbeiter der Firma",
            "> role Mitarbeiter der Firma",
            "Ein Mitarbeiter der Firma = Mitarbeiter der Firma",
            "Ein Mitarbeiter der Firma = Mitarbeiter der Firma",
        ],
    ),
    (
        "Eltern forderten, die Schule zu öffnen.",
        &["> group Eltern", "Eltern = Eltern"],
    ),
    (
        "Der Betreiber erklärte, die Anlage sei dicht.",
        &["> group Betreiber", "Der Betreiber = Betreiber"],
    ),
    (
        "Wissenschaftlerinnen warnten vor der Hitze.",
        &[
            "> group Wissenschaftlerinnen",
            "Wissenschaftlerinnen = Wissenschaftlerinnen",
        ],
    ),
    (
        "Ein Historiker nannte den Fund „einzigartig“.",
        &["> role Historiker", "Ein Historiker = Historiker"],
    ),
    (
        "Laut einem Sprecher der Stadt bleibt das Bad geschlossen.",
        &[
            "> role Sprecher der Stadt",
            "einem Sprecher der Stadt = Sprecher der Stadt",
        ],
    ),
    ("Ministerin Lena Ostholt sagte, sie bleibe.", &["> person Lena Ostholt"]),
    (
        "Die Sprecherin Lena Ostholt sagte, man warte.",
        &["> person Lena Ostholt"],
    ),
    (
        "Die Stadt Kassel teilte mit, die Brücke sei gesperrt.",
        &["> place Kassel"],
    ),
    (
        "Der Bürgermeister der Gemeinde sagte der Zeitung, er sei zufrieden.",
        &[
            "> role Bürgermeister der Gemeinde",
            "Der Bürgermeister der Gemeinde = Bürgermeister der Gemeinde",
        ],
    ),
    (
        "Die Rettungskräfte und die Polizei sagten, sie hätten alles getan.",
        &[
            "> group Rettungskräfte und Polizei",
            "Die Rettungskräfte und die Polizei = Rettungskräfte und Polizei",
        ],
    ),
    (
        "Nach Angaben von Ärzten geht es den Kindern gut.",
        &["> group Ärzte", "Ärzten = Ärzte"],
    ),
    (
        "Wie Diplomaten berichteten, ist der Vertrag fertig.",
        &["> group Diplomaten", "Diplomaten = Diplomaten"],
    ),
    (
        "Von der Behörde hieß es, der Antrag liege vor.",
        &["> group Behörde", "der Behörde = Behörde"],
    ),
    (
        "Der Fahrer, ein 19-Jähriger, sagte, er sei müde gewesen.",
        &["> role Fahrer", "Der Fahrer = Fahrer"],
    ),
    (
        "Die Opposition kritisierte den Haushalt. Die Regierung wies die Kritik zurück.",
        &[
            "> group Opposition",
            "> group Regierung",
            "Die Opposition = Opposition",
            "Die Regierung = Regierung",
        ],
    ),
    (
        "Das Opfer sagte, es habe den Täter gekannt.",
        &["> role Opfer", "Das Opfer = Opfer"],
    ),
    (
        "Nach Angaben der Industrie- und Handelskammer sank die Zahl der Lehrlinge.",
        &[
            "> group Industrie- und Handelskammer",
            "der Industrie- und Handelskammer = Industrie- und Handelskammer",
        ],
    ),
];

const NOBODY: &[(&str, &[&str])] = &[
    ("Die Sache sagte mehr als tausend Worte, dass es zu Ende sei.", &["> ?"]),
    ("Der Tisch sagte, er sei rund.", &["> ?"]),
    ("Laut dem Bericht sank die Zahl der Unfälle.", &["> ?"]),
    ("Die Studie belegt, dass der Regen fehlt.", &["> ?"]),
    ("Kein Zeuge sagte, er habe geschossen.", &["> ?"]),
    ("Jeder Bürger sagte, er sei müde.", &["> ?"]),
    ("Die Polizei sucht einen Mann. Ein Zeuge hatte ihn gesehen.", &[]),
    ("„So geht es nicht weiter“, heißt es in dem Brief.", &["> ?"]),
    ("Es hieß, der Vertrag sei unterschrieben.", &["> ?"]),
    ("Niemand sagte, dass es leicht werde.", &["> ?"]),
];

fn shown(pipeline: &Pipeline, text: &str) -> Vec<String> {
    let document = Document::new(text).unwrap();
    let analysis = pipeline.analyze(&document);
    let mut lines: Vec<String> = Vec::new();
    for quotation in analysis.quotations() {
        let entity = quotation.speaker().and_then(|speaker| speaker.entity());
        lines.push(entity.map_or("> ?".to_owned(), |entity| {
            format!("> {} {}", entity.kind().as_str(), entity.name())
        }));
    }
    for mention in analysis
        .mentions()
        .filter(|mention| mention.form() == MentionForm::Role)
    {
        let entity = mention.entity().unwrap();
        lines.push(format!("{} = {}", mention.text(), entity.name()));
    }
    lines
}

fn check(table: &[(&str, &[&str])]) {
    let pipeline = Pipeline::german();
    let mut faults = Vec::new();
    for (text, expected) in table {
        let found = shown(&pipeline, text);
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

#[test]
fn sources_without_a_name_have_entities() {
    check(NAMED);
}

#[test]
fn what_does_not_speak_has_none() {
    check(NOBODY);
}

#[test]
fn the_same_source_all_over_a_document() {
    let text = "Nach dem Unfall in Wiesbek hat eine Sprecherin der Polizei Einzelheiten genannt. Der Fahrer sei zu schnell gewesen, \
        sagte die Sprecherin am Montag. Ein Anwohner berichtete, er habe Bremsen gehört. \
        „Dann war es still“, sagte der Anwohner. Eine andere Anwohnerin sagte: „Hier rasen alle.“ \
        Die Polizei sucht Zeugen. Die Ermittlungen dauerten an, teilte die Polizei mit.";
    let document = Document::new(text).unwrap();
    let pipeline = Pipeline::german();
    let analysis = pipeline.analyze(&document);
    let mut unnamed: Vec<_> = analysis
        .entities()
        .filter(|entity| matches!(entity.kind(), EntityKind::Role | EntityKind::Group))
        .map(|entity| (entity.name().to_owned(), entity.mentions().count()))
        .collect();
    unnamed.sort();
    let expected = [
        ("Anwohner", 2),
        ("Polizei", 3),
        ("Sprecherin der Polizei", 2),
        ("andere Anwohnerin", 1),
    ];
    assert_eq!(unnamed, expected.map(|(name, count)| (name.to_owned(), count)));
    // Unnamed ones stand behind those with a name.
    let kinds: Vec<bool> = analysis
        .entities()
        .map(|entity| matches!(entity.kind(), EntityKind::Role | EntityKind::Group))
        .collect();
    assert!(kinds.is_sorted());
}

#[test]
fn a_claim_points_to_who_made_it() {
    let text = "Der Zug sei am 3. Mai 2024 entgleist, sagte ein Sprecher der Bahnaufsicht.";
    let document = Document::new(text).unwrap().published("2024-05-10".parse().unwrap());
    let pipeline = Pipeline::german();
    let analysis = pipeline.analyze(&document);
    let claims: Vec<_> = analysis
        .timeline()
        .filter(|event| event.status() == EventStatus::Claimed)
        .map(|event| event.claimed_by().unwrap().name().to_owned())
        .collect();
    assert_eq!(claims, ["Sprecher der Bahnaufsicht"]);
    // They are nobody's participants.
    assert!(analysis.timeline().all(|event| event.data().participants.is_empty()));
}

#[test]
fn what_is_longer_stands_before_what_is_inside() {
    let text = "Eine Sprecherin der Stadt Kassel sagte, man warte auf Regen.";
    let document = Document::new(text).unwrap();
    let pipeline = Pipeline::german();
    let analysis = pipeline.analyze(&document);
    let words: Vec<_> = analysis.mentions().map(|mention| mention.text().to_owned()).collect();
    assert_eq!(words, ["Eine Sprecherin der Stadt Kassel", "Kassel"]);
}
