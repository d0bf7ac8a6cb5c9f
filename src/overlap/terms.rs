//! Terms: the words of an article as they are compared.

use super::aliases::Aliases;
use super::hash;
use super::synonyms::relatives;
use super::words::{Class, class, is_negation, is_number, spelling};
use crate::article::Article;
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::tokens::TokenKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// One word as it is compared. Punctuation is no term: a comma more or less is not an edit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// The same for all spellings of one word: a hash, so that articles need no common vocabulary.
    pub id: u64,
    /// The same for all relatives of one word, its synonyms among them, and for all names of one thing.
    pub stem: u64,
    /// Where it stands, in bytes.
    pub span: Span,
    /// How much it says by itself, from 0 to 1.
    pub weight: f32,
    /// Whether it tells one sentence from another.
    pub content: bool,
    /// Whether its capital says that it is a name.
    pub name: bool,
    /// Whether the stem stands for the thing that is named here, under whatever name.
    pub alias: bool,
    /// Whether it is a number, in digits or a word.
    pub number: bool,
    /// Whether it turns what is said into its opposite.
    pub negation: bool,
    /// Whether punctuation stands before it.
    pub opens_clause: bool,
    /// How many of its characters are letters or digits; 255 stands for more.
    pub letters: u8,
}

/// What is the same for a word wherever it stands.
#[derive(Clone, Copy)]
struct Word {
    id: u64,
    stem: u64,
    class: Class,
    letters: u8,
    number: bool,
    negation: bool,
}

/// The words of an article that were met already, by their text: most are met often.
#[derive(Default)]
pub(super) struct KnownWords<'t>(FxHashMap<&'t str, Word>);

impl<'t> KnownWords<'t> {
    fn look_up(&mut self, text: &'t str) -> Word {
        *self.0.entry(text).or_insert_with(|| {
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            let mut word = fold(text);
            if word.starts_with(|first: char| first.is_ascii_digit()) && word.contains(',') {
                word = word.replace(',', "").into();
            }
            let word = spelling(word);
            Word {
                id: hash::of_word(&word),
                stem: relatives(&word),
                class: class(&word),
                letters: letters.min(u8::MAX.into()) as u8,
                number: is_number(&word),
                negation: is_negation(&word),
            }
        })
    }
}

/// Reads the terms of one sentence, one after the other.
pub(super) struct SentenceReader<'t, 'k> {
    article: &'t Article,
    known: &'k mut KnownWords<'t>,
    aliases: &'k Aliases,
    tokens: Range<usize>,
    /// Whether capitals name something: not in a headline that has them everywhere.
    capitals_name: bool,
    opens_clause: bool,
    opens_sentence: bool,
}

impl<'t, 'k> SentenceReader<'t, 'k> {
    /// A reader of the sentence that holds `tokens`. At the top of the article, before the lead, it
    /// may be a headline.
    pub fn new(
        article: &'t Article,
        tokens: Range<usize>,
        at_top: bool,
        known: &'k mut KnownWords<'t>,
        aliases: &'k Aliases,
    ) -> Self {
        let first = |index: usize| article.token_text(index).chars().next();
        let capitals = tokens
            .clone()
            .filter(|&index| first(index).is_some_and(char::is_uppercase));
        let words = tokens
            .clone()
            .filter(|&index| article.tokens()[index].kind == TokenKind::Word);
        Self {
            article,
            known,
            aliases,
            capitals_name: !at_top || capitals.count() * 3 < words.count() * 2,
            tokens,
            opens_clause: true,
            opens_sentence: true,
        }
    }

    /// The next token, which is not read yet.
    pub fn peek(&self) -> Option<usize> {
        (!self.tokens.is_empty()).then_some(self.tokens.start)
    }

    /// Whether the next term follows punctuation.
    pub fn opens_clause(&self) -> bool {
        self.opens_clause
    }

    /// Leaves out the next token. What follows it begins anew.
    pub fn skip(&mut self) {
        self.tokens.start += 1;
        (self.opens_clause, self.opens_sentence) = (true, true);
    }

    /// Reads the next token or, where two make one word, both. None when it is punctuation.
    pub fn read(&mut self) -> Option<Term> {
        let index = self.tokens.start;
        let token = self.article.tokens()[index];
        let text = self.article.token_text(index);
        let mut span = token.span;
        self.tokens.start += 1;
        let mut read_as = text;
        match token.kind {
            TokenKind::Mark => match text {
                // Signs that are read aloud are words.
                "%" => read_as = "percent",
                "$" | "€" | "£" | "¥" | "&" | "§" | "°" => {}
                _ => {
                    self.opens_clause = true;
                    self.opens_sentence |= matches!(fold(text).as_ref(), "\"" | "'" | ":");
                    return None;
                }
            },
            TokenKind::Word if text.eq_ignore_ascii_case("per") => {
                if let Some(next) = self.peek()
                    && self.article.token_text(next).eq_ignore_ascii_case("cent")
                {
                    read_as = "percent";
                    span = span.cover(self.article.tokens()[next].span);
                    self.tokens.start += 1;
                }
            }
            _ => {}
        }
        let word = self.known.look_up(read_as);
        let capital = self.capitals_name && text.starts_with(char::is_uppercase);
        let name = capital && !self.opens_sentence;
        // In capitals it is a name, not the word it folds to: US, IT, WHO.
        let acronym = capital && text.len() > 1 && !text.contains(char::is_lowercase);
        let class = match (token.kind, word.class) {
            (TokenKind::Possessive, _) => Class::Function,
            (_, Class::Function) if acronym => Class::Stock,
            (_, class) => class,
        };
        let opens_clause = self.opens_clause;
        (self.opens_clause, self.opens_sentence) = (false, false);
        let alias = self.aliases.at(span.start);
        Some(Term {
            id: word.id,
            stem: alias.map_or(word.stem, |alias| alias.stem),
            alias: alias.is_some_and(|alias| alias.same),
            span,
            weight: match class {
                Class::Function => 0.15,
                Class::Stock => 0.4,
                // Two stories may name the same people and share nothing else.
                Class::Content if name => 0.7,
                Class::Content => 1.0,
            },
            content: class == Class::Content,
            name,
            number: word.number,
            negation: word.negation,
            opens_clause,
            letters: word.letters,
        })
    }
}
