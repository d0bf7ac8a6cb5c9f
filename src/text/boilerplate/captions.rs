//! Captions: what a picture shows, and whose it is.
//!
//! A caption says so itself: it begins with `FILE PHOTO:` or the like, or ends with the credit of a
//! picture, such as `(AP Photo/Ana Lima)` or `[Rui Costa/AFP]`.

use super::BoilerplateKind;
use super::page::{Page, begins_with, holds, opening};
use super::shown::Alone;
use crate::text::fold::lower;

/// A caption is no longer than this, in words.
const LONGEST: usize = 70;

/// A credit without brackets is no longer than this, in bytes.
const LONGEST_CREDIT: usize = 40;

pub(super) fn mark(page: &mut Page) {
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        if !line.taken && line.shown.caption {
            page.take(index, BoilerplateKind::Caption);
        }
    }
}

pub(super) fn is_caption(line: &Alone) -> bool {
    if line.words > LONGEST {
        return false;
    }
    let opening = opening(line.text, 48);
    let opening = opening.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let labelled = begins_with(
        opening,
        &[
            "file photo",
            "file picture",
            "file image",
            "photo by",
            "photos by",
            "photograph by",
            "image source",
            "image credit",
            "image caption",
            "photo credit",
            "picture credit",
            "photo caption",
            "photo courtesy",
            "image courtesy",
            "illustrative image",
            "representational image",
            "representative image",
            "screengrab",
            "getty images",
            "afp via getty images",
            "ap via getty images",
            "pa media",
        ],
    ) && !line.prose
        || begins_with(
            opening,
            &[
                "photo:", "photos:", "image:", "picture:", "caption:", "credit:", "file -",
                "file –", "file —", "graphic:",
            ],
        );
    labelled || ends_with_picture_credit(line.text)
}

/// Whether the last bracket, which closes the line, or its last words are a picture's credit.
fn ends_with_picture_credit(text: &str) -> bool {
    let end = text.trim_end_matches(['.', ' ']);
    let bracketed = [(')', '('), (']', '[')].iter().find_map(|(close, open)| {
        let inner = end.strip_suffix(*close)?;
        let start = inner.rfind(*open)?;
        (inner.len() - start <= 120).then(|| &inner[start + open.len_utf8()..])
    });
    if let Some(credit) = bracketed {
        let lower = lower(credit);
        let agency = holds(
            credit,
            &[
                "AP", "AFP", "Reuters", "REUTERS", "Getty", "EPA", "Xinhua", "dpa",
            ],
        );
        return holds(
            &lower,
            &["photo", "getty images", "file image", "screengrab"],
        ) || (agency && credit.contains('/') && credit.len() <= 60);
    }
    let mut start = end.len().saturating_sub(LONGEST_CREDIT);
    while !end.is_char_boundary(start) {
        start += 1;
    }
    let last = &end[start..];
    // Hardly any sentence ends with one of these, and each credit holds one.
    if !last.contains(['/', 'G', 'H', 'P']) {
        return false;
    }
    holds(
        last,
        &[
            "AP Photo",
            "REUTERS/",
            "AFP/Getty",
            "via Getty Images",
            "/Getty Images",
            "/ AFP",
            "/AFP",
            "Handout via",
        ],
    ) || last.ends_with("Getty Images")
}

#[cfg(test)]
mod tests {
    use crate::text::boilerplate::tests::{STORY, check, marked};

    #[test]
    fn captions_say_so() {
        for caption in [
            "FILE PHOTO: The bridge in March.",
            "The bridge on Monday, after the third flood of the month. (AP Photo/Ana Lima)",
            "The bridge on Monday [Rui Costa/AFP]",
            "Photo: Ana Lima",
            "Rescuers at the bridge on Monday. REUTERS/Ana Lima",
        ] {
            check(&[(
                format!("River rises again\n{caption}\n\n{STORY}"),
                "caption",
                caption,
            )]);
        }
    }

    #[test]
    fn prose_may_name_agencies() {
        let text = format!(
            "The photo was taken by a man of forty, AFP said on Monday (and was wrong).\n\n{STORY}"
        );
        assert_eq!(marked(&text), []);
    }
}
