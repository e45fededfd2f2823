//! A day of the calendar, and how many there are between two.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day: `2026-10-10`. Counts from 1 January 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

/// What was given is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("« {0} » is not a day: 2026-10-10")]
pub struct NotADay(String);

/// Days of four centuries, after which the calendar begins again.
const ERA: i32 = 146_097;
/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i32 = 719_468;

impl Day {
    /// The day of a year, a month and a rank in it, if there is one.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        let one = Self(from_civil(year, month, day));
        ((1..=9_999).contains(&year) && one.civil() == (year, month, day)).then_some(one)
    }

    /// Days from another one to this one; none if it comes after.
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(self.0 - earlier.0).unwrap_or(0)
    }

    /// The day that comes so many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// Its year, its month and its rank in it. The year is counted from March, so that the day that comes every fourth year is the last.
    pub fn civil(self) -> (i32, u32, u32) {
        let days = self.0 + EPOCH;
        let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / (ERA - 1)) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        (year + era * 400 + next, month.unsigned_abs(), day.unsigned_abs())
    }
}

fn from_civil(year: i32, month: u32, day: u32) -> i32 {
    let (month, day) = (month.min(99) as i32, day.min(99) as i32);
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    year.div_euclid(400) * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(given: &str) -> Result<Self, NotADay> {
        let mut parts = given.trim().splitn(3, '-').map(str::parse::<u32>);
        let mut next = || parts.next()?.ok();
        let (year, month, day) = (next(), next(), next());
        let found =
            year.zip(month).zip(day).and_then(|((year, month), day)| Self::of(year.try_into().ok()?, month, day));
        found.ok_or_else(|| NotADay(given.to_owned()))
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(given: String) -> Result<Self, NotADay> {
        given.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}
