//! Moods that the form leaves open and the sentence decides.
//!
//! *sollte*, *käme*, *wollten*: a form that is Präteritum and Konjunktiv II is Konjunktiv II in an unreal condition and
//! in the advice that follows from it, in an unreal comparison, and in advice (Duden, Die Grammatik, Konjunktiv II).

use wortlaut_lexicon::{Mood, VerbForm};
use wortlaut_tokenize::TokenIdx;

use crate::assemble::Site;
use crate::key::Key;
use crate::sentence::Sentence;
use crate::word::VerbClass;
use crate::{Clause, ClauseKind, MoodRule, Syntax, VerbGroup};

/// Decides the open moods of the clauses from `first` on, which are those of one sentence.
pub(crate) fn settle(site: Site<'_>, sentence: &Sentence, first: usize, into: &mut Syntax) {
    for at in first..into.clauses.len() {
        let Some(clause) = into.clauses.get(at) else { continue };
        let scene = Scene {
            site,
            sentence,
            syntax: into,
        };
        let (own, around) = scene.unreal(clause);
        let matrix = clause
            .parent
            .and_then(|parent| parent.get(&into.clauses))
            .and_then(|parent| parent.verb);
        for verb in [clause.verb.filter(|_| own), matrix.filter(|_| around)]
            .into_iter()
            .flatten()
        {
            if let Some(verb) = into.verbs.get_mut(verb.index()) {
                verb.mood = Mood::SubjunctiveII;
                verb.mood_rule = MoodRule::Unreal;
            }
        }
    }
}

/// How far *man* is looked for.
const WINDOW: usize = 12;

struct Scene<'a, 't> {
    site: Site<'t>,
    sentence: &'a Sentence,
    syntax: &'a Syntax,
}

impl Scene<'_, '_> {
    /// Whether the open form of a clause is unreal, and that of the clause it depends on.
    fn unreal(&self, clause: &Clause) -> (bool, bool) {
        let Some(verb) = self.syntax.verb_of(clause) else {
            return (false, false);
        };
        let parent = clause.parent.and_then(|parent| parent.get(&self.syntax.clauses));
        let matrix = parent.and_then(|parent| self.syntax.verb_of(parent));
        let condition = self.is_condition(clause, verb);
        let own = self.is_open(verb)
            && (self.compares(clause)
                || self.goes_on(clause, verb)
                || condition && (matrix.is_some_and(is_unreal) || clause.introducer.is_none() && self.is_sollen(verb))
                || self.advises(clause, verb));
        // Of modals only: in *Wenn das wahr wäre, sagte sie, …* the open form is that of the frame.
        let around =
            condition && is_unreal(verb) && matrix.is_some_and(|matrix| self.is_sollen(matrix) && self.is_open(matrix));
        (own, around)
    }

    fn word(&self, token: TokenIdx) -> usize {
        token.index().wrapping_sub(self.site.base)
    }

    /// Präteritum or Konjunktiv II.
    fn is_open(&self, verb: &VerbGroup) -> bool {
        verb.mood == Mood::Indicative
            && verb.mood_ambiguous
            && verb
                .finite
                .is_some_and(|finite| self.sentence.at(self.word(finite)).second)
    }

    /// *Sie könnten klagen und gewännen*, *und hörten*: with the subject of the clause before, and its mood.
    fn goes_on(&self, clause: &Clause, verb: &VerbGroup) -> bool {
        let before = self.syntax.subject_of(clause).and_then(|subject| subject.clause);
        before.is_some_and(|before| {
            let before = before.get(&self.syntax.clauses).filter(|_| before != verb.clause);
            before
                .and_then(|before| self.syntax.verb_of(before))
                .is_some_and(is_unreal)
        })
    }

    /// *wenn*, *falls*, or the verb first: *Sollte es regnen, …*
    fn is_condition(&self, clause: &Clause, verb: &VerbGroup) -> bool {
        clause.kind == ClauseKind::Adverbial
            && match clause.introducer {
                Some(introducer) => self.sentence.at(self.word(introducer)).key == Key::Wenn,
                None => verb.finite == Some(clause.tokens.start()),
            }
    }

    /// *als ob*, *als wenn*
    fn compares(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Adverbial
            && clause.introducer.is_some_and(|introducer| {
                let at = self.word(introducer);
                matches!(self.sentence.at(at).key, Key::Ob | Key::Wenn) && self.sentence.before(at).key == Key::Als
            })
    }

    /// *Das sollte man wissen*
    fn advises(&self, clause: &Clause, verb: &VerbGroup) -> bool {
        let man = |token| self.site.form(self.word(token)).eq_ignore_ascii_case("man");
        clause.kind == ClauseKind::Main && self.is_sollen(verb) && clause.tokens.iter().take(WINDOW).any(man)
    }

    fn is_sollen(&self, verb: &VerbGroup) -> bool {
        verb.finite.is_some_and(|finite| {
            let at = self.word(finite);
            self.sentence.at(at).class == VerbClass::Modal && self.sentence.lemma(at, VerbForm::Finite) == "sollen"
        })
    }
}

/// Konjunktiv II by its form.
fn is_unreal(verb: &VerbGroup) -> bool {
    verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous
}
