//! Verb groups: which verbs of a clause belong together, and what they say as one.

use wortlaut_lexicon::{Category, Lexicon, PerfectAuxiliary, Tense, VerbForm};
use wortlaut_tokenize::TokenIdx;

use crate::Voice;
use crate::assemble::Site;
use crate::clauses::{Clauses, Draft};
use crate::guess::guess_infinitive;
use crate::reading::is_regular;
use crate::word::{Forms, Key, Sentence, VerbClass};

/// A verb group in the making. Places count from the start of the sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// In order. The indices are places, too, until the group is done.
    pub(crate) tokens: Vec<TokenIdx>,
    pub(crate) finite: Option<usize>,
    pub(crate) main: usize,
    pub(crate) particle: Option<usize>,
    pub(crate) reflexive: Option<usize>,
    pub(crate) lemma: String,
    pub(crate) modal: Option<&'static str>,
    pub(crate) tense: Option<Tense>,
    pub(crate) passive: bool,
}

impl Group {
    pub(crate) fn voice(&self) -> Voice {
        if self.passive { Voice::Passive } else { Voice::Active }
    }
}

/// A clause whose verbs are collected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'a> {
    pub(crate) site: Site<'a>,
    pub(crate) clauses: &'a Clauses,
    /// The number of the draft.
    pub(crate) clause: usize,
    pub(crate) draft: &'a Draft,
    /// Whether a phrase beside the subject can be its object.
    pub(crate) objects: bool,
}

/// Collects the verbs of a clause. `None` where it has none.
pub(crate) fn group(empty: Group, around: Around<'_>, sentence: &mut Sentence) -> Option<Group> {
    let Around {
        site,
        clauses,
        clause,
        draft,
        ..
    } = around;
    let lexicon = Lexicon::german();
    if draft.is_empty() {
        return None;
    }
    let mut group = Group {
        finite: draft.finite,
        ..empty
    };
    let mut first: Option<usize> = None;
    let mut after_finite = false;
    let class = draft.finite.map(|finite| sentence.at(finite).class).unwrap_or_default();
    let full_finite = draft.finite.is_some() && class == VerbClass::Full;
    for at in draft.first..=draft.last {
        if clauses.of(at) != Some(clause) {
            continue;
        }
        let word = sentence.at(at);
        if Some(at) == draft.finite {
            group.tokens.push(TokenIdx::new(at));
            after_finite = true;
            continue;
        }
        if word.key == Key::Sich && group.reflexive.is_none() {
            group.reflexive = Some(at);
        }
        if word.cat == Category::InfinitiveMarker && sentence.at(at + 1).forms.has(Forms::INFINITIVE) {
            if !full_finite {
                group.tokens.push(TokenIdx::new(at));
            }
            continue;
        }
        let nonfinite = word
            .forms
            .has(Forms::INFINITIVE.or(Forms::PAST_PARTICIPLE).or(Forms::ZU_INFINITIVE));
        if nonfinite && word.cat != Category::VerbParticle {
            if full_finite {
                // *fordert, gehört zu werden* is a clause of its own; anything else here only looks like a verb.
                continue;
            }
            group.tokens.push(TokenIdx::new(at));
            // The first of the last verbs that stand together carries the meaning.
            let new_run = first.is_none_or(|_| {
                let before = sentence.before(at);
                !(before.is_verbal() || before.cat == Category::InfinitiveMarker)
            });
            if first.is_none() || new_run && !after_finite {
                first = Some(at);
            }
        }
    }
    if draft.finite.is_none() && first.is_none() {
        return None;
    }
    // *er war betrunken*: a participle that has become an adjective makes no passive.
    if let (Some(participle), VerbClass::Sein) = (first, class) {
        let alone = group.tokens.len() == 2 && sentence.at(participle).forms.has(Forms::PAST_PARTICIPLE);
        let sein = sentence.readings_of(participle).iter().any(|reading| {
            matches!(
                lexicon.perfect_auxiliary(reading.lemma),
                Some(PerfectAuxiliary::Sein | PerfectAuxiliary::Both)
            )
        });
        // *geplant* is a participle still: regular, and it means what its verb means.
        let regular = site.form(participle).ends_with('t')
            && sentence.readings_of(participle).iter().any(|reading| {
                reading.features.verb_form == Some(VerbForm::PastParticiple)
                    && is_regular(site.form(participle), reading)
            });
        if alone && !sein && !regular && sentence.at(participle).pure_adjective {
            first = None;
            group.tokens.retain(|at| at.index() != participle);
            sentence.decide(participle, Category::Adjective);
        }
    }
    group.main = first.or(draft.finite).unwrap_or(draft.first);
    finish(around, sentence, &mut group);
    Some(group)
}

/// The participle forms in a group, by their role.
#[derive(Default)]
struct Shape {
    participle: bool,
    worden: bool,
    werden: bool,
    haben_sein: bool,
    sein: bool,
    infinitive: bool,
    zu: bool,
}

fn finish(around: Around<'_>, sentence: &mut Sentence, group: &mut Group) {
    let shape = shape(around, sentence, group);
    lemma(around, sentence, group, &shape);
    let Some(finite) = group.finite else {
        group.passive = shape.werden && shape.participle;
        group.tense = shape.haben_sein.then_some(Tense::Perfect);
        return;
    };
    if sentence.at(finite).class == VerbClass::Modal && group.main != finite {
        group.modal = modal_lemma(sentence, finite).or(group.modal);
    }
    let (tense, passive) = tense_and_voice(sentence, finite, group, &shape);
    group.tense = Some(tense);
    group.passive = passive;
}

/// What the participles and infinitives of a group are in it.
fn shape(around: Around<'_>, sentence: &Sentence, group: &mut Group) -> Shape {
    let main = group.main;
    let mut shape = Shape::default();
    for at in group.tokens.iter().map(|at| at.index()) {
        if Some(at) == group.finite {
            continue;
        }
        let word = sentence.at(at);
        if word.cat == Category::InfinitiveMarker {
            shape.zu = true;
        } else if at == main {
            let participle = word.forms.has(Forms::PAST_PARTICIPLE);
            let infinitive = word.forms.has(Forms::INFINITIVE.or(Forms::ZU_INFINITIVE));
            let marked = sentence.before(at).cat == Category::InfinitiveMarker || word.forms.has(Forms::ZU_INFINITIVE);
            // *erhalten*, *bekommen* are both; the auxiliary tells.
            let class = group.finite.map(|finite| sentence.at(finite).class).unwrap_or_default();
            // *der Haushalt wird beraten* is passive, *sie wird das Geld erhalten* is not: it has an object.
            let future =
                class == VerbClass::Werden && around.objects || matches!(class, VerbClass::Modal | VerbClass::Lassen);
            shape.participle = participle && !(infinitive && (marked || future && group.tokens.len() == 2));
            shape.infinitive = infinitive && !shape.participle;
            shape.zu |= word.forms.has(Forms::ZU_INFINITIVE);
        } else {
            match word.class {
                VerbClass::Werden if word.forms.has(Forms::PAST_PARTICIPLE) && !word.forms.has(Forms::INFINITIVE) => {
                    shape.worden = true
                }
                VerbClass::Werden => shape.werden = true,
                VerbClass::Haben => shape.haben_sein = true,
                VerbClass::Sein => {
                    shape.haben_sein = true;
                    shape.sein = true;
                }
                VerbClass::Modal if group.modal.is_none() => group.modal = modal_lemma(sentence, at),
                _ => {}
            }
        }
    }
    shape
}

/// The infinitive of the full verb, with its particle.
fn lemma(around: Around<'_>, sentence: &mut Sentence, group: &mut Group, shape: &Shape) {
    let main = group.main;
    let form = around.site.form(main);
    let wanted = if Some(main) == group.finite {
        VerbForm::Finite
    } else if shape.participle {
        VerbForm::PastParticiple
    } else if sentence.at(main).forms.has(Forms::ZU_INFINITIVE) {
        VerbForm::ZuInfinitive
    } else {
        VerbForm::Infinitive
    };
    let lemma = sentence.lemma(main, wanted);
    let spare = usize::from(sentence.at(main).particle);
    group.lemma.push_str(form.get(..spare).unwrap_or(""));
    if lemma.is_empty() {
        if wanted == VerbForm::ZuInfinitive {
            group.lemma.push_str(form.get(spare + 2..).unwrap_or(""));
        } else {
            guess_infinitive(form, &mut group.lemma);
        }
    }
    group.lemma.push_str(lemma);
    if wanted == VerbForm::Finite {
        particle(around, sentence, group);
    }
}

/// The tense and voice of the whole group.
fn tense_and_voice(sentence: &Sentence, finite: usize, group: &Group, shape: &Shape) -> (Tense, bool) {
    let lexicon = Lexicon::german();
    let main = group.main;
    let past = sentence.at(finite).past;
    let class = sentence.at(finite).class;
    let simple = if past { Tense::Past } else { Tense::Present };
    let perfect = if past { Tense::Pluperfect } else { Tense::Perfect };
    let with_sein = || {
        let sein = |lemma: &str| {
            matches!(
                lexicon.perfect_auxiliary(lemma),
                Some(PerfectAuxiliary::Sein | PerfectAuxiliary::Both)
            )
        };
        let particle = sentence
            .readings_of(main)
            .first()
            .map_or(0, |reading| usize::from(reading.particle));
        // *abgerutscht* like *gerutscht*
        sein(&group.lemma) || particle > 0 && group.lemma.get(particle..).is_some_and(sein)
    };
    if main == finite {
        (simple, false)
    } else {
        match class {
            VerbClass::Haben if shape.participle || group.modal.is_some() || !shape.zu && shape.infinitive => {
                (perfect, false)
            }
            VerbClass::Sein if shape.worden => (perfect, true),
            VerbClass::Sein if shape.participle && with_sein() => (perfect, false),
            VerbClass::Sein if shape.participle && shape.haben_sein => (perfect, true),
            VerbClass::Sein if shape.participle => (simple, true),
            VerbClass::Sein if shape.zu => (simple, true),
            VerbClass::Werden if shape.participle && shape.haben_sein => (Tense::FuturePerfect, shape.worden),
            VerbClass::Werden if shape.participle && shape.werden => (Tense::Future, true),
            VerbClass::Werden if shape.participle => (simple, true),
            VerbClass::Werden => (Tense::Future, false),
            // *soll gesichert sein* is a state, *soll gekommen sein* is past.
            VerbClass::Modal if shape.participle && shape.sein && !shape.worden && !with_sein() => (simple, true),
            VerbClass::Modal if shape.participle && shape.haben_sein => (perfect, shape.worden),
            VerbClass::Modal if shape.participle && (shape.werden || shape.worden) => (simple, true),
            VerbClass::Modal
            | VerbClass::Lassen
            | VerbClass::WithZu
            | VerbClass::Full
            | VerbClass::Haben
            | VerbClass::Sein => (simple, shape.participle && shape.werden),
        }
    }
}

fn modal_lemma(sentence: &Sentence, at: usize) -> Option<&'static str> {
    sentence
        .readings_of(at)
        .iter()
        .find(|reading| reading.category == Category::Modal)
        .map(|reading| reading.lemma)
}

/// The particle of a separable verb at the end of its clause: *kündigte … an*.
fn particle(around: Around<'_>, sentence: &mut Sentence, group: &mut Group) {
    let Around {
        clauses, clause, draft, ..
    } = around;
    let lexicon = Lexicon::german();
    let Some(finite) = draft.finite else { return };
    // Only particles that stand last in some stretch of the clause: before a mark, a conjunction, another clause.
    let mut tried = 0;
    let mut found = None;
    for at in (finite + 1..=draft.last).rev() {
        if clauses.of(at) != Some(clause) {
            continue;
        }
        let word = sentence.at(at);
        let particle = word.is_word() && word.cats.has(Category::VerbParticle) && !word.is_nominal();
        if !particle {
            continue;
        }
        let next = sentence.at(at + 1);
        let ends = at == draft.last
            || !next.is_word() && !next.is_number()
            || clauses.of(at + 1) != Some(clause)
            || matches!(next.cat, Category::Coordination)
            || matches!(next.key, Key::Als | Key::Wie) && word.cat != Category::Adverb
            || word.cat == Category::VerbParticle;
        if !ends {
            continue;
        }
        tried += 1;
        if tried > 3 {
            break;
        }
        found = Some(at);
        break;
    }
    let Some(at) = found else { return };
    let particle = sentence
        .readings_of(at)
        .iter()
        .find(|reading| reading.category == Category::VerbParticle)
        .map_or("", |reading| reading.lemma);
    if particle.is_empty() {
        return;
    }
    // *sagte nichts dazu*, *bleibt hier*: an adverb, but with a few verbs.
    if particle == "weiter"
        && matches!(
            group.lemma.as_str(),
            "sagen" | "erzählen" | "schreiben" | "fragen" | "reden" | "sprechen" | "berichten" | "erklären"
        )
    {
        // *sagte weiter*: an adverb.
        return;
    }
    let adverb = particle.starts_with("da") || particle == "hier";
    if adverb
        && !matches!(
            group.lemma.as_str(),
            "kommen" | "gehören" | "lernen" | "zählen" | "rechnen" | "verdienen" | "gesellen"
        )
    {
        return;
    }
    // Of several verbs with this form, the one that is known with the particle; else a new one, if nothing but a
    // particle can stand here.
    let known = sentence
        .finite_readings(finite)
        .find_map(|reading| lexicon.separable(particle, reading.lemma));
    let joined = match known {
        Some(known) => known.to_owned(),
        None if sentence.at(at).cat == Category::VerbParticle && sentence.at(finite).class != VerbClass::Modal => {
            match lexicon.compose(particle, &group.lemma) {
                Some(joined) => joined,
                None => return,
            }
        }
        None => return,
    };
    group.lemma = joined;
    group.particle = Some(at);
    group.tokens.push(TokenIdx::new(at));
    group.tokens.sort_unstable();
    sentence.decide(at, Category::VerbParticle);
}
