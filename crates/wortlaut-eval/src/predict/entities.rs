//! Names, in the classes and conventions of GermEval 2014.
//!
//! person → PER, place → LOC, organization → ORG, event and other → OTH; adjectives and demonyms are `…deriv`,
//! compounds `…part` (the whole token). Roles and pronouns are no names. Of overlapping spans the outer one counts.

use wortlaut::EntityKind;
use wortlaut::text::{Mention, MentionForm, OffsetIndex};

use super::Reader;
use super::tokens::char_span;
use crate::error::Result;
use crate::metrics::entities::SystemSentence;
use crate::raw::RawSentence;

/// The names of a sentence.
pub fn predict(reader: &mut Reader, sentence: &RawSentence) -> Result<SystemSentence> {
    let analysis = reader.read(&sentence.text, None)?;
    let index = OffsetIndex::new(&sentence.text);
    // The class, and whether there is an identifier.
    let class_of = |mention: &Mention| {
        let entity = mention.entity.get(analysis.entities())?;
        let class = format!("{}{}", class(entity.kind), suffix(mention.form)?);
        Some((class, !entity.ids.is_empty()))
    };
    let named = analysis
        .mentions()
        .iter()
        .filter_map(|mention| Some((mention.span, class_of(mention)?)));
    let mut named: Vec<_> = named.collect();
    // By start, the longer first: whatever overlaps one that was kept is inside it or reaches out of it, and goes.
    named.sort_by(|(a, _), (b, _)| a.start().cmp(&b.start()).then(b.end().cmp(&a.end())));
    let mut spans = Vec::with_capacity(named.len());
    let mut identified = Vec::new();
    let mut kept_to = 0;
    for (span, (class, has_id)) in named {
        if span.start() >= kept_to && !span.is_empty() {
            kept_to = span.end();
            let (start, end) = char_span(&index, span);
            spans.push((start, end, class));
            if has_id {
                identified.push((start, end));
            }
        }
    }
    Ok(SystemSentence { spans, identified })
}

fn class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Place => "LOC",
        EntityKind::Organization => "ORG",
        _ => "OTH",
    }
}

/// What the form adds to the class; `None` when it is no name.
fn suffix(form: MentionForm) -> Option<&'static str> {
    match form {
        MentionForm::Name | MentionForm::Surname | MentionForm::Genitive => Some(""),
        MentionForm::Derived | MentionForm::Demonym => Some("deriv"),
        MentionForm::Compound => Some("part"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_classes() {
        assert_eq!(suffix(MentionForm::Genitive), Some(""));
        assert_eq!(suffix(MentionForm::Demonym), Some("deriv"));
        assert_eq!(suffix(MentionForm::Compound), Some("part"));
        assert_eq!(suffix(MentionForm::Pronoun), None);
        assert_eq!(suffix(MentionForm::Role), None);
        assert_eq!(class(EntityKind::Event), "OTH");
    }
}
