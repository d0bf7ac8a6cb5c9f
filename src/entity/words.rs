//! The words of an article as the recogniser sees them: folded, looked up, and by their shape.

use super::lexicon::format::Roles;
use super::lexicon::{Entry, Lexicon, LookedUp};
use crate::article::Article;
#[cfg(feature = "model")]
use crate::span::Span;
use crate::text::quantities::QuantityKind;
use crate::text::tokens::TokenKind;
use std::ops::Range;

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

/// The words of one article.
pub(super) struct Words<'a> {
    pub(super) article: &'a Article,
    folded: String,
    words: Vec<Word>,
}

impl<'a> Words<'a> {
    pub(super) fn new(lexicon: &Lexicon, looked_up: &mut LookedUp, article: &'a Article) -> Self {
        let mut words = Self {
            article,
            folded: String::with_capacity(article.text().len()),
            words: Vec::with_capacity(article.tokens().len()),
        };
        words.read_tokens(lexicon, looked_up);
        words.read_sentences();
        let money = article.quantities().iter();
        let money = money.filter(|quantity| quantity.kind == QuantityKind::Money);
        let money = money.map(|quantity| quantity.span);
        let dates = article.dates().iter().map(|date| date.span);
        for span in dates.chain(money) {
            for word in &mut words.words[article.tokens_in(span)] {
                word.counted = true;
            }
        }
        words
    }

    #[cfg(feature = "model")]
    /// Where `tokens`, not empty, stand in the text.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let all = self.article.tokens();
        all[tokens.start].span.cover(all[tokens.end - 1].span)
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
    fn read_tokens(&mut self, lexicon: &Lexicon, looked_up: &mut LookedUp) {
        let text = self.article.text();
        let mut end = u32::MAX;
        // Names of several words are looked for when all words are read.
        let mut walks = Vec::new();
        for (token, index) in self.article.tokens().iter().zip(0..) {
            let written = token.span.of(text);
            let word = looked_up.word(lexicon, written);
            let start = self.folded.len() as u32;
            self.folded.push_str(word.plain(written));
            let is_word = token.kind == TokenKind::Word;
            self.words.push(Word {
                folded: start..self.folded.len() as u32,
                entry: word.entry.unwrap_or_default(),
                capital: is_word && word.capital,
                capitals: is_word && word.capitals,
                glued: token.span.start == end,
                is_word,
                ..Word::default()
            });
            self.words[index].name = self.name(index..index + 1, word.entry);
            end = token.span.end;
            if let Some(walk) = word.walk(lexicon) {
                walks.push((index, walk));
            }
        }
        for (index, mut walk) in walks {
            for end in index + 1..self.words.len().min(index + LONGEST_NAME) {
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
        for sentence in self.article.sentences() {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
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
}

impl<Index: std::slice::SliceIndex<[Word]>> std::ops::Index<Index> for Words<'_> {
    type Output = Index::Output;

    fn index(&self, index: Index) -> &Index::Output {
        &self.words[index]
    }
}
