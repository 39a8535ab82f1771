//! The readings of an entry, unpacked one by one.

use crate::entry::Entry;
use crate::index::{self, Form, Sense, Senses};
use crate::packed::Packed;
use crate::{CaseSet, Category, Features, VerbForm, WordAnalysis};

/// The readings of one form: the iterator of [`Lexicon::analyses`](crate::Lexicon::analyses) and
/// [`Entry::readings`].
#[derive(Clone, Debug)]
pub struct Analyses {
    forms: [Form; 3],
    cases: [CaseSet; 3],
    part: usize,
    /// The cases of the part that is read.
    case: CaseSet,
    senses: Senses,
    sense: Option<(Sense, &'static str)>,
    next: u32,
    end: u32,
}

impl Analyses {
    pub(crate) fn of(entry: Option<Entry>) -> Self {
        let (forms, cases) = entry.map_or_else(Default::default, |entry| (entry.forms, entry.cases));
        Analyses {
            forms,
            cases,
            part: 0,
            case: CaseSet::NONE,
            senses: Senses::default(),
            sense: None,
            next: 0,
            end: 0,
        }
    }

    /// Moves on to the next sense, and where there is none, to the next part.
    fn advance(&mut self) -> Option<()> {
        loop {
            if let Some(sense) = self.senses.next() {
                (self.next, self.end) = sense.readings();
                self.sense = Some((sense, sense.lemma.text()));
                return Some(());
            }
            let (form, case) = (self.forms.get(self.part)?, self.cases.get(self.part)?);
            (self.senses, self.case) = (form.senses(), *case);
            self.part += 1;
        }
    }
}

/// The reading of a form with an adjective's ending by the reading of its stem.
fn declined(stem: Packed, case: CaseSet) -> Option<(Category, Features)> {
    let form = stem.verb_form();
    let participle = stem.is_verbal() && matches!(form, Some(VerbForm::PresentParticiple | VerbForm::PastParticiple));
    let features = Features {
        verb_form: form,
        case,
        ..Features::default()
    };
    (participle || stem.category() == Category::Adjective).then_some((Category::Adjective, features))
}

impl Iterator for Analyses {
    type Item = WordAnalysis<'static>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.next == self.end {
                self.advance()?;
            }
            let packed = index::reading(self.next);
            self.next += 1;
            let (sense, lemma) = self.sense?;
            let read = if self.case.is_empty() {
                Some((packed.category(), packed.features()))
            } else {
                declined(packed, self.case)
            };
            if let Some((category, features)) = read {
                return Some(WordAnalysis {
                    lemma,
                    category,
                    features,
                    particle: sense.lemma.particle(),
                    rare: sense.is_rare(packed),
                });
            }
        }
    }
}
