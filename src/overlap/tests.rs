//! What holds for every pair of articles, and what readers of news expect.

use super::*;
use crate::span::Span;
use proptest::prelude::*;

fn between(a: &str, b: &str) -> Vec<Overlap> {
    compare(&Article::parse("a", a), &Article::parse("b", b))
}

/// The kinds and texts of the overlaps.
fn told<'t>(a: &'t str, b: &'t str) -> Vec<(OverlapKind, &'t str, &'t str)> {
    let overlaps = between(a, b);
    let told = overlaps.iter();
    told.map(|overlap| (overlap.kind, overlap.a.of(a), overlap.b.of(b)))
        .collect()
}

/// The edits of the one overlap.
fn edits<'t>(a: &'t str, b: &'t str) -> Vec<(EditKind, &'t str, &'t str)> {
    let overlaps = between(a, b);
    assert_eq!(overlaps.len(), 1, "{:?}", told(a, b));
    let edits = overlaps[0].edits.iter();
    edits
        .map(|edit| (edit.kind, edit.a.of(a), edit.b.of(b)))
        .collect()
}

const FIRE: &str =
    "Firefighters rescued eleven climbers from a burning hut near the summit of Mount Hollin.";
const BRIDGE: &str =
    "Engineers closed the old railway bridge after inspectors found cracks in two pillars.";
const HARVEST: &str =
    "Farmers along the river expect the poorest wheat harvest since the drought began.";
const MUSEUM: &str =
    "The museum will return forty carved masks to the island where they were bought.";

#[test]
fn quote_marks_case_dashes_and_commas_fold() {
    let a = "The mayor said: “We’ll rebuild – brick by brick – the Old market, hall and tower.”";
    let b = "the mayor said: \"We'll rebuild - brick by brick - the old market, hall, and tower.\"";
    assert_eq!(told(a, b), [(OverlapKind::Verbatim, a, b)]);
}

#[test]
fn spelling_variants_are_not_edits() {
    let a = "The organisation travelled to the harbour and analysed 10,000 labour contracts, 3 per cent of them forged.";
    let b = "The organization traveled to the harbor and analyzed 10000 labor contracts, 3% of them forged.";
    assert_eq!(told(a, b), [(OverlapKind::Verbatim, a, b)]);
}

#[test]
fn a_changed_word_is_a_substitution() {
    let b = FIRE.replace("rescued", "saved");
    assert_eq!(
        edits(FIRE, &b),
        [(EditKind::Substitution, "rescued", "saved")]
    );
}

#[test]
fn an_added_word_is_an_insertion_and_marks_its_place() {
    let b = BRIDGE.replace("cracks", "deep cracks");
    assert_eq!(edits(BRIDGE, &b), [(EditKind::Insertion, "", "deep")]);
    let place = between(BRIDGE, &b)[0].edits[0].a;
    assert_eq!(place.end as usize, BRIDGE.find(" cracks").unwrap());
    assert_eq!(edits(&b, BRIDGE), [(EditKind::Deletion, "deep", "")]);
}

#[test]
fn a_crossing_paragraph_is_moved() {
    let a = [FIRE, BRIDGE, HARVEST, MUSEUM].join("\n\n");
    let b = [BRIDGE, HARVEST, MUSEUM, FIRE].join("\n\n");
    let moved: Vec<_> = between(&a, &b)
        .iter()
        .map(|overlap| (overlap.kind, overlap.moved))
        .collect();
    let still = (OverlapKind::Verbatim, false);
    assert_eq!(moved, [(OverlapKind::Verbatim, true), still, still, still]);
}

#[test]
fn a_sentence_split_in_two_aligns_with_both_halves() {
    let a = "Divers recovered the flight recorder of the cargo plane on Tuesday, and investigators expect to read its memory within three weeks.";
    let first = "Divers recovered the flight recorder of the cargo plane on Tuesday.";
    let second = "Investigators expect to read its memory within three weeks.";
    let b = format!("{first}\n{second}");
    let found = told(a, &b);
    let halves: Vec<_> = found.iter().map(|(_, _, b)| *b).collect();
    assert_eq!(halves, [first, second]);
}

#[test]
fn a_shared_clause_is_marked_tight() {
    let clause = "the dam above the valley had been leaking since the spring thaw";
    let a = format!(
        "Residents of four villages who were taken to schools and sports halls during the night said that {clause}."
    );
    let b = format!(
        "{clause}, and a hearing about who should have warned the power company will open before judges in the capital."
    );
    let sentence = format!("{clause}.");
    assert_eq!(
        told(&a, &b),
        [(OverlapKind::Verbatim, sentence.as_str(), clause)]
    );
}

#[test]
fn formulae_names_and_small_words_are_not_overlaps() {
    for (a, b) in [
        (
            "The minister told reporters on condition of anonymity that taxes would fall.",
            "A diplomat told reporters on condition of anonymity that talks had failed.",
        ),
        (
            "It was one of the most that could have been done for all of them by us, said Lena.",
            "It was one of the most that could have been done for all of them by us, wrote Omar.",
        ),
        (
            "President Anna Maria Lindqvist opened a school.",
            "A court fined President Anna Maria Lindqvist for speeding.",
        ),
        (FIRE, BRIDGE),
    ] {
        assert_eq!(told(a, b), [], "{a} | {b}");
    }
}

#[test]
fn a_text_overlaps_itself_sentence_by_sentence() {
    let text = [FIRE, BRIDGE, HARVEST].join("\n");
    let found: Vec<_> = told(&text, &text).iter().map(|found| found.1).collect();
    assert_eq!(found, [FIRE, BRIDGE, HARVEST]);
}

#[test]
fn a_run_without_sentences_or_spaces_is_survived() {
    let long = "wheat".repeat(20_000);
    assert_eq!(told(&long, &format!("{long}x")), []);
    let words: String = (0..2_000).map(|n| format!("word{n} ")).collect();
    let found = between(&words, &words[6..]);
    let covered: u32 = found.iter().map(|overlap| overlap.a.len()).sum();
    assert!(covered as usize > words.len() * 9 / 10);
}

#[test]
fn a_sentence_repeated_without_end_costs_what_it_is_long() {
    let sentence = "The minister said the northern bridge had been closed after heavy rain.\n";
    let pairs = |times: usize| {
        let a = Fingerprint::of(&Article::parse("a", &sentence.repeat(times)));
        let b = format!("{}Another day ends.", sentence.repeat(times - 1));
        let b = Fingerprint::of(&Article::parse("b", &b));
        let shared = Shared::of(&a, &b);
        candidates::candidates(&a, &b, &shared, &verbatim::runs(&a, &b, &shared), None)
            .pairs
            .len()
    };
    // Aligning a pair takes a bounded time, so that their number is the cost of everything.
    let (once, tenfold) = (pairs(300), pairs(3_000));
    assert!(tenfold <= 11 * once, "{once} pairs, then {tenfold}");
}

#[test]
fn a_sentence_that_comes_back_whole_is_an_overlap_however_common() {
    let b = [HARVEST, HARVEST, HARVEST].join("\n");
    assert_eq!(told(HARVEST, &b).len(), 3);
    assert_eq!(told(&b, HARVEST).len(), 3);
}

#[test]
fn a_headline_aligns_with_its_lead() {
    let lead = "Two hikers who had been missing in the Karwen hills since Friday were found alive on Sunday by volunteers with dogs, rescuers said.";
    let a = format!("Missing hikers found alive in Karwen hills\n\n{lead}\n\n{BRIDGE}");
    let b = format!("{lead}\n\n{BRIDGE}");
    let found = told(&a, &b);
    let headline = "Missing hikers found alive in Karwen hills";
    assert_eq!(found[0], (OverlapKind::Rewritten, headline, lead));
    assert_eq!(found[1], (OverlapKind::Verbatim, lead, lead));
    assert!(between(&a, &b).iter().all(|overlap| !overlap.moved));
}

#[test]
fn words_replaced_at_the_edge_belong_to_the_passage() {
    let a = "The council voted to demolish the empty swimming hall before the winter, after years of quarrels.";
    let b = "Councillors decided to tear down the empty swimming hall before the winter, after years of quarrels.";
    assert_eq!(told(a, b), [(OverlapKind::Edited, a, b)]);
}

#[test]
fn a_sentence_turned_round_is_rewritten() {
    let a = "A proposal to cap parking fees at three euros was rejected by the council on Friday.";
    let b = "The council on Friday rejected a proposal to limit parking fees to three euros.";
    assert_eq!(told(a, b), [(OverlapKind::Rewritten, a, b)]);
}

/// Short articles that share sentences, have them edited, split and shuffled.
fn version() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        FIRE,
        BRIDGE,
        HARVEST,
        MUSEUM,
        "Firefighters saved eleven climbers from a hut near the top of Mount Hollin!",
        "Inspectors found cracks in two pillars",
        "“We expect the poorest wheat harvest,” farmers said. ",
        "The U.S. museum’s forty masks – carved, painted – will return 😀.",
        "and the",
        "\r\n",
        "\n\n",
        " ",
        "洪水が川沿いの小麦を襲った。",
    ]);
    prop::collection::vec(sentence, 0..12).prop_map(|pieces| pieces.join(" "))
}

fn on_token_borders(article: &Article, span: Span) -> bool {
    let tokens = article.tokens();
    tokens.iter().any(|token| token.span.start == span.start)
        && tokens.iter().any(|token| token.span.end == span.end)
}

proptest! {
    #[test]
    fn exchanging_the_articles_mirrors_the_overlaps(a in version(), b in version()) {
        let mut mirrored = between(&b, &a);
        mirrored.iter_mut().for_each(Overlap::mirror);
        mirrored.sort_by_key(|overlap| (overlap.a, overlap.b));
        prop_assert_eq!(between(&a, &b), mirrored);
    }

    #[test]
    fn passages_and_edits_are_whole_words_inside_their_texts(a in version(), b in version()) {
        let (a, b) = (Article::parse("a", &a), Article::parse("b", &b));
        for overlap in compare(&a, &b) {
            prop_assert!(on_token_borders(&a, overlap.a) && on_token_borders(&b, overlap.b));
            prop_assert_eq!(overlap.kind == OverlapKind::Verbatim, overlap.edits.is_empty());
            let (mut end_a, mut end_b) = (overlap.a.start, overlap.b.start);
            for edit in &overlap.edits {
                prop_assert!(overlap.a.contains(edit.a) && overlap.b.contains(edit.b));
                prop_assert!(edit.a.start >= end_a);
                prop_assert!(edit.kind == EditKind::Reorder || edit.b.start >= end_b);
                prop_assert!(edit.a.is_empty() || on_token_borders(&a, edit.a));
                prop_assert!(edit.b.is_empty() || on_token_borders(&b, edit.b));
                prop_assert_eq!(edit.a.is_empty(), edit.kind == EditKind::Insertion);
                prop_assert_eq!(edit.b.is_empty(), edit.kind == EditKind::Deletion);
                end_a = edit.a.end;
                if edit.kind != EditKind::Reorder {
                    end_b = edit.b.end;
                }
            }
        }
    }

    #[test]
    fn an_article_is_verbatim_in_itself(text in version()) {
        let article = Article::parse("a", &text);
        let overlaps = compare(&article, &article);
        let in_story = |span: Span| {
            let boilerplate = article.boilerplate();
            !boilerplate.iter().any(|stretch| stretch.span.overlaps(span))
        };
        let words = article.tokens().iter().filter(|token| {
            token.kind != crate::text::tokens::TokenKind::Mark && in_story(token.span)
        });
        for word in words {
            let covering = overlaps.iter().filter(|overlap| overlap.a.contains(word.span));
            prop_assert_eq!(covering.count(), 1);
        }
        for overlap in &overlaps {
            prop_assert_eq!(overlap.kind, OverlapKind::Verbatim);
            prop_assert!(!overlap.moved && overlap.a == overlap.b);
        }
    }
}

#[test]
fn words_that_stand_elsewhere_in_the_sentence_are_reordered() {
    let a = "On Monday engineers closed the old railway bridge after inspectors found cracks.";
    let b = "Engineers closed the old railway bridge on Monday after inspectors found cracks.";
    assert_eq!(edits(a, b), [(EditKind::Reorder, "On Monday", "on Monday")]);
    assert_eq!(edits(b, a), [(EditKind::Reorder, "on Monday", "On Monday")]);
}

#[test]
fn a_copy_goes_on_through_a_short_sentence() {
    let rest = "The port will not appeal.";
    let a = format!("{BRIDGE} {rest} {MUSEUM}");
    let b = format!("{BRIDGE} {rest} {HARVEST}");
    let verbatim = |text| (OverlapKind::Verbatim, text, text);
    assert_eq!(told(&a, &b), [verbatim(BRIDGE), verbatim(rest)]);
    let apart = format!("{HARVEST} {rest} {MUSEUM}");
    assert_eq!(told(&format!("{BRIDGE} {rest}"), &apart), []);
}

#[test]
fn names_of_one_thing_face_each_other_as_the_same_word() {
    let a = "Envoys of the DPRK walked out of the talks on missile tests in Geneva.";
    let b = "Envoys of North Korea walked out of the talks on missile tests in Geneva.";
    let aliased = |text: &str, name: &str| {
        let article = Article::parse("", text);
        let start = text.find(name).unwrap();
        let alias = Alias {
            span: Span::new(start as u32, (start + name.len()) as u32),
            usual: "North Korea",
            same: true,
        };
        let print = Fingerprint::with_aliases(&article, [alias]);
        (article, print)
    };
    let (a, print_a) = aliased(a, "DPRK");
    let (b, print_b) = aliased(b, "North Korea");
    let found = Comparison::of((&a, &print_a), (&b, &print_b)).overlaps;
    let edits: Vec<_> = found[0].edits.iter().collect();
    let texts = |edit: &Edit| {
        (
            edit.a.of(a.text()).to_owned(),
            edit.b.of(b.text()).to_owned(),
        )
    };
    assert_eq!(found[0].kind, OverlapKind::Edited);
    assert_eq!(texts(edits[0]), ("the DPRK".into(), "North Korea".into()));
    let [one, other] = [(&print_a, 3), (&print_b, 2)].map(|(print, at)| print.stem(at));
    assert_eq!(one, other);
}
