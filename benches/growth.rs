//! How the time of a whole comparison grows: ten times the text may take thirteen times as long.

#[path = "texts/growth.rs"]
mod growth;
#[path = "texts/mod.rs"]
mod texts;

use growth::FAMILIES;
use std::time::{Duration, Instant};
use wiremark::article::Article;
use wiremark::overlap::{Comparison, Fingerprint};

/// Bytes of each text; those of the larger ones are ten times as many.
const BYTES: usize = 100_000;

/// The bar.
const MOST: f64 = 13.0;

/// How often each is timed. The shortest counts, because a busy machine disturbs that least.
const RUNS: usize = 5;

fn main() {
    println!("parse and compare, milliseconds (best of {RUNS}); the bar is x {MOST}");
    for family in FAMILIES {
        let [small, large] = [BYTES, 10 * BYTES].map(|bytes| shortest(&(family.texts)(bytes)));
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        let verdict = if ratio <= MOST { "holds" } else { "FAILS" };
        println!(
            "{:46}{:9.2}{:10.2}   x {ratio:4.1}  {verdict}",
            family.name,
            small.as_secs_f64() * 1000.0,
            large.as_secs_f64() * 1000.0
        );
    }
}

fn shortest(texts: &[String; 2]) -> Duration {
    let time = || {
        let began = Instant::now();
        let [a, b] = texts.each_ref().map(|text| Article::parse("", text));
        let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
        let found = Comparison::of((&a, &print_a), (&b, &print_b));
        assert!(found.overlaps.iter().all(|overlap| !overlap.a.is_empty()));
        began.elapsed()
    };
    (0..RUNS).map(|_| time()).min().unwrap_or_default()
}
