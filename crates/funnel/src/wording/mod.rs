//! Words for what was found: noun phrases, labels of themes, structuring questions (analysis.md §3.7, §3.8).

pub(crate) mod keyness;
pub(crate) mod label;
pub(crate) mod nounphrase;
mod object;
pub(crate) mod phrasebook;
pub(crate) mod question;
pub(crate) mod vague;
mod verbs;
mod wants;
