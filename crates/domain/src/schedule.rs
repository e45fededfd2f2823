//! The phases that the day of the congress suggests, and what they leave too little time for.

use crate::edition::{Edition, Phase, PhaseKind};

/// Milliseconds in a day.
const DAY: i64 = 86_400_000;

/// Days from the day of the congress: first day of each phase, and the day after its last.
const AROUND: [(PhaseKind, i64, i64); 6] = [
    (PhaseKind::Preparation, -113, -53),
    (PhaseKind::Collection, -53, -4),
    (PhaseKind::Classification, -4, 0),
    (PhaseKind::Congress, 0, 1),
    (PhaseKind::Presentation, 1, 22),
    (PhaseKind::FollowUp, 22, 312),
];

/// Fewest days in which people from small villages answer: six weeks, with one meeting of the municipal council among them.
const COLLECTION: i64 = 42;
/// Days that one or two people need to class everything.
const CLASSIFICATION: i64 = 4;
/// Days before the collection opens when invitations, letters and paper forms leave.
const INVITATION: i64 = 14;

/// Something that there is too little time for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// Nothing is collected at all.
    NoCollection,
    /// The collection lasts so many days, fewer than six weeks.
    Collection(i64),
    /// So many days are left to send invitations before the collection opens, fewer than two weeks.
    Invitation(i64),
    /// The classification lasts so many days, fewer than four.
    Classification(i64),
}

impl Shortfall {
    /// How many days there should be.
    pub fn wanted(self) -> i64 {
        match self {
            Self::NoCollection | Self::Collection(_) => COLLECTION,
            Self::Invitation(_) => INVITATION,
            Self::Classification(_) => CLASSIFICATION,
        }
    }
}

/// The phases around a congress. `midnight` is the instant at which a day begins, counted from that of the congress; `today` is counted likewise, and
/// what would have begun before it begins today, or is left out where nothing remains of it.
pub fn phases_around(today: Option<i64>, midnight: impl Fn(i64) -> i64) -> Vec<Phase> {
    let start = |from: i64| today.map_or(from, |today| from.max(today));
    AROUND
        .into_iter()
        .map(|(kind, from, to)| (kind, start(from), to))
        .filter(|(_, from, to)| from < to)
        .map(|(kind, from, to)| Phase { kind, starts_at: midnight(from), ends_at: midnight(to) })
        .collect()
}

impl Edition {
    /// What there is too little time for, seen from `now`; nothing once the collection is over.
    pub fn shortfalls(&self, now: i64) -> Vec<Shortfall> {
        let Some(collection) = self.phase(PhaseKind::Collection) else { return vec![Shortfall::NoCollection] };
        if collection.ends_at <= now {
            return Vec::new();
        }
        let lasts = |kind| self.phase(kind).map_or(0, |phase| days(phase.ends_at - phase.starts_at));
        let left = if collection.starts_at > now { (collection.starts_at - now) / DAY } else { 0 };
        [
            Shortfall::Collection(lasts(PhaseKind::Collection)),
            Shortfall::Invitation(left),
            Shortfall::Classification(lasts(PhaseKind::Classification)),
        ]
        .into_iter()
        .filter(|shortfall| match shortfall {
            Shortfall::NoCollection => true,
            Shortfall::Collection(days) | Shortfall::Invitation(days) | Shortfall::Classification(days) => {
                *days < shortfall.wanted()
            }
        })
        .collect()
    }
}

/// Days in a length of time, to the nearest: a change of clocks makes none longer.
fn days(lasts: i64) -> i64 {
    (lasts + DAY / 2).div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EditionId, Settings};

    fn edition(today: Option<i64>) -> Edition {
        Edition {
            id: EditionId::new("e"),
            slug: "2027".into(),
            name: "Congrès".into(),
            motto: String::new(),
            fictional: false,
            congress_date: 0,
            phases: phases_around(today, |day| day * DAY),
            settings: Settings::default(),
        }
    }

    #[test]
    fn with_time_ahead_nothing_is_short() {
        let ahead = edition(Some(-200));
        assert_eq!((ahead.phases.len(), ahead.check_phases()), (6, Ok(())));
        assert_eq!(ahead.shortfalls(-200 * DAY), []);
        assert_eq!(ahead.phases, edition(None).phases);
    }

    #[test]
    fn what_would_have_begun_begins_today_and_what_is_short_is_told() {
        let late = edition(Some(-40));
        let kinds: Vec<PhaseKind> = late.phases.iter().map(|phase| phase.kind).collect();
        assert_eq!((kinds[0], kinds.len()), (PhaseKind::Collection, 5));
        assert!(late.collects(-40 * DAY) && late.check_phases().is_ok());
        assert_eq!(late.shortfalls(-40 * DAY), [Shortfall::Collection(36), Shortfall::Invitation(0)]);
        let later = edition(Some(-2));
        assert_eq!(later.shortfalls(-2 * DAY), [Shortfall::NoCollection]);
        assert_eq!(late.shortfalls(0), [], "what is over is not short any more");
    }
}
