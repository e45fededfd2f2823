//! One congress year, and the dated windows it goes through.

use crate::id::EditionId;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};

/// The language of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

/// One congress year; everything hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its identifier.
    pub id: EditionId,
    /// Its name in URLs: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its name on pages.
    pub name: String,
    /// One line under the name; may be empty.
    pub motto: String,
    /// Whether everything in it was invented for a demonstration, which every page then says.
    pub fictional: bool,
    /// When the congress opens, in Unix milliseconds.
    pub congress_date: i64,
    /// Its windows, by start.
    pub phases: Vec<Phase>,
    /// What it asks, its time zone, its limits.
    #[serde(default)]
    pub settings: Settings,
}

/// A stage of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKind {
    /// Before anyone may contribute.
    Preparation,
    /// Contributions are received.
    Collection,
    /// All of them are classed.
    Classification,
    /// The congress debates and drafts.
    Congress,
    /// The motion is handed over.
    Presentation,
    /// Replies and commitments are followed.
    FollowUp,
}

/// A stage with its dates: from `starts_at` included to `ends_at` excluded, in Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Which stage.
    pub kind: PhaseKind,
    /// First instant.
    pub starts_at: i64,
    /// First instant after.
    pub ends_at: i64,
}

/// What is wrong with the windows of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhaseError {
    /// A window that ends before it starts.
    #[error("the phase {0} ends before it starts")]
    Backwards(PhaseKind),
    /// Two windows of one kind.
    #[error("the phase {0} is given twice")]
    Twice(PhaseKind),
    /// A window that starts before the previous one ends.
    #[error("the phase {1} starts before {0} ends")]
    Overlap(PhaseKind, PhaseKind),
}

impl Phase {
    /// Whether `now` lies in the window.
    pub fn holds(&self, now: i64) -> bool {
        (self.starts_at..self.ends_at).contains(&now)
    }
}

impl Edition {
    /// The phase that runs at `now`, if any.
    pub fn current(&self, now: i64) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.holds(now))
    }

    /// The first phase that starts after `now`.
    pub fn next(&self, now: i64) -> Option<&Phase> {
        self.phases.iter().filter(|phase| phase.starts_at > now).min_by_key(|phase| phase.starts_at)
    }

    /// The window of one kind.
    pub fn phase(&self, kind: PhaseKind) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.kind == kind)
    }

    /// Whether contributions are received at `now`.
    pub fn collects(&self, now: i64) -> bool {
        self.current(now).is_some_and(|phase| phase.kind == PhaseKind::Collection)
    }

    /// Checks that the windows follow one another.
    pub fn check_phases(&self) -> Result<(), PhaseError> {
        self.phase_errors().first().map_or(Ok(()), |error| Err(*error))
    }

    /// Everything that is wrong with the windows: those that end before they start, then those that do not follow one another.
    pub fn phase_errors(&self) -> Vec<PhaseError> {
        let mut phases: Vec<&Phase> = self.phases.iter().collect();
        phases.sort_by_key(|phase| phase.kind);
        let backwards = phases
            .iter()
            .filter(|phase| phase.ends_at <= phase.starts_at)
            .map(|phase| PhaseError::Backwards(phase.kind));
        let pairs = phases.windows(2).filter_map(|pair| match (pair[0], pair[1]) {
            (one, other) if one.kind == other.kind => Some(PhaseError::Twice(one.kind)),
            (one, other) if other.starts_at < one.ends_at => Some(PhaseError::Overlap(one.kind, other.kind)),
            _ => None,
        });
        backwards.chain(pairs).collect()
    }

    /// Whether the congress opens outside the phase of the congress, where there is one.
    pub fn opens_outside(&self) -> bool {
        self.phase(PhaseKind::Congress).is_some_and(|phase| !phase.holds(self.congress_date))
    }

    /// Whether it is still to be filled in: no day of congress was ever given.
    pub fn is_blank(&self) -> bool {
        self.congress_date == 0 && self.phases.is_empty()
    }
}

/// First segments of addresses that are not those of an edition.
const RESERVED: [&str; 4] = ["fr", "en", "data", "assets"];

/// Whether an edition may have this name in addresses: lower-case letters without accents, digits and hyphens.
pub fn is_slug(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !name.is_empty() && name.chars().all(plain) && !RESERVED.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(phases: &[(PhaseKind, i64, i64)]) -> Edition {
        Edition {
            id: EditionId::new("e"),
            slug: "2026".into(),
            name: "Congrès 2026".into(),
            motto: String::new(),
            fictional: true,
            congress_date: 40,
            phases: phases.iter().map(|&(kind, starts_at, ends_at)| Phase { kind, starts_at, ends_at }).collect(),
            settings: Settings::default(),
        }
    }

    #[test]
    fn a_phase_holds_its_start_and_not_its_end() {
        let edition = edition(&[(PhaseKind::Collection, 10, 20), (PhaseKind::Classification, 20, 30)]);
        let kind = |now| edition.current(now).map(|phase| phase.kind);
        assert_eq!(kind(9), None);
        assert_eq!(kind(10), Some(PhaseKind::Collection));
        assert_eq!(kind(20), Some(PhaseKind::Classification));
        assert_eq!(kind(30), None);
        assert_eq!(edition.next(10).map(|phase| phase.kind), Some(PhaseKind::Classification));
        assert!(edition.collects(19) && !edition.collects(20));
    }

    #[test]
    fn windows_follow_one_another() {
        use PhaseKind::{Collection, Congress};
        assert_eq!(edition(&[(Congress, 20, 30), (Collection, 10, 20)]).check_phases(), Ok(()));
        assert_eq!(edition(&[(Collection, 10, 10)]).check_phases(), Err(PhaseError::Backwards(Collection)));
        let twice = edition(&[(Collection, 10, 20), (Collection, 20, 30)]);
        assert_eq!(twice.check_phases(), Err(PhaseError::Twice(Collection)));
        let overlap = edition(&[(Collection, 10, 20), (Congress, 19, 30)]);
        assert_eq!(overlap.check_phases(), Err(PhaseError::Overlap(Collection, Congress)));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        use PhaseKind::{Classification, Collection, Congress};
        let wrong = edition(&[(Collection, 10, 9), (Classification, 8, 30), (Congress, 20, 30)]);
        let told = [
            PhaseError::Backwards(Collection),
            PhaseError::Overlap(Collection, Classification),
            PhaseError::Overlap(Classification, Congress),
        ];
        assert_eq!(wrong.phase_errors(), told);
        assert!(!edition(&[(Congress, 40, 41)]).opens_outside() && edition(&[(Congress, 41, 42)]).opens_outside());
    }

    #[test]
    fn a_name_in_addresses_is_plain_and_hides_no_page() {
        assert!(is_slug("2027") && is_slug("congres-2027"));
        for wrong in ["", "Congrès", "a b", "a/b", "fr", "data"] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }
}
