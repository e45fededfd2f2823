//! Who voted what on what.

/// One vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vote {
    /// −1.
    Disagree,
    /// 0: seen, and left without an opinion.
    Pass,
    /// +1.
    Agree,
}

impl Vote {
    /// −1, 0 or +1.
    pub fn value(self) -> i32 {
        match self {
            Self::Disagree => -1,
            Self::Pass => 0,
            Self::Agree => 1,
        }
    }

    /// Agree for disagree and the other way round.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Disagree => Self::Agree,
            Self::Pass => Self::Pass,
            Self::Agree => Self::Disagree,
        }
    }
}

/// The votes of some participants on some statements, both by index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Poll {
    rows: Vec<Vec<(u32, Vote)>>,
    /// Statements set aside by moderation: their column is emptied, and no list names them.
    aside: Vec<bool>,
    /// Statements about the participants themselves (Polis' metadata): set aside, but of high priority.
    meta: Vec<bool>,
}

impl Poll {
    /// A poll from its votes, given as participant, statement, vote in any order; of two votes of one participant on one statement, the
    /// later in the sequence counts.
    ///
    /// # Panics
    ///
    /// If an index is not under `participants` or `statements`.
    pub fn new(participants: usize, statements: usize, votes: impl IntoIterator<Item = (usize, usize, Vote)>) -> Self {
        let mut rows: Vec<Vec<(u32, Vote)>> = vec![Vec::new(); participants];
        for (participant, statement, vote) in votes {
            assert!(statement < statements, "statement {statement} of {statements}");
            rows[participant].push((statement as u32, vote));
        }
        for row in &mut rows {
            // Stable, reversed: the first of each statement is the last given.
            row.reverse();
            row.sort_by_key(|&(statement, _)| statement);
            row.dedup_by_key(|&mut (statement, _)| statement);
        }
        Self { rows, aside: vec![false; statements], meta: vec![false; statements] }
    }

    /// Sets statements aside.
    ///
    /// # Panics
    ///
    /// If an index is no statement.
    #[must_use]
    pub fn without(mut self, aside: impl IntoIterator<Item = usize>) -> Self {
        aside.into_iter().for_each(|statement| self.aside[statement] = true);
        self
    }

    /// Marks statements as metadata, and sets them aside as Polis does.
    ///
    /// # Panics
    ///
    /// If an index is no statement.
    #[must_use]
    pub fn with_meta(mut self, meta: impl IntoIterator<Item = usize>) -> Self {
        for statement in meta {
            self.meta[statement] = true;
            self.aside[statement] = true;
        }
        self
    }

    /// How many participants.
    pub fn participants(&self) -> usize {
        self.rows.len()
    }

    /// How many statements.
    pub fn statements(&self) -> usize {
        self.aside.len()
    }

    /// Whether a statement was set aside.
    pub fn is_aside(&self, statement: usize) -> bool {
        self.aside[statement]
    }

    pub(crate) fn is_meta(&self, statement: usize) -> bool {
        self.meta[statement]
    }

    /// The votes of each participant, in the order of statements.
    pub(crate) fn rows(&self) -> &[Vec<(u32, Vote)>] {
        &self.rows
    }

    /// The participants chosen, in that order; one may come back.
    pub(crate) fn chosen(&self, participants: &[usize]) -> Self {
        let rows = participants.iter().map(|&participant| self.rows[participant].clone()).collect();
        Self { rows, ..self.clone_shape() }
    }

    fn clone_shape(&self) -> Self {
        Self { rows: Vec::new(), aside: self.aside.clone(), meta: self.meta.clone() }
    }

    /// Participants in the order of what they voted: the same for the same votes, however participants are numbered.
    pub(crate) fn canonical(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by(|&one, &other| self.rows[one].cmp(&self.rows[other]));
        order
    }

    /// What the participants of `members` voted on each statement.
    pub(crate) fn counts(&self, members: impl IntoIterator<Item = usize>) -> Vec<Counts> {
        let mut counts = vec![Counts::default(); self.statements()];
        for member in members {
            for &(statement, vote) in &self.rows[member] {
                counts[statement as usize].add(vote);
            }
        }
        counts
    }
}

/// How many voted what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Votes for.
    pub agrees: u32,
    /// Votes against.
    pub disagrees: u32,
    /// Votes without an opinion.
    pub passes: u32,
}

impl Counts {
    /// All votes, passes included: Polis' `S`.
    pub fn votes(self) -> u32 {
        self.agrees + self.disagrees + self.passes
    }

    fn add(&mut self, vote: Vote) {
        match vote {
            Vote::Agree => self.agrees += 1,
            Vote::Disagree => self.disagrees += 1,
            Vote::Pass => self.passes += 1,
        }
    }

    /// What is left of `self` without `part`.
    pub(crate) fn minus(self, part: Self) -> Self {
        Self {
            agrees: self.agrees - part.agrees,
            disagrees: self.disagrees - part.disagrees,
            passes: self.passes - part.passes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_vote_counts() {
        let votes = [(0, 1, Vote::Agree), (0, 0, Vote::Pass), (0, 1, Vote::Disagree), (1, 0, Vote::Agree)];
        let poll = Poll::new(2, 2, votes);
        assert_eq!(poll.rows()[0], [(0, Vote::Pass), (1, Vote::Disagree)]);
        let counts = poll.counts(0..2);
        assert_eq!(counts[0], Counts { agrees: 1, disagrees: 0, passes: 1 });
        assert_eq!(counts[1].minus(poll.counts([0])[1]).votes(), 0);
    }
}
