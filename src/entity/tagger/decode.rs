//! From how likely each tag is to names: the likeliest tags of which no two contradict each other.

use super::network::{Likely, TAGS};
use std::ops::Range;

/// A name: its tokens, the number of its kind, and how likely its least likely tag is.
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    pub(super) kind: usize,
    pub(super) share: f32,
}

/// Whether `tag` may follow `before`: a further token needs a name of its kind to go on.
fn may_follow(before: usize, tag: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag
}

/// The names in a row of tokens, in order, for which `likely` says how likely each tag is, as logarithms.
#[inline(never)]
pub(super) fn names(likely: &[Likely]) -> Vec<Name> {
    let mut steps: Vec<[u8; TAGS]> = Vec::with_capacity(likely.len());
    let mut best = [f32::MIN; TAGS];
    best[0] = 0.0;
    for likely in likely {
        let mut step = [0; TAGS];
        let mut next = [f32::MIN; TAGS];
        for tag in 0..TAGS {
            for before in (0..TAGS).filter(|&before| may_follow(before, tag)) {
                let score = best[before] + likely[tag];
                if score > next[tag] {
                    next[tag] = score;
                    step[tag] = before as u8;
                }
            }
        }
        best = next;
        steps.push(step);
    }
    let mut tag = (0..TAGS).fold(0, |a, b| if best[b] > best[a] { b } else { a });
    let mut end = likely.len();
    let mut share = f32::MAX;
    let mut found = Vec::new();
    // Backwards, so that a name ends where its first token is met.
    for at in (0..likely.len()).rev() {
        if tag == 0 {
            end = at;
        } else {
            share = share.min(likely[at][tag].exp());
            if tag % 2 == 1 {
                found.push(Name {
                    tokens: at..end,
                    kind: tag / 2,
                    share,
                });
                end = at;
                share = f32::MAX;
            }
        }
        tag = steps[at][tag] as usize;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in a row of tags, each likely, as kind and tokens.
    fn read(tags: &[(usize, f32)]) -> Vec<(usize, Range<usize>)> {
        let rows: Vec<Likely> = tags
            .iter()
            .map(|&(tag, likely)| {
                let mut row = [(1.0 - likely) / 8.0; TAGS];
                row[tag] = likely;
                row.map(f32::ln)
            })
            .collect();
        let found = names(&rows).into_iter();
        found.map(|name| (name.kind, name.tokens)).collect()
    }

    #[test]
    fn names_of_one_kind_side_by_side_stay_apart() {
        let tags = [(1, 0.9), (2, 0.9), (1, 0.9), (0, 0.9), (5, 0.9)];
        assert_eq!(read(&tags), [(0, 0..2), (0, 2..3), (2, 4..5)]);
    }

    #[test]
    fn a_further_token_needs_a_first_of_its_kind() {
        // Alone, the second tag would go on with a body that did not begin.
        assert_eq!(read(&[(1, 0.9), (4, 0.6)]), [(0, 0..1)]);
        assert_eq!(read(&[(0, 0.4), (4, 0.9), (4, 0.9)])[0].0, 1);
    }
}
