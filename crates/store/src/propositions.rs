//! Propositions, and the contributions that they come from.

use crate::masks::Veil as _;
use crate::page::window;
use crate::read::{self, code, number, text};
use crate::{Beside, Page, PropositionLink, PropositionView, Source, Store, StoreError};
use arobase_domain::{EditionId, IdeaId, Proposition, PropositionId};
use sqlx::any::AnyRow;

impl Store {
    /// All propositions of the run in display order, the annex last; without the list of their ideas.
    pub async fn propositions(&self, edition: &EditionId) -> Result<Vec<Proposition>, StoreError> {
        let found = sqlx::query(
            "SELECT p.* FROM edition e JOIN proposition p ON p.run_id = e.run_id WHERE e.id = $1 ORDER BY p.position",
        );
        self.all(found.bind(edition.as_str().to_owned()), read::proposition).await
    }

    /// A proposition with all that its page needs.
    pub async fn proposition(
        &self,
        edition: &EditionId,
        id: &PropositionId,
    ) -> Result<Option<PropositionView>, StoreError> {
        let of_proposition =
            |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(id.as_str().to_owned());
        let found = of_proposition(
            "SELECT p.*, q.wording, t.label FROM edition e
             JOIN proposition p ON p.run_id = e.run_id
             JOIN question q ON q.run_id = p.run_id AND q.id = p.question_id
             JOIN theme t ON t.run_id = p.run_id AND t.id = p.theme_id
             WHERE e.id = $1 AND p.id = $2",
        );
        let Some((mut proposition, question, theme)) = self.one(found, headed).await? else { return Ok(None) };
        let ideas = of_proposition(
            "SELECT l.idea_id FROM edition e JOIN proposition_idea l ON l.run_id = e.run_id
             WHERE e.id = $1 AND l.proposition_id = $2 ORDER BY l.position",
        );
        proposition.ideas = self.all(ideas, |row| Ok::<_, StoreError>(IdeaId::new(text(row, "idea_id")?))).await?;
        let opposed = of_proposition(
            "SELECT p.id, p.text, p.rank FROM edition e
             JOIN controversy x ON x.run_id = e.run_id AND (x.one_id = $2 OR x.other_id = $2)
             JOIN proposition p ON p.run_id = e.run_id AND p.id = CASE WHEN x.one_id = $2 THEN x.other_id ELSE x.one_id END
             WHERE e.id = $1 ORDER BY p.position",
        );
        let opposed = self.all(opposed, link).await?;
        let Some(source) = self.source(edition, &proposition.source).await? else { return Ok(None) };
        let addressees = self.addressees(edition, id).await?;
        Ok(Some(PropositionView { proposition, question, theme, source, opposed, addressees }))
    }

    /// The ideas that ask for a proposition, each inside its whole contribution; the source first.
    pub async fn proposition_sources(
        &self,
        edition: &EditionId,
        id: &PropositionId,
        page: u32,
    ) -> Result<Page<Source>, StoreError> {
        let of_proposition =
            |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(id.as_str().to_owned());
        let total = of_proposition(
            "SELECT COUNT(*) AS total FROM edition e JOIN proposition_idea l ON l.run_id = e.run_id
             WHERE e.id = $1 AND l.proposition_id = $2",
        );
        let total = self.one(total, |row| number(row, "total")).await?.unwrap_or(0);
        let (limit, offset) = window(page);
        let found = of_proposition(
            "SELECT i.*, c.edition_id, c.channel, c.title, COALESCE((SELECT v.text FROM contribution_version v JOIN run r ON r.id = e.run_id
                      WHERE v.edition_id = c.edition_id AND v.number = c.number AND v.replaced_at >= r.at
                      ORDER BY v.version LIMIT 1), c.text) AS raw, c.department, c.source, c.received_at,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM edition e
             JOIN proposition_idea l ON l.run_id = e.run_id
             JOIN idea i ON i.run_id = l.run_id AND i.id = l.idea_id
             JOIN contribution c ON c.edition_id = e.id AND c.number = i.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE e.id = $1 AND l.proposition_id = $2 ORDER BY l.position LIMIT $3 OFFSET $4",
        );
        let (masks, mut items) = (self.masks(edition).await?, self.all(found.bind(limit).bind(offset), source).await?);
        self.add_beside(edition, &mut items).await?;
        Ok(Page { items: items.into_iter().map(|one| one.veiled(&masks)).collect(), number: page.max(1), total })
    }

    /// An idea inside its whole contribution.
    pub async fn source(&self, edition: &EditionId, idea: &IdeaId) -> Result<Option<Source>, StoreError> {
        let found = sqlx::query(
            "SELECT i.*, c.edition_id, c.channel, c.title, COALESCE((SELECT v.text FROM contribution_version v JOIN run r ON r.id = e.run_id
                      WHERE v.edition_id = c.edition_id AND v.number = c.number AND v.replaced_at >= r.at
                      ORDER BY v.version LIMIT 1), c.text) AS raw, c.department, c.source, c.received_at,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM edition e
             JOIN idea i ON i.run_id = e.run_id
             JOIN contribution c ON c.edition_id = e.id AND c.number = i.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE e.id = $1 AND i.id = $2",
        );
        let found = self.one(found.bind(edition.as_str().to_owned()).bind(idea.as_str().to_owned()), source).await?;
        let Some(mut found) = found else { return Ok(None) };
        self.add_beside(edition, std::slice::from_mut(&mut found)).await?;
        Ok(Some(found.veiled(&self.masks(edition).await?)))
    }
}

/// A link from `id`, `text`, `rank`.
pub(crate) fn link(row: &AnyRow) -> Result<PropositionLink, StoreError> {
    Ok(PropositionLink { id: PropositionId::new(text(row, "id")?), text: text(row, "text")?, rank: code(row, "rank")? })
}

fn headed(row: &AnyRow) -> Result<(Proposition, String, String), StoreError> {
    Ok((read::proposition(row)?, text(row, "wording")?, text(row, "label")?))
}

/// An idea and its contribution, from the columns that [`Store::source`] names.
pub(crate) fn source(row: &AnyRow) -> Result<Source, StoreError> {
    Ok(Source { idea: read::idea(row)?, contribution: read::contribution(row)?, beside: Beside::default() })
}
