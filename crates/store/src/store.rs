use crate::{StoreError, dialect::Dialect};
use sqlx::any::{AnyArguments, AnyPoolOptions, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyPool, Transaction};

/// A question with what is bound to it.
pub(crate) type AnyQuery<'q> = Query<'q, Any, AnyArguments>;

/// An open database. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) dialect: Dialect,
    reads: AnyPool,
    writes: AnyPool,
}

impl Store {
    /// Opens the database at `url` (`sqlite:/path/file.db?mode=rwc` or `postgres://user@host/name`) and brings its schema up to date.
    ///
    /// An in-memory database is refused: it would lose what it acknowledged.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let dialect = Dialect::of(url).ok_or_else(|| StoreError::Address(url.to_owned()))?;
        // SQLite has one writer; a pool of one is a fair queue for it, where busy connections would poll.
        let writers = if dialect == Dialect::Sqlite { 1 } else { 8 };
        let writes = pool(dialect, url, writers).await?;
        sqlx::migrate!().run(&writes).await?;
        // Connections that read are opened on the schema as it will be: one that was there before would take a new column for an error.
        let store = Self { dialect, writes, reads: pool(dialect, url, 8).await? };
        let mut tx = store.begin().await?;
        sqlx::raw_sql(dialect.schema()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(store)
    }

    /// Waits for what is under way and closes every connection.
    pub async fn close(&self) {
        self.reads.close().await;
        self.writes.close().await;
    }

    /// Starts a transaction that writes.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(self.writes.begin_with(self.dialect.begin()).await?)
    }

    /// Tells PostgreSQL's planner of many new rows, which it would otherwise notice within minutes. SQLite is left to plan by the shape of
    /// the indices: counts taken from a small edition would mislead it when the edition has grown.
    pub(crate) async fn recount(&self) -> Result<(), StoreError> {
        if self.dialect == Dialect::Postgres {
            sqlx::raw_sql("ANALYZE").execute(&self.writes).await?;
        }
        Ok(())
    }

    /// Runs one statement that writes, a transaction by itself; how many rows it touched.
    pub(crate) async fn write(&self, query: AnyQuery<'_>) -> Result<u64, StoreError> {
        Ok(query.execute(&self.writes).await?.rows_affected())
    }

    /// Every row of a question.
    pub(crate) async fn all<T, E>(
        &self,
        query: AnyQuery<'_>,
        read: impl Fn(&AnyRow) -> Result<T, E>,
    ) -> Result<Vec<T>, StoreError>
    where
        StoreError: From<E>,
    {
        let rows = query.fetch_all(&self.reads).await?;
        Ok(rows.iter().map(read).collect::<Result<_, E>>()?)
    }

    /// The row of a question that has at most one.
    pub(crate) async fn one<T, E>(
        &self,
        query: AnyQuery<'_>,
        read: impl FnOnce(&AnyRow) -> Result<T, E>,
    ) -> Result<Option<T>, StoreError>
    where
        StoreError: From<E>,
    {
        let row = query.fetch_optional(&self.reads).await?;
        Ok(row.as_ref().map(read).transpose()?)
    }
}

async fn pool(dialect: Dialect, url: &str, size: u32) -> Result<AnyPool, sqlx::Error> {
    AnyPoolOptions::new()
        .max_connections(size)
        .after_connect(move |connection, _| Box::pin(async move { dialect.settle(connection).await }))
        .connect(url)
        .await
}
