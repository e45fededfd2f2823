//! The one place that asks the machine for the time, for identifiers, for chance and for memory.

use std::time::{Duration, Instant};
use uuid::Uuid;

/// The instant, in Unix milliseconds.
#[expect(clippy::disallowed_methods, reason = "this module owns the clock")]
pub(crate) fn now_millis() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// A new identifier, later than those before it.
#[expect(clippy::disallowed_methods, reason = "this module owns identifiers")]
pub(crate) fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// Random bytes that nobody can guess.
pub(crate) fn chance() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("a system that has no randomness to give can open no session");
    bytes
}

/// Measures what passes between two laps.
#[derive(Debug)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(clippy::disallowed_methods, reason = "this module owns the clock")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start or the last lap, which goes on.
    pub(crate) fn elapsed(&self) -> Duration {
        Self::start().0 - self.0
    }

    /// Time since the start or the last lap.
    pub(crate) fn lap(&mut self) -> Duration {
        let next = Self::start();
        let lap = next.0 - self.0;
        self.0 = next.0;
        lap
    }
}

/// Peak resident memory of this process in bytes, where the system tells (Linux).
pub(crate) fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
