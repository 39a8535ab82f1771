//! The tokens of a document as the recogniser sees them: in normal form, with what their form tells.

use std::collections::HashMap;

use wortlaut_lexicon::{Category, Lexicon, RoleKind};
use wortlaut_text::{Gender, Span};
use wortlaut_tokenize::{SentenceIdx, TokenKind, Tokenization};

use crate::classes::{self, Class};
use crate::normal;
use crate::scan::Source;

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) sentence: SentenceIdx,
    /// The normal form in [`Words::arena`], where it differs from the text.
    normal: Option<(u32, u32)>,
    pub(crate) class: Class,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// All letters are capitals, at least two.
    pub(crate) caps: bool,
    /// The first word of its sentence, marks aside.
    pub(crate) first: bool,
    /// White space stands before it.
    pub(crate) spaced: bool,
    /// One line break stands before it, between words: perhaps a line that was only wrapped.
    pub(crate) wrapped: bool,
    /// Stands directly after an opening quotation mark.
    pub(crate) quoted: bool,
    /// A first name, if the lists know it as one.
    pub(crate) first_name: Option<Option<Gender>>,
    /// A common noun, adjective or verb by the lexicon; computed for capitalised words only.
    pub(crate) common: bool,
    /// The lists have a name that covers this token alone.
    pub(crate) listed: bool,
    /// The lists have a place of this name, though the words around do not say that it is meant: *Essen*, *Bünde*.
    pub(crate) maybe_place: bool,
    /// Taken by a mention.
    pub(crate) taken: bool,
}

/// The tokens of a document.
#[derive(Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    arena: String,
    pub(crate) all: Vec<Word>,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, tokens: &Tokenization, lexicon: &Lexicon) -> Self {
        let mut words = Words {
            text,
            arena: String::new(),
            all: Vec::with_capacity(tokens.tokens.len()),
        };
        let mut seen: HashMap<&str, (bool, Class)> = HashMap::new();
        let mut sentence = 0usize;
        let mut fresh = true;
        let mut before: Option<(u32, TokenKind)> = None;
        for (index, token) in tokens.tokens.iter().enumerate() {
            while tokens
                .sentences
                .get(sentence)
                .is_some_and(|current| current.tokens.end().index() <= index)
            {
                sentence += 1;
                fresh = true;
            }
            let raw = token.span.slice(text);
            let start = words.arena.len();
            let normal = if normal::push_normal(raw, &mut words.arena) {
                Some((start as u32, words.arena.len() as u32))
            } else {
                None
            };
            let wordlike = token.kind.is_wordlike();
            let form = match normal {
                Some((start, end)) => words.arena.get(start as usize..end as usize).unwrap_or(raw),
                None => raw,
            };
            let capital = wordlike && normal::is_capitalised(form);
            let mut class = Class::default();
            let mut common = false;
            if capital {
                // Most capitalised words of an article come again; what they can be does not change.
                let known = *seen.entry(raw).or_insert_with(|| {
                    // The lexicon writes ß.
                    let (common, title) = explain(lexicon, if raw.contains('ß') { raw } else { form });
                    (common, title.or(classes::of(form)).or(classes::of_ending(form)))
                });
                (common, class) = known;
                if fresh {
                    // Articles and prepositions at the start of a sentence.
                    class = class.or(lowered_class(form));
                }
            } else if wordlike {
                class = classes::of(form);
            }
            words.all.push(Word {
                span: token.span,
                kind: token.kind,
                sentence: SentenceIdx::new(sentence),
                normal,
                class,
                capital,
                caps: capital && normal::is_all_caps(form, 2),
                first: wordlike && fresh,
                spaced: before.is_none_or(|(end, _)| end < token.span.start()),
                wrapped: before.is_some_and(|(end, kind)| {
                    kind.is_wordlike()
                        && wordlike
                        && Span::between(end, token.span.start()).slice(text).matches('\n').count() == 1
                }),
                quoted: before.is_some_and(|(_, kind)| kind == TokenKind::QuoteOpen),
                first_name: None,
                common,
                listed: false,
                maybe_place: false,
                taken: false,
            });
            if wordlike {
                fresh = false;
            }
            // A colon or an opening mark lets a sentence begin inside another.
            if token.kind == TokenKind::QuoteOpen || raw == ":" {
                fresh = true;
            }
            before = Some((token.span.end(), token.kind));
        }
        words
    }

    /// The normal form of a token; empty beyond the end.
    pub(crate) fn form(&self, index: usize) -> &str {
        match self.all.get(index) {
            Some(word) => match word.normal {
                Some((start, end)) => self.arena.get(start as usize..end as usize).unwrap_or(""),
                None => word.span.slice(self.text),
            },
            None => "",
        }
    }

    /// The token before, in the same sentence.
    pub(crate) fn before(&self, index: usize) -> Option<usize> {
        let previous = index.checked_sub(1)?;
        self.same_sentence(previous, index).then_some(previous)
    }

    /// The token after, in the same sentence.
    pub(crate) fn after(&self, index: usize) -> Option<usize> {
        self.same_sentence(index, index + 1).then_some(index + 1)
    }

    pub(crate) fn same_sentence(&self, one: usize, other: usize) -> bool {
        match (self.all.get(one), self.all.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// Whether the token may go on with the line before, though a sentence ends there by layout.
    pub(crate) fn is_wrapped(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|word| word.wrapped)
    }

    pub(crate) fn class(&self, index: usize) -> Class {
        self.all.get(index).map(|word| word.class).unwrap_or_default()
    }

    pub(crate) fn is(&self, index: usize, class: Class) -> bool {
        self.class(index).has(class)
    }

    /// The span from the first to the last token, both included.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        match (self.all.get(first), self.all.get(last)) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// A name as written from the first to the last token, in normal form, words set apart as in the text.
    pub(crate) fn name(&self, first: usize, last: usize) -> String {
        let mut name = String::new();
        for index in first..=last {
            if index > first && self.all.get(index).is_some_and(|word| word.spaced) {
                name.push(' ');
            }
            // Names are shown as written, except for invisible characters and decomposed letters.
            let raw = self.all.get(index).map_or("", |word| word.span.slice(self.text));
            if raw.contains('ß') {
                name.push_str(raw);
            } else {
                name.push_str(self.form(index));
            }
        }
        name
    }

    /// A capitalised word that may belong to a name.
    pub(crate) fn is_nameable(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|word| {
            word.capital
                && matches!(word.kind, TokenKind::Word | TokenKind::Alphanumeric)
                && !word.class.has(Class::NEVER)
        })
    }

    /// A capitalised word that no list and no lexicon explains.
    pub(crate) fn is_unknown(&self, index: usize) -> bool {
        self.is_nameable(index)
            && self.all.get(index).is_some_and(|word| {
                !word.common
                    && !word.listed
                    && !word.class.has(
                        Class::TITLE
                            .or(Class::TITLE_ENDING)
                            .or(Class::ADDRESS)
                            .or(Class::PLACE_NOUN)
                            .or(Class::ORGANIZATION_NOUN)
                            .or(Class::ORGANIZATION_HEAD)
                            .or(Class::OTHER_NOUN)
                            .or(Class::EVENT_NOUN)
                            .or(Class::DETERMINER),
                    )
            })
    }

    /// A role or a title that is not a first name.
    pub(crate) fn is_title(&self, index: usize) -> bool {
        self.is(index, Class::TITLE.or(Class::TITLE_ENDING).or(Class::ADDRESS))
    }

    /// Ends within this token: commas, brackets, marks.
    /// A stretch of the text.
    #[cfg(feature = "patterns")]
    pub(crate) fn slice(&self, span: Span) -> &str {
        span.slice(self.text)
    }

    pub(crate) fn raw(&self, index: usize) -> &str {
        self.all.get(index).map_or("", |word| word.span.slice(self.text))
    }
}

impl Source for Words<'_> {
    fn count(&self) -> usize {
        self.all.len()
    }

    fn bytes(&self, index: usize) -> &[u8] {
        self.form(index).as_bytes()
    }

    fn push_form(&self, index: usize, out: &mut String) {
        out.push_str(self.form(index));
    }

    fn is_spaced(&self, index: usize) -> bool {
        self.all.get(index).is_some_and(|word| word.spaced)
    }

    fn goes_on(&self, index: usize) -> bool {
        index > 0 && (self.same_sentence(index - 1, index) || self.is_wrapped(index))
    }
}

/// The class of a sentence's first word without its capital, closed classes only.
fn lowered_class(form: &str) -> Class {
    let lowered = form.to_lowercase();
    let class = classes::of(&lowered);
    if class.has(Class::DETERMINER) {
        Class::DETERMINER
    } else if class.has(Class::PLACE_PREPOSITION) {
        Class::PLACE_PREPOSITION
    } else {
        Class::default()
    }
}

/// Whether the lexicon knows the capitalised word as something else than a name, and the title it may be.
fn explain(lexicon: &Lexicon, form: &str) -> (bool, Class) {
    // The lexicon does not take the last word of a compound with a hyphen apart: CDU-Kreisvorsitzende.
    let role = lexicon.role(form).or_else(|| lexicon.role(form.rsplit_once('-')?.1));
    let title = match role.map(|role| role.kind) {
        Some(RoleKind::Address) => Class::ADDRESS,
        Some(
            RoleKind::Title
            | RoleKind::Spokesperson
            | RoleKind::Office
            | RoleKind::Profession
            | RoleKind::Person
            | RoleKind::Kin,
        ) => Class::TITLE,
        _ => Class::default(),
    };
    let common = role.is_some()
        || lexicon.noun(form).is_some()
        || lexicon
            .analyses(form)
            .any(|reading| !matches!(reading.category, Category::Name | Category::Other))
        || is_foreign_plural(lexicon, form);
    (common, title)
}

/// *Zentren*, *Risiken*, *Themen*: plurals in -en of nouns in -um, -o, -a, -us.
fn is_foreign_plural(lexicon: &Lexicon, form: &str) -> bool {
    form.strip_suffix("en")
        .filter(|stem| stem.len() > 2)
        .is_some_and(|stem| {
            ["um", "o", "a", "us", "on"]
                .iter()
                .any(|ending| lexicon.noun(&format!("{stem}{ending}")).is_some())
        })
}
