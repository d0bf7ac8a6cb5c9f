//! The PAN 2013 training sample: its layout, its cases, and its split into two halves.
//!
//! The corpus does not belong to the project. It lies beside it, in `../shared`, where there is one.

use crate::plagdet::Passages;
use anyhow::{Context, Result};
use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// How the passages of a class were reused: its folder, and what it is called here.
pub const CLASSES: [(&str, &str); 5] = [
    ("01-no-plagiarism", "unrelated"),
    ("02-no-obfuscation", "none"),
    ("03-random-obfuscation", "random"),
    ("04-translation-obfuscation", "translation"),
    ("05-summary-obfuscation", "summary"),
];

/// A half of the sample. No suspicious document is in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Half {
    /// The corpus profile was tuned on it.
    Tuned,
    /// Only ever reported.
    HeldOut,
}

impl Half {
    /// The half that a suspicious document is in: one bit of the FNV-1a hash of its file name.
    pub fn of(document: &str) -> Self {
        let hash = document
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        if hash >> 32 & 1 == 0 {
            Self::Tuned
        } else {
            Self::HeldOut
        }
    }
}

/// The list of the pairs of a class.
pub fn list(corpus: &Path, class: &str) -> PathBuf {
    corpus.join(class).join("pairs")
}

/// The cases of a pair of documents, given by their file names.
///
/// # Errors
/// When they are not in the corpus, or not in its form.
pub fn cases(corpus: &Path, class: &str, suspicious: &str, source: &str) -> Result<Vec<Passages>> {
    let stem = |name: &str| name.strip_suffix(".txt").unwrap_or(name).to_owned();
    let name = format!("{}-{}.xml", stem(suspicious), stem(source));
    let file = corpus.join(class).join(name);
    let text = fs::read_to_string(&file)
        .with_context(|| format!("cannot read the cases in {}", file.display()))?;
    read(&text).with_context(|| format!("{} is not in PAN's form", file.display()))
}

/// The cases in a description.
fn read(text: &str) -> Result<Vec<Passages>> {
    let feature = Regex::new(r"<feature[[:space:]][^>]*>")?;
    let attribute = Regex::new(r#"([a-z_]+)="([^"]*)""#)?;
    let mut cases = Vec::new();
    for found in feature.find_iter(text) {
        let value = |name: &str| {
            let mut attributes = attribute.captures_iter(found.as_str());
            attributes
                .find(|attribute| &attribute[1] == name)
                .map(|attribute| attribute[2].to_owned())
        };
        if value("name").as_deref() != Some("plagiarism") {
            continue;
        }
        let number = |name: &str| -> Result<u32> {
            let value = value(name).with_context(|| format!("a case without {name}"))?;
            value
                .parse()
                .with_context(|| format!("{name} is no number"))
        };
        let range = |side: &str| -> Result<_> {
            let start = number(&format!("{side}_offset"))?;
            Ok(start..start + number(&format!("{side}_length"))?)
        };
        cases.push(Passages {
            a: range("this")?,
            b: range("source")?,
        });
    }
    Ok(cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_read_whatever_the_order_of_their_attributes() {
        let text = r#"<document reference="a.txt">
            <feature name="about" title="news" />
            <feature source_length="50" name="plagiarism" this_offset="10" this_length="20"
                source_reference="b.txt" source_offset="30" />
            </document>"#;
        assert_eq!(
            read(text).unwrap(),
            [Passages {
                a: 10..30,
                b: 30..80
            }]
        );
    }

    #[test]
    fn a_case_that_is_not_whole_is_an_error() {
        let error = read(r#"<feature name="plagiarism" this_offset="1" />"#).unwrap_err();
        assert!(error.to_string().contains("this_length"));
    }

    #[test]
    fn the_halves_are_about_as_large() {
        let name = |number: &u32| format!("suspicious-document{number:05}.txt");
        let tuned = (0..1000).filter(|number| Half::of(&name(number)) == Half::Tuned);
        assert!((450..550).contains(&tuned.count()));
    }
}
