//! A comparison takes time in proportion to the texts, whatever the texts. `cargo xtask bench` measures
//! that; here it is only told from a time that grows with the square.

#[path = "../benches/texts/growth.rs"]
mod growth;
#[path = "../benches/texts/mod.rs"]
mod texts;

use growth::FAMILIES;
use std::hint::black_box;
use std::time::{Duration, Instant};
use wiremark::article::Article;
use wiremark::overlap::compare;
use wiremark::overlap::corpus::{Profile, Reading, detect};

/// Bytes of each text; those of the larger ones are ten times as many.
const BYTES: usize = 15_000;

/// Time in proportion takes ten times as long, and time that grows with the square a hundred times.
const MOST: f64 = 35.0;

/// How many passages two articles share.
type Count = fn(&Article, &Article) -> usize;

/// What is compared, by the name of the profile.
const PROFILES: [(&str, Count); 2] = [
    ("news", |a, b| compare(a, b).len()),
    ("corpus", |a, b| {
        detect(&Reading::of(a), &Reading::of(b), &Profile::default()).len()
    }),
];

#[test]
fn no_text_takes_a_time_that_grows_with_its_square() {
    for (profile, count) in PROFILES {
        for family in FAMILIES {
            let ratios = (0..3).map(|_| ratio(family.texts, count));
            let ratio = ratios.fold(f64::MAX, f64::min);
            assert!(
                ratio < MOST,
                "{profile}, {}: {ratio:.1} times as long",
                family.name
            );
        }
    }
}

/// How many times as long ten times the text takes.
fn ratio(texts: fn(usize) -> [String; 2], count: Count) -> f64 {
    let [small, large] = [BYTES, 10 * BYTES].map(|bytes| time(&texts(bytes), count));
    large.as_secs_f64() / small.as_secs_f64()
}

/// The shortest of three comparisons.
fn time(texts: &[String; 2], count: Count) -> Duration {
    let once = || {
        let began = Instant::now();
        let [a, b] = texts.each_ref().map(|text| Article::parse("", text));
        black_box(count(&a, &b));
        began.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}
