use super::*;

fn gold(json: &str) -> GoldArticle {
    serde_json::from_str(json).unwrap()
}

fn system(layers: &str) -> wire::Analysis {
    let head =
        r#""schema":"wortlaut/1","offsets":"bytes","document":{"id":null,"published":null,"inferred":null,"bytes":0}"#;
    let mut all: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&format!("{{{head}}}")).unwrap();
    for layer in [
        "zones",
        "sentences",
        "tokens",
        "entities",
        "mentions",
        "timexes",
        "quotations",
        "events",
    ] {
        all.insert(layer.into(), serde_json::json!([]));
    }
    let given: serde_json::Map<String, serde_json::Value> = serde_json::from_str(layers).unwrap();
    all.extend(given);
    serde_json::from_value(all.into()).unwrap()
}

fn scored(gold: &GoldArticle, system: &wire::Analysis) -> ArticleScore {
    let mut score = ArticleScore::default();
    score.add(gold, system);
    score
}

fn timex(start: u32, end: u32, value: &str) -> String {
    format!(
        r#"{{"span":[{start},{end}],"type":"DATE","value":"{value}","interval":null,"granularity":null,"mod":null,"confidence":1.0,"evidence":[]}}"#
    )
}

fn mention(start: u32, end: u32, entity: &str) -> String {
    format!(r#"{{"span":[{start},{end}],"entity":"{entity}","form":"name","confidence":1.0,"evidence":[]}}"#)
}

fn entity(id: &str, name: &str, ids: &str) -> String {
    format!(r#"{{"id":"{id}","kind":"person","name":"{name}","ids":{{{ids}}},"gender":null}}"#)
}

fn quotation(kind: &str, start: u32, end: u32, speaker: &str) -> String {
    format!(
        r#"{{"kind":"{kind}","content":[[{start},{end}]],"speaker":{speaker},"cue":[],"frame":[],"addressee":null,"medium":null,"continues":null,"uttered":null,"confidence":1.0,"evidence":[]}}"#
    )
}

fn event(start: u32, end: u32, from: &str, to: &str) -> String {
    format!(
        r#"{{"span":[{start},{end}],"trigger":null,"start":{from},"end":{to},"granularity":"day","status":"asserted","claimed_by":null,"participants":[],"places":[],"quotations":[],"timexes":[],"label":"","confidence":1.0,"evidence":[]}}"#
    )
}

#[test]
fn spans_of_tokens_and_sentences() {
    let gold = gold(
        r#"{"text":"Ja. Ö!","tokens":{"rows":[["Ja",0,2,0,2,"s"],[".",2,3,2,3,"s"],["Ö",4,5,4,6,"t"],["!",5,6,6,7,"t"]]},
            "sentences":[{"id":"s","byte":[0,3]},{"id":"t","byte":[4,7]}]}"#,
    );
    let word = |start: u32, end: u32| format!(r#"{{"span":[{start},{end}],"kind":"word"}}"#);
    let system = system(&format!(
        r#"{{"tokens":[{},{},{}],"sentences":[{{"span":[0,7]}}]}}"#,
        word(0, 3),
        word(4, 6),
        word(6, 7)
    ));
    let score = scored(&gold, &system);
    assert_eq!(score.tokens, [2, 4, 3]);
    assert_eq!(score.sentences, [0, 2, 1]);
    assert!((span_f1(score.tokens) - 57.142_857).abs() < 1e-5);
    assert_eq!(span_f1(score.sentences), 0.0);
}

#[test]
fn times_by_overlap_extent_and_value() {
    let gold = gold(
        r#"{"text":"am Dienstag, heute, im Mai","timexes":[
            {"text":"Dienstag","byte":[3,11],"value":"2025-02-25","accept_extents":["am Dienstag"]},
            {"text":"heute","byte":[13,18],"value":"PRESENT_REF","optional":true},
            {"text":"Mai","byte":[23,26],"value":"2025-05","accept_values":["XXXX-05"]}]}"#,
    );
    let times = [
        timex(0, 11, "2025-02-25"),
        timex(13, 18, "2025-02-25"),
        timex(20, 26, "XXXX-05"),
        timex(30, 31, "X"),
    ];
    let score = scored(&gold, &system(&format!(r#"{{"timexes":[{}]}}"#, times.join(","))));
    assert_eq!(
        score.times,
        Times {
            gold: 2,
            found: 2,
            extent: 1,
            value: 2,
            false_alarms: 1
        }
    );
}

#[test]
fn names_found_and_linked() {
    // Names at 0..9 and 20..24 and 30..34 and 40..44; a pronoun is not counted.
    let gold = gold(
        r#"{"text":"","entities":[{"id":"p","canonical":"Ada Muster"},{"id":"l","canonical":"Ostland","iso":"OL"}],
            "mentions":[
            {"text":"Ada Muster","byte":[0,9],"entity":"p","form":"exact"},
            {"text":"Muster","byte":[20,24],"entity":"p","form":"surname"},
            {"text":"Ostlands","byte":[30,34],"entity":"l","form":"genitive"},
            {"text":"Westland","byte":[40,44],"entity":"l","form":"exact","optional":true},
            {"text":"sie","byte":[50,53],"entity":"p","form":"pronoun"}]}"#,
    );
    let entities = [
        entity("e0", "ada-muster", ""),
        entity("e1", "Muster KG", ""),
        entity("e2", "Land im Osten", r#""iso3166":"OL""#),
    ];
    let mentions = [mention(0, 9, "e0"), mention(20, 24, "e1"), mention(30, 34, "e2")];
    let layers = format!(
        r#"{{"entities":[{}],"mentions":[{}]}}"#,
        entities.join(","),
        mentions.join(",")
    );
    let score = scored(&gold, &system(&layers));
    assert_eq!(
        score.entities,
        Entities {
            gold: 3,
            found: 3,
            linked: 2
        },
        "by name, not at all, by identifier"
    );
}

#[test]
fn a_cluster_is_what_most_mentions_point_to() {
    let gold = gold(
        r#"{"text":"","entities":[{"id":"p","canonical":"Ada Muster"}],
            "mentions":[
            {"text":"die Chefin","byte":[0,5],"entity":"p","form":"role"},
            {"text":"Muster","byte":[10,15],"entity":"p","form":"surname"},
            {"text":"A. M.","byte":[20,25],"entity":"p","form":"initials"}]}"#,
    );
    let entities = [entity("e0", "jemand", ""), entity("e1", "niemand", "")];
    let mentions = [mention(0, 5, "e0"), mention(10, 15, "e0"), mention(20, 25, "e1")];
    let layers = format!(
        r#"{{"entities":[{}],"mentions":[{}]}}"#,
        entities.join(","),
        mentions.join(",")
    );
    assert_eq!(
        scored(&gold, &system(&layers)).entities,
        Entities {
            gold: 3,
            found: 3,
            linked: 2
        }
    );
}

const SPEECH: &str = r#"{"text":"","tokens":{"rows":[["a",0,1,0,1,"s"],["b",2,3,2,3,"s"],["c",4,5,4,5,"s"],["d",6,7,6,7,"s"],["e",8,9,8,9,"s"]]},
    "entities":[{"id":"p","canonical":"Ada Muster"}],
    "mentions":[{"text":"Muster","byte":[8,9],"entity":"p","form":"surname"}],
    "quotes":[{"type":"direct_partial","content":[{"byte":[0,7]}],"speaker":"p","speaker_mention":[]}]}"#;

#[test]
fn quotations_need_three_quarters_of_the_content() {
    let gold = gold(SPEECH);
    let by = |quotation: String| scored(&gold, &system(&format!(r#"{{"quotations":[{quotation}]}}"#))).quotations;
    let speaker = r#"{"span":[8,9],"entity":null,"name":"Muster"}"#;
    let found = by(quotation("direct", 0, 5, speaker));
    assert_eq!(
        found,
        Quotations {
            gold: 1,
            found: 1,
            kind: 1,
            speaker: 1,
            false_alarms: 0
        },
        "6/7, pointed at by its span"
    );
    let short = by(quotation("direct", 0, 1, "null"));
    assert_eq!(
        short,
        Quotations {
            gold: 1,
            found: 0,
            kind: 0,
            speaker: 0,
            false_alarms: 0
        },
        "2/5: paired, not found"
    );
    let elsewhere = by(quotation("direct", 8, 9, "null"));
    assert_eq!(
        elsewhere,
        Quotations {
            gold: 1,
            found: 0,
            kind: 0,
            speaker: 0,
            false_alarms: 1
        }
    );
    let indirect = by(quotation("indirect", 0, 7, "null"));
    assert_eq!((indirect.found, indirect.kind, indirect.speaker), (1, 0, 0));
}

#[test]
fn quotations_without_a_speaker_in_the_gold_want_none() {
    let gold = gold(&SPEECH.replace(r#""speaker":"p""#, r#""speaker":null"#));
    let none = format!(r#"{{"quotations":[{}]}}"#, quotation("direct", 0, 7, "null"));
    assert_eq!(scored(&gold, &system(&none)).quotations.speaker, 1);
}

#[test]
fn events_by_sentence_and_dates() {
    let gold = gold(
        r#"{"text":"","sentences":[{"id":"s","byte":[0,10]},{"id":"t","byte":[11,20]}],"timeline":[
            {"sentence":"s","start":"2025-02-18","end":"2025-02-18"},
            {"sentence":"s","accept_sentences":["t"],"start":"2024-01-01","end":null},
            {"sentence":"t","start":"2020-01-01","end":"2020-12-31","optional":true}]}"#,
    );
    let events = [
        event(0, 5, r#""2025-02-18""#, r#""2025-02-18""#),
        event(12, 18, r#""2024-01-01""#, "null"),
        event(12, 18, r#""2020-01-01""#, r#""2020-12-31""#),
        event(0, 5, r#""1999-01-01""#, "null"),
    ];
    let score = scored(&gold, &system(&format!(r#"{{"events":[{}]}}"#, events.join(","))));
    assert_eq!(
        score.events,
        Events {
            gold: 2,
            found: 2,
            extra: 1
        }
    );
}

#[test]
fn negatives() {
    let gold = gold(
        r#"{"text":"","negatives":[{"byte":[0,4],"must_not_be":"timex"},{"byte":[5,9],"must_not_be":"entity"},
            {"byte":[5,9],"must_not_be":"quotation of its own"},{"byte":[10,14],"must_not_be":"quote"},
            {"byte":[20,24],"must_not_be":"event/quote/body"}]}"#,
    );
    let layers = format!(
        r#"{{"timexes":[{}],"mentions":[{}],"quotations":[{}],"events":[{}]}}"#,
        timex(3, 6, "X"),
        mention(5, 8, "e0"),
        quotation("direct", 5, 12, "null"),
        event(23, 30, "null", "null"),
    );
    assert_eq!(
        scored(&gold, &system(&layers)).negatives,
        [5, 3],
        "timex, quote and event; the mention has another span"
    );
}
