//! Paragraphs: the unit that is parsed, cached and painted.
//!
//! As a rule a line is a paragraph. Text that was wrapped at a fixed width, as mail programs do, is
//! the exception: there a line end is only where the width ran out.

use crate::span::Span;
use std::ops::Range;

/// The paragraphs of `text`, without those that hold only white space. Surrounding white space is
/// left out. Lines end with LF, CR, CR LF, or U+2028 and U+2029.
///
/// Each line is one, unless the text is wrapped at a fixed width; then blank lines end paragraphs,
/// and so do lines that stop far short of the width.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let Some(width) = wrap_width(text, &lines) else {
        let lines = lines.into_iter();
        return lines.filter(|line| !line.is_empty()).collect();
    };
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (index, line) in lines.iter().enumerate() {
        match found.last_mut() {
            Some(last) if open && !line.is_empty() => last.end = line.end,
            _ if !line.is_empty() => found.push(*line),
            _ => {}
        }
        open = match lines.get(index + 1) {
            Some(next) if !line.is_empty() && !next.is_empty() => {
                let left = width.saturating_sub(length(line.of(text)));
                left <= (first_word(next.of(text)) + 1).max(width / 4)
            }
            _ => false,
        };
    }
    found
}

/// The lines of `text` without the white space around them; blank ones are empty spans.
fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        // Eight bytes at a time: nearly all of them end no line.
        if rest
            .first_chunk()
            .is_some_and(|eight| !may_end_line(*eight))
        {
            at += 8;
            continue;
        }
        let length = match rest {
            [b'\n' | b'\r', ..] => 1,
            // U+2028 and U+2029.
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        // The LF of CR LF is no line of its own.
        if !(rest[0] == b'\n' && at == start && text[..at].ends_with('\r')) {
            found.push(trimmed(text, start..at));
        }
        start = at + length;
        at = start;
    }
    if start < text.len() {
        found.push(trimmed(text, start..text.len()));
    }
    found
}

/// Whether one of eight bytes is below 14, as LF and CR are, or the first of U+2028 and U+2029.
fn may_end_line(eight: [u8; 8]) -> bool {
    const EACH: u64 = u64::MAX / 0xff;
    let bytes = u64::from_le_bytes(eight);
    let low = bytes.wrapping_sub(EACH * 14) & !bytes;
    // The byte 0xe2 becomes 0, and only a byte below 1 borrows.
    let others = bytes ^ (EACH * 0xe2);
    let first = others.wrapping_sub(EACH) & !others;
    (low | first) & (EACH * 0x80) != 0
}

/// A line without the white space around it. A blank one is empty, at its start.
fn trimmed(text: &str, line: Range<usize>) -> Span {
    let rest = text[line.clone()].trim_start();
    let start = if rest.is_empty() {
        line.start
    } else {
        line.end - rest.len()
    };
    Span::from(start..start + rest.trim_end().len())
}

/// A line longer than this, in characters, was not wrapped by any program for mail or terminals.
const WIDEST: u32 = 100;
/// A width smaller than this, in characters, is that of a list or a poem.
const NARROWEST: u32 = 40;
/// Fewer wrapped line ends than this may be chance.
const LEAST_WRAPPED: usize = 3;

/// The width, in characters, at which all of `text` was wrapped. None: it was not.
///
/// Wrapped lines give themselves away: the first word of the next line would not have fitted, and
/// most of them break off in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Span]) -> Option<u32> {
    let lengths: Vec<u32> = lines.iter().map(|line| length(line.of(text))).collect();
    let filled = lengths.iter().filter(|length| **length > 0).count();
    let wide = lengths.iter().filter(|length| **length > WIDEST).count();
    // One line in ten may be wider: a long address, a footer that somebody pasted below.
    if wide * 10 > filled {
        return None;
    }
    let narrow = lengths.iter().filter(|length| **length <= WIDEST);
    let width = narrow.max().copied().filter(|width| *width >= NARROWEST)?;
    let mut pairs = 0;
    let mut wrapped = 0;
    for index in 1..lines.len() {
        let (line, next) = (lines[index - 1].of(text), lines[index].of(text));
        if line.is_empty() || next.is_empty() {
            continue;
        }
        pairs += 1;
        let full = lengths[index - 1] + 1 + first_word(next) > width;
        let goes_on = !line.ends_with(['.', '!', '?', ':', '"', '”', '。', '！', '？', '|'])
            && !next.starts_with(char::is_uppercase);
        wrapped += usize::from(full && goes_on);
    }
    (wrapped >= LEAST_WRAPPED && wrapped * 2 > pairs).then_some(width)
}

/// The length of `text` in characters.
fn length(text: &str) -> u32 {
    text.chars().count() as u32
}

/// The length of the first word of `line` in characters. A run without spaces that is longer than
/// any word, such as a line of Chinese, could have been broken anywhere and counts as short.
fn first_word(line: &str) -> u32 {
    let word = line.split_whitespace().next().unwrap_or_default();
    let length = word.chars().take(LONGEST_WORD + 1).count();
    if length > LONGEST_WORD {
        1
    } else {
        length as u32
    }
}

/// The longest word that a line is expected to begin with, in characters.
const LONGEST_WORD: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn lines_are_paragraphs_and_blank_ones_are_not() {
        let text = "One.\r\n\r\n  Two. \n\u{a0}\nThree.";
        assert_eq!(found(text), ["One.", "Two.", "Three."]);
        assert_eq!(found(" \r\n "), [""; 0]);
    }

    #[test]
    fn wrapped_lines_join_until_a_blank_or_a_short_one() {
        let text = "River rises again\r\n\
            The river rose for the third time this month and left the lower town\r\n\
            under water, the mayor said. Nobody was hurt, but forty houses near the\r\n\
            old bridge were without power on Monday morning, and the school stayed\r\n\
            closed.\r\n\r\n\
            The water is expected to fall by the end of the week, when the rain in\r\n\
            the hills is over, according to the weather service.";
        let found = found(text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0], "River rises again");
        assert!(found[1].ends_with("closed."));
    }

    #[test]
    fn short_paragraphs_of_one_line_stay_apart() {
        let text = "The river rose for the third time.\nNobody was hurt, the mayor said on Monday.\n\
            Forty houses are without power.\nThe school stayed closed, and the bridge as well.\n\
            Rain fell in the hills.";
        assert_eq!(found(text).len(), 5);
    }

    #[test]
    fn headlines_in_a_list_stay_apart() {
        let text = "River leaves lower town under water after third night of rain\n\
            Bakers of the old town strike over the price of flour and salt\n\
            Museum shows maps that nobody has seen since the great fire\n\
            Why bees sleep\nCouncil to vote on bridge";
        assert_eq!(found(text).len(), 5);
    }
}
