//! Syntax for those who need little of it.

use wortlaut_lexicon::Category;
use wortlaut_text::IdxRange;
use wortlaut_tokenize::{SentenceIdx, Tokenization};

use crate::buffers::Buffers;
use crate::{Reason, Syntax};

/// The syntax of those sentences of a text that somebody asks for, each read once.
///
/// Sentences are parsed one by one and know nothing of each other: what this says of a sentence is what
/// [`Parser::parse`](crate::Parser::parse) says of it.
///
/// ```
/// use wortlaut_syntax::{Parser, SyntaxOnDemand};
/// use wortlaut_tokenize::{SentenceIdx, Tokenizer};
///
/// let text = "Der Rat tagte. Der Bericht liege vor, sagte sie.";
/// let tokens = Tokenizer::new().tokenize(text);
/// let second = SentenceIdx::new(1);
///
/// let mut demand = SyntaxOnDemand::new(text, &tokens);
/// let asked = demand.sentence(second);
/// assert_eq!(asked.clauses_in(second).count(), 2);
/// assert_eq!(asked.clauses_in(SentenceIdx::new(0)).count(), 0);
/// assert_eq!(Parser::new().parse(text, &tokens).clauses_in(second).count(), 2);
/// ```
#[derive(Debug)]
pub struct SyntaxOnDemand<'t> {
    text: &'t str,
    tokens: &'t Tokenization,
    syntax: Syntax,
    /// Taken when the first sentence is asked for, given back at the end.
    buffers: Option<Buffers>,
    /// Whether each sentence has been read.
    read: Vec<bool>,
}

impl<'t> SyntaxOnDemand<'t> {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(text: &'t str, tokens: &'t Tokenization) -> Self {
        SyntaxOnDemand {
            text,
            tokens,
            syntax: Syntax::default(),
            buffers: None,
            read: Vec::new(),
        }
    }

    /// The syntax, with this sentence in it.
    ///
    /// Of the sentences not asked for it knows no clauses. Clauses and phrases stand in the order they were asked for;
    /// [`Syntax::phrase_at`], which needs that of the text, is not to be used on it.
    pub fn sentence(&mut self, sentence: SentenceIdx) -> &Syntax {
        if self.read.is_empty() {
            let (sentences, tokens) = (self.tokens.sentences.len(), self.tokens.tokens.len());
            self.read.resize(sentences, false);
            self.syntax.categories.resize(tokens, Category::Other);
            self.syntax.reasons.resize(tokens, Reason::Token);
            self.syntax.clause_of_token.resize(tokens, None);
            self.syntax.clauses_by_sentence.resize(sentences, IdxRange::default());
            self.syntax.phrases_by_sentence.resize(sentences, IdxRange::default());
        }
        let at = sentence.index();
        match self.read.get_mut(at) {
            Some(read) if !*read => *read = true,
            _ => return &self.syntax,
        }
        let syntax = &mut self.syntax;
        self.buffers
            .get_or_insert_with(Buffers::take)
            .sentence(self.text, self.tokens, sentence, syntax);
        // The parser appends; here each sentence has its place already.
        if let (Some(range), Some(place)) = (syntax.clauses_by_sentence.pop(), syntax.clauses_by_sentence.get_mut(at)) {
            *place = range;
        }
        if let (Some(range), Some(place)) = (syntax.phrases_by_sentence.pop(), syntax.phrases_by_sentence.get_mut(at)) {
            *place = range;
        }
        syntax
    }
}

impl Drop for SyntaxOnDemand<'_> {
    fn drop(&mut self) {
        if let Some(buffers) = self.buffers.take() {
            buffers.give_back();
        }
    }
}
