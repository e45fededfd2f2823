//! Members who may be one person, and making one of two.

use crate::bulk::{self, row};
use crate::people::{hold_edition, member};
use crate::read::text;
use crate::roster::update;
use crate::{Store, StoreError, journal};
use arobase_domain::roster::name_key;
use arobase_domain::{EditionId, Member, MemberId};
use sqlx::{Any, Row as _, Transaction};
use std::collections::BTreeMap;

/// Members that may be one person: the same name in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namesakes {
    /// The member who was there first.
    pub one: Member,
    /// The other.
    pub other: Member,
}

impl Store {
    /// Members of the edition who have the same name, whatever its order and its accents, in the same place, and whom nobody said to be two people.
    pub async fn namesakes(&self, edition: &EditionId) -> Result<Vec<Namesakes>, StoreError> {
        let members = sqlx::query(
            "SELECT * FROM member WHERE name <> '' AND place <> '' AND merged_into IS NULL
             AND id IN (SELECT member_id FROM role_of WHERE edition_id = $1) ORDER BY created_at, id",
        );
        let members = self.all(members.bind(edition.as_str().to_owned()), member).await?;
        let apart = sqlx::query("SELECT one_id, other_id FROM distinct_people");
        let apart = self.all(apart, |row| Ok::<_, StoreError>((text(row, "one_id")?, text(row, "other_id")?))).await?;
        let mut alike: BTreeMap<(String, String), Vec<Member>> = BTreeMap::new();
        for one in members {
            let place = one.territory.clone().unwrap_or_else(|| name_key(&one.place));
            alike.entry((name_key(&one.name), place)).or_default().push(one);
        }
        let pairs = alike.into_values().flat_map(|group| pairs(&group));
        Ok(pairs.filter(|pair| !apart.contains(&pair.ids())).collect())
    }

    /// Remembers that two members are two people.
    pub async fn keep_apart(
        &self,
        edition: &EditionId,
        pair: [&MemberId; 2],
        by: &MemberId,
        now: i64,
    ) -> Result<(), StoreError> {
        let (one, other) = ordered(pair[0], pair[1]);
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let row = row![one.as_str(), other.as_str()];
        bulk::insert_new(&mut tx, "distinct_people", &["one_id", "other_id"], vec![row]).await?;
        let facts = [("one", one.as_str()), ("other", other.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "members.distinct", facts).await?;
        Ok(tx.commit().await?)
    }

    /// Makes one member of two: `kept` takes the roles, the contributions and whatever it did not know of `gone`, whose sessions are closed. Whoever comes in as
    /// `gone` later is `kept`. `false` if they are not two members of this edition.
    pub async fn merge(
        &self,
        edition: &EditionId,
        [kept, gone]: [&MemberId; 2],
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let (one, other) = (living(&mut tx, edition, kept).await?, living(&mut tx, edition, gone).await?);
        let (Some(one), Some(other)) = (one, other) else { return Ok(false) };
        if kept == gone {
            return Ok(false);
        }
        empty(&mut tx, gone, kept).await?;
        update(&mut tx, &united(one, other)).await?;
        for sql in MOVES {
            let moved = sqlx::query(*sql).bind(kept.as_str().to_owned()).bind(gone.as_str().to_owned());
            moved.execute(&mut *tx).await?;
        }
        let closed = sqlx::query("UPDATE session SET revoked_at = $1 WHERE member_id = $2 AND revoked_at IS NULL");
        closed.bind(now).bind(gone.as_str().to_owned()).execute(&mut *tx).await?;
        let revoked = sqlx::query("UPDATE letter_code SET revoked_at = $1 WHERE member_id = $2 AND revoked_at IS NULL");
        revoked.bind(now).bind(gone.as_str().to_owned()).execute(&mut *tx).await?;
        let facts = [("kept", kept.as_str()), ("gone", gone.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "members.merged", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// What belongs to the one who goes belongs to the one who stays; where both have it, that of the one who stays holds.
const MOVES: &[&str] = &[
    "INSERT INTO role_of (edition_id, member_id, role, given_at)
     SELECT edition_id, $1, role, given_at FROM role_of WHERE member_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM role_of WHERE member_id = $2 AND $1 <> ''",
    "INSERT INTO invited (edition_id, member_id, way, invited_at)
     SELECT edition_id, $1, way, invited_at FROM invited WHERE member_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM invited WHERE member_id = $2 AND $1 <> ''",
    "INSERT INTO answered (edition_id, member_id)
     SELECT edition_id, $1 FROM answered WHERE member_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM answered WHERE member_id = $2 AND $1 <> ''",
    "INSERT INTO news_wish (edition_id, member_id, rhythm, looked_at)
     SELECT edition_id, $1, rhythm, looked_at FROM news_wish WHERE member_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM news_wish WHERE member_id = $2 AND $1 <> ''",
    "UPDATE federated SET member_id = $1 WHERE member_id = $2",
    // Sealed for the one who goes, or bound to them by the device: they would open nothing for the one who stays.
    "DELETE FROM passkey WHERE member_id = $2 AND $1 <> ''",
    "DELETE FROM recovery_code WHERE member_id = $2 AND $1 <> ''",
    "DELETE FROM factor_failure WHERE member_id = $2 AND $1 <> ''",
    "DELETE FROM totp WHERE member_id = $2 AND $1 <> ''",
    "INSERT INTO coding_coder (sample_id, coder_id)
     SELECT sample_id, $1 FROM coding_coder WHERE coder_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM coding_coder WHERE coder_id = $2 AND $1 <> ''",
    "INSERT INTO coding_said (sample_id, idea_id, coder_id, code, at)
     SELECT sample_id, idea_id, $1, code, at FROM coding_said WHERE coder_id = $2 ON CONFLICT DO NOTHING",
    "DELETE FROM coding_said WHERE coder_id = $2 AND $1 <> ''",
    "UPDATE assignment SET member_id = $1 WHERE member_id = $2",
    "UPDATE cosigner SET member_id = $1 WHERE member_id = $2",
    "UPDATE followed SET member_id = $1 WHERE member_id = $2",
    "UPDATE roster_row SET member_id = $1 WHERE member_id = $2",
    "UPDATE member SET merged_into = $1 WHERE merged_into = $2",
];

/// A member of the edition who was not merged into another.
async fn living(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    id: &MemberId,
) -> Result<Option<Member>, StoreError> {
    let found = sqlx::query(
        "SELECT * FROM member WHERE id = $1 AND merged_into IS NULL AND id IN (SELECT member_id FROM role_of WHERE edition_id = $2)",
    );
    let found = found.bind(id.as_str().to_owned()).bind(edition.as_str().to_owned());
    found.fetch_optional(&mut **tx).await?.as_ref().map(member).transpose()
}

/// Leaves nothing of a member but where they went. Whoever wanted no letters still wants none.
async fn empty(tx: &mut Transaction<'static, Any>, gone: &MemberId, kept: &MemberId) -> Result<(), StoreError> {
    let stopped = sqlx::query("SELECT stopped_at FROM member WHERE id = $1").bind(gone.as_str().to_owned());
    let stopped: Option<i64> = stopped.fetch_one(&mut **tx).await?.try_get("stopped_at")?;
    let also = sqlx::query("UPDATE member SET stopped_at = COALESCE(stopped_at, $1) WHERE id = $2");
    also.bind(stopped).bind(kept.as_str().to_owned()).execute(&mut **tx).await?;
    let emptied = sqlx::query(
        "UPDATE member SET name = '', email = NULL, function = '', mandates = '[]', territory = NULL, place = '', address = '', merged_into = $1
         WHERE id = $2",
    );
    emptied.bind(kept.as_str().to_owned()).bind(gone.as_str().to_owned()).execute(&mut **tx).await?;
    Ok(())
}

fn united(one: Member, other: Member) -> Member {
    let filled = |mine: String, theirs: String| if mine.is_empty() { theirs } else { mine };
    Member {
        id: one.id,
        name: filled(one.name, other.name),
        email: one.email.or(other.email),
        function: filled(one.function, other.function),
        mandates: if one.mandates.is_empty() { other.mandates } else { one.mandates },
        territory: one.territory.or(other.territory),
        place: filled(one.place, other.place),
        address: filled(one.address, other.address),
    }
}

impl Namesakes {
    fn ids(&self) -> (String, String) {
        ordered(&self.one.id, &self.other.id)
    }
}

fn ordered(one: &MemberId, other: &MemberId) -> (String, String) {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    (one.to_string(), other.to_string())
}

fn pairs(group: &[Member]) -> Vec<Namesakes> {
    let pair = |(at, one): (usize, &Member)| -> Vec<Namesakes> {
        group[at + 1..].iter().map(|other| Namesakes { one: one.clone(), other: other.clone() }).collect()
    };
    group.iter().enumerate().flat_map(pair).collect()
}
