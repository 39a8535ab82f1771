//! Days of the week and parts of the day, alone, joined, and with the dates and nights around them.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use super::head::{Left, set};
use crate::expression::{Amount, Meaning, SetValue, When, Which, Year};
use crate::lists::List;
use crate::word::{Part, Preposition, Unit, Word};

impl Recogniser<'_, '_> {
    pub(crate) fn weekday(&mut self, left: &Left, weekday: u8, part: Option<Part>) -> Option<usize> {
        if left.number.is_some() {
            return None;
        }
        // an einem Sonntag: any; read past it, so that the name alone is not taken for the nearest.
        if left.one && self.scan.lexeme(left.at).word == Word::Weekday(weekday) && part.is_none() {
            let dated = self.date_after_weekday(left.at + 1).is_some();
            return (!dated).then_some(left.at + 1);
        }
        // Welt am Sonntag
        if self.scan.is(left.at.wrapping_sub(1), "am") && List::Paper.has(self.scan.form(left.at.wrapping_sub(2))) {
            return Some(left.at + 1);
        }
        if self.is_title(left) || List::Company.has(self.scan.form(left.at + 1)) || self.scan.form(left.at + 1) == "&" {
            return Some(left.at + 1);
        }
        // Jana Freitag (Grüne): a surname
        let named = self.scan.lexeme(left.at.wrapping_sub(1));
        if left.at == left.start && named.capital && named.word == Word::Other && self.scan.form(left.at + 1) == "(" {
            return None;
        }
        let mut end = left.at + 1;
        let mut part = part;
        if part.is_none() {
            part = match self.scan.word(end) {
                Word::Part(part) => Some(part),
                Word::Tomorrow if self.scan.lexeme(end).capital || self.scan.is(end, "morgen") => Some(Part::Morning),
                _ => None,
            };
            if part.is_some() {
                end += 1;
            }
        }
        if let Some(end) = self.counted_weekday(left, weekday, end).filter(|_| part.is_none()) {
            return Some(end);
        }
        if left.every || left.all {
            let tail =
                self.scan.is(end, "im") && matches!(self.scan.word(end + 1), Word::Unit { unit: Unit::Month, .. });
            if tail && (left.shift.is_some() || left.ordinal.is_some()) {
                return self.push(
                    left.start,
                    end + 2,
                    set(SetValue::Period(Amount::ONE, Unit::Month)),
                    None,
                    "timex.set.every",
                    930,
                );
            }
            let value = part.map_or(SetValue::Weekday(weekday), |part| SetValue::WeekdayPart(weekday, part));
            return self.push(left.start, end, set(value), None, "timex.set.every", 930);
        }
        let which = if let Some(shift) = left.shift {
            match shift {
                0 => Which::This,
                shift if shift < 0 => Which::Last,
                _ => Which::Next,
            }
        } else if left.this {
            Which::This
        } else if left.anaphoric.is_some() {
            Which::After
        } else {
            Which::Any
        };
        // Dienstag vergangener Woche, Dienstag der kommenden Woche
        let mut next = end;
        if self.scan.word(next) == Word::Det || self.scan.is(next, "in") {
            next += 1;
        }
        let week = match self.scan.word(next) {
            Word::Shift(shift) => Some(i32::from(shift)),
            Word::This => Some(0),
            _ => None,
        };
        let week = week.filter(|_| {
            matches!(
                self.scan.word(next + 1),
                Word::Unit {
                    unit: Unit::Week,
                    plural: false
                }
            )
        });
        let late = left.part_adjective && part.is_some();
        let start = if left.shift.is_some() || left.this || left.anaphoric.is_some() || left.deictic.is_some() || late {
            left.start
        } else {
            left.at
        };
        let (when, end, rule) = if let Some(week) = week {
            (
                When::Weekday {
                    weekday,
                    which: Which::OfWeek(week),
                },
                next + 2,
                "timex.weekday.week",
            )
        } else if let Some((date, end)) = self.date_after_weekday(end).filter(|_| which == Which::Any) {
            let date = match date {
                When::Day { year, month, day, .. } => When::Day {
                    year,
                    month,
                    day,
                    weekday: Some(weekday),
                },
                date => date,
            };
            (date, end, "timex.weekday.date")
        } else if let Some(date) = self.date_in_brackets(end, weekday).filter(|_| which == Which::Any) {
            (date, end, "timex.weekday.date")
        } else if let Some(days) = left.deictic {
            (
                if days == 0 {
                    When::Today
                } else {
                    When::Relative(Unit::Day, days)
                },
                end,
                "timex.weekday.deictic",
            )
        } else {
            (When::Weekday { weekday, which }, end, "timex.weekday")
        };
        match part {
            Some(part) => self.push(start, end, Meaning::PartOf(when, part), None, "timex.weekday.part", 960),
            None => self.push(start, end, Meaning::Date(when), None, rule, 950),
        }
    }

    /// Whether a weekday is the name of a paper, in quotation marks: *»Der Freitag«*, *»Blick am Sonntag«*.
    fn is_title(&self, left: &Left) -> bool {
        let scan = &self.scan;
        if scan.kind(left.at + 1) != Some(TokenKind::QuoteClose) {
            return false;
        }
        let opens = |at: usize| scan.kind(at) == Some(TokenKind::QuoteOpen);
        let mut before = left.at.wrapping_sub(1);
        if opens(before) || matches!(scan.form(before), "Der" | "Die" | "der") && opens(before.wrapping_sub(1)) {
            return true;
        }
        if scan.form(before) != "am" {
            return false;
        }
        for _ in 0..4 {
            before = before.wrapping_sub(1);
            if opens(before) {
                return true;
            }
            let name = scan.lexeme(before);
            if !name.capital || name.word != Word::Other && name.word != Word::Det {
                return false;
            }
        }
        false
    }

    /// *Sa., 8. März*, *Mo–Fr 9–18 Uhr*, *Mi 19 Uhr*: a weekday cut short, which says so only beside others, dates and
    /// clock times.
    pub(crate) fn weekday_short(&mut self, at: usize, weekday: u8) -> Option<usize> {
        let mut next = at + 1;
        while next <= at + 2 && matches!(self.scan.form(next), "." | ",") {
            next += 1;
        }
        if let Some((When::Day { year, month, day, .. }, end)) = self.date_after_weekday(next) {
            let date = When::Day {
                year,
                month,
                day,
                weekday: Some(weekday),
            };
            return self.push(at, end, Meaning::Date(date), None, "timex.weekday.date", 930);
        }
        let recurs = |this: &mut Self, at: usize, weekday: u8| {
            let value = set(SetValue::Weekday(weekday));
            this.push(at, at + 1, value, None, "timex.set.weekly", 850)
        };
        // Mo–Fr; Di und Do 9 Uhr
        let beside = |at: usize| matches!(self.scan.word(at), Word::WeekdayShort(_));
        let (mut last, mut ranged) = (at, false);
        while last < at + 12 && beside(last + 2) {
            let range = self.scan.joins_range(last + 1);
            let listed =
                matches!(self.scan.form(last + 1), "," | "+" | "&") || self.scan.word(last + 1) == Word::Conjunction;
            if !(range || listed) {
                break;
            }
            ranged |= range;
            last += 2;
        }
        let marks = usize::from(matches!(self.scan.form(last + 1), "." | "," | ":"));
        let joined = last > at && (ranged || self.time_follows(last + 1 + marks));
        let mut said = self
            .out
            .iter()
            .rev()
            .take(8)
            .take_while(|known| known.first >= self.scan.from);
        let known = said.any(|known| known.rule == "timex.set.weekly");
        if joined || known && self.time_follows(next) || known && beside(at.wrapping_sub(2)) {
            return recurs(self, at, weekday);
        }
        // Mi 19 Uhr
        if self.time_follows(next) {
            // A programme: the next one.
            let when = When::Weekday {
                weekday,
                which: Which::Weeks(0),
            };
            return self.push(at, at + 1, Meaning::Date(when), None, "timex.weekday", 800);
        }
        None
    }

    /// *am Freitag (7. März)*: the date beside a weekday, which is an expression of its own.
    fn date_in_brackets(&self, at: usize, weekday: u8) -> Option<When> {
        if self.scan.form(at) != "(" {
            return None;
        }
        match self.date_after_weekday(at + 1)? {
            (When::Day { year, month, day, .. }, end) if self.scan.form(end) == ")" => Some(When::Day {
                year,
                month,
                day,
                weekday: Some(weekday),
            }),
            _ => None,
        }
    }

    /// *am ersten Sonntag im Mai*, a day; *am ersten Sonntag im Monat*, one of every month.
    fn counted_weekday(&mut self, left: &Left, weekday: u8, at: usize) -> Option<usize> {
        let last = left.shift == Some(-1) && {
            let form = self.scan.form(left.at.wrapping_sub(1));
            form.get(..5).is_some_and(|stem| stem.eq_ignore_ascii_case("letzt"))
        };
        let number = match left.ordinal {
            Some(number @ 1..=5) => u8::try_from(number).ok()?,
            None if last => 0,
            _ => return None,
        };
        let of = self.scan.is(at, "im") || self.scan.is(at, "des");
        if !of {
            return None;
        }
        let in_month = match self.scan.word(at + 1) {
            Word::Month(month) => month,
            Word::Unit {
                unit: Unit::Month,
                plural: false,
            } if self.scan.is(at, "im") && !left.every && !left.all => {
                let value = SetValue::Period(Amount::ONE, Unit::Month);
                return self.push(left.start, at + 2, set(value), None, "timex.set.every", 850);
            }
            // am ersten Montag des Jahres
            Word::Unit {
                unit: Unit::Year,
                plural: false,
            } if left.ordinal.is_some() => 1,
            _ => return None,
        };
        let (year, end) = self.year_after(at + 2).unwrap_or((Year::Open, at + 2));
        if left.every || left.all {
            let value = SetValue::Period(Amount::ONE, Unit::Year);
            return self.push(left.start, end, set(value), None, "timex.set.every", 900);
        }
        let when = When::NthWeekday {
            year,
            month: in_month,
            weekday,
            number,
        };
        self.push(left.start, end, Meaning::Date(when), None, "timex.weekday.counted", 950)
    }

    pub(crate) fn part(&mut self, left: &Left, part: Part) -> Option<usize> {
        let at = left.at;
        if left.number.is_some() || left.ordinal.is_some() || left.one {
            return None;
        }
        if left.every {
            return self.push(
                left.start,
                at + 1,
                set(SetValue::Part(part)),
                None,
                "timex.set.every",
                930,
            );
        }
        let form = self.scan.form(at);
        let adverb = form.ends_with('s') && !left.det && !left.part_adjective;
        if let Some(day) = self.day_of_adverb(at + 1).filter(|_| adverb) {
            return self.push(at, at + 1, Meaning::PartOf(day, part), None, "timex.part.day", 900);
        }
        if adverb {
            // nachts, abends: recurring.
            return self.push(at, at + 1, set(SetValue::Part(part)), None, "timex.set.daily", 850);
        }
        if matches!(form, "früh" | "Früh") {
            return None;
        }
        let before = self.scan.before(left.start);
        // der Nacht vom 3. auf den 4. Februar: the night is named by its first day, the second is a date of its own.
        if part == Part::Night && matches!(self.scan.form(at + 1), "vom" | "von") {
            let known = self.out.len();
            if let Some(end) = self.days(at + 2) {
                let night = self.scan.span(left.start, at + 1);
                if let Some(first) = self.out.get_mut(known).filter(|first| first.first == at + 2) {
                    if let Meaning::Date(day) = first.meaning {
                        first.meaning = Meaning::PartOf(day, part);
                        first.first = left.start;
                        first.span = night.cover(first.span);
                    }
                }
                return Some(end);
            }
        }
        // der Nacht von Dienstag auf Mittwoch
        if part == Part::Night && matches!(self.scan.form(at + 1), "vom" | "von") {
            if let Word::Weekday(weekday) = self.scan.word(at + 2) {
                let day = When::Weekday {
                    weekday,
                    which: Which::Any,
                };
                return self.push(
                    left.start,
                    at + 3,
                    Meaning::PartOf(day, part),
                    None,
                    "timex.part.day",
                    940,
                );
            }
        }
        // der Nacht zum Mittwoch, Nacht auf den 5. Mai
        if part == Part::Night || part == Part::Evening || part == Part::Morning {
            let mut next = at + 1;
            if matches!(self.scan.form(next), "zum" | "auf" | "zu" | "des" | "am") {
                let of_night = self.scan.form(next) != "des";
                next += 1;
                if self.scan.word(next) == Word::Det {
                    next += 1;
                }
                let day = match self.scan.word(next) {
                    Word::Weekday(weekday) | Word::Weekly(weekday) => Some(match self.date_after_weekday(next + 1) {
                        Some((When::Day { year, month, day, .. }, end)) => (
                            When::Day {
                                year,
                                month,
                                day,
                                weekday: Some(weekday),
                            },
                            end,
                        ),
                        _ => (
                            When::Weekday {
                                weekday,
                                which: Which::Any,
                            },
                            next + 1,
                        ),
                    }),
                    Word::Deictic(0) => Some((When::Today, next + 1)),
                    Word::Deictic(days) => Some((When::Relative(Unit::Day, i32::from(days)), next + 1)),
                    _ => self.day_at(next),
                };
                if let Some((day, end)) = day {
                    if of_night == (part == Part::Night) || !of_night {
                        return self.push(left.start, end, Meaning::PartOf(day, part), None, "timex.part.day", 950);
                    }
                }
            }
        }
        // am Abend zuvor, am Morgen darauf
        if let Word::Later(shift) = self.scan.word(at + 1) {
            if !matches!(self.scan.form(at + 1), "früher" | "später") {
                return self.push(
                    left.without_article(),
                    at + 2,
                    Meaning::PartOf(When::Anaphoric(Unit::Day, i32::from(shift)), part),
                    None,
                    "timex.part.mention",
                    900,
                );
            }
        }
        if let Some((day, end)) = self.part_of_date(at + 1) {
            return self.push(left.start, end, Meaning::PartOf(day, part), None, "timex.part.day", 940);
        }
        if let Some(days) = left.shift.or(left.deictic) {
            // vergangene Nacht, kommende Nacht
            let when = if days == 0 {
                When::Today
            } else {
                When::Relative(
                    Unit::Day,
                    if part == Part::Night && left.shift.is_some() {
                        days.min(0)
                    } else {
                        days
                    },
                )
            };
            return self.push(
                left.start,
                at + 1,
                Meaning::PartOf(when, part),
                None,
                "timex.part.relative",
                900,
            );
        }
        if left.same || left.that || left.this || left.anaphoric.is_some() {
            let days = left.anaphoric.unwrap_or(0);
            return self.push(
                left.start,
                at + 1,
                Meaning::PartOf(When::Anaphoric(Unit::Day, days), part),
                None,
                "timex.part.mention",
                900,
            );
        }
        // am Vorabend: of the day named before; am Vorabend des Krieges: of no day
        if self.scan.is(at, "vorabend") && before == Word::Preposition(Preposition::On) {
            if matches!(self.scan.form(at + 1), "des" | "der" | "von" | "eines" | "einer") {
                return Some(at + 1);
            }
            let when = When::Anaphoric(Unit::Day, -1);
            let meaning = Meaning::PartOf(when, part);
            return self.push(at, at + 1, meaning, None, "timex.part.mention", 850);
        }
        let feminine = part == Part::Night;
        let timely = matches!(
            before,
            Word::Preposition(Preposition::On | Preposition::At | Preposition::Of)
        ) && !feminine
            // in den frühen Morgenstunden; in den Nachtstunden recurs as often as not
            || before == Word::Preposition(Preposition::In) && left.part_adjective && form.ends_with("stunden")
            // für den Nachmittag
            || before == Word::Preposition(Preposition::For) && left.det && !feminine
            || matches!(before, Word::Preposition(Preposition::Until | Preposition::To))
                && !left.det
                && !feminine
                && self.scan.form_before(left.start) != "auf"
                && self.scan.form_before(left.start) != "zu"
            || left.det && self.scan.is(left.start, "des") && !feminine
            || left.det
                && feminine
                && self.scan.form(left.start) == "der"
                && before == Word::Preposition(Preposition::In);
        if !timely || self.scan.form_before(left.start) == "vom" && feminine {
            return None;
        }
        let start = if left.part_adjective { left.start } else { at };
        self.push(start, at + 1, Meaning::Part(part), None, "timex.part", 850)
    }

    /// *frühmorgens am Ostermontag*, *abends am 3. Mai*: the day, which is an expression of its own.
    fn day_of_adverb(&self, at: usize) -> Option<When> {
        if self.scan.form(at) != "am" {
            return None;
        }
        match self.scan.word(at + 1) {
            Word::Weekday(weekday) => Some(When::Weekday {
                weekday,
                which: Which::Any,
            }),
            Word::Holiday(row) => Some(When::Holiday { row, year: Year::Open }),
            _ => self.day_at(at + 1).map(|(day, _)| day),
        }
    }

    /// *des 22. Juni 1940* after a part of the day.
    pub(crate) fn part_of_date(&self, at: usize) -> Option<(When, usize)> {
        if !matches!(self.scan.form(at), "des" | "vom" | "am") {
            return None;
        }
        self.day_at(at + 1)
    }
}
