//! How a mention is spelled, for looking it up and comparing it with others.

use super::Mention;
use super::lexicon::plain::push_plain;
use crate::article::Article;
use crate::text::fold::fold;

/// The words of a mention, folded and without accents.
pub(super) struct Spelled {
    /// Its tokens joined by one space, as the lexicon has them.
    pub key: String,
    /// Its words, without the marks between them: `kim`, `jong`, `un`.
    pub words: Vec<String>,
}

impl Spelled {
    /// Reads `mention`, which stands in `article`.
    pub fn of(article: &Article, mention: &Mention) -> Self {
        let mut spelled = Self {
            key: String::new(),
            words: Vec::new(),
        };
        for token in &article.tokens()[article.tokens_in(mention.span)] {
            if !spelled.key.is_empty() {
                spelled.key.push(' ');
            }
            let start = spelled.key.len();
            push_plain(&mut spelled.key, &fold(token.span.of(article.text())));
            let word = &spelled.key[start..];
            if word.starts_with(char::is_alphanumeric) {
                spelled.words.push(word.to_owned());
            }
        }
        spelled
    }
}
