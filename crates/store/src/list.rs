//! The list of contributions: three questions to the database whatever is asked, and four for the facets.

use crate::bulk::{Value, bind};
use crate::page::window;
use crate::read::{author, code, maybe, number, text};
use crate::{Facets, Filter, Page, Row, Store, StoreError};
use arobase_domain::{EditionId, ThemeId};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};
use std::collections::BTreeMap;

/// A question in the making: conditions written in this crate with numbered parameters, and what to bind to them; the edition is `$1`.
pub(crate) struct Narrowed {
    from: String,
    conditions: Vec<String>,
    order: String,
    pub(crate) values: Vec<Value>,
}

impl Narrowed {
    fn everything(edition: &EditionId) -> Self {
        Self {
            from: "contribution c JOIN ledger l ON l.edition_id = c.edition_id AND l.number = c.number".to_owned(),
            conditions: vec!["c.edition_id = $1".to_owned()],
            order: "c.number DESC".to_owned(),
            values: vec![edition.as_str().into()],
        }
    }

    /// Adds a condition; `{}` in it stands for the parameter.
    fn and(&mut self, condition: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        self.conditions.push(condition.replace("{}", &format!("${}", self.values.len())));
    }

    pub(crate) fn count(&self) -> String {
        format!("SELECT COUNT(*) AS total FROM {} WHERE {}", self.from, self.conditions.join(" AND "))
    }

    pub(crate) fn page(&self) -> String {
        let (limit, offset) = (self.values.len() + 1, self.values.len() + 2);
        format!(
            "SELECT c.number, c.channel, c.title, SUBSTR(c.text, 1, 400) AS excerpt, c.department, c.received_at, l.state, l.reason,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM {}
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE {} ORDER BY {} LIMIT ${limit} OFFSET ${offset}",
            self.from,
            self.conditions.join(" AND "),
            self.order
        )
    }
}

impl Store {
    /// The contributions that a filter keeps: the best first when stems are looked for, else the latest first.
    pub async fn list(&self, edition: &EditionId, filter: &Filter, page: u32) -> Result<Page<Row>, StoreError> {
        let narrowed = self.narrowed(edition, filter);
        let ask = |sql: String| narrowed.values.iter().cloned().fold(sqlx::query(AssertSqlSafe(sql)), bind);
        let total = self.one(ask(narrowed.count()), |row| number(row, "total")).await?.unwrap_or(0);
        let (limit, offset) = window(page);
        let mut items = self.all(ask(narrowed.page()).bind(limit).bind(offset), row).await?;
        self.add_themes(edition, &mut items).await?;
        Ok(Page { items, number: page.max(1), total })
    }

    /// How many contributions each value of a filter keeps.
    pub async fn facets(&self, edition: &EditionId) -> Result<Facets, StoreError> {
        let of_edition = |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned());
        let themes = "SELECT t.id, t.label, t.contributions AS total FROM edition e JOIN theme t ON t.run_id = e.run_id
                      WHERE e.id = $1 ORDER BY t.position";
        let channels = "SELECT channel, COUNT(*) AS total FROM contribution WHERE edition_id = $1 GROUP BY channel";
        let departments = "SELECT department, COUNT(*) AS total FROM contribution
                           WHERE edition_id = $1 AND department IS NOT NULL GROUP BY department ORDER BY department";
        let states = "SELECT state, COUNT(*) AS total FROM ledger WHERE edition_id = $1 GROUP BY state";
        let theme = |row: &AnyRow| {
            Ok::<_, StoreError>((ThemeId::new(text(row, "id")?), text(row, "label")?, number(row, "total")?))
        };
        let mut facets = Facets {
            themes: self.all(of_edition(themes), theme).await?,
            channels: self
                .all(of_edition(channels), |row| Ok::<_, StoreError>((code(row, "channel")?, number(row, "total")?)))
                .await?,
            departments: self
                .all(of_edition(departments), |row| {
                    Ok::<_, StoreError>((text(row, "department")?, number(row, "total")?))
                })
                .await?,
            states: self
                .all(of_edition(states), |row| Ok::<_, StoreError>((code(row, "state")?, number(row, "total")?)))
                .await?,
        };
        facets.channels.sort_unstable();
        facets.states.sort_unstable();
        Ok(facets)
    }

    pub(crate) fn narrowed(&self, edition: &EditionId, filter: &Filter) -> Narrowed {
        let mut narrowed = match self.dialect.query(&filter.stems) {
            Some(wanted) => self.found(edition, wanted),
            None => Narrowed::everything(edition),
        };
        if let Some(theme) = &filter.theme {
            const IN_THEME: &str = "c.number IN (SELECT i.number FROM edition e JOIN idea i ON i.run_id = e.run_id
                                     WHERE e.id = $1 AND i.theme_id = {})";
            narrowed.and(IN_THEME, theme.as_str());
        }
        if let Some(channel) = filter.channel {
            narrowed.and("c.channel = {}", channel.as_str());
        }
        if let Some(department) = &filter.department {
            narrowed.and("c.department = {}", department.as_str());
        }
        if let Some(state) = filter.state {
            narrowed.and("l.state = {}", state.as_str());
        }
        narrowed
    }

    /// What the index finds comes first: CROSS JOIN keeps SQLite from asking it again for each contribution.
    fn found(&self, edition: &EditionId, wanted: String) -> Narrowed {
        Narrowed {
            from: "contribution_search s CROSS JOIN contribution c CROSS JOIN ledger l".to_owned(),
            conditions: vec![
                self.dialect.matches(2),
                "s.edition_id = $1".to_owned(),
                "c.edition_id = s.edition_id AND c.number = s.number".to_owned(),
                "l.edition_id = s.edition_id AND l.number = s.number".to_owned(),
            ],
            order: format!("{}, c.number DESC", self.dialect.relevance(2)),
            values: vec![edition.as_str().into(), wanted.into()],
        }
    }

    async fn add_themes(&self, edition: &EditionId, rows: &mut [Row]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let numbers: Vec<String> = (2..rows.len() + 2).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT DISTINCT i.number, t.id, t.label, t.position FROM edition e
             JOIN idea i ON i.run_id = e.run_id
             JOIN theme t ON t.run_id = i.run_id AND t.id = i.theme_id
             WHERE e.id = $1 AND i.number IN ({}) ORDER BY i.number, t.position",
            numbers.join(", ")
        );
        let asked = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned());
        let asked = rows.iter().fold(asked, |asked, row| asked.bind(i64::from(row.number)));
        let mut themes = BTreeMap::<u32, Vec<(ThemeId, String)>>::new();
        for (number, theme) in self.all(asked, theme_of).await? {
            themes.entry(number).or_default().push(theme);
        }
        for row in rows {
            row.themes = themes.remove(&row.number).unwrap_or_default();
        }
        Ok(())
    }
}

fn row(row: &AnyRow) -> Result<Row, StoreError> {
    Ok(Row {
        number: number(row, "number")?,
        channel: code(row, "channel")?,
        title: maybe(row, "title")?,
        excerpt: text(row, "excerpt")?,
        department: maybe(row, "department")?,
        author: author(row)?,
        received_at: row.try_get("received_at")?,
        state: code(row, "state")?,
        reason: text(row, "reason")?,
        themes: Vec::new(),
    })
}

fn theme_of(row: &AnyRow) -> Result<(u32, (ThemeId, String)), StoreError> {
    Ok((number(row, "number")?, (ThemeId::new(text(row, "id")?), text(row, "label")?)))
}
