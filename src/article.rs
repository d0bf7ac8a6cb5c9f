//! One text, parsed once: tokens, sentences, quotations, quantities, dates, boilerplate.

use crate::span::{OffsetMap, Span, Utf16Span};
use crate::text::boilerplate::{Boilerplate, Shown, boilerplate};
use crate::text::calendar::Day;
use crate::text::dates::{DateMention, Dated, dates, own_date};
use crate::text::paragraphs::paragraphs;
use crate::text::quantities::{Quantity, quantities};
use crate::text::quotations::{Quotation, quotations};
use crate::text::reported::{Reported, reported};
use crate::text::sentences::sentences;
use crate::text::tokens::{Token, tokens};
use std::ops::Range;
use std::sync::Arc;

/// A sentence or a paragraph: where it stands, and which tokens of the article it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// From its first token to the end of its last.
    pub span: Span,
    /// Its tokens, as indices into [`Article::tokens`].
    pub tokens: Range<u32>,
}

/// The readings of one paragraph that depend on nothing outside it, with offsets from its start.
/// A revision of the article keeps them for every paragraph that it left alone.
#[derive(Debug, PartialEq)]
pub(crate) struct ParsedParagraph {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Range<usize>>,
    pub(crate) dates: Vec<Dated>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) shown: Shown,
}

impl ParsedParagraph {
    fn parse(text: &str) -> Arc<Self> {
        let tokens = tokens(text);
        let sentences = sentences(text, &tokens);
        let dates = dates(text, &tokens);
        let quantities = quantities(text, &tokens, &dates);
        let shown = Shown::read(text, &tokens, &sentences);
        Arc::new(Self {
            tokens,
            sentences,
            dates,
            quantities,
            shown,
        })
    }
}

/// One text with a name, parsed once.
#[derive(Clone, Debug)]
pub struct Article {
    name: String,
    text: Arc<str>,
    offsets: OffsetMap,
    parsed: Vec<(Span, Arc<ParsedParagraph>)>,
    tokens: Vec<Token>,
    paragraphs: Vec<Passage>,
    sentences: Vec<Passage>,
    quotations: Vec<Quotation>,
    reported: Vec<Reported>,
    quantities: Vec<Quantity>,
    dates: Vec<DateMention>,
    filed: Option<Day>,
    boilerplate: Vec<Boilerplate>,
}

impl Article {
    /// Parses `text`. Every text gets an answer, however odd.
    pub fn parse(name: impl Into<String>, text: &str) -> Self {
        let parsed = paragraphs(text)
            .into_iter()
            .map(|span| (span, ParsedParagraph::parse(span.of(text))))
            .collect();
        Self::assemble(name.into(), Arc::from(text), parsed)
    }

    /// The article after its text became `text`. Paragraphs that the edit left alone are not parsed
    /// again; the result equals [`Article::parse`] of the new text.
    pub fn revise(&self, text: &str) -> Self {
        let old = self.text.as_bytes();
        let new = text.as_bytes();
        let prefix = common_prefix(old, new);
        let suffix = common_prefix_reversed(&old[prefix..], &new[prefix..]);
        let (kept_before, kept_after) = (prefix as u32, (old.len() - suffix) as u32);

        let parsed = paragraphs(text)
            .into_iter()
            .map(|span| {
                let old_span = if span.end <= kept_before {
                    Some(span)
                } else if span.start as usize >= new.len() - suffix {
                    let start = span.start + self.text.len() as u32 - text.len() as u32;
                    Some(Span::new(start, start + span.len()))
                } else {
                    None
                };
                let paragraph = old_span
                    .filter(|old| old.end <= kept_before || old.start >= kept_after)
                    .and_then(|old| self.parsed_at(old))
                    .unwrap_or_else(|| ParsedParagraph::parse(span.of(text)));
                (span, paragraph)
            })
            .collect();
        Self::assemble(self.name.clone(), Arc::from(text), parsed)
    }

    fn parsed_at(&self, span: Span) -> Option<Arc<ParsedParagraph>> {
        let index = self
            .parsed
            .binary_search_by_key(&span.start, |(span, _)| span.start)
            .ok()?;
        let (found, paragraph) = &self.parsed[index];
        (*found == span).then(|| Arc::clone(paragraph))
    }

    fn assemble(
        name: String,
        text: Arc<str>,
        mut parsed: Vec<(Span, Arc<ParsedParagraph>)>,
    ) -> Self {
        parsed.retain(|(_, paragraph)| !paragraph.tokens.is_empty());
        let offsets = OffsetMap::new(&text);
        let mut article = Self {
            name,
            text,
            offsets,
            parsed: Vec::new(),
            tokens: Vec::new(),
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            quotations: Vec::new(),
            reported: Vec::new(),
            quantities: Vec::new(),
            dates: Vec::new(),
            filed: None,
            boilerplate: Vec::new(),
        };
        let count = |length: fn(&ParsedParagraph) -> usize| {
            parsed.iter().map(|(_, paragraph)| length(paragraph)).sum()
        };
        article
            .tokens
            .reserve(count(|paragraph| paragraph.tokens.len()));
        article
            .sentences
            .reserve(count(|paragraph| paragraph.sentences.len()));
        article
            .quantities
            .reserve(count(|paragraph| paragraph.quantities.len()));
        article
            .dates
            .reserve(count(|paragraph| paragraph.dates.len()));
        article.paragraphs.reserve(parsed.len());
        let dates = parsed.iter().map(|(_, paragraph)| &paragraph.dates[..]);
        article.filed = own_date(dates);
        for (span, paragraph) in &parsed {
            let base = article.tokens.len();
            article.tokens.extend(
                paragraph
                    .tokens
                    .iter()
                    .map(|token| token.shifted(span.start)),
            );
            for sentence in &paragraph.sentences {
                let passage = article.passage(base + sentence.start..base + sentence.end);
                article.sentences.push(passage);
            }
            let dates = paragraph.dates.iter();
            article.dates.extend(
                dates.map(|dated| dated.mention(&paragraph.tokens, span.start, article.filed)),
            );
            let quantities = paragraph.quantities.iter();
            article
                .quantities
                .extend(quantities.map(|quantity| quantity.shifted(span.start)));
            let passage = article.passage(base..article.tokens.len());
            article.paragraphs.push(passage);
        }
        article.parsed = parsed;
        article.boilerplate = boilerplate(&article);
        article.quotations = quotations(&article);
        article.reported = reported(&article);
        article
    }

    /// The passage that a range of tokens, not empty, makes.
    fn passage(&self, tokens: Range<usize>) -> Passage {
        Passage {
            span: self.tokens[tokens.start]
                .span
                .cover(self.tokens[tokens.end - 1].span),
            tokens: tokens.start as u32..tokens.end as u32,
        }
    }

    /// The name shown to people. Two articles may share one.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives the article another name.
    pub fn rename(&mut self, name: impl Into<String>) {
        self.name = name.into();
    }

    /// The text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tokens, in order and apart from each other.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text of token `index`.
    pub fn token_text(&self, index: usize) -> &str {
        self.tokens[index].span.of(&self.text)
    }

    /// The paragraphs, in order. Every token is in one.
    pub fn paragraphs(&self) -> &[Passage] {
        &self.paragraphs
    }

    /// What was read of each of the paragraphs alone, and where it begins. While an edit leaves one alone,
    /// it is the same in memory.
    pub(crate) fn parsed(&self) -> &[(Span, Arc<ParsedParagraph>)] {
        &self.parsed
    }

    /// The sentences, in order. Every token is in one, and none crosses a paragraph.
    pub fn sentences(&self) -> &[Passage] {
        &self.sentences
    }

    /// The quotations, in order and apart from each other.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The reported speech, in order and apart from each other.
    pub fn reported(&self) -> &[Reported] {
        &self.reported
    }

    /// The quantities, in order and apart from each other. None lies in a date.
    pub fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }

    /// The dates and times, in order and apart from each other.
    pub fn dates(&self) -> &[DateMention] {
        &self.dates
    }

    /// The stretch of boilerplate that `span` touches; the first, where it touches several.
    pub fn boilerplate_at(&self, span: Span) -> Option<&Boilerplate> {
        let next = self
            .boilerplate
            .partition_point(|stretch| stretch.span.end <= span.start);
        let stretch = self.boilerplate.get(next);
        stretch.filter(|stretch| stretch.span.overlaps(span))
    }

    /// The day the article was filed, where its first lines give one.
    pub(crate) fn filed(&self) -> Option<Day> {
        self.filed
    }

    /// The boilerplate, in order and apart from each other.
    pub fn boilerplate(&self) -> &[Boilerplate] {
        &self.boilerplate
    }

    /// `span` in UTF-16 code units.
    pub fn utf16(&self, span: Span) -> Utf16Span {
        self.offsets.utf16_span(&self.text, span)
    }

    /// `span`, in UTF-16 code units, in bytes.
    pub fn bytes(&self, span: Utf16Span) -> Span {
        self.offsets.byte_span(&self.text, span)
    }

    /// The tokens that begin inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        start..start + count_before(&self.tokens[start..], |token| token.span.start < span.end)
    }
}

/// How many of `items`, which are in order, stand before a place: as a rule few.
pub(crate) fn count_before<T>(items: &[T], before: impl Fn(&T) -> bool) -> usize {
    const FEW: usize = 8;
    match items.iter().take(FEW).position(|item| !before(item)) {
        Some(count) => count,
        None => items.partition_point(before),
    }
}

/// How many bytes two texts begin with in common.
fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes two texts end with in common.
fn common_prefix_reversed(a: &[u8], b: &[u8]) -> usize {
    let pairs = a.iter().rev().zip(b.iter().rev());
    pairs.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Short texts made of what breaks parsers: quotes, line ends, abbreviations, wide characters.
    pub(crate) fn news_like() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "Mr. ",
            "U.S. ",
            "said ",
            "“",
            "”",
            "\"",
            "'s ",
            "\n",
            "\n\n",
            ". ",
            "10,000 ",
            "é",
            "😀",
            "Kim ",
            "the ",
            "N. Korea ",
            "北京 ",
            "? ",
            "\u{301}",
            "\r\n",
            "Dec. 16 ",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn a_revision_equals_a_fresh_parse(before in news_like(), after in news_like()) {
            let revised = Article::parse("a", &before).revise(&after);
            let fresh = Article::parse("a", &after);
            prop_assert_eq!(revised.tokens(), fresh.tokens());
            prop_assert_eq!(revised.sentences(), fresh.sentences());
            prop_assert_eq!(revised.paragraphs(), fresh.paragraphs());
            prop_assert_eq!(revised.dates(), fresh.dates());
            prop_assert_eq!(revised.quantities(), fresh.quantities());
            prop_assert_eq!(revised.quotations(), fresh.quotations());
            prop_assert_eq!(revised.reported(), fresh.reported());
            prop_assert_eq!(revised.boilerplate(), fresh.boilerplate());
        }

        #[test]
        fn quotations_and_boilerplate_are_ordered_and_apart(text in news_like()) {
            let article = Article::parse("a", &text);
            let quotations = article.quotations().iter().map(|quotation| quotation.span);
            let boilerplate = article.boilerplate().iter().map(|stretch| stretch.span);
            for spans in [quotations.collect::<Vec<_>>(), boilerplate.collect()] {
                let mut end = 0;
                for span in spans {
                    prop_assert!(span.start >= end && !span.is_empty());
                    prop_assert!(text.get(span.range()).is_some());
                    end = span.end;
                }
            }
        }

        #[test]
        fn tokens_and_sentences_tile_the_text(text in news_like()) {
            let article = Article::parse("a", &text);
            let mut end = 0;
            for token in article.tokens() {
                prop_assert!(token.span.start >= end && !token.span.is_empty());
                prop_assert!(text.get(token.span.range()).is_some());
                end = token.span.end;
            }
            let mut next = 0;
            for sentence in article.sentences() {
                prop_assert_eq!(sentence.tokens.start, next);
                next = sentence.tokens.end;
            }
            prop_assert_eq!(next as usize, article.tokens().len());
        }
    }
}
