//! A comparison takes time in proportion to the texts, whatever the texts. `cargo xtask bench` measures
//! that; here it is only told from a time that grows with the square.

#[path = "../benches/texts/growth.rs"]
mod growth;
#[path = "../benches/texts/mod.rs"]
mod texts;

use growth::FAMILIES;
use std::time::{Duration, Instant};
use wiremark::article::Article;
use wiremark::overlap::compare;

/// Bytes of each text; those of the larger ones are ten times as many.
const BYTES: usize = 15_000;

/// Time in proportion takes ten times as long, and time that grows with the square a hundred times.
const MOST: f64 = 35.0;

#[test]
fn no_text_takes_a_time_that_grows_with_its_square() {
    for family in FAMILIES {
        let ratio = (0..3).map(|_| ratio(family.texts)).fold(f64::MAX, f64::min);
        assert!(ratio < MOST, "{}: {ratio:.1} times as long", family.name);
    }
}

/// How many times as long ten times the text takes.
fn ratio(texts: fn(usize) -> [String; 2]) -> f64 {
    let [small, large] = [BYTES, 10 * BYTES].map(|bytes| time(&texts(bytes)));
    large.as_secs_f64() / small.as_secs_f64()
}

/// The shortest of three comparisons.
fn time(texts: &[String; 2]) -> Duration {
    let once = || {
        let began = Instant::now();
        let [a, b] = texts.each_ref().map(|text| Article::parse("", text));
        assert!(compare(&a, &b).iter().all(|overlap| !overlap.a.is_empty()));
        began.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}
