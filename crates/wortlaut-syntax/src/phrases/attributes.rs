//! What belongs to a noun phrase beside its core: its preposition, genitives, prepositional attributes, appositions.

use wortlaut_lexicon::Category;
use wortlaut_tokenize::TokenKind;

use super::Chunk;
use crate::PhraseKind;
use crate::clauses::{Clauses, Draft};
use crate::word::{Agreement, Forms, Key, Sentence, Shape};

/// Whether a preposition stands directly before a phrase, with nothing but adverbs and marks between.
pub(super) fn adjacent(sentence: &Sentence, preposition: usize, start: usize) -> bool {
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
pub(super) fn counts(sentence: &Sentence, clauses: &Clauses, preposition: usize, end: usize) -> bool {
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

pub(super) fn preposition_agreement(sentence: &Sentence, place: usize) -> Agreement {
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

/// *den Angaben zufolge*; but *entgegen* in *Hinweise nimmt die Wache entgegen* governs no nominative.
pub(super) fn follows_postposition(sentence: &Sentence, chunk: &Chunk) -> bool {
    sentence.at(chunk.end).cat == Category::Postposition
        && sentence
            .readings_of(chunk.end)
            .iter()
            .filter(|reading| reading.category == Category::Postposition)
            .any(|reading| Agreement::cases(reading.features.case).meets(chunk.agreement))
}

/// What may stand between *und* and a phrase joined by it: *und auch*, *und nicht mehr*, *und vor allem*.
pub(super) fn added(sentence: &Sentence, start: usize, end: usize) -> bool {
    start < end
        && end <= start + 2
        && (start..end).all(|at| matches!(sentence.at(at).cat, Category::Adverb | Category::Particle))
}

/// Whether a number with *Millionen* or *Milliarden* tells how many of the phrase after it there are.
pub(super) fn measures(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
    sentence.at(chunk.head).key == Key::Million
        && !other.determined
        && other.preposition.is_none()
        && other.kind != PhraseKind::Pronoun
}

/// A short quotation without a verb right after a noun, or the mark that closes one inside the phrase: the place after.
pub(super) fn quoted_name(sentence: &Sentence, start: usize, at: usize) -> Option<usize> {
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
pub(super) fn bracket(sentence: &Sentence, at: usize) -> Option<usize> {
    if at >= sentence.len() || sentence.at(at).is_word() || sentence.at(at).mark != '(' {
        return None;
    }
    let close = (at + 1..(at + 10).min(sentence.len()))
        .find(|&place| !sentence.at(place).is_word() && sentence.at(place).mark == ')')?;
    let verb = (at + 1..close).any(|place| sentence.at(place).can_be_finite());
    (!verb).then_some(close + 1)
}

/// Whether a phrase can be the genitive attribute of the one before it.
pub(super) fn genitive_attribute(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
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
pub(super) fn prepositional_attribute(sentence: &Sentence, chunk: &Chunk, preposition: usize) -> bool {
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
pub(super) fn described(sentence: &Sentence, chunk: &Chunk, other: &Chunk) -> bool {
    chunk.determined
        && other.determined
        && other.kind == PhraseKind::Common
        && !sentence.at(other.start).key.is_article_form()
        && sentence.at(other.reach + 1).forms.has(Forms::FINITE)
        && !chunk.agreement.and(other.agreement).is_empty()
}

pub(super) fn apposition(chunk: &Chunk, other: &Chunk) -> bool {
    let one_name = (chunk.kind == PhraseKind::Name) != (other.kind == PhraseKind::Name);
    one_name
        && chunk.kind != PhraseKind::Pronoun
        && other.kind != PhraseKind::Pronoun
        && !chunk.agreement.and(other.agreement).is_empty() | (chunk.kind == PhraseKind::Name)
}
