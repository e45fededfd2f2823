//! Full text, over stems that the caller prepares: FTS5 on SQLite, tsvector on PostgreSQL.
//!
//! Neither engine reads French here: a document is a list of stems, a query asks that all of them be there, the last one possibly
//! as a beginning. So both find the same; only the order among the found may differ (bm25 or ts_rank).

use crate::dialect::Dialect;
use crate::page::window;
use crate::read::number;
use crate::themes::verbatim;
use crate::{Page, Store, StoreError, Verbatim, bulk};
use arobase_domain::EditionId;
use sqlx::{Any, AssertSqlSafe, Transaction};
use std::collections::BTreeSet;

/// Stems as both engines cut them: letters and digits, lower-case, split at anything else.
fn terms(stems: &[String]) -> Vec<String> {
    let lower = stems.join(" ").to_lowercase();
    lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The stems of a text, as indexed.
pub(crate) fn document(stems: &[String]) -> String {
    terms(stems).join(" ")
}

impl Dialect {
    /// What to bind to look for these stems; `None` if there is nothing to look for.
    pub(crate) fn query(self, stems: &[String]) -> Option<String> {
        let mut terms = terms(stems);
        let last = terms.pop()?;
        let (quote, and, prefix) = match self {
            Self::Sqlite => ('"', " AND ", " *"),
            Self::Postgres => ('\'', " & ", ":*"),
        };
        for term in &mut terms {
            *term = format!("{quote}{term}{quote}");
        }
        terms.push(format!("{quote}{last}{quote}{prefix}"));
        Some(terms.join(and))
    }

    /// What to bind to look for any of these stems; `None` if there is nothing to look for.
    fn any(self, stems: &[String]) -> Option<String> {
        let (quote, or) = match self {
            Self::Sqlite => ('"', " OR "),
            Self::Postgres => ('\'', " | "),
        };
        let distinct: BTreeSet<String> = terms(stems).into_iter().collect();
        let quoted: Vec<String> = distinct.iter().map(|term| format!("{quote}{term}{quote}")).collect();
        (!quoted.is_empty()).then(|| quoted.join(or))
    }

    /// The condition that the search row `s` matches parameter `$n`.
    pub(crate) fn matches(self, n: usize) -> String {
        match self {
            Self::Sqlite => format!("s.stems MATCH ${n}"),
            Self::Postgres => format!("s.stems @@ CAST(${n} AS tsquery)"),
        }
    }

    /// What to order by, best first.
    pub(crate) fn relevance(self, n: usize) -> String {
        match self {
            Self::Sqlite => "s.rank".to_owned(),
            Self::Postgres => format!("ts_rank(s.stems, CAST(${n} AS tsquery)) DESC"),
        }
    }

    /// The last column of a search table, from parameter `$n`, a list of stems with blanks between.
    fn vector(self, n: usize) -> String {
        match self {
            Self::Sqlite => format!("${n}"),
            Self::Postgres => format!("array_to_tsvector(string_to_array(${n}, ' '))"),
        }
    }
}

/// Adds documents to a search table, whose last column is their stems.
pub(crate) async fn index(
    store: &Store,
    tx: &mut Transaction<'static, Any>,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<bulk::Value>>,
) -> Result<(), StoreError> {
    bulk::insert_with(tx, table, columns, rows, |column, n| {
        if column + 1 == columns.len() { store.dialect.vector(n) } else { format!("${n}") }
    })
    .await
}

impl Store {
    /// Ideas of the run that hold every stem, best first.
    pub async fn search_ideas(
        &self,
        edition: &EditionId,
        stems: &[String],
        page: u32,
    ) -> Result<Page<Verbatim>, StoreError> {
        let Some(wanted) = self.dialect.query(stems) else {
            return Ok(Page { items: Vec::new(), number: 1, total: 0 });
        };
        let (matches, best) = (self.dialect.matches(2), self.dialect.relevance(2));
        let found = format!("FROM idea_search s WHERE s.edition_id = $1 AND {matches}");
        let count = format!("SELECT COUNT(*) AS total {found}");
        let ask = |sql: String| sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned()).bind(wanted.clone());
        let total = self.one(ask(count), |row| number(row, "total")).await?.unwrap_or(0);
        let (limit, offset) = window(page);
        let sql = format!(
            "SELECT i.*, c.channel, c.department, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM idea_search s CROSS JOIN edition e CROSS JOIN idea i CROSS JOIN contribution c
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE s.edition_id = $1 AND {matches} AND e.id = $1 AND i.run_id = e.run_id AND i.id = s.idea_id
               AND c.edition_id = e.id AND c.number = i.number
             ORDER BY {best}, i.position LIMIT $3 OFFSET $4"
        );
        let items = self.all(ask(sql).bind(limit).bind(offset), verbatim).await?;
        Ok(Page { items, number: page.max(1), total })
    }

    /// Ideas of the run that hold the most of these stems, and the rarest; none that repeats another. At most `most`, best first.
    pub async fn ideas_with_any(
        &self,
        edition: &EditionId,
        stems: &[String],
        most: u32,
    ) -> Result<Vec<Verbatim>, StoreError> {
        let Some(wanted) = self.dialect.any(stems) else { return Ok(Vec::new()) };
        let (matches, best) = (self.dialect.matches(2), self.dialect.relevance(2));
        let sql = format!(
            "SELECT i.*, c.channel, c.department, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM (SELECT s.idea_id, ROW_NUMBER() OVER (ORDER BY {best}, s.idea_id) AS nth
                   FROM idea_search s WHERE s.edition_id = $1 AND {matches}) f
             CROSS JOIN edition e CROSS JOIN idea i CROSS JOIN contribution c
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE f.nth <= $3 AND e.id = $1 AND i.run_id = e.run_id AND i.id = f.idea_id AND i.duplicate_of IS NULL
               AND c.edition_id = e.id AND c.number = i.number
             ORDER BY f.nth"
        );
        let found = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned()).bind(wanted);
        self.all(found.bind(i64::from(most)), verbatim).await
    }
}
