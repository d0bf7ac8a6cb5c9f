//! Goes through a corpus: pairs of documents in a list, the passages of each pair in a line.

use crate::input;
use serde::Serialize;
use std::io::{self, BufWriter, ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};
use wiremark::article::Article;
use wiremark::desk::Desk;
use wiremark::overlap::corpus::{Profile, Reading, detect};
use wiremark::span::Span;

/// What finds the passages that two documents share.
pub enum Finder {
    /// The overlaps that are reported of two articles on this desk, which is empty.
    News(Box<Desk>),
    /// The passages that one was reused from the other.
    Corpus(Profile),
}

impl Finder {
    /// The passages of two texts, in bytes, in the order of the first.
    fn passages(&mut self, suspicious: &str, source: &str) -> Vec<(Span, Span)> {
        match self {
            Self::News(desk) => {
                let numbers = [suspicious, source].map(|text| desk.add("", text));
                let articles: Vec<&Article> = desk.articles().collect();
                let overlaps = desk.report().overlaps.into_iter();
                let found = overlaps
                    .map(|found| {
                        let a = articles[0].bytes(found.a.span);
                        (a, articles[1].bytes(found.b.span))
                    })
                    .collect();
                for number in numbers {
                    desk.remove(number).expect("it was added above");
                }
                found
            }
            Self::Corpus(profile) => {
                let articles = [suspicious, source].map(|text| Article::parse("", text));
                let readings = articles.each_ref().map(Reading::of);
                let found = detect(&readings[0], &readings[1], profile).into_iter();
                found.map(|passage| (passage.a, passage.b)).collect()
            }
        }
    }
}

/// A line of the list: a document that reuses, and its source, as they are named there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Pair<'l> {
    suspicious: &'l str,
    source: &'l str,
}

/// What is printed of a pair.
#[derive(Serialize)]
struct Line<'l> {
    susp: &'l str,
    src: &'l str,
    /// The start and end in the suspicious document, then in the source.
    det: Vec<[u32; 4]>,
}

/// Prints the passages of every pair that `list` names, in its order, one line of JSON for each.
/// A reader that closes the pipe early is no error.
///
/// # Errors
/// One line that names the file and, in the list, the line: not readable, or not a pair.
pub fn print(list: &Path, mut finder: Finder) -> Result<(), String> {
    let text = input::read_exactly(list)?;
    let folder = list.parent().unwrap_or(Path::new(""));
    let mut out = BufWriter::new(stdout().lock());
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let place = |reason| format!("{}, line {}: {reason}", list.display(), index + 1);
        let pair = pair(line).map_err(place)?;
        let suspicious = read(pair.suspicious, folder, "susp").map_err(place)?;
        let source = read(pair.source, folder, "src").map_err(place)?;
        let line = Line {
            susp: pair.suspicious,
            src: pair.source,
            det: in_characters(&suspicious, &source, &finder.passages(&suspicious, &source)),
        };
        match write(&mut out, &line) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| format!("cannot write the passages: {error}"))?,
        }
    }
    match out.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write the passages: {error}"))
        }
        _ => Ok(()),
    }
}

fn write(out: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// The two names on a line, apart by a tab or, when they hold no spaces, by spaces.
fn pair(line: &str) -> Result<Pair<'_>, String> {
    let names: Vec<&str> = if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else {
        line.split_whitespace().collect()
    };
    match names[..] {
        [suspicious, source] if !suspicious.is_empty() && !source.is_empty() => {
            Ok(Pair { suspicious, source })
        }
        _ => Err("give two file names, with a space or a tab between them".to_owned()),
    }
}

/// Reads a document of the list in `folder`, which PAN keeps in a folder named `kind`.
fn read(name: &str, folder: &Path, kind: &str) -> Result<String, String> {
    let places = places(name, folder, kind);
    let Some(file) = places.iter().find(|file| file.is_file()) else {
        let looked: Vec<_> = places
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        return Err(format!(
            "there is no {name}; looked for {}",
            looked.join(", ")
        ));
    };
    input::read_exactly(file)
}

/// Where a document may be: from the folder of the list, in the folder for its kind beside it or in
/// it, or from the working directory.
fn places(name: &str, folder: &Path, kind: &str) -> Vec<PathBuf> {
    let mut places = vec![
        folder.join(name),
        folder.join("..").join(kind).join(name),
        folder.join(kind).join(name),
        PathBuf::from(name),
    ];
    places.dedup();
    places
}

/// Passages of two texts in characters.
fn in_characters(suspicious: &str, source: &str, passages: &[(Span, Span)]) -> Vec<[u32; 4]> {
    let (in_a, in_b) = (Characters::of(suspicious), Characters::of(source));
    passages
        .iter()
        .map(|(a, b)| {
            let ([a0, a1], [b0, b1]) = (in_a.span(*a), in_b.span(*b));
            [a0, a1, b0, b1]
        })
        .collect()
}

/// Where each character of a text begins, in bytes.
struct Characters(Vec<u32>);

impl Characters {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at as u32).collect())
    }

    /// A span in characters.
    fn span(&self, span: Span) -> [u32; 2] {
        [span.start, span.end].map(|byte| self.0.partition_point(|at| *at < byte) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_two_names() {
        let expected = Pair {
            suspicious: "a.txt",
            source: "b.txt",
        };
        assert_eq!(pair(" a.txt  b.txt\r"), Ok(expected));
        assert_eq!(pair("a.txt\tb.txt"), Ok(expected));
        assert_eq!(
            pair("our draft.txt\twire.txt").unwrap().suspicious,
            "our draft.txt"
        );
        assert!(pair("a.txt").is_err() && pair("a b c").is_err() && pair("a.txt\t").is_err());
    }

    #[test]
    fn offsets_count_characters() {
        let text = "é😀ab";
        let characters = Characters::of(text);
        assert_eq!(characters.span(Span::new(2, 7)), [1, 3]);
        assert_eq!(characters.span(Span::new(0, text.len() as u32)), [0, 4]);
    }

    #[test]
    fn documents_are_looked_for_as_pan_lays_them_out() {
        let places = places("a.txt", Path::new("corpus/02"), "susp");
        assert!(places.contains(&PathBuf::from("corpus/02/../susp/a.txt")));
        assert!(places.contains(&PathBuf::from("corpus/02/susp/a.txt")));
    }
}
