//! The laws of the timeline, on any text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use proptest::prelude::*;
use wortlaut_gazetteer::{Names, Recognizer};
use wortlaut_quote::{Quotation, QuoteAttributor, QuoteInput};
use wortlaut_syntax::{Parser, Syntax};
use wortlaut_timeline::{Event, TimelineBuilder, TimelineInput};
use wortlaut_timex::{Timex, TimexTagger};
use wortlaut_tokenize::{Tokenization, Tokenizer};

/// Everything below the timeline, built once for a text.
struct Below {
    tokens: Tokenization,
    syntax: Syntax,
    names: Names,
    times: Vec<Timex>,
    quotations: Vec<Quotation>,
    published: Option<jiff::civil::Date>,
}

impl Below {
    fn of(text: &str, published: Option<&str>) -> Self {
        let published = published.map(|day| day.parse().unwrap());
        let tokens = Tokenizer::new().tokenize(text);
        let syntax = Parser::new().parse(text, &tokens);
        let names = Recognizer::german().recognize(text, &tokens);
        let times = TimexTagger::german().tag(text, &tokens, &syntax, published);
        let spans: Vec<_> = times.iter().map(|time| time.span).collect();
        let quotations = QuoteAttributor::german().attribute(&QuoteInput {
            text,
            tokens: &tokens,
            syntax: &syntax,
            entities: &names.entities,
            mentions: &names.mentions,
            times: &spans,
        });
        Below {
            tokens,
            syntax,
            names,
            times,
            quotations,
            published,
        }
    }

    fn input<'a>(&'a self, text: &'a str) -> TimelineInput<'a> {
        TimelineInput {
            text,
            tokens: &self.tokens,
            syntax: &self.syntax,
            entities: &self.names.entities,
            mentions: &self.names.mentions,
            times: &self.times,
            quotations: &self.quotations,
            published: self.published,
        }
    }
}

/// German text with everything a timeline is made of, and everything that makes offsets differ.
fn german() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Der Rat",
        "hat",
        "am Montag",
        "am 3. Mai",
        "seit 2019",
        "bis Freitag",
        "zwischen 1990",
        "und 1995",
        "vor",
        "zuvor",
        "damals",
        "beschlossen",
        "hatte",
        "sagte",
        "Anna Müller",
        "Mu\u{308}ller",
        "in Köln",
        "das Treffen",
        "des Treffens",
        "der Sitzung",
        "nicht",
        "soll",
        "wird",
        "geplant",
        "sind",
        "wenn",
        "dass",
        "die",
        ",",
        ".",
        ". ",
        ": ",
        "„",
        "“",
        "»",
        "«",
        "‚",
        "‘",
        "\"",
        " ",
        " ",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\u{200d}",
        "\r\n",
        "\n\n",
        "👩\u{200d}🚒",
        "18.",
        "2024",
        "vom 2. bis 5. Juni 2018",
        "(",
        ")",
        "–",
    ]);
    prop::collection::vec(pieces, 0..120).prop_map(|pieces| pieces.join(" "))
}

fn hold(text: &str, published: Option<&str>) -> Vec<Event> {
    let below = Below::of(text, published);
    let input = below.input(text);
    let builder = TimelineBuilder::german();
    let events = builder.events(&input);
    let mut again = vec![events.first().cloned()].into_iter().flatten().collect();
    builder.events_into(&input, &mut again);
    assert_eq!(events, again, "a used buffer changes nothing");
    for event in &events {
        assert!(event.when.is_ordered(), "{event:?}");
        assert!(event.when.start.is_some() || event.when.end.is_some(), "{event:?}");
        assert!(!event.evidence.is_empty());
        let spans = [event.span, event.label].into_iter().chain(event.trigger);
        for span in spans.chain(event.evidence.iter().map(|evidence| evidence.span)) {
            assert!(
                span.get(text).is_some_and(|words| !words.is_empty()),
                "{span} in {event:?}"
            );
        }
        assert!(event.trigger.is_none_or(|trigger| event.span.contains(trigger)));
        assert!(event.timexes.iter().all(|index| index.get(&below.times).is_some()));
        assert!(
            event
                .quotations
                .iter()
                .all(|index| index.get(&below.quotations).is_some())
        );
        let entities = event.participants.iter().chain(&event.places).chain(&event.claimed_by);
        for entity in entities {
            assert!(entity.get(&below.names.entities).is_some());
        }
    }
    let key = |event: &Event| (event.when.start.or(event.when.end), event.span.start());
    assert!(
        events.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])),
        "{events:?}"
    );
    events
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn on_german(text in german()) {
        hold(&text, Some("2024-03-14"));
        hold(&text, None);
    }

    #[test]
    fn on_anything(text in any::<String>()) {
        hold(&text, Some("2024-03-14"));
    }
}

#[test]
fn a_noun_of_the_sentence_before_is_not_dated() {
    hold("das Treffen \n\n Anna Müller am Montag hatte", Some("2024-03-14"));
}

#[test]
fn the_ends_of_the_calendar() {
    for published in ["0001-01-01", "9999-12-31"] {
        hold(
            "Am Montag tagte der Rat. Er wird am Freitag entscheiden. Vor 1999 war alles anders.",
            Some(published),
        );
    }
}

/// The cost per byte does not grow: a hundred thousand dates in one sentence, clauses in clauses.
#[test]
fn pathological_texts() {
    hold(&"am Montag, ".repeat(5_000), Some("2024-03-14"));
    hold(&"der Rat, der am Montag, ".repeat(1_000), Some("2024-03-14"));
    hold(
        &"Am 3. Mai tagte der Rat. Nach der Sitzung gab es Suppe. ".repeat(500),
        Some("2024-03-14"),
    );
}

#[test]
fn a_builder_is_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<TimelineBuilder>();
    shared::<Event>();
}
