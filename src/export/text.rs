//! The report for a terminal: coloured where colours are wanted, with marks of its own where not.

use super::segments::segments;
use crate::article::Article;
use crate::desk::Desk;
use crate::entity::Kind;
use crate::overlap::OverlapKind;
use crate::report::{OverlapReport, PlaceReport, Report};
use crate::span::Utf16Span;
use anstyle::{AnsiColor, Color, Style};
use std::fmt::Write;

/// How highlights are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// With brackets and words only.
    Plain,
    /// With ANSI colours.
    Colour,
}

impl Ink {
    fn paint(self, style: Style, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour => format!("{style}{text}{style:#}"),
        }
    }

    fn bold(self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }
}

const fn foreground(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

fn kind_style(kind: Kind) -> Style {
    match kind {
        Kind::Person => foreground(AnsiColor::Blue).bold(),
        Kind::Organisation => foreground(AnsiColor::Yellow).bold(),
        Kind::Place => foreground(AnsiColor::Green).bold(),
        Kind::Group | Kind::Event | Kind::Work | Kind::Law | Kind::Product => {
            foreground(AnsiColor::Magenta).bold()
        }
        _ => foreground(AnsiColor::Cyan),
    }
}

fn overlap_style(kind: OverlapKind) -> Style {
    match kind {
        OverlapKind::Verbatim => foreground(AnsiColor::Cyan).bold(),
        OverlapKind::Edited => foreground(AnsiColor::Yellow).bold(),
        OverlapKind::Rewritten => foreground(AnsiColor::Green).bold(),
    }
}

/// Every article with what it names marked, then the entities. `report` must be that of `desk`.
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
    }
    entities(&mut out, report, ink);
    out
}

/// Coverage, overlaps with their edits, what only one article says, and the entities.
/// `report` must be that of `desk`.
pub fn comparison(desk: &Desk, report: &Report, ink: Ink) -> String {
    let articles: Vec<&Article> = desk.articles().collect();
    let mut out = String::new();
    coverage(&mut out, report, ink);
    let mut pair = None;
    for overlap in &report.overlaps {
        if pair != Some((overlap.a.article, overlap.b.article)) {
            pair = Some((overlap.a.article, overlap.b.article));
            let (a, b) = (name(report, overlap.a), name(report, overlap.b));
            let _ = writeln!(out, "\n{}", ink.bold(&format!("== {a} and {b} ==")));
        }
        overlap_lines(&mut out, overlap, &articles, ink);
    }
    if report.overlaps.is_empty() && articles.len() > 1 {
        out.push_str("\nThese articles share no passage.\n");
    }
    unique(&mut out, report, &articles, ink);
    out.push('\n');
    entities(&mut out, report, ink);
    out
}

fn name(report: &Report, place: PlaceReport) -> &str {
    &report.articles[place.article as usize].name
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
    let words = |article: &Article, start, end| {
        let span = article.bytes(Utf16Span { start, end });
        let line: Vec<&str> = span.of(article.text()).split_whitespace().collect();
        line.join(" ")
    };
    if overlap.edits.is_empty() {
        let text = words(a, overlap.a.span.start, overlap.a.span.end);
        let _ = writeln!(out, "    {text}");
        return;
    }
    // One line, as wdiff writes it: what only the first has, then what only the second has.
    let mut line = Vec::new();
    let mut at = overlap.a.span.start;
    for edit in &overlap.edits {
        line.push(words(a, at, edit.a.start));
        let removed = words(a, edit.a.start, edit.a.end);
        let added = words(b, edit.b.start, edit.b.end);
        if !removed.is_empty() {
            let style = foreground(AnsiColor::Red).strikethrough();
            line.push(ink.paint(style, &format!("[-{removed}-]")));
        }
        if !added.is_empty() {
            let style = foreground(AnsiColor::Green);
            line.push(ink.paint(style, &format!("{{+{added}+}}")));
        }
        at = edit.a.end;
    }
    line.push(words(a, at, overlap.a.span.end));
    line.retain(|part| !part.is_empty());
    let _ = writeln!(out, "    {}", line.join(" "));
}

fn unique(out: &mut String, report: &Report, articles: &[&Article], ink: Ink) {
    for (found, article) in report.articles.iter().zip(articles) {
        if found.unique.is_empty() {
            continue;
        }
        let heading = format!("== only in {} ==", found.name);
        let _ = writeln!(out, "\n{}", ink.bold(&heading));
        for span in &found.unique {
            let span = article.bytes(*span);
            let line: Vec<&str> = span.of(article.text()).split_whitespace().collect();
            let _ = writeln!(out, "  - {}", line.join(" "));
        }
    }
}

fn entities(out: &mut String, report: &Report, ink: Ink) {
    let _ = writeln!(out, "{}", ink.bold("== entities =="));
    let mut sorted: Vec<_> = report.entities.iter().collect();
    sorted.sort_by_key(|entity| (entity.kind, std::cmp::Reverse(entity.mentions.len())));
    for entity in sorted {
        let counts: Vec<String> = (0..report.articles.len())
            .map(|index| {
                let mentions = entity.mentions.iter();
                let count = mentions
                    .filter(|place| place.article as usize == index)
                    .count();
                if count == 0 {
                    "–".to_owned()
                } else {
                    count.to_string()
                }
            })
            .collect();
        let kind = ink.paint(
            kind_style(entity.kind),
            &format!("{:12}", entity.kind.name()),
        );
        let _ = write!(out, "  {kind} {:>3}  {}", counts.join(" "), entity.name);
        if !entity.aliases.is_empty() {
            let _ = write!(out, " ({})", entity.aliases.join(", "));
        }
        if let Some(id) = &entity.id {
            let _ = write!(out, " {id}");
        }
        out.push('\n');
    }
}
