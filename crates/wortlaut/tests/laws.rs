//! The laws of ARCHITECTURE.md, for the whole pipeline and any text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use proptest::prelude::*;
use wortlaut::text::Evidence;
use wortlaut::{Analysis, Document, Pipeline, Span};

/// News German in pieces, with everything that has ever broken a tool: all quotation marks, unpaired ones, umlauts
/// composed and decomposed, no-break spaces, soft hyphens, emoji with joiners, line ends of both kinds, control characters.
fn german() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Ministerin Jana Holm",
        "Holm",
        "sagte",
        "am Dienstag",
        "in Köln",
        "Ko\u{308}ln",
        "„",
        "“",
        "”",
        "»",
        "«",
        "‚",
        "‘",
        "›",
        "‹",
        "\"",
        "'",
        "’",
        ",",
        ".",
        ":",
        "!",
        "?",
        "…",
        " – ",
        "-",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\r\n",
        "\n",
        "\n\n",
        "dass",
        "er",
        "sie",
        "sei",
        "habe",
        "werde",
        "kündigte",
        "an",
        "laut",
        "Angaben der Polizei",
        "zufolge",
        "vor drei Jahren",
        "18.",
        "Februar",
        "2025",
        "18.2.2025",
        "20.15 Uhr",
        "Russlands",
        "ukrainische",
        "SPD-Chef",
        "(dpa)",
        "[",
        "]",
        "👩\u{200d}🚒",
        "🇩🇪",
        "\u{0}",
        "\u{feff}",
        "\u{202e}",
        "z. B.",
        "Wir",
        "der",
        "die",
        "Polizei",
        "im",
        "kommenden Jahr",
        "forderte",
    ]);
    prop::collection::vec(pieces, 0..120).prop_map(|pieces| pieces.concat())
}

fn check(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
    let tokens = &analysis.tokenization().tokens;
    let mut from = 0;
    for token in tokens {
        prop_assert!(!token.span.is_empty());
        prop_assert!(
            token.span.get(text).is_some(),
            "token {} is not in the text",
            token.span
        );
        prop_assert!(token.span.start() >= from, "tokens overlap at {}", token.span);
        from = token.span.end();
    }
    let fits = |span: Span| span.get(text).is_some();
    let explained = |evidence: &[Evidence]| !evidence.is_empty() && evidence.iter().all(|e| fits(e.span));
    for zone in &analysis.tokenization().zones {
        prop_assert!(fits(zone.span) && explained(&[zone.evidence()]));
    }
    for pair in &analysis.tokenization().marks {
        let evidence = pair.evidence(analysis.tokenization());
        prop_assert!(evidence.is_some_and(|evidence| explained(&[evidence])), "{pair:?}");
    }
    for m in analysis.mentions() {
        prop_assert!(
            fits(m.span) && m.part.is_none_or(fits) && explained(&m.evidence),
            "{m:?}"
        );
        prop_assert!(m.entity.get(analysis.entities()).is_some());
    }
    for t in analysis.times() {
        prop_assert!(fits(t.span) && explained(&t.evidence), "{t:?}");
        prop_assert!(t.interval.is_none_or(|interval| interval.is_ordered()), "{t:?}");
    }
    for inferred in analysis.inferred().iter().flat_map(|inferred| &inferred.candidates) {
        prop_assert!(explained(&inferred.evidence));
    }
    for q in analysis.quotations() {
        prop_assert!(!q.content.is_empty() && explained(&q.evidence), "{q:?}");
        prop_assert!(
            q.content
                .iter()
                .chain(&q.cue)
                .chain(&q.frame)
                .chain(&q.addressee)
                .all(|&span| fits(span)),
            "{q:?}"
        );
        prop_assert!(
            q.content.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
            "{q:?}"
        );
        prop_assert!(
            q.continues
                .is_none_or(|before| before.get(analysis.quotations()).is_some())
        );
        prop_assert!(q.uttered.is_none_or(|time| (time as usize) < analysis.times().len()));
        if let Some(speaker) = q.speaker {
            prop_assert!(fits(speaker.span));
            prop_assert!(
                speaker
                    .entity
                    .is_none_or(|entity| entity.get(analysis.entities()).is_some())
            );
        }
    }
    for e in analysis.events() {
        prop_assert!(
            fits(e.span) && fits(e.label) && e.trigger.is_none_or(fits) && explained(&e.evidence),
            "{e:?}"
        );
        prop_assert!(e.when.is_ordered(), "{e:?}");
        prop_assert!(
            e.participants
                .iter()
                .chain(&e.places)
                .all(|entity| entity.get(analysis.entities()).is_some())
        );
        prop_assert!(
            e.quotations
                .iter()
                .all(|quotation| quotation.get(analysis.quotations()).is_some())
        );
        prop_assert!(e.timexes.iter().all(|time| time.get(analysis.times()).is_some()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_annotation_is_in_the_text_and_explained(text in prop_oneof![3 => german(), 1 => any::<String>()], dated in any::<bool>()) {
        let pipeline = Pipeline::german();
        let mut document = Document::new(text.as_str()).unwrap();
        if dated {
            document = document.published("2024-02-29".parse().unwrap());
        }
        let first = pipeline.analyze(&document).into_analysis();
        check(&text, &first)?;

        // Deterministic, also with used buffers and on another thread.
        let mut used = pipeline.analyze(&Document::new("„Etwas anderes“, sagte Anna Weber 2019 in Graz.").unwrap()).into_analysis();
        pipeline.analyze_into(&document, &mut used);
        prop_assert_eq!(&used, &first);
        let elsewhere = std::thread::scope(|scope| scope.spawn(|| pipeline.analyze(&document).into_analysis()).join().unwrap());
        prop_assert_eq!(&elsewhere, &first);
    }
}

#[test]
fn shared_between_threads() {
    fn shareable<T: Send + Sync + 'static>() {}
    shareable::<Pipeline>();
    shareable::<Analysis>();
}

#[test]
fn nothing_in_nothing_out() {
    for text in ["", " ", "\n\n", "\u{feff}", "\u{ad}"] {
        let document = Document::new(text).unwrap();
        let analysis = Pipeline::german().analyze(&document).into_analysis();
        assert_eq!(
            analysis.entities().len() + analysis.quotations().len() + analysis.events().len(),
            0,
            "{text:?}"
        );
    }
}

#[test]
fn a_megabyte_without_a_space() {
    let text = "Donaudampfschifffahrt".repeat(50_000);
    let document = Document::new(text.as_str()).unwrap();
    let analysis = Pipeline::german().analyze(&document);
    assert_eq!(analysis.analysis().tokenization().tokens.len(), 1);
}

#[test]
fn deep_nesting_and_long_enumerations() {
    for piece in [
        "„Ja ",
        "(",
        "dass er sagte, ",
        "Anna, ",
        "[„",
        "1. ",
        "sagte ",
        "und ",
        "Anna Weber sagte: „Ja“. ",
    ] {
        let text = piece.repeat(20_000);
        let document = Document::new(text.as_str()).unwrap();
        let analysis = Pipeline::german().analyze(&document).into_analysis();
        assert!(!analysis.tokenization().tokens.is_empty(), "{piece}");
    }
}
