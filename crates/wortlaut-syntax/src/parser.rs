//! The shallow parser.

use std::collections::HashMap;

use wortlaut_lexicon::{Category, Lexicon, Number, Tense};
use wortlaut_text::IdxRange;
use wortlaut_tokenize::{SentenceIdx, TokenIdx, TokenKind, Tokenization};

use crate::clauses::Clauses;
use crate::groups::{self, Group};
use crate::phrases::Phrases;
use crate::segment::Segmenter;
use crate::subjects;
use crate::tag;
use crate::word::{Key, Sentence, Word};
use crate::{Clause, ClauseIdx, NounPhrase, PhraseIdx, Syntax, VerbGroup, VerbGroupIdx};

/// Finds noun phrases, verb groups and clauses.
///
/// ```
/// use wortlaut_lexicon::Mood;
/// use wortlaut_syntax::{ClauseKind, Parser};
/// use wortlaut_tokenize::Tokenizer;
///
/// let text = "Die Sprecherin sagte, der Bericht liege vor.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let syntax = Parser::new().parse(text, &tokens);
///
/// let reported = syntax.verbs.iter().find(|verb| verb.mood == Mood::SubjunctiveI).ok_or("no Konjunktiv")?;
/// assert_eq!(reported.lemma, "vorliegen");
/// let clause = reported.clause.get(&syntax.clauses).ok_or("no clause")?;
/// assert_eq!(clause.kind, ClauseKind::Main);
/// # Ok::<(), &'static str>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Parser {}

/// The buffers for one sentence.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    sentence: Sentence,
    segmenter: Segmenter,
    clauses: Clauses,
    phrases: Phrases,
    /// Clauses in their final order, and for each draft its place there.
    order: Vec<usize>,
    place: Vec<usize>,
    /// For each clause its phrases.
    by_clause: Vec<(usize, usize)>,
    candidates: Vec<usize>,
}

impl Parser {
    /// A parser for German.
    #[must_use]
    pub fn new() -> Self {
        Parser {}
    }

    /// The syntax of a tokenized text.
    #[must_use]
    pub fn parse(&self, text: &str, tokens: &Tokenization) -> Syntax {
        let mut syntax = Syntax::default();
        self.parse_into(text, tokens, &mut syntax);
        syntax
    }

    /// The syntax of a tokenized text, in buffers that are used again.
    pub fn parse_into(&self, text: &str, tokens: &Tokenization, into: &mut Syntax) {
        into.categories.clear();
        into.categories.resize(tokens.tokens.len(), Category::Other);
        into.clause_of_token.clear();
        into.clause_of_token.resize(tokens.tokens.len(), None);
        into.clauses.clear();
        into.phrases.clear();
        into.verbs.clear();
        into.clauses_by_sentence.clear();
        into.phrases_by_sentence.clear();
        let mut scratch = Scratch::default();
        let mut known = HashMap::new();
        for at in 0..tokens.sentences.len() {
            sentence(text, tokens, SentenceIdx::new(at), &mut scratch, &mut known, into);
        }
    }
}

/// How many different words are kept read. Most texts have fewer; the bound is for memory.
const KNOWN: usize = 100_000;

/// Reads one sentence. `known` holds the words read so far, for look-up only.
pub(crate) fn sentence<'t>(
    text: &'t str,
    tokens: &Tokenization,
    index: SentenceIdx,
    scratch: &mut Scratch,
    known: &mut HashMap<&'t str, Word>,
    into: &mut Syntax,
) {
    let lexicon = Lexicon::german();
    let range = index
        .get(&tokens.sentences)
        .map(|sentence| sentence.tokens)
        .unwrap_or_default();
    let base = range.start().index();
    let run = range.slice(&tokens.tokens);
    let first_clause = into.clauses.len();
    let first_phrase = into.phrases.len();
    let Scratch {
        sentence,
        segmenter,
        clauses,
        phrases,
        order,
        place,
        by_clause,
        candidates,
    } = scratch;

    // Words.
    sentence.clear();
    if known.len() > KNOWN {
        known.clear();
        sentence.forget();
    }
    let mut initial = true;
    for token in run {
        let form = token.span.slice(text);
        match known.get(form) {
            Some(&word) if token.kind.is_wordlike() => sentence.push_again(word, token.kind, initial),
            _ => {
                let word = sentence.push(lexicon, form, token.kind, initial);
                if token.kind.is_wordlike() {
                    known.insert(form, word);
                }
            }
        }
        initial = match token.kind {
            kind if kind.is_wordlike() => false,
            TokenKind::QuoteOpen | TokenKind::QuoteStray | TokenKind::SentenceEnd => true,
            TokenKind::Punctuation => matches!(form, ":" | "–" | "—" | "(" | "•" | "·" | "*" | "-" | "|") || initial,
            _ => initial && !matches!(token.kind, TokenKind::Number),
        };
    }
    tag::tag(sentence);

    // Clauses.
    let mark = |at: usize| {
        run.get(at)
            .and_then(|token| token.span.slice(text).chars().next())
            .unwrap_or(' ')
    };
    segmenter.cut(&mark, sentence);
    clauses.build(sentence, &segmenter.events);

    // Phrases.
    phrases.find(&mark, sentence, clauses);

    // The clauses that have words, outer before inner.
    order.clear();
    order.extend((0..clauses.drafts.len()).filter(|&at| clauses.draft(at).is_some_and(|draft| !draft.is_empty())));
    order.sort_by_key(|&at| {
        let draft = clauses.draft(at);
        (
            draft.map_or(0, |draft| draft.first),
            core::cmp::Reverse(draft.map_or(0, |draft| draft.last)),
            at,
        )
    });
    place.clear();
    place.resize(clauses.drafts.len(), usize::MAX);
    for (to, &from) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(from) {
            *slot = first_clause + to;
        }
    }
    let final_place = |draft: usize| place.get(draft).copied().filter(|&at| at != usize::MAX);
    for (at, slot) in into.clause_of_token.iter_mut().skip(base).take(run.len()).enumerate() {
        *slot = clauses.of(at).and_then(final_place).map(ClauseIdx::new);
    }

    // Phrases by clause, in order.
    by_clause.clear();
    by_clause.extend(
        phrases
            .chunks
            .iter()
            .enumerate()
            .filter_map(|(at, chunk)| clauses.of(chunk.head).and_then(final_place).map(|clause| (clause, at))),
    );
    by_clause.sort_unstable();

    let mut run_start = 0;
    for (to, &from) in order.iter().enumerate() {
        let clause_index = first_clause + to;
        let Some(draft) = clauses.draft(from).copied() else {
            continue;
        };
        candidates.clear();
        while let Some(&(clause, phrase)) = by_clause.get(run_start) {
            if clause > clause_index {
                break;
            }
            if clause == clause_index {
                candidates.push(phrase);
            }
            run_start += 1;
        }
        if draft.kind == crate::ClauseKind::Comment && draft.finite.is_none() {
            // *so Weber*: what stands there is who said it.
            let source = candidates
                .iter()
                .copied()
                .find(|&at| phrases.chunks.get(at).is_some_and(|chunk| chunk.preposition.is_none()));
            into.clauses.push(Clause {
                tokens: IdxRange::new(base + draft.first, base + draft.last + 1),
                kind: draft.kind,
                sentence: index,
                parent: draft
                    .parent
                    .and_then(final_place)
                    .filter(|&parent| parent != clause_index)
                    .map(ClauseIdx::new),
                introducer: draft.introducer.map(|at| TokenIdx::new(base + at)),
                verb: None,
                subject: source.map(|at| PhraseIdx::new(first_phrase + at)),
            });
            continue;
        }
        let mut subject = subjects::subject(sentence, phrases, candidates, &draft);
        let objects = candidates
            .iter()
            .filter(|&&at| {
                phrases.chunks.get(at).is_some_and(|chunk| {
                    chunk.preposition.is_none()
                        && !chunk.inside
                        && chunk.agreement.meets(crate::word::Agreement::ACCUSATIVE)
                }) && Some(at) != subject
            })
            .count();
        let form = |at: usize| run.get(at).map_or("", |token| token.span.slice(text));
        let group = groups::group(lexicon, &form, sentence, clauses, from, &draft, objects > 0);
        // *Weber kam und ging*: the subject of the clause before.
        let elliptic = draft.finite == Some(draft.first) && draft.after_conjunction;
        let certain = subject
            .and_then(|at| phrases.chunks.get(at))
            .is_some_and(|chunk| chunk.agreement.case_set() == crate::word::Agreement::NOMINATIVE.case_set());
        if draft.finite.is_some() && (subject.is_none() || elliptic && !certain) {
            if let Some(before) = draft.coordinated {
                let shared = final_place(before)
                    .and_then(|at| into.clauses.get(at))
                    .and_then(|clause| clause.subject)
                    .map(|phrase| phrase.index() - first_phrase);
                if let Some(shared) = shared {
                    let agrees = subjects::may_share(sentence, phrases, shared, &draft);
                    if agrees {
                        subject = Some(shared);
                    }
                }
            }
        }
        let verb = group.map(|group| {
            let at = VerbGroupIdx::new(into.verbs.len());
            let verb = verb_group(
                sentence,
                phrases,
                subject,
                &draft,
                group,
                base,
                ClauseIdx::new(clause_index),
                run.len(),
            );
            into.verbs.push(verb);
            at
        });
        into.clauses.push(Clause {
            tokens: IdxRange::new(base + draft.first, base + draft.last + 1),
            kind: draft.kind,
            sentence: index,
            parent: draft
                .parent
                .and_then(final_place)
                .filter(|&parent| parent != clause_index)
                .map(ClauseIdx::new),
            introducer: draft.introducer.map(|at| TokenIdx::new(base + at)),
            verb,
            subject: subject.map(|at| PhraseIdx::new(first_phrase + at)),
        });
    }

    for chunk in &phrases.chunks {
        let number = if chunk.conjunct.is_some() {
            Some(Number::Plural)
        } else {
            chunk.agreement.number()
        };
        into.phrases.push(NounPhrase {
            core: IdxRange::new(base + chunk.start, base + chunk.end),
            tokens: IdxRange::new(base + chunk.start, base + chunk.reach),
            head: TokenIdx::new(base + chunk.head),
            kind: chunk.kind,
            preposition: chunk.preposition.map(|at| TokenIdx::new(base + at)),
            number,
            gender: chunk.agreement.gender(),
            person: chunk.person,
            case: chunk.agreement.case_set(),
            clause: clauses.of(chunk.head).and_then(final_place).map(ClauseIdx::new),
            conjunct: chunk.conjunct.map(|at| PhraseIdx::new(first_phrase + at)),
        });
    }

    // Verb forms that no clause took as its own keep their category; participles before nouns are adjectives already.
    for (at, slot) in into.categories.iter_mut().skip(base).take(run.len()).enumerate() {
        *slot = sentence.at(at).cat;
    }
    into.clauses_by_sentence
        .push(IdxRange::new(first_clause, into.clauses.len()));
    into.phrases_by_sentence
        .push(IdxRange::new(first_phrase, into.phrases.len()));
}

#[expect(clippy::too_many_arguments, reason = "all of them are parts of one sentence's state")]
fn verb_group(
    sentence: &Sentence,
    phrases: &Phrases,
    subject: Option<usize>,
    draft: &crate::clauses::Draft,
    group: Group,
    base: usize,
    clause: ClauseIdx,
    length: usize,
) -> VerbGroup {
    let index = |at: usize| TokenIdx::new(base + at);
    let chunk = subject.and_then(|at| phrases.chunks.get(at));
    let agreed = chunk.map(|chunk| {
        let number = if chunk.conjunct.is_some() {
            Some(Number::Plural)
        } else {
            chunk.agreement.and(crate::word::Agreement::NOMINATIVE).number()
        };
        (chunk.person, number)
    });
    let form = group.finite.map(|finite| {
        // *Kommen Sie!*, *Sag es!*: an imperative stands first and commands.
        let first = finite == draft.first;
        let exclaims = sentence.before(length).imperative_mark;
        let next = sentence.at(finite + 1);
        let polite = next.key == Key::Sie && next.shape == crate::word::Shape::Capital;
        let opens = draft.first == 0
            || matches!(
                sentence.before(draft.first).kind,
                TokenKind::QuoteOpen | TokenKind::SentenceEnd
            );
        let commands = first && draft.introducer.is_none() && (opens || exclaims);
        let imperative =
            commands && subject.is_none() && draft.coordinated.is_none() && (exclaims || !sentence.at(finite).ends_e);
        let mut form = groups::finite_form(sentence, finite, agreed, imperative);
        if commands && polite && exclaims {
            form.mood = wortlaut_lexicon::Mood::Imperative;
            form.ambiguous = false;
        }
        form
    });
    let (person, number) = match (form, agreed) {
        (Some(form), Some((person, number))) => (form.person.or(Some(person)), form.number.or(number)),
        (Some(form), None) => (form.person, form.number),
        (None, _) => (None, None),
    };
    let voice = group.voice();
    VerbGroup {
        tokens: group.tokens.iter().map(|&at| index(at)).collect(),
        finite: group.finite.map(index),
        main: index(group.main),
        particle: group.particle.map(index),
        reflexive: group.reflexive.map(index),
        modal: group.modal.map(str::to_owned),
        mood: form.map_or(wortlaut_lexicon::Mood::Indicative, |form| form.mood),
        mood_ambiguous: form.is_some_and(|form| form.ambiguous),
        tense: group.tense.unwrap_or(Tense::Present),
        voice,
        person,
        number,
        clause,
        lemma: group.lemma,
    }
}

#[cfg(test)]
mod tests {
    use wortlaut_tokenize::Tokenizer;

    use super::*;
    use crate::word::LOOKS;

    #[test]
    fn the_work_for_a_word_does_not_grow_with_the_sentence() {
        for part in [
            "die Partei, ",
            "dass er komme, ",
            "und ",
            "der der Mann ",
            "„Ja ist (gut ",
            "zu gehen ",
            "von der Stadt in ",
            "sagte er, ",
            "große und kleine ",
        ] {
            let looks = |times: usize| {
                let text = part.repeat(times);
                let tokens = Tokenizer::new().tokenize(&text);
                LOOKS.set(0);
                let syntax = Parser::new().parse(&text, &tokens);
                assert_eq!(syntax.categories.len(), tokens.tokens.len());
                LOOKS.get()
            };
            let (short, long) = (looks(500), looks(8000));
            // Sixteen times the sentence. Quadratic work would be 256 times as much.
            assert!(short > 500 && long < short * 18, "{part:?}: {short}, {long}");
        }
    }
}
