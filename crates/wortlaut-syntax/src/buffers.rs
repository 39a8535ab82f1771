//! The way of one sentence through the steps of the parser, in buffers that are used again.

use std::sync::Mutex;

use wortlaut_lexicon::Lexicon;
use wortlaut_tokenize::{SentenceIdx, TokenKind, Tokenization};

use crate::Syntax;
use crate::assemble::{Assembler, Site};
use crate::clauses::Clauses;
use crate::phrases::Phrases;
use crate::segment::Segmenter;
use crate::sentence::Sentence;
use crate::tag;

/// Buffers between two texts: as many as texts were ever parsed at the same time. They hold what words can be, which no
/// text changes; who takes which makes no difference to any result.
static IDLE: Mutex<Vec<Buffers>> = Mutex::new(Vec::new());

/// What one sentence needs.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    sentence: Sentence,
    segmenter: Segmenter,
    clauses: Clauses,
    phrases: Phrases,
    assembler: Assembler,
}

impl Buffers {
    /// Buffers that nobody is using now.
    pub(crate) fn take() -> Self {
        let idle = IDLE.lock().ok().and_then(|mut idle| idle.pop());
        idle.unwrap_or_default()
    }

    /// Keeps the buffers for the next text.
    pub(crate) fn give_back(self) {
        if let Ok(mut idle) = IDLE.lock() {
            idle.push(self);
        }
    }

    /// Takes what a syntax that is no longer needed holds, for the next one.
    pub(crate) fn recycle(&mut self, old: &mut Syntax) {
        self.assembler.recycle(&mut old.verbs);
    }

    /// Reads one sentence, and adds what is found.
    pub(crate) fn sentence(&mut self, text: &str, tokens: &Tokenization, index: SentenceIdx, into: &mut Syntax) {
        let range = index
            .get(&tokens.sentences)
            .map(|sentence| sentence.tokens)
            .unwrap_or_default();
        let site = Site {
            text,
            tokens: range.slice(&tokens.tokens),
            base: range.start().index(),
            index,
        };
        self.words(site);
        tag::tag(&mut self.sentence);
        self.segmenter.cut(&self.sentence);
        self.clauses.build(&mut self.sentence, &self.segmenter.events);
        tag::tag_leftovers(&mut self.sentence, &self.clauses);
        self.phrases.find(&self.sentence, &self.clauses);
        self.assembler
            .assemble(site, &mut self.sentence, &self.clauses, &self.phrases, into);
    }

    /// Looks the words up.
    fn words(&mut self, site: Site<'_>) {
        let lexicon = Lexicon::german();
        self.sentence.clear();
        let mut initial = true;
        for token in site.tokens {
            let form = token.span.slice(site.text);
            self.sentence.push(lexicon, form, token.kind, initial);
            initial = match token.kind {
                kind if kind.is_wordlike() => false,
                TokenKind::QuoteOpen | TokenKind::QuoteStray | TokenKind::SentenceEnd => true,
                TokenKind::Punctuation => {
                    matches!(form, ":" | "–" | "—" | "(" | "•" | "·" | "*" | "-" | "|") || initial
                }
                _ => initial && !matches!(token.kind, TokenKind::Number),
            };
        }
    }
}
