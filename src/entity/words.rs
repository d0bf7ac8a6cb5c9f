//! The words of a paragraph as the recogniser sees them: folded, looked up, and by their shape.

use super::lexicon::format::Roles;
use super::lexicon::plain::push_plain;
use super::lexicon::{Entry, Lexicon};
use crate::article::{Article, ParsedParagraph};
use crate::span::Span;
use crate::text::dates::Dated;
use crate::text::fold::fold;
use crate::text::quantities::QuantityKind;
use crate::text::tokens::{Token, TokenKind};
use std::ops::Range;
use std::sync::Arc;

/// So many tokens before and after a paragraph say something about the names in it.
pub(super) const BESIDE: usize = 2;

/// No name in the lexicon has more words.
const LONGEST_NAME: usize = 16;

/// A headline has capitals on at least this many ordinary words,
const HEADLINE_WORDS: usize = 3;
/// and on this many times as many as it leaves in lower case.
const HEADLINE_SHARE: usize = 8;

/// One token.
#[derive(Clone, Default, Debug)]
pub(super) struct Word {
    folded: Range<u32>,
    /// The parts it can play, and what it names on its own.
    pub(super) entry: Entry,
    /// The longest name that begins here: the token after its last, and its entry.
    pub(super) name: Option<(u32, Entry)>,
    /// Has a letter in upper case where a name would have one.
    pub(super) capital: bool,
    /// Two letters or more, all in upper case.
    pub(super) capitals: bool,
    /// No white space before it.
    pub(super) glued: bool,
    /// Where a sentence or a quotation begins.
    pub(super) start: bool,
    /// In a sentence whose ordinary words are capitalised too.
    pub(super) headline: bool,
    /// Part of a date or of an amount of money.
    pub(super) counted: bool,
    /// Letters, not a figure or a mark.
    pub(super) is_word: bool,
}

impl Word {
    pub(super) fn is(&self, role: Roles) -> bool {
        self.entry.roles.any(role)
    }
}

/// The words of one paragraph, and a few of those beside it. Its tokens are counted from the first of
/// these.
pub(super) struct Words {
    /// The paragraph. Spans are counted from its start.
    pub(super) parsed: Arc<ParsedParagraph>,
    /// The tokens of the paragraph.
    pub(super) tokens: Range<usize>,
    folded: String,
    words: Vec<Word>,
}

impl Words {
    /// Reads paragraph `number` of `article`.
    pub(super) fn new(lexicon: &Lexicon, article: &Article, number: usize) -> Self {
        let all = article.tokens();
        let tokens = &article.paragraphs()[number].tokens;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let from = start.saturating_sub(BESIDE);
        let here = &all[from..all.len().min(end + BESIDE)];
        let mut words = Self {
            parsed: Arc::clone(&article.parsed()[number].1),
            tokens: start - from..end - from,
            folded: String::new(),
            words: Vec::with_capacity(here.len()),
        };
        words.read_tokens(lexicon, article.text(), here);
        words.read_sentences();
        words.read_figures();
        words
    }

    /// The sentences of the paragraph, as tokens.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let first = self.tokens.start;
        let sentences = self.parsed.sentences.iter();
        sentences.map(move |tokens| first + tokens.start..first + tokens.end)
    }

    /// Token `at` of the paragraph.
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.parsed.tokens[at - self.tokens.start]
    }

    /// Where `tokens` of the paragraph, not empty, stand in it.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let (first, last) = (self.token(tokens.start), self.token(tokens.end - 1));
        first.span.cover(last.span)
    }

    /// The tokens of the paragraph that begin inside `span`.
    pub(super) fn tokens_in(&self, span: Span) -> Range<usize> {
        let before = |place: u32| {
            let tokens = &self.parsed.tokens;
            self.tokens.start + tokens.partition_point(|token| token.span.start < place)
        };
        before(span.start)..before(span.end)
    }

    pub(super) fn get(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Token `index`, folded and without accents.
    pub(super) fn folded(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| {
            &self.folded[word.folded.start as usize..word.folded.end as usize]
        })
    }

    /// Whether token `index` reads `text` when folded.
    pub(super) fn reads(&self, index: usize, text: &str) -> bool {
        self.folded(index) == text
    }

    /// Finds for each token what it is on its own, and the longest name that begins with it.
    fn read_tokens(&mut self, lexicon: &Lexicon, text: &str, tokens: &[Token]) {
        let mut end = u32::MAX;
        // Names of several words are looked for when all words are read.
        let mut walks = Vec::new();
        for (token, index) in tokens.iter().zip(0..) {
            let written = token.span.of(text);
            let start = self.folded.len();
            push_plain(&mut self.folded, &fold(written));
            let mut walk = lexicon.walk();
            walk.step(&self.folded.as_bytes()[start..]);
            let entry = walk.entry();
            let is_word = token.kind == TokenKind::Word;
            let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
            self.words.push(Word {
                folded: start as u32..self.folded.len() as u32,
                entry: entry.unwrap_or_default(),
                capital: is_word && written.chars().any(char::is_uppercase),
                capitals: is_word
                    && written.chars().nth(1).is_some()
                    && letters.all(char::is_uppercase),
                glued: token.span.start == end,
                is_word,
                ..Word::default()
            });
            self.words[index].name = self.name(index..index + 1, entry);
            end = token.span.end;
            if walk.step(b" ") {
                walks.push((index, walk));
            }
        }
        for (index, mut walk) in walks {
            for end in index + 1..self.tokens.end.min(index + LONGEST_NAME) {
                if end > index + 1 && !walk.step(b" ") || !walk.step(self.folded(end).as_bytes()) {
                    break;
                }
                let longer = self.name(index..end + 1, walk.entry());
                self.words[index].name = longer.or(self.words[index].name);
            }
        }
    }

    /// The name that `tokens` make, if `entry` names something and they are written as a name.
    fn name(&self, tokens: Range<usize>, entry: Option<Entry>) -> Option<(u32, Entry)> {
        let entry = entry.filter(|entry| entry.thing.is_some())?;
        let end = tokens.end as u32;
        self.is_written_as_name(tokens, entry)
            .then_some((end, entry))
    }

    /// Whether the case of `tokens` is that of a name and not of the same words in a sentence.
    fn is_written_as_name(&self, tokens: Range<usize>, entry: Entry) -> bool {
        let first = &self.words[tokens.start];
        if !first.capital && !entry.roles.any(Roles::LOWER) {
            return false;
        }
        let mut words = self.words[tokens.clone()]
            .iter()
            .filter(|word| word.is_word);
        if entry.roles.any(Roles::CAPITALS) {
            return words.all(|word| word.capitals || word.capital && word.folded.len() == 1);
        }
        // "Secret service" at the start of a sentence may be two plain words.
        let last = &self.words[tokens.end - 1];
        let lower_end = tokens.len() > 1 && last.is_word && !last.capital;
        !(lower_end && first.is(Roles::WORD))
    }

    fn read_sentences(&mut self) {
        for tokens in self.sentences().collect::<Vec<_>>() {
            let mut start = true;
            let (mut capitalised, mut lower) = (0, 0);
            for index in tokens.clone() {
                let opens = matches!(self.folded(index), "\"" | "'" | ":" | "(" | "-" | "•" | "|");
                let word = &mut self.words[index];
                word.start = start && word.is_word;
                start = !word.is_word && (start || opens);
                if word.is(Roles::WORD) && !word.is(Roles::FUNCTION) && word.folded.len() > 2 {
                    capitalised += usize::from(word.capital && !word.start);
                    lower += usize::from(!word.capital);
                }
            }
            let full_stop = self.reads(tokens.end - 1, ".") && lower > 0;
            if !full_stop && capitalised >= HEADLINE_WORDS && lower * HEADLINE_SHARE <= capitalised
            {
                for word in &mut self.words[tokens] {
                    word.headline = true;
                }
            }
        }
    }

    /// Finds the words of dates and amounts of money.
    fn read_figures(&mut self) {
        let parsed = Arc::clone(&self.parsed);
        let first = self.tokens.start;
        let dates = parsed.dates.iter().map(Dated::tokens);
        let dates = dates.map(|tokens| first + tokens.start..first + tokens.end);
        let quantities = parsed.quantities.iter();
        let money = quantities.filter(|quantity| quantity.kind == QuantityKind::Money);
        let money: Vec<_> = money.map(|money| self.tokens_in(money.span)).collect();
        for tokens in dates.chain(money) {
            for word in &mut self.words[tokens] {
                word.counted = true;
            }
        }
    }
}

impl<Index: std::slice::SliceIndex<[Word]>> std::ops::Index<Index> for Words {
    type Output = Index::Output;

    fn index(&self, index: Index) -> &Index::Output {
        &self.words[index]
    }
}
