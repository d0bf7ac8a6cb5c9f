//! Web pages: the text that a reader sees, with its paragraphs.

use html2text::config::with_decorator;
use html2text::render::TrivialDecorator;
use std::path::Path;

/// Wider than any line, so that the renderer breaks none.
const NO_WRAPPING: usize = 1_000_000_000;

/// Whether an input is a web page: by its name, or by how it begins.
pub fn is_page(file: &Path, text: &str) -> bool {
    let named = file.extension().is_some_and(|extension| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    });
    let start: String = text.trim_start().chars().take(14).collect();
    let start = start.to_ascii_lowercase();
    named || start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// What the page shows. Scripts, styles and markup are gone; paragraphs stay apart.
///
/// # Errors
/// When the page nests so deeply that the renderer gives up.
pub fn visible_text(page: &str) -> Result<String, String> {
    with_decorator(TrivialDecorator::new())
        .raw_mode(true)
        .string_from_read(page.as_bytes(), NO_WRAPPING)
        .map_err(|error| format!("cannot be read as a web page: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_scripts_and_styles_are_gone_and_paragraphs_stay() {
        let page = "<!doctype html><html><head><title>t</title><style>p{}</style></head><body>\
            <script>alert('x')</script><h1>Ship freed</h1><p>Crews &amp; tugs <b>pulled</b> it\n off.</p>\
            <p>\u{201c}Good,\u{201d} <a href='x'>she</a> said.</p></body></html>";
        let text = visible_text(page).unwrap();
        let paragraphs: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            paragraphs,
            [
                "Ship freed",
                "Crews & tugs pulled it off.",
                "\u{201c}Good,\u{201d} she said."
            ]
        );
    }

    #[test]
    fn a_page_is_known_by_name_or_by_its_start() {
        assert!(is_page(Path::new("story.HTML"), "plain"));
        assert!(is_page(Path::new("-"), "\n<!DOCTYPE html><p>x"));
        assert!(!is_page(Path::new("story.txt"), "He said <b> means bold."));
    }
}
