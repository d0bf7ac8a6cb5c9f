//! Quotation marks and apostrophes: which marks open and close what.

/// Whether `word`, right after an apostrophe, is a word or year that lost its beginning, so that the
/// apostrophe opens no quotation: `rock 'n' roll`, `'em`, `the '90s`.
pub(super) fn is_elision(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        || matches!(
            word,
            "n" | "N"
                | "em"
                | "Em"
                | "til"
                | "Til"
                | "till"
                | "tis"
                | "Tis"
                | "twas"
                | "Twas"
                | "cause"
                | "Cause"
                | "cos"
                | "bout"
                | "round"
                | "neath"
                | "ere"
                | "im"
                | "er"
                | "ello"
                | "s"
                | "t"
        )
}
