//! Questions and themes.

use crate::page::window;
use crate::propositions::link;
use crate::read::{self, author, code, maybe, number};
use crate::{Beside, Page, PropositionLink, Store, StoreError, ThemeView, Verbatim};
use arobase_domain::{EditionId, Place, Question, QuestionId, Theme, ThemeId};
use sqlx::any::AnyRow;

/// How many ideas of each remarkable place a theme's page opens on.
pub const PLACED: u32 = 5;

impl Store {
    /// The structuring questions of the run, by falling support.
    pub async fn questions(&self, edition: &EditionId) -> Result<Vec<Question>, StoreError> {
        let found = sqlx::query(
            "SELECT q.* FROM edition e JOIN question q ON q.run_id = e.run_id WHERE e.id = $1 ORDER BY q.position",
        );
        self.all(found.bind(edition.as_str().to_owned()), read::question).await
    }

    /// All themes of the run, question by question.
    pub async fn all_themes(&self, edition: &EditionId) -> Result<Vec<Theme>, StoreError> {
        let found = sqlx::query(
            "SELECT t.* FROM edition e JOIN theme t ON t.run_id = e.run_id WHERE e.id = $1 ORDER BY t.position",
        );
        self.all(found.bind(edition.as_str().to_owned()), read::theme).await
    }

    /// The themes of one question, by falling support.
    pub async fn themes(&self, edition: &EditionId, question: &QuestionId) -> Result<Vec<Theme>, StoreError> {
        let found = sqlx::query(
            "SELECT t.* FROM edition e JOIN theme t ON t.run_id = e.run_id WHERE e.id = $1 AND t.question_id = $2 ORDER BY t.position",
        );
        self.all(found.bind(edition.as_str().to_owned()).bind(question.as_str().to_owned()), read::theme).await
    }

    /// A theme with its question, its propositions, and the ideas that a reader should open on.
    pub async fn theme(&self, edition: &EditionId, theme: &ThemeId) -> Result<Option<ThemeView>, StoreError> {
        let of_theme =
            |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(theme.as_str().to_owned());
        let found =
            of_theme("SELECT t.* FROM edition e JOIN theme t ON t.run_id = e.run_id WHERE e.id = $1 AND t.id = $2");
        let Some(theme) = self.one(found, read::theme).await? else { return Ok(None) };
        let question = of_theme(
            "SELECT q.* FROM edition e JOIN theme t ON t.run_id = e.run_id
             JOIN question q ON q.run_id = t.run_id AND q.id = t.question_id WHERE e.id = $1 AND t.id = $2",
        );
        let Some(question) = self.one(question, read::question).await? else { return Ok(None) };
        let propositions = of_theme(
            "SELECT p.id, p.text, p.rank FROM edition e JOIN proposition p ON p.run_id = e.run_id
             WHERE e.id = $1 AND p.theme_id = $2 ORDER BY p.position",
        );
        let propositions: Vec<PropositionLink> = self.all(propositions, link).await?;
        let mut placed = self.placed(edition, &theme.id).await?;
        let mut at = |place| placed.extract_if(.., |verbatim: &mut Verbatim| verbatim.idea.place == place).collect();
        let (typical, marginal, bridging) = (at(Place::Typical), at(Place::Marginal), at(Place::Bridging));
        Ok(Some(ThemeView { theme, question, propositions, typical, marginal, bridging }))
    }

    /// All ideas of a theme, by contribution then position.
    pub async fn theme_ideas(
        &self,
        edition: &EditionId,
        theme: &ThemeId,
        page: u32,
    ) -> Result<Page<Verbatim>, StoreError> {
        let of_theme =
            |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned()).bind(theme.as_str().to_owned());
        let total = of_theme(
            "SELECT COUNT(*) AS total FROM edition e JOIN idea i ON i.run_id = e.run_id WHERE e.id = $1 AND i.theme_id = $2",
        );
        let total = self.one(total, |row| number(row, "total")).await?.unwrap_or(0);
        let (limit, offset) = window(page);
        let found = of_theme(
            "SELECT i.*, c.channel, c.department, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM edition e
             JOIN idea i ON i.run_id = e.run_id
             JOIN contribution c ON c.edition_id = e.id AND c.number = i.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE e.id = $1 AND i.theme_id = $2 ORDER BY i.position LIMIT $3 OFFSET $4",
        );
        let mut items = self.all(found.bind(limit).bind(offset), verbatim).await?;
        self.add_beside(edition, &mut items).await?;
        Ok(Page { items, number: page.max(1), total })
    }

    async fn placed(&self, edition: &EditionId, theme: &ThemeId) -> Result<Vec<Verbatim>, StoreError> {
        let found = sqlx::query(
            "SELECT i.*, c.channel, c.department, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM (SELECT i.*, ROW_NUMBER() OVER (PARTITION BY i.place ORDER BY i.position) AS nth
                   FROM edition e JOIN idea i ON i.run_id = e.run_id
                   WHERE e.id = $1 AND i.theme_id = $2 AND i.place <> 'ordinary') i
             JOIN contribution c ON c.edition_id = $1 AND c.number = i.number
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE i.nth <= $3 ORDER BY i.position",
        );
        let found = found.bind(edition.as_str().to_owned()).bind(theme.as_str().to_owned()).bind(i64::from(PLACED));
        let mut placed = self.all(found, verbatim).await?;
        self.add_beside(edition, &mut placed).await?;
        Ok(placed)
    }
}

pub(crate) fn verbatim(row: &AnyRow) -> Result<Verbatim, StoreError> {
    Ok(Verbatim {
        idea: read::idea(row)?,
        channel: code(row, "channel")?,
        department: maybe(row, "department")?,
        author: author(row)?,
        beside: Beside::default(),
    })
}
