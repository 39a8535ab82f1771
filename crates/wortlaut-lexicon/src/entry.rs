//! What a look-up finds: packed, copied freely, and unpacked only as far as it is asked.

use crate::analyses::Analyses;
use crate::buffer::{MAX_WORD, WordBuffer};
use crate::index::{self, Form};
use crate::packed::Facts;
use crate::{Case, CaseSet, Category, VerbForm};

/// A set of categories, in bits: bit n is the category whose discriminant is n.
///
/// ```
/// use wortlaut_lexicon::{Category, Lexicon};
///
/// let zu = Lexicon::german().lookup("zu").ok_or("no entry")?.categories();
/// assert!(zu.contains(Category::Preposition) && zu.contains(Category::InfinitiveMarker));
/// assert_eq!(zu.bits() >> Category::Verb as u32 & 1, 0);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CategorySet(u32);

impl CategorySet {
    /// Whether the category is in the set.
    #[must_use]
    pub const fn contains(self, category: Category) -> bool {
        self.0 >> category as u32 & 1 != 0
    }

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }
}

/// A set of verb forms, in bits: bit n is the form whose discriminant is n.
///
/// ```
/// use wortlaut_lexicon::{Lexicon, VerbForm};
///
/// let forms = Lexicon::german().lookup("verlassen").ok_or("no entry")?.verb_forms();
/// assert!(forms.contains(VerbForm::Infinitive) && forms.contains(VerbForm::PastParticiple));
/// assert!(!forms.contains(VerbForm::PresentParticiple));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VerbFormSet(u8);

impl VerbFormSet {
    /// Whether the verb form is in the set.
    #[must_use]
    pub const fn contains(self, form: VerbForm) -> bool {
        self.0 >> form as u8 & 1 != 0
    }

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether the form is that of no verb.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What the lexicon knows of a form: the result of [`Lexicon::lookup`](crate::Lexicon::lookup).
///
/// Its questions are answered from a few bits; the readings are unpacked one by one as they are iterated.
///
/// ```
/// use wortlaut_lexicon::{Category, Lexicon};
///
/// let entry = Lexicon::german().lookup("angekündigt").ok_or("no entry")?;
/// assert!(entry.categories().contains(Category::Verb) && !entry.is_finite());
/// assert!(entry.readings().any(|reading| reading.lemma == "ankündigen" && reading.particle == 2));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The form as it stands, without the ending of an adjective, and without *un-*.
    pub(crate) forms: [Form; 3],
    /// Of each the cases that the ending of an adjective allows; none where the form is taken as it stands.
    pub(crate) cases: [CaseSet; 3],
}

impl Entry {
    /// The categories of its readings.
    #[must_use]
    #[inline]
    pub fn categories(&self) -> CategorySet {
        CategorySet(self.facts() & Facts::CATEGORIES)
    }

    /// The forms of verbs it can be. A declined participle (*angekündigte*) is an adjective and counts for none.
    #[must_use]
    #[inline]
    pub fn verb_forms(&self) -> VerbFormSet {
        let facts = self.facts();
        let finite = facts >> 21 | facts >> 22;
        VerbFormSet((finite & 1 | facts >> 22 & 0b1_1110) as u8)
    }

    /// Whether it can be a finite form of a verb other than an imperative.
    #[must_use]
    #[inline]
    pub fn is_finite(&self) -> bool {
        self.facts() & Facts::FINITE != 0
    }

    /// Whether it can be an imperative.
    #[must_use]
    #[inline]
    pub fn is_imperative(&self) -> bool {
        self.facts() & Facts::IMPERATIVE != 0
    }

    /// Its readings.
    #[must_use]
    #[inline]
    pub fn readings(&self) -> Analyses {
        Analyses::of(Some(*self))
    }

    #[inline]
    fn facts(&self) -> u32 {
        let [whole, stem, negated] = self.forms;
        let [taken, ..] = self.cases;
        let adjective = !stem.is_none() || !negated.is_none() || !taken.is_empty();
        let whole = if taken.is_empty() { whole.facts().0 } else { 0 };
        whole | u32::from(adjective) << Category::Adjective as u32
    }

    #[inline]
    pub(crate) fn of(form: &str) -> Option<Entry> {
        if form.len() > MAX_WORD {
            return None;
        }
        Entry::as_spelled(form).or_else(|| Entry::otherwise(form))
    }

    /// The form in its own spelling.
    #[inline]
    fn as_spelled(form: &str) -> Option<Entry> {
        let form = form.as_bytes();
        Entry::joined((index::find(form), CaseSet::NONE), form)
    }

    /// An entry of a form and what it is with an ending or *un-*.
    #[inline]
    fn joined(whole: (Form, CaseSet), form: &[u8]) -> Option<Entry> {
        let stem = if whole.0.may_be_inflected() || !whole.1.is_empty() {
            inflected(form)
        } else {
            Default::default()
        };
        let negated = negated(form);
        if whole.0.is_none() && stem.0.is_none() && negated.0.is_none() {
            return None;
        }
        Some(Entry {
            forms: [whole.0, stem.0, negated.0],
            cases: [whole.1, stem.1, negated.1],
        })
    }

    /// A form that is unknown as it stands: the last part of an adjective with hyphens, or in another spelling.
    #[inline]
    fn otherwise(form: &str) -> Option<Entry> {
        let marks = Marks::of(form.as_bytes());
        if marks == Marks::default() {
            return None;
        }
        Entry::marked(form, marks)
    }

    #[cold]
    fn marked(form: &str, marks: Marks) -> Option<Entry> {
        let hyphenated = |form| if marks.hyphen { Entry::hyphenated(form) } else { None };
        if let Some(entry) = hyphenated(form) {
            return Some(entry);
        }
        let respelled = || marks.letter.then(|| WordBuffer::respelled(form)).flatten();
        let sharpened = || marks.double_s.then(|| WordBuffer::sharpened(form)).flatten();
        let uncapitalised = || marks.upper.then(|| WordBuffer::uncapitalised(form)).flatten();
        let other = respelled().or_else(sharpened).or_else(uncapitalised)?;
        Entry::as_spelled(other.as_str()).or_else(|| hyphenated(other.as_str()))
    }

    /// *schwarz-grünen*: the last part of a hyphenated adjective is declined.
    fn hyphenated(form: &str) -> Option<Entry> {
        let last = form.rsplit_once('-')?.1;
        if !last.starts_with(char::is_lowercase) {
            return None;
        }
        let last = last.as_bytes();
        Entry::joined(declinable(last, CaseSet::ANY), last)
    }
}

/// What of an unknown form may be a reason to look it up in another way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marks {
    hyphen: bool,
    double_s: bool,
    /// ß or a combining mark.
    letter: bool,
    /// The second letter is no small one: perhaps all are capitals.
    upper: bool,
}

impl Marks {
    /// Reads eight bytes at a time. A chunk may tell of a mark that is not there, which costs time and nothing else.
    #[inline]
    fn of(form: &[u8]) -> Marks {
        let mut marks = Marks {
            upper: !matches!(form, [_, b'a'..=b'z', ..] | [0xc3, _, b'a'..=b'z', ..] | [_] | []),
            ..Marks::default()
        };
        let mut last_s = false;
        for bytes in form.chunks(8) {
            let s = equal_bytes(bytes, b's');
            marks.double_s |= s & s >> 1 != 0 || last_s && s & 1 != 0;
            last_s = s >> 7 & 1 != 0;
            marks.hyphen |= equal_bytes(bytes, b'-') != 0;
            marks.letter |= equal_bytes(bytes, 0x9f) != 0 || equal_bytes(bytes, 0xcc) != 0;
        }
        marks
    }
}

/// Which of up to eight bytes are `byte`, in bits.
#[inline]
fn equal_bytes(bytes: &[u8], byte: u8) -> u8 {
    bytes.iter().rev().fold(0, |bits, b| bits << 1 | u8::from(*b == byte))
}

/// A form that can be declined, or none.
#[inline]
fn declinable(form: &[u8], case: CaseSet) -> (Form, CaseSet) {
    let form = index::find(form);
    if form.facts().has(Facts::DECLINABLE) {
        (form, case)
    } else {
        (Form::default(), case)
    }
}

/// What a form is as an adjective or participle with an ending.
#[inline]
fn inflected(form: &[u8]) -> (Form, CaseSet) {
    match strip_ending(form) {
        Some((stem, case)) if form.len() > 3 || !form.is_ascii() => declinable(stem, case),
        _ => (Form::default(), CaseSet::NONE),
    }
}

/// What a form is without *un-*: a negated participle is an adjective (*unverändert*).
#[inline]
fn negated(form: &[u8]) -> (Form, CaseSet) {
    let [b'u' | b'U', b'n', participle @ ..] = form else {
        return (Form::default(), CaseSet::NONE);
    };
    if participle.len() < 4 {
        return (Form::default(), CaseSet::NONE);
    }
    let whole = declinable(participle, CaseSet::ANY);
    match strip_ending(participle) {
        Some((stem, case)) if whole.0.is_none() && stem.len() > 3 => declinable(stem, case),
        _ => whole,
    }
}

/// The stem before an adjective's ending, and the cases the ending allows.
#[inline]
fn strip_ending(form: &[u8]) -> Option<(&[u8], CaseSet)> {
    const OPEN: CaseSet = CaseSet::of(&[Case::Nominative, Case::Accusative]);
    const ER: CaseSet = CaseSet::of(&[Case::Nominative, Case::Genitive, Case::Dative]);
    let (stem, cases) = match form {
        [stem @ .., b'e', b'm'] => (stem, CaseSet::of(&[Case::Dative])),
        [stem @ .., b'e', b'n'] => (stem, CaseSet::ANY),
        [stem @ .., b'e', b'r'] => (stem, ER),
        [stem @ .., b'e', b's'] | [stem @ .., b'e'] => (stem, OPEN),
        _ => return None,
    };
    (stem.len() > 1).then_some((stem, cases))
}
