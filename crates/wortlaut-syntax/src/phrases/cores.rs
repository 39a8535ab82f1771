//! The core of a noun phrase: from its article to its head and the words of a name or title that go with it.

use wortlaut_lexicon::{Category, Number, Person};
use wortlaut_tokenize::TokenKind;

use super::{Chunk, WINDOW};
use crate::PhraseKind;
use crate::clauses::Clauses;
use crate::heads::{extended_head, head_after};
use crate::word::{Agreement, Cats, Key, Sentence, Shape, Word};

/// The core of a phrase that starts at a place.
pub(super) fn core(sentence: &Sentence, clauses: &Clauses, start: usize) -> Option<Chunk> {
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
                // *Ungarns Ministerpräsident*
                let possessor = next.cat == Category::Noun && word.agreement.is_genitive();
                if word.cat == Category::Name && (adjective || place || possessor) {
                    determined |= possessor;
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
                // *Ende Mai*, *Montag Abend*
                let time = kind == PhraseKind::Common
                    && word.key == Key::Time
                    && matches!(sentence.at(end - 1).key, Key::Time | Key::NounPreposition);
                // *Eva Maurer*: a profession after a first name is a surname.
                let surname = kind == PhraseKind::Name && sentence.at(end - 1).cat == Category::Name && word.person;
                // *Die Pizzeria Waldhorn schließt*: one phrase stands before the verb. *der Agentur Reuters*: after a
                // genitive or dative no object follows without an article.
                let fits = word.unknown && word.common && word.agreement.meets(Agreement::SINGULAR);
                let oblique = sentence.at(end - 1).institution && !agreement.meets(Agreement::NOMINATIVE);
                let named = determined && fits && (before_verb || oblique);
                title
                    || time
                    || named
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
                let after = sentence.at(next);
                // *von der Linden*: what does not fit its article is no noun here.
                let misfit = next > end + 1
                    && after.cat == Category::Noun
                    && !after
                        .agreement
                        .meets(sentence.at(next - 1).determiner.and(Agreement::DATIVE));
                let follows = after.cat == Category::Name || misfit;
                // One name before it: *Ursula von der Linden*, not *Lena Braun von der Zeitung*.
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
