//! Who says something, and whether the sources of two statements are clearly not the same.

use super::fingerprint::Fingerprint;
use crate::article::Article;
use crate::span::Span;

/// The letters in which two spellings of one foreign name agree: Zelensky, Zelenskyy.
const LETTERS_OF_A_SPELLING: usize = 4;

/// The words that name the source of what stands at `span`: the speaker of the quotation or of the
/// reported speech that holds it. None where the article speaks for itself, or names nobody.
pub(super) fn source_at(article: &Article, span: Span) -> Option<Span> {
    let mut quotations = article.quotations().iter();
    let quoted = quotations.find(|quotation| quotation.span.contains(span));
    if let Some(quotation) = quoted
        && quotation.speaker.is_some()
    {
        return quotation.speaker;
    }
    let mut reports = article.reported().iter();
    reports.find(|report| report.span.contains(span))?.speaker
}

/// What the words for a source tell.
#[derive(PartialEq, Eq)]
enum Source<'t> {
    /// A person, by the words of the name.
    Person(Vec<&'t str>),
    /// A body or a group, by the stems of the words that tell it from others.
    Body(Vec<u64>),
    /// Nobody in particular: `officials`, `the statement`.
    Anybody,
}

/// Whether the sources named by `one` and `other` are clearly not the same: two persons, or two bodies,
/// with no word in common. A name may belong to the mayor, and the mayor speaks for the city.
pub(super) fn apart(
    (a, print_a, one): (&Article, &Fingerprint, Span),
    (b, print_b, other): (&Article, &Fingerprint, Span),
) -> bool {
    match (source(a, print_a, one), source(b, print_b, other)) {
        (Source::Person(a), Source::Person(b)) => !a
            .iter()
            .any(|name| b.iter().any(|other| one_name(name, other))),
        (Source::Body(a), Source::Body(b)) => !a.iter().any(|stem| b.contains(stem)),
        _ => false,
    }
}

/// Whether both are clearly persons, and not the same.
pub(super) fn other_persons(
    (a, print_a, one): (&Article, &Fingerprint, Span),
    (b, print_b, other): (&Article, &Fingerprint, Span),
) -> bool {
    let person = |source: Source| matches!(source, Source::Person(_));
    person(source(a, print_a, one))
        && person(source(b, print_b, other))
        && apart((a, print_a, one), (b, print_b, other))
}

/// Whether a name of the person whom `speaker` names stands in `passage` of another article.
pub(super) fn is_named_in(
    (article, print, speaker): (&Article, &Fingerprint, Span),
    (other, passage): (&Article, Span),
) -> bool {
    let Source::Person(names) = source(article, print, speaker) else {
        return false;
    };
    let mut words = other.tokens_in(passage);
    words.any(|at| {
        names
            .iter()
            .any(|name| one_name(name, other.token_text(at)))
    })
}

fn source<'t>(article: &'t Article, print: &Fingerprint, span: Span) -> Source<'t> {
    let words: Vec<&str> = article
        .tokens_in(span)
        .map(|at| article.token_text(at))
        .collect();
    let terms = &print.terms[print.terms_in(span)];
    let telling: Vec<u64> = terms
        .iter()
        .filter(|term| term.content)
        .map(|term| term.stem)
        .collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let names: Vec<&str> = words
        .iter()
        .filter(capital)
        .copied()
        .filter(|word| !is_title(word))
        .collect();
    let shouted = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    let common = words
        .iter()
        .any(|word| word.len() > 3 && word.starts_with(char::is_lowercase));
    if names.is_empty() || common || names.iter().any(|word| is_body(word) || shouted(word)) {
        return if telling.is_empty() {
            Source::Anybody
        } else {
            Source::Body(telling)
        };
    }
    if names.len() > 1 || is_surname(article, names[0]) {
        Source::Person(names)
    } else {
        Source::Anybody
    }
}

/// Whether two words are spellings of one name.
fn one_name(one: &str, other: &str) -> bool {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    same == longer || same >= LETTERS_OF_A_SPELLING && same + 3 >= longer
}

/// Whether a name is elsewhere in the article the last word of a longer one, or has a title.
fn is_surname(article: &Article, name: &str) -> bool {
    let tokens = article.tokens();
    (1..tokens.len()).any(|at| {
        let before = article.token_text(at - 1);
        let apart = tokens[at].span.start - tokens[at - 1].span.end;
        article.token_text(at) == name
            && apart == 1
            && before.starts_with(char::is_uppercase)
            && before.contains(char::is_lowercase)
            && !is_preposition(before)
    })
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "In" | "At" | "On" | "From" | "But" | "And" | "The" | "When" | "As" | "To" | "For"
    )
}

/// Titles before a name.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Sir"
            | "Lord"
            | "Lady"
            | "President"
            | "Mayor"
            | "Minister"
            | "Prime"
            | "Foreign"
            | "Defence"
            | "Defense"
            | "Interior"
            | "Senator"
            | "Governor"
            | "Judge"
            | "General"
            | "Colonel"
            | "Captain"
            | "Chancellor"
            | "Professor"
            | "King"
            | "Queen"
            | "Prince"
            | "Princess"
            | "Pope"
            | "Chief"
            | "Secretary"
            | "Ambassador"
            | "Rep"
            | "Sen"
            | "Gov"
            | "Justice"
            | "Major"
            | "Lieutenant"
            | "Sergeant"
            | "Inspector"
            | "Engineer"
            | "Coach"
            | "Vice"
            | "Deputy"
    )
}

/// Words that end or begin the names of bodies.
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "Ministry"
            | "Department"
            | "Police"
            | "Council"
            | "Court"
            | "Bank"
            | "University"
            | "Union"
            | "Association"
            | "Agency"
            | "Office"
            | "Party"
            | "Army"
            | "Navy"
            | "Force"
            | "Forces"
            | "Commission"
            | "Committee"
            | "Company"
            | "Group"
            | "Corp"
            | "Inc"
            | "Ltd"
            | "House"
            | "Parliament"
            | "Senate"
            | "Government"
            | "Hospital"
            | "School"
            | "Institute"
            | "Center"
            | "Centre"
            | "Service"
            | "Authority"
            | "Board"
            | "Club"
            | "Federation"
            | "Nations"
            | "Organization"
            | "Organisation"
            | "Times"
            | "Post"
            | "News"
            | "Press"
            | "Street"
            | "States"
            | "Kingdom"
            | "Republic"
            | "Church"
            | "Fund"
            | "Brigade"
    )
}
