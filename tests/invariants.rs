//! What must hold for any texts: offsets at the door, live equal to from scratch, one text's
//! spans never in another's.

#[path = "../benches/texts/mod.rs"]
mod texts;

use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;
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

/// Sentences of one story, as several houses would write them: whole, edited, and turned round.
fn sentence() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "The ferry from Mallaig to Skye was cancelled on Friday after its engine caught fire.",
        "The ferry between Mallaig and Skye was cancelled Friday after an engine had caught fire.",
        "After its engine caught fire, the ferry from Mallaig to Skye was cancelled on Friday.",
        "“We could smell the smoke before anybody rang the alarm,” skipper Ewan Grant told reporters.",
        "“We could smell smoke before anyone rang the alarm bell,” said Grant.",
        "Grant said they could smell the smoke before anybody rang the alarm.",
        "About 120 passengers and 14 crew were taken off the burning ship by lifeboats, the coastguard said.",
        "Lifeboats took more than 130 people off the burning ship, according to the coastguard.",
        "Farmers in Kent picked cherries two weeks early this summer, and traders paid record prices.",
        "The company that runs the ferry, Hebridean Lines, offered to refund all tickets.",
        "Hebridean Lines, which runs the ferry, said that it would refund every ticket.",
        "MALLAIG, May 8, 2026 (Northwire) -",
        "The DPRK and the United States signed the treaty.",
        "North Korea and the U.S. signed a treaty in Geneva",
        "The Mallaig Harbour Safety Agency (MHSA) met on Monday. The MHSA said so.",
    ])
}

fn story() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![" ", " ", "\n\n", "\n"]);
    prop::collection::vec((sentence(), gap), 0..9).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(sentence, gap)| [sentence, gap])
            .collect()
    })
}

/// What somebody does to an article.
#[derive(Clone, Debug)]
enum Change {
    /// Puts text in at a share of the length.
    Put(f64, String),
    /// Takes out what lies between two shares of the length.
    Cut(f64, f64),
    /// Takes out the paragraph at a share of the length.
    CutParagraph(f64),
    /// Joins the paragraph at a share of the length with the next.
    Join(f64),
    /// Goes back to the text before.
    Undo,
    /// Gives the article another name.
    Rename(&'static str),
    /// Takes the article off the desk.
    Remove,
    /// Puts another article on the desk.
    Add(String),
}

fn change() -> impl Strategy<Value = Change> {
    let typed = prop::sample::select(vec![
        "x", " ", ".", ". The", "“", "\n", "\n\n", "140 ", "é", "s",
    ]);
    let typed = typed.prop_map(str::to_owned);
    let pasted = sentence().prop_map(|sentence| format!("\n\n{sentence} "));
    prop_oneof![
        4 => (0.0..1.0, typed).prop_map(|(at, text)| Change::Put(at, text)),
        2 => (0.0..1.0, pasted).prop_map(|(at, text)| Change::Put(at, text)),
        2 => (0.0..1.0, 0.0..0.1).prop_map(|(at, more)| Change::Cut(at, at + more)),
        1 => (0.0..1.0).prop_map(Change::CutParagraph),
        1 => (0.0..1.0).prop_map(Change::Join),
        2 => Just(Change::Undo),
        1 => prop::sample::select(vec!["Northwire", "MALLAIG"]).prop_map(Change::Rename),
        1 => Just(Change::Remove),
        1 => story().prop_map(Change::Add),
    ]
}

/// The text after a change; `before` holds the ones before it, the last one last.
fn changed(text: &str, change: &Change, before: &mut Vec<String>) -> String {
    let place = |share: f64| {
        let wanted = (text.len() as f64 * share.min(1.0)) as usize;
        (0..=wanted)
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0)
    };
    let changed = match change {
        Change::Put(at, put) => {
            let (start, end) = text.split_at(place(*at));
            [start, put, end].concat()
        }
        Change::Cut(from, to) => [&text[..place(*from)], &text[place(*to)..]].concat(),
        Change::CutParagraph(at) => {
            let start = text[..place(*at)].rfind("\n\n").unwrap_or(0);
            let end = text[place(*at)..]
                .find("\n\n")
                .map_or(text.len(), |end| place(*at) + end);
            [&text[..start], &text[end..]].concat()
        }
        Change::Join(at) => {
            let (start, end) = text.split_at(place(*at));
            [start, &end.replacen("\n\n", " ", 1)].concat()
        }
        Change::Undo => return before.pop().unwrap_or_else(|| text.to_owned()),
        Change::Rename(_) | Change::Remove | Change::Add(_) => return text.to_owned(),
    };
    before.push(text.to_owned());
    changed
}

/// An empty desk that knows names by lexicon and model.
fn desk() -> Desk {
    fresh(true, true)
}

/// An empty desk that knows names by these two, or by one, or by none.
fn fresh(lexicon: bool, model: bool) -> Desk {
    static DESKS: LazyLock<[Desk; 4]> = LazyLock::new(|| {
        [(false, false), (false, true), (true, false), (true, true)].map(|(lexicon, model)| {
            let mut desk = Desk::new();
            load(&mut desk, lexicon, model);
            desk
        })
    });
    let mut desk = Desk::new();
    desk.share_names(&DESKS[2 * usize::from(lexicon) + usize::from(model)]);
    desk
}

fn load(desk: &mut Desk, lexicon: bool, model: bool) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    if lexicon {
        let bytes = std::fs::read(data.join("lexicon.bin")).expect("the lexicon");
        desk.load_lexicon(&bytes).expect("it is of this version");
    }
    if model {
        let bytes = std::fs::read(data.join("model.bin")).expect("the model");
        desk.load_model(&bytes).expect("it is of this version");
    }
}

fn report(texts: &[String]) -> Value {
    let name = |(index, text): (usize, &String)| (format!("article {index}"), text.clone());
    report_of(&texts.iter().enumerate().map(name).collect::<Vec<_>>())
}

/// The report of a fresh desk about these articles, each with its name.
fn report_of(articles: &[(String, String)]) -> Value {
    report_on(desk(), articles)
}

/// What `desk`, on which there are none, reports about them.
fn report_on(mut desk: Desk, articles: &[(String, String)]) -> Value {
    for (name, text) in articles {
        desk.add(name, text);
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

    /// The desk keeps what it found where an edit changes nothing: that must never show.
    #[test]
    fn a_desk_in_use_equals_a_fresh_one(
        stories in prop::collection::vec(story(), 2..5),
        changes in prop::collection::vec((0_usize..4, change()), 1..12),
        lexicon_before in 0_usize..12,
        model_before in 0_usize..12,
    ) {
        let mut live = Desk::new();
        let mut articles: Vec<_> = (0..).zip(stories).map(|(index, text)| (format!("article {index}"), text)).collect();
        let mut ids: Vec<u32> = articles.iter().map(|(name, text)| live.add(name, text)).collect();
        let mut before = vec![Vec::new(); articles.len()];
        for (turn, (article, change)) in changes.into_iter().enumerate() {
            load(&mut live, turn == lexicon_before, turn == model_before);
            let article = article % articles.len();
            articles[article].1 = changed(&articles[article].1, &change, &mut before[article]);
            live.set_text(ids[article], &articles[article].1).unwrap();
            match change {
                Change::Rename(name) => {
                    articles[article].0 = name.to_owned();
                    live.rename(ids[article], name).unwrap();
                }
                Change::Remove if articles.len() > 1 => {
                    articles.remove(article);
                    before.remove(article);
                    live.remove(ids.remove(article)).unwrap();
                }
                Change::Add(text) => {
                    ids.push(live.add("another", &text));
                    articles.push(("another".to_owned(), text));
                    before.push(Vec::new());
                }
                _ => {}
            }
            let live = serde_json::to_value(live.report()).unwrap();
            let fresh = fresh(turn >= lexicon_before, turn >= model_before);
            prop_assert_eq!(live, report_on(fresh, &articles));
        }
    }
}

/// The same of longer stories, in which words are rare and common, key by key: a sentence that ends one
/// and begins another, typed in the middle of each and taken out again.
#[test]
fn every_key_of_a_sentence_leaves_what_a_fresh_desk_finds() {
    const TYPED: &str =
        " On Monday, said the mayor, 60 ferries left the harbour. Nobody was hurt, “he said”.";
    let name = |(index, text): (usize, String)| (format!("article {index}"), text);
    let stories = texts::versions(3, 400, 1).into_iter().enumerate();
    let mut articles: Vec<_> = stories.map(name).collect();
    let mut live = desk();
    let add = |(name, text): &(String, String)| live.add(name, text);
    let ids: Vec<u32> = articles.iter().map(add).collect();
    let keys: Vec<usize> = TYPED.char_indices().map(|(at, _)| at).collect();
    for (article, id) in ids.into_iter().enumerate() {
        let before = articles[article].1.clone();
        let spaces = before[before.len() / 2..].find(' ');
        let (start, end) = before.split_at(before.len() / 2 + spaces.expect("a space"));
        for key in keys.iter().step_by(3).chain(keys.iter().rev().step_by(7)) {
            articles[article].1 = [start, &TYPED[..*key], end].concat();
            live.set_text(id, &articles[article].1).unwrap();
            let live = serde_json::to_value(live.report()).unwrap();
            assert_eq!(
                live,
                report_of(&articles),
                "{:?} in article {article}",
                &TYPED[..*key]
            );
        }
    }
}
