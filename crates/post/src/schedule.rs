//! When a letter that did not leave is tried again. Instants and durations are in milliseconds.

use std::time::Duration;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// An attempt that lasts longer is given up. Shorter than the first pause: a letter is never tried twice at once.
pub const ATTEMPT_LASTS: Duration = Duration::from_secs(45);
/// Longest pause between two attempts.
const LONGEST: i64 = 6 * HOUR;
/// After so many, the pause is longer than that anyway.
const DOUBLINGS: u32 = 9;
/// A letter that has not left by then will not: as long as mail servers themselves try (RFC 5321, 4.5.4.1).
const PATIENCE: i64 = 5 * 24 * HOUR;

/// When to try again a letter whose attempt of this number (from 1) starts now: in one minute, then two, four… up to six hours.
pub fn next_attempt(now: i64, attempt: u32) -> i64 {
    let doubled = MINUTE << attempt.saturating_sub(1).min(DOUBLINGS);
    now + doubled.min(LONGEST)
}

/// Whether a letter written then is no longer tried.
pub fn too_late(written_at: i64, now: i64) -> bool {
    now - written_at > PATIENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_six_hours() {
        let pauses: Vec<i64> =
            [1, 2, 3, 9, 10, 64, 65, u32::MAX].map(|attempt| next_attempt(0, attempt) / MINUTE).into();
        assert_eq!(pauses, [1, 2, 4, 256, 360, 360, 360, 360]);
        assert!(next_attempt(0, 1) > ATTEMPT_LASTS.as_millis() as i64);
    }

    #[test]
    fn five_days_are_some_thirty_attempts() {
        let (mut now, mut attempts) = (0, 0);
        while !too_late(0, now) {
            attempts += 1;
            now = next_attempt(now, attempts);
        }
        assert_eq!(attempts, 28);
    }
}
