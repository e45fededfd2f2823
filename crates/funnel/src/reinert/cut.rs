//! One class cut in two.

use super::{Table, axis};
use crate::profile::chi_squared;

/// Times that all segments are offered the other side.
const PASSES: usize = 20;

/// Contingency coefficient √(χ²/(χ²+n)) from which a word belongs to the side that says it more (rainette's .3).
const BELONGS: f64 = 0.3;

/// Segments of a side under which a word is left out.
const LEAST_SEGMENTS: f64 = 3.0;

/// One side of a cut.
pub(super) struct Side {
    pub(super) members: Vec<u32>,
    pub(super) active: Vec<bool>,
}

/// The active words of a segment.
pub(super) fn words<'a>(table: &'a Table, segment: u32, active: &'a [bool]) -> impl Iterator<Item = usize> + 'a {
    table.rows[segment as usize].iter().map(|&j| j as usize).filter(|&j| active[j])
}

/// Cuts a class; segments that hold none of its words are left out. `None` when no cut leaves `least` on each side.
pub(super) fn cut(table: &Table, members: &[u32], active: &[bool], least: usize) -> Option<[Side; 2]> {
    let spoken: Vec<u32> = members.iter().copied().filter(|&i| words(table, i, active).next().is_some()).collect();
    if spoken.len() < 2 * least {
        return None;
    }
    let along = axis::coordinates(table, &spoken, active);
    let mut order: Vec<usize> = (0..spoken.len()).collect();
    order.sort_by(|&a, &b| along[a].total_cmp(&along[b]).then(a.cmp(&b)));
    let mut halves = Halves::new(table, &spoken, active);
    let best = halves.best_cut(&order, least)?;
    halves.start(&order[..best]);
    halves.switch(least);
    Some([true, false].map(|first| halves.side(first)))
}

/// Two halves of a class with the counts of their words.
struct Halves<'a> {
    table: &'a Table,
    members: &'a [u32],
    active: &'a [bool],
    /// Whether each member is in the first half.
    first: Vec<bool>,
    /// Segments of the first half, and of all, that hold each word.
    one: Vec<f64>,
    all: Vec<f64>,
    /// Words said in the first half, and in all.
    size: f64,
    total: f64,
    /// Σ one²/all, and Σ (all − one)²/all.
    inner: f64,
    outer: f64,
}

impl<'a> Halves<'a> {
    fn new(table: &'a Table, members: &'a [u32], active: &'a [bool]) -> Self {
        let mut all = vec![0.0; table.terms];
        members.iter().flat_map(|&i| words(table, i, active)).for_each(|j| all[j] += 1.0);
        let total = all.iter().sum();
        let one = vec![0.0; table.terms];
        Self {
            table,
            members,
            active,
            first: vec![false; members.len()],
            one,
            all,
            size: 0.0,
            total,
            inner: 0.0,
            outer: total,
        }
    }

    /// χ² of the table halves × words.
    fn chi(&self) -> f64 {
        let rest = self.total - self.size;
        if self.size <= 0.0 || rest <= 0.0 {
            return 0.0;
        }
        self.total * (self.inner / self.size + self.outer / rest - 1.0)
    }

    /// Moves a member to the other half.
    fn flip(&mut self, member: usize) {
        let step = if self.first[member] { -1.0 } else { 1.0 };
        for j in words(self.table, self.members[member], self.active) {
            let (one, other) = (self.one[j], self.all[j] - self.one[j]);
            // (x + s)² − x² = 2sx + 1 for a step s of ±1.
            self.inner += (2.0 * step * one + 1.0) / self.all[j];
            self.outer += (1.0 - 2.0 * step * other) / self.all[j];
            self.one[j] += step;
            self.size += step;
        }
        self.first[member] = !self.first[member];
    }

    /// How many of `order`, taken from the start, make the half of largest χ².
    fn best_cut(&mut self, order: &[usize], least: usize) -> Option<usize> {
        let mut best = None;
        for (taken, &member) in order.iter().enumerate() {
            self.flip(member);
            let (chi, taken) = (self.chi(), taken + 1);
            let room = taken >= least && order.len() - taken >= least;
            if room && best.is_none_or(|(most, _)| chi > most) {
                best = Some((chi, taken));
            }
        }
        best.map(|(_, taken)| taken)
    }

    /// Empties the first half, then puts `members` there.
    fn start(&mut self, members: &[usize]) {
        *self = Self::new(self.table, self.members, self.active);
        for &member in members {
            self.flip(member);
        }
    }

    /// Moves single segments while χ² rises and each half keeps `least`.
    fn switch(&mut self, least: usize) {
        let mut sizes = [0, 0];
        self.first.iter().for_each(|&first| sizes[usize::from(first)] += 1);
        for _ in 0..PASSES {
            let mut moved = false;
            for member in 0..self.members.len() {
                let from = usize::from(self.first[member]);
                if sizes[from] > least && self.gains(member) {
                    sizes[from] -= 1;
                    sizes[1 - from] += 1;
                    moved = true;
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// Moves a member if that raises χ² by more than rounding.
    fn gains(&mut self, member: usize) -> bool {
        let before = self.chi();
        self.flip(member);
        let gained = self.chi() > before + 1e-7;
        if !gained {
            self.flip(member);
        }
        gained
    }

    fn side(&self, first: bool) -> Side {
        let members = self.members.iter().zip(&self.first).filter(|(_, own)| **own == first).map(|(&i, _)| i).collect();
        Side { members, active: (0..self.table.terms).map(|j| self.keeps(j, first)).collect() }
    }

    /// Whether a side goes on with a word: frequent in it, and not the other side's own.
    fn keeps(&self, word: usize, first: bool) -> bool {
        let chi = self.association(word);
        let belongs = (chi.abs() / (chi.abs() + self.members.len() as f64)).sqrt() > BELONGS;
        let own = if first { self.one[word] } else { self.all[word] - self.one[word] };
        own >= LEAST_SEGMENTS && (!belongs || (chi > 0.0) == first)
    }

    /// χ² of a word with the first half, in segments; negative when it is the second's.
    fn association(&self, word: usize) -> f64 {
        let half = self.first.iter().filter(|first| **first).count();
        chi_squared(self.one[word] as usize, half, self.all[word] as usize, self.members.len())
    }
}
