//! Names that several entries have: all candidates, an identifier only where one is clearly dominant.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use wortlaut_gazetteer::{Gazetteer, GazetteerBuilder, NameFinder, Recognizer};
use wortlaut_text::Entity;
use wortlaut_tokenize::Tokenizer;

/// The entity of the first mention that reads `surface`, and whether the evidence says that the name is shared.
fn entity(recognizer: &Recognizer, text: &str, surface: &str) -> (Entity, bool) {
    let names = recognizer.recognize(text, &Tokenizer::new().tokenize(text));
    let mention = names
        .mentions
        .iter()
        .find(|mention| mention.span.slice(text) == surface)
        .unwrap_or_else(|| panic!("{surface} is not found in {text}"));
    let shared = mention
        .evidence
        .iter()
        .any(|reason| reason.rule.as_str() == "entity.list.shared");
    (mention.entity.get(&names.entities).unwrap().clone(), shared)
}

/// The candidates of the only name of a text: GeoNames identifiers and scores.
fn candidates(text: &str) -> Vec<(String, u16)> {
    let finder = NameFinder::new([Gazetteer::german()]);
    let found = finder.find(text, &Tokenizer::new().tokenize(text));
    assert_eq!(found.len(), 1, "{text}");
    finder
        .candidates(&found[0])
        .map(|(entry, candidate)| {
            let id = entry.ids().get("geonames").cloned().unwrap_or_default();
            (id, candidate.score.permille())
        })
        .collect()
}

#[test]
fn a_name_of_several_towns_of_like_size_carries_no_identifier() {
    let recognizer = Recognizer::german();
    for (text, surface, name) in [
        ("In Landau steigt das Wasser.", "Landau", "Landau"),
        ("Landaus Altstadt ist gesperrt.", "Landaus", "Landau"),
        ("Der Landauer Stadtrat tagt heute.", "Landauer", "Landau"),
        ("In Rothenburg beginnt der Markt.", "Rothenburg", "Rothenburg"),
        ("Sie wohnt seit Jahren in Limburg.", "Limburg", "Limburg"),
        ("Er kam aus Neustadt.", "Neustadt", "Neustadt"),
        ("In Brühl wurde gefeiert.", "Brühl", "Brühl"),
    ] {
        let (entity, shared) = entity(&recognizer, text, surface);
        assert_eq!((entity.name.as_str(), entity.ids.is_empty()), (name, true), "{text}");
        assert!(shared, "{text}");
    }
}

#[test]
fn a_clearly_greater_town_carries_its_identifier() {
    let recognizer = Recognizer::german();
    for (text, surface, id) in [
        ("In Frankfurt wird gebaut.", "Frankfurt", "2925533"),
        ("Die Frankfurter Polizei ermittelt.", "Frankfurter", "2925533"),
        ("In Freiberg wird geforscht.", "Freiberg", "2925192"),
        ("Sie wohnt in Bergen.", "Bergen", "3161732"),
        ("In Frankfurt (Oder) wird gebaut.", "Frankfurt (Oder)", "2925535"),
        ("In Landau in der Pfalz wird gebaut.", "Landau in der Pfalz", "2881646"),
    ] {
        let (entity, _) = entity(&recognizer, text, surface);
        assert_eq!(entity.id("geonames"), Some(id), "{text}");
    }
}

#[test]
fn the_full_name_elsewhere_in_the_text_decides() {
    let recognizer = Recognizer::german();
    let text = "Landau an der Isar baut einen Damm. In Landau ist das Wasser hoch.";
    assert_eq!(entity(&recognizer, text, "Landau").0.id("geonames"), Some("2881650"));
    let text = "In Landau ist das Wasser hoch. Landau in der Pfalz baut einen Damm.";
    assert_eq!(entity(&recognizer, text, "Landau").0.id("geonames"), Some("2881646"));
    // Both are named: still open.
    let text = "Landau an der Isar und Landau in der Pfalz sind verbunden. In Landau ist das Wasser hoch.";
    assert!(entity(&recognizer, text, "Landau").0.ids.is_empty());
}

#[test]
fn the_finder_gives_all_with_scores() {
    let found = candidates("In Landau regnet es.");
    assert_eq!(found.len(), 2);
    assert!(found.iter().any(|(id, _)| id == "2881646") && found.iter().any(|(id, _)| id == "2881650"));
    assert_eq!(found[0].1, found[1].1);
    // The dominant one comes first, with a higher score.
    let found = candidates("In Frankfurt regnet es.");
    assert_eq!(
        found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        ["2925533", "2925535"]
    );
    assert!(found[0].1 > found[1].1);
}

#[test]
fn lists_of_users_share_names_by_the_same_rule() {
    let table = "id\tkind\tname\taliases\tids\tpriority\n\
                 a\torganization\tRuderclub Öhe\tRCÖ\tours=1\t0\n\
                 b\torganization\tReitclub Öhe\tRCÖ\tours=2\t0\n\
                 c\torganization\tBund Alm\tBALM\tours=3\t1\n\
                 d\torganization\tBank Alm\tBALM\tours=4\t0\n";
    let mut builder = GazetteerBuilder::new();
    builder.read_tsv("t.tsv", table.as_bytes()).unwrap();
    let recognizer = Recognizer::builder().gazetteer(builder.build().unwrap()).build();
    let (shared, told) = entity(&recognizer, "Die RCÖ gewinnt.", "RCÖ");
    assert_eq!((shared.name.as_str(), shared.ids.is_empty(), told), ("RCÖ", true, true));
    let (first, told) = entity(&recognizer, "Die BALM gewinnt.", "BALM");
    assert_eq!((first.id("ours"), told), (Some("3"), false));
    let text = "Der Reitclub Öhe lädt ein. Die RCÖ gewinnt.";
    assert_eq!(entity(&recognizer, text, "RCÖ").0.id("ours"), Some("2"));
}
