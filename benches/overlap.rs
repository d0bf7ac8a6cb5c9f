//! How fast two articles are parsed and compared, each stage apart, beside the diffs that Rust
//! programs use. Those align words in one order only: they find nothing that moved.
//!
//! At the end it prints how many times as long as a whole comparison each diff takes.

mod texts;

use divan::{Bencher, black_box};
use imara_diff::{Algorithm, Diff, InternedInput};
use similar::TextDiff;
use std::time::{Duration, Instant};
use texts::texts;
use wiremark::article::Article;
use wiremark::overlap::{Comparison, Fingerprint};

/// Words of each of the two texts.
const SIZES: [usize; 3] = [500, 5_000, 50_000];

/// `similar` takes minutes for the largest.
const SIZES_OF_SIMILAR: [usize; 2] = [500, 5_000];

const SEED: u32 = 1;

/// How often each is timed for the ratios, which are of medians.
const RUNS: usize = 7;

fn main() {
    divan::main();
    if std::env::args().all(|argument| !argument.starts_with("--list")) {
        print_ratios();
    }
}

/// Parses and compares two texts, and returns how many overlaps they have.
fn whole(texts: &[String; 2]) -> usize {
    let [a, b] = texts.each_ref().map(|text| Article::parse("", text));
    let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
    Comparison::of((&a, &print_a), (&b, &print_b))
        .overlaps
        .len()
}

#[divan::bench(args = SIZES)]
fn parse_and_compare(bencher: Bencher, words: usize) {
    let texts = texts(words, SEED);
    bencher.bench(|| whole(black_box(&texts)));
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher, words: usize) {
    let texts = texts(words, SEED);
    bencher.bench(|| {
        black_box(&texts)
            .each_ref()
            .map(|text| Article::parse("", text))
    });
}

#[divan::bench(args = SIZES)]
fn fingerprint(bencher: Bencher, words: usize) {
    let articles = texts(words, SEED).map(|text| Article::parse("", &text));
    bencher.bench(|| black_box(&articles).each_ref().map(Fingerprint::of));
}

#[divan::bench(args = SIZES)]
fn compare(bencher: Bencher, words: usize) {
    let articles = texts(words, SEED).map(|text| Article::parse("", &text));
    let [a, b] = articles.each_ref();
    let (print_a, print_b) = (Fingerprint::of(a), Fingerprint::of(b));
    bencher.bench(|| Comparison::of(black_box((a, &print_a)), black_box((b, &print_b))));
}

/// The word diff of the crate `similar`, and how many changes it finds.
fn similar_words([a, b]: &[String; 2]) -> usize {
    TextDiff::from_words(a, b).ops().len()
}

/// The histogram diff of the crate `imara-diff`, over words.
fn imara_words([a, b]: &[String; 2]) -> usize {
    let mut input = InternedInput::default();
    input.update_before(a.split_inclusive(' '));
    input.update_after(b.split_inclusive(' '));
    Diff::compute(Algorithm::Histogram, &input).hunks().count()
}

#[divan::bench(args = SIZES_OF_SIMILAR, sample_count = 5)]
fn similar(bencher: Bencher, words: usize) {
    let texts = texts(words, SEED);
    bencher.bench(|| similar_words(black_box(&texts)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn imara_diff(bencher: Bencher, words: usize) {
    let texts = texts(words, SEED);
    bencher.bench(|| imara_words(black_box(&texts)));
}

fn print_ratios() {
    println!("\ntimes as long as parsing and comparing with wiremark (medians of {RUNS} runs):");
    for words in SIZES {
        let texts = texts(words, SEED);
        let ours = median(|| whole(&texts));
        let times = |theirs: Duration| theirs.as_secs_f64() / ours.as_secs_f64();
        let imara = times(median(|| imara_words(&texts)));
        let similar = if SIZES_OF_SIMILAR.contains(&words) {
            format!("{:.1}", times(median(|| similar_words(&texts))))
        } else {
            "not run".to_owned()
        };
        println!(
            "2 x {words:6} words: wiremark {:8.2} ms; imara-diff x {imara:.1}; similar x {similar}",
            ours.as_secs_f64() * 1000.0
        );
    }
}

fn median(run: impl Fn() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            black_box(run());
            began.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
