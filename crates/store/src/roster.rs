//! Rosters brought into an edition: the same row is the same member, however often it comes.

use crate::bulk::{self, row};
use crate::people::{hold_edition, member};
use crate::read::text;
use crate::{Store, StoreError, Trial, journal};
use arobase_domain::roster::names_meet;
use arobase_domain::{EditionId, Listed, Mandate, MandateKind, Member, MemberId, Role, Roster};
use serde::{Deserialize, Serialize};
use sqlx::{Any, Transaction};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A roster that was read and not imported is forgotten after so long, in milliseconds: a week.
const DRAFT_KEPT: i64 = 7 * 86_400_000;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// People who were not known.
    pub added: u64,
    /// Members of whom something more is known.
    pub completed: u64,
    /// Members of whom nothing new was told.
    pub same: u64,
    /// Lines whose e-mail is that of a member with quite another name: taken as other people, without the e-mail.
    pub shared: Vec<u64>,
}

/// Who imports, and whether it is only tried.
#[derive(Debug, Clone, Copy)]
pub struct Enrolment<'a> {
    /// Into what.
    pub edition: &'a EditionId,
    /// The member who imports; nobody from the command line.
    pub by: Option<&'a MemberId>,
    /// Makes identifiers of new members.
    pub ids: fn() -> Uuid,
    /// Whether anything is kept.
    pub trial: Trial,
}

/// A roster read on the site, waiting to be imported, or imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterDraft {
    /// What was read; without its people once imported.
    pub roster: Roster,
    /// What the import did, if it was made.
    pub outcome: Option<Enrolled>,
}

impl Store {
    /// Makes members of the people of a roster, contributors of the edition, all or none. What was known stays; what was not is filled in.
    pub async fn enrol(&self, roster: &Roster, enrolment: Enrolment<'_>, now: i64) -> Result<Enrolled, StoreError> {
        let mut tx = self.begin().await?;
        let enrolled = enrol(&mut tx, roster, enrolment, now).await?;
        if enrolment.trial == Trial::Real {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
        Ok(enrolled)
    }

    /// Keeps a roster that was read until it is imported.
    pub async fn keep_roster(
        &self,
        edition: &EditionId,
        id: &str,
        roster: &Roster,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM roster_draft WHERE made_at < $1").bind(now - DRAFT_KEPT).execute(&mut *tx).await?;
        let kept = sqlx::query(
            "INSERT INTO roster_draft (id, edition_id, roster, made_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (id) DO UPDATE SET roster = excluded.roster",
        );
        let kept = kept.bind(id.to_owned()).bind(edition.as_str().to_owned());
        kept.bind(serde_json::to_string(roster)?).bind(now).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// A roster that was read for this edition.
    pub async fn roster(&self, edition: &EditionId, id: &str) -> Result<Option<RosterDraft>, StoreError> {
        let found = sqlx::query("SELECT roster, outcome FROM roster_draft WHERE id = $1 AND edition_id = $2");
        let found = found.bind(id.to_owned()).bind(edition.as_str().to_owned());
        self.one(found, |row| {
            let outcome = crate::read::maybe(row, "outcome")?;
            let outcome = outcome.map(|outcome| serde_json::from_str(&outcome)).transpose()?;
            Ok::<_, StoreError>(RosterDraft { roster: crate::read::json(row, "roster")?, outcome })
        })
        .await
    }

    /// Imports a roster that was kept, once: what the first time did is told again. `None` if it was forgotten.
    pub async fn enrol_kept(
        &self,
        id: &str,
        enrolment: Enrolment<'_>,
        now: i64,
    ) -> Result<Option<Enrolled>, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, enrolment.edition).await?;
        let Some(draft) = self.roster(enrolment.edition, id).await? else { return Ok(None) };
        if draft.outcome.is_some() {
            return Ok(draft.outcome);
        }
        let mut roster = draft.roster;
        let enrolled = enrol(&mut tx, &roster, enrolment, now).await?;
        roster.people.clear();
        let done = sqlx::query("UPDATE roster_draft SET roster = $1, outcome = $2 WHERE id = $3");
        let done = done.bind(serde_json::to_string(&roster)?).bind(serde_json::to_string(&enrolled)?);
        done.bind(id.to_owned()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(Some(enrolled))
    }
}

async fn enrol(
    tx: &mut Transaction<'static, Any>,
    roster: &Roster,
    enrolment: Enrolment<'_>,
    now: i64,
) -> Result<Enrolled, StoreError> {
    let Enrolment { edition, by, ids, .. } = enrolment;
    hold_edition(tx, edition).await?;
    let mut book = Book::read(tx).await?;
    for person in &roster.people {
        book.enter(person, ids);
    }
    let enrolled = book.write(tx, edition, now).await?;
    let [added, completed] = [enrolled.added, enrolled.completed].map(|count| count.to_string());
    let by = by.map_or("", MemberId::as_str);
    let facts = [("edition", edition.as_str()), ("added", &added), ("completed", &completed), ("by", by)];
    journal::append(tx, now, "roster.imported", facts).await?;
    Ok(enrolled)
}

/// Everyone known, and what the roster adds.
#[derive(Default)]
struct Book {
    members: BTreeMap<String, Member>,
    by_email: BTreeMap<String, String>,
    by_key: BTreeMap<String, String>,
    /// Identifiers of members that are new, or changed.
    new: Vec<String>,
    changed: Vec<String>,
    keys: Vec<(String, String)>,
    enrolled: Vec<String>,
    shared: Vec<u64>,
    same: u64,
}

impl Book {
    async fn read(tx: &mut Transaction<'static, Any>) -> Result<Self, StoreError> {
        let mut book = Self::default();
        let members = sqlx::query("SELECT * FROM member WHERE merged_into IS NULL").fetch_all(&mut **tx).await?;
        for found in &members {
            let member = member(found)?;
            let id = member.id.to_string();
            book.by_email.extend(member.email.iter().map(|email| (email.to_string(), id.clone())));
            book.members.insert(id, member);
        }
        let rows = sqlx::query("SELECT key, member_id FROM roster_row").fetch_all(&mut **tx).await?;
        for found in &rows {
            book.by_key.insert(text(found, "key")?, text(found, "member_id")?);
        }
        Ok(book)
    }

    fn enter(&mut self, person: &Listed, ids: fn() -> Uuid) {
        let key = person.key();
        let mut told = as_member(person);
        let by_email = told.email.as_ref().and_then(|email| self.by_email.get(email.as_str())).cloned();
        let meets = |id: &String| self.members.get(id).is_some_and(|one| names_meet(&one.name, &told.name));
        let id = self.by_key.get(&key).cloned().or_else(|| by_email.clone().filter(meets));
        if let Some(id) = id {
            self.complete(&id, told);
            return self.known(key, id);
        }
        if by_email.is_some() {
            told.email = None;
            self.shared.push(person.line);
        }
        let id = ids().to_string();
        told.id = MemberId::new(id.as_str());
        self.by_email.extend(told.email.iter().map(|email| (email.to_string(), id.clone())));
        self.members.insert(id.clone(), told);
        self.new.push(id.clone());
        self.known(key, id);
    }

    fn known(&mut self, key: String, id: String) {
        if self.by_key.insert(key.clone(), id.clone()).is_none() {
            self.keys.push((key, id.clone()));
        }
        self.enrolled.push(id);
    }

    /// Fills in what was not known; what was, stays.
    fn complete(&mut self, id: &str, told: Member) {
        let Some(known) = self.members.get_mut(id) else { return };
        let before = known.clone();
        for (mine, theirs) in [
            (&mut known.name, told.name),
            (&mut known.function, told.function),
            (&mut known.place, told.place),
            (&mut known.address, told.address),
        ] {
            if mine.is_empty() {
                *mine = theirs;
            }
        }
        if known.mandates.is_empty() {
            known.mandates = told.mandates;
        }
        known.territory = known.territory.take().or(told.territory);
        if *known == before {
            self.same += 1;
        } else if !self.new.iter().any(|new| new == id) {
            self.changed.push(id.to_owned());
        }
    }

    async fn write(
        mut self,
        tx: &mut Transaction<'static, Any>,
        edition: &EditionId,
        now: i64,
    ) -> Result<Enrolled, StoreError> {
        self.changed.sort_unstable();
        self.changed.dedup();
        let added = self.new.len() as u64;
        let rows = self.new.iter().filter_map(|id| self.members.get(id)).map(|one| new_row(one, now));
        bulk::insert(tx, "member", &MEMBER, rows.collect::<Result<_, _>>()?).await?;
        for one in self.changed.iter().filter_map(|id| self.members.get(id)) {
            update(tx, one).await?;
        }
        let keys = self.keys.into_iter().map(|(key, id)| row![key, id]).collect();
        bulk::insert(tx, "roster_row", &["key", "member_id"], keys).await?;
        let role = Role::Contributor.as_str();
        let roles = self.enrolled.into_iter().map(|id| row![edition.as_str(), id, role, now]).collect();
        bulk::insert_new(tx, "role_of", &["edition_id", "member_id", "role", "given_at"], roles).await?;
        Ok(Enrolled { added, completed: self.changed.len() as u64, same: self.same, shared: self.shared })
    }
}

fn as_member(person: &Listed) -> Member {
    let territory = person.place().one();
    let code = territory.map(|territory| territory.code.to_owned());
    let mandate = |kind| Mandate { kind, territory: code.clone() };
    Member {
        id: MemberId::default(),
        name: person.name.clone(),
        email: person.email.clone(),
        function: person.function.clone(),
        mandates: MandateKind::read(&person.function).into_iter().map(mandate).collect(),
        place: territory.map_or_else(|| person.place.clone(), |territory| territory.to_string()),
        territory: code,
        address: person.address.clone(),
    }
}

/// Columns of a member, in the order of [`new_row`].
pub(crate) const MEMBER: [&str; 9] =
    ["id", "name", "email", "function", "mandates", "territory", "place", "address", "created_at"];

pub(crate) fn new_row(one: &Member, now: i64) -> Result<Vec<bulk::Value>, StoreError> {
    let email = one.email.as_ref().map(ToString::to_string);
    let mandates = serde_json::to_string(&one.mandates)?;
    Ok(row![
        one.id.as_str(),
        one.name.as_str(),
        email,
        one.function.as_str(),
        mandates,
        one.territory.clone(),
        one.place.as_str(),
        one.address.as_str(),
        now
    ])
}

/// Writes what is known of a member, their identifier and their date apart.
pub(crate) async fn update(tx: &mut Transaction<'static, Any>, one: &Member) -> Result<(), StoreError> {
    let written = sqlx::query(
        "UPDATE member SET name = $1, email = $2, function = $3, mandates = $4, territory = $5, place = $6, address = $7 WHERE id = $8",
    );
    let written = written.bind(one.name.clone()).bind(one.email.as_ref().map(ToString::to_string));
    let written = written.bind(one.function.clone()).bind(serde_json::to_string(&one.mandates)?);
    let written = written.bind(one.territory.clone()).bind(one.place.clone()).bind(one.address.clone());
    written.bind(one.id.as_str().to_owned()).execute(&mut **tx).await?;
    Ok(())
}
