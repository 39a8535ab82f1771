//! What becomes an event, when it was, and how the text vouches for it. All articles are made up.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::panic,
    reason = "tests may fail loudly"
)]

use wortlaut_gazetteer::Recognizer;
use wortlaut_quote::{QuoteAttributor, QuoteInput};
use wortlaut_syntax::Parser;
use wortlaut_text::Entity;
use wortlaut_timeline::{Event, TimelineBuilder, TimelineInput};
use wortlaut_timex::TimexTagger;
use wortlaut_tokenize::Tokenizer;

/// All articles of the tables appeared on this Thursday.
const PUBLISHED: &str = "2024-03-14";

struct Read {
    events: Vec<Event>,
    entities: Vec<Entity>,
    quotations: usize,
}

fn read(text: &str) -> Read {
    let published = Some(PUBLISHED.parse().unwrap());
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let names = Recognizer::german().recognize(text, &tokens);
    let times = TimexTagger::german().tag(text, &tokens, &syntax, published);
    let spans: Vec<_> = times.iter().map(|time| time.span).collect();
    let (entities, mentions) = (&names.entities[..], &names.mentions[..]);
    let quotations = QuoteAttributor::german().attribute(&QuoteInput {
        text,
        tokens: &tokens,
        syntax: &syntax,
        entities,
        mentions,
        times: &spans,
    });
    let events = TimelineBuilder::german().events(&TimelineInput {
        text,
        tokens: &tokens,
        syntax: &syntax,
        entities,
        mentions,
        times: &times,
        quotations: &quotations,
        published,
    });
    Read {
        events,
        quotations: quotations.len(),
        entities: names.entities,
    }
}

/// `start/end status trigger`, with `..` for open ends.
fn told(text: &str) -> Vec<String> {
    read(text)
        .events
        .iter()
        .map(|event| {
            let day = |day: Option<jiff::civil::Date>| day.map_or("..".to_owned(), |day| day.to_string());
            let trigger = event.trigger.map_or("-", |trigger| trigger.slice(text));
            let (start, end) = (day(event.when.start), day(event.when.end));
            format!("{start}/{end} {} {trigger}", event.status.as_str())
        })
        .collect()
}

/// Holds a table against what is told, and names every line that differs.
fn check(table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, want)| {
            let got = told(text);
            (got != *want).then(|| format!("{text}\n    want {want:?}\n    got  {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_clause_with_a_time_is_an_event() {
    check(&[
        (
            "Der Stadtrat hat am Dienstag den Haushalt beschlossen.",
            &["2024-03-12/2024-03-12 asserted beschlossen"],
        ),
        (
            "Am Mittwochabend brannte in Gera eine Lagerhalle.",
            &["2024-03-13/2024-03-13 asserted brannte"],
        ),
        (
            "Die Brücke wurde 1998 gebaut.",
            &["1998-01-01/1998-12-31 asserted gebaut"],
        ),
        (
            "Im Januar 2023 verkaufte der Konzern seine Werften.",
            &["2023-01-01/2023-01-31 asserted verkaufte"],
        ),
        (
            "Vor zwei Jahren gewann der Verein den Pokal.",
            &["2022-01-01/2022-12-31 asserted gewann"],
        ),
        (
            "Am 4. Oktober 2023 trat die Ministerin zurück.",
            &["2023-10-04/2023-10-04 asserted trat"],
        ),
        (
            "Gestern tagte der Ausschuss, am Montag reist die Delegation nach Oslo.",
            &[
                "2024-03-13/2024-03-13 asserted tagte",
                "2024-03-18/2024-03-18 planned reist",
            ],
        ),
        (
            "Der Chor, der 1951 gegründet wurde, singt im Dom.",
            &["1951-01-01/1951-12-31 asserted gegründet"],
        ),
    ]);
}

#[test]
fn prepositions_open_the_ends() {
    check(&[
        (
            "Seit Januar 2022 haben 40 Läden geschlossen.",
            &["2022-01-01/.. asserted geschlossen"],
        ),
        (
            "Vor 1990 verkehrten hier keine Züge, sagen die Anwohner.",
            &["../1989-12-31 denied verkehrten"],
        ),
        (
            "Ab Montag sperrt die Bahn die Strecke.",
            &["2024-03-18/.. planned sperrt"],
        ),
        (
            "Bis 2030 sollen alle Busse elektrisch fahren.",
            &["../2030-12-31 planned fahren"],
        ),
        (
            "Zwischen 1961 und 1964 wurde der Damm gebaut.",
            &["1961-01-01/1964-12-31 asserted gebaut"],
        ),
        ("Die Stadt will nicht vor 2027 bauen.", &["2027-01-01/.. planned bauen"]),
        (
            "Seit vier Jahren leitet sie das Haus.",
            &["2020-01-01/.. asserted leitet"],
        ),
        (
            "Das Fest dauerte von Freitag bis Sonntag.",
            &["2024-03-08/2024-03-10 asserted dauerte"],
        ),
    ]);
}

#[test]
fn a_time_that_is_taken_out_dates_nothing() {
    check(&[
        (
            "Statt im Mai 2024 werden die Züge erst Anfang 2025 rollen.",
            &["2025-01-01/2025-03-31 planned rollen"],
        ),
        (
            "Statt schon am Montag wird die Bahn die Strecke am Freitag sperren.",
            &["2024-03-15/2024-03-15 planned sperren"],
        ),
        (
            "Im Mai 2024 werden statt der Busse Züge fahren.",
            &["2024-05-01/2024-05-31 planned fahren"],
        ),
    ]);
}

#[test]
fn the_deadline_of_a_decision_is_not_its_date() {
    check(&[
        (
            "Am Montag beschloss der Rat die Sanierung bis 2038.",
            &[
                "2024-03-11/2024-03-11 asserted beschloss",
                "../2038-12-31 planned Sanierung",
            ],
        ),
        (
            "Die Bahn sperrt die Strecke bis 2025.",
            &["../2025-12-31 planned sperrt"],
        ),
    ]);
}

#[test]
fn what_a_split_frame_cuts_off_is_claimed() {
    check(&[
        (
            "In den neunziger Jahren, erzählt er, sei er schon einmal umgeschult worden.",
            &["1990-01-01/1999-12-31 claimed umgeschult"],
        ),
        (
            "Am Montag erzählte er, er sei schon einmal umgeschult worden.",
            &["2024-03-11/2024-03-11 asserted erzählte"],
        ),
    ]);
}

#[test]
fn before_the_calendar_nothing_is_dated() {
    check(&[
        ("Vor rund 130.000 Jahren lag hier ein Gletscher.", &[]),
        (
            "Vor 200 Jahren lag hier ein Dorf.",
            &["1824-01-01/1824-12-31 asserted lag"],
        ),
    ]);
}

#[test]
fn times_of_one_clause_are_one_time() {
    check(&[
        (
            "Der Regen hatte am Montag gegen 3.15 Uhr eingesetzt.",
            &["2024-03-11/2024-03-11 asserted eingesetzt"],
        ),
        (
            "Am kommenden Freitag (20.15 Uhr) zeigt das Kino den Film.",
            &["2024-03-15/2024-03-15 planned zeigt"],
        ),
        (
            "Gewählt wird am 5. Mai und am 9. Juni.",
            &[
                "2024-05-05/2024-05-05 planned Gewählt",
                "2024-06-09/2024-06-09 planned Gewählt",
            ],
        ),
    ]);
}

#[test]
fn a_date_after_an_event_noun_dates_the_noun() {
    check(&[
        (
            "Die Partei rechnet nach der Landtagswahl am 22. September mit neuen Mehrheiten.",
            &["2024-09-22/2024-09-22 planned Landtagswahl"],
        ),
        (
            "Der Zeuge berichtete von einem Telefonat vom 5. Februar.",
            &["2024-02-05/2024-02-05 asserted Telefonat"],
        ),
        (
            "Die am Montag vorgelegten Zahlen überraschten die Börse.",
            &["2024-03-11/2024-03-11 asserted vorgelegten"],
        ),
        (
            "Bei dem Anschlag vom 3. Februar 2004 starben viele Menschen.",
            &["2004-02-03/2004-02-03 asserted Anschlag"],
        ),
        (
            "Bei einer Kundgebung am Dienstag sprach der Minister.",
            &["2024-03-12/2024-03-12 asserted Kundgebung"],
        ),
        (
            "Der Verein forscht über den Abriss des Doms vor 90 Jahren.",
            &["1934-01-01/1934-12-31 asserted Abriss"],
        ),
    ]);
}

#[test]
fn times_that_date_nothing_of_their_clause() {
    check(&[
        // What is counted, compared with, denied or talked about.
        (
            "Sie gewann am Sonntag zum dritten Mal nach 2006 und 2008 das Rennen.",
            &["2024-03-10/2024-03-10 asserted gewann"],
        ),
        (
            "Er sagte, der Rat müsse jetzt entscheiden und nicht in drei Monaten.",
            &[],
        ),
        ("Der Konzern ist nach einem schwachen ersten Halbjahr vorsichtig.", &[]),
        ("Das Kapitel über die sechziger Jahre wirkt überladen.", &[]),
        ("Die „Große Flut“ von 1962 ist vergessen.", &[]),
        ("Es war der wärmste Tag seit Beginn der Messungen im Jahr 1881.", &[]),
        // A time of the object beside one of the clause.
        (
            "Am Montag gaben Fahrer Betrug in den neunziger Jahren zu.",
            &["2024-03-11/2024-03-11 asserted gaben"],
        ),
        (
            "In den neunziger Jahren betrogen viele Fahrer.",
            &["1990-01-01/1999-12-31 asserted betrogen"],
        ),
        // What a wish is for has the deadline.
        ("Die Belegschaft erwartet eine Garantie bis 2030.", &[]),
        ("Die Werft wird bis 2030 umgebaut.", &["../2030-12-31 planned umgebaut"]),
    ]);
}

#[test]
fn what_is_unreal_or_holds_today_is_no_event() {
    check(&[
        ("Die Bank hätte vor einem halben Jahr handeln müssen.", &[]),
        ("„Fragen Sie mich am Sonntag noch einmal“, sagte der Trainer.", &[]),
        ("Das Amt prüfe die Preise bereits heute, sagte der Minister.", &[]),
        ("Strafen bis 600 Euro sind vorgesehen.", &[]),
        ("Umbauten sind geplant.", &["2024-03-14/.. planned geplant"]),
        (
            "Heute prüfte das Amt die Preise.",
            &["2024-03-14/2024-03-14 asserted prüfte"],
        ),
    ]);
}

#[test]
fn status_of_what_goes_on() {
    check(&[
        (
            "Er steht noch bis 2028 unter Vertrag.",
            &["../2028-12-31 asserted steht"],
        ),
        ("Der Vertrag soll bis 2028 gelten.", &["../2028-12-31 planned gelten"]),
        ("Ihr Vertrag läuft bis 2028.", &["../2028-12-31 asserted läuft"]),
        (
            "Die Finanzierung ist bis 2028 gesichert.",
            &["../2028-12-31 asserted gesichert"],
        ),
        (
            "So hoch war der Preis seit 2010 nicht mehr.",
            &["2010-01-01/.. denied war"],
        ),
    ]);
}

#[test]
fn status() {
    check(&[
        (
            "Der Bundestag soll am 21. März über das Gesetz abstimmen.",
            &["2024-03-21/2024-03-21 planned abstimmen"],
        ),
        (
            "Die Parteien wollen sich am Freitag treffen.",
            &["2024-03-15/2024-03-15 planned treffen"],
        ),
        (
            "Der Zug wird am Sonntag in Bremen halten.",
            &["2024-03-17/2024-03-17 planned halten"],
        ),
        (
            "Die Sitzung ist für den 2. April geplant.",
            &["2024-04-02/2024-04-02 planned geplant"],
        ),
        (
            "Für das kommende Jahr erwartet die Kammer mehr Aufträge.",
            &["2025-01-01/2025-12-31 planned erwartet"],
        ),
        (
            "Der Zeuge erschien am Montag nicht.",
            &["2024-03-11/2024-03-11 denied erschien"],
        ),
        (
            "Am Montag kamen nicht nur Eltern.",
            &["2024-03-11/2024-03-11 asserted kamen"],
        ),
        (
            "Der Mann soll am Montag einen Polizisten verletzt haben.",
            &["2024-03-11/2024-03-11 claimed verletzt"],
        ),
        (
            "Die Reparatur soll Anfang Mai abgeschlossen sein.",
            &["2024-05-01/2024-05-10 planned abgeschlossen"],
        ),
        (
            "Die Staatsanwaltschaft wirft ihm vor, im Jahr 2007 Kunden betrogen zu haben.",
            &["2007-01-01/2007-12-31 claimed betrogen"],
        ),
        (
            "Wenn der Rat am 3. Mai zustimmt, beginnt der Bau.",
            &["2024-05-03/2024-05-03 conditional zustimmt"],
        ),
        (
            "Falls die Werft im Juni schließt, verlieren viele ihre Arbeit.",
            &["2024-06-01/2024-06-30 conditional schließt"],
        ),
    ]);
}

#[test]
fn what_others_say_is_a_claim() {
    check(&[
        (
            "„Wir haben im Januar 2023 gewarnt“, sagte Bürgermeisterin Antje Kolbe am Dienstag in Emden.",
            &[
                "2023-01-01/2023-01-31 claimed gewarnt",
                "2024-03-12/2024-03-12 asserted sagte",
            ],
        ),
        (
            "Sprecher Jörn Habeland betonte am Montag, dass die Anlage 2019 geprüft worden sei.",
            &[
                "2019-01-01/2019-12-31 claimed geprüft",
                "2024-03-11/2024-03-11 asserted betonte",
            ],
        ),
        (
            "Die Sanierung soll im August beginnen, teilte die Stadt am Mittwoch mit.",
            &[
                "2024-03-13/2024-03-13 asserted teilte",
                "2024-08-01/2024-08-31 planned beginnen",
            ],
        ),
    ]);
}

#[test]
fn dates_are_taken_over() {
    check(&[
        (
            "Ministerin Ina Brandis sprach am Montag mit den Bauern. Der Verband hatte zuvor Proteste angekündigt.",
            &[
                "2024-03-11/2024-03-11 asserted sprach",
                "../2024-03-11 asserted angekündigt",
            ],
        ),
        (
            "Am 7. März berieten die Trainer in Lübeck. Nach der Sitzung gab es Suppe.",
            &[
                "2024-03-07/2024-03-07 asserted berieten",
                "2024-03-07/2024-03-07 asserted gab",
            ],
        ),
        (
            "1971 eröffnete sie ihre Werkstatt, drei Jahre später heiratete sie.",
            &[
                "1971-01-01/1971-12-31 asserted eröffnete",
                "1974-01-01/1974-12-31 asserted heiratete",
            ],
        ),
        ("Umbauten am Bahnhof sind geplant.", &["2024-03-14/.. planned geplant"]),
    ]);
}

#[test]
fn what_is_general_asked_or_compared_is_no_event() {
    check(&[
        // Habits, and what is the same again and again.
        ("Jedes Jahr am 3. Mai läuten in Gera die Glocken.", &[]),
        ("Im Sommer ist das Haus meistens leer.", &[]),
        (
            "Die Treffen, die jeden Montag um 17 Uhr stattfanden, sind vergessen.",
            &[],
        ),
        (
            "Am Freitag bleibt es meist trocken.",
            &["2024-03-15/2024-03-15 planned bleibt"],
        ),
        // Nobody in particular.
        ("Wer vor 1980 geboren ist, zahlt nichts.", &[]),
        ("Im Herbst sollte man die Rohre prüfen.", &[]),
        // Questions.
        ("Was geschah am 3. Februar in Gera?", &[]),
        // When, not what.
        ("Das war vor fünf Jahren.", &[]),
        // Figures and days that are compared with.
        (
            "Am Montag kamen mehr Gäste als am Freitag.",
            &["2024-03-11/2024-03-11 asserted kamen"],
        ),
        (
            "Am Montag stieg der Kurs von 12 Euro am Freitag auf 14 Euro.",
            &["2024-03-11/2024-03-11 asserted stieg"],
        ),
        (
            "Wie am Montag bekannt wurde, schließt die Fabrik.",
            &["2024-03-11/2024-03-11 asserted bekannt"],
        ),
        (
            "Am Montag sank der Kurs gegenüber dem Vorjahr um vier Prozent.",
            &["2024-03-11/2024-03-11 asserted sank"],
        ),
        ("Der Umsatz wuchs im Vergleich zum Vorjahr um vier Prozent.", &[]),
        ("Die Firma blickt vorsichtig auf das laufende Jahr.", &[]),
        // What is spoken of.
        ("Der Streik verdarb der Firma das zweite Quartal.", &[]),
        (
            "Der Verband schätzt die Lücke für das laufende Jahr auf 40 Millionen Euro.",
            &[],
        ),
        // What is wished for.
        ("Man brauche spätestens im Sommer Klarheit, sagte der Trainer.", &[]),
        // Appositions.
        (
            "Ina Brandis, seit zwei Jahren im Amt, sprach am Montag in Gera.",
            &["2024-03-11/2024-03-11 asserted sprach"],
        ),
        // The present, in an article about what was.
        (
            "1936 wurde der Hafen gebaut. Heute grasen dort Schafe.",
            &["1936-01-01/1936-12-31 asserted gebaut"],
        ),
        ("Von den Arbeitern redet heute niemand mehr.", &[]),
        (
            "Die Partei kommt am Sonntagabend auf 20 Prozent.",
            &["2024-03-17/2024-03-17 planned kommt"],
        ),
        // The present of a reportage, which has no day.
        (
            "Um fünf Uhr brennt in der Bäckerei schon Licht. Am Mittag sitzt der Chef im Büro.",
            &[],
        ),
    ]);
}

#[test]
fn chronologies() {
    check(&[
        (
            "2001: Gutachter entdecken Risse im Stahl.",
            &["2001-01-01/2001-12-31 asserted entdecken"],
        ),
        (
            "30. November 2012: Die Brücke wird gesperrt.",
            &["2012-11-30/2012-11-30 asserted gesperrt"],
        ),
        (
            "14. Mai 2024: Der Ausschuss stimmt dem Neubau zu.",
            &["2024-05-14/2024-05-14 planned stimmt"],
        ),
    ]);
}

#[test]
fn times_counted_from_what_was_told() {
    check(&[
        (
            "Am 9. Juli 2022 stürzte die Brücke ein. Zwei Tage vor dem Einsturz hatte ein Radler Risse gemeldet.",
            &[
                "2022-07-07/2022-07-07 asserted gemeldet",
                "2022-07-09/2022-07-09 asserted stürzte",
            ],
        ),
        (
            "Das Theater brannte am 11. November 1991 nieder. Zehn Monate nach dem Brand öffnete es wieder.",
            &[
                "1991-11-11/1991-11-11 asserted brannte",
                "1992-09-01/1992-09-30 asserted öffnete",
            ],
        ),
        (
            "Am 24. September 2023 war die Wahl in Gera. Am Tag nach der Wahl trat er zurück.",
            &[
                "2023-09-24/2023-09-24 asserted war",
                "2023-09-25/2023-09-25 asserted trat",
            ],
        ),
        // What was never told dates nothing.
        ("Zwei Tage vor dem Einsturz hatte ein Radler Risse gemeldet.", &[]),
    ]);
}

#[test]
fn clock_times_belong_to_the_day_that_is_told() {
    check(&[
        (
            "In Gera brannte am Sonntag ein Heim. Das teilte die Polizei am Mittwoch mit.\n\nGegen 14 Uhr war das \
             Feuer in der Küche ausgebrochen.",
            &[
                "2024-03-10/2024-03-10 claimed brannte",
                "2024-03-10/2024-03-10 asserted ausgebrochen",
                "2024-03-13/2024-03-13 asserted teilte",
            ],
        ),
        (
            "Am 9. Juli 2002 brannte ein Heim. Am Nachmittag sprach der Rat über das Geld.",
            &[
                "2002-07-09/2002-07-09 asserted brannte",
                "2002-07-09/2002-07-09 asserted sprach",
            ],
        ),
    ]);
}

#[test]
fn what_is_called_off_does_not_happen() {
    check(&[
        (
            "Das für Freitag geplante Konzert wurde abgesagt.",
            &["2024-03-15/2024-03-15 denied Konzert"],
        ),
        (
            "Das Konzert am Freitag fällt aus.",
            &["2024-03-15/2024-03-15 denied Konzert"],
        ),
        (
            "Am Dienstag fiel der Strom aus.",
            &["2024-03-12/2024-03-12 asserted fiel"],
        ),
    ]);
}

#[test]
fn today_is_the_day_it_was_said() {
    check(&[(
        "„Wir haben heute alles versucht“, sagte Trainerin Ina Brandis am Dienstag.",
        &[
            "2024-03-12/2024-03-12 claimed versucht",
            "2024-03-12/2024-03-12 asserted sagte",
        ],
    )]);
}

#[test]
fn told_again() {
    let text = "Am Dienstag hat der Rat in Gera den Haushalt beschlossen. Der Streit war lang. Der Rat beschloss den \
                Haushalt am Dienstag um 18 Uhr. Am Dienstag beschloss der Kreistag in Jena eine Steuer.";
    let read = read(text);
    let told: Vec<_> = read
        .events
        .iter()
        .map(|event| (event.span.slice(text), event.retold.len(), event.clock.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("Am Dienstag beschloss der Kreistag in Jena eine Steuer", 0, false),
            ("Am Dienstag hat der Rat in Gera den Haushalt beschlossen", 1, true),
        ]
    );
}

#[test]
fn stretches() {
    check(&[
        (
            "Die Minister kommen am 2. und 3. April zusammen.",
            &["2024-04-02/2024-04-03 planned kommen"],
        ),
        (
            "Zwischen Montag, 18 Uhr, und Dienstag, 6 Uhr, wurde ein Bagger gestohlen.",
            &["2024-03-11/2024-03-12 asserted gestohlen"],
        ),
        (
            "In der Saison 2018/19 stieg der Verein ab.",
            &["2018-07-01/2019-06-30 asserted stieg"],
        ),
        (
            "Bis Freitag um zwei Uhr fallen viele Züge aus.",
            &["../2024-03-15 planned fallen"],
        ),
    ]);
}

#[test]
fn what_follows_from_a_condition_is_conditional() {
    check(&[
        (
            "Sollten die Gespräche scheitern, drohen im April Streiks.",
            &["2024-04-01/2024-04-30 conditional drohen"],
        ),
        (
            "Wenn der Rat am 3. Mai zustimmt, beginnt im Juni der Bau.",
            &[
                "2024-05-03/2024-05-03 conditional zustimmt",
                "2024-06-01/2024-06-30 conditional beginnt",
            ],
        ),
        (
            "Gewählt werden müsste spätestens im August.",
            &["2024-08-01/2024-08-31 conditional Gewählt"],
        ),
    ]);
}

#[test]
fn no_event() {
    check(&[
        ("Der Bus fährt jeden Montag nach Plauen.", &[]),
        ("Die Fahrt dauert zwei Stunden.", &[]),
        ("Der 46-jährige Trainer lobte die Mannschaft.", &[]),
        ("Das Museum zeigt Werke des 19. Jahrhunderts.", &[]),
        ("Die Verluste der vergangenen fünf Monate schmerzen.", &[]),
        ("Die Stadt liegt an der Elbe.", &[]),
        ("Inzwischen ist die Straße wieder frei.", &[]),
        ("Über Nacht wird daraus kein Erfolg.", &[]),
        ("Die Bahn fährt alle zehn Minuten.", &[]),
        ("Das Haus aus dem Jahr 1905 steht leer.", &[]),
        ("Heute ist das Haus ein Museum.", &[]),
        ("In den vergangenen Jahren hat der Ort viel Geld ausgegeben.", &[]),
        ("Das ist der höchste Stand seit 1954.", &[]),
        ("Der Verein hat zum ersten Mal seit 2010 verloren.", &[]),
        ("Zwischen 10 und 18 Uhr ist die Kasse besetzt.", &[]),
        ("Zwanzig Minuten später war alles vorbei.", &[]),
        ("„Wir müssen heute vorsichtig sein“, sagte Sprecherin Ina Brandis.", &[]),
        ("Der Vertrag gilt für drei Jahre.", &[]),
        ("", &[]),
    ]);
}

#[test]
fn what_is_not_the_article_makes_no_event() {
    let text = "Der Rat hat am Dienstag den Bau beschlossen.\n\nMehr zum Thema – Am Montag begann der Abriss\n";
    assert_eq!(told(text), ["2024-03-12/2024-03-12 asserted beschlossen"]);
    let text = "Bern, 13. März (sda) - Das Parlament hat am Mittwoch getagt.\n";
    assert_eq!(told(text), ["2024-03-13/2024-03-13 asserted getagt"]);
}

#[test]
fn an_event_knows_who_where_and_what_was_said() {
    let text = "„Wir bauen“, sagte Bürgermeisterin Antje Kolbe am Dienstag in Emden.";
    let read = read(text);
    let [event] = &read.events[..] else {
        panic!("{:?}", read.events)
    };
    let names = |entities: &[wortlaut_text::EntityIdx]| -> Vec<String> {
        let entities = entities.iter().filter_map(|index| index.get(&read.entities));
        entities.map(|entity| entity.name.clone()).collect()
    };
    assert_eq!(names(&event.participants), ["Antje Kolbe"]);
    assert_eq!(names(&event.places), ["Emden"]);
    assert_eq!(read.quotations, 1);
    assert_eq!(event.quotations.len(), 1);
    assert_eq!(event.timexes.len(), 1);
    let rules: Vec<_> = event.evidence.iter().map(|evidence| evidence.rule.as_str()).collect();
    assert_eq!(rules, ["timeline.utterance", "timeline.anchor.at"]);
}

#[test]
fn the_label_leaves_out_the_dateline_and_shows_what_is_said() {
    let text = "Emden (eb) – Der Rat hat am Montag getagt. „Wir bauen“, sagte Bürgermeisterin Antje Kolbe am Dienstag.";
    let labels: Vec<_> = read(text)
        .events
        .iter()
        .map(|event| event.label.slice(text).to_owned())
        .collect();
    let said = "„Wir bauen“, sagte Bürgermeisterin Antje Kolbe am Dienstag.";
    assert_eq!(labels, ["Der Rat hat am Montag getagt", said]);
}

#[test]
fn within_a_day_the_clock_counts() {
    let text = "Um 20.15 Uhr begann am Montag das Spiel. Der Rat tagte am Montag. Am Montag um 8 Uhr brach ein Feuer aus. \
                In der Nacht zum Montag hatte es geschneit.";
    let words: Vec<_> = told(text).iter().map(|event| event[31..].to_owned()).collect();
    assert_eq!(words, ["geschneit", "tagte", "brach", "begann"]);
}

#[test]
fn the_timeline_is_in_the_order_of_time() {
    let text = "Am Mittwoch tagte der Rat. Am Montag hatte es gebrannt. 1990 wurde die Halle gebaut. \
                Bis Dienstag war die Straße gesperrt.";
    let order: Vec<_> = told(text).iter().map(|event| event[..10].to_owned()).collect();
    assert_eq!(order, ["1990-01-01", "2024-03-11", "../2024-03", "2024-03-13"]);
}

#[test]
fn clock_times_of_events() {
    for (text, clock) in [
        (
            "Die Fähre legte am Montag um 20.15 Uhr ab.",
            "2024-03-11T20:15:00/2024-03-11T20:15:00",
        ),
        (
            "Der Alarm war am Dienstag gegen 3.50 Uhr losgegangen.",
            "2024-03-12T03:50:00/2024-03-12T03:50:00",
        ),
        ("Das Rathaus blieb bis 8.45 Uhr geschlossen.", "../2024-03-14T08:45:00"),
        ("Die Strecke war ab 9.15 Uhr gesperrt.", "2024-03-14T09:15:00/.."),
        (
            "In der Nacht zum Mittwoch brannte ein Stall.",
            "2024-03-12T22:00:00/2024-03-13T06:00:00",
        ),
        (
            "Am Montagabend tagte der Rat.",
            "2024-03-11T18:00:00/2024-03-11T22:00:00",
        ),
        ("Am Montag tagte der Rat.", "-"),
    ] {
        let read = read(text);
        let end = |end: Option<jiff::civil::DateTime>| end.map_or_else(|| "..".to_owned(), |at| at.to_string());
        let clocks: Vec<String> = read
            .events
            .iter()
            .map(|event| {
                event.clock.map_or_else(
                    || "-".to_owned(),
                    |clock| format!("{}/{}", end(clock.start), end(clock.end)),
                )
            })
            .collect();
        assert_eq!(clocks, [clock], "{text}");
    }
}
