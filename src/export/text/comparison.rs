//! What the articles share, and what only one of them says.

use super::entities::entities;
use super::{Ink, foreground, one_line, overlap_style};
use crate::article::Article;
use crate::desk::Desk;
use crate::overlap::EditKind;
use crate::report::{OverlapReport, PlaceReport, Report};
use crate::span::Utf16Span;
use anstyle::AnsiColor;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Coverage, changed quotes, differing figures, overlaps with their edits, what only one article says, and the entities.
/// `report` must be that of `desk`.
pub fn comparison(desk: &Desk, report: &Report, ink: Ink) -> String {
    let articles: Vec<&Article> = desk.articles().collect();
    let mut out = String::new();
    coverage(&mut out, report, ink);
    sources(&mut out, report);
    for (first, second) in pairs(report) {
        pair(&mut out, report, (first, second), &articles, ink);
    }
    if report.overlaps.is_empty() && articles.len() > 1 {
        out.push_str("\nThese articles share no passage.\n");
    }
    unique(&mut out, report, &articles, ink);
    out.push('\n');
    entities(&mut out, report, ink);
    out
}

/// The pairs of articles that have anything to show, in order.
fn pairs(report: &Report) -> BTreeSet<(u32, u32)> {
    let overlaps = report.overlaps.iter().map(|it| (it.a, it.b));
    let quotes = report.quote_changes.iter().map(|it| (it.a, it.b));
    let figures = report.number_differences.iter().map(|it| (it.a, it.b));
    let all = overlaps.chain(quotes).chain(figures);
    all.map(|(a, b)| (a.article, b.article)).collect()
}

/// One pair of articles: changed quotes and differing figures first, then what they share.
fn pair(
    out: &mut String,
    report: &Report,
    (first, second): (u32, u32),
    articles: &[&Article],
    ink: Ink,
) {
    let of_pair = |a: PlaceReport, b: PlaceReport| (a.article, b.article) == (first, second);
    let overlaps = report.overlaps.iter().filter(|it| of_pair(it.a, it.b));
    let overlaps: Vec<_> = overlaps.collect();
    let name = |index: u32| &report.articles[index as usize].name;
    let related = if overlaps.iter().all(|overlap| !overlap.same_event) {
        ", related but not the same event"
    } else {
        ""
    };
    let heading = format!("== {} and {}{related} ==", name(first), name(second));
    let _ = writeln!(out, "\n{}", ink.bold(&heading));
    let words = |place: PlaceReport| one_line(articles[place.article as usize], place.span);
    let red = foreground(AnsiColor::Red).bold();
    let changes = report.quote_changes.iter().filter(|it| of_pair(it.a, it.b));
    for change in changes {
        let label = ink.paint(red, &format!("quote, {}", change.kind.name()));
        let _ = writeln!(out, "\n  {label}");
        let _ = writeln!(out, "    {}: {}", name(first), words(change.a));
        let _ = writeln!(out, "    {}: {}", name(second), words(change.b));
    }
    let differences = report.number_differences.iter();
    for difference in differences.filter(|it| of_pair(it.a, it.b)) {
        let label = ink.paint(red, &format!("figure, {}", difference.kind.name()));
        let _ = writeln!(out, "\n  {label}");
        let _ = writeln!(out, "    {}: {}", name(first), words(difference.a));
        let _ = writeln!(out, "    {}: {}", name(second), words(difference.b));
    }
    for overlap in overlaps {
        overlap_lines(out, overlap, articles, ink);
    }
}

fn coverage(out: &mut String, report: &Report, ink: Ink) {
    let heading = "Coverage: the share of each row's text found in each column's";
    let _ = writeln!(out, "{}", ink.bold(heading));
    let names: Vec<&str> = report.articles.iter().map(|a| a.name.as_str()).collect();
    let first = widest(&names);
    let _ = write!(out, "{:first$}", "");
    for name in &names {
        let _ = write!(out, "  {name:>5}");
    }
    out.push('\n');
    for (row, name) in report.coverage.iter().zip(&names) {
        let _ = write!(out, "{name:first$}");
        for (share, column) in row.iter().zip(&names) {
            let width = column.chars().count().max(5);
            let share = format!("{:.0}%", share * 100.0);
            let _ = write!(out, "  {share:>width$}");
        }
        out.push('\n');
    }
}

/// A line for each event whose source is likely, with the articles that each reason concerns.
fn sources(out: &mut String, report: &Report) {
    let name = |index: u32| report.articles[index as usize].name.as_str();
    for source in &report.likely_sources {
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for reason in &source.reasons {
            let (kind, article) = (reason.kind.name(), name(reason.article));
            match reasons.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, articles)) => articles.push(article),
                None => reasons.push((kind, vec![article])),
            }
        }
        let reasons = reasons
            .iter()
            .map(|(kind, articles)| format!("{kind} ({})", articles.join(", ")));
        let reasons: Vec<_> = reasons.collect();
        let _ = writeln!(
            out,
            "Likely source: {}: {}",
            name(source.article),
            reasons.join("; ")
        );
    }
}

fn widest(names: &[&str]) -> usize {
    names.iter().map(|n| n.chars().count()).max().unwrap_or(0)
}

fn overlap_lines(out: &mut String, overlap: &OverlapReport, articles: &[&Article], ink: Ink) {
    let moved = if overlap.moved { ", moved" } else { "" };
    let label = format!("{}{moved}", overlap.kind.name());
    let label = ink.paint(overlap_style(overlap.kind), &label);
    let _ = writeln!(out, "\n  {label} ({:.0}%)", overlap.score * 100.0);
    let a = articles[overlap.a.article as usize];
    let b = articles[overlap.b.article as usize];
    // One line, as wdiff writes it: what only the first has, then what only the second has.
    let between = |start, end| spaced(a, Utf16Span { start, end });
    let mut line = String::new();
    let mut at = overlap.a.span.start;
    for edit in &overlap.edits {
        line += &between(at, edit.a.start);
        let removed = one_line(a, edit.a);
        if edit.kind == EditKind::Reorder {
            line += &ink.paint(foreground(AnsiColor::Cyan), &format!("{{~{removed}~}}"));
            at = edit.a.end;
            continue;
        }
        let added = one_line(b, edit.b);
        if !removed.is_empty() {
            let style = foreground(AnsiColor::Red).strikethrough();
            line += &ink.paint(style, &format!("[-{removed}-]"));
        }
        if !added.is_empty() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
            let style = foreground(AnsiColor::Green);
            line += &ink.paint(style, &format!("{{+{added}+}}"));
            if removed.is_empty() {
                line.push(' ');
            }
        }
        at = edit.a.end;
    }
    line += &between(at, overlap.a.span.end);
    let _ = writeln!(out, "    {}", line.trim());
}

/// The words under `span` on one line, with a space at either end where the text has one.
fn spaced(article: &Article, span: Utf16Span) -> String {
    let text = article.bytes(span).of(article.text());
    let space = |at_end: bool| if at_end { " " } else { "" };
    let words = one_line(article, span);
    if words.is_empty() {
        return space(!text.is_empty()).to_owned();
    }
    let before = space(text.starts_with(char::is_whitespace));
    let after = space(text.ends_with(char::is_whitespace));
    format!("{before}{words}{after}")
}

fn unique(out: &mut String, report: &Report, articles: &[&Article], ink: Ink) {
    for (found, article) in report.articles.iter().zip(articles) {
        if found.unique.is_empty() {
            continue;
        }
        let heading = format!("== only in {} ==", found.name);
        let _ = writeln!(out, "\n{}", ink.bold(&heading));
        for span in &found.unique {
            let _ = writeln!(out, "  - {}", one_line(article, *span));
        }
    }
}
