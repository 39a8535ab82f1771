//! Entries of lists that hold for some time only, and texts of which the day is known.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use wortlaut_gazetteer::{GazetteerBuilder, Names, Recognizer};
use wortlaut_tokenize::Tokenizer;

#[test]
fn entries_that_do_not_hold_on_the_day_come_last() {
    let rows = "id\tkind\tname\taliases\tfrom\tuntil\n\
        old\torganization\tQuendelbahn AG\tQuendelbahn\t2010\t2015\n\
        new\torganization\tQuendelbahn Holding\tQuendelbahn\t2016\t\n\
        gone\torganization\tMoorfunk\t\t2010\t2015\n";
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("firms.tsv", rows.as_bytes()).unwrap();
    let recognizer = Recognizer::builder().gazetteer(builder.build().unwrap()).build();
    let text = "Die Quendelbahn steht. Der Moorfunk sendet.";
    let tokens = Tokenizer::new().tokenize(text);
    let on = |day: Option<&str>| {
        let mut names = Names::default();
        recognizer.recognize_on_into(text, &tokens, day.map(|day| day.parse().unwrap()), &mut names);
        let shown = names.mentions.iter().map(|mention| {
            let outdated = mention
                .evidence
                .iter()
                .any(|reason| reason.rule.as_str() == "entity.list.outdated");
            let name = &names.entities[mention.entity.index()].name;
            format!("{name}{}", if outdated { " (outdated)" } else { "" })
        });
        shown.collect::<Vec<_>>()
    };
    assert_eq!(on(Some("2012-05-01")), ["Quendelbahn AG", "Moorfunk"]);
    assert_eq!(on(Some("2020-05-01")), ["Quendelbahn Holding", "Moorfunk (outdated)"]);
    // Without a day both hold: which one is meant is open.
    assert_eq!(on(None), ["Quendelbahn", "Moorfunk"]);
}
