//! What dates leave behind: the year of a passage of history, the course of a narrative.

use wortlaut_lexicon::{Mood, Tense};
use wortlaut_syntax::ClauseIdx;
use wortlaut_tokenize::{TokenIdx, TokenKind, ZoneKind};

use super::{LONG_AGO, Resolved, Resolver, year};
use crate::Granularity;
use crate::calendar;
use crate::direction;
use crate::expression::{Expression, Length, Meaning, Sense, When};
use crate::render;
use crate::tagger::Domain;
use crate::word::Unit;
use jiff::civil::Date;

impl Resolver<'_, '_> {
    /// News: opens, carries on or ends a passage that tells of a time long before publication.
    pub(super) fn follow_history(
        &mut self,
        expression: &Expression,
        resolved: &Resolved,
        sentence: usize,
        paragraph: usize,
    ) {
        let (Domain::News, Some(published)) = (self.domain, self.published) else {
            return;
        };
        if expression.first >= self.open {
            return;
        }
        let (Meaning::Date(when) | Meaning::PartOf(when, _)) = expression.meaning else {
            return;
        };
        let long_ago = |year: i32| year + LONG_AGO <= calendar::year(published);
        let to_the_month = matches!(when, When::Day { .. } | When::Month { .. });
        self.history = match (year::said(when), self.history) {
            (Some(year), _) if to_the_month && long_ago(year) && self.is_narrated(expression) => {
                Some((year, sentence, paragraph))
            }
            // A bare year of the passage itself; any other leads out of it.
            (Some(year), Some((known, ..))) if year == known => Some((known, sentence, paragraph)),
            (None, Some((known, ..))) if resolved.date.is_some_and(|date| calendar::year(date) == known) => {
                Some((known, sentence, paragraph))
            }
            (None, known) if resolved.date.is_none() => known,
            (Some(_), _) => None,
            _ => {
                self.leave_history();
                None
            }
        };
    }

    /// News: a time of the present day ends a passage of history; its year goes on to nothing behind it.
    pub(super) fn leave_history(&mut self) {
        if self
            .history
            .is_some_and(|(year, ..)| self.carried.is_some_and(|(carried, ..)| carried == year))
        {
            self.carried = None;
        }
        self.history = None;
    }

    /// Whether the clause of an expression tells a story: Präteritum or Plusquamperfekt.
    pub(super) fn is_narrated(&self, expression: &Expression) -> bool {
        self.scan
            .ask_verb(expression.first, |verb| {
                let unreal = verb.mood == Mood::SubjunctiveII && !verb.mood_ambiguous;
                matches!(verb.tense, Tense::Past | Tense::Pluperfect) && verb.modal.is_none() && !unreal
            })
            .unwrap_or(false)
    }

    /// Narratives: a paragraph starts from the year of the heading above it.
    pub(super) fn enter_paragraph(&mut self, expression: &Expression) {
        if self.domain != Domain::Narrative {
            return;
        }
        let (_, paragraph) = self.place(expression.first);
        if paragraph == self.paragraph {
            return;
        }
        self.paragraph = paragraph;
        if let Some(first) = self.section.and_then(|year| calendar::day(year, 1, 1)) {
            self.last = Some((first, Granularity::Year));
        }
    }

    /// Whether a date becomes the one that later dates count from. In news every date does; a narrative is carried on
    /// by its headings and by the dates of its own course, not by what it mentions aside.
    pub(super) fn moves_on(&mut self, expression: &Expression, date: Date, granularity: Granularity) -> bool {
        if matches!(granularity, Granularity::Decade | Granularity::Century) {
            return false;
        }
        if self.domain == Domain::News {
            // Inside a passage the Plusquamperfekt only looks aside: *im selben Monat* is not the month before.
            let aside = expression.first < self.open
                && self.history.is_some()
                && self.last.is_some_and(|(last, _)| date < last)
                && self.is_before(expression.first);
            return !aside;
        }
        let year = calendar::year(date);
        if self.is_heading(expression.first) {
            let first_in_heading = !matches!(self.last_heading, Some((paragraph, _)) if paragraph == self.paragraph);
            if first_in_heading {
                self.last_heading = Some((self.paragraph, year));
                self.section = Some(year);
                return true;
            }
            if self.last_heading.is_some_and(|(_, first)| first != year) {
                // A range of years: its first is where the section starts, none holds for all of it.
                self.section = None;
            }
            return false;
        }
        let Some((last, _)) = self.last else { return true };
        let distance = year - calendar::year(last);
        if distance < 0 && self.is_before(expression.first) {
            return false;
        }
        match granularity {
            Granularity::Day | Granularity::DayPart | Granularity::Month | Granularity::Week => distance.abs() <= 12,
            _ => (0..=3).contains(&distance),
        }
    }

    /// Whether the clause of an expression looks further back: Plusquamperfekt.
    pub(super) fn is_before(&self, token: usize) -> bool {
        self.scan
            .ask_verb(token, |verb| verb.tense == Tense::Pluperfect)
            .unwrap_or(false)
    }

    /// Whether the clause of a token tells when something was reported.
    pub(super) fn is_report(&self, token: usize) -> bool {
        self.scan
            .ask_clause(token, |_, clause, verb| direction::is_report(clause, verb))
            .unwrap_or(false)
    }

    /// The innermost clause of a token.
    pub(super) fn clause(&self, token: usize) -> Option<ClauseIdx> {
        self.scan
            .ask(token, |syntax| syntax.clause_index_of(TokenIdx::new(token)))
    }

    /// Whether a token stands in a heading: a headline, or a paragraph without a full stop.
    pub(super) fn is_heading(&self, token: usize) -> bool {
        let layer = self.scan.layer;
        let token = TokenIdx::new(token);
        if layer.zone_of(token).is_some_and(|zone| zone.kind == ZoneKind::Headline) {
            return true;
        }
        let Some(paragraph) = layer
            .sentence_of(token)
            .and_then(|sentence| sentence.get(&layer.sentences))
            .and_then(|sentence| sentence.paragraph.get(&layer.paragraphs))
        else {
            return false;
        };
        let tokens = paragraph.tokens.slice(&layer.tokens);
        tokens.len() <= 12 && tokens.last().is_some_and(|last| last.kind != TokenKind::SentenceEnd)
    }

    /// *drei Tage später* in a narrative: the day, not the length.
    pub(super) fn later(&self, length: Length, sense: Sense) -> Option<Resolved> {
        let (last, _) = self.last?;
        let (_, unit) = length.first;
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let (interval, granularity) = render::length_interval(length, sense, last, false)?;
        let date = interval.start?;
        let fine = match granularity {
            Granularity::Day => Unit::Day,
            Granularity::Week => Unit::Week,
            Granularity::Month => Unit::Month,
            Granularity::Year => Unit::Year,
            _ => return None,
        };
        // The value is as fine as the unit, and the day stays known for what follows.
        let (value, interval, granularity) = render::unit_around(date, fine);
        Some(Resolved {
            value,
            interval,
            clock: None,
            granularity,
            date: Some(date),
            rules: vec!["timex.anchor.mention"],
            sure: 800,
        })
    }
}
