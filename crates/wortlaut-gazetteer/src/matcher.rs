//! Names of the lists in the text.

use jiff::civil::Date;
use wortlaut_text::{Confidence, EntityKind, Evidence, Gender, MentionForm, Span};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::gazetteer::Gazetteer;
use crate::keys::{KeyForm, Posting};
use crate::normal;
use crate::records::{Details, Flags, gender_from_byte};
use crate::scan::{self, Ending, List, Memory, Start};
use crate::shared::Shared;
use crate::words::Words;

/// What is known of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'g> {
    list: &'g Gazetteer,
    entry: u32,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) flags: Flags,
    pub(crate) priority: i16,
}

impl Record<'_> {
    /// Its name and identifiers.
    pub(crate) fn details(&self) -> Details {
        self.list.details(self.entry).unwrap_or_default()
    }
}

/// A posting that the words at one place may be.
struct Reading {
    list: usize,
    last: usize,
    ending: Ending,
    exact: bool,
    posting: Posting,
}

/// The gazetteers.
pub(crate) struct Matcher<'g> {
    lists: &'g [Gazetteer],
    /// The day of the text.
    day: Option<Date>,
}

/// How much lower an entry ranks that does not hold on the day of the text: behind others of its priority, before names
/// that no list has.
const OUTDATED: i32 = 500;

impl<'g> Matcher<'g> {
    pub(crate) fn new(lists: &'g [Gazetteer], day: Option<Date>) -> Self {
        Matcher { lists, day }
    }

    /// Whether an entry does not hold on the day of the text.
    fn is_outdated(&self, record: &Record<'_>) -> bool {
        self.day
            .filter(|_| record.flags.has(Flags::DATED))
            .is_some_and(|day| !record.details().validity.contains(day))
    }

    /// Marks first names and listed words, and gives the names of the lists.
    pub(crate) fn find(&self, words: &mut Words<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut memory = Memory::default();
        let mut readings: Vec<Reading> = Vec::new();
        let mut shared = Shared::default();
        let lists: Vec<List<'_>> = self.lists.iter().map(List::new).collect();
        for first in 0..words.all.len() {
            if !words
                .all
                .get(first)
                .is_some_and(|word| word.kind.is_wordlike() || word.kind.as_str() == "ordinal")
            {
                continue;
            }
            readings.clear();
            let written = scan::written(words, first, &mut memory);
            let mut start = Start::new(first, written);
            for (list, gazetteer) in lists.iter().enumerate() {
                scan::longest(gazetteer, words, &mut start, &mut memory);
                for hit in &memory.hits {
                    readings.extend(gazetteer.keys.postings(hit.found).map(|posting| Reading {
                        list,
                        last: hit.last,
                        ending: hit.ending,
                        exact: hit.found.exact,
                        posting,
                    }));
                }
            }
            let begin = found.len();
            self.judge(words, first, &readings, &mut found);
            shared.join(words, self, begin, &mut found);
        }
        shared.settle(words, &mut found);
        found
    }

    fn record(&self, list: usize, entry: u32) -> Option<Record<'g>> {
        let list = self.lists.get(list)?;
        let class = list.class(entry)?;
        Some(Record {
            list,
            entry,
            kind: class.kind,
            gender: class.gender,
            flags: class.flags,
            priority: class.priority,
        })
    }

    /// Decides which readings of the matches at `first` are candidates.
    fn judge(&self, words: &mut Words<'_>, first: usize, readings: &[Reading], into: &mut Vec<Candidate>) {
        let start = first;
        for &Reading {
            list,
            last,
            ending,
            exact,
            posting,
        } in readings
        {
            // Die Linke at the start of a sentence: the article is the sentence's, not the name's.
            let article = words.all.get(start).is_some_and(|word| word.first)
                && matches!(words.form(start), "Die" | "Der" | "Das");
            let first = if article && last > start { start + 1 } else { start };
            if posting.form == KeyForm::FirstName {
                if first == last {
                    let gender = gender_from_byte(u8::try_from(posting.entry).unwrap_or(0));
                    if let Some(word) = words.all.get_mut(first).filter(|_| ending == Ending::Plain) {
                        word.first_name = Some(gender);
                    }
                }
                continue;
            }
            let Some(record) = self.record(list, posting.entry) else {
                continue;
            };
            if record.flags.has(Flags::RIGID) && ending != Ending::Plain {
                continue;
            }
            // What is a word of its own must be spelt like the name.
            if !exact && first == last && words.all.get(first).is_some_and(|word| word.common) {
                continue;
            }
            let Some((form, permille, rule)) = self.reading(words, first, last, ending, posting.form, &record) else {
                let named = posting.form == KeyForm::Name && ending == Ending::Plain && exact && first == last;
                if let Some(word) = words.all.get_mut(first) {
                    word.maybe_place |= named && record.kind == EntityKind::Place;
                }
                continue;
            };
            let span = words.span(first, last);
            let target = Target::Listed {
                list,
                entry: posting.entry,
            };
            let mut candidate = Candidate::new(
                (first, last),
                record.kind,
                target,
                form,
                permille,
                Evidence::new(rule, span),
            );
            candidate.gender = record.gender;
            // What a list has as a name wins over a rule for the same words.
            candidate.rank += if matches!(posting.form, KeyForm::Name | KeyForm::Short | KeyForm::Variant) {
                1000
            } else {
                0
            };
            candidate.rank += i32::from(record.priority) * 1000 + rank(record.kind);
            if self.is_outdated(&record) {
                candidate.rank -= OUTDATED;
                candidate.confidence = Confidence::from_permille(permille.saturating_sub(200));
                candidate.evidence.push(Evidence::new("entity.list.outdated", span));
            }
            if record.flags.has(Flags::METONYM) {
                candidate.evidence.push(Evidence::new("entity.metonym", span));
            }
            if first == last {
                if let Some(word) = words.all.get_mut(first) {
                    word.listed = true;
                }
            }
            into.push(candidate);
        }
    }

    /// Whether the words around allow a reading, as which form, and how sure it is.
    fn reading(
        &self,
        words: &Words<'_>,
        first: usize,
        last: usize,
        ending: Ending,
        key: KeyForm,
        record: &Record<'_>,
    ) -> Option<(MentionForm, u16, &'static str)> {
        let word = words.all.get(first)?;
        let one = first == last;
        let next_capital = words.after(last).is_some_and(|next| {
            words
                .all
                .get(next)
                .is_some_and(|word| word.capital && word.spaced && !word.class.has(Class::NEVER))
        });
        match key {
            KeyForm::Name | KeyForm::Short | KeyForm::Genitive | KeyForm::Variant => {
                let genitive = ending == Ending::Genitive || key == KeyForm::Genitive;
                if record.flags.has(Flags::AMBIGUOUS) && one && !supports(words, first, last, record) {
                    return None;
                }
                if one && is_common_use(words, first, record) && !supports(words, first, last, record) {
                    return None;
                }
                // *Kohl Vormbrock*: before a word that only a surname can be, the surname of somebody listed is a first name.
                if one
                    && key == KeyForm::Short
                    && record.kind == EntityKind::Person
                    && next_capital
                    && words.after(last).is_some_and(|next| words.is_unknown(next))
                {
                    return None;
                }
                // A short name of two letters in capitals is sure only as written.
                let form = if genitive {
                    MentionForm::Genitive
                } else if key == KeyForm::Short {
                    MentionForm::Surname
                } else {
                    MentionForm::Name
                };
                // Im Grünen; the colour after an article in the neuter.
                if one
                    && words
                        .before(first)
                        .is_some_and(|before| matches!(words.form(before), "im" | "ins" | "Im" | "Ins"))
                    && words.form(first).starts_with("Grün")
                {
                    return None;
                }
                let permille = match (key, genitive, record.flags.has(Flags::AMBIGUOUS)) {
                    (_, _, true) => 700,
                    (KeyForm::Short | KeyForm::Variant, _, _) => 850,
                    (_, true, _) => 900,
                    _ => 950,
                };
                Some((form, permille, "entity.list.name"))
            }
            KeyForm::Surname | KeyForm::Namesakes => None,
            KeyForm::Adjective => {
                if ending == Ending::Genitive {
                    return None;
                }
                if word.capital && one {
                    // Deutsche Soldaten; not the language, and not the noun (der Deutsche), which is listed as people.
                    if !next_capital && !word.first {
                        return None;
                    }
                    if words.form(first).ends_with("isch") || words.form(first) == "Deutsch" {
                        return None;
                    }
                }
                Some((MentionForm::Derived, 900, "entity.list.adjective"))
            }
            KeyForm::PlaceAdjective => {
                if next_capital && ending == Ending::Plain {
                    Some((MentionForm::Derived, 880, "entity.list.place_adjective"))
                } else if word.common || record.flags.has(Flags::AMBIGUOUS) {
                    None
                } else {
                    Some((MentionForm::Demonym, 600, "entity.list.inhabitant"))
                }
            }
            KeyForm::People => {
                if ending == Ending::Genitive {
                    return None;
                }
                Some((MentionForm::Demonym, 870, "entity.list.inhabitant"))
            }
            KeyForm::FirstName => None,
        }
    }

    /// The best reading of a form that is not a token: a member of a compound. Ambiguous names do not count; a name that
    /// several entries of the same weight have is only a name.
    pub(crate) fn lookup(&self, form: &str) -> Option<(Target, Record<'g>)> {
        let mut best: Option<(i32, Target, Record<'g>)> = None;
        let mut shared = false;
        for (list, gazetteer) in self.lists.iter().enumerate() {
            for posting in gazetteer.lookup(form) {
                if !matches!(posting.form, KeyForm::Name | KeyForm::Short | KeyForm::Variant) {
                    continue;
                }
                let Some(record) = self.record(list, posting.entry) else {
                    continue;
                };
                if record.flags.has(Flags::RIGID) || record.flags.has(Flags::AMBIGUOUS) && !normal::is_all_caps(form, 2)
                {
                    continue;
                }
                let score = i32::from(record.priority) * 1000 + rank(record.kind) - i32::from(posting.form as u8);
                let target = Target::Listed {
                    list,
                    entry: posting.entry,
                };
                match &best {
                    Some((before, ..)) if *before > score => {}
                    Some((before, known, _)) if *before == score => {
                        let same_list = matches!(known, Target::Listed { list: known, .. } if *known == list);
                        shared |= same_list && *known != target;
                    }
                    _ => {
                        shared = false;
                        best = Some((score, target, record));
                    }
                }
            }
        }
        best.map(|(_, target, record)| {
            let target = if shared { Target::Named(form.to_owned()) } else { target };
            (target, record)
        })
    }

    /// Whether the lists have the word as an adjective of a place, and of which.
    pub(crate) fn adjective(&self, form: &str) -> Option<Target> {
        self.lists.iter().enumerate().find_map(|(list, gazetteer)| {
            gazetteer
                .lookup(form)
                .find(|posting| posting.form == KeyForm::Adjective)
                .map(|posting| Target::Listed {
                    list,
                    entry: posting.entry,
                })
        })
    }

    /// Whether the lists have the word as a first name.
    pub(crate) fn first_name(&self, form: &str) -> Option<Option<wortlaut_text::Gender>> {
        self.lists.iter().find_map(|gazetteer| {
            gazetteer
                .lookup(form)
                .find(|posting| posting.form == KeyForm::FirstName)
                .map(|posting| gender_from_byte(u8::try_from(posting.entry).unwrap_or(0)))
        })
    }

    /// What is known of a target.
    pub(crate) fn known(&self, target: &Target) -> Option<Record<'g>> {
        match target {
            Target::Listed { list, entry } => self.record(*list, *entry),
            Target::Named(_) => None,
        }
    }

    /// A listed person by surname alone: of those of the gender, if it is known, the only one or the one of the highest priority.
    pub(crate) fn surname(&self, form: &str, gender: Option<wortlaut_text::Gender>) -> Option<Target> {
        let mut best: Option<(i16, bool, Target)> = None;
        for (list, gazetteer) in self.lists.iter().enumerate() {
            for posting in gazetteer.lookup(form) {
                if posting.form == KeyForm::Namesakes {
                    return None;
                }
                if !matches!(posting.form, KeyForm::Surname | KeyForm::Short) {
                    continue;
                }
                let Some(record) = self.record(list, posting.entry) else {
                    continue;
                };
                if gender.is_some() && record.gender != gender {
                    continue;
                }
                match &mut best {
                    Some((priority, alone, _)) if *priority == record.priority => *alone = false,
                    Some((priority, ..)) if *priority > record.priority => {}
                    _ => {
                        let target = Target::Listed {
                            list,
                            entry: posting.entry,
                        };
                        best = Some((record.priority, true, target));
                    }
                }
            }
        }
        best.filter(|(_, alone, _)| *alone).map(|(_, _, target)| target)
    }

    /// Whether the lists have the word as what the inhabitants of a place are called.
    pub(crate) fn is_inhabitants(&self, form: &str) -> bool {
        self.lists
            .iter()
            .any(|gazetteer| gazetteer.lookup(form).any(|posting| posting.form == KeyForm::People))
    }
}

/// Among readings of the same words: what is meant more often.
fn rank(kind: EntityKind) -> i32 {
    match kind {
        EntityKind::Place => 40,
        EntityKind::Organization => 30,
        EntityKind::Person => 20,
        EntityKind::Event => 10,
        _ => 0,
    }
}

/// Whether one listed word is used as a common noun: *Füßen* is not *Füssen*, *zehn Franken* are money, *der Kanton
/// Graubünden* has a name after it.
fn is_common_use(words: &Words<'_>, index: usize, record: &Record<'_>) -> bool {
    let Some(word) = words.all.get(index) else { return false };
    // Keys have no ß; what is a word of its own must be spelt like the name.
    if word.common && words.raw(index).contains('ß') && !record.details().name.contains('ß') {
        return true;
    }
    let before = words.before(index);
    // A class noun with its article, or with the name of its instance.
    if word.class.has(Class::PLACE_NOUN) && record.kind == EntityKind::Place && word.common {
        let named = words.after(index).is_some_and(|next| {
            words
                .all
                .get(next)
                .is_some_and(|word| word.capital && word.spaced && !word.class.has(Class::NEVER))
        });
        let article = before.is_some_and(|before| words.is(before, Class::DETERMINER));
        return named || article;
    }
    words.form(index) == "Franken"
        && before.is_some_and(|before| {
            words.all.get(before).is_some_and(|word| word.kind == TokenKind::Number) || is_amount(words.form(before))
        })
}

/// A number word or a noun of number, after which a unit of money stands.
pub(crate) fn is_amount(form: &str) -> bool {
    let lowered = form.to_lowercase();
    matches!(
        form,
        "Mio." | "Mrd." | "Mio" | "Mrd" | "Tsd." | "Schweizer" | "paar" | "Anzahl"
    ) || [
        "million",
        "millionen",
        "milliarde",
        "milliarden",
        "billionen",
        "hundert",
        "tausend",
        "zig",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ]
    .iter()
    .any(|end| lowered.ends_with(end))
}

/// Whether the words around speak for a name that is a common word too.
fn supports(words: &Words<'_>, first: usize, last: usize, record: &Record<'_>) -> bool {
    let kind = record.kind;
    let article = record.flags.has(Flags::ARTICLE);
    let Some(before) = words.before(first) else {
        // A dateline: Essen (dpa) –
        return kind == EntityKind::Place
            && words
                .after(last)
                .is_some_and(|next| words.raw(next) == "(" || words.raw(next).starts_with(['–', '-', '—']));
    };
    match kind {
        EntityKind::Place => {
            let preposition = matches!(
                words.form(before),
                "in" | "aus" | "nach" | "In" | "Aus" | "Nach" | "bei" | "Bei" | "Richtung"
            );
            // Mountains and squares: am Hochstein, auf dem Hochstein, rund um den Hochstein.
            let article = article
                && (matches!(
                    words.form(before),
                    "am" | "Am" | "vom" | "Vom" | "zum" | "Zum" | "beim" | "Beim"
                ) || matches!(words.form(before), "dem" | "den")
                    && words
                        .before(before)
                        .is_some_and(|at| matches!(words.form(at), "auf" | "Auf" | "um" | "über" | "von")));
            preposition || article || words.is(before, Class::PLACE_NOUN) || words.raw(before) == "/"
        }
        EntityKind::Person => words.is_title(before),
        _ => {
            words.is(before, Class::ORGANIZATION_NOUN.or(Class::ORGANIZATION_ENDING))
                || words.all.get(first).is_some_and(|word| word.quoted)
                    && words.after(last).is_some_and(|next| {
                        words
                            .all
                            .get(next)
                            .is_some_and(|word| word.kind.as_str().starts_with("quote"))
                    })
        }
    }
}

/// The part of `span` that begins `start` bytes into it and is `len` bytes long, if the text was already normal.
pub(crate) fn part(span: Span, start: usize, len: usize) -> Option<Span> {
    let start = span.start().checked_add(u32::try_from(start).ok()?)?;
    let end = start.checked_add(u32::try_from(len).ok()?)?;
    Span::new(start, end).ok().filter(|part| span.contains(*part))
}
