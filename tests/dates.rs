//! Reads `dates.tsv`, a table of dates as news copy writes them, and asks for nineteen in twenty to be
//! read exactly: the words and their value.

use wiremark::article::Article;

/// The dates of `text`, an article of the given day, in the notation of the table.
fn read(day: &str, text: &str) -> String {
    let header = if day == "-" {
        String::new()
    } else {
        format!("date {day}\n\n")
    };
    let article = Article::parse("case", &format!("{header}{text}"));
    let found: Vec<String> = article
        .dates()
        .iter()
        .filter(|date| date.span.start as usize >= header.len())
        .map(|date| {
            let words = date.span.of(article.text());
            date.value
                .as_ref()
                .map_or(words.to_owned(), |value| format!("{words}={value}"))
        })
        .collect();
    if found.is_empty() {
        "-".to_owned()
    } else {
        found.join("; ")
    }
}

#[test]
fn nineteen_in_twenty_dates_are_read_exactly() {
    let table = include_str!("dates.tsv");
    let cases = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut right, mut all) = (0, 0);
    for line in cases {
        let mut columns = line.split('\t');
        let mut column = || columns.next().expect("day, text, dates");
        let (day, text, expected) = (column(), column(), column());
        let found = read(day, text);
        all += 1;
        right += usize::from(found == expected);
        if found != expected {
            println!("{day} {text}\n    expected {expected}\n    found    {found}");
        }
    }
    println!(
        "dates: {right} of {all} sentences exact, {:.3}",
        right as f64 / all as f64
    );
    assert!(all >= 80, "the table has shrunk to {all} cases");
    assert!(right * 20 >= all * 19, "{right} of {all}");
}
