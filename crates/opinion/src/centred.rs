//! The matrix that is analysed: votes minus the mean of their statement, what is missing being at the mean (analysis.md §3.12, 2 to 4).

use crate::votes::Poll;

/// A sparse matrix whose unwritten cells are 0: missing votes, and whole columns that moderation set aside.
pub(crate) struct Centred {
    /// Mean vote on each statement; 0 for those set aside or without a vote.
    pub(crate) means: Vec<f64>,
    /// Statements with at least one vote: Polis' C.
    pub(crate) width: usize,
    /// Columns that moderation emptied, among those: everyone counts as having voted 0 there.
    emptied: usize,
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f64>,
    scales: Vec<f64>,
}

impl Centred {
    pub(crate) fn of(poll: &Poll) -> Self {
        let counts = poll.counts(0..poll.participants());
        let mean = |statement: usize| {
            let one = counts[statement];
            let usable = !poll.is_aside(statement) && one.votes() > 0;
            if usable { (f64::from(one.agrees) - f64::from(one.disagrees)) / f64::from(one.votes()) } else { 0.0 }
        };
        let voted = |statement: &usize| counts[*statement].votes() > 0;
        let mut centred = Self {
            means: (0..poll.statements()).map(mean).collect(),
            width: (0..poll.statements()).filter(voted).count(),
            emptied: (0..poll.statements()).filter(voted).filter(|&statement| poll.is_aside(statement)).count(),
            starts: vec![0],
            columns: Vec::new(),
            values: Vec::new(),
            scales: Vec::new(),
        };
        for row in poll.rows() {
            for &(statement, vote) in row.iter().filter(|(statement, _)| !poll.is_aside(*statement as usize)) {
                centred.columns.push(statement);
                centred.values.push(f64::from(vote.value()) - centred.means[statement as usize]);
            }
            let read = centred.columns.len() - centred.starts[centred.starts.len() - 1];
            centred.starts.push(centred.columns.len());
            centred.scales.push((centred.width as f64 / (read + centred.emptied).max(1) as f64).sqrt());
        }
        centred
    }

    /// The cells of a row that are written.
    fn row(&self, row: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.starts[row]..self.starts[row + 1];
        self.columns[range.clone()].iter().map(|&column| column as usize).zip(self.values[range].iter().copied())
    }

    /// XᵀX applied to vectors that stand side by side: `block` of them, as rows of numbers, one row a statement.
    pub(crate) fn twice(&self, vectors: &[f64], block: usize) -> Vec<f64> {
        let mut out = vec![0.0; vectors.len()];
        let mut product = vec![0.0; block];
        for row in 0..self.scales.len() {
            product.fill(0.0);
            for (column, value) in self.row(row) {
                let vector = &vectors[column * block..(column + 1) * block];
                product.iter_mut().zip(vector).for_each(|(sum, one)| *sum += value * one);
            }
            for (column, value) in self.row(row) {
                let place = &mut out[column * block..(column + 1) * block];
                place.iter_mut().zip(&product).for_each(|(sum, one)| *sum += value * one);
            }
        }
        out
    }

    /// Where a participant stands: √(C / votes) · Σ (v − μ) V, so that those who voted little are not drawn to the middle.
    pub(crate) fn participant(&self, row: usize, axes: &[Vec<f64>; 2]) -> [f64; 2] {
        let scale = self.scales[row];
        [0, 1].map(|axis| {
            let sum: f64 = self.row(row).map(|(column, value)| value * axes[axis][column]).sum();
            sum * scale
        })
    }

    /// Where a participant who had only agreed with that statement would stand.
    pub(crate) fn statement(&self, statement: usize, axes: &[Vec<f64>; 2]) -> [f64; 2] {
        let scale = (self.width as f64).sqrt();
        [0, 1].map(|axis| (1.0 - self.means[statement]) * axes[axis][statement] * scale)
    }
}
