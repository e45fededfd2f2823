//! Members and what they may do in an edition.

use crate::bulk::{self, row};
use crate::invitations::{self, Way};
use crate::page::window;
use crate::read::{code, json, maybe, number, text};
use crate::sign_in::{NewLink, keep_link};
use crate::{Mail, Page, Store, StoreError, journal, outbox, roster};
use arobase_domain::{EditionId, Member, MemberId, Role};
use sqlx::any::AnyRow;
use sqlx::{Any, AssertSqlSafe, Row as _, Transaction};
use std::collections::{BTreeMap, BTreeSet};

/// Someone asked to take part.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// To what.
    pub edition: &'a EditionId,
    /// Who; a member with the same address is that member, and stays as they are.
    pub member: &'a Member,
    /// What they may do there.
    pub role: Role,
    /// Who invites; nobody from the command line.
    pub by: Option<&'a MemberId>,
    /// The link to come in by. Its identifier is that of the gesture: made twice, it is made once.
    pub link: NewLink<'a>,
    /// The letter that holds the link, if it goes by mail.
    pub mail: Option<Mail<'a>>,
}

/// A member as the list of an edition shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub member: Member,
    /// What they may do there.
    pub roles: BTreeSet<Role>,
}

impl Store {
    /// Invites someone, who is a member of the edition from then on. No letter goes to whoever wanted none any more.
    pub async fn invite(&self, invitation: Invitation<'_>, now: i64) -> Result<MemberId, StoreError> {
        let Invitation { edition, member, role, by, link, mail } = invitation;
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let member = keep_member(&mut tx, member, now).await?;
        if !keep_link(&mut tx, link, None, Some(&member), now).await? {
            tx.rollback().await?;
            return Ok(member);
        }
        give(&mut tx, edition, &member, role, now).await?;
        let stopped = invitations::stopped(&mut tx, &member).await?;
        invitations::note(&mut tx, edition, std::slice::from_ref(&member), Way::Email, now).await?;
        if let Some(mail) = mail.filter(|_| !stopped) {
            outbox::put(&mut tx, &format!("invitation:{}", link.id), mail, Some(link.id), now).await?;
        }
        let by = by.map_or("", MemberId::as_str);
        let facts = [("edition", edition.as_str()), ("member", member.as_str()), ("role", role.as_str()), ("by", by)];
        journal::append(&mut tx, now, "member.invited", facts).await?;
        tx.commit().await?;
        Ok(member)
    }

    /// Gives a member these roles in the edition and takes every other away, one entry of the journal for each change. Refused (`false`) when nobody
    /// would be left to administer the edition.
    pub async fn set_roles(
        &self,
        edition: &EditionId,
        member: &MemberId,
        wanted: &BTreeSet<Role>,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let had = roles_in(&mut tx, edition, member).await?;
        for &role in had.difference(wanted) {
            take(&mut tx, edition, member, role).await?;
            journal::append(&mut tx, now, "role.taken", role_facts(edition, member, role, by)).await?;
        }
        for &role in wanted.difference(&had) {
            give(&mut tx, edition, member, role, now).await?;
            journal::append(&mut tx, now, "role.given", role_facts(edition, member, role, by)).await?;
        }
        let orphaned = had.contains(&Role::Administrator) && administrators(&mut tx, edition).await? == 0;
        if orphaned {
            tx.rollback().await?;
        } else {
            tx.commit().await?;
        }
        Ok(!orphaned)
    }

    /// A member of the edition; nobody who has no role there.
    pub async fn participant(&self, edition: &EditionId, id: &MemberId) -> Result<Option<Participant>, StoreError> {
        let found = sqlx::query("SELECT * FROM member WHERE id = $1").bind(id.as_str().to_owned());
        let Some(member) = self.one(found, member).await? else { return Ok(None) };
        let roles = self.roles_of(edition, std::slice::from_ref(&member)).await?.remove(id);
        Ok(roles.map(|roles| Participant { member, roles }))
    }

    /// The members of an edition by name, a page at a time; `role` narrows to those who have it.
    pub async fn participants(
        &self,
        edition: &EditionId,
        role: Option<Role>,
        page: u32,
    ) -> Result<Page<Participant>, StoreError> {
        let role = role.map_or("", Role::as_str);
        let (limit, offset) = window(page);
        let members = sqlx::query(
            "SELECT * FROM member WHERE id IN (SELECT member_id FROM role_of WHERE edition_id = $1 AND (role = $2 OR $2 = ''))
             ORDER BY LOWER(name), id LIMIT $3 OFFSET $4",
        );
        let members = members.bind(edition.as_str().to_owned()).bind(role).bind(limit).bind(offset);
        let members = self.all(members, member).await?;
        let total = sqlx::query(
            "SELECT COUNT(DISTINCT member_id) AS total FROM role_of WHERE edition_id = $1 AND (role = $2 OR $2 = '')",
        );
        let total = self.one(total.bind(edition.as_str().to_owned()).bind(role), |row| number(row, "total")).await?;
        let mut roles = if members.is_empty() { BTreeMap::new() } else { self.roles_of(edition, &members).await? };
        let with_roles = |member: Member| Participant { roles: roles.remove(&member.id).unwrap_or_default(), member };
        Ok(Page {
            items: members.into_iter().map(with_roles).collect(),
            number: page.max(1),
            total: total.unwrap_or(0),
        })
    }

    async fn roles_of(
        &self,
        edition: &EditionId,
        members: &[Member],
    ) -> Result<BTreeMap<MemberId, BTreeSet<Role>>, StoreError> {
        let places: Vec<String> = (2..).take(members.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT member_id, role FROM role_of WHERE edition_id = $1 AND member_id IN ({})",
            places.join(", ")
        );
        // Numbered placeholders, nothing from outside.
        let found = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned());
        let found = members.iter().fold(found, |found, member| found.bind(member.id.to_string()));
        let read = |row: &AnyRow| Ok::<_, StoreError>((MemberId::new(text(row, "member_id")?), code(row, "role")?));
        let mut roles = BTreeMap::<MemberId, BTreeSet<Role>>::new();
        for (member, role) in self.all(found, read).await? {
            roles.entry(member).or_default().insert(role);
        }
        Ok(roles)
    }
}

/// Makes other gestures on this edition wait, so that what is counted here holds until the end.
pub(crate) async fn hold_edition(tx: &mut Transaction<'static, Any>, edition: &EditionId) -> Result<(), StoreError> {
    let held = sqlx::query("UPDATE edition SET last_number = last_number WHERE id = $1");
    let held = held.bind(edition.as_str().to_owned()).execute(&mut **tx).await?;
    if held.rows_affected() == 1 { Ok(()) } else { Err(StoreError::UnknownEdition(edition.clone())) }
}

/// A member from all columns of their table.
pub(crate) fn member(row: &AnyRow) -> Result<Member, StoreError> {
    Ok(Member {
        id: MemberId::new(text(row, "id")?),
        name: text(row, "name")?,
        email: maybe(row, "email")?.map(|email| email.parse()).transpose()?,
        function: text(row, "function")?,
        mandates: json(row, "mandates")?,
        territory: maybe(row, "territory")?,
        place: text(row, "place")?,
        address: text(row, "address")?,
    })
}

async fn keep_member(tx: &mut Transaction<'static, Any>, member: &Member, now: i64) -> Result<MemberId, StoreError> {
    let (id, email) = (&member.id, member.email.as_ref().map(ToString::to_string));
    bulk::insert_new(tx, "member", &roster::MEMBER, vec![roster::new_row(member, now)?]).await?;
    let known = sqlx::query("SELECT id FROM member WHERE email = $1").bind(email).fetch_optional(&mut **tx).await?;
    known.map_or_else(|| Ok(id.clone()), |row| Ok(MemberId::new(row.try_get::<String, _>("id")?)))
}

pub(crate) async fn give(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    member: &MemberId,
    role: Role,
    now: i64,
) -> Result<(), StoreError> {
    let row = row![edition.as_str(), member.as_str(), role.as_str(), now];
    bulk::insert_new(tx, "role_of", &["edition_id", "member_id", "role", "given_at"], vec![row]).await
}

async fn take(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    member: &MemberId,
    role: Role,
) -> Result<(), StoreError> {
    let taken = sqlx::query("DELETE FROM role_of WHERE edition_id = $1 AND member_id = $2 AND role = $3");
    let taken = taken.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned()).bind(role.as_str());
    taken.execute(&mut **tx).await?;
    Ok(())
}

async fn roles_in(
    tx: &mut Transaction<'static, Any>,
    edition: &EditionId,
    member: &MemberId,
) -> Result<BTreeSet<Role>, StoreError> {
    let found = sqlx::query("SELECT role FROM role_of WHERE edition_id = $1 AND member_id = $2");
    let found = found.bind(edition.as_str().to_owned()).bind(member.as_str().to_owned());
    found.fetch_all(&mut **tx).await?.iter().map(|row| code(row, "role")).collect()
}

async fn administrators(tx: &mut Transaction<'static, Any>, edition: &EditionId) -> Result<u64, StoreError> {
    let left = sqlx::query("SELECT COUNT(*) AS total FROM role_of WHERE edition_id = $1 AND role = $2");
    let left = left.bind(edition.as_str().to_owned()).bind(Role::Administrator.as_str());
    number(&left.fetch_one(&mut **tx).await?, "total")
}

pub(crate) fn role_facts<'a>(
    edition: &'a EditionId,
    member: &'a MemberId,
    role: Role,
    by: &'a MemberId,
) -> [(&'static str, &'a str); 4] {
    [("edition", edition.as_str()), ("member", member.as_str()), ("role", role.as_str()), ("by", by.as_str())]
}
