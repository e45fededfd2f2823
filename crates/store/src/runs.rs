//! Runs, read back.

use crate::read::{self, json, maybe, number, text};
use crate::store::AnyQuery;
use crate::{LineageRow, Store, StoreError, StoredRun};
use arobase_domain::{
    Analysis, ContributionId, Controversy, EditionId, Fate, IdeaId, Proposition, PropositionId, QuestionId, RunId,
    RunRecord, StageRecord, State, Study, ThemeId,
};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

impl Store {
    /// The run that pages show: parameters, versions, hashes, stages.
    pub async fn latest_run(&self, edition: &EditionId) -> Result<Option<StoredRun>, StoreError> {
        let found = sqlx::query("SELECT r.* FROM edition e JOIN run r ON r.id = e.run_id WHERE e.id = $1");
        self.staged(found.bind(edition.as_str().to_owned())).await
    }

    /// Any run, by its identifier.
    pub(crate) async fn run(&self, id: &RunId) -> Result<Option<StoredRun>, StoreError> {
        self.staged(sqlx::query("SELECT * FROM run WHERE id = $1").bind(id.as_str().to_owned())).await
    }

    /// A run with its stages.
    async fn staged(&self, found: AnyQuery<'_>) -> Result<Option<StoredRun>, StoreError> {
        let Some(mut run) = self.one(found, run).await? else { return Ok(None) };
        let stages = sqlx::query("SELECT name, counts, seconds FROM stage WHERE run_id = $1 ORDER BY position");
        run.record.stages = self.all(stages.bind(run.id.as_str().to_owned()), stage).await?;
        Ok(Some(run))
    }

    /// Everything that the latest run found, as it was given to [`Store::save_run`].
    pub async fn analysis(&self, edition: &EditionId) -> Result<Option<Analysis>, StoreError> {
        match self.latest_run(edition).await? {
            Some(run) => self.analysis_of(run).await.map(Some),
            None => Ok(None),
        }
    }

    /// Everything that a run found.
    pub(crate) async fn analysis_of(&self, run: StoredRun) -> Result<Analysis, StoreError> {
        let StoredRun { id, record, .. } = run;
        let of_run = |sql: &'static str| sqlx::query(sql).bind(id.as_str().to_owned());
        let fates = of_run("SELECT number, state, reason, detail FROM fate WHERE run_id = $1 ORDER BY position");
        let ideas = of_run("SELECT * FROM idea WHERE run_id = $1 ORDER BY position");
        let themes = of_run("SELECT * FROM theme WHERE run_id = $1 ORDER BY position");
        let questions = of_run("SELECT * FROM question WHERE run_id = $1 ORDER BY position");
        let pairs = of_run("SELECT one_id, other_id FROM controversy WHERE run_id = $1 ORDER BY position");
        Ok(Analysis {
            run: record,
            fates: self.all(fates, fate).await?,
            ideas: self.all(ideas, read::idea).await?,
            themes: self.all(themes, read::theme).await?,
            questions: self.all(questions, read::question).await?,
            propositions: self.propositions_of(&id).await?,
            controversies: self.all(pairs, controversy).await?,
            personal: self.personal_data(&id).await?,
            close: self.close_reading(&id).await?,
            study: self.study_of(&id).await?,
        })
    }

    async fn study_of(&self, run: &RunId) -> Result<Study, StoreError> {
        let found = sqlx::query("SELECT content FROM study WHERE run_id = $1").bind(run.as_str().to_owned());
        Ok(self.one(found, |row| json(row, "content")).await?.unwrap_or_default())
    }

    /// The lines of `lineage.csv`, by contribution then idea; contributions that no run has seen are there too.
    pub async fn lineage(&self, edition: &EditionId) -> Result<Vec<LineageRow>, StoreError> {
        let lines = sqlx::query(
            "SELECT c.number, i.id AS idea_id, i.theme_id, t.question_id, i.proposition_id
             FROM contribution c
             JOIN edition e ON e.id = c.edition_id
             LEFT JOIN idea i ON i.run_id = e.run_id AND i.number = c.number
             LEFT JOIN theme t ON t.run_id = i.run_id AND t.id = i.theme_id
             WHERE c.edition_id = $1 ORDER BY c.number, i.position",
        );
        self.all(lines.bind(edition.as_str().to_owned()), lineage_row).await
    }

    async fn propositions_of(&self, run: &RunId) -> Result<Vec<Proposition>, StoreError> {
        let found = sqlx::query("SELECT * FROM proposition WHERE run_id = $1 ORDER BY position");
        let mut propositions = self.all(found.bind(run.as_str().to_owned()), read::proposition).await?;
        let links = sqlx::query(
            "SELECT proposition_id, idea_id FROM proposition_idea WHERE run_id = $1 ORDER BY proposition_id, position",
        );
        let mut ideas = BTreeMap::<String, Vec<IdeaId>>::new();
        for (proposition, idea) in self.all(links.bind(run.as_str().to_owned()), link).await? {
            ideas.entry(proposition).or_default().push(idea);
        }
        for proposition in &mut propositions {
            proposition.ideas = ideas.remove(proposition.id.as_str()).unwrap_or_default();
        }
        Ok(propositions)
    }
}

fn run(row: &AnyRow) -> Result<StoredRun, StoreError> {
    let record = RunRecord {
        input_hash: text(row, "input_hash")?,
        output_hash: text(row, "output_hash")?,
        parameters: json(row, "parameters")?,
        versions: json(row, "versions")?,
        stages: Vec::new(),
        coverage_ideas: row.try_get("coverage_ideas")?,
        coverage_authors: row.try_get("coverage_authors")?,
        stability: row.try_get("stability")?,
        redundancy: row.try_get("redundancy")?,
        peak_memory: row.try_get::<Option<i64>, _>("peak_memory")?.map(u64::try_from).transpose()?,
    };
    Ok(StoredRun { id: RunId::new(text(row, "id")?), at: row.try_get("at")?, record })
}

fn stage(row: &AnyRow) -> Result<StageRecord, StoreError> {
    Ok(StageRecord { name: text(row, "name")?, counts: json(row, "counts")?, seconds: row.try_get("seconds")? })
}

fn fate(row: &AnyRow) -> Result<Fate, StoreError> {
    Ok(Fate {
        contribution: ContributionId::numbered(number(row, "number")?),
        status: read::code::<State>(row, "state")?.status(),
        reason: text(row, "reason")?,
        detail: text(row, "detail")?,
    })
}

fn controversy(row: &AnyRow) -> Result<Controversy, StoreError> {
    Ok(Controversy { one: PropositionId::new(text(row, "one_id")?), other: PropositionId::new(text(row, "other_id")?) })
}

fn link(row: &AnyRow) -> Result<(String, IdeaId), StoreError> {
    Ok((text(row, "proposition_id")?, IdeaId::new(text(row, "idea_id")?)))
}

fn lineage_row(row: &AnyRow) -> Result<LineageRow, StoreError> {
    Ok(LineageRow {
        contribution: ContributionId::numbered(number(row, "number")?),
        idea: maybe(row, "idea_id")?.map(IdeaId::new),
        theme: maybe(row, "theme_id")?.map(ThemeId::new),
        question: maybe(row, "question_id")?.map(QuestionId::new),
        proposition: maybe(row, "proposition_id")?.map(PropositionId::new),
    })
}
