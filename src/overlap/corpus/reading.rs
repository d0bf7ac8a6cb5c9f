//! How a document of a corpus is read: in full, and over line ends that break a sentence.

use crate::article::Article;
use crate::overlap::aliases::Aliases;
use crate::overlap::fingerprint::Fingerprint;
use crate::span::Span;
use crate::text::tokens::TokenKind;
use std::ops::Range;

/// A document as the corpus profile compares it. Made once, it serves every pair that holds the
/// document.
#[derive(Clone, Debug)]
pub struct Reading<'t> {
    pub(super) print: Fingerprint,
    text: &'t str,
}

impl<'t> Reading<'t> {
    /// Reads a document. Nothing is boilerplate: a corpus asks about every character.
    pub fn of(article: &'t Article) -> Self {
        Self {
            print: Fingerprint::read(
                article,
                sentences(article).into_iter(),
                |_| false,
                &Aliases::default(),
            ),
            text: article.text(),
        }
    }

    /// The length of `span` in characters.
    pub(super) fn characters(&self, span: Span) -> usize {
        span.of(self.text).chars().count()
    }
}

/// The sentences, as tokens of the article. One that a line end breaks is put together again: its
/// first part ends without a stop, and the next line goes on in small letters.
fn sentences(article: &Article) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for sentence in article.sentences() {
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        match found.last_mut() {
            Some(last) if goes_on(article, last.end - 1, tokens.start) => last.end = tokens.end,
            _ => found.push(tokens),
        }
    }
    found
}

/// Whether the sentence that ends with token `last` goes on with token `next`.
fn goes_on(article: &Article, last: usize, next: usize) -> bool {
    let (before, after) = (article.tokens()[last], article.tokens()[next]);
    let between = Span::new(before.span.end, after.span.start).of(article.text());
    let stops = ['.', '!', '?', ':', ';', '"', '”'];
    let stopped = before.kind == TokenKind::Mark && article.token_text(last).ends_with(stops);
    between.matches('\n').count() == 1
        && !stopped
        && article.token_text(next).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<String> {
        let article = Article::parse("a", text);
        let reading = Reading::of(&article);
        let units = reading.print.units.iter();
        units.map(|unit| unit.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_sentence_broken_by_a_line_end_is_one_unit() {
        assert_eq!(
            units("The ferry sank\nin the harbour. Nobody\nwas hurt."),
            ["The ferry sank\nin the harbour.", "Nobody\nwas hurt."]
        );
    }

    #[test]
    fn headings_and_paragraphs_stay_apart() {
        assert_eq!(units("Harbour news\nThe ferry sank").len(), 2);
        assert_eq!(units("the ferry sank\n\nin the harbour").len(), 2);
        assert_eq!(units("The ferry sank.\nin the harbour").len(), 2);
    }

    #[test]
    fn boilerplate_is_read_too() {
        let text =
            "The ferry sank in the harbour.\n\nCopyright 2024 Harbour News. All rights reserved.";
        let read: String = units(text).join(" ");
        assert!(read.contains("rights reserved"), "{read}");
    }
}
