//! Abbreviations: the words whose full stop need not end a sentence.

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

/// What `word`, written without its last full stop, abbreviates. None: a plain word.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    use Abbreviation::*;
    let mut buffer = [0; LONGEST];
    let lower = lower_case(word, &mut buffer)?;
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    Some(match lower {
        "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "gen" | "maj" | "brig" | "col" | "lt"
        | "cmdr" | "capt" | "sgt" | "cpl" | "pvt" | "spc" | "adm" | "sen" | "sens" | "rep"
        | "reps" | "gov" | "rev" | "hon" | "pres" | "amb" | "supt" | "det" | "insp" | "atty"
        | "messrs" | "mme" | "mlle" | "fr" | "msgr" | "asst" | "assoc"
            if capital =>
        {
            Title
        }
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov"
        | "dec" | "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat"
        | "sun" | "art" | "arts" | "sec" | "fig" | "figs" | "ch" | "vol" | "res" | "eq"
            if capital =>
        {
            BeforeFigure
        }
        "p" | "pp" | "pop" | "approx" if !capital => BeforeFigure,
        "no" | "nos" | "nr" | "para" | "paras" | "tel" => BeforeFigure,
        "vs" | "v" | "cf" | "e.g" | "i.e" | "ca" | "viz" => Inside,
        "ala" | "ariz" | "ark" | "calif" | "colo" | "conn" | "del" | "fla" | "ga" | "ill"
        | "ind" | "kan" | "ky" | "la" | "md" | "mass" | "mich" | "minn" | "miss" | "mo"
        | "mont" | "neb" | "nev" | "okla" | "ont" | "ore" | "pa" | "que" | "tenn" | "tex"
        | "vt" | "va" | "wash" | "wis" | "wyo"
            if capital =>
        {
            State
        }
        "inc" | "corp" | "ltd" | "co" | "cos" | "llc" | "plc" | "bros" | "jr" | "sr" | "esq"
        | "st" | "ste" | "mt" | "ft" | "ave" | "blvd" | "rd" | "hwy" | "dept" | "div" | "univ"
        | "assn" | "intl" | "natl" | "etc" | "al" | "ed" | "eds" | "est" | "min" | "sq" => Either,
        "a.m" | "p.m" => Daytime,
        _ if is_acronym(word) => Either,
        _ => return None,
    })
}

/// The longest abbreviation, in bytes.
const LONGEST: usize = 8;

fn lower_case<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok()
}

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
