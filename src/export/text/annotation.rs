//! What each article says and names.

use super::entities::entities;
use super::{Ink, kind_style, one_line};
use crate::article::Article;
use crate::desk::Desk;
use crate::export::segments::segments;
use crate::report::{ArticleReport, QuantityReport, Report};
use crate::span::Utf16Span;
use std::fmt::Write;

/// Every article with what it names marked, its quotations, figures and boilerplate, then the
/// entities of all. `report` must be that of `desk`.
pub fn annotation(desk: &Desk, report: &Report, ink: Ink) -> String {
    let mut out = String::new();
    for (article, found) in desk.articles().zip(&report.articles) {
        let _ = writeln!(out, "{}\n", ink.bold(&format!("== {} ==", found.name)));
        let spans: Vec<Utf16Span> = found.mentions.iter().map(|mention| mention.span).collect();
        for segment in segments(article, &spans) {
            let Some(&label) = segment.labels.first() else {
                out.push_str(segment.text);
                continue;
            };
            let kind = found.mentions[label].kind;
            match ink {
                Ink::Plain => {
                    let _ = write!(out, "[{}|{}]", segment.text, kind.name());
                }
                Ink::Colour => out.push_str(&ink.paint(kind_style(kind), segment.text)),
            }
        }
        out.push_str(if article.text().ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        });
        readings(&mut out, article, found, ink);
    }
    entities(&mut out, report, ink);
    out
}

/// The quotations with their speakers, the figures with their values, and the boilerplate.
fn readings(out: &mut String, article: &Article, found: &ArticleReport, ink: Ink) {
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "{}", ink.bold(heading));
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
            out.push('\n');
        }
    };
    let quotations = found.quotations.iter().map(|quotation| {
        let speaker = match &quotation.speaker {
            Some(speaker) => speaker,
            None if quotation.scare => "(set apart)",
            None => "(no speaker)",
        };
        format!("{speaker}: {}", one_line(article, quotation.span))
    });
    list("quotations", quotations.collect());
    let reported = found.reported.iter().map(|report| {
        let speaker = report.speaker.as_deref().unwrap_or("(no speaker)");
        format!("{speaker}: {}", one_line(article, report.span))
    });
    list("reported speech", reported.collect());
    let quantities = found.quantities.iter().map(|quantity| {
        let words = one_line(article, quantity.span);
        format!("{words}: {}", value(quantity))
    });
    list("figures", quantities.collect());
    let boilerplate = found.boilerplate.iter().map(|stretch| {
        let words = one_line(article, stretch.span);
        format!("{}: {words}", stretch.kind)
    });
    list("not the story", boilerplate.collect());
}

/// A figure's range, unit and hedge: `10000 or more troops, about`.
fn value(quantity: &QuantityReport) -> String {
    let range = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("{high} or less"),
        (None, None) => "unknown".to_owned(),
    };
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let about = if quantity.approximate { ", about" } else { "" };
    format!("{range} {unit}").trim_end().to_owned() + about
}
