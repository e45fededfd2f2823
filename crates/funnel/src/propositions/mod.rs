//! From ideas to propositions: infinitive phrases that keep the author's words (analysis.md §3.9).
//!
//! `read` finds what is asked and rewrites it, rule by rule; `group` brings together those who ask the same; `select` keeps a few
//! that speak for as many as possible, minorities included.

mod addressees;
mod agree;
pub(crate) mod aim;
mod asked;
pub(crate) mod asks;
mod backward;
mod bare;
pub(crate) mod clause;
mod demands;
pub(crate) mod grammar;
pub(crate) mod group;
mod intent;
pub(crate) mod likeness;
mod mend;
mod must;
pub(crate) mod nominal;
mod norm;
mod opening;
pub(crate) mod opposite;
pub(crate) mod phrase;
#[cfg(test)]
mod polarity;
pub(crate) mod read;
mod refuse;
pub(crate) mod select;
mod spelling;
mod sure;
#[cfg(test)]
mod tests;
mod thing;
mod verb;
mod whole;

pub use addressees::{Addressees, Named};
pub use asked::Asked;
pub use asks::ASKS;
pub(crate) use backward::incomplete;
pub(crate) use bare::is_verbless;
pub use demands::{Reading, demands};
pub(crate) use intent::intent;
pub(crate) use verb::clings;
