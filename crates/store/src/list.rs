//! The list of contributions: four questions to the database whatever is asked, and four for the facets.

use crate::bulk::{Value, bind};
use crate::dialect::Dialect;
use crate::masks::Veil as _;
use crate::page::window;
use crate::read::{author, code, maybe, number, text};
use crate::store::AnyQuery;
use crate::{Facets, Filter, Page, Row, Store, StoreError};
use arobase_domain::{Channel, EditionId, State, ThemeId};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};
use std::collections::BTreeMap;

/// Contributions that are ranked at most. A word that more of them hold tells none from another, and ranking costs two microseconds each.
const RANKED: u64 = 20_000;

/// A question in the making: which numbers of contributions, out of `s`, and in what order. It is written in this crate with numbered
/// parameters; the edition is `$1`.
pub(crate) struct Narrowed {
    from: String,
    whole: bool,
    age: &'static str,
    best: String,
    order: String,
    conditions: Vec<String>,
    pub(crate) values: Vec<Value>,
}

impl Narrowed {
    fn everything(edition: &EditionId) -> Self {
        let mut narrowed = Self {
            from: "(SELECT c.number FROM contribution c WHERE c.edition_id = $1) s".to_owned(),
            whole: true,
            age: "s.number",
            best: String::new(),
            order: String::new(),
            conditions: vec!["TRUE".to_owned()],
            values: vec![edition.as_str().into()],
        };
        narrowed.latest();
        narrowed
    }

    fn found(dialect: Dialect, edition: &EditionId, wanted: String) -> Self {
        Self {
            from: "contribution_search s".to_owned(),
            whole: false,
            age: dialect.age(),
            best: dialect.relevance(2),
            order: "best, number DESC".to_owned(),
            conditions: vec![dialect.matches(2), "s.edition_id = $1".to_owned()],
            values: vec![edition.as_str().into(), wanted.into()],
        }
    }

    /// The latest first, in the order of the index, which is left where the page is full.
    pub(crate) fn latest(&mut self) {
        self.best = format!("-{}", self.age);
        self.order = format!("{} DESC", self.age);
    }

    /// Keeps the numbers that a question gives, each once, to be answered from one index; `{}` in it stands for the parameter.
    fn among(&mut self, numbers: &str, value: &str) {
        self.values.push(value.into());
        let numbers = numbers.replace("{}", &format!("${}", self.values.len()));
        if std::mem::take(&mut self.whole) {
            self.from = format!("({numbers}) s");
        } else {
            self.conditions.push(format!("s.number IN ({numbers})"));
        }
    }

    pub(crate) fn ask(&self, sql: String) -> AnyQuery<'static> {
        self.values.iter().cloned().fold(sqlx::query(AssertSqlSafe(sql)), bind)
    }

    pub(crate) fn count(&self) -> String {
        format!("SELECT COUNT(*) AS total FROM {} WHERE {}", self.from, self.conditions.join(" AND "))
    }

    /// The numbers of the page first, from indices; what is shown is read for those alone, however far the page is.
    pub(crate) fn page(&self) -> String {
        let Self { from, best, order, .. } = self;
        let (conditions, limit) = (self.conditions.join(" AND "), self.values.len() + 1);
        let offset = limit + 1;
        format!(
            "SELECT c.number, c.channel, c.title, SUBSTR(c.text, 1, 400) AS excerpt, c.department, c.received_at, l.state, l.reason,
                    a.name AS author_name, a.function AS author_function, a.commune AS author_commune,
                    (SELECT COUNT(k.author_id) FROM cosigner k WHERE k.edition_id = $1 AND k.number = f.number) AS others
             FROM (SELECT s.number, {best} AS best FROM {from} WHERE {conditions} ORDER BY {order} LIMIT ${limit} OFFSET ${offset}) f
             CROSS JOIN contribution c CROSS JOIN ledger l
             LEFT JOIN authorship w ON w.edition_id = c.edition_id AND w.number = c.number AND w.named = 1
             LEFT JOIN author a ON a.id = w.author_id
             WHERE c.edition_id = $1 AND c.number = f.number AND l.edition_id = $1 AND l.number = f.number
             ORDER BY f.best, f.number DESC"
        )
    }
}

impl Store {
    /// The contributions that a filter keeps: the best first when stems are looked for and few enough hold them, else the latest first.
    pub async fn list(&self, edition: &EditionId, filter: &Filter, page: u32) -> Result<Page<Row>, StoreError> {
        let mut narrowed = self.narrowed(edition, filter);
        let total = self.one(narrowed.ask(narrowed.count()), |row| number(row, "total")).await?.unwrap_or(0);
        if total > RANKED {
            narrowed.latest();
        }
        let (limit, offset) = window(page);
        let mut items = self.all(narrowed.ask(narrowed.page()).bind(limit).bind(offset), row).await?;
        self.add_themes(edition, &mut items).await?;
        let masks = self.masks(edition).await?;
        let items = items.into_iter().map(|item| item.veiled(&masks)).collect();
        Ok(Page { items, number: page.max(1), total })
    }

    /// How many contributions each value of a filter keeps.
    pub async fn facets(&self, edition: &EditionId) -> Result<Facets, StoreError> {
        let of_edition = |sql: &'static str| sqlx::query(sql).bind(edition.as_str().to_owned());
        let themes = "SELECT t.id, t.label, t.contributions AS total FROM edition e JOIN theme t ON t.run_id = e.run_id
                      WHERE e.id = $1 ORDER BY t.position";
        let channels = "SELECT channel, COUNT(*) AS total FROM contribution WHERE edition_id = $1 GROUP BY channel";
        // A contribution counts once in each département of those who agreed to sign it.
        let departments = "SELECT department, COUNT(*) AS total FROM (
                               SELECT number, department FROM contribution WHERE edition_id = $1 AND department IS NOT NULL
                               UNION ALL
                               SELECT DISTINCT k.number, k.department FROM cosigner k
                               JOIN contribution c ON c.edition_id = k.edition_id AND c.number = k.number
                               WHERE k.edition_id = $1 AND k.department IS NOT NULL AND k.assent IN ('named', 'unnamed')
                               AND (c.department IS NULL OR c.department <> k.department)
                           ) placed GROUP BY department ORDER BY department";
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

    /// Every contribution has its line in the ledger, so that a state is asked of the ledger alone, and first: most are in one or two.
    pub(crate) fn narrowed(&self, edition: &EditionId, filter: &Filter) -> Narrowed {
        const THEME: &str = "SELECT c.number FROM contribution c WHERE c.edition_id = $1 AND c.number IN
                             (SELECT i.number FROM edition e JOIN idea i ON i.run_id = e.run_id
                              WHERE e.id = $1 AND i.theme_id = {})";
        const CHANNEL: &str = "SELECT c.number FROM contribution c WHERE c.edition_id = $1 AND c.channel = {}";
        // Then those that only someone beside the first signs from there.
        const DEPARTMENT: &str = "SELECT c.number FROM contribution c WHERE c.edition_id = $1 AND c.department = {}
                                  UNION ALL SELECT c.number FROM contribution c WHERE c.edition_id = $1
                                  AND (c.department IS NULL OR c.department <> {}) AND c.number IN
                                  (SELECT k.number FROM cosigner k WHERE k.edition_id = $1 AND k.department = {}
                                   AND k.assent IN ('named', 'unnamed'))";
        const STATE: &str = "SELECT l.number FROM ledger l WHERE l.edition_id = $1 AND l.state = {}";
        let mut narrowed = match self.dialect.query(&filter.stems) {
            Some(wanted) => Narrowed::found(self.dialect, edition, wanted),
            None => Narrowed::everything(edition),
        };
        let asked = [
            (STATE, filter.state.map(State::as_str)),
            (CHANNEL, filter.channel.map(Channel::as_str)),
            (DEPARTMENT, filter.department.as_deref()),
            (THEME, filter.theme.as_ref().map(ThemeId::as_str)),
        ];
        for (numbers, value) in asked {
            if let Some(value) = value {
                narrowed.among(numbers, value);
            }
        }
        narrowed
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
        others: number(row, "others")?,
        received_at: row.try_get("received_at")?,
        state: code(row, "state")?,
        reason: text(row, "reason")?,
        themes: Vec::new(),
    })
}

fn theme_of(row: &AnyRow) -> Result<(u32, (ThemeId, String)), StoreError> {
    Ok((number(row, "number")?, (ThemeId::new(text(row, "id")?), text(row, "label")?)))
}
