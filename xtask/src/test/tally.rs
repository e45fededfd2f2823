//! How many tests passed and failed, read from what the runners print.

use std::fmt;

/// The count.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// Tests that held.
    pub(super) passed: u32,
    /// Tests that did not, and checks that stopped everything.
    pub(super) failed: u32,
}

impl Tally {
    /// Reads one line of nextest, of `cargo test` or of node's runner; other lines say nothing.
    ///
    /// Nextest indents what it quotes of a failed test, and such a quotation is no second failure.
    pub(super) fn read(&mut self, line: &str) {
        if line.trim_start().starts_with("Summary [") || line.starts_with("test result:") {
            self.passed += before(line, "passed");
            self.failed += before(line, "failed") + before(line, "timed out");
        }
        self.passed += after(line, "ℹ pass ");
        self.failed += after(line, "ℹ fail ") + after(line, "ℹ cancelled ");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands before a word, or 0.
fn before(line: &str, word: &str) -> u32 {
    let Some((head, _)) = line.split_once(word) else { return 0 };
    head.split_whitespace().next_back().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The number that follows the beginning of the line, or 0.
fn after(line: &str, beginning: &str) -> u32 {
    line.strip_prefix(beginning).and_then(|number| number.trim().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (u32, u32) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        (tally.passed, tally.failed)
    }

    #[test]
    fn nextest() {
        let line = "     Summary [   0.412s] 14 tests run: 11 passed (1 slow), 2 failed, 1 timed out, 3 skipped";
        let quoted = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 57 filtered out";
        assert_eq!(read(&["        PASS [   0.004s] xtask tally", quoted, line, "error: test run failed"]), (11, 3));
    }

    #[test]
    fn cargo_test() {
        let line = "test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(read(&["running 6 tests", line, line]), (10, 2));
    }

    #[test]
    fn node() {
        assert_eq!(read(&["ℹ tests 4", "ℹ pass 3", "ℹ fail 1", "ℹ cancelled 0", "ℹ duration_ms 51"]), (3, 1));
    }

    #[test]
    fn the_last_line() {
        assert_eq!(Tally { passed: 312, failed: 0 }.to_string(), "312 passed, 0 failed");
    }
}
