//! Contributions that members follow, and the news of them. That a member follows one says that they wrote it: only they are told.

use crate::bulk::{self, row};
use crate::outbox;
use crate::people::member;
use crate::read::{code, json, maybe, number};
use crate::{ContributionFate, Mail, Store, StoreError, journal};
use arobase_domain::{EditionId, Member, MemberId, Rhythm, Spot};
use sqlx::Row as _;
use sqlx::any::AnyRow;

/// A contribution that a member follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its number.
    pub number: u32,
    /// Where its ideas were when the member was last told.
    pub told: Vec<Spot>,
}

/// A member who wants news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    /// Who; they have an e-mail and did not say that they want no letter.
    pub member: Member,
    /// How often.
    pub rhythm: Rhythm,
    /// When it was last seen whether there were any, in Unix milliseconds.
    pub looked_at: i64,
}

impl ContributionFate {
    /// Where its ideas are. A text changed since the run that is shown has none yet.
    pub fn spots(&self) -> Vec<Spot> {
        if self.reason == "revised" {
            return Vec::new();
        }
        let spot = |fate: &crate::IdeaFate| Spot {
            idea: fate.idea.id.clone(),
            text: fate.idea.text.clone(),
            theme: fate.theme.clone(),
            proposition: fate.proposition.as_ref().map(|link| link.text.clone()),
        };
        self.ideas.iter().map(spot).collect()
    }
}

impl Store {
    /// Lets a member follow a contribution from where its ideas are; `false` if someone follows it already.
    pub async fn follow(
        &self,
        edition: &EditionId,
        number: u32,
        member: &MemberId,
        spots: &[Spot],
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let known = sqlx::query("SELECT COUNT(*) AS total FROM followed WHERE edition_id = $1 AND number = $2");
        let known = known.bind(edition.as_str().to_owned()).bind(i64::from(number)).fetch_one(&mut *tx).await?;
        if crate::read::number::<u64>(&known, "total")? > 0 {
            return Ok(false);
        }
        let row = row![edition.as_str(), number, member.as_str(), serde_json::to_string(spots)?];
        bulk::insert_new(&mut tx, "followed", &["edition_id", "number", "member_id", "told"], vec![row]).await?;
        // Which one is not written: entries cannot be erased, and this one would say who wrote it.
        journal::append(&mut tx, now, "contribution.followed", [("member", member.as_str())]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Forgets that a member follows a contribution; `false` if they do not.
    pub async fn unfollow(
        &self,
        edition: &EditionId,
        number: u32,
        member: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("DELETE FROM followed WHERE edition_id = $1 AND number = $2 AND member_id = $3");
        let gone = gone.bind(edition.as_str().to_owned()).bind(i64::from(number)).bind(member.as_str().to_owned());
        if gone.execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, now, "contribution.unfollowed", [("member", member.as_str())]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What a member follows in an edition, the latest first.
    pub async fn followed(&self, edition: &EditionId, member: &MemberId) -> Result<Vec<Followed>, StoreError> {
        let found = sqlx::query(
            "SELECT number, told FROM followed WHERE edition_id = $1 AND member_id = $2 ORDER BY number DESC",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
        self.all(found, |row| {
            Ok::<_, StoreError>(Followed { number: number(row, "number")?, told: json(row, "told")? })
        })
        .await
    }

    /// How often a member wants news; `None` for never.
    pub async fn rhythm(&self, edition: &EditionId, member: &MemberId) -> Result<Option<Rhythm>, StoreError> {
        let found = sqlx::query("SELECT rhythm FROM news_wish WHERE edition_id = $1 AND member_id = $2");
        let found = found.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
        self.one(found, |row| code(row, "rhythm")).await
    }

    /// Sets how often a member wants news.
    pub async fn set_rhythm(
        &self,
        edition: &EditionId,
        member: &MemberId,
        rhythm: Option<Rhythm>,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("DELETE FROM news_wish WHERE edition_id = $1 AND member_id = $2");
        gone.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        if let Some(rhythm) = rhythm {
            let row = row![edition.as_str(), member.as_str(), rhythm.as_str(), now];
            bulk::insert(&mut tx, "news_wish", &["edition_id", "member_id", "rhythm", "looked_at"], vec![row]).await?;
        }
        let rhythm = rhythm.map_or("never", Rhythm::as_str);
        journal::append(&mut tx, now, "news.chosen", [("member", member.as_str()), ("rhythm", rhythm)]).await?;
        Ok(tx.commit().await?)
    }

    /// Members who want news, follow something and can be written to.
    pub async fn followers(&self, edition: &EditionId) -> Result<Vec<Follower>, StoreError> {
        let found = sqlx::query(
            "SELECT m.*, w.rhythm, w.looked_at FROM news_wish w JOIN member m ON m.id = w.member_id
             WHERE w.edition_id = $1 AND m.email IS NOT NULL AND m.stopped_at IS NULL
             AND EXISTS (SELECT 1 FROM followed f WHERE f.edition_id = $1 AND f.member_id = m.id) ORDER BY m.id",
        );
        self.all(found.bind(edition.as_str().to_owned()), follower).await
    }

    /// Tells a follower where their ideas are now, with a letter if any moved; `false` if someone else just did.
    pub async fn tell(
        &self,
        edition: &EditionId,
        follower: &Follower,
        told: &[Followed],
        mail: Option<Mail<'_>>,
        now: i64,
    ) -> Result<bool, StoreError> {
        let (mut tx, member) = (self.begin().await?, &follower.member.id);
        let turn = sqlx::query(
            "UPDATE news_wish SET looked_at = $1 WHERE edition_id = $2 AND member_id = $3 AND looked_at = $4",
        );
        let turn = turn.bind(now).bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
        if turn.bind(follower.looked_at).execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        for one in told {
            let sql = "UPDATE followed SET told = $1 WHERE edition_id = $2 AND number = $3 AND member_id = $4";
            let written = sqlx::query(sql).bind(serde_json::to_string(&one.told)?).bind(edition.as_str().to_owned());
            written.bind(i64::from(one.number)).bind(member.as_str().to_owned()).execute(&mut *tx).await?;
        }
        if let Some(mail) = mail {
            outbox::put(&mut tx, &format!("news:{edition}:{member}:{now}"), mail, None, now).await?;
            journal::append(&mut tx, now, "news.sent", [("member", member.as_str())]).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// The run that pages of an edition show.
    pub async fn shown_run(&self, edition: &EditionId) -> Result<Option<String>, StoreError> {
        let found = sqlx::query("SELECT run_id FROM edition WHERE id = $1").bind(edition.as_str().to_owned());
        Ok(self.one(found, |row| maybe(row, "run_id")).await?.flatten())
    }
}

fn follower(row: &AnyRow) -> Result<Follower, StoreError> {
    Ok(Follower { member: member(row)?, rhythm: code(row, "rhythm")?, looked_at: row.try_get("looked_at")? })
}
