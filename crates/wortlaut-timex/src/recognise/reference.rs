//! Vague references to past, present and future, and the names and ages that are no times.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use super::head::Left;
use crate::expression::{Amount, Meaning};
use crate::lists::List;
use crate::word::{Preposition, Reference, Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn reference(&mut self, at: usize) -> Option<usize> {
        match self.scan.word(at) {
            Word::Reference(to) => {
                // bald darauf, bald nach: they count from an event.
                if to == Reference::Future && List::Soon.has(self.scan.form_before(at)) {
                    return None;
                }
                if to == Reference::Future
                    && matches!(
                        self.scan.word(at + 1),
                        Word::Later(_) | Word::Preposition(Preposition::After)
                    )
                {
                    return None;
                }
                self.push(at, at + 1, Meaning::Reference(to), None, "timex.reference", 800)
            }
            // in der Folgezeit
            Word::Later(shift) if self.choices.narrative && self.scan.is(at, "folgezeit") => {
                let to = if shift > 0 { Reference::Future } else { Reference::Past };
                self.push(at, at + 1, Meaning::Reference(to), None, "timex.reference.later", 700)
            }
            // kurze Zeit später
            Word::Later(shift)
                if self.choices.narrative
                    && self.scan.word(at.wrapping_sub(1)) == Word::TimeNoun
                    && matches!(
                        self.scan.form(at.wrapping_sub(2)),
                        "kurze" | "Kurze" | "einige" | "Einige"
                    ) =>
            {
                let to = if shift > 0 { Reference::Future } else { Reference::Past };
                self.push(
                    at - 2,
                    at + 1,
                    Meaning::Reference(to),
                    None,
                    "timex.reference.later",
                    700,
                )
            }
            Word::Later(shift)
                if self.choices.narrative
                    && matches!(
                        self.scan.form_before(at),
                        "kurz" | "Kurz" | "wenig" | "Wenig" | "bald" | "Bald"
                    ) =>
            {
                let to = if shift > 0 { Reference::Future } else { Reference::Past };
                self.push(
                    at - 1,
                    at + 1,
                    Meaning::Reference(to),
                    None,
                    "timex.reference.later",
                    700,
                )
            }
            Word::Vague(to) if self.choices.all_vague => {
                self.push(at, at + 1, Meaning::Reference(to), None, "timex.reference.vague", 600)
            }
            // am heutigen 17. September: the day says it
            Word::DeicticAdjective(0) if self.scan.kind(at + 1) == Some(TokenKind::Ordinal) => None,
            Word::DeicticAdjective(0) => self.push(
                at,
                at + 1,
                Meaning::Reference(Reference::Present),
                None,
                "timex.reference.adjective",
                800,
            ),
            Word::Later(_) if self.scan.is(at, "früher") => {
                let compared = self.scan.word(at + 1) == Word::Than
                    || List::Compared.has(self.scan.form_before(at))
                    || self.scan.is(at + 1, "oder");
                (!compared && !self.is_early(at)).then(|| {
                    self.push(
                        at,
                        at + 1,
                        Meaning::Reference(Reference::Past),
                        None,
                        "timex.reference",
                        700,
                    )
                })?
            }
            Word::Later(_) if self.choices.all_vague => {
                let past = !self.scan.is(at, "später");
                let to = if past { Reference::Past } else { Reference::Future };
                self.push(at, at + 1, Meaning::Reference(to), None, "timex.reference.vague", 550)
            }
            Word::Preposition(Preposition::In) if self.scan.word(at + 1) == Word::Moment && self.scan.is(at, "im") => {
                self.push(
                    at,
                    at + 2,
                    Meaning::Reference(Reference::Present),
                    None,
                    "timex.reference.phrase",
                    850,
                )
            }
            Word::Preposition(Preposition::To)
                if self.scan.is(at, "zur")
                    && self.scan.form(at + 1) == "Zeit"
                    && !matches!(self.scan.form(at + 2), "der" | "des" | "von") =>
            {
                self.push(
                    at,
                    at + 2,
                    Meaning::Reference(Reference::Present),
                    None,
                    "timex.reference.phrase",
                    850,
                )
            }
            Word::Preposition(Preposition::Ago | Preposition::From)
                if self.choices.all_vague && matches!(self.scan.form(at + 1), "kurzem" | "Kurzem") =>
            {
                self.push(
                    at,
                    at + 2,
                    Meaning::Reference(Reference::Past),
                    None,
                    "timex.reference.phrase",
                    800,
                )
            }
            Word::FutureNoun if self.choices.all_vague => self.push(
                at,
                at + 1,
                Meaning::Reference(Reference::Future),
                None,
                "timex.reference.vague",
                600,
            ),
            Word::PastNoun if self.choices.all_vague => self.push(
                at,
                at + 1,
                Meaning::Reference(Reference::Past),
                None,
                "timex.reference.vague",
                600,
            ),
            _ => None,
        }
    }

    /// Whether *früher* is the adjective before its noun: *in früher Kindheit*, *Spuren früher Siedler*; not *war
    /// früher Lehrer*.
    fn is_early(&self, at: usize) -> bool {
        let next = self.scan.lexeme(at + 1);
        let noun = next.capital && next.word == Word::Other && self.scan.kind(at + 1) == Some(TokenKind::Word);
        if !noun || self.scan.lexeme(at).capital {
            return false;
        }
        if matches!(self.scan.before(at), Word::Preposition(_)) {
            return true;
        }
        let before = self.scan.lexeme(at.wrapping_sub(1));
        let acts = || {
            self.scan.ask_clause(at, |_, clause, verb| {
                clause.kind == wortlaut_syntax::ClauseKind::Main
                    && verb.is_some_and(|verb| !List::Being.has(&verb.lemma))
            })
        };
        before.capital && before.word == Word::Other && acts().unwrap_or(false)
    }

    /// *letzter Zeit*, *dieser Zeit*, *nächster Zeit*.
    pub(crate) fn time_noun(&mut self, left: &Left) -> Option<usize> {
        let to = match left.shift {
            Some(shift) if shift < 0 => Reference::Past,
            Some(shift) if shift > 0 => Reference::Future,
            Some(_) => Reference::Present,
            None if (left.this || left.that) && matches!(self.scan.before(left.start), Word::Preposition(_)) => {
                if left.adjective {
                    Reference::Present
                } else {
                    Reference::Past
                }
            }
            None => return None,
        };
        // die letzte Zeit vor dem Krieg, in letzter Zeit
        self.push(
            left.start,
            left.at + 1,
            Meaning::Reference(to),
            None,
            "timex.reference.phrase",
            800,
        )
    }

    /// Whether a number of years is the age of somebody: *46 Jahre alt*, *im Alter von 91 Jahren*, *Kinder ab 6
    /// Jahren*.
    pub(crate) fn is_age(&self, left: &Left, unit: Unit) -> bool {
        let scan = &self.scan;
        let after = scan.form(left.at + 1);
        if List::Aged.has(after) {
            return true;
        }
        // eine Garantie von drei Monaten is none; ein Kind im Alter von drei Monaten is.
        let aged = || (1..=7).any(|back| List::Age.has(scan.form(left.start.wrapping_sub(back))));
        if matches!(unit, Unit::Month | Unit::Week) {
            return aged();
        }
        if !matches!(unit, Unit::Year) {
            return false;
        }
        let Some(Amount::Thousandths(thousandths)) = left.number else {
            return false;
        };
        if thousandths > 120_000 || left.shift.is_some() {
            return false;
        }
        let before = left.start;
        // Jan Roth (60 Jahre)
        let in_brackets = thousandths < 110_000 && scan.form(before.wrapping_sub(1)) == "(" && after == ")";
        let youth = (1..=5).any(|back| List::Youth.has(scan.form(before.wrapping_sub(back))));
        if in_brackets || youth || aged() {
            return true;
        }
        let children = || (1..=4).any(|back| List::Person.has(scan.form(before.wrapping_sub(back))));
        // Sie war 19 Jahre, als sie ging.
        if List::Was.has(scan.form(before.wrapping_sub(1)))
            && matches!(after, "," | "." | "!" | "?")
            && !left.approximate
        {
            return true;
        }
        match scan.before(before) {
            Word::Preposition(Preposition::From) => !scan.is(before.wrapping_sub(1), "seit"),
            Word::Preposition(Preposition::With | Preposition::Under) => {
                scan.lexeme(left.at.wrapping_sub(1)).word != Word::Half && !List::Punishment.has(after)
            }
            Word::Preposition(Preposition::Until | Preposition::Between | Preposition::Over | Preposition::Of) => {
                children()
            }
            _ => false,
        }
    }

    /// Whether a decade is somebody's age: *die Frau ist in den Siebzigern*, *ein Mann in den Fünfzigern*.
    pub(crate) fn is_persons_age(&self, at: usize) -> bool {
        let first = at.wrapping_sub(3);
        (0..=2).any(|back| List::InYears.has(self.scan.form(first.wrapping_sub(back))))
    }

    /// Whether a month's name is somebody's: *Ernst August Meier*, *Frau Mai*.
    pub(crate) fn is_name(&self, at: usize) -> bool {
        let before = self.scan.lexeme(at.wrapping_sub(1));
        if before.word == Word::Title {
            return true;
        }
        let form = self.scan.form(at);
        let next = self.scan.form(at + 1);
        if !matches!(form, "August" | "Mai" | "Juni" | "Juli" | "April" | "Augusts")
            || matches!(next, "/" | "-" | "–")
            || next.starts_with(|c: char| c.is_ascii_digit())
        {
            return false;
        }
        let after = self.scan.lexeme(at + 1);
        let name_before = before.capital && before.word == Word::Other && at.wrapping_sub(1) != self.scan.from;
        let name_after = after.capital
            && after.word == Word::Other
            && self.scan.kind(at + 1) == Some(wortlaut_tokenize::TokenKind::Word);
        name_before
            || name_after
                && form == "August"
                && !matches!(
                    self.scan.before(at),
                    Word::Preposition(Preposition::In | Preposition::Until | Preposition::From)
                )
    }
}
