//! Abbreviations: the words whose full stop need not end a sentence.

use super::word_table::WordTable;

/// How far a word with a full stop lets a sentence end after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// Stands before a name and ends nothing: `Mr.`, `Gen.`
    Title,
    /// Stands before a figure, and is a plain word or an end otherwise: `No. 1`, `Dec. 16`.
    BeforeFigure,
    /// Stands inside a sentence whatever follows: `vs.`, `e.g.`
    Inside,
    /// Follows a town and a comma: `Calif.`
    State,
    /// May stand inside or at the end: `Inc.`, `etc.`, `U.S.`
    Either,
    /// A half of the day: `a.m.`, `P.M.`
    Daytime,
}

/// How an abbreviation is written, where the same letters in another case are a plain word.
#[derive(Clone, Copy)]
enum Case {
    Any,
    /// With a capital: `Gen`, and no `gen`.
    Capital,
    /// In small letters.
    Small,
}

/// What `word`, written without its last full stop, abbreviates. None: a plain word.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        return None;
    }
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    // A word that ends with a stop here has two of them.
    let listed = (!word.ends_with('.')).then(|| LISTED.get(word)).flatten();
    match listed {
        Some((kind, Case::Any)) => Some(kind),
        Some((kind, Case::Capital)) if capital => Some(kind),
        Some((kind, Case::Small)) if !capital => Some(kind),
        _ => is_acronym(word).then_some(Abbreviation::Either),
    }
}

/// The longest abbreviation, in bytes.
const LONGEST: usize = 8;

/// Whether `word` is single letters between dots, so that a dot after it is its own: `U.S`, `p.m`,
/// `J`. A capital may bring one small letter: `Ph.D`, `M.Sc`.
pub(super) fn is_acronym(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        let single = word.len() == part.len();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(letter), None, _) => letter.is_alphabetic(),
            (Some(first), Some(second), None) => {
                !single && first.is_uppercase() && second.is_lowercase()
            }
            _ => false,
        }
    })
}

#[rustfmt::skip]
static LISTED: &WordTable<(Abbreviation, Case)> = {
    use Abbreviation::*;
    use Case::*;
    &WordTable::new([
        ("a.m", (Daytime, Any)), ("adm", (Title, Capital)), ("al", (Either, Any)),
        ("ala", (State, Capital)), ("amb", (Title, Capital)), ("approx", (BeforeFigure, Small)),
        ("apr", (BeforeFigure, Capital)), ("ariz", (State, Capital)), ("ark", (State, Capital)),
        ("art", (BeforeFigure, Capital)), ("arts", (BeforeFigure, Capital)),
        ("assn", (Either, Any)), ("assoc", (Title, Capital)), ("asst", (Title, Capital)),
        ("atty", (Title, Capital)), ("aug", (BeforeFigure, Capital)), ("ave", (Either, Any)),
        ("blvd", (Either, Any)), ("brig", (Title, Capital)), ("bros", (Either, Any)),
        ("ca", (Inside, Any)), ("calif", (State, Capital)), ("capt", (Title, Capital)),
        ("cf", (Inside, Any)), ("ch", (BeforeFigure, Capital)), ("cmdr", (Title, Capital)),
        ("co", (Either, Any)), ("col", (Title, Capital)), ("colo", (State, Capital)),
        ("conn", (State, Capital)), ("corp", (Either, Any)), ("cos", (Either, Any)),
        ("cpl", (Title, Capital)), ("dec", (BeforeFigure, Capital)), ("del", (State, Capital)),
        ("dept", (Either, Any)), ("det", (Title, Capital)), ("div", (Either, Any)),
        ("dr", (Title, Capital)), ("e.g", (Inside, Any)), ("ed", (Either, Any)),
        ("eds", (Either, Any)), ("eq", (BeforeFigure, Capital)), ("esq", (Either, Any)),
        ("est", (Either, Any)), ("etc", (Either, Any)), ("feb", (BeforeFigure, Capital)),
        ("fig", (BeforeFigure, Capital)), ("figs", (BeforeFigure, Capital)),
        ("fla", (State, Capital)), ("fr", (Title, Capital)), ("fri", (BeforeFigure, Capital)),
        ("ft", (Either, Any)), ("ga", (State, Capital)), ("gen", (Title, Capital)),
        ("gov", (Title, Capital)), ("hon", (Title, Capital)), ("hwy", (Either, Any)),
        ("i.e", (Inside, Any)), ("ill", (State, Capital)), ("inc", (Either, Any)),
        ("ind", (State, Capital)), ("insp", (Title, Capital)), ("intl", (Either, Any)),
        ("jan", (BeforeFigure, Capital)), ("jr", (Either, Any)), ("jul", (BeforeFigure, Capital)),
        ("jun", (BeforeFigure, Capital)), ("kan", (State, Capital)), ("ky", (State, Capital)),
        ("la", (State, Capital)), ("llc", (Either, Any)), ("lt", (Title, Capital)),
        ("ltd", (Either, Any)), ("maj", (Title, Capital)), ("mar", (BeforeFigure, Capital)),
        ("mass", (State, Capital)), ("md", (State, Capital)), ("messrs", (Title, Capital)),
        ("mich", (State, Capital)), ("min", (Either, Any)), ("minn", (State, Capital)),
        ("miss", (State, Capital)), ("mlle", (Title, Capital)), ("mme", (Title, Capital)),
        ("mo", (State, Capital)), ("mon", (BeforeFigure, Capital)), ("mont", (State, Capital)),
        ("mr", (Title, Capital)), ("mrs", (Title, Capital)), ("ms", (Title, Capital)),
        ("msgr", (Title, Capital)), ("mt", (Either, Any)), ("mx", (Title, Capital)),
        ("natl", (Either, Any)), ("neb", (State, Capital)), ("nev", (State, Capital)),
        ("no", (BeforeFigure, Any)), ("nos", (BeforeFigure, Any)), ("nov", (BeforeFigure, Capital)),
        ("nr", (BeforeFigure, Any)), ("oct", (BeforeFigure, Capital)), ("okla", (State, Capital)),
        ("ont", (State, Capital)), ("ore", (State, Capital)), ("p", (BeforeFigure, Small)),
        ("p.m", (Daytime, Any)), ("pa", (State, Capital)), ("para", (BeforeFigure, Any)),
        ("paras", (BeforeFigure, Any)), ("plc", (Either, Any)), ("pop", (BeforeFigure, Small)),
        ("pp", (BeforeFigure, Small)), ("pres", (Title, Capital)), ("prof", (Title, Capital)),
        ("pvt", (Title, Capital)), ("que", (State, Capital)), ("rd", (Either, Any)),
        ("rep", (Title, Capital)), ("reps", (Title, Capital)), ("res", (BeforeFigure, Capital)),
        ("rev", (Title, Capital)), ("sat", (BeforeFigure, Capital)),
        ("sec", (BeforeFigure, Capital)), ("sen", (Title, Capital)), ("sens", (Title, Capital)),
        ("sep", (BeforeFigure, Capital)), ("sept", (BeforeFigure, Capital)),
        ("sgt", (Title, Capital)), ("spc", (Title, Capital)), ("sq", (Either, Any)),
        ("sr", (Either, Any)), ("st", (Either, Any)), ("ste", (Either, Any)),
        ("sun", (BeforeFigure, Capital)), ("supt", (Title, Capital)), ("tel", (BeforeFigure, Any)),
        ("tenn", (State, Capital)), ("tex", (State, Capital)), ("thu", (BeforeFigure, Capital)),
        ("thur", (BeforeFigure, Capital)), ("thurs", (BeforeFigure, Capital)),
        ("tue", (BeforeFigure, Capital)), ("tues", (BeforeFigure, Capital)),
        ("univ", (Either, Any)), ("v", (Inside, Any)), ("va", (State, Capital)),
        ("viz", (Inside, Any)), ("vol", (BeforeFigure, Capital)), ("vs", (Inside, Any)),
        ("vt", (State, Capital)), ("wash", (State, Capital)), ("wed", (BeforeFigure, Capital)),
        ("wis", (State, Capital)), ("wyo", (State, Capital)),
    ])
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words() {
        use Abbreviation::*;
        for (word, expected) in [
            ("Mr", Some(Title)),
            ("GEN", Some(Title)),
            ("col", None),
            ("Dec", Some(BeforeFigure)),
            ("sun", None),
            ("no", Some(BeforeFigure)),
            ("p", Some(BeforeFigure)),
            ("P", Some(Either)),
            ("Calif", Some(State)),
            ("Inc", Some(Either)),
            ("U.S", Some(Either)),
            ("J", Some(Either)),
            ("Ph.D", Some(Either)),
            ("p.m", Some(Daytime)),
            ("vs", Some(Inside)),
            ("bank", None),
            ("Wolverhampton", None),
            ("été", None),
        ] {
            assert_eq!(abbreviation(word), expected, "{word}");
        }
    }

    #[test]
    fn addresses_are_no_acronyms() {
        for word in ["example.com", "bbc.co.uk", "Mr", "3.4", "a.b.", ""] {
            assert!(!is_acronym(word), "{word}");
        }
    }
}
