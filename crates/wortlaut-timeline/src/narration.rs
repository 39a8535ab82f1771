//! The day an article is telling of, to which clock times without a day belong.

use jiff::civil::{Date, DateTime};
use wortlaut_lexicon::Tense;
use wortlaut_timex::{ClockInterval, Interval, TimexType};

use crate::anchor::{Anchor, Relation};
use crate::scene::{Scene, names_day};

/// How many days before publication an article still tells the news of: those that a weekday names.
const NEWS: i32 = 7;

/// Puts the clock times of a sentence that name no day on the day told last: *Bei dem Feuer starben am Sonntag zwei
/// Menschen. … Gegen 2 Uhr war der Brand ausgebrochen*. Times that the tagger put on the day of publication for want of
/// another one, that is; `hour` is until when the day was told.
pub(crate) fn narrate(scene: &Scene<'_>, day: Date, hour: Option<i8>, anchors: &mut [Anchor]) {
    let Some(published) = scene.input.published else { return };
    let recent = published
        .until(day)
        .is_ok_and(|back| (-NEWS..0).contains(&back.get_days()));
    // A day named in the sentence is nearer.
    let named = anchors.iter().any(|anchor| !is_clock_alone(scene, anchor));
    if !recent || named {
        return;
    }
    for anchor in anchors {
        let past = scene
            .telling_clause(anchor.time)
            .and_then(|(_, clause)| scene.verb(clause))
            .is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect));
        let (Some(from), true) = (anchor.when.start.or(anchor.when.end), past) else {
            continue;
        };
        let early = anchor
            .clock
            .and_then(|clock| clock.start.or(clock.end))
            .is_some_and(|clock| clock.hour() < 5);
        // After a day that was told until the evening, the small hours are those of the next.
        if from != published || early && hour.is_some_and(|hour| hour >= 12) || anchor.relation == Relation::Counted {
            continue;
        }
        move_to(anchor, published, day);
    }
}

fn is_clock_alone(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    anchor
        .timexes
        .iter()
        .filter_map(|index| index.get(scene.input.times))
        .all(|time| time.kind == TimexType::Time && !names_day(time.span.slice(scene.input.text)))
}

fn move_to(anchor: &mut Anchor, from: Date, to: Date) {
    let Ok(shift) = from.until(to) else { return };
    let day = |day: Option<Date>| day.and_then(|day| day.checked_add(shift).ok());
    let hour = |hour: Option<DateTime>| hour.and_then(|hour| hour.checked_add(shift).ok());
    anchor.when = Interval {
        start: day(anchor.when.start),
        end: day(anchor.when.end),
    };
    anchor.clock = anchor
        .clock
        .map(|clock| ClockInterval::new(hour(clock.start), hour(clock.end)));
}
