//! The gesture that stores what a run found, and moves the ledger, the pages and the search to it.

use crate::bulk::{self, Value, row};
use crate::people::hold_edition;
use crate::{Stemmer, Store, StoreError, annex, close, journal, likes, masks, search};
use arobase_domain::annex::Annex;
use arobase_domain::masks::Masks;
use arobase_domain::{
    Analysis, ContributionId, EditionId, Idea, MemberId, Proposition, RunId, RunRecord, State, Support,
};
use serde::Serialize;

pub(crate) use crate::submit::Tx;

/// What was decided on a bench, to be published.
#[derive(Debug, Clone, Copy)]
pub struct Publishing<'a> {
    /// The run with the gestures made on it.
    pub analysis: &'a Analysis,
    /// Words masked in its contributions.
    pub masks: &'a Masks,
    /// What leaves with it beside the analysis.
    pub annex: &'a Annex,
    /// Its own identifier.
    pub id: &'a RunId,
    /// When the materials of the run were read, in milliseconds since 1970.
    pub read_at: i64,
    /// The hash of the state that the gestures lead to.
    pub state: &'a str,
    /// Who publishes.
    pub by: &'a MemberId,
}

/// What a run found.
struct Found<'a> {
    analysis: &'a Analysis,
    masks: &'a Masks,
    id: &'a RunId,
    read_at: i64,
}

impl Store {
    /// Stores a run in one transaction; pages show it from then on, and contributions received or revised since `read_at`, when its materials were read, stay
    /// « à classer ».
    ///
    /// Fails with [`StoreError::UnknownContribution`] if the run speaks of contributions that the edition does not have.
    pub async fn save_run(
        &self,
        edition: &EditionId,
        analysis: &Analysis,
        stems: Stemmer<'_>,
        id: &RunId,
        read_at: i64,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let masks = &Masks::new();
        self.lay_down(&mut tx, edition, Found { analysis, masks, id, read_at }, stems, now).await?;
        tx.commit().await?;
        self.recount().await
    }

    /// Stores what was decided on the bench as a run like any other; the journal says by whom, and the hash of the state that it was made of.
    ///
    /// # Errors
    /// Those of [`Store::save_run`].
    pub async fn publish_bench(
        &self,
        edition: &EditionId,
        decided: Publishing<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        let Publishing { analysis, masks, annex, id, read_at, state, by } = decided;
        let mut tx = self.begin().await?;
        self.lay_down(&mut tx, edition, Found { analysis, masks, id, read_at }, stems, now).await?;
        masks::save(&mut tx, id.as_str(), masks).await?;
        annex::save(&mut tx, id, analysis, annex).await?;
        let facts = [("edition", edition.as_str()), ("run", id.as_str()), ("state", state), ("by", by.as_str())];
        journal::append(&mut tx, now, "bench.published", facts).await?;
        tx.commit().await?;
        self.recount().await
    }

    async fn lay_down(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        Found { analysis, masks, id, read_at }: Found<'_>,
        stems: Stemmer<'_>,
        now: i64,
    ) -> Result<(), StoreError> {
        // The edition's row comes first in every transaction: it keeps submissions waiting until the ledger has moved.
        hold_edition(tx, edition).await?;
        let before = masks::shown(tx, edition).await?;
        show(tx, edition, id).await?;
        self.veil_search(tx, edition, [&before, masks], stems).await?;
        keep(tx, edition, analysis, id, read_at).await?;
        decide(tx, edition, id, read_at).await?;
        self.reindex(tx, edition, &analysis.ideas, stems).await?;
        let RunRecord { input_hash, output_hash, .. } = &analysis.run;
        let facts =
            [("edition", edition.as_str()), ("run", id.as_str()), ("input", input_hash), ("output", output_hash)];
        journal::append(tx, now, "run.saved", facts).await
    }

    async fn reindex(
        &self,
        tx: &mut Tx,
        edition: &EditionId,
        ideas: &[Idea],
        stems: Stemmer<'_>,
    ) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM idea_search WHERE edition_id = $1")
            .bind(edition.as_str().to_owned())
            .execute(&mut **tx)
            .await?;
        let document = |idea: &Idea| search::document(&stems(&format!("{} {}", idea.carried, idea.text)));
        let documents: Vec<String> = ideas.iter().map(document).collect();
        likes::recount(tx, edition, documents.iter().map(String::as_str)).await?;
        let row = |(idea, document): (&Idea, String)| row![edition.as_str(), idea.id.as_str(), document];
        let rows = ideas.iter().zip(documents).map(row).collect();
        search::index(self, tx, "idea_search", &["edition_id", "idea_id", "stems"], rows).await
    }
}

/// Stores all that a run found, and moves nothing to it.
pub(crate) async fn keep(
    tx: &mut Tx,
    edition: &EditionId,
    analysis: &Analysis,
    id: &RunId,
    read_at: i64,
) -> Result<(), StoreError> {
    record(tx, edition, &analysis.run, id, read_at).await?;
    findings(tx, analysis, id.as_str()).await?;
    close::save(tx, analysis, id.as_str()).await?;
    let study = row![id.as_str(), json(&analysis.study)?];
    bulk::insert(tx, "study", &["run_id", "content"], vec![study]).await?;
    let fates = rows(&analysis.fates, |position, fate| {
        let (state, reason, detail) = (State::from(fate.status).as_str(), fate.reason.as_str(), fate.detail.as_str());
        Ok(row![id.as_str(), number(&fate.contribution)?, position, state, reason, detail])
    })?;
    bulk::insert(tx, "fate", &["run_id", "number", "position", "state", "reason", "detail"], fates).await?;
    match missing(tx, edition, id).await? {
        Some(stranger) => Err(StoreError::UnknownContribution(stranger)),
        None => Ok(()),
    }
}

async fn show(tx: &mut Tx, edition: &EditionId, id: &RunId) -> Result<(), StoreError> {
    let shown = sqlx::query("UPDATE edition SET run_id = $1 WHERE id = $2")
        .bind(id.as_str().to_owned())
        .bind(edition.as_str().to_owned())
        .execute(&mut **tx)
        .await?;
    if shown.rows_affected() == 1 { Ok(()) } else { Err(StoreError::UnknownEdition(edition.clone())) }
}

async fn record(tx: &mut Tx, edition: &EditionId, run: &RunRecord, id: &RunId, now: i64) -> Result<(), StoreError> {
    const RUN: [&str; 12] = [
        "id",
        "edition_id",
        "at",
        "input_hash",
        "output_hash",
        "parameters",
        "versions",
        "coverage_ideas",
        "coverage_authors",
        "stability",
        "redundancy",
        "peak_memory",
    ];
    let row = row![
        id.as_str(),
        edition.as_str(),
        now,
        run.input_hash.as_str(),
        run.output_hash.as_str(),
        json(&run.parameters)?,
        json(&run.versions)?,
        run.coverage_ideas,
        run.coverage_authors,
        run.stability,
        run.redundancy,
        run.peak_memory.map(i64::try_from).transpose()?,
    ];
    bulk::insert(tx, "run", &RUN, vec![row]).await?;
    let stages = run.stages.iter().enumerate();
    let stages = stages.map(|(position, stage)| {
        Ok(row![id.as_str(), position, stage.name.as_str(), json(&stage.counts)?, stage.seconds])
    });
    let stages = stages.collect::<Result<_, StoreError>>()?;
    bulk::insert(tx, "stage", &["run_id", "position", "name", "counts", "seconds"], stages).await
}

const SUPPORT: [&str; 5] = ["ideas", "contributions", "authors", "territories", "authors_dedup"];
const QUESTION: [&str; 5] = ["run_id", "id", "position", "wording", "candidates"];
const THEME: [&str; 8] =
    ["run_id", "id", "position", "question_id", "label", "keywords", "stability", "label_coverage"];
const PROPOSITION: [&str; 12] = [
    "run_id",
    "id",
    "position",
    "question_id",
    "theme_id",
    "text",
    "source_id",
    "source_start",
    "source_end",
    "rules",
    "justification",
    "rank",
];

async fn findings(tx: &mut Tx, analysis: &Analysis, run: &str) -> Result<(), StoreError> {
    structure(tx, analysis, run).await?;
    bulk::insert(tx, "idea", &IDEA, rows(&analysis.ideas, |position, idea| idea_row(run, position, idea))?).await?;
    propositions(tx, analysis, run).await
}

async fn structure(tx: &mut Tx, analysis: &Analysis, run: &str) -> Result<(), StoreError> {
    let questions = rows(&analysis.questions, |position, question| {
        let row = row![run, question.id.as_str(), position, question.wording.as_str(), json(&question.candidates)?];
        Ok(supported(row, question.support))
    })?;
    bulk::insert(tx, "question", &[&QUESTION[..], &SUPPORT].concat(), questions).await?;

    let themes = rows(&analysis.themes, |position, theme| {
        let (id, question, label) = (theme.id.as_str(), theme.question.as_str(), theme.label.as_str());
        let row =
            row![run, id, position, question, label, json(&theme.keywords)?, theme.stability, theme.label_coverage];
        Ok(supported(row, theme.support))
    })?;
    bulk::insert(tx, "theme", &[&THEME[..], &SUPPORT].concat(), themes).await
}

async fn propositions(tx: &mut Tx, analysis: &Analysis, run: &str) -> Result<(), StoreError> {
    let propositions =
        rows(&analysis.propositions, |position, it| Ok(supported(proposition_row(run, position, it)?, it.support)))?;
    bulk::insert(tx, "proposition", &[&PROPOSITION[..], &SUPPORT].concat(), propositions).await?;

    let links = analysis
        .propositions
        .iter()
        .flat_map(|it| it.ideas.iter().enumerate().map(move |(position, idea)| (it, position, idea)));
    let links = links.map(|(it, position, idea)| row![run, it.id.as_str(), position, idea.as_str()]).collect();
    bulk::insert(tx, "proposition_idea", &["run_id", "proposition_id", "position", "idea_id"], links).await?;

    let pairs = rows(&analysis.controversies, |position, pair| {
        Ok(row![run, position, pair.one.as_str(), pair.other.as_str()])
    })?;
    bulk::insert(tx, "controversy", &["run_id", "position", "one_id", "other_id"], pairs).await
}

const IDEA: [&str; 19] = [
    "run_id",
    "id",
    "position",
    "number",
    "span_start",
    "span_end",
    "text",
    "carried",
    "kind",
    "status",
    "reason",
    "theme_id",
    "second_theme_id",
    "confidence",
    "duplicate_of",
    "campaign",
    "proposition_id",
    "place",
    "kinds",
];

fn idea_row(run: &str, position: usize, idea: &Idea) -> Result<Vec<Value>, StoreError> {
    Ok(row![
        run,
        idea.id.as_str(),
        position,
        number(&idea.contribution)?,
        idea.span.start,
        idea.span.end,
        idea.text.as_str(),
        idea.carried.as_str(),
        idea.kind.as_str(),
        idea.status.as_str(),
        idea.reason.as_str(),
        idea.theme.as_ref().map(ToString::to_string),
        idea.second_theme.as_ref().map(ToString::to_string),
        idea.confidence,
        idea.duplicate_of.as_ref().map(ToString::to_string),
        idea.campaign.map(i64::from),
        idea.proposition.as_ref().map(ToString::to_string),
        idea.place.as_str(),
        json(&idea.kinds)?,
    ])
}

fn proposition_row(run: &str, position: usize, proposition: &Proposition) -> Result<Vec<Value>, StoreError> {
    Ok(row![
        run,
        proposition.id.as_str(),
        position,
        proposition.question.as_str(),
        proposition.theme.as_str(),
        proposition.text.as_str(),
        proposition.source.as_str(),
        proposition.source_span.start,
        proposition.source_span.end,
        json(&proposition.rules)?,
        proposition.justification.as_str(),
        proposition.rank.as_str(),
    ])
}

/// Moves the ledger to a run: what it has not seen is « à classer ».
async fn decide(tx: &mut Tx, edition: &EditionId, id: &RunId, read_at: i64) -> Result<(), StoreError> {
    let reset = "UPDATE ledger SET state = 'to_sort', reason = 'received', run_id = NULL WHERE edition_id = $1 AND state <> 'broken'";
    sqlx::query(reset).bind(edition.as_str().to_owned()).execute(&mut **tx).await?;
    let moved = sqlx::query(
        "UPDATE ledger SET state = f.state, reason = f.reason, detail = f.detail, run_id = f.run_id
         FROM fate f WHERE ledger.edition_id = $1 AND f.run_id = $2 AND f.number = ledger.number",
    );
    moved.bind(edition.as_str().to_owned()).bind(id.as_str().to_owned()).execute(&mut **tx).await?;
    let revised = sqlx::query(
        "UPDATE ledger SET state = 'to_sort', reason = 'revised', detail = '', run_id = NULL WHERE edition_id = $1 AND number IN
         (SELECT v.number FROM contribution_version v WHERE v.edition_id = $1 AND v.replaced_at >= $2)",
    );
    revised.bind(edition.as_str().to_owned()).bind(read_at).execute(&mut **tx).await?;
    Ok(())
}

/// The first contribution that the run speaks of and that the edition does not have.
async fn missing(tx: &mut Tx, edition: &EditionId, id: &RunId) -> Result<Option<ContributionId>, StoreError> {
    let stranger = sqlx::query(
        "SELECT f.number FROM fate f LEFT JOIN ledger l ON l.edition_id = $1 AND l.number = f.number
         WHERE f.run_id = $2 AND l.number IS NULL ORDER BY f.number LIMIT 1",
    );
    let stranger = stranger.bind(edition.as_str().to_owned()).bind(id.as_str().to_owned());
    let stranger = stranger.fetch_optional(&mut **tx).await?;
    stranger.map(|row| Ok(ContributionId::numbered(crate::read::number(&row, "number")?))).transpose()
}

pub(crate) fn rows<T>(
    items: &[T],
    row: impl Fn(usize, &T) -> Result<Vec<Value>, StoreError>,
) -> Result<Vec<Vec<Value>>, StoreError> {
    items.iter().enumerate().map(|(position, item)| row(position, item)).collect()
}

fn supported(mut row: Vec<Value>, support: Support) -> Vec<Value> {
    let Support { ideas, contributions, authors, territories, authors_dedup } = support;
    row.extend(row![ideas, contributions, authors, territories, authors_dedup]);
    row
}

pub(crate) fn number(contribution: &ContributionId) -> Result<u32, StoreError> {
    contribution.number().ok_or_else(|| StoreError::UnknownContribution(contribution.clone()))
}

fn json<T: Serialize>(list: &T) -> Result<String, StoreError> {
    Ok(serde_json::to_string(list)?)
}
