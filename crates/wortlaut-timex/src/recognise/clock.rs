//! Clock times: *20.15 Uhr*, *7 Uhr 15*, *halb sechs*, *Viertel nach drei*, ranges and lists of them.

use wortlaut_tokenize::TokenKind;

use super::Recogniser;
use crate::expression::{ClockTime, Half, Meaning};
use crate::lists::List;
use crate::word::{Part, Preposition, Word};

const REACH: usize = 12;

impl Recogniser<'_, '_> {
    /// A clock time, or several that share their *Uhr*.
    pub(crate) fn clock(&mut self, at: usize) -> Option<usize> {
        if let Some(found) = self.clock_in_words(at) {
            return Some(found);
        }
        let first = self.time_number(at)?;
        if self.scan.word(at + 1) == Word::Clock || self.is_hour_sign(at + 1) {
            return self.push_clock(at, at + 1, first);
        }
        // A list whose last member has the Uhr; but: Marktgasse 7, von 14 bis 18 Uhr.
        if List::Street.ends(self.scan.form_before(at)) {
            return None;
        }
        let mut times = vec![(at, first)];
        let mut next = at + 1;
        while next < at + REACH {
            let joined = matches!(self.scan.form(next), "," | "-" | "–" | "/" | "−")
                || self.scan.word(next) == Word::Conjunction
                || self.scan.word(next) == Word::Preposition(Preposition::Until);
            if !joined {
                break;
            }
            next += 1;
            // und von 13.15-17.45 Uhr
            while matches!(
                self.scan.word(next),
                Word::Preposition(Preposition::Of | Preposition::From | Preposition::Until)
            ) {
                next += 1;
            }
            let Some(time) = self.time_number(next) else { break };
            times.push((next, time));
            if self.scan.word(next + 1) == Word::Clock {
                let last = times.pop()?;
                for (place, time) in times {
                    self.push(place, place + 1, Meaning::Clock(time), None, "timex.clock.range", 930);
                }
                return self.push_clock(last.0, last.0 + 1, last.1);
            }
            next += 1;
        }
        self.clock_without_uhr(at, first)
    }

    /// *um 12.15*, *ab 20:15*: a full time after a preposition of time, without *Uhr*.
    fn clock_without_uhr(&mut self, at: usize, time: ClockTime) -> Option<usize> {
        time.minute?;
        let preposition = matches!(
            self.scan.before(at),
            Word::Preposition(Preposition::At | Preposition::From | Preposition::Until)
        );
        let colon = self.scan.form(at).contains(':');
        if !preposition
            || self.is_counted(at)
            || (!colon && self.scan.is(at.wrapping_sub(1), "bis"))
            || (!colon && self.scan.lexeme(at + 1).capital)
        {
            return None;
        }
        self.push(at, at + 1, Meaning::Clock(time), None, "timex.clock.bare", 800)
    }

    /// Number, *Uhr* and what may follow: minutes, *morgens*.
    fn push_clock(&mut self, at: usize, uhr: usize, mut time: ClockTime) -> Option<usize> {
        let mut end = uhr + 1;
        if time.minute.is_none() {
            let lexeme = self.scan.lexeme(end);
            if let (Some(minute @ 0..=59), 1..=2) = (lexeme.number, lexeme.digits) {
                // 7 Uhr 15; but not: um 7 Uhr 15 Menschen
                let next = self.scan.lexeme(end + 1);
                if !next.capital && self.scan.kind(end) == Some(TokenKind::Number) && !self.is_counted(end) {
                    time.minute = u8::try_from(minute).ok();
                    end += 1;
                }
            }
        }
        end = self.part_of_clock(end, &mut time);
        self.push(at, end, Meaning::Clock(time), None, "timex.clock", 970)
    }

    /// *morgens*, *früh*, *abends* behind a clock time: which half of the day it is; the place to go on from.
    fn part_of_clock(&self, end: usize, time: &mut ClockTime) -> usize {
        let Word::Part(part) = self.scan.word(end) else {
            return end;
        };
        let form = self.scan.form(end);
        if !form.ends_with('s') && form != "früh" {
            return end;
        }
        time.hour = match (part, time.hour, time.minute) {
            (Part::Afternoon | Part::Evening, 1..=11, _) => time.hour + 12,
            (Part::Night, 12, None) => 24,
            _ => time.in_part(part).hour,
        };
        time.half = Half::Told;
        end + 1
    }

    /// Whether a clock time stands at a place: *19 Uhr*, *9–18 Uhr*, *ab 14.30 Uhr*.
    pub(crate) fn time_follows(&self, at: usize) -> bool {
        let at = at + usize::from(matches!(self.scan.word(at), Word::Preposition(_)));
        if self.time_number(at).is_none() {
            return false;
        }
        let clock = |at: usize| self.scan.word(at) == Word::Clock || self.is_hour_sign(at);
        clock(at + 1) || self.scan.joins_range(at + 1) && clock(at + 3)
    }

    /// *h*, also before the full stop of a sentence.
    fn is_hour_sign(&self, at: usize) -> bool {
        matches!(self.scan.form(at), "h" | "h.")
    }

    /// An hour, or hour and minute: *20*, *20.15*, *7:05*, *neun*.
    fn time_number(&self, at: usize) -> Option<ClockTime> {
        let lexeme = self.scan.lexeme(at);
        if let Word::Number(thousandths) = lexeme.word {
            let hour = u8::try_from(thousandths / 1000).ok()?;
            return (thousandths % 1000 == 0 && hour <= 24).then_some(ClockTime {
                hour,
                minute: None,
                half: half_of(hour),
            });
        }
        if lexeme.word == Word::One && matches!(self.scan.form(at), "ein" | "Ein") {
            return (self.scan.word(at + 1) == Word::Clock).then_some(ClockTime {
                hour: 1,
                minute: None,
                half: Half::Open,
            });
        }
        if !matches!(
            self.scan.kind(at),
            Some(TokenKind::Number | TokenKind::Clock | TokenKind::Ordinal | TokenKind::Date)
        ) {
            return None;
        }
        let form = self.scan.form(at);
        if let Some((hour, minute)) = form.split_once(['.', ':']) {
            if minute.is_empty() {
                return None;
            }
            let minute = minute.split([':', '.']).next().unwrap_or("");
            if !(1..=2).contains(&hour.len()) || minute.len() != 2 {
                return None;
            }
            let number: u8 = hour.parse().ok()?;
            let time = ClockTime {
                hour: number,
                minute: Some(minute.parse().ok()?),
                // 07.30 Uhr counts to 24.
                half: if hour.starts_with('0') {
                    Half::Told
                } else {
                    half_of(number)
                },
            };
            return (time.hour <= 24 && time.minute.is_some_and(|minute| minute < 60)).then_some(time);
        }
        let hour = lexeme
            .number
            .filter(|_| lexeme.digits <= 2)
            .and_then(|hour| u8::try_from(hour).ok())?;
        (hour <= 24 && !form.ends_with('.')).then_some(ClockTime {
            hour,
            minute: None,
            half: half_of(hour),
        })
    }

    /// *halb sechs*, *Viertel nach drei*, *drei viertel fünf*.
    fn clock_in_words(&mut self, at: usize) -> Option<usize> {
        let timely = matches!(
            self.scan.before(at),
            Word::Preposition(
                Preposition::At
                    | Preposition::From
                    | Preposition::Until
                    | Preposition::Ago
                    | Preposition::After
                    | Preposition::Between
            ) | Word::Conjunction
        ) || self.scan.form_before(at).eq_ignore_ascii_case("kurz");
        if !timely {
            return None;
        }
        let hour_at = |at: usize| match self.scan.word(at) {
            _ if self.scan.is(at, "eins") => Some(1),
            Word::Number(thousandths) if thousandths % 1000 == 0 => u8::try_from(thousandths / 1000)
                .ok()
                .filter(|hour| (1..=12).contains(hour)),
            _ => self
                .scan
                .lexeme(at)
                .number
                .and_then(|n| u8::try_from(n).ok())
                .filter(|hour| (1..=12).contains(hour)),
        };
        let before = |hour: u8| if hour == 1 { 12 } else { hour - 1 };
        let mut next = at;
        let (minutes, past): (u8, bool) = match self.scan.word(next) {
            Word::Half if self.scan.is(next, "halb") => {
                next += 1;
                (30, false)
            }
            Word::ThreeQuarters => {
                next += 1;
                (45, false)
            }
            Word::Number(3000) if self.scan.word(next + 1) == Word::Quarter => {
                next += 2;
                (45, false)
            }
            Word::Quarter => {
                next += 1;
                match self.scan.word(next) {
                    Word::Preposition(Preposition::After) => {
                        next += 1;
                        (15, true)
                    }
                    Word::Preposition(Preposition::Ago) => {
                        next += 1;
                        (45, false)
                    }
                    _ => (15, false),
                }
            }
            // kurz nach sechs
            Word::Number(_)
                if matches!(
                    self.scan.before(at),
                    Word::Preposition(Preposition::Ago | Preposition::After)
                ) && self.scan.form_before(at.wrapping_sub(1)).eq_ignore_ascii_case("kurz")
                    && self.scan.word(at + 1) != Word::Clock
                    && !self.scan.joins_range(at + 1) =>
            {
                (0, true)
            }
            _ => return None,
        };
        let hour = hour_at(next)?;
        let mut end = next + 1;
        if matches!(self.scan.word(end), Word::Unit { .. } | Word::Counted)
            || self.scan.lexeme(end).capital && self.scan.word(end) != Word::Clock
        {
            return None;
        }
        if self.scan.word(end) == Word::Clock {
            end += 1;
        }
        let mut time = ClockTime {
            hour: if past { hour } else { before(hour) },
            minute: Some(minutes),
            half: Half::Spoken,
        };
        end = self.part_of_clock(end, &mut time);
        self.push(at, end, Meaning::Clock(time), None, "timex.clock.words", 900)
    }
}

/// Which half of the day an hour means that says no more.
fn half_of(hour: u8) -> Half {
    if hour <= 12 { Half::Open } else { Half::Told }
}
