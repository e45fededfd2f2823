//! Editions from the command line: what is wanted, checked and laid out; the planning, told.

mod dates;
mod refusal;
mod told;
mod wanted;

pub(crate) use refusal::Refusal;
pub(crate) use told::{listed, planning, summary};
pub(crate) use wanted::Wanted;
