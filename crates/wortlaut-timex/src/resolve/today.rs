//! Whether *heute* is the day or the present time.

use wortlaut_lexicon::{Mood, Tense};

use super::Resolver;
use crate::direction::{self, Direction};
use crate::expression::{Expression, Meaning};
use crate::lists::List;
use crate::tagger::{Domain, TodayPolicy};
use crate::word::{Preposition, Word};

impl Resolver<'_, '_> {
    /// Whether *heute* means the present time, not the day.
    pub(super) fn is_present(&self, expression: &Expression, next: Option<&Expression>) -> bool {
        match self.today {
            TodayPolicy::Day => false,
            TodayPolicy::Reference => true,
            TodayPolicy::Auto => {
                let scan = self.scan;
                if expression.rule == "timex.weekday.deictic" || expression.rule == "timex.deictic.adjective" {
                    return false;
                }
                if self.domain == Domain::Narrative {
                    return true;
                }
                let before = scan.word_of(expression.first.wrapping_sub(1));
                if matches!(before, Word::Preposition(Preposition::Until | Preposition::From))
                    && !scan
                        .form_of(expression.first.wrapping_sub(1))
                        .eq_ignore_ascii_case("seit")
                {
                    return self.published.is_none();
                }
                if matches!(before, Word::Preposition(Preposition::Of))
                    && scan
                        .form_of(expression.first.wrapping_sub(1))
                        .eq_ignore_ascii_case("von")
                {
                    return true;
                }
                if next.is_some_and(|next| matches!(next.meaning, Meaning::Clock(_)) && next.first < expression.end + 6)
                {
                    return false;
                }
                if self.is_general(expression) {
                    return true;
                }
                let told = direction::by_verb(scan, expression.first);
                match told.direction {
                    Direction::Past => !told.firm,
                    Direction::Future if told.firm => false,
                    _ => !self.daily,
                }
            }
        }
    }

    /// Whether the clause says what is so at present, not what happens on a day: *wie man heute weiß*, *heute wäre*.
    pub(super) fn is_general(&self, expression: &Expression) -> bool {
        let general = self.scan.ask_clause(expression.first, |syntax, clause, verb| {
            let Some(verb) = verb else { return false };
            if verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous {
                return true;
            }
            if verb.tense != Tense::Present {
                return false;
            }
            let subject = syntax
                .subject_of(clause)
                .and_then(|subject| subject.head.get(&self.scan.layer.tokens))
                .map_or("", |token| token.span.slice(self.scan.text));
            subject.eq_ignore_ascii_case("man") || List::State.has(&verb.lemma)
        });
        general.unwrap_or(false)
    }
}
