use super::*;
use crate::article::Article;
use proptest::prelude::*;

/// Sentences about a bridge. None has much in common with another, nor with [`MARKET`].
const BRIDGE: [&str; 8] = [
    "A freighter loaded with timber broke from its moorings during the night and drifted against the railway bridge.",
    "Two of the stone pillars gave way under its weight, and the middle span sank into the river.",
    "Trains towards the coast are being turned back at the junction, where buses wait for commuters.",
    "Engineers expect that the track will stay closed for at least three weeks while divers examine the foundations.",
    "The shipping company blamed a worn cable, which an inspector had approved in spring.",
    "Fishermen complained that barges block the narrow channel whenever the tide runs out.",
    "Insurance will cover the masonry, the treasurer explained, but not the wages lost in the sawmills upstream.",
    "Schoolchildren from the northern villages get lessons in a gymnasium until a temporary ferry begins to sail.",
];

/// Sentences about a market.
const MARKET: [&str; 6] = [
    "Bakers in the old town went on strike over the price of flour.",
    "Stalls on the cathedral square sold out of rye loaves before noon, customers grumbled.",
    "A cooperative of millers offered sacks at last year's rates to anyone who signs a contract.",
    "The guild elected a chairwoman who once ran a pastry shop in Lisbon.",
    "Her first promise was an oven shared by apprentices, heated with olive stones.",
    "Pigeons, at least, found enough crumbs beneath the arcades.",
];

fn found(a: &str, b: &str) -> Vec<(String, String)> {
    let articles = [a, b].map(|text| Article::parse("x", text));
    let readings = articles.each_ref().map(Reading::of);
    let detections = detect(&readings[0], &readings[1], &Profile::default()).into_iter();
    let texts = detections.map(|found| (found.a.of(a).to_owned(), found.b.of(b).to_owned()));
    texts.collect()
}

#[test]
fn a_copy_is_exact_to_the_word() {
    // It begins and ends inside a sentence.
    let copied = BRIDGE[..5].join(" ");
    let copied = copied[11..copied.len() - 20].trim();
    let a = format!("{} Also: {copied} or so. {}", MARKET[0], MARKET[1]);
    let b = format!("{} A {copied} they say. {}", MARKET[3], MARKET[4]);
    assert_eq!(found(&a, &b), [(copied.to_owned(), copied.to_owned())]);
}

#[test]
fn a_line_end_inside_a_copy_changes_nothing() {
    let copied = BRIDGE[..4].join(" ");
    let a = copied.replace("the ", "the\n");
    assert_eq!(found(&a, &copied), [(a.clone(), copied)]);
}

#[test]
fn a_reworded_passage_is_found_with_its_sentences() {
    let reworded = "During the night a freighter with timber broke loose from its moorings, and against the railway \
        bridge it drifted. The middle span sank in the river after two stone pillars gave way beneath the weight. \
        Buses wait at the junction for commuters, because trains to the coast are turned back. At least three weeks \
        will the track stay closed, engineers expect, while the foundations are examined by divers.";
    let a = format!(
        "{} {reworded} {}",
        MARKET[..3].join(" "),
        MARKET[3..].join(" ")
    );
    let b = BRIDGE.join(" ");
    assert_eq!(
        found(&a, &b),
        [(reworded.to_owned(), BRIDGE[..4].join(" "))]
    );
}

#[test]
fn passages_with_other_text_between_them_stay_two() {
    let a = format!(
        "{} {} {}",
        BRIDGE[..3].join(" "),
        MARKET.join(" "),
        BRIDGE[5..].join(" ")
    );
    let b = format!("{} {}", BRIDGE[5..].join(" "), BRIDGE[..3].join(" "));
    let (first, second) = (BRIDGE[..3].join(" "), BRIDGE[5..].join(" "));
    assert_eq!(
        found(&a, &b),
        [(first.clone(), first), (second.clone(), second)]
    );
}

#[test]
fn a_summary_sums_up_the_whole_source() {
    let more = [
        "The harbour master ordered every captain to double the ropes before the next storm arrives.",
        "A crane from the shipyard will lift the sunken span, provided that the weather holds.",
        "Historians recalled that the bridge was damaged once before, by ice, in the winter of 1929.",
        "Parliament set aside money for a tunnel years ago, and nobody dug a single metre of it.",
    ];
    let summary = "A freighter broke from its moorings and damaged the railway bridge, as ice once did in 1929. \
        Trains to the coast turn back, and the track stays closed for weeks. The shipping company blamed a \
        worn cable; a crane will lift the span.";
    let a = format!(
        "{} {summary} {}",
        MARKET[..3].join(" "),
        MARKET[3..].join(" ")
    );
    let b = format!("{} {}", BRIDGE.join(" "), more.join(" "));
    assert_eq!(found(&a, &b), [(summary.to_owned(), b)]);
}

#[test]
fn what_is_short_or_unrelated_is_nothing() {
    assert_eq!(found(&MARKET.join(" "), &BRIDGE.join(" ")), []);
    // 111 characters in common.
    let a = format!("{} {}", BRIDGE[0], MARKET.join(" "));
    assert_eq!(found(&a, &BRIDGE.join(" ")), []);
    assert_eq!(found("", ""), []);
    assert_eq!(found("", BRIDGE[0]), []);
    assert_eq!(found(BRIDGE[0], " \n."), []);
}

proptest! {
    /// Pieces of both stories in any order, broken by line ends and wide characters.
    #[test]
    fn passages_lie_in_their_texts_and_never_share_a_word(
        a in prop::collection::vec(0_usize..17, 0..24),
        b in prop::collection::vec(0_usize..17, 0..24),
    ) {
        let text = |pieces: Vec<usize>| {
            let odd = ["\n", "北京 😀 ", "“"];
            let all: Vec<&str> = BRIDGE.into_iter().chain(MARKET).chain(odd).collect();
            pieces.into_iter().map(|piece| format!("{} ", all[piece])).collect::<String>()
        };
        let (a, b) = (text(a), text(b));
        let articles = [&a, &b].map(|text| Article::parse("x", text));
        let readings = articles.each_ref().map(Reading::of);
        let mut end = 0;
        for passage in detect(&readings[0], &readings[1], &Profile::default()) {
            prop_assert!(a.get(passage.a.range()).is_some_and(|text| text.chars().count() >= 150));
            prop_assert!(b.get(passage.b.range()).is_some_and(|text| text.chars().count() >= 150));
            prop_assert!(passage.a.start >= end);
            end = passage.a.end;
        }
    }
}
