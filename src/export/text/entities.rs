//! Who and what is named, over all articles.

use super::{Ink, kind_style};
use crate::report::Report;
use std::fmt::Write;

/// One line for each entity: its kind, its mentions in each article, its names.
pub(super) fn entities(out: &mut String, report: &Report, ink: Ink) {
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
