//! The names of a lexicon: a finite-state map in version 3 of the format of the crate `fst`.
//!
//! That crate writes it. To read it, it makes a node of everything that stands at an address, at every
//! letter; here a step reads what it asks for and no more. A test holds the two equal.
//!
//! A node is told by the address of its last byte and read from there towards the front. Its state has
//! two bits for its shape and six for a number.

/// The node at which every name that has no other ends: it leads nowhere and has no bytes.
const END: usize = 0;

/// Shapes of nodes: it leads to one other; that stands right before it; a name ends here.
const ONE: u8 = 0b1000_0000;
const NEXT: u8 = 0b0100_0000;
const FINAL: u8 = 0b0100_0000;
/// The number in a state.
const NUMBER: u8 = 0b0011_1111;

/// With more ways on than this, a node has a table that tells by the letter which to take.
const MOST_WITHOUT_TABLE: usize = 32;
const TABLE: usize = 256;

/// The letters that a state tells by their place here. With 0 the letter stands before the state.
const COMMON: &[u8; 64] = b"\0te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// The version before all nodes, and the address of the first and a checksum behind them.
const VERSION: [u8; 8] = [3, 0, 0, 0, 0, 0, 0, 0];
const TAIL: usize = 12;
/// How far the first node ends before the end of all bytes.
const TO_ROOT: usize = 21;

/// The names and what each stands for.
pub(super) struct Names {
    bytes: Vec<u8>,
}

impl Names {
    /// Takes names as `fst` wrote them.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.to_vec();
        let names = Self { bytes };
        let tail = names.bytes.len().checked_sub(TAIL)?;
        let root = number(&names.bytes[tail..][..8]) as usize;
        (names.bytes.starts_with(&VERSION) && root == names.root()).then_some(names)
    }

    /// The node that all names begin at.
    pub(super) fn root(&self) -> usize {
        self.bytes.len().saturating_sub(TO_ROOT)
    }

    /// Where `letter` leads from `node`, and what it adds to the value.
    pub(super) fn follow(&self, node: usize, letter: u8) -> Option<(usize, u64)> {
        if node == END {
            return None;
        }
        let (state, bytes) = self.bytes.get(..=node)?.split_last()?;
        if state & ONE == 0 {
            return Ways::of(*state, bytes)?.follow(letter);
        }
        let (only, bytes) = match state & NUMBER {
            0 => bytes.split_last()?,
            number => (&COMMON[number as usize], bytes),
        };
        if *only != letter {
            return None;
        }
        if state & NEXT != 0 {
            return Some((bytes.len().checked_sub(1)?, 0));
        }
        let (sizes, bytes) = bytes.split_last()?;
        let (bytes, way) = cut(bytes, (sizes >> 4) as usize)?;
        let (bytes, value) = cut(bytes, (sizes & 15) as usize)?;
        Some((target(bytes, way)?, number(value)))
    }

    /// What the name that ends at `node` adds to the value, if one does.
    pub(super) fn end(&self, node: usize) -> Option<u64> {
        if node == END {
            return Some(0);
        }
        let (state, bytes) = self.bytes.get(..=node)?.split_last()?;
        if state & (ONE | FINAL) != FINAL {
            return None;
        }
        Some(number(Ways::of(*state, bytes)?.end))
    }
}

/// The ways on from a node that has several, or at which a name ends; the last way first.
struct Ways<'n> {
    table: &'n [u8],
    letters: &'n [u8],
    /// How far back each leads.
    distances: &'n [u8],
    /// What each adds to the value.
    values: &'n [u8],
    /// What the name that ends here adds to it.
    end: &'n [u8],
    /// All that stands before the node.
    before: &'n [u8],
}

impl<'n> Ways<'n> {
    /// Reads a node that ends with `bytes` and then `state`.
    fn of(state: u8, bytes: &'n [u8]) -> Option<Self> {
        let (count, bytes) = match state & NUMBER {
            0 => match bytes.split_last()? {
                (1, bytes) => (TABLE, bytes),
                (count, bytes) => (*count as usize, bytes),
            },
            count => (count as usize, bytes),
        };
        let (sizes, bytes) = bytes.split_last()?;
        let (distance, value) = ((sizes >> 4) as usize, (sizes & 15) as usize);
        let has_table = count > MOST_WITHOUT_TABLE;
        let (bytes, table) = cut(bytes, if has_table { TABLE } else { 0 })?;
        let (bytes, letters) = cut(bytes, count)?;
        let (bytes, distances) = cut(bytes, count * distance)?;
        let (bytes, values) = cut(bytes, count * value)?;
        let (before, end) = cut(bytes, if state & FINAL == 0 { 0 } else { value })?;
        Some(Self {
            table,
            letters,
            distances,
            values,
            end,
            before,
        })
    }

    fn follow(&self, letter: u8) -> Option<(usize, u64)> {
        let count = self.letters.len();
        let way = match self.table.get(letter as usize) {
            Some(way) => count.checked_sub(*way as usize + 1)?,
            // They stand in order, from the last of the alphabet to the first.
            None => {
                let way = self.letters.partition_point(|listed| *listed > letter);
                (self.letters.get(way) == Some(&letter)).then_some(way)?
            }
        };
        let of_way = |numbers: &'n [u8]| {
            let length = numbers.len() / count;
            &numbers[way * length..][..length]
        };
        let target = target(self.before, of_way(self.distances))?;
        Some((target, number(of_way(self.values))))
    }
}

/// The node that stands `distance` back from the end of `before`.
fn target(before: &[u8], distance: &[u8]) -> Option<usize> {
    match number(distance) as usize {
        0 => Some(END),
        distance => before.len().checked_sub(distance),
    }
}

/// `bytes` without the last `length`, and those.
fn cut(bytes: &[u8], length: usize) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(bytes.len().checked_sub(length)?)
}

fn number(bytes: &[u8]) -> u64 {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::Streamer;
    use fst::raw::Fst;

    /// The value of `key`.
    fn value(names: &Names, key: &[u8]) -> Option<u64> {
        let (mut node, mut value) = (names.root(), 0_u64);
        for letter in key {
            let (next, more) = names.follow(node, *letter)?;
            (node, value) = (next, value.wrapping_add(more));
        }
        names.end(node).map(|end| value.wrapping_add(end))
    }

    /// Holds every key of a map, and every key that is nearly one, against the crate that wrote it.
    fn check(bytes: &[u8]) -> usize {
        let theirs = Fst::new(bytes).unwrap();
        let ours = Names::from_bytes(bytes).unwrap();
        let mut keys = theirs.stream();
        let mut count = 0;
        while let Some((key, known)) = keys.next() {
            assert_eq!(value(&ours, key), Some(known.value()), "{key:?}");
            let mut near = key.to_vec();
            if let Some(last) = near.last_mut() {
                *last = last.wrapping_add(1);
            }
            let (shorter, longer) = (&key[..key.len() / 2], [key, b" "].concat());
            for near in [&near, shorter, &longer] {
                let known = theirs.get(near).map(|known| known.value());
                assert_eq!(value(&ours, near), known, "{near:?}");
            }
            count += 1;
        }
        count
    }

    #[test]
    fn the_lexicon_reads_as_its_writer_reads_it() {
        let bytes = include_bytes!("../../../data/lexicon.bin");
        let header = super::super::Header::read(bytes).unwrap();
        assert!(check(header.names) > 10_000);
    }

    #[test]
    fn nodes_of_every_shape_read_as_their_writer_reads_them() {
        let key = |number: u32| number.to_be_bytes();
        let few = (0..40_u32).map(|number| (key(number * number), u64::from(number) << 33));
        let many = (0..70_000_u32).map(|number| (key(number), u64::from(number % 7)));
        for map in [
            Fst::from_iter_map([(b"", 3)]),
            Fst::from_iter_map(few),
            Fst::from_iter_map(many),
            Fst::from_iter_map([("", 9), ("te", 1), ("tea", 2), ("\u{e9}t\u{e9}", 1 << 50)]),
        ] {
            assert!(check(map.unwrap().as_bytes()) > 0);
        }
    }

    #[test]
    fn bytes_that_are_no_names_lead_nowhere() {
        assert!(Names::from_bytes(b"").is_none());
        let map = Fst::from_iter_map([("tea", 2), ("tee", 7), ("toe", 1)]).unwrap();
        let bytes = map.as_bytes();
        for at in VERSION.len()..bytes.len() {
            for letter in 0..=255 {
                let mut changed = bytes.to_vec();
                changed[at] = letter;
                if let Some(names) = Names::from_bytes(&changed) {
                    value(&names, b"tea");
                    value(&names, b"toe");
                }
            }
        }
    }
}
