//! Who says something, and whether the sources of two statements are clearly not the same.

use super::fingerprint::Fingerprint;
use crate::article::Article;
use crate::span::Span;

/// The letters in which two spellings of one foreign name agree: Zelensky, Zelenskyy.
const LETTERS_OF_A_SPELLING: usize = 4;

/// The source of what stands at `span`: the speaker of the quotation or of the reported speech that
/// holds it. None where the article speaks for itself, or names nobody.
pub(super) fn source_at<'t>(
    article: &'t Article,
    print: &'t Fingerprint,
    span: Span,
) -> Option<Speaker<'t>> {
    let quotations = article.quotations();
    let next = quotations.partition_point(|quotation| quotation.span.end <= span.start);
    let quoted = quotations
        .get(next)
        .filter(|quotation| quotation.span.contains(span));
    let reports = article.reported();
    let next = reports.partition_point(|report| report.span.end <= span.start);
    let report = reports
        .get(next)
        .filter(|report| report.span.contains(span));
    let speaker = quoted.and_then(|quotation| quotation.speaker);
    let speaker = speaker.or_else(|| report?.speaker)?;
    Some(Speaker {
        article,
        print,
        span: speaker,
    })
}

/// The words of an article that name a source.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'t> {
    pub article: &'t Article,
    pub print: &'t Fingerprint,
    pub span: Span,
}

/// What the words for a source tell.
enum Source<'t> {
    /// A person, by the words of the name.
    Person(Vec<&'t str>),
    /// A body or a group, by the stems of the words that tell it from others.
    Body(Vec<u64>),
    /// Nobody in particular: `officials`, `the statement`.
    Anybody,
}

impl<'t> Speaker<'t> {
    /// Whether the two are clearly not one source: two persons, or two bodies, with no word in common.
    /// A name may belong to the mayor, and the mayor speaks for the city.
    pub fn is_apart(self, other: Self) -> bool {
        match (self.source(), other.source()) {
            (Source::Person(a), Source::Person(b)) => !is_one_person(&a, &b),
            (Source::Body(a), Source::Body(b)) => !a.iter().any(|stem| b.contains(stem)),
            _ => false,
        }
    }

    /// Whether the two are clearly persons, and not the same.
    pub fn is_other_person(self, other: Self) -> bool {
        match (self.source(), other.source()) {
            (Source::Person(a), Source::Person(b)) => !is_one_person(&a, &b),
            _ => false,
        }
    }

    /// Whether the two are clearly one source.
    pub fn is_same(self, other: Self) -> bool {
        match (self.source(), other.source()) {
            (Source::Person(a), Source::Person(b)) => is_one_person(&a, &b),
            (Source::Body(a), Source::Body(b)) => a.iter().any(|stem| b.contains(stem)),
            _ => false,
        }
    }

    /// Whether a name of the person stands in `passage` of another article.
    pub fn is_named_in(self, other: &Article, passage: Span) -> bool {
        let Source::Person(names) = self.source() else {
            return false;
        };
        let surname = names[names.len() - 1];
        let mut words = other.tokens_in(passage);
        words.any(|at| one_name(surname, other.token_text(at)))
    }

    fn source(self) -> Source<'t> {
        if let Some(names) = self.person() {
            return Source::Person(names);
        }
        let places = self.print.terms_in(self.span);
        let terms = &self.print.terms[places.clone()];
        let telling = places.filter(|at| self.print.terms[*at].content);
        let telling: Vec<u64> = telling.map(|at| self.print.stem(at)).collect();
        // One capitalised word names nobody knows what.
        if telling.is_empty() || terms.len() == 1 && terms[0].name {
            Source::Anybody
        } else {
            Source::Body(telling)
        }
    }

    /// The words of the name of a person. Where the article's persons are not known, a name of several
    /// words that is not that of a body.
    fn person(self) -> Option<Vec<&'t str>> {
        let words = |span: Span| {
            let tokens = self.article.tokens_in(span);
            tokens.map(|at| self.article.token_text(at))
        };
        let named = |word: &&str| word.starts_with(char::is_uppercase) && !is_title(word);
        if let Some(persons) = &self.print.persons {
            let first = persons.partition_point(|person| person.end <= self.span.start);
            let person = persons
                .get(first)
                .filter(|person| person.overlaps(self.span))?;
            let names: Vec<&str> = words(*person).filter(named).collect();
            return (!names.is_empty()).then_some(names);
        }
        let words: Vec<&str> = words(self.span).collect();
        let mut runs = words.split(|word| !named(word));
        let name = runs.find(|run| run.len() > 1)?;
        let body = name.iter().any(|word| is_body(word) || is_acronym(word));
        (!body).then(|| name.to_vec())
    }
}

/// Whether two persons, by the words of their names, may be one: by the surname, or by any word where
/// only one is given.
fn is_one_person(a: &[&str], b: &[&str]) -> bool {
    let any = |one: &str, names: &[&str]| names.iter().any(|other| one_name(one, other));
    match (a, b) {
        ([one], others) | (others, [one]) => any(one, others),
        _ => any(a[a.len() - 1], b) || any(b[b.len() - 1], a),
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

/// Whether a word is all capitals: a body, or a party.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && !word.contains(char::is_lowercase)
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
