//! Input that nobody means to send gets an answer, and quickly.

use wiremark::desk::Desk;

/// A desk with the real lexicon.
fn desk() -> Desk {
    let lexicon = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon.bin");
    let mut desk = Desk::new();
    desk.load_lexicon(&std::fs::read(lexicon).expect("the lexicon"))
        .expect("the lexicon is of this version");
    desk
}

/// Adds `text` twice, so that it is compared with itself, and asks for the report.
fn survives(text: &str) {
    let mut desk = desk();
    desk.add("first", text);
    desk.add("second", text);
    let report = desk.report();
    assert_eq!(report.articles.len(), 2);
    assert!(desk.articles().all(|article| article.text() == text));
}

#[test]
fn nothing_at_all() {
    survives("");
    survives(" \n\t\u{a0}\n");
}

#[test]
fn binary() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    survives(&String::from_utf8_lossy(&bytes));
}

#[test]
fn replacement_characters_of_lone_surrogates() {
    survives("before \u{fffd} after \u{fffd}\u{fffd}");
}

#[test]
fn ten_megabytes_of_news() {
    let sentence = "The ministers of France and Japan met in Geneva on Monday, 3,000 people said. ";
    let mut text = String::new();
    for number in 0.. {
        text.push_str(sentence);
        text.push_str(&format!("Then speaker {number} went on.\n"));
        if text.len() > 10_000_000 {
            break;
        }
    }
    survives(&text);
}

#[test]
fn one_line_of_a_megabyte() {
    survives(&"word and another one ".repeat(50_000));
}

#[test]
fn one_token_of_a_megabyte() {
    survives(&"x".repeat(1_000_000));
    survives(&"X".repeat(1_000_000));
    survives(&"7".repeat(1_000_000));
}

#[test]
fn a_million_line_ends() {
    survives(&"\n".repeat(1_000_000));
}

#[test]
fn only_marks() {
    survives(&"\"".repeat(300_000));
    survives(&"“".repeat(300_000));
    survives(&"('".repeat(300_000));
    survives(&"e\u{301}\u{302}".repeat(100_000));
}

#[test]
fn all_capitals() {
    survives(&"PRESIDENT KOVAC SAID NATO AND THE EU MET. ".repeat(10_000));
}

#[test]
fn markup_with_scripts() {
    survives("<script>alert('x')</script><img src=x onerror=alert(1)> said \"Mr. Smith\"");
}

#[test]
fn right_to_left() {
    survives("قال الوزير إن \"المحادثات\" ستستمر. אמר השר. \u{202e}abc\u{202c}");
}
