//! The commands as other programs call them: what is written, what is told, how they end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

/// A directory of its own for a test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "wortlaut-eval-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The names of the files in the directory itself.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wortlaut-eval"))
        .args(arguments)
        .output()
        .unwrap()
}

fn succeed(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert_eq!(stderr, "");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs a command that must fail with exit code 2, one error, and nothing on stdout.
fn fail(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(output.stdout.is_empty());
    assert_eq!(stderr.matches("error: ").count(), 1, "{stderr}");
    for part in ["\n  where: ", "\n  help:  "] {
        assert!(stderr.contains(part), "{stderr}");
    }
    assert!(!stderr.contains("panicked"), "{stderr}");
    stderr
}

fn lines(path: &str) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The words under a span of code points.
fn words(text: &str, span: &Value) -> String {
    let at = |n: usize| usize::try_from(span[n].as_u64().unwrap()).unwrap();
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[test]
fn tokens_are_written_in_code_points() {
    let folder = Folder::new();
    let text = "Die Größe zählt. Öl läuft.";
    let gold = folder.file(
        "gold.jsonl",
        format!("{{\"id\":\"p1\",\"text\":\"{text}\"}}\n\n{{\"id\":\"p2\",\"text\":\"\"}}\n"),
    );
    let out = folder.path("out.jsonl");
    succeed(&["predict", "tokens", "--gold", &gold, "--out", &out]);
    let system = lines(&out);
    assert_eq!(system.len(), 2);
    let of = |key: &str| -> Vec<String> {
        system[0][key]
            .as_array()
            .unwrap()
            .iter()
            .map(|span| words(text, span))
            .collect()
    };
    assert_eq!(of("tokens"), ["Die", "Größe", "zählt", ".", "Öl", "läuft", "."]);
    assert_eq!(of("sents"), ["Die Größe zählt.", "Öl läuft."]);
    assert_eq!(system[1], serde_json::json!({"id": "p2", "tokens": [], "sents": []}));
}

#[test]
fn annotations_of_the_gold_are_not_read() {
    let folder = Folder::new();
    let plain = folder.file("plain.jsonl", "{\"text\":\"Wien liegt an der Donau.\"}\n");
    let annotated = folder.file(
        "annotated.jsonl",
        "{\"text\":\"Wien liegt an der Donau.\",\"char_spans\":\"not even a list\",\"tokens\":7}\n",
    );
    let (a, b) = (folder.path("a.jsonl"), folder.path("b.jsonl"));
    succeed(&["predict", "entities", "--gold", &plain, "--out", &a]);
    succeed(&["predict", "entities", "--gold", &annotated, "--out", &b]);
    assert_eq!(fs::read(&a).unwrap(), fs::read(&b).unwrap());
    assert!(lines(&a)[0]["spans"].is_array());
}

#[test]
fn finite_verbs_are_written_with_mood_and_subject() {
    let folder = Folder::new();
    let text = "Die Müllers kündigten an, der Öltank werde geleert.";
    let gold = folder.file(
        "gold.jsonl",
        format!(
            "{{\"id\":\"s1\",\"text\":\"{text}\",\"verbs\":\"not even a list\"}}\n{{\"id\":\"s2\",\"text\":\"\"}}\n"
        ),
    );
    let out = folder.path("out.jsonl");
    succeed(&["predict", "syntax", "--gold", &gold, "--out", &out]);
    let system = lines(&out);
    let found: Vec<(String, &str, String)> = system[0]["verbs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|verb| {
            let mood = verb["mood"].as_str().unwrap();
            (words(text, &verb["span"]), mood, words(text, &verb["subject"]))
        })
        .collect();
    let expected = [
        ("kündigten".to_owned(), "indicative", "Die Müllers".to_owned()),
        ("werde".to_owned(), "subjunctive", "der Öltank".to_owned()),
    ];
    assert_eq!(found, expected, "the finite form alone, spans in code points");
    assert_eq!(system[1], serde_json::json!({"id": "s2", "verbs": []}));
}

#[test]
fn times_are_written_per_document_and_texts_are_read_untouched() {
    let folder = Folder::new();
    let text = "\r\nSeit dem 3. März 2019 \u{2013} ä \u{2013} gilt das.\r\nAm 4. Mai 2020 endete es.\r\n";
    folder.file("texts/d1.txt", text);
    folder.file("texts/d2.txt", "");
    let meta = folder.file(
        "meta.jsonl",
        "{\"doc_id\":\"d1\",\"dct\":\"2021-06-01\",\"file\":\"x\"}\n{\"doc_id\":\"d2\",\"dct\":null}\n",
    );
    let out = folder.path("out.jsonl");
    for domain in ["news", "narrative"] {
        let texts = folder.path("texts");
        succeed(&[
            "predict", "timex", "--texts", &texts, "--meta", &meta, "--domain", domain, "--out", &out,
        ]);
        let system = lines(&out);
        assert_eq!(system[0]["doc_id"], "d1");
        let found: Vec<(String, &str)> = system[0]["timexes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|timex| {
                let span = serde_json::json!([timex["start"], timex["end"]]);
                (words(text, &span), timex["value"].as_str().unwrap())
            })
            .collect();
        let expected = [
            ("3. März 2019".to_owned(), "2019-03-03"),
            ("4. Mai 2020".to_owned(), "2020-05-04"),
        ];
        assert_eq!(found, expected);
        assert_eq!(system[1], serde_json::json!({"doc_id": "d2", "timexes": []}));
    }
}

#[test]
fn quotations_are_written_as_token_numbers() {
    let folder = Folder::new();
    let text = "„Wir sind bereit“, sagte Ministerin Jana Holm.";
    let limits = [
        (0, 1),
        (1, 4),
        (5, 9),
        (10, 16),
        (16, 17),
        (17, 18),
        (19, 24),
        (25, 35),
        (36, 40),
        (41, 45),
        (45, 46),
    ];
    let tokens: Vec<Value> = limits
        .iter()
        .enumerate()
        .map(|(id, (begin, end))| serde_json::json!({"id": id, "charBegin": begin, "charEnd": end}))
        .collect();
    let document =
        serde_json::json!({"documentName": "d", "originalText": text, "tokens": tokens, "annotations": "unread"});
    let gold = folder.file("gold.jsonl", format!("{document}\n"));
    let out = folder.path("out.jsonl");
    succeed(&["predict", "quotes", "--gold", &gold, "--out", &out]);
    let system = lines(&out);
    assert_eq!(system[0]["documentName"], "d");
    let annotation = &system[0]["annotations"][0];
    assert_eq!(annotation["type"], "Direct");
    assert_eq!(
        annotation["quote"]["tokenIds"],
        serde_json::json!([0, 1, 2, 3, 4]),
        "with the marks"
    );
    assert_eq!(
        annotation["frame"]["tokenIds"],
        serde_json::json!([5, 6, 7, 8, 9]),
        "with the comma"
    );
    assert_eq!(annotation["cue"]["tokenIds"], serde_json::json!([6]));
}

#[test]
fn an_empty_text_has_an_empty_analysis() {
    let folder = Folder::new();
    let text = folder.file("empty.txt", "");
    let out = folder.path("out.json");
    succeed(&["predict", "analysis", "--text", &text, "--out", &out]);
    let analysis = json(&out);
    assert_eq!(analysis["schema"], "wortlaut/1");
    assert_eq!(analysis["document"]["bytes"], 0);
    for layer in [
        "tokens",
        "sentences",
        "entities",
        "mentions",
        "timexes",
        "quotations",
        "events",
    ] {
        assert_eq!(analysis[layer], serde_json::json!([]), "{layer}");
    }
}

const ARTICLES: &str = r#"{"schema":"denews-gold/1","docs":[
    {"id":"a1","text":"Der Rat tagt.","meta":{"dct":{"given":true,"gold":"2024-02-29"}}},
    {"id":"a2","text":"Der Rat schweigt.","meta":{"dct":{"given":false,"gold":"2024-02-29"}}}]}"#;

#[test]
fn articles_are_written_one_by_one_with_the_date_a_caller_would_know() {
    let folder = Folder::new();
    let gold = folder.file("gold.json", ARTICLES);
    let out = folder.path("made/deep");
    succeed(&["predict", "articles", "--gold", &gold, "--out", &out]);
    let (a1, a2) = (json(&format!("{out}/a1.json")), json(&format!("{out}/a2.json")));
    assert_eq!(
        (&a1["document"]["id"], &a1["document"]["published"]),
        (&"a1".into(), &"2024-02-29".into())
    );
    assert_eq!(a2["document"]["published"], Value::Null);
    // A single document, not in a list, is the same.
    let single = serde_json::from_str::<Value>(ARTICLES).unwrap()["docs"][0].to_string();
    let gold = folder.file("single.json", single);
    let out = folder.path("single");
    succeed(&["predict", "articles", "--gold", &gold, "--out", &out]);
    assert_eq!(json(&format!("{out}/a1.json")), a1);
}

#[test]
fn bad_input_is_told_and_leaves_nothing_behind() {
    let folder = Folder::new();
    let inputs = [
        folder.file(
            "broken.jsonl",
            "{\"id\":\"a\",\"text\":\"Gut.\"}\n{\"id\":\"b\",\"text\":}\n",
        ),
        folder.file("untyped.jsonl", "{\"id\":\"a\",\"text\":[1]}\n"),
        folder.file("latin1.jsonl", b"{\"id\":\"a\",\"text\":\"Gr\xfc\xdfe\"}\n"),
        folder.path("absent.jsonl"),
    ];
    let before = folder.names();
    let expected = [
        ["malformed record: expected value", "broken.jsonl, line 2, column 18"],
        [
            "malformed record: invalid type: sequence, expected a string",
            "untyped.jsonl, line 1, column ",
        ],
        ["not UTF-8: found byte 0xfc at byte 20", "latin1.jsonl, line 1"],
        ["cannot read: ", "absent.jsonl"],
    ];
    let out = folder.path("out.jsonl");
    for (gold, parts) in inputs.iter().zip(expected) {
        let error = fail(&["predict", "tokens", "--gold", gold, "--out", &out]);
        for part in parts {
            assert!(error.contains(part), "{part:?} not in: {error}");
        }
    }
    assert_eq!(folder.names(), before);
}

#[test]
fn bad_dates_are_told() {
    let folder = Folder::new();
    let text = folder.file("t.txt", "Gestern.");
    let out = folder.path("out.json");
    for wrong in ["2025-02-30", "gestern", "25.02.2025", ""] {
        let error = fail(&[
            "predict",
            "analysis",
            "--text",
            &text,
            "--published",
            wrong,
            "--out",
            &out,
        ]);
        assert!(
            error.contains(&format!("{wrong:?} is not a date\n  where: --published")),
            "{error}"
        );
    }
    let meta = folder.file("meta.jsonl", "\n{\"doc_id\":\"t\",\"dct\":\"2025\"}\n");
    let texts = folder.path("");
    let error = fail(&["predict", "timex", "--texts", &texts, "--meta", &meta, "--out", &out]);
    assert!(
        error.contains("\"2025\" is not a date") && error.contains("meta.jsonl, line 2"),
        "{error}"
    );
    let gold = folder.file(
        "gold.json",
        ARTICLES.replace(
            "\"given\":true,\"gold\":\"2024-02-29\"",
            "\"given\":true,\"gold\":\"2023-02-29\"",
        ),
    );
    let error = fail(&[
        "predict",
        "articles",
        "--gold",
        &gold,
        "--out",
        &folder.path("articles"),
    ]);
    assert!(
        error.contains("\"2023-02-29\" is not a date") && error.contains("document \"a1\""),
        "{error}"
    );
    assert_eq!(folder.names(), ["gold.json", "meta.jsonl", "t.txt"]);
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let folder = Folder::new();
    let text = folder.file("t.txt", b"eins\nzwei\nGr\xfc\xdfe");
    let error = fail(&[
        "predict",
        "analysis",
        "--text",
        &text,
        "--out",
        &folder.path("out.json"),
    ]);
    assert!(
        error.contains("found byte 0xfc at byte 12\n  where: ") && error.contains("t.txt, line 3"),
        "{error}"
    );
}

#[test]
fn ids_cannot_leave_the_directory() {
    let folder = Folder::new();
    let gold = folder.file("gold.json", ARTICLES.replace("\"a2\"", "\"../a2\""));
    let error = fail(&["predict", "articles", "--gold", &gold, "--out", &folder.path("out")]);
    assert!(error.contains("\"../a2\" cannot name a file"), "{error}");
    assert_eq!(folder.names(), ["gold.json"]);
    let meta = folder.file("meta.jsonl", "{\"doc_id\":\"../t\"}\n");
    fail(&[
        "predict",
        "timex",
        "--texts",
        &folder.path(""),
        "--meta",
        &meta,
        "--out",
        &folder.path("out"),
    ]);
}

#[test]
fn outputs_that_cannot_be_written_are_told() {
    let folder = Folder::new();
    let text = folder.file("t.txt", "Ja.");
    let error = fail(&[
        "predict",
        "analysis",
        "--text",
        &text,
        "--out",
        &folder.path("nowhere/out.json"),
    ]);
    assert!(error.contains("cannot write: ") && error.contains("nowhere"), "{error}");
    fail(&["predict", "analysis", "--text", &text, "--out", "/"]);
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["predict"][..],
        &["predict", "tokens", "--gold", "x"],
        &["score"],
        &["score", "--half", "c"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

/// A corpora folder with a tiny token corpus and nothing else.
fn tiny_corpora(folder: &Folder) -> String {
    // The gold wants one token more than there is, so that the score is known and is not perfect.
    folder.file(
        "corpora/tokens/tricky-dev.jsonl",
        "{\"id\":\"t\",\"text\":\"Ja. Nein.\",\"tokens\":[[0,2],[2,3],[4,6],[6,8],[8,9]],\"sents\":[[0,3],[4,9]]}\n",
    );
    folder.path("corpora")
}

#[test]
fn what_is_not_there_is_skipped_and_the_table_says_so() {
    let folder = Folder::new();
    let corpora = tiny_corpora(&folder);
    let table = succeed(&["score", "--corpora", &corpora, "--details"]);
    assert_eq!(
        table.lines().filter(|line| line.contains("skipped: no ")).count(),
        13,
        "{table}"
    );
    let row = table
        .lines()
        .find(|line| line.starts_with("tokens/tricky-dev"))
        .unwrap();
    assert!(
        row.contains("  tok 66.67  word 40.00  sent 100.00  bound 100.00  "),
        "{row}"
    );
    assert!(
        table.contains("P  75.00  R  60.00  F1  66.67   gold 5, system 4"),
        "{table}"
    );
}

#[test]
fn a_directory_without_corpora_is_an_error() {
    let folder = Folder::new();
    let error = fail(&["score", "--corpora", &folder.path("absent")]);
    assert!(error.contains("cannot read: ") && error.contains("absent"), "{error}");
    folder.file("empty/notes.txt", "nothing");
    let error = fail(&["score", "--corpora", &folder.path("empty")]);
    assert!(error.starts_with("error: no corpus found\n"), "{error}");
}

#[test]
fn floors_decide_the_exit_code() {
    let folder = Folder::new();
    let corpora = tiny_corpora(&folder);
    let held = folder.file(
        "held.toml",
        "[\"tokens/tricky-dev\"]\ntok = 66.67\n[krauts]\nstrict = 99.0\n",
    );
    let report = succeed(&["score", "--corpora", &corpora, "--floors", &held]);
    assert!(
        report.contains("floors: 1 held, 0 broken, 1 not checked\n  not checked: krauts\n"),
        "{report}"
    );

    let broken = folder.file("broken.toml", "[\"tokens/tricky-dev\"]\ntok = 66.7\n");
    let output = run(&["score", "--corpora", &corpora, "--floors", &broken]);
    assert_eq!(output.status.code(), Some(1));
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(
        report.contains("BROKEN tokens/tricky-dev: tok is 66.67, below its floor 66.7\n"),
        "{report}"
    );

    let unknown = folder.file("unknown.toml", "[\"tokens/tricky-dev\"]\ntokens = 1\n");
    let error = fail(&["score", "--corpora", &corpora, "--floors", &unknown]);
    assert!(error.contains("unknown figure: tokens of tokens/tricky-dev"), "{error}");
    let malformed = folder.file("malformed.toml", "[\"tokens/tricky-dev\"\n");
    fail(&["score", "--corpora", &corpora, "--floors", &malformed]);
    fail(&["score", "--corpora", &corpora, "--floors", &folder.path("absent.toml")]);
}

#[test]
fn a_broken_corpus_is_an_error_not_a_skipped_row() {
    let folder = Folder::new();
    folder.file(
        "corpora/tokens/tricky-dev.jsonl",
        "{\"id\":\"t\",\"text\":\"Ja.\",\"tokens\":[[0,2]]}\n",
    );
    let error = fail(&["score", "--corpora", &folder.path("corpora")]);
    assert!(
        error.contains("missing field `sents`") && error.contains("tricky-dev.jsonl, line 1"),
        "{error}"
    );
}

#[test]
fn the_halves_add_up() {
    let folder = Folder::new();
    let record = |n: u32| format!("{{\"id\":\"p{n}\",\"text\":\"Ja.\",\"tokens\":[[0,2],[2,3]],\"sents\":[[0,3]]}}\n");
    folder.file(
        "corpora/tokens/tricky-dev.jsonl",
        (0..50).map(record).collect::<String>(),
    );
    let units = |half: &str| -> u32 {
        let table = succeed(&["score", "--corpora", &folder.path("corpora"), "--half", half]);
        let row = table
            .lines()
            .find(|line| line.starts_with("tokens/tricky-dev"))
            .unwrap();
        row.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    let (a, b) = (units("a"), units("b"));
    assert_eq!(a + b, 50);
    assert!(a > 10 && b > 10, "{a} {b}");

    // A single document is in one half; the other half has no score, and breaks no floor.
    folder.file("corpora/tokens/tricky-dev.jsonl", record(0));
    let floors = folder.file("floors.toml", "[\"tokens/tricky-dev\"]\ntok = 100.0\n");
    let corpora = folder.path("corpora");
    let reports =
        ["a", "b"].map(|half| succeed(&["score", "--corpora", &corpora, "--half", half, "--floors", &floors]));
    let empty = reports
        .iter()
        .filter(|report| report.contains("skipped: no document in this half"));
    assert_eq!(empty.count(), 1, "{reports:?}");
}

#[test]
fn predictions_are_the_same_every_time() {
    let folder = Folder::new();
    let text = folder.file(
        "t.txt",
        "Ministerin Jana Holm sagte am Dienstag in Wien, sie sei bereit. Sie wolle 2026 gehen.",
    );
    let (a, b) = (folder.path("a.json"), folder.path("b.json"));
    for out in [&a, &b] {
        succeed(&[
            "predict",
            "analysis",
            "--text",
            &text,
            "--published",
            "2025-02-25",
            "--out",
            out,
        ]);
    }
    assert_eq!(fs::read(&a).unwrap(), fs::read(&b).unwrap());
    assert!(Path::new(&a).exists());
}
