//! Double coding, written: a sample drawn, what each coder says, its closing, and what is decided where they differ.

use crate::bench::seal;
use crate::bulk::{self, row};
use crate::submit::Tx;
use crate::{Store, StoreError, journal};
use arobase_domain::coding::{Code, Said, Sample};
use arobase_domain::edits::Event;
use arobase_domain::{EditionId, IdeaId, MemberId, RunId, SampleId};

/// What someone decides of an idea that codes differ about.
#[derive(Debug, Clone, Copy)]
pub struct Settling<'a> {
    /// In which sample.
    pub sample: &'a SampleId,
    /// The idea.
    pub idea: &'a IdeaId,
    /// What it is.
    pub code: &'a Code,
    /// Who decides.
    pub by: &'a MemberId,
    /// When, in Unix milliseconds.
    pub at: i64,
}

impl Store {
    /// Keeps a sample as it was drawn: from then on its coders may say what they read. Drawing it twice is drawing it once.
    pub async fn draw(&self, edition: &EditionId, sample: &Sample) -> Result<(), StoreError> {
        let codebook = serde_json::to_string(&sample.codebook)?;
        let mut tx = self.begin().await?;
        let Sample { id, run, by, at, seed, coders, ideas, .. } = sample;
        let head = sqlx::query(
            "INSERT INTO coding (id, edition_id, run_id, by_id, at, seed, codebook) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT DO NOTHING",
        );
        let head = head.bind(id.to_string()).bind(edition.to_string()).bind(run.to_string()).bind(by.to_string());
        let head = head.bind(*at).bind(seed.clone()).bind(codebook.clone()).execute(&mut *tx).await?;
        if head.rows_affected() == 0 {
            return Ok(());
        }
        let id = id.as_str();
        let rows = coders.iter().map(|coder| row![id, coder.as_str()]).collect();
        bulk::insert_new(&mut tx, "coding_coder", &["sample_id", "coder_id"], rows).await?;
        let engine = |code: &Option<Code>| code.as_ref().map(ToString::to_string);
        let rows = (0_usize..).zip(ideas).map(|(place, one)| row![id, one.idea.as_str(), place, engine(&one.engine)]);
        let columns = ["sample_id", "idea_id", "place", "engine"];
        bulk::insert_new(&mut tx, "coding_idea", &columns, rows.collect()).await?;
        let (many, drawn) = (ideas.len().to_string(), digest(sample, &codebook));
        let facts = [("edition", edition.as_str()), ("sample", id), ("by", by.as_str()), ("ideas", &many)];
        let facts = facts.into_iter().chain([("seed", seed.as_str()), ("drawn", &drawn)]);
        journal::append(&mut tx, *at, "coding.drawn", facts).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps what a coder says of an idea, in place of what they said before. `false`, and nothing is written, if the sample is closed, or if either is not of it. The
    /// journal seals what was said without telling it: the others are still to read.
    pub async fn say(&self, edition: &EditionId, sample: &SampleId, said: &Said, now: i64) -> Result<bool, StoreError> {
        let Said { coder, idea, code } = said;
        let mut tx = self.begin().await?;
        if !open(&mut tx, edition, sample).await? {
            return Ok(false);
        }
        let kept = sqlx::query(
            "INSERT INTO coding_said (sample_id, idea_id, coder_id, code, at)
             SELECT i.sample_id, i.idea_id, c.coder_id, $4, $5
             FROM coding_idea i JOIN coding_coder c ON c.sample_id = i.sample_id
             WHERE i.sample_id = $1 AND i.idea_id = $2 AND c.coder_id = $3
             ON CONFLICT (sample_id, idea_id, coder_id) DO UPDATE SET code = excluded.code, at = excluded.at",
        );
        let kept = kept.bind(sample.to_string()).bind(idea.to_string()).bind(coder.to_string());
        if kept.bind(code.to_string()).bind(now).execute(&mut *tx).await?.rows_affected() == 0 {
            return Ok(false);
        }
        let sealed = blake3::hash(format!("{sample}\n{idea}\n{coder}\n{code}\n{now}").as_bytes()).to_hex();
        let facts = [("edition", edition.as_str()), ("sample", sample.as_str()), ("idea", idea.as_str())];
        let facts = facts.into_iter().chain([("by", coder.as_str()), ("said", sealed.as_str())]);
        journal::append(&mut tx, now, "coding.said", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Takes no more codes: from then on they may be compared. `false` if that was so already.
    pub async fn close_sample(
        &self,
        edition: &EditionId,
        sample: &SampleId,
        by: &MemberId,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        if !open(&mut tx, edition, sample).await? {
            return Ok(false);
        }
        let closed = sqlx::query("UPDATE coding SET closed_at = $1 WHERE id = $2");
        closed.bind(now).bind(sample.to_string()).execute(&mut *tx).await?;
        let facts = [("edition", edition.as_str()), ("sample", sample.as_str()), ("by", by.as_str())];
        journal::append(&mut tx, now, "coding.closed", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Keeps what is decided of an idea, with the line of the bench's log that does it where there is one. `false`, and nothing is written, if that line cannot follow
    /// what is there: read again, then decide.
    pub async fn settle(
        &self,
        edition: &EditionId,
        settling: Settling<'_>,
        line: Option<(&RunId, &Event)>,
    ) -> Result<bool, StoreError> {
        let Settling { sample, idea, code, by, at } = settling;
        let mut tx = self.begin().await?;
        if let Some((run, event)) = line
            && !seal(&mut tx, edition, run, event).await?
        {
            tx.rollback().await?;
            return Ok(false);
        }
        let seq = line.map(|(_, event)| i64::from(event.seq));
        let kept = sqlx::query(
            "INSERT INTO coding_settled (sample_id, idea_id, code, by_id, at, seq) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (sample_id, idea_id)
             DO UPDATE SET code = excluded.code, by_id = excluded.by_id, at = excluded.at, seq = excluded.seq",
        );
        let kept = kept.bind(sample.to_string()).bind(idea.to_string()).bind(code.to_string());
        kept.bind(by.to_string()).bind(at).bind(seq).execute(&mut *tx).await?;
        let facts = [("edition", edition.as_str()), ("sample", sample.as_str()), ("idea", idea.as_str())];
        let facts = facts.into_iter().chain([("by", by.as_str()), ("code", code.as_str())]);
        journal::append(&mut tx, at, "coding.settled", facts).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Whether the sample is of the edition and takes codes; others wait, for as long as the transaction lasts, before they close it.
async fn open(tx: &mut Tx, edition: &EditionId, sample: &SampleId) -> Result<bool, StoreError> {
    let held =
        sqlx::query("UPDATE coding SET closed_at = NULL WHERE id = $1 AND edition_id = $2 AND closed_at IS NULL");
    let held = held.bind(sample.to_string()).bind(edition.to_string()).execute(&mut **tx).await?;
    Ok(held.rows_affected() == 1)
}

/// What the journal seals of a sample: its ideas in their order with what the engine says, and the codebook.
fn digest(sample: &Sample, codebook: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for one in &sample.ideas {
        let engine = one.engine.as_ref().map(Code::as_str).unwrap_or_default();
        hasher.update(format!("{} {engine}\n", one.idea).as_bytes());
    }
    hasher.update(codebook.as_bytes()).finalize().to_hex().to_string()
}
