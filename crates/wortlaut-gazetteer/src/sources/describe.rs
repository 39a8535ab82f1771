//! What a noun phrase tells of people or a body without a name: who, of what, how many, known or new.

use wortlaut_lexicon::{Case, Category, Lexicon, Number, Role, RoleKind};
use wortlaut_text::{EntityKind, Gender, Span};
use wortlaut_tokenize::Tokenization;

use super::Phrase;
use super::lists::{self, Sort};

/// More tokens than attributes that tell who somebody is have.
const LONGEST: usize = 16;

/// The endings of nouns for a woman who does or is something (without a list of what).
const FEMININE: [&str; 10] = [
    "erin", "istin", "antin", "entin", "orin", "login", "eurin", "ärin", "ivin", "zösin",
];

/// The text and its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a Tokenization,
}

impl<'a> Text<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens
            .tokens
            .get(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    pub(super) fn is_wordlike(&self, at: usize) -> bool {
        self.tokens.tokens.get(at).is_some_and(|token| token.kind.is_wordlike())
    }

    /// The span of the tokens `first..end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Option<Span> {
        let tokens = &self.tokens.tokens;
        let (first, last) = (tokens.get(first)?, tokens.get(end.checked_sub(1)?)?);
        Some(first.span.cover(last.span))
    }
}

/// Whether the phrase means somebody known or new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// *die Polizei*, *dieser Zeuge*, *vom Gericht*
    Definite,
    /// *ein Anwohner*
    Indefinite,
    /// *ihr Anwalt*
    Possessive,
    /// *zwei Zeugen*
    Quantity,
    /// *Experten*, *laut Polizei*
    None,
}

/// What a phrase tells.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// The first token, article included.
    pub(super) first: usize,
    /// The token after the article.
    pub(super) named_from: usize,
    /// The token after the core.
    pub(super) core_end: usize,
    /// The token after the attributes that tell who it is.
    pub(super) end: usize,
    pub(super) head: usize,
    pub(super) kind: EntityKind,
    /// What the head makes of it; `None` for an age.
    pub(super) role: Option<RoleKind>,
    /// The simple noun in the nominative: *Sprecherin* of *Polizeisprecherin*.
    pub(super) noun: String,
    /// Of what: the first part of the compound and the attributes, as words without endings; of a possessive its owner.
    pub(super) of: String,
    pub(super) article: Article,
    /// *ein anderer Anwohner*, *weitere Zeugen*
    pub(super) other: bool,
    pub(super) plural: bool,
    pub(super) gender: Option<Gender>,
    /// The noun is a compound, and nothing else tells of what: *MDax-Konzern*.
    pub(super) compound: bool,
    /// *Polizei und Feuerwehr*, *einer der Anwohner*: this and nobody else.
    pub(super) whole: bool,
}

impl Description {
    /// The noun for a person of another gender: *Anwohnerin* beside *Anwohner*.
    pub(super) fn noun_as(&self, gender: Gender) -> String {
        let other = match gender {
            Gender::Feminine if self.gender == Some(Gender::Masculine) => {
                let stem = self.noun.strip_suffix('e').unwrap_or(&self.noun);
                format!("{stem}in")
            }
            Gender::Masculine => self.noun.strip_suffix("in").unwrap_or(&self.noun).to_owned(),
            _ => self.noun.clone(),
        };
        let known = Lexicon::german()
            .role(&other)
            .is_some_and(|role| role.gender == Some(gender));
        if known { other } else { self.noun.clone() }
    }

    /// Whether one person speaks.
    pub(super) fn is_person(&self) -> bool {
        self.kind == EntityKind::Role
    }

    /// Whether a body speaks, of which the text has one: *die Polizei*.
    pub(super) fn is_body(&self) -> bool {
        self.role == Some(RoleKind::Institution) && !self.plural
    }

    /// The name: noun and attributes in the nominative, without the article.
    pub(super) fn name(&self, text: &Text<'_>) -> String {
        let mut name = String::new();
        let mut push = |word: &str| {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        };
        if self.whole {
            let mut joined = !self.is_person();
            for at in self.first..self.end {
                let word = text.word(at);
                // *die Polizei und die Feuerwehr* are *Polizei und Feuerwehr*.
                if !joined || !lists::of_word(word).has(Sort::DEFINITE) {
                    push(&lowered_first(text, at));
                }
                joined = !self.is_person() && matches!(word, "und" | "oder" | "sowie" | ",");
            }
            return name;
        }
        for at in self.named_from..self.head {
            push(&strong(text, at, self.plural, self.gender));
        }
        push(&nominative(text.word(self.head), self.plural, self.gender));
        // *ein anderer*
        if lists::of_word(text.word(self.head)).has(Sort::OTHER) {
            push(&self.noun);
        }
        for at in self.head + 1..self.end {
            push(text.word(at));
        }
        name
    }
}

/// A word of the name, without the capital of the start of a sentence.
fn lowered_first(text: &Text<'_>, at: usize) -> String {
    let word = text.word(at);
    let sort = lists::of_word(word);
    if sort.has(Sort::INDEFINITE) || sort.has(Sort::QUANTITY) || sort.has(Sort::DEFINITE) {
        word.to_lowercase()
    } else {
        word.to_owned()
    }
}

/// Reads a phrase; `None` when it is nobody who could speak, or has a name.
pub(super) fn read(text: &Text<'_>, phrase: &Phrase, said: Option<Span>) -> Option<Description> {
    let (first, mut core_end) = (phrase.core.start().index(), phrase.core.end().index());
    let mut head = phrase.head.index();
    if head >= core_end || head + 1 != core_end || follows_shared_part(text, first) {
        return None;
    }
    // *die Industrie- und Handelskammer*
    let mut shared = "";
    if follows_shared_part(text, core_end + 1) {
        shared = text.word(head);
        head = core_end + 1;
        core_end = head + 1;
    }
    let form = text.word(head);
    let mut article = Article::None;
    let mut other = false;
    let mut owner = "";
    let opening = lists::of_word(text.word(first));
    if first < head {
        if opening.has(Sort::NOBODY) {
            return None;
        }
        article = match opening {
            _ if opening.has(Sort::DEFINITE) => Article::Definite,
            _ if opening.has(Sort::INDEFINITE) && phrase.number != Some(Number::Plural) => Article::Indefinite,
            _ if opening.has(Sort::POSSESSIVE) => Article::Possessive,
            _ if opening.has(Sort::QUANTITY) => Article::Quantity,
            _ => Article::None,
        };
        if article == Article::Possessive {
            owner = if text.word(first).to_lowercase().starts_with('s') {
                "@sein"
            } else {
                "@ihr"
            };
        }
        other = (first..head).any(|at| lists::of_word(text.word(at)).has(Sort::OTHER));
    }
    let opened = article;
    // *beim Gericht*, *vom Sprecher*: the article is in the preposition.
    let contracted = phrase
        .preposition
        .is_some_and(|at| lists::of_word(text.word(at.index())).has(Sort::DEFINITE));
    if article == Article::None && contracted {
        article = Article::Definite;
    }
    let who = who(form, text.word(first), phrase)?;
    let mut who = who;
    // *der Betreiber*: a company rather than a man.
    if article == Article::Definite && lists::of_noun(&who.noun).has(Sort::COMPANY) && who.plural != Some(true) {
        who.role = Some(RoleKind::Institution);
    }
    let body = matches!(who.role, Some(RoleKind::Group | RoleKind::Institution));
    let plural = who.plural.unwrap_or_else(|| is_plural(text, phrase, article));
    let gender = if plural {
        None
    } else {
        who.gender.or_else(|| by_article(text.word(first), form, phrase, !body))
    };
    let kind = match who.role {
        Some(RoleKind::Group | RoleKind::Institution) => EntityKind::Group,
        _ if plural => EntityKind::Group,
        _ => EntityKind::Role,
    };
    // One of many needs an article: *Sprecher: …*; a name stands without: *Kanzler Merz*.
    // A source ends where its words do.
    let reach = said.map_or(phrase.tokens.end(), |said| text.tokens.tokens_in(said).end());
    let end = attributes_end(text, core_end, reach.index());
    push_word(&mut who.of, shared);
    let compound = !who.of.is_empty();
    let named_from = first + usize::from(!matches!(opened, Article::None | Article::Quantity));
    let mut of = who.of;
    for at in named_from..head.min(phrase.head.index()) {
        push_adjective(&mut of, text.word(at));
    }
    for at in core_end..end {
        push_word(&mut of, text.word(at));
    }
    if of.is_empty() {
        of.push_str(owner);
    }
    let compound = compound && end == core_end && named_from == head;
    Some(Description {
        first,
        named_from,
        core_end,
        end,
        head,
        kind,
        role: who.role,
        noun: who.noun,
        of,
        article,
        other,
        plural,
        gender,
        compound,
        whole: false,
    })
}

/// Whether a noun shares a part with the word before *und*: *Industrie- und Handelskammer*.
pub(super) fn follows_shared_part(text: &Text<'_>, noun: usize) -> bool {
    let Some(part) = noun.checked_sub(2) else { return false };
    matches!(text.word(noun - 1), "und" | "oder" | "sowie" | "bzw.")
        && text.word(part).len() > 1
        && text.word(part).ends_with(['-', '‑'])
        && text.word(noun).starts_with(char::is_uppercase)
}

/// What the noun itself tells.
struct Who {
    role: Option<RoleKind>,
    noun: String,
    of: String,
    plural: Option<bool>,
    gender: Option<Gender>,
}

fn who(form: &str, article: &str, phrase: &Phrase) -> Option<Who> {
    let lexicon = Lexicon::german();
    if let Some(role) = lexicon.role(form) {
        let mut of = String::new();
        push_word(&mut of, form.get(..role.head).unwrap_or(""));
        let plural = match (role.kind, role.number) {
            (_, Some(number)) => Some(number == Number::Plural),
            (RoleKind::Institution, None) => phrase.number.map(|number| number == Number::Plural),
            _ => None,
        };
        let noun = base(form, &role);
        return Some(Who {
            role: Some(role.kind),
            noun,
            of,
            plural,
            gender: role.gender,
        });
    }
    if let Some(years) = years(form) {
        return Some(Who {
            role: None,
            noun: "Jährige".to_owned(),
            of: years.to_owned(),
            plural: (form.ends_with('n') && matches!(article, "die" | "Die")).then_some(true),
            gender: None,
        });
    }
    let sort = lists::of_noun(form);
    if sort.has(Sort::GROUP) || sort.has(Sort::BODY) {
        return Some(Who {
            role: Some(if sort.has(Sort::GROUP) {
                RoleKind::Group
            } else {
                RoleKind::Institution
            }),
            noun: form.to_owned(),
            of: String::new(),
            plural: Some(false),
            gender: lexicon.noun(form).and_then(|noun| noun.gender),
        });
    }
    let many = form.strip_suffix("nen");
    let woman = many.unwrap_or(form);
    let agent = woman.chars().count() >= 7
        && FEMININE.iter().any(|ending| woman.ends_with(ending))
        && form.starts_with(char::is_uppercase);
    agent.then(|| Who {
        role: Some(RoleKind::Person),
        noun: woman.to_owned(),
        of: String::new(),
        plural: Some(many.is_some()),
        gender: many.is_none().then_some(Gender::Feminine),
    })
}

/// The years in *45-Jährige*, *45-Jähriger*.
fn years(form: &str) -> Option<&str> {
    let (years, rest) = form.split_once(['-', '‑'])?;
    let numeric = !years.is_empty() && years.chars().all(|c| c.is_ascii_digit());
    (numeric && (rest.starts_with("Jährige") || rest.starts_with("jährige"))).then_some(years)
}

/// Whether a form that can be both is a plural: without an article, after a number word, *die* before a masculine.
fn is_plural(text: &Text<'_>, phrase: &Phrase, article: Article) -> bool {
    // *Polizei und Feuerwehr* are two; the noun itself is what is asked for.
    if let Some(number) = phrase.number.filter(|_| !phrase.joined) {
        return number == Number::Plural;
    }
    let opening = text.word(phrase.core.start().index());
    let form = text.word(phrase.head.index());
    match article {
        Article::None | Article::Quantity => true,
        Article::Indefinite => false,
        Article::Definite | Article::Possessive => {
            let role = Lexicon::german().role(form);
            let masculine = role.is_some_and(|role| role.gender == Some(Gender::Masculine));
            let many = matches!(
                opening.to_lowercase().as_str(),
                "die" | "diese" | "jene" | "alle" | "beide" | "beiden" | "aller" | "beider"
            );
            // *die Angeklagten*: the weak ending after *die* is a plural.
            // *den Experten zufolge*: after a preposition with the dative *den* is a plural, else it may be one man.
            let dative = || {
                phrase
                    .preposition
                    .is_some_and(|at| lists::of_word(text.word(at.index())).has(Sort::DATIVE))
            };
            many && (masculine || form.ends_with('n'))
                || matches!(opening, "den" | "Den") && form.ends_with('n') && (!masculine || dative())
        }
    }
}

/// The gender of one person by article and ending, where the noun has forms for both: *die Angeklagte*.
fn by_article(article: &str, form: &str, phrase: &Phrase, person: bool) -> Option<Gender> {
    if phrase.gender.is_some() {
        return phrase.gender;
    }
    match article.to_lowercase().as_str() {
        "die" | "diese" | "jene" | "eine" | "einer" => Some(Gender::Feminine),
        "das" => Some(Gender::Neuter),
        _ if !person => None,
        "der" | "dieser" if form.ends_with("en") || !phrase.case.contains(Case::Nominative) => Some(Gender::Feminine),
        "der" | "dieser" | "dem" | "den" | "ein" | "einem" | "einen" => Some(Gender::Masculine),
        _ => None,
    }
}

/// Where the attributes end that tell who it is: before a comma, a bracket, a mark, a day.
fn attributes_end(text: &Text<'_>, core_end: usize, reach: usize) -> usize {
    let reach = reach.min(core_end + LONGEST);
    let mut end = core_end;
    while end < reach {
        let word = text.word(end);
        let day = lists::of_word(word).has(Sort::DEFINITE)
            && (1..=2).any(|ahead| lists::is_day(text.word(end + ahead)))
            && matches!(word, "am" | "vom" | "im");
        if !text.is_wordlike(end) || day || end == core_end && !begins_attribute(word) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether an attribute can begin with the word: an article, a preposition, a name; not *selbst* and *dagegen*.
fn begins_attribute(word: &str) -> bool {
    let sort = lists::of_word(word);
    word.starts_with(char::is_uppercase)
        || sort.has(Sort::DEFINITE)
        || sort.has(Sort::INDEFINITE)
        || sort.has(Sort::POSSESSIVE)
        || Lexicon::german()
            .lookup(word)
            .is_some_and(|entry| entry.categories().contains(Category::Preposition))
}

/// The attributes as words without endings and small words: *der Polizei* and *Polizei-* are the same.
fn push_word(of: &mut String, word: &str) {
    let lower = word.to_lowercase();
    let word = lower.trim_end_matches(['-', '‑']);
    let sort = lists::of_word(word);
    let small = sort.has(Sort::DEFINITE)
        || sort.has(Sort::INDEFINITE)
        || matches!(word, "von" | "bei" | "in" | "aus" | "für" | "an" | "auf" | "zu");
    if word.is_empty() || small {
        return;
    }
    let stem = ["es", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.chars().count() > 3)
        .unwrap_or(word);
    if !of.is_empty() {
        of.push(' ');
    }
    of.push_str(stem);
}

/// An adjective without its ending; number words and *andere* tell how many, not who.
fn push_adjective(of: &mut String, word: &str) {
    let sort = lists::of_word(word);
    if sort.has(Sort::QUANTITY) || sort.has(Sort::OTHER) || sort.has(Sort::DEFINITE) {
        return;
    }
    let stem = ["er", "es", "en", "em", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    push_word(of, stem);
}

/// The simple noun in the nominative: singular where the lexicon has it.
fn base(form: &str, role: &Role) -> String {
    let lexicon = Lexicon::german();
    let lemma = role.lemma;
    let own = form.get(role.head..).unwrap_or(form);
    // Nouns listed form by form are their own lemmas: *Kreisen*, *Gerichtshofs*.
    let listed = own
        .chars()
        .flat_map(char::to_lowercase)
        .eq(lemma.chars().flat_map(char::to_lowercase));
    if !listed {
        return lemma.to_owned();
    }
    // *Beamter*, *Beamte*
    let weak = lemma.strip_suffix('r').filter(|weak| {
        weak.ends_with('e')
            && lexicon
                .role(weak)
                .is_some_and(|known| known.head == 0 && known.kind == role.kind)
    });
    if let Some(weak) = weak {
        return weak.to_owned();
    }
    let endings: &[&str] = if role.number == Some(Number::Plural) {
        &["n"]
    } else {
        &["es", "s"]
    };
    let shorter = endings.iter().find_map(|ending| {
        let stem = lemma.strip_suffix(ending)?;
        let known = lexicon
            .role(stem)
            .filter(|known| known.head == 0 && known.kind == role.kind)?;
        (known.number.is_none() || known.number == role.number || role.number.is_none()).then(|| stem.to_owned())
    });
    shorter.unwrap_or_else(|| lemma.to_owned())
}

/// The head in the nominative, with the first part of a compound.
fn nominative(form: &str, plural: bool, gender: Option<Gender>) -> String {
    let lexicon = Lexicon::german();
    if years(form).is_some() {
        let stem = form.trim_end_matches(['r', 'n', 'm', 's']).trim_end_matches('e');
        let ending = if plural || gender != Some(Gender::Masculine) {
            "e"
        } else {
            "er"
        };
        return format!("{stem}{ending}");
    }
    let Some(role) = lexicon.role(form) else {
        return form.to_owned();
    };
    let noun = base(form, &role);
    // *Angeklagter*, *Angeklagte*
    let masculine = format!("{noun}r");
    let adjectival = noun.ends_with('e')
        && lexicon
            .role(&masculine)
            .is_some_and(|other| other.head == 0 && base(&masculine, &other) == noun);
    let noun = match (adjectival, plural) {
        (true, false) if gender == Some(Gender::Masculine) => format!("{noun}r"),
        (true, _) => noun,
        (false, true) => {
            let own = form.get(role.head..).unwrap_or(form);
            let stem = own.strip_suffix('n').filter(|stem| {
                let raised = raised(stem);
                lexicon.role(&raised).is_some_and(|other| {
                    other.head == 0 && other.kind == role.kind && other.number != Some(Number::Singular)
                })
            });
            raised(stem.unwrap_or(own))
        }
        (false, false) => noun,
    };
    let first = form.get(..role.head).unwrap_or("");
    if first.is_empty() || first.ends_with(['-', '‑']) {
        return format!("{first}{noun}");
    }
    let mut letters = noun.chars();
    let small: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{small}{}", letters.as_str())
}

pub(super) fn raised(word: &str) -> String {
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

/// An adjective with the capital of the start of a sentence, without it; not *Berliner* and *Vereinte*.
fn opening_adjective(text: &Text<'_>, at: usize) -> Option<String> {
    let sentence = text.tokens.sentence_of(wortlaut_text::Idx::new(at))?;
    let opens = sentence.get(&text.tokens.sentences)?.tokens.start().index() == at;
    let lower = text.word(at).to_lowercase();
    let of_country = ["ische", "ischer", "isches", "ischen", "ischem"]
        .iter()
        .any(|end| lower.ends_with(end));
    let adjective = Lexicon::german()
        .lookup(&lower)
        .is_some_and(|entry| entry.categories().contains(Category::Adjective));
    (opens && (adjective || of_country)).then_some(lower)
}

/// An adjective before the noun as it is without an article: *der leitende Arzt* → *leitender Arzt*.
fn strong(text: &Text<'_>, at: usize, plural: bool, gender: Option<Gender>) -> String {
    let word = text.word(at);
    let sort = lists::of_word(word);
    if sort.has(Sort::QUANTITY) && !sort.has(Sort::INDEFINITE) {
        return word.to_lowercase();
    }
    let adjective = Lexicon::german()
        .lookup(word)
        .is_none_or(|entry| entry.categories().contains(Category::Adjective))
        || sort.has(Sort::OTHER);
    let opened = if word.starts_with(char::is_uppercase) {
        match opening_adjective(text, at) {
            Some(lower) => lower,
            None => return word.to_owned(),
        }
    } else if adjective {
        word.to_owned()
    } else {
        return word.to_owned();
    };
    let word = opened.as_str();
    let Some(stem) = ["er", "es", "en", "em", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
    else {
        return word.to_owned();
    };
    let ending = match (plural, gender) {
        (false, Some(Gender::Masculine)) => "er",
        (false, Some(Gender::Neuter)) => "es",
        (false, None) => return word.to_owned(),
        _ => "e",
    };
    if stem.chars().count() < 2 {
        return word.to_owned();
    }
    format!("{stem}{ending}")
}
