//! What the model is told of each token: how it is written, what the lexicon knows of it, what the
//! rules take it for. `train/tagger` is told exactly the same, by [`observed`].

use crate::article::Article;
use crate::entity::lexicon::format::{Roles, kind_number};
use crate::entity::lexicon::{Lexicon, LookedUp};
use crate::entity::rules::RuleRecogniser;
use crate::entity::words::Words;
use crate::entity::{Mention, Recogniser};
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

/// The tokens of an article as the model sees them.
pub(super) struct Observed {
    /// The features of all tokens, one token after another.
    flags: Vec<u8>,
    /// Where those of each token end.
    ends: Vec<u32>,
    /// For each token the number of its word: equal words have equal numbers.
    pub(super) types: Vec<u32>,
    /// For each number of a word the first token that has it.
    pub(super) firsts: Vec<u32>,
    /// Whether a token may be in a name.
    pub(super) open: Vec<bool>,
}

impl Observed {
    /// Reads the words of an article. `mentions` are those of the rules, in order.
    pub(super) fn of(lexicon: &Lexicon, words: &Words, mentions: &[Mention]) -> Self {
        let tokens = words.article.tokens();
        let mut observed = Self {
            flags: Vec::with_capacity(tokens.len() * 8),
            ends: Vec::with_capacity(tokens.len()),
            types: Vec::with_capacity(tokens.len()),
            firsts: Vec::new(),
            open: vec![false; tokens.len()],
        };
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        numbers.reserve(tokens.len() / 4);
        // By the number of the word: seen in lower case, seen capitalised inside a sentence.
        let mut cases: Vec<(bool, bool)> = Vec::new();
        for at in 0..tokens.len() {
            let number = *numbers.entry(words.folded(at)).or_insert_with(|| {
                observed.firsts.push(at as u32);
                cases.push((false, false));
                cases.len() as u32 - 1
            });
            let word = &words[at];
            let case = &mut cases[number as usize];
            case.0 |= word.is_word && !word.capital;
            case.1 |= word.capital && !word.start && !word.headline;
            observed.types.push(number);
        }
        let mut ruled = mentions.iter().peekable();
        let mut named: Option<(Range<usize>, u8, bool)> = None;
        for sentence in words.article.sentences() {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            for at in range.clone() {
                let word = &words[at];
                let span = tokens[at].span;
                let written = words.article.token_text(at);
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
                let (lower, capital) = cases[observed.types[at] as usize];
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
    let rules = RuleRecogniser::new(Arc::clone(lexicon));
    let words = Words::new(lexicon, &mut LookedUp::default(), article);
    let seen = Observed::of(lexicon, &words, &rules.recognise(article));
    let token = |at: usize| Token {
        span: article.tokens()[at].span,
        word: words.folded(at).to_owned(),
        features: seen.flags(at).to_vec(),
        open: seen.open[at],
    };
    let sentences = article.sentences().iter();
    sentences
        .map(|sentence| {
            (sentence.tokens.start as usize..sentence.tokens.end as usize)
                .map(token)
                .collect()
        })
        .collect()
}
