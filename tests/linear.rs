//! Reading takes time in proportion to the text, also where the text wants it otherwise. Times depend
//! on the machine, so the usual tests leave this one out; `cargo xtask eval text` runs it.

use std::time::{Duration, Instant};
use wiremark::article::Article;

/// What tempts a parser to look back, ahead or twice: one paragraph of each.
const FAMILIES: [(&str, &str); 8] = [
    ("straight quotes", "\""),
    ("opening quotes", "“"),
    ("digits", "7"),
    ("figures", "7 to 8 "),
    ("brackets", "("),
    ("combining marks", "e\u{301}"),
    ("commas", "Lima, said, "),
    ("capitals", "PRESIDENT KOVAC SAID "),
];

/// In bytes; the other text is twice as long.
const LENGTH: usize = 500_000;

/// How much longer twice the text may take: a quadratic reading would take four times as long.
const MOST: f64 = 2.3;

/// How many times as long twice the text takes. Of each the shortest of five readings counts, turn by
/// turn, because a busy machine disturbs that least.
fn ratio(piece: &str) -> f64 {
    let texts = [LENGTH, 2 * LENGTH].map(|bytes| piece.repeat(bytes / piece.len()));
    let mut shortest = [Duration::MAX; 2];
    for _ in 0..5 {
        for (text, shortest) in texts.iter().zip(&mut shortest) {
            *shortest = time(text).min(*shortest);
        }
    }
    shortest[1].as_secs_f64() / shortest[0].as_secs_f64()
}

fn time(text: &str) -> Duration {
    let began = Instant::now();
    let article = Article::parse("hostile", text);
    assert!(!article.tokens().is_empty());
    began.elapsed()
}

#[test]
#[ignore = "times depend on the machine: cargo xtask eval text"]
fn twice_the_text_takes_twice_the_time() {
    let mut slow = Vec::new();
    for (name, piece) in FAMILIES {
        let ratio = ratio(piece);
        println!("twice as many {name}: {ratio:.2} times as long");
        if ratio > MOST {
            slow.push(name);
        }
    }
    assert!(slow.is_empty(), "more than {MOST} times as long: {slow:?}");
}
