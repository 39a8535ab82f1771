//! Numbers of units: *zwei bis drei Jahre*, *fünf Jahre und vier Monate*, *eine Viertelstunde*.

use super::Recogniser;
use super::head::Left;
use crate::expression::{Amount, Length, Meaning, Sense, When};
use crate::word::{Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    /// The first number of *zwei bis drei Jahre*: the unit stands once, behind the second.
    pub(crate) fn first_of_range(&mut self, left: &Left) -> Option<usize> {
        let amount = left.number.filter(|amount| *amount != Amount::Unknown)?;
        let joiner = left.at;
        let comma = self.scan.form(joiner) == ",";
        if !(comma || self.scan.joins_range(joiner) || matches!(self.scan.form(joiner), "oder" | "und"))
            || self.scan.form(joiner) == "/"
        {
            return None;
        }
        let second = self.left(joiner + 1);
        let Word::Unit { unit, plural: true } = self.scan.word(second.at) else {
            return None;
        };
        if second.number.is_none()
            || second.start + 1 != second.at
            || unit == Unit::Year && matches!(amount, Amount::Thousandths(1_000_000..))
        {
            return None;
        }
        // zwei, drei Jahre: neighbours; but: 14, 20 Jahre
        let neighbours = match (amount, second.number) {
            (Amount::Thousandths(first), Some(Amount::Thousandths(second))) => first + 1000 == second,
            _ => false,
        };
        if comma && !(neighbours && matches!(self.scan.word(left.start), Word::Number(_))) {
            return None;
        }
        let together = Left {
            at: second.at,
            number: second.number,
            ..*left
        };
        if self.is_age(&together, unit) {
            return Some(second.at + 1);
        }
        let sense = sense_of(self.scan.before(left.start), self.scan.form_before(left.start));
        self.push(
            left.start,
            joiner,
            length(amount, unit, sense),
            left.modifier,
            "timex.duration.range",
            850,
        )
    }

    /// A number of units.
    pub(crate) fn counted(&mut self, left: &Left, unit: Unit) -> Option<usize> {
        let at = left.at;
        let amount = left.number.unwrap_or(Amount::ONE);
        if left.one && left.number.is_none() {
            // eines Tages: a saying; ein Wochenende, ein Quartal stay.
            if unit == Unit::Day && (left.adjective || self.scan.form(at).ends_with("es"))
                || self.scan.word(at.wrapping_sub(1)) == Word::Half
            {
                return None;
            }
        }
        // von einer Sekunde auf die andere, von einem Tag auf den anderen
        if left.one
            && self.scan.is(at + 1, "auf")
            && matches!(self.scan.form(at + 3), "andere" | "anderen" | "nächste" | "nächsten")
        {
            return Some(at + 4);
        }
        if self.is_age(left, unit) {
            // Read past it, so that no part of it is taken for a time.
            return Some(at + 1);
        }
        let mut end = at + 1;
        let mut second = None;
        // fünf Jahre und vier Monate
        let joined = self.scan.is(end, "und") || self.scan.form(end) == ",";
        if joined || matches!(self.scan.word(end), Word::Number(_)) || self.scan.lexeme(end).number.is_some() {
            let next = self.left(if joined { end + 1 } else { end });
            if let (Some(number), Word::Unit { unit: smaller, .. }) =
                (next.number.or(next.one.then_some(Amount::ONE)), self.scan.word(next.at))
            {
                let composite = next.start + 1 == next.at
                    && matches!(
                        (unit, smaller),
                        (Unit::Year, Unit::Month | Unit::Day | Unit::Week)
                            | (Unit::Month, Unit::Day | Unit::Week)
                            | (Unit::Week, Unit::Day)
                            | (Unit::Day, Unit::Hour)
                            | (Unit::Hour, Unit::Minute)
                            | (Unit::Minute, Unit::Second)
                    );
                if composite {
                    second = Some((number, smaller));
                    end = next.at + 1;
                }
            }
        }
        let mut sense = if left.ordinal.is_some() {
            // in den ersten neun Monaten: of something
            Sense::Length
        } else if left.shift.is_some_and(|shift| shift < 0) {
            Sense::UpToNow
        } else if left.shift.is_some_and(|shift| shift > 0) {
            Sense::FromNow
        } else {
            sense_of(self.scan.before(left.start), self.scan.form_before(left.start))
        };
        // vor zwei bis drei Jahren: the preposition stands once
        if let Some(first) = self.out.last().filter(|first| first.end + 1 == left.start) {
            if let ("timex.duration.range", Meaning::Length(_, known), Sense::Length) =
                (first.rule, first.meaning, sense)
            {
                sense = known;
            }
        }
        let mut rule = match sense {
            Sense::Ago => "timex.duration.ago",
            Sense::Ahead => "timex.duration.ahead",
            Sense::UpToNow if left.shift.is_some() => "timex.duration.recent",
            Sense::UpToNow => "timex.duration.since",
            _ => "timex.duration",
        };
        match self.scan.word(end) {
            Word::LongAfter => end += 1,
            Word::Later(shift) => {
                let comparison = self.scan.word(end + 1) == Word::Than && shift < 0 && self.scan.is(end, "vorher");
                if !comparison {
                    sense = if shift > 0 { Sense::Later } else { Sense::Earlier };
                    rule = "timex.duration.later";
                    end += 1;
                }
            }
            _ => {}
        }
        // An article behind a comma is a relative pronoun: die sechs Minuten später schlug.
        let relative =
            self.scan.word(left.start) == Word::Det && left.shift.is_none() && self.scan.form_before(left.start) == ",";
        let start = if relative { left.start + 1 } else { left.start };
        let meaning = Meaning::Length(
            Length {
                first: (amount, unit),
                second,
            },
            sense,
        );
        self.push(start, end, meaning, left.modifier, rule, 900)
    }

    /// *eine Viertelstunde*, *ein Vierteljahr später*, *im dritten Vierteljahr*.
    pub(crate) fn measure(&mut self, left: &Left, each: u8, unit: Unit) -> Option<usize> {
        if (each, unit) == (3, Unit::Month) {
            if let Some(number) = left.ordinal {
                return self.ordinal_unit(left, Unit::Quarter, i32::from(number));
            }
            if let Some(shift) = left.shift.filter(|_| left.number.is_none()) {
                let when = Meaning::Date(When::Relative(Unit::Quarter, shift));
                return self.push(left.start, left.at + 1, when, None, "timex.relative.unit", 900);
            }
        }
        if !(left.one || left.det || left.number.is_some()) {
            return None;
        }
        let count = match left.number {
            Some(Amount::Thousandths(count)) => count,
            Some(Amount::Unknown) => return None,
            None => 1000,
        };
        let amount = Amount::Thousandths(count.saturating_mul(u32::from(each)));
        let mut sense = sense_of(self.scan.before(left.start), self.scan.form_before(left.start));
        let mut end = left.at + 1;
        match self.scan.word(end) {
            Word::LongAfter => end += 1,
            Word::Later(shift) => {
                sense = if shift > 0 { Sense::Later } else { Sense::Earlier };
                end += 1;
            }
            _ => {}
        }
        self.push(
            left.start,
            end,
            length(amount, unit, sense),
            left.modifier,
            "timex.duration",
            900,
        )
    }
}

pub(crate) fn length(amount: Amount, unit: Unit, sense: Sense) -> Meaning {
    Meaning::Length(
        Length {
            first: (amount, unit),
            second: None,
        },
        sense,
    )
}

/// The sense a preposition before a length gives it.
pub(crate) fn sense_of(word: Word, form: &str) -> Sense {
    match word {
        Word::Preposition(Preposition::Ago) => Sense::Ago,
        Word::Preposition(Preposition::In) => Sense::Ahead,
        Word::Preposition(Preposition::From) if form.eq_ignore_ascii_case("seit") => Sense::UpToNow,
        _ => Sense::Length,
    }
}
