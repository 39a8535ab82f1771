//! A dossier is a set: the order of its articles changes nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use proptest::prelude::*;
use wortlaut_syntax::Syntax;
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Span};
use wortlaut_timeline::{Dossier, Event, TimelineInput};
use wortlaut_timex::{Granularity, Interval};
use wortlaut_tokenize::Tokenization;

/// What happens in the articles of these tests; the words of the events.
const TEXT: &str = "Treffen Begegnung Streik Wahl";

/// An event: the position of its word, its day of March, its participants.
type Told = (usize, i8, Vec<usize>);

/// A dossier of one article.
fn article(name: &str, told: &[Told]) -> Dossier {
    let entities: Vec<Entity> = ["Anna Kolbe", "Jörn Habeland", "Ina Brandis"]
        .map(|name| Entity::new(EntityKind::Person, name))
        .into();
    let (tokens, syntax) = (Tokenization::default(), Syntax::default());
    let input = TimelineInput {
        entities: &entities,
        ..TimelineInput::new(TEXT, &tokens, &syntax)
    };
    let events: Vec<Event> = told
        .iter()
        .map(|(word, day, who)| {
            let mut words = TEXT.split(' ').scan(0, |at, word| {
                let span = Span::between(*at, *at + word.len() as u32);
                *at = span.end() + 1;
                Some(span)
            });
            let span = words.nth(*word).unwrap();
            let when = Interval::day(jiff::civil::Date::constant(2024, 3, *day));
            let reason = Evidence::new("timeline.clause", span);
            let mut event = Event::new(span, when, Granularity::Day, Confidence::MAX, reason);
            event.trigger = Some(span);
            event.participants = who.iter().map(|&at| EntityIdx::new(at)).collect();
            event
        })
        .collect();
    let mut dossier = Dossier::new();
    dossier.add(name, &input, &events);
    dossier
}

fn joined(parts: &[Dossier]) -> Dossier {
    let mut all = Dossier::new();
    for part in parts {
        all.merge(part.clone());
    }
    all
}

#[test]
fn the_same_event_is_one() {
    let table: [(&str, Told, Told, usize); 6] = [
        ("same word, day and person", (0, 1, vec![0]), (0, 1, vec![0, 1]), 1),
        ("another word for it", (0, 1, vec![0]), (1, 1, vec![0]), 1),
        ("another word", (0, 1, vec![0]), (2, 1, vec![0]), 2),
        ("another day", (0, 1, vec![0]), (0, 2, vec![0]), 2),
        ("other persons", (0, 1, vec![0]), (0, 1, vec![1, 2]), 2),
        ("nobody named", (0, 1, vec![]), (0, 1, vec![]), 2),
    ];
    for (name, a, b, want) in table {
        let timeline = joined(&[article("a", &[a]), article("b", &[b])]).timeline();
        assert_eq!(timeline.len(), want, "{name}");
        assert_eq!(
            timeline.iter().map(|event| event.sources.len()).sum::<usize>(),
            2,
            "{name}"
        );
    }
}

#[test]
fn a_third_article_can_join_two() {
    let all = [
        article("a", &[(0, 1, vec![0])]),
        article("b", &[(0, 1, vec![1])]),
        article("c", &[(0, 1, vec![0, 1])]),
    ];
    let timeline = joined(&all).timeline();
    assert_eq!(timeline.len(), 1);
    let documents: Vec<_> = timeline[0]
        .sources
        .iter()
        .map(|source| source.document.as_str())
        .collect();
    assert_eq!(documents, ["a", "b", "c"]);
    assert_eq!(timeline[0].sources[0].label, "Treffen");
}

fn told() -> impl Strategy<Value = Vec<Told>> {
    let one = (0..4usize, 1..4i8, prop::collection::vec(0..3usize, 0..3));
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn order_does_not_matter(articles in prop::collection::vec(told(), 0..6), turn in 0..6usize) {
        let articles: Vec<_> = articles.iter().enumerate().map(|(at, told)| article(&format!("{at}"), told)).collect();
        let want = joined(&articles);
        let mut other = articles.clone();
        other.reverse();
        other.rotate_left(turn.min(articles.len()));
        prop_assert_eq!(&joined(&other), &want, "commutative");
        prop_assert_eq!(joined(&other).timeline(), want.timeline());
        let (left, right) = articles.split_at(turn.min(articles.len()));
        prop_assert_eq!(&joined(&[joined(left), joined(right)]), &want, "associative");
        prop_assert_eq!(&joined(&[want.clone(), want.clone()]), &want, "idempotent");
        let events: usize = want.timeline().iter().map(|event| event.sources.len()).sum();
        prop_assert_eq!(events, articles.iter().flat_map(Dossier::timeline).map(|event| event.sources.len()).sum::<usize>());
    }
}
