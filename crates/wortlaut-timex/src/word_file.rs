//! How `data/words.tsv` is written: class, value, forms.

use crate::TimexMod;
use crate::vocabulary::{Text, fold};
use crate::word::{Part, Preposition, Reference, Season, Unit, Word};

/// The rows of a vocabulary file: line number, folded form, meaning. Rows that do not parse are left out; a test holds
/// the embedded file to having none.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = (usize, String, Word)> {
    file.lines().enumerate().flat_map(|(at, line)| {
        let mut columns = line.split('\t');
        let class = columns.next().unwrap_or("");
        let value = columns.next().unwrap_or("");
        let forms = columns.next().unwrap_or("");
        let word = if line.starts_with('#') {
            None
        } else {
            meaning(class, value)
        };
        forms
            .split(' ')
            .filter(|form| !form.is_empty())
            .flat_map(|form| {
                let (stem, endings): (&str, &[&str]) = match form.strip_suffix('|') {
                    Some(stem) => (stem, &["", "e", "en", "er", "es", "em"]),
                    None => (form, &[""]),
                };
                endings.iter().map(move |ending| format!("{stem}{ending}"))
            })
            .filter_map(move |form| {
                let mut folded = String::new();
                fold(&form, &mut folded);
                Some((at + 1, folded, word?))
            })
            .collect::<Vec<_>>()
    })
}

pub(crate) fn meaning(class: &str, value: &'static str) -> Option<Word> {
    let number = || value.parse::<i8>().ok();
    let small = || value.parse::<u8>().ok();
    Some(match class {
        "det" => Word::Det,
        "same" => Word::Same,
        "this" => Word::This,
        "that" => Word::That,
        "every" => Word::Every,
        "all" => Word::All,
        "one" => Word::One,
        "both" => Word::Both,
        "shift" => Word::Shift(number()?),
        "next" | "last" => Word::Anaphoric(number()?),
        "deictic" => Word::Deictic(number()?),
        "tomorrow" => Word::Tomorrow,
        "deictic_adjective" => Word::DeicticAdjective(number()?),
        "relative_year" => Word::Relative(Unit::Year, number()?),
        "relative_quarter" => Word::Relative(Unit::Quarter, number()?),
        "relative_month" => Word::Relative(Unit::Month, number()?),
        "relative_week" => Word::Relative(Unit::Week, number()?),
        "relative_day" => Word::Relative(Unit::Day, number()?),
        "whole_year" => Word::WholeYear,
        "days_after" => Word::DaysAfter,
        "unit" | "units" => Word::Unit {
            unit: unit(value)?,
            plural: class == "units",
        },
        "calendar_week" => Word::CalendarWeek,
        "quarter_name" => Word::QuarterName(small()?),
        "half_name" => Word::HalfName(small()?),
        "fraction" => Word::Fraction(small()?),
        "cycle" => {
            let (month, months) = value.split_once(' ')?;
            Word::Cycle(month.parse().ok()?, months.parse().ok()?)
        }
        "weekday_short" => Word::WeekdayShort(small()?),
        "decade" => Word::Decade(small()?),
        "weekday_ending" => Word::WeekdayPart(0, part(value)?),
        "length_ending" => Word::Unit {
            unit: unit(value)?,
            plural: false,
        },
        "decade_name" => Word::DecadeName(value.parse().ok()?),
        "measure" => {
            let (count, measured) = value.split_once(' ')?;
            Word::Measure(count.parse().ok()?, unit(measured)?)
        }
        "month" => Word::Month(small()?),
        "weekday" => Word::Weekday(small()?),
        "season" => Word::Season(match value {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            "WI" => Season::Winter,
            _ => return None,
        }),
        "part" => Word::Part(part(value)?),
        "midnight" => Word::Midnight,
        "position" => Word::Position(modifier(value)?),
        "year_part" => Word::UnitPosition(Unit::Year, modifier(value)?),
        "month_part" => Word::UnitPosition(Unit::Month, modifier(value)?),
        "week_part" => Word::UnitPosition(Unit::Week, modifier(value)?),
        "adjective_part" => Word::PartAdjective,
        "whole" => Word::Whole,
        "approx" => Word::Approx(if value == "NONE" { None } else { Some(modifier(value)?) }),
        "more" => Word::More,
        "than" => Word::Than,
        "vague_count" => Word::VagueCount,
        "pair" => Word::Pair,
        "dozen" => Word::Dozen,
        "half" => Word::Half,
        "quarter" => Word::Quarter,
        "three_quarters" => Word::ThreeQuarters,
        "set" => Word::Set(Text::of(value)?),
        "weekly" => Word::Weekly(small()?),
        "times" => Word::Times(small()?),
        "per" => Word::Per,
        "long" => Word::Long(Text::of(value)?),
        "long_after" => Word::LongAfter,
        "later" => Word::Later(number()?),
        "reference" => Word::Reference(reference(value)?),
        "vague" => Word::Vague(reference(value)?),
        "time_noun" => Word::TimeNoun,
        "past_noun" => Word::PastNoun,
        "future_noun" => Word::FutureNoun,
        "moment" => Word::Moment,
        "clock" => Word::Clock,
        "preposition" => Word::Preposition(match value {
            "at" => Preposition::At,
            "from" => Preposition::From,
            "until" => Preposition::Until,
            "for" => Preposition::For,
            "on" => Preposition::On,
            "in" => Preposition::In,
            "to" => Preposition::To,
            "of" => Preposition::Of,
            "ago" => Preposition::Ago,
            "after" => Preposition::After,
            "between" => Preposition::Between,
            "during" => Preposition::During,
            "over" => Preposition::Over,
            "with" => Preposition::With,
            "under" => Preposition::Under,
            _ => return None,
        }),
        "conjunction" => Word::Conjunction,
        "before_christ" => Word::BeforeChrist,
        "christ" => Word::Christ,
        "era_word" => Word::AfterChrist,
        "counted" => Word::Counted,
        "numbered" => Word::Numbered,
        "title" => Word::Title,
        _ => return None,
    })
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "halfyear" => Unit::HalfYear,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        "evening" => Unit::Evening,
        "night" => Unit::Night,
        _ => return None,
    })
}

fn part(value: &str) -> Option<Part> {
    Some(match value {
        "MO" => Part::Morning,
        "MI" => Part::Midday,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        _ => return None,
    })
}

fn reference(value: &str) -> Option<Reference> {
    Some(match value {
        "PRESENT" => Reference::Present,
        "PAST" => Reference::Past,
        "FUTURE" => Reference::Future,
        _ => return None,
    })
}

fn modifier(value: &str) -> Option<TimexMod> {
    Some(match value {
        "START" => TimexMod::Start,
        "MID" => TimexMod::Mid,
        "END" => TimexMod::End,
        "APPROX" => TimexMod::Approx,
        "LESS_THAN" => TimexMod::LessThan,
        "EQUAL_OR_LESS" => TimexMod::EqualOrLess,
        "EQUAL_OR_MORE" => TimexMod::EqualOrMore,
        _ => return None,
    })
}
