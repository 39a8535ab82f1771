//! The laws of the house, on any string.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use proptest::prelude::*;
use wortlaut_lexicon::Lexicon;

/// Words that look German, and the marks and oddities that stand in their way.
fn germanish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zäöüß]{1,6}",
        Just("an".to_string()),
        Just("ge".to_string()),
        Just("zu".to_string()),
        Just("sprecher".to_string()),
        Just("Ministerium".to_string()),
        Just("a\u{308}".to_string()),
        Just("\u{ad}".to_string()),
        Just("\u{a0}".to_string()),
        Just("\u{200d}".to_string()),
        Just("👩\u{200d}🚒".to_string()),
        Just("-".to_string()),
        Just("„".to_string()),
        Just("’s".to_string()),
        Just("\r\n".to_string()),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn ask_everything(form: &str) {
    let lexicon = Lexicon::german();
    for analysis in lexicon.analyses(form) {
        assert!(!analysis.lemma.is_empty());
        assert!(usize::from(analysis.particle) < analysis.lemma.len());
        assert!(analysis.lemma.is_char_boundary(usize::from(analysis.particle)));
    }
    let first: Vec<_> = lexicon.analyses(form).collect();
    let second: Vec<_> = lexicon.analyses(form).collect();
    assert_eq!(first, second);
    if let Some(role) = lexicon.role(form) {
        assert!(form.is_char_boundary(role.head));
    }
    if let Some(noun) = lexicon.noun(form) {
        assert!(form.is_char_boundary(noun.head) && noun.head < form.len());
    }
    let _ = lexicon.guess(form).count();
    let _ = lexicon.is_particle(form);
    let _ = lexicon.separable(form, form);
    let _ = lexicon.compose(form, form);
    let _ = lexicon.perfect_auxiliary(form);
    let _ = lexicon.speaks(form);
    let _ = lexicon.is_common_noun(form);
}

proptest! {
    #[test]
    fn no_string_is_too_strange(form in germanish()) {
        ask_everything(&form);
    }

    #[test]
    fn nor_any_other(form in any::<String>()) {
        ask_everything(&form);
    }
}

#[test]
fn very_long_words() {
    for form in ["a", "an", "Ä", "sprecher", "Straßen-", "👩", "a\u{308}"] {
        ask_everything(&form.repeat(100_000));
    }
}
