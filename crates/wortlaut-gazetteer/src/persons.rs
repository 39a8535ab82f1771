//! People no list knows: first name and surname, titles, ages, parties in brackets.

use wortlaut_lexicon::{Category, Lexicon, Number, Person, VerbForm};
use wortlaut_text::{EntityKind, Evidence, Gender, MentionForm, Span};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::matcher::Matcher;
use crate::noun_names;
use crate::person_shapes::{is_aged, is_arabic};
use crate::words::Words;

/// Longest name in tokens.
const MAX_TOKENS: usize = 8;

/// The people named by rules.
pub(crate) fn find(words: &Words<'_>, matcher: &Matcher<'_>, into: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < words.all.len() {
        let found = after_first_name(words, matcher, index)
            .or_else(|| after_title(words, index))
            .or_else(|| noun_names::after_office(words, index))
            .or_else(|| noun_names::said(words, index))
            .or_else(|| two_unknown(words, index))
            .or_else(|| one_unknown(words, index));
        match found {
            Some(candidate) => {
                index = candidate.last + 1;
                into.push(candidate);
            }
            None => index += 1,
        }
    }
}

/// Whether a token is a first name: listed, or of listed members (*Karl-Otto*).
pub(crate) fn first_name(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Option<Gender>> {
    let word = words.all.get(index)?;
    let money = words.form(index) != "Mark" || noun_names::is_money(words, index);
    let never = word.class.has(Class::NEVER) && money;
    if !word.capital || never || word.class.has(Class::DETERMINER) {
        return None;
    }
    if let Some(gender) = word.first_name {
        return Some(gender);
    }
    let form = words.form(index);
    let (first, rest) = form.split_once('-')?;
    let gender = matcher.first_name(first)?;
    rest.split('-')
        .all(|member| matcher.first_name(member).is_some())
        .then_some(gender)
}

/// An initial: *W.*, *J.*
pub(crate) fn is_initial(words: &Words<'_>, index: usize) -> bool {
    let form = words.form(index);
    let mut chars = form.chars();
    matches!((chars.next(), chars.next(), chars.next()), (Some(letter), dot, None)
        if letter.is_uppercase() && matches!(dot, Some('.')))
}

/// The Roman number of a ruler after a name: *II.*
fn regnal(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = step(words, at)?;
    let form = words.form(next).strip_suffix('.')?;
    let roman = !form.is_empty() && form.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    (roman && words.all.get(next)?.kind == TokenKind::Ordinal).then_some(next)
}

/// First name, more first names, initials, particles, surname.
fn after_first_name(words: &Words<'_>, matcher: &Matcher<'_>, start: usize) -> Option<Candidate> {
    let gender = first_name(words, matcher, start)?;
    let first_word = words.all.get(start)?;
    let mut last = start;
    let mut at = start;
    let mut names = 1;
    // More first names and initials.
    while let Some(next) = step(words, at) {
        if is_initial(words, next) {
            at = next;
        } else if first_name(words, matcher, next).is_some() {
            at = next;
            last = next;
            names += 1;
        } else {
            break;
        }
        if at - start > MAX_TOKENS {
            break;
        }
    }
    let (surname, particles) = surname(words, at)
        // Guido Ostholt von der Stiftung, Anna von der Polizei: the noun is no name.
        .filter(|&(end, particles)| {
            let joined = step(words, at).is_some_and(|next| words.form(next) == "vom");
            particles == 0 || words.is_unknown(end) || particles == 1 && !joined && (names == 1 || !words.is_title(end))
        })
        .map(|(end, particles)| (Some(end), particles))
        .unwrap_or((None, 0));
    let end = match surname {
        Some(end) => end,
        // Friedrich II.: a ruler.
        None if regnal(words, at).is_some() => regnal(words, at)?,
        // Kevin M.: who is not to be known in full.
        None if at > last => at,
        // Hans Peter: the second first name is the surname.
        None if names > 1 => last,
        None => return None,
    };
    // Ben Jehudastraße, Ella Quandtmann School: no people.
    let foreign = Class::ENGLISH_ORGANIZATION
        .or(Class::ENGLISH_PLACE)
        .or(Class::ENGLISH_THING);
    if particles == 0 && end > start && words.is(end, Class::STREET.or(foreign))
        || words.after(end).is_some_and(|next| words.is(next, foreign))
    {
        return None;
    }
    let titled = words.before(start).is_some_and(|before| words.is_title(before));
    if let Some(end_word) = words.all.get(end) {
        // Inside a sentence verbs and adjectives have no capital: Lasse, Till, Kai.
        let first_noun = first_word.first || Lexicon::german().noun(words.form(start)).is_some();
        let first_common = first_word.common && first_noun && !first_word.class.has(Class::MAINLY_FIRST_NAME);
        let doubtful_first = first_word.common || first_word.listed || first_word.first;
        let doubtful_last = end_word.common || end_word.listed;
        // A first name that is a word too needs a surname that is none, or a title.
        let doubtful = doubtful_last && !end_word.class.has(Class::SURNAME);
        if !titled
            && (first_common || first_word.listed)
            && doubtful
            && particles == 0
            && !noun_names::tells_person(words, start, end)
        {
            return None;
        }
        if end_word.common && end_word.caps && doubtful_first {
            return None;
        }
        // Abbreviations are no surnames: Peter (AP), Anna SPD.
        if end_word.caps && !first_word.caps && surname == Some(end) {
            return None;
        }
    }
    let span = words.span(start, end);
    let mut candidate = Candidate::new(
        (start, end),
        EntityKind::Person,
        Target::Named(words.name(start, end)),
        MentionForm::Name,
        if titled { 920 } else { 850 },
        Evidence::new("entity.person.first_name", words.span(start, start)),
    );
    candidate.rank = 850;
    candidate.gender = gender.or_else(|| title_gender(words, start));
    if let Some(before) = words.before(start).filter(|_| titled) {
        candidate
            .evidence
            .push(Evidence::new("entity.person.title", words.span(before, before)));
    }
    if let Some(party) = bracket(words, end) {
        candidate.evidence.push(Evidence::new("entity.person.bracket", party));
    }
    if candidate.evidence.is_empty() {
        candidate.evidence.push(Evidence::new("entity.person.first_name", span));
    }
    Some(candidate)
}

/// The next token, if it stands in the same sentence and after white space.
pub(crate) fn step(words: &Words<'_>, at: usize) -> Option<usize> {
    let next = words.after(at)?;
    words.all.get(next).filter(|word| word.spaced)?;
    Some(next)
}

/// The end of a surname after `at`, and how many particles it has.
fn surname(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let mut next = step(words, at)?;
    let mut particles = 0;
    while particles < 3 && !words.all.get(next)?.capital && !is_arabic(words.form(next)) {
        let allowed = if particles == 0 {
            Class::PARTICLE
        } else {
            Class::SECOND_PARTICLE
        };
        if !words.is(next, allowed) {
            return None;
        }
        next = step(words, next)?;
        particles += 1;
    }
    // Ahmad al-Quandti: the article joined to the name.
    if particles == 0 && is_arabic(words.form(next)) {
        return Some((next, 1));
    }
    let word = words.all.get(next)?;
    if !words.is_nameable(next) || word.class.has(Class::ADDRESS) || word.kind != TokenKind::Word && particles == 0 {
        return None;
    }
    // Lucia Varela de Sande: a particle that German does not use elsewhere.
    if particles == 0 {
        let further = step(words, next).filter(|&at| {
            matches!(
                words.form(at),
                "de" | "di" | "del" | "da" | "dos" | "van" | "bin" | "al"
            )
        });
        if let Some(end) = further
            .and_then(|at| step(words, at))
            .filter(|&end| words.is_unknown(end))
        {
            return Some((end, 1));
        }
    }
    // A second surname, if nothing else explains it.
    if let Some(second) = step(words, next) {
        if words.is_unknown(second)
            && words.is_unknown(next)
            && !words.form(next).ends_with("'s")
            && words
                .all
                .get(second)
                .is_some_and(|word| !word.caps && word.kind == TokenKind::Word)
        {
            return Some((second, particles));
        }
    }
    Some((next, particles))
}

/// A title and a name: *Trainer Zdravko Mihalić*, *Frau Ostholt*, *der 45-jährige Quandt*.
fn after_title(words: &Words<'_>, start: usize) -> Option<Candidate> {
    let before = words.before(start)?;
    if !words.all.get(start)?.spaced {
        return None;
    }
    let address = words.is(before, Class::ADDRESS);
    let aged = is_aged(words, before);
    // Das Start-up Hydrola, der Gemeinderat Quandtstedt: a body is no person.
    if words.is(before, Class::ORGANIZATION_NOUN) || is_body_of_place(words, before, start) {
        return None;
    }
    // Einen 43-jährigen Mann, ein 50-jähriger Koch.
    let indefinite = aged
        && words.before(before).is_none_or(|article| {
            let form = words.form(article);
            form.starts_with("ein")
                || form.starts_with("Ein")
                || words.all.get(article).is_some_and(|word| !word.kind.is_wordlike())
        });
    if aged && words.all.get(start)?.common && (indefinite || words.is_title(start)) {
        return None;
    }
    if !(address || aged || words.is_title(before)) || !words.is_nameable(start) {
        return None;
    }
    // Herr Koch, Frau Richter: many surnames are roles; a role before another capitalised word is one (Frau Ministerin X).
    let before_name = step(words, start).is_some_and(|next| words.is_nameable(next));
    let surname_noun = words.is(start, Class::SURNAME);
    if words.is_title(start) && (before_name || !address && !surname_noun) || words.all.get(start)?.caps {
        return None;
    }
    let free =
        !words.all.get(start)?.listed && (address && !is_office(words, start) || words.is(start, Class::SURNAME));
    if !words.is_unknown(start) && !free {
        // A listed first name after a word of kinship: seine Frau Hedwig.
        let named = words.all.get(start)?.first_name.is_some() && words.is(before, Class::KIN);
        if !named {
            return None;
        }
    }
    let mut end = start;
    if let Some(number) = regnal(words, start) {
        end = number;
    } else if let Some(next) = step(words, start) {
        if (words.is_unknown(next) || words.is_unknown(start) && is_bare_genitive(words, next))
            && words
                .all
                .get(next)
                .is_some_and(|word| word.kind == TokenKind::Word && !word.caps)
        {
            end = next;
            // Names of three parts that nothing explains: Hagar Tsegaye Meskel.
            if let Some(third) = step(words, next).filter(|&at| words.is_unknown(next) && words.is_unknown(at)) {
                if words
                    .all
                    .get(third)
                    .is_some_and(|word| word.kind == TokenKind::Word && !word.caps)
                {
                    end = third;
                }
            }
        } else if let Some((surname_end, _)) = surname(words, start).filter(|(_, particles)| *particles > 0) {
            if words.is_unknown(surname_end) && words.is_unknown(start) {
                end = surname_end;
            }
        }
    }
    // Die Architekten Quandt & Söhne: a firm.
    if words.after(end).is_some_and(|next| words.raw(next) == "&") {
        return None;
    }
    let mut candidate = Candidate::new(
        (start, end),
        EntityKind::Person,
        Target::Named(words.name(start, end)),
        if end > start {
            MentionForm::Name
        } else {
            MentionForm::Surname
        },
        if address { 850 } else { 700 },
        Evidence::new(
            if aged {
                "entity.person.age"
            } else {
                "entity.person.title"
            },
            words.span(before, before),
        ),
    );
    candidate.rank = 600;
    candidate.gender = words
        .all
        .get(start)?
        .first_name
        .flatten()
        .or_else(|| title_gender(words, start));
    Some(candidate)
}

/// A council and the town it is the council of, where that is more likely than a councillor and a surname: with the
/// article (*im Gemeinderat Quandtstedt*), or before a colon, as headlines have it.
pub(crate) fn is_body_of_place(words: &Words<'_>, council: usize, index: usize) -> bool {
    if !words.is(council, Class::COLLECTIVE) {
        return false;
    }
    let article = words.before(council).is_some_and(|before| {
        matches!(
            words.form(before),
            "der" | "Der" | "dem" | "den" | "des" | "im" | "Im" | "vom" | "Vom" | "beim" | "Beim" | "zum"
        )
    });
    let label = words.before(council).is_none()
        && words.form(index).chars().count() > 4
        && words.is(index, Class::NAME_ENDING)
        && words.after(index).is_none_or(|next| words.raw(next) == ":");
    article || label
}

/// A word that as a noun would be a genitive in *-s*: *Reimers*, *Peters*. No such noun follows a name without an
/// article, so after a name it is a surname.
fn is_bare_genitive(words: &Words<'_>, index: usize) -> bool {
    let form = words.form(index);
    let plural = Lexicon::german().noun(form).and_then(|noun| noun.number) == Some(Number::Plural);
    form.ends_with('s') && !form.ends_with("ss") && words.is_nameable(index) && !words.is_title(index) && !plural
}

/// An office, which after a word of address is no name: *Herr Bürgermeister*.
pub(crate) fn is_office(words: &Words<'_>, index: usize) -> bool {
    words.is_title(index) && !words.is(index, Class::SURNAME)
}

/// Two or three words in a row that nothing explains, with a sign of a person after them: *X Y (CDU)*, *X Y, Trainer*.
fn two_unknown(words: &Words<'_>, start: usize) -> Option<Candidate> {
    if !words.is_unknown(start) || words.all.get(start)?.caps || words.all.get(start)?.quoted {
        return None;
    }
    let (end, _) = surname(words, start)?;
    if !words.is_unknown(end) || words.all.get(end)?.caps {
        return None;
    }
    if words.before(start).is_some_and(|before| {
        words.is(
            before,
            Class::ORGANIZATION_NOUN
                .or(Class::ORGANIZATION_ENDING)
                .or(Class::OTHER_NOUN)
                .or(Class::PLACE_NOUN)
                .or(Class::EVENT_NOUN),
        ) || words.is_unknown(before)
    }) {
        return None;
    }
    let sign = bracket(words, end)
        .or_else(|| apposition(words, end))
        .or_else(|| speech(words, start, end));
    let span = sign?;
    let mut candidate = Candidate::new(
        (start, end),
        EntityKind::Person,
        Target::Named(words.name(start, end)),
        MentionForm::Name,
        700,
        Evidence::new("entity.person.sign", span),
    );
    candidate.rank = 500;
    Some(candidate)
}

/// One word that nothing explains, where a person is likely: beside a verb of speech, or as a bare subject.
fn one_unknown(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if !words.is_unknown(index) || word.kind != TokenKind::Word || word.caps || word.quoted {
        return None;
    }
    let form = words.form(index);
    if form.len() < 4 || form.contains('-') || !form.chars().all(char::is_alphabetic) {
        return None;
    }
    let after = words.after(index)?;
    if words.all.get(after).is_some_and(|word| word.capital) {
        return None;
    }
    let said = speech(words, index, index).filter(|_| {
        words.before(index).is_none_or(|before| {
            words.is(before, Class::SPEECH_VERB)
                || words.all.get(before).is_none_or(|word| word.kind != TokenKind::Word)
        })
    });
    // Köhler kam; dann kam Köhler.
    let subject = match words.before(index) {
        None => is_finite(words.form(after)),
        Some(before) => words.raw(before) != "," && is_finite(words.form(before)),
    };
    if said.is_none() && !subject {
        return None;
    }
    let mut candidate = Candidate::new(
        (index, index),
        EntityKind::Person,
        Target::Named(words.name(index, index)),
        MentionForm::Surname,
        if said.is_some() { 600 } else { 400 },
        Evidence::new(
            "entity.person.subject",
            said.unwrap_or_else(|| words.span(index, index)),
        ),
    );
    candidate.rank = 200;
    Some(candidate)
}

/// Whether the word can be a finite verb.
pub(crate) fn is_finite(form: &str) -> bool {
    !form.starts_with(char::is_uppercase)
        && Lexicon::german().analyses(form).any(|reading| {
            matches!(reading.category, Category::Verb | Category::Auxiliary | Category::Modal)
                && reading.features.verb_form == Some(VerbForm::Finite)
                && reading.features.person == Some(Person::Third)
                && reading.features.number == Some(Number::Singular)
        })
}

/// A party, an age or a year in brackets right after.
pub(crate) fn bracket(words: &Words<'_>, end: usize) -> Option<Span> {
    let open = words.after(end).filter(|&at| words.raw(at) == "(")?;
    let inside = words.after(open)?;
    let word = words.all.get(inside)?;
    let age = word.kind == TokenKind::Number && words.raw(inside).len() <= 3;
    (age || word.caps || word.listed).then(|| words.span(open, inside))
}

/// A comma and a role: *, Sprecher der …*; *, Trainerin*; *, 45,*
pub(crate) fn apposition(words: &Words<'_>, end: usize) -> Option<Span> {
    let comma = words.after(end).filter(|&at| words.raw(at) == ",")?;
    let role = words.after(comma)?;
    let age = words.all.get(role)?.kind == TokenKind::Number
        && words
            .after(role)
            .is_some_and(|next| matches!(words.raw(next), "," | "Jahre"));
    (words.is(role, Class::TITLE.or(Class::TITLE_ENDING)) || age).then(|| words.span(comma, role))
}

/// A verb of speech directly before or after.
fn speech(words: &Words<'_>, start: usize, end: usize) -> Option<Span> {
    [words.before(start), words.after(end)]
        .into_iter()
        .flatten()
        .find(|&at| words.is(at, Class::SPEECH_VERB))
        .map(|at| words.span(at, at))
}

/// The gender a title before the name tells.
pub(crate) fn title_gender(words: &Words<'_>, start: usize) -> Option<Gender> {
    let before = words.before(start)?;
    let form = words.form(before);
    if !words.is_title(before) {
        return None;
    }
    if words.is(before, Class::WOMAN) || form.ends_with("in") && form.len() > 4 {
        return Some(Gender::Feminine);
    }
    if words.is(before, Class::ANYONE) || form.ends_with('e') || form.ends_with("en") {
        return None;
    }
    Some(Gender::Masculine)
}
