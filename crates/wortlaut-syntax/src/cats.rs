//! Sets of categories: what a word can be, as bits of one number.

use wortlaut_lexicon::Category;

/// A set of categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cats(u32);

impl Cats {
    pub(crate) const NONE: Cats = Cats(0);

    pub(crate) const fn of(category: Category) -> Self {
        Cats(1 << category as u32)
    }

    pub(crate) const fn or(self, other: Cats) -> Self {
        Cats(self.0 | other.0)
    }

    pub(crate) const fn has(self, category: Category) -> bool {
        self.0 & (1 << category as u32) != 0
    }

    pub(crate) const fn any(self, of: Cats) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether it is one category.
    pub(crate) const fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn without(self, category: Category) -> Self {
        Cats(self.0 & !(1 << category as u32))
    }

    pub(crate) const fn is_only_verb(self) -> bool {
        self.0 & !VERBAL.0 == 0
    }

    pub(crate) fn add(&mut self, category: Category) {
        self.0 |= 1 << category as u32;
    }
}

/// The categories with few members, whose capital letter never makes a noun of them.
pub(crate) const CLOSED: Cats = Cats::of(Category::Determiner)
    .or(Cats::of(Category::Pronoun))
    .or(Cats::of(Category::RelativePronoun))
    .or(Cats::of(Category::Interrogative))
    .or(Cats::of(Category::Preposition))
    .or(Cats::of(Category::Postposition))
    .or(Cats::of(Category::Coordination))
    .or(Cats::of(Category::Subordination))
    .or(Cats::of(Category::InfinitiveMarker))
    .or(Cats::of(Category::Particle))
    .or(Cats::of(Category::Adverb));

pub(crate) const VERBAL: Cats = Cats::of(Category::Verb)
    .or(Cats::of(Category::Auxiliary))
    .or(Cats::of(Category::Modal));
