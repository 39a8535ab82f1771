//! What a word can be in a time expression.

use crate::TimexMod;
use crate::vocabulary::Text;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
    Evening,
    Night,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub(crate) const fn suffix(self) -> &'static str {
        match self {
            Part::Morning => "TMO",
            Part::Midday => "TMI",
            Part::Afternoon => "TAF",
            Part::Evening => "TEV",
            Part::Night => "TNI",
        }
    }
}

/// A season, in the order of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(crate) const fn suffix(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

/// What a reference points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    Present,
    Past,
    Future,
}

impl Reference {
    pub(crate) const fn value(self) -> &'static str {
        match self {
            Reference::Present => "PRESENT_REF",
            Reference::Past => "PAST_REF",
            Reference::Future => "FUTURE_REF",
        }
    }
}

/// Prepositions, by what they do to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preposition {
    /// *um*, *gegen*.
    At,
    /// *ab*, *seit*.
    From,
    /// *bis*.
    Until,
    /// *für*.
    For,
    /// *am*.
    On,
    /// *im*, *in*.
    In,
    /// *zum*, *auf*.
    To,
    /// *von*, *vom*.
    Of,
    /// *vor*.
    Ago,
    /// *nach*.
    After,
    /// *zwischen*.
    Between,
    /// *binnen*.
    During,
    /// *über*.
    Over,
    /// *mit*.
    With,
    /// *unter*.
    Under,
}

/// What a word can be in a time expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Word {
    /// Nothing.
    #[default]
    Other,
    Det,
    Same,
    This,
    That,
    Every,
    All,
    One,
    Both,
    /// Counted from the day of publication.
    Shift(i8),
    /// Counted from the date named before.
    Anaphoric(i8),
    Deictic(i8),
    Tomorrow,
    DeicticAdjective(i8),
    /// A whole unit in one word: *Vorjahr*, *heuer*.
    Relative(Unit, i8),
    /// *Gesamtjahr*.
    WholeYear,
    DaysAfter,
    Unit {
        unit: Unit,
        plural: bool,
    },
    CalendarWeek,
    /// *Q3*.
    QuarterName(u8),
    /// *H1*.
    HalfName(u8),
    /// *Hälfte*, *Drittel*: one of so many parts.
    Fraction(u8),
    /// What is named by two years, from a month for so many months: *Saison*. Told by its ending, so never looked up.
    Cycle(u8, u8),
    /// *Mo*, *Sa.*
    WeekdayShort(u8),
    /// A decade that names itself: *Nullerjahre*.
    DecadeName(u16),
    /// *Viertelstunde*, *Vierteljahrhundert*: so many of a unit.
    Measure(u8, Unit),
    Month(u8),
    Weekday(u8),
    /// *Montagabend*.
    WeekdayPart(u8, Part),
    /// *montagabends*.
    WeeklyPart(u8, Part),
    Season(Season),
    Part(Part),
    Midnight,
    Position(TimexMod),
    /// *Jahresende*.
    UnitPosition(Unit, TimexMod),
    PartAdjective,
    Whole,
    Approx(Option<TimexMod>),
    More,
    Than,
    VagueCount,
    Pair,
    Dozen,
    Half,
    Quarter,
    ThreeQuarters,
    /// A number word, in thousandths.
    Number(u32),
    /// An ordinal word.
    Ordinal(u16),
    /// A TIMEX3 value.
    Set(Text),
    Weekly(u8),
    Times(u8),
    Per,
    /// A TIMEX3 value.
    Long(Text),
    LongAfter,
    Later(i8),
    Reference(Reference),
    Vague(Reference),
    TimeNoun,
    PastNoun,
    FutureNoun,
    Moment,
    Clock,
    Preposition(Preposition),
    Conjunction,
    BeforeChrist,
    Christ,
    AfterChrist,
    Counted,
    Numbered,
    Title,
    /// A holiday in one word, by its row.
    Holiday(u16),
    /// The first word of a holiday's longer name.
    HolidayName,
    /// *zwanziger*, *achtziger* before *Jahre*: the first year in its century.
    Decade(u8),
}

impl Word {
    /// Whether an expression may start at the word.
    pub(crate) fn may_start(self) -> bool {
        !matches!(
            self,
            Word::Other
                | Word::Clock
                | Word::Conjunction
                | Word::Counted
                | Word::Numbered
                | Word::Title
                | Word::Than
                | Word::Moment
                | Word::Christ
                | Word::Preposition(
                    Preposition::At
                        | Preposition::Until
                        | Preposition::For
                        | Preposition::Of
                        | Preposition::After
                        | Preposition::Between
                        | Preposition::During
                        | Preposition::Over
                        | Preposition::With
                        | Preposition::Under
                )
        )
    }

    /// Whether the word stands behind an opener in an expression, though none starts at it.
    pub(crate) fn may_head(self) -> bool {
        matches!(self, Word::Clock | Word::Than | Word::Moment)
    }

    /// Whether the word opens phrases of any kind and says nothing of time.
    pub(crate) fn is_opener(self) -> bool {
        matches!(
            self,
            Word::Det
                | Word::Same
                | Word::This
                | Word::That
                | Word::Every
                | Word::All
                | Word::One
                | Word::Whole
                | Word::Approx(_)
                | Word::Preposition(Preposition::In | Preposition::On | Preposition::To)
        )
    }
}
