//! Sentences: where one ends and the next begins.
//!
//! A mark that can end a sentence (`.`, `!`, `?`, an ellipsis, or the stops of other scripts) is only
//! a candidate. What it ends with (an abbreviation?), what closes after it (quotes, brackets) and
//! what follows (a small letter, a word that begins sentences, a name, a figure) decide. Every
//! candidate looks at a few neighbours only, so the reading is linear.

use super::abbreviations::{Abbreviation, abbreviation};
use super::dateline::dateline;
use super::lists::List;
use super::parts::is_speech;
use super::tokens::{Token, TokenKind};
use super::view::{View, is_dash};
use std::ops::Range;

/// The sentences of one paragraph, as ranges of `tokens`, the paragraph's tokens in `text`.
/// Together they hold every token once, in order.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let view = View { text, tokens };
    let mut found = Vec::new();
    let mut start = 0;
    // A dateline belongs to its first sentence, whatever stops it has.
    let mut at = dateline(text, tokens).unwrap_or(0);
    let mut list = List::at(view, 0);
    if let Some(list) = &list {
        at = at.max(list.body);
    }
    while at < tokens.len() {
        if list.is_none() && is_plain(text, tokens[at]) {
            at += 1;
            continue;
        }
        if let Some(next) = list.as_ref().and_then(|list| list.next(view, at)) {
            if at > start {
                found.push(start..at);
                start = at;
            }
            at = next.body;
            list = Some(next);
            continue;
        }
        let Some(stop) = Stop::at(view, at) else {
            at += 1;
            continue;
        };
        let end = closers(view, stop.end);
        if let Some(end) = stop.ends_sentence(view, start, end) {
            found.push(start..end);
            start = end;
            at = end;
            // The numbers of a list whose items hold several sentences go on counting.
            if let Some(next) = List::at(view, start)
                && list.is_none()
            {
                at = next.body;
                list = Some(next);
            }
        } else {
            at = end;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// Whether `token` is a word without a stop, as most are.
fn is_plain(text: &str, token: Token) -> bool {
    token.kind == TokenKind::Word && text.as_bytes()[token.span.end as usize - 1] != b'.'
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum StopKind {
    /// One full stop, or the one that an acronym holds.
    FullStop,
    /// `!`, `?`, or several.
    Exclamation,
    /// Three points, adjacent or spaced, or the character.
    Ellipsis,
    /// More points than three: an ellipsis and a full stop.
    LongEllipsis,
    /// The full stops of scripts that know no capitals; they end sentences and nothing else.
    Foreign,
}

/// A run of marks that may end a sentence.
#[derive(Clone, Copy)]
struct Stop {
    kind: StopKind,
    /// Its first token; for an acronym, the acronym.
    start: usize,
    /// Past its last token.
    end: usize,
}

impl Stop {
    fn at(view: View, at: usize) -> Option<Stop> {
        let token = view.tokens[at];
        if token.kind == TokenKind::Word {
            let last = view.text.as_bytes()[token.span.end as usize - 1];
            let dotted = last == b'.' && token.span.len() > 1;
            return dotted.then_some(Stop {
                kind: StopKind::FullStop,
                start: at,
                end: at + 1,
            });
        }
        let kind = match view.first(at) {
            '.' => return Some(Stop::points(view, at)),
            '!' | '?' | '‼'..='⁉' => StopKind::Exclamation,
            '…' => StopKind::Ellipsis,
            '。' | '！' | '？' | '｡' | '．' | '؟' | '۔' | '।' | '॥' | '։' | '።' => {
                StopKind::Foreign
            }
            _ => return None,
        };
        let mut end = at + 1;
        while !view.spaced(end) && is_stop(view.first(end)) {
            end += 1;
        }
        Some(Stop {
            kind,
            start: at,
            end,
        })
    }

    /// Full stops, adjacent or with spaces between: `.`, `...`, `. . .`, `. . . .`
    fn points(view: View, at: usize) -> Stop {
        let mut end = at + 1;
        while view.mark(end) == '.' {
            end += 1;
        }
        // A full stop against its word and then three spaced points: the points are what the next
        // sentence begins with.
        let apart = |points: Range<usize>| points.clone().all(|point| view.spaced(point));
        if end - at == 4 && !view.spaced(at) && apart(at + 1..end) && view.capital(end) {
            end = at + 1;
        }
        let kind = match end - at {
            1 => StopKind::FullStop,
            2 | 3 => StopKind::Ellipsis,
            _ => StopKind::LongEllipsis,
        };
        // `...?`
        while !view.spaced(end) && matches!(view.mark(end), '?' | '!') {
            end += 1;
        }
        Stop {
            kind,
            start: at,
            end,
        }
    }

    /// Where the sentence that began at `start` ends, if it ends at this stop, whose closing marks
    /// reach to `end`.
    fn ends_sentence(self, view: View, start: usize, end: usize) -> Option<usize> {
        if end >= view.len() {
            return Some(view.len());
        }
        if self.kind == StopKind::Foreign {
            return Some(end);
        }
        if !view.spaced(end) && !is_wide(view.word(end)) {
            return None;
        }
        // Marks alone are no sentence: `... and so it ended.`
        if self.start == start && !view.is(start, TokenKind::Word) {
            return None;
        }
        if self.start > 0 && view.mark(self.start - 1) == '[' && view.mark(self.end) == ']' {
            return None;
        }
        let next = opened(view, end);
        if view.small(next) || !begins(view, end, next) {
            return None;
        }
        let ends = match self.kind {
            StopKind::FullStop => self.full_stop_ends(view, start, end, next),
            StopKind::Exclamation => !(end > self.end && is_attribution(view, next)),
            // After points a capital is weak evidence when the word always has one, or when the
            // points stand apart as if words were left out.
            StopKind::Ellipsis => {
                view.word(next) != "I" && (!view.spaced(self.start) || view.begins_sentences(next))
            }
            StopKind::LongEllipsis | StopKind::Foreign => true,
        };
        ends.then_some(end)
    }

    fn full_stop_ends(self, view: View, start: usize, end: usize, next: usize) -> bool {
        let acronym = view.is(self.start, TokenKind::Word);
        let (index, word) = if acronym {
            let word = view.word(self.start);
            (self.start, &word[..word.len() - 1])
        } else if self.start > start && !view.spaced(self.start) {
            (self.start - 1, view.word(self.start - 1))
        } else {
            return true;
        };
        // `N°. 7`
        if matches!(word, "°" | "º") && view.is(next, TokenKind::Number) {
            return false;
        }
        // What closes after the stop (`Corp.")`) ends the phrase that the abbreviation was part of.
        if end > self.end {
            return true;
        }
        if !matches!(view.tokens[index].kind, TokenKind::Word) {
            return true;
        }
        let after = view.word(next);
        match abbreviation(word) {
            None => true,
            Some(Abbreviation::Title | Abbreviation::Inside) => false,
            Some(Abbreviation::BeforeFigure) => {
                !view.is(next, TokenKind::Number) && !is_roman(after)
            }
            Some(Abbreviation::State) => {
                !is_title(view, next)
                    && (view.begins_sentences(next) || (index > 0 && view.word(index - 1) == ","))
            }
            Some(Abbreviation::Daytime) => {
                // A sentence says more than the time: `At 5 p.m. Mr. Lima left.`
                self.start > start + 2 && (view.begins_sentences(next) || is_title(view, next))
            }
            Some(Abbreviation::Either) => view.begins_sentences(next),
        }
    }
}

fn is_stop(first: char) -> bool {
    matches!(
        first,
        '.' | '!' | '?' | '‼'..='⁉' | '…' | '。' | '！' | '？' | '｡' | '．'
    )
}

/// Past the quotes and brackets that close right after `from`. One that stands apart is French
/// (`fin. »`), unless it opens.
fn closers(view: View, from: usize) -> usize {
    let mut end = from;
    loop {
        let mark = view.mark(end);
        let closes = if view.spaced(end) {
            matches!(mark, '»' | '›') && (end + 1 == view.len() || view.spaced(end + 1))
        } else {
            matches!(
                mark,
                '"' | '\''
                    | '”'
                    | '’'
                    | '“'
                    | '‘'
                    | '»'
                    | '›'
                    | '«'
                    | ')'
                    | ']'
                    | '」'
                    | '』'
                    | '）'
                    | '】'
                    | '*'
            )
        };
        if !closes {
            return end;
        }
        end += 1;
    }
}

/// Past the quotes and brackets that open at `from`: the first word of what follows.
fn opened(view: View, from: usize) -> usize {
    let mut at = from;
    while at < from + 4
        && matches!(
            view.mark(at),
            '"' | '\''
                | '“'
                | '‘'
                | '„'
                | '‚'
                | '«'
                | '‹'
                | '»'
                | '('
                | '['
                | '¿'
                | '¡'
                | '*'
                | '「'
                | '『'
                | '（'
        )
    {
        at += 1;
    }
    at
}

/// Whether what follows a stop at `end`, its first word at `next`, can begin a sentence.
fn begins(view: View, end: usize, next: usize) -> bool {
    let word = view.word(next);
    let Some(first) = word.chars().next() else {
        // Only opening marks are left: they belong to what they follow.
        return false;
    };
    if first.is_alphanumeric() {
        return true;
    }
    if is_dash(word) {
        // A dash between two statements, not one that goes on: `He left. — Example Wire`.
        return end == next && view.spaced(next + 1) && !view.small(next + 1);
    }
    !matches!(
        first,
        ',' | ';' | ':' | ')' | ']' | '”' | '%' | '.' | '!' | '?'
    ) || (first == '.' && view.word(next + 1) == ".")
}

/// Whether the words from `next` say who said what was just quoted: `“Why?” Ana Lima asked.`
fn is_attribution(view: View, next: usize) -> bool {
    let mut at = next;
    while at < next + 5 && (view.capital(at) || matches!(view.word(at), "." | "de" | "van" | "of"))
    {
        at += 1;
    }
    at > next && is_speech(view, at)
}

fn is_title(view: View, at: usize) -> bool {
    view.word(at + 1) == "." && abbreviation(view.word(at)) == Some(Abbreviation::Title)
}

/// Whether `word` is a Roman numeral, as in `Art. IV`. `I` alone is more often a pronoun.
fn is_roman(word: &str) -> bool {
    word != "I" && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Whether `word` begins with a character of a script that writes without spaces.
fn is_wide(word: &str) -> bool {
    word.starts_with(|first: char| matches!(first, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    /// Each row is one paragraph; `|` marks where a sentence must end.
    fn check(rows: &[&str]) {
        for row in rows {
            let text = row.replace('|', "");
            let tokens = tokens(&text);
            let found: Vec<&str> = sentences(&text, &tokens)
                .into_iter()
                .map(|range| {
                    let start = tokens[range.start].span.start as usize;
                    let end = tokens[range.end - 1].span.end as usize;
                    &text[start..end]
                })
                .collect();
            let expected: Vec<&str> = row.split('|').map(str::trim).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn plain_stops() {
        check(&[
            "Rain fell.| The river rose.| Nobody was hurt.",
            "Did it rain?| It did!| Very well.",
            "The bridge closed at 5.| Trains ran late.",
            "Turnout was 3.4 percent.| In 2022 it was 5.1.",
            "See example.com for more.| It is free.",
            "One headline without a full stop",
            "The ferry \u{201c}Aurora\u{201d} sank.| Divers searched it.",
        ]);
    }

    #[test]
    fn abbreviations_of_news_copy() {
        check(&[
            "Maj. Gen. Ana Lima met Sen. Rui Costa on Dec. 16 in Lisbon.| They spoke.",
            "It happened in Dec. 16 people saw it, all in Dec.| The year was dry.",
            "N. Korea and the U.S. met.| The U.S. Army watched.| It left the U.S. The fleet stayed.",
            "Lima Corp. and Costa Inc. merged.| Shares of Lima Corp. rose.| She left Lima Corp. In May she returned.",
            "He lives in Fresno, Calif. Police found him.| Fresno, Calif., is hot.",
            "Talks begin at 6 p.m. on Monday.| They end at 9 p.m. The hall is booked.",
            "At 6 p.m. Mr. Lima left.| He slept at 9 p.m. Mr. Costa woke.",
            "It ranked No. 1 in Europe.| Was it you?| She said no.| He agreed.",
            "J.K. Lima and Rui B. Costa, Ph.D., wrote it.| We chose plan B. The vote is over.",
            "Art. IV of the treaty and Res. 12 apply.| Water, wine, etc. were served.",
            "Lisbon vs. Porto ended 2-1.| That is Rui Costa Jr.'s goal.",
        ]
        .map(|row| row.replace("U.S. The", "U.S.| The").replace("Corp. In", "Corp.| In")
            .replace("Calif. Police", "Calif.| Police").replace("p.m. The", "p.m.| The")
            .replace("9 p.m. Mr.", "9 p.m.| Mr.").replace("B. The", "B.| The"))
        .each_ref()
        .map(String::as_str));
    }

    #[test]
    fn quotes_and_brackets() {
        check(&[
            "\u{201c}We won.| We are glad,\u{201d} she said.| \u{201c}Now we rest.\u{201d}| He nodded.",
            "\"It rains.\" he said.| \"It pours.\"| She laughed.",
            "\u{201c}Who won?\u{201d} Ana Lima asked.| \u{201c}We did!\u{201d}| Nobody was there.",
            "The mayor (He was elected in May.) resigned.| (He had been ill.)| The town is sad.",
            "'We won.| We are glad,' they said.",
            "Il a dit : \u{ab} C\u{2019}est fini. \u{bb}| Elle est partie.",
            "The film \u{201c}Run!\u{201d} is good.| It won.",
        ]);
    }

    #[test]
    fn points_that_leave_something_out() {
        check(
            &[
                "We have losses... both ships and men.| More will come.",
                "I never said that\u{2026}| The end came.",
                "Well . . . I thought . . . perhaps not.",
                "It rained [...] and poured.| It stopped.",
                "It went on and on .... The end came.",
            ]
            .map(|row| row.replace(".... The", "....| The"))
            .each_ref()
            .map(String::as_str),
        );
    }

    #[test]
    fn a_dateline_belongs_to_its_first_sentence() {
        check(&[
            "LISBON, March 3. /TASS/. The river rose.| It fell.",
            "LISBON. March 3 (Interfax) - The river rose.| It fell.",
            "SAN JOSE, Calif. (AP) \u{2014} The river rose.| It fell.",
        ]);
    }

    #[test]
    fn lists_in_one_line() {
        check(&[
            "1. Rain| 2. Snow| 3. Hail",
            "a) rain fell| b) snow fell",
            "1) It rained. It poured.| 2) It snowed."
                .replace("rained. It", "rained.| It")
                .as_str(),
            "\u{2022} rain \u{2022} snow"
                .replace("n \u{2022}", "n| \u{2022}")
                .as_str(),
            "Group 1. It lost 2 games."
                .replace("1. It", "1.| It")
                .as_str(),
        ]);
    }

    #[test]
    fn other_scripts() {
        check(&[
            "\u{4eca}\u{5929}\u{4e0b}\u{96e8}\u{3002}|\u{660e}\u{5929}\u{6674}\u{3002}",
            "\u{647}\u{644} \u{645}\u{637}\u{631}\u{61f}| \u{644}\u{627}.",
        ]);
    }
}
