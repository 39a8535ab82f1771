//! Whole articles: every layer of a `wortlaut/1` analysis against hand-made gold (`denews-gold/1`).
//!
//! A row of the gold marked `optional` is neither a miss nor a false alarm. What is counted:
//!
//! * tokens, sentences – exact spans, F1;
//! * timexes – found (overlap with a gold expression), right extent, right value; anything else is a false alarm;
//! * entities – a name mention is found when a system mention covers exactly its span, and linked when that mention's
//!   entity has the right name, an identifier, or is the one most mentions of the gold entity point to;
//! * quotations – best one-to-one overlap, token F1 of the content ≥ 0.75; kind and resolved speaker apart;
//! * events – a system event in the same (or an accepted) sentence with the same start and end;
//! * negatives – spans that must not be a timex, quotation, entity or event.

use std::collections::{BTreeMap, BTreeSet};

use super::{Figure, Measure, ratio, set, shared};

use wortlaut::wire;

mod gold;

pub use gold::{GoldArticle, GoldFile};

use gold::{GoldEntity, GoldMention};

/// Start and end in bytes.
type ByteSpan = wire::WireSpan;

/// The counts over a set of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleScore {
    tokens: [usize; 3],
    sentences: [usize; 3],
    times: Times,
    entities: Entities,
    quotations: Quotations,
    events: Events,
    negatives: [usize; 2],
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Times {
    gold: usize,
    found: usize,
    extent: usize,
    value: usize,
    false_alarms: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entities {
    gold: usize,
    found: usize,
    linked: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Quotations {
    gold: usize,
    found: usize,
    kind: usize,
    speaker: usize,
    false_alarms: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Events {
    gold: usize,
    found: usize,
    extra: usize,
}

impl ArticleScore {
    /// Counts an article.
    pub fn add(&mut self, gold: &GoldArticle, system: &wire::Analysis) {
        let tokens: Vec<ByteSpan> = gold.tokens.rows.iter().map(gold::TokenRow::span).collect();
        count_spans(
            &mut self.tokens,
            tokens.clone(),
            system.tokens.iter().map(|token| token.span),
        );
        let sentences = gold.sentences.iter().map(|sentence| sentence.byte).collect();
        count_spans(
            &mut self.sentences,
            sentences,
            system.sentences.iter().map(|sentence| sentence.span),
        );
        self.times(gold, system);
        let links = Links::new(gold, system);
        self.entities(gold, &links);
        self.quotations(gold, system, &tokens, &links);
        self.events(gold, system);
        self.negatives(gold, system);
    }

    fn times(&mut self, gold: &GoldArticle, system: &wire::Analysis) {
        let mut used = vec![false; system.timexes.len()];
        let cut = |span: ByteSpan| gold.text.get(span[0] as usize..span[1] as usize);
        for expected in &gold.timexes {
            // The longest overlap; of equal ones the first.
            let candidates = system
                .timexes
                .iter()
                .zip(&mut used)
                .filter(|(timex, used)| !**used && overlap(timex.span, expected.byte) > 0);
            let best = candidates
                .rev()
                .max_by_key(|(timex, _)| overlap(timex.span, expected.byte));
            self.times.gold += usize::from(!expected.optional);
            let Some((timex, used)) = best else { continue };
            *used = true;
            if expected.optional {
                continue;
            }
            self.times.found += 1;
            let extents = std::iter::once(&expected.text).chain(&expected.accept_extents);
            self.times.extent += usize::from(
                extents
                    .into_iter()
                    .any(|extent| cut(timex.span) == Some(extent.as_str())),
            );
            let mut values = std::iter::once(&expected.value).chain(&expected.accept_values);
            self.times.value += usize::from(values.any(|value| *value == timex.value));
        }
        self.times.false_alarms += used.iter().filter(|used| !**used).count();
    }

    fn entities(&mut self, gold: &GoldArticle, links: &Links<'_>) {
        for (mention, picked) in gold.mentions.iter().zip(&links.picked) {
            if mention.optional || mention.is_anaphor() {
                continue;
            }
            self.entities.gold += 1;
            let Some(system) = picked else { continue };
            self.entities.found += 1;
            let named_alike = || links.name_of(&system.entity) == normalized(&mention.text);
            let linked = links.same(Some(&mention.entity), Some(&system.entity)) || named_alike();
            self.entities.linked += usize::from(linked);
        }
    }

    fn quotations(&mut self, gold: &GoldArticle, system: &wire::Analysis, tokens: &[ByteSpan], links: &Links<'_>) {
        let covered = |spans: &[ByteSpan]| covered_tokens(spans, tokens);
        let of_gold: Vec<Vec<usize>> = gold.quotes.iter().map(|quote| covered(&quote.spans())).collect();
        let of_system: Vec<Vec<usize>> = system
            .quotations
            .iter()
            .map(|quotation| covered(&quotation.content))
            .collect();
        let mut pairs = Vec::new();
        for (i, g) in of_gold.iter().enumerate() {
            for (j, s) in of_system.iter().enumerate() {
                pairs.push((token_f1(g, s), i, j));
            }
        }
        // Highest overlap first; of equal ones the later pair first.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
        let mut partner: BTreeMap<usize, (usize, f64)> = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for (f1, i, j) in pairs {
            if f1 >= 0.3 && !partner.contains_key(&i) && taken.insert(j) {
                partner.insert(i, (j, f1));
            }
        }
        for (i, expected) in gold.quotes.iter().enumerate().filter(|(_, quote)| !quote.optional) {
            self.quotations.gold += 1;
            let found = partner.get(&i).filter(|(_, f1)| *f1 >= 0.75);
            let Some(quotation) = found.and_then(|(j, _)| system.quotations.get(*j)) else {
                continue;
            };
            self.quotations.found += 1;
            self.quotations.kind += usize::from(kind_agrees(&expected.kind, &quotation.kind));
            let speaker = quotation.speaker.as_ref();
            let entity = speaker.and_then(|speaker| speaker.entity.as_deref());
            let name = normalized(speaker.map_or("", |speaker| &speaker.name));
            let wanted = expected.speaker.as_deref();
            let resolved = links.same(wanted, entity) || links.is_called(wanted, &name);
            let pointed = speaker.map(|speaker| speaker.span).is_some_and(|span| {
                expected.speaker_mention.iter().any(|part| overlap(span, part.byte) > 0)
                    || gold
                        .mentions
                        .iter()
                        .any(|mention| Some(mention.entity.as_str()) == wanted && overlap(span, mention.byte) > 0)
            });
            self.quotations.speaker += usize::from(resolved || pointed);
        }
        self.quotations.false_alarms += system.quotations.len() - taken.len();
    }

    fn events(&mut self, gold: &GoldArticle, system: &wire::Analysis) {
        let sentences: BTreeMap<&str, ByteSpan> = gold
            .sentences
            .iter()
            .map(|sentence| (sentence.id.as_str(), sentence.byte))
            .collect();
        let mut used = vec![false; system.events.len()];
        for expected in &gold.timeline {
            let accepted = std::iter::once(&expected.sentence).chain(&expected.accept_sentences);
            let spans: Vec<ByteSpan> = accepted.filter_map(|id| sentences.get(id.as_str()).copied()).collect();
            let found = system.events.iter().zip(&mut used).find(|(event, used)| {
                !**used
                    && spans.iter().any(|&span| overlap(event.span, span) > 0)
                    && dated(&event.start) == expected.start.as_deref()
                    && dated(&event.end) == expected.end.as_deref()
            });
            let hit = found.map(|(_, used)| *used = true).is_some();
            if !expected.optional {
                self.events.gold += 1;
                self.events.found += usize::from(hit);
            }
        }
        self.events.extra += used.iter().filter(|used| !**used).count();
    }

    fn negatives(&mut self, gold: &GoldArticle, system: &wire::Analysis) {
        for negative in &gold.negatives {
            let span = negative.byte;
            let what = negative.must_not_be.as_str();
            let touches = |other: ByteSpan| overlap(other, span) > 0;
            let timex = what.contains("timex") && system.timexes.iter().any(|timex| touches(timex.span));
            let quote = what.starts_with("quote")
                && !what.contains(" of ")
                && system
                    .quotations
                    .iter()
                    .flat_map(|quotation| &quotation.content)
                    .any(|&part| touches(part));
            let entity = what == "entity" && system.mentions.iter().any(|mention| mention.span == span);
            let event = what.contains("event") && system.events.iter().any(|event| touches(event.span));
            let [total, violated] = &mut self.negatives;
            *total += 1;
            *violated += usize::from(timex || quote || entity || event);
        }
    }

    /// The figures.
    pub fn measures(&self) -> Vec<Measure> {
        let share = |name: &str, hits, of| Measure::new(name, Figure::Share { hits, of });
        let alarms = |name: &str, count| Measure::new(name, Figure::Alarms(count));
        let [_, violated] = self.negatives;
        let (t, e, q, v) = (&self.times, &self.entities, &self.quotations, &self.events);
        vec![
            Measure::new("tokens", Figure::Percent(span_f1(self.tokens))),
            Measure::new("sentences", Figure::Percent(span_f1(self.sentences))),
            share("timexes_found", t.found, t.gold),
            share("timexes_extent", t.extent, t.gold),
            share("timexes_value", t.value, t.gold),
            alarms("timexes_false_alarms", t.false_alarms),
            share("entities_found", e.found, e.gold),
            share("entities_linked", e.linked, e.gold),
            share("quotations_found", q.found, q.gold),
            share("quotations_kind", q.kind, q.gold),
            share("quotations_speaker", q.speaker, q.gold),
            alarms("quotations_false_alarms", q.false_alarms),
            share("events_found", v.found, v.gold),
            alarms("events_extra", v.extra),
            alarms("negatives_violated", violated),
        ]
    }
}

/// An absent date and an empty one are the same.
fn dated(date: &Option<String>) -> Option<&str> {
    date.as_deref().filter(|date| !date.is_empty())
}

/// Which kinds of the system are right for a kind of the gold.
fn kind_agrees(gold: &str, system: &str) -> bool {
    match gold {
        "direct" | "direct_partial" | "direct_turn" => system == "direct",
        "mixed" => matches!(system, "mixed" | "indirect" | "direct"),
        "indirect" => matches!(system, "indirect" | "mixed" | "free_indirect"),
        other => system == other,
    }
}

/// Which entity of the system a gold entity is.
struct Links<'a> {
    entities: BTreeMap<&'a str, &'a GoldEntity>,
    system: BTreeMap<&'a str, &'a wire::Entity>,
    /// For every gold mention the system mention that was picked for it.
    picked: Vec<Option<&'a wire::Mention>>,
    /// By gold entity: the system entity that most of its mentions point to, when at least two do.
    clusters: BTreeMap<&'a str, &'a str>,
}

impl<'a> Links<'a> {
    fn new(gold: &'a GoldArticle, system: &'a wire::Analysis) -> Self {
        let pick = |mention: &GoldMention| {
            let exact = system.mentions.iter().find(|other| other.span == mention.byte);
            let around = || {
                let contains =
                    |other: &&wire::Mention| other.span[0] <= mention.byte[0] && mention.byte[1] <= other.span[1];
                system.mentions.iter().filter(|_| mention.is_anaphor()).find(contains)
            };
            exact.or_else(around)
        };
        let picked: Vec<Option<&wire::Mention>> = gold.mentions.iter().map(pick).collect();
        // Votes in the order of the mentions: of equal counts the entity voted for first wins.
        let mut votes: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
        for (mention, picked) in gold.mentions.iter().zip(&picked) {
            let Some(entity) = picked.map(|mention| mention.entity.as_str()) else {
                continue;
            };
            let counts = votes.entry(&mention.entity).or_default();
            match counts.iter_mut().find(|(id, _)| *id == entity) {
                Some((_, count)) => *count += 1,
                None => counts.push((entity, 1)),
            }
        }
        let winner = |counts: &[(&'a str, usize)]| {
            let best = counts.iter().rev().max_by_key(|(_, count)| *count)?;
            (best.1 >= 2).then_some(best.0)
        };
        let clusters = votes
            .iter()
            .filter_map(|(id, counts)| Some((*id, winner(counts)?)))
            .collect();
        Links {
            entities: gold
                .entities
                .iter()
                .map(|entity| (entity.id.as_str(), entity))
                .collect(),
            system: system
                .entities
                .iter()
                .map(|entity| (entity.id.as_str(), entity))
                .collect(),
            picked,
            clusters,
        }
    }

    /// The normalized name of a system entity, empty when there is none.
    fn name_of(&self, system: &str) -> String {
        normalized(self.system.get(system).map_or("", |entity| &entity.name))
    }

    /// Whether the gold entity has this (normalized) name. Nobody is called nothing.
    fn is_called(&self, gold: Option<&str>, name: &str) -> bool {
        match gold.and_then(|gold| self.entities.get(gold)) {
            Some(entity) => entity.names().any(|known| normalized(known) == name),
            None => name.is_empty(),
        }
    }

    /// Whether the system entity is the gold entity: by name, by identifier, or by what most mentions point to.
    fn same(&self, gold: Option<&str>, system: Option<&str>) -> bool {
        let Some((id, entity)) = system.and_then(|id| Some((id, self.system.get(id)?))) else {
            return false;
        };
        if self.is_called(gold, &normalized(&entity.name)) {
            return true;
        }
        let Some(gold) = gold else { return false };
        let expected = self.entities.get(gold);
        let identified = |authority: &str, wanted: Option<&String>| {
            wanted.is_some_and(|wanted| !wanted.is_empty() && entity.ids.get(authority) == Some(wanted))
        };
        identified("iso3166", expected.and_then(|entity| entity.iso.as_ref()))
            || identified("wikidata", expected.and_then(|entity| entity.wikidata.as_ref()))
            || self.clusters.get(gold) == Some(&id)
    }
}

/// Lower case, hyphens as spaces, single spaces.
fn normalized(name: &str) -> String {
    let name = name.to_lowercase().replace('-', " ");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn overlap(a: ByteSpan, b: ByteSpan) -> u32 {
    a[1].min(b[1]).saturating_sub(a[0].max(b[0]))
}

/// The tokens of which at least half lies in one of the spans. Tokens are sorted and do not overlap.
fn covered_tokens(spans: &[ByteSpan], tokens: &[ByteSpan]) -> Vec<usize> {
    let mut covered = Vec::new();
    for &span in spans {
        let first = tokens.partition_point(|token| token[1] <= span[0]);
        let from_there = tokens
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, token)| token[0] < span[1]);
        covered.extend(
            from_there
                .filter(|(_, token)| overlap(**token, span) * 2 >= token[1] - token[0])
                .map(|(at, _)| at),
        );
    }
    set(covered)
}

fn token_f1(gold: &[usize], system: &[usize]) -> f64 {
    ratio(2 * shared(gold, system), gold.len() + system.len())
}

fn count_spans(counts: &mut [usize; 3], gold: Vec<ByteSpan>, system: impl Iterator<Item = ByteSpan>) {
    let (gold, system) = (set(gold), set(system.collect()));
    let [hits, g, s] = counts;
    *hits += shared(&gold, &system);
    *g += gold.len();
    *s += system.len();
}

fn span_f1([hits, gold, system]: [usize; 3]) -> f64 {
    let (p, r) = (ratio(hits, system), ratio(hits, gold));
    // In the order of operations of the scorer, so that figures agree in the last digit too.
    if p + r > 0.0 {
        100.0 * 2.0 * p * r / (p + r)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests;
