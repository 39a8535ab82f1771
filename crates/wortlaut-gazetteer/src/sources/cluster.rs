//! Which phrases mean the same people or body.

use std::collections::HashMap;

use wortlaut_lexicon::{Lexicon, RoleKind};
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Gender, Mention, MentionForm};

use super::describe::{Article, Description, Text, raised};
use super::lists::{self, Sort};
use crate::classes::{self, Class};
use crate::normal;
use crate::recognizer::Names;

/// How many people of one noun a definite phrase chooses from; a bound for the time this takes.
const REACH: usize = 16;

/// People or a body that phrases mean.
#[derive(Debug)]
struct Cluster {
    /// The descriptions, the one that brought it in first.
    members: Vec<usize>,
    /// Whether the text lets it speak.
    speaks: bool,
    /// The body of this name that it is.
    body: Option<EntityIdx>,
}

/// The people and bodies of a document.
#[derive(Debug)]
pub(super) struct Clusters {
    all: Vec<Cluster>,
    by_noun: HashMap<String, Vec<usize>>,
    /// Each with its cluster and whether the text lets it speak.
    found: Vec<(Description, bool)>,
    bodies: Bodies,
    /// The last person that spoke.
    last_person: Option<usize>,
}

impl Clusters {
    pub(super) fn new(names: &Names, text: &Text<'_>) -> Self {
        Clusters {
            all: Vec::new(),
            by_noun: HashMap::new(),
            found: Vec::new(),
            bodies: Bodies::read(names, text),
            last_person: None,
        }
    }

    /// The person that spoke last: *ein anderer* is another of the sort.
    pub(super) fn last_person(&self) -> Option<&Description> {
        self.found.get(self.last_person?).map(|(description, _)| description)
    }

    /// Adds a phrase to whom it means, known or new.
    pub(super) fn add(&mut self, description: Description, speaks: bool) -> usize {
        let index = self.found.len();
        let body = self.bodies.named(&description);
        let cluster = match self.known(&description, speaks, body) {
            Some(cluster) => cluster,
            None => {
                self.all.push(Cluster {
                    members: Vec::new(),
                    speaks: false,
                    body,
                });
                let cluster = self.all.len() - 1;
                self.by_noun.entry(description.noun.clone()).or_default().push(cluster);
                cluster
            }
        };
        if let Some(known) = self.all.get_mut(cluster) {
            known.members.push(index);
            known.speaks |= speaks;
        }
        if speaks && description.is_person() {
            self.last_person = Some(index);
        }
        self.found.push((description, speaks));
        cluster
    }

    /// Whom the phrase means, if it is somebody told of before.
    fn known(&self, new: &Description, speaks: bool, body: Option<EntityIdx>) -> Option<usize> {
        let of_noun = self.by_noun.get(&new.noun)?;
        of_noun.iter().rev().take(REACH).copied().find(|&at| {
            let Some(cluster) = self.all.get(at) else { return false };
            let first = cluster.members.first().and_then(|&first| self.found.get(first));
            first.is_some_and(|(first, _)| cluster.body == body && is_same(first, new, speaks))
        })
    }

    /// Makes entities of those that speak, and mentions of all their phrases. Gives the entity of each cluster.
    pub(super) fn settle(self, text: &Text<'_>, names: &mut Names) -> Vec<Option<EntityIdx>> {
        let mut entities = Vec::with_capacity(self.all.len());
        for cluster in &self.all {
            let first = cluster.members.first().and_then(|&first| self.found.get(first));
            let Some((first, _)) = first.filter(|_| cluster.speaks) else {
                entities.push(None);
                continue;
            };
            let entity = cluster.body.unwrap_or_else(|| {
                let mut entity = Entity::new(first.kind, first.name(text));
                entity.gender = first.gender;
                names.entities.push(entity);
                EntityIdx::new(names.entities.len() - 1)
            });
            entities.push(Some(entity));
            let origin = text.span(first.first, first.end);
            for (place, (member, speaks)) in cluster.members.iter().filter_map(|&at| self.found.get(at)).enumerate() {
                let Some(span) = text.span(member.first, member.end) else {
                    continue;
                };
                let again = place > 0 && (member.first, member.end) != (first.first, first.end);
                let (rule, mut permille) = match (cluster.body, again, first.kind) {
                    (Some(_), ..) => ("entity.source.body", 720),
                    (None, true, _) if member.of == first.of => ("entity.source.again", 800),
                    (None, true, _) => ("entity.source.again", 720),
                    (None, false, EntityKind::Role) if first.role.is_none() => ("entity.source.age", 780),
                    (None, false, EntityKind::Role) => ("entity.source.role", 800),
                    (None, false, _) => ("entity.source.group", 800),
                };
                if !speaks {
                    permille -= 60;
                }
                let reason = match rule {
                    "entity.source.again" => Evidence::new(rule, origin.unwrap_or(span)),
                    _ => Evidence::new(rule, text.span(member.head, member.head + 1).unwrap_or(span)),
                };
                names.mentions.push(Mention::new(
                    span,
                    entity,
                    MentionForm::Role,
                    Confidence::from_permille(permille),
                    reason,
                ));
            }
        }
        // What is longer stands before what is inside it.
        names.mentions.sort_by(|a, b| {
            a.span
                .start()
                .cmp(&b.span.start())
                .then(b.span.end().cmp(&a.span.end()))
        });
        entities
    }
}

/// Whether a phrase means whom another one brought in.
fn is_same(first: &Description, new: &Description, speaks: bool) -> bool {
    let contradicts = |a: Option<Gender>, b: Option<Gender>| a.is_some() && b.is_some() && a != b;
    if first.kind != new.kind
        || first.plural != new.plural
        || first.whole != new.whole
        || !new.is_body() && contradicts(first.gender, new.gender)
    {
        return false;
    }
    if first.whole {
        return first.kind == EntityKind::Group && first.of == new.of;
    }
    let equal = first.of == new.of;
    match new.article {
        // *ein Sprecher der Polizei* is the voice of the police each time; *ein Anwohner* is another one each time.
        Article::Indefinite => {
            new.role == Some(RoleKind::Spokesperson)
                && speaks
                && equal
                && !new.of.is_empty()
                && !new.other
                && !first.other
                && first.article == Article::Indefinite
        }
        Article::Quantity => false,
        Article::None if new.is_body() => equal || new.of.is_empty(),
        // *Experten warnen … Experten raten*: people of a sort.
        Article::None => speaks && equal && first.other == new.other && first.article != Article::Quantity,
        Article::Definite | Article::Possessive => {
            let told = |word: &str| first.of.split(' ').any(|other| other == word);
            first.other == new.other && (equal || new.of.split(' ').all(|word| word.is_empty() || told(word)))
                || new.of.is_empty() && first.other
        }
    }
}

/// The bodies that have names.
#[derive(Debug, Default)]
struct Bodies {
    /// By the nouns of their names, with where each is named first (in bytes).
    by_noun: HashMap<String, Vec<(u32, EntityIdx)>>,
    /// Every mention of a body: where, which, and whether it is a company.
    mentioned: Vec<(u32, EntityIdx, bool)>,
    /// Where the tokens begin.
    starts: Vec<u32>,
}

impl Bodies {
    fn read(names: &Names, text: &Text<'_>) -> Self {
        let mut bodies = Bodies {
            starts: text.tokens.tokens.iter().map(|token| token.span.start()).collect(),
            ..Bodies::default()
        };
        let mut companies: HashMap<EntityIdx, bool> = HashMap::new();
        for mention in &names.mentions {
            let entity = mention.entity.get(&names.entities);
            let Some(entity) = entity.filter(|entity| entity.kind == EntityKind::Organization) else {
                continue;
            };
            let start = mention.span.start();
            let company = *companies.entry(mention.entity).or_insert_with(|| {
                for noun in entity.name.split(' ').flat_map(nouns_of) {
                    let known = bodies.by_noun.entry(noun).or_default();
                    known.push((start, mention.entity));
                }
                let mut words = entity.name.split(' ').skip(1);
                words.any(|word| classes::of(&normal::key(word)).has(Class::LEGAL_FORM))
            });
            bodies.mentioned.push((start, mention.entity, company));
        }
        bodies
    }

    /// The body that a noun alone points back to.
    fn named(&self, description: &Description) -> Option<EntityIdx> {
        let definite = description.article == Article::Definite;
        let simple = description.of.is_empty();
        if !description.is_body() || description.other || !(definite || description.article == Article::None) {
            return None;
        }
        let here = *self.starts.get(description.first)?;
        if let Some(known) = self.by_noun.get(&description.noun).filter(|_| simple) {
            // Of two courts neither is *das Gericht* for sure.
            let mut before = known.iter().take_while(|(start, _)| *start < here);
            return match (before.next(), before.next()) {
                (Some((_, one)), None) => Some(*one),
                _ => None,
            };
        }
        let end = self.mentioned.partition_point(|(start, ..)| *start < here);
        let last = end.checked_sub(1).and_then(|at| self.mentioned.get(at))?;
        // *der Konzern*, *der MDax-Konzern*; not *der Mutterkonzern*.
        let another = lists::of_noun(&description.of).has(Sort::ANOTHER_COMPANY);
        let points = (simple || description.compound) && !another;
        let company = last.2 && lists::of_noun(&description.noun).has(Sort::COMPANY);
        (definite && points && company).then_some(last.1)
    }
}

/// The nouns in the name of a body by which a text points back to it: *Polizei*, *Gericht* of *Landgericht*.
fn nouns_of(word: &str) -> impl Iterator<Item = String> + use<'_> {
    let role = Lexicon::german().role(word);
    let body = role.filter(|role| role.kind == RoleKind::Institution);
    let own = body.filter(|role| role.head == 0).map(|role| role.lemma.to_owned());
    let ends = word.char_indices().skip(3).filter_map(move |(at, _)| {
        body?;
        let noun = raised(word.get(at..)?);
        lists::of_noun(&noun).has(Sort::POINTS_BACK).then_some(noun)
    });
    own.into_iter().chain(ends)
}
