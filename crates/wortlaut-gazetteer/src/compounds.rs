//! Names inside compounds: *SPD-Chef*, *Zypern-Konflikts*, *deutsch-dänische*, *Kremlsprecher*.
//!
//! What a compound is a mention of follows its head:
//!
//! * a head that is an event (*Konflikt*, *Krise*) or an organisation (*Administration*, *Fraktion*) makes an entity of
//!   its own, named by the compound in the nominative, with the member as part;
//! * any other head (a role, a thing) leaves the compound a mention of its member.

use wortlaut_lexicon::Lexicon;
use wortlaut_text::{EntityKind, Evidence, MentionForm};

use crate::candidate::{Candidate, Target};
use crate::classes::{self, Class};
use crate::matcher::{Matcher, part};
use crate::normal;
use crate::words::Words;

/// Longest member, in bytes, that is looked at.
const MAX_MEMBER: usize = 60;
/// Shortest role at the end of a compound, in bytes: *chef*.
const MIN_ROLE: usize = 4;

/// The compounds with a listed member.
pub(crate) fn find(words: &Words<'_>, matcher: &Matcher<'_>, into: &mut Vec<Candidate>) {
    for index in 0..words.all.len() {
        let Some(word) = words.all.get(index) else { break };
        if !word.kind.is_wordlike() || word.listed || word.first_name.is_some() {
            continue;
        }
        let form = words.form(index);
        if form.contains('-') {
            if let Some(candidate) = hyphenated(words, matcher, index, form) {
                into.push(candidate);
            }
        } else if word.capital {
            if let Some(candidate) = closed(words, matcher, index, form) {
                into.push(candidate);
            }
        }
    }
}

fn hyphenated(words: &Words<'_>, matcher: &Matcher<'_>, index: usize, form: &str) -> Option<Candidate> {
    if !normal::is_capitalised(form) {
        // deutsch-dänische, pro-russisch
        let (first, last) = form.rsplit_once('-')?;
        let target = matcher.adjective(last)?;
        let target = matcher.adjective(first).unwrap_or(target);
        let record = matcher.known(&target)?;
        let span = words.span(index, index);
        return Some(Candidate::new(
            (index, index),
            record.kind,
            target,
            MentionForm::Derived,
            800,
            Evidence::new("entity.compound.adjective", span),
        ));
    }
    // The longest run of first members that is a name: Karl-Marx-Stadt before Karl.
    for (at, _) in form.rmatch_indices('-').take(4) {
        let (first, rest) = (form.get(..at)?, form.get(at + 1..)?);
        if first.len() > MAX_MEMBER || rest.is_empty() {
            continue;
        }
        if let Some((target, record)) = matcher.lookup(first) {
            // Köln-Wahn, Berlin-Mitte: a part of the town, itself a place.
            if record.kind == EntityKind::Place && !rest.contains('-') && is_quarter(rest, first) {
                let span = words.span(index, index);
                return Some(Candidate::new(
                    (index, index),
                    EntityKind::Place,
                    Target::Named(form.to_owned()),
                    MentionForm::Name,
                    700,
                    Evidence::new("entity.compound.quarter", span),
                ));
            }
            return Some(with_member(
                words,
                index,
                (0, first.len()),
                rest,
                target,
                record.kind,
                record.gender,
            ));
        }
    }
    let (at, _) = form.rmatch_indices('-').next()?;
    let last = form.get(at + 1..)?;
    // St.-Ludger-Kirche, Anna-Seghers-Platz
    if classes::of(last).has(Class::BUILDING) && form.matches('-').count() > 1 {
        let span = words.span(index, index);
        return Some(Candidate::new(
            (index, index),
            EntityKind::Place,
            Target::Named(form.to_owned()),
            MentionForm::Name,
            700,
            Evidence::new("entity.compound.building", span),
        ));
    }
    if let Some(candidate) = name_and_head(words, matcher, index, form, (at, last)) {
        return Some(candidate);
    }
    let (target, record) = matcher.lookup(last)?;
    if record.kind == EntityKind::Person && !matches!(form.get(..at), Some("Ex" | "Anti" | "Pro")) {
        // Müller-Merkel is another person.
        return None;
    }
    Some(with_member(
        words,
        index,
        (at + 1, last.len()),
        "",
        target,
        record.kind,
        record.gender,
    ))
}

/// *Lüttgau-Institut*, *Hedda-Ostholt-Stiftung*, *Lüttgau-Brücke*: names no list knows, and the noun of an institution or
/// a building. *Holz-Brücke* and *Online-Institut* are none: all members but first names must be words nothing explains.
fn name_and_head(
    words: &Words<'_>,
    matcher: &Matcher<'_>,
    index: usize,
    form: &str,
    (at, head): (usize, &str),
) -> Option<Candidate> {
    let genitive = words
        .before(index)
        .is_some_and(|before| matches!(words.form(before), "des" | "Des" | "eines"));
    let stem = head.strip_suffix("es").or_else(|| head.strip_suffix('s'));
    let stem = stem.filter(|stem| genitive && classes::of(stem).has(Class::BUILDING.or(Class::NAMED_INSTITUTION)));
    let class = classes::of(stem.unwrap_or(head));
    let kind = if class.has(Class::NAMED_INSTITUTION) {
        EntityKind::Organization
    } else if class.has(Class::BUILDING) {
        EntityKind::Place
    } else {
        return None;
    };
    let mut unknown = false;
    for member in form.get(..at)?.split('-') {
        let short = member.chars().count() < 4;
        let first_name = matcher.first_name(member).is_some();
        if !normal::is_capitalised(member) || normal::is_all_caps(member, 2) {
            return None;
        }
        let explained = is_explained(member);
        if !first_name && (short || explained && !classes::of(member).has(Class::SURNAME)) {
            return None;
        }
        unknown |= first_name || !explained;
    }
    if !unknown {
        return None;
    }
    let name = stem.map_or_else(
        || form.to_owned(),
        |stem| format!("{}-{stem}", form.get(..at).unwrap_or_default()),
    );
    Some(Candidate::new(
        (index, index),
        kind,
        Target::Named(name),
        if stem.is_some() {
            MentionForm::Genitive
        } else {
            MentionForm::Name
        },
        750,
        Evidence::new("entity.compound.named", words.span(index, index)),
    ))
}

/// Whether a member of a compound is a word of the language, also with what joins it to the next one (*Multifunktions-Arena*).
pub(crate) fn is_explained(member: &str) -> bool {
    let lexicon = Lexicon::german();
    let known = |word: &str| lexicon.is_common_noun(word) || lexicon.analyses(word).next().is_some();
    // The ends of nouns made from other words.
    let abstract_noun = ["ions", "ungs", "heits", "keits", "schafts", "täts"]
        .iter()
        .any(|end| member.ends_with(end));
    known(member)
        || abstract_noun
        || member
            .strip_suffix('s')
            .is_some_and(|noun| lexicon.is_common_noun(noun))
}

/// The compound of a member, at `(start, len)` bytes of the token, and a head.
pub(crate) fn with_member(
    words: &Words<'_>,
    index: usize,
    (start, len): (usize, usize),
    head: &str,
    target: Target,
    kind: EntityKind,
    gender: Option<wortlaut_text::Gender>,
) -> Candidate {
    let span = words.span(index, index);
    let head = head.rsplit('-').next().unwrap_or(head);
    let (target, own, rule) = match own_kind(head) {
        Some((own, lemma)) => {
            let form = words.form(index);
            let stem = form.strip_suffix(head).unwrap_or(form);
            (Target::Named(format!("{stem}{lemma}")), own, "entity.compound.own")
        }
        None => (target, kind, "entity.compound.member"),
    };
    let mut candidate = Candidate::new(
        (index, index),
        own,
        target,
        MentionForm::Compound,
        880,
        Evidence::new(rule, span),
    );
    if own == kind {
        candidate.gender = gender;
    }
    candidate.part = part(span, start, len);
    if let Some(part) = candidate.part {
        candidate.evidence.push(Evidence::new("entity.compound.part", part));
    }
    candidate
}

/// The kind of the compounds with this head, if they are entities of their own, and the head in the nominative.
fn own_kind(head: &str) -> Option<(EntityKind, String)> {
    let stems = [
        Some(head),
        normal::strip(head, "s"),
        normal::strip(head, "es"),
        normal::strip(head, "en"),
    ];
    for stem in stems.into_iter().flatten() {
        let class = classes::of(stem);
        if class.has(Class::EVENT_HEAD) {
            return Some((EntityKind::Event, stem.to_owned()));
        }
        if class.has(Class::ORGANIZATION_COMPOUND_HEAD) {
            return Some((EntityKind::Organization, stem.to_owned()));
        }
    }
    None
}

/// Whether the second member of a name of a place is a part of the first.
fn is_quarter(rest: &str, town: &str) -> bool {
    matches!(
        rest,
        "Mitte" | "Nord" | "Süd" | "Ost" | "West" | "Altstadt" | "Neustadt" | "Zentrum"
    ) || town.len() > 3
        && normal::is_capitalised(rest)
        && !normal::is_all_caps(rest, 2)
        && !Lexicon::german().is_common_noun(rest)
        && Lexicon::german().analyses(rest).next().is_none()
}

/// Compounds in one word of an organisation and a role: *Kremlsprecher*, *Bundestagsabgeordnete*.
fn closed(words: &Words<'_>, matcher: &Matcher<'_>, index: usize, form: &str) -> Option<Candidate> {
    if !words.is(index, Class::TITLE) || !(10..=MAX_MEMBER * 2).contains(&form.len()) {
        return None;
    }
    // The role may itself be a compound (*fraktionsvize* in *Bundestagsfraktionsvize*), and the whole may be in the
    // lexicon, which then tells no head (*Bundestagspräsident*).
    let role = match Lexicon::german().role(form)?.head {
        0 => form.len().saturating_sub(MIN_ROLE),
        head => head,
    };
    for (at, _) in form.char_indices().skip(4).take_while(|&(at, _)| at <= role) {
        let first = form.get(..at)?;
        let unlinked = first
            .strip_suffix('s')
            .filter(|_| !form.get(at..).is_some_and(|rest| rest.starts_with('s')));
        for member in [Some(first), unlinked].into_iter().flatten() {
            if member.len() < 5 {
                continue;
            }
            let Some((target, record)) = matcher.lookup(member) else {
                continue;
            };
            if record.kind != EntityKind::Organization {
                continue;
            }
            let mut candidate = with_member(words, index, (0, member.len()), "", target, record.kind, record.gender);
            candidate
                .evidence
                .insert(0, Evidence::new("entity.compound.closed", words.span(index, index)));
            return Some(candidate);
        }
    }
    None
}
