//! « Ce que cette contribution est devenue ».

use crate::read::{self, code, maybe, text};
use crate::{ContributionFate, IdeaFate, PropositionLink, Store, StoreError};
use arobase_domain::{EditionId, PropositionId, QuestionId};
use sqlx::any::AnyRow;

impl Store {
    /// What has become of a contribution and of each of its ideas, with the reasons.
    pub async fn contribution_fate(
        &self,
        edition: &EditionId,
        number: u32,
    ) -> Result<Option<ContributionFate>, StoreError> {
        let Some(contribution) = self.contribution(edition, number).await? else { return Ok(None) };
        let of_contribution =
            |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(i64::from(number));
        let line = of_contribution("SELECT state, reason, detail FROM ledger WHERE edition_id = $1 AND number = $2");
        let read =
            |row: &AnyRow| Ok::<_, StoreError>((code(row, "state")?, text(row, "reason")?, text(row, "detail")?));
        let Some((state, reason, detail)) = self.one(line, read).await? else { return Ok(None) };
        let ideas = of_contribution(
            "SELECT i.*, t.label, t.question_id, q.wording, p.text AS proposition, p.rank FROM edition e
             JOIN idea i ON i.run_id = e.run_id
             LEFT JOIN theme t ON t.run_id = i.run_id AND t.id = i.theme_id
             LEFT JOIN question q ON q.run_id = t.run_id AND q.id = t.question_id
             LEFT JOIN proposition p ON p.run_id = i.run_id AND p.id = i.proposition_id
             WHERE e.id = $1 AND i.number = $2 ORDER BY i.position",
        );
        let ideas = self.all(ideas, idea_fate).await?;
        Ok(Some(ContributionFate { contribution, state, reason, detail, ideas }))
    }
}

fn idea_fate(row: &AnyRow) -> Result<IdeaFate, StoreError> {
    let question =
        maybe(row, "question_id")?.map(|id| Ok::<_, StoreError>((QuestionId::new(id), text(row, "wording")?)));
    Ok(IdeaFate {
        idea: read::idea(row)?,
        theme: maybe(row, "label")?,
        question: question.transpose()?,
        proposition: proposition(row)?,
    })
}

fn proposition(row: &AnyRow) -> Result<Option<PropositionLink>, StoreError> {
    let Some(text) = maybe(row, "proposition")? else { return Ok(None) };
    let id = PropositionId::new(read::text(row, "proposition_id")?);
    Ok(Some(PropositionLink { id, text, rank: code(row, "rank")? }))
}
