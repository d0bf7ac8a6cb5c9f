//! What the model is told of each token: how it is written, what the lexicon knows of it, what the
//! rules take it for. `train/tagger` is told exactly the same, by [`observed`].

use super::Tagger;
use crate::article::Article;
use crate::entity::Mention;
use crate::entity::lexicon::Lexicon;
use crate::entity::lexicon::format::{Roles, kind_number};
use crate::entity::read_article::ReadArticle;
use crate::entity::words::Words;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Kinds of names in the lexicon, and numbers of their features.
const KINDS: u8 = 8;
/// Roles in the lexicon.
const ROLES: u8 = 24;

// The numbers of the features. The model's file says how many it was trained with.
const SHAPE: u8 = 0;
/// The first shape with a letter in upper case and no figure.
const UPPER: u8 = SHAPE + 4;
const ROLE: u8 = SHAPE + 10;
const THING: u8 = ROLE + ROLES;
const NAME: u8 = THING + KINDS;
const AMBIGUOUS: u8 = NAME + 2 * KINDS;
const RULE: u8 = AMBIGUOUS + 1;
const RULE_END: u8 = RULE + 6 * KINDS;
const START: u8 = RULE_END + 1;
const FIRST: u8 = START + 1;
const LAST: u8 = START + 2;
const HEADLINE: u8 = START + 3;
const GLUED: u8 = START + 4;
const COUNTED: u8 = START + 5;
const ALSO_LOWER: u8 = START + 6;
const ALSO_CAPITAL: u8 = START + 7;
/// How many features there are.
pub(super) const COUNT: usize = START as usize + 8;

/// A plain word inside a name stands at most so far from one that is written like a name.
const REACH: usize = 1;

/// How the words of an article are written all over it.
#[derive(Default)]
pub(super) struct Cases {
    numbers: FxHashMap<Box<str>, u32>,
    /// By the number of the word.
    cases: Vec<Case>,
}

/// How often a word is written how.
#[derive(Default)]
struct Case {
    /// In lower case; and capitalised inside a sentence.
    times: [u32; 2],
    /// Whether it was, when the model was last told.
    told: [bool; 2],
}

impl Case {
    fn now(&self) -> [bool; 2] {
        self.times.map(|times| times > 0)
    }
}

impl Cases {
    /// How many words have a number.
    pub(super) fn len(&self) -> usize {
        self.cases.len()
    }

    /// The number of the word at each of the tokens of `words`: equal words have equal numbers.
    pub(super) fn numbers(&mut self, words: &Words) -> Vec<u32> {
        let numbers = (0..words.tokens.end).map(|at| {
            let word = words.folded(at);
            self.numbers.get(word).copied().unwrap_or_else(|| {
                self.numbers.insert(word.into(), self.cases.len() as u32);
                self.cases.push(Case::default());
                self.cases.len() as u32 - 1
            })
        });
        numbers.collect()
    }

    /// Counts a paragraph whose words have these numbers, or counts it no more: `times` is one or less.
    pub(super) fn count(&mut self, words: &Words, numbers: &[u32], times: i32) {
        for at in words.tokens.clone() {
            let word = &words[at];
            let [lower, capital] = &mut self.cases[numbers[at] as usize].times;
            if word.is_word && !word.capital {
                *lower = lower.wrapping_add_signed(times);
            }
            if word.capital && !word.start && !word.headline {
                *capital = capital.wrapping_add_signed(times);
            }
        }
    }

    /// Whether any word is written otherwise now than when the model was last told.
    pub(super) fn changed(&self) -> bool {
        self.cases.iter().any(|case| case.now() != case.told)
    }

    /// Whether one of these words is written otherwise now than when the model was last told.
    pub(super) fn differ(&self, numbers: &[u32]) -> bool {
        let differs = |number: &u32| {
            let case = &self.cases[*number as usize];
            case.now() != case.told
        };
        numbers.iter().any(differs)
    }

    /// Keeps that the model is told how the words are written now.
    pub(super) fn told(&mut self) {
        for case in &mut self.cases {
            case.told = case.now();
        }
    }
}

/// The tokens of a paragraph as the model sees them.
#[derive(Default)]
pub(super) struct Observed {
    /// The features of all tokens, one token after another.
    flags: Vec<u8>,
    /// Where those of each token end.
    ends: Vec<u32>,
    /// Whether a token may be in a name.
    pub(super) open: Vec<bool>,
}

impl Observed {
    /// Reads the words of a paragraph, which have these `numbers` in `cases`. `text` begins with it;
    /// `mentions` are those of the rules, in order.
    pub(super) fn of(
        lexicon: &Lexicon,
        text: &str,
        words: &Words,
        mentions: &[Mention],
        (cases, numbers): (&Cases, &[u32]),
    ) -> Self {
        let before = words.tokens.start;
        let mut observed = Self {
            flags: Vec::with_capacity(words.tokens.end * 8),
            ends: vec![0; before],
            open: vec![false; words.tokens.end],
        };
        let mut ruled = mentions.iter().peekable();
        let mut named: Option<(Range<usize>, u8, bool)> = None;
        for range in words.sentences() {
            for at in range.clone() {
                let word = &words[at];
                let span = words.token(at).span;
                let written = span.of(text);
                let (shape, upper) = shape(written);
                observed.push(SHAPE + shape);
                let roles = word.entry.roles;
                if roles != Roles::default() {
                    for bit in (0..ROLES).filter(|&bit| roles.bit(bit)) {
                        observed.push(ROLE + bit);
                    }
                }
                let kind = |thing: Option<u32>| lexicon.thing(thing?).map(|thing| thing.kind);
                if let Some(kind) = kind(word.entry.thing).and_then(kind_number) {
                    observed.push(THING + kind);
                }
                if named.as_ref().is_none_or(|named| named.0.end <= at) {
                    named = word.name.and_then(|(end, entry)| {
                        let kind = kind(entry.thing).and_then(kind_number)?;
                        Some((at..end as usize, kind, entry.roles.any(Roles::AMBIGUOUS)))
                    });
                }
                if let Some((tokens, kind, ambiguous)) = &named {
                    let inside = u8::from(tokens.start < at);
                    observed.push(NAME + 2 * kind + inside);
                    if *ambiguous {
                        observed.push(AMBIGUOUS);
                    }
                }
                while ruled.next_if(|rule| rule.span.end <= span.start).is_some() {}
                let rule = ruled.peek().filter(|rule| rule.span.overlaps(span));
                if let Some(rule) = rule
                    && let Some(kind) = kind_number(rule.kind)
                {
                    let inside = u8::from(rule.span.start < span.start);
                    let sure = match rule.confidence {
                        0.9.. => 0,
                        0.7.. => 1,
                        _ => 2,
                    };
                    observed.push(RULE + 6 * kind + 3 * inside + sure);
                    if rule.span.end == span.end {
                        observed.push(RULE_END);
                    }
                }
                let [lower, capital] = cases.cases[numbers[at] as usize].now();
                for (holds, flag) in [
                    (word.start, START),
                    (at == range.start, FIRST),
                    (at + 1 == range.end, LAST),
                    (word.headline, HEADLINE),
                    (word.glued, GLUED),
                    (word.counted, COUNTED),
                    (lower && word.capital, ALSO_LOWER),
                    (capital, ALSO_CAPITAL),
                ] {
                    if holds {
                        observed.push(flag);
                    }
                }
                observed.ends.push(observed.flags.len() as u32);
                let opens = word.start && word.is(Roles::FUNCTION);
                if upper && !opens || rule.is_some() || named.is_some() {
                    let near =
                        at.saturating_sub(REACH).max(range.start)..(at + REACH + 1).min(range.end);
                    observed.open[near].fill(true);
                }
                named = named.take_if(|named| named.0.end > at + 1);
            }
        }
        observed
    }

    /// Whether token `at` is written with a letter in upper case, and without figures.
    pub(super) fn is_upper(&self, at: usize) -> bool {
        self.flags(at)[0] >= UPPER
    }

    fn push(&mut self, flag: u8) {
        self.flags.push(flag);
    }

    /// The features of token `at`.
    pub(super) fn flags(&self, at: usize) -> &[u8] {
        self.flags_of(&(at..at + 1))
    }

    /// The features of `tokens`, not empty, one token after another.
    pub(super) fn flags_of(&self, tokens: &Range<usize>) -> &[u8] {
        let end = |before: usize| self.ends[before] as usize;
        let start = tokens.start.checked_sub(1).map_or(0, end);
        &self.flags[start..end(tokens.end - 1)]
    }
}

/// How a token is written, and whether any letter is in upper case.
fn shape(written: &str) -> (u8, bool) {
    let (mut upper, mut lower, mut digits, mut others) = (0, 0, 0, 0);
    for letter in written.chars() {
        if letter.is_ascii_lowercase() {
            lower += 1;
        } else if letter.is_uppercase() {
            upper += 1;
        } else if letter.is_alphabetic() {
            lower += 1;
        } else if letter.is_numeric() {
            digits += 1;
        } else {
            others += 1;
        }
    }
    let begins = written.starts_with(char::is_uppercase);
    let shape = match (upper, lower, digits) {
        (0, 0, 0) => 0,
        (0, 0, _) => 1,
        (_, _, 1..) => 2,
        (0, ..) => 3,
        (1, 0, _) => 4,
        (_, 0, _) if others > 0 => 5,
        (_, 0, _) => 6,
        (1, ..) if begins => 7,
        _ if begins => 8,
        _ => 9,
    };
    (shape, upper > 0)
}

/// One token as the model sees it, for the tool that trains it.
pub struct Token {
    /// Where it stands, in bytes.
    pub span: crate::span::Span,
    /// Folded and without accents.
    pub word: String,
    /// The numbers of its features.
    pub features: Vec<u8>,
    /// Whether the model is asked about it.
    pub open: bool,
}

/// The tokens of `article`, sentence by sentence.
pub fn observed(lexicon: &Arc<Lexicon>, article: &Article) -> Vec<Vec<Token>> {
    let tagger = Tagger::new(Arc::clone(lexicon));
    let mut read = ReadArticle::default();
    tagger.observe(&mut read, article);
    let mut sentences = Vec::new();
    for paragraph in &read.paragraphs {
        let (words, seen) = (&paragraph.words, &paragraph.tagged.seen);
        let token = |at: usize| Token {
            span: words.token(at).span.shifted(paragraph.start),
            word: words.folded(at).to_owned(),
            features: seen.flags(at).to_vec(),
            open: seen.open[at],
        };
        sentences.extend(words.sentences().map(|tokens| tokens.map(token).collect()));
    }
    sentences
}
