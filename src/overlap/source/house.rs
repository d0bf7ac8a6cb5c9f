//! Which agency an article is filed by, and where another article credits that agency.

use crate::article::Article;
use crate::span::Span;
use crate::text::boilerplate::BoilerplateKind;
use crate::text::fold::fold;
use crate::text::tokens::TokenKind;
use std::ops::Range;

/// Words before and after the name of an agency that give it the credit: `told AFP`, `AFP reported`.
const BEFORE: [&str; 4] = ["told", "by", "to", "from"];
const AFTER: [&str; 9] = [
    "reported",
    "reports",
    "said",
    "says",
    "quoted",
    "journalists",
    "correspondent",
    "reporters",
    "reporter",
];

/// The least letters of a name that the desk gave an article, for it to be looked for in others.
const LEAST_LETTERS: usize = 3;

/// The names under which an article can be credited, each with its place where the article bears it.
pub(super) fn houses(article: &Article) -> Vec<(Vec<String>, Option<Span>)> {
    let mut houses = Vec::new();
    for names in filed_by(article) {
        let span = article.tokens()[names.start].span;
        let span = span.cover(article.tokens()[names.end - 1].span);
        houses.push((words(article, names), Some(span)));
    }
    let name: Vec<String> = article.name().split_whitespace().map(folded).collect();
    if name.iter().map(|word| word.len()).sum::<usize>() >= LEAST_LETTERS {
        houses.push((name, None));
    }
    houses
}

/// The agencies between the brackets or slashes of a dateline, as tokens.
fn filed_by(article: &Article) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let datelines = article.boilerplate().iter();
    for dateline in datelines.filter(|stretch| stretch.kind == BoilerplateKind::Dateline) {
        let mut inside = false;
        let mut start = None;
        for at in article.tokens_in(dateline.span) {
            let is_mark = article.tokens()[at].kind == TokenKind::Mark;
            if is_mark && let Some(start) = start.take() {
                found.push(start..at);
            }
            if is_mark {
                inside = match article.token_text(at) {
                    "(" => true,
                    ")" => false,
                    "/" => !inside,
                    _ => inside,
                };
            } else if inside {
                start.get_or_insert(at);
            }
        }
    }
    found
}

/// Where `article` credits the agency of this name.
pub(super) fn credit(article: &Article, house: &[String]) -> Option<Span> {
    let tokens = article.tokens();
    let named = (0..(tokens.len() + 1).saturating_sub(house.len())).filter(|&at| {
        let word = article.token_text(at);
        word.starts_with(char::is_uppercase)
            && (word.len() == house[0].len() || !word.is_ascii())
            && words(article, at..at + house.len()) == house
    });
    let word = |at: usize| {
        tokens
            .get(at)
            .map_or("", |token| token.span.of(article.text()))
    };
    for at in named {
        let span = tokens[at].span.cover(tokens[at + house.len() - 1].span);
        let stretch = article.boilerplate_at(span).map(|stretch| stretch.kind);
        let credited = match stretch {
            Some(kind) => matches!(
                kind,
                BoilerplateKind::Byline | BoilerplateKind::Credit | BoilerplateKind::Copyright
            ),
            None => {
                at > 0 && BEFORE.contains(&word(at - 1)) || AFTER.contains(&word(at + house.len()))
            }
        };
        if credited {
            return Some(span);
        }
    }
    None
}

fn words(article: &Article, tokens: Range<usize>) -> Vec<String> {
    tokens.map(|at| folded(article.token_text(at))).collect()
}

fn folded(word: &str) -> String {
    fold(word).into_owned()
}
