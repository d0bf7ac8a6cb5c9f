//! Quotations: spans of direct speech, with their speakers.

use crate::article::Article;
use crate::span::Span;

/// One span of direct speech.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// From the opening mark to the closing one, both included.
    pub span: Span,
    /// Who says it, where the text says so: the span of the words that name the speaker.
    pub speaker: Option<Span>,
    /// Whether it is a scare quote: a word or two set apart, not somebody's sentence.
    pub scare: bool,
}

/// The quotations of an article whose tokens and sentences are read. Ordered, apart from each other.
pub fn quotations(_article: &Article) -> Vec<Quotation> {
    Vec::new()
}
