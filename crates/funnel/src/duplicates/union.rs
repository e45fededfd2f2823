//! Union-find whose roots are the smallest members.

/// Disjoint groups of indices.
pub(super) struct Union {
    parent: Vec<u32>,
}

impl Union {
    /// `n` groups of one.
    pub(super) fn new(n: usize) -> Self {
        Self { parent: (0..n as u32).collect() }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parent[i as usize] != i {
            let above = self.parent[self.parent[i as usize] as usize];
            self.parent[i as usize] = above;
            i = above;
        }
        i
    }

    /// Puts `i` and `j` in one group.
    pub(super) fn join(&mut self, i: u32, j: u32) {
        let (i, j) = (self.root(i), self.root(j));
        self.parent[i.max(j) as usize] = i.min(j);
    }

    /// Whether `i` and `j` are in one group.
    pub(super) fn same(&mut self, i: u32, j: u32) -> bool {
        self.root(i) == self.root(j)
    }

    /// For each index, the smallest of its group.
    pub(super) fn leaders(mut self) -> Vec<u32> {
        (0..self.parent.len() as u32).map(|i| self.root(i)).collect()
    }
}
