//! Terms: the words of an article as they are compared.

use super::aliases::Aliases;
use super::hash;
use super::known::known_plain;
use super::numbering::{ABSENT, Numbering};
use super::vocabulary::Vocabulary;
use super::words::{Class, plain_letters, respelled_plain};
use crate::article::Article;
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::tokens::{Token, TokenKind};
use std::ops::Range;

/// One word as it is compared. Punctuation is no term: a comma more or less is not an edit. Terms are
/// walked by the hundred thousand, so they are kept small: their stems stand apart
/// ([`Fingerprint::stem`](super::fingerprint::Fingerprint::stem)).
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// The same for all spellings of one word: a hash, so that articles need no common vocabulary.
    pub id: u64,
    /// Where it stands, in bytes.
    pub span: Span,
    /// How much it says by itself.
    pub class: Class,
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

impl Term {
    /// How much it says by itself, from 0 to 1.
    pub const fn weight(&self) -> f32 {
        match self.class {
            Class::Function => 0.15,
            Class::Stock => 0.4,
            // Two stories may name the same people and share nothing else.
            Class::Content if self.name => 0.7,
            Class::Content => 1.0,
        }
    }

    /// Whether it may face another word than its own.
    pub const fn may_face(&self) -> bool {
        self.content || self.alias
    }
}

/// What is the same for a word wherever it stands.
#[derive(Clone, Copy)]
struct Form {
    /// The term, but for what its place says of it.
    term: Term,
    /// The number of the word in the article.
    word: u32,
    /// And that of its stem; [`ABSENT`] as long as every one of its places has another name's.
    stem_number: u32,
    stem: u64,
}

/// The words of an article, as far as it is read.
#[derive(Default)]
pub(super) struct Words {
    /// How they are written: as hashes.
    texts: Numbering,
    /// By their number there.
    forms: Vec<Form>,
    /// Their ids.
    pub words: Vocabulary,
    /// Their stems.
    pub stems: Vocabulary,
    /// Where one of them is folded.
    folded: String,
}

impl Words {
    /// None yet, of an article of so many terms at most.
    pub fn with_room(terms: usize) -> Self {
        // Half of the words of a short article are new.
        let vocabulary = || Vocabulary {
            numbers: Numbering::with_room(terms / 2),
            of_term: Vec::with_capacity(terms),
        };
        Self {
            texts: Numbering::with_room(terms / 2),
            forms: Vec::with_capacity(terms / 2),
            words: vocabulary(),
            stems: vocabulary(),
            folded: String::new(),
        }
    }

    /// Notes the next term, which is written as `bytes`, and the stem that a name gives it. A word that
    /// was not met before is read as `text`. Most are met often.
    #[inline(always)]
    fn push<'t>(
        &mut self,
        bytes: &[u8],
        text: impl FnOnce() -> &'t str,
        stem: Option<u64>,
    ) -> &Form {
        let number = self.texts.number(hash::of_text(bytes)) as usize;
        if number == self.forms.len() {
            let form = self.read(text());
            self.forms.push(form);
        }
        let form = &mut self.forms[number];
        let stems = &mut self.stems.numbers;
        let stem = if let Some(stem) = stem {
            stems.number(stem)
        } else {
            if form.stem_number == ABSENT {
                form.stem_number = stems.number(form.stem);
            }
            form.stem_number
        };
        self.words.of_term.push(form.word);
        self.stems.of_term.push(stem);
        form
    }

    /// Reads a word that was not met before.
    #[inline(never)]
    fn read(&mut self, text: &str) -> Form {
        let (mut word, mut letters) = (text, text.len());
        let mut plain = plain_letters(word);
        if plain.is_none() {
            // As a rule it begins with a capital, and has no other.
            let folded = &mut self.folded;
            folded.clear();
            folded.push_str(text);
            if let Some(first) = folded.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            plain = plain_letters(folded);
            if plain.is_none() {
                letters = text.chars().filter(|c| c.is_alphanumeric()).count();
                *folded = fold(text).into_owned();
                if folded.starts_with(|first: char| first.is_ascii_digit()) {
                    folded.retain(|character| character != ',');
                }
                plain = plain_letters(folded);
            }
            word = folded;
        }
        let respelled = plain.and_then(|letters| respelled_plain(word, letters));
        let word = respelled.as_deref().unwrap_or(word);
        let (id, known) = known_plain(word, plain.is_some());
        let term = Term {
            id,
            span: Span::default(),
            class: known.class,
            content: false,
            name: false,
            alias: false,
            number: known.number,
            negation: known.negation,
            opens_clause: false,
            letters: letters.min(u8::MAX.into()) as u8,
        };
        Form {
            term,
            word: self.words.numbers.number(id),
            stem_number: ABSENT,
            stem: known.stem,
        }
    }
}

/// Reads the terms of one sentence, one after the other.
pub(super) struct SentenceReader<'t, 'k> {
    text: &'t str,
    /// The tokens that are not read yet.
    tokens: &'t [Token],
    known: &'k mut Words,
    aliases: &'k Aliases,
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
        known: &'k mut Words,
        aliases: &'k Aliases,
    ) -> Self {
        let text = article.text();
        let tokens = &article.tokens()[tokens];
        let capital = |token: &&Token| token.span.of(text).starts_with(char::is_uppercase);
        let word = |token: &&Token| token.kind == TokenKind::Word;
        Self {
            capitals_name: !at_top
                || tokens.iter().filter(capital).count() * 3
                    < tokens.iter().filter(word).count() * 2,
            text,
            tokens,
            known,
            aliases,
            opens_clause: true,
            opens_sentence: true,
        }
    }

    /// The next token, which is then read or left out.
    pub fn next(&mut self) -> Option<Token> {
        let (token, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*token)
    }

    /// Whether the next term follows punctuation.
    pub fn opens_clause(&self) -> bool {
        self.opens_clause
    }

    /// Leaves out a token. What follows it begins anew.
    pub fn leave_out(&mut self) {
        (self.opens_clause, self.opens_sentence) = (true, true);
    }

    /// Reads a token or, where two make one word, it and the next to the end of `terms`, unless it is
    /// punctuation. Where it ends, in bytes.
    pub fn read(&mut self, token: Token, terms: &mut Vec<Term>) -> u32 {
        let mut span = token.span;
        let mut bytes = &self.text.as_bytes()[span.range()];
        let mut percent = false;
        match token.kind {
            TokenKind::Mark => match span.of(self.text) {
                // Signs that are read aloud are words.
                "%" => percent = true,
                "$" | "€" | "£" | "¥" | "&" | "§" | "°" => {}
                mark => {
                    self.opens_clause = true;
                    self.opens_sentence |= opens_sentence(mark);
                    return span.end;
                }
            },
            TokenKind::Word if let [b'p' | b'P', b'e' | b'E', b'r' | b'R'] = bytes => {
                if let Some((next, rest)) = self.tokens.split_first()
                    && next.span.of(self.text).eq_ignore_ascii_case("cent")
                {
                    percent = true;
                    span = span.cover(next.span);
                    self.tokens = rest;
                }
            }
            _ => {}
        }
        let capital = self.capitals_name && token.begins_with_capital();
        let name = capital && !self.opens_sentence;
        // In capitals it is a name, not the word it folds to: US, IT, WHO.
        let acronym = || {
            capital
                && token.span.len() > 1
                && !token.span.of(self.text).contains(char::is_lowercase)
        };
        let alias = self.aliases.at(span.start);
        let text = self.text;
        let text = move || if percent { PERCENT } else { span.of(text) };
        if percent {
            bytes = PERCENT.as_bytes();
        }
        let stem = alias.map(|alias| alias.stem);
        let form = self.known.push(bytes, text, stem);
        let class = match (token.kind, form.term.class) {
            (TokenKind::Possessive, _) => Class::Function,
            (_, Class::Function) if acronym() => Class::Stock,
            (_, class) => class,
        };
        let opens_clause = self.opens_clause;
        (self.opens_clause, self.opens_sentence) = (false, false);
        terms.push(Term {
            alias: alias.is_some_and(|alias| alias.same),
            span,
            class,
            content: class == Class::Content,
            name,
            opens_clause,
            ..form.term
        });
        span.end
    }
}

/// How a sign and two words of that meaning are read.
const PERCENT: &str = "percent";

/// Whether a sentence may begin after this mark: a quotation, or what a colon announces.
fn opens_sentence(mark: &str) -> bool {
    match mark {
        "," | "." => false,
        "“" | "”" | "‘" | "’" => true,
        _ => matches!(&*fold(mark), "\"" | "'" | ":"),
    }
}
