//! Whom the words of a speaker mean: the entity named in them, or the person a pronoun points back to.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::{EntityIdx, EntityKind, Mention, MentionForm, Span};

use crate::anaphor::Description;
use crate::candidate::SpeakerRef;
use crate::office::Offices;
use crate::view::{Run, View};
use crate::{pronoun, subject};

/// The mentions that start within a span.
pub(crate) fn mentions_in<'a>(view: &View<'a>, span: Span) -> &'a [Mention] {
    let mentions = view.input.mentions;
    let start = mentions.partition_point(|mention| mention.span.start() < span.start());
    let end = mentions.partition_point(|mention| mention.span.start() < span.end());
    mentions.get(start..end.max(start)).unwrap_or(&[])
}

pub(crate) fn kind_of(view: &View<'_>, entity: EntityIdx) -> Option<EntityKind> {
    entity.get(view.input.entities).map(|entity| entity.kind)
}

/// What the speakers before told of persons.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    /// Who spoke last.
    pub(crate) last: Option<EntityIdx>,
    /// The ages by which persons were meant: *der 48-Jährige*.
    pub(crate) ages: Vec<(EntityIdx, u16)>,
    /// What the text says that they are; read when first asked for.
    pub(crate) offices: Option<Offices>,
}

/// The entity that a speaker is; `extent` is its maximal phrase, `own` are the words spoken.
pub(crate) fn entity_of(
    view: &View<'_>,
    speaker: SpeakerRef,
    heard: &mut Heard,
    extent: Run,
    own: &[Run],
) -> Option<EntityIdx> {
    let run = subject::run_of(view, speaker)?;
    if let Some(form) = pronoun::read(view, speaker, run) {
        return pronoun::antecedent(view, run.start, form, heard.last, own);
    }
    // *ihren Angaben zufolge*: the span is the phrase, the person who the possessive means.
    if run.len() == 2 {
        let possessive = SpeakerRef::Words(Run::new(run.start, run.start + 1));
        let owned = view.is_any(run.start, &["seinen", "seiner", "ihren", "ihrer"]);
        if let Some(form) = pronoun::read(view, possessive, Run::new(run.start, run.start + 1)).filter(|_| owned) {
            return pronoun::antecedent(view, run.start, form, heard.last, own);
        }
    }
    if let Some(description) = Description::read(view, speaker, extent) {
        return description.resolve(view, run.start, own, heard);
    }
    let run = with_name(view, run);
    let span = view.span(run)?;
    let core = match speaker {
        SpeakerRef::Phrase(at) => view
            .phrase(at)
            .and_then(|phrase| view.span(with_name(view, Run::of(phrase.core))))
            .unwrap_or(span),
        _ => span,
    };
    let head = match speaker {
        SpeakerRef::Phrase(at) => view.phrase(at).map(|phrase| view.token_span(phrase.head.index())),
        _ => None,
    };
    let names = |mention: &&Mention| {
        matches!(
            mention.form,
            MentionForm::Name | MentionForm::Surname | MentionForm::Genitive | MentionForm::Role | MentionForm::Pronoun
        )
    };
    let inside = mentions_in(view, span);
    let person = |mention: &&Mention| kind_of(view, mention.entity) == Some(EntityKind::Person);
    // A person named in the core; what the head names; a person named in apposition.
    inside
        .iter()
        .filter(names)
        .filter(person)
        .find(|mention| core.contains(mention.span))
        .or_else(|| {
            let head = head?;
            inside.iter().filter(names).find(|mention| mention.span.contains(head))
        })
        .or_else(|| {
            // *der Leiter der Klinik, Doktor Jan Brandt*; not *der Sprecher von Jana Holm*.
            inside
                .iter()
                .filter(|mention| matches!(mention.form, MentionForm::Name | MentionForm::Surname))
                .filter(person)
                .find(|mention| in_apposition(view, run, mention.span))
        })
        .or_else(|| {
            // *die Stadt Kassel*, *Polizei Köln*: the only name of the core.
            inside
                .iter()
                .filter(|mention| matches!(mention.form, MentionForm::Name))
                .find(|mention| core.contains(mention.span) && core.end() == mention.span.end())
        })
        .map(|mention| mention.entity)
}

/// The run up to the end of the name that its last word begins (*das Internationale Komitee vom Roten Kreuz*), or of the
/// person's name that follows it: *Projektleiter Jochen Weber*, where the first name could be a common noun.
pub(crate) fn with_name(view: &View<'_>, run: Run) -> Run {
    let Some(last) = run.end.checked_sub(1).filter(|&last| last >= run.start) else {
        return run;
    };
    let (here, next) = (view.token_span(last), view.token_span(run.end));
    let mentions = view.input.mentions;
    let from = mentions.partition_point(|mention| mention.span.end() <= here.start());
    let titled =
        Lexicon::german().role(view.word(last)).is_some() && view.sentence_of(run.end) == view.sentence_of(last);
    let found = mentions.iter().skip(from).take(2).find(|mention| {
        let begun = mention.span.start() <= here.start() && mention.span.end() > here.end();
        let follows = titled && mention.span.start() == next.start() && !next.is_empty();
        let kind = kind_of(view, mention.entity);
        kind == Some(EntityKind::Person) && (begun || follows) || kind == Some(EntityKind::Organization) && begun
    });
    found.map_or(run, |mention| {
        let end = view.input.tokens.tokens_in(mention.span).end().index();
        Run::new(run.start, end.max(run.end))
    })
}

/// Whether a comma stands between the head of the phrase and the name.
fn in_apposition(view: &View<'_>, run: Run, name: Span) -> bool {
    (run.start..run.end)
        .take_while(|&token| view.token_span(token).end() <= name.start())
        .any(|token| view.word(token) == ",")
}

/// The subject of the first main clause of a sentence, when it can speak.
pub(crate) fn topic(view: &View<'_>, sentence: usize) -> Option<usize> {
    let run = view.sentence(sentence);
    let (_, group) = view.first_finite(run)?;
    match subject::of_verb(view, group, run) {
        SpeakerRef::Phrase(at) if crate::reported::speaks(view, at).is_some() => Some(at),
        _ => None,
    }
}
