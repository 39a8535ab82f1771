//! Events in the making: what a dated clause or noun becomes.

use jiff::civil::Date;
use wortlaut_lexicon::{Category, Tense, VerbForm};
use wortlaut_quote::QuotationIdx;
use wortlaut_syntax::{Clause, ClauseIdx, ClauseKind, VerbGroup};
use wortlaut_text::{Confidence, EntityKind, Evidence, Span};
use wortlaut_tokenize::{SentenceIdx, TokenIdx};

use crate::anchor::Anchor;
use crate::attach::Target;
use crate::generic::tells_nothing;
use crate::inherit::{Inherited, Told};
use crate::relative::Known;
use crate::scene::Scene;
use crate::status::{Verdict, of_clause, of_noun};
use crate::{Event, EventStatus};

/// How many mentions of one event are taken; keeps the cost of clauses that stand in clauses linear.
const MENTION_WINDOW: usize = 100;

/// How long a sentence may be, in bytes, to be shown as a whole.
const LABEL_WINDOW: u32 = 400;

/// An event and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) event: Event,
    pub(crate) sentence: SentenceIdx,
    pub(crate) headline: bool,
}

/// The events of a document so far.
pub(crate) struct Drafts<'s, 'a> {
    scene: &'s Scene<'a>,
    drafts: Vec<Draft>,
    /// For each quotation, the event that utters it.
    uttered_in: Vec<Option<usize>>,
    known: Known,
}

impl<'s, 'a> Drafts<'s, 'a> {
    pub(crate) fn new(scene: &'s Scene<'a>) -> Self {
        Drafts {
            scene,
            drafts: Vec::new(),
            uttered_in: vec![None; scene.input.quotations.len()],
            known: Known::default(),
        }
    }

    /// What has been told so far, for later sentences to count from.
    pub(crate) const fn known(&self) -> &Known {
        &self.known
    }

    /// The time the article itself told last.
    pub(crate) fn told_last(&self) -> Option<Told> {
        let last = self.drafts.iter().rev().take(4);
        last.filter(|draft| draft.event.status == EventStatus::Asserted)
            .find_map(Draft::told)
    }

    /// The day of which the article told last in a main clause, and until what hour.
    pub(crate) fn scene_day(&self) -> Option<(Date, Option<i8>)> {
        let clauses = &self.scene.input.syntax.clauses;
        let published = self.scene.input.published?;
        self.drafts
            .iter()
            .rev()
            .take(8)
            .filter(|draft| !draft.headline)
            .filter(|draft| matches!(draft.event.status, EventStatus::Asserted | EventStatus::Claimed))
            .find_map(|draft| {
                let event = &draft.event;
                let rule = event.evidence.first()?.rule.as_str();
                let first = self.scene.input.tokens.tokens_in(event.span).start();
                let index = self.scene.input.syntax.clause_index_of(first)?;
                let clause = index.get(clauses)?;
                // A pluperfect tells what was before; the article goes on where it left off.
                if self
                    .scene
                    .verb(clause)
                    .is_some_and(|verb| verb.tense == Tense::Pluperfect)
                {
                    return None;
                }
                let main = clause.kind == ClauseKind::Main && matches!(rule, "timeline.clause" | "timeline.occasion");
                let day = event.when.start.filter(|&day| event.when.end == Some(day))?;
                let hour = event.clock.and_then(|clock| clock.end).map(|end| end.hour());
                (main && day <= published).then_some((day, hour))
            })
    }

    /// The time told last by anybody.
    pub(crate) fn said_last(&self) -> Option<Told> {
        self.drafts.iter().rev().take(4).find_map(Draft::told)
    }

    /// Adds the event a time dates.
    pub(crate) fn dated(&mut self, sentence: SentenceIdx, anchor: &Anchor, target: Target) {
        let scene = self.scene;
        let relation = Evidence::new(anchor.relation.rule(), anchor.span);
        match target {
            Target::Noun { clause, head, tokens } => {
                let verdict = of_noun(scene, clause, head, anchor.when);
                let (Some(span), Some(trigger)) = (scene.span_of(tokens), scene.span(head)) else {
                    return;
                };
                let confidence = anchor.confidence.and(Confidence::from_permille(700));
                let reason = Evidence::new("timeline.noun", trigger);
                let mut event = Event::new(span.cover(trigger), anchor.when, anchor.granularity, confidence, reason);
                event.trigger = Some(trigger);
                event.timexes.clone_from(&anchor.timexes);
                event.clock = anchor.clock;
                event.evidence.push(relation);
                self.push(sentence, head, event, verdict, &[]);
            }
            Target::Clause(index) | Target::Occasion(index, _) => {
                let Some(clause) = index.get(&scene.input.syntax.clauses) else {
                    return;
                };
                let verb = scene.verb(clause);
                let occasion = match target {
                    Target::Occasion(_, noun) => Some(noun),
                    _ => None,
                };
                let Some(told) = verb
                    .map(|verb| scene.teller(index, verb).0)
                    .or(occasion)
                    .or_else(|| teller(scene, index))
                else {
                    return;
                };
                if verb.is_some_and(|verb| tells_nothing(scene, index, clause, verb, anchor, self.told_last())) {
                    return;
                }
                let verdict = of_clause(scene, index, clause, told, anchor.when);
                let (Some(span), Some(trigger)) = (scene.span_of(clause.tokens), scene.span(occasion.unwrap_or(told)))
                else {
                    return;
                };
                let cued = verb
                    .map(|verb| scene.quotations_cued_by(&verb.tokens))
                    .unwrap_or_default();
                let (rule, permille) = match (verb, occasion) {
                    (_, Some(_)) => ("timeline.occasion", 900),
                    (Some(_), None) if !cued.is_empty() => ("timeline.utterance", 950),
                    (Some(_), None) => ("timeline.clause", 900),
                    (None, None) => ("timeline.verbless", 500),
                };
                let confidence = anchor.confidence.and(Confidence::from_permille(permille));
                let mut event = Event::new(
                    span,
                    anchor.when,
                    anchor.granularity,
                    confidence,
                    Evidence::new(rule, trigger),
                );
                event.trigger = Some(trigger);
                event.timexes.clone_from(&anchor.timexes);
                event.clock = anchor.clock;
                event.evidence.push(relation);
                self.push(sentence, told, event, verdict, &cued);
            }
        }
    }

    /// Adds an event that takes its date from elsewhere.
    pub(crate) fn inherited(
        &mut self,
        sentence: SentenceIdx,
        index: ClauseIdx,
        clause: &Clause,
        told: TokenIdx,
        inherited: Inherited,
    ) {
        let scene = self.scene;
        let verdict = of_clause(scene, index, clause, told, inherited.when);
        let (Some(span), Some(trigger)) = (scene.span_of(clause.tokens), scene.span(told)) else {
            return;
        };
        let confidence = Confidence::from_permille(inherited.permille);
        let mut event = Event::new(
            span,
            inherited.when,
            inherited.granularity,
            confidence,
            inherited.evidence,
        );
        event.trigger = Some(trigger);
        let cued = scene
            .verb(clause)
            .map(|verb: &VerbGroup| scene.quotations_cued_by(&verb.tokens))
            .unwrap_or_default();
        self.push(sentence, told, event, verdict, &cued);
    }

    fn push(
        &mut self,
        sentence: SentenceIdx,
        told: TokenIdx,
        mut event: Event,
        verdict: Verdict,
        cued: &[QuotationIdx],
    ) {
        event.status = verdict.status;
        event.claimed_by = verdict.claimed_by;
        event.evidence.extend(verdict.evidence);
        event.quotations.extend(verdict.inside);
        let mut uttered = cued.to_vec();
        if verdict.inside.is_none() {
            uttered.extend(event.timexes.iter().flat_map(|&time| self.scene.uttered_at(time)));
            uttered.sort_unstable();
            uttered.dedup();
        }
        event
            .quotations
            .extend(uttered.iter().filter(|&&quotation| Some(quotation) != verdict.inside));
        let at = self.drafts.len();
        for quotation in &uttered {
            if let Some(place) = self.uttered_in.get_mut(quotation.index()) {
                place.get_or_insert(at);
            }
        }
        self.name(&mut event, verdict.inside);
        event.label = self.label(&event, sentence, !cued.is_empty());
        let happens = !matches!(event.status, EventStatus::Denied | EventStatus::Conditional);
        if happens {
            for word in self.words(told, &event) {
                self.known.tell(word, event.when, event.granularity);
            }
        }
        self.drafts.push(Draft {
            event,
            sentence,
            headline: self.scene.is_headline(told),
        });
    }

    /// The noun and the verb that tell an event.
    fn words(&self, told: TokenIdx, event: &Event) -> impl Iterator<Item = &'a str> + use<'a> {
        let subject = self
            .scene
            .telling_clause(told)
            .and_then(|(_, clause)| self.scene.input.syntax.subject_of(clause))
            .and_then(|subject| self.scene.event_noun(subject.head));
        let trigger = event
            .trigger
            .map(|span| self.scene.input.tokens.tokens_in(span).start());
        let noun = trigger
            .and_then(|token| self.scene.event_noun(token))
            .map(|noun| noun.noun);
        let verb = self
            .scene
            .telling_clause(told)
            .and_then(|(index, clause)| Some(self.scene.teller(index, self.scene.verb(clause)?)))
            .filter(|(token, _)| *token == told)
            .map(|(_, lemma)| lemma);
        noun.into_iter().chain(verb).chain(subject.map(|noun| noun.noun))
    }

    /// The words to show: the clause without the dateline before it; for an utterance the sentence with what is said.
    fn label(&self, event: &Event, sentence: SentenceIdx, utterance: bool) -> Span {
        let tokens = self.scene.input.tokens;
        let sentence = sentence
            .get(&tokens.sentences)
            .map_or(event.span, |sentence| sentence.span);
        let whole = utterance && sentence.contains(event.span) && sentence.len() <= LABEL_WINDOW;
        let span = if whole {
            sentence
        } else {
            self.in_context(event.span, sentence)
        };
        let text = tokens
            .tokens_in(span)
            .iter()
            .find(|&token| self.scene.is_narrated(token));
        let start = text
            .and_then(|token| self.scene.span(token))
            .map_or(span.start(), Span::start);
        Span::between(start.max(span.start()), span.end())
    }

    /// A clause that cannot be understood alone, with what it belongs to: the noun of a relative clause, the clause above
    /// an infinitive, the question a clause answers.
    fn in_context(&self, span: Span, sentence: Span) -> Span {
        let syntax = self.scene.input.syntax;
        let first = self.scene.input.tokens.tokens_in(span).start();
        let clause = syntax
            .clause_index_of(first)
            .and_then(|index| Some((index, index.get(&syntax.clauses)?)))
            .filter(|(_, clause)| self.scene.span_of(clause.tokens) == Some(span));
        let Some((index, clause)) = clause else { return span };
        let wider = match clause.kind {
            ClauseKind::Relative => self
                .scene
                .phrases_before(clause.tokens.start())
                .next()
                .filter(|phrase| phrase.core.end().index() + 6 > clause.tokens.start().index())
                .and_then(|phrase| self.scene.span_of(phrase.core))
                .map(|noun| noun.cover(span)),
            ClauseKind::Infinitive => clause
                .parent
                .and_then(|parent| parent.get(&syntax.clauses))
                .and_then(|parent| self.scene.span_of(parent.tokens))
                .map(|parent| parent.cover(span)),
            _ => syntax
                .clauses_in(clause.sentence)
                .take(12)
                .filter(|(_, other)| other.parent == Some(index) && other.kind == ClauseKind::Ob)
                .find_map(|(_, other)| self.scene.span_of(other.tokens))
                .map(|question| question.cover(span)),
        };
        wider
            .filter(|wider| sentence.contains(*wider) && wider.len() <= LABEL_WINDOW)
            .unwrap_or(span)
    }

    /// Who and what is named in the event, leaving out what is named only in the words of others.
    fn name(&self, event: &mut Event, inside: Option<QuotationIdx>) {
        let input = self.scene.input;
        let from = input
            .mentions
            .partition_point(|mention| mention.span.start() < event.span.start());
        let mentions = input.mentions.get(from..).unwrap_or_default();
        let within = |span: Span| span.start() < event.span.end();
        for mention in mentions
            .iter()
            .take_while(|mention| within(mention.span))
            .take(MENTION_WINDOW)
        {
            let token = input.tokens.tokens_in(mention.span).start();
            let quoted = self.scene.claim_at(token).map(|(index, _)| index);
            if quoted.is_some() && quoted != inside {
                continue;
            }
            let into = match mention.entity.get(input.entities).map(|entity| entity.kind) {
                Some(EntityKind::Person | EntityKind::Organization) => &mut event.participants,
                Some(EntityKind::Place) => &mut event.places,
                _ => continue,
            };
            if !into.contains(&mention.entity) {
                into.push(mention.entity);
            }
        }
    }

    /// The events, in the order of the timeline.
    pub(crate) fn finish(mut self, into: &mut Vec<Event>) {
        self.link_continuations();
        crate::retold::join(self.scene, &mut self.drafts);
        let mut told: Vec<_> = self
            .drafts
            .iter()
            .filter(|draft| !draft.headline)
            .map(|draft| draft.event.when)
            .map(|when| (when.start, when.end))
            .collect();
        told.sort_unstable();
        into.clear();
        // A headline tells in advance what the text tells: only what the text never tells is an event of its own.
        into.extend(
            self.drafts
                .into_iter()
                .filter(|draft| {
                    !draft.headline
                        || told
                            .binary_search(&(draft.event.when.start, draft.event.when.end))
                            .is_err()
                })
                .map(|draft| draft.event),
        );
        into.sort_by_key(|event| {
            let day = event.when.start.or(event.when.end);
            // A whole day begins at midnight; the night to it begins on the day before.
            let clock = event.clock.and_then(|clock| clock.start.or(clock.end));
            (
                day,
                clock.or(day.map(|day| day.at(0, 0, 0, 0))),
                event.span.start(),
                event.span.end(),
                event.when.end,
            )
        });
    }

    /// What continues a quotation was said on the same occasion.
    fn link_continuations(&mut self) {
        for (at, quotation) in self.scene.input.quotations.iter().enumerate() {
            let Some(before) = quotation.continues.filter(|before| before.index() < at) else {
                continue;
            };
            let Some(event) = self.uttered_in.get(before.index()).copied().flatten() else {
                continue;
            };
            let Some(place) = self.uttered_in.get_mut(at) else {
                continue;
            };
            if place.is_none() {
                *place = Some(event);
                if let Some(draft) = self.drafts.get_mut(event) {
                    draft.event.quotations.push(QuotationIdx::new(at));
                }
            }
        }
    }
}

/// The word that tells what happens in a clause without a verb: an event noun or a participle (*Strecke bis Freitag
/// gesperrt*).
fn teller(scene: &Scene<'_>, index: ClauseIdx) -> Option<TokenIdx> {
    let lexicon = wortlaut_lexicon::Lexicon::german();
    scene
        .own_tokens(index)
        .take(60)
        .find(|&token| match scene.category(token) {
            Category::Noun | Category::Name => scene.event_noun(token).is_some(),
            Category::Verb | Category::Adjective => lexicon
                .analyses(scene.word(token))
                .any(|analysis| analysis.features.verb_form == Some(VerbForm::PastParticiple)),
            _ => false,
        })
}
