//! People by the shape of what names them: *Kevin M.*, *Justin (9)*, *C. H. Quandt*, *Zhang Weimin*.

use wortlaut_text::{EntityKind, Evidence, Gender, MentionForm};
use wortlaut_tokenize::TokenKind;

use crate::candidate::{Candidate, Target};
use crate::classes::Class;
use crate::matcher::Matcher;
use crate::persons::{first_name, is_initial, step};
use crate::wordlists::List;
use crate::words::Words;

/// The evidence of a name whose first word is the surname.
pub(crate) const FAMILY_NAME_FIRST: &str = "entity.person.family_name_first";

/// The people named by a shape.
pub(crate) fn find(words: &Words<'_>, matcher: &Matcher<'_>, into: &mut Vec<Candidate>) {
    for index in 0..words.all.len() {
        if words.all.get(index).is_some_and(|word| word.capital) {
            into.extend(
                shortened(words, matcher, index)
                    .or_else(|| aged(words, matcher, index))
                    .or_else(|| initials(words, index))
                    .or_else(|| family_name_first(words, index)),
            );
        }
    }
}

fn person(
    words: &Words<'_>,
    at: (usize, usize),
    form: MentionForm,
    permille: u16,
    rank: i32,
    (rule, why): (&'static str, usize),
    gender: Option<Gender>,
) -> Candidate {
    let mut candidate = Candidate::new(
        at,
        EntityKind::Person,
        Target::Named(words.name(at.0, at.1)),
        form,
        permille,
        Evidence::new(rule, words.span(why, why)),
    );
    candidate.rank = rank;
    candidate.gender = gender;
    candidate
}

/// *Kevin M.*, *Hans-Peter K.*: a first name and a surname cut to its initial, as reports from courts have it.
fn shortened(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Candidate> {
    let gender = first_name(words, matcher, index)?;
    let word = words.all.get(index)?;
    let initial = step(words, index).filter(|&next| is_initial(words, next))?;
    // Karl F. Ostholt has a surname.
    if step(words, initial)
        .is_some_and(|next| words.is_nameable(next) && !words.all.get(next).is_some_and(|w| w.common))
    {
        return None;
    }
    let led = words
        .before(index)
        .is_some_and(|before| words.is_title(before) || words.is(before, Class::KIN) || is_aged(words, before));
    // Till, Mark: words of the language need a noun that announces a person. Sydney A.: a place does.
    if word.caps || (word.common || word.listed) && !led {
        return None;
    }
    Some(person(
        words,
        (index, initial),
        MentionForm::Name,
        820,
        850,
        ("entity.person.initial", initial),
        gender,
    ))
}

/// *Justin (9)*, *der kleine Justin*: a first name alone, with an age.
fn aged(words: &Words<'_>, matcher: &Matcher<'_>, index: usize) -> Option<Candidate> {
    let gender = first_name(words, matcher, index)?;
    let word = words.all.get(index)?;
    let free = words.before(index).is_none_or(|before| {
        words
            .all
            .get(before)
            .is_none_or(|word| !word.capital || words.is(before, Class::KIN) || words.is_title(before) || word.common)
    });
    if word.caps || word.common || word.listed || !free {
        return None;
    }
    let open = words.after(index).filter(|&at| words.raw(at) == "(");
    let number = open.and_then(|open| words.after(open));
    let close = number
        .and_then(|number| words.after(number))
        .filter(|&at| words.raw(at) == ")");
    let age = number.filter(|&at| {
        close.is_some()
            && words.all.get(at).is_some_and(|word| word.kind == TokenKind::Number)
            && words.raw(at).parse::<u16>().is_ok_and(|years| years < 120)
    });
    let child = words
        .before(index)
        .filter(|&before| matches!(words.form(before), "kleine" | "kleinen") || is_aged(words, before));
    let why = age.or(child)?;
    Some(person(
        words,
        (index, index),
        MentionForm::Surname,
        720,
        590,
        ("entity.person.age", why),
        gender,
    ))
}

/// *17-jährige*, *elfjährigen*, and *alte* after a number of years.
pub(crate) fn is_aged(words: &Words<'_>, index: usize) -> bool {
    let form = words.form(index);
    if form.starts_with("alte") {
        return words
            .before(index)
            .is_some_and(|before| matches!(words.form(before), "Jahre" | "Jahren"));
    }
    let Some((number, _)) = form.split_once("jährige") else {
        return false;
    };
    number.starts_with(|c: char| c.is_ascii_digit())
        || List::NUMBER_WORD.has(number)
        || List::NUMBER_WORD.before_ending(number).is_some()
}

/// *al-Quandti*, *asch-Scharif*: a name with the Arabic article.
pub(crate) fn is_arabic(form: &str) -> bool {
    form.split_once('-').is_some_and(|(article, name)| {
        matches!(
            article,
            "al" | "el"
                | "ad"
                | "as"
                | "asch"
                | "ar"
                | "an"
                | "at"
                | "az"
                | "ul"
                | "ud"
                | "es"
                | "esch"
                | "bin"
                | "ibn"
        ) && name.starts_with(char::is_uppercase)
            && name.chars().count() > 2
    })
}

/// *C. H. Quandt*: two or more initials and a surname; after the noun of an organisation its name.
fn initials(words: &Words<'_>, index: usize) -> Option<Candidate> {
    if !is_initial(words, index) {
        return None;
    }
    let before = words.before(index);
    // Karl F. J. Quandt; z. B. A. Quandt: not the beginning.
    if before.is_some_and(|before| {
        is_initial(words, before)
            || words
                .all
                .get(before)
                .is_some_and(|word| word.kind == TokenKind::Abbreviation)
    }) {
        return None;
    }
    let mut last = index;
    while let Some(next) = step(words, last).filter(|&next| is_initial(words, next) && next - index < 3) {
        last = next;
    }
    let surname = step(words, last)?;
    let word = words.all.get(surname)?;
    let foreign = Class::ENGLISH_ORGANIZATION
        .or(Class::ENGLISH_PLACE)
        .or(Class::ENGLISH_THING);
    if last == index
        || word.caps
        || word.class.has(foreign)
        || !(words.is_unknown(surname) || word.class.has(Class::SURNAME) && words.is_nameable(surname))
    {
        return None;
    }
    let class = before.map(|before| words.class(before)).unwrap_or_default();
    let firm = class.has(Class::ORGANIZATION_NOUN.or(Class::ORGANIZATION_ENDING));
    // A name before it may be what these letters belong to.
    if before.is_some_and(|before| words.is_unknown(before)) {
        return None;
    }
    let mut candidate = person(
        words,
        (index, surname),
        MentionForm::Name,
        750,
        845,
        ("entity.person.initials", last),
        None,
    );
    if firm {
        candidate.kind = EntityKind::Organization;
    }
    Some(candidate)
}

/// *Zhang Weimin*, *Park Seo-joon*: an East Asian surname and a given name in the order of their languages.
fn family_name_first(words: &Words<'_>, index: usize) -> Option<Candidate> {
    let word = words.all.get(index)?;
    if word.caps || word.kind != TokenKind::Word || !List::FAMILY_FIRST.has(words.form(index)) {
        return None;
    }
    // Jackie Chen Weimin: the surname is not the first word.
    if words.before(index).is_some_and(|before| {
        words
            .all
            .get(before)
            .is_some_and(|word| word.capital && !word.common && (word.first_name.is_some() || words.is_unknown(before)))
    }) {
        return None;
    }
    let mut last = step(words, index)?;
    if !is_given_name(words, last) {
        return None;
    }
    // Vietnamese names have three words.
    if let Some(next) = step(words, last).filter(|&next| is_given_name(words, next)) {
        last = next;
    }
    Some(person(
        words,
        (index, last),
        MentionForm::Name,
        800,
        870,
        (FAMILY_NAME_FIRST, index),
        None,
    ))
}

/// *Weimin*, *Seo-joon*, *Van*: a word that nothing explains, of syllables that these languages have.
fn is_given_name(words: &Words<'_>, index: usize) -> bool {
    let form = words.form(index);
    let plain = words
        .all
        .get(index)
        .is_some_and(|word| word.capital && !word.caps && !word.common && !word.listed && word.kind == TokenKind::Word);
    if !plain || words.is(index, Class::NEVER.or(Class::DETERMINER)) {
        return false;
    }
    match form.split_once('-') {
        // The second member is written small (or as a name of its own: Chi-Ming).
        Some((first, second)) => is_syllables(first) && is_syllables(second),
        None => is_syllables(form),
    }
}

/// Whether a word is one to three syllables of an initial, vowels, and perhaps *n*, *ng* or another closing consonant.
fn is_syllables(word: &str) -> bool {
    const INITIALS: [&str; 12] = ["zh", "ch", "sh", "ng", "nh", "ph", "th", "tr", "kh", "gh", "kw", "hw"];
    let lowered = word.to_lowercase();
    let mut rest = lowered.as_str();
    if rest.len() > 12 || !rest.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut syllables = 0;
    while !rest.is_empty() {
        syllables += 1;
        let long = INITIALS.iter().find_map(|initial| rest.strip_prefix(initial));
        rest = long.or_else(|| rest.strip_prefix(|c: char| !vowel(c))).unwrap_or(rest);
        let after = rest.trim_start_matches(vowel);
        if after.len() == rest.len() || rest.len() - after.len() > 3 || syllables > 3 {
            return false;
        }
        // The closing consonant, if no vowel follows it.
        let closing = ["ng", "n", "k", "l", "m", "p", "t", "h"].iter().find_map(|end| {
            let left = after.strip_prefix(end)?;
            (!left.starts_with(vowel)).then_some(left)
        });
        rest = closing.unwrap_or(after);
    }
    syllables > 0
}
