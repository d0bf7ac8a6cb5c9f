//! Reads `quantities.tsv`, a table of figures as news copy writes them, and asks for nineteen in
//! twenty to be read exactly: value or range, unit and hedge.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use wiremark::article::Article;
use wiremark::text::quantities::{Quantity, QuantityKind};

/// A quantity in the notation of the table.
#[derive(Debug)]
struct Expected {
    ordinal: bool,
    approximate: bool,
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
}

impl Expected {
    fn parse(notation: &str) -> Self {
        let (figure, unit) = notation.split_once(' ').unwrap_or((notation, ""));
        let (figure, approximate) = strip(figure, '~');
        let (figure, ordinal) = strip(figure, '#');
        let number = |text: &str| {
            (!text.is_empty()).then(|| text.parse().unwrap_or_else(|_| panic!("no number: {text}")))
        };
        let (low, high) = figure.split_once("..").unwrap_or((figure, figure));
        Self {
            ordinal,
            approximate,
            low: number(low),
            high: number(high),
            unit: unit.to_owned(),
        }
    }

    fn matches(&self, found: &Quantity) -> bool {
        let close = |expected: Option<f64>, found: Option<f64>| match (expected, found) {
            (Some(expected), Some(found)) => (expected - found).abs() <= expected.abs() * 1e-9,
            (expected, found) => expected == found,
        };
        close(self.low, found.low)
            && close(self.high, found.high)
            && self.unit == found.unit.as_deref().unwrap_or("")
            && self.approximate == found.approximate
            && self.ordinal == (found.kind == QuantityKind::Ordinal)
    }
}

fn strip(text: &str, mark: char) -> (&str, bool) {
    text.strip_prefix(mark)
        .map_or((text, false), |rest| (rest, true))
}

#[test]
fn nineteen_in_twenty_figures_are_read_exactly() {
    let table = include_str!("quantities.tsv");
    let cases = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut right, mut all) = (0, 0);
    for line in cases {
        let (text, notation) = line.split_once('\t').expect("text, tab, quantities");
        let expected: Vec<Expected> = notation
            .split("; ")
            .filter(|notation| *notation != "-")
            .map(Expected::parse)
            .collect();
        let article = Article::parse("case", text);
        let found = article.quantities();
        let exact = expected.len() == found.len()
            && expected
                .iter()
                .zip(found)
                .all(|(expected, found)| expected.matches(found));
        all += 1;
        right += usize::from(exact);
        if !exact {
            println!(
                "{text}\n    expected {notation}\n    found    {}",
                written(&article)
            );
        }
    }
    println!(
        "quantities: {right} of {all} sentences exact, {:.3}",
        right as f64 / all as f64
    );
    assert!(all >= 180, "the table has shrunk to {all} cases");
    assert!(right * 20 >= all * 19, "{right} of {all}");
}

/// What was found, in the notation of the table, with the words that were read.
fn written(article: &Article) -> String {
    let one = |found: &Quantity| {
        let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        let (low, high) = (number(found.low), number(found.high));
        format!(
            "{}{}{} {} [{}]",
            if found.approximate { "~" } else { "" },
            if found.kind == QuantityKind::Ordinal {
                "#"
            } else {
                ""
            },
            if low == high {
                low
            } else {
                format!("{low}..{high}")
            },
            found.unit.as_deref().unwrap_or(""),
            found.span.of(article.text()),
        )
    };
    article
        .quantities()
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join("; ")
}

/// What figures are made of, and what breaks them.
fn figure_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ten ",
        "1.2",
        " million ",
        "$",
        "US$",
        "€",
        "%",
        "-",
        "–",
        " to ",
        " and ",
        "between ",
        "from ",
        "more than ",
        "about ",
        "10,000 ",
        "3",
        "2024",
        "Dec. ",
        "16 ",
        "Monday ",
        "thousands ",
        "of ",
        "half ",
        "a ",
        "several ",
        "troops ",
        "'s ",
        ", ",
        ". ",
        "(",
        ")",
        "/",
        ":",
        "30 ",
        "year-old ",
        "third ",
        "1e9 ",
        "٣٤",
        "½",
        "😀",
        "\n",
        "resolutions ",
        "1718",
        "one ",
        "in ",
        "five ",
        "ago ",
        "km",
        "/h ",
        "°C ",
        "Rs",
        "crore ",
        "min",
        "us ",
        "and a half ",
        "last ",
        "week ",
        "9999999999999999999 ",
        "0",
        ",",
        ".",
        "pm ",
        "GMT ",
        "hundred ",
        "score ",
        "the ",
        "quarter ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_and_dates_lie_on_tokens_in_order_and_apart(text in figure_like()) {
        let article = Article::parse("case", &text);
        let mut spans: Vec<_> = article.quantities().iter().map(|found| found.span).collect();
        prop_assert!(spans.is_sorted());
        spans.extend(article.dates().iter().map(|found| found.span));
        spans.sort();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start, "{:?}", pair);
        }
        for span in &spans {
            prop_assert!(!span.is_empty());
            prop_assert!(article.tokens().iter().any(|token| token.span.start == span.start));
            prop_assert!(article.tokens().iter().any(|token| token.span.end == span.end));
        }
        for found in article.quantities() {
            let (low, high) = (found.low, found.high);
            prop_assert!(low.or(high).is_some());
            prop_assert!(low.is_none_or(f64::is_finite) && high.is_none_or(f64::is_finite));
            if let (Some(low), Some(high)) = (low, high) {
                prop_assert!(low <= high);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_parsers(text in "\\PC{0,200}") {
        Article::parse("case", &text);
    }
}

#[test]
fn long_runs_of_figures_take_linear_time() {
    let length = 1 << 18;
    for piece in [
        "9",
        "9,",
        "9 ",
        "1-",
        "one ",
        "hundred ",
        "of thousands ",
        "ago ",
        "'s ",
        "5 and ",
        "$",
        "resolutions 1, 2 ",
    ] {
        let text = piece.repeat(length / piece.len());
        let started = Instant::now();
        Article::parse("case", &text);
        let took = started.elapsed();
        // A second in a debug build; a quadratic reading would take many minutes.
        assert!(took < Duration::from_secs(20), "{piece:?} took {took:?}");
    }
}
