//! What a reader of two reports of one event expects of their quotes.

use super::QuoteChangeKind::{self, *};
use crate::article::Article;
use crate::overlap::{Comparison, Fingerprint};

const FACTS: &str = "The mayor of Lisbon opened the rebuilt harbour bridge on Friday after nine months of \
    repairs that cost the city more than planned.";

/// The changes between two reports that share their facts, as kind and words.
fn changes(a: &str, b: &str) -> Vec<(QuoteChangeKind, String, String)> {
    let (a, b) = (format!("{FACTS}\n\n{a}"), format!("{FACTS}\n\n{b}"));
    let (a, b) = (Article::parse("a", &a), Article::parse("b", &b));
    let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
    let found = Comparison::of((&a, &print_a), (&b, &print_b));
    assert!(found.same_event);
    let back = Comparison::of((&b, &print_b), (&a, &print_a));
    assert_eq!(back, found.mirrored(), "exchanging the articles mirrors");
    let words = |article: &Article, span: crate::span::Span| span.of(article.text()).to_owned();
    let changes = found.quote_changes.iter();
    changes
        .map(|change| (change.kind, words(&a, change.a), words(&b, change.b)))
        .collect()
}

fn kinds(a: &str, b: &str) -> Vec<QuoteChangeKind> {
    changes(a, b).into_iter().map(|(kind, ..)| kind).collect()
}

#[test]
fn the_same_quote_is_silent_whatever_its_marks() {
    let a = "“We kept our promise to every commuter,” said Ana Lima, the mayor.";
    let b = "\"We kept our promise to every commuter\", mayor Ana Lima said.";
    assert_eq!(kinds(a, b), []);
}

#[test]
fn words_that_differ_are_named() {
    let a = "\"The bridge is a triumph of patience over haste,\" said Ana Lima, the mayor.";
    let b = "\"The bridge is a triumph of planning over haste,\" said Ana Lima, the mayor.";
    assert_eq!(kinds(a, b), [Substitution]);
    let longer =
        "\"The bridge is a real triumph of patience over haste,\" said Ana Lima, the mayor.";
    assert_eq!(kinds(a, longer), [Insertion]);
    assert_eq!(kinds(longer, a), [Deletion]);
}

#[test]
fn a_quote_given_to_somebody_else_is_reattributed() {
    let a = "\"Nobody will wait an hour at the toll again,\" said Ana Lima.";
    let b = "\"Nobody will wait an hour at the toll again,\" said Rui Prado.";
    assert_eq!(kinds(a, b), [Reattributed]);
}

#[test]
fn speech_without_its_marks_is_made_indirect() {
    let a = "\"We will repair the northern tunnel before the winter storms,\" Ana Lima said.";
    let b = "Ana Lima said the city would repair the northern tunnel before the winter storms.";
    assert_eq!(kinds(a, b), [MadeIndirect]);
    assert_eq!(kinds(b, a), [MadeIndirect]);
}

#[test]
fn a_quote_cut_inside_its_sentence_is_partial() {
    let a =
        "\"We will repair the northern tunnel before the winter storms arrive,\" Ana Lima said.";
    let b =
        "Ana Lima said they would \"repair the northern tunnel before the winter storms\" arrive.";
    assert_eq!(kinds(a, b), [Partial]);
}

#[test]
fn a_quote_broken_in_two_is_not_changed() {
    let a =
        "\"We will repair the tunnel before winter, and nobody will wait an hour,\" Ana Lima said.";
    let b = "\"We will repair the tunnel before winter,\" Ana Lima said, \"and nobody will wait an hour.\"";
    assert_eq!(kinds(a, b), []);
}

#[test]
fn leaving_out_a_whole_sentence_is_not_a_change() {
    let a =
        "\"The bridge is open to all. We will repair the northern tunnel next,\" Ana Lima said.";
    let b = "\"We will repair the northern tunnel next,\" Ana Lima said.";
    assert_eq!(kinds(a, b), []);
}
