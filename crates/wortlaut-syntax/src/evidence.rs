//! Why an annotation is there, and how sure it is.

use wortlaut_text::{Confidence, Evidence, IdxRange, Span};
use wortlaut_tokenize::{Token, TokenIdx, Tokenization};

use crate::{Clause, NounPhrase, Reason, Syntax, VerbGroup};

impl Syntax {
    /// Why a token has the category it has: the rule, and the token as what it was decided of.
    ///
    /// ```
    /// use wortlaut_syntax::Parser;
    /// use wortlaut_tokenize::{TokenIdx, Tokenizer};
    ///
    /// let text = "Die Verletzten warten.";
    /// let tokens = Tokenizer::new().tokenize(text);
    /// let evidence = Parser::new().parse(text, &tokens).evidence(TokenIdx::new(1), &tokens).ok_or("no token")?;
    /// assert_eq!(evidence.rule.as_str(), "syntax.category.nominalization");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn evidence(&self, token: TokenIdx, tokens: &Tokenization) -> Option<Evidence> {
        let reason = self.reasons.get(token.index())?;
        let span = token.get(&tokens.tokens)?.span;
        Some(Evidence::new(reason.rule(), span))
    }

    /// How sure the category of a token is, in its sentence.
    #[must_use]
    pub fn confidence(&self, token: TokenIdx) -> Confidence {
        let reason = self.reasons.get(token.index());
        reason.copied().map_or(Confidence::MIN, Reason::confidence)
    }

    /// Why a clause is one: its rule, and the word that opens it; the finite verb of a main clause.
    ///
    /// ```
    /// use wortlaut_syntax::Parser;
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let text = "Sie hofft, dass er kommt.";
    /// let tokens = Tokenizer::new().tokenize(text);
    /// let syntax = Parser::new().parse(text, &tokens);
    /// let [main, dass] = syntax.clauses.as_slice() else { return Err("two clauses") };
    /// let evidence = syntax.clause_evidence(dass, &tokens).ok_or("no evidence")?;
    /// assert_eq!((evidence.rule.as_str(), evidence.span.slice(text)), ("syntax.clause.conjunction", "dass"));
    /// assert_eq!(syntax.clause_evidence(main, &tokens).ok_or("no evidence")?.span.slice(text), "hofft");
    /// assert!(main.confidence.value() > 0.9);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn clause_evidence(&self, clause: &Clause, tokens: &Tokenization) -> Option<Evidence> {
        let finite = self.verb_of(clause).and_then(|verb| verb.finite);
        let word = clause.introducer.or(finite).unwrap_or(clause.tokens.start());
        Some(Evidence::new(clause.rule.rule(), span(word, tokens)?))
    }

    /// Why a noun phrase is one: its rule, and its core.
    #[must_use]
    pub fn phrase_evidence(&self, phrase: &NounPhrase, tokens: &Tokenization) -> Option<Evidence> {
        Some(Evidence::new(phrase.rule.rule(), span_of(phrase.core, tokens)?))
    }

    /// Why verbs are a group, and why in this mood: two rules; for the first all words from the first verb to the
    /// last, for the second the finite verb.
    #[must_use]
    pub fn verb_evidence(&self, verb: &VerbGroup, tokens: &Tokenization) -> Option<[Evidence; 2]> {
        let (first, last) = (verb.tokens.first()?, verb.tokens.last()?);
        let whole = span_of(IdxRange::new(first.index(), last.index() + 1), tokens)?;
        let decided = span(verb.finite.unwrap_or(verb.main), tokens)?;
        Some([
            Evidence::new(verb.rule.rule(), whole),
            Evidence::new(verb.mood_rule.rule(), decided),
        ])
    }
}

fn span(token: TokenIdx, tokens: &Tokenization) -> Option<Span> {
    Some(token.get(&tokens.tokens)?.span)
}

fn span_of(run: IdxRange<Token>, tokens: &Tokenization) -> Option<Span> {
    tokens.span_of(run)
}
