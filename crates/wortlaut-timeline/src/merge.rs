//! One timeline from many articles.

use std::collections::BTreeMap;

use wortlaut_text::Entity;
use wortlaut_timex::Interval;

use crate::scene::Scene;
use crate::words::event_noun;
use crate::{Event, TimelineInput};

/// What an event is recognised by in other articles: its days, what happened, and who or what was part of it.
///
/// Two events are the same when they have the same days, one word in common that names what happened, and one name in
/// common. An event in which nobody and nothing is named is never the same as another.
///
/// Names are written `wikidata:Q…`, `iso3166:…` and `name:…` (in lower case), so that they mean the same in every
/// article, also where only one of them knows the identifier. What happened is the infinitive of the verb, or the noun
/// with the verbs that tell the same (*treffen*, *zusammenkommen* for *Treffen*).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct EventKey {
    /// The first and the last day.
    pub days: (Option<jiff::civil::Date>, Option<jiff::civil::Date>),
    /// Words for what happened, sorted.
    pub what: Vec<String>,
    /// Who and what was part of it, sorted.
    pub who: Vec<String>,
}

impl EventKey {
    fn of(event: &Event, scene: &Scene<'_>) -> Self {
        let input = scene.input;
        let mut what = Vec::new();
        if let Some(trigger) = event.trigger {
            let token = input.tokens.tokens_in(trigger).start();
            let verb = scene
                .telling_clause(token)
                .and_then(|(_, clause)| scene.verb(clause))
                .filter(|verb| verb.tokens.contains(&token));
            match (verb, event_noun(trigger.slice(input.text))) {
                (Some(verb), _) => what.push(verb.lemma.clone()),
                (None, Some(noun)) => what.extend(noun.words().map(str::to_owned)),
                (None, None) => what.push(trigger.slice(input.text).to_lowercase()),
            }
        }
        let entities = event.participants.iter().chain(&event.places);
        let entities = entities.filter_map(|&index| index.get(input.entities));
        let mut who: Vec<_> = entities.flat_map(names).collect();
        what.sort_unstable();
        what.dedup();
        who.sort_unstable();
        who.dedup();
        EventKey {
            days: (event.when.start, event.when.end),
            what,
            who,
        }
    }
}

/// How an entity is called in every article: its identifiers and its name.
fn names(entity: &Entity) -> impl Iterator<Item = String> + '_ {
    let ids = ["wikidata", "iso3166"].into_iter();
    let ids = ids.filter_map(|authority| Some(format!("{authority}:{}", entity.id(authority)?)));
    ids.chain(std::iter::once(format!("name:{}", entity.name.to_lowercase())))
}

/// An event of one article, in a [`Dossier`]. Its indices point into the layers of that article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Source {
    /// The caller's name for the article.
    pub document: String,
    /// What it tells.
    pub event: Event,
    /// The words to show for it.
    pub label: String,
    /// What it is recognised by.
    pub key: EventKey,
}

/// An event as several articles tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MergedEvent {
    /// When.
    pub when: Interval,
    /// Who tells it and how, sorted by document, then by place in the timeline of the document; never empty. Articles
    /// that contradict each other stand side by side.
    pub sources: Vec<Source>,
}

/// The events of many articles, from which one timeline is made.
///
/// A dossier is a set of articles: it does not matter in which order they are added or dossiers are merged, nor whether
/// an article comes in twice. Different articles must have different names; of two with one name the later one stays.
///
/// ```
/// use wortlaut_timeline::{Dossier, TimelineBuilder, TimelineInput};
/// # use wortlaut_gazetteer::Recognizer;
/// # use wortlaut_tokenize::Tokenizer;
/// # use wortlaut_syntax::Parser;
/// # use wortlaut_timex::TimexTagger;
///
/// let mut dossier = Dossier::new();
/// let published = Some("2024-03-14".parse()?);
/// for (name, text) in [
///     ("a", "Am 7. März 2024 demonstrierten in Wien Tausende."),
///     ("b", "In Wien demonstrierten am 7. März 2024 viele Menschen."),
/// ] {
/// #   let tokens = Tokenizer::new().tokenize(text);
/// #   let syntax = Parser::new().parse(text, &tokens);
/// #   let names = Recognizer::german().recognize(text, &tokens);
/// #   let times = TimexTagger::german().tag(text, &tokens, &syntax, published);
/// #   let (entities, mentions) = (&names.entities[..], &names.mentions[..]);
/// #   let unnamed = TimelineInput::new(text, &tokens, &syntax);
///     let input = TimelineInput { entities, mentions, times: &times, published, ..unnamed };
///     let events = TimelineBuilder::german().events(&input);
///     dossier.add(name, &input, &events);
/// }
/// for event in dossier.timeline() {
///     println!("{:?}: told by {} articles", event.when, event.sources.len());
/// }
/// # assert_eq!(dossier.timeline().len(), 1);
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    articles: BTreeMap<String, Vec<Source>>,
}

impl Dossier {
    /// An empty dossier.
    #[must_use]
    pub fn new() -> Self {
        Dossier::default()
    }

    /// Adds the events of the document that `input` describes, under the caller's name for it.
    pub fn add(&mut self, document: &str, input: &TimelineInput<'_>, events: &[Event]) {
        let scene = Scene::new(input);
        let source = |event: &Event| Source {
            document: document.to_owned(),
            event: event.clone(),
            label: event.label.slice(input.text).to_owned(),
            key: EventKey::of(event, &scene),
        };
        let sources = events.iter().map(source).collect();
        self.articles.insert(document.to_owned(), sources);
    }

    /// Adds all articles of another dossier.
    pub fn merge(&mut self, other: Dossier) {
        self.articles.extend(other.articles);
    }

    /// The articles and their events that are the same joined; sorted by start (open start: by end).
    #[must_use]
    pub fn timeline(&self) -> Vec<MergedEvent> {
        let sources: Vec<&Source> = self.articles.values().flatten().collect();
        let mut groups = Groups::new(sources.len());
        let mut first_with = BTreeMap::new();
        for (at, source) in sources.iter().enumerate() {
            for what in &source.key.what {
                for who in &source.key.who {
                    let first = *first_with.entry((source.key.days, what, who)).or_insert(at);
                    groups.join(first, at);
                }
            }
        }
        let mut merged: BTreeMap<usize, MergedEvent> = BTreeMap::new();
        for (at, source) in sources.into_iter().enumerate() {
            let event = merged.entry(groups.first_of(at)).or_insert_with(|| MergedEvent {
                when: source.event.when,
                sources: Vec::new(),
            });
            event.sources.push(source.clone());
        }
        let mut timeline: Vec<_> = merged.into_values().collect();
        timeline.sort_by_key(|event| (event.when.start.or(event.when.end), event.when.end));
        timeline
    }
}

/// Which sources tell one event: each points to an earlier one, the first of a group to itself.
struct Groups {
    earlier: Vec<usize>,
}

impl Groups {
    fn new(len: usize) -> Self {
        Groups {
            earlier: (0..len).collect(),
        }
    }

    fn first_of(&mut self, at: usize) -> usize {
        let mut at = at;
        loop {
            let earlier = self.earlier.get(at).copied().unwrap_or(at);
            if earlier == at {
                return at;
            }
            // Halving the path keeps later look-ups short.
            let before = self.earlier.get(earlier).copied().unwrap_or(earlier);
            if let Some(place) = self.earlier.get_mut(at) {
                *place = before;
            }
            at = before;
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first_of(a), self.first_of(b));
        if let Some(place) = self.earlier.get_mut(a.max(b)) {
            *place = a.min(b);
        }
    }
}
