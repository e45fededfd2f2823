//! The published motion in files.

use super::annex::table;
use super::{Output, WriteError};
use arobase_domain::motion::canonical;
use arobase_domain::motion::record::{CLAUSES, MOTION, MotionRecord, PASSAGES, VERSION};
use std::io;

impl Output {
    /// Adds `motion.json`, the bytes that its seal is that of, what tells of them, and two tables: clauses, and what each comes from.
    pub fn motion(&mut self, told: &MotionRecord) -> Result<(), WriteError> {
        self.made(MOTION, || Ok(canonical(&told.motion)))?;
        self.made(VERSION, || serde_json::to_vec_pretty(&told.version).map_err(io::Error::other))?;
        self.made(CLAUSES, || table(&told.clauses))?;
        self.made(PASSAGES, || table(&told.passages))
    }
}
