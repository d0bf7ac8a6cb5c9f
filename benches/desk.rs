//! How long one keystroke keeps the core busy: an article of the desk gets a new text, and the desk
//! makes its report. The desks hold versions of one story, so that every pair has much to compare.

mod texts;

use divan::{Bencher, black_box};
use std::fmt;
use std::path::Path;
use texts::versions;
use wiremark::desk::Desk;

const SEED: u32 = 1;

fn main() {
    divan::main();
}

/// How many articles of how many words.
#[derive(Clone, Copy)]
struct Size(usize, usize);

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} of {} words", self.0, self.1)
    }
}

/// What a newsroom has open, and the most that the page takes.
const SIZES: [Size; 2] = [Size(5, 1_000), Size(8, 5_000)];

/// A desk with the lexicon and versions of one story, and the middle of the first one's text.
fn desk(Size(articles, words): Size) -> (Desk, String, usize) {
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon.bin");
    let mut desk = Desk::new();
    desk.load_lexicon(&std::fs::read(lexicon).expect("the lexicon"))
        .expect("the lexicon is of this version");
    let texts = versions(articles, words, SEED);
    for text in &texts {
        desk.add("", text);
    }
    let first = texts.into_iter().next().unwrap_or_default();
    let middle = (first.len() / 2..)
        .find(|&at| first[at..].starts_with(' '))
        .unwrap_or_default();
    (desk, first, middle)
}

/// A letter at the end of a word in the middle, there and gone again in turn. `then` goes on with the
/// desk after each.
fn typing<T>(bencher: Bencher, size: Size, then: impl Fn(&Desk) -> T) {
    let (mut desk, before, middle) = desk(size);
    let mut after = before.clone();
    after.insert(middle, 'x');
    let mut typed = false;
    bencher.bench_local(|| {
        typed = !typed;
        let text = if typed { &after } else { &before };
        desk.set_text(0, black_box(text)).expect("the article");
        then(&desk)
    });
}

/// A keystroke and its report.
#[divan::bench(args = SIZES)]
fn keystroke(bencher: Bencher, size: Size) {
    typing(bencher, size, Desk::report);
}

/// The same without the report.
#[divan::bench(args = SIZES)]
fn set_text(bencher: Bencher, size: Size) {
    typing(bencher, size, |_| ());
}

/// The report alone.
#[divan::bench(args = SIZES)]
fn report(bencher: Bencher, size: Size) {
    let (desk, ..) = desk(size);
    bencher.bench(|| desk.report());
}
