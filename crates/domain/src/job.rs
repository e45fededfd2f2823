//! What the program does by itself, and when the engine should run again.

use serde::{Deserialize, Serialize};

/// Nothing has come for this long: whoever was writing has finished. In milliseconds: five minutes.
const QUIET: i64 = 5 * 60_000;
/// What has come does not wait longer than this, however busy the day. In milliseconds: one hour.
const LONGEST: i64 = 60 * 60_000;

/// What has come or changed since the last run. Instants in Unix milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many contributions wait.
    pub contributions: u64,
    /// When the first of them came.
    pub oldest: Option<i64>,
    /// When the last of them came or changed.
    pub newest: Option<i64>,
}

impl Waiting {
    /// Whether the engine should run at `now`: something waits, and nothing has come for five minutes or the last run began an hour ago. After a
    /// failure, the same hour.
    pub fn is_due(&self, last: Option<&Job>, now: i64) -> bool {
        let (Some(oldest), Some(newest)) = (self.oldest, self.newest) else { return false };
        let rested = last.map_or(oldest, |job| job.started_at.max(oldest));
        let failed = last.is_some_and(|job| job.outcome == Some(JobOutcome::Failed));
        let calm = now - newest >= QUIET && !failed;
        self.contributions > 0 && (calm || now - rested >= LONGEST)
    }
}

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobOutcome {
    /// It did what it had to.
    Done,
    /// It could not.
    Failed,
    /// The program stopped first.
    Interrupted,
}

/// Something that the program did, or is doing. Instants in Unix milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// When it began.
    pub started_at: i64,
    /// When it ended; none while it runs.
    pub ended_at: Option<i64>,
    /// How it ended.
    pub outcome: Option<JobOutcome>,
    /// What went wrong.
    pub detail: String,
}

impl Job {
    /// The kind of those that run the engine.
    pub const ANALYSIS: &str = "analysis";
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn since(oldest: i64, newest: i64) -> Waiting {
        Waiting { contributions: 3, oldest: Some(oldest), newest: Some(newest) }
    }

    fn begun(at: i64, outcome: JobOutcome) -> Job {
        Job { started_at: at, ended_at: Some(at), outcome: Some(outcome), detail: String::new() }
    }

    #[test]
    fn it_waits_for_a_pause_but_not_for_ever() {
        assert!(!Waiting::default().is_due(None, 9 * LONGEST), "nothing to read");
        assert!(!since(0, 0).is_due(None, 4 * MINUTE));
        assert!(since(0, 0).is_due(None, 5 * MINUTE));
        assert!(!since(0, 58 * MINUTE).is_due(None, 59 * MINUTE), "people are writing");
        assert!(since(0, 59 * MINUTE).is_due(None, 60 * MINUTE), "the first has waited an hour");
    }

    #[test]
    fn the_hour_counts_from_the_last_run_and_a_failure_is_not_tried_at_once() {
        let done = begun(50 * MINUTE, JobOutcome::Done);
        assert!(!since(0, 60 * MINUTE).is_due(Some(&done), 61 * MINUTE));
        assert!(since(0, 109 * MINUTE).is_due(Some(&done), 110 * MINUTE));
        let failed = begun(50 * MINUTE, JobOutcome::Failed);
        assert!(!since(0, 0).is_due(Some(&failed), 100 * MINUTE));
        assert!(since(0, 0).is_due(Some(&failed), 110 * MINUTE));
        let cut = begun(50 * MINUTE, JobOutcome::Interrupted);
        assert!(since(0, 0).is_due(Some(&cut), 51 * MINUTE), "the machine was stopped: at once");
    }
}
