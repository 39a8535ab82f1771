//! Noun phrases: their cores, and how far each reaches.

use wortlaut_lexicon::{Category, Number, Person};
use wortlaut_tokenize::TokenKind;

use crate::PhraseKind;
use crate::clauses::{Clauses, Draft};
use crate::tag::{extended_head, head_after};
use crate::word::{Agreement, Cats, Forms, Key, Sentence, Shape, Word};

/// A phrase in the making. Places count from the start of the sentence; ranges are half open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The end of the maximal phrase.
    pub(crate) reach: usize,
    pub(crate) head: usize,
    pub(crate) kind: PhraseKind,
    pub(crate) preposition: Option<usize>,
    pub(crate) agreement: Agreement,
    pub(crate) person: Person,
    /// It starts with an article or another determiner.
    pub(crate) determined: bool,
    /// It is part of another phrase: a genitive, a prepositional attribute, an apposition, a further conjunct.
    pub(crate) inside: bool,
    /// The next phrase joined to it by *und* or a comma.
    pub(crate) conjunct: Option<usize>,
}

/// The buffers of the chunker, and its result.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    pub(crate) chunks: Vec<Chunk>,
}

const WINDOW: usize = 40;

impl Phrases {
    /// Finds the phrases of a sentence.
    pub(crate) fn find(&mut self, sentence: &Sentence, clauses: &Clauses) {
        self.chunks.clear();
        let mut at = 0;
        let mut preposition: Option<usize> = None;
        while at < sentence.len() {
            let word = sentence.at(at);
            if word.cat == Category::Preposition {
                preposition = Some(at);
                at += 1;
                continue;
            }
            if let Some(mut chunk) = core(sentence, clauses, at) {
                chunk.preposition = preposition.filter(|&before| {
                    adjacent(sentence, before, chunk.start) && !counts(sentence, clauses, before, chunk.end)
                });
                if let Some(before) = chunk.preposition {
                    if sentence.at(before).contracted {
                        // *im Vergleich*
                        chunk.determined = true;
                        if chunk.kind == PhraseKind::Name
                            && chunk.end == chunk.start + 1
                            && sentence.at(chunk.head).unknown
                        {
                            chunk.kind = PhraseKind::Common;
                        }
                    }
                    let governs = preposition_agreement(sentence, before);
                    chunk.agreement = chunk.agreement.narrowed(governs);
                }
                if sentence.at(chunk.end).cat == Category::Postposition && chunk.preposition.is_none() {
                    chunk.preposition = Some(chunk.end);
                }
                preposition = None;
                at = chunk.end;
                self.chunks.push(chunk);
                continue;
            }
            let modifies =
                matches!(word.cat, Category::Adverb | Category::Particle | Category::Numeral) || word.is_quote_mark();
            if !modifies {
                preposition = None;
            }
            at += 1;
        }
        self.extend(sentence, clauses);
    }

    fn chunk(&self, at: usize) -> Option<Chunk> {
        self.chunks.get(at).copied()
    }

    /// Lets phrases reach over what belongs to them, from the right to the left, so that each step is taken once.
    fn extend(&mut self, sentence: &Sentence, clauses: &Clauses) {
        for at in (0..self.chunks.len()).rev() {
            let Some(chunk) = self.chunk(at) else { continue };
            if chunk.kind == PhraseKind::Pronoun && !chunk.determined {
                // *viele der Betroffenen*, *einer von ihnen*; *er* takes nothing.
                let key = sentence.at(chunk.head).key;
                if key != Key::None {
                    continue;
                }
            }
            let clause = clauses.of(chunk.head);
            let before_verb = clause.and_then(|clause| clauses.draft(clause)).is_some_and(|draft| {
                draft.finite.is_some_and(|finite| chunk.head < finite) && draft.introducer.is_none()
            });
            let mut reach = chunk.end;
            let mut next = at + 1;
            let mut conjunct = None;
            let mut steps = 0;
            loop {
                steps += 1;
                if steps > 6 {
                    break;
                }
                // *die Agentur „Nordlicht“*, *der Chef von „Nordlicht“*
                if let Some(end) = quoted_name(sentence, chunk.start, reach) {
                    while self.chunk(next).is_some_and(|inner| inner.start < end) {
                        self.mark_inside(next);
                        next += 1;
                    }
                    reach = end;
                    continue;
                }
                // A bracket without a verb: *(SPD)*.
                if let Some(end) = bracket(sentence, reach) {
                    while self.chunk(next).is_some_and(|inner| inner.start < end) {
                        self.mark_inside(next);
                        next += 1;
                    }
                    reach = end;
                    continue;
                }
                let Some(other) = self.chunk(next) else { break };
                let same = clauses.of(other.head) == clause;
                if !same {
                    break;
                }
                let genitive = other.start == reach
                    && other.preposition.is_none()
                    && other.agreement.meets(Agreement::GENITIVE)
                    && genitive_attribute(sentence, &chunk, &other);
                if genitive {
                    self.mark_inside(next);
                    reach = other.reach;
                    next = self.after(next, reach);
                    continue;
                }
                // *sowohl … als auch*
                let paired = sentence.at(reach).key == Key::Als
                    && sentence.at(reach + 1).key == Key::Auch
                    && other.start == reach + 2;
                let attribute = !paired
                    && other.preposition == Some(reach)
                    && chunk.kind != PhraseKind::Pronoun
                    && (before_verb || prepositional_attribute(sentence, &chunk, reach));
                if attribute {
                    self.mark_inside(next);
                    reach = other.reach;
                    next = self.after(next, reach);
                    continue;
                }
                // *15 Millionen neue Stellen*
                if other.start == reach && reach == chunk.end && measures(sentence, &chunk, &other) {
                    self.mark_inside(next);
                    reach = other.reach;
                    next = self.after(next, reach);
                    continue;
                }
                // *Anna Weber, Sprecherin des Ministeriums,*
                let comma = !sentence.at(reach).is_word()
                    && sentence.at(reach).kind == TokenKind::Punctuation
                    && sentence.at(reach).mark == ',';
                if comma
                    && other.start == reach + 1
                    && other.preposition.is_none()
                    && (apposition(&chunk, &other) || before_verb && described(sentence, &chunk, &other))
                {
                    let after = sentence.at(other.reach);
                    let closes = after.kind == TokenKind::SentenceEnd
                        || after.kind == TokenKind::Punctuation && sentence.at(other.reach).mark == ','
                        || other.reach >= sentence.len();
                    let list = other.conjunct.is_some();
                    let listed = self.chunk(next + 1).is_some_and(|third| {
                        third.start == other.reach + 1
                            && third.kind == other.kind
                            && third.preposition.is_none()
                            && third.conjunct.is_some()
                    });
                    if closes && !list && !listed {
                        self.mark_inside(next);
                        reach = other.reach;
                        next = self.after(next, reach);
                        continue;
                    }
                }
                // *Weber und Braun*, *Weber, Braun und Kern*
                let link = sentence.at(reach);
                let linked = link.cat == Category::Coordination || link.key == Key::Noch;
                let joined = linked && (other.start == reach + 1 || added(sentence, reach + 1, other.start))
                    || paired
                    || comma && other.start == reach + 1 && other.conjunct.is_some()
                    || comma
                        && reach > chunk.end
                        && sentence.at(reach + 1).cat == Category::Coordination
                        && other.start == reach + 2;
                if joined
                    && (other.preposition.is_none() || paired)
                    && (paired
                        || chunk.agreement.case_set().and(other.agreement.case_set())
                            != wortlaut_lexicon::CaseSet::NONE)
                    && (chunk.kind != PhraseKind::Pronoun || sentence.at(chunk.head).key == Key::None)
                {
                    self.mark_inside(next);
                    reach = other.reach;
                    conjunct = Some(next);
                }
                break;
            }
            if let Some(slot) = self.chunks.get_mut(at) {
                slot.reach = reach;
                slot.conjunct = conjunct;
            }
        }
        self.merge_prepositions();
    }

    /// What is inside a conjunct of a prepositional phrase stands under the same preposition.
    fn merge_prepositions(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(chunk) = self.chunk(at) else { continue };
            if let Some(next) = chunk.conjunct {
                if let Some(slot) = self.chunks.get_mut(next) {
                    slot.inside = true;
                    if slot.preposition.is_none() {
                        slot.preposition = chunk.preposition;
                    }
                }
            }
        }
    }

    fn mark_inside(&mut self, at: usize) {
        if let Some(slot) = self.chunks.get_mut(at) {
            slot.inside = true;
        }
    }

    /// The first phrase that starts at `reach` or later. Steps over phrases already swallowed, a bounded number.
    fn after(&self, from: usize, reach: usize) -> usize {
        let mut at = from + 1;
        while self.chunk(at).is_some_and(|chunk| chunk.start < reach) && at < from + WINDOW {
            at += 1;
        }
        at
    }
}

/// Whether a preposition stands directly before a phrase, with nothing but adverbs and marks between.
fn adjacent(sentence: &Sentence, preposition: usize, start: usize) -> bool {
    start - preposition <= 4
        && (preposition + 1..start).all(|at| {
            let word = sentence.at(at);
            word.is_quote_mark()
                || matches!(
                    word.cat,
                    Category::Adverb | Category::Particle | Category::Numeral | Category::Adjective
                )
        })
}

/// *Über 200 Gäste kamen*: before the verb of a main clause this tells how many, not where.
fn counts(sentence: &Sentence, clauses: &Clauses, preposition: usize, end: usize) -> bool {
    let next = sentence.at(preposition + 1);
    let number = next.is_number() || next.cat == Category::Numeral;
    let front = |draft: &Draft| draft.first == preposition && draft.finite == Some(end);
    sentence.at(preposition).key == Key::About
        && number
        && clauses
            .of(preposition)
            .and_then(|clause| clauses.draft(clause))
            .is_some_and(front)
}

fn preposition_agreement(sentence: &Sentence, place: usize) -> Agreement {
    let mut agreement = Agreement::NONE;
    for reading in sentence.readings_of(place) {
        if reading.category == Category::Preposition {
            let mut of = Agreement::cases(reading.features.case);
            of = match reading.features.gender {
                Some(wortlaut_text::Gender::Masculine) => of.and(Agreement::MASCULINE),
                Some(wortlaut_text::Gender::Feminine) => of.and(Agreement::FEMININE),
                Some(wortlaut_text::Gender::Neuter) => of.and(Agreement::NEUTER),
                None => of,
            };
            agreement = agreement.or(of);
        }
    }
    let oblique = Agreement::ANY.without(Agreement::NOMINATIVE);
    if agreement.is_empty() {
        oblique
    } else {
        agreement.and(oblique)
    }
}

/// What may stand between *und* and a phrase joined by it: *und auch*, *und nicht mehr*, *und vor allem*.
fn added(sentence: &Sentence, start: usize, end: usize) -> bool {
    start < end
        && end <= start + 2
        && (start..end).all(|at| matches!(sentence.at(at).cat, Category::Adverb | Category::Particle))
}

/// Whether a number with *Millionen* or *Milliarden* tells how many of the phrase after it there are.
fn measures(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
    sentence.at(chunk.head).key == Key::Million
        && !other.determined
        && other.preposition.is_none()
        && other.kind != PhraseKind::Pronoun
}

/// A short quotation without a verb right after a noun, or the mark that closes one inside the phrase: the place after.
fn quoted_name(sentence: &Sentence, start: usize, at: usize) -> Option<usize> {
    match sentence.at(at).kind {
        TokenKind::QuoteClose => {
            let opened = (start..at)
                .rev()
                .take(12)
                .find_map(|place| match sentence.at(place).kind {
                    TokenKind::QuoteOpen => Some(true),
                    TokenKind::QuoteClose => Some(false),
                    _ => None,
                })
                .unwrap_or(false);
            opened.then_some(at + 1)
        }
        TokenKind::QuoteOpen => {
            let close = (at + 1..(at + 8).min(sentence.len()))
                .find(|&place| sentence.at(place).kind == TokenKind::QuoteClose)?;
            let name = sentence.at(at + 1).shape != Shape::Lower
                && !(at + 1..close).any(|place| {
                    sentence.at(place).can_be_finite()
                        || !sentence.at(place).is_word() && !sentence.at(place).is_number()
                });
            name.then_some(close + 1)
        }
        _ => None,
    }
}

/// A short bracket without a clause of its own: the place after it.
fn bracket(sentence: &Sentence, at: usize) -> Option<usize> {
    if at >= sentence.len() || sentence.at(at).is_word() || sentence.at(at).mark != '(' {
        return None;
    }
    let close = (at + 1..(at + 10).min(sentence.len()))
        .find(|&place| !sentence.at(place).is_word() && sentence.at(place).mark == ')')?;
    let verb = (at + 1..close).any(|place| sentence.at(place).can_be_finite());
    (!verb).then_some(close + 1)
}

/// Whether a phrase can be the genitive attribute of the one before it.
fn genitive_attribute(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
    let first = sentence.at(other.start);
    match other.kind {
        PhraseKind::Pronoun => false,
        PhraseKind::Common => {
            // The article shows it: *der*, *des*, *eines*, *ihrer*; or an adjective in *-er*.
            let shown = first.cat == Category::Determiner && first.determiner.meets(Agreement::GENITIVE)
                || first.cat == Category::Adjective && first.ends_er;
            let nominative_only =
                first.key == Key::Der && !other.agreement.meets(Agreement::FEMININE.or(Agreement::PLURAL));
            // *in Halle der Prozess*: a bare name takes no genitive that could be a subject.
            let bare =
                chunk.kind == PhraseKind::Name && !chunk.determined && other.agreement.meets(Agreement::NOMINATIVE);
            shown
                && !bare
                && !nominative_only
                && (chunk.kind != PhraseKind::Pronoun || first.determiner.meets(Agreement::GENITIVE))
        }
        PhraseKind::Name => {
            let determined = first.cat == Category::Determiner;
            if determined {
                first.determiner.meets(Agreement::GENITIVE)
            } else {
                // *der Präsident Russlands*
                chunk.kind == PhraseKind::Common && sentence.at(other.head).genitive_name && chunk.determined
            }
        }
    }
}

/// Whether a prepositional phrase right after a noun belongs to it even where it could belong to the verb.
fn prepositional_attribute(sentence: &Sentence, chunk: &Chunk, preposition: usize) -> bool {
    let word = sentence.at(preposition);
    let lemma = sentence
        .readings_of(preposition)
        .iter()
        .find(|reading| reading.category == Category::Preposition)
        .map_or("", |reading| reading.lemma);
    word.key == Key::Von
        || matches!(lemma, "von" | "vom" | "zwischen")
        || chunk.kind == PhraseKind::Common && matches!(lemma, "für" | "aus" | "gegen" | "über")
}

/// *der Verdächtige, ein Mann aus Gera, wurde …*: two common nouns before the verb.
fn described(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
    chunk.determined
        && other.determined
        && other.kind == PhraseKind::Common
        && !sentence.at(other.start).key.is_article_form()
        && sentence.at(other.reach + 1).forms.has(Forms::FINITE)
        && !chunk.agreement.and(other.agreement).is_empty()
}

fn apposition(chunk: &Chunk, other: &Chunk) -> bool {
    let one_name = (chunk.kind == PhraseKind::Name) != (other.kind == PhraseKind::Name);
    one_name
        && chunk.kind != PhraseKind::Pronoun
        && other.kind != PhraseKind::Pronoun
        && !chunk.agreement.and(other.agreement).is_empty() | (chunk.kind == PhraseKind::Name)
}

/// The core of a phrase that starts at a place.
fn core(sentence: &Sentence, clauses: &Clauses, start: usize) -> Option<Chunk> {
    let first = sentence.at(start);
    // *mehr als 200 Gäste*
    let more = first.cats.has(Category::Determiner)
        && first.cats.has(Category::Adverb)
        && sentence.at(start + 1).key == Key::Als
        && (sentence.at(start + 2).is_number() || sentence.at(start + 2).cat == Category::Numeral);
    if more {
        if let Some(mut chunk) = core(sentence, clauses, start + 2) {
            chunk.start = start;
            return Some(chunk);
        }
    }
    match first.cat {
        Category::RelativePronoun
            if matches!(first.key, Key::Deren | Key::Dessen) && head_after(sentence, start).is_some() => {}
        Category::Pronoun | Category::RelativePronoun => return Some(pronoun(sentence, start, first)),
        Category::Interrogative => {
            if first.key == Key::Welch && head_after(sentence, start).is_some() {
                // *welche Folgen*: like an article.
            } else if matches!(first.key, Key::Wer | Key::Was | Key::Welch) || first.cats.has(Category::Pronoun) {
                return Some(pronoun(sentence, start, first));
            } else {
                return None;
            }
        }
        Category::Determiner | Category::Adjective | Category::Numeral | Category::Noun | Category::Name => {}
        Category::Other if first.is_number() => {}
        _ => return None,
    }
    let clause = clauses.of(start);
    let mut agreement = Agreement::ANY;
    let mut determined = false;
    let mut at = start;
    let mut number = None;
    let mut adjectives = 0;
    let limit = start + WINDOW;
    // Article, numbers, attributes.
    while at < limit {
        let word = sentence.at(at);
        match word.cat {
            Category::Determiner | Category::Interrogative | Category::RelativePronoun
                if at == start || word.cat == Category::Determiner && adjectives == 0 =>
            {
                if at > start && word.key.is_article_form() {
                    break;
                }
                agreement = if word.key == Key::Paar {
                    // *ein paar Gäste*
                    Agreement::PLURAL
                } else {
                    agreement.narrowed(word.determiner)
                };
                determined = true;
                if let Some(head) = extended_head(sentence, at) {
                    let simple = head_after(sentence, at);
                    // *die 30 Jahre alte Frau*, *das dem Bericht beigefügte Foto*
                    let goes_on = simple.is_none_or(|simple| {
                        let next = sentence.at(simple + 1);
                        simple != head && next.cat == Category::Adjective && next.inflected
                    });
                    if goes_on && (at..head).all(|place| clauses.of(place) == clause) {
                        at = head;
                        continue;
                    }
                }
            }
            Category::Adjective => {
                adjectives += 1;
                if word.shape == Shape::Lower {
                    let says = if determined {
                        word.ending.weak()
                    } else {
                        word.ending.strong()
                    };
                    agreement = agreement.narrowed(says);
                }
            }
            Category::Numeral => {
                number = Some(at);
                agreement = plural_number(sentence, at, agreement);
            }
            Category::Noun | Category::Name => {
                let next = sentence.at(at + 1);
                let adjective = word.cats.has(Category::Adjective) && word.inflected && next.is_nominal();
                // *New Yorker Börse*
                let place = next.cat == Category::Adjective && next.shape == Shape::Capital;
                if word.cat == Category::Name && (adjective || place) {
                    at += 1;
                    continue;
                }
                return head(sentence, clauses, start, at, agreement, determined, number.is_some());
            }
            Category::Other if word.is_number() => {
                number = Some(at);
            }
            _ if word.is_quote_mark()
                && at > start
                && determined | (adjectives > 0)
                && head_after(sentence, at).is_some() => {}
            // *sehr große*, *rund 300*
            Category::Adverb | Category::Particle | Category::InfinitiveMarker
                if at > start
                    && matches!(
                        sentence.at(at + 1).cat,
                        Category::Adjective | Category::Numeral | Category::Adverb
                    ) | sentence.at(at + 1).is_number()
                    && head_after(sentence, at).is_some() => {}
            // *große und kleine Häuser*, *ein großer, heller Saal*
            _ if at > start
                && adjectives > 0
                && sentence.at(at + 1).cat == Category::Adjective
                && sentence.at(at + 1).inflected
                && (word.cat == Category::Coordination || word.kind == TokenKind::Punctuation)
                && sentence.before(at).cat == Category::Adjective
                && sentence.before(at).inflected
                && head_after(sentence, at).is_some() => {}
            _ => break,
        }
        at += 1;
    }
    // No noun came: *die drei*, *die Kranken* written small, *18 Uhr* is a noun after a number and was returned above.
    if at > limit {
        return None;
    }
    if determined && at == start + 1 && first.cats.has(Category::Pronoun) {
        return Some(Chunk {
            determined: false,
            ..pronoun(sentence, start, first)
        });
    }
    if let Some(number) = number.filter(|&number| number + 1 == at) {
        let last = sentence.at(number);
        return Some(Chunk {
            start,
            end: at,
            reach: at,
            head: number,
            kind: PhraseKind::Common,
            preposition: None,
            agreement: if last.is_number() {
                agreement
            } else {
                agreement.narrowed(Agreement::PLURAL)
            },
            person: Person::Third,
            determined,
            inside: false,
            conjunct: None,
        });
    }
    if determined && at > start + 1 {
        // *die beiden*, *der eine*: the last attribute stands for the noun.
        return Some(Chunk {
            start,
            end: at,
            reach: at,
            head: at - 1,
            kind: PhraseKind::Pronoun,
            preposition: None,
            agreement,
            person: Person::Third,
            determined,
            inside: false,
            conjunct: None,
        });
    }
    None
}

fn plural_number(sentence: &Sentence, at: usize, agreement: Agreement) -> Agreement {
    let one = sentence
        .readings_of(at)
        .iter()
        .any(|reading| reading.features.number == Some(Number::Singular) || reading.lemma.starts_with("ein"));
    if one {
        agreement
    } else {
        agreement.narrowed(Agreement::PLURAL)
    }
}

/// The head at a place, and the words of a name or title that go with it.
fn head(
    sentence: &Sentence,
    clauses: &Clauses,
    start: usize,
    first: usize,
    before: Agreement,
    determined: bool,
    counted: bool,
) -> Option<Chunk> {
    let clause = clauses.of(first);
    // Before the verb of a main clause stands one phrase only.
    let before_verb = clause
        .and_then(|clause| clauses.draft(clause))
        .is_some_and(|draft| draft.introducer.is_none() && draft.finite.is_some_and(|finite| first < finite));
    let mut head = first;
    let mut end = first + 1;
    let mut kind = if sentence.at(first).cat == Category::Name {
        PhraseKind::Name
    } else {
        PhraseKind::Common
    };
    // The parts of a name tell nothing, nor does what is counted: *33 Prozent*.
    let word = sentence.at(first);
    let part = (word.unknown || word.common && kind == PhraseKind::Name) && sentence.at(first + 1).is_nominal();
    let mut of_first = if part || counted {
        Agreement::ANY
    } else {
        of_head(sentence, first)
    };
    let unlisted = sentence.at(first).unknown && kind == PhraseKind::Name;
    if unlisted && !determined && !sentence.at(first).genitive_name {
        of_first = of_first.without(Agreement::GENITIVE);
    }
    let mut agreement = before.narrowed(of_first);
    // An unlisted word with an article or attribute is rather a common noun.
    let common = sentence.at(first).cat == Category::Noun || unlisted && start < first;
    while end < first + 12 && clauses.of(end) == clause {
        let word = sentence.at(end);
        if word.kind == TokenKind::SentenceEnd {
            break;
        }
        let joins = match word.cat {
            Category::Name => {
                !common
                    || sentence.at(end - 1).person
                    || before_verb
                    || !looks_common(sentence, end)
                    || sentence.at(end + 1).cat == Category::Name
            }
            Category::Noun => {
                // *Frau Ministerin*, *Ende Mai*, *Professorin Doktor*
                let title = kind == PhraseKind::Common
                    && word.cats.has(Category::Noun)
                    && (sentence.at(end - 1).person || !determined);
                // *Eva Maurer*: a profession after a first name is a surname.
                let surname = kind == PhraseKind::Name && sentence.at(end - 1).cat == Category::Name && word.person;
                title
                    || surname
                    || word.shape == Shape::Upper
                    || kind == PhraseKind::Name && word.cats.has(Category::Name)
            }
            Category::Other if word.kind == TokenKind::Ordinal => kind == PhraseKind::Name,
            // *Friedrich der Große*, *Ursula von der Leyen*, *Osama bin Laden*
            _ if kind == PhraseKind::Name && (word.key == Key::NameParticle || word.key == Key::Von) => {
                let mut next = end + 1;
                if matches!(sentence.at(next).key, Key::Der | Key::Den | Key::Dem) {
                    next += 1;
                }
                let follows = sentence.at(next).cat == Category::Name;
                // One name before it: *Ursula von der Linden*, not *Lena Braun von der Zeitung*.
                let after = sentence.at(next);
                let first_name =
                    head + 1 == end && !(end >= 2 && end - 2 >= start && sentence.at(end - 2).cat == Category::Name);
                let likely = word.key == Key::NameParticle && word.shape == Shape::Lower && follows
                    || word.key == Key::Von && follows && first_name && after.unknown && after.shape == Shape::Capital;
                if likely {
                    end = next;
                }
                likely
            }
            _ => false,
        };
        if !joins {
            break;
        }
        if sentence.at(end).cat == Category::Name || kind == PhraseKind::Name && sentence.at(end).person {
            head = end;
            kind = PhraseKind::Name;
            // The noun before the name keeps number and gender: *die Ministerin Weber*.
            let genitive = of_head(sentence, end);
            if genitive.meets(Agreement::GENITIVE) && !determined && !before.meets(Agreement::NOMINATIVE) {
                agreement = agreement.narrowed(genitive);
            }
            if !determined {
                agreement = agreement.narrowed(Agreement::SINGULAR);
            }
        }
        end += 1;
    }
    if kind == PhraseKind::Name && start < first && end == first + 1 && sentence.at(first).shape == Shape::Capital {
        // *die Behörde*: an unlisted word with an article is rather a common noun.
        let listed = sentence
            .readings_of(first)
            .iter()
            .any(|reading| reading.category == Category::Name);
        if !listed {
            kind = PhraseKind::Common;
        }
    }
    if kind == PhraseKind::Name && end == first + 1 && !determined {
        // A lone name is singular unless it is known to be plural (*USA*).
        let known = sentence
            .readings_of(first)
            .iter()
            .any(|reading| reading.features.number == Some(Number::Plural));
        if !known {
            agreement = agreement.narrowed(Agreement::SINGULAR);
        }
    }
    if kind == PhraseKind::Name && end > first + 1 {
        agreement = agreement.narrowed(Agreement::SINGULAR);
    }
    Some(Chunk {
        start,
        end,
        reach: end,
        head,
        kind,
        preposition: None,
        agreement,
        person: Person::Third,
        determined,
        inside: false,
        conjunct: None,
    })
}

/// Whether an unlisted capitalised word ends like the plural of a common noun.
fn looks_common(sentence: &Sentence, place: usize) -> bool {
    let word = sentence.at(place);
    word.unknown && word.inflected && !word.ends_er && word.shape == Shape::Capital
}

fn of_head(sentence: &Sentence, place: usize) -> Agreement {
    let word = sentence.at(place);
    if word.common || word.cats.any(Cats::of(Category::Noun).or(Cats::of(Category::Name))) {
        word.agreement
    } else {
        Agreement::ANY
    }
}

fn pronoun(sentence: &Sentence, at: usize, word: &Word) -> Chunk {
    let mut agreement = word.agreement;
    if word.cat == Category::RelativePronoun {
        agreement = word.key.pronoun().unwrap_or(agreement);
        if word.key == Key::Welch {
            agreement = word.agreement.narrowed(word.determiner);
        }
    } else if word.cats.has(Category::Determiner)
        && word.determiner != Agreement::ANY
        && word.key.article().is_none()
        && !word.cats.has(Category::Pronoun)
    {
        agreement = word.determiner;
    }
    let person = sentence
        .readings_of(at)
        .iter()
        .filter(|reading| reading.category == Category::Pronoun)
        .find_map(|reading| reading.features.person)
        .filter(|_| word.key != Key::Sie)
        .unwrap_or(Person::Third);
    if word.key == Key::Sie {
        let polite = word.shape == Shape::Capital && !word.initial;
        let (singular, plural) = (Agreement::FEMININE, Agreement::PLURAL);
        agreement =
            if polite { plural } else { singular.or(plural) }.and(Agreement::NOMINATIVE.or(Agreement::ACCUSATIVE));
    }
    Chunk {
        start: at,
        end: at + 1,
        reach: at + 1,
        head: at,
        kind: PhraseKind::Pronoun,
        preposition: None,
        agreement,
        person,
        determined: false,
        inside: false,
        conjunct: None,
    }
}
