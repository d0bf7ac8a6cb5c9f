//! Quotation marks and apostrophes: which mark opens, which closes, and which two belong together.
//!
//! Curly marks, guillemets and corner brackets say by their form what they do, though not in every
//! language: `“` closes in German, `”` opens in Swedish. Straight marks say it by their neighbours.
//! An apostrophe never opens a quotation.

use super::tokens::TokenKind;
use super::view::{View, is_dash};
use crate::order::sort_by_key;
use std::ops::Range;

/// Marks that close each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MarkKind {
    /// `“ ”` and `" "`.
    Double,
    /// `‘ ’` and `' '`.
    Single,
    /// `„ “` and `„ ”`.
    Low,
    /// `‚ ‘`.
    LowSingle,
    /// `« »`.
    Guillemet,
    /// `» «`.
    ReversedGuillemet,
    /// `‹ ›`.
    SingleGuillemet,
    /// `「 」` and `『 』`.
    Corner,
}

const KINDS: usize = 8;

/// The quotation marks of one paragraph, paired.
#[derive(Default)]
pub(super) struct Paired {
    /// The outermost pairs, in order: the tokens of the opening and the closing mark.
    pub(super) pairs: Vec<(usize, usize)>,
    /// The first mark that opens and is not closed, with no pair of its own kind after it: what it
    /// opens may go on in the next paragraph.
    pub(super) unclosed: Option<(usize, MarkKind)>,
}

/// Pairs the quotation marks among the tokens `paragraph`.
pub(super) fn pair(view: View, paragraph: Range<usize>) -> Paired {
    let mut pairing = Pairing {
        view,
        paragraph: paragraph.clone(),
        open: Vec::new(),
        counts: [0; KINDS],
        pairs: Vec::new(),
        strong_closers: None,
    };
    for at in paragraph {
        if view.is(at, TokenKind::Mark) && is_quotation_mark(view.first(at)) {
            match pairing.role(at) {
                Role::Opens(kind) => pairing.opens(at, kind),
                Role::Closes(kind) => pairing.closes(at, kind),
                Role::None => {}
            }
        }
    }
    pairing.finish()
}

/// Whether a mark that begins with `first` can open or close a quotation.
fn is_quotation_mark(first: char) -> bool {
    matches!(
        first,
        '"' | '\'' | '`' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』' | '＂'
    )
}

/// What the mark that opens a quotation of any sort is, if token `at` is one.
pub(super) fn opening_kind(view: View, paragraph: Range<usize>, at: usize) -> Option<MarkKind> {
    let pairing = Pairing {
        view,
        paragraph,
        open: Vec::new(),
        counts: [0; KINDS],
        pairs: Vec::new(),
        strong_closers: None,
    };
    match view.is(at, TokenKind::Mark).then(|| pairing.shape_role(at)) {
        Some(Role::Opens(kind)) => Some(kind),
        _ => None,
    }
}

/// What a mark does where it stands.
enum Role {
    Opens(MarkKind),
    Closes(MarkKind),
    None,
}

struct Pairing<'a> {
    view: View<'a>,
    paragraph: Range<usize>,
    /// The marks that wait for their closing one, innermost last.
    open: Vec<(usize, MarkKind)>,
    /// How many of each kind wait.
    counts: [u32; KINDS],
    pairs: Vec<(usize, usize, MarkKind)>,
    /// For each token of the paragraph, whether a single mark that can only be a closing one comes
    /// later and before the next single one that opens. Made when first asked for.
    strong_closers: Option<Vec<bool>>,
}

impl Pairing<'_> {
    fn opens(&mut self, at: usize, kind: MarkKind) {
        self.open.push((at, kind));
        self.counts[kind as usize] += 1;
    }

    fn closes(&mut self, at: usize, kind: MarkKind) {
        // Marks inside that were never closed fall away with the one around them.
        while let Some((start, open)) = self.open.pop() {
            self.counts[open as usize] -= 1;
            if open == kind {
                self.pairs.push((start, at, kind));
                return;
            }
        }
    }

    fn finish(mut self) -> Paired {
        let mut last_start = [None; KINDS];
        for &(start, _, kind) in &self.pairs {
            let last = &mut last_start[kind as usize];
            *last = (*last).max(Some(start));
        }
        let unclosed = self.open.into_iter();
        let unclosed = unclosed
            .filter(|&(start, kind)| last_start[kind as usize] < Some(start))
            .min_by_key(|&(start, _)| start);
        sort_by_key(&mut self.pairs, |&(start, ..)| start);
        let mut outermost: Vec<(usize, usize)> = Vec::with_capacity(self.pairs.len());
        for (start, end, _) in self.pairs {
            if outermost.last().is_none_or(|last| last.1 < start) {
                outermost.push((start, end));
            }
        }
        Paired {
            pairs: outermost,
            unclosed,
        }
    }

    fn waits(&self, kind: MarkKind) -> bool {
        self.counts[kind as usize] > 0
    }

    fn role(&mut self, at: usize) -> Role {
        use MarkKind::*;
        let (opens, closes) = (self.opens_by_shape(at), self.closes_by_shape(at));
        match self.view.word(at) {
            "\"" | "＂" => {
                let opens = if opens == closes {
                    !self.waits(Double)
                } else {
                    opens
                };
                // An inch mark or a stray one.
                let lone = closes && !self.waits(Double);
                match (opens, lone) {
                    (true, false) => Role::Opens(Double),
                    (false, false) => Role::Closes(Double),
                    _ => Role::None,
                }
            }
            "“" if self.waits(Low) => Role::Closes(Low),
            "“" if closes && !opens && self.waits(Double) => Role::Closes(Double),
            "”" if self.waits(Low) => Role::Closes(Low),
            "”" if self.waits(Double) => Role::Closes(Double),
            "»" if self.waits(Guillemet) => Role::Closes(Guillemet),
            "«" if self.waits(ReversedGuillemet) => Role::Closes(ReversedGuillemet),
            "›" if self.waits(SingleGuillemet) => Role::Closes(SingleGuillemet),
            "」" | "』" if self.waits(Corner) => Role::Closes(Corner),
            "‘" if self.waits(LowSingle) => Role::Closes(LowSingle),
            "'" | "’" if closes && !opens && self.waits(Single) => {
                if self.may_be_possessive(at) && self.strong_closer_follows(at) {
                    Role::None
                } else {
                    Role::Closes(Single)
                }
            }
            _ => self.shape_role(at),
        }
    }

    /// What the mark does if nothing waits to be closed.
    fn shape_role(&self, at: usize) -> Role {
        use MarkKind::*;
        let opens = self.opens_by_shape(at);
        let elided = self.view.word(at + 1);
        let kind = match self.view.word(at) {
            "“" => Double,
            "\"" | "＂" | "”" if opens => Double,
            "„" => Low,
            "«" => Guillemet,
            "‹" => SingleGuillemet,
            "「" | "『" => Corner,
            "»" if opens => ReversedGuillemet,
            "‚" if opens => LowSingle,
            "'" | "‘" | "`" if opens && !is_elision(elided) => Single,
            _ => return Role::None,
        };
        Role::Opens(kind)
    }

    fn space_before(&self, at: usize) -> bool {
        at == self.paragraph.start || self.view.spaced(at)
    }

    fn space_after(&self, at: usize) -> bool {
        at + 1 >= self.paragraph.end || self.view.spaced(at + 1)
    }

    /// Something follows at once, and nothing that could be quoted stands before.
    fn opens_by_shape(&self, at: usize) -> bool {
        let free = self.space_before(at) || {
            let before = self.view.word(at - 1);
            is_dash(before)
                || matches!(
                    before,
                    "(" | "[" | "/" | ":" | "“" | "‘" | "\"" | "'" | "«" | "`"
                )
        };
        free && !self.space_after(at)
            && !matches!(
                self.view.word(at + 1),
                "," | "." | ";" | ":" | "!" | "?" | ")" | "]"
            )
    }

    /// Something stands before at once, and no word follows at once.
    fn closes_by_shape(&self, at: usize) -> bool {
        !self.space_before(at)
            && (self.space_after(at) || !self.view.word(at + 1).starts_with(char::is_alphanumeric))
    }

    /// Whether a single mark stands where the apostrophe of `the boys' game` does.
    fn may_be_possessive(&self, at: usize) -> bool {
        let before = self.view.word(at - 1);
        before.ends_with(['s', 'S', 'z', 'x'])
            && self.view.is(at - 1, TokenKind::Word)
            && at + 1 < self.paragraph.end
            && self.view.is(at + 1, TokenKind::Word)
    }

    fn strong_closer_follows(&mut self, at: usize) -> bool {
        if self.strong_closers.is_none() {
            let mut follows = vec![false; self.paragraph.len()];
            let mut strong = false;
            for index in self.paragraph.clone().rev() {
                follows[index - self.paragraph.start] = strong;
                if self.view.is(index, TokenKind::Mark)
                    && matches!(self.view.word(index), "'" | "’" | "‘")
                {
                    let closes = self.closes_by_shape(index) && !self.opens_by_shape(index);
                    strong = closes && (strong || !self.may_be_possessive(index));
                }
            }
            self.strong_closers = Some(follows);
        }
        let index = at - self.paragraph.start;
        self.strong_closers
            .as_ref()
            .is_some_and(|follows| follows[index])
    }
}

/// Whether `word`, right after an apostrophe, is a word or year that lost its beginning, so that the
/// apostrophe opens no quotation: `rock 'n' roll`, `'em`, `the '90s`.
pub(super) fn is_elision(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        || matches!(
            word,
            "n" | "N"
                | "em"
                | "Em"
                | "til"
                | "Til"
                | "till"
                | "tis"
                | "Tis"
                | "twas"
                | "Twas"
                | "cause"
                | "Cause"
                | "cos"
                | "bout"
                | "round"
                | "neath"
                | "ere"
                | "im"
                | "er"
                | "ello"
                | "s"
                | "t"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    /// The quoted stretches of a paragraph, marks included.
    fn quoted(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        let view = View {
            text,
            tokens: &tokens,
        };
        pair(view, 0..tokens.len())
            .pairs
            .iter()
            .map(|&(open, close)| {
                &text[tokens[open].span.start as usize..tokens[close].span.end as usize]
            })
            .collect()
    }

    #[test]
    fn marks_of_many_languages() {
        for (text, expected) in [
            (
                "\"It rains,\" he said, \"and pours.\"",
                vec!["\"It rains,\"", "\"and pours.\""],
            ),
            ("“It rains,” he said.", vec!["“It rains,”"]),
            (
                "'It rains and doesn't stop,' he said.",
                vec!["'It rains and doesn't stop,'"],
            ),
            ("‘It rains,’ he said.", vec!["‘It rains,’"]),
            ("„Es regnet“, sagte er.", vec!["„Es regnet“"]),
            ("„Pada”, powiedział.", vec!["„Pada”"]),
            ("Il dit : « Il pleut. »", vec!["« Il pleut. »"]),
            ("Er sagte: »Es regnet.«", vec!["»Es regnet.«"]),
            ("”Det regnar”, sade han.", vec!["”Det regnar”"]),
            ("他说「下雨」。", vec!["「下雨」"]),
            ("``It rains,'' he said.", vec!["``It rains,''"]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_open_nothing() {
        for text in [
            "In the '90s rock 'n' roll was the boys' game, wasn't it?",
            "’Tis the players’ choice.",
            "The boys' club and the girls' club met.",
            "A 6\" pipe and a 4\" one.",
            "Give 'em the dogs' food.",
        ] {
            assert_eq!(quoted(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_possessive_does_not_close_what_is_closed_later() {
        assert_eq!(
            quoted("'The boys' game is lost,' he said."),
            ["'The boys' game is lost,'"]
        );
        assert_eq!(quoted("'The boys' lost."), ["'The boys'"]);
    }

    #[test]
    fn nested_quotations_are_part_of_the_outer_one() {
        let text = "“He told me ‘no’ and “never”,” she said. “So I left.”";
        assert_eq!(
            quoted(text),
            ["“He told me ‘no’ and “never”,”", "“So I left.”"]
        );
        assert_eq!(
            quoted("\"He said 'no' to us,\" she said."),
            ["\"He said 'no' to us,\""]
        );
    }

    #[test]
    fn a_mark_that_is_never_closed_hides_nothing() {
        assert_eq!(
            quoted("“It rains, he said. “It pours,” she said."),
            ["“It pours,”"]
        );
        assert_eq!(
            quoted("It rains,\" he said. \"It pours,\" she said."),
            ["\"It pours,\""]
        );
    }
}
