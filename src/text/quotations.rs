//! Quotations: spans of direct speech, with their speakers.

use super::marks::{MarkKind, opening_kind, pair};
use super::speakers::{Framed, attributions};
use super::tokens::TokenKind;
use super::view::View;
use crate::article::{Article, Passage};
use crate::span::Span;
use std::ops::Range;

/// One span of direct speech.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// From the opening mark to the closing one, both included. Speech that runs over several
    /// paragraphs, with a mark opened again in each, is one quotation.
    pub span: Span,
    /// Who says it, where the text says so: the span of the words that name the speaker, without an
    /// article. A pronoun is replaced by the name it stands for.
    pub speaker: Option<Span>,
    /// Whether it is a scare quote: a word or two set apart, or a title, not somebody's sentence.
    pub scare: bool,
}

/// The quotations of an article whose tokens, sentences and boilerplate are read. Ordered, apart
/// from each other.
pub fn quotations(article: &Article) -> Vec<Quotation> {
    let view = View {
        text: article.text(),
        tokens: article.tokens(),
    };
    let quoted = quoted(article, view);
    let framed = framed(article, view, &quoted);
    let attributions = attributions(view, &framed);
    let quotations = quoted.iter().zip(attributions);
    quotations
        .map(|((quoted, _), attribution)| {
            let words = words(view, quoted);
            let short = words <= 3 && !is_statement(view, quoted);
            let title = !attribution.beside && is_title(view, quoted);
            let scare = title || short && !attribution.attributed;
            let speaker = attribution.speaker.filter(|_| !scare);
            Quotation {
                span: view.span(quoted),
                speaker: speaker.map(|speaker| view.span(&speaker)),
                scare,
            }
        })
        .collect()
}

/// The quoted stretches, as tokens from mark to mark, each with the paragraph it begins in.
fn quoted(article: &Article, view: View) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    // Speech that was open when its paragraph ended: where it began, and in which paragraph.
    let mut running: Option<(usize, MarkKind, usize)> = None;
    let stories = story_paragraphs(article);
    for (index, &(number, paragraph)) in stories.iter().enumerate() {
        let range = tokens(paragraph);
        let paired = pair(view, range.clone());
        let next = stories.get(index + 1).map(|(_, next)| tokens(next));
        let goes_on = paired.unclosed.filter(|&(_, kind)| {
            next.is_some_and(|next| opening_kind(view, next.clone(), next.start) == Some(kind))
        });
        let begun = running.take();
        let mut pairs = paired.pairs.into_iter().peekable();
        if let Some((start, _, from)) = begun
            && let Some((_, close)) = pairs.next_if(|pair| pair.0 == range.start)
        {
            found.push((start..close + 1, from));
        }
        let until = goes_on.map_or(usize::MAX, |(start, _)| start);
        let pairs = pairs.take_while(|pair| pair.0 < until);
        found.extend(pairs.map(|(open, close)| (open..close + 1, number)));
        running = goes_on.map(|(start, kind)| match begun {
            Some(begun) if start == range.start => begun,
            _ => (start, kind, number),
        });
    }
    found.retain(|(quoted, _)| words(view, quoted) > 0);
    found
}

fn tokens(passage: &Passage) -> Range<usize> {
    passage.tokens.start as usize..passage.tokens.end as usize
}

/// The paragraphs that are not boilerplate throughout, with their numbers.
fn story_paragraphs(article: &Article) -> Vec<(usize, &Passage)> {
    let paragraphs = article.paragraphs().iter().enumerate();
    paragraphs
        .filter(|(_, paragraph)| {
            let stretch = article.boilerplate_at(paragraph.span);
            !stretch.is_some_and(|stretch| stretch.span.contains(paragraph.span))
        })
        .collect()
}

/// Each quotation with the words around it.
fn framed(article: &Article, view: View, quoted: &[(Range<usize>, usize)]) -> Vec<Framed> {
    let sentences = article.sentences();
    let sentence_of = |token: usize| {
        let next = sentences.partition_point(|sentence| sentence.tokens.end as usize <= token);
        next.min(sentences.len() - 1)
    };
    let mut framed: Vec<Framed> = Vec::with_capacity(quoted.len());
    for (index, (range, paragraph)) in quoted.iter().enumerate() {
        let first = sentence_of(range.start);
        let last = sentence_of(range.end - 1);
        let previous = index
            .checked_sub(1)
            .map_or(0, |before| quoted[before].0.end);
        let next = quoted
            .get(index + 1)
            .map_or(usize::MAX, |next| next.0.start);
        let start = (sentences[first].tokens.start as usize).max(previous);
        let start = past_boilerplate(article, view, start).min(range.start);
        let end = (sentences[last].tokens.end as usize).min(next);
        framed.push(Framed {
            quoted: range.clone(),
            before: start..range.start,
            behind: range.end..end.max(range.end),
            previous: first
                .checked_sub(1)
                .map_or(0..0, |before| tokens(&sentences[before])),
            sentences: (first, last),
            paragraph: *paragraph,
        });
    }
    framed
}

/// The first token from `start` on that is not in the stretch of boilerplate, such as a dateline,
/// that token `start` is in.
fn past_boilerplate(article: &Article, view: View, start: usize) -> usize {
    let Some(token) = view.tokens.get(start) else {
        return start;
    };
    match article.boilerplate_at(token.span) {
        Some(stretch) => {
            let rest = &view.tokens[start..];
            start + rest.partition_point(|token| token.span.start < stretch.span.end)
        }
        None => start,
    }
}

/// How many words and figures a stretch of tokens has.
fn words(view: View, tokens: &Range<usize>) -> usize {
    let kinds = view.tokens[tokens.clone()].iter().map(|token| token.kind);
    kinds
        .filter(|kind| matches!(kind, TokenKind::Word | TokenKind::Number))
        .take(100)
        .count()
}

/// Whether what is quoted ends like a sentence or part of one.
fn is_statement(view: View, quoted: &Range<usize>) -> bool {
    let last = view.word(quoted.end - 2);
    matches!(last, "," | "." | "!" | "?" | "…" | "—" | "–") || last.ends_with('.')
}

/// Whether what is quoted is written like the title of a work: a few words, nearly all with
/// capitals, and no stop.
fn is_title(view: View, quoted: &Range<usize>) -> bool {
    let count = words(view, quoted);
    let long = |at: &usize| view.is(*at, TokenKind::Word) && view.word(*at).len() > 3;
    let titled = quoted.clone().filter(long).all(|at| view.capital(at));
    let first = view.capital(quoted.start + 1) || view.is(quoted.start + 1, TokenKind::Number);
    let last = view.word(quoted.end - 2);
    first && titled && count <= 8 && !matches!(last, "," | "." | "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row: a text, and its quotations with speakers, `-` for none and `~` for a scare quote.
    fn check(rows: &[(&str, &[(&str, &str)])]) {
        for (text, expected) in rows {
            let article = Article::parse("a", text);
            let found: Vec<(&str, &str)> = article
                .quotations()
                .iter()
                .map(|quotation| {
                    let speaker = match quotation.speaker {
                        _ if quotation.scare => "~",
                        Some(speaker) => speaker.of(text),
                        None => "-",
                    };
                    (quotation.span.of(text), speaker)
                })
                .collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn speakers_behind() {
        check(&[
            ("“It rains,” Ana Lima said.", &[("“It rains,”", "Ana Lima")]),
            (
                "“It rains,” said Ana Lima, a spokeswoman for Porto.",
                &[("“It rains,”", "Ana Lima")],
            ),
            (
                "“It rains,” said the mayor, Ana Lima.",
                &[("“It rains,”", "Ana Lima")],
            ),
            (
                "“It rains,” the statement read.",
                &[("“It rains,”", "statement")],
            ),
            (
                "“It rains,” according to the mayor.",
                &[("“It rains,”", "mayor")],
            ),
            (
                "“Does it rain?” harbour master Lt. Col. Rui Costa asked reporters.",
                &[("“Does it rain?”", "harbour master Lt. Col. Rui Costa")],
            ),
            (
                "'It rains. It pours,' ten towns and the county said in a letter Monday.",
                &[("'It rains. It pours,'", "ten towns and the county")],
            ),
            (
                "“It rains,” Ana Lima, who was elected in May, told the radio.",
                &[("“It rains,”", "Ana Lima")],
            ),
        ]);
    }

    #[test]
    fn speakers_in_front() {
        check(&[
            ("Ana Lima said: “It rains.”", &[("“It rains.”", "Ana Lima")]),
            (
                "The letter reads: “It rains.”",
                &[("“It rains.”", "letter")],
            ),
            (
                "According to the mayor, “it rains”.",
                &[("“it rains”", "mayor")],
            ),
            (
                "LISBON (AFP) - Rui Costa called the rain “a gift to us all” on Monday.",
                &[("“a gift to us all”", "Rui Costa")],
            ),
            (
                "Ana Lima resigned on Monday, saying she was “too wet to go on”.",
                &[("“too wet to go on”", "Ana Lima")],
            ),
        ]);
    }

    #[test]
    fn one_attribution_for_several_quotations() {
        check(&[
            (
                "“It rains,” Lima said, “and it pours.”",
                &[("“It rains,”", "Lima"), ("“and it pours.”", "Lima")],
            ),
            (
                "“It rains,” Lima said. “It pours. It floods.”",
                &[("“It rains,”", "Lima"), ("“It pours. It floods.”", "Lima")],
            ),
            (
                "The mayors said they “welcome the rain” including the “flood of last week in Porto.”",
                &[
                    ("“welcome the rain”", "mayors"),
                    ("“flood of last week in Porto.”", "mayors"),
                ],
            ),
            (
                "“It rains,” Lima said, and Costa said “it never rains here”.",
                &[("“It rains,”", "Lima"), ("“it never rains here”", "Costa")],
            ),
            (
                "“It rains,” Lima said.\n“It pours.”",
                &[("“It rains,”", "Lima"), ("“It pours.”", "Lima")],
            ),
        ]);
    }

    #[test]
    fn pronouns_stand_for_the_last_one_named() {
        check(&[
            (
                "Ana Lima met the press on Monday. “It rains,” she told reporters.",
                &[("“It rains,”", "Ana Lima")],
            ),
            (
                "“It rains,” said Ana Lima. “It pours,” she added.",
                &[("“It rains,”", "Ana Lima"), ("“It pours,”", "Ana Lima")],
            ),
            (
                "The mayors said they “love the rain we got”. They added that it “must never end”.",
                &[
                    ("“love the rain we got”", "mayors"),
                    ("“must never end”", "mayors"),
                ],
            ),
            (
                "The bakers of Porto walked out. They said the price of flour was “a bitter joke”.",
                &[("“a bitter joke”", "bakers of Porto")],
            ),
            (
                "Rui Costa left. “It rains,” said Ana Lima at the Porto River Museum. “It pours,” she said.",
                &[("“It rains,”", "Ana Lima"), ("“It pours,”", "Ana Lima")],
            ),
            (
                "“It rains,” said Ana Lima. Rui Costa agreed. “It pours,” he said.",
                &[("“It rains,”", "Ana Lima"), ("“It pours,”", "Rui Costa")],
            ),
            (
                "The mayor of Porto said that it had rained. “It poured,” she added.",
                &[("“It poured,”", "mayor of Porto")],
            ),
            ("“It rains,” he said.", &[("“It rains,”", "-")]),
        ]);
    }

    #[test]
    fn speech_over_several_paragraphs_is_one_quotation() {
        check(&[
            (
                "“It rains.\n\n“It pours.\n\n“It floods,” Lima said.",
                &[("“It rains.\n\n“It pours.\n\n“It floods,”", "Lima")],
            ),
            (
                "Lima said: \"It rains.\n\n\"It pours.\"\n\nCosta left.",
                &[("\"It rains.\n\n\"It pours.\"", "Lima")],
            ),
            (
                "“It rains, he said.\n\nIt pours. “No,” Lima said.",
                &[("“No,”", "Lima")],
            ),
        ]);
    }

    #[test]
    fn words_set_apart_are_scare_quotes() {
        check(&[
            ("The “ferry” was a raft.", &[("“ferry”", "~")]),
            (
                "The play “Rain Over Porto” opens today, Lima said.",
                &[("“Rain Over Porto”", "~")],
            ),
            ("Lima called it a “bad day”.", &[("“bad day”", "Lima")]),
            (
                "Rain 'a gift to all' of Porto: mayor",
                &[("'a gift to all'", "-")],
            ),
            (
                "Rain 'a gift to all' of Porto: Lima",
                &[("'a gift to all'", "Lima")],
            ),
        ]);
    }
}
