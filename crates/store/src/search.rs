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
pub(crate) fn terms(stems: &[String]) -> Vec<String> {
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
    pub(crate) fn any(self, stems: &[String]) -> Option<String> {
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

    /// What to order by: the least is the best.
    pub(crate) fn relevance(self, n: usize) -> String {
        match self {
            Self::Sqlite => "s.rank".to_owned(),
            Self::Postgres => format!("-ts_rank(s.stems, CAST(${n} AS tsquery))"),
        }
    }

    /// What grows from one document to a later one and is read without sorting. A text that was revised is a later document on SQLite.
    pub(crate) fn age(self) -> &'static str {
        match self {
            Self::Sqlite => "s.rowid",
            Self::Postgres => "s.number",
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
        let count = format!(
            "SELECT COUNT(*) AS total FROM idea_search s WHERE s.edition_id = $1 AND {}",
            self.dialect.matches(2)
        );
        let count = sqlx::query(AssertSqlSafe(count)).bind(edition.as_str().to_owned()).bind(wanted.clone());
        let total = self.one(count, |row| number(row, "total")).await?.unwrap_or(0);
        Ok(Page { items: self.best(edition, wanted, window(page)).await?, number: page.max(1), total })
    }

    /// The best of the index first; what is shown is read for those alone.
    pub(crate) async fn best(
        &self,
        edition: &EditionId,
        wanted: String,
        (limit, offset): (i64, i64),
    ) -> Result<Vec<Verbatim>, StoreError> {
        let (matches, best) = (self.dialect.matches(2), self.dialect.relevance(2));
        let sql = format!(
            "SELECT i.*, c.channel, c.department, a.name AS author_name, a.function AS author_function, a.commune AS author_commune
             FROM (SELECT s.idea_id, {best} AS best FROM idea_search s WHERE s.edition_id = $1 AND {matches}
                   ORDER BY best, idea_id LIMIT $3 OFFSET $4) f
             CROSS JOIN edition e CROSS JOIN idea i CROSS JOIN contribution c
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE e.id = $1 AND i.run_id = e.run_id AND i.id = f.idea_id AND c.edition_id = e.id AND c.number = i.number
             ORDER BY f.best, f.idea_id"
        );
        let asked = sqlx::query(AssertSqlSafe(sql)).bind(edition.as_str().to_owned()).bind(wanted);
        let mut best = self.all(asked.bind(limit).bind(offset), verbatim).await?;
        self.add_beside(edition, &mut best).await?;
        Ok(best)
    }
}
