//! What is followed: a version of the motion, whom it was handed to, what they answered; and the day it is.

use crate::Error;
use crate::calendar::clock;
use crate::state::AppState;
use arobase_domain::follow_up::{self, Silence, Standing};
use arobase_domain::motion::Version;
use arobase_domain::{Answer, ClauseId, Day, Dispatch, Motion, Recipient, RecipientId};

/// What is followed.
#[derive(Debug, Clone, Default)]
pub(super) struct Matter {
    /// The version, if there is one to follow.
    pub(super) version: Option<Version>,
    /// Its text.
    pub(super) motion: Motion,
    pub(super) recipients: Vec<Recipient>,
    pub(super) dispatches: Vec<Dispatch>,
    pub(super) answers: Vec<Answer>,
    pub(super) today: Day,
}

impl Matter {
    /// For those who prepare: the version that everyone can read, else the last one that is frozen.
    pub(super) async fn prepared(state: &AppState) -> Result<Self, Error> {
        let (store, edition) = (&state.store, &state.edition.id);
        let versions = store.motion_versions(edition).await?;
        let published = versions.iter().find(|one| one.published_at.is_some());
        let Some(version) = published.or_else(|| versions.iter().find(|one| one.frozen)) else {
            return Self::around(state, None, Motion::default()).await;
        };
        let written = store.motion_at(edition, version.seq).await?.unwrap_or_default();
        Self::around(state, Some(version.clone()), written.motion).await
    }

    /// For everyone: the version that is published, if one is.
    pub(super) async fn published(state: &AppState) -> Result<Option<Self>, Error> {
        let Some((version, written)) = state.store.published_motion(&state.edition.id).await? else { return Ok(None) };
        Self::around(state, Some(version), written.motion).await.map(Some)
    }

    async fn around(state: &AppState, version: Option<Version>, motion: Motion) -> Result<Self, Error> {
        let (store, edition) = (&state.store, &state.edition.id);
        Ok(Self {
            version,
            motion,
            recipients: store.motion_recipients(edition).await?,
            dispatches: store.dispatches(edition).await?,
            answers: store.answers(edition).await?,
            today: today(state),
        })
    }

    /// A recipient.
    pub(super) fn recipient(&self, id: &RecipientId) -> Option<&Recipient> {
        self.recipients.iter().find(|one| one.id == *id)
    }

    /// Those to whom the motion was handed by now, or who answered.
    pub(super) fn handed(&self) -> impl Iterator<Item = &Recipient> {
        self.recipients.iter().filter(|one| self.silence(&one.id) != Silence::NotHanded)
    }

    /// How long a recipient has said nothing.
    pub(super) fn silence(&self, recipient: &RecipientId) -> Silence {
        follow_up::silence(recipient, &self.dispatches, &self.answers, self.today)
    }

    /// Where a recipient stands on a clause.
    pub(super) fn standing(&self, clause: &ClauseId, recipient: &RecipientId) -> Standing<'_> {
        follow_up::standing(clause, recipient, &self.dispatches, &self.answers, self.today)
    }

    /// The day on which the motion was first handed to a recipient.
    pub(super) fn first_day(&self, recipient: &RecipientId) -> Option<Day> {
        let theirs = self.dispatches.iter().filter(|one| one.recipient == *recipient && !one.cancelled);
        theirs.map(|one| one.day).filter(|day| *day <= self.today).min()
    }
}

/// The day it is where the edition is.
pub(super) fn today(state: &AppState) -> Day {
    let date = clock(state.now(), &state.edition.settings.time_zone).date();
    Day::of(date.year().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into())
        .unwrap_or_default()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use arobase_domain::{AnswerId, Clause, DispatchId, Manner, RecipientKind, Reply, Section, SectionId, SectionKind};

    fn recipient(id: &str, name: &str) -> Recipient {
        Recipient {
            id: RecipientId::new(id),
            kind: RecipientKind::Ministry,
            name: name.into(),
            person: "Mme la ministre".into(),
            address: "1, rue de l’Exemple\n00000 Exempleville".into(),
            email: "cabinet@ministere.example".parse().ok(),
            ..Recipient::default()
        }
    }

    fn dispatch(id: &str, to: &str, day: Day) -> Dispatch {
        Dispatch {
            id: DispatchId::new(id),
            recipient: RecipientId::new(to),
            version: 2,
            day,
            place: "Hôtel de Matignon".into(),
            delegation: "Anne Le Goff, Bruno Petit".into(),
            manner: Manner::Hand,
            seal: "ab".repeat(32),
            at: crate::sample::NOW,
            by: "m".into(),
            cancelled: false,
        }
    }

    /// A motion of so many clauses, in sections of five.
    pub(in crate::followup) fn motion(clauses: usize) -> Motion {
        let clause = |nth: usize| Clause {
            id: ClauseId::new(format!("e{nth}")),
            text: format!("doter chaque canton d’un accueil numérique, fois {nth}\u{202f};"),
            ..Clause::default()
        };
        let section = |at: usize| Section {
            id: SectionId::new(format!("s{at}")),
            kind: SectionKind::Axis,
            title: "Des services pour tous".into(),
            clauses: (at * 5 + 1..=clauses.min(at * 5 + 5)).map(clause).collect(),
            ..Section::default()
        };
        Motion { sections: (0..clauses.div_ceil(5)).map(section).collect(), ..Motion::default() }
    }

    /// Two ministries and a newspaper: one has answered on two clauses, one is silent, nothing was handed to the last.
    pub(in crate::followup) fn matter() -> Matter {
        let today: Day = "2026-11-22".parse().expect("a day");
        let handed: Day = "2026-10-10".parse().expect("a day");
        let answer = |id: &str, clause: &str, reply| Answer {
            id: AnswerId::new(id),
            recipient: RecipientId::new("r1"),
            clause: Some(ClauseId::new(clause)),
            reply,
            day: handed.after(20),
            at: crate::sample::NOW,
            ..Answer::default()
        };
        let committed = Answer {
            measure: "un fonds de 10\u{a0}M€".into(),
            due: Some(handed.after(30)),
            text: "Nous le ferons.".into(),
            link: "https://ministere.example/reponse".into(),
            document: Some("v1".into()),
            ..answer("a1", "e1", Reply::Committed)
        };
        Matter {
            version: Some(Version { number: 2, seal: "ab".repeat(32), frozen: true, ..Version::default() }),
            motion: motion(7),
            recipients: vec![
                recipient("r1", "Ministère chargé des collectivités"),
                recipient("r2", "Premier ministre"),
                recipient("r3", "La Gazette d’Exempleville"),
            ],
            dispatches: vec![dispatch("d1", "r1", handed), dispatch("d2", "r2", handed)],
            answers: vec![committed, answer("a2", "e2", Reply::Refused)],
            today,
        }
    }

    #[test]
    fn who_was_handed_nothing_is_not_followed() {
        let matter = matter();
        assert_eq!(matter.handed().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["r1", "r2"]);
        assert_eq!(matter.silence(&RecipientId::new("r2")), Silence::Days(43, false));
    }
}
