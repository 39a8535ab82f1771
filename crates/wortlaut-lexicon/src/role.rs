//! Titles, offices, professions and institutions: what a noun makes of the one it names.

use wortlaut_text::Gender;

use crate::Number;
use crate::buffer::{MAX_WORD, WordBuffer};
use crate::index;
use crate::{Category, packed::Packed};

/// What sort of role it is. Where a noun has two (a *Trainer* holds a post and a profession), the one that comes first
/// here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RoleKind {
    /// *Herr*, *Frau*.
    Address,
    /// *Dr.*, *Professor*, *Graf*.
    Title,
    /// *Sprecherin*, *Regierungssprecher*.
    Spokesperson,
    /// Who holds a post: *Kanzler*, *Vorsitzende*, *Chef*, *Botschafterin*, *Bischof*.
    Office,
    /// *Polizist*, *Historikerin*, *Experte*.
    Profession,
    /// What somebody is in the news: *Zeugin*, *Opfer*, *Kritiker*, *Angeklagte*, *Mitglied*.
    Person,
    /// *Vater*, *Ehefrau*.
    Kin,
    /// People together: *Leute*, *Familie*, *Mannschaft*.
    Group,
    /// What speaks through people: *Polizei*, *Ministerium*, *Partei*, *Unternehmen*.
    Institution,
}

/// The role a noun gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// What sort of role.
    pub kind: RoleKind,
    /// The noun in the nominative singular (of a plural listed alone, the plural); of a compound its head: *Sprecher*
    /// for *Kremlsprecher*.
    pub lemma: &'static str,
    /// Gender, where the form tells: masculine for *Sprecher* (which may also be a plural), none for *Vorsitzende* and
    /// for a form that is only a plural.
    pub gender: Option<Gender>,
    /// Number, where the form tells: *Sprecher* can be both.
    pub number: Option<Number>,
    /// Where the head of a compound begins, in bytes from the start of the form; 0 for a simple noun.
    pub head: usize,
}

/// The shortest head, in bytes, a compound is taken apart for without more ado. Shorter ones end too many names
/// (*Europa*, *Stefan*).
const LONG_HEAD: usize = 6;

/// Short heads that are productive and seldom the end of a name.
const SHORT_HEADS: [&str; 22] = [
    "chef", "chefs", "chefin", "boss", "vize", "amt", "amts", "amtes", "ämter", "bank", "banken", "arzt", "ärzte",
    "räte", "rätin", "rats", "rates", "team", "teams", "wehr", "klub", "club",
];

pub(crate) fn role(form: &str) -> Option<Role> {
    if form.len() > MAX_WORD || !form.starts_with(char::is_uppercase) {
        return None;
    }
    if let Some(role) = whole(form) {
        return Some(role);
    }
    // A compound with a hyphen is what its last word is: *SPD-Chefin*, *CDU-Kreisvorsitzende*.
    if let Some(hyphen) = form.rfind(['-', '‑']) {
        let last = hyphen + form.get(hyphen..)?.chars().next()?.len_utf8();
        let role = role(form.get(last..)?)?;
        let head = last + role.head;
        return Some(Role { head, ..role });
    }
    // The longest head first: *Staatssekretär* before *Sekretär*.
    form.char_indices().skip(3).find_map(|(at, _)| {
        let head = form.get(at..)?;
        if head.len() < LONG_HEAD && !SHORT_HEADS.contains(&head) {
            return None;
        }
        let raised = WordBuffer::raised(head)?;
        whole(raised.as_str()).map(|role| Role { head: at, ..role })
    })
}

fn whole(form: &str) -> Option<Role> {
    let sense = index::find(form.as_bytes())
        .senses()
        .find(|sense| sense.lemma.role() != 0)?;
    let kind = match sense.lemma.role() {
        1 => RoleKind::Address,
        2 => RoleKind::Title,
        3 => RoleKind::Spokesperson,
        4 => RoleKind::Office,
        5 => RoleKind::Profession,
        6 => RoleKind::Person,
        7 => RoleKind::Kin,
        8 => RoleKind::Group,
        9 => RoleKind::Institution,
        _ => return None,
    };
    let nouns = || {
        let (first, end) = sense.readings();
        (first..end)
            .map(index::reading)
            .filter(|reading| reading.category() == Category::Noun)
            .map(Packed::features)
    };
    let gendered = || nouns().filter_map(|features| features.gender);
    let first = nouns().next()?;
    Some(Role {
        kind,
        lemma: sense.lemma.text(),
        gender: gendered()
            .next()
            .filter(|gender| gendered().all(|other| other == *gender)),
        number: first.number.filter(|_| nouns().all(|f| f.number == first.number)),
        head: 0,
    })
}
