//! Unique: what one article says and no other on the desk does, in sentences or clauses that an editor
//! can read.

use super::fingerprint::{Fingerprint, Unit};
use super::hash;
use super::known::class;
use super::words::Class;
use super::{Comparison, Member, Overlap, OverlapKind};
use crate::article::Article;
use crate::span::Span;
use crate::text::fold::fold;
use std::ops::Range;

/// Fewer content words than this say nothing by themselves: what is left between two passages is an
/// edit, and what an edit adds is a word or two.
const LEAST_CONTENT: usize = 3;

/// The stretches of `article` outside boilerplate that none of `comparisons` finds in another
/// article: whole sentences, or what a shared clause leaves of one. Each comparison comes with the
/// place that `article` has in it.
pub fn unique<'c>(
    article: &Article,
    print: &Fingerprint,
    comparisons: impl Iterator<Item = (&'c Comparison, Member)>,
) -> Vec<Span> {
    let mut found = vec![false; print.terms.len()];
    for (comparison, member) in comparisons {
        for overlap in &comparison.overlaps {
            mark(&mut found, print, overlap, member);
        }
    }
    let mut unique = Vec::new();
    for unit in &print.units {
        let mut start = unit.terms.start;
        while start < unit.terms.end {
            let rest = &found[start..unit.terms.end];
            let end = start + rest.iter().take_while(|found| !**found).count();
            let words = trimmed(article, print, unit, start..end);
            let content = print.terms[words.clone()]
                .iter()
                .filter(|term| term.content);
            if content.count() >= LEAST_CONTENT {
                unique.push(readable(article, print, &words));
            }
            start = end + 1;
        }
    }
    unique
}

/// What [`shared_key`] is where nothing is compared.
pub(crate) const NOTHING_SHARED: u64 = 0;

/// A number for all that [`unique`] asks of the comparisons of one article.
pub(crate) fn shared_key<'c>(comparisons: impl Iterator<Item = (&'c Comparison, Member)>) -> u64 {
    let range = |span: Span| u64::from(span.start) << 32 | u64::from(span.end);
    let mut key = NOTHING_SHARED + 1;
    for (comparison, member) in comparisons {
        for overlap in &comparison.overlaps {
            key = hash::mixed(key ^ range(overlap.span(member)));
            if overlap.kind != OverlapKind::Edited {
                continue;
            }
            let added = overlap.edits.iter();
            for edit in added.filter(|edit| edit.span(member.other()).is_empty()) {
                key = hash::mixed(hash::mixed(key) ^ range(edit.span(member)));
            }
        }
    }
    key
}

/// Marks the terms that an overlap shares: all of its passage but the clauses that an edit adds.
fn mark(found: &mut [bool], print: &Fingerprint, overlap: &Overlap, member: Member) {
    let passage = print.terms_in(overlap.span(member));
    let mut at = passage.start;
    for edit in &overlap.edits {
        let added = print.terms_in(edit.span(member));
        if overlap.kind == OverlapKind::Edited
            && edit.span(member.other()).is_empty()
            && is_clause(print, &added)
        {
            found[at..added.start.max(at)].fill(true);
            at = added.end;
        }
    }
    found[at..passage.end.max(at)].fill(true);
}

/// Whether words that were added stand between two marks of punctuation, or reach the end of the
/// sentence from one.
fn is_clause(print: &Fingerprint, terms: &Range<usize>) -> bool {
    let opens = |at: usize| print.terms.get(at).is_none_or(|term| term.opens_clause);
    opens(terms.start) && opens(terms.end)
}

/// `words` without the conjunction that tied them to a shared clause before them, and without the
/// words that introduced one behind them.
fn trimmed(
    article: &Article,
    print: &Fingerprint,
    unit: &Unit,
    words: Range<usize>,
) -> Range<usize> {
    let Range { mut start, mut end } = words;
    let word = |at: usize| fold(print.terms[at].span.of(article.text()));
    if start > unit.terms.start && start < end && matches!(&*word(start), "and" | "but" | "or") {
        start += 1;
    }
    let runs_on = end < unit.terms.end && !print.terms[end].opens_clause;
    while runs_on && start < end && class(&word(end - 1)) == Class::Function {
        end -= 1;
    }
    start..end
}

/// The text of `words`, with the marks of a quotation that begins with them.
fn readable(article: &Article, print: &Fingerprint, words: &Range<usize>) -> Span {
    let mut span = print.span(words);
    let (first, last) = (
        print.terms[words.start].span,
        print.terms[words.end - 1].span,
    );
    let quotations = article.quotations();
    let near = quotations.partition_point(|quotation| quotation.span.end <= first.start);
    let quotations = quotations[near..].iter();
    for quotation in quotations.take_while(|quotation| quotation.span.start < last.end) {
        let quoted = print.terms_in(quotation.span);
        if quoted.start == words.start && !quoted.is_empty() {
            span.start = span.start.min(quotation.span.start);
        }
        if quoted.end == words.end && quoted.start >= words.start && !quoted.is_empty() {
            span.end = span.end.max(quotation.span.end);
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::unique;
    use crate::article::Article;
    use crate::overlap::{Comparison, Fingerprint, Member};

    /// What `text` says and none of `others` does.
    fn only_in(text: &str, others: &[&str]) -> Vec<String> {
        let article = Article::parse("", text);
        let print = Fingerprint::of(&article);
        let comparisons: Vec<_> = others
            .iter()
            .map(|other| {
                let other = Article::parse("", other);
                let other_print = Fingerprint::of(&other);
                Comparison::of((&article, &print), (&other, &other_print))
            })
            .collect();
        let pairs = comparisons.iter().map(|found| (found, Member::First));
        let spans = unique(&article, &print, pairs).into_iter();
        spans.map(|span| span.of(text).to_owned()).collect()
    }

    const FERRY: &str = "The ferry to Skye was cancelled after its engine caught fire.";

    #[test]
    fn a_sentence_that_no_other_has_is_unique() {
        let added = "Farmers in Kent picked cherries two weeks early this summer.";
        let both = format!("{FERRY} {added}");
        assert_eq!(only_in(&both, &[FERRY]), [added]);
        assert_eq!(only_in(&both, &[FERRY, added]), [""; 0]);
    }

    #[test]
    fn a_clause_joined_to_a_shared_one_stands_without_its_conjunction() {
        let joined = "The ferry to Skye was cancelled after its engine caught fire, and divers searched \
            the harbour for a missing deckhand until dawn broke over the western cliffs.";
        assert_eq!(
            only_in(joined, &[FERRY]),
            [
                "divers searched the harbour for a missing deckhand until dawn broke over the western cliffs."
            ]
        );
    }

    #[test]
    fn a_clause_put_into_a_shared_sentence_is_unique() {
        let put_in = "The ferry to Skye, which carried cattle and grain from Mallaig, was cancelled after \
            its engine caught fire.";
        assert_eq!(
            only_in(put_in, &[FERRY]),
            ["which carried cattle and grain from Mallaig"]
        );
    }

    #[test]
    fn a_word_or_two_are_an_edit() {
        let edited =
            "The small ferry to Skye was cancelled on Friday after its engine caught fire.";
        assert_eq!(only_in(edited, &[FERRY]), [""; 0]);
    }

    #[test]
    fn a_quotation_keeps_its_marks() {
        let quoted = format!(
            "“Nobody had warned passengers about sparks,” skipper Ewan Grant said. {FERRY}"
        );
        assert_eq!(
            only_in(&quoted, &[FERRY]),
            ["“Nobody had warned passengers about sparks,” skipper Ewan Grant said."]
        );
    }

    #[test]
    fn boilerplate_is_not_what_an_article_says() {
        let filed =
            format!("LISBON (AFP) - {FERRY}\n\nCopyright Example Wire. All rights reserved.");
        assert_eq!(only_in(&filed, &[FERRY]), [""; 0]);
    }
}
