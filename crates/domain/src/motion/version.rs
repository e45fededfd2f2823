//! States of the text that have a number, and what a congress decided of one.

use super::Motion;
use crate::id::RunId;
use serde::{Deserialize, Serialize};

/// A state of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Its place among the states of the edition, from 1; 0 before anyone has written.
    pub seq: u32,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who wrote last.
    pub by: String,
    /// The text.
    pub motion: Motion,
}

/// A state that has a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// The state.
    pub seq: u32,
    /// What it was called.
    pub label: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who kept it.
    pub by: String,
    /// SHA-256 of it, in hexadecimal.
    pub seal: String,
    /// Whether nothing may edit it.
    pub frozen: bool,
    /// The run whose ideas its clauses come from, once it is frozen.
    pub run: Option<RunId>,
    /// Since when everyone can read it, in Unix milliseconds.
    pub published_at: Option<i64>,
}

/// How a congress adopted a version, as it was keyed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// The version.
    pub version: u32,
    /// The day: `2026-10-06`.
    pub day: String,
    /// Where.
    pub place: String,
    /// Votes in favour, against and abstentions, where they were counted.
    pub votes: Option<[u32; 3]>,
    /// How it was voted, in words.
    pub told: String,
    /// Who signed.
    pub signed_by: String,
}
