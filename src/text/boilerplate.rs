//! Boilerplate: what is on the page and is not the story.

use crate::article::Article;
use crate::span::Span;

/// What a stretch of boilerplate is. The names are the words shown to people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoilerplateKind {
    /// `WASHINGTON (AFP) -`
    Dateline,
    /// `By Jane Doe`
    Byline,
    /// `/VOA (A2 Televizion)`
    Credit,
    /// `date 2024-11-07`
    DateHeader,
    /// The name or motto of the site.
    SiteHeader,
    /// A heading between sections.
    SectionHeader,
    /// `ADVERTISEMENT`
    Advertisement,
    /// Headlines of other stories.
    RelatedLinks,
    /// `Copyright ... All rights reserved`
    Copyright,
    /// Newsletter, sharing and comment furniture.
    Furniture,
}

impl BoilerplateKind {
    /// The name shown to people and used in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Credit => "credit",
            Self::DateHeader => "date header",
            Self::SiteHeader => "site header",
            Self::SectionHeader => "section header",
            Self::Advertisement => "advertisement",
            Self::RelatedLinks => "related links",
            Self::Copyright => "copyright",
            Self::Furniture => "furniture",
        }
    }
}

/// One stretch of boilerplate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Boilerplate {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BoilerplateKind,
}

/// The boilerplate of an article whose tokens and sentences are read. Ordered, apart from each other.
pub fn boilerplate(_article: &Article) -> Vec<Boilerplate> {
    Vec::new()
}
