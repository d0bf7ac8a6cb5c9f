//! The page: the paragraphs of an article with what the families of boilerplate ask about them.

use super::shown::Shown;
use super::{Boilerplate, BoilerplateKind};
use crate::article::Article;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::text::view::View;
use std::ops::Range;

/// One paragraph.
pub(super) struct Line<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// Its tokens, as indices into the article's.
    pub(super) tokens: Range<usize>,
    /// Its sentences, as indices into the article's.
    sentences: Range<usize>,
    /// What it shows by itself.
    pub(super) shown: &'a Shown,
    /// Whether all of it is boilerplate.
    pub(super) taken: bool,
}

/// The paragraphs of an article, and what has been found in them so far.
pub(super) struct Page<'a> {
    pub(super) article: &'a Article,
    pub(super) view: View<'a>,
    pub(super) lines: Vec<Line<'a>>,
    found: Vec<Boilerplate>,
}

impl<'a> Page<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let view = View {
            text: article.text(),
            tokens: article.tokens(),
        };
        let mut next = 0;
        let paragraphs = article.paragraphs().iter().zip(article.parsed());
        let lines = paragraphs.map(|(paragraph, (_, parsed))| {
            let first = next;
            next += parsed.sentences.len();
            Line {
                text: paragraph.span.of(view.text),
                tokens: paragraph.tokens.start as usize..paragraph.tokens.end as usize,
                sentences: first..next,
                shown: &parsed.shown,
                taken: false,
            }
        });
        let lines = lines.collect();
        Self {
            article,
            view,
            lines,
            found: Vec::new(),
        }
    }

    /// The first line of prose that is not boilerplate; the number of lines if there is none.
    pub(super) fn first_prose(&self) -> usize {
        let story = |line: &Line| line.shown.prose && !line.taken;
        self.lines
            .iter()
            .position(story)
            .unwrap_or(self.lines.len())
    }

    /// Past the last line of prose that is not boilerplate; 0 if there is none.
    pub(super) fn prose_end(&self) -> usize {
        let story = |line: &Line| line.shown.prose && !line.taken;
        self.lines
            .iter()
            .rposition(story)
            .map_or(0, |last| last + 1)
    }

    /// Takes all of line `index`.
    #[inline(never)]
    pub(super) fn take(&mut self, index: usize, kind: BoilerplateKind) {
        if !self.lines[index].taken {
            self.lines[index].taken = true;
            self.take_tokens(self.lines[index].tokens.clone(), kind);
        }
    }

    /// Takes `tokens`, part of a line or all of it.
    pub(super) fn take_tokens(&mut self, tokens: Range<usize>, kind: BoilerplateKind) {
        let span = self.view.tokens[tokens.start]
            .span
            .cover(self.view.tokens[tokens.end - 1].span);
        self.found.push(Boilerplate { span, kind });
    }

    /// The sentences of line `index`, as ranges of tokens.
    pub(super) fn sentences(
        &self,
        index: usize,
    ) -> impl DoubleEndedIterator<Item = Range<usize>> + 'a {
        let sentences = self.article.sentences()[self.lines[index].sentences.clone()].iter();
        sentences.map(|sentence| sentence.tokens.start as usize..sentence.tokens.end as usize)
    }

    /// The text from the first of `tokens` to the end of the last.
    pub(super) fn text_of(&self, tokens: &Range<usize>) -> &'a str {
        let start = self.view.tokens[tokens.start].span.start;
        let end = self.view.tokens[tokens.end - 1].span.end;
        Span::new(start, end).of(self.view.text)
    }

    /// What was found, in order and apart; neighbours of one kind are one stretch.
    pub(super) fn stretches(mut self) -> Vec<Boilerplate> {
        sort_by_key(&mut self.found, |stretch| stretch.span);
        let mut stretches: Vec<Boilerplate> = Vec::with_capacity(self.found.len());
        for next in self.found {
            match stretches.last_mut() {
                Some(last) if next.span.start < last.span.end => {
                    last.span = last.span.cover(next.span);
                }
                Some(last) if last.kind == next.kind => {
                    let between = &self.view.text[last.span.end as usize..next.span.start as usize];
                    if between.trim().is_empty() {
                        last.span = last.span.cover(next.span);
                    } else {
                        stretches.push(next);
                    }
                }
                _ => stretches.push(next),
            }
        }
        stretches
    }
}

/// The first `limit` bytes of `text` or a few less.
pub(super) fn opening(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `text` from its first letter or figure on.
#[inline(never)]
pub(super) fn from_letter(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// `text` from its first letter or figure to its last.
#[inline(never)]
pub(super) fn label(text: &str) -> &str {
    from_letter(text).trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Whether `text` begins with one of `phrases`, in whatever case, and there with a whole word.
#[inline(never)]
pub(super) fn begins_with(text: &str, phrases: &[&str]) -> bool {
    let Some(first) = text.bytes().next() else {
        return false;
    };
    let begun = |phrase: &str| phrase.as_bytes()[0] == first.to_ascii_lowercase();
    phrases.iter().any(|phrase| {
        begun(phrase)
            && text
                .split_at_checked(phrase.len())
                .is_some_and(|(head, rest)| {
                    head.eq_ignore_ascii_case(phrase) && !rest.starts_with(char::is_alphanumeric)
                })
    })
}

/// Whether `text` holds one of `phrases`.
#[inline(never)]
pub(super) fn holds(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}
