//! Definite nouns that mean a person named before: *der Minister*, *die 48-Jährige*, *die Schwedin*.
//!
//! What the noun tells (a role, an age, where somebody is from) is held against what the text told beside the names.
//! Among those it fits, the one the text is most about is meant: subjects count more than objects, near sentences more
//! than far ones, the headline and the paragraph at hand a little extra.

use wortlaut_lexicon::{Case, Lexicon, Number, Role, RoleKind};
use wortlaut_syntax::PhraseKind;
use wortlaut_text::{EntityIdx, EntityKind, Gender, Mention, MentionForm};
use wortlaut_tokenize::ZoneKind;

use crate::candidate::SpeakerRef;
use crate::office::{Offices, is_same};
use crate::person::{Heard, kind_of, mentions_in, with_name};
use crate::pronoun::{is_subject, verb_number};
use crate::view::{Run, View};

/// How many mentions a definite noun reaches back.
const MENTIONS: usize = 120;

/// How many sentences back somebody must have been named last.
const REACH: usize = 8;

/// How many sentences back somebody may have been brought in with *ein*.
const INTRODUCED: usize = 3;

/// The endings of nouns for a woman who does or is something (without a list of what).
const FEMININE: &[&str] = &[
    "erin", "istin", "antin", "entin", "orin", "login", "eurin", "ärin", "ivin", "atin", "etin", "zösin", "ndin",
];

/// What a definite noun tells of the person it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Description {
    gender: Option<Gender>,
    role: Option<Role>,
    age: Option<u16>,
    /// The place that a noun like *Schwedin* is made from.
    origin: Option<EntityIdx>,
    /// The token of the noun.
    head: usize,
}

impl Description {
    /// Reads the phrase of a speaker: a definite article and a noun for one person, perhaps with an adjective between.
    pub(crate) fn read(view: &View<'_>, speaker: SpeakerRef, extent: Run) -> Option<Self> {
        let SpeakerRef::Phrase(at) = speaker else { return None };
        let phrase = view.phrase(at)?;
        let core = Run::of(phrase.core);
        let definite = |token: usize| view.is_any(token, &["der", "die", "dem", "den", "des", "dieser", "diese"]);
        // *der 48-Jährige*, which the syntax may take apart.
        let head = if aged(view, core.end).is_some() && core.len() == 1 {
            core.end
        } else {
            phrase.head.index()
        };
        if let Some(age) = aged(view, head) {
            let article = view.word(head.checked_sub(1).filter(|&before| definite(before))?);
            let weak = view.word(head).ends_with('n');
            let feminine = match article.to_lowercase().as_str() {
                "die" | "diese" if weak => return None,
                "die" | "diese" => true,
                "der" | "dieser" => weak,
                _ => false,
            };
            return Some(Description {
                gender: Some(if feminine { Gender::Feminine } else { Gender::Masculine }),
                role: None,
                age: Some(age),
                origin: None,
                head,
            });
        }
        // *die Abgeordnete aus Kassel*: where somebody is from; other attributes tell who it is.
        let attributed = extent.end > core.end && !view.is(core.end, "aus");
        if !definite(core.start) || core.len() > 3 || attributed || head + 1 != core.end {
            return None;
        }
        let plural = phrase.number == Some(Number::Plural) || verb_number(view, speaker) == Some(Number::Plural);
        if phrase.kind == PhraseKind::Pronoun || plural {
            return None;
        }
        let mut origin = None;
        for mention in mentions_in(view, view.span(with_name(view, core))?) {
            // *die FDP-Politikerin*, *der Bayern-Trainer*: a name within the noun.
            if mention.form == MentionForm::Compound {
                continue;
            }
            if mention.form != MentionForm::Demonym || kind_of(view, mention.entity) != Some(EntityKind::Place) {
                return None;
            }
            origin = Some(mention.entity);
        }
        let form = view.word(head);
        let feminine = view.is(core.start, "die")
            || (view.is(core.start, "der") && !phrase.case.contains(Case::Nominative))
            || form.ends_with("in");
        let by_article = if feminine { Gender::Feminine } else { Gender::Masculine };
        let made = |gender: Option<Gender>, role: Option<Role>| Description {
            gender,
            role,
            age: None,
            origin,
            head,
        };
        if origin.is_some() {
            // *die Schweden* are many; *die Deutsche*, *die Schwedin* are one.
            let one = !view.is(core.start, "die") || form.ends_with("in") || form.ends_with('e');
            return one.then(|| made(Some(by_article), None));
        }
        if phrase.kind != PhraseKind::Common {
            return None;
        }
        if let Some(role) = Lexicon::german().role(form) {
            let one = matches!(
                role.kind,
                RoleKind::Spokesperson | RoleKind::Office | RoleKind::Profession | RoleKind::Person | RoleKind::Title
            );
            let gender = role.gender.or(phrase.gender).or(Some(by_article));
            return (one && role.number != Some(Number::Plural)).then(|| made(gender, Some(role)));
        }
        if crate::agent::is_person(form) {
            return Some(made(Some(by_article), None));
        }
        // *die Titelverteidigerin*, *die Rheinländerin*
        let agent = view.is_any(core.start, &["die", "der"])
            && form.chars().count() >= 7
            && FEMININE.iter().any(|ending| form.ends_with(ending));
        agent.then(|| made(Some(Gender::Feminine), None))
    }

    /// The person meant: who was given the same role before; else whom the description fits and the text is about.
    pub(crate) fn resolve(self, view: &View<'_>, token: usize, own: &[Run], heard: &mut Heard) -> Option<EntityIdx> {
        let limit = view.token_span(token).start();
        let mentions = view.input.mentions;
        let end = mentions.partition_point(|mention| mention.span.start() < limit);
        let before = mentions.get(end.saturating_sub(MENTIONS)..end).unwrap_or(&[]);
        if let Some(role) = self.role {
            let offices = heard.offices.get_or_insert_with(|| Offices::read(view));
            if let Some(entity) = offices.bearer(view, role, self.head) {
                return Some(entity);
            }
            // *der Zeuge*, *die Sprecherin* are mostly people without a name; so is who was brought in with *ein*.
            if matches!(role.kind, RoleKind::Person | RoleKind::Spokesperson) || self.introduced(view, role, token) {
                return None;
            }
        }
        let found = self.salient(view, before, token, own, heard);
        heard.ages.extend(found.zip(self.age));
        found
    }

    /// The person that fits whom the sentences before are most about.
    fn salient(
        self,
        view: &View<'_>,
        before: &[Mention],
        token: usize,
        own: &[Run],
        heard: &Heard,
    ) -> Option<EntityIdx> {
        let here = view.sentence_of(token)?;
        let mut scores: Vec<Score> = Vec::new();
        for mention in before {
            let Some(entity) = mention.entity.get(view.input.entities) else {
                continue;
            };
            let first = view.input.tokens.tokens_in(mention.span).start().index();
            let counts = matches!(
                mention.form,
                MentionForm::Name
                    | MentionForm::Surname
                    | MentionForm::Genitive
                    | MentionForm::Role
                    | MentionForm::Pronoun
            );
            let zone = view.zone(first);
            let content = zone.is_some_and(ZoneKind::is_content) && !own.iter().any(|run| run.contains(first));
            let fits = self.gender.is_none() || entity.gender.is_none() || self.gender == entity.gender;
            if entity.kind != EntityKind::Person || !counts || !content || !fits {
                continue;
            }
            let Some(sentence) = view.sentence_of(first) else {
                continue;
            };
            let far = here.saturating_sub(sentence);
            let mut weight = if view.utterance_at(first).is_some() {
                1
            } else if is_subject(view, first) {
                4
            } else {
                2
            };
            weight *= if entity.gender.is_some() { 120 } else { 60 };
            if view.paragraph_of(sentence) == view.paragraph_of(here) {
                weight += weight / 2;
            }
            let mut points = weight / (u32::try_from(far).unwrap_or(u32::MAX - 2).saturating_add(2));
            if zone == Some(ZoneKind::Headline) {
                points += 20;
            }
            let verdict = self.holds_against(view, mention, heard);
            let at = scores.iter().position(|score| score.entity == mention.entity);
            let at = at.unwrap_or_else(|| {
                scores.push(Score::of(mention.entity));
                scores.len() - 1
            });
            if let Some(score) = scores.get_mut(at) {
                score.points += points;
                score.nearest = score.nearest.min(far);
                score.verdict = score.verdict.with(verdict);
            }
        }
        scores
            .into_iter()
            .filter(|score| score.verdict != Verdict::Other && score.nearest <= REACH)
            .max_by_key(|score| match score.verdict {
                Verdict::Same => score.points + 10_000,
                Verdict::Unlike => score.points / 2,
                _ => score.points,
            })
            .map(|score| score.entity)
    }

    /// Whether what stands beside a name is what the description tells.
    fn holds_against(self, view: &View<'_>, mention: &Mention, heard: &Heard) -> Verdict {
        let mut verdict = Verdict::Open;
        let tokens = view.input.tokens.tokens_in(mention.span);
        let (first, end) = (tokens.start().index(), tokens.end().index());
        if let Some(age) = self.age {
            // A text says of few people how old they are: the last ones suffice.
            let known = heard
                .ages
                .iter()
                .rev()
                .take(16)
                .find(|(entity, _)| *entity == mention.entity);
            if let Some(told) = age_beside(view, first, end).or(known.map(|&(_, age)| age)) {
                return if told == age { Verdict::Same } else { Verdict::Other };
            }
        }
        if let Some(origin) = self.origin {
            if let Some(told) = origin_beside(view, first) {
                if told == origin {
                    return Verdict::Same;
                }
                let country = |place: EntityIdx| {
                    place
                        .get(view.input.entities)
                        .is_some_and(|entity| entity.id("iso3166").is_some())
                };
                verdict = if country(told) && country(origin) {
                    Verdict::Other
                } else {
                    Verdict::Unlike
                };
            }
        }
        if let (Some(role), Some(offices)) = (self.role, &heard.offices) {
            match offices.can_mean(view, mention.entity, role, self.head) {
                Some(true) => return Verdict::Same,
                Some(false) => return Verdict::Other,
                None => {}
            }
            if offices.differ(mention.entity, role) {
                verdict = verdict.with(Verdict::Unlike);
            }
        }
        verdict
    }

    /// Whether *ein Minister* came up in the sentences before.
    fn introduced(self, view: &View<'_>, role: Role, token: usize) -> bool {
        let Some(here) = view.sentence_of(token) else {
            return false;
        };
        (here.saturating_sub(INTRODUCED)..=here)
            .flat_map(|sentence| {
                let run = view.sentence(sentence);
                run.start..run.end.min(token)
            })
            .any(|at| {
                Lexicon::german()
                    .role(view.word(at))
                    .is_some_and(|other| is_same(view, (role, self.head), (other, at)))
                    && (1..=2)
                        .filter_map(|back| at.checked_sub(back))
                        .any(|before| view.is_any(before, &["ein", "eine", "einer", "einem", "einen"]))
            })
    }
}

/// What a description and the words beside a name say of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Nothing.
    Open,
    /// Somebody else rather: another profession.
    Unlike,
    /// The same person.
    Same,
    /// Another person.
    Other,
}

impl Verdict {
    fn with(self, other: Verdict) -> Verdict {
        self.max(other)
    }
}

/// How much the text is about a person.
struct Score {
    entity: EntityIdx,
    points: u32,
    nearest: usize,
    verdict: Verdict,
}

impl Score {
    const fn of(entity: EntityIdx) -> Self {
        Score {
            entity,
            points: 0,
            nearest: usize::MAX,
            verdict: Verdict::Open,
        }
    }
}

/// The age in *48-Jährige*, *48-jähriger*.
fn aged(view: &View<'_>, token: usize) -> Option<u16> {
    let form = view.word(token);
    let (years, rest) = form.split_once('-')?;
    (rest.starts_with("Jährige") || rest.starts_with("jährige"))
        .then(|| years.parse().ok())
        .flatten()
}

/// The age told beside a name: *der 48-jährige X*, *der 48 Jahre alte X*, *X (48)*, *X, 48,*.
fn age_beside(view: &View<'_>, first: usize, end: usize) -> Option<u16> {
    let sentence = view
        .sentence_of(first)
        .map_or(first, |sentence| view.sentence(sentence).start);
    let before = (first.saturating_sub(4).max(sentence)..first).rev().find_map(|token| {
        let years = view.is(token + 1, "Jahre") && view.word(token + 2).starts_with("alt");
        aged(view, token).or_else(|| years.then(|| view.word(token).parse().ok()).flatten())
    });
    before.or_else(|| {
        let opens = matches!(view.word(end), "(" | ",");
        let closes = matches!(view.word(end + 2), ")" | ",") || view.is_end(end + 2);
        (opens && closes).then(|| view.word(end + 1).parse().ok()).flatten()
    })
}

/// The place in *der Schwede X*, *die schwedische Ministerin X*.
fn origin_beside(view: &View<'_>, first: usize) -> Option<EntityIdx> {
    let sentence = view.sentence_of(first)?;
    let start = first.saturating_sub(3).max(view.sentence(sentence).start);
    let span = view.span(Run::new(start, first))?;
    mentions_in(view, span)
        .iter()
        .rev()
        .find(|mention| {
            matches!(mention.form, MentionForm::Demonym | MentionForm::Derived)
                && kind_of(view, mention.entity) == Some(EntityKind::Place)
        })
        .map(|mention| mention.entity)
}
