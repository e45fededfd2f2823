//! Opinion groups from votes: who votes alike, what sets each group apart, what brings all of them together.
//!
//! The method is that of Polis (Small, Bjorkegren, Erkkilä, Shaw and Megill, “Polis: Scaling deliberation by mapping high dimensional
//! opinion spaces”, Recerca 26-2, 2021), in the form that the Python package red-dwarf 0.4.0 gives it: `tests/golden.rs` compares every
//! statistic with that package's on four real conversations. Two modes share all of it but the making of groups: see [`Mode`].
//!
//! Agreeing is +1, disagreeing −1, passing 0; a file that says otherwise is turned round before it comes here. No input, no output, no
//! clock; the draws of the one thing that draws come from [`Settings::seed`]. Results do not depend on the order of participants.

mod axes;
mod bootstrap;
mod centred;
mod draws;
mod eigen;
mod groups;
mod kmeans;
mod outcome;
mod priority;
mod representative;
mod silhouette;
mod statistics;
mod votes;

pub use bootstrap::adjusted_rand;
pub use groups::{CLEAR, Candidate, Mode};
pub use outcome::{Group, Outcome, Participant, Settings, Statement, analyse};
pub use representative::Representative;
pub use statistics::{InGroup, SIGNIFICANT, Share, Side};
pub use votes::{Counts, Poll, Vote};

/// A place in the plane of the first two axes.
pub type Point = [f64; 2];
