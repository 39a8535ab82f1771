//! Who speaks without a name: *ein Sprecher der Polizei*, *Anwohner*, *Regierungskreise*.
//!
//! The phrases of a document that could be people or bodies are brought together first, each as somebody known or new;
//! of these only those stay whom the text lets speak.

mod cluster;
mod describe;
mod lists;

use std::collections::HashMap;

use wortlaut_lexicon::{CaseSet, Number};
use wortlaut_text::{EntityIdx, EntityKind, Gender, IdxRange, Mention, MentionForm, Span};
use wortlaut_tokenize::{Token, TokenIdx, Tokenization};

use crate::recognizer::Names;
use cluster::Clusters;
use describe::{Article, Description, Text};
use lists::Sort;

/// A noun phrase as a syntax tells it. This crate knows no syntax; whoever has one hands its phrases over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Phrase {
    /// From the article (or first adjective) to the head.
    pub core: IdxRange<Token>,
    /// The core with the attributes after it; of phrases joined by *und* all of them.
    pub tokens: IdxRange<Token>,
    /// The noun.
    pub head: TokenIdx,
    /// The preposition that governs it.
    pub preposition: Option<TokenIdx>,
    /// Number, where the forms tell.
    pub number: Option<Number>,
    /// Gender, where the forms tell.
    pub gender: Option<Gender>,
    /// The cases the forms allow; none where nothing is known of them.
    pub case: CaseSet,
    /// Whether another phrase is joined to it: *Polizei und Feuerwehr*.
    pub joined: bool,
}

impl Phrase {
    /// A phrase of which only the words are known.
    #[must_use]
    pub fn new(core: IdxRange<Token>, tokens: IdxRange<Token>, head: TokenIdx) -> Self {
        Phrase {
            core,
            tokens,
            head,
            preposition: None,
            number: None,
            gender: None,
            case: CaseSet::default(),
            joined: false,
        }
    }
}

/// Words of a text that name who speaks, or to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The words, in bytes of the text.
    pub span: Span,
    /// Whom they mean, as far as it is known.
    pub entity: Option<EntityIdx>,
}

impl Source {
    /// A source.
    #[must_use]
    pub const fn new(span: Span, entity: Option<EntityIdx>) -> Self {
        Source { span, entity }
    }
}

/// Gives sources without a name their entities.
///
/// A source without an entity whose noun is a role, a profession, a group or an institution gets one of kind
/// [`EntityKind::Role`] (one person) or [`EntityKind::Group`]; so do pronouns right after such a source. The entities are
/// added behind those that have names, in the order of their first mention, and with each every mention of it in the
/// document: *eine Sprecherin der Polizei … die Sprecherin*. Such mentions are noun phrases with their attributes, and
/// may have names inside. A noun that points back to the one body of that name (*das Landgericht Kassel … das Gericht*)
/// becomes a mention of that.
///
/// `sources` are those of the whole document, in any order, known and unknown. What is unknown stays so where the words
/// are nobody who could speak (*der Bericht*, *die Sache*).
///
/// ```
/// use wortlaut_gazetteer::{Names, Phrase, Source, name_sources};
/// use wortlaut_text::{EntityKind, IdxRange, Span};
/// use wortlaut_tokenize::{TokenIdx, Tokenizer};
///
/// let text = "Eine Sprecherin der Werft sagte am Montag, man habe Zeit. Das wisse er, sagte ein Anwohner.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let phrases = [
///     Phrase::new(IdxRange::new(0, 2), IdxRange::new(0, 4), TokenIdx::new(1)),
///     Phrase::new(IdxRange::new(17, 19), IdxRange::new(17, 19), TokenIdx::new(18)),
/// ];
/// let mut sources = [Source::new(Span::new(0, 25)?, None), Source::new(Span::new(82, 93)?, None)];
/// let mut names = Names::default();
/// name_sources(text, &tokens, &phrases, &mut sources, &mut names);
///
/// let named: Vec<_> = names.entities.iter().map(|entity| (entity.kind, entity.name.as_str())).collect();
/// assert_eq!(named, [(EntityKind::Role, "Sprecherin der Werft"), (EntityKind::Role, "Anwohner")]);
/// assert_eq!(names.mentions[0].span.slice(text), "Eine Sprecherin der Werft");
/// assert!(sources.iter().all(|source| source.entity.is_some()));
/// # Ok::<(), wortlaut_text::SpanError>(())
/// ```
pub fn name_sources(text: &str, tokens: &Tokenization, phrases: &[Phrase], sources: &mut [Source], names: &mut Names) {
    if sources.iter().all(|source| source.entity.is_some()) {
        return;
    }
    let text = Text { text, tokens };
    let mut found = Clusters::new(names, &text);
    // The source that each phrase is, if it is one.
    let mut speaking: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, source) in sources.iter().enumerate().filter(|(_, source)| source.entity.is_none()) {
        if let Some(phrase) = phrase_of(&text, phrases, source.span) {
            speaking.entry(phrase).or_default().push(at);
        }
    }
    let mut clusters_of = vec![None; sources.len()];
    for (at, phrase) in phrases.iter().enumerate() {
        let as_source = speaking.get(&at);
        let said = as_source
            .and_then(|these| sources.get(*these.first()?))
            .map(|source| source.span);
        let described = describe_as(&text, phrases, at, said).or_else(|| {
            let another = another(&text, phrase, found.last_person().filter(|_| said.is_some())?)?;
            Some((another, None))
        });
        let Some((description, joined)) = described else {
            continue;
        };
        if is_named(&text, names, &description) {
            continue;
        }
        let cluster = found.add(description, said.is_some() && joined.is_none());
        let cluster = match joined {
            Some(joined) => found.add(joined, true),
            None => cluster,
        };
        for source in as_source.into_iter().flatten() {
            if let Some(slot) = clusters_of.get_mut(*source) {
                *slot = Some(cluster);
            }
        }
    }
    let entities = found.settle(&text, names);
    for (source, cluster) in sources.iter_mut().zip(&clusters_of) {
        if let Some(cluster) = cluster {
            source.entity = entities.get(*cluster).copied().flatten();
        }
    }
    pronouns(&text, sources, names);
}

/// The phrase that the words of a source begin with.
fn phrase_of(text: &Text<'_>, phrases: &[Phrase], span: Span) -> Option<usize> {
    let tokens = text.tokens.tokens_in(span);
    let at = phrases.partition_point(|phrase| phrase.core.end() <= tokens.start());
    let phrase = phrases.get(at)?;
    if describe::follows_shared_part(text, phrase.core.start().index()) {
        return at.checked_sub(1);
    }
    (phrase.core.start() < tokens.end()).then_some(at)
}

/// What a phrase tells; and of a source that is more than the phrase (*Polizei und Feuerwehr*, *einer der Anwohner*), what
/// that is.
fn describe_as(
    text: &Text<'_>,
    phrases: &[Phrase],
    at: usize,
    said: Option<Span>,
) -> Option<(Description, Option<Description>)> {
    let phrase = phrases.get(at)?;
    let mut single = describe::read(text, phrase, said)?;
    let before = single.first.checked_sub(1).map_or("", |before| text.word(before));
    let one_of = lists::of_word(before);
    if matches!(text.word(single.first), "der" | "von") && (one_of.has(Sort::NOBODY) || one_of.has(Sort::INDEFINITE)) {
        single.plural = true;
        single.kind = EntityKind::Group;
        let part = said.filter(|_| one_of.has(Sort::INDEFINITE)).map(|_| Description {
            first: single.first - 1,
            kind: EntityKind::Role,
            article: Article::Indefinite,
            plural: false,
            gender: match before.to_lowercase().as_str() {
                "eine" => Some(Gender::Feminine),
                "einer" => Some(Gender::Masculine),
                _ => None,
            },
            whole: true,
            ..single.clone()
        });
        return (said.is_none() || part.is_some()).then_some((single, part));
    }
    let end = said.map_or(0, |said| text.tokens.tokens_in(said).end().index());
    let several = phrase.joined && single.head == phrase.head.index();
    let joined = (several && end > single.end).then(|| {
        let mut all = Description {
            end,
            kind: EntityKind::Group,
            noun: String::new(),
            role: None,
            plural: true,
            gender: None,
            whole: true,
            ..single.clone()
        };
        all.of = all.name(text).to_lowercase();
        all.compound = false;
        all
    });
    Some((single, joined))
}

/// *ein anderer*, *eine weitere*, of whom spoke before.
fn another(text: &Text<'_>, phrase: &Phrase, last: &Description) -> Option<Description> {
    let (first, end) = (phrase.core.start().index(), phrase.core.end().index());
    let (article, which) = (text.word(first), text.word(first + 1));
    let indefinite = lists::of_word(article).has(Sort::INDEFINITE);
    if !lists::of_word(which).has(Sort::OTHER) || !indefinite || end > first + 2 {
        return None;
    }
    let gender = match article.to_lowercase().as_str() {
        "ein" => Gender::Masculine,
        "eine" => Gender::Feminine,
        _ => return None,
    };
    Some(Description {
        first,
        named_from: first + 1,
        core_end: first + 2,
        end: first + 2,
        head: first + 1,
        article: Article::Indefinite,
        other: true,
        gender: Some(gender),
        noun: last.noun_as(gender),
        of: String::new(),
        compound: false,
        ..last.clone()
    })
}

/// Whether the phrase has a name, or is part of one.
fn is_named(text: &Text<'_>, names: &Names, description: &Description) -> bool {
    let Some(head) = text.span(description.head, description.head + 1) else {
        return true;
    };
    let named = |mention: &Mention| {
        matches!(
            mention.form,
            MentionForm::Name | MentionForm::Surname | MentionForm::Genitive
        )
    };
    let from = names
        .mentions
        .partition_point(|mention| mention.span.end() <= head.start());
    let covered = names
        .mentions
        .get(from)
        .is_some_and(|mention| mention.span.contains(head) && named(mention));
    // *Sprecherin Anna Weber*
    let next = text.span(description.core_end, description.core_end + 1);
    let followed = names.mentions.iter().skip(from).take(2).any(|mention| {
        next.is_some_and(|next| mention.span.start() == next.start())
            && named(mention)
            && mention
                .entity
                .get(&names.entities)
                .is_some_and(|entity| entity.kind == EntityKind::Person)
    });
    covered || followed
}

/// Whether a noun is one for a company: *der Hersteller*, *das Unternehmen*.
pub(crate) fn names_company(noun: &str) -> bool {
    lists::of_noun(noun).has(Sort::COMPANY)
}

/// How many sentences a pronoun reaches back.
const PRONOUN: usize = 3;

/// *sagte sie* after the words of an unnamed woman.
fn pronouns(text: &Text<'_>, sources: &mut [Source], names: &Names) {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|&at| sources.get(at).map(|source| source.span));
    let sentence = |span: Span| {
        let token = text.tokens.tokens_in(span).start();
        text.tokens.sentence_of(token).map(wortlaut_text::Idx::index)
    };
    let mut last: Option<(EntityIdx, Option<usize>)> = None;
    for at in order {
        let Some(source) = sources.get_mut(at) else { continue };
        let here = sentence(source.span);
        if source.entity.is_none() {
            let asked: &[Gender] = match source.span.slice(text.text).to_lowercase().as_str() {
                "er" | "ihm" => &[Gender::Masculine],
                "sie" | "ihr" => &[Gender::Feminine],
                "es" => &[Gender::Neuter],
                _ => continue,
            };
            source.entity = last
                .filter(|(_, before)| {
                    before
                        .zip(here)
                        .is_some_and(|(before, here)| here >= before && here - before <= PRONOUN)
                })
                .map(|(entity, _)| entity)
                .filter(|entity| {
                    entity.get(&names.entities).is_some_and(|entity| {
                        let fits = entity
                            .gender
                            .map_or(asked.contains(&Gender::Feminine), |gender| asked.contains(&gender));
                        matches!(entity.kind, EntityKind::Role | EntityKind::Group) && fits
                    })
                });
        }
        if let Some(entity) = source.entity {
            last = Some((entity, here));
        }
    }
}
