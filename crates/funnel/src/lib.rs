//! Contributions to ideas, themes, questions and propositions, with their traces.
//!
//! One function does it all, [`analyse`]; what it is made of can be used apart.

pub mod bag;
pub mod duplicates;
mod engine;
pub mod evidence;
mod expected;
mod heads;
mod ideas;
mod kept;
mod kinds;
pub mod likeness;
pub mod lsa;
pub mod map;
pub mod metrics;
pub mod neighbours;
pub mod outcome;
mod pattern;
pub mod previous;
pub mod profile;
pub mod propositions;
pub mod quantise;
pub mod random;
pub mod reading;
pub mod reinert;
pub mod study;
mod support;
pub mod themes;
pub mod vectors;
mod wording;

pub use engine::{Prepared, analyse, natural};
pub use outcome::{Input, Outcome, Progress, Settings, Signature};
