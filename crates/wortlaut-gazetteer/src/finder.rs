//! The names of lists in a text, without the rules of the recogniser.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::HashSet;

use jiff::civil::Date;
use wortlaut_text::{Confidence, MentionForm, Span};
use wortlaut_tokenize::{Sentence, Token, TokenKind, Tokenization};

use crate::gazetteer::{Gazetteer, ListedEntry};
use crate::keys::{KeyForm, Posting};
use crate::normal;
use crate::records::Flags;
use crate::scan::{self, Ending, Hit, List, Memory, Source, Start};

/// Up to so many readings of a name are compared one by one.
const FEW: usize = 8;

/// Finds the names of one or more lists: the longest at each place, with all entries that they may mean. It judges no
/// context, so it is fast, and its candidates are for the caller to choose from; the [`Recognizer`](crate::Recognizer)
/// chooses, and finds compounds and names that no list has.
///
/// A name is found at the boundaries of tokens, within a sentence or over the break of a wrapped line; composed or
/// decomposed, with soft hyphens, with *ss* for *ß*, without umlauts (*Zuerich*) and accents (*Erdogan*), in capitals, in
/// the genitive (*Moskaus*, *Merz'*), and in the forms of its entry.
///
/// ```
/// use wortlaut_gazetteer::{GazetteerBuilder, NameFinder};
/// use wortlaut_tokenize::Tokenizer;
///
/// let mut builder = GazetteerBuilder::new();
/// builder.read_tsv("t.tsv", "a\tplace\tAlm\nb\tperson\tAlm\nc\tplace\tBad Alm\n".as_bytes())?;
/// let finder = NameFinder::new([builder.build()?]);
///
/// let text = "Von Alm nach Bad\nAlm.";
/// let found = finder.find(text, &Tokenizer::new().tokenize(text));
/// let shown: Vec<_> = found.iter().map(|name| (name.span.slice(text), name.candidates.len())).collect();
/// assert_eq!(shown, [("Alm", 2), ("Bad\nAlm", 1)]);
/// let ids: Vec<_> = found.iter().flat_map(|name| finder.candidates(name)).map(|(entry, _)| entry.id()).collect();
/// assert_eq!(ids, ["a", "b", "c"]);
/// # Ok::<(), wortlaut_gazetteer::GazetteerError>(())
/// ```
#[derive(Clone, Debug)]
pub struct NameFinder {
    lists: Vec<Gazetteer>,
    day: Option<Date>,
}

/// A name of a list in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundName {
    /// Where, in bytes of the text.
    pub span: Span,
    /// What it may mean: best first, by priority, then by list, then as the list has them.
    pub candidates: Vec<NameCandidate>,
}

/// One thing that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameCandidate {
    /// The list, by its place among those the finder was made with.
    pub list: u32,
    /// The entry, by its place in the list.
    pub entry: u32,
    /// In which form the text names it.
    pub form: MentionForm,
    /// How surely these words name this entry, context aside: less for common words, short forms, spellings that only
    /// resemble the name, and entries of less priority than the best one.
    pub score: Confidence,
}

/// Memory of a finder, used again from text to text.
#[derive(Debug, Default)]
pub struct FinderMemory {
    memory: Memory,
    hits: Vec<(u32, Hit)>,
}

impl NameFinder {
    /// A finder with lists; where several have a name, the priority of the entry counts first, then the order of the lists.
    #[must_use]
    pub fn new(lists: impl IntoIterator<Item = Gazetteer>) -> Self {
        NameFinder {
            lists: lists.into_iter().collect(),
            day: None,
        }
    }

    /// Finds only entries that hold on a day, such as the day of the document.
    ///
    /// ```
    /// use wortlaut_gazetteer::{GazetteerBuilder, NameFinder};
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let mut builder = GazetteerBuilder::new();
    /// builder.read_csv("t.csv", "id,kind,name,until\na,organization,Almbank,2019\n".as_bytes())?;
    /// let finder = NameFinder::new([builder.build()?]);
    /// let text = "Die Almbank schloss.";
    /// let tokens = Tokenizer::new().tokenize(text);
    /// assert_eq!(finder.clone().on("2018-05-04".parse()?).find(text, &tokens).len(), 1);
    /// assert_eq!(finder.on("2024-05-04".parse()?).find(text, &tokens).len(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.day = Some(day);
        self
    }

    /// The lists.
    #[must_use]
    pub fn lists(&self) -> &[Gazetteer] {
        &self.lists
    }

    /// The names in a tokenized text, sorted; they do not overlap.
    #[must_use]
    pub fn find(&self, text: &str, tokens: &Tokenization) -> Vec<FoundName> {
        let mut found = Vec::new();
        self.find_into(text, tokens, &mut FinderMemory::default(), |name| found.push(name));
        found
    }

    /// As [`find`](Self::find), with memory that is used again. Where nothing is found, nothing is allocated.
    ///
    /// ```
    /// use wortlaut_gazetteer::{FinderMemory, Gazetteer, NameFinder};
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let finder = NameFinder::new([Gazetteer::german()]);
    /// let mut memory = FinderMemory::default();
    /// let mut count = 0;
    /// for text in ["Sie reist nach Wien.", "Es regnet."] {
    ///     finder.find_into(text, &Tokenizer::new().tokenize(text), &mut memory, |_| count += 1);
    /// }
    /// assert_eq!(count, 1);
    /// ```
    pub fn find_into(
        &self,
        text: &str,
        tokens: &Tokenization,
        memory: &mut FinderMemory,
        mut found: impl FnMut(FoundName),
    ) {
        self.walk(text, tokens, memory, |first, last, hits| {
            let Some(span) = tokens
                .tokens
                .get(first)
                .zip(tokens.tokens.get(last))
                .map(|(first, last)| first.span.cover(last.span))
            else {
                return false;
            };
            let candidates = self.judge(hits);
            if candidates.is_empty() {
                return false;
            }
            found(FoundName { span, candidates });
            true
        });
    }

    /// How many names [`find`](Self::find) finds.
    ///
    /// ```
    /// use wortlaut_gazetteer::{FinderMemory, Gazetteer, NameFinder};
    /// use wortlaut_tokenize::Tokenizer;
    ///
    /// let text = "Von Wien nach Rom.";
    /// let tokens = Tokenizer::new().tokenize(text);
    /// let finder = NameFinder::new([Gazetteer::german()]);
    /// assert_eq!(finder.count(text, &tokens, &mut FinderMemory::default()), 2);
    /// ```
    #[must_use]
    pub fn count(&self, text: &str, tokens: &Tokenization, memory: &mut FinderMemory) -> usize {
        let mut count = 0;
        self.walk(text, tokens, memory, |_, _, hits| {
            let named = hits.iter().any(|&(list, hit)| {
                self.lists.get(list as usize).is_some_and(|list| {
                    list.keys()
                        .postings(hit.found)
                        .any(|posting| self.counts(list, hit, posting).is_some())
                })
            });
            count += usize::from(named);
            named
        });
        count
    }

    /// The entries of a name's candidates, with the candidates.
    pub fn candidates<'f>(
        &'f self,
        name: &'f FoundName,
    ) -> impl Iterator<Item = (ListedEntry<'f>, NameCandidate)> + 'f {
        name.candidates.iter().filter_map(|&candidate| {
            let entry = self.lists.get(candidate.list as usize)?.entry(candidate.entry)?;
            Some((entry, candidate))
        })
    }

    /// Gives the longest hits at each place, with their first and last token, until the callee takes them.
    fn walk(
        &self,
        text: &str,
        tokens: &Tokenization,
        into: &mut FinderMemory,
        mut take: impl FnMut(usize, usize, &[(u32, Hit)]) -> bool,
    ) {
        let FinderMemory { memory, hits } = into;
        // Few lists need no memory of their own.
        let mut few = [List::default(); 4];
        let many: Vec<List<'_>>;
        let lists = match few.get_mut(..self.lists.len()) {
            Some(few) => {
                for (list, gazetteer) in few.iter_mut().zip(&self.lists) {
                    *list = List::new(gazetteer);
                }
                &*few
            }
            None => {
                many = self.lists.iter().map(List::new).collect();
                &*many
            }
        };
        let view = View {
            text,
            tokens: &tokens.tokens,
            sentences: &tokens.sentences,
            sentence: Cell::new(0),
        };
        let mut first = 0;
        while let Some(token) = tokens.tokens.get(first) {
            if !token.kind.is_wordlike() && token.kind != TokenKind::Ordinal {
                first += 1;
                continue;
            }
            let written = scan::written(&view, first, memory);
            if !lists.iter().any(|list| scan::may_be_in(list, &view, first, &written)) {
                first += 1;
                continue;
            }
            let mut start = Start::new(first, written);
            hits.clear();
            for (list, number) in lists.iter().zip(0u32..) {
                scan::longest(list, &view, &mut start, memory);
                hits.extend(memory.hits.iter().map(|&hit| (number, hit)));
            }
            first += 1;
            // Longest first; a shorter one counts where a longer one names nothing.
            while let Some(last) = hits.iter().map(|(_, hit)| hit.last).max() {
                hits.sort_by_key(|(list, hit)| (Reverse(hit.last), *list));
                let longest = hits.iter().take_while(|(_, hit)| hit.last == last).count();
                if hits
                    .get(..longest)
                    .is_some_and(|longest| take(first - 1, last, longest))
                {
                    first = last + 1;
                    break;
                }
                hits.drain(..longest);
            }
        }
    }

    /// Whether a posting is a name, and in which form the text has it.
    fn counts(&self, list: &Gazetteer, hit: Hit, posting: Posting) -> Option<(MentionForm, u16)> {
        let class = list.class(posting.entry)?;
        let genitive = hit.ending == Ending::Genitive;
        if genitive && class.flags.has(Flags::RIGID) {
            return None;
        }
        let named = |form| if genitive { MentionForm::Genitive } else { form };
        let (form, permille) = match posting.form {
            KeyForm::Name => (named(MentionForm::Name), 950),
            KeyForm::Variant => (named(MentionForm::Name), 850),
            KeyForm::Short => (named(MentionForm::Surname), 850),
            KeyForm::Genitive => (MentionForm::Genitive, 900),
            KeyForm::PlaceAdjective => (MentionForm::Derived, 880),
            // An ending of the genitive is none here: it would be another word.
            KeyForm::Adjective if !genitive => (MentionForm::Derived, 900),
            KeyForm::People if !genitive => (MentionForm::Demonym, 870),
            _ => return None,
        };
        if let Some(day) = self.day {
            if !list.details(posting.entry)?.validity.contains(day) {
                return None;
            }
        }
        let mut permille = if genitive { permille - 50 } else { permille };
        if class.flags.has(Flags::AMBIGUOUS) {
            permille -= 250;
        }
        if !hit.found.exact {
            permille -= 100;
        }
        Some((form, permille))
    }

    /// What hits of one length may mean.
    fn judge(&self, hits: &[(u32, Hit)]) -> Vec<NameCandidate> {
        let mut candidates: Vec<(i16, NameCandidate)> = Vec::new();
        // Mostly one or two; a name that thousands bear is looked up.
        let mut seen: HashSet<(u32, u32)> = HashSet::new();
        for &(number, hit) in hits {
            let Some(list) = self.lists.get(number as usize) else {
                continue;
            };
            for posting in list.keys().postings(hit.found) {
                if posting.form == KeyForm::FirstName {
                    continue;
                }
                let Some((form, permille)) = self.counts(list, hit, posting) else {
                    continue;
                };
                let this = (number, posting.entry);
                if candidates.len() == FEW && seen.is_empty() {
                    seen.extend(candidates.iter().map(|(_, known)| (known.list, known.entry)));
                }
                let known = if candidates.len() < FEW {
                    candidates.iter().any(|(_, known)| (known.list, known.entry) == this)
                } else {
                    !seen.insert(this)
                };
                if known {
                    continue;
                }
                let candidate = NameCandidate {
                    list: number,
                    entry: posting.entry,
                    form,
                    score: Confidence::from_permille(permille),
                };
                candidates.push((list.class(posting.entry).map_or(0, |class| class.priority), candidate));
            }
        }
        // Stable: within one priority the lists' own order stays.
        candidates.sort_by_key(|(priority, _)| Reverse(*priority));
        let best = candidates.first().map_or(0, |(priority, _)| *priority);
        candidates
            .into_iter()
            .map(|(priority, mut candidate)| {
                if priority < best {
                    candidate.score = Confidence::from_permille(candidate.score.permille() / 2);
                }
                candidate
            })
            .collect()
    }
}

/// The tokens of a text.
struct View<'t> {
    text: &'t str,
    tokens: &'t [Token],
    sentences: &'t [Sentence],
    /// The sentence last asked for.
    sentence: Cell<usize>,
}

impl Source for View<'_> {
    fn count(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    fn bytes(&self, index: usize) -> &[u8] {
        self.tokens.get(index).map_or(&[], |token| {
            let (start, end) = (token.span.start() as usize, token.span.end() as usize);
            self.text.as_bytes().get(start..end).unwrap_or(&[])
        })
    }

    fn push_form(&self, index: usize, out: &mut String) {
        let raw = self
            .tokens
            .get(index)
            .and_then(|token| token.span.get(self.text))
            .unwrap_or("");
        if !normal::push_normal(raw, out) {
            out.push_str(raw);
        }
    }

    #[inline]
    fn is_spaced(&self, index: usize) -> bool {
        match (
            index.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(index),
        ) {
            (Some(before), Some(token)) => before.span.end() < token.span.start(),
            _ => true,
        }
    }

    fn goes_on(&self, index: usize) -> bool {
        let Some((before, token)) = index
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .zip(self.tokens.get(index))
        else {
            return false;
        };
        // Asked near where it was asked before.
        let end = |sentence: usize| {
            self.sentences
                .get(sentence)
                .map(|sentence| sentence.tokens.end().index())
        };
        let mut sentence = self.sentence.get();
        while end(sentence).is_some_and(|end| end < index) {
            sentence += 1;
        }
        while sentence > 0 && end(sentence - 1).is_none_or(|end| end >= index) {
            sentence -= 1;
        }
        self.sentence.set(sentence);
        let ends = end(sentence);
        if ends != Some(index) {
            return true;
        }
        // A line that was only wrapped ends no name.
        before.kind.is_wordlike()
            && token.kind.is_wordlike()
            && Span::between(before.span.end(), token.span.start())
                .get(self.text)
                .is_some_and(|gap| gap.matches('\n').count() == 1)
    }
}
