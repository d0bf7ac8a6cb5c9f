//! The facts that versions of a story give figures for, and how many come out right: what the gold
//! says of each pair of articles, by status, and what the report says of it.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// For each status and pair of articles, how many facts came out right, and of how many.
type Counts = BTreeMap<String, BTreeMap<String, (usize, usize)>>;

/// A stretch of one article, in code points.
type Place = (usize, usize, usize);

/// Prints, by status, how many facts of the gold in `folder` are right in `report`: a difference is
/// told of those that differ, and none of those that agree or are of two events.
///
/// # Errors
/// When the gold, a text or the report cannot be read.
pub fn print(story: &str, folder: &Path, report: &Path) -> Result<()> {
    for (status, pairs) in counts(folder, report)? {
        let (right, all) = pairs
            .values()
            .fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        let wrong = pairs.iter().filter(|(_, (right, all))| right < all);
        let wrong: Vec<_> = wrong
            .map(|(pair, (right, all))| format!("{pair} {right}/{all}"))
            .collect();
        let where_not = if wrong.is_empty() {
            String::new()
        } else {
            format!(": {}", wrong.join(", "))
        };
        println!("{story}: figures that {status}: {right} of {all} right{where_not}");
    }
    Ok(())
}

fn counts(folder: &Path, report: &Path) -> Result<Counts> {
    let gold = read(&folder.join("gold.json"))?;
    let report = read(report)?;
    let letters: Vec<&String> = gold["files"]
        .as_object()
        .context("no files")?
        .keys()
        .collect();
    let mut offsets = Vec::new();
    for letter in &letters {
        let text = fs::read_to_string(folder.join(format!("{letter}.txt")))?;
        offsets.push(code_points(&text));
    }
    let told = |place: &Value| -> Option<Place> {
        let article = place["article"].as_u64()? as usize;
        let at = |key: &str| Some(offsets[article][place[key].as_u64()? as usize]);
        Some((article, at("start")?, at("end")?))
    };
    let differences: Vec<(Place, Place)> = list(&report["numberDifferences"])
        .filter_map(|difference| Some((told(&difference["a"])?, told(&difference["b"])?)))
        .collect();
    let stated = |place: &Value| -> Option<Place> {
        let letter = place["file"].as_str()?;
        let article = letters.iter().position(|other| *other == letter)?;
        let at = |key: &str| Some(place[key].as_u64()? as usize);
        Some((article, at("start")?, at("end")?))
    };
    let mut counts = Counts::new();
    for fact in list(&gold["numbers_facts"]) {
        // One fact may be stated several times in either article.
        let mut facts: BTreeMap<(&str, &str), bool> = BTreeMap::new();
        for pair in list(&fact["pairs"]) {
            let (Some(a), Some(b)) = (stated(&pair["a"]), stated(&pair["b"])) else {
                continue;
            };
            let key = (word(&pair["status"]), word(&pair["pair"]));
            *facts.entry(key).or_default() |= differences
                .iter()
                .any(|told| meet(told.0, a) && meet(told.1, b));
        }
        for ((status, pair), differs) in facts {
            let expected = !matches!(status, "agree" | "related");
            let count = counts.entry(status.to_owned()).or_default();
            let count = count.entry(pair.to_owned()).or_default();
            *count = (count.0 + usize::from(differs == expected), count.1 + 1);
        }
    }
    Ok(counts)
}

fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

/// For each UTF-16 code unit of `text`, and for its end, how many code points stand before it.
fn code_points(text: &str) -> Vec<usize> {
    let mut offsets = Vec::new();
    for (index, letter) in text.chars().enumerate() {
        offsets.extend(std::iter::repeat_n(index, letter.len_utf16()));
    }
    offsets.push(text.chars().count());
    offsets
}

/// Whether two stretches share half of the shorter.
fn meet(one: Place, other: Place) -> bool {
    let shared = one.2.min(other.2).saturating_sub(one.1.max(other.1));
    let shorter = (one.2 - one.1).min(other.2 - other.1);
    one.0 == other.0 && shared > 0 && 2 * shared >= shorter
}
