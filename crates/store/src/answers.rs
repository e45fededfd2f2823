//! What recipients answered, and the documents that prove it.

use crate::attachments::{joined, write_pieces};
use crate::bulk::{self, row};
use crate::follow_up::is_known;
use crate::people::hold_edition;
use crate::read::{code, maybe, number, text};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::{Answer, AnswerId, AttachmentKind, ClauseId, EditionId, RecipientId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const ANSWER: [&str; 14] = [
    "id",
    "edition_id",
    "recipient_id",
    "clause_id",
    "reply",
    "day",
    "measure",
    "due",
    "body",
    "link",
    "evidence_id",
    "replaces",
    "at",
    "by_id",
];
const EVIDENCE: [&str; 9] = ["id", "edition_id", "name", "kind", "size", "content", "public", "at", "by_id"];

/// A document about to be kept beside an answer.
#[derive(Debug, Clone, Copy)]
pub struct NewEvidence<'a> {
    /// Its identifier, UUID v7.
    pub id: &'a str,
    /// Its name, plain.
    pub name: &'a str,
    /// What it is.
    pub kind: AttachmentKind,
    /// What it holds.
    pub bytes: &'a [u8],
    /// Whether everyone may read it.
    pub public: bool,
}

/// A document that proves an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// Its weight, in bytes.
    pub size: u64,
    /// BLAKE3 of its bytes, in hexadecimal.
    pub content: String,
    /// Whether everyone may read it.
    pub public: bool,
}

impl Store {
    /// Every answer that was recorded, those that others correct too, in that order.
    pub async fn answers(&self, edition: &EditionId) -> Result<Vec<Answer>, StoreError> {
        let found = sqlx::query("SELECT * FROM answer WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), answer).await
    }

    /// Records answers of one recipient, with the document that proves them; `false`, and nothing is written, if the recipient is not known, or if one of
    /// them corrects what is not there, is of another recipient or is corrected already.
    pub async fn record_answers(
        &self,
        edition: &EditionId,
        answers: &[Answer],
        evidence: Option<NewEvidence<'_>>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        for one in answers {
            if !(is_known(&mut tx, edition, &one.recipient).await? && may_replace(&mut tx, edition, one).await?) {
                tx.rollback().await?;
                return Ok(false);
            }
        }
        if let (Some(new), Some(first)) = (evidence, answers.first()) {
            keep(&mut tx, edition, new, (&first.by, first.at)).await?;
        }
        for one in answers {
            bulk::insert(&mut tx, "answer", &ANSWER, vec![line(edition, one)]).await?;
            told(&mut tx, edition, one).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// The documents that prove answers, in the order in which they came.
    pub async fn evidences(&self, edition: &EditionId) -> Result<Vec<Evidence>, StoreError> {
        let found = sqlx::query("SELECT * FROM evidence WHERE edition_id = $1 ORDER BY id");
        self.all(found.bind(edition.as_str().to_owned()), evidence_of).await
    }

    /// One of them.
    pub async fn evidence(&self, edition: &EditionId, id: &str) -> Result<Option<Evidence>, StoreError> {
        let found = sqlx::query("SELECT * FROM evidence WHERE edition_id = $1 AND id = $2");
        self.one(found.bind(edition.as_str().to_owned()).bind(id.to_owned()), evidence_of).await
    }

    /// What it holds.
    pub async fn evidence_bytes(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let found = sqlx::query("SELECT bytes FROM evidence_piece WHERE evidence_id = $1 ORDER BY nth");
        joined(self.all(found.bind(id.to_owned()), |row| text(row, "bytes")).await?)
    }
}

/// Whether an answer corrects nothing, or one of the same recipient that nothing corrects yet.
async fn may_replace(tx: &mut Tx, edition: &EditionId, one: &Answer) -> Result<bool, StoreError> {
    let Some(replaces) = &one.replaces else { return Ok(true) };
    let found = sqlx::query(
        "SELECT id FROM answer WHERE edition_id = $1 AND id = $2 AND recipient_id = $3
         AND NOT EXISTS (SELECT 1 FROM answer later WHERE later.replaces = answer.id)",
    );
    let found = found.bind(edition.to_string()).bind(replaces.to_string()).bind(one.recipient.to_string());
    Ok(found.fetch_optional(&mut **tx).await?.is_some())
}

async fn keep(
    tx: &mut Tx,
    edition: &EditionId,
    new: NewEvidence<'_>,
    (by, now): (&str, i64),
) -> Result<(), StoreError> {
    let NewEvidence { id, name, kind, bytes, public } = new;
    let (content, size) = (blake3::hash(bytes).to_hex().to_string(), bytes.len().to_string());
    let row = row![id, edition.as_str(), name, kind.as_str(), bytes.len(), content.as_str(), public, now, by];
    bulk::insert(tx, "evidence", &EVIDENCE, vec![row]).await?;
    write_pieces(tx, "evidence_piece", &["evidence_id", "nth", "bytes"], (id, bytes)).await?;
    let facts = [
        ("edition", edition.as_str()),
        ("evidence", id),
        ("kind", kind.as_str()),
        ("size", &size),
        ("content", &content),
    ];
    journal::append(tx, now, "evidence.kept", facts).await
}

async fn told(tx: &mut Tx, edition: &EditionId, one: &Answer) -> Result<(), StoreError> {
    let day = one.day.to_string();
    let facts = [
        ("edition", edition.as_str()),
        ("answer", one.id.as_str()),
        ("recipient", one.recipient.as_str()),
        ("clause", one.clause.as_ref().map_or("", ClauseId::as_str)),
        ("reply", one.reply.as_str()),
        ("day", &day),
        ("replaces", one.replaces.as_ref().map_or("", AnswerId::as_str)),
        ("by", &one.by),
    ];
    journal::append(tx, one.at, "answer.recorded", facts).await
}

fn line(edition: &EditionId, one: &Answer) -> Vec<bulk::Value> {
    row![
        one.id.as_str(),
        edition.as_str(),
        one.recipient.as_str(),
        one.clause.as_ref().map(ToString::to_string),
        one.reply.as_str(),
        one.day.to_string(),
        one.measure.as_str(),
        one.due.map(String::from),
        one.text.as_str(),
        one.link.as_str(),
        one.document.clone(),
        one.replaces.as_ref().map(ToString::to_string),
        one.at,
        one.by.as_str()
    ]
}

fn answer(row: &AnyRow) -> Result<Answer, StoreError> {
    Ok(Answer {
        id: AnswerId::new(text(row, "id")?),
        recipient: RecipientId::new(text(row, "recipient_id")?),
        clause: maybe(row, "clause_id")?.map(ClauseId::new),
        reply: code(row, "reply")?,
        day: text(row, "day")?.parse()?,
        measure: text(row, "measure")?,
        due: maybe(row, "due")?.map(|day| day.parse()).transpose()?,
        text: text(row, "body")?,
        link: text(row, "link")?,
        document: maybe(row, "evidence_id")?,
        replaces: maybe(row, "replaces")?.map(AnswerId::new),
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
    })
}

fn evidence_of(row: &AnyRow) -> Result<Evidence, StoreError> {
    Ok(Evidence {
        id: text(row, "id")?,
        name: text(row, "name")?,
        kind: code(row, "kind")?,
        size: number(row, "size")?,
        content: text(row, "content")?,
        public: number::<u32>(row, "public")? == 1,
    })
}
