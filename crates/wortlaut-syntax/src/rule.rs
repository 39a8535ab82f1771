//! How clauses, phrases and verb groups were found: a rule each, and how sure it is.
//!
//! A rule is a byte and costs no allocation; its name and its confidence follow from it. Confidences are the share of
//! cases in which a decision of its sort was right on development sentences, rounded to steps of a twentieth.

use wortlaut_lexicon::Category;
use wortlaut_text::Confidence;

use crate::clauses::Draft;
use crate::heads::noun_agreement;
use crate::phrases::Chunk;
use crate::sentence::Sentence;
use crate::{ClauseKind, PhraseKind};

/// The form could be another word, or is not in the lexicon.
const DOUBTFUL: Confidence = Confidence::from_permille(850);
/// The parts do not fit each other, or nothing but an ending says what the word is.
const MISFIT: Confidence = Confidence::from_permille(800);
/// Attributes are attached by word order.
const ATTACHED: Confidence = Confidence::from_permille(950);
/// A finite verb was due and did not come.
const UNFINISHED: Confidence = Confidence::from_permille(600);

/// How a clause was recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClauseRule {
    /// The finite verb in second place, after one phrase.
    VerbSecond,
    /// The finite verb in first place: a question, command, frame (*sagte sie*) or condition (*sollte es regnen*).
    VerbFirst,
    /// A conjunction, and the finite verb at the end.
    Conjunction,
    /// A relative pronoun.
    RelativePronoun,
    /// A question word, and the finite verb at the end.
    QuestionWord,
    /// *wie* or *so* before the one who said it.
    Source,
    /// An infinitive with *zu* after a comma, or *um*, *ohne*, *statt*.
    Infinitive,
    /// Joined to a clause of the same sort: *dass er kam und blieb*.
    Joined,
    /// Between brackets, dashes, or commas with a verb of its own.
    Insertion,
    /// A finite verb too many: the comma is missing.
    MissingComma,
    /// No finite verb: a headline, an exclamation, the rest of a quotation.
    #[default]
    NoVerb,
}

/// How a noun phrase was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PhraseRule {
    /// An article or another determiner, and a noun.
    Determiner,
    /// Attributes without an article, and a noun: *neue Hallen*.
    Attribute,
    /// A noun alone.
    BareNoun,
    /// A name, with its title and all its parts.
    Name,
    /// A pronoun.
    Pronoun,
    /// A number that stands for what is counted: *die drei*, *2019*.
    Number,
    /// An attribute that stands for its noun: *die beiden*.
    Ellipsis,
}

/// How a verb group was put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum VerbRule {
    /// A finite full verb alone.
    Simple,
    /// A finite full verb and the particle at the end of its clause: *kündigte … an*.
    Particle,
    /// A finite auxiliary or modal and a participle or infinitive: *hat … gesagt*.
    Compound,
    /// No finite verb: an infinitive with *zu*, a participle.
    Nonfinite,
}

/// What told the mood of a verb group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MoodRule {
    /// The form has but one mood: *sei*, *wäre*, *ist*.
    #[default]
    Form,
    /// The form with its subject: *er habe* is Konjunktiv I, *ich habe* is not.
    Subject,
    /// An unreal condition or comparison, advice: *wenn er käme*, *als ob er schliefe*, *man sollte*.
    Unreal,
    /// Its place and the mark at the end of the sentence: a command.
    Command,
    /// Nothing tells; the more frequent mood is given: *sagten*.
    Open,
}

impl ClauseRule {
    /// The stable name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            ClauseRule::VerbSecond => "syntax.clause.verb_second",
            ClauseRule::VerbFirst => "syntax.clause.verb_first",
            ClauseRule::Conjunction => "syntax.clause.conjunction",
            ClauseRule::RelativePronoun => "syntax.clause.relative",
            ClauseRule::QuestionWord => "syntax.clause.question",
            ClauseRule::Source => "syntax.clause.source",
            ClauseRule::Infinitive => "syntax.clause.infinitive",
            ClauseRule::Joined => "syntax.clause.joined",
            ClauseRule::Insertion => "syntax.clause.insertion",
            ClauseRule::MissingComma => "syntax.clause.missing_comma",
            ClauseRule::NoVerb => "syntax.clause.no_verb",
        }
    }

    /// How a draft was recognised.
    pub(crate) fn of(draft: &Draft) -> Self {
        match draft.kind {
            _ if draft.unmarked => ClauseRule::MissingComma,
            ClauseKind::Parenthesis => ClauseRule::Insertion,
            ClauseKind::Comment => ClauseRule::Source,
            ClauseKind::Infinitive => ClauseRule::Infinitive,
            _ if draft.is_verb_final() && draft.introducer.is_none() => ClauseRule::Joined,
            ClauseKind::Relative => ClauseRule::RelativePronoun,
            ClauseKind::Interrogative => ClauseRule::QuestionWord,
            _ if draft.introducer.is_some() => ClauseRule::Conjunction,
            _ if draft.finite.is_none() => ClauseRule::NoVerb,
            _ if draft.finite == Some(draft.first) => ClauseRule::VerbFirst,
            _ => ClauseRule::VerbSecond,
        }
    }

    /// How sure a clause is that was recognised so.
    pub(crate) fn confidence(self, draft: &Draft) -> Confidence {
        let due = !matches!(self, ClauseRule::Infinitive | ClauseRule::NoVerb | ClauseRule::Source);
        let base = Confidence::from_permille(self.base());
        match draft.finite {
            None if due => base.and(UNFINISHED),
            Some(_) if !draft.sure => base.and(DOUBTFUL),
            _ => base,
        }
    }

    const fn base(self) -> u16 {
        match self {
            ClauseRule::Conjunction | ClauseRule::VerbSecond => 950,
            ClauseRule::VerbFirst | ClauseRule::RelativePronoun | ClauseRule::Infinitive => 900,
            ClauseRule::QuestionWord | ClauseRule::Source | ClauseRule::Insertion => 850,
            ClauseRule::Joined => 800,
            ClauseRule::NoVerb => 600,
            ClauseRule::MissingComma => 700,
        }
    }
}

impl PhraseRule {
    /// The stable name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            PhraseRule::Determiner => "syntax.phrase.determiner",
            PhraseRule::Attribute => "syntax.phrase.attribute",
            PhraseRule::BareNoun => "syntax.phrase.bare_noun",
            PhraseRule::Name => "syntax.phrase.name",
            PhraseRule::Pronoun => "syntax.phrase.pronoun",
            PhraseRule::Number => "syntax.phrase.number",
            PhraseRule::Ellipsis => "syntax.phrase.ellipsis",
        }
    }

    /// How a phrase was recognised.
    pub(crate) fn of(sentence: &Sentence, chunk: &Chunk) -> Self {
        let head = sentence.at(chunk.head);
        match chunk.kind {
            PhraseKind::Pronoun if chunk.end > chunk.start + 1 => PhraseRule::Ellipsis,
            PhraseKind::Pronoun => PhraseRule::Pronoun,
            PhraseKind::Name => PhraseRule::Name,
            PhraseKind::Common if head.is_number() || head.cat == Category::Numeral => PhraseRule::Number,
            PhraseKind::Common if chunk.determined => PhraseRule::Determiner,
            PhraseKind::Common if chunk.head > chunk.start => PhraseRule::Attribute,
            PhraseKind::Common => PhraseRule::BareNoun,
        }
    }

    /// How sure a phrase is that was recognised so.
    pub(crate) fn confidence(self, sentence: &Sentence, chunk: &Chunk) -> Confidence {
        let (first, head) = (sentence.at(chunk.start), sentence.at(chunk.head));
        let mut confidence = Confidence::from_permille(self.base());
        if head.unknown && !head.common {
            confidence = confidence.and(DOUBTFUL);
        }
        if first.cat == Category::Determiner && !first.determiner.meets(noun_agreement(head)) {
            confidence = confidence.and(MISFIT);
        }
        if chunk.reach > chunk.end {
            confidence = confidence.and(ATTACHED);
        }
        confidence
    }

    const fn base(self) -> u16 {
        match self {
            PhraseRule::Pronoun | PhraseRule::Determiner => 950,
            PhraseRule::Attribute | PhraseRule::BareNoun | PhraseRule::Name => 900,
            PhraseRule::Ellipsis => 800,
            PhraseRule::Number => 750,
        }
    }
}

impl VerbRule {
    /// The stable name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            VerbRule::Simple => "syntax.verb.simple",
            VerbRule::Particle => "syntax.verb.particle",
            VerbRule::Compound => "syntax.verb.compound",
            VerbRule::Nonfinite => "syntax.verb.nonfinite",
        }
    }

    /// How sure a group is that was put together so, and whose form is `sure` to be a verb and `known` to the lexicon.
    pub(crate) fn confidence(self, sure: bool, known: bool) -> Confidence {
        let mut confidence = Confidence::from_permille(self.base());
        if !sure {
            confidence = confidence.and(DOUBTFUL);
        }
        if !known {
            confidence = confidence.and(MISFIT);
        }
        confidence
    }

    const fn base(self) -> u16 {
        match self {
            VerbRule::Simple | VerbRule::Compound => 950,
            VerbRule::Particle => 900,
            VerbRule::Nonfinite => 850,
        }
    }
}

impl MoodRule {
    /// The stable name of the rule.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            MoodRule::Form => "syntax.mood.form",
            MoodRule::Subject => "syntax.mood.subject",
            MoodRule::Unreal => "syntax.mood.unreal",
            MoodRule::Command => "syntax.mood.command",
            MoodRule::Open => "syntax.mood.open",
        }
    }

    /// How sure a mood is that was told so.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        Confidence::from_permille(match self {
            MoodRule::Form => 990,
            MoodRule::Subject => 970,
            MoodRule::Open => 950,
            MoodRule::Unreal => 850,
            MoodRule::Command => 800,
        })
    }
}
