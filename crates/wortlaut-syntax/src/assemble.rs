//! The result: clauses, verb groups and phrases of a sentence in their final order.

use wortlaut_lexicon::{Mood, Number, Person, Tense};
use wortlaut_text::IdxRange;
use wortlaut_tokenize::{SentenceIdx, Token, TokenIdx, TokenKind};

use crate::agreement::Agreement;
use crate::clauses::{Clauses, Draft};
use crate::form::{Call, FiniteForm, finite_form};
use crate::groups::{Around, Group, group};
use crate::key::Key;
use crate::mood;
use crate::phrases::{Chunk, Phrases};
use crate::reason::Reason;
use crate::sentence::Sentence;
use crate::subjects::{self, Ranking};
use crate::word::{Shape, VerbClass, Wants};
use crate::{
    Clause, ClauseIdx, ClauseKind, ClauseRule, MoodRule, NounPhrase, PhraseIdx, PhraseRule, SubjectCandidate, Syntax,
    VerbGroup, VerbGroupIdx, VerbRule,
};

/// Where a sentence stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'t> {
    pub(crate) text: &'t str,
    /// The tokens of the sentence.
    pub(crate) tokens: &'t [Token],
    /// The position of the first of them in the text.
    pub(crate) base: usize,
    pub(crate) index: SentenceIdx,
}

impl<'t> Site<'t> {
    /// The letters of a word.
    pub(crate) fn form(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    fn token(&self, at: usize) -> TokenIdx {
        TokenIdx::new(self.base + at)
    }

    fn range(&self, start: usize, end: usize) -> IdxRange<Token> {
        IdxRange::new(self.base + start, self.base + end)
    }
}

/// The buffers for one sentence.
#[derive(Debug, Default)]
pub(crate) struct Assembler {
    /// The drafts of clauses that have words, in their final order, and for each draft its place there.
    order: Vec<usize>,
    place: Vec<usize>,
    /// Pairs of clause and phrase, sorted.
    by_clause: Vec<(usize, usize)>,
    /// The phrases of the clause at hand.
    candidates: Vec<usize>,
    spare: Spare,
}

/// Buffers of verb groups that are no longer needed, for those to come.
#[derive(Debug, Default)]
struct Spare {
    lemmas: Vec<String>,
    tokens: Vec<Vec<TokenIdx>>,
}

/// How many buffers of verb groups are kept.
const SPARE: usize = 1 << 12;

/// A draft that has no words is not in the result.
const NOWHERE: usize = usize::MAX;

impl Assembler {
    /// Takes the buffers of verb groups whose text is done.
    pub(crate) fn recycle(&mut self, verbs: &mut Vec<VerbGroup>) {
        let room = SPARE.saturating_sub(self.spare.lemmas.len());
        for mut verb in verbs.drain(..).take(room) {
            verb.lemma.clear();
            verb.tokens.clear();
            self.spare.lemmas.push(verb.lemma);
            self.spare.tokens.push(verb.tokens);
        }
    }

    /// Adds the sentence to the result.
    pub(crate) fn assemble(
        &mut self,
        site: Site<'_>,
        sentence: &mut Sentence,
        clauses: &Clauses,
        phrases: &Phrases,
        into: &mut Syntax,
    ) {
        let (first_clause, first_phrase) = (into.clauses.len(), into.phrases.len());
        self.put_in_order(clauses, first_clause);
        let slots = into.clause_of_token.iter_mut().skip(site.base);
        for (slot, &draft) in slots.zip(clauses.of_words()) {
            *slot = place_of(&self.place, draft as usize).map(ClauseIdx::new);
        }
        self.sort_phrases(clauses, phrases);
        let mut next = 0;
        for to in 0..self.order.len() {
            let Some((from, draft)) = self.order.get(to).and_then(|&from| Some((from, *clauses.draft(from)?))) else {
                continue;
            };
            self.take_candidates(first_clause + to, &mut next);
            let mut parts = Parts {
                site,
                sentence,
                clauses,
                phrases,
                first_phrase,
                candidates: &self.candidates,
                place: &self.place,
                spare: &mut self.spare,
            };
            parts.clause(from, draft, into);
        }
        for chunk in &phrases.chunks {
            let clause = self.clause_of(clauses, chunk.head);
            into.phrases
                .push(noun_phrase(site, sentence, chunk, clause, first_phrase));
        }
        mood::settle(site, sentence, first_clause, into);
        // Verb forms that no clause took as its own keep their category.
        let categories = into.categories.iter_mut().skip(site.base);
        let reasons = into.reasons.iter_mut().skip(site.base);
        for ((category, reason), word) in categories.zip(reasons).zip(&sentence.words) {
            *category = word.cat;
            *reason = Reason::of(word);
        }
        into.clauses_by_sentence
            .push(IdxRange::new(first_clause, into.clauses.len()));
        into.phrases_by_sentence
            .push(IdxRange::new(first_phrase, into.phrases.len()));
    }

    /// The clauses that have words, outer before inner.
    fn put_in_order(&mut self, clauses: &Clauses, first_clause: usize) {
        self.order.clear();
        let drafts = clauses.drafts.iter().enumerate();
        self.order
            .extend(drafts.filter(|(_, draft)| !draft.is_empty()).map(|(at, _)| at));
        self.order.sort_unstable_by_key(|&at| {
            let (first, last) = clauses.draft(at).map_or((0, 0), |draft| (draft.first, draft.last));
            (first, core::cmp::Reverse(last), at)
        });
        self.place.clear();
        self.place.resize(clauses.drafts.len(), NOWHERE);
        for (to, &from) in self.order.iter().enumerate() {
            if let Some(slot) = self.place.get_mut(from) {
                *slot = first_clause + to;
            }
        }
    }

    fn clause_of(&self, clauses: &Clauses, at: usize) -> Option<ClauseIdx> {
        place_of(&self.place, clauses.of(at)?).map(ClauseIdx::new)
    }

    fn sort_phrases(&mut self, clauses: &Clauses, phrases: &Phrases) {
        self.by_clause.clear();
        for (at, chunk) in phrases.chunks.iter().enumerate() {
            let clause = clauses.of(chunk.head).and_then(|draft| place_of(&self.place, draft));
            self.by_clause.extend(clause.map(|clause| (clause, at)));
        }
        self.by_clause.sort_unstable();
    }

    /// The phrases of a clause; those of the clauses before it have been taken.
    fn take_candidates(&mut self, clause: usize, next: &mut usize) {
        self.candidates.clear();
        while let Some(&(of, phrase)) = self.by_clause.get(*next) {
            if of > clause {
                break;
            }
            if of == clause {
                self.candidates.push(phrase);
            }
            *next += 1;
        }
    }
}

/// The place of a draft in the result.
fn place_of(place: &[usize], draft: usize) -> Option<usize> {
    place.get(draft).copied().filter(|&at| at != NOWHERE)
}

/// What a clause is made from.
struct Parts<'a, 't> {
    site: Site<'t>,
    sentence: &'a mut Sentence,
    clauses: &'a Clauses,
    phrases: &'a Phrases,
    first_phrase: usize,
    /// The phrases of the clause.
    candidates: &'a [usize],
    place: &'a [usize],
    spare: &'a mut Spare,
}

impl Parts<'_, '_> {
    fn chunk(&self, at: usize) -> Option<&Chunk> {
        self.phrases.chunks.get(at)
    }

    /// Adds a clause, and its verbs.
    fn clause(&mut self, from: usize, draft: Draft, into: &mut Syntax) {
        let index = ClauseIdx::new(into.clauses.len());
        let (ranking, verb) = if draft.kind == ClauseKind::Comment && draft.finite.is_none() {
            // *so Weber*: what stands there is who said it.
            let mut candidates = self.candidates.iter().copied();
            let source = candidates.find(|&at| self.chunk(at).is_some_and(|chunk| chunk.preposition.is_none()));
            (source.map(Ranking::only).unwrap_or_default(), None)
        } else {
            self.subject_and_verb(from, &draft, index, into)
        };
        let parent = draft.parent.and_then(|parent| place_of(self.place, parent));
        let first_candidate = into.subject_candidates.len();
        let phrase = |at: usize| PhraseIdx::new(self.first_phrase + at);
        for (rank, at) in ranking.phrases().enumerate() {
            into.subject_candidates.push(SubjectCandidate {
                phrase: phrase(at),
                confidence: ranking.confidence(rank),
            });
        }
        let rule = ClauseRule::of(&draft);
        into.clauses.push(Clause {
            tokens: self.site.range(draft.first, draft.last + 1),
            kind: draft.kind,
            sentence: self.site.index,
            parent: parent.map(ClauseIdx::new).filter(|&parent| parent != index),
            introducer: draft.introducer.map(|at| self.site.token(at)),
            verb,
            subject: ranking.best().map(phrase),
            subjects: IdxRange::new(first_candidate, into.subject_candidates.len()),
            rule,
            confidence: rule.confidence(&draft),
        });
    }

    fn subject_and_verb(
        &mut self,
        from: usize,
        draft: &Draft,
        index: ClauseIdx,
        into: &mut Syntax,
    ) -> (Ranking, Option<VerbGroupIdx>) {
        let mut ranking = subjects::subjects(self.sentence, self.phrases, self.candidates, draft);
        let own = ranking.best();
        let empty = Group {
            tokens: self.spare.tokens.pop().unwrap_or_default(),
            lemma: self.spare.lemmas.pop().unwrap_or_default(),
            ..Group::default()
        };
        let around = Around {
            site: self.site,
            clauses: self.clauses,
            clause: from,
            draft,
            objects: self.has_object(own),
        };
        let group = group(empty, around, self.sentence);
        if let Some(shared) = self.shared_subject(own, draft, into) {
            ranking.lead(shared);
        }
        let Some(group) = group else {
            return (ranking, None);
        };
        let verb = self.verb_group(ranking.best(), draft, group, index);
        if verb.mood == Mood::Imperative {
            // *Sag das nicht!*: whom a command is for is seldom said, and only with a pronoun.
            ranking.keep(|at| {
                let key = self.chunk(at).map(|chunk| self.sentence.at(chunk.head).key);
                matches!(key, Some(Key::Sie | Key::Nominative | Key::Ihr))
            });
        }
        into.verbs.push(verb);
        (ranking, Some(VerbGroupIdx::new(into.verbs.len() - 1)))
    }

    /// Whether a phrase beside the subject can be an object in the accusative.
    fn has_object(&self, subject: Option<usize>) -> bool {
        self.candidates.iter().any(|&at| {
            let free = self.chunk(at).is_some_and(|chunk| {
                chunk.preposition.is_none() && !chunk.inside && chunk.agreement.meets(Agreement::ACCUSATIVE)
            });
            free && Some(at) != subject
        })
    }

    /// *Weber kam und ging*: the subject of the clause before, where the clause has none of its own.
    fn shared_subject(&self, own: Option<usize>, draft: &Draft, into: &Syntax) -> Option<usize> {
        let elliptic = draft.finite == Some(draft.first) && draft.after_conjunction;
        let certain = own
            .and_then(|at| self.chunk(at))
            .is_some_and(|chunk| chunk.agreement.is_nominative());
        if draft.finite.is_none() || own.is_some() && (!elliptic || certain) {
            return None;
        }
        let before = place_of(self.place, draft.coordinated?)?;
        let shared = into.clauses.get(before)?.subject?.index() - self.first_phrase;
        subjects::may_share(self.sentence, self.phrases, shared, draft).then_some(shared)
    }

    fn verb_group(&self, subject: Option<usize>, draft: &Draft, mut group: Group, clause: ClauseIdx) -> VerbGroup {
        let agreed = subject.and_then(|at| self.chunk(at)).map(|chunk| {
            let nominative = chunk.agreement.and(Agreement::NOMINATIVE);
            (chunk.person, number(chunk, nominative))
        });
        let form = group.finite.map(|finite| self.finite_form(finite, draft, agreed));
        let (person, number) = match (form, agreed) {
            (Some(form), Some((person, number))) => (form.person.or(Some(person)), form.number.or(number)),
            (Some(form), None) => (form.person, form.number),
            (None, _) => (None, None),
        };
        let voice = group.voice();
        let index = |at: usize| self.site.token(at);
        group.tokens.iter_mut().for_each(|at| *at = index(at.index()));
        let rule = match group.finite {
            None => VerbRule::Nonfinite,
            Some(_) if group.particle.is_some() => VerbRule::Particle,
            Some(finite) if finite == group.main => VerbRule::Simple,
            Some(_) => VerbRule::Compound,
        };
        let sure = group.finite.is_none() || draft.sure;
        let known = !self.sentence.at(group.main).unknown;
        VerbGroup {
            rule,
            confidence: rule.confidence(sure, known),
            mood_rule: form.map_or(MoodRule::Form, |form| form.rule),
            tokens: group.tokens,
            finite: group.finite.map(index),
            main: index(group.main),
            particle: group.particle.map(index),
            reflexive: group.reflexive.map(index),
            modal: group.modal.map(str::to_owned),
            mood: form.map_or(Mood::Indicative, |form| form.mood),
            mood_ambiguous: form.is_some_and(|form| form.ambiguous),
            tense: group.tense.unwrap_or(Tense::Present),
            voice,
            person,
            number,
            clause,
            lemma: group.lemma,
        }
    }

    /// What the finite verb says with its subject. An imperative stands first and commands: *Sag es!*, *Kommen Sie!*
    fn finite_form(&self, finite: usize, draft: &Draft, subject: Option<(Person, Option<Number>)>) -> FiniteForm {
        let sentence = &*self.sentence;
        let exclaims = sentence.before(sentence.len()).imperative_mark;
        let next = sentence.at(finite + 1);
        let polite = next.key == Key::Sie && next.shape == Shape::Capital;
        let opens = draft.first == 0
            || matches!(
                sentence.before(draft.first).kind,
                TokenKind::QuoteOpen | TokenKind::SentenceEnd
            );
        let first = finite == draft.first && draft.introducer.is_none();
        let commands = first && (opens || exclaims);
        let alone = subject.is_none() && draft.coordinated.is_none();
        // *Hab gut gegessen!*, *Geht schnell.*: told, with the subject left out.
        let word = sentence.at(finite);
        let perfect = word.class == VerbClass::Haben && draft.has_nonfinite();
        let told = word.ends_e || !word.subjunctive && word.wants.has(Wants::THIRD_SINGULAR);
        let imperative = commands && alone && !perfect && (exclaims || !told);
        let call = Call {
            imperative,
            diary: alone && first && opens,
        };
        let mut form = finite_form(sentence, finite, subject, call);
        // *Melden Sie sich an.* is no question, and *Melden Sie sich an, kostet es nichts* is a condition.
        let asks = sentence.before(sentence.len()).mark == '?' || draft.kind != ClauseKind::Main;
        if commands && polite && !asks {
            form.mood = Mood::Imperative;
            form.rule = MoodRule::Command;
            form.ambiguous = false;
        }
        form
    }
}

/// The number of a phrase: what is joined is plural.
fn number(chunk: &Chunk, agreement: Agreement) -> Option<Number> {
    if chunk.conjunct.is_some() {
        Some(Number::Plural)
    } else {
        agreement.number()
    }
}

fn noun_phrase(
    site: Site<'_>,
    sentence: &Sentence,
    chunk: &Chunk,
    clause: Option<ClauseIdx>,
    first_phrase: usize,
) -> NounPhrase {
    let rule = PhraseRule::of(sentence, chunk);
    NounPhrase {
        rule,
        confidence: rule.confidence(sentence, chunk),
        core: site.range(chunk.start, chunk.end),
        tokens: site.range(chunk.start, chunk.reach),
        head: site.token(chunk.head),
        kind: chunk.kind,
        preposition: chunk.preposition.map(|at| site.token(at)),
        number: number(chunk, chunk.agreement),
        gender: chunk.agreement.gender(),
        person: chunk.person,
        case: chunk.agreement.case_set(),
        clause,
        conjunct: chunk.conjunct.map(|at| PhraseIdx::new(first_phrase + at)),
    }
}
