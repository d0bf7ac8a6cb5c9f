//! What comparing needs to know of one article, made once and kept while its text stays.

use super::aliases::{Alias, Aliases};
use super::terms::{SentenceReader, Term, Words};
use super::told::Told;
use super::vocabulary::{InvertedIndex, Vocabulary};
use crate::article::{Article, Passage};
use crate::span::Span;
use std::ops::Range;
use std::sync::OnceLock;

/// Most terms of a unit. A longer sentence is cut, so that aligning two units costs a bounded time.
const LONGEST_UNIT: usize = 96;

/// Where terms begin is noted for every so many bytes of the text, a power of two.
const BYTES_OF_STRETCH: usize = 32;

/// Most terms of a headline.
const MOST_OF_HEADLINE: usize = 20;

/// A sentence as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its terms.
    pub terms: Range<usize>,
    /// From its first term to its last, with the marks around them.
    pub span: Span,
    /// What it is to the article.
    pub role: Role,
}

/// What a sentence is to its article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// The headline, or one of them.
    Headline,
    /// The first sentence of the story.
    Lead,
    /// Any other.
    Body,
}

/// How many terms are of a kind.
pub(super) struct Kinds {
    /// Those that tell one sentence from another.
    pub content: u16,
    /// Those of them that are names.
    pub names: u16,
    pub numbers: u16,
    pub negations: u16,
}

impl Kinds {
    /// Of what kinds one term is, in one number of four parts. Sums of it may overflow from one part to
    /// the next: their differences do not.
    const fn of(term: &Term) -> u64 {
        let (content, name) = (term.content as u64, (term.content & term.name) as u64);
        content | name << 16 | (term.number as u64) << 32 | (term.negation as u64) << 48
    }
}

/// What comparing needs to know of one article. It depends on that article and its names alone.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint {
    /// The words outside boilerplate, in order.
    pub(super) terms: Vec<Term>,
    /// The sentences. Together they hold every term once, in order.
    pub(super) units: Vec<Unit>,
    /// For each term, its unit.
    pub(super) unit_of: Vec<u32>,
    /// For each term and for the end, how many of each kind stand before it, in one number.
    kinds: Vec<u64>,
    /// Their words, by id.
    pub(super) words: Vocabulary,
    /// Their stems.
    pub(super) stems: Vocabulary,
    /// Where the stems of content terms stand.
    pub(super) index: InvertedIndex,
    /// For each stretch of the text, how many terms begin before it.
    begun: Vec<u32>,
    /// For each sentence, a number for all that it is by itself, once a memory has asked.
    pub(super) keys: OnceLock<Vec<u64>>,
    /// The names of persons, in order; none where nobody has looked for them.
    pub(super) persons: Option<Vec<Span>>,
    /// What the article tells, once a comparison has asked.
    pub(super) told: OnceLock<Told>,
}

impl Fingerprint {
    /// Reads an article in which no name is known.
    pub fn of(article: &Article) -> Self {
        Self::with_aliases(article, [])
    }

    /// The same, with the places of the names of persons, in order: they tell who says what.
    #[must_use]
    pub fn with_persons(mut self, persons: impl IntoIterator<Item = Span>) -> Self {
        self.persons = Some(persons.into_iter().collect());
        self
    }

    /// Reads an article, without its boilerplate, in which these names are known by other names too.
    pub fn with_aliases<'n>(
        article: &Article,
        aliases: impl IntoIterator<Item = Alias<'n>>,
    ) -> Self {
        let tokens =
            |sentence: &Passage| sentence.tokens.start as usize..sentence.tokens.end as usize;
        let sentences = article.sentences().iter().map(tokens);
        let mut stretches = article.boilerplate();
        let boilerplate = |span: Span| {
            while let [first, rest @ ..] = stretches
                && first.span.end <= span.start
            {
                stretches = rest;
            }
            let first = stretches.first();
            first.is_some_and(|stretch| stretch.span.overlaps(span))
        };
        Self::read(article, sentences, boilerplate, &Aliases::new(aliases))
    }

    /// Reads the sentences of an article that hold these tokens, but for the spans left out, which is
    /// asked in order.
    pub(super) fn read(
        article: &Article,
        sentences: impl Iterator<Item = Range<usize>>,
        mut left_out: impl FnMut(Span) -> bool,
        aliases: &Aliases,
    ) -> Self {
        let mut print = Self::default();
        let mut known = Words::with_room(article.tokens().len());
        print.terms.reserve_exact(article.tokens().len());
        print.units.reserve_exact(article.sentences().len());
        let stretches = article.text().len() / BYTES_OF_STRETCH + 1;
        print.begun.reserve_exact(stretches);
        for tokens in sentences {
            print.read_sentence(article, tokens, &mut left_out, &mut known, aliases);
        }
        (print.words, print.stems) = (known.words, known.stems);
        print.unit_of.reserve_exact(print.terms.len());
        for (index, unit) in (0..).zip(&print.units) {
            print.unit_of.resize(unit.terms.end, index);
        }
        for (index, term) in (0..).zip(&print.terms) {
            // In the stretch that it begins in, and in those before that are not noted yet, none else did.
            let stretches = term.span.start as usize / BYTES_OF_STRETCH + 1;
            if print.begun.len() < stretches {
                print.begun.resize(stretches, index);
            }
        }
        let mut kinds = 0_u64;
        print.kinds.reserve_exact(print.terms.len() + 1);
        print.kinds.push(0);
        print.kinds.extend(print.terms.iter().map(|term| {
            kinds = kinds.wrapping_add(Kinds::of(term));
            kinds
        }));
        print.index = InvertedIndex::of(&print.terms, &print.stems, &print.unit_of);
        print
    }

    /// The ids of the terms, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.terms.iter().map(|term| term.id)
    }

    /// The stem of a term: the same for all relatives of one word, its synonyms among them, and for all
    /// names of one thing.
    pub(super) fn stem(&self, at: usize) -> u64 {
        self.stems.numbers.hashes[self.stems.of_term[at] as usize]
    }

    /// The terms that begin inside `span`.
    pub(super) fn terms_in(&self, span: Span) -> Range<usize> {
        let start = self.begun_before(span.start);
        let end = self.begun_before(span.end);
        start..end.max(start)
    }

    /// How many of `terms`, which are those of a sentence or two, are of each kind.
    pub(super) fn kinds(&self, terms: &Range<usize>) -> Kinds {
        let kinds = self.kinds[terms.end].wrapping_sub(self.kinds[terms.start]);
        let [content, names, numbers, negations] =
            [0, 16, 32, 48].map(|bits| (kinds >> bits) as u16);
        Kinds {
            content,
            names,
            numbers,
            negations,
        }
    }

    /// How many terms begin before byte `end`.
    fn begun_before(&self, end: u32) -> usize {
        let Some(begun) = self.begun.get(end as usize / BYTES_OF_STRETCH) else {
            return self.terms.len();
        };
        let begun = *begun as usize;
        let next = self.terms[begun..].iter();
        begun + next.take_while(|term| term.span.start < end).count()
    }

    /// The text from the first to the last term of `terms`, with the marks around them where a
    /// sentence begins or ends there.
    pub(super) fn span(&self, terms: &Range<usize>) -> Span {
        let first = &self.units[self.unit_of[terms.start] as usize];
        let last = &self.units[self.unit_of[terms.end - 1] as usize];
        let start = if first.terms.start == terms.start {
            first.span.start
        } else {
            self.terms[terms.start].span.start
        };
        let end = if last.terms.end == terms.end {
            last.span.end
        } else {
            self.terms[terms.end - 1].span.end
        };
        Span::new(start, end)
    }

    fn read_sentence(
        &mut self,
        article: &Article,
        tokens: Range<usize>,
        left_out: &mut impl FnMut(Span) -> bool,
        known: &mut Words,
        aliases: &Aliases,
    ) {
        let mut first = self.terms.len();
        // Where the text of the unit begins and ends, marks included.
        let mut start = None;
        let mut end = 0;
        let mut reader = SentenceReader::new(article, tokens, self.at_top(), known, aliases);
        while let Some(token) = reader.next() {
            let length = self.terms.len() - first;
            let left_out = left_out(token.span);
            let long =
                length >= LONGEST_UNIT || (length >= LONGEST_UNIT / 2 && reader.opens_clause());
            if left_out || long {
                self.close_unit(article, first, start.take(), end);
                first = self.terms.len();
            }
            if left_out {
                reader.leave_out();
                continue;
            }
            start.get_or_insert(token.span.start);
            end = reader.read(token, &mut self.terms);
        }
        self.close_unit(article, first, start, end);
    }

    /// Whether no lead is read yet.
    fn at_top(&self) -> bool {
        let last = self.units.last();
        last.is_none_or(|unit| unit.role == Role::Headline)
    }

    /// Makes a unit of the terms from `first` on, if there are any. The short lines at the top that
    /// end without a full stop are headlines, and what follows them is the lead.
    fn close_unit(&mut self, article: &Article, first: usize, start: Option<u32>, end: u32) {
        let Some(start) = start.filter(|_| first < self.terms.len()) else {
            return;
        };
        let span = Span::new(start, end);
        let terms = first..self.terms.len();
        let closed = ['.', '!', '?', '”', '"', '…', ':', ';', ','];
        let role = if !self.at_top() {
            Role::Body
        } else if terms.len() > MOST_OF_HEADLINE || span.of(article.text()).ends_with(closed) {
            Role::Lead
        } else {
            Role::Headline
        };
        self.units.push(Unit { terms, span, role });
    }
}
