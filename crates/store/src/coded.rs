//! Double coding, read: samples and how far their coders are, what they said, and where they differ.

use crate::read::{code, json, maybe, number, text};
use crate::{Store, StoreError};
use arobase_domain::coding::{Code, Drawn, Said, Sample};
use arobase_domain::{EditionId, IdeaId, MemberId, RunId, SampleId};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// How far a coder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// In which sample.
    pub sample: SampleId,
    /// When it was drawn, in Unix milliseconds.
    pub at: i64,
    /// Whether it takes no more codes.
    pub closed: bool,
    /// Who codes.
    pub coder: MemberId,
    /// Their name.
    pub name: String,
    /// Ideas that they have coded.
    pub done: u64,
    /// Ideas of the sample.
    pub ideas: u64,
}

/// What was decided of an idea that codes differed about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// What it is.
    pub code: Code,
    /// The line of the bench's log that did it; absent where the idea stood there already.
    pub seq: Option<u32>,
}

/// An idea that codes differ about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// In which sample.
    pub sample: SampleId,
    /// The idea.
    pub idea: IdeaId,
    /// What people and the engine say of it, each once.
    pub codes: BTreeSet<Code>,
    /// What was decided since.
    pub settled: Option<Settled>,
}

impl Store {
    /// How far every coder of every sample of the edition is, the last drawn first.
    pub async fn codings(&self, edition: &EditionId) -> Result<Vec<Progress>, StoreError> {
        self.progress(edition, "").await
    }

    /// How far someone is in each sample that they code.
    pub async fn codings_of(&self, edition: &EditionId, coder: &MemberId) -> Result<Vec<Progress>, StoreError> {
        self.progress(edition, coder.as_str()).await
    }

    async fn progress(&self, edition: &EditionId, coder: &str) -> Result<Vec<Progress>, StoreError> {
        let found = sqlx::query(
            "SELECT s.id, s.at, s.closed_at, c.coder_id,
                    CASE WHEN m.name <> '' THEN m.name ELSE COALESCE(m.email, '') END AS name,
                    (SELECT COUNT(*) FROM coding_said d WHERE d.sample_id = s.id AND d.coder_id = c.coder_id) AS done,
                    (SELECT COUNT(*) FROM coding_idea i WHERE i.sample_id = s.id) AS ideas
             FROM coding s JOIN coding_coder c ON c.sample_id = s.id JOIN member m ON m.id = c.coder_id
             WHERE s.edition_id = $1 AND (c.coder_id = $2 OR $2 = '') ORDER BY s.at DESC, s.id DESC, c.coder_id",
        );
        self.all(found.bind(edition.to_string()).bind(coder.to_owned()), progress).await
    }

    /// A sample of the edition, as it was drawn.
    pub async fn sample(&self, edition: &EditionId, id: &SampleId) -> Result<Option<Sample>, StoreError> {
        let head = sqlx::query("SELECT * FROM coding WHERE id = $1 AND edition_id = $2");
        let head = self.one(head.bind(id.to_string()).bind(edition.to_string()), sample).await?;
        let Some(sample) = head else { return Ok(None) };
        let coders = sqlx::query("SELECT coder_id FROM coding_coder WHERE sample_id = $1 ORDER BY coder_id");
        let coders = self.all(coders.bind(id.to_string()), |row| text(row, "coder_id").map(MemberId::new)).await?;
        let ideas = sqlx::query("SELECT idea_id, engine FROM coding_idea WHERE sample_id = $1 ORDER BY place");
        let ideas = self.all(ideas.bind(id.to_string()), drawn).await?;
        Ok(Some(Sample { coders, ideas, ..sample }))
    }

    /// What was said of a sample.
    pub async fn said(&self, sample: &SampleId) -> Result<Vec<Said>, StoreError> {
        let found = sqlx::query("SELECT * FROM coding_said WHERE sample_id = $1 ORDER BY idea_id, coder_id");
        self.all(found.bind(sample.to_string()), said).await
    }

    /// What one coder said of it.
    pub async fn said_by(&self, sample: &SampleId, coder: &MemberId) -> Result<BTreeMap<IdeaId, Code>, StoreError> {
        let found = sqlx::query("SELECT * FROM coding_said WHERE sample_id = $1 AND coder_id = $2");
        let found = self.all(found.bind(sample.to_string()).bind(coder.to_string()), said).await?;
        Ok(found.into_iter().map(|said| (said.idea, said.code)).collect())
    }

    /// The ideas of closed samples that people, or people and the engine, do not say the same of.
    pub async fn disputed(&self, edition: &EditionId) -> Result<Vec<Disputed>, StoreError> {
        let found = sqlx::query(
            "SELECT i.sample_id, i.idea_id, i.engine, a.code AS said, d.code, d.seq
             FROM coding s JOIN coding_idea i ON i.sample_id = s.id
             JOIN (SELECT sample_id, idea_id, MIN(code) AS least, MAX(code) AS most
                   FROM coding_said GROUP BY sample_id, idea_id) c ON c.sample_id = i.sample_id AND c.idea_id = i.idea_id
             JOIN coding_said a ON a.sample_id = i.sample_id AND a.idea_id = i.idea_id
             LEFT JOIN coding_settled d ON d.sample_id = i.sample_id AND d.idea_id = i.idea_id
             WHERE s.edition_id = $1 AND s.closed_at IS NOT NULL AND (c.least <> c.most OR c.most <> i.engine)
             ORDER BY s.at, s.id, i.place, a.coder_id",
        );
        let mut all: Vec<Disputed> = Vec::new();
        for one in self.all(found.bind(edition.to_string()), disputed).await? {
            match all.last_mut().filter(|last| (&last.sample, &last.idea) == (&one.sample, &one.idea)) {
                Some(last) => last.codes.extend(one.codes),
                None => all.push(one),
            }
        }
        Ok(all)
    }
}

fn progress(row: &AnyRow) -> Result<Progress, StoreError> {
    Ok(Progress {
        sample: SampleId::new(text(row, "id")?),
        at: row.try_get("at")?,
        closed: row.try_get::<Option<i64>, _>("closed_at")?.is_some(),
        coder: MemberId::new(text(row, "coder_id")?),
        name: text(row, "name")?,
        done: number(row, "done")?,
        ideas: number(row, "ideas")?,
    })
}

fn sample(row: &AnyRow) -> Result<Sample, StoreError> {
    Ok(Sample {
        id: SampleId::new(text(row, "id")?),
        run: RunId::new(text(row, "run_id")?),
        by: MemberId::new(text(row, "by_id")?),
        at: row.try_get("at")?,
        closed_at: row.try_get("closed_at")?,
        seed: text(row, "seed")?,
        codebook: json(row, "codebook")?,
        ..Sample::default()
    })
}

fn drawn(row: &AnyRow) -> Result<Drawn, StoreError> {
    let engine = maybe(row, "engine")?.map(|_| code(row, "engine")).transpose()?;
    Ok(Drawn { idea: IdeaId::new(text(row, "idea_id")?), engine })
}

fn said(row: &AnyRow) -> Result<Said, StoreError> {
    let (coder, idea) = (MemberId::new(text(row, "coder_id")?), IdeaId::new(text(row, "idea_id")?));
    Ok(Said { coder, idea, code: code(row, "code")? })
}

fn disputed(row: &AnyRow) -> Result<Disputed, StoreError> {
    let seq = row.try_get::<Option<i64>, _>("seq")?.map(u32::try_from).transpose()?;
    let settled = maybe(row, "code")?.map(|_| code(row, "code").map(|code| Settled { code, seq })).transpose()?;
    let engine = maybe(row, "engine")?.map(|_| code(row, "engine")).transpose()?;
    let codes = engine.into_iter().chain([code(row, "said")?]).collect();
    let (sample, idea) = (SampleId::new(text(row, "sample_id")?), IdeaId::new(text(row, "idea_id")?));
    Ok(Disputed { sample, idea, codes, settled })
}
