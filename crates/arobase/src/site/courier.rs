//! Letters that leave by themselves: reminders on their day, news of one's ideas at the rhythm that each chose.

use crate::clock;
use arobase_domain::following::moved;
use arobase_domain::mail::SECRET;
use arobase_domain::territory::territory;
use arobase_domain::{Edition, Lang, Member, PhaseKind};
use arobase_identity::{INVITATION_LASTS, Key};
use arobase_post::letters::{self, Link};
use arobase_store::{Envelope, Followed, Follower, Mail, Store, StoreError};
use arobase_web::{Target, last_day};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How often it looks at what is due.
const LOOK: Duration = Duration::from_mins(1);
/// Whoever wrote to whom in which language is not known: members are local elected officials of France.
const LANG: Lang = Lang::Fr;

/// What letters are written with.
#[derive(Clone)]
pub(crate) struct Courier {
    /// The database.
    pub(crate) store: Store,
    /// What makes the secrets of links.
    pub(crate) key: Key,
    /// Address of the site as people reach it.
    pub(crate) address: String,
}

impl Courier {
    /// Starts to look; aborting the task stops it, and what was due is sent at the next start.
    pub(crate) fn start(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            loop {
                if let Err(error) = self.look(clock::now_millis()).await {
                    tracing::error!(%error, "letters that leave by themselves");
                }
                tokio::time::sleep(LOOK).await;
            }
        })
    }

    /// Puts in the outbox what is due; how many letters.
    pub(super) async fn look(&self, now: i64) -> Result<usize, StoreError> {
        let Some(edition) = self.store.current_edition().await? else { return Ok(0) };
        Ok(self.remind(&edition, now).await? + self.tell(&edition, now).await?)
    }

    /// Of several reminders that are due together, because the site was closed or they were planned so, the last one leaves alone.
    async fn remind(&self, edition: &Edition, now: i64) -> Result<usize, StoreError> {
        if !edition.collects(now) {
            return Ok(0);
        }
        let waiting = self.store.reminders(&edition.id).await?.into_iter().filter(|one| one.sent_at.is_none());
        let mut due: Vec<(i64, String)> = waiting
            .filter_map(|one| Some((edition.reminder_at(one.when)?, one.id)))
            .filter(|(at, _)| *at <= now)
            .collect();
        due.sort();
        let Some((_, last)) = due.pop() else { return Ok(0) };
        for (_, superseded) in due {
            self.store.remind(&edition.id, &superseded, &[], now).await?;
        }
        let members = self.store.unanswered(&edition.id).await?;
        let envelopes: Vec<Envelope> = members.iter().filter_map(|one| self.reminder(edition, one, now)).collect();
        let sent = self.store.remind(&edition.id, &last, &envelopes, now).await?;
        Ok(if sent { envelopes.len() } else { 0 })
    }

    /// News to those who want some and whose turn it is.
    async fn tell(&self, edition: &Edition, now: i64) -> Result<usize, StoreError> {
        let mut letters = 0;
        let followers = self.store.followers(&edition.id).await?.into_iter();
        for follower in followers.filter(|one| one.looked_at + one.rhythm.period() <= now) {
            letters += usize::from(self.tell_one(edition, &follower, now).await?);
        }
        Ok(letters)
    }

    /// Whether there was something to tell.
    async fn tell_one(&self, edition: &Edition, follower: &Follower, now: i64) -> Result<bool, StoreError> {
        let (mut told, mut lines) = (Vec::new(), Vec::new());
        for Followed { number, told: before } in self.store.followed(&edition.id, &follower.member.id).await? {
            let Some(fate) = self.store.contribution_fate(&edition.id, number).await? else { continue };
            let now = fate.spots();
            lines.extend(moved(&before, now.clone()).iter().map(|spot| letters::moved(LANG, number, spot)));
            told.push(Followed { number, told: now });
        }
        let Some(email) = follower.member.email.clone().filter(|_| !lines.is_empty()) else {
            self.store.tell(&edition.id, follower, &told, None, now).await?;
            return Ok(false);
        };
        let url = format!("{}{}", self.address, Target::Following(1).in_lang(LANG));
        let text = Link { edition: &edition.name, url: &url };
        let letter = letters::news(LANG, email, text, &lines, &self.stop(&follower.member));
        let mail = Mail { id: &clock::new_id().to_string(), letter: &letter, useless_at: None };
        self.store.tell(&edition.id, follower, &told, Some(mail), now).await
    }

    fn reminder(&self, edition: &Edition, member: &Member, now: i64) -> Option<Envelope> {
        let [link, mail] = [(); 2].map(|()| clock::new_id().to_string());
        let url = format!("{}{}?key={SECRET}", self.address, Target::Enter(String::new()).in_lang(LANG));
        let text = Link { edition: &edition.name, url: &url };
        let letter = letters::reminder(LANG, member.email.clone()?, text, &closes(edition, member), &self.stop(member));
        let digest = self.key.link(&link).digest();
        Some(Envelope { member: member.id.clone(), link, digest, expires_at: now + INVITATION_LASTS, mail, letter })
    }

    fn stop(&self, member: &Member) -> String {
        format!("{}{}", self.address, Target::Stop(self.key.stop(member.id.as_str())).in_lang(LANG))
    }
}

/// The last day of the collection, on the clock of the edition and, where a member lives by another one, on theirs.
fn closes(edition: &Edition, member: &Member) -> String {
    let at = edition.phase(PhaseKind::Collection).map_or(edition.congress_date, |phase| phase.ends_at);
    let there = member.territory.as_deref().and_then(territory).and_then(|one| one.department());
    last_day(LANG, edition, there, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{DAY, edition};
    use arobase_domain::{Listed, MemberId, NewContribution, Rhythm, Roster, RunId, When};
    use arobase_store::{Enrolment, Incoming, Trial};

    const NOW: i64 = 1_789_034_400_000;

    /// A site whose collection opened at NOW and lasts 49 days, with these people invited.
    async fn site(folder: &std::path::Path, people: usize) -> (Courier, Edition) {
        let store = Store::open(&format!("sqlite:{}/a.db?mode=rwc", folder.display())).await.expect("a database");
        let edition = edition("a", "Congrès", "", true, NOW);
        store.create_edition(&edition, NOW).await.expect("an edition");
        let listed = |nth: usize| Listed {
            name: format!("Elu {nth}"),
            email: format!("elu{nth}@nouans.example").parse().ok(),
            ..Listed::default()
        };
        let roster = Roster { people: (0..people).map(listed).collect(), ..Roster::default() };
        let enrolment = Enrolment { edition: &edition.id, by: None, ids: clock::new_id, trial: Trial::Real };
        store.enrol(&roster, enrolment, NOW).await.expect("members");
        let courier = Courier { store, key: Key::new([5; 32]), address: "http://a.example".into() };
        let members = courier.store.uninvited(&edition.id, None).await.expect("read");
        let envelopes = members.iter().filter_map(|one| courier.reminder(&edition, one, NOW)).collect();
        courier.store.invite_many(&edition.id, envelopes, &MemberId::new("boss"), NOW).await.expect("invited");
        (courier, edition)
    }

    #[tokio::test]
    async fn each_reminder_leaves_once_on_its_day_to_those_who_have_not_answered() {
        let folder = tempfile::tempdir().expect("a folder");
        let (courier, edition) = site(folder.path(), 6).await;
        let store = &courier.store;
        for (id, days) in [("first", 14), ("last", 3)] {
            let by = MemberId::new("boss");
            store.plan_reminder(&edition.id, (id, When::BeforeClosing(days)), &by, NOW).await.expect("planned");
        }
        let members = store.unanswered(&edition.id).await.expect("read");
        store.note_answer(&edition.id, &members[0].id).await.expect("noted");
        store.stop_letters(&members[1].id, true, NOW).await.expect("stopped");
        let first = NOW + 35 * DAY + DAY / 2;
        assert_eq!(courier.look(first - 1).await.expect("looks"), 0, "not before its day");
        assert_eq!(courier.look(first).await.expect("looks"), 4, "neither who answered nor who wants no letter");
        for turn in 0..3 {
            assert_eq!(courier.look(first + turn).await.expect("looks"), 0, "once");
        }
        store.note_answer(&edition.id, &members[2].id).await.expect("noted");
        assert_eq!(courier.look(first + 12 * DAY).await.expect("looks"), 3);
        assert_eq!(courier.look(first + 30 * DAY).await.expect("looks"), 0, "closed");
        let letters = store.outbox().await.expect("read");
        assert_eq!(letters.waiting + letters.given_up, 6 + 4 + 3);
        assert!(store.verify_journal().await.is_ok());
    }

    #[tokio::test]
    async fn reminders_missed_while_the_site_was_closed_are_one_letter() {
        let folder = tempfile::tempdir().expect("a folder");
        let (courier, edition) = site(folder.path(), 2).await;
        for (id, days) in [("first", 14), ("last", 3)] {
            let by = MemberId::new("boss");
            let planned = (id, When::BeforeClosing(days));
            courier.store.plan_reminder(&edition.id, planned, &by, NOW).await.expect("planned");
        }
        assert_eq!(courier.look(NOW + 48 * DAY).await.expect("looks"), 2);
        let sent = courier.store.reminders(&edition.id).await.expect("read");
        assert_eq!(sent.iter().map(|one| one.letters).collect::<Vec<_>>(), [0, 2]);
    }

    #[tokio::test]
    async fn news_come_when_an_idea_moves_at_the_rhythm_asked_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let (courier, edition) = site(folder.path(), 2).await;
        let store = &courier.store;
        let members = store.unanswered(&edition.id).await.expect("read");
        let mut sources: Vec<_> = arobase_publish::sources().into_iter().collect();
        sources.sort_by_key(|(id, _)| id.number());
        let incoming = sources.into_iter().map(|(_, source)| Incoming {
            contribution: NewContribution { text: source.text, ..NewContribution::default() },
            id: clock::new_id(),
            received_at: NOW,
            broken: None,
        });
        // The sample speaks of a fifteenth, which could not be read.
        let unread = Incoming {
            contribution: NewContribution::default(),
            id: clock::new_id(),
            received_at: NOW,
            broken: Some("recueil.csv, ligne 15".into()),
        };
        let incoming = incoming.chain([unread]);
        store.import(&edition.id, incoming.collect(), &arobase_text::stem::terms, NOW).await.expect("received");
        let (ada, bruno) = (&members[0].id, &members[1].id);
        assert!(store.follow(&edition.id, 1, ada, &[], NOW).await.expect("followed"));
        assert!(!store.follow(&edition.id, 1, bruno, &[], NOW).await.expect("looked"), "one has one author");
        assert!(store.follow(&edition.id, 2, bruno, &[], NOW).await.expect("followed"));
        store.set_rhythm(&edition.id, ada, Some(Rhythm::Weekly), NOW).await.expect("chosen");
        assert_eq!(courier.look(NOW + 8 * DAY).await.expect("looks"), 0, "nothing has moved yet");
        let (run, stems) = (RunId::new("r"), &arobase_text::stem::terms);
        store.save_run(&edition.id, &arobase_publish::sample(), stems, &run, NOW, NOW).await.expect("analysed");
        let spots = store.contribution_fate(&edition.id, 1).await.expect("read").expect("there").spots();
        assert!(spots.iter().any(|spot| spot.theme.is_some()), "{spots:?}");
        assert_eq!(courier.look(NOW + 14 * DAY).await.expect("looks"), 0, "a week has not passed");
        assert_eq!(courier.look(NOW + 15 * DAY).await.expect("looks"), 1);
        assert_eq!(courier.look(NOW + 30 * DAY).await.expect("looks"), 0, "once; and nobody writes to who did not ask");
        let told = store.followed(&edition.id, ada).await.expect("read");
        assert_eq!(told[0].told, spots);
        assert!(store.verify_journal().await.is_ok());
    }

    #[test]
    fn the_last_day_is_the_one_before_midnight() {
        let edition = edition("a", "A", "", true, NOW - NOW % DAY);
        let from = |code: &str| closes(&edition, &Member { territory: Some(code.into()), ..Member::default() });
        assert_eq!(from("72222"), "29\u{a0}octobre\u{a0}2026");
        let there =
            "29\u{a0}octobre\u{a0}2026, soit jusqu’au 29\u{a0}octobre\u{a0}2026 à 4\u{a0}h\u{a0}00 (La Réunion)";
        assert_eq!(from("97411"), there);
    }
}
