//! The report: the one answer of the desk, the same object from the command line, the package and
//! the tests. Its schema is `wiremark/1`, which only grows. All offsets are UTF-16 code units,
//! half-open; an absent optional field is left out.

mod build;

use crate::entity::Kind;
use crate::overlap::{
    EditKind, NumberDifferenceKind, OverlapKind, QuoteChangeKind, ReasonKind, StyleKind,
};
use crate::span::Utf16Span;
use serde::Serialize;
use std::sync::Arc;

/// The name of the contract.
pub const SCHEMA: &str = "wiremark/1";

/// Everything known about the articles on a desk. What did not change since the last report of that desk
/// is the same in memory.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// Always `utf-16`.
    pub offset_unit: &'static str,
    /// The articles, in the order of the desk.
    pub articles: Vec<Arc<ArticleReport>>,
    /// Everything that is named, over all articles.
    pub entities: Vec<Arc<EntityReport>>,
    /// The passages that pairs of articles share; `a` is always the earlier article.
    pub overlaps: Vec<Arc<OverlapReport>>,
    /// Utterances that articles which report one event quote differently.
    pub quote_changes: Vec<QuoteChangeReport>,
    /// Figures and dates in which such articles differ.
    pub number_differences: Vec<NumberDifferenceReport>,
    /// `coverage[i][j]`: the share of article i that is found in article j, measured in the letters and
    /// digits of its words outside boilerplate, to the hundredth. 1 on the diagonal. Empty when
    /// nothing is compared.
    pub coverage: Vec<Vec<f64>>,
    /// The same share by the kind of the passages.
    pub coverage_by_kind: CoverageByKind,
    /// For each event that several of the articles report, the one that the others most likely derive
    /// from. None where the evidence is thin.
    pub likely_sources: Vec<LikelySourceReport>,
}

/// The article of one event that the others of it most likely derive from.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LikelySourceReport {
    /// The article, as an index into [`Report::articles`].
    pub article: u32,
    /// From 0 to 1: how much evidence there is.
    pub confidence: f64,
    /// What speaks for it, by the article that it concerns.
    pub reasons: Vec<ReasonReport>,
}

/// One reason to take an article for the source of another.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReasonReport {
    /// What it is.
    pub kind: ReasonKind,
    /// The other article, as an index into [`Report::articles`].
    pub article: u32,
    /// Where it shows in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<Utf16Span>,
    /// Where it shows in the other article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Utf16Span>,
}

/// The shares of [`Report::coverage`] by kind. What lies in several passages counts once, as the
/// closest kind, so that the three add up to the whole share but for their rounding.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CoverageByKind {
    /// Found word for word. 1 on the diagonal.
    pub verbatim: Vec<Vec<f64>>,
    /// Found with words changed.
    pub edited: Vec<Vec<f64>>,
    /// Found in other words.
    pub rewritten: Vec<Vec<f64>>,
}

/// What is known about one article.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleReport {
    /// The name shown to people.
    pub name: String,
    /// Sentences, each `[start, end]`.
    pub sentences: Vec<[u32; 2]>,
    /// Everything named, dated or counted, in order.
    pub mentions: Vec<MentionReport>,
    /// Direct speech.
    pub quotations: Vec<QuotationReport>,
    /// Speech that is reported without quotation marks.
    pub reported: Vec<ReportedReport>,
    /// Figures.
    pub quantities: Vec<QuantityReport>,
    /// What is not the story.
    pub boilerplate: Vec<BoilerplateReport>,
    /// Sentences and clauses of the story that no other article on the desk shares; empty when there
    /// is no other.
    pub unique: Vec<Utf16Span>,
}

/// One span that names, dates or counts something.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MentionReport {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// What it names.
    pub kind: Kind,
    /// The words.
    pub text: String,
    /// Its entity, as an index into [`Report::entities`]; dates and figures have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// From 0 to 1: how sure the reading is.
    pub confidence: f64,
    /// The value of a date or time in ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// One quotation.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuotationReport {
    /// From mark to mark.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// Who says it, in the words of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Present and true for a scare quote.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub scare: bool,
}

/// One stretch of reported speech.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportedReport {
    /// The words reported, without the attribution.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// Who is said to have said it, in the words of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// One figure.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuantityReport {
    /// Hedge, figure and unit.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// The least it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether a hedge says that it is not exact.
    pub approximate: bool,
}

/// One stretch of boilerplate.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BoilerplateReport {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// What it is, in the words shown to people.
    pub kind: &'static str,
}

/// One thing named.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityReport {
    /// Its fullest or most usual name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// A stable identifier: `iso3166:KP`, `geonames:1871859`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its other names in these articles.
    pub aliases: Vec<String>,
    /// Where it is named.
    pub mentions: Vec<PlaceReport>,
}

/// A span of one of the articles.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceReport {
    /// The article, as an index into [`Report::articles`].
    pub article: u32,
    /// The span.
    #[serde(flatten)]
    pub span: Utf16Span,
}

/// One shared passage.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OverlapReport {
    /// How closely the passages agree.
    pub kind: OverlapKind,
    /// Whether the two articles report one event.
    pub same_event: bool,
    /// Whether the order crosses.
    pub moved: bool,
    /// The share of words that agree, from 0 to 1.
    pub score: f64,
    /// The passage in the earlier article.
    pub a: PlaceReport,
    /// The passage in the later one.
    pub b: PlaceReport,
    /// The differences.
    pub edits: Vec<EditReport>,
    /// What is written differently and counts as the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub style: Vec<StyleReport>,
}

/// One matter of style between two passages: capitals, spelling, quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StyleReport {
    /// What is written differently.
    pub kind: StyleKind,
    /// The word or the marks in the earlier article.
    pub a: Utf16Span,
    /// The same in the later one.
    pub b: Utf16Span,
}

/// One difference between two passages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EditReport {
    /// What it does.
    pub kind: EditKind,
    /// The words in the earlier article.
    pub a: Utf16Span,
    /// The words in the later one.
    pub b: Utf16Span,
}

/// One utterance that two articles quote differently.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteChangeReport {
    /// What is different.
    pub kind: QuoteChangeKind,
    /// The quotation, or the words that report it, in the earlier article.
    pub a: PlaceReport,
    /// The same in the later one.
    pub b: PlaceReport,
    /// The words that differ.
    pub edits: Vec<EditReport>,
}

/// Two figures or dates that stand for each other and differ.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NumberDifferenceReport {
    /// How they differ.
    pub kind: NumberDifferenceKind,
    /// The figure in the earlier article.
    pub a: PlaceReport,
    /// The figure in the later one.
    pub b: PlaceReport,
}

/// What is told of a pair of articles.
#[derive(Debug)]
pub(crate) struct PairReport {
    overlaps: Vec<Arc<OverlapReport>>,
    quote_changes: Vec<QuoteChangeReport>,
    number_differences: Vec<NumberDifferenceReport>,
}
