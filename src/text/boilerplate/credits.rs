//! Credits: who reported, edited, or supplied the story, where it ends.
//!
//! A credit is a line after the last paragraph of the story or the last sentence of it, in one of a
//! few shapes: behind a slash or dash, in brackets as a whole, led by `Reporting by` and the like, or
//! the initials that agencies sign with (`bur-ab/cd`).

use super::BoilerplateKind;
use super::page::{Page, begins_with, holds, label};
use crate::text::among::among;
use crate::text::dateline::is_agency;
use crate::text::fold::lower;
use crate::text::tokens::TokenKind;
use crate::text::view::{View, is_dash};
use std::ops::Range;

/// How many paragraphs from the end of the story may hold a credit: some sites print the agency's
/// end and then go on with a paragraph about themselves.
const REACH: usize = 3;

pub(super) fn mark(page: &mut Page) {
    let end = page.prose_end();
    for index in end.saturating_sub(REACH)..page.lines.len() {
        if page.lines[index].taken {
            continue;
        }
        let whole = page.lines[index].tokens.clone();
        let bracketed = matches!(page.view.word(whole.start), "(" | "[");
        let text = page.lines[index].text;
        let address = text.contains('@') && !text.contains(char::is_whitespace);
        if address
            || (bracketed && is_credit(page, &whole))
            || (index >= end && is_sign_off(page.lines[index].text))
        {
            page.take(index, BoilerplateKind::Credit);
            continue;
        }
        let sentences = page.sentences(index).rev();
        let credits = sentences.take_while(|sentence| is_credit(page, sentence));
        let start = credits.last().map_or(whole.end, |sentence| sentence.start);
        if start == whole.start {
            page.take(index, BoilerplateKind::Credit);
            continue;
        }
        // A bracket or dash inside the last sentence, behind its stop or without one.
        let start = start.min(whole.end - attached(page.view, &whole));
        if start < whole.end {
            page.take_tokens(start..whole.end, BoilerplateKind::Credit);
        }
    }
}

/// How many tokens at the end of a line are a credit in brackets or behind a dash: `... (ANI)`,
/// `... – AFP`.
fn attached(view: View, line: &Range<usize>) -> usize {
    let lowest = line.start.max(line.end.saturating_sub(8));
    let Some(start) = (lowest + 1..line.end)
        .rev()
        .find(|&at| matches!(view.word(at), "(" | "[") || is_dash(view.word(at)))
    else {
        return 0;
    };
    let stopped = matches!(view.word(start - 1), "." | "!" | "?" | "”" | "\"" | "’");
    let names = start..line.end;
    if stopped && view.spaced(start) && are_agencies(view, &names) {
        line.end - start
    } else {
        0
    }
}

/// Whether all words among `tokens` are agencies, or tie them together.
pub(super) fn are_agencies(view: View, tokens: &Range<usize>) -> bool {
    let mut agencies = 0;
    for at in tokens.clone() {
        let word = view.word(at);
        if view.is(at, TokenKind::Mark) || among(word, "with|and|The|the|via") {
            continue;
        }
        let known = is_agency(word)
            || among(
                word,
                "Agence|France|Presse|Associated|Press|News|Agency|Agencies|Desk|Web|Bureau|Wire|\
                Service|Staff|Reporter|Correspondent|AFX|RL|International",
            );
        if !known {
            return false;
        }
        agencies += 1;
    }
    agencies > 0
}

fn is_credit(page: &Page, tokens: &Range<usize>) -> bool {
    let view = page.view;
    let first = view.word(tokens.start);
    if first == "/" && !view.spaced(tokens.start + 1) && view.capital(tokens.start + 1) {
        return tokens.len() <= 16;
    }
    if tokens.len() > 80 {
        return false;
    }
    let text = lower(page.text_of(tokens));
    let inner = label(&text);
    let bracketed = matches!(first, "(" | "[") && text.trim_end_matches('.').ends_with([')', ']']);
    let marked = bracketed || is_dash(first);
    begins_with(
        inner,
        &[
            "reporting by",
            "additional reporting",
            "editing by",
            "edited by",
            "writing by",
            "compiled by",
            "translated by",
            "with inputs from",
            "with input from",
            "with agency inputs",
            "with additional reporting",
            "with reporting by",
            "with files from",
            "with material from",
            "with agencies",
            "inputs from",
            "source",
            "sources",
            "published in",
            "this report includes",
            "this story includes",
        ],
    ) && (marked || !is_statement(&text))
        || holds(
            inner,
            &[
                "contributed to this report",
                "contributed to this story",
                "contributed reporting",
            ],
        )
        || marked && tokens.len() <= 12 && are_agencies(view, tokens)
}

/// `Sources said on Monday that...` is a sentence of the story; `Source: Example Wire` is not.
fn is_statement(text: &str) -> bool {
    let colon = text.find(':').is_some_and(|at| at < 24);
    text.starts_with("source") && !colon || text.starts_with("published in") && text.len() > 80
}

/// Initials of those who wrote and edited: `ab/cd`, `bur-ab/cd/ef`.
fn is_sign_off(text: &str) -> bool {
    text.len() <= 24
        && text.contains('/')
        && text.split(['/', '-']).all(|part| {
            (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn credits_end_the_story() {
        for (credit, gap) in [
            ("/VOA (Example TV)", " "),
            ("(Reporting by Ana Lima; Editing by Rui Costa)", "\n\n"),
            ("Reporting by Ana Lima; Editing by Rui Costa", "\n\n"),
            ("(AFP)", " "),
            ("- Bernama", "\n"),
            ("With inputs from AFP", "\n"),
            ("Source: Example Wire", "\n"),
            ("bur-ab/cd", "\n\n"),
            ("Ana Lima in Porto contributed to this report.", " "),
        ] {
            check(&[(format!("{STORY}{gap}{credit}"), "credit", credit)]);
        }
    }

    #[test]
    fn sentences_about_sources_are_the_story() {
        for end in [
            "Sources at the ministry said so.",
            "It will rain in the hills (and in the valley).",
            "The river - and the town - will rise.",
        ] {
            assert_eq!(marked(&format!("{STORY} {end}")), [], "{end}");
        }
    }
}
