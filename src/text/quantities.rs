//! Quantities: figures with their range, unit and hedge.

use crate::article::Article;
use crate::span::Span;

/// What a quantity measures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuantityKind {
    /// Things that are counted or measured: `more than 10,000 troops`.
    Count,
    /// An amount of a currency; the unit is the ISO 4217 code where it is known.
    Money,
    /// Percent or percentage points.
    Percent,
    /// A place in an order: `third`.
    Ordinal,
}

/// One figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// The hedge, the figure and its unit.
    pub span: Span,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least it can be; none when open downwards (`up to 500`).
    pub low: Option<f64>,
    /// The most it can be; none when open upwards (`more than 10,000`).
    pub high: Option<f64>,
    /// What is counted, in the text's own words, or an ISO 4217 code, or `percent`.
    pub unit: Option<String>,
    /// Whether a hedge says that the figure is not exact.
    pub approximate: bool,
}

/// The quantities of an article whose tokens and sentences are read. Ordered, apart from each other.
pub fn quantities(_article: &Article) -> Vec<Quantity> {
    Vec::new()
}
