//! What an article tells that every comparison asks for: its figures, and what its event is.

use super::event::account::Account;
use super::figures::statement::Statements;
use super::fingerprint::Fingerprint;
use crate::article::Article;

/// What one article tells. It depends on that article and its names alone.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub statements: Statements,
    pub account: Account,
}

impl Fingerprint {
    /// What `article` tells, which this fingerprint was made from. It is read when first asked for: a
    /// corpus is never asked.
    pub(super) fn told(&self, article: &Article) -> &Told {
        self.told.get_or_init(|| Told {
            statements: Statements::of(article),
            account: Account::of(article, self),
        })
    }
}
