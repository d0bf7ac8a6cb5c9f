//! The report as one self-contained page that opens anywhere and prints: no script, no request.

use super::segments::{passages, segments};
use crate::article::Article;
use crate::desk::Desk;
use crate::report::Report;
use crate::span::Utf16Span;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use std::fmt::Write;

/// The style sheet of the page, in light and dark and for print.
const STYLE: &str = include_str!("report.css");

/// A page with every article marked, its overlaps listed with their edits, the coverage and the
/// entities. `report` must be the report of `desk`.
pub fn page(desk: &Desk, report: &Report) -> String {
    let articles: Vec<&Article> = desk.articles().collect();
    let names: Vec<&str> = articles.iter().map(|article| article.name()).collect();
    let mut out = String::new();
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    let title = encode_text(&names.join(", ")).into_owned();
    let _ = writeln!(out, "<title>wiremark: {title}</title>");
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>");
    let _ = writeln!(out, "<h1>{title}</h1>");
    if articles.len() > 1 {
        coverage(&mut out, report, &names);
    }
    out.push_str("<section class=\"articles\">\n");
    for (index, article) in articles.iter().enumerate() {
        article_section(&mut out, report, article, index);
    }
    out.push_str("</section>\n");
    if !report.overlaps.is_empty() {
        overlaps(&mut out, report, &articles);
    }
    entities(&mut out, report, &names);
    out.push_str("</body>\n</html>\n");
    out
}

fn coverage(out: &mut String, report: &Report, names: &[&str]) {
    out.push_str("<h2>Coverage</h2>\n<table>\n<caption>The share of each row's text that is found in each column's</caption>\n<tr><td></td>");
    for name in names {
        let _ = write!(out, "<th scope=\"col\">{}</th>", encode_text(name));
    }
    out.push_str("</tr>\n");
    for (row, name) in report.coverage.iter().zip(names) {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", encode_text(name));
        for share in row {
            let _ = write!(out, "<td>{:.0}%</td>", share * 100.0);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// One article, with a class on every stretch for each thing known about it.
fn article_section(out: &mut String, report: &Report, article: &Article, index: usize) {
    let mut spans: Vec<Utf16Span> = Vec::new();
    let mut labels: Vec<(String, String)> = Vec::new();
    for (span, number) in passages(report, index) {
        let kind = report.overlaps[number].kind.name();
        spans.push(span);
        labels.push((kind.to_owned(), format!("{kind}, overlap {}", number + 1)));
    }
    for mention in &report.articles[index].mentions {
        let kind = mention.kind.name();
        spans.push(mention.span);
        labels.push((format!("mention {kind}"), kind.to_owned()));
    }
    for stretch in &report.articles[index].boilerplate {
        spans.push(stretch.span);
        labels.push(("boilerplate".to_owned(), stretch.kind.to_owned()));
    }
    let _ = writeln!(
        out,
        "<article>\n<h2>{}</h2>\n<div class=\"text\">",
        encode_text(article.name())
    );
    for segment in segments(article, &spans) {
        let text = encode_text(segment.text);
        if segment.labels.is_empty() {
            out.push_str(&text);
            continue;
        }
        let join = |part: fn(&(String, String)) -> &str, with: &str| {
            let parts: Vec<&str> = segment.labels.iter().map(|&i| part(&labels[i])).collect();
            parts.join(with)
        };
        let class = join(|label| &label.0, " ");
        let title = join(|label| &label.1, "; ");
        let _ = write!(
            out,
            "<span class=\"{}\" title=\"{}\">{text}</span>",
            attribute(&class),
            attribute(&title)
        );
    }
    out.push_str("</div>\n</article>\n");
}

fn overlaps(out: &mut String, report: &Report, articles: &[&Article]) {
    out.push_str("<h2>Overlaps</h2>\n<ol class=\"overlaps\">\n");
    for overlap in &report.overlaps {
        let moved = if overlap.moved { ", moved" } else { "" };
        let _ = writeln!(
            out,
            "<li><p>{}{moved} ({:.0}%)</p>",
            overlap.kind.name(),
            overlap.score * 100.0
        );
        for (place, side) in [(overlap.a, "del"), (overlap.b, "ins")] {
            let article = articles[place.article as usize];
            let edits: Vec<Utf16Span> = overlap
                .edits
                .iter()
                .map(|edit| if side == "del" { edit.a } else { edit.b })
                .collect();
            let _ = write!(out, "<p><b>{}</b> ", encode_text(article.name()));
            passage(out, article, place.span, &edits, side);
            out.push_str("</p>\n");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

/// The words of one passage, those that differ inside the element `side`.
fn passage(out: &mut String, article: &Article, span: Utf16Span, edits: &[Utf16Span], side: &str) {
    let words = |start: u32, end: u32| {
        let bytes = article.bytes(Utf16Span { start, end });
        encode_text(bytes.of(article.text())).into_owned()
    };
    let mut at = span.start;
    for edit in edits.iter().filter(|edit| edit.start < edit.end) {
        let changed = words(edit.start, edit.end);
        let _ = write!(out, "{}<{side}>{changed}</{side}>", words(at, edit.start));
        at = edit.end;
    }
    out.push_str(&words(at, span.end));
}

fn entities(out: &mut String, report: &Report, names: &[&str]) {
    out.push_str("<h2>Entities</h2>\n<table>\n<tr><th scope=\"col\">Name</th><th scope=\"col\">Kind</th><th scope=\"col\">Also</th>");
    for name in names {
        let _ = write!(out, "<th scope=\"col\">{}</th>", encode_text(name));
    }
    out.push_str("</tr>\n");
    for entity in &report.entities {
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td>",
            encode_text(&entity.name),
            entity.kind.name(),
            encode_text(&entity.aliases.join(", "))
        );
        for index in 0..names.len() {
            let mentions = entity.mentions.iter();
            let count = mentions
                .filter(|place| place.article as usize == index)
                .count();
            let shown = if count == 0 {
                "–".to_owned()
            } else {
                count.to_string()
            };
            let _ = write!(out, "<td>{shown}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let mut desk = Desk::new();
        desk.add("<b>\"x\"", "<script>alert(1)</script> & so on");
        let page = page(&desk, &desk.report());
        assert!(!page.contains("<script") && !page.contains("<b>\"x"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on"));
    }
}
