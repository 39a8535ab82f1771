//! Whom the words of a speaker mean: the entity named in them, or the person a pronoun points back to.

use wortlaut_lexicon::{Lexicon, Number, Role, RoleKind};
use wortlaut_syntax::PhraseKind;
use wortlaut_text::{EntityIdx, EntityKind, Gender, Mention, MentionForm, Span};

use crate::candidate::SpeakerRef;
use crate::subject;
use crate::view::{Run, View};

/// How many sentences a pronoun reaches back.
const REACH: usize = 3;

/// The mentions that start within a span.
fn mentions_in<'a>(view: &View<'a>, span: Span) -> &'a [Mention] {
    let mentions = view.input.mentions;
    let start = mentions.partition_point(|mention| mention.span.start() < span.start());
    let end = mentions.partition_point(|mention| mention.span.start() < span.end());
    mentions.get(start..end.max(start)).unwrap_or(&[])
}

fn kind_of(view: &View<'_>, entity: EntityIdx) -> Option<EntityKind> {
    entity.get(view.input.entities).map(|entity| entity.kind)
}

/// The entity that a speaker is.
pub(crate) fn entity_of(view: &View<'_>, speaker: SpeakerRef, last: Option<EntityIdx>) -> Option<EntityIdx> {
    let run = subject::run_of(view, speaker)?;
    if let Some(pronoun) = pronoun(view, speaker, run) {
        return antecedent(view, run.start, pronoun, last);
    }
    if let Some(anaphor) = Anaphor::read(view, speaker) {
        return anaphor.resolve(view, run.start, last);
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

/// The run up to the end of the person's name that its last word begins or that follows it: *Projektleiter Jochen Weber*,
/// where the first name could be a common noun.
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
        (begun || follows) && kind_of(view, mention.entity) == Some(EntityKind::Person)
    });
    found.map_or(run, |mention| {
        let end = view.input.tokens.tokens_in(mention.span).end().index();
        Run::new(run.start, end.max(run.end))
    })
}

/// How many mentions a definite noun reaches back for somebody it was said of.
const MENTIONS: usize = 120;

/// A definite noun that means a person named before: *der Minister*, *die 48-Jährige*.
#[derive(Clone, Copy, Debug)]
struct Anaphor {
    gender: Option<Gender>,
    /// The role; none for *der 48-Jährige*.
    role: Option<Role>,
    /// The token of the noun.
    head: usize,
}

impl Anaphor {
    /// Reads the phrase of a speaker: a definite article and a noun for one person, perhaps with an adjective between.
    fn read(view: &View<'_>, speaker: SpeakerRef) -> Option<Self> {
        let SpeakerRef::Phrase(at) = speaker else { return None };
        let phrase = view.phrase(at)?;
        let (core, whole) = (Run::of(phrase.core), view.trim(Run::of(phrase.tokens)));
        let definite = |token: usize| view.is_any(token, &["der", "die", "dem", "den", "des", "dieser", "diese"]);
        let aged = |token: usize| {
            let form = view.word(token);
            form.contains("-Jährige") || form.contains("-jährige")
        };
        // *der 48-Jährige*, which the syntax may take apart.
        let head = if aged(core.end) && core.len() == 1 {
            core.end
        } else {
            phrase.head.index()
        };
        if aged(head) {
            let article = view.word(head.checked_sub(1).filter(|&before| definite(before))?);
            let weak = view.word(head).ends_with('n');
            let feminine = match article.to_lowercase().as_str() {
                "die" | "diese" if weak => return None,
                "die" | "diese" => true,
                "der" | "dieser" => weak,
                _ => false,
            };
            return Some(Anaphor {
                gender: Some(if feminine { Gender::Feminine } else { Gender::Masculine }),
                role: None,
                head,
            });
        }
        let form = view.word(head);
        if !definite(core.start)
            || core.len() > 3
            || whole.end > core.end
            || head + 1 != core.end
            || !mentions_in(view, view.span(with_name(view, core))?).is_empty()
        {
            return None;
        }
        if phrase.kind != PhraseKind::Common || phrase.number == Some(Number::Plural) {
            return None;
        }
        let role = Lexicon::german().role(form)?;
        let one = matches!(
            role.kind,
            RoleKind::Spokesperson | RoleKind::Office | RoleKind::Profession | RoleKind::Person | RoleKind::Title
        );
        (one && role.number != Some(Number::Plural)).then_some(Anaphor {
            gender: role.gender.or(phrase.gender),
            role: Some(role),
            head,
        })
    }

    /// The person meant: who was given the same role before; else, for a post or profession, who a pronoun would mean.
    fn resolve(self, view: &View<'_>, token: usize, last: Option<EntityIdx>) -> Option<EntityIdx> {
        let Some(role) = self.role else {
            return antecedent(view, token, (self.gender, Some(Number::Singular)), last);
        };
        let limit = view.token_span(token).start();
        let mentions = view.input.mentions;
        let end = mentions.partition_point(|mention| mention.span.start() < limit);
        let same = mentions
            .get(end.saturating_sub(MENTIONS)..end)
            .unwrap_or(&[])
            .iter()
            .rev()
            .filter(|mention| kind_of(view, mention.entity) == Some(EntityKind::Person))
            .find(|mention| self.names(view, role, mention));
        if let Some(mention) = same {
            return Some(mention.entity);
        }
        // *der Zeuge*, *die Sprecherin* are mostly people without a name; so is who was brought in with *ein*.
        if matches!(role.kind, RoleKind::Person | RoleKind::Spokesperson) || self.introduced(view, role, token) {
            return None;
        }
        antecedent(view, token, (self.gender, Some(Number::Singular)), last)
    }

    /// Whether the words before a name gave its bearer the role: *Kultusministerin Anna Weber*.
    fn names(self, view: &View<'_>, role: Role, mention: &Mention) -> bool {
        let first = view.input.tokens.tokens_in(mention.span).start().index();
        (1..=2)
            .filter_map(|back| first.checked_sub(back))
            .chain([first])
            .any(|before| self.is_same(view, role, before))
    }

    /// Whether the noun at a token gives the same role: the same head, and the same first part where both have one.
    fn is_same(self, view: &View<'_>, role: Role, token: usize) -> bool {
        let Some(other) = Lexicon::german().role(view.word(token)) else {
            return false;
        };
        let parts = [(view.word(token), other.head), (view.word(self.head), role.head)];
        let [theirs, mine] = parts.map(|(form, head)| form.get(..head).unwrap_or(""));
        other.lemma == role.lemma && (theirs.is_empty() || mine.is_empty() || theirs == mine)
    }

    /// Whether *ein Minister* came up in the sentences before.
    fn introduced(self, view: &View<'_>, role: Role, token: usize) -> bool {
        let Some(here) = view.sentence_of(token) else {
            return false;
        };
        (here.saturating_sub(REACH)..=here)
            .flat_map(|sentence| {
                let run = view.sentence(sentence);
                run.start..run.end.min(token)
            })
            .any(|at| {
                self.is_same(view, role, at)
                    && (1..=2)
                        .filter_map(|back| at.checked_sub(back))
                        .any(|before| view.is_any(before, &["ein", "eine", "einer", "einem", "einen"]))
            })
    }
}

/// Whether a comma stands between the head of the phrase and the name.
fn in_apposition(view: &View<'_>, run: Run, name: Span) -> bool {
    (run.start..run.end)
        .take_while(|&token| view.token_span(token).end() <= name.start())
        .any(|token| view.word(token) == ",")
}

/// The pronoun that a speaker is, as gender and number.
fn pronoun(view: &View<'_>, speaker: SpeakerRef, run: Run) -> Option<(Option<Gender>, Option<Number>)> {
    if run.len() != 1 {
        return None;
    }
    let number = match speaker {
        SpeakerRef::Phrase(at) => view
            .phrase(at)
            .and_then(|phrase| (phrase.kind == PhraseKind::Pronoun).then_some(phrase.number)),
        _ => Some(None),
    }?;
    let word = view.word(run.start).to_lowercase();
    match word.as_str() {
        "er" | "dieser" | "seiner" | "seinen" | "seinem" => Some((Some(Gender::Masculine), Some(Number::Singular))),
        "sie" | "diese" => Some((
            (number != Some(Number::Plural)).then_some(Gender::Feminine),
            Some(verb_number(view, speaker).or(number).unwrap_or(Number::Singular)),
        )),
        "ihrer" | "ihren" | "ihrem" => Some((Some(Gender::Feminine), Some(Number::Singular))),
        _ => None,
    }
}

/// *sie* is told apart by its verb.
fn verb_number(view: &View<'_>, speaker: SpeakerRef) -> Option<Number> {
    let SpeakerRef::Phrase(at) = speaker else { return None };
    let clause = view.phrase(at)?.clause?.get(&view.input.syntax.clauses)?;
    view.input.syntax.verb_of(clause)?.number
}

/// The person a pronoun at `token` points back to: the nearest sentence with one that fits, its subject first, then
/// who spoke last.
fn antecedent(
    view: &View<'_>,
    token: usize,
    (gender, number): (Option<Gender>, Option<Number>),
    last: Option<EntityIdx>,
) -> Option<EntityIdx> {
    if number == Some(Number::Plural) {
        return None;
    }
    let here = view.sentence_of(token)?;
    let limit = view.token_span(token).start();
    for back in 0..=REACH {
        let sentence = here.checked_sub(back)?;
        let span = view.span(view.sentence(sentence))?;
        let mut best: Option<(u8, EntityIdx)> = None;
        for mention in mentions_in(view, span) {
            if mention.span.end() > limit {
                break;
            }
            let Some(entity) = mention.entity.get(view.input.entities) else {
                continue;
            };
            let names = matches!(
                mention.form,
                MentionForm::Name | MentionForm::Surname | MentionForm::Role
            );
            if entity.kind != EntityKind::Person || !names {
                continue;
            }
            let fits = match (gender, entity.gender) {
                (Some(wanted), Some(is)) => wanted == is,
                _ => true,
            };
            if !fits {
                continue;
            }
            let mut weight = 1 + u8::from(entity.gender.is_some()) * 4;
            let first = view.input.tokens.tokens_in(mention.span).start().index();
            if is_subject(view, first) {
                weight += 6;
            }
            if last == Some(mention.entity) {
                weight += 3;
            }
            if view.utterance_at(first).is_some() {
                weight = 1;
            }
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, mention.entity));
            }
        }
        if let Some((_, entity)) = best {
            return Some(entity);
        }
        // Who spoke last is as near as a name would be, when the sentence has none.
        if back == 1 {
            if let Some(last) = last {
                let fits = last.get(view.input.entities).is_some_and(|entity| {
                    entity.kind == EntityKind::Person
                        && (gender.is_none() || entity.gender.is_none() || entity.gender == gender)
                });
                if fits {
                    return Some(last);
                }
            }
        }
    }
    None
}

/// Whether a token lies in the core of a clause's subject.
fn is_subject(view: &View<'_>, token: usize) -> bool {
    let Some(at) = view.phrase_at(token) else { return false };
    view.phrase(at)
        .and_then(|phrase| phrase.clause)
        .and_then(|clause| clause.get(&view.input.syntax.clauses))
        .and_then(|clause| clause.subject)
        .is_some_and(|subject| subject.index() == at)
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
