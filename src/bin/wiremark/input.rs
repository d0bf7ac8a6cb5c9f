//! Reads articles from files and standard input.

use crate::html;
use std::io::Read;
use std::path::Path;

/// A text with the name it goes by in the report.
#[derive(Debug)]
pub struct Input {
    /// The file's name without folders; `standard input` for `-`.
    pub name: String,
    /// The text, without a byte order mark; of a web page, what it shows.
    pub text: String,
}

/// Reads `file`, or standard input when it is `-`, as an article.
///
/// # Errors
/// One line that names the file and the mend: missing, not readable, not UTF-8 text.
pub fn read(file: &Path) -> Result<Input, String> {
    let text = read_exactly(file)?;
    let mut text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
    if html::is_page(file, &text) {
        let visible = html::visible_text(&text);
        text = visible.map_err(|reason| format!("{} {reason}", shown(file)))?;
    }
    let name = match file.file_name() {
        Some(name) if !is_standard_input(file) => name.to_string_lossy().into_owned(),
        _ => shown(file),
    };
    Ok(Input { name, text })
}

/// Reads `file`, or standard input when it is `-`: every character, as it stands there.
///
/// # Errors
/// As [`read`].
pub fn read_exactly(file: &Path) -> Result<String, String> {
    let bytes = if is_standard_input(file) {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    text(bytes).map_err(|reason| format!("{} {reason}", shown(file)))
}

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// What a file is called in messages.
fn shown(file: &Path) -> String {
    if is_standard_input(file) {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    }
}

/// The text that `bytes` are, or why they are none.
fn text(bytes: Vec<u8>) -> Result<String, String> {
    if u32::try_from(bytes.len()).is_err() {
        return Err("is larger than 4 GiB; split it into articles".to_owned());
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err("is UTF-16 text; convert it with: iconv -f UTF-16 -t UTF-8".to_owned());
    }
    let binary = bytes.contains(&0);
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        if binary {
            "is not text; give a text file".to_owned()
        } else {
            format!(
                "is not UTF-8 text (byte {at}); convert it, for example with: \
                 iconv -f WINDOWS-1252 -t UTF-8"
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_text_is_named_with_the_mend() {
        assert!(
            text(vec![0xFF, 0xFE, b'a', 0])
                .unwrap_err()
                .contains("UTF-16")
        );
        assert!(
            text(vec![0x7F, b'E', 0, 0xFF])
                .unwrap_err()
                .contains("not text")
        );
        assert!(text(b"caf\xE9".to_vec()).unwrap_err().contains("byte 3"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read(Path::new("no/such/file.txt")).unwrap_err();
        assert!(error.contains("no/such/file.txt"));
    }
}
