//! Under which name a mention is usually known, so that a comparison can see that "DPRK" and "North
//! Korea" are one name. It depends on one article alone; [`resolve`](super::resolve()) looks at all.

use super::lexicon::Lexicon;
use super::spelled::Spelled;
use super::{Mention, acronyms};
use crate::article::Article;
use crate::span::Span;

/// A mention and the usual name of what it stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UsualName<'n> {
    /// Where the mention stands, in bytes.
    pub span: Span,
    /// The usual name, as the lexicon or the text writes it.
    pub name: &'n str,
    /// Whether it is the name of the very thing. A people, or a capital that speaks for its country,
    /// is known by the name of the country and is not the same.
    pub same: bool,
}

/// The usual names of the mentions of `article` that have other names, in order.
pub fn usual_names<'n>(
    lexicon: &'n Lexicon,
    article: &'n Article,
    mentions: &[Mention],
) -> Vec<UsualName<'n>> {
    let text = article.text();
    let definitions: Vec<_> = acronyms::defined(article, mentions)
        .into_iter()
        .map(|(full, short)| (mentions[full].span.of(text), mentions[short].span.of(text)))
        .collect();
    let name_of = |mention: &Mention| {
        let known = known_name(lexicon, article, mention);
        known.or_else(|| {
            let written = mention.span.of(text);
            let defined = |(full, short): &&(&str, &str)| *full == written || *short == written;
            let (full, _) = definitions.iter().find(defined)?;
            Some((*full, true))
        })
    };
    let found = mentions.iter().filter_map(|mention| {
        let (name, same) = name_of(mention)?;
        Some(UsualName {
            span: mention.span,
            name,
            same,
        })
    });
    found.collect()
}

/// The name that the lexicon has for a mention, and whether it is that of the very thing.
fn known_name<'l>(
    lexicon: &'l Lexicon,
    article: &Article,
    mention: &Mention,
) -> Option<(&'l str, bool)> {
    let entry = lexicon.get(&Spelled::of(article, mention).key);
    let thing = lexicon.thing(entry.thing?)?;
    if thing.kind != mention.kind {
        return None;
    }
    let (name, same) = match thing.belongs_to {
        Some(country) => (lexicon.thing(country)?.name, false),
        None => (thing.name, true),
    };
    (!name.is_empty()).then_some((name, same))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Recogniser;
    use crate::entity::rules::RuleRecogniser;
    use std::sync::Arc;

    /// Each mention that has a usual name, that name, and whether it is the same thing.
    fn usual(text: &str) -> Vec<(String, String, bool)> {
        let bytes = include_bytes!("../../data/lexicon.bin");
        let lexicon = Arc::new(Lexicon::from_bytes(bytes).unwrap());
        let article = Article::parse("", text);
        let mentions = RuleRecogniser::new(Arc::clone(&lexicon)).recognise(&article);
        let names = usual_names(&lexicon, &article, &mentions);
        let told = names.iter();
        told.map(|name| (name.span.of(text).into(), name.name.into(), name.same))
            .collect()
    }

    #[test]
    fn a_country_under_another_name_is_the_same_and_its_people_and_capital_are_not() {
        let found = usual("Officials from the UK met British doctors in London.");
        let country = || "United Kingdom".to_owned();
        assert_eq!(
            found,
            [
                ("UK".into(), country(), true),
                ("British".into(), country(), false),
                ("London".into(), country(), false)
            ]
        );
    }

    #[test]
    fn an_acronym_is_known_by_the_name_that_the_text_gives_it() {
        let found = usual("The Lisbon Harbour Safety Agency (LHSA) met. The LHSA said so.");
        let names: Vec<_> = found.iter().map(|(_, name, _)| name.as_str()).collect();
        assert_eq!(names, ["Lisbon Harbour Safety Agency"; 3]);
    }
}
