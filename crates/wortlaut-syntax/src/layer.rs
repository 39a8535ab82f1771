//! What the syntax of a text is made of.

use wortlaut_lexicon::{CaseSet, Category, Mood, Number, Person, Tense};
use wortlaut_text::{Confidence, Gender, Idx, IdxRange};
use wortlaut_tokenize::{SentenceIdx, Token, TokenIdx};

use crate::{ClauseRule, MoodRule, PhraseRule, Reason, VerbRule};

/// The position of a [`Clause`] in [`Syntax::clauses`].
pub type ClauseIdx = Idx<Clause>;
/// The position of a [`NounPhrase`] in [`Syntax::phrases`].
pub type PhraseIdx = Idx<NounPhrase>;
/// The position of a [`VerbGroup`] in [`Syntax::verbs`].
pub type VerbGroupIdx = Idx<VerbGroup>;

/// What the head of a noun phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PhraseKind {
    /// A common noun: *die Sprecherin des Ministeriums*.
    Common,
    /// A name: *Bundeskanzler Friedrich Merz*.
    Name,
    /// A pronoun: *sie*, *niemand*, *man*.
    Pronoun,
}

/// A noun phrase: article, adjectives, head, name parts, and the genitives, prepositional attributes and appositions
/// that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NounPhrase {
    /// The core: from the article (or first adjective) to the head and its name parts.
    pub core: IdxRange<Token>,
    /// The maximal phrase: the core with genitive attributes, prepositional attributes and appositions.
    pub tokens: IdxRange<Token>,
    /// The head word; for a name of several words, the last.
    pub head: TokenIdx,
    /// What the head is.
    pub kind: PhraseKind,
    /// The preposition that governs the phrase, before or (for postpositions) after it.
    pub preposition: Option<TokenIdx>,
    /// Number, where the forms tell.
    pub number: Option<Number>,
    /// Gender, where the forms tell.
    pub gender: Option<Gender>,
    /// Person: third for all but personal pronouns.
    pub person: Person,
    /// The cases the forms allow.
    pub case: CaseSet,
    /// The innermost clause it stands in.
    pub clause: Option<ClauseIdx>,
    /// The next phrase joined to it by *und*, *oder* or a comma. The maximal phrase covers all that are joined, and
    /// its number is the plural.
    pub conjunct: Option<PhraseIdx>,
    /// How it was recognised.
    pub rule: PhraseRule,
    /// How sure the core and its head are; less where the head is a guess, does not fit its article, or where the
    /// maximal phrase reaches over attributes that word order alone attaches.
    pub confidence: Confidence,
}

/// Active or passive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Aktiv.
    Active,
    /// Passiv, with *werden* or *sein*.
    Passive,
}

/// The verbs of one clause that belong together: *hat … angekündigt*, *kündigte … an*, *will … prüfen lassen*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbGroup {
    /// All its tokens in order: finite verb, participles, infinitives, *zu*, the separated particle.
    pub tokens: Vec<TokenIdx>,
    /// The finite verb; `None` in an infinitive or participle clause.
    pub finite: Option<TokenIdx>,
    /// The token of the full verb that carries the meaning: *angekündigt* in *hat angekündigt*.
    pub main: TokenIdx,
    /// The separated particle: *an* in *kündigte … an*.
    pub particle: Option<TokenIdx>,
    /// The reflexive pronoun (*sich*), where the clause has one.
    pub reflexive: Option<TokenIdx>,
    /// The infinitive of the full verb, with its particle: *ankündigen*. Lower case.
    pub lemma: String,
    /// The infinitive of the modal verb, if there is one: *sollen*.
    pub modal: Option<String>,
    /// Mood of the finite verb.
    pub mood: Mood,
    /// Whether the mood could also be another: *sagten*, *haben*. Such a form proves no reported speech.
    pub mood_ambiguous: bool,
    /// What told the mood; its confidence is [`MoodRule::confidence`].
    pub mood_rule: MoodRule,
    /// Tense of the whole group.
    pub tense: Tense,
    /// Active or passive.
    pub voice: Voice,
    /// Person of the finite verb, where the form tells.
    pub person: Option<Person>,
    /// Number of the finite verb, where the form tells.
    pub number: Option<Number>,
    /// The clause.
    pub clause: ClauseIdx,
    /// How the group was put together.
    pub rule: VerbRule,
    /// How sure the group and its lemma are; less where the verb is a guess or its form could be another word.
    pub confidence: Confidence,
}

/// What sort of clause it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClauseKind {
    /// A main clause with its verb in second (or first) place, and a part of a sentence without a verb.
    Main,
    /// *dass …*
    Dass,
    /// *ob …*
    Ob,
    /// An embedded question: *wer …*, *warum …*
    Interrogative,
    /// A relative clause.
    Relative,
    /// *weil*, *wenn*, *nachdem*, *während* …
    Adverbial,
    /// *wie X mitteilte*, *so X*: a clause that names the source of the one around it.
    Comment,
    /// An infinitive clause with *zu*.
    Infinitive,
    /// An insertion between dashes, brackets or commas.
    Parenthesis,
}

/// A clause: a finite verb (or infinitive with *zu*) and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clause {
    /// From its first to its last token, the clauses inside it included; without the comma that sets it off.
    pub tokens: IdxRange<Token>,
    /// What sort.
    pub kind: ClauseKind,
    /// The sentence.
    pub sentence: SentenceIdx,
    /// The clause around it or, for a subordinate clause that stands beside it, the clause it depends on.
    pub parent: Option<ClauseIdx>,
    /// The conjunction, relative pronoun or question word that opens it.
    pub introducer: Option<TokenIdx>,
    /// Its verbs.
    pub verb: Option<VerbGroupIdx>,
    /// Its most likely subject: the first of [`Clause::subjects`].
    pub subject: Option<PhraseIdx>,
    /// All phrases that could be its subject, the likeliest first: *Die Bank warnt die Stadt*. They stand in
    /// [`Syntax::subject_candidates`].
    pub subjects: IdxRange<SubjectCandidate>,
    /// How it was recognised.
    pub rule: ClauseRule,
    /// How sure its kind, its extent and its finite verb are; less where the finite form could be another word, or
    /// none came where one was due.
    pub confidence: Confidence,
}

/// A phrase that could be the subject of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubjectCandidate {
    /// The phrase.
    pub phrase: PhraseIdx,
    /// How likely it is the subject, beside the other candidates of the clause.
    pub confidence: Confidence,
}

/// The shallow syntax of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Syntax {
    /// The category each token has in its sentence; as long as the tokens.
    pub categories: Vec<Category>,
    /// Why each token has its category; as long as the tokens.
    pub reasons: Vec<Reason>,
    /// The innermost clause of each token; as long as the tokens. Punctuation between clauses belongs to the one
    /// around them.
    pub clause_of_token: Vec<Option<ClauseIdx>>,
    /// The clauses, sorted by first token, outer before inner.
    pub clauses: Vec<Clause>,
    /// The noun phrases, sorted by first token of their core. Cores do not overlap.
    pub phrases: Vec<NounPhrase>,
    /// The verb groups, sorted by clause.
    pub verbs: Vec<VerbGroup>,
    /// What could be the subjects of the clauses, clause by clause, the likeliest first.
    pub subject_candidates: Vec<SubjectCandidate>,
    /// For each sentence, its clauses.
    pub clauses_by_sentence: Vec<IdxRange<Clause>>,
    /// For each sentence, its noun phrases.
    pub phrases_by_sentence: Vec<IdxRange<NounPhrase>>,
}

impl Syntax {
    /// The clauses of a sentence, with their indices.
    pub fn clauses_in(&self, sentence: SentenceIdx) -> impl DoubleEndedIterator<Item = (ClauseIdx, &Clause)> {
        let range = self
            .clauses_by_sentence
            .get(sentence.index())
            .copied()
            .unwrap_or_default();
        range.iter().zip(range.slice(&self.clauses))
    }

    /// The noun phrases of a sentence, with their indices.
    pub fn phrases_in(&self, sentence: SentenceIdx) -> impl DoubleEndedIterator<Item = (PhraseIdx, &NounPhrase)> {
        let range = self
            .phrases_by_sentence
            .get(sentence.index())
            .copied()
            .unwrap_or_default();
        range.iter().zip(range.slice(&self.phrases))
    }

    /// The category a token has in its sentence.
    #[must_use]
    pub fn category(&self, token: TokenIdx) -> Category {
        self.categories.get(token.index()).copied().unwrap_or(Category::Other)
    }

    /// The innermost clause of a token.
    #[must_use]
    pub fn clause_of(&self, token: TokenIdx) -> Option<&Clause> {
        self.clause_index_of(token)?.get(&self.clauses)
    }

    /// The index of the innermost clause of a token.
    #[must_use]
    pub fn clause_index_of(&self, token: TokenIdx) -> Option<ClauseIdx> {
        self.clause_of_token.get(token.index()).copied().flatten()
    }

    /// The verbs of a clause.
    #[must_use]
    pub fn verb_of(&self, clause: &Clause) -> Option<&VerbGroup> {
        clause.verb?.get(&self.verbs)
    }

    /// The subject of a clause.
    #[must_use]
    pub fn subject_of(&self, clause: &Clause) -> Option<&NounPhrase> {
        clause.subject?.get(&self.phrases)
    }

    /// What could be the subject of a clause, the likeliest first.
    ///
    /// ```
    /// use wortlaut_syntax::Parser;
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let text = "Die Bank warnt die Stadt.";
    /// let syntax = Parser::new().parse(text, &Tokenizer::new().tokenize(text));
    /// let clause = syntax.clauses.first().ok_or("no clause")?;
    /// let [bank, stadt] = syntax.subjects_of(clause) else { return Err("two candidates") };
    /// assert_eq!(Some(bank.phrase), clause.subject);
    /// assert!(bank.confidence > stadt.confidence);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn subjects_of(&self, clause: &Clause) -> &[SubjectCandidate] {
        clause.subjects.slice(&self.subject_candidates)
    }

    /// The noun phrase whose core covers a token.
    #[must_use]
    pub fn phrase_at(&self, token: TokenIdx) -> Option<(PhraseIdx, &NounPhrase)> {
        let at = self.phrases.partition_point(|phrase| phrase.core.end() <= token);
        self.phrases
            .get(at)
            .filter(|phrase| phrase.core.contains(token))
            .map(|phrase| (PhraseIdx::new(at), phrase))
    }
}
