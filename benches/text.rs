//! How fast the text layer reads: news, and input that wants to be slow. The hostile texts come in
//! two sizes; the larger, twice as long, must not take much more than twice the time.

use divan::Bencher;
use divan::counter::BytesCount;
use wiremark::article::Article;
use wiremark::text::tokens::tokens;

fn main() {
    divan::main();
}

const NEWS: &str = "\
LISBON (AFP) - The river rose for the third time this month and left the lower town under water, \
the mayor said on Monday.

“We do not remember anything like it,” Mayor Ana Lima told reporters on the U.S. side of the bridge. \
“It came at 5 a.m. and it took 1,200 houses.”

According to the weather service, some 3.4 million euros’ worth of grain was lost between March 3 and \
March 9. Rui Costa, a spokesman for the port, said the harbour would stay closed \"until further notice\".
";

/// About `bytes` bytes of news.
fn news(bytes: usize) -> String {
    NEWS.repeat(bytes / NEWS.len() + 1)
}

#[divan::bench]
fn tokens_of_news(bencher: Bencher) {
    let text = news(1_000_000);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| tokens(&text).len());
}

#[divan::bench]
fn article_of_news(bencher: Bencher) {
    let text = news(1_000_000);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| Article::parse("news", &text).sentences().len());
}

/// The readings of a whole article, one by one. The others are made by paragraph.
mod readings {
    use super::*;
    use wiremark::text::{boilerplate, quotations, reported};

    fn read<T>(bencher: Bencher, reading: fn(&Article) -> Vec<T>) {
        let text = news(1_000_000);
        let article = Article::parse("news", &text);
        let bencher = bencher.counter(BytesCount::of_str(&text));
        bencher.bench(|| reading(&article).len());
    }

    #[divan::bench]
    fn boilerplate(bencher: Bencher) {
        read(bencher, boilerplate::boilerplate);
    }

    #[divan::bench]
    fn quotations(bencher: Bencher) {
        read(bencher, quotations::quotations);
    }

    #[divan::bench]
    fn reported(bencher: Bencher) {
        read(bencher, reported::reported);
    }
}

#[divan::bench]
fn keystroke_in_ten_thousand_words(bencher: Bencher) {
    let before = news(60_000);
    let mut after = before.clone();
    after.insert(30_000, 'x');
    let article = Article::parse("news", &before);
    bencher.bench(|| article.revise(&after).sentences().len());
}

/// What wants to be slow: one paragraph of each, some without any space.
const HOSTILE: [(&str, &str); 12] = [
    ("straight quotes", "\""),
    ("opening quotes", "“"),
    ("quoted words", "“ a ' b "),
    ("closing quotes", "' s' x”"),
    ("digits", "7"),
    ("figures", "7 to 8 "),
    ("brackets", "("),
    ("full stops", ". "),
    ("abbreviations", "U.S. "),
    ("combining marks", "e\u{301}"),
    ("speech verbs", "said "),
    ("commas", "Lima, said, "),
];

#[divan::bench(args = HOSTILE.iter().flat_map(|(name, piece)| [(*name, *piece, 100_000), (*name, *piece, 200_000)]).map(Hostile))]
fn hostile(bencher: Bencher, hostile: &Hostile) {
    let (_, piece, bytes) = hostile.0;
    let text = piece.repeat(bytes / piece.len());
    bencher.bench(|| Article::parse("hostile", &text).sentences().len());
}

struct Hostile((&'static str, &'static str, usize));

impl std::fmt::Display for Hostile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}, {} kB", self.0.0, self.0.2 / 1000)
    }
}
