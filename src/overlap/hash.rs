//! A hash that has 64 bits on every machine. That of rustc-hash is as wide as a pointer: in WebAssembly
//! it would confuse words in long articles, and order them otherwise than the command line does.

/// FNV-1a (Fowler, Noll, Vo) of a word.
pub(super) fn of_word(word: &str) -> u64 {
    of_numbers(word.bytes().map(u64::from))
}

/// That of a word, and that of its first so many bytes.
pub(super) fn of_word_and_start(word: &str, length: usize) -> (u64, u64) {
    let (start, rest) = word.as_bytes().split_at(length);
    let start = start.iter().fold(NOTHING, next_byte);
    let whole = rest.iter().fold(start, next_byte);
    (whole ^ whole >> 32, start ^ start >> 32)
}

/// The hash of no numbers.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

const fn next_byte(hash: u64, byte: &u8) -> u64 {
    next(hash, *byte as u64)
}

const fn next(hash: u64, number: u64) -> u64 {
    (hash ^ number).wrapping_mul(0x0100_0000_01b3)
}

/// A faster one of a text as it stands. No two texts of one length share it that have up to eight bytes.
pub(super) fn of_text(text: &[u8]) -> u64 {
    let mut rest = text;
    let mut hash = mixed(rest.len() as u64);
    while let [a, b, c, d, e, f, g, h, _, ..] = *rest {
        hash = mixed(hash ^ u64::from_le_bytes([a, b, c, d, e, f, g, h]));
        rest = &rest[8..];
    }
    // What is left is read from either end: the two halves may share letters.
    let last = match (rest.first_chunk(), rest.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => rest
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    };
    // Twice, because texts that differ in one letter would else have neighbouring low bits.
    mixed(mixed(hash ^ last))
}

/// Spreads every bit over all. No two numbers share it.
pub(super) const fn mixed(hash: u64) -> u64 {
    let hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

/// The same as [`of_word`] of numbers, each taken whole. The last step spreads the high bits, which FNV
/// fills first where the numbers are large.
pub(super) fn of_numbers(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let hash = numbers.into_iter().fold(NOTHING, next);
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_same_on_every_machine() {
        assert_eq!(of_word(""), 0xcbf2_9ce4_4fd0_bfc1);
        assert_eq!(
            of_word("harbour"),
            of_numbers("harbour".bytes().map(u64::from))
        );
        assert_ne!(of_word("harbour"), of_word("harbor"));
        assert_eq!(
            of_word_and_start("harbour", 4),
            (of_word("harbour"), of_word("harb"))
        );
        assert_ne!(of_numbers([1, 2]), of_numbers([2, 1]));
        let texts = [
            "",
            "a",
            "\0a",
            "harbour",
            "harbours",
            "harbours\0",
            "harbour master",
        ];
        let hashes = texts.map(|text| of_text(text.as_bytes()));
        for (place, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..place].contains(hash), "{}", texts[place]);
        }
    }
}
