//! What votes on statements say, as the platform shows and exports it: groups, what sets each apart, what brings all together.
//!
//! Figures are those of the room `opinion`, whose pages say where their formulas come from.

use serde::{Deserialize, Serialize};

/// Everything that the files and the report of `arobase opinions` are made from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Opinions {
    /// People, in the natural order of their identifiers.
    pub voters: Vec<Voter>,
    /// Statements, in the natural order of their identifiers.
    pub statements: Vec<Statement>,
    /// Empty when there are no clear groups.
    pub groups: Vec<OpinionGroup>,
    /// What most people agree with, then disagree with, by index.
    pub majority: [Vec<usize>; 2],
    /// The numbers of groups that were tried.
    pub tried: Vec<Tried>,
    /// How well the groups part, from −1 to 1.
    pub silhouette: Option<f64>,
    /// How far the same groups are found again among people drawn anew: 1 always, 0 as chance would.
    pub stability: Option<f64>,
    /// BLAKE3 of the votes and statements, whatever the order of rows.
    pub input_hash: String,
    /// Settings, by name.
    pub parameters: Vec<(String, String)>,
    /// Versions, by name.
    pub versions: Vec<(String, String)>,
}

impl Opinions {
    /// People who voted enough to be placed.
    pub fn placed(&self) -> usize {
        self.voters.iter().filter(|one| one.placed).count()
    }

    /// All votes, one a person and statement.
    pub fn votes(&self) -> u64 {
        self.statements.iter().map(|one| u64::from(one.tally.votes())).sum()
    }
}

/// A person who votes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Voter {
    /// As the source names them.
    pub id: String,
    /// Statements voted on.
    pub votes: usize,
    /// Voted enough to be placed in a group.
    pub placed: bool,
    /// The group, by rank.
    pub group: Option<usize>,
    /// Place on the first axis of the map.
    pub x: f64,
    /// Place on the second.
    pub y: f64,
}

/// How many voted what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub agrees: u32,
    /// Against.
    pub disagrees: u32,
    /// Without an opinion.
    pub passes: u32,
}

impl Tally {
    /// All of them.
    pub fn votes(self) -> u32 {
        self.agrees + self.disagrees + self.passes
    }
}

/// How many of some people are on one side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Their part, between 0 and 1, drawn a little to the middle when votes are few (Laplace's rule).
    pub p: f64,
    /// How sure it is that they are more than half, as a z.
    pub z: f64,
}

/// One side in a group, beside the other groups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Contrast {
    /// In the group.
    pub share: Share,
    /// The part in the group divided by the part elsewhere.
    pub r: f64,
    /// How sure it is that the part is greater in the group, as a z.
    pub zr: f64,
}

/// What a group votes on a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupTally {
    /// Its votes.
    pub tally: Tally,
    /// To agree, then to disagree.
    pub sides: [Contrast; 2],
}

/// A statement that people vote on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// As the source names it.
    pub id: String,
    /// What it says; empty when the source does not tell.
    pub text: String,
    /// Set aside by moderation, or about the participants themselves: in no list.
    pub aside: bool,
    /// Everyone's votes.
    pub tally: Tally,
    /// Everyone's agreement, then disagreement.
    pub shares: [Share; 2],
    /// Place on the first axis of the map.
    pub x: f64,
    /// Place on the second.
    pub y: f64,
    /// How much it divides: its distance to the middle of the map.
    pub extremity: f64,
    /// Votes of each group.
    pub groups: Vec<GroupTally>,
    /// Group-aware consensus, to agree then to disagree: the product of the groups' parts.
    pub consensus: [f64; 2],
    /// The geometric mean of the same: compares from one number of groups to another.
    pub mean_consensus: [f64; 2],
    /// How much it is worth showing next.
    pub priority: f64,
}

/// People who vote alike.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OpinionGroup {
    /// How many.
    pub size: usize,
    /// Middle of the group on the map.
    pub x: f64,
    /// Middle of the group on the map.
    pub y: f64,
    /// What sets it apart.
    pub representative: Vec<Distinct>,
}

/// A statement that sets a group apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinct {
    /// The statement, by index.
    pub statement: usize,
    /// Whether the group agrees with it more than the others, or disagrees more.
    pub agrees: bool,
}

/// A number of groups that was tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// How many groups.
    pub groups: usize,
    /// How well they part, from −1 to 1.
    pub silhouette: f64,
    /// People in the smallest.
    pub smallest: usize,
    /// That was too few.
    pub refused: bool,
}

/// The name of a group: A, B, C…
pub fn letter(rank: usize) -> String {
    char::from(b'A' + (rank % 26) as u8).to_string()
}
