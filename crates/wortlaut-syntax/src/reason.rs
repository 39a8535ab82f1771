//! Why a word has its category.

use wortlaut_lexicon::Category;
use wortlaut_text::Confidence;

use crate::cats::VERBAL;
use crate::word::{Forms, Shape, Word};

/// Why a word has its category: what the decision was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It is a mark or a number.
    #[default]
    Token,
    /// The lexicon knows it in one category only.
    Lexicon,
    /// The list of common nouns has it, alone or as a compound, and it does not stand as a name does.
    CommonNoun,
    /// The lexicon does not know it: its capital and its ending.
    Ending,
    /// At the start of a sentence, where a capital says nothing: the words after it.
    Initial,
    /// An adjective, participle or infinitive with a capital inside a sentence: *die Verletzten*, *das Warten*.
    Nominalization,
    /// A verb form before the noun it is an attribute of: *die geplante Reform*.
    Attribute,
    /// The finite verb of its clause, by its place: *Die Preise steigen*, *dass die Preise steigen*.
    FinitePlace,
    /// The words beside it.
    Context,
}

impl Reason {
    /// The stable name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Reason::Token => "syntax.category.token",
            Reason::Lexicon => "syntax.category.lexicon",
            Reason::CommonNoun => "syntax.category.noun",
            Reason::Ending => "syntax.category.ending",
            Reason::Initial => "syntax.category.initial",
            Reason::Nominalization => "syntax.category.nominalization",
            Reason::Attribute => "syntax.category.attribute",
            Reason::FinitePlace => "syntax.category.finite",
            Reason::Context => "syntax.category.context",
        }
    }

    /// How sure a category is that was decided so.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        Confidence::from_permille(match self {
            Reason::Token => 1000,
            Reason::Lexicon => 990,
            Reason::FinitePlace => 980,
            Reason::CommonNoun => 970,
            Reason::Attribute => 950,
            Reason::Nominalization | Reason::Context => 940,
            Reason::Initial => 930,
            Reason::Ending => 850,
        })
    }

    pub(crate) fn of(word: &Word) -> Reason {
        if !word.is_word() {
            return Reason::Token;
        }
        if VERBAL.has(word.cat) && word.forms == Forms::FINITE {
            return Reason::FinitePlace;
        }
        if word.unknown && word.common && word.cat == Category::Noun {
            return Reason::CommonNoun;
        }
        if word.unknown {
            return Reason::Ending;
        }
        let capital = word.shape == Shape::Capital;
        let nominalized = word.cat == Category::Noun && (word.deverbal || word.cats.has(Category::Adjective));
        if capital && nominalized {
            return Reason::Nominalization;
        }
        if word.cat == Category::Adjective && word.deverbal {
            return Reason::Attribute;
        }
        if word.cats.is_one() {
            return Reason::Lexicon;
        }
        if capital && word.initial {
            Reason::Initial
        } else {
            Reason::Context
        }
    }
}
