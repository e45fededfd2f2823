//! States of the text that have a number: kept, frozen, adopted, published.

use crate::bulk::{self, row};
use crate::page::window;
use crate::people::hold_edition;
use crate::propositions::source;
use crate::read::{maybe, number, text};
use crate::submit::Tx;
use crate::{Page, Source, Store, StoreError, Veil as _, journal};
use arobase_domain::motion::{Adoption, Lineage, Passage, Version, Written, seal};
use arobase_domain::{Analysis, ClauseId, ContributionId, EditionId, IdeaId, PropositionId, RunId, Span};
use sqlx::Row as _;
use sqlx::any::AnyRow;

const PASSAGE: [&str; 9] =
    ["edition_id", "version", "clause_id", "position", "number", "idea_id", "span_start", "span_end", "proposition_id"];
const VERSION: [&str; 8] = ["edition_id", "number", "seq", "label", "at", "by_id", "frozen", "run_id"];
const ADOPTION: [&str; 11] = [
    "edition_id",
    "version",
    "day",
    "place",
    "in_favour",
    "against",
    "abstentions",
    "told",
    "signed_by",
    "at",
    "by_id",
];

impl Store {
    /// The states that have a number, the last first.
    pub async fn motion_versions(&self, edition: &EditionId) -> Result<Vec<Version>, StoreError> {
        let found = sqlx::query(
            "SELECT v.*, s.seal FROM motion_version v JOIN motion_state s ON s.edition_id = v.edition_id AND s.seq = v.seq
             WHERE v.edition_id = $1 ORDER BY v.number DESC",
        );
        self.all(found.bind(edition.as_str().to_owned()), version).await
    }

    /// Gives a number to a state of the text; `None` if there is no such state.
    pub async fn number_motion(
        &self,
        edition: &EditionId,
        (seq, label): (u32, &str),
        (by, now): (&str, i64),
    ) -> Result<Option<u32>, StoreError> {
        self.number(edition, (seq, label), None, (by, now)).await
    }

    /// The same, after which nothing edits it: it keeps what each of its clauses comes from, in what pages show as classed. Where nothing was, as in the text of a
    /// former congress, they come from nothing.
    pub async fn freeze_motion(
        &self,
        edition: &EditionId,
        (seq, label): (u32, &str),
        (by, now): (&str, i64),
    ) -> Result<Option<u32>, StoreError> {
        let run = self.latest_run(edition).await?;
        let id = run.as_ref().map(|run| run.id.clone());
        let analysis = match run {
            Some(run) => self.analysis_of(run).await?,
            None => Analysis::default(),
        };
        self.number(edition, (seq, label), Some((id.as_ref(), &analysis)), (by, now)).await
    }

    async fn number(
        &self,
        edition: &EditionId,
        (seq, label): (u32, &str),
        classed: Option<(Option<&RunId>, &Analysis)>,
        (by, now): (&str, i64),
    ) -> Result<Option<u32>, StoreError> {
        let Some(state) = self.motion_at(edition, seq).await? else { return Ok(None) };
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        let number = next_number(&mut tx, edition).await?;
        let run = classed.and_then(|(run, _)| run).map(ToString::to_string);
        let row = row![edition.as_str(), number, seq, label, now, by, classed.is_some(), run];
        bulk::insert(&mut tx, "motion_version", &VERSION, vec![row]).await?;
        if let Some((_, analysis)) = classed {
            let lineage = Lineage::of(&state.motion, analysis);
            bulk::insert(&mut tx, "motion_passage", &PASSAGE, passages(edition, number, &lineage)).await?;
        }
        let gesture = if classed.is_some() { "motion.frozen" } else { "motion.kept" };
        noted(&mut tx, edition, number, gesture, &state, (by, now)).await?;
        tx.commit().await?;
        Ok(Some(number))
    }

    /// What the clauses of a frozen version come from.
    pub async fn motion_passages(
        &self,
        edition: &EditionId,
        version: u32,
    ) -> Result<Vec<(ClauseId, Passage)>, StoreError> {
        let found = sqlx::query(
            "SELECT * FROM motion_passage WHERE edition_id = $1 AND version = $2 ORDER BY clause_id, position",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(i64::from(version)), passage).await
    }

    /// The ideas behind a clause of a frozen version, each inside its whole contribution; masked words covered.
    pub async fn clause_sources(
        &self,
        edition: &EditionId,
        version: u32,
        clause: &ClauseId,
        page: u32,
    ) -> Result<Page<Source>, StoreError> {
        let of_clause = |sql: &'static str| {
            let query = sqlx::query(sql).bind(edition.as_str().to_owned()).bind(i64::from(version));
            query.bind(clause.as_str().to_owned())
        };
        let total = of_clause(
            "SELECT COUNT(DISTINCT idea_id) AS total FROM motion_passage WHERE edition_id = $1 AND version = $2 AND clause_id = $3",
        );
        let total = self.one(total, |row| number(row, "total")).await?.unwrap_or(0);
        let (limit, offset) = window(page);
        let found = of_clause(
            "SELECT i.*, c.edition_id, c.channel, c.title, COALESCE((SELECT t.text FROM contribution_version t JOIN run r ON r.id = v.run_id
                      WHERE t.edition_id = c.edition_id AND t.number = c.number AND t.replaced_at >= r.at
                      ORDER BY t.version LIMIT 1), c.text) AS raw, c.department, c.source, c.received_at,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM motion_version v
             JOIN idea i ON i.run_id = v.run_id
             JOIN contribution c ON c.edition_id = v.edition_id AND c.number = i.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE v.edition_id = $1 AND v.number = $2 AND i.id IN
                   (SELECT p.idea_id FROM motion_passage p WHERE p.edition_id = $1 AND p.version = $2 AND p.clause_id = $3)
             ORDER BY i.position LIMIT $4 OFFSET $5",
        );
        let (masks, mut items) = (self.masks(edition).await?, self.all(found.bind(limit).bind(offset), source).await?);
        self.add_beside(edition, &mut items).await?;
        Ok(Page { items: items.into_iter().map(|one| one.veiled(&masks)).collect(), number: page.max(1), total })
    }

    /// How many contributions stand behind each clause of a frozen version.
    pub async fn clause_figures(&self, edition: &EditionId, version: u32) -> Result<Vec<(ClauseId, u64)>, StoreError> {
        let found = sqlx::query(
            "SELECT clause_id, COUNT(DISTINCT number) AS total FROM motion_passage WHERE edition_id = $1 AND version = $2 GROUP BY clause_id",
        );
        let figure =
            |row: &AnyRow| Ok::<_, StoreError>((ClauseId::new(text(row, "clause_id")?), number(row, "total")?));
        self.all(found.bind(edition.as_str().to_owned()).bind(i64::from(version)), figure).await
    }

    /// The clauses of a frozen version that a contribution led to.
    pub async fn clauses_from(
        &self,
        edition: &EditionId,
        version: u32,
        contribution: u32,
    ) -> Result<Vec<ClauseId>, StoreError> {
        let found = sqlx::query(
            "SELECT DISTINCT clause_id FROM motion_passage WHERE edition_id = $1 AND version = $2 AND number = $3",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(i64::from(version)).bind(i64::from(contribution));
        self.all(found, |row| text(row, "clause_id").map(ClauseId::new)).await
    }

    /// Records how a frozen version was adopted; `false`, and nothing is written, if it is not frozen.
    pub async fn adopt_motion(
        &self,
        edition: &EditionId,
        adoption: &Adoption,
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        hold_edition(&mut tx, edition).await?;
        if !is_frozen(&mut tx, edition, adoption.version).await? {
            tx.rollback().await?;
            return Ok(false);
        }
        let gone = sqlx::query("DELETE FROM motion_adoption WHERE edition_id = $1").bind(edition.as_str().to_owned());
        gone.execute(&mut *tx).await?;
        bulk::insert(&mut tx, "motion_adoption", &ADOPTION, vec![adopted(edition, adoption, by, now)]).await?;
        let (version, told) = (adoption.version.to_string(), serde_json::to_string(adoption)?);
        let facts = [("edition", edition.as_str()), ("version", &version), ("adoption", &told), ("by", by)];
        journal::append(&mut tx, now, "motion.adopted", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// How the motion was adopted, if it was.
    pub async fn motion_adoption(&self, edition: &EditionId) -> Result<Option<Adoption>, StoreError> {
        let found = sqlx::query("SELECT * FROM motion_adoption WHERE edition_id = $1");
        self.one(found.bind(edition.as_str().to_owned()), adoption).await
    }

    /// Opens a frozen version to everyone; `false` if it is not frozen.
    pub async fn publish_motion(
        &self,
        edition: &EditionId,
        version: u32,
        (by, now): (&str, i64),
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let opened = sqlx::query(
            "UPDATE motion_version SET published_at = $3 WHERE edition_id = $1 AND number = $2 AND frozen = 1 AND published_at IS NULL",
        );
        let opened = opened.bind(edition.as_str().to_owned()).bind(i64::from(version)).bind(now);
        if opened.execute(&mut *tx).await?.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(false);
        }
        let version = version.to_string();
        let facts = [("edition", edition.as_str()), ("version", version.as_str()), ("by", by)];
        journal::append(&mut tx, now, "motion.published", facts).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The version that everyone can read, the last published, with its text.
    pub async fn published_motion(&self, edition: &EditionId) -> Result<Option<(Version, Written)>, StoreError> {
        let mut versions = self.motion_versions(edition).await?.into_iter();
        let Some(version) = versions.find(|one| one.published_at.is_some()) else { return Ok(None) };
        Ok(self.motion_at(edition, version.seq).await?.map(|written| (version, written)))
    }
}

async fn next_number(tx: &mut Tx, edition: &EditionId) -> Result<u32, StoreError> {
    let last = sqlx::query("SELECT COALESCE(MAX(number), 0) AS number FROM motion_version WHERE edition_id = $1");
    let last: u32 = number(&last.bind(edition.as_str().to_owned()).fetch_one(&mut **tx).await?, "number")?;
    Ok(last + 1)
}

async fn noted(
    tx: &mut Tx,
    edition: &EditionId,
    number: u32,
    gesture: &str,
    state: &Written,
    (by, now): (&str, i64),
) -> Result<(), StoreError> {
    let (version, seq, seal) = (number.to_string(), state.seq.to_string(), seal(&state.motion));
    let facts = [("edition", edition.as_str()), ("version", &version), ("seq", &seq), ("seal", &seal), ("by", by)];
    journal::append(tx, now, gesture, facts).await
}

async fn is_frozen(tx: &mut Tx, edition: &EditionId, version: u32) -> Result<bool, StoreError> {
    let found = sqlx::query("SELECT number FROM motion_version WHERE edition_id = $1 AND number = $2 AND frozen = 1");
    let found = found.bind(edition.as_str().to_owned()).bind(i64::from(version));
    Ok(found.fetch_optional(&mut **tx).await?.is_some())
}

fn passages(edition: &EditionId, version: u32, lineage: &Lineage) -> Vec<Vec<bulk::Value>> {
    let of_clause = lineage.passages.iter().flat_map(|(clause, passages)| {
        passages.iter().enumerate().map(move |(position, passage)| (clause, position, passage))
    });
    let row = |(clause, position, one): (&ClauseId, usize, &Passage)| {
        Some(row![
            edition.as_str(),
            version,
            clause.as_str(),
            position,
            one.contribution.number()?,
            one.idea.as_str(),
            one.span.start,
            one.span.end,
            one.proposition.as_ref().map(ToString::to_string)
        ])
    };
    of_clause.filter_map(row).collect()
}

fn adopted(edition: &EditionId, adoption: &Adoption, by: &str, now: i64) -> Vec<bulk::Value> {
    let vote = |at: usize| adoption.votes.map(|votes| i64::from(votes[at]));
    row![
        edition.as_str(),
        adoption.version,
        adoption.day.as_str(),
        adoption.place.as_str(),
        vote(0),
        vote(1),
        vote(2),
        adoption.told.as_str(),
        adoption.signed_by.as_str(),
        now,
        by
    ]
}

fn version(row: &AnyRow) -> Result<Version, StoreError> {
    Ok(Version {
        number: number(row, "number")?,
        seq: number(row, "seq")?,
        label: text(row, "label")?,
        at: row.try_get("at")?,
        by: text(row, "by_id")?,
        seal: text(row, "seal")?,
        frozen: number::<u32>(row, "frozen")? == 1,
        run: maybe(row, "run_id")?.map(RunId::new),
        published_at: row.try_get("published_at")?,
    })
}

fn passage(row: &AnyRow) -> Result<(ClauseId, Passage), StoreError> {
    let passage = Passage {
        contribution: ContributionId::numbered(number(row, "number")?),
        span: Span { start: number(row, "span_start")?, end: number(row, "span_end")? },
        idea: IdeaId::new(text(row, "idea_id")?),
        proposition: maybe(row, "proposition_id")?.map(PropositionId::new),
    };
    Ok((ClauseId::new(text(row, "clause_id")?), passage))
}

fn adoption(row: &AnyRow) -> Result<Adoption, StoreError> {
    let vote = |name: &str| Ok::<_, StoreError>(row.try_get::<Option<i64>, _>(name)?.map(u32::try_from).transpose()?);
    let votes = match [vote("in_favour")?, vote("against")?, vote("abstentions")?] {
        [Some(one), Some(two), Some(three)] => Some([one, two, three]),
        _ => None,
    };
    Ok(Adoption {
        version: number(row, "version")?,
        day: text(row, "day")?,
        place: text(row, "place")?,
        votes,
        told: text(row, "told")?,
        signed_by: text(row, "signed_by")?,
    })
}
