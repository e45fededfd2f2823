//! What a group votes on a statement, and how much more than the others: formulas of analysis.md §3.12, 8 and 11.

use crate::votes::Counts;

/// A z above this is significant at 90 %, on one side: the quantile of the normal law that Polis takes.
pub const SIGNIFICANT: f64 = 1.281_551_565_544_600_4;

/// Which way a statement is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Those who agree.
    Agree,
    /// Those who disagree.
    Disagree,
}

/// How many of some people agree (or disagree) with a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Their part of those who voted, passes included, with Laplace's rule: P = (n + 1) / (S + 2).
    pub p: f64,
    /// How sure it is that they are more than half: z = 2 √(S + 1) ((n + 1) / (S + 1) − ½).
    pub z: f64,
}

impl Share {
    pub(crate) fn of(count: u32, votes: u32) -> Self {
        let (n, s) = (f64::from(count), f64::from(votes));
        Self { count, p: (1.0 + n) / (2.0 + s), z: 2.0 * (s + 1.0).sqrt() * ((n + 1.0) / (s + 1.0) - 0.5) }
    }

    /// More than half, significantly.
    pub(crate) fn is_majority(self) -> bool {
        self.p > 0.5 && self.z > SIGNIFICANT
    }
}

/// One side of a statement in a group, beside all the other groups.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct InGroup {
    /// In the group.
    pub share: Share,
    /// R: the group's P divided by that of the others.
    pub r: f64,
    /// zR: how sure it is that the group's part is greater than that of the others (two proportions, pooled).
    pub zr: f64,
}

impl InGroup {
    pub(crate) fn of(inside: (u32, u32), outside: (u32, u32)) -> Self {
        let share = Share::of(inside.0, inside.1);
        Self { share, r: share.p / Share::of(outside.0, outside.1).p, zr: two_proportions(inside, outside) }
    }

    /// Both the majority of the group and more than elsewhere.
    pub(crate) fn is_significant(self) -> bool {
        self.share.z > SIGNIFICANT && self.zr > SIGNIFICANT
    }

    /// What representative statements are ranked by: R · zR · P · z.
    pub(crate) fn weight(self) -> f64 {
        self.r * self.zr * self.share.p * self.share.z
    }
}

/// The z of two proportions, one added to each count; 0 when everyone everywhere does.
fn two_proportions(inside: (u32, u32), outside: (u32, u32)) -> f64 {
    let plus = |(count, votes): (u32, u32)| (f64::from(count) + 1.0, f64::from(votes) + 1.0);
    let ((s1, m1), (s2, m2)) = (plus(inside), plus(outside));
    let pooled = (s1 + s2) / (m1 + m2);
    if pooled >= 1.0 {
        return 0.0;
    }
    (s1 / m1 - s2 / m2) / (pooled * (1.0 - pooled) * (1.0 / m1 + 1.0 / m2)).sqrt()
}

impl Side {
    /// Both, agreeing first.
    pub const BOTH: [Self; 2] = [Self::Agree, Self::Disagree];

    /// What was voted on this side, and all votes.
    pub(crate) fn of(self, counts: Counts) -> (u32, u32) {
        let count = match self {
            Self::Agree => counts.agrees,
            Self::Disagree => counts.disagrees,
        };
        (count, counts.votes())
    }
}
