//! Documents joined to contributions. They wait under the token of their form; the gesture that receives the contribution takes them in.

use crate::bulk::{self, row};
use crate::drafts::{FORGOTTEN, seal};
use crate::page::window;
use crate::people::hold_edition;
use crate::read::{code, number, text};
use crate::signers::Amendment;
use crate::submit::Tx;
use crate::{Page, Revision, Stemmer, Store, StoreError, journal};
use arobase_domain::attachment::{ATTACHMENTS_MAX, AttachmentKind};
use arobase_domain::masks::holds;
use arobase_domain::{ContributionId, EditionId};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes in one piece.
const PIECE: usize = 192 * 1024;
/// Most bytes that wait in one edition for their forms to be sent; anyone may leave some.
const WAITING_MAX: u64 = 2_000_000_000;
const COLUMNS: [&str; 12] =
    ["id", "edition_id", "token", "number", "name", "kind", "size", "content", "words", "whole", "public", "joined_at"];

/// A document about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewAttachment<'a> {
    /// Its identifier, UUID v7.
    pub id: &'a str,
    /// Its name, plain.
    pub name: &'a str,
    /// What it is.
    pub kind: AttachmentKind,
    /// What it holds.
    pub bytes: &'a [u8],
    /// What it says, and whether that is all of it; empty where a machine reads nothing in it.
    pub words: (&'a str, bool),
    /// Whether its author wants it published.
    pub public: bool,
}

/// A document that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identifier.
    pub id: String,
    /// Its contribution; none until the form is sent.
    pub contribution: Option<ContributionId>,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// Its weight, in bytes.
    pub size: u64,
    /// BLAKE3 of its bytes, in hexadecimal.
    pub content: String,
    /// Whether a machine reads words in it.
    pub readable: bool,
    /// Whether its author wants it published.
    pub public: bool,
    /// When it was joined, in Unix milliseconds.
    pub joined_at: i64,
}

/// What became of a document brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// It is kept, or was already.
    Kept,
    /// As many as may be are kept beside this form.
    TooMany,
    /// The site keeps as many as it can of forms that were not sent.
    Full,
}

/// What an author decides of the documents beside a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sorting<'a> {
    /// Those that go.
    pub gone: &'a [String],
    /// Those, among the others that this author was shown (`shown`), that are to be published.
    pub public: &'a [String],
    /// Those that this author was shown.
    pub shown: &'a [String],
}

impl Store {
    /// Keeps a document beside the form that has this token, where those in `leaving` are about to go. The same content twice is one document; those of
    /// forms that nobody sent for sixty days are erased.
    pub async fn join(
        &self,
        edition: &EditionId,
        token: &str,
        (new, leaving): (NewAttachment<'_>, &[String]),
        now: i64,
    ) -> Result<Joined, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        forget_old(&mut tx, edition, now).await?;
        let (sealed, content) = (seal(token), blake3::hash(new.bytes).to_hex().to_string());
        let mut beside = found(&mut tx, edition, &sealed).await?;
        beside.retain(|one| !leaving.contains(&one.id));
        let outcome = match () {
            () if beside.iter().any(|one| one.content == content) => Joined::Kept,
            () if beside.len() >= ATTACHMENTS_MAX => Joined::TooMany,
            () if waiting(&mut tx, edition).await? + new.bytes.len() as u64 > WAITING_MAX => Joined::Full,
            () => {
                write(&mut tx, edition, &sealed, &content, new, now).await?;
                Joined::Kept
            }
        };
        tx.commit().await?;
        Ok(outcome)
    }

    /// The documents beside the form that has this token, sent or not, in the order in which they came.
    pub async fn beside(&self, edition: &EditionId, token: &str) -> Result<Vec<Attachment>, StoreError> {
        let found = sqlx::query(
            "SELECT a.*, CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
             FROM attachment a WHERE a.edition_id = $1 AND a.token = $2 ORDER BY a.id",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(seal(token)), attachment).await
    }

    /// The documents of a contribution, in the order in which they came.
    pub async fn attachments(&self, edition: &EditionId, contribution: u32) -> Result<Vec<Attachment>, StoreError> {
        let found = sqlx::query(
            "SELECT a.*, CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
             FROM attachment a WHERE a.edition_id = $1 AND a.number = $2 ORDER BY a.id",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(i64::from(contribution)), attachment).await
    }

    /// The documents of every contribution, those of the latest first.
    pub async fn all_attachments(&self, edition: &EditionId, page: u32) -> Result<Page<Attachment>, StoreError> {
        let (limit, offset) = window(page);
        let total = sqlx::query("SELECT COUNT(*) AS total FROM attachment WHERE edition_id = $1 AND number > 0");
        let total = self.one(total.bind(edition.as_str().to_owned()), |row| number(row, "total")).await?;
        let found = sqlx::query(
            "SELECT a.*, CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
             FROM attachment a WHERE a.edition_id = $1 AND a.number > 0 ORDER BY a.number DESC, a.id LIMIT $2 OFFSET $3",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(limit).bind(offset);
        Ok(Page { items: self.all(found, attachment).await?, number: page.max(1), total: total.unwrap_or(0) })
    }

    /// What tells of the documents of every contribution, in their order.
    pub async fn attachments_told(&self, edition: &EditionId) -> Result<Vec<Attachment>, StoreError> {
        let found = sqlx::query(
            "SELECT a.id, a.number, a.name, a.kind, a.size, a.content, a.public, a.joined_at,
                    CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
             FROM attachment a WHERE a.edition_id = $1 AND a.number > 0 ORDER BY a.number, a.id",
        );
        self.all(found.bind(edition.as_str().to_owned()), attachment).await
    }

    /// One document of a contribution that was sent.
    pub async fn attachment(&self, edition: &EditionId, id: &str) -> Result<Option<Attachment>, StoreError> {
        let found = sqlx::query(
            "SELECT a.*, CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
             FROM attachment a WHERE a.edition_id = $1 AND a.id = $2 AND a.number > 0",
        );
        self.one(found.bind(edition.as_str().to_owned()).bind(id.to_owned()), attachment).await
    }

    /// What the documents beside a form say, by their identifiers, with whether that is all of it.
    pub async fn words_beside(
        &self,
        edition: &EditionId,
        token: &str,
    ) -> Result<BTreeMap<String, (String, bool)>, StoreError> {
        let found = sqlx::query("SELECT id, words, whole FROM attachment WHERE edition_id = $1 AND token = $2");
        let found = found.bind(edition.as_str().to_owned()).bind(seal(token));
        Ok(self.all(found, said).await?.into_iter().collect())
    }

    /// The same for the documents of a contribution that are published.
    pub async fn words_published(
        &self,
        edition: &EditionId,
        contribution: u32,
    ) -> Result<BTreeMap<String, (String, bool)>, StoreError> {
        let found =
            sqlx::query("SELECT id, words, whole FROM attachment WHERE edition_id = $1 AND number = $2 AND public = 1");
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(contribution));
        Ok(self.all(found, said).await?.into_iter().collect())
    }

    /// The documents that their authors want published and that hold words masked in their contribution, in their text or their name: the public does not
    /// have them.
    pub async fn withheld(&self, edition: &EditionId) -> Result<BTreeSet<String>, StoreError> {
        let masks = self.masks(edition).await?;
        let found = sqlx::query(
            "SELECT a.id, a.number, a.name, a.words FROM attachment a WHERE a.edition_id = $1 AND a.public = 1
             AND a.number IN (SELECT m.number FROM edition e JOIN mask m ON m.run_id = e.run_id WHERE e.id = $1)",
        );
        let told = |row: &AnyRow| {
            let id = ContributionId::numbered(number(row, "number")?);
            let withheld = [text(row, "words")?, text(row, "name")?].iter().any(|one| holds(&masks, &id, one));
            Ok::<_, StoreError>(withheld.then_some(text(row, "id")?))
        };
        Ok(self.all(found.bind(edition.as_str().to_owned()), told).await?.into_iter().flatten().collect())
    }

    /// What a document holds.
    pub async fn attachment_bytes(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let found = sqlx::query("SELECT bytes FROM attachment_piece WHERE attachment_id = $1 ORDER BY nth");
        joined(self.all(found.bind(id.to_owned()), |row| text(row, "bytes")).await?)
    }

    /// Does what an author decides of the documents beside a form that is not sent yet.
    pub async fn sort_waiting(&self, edition: &EditionId, token: &str, what: Sorting<'_>) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        for one in found(&mut tx, edition, &seal(token)).await? {
            if one.contribution.is_none() {
                sort(&mut tx, &one, what).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// [`Store::revise`], with what the author decides of the documents (those that go are erased, those that wait beside the form are taken in) and of
    /// those who sign beside: all of it or nothing.
    pub async fn revise_with(
        &self,
        edition: &EditionId,
        (contribution, token): (u32, &str),
        (revision, what, signers): (Revision<'_>, Sorting<'_>, Amendment<'_>),
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        self.restate(&mut tx, edition, contribution, revision, stems, now).await?;
        for one in found(&mut tx, edition, &seal(token)).await? {
            let changed = sort(&mut tx, &one, what).await?;
            if let (Some(changed), Some(_)) = (changed, &one.contribution) {
                tell(&mut tx, edition, contribution, &one, changed, now).await?;
            }
        }
        adopt(&mut tx, edition, contribution, token, now).await?;
        crate::signers::amend(&mut tx, edition, contribution, signers, now).await?;
        Ok(tx.commit().await?)
    }
}

/// Takes in what waits beside a form, inside the gesture that receives or revises its contribution.
pub(crate) async fn adopt(tx: &mut Tx, edition: &EditionId, n: u32, token: &str, now: i64) -> Result<(), StoreError> {
    let sealed = seal(token);
    let waiting: Vec<Attachment> = found(tx, edition, &sealed).await?;
    for one in waiting.iter().filter(|one| one.contribution.is_none()) {
        let taken = sqlx::query("UPDATE attachment SET number = $1 WHERE id = $2");
        taken.bind(i64::from(n)).bind(one.id.clone()).execute(&mut **tx).await?;
        tell(tx, edition, n, one, "attachment.joined", now).await?;
    }
    Ok(())
}

/// Does what an author decides of one document; under what name the journal knows it, if something changed.
async fn sort(tx: &mut Tx, one: &Attachment, what: Sorting<'_>) -> Result<Option<&'static str>, StoreError> {
    if what.gone.contains(&one.id) {
        erase(tx, &one.id).await?;
        return Ok(Some("attachment.removed"));
    }
    let public = what.public.contains(&one.id);
    if public == one.public || !what.shown.contains(&one.id) {
        return Ok(None);
    }
    let said = sqlx::query("UPDATE attachment SET public = $1 WHERE id = $2");
    said.bind(i64::from(public)).bind(one.id.clone()).execute(&mut **tx).await?;
    Ok(Some(if public { "attachment.published" } else { "attachment.withheld" }))
}

async fn tell(
    tx: &mut Tx,
    edition: &EditionId,
    contribution: u32,
    one: &Attachment,
    what: &'static str,
    now: i64,
) -> Result<(), StoreError> {
    let (number, size) = (contribution.to_string(), one.size.to_string());
    let facts = [
        ("edition", edition.as_str()),
        ("number", &number),
        ("kind", one.kind.as_str()),
        ("size", &size),
        ("content", &one.content),
    ];
    journal::append(tx, now, what, facts).await
}

async fn write(
    tx: &mut Tx,
    edition: &EditionId,
    sealed: &str,
    content: &str,
    new: NewAttachment<'_>,
    now: i64,
) -> Result<(), StoreError> {
    let NewAttachment { id, name, kind, bytes, words: (words, whole), public } = new;
    let nobody: Option<i64> = None;
    let row = row![
        id,
        edition.as_str(),
        sealed,
        nobody,
        name,
        kind.as_str(),
        bytes.len(),
        content,
        words,
        whole,
        public,
        now
    ];
    bulk::insert(tx, "attachment", &COLUMNS, vec![row]).await?;
    write_pieces(tx, "attachment_piece", &["attachment_id", "nth", "bytes"], (id, bytes)).await
}

/// Keeps the bytes of a document in a table of pieces.
pub(crate) async fn write_pieces(
    tx: &mut Tx,
    table: &'static str,
    columns: &[&'static str; 3],
    (id, bytes): (&str, &[u8]),
) -> Result<(), StoreError> {
    for (nth, piece) in bytes.chunks(PIECE).enumerate() {
        bulk::insert(tx, table, columns, vec![row![id, nth, STANDARD.encode(piece)]]).await?;
    }
    Ok(())
}

/// The bytes of pieces, in their order.
pub(crate) fn joined(pieces: Vec<String>) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::with_capacity(pieces.len() * PIECE);
    for piece in pieces {
        STANDARD.decode_vec(piece, &mut bytes).map_err(|error| StoreError::Bytes(error.to_string()))?;
    }
    Ok(bytes)
}

async fn found(tx: &mut Tx, edition: &EditionId, sealed: &str) -> Result<Vec<Attachment>, StoreError> {
    let found = sqlx::query(
        "SELECT a.*, CASE WHEN a.words = '' THEN 0 ELSE 1 END AS readable
         FROM attachment a WHERE a.edition_id = $1 AND a.token = $2 ORDER BY a.id",
    );
    let rows = found.bind(edition.as_str().to_owned()).bind(sealed.to_owned()).fetch_all(&mut **tx).await?;
    rows.iter().map(attachment).collect()
}

/// Bytes that wait in an edition.
async fn waiting(tx: &mut Tx, edition: &EditionId) -> Result<u64, StoreError> {
    let sum = sqlx::query(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS total FROM attachment WHERE edition_id = $1 AND number IS NULL",
    );
    number(&sum.bind(edition.as_str().to_owned()).fetch_one(&mut **tx).await?, "total")
}

async fn forget_old(tx: &mut Tx, edition: &EditionId, now: i64) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM attachment_piece WHERE attachment_id IN
         (SELECT id FROM attachment WHERE edition_id = $1 AND number IS NULL AND joined_at < $2)",
        "DELETE FROM attachment WHERE edition_id = $1 AND number IS NULL AND joined_at < $2",
    ] {
        let query = sqlx::query(statement).bind(edition.as_str().to_owned());
        query.bind(now - FORGOTTEN).execute(&mut **tx).await?;
    }
    Ok(())
}

async fn erase(tx: &mut Tx, id: &str) -> Result<(), StoreError> {
    for statement in ["DELETE FROM attachment_piece WHERE attachment_id = $1", "DELETE FROM attachment WHERE id = $1"] {
        sqlx::query(statement).bind(id.to_owned()).execute(&mut **tx).await?;
    }
    Ok(())
}

fn said(row: &AnyRow) -> Result<(String, (String, bool)), StoreError> {
    Ok((text(row, "id")?, (text(row, "words")?, row.try_get::<i64, _>("whole")? == 1)))
}

fn attachment(row: &AnyRow) -> Result<Attachment, StoreError> {
    let contribution = row.try_get::<Option<i64>, _>("number")?.map(u32::try_from).transpose()?;
    Ok(Attachment {
        id: text(row, "id")?,
        contribution: contribution.map(ContributionId::numbered),
        name: text(row, "name")?,
        kind: code(row, "kind")?,
        size: number(row, "size")?,
        content: text(row, "content")?,
        readable: row.try_get::<i64, _>("readable")? == 1,
        public: row.try_get::<i64, _>("public")? == 1,
        joined_at: row.try_get("joined_at")?,
    })
}
