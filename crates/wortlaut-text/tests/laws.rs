//! The laws of spans and offsets, on any text.
#![allow(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests may fail loudly"
)]

use proptest::prelude::*;
use wortlaut_text::{Confidence, Idx, IdxRange, OffsetIndex, OffsetUnit, Span};

/// German text with everything that makes offsets differ: umlauts composed and decomposed, typographic marks,
/// no-break spaces, soft hyphens, emoji with joiners, line ends of both kinds.
fn german() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Köln",
        "Ko\u{308}ln",
        "„",
        "“",
        "»",
        "«",
        "‚",
        "‘",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\r\n",
        "\n",
        "ß",
        "👩\u{200d}🚒",
        "🇩🇪",
        "sagte",
        ".",
        ",",
        "18.",
        "x",
        "\u{feff}",
    ]);
    prop::collection::vec(pieces, 0..200).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn offsets_agree_with_counting(text in prop_oneof![german(), any::<String>()]) {
        let index = OffsetIndex::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            let byte = byte as u32;
            let chars = before.chars().count() as u32;
            let utf16 = before.encode_utf16().count() as u32;
            prop_assert_eq!(index.from_bytes(byte, OffsetUnit::Chars), chars);
            prop_assert_eq!(index.from_bytes(byte, OffsetUnit::Utf16), utf16);
            prop_assert_eq!(index.from_bytes(byte, OffsetUnit::Bytes), byte);
            prop_assert_eq!(index.to_bytes(chars, OffsetUnit::Chars), Some(byte));
            prop_assert_eq!(index.to_bytes(utf16, OffsetUnit::Utf16), Some(byte));
            prop_assert_eq!(index.to_bytes(byte, OffsetUnit::Bytes), Some(byte));
        }
    }

    #[test]
    fn no_offset_panics(text in german(), offset in any::<u32>(), small in 0u32..2000) {
        let index = OffsetIndex::new(&text);
        for offset in [offset, small] {
            for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
                if let Some(byte) = index.to_bytes(offset, unit) {
                    prop_assert!(text.is_char_boundary(byte as usize));
                    prop_assert_eq!(index.from_bytes(byte, unit), offset);
                }
                prop_assert!(index.from_bytes(offset, unit) as usize <= text.len());
            }
        }
    }

    #[test]
    fn a_span_is_ordered_and_slices_never_panic(a in any::<u32>(), b in 0u32..400, text in german()) {
        let span = Span::between(a, b);
        prop_assert!(span.start() <= span.end());
        prop_assert_eq!(Span::new(a, b).is_ok(), a <= b);
        let near = Span::between(a % 400, b);
        prop_assert_eq!(near.slice(&text).len() as u32, near.get(&text).map_or(0, |_| near.len()));
    }

    #[test]
    fn cover_and_overlap(a in 0u32..50, b in 0u32..50, c in 0u32..50, d in 0u32..50) {
        let (x, y) = (Span::between(a, b), Span::between(c, d));
        let bytes = |s: Span| (s.start()..s.end()).collect::<Vec<_>>();
        prop_assert_eq!(x.overlaps(y), bytes(x).iter().any(|i| bytes(y).contains(i)) );
        prop_assert!(x.cover(y).contains(x) && x.cover(y).contains(y));
        prop_assert_eq!(x.overlaps(y), y.overlaps(x));
    }

    #[test]
    fn index_ranges_behave_like_ranges(a in 0usize..50, b in 0usize..50, i in 0usize..50) {
        let range: IdxRange<u8> = IdxRange::new(a, b);
        prop_assert_eq!(range.len(), (a..b).len());
        prop_assert_eq!(range.contains(Idx::new(i)), (a..b).contains(&i));
        prop_assert_eq!(range.iter().map(Idx::index).collect::<Vec<_>>(), (a..b).collect::<Vec<_>>());
    }

    #[test]
    fn confidence_stays_in_range(a in any::<u16>(), b in any::<u16>()) {
        let (a, b) = (Confidence::from_permille(a), Confidence::from_permille(b));
        prop_assert!((0.0..=1.0).contains(&a.value()));
        prop_assert!(a.and(b) <= a && a.and(b) <= b);
    }
}
