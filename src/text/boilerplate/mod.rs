//! Boilerplate: what is on the page and is not the story.
//!
//! No list of words could tell a copyright notice from a story about copyright. So every family is
//! read from three things together: where it stands (before the first paragraph of prose, after the
//! last, or alone between two), what shape it has (a short line without a stop, a date and nothing
//! else, brackets around the whole), and only then its vocabulary. Each family has its file; the page
//! they all look at is `page`, and what a paragraph shows without a look at the page is `shown`.

mod captions;
mod credits;
mod furniture;
mod headers;
mod links;
mod notices;
mod page;
mod shown;

use crate::article::Article;
use crate::span::Span;
use page::Page;

pub(crate) use shown::Shown;

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
    /// What a picture shows, and whose it is.
    Caption,
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
            Self::Caption => "caption",
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
pub fn boilerplate(article: &Article) -> Vec<Boilerplate> {
    let mut page = Page::of(article);
    // What is sure by its own shape first; then what is left over at the end of the page; then
    // headings, which are known by the prose around them.
    furniture::mark(&mut page);
    notices::mark(&mut page);
    credits::mark(&mut page);
    captions::mark(&mut page);
    headers::mark(&mut page);
    links::mark(&mut page);
    headers::mark_sections(&mut page);
    page.stretches()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A story of three paragraphs without any boilerplate.
    pub(super) const STORY: &str = "\
The river rose for the third time this month and left the lower town under water.

The mayor said on Monday that forty houses were without power and that the bridge was closed.

Rain is expected to go on until the end of the week, according to the weather service.";

    /// The boilerplate of `text`: the name of each stretch and its words.
    pub(super) fn marked(text: &str) -> Vec<(&'static str, String)> {
        let article = Article::parse("a", text);
        let found = article.boilerplate().iter();
        found
            .map(|stretch| (stretch.kind.name(), stretch.span.of(text).to_owned()))
            .collect()
    }

    /// Checks rows of text, kind and words: `words` must be all the boilerplate there is.
    pub(super) fn check(rows: &[(String, &str, &str)]) {
        for (text, kind, words) in rows {
            assert_eq!(marked(text), [(*kind, (*words).to_owned())], "{text}");
        }
    }

    #[test]
    fn a_story_is_not_boilerplate() {
        for text in [
            STORY,
            "",
            "River rises again",
            "River rises again\n\nThe river rose for the third time this month, the mayor said.",
            "Copyright law is to change, the minister said on Monday.\n\nAll rights holders were heard.",
            "Share prices fell on Monday after Facebook reported its earnings for the year.",
        ] {
            assert_eq!(marked(text), [], "{text}");
        }
    }

    #[test]
    fn a_whole_page_comes_apart() {
        let page = format!(
            "ExampleTimes.com - News Of The River\nRiver rises again\nLisbon, March 3 (AFP) March 3, 2026\n\
             {STORY}\n\nADVERTISEMENT\n\nMore river news\nBakers of the old town strike\n\
             Museum shows lost maps\n\nAll rights reserved. Copyright Example Wire. You may not copy it."
        );
        let kinds: Vec<_> = marked(&page).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(
            kinds,
            [
                "site header",
                "dateline",
                "advertisement",
                "related links",
                "copyright"
            ]
        );
    }
}
