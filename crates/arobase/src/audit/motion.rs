//! The published motion: its seal, its clauses, and what each comes from, counted again.

use arobase_domain::audit::Findings;
use arobase_domain::motion::record::{CLAUSES, MOTION, MotionRecord, PASSAGES, VERSION};
use arobase_domain::record::Record;
use arobase_tables::import::{self, RunError};
use std::path::Path;

/// Checks the files of the motion, where there are some; how many clauses were traced.
pub(super) fn check(directory: &Path, record: &Record, findings: &mut Findings) -> Result<Option<usize>, RunError> {
    if !directory.join(MOTION).exists() {
        return Ok(None);
    }
    let told = MotionRecord {
        version: import::json(directory, VERSION)?,
        motion: import::json(directory, MOTION)?,
        clauses: import::table(directory, CLAUSES)?,
        passages: import::table(directory, PASSAGES)?,
    };
    told.check(record, findings);
    Ok(Some(told.motion.clauses().count()))
}
