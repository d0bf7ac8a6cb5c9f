//! Coverage: how much of one article is found in another, in all and by kind.
//!
//! Text is measured in the letters and digits of its words, boilerplate left out. A word that lies in
//! several passages counts once, as the closest of them: a headline that rewrites a sentence takes
//! nothing from what that sentence shares word for word.

use super::fingerprint::Fingerprint;
use super::{Member, Overlap, OverlapKind};

/// How much of one article is found in another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// The letters and digits of the article.
    whole: u32,
    /// Those that are found, by [`OverlapKind`] from the closest on.
    found: [u32; 3],
}

impl Coverage {
    /// What `overlaps` cover of `print`, the article that is `member` of the pair.
    pub(super) fn of(print: &Fingerprint, overlaps: &[Overlap], member: Member) -> Self {
        const NOWHERE: u8 = 3;
        let mut closest = vec![NOWHERE; print.terms.len()];
        for overlap in overlaps {
            for kind in &mut closest[print.terms_in(overlap.span(member))] {
                *kind = (*kind).min(overlap.kind as u8);
            }
        }
        let mut coverage = Self::default();
        for (term, kind) in print.terms.iter().zip(closest) {
            coverage.whole += u32::from(term.letters);
            if let Some(found) = coverage.found.get_mut(usize::from(kind)) {
                *found += u32::from(term.letters);
            }
        }
        coverage
    }

    /// The share of the article that is found, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.share_of(self.found.iter().sum())
    }

    /// The share of the article whose closest passage is of this kind.
    pub fn share_by(&self, kind: OverlapKind) -> f64 {
        self.share_of(self.found[kind as usize])
    }

    fn share_of(&self, letters: u32) -> f64 {
        f64::from(letters) / f64::from(self.whole.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::overlap::{Comparison, Fingerprint};

    fn coverage(a: &str, b: &str) -> (Coverage, Coverage) {
        let (a, b) = (Article::parse("a", a), Article::parse("b", b));
        let (print_a, print_b) = (Fingerprint::of(&a), Fingerprint::of(&b));
        let found = Comparison::of((&a, &print_a), (&b, &print_b));
        (
            found.coverage(Member::First),
            found.coverage(Member::Second),
        )
    }

    const FERRY: &str = "The ferry to Skye was cancelled after its engine caught fire.";
    const HARVEST: &str = "Farmers in Kent picked cherries two weeks early this summer.";

    #[test]
    fn a_copy_is_covered_whole_and_what_was_added_is_not() {
        let (short, long) = coverage(FERRY, &format!("{FERRY}\n\n{HARVEST}"));
        assert_eq!(short.share(), 1.0);
        assert_eq!(short.share_by(OverlapKind::Verbatim), 1.0);
        assert!((0.4..0.6).contains(&long.share()), "{long:?}");
    }

    #[test]
    fn what_a_sentence_shares_twice_counts_once_and_as_the_closest() {
        let edited = "The ferry to Skye was cancelled on Friday after its engine caught fire.";
        let (once, twice) = coverage(FERRY, &format!("{edited}\n\n{FERRY}"));
        assert_eq!(once.share_by(OverlapKind::Verbatim), 1.0);
        assert_eq!(once.share(), 1.0);
        assert!(twice.share_by(OverlapKind::Verbatim) < 0.6, "{twice:?}");
    }

    #[test]
    fn boilerplate_counts_on_neither_side() {
        let filed =
            format!("LISBON (AFP) - {FERRY}\n\nCopyright Example Wire. All rights reserved.");
        let (filed, plain) = coverage(&filed, FERRY);
        assert_eq!((filed.share(), plain.share()), (1.0, 1.0));
    }

    #[test]
    fn nothing_is_found_of_an_empty_article() {
        let (empty, whole) = coverage("", FERRY);
        assert_eq!((empty.share(), whole.share()), (0.0, 0.0));
    }
}
