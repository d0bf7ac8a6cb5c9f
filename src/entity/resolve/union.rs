//! Union-find: which names have been found to mean one thing.

/// Sets of the numbers from 0 to n, joined two at a time.
pub(super) struct Union {
    parents: Vec<usize>,
}

impl Union {
    pub(super) fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    /// The number that stands for the set of `index`.
    pub(super) fn root(&mut self, mut index: usize) -> usize {
        while self.parents[index] != index {
            self.parents[index] = self.parents[self.parents[index]];
            index = self.parents[index];
        }
        index
    }

    /// Makes one set of the sets of `a` and `b`; the smaller number stands for it.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }
}
