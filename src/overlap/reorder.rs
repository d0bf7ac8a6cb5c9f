//! Reordered words: what one version says earlier in a sentence and the other later. To a diff that is
//! a deletion and an insertion; to a reader it is one edit.

use super::fingerprint::Fingerprint;
use super::{Edit, EditKind};

/// Joins each deletion with an insertion of the same words. The edit then stands where the words
/// stand in `a`, and its span in `b` may lie before those of its neighbours.
pub(super) fn joined(a: &Fingerprint, b: &Fingerprint, mut edits: Vec<Edit>) -> Vec<Edit> {
    let mut insertions: Vec<_> = of_kind(&edits, EditKind::Insertion).collect();
    if insertions.is_empty() {
        return edits;
    }
    let deletions: Vec<_> = of_kind(&edits, EditKind::Deletion).collect();
    let mut joined = Vec::new();
    for deletion in deletions {
        let same = |&insertion: &usize| same_words(a, b, &edits[deletion], &edits[insertion]);
        if let Some(at) = insertions.iter().position(same) {
            let insertion = insertions.remove(at);
            edits[deletion].kind = EditKind::Reorder;
            edits[deletion].b = edits[insertion].b;
            joined.push(insertion);
        }
    }
    let mut place = 0..;
    edits.retain(|_| place.next().is_some_and(|place| !joined.contains(&place)));
    edits
}

/// The places of the edits of one kind.
fn of_kind(edits: &[Edit], kind: EditKind) -> impl Iterator<Item = usize> + '_ {
    let all = edits.iter().enumerate();
    all.filter(move |(_, edit)| edit.kind == kind)
        .map(|(place, _)| place)
}

/// Whether what is deleted is what is inserted, and says something: a "the" more here and less
/// there has not moved.
fn same_words(a: &Fingerprint, b: &Fingerprint, deletion: &Edit, insertion: &Edit) -> bool {
    /// The weight of a word that holds a sentence together, and no more.
    const SAYS_NOTHING: f32 = 0.2;
    let deleted = &a.terms[a.terms_in(deletion.a)];
    let inserted = &b.terms[b.terms_in(insertion.b)];
    deleted
        .iter()
        .map(|term| term.id)
        .eq(inserted.iter().map(|term| term.id))
        && deleted.iter().any(|term| term.weight() > SAYS_NOTHING)
}
