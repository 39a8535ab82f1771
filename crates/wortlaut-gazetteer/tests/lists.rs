//! Lists of one's own: what tables may have, what is wrong with them, and what the recogniser makes of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder, GazetteerError, Recognizer};
use wortlaut_text::EntityKind;
use wortlaut_tokenize::Tokenizer;

type Read = for<'b> fn(&'b mut GazetteerBuilder, &str, &[u8]) -> Result<(), GazetteerError>;

fn tsv(builder: &mut GazetteerBuilder, file: &str, bytes: &[u8]) -> Result<(), GazetteerError> {
    builder.read_tsv(file, bytes).map(drop)
}

fn csv(builder: &mut GazetteerBuilder, file: &str, bytes: &[u8]) -> Result<(), GazetteerError> {
    builder.read_csv(file, bytes).map(drop)
}

#[cfg(feature = "jsonl")]
fn jsonl(builder: &mut GazetteerBuilder, file: &str, bytes: &[u8]) -> Result<(), GazetteerError> {
    builder.read_jsonl(file, bytes).map(drop)
}

/// Every fault has file, line, column, reason and remedy, and leaves nothing behind.
fn faults(read: Read, table: &[(&[u8], usize, usize, &str)]) {
    for (bytes, line, column, reason) in table {
        let mut builder = GazetteerBuilder::new();
        tsv(&mut builder, "before.tsv", b"kept\tplace\tKept\n").unwrap();
        let text = String::from_utf8_lossy(bytes);
        match read(&mut builder, "list", bytes) {
            Err(GazetteerError::Line(error)) => {
                assert_eq!(
                    (error.file(), error.line(), error.column()),
                    ("list", *line, *column),
                    "{text}: {error}"
                );
                assert!(error.to_string().contains(reason), "{text}: {error}");
                assert!(error.remedy().len() > 2, "{text}: {error}");
            }
            other => panic!("{text}: {other:?}"),
        }
        assert_eq!(builder.build().unwrap().len(), 1, "{text}: half loaded");
    }
}

#[test]
fn faults_of_tables_with_tabs() {
    faults(
        tsv,
        &[
            (b"a\tplace\tA\nb\tPlace\tB\n", 2, 3, "unknown kind \"Place\""),
            (b"a\tplace\tA\n\n# note\nb\tplace\t\n", 4, 9, "name is empty"),
            (b"kind\tname\tid\nplace\tA\t\n", 2, 9, "id is empty"),
            (b"id\tkind\tname\tids\na\tplace\tA\twikidata\n", 2, 11, "authority=id"),
            (b"id\tkind\tname\tids\na\tplace\tA\t=Q1\n", 2, 11, "authority=id"),
            (
                b"id\tkind\tname\tgender\na\tplace\tA\tw\n",
                2,
                11,
                "unknown gender \"w\"",
            ),
            (b"id\tkind\tname\tpriority\na\tplace\tA\t1.5\n", 2, 11, "priority"),
            (b"id\tkind\tname\tcase\na\tplace\tA\tlower\n", 2, 11, "case policy"),
            (
                b"id\tkind\tname\tflags\na\tplace\tA\trigid|loud\n",
                2,
                11,
                "unknown flag \"loud\"",
            ),
            (b"id\tkind\tname\tfrom\na\tplace\tA\t2020-13\n", 2, 11, "no date"),
            (b"id\tkind\tname\tuntil\na\tplace\tA\tgestern\n", 2, 11, "no date"),
            (
                b"id\tkind\tname\tuntil\tfrom\na\tplace\tA\t2019\t2020\n",
                2,
                11,
                "before it begins",
            ),
            (b"id\tkind\tname\ttype\n", 1, 14, "unknown column \"type\""),
            (b"id\tkind\tkind\n", 1, 9, "named twice"),
            (b"id\tname\n", 1, 1, "\"kind\" is missing"),
            (b"id\tkind\tname\na\tplace\n", 2, 1, "only 2 columns"),
            (b"id\tkind\tname\na\tplace\tA\tB\n", 2, 11, "more than 3 columns"),
            (b"a\tplace\t\xFF\n", 1, 9, "not UTF-8"),
            ("ä\tplace\tÄ\nb\tpläce\tB\n".as_bytes(), 2, 3, "did you mean \"place\"?"),
            (b"a\torganisation\tA\n", 1, 3, "did you mean \"organization\"?"),
            (b"a\tPER\tA\n", 1, 3, "without a header the columns are id, kind, name"),
            (
                b"id,kind,name\na,place,A\n",
                1,
                1,
                "set apart by commas, where tabs are expected; read it as CSV",
            ),
            (b"a;place;A\n", 1, 1, "set apart by semicolons, where tabs"),
            (
                b"a    place    A\n",
                1,
                1,
                "only 1 column; kind and name are needed at least, set apart by tabs",
            ),
            (
                b"Id\tKIND\tName\tAlias\na\tplace\tA\tB\n",
                1,
                14,
                "unknown column \"Alias\"; did you mean \"aliases\"?",
            ),
            (
                b"Name\tGenus\tkind\nA\tf\tplace\n",
                1,
                6,
                "unknown column \"Genus\"; known are id, kind",
            ),
            (b"name\tkind\tNAME\n", 1, 11, "column \"NAME\" named twice"),
            (b"name\tkind\t\n", 1, 11, "a column without a name"),
            (
                b"# id\tkind\tname\tgender\na\tplace\tA\tn\n",
                1,
                1,
                "columns named in a note",
            ),
            (b"a\tplace\tA\rb\tplace\tB\r", 1, 10, "a carriage return without"),
            (b"a\tplace\tA\0\n", 1, 10, "a NUL character"),
        ],
    );
}

#[test]
fn faults_of_csv() {
    faults(
        csv,
        &[
            (b"a,place,A\nb,planet,B\n", 2, 3, "unknown kind"),
            (b"id;kind;name\na;place;\n", 2, 9, "name is empty"),
            (b"a,place,\"A\nB\n", 1, 9, "without an end"),
            (b"a,place,\"A\"B\n", 1, 12, "after the end of a quoted field"),
            (b"a,place,A\"B\n", 1, 10, "inside a field"),
            (b"\"a\nb\",place,A\nc,place,B,\"x\ny\",Q1\n", 4, 4, "authority=id"),
            (b"id,kind,name,gender\na,place,\"A, B\",x\n", 2, 16, "unknown gender"),
            (
                b"id,kind,name,priority\na,place,A,\n\nb,place,B,many\n",
                4,
                11,
                "priority",
            ),
            (
                b"id,kind,name,from,until\na,place,A,2020-01-02,2020-01-01\n",
                2,
                22,
                "before it begins",
            ),
            (b"id,kind,name\na,place,A,,\n", 2, 11, "more than 3 columns"),
            (b"id,kind,name\r\na,place\r\n", 2, 1, "only 2 columns"),
            (b"a,place,A\nb,place,\xE4\n", 2, 9, "not UTF-8"),
            (
                b"id\tkind\tname\na\tplace\tA\n",
                1,
                1,
                "set apart by tabs, where commas are expected; read it as a table",
            ),
            (
                b"id;kind;name\na,place,A\n",
                2,
                1,
                "set apart by commas, where semicolons are expected; use one",
            ),
            (
                b"ID;Kind;Name;\na;place;A;\n",
                1,
                14,
                "a column without a name; name it, or remove semicolons",
            ),
            (b"#kind,name\nplace,A\n", 1, 1, "columns named in a note"),
        ],
    );
}

#[cfg(feature = "jsonl")]
#[test]
fn faults_of_json_lines() {
    faults(
        jsonl,
        &[
            (
                b"{\"kind\":\"place\",\"name\":\"A\"}\n{\"kind\":\"stone\",\"name\":\"B\"}\n",
                2,
                15,
                "unknown kind",
            ),
            (b"{\"kind\":\"place\"}", 1, 16, "the member \"name\" is missing; add it"),
            (b"{\"name\":\"A\"}", 1, 12, "the member \"kind\" is missing"),
            (
                b"{\"kind\":\"place\",\"name\":\"A\"",
                1,
                26,
                "does not end on its line; write all of it on one line",
            ),
            (
                b"{\n\"kind\":\"place\",\n\"name\":\"A\"\n}\n",
                1,
                1,
                "does not end on its line",
            ),
            (
                b"\n\n[]\n",
                3,
                1,
                "an array instead of an object; write each object on a line of its own",
            ),
            (
                b"[{\"kind\":\"place\",\"name\":\"A\"},\n",
                1,
                1,
                "an array instead of an object",
            ),
            (b"[\"a\",\"place\",\"A\"]\n", 1, 1, "an array instead of an object"),
            (
                b"# places\n",
                1,
                1,
                "a note, which JSON Lines do not have; remove the line",
            ),
            (b"// places\n", 1, 1, "a note"),
            (
                b"id,kind,name\n",
                1,
                1,
                "no object; write a line like {\"kind\": \"place\", \"name\": \"Ulm\"}",
            ),
            (
                b"{\"kind\":\"place\",\"name\":\"A\"},\n",
                1,
                28,
                "something behind the object",
            ),
            (
                b"{\"kind\":\"place\",\"name\":7}",
                1,
                24,
                "expected a string; write it in quotation marks",
            ),
            (
                b"{\"kind\":\"place\",\"name\":null}",
                1,
                27,
                "invalid type: null, expected a string; leave the member out",
            ),
            (
                b"{\"id\":1.5,\"kind\":\"place\",\"name\":\"A\"}",
                1,
                9,
                "expected a string or a whole number; write it in",
            ),
            (
                b"{\"Kind\":\"place\",\"name\":\"A\"}",
                1,
                7,
                "unknown member \"Kind\"; did you mean \"kind\"?",
            ),
            (
                b"{\"kind\":\"place\",\"name\":\"A\",\"name\":\"B\"}",
                1,
                33,
                "the member \"name\" is there twice",
            ),
            (
                b"{\"kind\":\"place\",\"name\":\"A\",\"from\":\"2021\",\"until\":\"2020\"}",
                1,
                1,
                "before it begins",
            ),
        ],
    );
}

#[test]
fn the_same_list_in_all_formats_is_the_same_gazetteer() {
    let tabs = "id\tkind\tname\taliases\tids\tpeople\tflags\tpriority\tfrom\n\
                a\tplace\tBad Ösling\tÖsling|Oe\tours=7;x=y\tÖslinger\tarticle|metonym\t3\t1990\n";
    let commas = "id,kind,name,aliases,ids,people,flags,priority,from\n\
                  a,place,Bad Ösling,Ösling|Oe,ours=7;x=y,Öslinger,article|metonym,3,1990\n";
    let semicolons = "\u{FEFF}id;kind;name;aliases;ids;people;flags;priority;from\r\n\
                      a;place;\"Bad Ösling\";Ösling|Oe;\"ours=7;x=y\";Öslinger;\"article,metonym\";3;1990-01-01\r\n";
    let build = |read: Read, text: &str| {
        let mut builder = GazetteerBuilder::new();
        read(&mut builder, "list", text.as_bytes()).unwrap();
        builder.build().unwrap()
    };
    let expected = build(tsv, tabs);
    assert_eq!(build(csv, commas), expected);
    assert_eq!(build(csv, semicolons), expected);
    let other_order = "#name\tkind\n\
           NAME\tFrom\tkind\tPriority\tFLAGS\tPeople\tIds\tID\tAliases\n\
           Bad  Ösling\t1990-01\tplace\t3\tarticle|metonym\tÖslinger\tours=7;x=y\ta\tÖsling|Oe\n";
    assert_eq!(build(tsv, other_order), expected);
    #[cfg(feature = "jsonl")]
    assert_eq!(
        build(
            jsonl,
            r#"{"id":"a","kind":"place","name":"Bad Ösling","aliases":["Ösling","Oe"],"ids":{"ours":"7","x":"y"},
            "people":["Öslinger"],"flags":["article","metonym"],"priority":3,"from":"1990"}"#
                .replace('\n', " ")
                .as_str()
        ),
        expected
    );
}

#[test]
fn entries_come_back_from_a_file() {
    let mut builder = GazetteerBuilder::new();
    builder
        .read_tsv(
            "t.tsv",
            "id\tkind\tname\tids\tgender\tflags\tpriority\tfrom\tuntil\n\
             z9\tperson\tUrs Halm\twikidata=Q64;geo=007\tm\tambiguous\t-7\t1990-10-03\t\n\
             Q12\tevent\tGießfest\t\tn\tmetonym\t30000\t\t2019\n\
             x:1\tother\tDas „Ding“\tours=a=b\t\t\t\t\t\n"
                .as_bytes(),
        )
        .unwrap();
    let path = std::env::temp_dir().join(format!("wortlaut-test-{}.gaz", std::process::id()));
    builder.build().unwrap().save(&path).unwrap();
    let loaded = Gazetteer::load(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let shown: Vec<String> = loaded
        .entries()
        .map(|entry| {
            let validity = entry.validity();
            format!(
                "{} {} {} {:?} {:?} {} {}{} {:?}-{:?}",
                entry.id(),
                entry.name(),
                entry.kind().as_str(),
                entry.ids(),
                entry.gender(),
                entry.priority(),
                if entry.is_ambiguous() { "ambiguous" } else { "" },
                if entry.is_metonym() { "metonym" } else { "" },
                validity.from.map(|day| day.to_string()),
                validity.until.map(|day| day.to_string()),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "x:1 Das „Ding“ other {\"ours\": \"a=b\"} None 0  None-None",
            "Q12 Gießfest event {} Some(Neuter) 30000 metonym None-Some(\"2019-12-31\")",
            "z9 Urs Halm person {\"geo\": \"007\", \"wikidata\": \"Q64\"} Some(Masculine) -7 ambiguous Some(\"1990-10-03\")-None",
        ]
    );
}

#[test]
fn files_that_are_no_gazetteer_say_why() {
    let path = std::env::temp_dir().join(format!("wortlaut-test-bad-{}.gaz", std::process::id()));
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("t", "a\tplace\tHalm\n".as_bytes()).unwrap();
    let whole = builder.build().unwrap().as_bytes().to_vec();
    let changed = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    for (bytes, reason) in [
        (b"id,kind,name".to_vec(), "not a compiled gazetteer"),
        (b"hello".to_vec(), "not a compiled gazetteer: it does not start with"),
        (whole[..5].to_vec(), "cut off: 5 bytes"),
        (whole[..7].to_vec(), "cut off: 7 bytes"),
        (Vec::new(), "not a compiled gazetteer, or one that was cut off: 0 bytes"),
        (changed(5, 77), "of version 77"),
        (changed(8, 1), "another order"),
        (whole[..whole.len() - 1].to_vec(), "cut off"),
        (whole[..20].to_vec(), "cut off"),
        ([whole.clone(), vec![0]].concat(), "cut off"),
        (changed(whole.len() - 1, 255), "checksum"),
        (changed(13, 9), "checksum"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        let error = Gazetteer::load(&path).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
        assert!(error.starts_with(&path.display().to_string()), "{error}");
    }
    std::fs::remove_file(&path).unwrap();
    assert!(Gazetteer::load(&path).is_err());
}

/// A folder of this test's own that is gone when the test ends.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wortlaut-test-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn compiled(table: &str) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
    builder.build().unwrap()
}

#[test]
fn what_is_saved_is_whole_and_alone_in_its_folder() {
    let folder = Folder::new("save");
    let path = folder.0.join("names.gaz");
    // A file that an earlier crash left is in nobody's way.
    std::fs::write(folder.0.join(".names.gaz.0.tmp"), "left").unwrap();
    compiled("a\tplace\tHalm\n").save(&path).unwrap();
    let second = compiled("a\tplace\tHalm\nb\tplace\tBalm\n");
    second.save(&path).unwrap();
    assert_eq!(Gazetteer::load(&path).unwrap(), second);
    assert_eq!(folder.names(), [".names.gaz.0.tmp", "names.gaz"]);
}

#[test]
fn what_cannot_be_saved_leaves_everything_as_it_was() {
    let folder = Folder::new("unsaved");
    let list = compiled("a\tplace\tHalm\n");
    std::fs::create_dir(folder.0.join("dir.gaz")).unwrap();
    let kept = folder.0.join("kept.gaz");
    std::fs::write(&kept, "kept").unwrap();
    let mut permissions = std::fs::metadata(&kept).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&kept, permissions).unwrap();
    for (path, reason) in [
        (folder.0.join("no").join("names.gaz"), "cannot be written: "),
        (folder.0.join("dir.gaz"), "it is a folder"),
        (kept.clone(), "read-only"),
        ("/".into(), "it is a folder"),
        ("".into(), "cannot be written: "),
    ] {
        let error = list.save(&path).unwrap_err().to_string();
        assert!(error.starts_with(&path.display().to_string()), "{error}");
        assert!(error.contains(reason) && error.contains("; check"), "{error}");
    }
    assert_eq!(std::fs::read(&kept).unwrap(), b"kept");
    assert_eq!(folder.names(), ["dir.gaz", "kept.gaz"]);
}

#[cfg(unix)]
#[test]
fn saving_follows_links_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = Folder::new("link");
    let (file, link) = (folder.0.join("file.gaz"), folder.0.join("link.gaz"));
    std::fs::write(&file, "old").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink("file.gaz", &link).unwrap();
    let list = compiled("a\tplace\tHalm\n");
    list.save(&link).unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(Gazetteer::load(&file).unwrap(), list);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    list.save("/dev/null").unwrap();
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn files_are_read_by_the_end_of_their_names() {
    let folder = Folder::new("files");
    let read = |name: &str, text: &str| {
        let path = folder.0.join(name);
        std::fs::write(&path, text).unwrap();
        let mut builder = GazetteerBuilder::new();
        let read = builder.read_file(&path).map(|builder| builder.len());
        read.map_err(|error| error.to_string().replace(&format!("{}/", folder.0.display()), ""))
    };
    assert_eq!(read("a.tsv", "a\tplace\tA\n"), Ok(1));
    assert_eq!(read("a.TSV", "\u{FEFF}Name\tKind\r\nA\tplace\r\n"), Ok(1));
    assert_eq!(read("a.Csv", "name;kind\nA;place\n"), Ok(1));
    #[cfg(feature = "jsonl")]
    assert_eq!(
        read(
            "a.JSONL",
            "{\"id\":17,\"kind\":\"place\",\"name\":\"A\",\"ids\":{\"geo\":-3}}\r\n"
        ),
        Ok(1)
    );
    for (name, text, expected) in [
        ("a.gaz", "", "a.gaz: compiled already"),
        ("a.txt", "", "a.txt: no kind of list: name it .tsv"),
        ("tsv", "", "tsv: no kind of list"),
        ("b.csv", "WLGAZ\u{3}", "b.csv: a compiled gazetteer and no table"),
        ("c.csv", "a\tplace\tA\n", "c.csv:1:1: columns set apart by tabs"),
        ("d.tsv", "", "d.tsv: has no entries; check"),
        ("e.csv", "\n# nothing\n\r\n", "e.csv: has no entries"),
    ] {
        let error = read(name, text).unwrap_err();
        assert!(error.starts_with(expected), "{error}");
    }
    assert_eq!(read("f.csv", "id;kind;name\n"), Ok(0), "a header says what is meant");
    let mut builder = GazetteerBuilder::new();
    for name in ["no.csv", "folder.csv"] {
        std::fs::create_dir_all(folder.0.join("folder.csv")).unwrap();
        let error = builder.read_file(folder.0.join(name)).unwrap_err().to_string();
        assert!(error.contains(&format!("{name}: cannot be read: ")), "{error}");
    }
    assert!(builder.is_empty());
}

/// Mentions as `words|form|part|entity`, with a list of one's own only.
fn recognized(table: &str, text: &str) -> Vec<String> {
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
    let recognizer = Recognizer::builder()
        .built_in(false)
        .gazetteer(builder.build().unwrap())
        .build();
    let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
    names
        .mentions
        .iter()
        .map(|mention| {
            let entity = mention.entity.get(&names.entities).unwrap();
            let part = mention.part.map_or("", |part| part.slice(text));
            format!(
                "{}|{}|{part}|{}",
                mention.span.slice(text),
                mention.form.as_str(),
                entity.name
            )
        })
        .collect()
}

#[test]
fn compounds_of_own_names() {
    let table = "id\tkind\tname\taliases\tadjectives\tshort\tflags\n\
                 t\tplace\tTarnien\t\ttarnisch\t\tarticle\n\
                 n\torganization\tNordwacht\tNKW\t\t\t\n\
                 p\tperson\tHeino Kerz\t\t\tKerz\t\n\
                 o\tplace\tÖsling\t\t\t\t\n\
                 r\torganization\tFestwerk\t\t\t\trigid\n";
    let mut faults = Vec::new();
    for (text, expected) in [
        (
            "Sie sprach über den Tarnien-Konflikt.",
            "Tarnien-Konflikt|compound|Tarnien|Tarnien-Konflikt",
        ),
        (
            "Die Folgen des Tarnien-Konflikts dauern.",
            "Tarnien-Konflikts|compound|Tarnien|Tarnien-Konflikt",
        ),
        ("Die NKW-Chefin kam.", "NKW-Chefin|compound|NKW|Nordwacht"),
        ("Ein NKW-Schiff sank.", "NKW-Schiff|compound|NKW|Nordwacht"),
        (
            "Der Nordwachtsprecher schwieg.",
            "Nordwachtsprecher|compound|Nordwacht|Nordwacht",
        ),
        (
            "Die Nordwachtsprecherin schwieg.",
            "Nordwachtsprecherin|compound|Nordwacht|Nordwacht",
        ),
        ("Die Kerz-Rede dauerte.", "Kerz-Rede|compound|Kerz|Heino Kerz"),
        (
            "Die Kerz-Regierung trat zurück.",
            "Kerz-Regierung|compound|Kerz|Kerz-Regierung",
        ),
        ("Die Ösling-Reise fiel aus.", "Ösling-Reise|compound|Ösling|Ösling"),
        ("Die Oesling-Reise fiel aus.", "Oesling-Reise|compound|Oesling|Ösling"),
        ("Der Ex-Kerz schwieg.", "Ex-Kerz|compound|Kerz|Heino Kerz"),
        ("Das pro-tarnische Lager gewann.", "pro-tarnische|derived||Tarnien"),
        ("Eine Festwerk-Sprecherin kam.", ""),
        ("Ein Tarniengeschäft scheiterte.", ""),
        ("Sie lebt in Nord-Tarnien.", "Nord-Tarnien|compound|Tarnien|Tarnien"),
    ] {
        let found = recognized(table, text).join(" ");
        if found != expected {
            faults.push(format!("{text}\n   expected {expected}\n   found    {found}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn own_lists_before_the_built_in_one() {
    let build = |table: &str| {
        let mut builder = GazetteerBuilder::new();
        builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
        builder.build().unwrap()
    };
    let name = |recognizer: &Recognizer, text: &str| {
        let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
        names.entities.first().map(|entity| (entity.name.clone(), entity.kind))
    };
    let text = "Sie reiste nach Moskau.";
    for (table, expected) in [
        ("m\tplace\tMoskau an der Ach\tMoskau\n", "Moskau an der Ach"),
        (
            "id\tkind\tname\taliases\tpriority\nm\tplace\tMoskau an der Ach\tMoskau\t-1\n",
            "Moskau",
        ),
        (
            "id\tkind\tname\taliases\tpriority\nm\torganization\tClub Moskau\tMoskau\t1\n",
            "Club Moskau",
        ),
    ] {
        let recognizer = Recognizer::builder().gazetteer(build(table)).build();
        assert_eq!(
            name(&recognizer, text).map(|(name, _)| name).as_deref(),
            Some(expected),
            "{table}"
        );
    }
    let recognizer = Recognizer::builder()
        .gazetteer(build("a\tevent\tKnurrfest\n"))
        .gazetteer(build("b\tother\tKnurrfest\n"))
        .build();
    assert_eq!(
        name(&recognizer, "Das Knurrfest begann.").map(|(_, kind)| kind),
        Some(EntityKind::Event)
    );
}

#[test]
fn a_word_of_its_own_is_not_a_misspelt_name() {
    let table = "a\tplace\tMärkte\nb\tperson\tPoét\nc\tplace\tHüner\n";
    for text in ["Der Poet schrieb.", "Ein Poet.", "Das Buch des Poeten."] {
        assert_eq!(recognized(table, text), Vec::<String>::new(), "{text}");
    }
}
