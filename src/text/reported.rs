//! Reported speech: what somebody is said to have said, in the article's words and without quotation
//! marks.
//!
//! News copy reports in three ways, each with a verb of speech or `according to`: in front (`The
//! mayor said the bridge was safe`), behind (`The bridge was safe, the mayor said`), and by source
//! (`According to the mayor, ...`). What follows a mark of quotation is direct speech and not read
//! here; a clause that only holds a quoted phrase is.

use super::marks::opening_kind;
use super::parts::{Part, is_speech, part};
use super::phrases::{is_according_to, phrase_after, subject_before};
use super::pronouns::resolved;
use super::view::View;
use crate::article::Article;
use crate::span::Span;
use crate::text::among::among;
use std::ops::Range;

/// The least words that are a report: `said so` and `said on Monday` are none.
const LEAST_WORDS: usize = 4;

/// How many tokens an attribution behind its clause may have: `, a senior official told reporters`.
const LONGEST_ATTRIBUTION: usize = 14;

/// One stretch of reported speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reported {
    /// The words reported, without the attribution.
    pub span: Span,
    /// The words that name the speaker, without an article. A pronoun is replaced by the name it
    /// stands for; none when it stands for nobody named.
    pub speaker: Option<Span>,
}

/// A report as token indices.
struct Found {
    clause: Range<usize>,
    subject: Range<usize>,
}

/// The reported speech of an article whose quotations and boilerplate are read. Ordered, at most one
/// for each sentence.
pub fn reported(article: &Article) -> Vec<Reported> {
    let view = View {
        text: article.text(),
        tokens: article.tokens(),
    };
    let mut speakers: Vec<Range<usize>> = Vec::new();
    let mut previous = 0..0;
    let mut reports = Vec::new();
    for sentence in article.sentences() {
        let tokens = story(
            article,
            sentence.tokens.start as usize,
            sentence.tokens.end as usize,
        );
        if let Some(found) = report(article, view, &tokens) {
            let speaker = resolved(view, found.subject, &speakers, &previous);
            speakers.extend(speaker.clone());
            reports.push(Reported {
                span: view.span(&found.clause),
                speaker: speaker.map(|speaker| view.span(&speaker)),
            });
        }
        previous = tokens;
    }
    reports
}

/// The tokens from `start` to `end` past the boilerplate at their head; none when all is boilerplate.
fn story(article: &Article, start: usize, end: usize) -> Range<usize> {
    let all = article.tokens();
    let inside = |at: &usize| article.boilerplate_at(all[*at].span).is_some();
    start + (start..end).take_while(inside).count()..end
}

/// What the sentence of `tokens` reports.
fn report(article: &Article, view: View, tokens: &Range<usize>) -> Option<Found> {
    let end = tokens.end - usize::from(!tokens.is_empty() && ends_sentence(view, tokens.end - 1));
    let sentence = tokens.start..end;
    let found = by_source(view, &sentence)
        .or_else(|| behind(article, view, &sentence))
        .or_else(|| in_front(article, view, &sentence))?;
    let words = found
        .clause
        .clone()
        .filter(|&at| part(view, at) != Part::Mark);
    let mut own = words.filter(|&at| !is_quoted(article, at));
    own.nth(LEAST_WORDS - 1).map(|_| found)
}

fn ends_sentence(view: View, at: usize) -> bool {
    matches!(view.mark(at), '.' | '!' | '?' | '…')
}

/// Whether token `at` stands inside a quotation.
fn is_quoted(article: &Article, at: usize) -> bool {
    let token = article.tokens()[at].span;
    let quotations = article.quotations();
    let next = quotations.partition_point(|quotation| quotation.span.end <= token.start);
    let quotation = quotations.get(next);
    quotation.is_some_and(|quotation| quotation.span.overlaps(token))
}

/// `According to the mayor, the bridge was safe`; `The bridge was safe, according to the mayor`.
fn by_source(view: View, sentence: &Range<usize>) -> Option<Found> {
    let at = sentence
        .clone()
        .find(|&at| part(view, at) == Part::Conjunction && is_according_to(view, at))?;
    let subject = phrase_after(view, at + 2, sentence.end)?;
    let clause = if at == sentence.start {
        let comma = next_comma(view, subject.end, sentence.end)?;
        // `According to Clean Tides, a campaign group, ...`
        let described = among(view.word(comma + 1), "a|an|the|which|who");
        let second = next_comma(view, comma + 1, sentence.end)
            .filter(|second| described && second - comma <= LONGEST_ATTRIBUTION);
        second.unwrap_or(comma) + 1..sentence.end
    } else {
        sentence.start..at - usize::from(view.mark(at - 1) == ',')
    };
    (!clause.is_empty()).then_some(Found { clause, subject })
}

fn next_comma(view: View, start: usize, end: usize) -> Option<usize> {
    (start..end).find(|&at| view.mark(at) == ',')
}

/// `The bridge was safe, the mayor said`; `The bridge was safe, said Ana Lima, the mayor`.
fn behind(article: &Article, view: View, sentence: &Range<usize>) -> Option<Found> {
    let lowest = sentence
        .start
        .max(sentence.end.saturating_sub(LONGEST_ATTRIBUTION));
    let comma = (lowest..sentence.end)
        .find(|&at| view.mark(at) == ',' && attribution(view, at + 1, sentence.end).is_some())?;
    if comma == sentence.start || is_quoted(article, comma - 1) {
        return None;
    }
    let subject = attribution(view, comma + 1, sentence.end)?;
    Some(Found {
        clause: sentence.start..comma,
        subject,
    })
}

/// The subject of the attribution that tokens `start` to `end` are, with nothing reported in them.
fn attribution(view: View, start: usize, end: usize) -> Option<Range<usize>> {
    let verb = (start..end).find(|&at| is_speech(view, at))?;
    if verb == start {
        let subject = (verb + 1..end).find(|&at| part(view, at) != Part::Adverb)?;
        // `said it would`: the clause follows, and nobody is named here.
        return (part(view, subject) != Part::Pronoun)
            .then(|| phrase_after(view, subject, end))
            .flatten();
    }
    let subject = subject_before(view, start, verb)?;
    let article = usize::from(part(view, start) == Part::Determiner);
    // What follows the verb says to whom and when, and is no clause of its own.
    let rest = (verb + 1..end).filter(|&at| part(view, at) != Part::Mark);
    (subject.start <= start + article && rest.count() < LEAST_WORDS).then_some(subject)
}

/// `The mayor said the bridge was safe`; `The bridge was safe, the mayor said, and would open`.
fn in_front(article: &Article, view: View, sentence: &Range<usize>) -> Option<Found> {
    let verb = sentence
        .clone()
        .find(|&at| is_speech(view, at) && !is_quoted(article, at))?;
    // `was called`, `said to be`: nobody reports anything.
    if among(view.word(verb), "called|calls|calling") || view.word(verb + 1) == "to" {
        return None;
    }
    let subject = subject_before(view, sentence.start, verb)?;
    let named = subject.start
        - usize::from(
            subject.start > sentence.start && part(view, subject.start - 1) == Part::Determiner,
        );
    if named > sentence.start && is_quoted(article, named - 1) {
        return None;
    }
    let start = past_circumstances(view, verb, sentence.end);
    if view.mark(start) == ',' {
        let comma = named.checked_sub(1).filter(|&at| view.mark(at) == ',')?;
        let clause = sentence.start..comma;
        let own = !clause.is_empty() && !is_quoted(article, comma - 1);
        return own.then_some(Found { clause, subject });
    }
    let direct = start < sentence.end
        && (view.mark(start) == ':' || opening_kind(view, sentence.clone(), start).is_some());
    (!direct && start < sentence.end).then_some(Found {
        clause: start..sentence.end,
        subject,
    })
}

/// Where the clause begins that the verb of speech at `verb` governs: past whom it was said to, when
/// and where, and `that`.
fn past_circumstances(view: View, verb: usize, end: usize) -> usize {
    let mut start = verb + 1;
    if among(view.word(verb), "told|tells|tell|telling|asked") {
        let listener = phrase_after(view, start, end);
        start = listener.map_or(start, |listener| listener.end);
    }
    let circumstance = |at: usize| matches!(part(view, at), Part::Preposition | Part::Calendar);
    if circumstance(start) {
        let reach = end.min(start + LONGEST_ATTRIBUTION);
        let clause = (start..reach).take_while(|&at| part(view, at) != Part::Mark);
        if let Some(that) = clause.into_iter().find(|&at| view.word(at) == "that") {
            start = that;
        }
        while start < end && part(view, start) == Part::Calendar {
            start += 1;
        }
    }
    start + usize::from(view.word(start) == "that")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row: a text, and what it reports as `speaker: words`.
    #[test]
    fn reports_with_their_speakers() {
        for (text, expected) in [
            (
                "The mayor said the northern bridge was safe.",
                vec!["mayor: the northern bridge was safe"],
            ),
            (
                "Ana Lima told reporters that the bridge would open in May.",
                vec!["Ana Lima: the bridge would open in May"],
            ),
            (
                "The bridge will open in May, officials said on Monday.",
                vec!["officials: The bridge will open in May"],
            ),
            (
                "The bridge will open in May, said Ana Lima, the mayor.",
                vec!["Ana Lima: The bridge will open in May"],
            ),
            (
                "The mayors of both towns said in a joint letter that they would share the cost.",
                vec!["mayors of both towns: they would share the cost"],
            ),
            (
                "Some 40 ships were waiting, the port authority said, and more would come.",
                vec!["port authority: Some 40 ships were waiting"],
            ),
            (
                "According to Blue Coast, a campaign group, the pellets may reach the beaches.",
                vec!["Blue Coast: the pellets may reach the beaches"],
            ),
            (
                "According to the port authority, 40 ships were waiting at noon.",
                vec!["port authority: 40 ships were waiting at noon"],
            ),
            (
                "Some 40 ships were waiting at noon, according to the port authority.",
                vec!["port authority: Some 40 ships were waiting at noon"],
            ),
            (
                "Ana Lima spoke first. Ana Lima said the bridge was safe at last. She added that \
                 nobody had been hurt.",
                vec![
                    "Ana Lima: the bridge was safe at last",
                    "Ana Lima: nobody had been hurt",
                ],
            ),
            (
                "Rui Prado said the plan was \"a scandal\" and would cost the city dear.",
                vec!["Rui Prado: the plan was \"a scandal\" and would cost the city dear"],
            ),
        ] {
            let article = Article::parse("a", text);
            let found: Vec<String> = article
                .reported()
                .iter()
                .map(|report| {
                    let speaker = report.speaker.map_or("-", |speaker| speaker.of(text));
                    format!("{speaker}: {}", report.span.of(text))
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn direct_speech_and_plain_statements_are_not_reported() {
        for text in [
            "\"The bridge is safe now,\" the mayor said.",
            "The mayor said: \"The bridge is safe for everybody now.\"",
            "The bridge opened on Monday after nine months of repairs.",
            "The mayor said so.",
            "\"The bridge is safe now,\" the mayor said, pointing at the rebuilt northern pillar.",
            "Next came a banker said to be close to the owners of the rival port.",
        ] {
            assert_eq!(Article::parse("a", text).reported(), [], "{text}");
        }
    }
}
