//! The report for a terminal: coloured where colours are wanted, with marks of its own where not.

mod annotation;
mod comparison;
mod entities;

pub use annotation::annotation;
pub use comparison::comparison;

use crate::article::Article;
use crate::entity::Kind;
use crate::overlap::OverlapKind;
use crate::span::Utf16Span;
use anstyle::{AnsiColor, Color, Style};

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

/// The words under `span` on one line.
fn one_line(article: &Article, span: Utf16Span) -> String {
    let words: Vec<&str> = article
        .bytes(span)
        .of(article.text())
        .split_whitespace()
        .collect();
    words.join(" ")
}
