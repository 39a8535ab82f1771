//! The laws of the result, on any text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly"
)]

use proptest::prelude::*;
use wortlaut_syntax::{Parser, Syntax};
use wortlaut_text::Confidence;
use wortlaut_tokenize::{TokenIdx, Tokenization, Tokenizer};

/// Text that looks like German, with everything that breaks parsers.
fn german() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "der",
            "die",
            "das",
            "dass",
            "ob",
            "weil",
            "wenn",
            "und",
            "oder",
            "aber",
            "sagte",
            "habe",
            "sei",
            "wird",
            "hat",
            "zu",
            "gehen",
            "kam",
            "an",
            "auf",
            "nicht",
            "er",
            "sie",
            "sich",
            "Weber",
            "Anna",
            "Minister",
            "Partei",
            "Österreich",
            "groß",
            "geplante",
            "erklärt",
            "worden",
            "werden",
            "können",
            "wie",
            "so",
            "als",
            "um",
            "in",
            "mit",
            "von",
            "deren",
            "was",
            "30",
            "Prozent",
            "Mio.",
            "18.",
            "Dr.",
            "mitteilte",
            "beide",
            "kündigte",
            "muß",
            "o\u{308}ffnet",
            "So\u{ad}ft",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            ",", ".", ";", ":", "?", "!", "–", "-", "(", ")", "[", "]", "„", "“", "”", "\"", "»", "«", "‚", "‘", "…",
            "/", "%",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            "\r\n",
            "\n\n",
            "\u{a0}",
            "\u{200d}",
            "👩\u{200d}🚒",
            "\u{7}",
            "\t"
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    let space = prop::sample::select(vec![" ", " ", " ", ""]);
    prop::collection::vec((piece, space), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| piece + space).collect())
}

fn check(text: &str, tokens: &Tokenization, syntax: &Syntax) {
    let count = tokens.tokens.len();
    assert_eq!(syntax.categories.len(), count);
    assert_eq!(syntax.clause_of_token.len(), count);
    assert_eq!(syntax.reasons.len(), count);
    for at in (0..count).map(TokenIdx::new) {
        let evidence = syntax.evidence(at, tokens).expect("every token has a reason");
        assert!(evidence.rule.as_str().starts_with("syntax.category."));
    }
    assert_eq!(syntax.clauses_by_sentence.len(), tokens.sentences.len());
    assert_eq!(syntax.phrases_by_sentence.len(), tokens.sentences.len());
    for clause in syntax.clause_of_token.iter().flatten() {
        assert!(clause.index() < syntax.clauses.len());
    }
    let mut last = (0, usize::MAX);
    for (at, clause) in syntax.clauses.iter().enumerate() {
        assert!(
            !clause.tokens.is_empty() && clause.tokens.end().index() <= count,
            "{text:?}"
        );
        let sentence = clause.sentence.get(&tokens.sentences).expect("a sentence");
        assert!(sentence.tokens.covers(clause.tokens), "{text:?}");
        let key = (clause.tokens.start().index(), clause.tokens.end().index());
        assert!(last.0 < key.0 || last.0 == key.0 && last.1 >= key.1, "sorted: {text:?}");
        last = key;
        assert!(
            clause
                .parent
                .is_none_or(|parent| parent.index() < syntax.clauses.len() && parent.index() != at)
        );
        assert!(
            clause.introducer.is_none_or(|token| clause.tokens.contains(token)),
            "{text:?}"
        );
        if let Some(verb) = clause.verb {
            assert_eq!(verb.get(&syntax.verbs).expect("a verb").clause.index(), at);
        }
        let ranked = syntax.subjects_of(clause);
        assert_eq!(clause.subject, ranked.first().map(|best| best.phrase), "{text:?}");
        assert_eq!(clause.subjects.len(), ranked.len(), "{text:?}");
        assert!(
            ranked.is_sorted_by(|a, b| a.confidence >= b.confidence && a.phrase != b.phrase),
            "{text:?}"
        );
        assert!(ranked.iter().all(|one| one.phrase.index() < syntax.phrases.len()));
        assert!(clause.confidence > Confidence::MIN);
        let evidence = syntax.clause_evidence(clause, tokens).expect("evidence");
        assert!(
            tokens
                .span_of(clause.tokens)
                .is_some_and(|span| span.contains(evidence.span)),
            "{text:?}"
        );
    }
    let mut end = 0;
    for phrase in &syntax.phrases {
        assert!(phrase.core.start().index() >= end, "cores overlap: {text:?}");
        end = phrase.core.end().index();
        assert!(!phrase.core.is_empty() && end <= count);
        assert!(
            phrase.tokens.covers(phrase.core) && phrase.tokens.end().index() <= count,
            "{text:?}"
        );
        assert!(phrase.core.contains(phrase.head), "{text:?}");
        assert!(phrase.confidence > Confidence::MIN && syntax.phrase_evidence(phrase, tokens).is_some());
        assert!(phrase.conjunct.is_none_or(|other| other.index() < syntax.phrases.len()));
    }
    let mut clause = 0;
    for verb in &syntax.verbs {
        assert!(verb.clause.index() >= clause, "verbs are sorted by clause");
        clause = verb.clause.index();
        assert!(verb.confidence > Confidence::MIN && verb.mood_rule.confidence() > Confidence::MIN);
        assert!(syntax.verb_evidence(verb, tokens).is_some());
        assert!(
            verb.tokens.windows(2).all(|pair| matches!(pair, [a, b] if a < b)),
            "{text:?}"
        );
        assert!(verb.tokens.contains(&verb.main), "{text:?}");
        assert!(
            verb.finite.is_none_or(|finite| verb.tokens.contains(&finite)),
            "{text:?}"
        );
        assert!(
            verb.particle.is_none_or(|particle| verb.tokens.contains(&particle)),
            "{text:?}"
        );
        assert!(!verb.lemma.is_empty(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_laws_hold(text in german()) {
        let tokens = Tokenizer::new().tokenize(&text);
        let parser = Parser::new();
        let syntax = parser.parse(&text, &tokens);
        check(&text, &tokens, &syntax);
        // The same again, in buffers that are used again.
        let mut again = parser.parse("Anna sagte, sie komme.", &Tokenizer::new().tokenize("Anna sagte, sie komme."));
        parser.parse_into(&text, &tokens, &mut again);
        prop_assert_eq!(syntax, again);
    }
}
