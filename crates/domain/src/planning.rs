//! What is to be done when, counted back from the congress.

use crate::edition::{Edition, PhaseKind};

/// Milliseconds in a day.
const DAY: i64 = 86_400_000;
/// What is to be done is put at noon, so that a change of clocks makes no other day of it.
const NOON: i64 = DAY / 2;
/// Days before the collection opens when invitations, letters and paper forms leave: the post, then two market days.
const INVITE: i64 = 14;
/// Days before it closes when those who have not answered are reminded.
const REMIND: i64 = 14;
/// Days before it closes of the last reminder.
const LAST_REMINDER: i64 = 3;

/// A day of the planning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// When, in Unix milliseconds.
    pub at: i64,
    /// What.
    pub what: Milestone,
}

/// What is to be done, or happens by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// A phase closes, by itself.
    Closes(PhaseKind),
    /// A phase opens, by itself.
    Opens(PhaseKind),
    /// Invitations, letters and paper forms leave.
    Invite,
    /// Those who have not answered are reminded.
    Remind,
    /// They are for the last time.
    LastReminder,
    /// The congress opens.
    Congress,
}

/// When a reminder leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At this instant, in Unix milliseconds.
    At(i64),
    /// At noon, so many days before the collection closes, wherever its end is moved.
    BeforeClosing(u32),
}

impl Edition {
    /// When a reminder leaves, if the collection is to close and still open then.
    pub fn reminder_at(&self, when: When) -> Option<i64> {
        let collection = self.phase(PhaseKind::Collection)?;
        let at = match when {
            When::At(at) => at,
            When::BeforeClosing(days) => collection.ends_at - i64::from(days) * DAY + NOON,
        };
        collection.holds(at).then_some(at)
    }

    /// Every day that counts, in order; of two at one instant, what closes before what opens. What follows from a phase is left out where there is none.
    pub fn planning(&self) -> Vec<Step> {
        let mut steps = vec![Step { at: self.congress_date, what: Milestone::Congress }];
        for phase in &self.phases {
            steps.push(Step { at: phase.starts_at, what: Milestone::Opens(phase.kind) });
            steps.push(Step { at: phase.ends_at, what: Milestone::Closes(phase.kind) });
        }
        if let Some(collection) = self.phase(PhaseKind::Collection) {
            let before = |at: i64, days: i64, what| Step { at: at - days * DAY + NOON, what };
            let (opens, closes) = (collection.starts_at, collection.ends_at);
            let reminders =
                [before(closes, REMIND, Milestone::Remind), before(closes, LAST_REMINDER, Milestone::LastReminder)];
            steps.push(before(opens, INVITE, Milestone::Invite));
            steps.extend(reminders.into_iter().filter(|step| step.at > opens));
        }
        steps.sort_by_key(|step| (step.at, step.what));
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EditionId, Phase, Settings};

    fn edition(phases: &[(PhaseKind, i64, i64)]) -> Edition {
        let phase =
            |&(kind, from, to): &(PhaseKind, i64, i64)| Phase { kind, starts_at: from * DAY, ends_at: to * DAY };
        Edition {
            id: EditionId::new("e"),
            slug: "2027".into(),
            name: "Congrès 2027".into(),
            motto: String::new(),
            fictional: false,
            congress_date: 0,
            phases: phases.iter().map(phase).collect(),
            settings: Settings::default(),
        }
    }

    #[test]
    fn days_are_in_order_and_reminders_inside_the_collection() {
        use Milestone::{Closes, Congress, Invite, LastReminder, Opens, Remind};
        use PhaseKind::Collection;
        let days = |phases: &[(PhaseKind, i64, i64)]| -> Vec<(i64, Milestone)> {
            edition(phases).planning().iter().map(|step| (step.at.div_euclid(DAY), step.what)).collect()
        };
        assert_eq!(
            days(&[(Collection, -49, -4), (PhaseKind::Congress, 0, 1)]),
            [
                (-63, Invite),
                (-49, Opens(Collection)),
                (-18, Remind),
                (-7, LastReminder),
                (-4, Closes(Collection)),
                (0, Opens(PhaseKind::Congress)),
                (0, Congress),
                (1, Closes(PhaseKind::Congress)),
            ]
        );
        assert_eq!(days(&[(Collection, -10, -4)])[1..3], [(-10, Opens(Collection)), (-7, LastReminder)]);
        assert_eq!(days(&[]), [(0, Congress)]);
    }

    #[test]
    fn a_reminder_follows_the_closing_and_never_comes_after() {
        let at = |phases: &[(PhaseKind, i64, i64)], when| edition(phases).reminder_at(when);
        let (long, short) = ([(PhaseKind::Collection, -49, -4)], [(PhaseKind::Collection, -10, -4)]);
        assert_eq!(at(&long, When::BeforeClosing(14)), Some(-18 * DAY + NOON));
        assert_eq!(at(&short, When::BeforeClosing(14)), None, "before it opens");
        assert_eq!(at(&long, When::At(-4 * DAY)), None, "closed");
        assert_eq!(at(&long, When::At(-5 * DAY)), Some(-5 * DAY));
        assert_eq!(at(&[], When::BeforeClosing(3)), None);
    }
}
