//! A hash that has 64 bits on every machine. That of rustc-hash is as wide as a pointer: in WebAssembly
//! it would confuse words in long articles, and order them otherwise than the command line does.

/// FNV-1a (Fowler, Noll, Vo) of a word.
pub(super) fn of_word(word: &str) -> u64 {
    of_numbers(word.bytes().map(u64::from))
}

/// The same of numbers, each taken whole. The last step spreads the high bits, which FNV fills first
/// where the numbers are large.
pub(super) fn of_numbers(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let hash = numbers
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, number| {
            (hash ^ number).wrapping_mul(0x0100_0000_01b3)
        });
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
        assert_ne!(of_numbers([1, 2]), of_numbers([2, 1]));
    }
}
