//! Hedges: the words that say a figure is not exact, and which end of it they leave open.

use crate::text::numerals::TIME_UNITS;
use crate::text::reader::Reader;
use crate::text::word_table::Lower;

/// How a figure is hedged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hedge {
    /// `at least`, `more than`, `or more`: the figure is the least it can be.
    AtLeast,
    /// `up to`, `fewer than`: the figure is the most it can be.
    AtMost,
    /// `about`, `nearly`: the figure is close.
    About,
}

/// The hedge that ends before token `figure`, and the token where it begins. `end` is the token after
/// the figure, which tells `over 500 flights` from `over three years`.
pub(super) fn hedge_before(reader: &Reader, figure: usize, end: usize) -> Option<(Hedge, usize)> {
    let (hedge, length) = hedge_words(reader, figure, end)?;
    let mut start = figure - length;
    // `just over`, `well above`, `slightly more than`
    if reader.says_before(start, 1, "just|well|slightly|far|much|significantly|only") {
        start -= 1;
    } else if reader.says_before(start, 1, "little") && reader.says_before(start, 2, "a") {
        start -= 2;
    }
    Some((hedge, start))
}

/// The hedge that ends before token `figure`, and how many tokens it has.
fn hedge_words(reader: &Reader, figure: usize, end: usize) -> Option<(Hedge, usize)> {
    use Hedge::{About, AtLeast, AtMost};
    let first = reader.word_before(figure, 1);
    match first {
        ">" | "≥" => return Some((AtLeast, 1)),
        "<" | "≤" => return Some((AtMost, 1)),
        "~" | "≈" | "∼" => return Some((About, 1)),
        _ => {}
    }
    let lower = Lower::of(first);
    let alone = match &*lower {
        b"over" | b"above" => (!is_during(reader, figure, end)).then_some(AtLeast),
        b"exceed" | b"exceeds" | b"exceeded" | b"exceeding" | b"surpassed" | b"surpassing"
        | b"topped" | b"topping" => Some(AtLeast),
        b"under" | b"below" => Some(AtMost),
        b"about" | b"around" | b"roughly" | b"approximately" | b"nearly" | b"almost" | b"some"
        | b"circa" | b"ca" | b"approx" | b"perhaps" | b"maybe" | b"virtually" => Some(About),
        b"than" | b"least" | b"most" | b"to" | b"as" | b"of" | b"estimated" | b"" => None,
        _ => return None,
    };
    if let Some(hedge) = alone {
        return Some((hedge, 1));
    }
    // The word before `than`, `least`, `to`, `as` and `of` decides, and sometimes the one before that.
    let (second, third) = (
        reader.lower_before(figure, 2),
        reader.lower_before(figure, 3),
    );
    Some(match (&*lower, &*second, &*third) {
        (b"than", compared, negated) => {
            let more = is_more(compared)?;
            match (more, negated) {
                (true, b"no" | b"not") => (AtMost, 3),
                (false, b"no" | b"not") => (AtLeast, 3),
                (true, _) => (AtLeast, 2),
                (false, _) => (AtMost, 2),
            }
        }
        (b"least", b"at", _) => (AtLeast, 2),
        (b"most", b"at", _) => (AtMost, 2),
        (b"to", b"up", _) => (AtMost, 2),
        (b"to", b"close", _) => (About, 2),
        (b"as", b"many" | b"much" | b"high", b"as") => (AtMost, 3),
        (b"as", b"few" | b"little" | b"low", b"as") => (AtLeast, 3),
        (b"of", b"upwards" | b"upward", _) => (AtLeast, 2),
        (b"of", b"excess", b"in") => (AtLeast, 3),
        (b"of", b"minimum", b"a") => (AtLeast, 3),
        (b"of", b"maximum", b"a") => (AtMost, 3),
        (b"of", b"minimum", _) => (AtLeast, 2),
        (b"of", b"maximum", _) => (AtMost, 2),
        (b"estimated", b"an", _) => (About, 2),
        (b"estimated", _, _) => (About, 1),
        // The dot of an abbreviation folds to nothing.
        (b"", b"approx" | b"ca", _) => (About, 2),
        _ => return None,
    })
}

/// Whether a comparative before `than` means more; none when it compares something else.
fn is_more(comparative: &[u8]) -> Option<bool> {
    match comparative {
        b"more" | b"greater" | b"higher" | b"larger" | b"longer" | b"older" | b"better" => {
            Some(true)
        }
        b"fewer" | b"less" | b"lower" | b"smaller" | b"shorter" | b"younger" => Some(false),
        _ => None,
    }
}

/// `over three years`, `over the 12 days`: during them. After `for` or `of` it is a hedge again.
fn is_during(reader: &Reader, figure: usize, end: usize) -> bool {
    let unit = end + usize::from(reader.joins(end));
    TIME_UNITS.holds(reader.word(unit))
        && !reader.says_before(
            figure,
            2,
            "for|of|in|just|well|lasted|lasting|took|spent|is|was",
        )
}

/// The hedge at token `index`, right after a figure or what it counts, and the token after it.
pub(super) fn hedge_after(reader: &Reader, index: usize) -> Option<(Hedge, usize)> {
    use Hedge::{About, AtLeast, AtMost};
    let joined = usize::from(reader.joins(index));
    let at = index + joined;
    let lower = reader.lower(at);
    match &*lower {
        b"or" | b"and" => match &*reader.lower(at + 1) {
            b"more" | b"over" | b"above" | b"older" | b"upwards" | b"up" | b"higher" => {
                Some((AtLeast, at + 2))
            }
            b"fewer" | b"less" | b"under" | b"below" | b"younger" | b"lower" => {
                Some((AtMost, at + 2))
            }
            b"so" if &*lower == b"or" => Some((About, at + 2)),
            _ => None,
        },
        b"odd" if joined == 1 => Some((About, at + 1)),
        b"plus" if joined == 1 => Some((AtLeast, at + 1)),
        b"+" if reader.touches(at) => Some((AtLeast, at + 1)),
        _ => None,
    }
}
