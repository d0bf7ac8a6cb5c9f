//! What must hold for any texts: offsets at the door, live equal to from scratch, one text's
//! spans never in another's.

use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use wiremark::desk::Desk;

/// Pieces of news copy and of what breaks parsers: quotes, line ends, wide and combining characters.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "The foreign ministers of France, Germany and Japan signed the statement on Monday. ",
        "“We urge the parties to cease all assistance immediately,” the statement said. ",
        "More than 10,000 troops were sent to the border region in 2024. ",
        "President Ana Kovač told reporters in Zagreb that \"talks would go on\". ",
        "WASHINGTON (Northwire) - ",
        "Mr. ",
        "U.S. ",
        "Kovač’s ",
        "said ",
        "“",
        "\"",
        "'",
        "\n",
        "\n\n",
        "\r\n",
        ". ",
        "3.4% ",
        "€4.5bn ",
        "😀 ",
        "北京の ",
        "e\u{301}",
        "שלום ",
        "\u{feff}",
        "\u{0}",
        "İ",
        "ß ",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn desk() -> Desk {
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon.bin");
    let mut desk = Desk::new();
    desk.load_lexicon(&std::fs::read(lexicon).expect("the lexicon"))
        .expect("the lexicon is of this version");
    desk
}

fn report(texts: &[String]) -> Value {
    let mut desk = desk();
    for (index, text) in texts.iter().enumerate() {
        desk.add(&format!("article {index}"), text);
    }
    serde_json::to_value(desk.report()).expect("a report is JSON")
}

/// Every span below `value`, found by its fields, with the article it is in.
fn spans(value: &Value, article: Option<u64>, found: &mut Vec<(u64, u64, u64)>) {
    match value {
        Value::Object(fields) => {
            let article = fields.get("article").and_then(Value::as_u64).or(article);
            if let (Some(start), Some(end), Some(article)) = (
                fields.get("start").and_then(Value::as_u64),
                fields.get("end").and_then(Value::as_u64),
                article,
            ) {
                found.push((article, start, end));
            }
            for child in fields.values() {
                spans(child, article, found);
            }
        }
        Value::Array(children) => {
            for child in children {
                spans(child, article, found);
            }
        }
        _ => {}
    }
}

fn all_spans(report: &Value) -> Vec<(u64, u64, u64)> {
    let mut found = Vec::new();
    for (index, article) in report["articles"].as_array().unwrap().iter().enumerate() {
        spans(article, Some(index as u64), &mut found);
        for sentence in article["sentences"].as_array().unwrap() {
            let end = |i: usize| sentence[i].as_u64().unwrap();
            found.push((index as u64, end(0), end(1)));
        }
    }
    spans(&report["entities"], None, &mut found);
    for overlap in report["overlaps"].as_array().unwrap() {
        spans(overlap, None, &mut found);
        for side in ["a", "b"] {
            let article = overlap[side]["article"].as_u64().unwrap();
            for edit in overlap["edits"].as_array().unwrap() {
                spans(&edit[side], Some(article), &mut found);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_span_is_inside_its_text_on_a_character_boundary(
        texts in prop::collection::vec(text(), 1..4)
    ) {
        let wide: Vec<Vec<u16>> = texts.iter().map(|text| text.encode_utf16().collect()).collect();
        for (article, start, end) in all_spans(&report(&texts)) {
            let units = &wide[article as usize];
            prop_assert!(start <= end && end as usize <= units.len());
            let slice = &units[start as usize..end as usize];
            prop_assert!(String::from_utf16(slice).is_ok(), "a character is cut in two");
        }
    }

    #[test]
    fn a_mention_carries_the_words_under_its_span(text in text()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let report = report(std::slice::from_ref(&text));
        for mention in report["articles"][0]["mentions"].as_array().unwrap() {
            let at = |key: &str| mention[key].as_u64().unwrap() as usize;
            let words = String::from_utf16(&units[at("start")..at("end")]).unwrap();
            prop_assert_eq!(mention["text"].as_str().unwrap(), words);
        }
    }

    #[test]
    fn typing_ends_where_pasting_does(
        before in prop::collection::vec(text(), 3),
        after in prop::collection::vec(text(), 3),
        order in prop::sample::subsequence(vec![0_usize, 1, 2], 0..3),
    ) {
        let mut live = desk();
        let ids: Vec<u32> = before
            .iter()
            .enumerate()
            .map(|(index, text)| live.add(&format!("article {index}"), text))
            .collect();
        let mut texts = before;
        for index in order {
            texts[index] = after[index].clone();
            live.set_text(ids[index], &texts[index]).unwrap();
        }
        let live = serde_json::to_value(live.report()).unwrap();
        prop_assert_eq!(live, report(&texts));
    }
}
