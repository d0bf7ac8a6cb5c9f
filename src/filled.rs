//! Numbers in texts, without the formatting of the standard library: that is two kilobytes of a
//! download, and slow.

/// `template` with its blanks filled, each by the next of `numbers`: `____-__` by a year and a month. A
/// number is as long as its blank, by zeros in front of it, or longer if it must be.
#[inline(never)]
pub(crate) fn filled(template: &str, numbers: &[i64]) -> String {
    let mut text = Vec::with_capacity(template.len());
    let mut numbers = numbers.iter();
    for run in template.as_bytes().chunk_by(|one, next| one == next) {
        match (run, numbers.as_slice()) {
            ([b'_', ..], [number, ..]) => {
                push(&mut text, *number, run.len());
                numbers.next();
            }
            _ => text.extend_from_slice(run),
        }
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Writes `number` with `length` digits or more.
pub(crate) fn push(text: &mut Vec<u8>, number: i64, mut length: usize) {
    if number < 0 {
        text.push(b'-');
        length = length.saturating_sub(1);
    }
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    let mut rest = number.unsigned_abs();
    while rest > 0 || first + length > digits.len() {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    text.extend_from_slice(&digits[first..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_take_one_number_each() {
        assert_eq!(filled("____-W__", &[2024, 5]), "2024-W05");
        assert_eq!(filled("--__-__", &[3, 14]), "--03-14");
        assert_eq!(filled("__XX", &[-1]), "-1XX");
        assert_eq!(filled("no article _ here", &[0]), "no article 0 here");
    }

    proptest! {
        #[test]
        fn it_writes_as_the_standard_library_does(number: i64) {
            prop_assert_eq!(filled("_", &[number]), number.to_string());
            prop_assert_eq!(filled("____", &[number]), format!("{number:04}"));
            let small = number % 2000;
            prop_assert_eq!(filled("____/__", &[small, small]), format!("{small:04}/{small:02}"));
        }
    }
}
