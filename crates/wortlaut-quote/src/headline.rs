//! Headlines: *Weber: Europa muss mehr tun*, and whose words a headline in marks repeats.

use std::collections::HashSet;

use wortlaut_text::Evidence;
use wortlaut_tokenize::ZoneKind;

use crate::candidate::{Candidate, SpeakerRef};
use crate::source::phrase_from;
use crate::stage::Stage;
use crate::view::{Run, View};
use crate::{Quotation, QuotationKind};

/// How many quotations of the article are compared with a headline.
const COMPARED: usize = 200;

/// *Weber: Europa muss mehr tun* – only in a headline, only after a name.
pub(crate) fn propose(stage: &Stage<'_, '_>, into: &mut Vec<Candidate>) {
    let view = stage.view;
    if view.zone(stage.run.start) != Some(ZoneKind::Headline) {
        return;
    }
    let Some(colon) = (stage.run.start..stage.run.end.min(stage.run.start + 6)).find(|&t| view.word(t) == ":") else {
        return;
    };
    let label = Run::new(stage.run.start, colon);
    let Some(span) = view.span(label) else { return };
    let named = view
        .input
        .mentions
        .iter()
        .skip(view.input.mentions.partition_point(|m| m.span.start() < span.start()))
        .take_while(|m| m.span.start() < span.end())
        .any(|mention| {
            mention.span.end() == span.end()
                && mention
                    .entity
                    .get(view.input.entities)
                    .is_some_and(|e| matches!(e.kind, wortlaut_text::EntityKind::Person))
        });
    let content = view.trim(Run::new(colon + 1, stage.run.end));
    if !named || content.is_empty() {
        return;
    }
    let pair = view.utterance_at(content.start).or_else(|| {
        view.pairs_in(content)
            .find(|&pair| view.pair(pair).start == content.start && view.pair(pair).end >= content.end)
    });
    let evidence = Evidence::new("quote.headline.colon", view.token_span(colon));
    let (kind, content) = match pair {
        Some(pair) if view.pair(pair).end >= content.end => (QuotationKind::Direct, view.inner(pair)),
        _ => (QuotationKind::Indirect, content),
    };
    let mut made = Candidate::new(kind, vec![content], stage.sentence, 800, evidence);
    made.frame.push(Run::new(stage.run.start, colon + 1));
    made.speaker = phrase_from(view, label.start)
        .filter(|(_, run)| run.end <= colon)
        .map_or(SpeakerRef::Words(label), |(at, _)| SpeakerRef::Phrase(at));
    into.push(made);
}

/// A headline in marks without a speaker has the speaker of the first words in the article that say the same.
pub(crate) fn echo(view: &View<'_>, quotations: &mut [Quotation]) {
    let Some(first) = quotations.first().filter(|first| first.speaker.is_none()) else {
        return;
    };
    let direct = first.kind == QuotationKind::Direct;
    let words = words(view, first);
    let headline = first.content.first().and_then(|span| {
        let token = view.input.tokens.tokens_in(*span).start().index();
        view.zone(token)
    });
    if !direct || headline != Some(ZoneKind::Headline) || words.len() < 2 {
        return;
    }
    let said = quotations
        .iter()
        .skip(1)
        .take(COMPARED)
        .filter(|quotation| quotation.speaker.is_some())
        .find(|quotation| {
            let said = self::words(view, quotation);
            words.iter().all(|word| said.contains(word))
        })
        .and_then(|quotation| Some((quotation.speaker, *quotation.content.first()?)));
    if let (Some(first), Some((speaker, said))) = (quotations.first_mut(), said) {
        first.speaker = speaker;
        first.evidence.push(Evidence::new("quote.headline.echo", said));
    }
}

/// The words of a quotation in lower case.
fn words(view: &View<'_>, quotation: &Quotation) -> HashSet<String> {
    quotation
        .content
        .iter()
        .flat_map(|&span| {
            let tokens = view.input.tokens.tokens_in(span);
            tokens.start().index()..tokens.end().index()
        })
        .filter(|&token| view.is_wordlike(token))
        .map(|token| view.word(token).to_lowercase())
        .collect()
}
